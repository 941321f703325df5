/* The search index of a project: in which stretches of its texts which words stand. A file of its own in the user's cache,
 * one a project, that may be lost at any time: what is not in it is searched without.
 *
 * Everything is known by digest and language of a text. A text is cut into stretches of a thousand characters or two,
 * at ends of sentences, each a row; the words of a row go on into the next stretch, so that it has all of what begins
 * in it. Give each thread its own index.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "text/telaah-lexicon.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

#define TELAAH_INDEX_ERROR (telaah_index_error_quark ())

typedef enum
{
  TELAAH_INDEX_ERROR_FAILED,
  TELAAH_INDEX_ERROR_BUSY,       /* another program writes to it for long */
  TELAAH_INDEX_ERROR_DAMAGED,    /* it will be made anew when it is opened for writing */
} TelaahIndexError;

GQuark telaah_index_error_quark (void);

/* How far phrases and words near each other may reach, in words, for the rows to be sure to have all of them. */
#define TELAAH_INDEX_REACH 32

typedef struct _TelaahIndex TelaahIndex;
typedef struct _TelaahIndexRows TelaahIndexRows;

/* A text as it is in the index. Offsets in code points. */
typedef struct
{
  char   *stamp;         /* of the lexicon that its words were read with */
  gint64  first;         /* its rows have the numbers from here on */
  guint   n;
  guint64 n_bytes;
  guint  *starts;        /* where the stretch of each row begins; one more: the end of the text */
  guint  *safe_ends;     /* up to where a row has all words, with TELAAH_INDEX_REACH more behind; 0: not even its own */
} TelaahIndexed;

char        *telaah_index_dup_path        (const char      *project);
TelaahIndex *telaah_index_open            (const char      *project,     /* NULL without an error: there is none */
                                           gboolean         make,        /* makes it, or makes it anew, where need be */
                                           GError         **error);
void         telaah_index_close           (TelaahIndex     *self);
gboolean     telaah_index_is_there        (TelaahIndex     *self);       /* nobody has put another in its place */
void         telaah_index_throw_away      (TelaahIndex     *self);       /* closes it, too */
void         telaah_index_remove_old      (const char      *project);    /* those of other projects, long not used */

/* ---- Writing, between begin and end ---- */

gboolean     telaah_index_begin           (TelaahIndex     *self,
                                           GCancellable    *cancellable, /* gives up waiting for others */
                                           GError         **error);
gboolean     telaah_index_end             (TelaahIndex     *self,
                                           gboolean         done,        /* else nothing has happened */
                                           GError         **error);
const char  *telaah_index_get_stamp       (TelaahIndex     *self,
                                           const char      *language);
gboolean     telaah_index_has             (TelaahIndex     *self,
                                           const char      *sha256,
                                           const char      *language);
gboolean     telaah_index_add             (TelaahIndex     *self,
                                           const char      *sha256,
                                           const char      *language,    /* NULL: none */
                                           TelaahText      *text,
                                           const GArray    *sentences,   /* TelaahSpan */
                                           GCancellable    *cancellable,
                                           GError         **error);
gboolean     telaah_index_put_sentences   (TelaahIndex     *self,
                                           const char      *sha256,
                                           const char      *language,
                                           const char      *marks,       /* stands for what was left out of them */
                                           const GArray    *sentences,
                                           GError         **error);
gboolean     telaah_index_clear           (TelaahIndex     *self,
                                           GError         **error);
gboolean     telaah_index_is_wasteful     (TelaahIndex     *self,        /* most of it is of other texts */
                                           guint64          n_bytes);    /* of those that are wanted, and in it */
gboolean     telaah_index_tidy            (TelaahIndex     *self,        /* a little at a time: FALSE when all is done */
                                           GError         **error);

/* ---- Reading ---- */

/* Takes in what has been written since; what it gave before is gone. */
gboolean             telaah_index_refresh       (TelaahIndex  *self,
                                                 GError      **error);
const TelaahIndexed *telaah_index_find          (TelaahIndex  *self,
                                                 const char   *sha256,
                                                 const char   *language);
TelaahIndexRows     *telaah_index_match         (TelaahIndex  *self,      /* refreshes first, then no more while it lasts */
                                                 const char   *expression,
                                                 GError      **error);
const GArray        *telaah_index_rows_reach    (TelaahIndexRows *self,   /* gint64, sorted: all below @end, maybe more */
                                                 gint64        end,
                                                 GError      **error);
void                 telaah_index_rows_free     (TelaahIndexRows *self);
const GPtrArray     *telaah_index_get_vocabulary (TelaahIndex *self,      /* sorted bytewise */
                                                 GError      **error);
GArray              *telaah_index_dup_sentences (TelaahIndex  *self,      /* NULL: not there */
                                                 const char   *sha256,
                                                 const char   *language,
                                                 const char   *marks);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahIndex, telaah_index_close)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahIndexRows, telaah_index_rows_free)

G_END_DECLS
