/* The words around a hit, and what is known of its place: of the texts that rows in sight are of.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-hit.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct _TelaahHitTexts TelaahHitTexts;

TelaahHitTexts *telaah_hit_texts_new          (TelaahSession   *session);
void            telaah_hit_texts_free         (TelaahHitTexts  *self);
void            telaah_hit_texts_forget       (TelaahHitTexts  *self);
TelaahSession  *telaah_hit_texts_get_session  (TelaahHitTexts  *self);
char           *telaah_hit_texts_dup_sentence (TelaahHitTexts  *self,
                                               const TelaahHit *hit,
                                               TelaahSpan      *span);
char           *telaah_hit_texts_dup_place    (TelaahHitTexts  *self,
                                               const TelaahHit *hit);
GPtrArray      *telaah_hit_texts_dup_themes   (TelaahHitTexts  *self,
                                               const TelaahHit *hit);
TelaahNote     *telaah_hit_texts_find_note    (TelaahHitTexts  *self,
                                               const char      *note);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahHitTexts, telaah_hit_texts_free)

G_END_DECLS
