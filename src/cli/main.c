/* telaah-cli: the verbs of a project without a window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

G_DEFINE_QUARK (telaah-usage-error-quark, telaah_usage_error)

#define ANY G_MAXUINT

/* @options: which of the options below the verb takes, by their names. */
static const struct
{
  const char   *name;
  TelaahCliRun  run;
  const char   *usage;
  const char   *summary;
  guint         min_args;
  guint         max_args;
  const char   *options;
} verbs[] = {
  { "create", NULL, N_("PROJECT"), N_("Make a new project"), 0, 0, "title question language" },
  { "import", telaah_cli_import, N_("PROJECT FILE…"), N_("Take texts in, or an exported outline"), 1, ANY,
    "twice points outline" },
  { "sources", telaah_cli_sources, N_("PROJECT"), N_("List the sources"), 0, 0, "source theme" },
  { "themes", telaah_cli_themes, N_("PROJECT"), N_("List the themes"), 0, 0, "source theme" },
  { "passages", telaah_cli_passages, N_("PROJECT"), N_("List the passages"), 0, 0, "source theme" },
  { "history", telaah_cli_history, N_("PROJECT"), N_("List what has been done"), 0, 0, "" },
  { "set-project", telaah_cli_set_project, N_("PROJECT KEY=VALUE"),
    N_("Describe the project: title, question, language, …"), 1, 1, "" },
  { "set-source", telaah_cli_set_source, N_("PROJECT SOURCE KEY=VALUE…"),
    N_("Describe a source: title, author, …, attribute:NAME"), 2, ANY, "" },
  { "theme", telaah_cli_theme, N_("PROJECT NAME"), N_("Add a theme"), 1, 1, "parent color description" },
  { "tag", telaah_cli_tag, N_("PROJECT SOURCE START END THEME…"), N_("Tag a passage, or many with --from"), 0, ANY,
    "note coder from" },
  { "untag", telaah_cli_untag, N_("PROJECT PASSAGE [THEME…]"),
    N_("Take themes off a passage, or remove it"), 1, ANY, "" },
  { "sentences", telaah_cli_sentences, N_("PROJECT"), N_("List the sentences of the body"), 0, 0, "source" },
  { "sections", telaah_cli_sections, N_("PROJECT"), N_("List the headings"), 0, 0, "source" },
  { "marks", telaah_cli_marks, N_("PROJECT"), N_("List what is not body: headings and clutter"), 0, 0, "source kind" },
  { "mark", telaah_cli_mark, N_("PROJECT SOURCE START END KIND"), N_("Mark a heading, or clutter"), 4, 4, "level" },
  { "unmark", telaah_cli_unmark, N_("PROJECT SOURCE START END [KIND]"),
    N_("Make it body again; also: unmark PROJECT MARK"), 1, 4, "" },
  { "replace-text", telaah_cli_replace_text, N_("PROJECT SOURCE FILE"),
    N_("Give a source a corrected text; its passages go with their words"), 2, 2, "" },
  { "review", telaah_cli_review, N_("PROJECT"), N_("List the passages that have lost their words"), 0, 0, "source" },
  { "place", telaah_cli_place, N_("PROJECT PASSAGE [START END]"),
    N_("Move a passage, or accept where a lost one may stand"), 1, 3, "" },
  { "note", telaah_cli_note, N_("PROJECT TARGET TEXT"),
    N_("Write a note on a passage, source, theme, point or the project"), 2, 2, "coder" },
  { "notes", telaah_cli_notes, N_("PROJECT"), N_("List the notes"), 0, 0, "kind" },
  { "merge-themes", telaah_cli_merge_themes, N_("PROJECT INTO THEME…"), N_("Make several themes one"), 2, ANY, "" },
  { "point", telaah_cli_point, N_("PROJECT TITLE"), N_("Add a point to the outline"), 1, 1, "theme parent outline" },
  { "set-point", telaah_cli_set_point, N_("PROJECT POINT KEY=VALUE…"),
    N_("Describe a point: title, question, similarities, …"), 2, ANY, "outline" },
  { "cell", telaah_cli_cell, N_("PROJECT POINT SOURCE"),
    N_("Say what a source says on a point"), 2, 2, "status summary translation outline" },
  { "evidence", telaah_cli_evidence, N_("PROJECT POINT PASSAGE STATE"),
    N_("Pin a passage to a cell, hide it, or neither: pinned, hidden, usual"), 3, 3, "outline" },
  { "link", telaah_cli_link, N_("PROJECT POINT SOURCE START END PASSAGE"),
    N_("Link words of a summary to a passage"), 5, 5, "outline" },
  { "outlines", telaah_cli_outlines, N_("PROJECT"), N_("List the outlines"), 0, 0, "" },
  { "add-outline", telaah_cli_add_outline, N_("PROJECT TITLE"), N_("Add an outline"), 1, 1, "from-themes" },
  { "outline", telaah_cli_outline, N_("PROJECT"), N_("Print or export the comparative outline"), 0, 0,
    "format output handout outline" },
  { "open-ends", telaah_cli_open_ends, N_("PROJECT"), N_("List what is not finished"), 0, 0, "kind outline" },
  { "counts", telaah_cli_counts, N_("PROJECT"), N_("Count passages and characters of points and sources"), 0, 0,
    "outline" },
  { "cooccurrence", telaah_cli_cooccurrence, N_("PROJECT"), N_("Count where two themes lie on the same words"), 0, 0, "" },
  { "concordance", telaah_cli_concordance, N_("PROJECT QUERY"), N_("List each place of a word in its line"), 1, 1,
    "search-level whole-word parts regex synonyms clutter source order context limit list-format output" },
  { "frequencies", telaah_cli_frequencies, N_("PROJECT"), N_("Count words"), 0, 0,
    "source theme stems stop-words limit list-format output" },
  { "key-words", telaah_cli_key_words, N_("PROJECT --theme THEME"),
    N_("List the words that set a theme apart from the rest"), 0, 0,
    "source of-theme stems stop-words limit list-format output" },
  { "suggest", telaah_cli_suggest, N_("PROJECT --theme THEME"), N_("Offer sentences that may belong to a theme"), 0, 0,
    "of-theme source suggest-limit" },
  { "refuse", telaah_cli_refuse, N_("PROJECT SOURCE START END --theme THEME"),
    N_("Do not offer a sentence for a theme again"), 3, 3, "of-theme undo" },
  { "picture", telaah_cli_picture, N_("PROJECT"), N_("Draw a heat map, portraits or co-occurrence"), 0, 0,
    "kind measure source output outline" },
  { "search", telaah_cli_search, N_("PROJECT QUERY"), N_("Look for words"), 1, 1,
    "search-level whole-word parts regex synonyms clutter source in limit" },
  { "index", telaah_cli_index, N_("PROJECT"), N_("Bring the search index up to date"), 0, 0, "anew" },
  { "tag-hits", telaah_cli_tag_hits, N_("PROJECT QUERY --theme THEME"), N_("Tag what a search finds"), 1, 1,
    "tag-theme unit note coder dry-run search-level whole-word parts regex synonyms source" },
  { "synonyms", telaah_cli_synonyms, N_("PROJECT"), N_("List the words that count as one in a search"), 0, 0, "" },
  { "set-synonyms", telaah_cli_set_synonyms, N_("PROJECT [GROUP] WORD…"),
    N_("Make words count as one; a group without words is removed"), 1, ANY, "" },
  { "undo", telaah_cli_undo, N_("PROJECT"), N_("Take back what was done last"), 0, 0, "steps" },
  { "redo", telaah_cli_redo, N_("PROJECT"), N_("Do again what was taken back"), 0, 0, "steps" },
  { "check", telaah_cli_check, N_("PROJECT"), N_("Look for damage: file, spans, quotes, digests"), 0, 0, "" },
};

