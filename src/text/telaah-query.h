/* What was asked for: words, phrases, OR, NOT and NEAR, read once, then looked for anywhere.
 *
 *   keamanan siber            both, in one sentence
 *   "keamanan siber"          one after the other; curly quotes as well
 *   keamanan OR privasi       either; also | between blanks
 *   keamanan NOT negara       a sentence that has the one and not the other; also -negara
 *   keamanan NEAR/5 data      at most five words between them, in either order; NEAR alone is NEAR/10
 *   (a OR b) c                brackets group
 *   diplo*                    words that begin so
 *
 * OR, NOT and NEAR in capitals; in small letters they are words. AND may be written. NEAR binds closest, OR least; NEAR
 * looks as far as 200 words. What is not finished is read as if it ended there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-hit.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_SEARCH_FOLD     = 1 << 0,
  TELAAH_SEARCH_STEM     = 1 << 1,
  TELAAH_SEARCH_SYNONYMS = 1 << 2,
  TELAAH_SEARCH_FUZZY    = 1 << 3,
  TELAAH_SEARCH_PARTS    = 1 << 4,   /* also inside of words */
  TELAAH_SEARCH_REGEX    = 1 << 5,   /* a regular expression instead; FOLD: without regard to case */
  TELAAH_SEARCH_CLUTTER  = 1 << 6,   /* also in clutter */
} TelaahSearchFlags;

#define TELAAH_SEARCH_DEFAULT (TELAAH_SEARCH_FOLD | TELAAH_SEARCH_STEM)

typedef struct _TelaahQuery TelaahQuery;

/* Does not change once made; may go from thread to thread. */
TelaahQuery       *telaah_query_new        (const char         *words,
                                            TelaahSearchFlags   flags,
                                            char             ***synonyms,   /* groups of words, NULL-terminated; or NULL */
                                            GError            **error);     /* G_IO_ERROR_INVALID_ARGUMENT: one sentence
                                                                             * for a person */
TelaahQuery       *telaah_query_ref        (TelaahQuery        *self);
void               telaah_query_unref      (TelaahQuery        *self);
TelaahSearchFlags  telaah_query_get_flags  (TelaahQuery        *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahQuery, telaah_query_unref)

G_END_DECLS
