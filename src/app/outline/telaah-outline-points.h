/* Points as the outline's document and its list need them: their names and numbers, and where a
 * drop puts them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

/* Where something is dropped, as seen from the row it is dropped on. */
typedef enum
{
  TELAAH_POINT_DROP_ABOVE,
  TELAAH_POINT_DROP_BELOW,   /* after it and all below it */
  TELAAH_POINT_DROP_FIRST,   /* under it, before all there */
  TELAAH_POINT_DROP_INTO,    /* under it, as the last there */
} TelaahPointDrop;

const char *telaah_point_get_label   (TelaahSession    *session,
                                      TelaahPoint      *point);
gboolean    telaah_point_is_within   (TelaahSession    *session,
                                      const char       *point,
                                      const char       *other);
char       *telaah_point_dup_number  (GArray           *counters,
                                      guint             depth);
gboolean    telaah_point_find_drop   (GListModel       *points,
                                      const char       *point,
                                      const char       *target,
                                      TelaahPointDrop   drop,
                                      const char      **parent,
                                      const char      **before);
void        telaah_outline_follow_link (GtkWidget      *widget,
                                      TelaahSession    *session,
                                      TelaahLink       *link);

G_END_DECLS
