/* The page that a text is edited on: its typography is that of reading, and what is done to it is noted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-edit-private.h"

#include <string.h>

/* Passages that are shown while their text is edited; each costs a tag, and more are a blur anyway. */
#define MOST_SHOWN 2000

/* For how long at least the place is held that a text is opened at, in milliseconds. */
#define HOLD 50

/* ---- Noting what is done ---- */

static void
insert_text_cb (GtkTextBuffer  *buffer,
                GtkTextIter    *at,
                const char     *text,
                int             n_bytes,
                TelaahTextEdit *self)
{
  gsize length = n_bytes < 0 ? strlen (text) : (gsize) n_bytes;

  /* Texts have LF alone, wherever they were copied from. */
  if (memchr (text, '\r', length) != NULL)
    {
      g_autoptr(GString) plain = g_string_new_len (text, length);

      g_string_replace (plain, "\r\n", "\n", 0);
      g_string_replace (plain, "\r", "\n", 0);
      g_signal_stop_emission_by_name (buffer, "insert-text");
      gtk_text_buffer_insert (buffer, at, plain->str, plain->len);
      return;
    }

  telaah_text_edit_release (self);
  telaah_edit_log_insert (self->log, gtk_text_iter_get_offset (at), g_utf8_strlen (text, length), self->undoing);
  telaah_text_edit_queue_outlook (self);
}

static void
delete_range_cb (GtkTextBuffer  *buffer,
                 GtkTextIter    *start,
                 GtkTextIter    *end,
                 TelaahTextEdit *self)
{
  telaah_text_edit_release (self);
  telaah_edit_log_delete (self->log, (TelaahSpan) { gtk_text_iter_get_offset (start), gtk_text_iter_get_offset (end) },
                          self->undoing);
  telaah_text_edit_queue_outlook (self);
}

static void
before_undo_cb (TelaahTextEdit *self)
{
  self->undoing = TRUE;
}

static void
after_undo_cb (TelaahTextEdit *self)
{
  self->undoing = FALSE;
}

/* ---- The page ---- */

/* A wash under the words of the passages, so that one sees what one is about to cut. */
static void
show_passages (TelaahTextEdit *self,
               GtkTextBuffer  *buffer)
{
  GListModel *passages = telaah_session_get_passages (self->session, self->source);
  guint n = g_list_model_get_n_items (passages);
  const GdkRGBA wash = { 0.5, 0.5, 0.5, 0.18 };
  GtkTextTag *tag = gtk_text_buffer_create_tag (buffer, "passage", "background-rgba", &wash, NULL);

  for (guint i = 0; i < n && n <= MOST_SHOWN; i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      TelaahSpan span = telaah_passage_fields (passage)->span;
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
      gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
      gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
    }
}

GtkTextBuffer *
telaah_text_edit_make_buffer (TelaahTextEdit *self)
{
  GtkTextBuffer *buffer = gtk_text_buffer_new (NULL);

  gtk_text_buffer_set_text (buffer, telaah_text_get_body (self->before), telaah_text_get_n_bytes (self->before));
  show_passages (self, buffer);

  g_signal_connect (buffer, "insert-text", G_CALLBACK (insert_text_cb), self);
  g_signal_connect (buffer, "delete-range", G_CALLBACK (delete_range_cb), self);
  g_signal_connect_swapped (buffer, "undo", G_CALLBACK (before_undo_cb), self);
  g_signal_connect_data (buffer, "undo", G_CALLBACK (after_undo_cb), self, NULL, G_CONNECT_SWAPPED | G_CONNECT_AFTER);

  return buffer;
}

/* The column and the lines of the text that was read. */
static gboolean
take_look_cb (gpointer user_data)
{
  TelaahTextEdit *self = user_data;
  int natural;

  self->look_source = 0;
  if (self->look == NULL)
    return G_SOURCE_REMOVE;

  gtk_widget_measure (GTK_WIDGET (self->look), GTK_ORIENTATION_HORIZONTAL, -1, NULL, &natural, NULL, NULL);
  adw_clamp_scrollable_set_maximum_size (self->clamp, natural);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, natural);
  gtk_text_view_set_pixels_inside_wrap (self->view, gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (self->look)));
  gtk_text_view_set_pixels_above_lines (self->view, gtk_text_view_get_pixels_above_lines (GTK_TEXT_VIEW (self->look)));
  gtk_text_view_set_pixels_below_lines (self->view, gtk_text_view_get_pixels_below_lines (GTK_TEXT_VIEW (self->look)));

  return G_SOURCE_REMOVE;
}

