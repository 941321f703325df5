/* On which level a heading stands: what its number says, what stands around it, and how others like it were taken.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

#define DEEPEST 9

/* Headings that are open: each below the one before. */
typedef struct
{
  const TelaahHeading *open[DEEPEST + 2];
  guint                n;
  guint                base;                            /* the level below the title */
  guint                known[TELAAH_STYLE_LABEL + 1];   /* the level on which a style was last used; 0: not yet */
} Tree;

static gboolean
are_alike (const TelaahHeading *a,
           const TelaahHeading *b)
{
  return a->style == b->style && a->depth == b->depth && a->run_in == b->run_in;
}

static gboolean
is_unnumbered (const TelaahHeading *heading)
{
  return heading->value == 0 && !heading->run_in && heading->style != TELAAH_STYLE_TITLE;
}

/* For each numbered heading the place of the next of its series; what stands between belongs below it. One pass
 * from the end, with the last seen number of each kind. */
static guint *
find_successors (GArray *headings)
{
  enum { DEPTHS = 6, VALUES = 200 };
  g_autofree guint *seen = g_new0 (guint, (TELAAH_STYLE_LABEL + 1) * DEPTHS * VALUES);
  guint *successors = g_new0 (guint, headings->len + 1);

  for (guint i = headings->len; i-- > 0;)
    {
      const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      guint *row = seen + (heading->style * DEPTHS + MIN (heading->depth, DEPTHS - 1)) * VALUES;

      if (heading->value == 0 || heading->value + 1 >= VALUES)
        continue;

      /* A new count from 1 on lies between: the series ended before it. */
      successors[i] = row[heading->value + 1];
      if (successors[i] != 0 && row[1] != 0 && row[1] < successors[i] && row[1] > i)
        successors[i] = 0;
      row[heading->value] = i;
    }

  return successors;
}

/* Does text stand between a heading and the next? */
static void
find_bare (const TelaahPage *page,
           GArray           *headings)
{
  for (guint i = 0; i + 1 < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      guint next = telaah_page_get_next (page, heading->line);

      /* The second line of a heading of two lines is its own. */
      if (next < page->lines->len && telaah_page_get_line (page, next)->start < heading->end)
        next = telaah_page_get_next (page, next);
      heading->bare = !heading->run_in && next == heading[1].line;
    }
}

static guint
find_open (const Tree          *tree,
           const TelaahHeading *heading)
{
  for (guint i = tree->n; i-- > 0;)
    if (tree->open[i]->style == heading->style && tree->open[i]->depth == heading->depth)
      return tree->open[i]->level;

  return 0;
}

/* Capitals stand above plain lines, chapters above all, whichever came first. */
static guint
place_new (const Tree          *tree,
           const TelaahHeading *heading,
           guint                floor)
{
  const TelaahHeading *last = tree->n > 0 ? tree->open[tree->n - 1] : NULL;

  for (guint i = 0; i < tree->n; i++)
    {
      const TelaahHeading *open = tree->open[i];

      if (open->style == TELAAH_STYLE_TITLE || open->level < tree->base)
        continue;
      if (open->standard || open->style > heading->style)
        {
          gboolean counted = open->value > 0 && heading->value > 0;

          /* Numbers go below what was there before them. */
          if (!counted || open->standard)
            return open->level;
        }
    }

  if (last == NULL)
    return tree->base;

  /* Nothing stands below a heading that is part of its paragraph, unless its series goes on later. */
  return last->run_in ? MAX (last->level, floor) : last->level + 1;
}

static guint
place_unnumbered (const Tree          *tree,
                  TelaahHeading       *heading,
                  const TelaahHeading *before,
                  const TelaahHeading *after,
                  guint                floor)
{
  guint open = find_open (tree, heading);

  if (heading->standard && floor <= tree->base)
    return tree->base;

  /* It heads a count that begins anew: one level above where that count was the last time. */
  if (after != NULL && after->value == 1 && after->depth == 1 && after->style >= TELAAH_STYLE_ROMAN &&
      tree->known[after->style] > floor && !heading->standard)
    return tree->known[after->style] - 1;

  /* Right below another: part of it. */
  if (before != NULL && before->bare && before->style != TELAAH_STYLE_TITLE && !are_alike (before, heading) &&
      (before->value > 0 || before->style < heading->style))
    return before->level + 1;

  /* Right above one like it: the other is part of this one. */
  if (before != NULL && before->raised && are_alike (before, heading))
    return before->level + 1;
  heading->raised = heading->bare && after != NULL && are_alike (heading, after) && open > MAX (floor, tree->base);
  if (heading->raised)
    return open - 1;

  return open >= floor && open > 0 ? open : place_new (tree, heading, floor);
}

