/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/words/telaah-concordance-row.h"
#include "app/words/telaah-concordance-view.h"
#include "app/words/telaah-word-counts.h"
#include "app/words/telaah-word-items.h"
#include "app/words/telaah-word-table.h"
#include "app/words/telaah-words-window.h"
#include "support/telaah-test-session.h"

#define SEA    "Laut biru dan ikan. Ikan besar di laut.\n"
#define MARKET "Pasar ikan ramai. Laut sepi dan laut luas.\n"

/* The window on two texts; of the first, "Laut biru dan ikan." is tagged with Alam. Nothing is tagged with Pasar. */
typedef struct
{
  TelaahSession *session;
  char          *sources[2];
  char          *themes[2];
  char          *passage;
  GtkWidget     *window;      /* NULL once it has closed */
  gpointer       concordance, frequencies, key_words;
  guint          n_answers;   /* of any page */
  GString       *opened;      /* hits: "12-16" or, with Enter, "12-16!", each with a blank behind */
} Fixture;

static gpointer
get_child (gpointer    widget,
           const char *name)
{
  return gtk_widget_get_template_child (widget, G_OBJECT_TYPE (widget), name);
}

static void
answered_cb (Fixture *f)
{
  f->n_answers++;
}

static void
open_hit_cb (Fixture  *f,
             gpointer  data,
             gboolean  enter)
{
  const TelaahHit *hit = data;

  g_string_append_printf (f->opened, "%u-%u%s ", hit->span.start, hit->span.end, enter ? "!" : "");
}

static gboolean
late_cb (gpointer user_data)
{
  g_error ("No answer in ten seconds");
  return G_SOURCE_REMOVE;
}

/* Until @n answers more have come. */
static void
wait_for (Fixture *f,
          guint    n)
{
  guint late = g_timeout_add_seconds (10, late_cb, NULL);

  for (guint before = f->n_answers; f->n_answers < before + n;)
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (late);
}

static void
settle (Fixture *f)
{
  gtk_widget_queue_draw (f->window);
  gtk_test_widget_wait_for_draw (f->window);
  while (g_main_context_iteration (NULL, FALSE));
}

static void
open_window (Fixture *f)
{
  static const char *const pages[] = { "concordance", "frequencies", "key_words" };
  gpointer *const slots[] = { &f->concordance, &f->frequencies, &f->key_words };

  f->window = GTK_WIDGET (telaah_words_window_new (f->session));
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  g_signal_connect_swapped (f->window, "open-hit", G_CALLBACK (open_hit_cb), f);
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      *slots[i] = get_child (f->window, pages[i]);
      g_signal_connect_swapped (*slots[i], "answered", G_CALLBACK (answered_cb), f);
    }

  gtk_window_present (GTK_WINDOW (f->window));
  settle (f);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  f->session = telaah_test_project_new ("words-window.telaah", SEA, MARKET, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (f->sources); i++)
    f->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), i));
  f->themes[0] = telaah_session_add_theme (f->session, "Alam", NULL, NULL, NULL, &error);
  f->themes[1] = telaah_session_add_theme (f->session, "Pasar", NULL, NULL, NULL, &error);
  f->passage = telaah_test_tag (f->session, f->sources[0], 0, 19, f->themes[0], NULL);
  f->opened = g_string_new (NULL);
  open_window (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (f->session));

  gtk_window_destroy (GTK_WINDOW (f->window));
  while (f->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  telaah_test_let_go (f->session);
  g_remove (path);
  g_string_free (f->opened, TRUE);
  g_free (f->passage);
  for (guint i = 0; i < G_N_ELEMENTS (f->sources); i++)
    g_free (f->sources[i]);
  for (guint i = 0; i < G_N_ELEMENTS (f->themes); i++)
    g_free (f->themes[i]);
}

static void
show_page (Fixture    *f,
           const char *page)
{
  gtk_widget_activate_action (f->window, "words.page", "s", page);
  wait_for (f, 1);
  settle (f);
}

static const char *
get_shown (gpointer page)
{
  return gtk_stack_get_visible_child_name (get_child (page, "stack"));
}

static void
toggle (Fixture    *f,
        gpointer    page,
        const char *name,
        gboolean    active)
{
  gtk_toggle_button_set_active (get_child (page, name), active);
  wait_for (f, 1);
}

static void
choose (Fixture    *f,
        gpointer    page,
        const char *name,
        guint       position)
{
  gtk_drop_down_set_selected (get_child (page, name), position);
  wait_for (f, 1);
}

/* ---- Concordance ---- */

