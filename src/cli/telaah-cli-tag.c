/* The verbs of telaah-cli that tag and untag passages, one or many.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "formats/telaah-json-cursor.h"
#include "formats/telaah-json-scan.h"

/* The deepest that a line of --from may nest; the parser would follow any depth into the stack. */
#define MAX_DEPTH 16

/* How much of a quote an error tells. */
#define QUOTED 60

static gboolean
tag_one (TelaahCli  *cli,
         GError    **error)
{
  TelaahTagging tagging = { .note = cli->options.note, .coder = cli->options.coder };
  g_autoptr(GPtrArray) themes = NULL;
  g_autofree char *id = NULL;
  TelaahSource *source;

  if (cli->n_args < 3 || (cli->n_args < 4 && cli->options.note == NULL))
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("tag takes SOURCE START END THEME…, or --from FILE."));
      return FALSE;
    }

  if (!telaah_cli_read_offset (cli->args[1], &tagging.span.start, error) ||
      !telaah_cli_read_offset (cli->args[2], &tagging.span.end, error) ||
      (source = telaah_cli_find_source (cli, cli->args[0], error)) == NULL ||
      (themes = telaah_cli_find_themes (cli, (const char *const *) cli->args + 3, cli->n_args - 3, error)) == NULL)
    return FALSE;

  tagging.source = telaah_source_fields (source)->id;
  tagging.themes = (const char *const *) themes->pdata;
  if ((id = telaah_session_tag (cli->session, &tagging, error)) == NULL)
    return FALSE;

  telaah_cli_print_passage (cli, telaah_session_find_passage (cli->session, id), TRUE);
  return TRUE;
}

/* ---- --from ---- */

/* What one line says; owns what the tagging points to. */
typedef struct
{
  TelaahTagging  tagging;
  char          *source;
  GPtrArray     *themes;
  char          *note;
  char          *coder;
} Row;

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->source);
  g_clear_pointer (&row->themes, g_ptr_array_unref);
  g_free (row->note);
  g_free (row->coder);
}

static GPtrArray *
read_themes (TelaahCli         *cli,
             TelaahJsonCursor  *cursor,
             JsonArray         *array,
             GError           **error)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      const char *name = telaah_json_cursor_get_text (cursor, array, i);

      if (name == NULL)
        return NULL;
      g_ptr_array_add (names, (gpointer) name);
    }

  return telaah_cli_find_themes (cli, (const char *const *) names->pdata, names->len, error);
}

/* A quote is not needed, but one that is given must be what stands there. */
static gboolean
check_quote (TelaahCli   *cli,
             const Row   *row,
             const char  *quote,
             GError     **error)
{
  g_autoptr(TelaahText) text = NULL;
  g_autofree char *there = NULL, *stands = NULL, *given = NULL;

  if (quote == NULL)
    return TRUE;

  if ((text = telaah_session_dup_text (cli->session, row->source, error)) == NULL)
    return FALSE;

  there = telaah_text_dup_slice (text, row->tagging.span);
  if (strcmp (there, quote) == 0)
    return TRUE;

  stands = telaah_text_dup_start (there, QUOTED);
  given = telaah_text_dup_start (quote, QUOTED);
  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID, _("%u to %u reads “%s”, not “%s”."),
               row->tagging.span.start, row->tagging.span.end, stands, given);
  return FALSE;
}

static gboolean
read_row (TelaahCli   *cli,
          JsonObject  *object,
          Row         *row,
          GError     **error)
{
  g_autoptr(GString) path = g_string_new (NULL);
  TelaahJsonCursor cursor = { path, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID, error };
  const char *source_name = NULL, *note = NULL, *coder = NULL, *quote = NULL;
  TelaahSource *source;
  JsonArray *themes = NULL;

  if (!telaah_json_cursor_get_string (&cursor, object, "source", TRUE, &source_name) ||
      !telaah_json_cursor_get_count (&cursor, object, "start", &row->tagging.span.start) ||
      !telaah_json_cursor_get_count (&cursor, object, "end", &row->tagging.span.end) ||
      !telaah_json_cursor_get_array (&cursor, object, "themes", &themes) ||
      !telaah_json_cursor_get_string (&cursor, object, "note", FALSE, &note) ||
      !telaah_json_cursor_get_string (&cursor, object, "coder", FALSE, &coder) ||
      !telaah_json_cursor_get_string (&cursor, object, "quote", FALSE, &quote) ||
      (source = telaah_cli_find_source (cli, source_name, error)) == NULL ||
      (row->themes = read_themes (cli, &cursor, themes, error)) == NULL)
    return FALSE;

  row->source = g_strdup (telaah_source_fields (source)->id);
  row->note = g_strdup (note != NULL ? note : cli->options.note);
  row->coder = g_strdup (coder != NULL ? coder : cli->options.coder);
  row->tagging.source = row->source;
  row->tagging.themes = (const char *const *) row->themes->pdata;
  row->tagging.note = row->note;
  row->tagging.coder = row->coder;

  return telaah_session_check_tagging (cli->session, &row->tagging, error) && check_quote (cli, row, quote, error);
}

