/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-codebook-lines.h"
#include "app/reader/telaah-codebook-row.h"
#include "app/reader/telaah-codebook.h"
#include "app/reader/telaah-quote-list.h"
#include "app/reader/telaah-row-view.h"
#include "app/reader/telaah-theme-merge.h"
#include "app/reader/telaah-theme-passages.h"
#include "app/reader/telaah-theme-split.h"
#include "support/telaah-test-session.h"

/* ---- Two passages of Tantangan, one of Ekonomi that is below Manfaat, and Peran with none ---- */

typedef struct
{
  TelaahTestProject  project;
  char              *role;
  char              *passages[3];
} Fixture;

static GtkWidget *
find (GtkWidget *root,
      GType      type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
show (gpointer window)
{
  gtk_window_present (window);
  gtk_widget_queue_draw (window);
  gtk_test_widget_wait_for_draw (window);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
set (Fixture    *fixture,
     const char *theme,
     const char *key,
     const char *value)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (telaah_session_set_theme (fixture->project.session, theme, key, value, &error));
  g_assert_no_error (error);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TelaahTestProject *project = &fixture->project;

  telaah_test_project_set_up (project, NULL);
  fixture->role = telaah_session_add_theme (project->session, "Peran", NULL, NULL, NULL, NULL);
  fixture->passages[0] = telaah_test_tag (project->session, project->sources[0], 0, 16, project->themes[0], NULL);
  fixture->passages[1] = telaah_test_tag (project->session, project->sources[1], 0, 5, project->themes[0], NULL);
  fixture->passages[2] = telaah_test_tag (project->session, project->sources[1], 6, 11, project->themes[2], NULL);
  set (fixture, project->themes[0], "description", "Apa yang\tmenghambat.\nBukan keluhan.");
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (fixture->project.path);

  telaah_test_project_tear_down (&fixture->project, NULL);
  g_remove (path);
  g_free (fixture->role);
  for (guint i = 0; i < G_N_ELEMENTS (fixture->passages); i++)
    g_free (fixture->passages[i]);
}

/* "Tantangan 2 2, Manfaat 0 0": name, passages, sources; a star where it is unused */
static void
assert_lines (GPtrArray  *lines,
              const char *expected)
{
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TelaahCodebookLine *line = lines->pdata[i];

      g_string_append_printf (shown, "%s%s %u %u%s", i > 0 ? ", " : "", telaah_theme_fields (line->theme)->name,
                              line->n_passages, line->n_sources, line->unused ? "*" : "");
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

/* ---- Lines ---- */

static const struct
{
  const char          *name;
  const char          *query;
  gboolean             unused;
  TelaahCodebookOrder  order;
  gboolean             reverse;
  const char          *expected;
} arrangements[] = {
  { "tree", "", FALSE, TELAAH_CODEBOOK_TREE, FALSE, "Tantangan 2 2, Manfaat 0 0, Ekonomi 1 1, Peran 0 0*" },
  { "unused", "", TRUE, TELAAH_CODEBOOK_TREE, FALSE, "Peran 0 0*" },
  { "name", "", FALSE, TELAAH_CODEBOOK_NAME, FALSE, "Ekonomi 1 1, Manfaat 0 0, Peran 0 0*, Tantangan 2 2" },
  { "name-from-z", "", FALSE, TELAAH_CODEBOOK_NAME, TRUE, "Tantangan 2 2, Peran 0 0*, Manfaat 0 0, Ekonomi 1 1" },
  { "passages", "", FALSE, TELAAH_CODEBOOK_PASSAGES, FALSE, "Tantangan 2 2, Ekonomi 1 1, Manfaat 0 0, Peran 0 0*" },
  { "fewest-sources", "", FALSE, TELAAH_CODEBOOK_SOURCES, TRUE, "Manfaat 0 0, Peran 0 0*, Ekonomi 1 1, Tantangan 2 2" },
  { "description", "KELUHAN", FALSE, TELAAH_CODEBOOK_TREE, FALSE, "Tantangan 2 2" },
  { "theme-above", "manfaat", FALSE, TELAAH_CODEBOOK_TREE, FALSE, "Manfaat 0 0, Ekonomi 1 1" },
};

static void
test_lines (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) lines = telaah_codebook_dup_lines (fixture->project.session);

  for (guint i = 0; i < G_N_ELEMENTS (arrangements); i++)
    {
      g_autoptr(GPtrArray) found = telaah_codebook_arrange (lines, arrangements[i].query, arrangements[i].unused,
                                                            arrangements[i].order, arrangements[i].reverse);

      g_test_message ("%s", arrangements[i].name);
      assert_lines (found, arrangements[i].expected);
    }
}

static void
test_text (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) lines = telaah_codebook_dup_lines (fixture->project.session);
  g_autofree char *markdown = telaah_codebook_dup_markdown (fixture->project.session, lines);
  g_autofree char *table = telaah_codebook_dup_table (fixture->project.session, lines);
  g_auto(GStrv) rows = g_strsplit (table, "\n", -1);

  g_assert_nonnull (strstr (markdown, "\n## Tantangan\n\nApa yang\tmenghambat.\nBukan keluhan.\n\n"
                                      "*2 passages, 2 sources*\n"));
  g_assert_nonnull (strstr (markdown, "\n### Ekonomi\n\n*1 passage, 1 source*\n"));

  g_assert_cmpuint (g_strv_length (rows), ==, 6);    /* a line for each, the head, and nothing after the last */
  for (guint i = 0; i < 5; i++)
    {
      g_auto(GStrv) cells = g_strsplit (rows[i], "\t", -1);

      g_assert_cmpuint (g_strv_length (cells), ==, 7);
    }
  g_assert_cmpstr (rows[1], ==, "Tantangan\tApa yang menghambat. Bukan keluhan.\t#C04F00\t1\t2\t2\t0");
  g_assert_true (g_str_has_prefix (rows[3], "Manfaat › Ekonomi\t\t"));
}

