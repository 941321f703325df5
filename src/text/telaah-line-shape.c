/* What a line looks like: its words, their capitals, how it begins and ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-line-shape.h"

#include <stdlib.h>
#include <string.h>

/* No heading and no menu is longer; what comes after it does not change what a line is. */
#define LONGEST_SHAPE 640

/* Words that titles write small, in Indonesian and English, in the order of strcmp. */
static const char *const small_words[] = {
  "a", "agar", "akan", "an", "and", "antar", "antara", "as", "at", "atas", "atau", "bagi", "but", "by", "dalam", "dan",
  "dari", "dengan", "di", "for", "from", "hingga", "in", "into", "is", "itu", "ke", "kepada", "melalui", "nor", "of",
  "oleh", "on", "or", "over", "pada", "para", "per", "sampai", "sang", "sebagai", "secara", "serta", "si", "tanpa",
  "tentang", "terhadap", "than", "the", "to", "untuk", "via", "vs", "with", "yang",
};

static int
compare_word (gconstpointer key,
              gconstpointer member)
{
  return strcmp (key, *(const char *const *) member);
}

gboolean
telaah_line_shape_is_small (const char *word,
                            gsize       n_bytes)
{
  char key[12];

  if (n_bytes >= sizeof key)
    return FALSE;

  memcpy (key, word, n_bytes);
  key[n_bytes] = '\0';

  return bsearch (key, small_words, G_N_ELEMENTS (small_words), sizeof *small_words, compare_word) != NULL;
}

static inline gunichar
get_char (const char *p)
{
  return (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);
}

/* Also what takes no room, and control characters. */
gboolean
telaah_line_shape_is_blank (gunichar c)
{
  if (c < 0x80)
    return c <= ' ' || c == 0x7f;

  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0x200b || c == 0x2060 || c == 0xfeff;
}

static gboolean
is_closing (gunichar c)
{
  return c == '"' || c == '\'' || c == ')' || c == ']' || c == '*' || c == '_' || c == 0xbb ||
         (c >= 0x2018 && c <= 0x201f) || c == 0x300d || c == 0xff09;
}

static gboolean
is_stop (gunichar c)
{
  switch (c)
    {
    case '.': case '!': case '?': case 0x2026: case 0x3002: case 0xff01: case 0xff1f: case 0x061f: case 0x06d4:
    case 0x0964:
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_bullet (gunichar c)
{
  return c == '-' || c == '*' || c == '+' || c == 0xb7 || c == 0x2022 || c == 0x2023 || c == 0x2043 ||
         (c >= 0x2013 && c <= 0x2015) || (c >= 0x25a0 && c <= 0x25ff) || (c >= 0x2713 && c <= 0x27a4) ||
         c == 0xf0b7 || c == 0xf0a7 || c == 0xf0d8;
}

/* The full stop of "Dr.", of "J." or of "VIII." ends no sentence. */
static gboolean
ends_sentence (const char *word,
               const char *stop)
{
  return stop - word > 3 && !g_ascii_isdigit (*word) && !g_ascii_isupper (stop[-1]);
}

/* "By Budi Santoso, S.H., M.A.": the full stop of a degree at the end of names. */
static gboolean
ends_in_degree (const TelaahPageLine *line,
                const char           *stop)
{
  const char *word = stop;

  if (line->n_words > 14 || line->n_words < 2 || line->n_capitals < line->n_content)
    return FALSE;

  while (word > line->start && !telaah_line_shape_is_blank ((guchar) word[-1]))
    word--;

  /* "Editor: Yohanes K." */
  if (stop - word == 1 && line->n_words <= 6)
    return g_ascii_isupper (*word);

  return stop - word >= 3 && stop - word <= 6 && g_ascii_isupper (*word) &&
         g_ascii_isupper (stop[-1]) == (word[1] == '.' && stop - word == 3) &&
         memchr (word, '.', stop - word) != NULL;
}

/* How the line ends, behind the quotes and brackets that close it. */
static void
measure_end (TelaahPageLine *line)
{
  const char *p = line->start + line->n_bytes;
  gunichar c;

  do
    {
      p = g_utf8_prev_char (p);
      c = get_char (p);
    }
  while (p > line->start && is_closing (c));

  line->stop = c;
  line->ends = is_stop (c) && !(c == '.' && ends_in_degree (line, p));
}

/* A word is what stands between blanks and has a letter or a digit in it. */
static void
add_word (TelaahPageLine *line,
          const char     *word,
          const char     *end)
{
  gunichar first = 0;
  const char *begin = word;
  gboolean joint = FALSE;
  guint run = 0;

  for (const char *p = word; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = get_char (p);
      gboolean upper = c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);

      if (first == 0 && (c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c)))
        {
          first = c;
          begin = p;
        }
      if (c < 0x80 ? g_ascii_islower (c) : g_unichar_islower (c))
        run++;
      else
        joint = upper && run >= 3, run = 0;
      if (joint && run == 3)
        line->n_joints++, joint = FALSE;
      line->address |= c == '@' || (c == ':' && end - p > 3 && p[1] == '/' && p[2] == '/');
    }

  if (first == 0)
    return;

  if (line->n_words++ == 0)
    line->letter = first;
  line->address |= end - begin > 4 && strncmp (begin, "www.", 4) == 0;

  if (g_unichar_isdigit (first))
    line->n_numbers++;
  else if (!g_unichar_islower (first))
    line->n_content++, line->n_capitals += g_unichar_isupper (first) || g_unichar_istitle (first);
  else if (!telaah_line_shape_is_small (begin, end - begin))
    line->n_content++;
}

