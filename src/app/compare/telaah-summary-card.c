/* The status of a cell, its summary and translation. What the evidence suggests is proposed, never done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-summary-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/compare/telaah-pair-box.h"
#include "app/compare/telaah-stale-notes.h"
#include "app/compare/telaah-status-mark.h"
#include "app/telaah-language.h"
#include "app/telaah-linking.h"

struct _TelaahSummaryCard
{
  GtkBox            parent_instance;

  TelaahSession    *session;
  TelaahCell       *cell;          /* as it is shown; NULL: none */
  TelaahCell       *stale_cell;    /* what the stale notes are of; NULL: none are shown */
  gboolean          loading;

  /* From the template. */
  GtkBox           *statuses;
  GtkWidget        *proposal_box;
  GtkLabel         *proposal;
  GtkButton        *accept_button;
  TelaahStaleNotes *stale;
  TelaahTextEditor *summary;
  GtkLabel         *summary_language;
  GtkWidget        *translation_card;
  TelaahTextEditor *translation;
  GtkLabel         *translation_language;

  GtkToggleButton  *status_buttons[TELAAH_N_STATUSES];
};

G_DEFINE_FINAL_TYPE (TelaahSummaryCard, telaah_summary_card, GTK_TYPE_BOX)

enum { OPEN_PASSAGE, LINK_ACTIVATED, FAILED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Passes on what a verb said; returns whether it was done. */
static gboolean
tell (TelaahSummaryCard *self,
      gboolean           done,
      GError            *error)
{
  if (!done)
    g_signal_emit (self, signals[FAILED], 0, error->message);

  return done;
}

/* ---- Verbs ---- */

static void
status_toggled_cb (GtkToggleButton   *button,
                   TelaahSummaryCard *self)
{
  TelaahStatus status = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "status"));
  g_autoptr(TelaahCell) cell = self->cell != NULL ? g_object_ref (self->cell) : NULL;
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;
  g_autoptr(GError) error = NULL;

  if (self->loading || !gtk_toggle_button_get_active (button) || f == NULL)
    return;

  if (!tell (self, telaah_session_set_cell (self->session, f->point, f->source, &status, NULL, &error), error))
    telaah_summary_card_show (self, self->session, cell);
}

static void
judge (TelaahSummaryCard *self,
       gboolean           accept)
{
  g_autoptr(TelaahCell) cell = self->cell != NULL ? g_object_ref (self->cell) : NULL;
  g_autoptr(GError) error = NULL;

  /* The buttons go with the question: to where the status is. */
  if (cell == NULL)
    return;
  gtk_widget_grab_focus (GTK_WIDGET (self->status_buttons[telaah_cell_fields (cell)->status]));
  tell (self, telaah_session_judge_proposal (self->session, telaah_cell_fields (cell)->point,
                                             telaah_cell_fields (cell)->source, accept, &error), error);
}

static void
accept_clicked_cb (TelaahSummaryCard *self)
{
  judge (self, TRUE);
}

static void
decline_clicked_cb (TelaahSummaryCard *self)
{
  judge (self, FALSE);
}

static void
summary_commit_cb (TelaahSummaryCard *self,
                   const char        *text)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;
  g_autoptr(TelaahCell) cell = self->cell != NULL ? g_object_ref (self->cell) : NULL;
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;
  g_autoptr(GError) error = NULL;
  gboolean first;

  if (f == NULL)
    {
      telaah_text_editor_reject (self->summary);
      return;
    }

  /* Whoever writes what a source says has read it. */
  first = f->status == TELAAH_STATUS_UNREAD && *text != '\0';

  if (!tell (self, telaah_session_set_cell (self->session, f->point, f->source, first ? &treated : NULL, text, &error),
             error))
    telaah_text_editor_reject (self->summary);
}

static void
translation_commit_cb (TelaahSummaryCard *self,
                       const char        *text)
{
  g_autoptr(TelaahCell) cell = self->cell != NULL ? g_object_ref (self->cell) : NULL;
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;
  g_autoptr(GError) error = NULL;

  if (f == NULL ||
      !tell (self, telaah_session_set_translation (self->session, f->point, f->source, text, &error), error))
    telaah_text_editor_reject (self->translation);
}

static void
confirm_cb (TelaahSummaryCard *self)
{
  g_autoptr(GError) error = NULL;

  /* Words that are being typed are a rewrite, and that is an answer too. */
  if (telaah_text_editor_flush (self->summary) && self->cell != NULL && telaah_cell_is_stale (self->cell))
    {
      g_autoptr(TelaahCell) cell = g_object_ref (self->cell);
      const TelaahCellFields *f = telaah_cell_fields (cell);

      tell (self, telaah_session_confirm_cell (self->session, f->point, f->source, &error), error);
    }

  telaah_text_editor_edit (self->summary, FALSE);
}

static void
rewrite_cb (TelaahSummaryCard *self)
{
  telaah_text_editor_edit (self->summary, TRUE);
}

