/* The cards of a point on their screens, at one size and in so many columns.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-arrange.h"

#include <string.h>

/* What stands between things, by the size of the body type. */
#define PADDING      1.05
#define GAP          1.0    /* between cards */
#define PARAGRAPH    0.5    /* between blocks */
#define HEAD_GAP     0.3
#define BELOW_HEAD   1.3
#define COLUMN_GAP   1.6    /* of a sheet */

/* How tall a card may be for its width, where it need not be. */
#define TALLEST      0.62

int
telaah_seminar_get_padding (double size)
{
  return (int) (PADDING * size);
}

static void
free_box (gpointer data)
{
  TelaahSeminarBox *box = data;

  g_array_unref (box->pieces);
  g_free (box);
}

static TelaahSeminarLayout *
new_layout (void)
{
  TelaahSeminarLayout *self = g_new0 (TelaahSeminarLayout, 1);

  self->head = g_array_new (FALSE, TRUE, sizeof (TelaahSeminarPiece));
  self->boxes = g_ptr_array_new_with_free_func (free_box);

  return self;
}

static int
measure (const TelaahSeminarTask *task,
         GPtrArray               *blocks,
         guint                    block,
         gsize                    start,
         int                      width,
         double                   size)
{
  TelaahSeminarBlock *b = blocks->pdata[block];

  return task->gauge->measure (b, start, strlen (b->text), width, size, task->metric->data);
}

/* Puts @blocks one below the other. Returns: their height */
static int
stack (const TelaahSeminarTask *task,
       GPtrArray               *blocks,
       GArray                  *pieces,
       int                      width,
       double                   gap,
       double                   size)
{
  int y = 0;

  for (guint i = 0; i < blocks->len; i++)
    {
      TelaahSeminarPiece piece = { .block = i, .end = strlen (((TelaahSeminarBlock *) blocks->pdata[i])->text) };

      if (i > 0)
        y += (int) (gap * size);
      piece.y = y;
      piece.width = width;
      piece.height = measure (task, blocks, i, 0, width, size);
      y += piece.height;
      if (pieces != NULL)
        g_array_append_val (pieces, piece);
    }

  return y;
}

static TelaahSeminarBox *
add_box (TelaahSeminarLayout *layout,
         guint                card,
         guint                screen,
         int                  y,
         int                  width,
         int                  height)
{
  TelaahSeminarBox *box = g_new0 (TelaahSeminarBox, 1);

  box->card = card;
  box->screen = screen;
  box->y = y;
  box->width = width;
  box->height = height;
  box->pieces = g_array_new (FALSE, TRUE, sizeof (TelaahSeminarPiece));
  g_ptr_array_add (layout->boxes, box);

  return box;
}

/* A card on its way through columns and screens of its own. */
typedef struct
{
  const TelaahSeminarTask *task;
  TelaahSeminarLayout     *layout;
  TelaahSeminarBox        *box;
  guint                    card;
  guint                    columns;
  guint                    column;
  int                      top;      /* of the boxes */
  int                      width;    /* of a column */
  int                      height;
  int                      y;        /* of the next piece in it */
  double                   size;
} Flow;

/* Whether the whole block can stand in what is left of the column; a name or a label takes the next line along. */
static gboolean
fits (const TelaahSeminarBlock *block,
      int                       room,
      int                       height,
      double                    size)
{
  gboolean leads = block->kind == TELAAH_SEMINAR_KIND_NAME || block->kind == TELAAH_SEMINAR_KIND_LABEL ||
                   block->kind == TELAAH_SEMINAR_KIND_STATUS;

  return height + (leads ? (int) (2 * size) : 0) <= room;
}

static void
begin_screen (Flow *flow)
{
  flow->box = add_box (flow->layout, flow->card, flow->layout->n_screens++, flow->top, flow->task->room->width,
                       flow->task->room->height - flow->top);
  flow->column = 0;
}

static void
begin_column (Flow *flow)
{
  flow->y = 0;
  if (++flow->column == flow->columns)
    begin_screen (flow);
}

static void
put_piece (Flow  *flow,
           guint  block,
           gsize  start,
           gsize  end,
           int    gap,
           int    height)
{
  int padding = telaah_seminar_get_padding (flow->size), between = (int) (COLUMN_GAP * flow->size);
  TelaahSeminarPiece piece = { block, start, end, padding + (int) flow->column * (flow->width + between),
                               padding + flow->y + gap, flow->width, height };

  g_array_append_val (flow->box->pieces, piece);
  flow->y += gap + height;
}

