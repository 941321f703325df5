/* The margin of a printed source: notes beside the lines they belong to, moved apart where they would meet, and over
 * to the next page where there is no room; brackets for how far each passage reaches.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-layout-private.h"

static double
column_height (TelaahPrintLayout *self)
{
  return self->frame.bottom - self->frame.top;
}

static double
note_gap (TelaahPrintLayout *self)
{
  return TELAAH_PRINT_NOTE_GAP * self->frame.size;
}

/* The line above the rest of a note. */
double
telaah_print_margin_rest (TelaahPrintLayout *self)
{
  return 0.95 * self->frame.size;
}

/* With its note beside the line on @baseline. */
void
telaah_print_margin_add (TelaahPrintLayout *self,
                         guint              passage,
                         double             baseline)
{
  g_autoptr(TelaahPrintSet) set = telaah_print_type_set_note (self->type, passage);
  TelaahPrintWaiting waiting = { .passage = passage, .n_lines = set->lines->len };

  for (guint i = 0; i < set->lines->len; i++)
    waiting.height += g_array_index (set->lines, TelaahPrintLine, i).height;
  waiting.y = baseline - g_array_index (set->lines, TelaahPrintLine, 0).baseline;
  g_array_append_val (self->waiting, waiting);
}

/* ---- Columns of notes ---- */

static TelaahPrintNote
start_note (TelaahPrintLayout        *self,
            const TelaahPrintWaiting *waiting,
            double                    x)
{
  return (TelaahPrintNote) {
    .passage = waiting->passage, .first_line = waiting->first_line, .n_lines = waiting->n_lines, .x = x,
    .y = waiting->y,
    .height = waiting->height + (waiting->first_line > 0 ? telaah_print_margin_rest (self) : 0),
  };
}

/* As many lines of it as fit into @room; of a note a single line is not left alone, unless nothing else would. */
static gboolean
split_note (TelaahPrintLayout  *self,
            TelaahPrintWaiting *waiting,
            double              room,
            gboolean            force,
            TelaahPrintNote    *note)
{
  g_autoptr(TelaahPrintSet) set = telaah_print_type_set_note (self->type, waiting->passage);
  double height = waiting->first_line > 0 ? telaah_print_margin_rest (self) : 0, lines = 0;
  guint n = 0;

  while (n < waiting->n_lines)
    {
      double next = g_array_index (set->lines, TelaahPrintLine, waiting->first_line + n).height;

      if (height + lines + next > room && !(force && n == 0))
        break;
      lines += next;
      n++;
    }

  if (n == 0 || (!force && (n < 2 || waiting->n_lines - n < 2)))
    return FALSE;

  note->n_lines = n;
  note->height = height + lines;
  waiting->first_line += n;
  waiting->n_lines -= n;
  waiting->height -= lines;

  return TRUE;
}

/* Takes from the waiting ones what fits into one column, in their order, all at its top. */
static GArray *
take_notes (TelaahPrintLayout *self,
            double             x)
{
  GArray *notes = g_array_new (FALSE, FALSE, sizeof (TelaahPrintNote));
  double room = column_height (self);
  guint n = 0;

  for (; n < self->waiting->len; n++)
    {
      TelaahPrintWaiting *waiting = &g_array_index (self->waiting, TelaahPrintWaiting, n);
      TelaahPrintNote note = start_note (self, waiting, x);

      if (note.height > room)
        {
          if (split_note (self, waiting, room, notes->len == 0, &note))
            g_array_append_val (notes, note);
          break;
        }

      g_array_append_val (notes, note);
      room -= note.height + note_gap (self);
    }

  /* One that was split to its end is done with as well. */
  if (n < self->waiting->len && g_array_index (self->waiting, TelaahPrintWaiting, n).n_lines == 0)
    n++;
  if (n > 0)
    g_array_remove_range (self->waiting, 0, n);
  for (guint i = 0; i < self->waiting->len; i++)
    g_array_index (self->waiting, TelaahPrintWaiting, i).y = self->frame.top;

  return notes;
}

/* Down where they would meet, then up where the last would run out of the page; together they have room. */
static void
spread_notes (TelaahPrintLayout *self,
              GArray            *notes)
{
  double top = self->frame.top, bottom = self->frame.bottom;

  for (guint i = 0; i < notes->len; i++)
    {
      TelaahPrintNote *note = &g_array_index (notes, TelaahPrintNote, i);

      note->y = MAX (note->y, top);
      top = note->y + note->height + note_gap (self);
    }

  for (guint i = notes->len; i-- > 0;)
    {
      TelaahPrintNote *note = &g_array_index (notes, TelaahPrintNote, i);

      note->y = MIN (note->y, bottom - note->height);
      bottom = note->y - note_gap (self);
    }
}

