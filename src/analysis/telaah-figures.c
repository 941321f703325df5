/* Figures: how much is tagged, where, and what lies together.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-figures.h"

#include <string.h>

static int
compare_spans (gconstpointer a,
               gconstpointer b)
{
  return telaah_span_compare (*(const TelaahSpan *) a, *(const TelaahSpan *) b);
}

/**
 * telaah_figures_unite:
 * @spans: (element-type TelaahSpan): in any order; become fewer, in text order
 *
 * Those that touch or overlap are one.
 */
void
telaah_figures_unite (GArray *spans)
{
  guint n = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);
      TelaahSpan *last = n > 0 ? &g_array_index (spans, TelaahSpan, n - 1) : NULL;

      if (last != NULL && span.start <= last->end)
        last->end = MAX (last->end, span.end);
      else
        g_array_index (spans, TelaahSpan, n++) = span;
    }
  g_array_set_size (spans, n);
}

static guint
measure (GArray *spans)
{
  guint characters = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);

      characters += span.end - span.start;
    }

  return characters;
}

/**
 * telaah_figures_count:
 * @passages: (element-type TelaahPassage): of one source, in any order
 *
 * Returns: how many there are, and how many code points lie under at least one of them
 */
TelaahMatrixCount
telaah_figures_count (GPtrArray *passages)
{
  g_autoptr(GArray) spans = g_array_sized_new (FALSE, FALSE, sizeof (TelaahSpan), passages->len);

  for (guint i = 0; i < passages->len; i++)
    g_array_append_val (spans, telaah_passage_fields (passages->pdata[i])->span);
  telaah_figures_unite (spans);

  return (TelaahMatrixCount) { passages->len, measure (spans) };
}

/* ---- What lies together ---- */

/* A theme begins or ends to lie on the text. */
typedef struct
{
  guint offset;
  guint row;
  int   by;
} Event;

static int
compare_events (gconstpointer a,
                gconstpointer b)
{
  const Event *ea = a, *eb = b;

  return ea->offset < eb->offset ? -1 : ea->offset > eb->offset;
}

static GArray *
gather_events (TelaahMatrix *matrix,
               GHashTable   *rows,
               GListModel   *passages)
{
  GArray *events = g_array_new (FALSE, FALSE, sizeof (Event));

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *f = telaah_passage_fields (passage);

      for (const char *const *theme = f->themes; *theme != NULL; theme++)
        {
          gpointer row;
          Event begin, end;

          if (!g_hash_table_lookup_extended (rows, *theme, NULL, &row))
            continue;

          begin = (Event) { f->span.start, GPOINTER_TO_UINT (row), 1 };
          end = (Event) { f->span.end, GPOINTER_TO_UINT (row), -1 };
          g_array_append_val (events, begin);
          g_array_append_val (events, end);
          telaah_matrix_at (matrix, begin.row, begin.row)->passages++;
        }
    }
  g_array_sort (events, compare_events);

  return events;
}

typedef struct
{
  TelaahMatrix *matrix;
  guint        *on;       /* row -> how many of its passages lie here */
  GArray       *active;   /* guint: rows that lie here */
  guint        *last;     /* of two rows -> where they last lay together, so that what goes on is counted once */
} Sweep;

static void
set_active (Sweep *sweep,
            guint  row,
            int    by)
{
  gboolean was = sweep->on[row] > 0;

  sweep->on[row] += by;
  if (!was && sweep->on[row] > 0)
    g_array_append_val (sweep->active, row);
  else if (was && sweep->on[row] == 0)
    for (guint i = 0; i < sweep->active->len; i++)
      if (g_array_index (sweep->active, guint, i) == row)
        {
          g_array_remove_index_fast (sweep->active, i);
          return;
        }
}

/* All that is active lies on the code points from @start to @end. */
static void
add_stretch (Sweep *sweep,
             guint  start,
             guint  end)
{
  guint n_rows = sweep->matrix->rows->len;

  for (guint i = 0; i < sweep->active->len; i++)
    for (guint k = 0; k < sweep->active->len; k++)
      {
        guint row = g_array_index (sweep->active, guint, i), column = g_array_index (sweep->active, guint, k);
        TelaahMatrixCount *count = telaah_matrix_at (sweep->matrix, row, column);
        guint *last = &sweep->last[(gsize) row * n_rows + column];

        count->characters += end - start;
        count->passages += row != column && *last != start;
        *last = end;
      }
}

/**
 * telaah_figures_lie_together:
 * @matrix: themes and themes; is added to
 * @rows: theme id -> its row
 * @passages: (element-type TelaahPassage): of one source
 *
 * One sweep over the text: on the diagonal the passages of a theme and the code points under them; elsewhere the places
 * where two themes lie on the same words, and how many code points these have.
 */
void
telaah_figures_lie_together (TelaahMatrix *matrix,
                             GHashTable   *rows,
                             GListModel   *passages)
{
  g_autoptr(GArray) events = gather_events (matrix, rows, passages);
  g_autofree guint *on = g_new0 (guint, MAX (matrix->rows->len, 1));
  g_autofree guint *last = g_new (guint, MAX ((gsize) matrix->rows->len * matrix->rows->len, 1));
  g_autoptr(GArray) active = g_array_new (FALSE, FALSE, sizeof (guint));
  Sweep sweep = { matrix, on, active, last };
  guint from = 0;

  memset (last, 0xff, sizeof (guint) * MAX ((gsize) matrix->rows->len * matrix->rows->len, 1));
  for (guint i = 0; i < events->len; i++)
    {
      const Event *event = &g_array_index (events, Event, i);

      if (event->offset > from)
        add_stretch (&sweep, from, event->offset);
      from = event->offset;
      set_active (&sweep, event->row, event->by);
    }
}

/* ---- Portraits ---- */

/**
 * telaah_figures_draw:
 * @lanes: theme id -> its TelaahPortraitLane in @portrait
 * @passages: (element-type TelaahPassage): of the source, in text order
 */
void
telaah_figures_draw (TelaahPortrait *portrait,
                     GHashTable     *lanes,
                     GListModel     *passages)
{
  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *f = telaah_passage_fields (passage);

      for (const char *const *theme = f->themes; *theme != NULL; theme++)
        {
          TelaahPortraitLane *lane = g_hash_table_lookup (lanes, *theme);

          if (lane != NULL)
            {
              g_array_append_val (lane->spans, f->span);
              lane->passages++;
            }
        }
    }

  for (guint i = 0; i < portrait->lanes->len; i++)
    {
      TelaahPortraitLane *lane = portrait->lanes->pdata[i];

      telaah_figures_unite (lane->spans);
      lane->characters = measure (lane->spans);
    }
}
