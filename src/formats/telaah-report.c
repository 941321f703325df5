/* A report as a value, and how what it is made of looks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-report.h"

#include <glib/gi18n-lib.h>
#include <pango/pango.h>
#include <string.h>

static void
run_free (gpointer data);

static void
paragraph_free (TelaahReportParagraph *self)
{
  g_free (self->language);
  g_ptr_array_unref (self->runs);
  g_free (self);
}

static void
run_free (gpointer data)
{
  TelaahReportRun *run = data;

  g_free (run->text);
  g_clear_pointer (&run->footnote, paragraph_free);
  g_free (run);
}

static void
cell_free (gpointer data)
{
  TelaahReportCell *cell = data;

  g_clear_pointer (&cell->words, paragraph_free);
  g_free (cell);
}

static void
table_free (TelaahReportTable *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self);
}

static void
block_free (gpointer data)
{
  TelaahReportBlock *block = data;

  g_clear_pointer (&block->paragraph, paragraph_free);
  g_clear_pointer (&block->table, table_free);
  g_free (block);
}

TelaahReport *
telaah_report_new (void)
{
  TelaahReport *self = g_new0 (TelaahReport, 1);

  self->blocks = g_ptr_array_new_with_free_func (block_free);

  return self;
}

void
telaah_report_free (TelaahReport *self)
{
  g_free (self->title);
  g_free (self->description);
  g_free (self->language);
  g_free (self->creators);
  g_free (self->created);
  g_free (self->modified);
  g_ptr_array_unref (self->blocks);
  g_free (self);
}

/* @language: (nullable): the report's */
TelaahReportParagraph *
telaah_report_paragraph_new (TelaahReportStyle  style,
                             const char        *language)
{
  TelaahReportParagraph *self = g_new0 (TelaahReportParagraph, 1);

  self->style = style;
  self->language = telaah_report_dup_language (language);
  self->runs = g_ptr_array_new_with_free_func (run_free);

  return self;
}

/* Takes @paragraph. */
void
telaah_report_add (TelaahReport          *self,
                   TelaahReportParagraph *paragraph)
{
  TelaahReportBlock *block = g_new0 (TelaahReportBlock, 1);

  block->paragraph = paragraph;
  g_ptr_array_add (self->blocks, block);
}

/* Returns: (transfer none): to be filled row by row */
TelaahReportTable *
telaah_report_add_table (TelaahReport *self,
                         guint         n_columns,
                         double        first)
{
  TelaahReportBlock *block = g_new0 (TelaahReportBlock, 1);

  block->table = g_new0 (TelaahReportTable, 1);
  block->table->n_columns = n_columns;
  block->table->first = first;
  block->table->cells = g_ptr_array_new_with_free_func (cell_free);
  g_ptr_array_add (self->blocks, block);

  return block->table;
}

/* Takes @words. */
void
telaah_report_table_put (TelaahReportTable     *self,
                         TelaahReportParagraph *words,
                         const char            *shade)
{
  TelaahReportCell *cell = g_new0 (TelaahReportCell, 1);

  cell->words = words;
  cell->shade = shade;
  g_ptr_array_add (self->cells, cell);
}

void
telaah_report_put_n (TelaahReportParagraph *self,
                     TelaahReportFace       face,
                     const char            *text,
                     gsize                  length)
{
  TelaahReportRun *run;

  if (length == 0)
    return;

  run = g_new0 (TelaahReportRun, 1);
  run->face = face;
  run->text = g_strndup (text, length);
  g_ptr_array_add (self->runs, run);
}

void
telaah_report_put (TelaahReportParagraph *self,
                   TelaahReportFace       face,
                   const char            *text)
{
  telaah_report_put_n (self, face, text, strlen (text));
}

/* The first address of the web in it; what ends the sentence is no part of it. */
static gboolean
find_address (const char  *from,
              const char  *to,
              const char **start,
              const char **end)
{
  for (*start = from; *start < to; (*start)++)
    if (g_str_has_prefix (*start, "https://") || g_str_has_prefix (*start, "http://"))
      break;

  for (*end = *start; *end < to && (guchar) **end > ' ' && strchr ("\"\\<>", **end) == NULL; (*end)++)
    ;
  while (*end > *start && strchr (".,;", (*end)[-1]) != NULL)
    (*end)--;

  return *start < to;
}

