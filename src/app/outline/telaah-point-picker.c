/* A popover with the points of the outline at hand, to choose one: type to filter, Enter chooses.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-point-picker.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/outline/telaah-outline-points.h"

/* For each level, in pixels. */
#define INDENT 16

struct _TelaahPointPicker
{
  GtkPopover      parent_instance;

  GtkSearchEntry *entry;
  GtkListBox     *list;
  char           *query;    /* folded */
};

G_DEFINE_FINAL_TYPE (TelaahPointPicker, telaah_point_picker, GTK_TYPE_POPOVER)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  TelaahPointPicker *self = user_data;

  return self->query == NULL || strstr (g_object_get_data (G_OBJECT (row), "folded"), self->query) != NULL;
}

/* The first that is shown is what Enter chooses. */
static void
select_first (TelaahPointPicker *self)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    if (filter_cb (row, self))
      break;
  gtk_list_box_select_row (self->list, row);
}

static void
search_changed_cb (TelaahPointPicker *self)
{
  g_free (self->query);
  self->query = g_utf8_casefold (gtk_editable_get_text (GTK_EDITABLE (self->entry)), -1);
  gtk_list_box_invalidate_filter (self->list);
  select_first (self);
}

static void
row_activated_cb (TelaahPointPicker *self,
                  GtkListBoxRow     *row)
{
  g_autofree char *point = g_strdup (g_object_get_data (G_OBJECT (row), "point"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[CHOSEN], 0, point);
}

static void
activate_cb (TelaahPointPicker *self)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row != NULL)
    row_activated_cb (self, row);
}

/* From the entry down into the list. */
static gboolean
key_pressed_cb (TelaahPointPicker *self,
                guint              keyval)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (keyval != GDK_KEY_Down || row == NULL)
    return GDK_EVENT_PROPAGATE;

  gtk_widget_grab_focus (GTK_WIDGET (row));

  return GDK_EVENT_STOP;
}

static void
telaah_point_picker_finalize (GObject *object)
{
  g_free (TELAAH_POINT_PICKER (object)->query);

  G_OBJECT_CLASS (telaah_point_picker_parent_class)->finalize (object);
}

static void
telaah_point_picker_class_init (TelaahPointPickerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_point_picker_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
telaah_point_picker_init (TelaahPointPicker *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = GTK_SEARCH_ENTRY (gtk_search_entry_new ());
  g_object_set (self->entry, "placeholder-text", _("Point"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Find a point"), -1);
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (gtk_popover_popdown), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Points"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->list));

  gtk_widget_set_size_request (box, 260, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->entry));
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_popover_set_child (GTK_POPOVER (self), box);
}

GtkWidget *
telaah_point_picker_new (TelaahSession *session)
{
  TelaahPointPicker *self = g_object_new (TELAAH_TYPE_POINT_PICKER, NULL);
  GListModel *points = telaah_session_get_points (session);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *f = telaah_point_fields (point);
      const char *title = telaah_point_get_label (session, point);
      GtkWidget *label = gtk_label_new (title), *row = gtk_list_box_row_new ();

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_widget_set_margin_start (label, f->depth * INDENT);
      gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
      g_object_set_data_full (G_OBJECT (row), "point", g_strdup (f->id), g_free);
      g_object_set_data_full (G_OBJECT (row), "folded", g_utf8_casefold (title, -1), g_free);
      gtk_list_box_append (self->list, row);
    }
  select_first (self);

  return GTK_WIDGET (self);
}