/* ---- Passing on ---- */

static void
open_passage_cb (TelaahSummaryCard *self,
                 const char        *source,
                 const char        *passage)
{
  g_signal_emit (self, signals[OPEN_PASSAGE], 0, source, passage);
}

static void
link_activated_cb (TelaahSummaryCard *self,
                   TelaahLink        *link)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, link);
}

static void
linking_failed (gpointer    user_data,
                const char *message)
{
  g_signal_emit (user_data, signals[FAILED], 0, message);
}

static void
done_cb (TelaahSummaryCard *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* ---- Showing ---- */

static void
show_proposal (TelaahSummaryCard *self)
{
  const TelaahCellFields *f = telaah_cell_fields (self->cell);
  guint n = telaah_cell_get_evidence (self->cell)->len;
  const char *status = telaah_status_get_word (f->proposal);
  g_autofree char *reason = NULL, *question = NULL, *words = NULL, *accept = NULL;

  gtk_widget_set_visible (self->proposal_box, f->proposes);
  if (!f->proposes)
    return;

  reason = n > 0 ? g_strdup_printf (ngettext ("%u passage is tagged here.", "%u passages are tagged here.", n), n)
                 : g_strdup (_("No passages are tagged here any more."));
  /* Translators: %s is a status of a cell, such as "Treated" */
  question = g_strdup_printf (_("Set to “%s”?"), status);
  words = g_strdup_printf ("%s %s", reason, question);
  accept = g_strdup_printf (_("Set to “%s”"), status);
  gtk_label_set_text (self->proposal, words);
  gtk_button_set_label (self->accept_button, accept);
}

static gboolean
is_same_place (TelaahCell *a,
               TelaahCell *b)
{
  return a != NULL && b != NULL &&
         g_strcmp0 (telaah_cell_fields (a)->point, telaah_cell_fields (b)->point) == 0 &&
         g_strcmp0 (telaah_cell_fields (a)->source, telaah_cell_fields (b)->source) == 0;
}

/* Passages are never changed, only replaced. */
static gboolean
rest_on_the_same (TelaahCell *a,
                  TelaahCell *b)
{
  GPtrArray *first = telaah_cell_get_evidence (a), *second = telaah_cell_get_evidence (b);

  if (!is_same_place (a, b) || first->len != second->len ||
      g_strcmp0 (telaah_cell_fields (a)->seen, telaah_cell_fields (b)->seen) != 0)
    return FALSE;

  for (guint i = 0; i < first->len; i++)
    if (first->pdata[i] != second->pdata[i])
      return FALSE;

  return TRUE;
}

/* Read anew only where it may be otherwise: it looks through the journal. */
static void
show_stale (TelaahSummaryCard *self)
{
  const TelaahCellFields *f = telaah_cell_fields (self->cell);
  gboolean stale = telaah_cell_is_stale (self->cell);
  g_autoptr(GError) error = NULL;
  TelaahCellChanges *changes;

  gtk_widget_set_visible (GTK_WIDGET (self->stale), stale);
  if (!stale)
    {
      g_clear_object (&self->stale_cell);
      return;
    }
  if (self->stale_cell != NULL && rest_on_the_same (self->stale_cell, self->cell))
    return;

  g_set_object (&self->stale_cell, self->cell);
  changes = telaah_session_dup_changes (self->session, f->point, f->source, &error);
  if (changes != NULL)
    telaah_stale_notes_show (self->stale, changes);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
show_languages (TelaahSummaryCard *self)
{
  const char *first = telaah_session_get_language (self->session);
  const char *second = telaah_session_get_second_language (self->session);
  gboolean both = second != NULL && *second != '\0';
  g_autofree char *first_name = first != NULL && *first != '\0' ? telaah_language_dup_name (first)
                                                                : g_strdup (_("Summary"));
  g_autofree char *second_name = both ? telaah_language_dup_name (second) : NULL;
  g_autofree char *first_label = NULL, *second_label = NULL;

  gtk_widget_set_visible (self->translation_card, both);
  gtk_widget_set_visible (GTK_WIDGET (self->summary_language), both);
  gtk_label_set_text (self->summary_language, first_name);
  gtk_label_set_text (self->translation_language, both ? second_name : "");

  /* Translators: %s is the name of a language */
  first_label = both ? g_strdup_printf (_("Summary, %s"), first_name) : g_strdup (_("Summary"));
  second_label = both ? g_strdup_printf (_("Translation, %s"), second_name) : g_strdup (_("Translation"));
  telaah_text_editor_set_label (self->summary, first_label);
  telaah_text_editor_set_label (self->translation, second_label);
}

static void
show_text (TelaahTextEditor *editor,
           const char       *text,
           gboolean          again)
{
  if (!again)
    telaah_text_editor_forget (editor);
  telaah_text_editor_set_text (editor, text);
}

/**
 * telaah_summary_card_show:
 * @session: (nullable): whose cell it is
 * @cell: (nullable): %NULL: none
 *
 * What is being typed for another cell is to be flushed before; for the same one it stands.
 */
void
telaah_summary_card_show (TelaahSummaryCard *self,
                          TelaahSession     *session,
                          TelaahCell        *cell)
{
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;
  gboolean again;

  g_return_if_fail (TELAAH_IS_SUMMARY_CARD (self));

  again = is_same_place (self->cell, cell);
  g_set_object (&self->session, session);
  g_set_object (&self->cell, cell);

  show_text (self->summary, f != NULL ? f->summary : NULL, again);
  show_text (self->translation, f != NULL ? f->translation : NULL, again);
  telaah_linking_show (self->summary, cell != NULL ? session : NULL, f != NULL ? f->point : NULL,
                       f != NULL ? f->source : NULL);
  telaah_linking_show (self->translation, cell != NULL ? session : NULL, f != NULL ? f->point : NULL,
                       f != NULL ? f->source : NULL);
  if (cell == NULL)
    return;

  self->loading = TRUE;
  gtk_toggle_button_set_active (self->status_buttons[f->status], TRUE);
  self->loading = FALSE;
  show_proposal (self);
  show_stale (self);
  show_languages (self);
}

/* ---- The widget ---- */

static void
telaah_summary_card_dispose (GObject *object)
{
  TelaahSummaryCard *self = TELAAH_SUMMARY_CARD (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SUMMARY_CARD);
  g_clear_object (&self->stale_cell);
  g_clear_object (&self->cell);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_summary_card_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-summary-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, statuses);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, proposal_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, proposal);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, accept_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, stale);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, summary);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, summary_language);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, translation_card);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, translation);
  gtk_widget_class_bind_template_child (widget_class, TelaahSummaryCard, translation_language);

  gtk_widget_class_bind_template_callback (widget_class, accept_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, decline_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, summary_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, translation_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_cb);
  gtk_widget_class_bind_template_callback (widget_class, rewrite_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
telaah_summary_card_class_init (TelaahSummaryCardClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_summary_card_dispose;

  signals[OPEN_PASSAGE] = g_signal_new ("open-passage", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, TELAAH_TYPE_LINK);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_PAIR_BOX);
  g_type_ensure (TELAAH_TYPE_STALE_NOTES);
  g_type_ensure (TELAAH_TYPE_TEXT_EDITOR);
  bind_template (GTK_WIDGET_CLASS (klass));
}

