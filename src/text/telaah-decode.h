/* From the bytes of a file to text: which encoding it is, and whether it is text at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define TELAAH_DECODE_ERROR (telaah_decode_error_quark ())

typedef enum
{
  TELAAH_DECODE_ERROR_EMPTY,
  TELAAH_DECODE_ERROR_BINARY,
} TelaahDecodeError;

GQuark  telaah_decode_error_quark (void);

char   *telaah_decode             (const char  *bytes,
                                   gsize        length,
                                   const char **encoding,
                                   GError     **error);

G_END_DECLS
