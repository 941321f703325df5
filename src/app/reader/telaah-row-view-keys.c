/* Selecting rows by keys and clicks, and the focus among them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-row-view-private.h"

/* ---- Focus ---- */

static gboolean
focus_position (TelaahRowView *self,
                guint          position)
{
  if (position >= self->items->len)
    return FALSE;

  telaah_row_view_bring (self, telaah_row_view_get_id (self, position));

  return gtk_widget_grab_focus (telaah_row_view_need_row (self, position));
}

/* The selected row, else the first one in sight. */
gboolean
telaah_row_view_grab_focus (GtkWidget *widget)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (widget);
  guint position = telaah_row_view_find (self, self->selected);

  return focus_position (self, position != G_MAXUINT ? position : self->anchor);
}

/* Tab goes through one row and leaves; the arrows go from row to row. */
gboolean
telaah_row_view_focus (GtkWidget        *widget,
                       GtkDirectionType  direction)
{
  GtkWidget *row = gtk_widget_get_focus_child (widget);

  return row != NULL ? gtk_widget_child_focus (row, direction) : telaah_row_view_grab_focus (widget);
}

void
telaah_row_view_focus_row (TelaahRowView *self,
                           const char    *id)
{
  guint position = telaah_row_view_find (self, id);

  if (position == G_MAXUINT)
    return;

  telaah_row_view_set_selected (self, id);
  focus_position (self, position);
}

/* ---- Keys ---- */

static guint
get_focus_position (TelaahRowView *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self));

  return row != NULL ? telaah_row_view_find (self, telaah_row_view_get_row_id (row)) : G_MAXUINT;
}

/* What was written where the focus was is saved first, which may change the items. */
static gboolean
go_to (TelaahRowView *self,
       guint          position)
{
  g_autofree char *id = g_strdup (telaah_row_view_get_id (self, position));
  gboolean focused = focus_position (self, position);

  telaah_row_view_choose (self, id);

  return focused;
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (widget);
  guint at = get_focus_position (self);
  int by;

  g_variant_get (arguments, "(i)", &by);
  if (at == G_MAXUINT || (by < 0 && at == 0) || (by > 0 && at + 1 == self->items->len))
    return FALSE;

  return go_to (self, at + by);
}

/* As far as the view is high. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (widget);
  guint at = get_focus_position (self), n = self->items->len;
  int by, way = 0;
  guint to = at;

  g_variant_get (arguments, "(i)", &by);
  if (at == G_MAXUINT)
    return FALSE;

  while ((by < 0 ? to > 0 : to + 1 < n) && way + telaah_row_view_get_height (self, to) < self->height)
    {
      way += telaah_row_view_get_height (self, to);
      to += by;
    }

  return go_to (self, to == at ? CLAMP ((int) at + by, 0, (int) n - 1) : to);
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (widget);
  int by;

  g_variant_get (arguments, "(i)", &by);
  if (get_focus_position (self) == G_MAXUINT)
    return FALSE;

  return go_to (self, by < 0 ? 0 : self->items->len - 1);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  TelaahRowView *self = TELAAH_ROW_VIEW (widget);
  guint at = get_focus_position (self);
  g_autofree char *id = NULL;

  if (at == G_MAXUINT)
    return FALSE;

  id = g_strdup (telaah_row_view_get_id (self, at));
  telaah_row_view_choose (self, id);
  telaah_row_view_activate (self, id);
  return TRUE;
}

void
telaah_row_view_install_keys (GtkWidgetClass *klass)
{
  static const struct
  {
    guint            key;
    guint            keypad;
    GtkShortcutFunc  func;
    int              by;
  } keys[] = {
    { GDK_KEY_Up, GDK_KEY_KP_Up, step_cb, -1 },
    { GDK_KEY_Down, GDK_KEY_KP_Down, step_cb, 1 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, page_cb, -1 },
    { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, page_cb, 1 },
    { GDK_KEY_Home, GDK_KEY_KP_Home, end_cb, -1 },
    { GDK_KEY_End, GDK_KEY_KP_End, end_cb, 1 },
    { GDK_KEY_Return, GDK_KEY_KP_Enter, activate_cb, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (klass, keys[i].key, 0, keys[i].func, "(i)", keys[i].by);
      gtk_widget_class_add_binding (klass, keys[i].keypad, 0, keys[i].func, "(i)", keys[i].by);
    }
}

/* ---- Clicks ---- */

/* What can be clicked on a row takes its clicks itself. */
static void
released_cb (TelaahRowView *self,
             int            n_press,
             double         x,
             double         y)
{
  GtkWidget *row = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  g_autofree char *id = NULL;

  while (row != NULL && row != GTK_WIDGET (self) && gtk_widget_get_parent (row) != GTK_WIDGET (self))
    row = gtk_widget_get_parent (row);
  if (row == NULL || row == GTK_WIDGET (self))
    return;

  id = g_strdup (telaah_row_view_get_row_id (row));
  gtk_widget_grab_focus (row);
  telaah_row_view_choose (self, id);
  if (n_press == (self->single_click ? 1 : 2))
    telaah_row_view_activate (self, id);
}

void
telaah_row_view_init_clicks (TelaahRowView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
