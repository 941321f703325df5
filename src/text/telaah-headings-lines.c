/* Which lines in words alone are headings: those that stand free, with something below them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

#include <string.h>

/* Headings without text between them; a longer row is a list, or a poem. */
#define MOST_STACKED 2

static gboolean
is_unnumbered (const TelaahHeading *heading)
{
  return heading->style == TELAAH_STYLE_CAPITALS || heading->style == TELAAH_STYLE_PLAIN ||
         heading->style == TELAAH_STYLE_COLON;
}

/* Lines that say the same are what somebody says, or a refrain. */
static GHashTable *
count_lines (const TelaahPage *page,
             GArray           *headings)
{
  GHashTable *counts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < headings->len; i++)
    {
      const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);

      if (is_unnumbered (heading))
        {
          char *words = g_strndup (heading->start, heading->end - heading->start);
          guint count = GPOINTER_TO_UINT (g_hash_table_lookup (counts, words));

          g_hash_table_replace (counts, words, GUINT_TO_POINTER (count + 1));
        }
    }

  return counts;
}

static gboolean
is_repeated (GHashTable          *counts,
             const TelaahHeading *heading)
{
  g_autofree char *words = g_strndup (heading->start, heading->end - heading->start);

  return GPOINTER_TO_UINT (g_hash_table_lookup (counts, words)) > (heading->style == TELAAH_STYLE_COLON ? 1 : 2);
}

/* How many lines in a row, without a space between, are candidates of one style. */
static guint
measure_run (const TelaahPage *page,
             GArray           *headings,
             guint             index)
{
  const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, index);
  guint run = 1;

  for (guint step = 0; step < 2; step++)
    for (guint i = index; run <= MOST_STACKED;)
      {
        const TelaahHeading *here = &g_array_index (headings, TelaahHeading, i);
        const TelaahHeading *other;

        if (step == 0 ? i == 0 : i + 1 >= headings->len)
          break;
        i = step == 0 ? i - 1 : i + 1;
        other = &g_array_index (headings, TelaahHeading, i);
        if (other->style != heading->style || (step == 0 ? here->line - other->line : other->line - here->line) != 1)
          break;
        run++;
      }

  return run;
}

/* "See also" and "References" head what is short, too: they begin a row of such lines, or references follow. */
static gboolean
opens_list (const TelaahPage *page,
            GArray           *headings,
            guint             index)
{
  const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, index);
  const TelaahPageLine *line = telaah_page_get_line (page, heading->line);

  if (!heading->standard || heading->line + 1 >= page->lines->len)
    return FALSE;

  return line[1].sealed || line->gap > 0 || index == 0 || heading->line == 0 || line[-1].ends ||
         heading[-1].line + 1 < heading->line;
}

/* What stands above: not a short line of the same group, and not the announcement of a list. */
static gboolean
stands_free (const TelaahPage    *page,
             GArray              *headings,
             const TelaahHeading *heading)
{
  const TelaahPageLine *line = telaah_page_get_line (page, heading->line);
  const TelaahPageLine *above = heading->line > 0 ? line - 1 : NULL;

  if (above == NULL || above->clutter == TELAAH_DOUBT_SURE || line->edited)
    return TRUE;
  if (above->heading > 0 && g_array_index (headings, TelaahHeading, above->heading - 1).accepted)
    return TRUE;
  if (heading->standard || telaah_headings_is_chapter_name (heading->start, heading->end))
    return TRUE;
  if (above->stop == ':' && heading->style == TELAAH_STYLE_PLAIN)
    return FALSE;
  if (line->gap > 0)
    return TRUE;
  if (page->width > 0 && line->capitals && !above->capitals && !above->joined)
    return TRUE;
  if (page->width > 0 && above->prose && !above->ends)
    return line->capitals;

  return above->prose || above->bullet || above->characters >= 80 || above->sealed || above->ends;
}

/* From below upwards: a heading has text below it, or a heading that has. */
static void
settle_unnumbered (const TelaahPage *page,
                   GArray           *headings)
{
  g_autoptr(GHashTable) counts = count_lines (page, headings);
  guint stacked = 0;

  for (guint i = headings->len; i-- > 0;)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      guint next = telaah_page_get_next (page, heading->line);
      guint below = next < page->lines->len ? telaah_page_get_line (page, next)->heading : 0;
      const TelaahHeading *under = below > 0 ? &g_array_index (headings, TelaahHeading, below - 1) : NULL;

      stacked = under != NULL && under->accepted && !under->run_in ? stacked + 1 : 0;
      if (!is_unnumbered (heading) || heading->accepted)
        continue;
      if (telaah_page_get_line (page, heading->line)->edited)
        {
          heading->accepted = TRUE;
          continue;
        }
      if (is_repeated (counts, heading) || stacked > MOST_STACKED ||
          (measure_run (page, headings, i) > MOST_STACKED && !opens_list (page, headings, i)))
        continue;

      /* Words that pages use too need text right below them. */
      if (under != NULL && telaah_page_get_line (page, heading->line)->clutter == TELAAH_DOUBT_WEAK &&
          strcmp (telaah_page_get_line (page, heading->line)->reason, "byline") != 0)
        continue;

      heading->accepted = under != NULL && !under->run_in ? under->accepted
                                                          : telaah_headings_has_body (page, heading->line);
      heading->accepted |= heading->standard && next < page->lines->len && opens_list (page, headings, i);

      /* What is furniture around the text and has nothing but furniture below it is no heading. */
      if (heading->line + 1 < page->head_end &&
          telaah_page_get_line (page, heading->line + 1)->clutter == TELAAH_DOUBT_SURE &&
          strcmp (telaah_page_get_line (page, heading->line + 1)->reason, "advertisement") != 0)
        heading->accepted = FALSE;
    }

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);

      if (is_unnumbered (heading) && heading->accepted && !stands_free (page, headings, heading))
        heading->accepted = FALSE;
    }
}

/* The text may have been cut off below its last heading. */
static void
settle_last (const TelaahPage *page,
             GArray           *headings)
{
  TelaahHeading *last;
  const TelaahPageLine *line;
  guint alike = 0;

  if (headings->len == 0)
    return;

  last = &g_array_index (headings, TelaahHeading, headings->len - 1);
  line = telaah_page_get_line (page, last->line);
  for (guint i = 0; i + 1 < headings->len; i++)
    alike += g_array_index (headings, TelaahHeading, i).style == last->style &&
             g_array_index (headings, TelaahHeading, i).accepted;

  if (!last->accepted && is_unnumbered (last) && alike >= 2 && line->n_words >= 3 && last->line > 0 && line[-1].prose &&
      line->n_capitals < line->n_words && telaah_page_get_next (page, last->line) >= page->lines->len)
    last->accepted = TRUE;
}

/**
 * telaah_headings_settle_lines:
 *
 * Accepts lines without a number where what is above and below them fits a heading. Numbered ones are settled already.
 */
void
telaah_headings_settle_lines (const TelaahPage *page,
                              GArray           *headings)
{
  settle_unnumbered (page, headings);
  settle_last (page, headings);
}
