/* A reference to a source, put on the clipboard.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "model/telaah-source.h"

G_BEGIN_DECLS

void      telaah_source_copy_reference    (GtkWidget                *widget,
                                           TelaahSource             *source);
gboolean  telaah_source_copy_reference_as (GtkWidget                *widget,
                                           const TelaahSourceFields *fields,
                                           const char               *form);

G_END_DECLS
