/* The hits of a search in a list: to go through, to fold and to choose among.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-list.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-row-view.h"
#include "app/search/telaah-search-row.h"
#include "app/telaah-focus.h"

struct _TelaahSearchList
{
  GtkWidget          parent_instance;

  TelaahHitTexts *texts;       /* NULL: no session */
  TelaahSearchRows  *rows;
  GHashTable        *chosen;      /* ids of hits */
  char              *chosen_last; /* the one that Shift goes on from, or NULL */

  GtkWidget         *scroller;
  TelaahRowView     *view;
};

G_DEFINE_FINAL_TYPE (TelaahSearchList, telaah_search_list, GTK_TYPE_WIDGET)

enum { SELECTED, ACTIVATED, CHOSEN_CHANGED, LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return ((const TelaahSearchItem *) item)->id;
}

static TelaahSearchItem *
get_item (TelaahSearchList *self,
          const char       *id)
{
  return telaah_row_view_get_item (self->view, id);
}

static void
chosen_changed (TelaahSearchList *self)
{
  if (g_hash_table_size (self->chosen) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "choosing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "choosing");
  telaah_row_view_refresh (self->view);
  g_signal_emit (self, signals[CHOSEN_CHANGED], 0);
}

static void
set_chosen (TelaahSearchList *self,
            const char       *id,
            gboolean          chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
}

static gboolean
is_hit (const TelaahSearchItem *item)
{
  return item != NULL && item->kind == TELAAH_SEARCH_ITEM_HIT;
}

static void
toggle (TelaahSearchList *self,
        const char       *id)
{
  g_autofree char *kept = g_strdup (id);

  if (!is_hit (get_item (self, kept)))
    return;

  set_chosen (self, kept, !g_hash_table_contains (self->chosen, kept));
  g_free (self->chosen_last);
  self->chosen_last = g_steal_pointer (&kept);
  chosen_changed (self);
}

/* All from the last that was chosen, or is selected, to @id. */
static void
choose_to (TelaahSearchList *self,
           const char       *id)
{
  const char *from = self->chosen_last != NULL ? self->chosen_last : telaah_row_view_get_selected (self->view);
  guint a = telaah_search_rows_find (self->rows, from), b = telaah_search_rows_find (self->rows, id);

  if (b == G_MAXUINT)
    return;
  if (a == G_MAXUINT)
    a = b;
  for (guint i = MIN (a, b); i <= MAX (a, b); i++)
    set_chosen (self, telaah_search_rows_get_nth (self->rows, i)->id, TRUE);
  if (self->chosen_last == NULL)
    self->chosen_last = g_strdup (from != NULL ? from : id);
  chosen_changed (self);
}

static void
toggled_cb (TelaahSearchRow  *row,
            gboolean          chosen,
            TelaahSearchList *self)
{
  const char *id = telaah_search_row_get_id (row);

  if (id != NULL && chosen != g_hash_table_contains (self->chosen, id))
    toggle (self, id);
}

static GtkWidget *
create_row (gpointer user_data)
{
  GtkWidget *row = telaah_search_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), user_data, 0);

  return row;
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  TelaahSearchList *self = user_data;

  if (item == NULL || self->texts == NULL)
    return;

  telaah_search_row_show (TELAAH_SEARCH_ROW (row), self->texts, item);
  telaah_search_row_set_chosen (TELAAH_SEARCH_ROW (row), g_hash_table_contains (self->chosen, get_id (item)));
}

static void
show (TelaahSearchList *self)
{
  g_autoptr(GPtrArray) items = telaah_search_rows_dup_items (self->rows);

  telaah_row_view_set_items (self->view, items);
}

/* ---- Groups ---- */

static void
fold (TelaahSearchList *self,
      const char       *id,
      gboolean          folded)
{
  g_autofree char *kept = g_strdup (id);

  telaah_search_rows_fold (self->rows, kept, folded);
  show (self);
}

