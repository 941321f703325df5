/* The passages of a source as a list of cards. It follows the session, the text view's scrolling, and the reader's hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-list-private.h"

/* For how long after a hand was on the list, or a card was chosen, the text's scrolling does not move it.
 * In microseconds. */
#define HOLD (700 * 1000)

G_DEFINE_FINAL_TYPE (TelaahCardList, telaah_card_list, GTK_TYPE_WIDGET)

enum { PASSAGE_SELECTED, PASSAGE_ACTIVATED, RETAG, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_card_list_hold (TelaahCardList *self)
{
  self->top = G_MAXUINT;
  self->held = g_get_monotonic_time () + HOLD;
}

void
telaah_card_list_emit_failed (TelaahCardList *self,
                              const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

void
telaah_card_list_emit_removed (TelaahCardList *self,
                               const char     *label)
{
  g_signal_emit (self, signals[REMOVED], 0, label);
}

void
telaah_card_list_emit_selected (TelaahCardList *self,
                                const char     *passage)
{
  telaah_card_list_hold (self);
  g_signal_emit (self, signals[PASSAGE_SELECTED], 0, passage);
}

void
telaah_card_list_emit_retag (TelaahCardList *self,
                             const char     *passage)
{
  g_signal_emit (self, signals[RETAG], 0, passage);
}

/* ---- Rows ---- */

/* NULL: it has no row at the moment. */
TelaahPassageCard *
telaah_card_list_find_card (TelaahCardList *self,
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

/* In the second frame from now the list view knows how high the card has become. */
static gboolean
follow_cb (GtkWidget     *widget,
           GdkFrameClock *clock,
           gpointer       user_data)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  guint position = gtk_single_selection_get_selected (self->selection);

  if (--self->follow > 0)
    return G_SOURCE_CONTINUE;

  if (position != GTK_INVALID_LIST_POSITION)
    telaah_card_list_scroll_to (self, position);
  return G_SOURCE_REMOVE;
}

static void
grown_cb (TelaahCardList    *self,
          TelaahPassageCard *card)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (card));

  /* Only where somebody is at work. */
  if (row == NULL || gtk_widget_get_focus_child (row) == NULL)
    return;

  if (self->follow == 0)
    gtk_widget_add_tick_callback (GTK_WIDGET (self), follow_cb, NULL, NULL);
  self->follow = 2;
}

static void
setup_cb (TelaahCardList *self,
          GtkListItem    *row)
{
  GtkWidget *card = telaah_passage_card_new ();

  g_signal_connect_object (card, "failed", G_CALLBACK (telaah_card_list_emit_failed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (telaah_card_list_emit_removed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "grown", G_CALLBACK (grown_cb), self, G_CONNECT_SWAPPED);
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

/* No further than it must. */
void
telaah_card_list_scroll_to (TelaahCardList *self,
                            guint           position)
{
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
}

/* Without telling; G_MAXUINT: none. */
void
telaah_card_list_select_position (TelaahCardList *self,
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

  telaah_card_list_emit_selected (self, passage);
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
        telaah_card_list_select_position (self, telaah_card_model_find (self->model, selected));
      update_count (self);
    }

  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_CELLS))
    {
      g_hash_table_iter_init (&iter, self->cards);
      while (g_hash_table_iter_next (&iter, &card, NULL))
        telaah_passage_card_refresh (card);
    }
}

/* ---- Following the text ---- */

static gboolean
wheel_cb (TelaahCardList *self)
{
  telaah_card_list_hold (self);

  return GDK_EVENT_PROPAGATE;
}

/**
 * telaah_card_list_scroll_to_offset:
 * @offset: the first one of the text in sight, in code points
 *
 * Brings the first card of what is in sight to the top, unless the reader is busy with the list.
 */
void
telaah_card_list_scroll_to_offset (TelaahCardList *self,
                                   guint           offset)
{
  GtkAdjustment *adjustment;
  guint position, n;

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  n = g_list_model_get_n_items (G_LIST_MODEL (self->model));
  position = MIN (telaah_card_model_find_offset (self->model, offset), MAX (n, 1) - 1);
  if (n == 0 || position == self->top || g_get_monotonic_time () < self->held)
    return;

  /* The list view scrolls no further than it must; coming from its end it must bring the card to the top. */
  self->top = position;
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  telaah_card_list_scroll_to (self, position);
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

static gboolean
telaah_card_list_grab_focus (GtkWidget *widget)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->list));
}

