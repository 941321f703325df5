/* Splits a text into words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-words.h"

#include <string.h>

#include "text/telaah-words-private.h"

/* Where the splitting stands. */
typedef struct
{
  TelaahLexicon    *lexicon;
  GArray           *words;
  const char       *p;
  const char       *end;
  guint             at;           /* code points up to p */

  const char       *last;         /* the last word, and how many bytes it has */
  gsize             n_last;
  gboolean          lettered;     /* it ends with a letter */

  TelaahWordBreaker breaker;
} Splitter;

/* What is between two words. */
typedef struct
{
  TelaahGap gap;
  guint     lines;
  guint     others;           /* that have width */
  gboolean  hyphened;         /* begins with a hyphen */
} Between;

static inline TelaahCharKind
peek (const Splitter *self,
      const char     *p)
{
  if (p >= self->end)
    return TELAAH_CHAR_SPACE;

  return (guchar) *p < 0x80 ? (TelaahCharKind) telaah_char_kinds[(guchar) *p]
                            : telaah_char_get_wide_kind (g_utf8_get_char (p));
}

/* ---- Gaps ---- */

static TelaahGap
get_gap (TelaahCharKind kind)
{
  switch (kind)
    {
    case TELAAH_CHAR_STOP:
      return TELAAH_GAP_SENTENCE;
    case TELAAH_CHAR_CLAUSE:
      return TELAAH_GAP_CLAUSE;
    case TELAAH_CHAR_APOSTROPHE:
    case TELAAH_CHAR_QUOTE:
      return TELAAH_GAP_QUOTE;
    case TELAAH_CHAR_HYPHEN:
      return TELAAH_GAP_HYPHEN;
    case TELAAH_CHAR_SPACE:
      return TELAAH_GAP_BLANK;
    case TELAAH_CHAR_BLANK:
    case TELAAH_CHAR_LINE:
      return TELAAH_GAP_BLANKS;
    default:
      return TELAAH_GAP_NONE;     /* marks of nothing, and what has no width */
    }
}

static void
take_between (Between        *between,
              TelaahCharKind  kind,
              gboolean        first)
{
  between->gap = MAX (between->gap, get_gap (kind));
  if (kind == TELAAH_CHAR_HYPHEN && first)
    between->hyphened = TRUE;
  else if (kind == TELAAH_CHAR_LINE)
    between->lines++;
  else if (kind != TELAAH_CHAR_SPACE && kind != TELAAH_CHAR_BLANK && kind != TELAAH_CHAR_IGNORED)
    between->others++;
}

/* Goes up to the next word, or to the end. */
static Between
skip_between (Splitter *self)
{
  Between between = { 0 };
  guint start = self->at;

  while (self->p < self->end)
    {
      TelaahCharKind kind = peek (self, self->p);
      gboolean first = self->at == start;

      if (kind <= TELAAH_CHAR_DIGIT)
        break;

      /* "\r\n" ends one line. */
      if (!(*self->p == '\n' && !first && self->p[-1] == '\r'))
        take_between (&between, kind, first);
      self->p = g_utf8_next_char (self->p);
      self->at++;
    }

  if (between.gap == TELAAH_GAP_BLANK && self->at > start + 1)
    between.gap = TELAAH_GAP_BLANKS;

  return between;
}

/* ---- Words ---- */

/* Whether p stands on what goes on with a word only where it is between two such characters. */
static gboolean
joins (const Splitter *self,
       const char     *p,
       TelaahCharKind  last,
       TelaahCharKind  kind)
{
  TelaahCharKind next;

  if (kind != TELAAH_CHAR_APOSTROPHE && *p != '.' && *p != ',')
    return FALSE;

  next = peek (self, g_utf8_next_char (p));

  return last == next && last == (kind == TELAAH_CHAR_APOSTROPHE ? TELAAH_CHAR_LETTER : TELAAH_CHAR_DIGIT);
}

/* Soft hyphens are of a word only within it. */
static gboolean
is_within (const Splitter *self,
           const char     *p,
           TelaahCharKind  kind)
{
  return kind == TELAAH_CHAR_IGNORED ||
         (kind == TELAAH_CHAR_HYPHEN && g_utf8_get_char (p) == 0xad);
}

/* Goes up to the end of the word that begins here. */
static void
skip_word (Splitter *self)
{
  const char *p = self->p;
  guint at = self->at;
  TelaahCharKind last = TELAAH_CHAR_LETTER;

  while (p < self->end)
    {
      const char *start = p;
      TelaahCharKind kind = TELAAH_CHAR_LETTER;

      /* Most of most texts. */
      while (p < self->end && (guchar) *p < 0x80 && telaah_char_kinds[(guchar) *p] == TELAAH_CHAR_LETTER)
        p++;
      at += p - start;

      if (p == start)
        {
          kind = peek (self, p);
          if (kind != TELAAH_CHAR_LETTER && kind != TELAAH_CHAR_DIGIT && kind != TELAAH_CHAR_MARK &&
              !is_within (self, p, kind) && !joins (self, p, last, kind))
            break;
          p = g_utf8_next_char (p);
          at++;
        }

      if (kind == TELAAH_CHAR_LETTER || kind == TELAAH_CHAR_DIGIT)
        last = kind;
      if (kind <= TELAAH_CHAR_MARK)
        {
          self->p = p;
          self->at = at;
        }
    }

  self->lettered = last == TELAAH_CHAR_LETTER;
}

