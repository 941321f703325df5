/* Writes the comparative outline as one page in HTML that needs nothing else: for a phone, a screen, paper, and for
 * who hears it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-html-private.h"
#include "formats/telaah-outline-words.h"

static void put_points (TelaahHtml *self,
                        GPtrArray  *points,
                        guint       level);

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static const char *
get_title (TelaahHtml         *self,
           TelaahOutlinePoint *node)
{
  return telaah_outline_get_point_title (self->outline, node->point);
}

/* ---- Head ---- */

static void
put_head (TelaahHtml *self,
          const char *title)
{
  g_string_append (self->out, "<!DOCTYPE html>\n<html");
  telaah_html_put_lang (self, self->outline->language);
  g_string_append (self->out,
                   ">\n<head>\n<meta charset=\"utf-8\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"color-scheme\" content=\"light dark\">\n"
                   "<meta http-equiv=\"Content-Security-Policy\""
                   " content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
                   "<meta name=\"generator\" content=\"Telaah " TELAAH_VERSION "\">\n");
  telaah_html_put_inside (self, "<title>", title, "</title>\n<style>\n");
  g_string_append (self->out, telaah_html_style);
  g_string_append (self->out, "</style>\n</head>\n<body>\n");
}

/* Takes @words. */
static void
put_fact (TelaahHtml *self,
          char       *words)
{
  telaah_html_put_inside (self, "<li>", words, "</li>\n");
  g_free (words);
}

