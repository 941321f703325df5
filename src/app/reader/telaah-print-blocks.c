/* Puts lines on pages: no single line of a paragraph alone, no heading at the foot of a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-layout-private.h"

static double
sum_heights (const TelaahPrintSet *set,
             guint                 first,
             guint                 n)
{
  double height = 0;

  for (guint i = first; i < first + n; i++)
    height += g_array_index (set->lines, TelaahPrintLine, i).height;

  return height;
}

/* Closes the page. Where the margin can not keep up with the text, pages of notes come between. */
static void
turn_page (TelaahPrintLayout *self)
{
  telaah_print_margin_close (self);
  while (telaah_print_margin_is_full (self))
    {
      telaah_print_layout_new_page (self);
      telaah_print_margin_fill (self);
    }
  telaah_print_layout_new_page (self);
}

/* ---- What a line brings with it ---- */

static void
note_headings (TelaahPrintLayout         *self,
               const TelaahPrintTextLine *line)
{
  const char *body = telaah_text_get_body (self->content->text);

  for (; self->next_mark < self->content->marks->len; self->next_mark++)
    {
      const TelaahPrintMark *mark = &g_array_index (self->content->marks, TelaahPrintMark, self->next_mark);
      TelaahPrintEntry entry;

      if (mark->start >= line->end)
        break;
      if (mark->kind != TELAAH_MARK_HEADING)
        continue;

      entry = (TelaahPrintEntry) {
        g_strndup (body + mark->start, mark->end - mark->start), MAX (mark->level, 1), self->pages->len - 1, line->y,
      };
      g_strdelimit (entry.title, "\n\t", ' ');
      g_array_append_val (self->entries, entry);
    }
}

static void
record_line (TelaahPrintLayout      *self,
             const TelaahPrintSet   *set,
             const TelaahPrintBlock *block,
             guint                   index,
             double                  y)
{
  const TelaahPrintLine *measured = &g_array_index (set->lines, TelaahPrintLine, index);
  TelaahPrintTextLine line = {
    .start = telaah_print_set_to_source (set, measured->start, NULL),
    .end = telaah_print_set_to_source (set, measured->end, NULL),
    .y = y,
    .height = measured->height,
    .baseline = measured->baseline,
  };

  if (block->closes && index + 1 == set->lines->len)
    line.end = block->end;
  g_array_append_val (self->page->lines, line);

  note_headings (self, &line);
  while (self->next_passage < self->content->passages->len
         && g_array_index (self->content->passages, TelaahPrintPassage, self->next_passage).start < line.end)
    telaah_print_margin_add (self, self->next_passage++, y + measured->baseline);
}

/* ---- Placing ---- */

static guint
count_fitting (TelaahPrintLayout     *self,
               const TelaahPrintHeld *held,
               guint                  first)
{
  double y = self->y;
  guint n = 0;

  while (first + n < held->n_lines)
    {
      y += g_array_index (held->set->lines, TelaahPrintLine, first + n).height;
      if (y > self->frame.bottom + 0.01)
        break;
      n++;
    }

  return n;
}

/* Neither the first line of a paragraph alone at the foot nor its last alone at the head. */
static guint
avoid_lonely (const TelaahPrintHeld  *held,
              const TelaahPrintBlock *block,
              guint                   first,
              guint                   fitting)
{
  guint left = held->n_lines - first;

  if (fitting < left && block->closes && fitting + 1 == left && fitting > 1)
    fitting--;
  if (fitting < left && block->opens && first == 0 && fitting == 1)
    fitting = 0;

  return fitting;
}

static void
put_piece (TelaahPrintLayout     *self,
           const TelaahPrintHeld *held,
           guint                  first,
           guint                  n)
{
  const TelaahPrintBlock block = g_array_index (self->blocks, TelaahPrintBlock, held->block);
  TelaahPrintPiece piece = {
    .block = held->block, .first_line = first, .n_lines = n,
    .y = self->y, .height = sum_heights (held->set, first, n),
  };

  g_array_append_val (self->page->pieces, piece);
  for (guint i = first; i < first + n; i++)
    {
      if (block.end > block.start)
        record_line (self, held->set, &block, i, self->y);
      self->y += g_array_index (held->set->lines, TelaahPrintLine, i).height;
    }
}

static void
put_lines (TelaahPrintLayout     *self,
           const TelaahPrintHeld *held)
{
  const TelaahPrintBlock block = g_array_index (self->blocks, TelaahPrintBlock, held->block);
  guint first = 0;

  if (self->page->pieces->len > 0)
    self->y += held->gap;

  while (first < held->n_lines)
    {
      guint fitting = avoid_lonely (held, &block, first, count_fitting (self, held, first));

      /* A line higher than the page still has to stand somewhere. */
      if (fitting == 0 && self->page->pieces->len == 0)
        fitting = MAX (count_fitting (self, held, first), 1);
      if (fitting > 0)
        put_piece (self, held, first, fitting);
      first += fitting;
      if (first < held->n_lines)
        turn_page (self);
    }
}

/* The least that may stand of the last one held, below what is kept with it: as avoid_lonely() would have it. */
static double
least_height (TelaahPrintLayout     *self,
              const TelaahPrintHeld *held)
{
  gboolean closes = g_array_index (self->blocks, TelaahPrintBlock, held->block).closes;

  return sum_heights (held->set, 0, closes && held->n_lines <= 3 ? held->n_lines : MIN (held->n_lines, 2));
}

/* Puts down what was held back, and turns the page before it where it would be cut off from what follows. */
void
telaah_print_blocks_flush (TelaahPrintLayout *self)
{
  double height = 0;

  for (guint i = 0; i < self->held->len; i++)
    {
      const TelaahPrintHeld *held = &g_array_index (self->held, TelaahPrintHeld, i);
      gboolean last = i + 1 == self->held->len;

      height += held->gap + (last ? least_height (self, held) : sum_heights (held->set, 0, held->n_lines));
    }
  if (self->held->len > 1 && self->page->pieces->len > 0 && self->y + height > self->frame.bottom)
    turn_page (self);

  for (guint i = 0; i < self->held->len; i++)
    put_lines (self, &g_array_index (self->held, TelaahPrintHeld, i));
  g_array_set_size (self->held, 0);
}

/**
 * telaah_print_blocks_place:
 * @set: (transfer full): of @block
 * @n_lines: how many of its lines
 * @gap: before it, unless it begins a page
 */
void
telaah_print_blocks_place (TelaahPrintLayout      *self,
                           TelaahPrintSet         *set,
                           const TelaahPrintBlock *block,
                           guint                   n_lines,
                           double                  gap)
{
  TelaahPrintHeld held = { set, self->blocks->len, n_lines, gap };
  double height = 0;

  g_array_append_vals (self->blocks, block, 1);
  g_array_append_val (self->held, held);

  if (block->kind != TELAAH_PRINT_HEADING && block->kind != TELAAH_PRINT_LEGEND_TITLE)
    {
      telaah_print_blocks_flush (self);
      return;
    }

  /* Headings upon headings are not kept together for ever. */
  for (guint i = 0; i < self->held->len; i++)
    height += sum_heights (g_array_index (self->held, TelaahPrintHeld, i).set, 0,
                           g_array_index (self->held, TelaahPrintHeld, i).n_lines);
  if (height > (self->frame.bottom - self->frame.top) / 3)
    telaah_print_blocks_flush (self);
}
