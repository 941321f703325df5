/* An open end: something of the comparison that is not finished, with where to mend it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TELAAH_OPEN_END_UNREAD,                /* a cell that is not yet read */
  TELAAH_OPEN_END_STALE,                 /* its evidence has changed since its summary was written */
  TELAAH_OPEN_END_SILENT_WITH_EVIDENCE,  /* said to be silent, but with tagged passages */
  TELAAH_OPEN_END_SINGLE_SOURCE,         /* a point that one source alone treats */
  TELAAH_OPEN_END_UNPLACED_PASSAGE,      /* evidence of no cell */
  TELAAH_OPEN_END_UNUSED_THEME,          /* no passage has it */
} TelaahOpenEndKind;

#define TELAAH_N_OPEN_END_KINDS (TELAAH_OPEN_END_UNUSED_THEME + 1)

/* Ids; NULL where the kind has none of that. */
typedef struct
{
  TelaahOpenEndKind  kind;
  char              *point;
  char              *source;
  char              *passage;
  char              *theme;
  char              *message;   /* a sentence for a person: what is open */
} TelaahOpenEnd;

const char    *telaah_open_end_kind_to_string (TelaahOpenEndKind  kind);
const char    *telaah_open_end_kind_get_label (TelaahOpenEndKind  kind);   /* translated, for a heading */
TelaahOpenEnd *telaah_open_end_new            (TelaahOpenEndKind  kind,
                                               const char        *point,
                                               const char        *source,
                                               const char        *passage,
                                               const char        *theme,
                                               char              *message);  /* (transfer full) */
void           telaah_open_end_free           (TelaahOpenEnd     *self);

G_END_DECLS
