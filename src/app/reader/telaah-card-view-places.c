/* Where each card stands. The heights of cards that were never in sight are not known, so what is fixed is one card,
 * the anchor; those around it are made and measured until the view is full, and the scroll bar is told what comes of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>

#include "app/reader/telaah-card-view-private.h"

/* Of a card, before one was measured. */
#define FIRST_ESTIMATE 130

/* Below the last card. */
#define END 6

/* ---- Cards ---- */

static const char *
get_card_id (GtkWidget *card)
{
  TelaahPassage *passage = telaah_passage_card_get_passage (TELAAH_PASSAGE_CARD (card));

  return passage != NULL ? telaah_passage_fields (passage)->id : NULL;
}

GtkWidget *
telaah_card_view_need_card (TelaahCardView *self,
                            guint           position)
{
  const char *id = telaah_card_view_get_id (self, position);
  GtkWidget *card = g_hash_table_lookup (self->cards, id);

  if (card != NULL)
    return card;

  if (self->spare->len > 0)
    card = g_ptr_array_steal_index_fast (self->spare, self->spare->len - 1);
  else
    {
      card = telaah_passage_card_new ();
      gtk_widget_set_parent (card, GTK_WIDGET (self));
      g_signal_emit_by_name (self, "setup", card);
    }

  telaah_passage_card_set_session (TELAAH_PASSAGE_CARD (card), self->session);
  telaah_passage_card_set_passage (TELAAH_PASSAGE_CARD (card), self->passages->pdata[position]);
  telaah_passage_card_set_selected (TELAAH_PASSAGE_CARD (card), g_strcmp0 (id, self->selected) == 0);
  gtk_widget_set_child_visible (card, TRUE);
  g_hash_table_insert (self->cards, g_strdup (id), card);

  return card;
}

/* It shows nothing from here on; words that were being typed there are saved. */
void
telaah_card_view_release (TelaahCardView *self,
                          GtkWidget      *card)
{
  const char *id = get_card_id (card);

  if (id != NULL)
    g_hash_table_remove (self->cards, id);

  /* A window keeps the focus on what nobody sees. */
  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) == card && gtk_widget_get_root (card) != NULL)
    gtk_root_set_focus (gtk_widget_get_root (card), NULL);

  gtk_widget_set_child_visible (card, FALSE);
  telaah_passage_card_set_passage (TELAAH_PASSAGE_CARD (card), NULL);
  g_ptr_array_add (self->spare, card);
}

/* ---- Heights ---- */

static int *
height_at (TelaahCardView *self,
           guint           position)
{
  return &g_array_index (self->heights, int, position);
}

/* Measured or guessed. */
int
telaah_card_view_get_height (TelaahCardView *self,
                             guint           position)
{
  int height = *height_at (self, position);

  return height > 0 ? height : self->estimate > 0 ? self->estimate : FIRST_ESTIMATE;
}

static int
measure (TelaahCardView *self,
         guint           position)
{
  GtkWidget *card = telaah_card_view_need_card (self, position);

  gtk_widget_measure (card, GTK_ORIENTATION_VERTICAL, self->width, NULL, height_at (self, position), NULL, NULL);

  return *height_at (self, position);
}

/* All of them, at another width or with another font. */
void
telaah_card_view_forget (TelaahCardView *self)
{
  for (guint i = 0; i < self->heights->len; i++)
    *height_at (self, i) = 0;
  self->estimate = 0;
}

/* From the top of the first card to that of the one at @position. */
static double
get_top (TelaahCardView *self,
         guint           position)
{
  const int *heights = (const int *) self->heights->data;
  gint64 known = 0;
  guint n_unknown = 0;

  /* Nothing but adding up: it is done for each place, over all the cards above it. */
  for (guint i = 0; i < position; i++)
    {
      known += heights[i];
      n_unknown += heights[i] == 0;
    }

  return known + (double) n_unknown * (self->estimate > 0 ? self->estimate : FIRST_ESTIMATE);
}

/* ---- Filling the view ---- */

/* Of a card, from the top edge of the view. */
static int
get_y (TelaahCardView *self,
       guint           position)
{
  return self->anchor_y + get_top (self, position) - get_top (self, self->anchor);
}

static void
bring_into_sight (TelaahCardView *self)
{
  g_autofree char *id = g_steal_pointer (&self->bring);
  guint position = telaah_card_view_find (self, id);
  int height, y;

  if (position == G_MAXUINT)
    return;

  height = measure (self, position);
  y = get_y (self, position);
  if (y >= 0 && y + height <= self->height)
    return;

  self->anchor_y = y < 0 || height > self->height ? 0 : self->height - height;
  self->anchor = position;
}