/* Puts as much of a block as goes into the column: all of it, unless that would leave most of a column empty.
 * Returns: the byte to go on from */
static gsize
flow_block (Flow  *flow,
            guint  index,
            gsize  start)
{
  const TelaahSeminarTask *task = flow->task;
  GPtrArray *blocks = task->cards->pdata[flow->card];
  TelaahSeminarBlock *block = blocks->pdata[index];
  gsize end = strlen (block->text), stop = start;
  int gap = flow->y > 0 ? (int) (PARAGRAPH * flow->size) : 0;
  int height = measure (task, blocks, index, start, flow->width, flow->size), left = flow->height - flow->y - gap;

  if (fits (block, left, height, flow->size))
    stop = end;
  else if ((flow->y == 0 || height > flow->height) && left > 3 * flow->size)
    stop = MIN (task->gauge->cut (block, start, flow->width, left, flow->size, task->metric->data), end);

  if (stop <= start && flow->y > 0)
    {
      begin_column (flow);
      return start;
    }

  /* Not a line goes into a column: there it stands all the same. */
  if (stop <= start)
    stop = end;
  if (stop < end)
    height = task->gauge->measure (block, start, stop, flow->width, flow->size, task->metric->data);
  put_piece (flow, index, start, stop, gap, height);
  if (stop < end)
    begin_column (flow);

  return stop;
}

/* A card that has screens of its own; its boxes are as tall as the room. */
static void
flow_card (const TelaahSeminarTask *task,
           TelaahSeminarLayout     *layout,
           guint                    card,
           guint                    columns,
           int                      top,
           double                   size)
{
  GPtrArray *blocks = task->cards->pdata[card];
  int padding = telaah_seminar_get_padding (size), between = (int) (COLUMN_GAP * size);
  Flow flow = { task, layout, NULL, card, columns, 0, top,
                (task->room->width - 2 * padding - ((int) columns - 1) * between) / (int) columns,
                task->room->height - top - 2 * padding, 0, size };

  begin_screen (&flow);
  for (guint i = 0; i < blocks->len; i++)
    {
      gsize start = 0, end = strlen (((TelaahSeminarBlock *) blocks->pdata[i])->text);

      while (start < end)
        start = flow_block (&flow, i, start);
    }
}

/* Shares out what is left over, to the lowest rows first: they come to be alike where they can.
 * @heights: what each row needs; @most: what none is to get beyond that */
static void
level_rows (int   *heights,
            guint  n_rows,
            int    room,
            int    most)
{
  int level = n_rows > 0 ? room / (int) n_rows : 0;

  /* Each round may find another row that needs more than that. */
  for (guint round = 0; round < n_rows; round++)
    {
      int taken = 0, n = 0;

      for (guint i = 0; i < n_rows; i++)
        if (heights[i] > level)
          taken += heights[i];
        else
          n++;
      if (n == 0)
        return;
      level = (room - taken) / n;
    }

  for (guint i = 0; i < n_rows; i++)
    heights[i] = MAX (heights[i], MIN (level, most));
}

/* Cards side by side, in rows that fill one screen after the other. */
typedef struct
{
  const TelaahSeminarTask *task;
  TelaahSeminarLayout     *layout;
  guint                    columns;
  int                      top;
  int                      width;    /* of a column */
  int                      room;     /* height of what a screen has for rows */
  double                   size;
  guint                    first;    /* box of the screen that is being filled */
  guint                    most;     /* cards on a screen */
  int                      used;
} Grid;

static guint
count_cards (Grid *grid)
{
  return grid->layout->boxes->len - grid->first;
}

static int
get_gap (Grid *grid)
{
  return (int) (GAP * grid->size);
}

/* With what is left of its row, for the last card, which is not a source's. */
static int
get_card_width (Grid  *grid,
                guint  card)
{
  gboolean last = grid->task->wide && card + 1 == grid->task->cards->len;
  int span = last ? (int) (grid->columns - card % grid->columns) : 1;

  return span * grid->width + (span - 1) * get_gap (grid);
}

