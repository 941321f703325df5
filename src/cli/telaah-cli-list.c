/* Lists that the command line tells people, programs and spreadsheets alike: text, JSON, CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli-list.h"

typedef enum
{
  FORMAT_TEXT,
  FORMAT_JSON,
  FORMAT_CSV,
} Format;

/* As asked; else by the name of the file; else for people. */
static gboolean
get_format (TelaahCli  *cli,
            Format     *format,
            GError    **error)
{
  static const char *const names[] = { "text", "json", "csv" };
  const char *output = cli->options.output != NULL ? cli->options.output : "";

  *format = cli->options.json || g_str_has_suffix (output, ".json") ? FORMAT_JSON
          : g_str_has_suffix (output, ".csv") ? FORMAT_CSV : FORMAT_TEXT;
  if (cli->options.format == NULL)
    return TRUE;

  for (*format = FORMAT_TEXT; *format <= FORMAT_CSV; (*format)++)
    if (strcmp (names[*format], cli->options.format) == 0)
      return TRUE;

  g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not a format. It is one of text, json and csv."),
               cli->options.format);
  return FALSE;
}

gboolean
telaah_cli_check_list (TelaahCli  *cli,
                       GError    **error)
{
  Format format;

  if (cli->options.limit >= 0)
    return get_format (cli, &format, error);

  g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("--limit is a number from 1 on."));
  return FALSE;
}

static char *
dup_json (GPtrArray               *list,
          const TelaahCliListKind *kind)
{
  g_autoptr(JsonNode) root = json_node_new (JSON_NODE_ARRAY);
  g_autofree char *text = NULL;
  JsonArray *array = json_array_sized_new (list->len);

  for (guint i = 0; i < list->len; i++)
    {
      JsonObject *object = json_object_new ();

      kind->add (list->pdata[i], object);
      json_array_add_object_element (array, object);
    }
  json_node_take_array (root, array);
  text = json_to_string (root, TRUE);

  return g_strconcat (text, "\n", NULL);
}

/**
 * telaah_cli_write_list:
 * @list: is shortened to what --limit says
 */
gboolean
telaah_cli_write_list (TelaahCli                *cli,
                       GPtrArray                *list,
                       const TelaahCliListKind  *kind,
                       GError                  **error)
{
  g_autoptr(GBytes) bytes = NULL;
  Format format;
  char *text;

  if (!get_format (cli, &format, error))
    return FALSE;

  if (cli->options.limit > 0 && list->len > (guint) cli->options.limit)
    g_ptr_array_set_size (list, cli->options.limit);

  text = format == FORMAT_CSV ? kind->dup_csv (cli, list)
       : format == FORMAT_JSON ? dup_json (list, kind) : kind->dup_text (cli, list);
  bytes = g_bytes_new_take (text, strlen (text));

  return telaah_cli_write_out (cli, bytes, error);
}
