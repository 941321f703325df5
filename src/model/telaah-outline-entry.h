/* One of the outlines of a project, as a list names it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

/* The outline that every project has from the start; it can be renamed but not removed. */
#define TELAAH_FIRST_OUTLINE "3f1c9a52-6f0e-4d6b-9a51-7c5e0b0d4e11"

typedef struct
{
  const char *id;
  const char *title;      /* NULL: it has been given none */
  gboolean    follows;    /* its points come and go with the themes */
} TelaahOutlineEntryFields;

#define TELAAH_TYPE_OUTLINE_ENTRY (telaah_outline_entry_get_type ())
TELAAH_DECLARE_ITEM (TelaahOutlineEntry, telaah_outline_entry, OUTLINE_ENTRY)

G_END_DECLS
