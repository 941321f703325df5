/* What a line looks like: its words, their capitals, how it begins and ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "text/telaah-page.h"

G_BEGIN_DECLS

/* The words of a line in lower case, for phrases. A colon and the sign of copyright count as words. */
typedef struct
{
  char        folded[1400];
  const char *words[80];       /* in folded */
  const char *places[80];      /* where each begins in the line */
  gboolean    numbers[80];
  gboolean    capitals[80];
  guint       n;
  gboolean    more;            /* the line goes on */
} TelaahLineWords;

guint    telaah_line_shape_measure  (TelaahPageLine       *line,
                                     const char           *start,
                                     const char           *end,
                                     guint                 offset);
void     telaah_line_shape_split    (const TelaahPageLine *line,
                                     TelaahLineWords      *words);
gboolean telaah_line_shape_is_small (const char           *word,
                                     gsize                 n_bytes);
gboolean telaah_line_shape_is_blank (gunichar              c);

/* Most words are ruled out by their first letter. */
static inline gboolean
telaah_line_shape_is_one_of (const char        *word,
                             const char *const *list)
{
  for (; *list != NULL; list++)
    if (**list == *word && strcmp (*list, word) == 0)
      return TRUE;

  return FALSE;
}

G_END_DECLS
