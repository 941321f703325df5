/* The verbs of telaah-cli that change sources, themes and the history.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "formats/telaah-outline-format.h"

/* ---- import ---- */

/* An outline that was exported is taken back in; any other file is a text. */
static gboolean
looks_like_outline (const char *bytes,
                    gsize       length)
{
  gsize start = strspn (bytes, " \t\r\n");

  return start < length && bytes[start] == '{' &&
         g_strstr_len (bytes, MIN (length, 4096), "\"telaah-outline\"") != NULL;
}

static gboolean
read_file (const char  *path,
           GPtrArray   *documents,
           GPtrArray   *outlines,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (path);
  g_autoptr(TelaahDocument) document = telaah_document_read (file, NULL, error);
  const char *body;
  TelaahOutline *outline;

  if (document == NULL)
    return FALSE;

  body = telaah_text_get_body (document->text);
  if (g_str_has_suffix (path, ".opml"))
    outline = telaah_outline_from_opml (body, telaah_text_get_n_bytes (document->text), error);
  else if (!looks_like_outline (body, telaah_text_get_n_bytes (document->text)))
    {
      g_ptr_array_add (documents, g_steal_pointer (&document));
      return TRUE;
    }
  else
    outline = telaah_outline_from_json (body, telaah_text_get_n_bytes (document->text), error);

  if (outline == NULL)
    {
      g_prefix_error (error, "%s: ", document->file_name);
      return FALSE;
    }

  g_ptr_array_add (outlines, outline);
  return TRUE;
}

static gboolean
check_doubles (TelaahCli  *cli,
               GPtrArray  *documents,
               GError    **error)
{
  GListModel *sources = telaah_session_get_sources (cli->session);
  g_autoptr(GHashTable) known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      g_hash_table_add (known, g_strdup (telaah_source_fields (source)->sha256));
    }

  for (guint i = 0; !cli->options.twice && i < documents->len; i++)
    {
      TelaahDocument *document = documents->pdata[i];

      if (!g_hash_table_add (known, g_strdup (document->sha256)))
        {
          g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_DUPLICATE,
                       _("The text of “%s” is in the project already. "
                         "Leave it out, or take it in a second time with --twice."),
                       document->file_name);
          return FALSE;
        }
    }

  return TRUE;
}

/* Without sources, or where it is asked for, it is points and questions alone. */
static gboolean
take_outline (TelaahCli      *cli,
              TelaahOutline  *outline,
              GError        **error)
{
  g_autofree char *id = NULL;

  if (outline->sources->len > 0 && !cli->options.points)
    return telaah_session_import_outline (cli->session, outline, error);

  id = telaah_session_import_points (cli->session, outline, NULL, error);
  return id != NULL;
}

gboolean
telaah_cli_import (TelaahCli  *cli,
                   GError    **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) outlines = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_outline_free);
  g_autoptr(GPtrArray) ids = NULL;

  for (guint i = 0; i < cli->n_args; i++)
    if (!read_file (cli->args[i], documents, outlines, error))
      return FALSE;

  if (!check_doubles (cli, documents, error))
    return FALSE;

  if (documents->len > 0 &&
      (ids = telaah_session_import (cli->session, documents, cli->options.twice, NULL, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < outlines->len; i++)
    if (!take_outline (cli, outlines->pdata[i], error))
      {
        /* All or nothing: texts that came with it go again. */
        if (ids != NULL && ids->len > 0)
          telaah_session_undo (cli->session, NULL);
        return FALSE;
      }

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    telaah_cli_print_source (cli, telaah_session_find_source (cli->session, ids->pdata[i]));

  return TRUE;
}

/* ---- KEY=VALUE ---- */

/* The arguments from @first on, as key, value, key, value, …, NULL. */
static gboolean
split_pairs (TelaahCli   *cli,
             guint        first,
             GPtrArray   *pairs,
             GError     **error)
{
  for (guint i = first; i < cli->n_args; i++)
    {
      const char *equals = strchr (cli->args[i], '=');

      if (equals == NULL || equals == cli->args[i])
        {
          g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not KEY=VALUE."), cli->args[i]);
          return FALSE;
        }
      g_ptr_array_add (pairs, g_strndup (cli->args[i], equals - cli->args[i]));
      g_ptr_array_add (pairs, g_strdup (equals + 1));
    }

  return TRUE;
}

gboolean
telaah_cli_set_source (TelaahCli  *cli,
                       GError    **error)
{
  TelaahSource *source = telaah_cli_find_source (cli, cli->args[0], error);
  g_autofree char *id = source != NULL ? g_strdup (telaah_source_fields (source)->id) : NULL;
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  if (id == NULL || !split_pairs (cli, 1, pairs, error) ||
      !telaah_session_describe_source (cli->session, id, (const char *const *) pairs->pdata, error))
    return FALSE;

  if (cli->options.json)
    telaah_cli_print_source (cli, telaah_session_find_source (cli->session, id));
  return TRUE;
}

gboolean
telaah_cli_set_project (TelaahCli  *cli,
                        GError    **error)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func (g_free);

  return split_pairs (cli, 0, pairs, error) &&
         telaah_session_set_project (cli->session, pairs->pdata[0], pairs->pdata[1], error);
}