static void
ask_for (Fixture    *f,
         const char *words)
{
  telaah_words_window_ask_for (TELAAH_WORDS_WINDOW (f->window), words);
  wait_for (f, 1);
  settle (f);
}

/* Lines apart by " | ", the word between stars. */
static void
assert_lines (Fixture    *f,
              const char *expected)
{
  GPtrArray *lines = telaah_concordance_view_get_lines (f->concordance);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TelaahConcordanceLine *line = lines->pdata[i];

      g_string_append_printf (all, "%s%s*%s*%s", i > 0 ? " | " : "", line->before, line->words, line->after);
    }

  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_concordance (Fixture       *f,
                  gconstpointer  data)
{
  g_assert_cmpstr (get_shown (f->concordance), ==, "start");

  ask_for (f, "ikan");
  g_assert_cmpstr (get_shown (f->concordance), ==, "list");
  assert_lines (f, "Laut biru dan *ikan*. Ikan besar di laut. | Laut biru dan ikan. *Ikan* besar di laut. | "
                   "Pasar *ikan* ramai. Laut sepi dan laut luas.");
  g_assert_cmpstr (gtk_label_get_text (get_child (f->concordance, "count")), ==, "3 places · 2 sources");

  choose (f, f->concordance, "order", TELAAH_CONCORDANCE_RIGHT);
  assert_lines (f, "Laut biru dan ikan. *Ikan* besar di laut. | Laut biru dan *ikan*. Ikan besar di laut. | "
                   "Pasar *ikan* ramai. Laut sepi dan laut luas.");

  choose (f, f->concordance, "source", 2);
  assert_lines (f, "Pasar *ikan* ramai. Laut sepi dan laut luas.");
}

/* As one types: the last question is the one that is answered. */
static void
test_typing (Fixture       *f,
             gconstpointer  data)
{
  GtkEditable *entry = get_child (f->concordance, "entry");

  gtk_editable_set_text (entry, "pasa");
  gtk_editable_set_text (entry, "pasar");
  wait_for (f, 1);
  assert_lines (f, "*Pasar* ikan ramai. Laut sepi dan laut luas.");

  gtk_editable_set_text (entry, "gunung");
  wait_for (f, 1);
  g_assert_cmpstr (get_shown (f->concordance), ==, "not-found");

  gtk_editable_set_text (entry, "NOT ikan");
  wait_for (f, 1);
  g_assert_cmpstr (get_shown (f->concordance), ==, "failed");
  g_assert_cmpstr (adw_status_page_get_description (get_child (f->concordance, "failure")), !=, "");

  g_assert_true (telaah_concordance_view_clear (f->concordance));
  wait_for (f, 1);
  g_assert_cmpstr (get_shown (f->concordance), ==, "start");
  g_assert_false (telaah_concordance_view_clear (f->concordance));
}

static GtkWidget *
find (GtkWidget *root,
      GType      type,
      guint     *n)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (*n)-- == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, n);

  return found;
}

static void
test_hits (Fixture       *f,
           gconstpointer  data)
{
  GtkListView *view = get_child (f->concordance, "view");
  GtkSelectionModel *selection = gtk_list_view_get_model (view);
  guint second = 1;
  GtkWidget *row;

  ask_for (f, "ikan");
  g_assert_cmpstr (f->opened->str, ==, "");
  gtk_selection_model_select_item (selection, 1, TRUE);
  g_signal_emit_by_name (view, "activate", 2);
  g_assert_cmpstr (f->opened->str, ==, "20-24 6-10! ");

  row = find (GTK_WIDGET (view), TELAAH_TYPE_CONCORDANCE_ROW, &second);
  g_assert_nonnull (row);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_widget_get_parent (row)), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "text-1.txt: Laut biru dan ikan. Ikan besar di laut.");

  /* Another question selects nothing, and so opens nothing. */
  ask_for (f, "laut");
  g_assert_cmpstr (f->opened->str, ==, "20-24 6-10! ");
}

/* ---- Frequencies ---- */

static void
assert_words (gpointer    page,
              gboolean    key_words,
              const char *expected)
{
  GPtrArray *rows = telaah_word_counts_get_rows (page);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      const TelaahFrequency *frequency = rows->pdata[i];
      const TelaahKeyWord *word = rows->pdata[i];

      if (key_words)
        g_string_append_printf (all, "%s%s %u:%u", i > 0 ? ", " : "", word->word, word->count, word->rest);
      else
        g_string_append_printf (all, "%s%s %u/%u", i > 0 ? ", " : "", frequency->word, frequency->count,
                                frequency->n_sources);
    }

  g_assert_cmpstr (all->str, ==, expected);
}

