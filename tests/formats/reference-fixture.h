/* References as text, to hold against what is expected of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-reference.h"

/* "key: value\n" of all that is known, in the order of the keys. */
static inline char *
describe_reference (const TelaahReference *reference)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    if (reference->values[i] != NULL)
      g_string_append_printf (text, "%s: %s\n", telaah_reference_key_to_string (i), reference->values[i]);

  return g_string_free (text, FALSE);
}
