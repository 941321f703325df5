/* What numbers a heading: 1., 2.1, IV., B., a), BAB II, Pasal 5.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

#include <string.h>

#include "text/telaah-line-shape.h"

/* No heading has a greater number; what has, is a year or an amount. */
#define GREATEST_NUMBER 199

static const char *
skip_blanks (const char *p,
             const char *end)
{
  while (p < end && telaah_line_shape_is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/* A Roman number up to 89, of letters of one case; 0 where it is none. */
static guint
read_roman (const char  *p,
            const char  *end,
            const char **after)
{
  static const struct { const char *sign; guint value; } signs[] = {
    { "L", 50 }, { "XL", 40 }, { "X", 10 }, { "IX", 9 }, { "V", 5 }, { "IV", 4 }, { "I", 1 },
  };
  gboolean lower = p < end && g_ascii_islower (*p);
  guint value = 0;

  *after = p;
  if (p >= end || strchr ("ivxlIVXL", *p) == NULL)
    return 0;

  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize length = strlen (signs[i].sign);
      guint most = signs[i].value == 10 || signs[i].value == 1 ? 3 : 1;

      while (most-- > 0 && (gsize) (end - p) >= length && g_ascii_strncasecmp (p, signs[i].sign, length) == 0 &&
             g_ascii_islower (*p) == lower)
        {
          value += signs[i].value;
          p += length;
        }
    }

  *after = p;
  return p < end && g_ascii_isalnum (*p) ? 0 : value;
}

static gboolean
read_number (const char  *p,
             const char  *end,
             guint       *value,
             const char **after)
{
  guint n = 0;

  if (p >= end || !g_ascii_isdigit (*p) || (*p == '0' && p + 1 < end && g_ascii_isdigit (p[1])))
    return FALSE;

  for (; p < end && g_ascii_isdigit (*p) && n <= GREATEST_NUMBER; p++)
    n = n * 10 + (*p - '0');

  *value = n;
  *after = p;

  return n <= GREATEST_NUMBER;
}

/* "BAB II", "Bagian Kedua", "Chapter 3: …", "Pasal 5": the word, its number, perhaps a title. */
static gboolean
parse_word (const TelaahPageLine *line,
            TelaahNumbering      *numbering)
{
  static const struct { const char *word; TelaahHeadingStyle style; } words[] = {
    { "bab", TELAAH_STYLE_CHAPTER }, { "chapter", TELAAH_STYLE_CHAPTER }, { "lampiran", TELAAH_STYLE_CHAPTER },
    { "appendix", TELAAH_STYLE_CHAPTER }, { "bagian", TELAAH_STYLE_PART }, { "part", TELAAH_STYLE_PART },
    { "paragraf", TELAAH_STYLE_PART }, { "section", TELAAH_STYLE_PART }, { "pasal", TELAAH_STYLE_ARTICLE },
    { "article", TELAAH_STYLE_ARTICLE },
  };
  static const char *const ordinals[] = {
    "kesatu", "kedua", "ketiga", "keempat", "kelima", "keenam", "ketujuh", "kedelapan", "kesembilan", "kesepuluh",
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "pertama",
  };
  const char *end = line->start + line->n_bytes;
  const char *p = NULL;

  if (strchr ("ABCLPS", *line->start) == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i].word);

      if (line->n_bytes > length + 1 && g_ascii_isupper (*line->start) && line->start[length] == ' ' &&
          g_ascii_strncasecmp (line->start, words[i].word, length) == 0)
        {
          numbering->style = words[i].style;
          p = skip_blanks (line->start + length, end);
        }
    }
  if (p == NULL)
    return FALSE;

  numbering->depth = 1;
  numbering->other = 0;
  if (!read_number (p, end, &numbering->value, &numbering->rest))
    numbering->value = read_roman (p, end, &numbering->rest);

  for (guint i = 0; numbering->value == 0 && i < G_N_ELEMENTS (ordinals); i++)
    {
      gsize length = strlen (ordinals[i]);

      if (g_ascii_strncasecmp (p, ordinals[i], length) == 0 && !g_ascii_isalpha (p[length]))
        {
          numbering->value = i % 10 + 1;
          numbering->rest = p + length;
        }
    }
  if (numbering->value == 0 && (numbering->style == TELAAH_STYLE_CHAPTER) && g_ascii_isupper (*p) &&
      (p + 1 == end || !g_ascii_isalnum (p[1])))
    {
      numbering->value = *p - 'A' + 1;
      numbering->rest = p + 1;
    }
  if (numbering->value == 0 ||
      (numbering->rest < end && (g_ascii_isalnum (*numbering->rest) || *numbering->rest == ',')))
    return FALSE;

  while (numbering->rest < end && strchr (".:-) ", *numbering->rest) != NULL)
    numbering->rest++;
  numbering->rest = skip_blanks (numbering->rest, end);

  return TRUE;
}

