/* What the verbs of telaah-cli share: options, looking things up by name, printing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <json-glib/json-glib.h>

#include "session/telaah-search.h"

G_BEGIN_DECLS

/* The call was wrong (exit 2); any other error means that the work failed (exit 1). */
#define TELAAH_USAGE_ERROR (telaah_usage_error_quark ())

GQuark telaah_usage_error_quark (void);

#define TELAAH_CLI_NO_LEVEL G_MININT

typedef struct
{
  gboolean  json;
  gboolean  twice, points, from_themes;
  char     *title, *question, *language;
  char     *source, *theme, *parent;
  char     *color, *description;
  char     *note, *coder, *from;
  char     *status, *summary, *translation;
  char     *kind, *measure;
  char     *format, *output, *outline, *handout;
  int       steps, level;            /* TELAAH_CLI_NO_LEVEL where none was given */
  char     *search_level;            /* how near a search must come; --level too */
  gboolean  regex, whole_word, parts, synonyms, clutter, anew;
  char     *place;                   /* --in */
  int       limit, context;          /* 0: no limit */
  char     *order;
  gboolean  stems, stop_words;
  gboolean  undo;
  char     *unit;
  gboolean  dry_run;
} TelaahCliOptions;

typedef struct
{
  TelaahCliOptions  options;
  TelaahSession    *session;    /* NULL for create */
  char            **args;       /* after the project */
  guint             n_args;
  JsonArray        *results;    /* what --json prints … */
  JsonObject       *result;     /* … or this instead, where it is one thing */
} TelaahCli;

typedef gboolean (*TelaahCliRun) (TelaahCli *cli, GError **error);

/* telaah-cli-names.c */
TelaahSource  *telaah_cli_find_source  (TelaahCli *cli, const char *name, GError **error);
TelaahTheme   *telaah_cli_find_theme   (TelaahCli *cli, const char *name, GError **error);
TelaahPoint   *telaah_cli_find_point   (TelaahCli *cli, const char *name, GError **error);
TelaahPassage *telaah_cli_find_passage (TelaahCli *cli, const char *name, GError **error);
const char    *telaah_cli_find_outline (TelaahCli *cli, const char *name, GError **error);
GPtrArray     *telaah_cli_find_themes  (TelaahCli *cli, const char *const *names, guint n_names, GError **error);
gboolean       telaah_cli_read_offset  (const char *string, guint *offset, GError **error);

/* Names are told whole. */
#define TELAAH_CLI_WHOLE G_MAXINT

/* telaah-cli-print.c: a line for people, or an object for --json */
void  telaah_cli_set           (JsonObject *object, const char *key, const char *value);
char *telaah_cli_dup_line      (const char *text, guint longest);
void telaah_cli_print_source   (TelaahCli *cli, TelaahSource *source);
void telaah_cli_print_theme    (TelaahCli *cli, TelaahTheme *theme, const char *source);
void telaah_cli_print_passage  (TelaahCli *cli, TelaahPassage *passage, gboolean only_id);
void telaah_cli_print_point    (TelaahCli *cli, TelaahPoint *point);
void telaah_cli_print_cell     (TelaahCli *cli, TelaahCell *cell);
void telaah_cli_print_history  (TelaahCli *cli, const TelaahJournalEntry *entry);
void telaah_cli_print_line     (TelaahCli *cli, const char *key, const char *line);

/* What --source names, or every source: ids. */
GPtrArray *telaah_cli_dup_sources (TelaahCli *cli, GError **error);

