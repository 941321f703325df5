/* Moving the borders of a passage: by dragging an end of its bracket or a handle at its words, and by keys.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

/* How near to an edge of the view the pointer scrolls it, in pixels, and how often, in milliseconds. */
#define SCROLL_EDGE     24
#define SCROLL_INTERVAL 40

/* Passages are held, since the list may change while one is dragged. */
struct _TelaahBorderDrag
{
  TelaahBorder        border;      /* with a reference on its passage */
  TelaahSpan          before;
  TelaahSpan          span;        /* as it would be now */
  double              from_y;      /* where it was grasped, in the buffer */
  double              from[2];     /* the same in the widget */
  double              x, y;        /* the pointer, likewise */
  gboolean            by_character;
  GtkWidget          *root;        /* whose keys are heard, weak */
  GtkEventController *keys;
  guint               scroll_source;
};

/**
 * telaah_text_view_get_border:
 * @x: in the coordinates of the widget
 * @border: (out caller-allocates): its passage is borrowed
 *
 * Returns: whether a border can be grasped there
 */
gboolean
telaah_text_view_get_border (TelaahTextView *self,
                             double          x,
                             double          y,
                             TelaahBorder   *border)
{
  return telaah_text_view_get_handle (self, x, y, border)
         || telaah_text_view_get_bracket_end (self, x, y, border);
}

/**
 * telaah_text_view_get_dragged:
 * @span: (out): what it is to cover
 * @x: (out): of its innermost bracket, in the buffer
 *
 * Returns: (transfer none) (nullable): the passage that is being dragged
 */
TelaahPassage *
telaah_text_view_get_dragged (TelaahTextView *self,
                              TelaahSpan     *span,
                              float          *x)
{
  if (self->drag == NULL)
    return NULL;

  *span = self->drag->span;
  *x = self->drag->border.x;

  return self->drag->border.passage;
}

/* ---- Where the pointer would have it ---- */

/* Out to the end of the word that a line was broken in. */
static guint
snap_to_word (TelaahTextView *self,
              guint           offset,
              gboolean        end)
{
  TelaahSpan word;

  if (telaah_text_view_next_word (self, offset, &word) && word.start < offset)
    return end ? word.end : word.start;

  return offset;
}

/* In the margin only the line counts: its beginning or its end. */
static guint
offset_in_margin (TelaahTextView *self,
                  int             left,
                  int             top)
{
  const TelaahBorderDrag *drag = self->drag;
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle line;
  guint offset;

  gtk_text_view_get_iter_at_location (view, &iter, left, top);
  gtk_text_view_get_iter_location (view, &iter, &line);
  if (drag->from_y >= line.y && drag->from_y < line.y + line.height + self->line_gap)
    return drag->border.end ? drag->before.end : drag->before.start;

  if (!gtk_text_view_starts_display_line (view, &iter))
    gtk_text_view_backward_display_line_start (view, &iter);
  if (drag->border.end && !gtk_text_iter_ends_line (&iter))
    gtk_text_view_forward_display_line_end (view, &iter);
  offset = telaah_text_view_get_offset (self, &iter);

  return drag->by_character ? offset : snap_to_word (self, offset, drag->border.end);
}

static guint
offset_in_text (TelaahTextView *self,
                int             left,
                int             top)
{
  GtkTextIter iter;
  int trailing;

  gtk_text_view_get_iter_at_position (GTK_TEXT_VIEW (self), &iter, &trailing, left, top);
  gtk_text_iter_forward_chars (&iter, trailing);

  return telaah_text_view_get_offset (self, &iter);
}

/* The span with its border at @offset, as near as that leaves something of it. FALSE: it leaves nothing. */
static gboolean
put_border (TelaahTextView *self,
            TelaahSpan     *span,
            gboolean        end,
            guint           offset)
{
  TelaahSpan moved = *span;

  if (end)
    moved.end = MAX (offset, span->start + 1);
  else
    moved.start = MIN (offset, span->end - 1);

  if (!telaah_text_view_snap (self, &moved))
    return FALSE;

  /* The other border stays, even where it was set by a program that minds no graphemes. */
  if (end)
    moved.start = span->start;
  else
    moved.end = span->end;
  *span = moved;

  return TRUE;
}

