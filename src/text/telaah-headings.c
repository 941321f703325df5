/* Which lines, and which beginnings of paragraphs, are headings.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

#include <string.h>

#include "text/telaah-line-shape.h"

#define LONGEST_PLAIN    100
#define LONGEST_NUMBERED 140
#define LONGEST_CAPITALS 160

/* A heading over more lines is something else. */
#define MOST_LINES 4

/* What kind of text it is. */
typedef struct
{
  gboolean markdown;     /* marks its headings */
  gboolean interview;
} Kind;

static gboolean
is_in_lower_case (const char        *start,
                  const char        *end,
                  const char *const *names)
{
  g_autofree char *name = end - start < 48 ? g_utf8_strdown (start, end - start) : NULL;

  return name != NULL && telaah_line_shape_is_one_of (name, names);
}

/* Chapters that any paper has: they stand on the first level, and nothing numbered stands below them. */
gboolean
telaah_headings_is_standard_name (const char *start,
                                  const char *end)
{
  static const char *const names[] = {
    "abstrak", "abstract", "abstraksi", "ringkasan", "summary", "executive summary", "ringkasan eksekutif",
    "daftar pustaka", "referensi", "references", "bibliography", "kepustakaan", "daftar referensi",
    "acknowledgements", "acknowledgments", "ucapan terima kasih", "kata pengantar", "preface", "prakata",
    "penutup", "kesimpulan", "simpulan", "conclusion", "conclusions", "kesimpulan dan saran", "catatan kaki",
    "see also", "lihat pula", "external links", "pranala luar", "notes", "further reading", "bacaan lanjutan",
    NULL,
  };

  while (end > start && strchr (":. ", end[-1]) != NULL)
    end--;

  return is_in_lower_case (start, end, names);
}

/* Names of chapters that say so wherever they stand on a line. */
gboolean
telaah_headings_is_chapter_name (const char *start,
                                 const char *end)
{
  static const char *const names[] = {
    "pendahuluan", "introduction", "latar belakang", "background", "metode", "metode penelitian", "metodologi",
    "metodologi penelitian", "method", "methods", "methodology", "hasil", "hasil penelitian", "results", "pembahasan",
    "discussion", "results and discussion", "hasil dan pembahasan", "tinjauan pustaka", "literature review",
    "landasan teori", "kajian pustaka", "rumusan masalah", "saran", NULL,
  };

  return is_in_lower_case (start, end, names);
}

/* Is there something below that a heading might head? */
gboolean
telaah_headings_has_body (const TelaahPage *page,
                          guint             index)
{
  guint next = telaah_page_get_next (page, index);
  const TelaahPageLine *below;

  if (next >= page->lines->len)
    return FALSE;

  below = telaah_page_get_line (page, next);
  if (below->stop == ':' && below->n_words >= 3 && !telaah_page_line_is_titled (below))
    return TRUE;
  if (below->prose || below->bullet || below->characters >= 80 || (below->first == '>' && below->n_words > 3))
    return TRUE;
  if (page->width > 0 && below->characters * 10 >= page->width * 7 && !below->capitals)
    return TRUE;

  return (below->ends && below->n_words >= 8) || (below->n_words >= 10 && !telaah_page_line_is_titled (below));
}

static gboolean
speaks_to_somebody (const TelaahPageLine *line)
{
  static const char *const words[] = {
    "anda", "kamu", "kalian", "bapak", "ibu", "saudara", "you", "your", "mas", "mbak", "pak", "bu", "kakak", NULL,
  };
  TelaahLineWords split;

  telaah_line_shape_split (line, &split);
  for (guint i = 0; i < split.n; i++)
    if (telaah_line_shape_is_one_of (split.words[i], words))
      return TRUE;

  return FALSE;
}

/* In an interview the questions are no headings, whether they say "you" or not. */
static gboolean
is_interview (const TelaahPage *page)
{
  for (guint i = 0; i < page->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);

      if (line->stop == '?' && line->ends && line->n_words <= 40 && line->clutter != TELAAH_DOUBT_SURE &&
          !telaah_page_line_is_titled (line) && !line->joined && telaah_headings_has_body (page, i) &&
          speaks_to_somebody (line))
        return TRUE;
    }

  return FALSE;
}

