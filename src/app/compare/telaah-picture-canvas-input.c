/* The keys and the pointer of a picture on the screen, and where they are in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-picture-canvas-private.h"

#include <math.h>

typedef enum
{
  MOVE_ROW,
  MOVE_COLUMN,
  MOVE_PAGE,
  MOVE_ROW_END,
  MOVE_COLUMN_END,
  MOVE_END,          /* both */
} Move;

/* ---- Where ---- */

static double
get_scroll (TelaahPictureCanvas *self,
            GtkOrientation       orientation)
{
  return floor (gtk_adjustment_get_value (self->adjustments[orientation]));
}

/* What is at a pixel of the widget. */
gboolean
telaah_picture_canvas_find (TelaahPictureCanvas *self,
                            double               x,
                            double               y,
                            TelaahPicturePlace  *place)
{
  double left, top;

  if (self->picture == NULL || self->laid_out_width == 0)
    return FALSE;

  telaah_picture_get_heads (self->picture, &left, &top);
  if (x >= left)
    x += get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  if (y >= top)
    y += get_scroll (self, GTK_ORIENTATION_VERTICAL);

  return telaah_picture_find (self->picture, x, y, place);
}

/* Where a place is in the widget, in part or all under the heads or out of sight. */
void
telaah_picture_canvas_get_bounds (TelaahPictureCanvas *self,
                                  TelaahPicturePlace   place,
                                  GdkRectangle        *bounds)
{
  gboolean portraits = telaah_picture_get_kind (self->picture) == TELAAH_PICTURE_PORTRAITS;
  TelaahPictureArea area = { 0, 0, 1, 1 };

  telaah_picture_locate (self->picture, place, &area);

  if (place.column >= 0 || portraits)
    area.x -= get_scroll (self, GTK_ORIENTATION_HORIZONTAL);
  if (place.row >= 0)
    area.y -= get_scroll (self, GTK_ORIENTATION_VERTICAL);

  /* Round what is thin a ring needs room. */
  if (portraits && place.column >= 0)
    {
      area.x -= 3;
      area.width += 6;
    }

  *bounds = (GdkRectangle) { floor (area.x), floor (area.y), MAX (ceil (area.width), 1), MAX (ceil (area.height), 1) };
}

/* ---- Keys ---- */

static int
count_page (TelaahPictureCanvas *self)
{
  TelaahPictureArea area;
  double left, top;

  telaah_picture_get_heads (self->picture, &left, &top);
  telaah_picture_locate (self->picture, self->place, &area);

  return MAX (1, (gtk_widget_get_height (GTK_WIDGET (self)) - top) / area.height - 1);
}

/* The stretch of lane @row that is nearest to where one is, so that one goes straight down. */
static int
find_below (TelaahPictureCanvas *self,
            int                  row)
{
  TelaahPictureArea here, there;
  int best = -1;
  double least = G_MAXDOUBLE;

  if (self->place.column < 0)
    return -1;

  telaah_picture_locate (self->picture, self->place, &here);
  for (int i = 0; i < telaah_picture_get_n_columns (self->picture, row); i++)
    {
      telaah_picture_locate (self->picture, (TelaahPicturePlace) { row, i }, &there);
      if (fabs (there.x - here.x) < least)
        {
          least = fabs (there.x - here.x);
          best = i;
        }
    }

  return best;
}

static gboolean
move (TelaahPictureCanvas *self,
      Move                 kind,
      int                  count)
{
  TelaahPicturePlace place = self->place;
  gboolean portraits;
  int n_rows, first, last;

  if (!self->has_place || self->laid_out_width == 0)
    return FALSE;

  portraits = telaah_picture_get_kind (self->picture) == TELAAH_PICTURE_PORTRAITS;
  n_rows = telaah_picture_get_n_rows (self->picture);
  first = portraits ? -1 : 0;

  if (kind == MOVE_ROW || kind == MOVE_PAGE)
    place.row = CLAMP (place.row + count * (kind == MOVE_PAGE ? count_page (self) : 1), 0, n_rows - 1);
  else if (kind == MOVE_ROW_END || kind == MOVE_END)
    place.row = count < 0 ? 0 : n_rows - 1;

  if (portraits && place.row != self->place.row)
    place.column = find_below (self, place.row);

  last = telaah_picture_get_n_columns (self->picture, place.row) - 1;
  if (kind == MOVE_COLUMN)
    place.column = CLAMP (place.column + count, first, last);
  else if (kind == MOVE_COLUMN_END || kind == MOVE_END)
    place.column = count < 0 ? first : last;

  telaah_picture_canvas_go (self, place);

  return TRUE;
}

