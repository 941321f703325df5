/* What a cell may rest on besides its evidence: candidates as cards, best first, and the answers to them.
 *
 * An answer is learnt from, but what is on show keeps its order; what comes up next joins at the end. So nothing moves
 * under the hand of whoever works through them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-candidate-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-candidate-card.h"
#include "app/compare/telaah-candidate-scope.h"

/* How many are on show at first, and come with "Show More". */
#define STEP 6

/* A card that was answered, for when the answer is taken back. */
typedef struct
{
  TelaahSpan span;
  guint      position;
} GoneCard;

G_DEFINE_FINAL_TYPE (TelaahCandidateList, telaah_candidate_list, GTK_TYPE_BOX)

enum { OPEN_PLACE, ACTED, FILLED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void tag_cb    (TelaahCandidateList *self, const char *theme, TelaahCandidateCard *card);
static void refuse_cb (TelaahCandidateList *self, TelaahCandidateCard *card);
static void open_cb   (TelaahCandidateList *self, TelaahCandidateCard *card);

/* ---- Cards ---- */

static TelaahCandidateCard *
get_card (TelaahCandidateList *self,
          guint                position)
{
  return (TelaahCandidateCard *) gtk_list_box_get_row_at_index (self->cards, position);
}

static guint
count_cards (TelaahCandidateList *self)
{
  guint n = 0;

  while (get_card (self, n) != NULL)
    n++;

  return n;
}

/* @candidate: (transfer full) */
static void
insert_card (TelaahCandidateList *self,
             TelaahCandidate     *candidate,
             int                  position)
{
  GtkWidget *card = telaah_candidate_card_new (self->session, candidate, (const char *const *) self->themes);

  g_signal_connect_object (card, "tag", G_CALLBACK (tag_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "refuse", G_CALLBACK (refuse_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "open", G_CALLBACK (open_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->cards, card, position);
}

static void
fill (TelaahCandidateList *self,
      guint                wanted)
{
  for (guint n = count_cards (self); n < wanted && self->queue->len > 0; n++)
    insert_card (self, g_ptr_array_steal_index (self->queue, 0), -1);
}

/* The focus goes on to the card that takes its place. */
static void
remove_card (TelaahCandidateList *self,
             TelaahCandidateCard *card)
{
  guint position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card));
  TelaahCandidateCard *next = get_card (self, position + 1);

  if (next == NULL && position > 0)
    next = get_card (self, position - 1);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->cards)) == GTK_WIDGET (card))
    gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->expander));
  gtk_list_box_remove (self->cards, GTK_WIDGET (card));
}

static void
clear (TelaahCandidateList *self)
{
  TelaahCandidateCard *card;

  while ((card = get_card (self, 0)) != NULL)
    gtk_list_box_remove (self->cards, GTK_WIDGET (card));

  g_ptr_array_set_size (self->queue, 0);
  g_array_set_size (self->gone, 0);
  self->wanted = STEP;
  self->wants_sight = FALSE;
}

/* ---- What it shows ---- */

/* @sentence: (nullable): instead of cards, or above them */
void
telaah_candidate_list_say (TelaahCandidateList *self,
                           const char          *sentence)
{
  gtk_label_set_text (self->sentence, sentence != NULL ? sentence : "");
  gtk_widget_set_visible (GTK_WIDGET (self->sentence), sentence != NULL);
}

/* Where there is nothing to offer it says why; where that rests on little it says so. */
static const char *
get_sentence (TelaahCandidateList *self)
{
  gboolean examples = telaah_candidate_has_examples (self->session, (const char *const *) self->themes);

  if (count_cards (self) > 0)
    return examples ? NULL : _("Nothing is tagged with this theme yet: these go by its name and description.");

  return examples ? _("No candidates are left in this source.")
                  : _("Nothing to go by yet. Tag a few passages first, or describe the theme in the codebook.");
}

