/* The verbs of telaah-cli on the comparison as a whole: outlines, open ends, counts, pictures.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "formats/telaah-picture.h"

static void
print_outline (TelaahCli          *cli,
               TelaahOutlineEntry *entry)
{
  const TelaahOutlineEntryFields *f = telaah_outline_entry_fields (entry);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *title = telaah_cli_dup_line (f->title != NULL ? f->title : _("Outline"), TELAAH_CLI_WHOLE);

      g_print ("%s\t%s\n", f->id, title);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "title", f->title);
  json_object_set_boolean_member (object, "follows", f->follows);
  json_array_add_object_element (cli->results, object);
}

gboolean
telaah_cli_outlines (TelaahCli  *cli,
                     GError    **error)
{
  GListModel *outlines = telaah_session_get_outlines (cli->session);

  for (guint i = 0; i < g_list_model_get_n_items (outlines); i++)
    {
      g_autoptr(TelaahOutlineEntry) entry = g_list_model_get_item (outlines, i);

      print_outline (cli, entry);
    }

  return TRUE;
}

gboolean
telaah_cli_add_outline (TelaahCli  *cli,
                        GError    **error)
{
  g_autofree char *id = telaah_session_add_outline (cli->session, cli->args[0], cli->options.from_themes, error);
  GListModel *outlines = telaah_session_get_outlines (cli->session);

  if (id == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (outlines); i++)
    {
      g_autoptr(TelaahOutlineEntry) entry = g_list_model_get_item (outlines, i);

      if (strcmp (telaah_outline_entry_fields (entry)->id, id) == 0)
        print_outline (cli, entry);
    }

  return TRUE;
}

/* ---- Open ends ---- */

static void
print_end (TelaahCli           *cli,
           const TelaahOpenEnd *end)
{
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *message = telaah_cli_dup_line (end->message, TELAAH_CLI_WHOLE);

      g_print ("%s\t%s\n", telaah_open_end_kind_to_string (end->kind), message);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, "kind", telaah_open_end_kind_to_string (end->kind));
  telaah_cli_set (object, "point", end->point);
  telaah_cli_set (object, "source", end->source);
  telaah_cli_set (object, "passage", end->passage);
  telaah_cli_set (object, "theme", end->theme);
  telaah_cli_set (object, "message", end->message);
  json_array_add_object_element (cli->results, object);
}

static gboolean
is_kind (const char *kind)
{
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    if (strcmp (kind, telaah_open_end_kind_to_string (i)) == 0)
      return TRUE;

  return FALSE;
}

gboolean
telaah_cli_open_ends (TelaahCli  *cli,
                      GError    **error)
{
  g_autoptr(GPtrArray) ends = NULL;

  if (cli->options.kind != NULL && !is_kind (cli->options.kind))
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0,
                   _("“%s” is not a kind of open end. It is one of unread, stale, silent-with-evidence, single-source, "
                     "unplaced-passage and unused-theme."), cli->options.kind);
      return FALSE;
    }

  ends = telaah_session_dup_open_ends (cli->session);
  for (guint i = 0; i < ends->len; i++)
    {
      const TelaahOpenEnd *end = ends->pdata[i];

      if (cli->options.kind == NULL || strcmp (cli->options.kind, telaah_open_end_kind_to_string (end->kind)) == 0)
        print_end (cli, end);
    }

  return TRUE;
}

/* ---- Counts ---- */

/* @keys: of the row and of the column, id and name each */
static void
print_count (TelaahCli         *cli,
             TelaahMatrix      *matrix,
             guint              row,
             guint              column,
             const char *const  keys[4])
{
  const TelaahMatrixLine *r = matrix->rows->pdata[row], *c = matrix->columns->pdata[column];
  const TelaahMatrixCount *count = telaah_matrix_at (matrix, row, column);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *first = telaah_cli_dup_line (r->name, TELAAH_CLI_WHOLE);
      g_autofree char *second = telaah_cli_dup_line (c->name, TELAAH_CLI_WHOLE);

      g_print ("%s\t%s\t%u\t%u\n", first, second, count->passages, count->characters);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, keys[0], r->id);
  telaah_cli_set (object, keys[1], r->name);
  telaah_cli_set (object, keys[2], c->id);
  telaah_cli_set (object, keys[3], c->name);
  json_object_set_int_member (object, "passages", count->passages);
  json_object_set_int_member (object, "characters", count->characters);
  json_array_add_object_element (cli->results, object);
}

