/* Which source a page shows: its text, set when somebody sees it, and set anew where the source has another one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-page-private.h"

/* What is shown stays on the screen until something else is. */
void
telaah_source_page_forget (TelaahSourcePage *self)
{
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->passage, g_free);
  g_clear_pointer (&self->text, telaah_text_unref);
  g_clear_pointer (&self->sha256, g_free);
  self->top = 0;
  self->scroll = FALSE;
  self->loaded = FALSE;
}

void
telaah_source_page_show_nothing (TelaahSourcePage *self)
{
  if (self->source == NULL)
    return;

  telaah_source_page_forget (self);
  telaah_text_view_set_selected (self->text_view, NULL);
  telaah_text_view_set_passages (self->text_view, NULL);
  telaah_text_view_set_marks (self->text_view, NULL);
  telaah_text_view_set_sentences (self->text_view, NULL);
  telaah_strip_set_passages (self->strip, NULL);
  telaah_source_page_emit_source_changed (self);
}

static void
show_text (TelaahSourcePage *self,
           TelaahText       *text)
{
  TelaahSource *source = telaah_session_find_source (self->session, self->source);
  GListModel *passages = telaah_session_get_passages (self->session, self->source);
  g_autofree char *passage = g_steal_pointer (&self->passage);

  self->loaded = TRUE;
  g_clear_pointer (&self->text, telaah_text_unref);
  self->text = telaah_text_ref (text);
  g_free (self->sha256);
  self->sha256 = g_strdup (telaah_source_fields (source)->sha256);
  telaah_source_page_update_head (self);
  telaah_text_view_set_selected (self->text_view, NULL);
  telaah_text_view_set_passages (self->text_view, NULL);
  telaah_text_view_set_marks (self->text_view, NULL);
  telaah_text_view_set_sentences (self->text_view, NULL);
  telaah_text_view_set_text (self->text_view, text);
  telaah_text_view_set_passages (self->text_view, passages);
  telaah_text_view_set_marks (self->text_view, telaah_session_get_marks (self->session, self->source));
  telaah_source_page_marks_changed (self);
  telaah_strip_set_length (self->strip, telaah_text_get_characters (text));
  telaah_strip_set_passages (self->strip, passages);
  telaah_text_view_set_top (self->text_view, self->top);
  if (passage != NULL)
    telaah_source_page_select (self, passage, self->scroll);
}

/* The text, where it has not been set yet; FALSE: there is none. */
gboolean
telaah_source_page_load (TelaahSourcePage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahText) text = NULL;

  if (self->loaded || self->source == NULL)
    return self->loaded;

  text = telaah_session_dup_text (self->session, self->source, &error);
  if (text != NULL)
    show_text (self, text);
  else
    telaah_source_page_emit_failed (self, error->message);

  return text != NULL;
}

/* Where the words at @offset are in another version of the text; where they have gone, somewhere near. The very top
 * stays the top, whatever has come in there. */
static guint
find_again (TelaahText *before,
            TelaahText *after,
            guint       offset)
{
  g_autoptr(TelaahEdits) edits = telaah_edits_compare (before, after);
  TelaahSpan rest = { offset, telaah_text_get_characters (before) }, there;

  if (offset > 0 && telaah_edits_map_span (edits, rest, &there, NULL))
    return there.start;

  return MIN (offset, telaah_text_get_characters (after));
}

/* The source has another text now: the same words stay at the top. */
void
telaah_source_page_reload (TelaahSourcePage *self)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahText) text = telaah_session_dup_text (self->session, self->source, &error);

  if (text == NULL)
    {
      telaah_source_page_emit_failed (self, error->message);
      return;
    }

  self->top = find_again (self->text, text, telaah_source_page_get_top (self));
  g_free (self->passage);
  self->passage = g_strdup (telaah_source_page_get_passage (self));
  self->scroll = FALSE;
  show_text (self, text);
}

/* Borrowed; NULL: none. */
const char *
telaah_source_page_get_source (TelaahSourcePage *self)
{
  return self->source;
}

/**
 * telaah_source_page_open_source:
 *
 * Returns: %FALSE where its text cannot be read: it has been told then, and what was shown stays
 */