static void
update (TelaahCandidateList *self)
{
  guint n = telaah_candidate_count_refused (self->session, (const char *const *) self->themes, self->source);
  /* Translators: candidates that are not to be offered again */
  g_autofree char *refused = g_strdup_printf (ngettext ("%u refused", "%u refused", n), n);

  telaah_candidate_list_say (self, get_sentence (self));
  gtk_widget_set_visible (GTK_WIDGET (self->cards), count_cards (self) > 0);
  gtk_widget_set_visible (self->more_button, self->queue->len > 0);
  gtk_label_set_text (self->refused_label, refused);
  gtk_widget_set_visible (self->refused_box, n > 0);
}

/* ---- What comes ---- */

static guint
find (GPtrArray  *candidates,
      TelaahSpan  span)
{
  for (guint i = 0; i < candidates->len; i++)
    {
      const TelaahCandidate *candidate = candidates->pdata[i];

      if (candidate->span.start == span.start && candidate->span.end == span.end)
        return i;
    }

  return G_MAXUINT;
}

/* What is on show stays, unless it is a candidate no more. */
static void
keep_cards (TelaahCandidateList *self,
            GPtrArray           *candidates)
{
  TelaahCandidateCard *card;
  guint position = 0;

  while ((card = get_card (self, position)) != NULL)
    {
      guint found = find (candidates, telaah_candidate_card_get_candidate (card)->span);

      if (found == G_MAXUINT)
        remove_card (self, card);
      else
        {
          g_ptr_array_remove_index (candidates, found);
          position++;
        }
    }
}

/* What was answered and is a candidate again, since that was taken back, returns to its place. */
static void
bring_back (TelaahCandidateList *self,
            GPtrArray           *candidates)
{
  for (guint i = self->gone->len; i-- > 0; )
    {
      GoneCard gone = g_array_index (self->gone, GoneCard, i);
      guint found = find (candidates, gone.span);

      if (found != G_MAXUINT)
        {
          insert_card (self, g_ptr_array_steal_index (candidates, found), MIN (gone.position, count_cards (self)));
          g_array_remove_index (self->gone, i);
        }
    }
}

/* Without examples only what shares words with the theme's own is more than chance. */
static void
drop_unfounded (GPtrArray *candidates)
{
  for (guint i = candidates->len; i-- > 0; )
    if (((const TelaahCandidate *) candidates->pdata[i])->n_reasons == 0)
      g_ptr_array_remove_index (candidates, i);
}

static void
tell_filled (TelaahCandidateList *self)
{
  if (self->wants_sight)
    g_signal_emit (self, signals[FILLED], 0);
  self->wants_sight = FALSE;
}

/**
 * telaah_candidate_list_take:
 * @candidates: (transfer full) (element-type TelaahCandidate): all that the source has now, best first
 */
void
telaah_candidate_list_take (TelaahCandidateList *self,
                            GPtrArray           *candidates)
{
  if (!telaah_candidate_has_examples (self->session, (const char *const *) self->themes))
    drop_unfounded (candidates);

  keep_cards (self, candidates);
  bring_back (self, candidates);
  g_ptr_array_unref (self->queue);
  self->queue = candidates;
  fill (self, self->wanted);
  update (self);
  tell_filled (self);
}

/* ---- Answers ---- */

/* The next one is there before it goes, so that the focus has somewhere to go. */
static void
take_away (TelaahCandidateList *self,
           TelaahCandidateCard *card)
{
  GoneCard gone = { telaah_candidate_card_get_candidate (card)->span,
                    gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (card)) };

  g_array_append_val (self->gone, gone);
  fill (self, count_cards (self) + 1);
  remove_card (self, card);
  update (self);
}

static void
tag_cb (TelaahCandidateList *self,
        const char          *theme,
        TelaahCandidateCard *card)
{
  const char *const themes[] = { theme, NULL };
  TelaahTagging tagging = { .source = self->source, .span = telaah_candidate_card_get_candidate (card)->span,
                            .themes = themes };
  TelaahTheme *item = telaah_session_find_theme (self->session, theme);
  g_autofree char *message = g_strdup_printf (_("Tagged with “%s”"), item != NULL ? telaah_theme_fields (item)->name : "");
  g_autoptr(GError) error = NULL;
  g_autofree char *passage = telaah_session_tag (self->session, &tagging, &error);

  if (passage == NULL)
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else
    {
      take_away (self, card);
      g_signal_emit (self, signals[ACTED], 0, message);
    }
}

