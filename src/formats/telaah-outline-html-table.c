/* Writes the table of an outline's page in HTML: who says something on what.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-html-private.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-outline-words.h"

/* More columns than these do not fit on a sheet; then the table stays on the screen. */
#define MOST_ON_PAPER 8

static void
put_head (TelaahHtml *self)
{
  telaah_html_put_inside (self, "<thead>\n<tr><th scope=\"col\">", _("Point"), "</th>\n");
  for (guint i = 0; i < self->outline->sources->len; i++)
    {
      TelaahSource *source = self->outline->sources->pdata[i];
      const char *id = telaah_source_fields (source)->id;
      g_autofree char *reference = telaah_outline_dup_reference (self->outline, id, NULL);

      g_string_append_printf (self->out, "<th scope=\"col\" dir=\"auto\"><a href=\"#s%u\" title=\"", i + 1);
      telaah_html_put_inside (self, "", telaah_source_get_name (source), "\">");
      telaah_html_put_inside (self, "", reference, "</a></th>\n");
    }
  g_string_append (self->out, "</tr>\n</thead>\n");
}

static void
put_cell (TelaahHtml         *self,
          TelaahOutlinePoint *node,
          TelaahCell         *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  guint n = telaah_cell_get_evidence (cell)->len;

  g_string_append_printf (self->out, "<td class=\"%s\"><a href=\"#", telaah_status_to_string (f->status));
  telaah_html_put_cell_id (self, node, f->source);
  g_string_append_printf (self->out, "\"><span aria-hidden=\"true\">%s</span> ", telaah_status_get_mark (f->status));
  telaah_html_put_inside (self, "", telaah_status_get_label (f->status), "");
  if (n > 0)
    {
      g_autofree char *count = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage", "%u passages", n), n);

      telaah_html_put_inside (self, " <small>", count, "</small>");
    }
  if (telaah_cell_is_stale (cell))
    telaah_html_put_inside (self, " <small class=\"stale\">", _("Evidence has changed"), "</small>");
  g_string_append (self->out, "</a></td>\n");
}

static void
put_rows (TelaahHtml *self,
          GPtrArray  *points,
          guint       depth)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const char *number = telaah_html_get_number (self, node);

      if (!telaah_point_fields (node->point)->hidden)
        {
          g_string_append_printf (self->out, "<tr><th scope=\"row\" style=\"--depth: %u\"><a href=\"#p%s\">"
                                  "<span class=\"number\">%s</span> <span dir=\"auto\">",
                                  MIN (depth, 6), number, number);
          telaah_html_put_inside (self, "", telaah_outline_get_point_title (self->outline, node->point),
                                  "</span></a></th>\n");
          for (guint j = 0; j < node->cells->len && j < self->outline->sources->len; j++)
            put_cell (self, node, node->cells->pdata[j]);
          g_string_append (self->out, "</tr>\n");
        }

      put_rows (self, node->points, depth + 1);
    }
}

/* In a box of its own that scrolls, so that the page need not; the box takes the focus to be scrolled by keys. */
void
telaah_html_put_table (TelaahHtml *self)
{
  guint n = self->outline->sources->len;

  if (n == 0 || self->outline->points->len == 0)
    return;

  g_string_append_printf (self->out, "<section id=\"table\"%s>\n",
                          n > MOST_ON_PAPER ? " class=\"wide\"" : "");
  telaah_html_put_inside (self, "<h2 id=\"comparison\">", _("Comparison"), "</h2>\n");
  g_string_append (self->out,
                   "<div class=\"box\" role=\"region\" aria-labelledby=\"comparison\" tabindex=\"0\">\n<table>\n");
  put_head (self);
  g_string_append (self->out, "<tbody>\n");
  put_rows (self, self->outline->points, 0);
  g_string_append (self->out, "</tbody>\n</table>\n</div>\n</section>\n");
}
