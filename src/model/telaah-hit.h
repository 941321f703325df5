/* What a search has found: words of a text, a note or a summary, and the sentence that they stand in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-span.h"

G_BEGIN_DECLS

/* How the words were found, the strictest first; a hit of several words has the loosest of theirs. */
typedef enum
{
  TELAAH_LEVEL_EXACT,      /* letter by letter */
  TELAAH_LEVEL_FOLD,       /* but for case, accents, blanks, curly quotes, hyphens */
  TELAAH_LEVEL_STEM,       /* another form of the same word */
  TELAAH_LEVEL_SYNONYM,    /* a word of the same group of the project */
  TELAAH_LEVEL_FUZZY,      /* misspelt, there or in what was asked */
  TELAAH_LEVEL_REGEX,      /* a regular expression */
} TelaahLevel;

#define TELAAH_N_LEVELS (TELAAH_LEVEL_REGEX + 1)

const char *telaah_level_to_string   (TelaahLevel  level);    /* "exact", … */
gboolean    telaah_level_from_string (const char  *string,
                                      TelaahLevel *level);

/* Where it stands. */
typedef enum
{
  TELAAH_PLACE_TEXT,
  TELAAH_PLACE_NOTE,
  TELAAH_PLACE_SUMMARY,
} TelaahPlace;

const char *telaah_place_to_string   (TelaahPlace  place);    /* "text", "note", "summary" */

/* Offsets are of the text, the note or the summary, in code points. */
typedef struct
{
  TelaahPlace  place;
  char        *source;     /* id; NULL: a note on something that is of no source */
  char        *target;     /* id of the note, or of the summary's point; NULL for a text */
  TelaahSpan   span;       /* from the first to the last of the words */
  TelaahSpan   sentence;   /* or sentences, where the words stand in several */
  TelaahLevel  level;
  char        *quote;      /* what stands at @span */
  guint        n_parts;
  TelaahSpan  *parts;      /* the words themselves, in order; never none */
} TelaahHit;

TelaahHit *telaah_hit_copy (const TelaahHit *self);
void       telaah_hit_free (TelaahHit       *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahHit, telaah_hit_free)

G_END_DECLS