/* Its typography is in its classes; what follows from it the view measures a little later. */
static void
look_changed_cb (TelaahTextEdit *self)
{
  g_auto(GStrv) classes = gtk_widget_get_css_classes (GTK_WIDGET (self->look));

  gtk_widget_set_css_classes (GTK_WIDGET (self->view), (const char **) classes);
  if (self->look_source == 0)
    self->look_source = g_idle_add (take_look_cb, self);
}

void
telaah_text_edit_set_look (TelaahTextEdit *self,
                           TelaahTextView *look)
{
  if (self->look != NULL)
    g_signal_handlers_disconnect_by_data (self->look, self);
  g_set_weak_pointer (&self->look, look);
  if (look == NULL)
    return;

  g_signal_connect_object (look, "notify::css-classes", G_CALLBACK (look_changed_cb), self, G_CONNECT_SWAPPED);
  look_changed_cb (self);
  g_clear_handle_id (&self->look_source, g_source_remove);
  take_look_cb (self);
}

/* Scrolls to the place that is held, wherever it is by now. */
static void
apply_hold (TelaahTextEdit *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));
  GtkTextBuffer *buffer = telaah_text_edit_get_buffer (self);
  GtkTextMark *mark = gtk_text_buffer_get_mark (buffer, "top");
  GdkRectangle line;
  GtkTextIter iter;

  if (mark == NULL || gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    return;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, mark);
  gtk_text_view_get_iter_location (self->view, &iter, &line);
  gtk_adjustment_set_value (adjustment, gtk_text_view_get_top_margin (self->view) + line.y);
}

void
telaah_text_edit_release (TelaahTextEdit *self)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view));

  if (adjustment != NULL)
    g_signal_handlers_disconnect_by_func (adjustment, apply_hold, self);
  g_clear_handle_id (&self->hold_source, g_source_remove);
}

static gboolean
release_cb (gpointer user_data)
{
  TelaahTextEdit *self = user_data;

  /* Not before it is on the screen. */
  if (gtk_widget_get_width (GTK_WIDGET (self->view)) == 0)
    return G_SOURCE_CONTINUE;

  self->hold_source = 0;
  apply_hold (self);
  telaah_text_edit_release (self);

  return G_SOURCE_REMOVE;
}

/* The view only guesses the heights of lines that it has not laid out, and would lose the place as it learns them,
 * in idle time: until then the place is held. */
void
telaah_text_edit_scroll_to (TelaahTextEdit *self,
                            guint           top,
                            guint           cursor)
{
  GtkTextBuffer *buffer = telaah_text_edit_get_buffer (self);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, cursor);
  gtk_text_buffer_place_cursor (buffer, &iter);
  telaah_text_edit_release (self);
  if (top == 0)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, top);
  gtk_text_buffer_create_mark (buffer, "top", &iter, TRUE);
  g_signal_connect_object (gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self->view)), "changed",
                           G_CALLBACK (apply_hold), self, G_CONNECT_SWAPPED);
  self->hold_source = g_timeout_add_full (G_PRIORITY_LOW, HOLD, release_cb, self, NULL);
}

/* The first character in sight, in the text as it is now; 0: its first line is, with whatever stands above it. */
guint
telaah_text_edit_get_top (TelaahTextEdit *self)
{
  GdkRectangle visible;
  GtkTextIter iter, before;

  gtk_text_view_get_visible_rect (self->view, &visible);
  gtk_text_view_get_iter_at_location (self->view, &iter, visible.x, MAX (visible.y, 0));
  before = iter;

  return gtk_text_view_backward_display_line (self->view, &before) ? gtk_text_iter_get_offset (&iter) : 0;
}
