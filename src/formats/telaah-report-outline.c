/* Makes a report of a comparative outline: an overview of who treats what, then point by point what each source says
 * and the quotes it rests on, then the sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-reference.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_words (TelaahReportMaker *self,
           TelaahReportStyle  style,
           const char        *text)
{
  TelaahReportParagraph *paragraph = telaah_report_paragraph_new (style, NULL);
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, stripped);
  telaah_report_add (self->report, paragraph);
}

static void
add_heading (TelaahReportMaker *self,
             const char        *text,
             guint              level,
             gboolean           numbered)
{
  TelaahReportParagraph *heading = telaah_report_paragraph_new (TELAAH_REPORT_HEADING, NULL);
  g_autofree char *line = g_strstrip (g_strdelimit (g_strdup (text), "\r\n", ' '));

  heading->level = MIN (level, TELAAH_REPORT_LEVELS);
  heading->numbered = numbered;
  telaah_report_put (heading, TELAAH_REPORT_PLAIN, line);
  telaah_report_add (self->report, heading);
}

/* ---- What one source says ---- */

/* Whether there is more to say of it than its status. */
static gboolean
has_content (TelaahCell *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);

  return has_text (f->summary) || has_text (f->translation) || telaah_cell_get_evidence (cell)->len > 0;
}

static void
add_position (TelaahReportMaker *self,
              TelaahSource      *source,
              TelaahCell        *cell)
{
  TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_POSITION, NULL);
  g_autofree char *label = telaah_report_maker_dup_label (self, source);

  telaah_report_put (paragraph, TELAAH_REPORT_STRONG, label);
  telaah_report_put (paragraph, TELAAH_REPORT_QUIET, " · ");
  telaah_report_put (paragraph, TELAAH_REPORT_QUIET,
                     telaah_status_get_label (telaah_cell_fields (cell)->status));
  telaah_report_add (self->report, paragraph);
}

static void
add_summary (TelaahReportMaker  *self,
             TelaahOutlinePoint *node,
             TelaahCell         *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  TelaahReportParagraph *paragraph;

  if (has_text (f->summary))
    {
      paragraph = telaah_report_paragraph_new (TELAAH_REPORT_BODY, NULL);
      telaah_report_maker_put_linked (self, paragraph, node, f->source, TELAAH_LINK_SUMMARY, f->summary);
      if (telaah_cell_is_stale (cell))
        {
          telaah_report_put (paragraph, TELAAH_REPORT_QUIET, " (");
          telaah_report_put (paragraph, TELAAH_REPORT_QUIET,
                             _("The evidence has changed since this was written."));
          telaah_report_put (paragraph, TELAAH_REPORT_QUIET, ")");
        }
      telaah_report_add (self->report, paragraph);
    }

  if (has_text (f->translation))
    {
      paragraph = telaah_report_paragraph_new (TELAAH_REPORT_TRANSLATION, self->outline->second_language);
      telaah_report_maker_put_linked (self, paragraph, node, f->source, TELAAH_LINK_TRANSLATION, f->translation);
      telaah_report_add (self->report, paragraph);
    }
}

static void
add_quote (TelaahReportMaker *self,
           TelaahSource      *source,
           TelaahPassage     *passage)
{
  GPtrArray *notes = telaah_passage_get_notes (passage);
  const char *language = telaah_source_fields (source)->language;
  TelaahReportParagraph *quote = telaah_report_paragraph_new (TELAAH_REPORT_QUOTE, language);
  g_autofree char *words = telaah_passage_dup_quote (passage);

  quote->keeps = notes != NULL && notes->len > 0;
  telaah_report_put (quote, TELAAH_REPORT_PLAIN, words);
  telaah_report_maker_put_source (self, quote, passage, FALSE);
  telaah_report_add (self->report, quote);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_NOTE, NULL);
      /* Translators: a note on a quote, as a paragraph below it */
      g_autofree char *note = g_strdup_printf (_("Note: %s"), telaah_note_fields (notes->pdata[i])->text);

      telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, note);
      telaah_report_add (self->report, paragraph);
    }
}

/* Those of whom nothing more is known are named together. */
static void
add_rest (TelaahReportMaker  *self,
          TelaahOutlinePoint *node,
          TelaahStatus        status)
{
  TelaahReportParagraph *paragraph = NULL;

  for (guint i = 0; i < node->cells->len && i < self->outline->sources->len; i++)
    {
      TelaahCell *cell = node->cells->pdata[i];

      if (telaah_cell_fields (cell)->status != status || has_content (cell))
        continue;

      if (paragraph == NULL)
        {
          /* Translators: a status, and the sources that have it on a point */
          g_autofree char *label = g_strdup_printf (_("%s:"), telaah_status_get_label (status));

          paragraph = telaah_report_paragraph_new (TELAAH_REPORT_REST, NULL);
          telaah_report_put (paragraph, TELAAH_REPORT_STRONG, label);
          telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, " ");
        }
      else
        telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, "; ");

      telaah_report_put (paragraph, TELAAH_REPORT_PLAIN,
                         telaah_report_maker_get_citation (self, self->outline->sources->pdata[i]));
    }

  if (paragraph != NULL)
    telaah_report_add (self->report, paragraph);
}

