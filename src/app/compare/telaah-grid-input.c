/* The grid's keys and pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

/* ---- Keys ---- */

typedef enum
{
  MOVE_ROW,          /* by so many rows */
  MOVE_COLUMN,       /* by so many columns, forward in the direction of reading */
  MOVE_PAGE,         /* by so many views */
  MOVE_ROW_END,      /* to the first or the last row */
  MOVE_COLUMN_END,   /* to the first or the last column */
  MOVE_END,          /* both */
} Move;

/* The row one view above or below. */
static guint
find_page (TelaahGrid *self,
           int         count)
{
  guint n = telaah_grid_rows_get_n (self->rows), row;
  int page = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height);
  int y = telaah_grid_rows_get_y (self->rows, self->last.row) + count * page;

  row = telaah_grid_rows_at (self->rows, MAX (y, 0));
  if (row == TELAAH_NO_ROW)
    return n - 1;

  /* Rows may be higher than the view. */
  return row == self->last.row ? CLAMP ((int) row + count, 0, (int) n - 1) : row;
}

static gboolean
move (TelaahGrid *self,
      Move        kind,
      int         count)
{
  int row = self->last.row, column = self->last.column;
  int n_rows = telaah_grid_rows_get_n (self->rows), n_columns = telaah_grid_get_n_columns (self);

  if (self->point == NULL)
    return FALSE;

  if (kind == MOVE_COLUMN && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    count = -count;

  if (kind == MOVE_ROW)
    row = CLAMP (row + count, 0, n_rows - 1);
  else if (kind == MOVE_COLUMN)
    column = CLAMP (column + count, 0, n_columns - 1);
  else if (kind == MOVE_PAGE)
    row = find_page (self, count);

  if (kind == MOVE_ROW_END || kind == MOVE_END)
    row = count < 0 ? 0 : n_rows - 1;

  if (kind == MOVE_COLUMN_END || kind == MOVE_END)
    column = count < 0 ? 0 : n_columns - 1;

  telaah_grid_set_place (self, row, column);

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int kind, count;

  g_variant_get (args, "(ii)", &kind, &count);

  return move (TELAAH_GRID (widget), kind, count);
}

/* Only in the first column, so that the keys mean nothing unexpected in a cell. */
static gboolean
fold_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  TelaahGridFold wanted = g_variant_get_int32 (args);
  TelaahGridFold now = telaah_grid_rows_get_fold (self->rows, self->last.row);

  if (self->point == NULL || self->last.column != 0)
    return FALSE;

  if (wanted == TELAAH_GRID_FOLD_NONE)
    wanted = now == TELAAH_GRID_FOLD_OPEN ? TELAAH_GRID_FOLD_CLOSED : TELAAH_GRID_FOLD_OPEN;

  telaah_grid_fold (self, self->last.row, wanted);

  return TRUE;
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  telaah_grid_activate (TELAAH_GRID (widget));

  return TRUE;
}

static gboolean
menu_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  GdkRectangle bounds;

  if (telaah_grid_get_bounds (self, &bounds))
    telaah_grid_ask_menu (self, bounds.x + bounds.width / 2.0, bounds.y + bounds.height / 2.0);

  return TRUE;
}

static void
add_move (GtkWidgetClass  *widget_class,
          guint            key,
          guint            keypad_key,
          GdkModifierType  modifiers,
          Move             kind,
          int              count)
{
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(ii)", kind, count);
  gtk_widget_class_add_binding (widget_class, keypad_key, modifiers, move_cb, "(ii)", kind, count);
}

static void
add_action (GtkWidgetClass  *widget_class,
            guint            key,
            guint            keypad_key,
            GdkModifierType  modifiers,
            const char      *action)
{
  gtk_widget_class_add_binding_action (widget_class, key, modifiers, action, NULL);
  gtk_widget_class_add_binding_action (widget_class, keypad_key, modifiers, action, NULL);
}

