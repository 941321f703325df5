/* The points as an indented list beside the document. Its rows are kept by the id of their point
 * and sorted anew, so that a move leaves the focus where it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-tree.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-points.h"
#include "app/outline/telaah-outline-row.h"
#include "app/telaah-focus.h"

struct _TelaahOutlineTree
{
  GtkWidget      parent_instance;

  TelaahSession *session;

  GtkWidget     *scroller;
  GtkListBox    *list;
  GtkWidget     *menu;        /* made when it is asked for */

  GHashTable    *rows;        /* id of the point -> TelaahOutlineRow */
  GHashTable    *folded;      /* ids of points */
  gboolean       selecting;   /* not by the user */
};

G_DEFINE_FINAL_TYPE (TelaahOutlineTree, telaah_outline_tree, GTK_TYPE_WIDGET)

enum { SELECTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_folded (TelaahOutlineTree *self,
           const char        *point)
{
  return g_hash_table_contains (self->folded, point);
}

/* ---- Rows ---- */

/* What stands under a folded point is not shown. */
static void
show_folds (TelaahOutlineTree *self)
{
  GListModel *points = telaah_session_get_points (self->session);
  guint n = g_list_model_get_n_items (points), hidden = G_MAXUINT;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      g_autoptr(TelaahPoint) next = g_list_model_get_item (points, i + 1);
      const TelaahPointFields *fields = telaah_point_fields (point);
      GtkWidget *row = g_hash_table_lookup (self->rows, fields->id);
      gboolean folded = is_folded (self, fields->id);

      if (fields->depth <= hidden)
        hidden = G_MAXUINT;

      gtk_widget_set_visible (row, hidden == G_MAXUINT);
      telaah_outline_row_set_fold (TELAAH_OUTLINE_ROW (row),
                                   next != NULL && telaah_point_fields (next)->depth > fields->depth, folded);
      if (folded && hidden == G_MAXUINT)
        hidden = fields->depth;
    }
}

static void
set_fold (TelaahOutlineTree *self,
          TelaahOutlineRow  *row,
          gboolean           fold)
{
  const char *point = telaah_outline_row_get_point (row);
  GtkListBoxRow *selected;

  if (fold)
    g_hash_table_add (self->folded, g_strdup (point));
  else
    g_hash_table_remove (self->folded, point);
  show_folds (self);

  /* What is selected is to be seen. */
  selected = gtk_list_box_get_selected_row (self->list);
  if (selected != NULL && !gtk_widget_get_visible (GTK_WIDGET (selected)))
    telaah_outline_tree_select (self, point);
}

static void
fold_cb (TelaahOutlineTree *self,
         TelaahOutlineRow  *row)
{
  set_fold (self, row, telaah_outline_row_can_fold (row, TRUE));
}

static int
compare_rows (GtkListBoxRow *a,
              GtkListBoxRow *b,
              gpointer       user_data)
{
  guint order_a = telaah_outline_row_get_order (TELAAH_OUTLINE_ROW (a));
  guint order_b = telaah_outline_row_get_order (TELAAH_OUTLINE_ROW (b));

  return order_a < order_b ? -1 : order_a > order_b;
}

/* ---- Keys and menu ---- */

/* Left folds, or goes to the point above; Right unfolds, or goes to the first below. */
static gboolean
fold_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TelaahOutlineTree *self = TELAAH_OUTLINE_TREE (widget);
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list), *other;
  gboolean fold = g_variant_get_boolean (args) == (gtk_widget_get_direction (widget) != GTK_TEXT_DIR_RTL);
  TelaahPoint *point;

  if (selected == NULL)
    return FALSE;

  if (telaah_outline_row_can_fold (TELAAH_OUTLINE_ROW (selected), fold))
    {
      set_fold (self, TELAAH_OUTLINE_ROW (selected), fold);
      return TRUE;
    }

  point = telaah_session_find_point (self->session, telaah_outline_row_get_point (TELAAH_OUTLINE_ROW (selected)));
  if (fold)
    other = point != NULL && telaah_point_fields (point)->parent != NULL
          ? g_hash_table_lookup (self->rows, telaah_point_fields (point)->parent) : NULL;
  else
    other = telaah_outline_row_can_fold (TELAAH_OUTLINE_ROW (selected), TRUE)
          ? gtk_list_box_get_row_at_index (self->list, gtk_list_box_row_get_index (selected) + 1) : NULL;

  if (other != NULL)
    {
      gtk_list_box_select_row (self->list, other);
      gtk_widget_grab_focus (GTK_WIDGET (other));
    }

  return TRUE;
}

