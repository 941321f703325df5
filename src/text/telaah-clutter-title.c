/* Which line of a page is the title of its article.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-clutter.h"

#include <string.h>

#include "text/telaah-headings.h"
#include "text/telaah-line-shape.h"

/* A ministry, a university or a journal above what it published. */
gboolean
telaah_clutter_names_house (const TelaahPageLine *line)
{
  static const char *const houses[] = {
    "kementerian", "ministry", "universitas", "university", "fakultas", "faculty", "jurnal", "journal", "siaran",
    "press", "department", "departemen", "dinas", "badan", "news", NULL,
  };
  TelaahLineWords words;

  telaah_line_shape_split (line, &words);
  for (guint i = 0; i < words.n; i++)
    if (telaah_line_shape_is_one_of (words.words[i], houses))
      return TRUE;

  return FALSE;
}

/* The nearer the byline below, the surer the title; a line of standfirst may lie between. */
static int
rate_byline (const TelaahPage *page,
             guint             index)
{
  guint others = 0;

  for (guint i = index + 1; i < MIN (index + 5, page->head_end); i++)
    {
      const TelaahPageLine *below = telaah_page_get_line (page, i);

      if (!telaah_clutter_has_reason (below, "byline"))
        {
          if (below->clutter == TELAAH_DOUBT_NONE && ++others > 1)
            break;
          continue;
        }

      /* The name of a section of the site is no title, though the date stands below it. */
      if (telaah_page_get_line (page, index)->n_words <= 2)
        return i == index + 1 ? 2 : 0;

      return others > 0 ? 2 : i == index + 1 ? 4 : 3;
    }

  return 0;
}

static gboolean
is_above_byline (const TelaahPage *page,
                 guint             index)
{
  const TelaahPageLine *below = telaah_page_get_line (page, index) + 1;

  return index + 1 < page->head_end && below->clutter != TELAAH_DOUBT_NONE && strcmp (below->reason, "byline") == 0;
}

/* How much a line above the running text looks like the title of the article; the byline comes below it. */
static int
rate_title (const TelaahPage *page,
            guint             index,
            gboolean          first)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  TelaahNumbering numbering;
  int rating = first ? 2 : 0;

  if (line->clutter == TELAAH_DOUBT_SURE || line->prose || line->characters > 200 || line->n_words > 30 ||
      line->n_words == 0 || line->bullet || line->address || line->code || g_unichar_islower (line->first) ||
      line->stop == ',' || line->stop == ';' || (line->stop == '.' && line->n_words > 3) ||
      (line->stop == ':' && line->wrapped == 0) || telaah_page_is_rest_of_title (page, index) ||
      telaah_page_is_field (page, index) || g_strstr_len (line->start, line->n_bytes, "   ") != NULL)
    return -1;
  if (telaah_headings_is_standard_name (line->start, line->start + line->n_bytes) || *line->start == '#' ||
      (telaah_numbering_parse (line, &numbering) && numbering.style != TELAAH_STYLE_BARE_NUMBER))
    return -1;

  /* A title of a few words looks like a name; the name of who wrote it is below it. */
  if (line->clutter == TELAAH_DOUBT_WEAK)
    rating -= strcmp (line->reason, "byline") != 0 || line->n_numbers > 0 ? 5 : is_above_byline (page, index) ? 1 : 3;
  if (line->n_words <= 5 && telaah_clutter_names_house (line))
    rating -= 3;

  rating += (line->n_words >= 3) + 2 * (line->n_words >= 5) + (line->n_words >= 7) + (line->stop == '?');

  return rating + rate_byline (page, index);
}

/* Is there more than a line of verse below: a space, running text, or what comes between title and text? */
static gboolean
stands_out (const TelaahPage *page,
            guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const TelaahPageLine *next = index + 1 < page->lines->len ? line + 1 : NULL;

  if (next == NULL)
    return FALSE;
  if (next->gap > 0 || next->clutter != TELAAH_DOUBT_NONE || next->bullet)
    return TRUE;
  if (next->prose)
    return next->characters > line->characters || next->ends;

  /* Capitals over several lines, as of a law. */
  if (line->capitals)
    {
      for (next = line; index + 1 < page->lines->len && next[1].capitals && next[1].gap == 0; index++)
        next++;
      return next > line && index + 1 < page->lines->len && (next[1].gap > 0 || page->head_end > index);
    }

  for (guint i = index + 2; i < MIN (index + 4, page->lines->len); i++)
    if (telaah_page_get_line (page, i)->clutter != TELAAH_DOUBT_NONE)
      return TRUE;

  return page->head_end > index && page->head_end <= index + 4;
}

/* "Reporter", and the name on the line below. */
static void
spread_to_writers (TelaahPage *page)
{
  for (guint i = 0; i + 1 < page->head_end; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);
      const TelaahPageLine *name = line + 1;

      if (line->n_words != 1 || line->clutter == TELAAH_DOUBT_NONE ||
          strcmp (line->reason, "byline") != 0 || line->n_numbers > 0 || line->address ||
          telaah_headings_is_standard_name (name->start, name->start + name->n_bytes))
        continue;
      if (name->n_words > 4 || name->n_words == 0 || name->ends || name->n_numbers > 0 || name->stop == ':' ||
          name->n_capitals < name->n_words)
        continue;

      telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, "byline");
      telaah_clutter_suspect (telaah_page_get_line (page, i + 1), TELAAH_DOUBT_SURE, "byline");
    }
}

static gboolean
may_be_standfirst (const TelaahPageLine *title,
                   const TelaahPageLine *line)
{
  return title->n_words >= 6 || (title->n_words >= 3 && telaah_page_line_is_titled (title) &&
                                 !telaah_page_line_is_titled (line));
}

/**
 * telaah_clutter_find_title:
 *
 * The title is the best of the lines above the running text, or the first line.
 */
void
telaah_clutter_find_title (TelaahPage *page)
{
  guint end = MIN (MAX (page->head_end, 1), page->lines->len);
  int best = 0;
  gboolean first = TRUE;
  gboolean bare = TRUE;

  spread_to_writers (page);
  page->title = TELAAH_NO_LINE;

  /* Markdown says which it is. */
  for (guint i = 0; i < end; i++)
    if (g_str_has_prefix (telaah_page_get_line (page, i)->start, "# "))
      return;

  for (guint i = 0; i < end; i++)
    bare &= telaah_page_get_line (page, i)->clutter != TELAAH_DOUBT_SURE;

  for (guint i = 0; i < end; i++)
    {
      int rating;

      if (telaah_clutter_is_sure (page, i))
        continue;

      /* A heading of Markdown or of a chapter is not to be guessed at. */
      rating = rate_title (page, i, first);
      first = FALSE;

      /* Below a title and its author there may be a line that sums the article up. */
      if (best >= 4 && i > 0 && telaah_page_get_line (page, i - 1)->clutter != TELAAH_DOUBT_NONE &&
          strcmp (telaah_page_get_line (page, i - 1)->reason, "byline") == 0)
        rating -= 3;

      /* What stands right below a title and is no better is its standfirst. */
      if (page->title != TELAAH_NO_LINE && i - page->title <= 3 && rating <= best + 2 &&
          may_be_standfirst (telaah_page_get_line (page, page->title), telaah_page_get_line (page, i)))
        continue;
      if (rating <= best || !stands_out (page, i))
        continue;

      best = rating;
      page->title = i;

      /* Where nothing of a page is around it, the text begins with its title. */
      if (bare)
        break;
    }
}
