/* Which cells of the grid are on show, what they show, and where they stand.
 *
 * Only those in view have a widget, and the selected one, which may hold the focus; widgets that scroll out of view
 * are used again. All of it happens in telaah_grid_update().
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include "analysis/telaah-evidence.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-row-words.h"

/* How often heights may change what is in view before we let it be. */
#define MOST_PASSES 4

static guint
place_hash (gconstpointer key)
{
  const TelaahGridPlace *place = key;

  return place->row * 8191 + place->column;
}

static gboolean
place_equal (gconstpointer a,
             gconstpointer b)
{
  const TelaahGridPlace *first = a, *second = b;

  return first->row == second->row && first->column == second->column;
}

/* From TelaahGridPlace, inside the cell, to TelaahGridCell. */
GHashTable *
telaah_grid_cells_new (void)
{
  return g_hash_table_new (place_hash, place_equal);
}

TelaahGridCell *
telaah_grid_find_cell (TelaahGrid *self,
                       guint       row,
                       guint       column)
{
  return g_hash_table_lookup (self->cells, &(TelaahGridPlace) { row, column });
}

TelaahGridCell *
telaah_grid_get_cursor_cell (TelaahGrid *self)
{
  return telaah_grid_has_place (self) ? telaah_grid_find_cell (self, self->last.row, self->last.column) : NULL;
}

/* Whether @child is not one of the cells. */
gboolean
telaah_grid_is_own (TelaahGrid *self,
                    GtkWidget  *child)
{
  return child == self->corner || child == self->frame ||
         child == self->quote_labels[0] || child == self->quote_labels[1];
}

/* ---- What they show ---- */

/* Those of its themes, each once, with blanks between. */
static char *
dup_colors (TelaahGrid  *self,
            TelaahPoint *point)
{
  g_auto(GStrv) themes = telaah_point_dup_themes (point);
  GString *colors = g_string_new (NULL);

  for (guint i = 0; themes != NULL && themes[i] != NULL; i++)
    {
      const char *color = telaah_session_get_color (self->session, themes[i]);

      if (strstr (colors->str, color) == NULL)
        g_string_append_printf (colors, "%s%s", i > 0 ? " " : "", color);
    }

  return g_string_free (colors, FALSE);
}

static TelaahGridFace *
make_point_face (TelaahGrid  *self,
                 TelaahPoint *point,
                 guint        index)
{
  g_autofree char *colors = dup_colors (self, point);

  return telaah_grid_face_new_point (point, colors, telaah_grid_tree_get_fold (self->tree, index),
                                     self->transposed);
}

static void
count_changes (TelaahCell     *cell,
               TelaahGridLook *look)
{
  TelaahEvidenceChanges changes = telaah_evidence_count_changes (telaah_cell_fields (cell)->seen,
                                                                 telaah_cell_get_evidence (cell));

  look->n_came = changes.came;
  look->n_changed = changes.changed;
  look->n_went = changes.went;
}

static TelaahGridFace *
make_cell_face (TelaahGrid   *self,
                TelaahPoint  *point,
                TelaahSource *source)
{
  const char *id = telaah_source_fields (source)->id;
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, telaah_point_fields (point)->id, id);
  TelaahGridLook look = {
    .point = telaah_point_fields (point)->title,
    .source = telaah_source_get_name (source),
    .filter = self->filter,
    .translated = telaah_session_get_second_language (self->session) != NULL,
  };

  if (self->content == TELAAH_GRID_QUOTES)
    return telaah_grid_face_new_quotes (cell, &look, telaah_grid_dup_quotes (self, cell));

  if (telaah_cell_is_stale (cell))
    count_changes (cell, &look);

  return telaah_grid_face_new_cell (cell, &look);
}

