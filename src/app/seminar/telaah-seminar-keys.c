/* The hands at a seminar: keys, those of a clicker too, and the mouse.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-private.h"
#include "app/seminar/telaah-seminar-quote.h"

/* In milliseconds: typed digits are forgotten. */
#define FORGET 5000

/* As many as a point or a number of minutes can have. */
#define MOST_DIGITS 3

/* ---- Digits ---- */

static void
drop_digits (TelaahSeminar *self)
{
  g_clear_handle_id (&self->forget, g_source_remove);
  g_string_truncate (self->digits, 0);
  telaah_seminar_update_footer (self);
}

static gboolean
forget_cb (gpointer widget)
{
  TelaahSeminar *self = TELAAH_SEMINAR (widget);

  self->forget = 0;
  drop_digits (self);

  return G_SOURCE_REMOVE;
}

static void
add_digit (TelaahSeminar *self,
           guint          digit)
{
  if (self->digits->len == MOST_DIGITS)
    g_string_truncate (self->digits, 0);
  g_string_append_c (self->digits, (char) ('0' + digit));
  g_clear_handle_id (&self->forget, g_source_remove);
  self->forget = g_timeout_add (FORGET, forget_cb, self);
  telaah_seminar_wake (self);
  telaah_seminar_update_footer (self);
}

/* -1 for a key that is none; those of the keypad are. */
static int
get_digit (guint key)
{
  if (key >= GDK_KEY_0 && key <= GDK_KEY_9)
    return (int) (key - GDK_KEY_0);
  if (key >= GDK_KEY_KP_0 && key <= GDK_KEY_KP_9)
    return (int) (key - GDK_KEY_KP_0);

  return -1;
}

/* ---- Verbs ---- */

static void
set_timer (TelaahSeminar *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->digits->len > 0)
    telaah_seminar_timer_set (&self->timer, (guint) g_ascii_strtoull (self->digits->str, NULL, 10), now);
  else
    telaah_seminar_timer_toggle (&self->timer, now);
  self->timer_hidden = FALSE;
  drop_digits (self);
  telaah_seminar_update_clock (self);
}

static void
hide_timer (TelaahSeminar *self)
{
  self->timer_hidden = !self->timer_hidden;
  telaah_seminar_update_clock (self);
}

static void
toggle (TelaahSeminar *self,
        gboolean      *mode)
{
  *mode = !*mode;
  telaah_seminar_replan (self);
}

static void
toggle_fullscreen (TelaahSeminar *self)
{
  self->windowed = gtk_window_is_fullscreen (GTK_WINDOW (self));
  if (self->windowed)
    gtk_window_unfullscreen (GTK_WINDOW (self));
  else
    gtk_window_fullscreen (GTK_WINDOW (self));
}

/* On to the next one, round and round. */
static void
change_monitor (TelaahSeminar *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkMonitor *current = gdk_display_get_monitor_at_surface (display, gtk_native_get_surface (GTK_NATIVE (self)));
  guint n = g_list_model_get_n_items (monitors);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      g_autoptr(GdkMonitor) next = g_list_model_get_item (monitors, (i + 1) % n);

      if (monitor == current)
        gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), next);
    }
}

