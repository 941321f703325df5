/* Headings that stand in the line of their paragraph: "Ethical challenges: The use of …".
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

#include <string.h>

#include "text/telaah-line-shape.h"

#define LONGEST_LABEL  80
#define MOST_WORDS      9
#define SHORTEST_BODY  40

/* Where labels stand next to each other, this many other lines may lie between. */
#define NEAR 4

/* What stands before a colon without being the heading of what follows. */
static const char *const no_labels[] = {
  "adapun", "alamat", "alasannya", "alhasil", "antara lain", "artinya", "author", "baca", "berikut", "buktinya", "by",
  "catatan", "cc", "contoh", "contohnya", "date", "di antaranya", "diantaranya", "doi", "e-mail", "editor", "email",
  "foto", "from", "hasilnya", "hp", "http", "https", "ingat", "intinya", "isbn", "issn", "jawab", "kata kunci",
  "kepada", "keterangan", "keyword", "keywords", "key words", "kontak", "lampiran", "lihat", "maksudnya", "masalahnya",
  "misal", "misalnya", "nb", "nomor", "note", "notes", "oleh", "p.s", "pengarang", "penulis", "perihal", "pertanyaan",
  "pertanyaannya", "photo", "ps", "question", "answer", "read", "reporter", "result", "see", "seperti", "singkatnya",
  "source", "subject", "sumber", "tanggal", "tanya", "tapi", "telepon", "telp", "tentang", "to", "ujarnya", "katanya",
  "update", "website", "yaitu", "yakni", "yth", "faktanya", "tip", "tips", "warning", "peringatan", "for example",
  "e.g", "i.e", "dear", "re", "fwd", "hal", "volume", "vol", "judul", "title",
};

static gboolean
is_no_label (const char *start,
             const char *end)
{
  g_autofree char *label = g_utf8_strdown (start, end - start);

  for (guint i = 0; i < G_N_ELEMENTS (no_labels); i++)
    if (strcmp (label, no_labels[i]) == 0)
      return TRUE;

  return FALSE;
}

typedef struct
{
  guint    words;
  guint    content;
  guint    capitals;
  gboolean clean;       /* only letters, digits, and what stands between words */
} Label;

static Label
measure_label (const char *start,
               const char *end)
{
  Label label = { .clean = TRUE };
  const char *word = NULL;

  for (const char *p = start; p <= end; p = g_utf8_next_char (p))
    {
      gunichar c = p < end ? g_utf8_get_char (p) : ' ';

      if (c == ' ' || c == 0xa0)
        {
          gunichar first = word != NULL ? g_utf8_get_char (word) : 0;

          if (word != NULL && !(g_unichar_islower (first) && telaah_line_shape_is_small (word, p - word)))
            {
              label.content += g_unichar_isalpha (first);
              label.capitals += g_unichar_isupper (first);
            }
          label.words += word != NULL && g_unichar_isalnum (first);
          word = NULL;
          continue;
        }
      if (word == NULL && c != '(' && c != '"' && c != 0x201c)
        word = p;
      label.clean &= c >= 0x80 || g_ascii_isalnum (c) || strchr ("-&/()'\"", (int) c) != NULL || (c == ',' && p > start);
    }

  return label;
}

/* Bold words with the colon inside or behind: "**Label:** body". */
static const char *
find_bold_end (const char  *start,
               const char  *end,
               const char **body)
{
  const char *close = g_strstr_len (start + 2, MIN (end - start - 2, LONGEST_LABEL * 2), "**");

  if (close == NULL || close == start + 2)
    return NULL;

  *body = close + 2;
  if (*body < end && **body == ':')
    (*body)++;

  return close[-1] == ':' ? close - 1 : close;
}

/* The colon that ends a label, not one inside a number or an address; a full stop only where numbered. */
static const char *
find_label_end (const char  *start,
                const char  *end,
                gboolean     numbered,
                const char **body)
{
  const char *limit = MIN (end, start + LONGEST_LABEL * 2);

  for (const char *p = start; p < limit; p++)
    {
      const char *next = p + 1;

      if (*p != ':' && !(numbered && *p == '.' && p - start > 3))
        continue;
      if (next >= end || !telaah_line_shape_is_blank (g_utf8_get_char (next)))
        return NULL;

      *body = next;
      while (p > start && p[-1] == ' ')
        p--;

      return p;
    }

  return NULL;
}