static void
add_column (TelaahPrintLayout *self,
            double             x)
{
  g_autoptr(GArray) notes = take_notes (self, x);

  spread_notes (self, notes);
  g_array_append_vals (self->page->notes, notes->data, notes->len);
}

/* A page of nothing but notes that have fallen behind. */
void
telaah_print_margin_fill (TelaahPrintLayout *self)
{
  for (guint i = 0; i < self->waiting->len; i++)
    g_array_index (self->waiting, TelaahPrintWaiting, i).y = self->frame.top;

  for (guint column = 0; column < 3; column++)
    add_column (self, self->frame.left + column * self->frame.column_step);
}

/* Whether what waits is more than two columns, so that it would fall ever further behind its text. */
gboolean
telaah_print_margin_is_full (TelaahPrintLayout *self)
{
  double height = 0;

  for (guint i = 0; i < self->waiting->len; i++)
    {
      height += g_array_index (self->waiting, TelaahPrintWaiting, i).height + note_gap (self);
      if (height > 2 * column_height (self))
        return TRUE;
    }

  return FALSE;
}

/* ---- Brackets ---- */

/* The first line on the page that ends behind @at. */
static guint
find_line (GArray *lines,
           gsize   at)
{
  guint low = 0, high = lines->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, TelaahPrintTextLine, middle).end <= at)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* The first columns side by side that are free from @line on; the outermost where none are. */
static guint
find_column (const guint *free_from,
             guint        width,
             guint        line)
{
  guint run = 0;

  for (guint column = 0; column < TELAAH_PRINT_BRACKETS; column++)
    {
      run = free_from[column] <= line ? run + 1 : 0;
      if (run == width)
        return column + 1 - width;
    }

  return TELAAH_PRINT_BRACKETS - width;
}

static void
add_bracket (TelaahPrintLayout *self,
             guint              passage,
             guint             *free_from)
{
  const TelaahPrintPassage *item = &g_array_index (self->content->passages, TelaahPrintPassage, passage);
  GArray *lines = self->page->lines;
  guint first = find_line (lines, item->start), last = find_line (lines, MAX (item->number_at, item->start + 1) - 1);
  const TelaahPrintTextLine *from, *to;
  TelaahPrintBracket bracket;

  if (first >= lines->len || g_array_index (lines, TelaahPrintTextLine, first).start >= item->number_at)
    return;

  last = MIN (last, lines->len - 1);
  from = &g_array_index (lines, TelaahPrintTextLine, first);
  to = &g_array_index (lines, TelaahPrintTextLine, last);
  bracket = (TelaahPrintBracket) {
    .passage = passage,
    .width = CLAMP (item->n_themes, 1, 3),
    .y = from->y,
    .height = to->y + to->height - from->y,
    .opens = item->start >= from->start || self->columns[passage] == 0,
    .closes = item->number_at <= to->end,
  };

  bracket.column = self->columns[passage] > 0 ? self->columns[passage] - 1u
                                              : find_column (free_from, bracket.width, first);
  for (guint i = bracket.column; i < bracket.column + bracket.width; i++)
    free_from[i] = last + 1;
  self->columns[passage] = bracket.closes ? 0 : bracket.column + 1;
  g_array_append_val (self->page->brackets, bracket);
}

static void
add_brackets (TelaahPrintLayout *self)
{
  GArray *lines = self->page->lines, *passages = self->content->passages;
  gsize start, end;
  guint free_from[TELAAH_PRINT_BRACKETS] = { 0 };

  if (lines->len == 0)
    return;

  start = g_array_index (lines, TelaahPrintTextLine, 0).start;
  end = g_array_index (lines, TelaahPrintTextLine, lines->len - 1).end;

  /* Those that come from the page before are in the order of their starts too, and so keep their columns. */
  for (guint i = self->first_open; i < self->next_passage; i++)
    {
      const TelaahPrintPassage *passage = &g_array_index (passages, TelaahPrintPassage, i);

      if (passage->start < end && passage->end > start)
        add_bracket (self, i, free_from);
    }

  while (self->first_open < self->next_passage
         && g_array_index (passages, TelaahPrintPassage, self->first_open).end <= end)
    self->first_open++;
}

/* ---- The page ---- */

/* To be called when the page has all its lines. */
void
telaah_print_margin_close (TelaahPrintLayout *self)
{
  add_column (self, self->frame.left + 2 * self->frame.column_step);
  add_brackets (self);
}
