/* The grid's keys: as in a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include <string.h>

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
  guint n = telaah_grid_get_n_rows (self), row, from = self->last.row == TELAAH_NO_ROW ? 0 : self->last.row;
  int page = MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) - self->header_height);
  int y = telaah_grid_rows_get_y (self->rows, from) + count * page;

  row = telaah_grid_rows_at (self->rows, MAX (y, 0));
  if (row == TELAAH_NO_ROW)
    return n - 1;

  /* Rows may be higher than the view. */
  return row == from ? CLAMP ((int) row + count, 0, (int) n - 1) : row;
}

/* Rows are counted from -1, the header, where the column has one. */
static TelaahGridPlace
find_goal (TelaahGrid *self,
           Move        kind,
           int         count)
{
  int row = self->last.row == TELAAH_NO_ROW ? -1 : (int) self->last.row, column = self->last.column;
  int n_rows = telaah_grid_get_n_rows (self), n_columns = telaah_grid_get_n_columns (self);

  if (kind == MOVE_COLUMN && gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    count = -count;

  if (kind == MOVE_ROW)
    row = CLAMP (row + count, column > 0 ? -1 : 0, n_rows - 1);
  else if (kind == MOVE_COLUMN)
    column = CLAMP (column + count, row < 0 ? 1 : 0, n_columns - 1);
  else if (kind == MOVE_PAGE)
    row = find_page (self, count);

  if (kind == MOVE_ROW_END || kind == MOVE_END)
    row = count < 0 ? 0 : n_rows - 1;

  if (kind == MOVE_COLUMN_END || kind == MOVE_END)
    column = count < 0 ? (row < 0 ? 1 : 0) : n_columns - 1;

  return (TelaahGridPlace) { row < 0 ? TELAAH_NO_ROW : row, column };
}

static gboolean
move (TelaahGrid *self,
      Move        kind,
      int         count,
      gboolean    extend)
{
  TelaahGridPlace goal;

  if (!telaah_grid_has_place (self))
    return FALSE;

  if (kind == MOVE_ROW && !extend && telaah_grid_step_quote (self, count))
    return TRUE;

  goal = find_goal (self, kind, count);

  if (extend)
    telaah_grid_extend (self, goal.row, goal.column);
  else
    telaah_grid_set_place (self, goal.row, goal.column);

  return TRUE;
}

/* To the cell below, as one goes on writing. */
void
telaah_grid_move_on (TelaahGrid *self)
{
  move (self, MOVE_ROW, 1, FALSE);
}

/* To the next cell, at the end of a row to the next row. Returns: whether there is one */
gboolean
telaah_grid_step (TelaahGrid *self,
                  int         step)
{
  int row = self->last.row == TELAAH_NO_ROW ? -1 : (int) self->last.row, column = (int) self->last.column + step;

  if (!telaah_grid_has_place (self))
    return FALSE;

  if (column >= (int) telaah_grid_get_n_columns (self))
    {
      row++;
      column = 1;
    }
  else if (column < (row < 0 ? 1 : 0))
    {
      row--;
      column = telaah_grid_get_n_columns (self) - 1;
    }

  if (row < 0 || row >= (int) telaah_grid_get_n_rows (self))
    return FALSE;

  telaah_grid_set_place (self, row, column);

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  gboolean extend;
  int kind, count;

  g_variant_get (args, "(iib)", &kind, &count, &extend);

  return move (TELAAH_GRID (widget), kind, count, extend);
}

/* Only where the points stand before the rows, so that the keys mean nothing unexpected in a cell. */
static gboolean
fold_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  TelaahGridFold wanted = g_variant_get_int32 (args);
  TelaahGridFold now = telaah_grid_tree_get_fold (self->tree, self->last.row);

  if (self->transposed || self->point == NULL || self->last.column != 0)
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
  TelaahGrid *self = TELAAH_GRID (widget);

  if (!telaah_grid_enter_quotes (self) && !telaah_grid_edit (self, FALSE))
    telaah_grid_activate (self);

  return TRUE;
}

