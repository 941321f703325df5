/* A dialog that edits the words that count as one in a search: a group a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SYNONYMS_DIALOG (telaah_synonyms_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSynonymsDialog, telaah_synonyms_dialog, TELAAH, SYNONYMS_DIALOG, AdwWindow)

/* Signals: none. What is changed is written at once, as verbs of the session. */

GtkWidget *telaah_synonyms_dialog_new (TelaahSession *session);

G_END_DECLS
