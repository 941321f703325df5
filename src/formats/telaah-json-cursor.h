/* Takes values out of a JSON tree by name and type, and says by path where one does not fit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Where the reading is. The caller stops at the first fault. */
typedef struct
{
  GString  *path;           /* points[2].cells[0] */
  GQuark    domain;
  int       code;           /* of an error that is set here */
  GError  **error;
} TelaahJsonCursor;

gboolean    telaah_json_cursor_fail       (TelaahJsonCursor *self,
                                           const char       *member,
                                           const char       *format,
                                           ...) G_GNUC_PRINTF (3, 4);
gsize       telaah_json_cursor_enter      (TelaahJsonCursor *self,
                                           const char       *member,
                                           guint             index);
gsize       telaah_json_cursor_enter_member (TelaahJsonCursor *self,
                                           const char       *member);
void        telaah_json_cursor_leave      (TelaahJsonCursor *self,
                                           gsize             mark);
gboolean    telaah_json_cursor_get_string (TelaahJsonCursor *self,
                                           JsonObject       *object,
                                           const char       *member,
                                           gboolean          required,
                                           const char      **value);
gboolean    telaah_json_cursor_get_count  (TelaahJsonCursor *self,
                                           JsonObject       *object,
                                           const char       *member,
                                           guint            *value);
gboolean    telaah_json_cursor_get_flag   (TelaahJsonCursor *self,
                                           JsonObject       *object,
                                           const char       *member,
                                           gboolean         *value);
gboolean    telaah_json_cursor_get_array  (TelaahJsonCursor *self,
                                           JsonObject       *object,
                                           const char       *member,
                                           JsonArray       **value);
gboolean    telaah_json_cursor_get_map    (TelaahJsonCursor *self,
                                           JsonObject       *object,
                                           const char       *member,
                                           JsonObject      **value);
JsonObject *telaah_json_cursor_get_object (TelaahJsonCursor *self,
                                           JsonArray        *array,
                                           guint             index);
const char *telaah_json_cursor_get_text   (TelaahJsonCursor *self,
                                           JsonArray        *array,
                                           guint             index);

G_END_DECLS