static guint
place_numbered (const Tree          *tree,
                const TelaahHeading *heading,
                guint                floor)
{
  guint open = find_open (tree, heading);

  if (open > 0)
    return open;
  if (heading->style == TELAAH_STYLE_NUMBER && heading->depth > 1)
    {
      for (guint i = tree->n; i-- > 0;)
        if (tree->open[i]->style == TELAAH_STYLE_NUMBER && tree->open[i]->depth < heading->depth)
          return tree->open[i]->level + heading->depth - tree->open[i]->depth;

      return tree->known[TELAAH_STYLE_CHAPTER] > 0 ? tree->known[TELAAH_STYLE_CHAPTER] + heading->depth - 1
                                                   : tree->base + heading->depth - 1;
    }
  for (guint i = 0; heading->style == TELAAH_STYLE_NUMBER && i < tree->n; i++)
    if (tree->open[i]->style == TELAAH_STYLE_NUMBER && tree->open[i]->depth > heading->depth)
      return tree->open[i]->level;
  if (heading->style == TELAAH_STYLE_CHAPTER)
    return tree->base;

  return place_new (tree, heading, floor);
}

/* Nothing stands below a heading that is part of its paragraph; so two of those are on one level. */
static guint
place_label (const Tree          *tree,
             const TelaahHeading *heading)
{
  guint open = find_open (tree, heading);
  const TelaahHeading *last = tree->n > 0 ? tree->open[tree->n - 1] : NULL;

  if (open > 0)
    return open;
  if (last == NULL)
    return tree->base;

  return last->run_in ? last->level : last->level + 1;
}

static void
open_heading (Tree                *tree,
              const TelaahHeading *heading)
{
  while (tree->n > 0 && tree->open[tree->n - 1]->level >= heading->level)
    tree->n--;
  if (tree->n <= DEEPEST)
    tree->open[tree->n++] = heading;
  if (heading->depth <= 1 && !heading->standard)
    tree->known[heading->style] = heading->level;
}

/**
 * telaah_headings_set_levels:
 * @headings: those that are headings, in the order of the text
 */
void
telaah_headings_set_levels (const TelaahPage *page,
                            GArray           *headings)
{
  g_autofree guint *successors = find_successors (headings);
  Tree tree = { .base = 1 };

  find_bare (page, headings);

  for (guint i = 0; i < headings->len; i++)
    {
      TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      const TelaahHeading *before = i > 0 ? heading - 1 : NULL;
      const TelaahHeading *after = i + 1 < headings->len ? heading + 1 : NULL;
      guint floor = 1;
      guint deepest = tree.n > 0 ? tree.open[tree.n - 1]->level + 1 : tree.base;

      /* Within a series nothing rises above its members. */
      for (guint j = 0; j < tree.n; j++)
        {
          guint place = tree.open[j] - &g_array_index (headings, TelaahHeading, 0);

          if (successors[place] > i)
            floor = MAX (floor, tree.open[j]->level + 1);
        }

      if (heading->style == TELAAH_STYLE_TITLE || heading->style == TELAAH_STYLE_MARKDOWN)
        tree.base = heading->style == TELAAH_STYLE_TITLE ? 2 : MAX (tree.base, heading->level);
      else if (heading->run_in && heading->value == 0)
        heading->level = place_label (&tree, heading);
      else if (is_unnumbered (heading))
        heading->level = place_unnumbered (&tree, heading, before, after, floor);
      else
        heading->level = place_numbered (&tree, heading, floor);

      if (heading->value > 0)
        floor = 1;
      if (heading->style != TELAAH_STYLE_TITLE && heading->style != TELAAH_STYLE_MARKDOWN)
        heading->level = CLAMP (heading->level, MAX (floor, MIN (tree.base, deepest)), MAX (deepest, floor));
      heading->level = CLAMP (heading->level, 1, DEEPEST);
      open_heading (&tree, heading);
    }
}