/* A mark over its word; four of them side by side in the pane's width. */
static GtkToggleButton *
status_button_new (TelaahSummaryCard *self,
                   TelaahStatus       status)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *word = gtk_label_new (telaah_status_get_word (status));

  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (word, "caption");

  gtk_box_append (GTK_BOX (box), telaah_status_mark_new (status));
  gtk_box_append (GTK_BOX (box), word);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  telaah_status_get_word (status), -1);

  g_object_set_data (G_OBJECT (button), "status", GUINT_TO_POINTER (status));
  g_signal_connect (button, "toggled", G_CALLBACK (status_toggled_cb), self);

  return GTK_TOGGLE_BUTTON (button);
}

static void
telaah_summary_card_init (TelaahSummaryCard *self)
{
  /* From what is most often found to what is still to do. */
  const TelaahStatus order[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };

  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_linking_attach (self->summary, TELAAH_LINK_SUMMARY, linking_failed, self);
  telaah_linking_attach (self->translation, TELAAH_LINK_TRANSLATION, linking_failed, self);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkToggleButton *button = status_button_new (self, order[i]);

      self->status_buttons[order[i]] = button;
      gtk_toggle_button_set_group (button, i > 0 ? self->status_buttons[order[0]] : NULL);
      gtk_box_append (self->statuses, GTK_WIDGET (button));
    }
}

/* Saves what is being typed. Returns: whether all of it is saved */
gboolean
telaah_summary_card_flush (TelaahSummaryCard *self)
{
  gboolean saved;

  g_return_val_if_fail (TELAAH_IS_SUMMARY_CARD (self), FALSE);

  saved = telaah_text_editor_flush (self->summary);

  return telaah_text_editor_flush (self->translation) && saved;
}

void
telaah_summary_card_edit (TelaahSummaryCard *self,
                          gboolean           select_all)
{
  g_return_if_fail (TELAAH_IS_SUMMARY_CARD (self));

  telaah_text_editor_edit (self->summary, select_all);
}

TelaahTextEditor *
telaah_summary_card_get_summary (TelaahSummaryCard *self)
{
  g_return_val_if_fail (TELAAH_IS_SUMMARY_CARD (self), NULL);

  return self->summary;
}

TelaahTextEditor *
telaah_summary_card_get_translation (TelaahSummaryCard *self)
{
  g_return_val_if_fail (TELAAH_IS_SUMMARY_CARD (self), NULL);

  return self->translation;
}
