/* Several references, of which one is wanted: a list that can be searched.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-reference-chooser.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

#include "formats/telaah-reference.h"

struct _TelaahReferenceChooser
{
  GtkBox              parent_instance;

  GListStore         *items;        /* TelaahSource; its id is the position of the reference */
  GtkFilter          *filter;
  GtkSingleSelection *selection;
  char               *wanted;       /* what is searched for, folded; or NULL */

  GtkWidget          *search;
  GtkWidget          *list;
};

G_DEFINE_FINAL_TYPE (TelaahReferenceChooser, telaah_reference_chooser, GTK_TYPE_BOX)

enum { CHOSEN, CANCELLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
holds (const char *text,
       const char *wanted)
{
  g_autofree char *folded = text != NULL ? g_utf8_casefold (text, -1) : NULL;

  return folded != NULL && strstr (folded, wanted) != NULL;
}

static gboolean
match_cb (gpointer item,
          gpointer user_data)
{
  TelaahReferenceChooser *self = user_data;
  const TelaahSourceFields *f = telaah_source_fields (item);

  return self->wanted == NULL || holds (f->title, self->wanted) || holds (f->author, self->wanted) ||
         holds (f->container, self->wanted) || holds (f->date, self->wanted);
}

static void
search_cb (TelaahReferenceChooser *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->search));

  g_free (self->wanted);
  self->wanted = *words != '\0' ? g_utf8_casefold (words, -1) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
choose (TelaahReferenceChooser *self,
        guint                   position)
{
  g_autoptr(TelaahSource) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, (guint) atoi (telaah_source_fields (item)->id));
}

static void
activate_cb (TelaahReferenceChooser *self,
             guint                   position)
{
  choose (self, position);
}

static void
enter_cb (TelaahReferenceChooser *self)
{
  choose (self, gtk_single_selection_get_selected (self->selection));
}

static void
stop_cb (TelaahReferenceChooser *self)
{
  g_signal_emit (self, signals[CANCELLED], 0);
}

/* Down from the search to the list. */
static gboolean
key_cb (TelaahReferenceChooser *self,
        guint                   key)
{
  return (key == GDK_KEY_Down || key == GDK_KEY_KP_Down) && gtk_widget_grab_focus (self->list);
}

/* ---- Rows ---- */

static GtkWidget *
make_label (gboolean first)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_start (label, 12);
  gtk_widget_set_margin_end (label, 12);
  if (first)
    {
      gtk_widget_set_margin_top (label, 6);
    }
  else
    {
      gtk_widget_set_margin_bottom (label, 6);
      gtk_widget_add_css_class (label, "caption");
      gtk_widget_add_css_class (label, "dim-label");
    }

  return label;
}

static void
clicked_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            GtkListItem     *item)
{
  GtkWidget *box = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  choose (TELAAH_REFERENCE_CHOOSER (gtk_widget_get_ancestor (box, TELAAH_TYPE_REFERENCE_CHOOSER)),
          gtk_list_item_get_position (item));
}

/* A click chooses. The list's own way for that would also select whatever the pointer happens to rest on when the list
 * comes up, and Enter would take it. */
static void
setup_cb (GtkListItemFactory *factory,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_box_append (GTK_BOX (box), make_label (TRUE));
  gtk_box_append (GTK_BOX (box), make_label (FALSE));
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkListItemFactory *factory,
         GtkListItem        *item)
{
  TelaahSource *source = gtk_list_item_get_item (item);
  const TelaahSourceFields *f = telaah_source_fields (source);
  GtkWidget *title = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *origin = gtk_widget_get_next_sibling (title);
  g_autofree char *words = telaah_source_dup_origin (source);

  gtk_label_set_text (GTK_LABEL (title), f->title != NULL ? f->title : _("Untitled"));
  gtk_label_set_text (GTK_LABEL (origin), words != NULL ? words : _("no author, no date"));
}

/**
 * telaah_reference_chooser_fill:
 * @references: (element-type TelaahReference):
 * @likely: (nullable): the title of the one that is probably meant
 */
void
telaah_reference_chooser_fill (TelaahReferenceChooser *self,
                               GPtrArray              *references,
                               const char             *likely)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = likely != NULL ? g_utf8_casefold (likely, -1) : NULL;
  guint selected = 0;

  for (guint i = 0; i < references->len; i++)
    {
      TelaahSourceFields fields = telaah_reference_as_fields (references->pdata[i]);
      g_autofree char *title = fields.title != NULL ? g_utf8_casefold (fields.title, -1) : NULL;
      g_autofree char *id = g_strdup_printf ("%u", i);

      fields.id = fields.sha256 = id;
      g_ptr_array_add (items, telaah_source_new (&fields));
      if (selected == 0 && folded != NULL && g_strcmp0 (title, folded) == 0)
        selected = i;
    }

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  gtk_single_selection_set_selected (self->selection, selected);
  gtk_widget_activate_action (self->list, "list.scroll-to-item", "u", selected);
  gtk_widget_grab_focus (self->search);
}

/* ---- The widget ---- */

static void
telaah_reference_chooser_finalize (GObject *object)
{
  TelaahReferenceChooser *self = TELAAH_REFERENCE_CHOOSER (object);

  g_object_unref (self->items);
  g_object_unref (self->filter);
  g_object_unref (self->selection);
  g_free (self->wanted);

  G_OBJECT_CLASS (telaah_reference_chooser_parent_class)->finalize (object);
}

static void
telaah_reference_chooser_class_init (TelaahReferenceChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_reference_chooser_finalize;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[CANCELLED] = g_signal_new ("cancelled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);
}

static void
make_list (TelaahReferenceChooser *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *scrolled = gtk_scrolled_window_new ();

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  self->list = gtk_list_view_new (GTK_SELECTION_MODEL (g_object_ref (self->selection)), factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("References"), -1);
  g_signal_connect_object (self->list, "activate", G_CALLBACK (activate_cb), self, G_CONNECT_SWAPPED);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scrolled), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), self->list);
  gtk_widget_set_vexpand (scrolled, TRUE);
  gtk_box_append (GTK_BOX (self), scrolled);
}

static void
telaah_reference_chooser_init (TelaahReferenceChooser *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkFilterListModel *filtered;

  self->items = g_list_store_new (TELAAH_TYPE_SOURCE);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->items)), g_object_ref (self->filter));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (filtered));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  self->search = gtk_search_entry_new ();
  gtk_widget_set_margin_top (self->search, 6);
  gtk_widget_set_margin_bottom (self->search, 12);
  gtk_widget_set_margin_start (self->search, 18);
  gtk_widget_set_margin_end (self->search, 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Search References"), -1);
  g_signal_connect_object (self->search, "changed", G_CALLBACK (search_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "activate", G_CALLBACK (enter_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->search, "stop-search", G_CALLBACK (stop_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (self->search, keys);
  gtk_box_append (GTK_BOX (self), self->search);

  make_list (self);
}
