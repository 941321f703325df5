/* Copies the strings of an item in one piece: a hundred thousand passages are loaded at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-fields.h"

#include <string.h>

/**
 * telaah_fields_pack:
 * @fields: a struct whose strings still belong to somebody else
 * @strings: (array length=n_strings): where in it each string pointer is, in bytes
 *
 * Points the strings of @fields into one block that holds their copies.
 *
 * Returns: (transfer full): the block
 */
char *
telaah_fields_pack (gpointer     fields,
                    const gsize *strings,
                    gsize        n_strings)
{
  gsize size = 1;
  char *pack, *end;

  for (gsize i = 0; i < n_strings; i++)
    {
      const char *string = G_STRUCT_MEMBER (const char *, fields, strings[i]);

      size += string != NULL ? strlen (string) + 1 : 0;
    }

  pack = end = g_malloc (size);
  for (gsize i = 0; i < n_strings; i++)
    {
      const char **member = &G_STRUCT_MEMBER (const char *, fields, strings[i]);
      gsize length;

      if (*member == NULL)
        continue;

      length = strlen (*member) + 1;
      memcpy (end, *member, length);
      *member = end;
      end += length;
    }

  return pack;
}

/* The strings by what they say, all else byte by byte. */
gboolean
telaah_fields_equal (gconstpointer  a,
                     gconstpointer  b,
                     gsize          size,
                     const gsize   *strings,
                     gsize          n_strings)
{
  g_autofree char *rest_a = g_memdup2 (a, size);
  g_autofree char *rest_b = g_memdup2 (b, size);

  for (gsize i = 0; i < n_strings; i++)
    {
      if (g_strcmp0 (G_STRUCT_MEMBER (const char *, a, strings[i]),
                     G_STRUCT_MEMBER (const char *, b, strings[i])) != 0)
        return FALSE;

      G_STRUCT_MEMBER (const char *, rest_a, strings[i]) = NULL;
      G_STRUCT_MEMBER (const char *, rest_b, strings[i]) = NULL;
    }

  return memcmp (rest_a, rest_b, size) == 0;
}
