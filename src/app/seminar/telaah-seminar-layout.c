/* Words on a wall: the largest size at which the cards of a point fit, and where each stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-layout.h"

#include <math.h>
#include <string.h>

/* What stands between things, by the size of the body type. */
#define PADDING      1.05
#define GAP          1.0    /* between cards */
#define PARAGRAPH    0.5    /* between blocks */
#define HEAD_GAP     0.3
#define BELOW_HEAD   1.3
#define COLUMN_GAP   1.6    /* of a sheet */

/* The most cards that can be taken in at a glance. */
#define MAX_CARDS    12
#define MAX_COLUMNS  5

/* How wide a card is to its height, where there is a choice; and how tall one may be for its width. */
#define SHAPE        1.7
#define TALLEST      0.62

/* A column of fewer letters than this is not read but hacked, at the size of the body type. */
#define NARROWEST    13
#define SHEET_COLUMN 21

/* Halvings of what lies between the smallest size and the largest. */
#define HALVINGS     7

/* By how much a size is lessened that was estimated too large, and how often. */
#define LESS         0.985
#define LESSENINGS   5

/* Sizes that nobody tells apart. */
#define SAME         1.05

TelaahSeminarBlock *
telaah_seminar_block_new (TelaahSeminarKind  kind,
                          const char        *text)
{
  TelaahSeminarBlock *self = g_new0 (TelaahSeminarBlock, 1);

  self->kind = kind;
  self->text = g_strdup (text);

  return self;
}

void
telaah_seminar_block_free (TelaahSeminarBlock *self)
{
  g_free (self->text);
  g_free (self->mask);
  g_clear_pointer (&self->peers, g_ptr_array_unref);
  if (self->free_gauge != NULL)
    self->free_gauge (self->gauge);
  g_free (self);
}

TelaahSeminarCard *
telaah_seminar_card_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_seminar_block_free);
}

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

