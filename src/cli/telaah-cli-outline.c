/* The verbs of telaah-cli on the outline: points, cells, export.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "formats/telaah-outline-format.h"

gboolean
telaah_cli_point (TelaahCli  *cli,
                  GError    **error)
{
  TelaahTheme *theme = NULL;
  TelaahPoint *parent = NULL;
  g_autofree char *id = NULL;

  if ((cli->options.theme != NULL && (theme = telaah_cli_find_theme (cli, cli->options.theme, error)) == NULL) ||
      (cli->options.parent != NULL && (parent = telaah_cli_find_point (cli, cli->options.parent, error)) == NULL))
    return FALSE;

  id = telaah_session_add_point (cli->session, cli->args[0],
                                 theme != NULL ? telaah_theme_fields (theme)->id : NULL,
                                 parent != NULL ? telaah_point_fields (parent)->id : NULL, FALSE, error);
  if (id == NULL)
    return FALSE;

  telaah_cli_print_point (cli, telaah_session_find_point (cli->session, id));
  return TRUE;
}

/* With neither status nor summary it only shows the cell. */
gboolean
telaah_cli_cell (TelaahCli  *cli,
                 GError    **error)
{
  TelaahStatus status = TELAAH_STATUS_UNREAD;
  TelaahPoint *point = telaah_cli_find_point (cli, cli->args[0], error);
  TelaahSource *source = point != NULL ? telaah_cli_find_source (cli, cli->args[1], error) : NULL;
  g_autofree char *point_id = source != NULL ? g_strdup (telaah_point_fields (point)->id) : NULL;
  g_autofree char *source_id = source != NULL ? g_strdup (telaah_source_fields (source)->id) : NULL;
  gboolean change = cli->options.status != NULL || cli->options.summary != NULL;

  if (source == NULL)
    return FALSE;

  if (cli->options.status != NULL && !telaah_status_from_string (cli->options.status, &status))
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0,
                   _("“%s” is not a status. It is one of unread, treated, implicit and silent."), cli->options.status);
      return FALSE;
    }

  if (change && !telaah_session_set_cell (cli->session, point_id, source_id,
                                          cli->options.status != NULL ? &status : NULL,
                                          cli->options.summary, error))
    return FALSE;

  if (!change || cli->options.json)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (cli->session, point_id, source_id);

      telaah_cli_print_cell (cli, cell);
    }
  return TRUE;
}

/* ---- outline ---- */

static guint
get_columns (void)
{
  struct winsize size;
  const char *columns = g_getenv ("COLUMNS");
  guint n = 0;

  if (isatty (STDOUT_FILENO) && ioctl (STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
    n = size.ws_col;
  else if (columns != NULL)
    n = g_ascii_strtoull (columns, NULL, 10);

  return CLAMP (n > 0 ? n : 100, 40, 400);
}

/* As asked; else by the name of the file; else for people. */
static const char *
get_format (TelaahCli *cli)
{
  const char *output = cli->options.output != NULL ? cli->options.output : "";

  if (cli->options.format != NULL)
    return cli->options.format;
  if (cli->options.json || g_str_has_suffix (output, ".json"))
    return "json";

  return g_str_has_suffix (output, ".md") ? "markdown" : "text";
}

gboolean
telaah_cli_outline (TelaahCli  *cli,
                    GError    **error)
{
  const char *format = get_format (cli);
  g_autoptr(TelaahOutline) outline = NULL;
  g_autofree char *text = NULL;

  if (strcmp (format, "json") != 0 && strcmp (format, "text") != 0 && strcmp (format, "markdown") != 0)
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0,
                   _("“%s” is not a format. It is one of json, text and markdown."), format);
      return FALSE;
    }

  outline = telaah_session_dup_outline (cli->session);
  if (strcmp (format, "json") == 0)
    text = telaah_outline_to_json (outline);
  else if (strcmp (format, "markdown") == 0)
    text = telaah_outline_to_markdown (outline);
  else
    text = telaah_outline_to_text (outline, get_columns ());

  /* The document itself is the answer, not a list of results. */
  cli->options.json = FALSE;
  if (cli->options.output != NULL && strcmp (cli->options.output, "-") != 0)
    return g_file_set_contents (cli->options.output, text, -1, error);

  fputs (text, stdout);
  return TRUE;
}
