/* Which lines of a page are clutter, and why: what the company says in which a line stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-clutter.h"

#include <string.h>

#include "text/telaah-headings.h"
#include "text/telaah-line-shape.h"

/* A comment and what stands around it; longer stretches between two links "Reply" are something else. */
#define LONGEST_COMMENT 14

static gboolean
is_sure (const TelaahPage *page,
         guint             index)
{
  return index < page->lines->len && telaah_page_get_line (page, index)->clutter == TELAAH_DOUBT_SURE;
}

static gboolean
has_reason (const TelaahPageLine *line,
            const char           *reason)
{
  return line->clutter == TELAAH_DOUBT_SURE && strcmp (line->reason, reason) == 0;
}

/* A ministry, a university or a journal above what it published. */
static gboolean
names_house (const TelaahPageLine *line)
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

      /* The name of a section of the site is no title, though the date stands below it. */
      if (has_reason (below, "byline"))
        return others > 0 || telaah_page_get_line (page, index)->n_words <= 2 ? 2 : i == index + 1 ? 4 : 3;
      if (below->clutter == TELAAH_DOUBT_NONE && ++others > 1)
        break;
    }

  return 0;
}

static gboolean
is_rest_of_title (const TelaahPage *page,
                  guint             index)
{
  for (guint i = 1; i <= MIN (index, 3); i++)
    if (telaah_page_get_line (page, index - i)->wrapped >= i)
      return TRUE;

  return FALSE;
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
      (line->stop == ':' && line->wrapped == 0) || is_rest_of_title (page, index) ||
      telaah_page_is_field (page, index) || g_strstr_len (line->start, line->n_bytes, "   ") != NULL)
    return -1;
  if (telaah_headings_is_standard_name (line->start, line->start + line->n_bytes) || *line->start == '#' ||
      (telaah_numbering_parse (line, &numbering) && numbering.style != TELAAH_STYLE_BARE_NUMBER))
    return -1;

  if (line->clutter == TELAAH_DOUBT_WEAK)
    rating -= strcmp (line->reason, "byline") == 0 && line->n_numbers == 0 ? 3 : 5;
  if (line->n_words <= 5 && names_house (line))
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

  page->title = TELAAH_NO_LINE;
  for (guint i = 0; i < end; i++)
    bare &= telaah_page_get_line (page, i)->clutter != TELAAH_DOUBT_SURE;

  for (guint i = 0; i < end; i++)
    {
      int rating;

      if (is_sure (page, i))
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

/* The names of sections of the site, above a title that a byline stands below. */
static gboolean
is_below_sections (const TelaahPage *page)
{
  if (page->title > 3 || telaah_page_get_line (page, page->title)->n_words < 5)
    return FALSE;

  for (guint i = 0; i < page->title; i++)
    if (telaah_page_get_line (page, i)->n_words > 3)
      return FALSE;

  for (guint i = page->title + 1; i < MIN (page->title + 4, page->head_end); i++)
    if (has_reason (telaah_page_get_line (page, i), "byline"))
      return TRUE;

  return FALSE;
}

/* The lines above a title that has furniture above it are all furniture. */
static void
spread_above_title (TelaahPage *page)
{
  const char *reason = NULL;

  if (page->title == TELAAH_NO_LINE || page->title > 60)
    return;

  for (guint i = 0; i < page->title; i++)
    if (telaah_page_get_line (page, i)->clutter != TELAAH_DOUBT_NONE)
      reason = "menu";

  if (reason == NULL && is_below_sections (page))
    reason = "menu";

  for (guint i = 0; reason != NULL && i < page->title; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      /* The name right above a title is that of a section of the site. */
      if (i + 1 == page->title && line->clutter == TELAAH_DOUBT_WEAK && line->n_numbers == 0)
        line->reason = reason;
      if (!line->prose && line->characters <= 200 && !line->ends)
        telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, line->clutter != TELAAH_DOUBT_NONE ? line->reason : reason);
    }
}

/* Names of places where comments, related articles and the like begin: short lines below belong to them. */
static gboolean
opens_list (const TelaahPageLine *line)
{
  return has_reason (line, "related-link") || has_reason (line, "tags") || has_reason (line, "newsletter") ||
         has_reason (line, "copyright") || has_reason (line, "share-link") || has_reason (line, "pagination") ||
         has_reason (line, "follow-link");
}

static gboolean
may_fall (const TelaahPage *page,
          guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);

  return index != page->title && !(index > page->title && is_rest_of_title (page, index)) && line->clutter != TELAAH_DOUBT_SURE && telaah_page_line_is_short (line) &&
         !line->sealed && !line->code;
}