static void
refuse_cb (TelaahCandidateList *self,
           TelaahCandidateCard *card)
{
  TelaahSpan span = telaah_candidate_card_get_candidate (card)->span;
  g_autoptr(GError) error = NULL;

  if (!telaah_session_refuse (self->session, (const char *const *) self->themes, self->source, span, TRUE, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);
  else
    {
      take_away (self, card);
      g_signal_emit (self, signals[ACTED], 0, _("Will not be offered again"));
    }
}

static void
open_cb (TelaahCandidateList *self,
         TelaahCandidateCard *card)
{
  g_signal_emit (self, signals[OPEN_PLACE], 0, self->source, telaah_candidate_card_get_candidate (card)->span.start);
}

/* Enter, or a double click. */
static void
row_activated_cb (TelaahCandidateList *self,
                  GtkListBoxRow       *row)
{
  open_cb (self, TELAAH_CANDIDATE_CARD (row));
}

/* Beyond the first and the last card. */
static gboolean
keynav_failed_cb (TelaahCandidateList *self,
                  GtkDirectionType     direction)
{
  if (direction == GTK_DIR_UP)
    return gtk_widget_grab_focus (GTK_WIDGET (self->expander));

  return direction == GTK_DIR_DOWN && gtk_widget_get_visible (self->more_button) &&
         gtk_widget_grab_focus (self->more_button);
}

static void
more_clicked_cb (TelaahCandidateList *self)
{
  guint before = count_cards (self);

  self->wanted = before + STEP;
  fill (self, self->wanted);
  if (get_card (self, before) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (get_card (self, before)));
  update (self);
}

static void
again_clicked_cb (TelaahCandidateList *self)
{
  g_autoptr(GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->expander));
  if (telaah_session_offer_again (self->session, (const char *const *) self->themes, self->source, &error))
    g_signal_emit (self, signals[ACTED], 0, _("All are offered again"));
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
expanded_cb (TelaahCandidateList *self)
{
  if (self->showing)
    return;

  self->wants_sight = gtk_expander_get_expanded (self->expander);
  if (!self->wants_sight)
    telaah_candidate_list_cancel (self);
  else if (self->due)
    telaah_candidate_list_renew (self);
  else
    tell_filled (self);
}

static void
changed_cb (TelaahCandidateList *self,
            TelaahChange         changes)
{
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_POINTS |
                 TELAAH_CHANGE_MARKS | TELAAH_CHANGE_REFUSED))
    telaah_candidate_list_renew (self);
}

/* ---- The widget ---- */

static void
telaah_candidate_list_map (GtkWidget *widget)
{
  TelaahCandidateList *self = TELAAH_CANDIDATE_LIST (widget);

  GTK_WIDGET_CLASS (telaah_candidate_list_parent_class)->map (widget);
  if (self->due)
    telaah_candidate_list_renew (self);
}

static void
telaah_candidate_list_unmap (GtkWidget *widget)
{
  telaah_candidate_list_cancel (TELAAH_CANDIDATE_LIST (widget));

  GTK_WIDGET_CLASS (telaah_candidate_list_parent_class)->unmap (widget);
}

static void
set_session (TelaahCandidateList *self,
             TelaahSession       *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
telaah_candidate_list_dispose (GObject *object)
{
  TelaahCandidateList *self = TELAAH_CANDIDATE_LIST (object);

  if (self->spinner != NULL)
    telaah_candidate_list_cancel (self);
  set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CANDIDATE_LIST);

  G_OBJECT_CLASS (telaah_candidate_list_parent_class)->dispose (object);
}

