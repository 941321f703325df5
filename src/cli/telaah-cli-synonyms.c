/* The verbs of telaah-cli on words that count as one in a search.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "model/telaah-id.h"

/* A beginning of an id that no word is like. */
#define SHORTEST_ID 8

/* NULL: there is none of that id, or beginning of one. */
static TelaahSynonyms *
find_group (TelaahCli  *cli,
            const char *name)
{
  GListModel *groups = telaah_session_get_synonyms (cli->session);
  TelaahSynonyms *found = NULL;

  for (guint i = 0; strlen (name) >= SHORTEST_ID && i < g_list_model_get_n_items (groups); i++)
    {
      /* The list keeps it. */
      g_autoptr(TelaahSynonyms) group = g_list_model_get_item (groups, i);

      if (!g_str_has_prefix (telaah_synonyms_fields (group)->id, name))
        continue;
      if (found != NULL)
        return NULL;
      found = group;
    }

  return found;
}

static void
print_group (TelaahCli      *cli,
             TelaahSynonyms *group)
{
  const TelaahSynonymsFields *f = telaah_synonyms_fields (group);
  g_auto(GStrv) words = g_strsplit (f->words, "\n", -1);
  JsonObject *object;
  JsonArray *array;

  if (!cli->options.json)
    {
      g_autofree char *line = g_strjoinv (", ", words);

      g_print ("%s\t%s\n", f->id, line);
      return;
    }

  object = json_object_new ();
  array = json_array_new ();
  telaah_cli_set (object, "id", f->id);
  for (char **word = words; *word != NULL; word++)
    json_array_add_string_element (array, *word);
  json_object_set_array_member (object, "words", array);
  json_array_add_object_element (cli->results, object);
}

gboolean
telaah_cli_synonyms (TelaahCli  *cli,
                     GError    **error)
{
  GListModel *groups = telaah_session_get_synonyms (cli->session);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(TelaahSynonyms) group = g_list_model_get_item (groups, i);

      print_group (cli, group);
    }

  return TRUE;
}

/* The first argument is a group where there is one of that id; then the words are all that it has from now on. */
gboolean
telaah_cli_set_synonyms (TelaahCli  *cli,
                         GError    **error)
{
  TelaahSynonyms *group = find_group (cli, cli->args[0]);
  g_autofree char *id = group != NULL ? g_strdup (telaah_synonyms_fields (group)->id) : NULL;
  g_autofree char *words = g_strjoinv ("\n", cli->args + (group != NULL));
  g_autofree char *set = NULL;

  if (group == NULL && telaah_id_is_valid (cli->args[0]))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                   _("“%s” is none of the groups of synonyms. See “telaah-cli synonyms”."), cli->args[0]);
      return FALSE;
    }

  if (cli->n_args == 2 && group != NULL && strpbrk (cli->args[1], ",;\n") == NULL)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0,
                           _("A group has two words at least; without any it is removed."));
      return FALSE;
    }

  if ((set = telaah_session_set_synonyms (cli->session, id, words, error)) == NULL)
    return FALSE;

  if ((group = find_group (cli, set)) != NULL)
    print_group (cli, group);
  return TRUE;
}
