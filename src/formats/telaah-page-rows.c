/* Rows of a table on pages: columns beside each other, each of which goes on where its page ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-page-writer-private.h"

#define BAR 1.8
#define BAR_GAP 6

/* Frames of a table, and lines to write on. */
#define FRAME_COLOR 0x8a8a8a
#define FRAME_PEN 0.6
#define RULE_COLOR 0xa8a8a8
#define RULE_PEN 0.4

/* A row up to this part of a page is not parted; a higher one begins where it has at least so much. */
#define WHOLE_OF_PAGE 0.5
#define LEAST_OF_PAGE 0.3

/* Words, or a drawing that is not parted. */
typedef struct
{
  TelaahPageSet *set;
  double         indent;
  guint          bar;
  GArray        *items;      /* TelaahPageItem, from the upper left corner of the part */
  double         height;
  double         gap;        /* above it */
} Part;

struct _TelaahPageColumn
{
  double  x, width;
  double  pad;
  guint   tint;              /* behind it; 0: none */
  GArray *parts;             /* Part */
  guint   part, line;        /* what comes next */
};

/* ---- Columns ---- */

static void
clear_part (gpointer data)
{
  Part *part = data;

  g_clear_pointer (&part->set, telaah_page_set_unref);
  for (guint i = 0; part->items != NULL && i < part->items->len; i++)
    g_clear_pointer (&g_array_index (part->items, TelaahPageItem, i).set, telaah_page_set_unref);
  g_clear_pointer (&part->items, g_array_unref);
}

TelaahPageColumn *
telaah_page_column_new (double x,
                        double width,
                        double pad,
                        guint  tint)
{
  TelaahPageColumn *self = g_new0 (TelaahPageColumn, 1);

  self->x = x;
  self->width = width;
  self->pad = pad;
  self->tint = tint;
  self->parts = g_array_new (FALSE, FALSE, sizeof (Part));
  g_array_set_clear_func (self->parts, clear_part);

  return self;
}

void
telaah_page_column_free (TelaahPageColumn *self)
{
  g_array_unref (self->parts);
  g_free (self);
}

double
telaah_page_column_get_room (TelaahPageColumn *self)
{
  return self->width - 2 * self->pad;
}

/* Takes over @set. @bar: the colour of a bar beside it; 0: none */
void
telaah_page_column_add_set (TelaahPageColumn *self,
                            TelaahPageSet    *set,
                            double            indent,
                            double            gap,
                            guint             bar)
{
  Part part = { .set = set, .indent = indent, .bar = bar, .height = set->height, .gap = gap };

  g_array_append_val (self->parts, part);
}

/* @items: from the upper left corner of the drawing; their sets are taken over */
void
telaah_page_column_add_items (TelaahPageColumn     *self,
                              const TelaahPageItem *items,
                              guint                 n_items,
                              double                height,
                              double                gap)
{
  Part part = { .items = g_array_new (FALSE, FALSE, sizeof (TelaahPageItem)), .height = height, .gap = gap };

  g_array_append_vals (part.items, items, n_items);
  g_array_append_val (self->parts, part);
}

/* Lines to write on, each below the room for its words; that of the last is the frame. */
void
telaah_page_column_add_rules (TelaahPageColumn *self,
                              guint             n,
                              double            pitch)
{
  for (guint i = 0; i < n; i++)
    telaah_page_column_add_items (self, &(TelaahPageItem) {
      TELAAH_PAGE_STROKE, .y = pitch, .width = telaah_page_column_get_room (self), .color = RULE_COLOR, .pen = RULE_PEN,
    }, i + 1 < n, pitch, 0);
}

gboolean
telaah_page_column_is_empty (TelaahPageColumn *self)
{
  return self->parts->len == 0;
}

/* As high as it is where it is not parted. */
double
telaah_page_column_get_height (TelaahPageColumn *self)
{
  double height = 2 * self->pad;

  for (guint i = 0; i < self->parts->len; i++)
    height += g_array_index (self->parts, Part, i).height + g_array_index (self->parts, Part, i).gap;

  return height;
}

/* ---- Placing ---- */

static void
put (TelaahPageWriter     *self,
     const TelaahPageItem *item)
{
  telaah_page_writer_put (self, self->pages->len - 1, item);
}

static void
put_part (TelaahPageWriter *self,
          const Part       *part,
          guint             first,
          guint             n,
          double            x,
          double            y,
          double            width)
{
  for (guint i = 0; part->items != NULL && i < part->items->len; i++)
    {
      TelaahPageItem item = g_array_index (part->items, TelaahPageItem, i);

      item.x += x;
      item.y += y;
      if (item.set != NULL)
        telaah_page_set_ref (item.set);
      put (self, &item);
    }

  if (part->set == NULL)
    return;

  if (part->bar != 0)
    put (self, &(TelaahPageItem) { TELAAH_PAGE_FILL, .y = y, .width = BAR, .color = part->bar,
                                   .x = part->set->rtl ? x + width - part->indent + BAR_GAP
                                                       : x + part->indent - BAR_GAP - BAR,
                                   .height = telaah_page_set_measure (part->set, first, n) });
  if (part->set->rtl)
    x += width - part->indent - pango_units_to_double (pango_layout_get_width (part->set->layout));
  else
    x += part->indent;
  put (self, &(TelaahPageItem) { TELAAH_PAGE_LINES, .x = x, .y = y, .first = first, .n = n,
                                 .set = telaah_page_set_ref (part->set) });
}

