/* The verbs of telaah-cli that count words: frequencies and key words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli-list.h"
#include "formats/telaah-wrap.h"
#include "session/telaah-word-lists.h"

/* ---- Columns ---- */

/* A table for people: words in the first column, numbers in the others, two blanks between. */
typedef struct
{
  guint      n_columns;
  GPtrArray *cells;       /* char *, row by row */
} Table;

static void
put (Table *table,
     char  *cell)      /* taken */
{
  g_ptr_array_add (table->cells, cell);
}

static void
put_real (Table  *table,
          double  number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  put (table, g_strdup (g_ascii_formatd (text, sizeof text, "%.2f", number)));
}

static void
pad (GString *out,
     guint    used,
     guint    width)
{
  for (; used < width; used++)
    g_string_append_c (out, ' ');
}

static char *
table_to_text (Table *table)
{
  g_autofree guint *widths = g_new0 (guint, table->n_columns);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < table->cells->len; i++)
    widths[i % table->n_columns] = MAX (widths[i % table->n_columns], telaah_wrap_width (table->cells->pdata[i]));

  for (guint i = 0; i < table->cells->len; i++)
    {
      guint column = i % table->n_columns;
      const char *cell = table->cells->pdata[i];

      if (column > 0)
        {
          g_string_append (out, "  ");
          pad (out, telaah_wrap_width (cell), widths[column]);
        }
      g_string_append (out, cell);
      if (column == 0)
        pad (out, telaah_wrap_width (cell), widths[column]);
      if (column == table->n_columns - 1)
        g_string_append_c (out, '\n');
    }

  return g_string_free (out, FALSE);
}

static void
put_heads (Table             *table,
           const char *const *heads)
{
  for (guint i = 0; heads[i] != NULL; i++)
    put (table, g_strdup (_(heads[i])));
  table->n_columns = g_strv_length ((char **) heads);
}

/* ---- Frequencies ---- */

/* The ids that --source and --theme name. */
static gboolean
get_request (TelaahCli               *cli,
             TelaahFrequencyRequest  *request,
             GError                 **error)
{
  TelaahSource *source = NULL;
  TelaahTheme *theme = NULL;

  if (!telaah_cli_check_list (cli, error) ||
      (cli->options.source != NULL && (source = telaah_cli_find_source (cli, cli->options.source, error)) == NULL) ||
      (cli->options.theme != NULL && (theme = telaah_cli_find_theme (cli, cli->options.theme, error)) == NULL))
    return FALSE;

  *request = (TelaahFrequencyRequest) {
    .source = source != NULL ? telaah_source_fields (source)->id : NULL,
    .theme = theme != NULL ? telaah_theme_fields (theme)->id : NULL,
    .stems = cli->options.stems, .stop_words = cli->options.stop_words,
  };
  return TRUE;
}

static void
add_frequency (gconstpointer  item,
               JsonObject    *object)
{
  const TelaahFrequency *frequency = item;

  telaah_cli_set (object, "word", frequency->word);
  json_object_set_int_member (object, "count", frequency->count);
  json_object_set_int_member (object, "sources", frequency->n_sources);
  json_object_set_double_member (object, "perThousand", frequency->per_thousand);
}

static char *
dup_frequencies_text (TelaahCli *cli,
                      GPtrArray *list)
{
  static const char *const heads[] = { N_("Word"), N_("Count"), N_("Sources"), N_("Per Thousand Words"), NULL };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Table table = { .cells = cells };

  put_heads (&table, heads);
  for (guint i = 0; i < list->len; i++)
    {
      const TelaahFrequency *frequency = list->pdata[i];

      put (&table, g_strdup (frequency->word));
      put (&table, g_strdup_printf ("%u", frequency->count));
      put (&table, g_strdup_printf ("%u", frequency->n_sources));
      put_real (&table, frequency->per_thousand);
    }

  return table_to_text (&table);
}

static char *
dup_frequencies_csv (TelaahCli *cli,
                     GPtrArray *list)
{
  return telaah_frequencies_dup_csv (list);
}

gboolean
telaah_cli_frequencies (TelaahCli  *cli,
                        GError    **error)
{
  static const TelaahCliListKind kind = { add_frequency, dup_frequencies_csv, dup_frequencies_text };
  TelaahFrequencyRequest request;
  g_autoptr(GPtrArray) list = NULL;

  if (!get_request (cli, &request, error) ||
      (list = telaah_session_dup_frequencies (cli->session, &request, error)) == NULL)
    return FALSE;

  return telaah_cli_write_list (cli, list, &kind, error);
}

/* ---- Key words ---- */

static void
add_key_word (gconstpointer  item,
              JsonObject    *object)
{
  const TelaahKeyWord *word = item;

  telaah_cli_set (object, "word", word->word);
  json_object_set_int_member (object, "count", word->count);
  json_object_set_int_member (object, "rest", word->rest);
  json_object_set_double_member (object, "likelihood", word->likelihood);
  json_object_set_double_member (object, "ratio", word->ratio);
}

static char *
dup_key_words_text (TelaahCli *cli,
                    GPtrArray *list)
{
  static const char *const heads[] = {
    N_("Word"), N_("Count in Theme"), N_("Count in Rest"), N_("Log-Likelihood"), N_("Log Ratio"), NULL,
  };
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);
  Table table = { .cells = cells };

  put_heads (&table, heads);
  for (guint i = 0; i < list->len; i++)
    {
      const TelaahKeyWord *word = list->pdata[i];

      put (&table, g_strdup (word->word));
      put (&table, g_strdup_printf ("%u", word->count));
      put (&table, g_strdup_printf ("%u", word->rest));
      put_real (&table, word->likelihood);
      put_real (&table, word->ratio);
    }

  return table_to_text (&table);
}

static char *
dup_key_words_csv (TelaahCli *cli,
                   GPtrArray *list)
{
  return telaah_key_words_dup_csv (list);
}

gboolean
telaah_cli_key_words (TelaahCli  *cli,
                      GError    **error)
{
  static const TelaahCliListKind kind = { add_key_word, dup_key_words_csv, dup_key_words_text };
  TelaahFrequencyRequest request;
  g_autoptr(GPtrArray) list = NULL;

  if (cli->options.theme == NULL)
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0, _("Name the theme with --theme THEME."));
      return FALSE;
    }

  if (!get_request (cli, &request, error) ||
      (list = telaah_session_dup_key_words (cli->session, &request, error)) == NULL)
    return FALSE;

  return telaah_cli_write_list (cli, list, &kind, error);
}