static void
test_frequencies (Fixture       *f,
                  gconstpointer  data)
{
  show_page (f, "frequencies");
  g_assert_cmpstr (get_shown (f->frequencies), ==, "table");
  assert_words (f->frequencies, FALSE, "laut 4/2, ikan 3/2, besar 1/1, biru 1/1, luas 1/1, pasar 1/1, ramai 1/1, "
                                      "sepi 1/1");
  g_assert_cmpstr (gtk_label_get_text (get_child (f->frequencies, "count")), ==, "8 words");

  toggle (f, f->frequencies, "stop_words", TRUE);
  assert_words (f->frequencies, FALSE, "laut 4/2, ikan 3/2, dan 2/2, besar 1/1, biru 1/1, di 1/1, luas 1/1, "
                                      "pasar 1/1, ramai 1/1, sepi 1/1");
}

static void
test_sorting (Fixture       *f,
              gconstpointer  data)
{
  TelaahWordTable *table = get_child (f->frequencies, "table");
  const TelaahFrequency *first;

  show_page (f, "frequencies");
  telaah_word_table_sort (table, 0, FALSE);
  wait_for (f, 1);
  first = telaah_word_counts_get_rows (f->frequencies)->pdata[0];
  g_assert_cmpstr (first->word, ==, "besar");

  telaah_word_table_sort (table, 0, TRUE);
  wait_for (f, 1);
  first = telaah_word_counts_get_rows (f->frequencies)->pdata[0];
  g_assert_cmpstr (first->word, ==, "sepi");

  /* What is counted anew is sorted as it was. */
  choose (f, f->frequencies, "source", 1);
  first = telaah_word_counts_get_rows (f->frequencies)->pdata[0];
  g_assert_cmpstr (first->word, ==, "laut");
  g_assert_cmpuint (first->count, ==, 2);

  telaah_word_table_sort (table, 1, TRUE);
  wait_for (f, 1);
  first = telaah_word_counts_get_rows (f->frequencies)->pdata[0];
  g_assert_cmpuint (first->count, ==, 1);
}

static void
test_theme (Fixture       *f,
            gconstpointer  data)
{
  show_page (f, "frequencies");
  choose (f, f->frequencies, "theme", 1);
  assert_words (f->frequencies, FALSE, "biru 1/1, ikan 1/1, laut 1/1");

  choose (f, f->frequencies, "theme", 2);
  g_assert_cmpstr (get_shown (f->frequencies), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_description (get_child (f->frequencies, "empty")), ==,
                   "Nothing is tagged with this theme yet.");
}

/* From a word of the table to its places. */
static void
test_open_word (Fixture       *f,
                gconstpointer  data)
{
  show_page (f, "frequencies");
  choose (f, f->frequencies, "source", 1);
  g_signal_emit_by_name (get_child (f->frequencies, "table"), "activated", "ikan");
  wait_for (f, 1);
  g_assert_cmpstr (adw_view_stack_get_visible_child_name (get_child (f->window, "pages")), ==, "concordance");
  g_assert_cmpstr (telaah_concordance_view_get_words (f->concordance), ==, "ikan");
  assert_lines (f, "Laut biru dan *ikan*. Ikan besar di laut. | Laut biru dan ikan. *Ikan* besar di laut.");
}

/* ---- Key words ---- */

static void
test_key_words (Fixture       *f,
                gconstpointer  data)
{
  show_page (f, "key-words");

  /* The theme that has passages, and no word that comes three times there. */
  g_assert_cmpstr (telaah_word_counts_get_theme (f->key_words), ==, f->themes[0]);
  g_assert_cmpstr (get_shown (f->key_words), ==, "empty");

  gtk_spin_button_set_value (get_child (f->key_words, "least"), 1);
  wait_for (f, 1);
  assert_words (f->key_words, TRUE, "biru 1:0, ikan 1:2");
  g_assert_cmpstr (gtk_label_get_text (get_child (f->key_words, "words")), ==,
                   "Words that are more frequent in what is tagged with “Alam” than in the rest.");
  g_assert_cmpstr (gtk_label_get_text (get_child (f->key_words, "count")), ==, "2 of 8 words");
}

static void
test_rarer (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *passage = telaah_test_tag (f->session, f->sources[1], 6, 41, f->themes[0], NULL);

  show_page (f, "key-words");
  gtk_spin_button_set_value (get_child (f->key_words, "least"), 1);
  wait_for (f, 1);
  toggle (f, f->key_words, "rarer", TRUE);
  assert_words (f->key_words, TRUE, "besar 0:1, pasar 0:1, ikan 2:1");
  g_assert_cmpstr (gtk_label_get_text (get_child (f->key_words, "words")), ==,
                   "Words that are rarer in what is tagged with “Alam” than in the rest.");
}

