/* What an edit did to a text: which of its characters are still there, and where.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-edits-runs.h"

/* Kept characters in runs, in the order of both texts. Two runs never touch in both, and none is
 * empty, so that equal edits have equal runs. */
struct _TelaahEdits
{
  GArray *runs;      /* of TelaahRun, in code points */
  guint   before;    /* how long the texts are */
  guint   after;
};

static inline TelaahRun *
get_run (const TelaahEdits *self,
         guint              i)
{
  return &g_array_index (self->runs, TelaahRun, i);
}

static gboolean
touch (const TelaahRun *a,
       const TelaahRun *b)
{
  return a->before + a->length == b->before && a->after + a->length == b->after;
}

/* The first run that ends beyond @offset in the text after. */
static guint
find_after (const TelaahEdits *self,
            guint              offset)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const TelaahRun *run = get_run (self, middle);

      if (run->after + run->length > offset)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * telaah_edits_find_run:
 * @before: an offset in the text before
 *
 * Returns: the first run that ends beyond it there; the number of runs where none does
 */
guint
telaah_edits_find_run (const TelaahEdits *self,
                       guint              before)
{
  guint low = 0, high = self->runs->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const TelaahRun *run = get_run (self, middle);

      if (run->before + run->length > before)
        high = middle;
      else
        low = middle + 1;
    }

  return low;
}

/**
 * telaah_edits_new_replaced:
 * @before: how many characters the text had
 * @after: how many it has
 *
 * Returns: (transfer full): edits that keep nothing, to be filled by telaah_edits_keep()
 */
TelaahEdits *
telaah_edits_new_replaced (guint before,
                           guint after)
{
  TelaahEdits *self = g_new0 (TelaahEdits, 1);

  self->runs = g_array_new (FALSE, FALSE, sizeof (TelaahRun));
  self->before = before;
  self->after = after;

  return self;
}

/**
 * telaah_runs_append:
 * @runs: (element-type TelaahRun): in order
 * @run: beyond the last of them in both texts; may be empty
 */
void
telaah_runs_append (GArray    *runs,
                    TelaahRun  run)
{
  TelaahRun *last = runs->len > 0 ? &g_array_index (runs, TelaahRun, runs->len - 1) : NULL;

  if (run.length == 0)
    return;

  if (last != NULL && touch (last, &run))
    last->length += run.length;
  else
    g_array_append_val (runs, run);
}

/**
 * telaah_edits_keep:
 * @run: beyond all that were kept so far, in both texts; may be empty
 */
void
telaah_edits_keep (TelaahEdits *self,
                   TelaahRun    run)
{
  telaah_runs_append (self->runs, run);
}

/**
 * telaah_edits_get_runs:
 *
 * Returns: (transfer none) (element-type TelaahRun): the kept characters, in order
 */
GArray *
telaah_edits_get_runs (const TelaahEdits *self)
{
  return self->runs;
}

/**
 * telaah_edits_new:
 * @characters: how long the text is, in code points
 *
 * Returns: (transfer full): edits that have not changed anything yet
 */
TelaahEdits *
telaah_edits_new (guint characters)
{
  TelaahEdits *self = telaah_edits_new_replaced (characters, characters);

  telaah_edits_keep (self, (TelaahRun) { 0, 0, characters });

  return self;
}

TelaahEdits *
telaah_edits_copy (const TelaahEdits *self)
{
  TelaahEdits *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = telaah_edits_new_replaced (self->before, self->after);
  if (self->runs->len > 0)
    g_array_append_vals (copy->runs, self->runs->data, self->runs->len);

  return copy;
}

void
telaah_edits_free (TelaahEdits *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->runs);
  g_free (self);
}

/**
 * telaah_edits_insert:
 * @offset: where, in code points of the text as it stands now
 * @characters: how many came in
 */
void
telaah_edits_insert (TelaahEdits *self,
                     guint        offset,
                     guint        characters)
{
  guint i;

  g_return_if_fail (self != NULL);
  g_return_if_fail (offset <= self->after);
  g_return_if_fail (characters <= G_MAXUINT - self->after);

  if (characters == 0)
    return;

  i = find_after (self, offset);
  if (i < self->runs->len && get_run (self, i)->after < offset)
    {
      TelaahRun *run = get_run (self, i);
      guint head = offset - run->after;
      TelaahRun tail = { run->before + head, offset, run->length - head };

      run->length = head;
      i += 1;
      g_array_insert_val (self->runs, i, tail);
    }

  for (; i < self->runs->len; i++)
    get_run (self, i)->after += characters;
  self->after += characters;
}

