/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/search/telaah-search-list.h"
#include "app/search/telaah-search-panel.h"
#include "app/search/telaah-search-row.h"
#include "app/search/telaah-search-snippet.h"
#include "app/search/telaah-search-spans.h"
#include "app/telaah-application.h"
#include "support/telaah-test-session.h"

#define TEXT_1 "Kabel laut itu putus. Siapa menjaga kabel? Kapal-kapal tua berlayar ke laut lepas."
#define TEXT_2 "Tanpa kabel, tiada percakapan. Percakpan itu milik kita."

typedef struct
{
  TelaahSession    *session;
  char             *theme;
  GtkWidget        *window;
  TelaahSearchPanel *panel;
  TelaahSearchList *list;
  GtkEditable      *entry;
  GString          *told;
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

static guint
count (GtkWidget *root,
       GType      type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type) && gtk_widget_get_child_visible (root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

#define until(condition) \
  G_STMT_START { \
    gint64 end_ = g_get_monotonic_time () + 20 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > end_) \
          g_error ("%s:%d: not in twenty seconds: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, FALSE); \
        g_usleep (500); \
      } \
  } G_STMT_END

static void
open_hit_cb (Fixture  *fixture,
             gpointer  data,
             gboolean  enter)
{
  const TelaahHit *hit = data;

  g_string_append_printf (fixture->told, "%s %s%s\n", telaah_place_to_string (hit->place), hit->quote,
                          enter ? "!" : "");
}

static void
closed_cb (Fixture *fixture)
{
  g_string_append (fixture->told, "closed\n");
}

static void
reset (GSettings *settings)
{
  static const char *const keys[] = {
    "search-stem", "search-synonyms", "search-fuzzy", "search-parts", "search-exact", "search-regex", "search-clutter",
    "search-texts", "search-notes", "search-summaries",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  GSettings *settings = telaah_application_get_settings ();
  const char *source;
  g_autoptr(GError) error = NULL;
  g_autofree char *point = NULL, *note = NULL;

  reset (settings);
  fixture->session = telaah_test_project_new ("search.telaah", TEXT_1, TEXT_2, NULL);
  source = telaah_test_get_id (telaah_session_get_sources (fixture->session), 0);
  fixture->theme = telaah_session_add_theme (fixture->session, "Sarana", NULL, NULL, NULL, NULL);
  point = telaah_session_add_point (fixture->session, "Alat", NULL, NULL, FALSE, &error);
  g_assert_no_error (error);
  g_assert_true (telaah_session_set_cell (fixture->session, point, source, NULL, "Kabel adalah alat.", &error));
  note = telaah_session_add_note_on (fixture->session, "source", source, "Kabel mana?", &error);
  g_assert_no_error (error);

  fixture->told = g_string_new (NULL);
  fixture->panel = TELAAH_SEARCH_PANEL (telaah_search_panel_new ());
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->panel));
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 372, 700);
  telaah_search_panel_set_settings (fixture->panel, settings);
  telaah_search_panel_set_session (fixture->panel, fixture->session);
  telaah_search_panel_set_active (fixture->panel, TRUE);
  fixture->list = TELAAH_SEARCH_LIST (find (GTK_WIDGET (fixture->panel), TELAAH_TYPE_SEARCH_LIST));
  fixture->entry = GTK_EDITABLE (find (GTK_WIDGET (fixture->panel), GTK_TYPE_SEARCH_ENTRY));
  g_signal_connect_swapped (fixture->panel, "open-hit", G_CALLBACK (open_hit_cb), fixture);
  g_signal_connect_swapped (fixture->panel, "closed", G_CALLBACK (closed_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (fixture->session));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  while (g_main_context_iteration (NULL, FALSE));
  telaah_test_assert_live (fixture->session);
  telaah_test_let_go (fixture->session);
  g_remove (path);
  g_free (fixture->theme);
  g_string_free (fixture->told, TRUE);
}

static const char *
get_status (Fixture *fixture)
{
  GtkWidget *levels = gtk_widget_get_next_sibling (gtk_widget_get_first_child (GTK_WIDGET (fixture->panel)));
  GtkWidget *line = gtk_widget_get_next_sibling (levels);

  return gtk_label_get_text (GTK_LABEL (gtk_widget_get_first_child (line)));
}

/* What is below the line: "start", "nothing" or "hits". */
static GtkStack *
get_stack (Fixture *fixture)
{
  GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (fixture->panel));

  while (!GTK_IS_STACK (child))
    child = gtk_widget_get_next_sibling (child);

  return GTK_STACK (child);
}

/* "kabel" as rows: the names of groups with what they have. */
static char *
dup_rows (Fixture *fixture)
{
  g_autoptr(GPtrArray) items = telaah_search_rows_dup_items (telaah_search_list_get_rows (fixture->list));
  GString *rows = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    {
      const TelaahSearchItem *item = items->pdata[i];

      if (item->kind == TELAAH_SEARCH_ITEM_GROUP)
        g_string_append_printf (rows, "%s%s(%u)", i > 0 ? " " : "", telaah_place_to_string (item->place), item->n);
      else
        g_string_append_printf (rows, " %s", item->hit->quote);
    }

  return g_string_free (rows, FALSE);
}

static gboolean
shows (Fixture    *fixture,
       const char *expected)
{
  g_autofree char *rows = dup_rows (fixture);

  return strcmp (rows, expected) == 0;
}

/* A search that ends on something else fails with what that is. */
static void
await (Fixture    *fixture,
       const char *expected)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  while (!shows (fixture, expected) && g_get_monotonic_time () < end)
    {
      g_main_context_iteration (NULL, FALSE);
      g_usleep (500);
    }

  {
    g_autofree char *rows = dup_rows (fixture);

    g_assert_cmpstr (rows, ==, expected);
  }
}