/* Lines that begin so announce, describe or sign, whatever their form. */
static gboolean
begins_otherwise (const TelaahPageLine *line)
{
  static const char *const firsts[] = {
    "berikut", "adapun", "oleh", "by", "gambar", "tabel", "figure", "fig", "table", "bagan", "grafik", "sumber",
    "source", "foto", "photo", "catatan", "note", "keterangan", "kata", "keywords", "keyword", "dear", "yth",
    "kepada", "salam", "hormat", "nomor", "perihal", "tanggal", "nama", "telepon", "email", "tembusan",
    "misalnya", "contohnya", "yaitu", "yakni", "antara", "such", "these", "following", "including", NULL,
  };
  static const char *const objects[] = {
    "catatan", "sumber", "source", "note", "keterangan", "foto", "tanggal", "gambar", "tabel", "grafik",
    "bagan", "figure", "table", "email", "photo", NULL,
  };
  TelaahLineWords split;

  telaah_line_shape_split (line, &split);
  if (split.n == 0 || !telaah_line_shape_is_one_of (split.words[0], firsts))
    return FALSE;

  /* "Kata pengantar" and "Catatan akhir" are headings; "Kata kunci" and "Gambar 1" are not. */
  if (strcmp (split.words[0], "kata") == 0)
    return split.n > 1 && strcmp (split.words[1], "kunci") == 0;
  if (strcmp (split.words[0], "nama") == 0 || strcmp (split.words[0], "antara") == 0)
    return split.n == 1 || *split.words[1] == ':' || line->stop == ':';
  if (telaah_line_shape_is_one_of (split.words[0], objects))
    return split.n == 1 || *split.words[1] == ':' || split.numbers[1] || line->stop == ':';

  return TRUE;
}

/* What the line below has to be like: a sentence broken in two would go on in lower case. */
static gboolean
is_cut (const TelaahPage *page,
        guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  guint next = telaah_page_get_next (page, index);

  if (next < page->lines->len && g_unichar_islower (telaah_page_get_line (page, next)->first) &&
      !telaah_page_line_is_titled (line) && !line->capitals)
    return TRUE;
  if (page->width == 0)
    return FALSE;

  return line->characters * 20 > page->width * 17 && !line->capitals && line->gap == 0;
}

/* A line by itself in words that are no sentence. */
static gboolean
may_be_plain (const TelaahPage *page,
              guint             index,
              gboolean          interview)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  gboolean titled = telaah_page_line_is_titled (line);
  guint most = titled ? 14 : 12;

  if (line->prose || line->bullet || line->address || line->inner_stop || line->n_words == 0 || line->n_words > most ||
      line->characters > (line->capitals ? LONGEST_CAPITALS : LONGEST_PLAIN) || line->n_numbers * 2 > line->n_words)
    return FALSE;
  if (g_unichar_islower (line->letter) || !g_unichar_isalpha (line->letter) || line->first == 0x2014 ||
      line->first == 0x2013 || (line->first < 0x80 && strchr ("([->|#@*", (int) line->first) != NULL))
    return FALSE;
  if ((line->first == '"' || line->first == 0x201c) && !titled)
    return FALSE;
  if (strchr (",;-/&(|\\=", line->stop < 0x80 ? (int) line->stop : 'x') != NULL || line->stop == 0x2014)
    return FALSE;

  if (line->stop == '.' || (line->ends && (line->stop == 0x2026 || line->stop == 0x3002)))
    return FALSE;
  if (line->stop == '?' && !titled && memchr (line->start, ':', line->n_bytes) != NULL)
    return FALSE;
  if (line->ends && line->stop == '!' && (!titled || line->n_words > 8))
    return FALSE;
  if (line->ends && line->stop == '?' && ((!titled && (line->n_words > 8 || interview)) || speaks_to_somebody (line)))
    return FALSE;

  return !begins_otherwise (line) && !telaah_page_is_field (page, index) && !is_cut (page, index);
}

/* "These are the challenges:" announces a list; "Armed Conflict:" heads what follows. */
static gboolean
may_end_in_colon (const TelaahPage *page,
                  guint             index)
{
  static const char *const verbs[] = {
    "adalah", "ialah", "yaitu", "yakni", "berikut", "are", "is", "include", "includes", "following", "lain",
    "meliputi", "merupakan", "berkata", "mengatakan", "says", "said", "bahwa", NULL,
  };
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  guint next = telaah_page_get_next (page, index);
  TelaahLineWords split;

  if (!telaah_page_line_is_titled (line) &&
      (line->n_words > 4 || (next < page->lines->len && telaah_page_get_line (page, next)->bullet)))
    return FALSE;

  telaah_line_shape_split (line, &split);
  for (guint i = 0; i < split.n; i++)
    if (telaah_line_shape_is_one_of (split.words[i], verbs))
      return FALSE;

  return TRUE;
}

