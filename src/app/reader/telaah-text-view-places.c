/* Places in the text: what is in sight, what is selected, what lies under the pointer.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <math.h>

/* How long a selection made with keys must rest before it is told of, in milliseconds. */
#define SETTLE 150

/* Before the frame is drawn, so that what follows the view is drawn with it. */
#define PRIORITY_VISIBLE (GTK_PRIORITY_RESIZE + 5)

/* After the last line has been laid out, which the view does behind the drawing of frames. */
#define PRIORITY_VALIDATED (GDK_PRIORITY_REDRAW + 6)

static GtkTextBuffer *
get_buffer (TelaahTextView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static void
get_iter (TelaahTextView *self,
          guint           offset,
          GtkTextIter    *iter)
{
  gtk_text_buffer_get_iter_at_offset (get_buffer (self), iter, MIN (offset, G_MAXINT));
}

/* The place is no longer to be kept. */
static void
let_go (TelaahTextView *self)
{
  self->held = G_MAXUINT;
  self->kept = G_MAXUINT;
}

/* ---- The selection of words ---- */

/* Off with white space at both ends, then out to where a cursor can stand, so that no grapheme is cut. */
static gboolean
trim_selection (GtkTextIter *start,
                GtkTextIter *end)
{
  while (gtk_text_iter_compare (start, end) < 0 && g_unichar_isspace (gtk_text_iter_get_char (start)))
    gtk_text_iter_forward_char (start);

  while (gtk_text_iter_compare (start, end) < 0)
    {
      GtkTextIter before = *end;

      gtk_text_iter_backward_char (&before);
      if (!g_unichar_isspace (gtk_text_iter_get_char (&before)))
        break;
      *end = before;
    }

  if (gtk_text_iter_compare (start, end) >= 0)
    return FALSE;

  if (!gtk_text_iter_is_cursor_position (start))
    gtk_text_iter_backward_cursor_position (start);
  if (!gtk_text_iter_is_cursor_position (end) && !gtk_text_iter_forward_cursor_position (end))
    gtk_text_iter_forward_to_end (end);

  return TRUE;
}

/**
 * telaah_text_view_get_selection:
 * @span: (out) (optional): the selected words, without white space around them
 *
 * Returns: whether any words are selected
 */
gboolean
telaah_text_view_get_selection (TelaahTextView *self,
                                TelaahSpan     *span)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), FALSE);

  if (!gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end) || !trim_selection (&start, &end))
    return FALSE;

  if (span != NULL)
    *span = (TelaahSpan) { gtk_text_iter_get_offset (&start), gtk_text_iter_get_offset (&end) };

  return TRUE;
}

/* The cursor is put at the end of it; an empty span only puts the cursor. */
void
telaah_text_view_select_span (TelaahTextView *self,
                              TelaahSpan      span)
{
  GtkTextIter start, end;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  get_iter (self, span.start, &start);
  get_iter (self, span.end, &end);
  gtk_text_buffer_select_range (get_buffer (self), &end, &start);
}

/* GtkTextViewClass.copy_clipboard: the words as they are stored, not as they are broken for the screen. */
void
telaah_text_view_copy (GtkTextView *view)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (view);
  GtkTextIter start, end;
  g_autofree char *words = NULL;

  if (self->text == NULL || !gtk_text_buffer_get_selection_bounds (get_buffer (self), &start, &end))
    return;

  words = telaah_text_dup_slice (self->text, (TelaahSpan) { gtk_text_iter_get_offset (&start),
                                                            gtk_text_iter_get_offset (&end) });
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (view)), words);
}

static gboolean
is_button_down (TelaahTextView *self)
{
  GtkNative *native = gtk_widget_get_native (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (gtk_widget_get_display (GTK_WIDGET (self)));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  GdkModifierType state = 0;

  if (native != NULL && pointer != NULL)
    gdk_surface_get_device_position (gtk_native_get_surface (native), pointer, NULL, NULL, &state);

  return (state & GDK_BUTTON1_MASK) != 0;
}

static gboolean
settle_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);
  TelaahSpan span = { 0, 0 };
  gboolean has;

  if (is_button_down (self))
    return G_SOURCE_CONTINUE;

  self->settle_source = 0;
  has = telaah_text_view_get_selection (self, &span);
  if (span.start != self->announced.start || span.end != self->announced.end)
    {
      self->announced = span;
      telaah_text_view_emit_selection (self, has);
    }

  return G_SOURCE_REMOVE;
}