static void
test_grouped (Fixture       *fixture,
              gconstpointer  data)
{
  gtk_editable_set_text (fixture->entry, "kabel");
  await (fixture, "text(2) Kabel kabel text(1) kabel note(1) Kabel summary(1) Kabel");
  until (strcmp (get_status (fixture), "5 hits in 2 sources") == 0);
  g_assert_cmpuint (telaah_search_panel_get_n_hits (fixture->panel), ==, 5);

  gtk_editable_set_text (fixture->entry, "");
  g_assert_true (shows (fixture, ""));
  g_assert_cmpstr (get_status (fixture), ==, "");
}

/* Each goes to the next, and round; Enter on a row goes in. */
static void
test_step (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_editable_set_text (fixture->entry, "laut");
  await (fixture, "text(2) laut laut");

  g_signal_emit_by_name (fixture->entry, "activate");
  g_assert_cmpstr (fixture->told->str, ==, "text laut\n");
  g_assert_cmpuint (telaah_search_list_get_selected (fixture->list)->span.start, ==, 6);
  g_assert_true (telaah_search_panel_step (fixture->panel, TRUE));
  g_assert_cmpuint (telaah_search_list_get_selected (fixture->list)->span.start, ==,
                    strstr (TEXT_1, "laut lepas") - TEXT_1);
  g_assert_true (telaah_search_panel_step (fixture->panel, TRUE));
  g_assert_cmpuint (telaah_search_list_get_selected (fixture->list)->span.start, ==, 6);
  g_assert_true (telaah_search_panel_step (fixture->panel, FALSE));
  g_assert_cmpuint (telaah_search_list_get_position (fixture->list), ==, 1);

  /* What is selected stays so when the same is found once more. */
  g_string_truncate (fixture->told, 0);
  {
    g_autoptr(GError) error = NULL;
    g_autofree char *note = telaah_session_add_note_on (fixture->session, "project", NULL, "Ke laut?", &error);

    g_assert_no_error (error);
    await (fixture, "text(2) laut laut note(1) laut");
  }
  until (telaah_search_list_get_position (fixture->list) == 1);
  g_assert_cmpstr (fixture->told->str, ==, "");

  gtk_editable_set_text (fixture->entry, "kapur");
  await (fixture, "");
  g_assert_false (telaah_search_panel_step (fixture->panel, TRUE));
}

