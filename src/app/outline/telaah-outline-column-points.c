/* The points of the document: which of them are shown, in which order, and how they are brought up to date.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-column-private.h"

#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-outline-title.h"

/* What is free above a point that was gone to, in pixels. */
#define ABOVE 24

/* ---- The points ---- */

/* Where the anchor goes, the next block that stays is brought to its place, else the one before. */
static void
keep_anchor (TelaahOutlineColumn *self,
             GHashTable          *shown)
{
  gboolean passed = FALSE;
  GtkWidget *heir = self->head;

  if (self->anchor == NULL)
    return;

  for (guint i = 0; i < self->items->len; i++)
    {
      GtkWidget *widget = g_array_index (self->items, TelaahOutlineItem, i).widget;
      gboolean stays = !TELAAH_IS_OUTLINE_BLOCK (widget) ||
                       g_hash_table_contains (shown, telaah_outline_block_get_point (TELAAH_OUTLINE_BLOCK (widget)));

      if (stays && widget == self->anchor)
        return;

      passed |= widget == self->anchor;
      if (stays)
        {
          heir = widget;
          if (passed)
            break;
        }
    }

  self->anchor = heir;
  self->offset = -ABOVE;
}

/* How many points stand below the one at @index. */
static guint
count_below (GListModel *points,
             guint       index,
             guint       depth)
{
  guint n = 0;

  for (;; n++)
    {
      g_autoptr(TelaahPoint) next = g_list_model_get_item (points, index + 1 + n);

      if (next == NULL || telaah_point_fields (next)->depth <= depth)
        return n;
    }
}

/* The ids, borrowed, of those that are to be shown: below the one that is focused on, and below no folded one. */
static GHashTable *
find_shown (TelaahOutlineColumn *self,
            GListModel          *points)
{
  GHashTable *shown = g_hash_table_new (g_str_hash, g_str_equal);
  guint hidden = G_MAXUINT;   /* below which depth */

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *fields = telaah_point_fields (point);

      if (self->root != NULL && !telaah_point_is_within (self->session, fields->id, self->root))
        continue;
      if (fields->depth <= hidden)
        hidden = g_hash_table_contains (self->folded, fields->id) ? fields->depth : G_MAXUINT;
      if (hidden == G_MAXUINT || fields->depth <= hidden)
        g_hash_table_add (shown, (gpointer) fields->id);
    }

  return shown;
}

/* Blocks in the order of the points: those of before where there are some, with the height that
 * they had. */
static void
update_blocks (TelaahOutlineColumn *self)
{
  GListModel *points = telaah_session_get_points (self->session);
  g_autoptr(GHashTable) before = g_steal_pointer (&self->blocks), shown = NULL;
  g_autoptr(GHashTable) heights = g_hash_table_new (NULL, NULL);
  g_autoptr(GArray) counters = g_array_new (FALSE, TRUE, sizeof (guint));
  GtkWidget *last = self->head;
  GHashTableIter iter;
  gpointer block;

  shown = find_shown (self, points);
  keep_anchor (self, shown);
  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = &g_array_index (self->items, TelaahOutlineItem, i);

      g_hash_table_insert (heights, item->widget, GINT_TO_POINTER (item->height));
    }

  self->blocks = g_hash_table_new (g_str_hash, g_str_equal);
  g_array_set_size (self->items, self->head != NULL ? 1 : 0);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *fields = telaah_point_fields (point);
      g_autofree char *number = telaah_point_dup_number (counters, fields->depth);
      GtkWidget *widget = g_hash_table_lookup (before, fields->id);
      TelaahOutlineItem item = { .widget = widget };

      if (!g_hash_table_contains (shown, fields->id))
        continue;

      if (widget == NULL)
        item.widget = widget = telaah_outline_block_new (self->session, fields->id);
      else
        g_hash_table_remove (before, fields->id);

      item.height = GPOINTER_TO_INT (g_hash_table_lookup (heights, widget));
      g_hash_table_insert (self->blocks, (gpointer) telaah_outline_block_get_point (TELAAH_OUTLINE_BLOCK (widget)),
                           widget);
      gtk_widget_insert_after (widget, GTK_WIDGET (self), last);
      telaah_outline_block_set_place (TELAAH_OUTLINE_BLOCK (widget), number, count_below (points, i, fields->depth),
                                      g_hash_table_contains (self->folded, fields->id));
      g_array_append_val (self->items, item);
      last = widget;
    }

  g_hash_table_iter_init (&iter, before);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    gtk_widget_unparent (block);
}

