/* A popover with the points of the outline at hand, to choose one: type to filter, Enter chooses.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_POINT_PICKER (telaah_point_picker_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPointPicker, telaah_point_picker, TELAAH, POINT_PICKER, GtkPopover)

/* Signals: "chosen" (id of a point) */

GtkWidget *telaah_point_picker_new (TelaahSession *session);

G_END_DECLS
