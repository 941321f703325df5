/* Keeps the rows of a GtkListBox in step with a list whose items are replaced when they change.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-live-rows.h"

/* Before the frame is laid out, after everything that a verb sets off. */
#define PRIORITY G_PRIORITY_HIGH_IDLE

/* Rows that a window may show at first; laying them out changes the adjustment, and then those in sight are known. */
#define MOST_NEW 64

struct _TelaahLiveRows
{
  GtkListBox          *list;          /* owns whom this belongs to */
  TelaahLiveRowsFuncs  funcs;
  gpointer             user_data;

  GHashTable          *by_id;         /* id, the state's own -> GtkListBoxRow */
  guint                generation;    /* of what funcs.refresh shows */
  guint                pass;          /* of telaah_live_rows_sync() */

  GtkListBoxRow       *guest;         /* or NULL */
  char                *guest_after;   /* id, NULL: the end */

  GtkWidget           *scrolled;      /* around the list, or NULL */
  GtkAdjustment       *adjustment;
  guint                idle_id;
};

typedef struct
{
  char    *id;
  gpointer item;
  guint    order;        /* even; the guest stands between two */
  guint    generation;
  guint    pass;
} State;

static GQuark
state_quark (void)
{
  return g_quark_from_static_string ("telaah-live-rows-state");
}

static void
state_free (gpointer data)
{
  State *state = data;

  g_clear_object (&state->item);
  g_free (state->id);
  g_free (state);
}

static State *
get_state (gpointer row)
{
  return g_object_get_qdata (row, state_quark ());
}

static State *
add_state (GtkListBoxRow *row,
           const char    *id)
{
  State *state = g_new0 (State, 1);

  state->id = g_strdup (id);
  g_object_set_qdata_full (G_OBJECT (row), state_quark (), state, state_free);

  return state;
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  State *x = get_state (a), *y = get_state (b);

  return x != NULL && y != NULL ? (x->order > y->order) - (x->order < y->order) : 0;
}

/* ---- What can be seen ---- */

/* @n_new: (inout): how many there were that are yet to be laid out; they may turn up anywhere, but not all of them */
static gboolean
in_sight (TelaahLiveRows *self,
          GtkWidget      *row,
          guint          *n_new)
{
  graphene_rect_t bounds;

  if (self->scrolled == NULL || !gtk_widget_compute_bounds (row, self->scrolled, &bounds))
    return TRUE;

  if (bounds.size.height < 1)
    return ++*n_new <= MOST_NEW;

  return bounds.origin.y < gtk_widget_get_height (self->scrolled) && bounds.origin.y + bounds.size.height > 0;
}

static gboolean
refresh_cb (gpointer user_data)
{
  TelaahLiveRows *self = user_data;
  GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list));
  guint n_new = 0;

  self->idle_id = 0;
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->list)))
    return G_SOURCE_REMOVE;   /* map_cb () comes back to it */

  for (; row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      State *state = get_state (row);

      if (state == NULL || state->item == NULL || state->generation == self->generation ||
          !gtk_widget_get_visible (row) || !in_sight (self, row, &n_new))
        continue;

      state->generation = self->generation;
      self->funcs.refresh (GTK_LIST_BOX_ROW (row), state->item, self->user_data);
    }

  return G_SOURCE_REMOVE;
}

static void
schedule (TelaahLiveRows *self)
{
  if (self->idle_id == 0)
    self->idle_id = g_idle_add_full (PRIORITY, refresh_cb, self, NULL);
}

static void
drop_scrolled (TelaahLiveRows *self)
{
  if (self->adjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->adjustment, self);
  g_clear_object (&self->adjustment);
  self->scrolled = NULL;
}

static void
map_cb (TelaahLiveRows *self)
{
  drop_scrolled (self);
  self->scrolled = gtk_widget_get_ancestor (GTK_WIDGET (self->list), GTK_TYPE_SCROLLED_WINDOW);
  if (self->scrolled != NULL)
    {
      self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
      g_object_ref (self->adjustment);
      g_signal_connect_swapped (self->adjustment, "value-changed", G_CALLBACK (schedule), self);
      g_signal_connect_swapped (self->adjustment, "changed", G_CALLBACK (schedule), self);
    }
  schedule (self);
}

/**
 * telaah_live_rows_invalidate:
 *
 * What funcs.refresh shows is out of date: rows in sight are brought up to date before the next frame, the others when
 * they come into sight.
 */
void
telaah_live_rows_invalidate (TelaahLiveRows *self)
{
  self->generation++;
  schedule (self);
}

/* ---- Keeping in step ---- */