/* printf() pads by bytes: "FILE…" and its translations would stand askew. */
static void
print_padded (const char *text,
              int         width)
{
  g_print ("%s%*s", text, (int) MAX (width - g_utf8_strlen (text, -1), 0), "");
}

static void
print_help (void)
{
  g_print ("%s\n\n", _("Usage: telaah-cli VERB PROJECT …"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      g_print ("  %-12s ", verbs[i].name);
      print_padded (_(verbs[i].usage), 39);
      g_print ("%s\n", _(verbs[i].summary));
    }
  g_print ("\n%s\n%s\n",
           _("Every verb takes --json, to print an array of objects, and --help. Offsets count characters from 0."),
           _("SOURCE, THEME, POINT and PASSAGE are an id, a unique name or a unique beginning."));
}

/* Options that are called as another one is, and mean something else to other verbs. */
static const struct
{
  const char *entry;
  const char *name;
} homonyms[] = {
  { "search-level", "level" },
  { "suggest-limit", "limit" },
  { "list-format", "format" },
  { "tag-theme", "theme" },
  { "of-theme", "theme" },
};

/* Adds those of the options that the verb takes. */
static GOptionGroup *
make_options (TelaahCliOptions *o,
              const char       *wanted)
{
  const GOptionEntry all[] = {
    { "title", 0, 0, G_OPTION_ARG_STRING, &o->title, N_("What the project is called"), "T" },
    { "question", 0, 0, G_OPTION_ARG_STRING, &o->question, N_("What it asks of its sources"), "Q" },
    { "language", 0, 0, G_OPTION_ARG_STRING, &o->language, N_("Its language, such as id"), N_("TAG") },
    { "twice", 0, 0, G_OPTION_ARG_NONE, &o->twice, N_("Take in a text that is there already"), NULL },
    { "source", 0, 0, G_OPTION_ARG_STRING, &o->source, N_("Only of this source"), "S" },
    { "theme", 0, 0, G_OPTION_ARG_STRING, &o->theme, N_("Only of this theme"), N_("THEME") },
    { "tag-theme", 0, 0, G_OPTION_ARG_STRING, &o->theme, N_("What to tag with"), N_("THEME") },
    { "of-theme", 0, 0, G_OPTION_ARG_STRING, &o->theme, N_("Which theme is meant"), N_("THEME") },
    { "unit", 0, 0, G_OPTION_ARG_STRING, &o->unit,
      N_("What becomes a passage: hit, sentence (default) or paragraph"), N_("UNIT") },
    { "dry-run", 0, 0, G_OPTION_ARG_NONE, &o->dry_run, N_("Only tell what would be done"), NULL },
    { "points", 0, 0, G_OPTION_ARG_NONE, &o->points, N_("Of an outline, points and questions alone"), NULL },
    { "from-themes", 0, 0, G_OPTION_ARG_NONE, &o->from_themes, N_("Made of the themes, and kept in step"), NULL },
    { "outline", 0, 0, G_OPTION_ARG_STRING, &o->outline, N_("In this outline (default: the first)"), N_("OUTLINE") },
    { "parent", 0, 0, G_OPTION_ARG_STRING, &o->parent, N_("What it goes below"), N_("PARENT") },
    { "color", 0, 0, G_OPTION_ARG_STRING, &o->color, N_("Its colour"), "#RRGGBB" },
    { "description", 0, 0, G_OPTION_ARG_STRING, &o->description, N_("When to use it, when not"), "D" },
    { "note", 0, 0, G_OPTION_ARG_STRING, &o->note, N_("A note on the passage"), "N" },
    { "coder", 0, 0, G_OPTION_ARG_STRING, &o->coder, N_("Who tags (default: the login name)"), "C" },
    { "from", 0, 0, G_OPTION_ARG_FILENAME, &o->from,
      N_("JSON lines with source, start, end, themes, note, coder; all or nothing"), N_("FILE|-") },
    { "status", 0, 0, G_OPTION_ARG_STRING, &o->status, N_("unread, treated, implicit or silent"), N_("STATUS") },
    { "translation", 0, 0, G_OPTION_ARG_STRING, &o->translation, N_("The summary in the second language"), N_("TEXT") },
    { "kind", 0, 0, G_OPTION_ARG_STRING, &o->kind, N_("Only of this kind; of a picture: heatmap, portrait, cooccurrence"),
      N_("KIND") },
    { "measure", 0, 0, G_OPTION_ARG_STRING, &o->measure, N_("passages (default) or characters"), N_("MEASURE") },
    { "level", 0, 0, G_OPTION_ARG_INT, &o->level, N_("Of a heading, 1 to 6 (default: as those before it)"), "N" },
    { "search-level", 0, 0, G_OPTION_ARG_STRING, &o->search_level,
      N_("How near it must come: exact, fold, stem (default) or fuzzy"), N_("LEVEL") },
    { "regex", 0, 0, G_OPTION_ARG_NONE, &o->regex, N_("A regular expression is asked for"), NULL },
    { "whole-word", 0, 0, G_OPTION_ARG_NONE, &o->whole_word, N_("Only whole words, as is usual"), NULL },
    { "parts", 0, 0, G_OPTION_ARG_NONE, &o->parts, N_("Also inside of words"), NULL },
    { "synonyms", 0, 0, G_OPTION_ARG_NONE, &o->synonyms, N_("Words of one group of the project count as one"), NULL },
    { "clutter", 0, 0, G_OPTION_ARG_NONE, &o->clutter, N_("Also in clutter"), NULL },
    { "in", 0, 0, G_OPTION_ARG_STRING, &o->place, N_("text (default), notes, summaries or all"), N_("PLACE") },
    { "anew", 0, 0, G_OPTION_ARG_NONE, &o->anew, N_("Make all of it again"), NULL },
    { "limit", 0, 0, G_OPTION_ARG_INT, &o->limit, N_("So many at most (default: all)"), "N" },
    { "suggest-limit", 0, 0, G_OPTION_ARG_INT, &o->limit, N_("So many at most (default: 10)"), "N" },
    { "undo", 0, 0, G_OPTION_ARG_NONE, &o->undo, N_("Offer it again"), NULL },
    { "order", 0, 0, G_OPTION_ARG_STRING, &o->order,
      N_("text (default), or by the words there: left, word or right"), N_("ORDER") },
    { "context", 0, 0, G_OPTION_ARG_INT, &o->context, N_("Characters either side (default: 60)"), "N" },
    { "stems", 0, 0, G_OPTION_ARG_NONE, &o->stems, N_("Forms of one word are one"), NULL },
    { "stop-words", 0, 0, G_OPTION_ARG_NONE, &o->stop_words, N_("With words that say little, such as “the”"), NULL },
    { "summary", 0, 0, G_OPTION_ARG_STRING, &o->summary, N_("What the source says"), N_("TEXT") },
    { "format", 0, 0, G_OPTION_ARG_STRING, &o->format,
      N_("json, text, markdown, html, odt, docx, pdf, opml, csv, xlsx or template"), N_("FORMAT") },
    { "list-format", 0, 0, G_OPTION_ARG_STRING, &o->format, N_("text (default), json or csv"), N_("FORMAT") },
    { "handout", 0, 0, G_OPTION_ARG_STRING, &o->handout, N_("A handout as PDF: blank or filled"), N_("HANDOUT") },
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &o->output, N_("Write to a file"), N_("FILE") },
    { "steps", 0, 0, G_OPTION_ARG_INT, &o->steps, N_("How many (default: 1)"), "N" },
  };
  const GOptionEntry json[] = {
    { "json", 0, 0, G_OPTION_ARG_NONE, &o->json, N_("Print an array of JSON objects"), NULL }, { NULL }
  };
  GOptionGroup *group = g_option_group_new ("telaah", "", "", NULL, NULL);
  g_auto(GStrv) names = g_strsplit (wanted, " ", -1);

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    {
      GOptionEntry one[] = { all[i], { NULL } };

      if (!g_strv_contains ((const char *const *) names, all[i].long_name))
        continue;
      for (guint k = 0; k < G_N_ELEMENTS (homonyms); k++)
        if (strcmp (one->long_name, homonyms[k].entry) == 0)
          one->long_name = homonyms[k].name;
      g_option_group_add_entries (group, one);
    }
  g_option_group_add_entries (group, json);
  g_option_group_set_translation_domain (group, GETTEXT_PACKAGE);

  return group;
}