/* ---- The window ---- */

static void
test_window (Fixture       *fixture,
             gconstpointer  data)
{
  TelaahSession *session = fixture->project.session;
  TelaahCodebook *codebook = telaah_codebook_new (session);
  TelaahRowView *view = TELAAH_ROW_VIEW (find (GTK_WIDGET (codebook), TELAAH_TYPE_ROW_VIEW));
  g_autofree char *theme = g_strdup (fixture->project.themes[1]);
  GtkWidget *row, *entry;

  show (codebook);
  g_assert_cmpuint (telaah_row_view_get_n (view), ==, 4);

  /* Rename, in place. */
  telaah_row_view_focus_row (view, theme);
  gtk_widget_activate_action (GTK_WIDGET (codebook), "codebook.rename", NULL);
  row = telaah_row_view_get_content (view, theme);
  entry = find (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "  Faedah ");
  g_signal_emit_by_name (entry, "activate");
  show (codebook);
  g_assert_cmpstr (telaah_theme_fields (telaah_session_find_theme (session, theme))->name, ==, "Faedah");

  /* A name that is there already is refused, and nothing has changed. */
  gtk_widget_activate_action (GTK_WIDGET (codebook), "codebook.rename", NULL);
  entry = find (row, GTK_TYPE_ENTRY);
  gtk_editable_set_text (GTK_EDITABLE (entry), "Peran");
  g_signal_emit_by_name (entry, "activate");
  show (codebook);
  g_assert_cmpstr (telaah_theme_fields (telaah_session_find_theme (session, theme))->name, ==, "Faedah");

  g_signal_emit_by_name (row, "change", theme, "color", "#123456");
  g_assert_cmpstr (telaah_session_get_color (session, theme), ==, "#123456");

  /* Remove, and what is below it. */
  gtk_widget_activate_action (GTK_WIDGET (codebook), "codebook.remove", NULL);
  show (codebook);
  g_assert_cmpuint (telaah_row_view_get_n (view), ==, 2);
  g_assert_true (telaah_session_undo (session, NULL));
  show (codebook);
  g_assert_cmpuint (telaah_row_view_get_n (view), ==, 4);

  gtk_window_destroy (GTK_WINDOW (codebook));
  while (g_main_context_iteration (NULL, FALSE));
}

/* ---- Merge ---- */

static void
done_cb (char       **message,
         const char  *words)
{
  g_free (*message);
  *message = g_strdup (words);
}

static void
test_merge (Fixture       *fixture,
            gconstpointer  data)
{
  TelaahSession *session = fixture->project.session;
  TelaahThemeMerge *merge = telaah_theme_merge_new (NULL, session, fixture->project.themes[2]);
  GtkWidget *into = find (GTK_WIDGET (merge), GTK_TYPE_DROP_DOWN);
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (merge));
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  g_signal_connect_swapped (merge, "done", G_CALLBACK (done_cb), &message);
  show (merge);
  g_assert_false (gtk_widget_get_sensitive (button));

  /* A theme is not merged with itself. */
  gtk_drop_down_set_selected (GTK_DROP_DOWN (into), 3);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (into), 1);
  g_assert_true (gtk_widget_get_sensitive (button));

  g_signal_emit_by_name (button, "clicked");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (message, ==, "“Ekonomi” merged into “Tantangan”");
  g_assert_null (telaah_session_find_theme (session, fixture->project.themes[2]));
  g_assert_cmpuint (telaah_session_count (session, fixture->project.themes[0], NULL), ==, 3);

  g_assert_true (telaah_session_undo (session, &error));
  g_assert_cmpuint (telaah_session_count (session, fixture->project.themes[0], NULL), ==, 2);
}

