/* Step by step through one point: what comes after what, and in which order when nobody is to know who says it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-steps.h"

#include <string.h>

/* What stands for a name. */
#define BLOT "···"

/* Words of a name with fewer letters than this are "de", "van", "the". */
#define SHORTEST 4

static void
add (GArray                *steps,
     TelaahSeminarStepKind  kind,
     guint                  card,
     gboolean               sheet,
     guint                  screen)
{
  TelaahSeminarStep step = { kind, card, sheet, screen };

  g_array_append_val (steps, step);
}

static void
add_card (GArray                  *steps,
          const TelaahSeminarPlot *plot,
          guint                    card)
{
  const TelaahSeminarShape *shape = &plot->cards[card];

  for (guint i = 0; i < shape->n_screens; i++)
    add (steps, TELAAH_SEMINAR_STEP_SUMMARY, card, FALSE, shape->screen + i);
  if (!plot->quotes || !shape->quotes)
    return;

  for (guint i = 0; i < shape->n_sheets; i++)
    add (steps, TELAAH_SEMINAR_STEP_QUOTES, card, TRUE, i);
  if (shape->n_sheets == 0)
    add (steps, TELAAH_SEMINAR_STEP_QUOTES, card, FALSE, shape->screen + shape->n_screens - 1);
}

/* Where nothing is written of either, it is asked for all the same. */
static void
add_comparison (GArray                  *steps,
                const TelaahSeminarPlot *plot)
{
  const TelaahSeminarShape *shape = &plot->comparison;
  gboolean sheet = shape->n_sheets > 0;
  guint first = sheet ? 0 : shape->screen, n = sheet ? shape->n_sheets : shape->n_screens;

  /* Screen by screen, or the one and then the other. */
  if (n > 1)
    for (guint i = 0; i < n; i++)
      add (steps, TELAAH_SEMINAR_STEP_DIFFERENCES, plot->n_cards, sheet, first + i);
  else
    {
      if (plot->similarities || !plot->differences)
        add (steps, TELAAH_SEMINAR_STEP_SIMILARITIES, plot->n_cards, sheet, first);
      if (plot->differences)
        add (steps, TELAAH_SEMINAR_STEP_DIFFERENCES, plot->n_cards, sheet, first);
    }
}

/**
 * telaah_seminar_steps_new:
 *
 * Returns: (transfer full) (element-type TelaahSeminarStep): at least the question
 */
GArray *
telaah_seminar_steps_new (const TelaahSeminarPlot *plot)
{
  GArray *steps = g_array_new (FALSE, TRUE, sizeof (TelaahSeminarStep));

  for (guint i = 0; i < plot->n_questions; i++)
    add (steps, TELAAH_SEMINAR_STEP_QUESTION, 0, TRUE, i);
  if (plot->n_questions == 0)
    add (steps, TELAAH_SEMINAR_STEP_QUESTION, 0, FALSE, 0);

  for (guint i = 0; i < plot->n_cards; i++)
    add_card (steps, plot, i);

  /* After all have been heard: each guess would make the next one easier. */
  for (guint i = 0; i < plot->n_cards && plot->blind; i++)
    add (steps, TELAAH_SEMINAR_STEP_REVEAL, i, FALSE, plot->cards[i].screen);
  add_comparison (steps, plot);

  return steps;
}

/**
 * telaah_seminar_steps_shows:
 * @at: where one is
 * @screen: of a card that goes over several, which of its screens; or %G_MAXUINT for any
 *
 * Returns: whether that has been come to
 */
gboolean
telaah_seminar_steps_shows (GArray                *steps,
                            guint                  at,
                            TelaahSeminarStepKind  kind,
                            guint                  card,
                            guint                  screen)
{
  for (guint i = 0; i <= at && i < steps->len; i++)
    {
      const TelaahSeminarStep *step = &g_array_index (steps, TelaahSeminarStep, i);

      if (step->kind == kind && step->card == card && (screen == G_MAXUINT || step->screen == screen))
        return TRUE;
    }

  return FALSE;
}

/* How far along a step is, whatever screens there are. */
static int
compare (const TelaahSeminarStep *a,
         const TelaahSeminarStep *b)
{
  gboolean late_a = a->kind >= TELAAH_SEMINAR_STEP_REVEAL, late_b = b->kind >= TELAAH_SEMINAR_STEP_REVEAL;

  if ((a->kind == TELAAH_SEMINAR_STEP_QUESTION) != (b->kind == TELAAH_SEMINAR_STEP_QUESTION))
    return a->kind == TELAAH_SEMINAR_STEP_QUESTION ? -1 : 1;
  if (late_a != late_b)
    return late_a ? 1 : -1;
  if (late_a && a->kind != b->kind)
    return a->kind < b->kind ? -1 : 1;
  if (a->card != b->card)
    return a->card < b->card ? -1 : 1;

  return a->kind < b->kind ? -1 : a->kind > b->kind ? 1 : 0;
}