static void
options_clear (TelaahCliOptions *o)
{
  char *strings[] = { o->title, o->question, o->language, o->source, o->theme, o->parent, o->color, o->description,
                      o->note, o->coder, o->from, o->status, o->summary, o->translation, o->kind, o->measure, o->format,
                      o->output, o->outline, o->handout, o->search_level, o->place, o->order, o->unit };

  for (guint i = 0; i < G_N_ELEMENTS (strings); i++)
    g_free (strings[i]);
}

static gboolean
create (TelaahCli   *cli,
        const char  *path,
        GError     **error)
{
  cli->session = telaah_session_create (path, cli->options.title, cli->options.question,
                                        cli->options.language, error);
  if (cli->session != NULL && cli->options.json)
    telaah_cli_print_line (cli, "path", path);

  return cli->session != NULL;
}

static gboolean
open_and_run (TelaahCli     *cli,
              const char    *path,
              TelaahCliRun   run,
              GError       **error)
{
  if ((cli->session = telaah_session_open (path, error)) == NULL)
    return FALSE;

  if (cli->options.coder != NULL)
    telaah_session_set_coder (cli->session, cli->options.coder);

  if (cli->options.outline != NULL)
    {
      const char *outline = telaah_cli_find_outline (cli, cli->options.outline, error);

      if (outline == NULL || !telaah_session_set_outline (cli->session, outline, error))
        return FALSE;
    }

  return run (cli, error);
}

