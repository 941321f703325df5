/* Prints a source with its passages and margin notes, and saves that as PDF.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

void      telaah_print_source               (GtkWindow            *parent,
                                             TelaahSession        *session,
                                             const char           *source);
void      telaah_print_source_to_pdf        (TelaahSession        *session,
                                             const char           *source,
                                             GFile                *file,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
gboolean  telaah_print_source_to_pdf_finish (TelaahSession        *session,
                                             GAsyncResult         *result,
                                             guint                *n_pages,
                                             GError              **error);
char     *telaah_print_dup_pdf_name         (TelaahSession        *session,
                                             const char           *source);

G_END_DECLS
