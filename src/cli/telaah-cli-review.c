/* The verbs of telaah-cli that give a source another text, and place the passages that lost their words by it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

#define QUOTED 60

/* Null where no place was found. */
static JsonNode *
candidate_node_new (const TelaahPassageFields *f,
                    const char                *words)
{
  JsonObject *object;

  if (words == NULL)
    return json_node_new (JSON_NODE_NULL);

  object = json_object_new ();
  json_object_set_int_member (object, "start", f->candidate.start);
  json_object_set_int_member (object, "end", f->candidate.end);
  telaah_cli_set (object, "quote", words);
  return json_node_init_object (json_node_alloc (), g_steal_pointer (&object));
}

/* @array: what it is added to, NULL: a line for people */
static gboolean
print_lost (TelaahCli      *cli,
            TelaahPassage  *passage,
            JsonArray      *array,
            GError        **error)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autoptr(TelaahText) text = telaah_session_dup_text (cli->session, f->source, error);
  g_autofree char *words = NULL;
  JsonObject *object;

  if (text == NULL)
    return FALSE;
  if (f->candidate.start < f->candidate.end && f->candidate.end <= telaah_text_get_characters (text))
    words = telaah_text_dup_slice (text, f->candidate);

  if (array == NULL)
    {
      g_autofree char *quote = telaah_cli_dup_line (f->quote, QUOTED);
      g_autofree char *candidate = telaah_cli_dup_line (words != NULL ? words : "", QUOTED);

      if (words != NULL)
        g_print ("%s\t“%s”\t%u\t%u\t“%s”\n", f->id, quote, f->candidate.start, f->candidate.end, candidate);
      else
        g_print ("%s\t“%s”\n", f->id, quote);
      return TRUE;
    }

  object = json_object_new ();
  telaah_cli_set (object, "passage", f->id);
  telaah_cli_set (object, "source", f->source);
  telaah_cli_set (object, "quote", f->quote);
  json_object_set_member (object, "candidate", candidate_node_new (f, words));
  json_array_add_object_element (array, object);
  return TRUE;
}

static gboolean
print_replaced (TelaahCli       *cli,
                TelaahReplaced  *replaced,
                GError         **error)
{
  JsonArray *review = cli->options.json ? json_array_new () : NULL;
  gboolean done = TRUE;

  if (!cli->options.json)
    g_print (_("%u moved, %u unchanged, %u to review\n"), replaced->moved, replaced->unchanged, replaced->review->len);

  for (guint i = 0; done && i < replaced->review->len; i++)
    done = print_lost (cli, telaah_session_find_passage (cli->session, replaced->review->pdata[i]), review, error);

  if (!cli->options.json)
    return done;

  cli->result = json_object_new ();
  json_object_set_int_member (cli->result, "moved", replaced->moved);
  json_object_set_int_member (cli->result, "unchanged", replaced->unchanged);
  json_object_set_array_member (cli->result, "review", review);
  return done;
}

gboolean
telaah_cli_replace_text (TelaahCli  *cli,
                         GError    **error)
{
  TelaahSource *source = telaah_cli_find_source (cli, cli->args[0], error);
  g_autofree char *id = source != NULL ? g_strdup (telaah_source_fields (source)->id) : NULL;
  g_autoptr(GFile) file = g_file_new_for_commandline_arg (cli->args[1]);
  g_autoptr(TelaahDocument) document = id != NULL ? telaah_document_read (file, NULL, error) : NULL;
  TelaahReplaced replaced = { 0 };
  gboolean done;

  if (document == NULL ||
      !telaah_session_replace_text (cli->session, id, document->text, NULL, &replaced, error))
    return FALSE;

  done = print_replaced (cli, &replaced, error);
  telaah_replaced_clear (&replaced);
  return done;
}

gboolean
telaah_cli_review (TelaahCli  *cli,
                   GError    **error)
{
  GListModel *review = telaah_session_get_review (cli->session);
  TelaahSource *only = NULL;

  if (cli->options.source != NULL && (only = telaah_cli_find_source (cli, cli->options.source, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (review, i);

      if ((only == NULL || g_str_equal (telaah_source_fields (only)->id, telaah_passage_fields (passage)->source)) &&
          !print_lost (cli, passage, cli->options.json ? cli->results : NULL, error))
        return FALSE;
    }

  return TRUE;
}

gboolean
telaah_cli_place (TelaahCli  *cli,
                  GError    **error)
{
  TelaahPassage *passage = telaah_cli_find_passage (cli, cli->args[0], error);
  g_autofree char *id = passage != NULL ? g_strdup (telaah_passage_fields (passage)->id) : NULL;
  const char *const ids[] = { id, NULL };
  TelaahSpan span;

  if (id == NULL)
    return FALSE;

  if (cli->n_args == 2)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("place takes PASSAGE, or PASSAGE START END."));
      return FALSE;
    }

  if (cli->n_args == 1 ? !telaah_session_accept_candidates (cli->session, ids, error)
                       : !telaah_cli_read_offset (cli->args[1], &span.start, error) ||
                           !telaah_cli_read_offset (cli->args[2], &span.end, error) ||
                           !telaah_session_move_passage (cli->session, id, span, error))
    return FALSE;

  if (cli->options.json)
    telaah_cli_print_passage (cli, telaah_session_find_passage (cli->session, id), FALSE);
  return TRUE;
}
