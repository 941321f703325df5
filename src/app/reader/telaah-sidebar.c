/* The left side of the reading view: the sources, and the themes, in one column.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-sidebar.h"

#include <adwaita.h>

struct _TelaahSidebar
{
  GtkWidget         parent_instance;

  guint             scroll_id;
  double            scroll_by;       /* pixels a tick, while something is dragged along an end */

  GtkWidget        *scrolled;        /* from the template */
  TelaahSourceList *source_list;
  TelaahContents   *contents;
  TelaahThemeTree  *theme_tree;
};

G_DEFINE_FINAL_TYPE (TelaahSidebar, telaah_sidebar, GTK_TYPE_WIDGET)

/* How near to an end, in pixels, a drag scrolls, and how fast at most. */
#define DRAG_EDGE  36
#define DRAG_SPEED 12

static void
set_class (TelaahSidebar *self,
           const char    *css_class,
           gboolean       on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), css_class);
}

/* The tint of the selection has to be stronger on dark. */
static void
style_changed_cb (TelaahSidebar *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  set_class (self, "dark", adw_style_manager_get_dark (style));
  set_class (self, "high-contrast", adw_style_manager_get_high_contrast (style));
}

/* ---- From list to list by key ---- */

static gboolean
focus_first (GtkListBox *box)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (box, 0);

  return row != NULL && gtk_widget_get_mapped (GTK_WIDGET (row)) && gtk_widget_grab_focus (GTK_WIDGET (row));
}

static gboolean
focus_last (GtkListBox *box)
{
  GtkListBoxRow *last = NULL, *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (box, i)) != NULL; i++)
    last = row;

  return last != NULL && gtk_widget_get_mapped (GTK_WIDGET (last)) && gtk_widget_grab_focus (GTK_WIDGET (last));
}

static gboolean
down_from_sources_cb (TelaahSidebar    *self,
                      GtkDirectionType  direction)
{
  return direction == GTK_DIR_DOWN && (focus_first (telaah_contents_get_box (self->contents)) ||
                                       focus_first (telaah_theme_tree_get_box (self->theme_tree)));
}

static gboolean
from_contents_cb (TelaahSidebar    *self,
                  GtkDirectionType  direction)
{
  if (direction == GTK_DIR_UP)
    return focus_last (telaah_source_list_get_box (self->source_list));

  return direction == GTK_DIR_DOWN && focus_first (telaah_theme_tree_get_box (self->theme_tree));
}

static gboolean
up_from_themes_cb (TelaahSidebar    *self,
                   GtkDirectionType  direction)
{
  return direction == GTK_DIR_UP && (focus_last (telaah_contents_get_box (self->contents)) ||
                                     focus_last (telaah_source_list_get_box (self->source_list)));
}

/* ---- Scrolling while something is dragged ---- */

static gboolean
scroll_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TelaahSidebar *self = TELAAH_SIDEBAR (widget);
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->scroll_by);

  return G_SOURCE_CONTINUE;
}

static void
drag_leave_cb (TelaahSidebar *self)
{
  if (self->scroll_id != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->scroll_id);
  self->scroll_id = 0;
}

static void
drag_motion_cb (TelaahSidebar *self,
                double         x,
                double         y)
{
  double below = y - (gtk_widget_get_height (GTK_WIDGET (self)) - DRAG_EDGE), above = DRAG_EDGE - y;

  if (below <= 0 && above <= 0)
    {
      drag_leave_cb (self);
      return;
    }

  self->scroll_by = DRAG_SPEED * CLAMP (below > 0 ? below / DRAG_EDGE : -above / DRAG_EDGE, -1, 1);
  if (self->scroll_id == 0)
    self->scroll_id = gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_cb, NULL, NULL);
}

/* ---- The widget ---- */

static void
telaah_sidebar_dispose (GObject *object)
{
  TelaahSidebar *self = TELAAH_SIDEBAR (object);

  drag_leave_cb (self);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SIDEBAR);

  G_OBJECT_CLASS (telaah_sidebar_parent_class)->dispose (object);
}

static void
telaah_sidebar_class_init (TelaahSidebarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_sidebar_dispose;

  g_type_ensure (TELAAH_TYPE_SOURCE_LIST);
  g_type_ensure (TELAAH_TYPE_CONTENTS);
  g_type_ensure (TELAAH_TYPE_THEME_TREE);

  gtk_widget_class_set_css_name (widget_class, "telaah-sidebar");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahSidebar, scrolled);
  gtk_widget_class_bind_template_child (widget_class, TelaahSidebar, source_list);
  gtk_widget_class_bind_template_child (widget_class, TelaahSidebar, contents);
  gtk_widget_class_bind_template_child (widget_class, TelaahSidebar, theme_tree);
}

static void
telaah_sidebar_init (TelaahSidebar *self)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (drag_motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (drag_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
  g_signal_connect_object (telaah_source_list_get_box (self->source_list), "keynav-failed",
                           G_CALLBACK (down_from_sources_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (telaah_contents_get_box (self->contents), "keynav-failed",
                           G_CALLBACK (from_contents_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (telaah_theme_tree_get_box (self->theme_tree), "keynav-failed",
                           G_CALLBACK (up_from_themes_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb),
                           self, G_CONNECT_SWAPPED);
  style_changed_cb (self);
}

GtkWidget *
telaah_sidebar_new (void)
{
  return g_object_new (TELAAH_TYPE_SIDEBAR, NULL);
}

/* @session: (nullable) */
void
telaah_sidebar_set_session (TelaahSidebar *self,
                            TelaahSession *session)
{
  g_return_if_fail (TELAAH_IS_SIDEBAR (self));

  telaah_source_list_set_session (self->source_list, session);
  telaah_theme_tree_set_session (self->theme_tree, session);
}

/* Borrowed. */
TelaahSourceList *
telaah_sidebar_get_source_list (TelaahSidebar *self)
{
  g_return_val_if_fail (TELAAH_IS_SIDEBAR (self), NULL);

  return self->source_list;
}

/* Borrowed. */
TelaahContents *
telaah_sidebar_get_contents (TelaahSidebar *self)
{
  g_return_val_if_fail (TELAAH_IS_SIDEBAR (self), NULL);

  return self->contents;
}

/* Borrowed. */
TelaahThemeTree *
telaah_sidebar_get_theme_tree (TelaahSidebar *self)
{
  g_return_val_if_fail (TELAAH_IS_SIDEBAR (self), NULL);

  return self->theme_tree;
}
