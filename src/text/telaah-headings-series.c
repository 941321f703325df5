/* Which numbered lines are headings, and which the items of a list.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

typedef struct
{
  GArray *members;       /* places in the array of headings */
  guint   bodies;
  guint   last;          /* the number of the last member */
} Series;

/* A heading alone of its kind: of a deeper count, as 2.1 is; by a name that says what it is; or over another count. */
static gboolean
may_be_alone (const TelaahPage *page,
              GArray           *headings,
              guint             index)
{
  const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, index);
  const TelaahHeading *below = index + 1 < headings->len ? heading + 1 : NULL;

  if (heading->depth > 1 || heading->known)
    return TRUE;

  return below != NULL && heading->value == 1 && below->value == 1 && below->style > heading->style &&
         telaah_page_get_next (page, heading->line) == below->line;
}

static void
close_series (Series           *series,
              const TelaahPage *page,
              GArray           *headings)
{
  guint n = series->members->len;

  if (n == 1 && !may_be_alone (page, headings, g_array_index (series->members, guint, 0)))
    n = 0;

  for (guint i = 0; n > 0 && series->bodies * 10 >= n * 6 && i < n; i++)
    g_array_index (headings, TelaahHeading, g_array_index (series->members, guint, i)).accepted = TRUE;

  g_array_set_size (series->members, 0);
  series->bodies = 0;
}

/* Something stands below a heading; below the item of a list stands the next item. */
static gboolean
has_matter (const TelaahPage *page,
            GArray           *headings,
            guint             index)
{
  const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, index);
  guint next = telaah_page_get_next (page, heading->line);
  const TelaahHeading *below;

  if (heading->run_in)
    return TRUE;
  if (next >= page->lines->len)
    return FALSE;
  if (telaah_page_get_line (page, next)->heading == 0)
    return telaah_headings_has_body (page, heading->line);

  below = &g_array_index (headings, TelaahHeading, telaah_page_get_line (page, next)->heading - 1);

  return below->style != heading->style || below->depth != heading->depth;
}

/**
 * telaah_headings_settle_series:
 *
 * Accepts numbered headings by the series, where most of its members have something below them.
 */
void
telaah_headings_settle_series (const TelaahPage *page,
                               GArray           *headings)
{
  enum { DEPTHS = 6, STYLES = TELAAH_STYLE_LABEL + 1 };
  Series series[STYLES][DEPTHS] = { 0 };

  for (guint i = 0; i < STYLES * DEPTHS; i++)
    series[i / DEPTHS][i % DEPTHS].members = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      Series *own = &series[heading->style][MIN (heading->depth, DEPTHS - 1)];
      gboolean same;

      if (heading->value == 0 || heading->style < TELAAH_STYLE_ROMAN)
        continue;

      /* Exports of lists without a counter repeat the first number; and 3.1 goes on where 2.4 was. */
      same = heading->depth > 1 || (heading->value == 1 && own->last == 1 && own->bodies == own->members->len);
      if (heading->value <= own->last && !same)
        close_series (own, page, headings);
      own->last = heading->value;
      own->bodies += has_matter (page, headings, i);
      g_array_append_val (own->members, i);
    }

  for (guint i = 0; i < STYLES * DEPTHS; i++)
    {
      close_series (&series[i / DEPTHS][i % DEPTHS], page, headings);
      g_array_unref (series[i / DEPTHS][i % DEPTHS].members);
    }
}