/* The card that is written on grows, and what is written must be seen. */
static void
follow_writer (TelaahCardView *self)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self));
  guint position = card != NULL ? telaah_card_view_find (self, get_card_id (card)) : G_MAXUINT;
  int before;

  if (position == G_MAXUINT || self->bring != NULL)
    return;

  before = *height_at (self, position);
  if (before > 0 && measure (self, position) > before)
    self->bring = g_strdup (get_card_id (card));
}

/* From the anchor down, then up. Returns: FALSE if the cards have to move, because there is room at an end. */
static gboolean
fill (TelaahCardView *self)
{
  guint n = self->passages->len;
  int y = self->anchor_y;

  for (self->end = self->anchor; self->end < n && (y < self->height || self->end == self->anchor); self->end++)
    y += measure (self, self->end);

  if (y + END < self->height && (self->anchor > 0 || self->anchor_y != 0))
    self->anchor_y += self->height - END - y;

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
release_others (TelaahCardView *self)
{
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);
  g_autoptr(GPtrArray) others = g_ptr_array_new ();
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  GHashTableIter iter;
  gpointer card;

  for (guint i = self->first; i < self->end; i++)
    g_hash_table_add (kept, telaah_card_view_need_card (self, i));

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    if (card != focus && !g_hash_table_contains (kept, card))
      g_ptr_array_add (others, card);

  for (guint i = 0; i < others->len; i++)
    telaah_card_view_release (self, others->pdata[i]);
}

/* Once and for all, so that the scroll bar keeps still. */
static void
guess (TelaahCardView *self)
{
  double sum = 0;

  if (self->estimate > 0 || self->first == self->end)
    return;

  for (guint i = self->first; i < self->end; i++)
    sum += *height_at (self, i);
  self->estimate = MAX (1, round (sum / (self->end - self->first)));
}

static void
tell_adjustment (TelaahCardView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = get_top (self, self->anchor) - self->anchor_y;
  double upper = get_top (self, self->passages->len) + END;

  if (adjustment == NULL)
    return;

  self->configuring = TRUE;
  gtk_adjustment_configure (adjustment, value, 0, MAX (upper, self->height), self->height * 0.1,
                            self->height * 0.9, self->height);
  self->configuring = FALSE;
}

static void
place_once (TelaahCardView *self)
{
  guint i;
  int y;

  self->first = self->end = 0;
  self->first_y = 0;
  if (self->passages->len > 0)
    {
      self->anchor = MIN (self->anchor, self->passages->len - 1);
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

/* Makes the cards that are in sight, and lets the others go. */
void
telaah_card_view_place (TelaahCardView *self)
{
  if (self->width <= 0 || self->height <= 0)
    return;

  /* Letting a card go saves what was written there, which may come back here. */
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

/* The children stand in the order of the passages, for the focus and for screen readers. */
static void
put (TelaahCardView *self,
     GtkWidget      *card,
     GtkWidget      *last,
     guint           position,
     int             y)
{
  if (gtk_widget_get_prev_sibling (card) != last)
    gtk_widget_insert_after (card, GTK_WIDGET (self), last);

  gtk_accessible_update_relation (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_RELATION_POS_IN_SET, (int) position + 1,
                                  GTK_ACCESSIBLE_RELATION_SET_SIZE, (int) self->passages->len, -1);
  gtk_widget_size_allocate (card, &(GtkAllocation) { 0, y, self->width, measure (self, position) }, -1);
}

/* Puts the cards where they belong. The one with the focus is there even where nobody sees it. */
void
telaah_card_view_allocate (TelaahCardView *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self)), *last = NULL;
  guint alone = focus != NULL ? telaah_card_view_find (self, get_card_id (focus)) : G_MAXUINT;
  int y = self->first_y;

  if (alone < self->first)
    put (self, last = focus, NULL, alone, -*height_at (self, alone) - self->height);

  for (guint i = self->first; i < self->end; i++)
    {
      GtkWidget *card = telaah_card_view_need_card (self, i);

      put (self, card, last, i, y);
      y += *height_at (self, i);
      last = card;
    }

  if (alone >= self->end && alone != G_MAXUINT)
    put (self, focus, last, alone, 2 * self->height);
}

/* The scroll bar, or the wheel, asks for another place. */
void
telaah_card_view_follow_value (TelaahCardView *self)
{
  double y = -gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL]);
  guint i = 0;

  if (self->configuring || self->passages->len == 0)
    return;

  while (i + 1 < self->passages->len && y + telaah_card_view_get_height (self, i) <= 0)
    y += telaah_card_view_get_height (self, i++);

  self->anchor = i;
  self->anchor_y = round (y);
  telaah_card_view_place (self);
}
