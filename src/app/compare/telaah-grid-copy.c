/* What is selected in the grid, for other programs: a table for a word processor, and one for a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-status-mark.h"

/* Whole rows where their heads are selected, whole columns likewise. */
static void
get_range (TelaahGrid      *self,
           TelaahGridRange *range)
{
  telaah_grid_get_block (self, range);

  if (range->row == TELAAH_NO_ROW)
    {
      range->row = 0;
      range->end_row = telaah_grid_get_n_rows (self);
    }
  else if (range->column == 0)
    {
      range->column = 1;
      range->end_column = telaah_grid_get_n_columns (self);
    }
}

static char *
dup_flat (const char *text)
{
  return g_strstrip (g_strdelimit (g_strdup (text != NULL ? text : ""), "\n\t", ' '));
}

/* What stands over a column or before a row. */
static char *
dup_head (TelaahGrid            *self,
          const TelaahGridPlace *place)
{
  TelaahPoint *point = telaah_grid_get_point_at (self, place);
  TelaahSource *source = telaah_grid_get_source_at (self, place);
  g_autofree char *origin = NULL;

  if (point != NULL)
    return dup_flat (telaah_point_fields (point)->title);

  if (source == NULL)
    return g_strdup (_("Similarities and Differences"));

  origin = telaah_source_dup_origin (source);

  return origin != NULL ? g_strdup_printf ("%s (%s)", telaah_source_get_name (source), origin)
                        : g_strdup (telaah_source_get_name (source));
}

/* ---- One cell ---- */

static void
add_paragraph (GString    *html,
               const char *lead,
               const char *text)
{
  g_autofree char *escaped = text != NULL ? g_markup_escape_text (text, -1) : NULL;
  g_auto(GStrv) lines = NULL;

  if (escaped == NULL || *escaped == '\0')
    return;

  lines = g_strsplit (escaped, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (*lines[i] != '\0')
      g_string_append_printf (html, "<p>%s%s</p>", i == 0 && lead != NULL ? lead : "", lines[i]);
}

static void
add_cell_html (TelaahGrid *self,
               TelaahCell *cell,
               GString    *html)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  guint n = telaah_cell_get_evidence (cell)->len;

  if (self->content == TELAAH_GRID_QUOTES)
    {
      g_autoptr(GPtrArray) quotes = telaah_grid_dup_quotes (self, cell);

      for (guint i = 0; i < quotes->len; i++)
        {
          const TelaahGridQuote *quote = quotes->pdata[i];
          g_autofree char *words = g_markup_escape_text (quote->quote, -1);
          g_autofree char *reference = g_markup_escape_text (quote->reference, -1);

          g_string_append_printf (html, "<p>“%s” <small>(%s)</small></p>", words, reference);
        }

      if (quotes->len > 0)
        return;
    }

  g_string_append_printf (html, "<p><b>%s</b>", telaah_status_get_word (fields->status));
  if (n > 0)
    {
      g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", n), n);

      g_string_append_printf (html, " · %s", passages);
    }
  g_string_append (html, "</p>");
  add_paragraph (html, NULL, fields->summary);
  add_paragraph (html, NULL, fields->translation);
}

static void
add_html (TelaahGrid            *self,
          const TelaahGridPlace *place,
          GString               *html)
{
  TelaahPoint *point = telaah_grid_get_point_at (self, place);
  TelaahSource *source = telaah_grid_get_source_at (self, place);
  const TelaahPointFields *fields = point != NULL ? telaah_point_fields (point) : NULL;

  if (fields != NULL && source != NULL)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, fields->id,
                                                            telaah_source_fields (source)->id);

      add_cell_html (self, cell, html);
    }
  else if (fields != NULL)
    {
      g_autofree char *similar = g_strdup_printf ("<b>%s</b> ", _("Similar"));
      g_autofree char *different = g_strdup_printf ("<b>%s</b> ", _("Different"));

      add_paragraph (html, similar, fields->similarities);
      add_paragraph (html, different, fields->differences);
    }
}

static char *
dup_quotes_text (TelaahGrid *self,
                 TelaahCell *cell)
{
  g_autoptr(GPtrArray) quotes = telaah_grid_dup_quotes (self, cell);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      const TelaahGridQuote *quote = quotes->pdata[i];

      g_string_append_printf (text, "%s“%s” (%s)", i > 0 ? " " : "", quote->quote, quote->reference);
    }

  return g_string_free (text, FALSE);
}

