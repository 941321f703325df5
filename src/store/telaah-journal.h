/* The journal: every verb is one transaction and one row, which can be followed, taken back and done again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "store/telaah-store.h"

G_BEGIN_DECLS

/* Tables that a change can be in, in the order of telaah_schema_tables. */
typedef enum
{
  TELAAH_TABLE_PROJECT,
  TELAAH_TABLE_SOURCE,
  TELAAH_TABLE_THEME,
  TELAAH_TABLE_PASSAGE,
  TELAAH_TABLE_CODING,
  TELAAH_TABLE_NOTE,
  TELAAH_TABLE_POINT,
  TELAAH_TABLE_CELL,
  TELAAH_TABLE_PIN,
  TELAAH_TABLE_MARK,
  TELAAH_TABLE_ATTRIBUTE,
  TELAAH_TABLE_OUTLINE,
  TELAAH_TABLE_STANDS_FOR,
  TELAAH_TABLE_LINK,
  TELAAH_TABLE_HIDDEN,
  TELAAH_TABLE_SYNONYMS,
  TELAAH_TABLE_REFUSED,
  TELAAH_N_TABLES
} TelaahTable;

/* What happened since one last looked: whole tables, and for the large ones the passages concerned. */
typedef struct
{
  gint64      seq;         /* of the last row seen */
  guint       n_rows;      /* rows of the journal that came */
  gboolean    tables[TELAAH_N_TABLES];
  GHashTable *passages;    /* set of ids, also those of codings and notes */
  GHashTable *notes;       /* set of ids */
  GHashTable *marked;      /* set of ids of sources whose marks have changed */
  GHashTable *cells;       /* set of "point source": cells that were written */
} TelaahNews;

typedef struct
{
  gint64    seq;
  char     *time;
  char     *coder;
  char     *verb;
  gboolean  undone;
} TelaahJournalEntry;

void        telaah_journal_entry_free (TelaahJournalEntry  *self);
void        telaah_news_clear         (TelaahNews          *self);
void        telaah_news_free_sets     (TelaahNews          *self);

gboolean    telaah_journal_begin      (TelaahStore         *store,
                                       GError             **error);
gboolean    telaah_journal_commit     (TelaahStore         *store,
                                       const char          *user,
                                       const char          *coder,
                                       const char          *verb,
                                       GError             **error);
void        telaah_journal_rollback   (TelaahStore         *store);
gint64      telaah_journal_get_last   (TelaahStore         *store);
gboolean    telaah_journal_follow     (TelaahStore         *store,
                                       TelaahNews          *news,
                                       GError             **error);
char       *telaah_journal_dup_undo   (TelaahStore         *store,
                                       const char          *user);
char       *telaah_journal_dup_redo   (TelaahStore         *store,
                                       const char          *user);
gboolean    telaah_journal_undo       (TelaahStore         *store,
                                       const char          *user,
                                       const char          *coder,
                                       GError             **error);
gboolean    telaah_journal_redo       (TelaahStore         *store,
                                       const char          *user,
                                       const char          *coder,
                                       GError             **error);
GPtrArray  *telaah_journal_dup_all    (TelaahStore         *store,
                                       GError             **error);
char       *telaah_journal_dup_time   (TelaahStore         *store);

G_END_DECLS
