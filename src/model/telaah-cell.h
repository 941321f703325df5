/* A cell: what one source says on one point, and the passages it rests on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-passage.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_STATUS_UNREAD,     /* not yet read: nothing is said about the source */
  TELAAH_STATUS_TREATED,
  TELAAH_STATUS_IMPLICIT,
  TELAAH_STATUS_SILENT,     /* read, and it says nothing: a finding */
} TelaahStatus;

#define TELAAH_N_STATUSES (TELAAH_STATUS_SILENT + 1)

const char *telaah_status_to_string   (TelaahStatus  status);
gboolean    telaah_status_from_string (const char   *string,
                                       TelaahStatus *status);

typedef struct
{
  const char   *point;
  const char   *source;
  TelaahStatus  status;
  const char   *summary;    /* or NULL */
  const char   *translation; /* the summary in the project's second language, or NULL */
  const char   *seen;       /* evidence when the summary was written, see telaah_evidence_fingerprint(); or NULL */
  const char   *judged;     /* evidence when the status was set or a proposal declined; or NULL */
  gboolean      proposes;   /* the evidence, come or gone since then, suggests another status: */
  TelaahStatus  proposal;
} TelaahCellFields;

#define TELAAH_TYPE_CELL (telaah_cell_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCell, telaah_cell, TELAAH, CELL, GObject)

TelaahCell             *telaah_cell_new          (const TelaahCellFields *fields,
                                                  GPtrArray              *evidence,
                                                  guint                   n_new,
                                                  gboolean                stale);
const TelaahCellFields *telaah_cell_fields       (TelaahCell             *self);
GPtrArray              *telaah_cell_get_evidence (TelaahCell             *self);
gboolean                telaah_cell_is_stale     (TelaahCell             *self);
guint                   telaah_cell_get_n_new    (TelaahCell             *self);

G_END_DECLS
