/* Pages of flowing paragraphs: a heading stays with what it is of, and a paragraph parts between two of its lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-page-writer-private.h"

/* A bar, and how far it stands from the words. */
#define BAR 2.2
#define BAR_GAP 9

#define LEADER 0x999999

/* ---- Pages ---- */

static void
clear_item (gpointer data)
{
  TelaahPageItem *item = data;

  g_clear_pointer (&item->set, telaah_page_set_unref);
  g_free (item->name);
}

static void
clear_heading (gpointer data)
{
  g_free (((TelaahPageHeading *) data)->title);
}

static void
clear_block (gpointer data)
{
  TelaahPageBlock *block = data;

  g_clear_pointer (&block->set, telaah_page_set_unref);
  g_clear_pointer (&block->margin, telaah_page_set_unref);
  g_clear_pointer (&block->aside, telaah_page_set_unref);
  g_clear_pointer ((char **) &block->name, g_free);
  g_clear_pointer ((char **) &block->heading, g_free);
  g_clear_pointer ((char **) &block->page_of, g_free);
}

static void
begin_page (TelaahPageWriter *self)
{
  self->items = g_array_new (FALSE, FALSE, sizeof (TelaahPageItem));
  g_array_set_clear_func (self->items, clear_item);
  g_ptr_array_add (self->pages, self->items);
  self->y = self->frame.top;
  self->empty = TRUE;
  self->gap = 0;
}

/* @size: of the body's letters */
TelaahPageWriter *
telaah_page_writer_new (const TelaahPageFrame *frame,
                        double                 size,
                        const char            *language)
{
  TelaahPageWriter *self = g_new0 (TelaahPageWriter, 1);

  self->frame = *frame;
  self->fonts = telaah_page_fonts_new (size, language);
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->places = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->headings = g_array_new (FALSE, FALSE, sizeof (TelaahPageHeading));
  g_array_set_clear_func (self->headings, clear_heading);
  self->held = g_array_new (FALSE, FALSE, sizeof (TelaahPageBlock));
  g_array_set_clear_func (self->held, clear_block);
  begin_page (self);

  return self;
}

void
telaah_page_writer_free (TelaahPageWriter *self)
{
  g_array_unref (self->held);
  g_array_unref (self->headings);
  g_hash_table_unref (self->places);
  g_ptr_array_unref (self->pages);
  telaah_page_fonts_free (self->fonts);
  g_free (self);
}

TelaahPageFonts *
telaah_page_writer_get_fonts (TelaahPageWriter *self)
{
  return self->fonts;
}

const TelaahPageFrame *
telaah_page_writer_get_frame (TelaahPageWriter *self)
{
  return &self->frame;
}

guint
telaah_page_writer_get_n_pages (TelaahPageWriter *self)
{
  return self->pages->len;
}

/**
 * telaah_page_writer_get_section:
 * @page: counted from 0
 *
 * Returns: (nullable): the first heading of the highest level on a page, else that under which the page begins
 */
const char *
telaah_page_writer_get_section (TelaahPageWriter *self,
                                guint             page)
{
  const char *section = NULL;

  for (guint i = 0; i < self->headings->len; i++)
    {
      const TelaahPageHeading *heading = &g_array_index (self->headings, TelaahPageHeading, i);

      if (heading->page > page)
        break;
      if (heading->level > 0)
        continue;
      section = heading->title;
      if (heading->page == page)
        break;
    }

  return section;
}

/* Adds to a page, counted from 0, what is not part of the flow. Takes the item's set and name. */
void
telaah_page_writer_put (TelaahPageWriter     *self,
                        guint                 page,
                        const TelaahPageItem *item)
{
  g_array_append_vals (self->pages->pdata[page], item, 1);
}

/* ---- Placing ---- */

static void
put (TelaahPageWriter     *self,
     const TelaahPageItem *item)
{
  telaah_page_writer_put (self, self->pages->len - 1, item);
}

static double
measure_gap (TelaahPageWriter *self,
             double            gap)
{
  return self->empty ? 0 : MAX (self->gap, gap);
}

