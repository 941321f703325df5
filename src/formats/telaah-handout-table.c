/* The table of a point on a handout: the sources below each other or across, then what they share; its lines to write
 * on fill the sheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-handout-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* Of the width, the column with the names of sources. */
#define NAMES 0.3

#define PAD 6
#define NAME_TINT 0xf4f4f4

/* Lines to write on, for a source below others, for one beside others, and for what they share. */
#define LEAST_BELOW 3
#define LEAST_ACROSS 5
#define LEAST_SHARED 3
#define MOST_LINES 14

/* Where a filled handout has nothing to say. */
#define OPEN_LINES 2

/* A filled table up to this part of a page is not parted; of a higher one, at least so much stands below its heading. */
#define WHOLE_OF_PAGE 0.6
#define LEAST_OF_PAGE 0.3

/* Rows of a table whose sources are not known yet. */
#define ROWS_WITHOUT_SOURCES 3

guint
telaah_handout_count_rows (TelaahHandoutPages *self)
{
  return self->outline->sources->len > 0 ? self->outline->sources->len : ROWS_WITHOUT_SOURCES;
}

/* ---- Rows ---- */

static void
free_columns (TelaahPageColumn **columns,
              guint              n)
{
  for (guint i = 0; i < n; i++)
    telaah_page_column_free (columns[i]);
  g_free (columns);
}

/* The names of the sources, above their columns. */
static TelaahPageColumn **
make_head (TelaahHandoutPages *self)
{
  guint n = telaah_handout_count_rows (self);
  TelaahPageColumn **columns = g_new (TelaahPageColumn *, n);

  for (guint i = 0; i < n; i++)
    {
      columns[i] = telaah_page_column_new (self->width * i / n, self->width / n, PAD, NAME_TINT);
      telaah_handout_add_name (self, columns[i], i);
    }

  return columns;
}

static void
turned_cb (TelaahPageWriter *writer,
           gpointer          data)
{
  TelaahHandoutPages *self = data;
  guint n = telaah_handout_count_rows (self);
  /* Translators: the title of a point, whose table goes on here */
  g_autofree char *again = g_strdup_printf (_("%s (continued)"), self->title);

  telaah_page_writer_add (writer, &(TelaahPageBlock) {
    .set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_HEADING_3, again, self->width, 2),
  });
  telaah_page_writer_skip (writer, 0.6 * self->em);
  if (self->across)
    {
      TelaahPageColumn **columns = make_head (self);

      telaah_page_writer_add_row (writer, columns, n, NULL, NULL);
      free_columns (columns, n);
    }
}

/* Takes the columns over. */
static void
add_row (TelaahHandoutPages *self,
         TelaahPageColumn  **columns,
         guint               n)
{
  telaah_page_writer_add_row (self->writer, columns, n, turned_cb, self);
  free_columns (columns, n);
}

/* The cell of one source, with its name beside it. */
static TelaahPageColumn **
make_row (TelaahHandoutPages *self,
          guint               index,
          guint               n_rules)
{
  TelaahPageColumn **columns = g_new (TelaahPageColumn *, 2);

  columns[0] = telaah_page_column_new (0, self->width * NAMES, PAD, NAME_TINT);
  columns[1] = telaah_page_column_new (self->width * NAMES, self->width * (1 - NAMES), PAD, 0);
  telaah_handout_add_name (self, columns[0], index);
  telaah_handout_add_cell (self, columns[1], index, n_rules);

  return columns;
}

static TelaahPageColumn **
make_shared (TelaahHandoutPages *self,
             guint               n_rules)
{
  const TelaahPointFields *f = telaah_point_fields (self->node->point);
  TelaahPageColumn **columns = g_new (TelaahPageColumn *, 2);

  columns[0] = telaah_page_column_new (0, self->width / 2, PAD, 0);
  columns[1] = telaah_page_column_new (self->width / 2, self->width / 2, PAD, 0);
  telaah_handout_add_shared (self, columns[0], _("Similarities"), f->similarities, n_rules);
  telaah_handout_add_shared (self, columns[1], _("Differences"), f->differences, n_rules);

  return columns;
}

static double
measure (TelaahPageColumn **columns,
         guint              n)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    height = MAX (height, telaah_page_column_get_height (columns[i]));
  free_columns (columns, n);

  return height;
}

/* ---- How many lines to write on ---- */