static void
put_facts (TelaahHtml *self)
{
  TelaahOutline *outline = self->outline;
  guint sources = outline->sources->len, points = telaah_outline_count_points (outline);
  guint passages = g_hash_table_size (self->quotes);

  g_string_append (self->out, "<ul class=\"facts\">\n");
  put_fact (self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", sources), sources));
  put_fact (self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point", "%u points", points), points));
  put_fact (self, g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage", "%u passages", passages), passages));
  if (outline->modified != NULL && strlen (outline->modified) >= 10)
    {
      g_autofree char *day = g_strndup (outline->modified, 10);

      /* Translators: a date: what is shown is how things stood then */
      put_fact (self, g_strdup_printf (_("As of %s"), day));
    }
  g_string_append (self->out, "</ul>\n");
}

static void
put_header (TelaahHtml *self,
            const char *title)
{
  g_string_append (self->out, "<header>\n");
  telaah_html_put_inside (self, "<h1 dir=\"auto\">", title, "</h1>\n");
  if (has_text (self->outline->question))
    telaah_html_put_inside (self, "<p class=\"question\" dir=\"auto\">", self->outline->question, "</p>\n");
  put_facts (self);
  g_string_append (self->out, "</header>\n");
}

static void
put_entries (TelaahHtml *self,
             GPtrArray  *points)
{
  g_string_append (self->out, "<ul>\n");
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const char *number = telaah_html_get_number (self, node);

      g_string_append_printf (self->out, "<li><a href=\"#p%s\"><span class=\"number\">%s</span> <span dir=\"auto\">",
                              number, number);
      telaah_html_put_inside (self, "", get_title (self, node), "</span></a>");
      if (node->points->len > 0)
        put_entries (self, node->points);
      g_string_append (self->out, "</li>\n");
    }
  g_string_append (self->out, "</ul>\n");
}

static void
put_contents (TelaahHtml *self)
{
  g_string_append (self->out, "<nav aria-labelledby=\"contents\">\n");
  telaah_html_put_inside (self, "<h2 id=\"contents\">", _("Contents"), "</h2>\n<ul>\n");
  if (self->outline->sources->len > 0 && self->outline->points->len > 0)
    telaah_html_put_inside (self, "<li><a href=\"#table\">", _("Comparison"), "</a></li>\n");
  if (self->outline->points->len > 0)
    {
      telaah_html_put_inside (self, "<li><a href=\"#points\">", _("Points"), "</a>\n");
      put_entries (self, self->outline->points);
      g_string_append (self->out, "</li>\n");
    }
  if (self->outline->sources->len > 0)
    telaah_html_put_inside (self, "<li><a href=\"#sources\">", _("Sources"), "</a></li>\n");
  g_string_append (self->out, "</ul>\n</nav>\n");
}

/* ---- Cells ---- */

static gboolean
is_mark (const char *sign)
{
  GUnicodeType type = g_unichar_type (g_utf8_get_char (sign));

  return *sign == '"' || *sign == '\'' || type == G_UNICODE_INITIAL_PUNCTUATION || type == G_UNICODE_FINAL_PUNCTUATION;
}

/* It has no marks put around it where it has its own at an end. */
static gboolean
is_quoted (const char *words)
{
  return *words != '\0' && (is_mark (words) || is_mark (g_utf8_prev_char (words + strlen (words))));
}

static void
put_quote (TelaahHtml         *self,
           TelaahOutlinePoint *node,
           TelaahPassage      *passage,
           const char         *language)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahHtmlQuote *quote = telaah_html_get_quote (self, f->id);
  GPtrArray *notes = telaah_passage_get_notes (passage);
  g_autofree char *words = telaah_passage_dup_quote (passage);
  g_autofree char *reference = telaah_outline_dup_reference (self->outline, f->source, f->id);

  g_string_append (self->out, "<figure id=\"");
  telaah_html_put_use_id (self, quote, telaah_html_find_use (quote, node, f->source));
  g_string_append (self->out, "\">\n<blockquote dir=\"auto\"");
  if (is_quoted (words))
    g_string_append (self->out, " class=\"plain\"");
  telaah_html_put_lang (self, language);
  telaah_html_put_inside (self, ">", words, "</blockquote>\n");
  g_string_append_printf (self->out, "<figcaption><a href=\"#x%u\" title=\"", quote->number);
  telaah_html_put_inside (self, "", _("Show it in its context"), "\">");
  g_string_append_printf (self->out, "<span class=\"number\">%u</span> ", quote->number);
  telaah_html_put_inside (self, "<span dir=\"auto\">", reference,
                          "</span><span class=\"to\" aria-hidden=\"true\"> ↗</span></a></figcaption>\n");
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      telaah_html_put_inside (self, "<p class=\"note\" dir=\"auto\"><b>", _("Note"), ":</b> ");
      telaah_html_put_inside (self, "", telaah_note_fields (notes->pdata[i])->text, "</p>\n");
    }
  g_string_append (self->out, "</figure>\n");
}

static void
put_words (TelaahHtml         *self,
           TelaahOutlinePoint *node,
           const char         *source,
           TelaahLinkKind      kind,
           const char         *words,
           const char         *language)
{
  g_string_append (self->out, "<p class=\"words\" dir=\"auto\"");
  telaah_html_put_lang (self, language);
  g_string_append_c (self->out, '>');
  telaah_html_put_linked (self, node, source, kind, words);
  g_string_append (self->out, "</p>\n");
}

/* Beside each other where there is room. */
static void
put_summary (TelaahHtml         *self,
             TelaahOutlinePoint *node,
             TelaahCell         *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  gboolean both = has_text (f->summary) && has_text (f->translation);

  g_string_append (self->out, both ? "<div class=\"both\">\n" : "");
  if (has_text (f->summary))
    put_words (self, node, f->source, TELAAH_LINK_SUMMARY, f->summary, NULL);
  if (has_text (f->translation))
    put_words (self, node, f->source, TELAAH_LINK_TRANSLATION, f->translation, self->outline->second_language);
  g_string_append (self->out, both ? "</div>\n" : "");

  if (telaah_cell_is_stale (cell))
    telaah_html_put_inside (self, "<p class=\"stale\"><span aria-hidden=\"true\">⚠</span> ",
                            _("The evidence has changed since this was written."), "</p>\n");
}

