/* Under which heading of its source a passage stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct _TelaahSections TelaahSections;

TelaahSections *telaah_sections_new       (TelaahSession        *session,
                                           const char           *source);
void            telaah_sections_free      (TelaahSections       *self);
const char     *telaah_sections_find      (const TelaahSections *self,
                                           guint                 offset);
char           *telaah_sections_dup_place (const TelaahSections *self,
                                           guint                 offset);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSections, telaah_sections_free)

G_END_DECLS
