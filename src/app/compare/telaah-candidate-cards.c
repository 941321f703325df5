/* Candidates as cards, best first, and the answers to them.
 *
 * An answer is learnt from, but what is on show keeps its order; what comes up next joins at the end. So nothing moves
 * under the hand of whoever works through them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-candidate-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-candidate-scope.h"

/* How many are on show at first, and how many more come at a time. */
#define STEP 6

/* A card that was answered, for when the answer is taken back. */
typedef struct
{
  TelaahSpan span;
  guint      position;
} GoneCard;

static void tag_cb    (TelaahCandidateList *self, const char *theme, TelaahCandidateCard *card);
static void refuse_cb (TelaahCandidateList *self, TelaahCandidateCard *card);

/* ---- Cards ---- */

TelaahCandidateCard *
telaah_candidate_list_get_card (TelaahCandidateList *self,
                                guint                position)
{
  return (TelaahCandidateCard *) gtk_list_box_get_row_at_index (self->cards, position);
}

static guint
count_cards (TelaahCandidateList *self)
{
  guint n = 0;

  while (telaah_candidate_list_get_card (self, n) != NULL)
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
  g_signal_connect_object (card, "open", G_CALLBACK (telaah_candidate_list_open), self, G_CONNECT_SWAPPED);
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
  TelaahCandidateCard *next = telaah_candidate_list_get_card (self, position + 1);

  if (next == NULL && position > 0)
    next = telaah_candidate_list_get_card (self, position - 1);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->cards)) == GTK_WIDGET (card))
    gtk_widget_grab_focus (next != NULL ? GTK_WIDGET (next) : GTK_WIDGET (self->expander));
  gtk_list_box_remove (self->cards, GTK_WIDGET (card));
}

/* Another cell is shown. */
void
telaah_candidate_list_clear (TelaahCandidateList *self)
{
  TelaahCandidateCard *card;

  while ((card = telaah_candidate_list_get_card (self, 0)) != NULL)
    gtk_list_box_remove (self->cards, GTK_WIDGET (card));

  g_ptr_array_set_size (self->queue, 0);
  g_array_set_size (self->gone, 0);
  self->wanted = STEP;
  self->wants_sight = FALSE;
  gtk_widget_set_visible (self->more_button, FALSE);
  gtk_widget_set_visible (self->refused_box, FALSE);
  telaah_candidate_list_say (self, NULL);
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

  while ((card = telaah_candidate_list_get_card (self, position)) != NULL)
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

/* To whoever has unfolded it. */
void
telaah_candidate_list_tell_filled (TelaahCandidateList *self)
{
  if (self->wants_sight)
    g_signal_emit_by_name (self, "filled");
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
  telaah_candidate_list_tell_filled (self);
}

/* The focus goes to the first that has come. */
void
telaah_candidate_list_show_more (TelaahCandidateList *self)
{
  guint before = count_cards (self);
  TelaahCandidateCard *card;

  self->wanted = before + STEP;
  fill (self, self->wanted);
  if ((card = telaah_candidate_list_get_card (self, before)) != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (card));
  update (self);
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
  const char *name = item != NULL ? telaah_theme_fields (item)->name : "";
  g_autofree char *message = g_strdup_printf (_("Tagged with “%s”"), name);
  g_autoptr(GError) error = NULL;
  g_autofree char *passage = telaah_session_tag (self->session, &tagging, &error);

  if (passage == NULL)
    g_signal_emit_by_name (self, "failed", error->message);
  else
    {
      take_away (self, card);
      g_signal_emit_by_name (self, "acted", message);
    }
}

static void
refuse_cb (TelaahCandidateList *self,
           TelaahCandidateCard *card)
{
  TelaahSpan span = telaah_candidate_card_get_candidate (card)->span;
  g_autoptr(GError) error = NULL;

  if (!telaah_session_refuse (self->session, (const char *const *) self->themes, self->source, span, TRUE, &error))
    g_signal_emit_by_name (self, "failed", error->message);
  else
    {
      take_away (self, card);
      g_signal_emit_by_name (self, "acted", _("Will not be offered again"));
    }
}

void
telaah_candidate_list_open (TelaahCandidateList *self,
                            TelaahCandidateCard *card)
{
  g_signal_emit_by_name (self, "open-place", self->source, telaah_candidate_card_get_candidate (card)->span.start);
}

/* Once, when the template is there. */
void
telaah_candidate_list_init_cards (TelaahCandidateList *self)
{
  self->queue = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_candidate_free);
  self->gone = g_array_new (FALSE, FALSE, sizeof (GoneCard));
  self->wanted = STEP;
}
