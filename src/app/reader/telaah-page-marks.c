/* The headings and the clutter of a page: marking them, and asking about those that were found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-page-texts-private.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-text-view-private.h"

/* ---- Headings and clutter ---- */

/* The place of the caret. */
static guint
get_cursor (TelaahSourcePage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->text_view));
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_mark (buffer, &iter, gtk_text_buffer_get_insert (buffer));

  return telaah_text_view_get_offset (self->text_view, &iter);
}

/* What a command on a mark is about: the words that are selected, else the mark that the caret is in. */
static gboolean
get_marked (TelaahSourcePage *self,
            TelaahSpan       *span)
{
  TelaahMark *mark;

  if (!telaah_source_page_load (self) || telaah_source_page_is_editing (self))
    return FALSE;
  if (telaah_text_view_get_selection (self->text_view, span))
    return TRUE;

  mark = telaah_mark_find_at (self->session, self->source, get_cursor (self));
  if (mark == NULL)
    {
      telaah_source_page_emit_failed (self, _("Select words first"));
      return FALSE;
    }

  *span = telaah_mark_fields (mark)->span;
  return TRUE;
}

/* The selection has served; reading goes on from there. */
void
telaah_page_texts_let_go (TelaahSourcePage *self,
                          TelaahSpan        span)
{
  telaah_text_view_select_span (self->text_view, (TelaahSpan) { span.start, span.start });
}

void
telaah_source_page_mark_as (TelaahSourcePage *self,
                            TelaahMarkKind    kind)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;
  TelaahSpan span;

  if (!get_marked (self, &span))
    return;

  id = telaah_session_add_mark (self->session, self->source, span, kind, 0, &error);
  if (id != NULL)
    telaah_page_texts_let_go (self, span);
  else
    telaah_source_page_emit_failed (self, error->message);
}

/* What is marked there belongs to the text again. */
void
telaah_source_page_unmark (TelaahSourcePage *self)
{
  g_autoptr(GError) error = NULL;
  TelaahSpan span;

  if (!get_marked (self, &span))
    return;

  if (telaah_session_clear_marks (self->session, self->source, span, NULL, &error))
    {
      telaah_page_texts_let_go (self, span);
      telaah_source_page_emit_done (self, _("It belongs to the text now"));
    }
  else
    telaah_source_page_emit_failed (self, error->message);
}

/* Selected, and in sight; nobody is asked for a theme. */
void
telaah_source_page_show_span (TelaahSourcePage *self,
                              TelaahSpan        span)
{
  if (!telaah_source_page_load (self))
    return;

  self->by_pointer = FALSE;
  telaah_text_view_scroll_to (self->text_view, span);
  telaah_text_view_select_span (self->text_view, span);
}

static void
show_span_cb (TelaahPageTexts *self,
              guint            start,
              guint            end)
{
  telaah_source_page_show_span (self->page, (TelaahSpan) { start, end });
}

/* It asks about the source that the page is for. */
void
telaah_page_texts_need_clutter (TelaahPageTexts *self)
{
  TelaahSourcePage *page = self->page;

  if (self->clutter == NULL)
    {
      self->clutter = TELAAH_CLUTTER_BAR (telaah_clutter_bar_new ());
      self->clutter_slot = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
      gtk_widget_set_hexpand (GTK_WIDGET (self->clutter), TRUE);
      gtk_box_append (GTK_BOX (self->clutter_slot), GTK_WIDGET (self->clutter));
      gtk_box_append (GTK_BOX (self->bars), self->clutter_slot);
      g_signal_connect_swapped (self->clutter, "show-span", G_CALLBACK (show_span_cb), self);
      g_signal_connect_swapped (self->clutter, "done", G_CALLBACK (telaah_page_texts_done_cb), self);
      g_signal_connect_swapped (self->clutter, "failed", G_CALLBACK (telaah_page_texts_failed_cb), self);
    }
  telaah_clutter_bar_set_source (self->clutter, page->session, page->source);
}

/**
 * telaah_source_page_find_clutter:
 *
 * Looks for headings and clutter once more, and asks about what is still open.
 *
 * Returns: whether there is anything to ask about
 */
gboolean
telaah_source_page_find_clutter (TelaahSourcePage *self)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_source_page_load (self))
    return FALSE;

  if (!telaah_session_propose_marks (self->session, self->source, &error))
    {
      telaah_source_page_emit_failed (self, error->message);
      return FALSE;
    }

  telaah_page_texts_need_clutter (self->texts);
  telaah_clutter_bar_reopen (self->texts->clutter);

  return gtk_widget_get_visible (GTK_WIDGET (self->texts->clutter));
}

/* Why it is, and what may be done about it, beside its words. */
void
telaah_source_page_open_mark (TelaahSourcePage *self,
                              const char       *mark)
{
  TelaahPageTexts *texts = self->texts;
  TelaahMark *item = telaah_source_page_load (self) ? telaah_mark_find (self->session, self->source, mark) : NULL;
  GdkRectangle area;

  if (item == NULL)
    return;

  if (texts->popover == NULL)
    {
      texts->popover = TELAAH_MARK_POPOVER (telaah_mark_popover_new ());
      gtk_widget_set_parent (GTK_WIDGET (texts->popover), GTK_WIDGET (self->text_view));
      g_signal_connect_swapped (texts->popover, "done", G_CALLBACK (telaah_page_texts_done_cb), texts);
      g_signal_connect_swapped (texts->popover, "failed", G_CALLBACK (telaah_page_texts_failed_cb), texts);
    }

  telaah_text_view_get_span_area (self->text_view, telaah_mark_fields (item)->span, &area);
  telaah_mark_popover_open (texts->popover, self->session, self->source, mark, &area);
}
