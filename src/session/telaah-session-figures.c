/* What the comparison adds up to: counts, portraits, and what is still open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "analysis/telaah-figures.h"
#include "session/telaah-session-private.h"

static const char *
get_point_color (TelaahSession *self,
                 TelaahPoint   *point)
{
  const char *theme = telaah_point_fields (point)->theme;

  return theme != NULL ? telaah_session_get_color (self, theme) : NULL;
}

/* Points and sources of the outline at hand. */
TelaahMatrix *
telaah_session_dup_counts (TelaahSession *self)
{
  TelaahMatrix *matrix = telaah_matrix_new ();

  for (guint i = 0; i < telaah_list_get_length (self->points); i++)
    {
      TelaahPoint *point = telaah_list_peek (self->points, i);
      const TelaahPointFields *f = telaah_point_fields (point);

      telaah_matrix_add_row (matrix, f->id, f->title, get_point_color (self, point), f->depth);
    }
  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      TelaahSource *source = telaah_list_peek (self->sources, i);

      telaah_matrix_add_column (matrix, telaah_source_fields (source)->id, telaah_source_get_name (source), NULL, 0);
    }
  telaah_matrix_make (matrix);

  for (guint row = 0; row < matrix->rows->len; row++)
    for (guint column = 0; column < matrix->columns->len; column++)
      {
        g_autoptr(GPtrArray) evidence =
          telaah_session_dup_evidence (self, ((TelaahMatrixLine *) matrix->rows->pdata[row])->id,
                                       ((TelaahMatrixLine *) matrix->columns->pdata[column])->id);

        if (evidence->len > 0)
          *telaah_matrix_at (matrix, row, column) = telaah_figures_count (evidence);
      }

  return matrix;
}

TelaahMatrix *
telaah_session_dup_cooccurrence (TelaahSession *self)
{
  TelaahMatrix *matrix = telaah_matrix_new ();
  g_autoptr(GHashTable) rows = g_hash_table_new (g_str_hash, g_str_equal);

  matrix->symmetric = TRUE;
  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (telaah_list_peek (self->themes, i));
      const char *color = telaah_session_get_color (self, f->id);

      telaah_matrix_add_row (matrix, f->id, f->name, color, f->depth);
      telaah_matrix_add_column (matrix, f->id, f->name, color, f->depth);
      g_hash_table_insert (rows, (gpointer) f->id, GUINT_TO_POINTER (i));
    }
  telaah_matrix_make (matrix);

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    telaah_figures_lie_together (matrix, rows, telaah_session_get_passages (
      self, telaah_source_fields (telaah_list_peek (self->sources, i))->id));

  return matrix;
}

/* ---- Portraits ---- */

static void
add_headings (TelaahSession  *self,
              TelaahPortrait *portrait)
{
  GListModel *marks;

  if (!telaah_session_load_marks (self, portrait->source, NULL))
    return;

  marks = telaah_session_get_marks (self, portrait->source);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);

      if (f->kind == TELAAH_MARK_HEADING && f->state != TELAAH_MARK_REFUSED)
        g_array_append_val (portrait->headings, f->span.start);
    }
}

static TelaahPortrait *
make_portrait (TelaahSession *self,
               TelaahSource  *source)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  TelaahPortrait *portrait = telaah_portrait_new (f->id, telaah_source_get_name (source), f->characters);
  g_autoptr(GHashTable) lanes = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *theme = telaah_theme_fields (telaah_list_peek (self->themes, i));

      if (telaah_session_count (self, theme->id, f->id) > 0)
        g_hash_table_insert (lanes, (gpointer) theme->id,
                             telaah_portrait_add_lane (portrait, theme->id, theme->name,
                                                       telaah_session_get_color (self, theme->id)));
    }

  add_headings (self, portrait);
  telaah_figures_draw (portrait, lanes, telaah_session_get_passages (self, f->id));

  return portrait;
}

/* Returns: (transfer full) (element-type TelaahPortrait): of @source, or where it is %NULL of all, in their order */
GPtrArray *
telaah_session_dup_portraits (TelaahSession *self,
                              const char    *source)
{
  GPtrArray *portraits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_portrait_free);

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      TelaahSource *item = telaah_list_peek (self->sources, i);

      if (source == NULL || strcmp (telaah_source_fields (item)->id, source) == 0)
        g_ptr_array_add (portraits, make_portrait (self, item));
    }

  return portraits;
}

/* ---- Open ends ---- */

static void
add_end (GPtrArray         *ends,
         TelaahOpenEndKind  kind,
         TelaahPoint       *point,
         TelaahSource      *source,
         char              *message)
{
  g_ptr_array_add (ends, telaah_open_end_new (kind, telaah_point_fields (point)->id,
                                              source != NULL ? telaah_source_fields (source)->id : NULL,
                                              NULL, NULL, message));
}

