/* The places of the same words, beside the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-occurrences.h"
#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-reader-private.h"

#define SIDE "occurrences"

static TelaahOccurrences *
get_occurrences (TelaahReader *self)
{
  return TELAAH_OCCURRENCES (gtk_stack_get_child_by_name (self->sides, SIDE));
}

/* The words that are selected, else those of the passage that is. */
static gboolean
get_span (TelaahReader *self,
          TelaahSpan   *span)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);
  TelaahPassage *passage;

  if (telaah_text_view_get_selection (telaah_source_page_get_text_view (page), span))
    return TRUE;

  passage = telaah_session_find_passage (self->session, telaah_source_page_get_passage (page));
  if (passage != NULL)
    *span = telaah_passage_fields (passage)->span;

  return passage != NULL;
}

/* What they are most likely to be tagged with: as the passage is, else as the last one was. Borrowed; NULL: no idea. */
static const char *
get_theme (TelaahReader *self)
{
  TelaahPassage *passage =
    telaah_session_find_passage (self->session, telaah_source_page_get_passage (telaah_reader_get_page (self)));

  if (passage != NULL && telaah_passage_fields (passage)->themes[0] != NULL)
    return telaah_passage_fields (passage)->themes[0];

  return self->last_themes != NULL ? self->last_themes[0] : NULL;
}

/* Where there is no room for all three, the sidebar gives its own to the list until this is closed. */
static void
make_room (TelaahReader *self)
{
  int minimum;

  gtk_widget_set_visible (self->cards_pane, TRUE);
  gtk_widget_measure (GTK_WIDGET (self), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  if (gtk_widget_get_width (GTK_WIDGET (self)) > 0 && minimum > gtk_widget_get_width (GTK_WIDGET (self)))
    gtk_widget_set_visible (self->sidebar_pane, FALSE);
}

void
telaah_reader_tag_occurrences (TelaahReader *self)
{
  g_autofree char *source = g_strdup (telaah_reader_get_source (self)), *words = NULL, *theme = NULL;
  g_autoptr(TelaahText) text = NULL;
  g_autoptr(GError) error = NULL;
  TelaahSpan span;

  if (self->session == NULL || source == NULL)
    return;

  if (!get_span (self, &span) || span.start == span.end)
    {
      g_signal_emit_by_name (self, "failed", _("Select the words to look for first."));
      return;
    }

  text = telaah_session_dup_text (self->session, source, &error);
  if (text == NULL)
    {
      g_signal_emit_by_name (self, "failed", error->message);
      return;
    }

  words = telaah_text_dup_slice (text, span);
  theme = g_strdup (get_theme (self));
  telaah_reader_set_side (self, SIDE);
  make_room (self);
  telaah_occurrences_find (get_occurrences (self), source, words, theme);
  gtk_widget_grab_focus (GTK_WIDGET (get_occurrences (self)));
}

static void
show_span_cb (TelaahReader *self,
              const char   *source,
              guint         start,
              guint         end)
{
  g_autofree char *id = g_strdup (source);
  TelaahSourcePage *page;

  telaah_reader_open_source (self, id);
  page = telaah_reader_get_page (self);
  if (page != NULL && g_strcmp0 (telaah_source_page_get_source (page), id) == 0)
    telaah_source_page_show_span (page, (TelaahSpan) { start, end });
}

static void
closed_cb (TelaahReader *self)
{
  if (g_strcmp0 (telaah_reader_get_side (self), SIDE) != 0)
    return;

  telaah_reader_set_side (self, "cards");
  telaah_reader_update_layout (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The window says it, with Undo. */
static void
done_cb (TelaahReader *self,
         const char   *message)
{
  g_signal_emit_by_name (self, "removed", message);
}

static void
failed_cb (TelaahReader *self,
           const char   *message)
{
  g_signal_emit_by_name (self, "failed", message);
}

void
telaah_reader_set_occurrences_session (TelaahReader  *self,
                                       TelaahSession *session)
{
  telaah_occurrences_set_session (get_occurrences (self), session);
}

void
telaah_reader_init_occurrences (TelaahReader *self)
{
  GtkWidget *occurrences = telaah_occurrences_new ();

  telaah_reader_add_side (self, SIDE, occurrences);
  g_signal_connect_swapped (occurrences, "show-span", G_CALLBACK (show_span_cb), self);
  g_signal_connect_swapped (occurrences, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (occurrences, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (occurrences, "failed", G_CALLBACK (failed_cb), self);
}
