/* Finds in texts what a query asks for, with the words of one language. Belongs to one thread, as
 * its lexicon does.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-lexicon.h"
#include "text/telaah-query.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

typedef struct _TelaahMatcher TelaahMatcher;

TelaahMatcher *telaah_matcher_new            (TelaahQuery        *query,
                                              TelaahLexicon      *lexicon);     /* must outlive it */
void           telaah_matcher_free           (TelaahMatcher      *self);

/* Hits that begin in @span, in text order, appended to @hits (TelaahHit without a source).
 * @sentences (TelaahSpan) are those of the text, in order; words outside of them are looked at
 * too, each stretch between two sentences being one. So what is found in parts of a text is what
 * is found in all of it, but by a regular expression, which wants it in one. @apart: spans in
 * text order that no hit may touch (clutter); may be NULL. FALSE with @error set: cancelled, or
 * a regular expression that took too long (G_IO_ERROR_TIMED_OUT); what was found before stays in
 * @hits. */
gboolean       telaah_matcher_find           (TelaahMatcher      *self,
                                              const TelaahText   *text,
                                              TelaahSpan          span,
                                              const GArray       *sentences,
                                              const GArray       *apart,
                                              GPtrArray          *hits,
                                              GCancellable       *cancellable,
                                              GError            **error);

/* A MATCH expression for the search index that every chunk with a hit fulfils (others may), or
 * NULL where the index is no help: regular expressions, or too many forms. A chunk has whole
 * sentences, and the 32 words that follow them. @vocabulary: all different terms of the index,
 * sorted bytewise, as telaah_words_add_terms() makes them; may be NULL where the query asks for
 * neither FUZZY nor PARTS nor the beginnings of words. In a string of the expression, blanks
 * part the positions of a phrase and '|' the terms that may stand at one; the tokenizer takes
 * them as they are. */
char          *telaah_matcher_dup_expression (TelaahMatcher      *self,
                                              const GPtrArray    *vocabulary);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahMatcher, telaah_matcher_free)

G_END_DECLS
