/* Writes the comparative outline as text for a terminal: a table, or a block a point where it is
 * too narrow.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>

#include "formats/telaah-outline-words.h"
#include "formats/telaah-wrap.h"

#define MIN_COLUMNS  40
#define MIN_CELL     14     /* narrower than this a cell is hard to read */
#define MAX_CELL     60
#define MAX_TITLE    24
#define CELL_LINES   6      /* of a summary */
#define BLOCK_LINES  4      /* of a source */

/* What stands on either side of a rule: nothing, a row of cells, or one cell across all columns. */
typedef enum { NOTHING, CELLS, ACROSS } Row;

typedef struct
{
  TelaahOutline *outline;
  GString       *out;
  guint          columns;
  guint          n;         /* columns of the table: the titles and one a source */
  guint         *widths;    /* of what is in them, without a space on either side */
  Row            above;
} Table;

static void
add_lines (GPtrArray  *lines,
           guint       width,
           guint       max_lines,
           const char *format,
           ...) G_GNUC_PRINTF (4, 5);

static void
add_lines (GPtrArray  *lines,
           guint       width,
           guint       max_lines,
           const char *format,
           ...)
{
  g_autofree char *text = NULL;
  va_list args;

  va_start (args, format);
  text = g_strdup_vprintf (format, args);
  va_end (args);

  telaah_wrap_into (lines, text, width, max_lines);
}

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static char *
dup_count (TelaahCell *cell)
{
  guint n = telaah_cell_get_evidence (cell)->len;

  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u passage", "%u passages", n), n);
}

/* @words: (nullable): with what they rest on in brackets. */
static char *
dup_verdict (const char *words,
             const char *citations)
{
  return citations != NULL ? g_strdup_printf ("%s (%s)", words, citations) : g_strdup (words);
}

/* What the sources have in common on a point, and whose cells show it; NULL where nothing is written. */
static char *
dup_similarities (Table              *table,
                  TelaahOutlinePoint *node)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  g_autofree char *citations = telaah_outline_dup_citations (table->outline, node, TELAAH_LINK_SIMILARITIES);
  g_autofree char *words = dup_verdict (f->similarities, citations);

  return has_text (f->similarities) ? g_strdup_printf (_("Similarities: %s"), words) : NULL;
}

static char *
dup_differences (Table              *table,
                 TelaahOutlinePoint *node)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  g_autofree char *citations = telaah_outline_dup_citations (table->outline, node, TELAAH_LINK_DIFFERENCES);
  g_autofree char *words = dup_verdict (f->differences, citations);

  return has_text (f->differences) ? g_strdup_printf (_("Differences: %s"), words) : NULL;
}

static void
draw_rule (Table *table,
           Row    below)
{
  static const char *const joints[3][3] = {
    [NOTHING] = { "─", "┬", "─" },
    [CELLS]   = { "┴", "┼", "┴" },
    [ACROSS]  = { "─", "┬", "─" },
  };

  g_string_append (table->out, table->above == NOTHING ? "┌" : below == NOTHING ? "└" : "├");
  for (guint i = 0; i < table->n; i++)
    {
      if (i > 0)
        g_string_append (table->out, joints[table->above][below]);

      for (guint j = 0; j < table->widths[i] + 2; j++)
        g_string_append (table->out, "─");
    }
  g_string_append (table->out, table->above == NOTHING ? "┐\n" : below == NOTHING ? "┘\n" : "┤\n");

  table->above = below;
}

/* @cells: one array of lines a column. */
static void
draw_cells (Table      *table,
            GPtrArray **cells)
{
  guint height = 1;

  for (guint i = 0; i < table->n; i++)
    height = MAX (height, cells[i]->len);

  draw_rule (table, CELLS);
  for (guint line = 0; line < height; line++)
    {
      for (guint i = 0; i < table->n; i++)
        {
          g_string_append (table->out, "│ ");
          telaah_wrap_pad (table->out, line < cells[i]->len ? cells[i]->pdata[line] : "",
                           table->widths[i]);
          g_string_append_c (table->out, ' ');
        }
      g_string_append (table->out, "│\n");
    }
}