static void
print_results (TelaahCli *cli)
{
  g_autoptr(JsonNode) root = cli->result != NULL ? json_node_init_object (json_node_alloc (), cli->result)
                                                 : json_node_init_array (json_node_alloc (), cli->results);
  g_autofree char *text = json_to_string (root, TRUE);

  g_print ("%s\n", text);
}

static int
find_verb (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (name, verbs[i].name) == 0)
      return i;

  return -1;
}

/* Where what follows begins with a hyphen, GLib leaves the "--" that says so. */
static void
drop_dashes (int   *argc,
             char **argv)
{
  for (int i = 2; i < *argc; i++)
    if (strcmp (argv[i], "--") == 0)
      {
        memmove (argv + i, argv + i + 1, (*argc - i) * sizeof *argv);
        (*argc)--;
        return;
      }
}

/* Everything of one call. FALSE with @error set where it failed. */
static gboolean
run_verb (TelaahCli   *cli,
          int          verb,
          int          argc,
          char       **argv,
          GError     **error)
{
  g_autofree char *usage = g_strdup_printf ("%s %s", verbs[verb].name, _(verbs[verb].usage));
  g_autoptr(GOptionContext) context = g_option_context_new (NULL);
  g_autofree char *name = g_strdup_printf ("telaah-cli %s", usage);
  guint n_args;

  g_option_context_set_main_group (context, make_options (&cli->options, verbs[verb].options));
  g_option_context_set_summary (context, _(verbs[verb].summary));
  g_set_prgname (name);
  if (!g_option_context_parse (context, &argc, &argv, error))
    {
      (*error)->domain = TELAAH_USAGE_ERROR;
      return FALSE;
    }

  drop_dashes (&argc, argv);
  /* argv: the program, the verb, the project, the rest */
  n_args = argc >= 3 ? argc - 3 : 0;
  if (argc < 3 || n_args < verbs[verb].min_args || n_args > verbs[verb].max_args)
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0, _("Usage: telaah-cli %s"), usage);
      return FALSE;
    }

  cli->args = argv + 3;
  cli->n_args = n_args;
  if (verbs[verb].run == NULL)
    return create (cli, argv[2], error);

  return open_and_run (cli, argv[2], verbs[verb].run, error);
}

