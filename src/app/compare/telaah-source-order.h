/* The order of sources, and where one goes in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_SOURCE_ORDER_TITLE,
  TELAAH_SOURCE_ORDER_AUTHOR,
  TELAAH_SOURCE_ORDER_DATE,       /* the oldest first, unknown ones last */
  TELAAH_SOURCE_ORDER_PASSAGES,   /* the one with most first */
} TelaahSourceOrder;

gboolean   telaah_source_order_from_string (const char         *string,
                                            TelaahSourceOrder  *order);
GPtrArray *telaah_source_order_sort        (TelaahSession      *session,
                                            TelaahSourceOrder   order);
GPtrArray *telaah_source_order_move        (TelaahSession      *session,
                                            const char         *source,
                                            const char         *before);

G_END_DECLS
