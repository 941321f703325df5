/* What a card says in a line or two.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-words.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-when.h"

/* What @text says in one line: white space of any kind is one space, and it ends after @most code points. */
char *
telaah_card_dup_line (const char *text,
                      guint       most)
{
  GString *line = g_string_new (NULL);
  gboolean space = FALSE;
  guint n = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_unichar_isspace (c))
        {
          space = line->len > 0;
          continue;
        }

      if (n++ == most)
        {
          g_string_append (line, "…");
          break;
        }
      if (space)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      space = FALSE;
    }

  return g_string_free (line, FALSE);
}

/* "rahma · today 10:14 · evidence of 2 cells" */
char *
telaah_card_dup_footer (const TelaahPassageFields *passage,
                        guint                      n_cells)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = telaah_when_dup_label (passage->created, now);
  g_autofree char *cells = g_strdup_printf (ngettext ("evidence of %u cell", "evidence of %u cells", n_cells),
                                            n_cells);

  return g_strjoin (" · ", passage->coder, when, n_cells > 0 ? cells : NULL, NULL);
}