static void
put_status (TelaahHtml   *self,
            TelaahStatus  status)
{
  g_string_append_printf (self->out, "<span class=\"status\"><span aria-hidden=\"true\">%s</span> ",
                          telaah_status_get_mark (status));
  telaah_html_put_inside (self, "", telaah_status_get_label (status), "</span>");
}

static void
put_cell (TelaahHtml         *self,
          TelaahOutlinePoint *node,
          TelaahSource       *source,
          TelaahCell         *cell)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  g_autofree char *origin = telaah_source_dup_origin (source);

  g_string_append (self->out, "<div class=\"cell\" role=\"group\" aria-labelledby=\"");
  telaah_html_put_cell_id (self, node, f->id);
  g_string_append (self->out, "\">\n<p class=\"who\" id=\"");
  telaah_html_put_cell_id (self, node, f->id);
  telaah_html_put_inside (self, "\"><b dir=\"auto\">", telaah_source_get_name (source), "</b> ");
  if (origin != NULL)
    telaah_html_put_inside (self, "<span class=\"origin\" dir=\"auto\">", origin, "</span> ");
  put_status (self, telaah_cell_fields (cell)->status);
  g_string_append (self->out, "</p>\n");

  put_summary (self, node, cell);
  for (guint i = 0; i < evidence->len; i++)
    put_quote (self, node, evidence->pdata[i], f->language);
  g_string_append (self->out, "</div>\n");
}

/* Whether there is no more to say than its status. */
static gboolean
is_bare (TelaahCell *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);

  return !has_text (f->summary) && !has_text (f->translation) && telaah_cell_get_evidence (cell)->len == 0 &&
         !telaah_cell_is_stale (cell);
}

/* The sources of which nothing else is known, in one line. */
static void
put_bare (TelaahHtml         *self,
          TelaahOutlinePoint *node,
          TelaahStatus        status)
{
  guint n = 0;

  for (guint i = 0; i < node->cells->len && i < self->outline->sources->len; i++)
    {
      const char *source = telaah_source_fields (self->outline->sources->pdata[i])->id;
      g_autofree char *reference = NULL;

      if (!is_bare (node->cells->pdata[i]) || telaah_cell_fields (node->cells->pdata[i])->status != status)
        continue;

      if (n++ == 0)
        {
          g_string_append (self->out, "<p class=\"bare\">");
          put_status (self, status);
          g_string_append (self->out, " ");
        }
      else
        g_string_append (self->out, " · ");

      reference = telaah_outline_dup_reference (self->outline, source, NULL);
      g_string_append (self->out, "<span dir=\"auto\" id=\"");
      telaah_html_put_cell_id (self, node, source);
      telaah_html_put_inside (self, "\">", reference, "</span>");
    }

  g_string_append (self->out, n > 0 ? "</p>\n" : "");
}

static void
put_cells (TelaahHtml         *self,
           TelaahOutlinePoint *node)
{
  static const TelaahStatus statuses[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };

  for (guint i = 0; i < node->cells->len && i < self->outline->sources->len; i++)
    if (!is_bare (node->cells->pdata[i]))
      put_cell (self, node, self->outline->sources->pdata[i], node->cells->pdata[i]);

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    put_bare (self, node, statuses[i]);
}

/* ---- Points ---- */

static void
put_verdict (TelaahHtml         *self,
             TelaahOutlinePoint *node,
             TelaahLinkKind      kind,
             const char         *label,
             const char         *words)
{
  if (!has_text (words))
    return;

  telaah_html_put_inside (self, "<dt>", label, "</dt>\n<dd class=\"words\" dir=\"auto\">");
  telaah_html_put_linked (self, node, NULL, kind, words);
  g_string_append (self->out, "</dd>\n");
}

