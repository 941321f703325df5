/* Writes the comparative outline as a document in Markdown.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-words.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* Whether what begins at @p would make a line more than a paragraph: a list, a heading, a rule. */
static gboolean
opens_block (const char *p)
{
  const char *digits = p;

  if (*p == '#' || *p == '+' || *p == '-' || *p == '=')
    return TRUE;

  while (g_ascii_isdigit (*digits))
    digits++;

  return digits > p && (*digits == '.' || *digits == ')');
}

/* A heading may end in signs that are not part of it. */
static gboolean
closes_heading (const char *text,
                const char *p)
{
  return *p == '#' && p > text && g_ascii_isspace (p[-1]);
}

/* Skips the digits of "12." so that what needs the backslash is next. */
static const char *
append_number (GString    *out,
               const char *p)
{
  while (g_ascii_isdigit (*p))
    g_string_append_c (out, *p++);

  return p;
}

/* Appends @text so that it reads as it is. Each of its lines begins with @prefix; where that is
 * NULL it is one line. Markdown takes a lone CR for a line end too. */
static void
append_escaped (GString    *out,
                const char *text,
                const char *prefix)
{
  gboolean line_start = TRUE;

  for (const char *p = text; *p != '\0'; p++)
    {
      if (*p == '\n' || *p == '\r')
        {
          g_string_append (out, prefix != NULL ? "\n" : " ");
          g_string_append (out, prefix != NULL ? prefix : "");
          line_start = TRUE;
          continue;
        }

      /* Four spaces would make it code. */
      if (line_start && (*p == ' ' || *p == '\t'))
        continue;

      if (line_start && opens_block (p))
        {
          p = append_number (out, p);
          g_string_append_c (out, '\\');
        }
      else if (strchr ("\\`*_[]<>&~|", *p) != NULL || closes_heading (text, p))
        g_string_append_c (out, '\\');

      g_string_append_c (out, *p);
      line_start = FALSE;
    }
}

/* One line, without the white space around it that would undo emphasis. */
static void
append_inline (GString    *out,
               const char *text)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  append_escaped (out, stripped, NULL);
}

/* @citations: (nullable): what the text rests on, to stand after it in brackets. */
static void
append_labelled (GString    *out,
                 const char *label,
                 const char *text,
                 const char *citations)
{
  if (!has_text (text))
    return;

  g_string_append_printf (out, "**%s:** ", label);
  append_escaped (out, text, "");
  if (citations != NULL)
    {
      g_string_append (out, " (");
      append_inline (out, citations);
      g_string_append_c (out, ')');
    }
  g_string_append (out, "\n\n");
}

static void
append_slanted (GString    *out,
                const char *text)
{
  if (!has_text (text))
    return;

  g_string_append_c (out, '*');
  append_inline (out, text);
  g_string_append (out, "*\n\n");
}

/* Where the outline knows where the passage stands. */
static void
append_origin (GString                   *out,
               TelaahOutline             *outline,
               const TelaahPassageFields *f)
{
  g_autofree char *reference = NULL;

  if (telaah_outline_get_context (outline, f->id) == NULL)
    return;

  reference = telaah_outline_dup_reference (outline, f->source, f->id);
  g_string_append (out, ">\n> — ");
  append_inline (out, reference);
  g_string_append_c (out, '\n');
}

static void
append_passage (GString       *out,
                TelaahOutline *outline,
                TelaahPassage *passage)
{
  GPtrArray *notes = telaah_passage_get_notes (passage);
  g_autofree char *quote = g_strstrip (g_strdup (telaah_passage_fields (passage)->quote));

  g_string_append (out, "> ");
  append_escaped (out, quote, "> ");
  g_string_append_c (out, '\n');
  append_origin (out, outline, telaah_passage_fields (passage));

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      g_string_append_printf (out, ">\n> *%s:* ", _("Note"));
      append_escaped (out, telaah_note_fields (notes->pdata[i])->text, "> ");
      g_string_append_c (out, '\n');
    }

  g_string_append_c (out, '\n');
}

static void
append_cell (GString       *out,
             TelaahOutline *outline,
             TelaahSource  *source,
             TelaahCell    *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  g_autofree char *origin = telaah_source_dup_origin (source);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);

  g_string_append (out, "**");
  append_inline (out, telaah_source_get_name (source));
  g_string_append (out, "**");
  if (origin != NULL)
    {
      g_string_append (out, " (");
      append_inline (out, origin);
      g_string_append_c (out, ')');
    }
  g_string_append_c (out, ':');

  if (f->status != TELAAH_STATUS_TREATED || !has_text (f->summary))
    g_string_append_printf (out, " *%s.*", telaah_status_get_label (f->status));
  if (has_text (f->summary))
    {
      g_string_append_c (out, ' ');
      append_escaped (out, f->summary, "");
    }
  if (telaah_cell_is_stale (cell))
    g_string_append_printf (out, " *(%s)*", _("The evidence has changed since this was written."));
  g_string_append (out, "\n\n");
  append_labelled (out, _("Translation"), f->translation, NULL);

  for (guint i = 0; i < evidence->len; i++)
    append_passage (out, outline, evidence->pdata[i]);
}

