/* Several references, of which one is wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_REFERENCE_CHOOSER (telaah_reference_chooser_get_type ())
G_DECLARE_FINAL_TYPE (TelaahReferenceChooser, telaah_reference_chooser, TELAAH, REFERENCE_CHOOSER, GtkBox)

/* Signals: "chosen" (position among the references); "cancelled", by Escape in the search. */

void  telaah_reference_chooser_fill  (TelaahReferenceChooser *self,
                                      GPtrArray              *references,
                                      const char             *likely);

G_END_DECLS