static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  int kind, count;

  g_variant_get (args, "(ii)", &kind, &count);

  return move (TELAAH_PICTURE_CANVAS (widget), kind, count);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (!TELAAH_PICTURE_CANVAS (widget)->has_place)
    return FALSE;

  g_signal_emit_by_name (widget, "activated");

  return TRUE;
}

void
telaah_picture_canvas_add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint key, keypad; GdkModifierType modifiers; Move move; int count; } moves[] = {
    { GDK_KEY_Up,        GDK_KEY_KP_Up,        0,                MOVE_ROW,        -1 },
    { GDK_KEY_Down,      GDK_KEY_KP_Down,      0,                MOVE_ROW,        1 },
    { GDK_KEY_Left,      GDK_KEY_KP_Left,      0,                MOVE_COLUMN,     -1 },
    { GDK_KEY_Right,     GDK_KEY_KP_Right,     0,                MOVE_COLUMN,     1 },
    { GDK_KEY_Page_Up,   GDK_KEY_KP_Page_Up,   0,                MOVE_PAGE,       -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0,                MOVE_PAGE,       1 },
    { GDK_KEY_Home,      GDK_KEY_KP_Home,      0,                MOVE_COLUMN_END, -1 },
    { GDK_KEY_End,       GDK_KEY_KP_End,       0,                MOVE_COLUMN_END, 1 },
    { GDK_KEY_Left,      GDK_KEY_KP_Left,      GDK_CONTROL_MASK, MOVE_COLUMN_END, -1 },
    { GDK_KEY_Right,     GDK_KEY_KP_Right,     GDK_CONTROL_MASK, MOVE_COLUMN_END, 1 },
    { GDK_KEY_Up,        GDK_KEY_KP_Up,        GDK_CONTROL_MASK, MOVE_ROW_END,    -1 },
    { GDK_KEY_Down,      GDK_KEY_KP_Down,      GDK_CONTROL_MASK, MOVE_ROW_END,    1 },
    { GDK_KEY_Home,      GDK_KEY_KP_Home,      GDK_CONTROL_MASK, MOVE_END,        -1 },
    { GDK_KEY_End,       GDK_KEY_KP_End,       GDK_CONTROL_MASK, MOVE_END,        1 },
  };
  static const guint activates[] = { GDK_KEY_Return, GDK_KEY_KP_Enter, GDK_KEY_ISO_Enter, GDK_KEY_space };

  for (guint i = 0; i < G_N_ELEMENTS (moves); i++)
    {
      gtk_widget_class_add_binding (widget_class, moves[i].key, moves[i].modifiers, move_cb, "(ii)",
                                    moves[i].move, moves[i].count);
      gtk_widget_class_add_binding (widget_class, moves[i].keypad, moves[i].modifiers, move_cb, "(ii)",
                                    moves[i].move, moves[i].count);
    }

  for (guint i = 0; i < G_N_ELEMENTS (activates); i++)
    gtk_widget_class_add_binding (widget_class, activates[i], 0, activate_cb, NULL);
}

/* ---- The pointer ---- */

static void
pressed_cb (GtkGestureClick     *gesture,
            int                  n_press,
            double               x,
            double               y,
            TelaahPictureCanvas *self)
{
  gboolean portraits;
  TelaahPicturePlace place;

  if (!telaah_picture_canvas_find (self, x, y, &place))
    return;

  portraits = telaah_picture_get_kind (self->picture) == TELAAH_PICTURE_PORTRAITS;
  if (place.row < 0 || (place.column < 0 && !portraits))
    return;

  telaah_picture_canvas_go (self, place);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (n_press == 2)
    g_signal_emit_by_name (self, "activated");
}

void
telaah_picture_canvas_add_pointer (TelaahPictureCanvas *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
