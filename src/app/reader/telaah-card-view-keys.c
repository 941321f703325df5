/* Selecting cards by keys and clicks, and the focus among them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-view-private.h"

/* ---- Focus ---- */

static gboolean
focus_card (TelaahCardView *self,
            guint           position)
{
  if (position >= telaah_card_view_get_n (self))
    return FALSE;

  telaah_card_view_bring (self, telaah_card_view_get_id (self, position));

  return gtk_widget_grab_focus (telaah_card_view_need_card (self, position));
}

/* The selected card, else the first one in sight. */
gboolean
telaah_card_view_grab_focus (GtkWidget *widget)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (widget);
  guint position = telaah_card_view_find (self, self->selected);

  return focus_card (self, position != G_MAXUINT ? position : self->anchor);
}

/* Tab goes through one card and leaves; the arrows go from card to card. */
gboolean
telaah_card_view_focus (GtkWidget        *widget,
                        GtkDirectionType  direction)
{
  GtkWidget *card = gtk_widget_get_focus_child (widget);

  if (card != NULL)
    return gtk_widget_child_focus (card, direction);

  return telaah_card_view_grab_focus (widget);
}

/* ---- Keys ---- */

static guint
get_focus_position (TelaahCardView *self)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self));
  TelaahPassage *passage = card != NULL ? telaah_passage_card_get_passage (TELAAH_PASSAGE_CARD (card)) : NULL;

  return passage != NULL ? telaah_card_view_find (self, telaah_passage_fields (passage)->id) : G_MAXUINT;
}

static gboolean
go_to (TelaahCardView *self,
       guint           position)
{
  telaah_card_view_choose (self, telaah_card_view_get_id (self, position));

  return focus_card (self, position);
}

static gboolean
step_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (widget);
  guint at = get_focus_position (self), n = telaah_card_view_get_n (self);
  int by;

  g_variant_get (arguments, "(i)", &by);
  if (at == G_MAXUINT || (by < 0 && at == 0) || (by > 0 && at + 1 == n))
    return FALSE;

  return go_to (self, at + by);
}

/* As far as the view is high. */
static gboolean
page_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (widget);
  guint at = get_focus_position (self), n = telaah_card_view_get_n (self);
  int by, way = 0;
  guint to = at;

  g_variant_get (arguments, "(i)", &by);
  if (at == G_MAXUINT)
    return FALSE;

  while ((by < 0 ? to > 0 : to + 1 < n) && way + telaah_card_view_get_height (self, to) < self->height)
    {
      way += telaah_card_view_get_height (self, to);
      to += by;
    }

  return go_to (self, to == at ? CLAMP ((int) at + by, 0, (int) n - 1) : to);
}

static gboolean
end_cb (GtkWidget *widget,
        GVariant  *arguments,
        gpointer   user_data)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (widget);
  int by;

  g_variant_get (arguments, "(i)", &by);
  if (get_focus_position (self) == G_MAXUINT)
    return FALSE;

  return go_to (self, by < 0 ? 0 : telaah_card_view_get_n (self) - 1);
}

static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *arguments,
             gpointer   user_data)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (widget);
  guint at = get_focus_position (self);
  g_autofree char *passage = g_strdup (at != G_MAXUINT ? telaah_card_view_get_id (self, at) : NULL);

  if (passage == NULL)
    return FALSE;

  telaah_card_view_choose (self, passage);
  telaah_card_view_emit_activated (self, passage);
  return TRUE;
}

void
telaah_card_view_install_keys (GtkWidgetClass *klass)
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

static GtkWidget *
find_clicked (TelaahCardView *self,
              double          x,
              double          y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  while (widget != NULL && !TELAAH_IS_PASSAGE_CARD (widget))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

/* What can be clicked on a card takes its clicks itself. */
static void
released_cb (TelaahCardView *self,
             int             n_press,
             double          x,
             double          y)
{
  GtkWidget *card = find_clicked (self, x, y);
  g_autofree char *passage = NULL;

  if (card == NULL)
    return;

  passage = g_strdup (telaah_passage_fields (telaah_passage_card_get_passage (TELAAH_PASSAGE_CARD (card)))->id);
  telaah_card_view_choose (self, passage);
  gtk_widget_grab_focus (card);
  if (n_press == 2)
    telaah_card_view_emit_activated (self, passage);
}

void
telaah_card_view_init_clicks (TelaahCardView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}