static const char *
skip_mark (const TelaahPageLine *line,
           const char           *end)
{
  const char *p = line->start;

  if (line->bullet)
    p = g_utf8_next_char (p);
  while (p < end && telaah_line_shape_is_blank (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);

  return p;
}

/**
 * telaah_headings_find_run_in:
 * @heading: (out): the label at the beginning of the line, not accepted yet
 */
gboolean
telaah_headings_find_run_in (const TelaahPage *page,
                             guint             index,
                             TelaahHeading    *heading)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const char *end = line->start + line->n_bytes;
  TelaahNumbering numbering;
  gboolean numbered = telaah_numbering_parse (line, &numbering) && numbering.style >= TELAAH_STYLE_ROMAN &&
                      numbering.style != TELAAH_STYLE_BARE_NUMBER;
  const char *start = numbered ? numbering.rest : skip_mark (line, end);
  const char *body = NULL;
  gboolean bold = g_str_has_prefix (start, "**");
  gboolean titled, colon;
  Label label;

  memset (heading, 0, sizeof *heading);
  heading->end = bold ? find_bold_end (start, end, &body) : find_label_end (start, end, numbered, &body);
  if (bold)
    start += 2;
  if (heading->end == NULL || heading->end <= start || g_utf8_strlen (start, heading->end - start) > LONGEST_LABEL)
    return FALSE;

  while (body < end && telaah_line_shape_is_blank (g_utf8_get_char (body)))
    body++;
  label = measure_label (start, heading->end);
  titled = label.content > 0 && label.capitals * 10 >= label.content * 7;
  colon = bold || *heading->end == ':' || *heading->end == ' ';

  if (label.words == 0 || label.words > MOST_WORDS || (!label.clean && !bold) || end - body < SHORTEST_BODY ||
      g_unichar_islower (g_utf8_get_char (start)) || g_ascii_isdigit (*start) || is_no_label (start, heading->end))
    return FALSE;
  if (!colon && (!titled || label.words > 7))
    return FALSE;

  heading->line = index;
  heading->start = numbered && !bold ? line->start : start;
  heading->run_in = TRUE;
  heading->style = numbered ? numbering.style : TELAAH_STYLE_LABEL;
  heading->depth = numbered ? numbering.depth : 0;
  heading->value = numbered ? numbering.value : 0;
  heading->standard = telaah_headings_is_standard_name (start, heading->end);

  /* Sentences may begin with a few words and a colon as well: let only what looks like a title stand for itself. */
  heading->level = titled || bold ? 2 : 1;

  return TRUE;
}

static gboolean
is_label (const TelaahHeading *heading)
{
  return heading->run_in && heading->style == TELAAH_STYLE_LABEL;
}

/* Speakers come back within a section, and some of what they say ends in a question mark. */
static void
reject_speakers (const TelaahPage *page,
                 GArray           *headings)
{
  g_autoptr(GHashTable) sections = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint section = 1;
  guint labels = 0;
  guint speakers = 0;
  guint questions = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      g_autofree char *words = NULL;

      if (!is_label (heading))
        {
          section += heading->accepted;
          continue;
        }

      words = g_strndup (heading->start, heading->end - heading->start);
      labels++;
      questions += telaah_page_get_line (page, heading->line)->stop == '?';
      if (GPOINTER_TO_UINT (g_hash_table_lookup (sections, words)) == section)
        {
          speakers++;
          g_hash_table_replace (sections, g_steal_pointer (&words), GUINT_TO_POINTER (G_MAXUINT));
        }
      else if (GPOINTER_TO_UINT (g_hash_table_lookup (sections, words)) != G_MAXUINT)
        {
          g_hash_table_replace (sections, g_steal_pointer (&words), GUINT_TO_POINTER (section));
        }
      else
        {
          speakers++;
        }
    }

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);

      if (is_label (heading))
        {
          g_autofree char *words = g_strndup (heading->start, heading->end - heading->start);

          if (questions * 4 >= labels || speakers * 3 >= labels ||
              GPOINTER_TO_UINT (g_hash_table_lookup (sections, words)) == G_MAXUINT)
            heading->level = 0;
        }
    }
}

static const TelaahHeading *
get_neighbour (GArray *headings,
               guint   index,
               int     step)
{
  gint64 i = (gint64) index + step;

  while (i >= 0 && i < headings->len)
    {
      const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);

      if (is_label (heading))
        return heading->level > 0 ? heading : NULL;
      i += step;
    }

  return NULL;
}

/* A few words and a colon that are no title need others just like them on the next line. */
static gboolean
is_parallel (const TelaahPage    *page,
             const TelaahHeading *heading,
             const TelaahHeading *other)
{
  const TelaahPageLine *a = telaah_page_get_line (page, heading->line);
  const TelaahPageLine *b = other != NULL ? telaah_page_get_line (page, other->line) : NULL;

  return other != NULL && other->level == heading->level && a->bullet == b->bullet && ABS (a - b) == 1 &&
         heading->end - heading->start <= 40;
}

/**
 * telaah_headings_settle_run_in:
 *
 * Accepts labels that come in company: next to others, or written as titles in a text with more of them. A label on its
 * own is a turn of phrase.
 */
void
telaah_headings_settle_run_in (const TelaahPage *page,
                               GArray           *headings)
{
  guint titled = 0;

  reject_speakers (page, headings);

  for (guint i = 0; i < headings->len; i++)
    titled += is_label (&g_array_index (headings, TelaahHeading, i)) &&
              g_array_index (headings, TelaahHeading, i).level == 2;

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      const TelaahHeading *before, *after;
      gboolean beside, parallel;

      if (!is_label (heading) || heading->level == 0)
        continue;

      before = get_neighbour (headings, i, -1);
      after = get_neighbour (headings, i, 1);
      beside = (before != NULL && heading->line - before->line <= NEAR) ||
               (after != NULL && after->line - heading->line <= NEAR);
      parallel = is_parallel (page, heading, before) || is_parallel (page, heading, after);
      heading->accepted = heading->standard || (heading->level == 2 ? beside || titled >= 3 : parallel);
    }
}
