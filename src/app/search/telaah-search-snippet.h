/* A hit in two lines: its words in bold, and as much of its sentence around them as finds room.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pango.h>

#include "model/telaah-span.h"

G_BEGIN_DECLS

char *telaah_search_snippet_dup (const char        *words,
                                 const TelaahSpan  *parts,
                                 guint              n_parts,
                                 guint              room,
                                 PangoAttrList    **attributes);

G_END_DECLS