/* A word such as "Facebook" beside sure clutter; inside the text not where it heads a paragraph. */
static gboolean
falls_beside (const TelaahPage *page,
              guint             index,
              guint             neighbour)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const TelaahPageLine *beside = telaah_page_get_line (page, neighbour);
  gboolean heads = index + 1 < page->lines->len && line[1].prose && line[1].clutter != TELAAH_DOUBT_SURE;
  gboolean byline = line->clutter == TELAAH_DOUBT_WEAK && strcmp (line->reason, "byline") == 0;

  /* The button below what invites to press it. */
  if (line->clutter == TELAAH_DOUBT_WEAK && neighbour < index && line->n_words == 1 && has_reason (beside, "newsletter") &&
      strcmp (line->reason, "newsletter") == 0)
    return TRUE;

  if (beside->clutter != TELAAH_DOUBT_SURE || line->clutter != TELAAH_DOUBT_WEAK)
    return FALSE;

  /* Names above the text: not where a heading might stand, a space above it and the text right below. */
  if (byline && heads && (line->gap > 0 || line[1].gap == 0) && line->n_numbers == 0 &&
      memchr (line->start, ',', line->n_bytes) == NULL)
    return FALSE;
  if (byline && line->gap > 0 && line->stop == ',')
    return FALSE;
  if (index < page->head_end || index >= page->tail)
    return !byline || has_reason (beside, "byline") || index < page->head_end;

  return !heads && !byline && strcmp (beside->reason, "advertisement") != 0;
}

static void
spread_to_neighbours (TelaahPage *page)
{
  guint n = page->lines->len;

  for (guint i = 1; i < n; i++)
    if (may_fall (page, i) && falls_beside (page, i, i - 1))
      telaah_clutter_suspect (telaah_page_get_line (page, i), TELAAH_DOUBT_SURE,
                              telaah_page_get_line (page, i)->reason);

  for (guint i = n; i-- > 1;)
    if (may_fall (page, i - 1) && falls_beside (page, i - 1, i))
      telaah_clutter_suspect (telaah_page_get_line (page, i - 1), TELAAH_DOUBT_SURE,
                              telaah_page_get_line (page, i - 1)->reason);
}

/* "Related" below the text, with titles below it. */
static void
believe_related (TelaahPage *page)
{
  for (guint i = page->tail; i + 1 < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      if (line->clutter == TELAAH_DOUBT_WEAK && strcmp (line->reason, "related-link") == 0 && may_fall (page, i) &&
          may_fall (page, i + 1) && !line[1].bullet && line[1].n_words >= 3)
        telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, line->reason);
    }
}

/* Two doubtful lines confirm each other around the text. */
static void
believe_pairs (TelaahPage *page)
{
  for (guint i = 0; i + 1 < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);
      TelaahPageLine *next = line + 1;
      gboolean around = i + 1 < page->head_end || i >= page->tail;

      if (!around || line->clutter != TELAAH_DOUBT_WEAK || next->clutter != TELAAH_DOUBT_WEAK || !may_fall (page, i) ||
          !may_fall (page, i + 1) || strcmp (line->reason, "byline") == 0 || strcmp (next->reason, "byline") == 0)
        continue;

      telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, line->reason);
      telaah_clutter_suspect (next, TELAAH_DOUBT_SURE, next->reason);
    }
}

/* Is there clutter again after a few short lines? */
static gboolean
is_enclosed (const TelaahPage *page,
             guint             index)
{
  for (guint i = index; i < MIN (index + 7, page->lines->len); i++)
    if (is_sure (page, i))
      return TRUE;
    else if (!may_fall (page, i) || telaah_page_get_line (page, i)->ends)
      return FALSE;

  return FALSE;
}

/* What is short and stands below the text between two pieces of clutter, or in a list that such a one opens. */
static void
spread_below_text (TelaahPage *page)
{
  guint n = page->lines->len;
  const char *list = NULL;

  for (guint i = page->tail; i < n; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      if (line->clutter == TELAAH_DOUBT_SURE)
        {
          list = opens_list (line) ? line->reason : NULL;
          continue;
        }

      if (!may_fall (page, i) || (i > 0 && !is_sure (page, i - 1)))
        continue;
      if (list != NULL || is_enclosed (page, i))
        telaah_clutter_suspect (line, TELAAH_DOUBT_SURE,
                                line->clutter != TELAAH_DOUBT_NONE ? line->reason :
                                list != NULL ? list :
                                g_unichar_islower (line->first) ? "tags" : telaah_page_get_line (page, i - 1)->reason);
    }
}

