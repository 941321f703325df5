/* A window: the welcome page, or one project in its three views.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_WINDOW (telaah_window_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWindow, telaah_window, TELAAH, WINDOW, AdwApplicationWindow)

GtkWidget     *telaah_window_new          (GtkApplication *application);
TelaahSession *telaah_window_get_session  (TelaahWindow   *self);
void           telaah_window_open         (TelaahWindow   *self,
                                           GFile          *file);
void           telaah_window_offer_import (TelaahWindow   *self,
                                           GListModel     *files);
void           telaah_window_tell         (TelaahWindow   *self,
                                           const char     *message);

G_END_DECLS
