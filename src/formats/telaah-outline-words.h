/* Words that the exports of an outline share: short references, marks of a status, what a condition says.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-labels.h"
#include "model/telaah-outline.h"

G_BEGIN_DECLS

TelaahSource *telaah_outline_find_source    (TelaahOutline      *outline,
                                             const char         *id);
char         *telaah_outline_dup_title      (TelaahOutline      *outline);
char         *telaah_outline_dup_reference  (TelaahOutline      *outline,
                                             const char         *source,
                                             const char         *passage);
char         *telaah_source_dup_full_reference (TelaahSource    *source,
                                             char              **address);
char         *telaah_point_dup_condition    (TelaahPoint        *point);
GPtrArray    *telaah_outline_point_dup_links (TelaahOutlinePoint *node,
                                             const char         *source,
                                             TelaahLinkKind      kind);
char         *telaah_outline_dup_citations  (TelaahOutline      *outline,
                                             TelaahOutlinePoint *node,
                                             TelaahLinkKind      kind);
const char   *telaah_status_get_mark        (TelaahStatus        status);
char         *telaah_passage_dup_quote      (TelaahPassage      *passage);

G_END_DECLS
