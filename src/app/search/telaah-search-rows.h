/* What a search has found as rows: hits, below headings for their sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_SEARCH_ITEM_GROUP,    /* a source; or all notes, all summaries */
  TELAAH_SEARCH_ITEM_HIT,
} TelaahSearchItemKind;

/* One row. */
typedef struct
{
  char                 *id;
  TelaahSearchItemKind  kind;
  TelaahPlace           place;
  const TelaahHit      *hit;       /* of a group, its first */
  char                 *section;   /* the heading that it stands under, where the one before it has another; or NULL */
  guint                 n;         /* of a group: how many hits it has */
  gboolean              folded;    /* of a group: they are not shown */
  GPtrArray            *hits;      /* what keeps the hit */
} TelaahSearchItem;

typedef struct _TelaahSearchRows TelaahSearchRows;

TelaahSearchRows *telaah_search_rows_new          (void);
void              telaah_search_rows_free         (TelaahSearchRows *self);
gboolean          telaah_search_rows_update       (TelaahSearchRows *self,
                                                   TelaahSession    *session,
                                                   GPtrArray        *hits);
void              telaah_search_rows_clear        (TelaahSearchRows *self);
GPtrArray        *telaah_search_rows_dup_items    (TelaahSearchRows *self);
GPtrArray        *telaah_search_rows_get_hits     (TelaahSearchRows *self);
guint             telaah_search_rows_count_groups (TelaahSearchRows *self,
                                                   TelaahPlace       place);
TelaahSearchItem *telaah_search_rows_get_nth      (TelaahSearchRows *self,
                                                   guint             hit);
guint             telaah_search_rows_find         (TelaahSearchRows *self,
                                                   const char       *id);
void              telaah_search_rows_fold         (TelaahSearchRows *self,
                                                   const char       *group,
                                                   gboolean          folded);
TelaahSearchItem *telaah_search_rows_get_group    (TelaahSearchRows *self,
                                                   guint             hit);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSearchRows, telaah_search_rows_free)

G_END_DECLS
