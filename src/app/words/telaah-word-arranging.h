/* Rows of words and numbers: which of them are shown, and in which order.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* One column: words, or numbers, of which the greatest come first. The functions are called in any thread. */
typedef struct
{
  const char  *title;                           /* N_() */
  const char *(*get_word)   (gconstpointer row);
  double      (*get_number) (gconstpointer row);
  guint        digits;                          /* after the point */
  gboolean     sign;                            /* + as well */
  gboolean     bar;                             /* shown as one, too; of one column */
} TelaahWordColumn;

/* Which rows are shown; a function that is NULL lets all pass. */
typedef struct
{
  double (*get_number) (gconstpointer row);    /* must be ... */
  double   least;                              /* no less than this */
  double (*get_sign)   (gconstpointer row);    /* must be ... */
  gboolean below;                              /* below 0; else above */
} TelaahWordFilter;

void       telaah_word_arranging_async  (GPtrArray              *rows,         /* kept; what is borrowed of it */
                                         const TelaahWordColumn *columns,      /* static */
                                         const TelaahWordFilter *filter,
                                         guint                   sorted_by,
                                         gboolean                reverse,
                                         GCancellable           *cancellable,
                                         GAsyncReadyCallback     callback,     /* without an object */
                                         gpointer                user_data);
GPtrArray *telaah_word_arranging_finish (GAsyncResult           *result,       /* borrowed of the rows */
                                         GError                **error);
GPtrArray *telaah_word_arrange          (GPtrArray              *rows,
                                         const TelaahWordColumn *columns,
                                         const TelaahWordFilter *filter,
                                         guint                   sorted_by,
                                         gboolean                reverse);

G_END_DECLS
