/* The commands on a source.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-source-page-private.h"

/* For how long it is not said again that all is coded, in microseconds. */
#define QUIET (6 * G_USEC_PER_SEC)

/* What a command is about: the words that are selected, else the passage that is. */
static gboolean
get_span (TelaahSourcePage *self,
          TelaahSpan       *span)
{
  TelaahPassage *passage;

  if (!telaah_source_page_load (self))
    return FALSE;

  if (telaah_text_view_get_selection (self->text_view, span))
    return TRUE;

  passage = telaah_session_find_passage (self->session, telaah_text_view_get_selected (self->text_view));
  if (passage == NULL)
    return FALSE;

  *span = telaah_passage_fields (passage)->span;
  return TRUE;
}

/* The passage is what remains of the selection; a caret at its start lets reading go on from there. */
void
telaah_source_page_finish_tagging (TelaahSourcePage *self,
                                   const char       *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self->session, passage);

  if (item != NULL)
    {
      guint start = telaah_passage_fields (item)->span.start;

      telaah_text_view_select_span (self->text_view, (TelaahSpan) { start, start });
    }
  telaah_source_page_select (self, passage, FALSE);
  telaah_source_page_emit_tagged (self, passage);
}

void
telaah_source_page_tag_with_all (TelaahSourcePage  *self,
                                 const char *const *themes)
{
  TelaahTagging tagging = { .source = self->source, .themes = themes };
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (!get_span (self, &tagging.span))
    return;

  id = telaah_session_tag (self->session, &tagging, &error);
  if (id != NULL)
    telaah_source_page_finish_tagging (self, id);
  else
    telaah_source_page_emit_failed (self, error->message);
}

void
telaah_source_page_tag_with (TelaahSourcePage *self,
                             const char       *theme)
{
  telaah_source_page_tag_with_all (self, (const char *const[]) { theme, NULL });
}

void
telaah_source_page_tag_with_digit (TelaahSourcePage *self,
                                   guint             digit)
{
  GListModel *themes;

  if (self->session == NULL)
    return;

  themes = telaah_session_get_themes (self->session);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (telaah_theme_fields (theme)->digit == digit)
        {
          g_autofree char *id = g_strdup (telaah_theme_fields (theme)->id);

          telaah_source_page_tag_with (self, id);
          return;
        }
    }
}

void
telaah_source_page_open_palette (TelaahSourcePage *self)
{
  GdkRectangle area;
  TelaahSpan span;

  if (!get_span (self, &span))
    return;

  telaah_text_view_get_span_area (self->text_view, span, &area);
  telaah_tag_popover_open (telaah_source_page_get_popover (self), self->source, span, &area);
}

/* The words of a passage in the palette, to give them other themes. */
void
telaah_source_page_retag (TelaahSourcePage *self,
                          const char       *passage)
{
  TelaahPassage *item = telaah_source_page_load (self) ? telaah_session_find_passage (self->session, passage) : NULL;

  if (item == NULL)
    return;

  telaah_text_view_select_span (self->text_view, telaah_passage_fields (item)->span);
  telaah_source_page_open_palette (self);
}

/* On the selected passage. Words that are not tagged yet get their note in the palette. */
void
telaah_source_page_write_note (TelaahSourcePage *self)
{
  const char *passage = telaah_source_page_get_passage (self);
  TelaahSpan span;

  if (!telaah_source_page_load (self))
    return;

  if (telaah_text_view_get_selection (self->text_view, &span) || passage == NULL)
    {
      telaah_source_page_open_palette (self);
      telaah_tag_popover_focus_note (telaah_source_page_get_popover (self));
      return;
    }

  telaah_source_page_emit_edit_note (self, passage);
}

void
telaah_source_page_untag (TelaahSourcePage *self)
{
  g_autofree char *id = g_strdup (telaah_source_page_get_passage (self));
  g_autoptr(GError) error = NULL;

  if (self->session == NULL || telaah_session_find_passage (self->session, id) == NULL)
    return;

  if (!telaah_session_untag (self->session, id, NULL, &error))
    {
      telaah_source_page_emit_failed (self, error->message);
      return;
    }

  telaah_source_page_select (self, NULL, FALSE);
  telaah_source_page_emit_removed (self, _("Passage"));
}

/* To the next or previous passage. */
void
telaah_source_page_step (TelaahSourcePage *self,
                         gboolean          forward)
{
  const char *passage;

  if (!telaah_source_page_load (self))
    return;

  passage = telaah_text_view_get_neighbour (self->text_view, forward);
  if (passage != NULL)
    telaah_source_page_select (self, passage, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->text_view));
}

/* That nothing is left to code that way; not again and again while a key is held. */
static void
say_coded (TelaahSourcePage *self,
           gboolean          forward)
{
  gint64 now = g_get_monotonic_time ();

  gtk_widget_error_bell (GTK_WIDGET (self->text_view));
  if (self->said_coded != 0 && now - self->said_coded < QUIET)
    return;

  self->said_coded = now;
  if (telaah_text_view_is_all_coded (self->text_view))
    telaah_source_page_emit_failed (self, _("Every sentence has a passage"));
  else if (forward)
    telaah_source_page_emit_failed (self, _("Every sentence after this one has a passage"));
  else
    telaah_source_page_emit_failed (self, _("Every sentence before this one has a passage"));
}

/* To the next or previous sentence that no passage touches. */
void
telaah_source_page_step_uncoded (TelaahSourcePage *self,
                                 gboolean          forward)
{
  if (!telaah_source_page_load (self))
    return;

  telaah_source_page_need_sentences (self);
  if (!telaah_text_view_step_sentence (self->text_view, forward, TRUE))
    say_coded (self, forward);
}

/* To the next or previous passage of the selected one's first theme. */
void
telaah_source_page_step_of_theme (TelaahSourcePage *self,
                                  gboolean          forward)
{
  TelaahPassage *item = telaah_source_page_load (self) ?
                        telaah_session_find_passage (self->session, telaah_source_page_get_passage (self)) : NULL;
  const char *theme = item != NULL ? telaah_passage_fields (item)->themes[0] : NULL;
  const char *found = theme != NULL ? telaah_text_view_get_neighbour_of (self->text_view, forward, theme) : NULL;

  if (found != NULL)
    telaah_source_page_select (self, found, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->text_view));
}

/* Borrowed; the first passage of @theme after the selected one, and round again at the end. */
static const char *
find_of_theme (TelaahSourcePage *self,
               const char       *theme)
{
  GListModel *passages = telaah_session_get_passages (self->session, self->source);
  const char *at = telaah_source_page_get_passage (self);
  const char *first = NULL, *next = NULL;
  gboolean past = at == NULL;

  for (guint i = 0; i < g_list_model_get_n_items (passages) && next == NULL; i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const char *id = telaah_passage_fields (passage)->id;

      if (telaah_passage_has_theme (passage, theme))
        {
          first = first != NULL ? first : id;
          next = past ? id : NULL;
        }
      past = past || g_str_equal (id, at);
    }

  return next != NULL ? next : first;
}

/* With words selected it tags them; without, it goes to the theme's next passage. */
void
telaah_source_page_activate_theme (TelaahSourcePage *self,
                                   const char       *theme)
{
  const char *passage;
  TelaahSpan span;

  if (!telaah_source_page_load (self))
    return;

  if (telaah_text_view_get_selection (self->text_view, &span))
    telaah_source_page_tag_with (self, theme);
  else if ((passage = find_of_theme (self, theme)) != NULL)
    telaah_source_page_select (self, passage, TRUE);
}
