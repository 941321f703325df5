/* One of the outlines of a project, as a list names it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-outline-entry.h"

TELAAH_DEFINE_ITEM (TelaahOutlineEntry, telaah_outline_entry, follows,
                    offsetof (TelaahOutlineEntryFields, id), offsetof (TelaahOutlineEntryFields, title))
