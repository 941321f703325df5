/* The verbs of telaah-cli on what a text is made of: sentences, headings, clutter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "text/telaah-structure.h"

/* How much of a stretch a line for people tells. */
#define QUOTED 80

/* ---- Printing ---- */

static JsonObject *
span_object_new (const char *source,
                 TelaahSpan  span)
{
  JsonObject *object = json_object_new ();

  telaah_cli_set (object, "source", source);
  json_object_set_int_member (object, "start", span.start);
  json_object_set_int_member (object, "end", span.end);

  return object;
}

static void
print_sentence (TelaahCli  *cli,
                const char *source,
                TelaahText *text,
                TelaahSpan  span)
{
  g_autofree char *quote = telaah_text_dup_slice (text, span);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *line = telaah_cli_dup_line (quote, TELAAH_CLI_WHOLE);

      g_print ("%s\t%u\t%u\t%s\n", source, span.start, span.end, line);
      return;
    }

  object = span_object_new (source, span);
  telaah_cli_set (object, "quote", quote);
  json_array_add_object_element (cli->results, object);
}

static void
print_section (TelaahCli  *cli,
               TelaahMark *mark,
               TelaahText *text)
{
  const TelaahMarkFields *f = telaah_mark_fields (mark);
  g_autofree char *words = telaah_text_dup_slice (text, f->span);
  g_autofree char *title = telaah_cli_dup_line (words, TELAAH_CLI_WHOLE);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_print ("%s\t%u\t%u\t%*s%s\n", f->source, f->span.start, f->span.end, (int) (f->level - 1) * 2, "", title);
      return;
    }

  object = span_object_new (f->source, f->span);
  json_object_set_int_member (object, "level", f->level);
  telaah_cli_set (object, "title", title);
  json_array_add_object_element (cli->results, object);
}

static void
print_mark (TelaahCli  *cli,
            TelaahMark *mark,
            TelaahText *text)
{
  const TelaahMarkFields *f = telaah_mark_fields (mark);
  g_autofree char *quote = telaah_text_dup_slice (text, f->span);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *line = telaah_cli_dup_line (quote, QUOTED);

      g_print ("%s\t%s\t%u\t%u\t%s\t%s\t%s\t%s\n", f->id, f->source, f->span.start, f->span.end,
               telaah_mark_kind_to_string (f->kind), telaah_mark_state_to_string (f->state),
               f->reason != NULL ? telaah_mark_reason_get_label (f->reason) : "", line);
      return;
    }

  object = span_object_new (f->source, f->span);
  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "kind", telaah_mark_kind_to_string (f->kind));
  if (f->kind == TELAAH_MARK_HEADING)
    json_object_set_int_member (object, "level", f->level);
  telaah_cli_set (object, "reason", f->reason);
  telaah_cli_set (object, "state", telaah_mark_state_to_string (f->state));
  telaah_cli_set (object, "quote", quote);
  json_array_add_object_element (cli->results, object);
}

/* ---- Listing ---- */

typedef gboolean (*PrintSource) (TelaahCli *cli, const char *source, TelaahText *text, GError **error);

static gboolean
for_each_source (TelaahCli    *cli,
                 PrintSource   print,
                 GError      **error)
{
  g_autoptr(GPtrArray) sources = telaah_cli_dup_sources (cli, error);

  for (guint i = 0; sources != NULL && i < sources->len; i++)
    {
      g_autoptr(TelaahText) text = telaah_session_dup_text (cli->session, sources->pdata[i], error);

      if (text == NULL || !print (cli, sources->pdata[i], text, error))
        return FALSE;
    }

  return sources != NULL;
}

static gboolean
print_sentences (TelaahCli   *cli,
                 const char  *source,
                 TelaahText  *text,
                 GError     **error)
{
  g_autoptr(GArray) sentences = telaah_session_dup_sentences (cli->session, source, error);

  for (guint i = 0; sentences != NULL && i < sentences->len; i++)
    print_sentence (cli, source, text, g_array_index (sentences, TelaahSpan, i));

  return sentences != NULL;
}

gboolean
telaah_cli_sentences (TelaahCli  *cli,
                      GError    **error)
{
  return for_each_source (cli, print_sentences, error);
}

