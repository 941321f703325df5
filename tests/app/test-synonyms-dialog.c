/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/search/telaah-synonyms-dialog.h"
#include "app/search/telaah-synonyms-row.h"
#include "support/telaah-test-session.h"

typedef struct
{
  TelaahSession *session;
  char          *groups[2];
  GtkWidget     *dialog;      /* NULL once it has closed */
  GtkListBox    *list;
} Fixture;

static GtkWidget *
find (GtkWidget  *root,
      GType       type,
      const char *label)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type) &&
      (label == NULL || g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type, label);

  return found;
}

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE));
}

static char *
set_words (TelaahSession *session,
           const char    *group,
           const char    *words)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_set_synonyms (session, group, words, &error);

  g_assert_no_error (error);
  return id;
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->session = telaah_test_project_new ("synonyms.telaah", "Kabel itu putus.", NULL);
  f->groups[0] = set_words (f->session, NULL, "manfaat, keuntungan");
  f->groups[1] = set_words (f->session, NULL, "kendala, hambatan");
  f->dialog = telaah_synonyms_dialog_new (f->session);
  f->list = GTK_LIST_BOX (gtk_widget_get_template_child (f->dialog, TELAAH_TYPE_SYNONYMS_DIALOG, "list"));
  g_object_add_weak_pointer (G_OBJECT (f->dialog), (gpointer *) &f->dialog);
  gtk_window_present (GTK_WINDOW (f->dialog));
  gtk_test_widget_wait_for_draw (f->dialog);
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
  for (guint i = 0; i < G_N_ELEMENTS (f->groups); i++)
    g_free (f->groups[i]);
}

static GtkWidget *
get_row (Fixture *f,
         guint    i)
{
  return GTK_WIDGET (gtk_list_box_get_row_at_index (f->list, i));
}

static GtkEditable *
get_entry (Fixture *f,
           guint    i)
{
  return GTK_EDITABLE (find (get_row (f, i), GTK_TYPE_ENTRY, NULL));
}

static void
type (Fixture    *f,
      guint       i,
      const char *words)
{
  gtk_widget_grab_focus (get_row (f, i));
  gtk_editable_set_text (get_entry (f, i), words);
}

static void
press_enter (Fixture *f,
             guint    i)
{
  g_signal_emit_by_name (get_entry (f, i), "activate");
}

/* Rows apart by " | ", with what is wrong with one in brackets. */
static void
assert_rows (Fixture    *f,
             const char *expected)
{
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; get_row (f, i) != NULL; i++)
    {
      GtkWidget *box = gtk_list_box_row_get_child (GTK_LIST_BOX_ROW (get_row (f, i)));
      GtkWidget *fault = gtk_widget_get_last_child (box);

      g_string_append_printf (all, "%s%s%s", i > 0 ? " | " : "", gtk_editable_get_text (get_entry (f, i)),
                              gtk_widget_get_visible (fault) ? " (!)" : "");
    }
  g_assert_cmpstr (all->str, ==, expected);
}