static void
popup_menu (TelaahOutlineTree *self,
            GtkListBoxRow     *row,
            double             x,
            double             y)
{
  GdkRectangle at = { x, y, 1, 1 };

  if (self->menu == NULL)
    {
      g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource ("/org/telaah/Telaah/telaah-outline-menus.ui");

      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (gtk_builder_get_object (builder, "point_menu")));
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
    }

  gtk_list_box_select_row (self->list, row);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (TelaahOutlineTree *self,
            int                n_press,
            double             x,
            double             y,
            GtkGesture        *gesture)
{
  GtkListBoxRow *row;
  double list_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (self->list), x, y, NULL, &list_y);
  row = gtk_list_box_get_row_at_y (self->list, list_y);
  if (row == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  popup_menu (self, row, x, y);
}

static gboolean
menu_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TelaahOutlineTree *self = TELAAH_OUTLINE_TREE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  graphene_rect_t bounds;

  if (row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    return FALSE;

  popup_menu (self, row, bounds.origin.x + 24, bounds.origin.y + bounds.size.height);

  return TRUE;
}

static void
row_selected_cb (TelaahOutlineTree *self,
                 GtkListBoxRow     *row)
{
  if (row != NULL && !self->selecting)
    g_signal_emit (self, signals[SELECTED], 0, telaah_outline_row_get_point (TELAAH_OUTLINE_ROW (row)));
}

/* Also where it is selected already, but has been scrolled away from. */
static void
row_activated_cb (TelaahOutlineTree *self,
                  GtkListBoxRow     *row)
{
  row_selected_cb (self, row);
}

/* ---- The object ---- */

static gboolean
telaah_outline_tree_grab_focus (GtkWidget *widget)
{
  TelaahOutlineTree *self = TELAAH_OUTLINE_TREE (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  return gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : GTK_WIDGET (self->list));
}

static void
telaah_outline_tree_dispose (GObject *object)
{
  TelaahOutlineTree *self = TELAAH_OUTLINE_TREE (object);

  self->selecting = TRUE;
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  self->list = NULL;
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_outline_tree_parent_class)->dispose (object);
}

static void
telaah_outline_tree_finalize (GObject *object)
{
  TelaahOutlineTree *self = TELAAH_OUTLINE_TREE (object);

  g_hash_table_unref (self->rows);
  g_hash_table_unref (self->folded);

  G_OBJECT_CLASS (telaah_outline_tree_parent_class)->finalize (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint keyval; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "point.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "point.move-down" },
    { GDK_KEY_Right, GDK_ALT_MASK, "point.nest" },
    { GDK_KEY_Left, GDK_ALT_MASK, "point.lift" },
    { GDK_KEY_F2, 0, "point.rename" },
    { GDK_KEY_KP_Delete, 0, "point.remove" },
    { GDK_KEY_Delete, 0, "point.remove" },   /* the menu shows the last */
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].modifiers, keys[i].action, NULL);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, fold_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, fold_key_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_key_cb, NULL);
}

static void
telaah_outline_tree_class_init (TelaahOutlineTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_outline_tree_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_outline_tree_finalize;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_outline_tree_grab_focus;

  signals[SELECTED] =
    g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "outline-tree");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_outline_tree_init (TelaahOutlineTree *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  self->rows = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_SINGLE);
  gtk_list_box_set_sort_func (self->list, compare_rows, NULL, NULL);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Points"), -1);
  g_signal_connect_swapped (self->list, "row-selected", G_CALLBACK (row_selected_cb), self);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  /* As high as its rows, as long as there is the room. */
  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->list));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
telaah_outline_tree_new (void)
{
  return g_object_new (TELAAH_TYPE_OUTLINE_TREE, NULL);
}

