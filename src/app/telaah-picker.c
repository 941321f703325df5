/* One of many pieces of text to choose, by looking and by typing. Tens of thousands are fine: a row is made when it
 * comes into sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-picker.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-fold.h"
#include "app/reader/telaah-row-view.h"

/* More than its lines can show, in code points; what a screen reader says of it. */
#define MOST_OF_WORDS 300
#define MOST_OF_NAME  120

/* Pixels: how high the list is, by the number of rows, up to this. */
#define ROW_HEIGHT  66
#define MOST_HEIGHT 330
#define WIDTH       360

struct _TelaahPicker
{
  GtkWidget      parent_instance;

  GPtrArray     *items;       /* TelaahPickerItem */
  GPtrArray     *shown;       /* some of them, borrowed */

  GtkWidget     *entry;
  GtkWidget     *scroller;
  TelaahRowView *view;
  GtkWidget     *nothing;
};

G_DEFINE_FINAL_TYPE (TelaahPicker, telaah_picker, GTK_TYPE_WIDGET)

enum { PICKED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Items ---- */

TelaahPickerItem *
telaah_picker_item_new (const char *id,
                        const char *words,
                        const char *place)
{
  TelaahPickerItem *self = g_new0 (TelaahPickerItem, 1);

  self->id = g_strdup (id);
  self->words = g_strdup (words);
  self->place = g_strdup (place);

  return self;
}

void
telaah_picker_item_free (TelaahPickerItem *self)
{
  g_free (self->id);
  g_free (self->words);
  g_free (self->place);
  g_free (self->folded);
  g_free (self);
}

static const char *
need_folded (TelaahPickerItem *item)
{
  if (item->folded == NULL)
    {
      g_autofree char *all = g_strconcat (item->words, " ", item->place, NULL);

      item->folded = telaah_fold (all);
    }

  return item->folded;
}

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return ((const TelaahPickerItem *) item)->id;
}

static GtkWidget *
add_label (GtkWidget  *box,
           int         lines,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static GtkWidget *
create_row (gpointer user_data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  add_label (box, 3, "words");
  add_label (box, 1, "place");
  gtk_widget_add_css_class (box, "picker-row");

  return box;
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  const TelaahPickerItem *it = item;
  GtkWidget *words = gtk_widget_get_first_child (row), *place = gtk_widget_get_next_sibling (words);
  g_autofree char *line = it != NULL ? telaah_card_dup_line (it->words, MOST_OF_WORDS) : NULL;
  g_autofree char *short_line = it != NULL ? telaah_card_dup_line (it->words, MOST_OF_NAME) : NULL;
  g_autofree char *name = NULL;

  if (it == NULL)
    return;

  gtk_label_set_text (GTK_LABEL (words), line);
  gtk_label_set_text (GTK_LABEL (place), it->place != NULL ? it->place : "");
  gtk_widget_set_visible (place, it->place != NULL);
  name = it->place != NULL ? g_strdup_printf ("%s, %s", short_line, it->place) : g_strdup (short_line);
  telaah_row_set_label (row, name);
}

/* ---- Choosing ---- */

static void
show (TelaahPicker *self)
{
  g_auto(GStrv) words = telaah_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  GPtrArray *shown = g_ptr_array_new ();
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->shown);

  for (guint i = 0; i < self->items->len; i++)
    if (words == NULL || telaah_fold_matches (need_folded (self->items->pdata[i]), words))
      g_ptr_array_add (shown, self->items->pdata[i]);

  self->shown = shown;
  telaah_row_view_set_items (self->view, shown);
  telaah_row_view_go_to_top (self->view);
  telaah_row_view_set_selected (self->view, shown->len > 0 ? get_id (shown->pdata[0]) : NULL);
  gtk_widget_set_visible (self->scroller, shown->len > 0);
  gtk_widget_set_visible (self->nothing, shown->len == 0);
}

static void
picked_cb (TelaahPicker *self,
           const char   *id)
{
  g_autofree char *kept = g_strdup (id);

  g_signal_emit (self, signals[PICKED], 0, kept);
}

static void
activate_cb (TelaahPicker *self)
{
  const char *id = telaah_row_view_get_selected (self->view);

  if (id != NULL)
    picked_cb (self, id);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
enter_list (TelaahPicker *self)
{
  const char *id = telaah_row_view_get_selected (self->view);

  if (id != NULL)
    telaah_row_view_focus_row (self->view, id);
}

static gboolean
key_pressed_cb (TelaahPicker    *self,
                guint            key,
                guint            code,
                GdkModifierType  state)
{
  if ((key != GDK_KEY_Down && key != GDK_KEY_KP_Down) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  enter_list (self);

  return GDK_EVENT_STOP;
}

/* Escape is for the popover around it. */
static void
stop_cb (TelaahPicker *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

/* ---- The widget ---- */

static gboolean
telaah_picker_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TELAAH_PICKER (widget)->entry);
}

static void
telaah_picker_dispose (GObject *object)
{
  TelaahPicker *self = TELAAH_PICKER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->items, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_picker_parent_class)->dispose (object);
}

static void
telaah_picker_class_init (TelaahPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_picker_dispose;
  widget_class->grab_focus = telaah_picker_grab_focus;

  signals[PICKED] =
    g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "telaah-picker");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
init_list (TelaahPicker *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };

  self->view = TELAAH_ROW_VIEW (telaah_row_view_new ());
  telaah_row_view_set_funcs (self->view, &funcs, self);
  g_object_set (self->view, "single-click", TRUE, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Found"), -1);
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (picked_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  self->nothing = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->nothing), TRUE);
  gtk_label_set_justify (GTK_LABEL (self->nothing), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_add_css_class (self->nothing, "nothing");
  gtk_widget_set_parent (self->nothing, GTK_WIDGET (self));
}

static void
telaah_picker_init (TelaahPicker *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  self->items = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  self->entry = gtk_search_entry_new ();
  gtk_widget_set_size_request (self->entry, WIDTH, -1);
  gtk_widget_set_parent (self->entry, GTK_WIDGET (self));
  init_list (self);

  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->entry), GTK_WIDGET (self->view));
  g_signal_connect_swapped (self->entry, "search-changed", G_CALLBACK (show), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->entry, "stop-search", G_CALLBACK (stop_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->entry, keys);
}

GtkWidget *
telaah_picker_new (const char *placeholder)
{
  TelaahPicker *self = g_object_new (TELAAH_TYPE_PICKER, NULL);

  g_object_set (self->entry, "placeholder-text", placeholder, NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, placeholder, -1);

  return GTK_WIDGET (self);
}

/**
 * telaah_picker_set_items:
 * @items: (element-type TelaahPickerItem): kept, and not to be changed while they are shown
 * @nothing: what to say where there are none, or none is found
 */
void
telaah_picker_set_items (TelaahPicker *self,
                         GPtrArray    *items,
                         const char   *nothing)
{
  g_autoptr(GPtrArray) before = NULL;

  g_return_if_fail (TELAAH_IS_PICKER (self));

  before = g_steal_pointer (&self->items);
  self->items = g_ptr_array_ref (items);
  gtk_label_set_label (GTK_LABEL (self->nothing), nothing);
  gtk_widget_set_size_request (self->scroller, -1, CLAMP ((int) items->len, 1, MOST_HEIGHT / ROW_HEIGHT) * ROW_HEIGHT);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  show (self);
}
