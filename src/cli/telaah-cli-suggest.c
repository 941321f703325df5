/* The verbs of telaah-cli that offer candidates for a theme, and refuse them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "session/telaah-candidates.h"

#define DEFAULT_LIMIT 10
#define QUOTED 100

/* The words that made it, as they stand in the text. */
static char **
dup_reasons (const TelaahCandidate *candidate,
             const TelaahText      *text)
{
  g_autoptr(GStrvBuilder) words = g_strv_builder_new ();

  for (guint i = 0; i < candidate->n_reasons; i++)
    {
      g_autofree char *word = telaah_text_dup_slice (text, candidate->reasons[i]);

      g_strv_builder_add (words, word);
    }

  return g_strv_builder_end (words);
}

static void
print_object (TelaahCli             *cli,
              const TelaahCandidate *candidate,
              char                 **reasons)
{
  JsonObject *object = json_object_new ();
  JsonArray *array = json_array_new ();

  telaah_cli_set (object, "source", candidate->source);
  json_object_set_int_member (object, "start", candidate->span.start);
  json_object_set_int_member (object, "end", candidate->span.end);
  telaah_cli_set (object, "quote", candidate->quote);
  json_object_set_double_member (object, "score", candidate->score);
  for (char **word = reasons; *word != NULL; word++)
    json_array_add_string_element (array, *word);
  json_object_set_array_member (object, "reasons", array);
  json_array_add_object_element (cli->results, object);
}

static gboolean
print_candidate (TelaahCli              *cli,
                 const TelaahCandidate  *candidate,
                 GError                **error)
{
  TelaahSource *source = telaah_session_find_source (cli->session, candidate->source);
  g_autoptr(TelaahText) text = telaah_session_dup_text (cli->session, candidate->source, error);
  g_auto(GStrv) reasons = NULL;
  g_autofree char *quote = NULL;
  g_autofree char *words = NULL;
  g_autofree char *line = NULL;

  if (text == NULL)
    return FALSE;

  reasons = dup_reasons (candidate, text);
  if (cli->options.json)
    {
      print_object (cli, candidate, reasons);
      return TRUE;
    }

  quote = telaah_cli_dup_line (candidate->quote, QUOTED);
  words = g_strjoinv (", ", reasons);
  line = telaah_cli_dup_line (words, TELAAH_CLI_WHOLE);
  g_print ("%.2f\t%s\t%u\t%u\t“%s”\t%s\n", candidate->score, telaah_source_get_name (source), candidate->span.start,
           candidate->span.end, quote, line);

  return TRUE;
}

/* The id of what --theme names, to free. */
static gboolean
find_theme (TelaahCli   *cli,
            char       **theme,
            GError     **error)
{
  TelaahTheme *item;

  if (cli->options.theme == NULL)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("Say which theme: --theme THEME."));
      return FALSE;
    }

  item = telaah_cli_find_theme (cli, cli->options.theme, error);
  *theme = item != NULL ? g_strdup (telaah_theme_fields (item)->id) : NULL;

  return item != NULL;
}

gboolean
telaah_cli_suggest (TelaahCli  *cli,
                    GError    **error)
{
  g_autofree char *theme = NULL;
  g_autofree char *id = NULL;
  g_autoptr(GPtrArray) found = NULL;

  if (cli->options.limit < 0)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("--limit takes a number above 0."));
      return FALSE;
    }
  if (!find_theme (cli, &theme, error))
    return FALSE;

  if (cli->options.source != NULL)
    {
      TelaahSource *source = telaah_cli_find_source (cli, cli->options.source, error);

      if (source == NULL)
        return FALSE;
      id = g_strdup (telaah_source_fields (source)->id);
    }

  found = telaah_session_suggest (cli->session, (const char *const[]) { theme, NULL }, id,
                                  cli->options.limit > 0 ? cli->options.limit : DEFAULT_LIMIT, error);
  for (guint i = 0; found != NULL && i < found->len; i++)
    if (!print_candidate (cli, found->pdata[i], error))
      return FALSE;

  return found != NULL;
}

/* Only whole sentences are offered: to refuse anything else would say nothing. */
static gboolean
check_sentence (TelaahCli   *cli,
                const char  *source,
                TelaahSpan   span,
                GError     **error)
{
  g_autoptr(GArray) sentences = telaah_session_dup_sentences (cli->session, source, error);

  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    {
      TelaahSpan sentence = g_array_index (sentences, TelaahSpan, i);

      if (sentence.start == span.start && sentence.end == span.end)
        return TRUE;
    }

  if (sentences != NULL)
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                 _("From %u to %u is no sentence. “telaah-cli suggest” names those that can be refused."),
                 span.start, span.end);
  return FALSE;
}

gboolean
telaah_cli_refuse (TelaahCli  *cli,
                   GError    **error)
{
  TelaahSource *source = telaah_cli_find_source (cli, cli->args[0], error);
  g_autofree char *id = source != NULL ? g_strdup (telaah_source_fields (source)->id) : NULL;
  g_autofree char *theme = NULL;
  TelaahSpan span = { 0, 0 };

  return source != NULL && find_theme (cli, &theme, error) &&
         telaah_cli_read_offset (cli->args[1], &span.start, error) &&
         telaah_cli_read_offset (cli->args[2], &span.end, error) &&
         (cli->options.undo || check_sentence (cli, id, span, error)) &&
         telaah_session_refuse (cli->session, (const char *const[]) { theme, NULL }, id, span, !cli->options.undo,
                                error);
}