/* Out of a quote, else out of a block. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahGrid *self = TELAAH_GRID (widget);

  if (telaah_grid_leave_quotes (self))
    return TRUE;

  if (!telaah_grid_is_block (self))
    return FALSE;

  telaah_grid_collapse (self);
  telaah_grid_update (self);

  return TRUE;
}

static gboolean
select_all_cb (GtkWidget *widget,
               GVariant  *args,
               gpointer   user_data)
{
  telaah_grid_select_all (TELAAH_GRID (widget));

  return TRUE;
}

static gboolean
delete_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  gboolean point = self->point != NULL && self->source == NULL;

  return gtk_widget_activate_action (widget, point ? "compare.remove" : "compare.clear", NULL);
}

/* What stands at the cursor goes one place on, along its row or its column. */
static gboolean
shift_cb (GtkWidget *widget,
          GVariant  *args,
          gpointer   user_data)
{
  TelaahGrid *self = TELAAH_GRID (widget);
  gboolean vertical;
  int step;

  g_variant_get (args, "(ib)", &step, &vertical);

  if (!vertical && gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    step = -step;

  if (vertical == self->transposed)
    return gtk_widget_activate_action (widget, "compare.shift-source", "i", step);

  return gtk_widget_activate_action (widget, step < 0 ? "compare.move-up" : "compare.move-down", NULL);
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
  gtk_widget_class_add_binding (widget_class, key, modifiers, move_cb, "(iib)", kind, count, FALSE);
  gtk_widget_class_add_binding (widget_class, keypad_key, modifiers, move_cb, "(iib)", kind, count, FALSE);

  /* With Ctrl and Shift the arrows move what stands there. */
  if (kind != MOVE_ROW_END)
    {
      gtk_widget_class_add_binding (widget_class, key, modifiers | GDK_SHIFT_MASK, move_cb, "(iib)", kind, count, TRUE);
      gtk_widget_class_add_binding (widget_class, keypad_key, modifiers | GDK_SHIFT_MASK, move_cb, "(iib)", kind, count,
                                    TRUE);
    }
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

static void
add_moves (GtkWidgetClass *widget_class)
{
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
}

static void
add_folds (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad_key; TelaahGridFold fold; } folds[] = {
    { GDK_KEY_space, GDK_KEY_KP_Space, TELAAH_GRID_FOLD_NONE },
    { GDK_KEY_plus, GDK_KEY_KP_Add, TELAAH_GRID_FOLD_OPEN },
    { GDK_KEY_equal, GDK_KEY_KP_Equal, TELAAH_GRID_FOLD_OPEN },
    { GDK_KEY_minus, GDK_KEY_KP_Subtract, TELAAH_GRID_FOLD_CLOSED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (folds); i++)
    {
      gtk_widget_class_add_binding (widget_class, folds[i].key, 0, fold_cb, "i", folds[i].fold);
      gtk_widget_class_add_binding (widget_class, folds[i].keypad_key, 0, fold_cb, "i", folds[i].fold);
    }

  gtk_widget_class_add_binding (widget_class, GDK_KEY_plus, GDK_SHIFT_MASK, fold_cb, "i", TELAAH_GRID_FOLD_OPEN);
}

static void
add_shifts (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad_key; int step; gboolean vertical; } shifts[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -1, FALSE }, { GDK_KEY_Right, GDK_KEY_KP_Right, 1, FALSE },
    { GDK_KEY_Up, GDK_KEY_KP_Up, -1, TRUE }, { GDK_KEY_Down, GDK_KEY_KP_Down, 1, TRUE },
  };
  const GdkModifierType modifiers = GDK_CONTROL_MASK | GDK_SHIFT_MASK;

  for (guint i = 0; i < G_N_ELEMENTS (shifts); i++)
    {
      gtk_widget_class_add_binding (widget_class, shifts[i].key, modifiers, shift_cb, "(ib)",
                                    shifts[i].step, shifts[i].vertical);
      gtk_widget_class_add_binding (widget_class, shifts[i].keypad_key, modifiers, shift_cb, "(ib)",
                                    shifts[i].step, shifts[i].vertical);
    }
}

static void
add_statuses (GtkWidgetClass *widget_class)
{
  static const TelaahStatus order[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      const char *status = telaah_status_to_string (order[i]);

      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_1 + i, GDK_ALT_MASK, "compare.mark", "s", status);
      gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_1 + i, GDK_ALT_MASK, "compare.mark", "s", status);
    }
}

void
telaah_grid_add_keys (GtkWidgetClass *widget_class)
{
  add_moves (widget_class);
  add_folds (widget_class);
  add_shifts (widget_class);
  add_statuses (widget_class);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_ISO_Enter, 0, activate_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_a, GDK_CONTROL_MASK, select_all_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Delete, 0, delete_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Menu, 0, menu_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, menu_cb, NULL);

  add_action (widget_class, GDK_KEY_F2, GDK_KEY_KP_F2, 0, "compare.rename");
  add_action (widget_class, GDK_KEY_Up, GDK_KEY_KP_Up, GDK_ALT_MASK, "compare.move-up");
  add_action (widget_class, GDK_KEY_Down, GDK_KEY_KP_Down, GDK_ALT_MASK, "compare.move-down");
  add_action (widget_class, GDK_KEY_Right, GDK_KEY_KP_Right, GDK_ALT_MASK, "compare.nest");
  add_action (widget_class, GDK_KEY_Left, GDK_KEY_KP_Left, GDK_ALT_MASK, "compare.lift");
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_c, GDK_CONTROL_MASK, "compare.copy", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_h, GDK_CONTROL_MASK, "compare.hide", NULL);
}

/* ---- Type to write ---- */

static GtkWidget *
find_text_view (GtkWidget *root)
{
  GtkWidget *found = GTK_IS_TEXT_VIEW (root) ? root : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_text_view (child);

  return found;
}

/* A letter begins a summary, or a title, with itself. */
static gboolean
typed_cb (GtkEventControllerKey *controller,
          guint                  keyval,
          guint                  keycode,
          GdkModifierType        state,
          TelaahGrid            *self)
{
  gunichar letter = gdk_keyval_to_unicode (keyval);
  gboolean folds = self->last.column == 0 && letter < 128 && strchr ("+-=", (int) letter) != NULL;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (letter == 0 || !g_unichar_isgraph (letter) || folds || self->quote > 0 ||
      (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) ||
      focus == NULL || telaah_grid_is_own (self, focus) || !telaah_grid_edit (self, TRUE))
    return FALSE;

  return gtk_event_controller_key_forward (controller, find_text_view (GTK_WIDGET (self->editor)));
}

void
telaah_grid_add_typing (TelaahGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}
