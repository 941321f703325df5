/* Under which heading a place of a text stands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "text/telaah-text.h"

G_BEGIN_DECLS

typedef struct _TelaahSections TelaahSections;

TelaahSections *telaah_sections_new  (GListModel           *marks,
                                      const TelaahText     *text);
void            telaah_sections_free (TelaahSections       *self);
const char     *telaah_sections_find (const TelaahSections *self,
                                      guint                 offset);

G_END_DECLS
