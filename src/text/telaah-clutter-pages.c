/* Which lines of a page are clutter, and why: what print puts on each page, and tables of contents.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-clutter.h"

#include <string.h>

#include "text/telaah-headings.h"
#include "text/telaah-line-shape.h"

#define LONGEST_HEADER 140

/* A line without its digits: what the headers of all pages have in common. */
typedef struct
{
  guint                  times;
  guint                  changing;    /* with other digits than the time before */
  guint                  beside;      /* next to a page's number, or to another header */
  const TelaahPageLine  *last;
} Header;

/* The words in order, the numbers left out wherever they stand: "45 | Journal" and "Journal | 46" are the same. */
static char *
dup_key (const TelaahPageLine *line)
{
  GString *key = g_string_sized_new (line->n_bytes + 2);
  TelaahLineWords words;

  telaah_line_shape_split (line, &words);
  for (guint i = 0; i < words.n; i++)
    if (!words.numbers[i])
      g_string_append (g_string_append_c (key, ' '), words.words[i]);

  return g_string_free (key, FALSE);
}

static gboolean
is_page_number (const TelaahPageLine *line,
                guint                *number)
{
  const char *p = line->start;
  const char *end = p + line->n_bytes;
  guint64 value;
  char *after;

  p += strspn (p, "-[|( ");
  if (line->characters > 12 || !g_ascii_isdigit (*p))
    return FALSE;

  value = g_ascii_strtoull (p, &after, 10);
  after += strspn (after, "-]|) ");
  *number = value;

  return after >= end && value > 0 && value < 5000;
}

/* Two alone are, where one stands above or below everything else. */
static gboolean
is_at_edge (const TelaahPage *page,
            const GArray     *run)
{
  guint first = 0, second = 0;

  is_page_number (telaah_page_get_line (page, g_array_index (run, guint, 0)), &first);
  is_page_number (telaah_page_get_line (page, g_array_index (run, guint, 1)), &second);

  return second == first + 1 && (g_array_index (run, guint, 0) == 0 ||
                                 g_array_index (run, guint, 1) + 1 == page->lines->len);
}

/* Numbers alone on a line are page numbers where they climb: three in a row, never by much. */
static void
find_page_numbers (TelaahPage *page)
{
  g_autoptr(GArray) run = g_array_new (FALSE, FALSE, sizeof (guint));
  guint last = 0;

  for (guint i = 0; i <= page->lines->len; i++)
    {
      guint number = 0;

      if (i < page->lines->len && !is_page_number (telaah_page_get_line (page, i), &number))
        continue;

      if (i == page->lines->len || number <= last || number > last + 3 ||
          (run->len > 0 && i - g_array_index (run, guint, run->len - 1) < 3))
        {
          gboolean enough = run->len >= 3 || (run->len == 2 && is_at_edge (page, run));

          for (guint j = 0; enough && j < run->len; j++)
            telaah_clutter_suspect (telaah_page_get_line (page, g_array_index (run, guint, j)), TELAAH_DOUBT_SURE,
                                    "page-header");
          g_array_set_size (run, 0);
        }
      last = number;
      g_array_append_val (run, i);
    }
}

static gboolean
has_serial (const TelaahPageLine *line)
{
  static const char *const serials[] = {
    "issn", "e-issn", "p-issn", "eissn", "pissn", "doi", "vol", "volume", "jurnal", "journal", "no", "proceedings",
    "prosiding", "halaman", "page", "hal", "hlm", NULL,
  };
  TelaahLineWords words;

  telaah_line_shape_split (line, &words);
  for (guint i = 0; i < words.n; i++)
    if (telaah_line_shape_is_one_of (words.words[i], serials) || g_str_has_prefix (words.words[i], "doi.org"))
      return TRUE;

  return line->address;
}

/* A journal's own lines above the article: "Vol. 3 No. 2 (2021)", "ISSN 2087-1234", "DOI: 10.…" */
static gboolean
is_imprint (const TelaahPageLine *line)
{
  static const char *const serials[] = {
    "issn", "e-issn", "p-issn", "eissn", "pissn", "doi", "vol", "volume", NULL,
  };
  guint found = 0;
  TelaahLineWords words;

  if (line->n_numbers == 0 || line->n_words > 20 || line->inner_stop)
    return FALSE;

  telaah_line_shape_split (line, &words);
  for (guint i = 0; i < words.n; i++)
    if (telaah_line_shape_is_one_of (words.words[i], serials))
      found += i == 0 ? 2 : 1;
    else if (i < 3 && g_str_has_prefix (words.words[i], "doi.org"))
      found += 2;

  return found >= 1 && (found >= 2 || words.n <= 14);
}

/* The journal's name right above its volume. */
static gboolean
is_journal (const TelaahPage *page,
            guint             index)
{
  static const char *const names[] = {
    "jurnal", "journal", "international", "prosiding", "proceedings", "buletin", NULL,
  };
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  TelaahLineWords words;

  if (index + 1 >= page->head_end || line->n_words > 10 || line->ends || !is_imprint (line + 1))
    return FALSE;

  telaah_line_shape_split (line, &words);

  return telaah_line_shape_is_one_of (words.words[0], names);
}