/* ---- Split ---- */

static void
test_split (Fixture       *fixture,
            gconstpointer  data)
{
  TelaahSession *session = fixture->project.session;
  TelaahThemeSplit *split = telaah_theme_split_new (NULL, session, fixture->project.themes[0]);
  TelaahQuoteList *list = TELAAH_QUOTE_LIST (find (GTK_WIDGET (split), TELAAH_TYPE_QUOTE_LIST));
  GtkWidget *button = gtk_window_get_default_widget (GTK_WINDOW (split));
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  g_signal_connect_swapped (split, "done", G_CALLBACK (done_cb), &message);
  show (split);
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 2);
  g_assert_false (gtk_widget_get_sensitive (button));

  telaah_quote_list_search (list, "gawai");
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 1);
  telaah_quote_list_check_shown (list, TRUE);
  telaah_quote_list_search (list, "");
  g_assert_cmpuint (telaah_quote_list_count (list, TRUE), ==, 1);
  g_assert_false (gtk_widget_get_sensitive (button));
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (split), ADW_TYPE_ENTRY_ROW)), "Biaya");
  g_assert_true (gtk_widget_get_sensitive (button));

  g_signal_emit_by_name (button, "clicked");
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_cmpstr (message, ==, "1 passage moved to “Biaya”");
  g_assert_cmpuint (telaah_session_count (session, fixture->project.themes[0], NULL), ==, 1);
  g_assert_true (telaah_session_undo (session, &error));
  g_assert_cmpuint (telaah_session_count (session, fixture->project.themes[0], NULL), ==, 2);
}

/* ---- Passages of a theme ---- */

static void
open_passage_cb (char       **opened,
                 const char  *source,
                 const char  *passage)
{
  *opened = g_strdup (passage);
}

static void
test_passages (Fixture       *fixture,
               gconstpointer  data)
{
  TelaahSession *session = fixture->project.session;
  TelaahThemePassages *window = telaah_theme_passages_new (session);
  TelaahQuoteList *list = TELAAH_QUOTE_LIST (find (GTK_WIDGET (window), TELAAH_TYPE_QUOTE_LIST));
  g_autofree char *opened = NULL, *text = NULL;

  g_signal_connect_swapped (window, "open-passage", G_CALLBACK (open_passage_cb), &opened);
  telaah_theme_passages_set_theme (window, fixture->project.themes[1]);
  show (window);
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 0);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_last_child (gtk_widget_get_parent (
    find (GTK_WIDGET (window), GTK_TYPE_SEARCH_ENTRY)))), TRUE);
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 1);

  telaah_theme_passages_set_theme (window, fixture->project.themes[0]);
  show (window);
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 2);
  g_signal_emit_by_name (list, "activated", fixture->passages[1]);
  g_assert_cmpstr (opened, ==, fixture->passages[1]);

  text = telaah_quotes_dup_text (session, "Tantangan", telaah_quote_list_get_quotes (list));
  g_assert_nonnull (strstr (text, "“Diplomasi digita”"));
  g_assert_nonnull (strstr (text, ", 0–5)\n"));

  /* It follows the session, and goes with its theme. */
  g_assert_true (telaah_session_untag (session, fixture->passages[0], NULL, NULL));
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 1);
  g_assert_true (telaah_session_remove_theme (session, fixture->project.themes[0], NULL));
  while (g_main_context_iteration (NULL, FALSE));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/codebook/lines", Fixture, NULL, set_up, test_lines, tear_down);
  g_test_add ("/app/codebook/text", Fixture, NULL, set_up, test_text, tear_down);
  g_test_add ("/app/codebook/window", Fixture, NULL, set_up, test_window, tear_down);
  g_test_add ("/app/theme-merge/one-verb", Fixture, NULL, set_up, test_merge, tear_down);
  g_test_add ("/app/theme-split/one-verb", Fixture, NULL, set_up, test_split, tear_down);
  g_test_add ("/app/theme-passages/across-sources", Fixture, NULL, set_up, test_passages, tear_down);

  return g_test_run ();
}