gboolean
telaah_cli_set_point (TelaahCli  *cli,
                      GError    **error)
{
  TelaahPoint *point = telaah_cli_find_point (cli, cli->args[0], error);
  g_autofree char *id = point != NULL ? g_strdup (telaah_point_fields (point)->id) : NULL;
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  if (id == NULL || !split_pairs (cli, 1, pairs, error) ||
      !telaah_session_describe_point (cli->session, id, (const char *const *) pairs->pdata, error))
    return FALSE;

  if (cli->options.json)
    telaah_cli_print_point (cli, telaah_session_find_point (cli->session, id));
  return TRUE;
}

/* ---- theme ---- */

gboolean
telaah_cli_theme (TelaahCli  *cli,
                  GError    **error)
{
  TelaahTheme *parent = NULL;
  g_autofree char *id = NULL;

  if (cli->options.parent != NULL && (parent = telaah_cli_find_theme (cli, cli->options.parent, error)) == NULL)
    return FALSE;

  id = telaah_session_add_theme (cli->session, cli->args[0],
                                 parent != NULL ? telaah_theme_fields (parent)->id : NULL,
                                 cli->options.color, cli->options.description, error);
  if (id == NULL)
    return FALSE;

  if (cli->options.json)
    telaah_cli_print_theme (cli, telaah_session_find_theme (cli->session, id), NULL);
  else
    g_print ("%s\n", id);
  return TRUE;
}

/* ---- undo, redo ---- */

typedef gboolean    (*Step) (TelaahSession *, GError **);
typedef const char *(*Next) (TelaahSession *);

/* All the steps or none: where one fails, those before it are taken back. */
static gboolean
repeat (TelaahCli  *cli,
        Step        step,
        Step        back,
        Next        next,
        GError    **error)
{
  g_autoptr(GPtrArray) verbs = g_ptr_array_new_with_free_func (g_free);

  if (cli->options.steps < 1)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("--steps takes a number from 1 up."));
      return FALSE;
    }

  for (int i = 0; i < cli->options.steps; i++)
    {
      const char *verb = next (cli->session);

      g_ptr_array_add (verbs, g_strdup (verb != NULL ? verb : ""));
      if (step (cli->session, error))
        continue;

      while (i-- > 0)
        back (cli->session, NULL);
      return FALSE;
    }

  for (guint i = 0; i < verbs->len; i++)
    telaah_cli_print_line (cli, "verb", cli->options.json ? verbs->pdata[i] : telaah_verb_get_label (verbs->pdata[i]));
  return TRUE;
}

gboolean
telaah_cli_undo (TelaahCli  *cli,
                 GError    **error)
{
  return repeat (cli, telaah_session_undo, telaah_session_redo, telaah_session_get_undo, error);
}

gboolean
telaah_cli_redo (TelaahCli  *cli,
                 GError    **error)
{
  return repeat (cli, telaah_session_redo, telaah_session_undo, telaah_session_get_redo, error);
}