/* The colour of its theme, which comes from a file. */
static const char *
get_color (TelaahHtml         *self,
           TelaahOutlinePoint *node)
{
  const char *id = telaah_point_fields (node->point)->theme;

  for (guint i = self->outline->themes->len; id != NULL && i > 0; i--)
    {
      const TelaahThemeFields *f = telaah_theme_fields (self->outline->themes->pdata[i - 1]);

      if (strcmp (f->id, id) != 0)
        continue;

      /* What has none takes that of the theme above, which is earlier in the list. */
      if (f->color != NULL)
        return *f->color == '#' && strlen (f->color) == 7 && strspn (f->color + 1, "0123456789abcdefABCDEF") == 6
               ? f->color : NULL;
      id = f->parent;
    }

  return NULL;
}

static void
put_point (TelaahHtml         *self,
           TelaahOutlinePoint *node,
           guint               level)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  const char *number = telaah_html_get_number (self, node), *color = get_color (self, node);
  g_autofree char *condition = telaah_point_dup_condition (node->point);

  /* Without a name it is no landmark, of which there would be too many; headings lead through the points. */
  g_string_append (self->out, "<section class=\"point\"");
  if (color != NULL)
    g_string_append_printf (self->out, " style=\"--theme: %s\"", color);
  /* Deeper than h6 there is none, but the level can be said. */
  g_string_append_printf (self->out, ">\n<h%u id=\"p%s\"", MIN (level, 6), number);
  if (level > 6)
    g_string_append_printf (self->out, " aria-level=\"%u\"", level);
  g_string_append_printf (self->out, "><span class=\"number\">%s</span> <span dir=\"auto\">", number);
  telaah_html_put_inside (self, "", get_title (self, node), "</span>");
  g_string_append_printf (self->out, "</h%u>\n", MIN (level, 6));

  if (has_text (f->question))
    telaah_html_put_inside (self, "<p class=\"question\" dir=\"auto\">", f->question, "</p>\n");
  if (condition != NULL)
    telaah_html_put_inside (self, "<p class=\"condition\" dir=\"auto\">", condition, "</p>\n");

  put_cells (self, node);
  if (has_text (f->similarities) || has_text (f->differences))
    {
      g_string_append (self->out, "<dl class=\"verdict\">\n");
      put_verdict (self, node, TELAAH_LINK_SIMILARITIES, _("Similarities"), f->similarities);
      put_verdict (self, node, TELAAH_LINK_DIFFERENCES, _("Differences"), f->differences);
      g_string_append (self->out, "</dl>\n");
    }
  put_points (self, node->points, level + 1);
  g_string_append (self->out, "</section>\n");
}

static void
put_points (TelaahHtml *self,
            GPtrArray  *points,
            guint       level)
{
  for (guint i = 0; i < points->len; i++)
    put_point (self, points->pdata[i], level);
}

/**
 * telaah_outline_to_html:
 *
 * Returns: (transfer full): one page that needs nothing from elsewhere, its labels in the language of the interface
 */
char *
telaah_outline_to_html (TelaahOutline *outline)
{
  g_autofree char *title = NULL;
  TelaahHtml *self;

  g_return_val_if_fail (outline != NULL, NULL);

  title = telaah_outline_dup_title (outline);
  self = telaah_html_new (outline);
  put_head (self, title);
  telaah_html_put_inside (self, "<a class=\"skip\" href=\"#points\">", _("Skip to the points"), "</a>\n");
  put_header (self, title);
  put_contents (self);
  g_string_append (self->out, "<main>\n");
  telaah_html_put_table (self);
  g_string_append (self->out, "<div id=\"points\">\n");
  if (outline->points->len == 0)
    telaah_html_put_inside (self, "<p>", _("There are no points to compare yet."), "</p>\n");
  put_points (self, outline->points, 2);
  g_string_append (self->out, "</div>\n");
  telaah_html_put_sources (self);
  g_string_append (self->out, "</main>\n</body>\n</html>\n");

  return telaah_html_free (self);
}
