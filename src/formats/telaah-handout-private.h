/* What the parts of a handout share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-outline-pdf-private.h"

G_BEGIN_DECLS

/* Room for a line of handwriting: 8.5 mm. */
#define TELAAH_HANDOUT_PITCH 24.09

typedef struct
{
  TelaahOutline      *outline;
  TelaahPageWriter   *writer;
  TelaahPageFonts    *fonts;      /* the writer's */
  gboolean            filled;
  gboolean            across;     /* the sources beside each other, else below each other */
  double              width;      /* of a line */
  double              em;

  TelaahOutlinePoint *node;       /* at hand */
  const char         *title;      /* its number and title */
} TelaahHandoutPages;

guint telaah_handout_count_rows (TelaahHandoutPages *self);
void  telaah_handout_add_table  (TelaahHandoutPages *self);
void  telaah_handout_add_name   (TelaahHandoutPages *self,
                                 TelaahPageColumn   *column,
                                 guint               index);
void  telaah_handout_add_cell   (TelaahHandoutPages *self,
                                 TelaahPageColumn   *column,
                                 guint               index,
                                 guint               n_rules);
void  telaah_handout_add_shared (TelaahHandoutPages *self,
                                 TelaahPageColumn   *column,
                                 const char         *label,
                                 const char         *text,
                                 guint               n_rules);

G_END_DECLS
