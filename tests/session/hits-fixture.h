/* Hits as a search would find them, for tests of what becomes of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"
#include "support/telaah-test-session.h"
#include "text/telaah-find.h"

/* The sentence that it stands in; itself, where it stands in none. */
static TelaahSpan
find_sentence (GArray     *sentences,
               TelaahSpan  span)
{
  for (guint i = 0; i < sentences->len; i++)
    if (telaah_span_overlaps (g_array_index (sentences, TelaahSpan, i), span))
      return g_array_index (sentences, TelaahSpan, i);

  return span;
}

static void
add_hits (TelaahSession *session,
          const char    *source,
          const char    *words,
          GPtrArray     *hits)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (session, source, NULL);
  g_autoptr(GArray) sentences = telaah_session_dup_sentences (session, source, NULL);
  g_autoptr(GArray) spans = telaah_text_find_words (text, words);

  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);
      g_autofree char *quote = telaah_text_dup_slice (text, span);
      TelaahHit hit = {
        .place = TELAAH_PLACE_TEXT, .source = (char *) source, .span = span, .sentence = find_sentence (sentences, span),
        .quote = quote, .n_parts = 1, .parts = &span,
      };

      g_ptr_array_add (hits, telaah_hit_copy (&hit));
    }
}
