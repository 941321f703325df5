/* Evidence: which passages a cell rests on, and whether they have changed since its summary was written.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-cell.h"

G_BEGIN_DECLS

/* Which themes stand behind which points, both ways. */
typedef struct
{
  GHashTable *themes;    /* point id -> GPtrArray of theme ids */
  GHashTable *points;    /* theme id -> GPtrArray of point ids */
} TelaahEvidenceMap;

TelaahEvidenceMap *telaah_evidence_map_new     (GListModel        *themes,
                                                GListModel        *points);
void               telaah_evidence_map_free    (TelaahEvidenceMap *self);

char              *telaah_evidence_fingerprint (GPtrArray         *evidence);
guint              telaah_evidence_count_new   (const char        *fingerprint,
                                                GPtrArray         *evidence,
                                                gboolean          *changed);
gboolean           telaah_evidence_has_seen    (const char        *fingerprint,
                                                TelaahPassage     *passage);

typedef struct
{
  guint came, changed, went;
} TelaahEvidenceChanges;

TelaahEvidenceChanges telaah_evidence_count_changes (const char   *fingerprint,
                                                GPtrArray         *evidence);
GHashTable        *telaah_evidence_split_fingerprint (const char    *fingerprint);
gboolean           telaah_evidence_fits_print  (const char        *print,
                                                const char        *quote);
gboolean           telaah_evidence_propose_status (TelaahStatus    status,
                                                const char        *judged,
                                                GPtrArray         *evidence,
                                                TelaahStatus      *proposal);

GPtrArray         *telaah_points_of_themes     (GListModel        *themes);

G_END_DECLS
