/* The points of an outline on paper: headings, and for each source what it says, its quotes, and what they share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-pdf-private.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-labels.h"
#include "formats/telaah-outline-words.h"

#define QUOTE_INDENT 1.5

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* ---- Quotes ---- */

static void
add_quote (TelaahOutlinePages *self,
           TelaahOutlinePoint *node,
           TelaahPassage      *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahPageWords *words = telaah_page_words_new (self->fonts, TELAAH_PAGE_QUOTE);
  guint number = telaah_outline_pages_get_number (self, node->point, f->id);
  g_autofree char *label = g_strdup_printf ("%u", number), *place = g_strdup_printf ("q%u", number);
  double indent = QUOTE_INDENT * self->em;

  telaah_outline_put_quote (words, TELAAH_PAGE_QUOTE, self->outline, passage);
  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_page_words_set (words, &(TelaahPageSetting) { .width = self->width - indent,
                                                                .paragraph_gap = 0.3 * self->em }),
    .indent = indent, .gap = 0.55 * self->em, .bar = telaah_outline_get_ink (self->outline, node->point, passage),
    .margin = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_NUMBER, label, self->width, 1),
    .name = g_hash_table_contains (self->cited, GUINT_TO_POINTER (number)) ? place : NULL,
  });
}

/* ---- Cells ---- */

static TelaahPageSet *
set_status (TelaahOutlinePages *self,
            TelaahCell         *cell)
{
  TelaahPageWords *words = telaah_page_words_new (self->fonts, TELAAH_PAGE_STATUS);

  telaah_page_words_put (words, TELAAH_PAGE_STATUS, telaah_status_get_label (telaah_cell_fields (cell)->status));
  if (telaah_cell_is_stale (cell))
    {
      telaah_page_words_put (words, TELAAH_PAGE_STATUS, " · ");
      telaah_page_words_put (words, TELAAH_PAGE_STALE, _("Evidence has changed"));
    }

  return telaah_page_words_set (words, &(TelaahPageSetting) { .width = self->width * 0.45, .max_lines = 1 });
}

static void
add_source_name (TelaahOutlinePages *self,
                 TelaahSource       *source,
                 TelaahCell         *cell,
                 const char         *place)
{
  TelaahPageWords *words = telaah_page_words_new (self->fonts, TELAAH_PAGE_NAME);
  TelaahPageSet *status = set_status (self, cell);
  g_autofree char *reference = telaah_outline_dup_reference (self->outline, telaah_source_fields (source)->id, NULL);
  double room = telaah_page_set_get_width (status) + 2.4 * self->em;

  telaah_page_words_put (words, TELAAH_PAGE_NAME, telaah_source_get_name (source));
  if (telaah_source_fields (source)->author != NULL)
    {
      telaah_page_words_put (words, TELAAH_PAGE_ORIGIN, "\u2002");
      telaah_page_words_put (words, TELAAH_PAGE_ORIGIN, reference);
    }
  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_page_words_set (words, &(TelaahPageSetting) { .width = self->width - room }),
    .indent = 0, .gap = 1.05 * self->em, .keep = TRUE, .aside = status, .marked = TRUE,
    .status = telaah_cell_fields (cell)->status, .name = place,
  });
}

static void
add_cell (TelaahOutlinePages *self,
          TelaahOutlinePoint *node,
          const char         *number,
          guint               index)
{
  TelaahCell *cell = node->cells->pdata[index];
  TelaahSource *source = self->outline->sources->pdata[index];
  const char *id = telaah_source_fields (source)->id;
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  g_autofree char *place = g_strdup_printf ("c%s/%u", number, index);

  add_source_name (self, source, cell, place);
  if (has_text (f->summary))
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_outline_pages_set (self, node, number, id, TELAAH_LINK_SUMMARY, TELAAH_PAGE_BODY, f->summary),
      .gap = 0.2 * self->em,
    });
  if (has_text (f->translation))
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_outline_pages_set (self, node, number, id, TELAAH_LINK_TRANSLATION, TELAAH_PAGE_TRANSLATION,
                                       f->translation),
      .gap = 0.4 * self->em,
    });
  for (guint i = 0; i < evidence->len; i++)
    add_quote (self, node, evidence->pdata[i]);
}