gboolean
telaah_cli_counts (TelaahCli  *cli,
                   GError    **error)
{
  static const char *const keys[] = { "point", "title", "source", "name" };
  g_autoptr(TelaahMatrix) matrix = telaah_session_dup_counts (cli->session);

  for (guint row = 0; row < matrix->rows->len; row++)
    for (guint column = 0; column < matrix->columns->len; column++)
      print_count (cli, matrix, row, column, keys);

  return TRUE;
}

/* Each pair that has a place in common, once. */
gboolean
telaah_cli_cooccurrence (TelaahCli  *cli,
                         GError    **error)
{
  static const char *const keys[] = { "theme", "name", "other", "otherName" };
  g_autoptr(TelaahMatrix) matrix = telaah_session_dup_cooccurrence (cli->session);

  for (guint row = 0; row < matrix->rows->len; row++)
    for (guint column = row + 1; column < matrix->columns->len; column++)
      if (telaah_matrix_at (matrix, row, column)->passages > 0)
        print_count (cli, matrix, row, column, keys);

  return TRUE;
}

/* ---- Pictures ---- */

static gboolean
read_measure (TelaahCli      *cli,
              TelaahMeasure  *measure,
              GError        **error)
{
  const char *asked = cli->options.measure;

  *measure = g_strcmp0 (asked, "characters") == 0 ? TELAAH_MEASURE_CHARACTERS : TELAAH_MEASURE_PASSAGES;
  if (asked == NULL || *measure == TELAAH_MEASURE_CHARACTERS || strcmp (asked, "passages") == 0)
    return TRUE;

  g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not a measure. It is passages or characters."), asked);
  return FALSE;
}

static TelaahPicture *
make_picture (TelaahCli  *cli,
              GError    **error)
{
  const char *kind = cli->options.kind != NULL ? cli->options.kind : "heatmap";
  TelaahMeasure measure;

  if (!read_measure (cli, &measure, error))
    return NULL;

  if (strcmp (kind, "heatmap") == 0)
    return telaah_picture_new_heatmap (telaah_session_dup_counts (cli->session), measure);

  if (strcmp (kind, "cooccurrence") == 0)
    return telaah_picture_new_cooccurrence (telaah_session_dup_cooccurrence (cli->session), measure);

  if (strcmp (kind, "portrait") == 0)
    {
      TelaahSource *source = cli->options.source != NULL ? telaah_cli_find_source (cli, cli->options.source, error) : NULL;

      if (cli->options.source != NULL && source == NULL)
        return NULL;

      return telaah_picture_new_portraits (
        telaah_session_dup_portraits (cli->session, source != NULL ? telaah_source_fields (source)->id : NULL));
    }

  g_set_error (error, TELAAH_USAGE_ERROR, 0,
               _("“%s” is not a kind of picture. It is one of heatmap, portrait and cooccurrence."), kind);
  return NULL;
}

gboolean
telaah_cli_picture (TelaahCli  *cli,
                    GError    **error)
{
  const char *output = cli->options.output;
  g_autoptr(TelaahPicture) picture = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (output == NULL ||
      !(g_str_has_suffix (output, ".svg") || g_str_has_suffix (output, ".png") || g_str_has_suffix (output, ".csv")))
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("Name a file that ends in .svg, .png or .csv with -o FILE."));
      return FALSE;
    }

  if ((picture = make_picture (cli, error)) == NULL)
    return FALSE;

  telaah_picture_set_title (picture, telaah_session_get_title (cli->session), NULL);
  bytes = g_str_has_suffix (output, ".svg") ? telaah_picture_to_svg (picture)
        : g_str_has_suffix (output, ".png") ? telaah_picture_to_png (picture, 2) : telaah_picture_to_csv (picture);

  return telaah_cli_write_out (cli, bytes, error);
}
