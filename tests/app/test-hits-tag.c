/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/reader/telaah-quote-list.h"
#include "app/reader/telaah-theme-chooser.h"
#include "app/search/telaah-hits-quotes.h"
#include "app/search/telaah-hits-tag.h"
#include "session/hits-fixture.h"

#define HEAD "Kabel di laut"
#define TEXT_1 HEAD "\n\nKabel itu putus lagi. Siapa yang menjaga kabel, dan kabel mana? Tiada yang tahu.\n"
#define TEXT_2 "Tanpa kabel laut, tiada percakapan."

typedef struct
{
  TelaahSession *session;
  char          *sources[2];
  char          *theme;
  GtkWidget     *dialog;     /* NULL once it has closed */
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
told_cb (Fixture    *f,
         const char *message)
{
  g_string_append_printf (f->told, "%s\n", message);
}

static void
open_dialog (Fixture    *f,
             const char *words)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);

  for (guint i = 0; i < G_N_ELEMENTS (f->sources); i++)
    add_hits (f->session, f->sources[i], words, hits);
  f->dialog = telaah_hits_tag_new (f->session, hits, words);
  g_object_add_weak_pointer (G_OBJECT (f->dialog), (gpointer *) &f->dialog);
  g_signal_connect_swapped (f->dialog, "done", G_CALLBACK (told_cb), f);
  g_signal_connect_swapped (f->dialog, "failed", G_CALLBACK (told_cb), f);
  gtk_window_present (GTK_WINDOW (f->dialog));
  gtk_test_widget_wait_for_draw (f->dialog);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  TelaahSpan head = { 0, strlen (HEAD) };
  g_autofree char *mark = NULL;
  g_autoptr(GError) error = NULL;

  f->session = telaah_test_project_new ("hits-tag.telaah", TEXT_1, TEXT_2, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (f->sources); i++)
    f->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), i));
  mark = telaah_session_add_mark (f->session, f->sources[0], head, TELAAH_MARK_HEADING, 1, &error);
  g_assert_no_error (error);
  f->theme = telaah_session_add_theme (f->session, "Sarana", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  f->told = g_string_new (NULL);
  open_dialog (f, "kabel");
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (f->session));

  if (f->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (f->dialog));
  settle ();
  g_assert_null (f->dialog);
  telaah_test_assert_live (f->session);
  telaah_test_let_go (f->session);
  g_remove (path);
  for (guint i = 0; i < G_N_ELEMENTS (f->sources); i++)
    g_free (f->sources[i]);
  g_free (f->theme);
  g_string_free (f->told, TRUE);
}

static gpointer
get_child (Fixture    *f,
           const char *name)
{
  return gtk_widget_get_template_child (f->dialog, TELAAH_TYPE_HITS_TAG, name);
}

static GtkWidget *
find_button (GtkWidget  *root,
             const char *label)
{
  GtkWidget *found = NULL;

  if (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_button (child, label);

  return found;
}

static void
click (Fixture    *f,
       const char *label)
{
  g_signal_emit_by_name (find_button (f->dialog, label), "clicked");
}

static void
choose (Fixture    *f,
        const char *unit)
{
  gtk_toggle_button_set_active (get_child (f, unit), TRUE);
  settle ();
}

static GPtrArray *
get_quotes (Fixture *f)
{
  return telaah_quote_list_get_quotes (TELAAH_QUOTE_LIST (find (f->dialog, TELAAH_TYPE_QUOTE_LIST)));
}

/* "words | words", - where they are not checked, ! where they have the theme already. */
static void
assert_quotes (Fixture    *f,
               const char *button,
               const char *expected)
{
  GPtrArray *quotes = get_quotes (f);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < quotes->len; i++)
    {
      const TelaahQuoteItem *quote = quotes->pdata[i];

      g_string_append_printf (all, "%s%s%s", i > 0 ? " | " : "", quote->fixed ? "!" : quote->checked ? "" : "-",
                              quote->words);
    }
  g_assert_cmpstr (all->str, ==, expected);
  g_assert_cmpstr (gtk_button_get_label (get_child (f, "tag_button")), ==, button);
}

#define FIRST "Kabel itu putus lagi."
#define SECOND "Siapa yang menjaga kabel, dan kabel mana?"
#define THIRD "Tiada yang tahu."