void
telaah_grid_add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad_key; TelaahGridFold fold; } folds[] = {
    { GDK_KEY_space, GDK_KEY_KP_Space, TELAAH_GRID_FOLD_NONE },
    { GDK_KEY_plus, GDK_KEY_KP_Add, TELAAH_GRID_FOLD_OPEN },
    { GDK_KEY_equal, GDK_KEY_KP_Equal, TELAAH_GRID_FOLD_OPEN },
    { GDK_KEY_minus, GDK_KEY_KP_Subtract, TELAAH_GRID_FOLD_CLOSED },
  };

  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, 0, MOVE_ROW, -1);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, 0, MOVE_ROW, 1);
  add_move (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, 0, MOVE_COLUMN, -1);
  add_move (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, 0, MOVE_COLUMN, 1);
  add_move (widget_class, GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, 0, MOVE_PAGE, -1);
  add_move (widget_class, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0, MOVE_PAGE, 1);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, 0, MOVE_COLUMN_END, -1);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, 0, MOVE_COLUMN_END, 1);
  add_move (widget_class, GDK_KEY_Home, GDK_KEY_KP_Home, GDK_CONTROL_MASK, MOVE_END, -1);
  add_move (widget_class, GDK_KEY_End, GDK_KEY_KP_End, GDK_CONTROL_MASK, MOVE_END, 1);
  add_move (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_CONTROL_MASK, MOVE_ROW_END, -1);
  add_move (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_CONTROL_MASK, MOVE_ROW_END, 1);

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      gtk_widget_class_add_binding (widget_class, folds[i].key, 0, fold_cb, "i", folds[i].fold);
      gtk_widget_class_add_binding (widget_class, folds[i].keypad_key, 0, fold_cb, "i", folds[i].fold);
    }

  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, fold_cb, "i", TELAAH_GRID_FOLD_OPEN);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);

  add_action (widget_class, GDK_KEY_F2, GDK_KEY_KP_F2, 0, "compare.rename");
  add_action (widget_class, GDK_KEY_Delete, GDK_KEY_KP_Delete, 0, "compare.remove");
  add_action (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_ALT_MASK, "compare.move-up");
  add_action (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_ALT_MASK, "compare.move-down");
  add_action (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_ALT_MASK, "compare.nest");
  add_action (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_ALT_MASK, "compare.lift");
}

/* ---- Pointer ---- */

static gboolean
is_on_arrow (TelaahGrid            *self,
             const TelaahGridPlace *place,
             double                 x,
             double                 y)
{
  TelaahGridCell *cell = telaah_grid_find_cell (self, place->row, place->column);
  double inner_x, inner_y;

  return cell != NULL && place->column == 0 &&
         gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (cell), x, y, &inner_x, &inner_y) &&
         telaah_grid_cell_is_arrow (cell, inner_x, inner_y);
}

static void
pressed_cb (GtkGestureClick *gesture,
            int              n_press,
            double           x,
            double           y,
            TelaahGrid      *self)
{
  GdkEvent *event = gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  gboolean menu = gdk_event_triggers_context_menu (event);
  TelaahGridPlace place;

  if ((button != GDK_BUTTON_PRIMARY && !menu) ||
      !telaah_grid_find_place (self, x, y, &place) || place.row == TELAAH_NO_ROW)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);

  if (!menu && is_on_arrow (self, &place, x, y))
    {
      telaah_grid_fold (self, place.row,
                        telaah_grid_rows_get_fold (self->rows, place.row) == TELAAH_GRID_FOLD_OPEN
                        ? TELAAH_GRID_FOLD_CLOSED : TELAAH_GRID_FOLD_OPEN);
      return;
    }

  telaah_grid_set_place (self, place.row, place.column);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  if (menu)
    telaah_grid_ask_menu (self, x, y);
  else if (n_press == 2)
    telaah_grid_activate (self);
}

void
telaah_grid_add_pointer (TelaahGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