/* "Rahma 2021, Wibowo 2019". */
static char *
dup_cites (TelaahGrid     *self,
           GPtrArray      *links,
           TelaahLinkKind  kind)
{
  GString *words = g_string_new (NULL);

  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *link = telaah_link_fields (links->pdata[i]);
      g_autofree char *mention = NULL;

      if (link->kind != kind || link->cited == NULL)
        continue;

      mention = telaah_row_words_dup_mention (self->session, link->cited);
      if (strstr (words->str, mention) == NULL)
        g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", mention);
    }

  return g_string_free (words, FALSE);
}

static TelaahGridFace *
make_comparison_face (TelaahGrid  *self,
                      TelaahPoint *point)
{
  const char *id = telaah_point_fields (point)->id;
  g_autoptr(GPtrArray) links = telaah_session_dup_links (self->session, id, NULL);
  g_autofree char *similar = dup_cites (self, links, TELAAH_LINK_SIMILARITIES);
  g_autofree char *different = dup_cites (self, links, TELAAH_LINK_DIFFERENCES);
  g_autoptr(TelaahRowFacts) facts = telaah_row_words_dup_facts (self->session, id);
  g_autofree char *counts = telaah_row_words_dup_short (facts);
  g_autofree char *only = telaah_row_words_dup_only (self->session, facts);
  g_autofree char *all = only != NULL ? g_strdup_printf ("%s\n%s", counts, only) : g_strdup (counts);

  return telaah_grid_face_new_comparison (point, similar, different, all);
}

static TelaahGridFace *
make_face (TelaahGrid            *self,
           const TelaahGridPlace *place)
{
  TelaahPoint *point = telaah_grid_get_point_at (self, place);
  TelaahSource *source = telaah_grid_get_source_at (self, place);

  switch (telaah_grid_get_kind_at (self, place))
    {
    case TELAAH_GRID_KIND_SOURCE:
      return telaah_grid_face_new_source (source);

    case TELAAH_GRID_KIND_POINT:
      return make_point_face (self, point, telaah_grid_turn (self, place).row);

    case TELAAH_GRID_KIND_CELL:
      return make_cell_face (self, point, source);

    case TELAAH_GRID_KIND_COMPARISON:
      return make_comparison_face (self, point);

    case TELAAH_GRID_KIND_HEADING:
    default:
      return telaah_grid_face_new_heading (_("Similarities and Differences"));
    }
}

/* What a row says of all its cells together may change with each of them. */
static gboolean
is_touched (TelaahGrid            *self,
            const TelaahGridPlace *place)
{
  TelaahPoint *point = telaah_grid_get_point_at (self, place);
  TelaahSource *source = telaah_grid_get_source_at (self, place);
  GListModel *sources = telaah_session_get_sources (self->session);

  if (point == NULL)
    return FALSE;

  if (source != NULL)
    return telaah_session_touches (self->session, telaah_point_fields (point)->id,
                                   telaah_source_fields (source)->id);

  if (telaah_grid_get_kind_at (self, place) != TELAAH_GRID_KIND_COMPARISON)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) other = g_list_model_get_item (sources, i);

      if (telaah_session_touches (self->session, telaah_point_fields (point)->id, telaah_source_fields (other)->id))
        return TRUE;
    }

  return FALSE;
}

/**
 * telaah_grid_reread_touched:
 * @marks: headings have changed, and with them what references name
 *
 * While a change is being told: the cells in view that it is about get their words anew.
 */
void
telaah_grid_reread_touched (TelaahGrid *self,
                            gboolean    marks)
{
  gboolean all = marks && self->content == TELAAH_GRID_QUOTES;
  GHashTableIter iter;
  TelaahGridCell *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cell))
    {
      const TelaahGridPlace *place = telaah_grid_cell_get_place (cell);

      if (!all && !is_touched (self, place))
        continue;

      telaah_grid_cell_take_face (cell, make_face (self, place));
      self->n_reread++;
      if (place->row != TELAAH_NO_ROW)
        telaah_grid_rows_forget_row (self->rows, place->row);
    }
}