static void
test_units (Fixture       *f,
            gconstpointer  data)
{
  /* A heading is there to be taken, but nobody has said so. */
  assert_quotes (f, "_Tag 3 Passages", "-" HEAD " | " FIRST " | " SECOND " | " TEXT_2);
  choose (f, "paragraph");
  assert_quotes (f, "_Tag 2 Passages", "-" HEAD " | " FIRST " " SECOND " " THIRD " | " TEXT_2);
  choose (f, "hit");
  assert_quotes (f, "_Tag 5 Passages", "Kabel | Kabel | kabel | kabel | kabel");
  g_assert_false (gtk_widget_get_sensitive (get_child (f, "tag_button")));
}

static void
test_checks (Fixture       *f,
             gconstpointer  data)
{
  click (f, "_None");
  assert_quotes (f, "_Tag 0 Passages", "-" HEAD " | -" FIRST " | -" SECOND " | -" TEXT_2);
  g_assert_cmpstr (gtk_label_get_text (get_child (f, "count")), ==, "0 of 4 chosen");

  /* What was chosen of one unit is so again when one comes back to it. */
  choose (f, "hit");
  assert_quotes (f, "_Tag 5 Passages", "Kabel | Kabel | kabel | kabel | kabel");
  choose (f, "sentence");
  assert_quotes (f, "_Tag 0 Passages", "-" HEAD " | -" FIRST " | -" SECOND " | -" TEXT_2);

  click (f, "_All");
  assert_quotes (f, "_Tag 4 Passages", HEAD " | " FIRST " | " SECOND " | " TEXT_2);
}

static void
test_tag (Fixture       *f,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  telaah_hits_tag_set_theme (TELAAH_HITS_TAG (f->dialog), f->theme);
  g_assert_true (gtk_widget_get_sensitive (get_child (f, "tag_button")));
  gtk_editable_set_text (get_child (f, "note"), " lihat lagi ");
  g_assert_true (gtk_widget_activate_action (f->dialog, "hits.tag", NULL));
  settle ();

  g_assert_cmpstr (f->told->str, ==, "3 passages tagged\n");
  g_assert_null (f->dialog);
  g_assert_cmpuint (telaah_session_count (f->session, f->theme, NULL), ==, 3);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_notes (f->session)), ==, 3);
  {
    g_autoptr(TelaahNote) note = g_list_model_get_item (telaah_session_get_notes (f->session), 0);

    g_assert_cmpstr (telaah_note_fields (note)->text, ==, "lihat lagi");
  }

  /* One step. */
  g_assert_true (telaah_session_undo (f->session, &error));
  g_assert_cmpuint (telaah_session_count (f->session, f->theme, NULL), ==, 0);

  /* All of it is tagged: nothing is left to do. */
  g_assert_true (telaah_session_redo (f->session, &error));
  open_dialog (f, "kabel");
  telaah_hits_tag_set_theme (TELAAH_HITS_TAG (f->dialog), f->theme);
  assert_quotes (f, "_Tag 0 Passages", "-" HEAD " | !" FIRST " | !" SECOND " | !" TEXT_2);
  g_assert_cmpstr (gtk_label_get_text (get_child (f, "count")), ==, "0 of 1 chosen · 3 have the theme already");
  g_assert_false (gtk_widget_get_sensitive (get_child (f, "tag_button")));
}

/* Somebody else tags while one looks. */
static void
test_live (Fixture       *f,
           gconstpointer  data)
{
  guint start = strlen (HEAD "\n\n");
  g_autoptr(GError) error = NULL;
  g_autofree char *passage = NULL;
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Baru. " TEXT_2));

  telaah_hits_tag_set_theme (TELAAH_HITS_TAG (f->dialog), f->theme);
  passage = telaah_test_tag (f->session, f->sources[0], start, start + strlen (FIRST), f->theme, NULL);
  assert_quotes (f, "_Tag 2 Passages", "-" HEAD " | !" FIRST " | " SECOND " | " TEXT_2);
  g_assert_true (telaah_session_untag (f->session, passage, NULL, &error));
  assert_quotes (f, "_Tag 3 Passages", "-" HEAD " | " FIRST " | " SECOND " | " TEXT_2);

  /* What stands elsewhere now is not what was found. */
  g_assert_true (telaah_session_replace_text (f->session, f->sources[1], text, NULL, NULL, &error));
  assert_quotes (f, "_Tag 2 Passages", "-" HEAD " | " FIRST " | " SECOND);
  g_assert_true (telaah_session_remove_source (f->session, f->sources[0], &error));
  assert_quotes (f, "_Tag 0 Passages", "");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (get_child (f, "stack")), ==, "nothing");
}

