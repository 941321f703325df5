/* A text as a row of words and punctuation marks, each different one with a number.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-tokens.h"

#include <unicode/uchar.h>

static gboolean
is_regional (gunichar c)
{
  return c >= 0x1f1e6 && c <= 0x1f1ff;
}

/**
 * telaah_cluster_goes_on:
 * @c: the code point that comes next
 *
 * Returns: whether it belongs to the same character, as a reader sees it, as the one before
 */
gboolean
telaah_cluster_goes_on (TelaahCluster *self,
                        gunichar       c)
{
  gunichar last = self->last;
  gboolean paired = self->paired;

  self->last = c;
  self->paired = FALSE;

  if (c < 0x300)
    return last == '\r' && c == '\n';

  if (last == 0 || last == '\n' || last == '\r')
    return FALSE;

  if (is_regional (c))
    return self->paired = is_regional (last) && !paired;

  switch (u_getIntPropertyValue (c, UCHAR_GRAPHEME_CLUSTER_BREAK))
    {
    case U_GCB_EXTEND:
    case U_GCB_SPACING_MARK:
    case U_GCB_ZWJ:
    case U_GCB_V:
    case U_GCB_T:
      return TRUE;

    default:
      return last == 0x200d && u_hasBinaryProperty (c, UCHAR_EXTENDED_PICTOGRAPHIC);
    }
}

/**
 * telaah_is_word_character:
 *
 * Returns: whether @c makes a word with its likes; a character of a script that is written without
 *   blanks, and wide, is a token by itself
 */
gboolean
telaah_is_word_character (gunichar c)
{
  if (c < 0x80)
    return g_ascii_isalnum (c);

  return c == 0xad || (g_unichar_isalnum (c) && !g_unichar_iswide (c));
}

static gboolean
is_blank (gunichar c)
{
  return c < 0x80 ? g_ascii_isspace (c) : g_unichar_isspace (c);
}

static gboolean
is_sentence_end (gunichar c)
{
  return c == '.' || c == '!' || c == '?' || c == 0x2026
         || c == 0x3002 || c == 0xff01 || c == 0xff1f;
}

static gboolean
is_closing (gunichar c)
{
  switch (g_unichar_type (c))
    {
    case G_UNICODE_CLOSE_PUNCTUATION:
    case G_UNICODE_FINAL_PUNCTUATION:
      return TRUE;

    default:
      return c == '"' || c == '\'';
    }
}

/* What came before the token that is next. */
typedef struct
{
  guint     lines;
  gboolean  blank;
  gboolean  mark;         /* the last token is a punctuation mark */
  gboolean  sentence;     /* and ends a sentence */
} Behind;

static TelaahBreak
get_break (const Behind *behind)
{
  if (behind->lines > 0)
    return behind->lines > 1 ? TELAAH_BREAK_PARAGRAPH : TELAAH_BREAK_LINE;

  if (!behind->blank)
    return TELAAH_BREAK_NONE;

  return behind->sentence ? TELAAH_BREAK_SENTENCE
         : behind->mark ? TELAAH_BREAK_CLAUSE : TELAAH_BREAK_BLANK;
}

static inline gunichar
get_character (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

/* From @p on, to the end of the token; @token gets all but its place. */
static const char *
read_token (const char  *p,
            const char  *end,
            TelaahToken *token)
{
  TelaahCluster cluster = { 0 };
  gunichar c = get_character (p);

  telaah_cluster_goes_on (&cluster, c);
  token->is_word = telaah_is_word_character (c);
  token->end = token->start;

  do
    {
      p = g_utf8_next_char (p);
      token->end++;
      c = p < end ? get_character (p) : 0;
    }
  while (p < end && (telaah_cluster_goes_on (&cluster, c)
                     || (token->is_word && telaah_is_word_character (c))));

  return p;
}

/**
 * telaah_tokens_split:
 * @body: UTF-8
 * @stretch: what of it; it begins a line, or the text
 * @vocabulary: (nullable): learns the words, and must not outlive @body
 *
 * Blanks are no tokens: they are what is left between.
 *
 * Returns: (transfer full) (element-type TelaahToken): the words and marks
 */
GArray *
telaah_tokens_split (const char       *body,
                     TelaahStretch     stretch,
                     TelaahVocabulary *vocabulary)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (TelaahToken));
  const char *p = body + stretch.byte, *end = body + stretch.end_byte;
  Behind behind = { .lines = 1 };
  guint offset = stretch.character;

  while (p < end)
    {
      gunichar c = get_character (p);
      TelaahToken token = { .start = offset, .byte = p - body };

      if (is_blank (c))
        {
          behind.lines += c == '\n' || c == 0x2028 || c == 0x2029;
          behind.blank = TRUE;
          p = g_utf8_next_char (p);
          offset++;
          continue;
        }

      p = read_token (p, end, &token);
      offset = token.end;
      token.n_bytes = p - body - token.byte;
      token.before = get_break (&behind);
      if (vocabulary != NULL)
        token.symbol = telaah_vocabulary_learn (vocabulary, body + token.byte, token.n_bytes);
      g_array_append_val (tokens, token);

      behind = (Behind) {
        .mark = !token.is_word,
        .sentence = !token.is_word && (is_sentence_end (c)
                                       || (behind.sentence && !behind.blank && is_closing (c))),
      };
    }

  return tokens;
}

/**
 * telaah_tokens_look_up:
 * @tokens: (element-type TelaahToken): of @body
 * @vocabulary: of another text, perhaps; it learns nothing
 */
void
telaah_tokens_look_up (GArray                 *tokens,
                       const char             *body,
                       const TelaahVocabulary *vocabulary)
{
  for (guint i = 0; i < tokens->len; i++)
    {
      TelaahToken *token = &g_array_index (tokens, TelaahToken, i);

      token->symbol = telaah_vocabulary_find (vocabulary, body + token->byte, token->n_bytes);
    }
}