/* Puts what is left of runs @first to @end at either side of @gone in their place. Returns how
 * many those are. */
static guint
cut (TelaahEdits *self,
     guint        first,
     guint        end,
     TelaahSpan   gone)
{
  TelaahRun left[2];
  guint n = 0;

  if (first < end)
    {
      TelaahRun head = *get_run (self, first);
      TelaahRun tail = *get_run (self, end - 1);

      if (head.after < gone.start)
        left[n++] = (TelaahRun) { head.before, head.after, gone.start - head.after };
      if (tail.after + tail.length > gone.end)
        left[n++] = (TelaahRun) { tail.before + (gone.end - tail.after), gone.end,
                                  tail.after + tail.length - gone.end };
      g_array_remove_range (self->runs, first, end - first);
    }

  if (n > 0)
    g_array_insert_vals (self->runs, first, left, n);

  return n;
}

/**
 * telaah_edits_delete:
 * @span: what went, in code points of the text as it stands now
 */
void
telaah_edits_delete (TelaahEdits *self,
                     TelaahSpan   span)
{
  guint first, end;

  g_return_if_fail (self != NULL);
  g_return_if_fail (span.start <= span.end && span.end <= self->after);

  if (span.start == span.end)
    return;

  first = find_after (self, span.start);
  for (end = first; end < self->runs->len && get_run (self, end)->after < span.end; end++)
    ;
  end = first + cut (self, first, end, span);

  while (first < end && get_run (self, first)->after < span.start)
    first++;
  for (guint i = first; i < self->runs->len; i++)
    get_run (self, i)->after -= span.end - span.start;
  self->after -= span.end - span.start;

  /* Where an insertion was taken back, its two sides are one again. */
  if (first > 0 && first < self->runs->len
      && touch (get_run (self, first - 1), get_run (self, first)))
    {
      get_run (self, first - 1)->length += get_run (self, first)->length;
      g_array_remove_index (self->runs, first);
    }
}

/**
 * telaah_edits_map_span:
 * @before: a stretch of the text before
 * @after: (out) (optional): from the first of its characters that are still there to just past the
 *   last; what was inserted between them is inside, what was inserted at its borders is not
 * @kept: (out) (optional): how many of its characters are still there
 *
 * Returns: whether any is
 */
gboolean
telaah_edits_map_span (const TelaahEdits *self,
                       TelaahSpan         before,
                       TelaahSpan        *after,
                       guint             *kept)
{
  TelaahSpan span = { 0, 0 };
  guint n = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  for (guint i = telaah_edits_find_run (self, before.start); i < self->runs->len; i++)
    {
      const TelaahRun *run = get_run (self, i);
      guint start = MAX (run->before, before.start);
      guint end = MIN (run->before + run->length, before.end);

      if (start >= end)
        break;
      if (n == 0)
        span.start = run->after + (start - run->before);
      span.end = run->after + (end - run->before);
      n += end - start;
    }

  if (after != NULL)
    *after = span;
  if (kept != NULL)
    *kept = n;

  return n > 0;
}

/**
 * telaah_edits_count_kept:
 * @after: a stretch of the text after
 *
 * Returns: how many of its characters come from the text before
 */
guint
telaah_edits_count_kept (const TelaahEdits *self,
                         TelaahSpan         after)
{
  guint n = 0;

  for (guint i = find_after (self, after.start); i < self->runs->len; i++)
    {
      const TelaahRun *run = get_run (self, i);
      guint start = MAX (run->after, after.start);
      guint end = MIN (run->after + run->length, after.end);

      if (start >= end)
        break;
      n += end - start;
    }

  return n;
}

/**
 * telaah_edits_is_new:
 * @after: a stretch of the text after
 *
 * Returns: whether none of its characters comes from the text before
 */
gboolean
telaah_edits_is_new (const TelaahEdits *self,
                     TelaahSpan         after)
{
  guint i;

  g_return_val_if_fail (self != NULL, TRUE);

  if (after.start >= after.end)
    return TRUE;

  i = find_after (self, after.start);

  return i == self->runs->len || get_run (self, i)->after >= after.end;
}
