/* The passages of a source as a list of cards. It follows the session, the text view's scrolling, and the reader's hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-list.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-model.h"
#include "app/reader/telaah-passage-card.h"

/* For how long after a hand was on the list, or a card was chosen, the text's scrolling does not move it.
 * In microseconds. */
#define HOLD (700 * 1000)

struct _TelaahCardList
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *source;
  TelaahCardModel    *model;
  GtkSingleSelection *selection;
  GHashTable         *cards;        /* those that show a passage; owned by the list view */
  GtkWidget          *menu;

  gint64              held;         /* monotonic time until which scrolling from outside is not heeded */
  gboolean            quiet;        /* the selection does not change by the reader's hand */
  char               *to_edit;      /* id of the passage whose note wants the caret */
  guint               edit_source;

  /* from the template */
  GtkLabel           *count;
  GtkStack           *stack;
  GtkLabel           *hint;
  GtkScrolledWindow  *scroller;
  GtkListView        *list;
};

G_DEFINE_FINAL_TYPE (TelaahCardList, telaah_card_list, GTK_TYPE_WIDGET)

enum { PASSAGE_SELECTED, PASSAGE_ACTIVATED, RETAG, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
hold (TelaahCardList *self)
{
  self->held = g_get_monotonic_time () + HOLD;
}

static void
failed_cb (TelaahCardList *self,
           const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
removed_cb (TelaahCardList *self,
            const char     *label)
{
  g_signal_emit (self, signals[REMOVED], 0, label);
}

/* ---- Rows ---- */

static TelaahPassageCard *
find_card (TelaahCardList *self,
           const char     *passage)
{
  GHashTableIter iter;
  gpointer card;

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, &card, NULL))
    {
      TelaahPassage *shown = telaah_passage_card_get_passage (card);

      if (shown != NULL && g_strcmp0 (telaah_passage_fields (shown)->id, passage) == 0)
        return card;
    }

  return NULL;
}

static void
show_passage_cb (TelaahCardItem    *item,
                 GParamSpec        *pspec,
                 TelaahPassageCard *card)
{
  telaah_passage_card_set_passage (card, telaah_card_item_get_passage (item));
}

static void
row_selected_cb (GtkListItem *row)
{
  TelaahPassageCard *card = TELAAH_PASSAGE_CARD (gtk_list_item_get_child (row));

  if (gtk_list_item_get_item (row) != NULL)
    telaah_passage_card_set_selected (card, gtk_list_item_get_selected (row));
}

static void
setup_cb (TelaahCardList *self,
          GtkListItem    *row)
{
  GtkWidget *card = telaah_passage_card_new ();

  g_signal_connect_object (card, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect (row, "notify::selected", G_CALLBACK (row_selected_cb), NULL);
  gtk_list_item_set_child (row, card);
}

static void
bind_cb (TelaahCardList *self,
         GtkListItem    *row)
{
  TelaahPassageCard *card = TELAAH_PASSAGE_CARD (gtk_list_item_get_child (row));
  TelaahCardItem *item = gtk_list_item_get_item (row);

  telaah_passage_card_set_session (card, self->session);
  g_signal_connect_object (item, "notify::passage", G_CALLBACK (show_passage_cb), card, 0);
  show_passage_cb (item, NULL, card);
  row_selected_cb (row);
  g_hash_table_add (self->cards, card);
}

static void
unbind_cb (TelaahCardList *self,
           GtkListItem    *row)
{
  TelaahPassageCard *card = TELAAH_PASSAGE_CARD (gtk_list_item_get_child (row));

  g_hash_table_remove (self->cards, card);
  g_signal_handlers_disconnect_by_func (gtk_list_item_get_item (row), show_passage_cb, card);
  telaah_passage_card_set_passage (card, NULL);
}

/* ---- Selecting ---- */

static guint
get_position (TelaahCardList *self)
{
  return gtk_single_selection_get_selected (self->selection);
}

static void
scroll_to (TelaahCardList *self,
           guint           position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

static void
select_position (TelaahCardList *self,
                 guint           position)
{
  gboolean quiet = self->quiet;

  self->quiet = TRUE;
  gtk_single_selection_set_selected (self->selection, position);
  self->quiet = quiet;
}

static void
selected_cb (TelaahCardList *self)
{
  const char *passage = telaah_card_list_get_selected (self);

  if (self->quiet || passage == NULL)
    return;

  hold (self);
  g_signal_emit (self, signals[PASSAGE_SELECTED], 0, passage);
}

static void
activated_cb (TelaahCardList *self,
              guint           position)
{
  const char *passage = telaah_card_model_get_id (self->model, position);

  if (passage != NULL)
    g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage);
}

/* ---- The session ---- */

static void
update_count (TelaahCardList *self)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  g_autofree char *count = g_strdup_printf ("%'u", n);

  gtk_label_set_text (self->count, self->source != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->source != NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "cards" : "empty");
}

