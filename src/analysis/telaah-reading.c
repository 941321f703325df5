/* Reads a text into terms: its sentences, and the headings that they stand under.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "analysis/telaah-reading-private.h"
#include "model/telaah-mark.h"

/* How much less a heading says of a sentence than the next one below it. */
#define FADING 0.7f

struct _TelaahTerms
{
  GHashTable   *numbers;     /* term -> number + 1 */
  GStringChunk *strings;
};

/* ---- Terms ---- */

TelaahTerms *
telaah_terms_new (void)
{
  TelaahTerms *self = g_new (TelaahTerms, 1);

  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->strings = g_string_chunk_new (1 << 14);

  return self;
}

void
telaah_terms_free (TelaahTerms *self)
{
  if (self == NULL)
    return;

  g_hash_table_unref (self->numbers);
  g_string_chunk_free (self->strings);
  g_free (self);
}

guint
telaah_terms_get_n (TelaahTerms *self)
{
  return g_hash_table_size (self->numbers);
}

guint
telaah_terms_learn (TelaahTerms *self,
                    const char  *term)
{
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, term));

  if (number == 0)
    {
      number = g_hash_table_size (self->numbers) + 1;
      g_hash_table_insert (self->numbers, g_string_chunk_insert (self->strings, term), GUINT_TO_POINTER (number));
    }

  return number - 1;
}

/* Numbers say nothing of what a sentence is about, and headings bear them. */
static gboolean
is_number (const char *folded)
{
  for (; *folded != '\0'; folded = g_utf8_next_char (folded))
    if (!g_unichar_isdigit (g_utf8_get_char (folded)))
      return FALSE;

  return TRUE;
}

/* Appends the words of @span as tokens; one that the page has broken is one. */
static void
read_span (const TelaahText *text,
           TelaahSpan        span,
           TelaahLexicon    *lexicon,
           TelaahTerms      *terms,
           GArray           *tokens)
{
  g_autoptr(GArray) words = telaah_words_split (text, span, lexicon);

  for (guint i = 0; i < words->len; i++)
    {
      const TelaahWord *word = &g_array_index (words, TelaahWord, i);
      gboolean broken = word->whole != 0 && i + 1 < words->len;
      guint form = broken ? word->whole : word->form;
      TelaahToken token = { .start = word->start, .end = broken ? word[1].end : word->end };

      if (broken)
        i++;
      if (is_number (telaah_lexicon_get_folded (lexicon, form)))
        continue;

      token.term = telaah_terms_learn (terms, telaah_lexicon_get_stems (lexicon, form)[0]);
      token.is_stop = telaah_lexicon_is_stop_word (lexicon, form);
      g_array_append_val (tokens, token);
    }
}

void
telaah_terms_add (TelaahTerms   *self,
                  const char    *words,
                  TelaahLexicon *lexicon,
                  GArray        *numbers)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (words));
  g_autoptr(GArray) tokens = g_array_new (FALSE, FALSE, sizeof (TelaahToken));
  TelaahSpan all = { 0, telaah_text_get_characters (text) };

  read_span (text, all, lexicon, self, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const TelaahToken *token = &g_array_index (tokens, TelaahToken, i);

      if (!token->is_stop)
        g_array_append_val (numbers, token->term);
    }
}

/* ---- Headings ---- */

typedef struct
{
  const TelaahText *text;
  GPtrArray        *marks;
  guint             next;        /* of the marks */
  GArray           *path;        /* const TelaahMarkFields *: the headings that are open, the outermost first */
  TelaahLexicon    *lexicon;
  TelaahTerms      *terms;
} Headings;

static gboolean
is_heading (const TelaahMarkFields *f,
            const TelaahText       *text)
{
  return f->kind == TELAAH_MARK_HEADING && f->state != TELAAH_MARK_REFUSED &&
         f->span.end <= telaah_text_get_characters (text);
}