/* Shows others than before, all of which is there already. What is being written in what goes is saved first. */
static void
show_others (TelaahOutlineColumn *self)
{
  telaah_outline_column_flush (self);
  update_blocks (self);
  for (guint i = 0; i < self->items->len; i++)
    {
      TelaahOutlineItem *item = &g_array_index (self->items, TelaahOutlineItem, i);

      if (TELAAH_IS_OUTLINE_BLOCK (item->widget))
        telaah_outline_block_refresh (TELAAH_OUTLINE_BLOCK (item->widget));
    }
  telaah_outline_column_queue (self);
}

/* Brings the blocks up to what the project has now. Where one of them is written in, it keeps
 * its place on the page. */
void
telaah_outline_column_refresh (TelaahOutlineColumn *self,
                               TelaahChange         changes)
{
  GtkWidget *written = self->focus;
  GHashTableIter iter;
  gpointer block;

  g_return_if_fail (TELAAH_IS_OUTLINE_COLUMN (self));

  if (self->session == NULL || !(changes & ~TELAAH_CHANGE_HISTORY))
    return;

  while (written != NULL && gtk_widget_get_parent (written) != GTK_WIDGET (self))
    written = gtk_widget_get_parent (written);
  if (written != NULL && gtk_widget_get_mapped (written))
    {
      GtkAllocation at;

      gtk_widget_get_allocation (written, &at);
      self->anchor = written;
      self->offset = -at.y;
    }

  if (self->root != NULL && telaah_session_find_point (self->session, self->root) == NULL)
    {
      g_clear_pointer (&self->root, g_free);
      changes |= TELAAH_CHANGE_POINTS;
    }
  if (changes & (TELAAH_CHANGE_POINTS | TELAAH_CHANGE_OUTLINES))
    update_blocks (self);

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    telaah_outline_block_refresh (block);

  telaah_outline_column_queue (self);
}

/* @session: (nullable) */
void
telaah_outline_column_set_session (TelaahOutlineColumn *self,
                                   TelaahSession       *session)
{
  GHashTableIter iter;
  gpointer block;

  g_return_if_fail (TELAAH_IS_OUTLINE_COLUMN (self));

  if (!g_set_object (&self->session, session))
    return;

  g_hash_table_iter_init (&iter, self->blocks);
  while (g_hash_table_iter_next (&iter, NULL, &block))
    gtk_widget_unparent (block);
  g_hash_table_remove_all (self->blocks);
  g_array_set_size (self->items, self->head != NULL ? 1 : 0);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->root, g_free);
  g_hash_table_remove_all (self->folded);
  self->anchor = self->head;
  self->offset = -G_MAXINT16;

  telaah_outline_column_refresh (self, TELAAH_CHANGE_POINTS);
}

/* Returns: (nullable): the id of the point at the top of the page */
const char *
telaah_outline_column_get_place (TelaahOutlineColumn *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_COLUMN (self), NULL);

  return self->place;
}

/* Nothing that it stands under is folded, and it is not left out. */
static void
open_way (TelaahOutlineColumn *self,
          const char          *point)
{
  TelaahPoint *item = telaah_session_find_point (self->session, point);
  gboolean opened = FALSE;

  if (self->root != NULL && !telaah_point_is_within (self->session, point, self->root))
    {
      g_clear_pointer (&self->root, g_free);
      g_object_notify (G_OBJECT (self), "root");
      opened = TRUE;
    }

  while (item != NULL && telaah_point_fields (item)->parent != NULL)
    {
      opened |= g_hash_table_remove (self->folded, telaah_point_fields (item)->parent);
      item = telaah_session_find_point (self->session, telaah_point_fields (item)->parent);
    }

  if (opened)
    show_others (self);
}

/**
 * telaah_outline_column_scroll_to:
 *
 * Brings a point to the top of the page, without a word about the place.
 *
 * Returns: (nullable): its block; %NULL where there is no such point
 */