/* The group of what is selected; NULL: nothing is. */
static TelaahSearchItem *
get_group (TelaahSearchList *self)
{
  TelaahSearchItem *item = get_item (self, telaah_row_view_get_selected (self->view));

  if (is_hit (item))
    return telaah_search_rows_get_group (self->rows, telaah_search_rows_find (self->rows, item->id));

  return item != NULL && item->kind == TELAAH_SEARCH_ITEM_GROUP ? item : NULL;
}

static gboolean
fold_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  TelaahSearchItem *group = get_group (self);
  g_autofree char *id = group != NULL ? g_strdup (group->id) : NULL;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, left;

  g_variant_get (arguments, "(b)", &left);
  if (id == NULL)
    return FALSE;

  fold (self, id, left != rtl);
  telaah_row_view_focus_row (self->view, id);

  return TRUE;
}

/* ---- Going through them ---- */

static void
selected_cb (TelaahSearchList *self,
             const char       *id)
{
  TelaahSearchItem *item = get_item (self, id);

  if (is_hit (item))
    g_signal_emit (self, signals[SELECTED], 0, item->hit);
}

static void
activated_cb (TelaahSearchList *self,
              const char       *id)
{
  TelaahSearchItem *item = get_item (self, id);

  if (is_hit (item))
    g_signal_emit (self, signals[ACTIVATED], 0, item->hit);
  else if (item != NULL && item->kind == TELAAH_SEARCH_ITEM_GROUP)
    fold (self, id, !item->folded);
}

/* The hit, in sight, even where its group was folded. */
static const char *
unfold (TelaahSearchList *self,
        guint             hit)
{
  TelaahSearchItem *item = telaah_search_rows_get_nth (self->rows, hit);
  TelaahSearchItem *group = telaah_search_rows_get_group (self->rows, hit);

  if (group != NULL && group->folded)
    fold (self, group->id, FALSE);

  return item != NULL ? item->id : NULL;
}

const TelaahHit *
telaah_search_list_get_selected (TelaahSearchList *self)
{
  TelaahSearchItem *item = get_item (self, telaah_row_view_get_selected (self->view));

  return is_hit (item) ? item->hit : NULL;
}

/* The number of the hit that is selected; G_MAXUINT: none is. */
guint
telaah_search_list_get_position (TelaahSearchList *self)
{
  return telaah_search_rows_find (self->rows, telaah_row_view_get_selected (self->view));
}

/* Selects it and says nothing of it. */
void
telaah_search_list_set_position (TelaahSearchList *self,
                                 guint             hit)
{
  telaah_row_view_set_selected (self->view, unfold (self, hit));
}

/* Of the row with the selection, the first hit below it, or the last one above. */
static guint
find_beside (TelaahSearchList *self,
             gboolean          forward)
{
  guint n = telaah_row_view_get_n (self->view), at;

  at = telaah_row_view_find (self->view, telaah_row_view_get_selected (self->view));
  for (guint i = at; i < n; forward ? i++ : i--)
    {
      guint hit = telaah_search_rows_find (self->rows, telaah_row_view_get_id (self->view, i));

      if (hit != G_MAXUINT)
        return hit;
    }

  return G_MAXUINT;
}

/**
 * telaah_search_list_step:
 *
 * Selects the next hit, or the one before, and goes round at the end. The focus stays where it is.
 *
 * Returns: %FALSE where there are none
 */
gboolean
telaah_search_list_step (TelaahSearchList *self,
                         gboolean          forward)
{
  GPtrArray *hits = telaah_search_rows_get_hits (self->rows);
  guint n = hits != NULL ? hits->len : 0, at = telaah_search_list_get_position (self), to;
  g_autofree char *id = NULL;

  while (n > 0 && telaah_search_rows_get_nth (self->rows, n - 1) == NULL)
    n--;
  if (n == 0)
    return FALSE;

  if (at != G_MAXUINT)
    to = (at + (forward ? 1 : n - 1)) % n;
  else
    to = find_beside (self, forward);
  if (to == G_MAXUINT)
    to = forward ? 0 : n - 1;

  id = g_strdup (unfold (self, to));
  if (n == 1 || g_strcmp0 (id, telaah_row_view_get_selected (self->view)) == 0)
    telaah_row_view_set_selected (self->view, NULL);    /* it is shown once more all the same */
  telaah_row_view_choose (self->view, id);

  return TRUE;
}