int
main (int   argc,
      char *argv[])
{
  TelaahCli cli = { .options.steps = 1, .options.level = TELAAH_CLI_NO_LEVEL, .options.context = 60 };
  g_autoptr(GError) error = NULL;
  int verb, status = EXIT_SUCCESS;
  gboolean found;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TELAAH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (argc < 2 || strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_help ();
      return argc < 2 ? 2 : EXIT_SUCCESS;
    }

  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("telaah-cli %s\n", TELAAH_VERSION);
      return EXIT_SUCCESS;
    }

  if ((verb = find_verb (argv[1])) < 0)
    {
      g_autofree char *name = g_utf8_make_valid (argv[1], -1);

      g_printerr (_("telaah-cli: “%s” is not a verb. See telaah-cli --help.\n"), g_strdelimit (name, "\n\r", ' '));
      return 2;
    }

  cli.results = json_array_new ();
  found = run_verb (&cli, verb, argc, argv, &error);
  if (cli.options.json && (found || json_array_get_length (cli.results) > 0))
    print_results (&cli);
  if (!found)
    {
      /* One line that can be read, whatever a name in it holds. */
      g_autofree char *message = g_utf8_make_valid (error->message, -1);

      g_printerr ("telaah-cli: %s\n", g_strdelimit (message, "\n\r", ' '));
      status = error->domain == TELAAH_USAGE_ERROR ? 2 : 1;
    }

  /* A full disk, or a reader that has gone. */
  if (fflush (stdout) != 0 || ferror (stdout))
    {
      g_printerr ("telaah-cli: %s\n", _("What it prints can not be written. See whether the disk is full."));
      status = status == EXIT_SUCCESS ? 1 : status;
    }

  json_array_unref (cli.results);
  g_clear_pointer (&cli.result, json_object_unref);
  g_clear_object (&cli.session);
  options_clear (&cli.options);
  return status;
}
