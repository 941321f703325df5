/* What stands in the table of a handout: names of sources with boxes to tick, lines to write on, what was found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-handout-private.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-labels.h"
#include "formats/telaah-outline-words.h"

/* Lines of a name, and quotes of a filled cell. */
#define NAME_LINES 5
#define QUOTES 2

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_words (TelaahHandoutPages *self,
           TelaahPageColumn   *column,
           TelaahPageStyle     style,
           const char         *text,
           guint               max_lines,
           double              gap)
{
  if (has_text (text))
    telaah_page_column_add_set (column, telaah_page_fonts_set (self->fonts, style, text,
                                                               telaah_page_column_get_room (column), max_lines),
                                0, gap, 0);
}

/* ---- Status ---- */

/* "☐ Treated  ☐ Implicit  ☐ Silent", in as many lines as it takes; not to have read is no finding. */
static void
add_boxes (TelaahHandoutPages *self,
           TelaahPageColumn   *column)
{
  static const TelaahStatus statuses[] = { TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT };
  double pitch = telaah_page_fonts_pitch (self->fonts, TELAAH_PAGE_STATUS) * 1.15, box = pitch * 0.56, x = 0, y = 0;
  double room = telaah_page_column_get_room (column);
  TelaahPageItem items[2 * G_N_ELEMENTS (statuses)];

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      TelaahPageSet *set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_STATUS, telaah_status_get_label (statuses[i]),
                                                  room - box * 1.5, 1);
      const TelaahSetLine *line = &g_array_index (set->lines, TelaahSetLine, 0);
      double width = box * 1.5 + line->width;

      if (x > 0 && x + width > room)
        {
          x = 0;
          y += pitch;
        }
      items[2 * i] = (TelaahPageItem) { TELAAH_PAGE_STROKE, .x = x + 0.3, .y = y + line->baseline - box * 0.92,
                                        .width = box, .height = box, .pen = 0.6, .color = 0x555555 };
      items[2 * i + 1] = (TelaahPageItem) { TELAAH_PAGE_LINES, .set = set, .n = 1, .x = x + box * 1.5 - line->x, .y = y };
      x += width + box * 1.1;
    }

  telaah_page_column_add_items (column, items, G_N_ELEMENTS (items), y + pitch, 0.35 * self->em);
}

static void
add_status (TelaahHandoutPages *self,
            TelaahPageColumn   *column,
            TelaahStatus        status)
{
  double pitch = telaah_page_fonts_pitch (self->fonts, TELAAH_PAGE_STATUS), mark = pitch * 0.52;
  TelaahPageSet *set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_STATUS, telaah_status_get_label (status),
                                              telaah_page_column_get_room (column) - 2 * mark, 1);
  const TelaahSetLine *line = &g_array_index (set->lines, TelaahSetLine, 0);
  const TelaahPageItem items[] = {
    { TELAAH_PAGE_STATUS_MARK, .y = line->baseline - mark * 0.98, .width = mark, .status = status, .color = 0x444444 },
    { TELAAH_PAGE_LINES, .set = set, .n = 1, .x = mark * 1.7 - line->x },
  };

  telaah_page_column_add_items (column, items, G_N_ELEMENTS (items), line->height, 0.35 * self->em);
}

/* ---- Columns ---- */

static TelaahCell *
get_cell (TelaahHandoutPages *self,
          guint               index)
{
  return index < self->node->cells->len ? self->node->cells->pdata[index] : NULL;
}

/* Of source number @index; a line to write it on where it is not known. */
void
telaah_handout_add_name (TelaahHandoutPages *self,
                         TelaahPageColumn   *column,
                         guint               index)
{
  TelaahCell *cell = get_cell (self, index);
  TelaahSource *source;
  g_autofree char *reference = NULL;

  if (index >= self->outline->sources->len)
    {
      add_words (self, column, TELAAH_PAGE_LABEL, _("Source"), 1, 0);
      telaah_page_column_add_items (column, &(TelaahPageItem) {
        TELAAH_PAGE_STROKE, .y = TELAAH_HANDOUT_PITCH * 0.8, .width = telaah_page_column_get_room (column),
        .color = 0xa8a8a8, .pen = 0.4,
      }, 1, TELAAH_HANDOUT_PITCH, 0);
      add_boxes (self, column);
      return;
    }

  source = self->outline->sources->pdata[index];
  add_words (self, column, TELAAH_PAGE_NAME, telaah_source_get_name (source), NAME_LINES, 0);
  if (telaah_source_fields (source)->author != NULL)
    {
      reference = telaah_outline_dup_reference (self->outline, telaah_source_fields (source)->id, NULL);
      add_words (self, column, TELAAH_PAGE_STATUS, reference, 2, 0.1 * self->em);
    }

  if (!self->filled)
    add_boxes (self, column);
  else
    add_status (self, column, cell != NULL ? telaah_cell_fields (cell)->status : TELAAH_STATUS_UNREAD);
}

static void
add_found (TelaahHandoutPages *self,
           TelaahPageColumn   *column,
           TelaahCell         *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  double indent = 0.9 * self->em;

  add_words (self, column, TELAAH_PAGE_CELL, f->summary, 0, 0);
  add_words (self, column, TELAAH_PAGE_CELL, f->translation, 0, 0.4 * self->em);
  for (guint i = 0; i < MIN (evidence->len, QUOTES); i++)
    {
      TelaahPageWords *words = telaah_page_words_new (self->fonts, TELAAH_PAGE_CELL_QUOTE);

      telaah_outline_put_quote (words, TELAAH_PAGE_CELL_QUOTE, self->outline, evidence->pdata[i]);
      telaah_page_column_add_set (column, telaah_page_words_set (words, &(TelaahPageSetting) {
                                    .width = telaah_page_column_get_room (column) - indent,
                                  }), indent, 0.5 * self->em,
                                  telaah_outline_get_ink (self->outline, self->node->point, evidence->pdata[i]));
    }
}

/* What source number @index says; @n_rules lines to write on where that is open. */
void
telaah_handout_add_cell (TelaahHandoutPages *self,
                         TelaahPageColumn   *column,
                         guint               index,
                         guint               n_rules)
{
  TelaahCell *cell = get_cell (self, index);

  if (self->filled && cell != NULL)
    add_found (self, column, cell);

  /* That a source is silent is found already. */
  if (!self->filled || (telaah_page_column_is_empty (column) &&
                        (cell == NULL || telaah_cell_fields (cell)->status != TELAAH_STATUS_SILENT)))
    telaah_page_column_add_rules (column, n_rules, TELAAH_HANDOUT_PITCH);
}

void
telaah_handout_add_shared (TelaahHandoutPages *self,
                           TelaahPageColumn   *column,
                           const char         *label,
                           const char         *text,
                           guint               n_rules)
{
  add_words (self, column, TELAAH_PAGE_LABEL, label, 1, 0);
  if (self->filled && has_text (text))
    add_words (self, column, TELAAH_PAGE_CELL, text, 0, 0.2 * self->em);
  else
    telaah_page_column_add_rules (column, n_rules, TELAAH_HANDOUT_PITCH);
}
