/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-note-index.h"
#include "app/reader/telaah-note-row.h"
#include "app/reader/telaah-notes.h"
#include "app/reader/telaah-row-view.h"
#include "app/telaah-text-editor.h"
#include "support/telaah-test-session.h"

/* ---- A window with notes ---- */

typedef struct
{
  TelaahTestProject  project;
  TelaahNotes       *notes;
  TelaahRowView     *view;
  char              *passage;
  GString           *told;
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
settle (Fixture *fixture)
{
  gtk_widget_queue_draw (GTK_WIDGET (fixture->notes));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->notes));
  while (g_main_context_iteration (NULL, FALSE));
}

static char *
add (Fixture    *fixture,
     const char *kind,
     const char *target,
     const char *text)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_note_on (fixture->project.session, kind, target, text, &error);

  g_assert_no_error (error);
  return id;
}

static void
open_target_cb (Fixture    *fixture,
                const char *kind,
                const char *target)
{
  g_string_append_printf (fixture->told, "%s %s\n", kind, target);
}

/* Four notes, the last one by somebody else. */
static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  TelaahSession *session;
  g_autofree char *a = NULL, *b = NULL, *c = NULL, *d = NULL;

  telaah_test_project_set_up (&fixture->project, NULL);
  session = fixture->project.session;
  telaah_session_set_coder (session, "rahma");
  fixture->passage = telaah_test_tag (session, fixture->project.sources[0], 0, 16, fixture->project.themes[0], NULL);
  a = add (fixture, "passage", fixture->passage, "Café **tua**");
  b = add (fixture, "source", fixture->project.sources[1], "Nada yang ramah");
  c = add (fixture, "theme", fixture->project.themes[1], "Hanya yang disebut sendiri");
  telaah_session_set_coder (session, "wibowo");
  d = add (fixture, "project", NULL, "Rapat Kamis");
  telaah_session_set_coder (session, "rahma");

  fixture->told = g_string_new (NULL);
  fixture->notes = telaah_notes_new (session);
  fixture->view = TELAAH_ROW_VIEW (find (GTK_WIDGET (fixture->notes), TELAAH_TYPE_ROW_VIEW));
  g_signal_connect_swapped (fixture->notes, "open-target", G_CALLBACK (open_target_cb), fixture);
  gtk_window_present (GTK_WINDOW (fixture->notes));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (fixture->project.path);
  gpointer notes = fixture->notes;

  g_object_add_weak_pointer (notes, &notes);
  gtk_window_destroy (GTK_WINDOW (fixture->notes));
  while (g_main_context_iteration (NULL, FALSE));
  g_assert_null (notes);
  telaah_test_project_tear_down (&fixture->project, NULL);
  g_remove (path);
  g_string_free (fixture->told, TRUE);
  g_free (fixture->passage);
}

static GtkDropDown *
get_drop_down (Fixture *fixture,
               guint    i)
{
  GtkWidget *widget = find (GTK_WIDGET (fixture->notes), GTK_TYPE_DROP_DOWN);

  return GTK_DROP_DOWN (i == 0 ? widget : gtk_widget_get_next_sibling (widget));
}

static void
search (Fixture    *fixture,
        const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (find (GTK_WIDGET (fixture->notes), GTK_TYPE_SEARCH_ENTRY)), words);
  settle (fixture);
}

/* What is shown, from the top: the words of the notes up to the first blank. */
static void
assert_shown (Fixture    *fixture,
              const char *expected)
{
  g_autoptr(GString) shown = g_string_new (NULL);
  GtkWidget *row;

  settle (fixture);
  for (row = gtk_widget_get_first_child (GTK_WIDGET (fixture->view)); row != NULL; row = gtk_widget_get_next_sibling (row))
    {
      GtkWidget *note = find (row, TELAAH_TYPE_NOTE_ROW);
      const char *label;

      if (!gtk_widget_get_mapped (note))
        continue;
      label = gtk_label_get_text (GTK_LABEL (find (gtk_widget_get_next_sibling (gtk_widget_get_first_child (note)),
                                                   GTK_TYPE_LABEL)));
      g_string_append_printf (shown, "%s%.*s", shown->len > 0 ? " " : "", (int) strcspn (label, " "), label);
    }

  g_assert_cmpstr (shown->str, ==, expected);
}

