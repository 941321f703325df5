/* The verb of telaah-cli that lists each place of a word in its line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli-list.h"
#include "formats/telaah-wrap.h"
#include "session/telaah-word-lists.h"

/* In characters, in columns, and in characters again. */
#define LONGEST_NAME 20
#define LONGEST_WORDS 40
#define MOST_CONTEXT 10000

static gboolean
get_order (TelaahCli               *cli,
           TelaahConcordanceOrder  *order,
           GError                 **error)
{
  static const char *const names[] = { "text", "left", "word", "right" };

  *order = TELAAH_CONCORDANCE_TEXT;
  for (guint i = 0; cli->options.order != NULL && i < G_N_ELEMENTS (names); i++)
    if (strcmp (names[i], cli->options.order) == 0)
      {
        *order = i;
        return TRUE;
      }

  if (cli->options.order == NULL)
    return TRUE;

  g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not an order. It is one of text, left, word and right."),
               cli->options.order);
  return FALSE;
}

static void
add_line (gconstpointer  item,
          JsonObject    *object)
{
  const TelaahConcordanceLine *line = item;

  telaah_cli_set (object, "source", line->hit->source);
  json_object_set_int_member (object, "start", line->hit->span.start);
  json_object_set_int_member (object, "end", line->hit->span.end);
  telaah_cli_set (object, "quote", line->hit->quote);
  telaah_cli_set (object, "level", telaah_level_to_string (line->hit->level));
  telaah_cli_set (object, "before", line->before);
  telaah_cli_set (object, "words", line->words);
  telaah_cli_set (object, "after", line->after);
}

/* The name of its source, short enough to leave room for the line. */
static char *
dup_name (TelaahCli                   *cli,
          const TelaahConcordanceLine *line)
{
  TelaahSource *source = telaah_session_find_source (cli->session, line->hit->source);

  return telaah_cli_dup_line (source != NULL ? telaah_source_get_name (source) : line->hit->source, LONGEST_NAME);
}

/* The widths of what stands in columns. */
typedef struct
{
  guint name;
  guint before;    /* with the blanks behind it */
  guint words;
} LineWidths;

/* What comes before the words sets them apart by two blanks, but for a mark that stands right before them. */
static char *
dup_before (const TelaahConcordanceLine *line)
{
  gboolean set_apart = line->before[0] == '\0' || g_str_has_suffix (line->before, " ");

  return g_strconcat (line->before, set_apart ? " " : "", NULL);
}

static LineWidths
measure_lines (TelaahCli *cli,
               GPtrArray *list)
{
  LineWidths widths = { 0 };

  for (guint i = 0; i < list->len; i++)
    {
      const TelaahConcordanceLine *line = list->pdata[i];
      g_autofree char *name = dup_name (cli, line), *before = dup_before (line);

      widths.name = MAX (widths.name, telaah_wrap_width (name));
      widths.before = MAX (widths.before, telaah_wrap_width (before));
      widths.words = MAX (widths.words, MIN (telaah_wrap_width (line->words), LONGEST_WORDS));
    }

  return widths;
}

/* Marks right behind the words stay with them. */
static void
append_line (GString                     *out,
             const TelaahConcordanceLine *line,
             const LineWidths            *widths)
{
  g_autofree char *before = dup_before (line);
  gsize n_marks = strcspn (line->after, " ");
  g_autofree char *words = g_strdup_printf ("%s%.*s ", line->words, (int) n_marks, line->after);

  for (guint used = telaah_wrap_width (before); used < widths->before; used++)
    g_string_append_c (out, ' ');
  g_string_append (out, before);
  telaah_wrap_pad (out, words, widths->words + 1);
  g_string_append (out, line->after + n_marks);
}

/* The words stand below each other, whatever is wide in what comes before them. */
static char *
dup_text (TelaahCli *cli,
          GPtrArray *list)
{
  GString *out = g_string_new (NULL);
  LineWidths widths = measure_lines (cli, list);

  for (guint i = 0; i < list->len; i++)
    {
      g_autofree char *name = dup_name (cli, list->pdata[i]);

      telaah_wrap_pad (out, name, widths.name);
      g_string_append (out, "  ");
      append_line (out, list->pdata[i], &widths);
      while (out->str[out->len - 1] == ' ')
        g_string_truncate (out, out->len - 1);
      g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

/* A limit is of the sorted lines. */
static GPtrArray *
find_lines (TelaahCli  *cli,
            GError    **error)
{
  TelaahSearchRequest request;
  TelaahConcordanceOrder order;
  GPtrArray *list;

  if (!telaah_cli_read_search (cli, cli->args[0], &request, error) || !get_order (cli, &order, error))
    return NULL;

  if (cli->options.context < 0 || cli->options.context > MOST_CONTEXT)
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0, _("--context is a number from 0 to %d."), MOST_CONTEXT);
      return NULL;
    }

  if (order != TELAAH_CONCORDANCE_TEXT)
    request.limit = 0;
  list = telaah_session_dup_concordance (cli->session, &request, order, cli->options.context, error);
  if (list == NULL && error != NULL && g_error_matches (*error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
    (*error)->domain = TELAAH_USAGE_ERROR;

  return list;
}

static char *
dup_csv (TelaahCli *cli,
         GPtrArray *list)
{
  return telaah_concordance_dup_csv (cli->session, list);
}

gboolean
telaah_cli_concordance (TelaahCli  *cli,
                        GError    **error)
{
  static const TelaahCliListKind kind = { add_line, dup_csv, dup_text };
  g_autoptr(GPtrArray) list = NULL;

  if (!telaah_cli_check_list (cli, error) || (list = find_lines (cli, error)) == NULL)
    return FALSE;

  return telaah_cli_write_list (cli, list, &kind, error);
}