static void
telaah_card_list_finalize (GObject *object)
{
  TelaahCardList *self = TELAAH_CARD_LIST (object);

  g_hash_table_unref (self->cards);
  g_free (self->source);
  g_free (self->to_edit);

  G_OBJECT_CLASS (telaah_card_list_parent_class)->finalize (object);
}

static guint
add_signal (TelaahCardListClass *klass,
            const char          *name)
{
  return g_signal_new (name, G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
telaah_card_list_class_init (TelaahCardListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_card_list_dispose;
  object_class->finalize = telaah_card_list_finalize;
  widget_class->grab_focus = telaah_card_list_grab_focus;

  signals[PASSAGE_SELECTED] = add_signal (klass, "passage-selected");
  signals[PASSAGE_ACTIVATED] = add_signal (klass, "passage-activated");
  signals[RETAG] = add_signal (klass, "retag");
  signals[REMOVED] = add_signal (klass, "removed");
  signals[FAILED] = add_signal (klass, "failed");

  telaah_card_list_install_commands (widget_class);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-card-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_set_css_name (widget_class, "cardlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_card_list_init (TelaahCardList *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->top = G_MAXUINT;
  self->cards = g_hash_table_new (NULL, NULL);
  self->model = telaah_card_model_new ();
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->model)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self, G_CONNECT_SWAPPED);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  telaah_card_list_init_menu (self);

  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (wheel, "scroll", G_CALLBACK (wheel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->scroller), wheel);
  update_count (self);
}

GtkWidget *
telaah_card_list_new (void)
{
  return g_object_new (TELAAH_TYPE_CARD_LIST, NULL);
}

/* @session: (nullable) */
void
telaah_card_list_set_session (TelaahCardList *self,
                              TelaahSession  *session)
{
  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  if (self->session == session)
    return;

  telaah_card_list_set_source (self, NULL);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);

  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* @source: (nullable): %NULL: none */
void
telaah_card_list_set_source (TelaahCardList *self,
                             const char     *source)
{
  g_autofree char *id = g_strdup (source);

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));
  g_return_if_fail (source == NULL || self->session != NULL);

  if (g_strcmp0 (self->source, id) == 0)
    return;

  telaah_card_list_flush (self);
  g_free (self->source);
  self->source = g_steal_pointer (&id);
  self->top = G_MAXUINT;

  self->quiet = TRUE;
  telaah_card_model_set_passages (self->model, self->source != NULL
                                                 ? telaah_session_get_passages (self->session, self->source) : NULL);
  self->quiet = FALSE;
  telaah_card_list_select_position (self, GTK_INVALID_LIST_POSITION);
  update_count (self);
}

/* Returns: (nullable): the id, until the next change */
const char *
telaah_card_list_get_selected (TelaahCardList *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_LIST (self), NULL);

  return telaah_card_model_get_id (self->model, gtk_single_selection_get_selected (self->selection));
}

/* @passage: (nullable): one of the source; its card comes into sight. %NULL: none */
void
telaah_card_list_set_selected (TelaahCardList *self,
                               const char     *passage)
{
  guint position;

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  position = telaah_card_model_find (self->model, passage);
  telaah_card_list_select_position (self, position);
  if (position == GTK_INVALID_LIST_POSITION)
    return;

  telaah_card_list_scroll_to (self, position);
  telaah_card_list_hold (self);
}

static gboolean
edit_cb (gpointer user_data)
{
  TelaahCardList *self = user_data;
  g_autofree char *passage = g_steal_pointer (&self->to_edit);
  TelaahPassageCard *card = telaah_card_list_find_card (self, passage);

  self->edit_source = 0;
  if (card != NULL && g_strcmp0 (telaah_card_list_get_selected (self), passage) == 0)
    telaah_passage_card_edit_note (card);

  return G_SOURCE_REMOVE;
}

/* Selects the passage and puts the caret into its note, or into a new one. */
void
telaah_card_list_edit_note (TelaahCardList *self,
                            const char     *passage)
{
  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  if (telaah_card_model_find (self->model, passage) == G_MAXUINT)
    return;

  g_free (self->to_edit);
  self->to_edit = g_strdup (passage);
  telaah_card_list_set_selected (self, passage);

  /* Its row may have yet to come. */
  if (self->edit_source == 0)
    self->edit_source = g_idle_add (edit_cb, self);
}

/* Saves what is being typed. */
void
telaah_card_list_flush (TelaahCardList *self)
{
  TelaahPassageCard *card;

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  card = telaah_card_list_find_card (self, telaah_card_list_get_selected (self));
  if (card != NULL)
    telaah_passage_card_flush (card);
}
