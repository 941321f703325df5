/* Where the blocks of the document stand, and which of them are built. Heights of blocks that are
 * not built are estimates, so what is at the top of the page is the anchor, and the scroll bar
 * follows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-column-private.h"

/* In pixels. */
#define MAX_WIDTH 760    /* at a text scale of 1 */
#define SIDE      30     /* at least this on either side, which the tint of an editor reaches into */
#define TOP       24
#define BOTTOM    60
#define GAP       30     /* between two points */
#define ESTIMATE  420    /* a block of which nothing is known */

/* Blocks further away than this many pages are given back. */
#define FAR 8

static TelaahOutlineItem *
get_item (TelaahOutlineColumn *self,
          guint                i)
{
  return &g_array_index (self->items, TelaahOutlineItem, i);
}

static gboolean
is_built (TelaahOutlineItem *item)
{
  return !TELAAH_IS_OUTLINE_BLOCK (item->widget) ||
         telaah_outline_block_is_built (TELAAH_OUTLINE_BLOCK (item->widget));
}

/* Takes what is at @value now for the anchor. */
void
telaah_outline_column_set_anchor (TelaahOutlineColumn *self,
                                  int                  value)
{
  guint i = 0;

  if (self->items->len == 0)
    {
      self->anchor = NULL;
      return;
    }

  while (i + 1 < self->items->len && get_item (self, i + 1)->top <= value)
    i++;

  self->anchor = get_item (self, i)->widget;
  self->offset = value - get_item (self, i)->top;
}

/* Returns the height of all. */
static int
measure (TelaahOutlineColumn *self,
         int                  width)
{
  int y = TOP;

  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = get_item (self, i);

      if (is_built (item))
        gtk_widget_measure (item->widget, GTK_ORIENTATION_VERTICAL, width, &item->height, NULL, NULL, NULL);
      else if (item->height <= 0)
        item->height = ESTIMATE;

      item->top = y;
      y += item->height + (i + 1 < self->items->len ? GAP : 0);
    }

  return y;
}

static int
get_anchored_value (TelaahOutlineColumn *self)
{
  for (guint i = 0; i < self->items->len; i++)
    if (get_item (self, i)->widget == self->anchor)
      return get_item (self, i)->top + self->offset;

  return 0;
}

/* What is near enough to be reached by Tab is mapped; what is not built, or far, is not. */
static void
place (TelaahOutlineColumn *self,
       int                  value,
       int                  x,
       int                  width,
       int                  page)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = get_item (self, i);
      int y = item->top - value;
      gboolean near = is_built (item) && y < 2 * page && y + item->height > -page;

      if (near || (gtk_widget_get_state_flags (item->widget) & GTK_STATE_FLAG_FOCUS_WITHIN))
        {
          GtkAllocation at = { x, y, width, item->height };

          gtk_widget_set_child_visible (item->widget, TRUE);
          gtk_widget_size_allocate (item->widget, &at, -1);
        }
      else
        gtk_widget_set_child_visible (item->widget, FALSE);
    }
}

/* A line has room for as many letters when they are larger. */
static int
get_max_width (TelaahOutlineColumn *self)
{
  double resolution = pango_cairo_context_get_resolution (gtk_widget_get_pango_context (GTK_WIDGET (self)));

  return resolution > 96 ? MAX_WIDTH * resolution / 96 : MAX_WIDTH;
}

