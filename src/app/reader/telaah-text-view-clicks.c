/* Passages under the pointer and the cursor: which of them is selected, and which comes next.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

/* Returns: (nullable): id of the passage that stands out */
const char *
telaah_text_view_get_selected (TelaahTextView *self)
{
  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), NULL);

  return self->selected;
}

static void
forget_passage (TelaahTextView *self,
                const char     *id)
{
  const TelaahHighlight *highlight = id != NULL ? telaah_highlights_find (self->highlights, id) : NULL;

  if (highlight != NULL)
    telaah_text_view_forget_span (self, (TelaahSpan) { highlight->start, highlight->end });
}

/* The passage is what commands are about now; the caret stays where the sentence began. */
static void
leave_cursor (TelaahTextView *self)
{
  TelaahSpan span;

  if (telaah_text_view_get_cursor (self, &span))
    telaah_text_view_select_span (self, (TelaahSpan) { span.start, span.start });
}

/**
 * telaah_text_view_set_selected:
 * @passage: (nullable): id of the passage that is to stand out
 */
void
telaah_text_view_set_selected (TelaahTextView *self,
                               const char     *passage)
{
  char *before;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (g_strcmp0 (self->selected, passage) == 0)
    return;

  before = self->selected;
  self->selected = g_strdup (passage);
  if (passage != NULL)
    leave_cursor (self);
  forget_passage (self, before);
  forget_passage (self, passage);
  g_free (before);
}

static gboolean
has_theme (const TelaahHighlight *highlight,
           const char            *theme)
{
  return theme == NULL || telaah_passage_has_theme (highlight->passage, theme);
}

/* The index of the passage that comes first to mind in that direction; how many there are, or beyond: none does. */
static guint
find_neighbour (TelaahTextView *self,
                gboolean        forward)
{
  const TelaahHighlight *from = NULL, *to;
  GtkTextIter cursor;
  guint n = telaah_highlights_get_n (self->highlights), offset;
  TelaahSpan span;

  if (n == 0)
    return 0;
  if (self->selected != NULL)
    from = telaah_highlights_find (self->highlights, self->selected);
  if (from != NULL)
    return from - telaah_highlights_get (self->highlights, 0) + (forward ? 1 : -1);

  gtk_text_buffer_get_iter_at_mark (telaah_text_view_buffer (self), &cursor,
                                    gtk_text_buffer_get_insert (telaah_text_view_buffer (self)));
  offset = telaah_text_view_get_cursor (self, &span) ? span.start : telaah_text_view_get_offset (self, &cursor);
  if (!forward)
    to = telaah_highlights_previous (self->highlights, offset);
  else    /* one that begins here too */
    to = offset > 0 ? telaah_highlights_next (self->highlights, offset - 1)
                    : telaah_highlights_get (self->highlights, 0);

  return to != NULL ? to - telaah_highlights_get (self->highlights, 0) : n;
}

/**
 * telaah_text_view_get_neighbour_of:
 * @theme: (nullable): id of the theme that it is to be under; %NULL: any, or none
 *
 * Returns: (nullable): id of the passage before or behind the selected one in text order; where none is selected,
 *   before or behind the sentence cursor or the caret
 */
const char *
telaah_text_view_get_neighbour_of (TelaahTextView *self,
                                   gboolean        forward,
                                   const char     *theme)
{
  guint n, index;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), NULL);

  n = telaah_highlights_get_n (self->highlights);
  index = find_neighbour (self, forward);
  while (index < n && !has_theme (telaah_highlights_get (self->highlights, index), theme))
    index += forward ? 1 : -1;    /* past the first to G_MAXUINT */

  return index < n ? telaah_passage_fields (telaah_highlights_get (self->highlights, index)->passage)->id : NULL;
}

const char *
telaah_text_view_get_neighbour (TelaahTextView *self,
                                gboolean        forward)
{
  return telaah_text_view_get_neighbour_of (self, forward, NULL);
}

/* Selects it and says so. */
void
telaah_text_view_select_passage (TelaahTextView *self,
                                 TelaahPassage  *passage)
{
  g_autofree char *id = g_strdup (telaah_passage_fields (passage)->id);

  telaah_text_view_set_selected (self, id);
  telaah_text_view_emit_clicked (self, id);
}

static gboolean
same_passages (GPtrArray *a,
               GPtrArray *b)
{
  if (a->len != b->len)
    return FALSE;
  for (guint i = 0; i < a->len; i++)
    if (a->pdata[i] != b->pdata[i])
      return FALSE;

  return TRUE;
}

