/* The verbs of telaah-cli on the outline: points, cells, export.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "formats/telaah-outline-export.h"

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
  gboolean change = cli->options.status != NULL || cli->options.summary != NULL || cli->options.translation != NULL;

  if (source == NULL)
    return FALSE;

  if (cli->options.status != NULL && !telaah_status_from_string (cli->options.status, &status))
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0,
                   _("“%s” is not a status. It is one of unread, treated, implicit and silent."), cli->options.status);
      return FALSE;
    }

  if ((cli->options.status != NULL || cli->options.summary != NULL) &&
      !telaah_session_set_cell (cli->session, point_id, source_id, cli->options.status != NULL ? &status : NULL,
                                cli->options.summary, error))
    return FALSE;
  if (cli->options.translation != NULL &&
      !telaah_session_set_translation (cli->session, point_id, source_id, cli->options.translation, error))
    return FALSE;

  if (!change || cli->options.json)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (cli->session, point_id, source_id);

      telaah_cli_print_cell (cli, cell);
    }
  return TRUE;
}

/* ---- What a cell rests on ---- */

gboolean
telaah_cli_evidence (TelaahCli  *cli,
                     GError    **error)
{
  static const char *const states[] = { "usual", "pinned", "hidden" };
  TelaahPoint *point = telaah_cli_find_point (cli, cli->args[0], error);
  TelaahPassage *passage = point != NULL ? telaah_cli_find_passage (cli, cli->args[1], error) : NULL;

  if (passage == NULL)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    if (strcmp (cli->args[2], states[i]) == 0)
      return telaah_session_set_evidence (cli->session, telaah_point_fields (point)->id,
                                          telaah_passage_fields (passage)->id, i, error);

  g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not a state. It is one of pinned, hidden and usual."),
               cli->args[2]);
  return FALSE;
}

gboolean
telaah_cli_link (TelaahCli  *cli,
                 GError    **error)
{
  TelaahPoint *point = telaah_cli_find_point (cli, cli->args[0], error);
  TelaahSource *source = point != NULL ? telaah_cli_find_source (cli, cli->args[1], error) : NULL;
  TelaahPassage *passage = source != NULL ? telaah_cli_find_passage (cli, cli->args[4], error) : NULL;
  TelaahLinkFields link = { .kind = TELAAH_LINK_SUMMARY };
  g_autofree char *id = NULL;

  if (passage == NULL || !telaah_cli_read_offset (cli->args[2], &link.span.start, error) ||
      !telaah_cli_read_offset (cli->args[3], &link.span.end, error))
    return FALSE;

  link.point = telaah_point_fields (point)->id;
  link.source = telaah_source_fields (source)->id;
  link.passage = telaah_passage_fields (passage)->id;
  if ((id = telaah_session_add_link (cli->session, &link, error)) == NULL)
    return FALSE;

  telaah_cli_print_line (cli, "id", id);
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
static gboolean
get_format (TelaahCli            *cli,
            TelaahOutlineFormat  *format,
            GError              **error)
{
  const char *output = cli->options.output != NULL ? cli->options.output : "";

  *format = cli->options.json ? TELAAH_OUTLINE_JSON : TELAAH_OUTLINE_TEXT;
  if (cli->options.handout != NULL && cli->options.format == NULL)
    *format = TELAAH_OUTLINE_PDF;

  if (cli->options.format != NULL)
    {
      if (telaah_outline_format_from_string (cli->options.format, format))
        return TRUE;

      g_set_error (error, TELAAH_USAGE_ERROR, 0,
                   _("“%s” is not a format. It is one of json, text, markdown, html, odt, docx, pdf, opml, csv, xlsx and "
                     "template."), cli->options.format);
      return FALSE;
    }

  /* The template's extension is that of JSON. */
  for (guint i = 0; i < TELAAH_OUTLINE_TEMPLATE && cli->options.handout == NULL; i++)
    {
      g_autofree char *ending = g_strconcat (".", telaah_outline_format_get_extension (i), NULL);

      if (g_str_has_suffix (output, ending))
        {
          *format = i;
          break;
        }
    }

  return TRUE;
}

static gboolean
get_handout (TelaahCli            *cli,
             TelaahOutlineFormat   format,
             TelaahHandout        *handout,
             GError              **error)
{
  *handout = TELAAH_HANDOUT_NONE;
  if (cli->options.handout == NULL)
    return TRUE;

  if (strcmp (cli->options.handout, "blank") == 0)
    *handout = TELAAH_HANDOUT_BLANK;
  else if (strcmp (cli->options.handout, "filled") == 0)
    *handout = TELAAH_HANDOUT_FILLED;
  else
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not a handout. It is blank or filled."), cli->options.handout);
      return FALSE;
    }

  if (format != TELAAH_OUTLINE_PDF)
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0, _("A handout is a PDF. Leave --format out, or give it pdf."));
      return FALSE;
    }

  return TRUE;
}

/* The document itself is the answer, not a list of results. */
gboolean
telaah_cli_write_out (TelaahCli  *cli,
                      GBytes     *bytes,
                      GError    **error)
{
  gsize size;
  const char *data = g_bytes_get_data (bytes, &size);

  cli->options.json = FALSE;
  if (cli->options.output != NULL && strcmp (cli->options.output, "-") != 0)
    return g_file_set_contents (cli->options.output, data, size, error);

  fwrite (data, 1, size, stdout);
  return TRUE;
}

static gboolean
is_binary (TelaahOutlineFormat format)
{
  return format == TELAAH_OUTLINE_ODT || format == TELAAH_OUTLINE_DOCX || format == TELAAH_OUTLINE_PDF ||
         format == TELAAH_OUTLINE_XLSX;
}

gboolean
telaah_cli_outline (TelaahCli  *cli,
                    GError    **error)
{
  TelaahOutlineExport options = { .columns = get_columns () };
  TelaahOutlineFormat format;
  g_autoptr(TelaahOutline) outline = NULL;
  g_autoptr(GBytes) bytes = NULL;

  if (!get_format (cli, &format, error) || !get_handout (cli, format, &options.handout, error))
    return FALSE;

  if (is_binary (format) && cli->options.output == NULL && isatty (STDOUT_FILENO))
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("This format is not for a terminal. Name a file with -o FILE."));
      return FALSE;
    }

  outline = telaah_session_dup_outline (cli->session);
  if (format != TELAAH_OUTLINE_JSON && format != TELAAH_OUTLINE_TEMPLATE &&
      !telaah_session_add_contexts (cli->session, outline, error))
    return FALSE;

  bytes = telaah_outline_export (outline, format, &options, error);
  return bytes != NULL && telaah_cli_write_out (cli, bytes, error);
}