/* A theme that is not there yet is made; Enter on it tags. */
static void
test_new_theme (Fixture       *f,
                gconstpointer  data)
{
  GtkWidget *entry = find (find (f->dialog, TELAAH_TYPE_THEME_CHOOSER), GTK_TYPE_ENTRY);
  GListModel *themes = telaah_session_get_themes (f->session);

  gtk_editable_set_text (GTK_EDITABLE (entry), "Bahari");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 1);
  g_signal_emit_by_name (entry, "activate");
  settle ();
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 2);
  g_assert_cmpuint (telaah_session_count (f->session, telaah_test_get_id (themes, 1), NULL), ==, 3);
  g_assert_cmpstr (f->told->str, ==, "3 passages tagged\n");
}

/* ---- How a quote is shown ---- */

typedef struct
{
  const char *name;
  const char *text;
  TelaahSpan  span;
  TelaahSpan  around;
  TelaahSpan  part;
  const char *markup;
} Markup;

#define LONG "satu dua tiga empat lima "
#define LONGER LONG LONG LONG LONG
#define LONGEST LONGER LONGER LONGER LONGER LONGER LONGER

static const Markup markups[] = {
  { "sentence", "Ada apa di sini?", { 0, 16 }, { 0, 16 }, { 4, 7 }, "Ada <b>apa</b> di sini?" },
  { "hit", "Ada apa di sini?", { 4, 7 }, { 0, 16 }, { 4, 7 },
    "<span alpha=\"60%\">Ada </span><b>apa</b><span alpha=\"60%\"> di sini?</span>" },
  { "wide-hit", "Ada apa di sini?", { 4, 10 }, { 0, 16 }, { 8, 10 },
    "<span alpha=\"60%\">Ada </span>apa <b>di</b><span alpha=\"60%\"> sini?</span>" },
  { "escaped", "a<b> & c", { 0, 8 }, { 0, 8 }, { 1, 4 }, "a<b>&lt;b&gt;</b> &amp; c" },
  { "one-line", "é \n\n b\u00a0c", { 0, 8 }, { 0, 8 }, { 5, 6 }, "é <b>b</b> c" },
  { "far", LONGER LONGER LONGER "kabel.", { 0, 306 }, { 0, 306 }, { 300, 305 },
    "…\u00a0lima " LONG LONG "<b>kabel</b>." },
  { "long", "kabel " LONGEST, { 0, 606 }, { 0, 606 }, { 0, 5 }, NULL },
};

static void
test_markup (gconstpointer data)
{
  const Markup *m = data;
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (m->text));
  TelaahSpan part = m->part;
  TelaahHitSpan span = { .span = m->span, .core = m->span, .around = m->around, .n_parts = 1, .parts = &part };
  g_autofree char *markup = telaah_hits_dup_markup (text, &span);

  g_assert_true (pango_parse_markup (markup, -1, 0, NULL, NULL, NULL, NULL));
  if (m->markup != NULL)
    g_assert_cmpstr (markup, ==, m->markup);
  else
    {
      g_assert_true (g_str_has_suffix (markup, "…"));
      g_assert_cmpuint (g_utf8_strlen (markup, -1), <, 520);
    }
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/app/hits-tag/units", test_units);
  ADD ("/app/hits-tag/checks", test_checks);
  ADD ("/app/hits-tag/tag", test_tag);
  ADD ("/app/hits-tag/live", test_live);
  ADD ("/app/hits-tag/new-theme", test_new_theme);
  for (guint i = 0; i < G_N_ELEMENTS (markups); i++)
    {
      g_autofree char *name = g_strdup_printf ("/app/hits-tag/markup/%s", markups[i].name);

      g_test_add_data_func (name, &markups[i], test_markup);
    }

  return g_test_run ();
}