void
telaah_seminar_layout_free (TelaahSeminarLayout *self)
{
  g_array_unref (self->head);
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

/* ---- One arrangement ---- */

/* What is tried out: the same for each size. */
typedef struct
{
  TelaahSeminarCard         *head;
  GPtrArray                 *cards;
  const TelaahSeminarRoom   *room;
  const TelaahSeminarMetric *metric;
  gboolean                   sheet;    /* one card, through columns and screens */
  gboolean                   wide;     /* the last card has what is left of its row */
  const TelaahSeminarGauge  *gauge;
} Task;

static int
measure (const Task *task,
         GPtrArray  *blocks,
         guint       block,
         gsize       start,
         int         width,
         double      size)
{
  TelaahSeminarBlock *b = blocks->pdata[block];

  return task->gauge->measure (b, start, strlen (b->text), width, size, task->metric->data);
}

/* Puts @blocks one below the other. Returns: their height */
static int
stack (const Task *task,
       GPtrArray  *blocks,
       GArray     *pieces,
       int         width,
       double      gap,
       double      size)
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

/* Where the next piece of a card that flows through columns and screens is to go. */
typedef struct
{
  TelaahSeminarBox *box;
  guint             column;
  int               y;
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

/* A card that has screens of its own, in @columns; its boxes are as tall as the room. Blocks are kept whole where that
 * leaves no column empty, and else parted between two lines. */
static void
flow_card (const Task          *task,
           TelaahSeminarLayout *layout,
           guint                card,
           guint                columns,
           int                  top,
           double               size)
{
  GPtrArray *blocks = task->cards->pdata[card];
  int padding = telaah_seminar_get_padding (size), between = (int) (COLUMN_GAP * size);
  int height = task->room->height - top, room = height - 2 * padding;
  int width = (task->room->width - 2 * padding - ((int) columns - 1) * between) / (int) columns;
  Flow at = { add_box (layout, card, layout->n_screens++, top, task->room->width, height), 0, 0 };

  for (guint i = 0; i < blocks->len; i++)
    {
      TelaahSeminarBlock *block = blocks->pdata[i];
      gsize start = 0, end = strlen (block->text);

      do
        {
          int gap = at.y > 0 ? (int) (PARAGRAPH * size) : 0;
          int tall = measure (task, blocks, i, start, width, size);
          int left = room - at.y - gap;
          gsize stop = end;

          if (!fits (block, left, tall, size) && (at.y == 0 || tall > room) && left > 3 * size)
            {
              stop = task->gauge->cut (block, start, width, left, size, task->metric->data);
              stop = CLAMP (stop, start, end);
            }
          if ((!fits (block, left, tall, size) && stop == end && at.y > 0) || (stop == start && at.y > 0))
            {
              at.y = 0;
              if (++at.column == columns)
                {
                  at.column = 0;
                  at.box = add_box (layout, card, layout->n_screens++, top, task->room->width, height);
                }
              continue;
            }
          if (stop == start)
            stop = end;

          if (stop < end)
            tall = task->gauge->measure (block, start, stop, width, size, task->metric->data);
          TelaahSeminarPiece piece = { i, start, stop, padding + (int) at.column * (width + between),
                                       padding + at.y + gap, width, tall };
          g_array_append_val (at.box->pieces, piece);
          at.y += gap + tall;
          start = stop;
        }
      while (start < end);
    }
}

/* How many columns a card takes: the last one, which is not a source's, has the rest of its row. */
static guint
get_span (const Task *task,
          guint       card,
          guint       columns)
{
  return task->wide && card + 1 == task->cards->len ? columns - card % columns : 1;
}

/* The rows of one screen: as tall as what they hold, and what is left over shared among them. */
static void
spread_rows (TelaahSeminarLayout *layout,
             guint                first,
             guint                columns,
             int                  top,
             int                  room,
             int                  width,
             double               size)
{
  guint n = layout->boxes->len - first, rows = (n + columns - 1) / columns;
  int gap = (int) (GAP * size), needed = 0, tallest = 0, y = top, share;
  g_autofree int *heights = g_new0 (int, MAX (rows, 1));

  for (guint i = 0; i < n; i++)
    {
      TelaahSeminarBox *box = layout->boxes->pdata[first + i];

      heights[i / columns] = MAX (heights[i / columns], box->height);
      tallest = MAX (tallest, box->height);
    }
  for (guint i = 0; i < rows; i++)
    needed += heights[i];

  share = rows > 0 ? (room - ((int) rows - 1) * gap) / (int) rows : 0;
  for (guint i = 0; i < rows; i++)
    {
      int shape = (int) (TALLEST * width);

      /* Alike where they can be. */
      if (tallest <= share)
        heights[i] = MAX (tallest, MIN (share, shape));
      else
        heights[i] += MAX (0, room - ((int) rows - 1) * gap - needed) / (int) rows;
    }

  for (guint i = 0; i < n; i++)
    {
      TelaahSeminarBox *box = layout->boxes->pdata[first + i];

      if (i > 0 && i % columns == 0)
        y += heights[i / columns - 1] + gap;
      box->x = (int) (i % columns) * (width + gap);
      box->y = y;
      box->height = heights[i / columns];
    }
}

/* How many cards a screen gets where all could be small enough: as many as the next one. */
static guint
count_per_screen (guint n_cards,
                  guint columns)
{
  guint screens = (n_cards + MAX_CARDS - 1) / MAX_CARDS;
  guint each = screens > 0 ? (n_cards + screens - 1) / screens : 1;

  return (each + columns - 1) / columns * columns;
}

typedef struct
{
  guint first;      /* box of this screen */
  guint n;          /* cards on it */
  int   used;
} Screen;

/* Ends the screen that is being filled. */
static void
end_screen (TelaahSeminarLayout *layout,
            Screen              *screen,
            guint                columns,
            int                  top,
            int                  room,
            int                  width,
            double               size)
{
  if (screen->n > 0)
    {
      spread_rows (layout, screen->first, columns, top, room, width, size);
      layout->n_screens++;
    }
  *screen = (Screen) { layout->boxes->len, 0, 0 };
}

/* Returns: %FALSE where a card is taller than the room */
static gboolean
arrange_cards (const Task          *task,
               TelaahSeminarLayout *layout,
               guint                columns,
               int                  top,
               double               size)
{
  int gap = (int) (GAP * size), padding = telaah_seminar_get_padding (size), room = task->room->height - top;
  int width = (task->room->width - ((int) columns - 1) * gap) / (int) columns;
  guint most = count_per_screen (task->cards->len, columns);
  Screen screen = { 0 };

  for (guint i = 0; i < task->cards->len; i += columns)
    {
      guint n = MIN (columns, task->cards->len - i);
      g_autofree int *heights = g_new (int, n);
      int tallest = 0;

      for (guint k = 0; k < n; k++)
        {
          int span = (int) get_span (task, i + k, columns), wide = span * width + (span - 1) * gap;

          heights[k] = stack (task, task->cards->pdata[i + k], NULL, wide - 2 * padding, PARAGRAPH, size) +
                       2 * padding;
          tallest = MAX (tallest, heights[k]);
        }
      if (tallest > room && columns > 1)
        return FALSE;
      if (tallest > room || screen.n + n > most || (screen.n > 0 && screen.used + gap + tallest > room))
        end_screen (layout, &screen, columns, top, room, width, size);
      if (tallest > room)
        {
          flow_card (task, layout, i, 1, top, size);
          screen.first = layout->boxes->len;
          continue;
        }

      for (guint k = 0; k < n; k++)
        {
          int span = (int) get_span (task, i + k, columns), wide = span * width + (span - 1) * gap;
          TelaahSeminarBox *box = add_box (layout, i + k, layout->n_screens, 0, wide, heights[k]);

          stack (task, task->cards->pdata[i + k], box->pieces, wide - 2 * padding, PARAGRAPH, size);
          for (guint p = 0; p < box->pieces->len; p++)
            {
              g_array_index (box->pieces, TelaahSeminarPiece, p).x += padding;
              g_array_index (box->pieces, TelaahSeminarPiece, p).y += padding;
            }
        }
      screen.used += (screen.n > 0 ? gap : 0) + tallest;
      screen.n += n;
    }
  end_screen (layout, &screen, columns, top, room, width, size);

  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL where it can not be done so */
static TelaahSeminarLayout *
arrange (const Task *task,
         guint       columns,
         double      size)
{
  g_autoptr(TelaahSeminarLayout) layout = new_layout ();
  int top = stack (task, task->head, layout->head, task->room->width, HEAD_GAP, size);

  layout->size = size;
  layout->columns = columns;
  if (top > 0)
    top += (int) (BELOW_HEAD * size);

  if (task->sheet)
    flow_card (task, layout, 0, columns, top, size);
  else if (!arrange_cards (task, layout, columns, top, size))
    return NULL;
  layout->n_screens = MAX (layout->n_screens, 1);

  return g_steal_pointer (&layout);
}

/* ---- The best one ---- */

/* The largest size in @columns that needs no more than @n_screens, which the smallest one is known to do with. */
static TelaahSeminarLayout *
enlarge (const Task *task,
         guint       columns,
         guint       n_screens)
{
  double low = task->room->smallest, high = MAX (task->room->largest, low);
  TelaahSeminarLayout *best = arrange (task, columns, high);

  if (best != NULL && best->n_screens <= n_screens)
    return best;

  g_clear_pointer (&best, telaah_seminar_layout_free);
  for (guint i = 0; i < HALVINGS; i++)
    {
      double size = (low + high) / 2;
      TelaahSeminarLayout *layout = arrange (task, columns, size);

      if (layout != NULL && layout->n_screens <= n_screens)
        {
          g_clear_pointer (&best, telaah_seminar_layout_free);
          best = layout;
          low = size;
        }
      else
        {
          g_clear_pointer (&layout, telaah_seminar_layout_free);
          high = size;
        }
    }

  return best != NULL ? best : arrange (task, columns, task->room->smallest);
}

/* As it was estimated; where that was too much, a little smaller. Takes @estimated. */
static TelaahSeminarLayout *
make_exact (const Task          *task,
            TelaahSeminarLayout *estimated)
{
  Task exact = *task;
  double size = estimated->size;
  guint columns = estimated->columns, n_screens = estimated->n_screens;
  TelaahSeminarLayout *layout = NULL;

  telaah_seminar_layout_free (estimated);
  exact.gauge = &task->metric->exact;
  for (guint i = 0; i < LESSENINGS; i++)
    {
      g_clear_pointer (&layout, telaah_seminar_layout_free);
      layout = arrange (&exact, columns, size);
      if ((layout != NULL && layout->n_screens <= n_screens) || size <= task->room->smallest)
        break;
      size = MAX (size * LESS, task->room->smallest);
    }

  /* One column can always be done. */
  return layout != NULL ? layout : arrange (&exact, 1, task->room->smallest);
}

/* How far the look of a grid is from a good one: from the shape of its cards, and by holes in the last row. */
static double
judge_shape (const Task *task,
             guint       columns)
{
  guint n = MIN (task->cards->len, MAX_CARDS), rows = (n + columns - 1) / columns;
  double width = (double) task->room->width / columns, height = 0.72 * task->room->height / MAX (rows, 1);

  return fabs (log (width / height / SHAPE)) + (task->wide ? 0 : 0.12 * (rows * columns - n));
}

static gboolean
is_better (const Task                *task,
           const TelaahSeminarLayout *layout,
           const TelaahSeminarLayout *best)
{
  if (best == NULL || layout->n_screens != best->n_screens)
    return best == NULL || layout->n_screens < best->n_screens;
  if (layout->size > best->size * SAME || best->size > layout->size * SAME)
    return layout->size > best->size;

  return !task->sheet ? judge_shape (task, layout->columns) < judge_shape (task, best->columns)
                      : layout->columns < best->columns;
}

/* A look that saves looking for the largest size. */
static gboolean
can_be_better (const Task                *task,
               guint                      columns,
               guint                      n_screens,
               const TelaahSeminarLayout *best)
{
  double size = best != NULL ? best->size / SAME : 0;
  g_autoptr(TelaahSeminarLayout) layout = size > task->room->smallest ? arrange (task, columns, size) : NULL;

  return size <= task->room->smallest || (layout != NULL && layout->n_screens <= n_screens);
}

/* Of all numbers of columns the one with the fewest screens, and then with the largest type. */
static TelaahSeminarLayout *
find_best (const Task *task,
           guint       max_columns)
{
  guint fewest = G_MAXUINT;
  g_autofree guint *needed = g_new0 (guint, max_columns + 1);
  TelaahSeminarLayout *best = NULL;

  for (guint columns = 1; columns <= max_columns; columns++)
    {
      g_autoptr(TelaahSeminarLayout) layout = arrange (task, columns, task->room->smallest);

      needed[columns] = layout != NULL ? layout->n_screens : G_MAXUINT;
      fewest = MIN (fewest, needed[columns]);
    }

  for (guint columns = 1; columns <= max_columns; columns++)
    {
      TelaahSeminarLayout *layout;

      if (needed[columns] != fewest || !can_be_better (task, columns, fewest, best))
        continue;
      layout = enlarge (task, columns, fewest);
      if (is_better (task, layout, best))
        {
          g_clear_pointer (&best, telaah_seminar_layout_free);
          best = g_steal_pointer (&layout);
        }
      g_clear_pointer (&layout, telaah_seminar_layout_free);
    }

  return make_exact (task, best);
}

/* How many columns there is room for, at the smallest size. */
static guint
count_columns (const TelaahSeminarRoom *room,
               guint                    most,
               int                      narrowest)
{
  int fit = (int) (room->width / (narrowest * room->smallest));

  return (guint) CLAMP (fit, 1, (int) most);
}

/**
 * telaah_seminar_layout_grid:
 * @head: what stands over them on each screen
 * @cards: (element-type TelaahSeminarCard)
 * @wide: the last card has what is left of its row
 *
 * The cards side by side and one below the other, on as few screens as can be, in type as large as can be.
 *
 * Returns: (transfer full): a card that is taller than a screen has several boxes, one a screen
 */
TelaahSeminarLayout *
telaah_seminar_layout_grid (TelaahSeminarCard         *head,
                            GPtrArray                 *cards,
                            gboolean                   wide,
                            const TelaahSeminarRoom   *room,
                            const TelaahSeminarMetric *metric)
{
  Task task = { head, cards, room, metric, FALSE, wide, &metric->estimate };

  return find_best (&task, MIN (count_columns (room, MAX_COLUMNS, NARROWEST), MAX (cards->len, 1)));
}

/**
 * telaah_seminar_layout_sheet:
 *
 * One card on screens of its own, in a column or two.
 *
 * Returns: (transfer full): with a box a screen
 */
TelaahSeminarLayout *
telaah_seminar_layout_sheet (TelaahSeminarCard         *head,
                             TelaahSeminarCard         *card,
                             const TelaahSeminarRoom   *room,
                             const TelaahSeminarMetric *metric)
{
  g_autoptr(GPtrArray) cards = g_ptr_array_new ();
  Task task = { head, cards, room, metric, TRUE, FALSE, &metric->estimate };

  g_ptr_array_add (cards, card);

  return find_best (&task, count_columns (room, 2, SHEET_COLUMN));
}