/* As the project has them. */
static void
assert_groups (Fixture    *f,
               const char *expected)
{
  GListModel *groups = telaah_session_get_synonyms (f->session);
  g_autoptr(GString) all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(TelaahSynonyms) group = g_list_model_get_item (groups, i);
      g_auto(GStrv) words = g_strsplit (telaah_synonyms_fields (group)->words, "\n", -1);
      g_autofree char *line = g_strjoinv (", ", words);

      g_string_append_printf (all, "%s%s", i > 0 ? " | " : "", line);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static guint
count_steps (Fixture *f)
{
  g_autoptr(GPtrArray) history = telaah_session_dup_history (f->session, NULL);

  return history->len;
}

#define BOTH "manfaat, keuntungan | kendala, hambatan"

static void
test_add (Fixture       *f,
          gconstpointer  data)
{
  guint before = count_steps (f);

  assert_rows (f, BOTH " | ");
  type (f, 2, " peluang ;kesempatan,, Peluang");
  assert_groups (f, BOTH);
  press_enter (f, 2);
  assert_groups (f, BOTH " | peluang, kesempatan");
  assert_rows (f, BOTH " | peluang, kesempatan | ");
  g_assert_true (gtk_widget_get_state_flags (get_row (f, 3)) & GTK_STATE_FLAG_FOCUS_WITHIN);
  g_assert_cmpuint (count_steps (f), ==, before + 1);

  /* Nothing was typed: nothing is done. */
  press_enter (f, 3);
  press_enter (f, 0);
  g_assert_cmpuint (count_steps (f), ==, before + 1);
  assert_rows (f, BOTH " | peluang, kesempatan | ");
}

static void
test_edit (Fixture       *f,
           gconstpointer  data)
{
  guint before = count_steps (f);
  g_autoptr(GError) error = NULL;

  type (f, 0, "manfaat, faedah");
  gtk_widget_grab_focus (get_row (f, 1));
  assert_groups (f, "manfaat, faedah | kendala, hambatan");
  g_assert_cmpuint (count_steps (f), ==, before + 1);
  g_assert_true (telaah_session_undo (f->session, &error));
  assert_rows (f, BOTH " | ");

  type (f, 1, "");
  press_enter (f, 1);
  assert_groups (f, "manfaat, keuntungan");
  assert_rows (f, "manfaat, keuntungan | ");
  g_assert_true (gtk_widget_get_state_flags (get_row (f, 1)) & GTK_STATE_FLAG_FOCUS_WITHIN);
}

static void
test_faults (Fixture       *f,
             gconstpointer  data)
{
  type (f, 0, "manfaat, KENDALA");
  press_enter (f, 0);
  assert_rows (f, "manfaat, KENDALA (!) | kendala, hambatan | ");
  type (f, 0, "manfaat");
  assert_rows (f, "manfaat | kendala, hambatan | ");
  gtk_widget_grab_focus (get_row (f, 1));
  assert_rows (f, "manfaat (!) | kendala, hambatan | ");
  type (f, 2, "peluang");
  press_enter (f, 2);
  assert_rows (f, "manfaat (!) | kendala, hambatan | peluang (!)");
  assert_groups (f, BOTH);
}

static void
test_remove (Fixture       *f,
             gconstpointer  data)
{
  GtkWidget *undo;

  g_assert_false (gtk_widget_get_visible (find (get_row (f, 2), GTK_TYPE_BUTTON, NULL)));
  type (f, 0, "manfaat, keuntungan, laba");
  g_signal_emit_by_name (find (get_row (f, 0), GTK_TYPE_BUTTON, NULL), "clicked");
  settle ();
  assert_groups (f, "kendala, hambatan");
  assert_rows (f, "kendala, hambatan | ");

  undo = find (f->dialog, GTK_TYPE_BUTTON, "_Undo");
  g_assert_nonnull (undo);
  g_signal_emit_by_name (undo, "clicked");
  settle ();
  assert_groups (f, BOTH);
  assert_rows (f, BOTH " | ");
}

/* Somebody else changes them while one writes. */
static void
test_live (Fixture       *f,
           gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (f->session);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  type (f, 0, "manfaat, fae");
  g_free (set_words (other, f->groups[0], "manfaat, laba"));
  g_free (set_words (other, f->groups[1], "kendala, rintangan"));
  id = set_words (other, NULL, "peluang, kesempatan");
  g_assert_true (telaah_session_catch_up (f->session, &error));
  assert_rows (f, "manfaat, fae | kendala, rintangan | peluang, kesempatan | ");

  /* The line that is written in stays, and is a group of its own then. */
  g_free (set_words (other, f->groups[0], ""));
  g_free (set_words (other, id, ""));
  g_assert_true (telaah_session_catch_up (f->session, &error));
  assert_rows (f, "manfaat, fae | kendala, rintangan | ");
  press_enter (f, 0);
  assert_groups (f, "kendala, rintangan | manfaat, fae");
  telaah_test_let_go (g_steal_pointer (&other));
}

static void
test_close (Fixture       *f,
            gconstpointer  data)
{
  type (f, 2, "peluang");
  gtk_window_close (GTK_WINDOW (f->dialog));
  settle ();
  g_assert_nonnull (f->dialog);
  assert_rows (f, BOTH " | peluang (!)");

  type (f, 2, "peluang, kesempatan");
  gtk_window_close (GTK_WINDOW (f->dialog));
  settle ();
  g_assert_null (f->dialog);
  assert_groups (f, BOTH " | peluang, kesempatan");
}

static void
test_give_up (Fixture       *f,
              gconstpointer  data)
{
  type (f, 2, "peluang");
  gtk_window_close (GTK_WINDOW (f->dialog));
  settle ();
  gtk_window_close (GTK_WINDOW (f->dialog));
  settle ();
  g_assert_null (f->dialog);
  assert_groups (f, BOTH);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("/app/synonyms/add", test_add);
  ADD ("/app/synonyms/edit", test_edit);
  ADD ("/app/synonyms/faults", test_faults);
  ADD ("/app/synonyms/remove", test_remove);
  ADD ("/app/synonyms/live", test_live);
  ADD ("/app/synonyms/close", test_close);
  ADD ("/app/synonyms/give-up", test_give_up);

  return g_test_run ();
}
