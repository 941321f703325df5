/* The verb of telaah-cli that tags what a search finds, as one step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "session/telaah-hit-spans.h"

static gboolean
read_unit (TelaahCli   *cli,
           TelaahUnit  *unit,
           GError     **error)
{
  const char *name = cli->options.unit;

  *unit = TELAAH_UNIT_SENTENCE;
  if (name == NULL || telaah_unit_from_string (name, unit))
    return TRUE;

  g_set_error (error, TELAAH_USAGE_ERROR, 0,
               _("“%s” is not what can be tagged. It is one of hit, sentence and paragraph."), name);
  return FALSE;
}

/* The id of --theme. */
static char *
dup_theme (TelaahCli  *cli,
           GError    **error)
{
  TelaahTheme *theme;

  if (cli->options.theme == NULL)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("Say what to tag with: --theme THEME."));
      return NULL;
    }

  theme = telaah_cli_find_theme (cli, cli->options.theme, error);

  return theme != NULL ? g_strdup (telaah_theme_fields (theme)->id) : NULL;
}

/* NULL also where the search was cut short: half of it is not what was asked for. */
static GPtrArray *
dup_hits (TelaahCli  *cli,
          GError    **error)
{
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) problem = NULL;
  TelaahSearchRequest request;

  if (!telaah_cli_read_search (cli, cli->args[0], &request, error))
    return NULL;

  request.scope = TELAAH_SCOPE_TEXT;
  hits = telaah_session_search (cli->session, &request, NULL, &problem);
  if (problem == NULL)
    return g_steal_pointer (&hits);

  if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    problem->domain = TELAAH_USAGE_ERROR;
  g_propagate_error (error, g_steal_pointer (&problem));
  return NULL;
}

/* What would be tagged, and what needs not. */
static gboolean
print_span (TelaahCli            *cli,
            const TelaahHitSpan  *span,
            GError              **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (cli->session, span->source, error);
  g_autofree char *quote = NULL;
  JsonObject *object;

  if (text == NULL)
    return FALSE;

  quote = telaah_text_dup_slice (text, span->span);
  if (!cli->options.json)
    {
      g_autofree char *line = telaah_cli_dup_line (quote, TELAAH_CLI_WHOLE);

      g_print ("%s\t%u\t%u\t%s\t%s\n", span->source, span->span.start, span->span.end,
               span->tagged ? _("tagged already") : "", line);
      return TRUE;
    }

  object = json_object_new ();
  telaah_cli_set (object, "source", span->source);
  json_object_set_int_member (object, "start", span->span.start);
  json_object_set_int_member (object, "end", span->span.end);
  telaah_cli_set (object, "quote", quote);
  json_object_set_boolean_member (object, "tagged", span->tagged);
  json_array_add_object_element (cli->results, object);
  return TRUE;
}

static gboolean
tag_spans (TelaahCli   *cli,
           GPtrArray   *spans,
           const char  *theme,
           GError     **error)
{
  const char *const themes[] = { theme, NULL };
  g_autoptr(GArray) taggings = g_array_new (FALSE, TRUE, sizeof (TelaahTagging));
  g_autoptr(GPtrArray) ids = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const TelaahHitSpan *span = spans->pdata[i];
      TelaahTagging tagging = {
        .source = span->source, .span = span->span, .themes = themes, .note = cli->options.note,
        .coder = cli->options.coder,
      };

      if (!span->tagged)
        g_array_append_val (taggings, tagging);
    }

  /* Nothing done is no step to undo. */
  if (taggings->len == 0)
    return TRUE;

  ids = telaah_session_tag_all (cli->session, (const TelaahTagging *) taggings->data, taggings->len, error);
  for (guint i = 0; ids != NULL && i < ids->len; i++)
    telaah_cli_print_passage (cli, telaah_session_find_passage (cli->session, ids->pdata[i]), TRUE);

  return ids != NULL;
}

/* A heading is neither sentence nor paragraph. */
static void
drop_headings (GPtrArray *spans)
{
  for (guint i = spans->len; i > 0; i--)
    if (((const TelaahHitSpan *) spans->pdata[i - 1])->heading)
      g_ptr_array_remove_index (spans, i - 1);
}

gboolean
telaah_cli_tag_hits (TelaahCli  *cli,
                     GError    **error)
{
  g_autofree char *theme = NULL;
  g_autoptr(GPtrArray) hits = NULL, spans = NULL;
  TelaahUnit unit;
  gboolean done = TRUE;

  if (!read_unit (cli, &unit, error) || (theme = dup_theme (cli, error)) == NULL ||
      (hits = dup_hits (cli, error)) == NULL ||
      (spans = telaah_session_dup_hit_spans (cli->session, hits, unit, theme, error)) == NULL)
    return FALSE;

  drop_headings (spans);
  if (!cli->options.dry_run)
    return tag_spans (cli, spans, theme, error);

  for (guint i = 0; done && i < spans->len; i++)
    done = print_span (cli, spans->pdata[i], error);

  return done;
}
