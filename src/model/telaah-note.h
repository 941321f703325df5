/* A note: what a coder writes on a passage.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *kind;       /* what it is on: passage, source, theme, point, cell or project */
  const char *target;     /* the id of that */
  const char *text;
  const char *coder;
  const char *created;
} TelaahNoteFields;

#define TELAAH_TYPE_NOTE (telaah_note_get_type ())
TELAAH_DECLARE_ITEM (TelaahNote, telaah_note, NOTE)

G_END_DECLS