static void
test_switches (Fixture       *fixture,
               gconstpointer  data)
{
  GSettings *settings = telaah_application_get_settings ();

  gtk_editable_set_text (fixture->entry, "percakapan");
  await (fixture, "text(1) percakapan");
  gtk_widget_activate_action (GTK_WIDGET (fixture->panel), "find.search-fuzzy", NULL);
  await (fixture, "text(2) percakapan Percakpan");

  g_settings_set_boolean (settings, "search-exact", TRUE);
  await (fixture, "text(1) percakapan");
  g_settings_set_boolean (settings, "search-exact", FALSE);
  g_settings_set_boolean (settings, "search-fuzzy", FALSE);

  gtk_editable_set_text (fixture->entry, "abe");
  await (fixture, "");
  g_settings_set_boolean (settings, "search-parts", TRUE);
  until (telaah_search_panel_get_n_hits (fixture->panel) == 5);
  g_settings_set_boolean (settings, "search-texts", FALSE);
  g_settings_set_boolean (settings, "search-summaries", FALSE);
  await (fixture, "note(1) Kabel");

  /* Nowhere to look. */
  g_settings_set_boolean (settings, "search-notes", FALSE);
  await (fixture, "");
  g_assert_cmpstr (get_status (fixture), !=, "");
}

/* What is wrong with it is said in a sentence; what could be tried is offered. */
static void
test_wrong (Fixture       *fixture,
            gconstpointer  data)
{
  GSettings *settings = telaah_application_get_settings ();
  GtkWidget *button;

  g_settings_set_boolean (settings, "search-regex", TRUE);
  gtk_editable_set_text (fixture->entry, "ka(bel");
  until (strlen (get_status (fixture)) > 10);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (fixture->entry), "error"));

  gtk_editable_set_text (fixture->entry, "k.bel");
  until (telaah_search_panel_get_n_hits (fixture->panel) == 5);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (fixture->entry), "error"));

  g_settings_set_boolean (settings, "search-regex", FALSE);
  g_settings_set_boolean (settings, "search-stem", FALSE);
  gtk_editable_set_text (fixture->entry, "percakapn");
  until (strcmp (gtk_stack_get_visible_child_name (get_stack (fixture)), "nothing") == 0);
  g_assert_true (shows (fixture, ""));
  button = find (gtk_stack_get_visible_child (get_stack (fixture)), GTK_TYPE_BUTTON);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Look for Other Forms");
  button = gtk_widget_get_next_sibling (button);
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (button)), ==, "Look for Misspellings");
  g_signal_emit_by_name (button, "clicked");
  until (telaah_search_panel_get_n_hits (fixture->panel) > 0);
  g_assert_true (g_settings_get_boolean (settings, "search-fuzzy"));
}

static void
test_close (Fixture       *fixture,
            gconstpointer  data)
{
  g_signal_emit_by_name (fixture->entry, "stop-search");
  g_assert_cmpstr (fixture->told->str, ==, "closed\n");
  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "search.close", NULL);
  g_assert_cmpstr (fixture->told->str, ==, "closed\nclosed\n");
}

/* Words of a text become a question that finds them. */
static void
test_ask_for (Fixture       *fixture,
              gconstpointer  data)
{
  telaah_search_panel_ask_for (fixture->panel, "  laut\n lepas ");
  g_assert_cmpstr (telaah_search_panel_get_words (fixture->panel), ==, "\"laut lepas\"");
  await (fixture, "text(1) laut lepas");
  telaah_search_panel_ask_for (fixture->panel, "“kapal”");
  g_assert_cmpstr (telaah_search_panel_get_words (fixture->panel), ==, "kapal");
  telaah_search_panel_ask_for (fixture->panel, " \n");
  g_assert_cmpstr (telaah_search_panel_get_words (fixture->panel), ==, "kapal");
}