/* The one that is selected, else the first. */
gboolean
telaah_search_list_focus_hit (TelaahSearchList *self)
{
  guint at = telaah_search_list_get_position (self);

  if (at == G_MAXUINT && !telaah_search_list_step (self, TRUE))
    return FALSE;

  telaah_row_view_focus_row (self->view, telaah_row_view_get_selected (self->view));

  return TRUE;
}

/* ---- Keys and clicks ---- */

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  TelaahSearchItem *item = get_item (self, telaah_row_view_get_selected (self->view));

  if (item == NULL)
    return FALSE;

  if (is_hit (item))
    toggle (self, item->id);
  else
    activated_cb (self, item->id);

  return TRUE;
}

/* Up and Down with Shift. */
static gboolean
extend_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  guint at = telaah_search_list_get_position (self);
  gboolean forward;

  g_variant_get (arguments, "(b)", &forward);
  if (at == G_MAXUINT || (forward ? telaah_search_rows_get_nth (self->rows, at + 1) == NULL : at == 0))
    return TRUE;

  choose_to (self, telaah_row_view_get_selected (self->view));
  telaah_search_list_step (self, forward);
  telaah_row_view_focus_row (self->view, telaah_row_view_get_selected (self->view));
  choose_to (self, telaah_row_view_get_selected (self->view));

  return TRUE;
}

static gboolean
choose_all_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  const TelaahSearchItem *item;

  for (guint i = 0; (item = telaah_search_rows_get_nth (self->rows, i)) != NULL; i++)
    set_chosen (self, item->id, TRUE);
  chosen_changed (self);

  return TRUE;
}

static gboolean
up_cb (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   user_data)
{
  g_signal_emit (widget, signals[LEFT], 0);

  return TRUE;
}

static const char *
get_id_at (TelaahSearchList *self,
           double            x,
           double            y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, TELAAH_TYPE_SEARCH_ROW) : NULL;

  /* The padding of the row itself. */
  if (row == NULL && widget != NULL && TELAAH_IS_ROW (widget))
    row = telaah_row_get_content (TELAAH_ROW (widget));

  return TELAAH_IS_SEARCH_ROW (row) ? telaah_search_row_get_id (TELAAH_SEARCH_ROW (row)) : NULL;
}

/* With Ctrl or Shift a click chooses, and on a group it folds; else it is the view's. */
static void
pressed_cb (TelaahSearchList *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autofree char *id = g_strdup (get_id_at (self, x, y));
  TelaahSearchItem *item = get_item (self, id);

  if (item == NULL || (item->kind != TELAAH_SEARCH_ITEM_GROUP && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (item->kind == TELAAH_SEARCH_ITEM_GROUP)
    {
      fold (self, id, !item->folded);
      telaah_row_view_focus_row (self->view, id);
    }
  else if (state & GDK_SHIFT_MASK)
    choose_to (self, id);
  else
    toggle (self, id);
}

/* ---- The widget ---- */

static void
telaah_search_list_dispose (GObject *object)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, telaah_search_rows_free);
  g_clear_pointer (&self->texts, telaah_hit_texts_free);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->chosen_last, g_free);

  G_OBJECT_CLASS (telaah_search_list_parent_class)->dispose (object);
}

static gboolean
telaah_search_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_SEARCH_LIST (widget)->view));
}

static void
install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            keys[2];
    GdkModifierType  modifiers;
    GtkShortcutFunc  func;
    gboolean         value;
  } all[] = {
    { { GDK_KEY_space, GDK_KEY_KP_Space }, 0, space_cb },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, GDK_CONTROL_MASK, space_cb },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, up_cb },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, GDK_SHIFT_MASK, extend_cb, FALSE },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, GDK_SHIFT_MASK, extend_cb, TRUE },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, fold_cb, TRUE },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, fold_cb, FALSE },
    { { GDK_KEY_a, GDK_KEY_A }, GDK_CONTROL_MASK, choose_all_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint k = 0; k < 2; k++)
      gtk_widget_class_add_binding (widget_class, all[i].keys[k], all[i].modifiers, all[i].func, "(b)", all[i].value);
}