static void
add_cells (TelaahReportMaker  *self,
           TelaahOutlinePoint *node)
{
  static const TelaahStatus rest[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };

  for (guint i = 0; i < node->cells->len && i < self->outline->sources->len; i++)
    {
      TelaahSource *source = self->outline->sources->pdata[i];
      TelaahCell *cell = node->cells->pdata[i];
      GPtrArray *evidence = telaah_cell_get_evidence (cell);

      if (!has_content (cell))
        continue;

      add_position (self, source, cell);
      add_summary (self, node, cell);
      for (guint j = 0; j < evidence->len; j++)
        add_quote (self, source, evidence->pdata[j]);
    }

  for (guint i = 0; i < G_N_ELEMENTS (rest); i++)
    add_rest (self, node, rest[i]);
}

/* ---- Points ---- */

static void
add_row_end (TelaahReportMaker  *self,
             TelaahOutlinePoint *node,
             const char         *label,
             TelaahLinkKind      kind,
             const char         *text)
{
  TelaahReportParagraph *paragraph;

  if (!has_text (text))
    return;

  paragraph = telaah_report_paragraph_new (TELAAH_REPORT_SYNTHESIS, NULL);
  telaah_report_put (paragraph, TELAAH_REPORT_STRONG, label);
  telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, "\n");
  telaah_report_maker_put_linked (self, paragraph, node, NULL, kind, text);
  telaah_report_add (self->report, paragraph);
}

static void
add_points (TelaahReportMaker *self,
            GPtrArray         *points,
            guint              level)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);
      g_autofree char *condition = telaah_point_dup_condition (node->point);

      add_heading (self, telaah_outline_get_point_title (self->outline, node->point), level, TRUE);
      if (has_text (f->question))
        add_words (self, TELAAH_REPORT_QUESTION, f->question);
      if (condition != NULL)
        add_words (self, TELAAH_REPORT_LEGEND, condition);
      add_cells (self, node);
      add_row_end (self, node, _("Similarities"), TELAAH_LINK_SIMILARITIES, f->similarities);
      add_row_end (self, node, _("Differences"), TELAAH_LINK_DIFFERENCES, f->differences);
      add_points (self, node->points, level + 1);
    }
}

/* ---- The whole ---- */

/* As a list of references is: by the alphabet. What slants a title is no letter. */
static int
compare_references (gconstpointer a,
                    gconstpointer b)
{
  const char *x = *(const char *const *) a, *y = *(const char *const *) b;

  return g_utf8_collate (g_str_has_prefix (x, "<i>") ? x + 3 : x, g_str_has_prefix (y, "<i>") ? y + 3 : y);
}

static void
add_references (TelaahReportMaker *self)
{
  GPtrArray *sources = self->outline->sources;
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func (g_free);

  if (sources->len == 0)
    return;

  add_heading (self, _("Sources"), 1, FALSE);
  for (guint i = 0; i < sources->len; i++)
    g_ptr_array_add (references, telaah_report_maker_dup_reference (self, sources->pdata[i]));
  g_ptr_array_sort (references, compare_references);

  for (guint i = 0; i < references->len; i++)
    {
      TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_REFERENCE, NULL);

      telaah_report_put_markup (paragraph, references->pdata[i]);
      telaah_report_add (self->report, paragraph);
    }
}

static void
add_front (TelaahReportMaker *self)
{
  TelaahOutline *outline = self->outline;
  guint n_sources = outline->sources->len, n_points = telaah_outline_count_points (outline);
  g_autofree char *sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n_sources),
                                              n_sources);
  g_autofree char *points = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point", "%u points", n_points),
                                             n_points);
  g_autofree char *day = telaah_report_maker_dup_day (outline->modified);
  g_autofree char *line = g_strjoin (" · ", sources, points, day, NULL);

  add_words (self, TELAAH_REPORT_TITLE, self->report->title);
  add_words (self, TELAAH_REPORT_SUBTITLE, line);
  if (has_text (outline->question))
    add_words (self, TELAAH_REPORT_QUESTION, outline->question);

  if (n_points == 0)
    add_words (self, TELAAH_REPORT_BODY, _("There are no points to compare yet."));
  else if (n_sources > 0)
    {
      add_heading (self, _("Overview"), 1, FALSE);
      telaah_report_maker_add_overview (self);
    }
}

/**
 * telaah_report_new_for_outline:
 *
 * Returns: (transfer full): the outline as a report, in the language of the interface
 */
TelaahReport *
telaah_report_new_for_outline (TelaahOutline *outline)
{
  TelaahReportMaker *self = telaah_report_maker_new (outline);
  TelaahReport *report = self->report;

  add_front (self);
  report->n_front = report->blocks->len;
  add_points (self, outline->points, 1);
  add_references (self);
  telaah_report_maker_free (self);

  return report;
}