/* The addresses of links that "Read also:" on a line of its own announces. */
static void
spread_to_links (TelaahPage *page)
{
  for (guint i = 0; i + 1 < page->lines->len; i++)
    {
      const TelaahPageLine *opening = telaah_page_get_line (page, i);
      guint end = i + 1;

      if (!has_reason (opening, "related-link") || opening->n_words > 4 ||
          (opening->stop != ':' && (opening->n_words > 2 || opening->n_words == 0)))
        continue;

      while (end < page->lines->len && end <= i + 6 && may_fall (page, end) &&
             !telaah_page_get_line (page, end)->ends &&
             (end == i + 1 || telaah_page_get_line (page, end)->bullet ||
              (page->spaced && telaah_page_get_line (page, end)->gap == 0)))
        end++;

      for (guint j = i + 1; j < end; j++)
        telaah_clutter_suspect (telaah_page_get_line (page, j), TELAAH_DOUBT_SURE, "related-link");
    }
}

static gboolean
is_reply_link (const TelaahPageLine *line)
{
  return line->clutter != TELAAH_DOUBT_NONE && line->n_words <= 3 &&
         (strcmp (line->reason, "comment") == 0 || strcmp (line->reason, "reply-form") == 0) &&
         (g_ascii_strncasecmp (line->start, "repl", 4) == 0 || g_ascii_strncasecmp (line->start, "balas", 5) == 0);
}

/* Comments stand between the name of their section and links to reply to each. */
static void
spread_to_comments (TelaahPage *page)
{
  guint start = TELAAH_NO_LINE;

  for (guint i = 1; i < page->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);

      if (is_reply_link (line) && start != TELAAH_NO_LINE && i - start <= LONGEST_COMMENT)
        {
          for (guint j = start; j <= i; j++)
            telaah_clutter_suspect (telaah_page_get_line (page, j), TELAAH_DOUBT_SURE, "comment");
          start = i + 1;
        }
      else if (has_reason (line, "comment"))
        {
          start = i + 1;
        }
    }
}

/* The words below a picture stand below the link that shows it large. */
static void
spread_to_captions (TelaahPage *page)
{
  for (guint i = 1; i + 1 < page->head_end; i++)
    {
      const TelaahPageLine *above = telaah_page_get_line (page, i - 1);
      TelaahPageLine *line = telaah_page_get_line (page, i);

      if (has_reason (above, "caption") && above->n_words <= 3 && line->gap == 0 && line->n_words >= 3 &&
          line->n_words <= 45 && may_fall (page, i))
        telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, "caption");
    }
}

/* What a newsletter promises stands between its name and its form. */
static void
spread_between (TelaahPage *page)
{
  for (guint i = 1; i + 1 < page->lines->len; i++)
    if (has_reason (telaah_page_get_line (page, i - 1), "newsletter") &&
        has_reason (telaah_page_get_line (page, i + 1), "newsletter") && i != page->title)
      telaah_clutter_suspect (telaah_page_get_line (page, i), TELAAH_DOUBT_SURE, "newsletter");
}

static gboolean
has_academic_title (const TelaahPageLine *line)
{
  return g_str_has_prefix (line->start, "Dr. ") || g_str_has_prefix (line->start, "Prof. ") ||
         g_str_has_prefix (line->start, "Ir. ") || g_str_has_prefix (line->start, "Drs. ") ||
         g_str_has_prefix (line->start, "Dra. ");
}

/* Who wrote it, right below the title, with the place of work or with others. */
static void
spread_below_title (TelaahPage *page)
{
  guint below = page->title + 1;
  TelaahPageLine *line;

  if (page->title == TELAAH_NO_LINE || below >= page->head_end)
    return;

  line = telaah_page_get_line (page, below);
  if (line->clutter == TELAAH_DOUBT_WEAK && strcmp (line->reason, "byline") == 0 && may_fall (page, below) &&
      (memchr (line->start, ',', line->n_bytes) != NULL || names_house (line) || has_academic_title (line)))
    telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, line->reason);
}

/**
 * telaah_clutter_spread:
 *
 * Settles what lines in doubt are, by what stands next to them.
 */
void
telaah_clutter_spread (TelaahPage *page)
{
  spread_to_comments (page);
  spread_to_links (page);
  spread_between (page);
  telaah_page_find_zones (page);
  spread_above_title (page);
  spread_below_title (page);
  spread_to_captions (page);
  spread_to_neighbours (page);
  believe_pairs (page);
  believe_related (page);
  spread_below_text (page);
  spread_to_neighbours (page);
}