static gboolean
print_sections (TelaahCli   *cli,
                const char  *source,
                TelaahText  *text,
                GError     **error)
{
  GListModel *marks;

  if (!telaah_session_load_marks (cli->session, source, error))
    return FALSE;

  marks = telaah_session_get_marks (cli->session, source);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);

      if (f->kind == TELAAH_MARK_HEADING && f->state != TELAAH_MARK_REFUSED)
        print_section (cli, mark, text);
    }

  return TRUE;
}

gboolean
telaah_cli_sections (TelaahCli  *cli,
                     GError    **error)
{
  return for_each_source (cli, print_sections, error);
}

static gboolean
read_kind (const char      *string,
           TelaahMarkKind  *kind,
           GError         **error)
{
  if (telaah_mark_kind_from_string (string, kind))
    return TRUE;

  g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not a kind of mark. It is clutter or heading."), string);
  return FALSE;
}

static gboolean
print_marks (TelaahCli   *cli,
             const char  *source,
             TelaahText  *text,
             GError     **error)
{
  GListModel *marks;
  TelaahMarkKind kind;

  if ((cli->options.kind != NULL && !read_kind (cli->options.kind, &kind, error)) ||
      !telaah_session_load_marks (cli->session, source, error))
    return FALSE;

  marks = telaah_session_get_marks (cli->session, source);
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);

      if (cli->options.kind == NULL || telaah_mark_fields (mark)->kind == kind)
        print_mark (cli, mark, text);
    }

  return TRUE;
}

gboolean
telaah_cli_marks (TelaahCli  *cli,
                  GError    **error)
{
  return for_each_source (cli, print_marks, error);
}

/* ---- Marking ---- */

static TelaahMark *
find_mark (TelaahCli  *cli,
           const char *source,
           const char *id)
{
  GListModel *marks = telaah_session_get_marks (cli->session, source);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);

      if (strcmp (telaah_mark_fields (mark)->id, id) == 0)
        return mark;
    }

  return NULL;
}

gboolean
telaah_cli_mark (TelaahCli  *cli,
                 GError    **error)
{
  TelaahSource *source;
  TelaahMarkKind kind;
  TelaahSpan span;
  g_autofree char *id = NULL, *of = NULL;
  g_autoptr(TelaahText) text = NULL;

  if (!telaah_cli_read_offset (cli->args[1], &span.start, error) ||
      !telaah_cli_read_offset (cli->args[2], &span.end, error) || !read_kind (cli->args[3], &kind, error) ||
      (source = telaah_cli_find_source (cli, cli->args[0], error)) == NULL)
    return FALSE;

  if (cli->options.level == TELAAH_CLI_NO_LEVEL)
    cli->options.level = 0;
  else if (cli->options.level < 1 || cli->options.level > 6)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("--level takes a number from 1 to 6."));
      return FALSE;
    }

  of = g_strdup (telaah_source_fields (source)->id);
  id = telaah_session_add_mark (cli->session, of, span, kind, cli->options.level, error);
  if (id == NULL || (text = telaah_session_dup_text (cli->session, of, error)) == NULL)
    return FALSE;

  if (cli->options.json)
    print_mark (cli, find_mark (cli, of, id), text);
  else
    g_print ("%s\n", id);
  return TRUE;
}

gboolean
telaah_cli_unmark (TelaahCli  *cli,
                   GError    **error)
{
  TelaahSource *source;
  TelaahMarkKind kind;
  TelaahSpan span = { 0, 0 };

  if (cli->n_args == 1)
    return telaah_session_remove_mark (cli->session, cli->args[0], error);

  if (cli->n_args == 2)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("unmark takes SOURCE START END [KIND], or the id of a mark."));
      return FALSE;
    }

  return telaah_cli_read_offset (cli->args[1], &span.start, error) &&
         telaah_cli_read_offset (cli->args[2], &span.end, error) &&
         (cli->n_args < 4 || read_kind (cli->args[3], &kind, error)) &&
         (source = telaah_cli_find_source (cli, cli->args[0], error)) != NULL &&
         telaah_session_clear_marks (cli->session, telaah_source_fields (source)->id, span,
                                     cli->n_args == 4 ? &kind : NULL, error);
}