static void
draw_across (Table      *table,
             const char *text)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  guint width = 0;

  for (guint i = 0; i < table->n; i++)
    width += table->widths[i] + 3;

  telaah_wrap_into (lines, text, width - 3, 0);
  draw_rule (table, ACROSS);
  for (guint i = 0; i < lines->len; i++)
    {
      g_string_append (table->out, "│ ");
      telaah_wrap_pad (table->out, lines->pdata[i], width - 3);
      g_string_append (table->out, " │\n");
    }
}

static void
fill_cell (GPtrArray  *lines,
           TelaahCell *cell,
           guint       width)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);

  add_lines (lines, width, 0, "%s", telaah_status_get_label (f->status));
  if (has_text (f->summary))
    telaah_wrap_into (lines, f->summary, width, CELL_LINES);
  if (has_text (f->translation))
    add_lines (lines, width, CELL_LINES, "(%s)", f->translation);

  if (telaah_cell_is_stale (cell))
    add_lines (lines, width, 0, "%s", _("Evidence has changed"));

  if (telaah_cell_get_evidence (cell)->len > 0)
    {
      g_autofree char *count = dup_count (cell);

      add_lines (lines, width, 0, "%s", count);
    }
}

/* The title of a point, what is asked there and under which condition, each line as far in as the point is deep. */
static void
fill_title (GPtrArray          *lines,
            Table              *table,
            TelaahOutlinePoint *node)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  g_autofree char *condition = telaah_point_dup_condition (node->point);
  guint width = table->widths[0], indent = MIN (f->depth * 2, width / 2);
  guint first = lines->len;

  telaah_wrap_into (lines, telaah_outline_get_point_title (table->outline, node->point), width - indent, 0);
  if (has_text (f->question))
    telaah_wrap_into (lines, f->question, width - indent, 0);
  if (condition != NULL)
    add_lines (lines, width - indent, 0, "(%s)", condition);

  for (guint i = first; i < lines->len; i++)
    {
      char *line = lines->pdata[i];

      lines->pdata[i] = g_strdup_printf ("%*s%s", (int) indent, "", line);
      g_free (line);
    }
}

static GPtrArray **
new_cells (Table *table)
{
  GPtrArray **cells = g_new (GPtrArray *, table->n);

  for (guint i = 0; i < table->n; i++)
    cells[i] = g_ptr_array_new_with_free_func (g_free);

  return cells;
}

static void
free_cells (Table      *table,
            GPtrArray **cells)
{
  for (guint i = 0; i < table->n; i++)
    g_ptr_array_unref (cells[i]);

  g_free (cells);
}

static void
draw_head (Table *table)
{
  GPtrArray **cells = new_cells (table);

  telaah_wrap_into (cells[0], _("Point"), table->widths[0], 0);
  for (guint i = 1; i < table->n; i++)
    {
      TelaahSource *source = table->outline->sources->pdata[i - 1];
      g_autofree char *origin = telaah_source_dup_origin (source);

      telaah_wrap_into (cells[i], telaah_source_get_name (source), table->widths[i], CELL_LINES);
      if (origin != NULL)
        add_lines (cells[i], table->widths[i], CELL_LINES, "(%s)", origin);
    }

  draw_cells (table, cells);
  free_cells (table, cells);
}

static void
draw_points (Table     *table,
             GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      g_autofree char *similarities = dup_similarities (table, node), *differences = dup_differences (table, node);
      GPtrArray **cells = new_cells (table);

      fill_title (cells[0], table, node);
      for (guint j = 0; j < node->cells->len && j + 1 < table->n; j++)
        fill_cell (cells[j + 1], node->cells->pdata[j], table->widths[j + 1]);
      draw_cells (table, cells);
      free_cells (table, cells);

      if (similarities != NULL)
        draw_across (table, similarities);
      if (differences != NULL)
        draw_across (table, differences);

      draw_points (table, node->points);
    }
}

static void
append_indented (GString   *out,
                 GPtrArray *lines,
                 guint      indent)
{
  for (guint i = 0; i < lines->len; i++)
    g_string_append_printf (out, "%*s%s\n", (int) (i > 0 ? indent + 2 : indent), "",
                            (char *) lines->pdata[i]);
}

static void
append_block_line (Table      *table,
                   guint       indent,
                   guint       max_lines,
                   const char *text)
{
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  telaah_wrap_into (lines, text, table->columns - indent - 2, max_lines);
  append_indented (table->out, lines, indent);
}