/* The nearest row that stays, the next one first. */
static GtkListBoxRow *
find_neighbour (TelaahLiveRows *self,
                GtkListBoxRow  *row)
{
  GtkWidget *other;

  for (other = gtk_widget_get_next_sibling (GTK_WIDGET (row)); other != NULL;
       other = gtk_widget_get_next_sibling (other))
    if (get_state (other) != NULL && get_state (other)->pass == self->pass)
      return GTK_LIST_BOX_ROW (other);
  for (other = gtk_widget_get_prev_sibling (GTK_WIDGET (row)); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    if (get_state (other) != NULL && get_state (other)->pass == self->pass)
      return GTK_LIST_BOX_ROW (other);

  return NULL;
}

static gboolean
has_focus_within (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  return focus != NULL && (focus == widget || gtk_widget_is_ancestor (focus, widget));
}

/* Selection and focus go to a neighbour, so that one can go on by key. */
static void
remove_row (TelaahLiveRows *self,
            GtkListBoxRow  *row)
{
  GtkListBoxRow *neighbour = find_neighbour (self, row);
  gboolean selected = gtk_list_box_row_is_selected (row);
  gboolean focused = has_focus_within (GTK_WIDGET (row));

  g_hash_table_remove (self->by_id, get_state (row)->id);
  if (selected && neighbour != NULL)
    gtk_list_box_select_row (self->list, neighbour);
  if (focused && neighbour != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (neighbour));
  gtk_list_box_remove (self->list, GTK_WIDGET (row));
}

static void
remove_unseen (TelaahLiveRows *self)
{
  g_autoptr(GList) rows = g_hash_table_get_values (self->by_id);

  for (GList *link = rows; link != NULL; link = link->next)
    if (get_state (link->data)->pass != self->pass)
      remove_row (self, link->data);
}

static void
bind (TelaahLiveRows *self,
      GtkListBoxRow  *row,
      gpointer        item)
{
  State *state = get_state (row);

  if (!g_set_object (&state->item, item))
    return;

  state->generation = self->generation - 1;
  self->funcs.bind (row, item, self->user_data);
}

static void
place_guest (TelaahLiveRows *self)
{
  GtkListBoxRow *after = telaah_live_rows_find (self, self->guest_after);

  if (self->guest != NULL)
    get_state (self->guest)->order = after != NULL ? get_state (after)->order + 1 : G_MAXUINT;
}

/**
 * telaah_live_rows_sync:
 * @items: (nullable): what the rows should show, in order
 */
void
telaah_live_rows_sync (TelaahLiveRows *self,
                       GListModel     *items)
{
  guint n = items != NULL ? g_list_model_get_n_items (items) : 0;

  self->pass++;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);
      GtkListBoxRow *row = telaah_live_rows_find (self, self->funcs.get_id (item));

      if (row != NULL)
        get_state (row)->pass = self->pass;
    }
  remove_unseen (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);
      const char *id = self->funcs.get_id (item);
      GtkListBoxRow *row = telaah_live_rows_find (self, id);
      gboolean is_new = row == NULL;

      if (is_new)
        {
          row = self->funcs.create (self->user_data);
          g_hash_table_insert (self->by_id, add_state (row, id)->id, row);
        }
      get_state (row)->order = 2 * i;
      get_state (row)->pass = self->pass;
      bind (self, row, item);
      if (is_new)
        gtk_list_box_append (self->list, GTK_WIDGET (row));
    }

  place_guest (self);
  gtk_list_box_invalidate_sort (self->list);
  schedule (self);
}

/* Borrowed; NULL where there is none, or @id is NULL. */
GtkListBoxRow *
telaah_live_rows_find (TelaahLiveRows *self,
                       const char     *id)
{
  return id != NULL ? g_hash_table_lookup (self->by_id, id) : NULL;
}

/* Borrowed; NULL for a guest. */
gpointer
telaah_live_rows_get_item (GtkListBoxRow *row)
{
  State *state = row != NULL ? get_state (row) : NULL;

  return state != NULL ? state->item : NULL;
}

/**
 * telaah_live_rows_set_guest:
 * @row: (nullable) (transfer floating): a row that stands for no item yet; the one before it goes
 * @after: (nullable): below the row of this id, %NULL for the end
 */
void
telaah_live_rows_set_guest (TelaahLiveRows *self,
                            GtkListBoxRow  *row,
                            const char     *after)
{
  GtkListBoxRow *old = g_steal_pointer (&self->guest);

  if (old != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (old));

  g_free (self->guest_after);
  self->guest_after = g_strdup (after);
  self->guest = row;
  if (row == NULL)
    return;

  add_state (row, NULL);
  place_guest (self);
  gtk_list_box_append (self->list, GTK_WIDGET (row));
}

TelaahLiveRows *
telaah_live_rows_new (GtkListBox                *list,
                      const TelaahLiveRowsFuncs *funcs,
                      gpointer                   user_data)
{
  TelaahLiveRows *self = g_new0 (TelaahLiveRows, 1);

  self->list = list;
  self->funcs = *funcs;
  self->user_data = user_data;
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  gtk_list_box_set_sort_func (list, compare_rows, NULL, NULL);
  g_signal_connect_swapped (list, "map", G_CALLBACK (map_cb), self);
  g_signal_connect_swapped (list, "unmap", G_CALLBACK (drop_scrolled), self);

  return self;
}

/* To be called while the list is still there. */
void
telaah_live_rows_free (TelaahLiveRows *self)
{
  g_signal_handlers_disconnect_by_data (self->list, self);
  drop_scrolled (self);
  g_clear_handle_id (&self->idle_id, g_source_remove);
  g_hash_table_unref (self->by_id);
  g_free (self->guest_after);
  g_free (self);
}
