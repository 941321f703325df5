/* Which lines of a page are clutter, and why: what the company says in which a line stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-clutter.h"

#include <string.h>

#include "text/telaah-headings.h"
#include "text/telaah-line-shape.h"

/* A comment and what stands around it; longer stretches between two links "Reply" are something else. */
#define LONGEST_COMMENT 14

static gboolean
has_byline_below (const TelaahPage *page)
{
  for (guint i = page->title + 1; i < MIN (page->title + 5, page->head_end); i++)
    if (telaah_clutter_has_reason (telaah_page_get_line (page, i), "byline"))
      return TRUE;

  return FALSE;
}

/* The names of sections of the site, above a title that a byline stands below. */
static gboolean
is_below_sections (const TelaahPage *page)
{
  if (page->title > 3 || telaah_page_get_line (page, page->title)->n_words < 3)
    return FALSE;

  for (guint i = 0; i < page->title; i++)
    if (telaah_page_get_line (page, i)->n_words > 3)
      return FALSE;

  return has_byline_below (page);
}

/* Long lines above what was taken for the title are text: it is none, then, unless a byline says that it is. */
static gboolean
has_text_above (const TelaahPage *page)
{
  for (guint i = 0; i < page->title; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);

      if (line->clutter == TELAAH_DOUBT_NONE && line->n_words >= 12)
        return TRUE;
    }

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
  if (reason == NULL || (has_text_above (page) && !has_byline_below (page)))
    return;

  for (guint i = 0; i < page->title; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);

      /* What might be a title itself is left alone. */
      if (line->clutter == TELAAH_DOUBT_NONE && line->n_words >= 5 &&
          (line->stop == '?' || telaah_page_line_is_titled (line)))
        continue;

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
  return telaah_clutter_has_reason (line, "related-link") || telaah_clutter_has_reason (line, "tags") ||
         telaah_clutter_has_reason (line, "newsletter") ||
         telaah_clutter_has_reason (line, "copyright") || telaah_clutter_has_reason (line, "share-link") ||
         telaah_clutter_has_reason (line, "pagination") ||
         telaah_clutter_has_reason (line, "follow-link");
}

static gboolean
may_fall (const TelaahPage *page,
          guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);

  return index != page->title && !(index > page->title && telaah_page_is_rest_of_title (page, index)) &&
         line->clutter != TELAAH_DOUBT_SURE && telaah_page_line_is_short (line) &&
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
  if (line->clutter == TELAAH_DOUBT_WEAK && neighbour < index && line->n_words == 1 &&
      telaah_clutter_has_reason (beside, "newsletter") && strcmp (line->reason, "newsletter") == 0)
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
    return !byline || telaah_clutter_has_reason (beside, "byline") || index < page->head_end;

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
    if (telaah_clutter_is_sure (page, i))
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

      if (!may_fall (page, i) || (i > 0 && !telaah_clutter_is_sure (page, i - 1)))
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

      if (!telaah_clutter_has_reason (opening, "related-link") || opening->n_words > 4 ||
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
      else if (telaah_clutter_has_reason (line, "comment"))
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

      if (telaah_clutter_has_reason (above, "caption") && above->n_words <= 3 && line->gap == 0 && line->n_words >= 3 &&
          line->n_words <= 45 && may_fall (page, i))
        telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, "caption");
    }
}

static gboolean
is_named_above (const TelaahPage     *page,
                const TelaahPageLine *line)
{
  g_autofree char *name = g_utf8_casefold (line->start, line->n_bytes);

  for (guint i = 0; i < page->head_end; i++)
    {
      const TelaahPageLine *above = telaah_page_get_line (page, i);
      g_autofree char *words = NULL;

      if (!telaah_clutter_has_reason (above, "byline") || above->characters > 200)
        continue;

      words = g_utf8_casefold (above->start, above->n_bytes);
      if (strstr (words, name) != NULL)
        return TRUE;
    }

  return FALSE;
}

/* The author's name once more, right below the text. */
static void
spread_to_signature (TelaahPage *page)
{
  guint index = page->tail;
  TelaahPageLine *line;

  if (index >= page->lines->len)
    return;

  line = telaah_page_get_line (page, index);
  if (may_fall (page, index) && line->n_words >= 2 && line->n_words <= 4 && line->n_capitals == line->n_words &&
      is_named_above (page, line))
    telaah_clutter_suspect (line, TELAAH_DOUBT_SURE, "byline");
}

/* "You may also like" with one title below it, and more of the page below that. */
static void
spread_to_single_link (TelaahPage *page)
{
  for (guint i = 1; i + 1 < page->lines->len; i++)
    {
      const TelaahPageLine *above = telaah_page_get_line (page, i - 1);

      if (telaah_clutter_has_reason (above, "related-link") && above->n_words <= 4 &&
          memchr (above->start, ':', above->n_bytes) == NULL && telaah_clutter_is_sure (page, i + 1) &&
          may_fall (page, i) && !telaah_page_get_line (page, i)->ends)
        telaah_clutter_suspect (telaah_page_get_line (page, i), TELAAH_DOUBT_SURE, "related-link");
    }
}

static gboolean
may_be_promise (const TelaahPage *page,
                guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);

  return index < page->lines->len && index != page->title && line->clutter != TELAAH_DOUBT_SURE && line->n_words <= 25;
}

static gboolean
is_form (const TelaahPageLine *line)
{
  return telaah_clutter_has_reason (line, "newsletter") ||
         (line->n_words == 2 && line->clutter == TELAAH_DOUBT_SURE && g_ascii_strncasecmp (line->start, "sign up", 7) == 0);
}

/* What a newsletter promises stands between its name and its form. */
static void
spread_between (TelaahPage *page)
{
  for (guint i = 1; i + 1 < page->lines->len; i++)
    if (telaah_clutter_has_reason (telaah_page_get_line (page, i - 1), "newsletter"))
      {
        guint end = i;

        while (end < i + 2 && may_be_promise (page, end))
          end++;
        if (end < page->lines->len && is_form (telaah_page_get_line (page, end)))
          while (end > i)
            telaah_clutter_suspect (telaah_page_get_line (page, --end), TELAAH_DOUBT_SURE, "newsletter");
      }
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
      (memchr (line->start, ',', line->n_bytes) != NULL || telaah_clutter_names_house (line) || has_academic_title (line)))
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
  spread_to_single_link (page);
  telaah_page_find_zones (page);
  spread_above_title (page);
  spread_below_title (page);
  spread_to_captions (page);
  spread_to_neighbours (page);
  believe_pairs (page);
  believe_related (page);
  spread_to_signature (page);
  spread_below_text (page);
  spread_to_neighbours (page);
}