/* Gives each row of the screen its height, and ends it. */
static void
end_screen (Grid *grid)
{
  guint n = count_cards (grid), n_rows = (n + grid->columns - 1) / grid->columns;
  int gap = get_gap (grid), y = grid->top;
  g_autofree int *heights = g_new0 (int, MAX (n_rows, 1));

  for (guint i = 0; i < n; i++)
    {
      TelaahSeminarBox *box = grid->layout->boxes->pdata[grid->first + i];

      heights[i / grid->columns] = MAX (heights[i / grid->columns], box->height);
    }
  level_rows (heights, n_rows, grid->room - ((int) n_rows - 1) * gap, (int) (TALLEST * grid->width));

  for (guint i = 0; i < n; i++)
    {
      TelaahSeminarBox *box = grid->layout->boxes->pdata[grid->first + i];

      if (i > 0 && i % grid->columns == 0)
        y += heights[i / grid->columns - 1] + gap;
      box->x = (int) (i % grid->columns) * (grid->width + gap);
      box->y = y;
      box->height = heights[i / grid->columns];
    }

  grid->layout->n_screens += n > 0;
  grid->first = grid->layout->boxes->len;
  grid->used = 0;
}

static void
put_card (Grid  *grid,
          guint  card,
          int    height)
{
  int padding = telaah_seminar_get_padding (grid->size), width = get_card_width (grid, card);
  TelaahSeminarBox *box = add_box (grid->layout, card, grid->layout->n_screens, 0, width, height);

  stack (grid->task, grid->task->cards->pdata[card], box->pieces, width - 2 * padding, PARAGRAPH, grid->size);
  for (guint i = 0; i < box->pieces->len; i++)
    {
      g_array_index (box->pieces, TelaahSeminarPiece, i).x += padding;
      g_array_index (box->pieces, TelaahSeminarPiece, i).y += padding;
    }
}

/* Returns: %FALSE where one of the cards is taller than the room, unless it is the only one of its row */
static gboolean
put_row (Grid  *grid,
         guint  first,
         guint  n)
{
  int padding = telaah_seminar_get_padding (grid->size), tallest = 0;
  g_autofree int *heights = g_new (int, n);

  for (guint i = 0; i < n; i++)
    {
      heights[i] = stack (grid->task, grid->task->cards->pdata[first + i], NULL,
                          get_card_width (grid, first + i) - 2 * padding, PARAGRAPH, grid->size) + 2 * padding;
      tallest = MAX (tallest, heights[i]);
    }

  if (tallest > grid->room || count_cards (grid) + n > grid->most ||
      (count_cards (grid) > 0 && grid->used + get_gap (grid) + tallest > grid->room))
    end_screen (grid);
  if (tallest > grid->room && grid->columns > 1)
    return FALSE;
  if (tallest > grid->room)
    {
      flow_card (grid->task, grid->layout, first, 1, grid->top, grid->size);
      grid->first = grid->layout->boxes->len;
      return TRUE;
    }

  grid->used += (count_cards (grid) > 0 ? get_gap (grid) : 0) + tallest;
  for (guint i = 0; i < n; i++)
    put_card (grid, first + i, heights[i]);

  return TRUE;
}

/* How many cards a screen gets where all could be small enough: as many as the next one, in whole rows. */
static guint
count_per_screen (guint n_cards,
                  guint columns)
{
  guint n_screens = (n_cards + TELAAH_SEMINAR_MOST_CARDS - 1) / TELAAH_SEMINAR_MOST_CARDS;
  guint each = n_screens > 0 ? (n_cards + n_screens - 1) / n_screens : 1;

  return (each + columns - 1) / columns * columns;
}

static gboolean
arrange_grid (const TelaahSeminarTask *task,
              TelaahSeminarLayout     *layout,
              guint                    columns,
              int                      top,
              double                   size)
{
  int gap = (int) (GAP * size), width = (task->room->width - ((int) columns - 1) * gap) / (int) columns;
  Grid grid = { task, layout, columns, top, width, task->room->height - top, size,
                0, count_per_screen (task->cards->len, columns), 0 };

  for (guint i = 0; i < task->cards->len; i += columns)
    if (!put_row (&grid, i, MIN (columns, task->cards->len - i)))
      return FALSE;
  end_screen (&grid);

  return TRUE;
}

/**
 * telaah_seminar_arrange:
 *
 * Returns: (transfer full) (nullable): %NULL where a card would be taller than the room
 */
TelaahSeminarLayout *
telaah_seminar_arrange (const TelaahSeminarTask *task,
                        guint                    columns,
                        double                   size)
{
  g_autoptr(TelaahSeminarLayout) layout = new_layout ();
  int top = stack (task, task->head, layout->head, task->room->width, HEAD_GAP, size);

  layout->size = size;
  layout->columns = columns;
  if (top > 0)
    top += (int) (BELOW_HEAD * size);

  if (task->sheet)
    flow_card (task, layout, 0, columns, top, size);
  else if (!arrange_grid (task, layout, columns, top, size))
    return NULL;
  layout->n_screens = MAX (layout->n_screens, 1);

  return g_steal_pointer (&layout);
}