/* Takes as much of a column as has @room, and writes it where @self is not NULL. @forced: at least a line of it.
 * Returns: its height, without the pads */
static double
take (TelaahPageColumn *column,
      TelaahPageWriter *self,
      double            y,
      double            room,
      gboolean          forced)
{
  double height = 0, width = telaah_page_column_get_room (column);

  while (column->part < column->parts->len)
    {
      const Part *part = &g_array_index (column->parts, Part, column->part);
      double gap = height > 0 ? part->gap : 0;
      guint n_lines = part->set != NULL ? part->set->lines->len : 1;
      guint n = part->set != NULL ? telaah_page_set_count (part->set, column->line, room - height - gap)
                                  : part->height <= room - height - gap + 0.01;

      if (n == 0 && (height > 0 || !forced))
        break;
      n = MAX (n, 1);

      if (self != NULL)
        put_part (self, part, column->line, n, self->frame.left + column->x + column->pad, y + height + gap, width);
      height += gap + (part->set != NULL ? telaah_page_set_measure (part->set, column->line, n) : part->height);
      column->line += n;
      if (column->line < n_lines)
        break;
      column->line = 0;
      column->part++;
    }

  return height;
}

static void
put_frame (TelaahPageWriter *self,
           TelaahPageColumn *column,
           double            height)
{
  TelaahPageItem frame = { TELAAH_PAGE_STROKE, .x = self->frame.left + column->x, .y = self->y, .width = column->width,
                           .height = height, .color = FRAME_COLOR, .pen = FRAME_PEN };

  if (column->tint != 0)
    {
      frame.kind = TELAAH_PAGE_FILL;
      frame.color = column->tint;
      put (self, &frame);
      frame.kind = TELAAH_PAGE_STROKE;
      frame.color = FRAME_COLOR;
    }
  put (self, &frame);
}

/* As much of the row as this page holds. Returns: whether that is all of it */
static gboolean
put_row (TelaahPageWriter        *self,
         TelaahPageColumn *const *columns,
         guint                    n_columns,
         gboolean                 forced)
{
  double room = self->frame.bottom - self->y, height = 0;
  gboolean done = TRUE;

  for (guint i = 0; i < n_columns; i++)
    {
      guint part = columns[i]->part, line = columns[i]->line;
      double pads = 2 * columns[i]->pad, wanted = take (columns[i], NULL, 0, room - pads, forced) + pads;

      height = MAX (height, wanted);
      columns[i]->part = part;
      columns[i]->line = line;
    }

  for (guint i = 0; i < n_columns; i++)
    {
      TelaahPageColumn *column = columns[i];

      put_frame (self, column, height);
      take (column, self, self->y + column->pad, room - 2 * column->pad, forced);
      done = done && column->part == column->parts->len;
    }

  self->y += height;
  self->empty = FALSE;
  self->gap = 0;

  return done;
}

static void
turn (TelaahPageWriter   *self,
      TelaahPageTurnFunc  turned,
      gpointer            data)
{
  telaah_page_writer_turn (self);
  if (turned != NULL)
    turned (self, data);
  telaah_page_writer_flush (self, 0);
}

/**
 * telaah_page_writer_add_row:
 * @columns: (transfer none): to be used once
 * @turned: (nullable): called where the row goes on, or begins, on a new page
 */
void
telaah_page_writer_add_row (TelaahPageWriter        *self,
                            TelaahPageColumn *const *columns,
                            guint                    n_columns,
                            TelaahPageTurnFunc       turned,
                            gpointer                 data)
{
  double page = self->frame.bottom - self->frame.top, height = 0, least;
  gboolean turned_once = self->empty;

  for (guint i = 0; i < n_columns; i++)
    height = MAX (height, telaah_page_column_get_height (columns[i]));

  /* What heads the row is on its page. */
  least = height <= page * WHOLE_OF_PAGE ? height : page * LEAST_OF_PAGE;
  if (self->held->len > 0)
    telaah_page_writer_need (self, least);
  else if (!self->empty && self->frame.bottom - self->y - self->gap < least - 0.01)
    turn (self, turned, data);
  self->y += self->empty ? 0 : self->gap;

  while (!put_row (self, columns, n_columns, turned_once))
    {
      turn (self, turned, data);
      turned_once = TRUE;
    }
}