gboolean
telaah_source_page_open_source (TelaahSourcePage *self,
                                const char       *source)
{
  g_autofree char *id = g_strdup (source);
  g_autoptr(TelaahText) text = NULL;
  g_autoptr(GError) error = NULL;

  g_return_val_if_fail (TELAAH_IS_SOURCE_PAGE (self) && source != NULL, FALSE);

  if (self->session == NULL || g_strcmp0 (self->source, source) == 0)
    return self->session != NULL;

  if (gtk_widget_get_mapped (GTK_WIDGET (self)) &&
      (text = telaah_session_dup_text (self->session, id, &error)) == NULL)
    {
      telaah_source_page_emit_failed (self, error->message);
      return FALSE;
    }

  telaah_source_page_forget (self);
  self->source = g_steal_pointer (&id);
  if (text != NULL)
    show_text (self, text);
  telaah_source_page_emit_source_changed (self);

  return TRUE;
}

/* Borrowed; NULL: none. */
const char *
telaah_source_page_get_passage (TelaahSourcePage *self)
{
  return self->loaded ? telaah_text_view_get_selected (self->text_view) : self->passage;
}

/* Reading by key goes on from there. */
static void
put_caret (TelaahSourcePage *self,
           guint             offset)
{
  telaah_text_view_select_span (self->text_view, (TelaahSpan) { offset, offset });
}

/* To a place of the text, with nothing selected. */
void
telaah_source_page_go_to (TelaahSourcePage *self,
                          guint             offset)
{
  telaah_source_page_select (self, NULL, FALSE);
  if (self->loaded)
    put_caret (self, offset);
  telaah_source_page_set_top (self, offset);
}

/* NULL: none. @scroll: one goes to it. */
void
telaah_source_page_select (TelaahSourcePage *self,
                           const char       *passage,
                           gboolean          scroll)
{
  TelaahPassage *item = self->session != NULL ? telaah_session_find_passage (self->session, passage) : NULL;
  g_autofree char *id = item != NULL ? g_strdup (passage) : NULL;

  if (!self->loaded)
    {
      g_free (self->passage);
      self->passage = g_strdup (id);
      self->scroll = scroll;
    }
  else
    {
      if (item != NULL && scroll)
        put_caret (self, telaah_passage_fields (item)->span.start);
      telaah_text_view_set_selected (self->text_view, id);
      if (item != NULL && scroll)
        telaah_text_view_scroll_to (self->text_view, telaah_passage_fields (item)->span);
    }

  telaah_source_page_emit_selected (self, id);
}

/* ---- What a search has found ---- */

/**
 * telaah_source_page_set_hits:
 * @hits: (nullable) (element-type TelaahSpan): in text order, none of which overlap; kept
 * @current: (nullable) (element-type TelaahSpan): the words of the one that is looked at; kept
 */
void
telaah_source_page_set_hits (TelaahSourcePage *self,
                             GArray           *hits,
                             GArray           *current)
{
  TelaahSpan span = { 0, 0 };

  if (current != NULL && current->len > 0)
    span = (TelaahSpan) {
      g_array_index (current, TelaahSpan, 0).start, g_array_index (current, TelaahSpan, current->len - 1).end,
    };

  telaah_text_view_set_hits (self->text_view, hits);
  telaah_text_view_set_current_hit (self->text_view, current);
  telaah_strip_set_hits (self->strip, hits, span);
}

/* Brings it into sight, with nothing selected; reading by key goes on from there. */
void
telaah_source_page_go_to_hit (TelaahSourcePage *self,
                              TelaahSpan        span)
{
  if (!telaah_source_page_load (self))
    return;

  telaah_source_page_select (self, NULL, FALSE);
  put_caret (self, span.start);
  telaah_text_view_scroll_to (self->text_view, span);
}

/* The words that are selected; NULL: none are. */
char *
telaah_source_page_dup_selection (TelaahSourcePage *self)
{
  TelaahSpan span;

  return self->loaded && telaah_text_view_get_selection (self->text_view, &span) && span.start < span.end
           ? telaah_text_dup_slice (self->text, span) : NULL;
}

/* Empty where the text is not on the screen yet. */
void
telaah_source_page_get_visible_span (TelaahSourcePage *self,
                                     TelaahSpan       *span)
{
  *span = (TelaahSpan) { 0, 0 };
  if (self->loaded)
    telaah_text_view_get_visible_span (self->text_view, span);
}

guint
telaah_source_page_get_top (TelaahSourcePage *self)
{
  return self->loaded ? telaah_text_view_get_top (self->text_view) : self->top;
}

void
telaah_source_page_set_top (TelaahSourcePage *self,
                            guint             offset)
{
  self->top = offset;
  if (self->loaded)
    telaah_text_view_set_top (self->text_view, offset);
}
