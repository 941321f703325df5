/* Which lines of a page are clutter, and why.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "text/telaah-page.h"

G_BEGIN_DECLS

/* A stretch of a line, in bytes from the beginning of the text. */
typedef struct
{
  gsize       start, end;
  const char *reason;
} TelaahClutterPiece;

void    telaah_clutter_find          (TelaahPage       *page);
void    telaah_clutter_find_pages    (TelaahPage       *page);
void    telaah_clutter_find_contents (TelaahPage       *page);
void    telaah_clutter_find_title    (TelaahPage       *page);
void    telaah_clutter_spread        (TelaahPage       *page);
GArray *telaah_clutter_find_pieces   (const TelaahPage *page);
gboolean telaah_clutter_names_house  (const TelaahPageLine *line);

/* Sets what is known of a line; never to less than was known. */
static inline void
telaah_clutter_suspect (TelaahPageLine *line,
                        TelaahDoubt     clutter,
                        const char     *reason)
{
  if (clutter > line->clutter)
    {
      line->clutter = clutter;
      line->reason = reason;
    }
}

static inline gboolean
telaah_clutter_is_sure (const TelaahPage *page,
                        guint             index)
{
  return index < page->lines->len && telaah_page_get_line (page, index)->clutter == TELAAH_DOUBT_SURE;
}

static inline gboolean
telaah_clutter_has_reason (const TelaahPageLine *line,
                           const char           *reason)
{
  return line->clutter == TELAAH_DOUBT_SURE && strcmp (line->reason, reason) == 0;
}

G_END_DECLS
