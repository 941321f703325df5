/* The verbs of telaah-cli that look for words, and the index that makes that quick.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"
#include "formats/telaah-wrap.h"

/* Of the sentence around a hit, in a line for people. */
#define SHOWN 110

/* ---- What is asked for ---- */

static gboolean
read_level (const char         *name,
            TelaahSearchFlags  *flags,
            GError            **error)
{
  static const struct
  {
    const char        *name;
    TelaahSearchFlags  flags;
  } levels[] = {
    { "exact", 0 },
    { "fold", TELAAH_SEARCH_FOLD },
    { "stem", TELAAH_SEARCH_FOLD | TELAAH_SEARCH_STEM },
    { "fuzzy", TELAAH_SEARCH_FOLD | TELAAH_SEARCH_STEM | TELAAH_SEARCH_FUZZY },
  };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    if (strcmp (name != NULL ? name : "stem", levels[i].name) == 0)
      {
        *flags |= levels[i].flags;
        return TRUE;
      }

  g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not a level. It is one of exact, fold, stem and fuzzy."), name);
  return FALSE;
}

static gboolean
read_scope (const char         *name,
            TelaahSearchScope  *scope,
            GError            **error)
{
  static const struct
  {
    const char        *name;
    TelaahSearchScope  scope;
  } scopes[] = {
    { "text", TELAAH_SCOPE_TEXT },
    { "notes", TELAAH_SCOPE_NOTES },
    { "summaries", TELAAH_SCOPE_SUMMARIES },
    { "all", TELAAH_SCOPE_ALL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (strcmp (name != NULL ? name : "text", scopes[i].name) == 0)
      {
        *scope = scopes[i].scope;
        return TRUE;
      }

  g_set_error (error, TELAAH_USAGE_ERROR, 0,
               _("“%s” is not a place to search. It is one of text, notes, summaries and all."), name);
  return FALSE;
}

/**
 * telaah_cli_read_search:
 * @words: kept by the caller, as the options are
 *
 * Reads the options that verbs of searching share.
 */
gboolean
telaah_cli_read_search (TelaahCli            *cli,
                        const char           *words,
                        TelaahSearchRequest  *request,
                        GError              **error)
{
  const TelaahCliOptions *o = &cli->options;
  TelaahSource *source;

  *request = (TelaahSearchRequest) { .words = words };
  if (!read_level (o->search_level, &request->flags, error) || !read_scope (o->place, &request->scope, error))
    return FALSE;

  if (o->limit < 0 || (o->whole_word && o->parts))
    {
      g_set_error_literal (error, TELAAH_USAGE_ERROR, 0,
                           o->limit < 0 ? _("--limit is a number from 1 on.")
                                        : _("Whole words or parts of words: give --whole-word or --parts, not both."));
      return FALSE;
    }

  request->limit = o->limit;
  request->flags |= (o->parts ? TELAAH_SEARCH_PARTS : 0) | (o->regex ? TELAAH_SEARCH_REGEX : 0) |
                    (o->synonyms ? TELAAH_SEARCH_SYNONYMS : 0) | (o->clutter ? TELAAH_SEARCH_CLUTTER : 0);
  if (o->source == NULL)
    return TRUE;
  if ((source = telaah_cli_find_source (cli, o->source, error)) == NULL)
    return FALSE;

  request->source = telaah_source_fields (source)->id;
  return TRUE;
}

/* ---- For programs ---- */

static void
add_span (JsonObject *object,
          TelaahSpan  span)
{
  json_object_set_int_member (object, "start", span.start);
  json_object_set_int_member (object, "end", span.end);
}

static void
print_object (TelaahCli       *cli,
              const TelaahHit *hit)
{
  JsonObject *object = json_object_new (), *sentence = json_object_new ();

  telaah_cli_set (object, "in", telaah_place_to_string (hit->place));
  telaah_cli_set (object, "source", hit->source);
  if (hit->target != NULL)
    telaah_cli_set (object, hit->place == TELAAH_PLACE_NOTE ? "note" : "point", hit->target);
  add_span (object, hit->span);
  telaah_cli_set (object, "quote", hit->quote);
  telaah_cli_set (object, "level", telaah_level_to_string (hit->level));
  add_span (sentence, hit->sentence);
  json_object_set_object_member (object, "sentence", sentence);
  json_array_add_object_element (cli->results, object);
}

/* ---- For people ---- */

/* What hits are told under, and where their words are read. */
typedef struct
{
  TelaahPlace  place;
  char        *source;
  char        *target;
  TelaahText  *text;
} Group;

static void
group_clear (Group *group)
{
  g_clear_pointer (&group->source, g_free);
  g_clear_pointer (&group->target, g_free);
  g_clear_pointer (&group->text, telaah_text_unref);
}

static char *
dup_heading (TelaahCli       *cli,
             const TelaahHit *hit)
{
  TelaahSource *source = hit->source != NULL ? telaah_session_find_source (cli->session, hit->source) : NULL;
  g_autofree char *name = source != NULL ? telaah_cli_dup_line (telaah_source_get_name (source), TELAAH_CLI_WHOLE) : NULL;

  if (hit->place == TELAAH_PLACE_TEXT)
    return g_steal_pointer (&name);
  if (name == NULL)
    return g_strdup (_("Notes"));

  return hit->place == TELAAH_PLACE_NOTE ? g_strdup_printf (_("Notes on “%s”"), name)
                                         : g_strdup_printf (_("Summaries of “%s”"), name);
}

static TelaahText *
dup_note (TelaahCli  *cli,
          const char *id)
{
  GListModel *notes = telaah_session_get_notes (cli->session);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(TelaahNote) note = g_list_model_get_item (notes, i);

      if (strcmp (telaah_note_fields (note)->id, id) == 0)
        return telaah_text_new (g_strdup (telaah_note_fields (note)->text));
    }

  return telaah_text_new (g_strdup (""));
}

static TelaahText *
dup_text (TelaahCli        *cli,
          const TelaahHit  *hit,
          GError          **error)
{
  g_autoptr(TelaahCell) cell = NULL;

  if (hit->place == TELAAH_PLACE_TEXT)
    return telaah_session_dup_text (cli->session, hit->source, error);
  if (hit->place == TELAAH_PLACE_NOTE)
    return dup_note (cli, hit->target);

  cell = telaah_session_dup_cell (cli->session, hit->target, hit->source);
  return telaah_text_new (g_strdup (telaah_cell_fields (cell)->summary != NULL ? telaah_cell_fields (cell)->summary : ""));
}

/* The sentence, or as much of it around the hit as fits into a line. */
static char *
dup_sentence (TelaahText      *text,
              const TelaahHit *hit)
{
  guint end = telaah_text_get_characters (text);
  TelaahSpan span = { MIN (hit->sentence.start, end), MIN (hit->sentence.end, end) };
  guint hit_length = hit->span.end - hit->span.start;
  guint around = hit_length < SHOWN ? (SHOWN - hit_length) / 2 : 0;
  TelaahSpan shown = span;
  g_autofree char *quote = NULL, *line = NULL;

  if (span.end - span.start > SHOWN)
    {
      guint from = hit->span.start > span.start + around ? hit->span.start - around : span.start;

      shown.end = MIN (span.end, from + MAX (SHOWN, hit_length));
      shown.start = shown.end == span.end ? MAX (span.start, MIN (from, shown.end - MIN (shown.end, SHOWN))) : from;
    }

  /* No half words at the ends, unless the hit itself is all there is room for. */
  quote = telaah_text_dup_slice (text, shown);
  line = telaah_cli_dup_line (quote, TELAAH_CLI_WHOLE);
  if (around > 20 && shown.end < span.end && strrchr (line, ' ') != NULL)
    *strrchr (line, ' ') = '\0';
  if (around > 20 && shown.start > span.start && strchr (line, ' ') != NULL)
    memset (line, ' ', strchr (line, ' ') - line);
  return g_strconcat (shown.start > span.start ? "…" : "", g_strstrip (line), shown.end < span.end ? "…" : "", NULL);
}

static gboolean
print_line (TelaahCli        *cli,
            const TelaahHit  *hit,
            Group            *group,
            GError          **error)
{
  gboolean same = group->text != NULL && group->place == hit->place && g_strcmp0 (group->source, hit->source) == 0;
  g_autofree char *place = g_strdup_printf ("%u-%u", hit->span.start, hit->span.end);
  g_autofree char *sentence = NULL;

  if (!same)
    {
      g_autofree char *heading = dup_heading (cli, hit);

      g_print ("%s%s\n", group->text != NULL ? "\n" : "", heading);
    }

  if (!same || g_strcmp0 (group->target, hit->target) != 0)
    {
      g_autoptr(TelaahText) text = dup_text (cli, hit, error);

      if (text == NULL)
        return FALSE;
      group_clear (group);
      *group = (Group) { hit->place, g_strdup (hit->source), g_strdup (hit->target), g_steal_pointer (&text) };
    }

  sentence = dup_sentence (group->text, hit);
  g_print ("  %-15s  %-7s  %s\n", place, telaah_level_to_string (hit->level), sentence);
  return TRUE;
}

/* ---- The verbs ---- */

gboolean
telaah_cli_search (TelaahCli  *cli,
                   GError    **error)
{
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) problem = NULL;
  TelaahSearchRequest request;
  Group group = { 0 };
  gboolean done = TRUE;

  if (!telaah_cli_read_search (cli, cli->args[0], &request, error))
    return FALSE;

  /* Where it took too long there are hits and an error as well. */
  hits = telaah_session_search (cli->session, &request, NULL, &problem);
  for (guint i = 0; done && hits != NULL && i < hits->len; i++)
    if (cli->options.json)
      print_object (cli, hits->pdata[i]);
    else
      done = print_line (cli, hits->pdata[i], &group, error);
  group_clear (&group);

  if (done && problem != NULL)
    {
      if (g_error_matches (problem, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT))
        problem->domain = TELAAH_USAGE_ERROR;
      g_propagate_error (error, g_steal_pointer (&problem));
      return FALSE;
    }

  return done;
}

gboolean
telaah_cli_index (TelaahCli  *cli,
                  GError    **error)
{
  if (!telaah_session_index (cli->session, cli->options.anew, error))
    return FALSE;

  if (cli->options.json)
    {
      cli->result = json_object_new ();
      json_object_set_int_member (cli->result, "sources",
                                  g_list_model_get_n_items (telaah_session_get_sources (cli->session)));
      json_object_set_boolean_member (cli->result, "indexed", telaah_session_is_indexed (cli->session));
    }

  return TRUE;
}