static void
add_word (Splitter   *self,
          const char *bytes,
          guint       start,
          TelaahGap   before)
{
  TelaahWord word = { start, self->at, 0, 0, before };

  self->last = bytes;
  self->n_last = self->p - bytes;
  word.form = telaah_lexicon_learn (self->lexicon, bytes, self->n_last);
  g_array_append_val (self->words, word);
}

/* All words of a run without blanks. */
static void
add_run (Splitter  *self,
         TelaahGap  before)
{
  const char *run = self->p;
  const char *end = run;

  for (TelaahCharKind kind = TELAAH_CHAR_UNSPACED;
       kind == TELAAH_CHAR_UNSPACED || kind == TELAAH_CHAR_MARK || kind == TELAAH_CHAR_IGNORED;
       kind = peek (self, end))
    end = g_utf8_next_char (end);

  telaah_word_breaker_break (&self->breaker, run, end - run);
  for (guint i = 0; i < self->breaker.pieces->len; i++)
    {
      TelaahPiece piece = g_array_index (self->breaker.pieces, TelaahPiece, i);
      guint start = self->at + g_utf8_pointer_to_offset (self->p, run + piece.start);

      self->at = start + g_utf8_pointer_to_offset (run + piece.start, run + piece.end);
      self->p = run + piece.end;
      add_word (self, run + piece.start, start, i == 0 ? before : TELAAH_GAP_NONE);
    }
  self->lettered = FALSE;
}

/* ---- Words that the page has broken ---- */

static guint
learn_whole (Splitter   *self,
             const char *bytes,
             gsize       n_bytes)
{
  g_autofree char *whole = g_malloc (self->n_last + n_bytes);

  memcpy (whole, self->last, self->n_last);
  memcpy (whole + self->n_last, bytes, n_bytes);

  return telaah_lexicon_learn (self->lexicon, whole, self->n_last + n_bytes);
}

/* The form that the last word makes with the one from @bytes up to here; 0 where they are two. Doubled ones,
 * "negara-negara", are two wherever the line ends. */
static guint
join (Splitter      *self,
      const Between *between,
      const char    *bytes)
{
  gsize n_bytes = self->p - bytes;
  guint last, form;

  if (between->others > 0 || between->lines < (between->hyphened ? 1 : 2))
    return 0;

  if (!between->hyphened && !(g_unichar_islower (g_utf8_get_char (bytes)) &&
                              telaah_words_are_one (self->lexicon, self->last, self->n_last, bytes, n_bytes)))
    return 0;

  last = g_array_index (self->words, TelaahWord, self->words->len - 1).form;
  form = telaah_lexicon_learn (self->lexicon, bytes, n_bytes);
  if (strcmp (telaah_lexicon_get_folded (self->lexicon, last), telaah_lexicon_get_folded (self->lexicon, form)) == 0)
    return 0;

  return learn_whole (self, bytes, n_bytes);
}

static void
split_next (Splitter *self,
            Between   between)
{
  const char *bytes = self->p;
  guint start = self->at;
  gboolean lettered = self->lettered && self->words->len > 0;
  TelaahCharKind kind = peek (self, self->p);

  if (kind == TELAAH_CHAR_UNSPACED)
    {
      add_run (self, between.gap);
      return;
    }

  skip_word (self);
  if (between.lines > 0 && lettered && kind == TELAAH_CHAR_LETTER)
    g_array_index (self->words, TelaahWord, self->words->len - 1).whole = join (self, &between, bytes);
  add_word (self, bytes, start, between.gap);
}

/**
 * telaah_words_split:
 *
 * Returns: (transfer full): the words in @span, as TelaahWord. What is before the first one counts as the end of a
 *   sentence.
 */
GArray *
telaah_words_split (const TelaahText *text,
                    TelaahSpan        span,
                    TelaahLexicon    *lexicon)
{
  Splitter self = { .lexicon = lexicon };
  const char *body = telaah_text_get_body (text);

  self.words = g_array_new (FALSE, FALSE, sizeof (TelaahWord));
  self.p = body + telaah_text_get_byte (text, span.start);
  self.end = body + telaah_text_get_byte (text, MAX (span.start, span.end));
  self.at = span.start;

  for (;;)
    {
      Between between = skip_between (&self);

      if (self.p == self.end)
        break;
      if (self.words->len == 0)
        between.gap = TELAAH_GAP_SENTENCE;
      split_next (&self, between);
    }
  telaah_word_breaker_clear (&self.breaker);

  return self.words;
}
