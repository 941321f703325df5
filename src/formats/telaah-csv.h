/* Tables as CSV after RFC 4180, UTF-8, such that spreadsheets take words for words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

GString *telaah_csv_new        (void);
void     telaah_csv_put        (GString    *out,
                                const char *text);      /* NULL: an empty cell */
void     telaah_csv_put_number (GString    *out,
                                guint       number);
void     telaah_csv_put_real   (GString    *out,
                                double      number,
                                guint       digits);    /* behind the point, which is a point everywhere */
void     telaah_csv_put_heads  (GString           *out,
                                const char *const *heads);   /* untranslated, NULL-terminated: a row of them */
void     telaah_csv_end_row    (GString    *out);

G_END_DECLS