/* The oldest. */
static char *
dup_first (Fixture *fixture)
{
  g_autoptr(TelaahNote) note = g_list_model_get_item (telaah_session_get_notes (fixture->project.session), 0);

  return g_strdup (telaah_note_fields (note)->id);
}

/* ---- Tests ---- */

static void
test_filter (Fixture       *fixture,
             gconstpointer  data)
{
  GtkToggleButton *oldest = NULL;
  GtkWidget *header = find (GTK_WIDGET (fixture->notes), ADW_TYPE_HEADER_BAR);

  assert_shown (fixture, "Rapat Hanya Nada Café");

  search (fixture, "CAFE");
  assert_shown (fixture, "Café");
  search (fixture, "diplomasi");      /* of the quote */
  assert_shown (fixture, "Café");
  search (fixture, "manfaat");        /* the name of the theme */
  assert_shown (fixture, "Hanya");
  search (fixture, "kapal");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (fixture->view)));
  search (fixture, "");

  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 2);
  assert_shown (fixture, "Nada");
  gtk_drop_down_set_selected (get_drop_down (fixture, 0), 0);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_drop_down (fixture, 1))));
  gtk_drop_down_set_selected (get_drop_down (fixture, 1), 2);
  assert_shown (fixture, "Rapat");
  gtk_drop_down_set_selected (get_drop_down (fixture, 1), 0);

  oldest = GTK_TOGGLE_BUTTON (find (header, GTK_TYPE_TOGGLE_BUTTON));
  gtk_toggle_button_set_active (oldest, TRUE);
  assert_shown (fixture, "Café Nada Hanya Rapat");

  telaah_notes_show_on (fixture->notes, "source", fixture->project.sources[1]);
  assert_shown (fixture, "Nada");
}

static void
test_go (Fixture       *fixture,
         gconstpointer  data)
{
  g_autofree char *expected = g_strdup_printf ("passage %s\n", fixture->passage);

  g_autofree char *first = dup_first (fixture);

  g_signal_emit_by_name (fixture->view, "activated", first);
  g_assert_cmpstr (fixture->told->str, ==, expected);
}

/* A new note is saved in every pause, and its row stays until the writer has gone. */
static void
test_write (Fixture       *fixture,
            gconstpointer  data)
{
  TelaahSession *session = fixture->project.session;
  GListModel *notes = telaah_session_get_notes (session);
  g_autoptr(TelaahNote) note = NULL;
  TelaahTextEditor *editor;
  GtkWidget *row;

  telaah_notes_write (fixture->notes, "theme", fixture->project.themes[0]);
  for (guint i = 0; i < 5; i++)
    settle (fixture);
  row = find (GTK_WIDGET (fixture->view), TELAAH_TYPE_NOTE_ROW);
  editor = TELAAH_TEXT_EDITOR (find (row, TELAAH_TYPE_TEXT_EDITOR));
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (GTK_WIDGET (editor), GTK_TYPE_TEXT_VIEW))),
                            "Satu", -1);
  g_assert_true (telaah_notes_flush (fixture->notes));
  settle (fixture);

  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 5);
  note = g_list_model_get_item (notes, 4);
  g_assert_cmpstr (telaah_note_fields (note)->text, ==, "Satu");
  g_assert_cmpstr (telaah_note_fields (note)->target, ==, fixture->project.themes[0]);
  g_assert_true (find (GTK_WIDGET (fixture->view), TELAAH_TYPE_TEXT_EDITOR) == GTK_WIDGET (editor));

  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (find (GTK_WIDGET (editor),
                                                                                   GTK_TYPE_TEXT_VIEW))), " dua", -1);
  g_assert_true (telaah_notes_flush (fixture->notes));
  g_assert_cmpuint (g_list_model_get_n_items (notes), ==, 5);

  g_signal_emit_by_name (row, "done", "draft");
  settle (fixture);
  assert_shown (fixture, "Satu Rapat Hanya Nada Café");
}