/* "2.1.3", with a mark behind it or without */
static gboolean
parse_number (const char      *p,
              const char      *end,
              TelaahNumbering *numbering)
{
  gboolean dot = FALSE;

  numbering->depth = 0;
  while (read_number (p, end, &numbering->value, &p))
    {
      numbering->depth++;
      dot = p < end && *p == '.';
      if (!dot)
        break;
      p++;
    }
  if (numbering->depth == 0 || numbering->depth > 5 || numbering->value > GREATEST_NUMBER)
    return FALSE;

  numbering->style = TELAAH_STYLE_NUMBER;
  if (!dot && p < end && *p == ')')
    {
      numbering->style = TELAAH_STYLE_BRACKET;
      p++;
    }
  else if (!dot && numbering->depth == 1)
    {
      numbering->style = TELAAH_STYLE_BARE_NUMBER;
    }
  numbering->rest = p;

  return TRUE;
}

static gboolean
parse_letters (const char      *p,
               const char      *end,
               TelaahNumbering *numbering)
{
  gboolean lower = p < end && g_ascii_islower (*p);
  const char *after;

  if (p >= end || !g_ascii_isalpha (*p))
    return FALSE;

  numbering->depth = 1;
  numbering->value = read_roman (p, end, &after);
  if (p + 1 < end && !g_ascii_isalnum (p[1]))
    numbering->other = g_ascii_tolower (*p) - 'a' + 1;
  if (numbering->value == 0 && numbering->other == 0)
    return FALSE;

  if (numbering->value == 0)
    {
      after = p + 1;
      numbering->value = numbering->other;
      numbering->other = 0;
      numbering->style = lower ? TELAAH_STYLE_SMALL_LETTER : TELAAH_STYLE_LETTER;
    }
  else
    {
      numbering->style = lower ? TELAAH_STYLE_SMALL_ROMAN : TELAAH_STYLE_ROMAN;
    }

  numbering->rest = after + 1;

  return after < end && (*after == '.' || *after == ')');
}

/**
 * telaah_numbering_parse:
 * @numbering: (out): what numbers @line
 */
gboolean
telaah_numbering_parse (const TelaahPageLine *line,
                        TelaahNumbering      *numbering)
{
  const char *p = line->start;
  const char *end = p + line->n_bytes;
  gboolean bracket = *p == '(';

  memset (numbering, 0, sizeof *numbering);
  if (parse_word (line, numbering))
    return TRUE;

  memset (numbering, 0, sizeof *numbering);
  if (bracket || (*p == '#' && g_ascii_isdigit (p[1])))
    p++;
  if (!parse_number (p, end, numbering) && !parse_letters (p, end, numbering))
    return FALSE;
  if (bracket && (numbering->rest == p || numbering->rest[-1] != ')'))
    return FALSE;
  if (*line->start == '#' || (bracket && numbering->style == TELAAH_STYLE_NUMBER))
    numbering->style = TELAAH_STYLE_BRACKET;

  /* A blank and a word have to follow. */
  p = numbering->rest;
  if (p >= end || !telaah_line_shape_is_blank (g_utf8_get_char (p)))
    return FALSE;
  numbering->rest = skip_blanks (p, end);

  return numbering->rest < end;
}