static void
queue_settle (TelaahTextView *self,
              guint           delay)
{
  g_clear_handle_id (&self->settle_source, g_source_remove);
  self->settle_source = g_timeout_add (delay, settle_cb, self);
}

static void
mark_set_cb (TelaahTextView *self,
             GtkTextIter    *location,
             GtkTextMark    *mark,
             GtkTextBuffer  *buffer)
{
  if (mark != gtk_text_buffer_get_insert (buffer) && mark != gtk_text_buffer_get_selection_bound (buffer))
    return;

  if (gtk_text_buffer_get_has_selection (buffer) || self->announced.end > 0)
    queue_settle (self, SETTLE);
}

/* The buffer is another one: nothing in it has been selected or clicked. */
void
telaah_text_view_follow_buffer (TelaahTextView *self)
{
  GtkTextIter start;

  let_go (self);
  self->clicked_at = G_MAXUINT;
  gtk_text_buffer_get_start_iter (get_buffer (self), &start);
  gtk_text_buffer_create_mark (get_buffer (self), "place", &start, TRUE);
  g_signal_connect_object (get_buffer (self), "mark-set", G_CALLBACK (mark_set_cb), self, G_CONNECT_SWAPPED);

  if (self->announced.end > 0)
    queue_settle (self, 0);
  telaah_text_view_queue_visible (self);
}

/* ---- Passages ---- */

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
  forget_passage (self, before);
  forget_passage (self, passage);
  g_free (before);
}

/**
 * telaah_text_view_get_neighbour:
 *
 * Returns: (nullable): id of the passage before or behind the selected one in text order; where none is selected,
 *   before or behind the cursor
 */
const char *
telaah_text_view_get_neighbour (TelaahTextView *self,
                                gboolean        forward)
{
  const TelaahHighlight *from, *to = NULL;
  GtkTextIter cursor;
  guint offset;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), NULL);

  from = self->selected != NULL ? telaah_highlights_find (self->highlights, self->selected) : NULL;
  if (from != NULL)
    {
      const TelaahHighlight *first = telaah_highlights_get (self->highlights, 0);
      gsize index = from - first;

      if (forward ? index + 1 < telaah_highlights_get_n (self->highlights) : index > 0)
        to = forward ? from + 1 : from - 1;
    }
  else
    {
      gtk_text_buffer_get_iter_at_mark (get_buffer (self), &cursor, gtk_text_buffer_get_insert (get_buffer (self)));
      offset = gtk_text_iter_get_offset (&cursor);
      if (!forward)
        to = telaah_highlights_previous (self->highlights, offset);
      else if (offset > 0)
        to = telaah_highlights_next (self->highlights, offset - 1);    /* one that begins here too */
      else if (telaah_highlights_get_n (self->highlights) > 0)
        to = telaah_highlights_get (self->highlights, 0);
    }

  return to != NULL ? telaah_passage_fields (to->passage)->id : NULL;
}

static void
select_clicked (TelaahTextView *self,
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
    select_clicked (self, hits->pdata[chosen]);
}

/* ---- Where one is ---- */

static guint
offset_at_y (TelaahTextView *self,
             int             x,
             int             y)
{
  GtkTextIter iter;

  gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, x, y);

  return gtk_text_iter_get_offset (&iter);
}

/* Empty before the view has a size. */
void
telaah_text_view_get_visible_span (TelaahTextView *self,
                                   TelaahSpan     *span)
{
  GdkRectangle visible;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  *span = (TelaahSpan) { 0, 0 };
  if (self->width > 0 && visible.y + visible.height > 0)
    *span = (TelaahSpan) { offset_at_y (self, visible.x, MAX (visible.y, 0)),
                           offset_at_y (self, visible.x + visible.width, visible.y + visible.height) };
}

