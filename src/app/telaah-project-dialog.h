/* Title, question, language and file of a project: to make one, or to change what is known of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_PROJECT_DIALOG (telaah_project_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TelaahProjectDialog, telaah_project_dialog, TELAAH, PROJECT_DIALOG, AdwWindow)

/* Signal "created" (TelaahSession *): a new project is there and open. */

TelaahProjectDialog *telaah_project_dialog_new (GtkWindow     *parent,
                                                TelaahSession *session);

G_END_DECLS
