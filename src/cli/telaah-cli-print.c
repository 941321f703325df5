/* Prints the items of a project: a line each for people, an object each for --json.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

/* @value NULL: null */
void
telaah_cli_set (JsonObject *object,
                const char *key,
                const char *value)
{
  if (value != NULL)
    json_object_set_string_member (object, key, value);
  else
    json_object_set_null_member (object, key);
}

/* One line, whatever is in it. */
char *
telaah_cli_dup_line (const char *text,
                     guint       longest)
{
  return g_strdelimit (telaah_text_dup_start (text, longest), "\n\r\t", ' ');
}

static JsonObject *
attributes_new (TelaahCli  *cli,
                const char *source)
{
  g_autoptr(GPtrArray) pairs = telaah_session_dup_attributes (cli->session, source);
  JsonObject *object = json_object_new ();

  for (guint i = 0; i + 1 < pairs->len; i += 2)
    telaah_cli_set (object, pairs->pdata[i], pairs->pdata[i + 1]);

  return object;
}

void
telaah_cli_print_source (TelaahCli    *cli,
                         TelaahSource *source)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *name = telaah_cli_dup_line (telaah_source_get_name (source), TELAAH_CLI_WHOLE);

      g_print ("%s\t%u\t%s\n", f->id, f->characters, name);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "fileName", f->file_name);
  telaah_cli_set (object, "title", f->title);
  telaah_cli_set (object, "author", f->author);
  telaah_cli_set (object, "publisher", f->publisher);
  telaah_cli_set (object, "date", f->date);
  telaah_cli_set (object, "url", f->url);
  telaah_cli_set (object, "language", f->language);
  telaah_cli_set (object, "medium", f->medium);
  telaah_cli_set (object, "container", f->container);
  telaah_cli_set (object, "volume", f->volume);
  telaah_cli_set (object, "issue", f->issue);
  telaah_cli_set (object, "pages", f->pages);
  telaah_cli_set (object, "doi", f->doi);
  telaah_cli_set (object, "accessed", f->accessed);
  telaah_cli_set (object, "reading", f->reading);
  json_object_set_object_member (object, "attributes", attributes_new (cli, f->id));
  json_object_set_int_member (object, "characters", f->characters);
  telaah_cli_set (object, "sha256", f->sha256);
  json_array_add_object_element (cli->results, object);
}

/* @source: whose passages are counted, NULL for all */
void
telaah_cli_print_theme (TelaahCli   *cli,
                        TelaahTheme *theme,
                        const char  *source)
{
  const TelaahThemeFields *f = telaah_theme_fields (theme);
  guint n = telaah_session_count (cli->session, f->id, source);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *name = telaah_cli_dup_line (f->name, TELAAH_CLI_WHOLE);

      g_print ("%s\t%u\t%*s%s\n", f->id, n, (int) f->depth * 2, "", name);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "name", f->name);
  telaah_cli_set (object, "parent", f->parent);
  telaah_cli_set (object, "color", f->color);
  telaah_cli_set (object, "description", f->description);
  json_object_set_int_member (object, "passages", n);
  json_array_add_object_element (cli->results, object);
}

static JsonArray *
strings_new (const char *const *strings)
{
  JsonArray *array = json_array_new ();

  for (; *strings != NULL; strings++)
    json_array_add_string_element (array, *strings);

  return array;
}

static JsonArray *
notes_new (TelaahPassage *passage)
{
  GPtrArray *notes = telaah_passage_get_notes (passage);
  JsonArray *array = json_array_new ();

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    json_array_add_string_element (array, telaah_note_fields (notes->pdata[i])->text);

  return array;
}

static JsonObject *
passage_object_new (TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  JsonObject *object = json_object_new ();

  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "source", f->source);
  json_object_set_int_member (object, "start", f->span.start);
  json_object_set_int_member (object, "end", f->span.end);
  telaah_cli_set (object, "quote", f->quote);
  json_object_set_array_member (object, "themes", strings_new (f->themes));
  telaah_cli_set (object, "coder", f->coder);
  telaah_cli_set (object, "created", f->created);
  json_object_set_array_member (object, "notes", notes_new (passage));

  return object;
}