/* telaah-cli-lists.c, -edit.c, -tag.c and -outline.c */
gboolean telaah_cli_sources    (TelaahCli *cli, GError **error);
gboolean telaah_cli_themes     (TelaahCli *cli, GError **error);
gboolean telaah_cli_passages   (TelaahCli *cli, GError **error);
gboolean telaah_cli_history    (TelaahCli *cli, GError **error);
gboolean telaah_cli_check      (TelaahCli *cli, GError **error);
gboolean telaah_cli_import     (TelaahCli *cli, GError **error);
gboolean telaah_cli_set_source (TelaahCli *cli, GError **error);
gboolean telaah_cli_set_project (TelaahCli *cli, GError **error);
gboolean telaah_cli_theme      (TelaahCli *cli, GError **error);
gboolean telaah_cli_tag        (TelaahCli *cli, GError **error);
gboolean telaah_cli_untag      (TelaahCli *cli, GError **error);
gboolean telaah_cli_point      (TelaahCli *cli, GError **error);
gboolean telaah_cli_set_point  (TelaahCli *cli, GError **error);
gboolean telaah_cli_cell       (TelaahCli *cli, GError **error);
gboolean telaah_cli_outline    (TelaahCli *cli, GError **error);
gboolean telaah_cli_undo       (TelaahCli *cli, GError **error);
gboolean telaah_cli_redo       (TelaahCli *cli, GError **error);

/* telaah-cli-figures.c */
gboolean telaah_cli_outlines     (TelaahCli *cli, GError **error);
gboolean telaah_cli_add_outline  (TelaahCli *cli, GError **error);
gboolean telaah_cli_link         (TelaahCli *cli, GError **error);
gboolean telaah_cli_evidence     (TelaahCli *cli, GError **error);
gboolean telaah_cli_open_ends    (TelaahCli *cli, GError **error);
gboolean telaah_cli_counts       (TelaahCli *cli, GError **error);
gboolean telaah_cli_cooccurrence (TelaahCli *cli, GError **error);
gboolean telaah_cli_picture      (TelaahCli *cli, GError **error);

/* telaah-cli-outline.c: to a file, or to the standard output */
gboolean telaah_cli_write_out    (TelaahCli *cli, GBytes *bytes, GError **error);

/* telaah-cli-suggest.c */
gboolean telaah_cli_suggest      (TelaahCli *cli, GError **error);
gboolean telaah_cli_refuse       (TelaahCli *cli, GError **error);

/* telaah-cli-concordance.c and -words.c */
gboolean telaah_cli_concordance  (TelaahCli *cli, GError **error);
gboolean telaah_cli_frequencies  (TelaahCli *cli, GError **error);
gboolean telaah_cli_key_words    (TelaahCli *cli, GError **error);

/* telaah-cli-search.c */
gboolean telaah_cli_read_search  (TelaahCli *cli, const char *words, TelaahSearchRequest *request, GError **error);
gboolean telaah_cli_search       (TelaahCli *cli, GError **error);
gboolean telaah_cli_index        (TelaahCli *cli, GError **error);

/* telaah-cli-tag-hits.c and -synonyms.c */
gboolean telaah_cli_tag_hits     (TelaahCli *cli, GError **error);
gboolean telaah_cli_synonyms     (TelaahCli *cli, GError **error);
gboolean telaah_cli_set_synonyms (TelaahCli *cli, GError **error);

/* telaah-cli-text.c, -review.c and -notes.c */
gboolean telaah_cli_sentences    (TelaahCli *cli, GError **error);
gboolean telaah_cli_sections     (TelaahCli *cli, GError **error);
gboolean telaah_cli_marks        (TelaahCli *cli, GError **error);
gboolean telaah_cli_mark         (TelaahCli *cli, GError **error);
gboolean telaah_cli_unmark       (TelaahCli *cli, GError **error);
gboolean telaah_cli_replace_text (TelaahCli *cli, GError **error);
gboolean telaah_cli_review       (TelaahCli *cli, GError **error);
gboolean telaah_cli_place        (TelaahCli *cli, GError **error);
gboolean telaah_cli_note         (TelaahCli *cli, GError **error);
gboolean telaah_cli_notes        (TelaahCli *cli, GError **error);
gboolean telaah_cli_merge_themes (TelaahCli *cli, GError **error);

G_END_DECLS