static void
test_choose (Fixture       *fixture,
             gconstpointer  data)
{
  GtkWidget *check = NULL;
  g_autoptr(GPtrArray) all = NULL, chosen = NULL;

  gtk_editable_set_text (fixture->entry, "kabel");
  until (telaah_search_panel_get_n_hits (fixture->panel) == 5);
  gtk_test_widget_wait_for_draw (fixture->window);
  all = telaah_search_panel_dup_chosen (fixture->panel);
  g_assert_cmpuint (all->len, ==, 3);     /* in texts */

  for (GtkWidget *child = find (GTK_WIDGET (fixture->list), TELAAH_TYPE_SEARCH_ROW); check == NULL;
       child = find (gtk_widget_get_next_sibling (gtk_widget_get_parent (child)), TELAAH_TYPE_SEARCH_ROW))
    if (gtk_widget_has_css_class (child, "hit"))
      check = find (child, GTK_TYPE_CHECK_BUTTON);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  g_assert_cmpuint (telaah_search_list_count_chosen (fixture->list), ==, 1);
  chosen = telaah_search_panel_dup_chosen (fixture->panel);
  g_assert_cmpuint (chosen->len, ==, 1);

  telaah_search_panel_choose_none (fixture->panel);
  g_assert_false (gtk_check_button_get_active (GTK_CHECK_BUTTON (check)));
}

/* ---- Thousands ---- */

static TelaahHit *
hit_new (const char *source,
         guint       start)
{
  TelaahHit *hit = g_new0 (TelaahHit, 1);

  hit->source = g_strdup (source);
  hit->span = (TelaahSpan) { start, start + 1 };
  hit->sentence = (TelaahSpan) { start, start + 20 };
  hit->quote = g_strdup ("a");
  hit->n_parts = 1;
  hit->parts = g_memdup2 (&hit->span, sizeof hit->span);

  return hit;
}

/* As they come in, a batch after the other; there are no more rows than are seen. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  GListModel *sources = telaah_session_get_sources (fixture->session);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  TelaahSearchRows *rows = telaah_search_list_get_rows (fixture->list);
  gint64 begin = g_get_monotonic_time ();

  for (guint i = 0; i < 20000; i++)
    {
      g_ptr_array_add (hits, hit_new (telaah_test_get_id (sources, i < 9000 ? 0 : 1), i));
      if (i == 99 || i == 999 || i == 19999)
        telaah_search_list_update (fixture->list, hits);
    }
  gtk_stack_set_visible_child_name (get_stack (fixture), "hits");
  gtk_test_widget_wait_for_draw (fixture->window);

  g_assert_cmpuint (telaah_search_rows_count_groups (rows, TELAAH_PLACE_TEXT), ==, 2);
  g_assert_cmpuint (telaah_search_rows_get_group (rows, 0)->n, ==, 9000);
  g_assert_cmpuint (telaah_search_rows_get_group (rows, 19999)->n, ==, 11000);
  g_assert_cmpuint (count (GTK_WIDGET (fixture->list), TELAAH_TYPE_SEARCH_ROW), <, 60);
  g_assert_cmpint (g_get_monotonic_time () - begin, <, 5 * G_USEC_PER_SEC);

  /* Folded, a group is one row; a step into it opens it. */
  telaah_search_list_set_position (fixture->list, 19999);
  g_assert_cmpuint (telaah_search_list_get_position (fixture->list), ==, 19999);
  telaah_search_rows_fold (rows, telaah_search_rows_get_group (rows, 0)->id, TRUE);
  {
    g_autoptr(GPtrArray) items = telaah_search_rows_dup_items (rows);

    g_assert_cmpuint (items->len, ==, 11002);
  }
  telaah_search_list_step (fixture->list, TRUE);
  g_assert_cmpuint (telaah_search_list_get_position (fixture->list), ==, 0);
  g_assert_false (telaah_search_rows_get_group (rows, 0)->folded);
}

/* ---- Names ---- */

