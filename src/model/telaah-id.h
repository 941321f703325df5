/* Ids: GUIDs in lower case, made once and never reused.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char     *telaah_id_new      (void);
gboolean  telaah_id_is_valid (const char *id);
char     *telaah_id_derive   (const char *id,
                              const char *purpose);
char     *telaah_time_now    (void);
char     *telaah_time_exact  (void);

G_END_DECLS