/* Roman or a letter: what continues the row that runs. */
static void
settle_letter (TelaahNumbering *numbering,
               guint           *last)
{
  gboolean lower = numbering->style == TELAAH_STYLE_SMALL_ROMAN;
  TelaahHeadingStyle letter = lower ? TELAAH_STYLE_SMALL_LETTER : TELAAH_STYLE_LETTER;

  if (numbering->other == 0 || (numbering->style != TELAAH_STYLE_ROMAN && !lower))
    return;
  if (last[numbering->style] + 1 == numbering->value && last[letter] + 1 != numbering->other)
    return;
  if (numbering->value == 1 && last[letter] + 1 != numbering->other)
    return;

  numbering->style = letter;
  numbering->value = numbering->other;
}

static gboolean
may_be_numbered (const TelaahPageLine  *line,
                 const TelaahNumbering *numbering)
{
  const char *end = line->start + line->n_bytes;
  gboolean word = numbering->style >= TELAAH_STYLE_CHAPTER && numbering->style <= TELAAH_STYLE_ARTICLE;
  gboolean titled = telaah_page_line_is_titled (line);
  gunichar first = numbering->rest < end ? g_utf8_get_char (numbering->rest) : 0;

  if (word && first == 0)
    return TRUE;
  if (line->characters > LONGEST_NUMBERED || line->n_words > 18 || line->inner_stop || line->address ||
      (line->prose && line->stop != '?') || strchr (",;", line->stop < 0x80 ? (int) line->stop : 'x') != NULL ||
      (line->stop == '.' && (!titled || line->n_words > 7)))
    return FALSE;
  if (word)
    return line->capitals || (titled && line->n_words <= 14 && !g_unichar_islower (first) && first != '(');
  if (numbering->style == TELAAH_STYLE_BARE_NUMBER && !titled)
    return FALSE;
  if (numbering->style == TELAAH_STYLE_SMALL_LETTER && line->n_words > 12)
    return FALSE;

  return g_unichar_isalpha (first) ? !g_unichar_islower (first) : first == '"' || first == '*' || first == 0x201c;
}

/* Does the line below go on with a heading: the title of a chapter below its number, or capitals over several lines? */
static gboolean
goes_on (const TelaahPage    *page,
         const TelaahHeading *heading,
         guint                index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const TelaahPageLine *below = line + 1;
  gboolean part = heading->style == TELAAH_STYLE_CHAPTER || heading->style == TELAAH_STYLE_PART;
  TelaahNumbering numbering;

  if (heading->style == TELAAH_STYLE_TITLE &&
      index < heading->line + telaah_page_get_line (page, heading->line)->wrapped)
    return below->clutter != TELAAH_DOUBT_SURE;
  if (index + 1 >= page->lines->len || below->clutter == TELAAH_DOUBT_SURE || below->prose || below->gap > 1 ||
      below->heading > 0 || below->ends || below->n_words == 0 || below->n_words > 14 || below->stop == ':' ||
      below->stop == ',' || below->edited || telaah_numbering_parse (below, &numbering))
    return FALSE;
  if (part)
    return index == heading->line && (below->capitals || telaah_page_line_is_titled (below));
  if (telaah_headings_is_standard_name (below->start, below->start + below->n_bytes))
    return FALSE;

  return below->gap == 0 && line->capitals && below->capitals &&
         (page->width > 0 || heading->style == TELAAH_STYLE_TITLE);
}

static void
take_lines_below (TelaahPage    *page,
                  TelaahHeading *heading)
{
  TelaahPageLine *line = telaah_page_get_line (page, heading->line);
  gboolean part = heading->style == TELAAH_STYLE_CHAPTER || heading->style == TELAAH_STYLE_PART;
  TelaahNumbering numbering;

  if (part && telaah_numbering_parse (line, &numbering) && numbering.rest < line->start + line->n_bytes)
    return;

  for (guint i = heading->line; i < heading->line + MOST_LINES && goes_on (page, heading, i); i++)
    {
      TelaahPageLine *below = telaah_page_get_line (page, i + 1);

      heading->end = below->start + below->n_bytes;
      below->heading = line->heading;
    }
}

static void
add (TelaahPage    *page,
     GArray        *headings,
     TelaahHeading *heading)
{
  TelaahPageLine *line = telaah_page_get_line (page, heading->line);

  g_array_append_val (headings, *heading);
  line->heading = headings->len;
  if (!heading->run_in)
    take_lines_below (page, &g_array_index (headings, TelaahHeading, headings->len - 1));
}