/* From the innermost thing that is open. */
static void
leave (TelaahSeminar *self)
{
  if (self->digits->len > 0)
    drop_digits (self);
  else if (self->read != NULL)
    telaah_seminar_read (self, NULL);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static TelaahSeminarQuote *
get_quote (TelaahSeminar *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return focus != NULL && TELAAH_IS_SEMINAR_QUOTE (focus) ? TELAAH_SEMINAR_QUOTE (focus) : NULL;
}

/* The quote that has the focus; else the first one that can be seen of the card that has. */
static TelaahSeminarQuote *
find_quote (TelaahSeminar *self)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  if (get_quote (self) != NULL || focus == NULL)
    return get_quote (self);

  for (GtkWidget *child = gtk_widget_get_first_child (focus); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (TELAAH_IS_SEMINAR_QUOTE (child) && gtk_widget_get_visible (child))
      return TELAAH_SEMINAR_QUOTE (child);

  return NULL;
}

static void
jump (TelaahSeminar *self)
{
  TelaahSeminarQuote *quote = find_quote (self);

  if (self->read != NULL)
    telaah_seminar_read (self, NULL);
  else if (quote != NULL)
    telaah_seminar_quote_activate (quote);
}

static void
enter (TelaahSeminar *self)
{
  guint point = (guint) g_ascii_strtoull (self->digits->str, NULL, 10);

  if (self->digits->len > 0)
    {
      drop_digits (self);
      if (point >= 1 && point <= self->points->len)
        telaah_seminar_go (self, point - 1, FALSE);
    }
  else if (get_quote (self) != NULL)
    telaah_seminar_quote_activate (get_quote (self));
  else
    telaah_seminar_step (self, 1);
}

static void
go_by (TelaahSeminar *self,
       int            by)
{
  guint index = self->index;

  if (by < 0 && index > 0)
    telaah_seminar_go (self, index - 1, FALSE);
  else if (by > 0 && index < self->points->len)
    telaah_seminar_go (self, index + 1, FALSE);
}

static void
open_in_read (TelaahSeminar *self)
{
  TelaahPassage *passage = telaah_session_find_passage (self->session, self->read);
  g_autofree char *source = NULL, *id = g_strdup (self->read);

  if (passage == NULL)
    return;
  source = g_strdup (telaah_passage_fields (passage)->source);
  telaah_seminar_read (self, NULL);
  g_signal_emit_by_name (self, "open-passage", source, id);
}

/* ---- Keys ---- */

/* While a passage is read in its text. Returns: whether the key is one of those */
static gboolean
press_reading (TelaahSeminar *self,
               guint          key)
{
  switch (key)
    {
    case GDK_KEY_Down:
    case GDK_KEY_space:
    case GDK_KEY_Page_Down:
    case GDK_KEY_Right:
      telaah_seminar_reading_scroll (self->reading, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_Page_Up:
    case GDK_KEY_Left:
      telaah_seminar_reading_scroll (self->reading, -1);
      return TRUE;

    case GDK_KEY_o:
    case GDK_KEY_O:
      open_in_read (self);
      return TRUE;

    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_BackSpace:
      telaah_seminar_read (self, NULL);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_End:
    case GDK_KEY_q:
    case GDK_KEY_b:
      return TRUE;

    default:
      return FALSE;
    }
}

/* There and back. Returns: whether the key is one of those */
static gboolean
press_step (TelaahSeminar *self,
            guint          key)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  switch (key)
    {
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      telaah_seminar_step (self, mirrored ? -1 : 1);
      return TRUE;

    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      telaah_seminar_step (self, mirrored ? 1 : -1);
      return TRUE;

    case GDK_KEY_space:
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
    case GDK_KEY_n:
      telaah_seminar_step (self, 1);
      return TRUE;

    case GDK_KEY_BackSpace:
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
    case GDK_KEY_p:
      telaah_seminar_step (self, -1);
      return TRUE;

    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      go_by (self, 1);
      return TRUE;

    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      go_by (self, -1);
      return TRUE;

    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      telaah_seminar_go (self, 0, FALSE);
      return TRUE;

    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      telaah_seminar_go (self, MAX (self->points->len, 1) - 1, FALSE);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
press_verb (TelaahSeminar *self,
            guint          key)
{
  switch (key)
    {
    case GDK_KEY_q:
    case GDK_KEY_Q:
      toggle (self, &self->quotes);
      return TRUE;

    case GDK_KEY_b:
    case GDK_KEY_B:
      toggle (self, &self->blind);
      return TRUE;

    case GDK_KEY_t:
      set_timer (self);
      return TRUE;

    case GDK_KEY_T:
      hide_timer (self);
      return TRUE;

    case GDK_KEY_j:
    case GDK_KEY_J:
      jump (self);
      return TRUE;

    case GDK_KEY_m:
    case GDK_KEY_M:
      change_monitor (self);
      return TRUE;

    case GDK_KEY_period:
    case GDK_KEY_KP_Decimal:
      gtk_widget_set_visible (self->black, TRUE);
      return TRUE;

    case GDK_KEY_question:
    case GDK_KEY_F1:
      telaah_seminar_show_keys (self);
      return TRUE;

    case GDK_KEY_F11:
      toggle_fullscreen (self);
      return TRUE;

    case GDK_KEY_Escape:
      leave (self);
      return TRUE;

    default:
      return FALSE;
    }
}

static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) || key == GDK_KEY_ISO_Level3_Shift;
}

static gboolean
is_enter (guint key)
{
  return key == GDK_KEY_Return || key == GDK_KEY_KP_Enter || key == GDK_KEY_ISO_Enter;
}

/* Returns: whether the key meant something */
gboolean
telaah_seminar_press (TelaahSeminar   *self,
                      guint            key,
                      GdkModifierType  state)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  int digit = get_digit (key);

  if (is_modifier (key) || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)))
    return FALSE;

  /* What lies over everything goes first, and the key with it. */
  if (gtk_widget_get_visible (self->black) || gtk_widget_get_visible (self->keys))
    {
      gtk_widget_set_visible (self->black, FALSE);
      gtk_widget_set_visible (self->keys, FALSE);
      return TRUE;
    }
  if (self->read != NULL && press_reading (self, key))
    return TRUE;
  if (digit >= 0 && self->read == NULL)
    {
      add_digit (self, (guint) digit);
      return TRUE;
    }

  /* A button is pressed by these. */
  if (focus != NULL && GTK_IS_BUTTON (focus) && (is_enter (key) || key == GDK_KEY_space))
    return FALSE;
  if (is_enter (key))
    {
      enter (self);
      return TRUE;
    }

  return press_step (self, key) || press_verb (self, key);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                TelaahSeminar         *self)
{
  return telaah_seminar_press (self, key, state);
}