static gboolean
read_line (TelaahCli   *cli,
           const char  *line,
           GArray      *rows,
           GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *fault = NULL;
  JsonNode *root;
  Row row = { 0 };
  guint at;
  gboolean done;

  if (!telaah_json_scan (line, strlen (line), MAX_DEPTH, &at, &fault) ||
      !json_parser_load_from_data (parser, line, -1, NULL) ||
      (root = json_parser_get_root (parser)) == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("not a JSON object on one line."));
      return FALSE;
    }

  done = read_row (cli, json_node_get_object (root), &row, error);
  g_array_append_val (rows, row);
  return done;
}

/* @path: - for standard input */
static char *
read_whole (const char  *path,
            GError     **error)
{
  g_autoptr(GString) all = g_string_new (NULL);
  g_autofree char *contents = NULL;
  char buffer[65536];
  gsize n;

  if (strcmp (path, "-") != 0)
    {
      if (!g_file_get_contents (path, &contents, &n, error))
        return NULL;
      g_string_append_len (all, contents, n);
    }
  else
    while ((n = fread (buffer, 1, sizeof buffer, stdin)) > 0)
      g_string_append_len (all, buffer, n);

  /* What stands after a zero byte would be passed over in silence. */
  if (strlen (all->str) == all->len)
    return g_string_free (g_steal_pointer (&all), FALSE);

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("%s is not text: there is a zero byte in it."), path);
  return NULL;
}

static gboolean
tag_many (TelaahCli  *cli,
          GError    **error)
{
  g_autofree char *contents = read_whole (cli->options.from, error);
  g_autoptr(GArray) rows = g_array_new (FALSE, FALSE, sizeof (Row));
  g_autoptr(GArray) taggings = g_array_new (FALSE, FALSE, sizeof (TelaahTagging));
  g_autoptr(GPtrArray) ids = NULL;
  char *line, *rest = contents;

  if (contents == NULL)
    return FALSE;

  g_array_set_clear_func (rows, row_clear);
  for (guint number = 1; (line = strsep (&rest, "\n")) != NULL; number++)
    {
      if (line[strspn (line, " \t\r")] == '\0')
        continue;
      if (!g_utf8_validate (line, -1, NULL) || !read_line (cli, line, rows, error))
        {
          if (error != NULL && *error == NULL)
            g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID, _("not UTF-8."));
          g_prefix_error (error, _("%s, line %u: "), cli->options.from, number);
          return FALSE;
        }
    }

  for (guint i = 0; i < rows->len; i++)
    g_array_append_val (taggings, g_array_index (rows, Row, i).tagging);

  ids = telaah_session_tag_all (cli->session, (TelaahTagging *) taggings->data, taggings->len, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    telaah_cli_print_passage (cli, telaah_session_find_passage (cli->session, ids->pdata[i]), TRUE);

  return ids != NULL;
}

gboolean
telaah_cli_tag (TelaahCli  *cli,
                GError    **error)
{
  if (cli->options.from == NULL)
    return tag_one (cli, error);

  if (cli->n_args > 0)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("tag --from FILE takes nothing but the project."));
      return FALSE;
    }

  return tag_many (cli, error);
}

gboolean
telaah_cli_untag (TelaahCli  *cli,
                  GError    **error)
{
  TelaahPassage *passage = telaah_cli_find_passage (cli, cli->args[0], error);
  g_autofree char *id = passage != NULL ? g_strdup (telaah_passage_fields (passage)->id) : NULL;
  g_autoptr(GPtrArray) themes = NULL;

  if (id == NULL ||
      (themes = telaah_cli_find_themes (cli, (const char *const *) cli->args + 1, cli->n_args - 1, error)) == NULL ||
      !telaah_session_untag (cli->session, id, themes->len > 0 ? (const char *const *) themes->pdata : NULL, error))
    return FALSE;

  /* What is left of it, if anything. */
  passage = telaah_session_find_passage (cli->session, id);
  if (passage != NULL && cli->options.json)
    telaah_cli_print_passage (cli, passage, FALSE);
  return TRUE;
}
