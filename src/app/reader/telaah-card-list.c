/* The passages of a source as a list of cards. It follows the session, the text view's scrolling, and the reader's
 * hand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-list-private.h"

#include "app/telaah-focus.h"

/* For how long after a hand was on the list, or a card was chosen, the text's scrolling does not move it.
 * In microseconds. */
#define HOLD (700 * 1000)

G_DEFINE_FINAL_TYPE (TelaahCardList, telaah_card_list, GTK_TYPE_WIDGET)

enum { PASSAGE_SELECTED, PASSAGE_ACTIVATED, RETAG, REMOVED, FAILED, NOTE_DONE, N_SIGNALS };

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
telaah_card_list_emit_retag (TelaahCardList *self,
                             const char     *passage)
{
  g_signal_emit (self, signals[RETAG], 0, passage);
}

void
telaah_card_list_emit_note_done (TelaahCardList *self)
{
  g_signal_emit (self, signals[NOTE_DONE], 0);
}

/* ---- What the view says ---- */

static void
selected_cb (TelaahCardList *self,
             const char     *passage)
{
  telaah_card_list_hold (self);
  g_signal_emit (self, signals[PASSAGE_SELECTED], 0, passage);
}

static void
activated_cb (TelaahCardList *self,
              const char     *passage)
{
  g_signal_emit (self, signals[PASSAGE_ACTIVATED], 0, passage);
}

/* ---- The session ---- */

static void
update_count (TelaahCardList *self)
{
  guint n = telaah_row_view_get_n (self->view);
  g_autofree char *count = g_strdup_printf ("%'u", n);

  gtk_label_set_text (self->count, self->source != NULL ? count : "");
  gtk_widget_set_visible (GTK_WIDGET (self->hint), self->source != NULL);
  gtk_stack_set_visible_child_name (self->stack, n > 0 ? "cards" : "empty");
}

static void
changed_cb (TelaahCardList *self,
            TelaahChange    changes)
{
  if (changes & TELAAH_CHANGE_PASSAGES)
    {
      telaah_row_view_sync (self->view);
      self->top = G_MAXUINT;
      update_count (self);
    }

  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_CELLS))
    telaah_card_list_refresh_cards (self);
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
  guint position, n;

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  n = telaah_row_view_get_n (self->view);
  position = MIN (telaah_card_list_find_offset (self, offset), MAX (n, 1) - 1);
  if (n == 0 || position == self->top || g_get_monotonic_time () < self->held)
    return;

  self->top = position;
  telaah_row_view_bring_to_top (self->view, position);
}

/* ---- The object ---- */

static void
telaah_card_list_dispose (GObject *object)
{
  TelaahCardList *self = TELAAH_CARD_LIST (object);
  GtkWidget *child;

  if (self->session != NULL)
    telaah_card_list_set_session (self, NULL);
  g_clear_pointer (&self->menu, gtk_widget_unparent);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CARD_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_card_list_parent_class)->dispose (object);
}

static gboolean
telaah_card_list_grab_focus (GtkWidget *widget)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
telaah_card_list_finalize (GObject *object)
{
  TelaahCardList *self = TELAAH_CARD_LIST (object);

  g_free (self->source);

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
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_card_list_grab_focus;

  signals[PASSAGE_SELECTED] = add_signal (klass, "passage-selected");
  signals[PASSAGE_ACTIVATED] = add_signal (klass, "passage-activated");
  signals[RETAG] = add_signal (klass, "retag");
  signals[REMOVED] = add_signal (klass, "removed");
  signals[FAILED] = add_signal (klass, "failed");
  signals[NOTE_DONE] = g_signal_new ("note-done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 0);

  telaah_card_list_install_commands (widget_class);

  g_type_ensure (TELAAH_TYPE_ROW_VIEW);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-card-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahCardList, view);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_set_css_name (widget_class, "cardlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_card_list_init (TelaahCardList *self)
{
  GtkEventController *wheel = gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  self->top = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_card_list_init_rows (self);
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

  telaah_row_view_set_model (self->view, self->source != NULL
                               ? telaah_session_get_passages (self->session, self->source) : NULL);
  update_count (self);
}

/* Returns: (nullable): the id, until the next change */
const char *
telaah_card_list_get_selected (TelaahCardList *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_LIST (self), NULL);

  return telaah_row_view_get_selected (self->view);
}

/* @passage: (nullable): one of the source; its card comes into sight. %NULL: none */
void
telaah_card_list_set_selected (TelaahCardList *self,
                               const char     *passage)
{
  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  telaah_row_view_set_selected (self->view, passage);
  if (passage != NULL)
    telaah_card_list_hold (self);
}

/* Until the list has been laid out there is no card. */
static gboolean
edit_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       passage)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  TelaahPassageCard *card = telaah_card_list_get_selected_card (self);

  if (g_strcmp0 (telaah_card_list_get_selected (self), passage) != 0)
    return G_SOURCE_REMOVE;
  if (card == NULL || !gtk_widget_get_mapped (GTK_WIDGET (card)))
    return G_SOURCE_CONTINUE;

  telaah_passage_card_edit_note (card);
  return G_SOURCE_REMOVE;
}

/* Selects the passage and puts the caret into its note, or into a new one. */
void
telaah_card_list_edit_note (TelaahCardList *self,
                            const char     *passage)
{
  g_autofree char *id = g_strdup (passage);

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  if (telaah_row_view_find (self->view, id) == G_MAXUINT)
    return;

  telaah_card_list_set_selected (self, id);
  if (edit_cb (GTK_WIDGET (self), NULL, id))
    gtk_widget_add_tick_callback (GTK_WIDGET (self), edit_cb, g_steal_pointer (&id), g_free);
}

/* Saves what is being typed. */
void
telaah_card_list_flush (TelaahCardList *self)
{
  TelaahPassageCard *card;

  g_return_if_fail (TELAAH_IS_CARD_LIST (self));

  card = telaah_card_list_get_selected_card (self);
  if (card != NULL)
    telaah_passage_card_flush (card);
}