TelaahOutlineBlock *
telaah_outline_column_scroll_to (TelaahOutlineColumn *self,
                                 const char          *point)
{
  GtkWidget *block;

  g_return_val_if_fail (TELAAH_IS_OUTLINE_COLUMN (self), NULL);

  if (self->session == NULL || telaah_session_find_point (self->session, point) == NULL)
    return NULL;

  open_way (self, point);
  block = g_hash_table_lookup (self->blocks, point);
  if (block == NULL)
    return NULL;

  g_free (self->place);
  self->place = g_strdup (point);
  self->anchor = block;
  self->offset = -ABOVE;
  telaah_outline_block_build (TELAAH_OUTLINE_BLOCK (block));
  telaah_outline_column_queue (self);

  return TELAAH_OUTLINE_BLOCK (block);
}

/* Returns: whether all that was written is saved */
gboolean
telaah_outline_column_flush (TelaahOutlineColumn *self)
{
  g_autoptr(GList) blocks = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (TELAAH_IS_OUTLINE_COLUMN (self), FALSE);

  /* A copy: saving brings changes. */
  blocks = g_hash_table_get_values (self->blocks);
  for (GList *link = blocks; link != NULL; link = link->next)
    g_object_ref (link->data);
  for (GList *link = blocks; link != NULL; link = link->next)
    {
      done = telaah_outline_block_flush (link->data) && done;
      g_object_unref (link->data);
    }

  return done;
}

/* ---- Folding, and one point alone ---- */

gboolean
telaah_outline_column_get_folded (TelaahOutlineColumn *self,
                                  const char          *point)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_COLUMN (self), FALSE);

  return point != NULL && g_hash_table_contains (self->folded, point);
}

/* Out of what is folded away, to its heading. */
static void
lead_focus (TelaahOutlineColumn *self,
            const char          *point)
{
  GtkWidget *block = self->focus;

  while (block != NULL && !TELAAH_IS_OUTLINE_BLOCK (block))
    block = gtk_widget_get_parent (block);
  if (block != NULL && !TELAAH_IS_OUTLINE_TITLE (self->focus) &&
      telaah_point_is_within (self->session, telaah_outline_block_get_point (TELAAH_OUTLINE_BLOCK (block)), point))
    telaah_outline_block_focus (g_hash_table_lookup (self->blocks, point), NULL);
}

/* A folded point is a heading alone; what stands below it is not shown. */
void
telaah_outline_column_set_folded (TelaahOutlineColumn *self,
                                  const char          *point,
                                  gboolean             folded)
{
  g_autofree char *id = g_strdup (point);

  g_return_if_fail (TELAAH_IS_OUTLINE_COLUMN (self));

  if (self->session == NULL || telaah_outline_column_get_folded (self, id) == folded)
    return;

  if (folded)
    {
      lead_focus (self, id);
      g_hash_table_add (self->folded, g_steal_pointer (&id));
    }
  else
    g_hash_table_remove (self->folded, id);
  show_others (self);
}

/* Folded, it is a table of contents. */
void
telaah_outline_column_fold_all (TelaahOutlineColumn *self,
                                gboolean             fold)
{
  GListModel *points;

  g_return_if_fail (TELAAH_IS_OUTLINE_COLUMN (self));

  points = telaah_session_get_points (self->session);
  g_hash_table_remove_all (self->folded);
  for (guint i = 0; fold && i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);

      if (telaah_point_fields (point)->depth == 0)
        {
          lead_focus (self, telaah_point_fields (point)->id);
          g_hash_table_add (self->folded, g_strdup (telaah_point_fields (point)->id));
        }
    }
  show_others (self);
}

/* Returns: (nullable): the point that is shown alone, with those below it */
const char *
telaah_outline_column_get_root (TelaahOutlineColumn *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_COLUMN (self), NULL);

  return self->root;
}

/* @point: (nullable): %NULL for all of them */
void
telaah_outline_column_set_root (TelaahOutlineColumn *self,
                                const char          *point)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_COLUMN (self));

  if (g_strcmp0 (self->root, point) == 0)
    return;

  g_free (self->root);
  self->root = g_strdup (point);
  if (self->session != NULL)
    show_others (self);
  g_object_notify (G_OBJECT (self), "root");
}