/* Items of a list and headings of Markdown come back, too. */
static gboolean
may_be_header (const TelaahPageLine *line)
{
  TelaahNumbering numbering;

  if (line->first == '#' || line->first == '<' ||
      (telaah_numbering_parse (line, &numbering) && numbering.style != TELAAH_STYLE_BARE_NUMBER))
    return FALSE;

  return line->characters <= LONGEST_HEADER && line->clutter != TELAAH_DOUBT_SURE && line->n_words >= 2 &&
         !line->code && !line->bullet && !line->joined;
}

static gboolean
is_beside_number (const TelaahPage *page,
                  guint             index)
{
  for (guint i = index > 0 ? index - 1 : 0; i <= index + 1 && i < page->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);

      if (i != index && line->clutter == TELAAH_DOUBT_SURE && strcmp (line->reason, "page-header") == 0)
        return TRUE;
    }

  return FALSE;
}

static Header *
count_header (GHashTable       *headers,
              const TelaahPage *page,
              guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  g_autofree char *key = dup_key (line);
  Header *header = g_hash_table_lookup (headers, key);

  if (header == NULL)
    g_hash_table_insert (headers, g_steal_pointer (&key), header = g_new0 (Header, 1));

  header->times++;
  header->changing += header->last != NULL && (header->last->n_bytes != line->n_bytes ||
                                               memcmp (header->last->start, line->start, line->n_bytes) != 0);
  header->beside += is_beside_number (page, index);
  header->last = line;

  return header;
}

/* A refrain and a label come back too; so it must count pages, stand beside what does, or name the journal. */
static gboolean
is_header (const Header         *header,
           const TelaahPageLine *line)
{
  if (header->times < 2)
    return FALSE;
  if (header->beside * 2 >= header->times && header->beside >= 2)
    return TRUE;
  if (line->n_numbers > 0 && !line->prose && has_serial (line))
    return TRUE;

  return header->times >= 3 && !line->ends && header->changing + 1 == header->times && has_serial (line);
}

/* "202        Lindqvist": the page's number at one side, and the author or the title at the other. */
static gboolean
is_spread_out (const TelaahPage *page,
               guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const char *end = line->start + line->n_bytes;
  const char *gap = g_strstr_len (line->start, line->n_bytes, "   ");
  const char *behind;

  if (gap == NULL)
    gap = memchr (line->start, '\t', line->n_bytes);
  if (gap == NULL || line->n_numbers == 0 || line->n_words > 14 || line->ends || !is_beside_number (page, index))
    return FALSE;

  behind = gap + strspn (gap, " \t");

  return (g_ascii_isdigit (*line->start) && line->start + strspn (line->start, "0123456789") == gap) ||
         (g_ascii_isdigit (end[-1]) && behind + strspn (behind, "0123456789") == end);
}

static void
find_headers (TelaahPage *page)
{
  g_autoptr(GHashTable) headers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autofree Header **counted = g_new0 (Header *, page->lines->len + 1);

  for (guint i = 0; i < page->lines->len; i++)
    if (may_be_header (telaah_page_get_line (page, i)))
      counted[i] = count_header (headers, page, i);

  for (guint i = 0; i < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      if (counted[i] == NULL)
        continue;

      if (is_header (counted[i], line) || is_spread_out (page, i) ||
          (i < page->head_end && (is_imprint (line) || is_journal (page, i))))
        telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, "page-header");
    }
}

/**
 * telaah_clutter_find_pages:
 *
 * Finds the numbers of pages, the lines that come back on each, and the imprint above an article of a journal.
 */
void
telaah_clutter_find_pages (TelaahPage *page)
{
  find_page_numbers (page);

  /* Twice: what is found stands beside other headers. */
  for (guint pass = 0; pass < 2; pass++)
    find_headers (page);

  telaah_page_find_zones (page);
}

static char *
dup_entry (const TelaahPageLine *line)
{
  char *key = dup_key (line);

  return *key == '\0' ? (g_free (key), NULL) : key;
}

/**
 * telaah_clutter_find_contents:
 *
 * A table of contents says below its name what stands further down once more.
 */
void
telaah_clutter_find_contents (TelaahPage *page)
{
  g_autoptr(GHashTable) later = NULL;

  for (guint i = 0; i + 2 < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);
      gboolean brief = line->n_words > 0 && line->n_words <= 3 && line->characters <= 20;
      g_autofree char *name = brief ? dup_entry (line) : NULL;
      guint end = i + 1;

      if (name == NULL || (strcmp (name, " daftar isi") != 0 && strcmp (name, " contents") != 0 &&
                           strcmp (name, " table of contents") != 0 && strcmp (name, " isi") != 0))
        continue;

      if (later == NULL)
        {
          later = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
          for (guint j = page->lines->len; j > 0; j--)
            {
              TelaahPageLine *other = telaah_page_get_line (page, j - 1);
              char *key = other->characters <= LONGEST_HEADER ? dup_entry (other) : NULL;

              if (key != NULL && !g_hash_table_contains (later, key))
                g_hash_table_insert (later, key, GUINT_TO_POINTER (j - 1));
              else
                g_free (key);
            }
        }

      for (; end < page->lines->len; end++)
        {
          const TelaahPageLine *entry = telaah_page_get_line (page, end);
          g_autofree char *key = telaah_page_line_is_short (entry) ? dup_entry (entry) : NULL;

          if (key == NULL || GPOINTER_TO_UINT (g_hash_table_lookup (later, key)) <= end)
            break;
        }

      for (guint j = i; end > i + 2 && j < end; j++)
        telaah_clutter_suspect (telaah_page_get_line (page, j), TELAAH_DOUBT_SURE, "contents");
    }
}