static void
telaah_candidate_list_finalize (GObject *object)
{
  TelaahCandidateList *self = TELAAH_CANDIDATE_LIST (object);

  g_free (self->point);
  g_free (self->source);
  g_free (self->sha256);
  g_strfreev (self->themes);
  g_ptr_array_unref (self->queue);
  g_array_unref (self->gone);

  G_OBJECT_CLASS (telaah_candidate_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-candidate-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, expander);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, spinner);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, sentence);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, cards);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, more_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, refused_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, refused_label);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
telaah_candidate_list_class_init (TelaahCandidateListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = telaah_candidate_list_dispose;
  object_class->finalize = telaah_candidate_list_finalize;
  widget_class->map = telaah_candidate_list_map;
  widget_class->unmap = telaah_candidate_list_unmap;

  signals[OPEN_PLACE] = g_signal_new ("open-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILLED] = g_signal_new ("filled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
}

static void
telaah_candidate_list_init (TelaahCandidateList *self)
{
  self->queue = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_candidate_free);
  self->gone = g_array_new (FALSE, FALSE, sizeof (GoneCard));
  self->wanted = STEP;
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Whether what is on show was for this. */
static gboolean
is_same (TelaahCandidateList    *self,
         const TelaahCellFields *cell,
         const char             *sha256,
         const char *const      *themes)
{
  return self->themes != NULL && g_strcmp0 (self->point, cell->point) == 0 &&
         g_strcmp0 (self->source, cell->source) == 0 && g_strcmp0 (self->sha256, sha256) == 0 &&
         g_strv_equal ((const char *const *) self->themes, themes);
}

static void
take_cell (TelaahCandidateList *self,
           TelaahCell          *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  TelaahSource *source = telaah_session_find_source (self->session, f->source);
  const char *sha256 = source != NULL ? telaah_source_fields (source)->sha256 : NULL;
  g_auto(GStrv) themes = telaah_candidate_dup_themes (self->session, f->point);
  gboolean other = g_strcmp0 (self->point, f->point) != 0 || g_strcmp0 (self->source, f->source) != 0;

  if (is_same (self, f, sha256, (const char *const *) themes))
    return;

  g_free (self->point);
  g_free (self->source);
  g_free (self->sha256);
  g_strfreev (self->themes);
  self->point = g_strdup (f->point);
  self->source = g_strdup (f->source);
  self->sha256 = g_strdup (sha256);
  self->themes = g_steal_pointer (&themes);

  clear (self);
  telaah_candidate_list_say (self, NULL);
  gtk_widget_set_visible (self->more_button, FALSE);
  gtk_widget_set_visible (self->refused_box, FALSE);
  if (other)
    gtk_expander_set_expanded (self->expander, telaah_cell_is_thin (cell));
  telaah_candidate_list_renew (self);
}

/**
 * telaah_candidate_list_show:
 * @session: (nullable): whose cell it is
 * @cell: (nullable): %NULL for nothing
 *
 * Once it is folded or unfolded it stays so until another cell is shown, however many passages come.
 */
void
telaah_candidate_list_show (TelaahCandidateList *self,
                            TelaahSession       *session,
                            TelaahCell          *cell)
{
  g_return_if_fail (TELAAH_IS_CANDIDATE_LIST (self));

  self->showing = TRUE;
  if (cell == NULL)
    {
      telaah_candidate_list_cancel (self);
      clear (self);
      g_clear_pointer (&self->point, g_free);
      g_clear_pointer (&self->source, g_free);
      g_clear_pointer (&self->themes, g_strfreev);
    }
  set_session (self, session);
  if (cell != NULL)
    take_cell (self, cell);
  gtk_widget_set_visible (GTK_WIDGET (self), cell != NULL);
  self->showing = FALSE;
}

/* Opens it where it is closed, and takes one there once there is something to be seen. */
void
telaah_candidate_list_unfold (TelaahCandidateList *self)
{
  g_return_if_fail (TELAAH_IS_CANDIDATE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->expander));
  gtk_expander_set_expanded (self->expander, TRUE);
  self->wants_sight = TRUE;
  if (!self->due && self->wait == 0 && self->job == NULL)
    tell_filled (self);
}