/* Opens the headings that begin before @offset. Returns: whether there were any */
static gboolean
go_to (Headings *self,
       guint     offset)
{
  gboolean moved = FALSE;

  for (; self->next < self->marks->len; self->next++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (self->marks->pdata[self->next]);

      if (f->span.start > offset)
        break;
      if (!is_heading (f, self->text))
        continue;

      while (self->path->len > 0 &&
             g_array_index (self->path, const TelaahMarkFields *, self->path->len - 1)->level >= f->level)
        g_array_set_size (self->path, self->path->len - 1);
      g_array_append_val (self->path, f);
      moved = TRUE;
    }

  return moved;
}

/* Each term once, with the weight of the lowest heading that has it. */
static void
add_section (Headings      *self,
             TelaahReading *reading)
{
  TelaahStretch stretch = { reading->headings->len, 0 };
  g_autoptr(GHashTable) seen = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) tokens = g_array_new (FALSE, FALSE, sizeof (TelaahToken));
  float weight = 1;

  for (guint i = self->path->len; i-- > 0; weight *= FADING)
    {
      const TelaahMarkFields *f = g_array_index (self->path, const TelaahMarkFields *, i);

      g_array_set_size (tokens, 0);
      read_span (self->text, f->span, self->lexicon, self->terms, tokens);
      for (guint j = 0; j < tokens->len; j++)
        {
          const TelaahToken *token = &g_array_index (tokens, TelaahToken, j);
          TelaahFeature feature = { token->term, weight };

          if (!token->is_stop && g_hash_table_add (seen, GUINT_TO_POINTER (token->term)))
            g_array_append_val (reading->headings, feature);
        }
    }

  stretch.n = reading->headings->len - stretch.first;
  g_array_append_val (reading->sections, stretch);
}

/* ---- Readings ---- */

TelaahReading *
telaah_reading_new (const TelaahText *text,
                    const GArray     *sentences,
                    GPtrArray        *marks,
                    TelaahLexicon    *lexicon,
                    TelaahTerms      *terms)
{
  TelaahReading *self = g_new (TelaahReading, 1);
  Headings headings = { .text = text, .marks = marks, .lexicon = lexicon, .terms = terms };

  self->units = g_array_sized_new (FALSE, FALSE, sizeof (TelaahUnit), sentences->len);
  self->tokens = g_array_new (FALSE, FALSE, sizeof (TelaahToken));
  self->headings = g_array_new (FALSE, FALSE, sizeof (TelaahFeature));
  self->sections = g_array_new (FALSE, FALSE, sizeof (TelaahStretch));
  headings.path = g_array_new (FALSE, FALSE, sizeof (const TelaahMarkFields *));

  for (guint i = 0; i < sentences->len; i++)
    {
      TelaahUnit unit = { .span = g_array_index (sentences, TelaahSpan, i), .first = self->tokens->len };

      if (go_to (&headings, unit.span.start) || i == 0)
        add_section (&headings, self);
      read_span (text, unit.span, lexicon, terms, self->tokens);
      unit.n_tokens = self->tokens->len - unit.first;
      unit.section = self->sections->len - 1;
      g_array_append_val (self->units, unit);
    }

  g_array_unref (headings.path);

  return self;
}

void
telaah_reading_free (TelaahReading *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->units);
  g_array_unref (self->tokens);
  g_array_unref (self->headings);
  g_array_unref (self->sections);
  g_free (self);
}

guint
telaah_reading_get_n_units (const TelaahReading *self)
{
  return self->units->len;
}

const TelaahUnit *
telaah_reading_get_unit (const TelaahReading *self,
                         guint                unit)
{
  return &g_array_index (self->units, TelaahUnit, unit);
}

const TelaahToken *
telaah_reading_get_tokens (const TelaahReading *self,
                           const TelaahUnit    *unit)
{
  return (const TelaahToken *) self->tokens->data + unit->first;
}