/* ---- The mouse ---- */

static void
clicked_cb (GtkGestureClick *click,
            int              n_press,
            double           x,
            double           y,
            TelaahSeminar   *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click));

  if (gtk_widget_get_visible (self->black) || gtk_widget_get_visible (self->keys))
    {
      gtk_widget_set_visible (self->black, FALSE);
      gtk_widget_set_visible (self->keys, FALSE);
    }
  else if (self->read != NULL)
    telaah_seminar_read (self, NULL);
  else if (button == GDK_BUTTON_PRIMARY || button == 9)
    telaah_seminar_step (self, 1);
  else if (button == GDK_BUTTON_SECONDARY || button == 8)
    telaah_seminar_step (self, -1);
}

/* Also sent when something moves below a pointer that rests. */
static void
motion_cb (GtkEventControllerMotion *motion,
           double                    x,
           double                    y,
           TelaahSeminar            *self)
{
  double *last = g_object_get_data (G_OBJECT (motion), "last");

  if (last == NULL)
    {
      last = g_new0 (double, 2);
      g_object_set_data_full (G_OBJECT (motion), "last", last, g_free);
    }
  else if (last[0] != x || last[1] != y)
    telaah_seminar_wake (self);
  last[0] = x;
  last[1] = y;
}

void
telaah_seminar_init_keys (TelaahSeminar *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *content = gtk_window_get_child (GTK_WINDOW (self));

  /* Before what has the focus: space and arrows are the same everywhere. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  /* After quotes and buttons; not on the title bar of a window that is one. */
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (content, GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (motion, GTK_PHASE_CAPTURE);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (content, motion);
}
