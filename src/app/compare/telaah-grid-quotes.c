/* Quotes in the grid: what they are, and going from one to the next within a cell.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

#include "formats/telaah-outline-words.h"

/* ---- What they are ---- */

static char *
dup_one_paragraph (const char *text)
{
  char *flat = g_strdup (text != NULL ? text : "");

  return g_strstrip (g_strdelimit (flat, "\n\t", ' '));
}

/* An outline of that one cell, to ask where its passages stand; all sources are in it, as some may be cited alike. */
static TelaahOutline *
make_outline (TelaahGrid *self,
              TelaahCell *cell)
{
  TelaahOutline *outline = telaah_outline_new ();
  GListModel *sources = telaah_session_get_sources (self->session);
  TelaahPoint *point = telaah_session_find_point (self->session, telaah_cell_fields (cell)->point);
  TelaahOutlinePoint *row = telaah_outline_point_new (point);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (outline->sources, g_list_model_get_item (sources, i));

  g_ptr_array_add (row->cells, g_object_ref (cell));
  g_ptr_array_add (outline->points, row);
  telaah_session_add_contexts (self->session, outline, NULL);

  return outline;
}

static const char *
get_reference (TelaahGrid     *self,
               TelaahCell     *cell,
               const char     *passage,
               TelaahOutline **outline)
{
  char *reference = g_hash_table_lookup (self->references, passage);

  if (reference != NULL)
    return reference;

  if (*outline == NULL)
    *outline = make_outline (self, cell);

  reference = telaah_outline_dup_reference (*outline, telaah_cell_fields (cell)->source, passage);
  g_hash_table_insert (self->references, g_strdup (passage), reference);

  return reference;
}

/**
 * telaah_grid_dup_quotes:
 *
 * Returns: (transfer full) (element-type TelaahGridQuote): the evidence of @cell that the filter wants, in the
 *   researcher's order
 */
GPtrArray *
telaah_grid_dup_quotes (TelaahGrid *self,
                        TelaahCell *cell)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func (telaah_grid_quote_free);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  g_autoptr(TelaahOutline) outline = NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const TelaahPassageFields *fields = telaah_passage_fields (evidence->pdata[i]);
      TelaahGridQuote *quote;

      if (!telaah_grid_filter_has_passage (self->filter, evidence->pdata[i]))
        continue;

      quote = g_new0 (TelaahGridQuote, 1);
      quote->passage = g_strdup (fields->id);
      quote->quote = dup_one_paragraph (fields->quote);
      quote->reference = g_strdup (get_reference (self, cell, fields->id, &outline));
      g_ptr_array_add (quotes, quote);
    }

  return quotes;
}

/* ---- Among them ---- */

static GPtrArray *
get_quotes (TelaahGrid *self)
{
  TelaahGridCell *cell = telaah_grid_get_cursor_cell (self);

  return cell != NULL ? telaah_grid_cell_get_face (cell)->quotes : NULL;
}

static void
emit_open (TelaahGrid *self,
           guint       number)
{
  GPtrArray *quotes = get_quotes (self);

  if (quotes != NULL && number > 0 && number <= quotes->len)
    g_signal_emit_by_name (self, "open-passage", self->source,
                           ((TelaahGridQuote *) quotes->pdata[number - 1])->passage);
}

/* The focus goes to a label that has the words of the quote, in turn to one and the other: only then is it heard. */
static void
show_quote (TelaahGrid *self)
{
  GPtrArray *quotes = get_quotes (self);
  TelaahGridQuote *quote = quotes->pdata[self->quote - 1];
  GtkWidget *label = self->quote_labels[self->quote % 2];
  g_autofree char *words = g_strdup_printf ("“%s” %s", quote->quote, quote->reference);

  telaah_grid_cell_set_quote (telaah_grid_get_cursor_cell (self), self->quote);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (label, TRUE);
  telaah_grid_update (self);
  gtk_widget_grab_focus (label);
}

/* Enter on a cell: opens its one quote, or goes to the first of several. */
gboolean
telaah_grid_enter_quotes (TelaahGrid *self)
{
  GPtrArray *quotes = get_quotes (self);

  if (quotes == NULL || quotes->len == 0)
    return FALSE;

  if (self->quote > 0 || quotes->len == 1)
    {
      emit_open (self, MAX (self->quote, 1));
      return TRUE;
    }

  self->quote = 1;
  show_quote (self);

  return TRUE;
}

/* Returns: whether the keys are among the quotes */
gboolean
telaah_grid_step_quote (TelaahGrid *self,
                        int         step)
{
  GPtrArray *quotes = get_quotes (self);

  if (self->quote == 0 || quotes == NULL || quotes->len == 0)
    return FALSE;

  self->quote = CLAMP ((int) self->quote + step, 1, (int) quotes->len);
  show_quote (self);

  return TRUE;
}

gboolean
telaah_grid_leave_quotes (TelaahGrid *self)
{
  TelaahGridCell *cell = telaah_grid_get_cursor_cell (self);
  gboolean had_focus = gtk_widget_has_focus (self->quote_labels[0]) || gtk_widget_has_focus (self->quote_labels[1]);

  if (self->quote == 0)
    return FALSE;

  self->quote = 0;

  if (cell != NULL)
    telaah_grid_cell_set_quote (cell, 0);

  if (had_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (self->quote_labels); i++)
    gtk_widget_set_visible (self->quote_labels[i], FALSE);

  return TRUE;
}

/* They lie where the cell is, with nothing to be seen of them. */
void
telaah_grid_place_quotes (TelaahGrid *self)
{
  GdkRectangle box = { 0, 0, 1, 1 };

  telaah_grid_get_bounds (self, &box);
  for (guint i = 0; i < G_N_ELEMENTS (self->quote_labels); i++)
    {
      int least;

      if (!gtk_widget_should_layout (self->quote_labels[i]))
        continue;

      gtk_widget_measure (self->quote_labels[i], GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
      gtk_widget_size_allocate (self->quote_labels[i], &(GtkAllocation) { box.x, box.y, MAX (least, 1), 1 }, -1);
    }
}

void
telaah_grid_add_quotes (TelaahGrid *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->quote_labels); i++)
    {
      GtkWidget *label = self->quote_labels[i] = g_object_new (GTK_TYPE_BOX, "accessible-role",
                                                               GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);

      gtk_widget_set_focusable (label, TRUE);
      gtk_widget_set_can_target (label, FALSE);
      gtk_widget_set_visible (label, FALSE);
      gtk_widget_set_parent (label, GTK_WIDGET (self));
    }

  self->references = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

/* Pixels in the grid. Returns: whether there is a quote to be opened */
gboolean
telaah_grid_open_quote (TelaahGrid *self,
                        double      x,
                        double      y)
{
  TelaahGridCell *cell = telaah_grid_get_cursor_cell (self);
  double inner_x, inner_y;
  guint number;

  if (cell == NULL || telaah_grid_cell_get_face (cell)->quotes == NULL ||
      !gtk_widget_translate_coordinates (GTK_WIDGET (self), GTK_WIDGET (cell), x, y, &inner_x, &inner_y))
    return FALSE;

  number = telaah_grid_cell_find_quote (cell, inner_x, inner_y);
  emit_open (self, number);

  return number > 0;
}