static gboolean
is_in_line (TelaahTextView *self,
            guint           start,
            guint           offset)
{
  GtkTextIter a, b;
  GdkRectangle x, y;

  get_iter (self, start, &a);
  get_iter (self, offset, &b);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &a, &x);
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self), &b, &y);

  return x.y == y.y;
}

/* Scrolls to the held place, wherever it is by now. */
static void
apply_hold (TelaahTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter iter;
  GdkRectangle line;
  double page, value;

  if (self->held == G_MAXUINT || self->vadjustment == NULL || self->width == 0)
    return;

  get_iter (self, self->held, &iter);
  gtk_text_view_get_iter_location (view, &iter, &line);
  page = gtk_adjustment_get_page_size (self->vadjustment);
  value = gtk_text_view_get_top_margin (view) + line.y - self->held_align * (page - line.height);
  if (fabs (value - gtk_adjustment_get_value (self->vadjustment)) >= 1)
    gtk_adjustment_set_value (self->vadjustment, value);
}

static gboolean
release_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);

  self->release_source = 0;
  apply_hold (self);
  if (self->width > 0)
    self->held = G_MAXUINT;

  return G_SOURCE_REMOVE;
}

/* Keeps the line with the character at @offset where @align says, 0 at the top to 1 at the bottom, until the heights
 * of all lines are known: GtkTextView guesses those that it has not laid out, and loses the place as it learns them.
 * The reader's own scrolling lets go of it. */
void
telaah_text_view_hold (TelaahTextView *self,
                       guint           offset,
                       double          align)
{
  self->held = offset;
  self->kept = offset;
  self->held_align = align;

  g_clear_handle_id (&self->release_source, g_source_remove);
  self->release_source = g_idle_add_full (PRIORITY_VALIDATED, release_cb, self, NULL);
  telaah_text_view_queue_visible (self);
}

static gboolean
visible_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);

  self->visible_source = 0;
  apply_hold (self);
  telaah_text_view_emit_visible (self);

  return G_SOURCE_REMOVE;
}

void
telaah_text_view_queue_visible (TelaahTextView *self)
{
  if (self->visible_source == 0)
    self->visible_source = g_idle_add_full (PRIORITY_VISIBLE, visible_cb, self, NULL);
}

/* Returns: the first character in sight; 0 where the header is. As long as nobody scrolls it is the same in every
 * width, though the line that it is in begins elsewhere */
guint
telaah_text_view_get_top (TelaahTextView *self)
{
  GdkRectangle visible;
  guint top;

  g_return_val_if_fail (TELAAH_IS_TEXT_VIEW (self), 0);

  if (self->held != G_MAXUINT && self->held_align == 0)
    return self->held;
  if (self->width == 0)
    return 0;

  gtk_text_view_get_visible_rect (GTK_TEXT_VIEW (self), &visible);
  top = visible.y > 0 ? offset_at_y (self, visible.x, visible.y) : 0;

  return self->kept != G_MAXUINT && is_in_line (self, top, self->kept) ? self->kept : top;
}

static void
scroll_to_offset (TelaahTextView *self,
                  guint           offset,
                  double          align)
{
  GtkTextMark *mark = gtk_text_buffer_get_mark (get_buffer (self), "place");
  GtkTextIter iter;

  if (mark == NULL)
    return;

  /* The view itself lays out what is there, so that it is right in the first frame. */
  get_iter (self, offset, &iter);
  gtk_text_buffer_move_mark (get_buffer (self), mark, &iter);
  gtk_text_view_scroll_to_mark (GTK_TEXT_VIEW (self), mark, 0, TRUE, 0, align);
  telaah_text_view_hold (self, offset, align);
}

/* Puts the line with the character at @offset at the top. 0: the very top, with the header. */
void
telaah_text_view_set_top (TelaahTextView *self,
                          guint           offset)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (offset > 0)
    {
      scroll_to_offset (self, offset, 0);
      return;
    }

  let_go (self);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, 0);
}

/* Brings the beginning of @span into sight; does nothing where it is there already, with some lines behind it. */
void
telaah_text_view_scroll_to (TelaahTextView *self,
                            TelaahSpan      span)
{
  const guint some_lines = 200;
  TelaahSpan visible;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_text_view_get_visible_span (self, &visible);
  if (span.start < visible.start || MIN (span.end, span.start + some_lines) > visible.end)
    scroll_to_offset (self, span.start, 0.3);
}

