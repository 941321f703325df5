/* The grid's pointer: clicks select, fold and open; what is dragged selects a block or moves a point or a source.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

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

static gboolean
is_in_editor (TelaahGrid *self,
              double      x,
              double      y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  return picked != NULL && telaah_grid_is_writing (self) &&
         (picked == self->frame || gtk_widget_is_ancestor (picked, self->frame));
}

static void
double_click (TelaahGrid *self,
              double      x,
              double      y)
{
  if (!telaah_grid_open_quote (self, x, y) && !telaah_grid_edit (self, FALSE))
    telaah_grid_activate (self);
}

static void
choose (TelaahGrid            *self,
        const TelaahGridPlace *place,
        gboolean               extend,
        gboolean               menu)
{
  /* A menu is about the block where it is asked for on it. */
  if (menu && telaah_grid_is_block (self) && telaah_grid_is_chosen (self, place))
    return;

  if (extend)
    telaah_grid_extend (self, place->row, place->column);
  else
    telaah_grid_set_place (self, place->row, place->column);
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
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean menu = gdk_event_triggers_context_menu (event);
  TelaahGridPlace place;

  if ((button != GDK_BUTTON_PRIMARY && !menu) || is_in_editor (self, x, y) ||
      !telaah_grid_find_place (self, x, y, &place))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);

  if (!menu && is_on_arrow (self, &place, x, y))
    {
      telaah_grid_fold (self, place.row,
                        telaah_grid_tree_get_fold (self->tree, place.row) == TELAAH_GRID_FOLD_OPEN
                        ? TELAAH_GRID_FOLD_CLOSED : TELAAH_GRID_FOLD_OPEN);
      return;
    }

  choose (self, &place, (state & GDK_SHIFT_MASK) != 0, menu);
  if (!telaah_grid_is_writing (self))
    gtk_widget_grab_focus (GTK_WIDGET (self));

  if (menu)
    telaah_grid_ask_menu (self, x, y);
  else if (n_press == 2)
    double_click (self, x, y);
}

/* ---- Dragging ---- */

static void
drag_begin_cb (GtkGestureDrag *gesture,
               double          x,
               double          y,
               TelaahGrid     *self)
{
  TelaahGridPlace place;

  self->drag = TELAAH_GRID_DRAG_NONE;

  if (is_in_editor (self, x, y) || !telaah_grid_find_place (self, x, y, &place) || is_on_arrow (self, &place, x, y))
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
  else
    telaah_grid_begin_drag (self, &place);
}

static void
drag_update_cb (GtkGestureDrag *gesture,
                double          offset_x,
                double          offset_y,
                TelaahGrid     *self)
{
  double x, y;

  if (gtk_gesture_drag_get_start_point (gesture, &x, &y) &&
      gtk_drag_check_threshold (GTK_WIDGET (self), x, y, x + offset_x, y + offset_y))
    telaah_grid_drag_to (self, x + offset_x, y + offset_y);
}

static void
drag_end_cb (GtkGestureDrag *gesture,
             double          offset_x,
             double          offset_y,
             TelaahGrid     *self)
{
  telaah_grid_end_drag (self, TRUE);
}

static void
cancel_cb (GtkGesture       *gesture,
           GdkEventSequence *sequence,
           TelaahGrid       *self)
{
  telaah_grid_end_drag (self, FALSE);
}

void
telaah_grid_add_pointer (TelaahGrid *self)
{
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);

  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect (drag, "cancel", G_CALLBACK (cancel_cb), self);

  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
}