/* @only_id: what a script wants that has just made it. */
void
telaah_cli_print_passage (TelaahCli     *cli,
                          TelaahPassage *passage,
                          gboolean       only_id)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autoptr(GString) themes = g_string_new (NULL);
  g_autofree char *quote = NULL, *name = NULL;

  if (cli->options.json)
    {
      json_array_add_object_element (cli->results, passage_object_new (passage));
      return;
    }

  if (only_id)
    {
      g_print ("%s\n", f->id);
      return;
    }

  for (guint i = 0; f->themes[i] != NULL; i++)
    g_string_append_printf (themes, "%s%s", i > 0 ? ", " : "",
                            telaah_theme_fields (telaah_session_find_theme (cli->session, f->themes[i]))->name);
  g_strdelimit (themes->str, "\n\r\t", ' ');
  quote = telaah_cli_dup_line (f->quote, 60);
  name = telaah_cli_dup_line (telaah_source_get_name (telaah_session_find_source (cli->session, f->source)),
                              TELAAH_CLI_WHOLE);
  g_print ("%s\t%s\t%u\t%u\t%s\t“%s”\n", f->id, name, f->span.start, f->span.end, themes->str, quote);
}

static JsonArray *
themes_new (TelaahPoint *point)
{
  g_auto(GStrv) ids = telaah_point_dup_themes (point);
  JsonArray *themes = json_array_new ();

  for (char **id = ids; *id != NULL; id++)
    json_array_add_string_element (themes, *id);

  return themes;
}

void
telaah_cli_print_point (TelaahCli   *cli,
                        TelaahPoint *point)
{
  const TelaahPointFields *f = telaah_point_fields (point);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_print ("%s\n", f->id);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "title", f->title);
  telaah_cli_set (object, "theme", f->theme);
  json_object_set_array_member (object, "themes", themes_new (point));
  telaah_cli_set (object, "parent", f->parent);
  telaah_cli_set (object, "question", f->question);
  telaah_cli_set (object, "coder", f->coder);
  telaah_cli_set (object, "attribute", f->attribute);
  telaah_cli_set (object, "value", f->value);
  telaah_cli_set (object, "similarities", f->similarities);
  telaah_cli_set (object, "differences", f->differences);
  json_array_add_object_element (cli->results, object);
}

void
telaah_cli_print_cell (TelaahCli  *cli,
                       TelaahCell *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  JsonObject *object;
  JsonArray *passages;

  if (!cli->options.json)
    {
      g_autofree char *summary = f->summary != NULL ? telaah_cli_dup_line (f->summary, 200) : g_strdup ("");

      g_print ("%s\t%u\t%s\n", telaah_status_to_string (f->status), evidence->len, summary);
      return;
    }

  object = json_object_new ();
  passages = json_array_new ();
  for (guint i = 0; i < evidence->len; i++)
    json_array_add_string_element (passages, telaah_passage_fields (evidence->pdata[i])->id);
  telaah_cli_set (object, "point", f->point);
  telaah_cli_set (object, "source", f->source);
  telaah_cli_set (object, "status", telaah_status_to_string (f->status));
  telaah_cli_set (object, "proposal", f->proposes ? telaah_status_to_string (f->proposal) : NULL);
  telaah_cli_set (object, "summary", f->summary);
  telaah_cli_set (object, "translation", f->translation);
  json_object_set_boolean_member (object, "stale", telaah_cell_is_stale (cell));
  json_object_set_array_member (object, "evidence", passages);
  json_array_add_object_element (cli->results, object);
}

void
telaah_cli_print_history (TelaahCli                *cli,
                          const TelaahJournalEntry *entry)
{
  JsonObject *object;

  if (!cli->options.json)
    {
      g_print ("%" G_GINT64_FORMAT "\t%s\t%s\t%s%s\n", entry->seq, entry->time, entry->coder,
               telaah_verb_get_label (entry->verb), entry->undone ? _(" (undone)") : "");
      return;
    }

  object = json_object_new ();
  json_object_set_int_member (object, "seq", entry->seq);
  telaah_cli_set (object, "time", entry->time);
  telaah_cli_set (object, "coder", entry->coder);
  telaah_cli_set (object, "verb", entry->verb);
  json_object_set_boolean_member (object, "undone", entry->undone);
  json_array_add_object_element (cli->results, object);
}

void
telaah_cli_print_line (TelaahCli  *cli,
                       const char *key,
                       const char *line)
{
  JsonObject *object;

  if (!cli->options.json)
    {
      g_print ("%s\n", line);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, key, line);
  json_array_add_object_element (cli->results, object);
}