/**
 * telaah_text_view_get_span_area:
 * @area: (out caller-allocates): what of @span is in sight, in the widget's coordinates: where a popover may point
 */
void
telaah_text_view_get_span_area (TelaahTextView *self,
                                TelaahSpan      span,
                                GdkRectangle   *area)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  GtkTextIter start, end;
  GdkRectangle first, last;
  int left, x, y, bottom;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  get_iter (self, span.start, &start);
  get_iter (self, span.end, &end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  left = gtk_text_view_get_left_margin (view);

  if (first.y == last.y)
    *area = (GdkRectangle) { MIN (first.x, last.x), first.y, ABS (last.x - first.x), first.height };
  else
    *area = (GdkRectangle) { left, first.y, self->width - left - gtk_text_view_get_right_margin (view),
                             last.y + last.height - first.y };

  gtk_text_view_buffer_to_window_coords (view, GTK_TEXT_WINDOW_WIDGET, area->x, area->y, &x, &y);
  bottom = CLAMP (y + area->height, 0, self->height);
  area->x = x;
  area->y = CLAMP (y, 0, self->height);
  area->height = bottom - area->y;
}

/* ---- The pointer ---- */

static void
pressed_cb (TelaahTextView  *self,
            int              n_press,
            double           x,
            double           y,
            GtkGestureClick *gesture)
{
  TelaahPassage *passage = telaah_text_view_get_bracket (self, x, y);
  GtkTextIter iter;
  int left, top;

  self->pressed_at = G_MAXUINT;
  if (passage != NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
      select_clicked (self, passage);
      return;
    }

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self), GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  if (n_press == 1 && top >= 0
      && gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self), &iter, left, top))
    self->pressed_at = gtk_text_iter_get_offset (&iter);
}

static gboolean
click_cb (gpointer user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);
  guint offset = self->pressed_at;

  self->click_source = 0;
  self->pressed_at = G_MAXUINT;
  if (offset != G_MAXUINT && !gtk_text_buffer_get_has_selection (get_buffer (self)))
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
    let_go (self);

  if (type != GDK_TOUCH_END
      && (type != GDK_BUTTON_RELEASE || gdk_button_event_get_button (event) != GDK_BUTTON_PRIMARY))
    return GDK_EVENT_PROPAGATE;

  if (self->click_source == 0)
    self->click_source = g_idle_add_full (G_PRIORITY_DEFAULT, click_cb, self, NULL);
  if (self->settle_source != 0)
    queue_settle (self, 0);

  return GDK_EVENT_PROPAGATE;
}

static void
motion_cb (TelaahTextView *self,
           double          x,
           double          y)
{
  const char *cursor = telaah_text_view_get_bracket (self, x, y) != NULL ? "pointer" : "text";
  GdkCursor *before = gtk_widget_get_cursor (GTK_WIDGET (self));

  if (before == NULL || g_strcmp0 (gdk_cursor_get_name (before), cursor) != 0)
    gtk_widget_set_cursor_from_name (GTK_WIDGET (self), cursor);
}

/* Enter does at the cursor what a click does. */
static gboolean
return_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter cursor;

  if (gtk_text_buffer_get_has_selection (buffer))
    return FALSE;

  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  telaah_text_view_click_at_offset (self, gtk_text_iter_get_offset (&cursor));

  return TRUE;
}

void
telaah_text_view_init_places (TelaahTextView *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *legacy = gtk_event_controller_legacy_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();

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

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("Return|KP_Enter"),
                                                          gtk_callback_action_new (return_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  telaah_text_view_follow_buffer (self);
}

void
telaah_text_view_dispose_places (TelaahTextView *self)
{
  g_clear_handle_id (&self->visible_source, g_source_remove);
  g_clear_handle_id (&self->release_source, g_source_remove);
  g_clear_handle_id (&self->settle_source, g_source_remove);
  g_clear_handle_id (&self->click_source, g_source_remove);
}