static void
note_place (TelaahPageWriter      *self,
            const TelaahPageBlock *block)
{
  if (block->name != NULL)
    {
      TelaahPagePlace place = { self->pages->len - 1, self->frame.left, self->y };

      g_hash_table_replace (self->places, g_strdup (block->name), g_memdup2 (&place, sizeof place));
    }

  if (block->heading != NULL)
    {
      TelaahPageHeading heading = { g_strdup (block->heading), block->level, self->pages->len - 1, self->y };

      g_array_append_val (self->headings, heading);
    }
}

/* What stands beside the first line, on its base line. */
static void
put_beside (TelaahPageWriter      *self,
            const TelaahPageBlock *block)
{
  double baseline = self->y + g_array_index (block->set->lines, TelaahSetLine, 0).baseline;
  gboolean rtl = block->set->rtl;

  if (block->margin != NULL)
    {
      const TelaahSetLine *line = &g_array_index (block->margin->lines, TelaahSetLine, 0);
      double x = rtl ? self->frame.right + BAR_GAP - line->x : self->frame.left - BAR_GAP - line->width - line->x;

      put (self, &(TelaahPageItem) { TELAAH_PAGE_LINES, .x = x, .y = baseline - line->baseline, .n = 1,
                                     .set = telaah_page_set_ref (block->margin) });
    }

  if (block->aside != NULL)
    {
      const TelaahSetLine *line = &g_array_index (block->aside->lines, TelaahSetLine, 0);
      double mark = block->marked ? line->height * 0.52 : 0, gap = block->marked ? mark * 0.7 : 0;
      double x = rtl ? self->frame.left + mark + gap : self->frame.right - line->width;

      put (self, &(TelaahPageItem) { TELAAH_PAGE_LINES, .x = x - line->x, .y = baseline - line->baseline, .n = 1,
                                     .set = telaah_page_set_ref (block->aside) });
      if (block->marked)
        put (self, &(TelaahPageItem) { TELAAH_PAGE_STATUS_MARK, .x = x - gap - mark, .width = mark,
                                       .y = baseline - mark * 0.98, .status = block->status, .color = 0x444444 });
    }
}

/* The number of the page, at the end of the last line. */
static void
put_page_of (TelaahPageWriter      *self,
             const TelaahPageBlock *block,
             double                 x)
{
  const TelaahSetLine *line = &g_array_index (block->set->lines, TelaahSetLine, block->set->lines->len - 1);
  double from = block->set->rtl ? self->frame.left : x + line->x + line->width;
  double to = block->set->rtl ? x + line->x : self->frame.right;

  put (self, &(TelaahPageItem) { TELAAH_PAGE_PAGE_OF, .x = from, .width = to - from, .color = LEADER,
                                 .y = self->y - line->height + line->gap + line->baseline,
                                 .first = block->set->rtl, .name = g_strdup (block->page_of) });
}

static void
put_lines (TelaahPageWriter      *self,
           const TelaahPageBlock *block,
           guint                  first,
           guint                  n)
{
  double height = telaah_page_set_measure (block->set, first, n), x = self->frame.left + block->indent;

  if (block->set->rtl)
    x = self->frame.right - block->indent - pango_units_to_double (pango_layout_get_width (block->set->layout));
  if (first == 0)
    {
      note_place (self, block);
      put_beside (self, block);
    }
  if (block->bar != 0)
    put (self, &(TelaahPageItem) { TELAAH_PAGE_FILL, .y = self->y, .width = BAR, .height = height, .color = block->bar,
                                   .x = block->set->rtl ? self->frame.right - block->indent + BAR_GAP
                                                        : x - BAR_GAP - BAR });

  put (self, &(TelaahPageItem) { TELAAH_PAGE_LINES, .x = x, .y = self->y, .first = first, .n = n,
                                 .set = telaah_page_set_ref (block->set) });
  self->y += height;
  self->empty = FALSE;
  self->gap = 0;
  if (block->page_of != NULL && first + n == block->set->lines->len)
    put_page_of (self, block, x);
}