/* The pages of a blank table whose rows have so many lines; @room of the first. */
static guint
count_pages (TelaahHandoutPages *self,
             const double       *names,
             guint               n_rows,
             guint               below,
             guint               shared,
             double              room,
             double              page)
{
  double left = room, rest = measure (make_shared (self, shared), 2);
  guint n_pages = 1;

  for (guint i = 0; i <= n_rows; i++)
    {
      double height = i < n_rows ? MAX (names[i], below * TELAAH_HANDOUT_PITCH + 2 * PAD) : rest;

      if (height > left)
        {
          n_pages++;
          left = page;
        }
      left -= height;
    }

  return n_pages;
}

/* As many lines as the pages hold that the fewest lines would need. */
static void
share_room (TelaahHandoutPages *self,
            guint              *below,
            guint              *shared)
{
  const TelaahPageFrame *frame = telaah_page_writer_get_frame (self->writer);
  double page = frame->bottom - frame->top - 3 * self->em, room = telaah_page_writer_get_room (self->writer) - self->em;
  guint n_rows = telaah_handout_count_rows (self), n_pages;
  g_autofree double *names = g_new (double, n_rows);

  for (guint i = 0; i < n_rows; i++)
    names[i] = measure (make_row (self, i, 0), 2);

  *below = LEAST_BELOW;
  *shared = LEAST_SHARED;
  n_pages = count_pages (self, names, n_rows, *below, *shared, room, page);
  while (*below < MOST_LINES && count_pages (self, names, n_rows, *below + 1, *shared, room, page) <= n_pages)
    ++*below;
  while (*shared < MOST_LINES && count_pages (self, names, n_rows, *below, *shared + 1, room, page) <= n_pages)
    ++*shared;
}

/* ---- Tables ---- */

/* The height of a page below what heads it. */
static double
get_page (TelaahHandoutPages *self)
{
  const TelaahPageFrame *frame = telaah_page_writer_get_frame (self->writer);

  return frame->bottom - frame->top - 3 * self->em;
}

static void
add_below (TelaahHandoutPages *self)
{
  guint n = telaah_handout_count_rows (self), below = OPEN_LINES, shared = LEAST_SHARED;
  double height = 0, first = 0;

  if (!self->filled)
    share_room (self, &below, &shared);

  for (guint i = 0; i < n; i++)
    {
      height += measure (make_row (self, i, below), 2);
      first = i < 2 ? height : first;
    }
  height += measure (make_shared (self, shared), 2);
  telaah_page_writer_need (self->writer, height <= get_page (self) * WHOLE_OF_PAGE
                                 ? height : MIN (first, get_page (self) * LEAST_OF_PAGE));

  for (guint i = 0; i < n; i++)
    add_row (self, make_row (self, i, below), 2);
  add_row (self, make_shared (self, shared), 2);
}

/* What the sources say, beside each other. */
static TelaahPageColumn **
make_cells (TelaahHandoutPages *self,
            guint               n_rules)
{
  guint n = telaah_handout_count_rows (self);
  TelaahPageColumn **cells = g_new (TelaahPageColumn *, n);

  for (guint i = 0; i < n; i++)
    {
      cells[i] = telaah_page_column_new (self->width * i / n, self->width / n, PAD, 0);
      telaah_handout_add_cell (self, cells[i], i, n_rules);
    }

  return cells;
}

static void
add_across (TelaahHandoutPages *self)
{
  guint n = telaah_handout_count_rows (self), shared = LEAST_SHARED, below = OPEN_LINES;
  double head = measure (make_head (self), n), height;

  if (!self->filled)
    {
      double fixed = head + measure (make_shared (self, 0), 2) + 2 * PAD;
      int lines = floor ((telaah_page_writer_get_room (self->writer) - fixed) / TELAAH_HANDOUT_PITCH);

      shared = MAX (lines * 3 / 10, LEAST_SHARED);
      below = MAX (lines - (int) shared, LEAST_ACROSS);
    }

  height = head + measure (make_cells (self, below), n) + measure (make_shared (self, shared), 2);
  telaah_page_writer_need (self->writer, height <= get_page (self) ? height : head + get_page (self) * LEAST_OF_PAGE);
  add_row (self, make_head (self), n);
  add_row (self, make_cells (self, below), n);
  add_row (self, make_shared (self, shared), 2);
}

/* Of the point at hand, below its heading, which has been added and waits for it. */
void
telaah_handout_add_table (TelaahHandoutPages *self)
{
  if (self->across)
    add_across (self);
  else
    add_below (self);
}