/* What a click on the character at @offset does. A place is all characters that the same passages cover. */
void
telaah_text_view_click_at_offset (TelaahTextView *self,
                                  guint           offset)
{
  g_autoptr(GPtrArray) hits = telaah_highlights_at (self->highlights, offset);
  guint chosen = 0;

  if (self->clicked_at != G_MAXUINT && self->selected != NULL)
    {
      g_autoptr(GPtrArray) before = telaah_highlights_at (self->highlights, self->clicked_at);

      if (same_passages (hits, before))
        for (guint i = 0; i < hits->len; i++)
          if (g_str_equal (telaah_passage_fields (hits->pdata[i])->id, self->selected))
            chosen = (i + 1) % hits->len;
    }

  self->clicked_at = hits->len > 0 ? offset : G_MAXUINT;
  if (hits->len > 0)
    telaah_text_view_select_passage (self, hits->pdata[chosen]);
  else
    telaah_text_view_leave_passage (self);
}

static void
pressed_cb (TelaahTextView  *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  TelaahPassage *passage = telaah_text_view_get_bracket (self, x, y);
  TelaahBorder border;
  GtkTextIter iter;
  int left, top;

  self->pressed_at = G_MAXUINT;
  if (telaah_text_view_get_border (self, x, y, &border))
    return;    /* for its own gesture */

  if (passage != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      telaah_text_view_select_passage (self, passage);
      return;
    }

  if (x < gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self))
      && telaah_text_view_activate_mark (self, telaah_text_view_get_mark (self, x, y)))
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      return;
    }

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  if (n_press == 1 && top >= 0
      && gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, left, top))
    self->pressed_at = telaah_text_view_get_offset (self, &iter);
}

static gboolean
click_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);
  guint offset = self->pressed_at;

  self->click_source = 0;
  self->pressed_at = G_MAXUINT;
  if (offset != G_MAXUINT && !gtk_text_buffer_get_has_selection (telaah_text_view_buffer (self)))
    telaah_text_view_click_at_offset (self, offset);

  return G_SOURCE_REMOVE;
}

/* The view's own gestures claim what is pressed in the text, so that ours hears of no release: events are heard of
 * in any case. What they mean is known only when the view has handled them. */
static gboolean
event_cb (TelaahTextView *self,
          GdkEvent       *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_SCROLL || type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN || type == GDK_KEY_PRESS)
    telaah_text_view_let_go (self);

  if (type != GDK_TOUCH_END
      && (type != GDK_BUTTON_RELEASE || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY))
    return GDK_EVENT_PROPAGATE;

  if (self->click_source == 0)
    self->click_source = g_idle_add_full (G_PRIORITY_DEFAULT, click_cb, self, NULL);
  if (self->settle_source != 0)
    telaah_text_view_queue_settle (self, 0);

  return GDK_EVENT_PROPAGATE;
}

static const char *
cursor_at (TelaahTextView *self,
           double          x,
           double          y)
{
  TelaahBorder border;

  if (telaah_text_view_get_border (self, x, y, &border))
    return border.in_text ? "col-resize" : "ns-resize";
  if (telaah_text_view_get_bracket (self, x, y) != NULL)
    return "pointer";
  if (x < gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) && telaah_text_view_get_mark (self, x, y) != NULL)
    return "pointer";

  return "text";
}

static void
motion_cb (TelaahTextView *self,
           double          x,
           double          y)
{
  const char *cursor = self->drag != NULL ? NULL : cursor_at (self, x, y);
  GdkCursor *before = gtk_widget_get_cursor (GTK_WIDGET (self));

  if (cursor != NULL && (before == NULL || g_strcmp0 (gdk_cursor_get_name (before), cursor) != 0))
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* Enter does at the cursor what a click does. */
static gboolean
return_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = telaah_text_view_buffer (self);
  GtkTextIter cursor;

  if (gtk_text_buffer_get_has_selection (buffer))
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  telaah_text_view_click_at_offset (self, telaah_text_view_get_offset (self, &cursor));

  return TRUE;
}

void
telaah_text_view_init_clicks (TelaahTextView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *legacy = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();

  self->pressed_at = G_MAXUINT;
  self->clicked_at = G_MAXUINT;

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  gtk_event_controller_set_propagation_phase (legacy, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (legacy, "event", G_CALLBACK (event_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), legacy);

  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), motion);
}

void
telaah_text_view_bind_clicks (GListStore *keys)
{
  telaah_text_view_bind (keys, GDK_KEY_Return, 0, return_cb, NULL);
  telaah_text_view_bind (keys, GDK_KEY_KP_Enter, 0, return_cb, NULL);
}

/* No click is on its way any more. */
void
telaah_text_view_stop_clicks (TelaahTextView *self)
{
  g_clear_handle_id (&self->click_source, g_source_remove);
}
