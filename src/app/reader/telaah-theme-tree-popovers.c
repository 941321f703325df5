/* What opens at a theme of the tree: its menu, its colours, its description.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-tree-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-palette.h"

/* The focus goes back to where it came from, unless it has found a new place. */
static void
closed_cb (GtkPopover *popover,
           GtkWidget  *row)
{
  GtkRoot *root = gtk_widget_get_root (row);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  gtk_widget_set_has_tooltip (row, TRUE);
  if (focus == NULL || gtk_widget_is_ancestor (focus, GTK_WIDGET (popover)))
    gtk_widget_grab_focus (row);
}

static gboolean
unparent_cb (gpointer popover)
{
  gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
show (TelaahThemeTree    *self,
      GtkWidget          *popover,
      const GdkRectangle *at)
{
  GtkWidget *row = GTK_WIDGET (telaah_theme_tree_get_current (self));

  /* Not at once: it may be its own item that opens another popover. */
  if (self->popover != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_cb, g_object_ref (self->popover), g_object_unref);
  self->popover = popover;

  /* A tooltip would lie on the popover. */
  gtk_widget_set_has_tooltip (row, FALSE);
  g_signal_connect_object (popover, "closed", G_CALLBACK (closed_cb), row, 0);

  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), at);
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Where @widget is, in the tree. */
static GdkRectangle
rectangle_of (TelaahThemeTree *self,
              GtkWidget       *widget)
{
  graphene_rect_t bounds;

  if (!gtk_widget_compute_bounds (widget, GTK_WIDGET (self), &bounds))
    return (GdkRectangle) { 0, 0, 1, 1 };

  return (GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width, bounds.size.height };
}

/* ---- Colour ---- */

static void
chosen_cb (TelaahThemeTree *self,
           const char      *color)
{
  g_autofree char *kept = g_strdup (color);

  if (self->popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  telaah_theme_tree_set_key (self, "color", kept);
}

static GtkWidget *
palette_new (TelaahThemeTree *self)
{
  const TelaahThemeFields *f = telaah_theme_fields (telaah_theme_row_get_theme (telaah_theme_tree_get_current (self)));
  TelaahTheme *above = telaah_session_find_theme (self->session, f->parent);
  GtkWidget *palette = above != NULL
                         ? telaah_palette_new (f->color, telaah_theme_fields (above)->name,
                                               telaah_session_get_color (self->session, f->parent))
                         : telaah_palette_new (f->color, NULL, NULL);

  g_signal_connect_object (palette, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);

  return palette;
}

void
telaah_theme_tree_show_palette (TelaahThemeTree *self)
{
  TelaahThemeRow *row = telaah_theme_tree_get_current (self);
  GtkWidget *popover = gtk_popover_new ();
  GdkRectangle at = rectangle_of (self, telaah_theme_row_get_dot (row));

  gtk_popover_set_child (GTK_POPOVER (popover), palette_new (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Colour"), -1);
  show (self, popover, &at);
}

/* ---- Menu ---- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* A digit that another theme has says so: it will be taken from there. */
static GMenuModel *
digits_new (TelaahThemeTree *self,
            const char      *except)
{
  GMenu *menu = g_menu_new ();
  GListModel *themes = telaah_session_get_themes (self->session);

  g_menu_append (menu, C_("shortcut digit", "None"), "shortcut.digit::");
  for (guint digit = 1; digit <= 9; digit++)
    {
      g_autofree char *target = g_strdup_printf ("shortcut.digit::%u", digit);
      GString *label = g_string_new (NULL);

      g_string_append_printf (label, "_%u", digit);
      for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
        {
          g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
          const TelaahThemeFields *f = telaah_theme_fields (theme);

          if (f->digit == digit && strcmp (f->id, except) != 0)
            {
              g_auto(GStrv) words = g_strsplit (f->name, "_", -1);
              g_autofree char *name = g_strjoinv ("__", words);

              g_string_append_printf (label, " · %s", name);
            }
        }

      g_menu_append (menu, label->str, target);
      g_string_free (label, TRUE);
    }

  return G_MENU_MODEL (menu);
}

static GMenuModel *
menu_new (TelaahThemeTree *self,
          const char      *theme)
{
  GMenu *menu = g_menu_new ();
  g_autoptr(GMenu) first = g_menu_new (), second = g_menu_new (), third = g_menu_new (), colors = g_menu_new ();
  g_autoptr(GMenu) passages = g_menu_new ();
  g_autoptr(GMenuItem) palette = g_menu_item_new (NULL, NULL);
  g_autoptr(GMenuModel) digits = digits_new (self, theme);

  append (first, _("_Rename"), "theme.rename", "F2");
  append (first, _("_Add Theme Below"), "theme.add-below", NULL);
  g_menu_item_set_attribute (palette, "custom", "s", "palette");
  g_menu_append_item (colors, palette);
  g_menu_append_submenu (second, _("_Colour"), G_MENU_MODEL (colors));
  g_menu_append_submenu (second, _("_Shortcut Digit"), digits);
  append (second, _("_Description…"), "theme.describe", NULL);
  append (second, _("_Write Note…"), "theme.note", NULL);
  append (passages, _("Show All _Passages"), "theme.passages", "<Ctrl><Shift>p");
  append (passages, _("Mer_ge Into…"), "theme.merge", NULL);
  append (passages, _("_Split…"), "theme.split", NULL);
  append (third, _("Re_move"), "theme.remove", "Delete");

  g_menu_append_section (menu, NULL, G_MENU_MODEL (first));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (second));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (passages));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (third));

  return G_MENU_MODEL (menu);
}

