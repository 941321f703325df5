/* The window with the words of the project, and from there into the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app/search/telaah-search-spans.h"
#include "app/telaah-window-private.h"
#include "app/words/telaah-words-window.h"

/* Of a selection that is to be looked for, in bytes: what is longer is read, not looked for. */
#define MOST_WORDS 100

static void
open_hit_cb (TelaahWindow *self,
             gpointer      data,
             gboolean      enter)
{
  const TelaahHit *hit = data;
  g_autoptr(GArray) words = telaah_search_spans_of_hit (hit);

  telaah_window_go_to_reader (self);
  telaah_reader_open_hit (self->reader, hit->source, hit->span, words);
  if (!enter)
    return;

  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
  gtk_window_present (GTK_WINDOW (self));
}

/* The words that are selected in the text become what is asked. */
static void
words_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       widget)
{
  TelaahWindow *self = widget;
  TelaahSourcePage *page = telaah_window_is_reading (self) ? telaah_reader_get_page (self->reader) : NULL;
  g_autofree char *selection = page != NULL ? telaah_source_page_dup_selection (page) : NULL;

  if (self->words == NULL)
    {
      TelaahWordsWindow *window = telaah_words_window_new (self->session);

      telaah_window_adopt (self, GTK_WIDGET (window), (gpointer *) &self->words);
      g_signal_connect_object (window, "open-hit", G_CALLBACK (open_hit_cb), self, G_CONNECT_SWAPPED);
    }

  if (selection != NULL && strlen (selection) <= MOST_WORDS)
    telaah_words_window_ask_for (TELAAH_WORDS_WINDOW (self->words), g_strstrip (selection));
  gtk_window_present (GTK_WINDOW (self->words));
}

void
telaah_window_init_words (TelaahWindow *self)
{
  static const GActionEntry entries[] = { { "words", words_cb } };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
}

void
telaah_window_update_words (TelaahWindow *self)
{
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "words")),
                               self->session != NULL);
}