static void
append_block_cell (Table        *table,
                   TelaahSource *source,
                   TelaahCell   *cell,
                   guint         indent)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  g_autofree char *label = telaah_source_dup_label (source);
  GString *text = g_string_new (label);

  g_string_append_printf (text, ": %s", telaah_status_get_label (f->status));
  if (telaah_cell_get_evidence (cell)->len > 0)
    {
      g_autofree char *count = dup_count (cell);

      g_string_append_printf (text, " · %s", count);
    }
  if (telaah_cell_is_stale (cell))
    g_string_append_printf (text, " · %s", _("Evidence has changed"));
  if (has_text (f->summary))
    g_string_append_printf (text, " · %s", f->summary);
  if (has_text (f->translation))
    g_string_append_printf (text, " (%s)", f->translation);

  append_block_line (table, indent, BLOCK_LINES, text->str);
  g_string_free (text, TRUE);
}

static void
append_blocks (Table     *table,
               GPtrArray *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);
      g_autofree char *similarities = dup_similarities (table, node), *differences = dup_differences (table, node);
      g_autofree char *condition = telaah_point_dup_condition (node->point);
      guint indent = MIN (f->depth * 2, table->columns / 3);

      if (table->above != NOTHING)
        g_string_append_c (table->out, '\n');
      table->above = ACROSS;

      append_block_line (table, indent, 0,
                         telaah_outline_get_point_title (table->outline, node->point));
      if (has_text (f->question))
        append_block_line (table, indent, 0, f->question);
      if (condition != NULL)
        append_block_line (table, indent, 0, condition);
      for (guint j = 0; j < node->cells->len && j < table->outline->sources->len; j++)
        append_block_cell (table, table->outline->sources->pdata[j], node->cells->pdata[j],
                           indent + 2);

      if (similarities != NULL)
        append_block_line (table, indent + 2, 0, similarities);
      if (differences != NULL)
        append_block_line (table, indent + 2, 0, differences);

      append_blocks (table, node->points);
    }
}

/* The widest title with its indent. */
static guint
measure_titles (TelaahOutline *outline,
                GPtrArray     *points)
{
  guint width = 0;

  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const char *title = telaah_outline_get_point_title (outline, node->point);

      width = MAX (width, telaah_wrap_width (title) + telaah_point_fields (node->point)->depth * 2);
      width = MAX (width, measure_titles (outline, node->points));
    }

  return width;
}

/* FALSE where the columns are too many for the width. */
static gboolean
share_width (Table *table)
{
  guint sources = table->n - 1, frame = table->n * 3 + 1, left;

  if (sources == 0 || table->columns < frame + sources * MIN_CELL + 10)
    return FALSE;

  left = table->columns - frame;
  table->widths[0] = CLAMP (measure_titles (table->outline, table->outline->points), 10,
                            MIN (MAX_TITLE, left - sources * MIN_CELL));
  left -= table->widths[0];
  for (guint i = 0; i < sources; i++)
    table->widths[i + 1] = MIN (MAX_CELL, left / sources + (i < left % sources));

  return TRUE;
}

static void
append_paragraph (Table      *table,
                  const char *text)
{
  if (has_text (text))
    {
      append_block_line (table, 0, 0, text);
      g_string_append_c (table->out, '\n');
    }
}

/**
 * telaah_outline_to_text:
 * @columns: how wide it may be; less than 40 is taken for 40
 *
 * Returns: (transfer full): the comparison as people read it in a terminal, in the language of the
 *   interface
 */
char *
telaah_outline_to_text (TelaahOutline *outline,
                        guint          columns)
{
  g_autofree guint *widths = NULL;
  g_autofree char *title = NULL;
  Table table = { outline, g_string_new (NULL), MAX (columns, MIN_COLUMNS) };

  g_return_val_if_fail (outline != NULL, g_string_free (table.out, FALSE));

  table.n = outline->sources->len + 1;
  table.widths = widths = g_new0 (guint, table.n);

  if (has_text (outline->title) || has_text (outline->name))
    title = telaah_outline_dup_title (outline);
  append_paragraph (&table, title);
  append_paragraph (&table, outline->question);

  if (outline->points->len == 0)
    append_block_line (&table, 0, 0, _("There are no points to compare yet."));
  else if (share_width (&table))
    {
      draw_head (&table);
      draw_points (&table, outline->points);
      draw_rule (&table, NOTHING);
    }
  else
    append_blocks (&table, outline->points);

  return g_string_free (table.out, FALSE);
}
