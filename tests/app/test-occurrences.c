/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-occurrences-places.h"
#include "app/reader/telaah-occurrences.h"
#include "app/reader/telaah-quote-list.h"
#include "support/telaah-test-session.h"

#define TEXT_1 "Kabel itu putus. Siapa menjaga kabel? Kabelnya baru, dan kabel lama diangkat kabel-kabel lain."
#define TEXT_2 "Tanpa kabel laut, tiada percakapan."

typedef struct
{
  TelaahSession *session;
  char          *sources[2];
  char          *theme;
  GtkWidget     *window;
  GtkWidget     *occurrences;
  GString       *told;
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
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static void
done_cb (Fixture    *fixture,
         const char *message)
{
  g_string_append_printf (fixture->told, "%s\n", message);
}

static void
show_span_cb (Fixture    *fixture,
              const char *source,
              guint       start,
              guint       end)
{
  g_string_append_printf (fixture->told, "%u-%u\n", start, end);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->session = telaah_test_project_new ("occurrences.telaah", TEXT_1, TEXT_2, NULL);
  for (guint i = 0; i < 2; i++)
    fixture->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (fixture->session), i));
  fixture->theme = telaah_session_add_theme (fixture->session, "Sarana", NULL, NULL, NULL, NULL);
  fixture->told = g_string_new (NULL);

  fixture->occurrences = telaah_occurrences_new ();
  fixture->window = gtk_window_new ();
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->occurrences);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 700);
  telaah_occurrences_set_session (TELAAH_OCCURRENCES (fixture->occurrences), fixture->session);
  g_signal_connect_swapped (fixture->occurrences, "done", G_CALLBACK (done_cb), fixture);
  g_signal_connect_swapped (fixture->occurrences, "failed", G_CALLBACK (done_cb), fixture);
  g_signal_connect_swapped (fixture->occurrences, "show-span", G_CALLBACK (show_span_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (fixture->session));

  gtk_window_destroy (GTK_WINDOW (fixture->window));
  settle ();
  telaah_test_assert_live (fixture->session);
  telaah_test_let_go (fixture->session);
  g_remove (path);
  for (guint i = 0; i < 2; i++)
    g_free (fixture->sources[i]);
  g_free (fixture->theme);
  g_string_free (fixture->told, TRUE);
}

static void
assert_quotes (GPtrArray  *quotes,
               const char *expected)
{
  g_autoptr(GString) shown = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      const TelaahQuoteItem *quote = quotes->pdata[i];

      g_string_append_printf (shown, "%s%u-%u%s", i > 0 ? " " : "", quote->span.start, quote->span.end,
                              quote->fixed ? "!" : quote->checked ? "" : "?");
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

static GPtrArray *
look (Fixture    *fixture,
      const char *words,
      gboolean    sentences)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_quote_item_free);
  g_autoptr(GError) error = NULL;

  g_assert_true (telaah_occurrences_add (fixture->session, fixture->sources[0], words, sentences, quotes, &error));
  g_assert_no_error (error);

  return quotes;
}

static void
test_places (Fixture       *fixture,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) words = look (fixture, "KABEL", FALSE);
  g_autoptr(GPtrArray) sentences = look (fixture, "kabel", TRUE);
  g_autoptr(GPtrArray) nothing = look (fixture, "kapal", FALSE);
  g_autofree char *passage = NULL;

  assert_quotes (words, "0-5 31-36 57-62 77-82 83-88");
  assert_quotes (sentences, "0-16 17-37 38-94");
  g_assert_cmpuint (nothing->len, ==, 0);

  /* What stands in a passage of the theme has it. */
  passage = telaah_test_tag (fixture->session, fixture->sources[0], 17, 60, fixture->theme, NULL);
  telaah_occurrences_mark (fixture->session, words, fixture->theme);
  assert_quotes (words, "0-5 31-36! 57-62 77-82 83-88");
  ((TelaahQuoteItem *) words->pdata[0])->checked = FALSE;
  telaah_occurrences_mark (fixture->session, words, NULL);
  assert_quotes (words, "0-5? 31-36 57-62 77-82 83-88");
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *css_class)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_has_css_class (child, css_class))
      return child;

  return NULL;
}

static void
test_tag (Fixture       *fixture,
          gconstpointer  data)
{
  TelaahOccurrences *self = TELAAH_OCCURRENCES (fixture->occurrences);
  TelaahQuoteList *list = TELAAH_QUOTE_LIST (find (fixture->occurrences, TELAAH_TYPE_QUOTE_LIST));
  GtkWidget *this_source = find (fixture->occurrences, GTK_TYPE_TOGGLE_BUTTON);
  GtkWidget *tag = find_button (fixture->occurrences, "tag-all");
  g_autoptr(GError) error = NULL;

  telaah_occurrences_find (self, fixture->sources[0], "kabel", NULL);
  settle ();
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 5);
  g_assert_false (gtk_widget_get_sensitive (tag));

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (this_source)), TRUE);
  settle ();
  g_assert_cmpuint (telaah_quote_list_get_n_shown (list), ==, 6);

  /* Going through them shows each in its text. */
  {
    TelaahQuoteItem *quote = telaah_quote_list_get_quotes (list)->pdata[5];

    g_signal_emit_by_name (list, "selected", quote->id);
    g_assert_cmpstr (fixture->told->str, ==, "6-11\n");
    g_string_truncate (fixture->told, 0);
  }

  telaah_occurrences_find (self, fixture->sources[0], "kabel", fixture->theme);
  settle ();
  ((TelaahQuoteItem *) telaah_quote_list_get_quotes (list)->pdata[0])->checked = FALSE;
  g_assert_true (gtk_widget_get_sensitive (tag));
  g_signal_emit_by_name (tag, "clicked");
  g_assert_cmpstr (fixture->told->str, ==, "5 places tagged\n");
  g_assert_cmpuint (telaah_session_count (fixture->session, fixture->theme, NULL), ==, 5);

  /* One step. */
  g_assert_true (telaah_session_undo (fixture->session, &error));
  g_assert_cmpuint (telaah_session_count (fixture->session, fixture->theme, NULL), ==, 0);
}

/* A theme that is not there yet is made. */
static void
test_new_theme (Fixture       *fixture,
                gconstpointer  data)
{
  TelaahOccurrences *self = TELAAH_OCCURRENCES (fixture->occurrences);
  GtkWidget *entry = find (fixture->occurrences, GTK_TYPE_ENTRY);
  GtkWidget *tag = find_button (fixture->occurrences, "tag-all");
  GListModel *themes = telaah_session_get_themes (fixture->session);

  telaah_occurrences_find (self, fixture->sources[1], "laut", NULL);
  settle ();
  gtk_editable_set_text (GTK_EDITABLE (entry), "Bahari");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 1);
  g_assert_true (gtk_widget_get_sensitive (tag));
  g_signal_emit_by_name (tag, "clicked");
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 2);
  g_assert_cmpuint (telaah_session_count (fixture->session, telaah_test_get_id (themes, 1), NULL), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/occurrences/places", Fixture, NULL, set_up, test_places, tear_down);
  g_test_add ("/app/occurrences/tag", Fixture, NULL, set_up, test_tag, tear_down);
  g_test_add ("/app/occurrences/new-theme", Fixture, NULL, set_up, test_new_theme, tear_down);

  return g_test_run ();
}