/* Line after line, over as many pages as it takes. */
static void
flow (TelaahPageWriter      *self,
      const TelaahPageBlock *block)
{
  guint first = 0, n_lines = block->set->lines->len;

  self->y += measure_gap (self, block->gap);
  while (first < n_lines)
    {
      guint n = telaah_page_set_count (block->set, first, self->frame.bottom - self->y);

      /* What finds no room on a page of its own is parted anywhere. */
      if (n == 0 && self->empty)
        for (n = 1; first + n < n_lines &&
             telaah_page_set_measure (block->set, first, n + 1) <= self->frame.bottom - self->y; n++)
          ;

      if (n > 0)
        put_lines (self, block, first, n);
      first += n;
      if (first < n_lines)
        begin_page (self);
    }
}

/* What has to stand on one page so that a block may begin there. */
static double
measure_least (const TelaahPageBlock *block)
{
  TelaahPageSet *set = block->set;

  for (guint n = 1; n < set->lines->len; n++)
    {
      double height = telaah_page_set_measure (set, 0, n);

      if (telaah_page_set_count (set, 0, height) == n)
        return height;
    }

  return set->height;
}

/* Writes the blocks that wait, on a page where @room is left after them. */
void
telaah_page_writer_flush (TelaahPageWriter *self,
                          double            room)
{
  double height = room;

  for (guint i = 0; i < self->held->len; i++)
    {
      const TelaahPageBlock *block = &g_array_index (self->held, TelaahPageBlock, i);

      height += block->set->height + (i > 0 ? block->gap : measure_gap (self, block->gap));
    }

  if (!self->empty && self->y + height > self->frame.bottom + 0.01)
    begin_page (self);
  for (guint i = 0; i < self->held->len; i++)
    flow (self, &g_array_index (self->held, TelaahPageBlock, i));
  g_array_set_size (self->held, 0);
  self->after = 0;
}

/* Takes over the sets of @block. */
void
telaah_page_writer_add (TelaahPageWriter      *self,
                        const TelaahPageBlock *block)
{
  TelaahPageBlock own = *block;
  double gap;

  own.name = g_strdup (block->name);
  own.heading = g_strdup (block->heading);
  own.page_of = g_strdup (block->page_of);
  own.gap = MAX (own.gap, self->after);
  self->after = 0;
  if (block->keep)
    {
      g_array_append_val (self->held, own);
      return;
    }

  gap = self->held->len > 0 ? own.gap : measure_gap (self, own.gap);
  telaah_page_writer_flush (self, gap + measure_least (&own));
  flow (self, &own);
  clear_block (&own);
}

/* At least so much before what comes next, unless that begins a page. */
void
telaah_page_writer_skip (TelaahPageWriter *self,
                         double            gap)
{
  if (self->held->len > 0)
    self->after = MAX (self->after, gap);
  else
    self->gap = MAX (self->gap, gap);
}

/* What comes next, with what waits for it, begins on a page that has so much room for it, if any has. */
void
telaah_page_writer_need (TelaahPageWriter *self,
                         double            height)
{
  double after = self->after;

  telaah_page_writer_flush (self, height + after);
  self->gap = MAX (self->gap, after);
  if (!self->empty && self->y + self->gap + height > self->frame.bottom + 0.01)
    begin_page (self);
}

/* What comes next begins a page. */
void
telaah_page_writer_turn (TelaahPageWriter *self)
{
  telaah_page_writer_flush (self, 0);
  if (!self->empty)
    begin_page (self);
}

/* How much of the page is left; after what waits for the next. */
double
telaah_page_writer_get_room (TelaahPageWriter *self)
{
  double room = self->frame.bottom - self->y;

  for (guint i = 0; i < self->held->len; i++)
    {
      const TelaahPageBlock *block = &g_array_index (self->held, TelaahPageBlock, i);

      room -= block->set->height + (i > 0 ? block->gap : measure_gap (self, block->gap));
    }

  return room - self->after;
}