static void
assert_named (GtkWidget *widget)
{
  gboolean control = GTK_IS_BUTTON (widget) || GTK_IS_SEARCH_ENTRY (widget) || GTK_IS_MENU_BUTTON (widget);

  if (control && gtk_widget_get_ancestor (widget, GTK_TYPE_POPOVER) == NULL
      && !GTK_IS_MENU_BUTTON (gtk_widget_get_parent (widget))
      && !(GTK_IS_BUTTON (widget) && gtk_button_get_label (GTK_BUTTON (widget)) != NULL))
    g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL));

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    assert_named (child);
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row;

  assert_named (GTK_WIDGET (fixture->panel));
  gtk_editable_set_text (fixture->entry, "laut");
  await (fixture, "text(2) laut laut");
  gtk_test_widget_wait_for_draw (fixture->window);
  row = gtk_widget_get_parent (find (GTK_WIDGET (fixture->list), TELAAH_TYPE_SEARCH_ROW));
  g_assert_true (gtk_test_accessible_has_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL));
}

/* ---- Words ---- */

static void
test_snippet (void)
{
  static const struct
  {
    const char *words;
    TelaahSpan  parts[2];
    guint       n_parts;
    guint       room;
    const char *expected;
  } cases[] = {
    { "Kabel  laut\nputus.", { { 7, 11 } }, 1, 40, "Kabel laut putus." },
    { "satu dua tiga empat lima enam tujuh", { { 20, 24 } }, 1, 12, "…lima enam tujuh" },
    { "satu dua tiga empat lima enam tujuh", { { 20, 24 } }, 1, 18, "…empat lima enam tujuh" },
    { "satu dua tiga empat lima enam tujuh delapan", { { 0, 4 }, { 36, 43 } }, 2, 26, "satu dua … tujuh delapan" },
    { "kata", { { 0, 4 } }, 1, 2, "kata" },
    { "", { { 3, 9 } }, 1, 40, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(PangoAttrList) attributes = NULL;
      g_autofree char *words = telaah_search_snippet_dup (cases[i].words, cases[i].parts, cases[i].n_parts,
                                                          cases[i].room, &attributes);

      g_assert_cmpstr (words, ==, cases[i].expected);
    }
}

/* Words that touch are one; others in text order, and none twice. */
static void
test_spans (void)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  g_autoptr(GHashTable) sources = NULL;
  const TelaahSpan parts[] = { { 10, 15 }, { 16, 20 }, { 40, 44 } };
  TelaahHit *phrase = hit_new ("a", 10);
  GArray *spans;

  g_free (phrase->parts);
  phrase->parts = g_memdup2 (parts, sizeof parts);
  phrase->n_parts = 3;
  g_ptr_array_add (hits, phrase);
  g_ptr_array_add (hits, hit_new ("a", 30));
  g_ptr_array_add (hits, hit_new ("a", 40));
  g_ptr_array_add (hits, hit_new ("b", 5));

  sources = telaah_search_spans_by_source (hits, hits->len);
  spans = g_hash_table_lookup (sources, "a");
  g_assert_cmpuint (spans->len, ==, 3);
  g_assert_cmpuint (g_array_index (spans, TelaahSpan, 0).end, ==, 20);
  g_assert_cmpuint (g_array_index (spans, TelaahSpan, 1).start, ==, 30);
  g_assert_cmpuint (g_array_index (spans, TelaahSpan, 2).end, ==, 44);
  g_assert_cmpuint (((GArray *) g_hash_table_lookup (sources, "b"))->len, ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", NULL);
  g_autoptr(GtkApplication) application = NULL;

  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = telaah_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  g_test_add_func ("/app/search/snippet", test_snippet);
  g_test_add_func ("/app/search/spans", test_spans);
  g_test_add ("/app/search/grouped", Fixture, NULL, set_up, test_grouped, tear_down);
  g_test_add ("/app/search/step", Fixture, NULL, set_up, test_step, tear_down);
  g_test_add ("/app/search/switches", Fixture, NULL, set_up, test_switches, tear_down);
  g_test_add ("/app/search/wrong", Fixture, NULL, set_up, test_wrong, tear_down);
  g_test_add ("/app/search/close", Fixture, NULL, set_up, test_close, tear_down);
  g_test_add ("/app/search/ask-for", Fixture, NULL, set_up, test_ask_for, tear_down);
  g_test_add ("/app/search/choose", Fixture, NULL, set_up, test_choose, tear_down);
  g_test_add ("/app/search/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/app/search/names", Fixture, NULL, set_up, test_names, tear_down);

  return g_test_run ();
}
