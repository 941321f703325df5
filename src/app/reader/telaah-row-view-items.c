/* What a TelaahRowView shows: an array that is replaced as a whole, or a list that tells where it changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-row-view-private.h"

/* G_MAXUINT: it is not there. */
guint
telaah_row_view_find (TelaahRowView *self,
                      const char    *id)
{
  gpointer position;

  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), G_MAXUINT);

  if (id == NULL)
    return G_MAXUINT;
  if (self->model != NULL)
    return self->funcs.find (self->items, id, self->user_data);

  return g_hash_table_lookup_extended (self->positions, id, NULL, &position) ? GPOINTER_TO_UINT (position)
                                                                             : G_MAXUINT;
}

/* Borrowed of the item; NULL: past the end. */
const char *
telaah_row_view_get_id (TelaahRowView *self,
                        guint          position)
{
  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  return position < self->items->len ? self->funcs.get_id (self->items->pdata[position]) : NULL;
}

/* To bind a row may save what was written there, which may come back here. */
static void
bind_rows (TelaahRowView *self)
{
  g_autoptr(GList) rows = g_hash_table_get_values (self->rows);

  for (GList *link = rows; link != NULL; link = link->next)
    {
      guint position = telaah_row_view_find (self, telaah_row_view_get_row_id (link->data));

      if (position != G_MAXUINT)
        self->funcs.bind (telaah_row_view_get_held (link->data), self->items->pdata[position], self->user_data);
    }
}

/* ---- An array ---- */

/* An item that is replaced keeps its height until it is seen. */
static GArray *
dup_heights (TelaahRowView *self,
             GPtrArray     *items)
{
  GArray *heights = g_array_sized_new (FALSE, TRUE, sizeof (int), items->len);

  g_array_set_size (heights, items->len);
  for (guint i = 0; i < items->len; i++)
    {
      guint before = telaah_row_view_find (self, self->funcs.get_id (items->pdata[i]));

      if (before != G_MAXUINT)
        g_array_index (heights, int, i) = g_array_index (self->heights, int, before);
    }

  return heights;
}

/* The first one in sight stays where it is, if it is still there; else the next one after it that is. */
static guint
find_anchor (TelaahRowView *self,
             GHashTable    *positions)
{
  for (guint i = self->anchor; i < self->items->len; i++)
    {
      gpointer position;

      if (g_hash_table_lookup_extended (positions, telaah_row_view_get_id (self, i), NULL, &position))
        return GPOINTER_TO_UINT (position);
    }

  return self->anchor;
}

/**
 * telaah_row_view_set_items:
 * @items: no two with the same id; kept, and not to be changed while they are shown
 *
 * A row whose item is still there stays; so does the focus, or it goes on to what stands in its place.
 */
void
telaah_row_view_set_items (TelaahRowView *self,
                           GPtrArray     *items)
{
  g_autoptr(GPtrArray) before = NULL;
  g_autoptr(GHashTable) positions = g_hash_table_new (g_str_hash, g_str_equal);
  GtkWidget *focus;
  guint focused;
  GArray *heights;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));
  g_return_if_fail (self->model == NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_insert (positions, (gpointer) self->funcs.get_id (items->pdata[i]), GUINT_TO_POINTER (i));

  focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  focused = focus != NULL ? telaah_row_view_find (self, telaah_row_view_get_row_id (focus)) : G_MAXUINT;
  heights = dup_heights (self, items);
  self->anchor = find_anchor (self, positions);
  before = g_steal_pointer (&self->items);
  g_array_unref (self->heights);
  g_hash_table_unref (self->positions);
  self->items = g_ptr_array_ref (items);
  self->heights = heights;
  self->positions = g_steal_pointer (&positions);

  bind_rows (self);
  if (telaah_row_view_find (self, self->selected) == G_MAXUINT)
    g_clear_pointer (&self->selected, g_free);
  telaah_row_view_place (self);

  /* The row with the focus is gone: on to the one that stands in its place. */
  if (focused != G_MAXUINT && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL && items->len > 0)
    telaah_row_view_focus_row (self, telaah_row_view_get_id (self, MIN (focused, items->len - 1)));
}

/* ---- A list that tells where it changes ---- */

/* So that one item more costs no look at the others. What is shown of it waits for telaah_row_view_sync(): what the
 * items are of may not be up to date yet. */