/* One line: what is written, else how the source stands to the point. */
static char *
dup_text (TelaahGrid            *self,
          const TelaahGridPlace *place)
{
  TelaahPoint *point = telaah_grid_get_point_at (self, place);
  TelaahSource *source = telaah_grid_get_source_at (self, place);
  g_autoptr(TelaahCell) cell = NULL;
  g_autofree char *text = NULL;

  if (point == NULL)
    return g_strdup ("");

  if (source == NULL)
    {
      const TelaahPointFields *fields = telaah_point_fields (point);
      g_autofree char *both = g_strjoin (fields->similarities != NULL && fields->differences != NULL ? " / " : "",
                                         fields->similarities != NULL ? fields->similarities : "",
                                         fields->differences != NULL ? fields->differences : "", NULL);

      return dup_flat (both);
    }

  cell = telaah_session_dup_cell (self->session, telaah_point_fields (point)->id, telaah_source_fields (source)->id);
  if (self->content == TELAAH_GRID_QUOTES)
    text = dup_quotes_text (self, cell);
  else
    text = dup_flat (telaah_cell_fields (cell)->summary);

  return *text != '\0' ? g_steal_pointer (&text)
                       : g_strdup (telaah_status_get_word (telaah_cell_fields (cell)->status));
}

/* ---- All of it ---- */

static gboolean
is_single (TelaahGrid *self)
{
  return !telaah_grid_is_block (self) && self->last.row != TELAAH_NO_ROW && self->last.column > 0;
}

/**
 * telaah_grid_dup_html:
 *
 * Returns: (transfer full): the block as a table with heads, or the one cell without
 */
char *
telaah_grid_dup_html (TelaahGrid *self)
{
  GString *html = g_string_new ("<meta charset=\"utf-8\">");
  TelaahGridRange range;

  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  if (is_single (self))
    {
      add_html (self, &self->last, html);
      return g_string_free (html, FALSE);
    }

  get_range (self, &range);
  g_string_append (html, "<table border=\"1\"><thead><tr><th></th>");

  for (guint column = range.column; column < range.end_column; column++)
    {
      g_autofree char *head = dup_head (self, &(TelaahGridPlace) { TELAAH_NO_ROW, column });
      g_autofree char *escaped = g_markup_escape_text (head, -1);

      g_string_append_printf (html, "<th>%s</th>", escaped);
    }

  g_string_append (html, "</tr></thead><tbody>");
  for (guint row = range.row; row < range.end_row; row++)
    {
      g_autofree char *head = dup_head (self, &(TelaahGridPlace) { row, 0 });
      g_autofree char *escaped = g_markup_escape_text (head, -1);

      g_string_append_printf (html, "<tr><th>%s</th>", escaped);
      for (guint column = range.column; column < range.end_column; column++)
        {
          g_string_append (html, "<td>");
          add_html (self, &(TelaahGridPlace) { row, column }, html);
          g_string_append (html, "</td>");
        }
      g_string_append (html, "</tr>");
    }
  g_string_append (html, "</tbody></table>");

  return g_string_free (html, FALSE);
}

/**
 * telaah_grid_dup_tabbed:
 *
 * Returns: (transfer full): the block with its heads, rows as lines, columns parted by tabs; of one cell its words
 */
char *
telaah_grid_dup_tabbed (TelaahGrid *self)
{
  GString *text = g_string_new (NULL);
  TelaahGridRange range;

  g_return_val_if_fail (TELAAH_IS_GRID (self), NULL);

  if (is_single (self))
    {
      g_string_free (text, TRUE);
      return dup_text (self, &self->last);
    }

  get_range (self, &range);
  for (guint column = range.column; column < range.end_column; column++)
    {
      g_autofree char *head = dup_head (self, &(TelaahGridPlace) { TELAAH_NO_ROW, column });

      g_string_append_printf (text, "\t%s", head);
    }

  for (guint row = range.row; row < range.end_row; row++)
    {
      g_autofree char *head = dup_head (self, &(TelaahGridPlace) { row, 0 });

      g_string_append_printf (text, "\n%s", head);
      for (guint column = range.column; column < range.end_column; column++)
        {
          g_autofree char *words = dup_text (self, &(TelaahGridPlace) { row, column });

          g_string_append_printf (text, "\t%s", words);
        }
    }
  g_string_append_c (text, '\n');

  return g_string_free (text, FALSE);
}

/* To the clipboard. */
void
telaah_grid_copy (TelaahGrid *self)
{
  g_autofree char *html = NULL, *text = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GdkContentProvider) content = NULL;
  GdkContentProvider *providers[2];

  g_return_if_fail (TELAAH_IS_GRID (self));

  if (self->session == NULL || !telaah_grid_has_place (self))
    return;

  html = telaah_grid_dup_html (self);
  text = telaah_grid_dup_tabbed (self);
  bytes = g_bytes_new (html, strlen (html));
  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, text);
  content = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), content);
}