static void
follow_pointer (TelaahTextView *self)
{
  TelaahBorderDrag *drag = self->drag;
  TelaahSpan span = drag->before;
  int left, top;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, drag->x, drag->y, &left, &top);
  if (put_border (self, &span, drag->border.end,
                  left < gtk_text_view_get_left_margin (GTK_TEXT_VIEW (self)) - 2
                  ? offset_in_margin (self, left, top) : offset_in_text (self, left, top)))
    drag->span = span;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Dragging ---- */

static void
forget_passage (TelaahTextView *self,
                TelaahPassage  *passage)
{
  telaah_text_view_forget_span (self, telaah_passage_fields (passage)->span);
}

/* Nothing has changed. */
void
telaah_text_view_stop_drag (TelaahTextView *self)
{
  TelaahBorderDrag *drag = g_steal_pointer (&self->drag);

  if (drag == NULL)
    return;

  if (drag->root != NULL)
    {
      gtk_widget_remove_controller (drag->root, drag->keys);
      g_clear_weak_pointer (&drag->root);
    }
  g_clear_handle_id (&drag->scroll_source, g_source_remove);
  forget_passage (self, drag->border.passage);
  g_object_unref (drag->border.passage);
  g_free (drag);
}

static gboolean
key_pressed_cb (TelaahTextView  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape)
    return GDK_EVENT_PROPAGATE;

  telaah_text_view_stop_drag (self);

  return GDK_EVENT_STOP;
}

/* Before anybody else: Escape means this drag, wherever the focus is. */
static void
hear_keys (TelaahTextView *self)
{
  TelaahBorderDrag *drag = self->drag;
  GtkWidget *root = GTK_WIDGET (gtk_widget_get_root (GTK_WIDGET (self)));

  if (root == NULL)
    return;

  drag->keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (drag->keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (drag->keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (root, drag->keys);
  g_set_weak_pointer (&drag->root, root);
}

static gboolean
scroll_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);
  double over = self->drag->y < SCROLL_EDGE ? self->drag->y - SCROLL_EDGE
              : self->drag->y > self->height - SCROLL_EDGE ? self->drag->y - self->height + SCROLL_EDGE
              : 0;

  if (over != 0 && self->vadjustment != NULL)
    {
      gtk_adjustment_set_value (self->vadjustment, gtk_adjustment_get_value (self->vadjustment) + over);
      follow_pointer (self);
    }

  return G_SOURCE_CONTINUE;
}

static void
drag_begin_cb (TelaahTextView *self,
               double          x,
               double          y,
               GtkGesture     *gesture)
{
  TelaahBorder border;
  int left, top;

  telaah_text_view_stop_drag (self);
  if (!telaah_text_view_get_border (self, x, y, &border))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  self->drag = g_new0 (TelaahBorderDrag, 1);
  self->drag->border = border;
  g_object_ref (border.passage);
  self->drag->before = telaah_passage_fields (border.passage)->span;
  self->drag->span = self->drag->before;
  self->drag->from_y = top;
  self->drag->from[0] = self->drag->x = x;
  self->drag->from[1] = self->drag->y = y;
  self->drag->scroll_source = g_timeout_add (SCROLL_INTERVAL, scroll_cb, self);
  hear_keys (self);
  forget_passage (self, border.passage);
  if (!border.in_text)
    telaah_text_view_select_passage (self, border.passage);
}

static void
drag_update_cb (TelaahTextView *self,
                double          dx,
                double          dy,
                GtkGesture     *gesture)
{
  if (self->drag == NULL)
    return;

  self->drag->x = self->drag->from[0] + dx;
  self->drag->y = self->drag->from[1] + dy;
  self->drag->by_character =
    (gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture)) & GDK_SHIFT_MASK) != 0;
  follow_pointer (self);
}

static void
drag_end_cb (TelaahTextView *self)
{
  g_autoptr(TelaahPassage) passage = NULL;
  TelaahSpan span, before;

  if (self->drag == NULL)
    return;

  passage = g_object_ref (self->drag->border.passage);
  before = self->drag->before;
  span = self->drag->span;
  telaah_text_view_stop_drag (self);
  if (span.start != before.start || span.end != before.end)
    telaah_text_view_emit_border (self, telaah_passage_fields (passage)->id, span);
}