static void
add_ends_of_cell (GPtrArray    *ends,
                  TelaahPoint  *point,
                  TelaahSource *source,
                  TelaahCell   *cell)
{
  const char *title = telaah_point_fields (point)->title, *name = telaah_source_get_name (source);
  TelaahStatus status = telaah_cell_fields (cell)->status;
  guint n = telaah_cell_get_evidence (cell)->len;

  if (status == TELAAH_STATUS_UNREAD)
    add_end (ends, TELAAH_OPEN_END_UNREAD, point, source,
             g_strdup_printf (_("“%s” has not yet been read for “%s”."), name, title));
  if (telaah_cell_is_stale (cell))
    add_end (ends, TELAAH_OPEN_END_STALE, point, source,
             g_strdup_printf (_("The evidence of “%s” on “%s” has changed since its summary was written."), name, title));
  if (status == TELAAH_STATUS_SILENT && n > 0)
    add_end (ends, TELAAH_OPEN_END_SILENT_WITH_EVIDENCE, point, source,
             g_strdup_printf (g_dngettext (GETTEXT_PACKAGE,
                                           "“%s” is said to be silent on “%s”, but %u passage of it is tagged so.",
                                           "“%s” is said to be silent on “%s”, but %u passages of it are tagged so.", n),
                              name, title, n));
}

static gboolean
speaks (TelaahCell *cell)
{
  TelaahStatus status = telaah_cell_fields (cell)->status;

  return status == TELAAH_STATUS_TREATED || status == TELAAH_STATUS_IMPLICIT ||
         (status == TELAAH_STATUS_UNREAD && telaah_cell_get_evidence (cell)->len > 0);
}

/* What is put aside by being hidden is not open. */
static void
add_ends_of_point (TelaahSession *self,
                   TelaahPoint   *point,
                   GPtrArray     *ends)
{
  guint n_sources = 0, n_speak = 0;
  TelaahSource *speaker = NULL;

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      TelaahSource *source = telaah_list_peek (self->sources, i);
      const char *id = telaah_source_fields (source)->id;
      g_autoptr(TelaahCell) cell = NULL;

      if (telaah_session_is_hidden (self, id))
        continue;

      cell = telaah_session_dup_cell (self, telaah_point_fields (point)->id, id);
      add_ends_of_cell (ends, point, source, cell);
      n_sources++;
      if (speaks (cell))
        {
          n_speak++;
          speaker = source;
        }
    }

  if (n_speak == 1 && n_sources > 1)
    add_end (ends, TELAAH_OPEN_END_SINGLE_SOURCE, point, speaker,
             g_strdup_printf (_("Only “%s” makes the point “%s”."), telaah_source_get_name (speaker),
                              telaah_point_fields (point)->title));
}

static void
add_unplaced (TelaahSession *self,
              TelaahSource  *source,
              GPtrArray     *ends)
{
  GListModel *passages = telaah_session_get_passages (self, telaah_source_fields (source)->id);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *f = telaah_passage_fields (passage);
      g_autofree char *words = NULL;

      if (telaah_session_count_cells (self, f->id) > 0)
        continue;

      words = telaah_text_dup_start (f->quote, 60);
      g_ptr_array_add (ends, telaah_open_end_new (TELAAH_OPEN_END_UNPLACED_PASSAGE, NULL, f->source, f->id, NULL,
                                                  g_strdup_printf (_("“%s” (%s) stands in no point."), words,
                                                                   telaah_source_get_name (source))));
    }
}

/* Neither it nor a theme below it has a passage. */
static void
add_unused (TelaahSession *self,
            guint          position,
            GPtrArray     *ends)
{
  const TelaahThemeFields *f = telaah_theme_fields (telaah_list_peek (self->themes, position));

  for (guint i = position; i < telaah_list_get_length (self->themes); i++)
    {
      const TelaahThemeFields *below = telaah_theme_fields (telaah_list_peek (self->themes, i));

      if (i > position && below->depth <= f->depth)
        break;
      if (telaah_session_count (self, below->id, NULL) > 0)
        return;
    }

  g_ptr_array_add (ends, telaah_open_end_new (TELAAH_OPEN_END_UNUSED_THEME, NULL, NULL, NULL, f->id,
                                              g_strdup_printf (_("No passage has the theme “%s”."), f->name)));
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) (*(TelaahOpenEnd *const *) a)->kind - (int) (*(TelaahOpenEnd *const *) b)->kind;
}

/**
 * telaah_session_dup_open_ends:
 *
 * Looks at every cell and every passage: in the window it is better done bit by bit.
 *
 * Returns: (transfer full) (element-type TelaahOpenEnd): by kind, in the order of points and sources
 */
GPtrArray *
telaah_session_dup_open_ends (TelaahSession *self)
{
  GPtrArray *ends = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_open_end_free);

  for (guint i = 0; i < telaah_list_get_length (self->points); i++)
    if (!telaah_point_fields (telaah_list_peek (self->points, i))->hidden)
      add_ends_of_point (self, telaah_list_peek (self->points, i), ends);
  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    add_unplaced (self, telaah_list_peek (self->sources, i), ends);
  for (guint i = 0; i < telaah_list_get_length (self->themes); i++)
    add_unused (self, i, ends);
  g_ptr_array_sort (ends, compare_kinds);   /* stable, as GLib's is */

  return ends;
}
