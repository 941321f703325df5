/* What a page's text view is told of its source besides the words: sentences and marks; and what it asks for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-page-private.h"

/* ---- Sentences ---- */

/* Now, where they are wanted before their turn has come. */
void
telaah_source_page_need_sentences (TelaahSourcePage *self)
{
  g_autoptr(GArray) sentences = NULL;

  if (!self->sentences_due || !self->loaded)
    return;

  self->sentences_due = FALSE;
  sentences = telaah_session_dup_sentences (self->session, self->source, NULL);
  telaah_text_view_set_sentences (self->text_view, sentences);
}

static gboolean
sentences_cb (gpointer user_data)
{
  TelaahSourcePage *self = user_data;

  self->sentences_source = 0;
  telaah_source_page_need_sentences (self);

  return G_SOURCE_REMOVE;
}

/* After the text has been drawn, since only keys want them; not for a page that is not on the screen. */
void
telaah_source_page_queue_sentences (TelaahSourcePage *self)
{
  if (self->sentences_due && self->sentences_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->sentences_source = g_idle_add_full (G_PRIORITY_LOW, sentences_cb, self, NULL);
}

void
telaah_source_page_stop_sentences (TelaahSourcePage *self)
{
  if (self->sentences_source != 0)
    g_source_remove (self->sentences_source);
  self->sentences_source = 0;
}

/* What depends on the marks, and on the text. */
void
telaah_source_page_marks_changed (TelaahSourcePage *self)
{
  self->sentences_due = TRUE;
  telaah_source_page_queue_sentences (self);
}

/* ---- From the view ---- */

static void
passage_left_cb (TelaahSourcePage *self)
{
  telaah_source_page_select (self, NULL, FALSE);
}

static void
border_moved_cb (TelaahSourcePage *self,
                 const char       *passage,
                 guint             start,
                 guint             end)
{
  g_autofree char *id = g_strdup (passage);
  g_autoptr(GError) error = NULL;

  if (!telaah_session_move_passage (self->session, id, (TelaahSpan) { start, end }, &error))
    telaah_source_page_emit_failed (self, error->message);
}

static void
mark_activated_cb (TelaahSourcePage *self,
                   const char       *mark,
                   GdkRectangle     *area)
{
  telaah_source_page_open_mark (self, mark);
}

void
telaah_source_page_init_view (TelaahSourcePage *self)
{
  g_signal_connect_swapped (self->text_view, "passage-left", G_CALLBACK (passage_left_cb), self);
  g_signal_connect_swapped (self->text_view, "border-moved", G_CALLBACK (border_moved_cb), self);
  g_signal_connect_swapped (self->text_view, "mark-activated", G_CALLBACK (mark_activated_cb), self);
}
