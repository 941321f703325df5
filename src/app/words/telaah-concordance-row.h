/* A line of a concordance: the word in the middle, and what stands around it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "analysis/telaah-concordance.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_CONCORDANCE_ROW (telaah_concordance_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahConcordanceRow, telaah_concordance_row, TELAAH, CONCORDANCE_ROW, GtkWidget)

typedef enum
{
  TELAAH_CONCORDANCE_BESIDE,    /* the source stands before the line */
  TELAAH_CONCORDANCE_ABOVE,     /* where there is no room for that */
  TELAAH_CONCORDANCE_NOWHERE,   /* there is only one */
} TelaahConcordancePlace;

GtkWidget *telaah_concordance_row_new       (void);
void       telaah_concordance_row_show      (TelaahConcordanceRow        *self,
                                             const TelaahConcordanceLine *line,
                                             const char                  *source);   /* its name */
void       telaah_concordance_row_set_place (TelaahConcordanceRow        *self,
                                             TelaahConcordancePlace       place);

G_END_DECLS
