/* A dialog that says what a point is: its title, its question, the themes it stands for and under what condition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_POINT_DIALOG (telaah_point_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPointDialog, telaah_point_dialog, TELAAH, POINT_DIALOG, AdwWindow)

TelaahPointDialog *telaah_point_dialog_new (GtkWindow     *parent,
                                            TelaahSession *session,
                                            const char    *point);

G_END_DECLS