static void
telaah_search_list_class_init (TelaahSearchListClass *klass)
{
  static const char *const of_hit[] = { [SELECTED] = "selected", [ACTIVATED] = "activated" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_search_list_dispose;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_search_list_grab_focus;

  for (guint i = 0; i < G_N_ELEMENTS (of_hit); i++)
    signals[i] = g_signal_new (of_hit[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "searchlist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_search_list_init (TelaahSearchList *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = telaah_search_rows_new ();
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->view = TELAAH_ROW_VIEW (telaah_row_view_new ());
  telaah_row_view_set_funcs (self->view, &funcs, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hits"), -1);
  g_signal_connect_swapped (self->view, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
telaah_search_list_new (void)
{
  return g_object_new (TELAAH_TYPE_SEARCH_LIST, NULL);
}

/* ---- What it shows ---- */

/* @session: (nullable) */
void
telaah_search_list_set_session (TelaahSearchList *self,
                                TelaahSession    *session)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));

  telaah_search_list_clear (self);
  g_clear_pointer (&self->texts, telaah_hit_texts_free);
  if (session != NULL)
    self->texts = telaah_hit_texts_new (session);
}

/* @hits: see telaah_search_rows_update() */
void
telaah_search_list_update (TelaahSearchList *self,
                           GPtrArray        *hits)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));
  g_return_if_fail (self->texts != NULL);

  if (telaah_search_rows_update (self->rows, telaah_hit_texts_get_session (self->texts), hits))
    show (self);
}

void
telaah_search_list_clear (TelaahSearchList *self)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));

  telaah_search_rows_clear (self->rows);
  show (self);
  telaah_search_list_choose_none (self);
}

/* What the rows say has changed. @texts: it may be their words */
void
telaah_search_list_refresh (TelaahSearchList *self,
                            gboolean          texts)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));

  if (texts && self->texts != NULL)
    telaah_hit_texts_forget (self->texts);
  telaah_row_view_refresh (self->view);
}

/* Borrowed. */
TelaahSearchRows *
telaah_search_list_get_rows (TelaahSearchList *self)
{
  return self->rows;
}

void
telaah_search_list_go_to_top (TelaahSearchList *self)
{
  telaah_row_view_go_to_top (self->view);
}

/* ---- Those that are chosen ---- */

guint
telaah_search_list_count_chosen (TelaahSearchList *self)
{
  return g_hash_table_size (self->chosen);
}

/* Returns: (transfer full) (element-type TelaahHit): those in texts that are chosen; all, where none is. Borrowed of what
 * is shown */
GPtrArray *
telaah_search_list_dup_chosen (TelaahSearchList *self)
{
  gboolean all = g_hash_table_size (self->chosen) == 0;
  GPtrArray *hits = g_ptr_array_new ();
  const TelaahSearchItem *item, *before = NULL;

  for (guint i = 0; (item = telaah_search_rows_get_nth (self->rows, i)) != NULL; i++, before = item)
    if (item != before && item->place == TELAAH_PLACE_TEXT && (all || g_hash_table_contains (self->chosen, item->id)))
      g_ptr_array_add (hits, (gpointer) item->hit);

  return hits;
}

void
telaah_search_list_choose_none (TelaahSearchList *self)
{
  g_clear_pointer (&self->chosen_last, g_free);
  if (g_hash_table_size (self->chosen) == 0)
    return;

  g_hash_table_remove_all (self->chosen);
  chosen_changed (self);
}

static gboolean
is_gone (gpointer id,
         gpointer value,
         gpointer rows)
{
  return telaah_search_rows_find (rows, id) == G_MAXUINT;
}

/* What is no longer found is no longer chosen. */
void
telaah_search_list_tidy_chosen (TelaahSearchList *self)
{
  if (g_hash_table_foreach_remove (self->chosen, is_gone, self->rows) > 0)
    chosen_changed (self);
}