static void
changed_cb (TelaahCardList *self,
            TelaahChange    changes)
{
  g_autofree char *selected = g_strdup (telaah_card_list_get_selected (self));
  GHashTableIter iter;
  gpointer card;

  if (changes & TELAAH_CHANGE_PASSAGES)
    {
      self->quiet = TRUE;
      telaah_card_model_sync (self->model);
      self->quiet = FALSE;

      /* It may stand elsewhere now, and have been taken out and put in. */
      if (selected != NULL && telaah_card_list_get_selected (self) == NULL)
        select_position (self, telaah_card_model_find (self->model, selected));
      update_count (self);
    }

  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_CELLS))
    {
      g_hash_table_iter_init (&iter, self->cards);
      while (g_hash_table_iter_next (&iter, &card, NULL))
        telaah_passage_card_refresh (card);
    }
}

/* ---- Commands ---- */

static void
write_note_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);

  telaah_card_list_edit_note (self, telaah_card_list_get_selected (self));
}

static void
change_themes_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  const char *passage = telaah_card_list_get_selected (self);

  if (passage != NULL)
    g_signal_emit (self, signals[RETAG], 0, passage);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  const char *passage = telaah_card_list_get_selected (self);

  if (passage != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                            telaah_passage_fields (telaah_session_find_passage (self->session, passage))->quote);
}

/* The next card is selected then, so that one can go on. */
static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  g_autofree char *passage = g_strdup (telaah_card_list_get_selected (self));
  guint position = get_position (self);
  g_autoptr(GError) error = NULL;
  const char *next;

  if (passage == NULL)
    return;

  if (!telaah_session_untag (self->session, passage, NULL, &error))
    {
      failed_cb (self, error->message);
      return;
    }

  next = telaah_card_model_get_id (self->model, position);
  if (next == NULL && position > 0)
    next = telaah_card_model_get_id (self->model, --position);
  if (next != NULL)
    {
      select_position (self, position);
      scroll_to (self, position);
      if (find_card (self, next) != NULL)
        gtk_widget_grab_focus (GTK_WIDGET (find_card (self, next)));
      hold (self);
      g_signal_emit (self, signals[PASSAGE_SELECTED], 0, next);
    }

  removed_cb (self, _("Passage"));
}

static void
show_menu (TelaahCardList     *self,
           const GdkRectangle *at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* From the keyboard: under the selected card. */
static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  TelaahPassageCard *card = find_card (self, telaah_card_list_get_selected (self));
  graphene_rect_t bounds;

  if (card != NULL && gtk_widget_compute_bounds (GTK_WIDGET (card), widget, &bounds))
    show_menu (self, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                       MIN (bounds.size.height, gtk_widget_get_height (widget) - bounds.origin.y) });
}

static void
secondary_pressed_cb (TelaahCardList *self,
                      int             n_press,
                      double          x,
                      double          y,
                      GtkGesture     *gesture)
{
  GtkWidget *card = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  /* An editor has a menu of its own. */
  if (card != NULL && (GTK_IS_TEXT_VIEW (card) || gtk_widget_get_ancestor (card, GTK_TYPE_TEXT_VIEW) != NULL))
    return;
  if (card != NULL && !TELAAH_IS_PASSAGE_CARD (card))
    card = gtk_widget_get_ancestor (card, TELAAH_TYPE_PASSAGE_CARD);
  if (card == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_single_selection_set_selected (
    self->selection,
    telaah_card_model_find (self->model,
                            telaah_passage_fields (telaah_passage_card_get_passage (TELAAH_PASSAGE_CARD (card)))->id));
  gtk_widget_grab_focus (card);
  show_menu (self, &(GdkRectangle) { x, y, 1, 1 });
}

static void
make_menu (TelaahCardList *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) write = g_menu_new (), copy = g_menu_new (), take = g_menu_new ();

  g_menu_append (write, _("Write _Note"), "cards.write-note");
  g_menu_append (write, _("Change _Themes…"), "cards.change-themes");
  g_menu_append (copy, _("_Copy Quote"), "cards.copy-quote");
  g_menu_append (take, _("_Remove"), "cards.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (write));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (take));

  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
}

/* ---- Following the text ---- */

static gboolean
hand_cb (TelaahCardList *self)
{
  hold (self);

  return GDK_EVENT_PROPAGATE;
}

static void
watch_hand (TelaahCardList *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *any = gtk_event_controller_legacy_new ();
  GtkEventController *controllers[] = { wheel, keys };

  for (guint i = 0; i < G_N_ELEMENTS (controllers); i++)
    {
      gtk_event_controller_set_propagation_phase (controllers[i], GTK_PHASE_CAPTURE);
      g_signal_connect_swapped (controllers[i], i == 0 ? "scroll" : "key-pressed", G_CALLBACK (hand_cb), self);
      gtk_widget_add_controller (GTK_WIDGET (self->scroller), controllers[i]);
    }
  g_object_unref (g_object_ref_sink (any));
}

/* ---- The object ---- */

static void
telaah_card_list_dispose (GObject *object)
{
  TelaahCardList *self = TELAAH_CARD_LIST (object);
  GtkWidget *child;

  g_clear_handle_id (&self->edit_source, g_source_remove);
  if (self->session != NULL)
    telaah_card_list_set_session (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CARD_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->selection);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (telaah_card_list_parent_class)->dispose (object);
}