static void
measure_words (TelaahPageLine *line)
{
  const char *end = line->start + MIN (line->n_bytes, LONGEST_SHAPE);
  const char *word = NULL;
  gboolean lower = FALSE;
  guint upper = 0;
  gboolean stopped = FALSE;

  for (const char *p = line->start; p < end; p = g_utf8_next_char (p))
    {
      gunichar c = get_char (p);

      if (telaah_line_shape_is_blank (c))
        {
          if (word != NULL)
            add_word (line, word, p);
          word = NULL;
          continue;
        }

      if (word == NULL)
        {
          line->inner_stop |= stopped && (g_unichar_isupper (c) || is_closing (c));
          stopped = FALSE;
          word = p;
        }
      else if (is_stop (c))
        stopped = ends_sentence (word, p);
      else if (!is_closing (c))
        stopped = FALSE;

      if (c < 0x80 ? g_ascii_islower (c) : g_unichar_islower (c))
        lower = TRUE;
      else if (c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c))
        upper++;
    }

  if (word != NULL)
    add_word (line, word, end);
  line->capitals = !lower && upper >= 4;
}

/* Wikipedia's headings carry a link to edit them: what stands in brackets at the end, with such a word first. */
static void
cut_edit_link (TelaahPageLine *line)
{
  const char *end = line->start + line->n_bytes;
  const char *open;

  if (end[-1] != ']' || (open = g_strrstr_len (line->start, line->n_bytes, "[")) == NULL || end - open > 40)
    return;

  for (const char *const *word = (const char *const[]) { "[edit", "[sunting", NULL }; *word != NULL; word++)
    {
      if (g_str_has_prefix (open, *word) && (open[strlen (*word)] == ']' || open[strlen (*word)] == ' '))
        {
          line->edited = TRUE;
          if (open > line->start)
            line->edit_link = end - open;
          line->n_bytes -= line->edit_link;
          return;
        }
    }
}

static inline guint
count_characters (const char *p,
                  const char *end)
{
  guint n = 0;

  for (; p < end; p++)
    n += ((guchar) *p & 0xc0) != 0x80;

  return n;
}

static void
trim_end (TelaahPageLine *line)
{
  const char *end = line->start + line->n_bytes;

  while (end > line->start)
    {
      const char *p = g_utf8_prev_char (end);

      if (!telaah_line_shape_is_blank (get_char (p)))
        break;
      end = p;
    }

  line->n_bytes = end - line->start;
}