static void
append_point (GString            *out,
              TelaahOutline      *outline,
              TelaahOutlinePoint *node,
              guint               level)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  g_autofree char *condition = telaah_point_dup_condition (node->point);
  g_autofree char *similar = telaah_outline_dup_citations (outline, node, TELAAH_LINK_SIMILARITIES);
  g_autofree char *different = telaah_outline_dup_citations (outline, node, TELAAH_LINK_DIFFERENCES);

  /* Markdown has six levels of headings; what is deeper stays on the last. */
  g_string_append_printf (out, "%.*s ", (int) MIN (level, 6), "######");
  append_inline (out, telaah_outline_get_point_title (outline, node->point));
  g_string_append (out, "\n\n");
  append_slanted (out, f->question);
  append_slanted (out, condition);

  for (guint i = 0; i < node->cells->len && i < outline->sources->len; i++)
    append_cell (out, outline, outline->sources->pdata[i], node->cells->pdata[i]);

  append_labelled (out, _("Similarities"), f->similarities, similar);
  append_labelled (out, _("Differences"), f->differences, different);
}

static void
append_points (GString       *out,
               TelaahOutline *outline,
               GPtrArray     *points,
               guint          level)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      append_point (out, outline, node, level);
      append_points (out, outline, node->points, level + 1);
    }
}

/* A link only where it cannot break out of its brackets. */
static void
append_url (GString    *out,
            const char *url)
{
  gboolean plain = g_str_has_prefix (url, "http://") || g_str_has_prefix (url, "https://");

  for (const char *p = url; *p != '\0' && plain; p++)
    plain = (guchar) *p > ' ' && *p != '<' && *p != '>' && *p != 0x7f;

  if (plain)
    g_string_append_printf (out, "<%s>", url);
  else
    append_inline (out, url);
}

static void
italic_cb (GMarkupParseContext  *context,
           const char           *name,
           gpointer              out,
           GError              **error)
{
  if (strcmp (name, "i") == 0)
    g_string_append_c (out, '*');
}

static void
start_cb (GMarkupParseContext  *context,
          const char           *name,
          const char          **attributes,
          const char          **values,
          gpointer              out,
          GError              **error)
{
  italic_cb (context, name, out, error);
}

static void
text_cb (GMarkupParseContext  *context,
         const char           *text,
         gsize                 length,
         gpointer              out,
         GError              **error)
{
  g_autofree char *words = g_strndup (text, length);

  /* It begins a line only as far as append_escaped() knows. */
  if (*words == ' ')
    g_string_append_c (out, ' ');
  append_escaped (out, words, NULL);
}

/* The reference comes as escaped text with <i> in it. */
static void
append_markup (GString    *out,
               const char *markup)
{
  static const GMarkupParser parser = { start_cb, italic_cb, text_cb };
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, out, NULL);

  if (g_markup_parse_context_parse (context, "<p>", -1, NULL) &&
      g_markup_parse_context_parse (context, markup, -1, NULL))
    g_markup_parse_context_parse (context, "</p>", -1, NULL);
}

static void
append_reference (GString      *out,
                  TelaahSource *source)
{
  g_autofree char *address = NULL;
  g_autofree char *markup = telaah_source_dup_full_reference (source, &address);

  g_string_append (out, "- ");
  append_markup (out, markup);
  if (address != NULL)
    {
      g_string_append_c (out, ' ');
      append_url (out, address);
    }
  g_string_append_c (out, '\n');
}

/**
 * telaah_outline_to_markdown:
 *
 * Returns: (transfer full): the outline as a document, in the language of the interface
 */
char *
telaah_outline_to_markdown (TelaahOutline *outline)
{
  g_autofree char *title = NULL;
  GString *out;

  g_return_val_if_fail (outline != NULL, NULL);

  out = g_string_new ("# ");
  title = telaah_outline_dup_title (outline);
  append_inline (out, title);
  g_string_append (out, "\n\n");
  append_labelled (out, _("Question"), outline->question, NULL);
  append_points (out, outline, outline->points, 2);

  if (outline->sources->len > 0)
    g_string_append_printf (out, "## %s\n\n", _("Sources"));
  for (guint i = 0; i < outline->sources->len; i++)
    append_reference (out, outline->sources->pdata[i]);

  return g_string_free (out, FALSE);
}