static void
test_remove (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *first = dup_first (fixture);
  g_autoptr(GError) error = NULL;

  telaah_row_view_focus_row (fixture->view, first);
  gtk_widget_activate_action (GTK_WIDGET (fixture->notes), "notes.remove", NULL);
  assert_shown (fixture, "Rapat Hanya Nada");

  g_assert_true (telaah_session_undo (fixture->project.session, &error));
  assert_shown (fixture, "Rapat Hanya Nada Café");
}

/* What a key in the search costs is looked through in one go, and few rows are made. */
static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autoptr(TelaahNoteIndex) index = telaah_note_index_new ();
  const TelaahNoteQuery query = { .words = "catatan 4242" };
  g_autoptr(GPtrArray) found = NULL;
  g_autofree char *sql = g_strdup_printf (
    "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 10000)"
    " INSERT INTO note (id, kind, target, text, coder, created)"
    " SELECT printf ('%%08x-0000-4000-8000-000000000000', i), 'source', '%s', printf ('Catatan %%d tentang laut', i),"
    " 'rahma', printf ('2024-01-01T00:%%02d:%%02dZ', i / 60 %% 60, i %% 60) FROM n", fixture->project.sources[0]);
  TelaahSession *again;

  telaah_test_run_sql (fixture->project.path, sql);
  again = telaah_session_open (fixture->project.path, NULL);
  telaah_note_index_sync (index, again, FALSE);
  g_assert_cmpuint (telaah_note_index_get_n (index), ==, 10004);
  found = telaah_note_index_find (index, &query);
  g_assert_cmpuint (found->len, ==, 1);
  g_assert_cmpstr (telaah_note_fields (found->pdata[0])->text, ==, "Catatan 4242 tentang laut");
  telaah_note_count_all (again);
  g_assert_cmpuint (telaah_note_count_on (again, fixture->project.sources[0]), ==, 10000);

  {
    TelaahNotes *notes = telaah_notes_new (again);
    GtkWidget *view = find (GTK_WIDGET (notes), TELAAH_TYPE_ROW_VIEW);
    guint n = 0;

    gtk_window_present (GTK_WINDOW (notes));
    gtk_test_widget_wait_for_draw (GTK_WIDGET (notes));
    for (GtkWidget *row = gtk_widget_get_first_child (view); row != NULL; row = gtk_widget_get_next_sibling (row))
      n++;
    g_assert_cmpuint (n, >, 0);
    g_assert_cmpuint (n, <, 60);
    gtk_window_destroy (GTK_WINDOW (notes));
    while (g_main_context_iteration (NULL, FALSE));
  }

  telaah_note_index_sync (index, NULL, FALSE);
  g_object_unref (again);
  telaah_test_run_sql (fixture->project.path, "DELETE FROM note WHERE text LIKE 'Catatan %'");
}

static void
test_counts (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *another = NULL;

  telaah_note_count_all (fixture->project.session);
  g_assert_cmpuint (telaah_note_count_on (fixture->project.session, fixture->project.sources[1]), ==, 1);
  g_assert_cmpuint (telaah_note_count_on (fixture->project.session, fixture->project.sources[0]), ==, 0);
  another = add (fixture, "source", fixture->project.sources[1], "Lagi");
  g_assert_cmpuint (telaah_note_count_on (fixture->project.session, fixture->project.sources[1]), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  g_test_add ("/app/notes-window/filter", Fixture, NULL, set_up, test_filter, tear_down);
  g_test_add ("/app/notes-window/go", Fixture, NULL, set_up, test_go, tear_down);
  g_test_add ("/app/notes-window/write", Fixture, NULL, set_up, test_write, tear_down);
  g_test_add ("/app/notes-window/remove", Fixture, NULL, set_up, test_remove, tear_down);
  g_test_add ("/app/notes-window/many", Fixture, NULL, set_up, test_many, tear_down);
  g_test_add ("/app/notes-window/counts", Fixture, NULL, set_up, test_counts, tear_down);

  return g_test_run ();
}