/* "Silent  Rahma 2021 · Wibowo 2019": those with a status and no more, in one line. */
static void
add_bare_cells (TelaahOutlinePages *self,
                TelaahOutlinePoint *node,
                TelaahStatus        status,
                guint               n)
{
  TelaahPageWords *words = telaah_page_words_new (self->fonts, TELAAH_PAGE_ORIGIN);
  guint found = 0;

  telaah_page_words_put (words, TELAAH_PAGE_LABEL, telaah_status_get_label (status));
  telaah_page_words_put (words, TELAAH_PAGE_ORIGIN, "\u2002");
  for (guint i = 0; i < n; i++)
    {
      const char *id = telaah_source_fields (self->outline->sources->pdata[i])->id;
      g_autofree char *reference = NULL;

      if (telaah_cell_fields (node->cells->pdata[i])->status != status ||
          !telaah_outline_pages_is_bare (node->cells->pdata[i]))
        continue;
      reference = telaah_outline_dup_reference (self->outline, id, NULL);
      telaah_page_words_put (words, TELAAH_PAGE_ORIGIN, found++ > 0 ? " · " : "");
      telaah_page_words_put (words, TELAAH_PAGE_ORIGIN, reference);
    }

  if (found == 0)
    telaah_page_words_free (words);
  else
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_page_words_set (words, &(TelaahPageSetting) { .width = self->width }), .gap = 1.0 * self->em,
    });
}

static void
add_cells (TelaahOutlinePages *self,
           TelaahOutlinePoint *node,
           const char         *number)
{
  static const TelaahStatus order[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };
  guint n = MIN (node->cells->len, self->outline->sources->len);

  for (guint i = 0; i < n; i++)
    if (!telaah_outline_pages_is_bare (node->cells->pdata[i]))
      add_cell (self, node, number, i);
  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    add_bare_cells (self, node, order[i], n);
}

/* ---- Points ---- */

static void
add_shared (TelaahOutlinePages *self,
            TelaahOutlinePoint *node,
            const char         *number,
            TelaahLinkKind      kind,
            const char         *label,
            const char         *text)
{
  if (!has_text (text))
    return;

  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_LABEL, label, self->width, 0),
    .gap = 1.1 * self->em, .keep = TRUE,
  });
  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_outline_pages_set (self, node, number, NULL, kind, TELAAH_PAGE_BODY, text), .gap = 0.15 * self->em,
  });
}

static void
add_heading (TelaahOutlinePages *self,
             TelaahOutlinePoint *node,
             const char         *number,
             guint               depth)
{
  static const double gaps[] = { 2.4, 1.9, 1.6 };
  const TelaahPointFields *f = telaah_point_fields (node->point);
  TelaahPageStyle style = TELAAH_PAGE_HEADING_1 + MIN (depth, 2);
  const char *title = telaah_outline_get_point_title (self->outline, node->point);
  g_autofree char *heading = g_strdup_printf ("%s\u2002%s", number, title);
  g_autofree char *bookmark = g_strdup_printf ("%s %s", number, title);
  g_autofree char *place = g_strconcat ("p", number, NULL), *condition = telaah_point_dup_condition (node->point);
  double gap = gaps[MIN (depth, 2)] * self->em;

  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_page_fonts_set (self->fonts, style, heading, self->width, 0),
    .gap = gap, .keep = TRUE, .name = place, .heading = bookmark, .level = depth,
  });
  if (has_text (f->question))
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_QUESTION, f->question, self->width, 0),
      .gap = 0.15 * self->em, .keep = TRUE,
    });
  if (condition != NULL)
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_META, condition, self->width, 0),
      .gap = 0.15 * self->em, .keep = TRUE,
    });
}

/* @above: the number of the point that these are of; "" at the top */
void
telaah_outline_pages_add_points (TelaahOutlinePages *self,
                                 GPtrArray          *points,
                                 const char         *above,
                                 guint               depth)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);
      guint n_pages = telaah_page_writer_get_n_pages (self->writer);
      g_autofree char *number = g_strdup_printf ("%s%s%u", above, depth > 0 ? "." : "", i + 1);

      if (self->most_pages > 0 && n_pages > self->most_pages)
        return;

      add_heading (self, node, number, depth);
      add_cells (self, node, number);
      add_shared (self, node, number, TELAAH_LINK_SIMILARITIES, _("Similarities"), f->similarities);
      add_shared (self, node, number, TELAAH_LINK_DIFFERENCES, _("Differences"), f->differences);
      telaah_outline_pages_add_points (self, node->points, number, depth + 1);
    }
}