static void
test_untagged (Fixture       *f,
               gconstpointer  data)
{
  show_page (f, "key-words");
  choose (f, f->key_words, "theme", 1);
  g_assert_cmpstr (get_shown (f->key_words), ==, "empty");
  g_assert_cmpstr (adw_status_page_get_description (get_child (f->key_words, "empty")), ==,
                   "Nothing is tagged with this theme yet.");
}

/* ---- Following the project ---- */

static void
test_following (Fixture       *f,
                gconstpointer  data)
{
  GtkSelectionModel *selection = gtk_list_view_get_model (get_child (f->concordance, "view"));
  g_autofree char *mark = NULL;
  g_autoptr(GError) error = NULL;

  ask_for (f, "ikan");
  gtk_selection_model_select_item (selection, 2, TRUE);
  mark = telaah_session_add_mark (f->session, f->sources[0], (TelaahSpan) { 20, 39 }, TELAAH_MARK_CLUTTER, 0, &error);
  g_assert_no_error (error);
  wait_for (f, 1);
  assert_lines (f, "Laut biru dan *ikan*. | Pasar *ikan* ramai. Laut sepi dan laut luas.");

  /* The line that was selected stays so. */
  g_assert_true (gtk_selection_model_is_selected (selection, 1));

  show_page (f, "frequencies");
  assert_words (f->frequencies, FALSE, "laut 3/2, ikan 2/2, biru 1/1, luas 1/1, pasar 1/1, ramai 1/1, sepi 1/1");

  /* What can't be seen is counted once it is. */
  telaah_word_counts_set_theme (f->key_words, f->themes[0]);
  g_assert_true (telaah_session_untag (f->session, f->passage, NULL, &error));
  show_page (f, "key-words");
  g_assert_cmpstr (adw_status_page_get_description (get_child (f->key_words, "empty")), ==,
                   "Nothing is tagged with this theme yet.");
}

/* ---- As a file ---- */

static void
assert_csv (Fixture    *f,
            const char *expected)
{
  g_autofree char *csv = telaah_words_window_dup_csv (TELAAH_WORDS_WINDOW (f->window));

  g_assert_nonnull (csv);
  if (strstr (csv, expected) == NULL)
    g_error ("No “%s” in:\n%s", expected, csv);
}

static void
test_csv (Fixture       *f,
          gconstpointer  data)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "words-window.csv", NULL);
  g_autofree char *shown = NULL, *saved = NULL;
  g_autoptr(GFile) file = g_file_new_for_path (path);

  g_assert_null (telaah_words_window_dup_csv (TELAAH_WORDS_WINDOW (f->window)));

  ask_for (f, "pasar");
  assert_csv (f, ",0,5,,Pasar,\" ikan ramai. Laut sepi dan laut luas.\",fold\r\n");

  show_page (f, "key-words");
  gtk_spin_button_set_value (get_child (f->key_words, "least"), 1);
  wait_for (f, 1);
  assert_csv (f, "\r\nbiru,1,0,2.77");

  /* As it is sorted. */
  show_page (f, "frequencies");
  telaah_word_table_sort (get_child (f->frequencies, "table"), 0, TRUE);
  wait_for (f, 1);
  assert_csv (f, "\r\nsepi,1,1,62.500\r\nramai,1,1,62.500\r\n");

  shown = telaah_words_window_dup_csv (TELAAH_WORDS_WINDOW (f->window));
  telaah_words_window_save (TELAAH_WORDS_WINDOW (f->window), file);
  for (guint i = 0; i < 1000 && (saved == NULL || *saved == '\0'); i++)
    {
      telaah_test_spin (10);
      g_clear_pointer (&saved, g_free);
      g_file_get_contents (path, &saved, NULL, NULL);
    }
  g_assert_cmpstr (saved, ==, shown);
  g_remove (path);
}

/* ---- Without texts ---- */