/* ---- Which have a widget ---- */

/* A widget for @kind, used again where one is spare. Those that scroll stand below the header and the first column,
 * which stand below the editor and the corner, so that a click finds the one that is seen. */
static TelaahGridCell *
take_cell (TelaahGrid     *self,
           TelaahGridKind  kind)
{
  gboolean scrolls = kind == TELAAH_GRID_KIND_CELL || kind == TELAAH_GRID_KIND_COMPARISON;
  GPtrArray *spares = self->spares[kind];
  GtkWidget *cell;

  if (spares->len > 0)
    {
      cell = g_ptr_array_steal_index_fast (spares, spares->len - 1);
      gtk_widget_set_child_visible (cell, TRUE);
      return TELAAH_GRID_CELL (cell);
    }

  cell = telaah_grid_cell_new (kind, self->transposed);

  if (scrolls)
    gtk_widget_insert_before (cell, GTK_WIDGET (self), self->quote_labels[0]);
  else
    gtk_widget_insert_before (cell, GTK_WIDGET (self), self->frame);

  return TELAAH_GRID_CELL (cell);
}

static void
put_cell (TelaahGrid *self,
          guint       row,
          guint       column)
{
  TelaahGridPlace place = { row, column };
  TelaahGridCell *cell = g_hash_table_lookup (self->cells, &place);
  gboolean fresh = cell == NULL;

  if (fresh)
    {
      cell = take_cell (self, telaah_grid_get_kind_at (self, &place));
      *telaah_grid_cell_get_place (cell) = place;
      telaah_grid_cell_tell_place (cell);
      g_hash_table_insert (self->cells, telaah_grid_cell_get_place (cell), cell);
    }

  if (fresh || self->reread)
    telaah_grid_cell_take_face (cell, make_face (self, &place));

  telaah_grid_cell_set_chosen (cell, telaah_grid_has_place (self) && place_equal (&place, &self->last),
                               telaah_grid_is_chosen (self, &place));
}

static gboolean
is_wanted (TelaahGrid            *self,
           const TelaahGridPlace *place,
           const TelaahGridRange *range)
{
  gboolean row_seen = place->row == TELAAH_NO_ROW || (place->row >= range->row && place->row < range->end_row);
  gboolean column_seen = place->column == 0 ||
                         (place->column >= range->column && place->column < range->end_column);

  return (row_seen && column_seen) ||
         (telaah_grid_has_place (self) && place_equal (place, &self->last));
}

static void
sweep_cells (TelaahGrid            *self,
             const TelaahGridRange *range)
{
  GHashTableIter iter;
  TelaahGridCell *cell;

  g_hash_table_iter_init (&iter, self->cells);
  while (g_hash_table_iter_next (&iter, NULL, (gpointer *) &cell))
    {
      const TelaahGridPlace *place = telaah_grid_cell_get_place (cell);
      TelaahGridKind kind = telaah_grid_cell_get_kind (cell);

      /* The numbers of sources and points may have changed, and with them what a column is. */
      if (is_wanted (self, place, range) && kind == telaah_grid_get_kind_at (self, place))
        continue;

      g_hash_table_iter_remove (&iter);
      gtk_widget_set_child_visible (GTK_WIDGET (cell), FALSE);
      g_ptr_array_add (self->spares[kind], cell);
    }
}

static void
fill_range (TelaahGrid            *self,
            const TelaahGridRange *range)
{
  for (guint column = range->column; column < range->end_column; column++)
    put_cell (self, TELAAH_NO_ROW, column);

  for (guint row = range->row; row < range->end_row; row++)
    {
      put_cell (self, row, 0);

      for (guint column = range->column; column < range->end_column; column++)
        put_cell (self, row, column);
    }

  if (telaah_grid_has_place (self))
    put_cell (self, self->last.row, self->last.column);
}

