/* What is known of one source, to look at and to correct.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SOURCE_DIALOG (telaah_source_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSourceDialog, telaah_source_dialog, TELAAH, SOURCE_DIALOG, AdwWindow)

GtkWidget *telaah_source_dialog_new     (GtkWindow     *parent,
                                         TelaahSession *session,
                                         const char    *source);
gboolean   telaah_source_date_is_valid  (const char    *date);

G_END_DECLS
