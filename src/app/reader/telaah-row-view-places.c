/* Where each row stands. The heights of rows that were never in sight are not known, so what is fixed is one row, the
 * anchor; those around it are made and measured until the view is full, and the scroll bar is told what comes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "app/reader/telaah-row-view-private.h"

/* Of a row, before one was measured. */
#define FIRST_ESTIMATE 64

/* ---- Rows ---- */

/* NULL: it shows nothing. */
const char *
telaah_row_view_get_row_id (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "id");
}

/* The content of a row; some are rows themselves. */
GtkWidget *
telaah_row_view_get_held (GtkWidget *row)
{
  return TELAAH_IS_ROW (row) ? telaah_row_get_content (TELAAH_ROW (row)) : row;
}

void
telaah_row_view_select_row (TelaahRowView *self,
                            GtkWidget     *row,
                            gboolean       selected)
{
  if (self->funcs.select != NULL)
    self->funcs.select (row, selected, self->user_data);
  else
    telaah_row_set_selected (TELAAH_ROW (row), selected);
}

static GtkWidget *
make_row (TelaahRowView *self)
{
  GtkWidget *content = self->funcs.create (self->user_data);
  GtkWidget *row = self->funcs.select != NULL ? content : telaah_row_new (content);

  gtk_widget_set_parent (row, GTK_WIDGET (self));

  return row;
}

GtkWidget *
telaah_row_view_need_row (TelaahRowView *self,
                          guint          position)
{
  const char *id = telaah_row_view_get_id (self, position);
  GtkWidget *row = g_hash_table_lookup (self->rows, id);

  if (row != NULL)
    return row;

  row = self->spare->len > 0 ? g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1) : make_row (self);
  g_object_set_data_full (G_OBJECT (row), "id", g_strdup (id), g_free);
  g_hash_table_insert (self->rows, g_strdup (id), row);
  self->funcs.bind (telaah_row_view_get_held (row), self->items->pdata[position], self->user_data);
  telaah_row_view_select_row (self, row, g_strcmp0 (telaah_row_view_get_row_id (row), self->selected) == 0);
  gtk_widget_set_child_visible (row, TRUE);

  return row;
}

/* It shows nothing from here on; words that were being typed there are saved. */
void
telaah_row_view_release (TelaahRowView *self,
                         GtkWidget     *row)
{
  const char *id = telaah_row_view_get_row_id (row);

  if (id == NULL)
    return;

  g_hash_table_remove (self->rows, id);
  g_object_set_data (G_OBJECT (row), "id", NULL);

  /* A window keeps the focus on what nobody sees. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == row && gtk_widget_get_root (row) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (row), NULL);

  gtk_widget_set_child_visible (row, FALSE);
  self->funcs.bind (telaah_row_view_get_held (row), NULL, self->user_data);
  g_ptr_array_add (self->spare, row);
}

/* ---- Heights ---- */

static int *
height_at (TelaahRowView *self,
           guint          position)
{
  return &g_array_index (self->heights, int, position);
}

/* Measured or guessed. */
int
telaah_row_view_get_height (TelaahRowView *self,
                            guint          position)
{
  int height = *height_at (self, position);

  return height > 0 ? height : self->estimate > 0 ? self->estimate : FIRST_ESTIMATE;
}

static int
measure (TelaahRowView *self,
         guint          position)
{
  GtkWidget *row = telaah_row_view_need_row (self, position);

  gtk_widget_measure (row, GTK_ORIENTATION_VERTICAL, self->width, NULL, height_at (self, position), NULL, NULL);

  return *height_at (self, position);
}

/* All of them, at another width or with another font. */
void
telaah_row_view_forget (TelaahRowView *self)
{
  for (guint i = 0; i < self->heights->len; i++)
    *height_at (self, i) = 0;
  self->estimate = 0;
}

/* From the top of the first row to that of the one at @position. */
static double
get_top (TelaahRowView *self,
         guint          position)
{
  const int *heights = (const int *) self->heights->data;
  gint64 known = 0;
  guint n_unknown = 0;

  /* Nothing but adding up: it is done for each place, over all the rows above it. */
  for (guint i = 0; i < position; i++)
    {
      known += heights[i];
      n_unknown += heights[i] == 0;
    }

  return known + (double) n_unknown * (self->estimate > 0 ? self->estimate : FIRST_ESTIMATE);
}

/* ---- Filling the view ---- */

static void
bring_into_sight (TelaahRowView *self)
{
  g_autofree char *id = g_steal_pointer (&self->bring);
  guint position = telaah_row_view_find (self, id);
  int height, y;

  if (position == G_MAXUINT)
    return;

  height = measure (self, position);
  y = self->anchor_y + get_top (self, position) - get_top (self, self->anchor);
  if (y >= 0 && y + height <= self->height)
    return;

  self->anchor_y = y < 0 || height > self->height ? 0 : self->height - height;
  self->anchor = position;
}

/* The row that is written on grows, and what is written must be seen. */
static void
follow_writer (TelaahRowView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint position = row != NULL ? telaah_row_view_find (self, telaah_row_view_get_row_id (row)) : G_MAXUINT;
  int before;

  if (position == G_MAXUINT || self->bring != NULL)
    return;

  before = *height_at (self, position);
  if (before > 0 && measure (self, position) > before)
    self->bring = g_strdup (telaah_row_view_get_row_id (row));
}

/* From the anchor down, then up. Returns: FALSE if the rows have to move, because there is room at an end. */
static gboolean
fill (TelaahRowView *self)
{
  guint n = self->items->len;
  int y = self->anchor_y;

  for (self->end = self->anchor; self->end < n && (y < self->height || self->end == self->anchor); self->end++)
    y += measure (self, self->end);

  y += self->room_below;
  if (y < self->height && (self->anchor > 0 || self->anchor_y != 0))
    self->anchor_y += self->height - y;

  self->first_y = self->anchor_y;
  for (self->first = self->anchor; self->first > 0 && self->first_y > 0; )
    self->first_y -= measure (self, --self->first);

  if (self->first > 0 || self->first_y <= 0)
    return TRUE;

  self->anchor = 0;
  self->anchor_y = 0;
  return FALSE;
}

static void
release_others (TelaahRowView *self)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GHashTableIter iter;
  gpointer id, row;

  for (guint i = self->first; i < self->end; i++)
    g_hash_table_add (kept, telaah_row_view_need_row (self, i));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if ((row != focus || telaah_row_view_find (self, id) == G_MAXUINT) && !g_hash_table_contains (kept, row))
      g_ptr_array_add (others, row);

  for (guint i = 0; i < others->len; i++)
    telaah_row_view_release (self, others->pdata[i]);
}