void
telaah_text_view_init_borders (TelaahTextView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (drag), GTK_PHASE_CAPTURE);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (drag), GDK_BUTTON_PRIMARY);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (telaah_text_view_stop_drag), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

/* ---- Keys ---- */

/**
 * telaah_text_view_move_border:
 * @end: its end, not its start
 * @by_sentence: not by a word
 *
 * Asks for another border of the selected passage, by "border-moved".
 *
 * Returns: %FALSE where none is selected, or there is nowhere to go
 */
gboolean
telaah_text_view_move_border (TelaahTextView *self,
                              gboolean        end,
                              gboolean        forward,
                              gboolean        by_sentence)
{
  const TelaahHighlight *highlight;
  g_autofree char *id = NULL;
  TelaahSpan span;
  guint edge;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), FALSE);

  highlight = self->selected != NULL ? telaah_highlights_find (self->highlights, self->selected) : NULL;
  if (highlight == NULL)
    return FALSE;

  id = g_strdup (self->selected);
  span = (TelaahSpan) { highlight->start, highlight->end };
  edge = end ? span.end : span.start;
  if (!telaah_text_view_move_edge (self, end, forward, by_sentence, &edge)
      || (end ? edge <= span.start : edge >= span.end)
      || !put_border (self, &span, end, edge)
      || (span.start == highlight->start && span.end == highlight->end))
    return FALSE;

  telaah_text_view_bring (self, span, end ? span.end : span.start);
  telaah_text_view_emit_border (self, id, span);

  return TRUE;
}

/* The arguments: which border, forward, by what, whether it is turned round from right to left. */
static gboolean
move_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  gboolean end, forward, by_sentence, sideways;
  const TelaahHighlight *highlight =
    self->selected != NULL ? telaah_highlights_find (self->highlights, self->selected) : NULL;

  if (highlight == NULL)
    return FALSE;

  g_variant_get (args, "(bbbb)", &end, &forward, &by_sentence, &sideways);
  if (sideways && telaah_text_view_goes_left (self, highlight->start))
    forward = !forward;
  if (!telaah_text_view_move_border (self, end, forward, by_sentence))
    gtk_widget_error_bell (widget);

  return TRUE;
}

static void
bind (GListStore      *keys,
      guint            key,
      GdkModifierType  modifiers,
      gboolean         end,
      gboolean         forward,
      gboolean         by_sentence,
      gboolean         sideways)
{
  telaah_text_view_bind (keys, key, modifiers, move_cb,
                         g_variant_new ("(bbbb)", end, forward, by_sentence, sideways));
}

/* Brackets for both borders: desktops keep Ctrl+Alt+Shift with the arrows, which would be at hand for the start. */
void
telaah_text_view_bind_borders (GListStore *keys)
{
  static const struct { guint key; gboolean end, forward; } brackets[] = {
    { GDK_KEY_bracketleft, FALSE, FALSE },
    { GDK_KEY_braceleft, FALSE, TRUE },
    { GDK_KEY_bracketright, TRUE, TRUE },
    { GDK_KEY_braceright, TRUE, FALSE },
  };
  const GdkModifierType modifiers = GDK_ALT_MASK | GDK_SHIFT_MASK;

  bind (keys, GDK_KEY_Left, modifiers, TRUE, FALSE, FALSE, TRUE);
  bind (keys, GDK_KEY_Right, modifiers, TRUE, TRUE, FALSE, TRUE);
  bind (keys, GDK_KEY_Up, modifiers, TRUE, FALSE, TRUE, FALSE);
  bind (keys, GDK_KEY_Down, modifiers, TRUE, TRUE, TRUE, FALSE);

  for (guint i = 0; i < G_N_ELEMENTS (brackets); i++)
    {
      bind (keys, brackets[i].key, 0, brackets[i].end, brackets[i].forward, FALSE, FALSE);
      bind (keys, brackets[i].key, GDK_CONTROL_MASK, brackets[i].end, brackets[i].forward, TRUE, FALSE);
    }
}