/* @session: (nullable) */
void
telaah_outline_tree_set_session (TelaahOutlineTree *self,
                                 TelaahSession     *session)
{
  GHashTableIter iter;
  gpointer row;

  g_return_if_fail (TELAAH_IS_OUTLINE_TREE (self));

  if (!g_set_object (&self->session, session))
    return;

  self->selecting = TRUE;
  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    gtk_list_box_remove (self->list, row);
  self->selecting = FALSE;
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->folded);

  telaah_outline_tree_refresh (self);
}

/* The row that the focus is to go to when the focused one is removed: the next that stays, else
 * the one before. */
static GtkListBoxRow *
find_heir (TelaahOutlineTree *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list), *row;
  int at = selected != NULL ? gtk_list_box_row_get_index (selected) : 0, step = 1;

  for (int i = at + 1; i >= 0; i += step)
    {
      row = gtk_list_box_get_row_at_index (self->list, i);
      if (row == NULL && step == 1)
        {
          i = at;
          step = -1;
        }
      else if (row != NULL && gtk_widget_get_visible (GTK_WIDGET (row)) &&
               telaah_session_find_point (self->session, telaah_outline_row_get_point (TELAAH_OUTLINE_ROW (row))))
        return row;
    }

  return NULL;
}

static void
remove_rows (TelaahOutlineTree *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list), *heir = NULL;
  gboolean focused = FALSE;
  GHashTableIter iter;
  gpointer id, row;

  if (selected != NULL &&
      !telaah_session_find_point (self->session, telaah_outline_row_get_point (TELAAH_OUTLINE_ROW (selected))))
    {
      focused = gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN;
      heir = find_heir (self);
    }

  if (heir != NULL)
    {
      gtk_list_box_select_row (self->list, heir);
      if (focused)
        gtk_widget_grab_focus (GTK_WIDGET (heir));
    }

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &id, &row))
    if (telaah_session_find_point (self->session, id) == NULL)
      {
        gtk_list_box_remove (self->list, row);
        g_hash_table_remove (self->folded, id);
        g_hash_table_iter_remove (&iter);
      }
}

/* Brings the rows up to the points that there are now. */
void
telaah_outline_tree_refresh (TelaahOutlineTree *self)
{
  GListModel *points;

  g_return_if_fail (TELAAH_IS_OUTLINE_TREE (self));

  if (self->session == NULL)
    return;

  self->selecting = TRUE;
  remove_rows (self);

  points = telaah_session_get_points (self->session);
  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const char *id = telaah_point_fields (point)->id;
      GtkWidget *row = g_hash_table_lookup (self->rows, id);
      gboolean is_new = row == NULL;

      if (is_new)
        {
          row = telaah_outline_row_new (self->session);
          g_signal_connect_swapped (row, "fold", G_CALLBACK (fold_cb), self);
          g_hash_table_insert (self->rows, g_strdup (id), row);
        }
      telaah_outline_row_set_point (TELAAH_OUTLINE_ROW (row), point, i);
      if (is_new)
        gtk_list_box_append (self->list, row);
    }

  gtk_list_box_invalidate_sort (self->list);
  show_folds (self);
  self->selecting = FALSE;
}

/* Returns: (nullable): the id of the point that is selected */
const char *
telaah_outline_tree_get_selected (TelaahOutlineTree *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TELAAH_IS_OUTLINE_TREE (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? telaah_outline_row_get_point (TELAAH_OUTLINE_ROW (row)) : NULL;
}

/* Brings a row into sight; the list does so by itself only for the keyboard. */
static void
show_row (TelaahOutlineTree *self,
          GtkWidget         *row)
{
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self->list), &bounds) && bounds.size.height > 0)
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);
}

/* Without a signal. Where it stands under a folded point, that one is selected; @point:
 * (nullable) */
void
telaah_outline_tree_select (TelaahOutlineTree *self,
                            const char        *point)
{
  GtkWidget *row = NULL;

  g_return_if_fail (TELAAH_IS_OUTLINE_TREE (self));

  while (point != NULL && (row = g_hash_table_lookup (self->rows, point)) != NULL && !gtk_widget_get_visible (row))
    {
      TelaahPoint *item = telaah_session_find_point (self->session, point);

      row = NULL;
      point = item != NULL ? telaah_point_fields (item)->parent : NULL;
    }

  self->selecting = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->selecting = FALSE;
  if (row != NULL)
    show_row (self, row);
}