/**
 * telaah_seminar_steps_find:
 * @step: of other steps, perhaps
 *
 * Returns: where that is among @steps, else what comes last before it
 */
guint
telaah_seminar_steps_find (GArray                  *steps,
                           const TelaahSeminarStep *step)
{
  guint found = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const TelaahSeminarStep *other = &g_array_index (steps, TelaahSeminarStep, i);
      int order = compare (other, step);

      if (order < 0 || (order == 0 && (other->sheet != step->sheet || other->screen <= step->screen ||
                                       compare (&g_array_index (steps, TelaahSeminarStep, found), step) < 0)))
        found = i;
    }

  return found;
}

/* ---- Blind ---- */

typedef struct
{
  guint   index;
  guint32 key;
} Place;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const Place *x = a, *y = b;

  if (x->key != y->key)
    return x->key < y->key ? -1 : 1;

  return x->index < y->index ? -1 : 1;
}

/* FNV-1a, and its bits stirred: what differs in the last letter alone must not stay together. */
static guint32
hash (guint32     seed,
      const char *point,
      const char *source)
{
  guint32 h = 2166136261u ^ seed;

  for (const char *p = point; *p != '\0'; p++)
    h = (h ^ (guint8) *p) * 16777619u;
  for (const char *p = source; *p != '\0'; p++)
    h = (h ^ (guint8) *p) * 16777619u;
  h ^= h >> 16;
  h *= 0x7feb352du;
  h ^= h >> 15;
  h *= 0x846ca68bu;

  return h ^ h >> 16;
}

/**
 * telaah_seminar_order:
 * @sources: ids, ended by %NULL
 * @seed: as long as it stays, so does the order
 *
 * Where it is blind each point has another order: who stood first at the last one says nothing.
 *
 * Returns: (transfer full) (element-type guint): positions in @sources
 */
GArray *
telaah_seminar_order (const char *const *sources,
                      const char        *point,
                      guint32            seed,
                      gboolean           blind)
{
  g_autoptr(GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  GArray *order = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; sources[i] != NULL; i++)
    {
      Place place = { i, blind ? hash (seed, point, sources[i]) : i };

      g_array_append_val (places, place);
    }
  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    g_array_append_val (order, g_array_index (places, Place, i).index);

  return order;
}

/**
 * telaah_seminar_dup_letter:
 *
 * Returns: (transfer full): A for 0, Z for 25, then AA
 */
char *
telaah_seminar_dup_letter (guint position)
{
  g_autofree char *before = position >= 26 ? telaah_seminar_dup_letter (position / 26 - 1) : NULL;

  return g_strdup_printf ("%s%c", before != NULL ? before : "", 'A' + position % 26);
}

static gboolean
is_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Names, and the words of names, folded; what is long comes first. */
static void
add_words (GPtrArray  *words,
           const char *name)
{
  const char *p = name;

  while (*p != '\0')
    {
      const char *start;

      while (*p != '\0' && !is_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      start = p;
      while (*p != '\0' && is_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);

      if (g_utf8_strlen (start, p - start) >= SHORTEST && g_unichar_isupper (g_utf8_get_char (start)))
        g_ptr_array_add (words, g_utf8_casefold (start, p - start));
    }
}

static gboolean
has_word (GPtrArray  *words,
          const char *start,
          const char *end)
{
  g_autofree char *word = g_utf8_casefold (start, end - start);

  return g_ptr_array_find_with_equal_func (words, word, g_str_equal, NULL);
}

/**
 * telaah_seminar_blot:
 * @names: of people; ended by %NULL
 *
 * Returns: (transfer full): @text, with dots where it has a word of one of the names; never longer
 */
char *
telaah_seminar_blot (const char        *text,
                     const char *const *names)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  GString *blotted = g_string_new (NULL);
  const char *p = text;

  for (guint i = 0; names[i] != NULL; i++)
    add_words (words, names[i]);

  while (*p != '\0')
    {
      const char *start = p;

      while (*p != '\0' && is_word (g_utf8_get_char (p)))
        p = g_utf8_next_char (p);
      if (p == start)
        p = g_utf8_next_char (p);
      else if (has_word (words, start, p))
        {
          g_string_append (blotted, BLOT);
          continue;
        }
      g_string_append_len (blotted, start, p - start);
    }

  return g_string_free (blotted, FALSE);
}