/* Takes all widgets away: another project is to be shown, or none. */
void
telaah_grid_clear_cells (TelaahGrid *self)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self));

  g_hash_table_remove_all (self->cells);

  for (guint i = 0; i < TELAAH_N_GRID_KINDS; i++)
    g_ptr_array_set_size (self->spares[i], 0);

  while (child != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (child);

      if (!telaah_grid_is_own (self, child))
        gtk_widget_unparent (child);
      child = next;
    }
}

/* ---- How high they are ---- */

static int
measure_cell (TelaahGrid *self,
              guint       row,
              guint       column)
{
  TelaahGridCell *cell = telaah_grid_find_cell (self, row, column);
  int height = 0;

  if (cell != NULL)
    gtk_widget_measure (GTK_WIDGET (cell), GTK_ORIENTATION_VERTICAL,
                        telaah_grid_get_column_width (self, column), NULL, &height, NULL, NULL);

  return height;
}

static int
measure_row (TelaahGrid            *self,
             guint                  row,
             const TelaahGridRange *range)
{
  int height = measure_cell (self, row, 0);

  for (guint column = range->column; column < range->end_column; column++)
    height = MAX (height, measure_cell (self, row, column));

  return height;
}

static gboolean
measure_rows (TelaahGrid            *self,
              const TelaahGridRange *range)
{
  gboolean changed = FALSE;
  int corner, header;

  gtk_widget_measure (self->corner, GTK_ORIENTATION_VERTICAL, self->first_width, NULL, &corner, NULL, NULL);
  header = MAX (corner, measure_row (self, TELAAH_NO_ROW, range));

  /* As with rows: scrolling sideways only raises it. */
  if (header > self->header_height || self->reread)
    {
      changed = header != self->header_height;
      self->header_height = header;
    }

  for (guint row = range->row; row < range->end_row; row++)
    changed |= telaah_grid_rows_raise (self->rows, row, measure_row (self, row, range));

  return changed;
}

/* ---- All of it ---- */

/* For those who hear it: with the header and the first column. */
static void
tell_size (TelaahGrid *self)
{
  int n_rows = telaah_grid_get_n_rows (self) + 1, n_columns = telaah_grid_get_n_columns (self);

  if (n_rows == self->told_rows && n_columns == self->told_columns)
    return;

  self->told_rows = n_rows;
  self->told_columns = n_columns;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_COUNT, n_rows,
                                  GTK_ACCESSIBLE_RELATION_COL_COUNT, n_columns, -1);
}

/* Brings the widgets in line with the project, the size and the scrolling; the next allocation moves them there. */
void
telaah_grid_update (TelaahGrid *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self)), height = gtk_widget_get_height (GTK_WIDGET (self));
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));
  gboolean had_focus = focus != NULL && !telaah_grid_is_own (self, focus);
  TelaahGridCell *selected;
  TelaahGridRange range;

  if (self->updating || self->session == NULL || width <= 0 || height <= 0)
    return;

  self->updating = TRUE;
  telaah_grid_size_columns (self, width);
  telaah_grid_range_columns (self, width, &range);

  for (guint pass = 0; pass < MOST_PASSES; pass++)
    {
      telaah_grid_range_rows (self, height, &range);
      sweep_cells (self, &range);
      fill_range (self, &range);

      if (!measure_rows (self, &range))
        break;
    }

  telaah_grid_range_rows (self, height, &range);
  tell_size (self);
  self->reread = FALSE;
  self->reveal = FALSE;
  self->updating = FALSE;
  gtk_widget_queue_allocate (GTK_WIDGET (self));

  selected = telaah_grid_get_cursor_cell (self);
  if ((had_focus || self->wants_focus) && selected != NULL &&
      gtk_widget_get_focus_child (GTK_WIDGET (self)) != GTK_WIDGET (selected))
    gtk_widget_grab_focus (GTK_WIDGET (selected));
  self->wants_focus = self->wants_focus && selected == NULL;
}