static void
items_changed_cb (GListModel *model,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  TelaahRowView *self = user_data;
  g_autofree int *unknown = g_new0 (int, MAX (added, 1));

  if (removed == 1)
    {
      g_free (self->gone);
      self->gone = g_strdup (telaah_row_view_get_id (self, position));
      self->gone_height = g_array_index (self->heights, int, position);
    }
  if (removed > 0)
    {
      g_ptr_array_remove_range (self->items, position, removed);
      g_array_remove_range (self->heights, position, removed);
    }

  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->items, position + i, g_list_model_get_item (model, position + i));
  g_array_insert_vals (self->heights, position, unknown, added);

  /* An item that is replaced keeps its height until it is seen. */
  if (added == 1 && g_strcmp0 (telaah_row_view_get_id (self, position), self->gone) == 0)
    g_array_index (self->heights, int, position) = self->gone_height;

  if (position < self->anchor)
    self->anchor = MAX (self->anchor, position + removed) - removed + added;
  self->changed = MIN (self->changed, position);
}

/* @model: (nullable) */
void
telaah_row_view_follow_model (TelaahRowView *self,
                              GListModel    *model)
{
  if (self->model != NULL)
    g_signal_handlers_disconnect_by_func (self->model, items_changed_cb, self);
  g_set_object (&self->model, model);
  if (model != NULL)
    g_signal_connect_object (model, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
}

/* All of them; their heights are not known yet. */
static void
take_items (TelaahRowView *self)
{
  guint n = self->model != NULL ? g_list_model_get_n_items (self->model) : 0;

  g_hash_table_remove_all (self->positions);
  g_ptr_array_unref (self->items);
  self->items = g_ptr_array_new_full (n, g_object_unref);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, g_list_model_get_item (self->model, i));
  g_array_set_size (self->heights, 0);
  g_array_set_size (self->heights, n);
}

static void
release_all (TelaahRowView *self)
{
  g_autoptr(GList) rows = g_hash_table_get_values (self->rows);

  for (GList *link = rows; link != NULL; link = link->next)
    telaah_row_view_release (self, link->data);
}

/**
 * telaah_row_view_set_model:
 * @model: (nullable): of objects, no two with the same id; later changes are shown by telaah_row_view_sync()
 *
 * From the first one on; none is selected. Needs the func "find".
 */
void
telaah_row_view_set_model (TelaahRowView *self,
                           GListModel    *model)
{
  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));
  g_return_if_fail (model == NULL || self->funcs.find != NULL);

  release_all (self);
  g_clear_pointer (&self->selected, g_free);
  telaah_row_view_follow_model (self, model);
  take_items (self);
  telaah_row_view_forget (self);
  telaah_row_view_bring_to_top (self, 0);
}

/* Shows what the list has become. A row whose item is still there stays; those whose item is gone are let go. */
void
telaah_row_view_sync (TelaahRowView *self)
{
  gboolean had_focus;
  guint changed;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  changed = self->changed;
  self->changed = G_MAXUINT;
  self->anchor = MIN (self->anchor, MAX (self->items->len, 1) - 1);
  if (telaah_row_view_find (self, self->selected) == G_MAXUINT)
    g_clear_pointer (&self->selected, g_free);

  bind_rows (self);
  telaah_row_view_place (self);

  /* The row with the focus is gone: on to the one that stands in its place. */
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL && self->items->len > 0)
    gtk_widget_grab_focus (telaah_row_view_need_row (self, MIN (changed, self->items->len - 1)));
}

/* ---- What there is ---- */

/* What the items say has changed. */
void
telaah_row_view_refresh (TelaahRowView *self)
{
  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  bind_rows (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

guint
telaah_row_view_get_n (TelaahRowView *self)
{
  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), 0);

  return self->items->len;
}

/* Borrowed; NULL: it is not there. */
gpointer
telaah_row_view_get_item (TelaahRowView *self,
                          const char    *id)
{
  guint position;

  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  position = telaah_row_view_find (self, id);

  return position != G_MAXUINT ? self->items->pdata[position] : NULL;
}

/* NULL: it is not in sight. */
GtkWidget *
telaah_row_view_get_content (TelaahRowView *self,
                             const char    *id)
{
  GtkWidget *row;

  g_return_val_if_fail (TELAAH_IS_ROW_VIEW (self), NULL);

  row = id != NULL ? g_hash_table_lookup (self->rows, id) : NULL;

  return row != NULL ? telaah_row_view_get_held (row) : NULL;
}

/* Of the content of each row that shows something; @func must not change what is shown. */
void
telaah_row_view_foreach (TelaahRowView *self,
                         GFunc          func,
                         gpointer       data)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (TELAAH_IS_ROW_VIEW (self));

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    func (telaah_row_view_get_held (row), data);
}
