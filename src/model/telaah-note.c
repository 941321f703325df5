/* A note: what a coder writes on a passage.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-note.h"

TELAAH_DEFINE_ITEM (TelaahNote, telaah_note, created,
                    offsetof (TelaahNoteFields, id), offsetof (TelaahNoteFields, kind),
                    offsetof (TelaahNoteFields, target), offsetof (TelaahNoteFields, text),
                    offsetof (TelaahNoteFields, coder), offsetof (TelaahNoteFields, created))
