/* Takes values out of a JSON tree by name and type, and says by path where one does not fit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-json-cursor.h"

#include <glib/gi18n-lib.h>

/**
 * telaah_json_cursor_fail:
 * @member: (nullable): the member it is about, %NULL for what the cursor is on
 * @format: what is wrong with it, a predicate: "is not a string"
 *
 * Returns: %FALSE, with the error set to one sentence
 */
gboolean
telaah_json_cursor_fail (TelaahJsonCursor *self,
                         const char       *member,
                         const char       *format,
                         ...)
{
  g_autofree char *what = NULL;
  gboolean dot = member != NULL && self->path->len > 0;
  va_list args;

  va_start (args, format);
  what = g_strdup_vprintf (format, args);
  va_end (args);

  g_set_error (self->error, self->domain, self->code, "%s%s%s %s.",
               self->path->str, dot ? "." : "", member != NULL ? member : "", what);

  return FALSE;
}

/**
 * telaah_json_cursor_enter:
 * @index: of the item in the array @member
 *
 * Returns: what telaah_json_cursor_leave() needs to go back
 */
gsize
telaah_json_cursor_enter (TelaahJsonCursor *self,
                          const char       *member,
                          guint             index)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "%s%s[%u]", mark > 0 ? "." : "", member, index);

  return mark;
}

/* The same for a member that is an object. */
gsize
telaah_json_cursor_enter_member (TelaahJsonCursor *self,
                                 const char       *member)
{
  gsize mark = self->path->len;

  g_string_append_printf (self->path, "%s%s", mark > 0 ? "." : "", member);

  return mark;
}

void
telaah_json_cursor_leave (TelaahJsonCursor *self,
                          gsize             mark)
{
  g_string_truncate (self->path, mark);
}

/* The member's node; NULL where it is not there or null. */
static JsonNode *
find (JsonObject *object,
      const char *member)
{
  JsonNode *node = json_object_get_member (object, member);

  return node != NULL && !JSON_NODE_HOLDS_NULL (node) ? node : NULL;
}

static gboolean
holds (JsonNode *node,
       GType     type)
{
  return JSON_NODE_HOLDS_VALUE (node) && json_node_get_value_type (node) == type;
}

/**
 * telaah_json_cursor_get_string:
 * @required: whether it must be there; otherwise null and absence alike give %NULL
 * @value: (out) (transfer none) (nullable): of the tree
 */
gboolean
telaah_json_cursor_get_string (TelaahJsonCursor  *self,
                               JsonObject        *object,
                               const char        *member,
                               gboolean           required,
                               const char       **value)
{
  JsonNode *node = find (object, member);

  *value = NULL;
  if (node == NULL)
    return !required || telaah_json_cursor_fail (self, member, _("is missing"));

  if (!holds (node, G_TYPE_STRING))
    return telaah_json_cursor_fail (self, member, _("is not a string"));

  *value = json_node_get_string (node);

  return TRUE;
}

/* A whole number from 0 to G_MAXINT32, which must be there. */
gboolean
telaah_json_cursor_get_count (TelaahJsonCursor *self,
                              JsonObject       *object,
                              const char       *member,
                              guint            *value)
{
  JsonNode *node = find (object, member);
  gint64 number;

  if (node == NULL)
    return telaah_json_cursor_fail (self, member, _("is missing"));

  if (!holds (node, G_TYPE_INT64))
    return telaah_json_cursor_fail (self, member, _("is not a whole number"));

  number = json_node_get_int (node);
  if (number < 0)
    return telaah_json_cursor_fail (self, member, _("is less than 0 or far too large"));

  if (number > G_MAXINT32)
    return telaah_json_cursor_fail (self, member, _("is too large"));

  *value = number;

  return TRUE;
}

/* FALSE where it is not there. */
gboolean
telaah_json_cursor_get_flag (TelaahJsonCursor *self,
                             JsonObject       *object,
                             const char       *member,
                             gboolean         *value)
{
  JsonNode *node = find (object, member);

  *value = FALSE;
  if (node == NULL)
    return TRUE;

  if (!holds (node, G_TYPE_BOOLEAN))
    return telaah_json_cursor_fail (self, member, _("is neither true nor false"));

  *value = json_node_get_boolean (node);

  return TRUE;
}

/**
 * telaah_json_cursor_get_array:
 * @value: (out) (transfer none) (nullable): %NULL where it is not there, which is as good as empty
 */
gboolean
telaah_json_cursor_get_array (TelaahJsonCursor  *self,
                              JsonObject        *object,
                              const char        *member,
                              JsonArray        **value)
{
  JsonNode *node = find (object, member);

  *value = NULL;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_ARRAY (node))
    return telaah_json_cursor_fail (self, member, _("is not an array"));

  *value = json_node_get_array (node);

  return TRUE;
}

/**
 * telaah_json_cursor_get_map:
 * @value: (out) (transfer none) (nullable): %NULL where it is not there or null
 */
gboolean
telaah_json_cursor_get_map (TelaahJsonCursor  *self,
                            JsonObject        *object,
                            const char        *member,
                            JsonObject       **value)
{
  JsonNode *node = find (object, member);

  *value = NULL;
  if (node == NULL)
    return TRUE;

  if (!JSON_NODE_HOLDS_OBJECT (node))
    return telaah_json_cursor_fail (self, member, _("is not an object"));

  *value = json_node_get_object (node);

  return TRUE;
}

/* The cursor must have entered the item. */
JsonObject *
telaah_json_cursor_get_object (TelaahJsonCursor *self,
                               JsonArray        *array,
                               guint             index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  telaah_json_cursor_fail (self, NULL, _("is not an object"));

  return NULL;
}

/* The cursor must have entered the item. */
const char *
telaah_json_cursor_get_text (TelaahJsonCursor *self,
                             JsonArray        *array,
                             guint             index)
{
  JsonNode *node = json_array_get_element (array, index);

  if (holds (node, G_TYPE_STRING))
    return json_node_get_string (node);

  telaah_json_cursor_fail (self, NULL, _("is not a string"));

  return NULL;
}