static void
put_words (TelaahReportParagraph *self,
           TelaahReportFace       face,
           const char            *from,
           const char            *to)
{
  const char *start, *end;

  while (find_address (from, to, &start, &end))
    {
      telaah_report_put_n (self, face, from, start - from);
      telaah_report_put_n (self, face, start, end - start);
      ((TelaahReportRun *) self->runs->pdata[self->runs->len - 1])->links = TRUE;
      from = end;
    }

  telaah_report_put_n (self, face, from, to - from);
}

/* @markup: Pango's, in which nothing but <i> counts. Addresses of the web in it can be followed. */
void
telaah_report_put_markup (TelaahReportParagraph *self,
                          const char            *markup)
{
  g_autoptr(PangoAttrList) attributes = NULL;
  PangoAttrIterator *iter;
  g_autofree char *text = NULL;
  gsize length;

  if (!pango_parse_markup (markup, -1, 0, &attributes, &text, NULL, NULL))
    {
      telaah_report_put (self, TELAAH_REPORT_PLAIN, markup);
      return;
    }

  length = strlen (text);
  iter = pango_attr_list_get_iterator (attributes);
  do
    {
      gboolean italic = pango_attr_iterator_get (iter, PANGO_ATTR_STYLE) != NULL;
      int start, end;

      pango_attr_iterator_range (iter, &start, &end);
      if (start < length)
        put_words (self, italic ? TELAAH_REPORT_EMPHASIS : TELAAH_REPORT_PLAIN,
                   text + start, text + MIN (end, length));
    }
  while (pango_attr_iterator_next (iter));
  pango_attr_iterator_destroy (iter);
}

/* Takes @footnote. */
void
telaah_report_put_footnote (TelaahReportParagraph *self,
                            TelaahReportParagraph *footnote)
{
  TelaahReportRun *run = g_new0 (TelaahReportRun, 1);

  run->footnote = footnote;
  g_ptr_array_add (self->runs, run);
}

static gboolean
is_rtl_script (GUnicodeScript script)
{
  switch (script)
    {
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_SYRIAC:
    case G_UNICODE_SCRIPT_THAANA:
    case G_UNICODE_SCRIPT_NKO:
    case G_UNICODE_SCRIPT_ADLAM:
    case G_UNICODE_SCRIPT_MANDAIC:
    case G_UNICODE_SCRIPT_SAMARITAN:
      return TRUE;
    default:
      return FALSE;
    }
}

