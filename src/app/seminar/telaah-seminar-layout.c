/* Words on a wall: the largest size at which the cards of a point fit, and where each stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-arrange.h"

#include <math.h>

/* How wide a card is to its height, where there is a choice. */
#define SHAPE        1.7
#define MAX_COLUMNS  5

/* A column of fewer letters than this is not read but hacked, at the size of the body type. */
#define NARROWEST    13
#define SHEET_COLUMN 21

/* Halvings of what lies between the smallest size and the largest. */
#define HALVINGS     7

/* By how much a size is lessened that was estimated too large, and how often. */
#define LESS         0.985
#define LESSENINGS   5

/* Sizes that are as good as one another: then the look decides. */
#define SAME         1.1

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

void
telaah_seminar_layout_free (TelaahSeminarLayout *self)
{
  g_array_unref (self->head);
  g_ptr_array_unref (self->boxes);
  g_free (self);
}

/* The largest size in @columns that needs no more than @n_screens, which the smallest one is known to do with. */
static TelaahSeminarLayout *
enlarge (const TelaahSeminarTask *task,
         guint                    columns,
         guint                    n_screens)
{
  double low = task->room->smallest, high = MAX (task->room->largest, low);
  TelaahSeminarLayout *best = telaah_seminar_arrange (task, columns, high);

  if (best != NULL && best->n_screens <= n_screens)
    return best;

  g_clear_pointer (&best, telaah_seminar_layout_free);
  for (guint i = 0; i < HALVINGS; i++)
    {
      double size = (low + high) / 2;
      TelaahSeminarLayout *layout = telaah_seminar_arrange (task, columns, size);

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

  return best != NULL ? best : telaah_seminar_arrange (task, columns, task->room->smallest);
}

/* As it was estimated; where that was too much, a little smaller. Takes @estimated. */
static TelaahSeminarLayout *
make_exact (const TelaahSeminarTask *task,
            TelaahSeminarLayout     *estimated)
{
  TelaahSeminarTask exact = *task;
  double size = estimated->size;
  guint columns = estimated->columns, n_screens = estimated->n_screens;
  TelaahSeminarLayout *layout = NULL;

  telaah_seminar_layout_free (estimated);
  exact.gauge = &task->metric->exact;
  for (guint i = 0; i < LESSENINGS; i++)
    {
      g_clear_pointer (&layout, telaah_seminar_layout_free);
      layout = telaah_seminar_arrange (&exact, columns, size);
      if ((layout != NULL && layout->n_screens <= n_screens) || size <= task->room->smallest)
        break;
      size = MAX (size * LESS, task->room->smallest);
    }

  return layout != NULL ? layout : telaah_seminar_arrange (&exact, 1, task->room->smallest);
}

/* How far the look of a grid is from a good one: from the shape of its cards, and by holes in the last row. */
static double
judge_shape (const TelaahSeminarTask *task,
             guint                    columns)
{
  guint n = MIN (task->cards->len, TELAAH_SEMINAR_MOST_CARDS), rows = (n + columns - 1) / columns;
  double width = (double) task->room->width / columns, height = 0.72 * task->room->height / MAX (rows, 1);

  return fabs (log (width / height / SHAPE)) + (task->wide ? 0 : 0.12 * (rows * columns - n));
}

static gboolean
is_better (const TelaahSeminarTask   *task,
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
can_be_better (const TelaahSeminarTask   *task,
               guint                      columns,
               guint                      n_screens,
               const TelaahSeminarLayout *best)
{
  double size = best != NULL ? best->size / SAME : 0;
  g_autoptr(TelaahSeminarLayout) layout = NULL;

  if (size <= task->room->smallest)
    return TRUE;
  layout = telaah_seminar_arrange (task, columns, size);

  return layout != NULL && layout->n_screens <= n_screens;
}

/* Of all numbers of columns the one with the fewest screens, and then with the largest type. */
static TelaahSeminarLayout *
find_best (const TelaahSeminarTask *task,
           guint                    max_columns)
{
  guint fewest = G_MAXUINT;
  g_autofree guint *needed = g_new0 (guint, max_columns + 1);
  TelaahSeminarLayout *best = NULL;

  for (guint columns = 1; columns <= max_columns; columns++)
    {
      g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_arrange (task, columns, task->room->smallest);

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

  /* One column can always be done. */
  g_assert (best != NULL);

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
  TelaahSeminarTask task = { head, cards, room, metric, FALSE, wide, &metric->estimate };

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
  TelaahSeminarTask task = { head, cards, room, metric, TRUE, FALSE, &metric->estimate };

  g_ptr_array_add (cards, card);

  return find_best (&task, count_columns (room, 2, SHEET_COLUMN));
}