static void
test_no_texts (void)
{
  g_autofree char *path = telaah_test_dup_path ("no-words.telaah");
  g_autoptr(GError) error = NULL;
  Fixture f = { .session = telaah_session_create (path, NULL, NULL, NULL, &error), .opened = g_string_new (NULL) };

  g_assert_no_error (error);
  open_window (&f);
  g_assert_cmpstr (get_shown (f.concordance), ==, "no-texts");

  gtk_widget_activate_action (f.window, "words.page", "s", "frequencies");
  wait_for (&f, 1);
  g_assert_cmpstr (adw_status_page_get_title (get_child (f.frequencies, "empty")), ==, "No Texts Yet");

  gtk_window_destroy (GTK_WINDOW (f.window));
  while (f.window != NULL)
    g_main_context_iteration (NULL, TRUE);
  telaah_test_let_go (f.session);
  g_string_free (f.opened, TRUE);
  g_remove (path);
}

/* ---- The list model ---- */

static gboolean
same_word (gconstpointer a,
           gconstpointer b,
           gpointer      user_data)
{
  return g_str_equal (a, b);
}

static void
changes_cb (GListModel *list,
            guint       position,
            guint       removed,
            guint       added,
            GString    *told)
{
  g_string_append_printf (told, "%u-%u+%u ", position, removed, added);
}

static const struct
{
  const char *before;
  const char *after;
  gboolean    anew;
  const char *told;
} item_changes[] = {
  { "", "a b", FALSE, "0-0+2 " },
  { "a b", "a b", FALSE, "" },
  { "a b c", "a c", FALSE, "1-1+0 " },
  { "a c", "a b c", FALSE, "1-0+1 " },
  { "a a", "a", FALSE, "1-1+0 " },
  { "a", "a a a", FALSE, "1-0+2 " },
  { "a b c d", "a x d", FALSE, "1-2+1 " },
  { "a b", "", FALSE, "0-2+0 " },
  { "a b", "a b", TRUE, "0-2+0 0-0+2 " },
};

static GPtrArray *
split (const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, " ", -1);
  GPtrArray *all = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; parts[i] != NULL; i++)
    g_ptr_array_add (all, g_strdup (parts[i]));

  return all;
}

static void
test_items (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (item_changes); i++)
    {
      g_autoptr(TelaahWordItems) items = telaah_word_items_new (same_word, NULL);
      g_autoptr(GPtrArray) before = split (item_changes[i].before), after = split (item_changes[i].after);
      g_autoptr(GString) told = g_string_new (NULL);

      telaah_word_items_set (items, before, before, TRUE);
      g_signal_connect (items, "items-changed", G_CALLBACK (changes_cb), told);
      telaah_word_items_set (items, after, after, item_changes[i].anew);
      g_assert_cmpstr (told->str, ==, item_changes[i].told);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, after->len);
      for (guint k = 0; k < after->len; k++)
        {
          g_autoptr(TelaahWordItem) item = g_list_model_get_item (G_LIST_MODEL (items), k);

          g_assert_cmpstr (telaah_word_item_get_row (item), ==, after->pdata[k]);
        }
    }
}

/* ---- Names ---- */

/* Whoever can't see it is told what each control is for. */
static void
test_names (Fixture       *f,
            gconstpointer  data)
{
  static const struct { const char *child, *name; } of_concordance[] = {
    { "entry", "Words to list the places of" }, { "order", "Order of the Lines" }, { "source", "Which Sources" },
    { "view", "Lines" },
  };
  static const struct { const char *child, *name; } of_counts[] = {
    { "theme", "Which Theme" }, { "source", "Which Sources" }, { "least", "How often a word must come" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (of_concordance); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_child (f->concordance, of_concordance[i].child)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, of_concordance[i].name);
  for (guint i = 0; i < G_N_ELEMENTS (of_counts); i++)
    gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_child (f->key_words, of_counts[i].child)),
                                         GTK_ACCESSIBLE_PROPERTY_LABEL, of_counts[i].name);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*func) (Fixture *, gconstpointer); } tests[] = {
    { "/app/words/concordance", test_concordance },
    { "/app/words/concordance/typing", test_typing },
    { "/app/words/concordance/hits", test_hits },
    { "/app/words/frequencies", test_frequencies },
    { "/app/words/frequencies/sorting", test_sorting },
    { "/app/words/frequencies/theme", test_theme },
    { "/app/words/frequencies/open-word", test_open_word },
    { "/app/words/key-words", test_key_words },
    { "/app/words/key-words/rarer", test_rarer },
    { "/app/words/key-words/untagged", test_untagged },
    { "/app/words/following", test_following },
    { "/app/words/csv", test_csv },
    { "/app/words/names", test_names },
  };

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].name, Fixture, NULL, set_up, tests[i].func, tear_down);
  g_test_add_func ("/app/words/no-texts", test_no_texts);
  g_test_add_func ("/app/words/items", test_items);

  return g_test_run ();
}