void
telaah_outline_column_layout (TelaahOutlineColumn *self,
                              int                  width,
                              int                  height)
{
  int measure_width = CLAMP (width - 2 * SIDE, 1, get_max_width (self));
  int x = (width - measure_width) / 2;
  int upper = measure (self, measure_width) + MAX (BOTTOM, height / 3);
  int value = CLAMP (get_anchored_value (self), 0, MAX (0, upper - height));

  self->allocating = TRUE;
  place (self, value, x, measure_width, height);

  if (self->reveal)
    {
      int by = telaah_outline_column_find_reveal (self, height);

      self->reveal = FALSE;
      if (by != 0)
        {
          value = CLAMP (value + by, 0, MAX (0, upper - height));
          telaah_outline_column_set_anchor (self, value);
          place (self, value, x, measure_width, height);
        }
    }

  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_VERTICAL], value, 0, MAX (upper, height),
                              48, height * 0.9, height);
  if (self->adjustments[GTK_ORIENTATION_HORIZONTAL] != NULL)
    gtk_adjustment_configure (self->adjustments[GTK_ORIENTATION_HORIZONTAL], 0, 0, width, 0, width, width);
  self->allocating = FALSE;

  telaah_outline_column_build (self);
}

/* Asks for a layout. gtk_widget_queue_allocate() would not always come through: text views find
 * out their height while they are laid out and leave marks behind that something is to be done,
 * where it stops; nor does GTK begin a layout that is asked for during another. */
void
telaah_outline_column_queue (TelaahOutlineColumn *self)
{
  GdkFrameClock *clock = gtk_widget_get_frame_clock (GTK_WIDGET (self));

  gtk_widget_queue_resize (GTK_WIDGET (self));
  if (clock != NULL)
    gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);
}

/* Builds one that is near and not built, those on the page first, or gives back one that is far.
 * Returns whether it found something to do. */
static gboolean
work (TelaahOutlineColumn *self,
      int                  reach)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = get_item (self, i);
      int above = value - (item->top + item->height), below = item->top - (value + page);

      if (!is_built (item) && above < reach * page && below < reach * page)
        {
          telaah_outline_block_build (TELAAH_OUTLINE_BLOCK (item->widget));
          telaah_outline_column_queue (self);   /* what has no place yet asks for none */
          return TRUE;
        }
      if (is_built (item) && (above > FAR * page || below > FAR * page) &&
          TELAAH_IS_OUTLINE_BLOCK (item->widget) && telaah_outline_block_strip (TELAAH_OUTLINE_BLOCK (item->widget)))
        return TRUE;
    }

  return FALSE;
}

/* Some more cells of one that has begun: of a point that a hundred sources treat, not all of them at once. */
static gboolean
go_on (TelaahOutlineColumn *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  int value = gtk_adjustment_get_value (adjustment), page = gtk_adjustment_get_page_size (adjustment);

  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = get_item (self, i);

      if (TELAAH_IS_OUTLINE_BLOCK (item->widget) && is_built (item) &&
          !telaah_outline_block_is_complete (TELAAH_OUTLINE_BLOCK (item->widget)) &&
          item->top < value + 2 * page && item->top + item->height > value - page)
        {
          telaah_outline_block_build_more (TELAAH_OUTLINE_BLOCK (item->widget));
          telaah_outline_column_queue (self);
          return TRUE;
        }
    }

  return FALSE;
}

/* All that is on the page at once, the neighbours one a frame, so that scrolling stays smooth. */
static gboolean
tick_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  TelaahOutlineColumn *self = TELAAH_OUTLINE_COLUMN (widget);
  gboolean busy = FALSE;

  gdk_frame_clock_request_phase (clock, GDK_FRAME_CLOCK_PHASE_LAYOUT);   /* see telaah_outline_column_queue() */
  if (self->reveal)
    telaah_outline_column_queue (self);
  while (work (self, 0))
    busy = TRUE;
  if (!busy)
    busy = go_on (self) || work (self, 1);
  if (busy)
    return G_SOURCE_CONTINUE;

  self->tick = 0;

  return G_SOURCE_REMOVE;
}

/* Sees to it that what is near gets built, and what has the focus is brought into sight, with
 * the next frame. */
void
telaah_outline_column_build (TelaahOutlineColumn *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (self->tick == 0 && adjustment != NULL && gtk_adjustment_get_page_size (adjustment) > 0)
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), tick_cb, NULL, NULL);
}