/* Whether the first of its letters is of a script that runs to the left. */
gboolean
telaah_report_is_rtl (const TelaahReportParagraph *self)
{
  /* The name of a source may be in any script; the words beside it are not. */
  guint first = self->style == TELAAH_REPORT_POSITION && self->runs->len > 0 ? self->runs->len - 1 : 0;

  for (guint i = first; i < self->runs->len; i++)
    {
      const TelaahReportRun *run = self->runs->pdata[i];

      for (const char *p = run->text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
        if (g_unichar_isalpha (g_utf8_get_char (p)))
          return is_rtl_script (g_unichar_get_script (g_utf8_get_char (p)));
    }

  return FALSE;
}

/* ---- Looks ---- */

static const TelaahReportLook looks[TELAAH_REPORT_N_STYLES] = {
  [TELAAH_REPORT_BODY] = { "Text body", "BodyText", "Body Text", 11, 0, 6, .line = 1.25 },
  [TELAAH_REPORT_TITLE] = { "Title", "Title", "Title", 24, 0, 4, .line = 1.1, .strong = TRUE, .keeps = TRUE },
  [TELAAH_REPORT_SUBTITLE] = { "Subtitle", "Subtitle", "Subtitle", 11, 0, 14, .line = 1.2,
                               .color = TELAAH_REPORT_QUIET_COLOR },
  [TELAAH_REPORT_QUESTION] = { N_("Question"), "Question", "Question", 11.5, 0, 10, .line = 1.25,
                               .emphasis = TRUE, .keeps = TRUE, .own = TRUE },
  [TELAAH_REPORT_HEADING] = { "Heading", "Heading", "heading", 12, 18, 4, .line = 1.15,
                              .strong = TRUE, .keeps = TRUE },
  [TELAAH_REPORT_POSITION] = { N_("Position"), "Position", "Position", 10.5, 10, 2, .line = 1.2,
                               .keeps = TRUE, .own = TRUE },
  [TELAAH_REPORT_TRANSLATION] = { N_("Translation"), "Translation", "Translation", 10.5, 0, 6, .line = 1.25,
                                  .color = TELAAH_REPORT_QUIET_COLOR, .own = TRUE },
  [TELAAH_REPORT_REST] = { N_("Other Sources"), "OtherSources", "Other Sources", 10.5, 8, 2, .line = 1.2,
                           .own = TRUE },
  [TELAAH_REPORT_QUOTE] = { "Quotations", "Quote", "Quote", 10.5, 2, 6, 30, 22, .line = 1.25,
                            .bar = "#9a9996" },
  [TELAAH_REPORT_NOTE] = { N_("Note on a Quote"), "QuoteNote", "Quote Note", 9.5, 0, 6, 30, 22, .line = 1.2,
                           .color = TELAAH_REPORT_QUIET_COLOR, .own = TRUE },
  [TELAAH_REPORT_SYNTHESIS] = { N_("Synthesis"), "Synthesis", "Synthesis", 11, 10, 6, 6, 6, .line = 1.25,
                                .shade = "#f0f3f8", .own = TRUE },
  [TELAAH_REPORT_LEGEND] = { N_("Legend"), "Legend", "Legend", 9, 5, 6, .line = 1.2,
                             .color = TELAAH_REPORT_QUIET_COLOR, .own = TRUE },
  [TELAAH_REPORT_REFERENCE] = { "Bibliography 1", "Bibliography", "Bibliography", 11, 0, 6, 24, 0, -24,
                                .line = 1.2 },
  [TELAAH_REPORT_FOOTNOTE] = { "Footnote", "FootnoteText", "footnote text", 9, 0, 2, 18, 0, -18, .line = 1.15 },
  [TELAAH_REPORT_TABLE_HEAD] = { "Table Heading", "TableHeading", "Table Heading", 9, 1, 1, .line = 1.1,
                                 .strong = TRUE },
  [TELAAH_REPORT_TABLE_CELL] = { "Table Contents", "TableContents", "Table Contents", 9, 1, 1, .line = 1.15 },
  [TELAAH_REPORT_FOOTER] = { "Footer", "Footer", "footer", 9, 0, 0, .line = 1.1,
                             .color = TELAAH_REPORT_QUIET_COLOR },
};

const TelaahReportLook *
telaah_report_style_look (TelaahReportStyle style)
{
  g_return_val_if_fail (style < TELAAH_REPORT_N_STYLES, &looks[TELAAH_REPORT_BODY]);

  return &looks[style];
}

double
telaah_report_heading_size (guint level)
{
  static const double sizes[] = { 17, 14, 12 };

  return level >= 1 && level <= G_N_ELEMENTS (sizes) ? sizes[level - 1] : 11;
}

/**
 * telaah_report_dup_language:
 *
 * Returns: (transfer full) (nullable): @language where it is a tag of BCP 47, with hyphens
 */
char *
telaah_report_dup_language (const char *language)
{
  g_autofree char *tag = g_strdelimit (g_strdup (language != NULL ? language : ""), "_", '-');

  for (const char *p = tag; *p != '\0'; p++)
    if (!g_ascii_isalnum (*p) && *p != '-')
      return NULL;

  return g_ascii_isalpha (tag[0]) && g_ascii_isalpha (tag[1]) ? g_steal_pointer (&tag) : NULL;
}
