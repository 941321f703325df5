/* What the files of the gap finder share: the texts of a project as they were read for it, kept between requests.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-features.h"
#include "session/telaah-session-private.h"

G_BEGIN_DECLS

/* Belongs to whichever thread holds its lock. */
typedef struct
{
  GMutex       lock;
  TelaahTerms *terms;
  GHashTable  *lexicons;     /* language, "" for an unknown one -> TelaahLexicon */
  GHashTable  *guesses;      /* digest of a text -> the language that it looks like */
  GHashTable  *readings;     /* source id -> what was read, and of what */
} TelaahReadingRoom;

TelaahReadingRoom   *telaah_reading_room_new         (void);
TelaahReadingRoom   *telaah_reading_room_ref         (TelaahReadingRoom   *self);
void                 telaah_reading_room_unref       (TelaahReadingRoom   *self);
TelaahLexicon       *telaah_reading_room_get_lexicon (TelaahReadingRoom   *self,
                                                      const char          *language);   /* NULL: unknown */
const char          *telaah_reading_room_guess       (TelaahReadingRoom   *self,        /* NULL: no idea */
                                                      TelaahStore         *store,
                                                      const char          *sha256);

/* A source as its text and marks are now; what is given stays with the room. @language: that it is said to be of, for its
 * sentences; @guess: to read its words with; NULL: unknown. */
const TelaahReading *telaah_reading_room_read        (TelaahReadingRoom   *self,
                                                      TelaahStore         *store,
                                                      TelaahSource        *source,
                                                      const char          *language,
                                                      const char          *guess,
                                                      GError             **error);
void                 telaah_reading_room_tidy        (TelaahReadingRoom   *self,       /* forgets all but these: */
                                                      GPtrArray           *sources);   /* TelaahSource */

/* A request, made in the main thread, run in any with a store of its own. */
typedef struct
{
  TelaahReadingRoom *room;
  char              *path;
  char             **themes;
  char              *source;     /* id; NULL: all */
  guint              limit;
} TelaahSuggestJob;

GPtrArray *telaah_suggest_job_run (const TelaahSuggestJob *self,
                                   GCancellable           *cancellable,
                                   GError                **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahReadingRoom, telaah_reading_room_unref)

G_END_DECLS