/**
 * telaah_line_shape_measure:
 * @line: (out): set to what stands between @start and @end; of 0 bytes where that is blank
 * @offset: of @start, in code points
 *
 * Returns: the offset of @end
 */
guint
telaah_line_shape_measure (TelaahPageLine *line,
                           const char     *start,
                           const char     *end,
                           guint           offset)
{
  guint before = 0;

  memset (line, 0, sizeof *line);

  for (; start < end && telaah_line_shape_is_blank (get_char (start)); start = g_utf8_next_char (start))
    before++;

  line->start = start;
  line->n_bytes = end - start;
  line->offset = offset + before;
  trim_end (line);
  if (line->n_bytes == 0)
    return line->offset + count_characters (start, end);

  cut_edit_link (line);
  trim_end (line);
  line->characters = count_characters (start, start + line->n_bytes);
  line->first = get_char (start);
  line->bullet = is_bullet (line->first) &&
                 (line->n_bytes == 1 || telaah_line_shape_is_blank (get_char (g_utf8_next_char (start))));
  measure_words (line);
  measure_end (line);

  return line->offset + line->characters + count_characters (start + line->n_bytes, end);
}

static inline gboolean
is_letter (gunichar c)
{
  return c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c) || g_unichar_ismark (c);
}

/* Full stops, slashes and the like belong to a word between letters or digits: 10.40, 12/05/2023, example.org */
static gboolean
joins_word (gunichar    c,
            const char *next,
            const char *end,
            gunichar    before)
{
  gunichar after = next < end ? get_char (next) : 0;

  if (!is_letter (before) || !is_letter (after))
    return FALSE;
  if (c == ':' || c == '/' || c == ',')
    return g_unichar_isdigit (before) && g_unichar_isdigit (after);

  return c == '.' || c == '-' || c == '\'' || c == 0x2019 || c == '_' || c == '@';
}

static gboolean
is_number (const char *word)
{
  guint letters = 0;

  if (!g_ascii_isdigit (*word))
    return FALSE;
  for (; *word != '\0'; word++)
    letters += g_ascii_isalpha (*word);

  return letters <= 2;
}

/**
 * telaah_line_shape_split:
 * @words: (out): what of the line fits
 */
void
telaah_line_shape_split (const TelaahPageLine *line,
                         TelaahLineWords      *words)
{
  const char *end = line->start + line->n_bytes;
  char *out = &words->folded[0];
  char *last = &words->folded[sizeof words->folded - 16];
  gunichar before = 0;
  gboolean inside = FALSE;
  const char *p;

  words->n = 0;
  for (p = line->start; p < end && out < last && words->n < G_N_ELEMENTS (words->words); p = g_utf8_next_char (p))
    {
      gunichar c = get_char (p);
      gboolean part = is_letter (c) || (inside && c != ' ' && joins_word (c, g_utf8_next_char (p), end, before));
      gboolean sign = !part && (c == ':' || c == 0xa9 || (c == '#' && !inside));

      if (inside && !part)
        {
          *out++ = '\0';
          words->numbers[words->n] = is_number (words->words[words->n]);
          words->n++;
          inside = FALSE;
          if (words->n == G_N_ELEMENTS (words->words))
            break;
        }
      if ((part && !inside) || sign)
        {
          words->words[words->n] = out;
          words->places[words->n] = p;
          words->capitals[words->n] = c < 0x80 ? g_ascii_isupper (c) : g_unichar_isupper (c);
          words->numbers[words->n] = FALSE;
          inside = TRUE;
        }
      if ((part || sign) && c < 0x80)
        *out++ = g_ascii_tolower (c);
      else if (part || sign)
        out += g_unichar_to_utf8 (c == 0x2019 ? '\'' : g_unichar_tolower (c), out);
      if (sign && c != '#')
        {
          *out++ = '\0';
          words->n++;
          inside = FALSE;
        }
      before = c;
    }

  if (inside)
    {
      *out = '\0';
      words->numbers[words->n] = is_number (words->words[words->n]);
      words->n++;
    }
  words->more = p < end;
}