/* Once and for all, so that the scroll bar keeps still. */
static void
guess (TelaahRowView *self)
{
  double sum = 0;

  if (self->estimate > 0 || self->first == self->end)
    return;

  for (guint i = self->first; i < self->end; i++)
    sum += *height_at (self, i);
  self->estimate = MAX (1, round (sum / (self->end - self->first)));
}

/* How high all rows are together, in pixels; guessed for those that were never in sight. */
double
telaah_row_view_get_extent (TelaahRowView *self)
{
  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), 0);

  return self->items->len > 0 ? get_top (self, self->items->len) + self->room_below : 0;
}

static void
tell_adjustment (TelaahRowView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = get_top (self, self->anchor) - self->anchor_y;
  double upper = get_top (self, self->items->len) + self->room_below;

  if (adjustment == NULL)
    return;

  self->configuring = TRUE;
  gtk_adjustment_configure (adjustment, value, 0, MAX (upper, self->height), self->height * 0.1,
                            self->height * 0.9, self->height);
  self->configuring = FALSE;
}

static void
place_once (TelaahRowView *self)
{
  guint i;
  int y;

  self->first = self->end = 0;
  self->first_y = 0;
  self->anchor = MIN (self->anchor, MAX (self->items->len, 1) - 1);
  if (self->items->len > 0)
    {
      follow_writer (self);
      if (self->bring != NULL)
        bring_into_sight (self);
      for (guint tries = 0; tries < 3 && !fill (self); tries++);
    }

  release_others (self);
  guess (self);

  /* The first one in sight stays where it is when something changes. */
  for (i = self->first, y = self->first_y; i < self->end && y + *height_at (self, i) <= 0; i++)
    y += *height_at (self, i);
  if (i < self->end)
    {
      self->anchor = i;
      self->anchor_y = y;
    }
}

/* Makes the rows that are in sight, and lets the others go. */
void
telaah_row_view_place (TelaahRowView *self)
{
  if (self->width <= 0 || self->height <= 0)
    return;

  /* Letting a row go saves what was written there, which may come back here. */
  self->place_again = TRUE;
  if (self->placing)
    return;

  self->placing = TRUE;
  while (self->place_again)
    {
      self->place_again = FALSE;
      place_once (self);
    }
  self->placing = FALSE;

  tell_adjustment (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* The children stand in the order of the items, for the focus and for screen readers. */
static void
put (TelaahRowView *self,
     GtkWidget     *row,
     GtkWidget     *last,
     guint          position,
     int            y)
{
  if (gtk_widget_get_prev_sibling (row) != last)
    gtk_widget_insert_after (row, GTK_WIDGET (self), last);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->items->len, -1);
  gtk_widget_size_allocate (row, &(GtkAllocation) { 0, y, self->width, measure (self, position) }, -1);
}

/* Puts the rows where they belong. The one with the focus is there even where nobody sees it. */
void
telaah_row_view_allocate (TelaahRowView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self)), *last = NULL;
  guint alone = focus != NULL ? telaah_row_view_find (self, telaah_row_view_get_row_id (focus)) : G_MAXUINT;
  int y = self->first_y;

  if (alone < self->first)
    {
      put (self, focus, NULL, alone, -*height_at (self, alone) - self->height);
      last = focus;
    }

  for (guint i = self->first; i < self->end; i++)
    {
      GtkWidget *row = telaah_row_view_need_row (self, i);

      put (self, row, last, i, y);
      y += *height_at (self, i);
      last = row;
    }

  if (alone >= self->end && alone != G_MAXUINT)
    put (self, focus, last, alone, 2 * self->height);
}

/* The scroll bar, or the wheel, asks for another place. */
void
telaah_row_view_follow_value (TelaahRowView *self)
{
  double y = -gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  guint i = 0;

  if (self->configuring || self->items->len == 0)
    return;

  while (i + 1 < self->items->len && y + telaah_row_view_get_height (self, i) <= 0)
    y += telaah_row_view_get_height (self, i++);

  self->anchor = i;
  self->anchor_y = round (y);
  telaah_row_view_place (self);
}