/* @at: what the menu opens at, in the coordinates of the tree */
void
telaah_theme_tree_show_menu (TelaahThemeTree    *self,
                             const GdkRectangle *at)
{
  const TelaahThemeFields *f = telaah_theme_fields (telaah_theme_row_get_theme (telaah_theme_tree_get_current (self)));
  g_autoptr(GMenuModel) model = menu_new (self, f->id);
  g_autofree char *digit = f->digit > 0 ? g_strdup_printf ("%u", f->digit) : g_strdup ("");
  GtkWidget *menu = gtk_popover_menu_new_from_model (model);

  g_simple_action_set_state (self->digit, g_variant_new_string (digit));
  gtk_popover_menu_add_child (GTK_POPOVER_MENU (menu), palette_new (self), "palette");
  gtk_popover_set_has_arrow (GTK_POPOVER (menu), FALSE);
  gtk_widget_set_halign (menu, GTK_ALIGN_START);
  show (self, menu, at);
}

/* ---- Description ---- */

/* What has been written is kept however the popover closes, but for Escape. */
static void
description_closed_cb (GtkPopover      *popover,
                       TelaahThemeTree *self)
{
  GtkTextBuffer *buffer = g_object_get_data (G_OBJECT (popover), "buffer");
  const char *id = g_object_get_data (G_OBJECT (popover), "theme");
  TelaahTheme *theme = telaah_session_find_theme (self->session, id);
  GtkTextIter start, end;
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;

  if (buffer == NULL || theme == NULL)
    return;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = g_strstrip (gtk_text_buffer_get_text (buffer, &start, &end, FALSE));
  g_object_set_data (G_OBJECT (popover), "buffer", NULL);

  if (g_strcmp0 (text, telaah_theme_fields (theme)->description != NULL ? telaah_theme_fields (theme)->description
                                                                       : "") != 0 &&
      !telaah_session_set_theme (self->session, id, "description", text, &error))
    telaah_theme_tree_fail (self, error);
}

static gboolean
description_key_cb (GtkPopover      *popover,
                    guint            keyval,
                    guint            keycode,
                    GdkModifierType  state)
{
  gboolean give_up = keyval == GDK_KEY_Escape;

  if (!give_up && !((keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter) && (state & GDK_CONTROL_MASK)))
    return GDK_EVENT_PROPAGATE;

  if (give_up)
    g_object_set_data (G_OBJECT (popover), "buffer", NULL);
  gtk_popover_popdown (popover);

  return GDK_EVENT_STOP;
}

static GtkWidget *
description_view_new (GtkTextBuffer *buffer)
{
  GtkWidget *scrolled = gtk_scrolled_window_new ();
  GtkWidget *view = gtk_text_view_new_with_buffer (buffer);

  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Description"), -1);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), view);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_size_request (scrolled, 260, 108);
  gtk_widget_add_css_class (scrolled, "theme-description");

  return scrolled;
}

void
telaah_theme_tree_show_description (TelaahThemeTree *self)
{
  TelaahThemeRow *row = telaah_theme_tree_get_current (self);
  const TelaahThemeFields *f = telaah_theme_fields (telaah_theme_row_get_theme (row));
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  g_autofree char *words = g_strdup_printf (_("When to use “%s”, when not"), f->name);
  GtkWidget *label = gtk_label_new (words);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GdkRectangle at = rectangle_of (self, GTK_WIDGET (row));

  gtk_text_buffer_set_text (buffer, f->description != NULL ? f->description : "", -1);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "caption-heading");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), description_view_new (buffer));
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_popover_set_position (GTK_POPOVER (popover), GTK_POS_BOTTOM);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);

  g_object_set_data_full (G_OBJECT (popover), "buffer", buffer, g_object_unref);
  g_object_set_data_full (G_OBJECT (popover), "theme", g_strdup (f->id), g_free);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (description_key_cb), popover);
  gtk_widget_add_controller (popover, keys);
  g_signal_connect_object (popover, "closed", G_CALLBACK (description_closed_cb), self, 0);
  show (self, popover, &at);
}