static gboolean
find_in_line (TelaahPage    *page,
              guint          index,
              guint         *last,
              const Kind    *kind,
              TelaahHeading *heading)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  TelaahNumbering numbering = { .style = TELAAH_STYLE_PLAIN };
  gboolean numbered = telaah_numbering_parse (line, &numbering);

  if (line->clutter == TELAAH_DOUBT_SURE || line->code || line->sealed || line->heading > 0 || line->joined ||
      (line->clutter == TELAAH_DOUBT_WEAK && line->n_numbers > 0 && strcmp (line->reason, "byline") == 0))
    return FALSE;

  settle_letter (&numbering, last);
  if (telaah_headings_find_run_in (page, index, heading))
    {
      if (heading->style != TELAAH_STYLE_LABEL)
        {
          heading->style = numbering.style;
          heading->value = last[numbering.style] = numbering.value;
        }
      return TRUE;
    }
  if (kind->markdown)
    return FALSE;

  memset (heading, 0, sizeof *heading);
  heading->line = index;
  heading->start = line->start;
  heading->end = line->start + line->n_bytes;
  heading->standard = telaah_headings_is_standard_name (numbered ? numbering.rest : line->start, heading->end);

  if (numbered && may_be_numbered (line, &numbering))
    {
      heading->style = numbering.style;
      heading->depth = numbering.depth;
      heading->value = last[numbering.style] = numbering.value;
      heading->known = heading->standard || telaah_headings_is_chapter_name (numbering.rest, heading->end);
      heading->accepted = numbering.style < TELAAH_STYLE_CAPITALS;
    }
  else if (!may_be_plain (page, index, kind->interview) || (numbered && numbering.style != TELAAH_STYLE_BARE_NUMBER &&
                                           numbering.style > TELAAH_STYLE_COLON))
    return FALSE;
  else if (line->stop == ':')
    {
      if (!may_end_in_colon (page, index))
        return FALSE;
      heading->style = TELAAH_STYLE_COLON;
    }
  else
    heading->style = line->capitals ? TELAAH_STYLE_CAPITALS : TELAAH_STYLE_PLAIN;

  if (heading->end[-1] == ':')
    {
      heading->end--;
      while (heading->end > heading->start && heading->end[-1] == ' ')
        heading->end--;
    }

  return heading->end > heading->start;
}

static void
keep_accepted (TelaahPage *page,
               GArray     *headings)
{
  guint kept = 0;

  for (guint i = 0; i < page->lines->len; i++)
    telaah_page_get_line (page, i)->heading = 0;

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading heading = g_array_index (headings, TelaahHeading, i);

      if (!heading.accepted)
        continue;

      g_array_index (headings, TelaahHeading, kept++) = heading;
      telaah_page_get_line (page, heading.line)->heading = kept;
    }

  g_array_set_size (headings, kept);
}

static int
compare_headings (gconstpointer a,
                  gconstpointer b)
{
  const TelaahHeading *x = a;
  const TelaahHeading *y = b;

  return x->line < y->line ? -1 : x->line > y->line;
}

static void
add_title (TelaahPage *page,
           GArray     *headings)
{
  const TelaahPageLine *line = telaah_page_get_line (page, page->title);
  TelaahHeading heading = {
    .line = page->title, .start = line->start, .end = line->start + line->n_bytes, .style = TELAAH_STYLE_TITLE,
    .accepted = TRUE, .level = 1,
  };

  add (page, headings, &heading);
}

/**
 * telaah_headings_find:
 * @page: with its clutter found
 *
 * Returns: (transfer full): of TelaahHeading, in the order of the text, with their levels
 */
GArray *
telaah_headings_find (TelaahPage *page)
{
  GArray *headings = g_array_new (FALSE, FALSE, sizeof (TelaahHeading));
  Kind kind = { telaah_headings_find_markdown (page, headings), is_interview (page) };
  guint last[TELAAH_STYLE_LABEL + 1] = { 0 };

  if (page->title != TELAAH_NO_LINE && telaah_page_get_line (page, page->title)->heading == 0 &&
      !telaah_page_get_line (page, page->title)->code)
    add_title (page, headings);

  for (guint i = 0; i < page->lines->len; i++)
    {
      TelaahHeading heading;

      if (find_in_line (page, i, last, &kind, &heading))
        add (page, headings, &heading);
    }

  /* Marked ones were found first; from here on the order is that of the text. */
  g_array_sort (headings, compare_headings);
  for (guint i = 0; i < headings->len; i++)
    telaah_page_get_line (page, g_array_index (headings, TelaahHeading, i).line)->heading = i + 1;

  telaah_headings_settle_series (page, headings);
  telaah_headings_settle_lines (page, headings);
  telaah_headings_settle_run_in (page, headings);
  keep_accepted (page, headings);
  telaah_headings_set_levels (page, headings);

  return headings;
}
