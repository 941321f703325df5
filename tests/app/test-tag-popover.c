/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/reader/telaah-tag-popover.h"
#include "support/telaah-test-session.h"

/* Runs the main loop until it holds; a test that waits in vain fails by the clock. */
#define until(condition) \
  G_STMT_START { \
    gint64 end_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > end_) \
          g_error ("%s:%d: not in ten seconds: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, FALSE); \
      } \
  } G_STMT_END

typedef struct
{
  TelaahTestProject  project;
  TelaahSession     *session;    /* of the project */
  GtkWidget         *window;
  GtkWidget         *parent;     /* of the popover, as the text would be */
  TelaahTagPopover  *popover;
  GString           *tagged;     /* ids, each with a bar behind */
} Fixture;

static void
tagged_cb (Fixture    *fixture,
           const char *passage)
{
  g_string_append_printf (fixture->tagged, "%s|", passage);
}

static void
failed_cb (Fixture    *fixture,
           const char *message)
{
  g_error ("%s", message);
}

/* GTK finds nothing in isolated folders, so it is one folder, emptied after each test. */
static void
clear_folder (void)
{
  g_autoptr(GDir) folder = g_dir_open (g_get_user_data_dir (), 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

      g_remove (path);
    }
}

static gboolean
is_open (Fixture *fixture)
{
  return gtk_widget_get_visible (GTK_WIDGET (fixture->popover));
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  telaah_test_project_set_up (&fixture->project, data);
  fixture->session = fixture->project.session;
  fixture->tagged = g_string_new (NULL);
  fixture->parent = gtk_text_view_new ();
  fixture->popover = TELAAH_TAG_POPOVER (telaah_tag_popover_new ());
  telaah_tag_popover_set_session (fixture->popover, fixture->session);
  gtk_widget_set_parent (GTK_WIDGET (fixture->popover), fixture->parent);
  gtk_popover_set_autohide (GTK_POPOVER (fixture->popover), FALSE);   /* the focus of windows comes and goes here */
  g_signal_connect_swapped (fixture->popover, "tagged", G_CALLBACK (tagged_cb), fixture);
  g_signal_connect_swapped (fixture->popover, "failed", G_CALLBACK (failed_cb), fixture);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 600, 500);
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->parent);
  gtk_window_present (GTK_WINDOW (fixture->window));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer popover = fixture->popover;

  g_object_add_weak_pointer (popover, &popover);
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  until (!is_open (fixture));
  gtk_widget_unparent (GTK_WIDGET (fixture->popover));
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  until (popover == NULL);
  g_string_free (fixture->tagged, TRUE);
  telaah_test_project_tear_down (&fixture->project, data);
  clear_folder ();
}

/* ---- Doing ---- */

static void
open (Fixture *fixture,
      guint    start,
      guint    end)
{
  telaah_tag_popover_open (fixture->popover, fixture->project.sources[0], (TelaahSpan) { start, end },
                           &(GdkRectangle) { 40, 40, 100, 20 });
  until (gtk_widget_get_mapped (GTK_WIDGET (fixture->popover)));
  while (g_main_context_iteration (NULL, FALSE));
}

/* The visible ones of a type, in order. */
static void
collect (GtkWidget *root,
         GType      type,
         GPtrArray *found)
{
  if (!gtk_widget_get_visible (root))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    g_ptr_array_add (found, root);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    collect (child, type, found);
}

static GPtrArray *
find_all (Fixture *fixture,
          GType    type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (GTK_WIDGET (fixture->popover), type, found);

  return found;
}

/* 0: the theme, 1: the note */
static GtkEditable *
get_entry (Fixture *fixture,
           guint    i)
{
  g_autoptr(GPtrArray) entries = find_all (fixture, GTK_TYPE_ENTRY);

  g_assert_cmpuint (entries->len, ==, 2);
  return entries->pdata[i];
}

static void
type (Fixture    *fixture,
      guint       entry,
      const char *text)
{
  gtk_editable_set_text (get_entry (fixture, entry), text);
}

/* What the entry does with a key before it would type it. Returns: whether it took it */
static gboolean
press (Fixture         *fixture,
       guint            entry,
       guint            keyval,
       GdkModifierType  state)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (get_entry (fixture, entry)));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !taken; i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &taken);
    }

  return taken;
}

/* What the rows say, with bars between, and a star after the one that Enter takes. */
static char *
dup_rows (Fixture *fixture)
{
  g_autoptr(GPtrArray) rows = find_all (fixture, GTK_TYPE_LIST_BOX_ROW);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    {
      g_autoptr(GPtrArray) labels = g_ptr_array_new ();

      collect (rows->pdata[i], GTK_TYPE_LABEL, labels);
      g_string_append_printf (text, "%s%s%s", i > 0 ? "|" : "", gtk_label_get_text (labels->pdata[0]),
                              gtk_list_box_row_is_selected (rows->pdata[i]) ? "*" : "");
    }

  return g_string_free (text, FALSE);
}

#define assert_rows(fixture, expected) \
  G_STMT_START { g_autofree char *rows_ = dup_rows (fixture); g_assert_cmpstr (rows_, ==, expected); } G_STMT_END

/* The chips' tooltips, which are the paths, with a plus before those that are pressed. */
static char *
dup_chips (Fixture *fixture)
{
  g_autoptr(GPtrArray) chips = find_all (fixture, GTK_TYPE_TOGGLE_BUTTON);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < chips->len; i++)
    g_string_append_printf (text, "%s%s%s", i > 0 ? "|" : "",
                            gtk_toggle_button_get_active (chips->pdata[i]) ? "+" : "",
                            gtk_widget_get_tooltip_text (chips->pdata[i]));

  return g_string_free (text, FALSE);
}

#define assert_chips(fixture, expected) \
  G_STMT_START { g_autofree char *chips_ = dup_chips (fixture); g_assert_cmpstr (chips_, ==, expected); } G_STMT_END

static void
click_chip (Fixture *fixture,
            guint    i)
{
  g_autoptr(GPtrArray) chips = find_all (fixture, GTK_TYPE_TOGGLE_BUTTON);

  g_signal_emit_by_name (chips->pdata[i], "clicked");
}

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  return strcmp (telaah_note_fields (*(TelaahNote **) a)->text, telaah_note_fields (*(TelaahNote **) b)->text);
}

/* Every passage of the source: where, under what, with which notes, by alphabet. */
static char *
dup_passages (Fixture *fixture)
{
  GListModel *passages = telaah_session_get_passages (fixture->session, fixture->project.sources[0]);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *f = telaah_passage_fields (passage);
      GPtrArray *all = telaah_passage_get_notes (passage);
      g_autoptr(GPtrArray) notes = all != NULL ? g_ptr_array_copy (all, (GCopyFunc) g_object_ref, NULL)
                                                 : g_ptr_array_new ();

      g_ptr_array_sort (notes, compare_notes);
      g_string_append_printf (text, "%u-%u", f->span.start, f->span.end);
      for (guint k = 0; f->themes[k] != NULL; k++)
        g_string_append_printf (text, " %s",
                                telaah_theme_fields (telaah_session_find_theme (fixture->session, f->themes[k]))->name);
      for (guint k = 0; k < notes->len; k++)
        g_string_append_printf (text, " “%s”", telaah_note_fields (notes->pdata[k])->text);
      g_string_append_c (text, '|');
    }

  return g_string_free (text, FALSE);
}

#define assert_passages(fixture, expected) \
  G_STMT_START { g_autofree char *all_ = dup_passages (fixture); g_assert_cmpstr (all_, ==, expected); } G_STMT_END

static guint
count_verbs (Fixture *fixture)
{
  g_autoptr(GPtrArray) history = telaah_session_dup_history (fixture->session, NULL);

  return history->len;
}

static void
set_digit (Fixture    *fixture,
           guint       theme,
           const char *digit)
{
  telaah_test_does (fixture->session, telaah_session_set_theme (fixture->session, fixture->project.themes[theme],
                                                                "digit", digit, &fault));
}

/* ---- Tests ---- */

static void
test_enter_tags (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkWidget *focus;

  open (fixture, 0, 9);
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (get_entry (fixture, 0))));
  assert_rows (fixture, "");

  type (fixture, 0, "tant");
  assert_rows (fixture, "Tantangan*|New theme “tant”");
  g_assert_true (press (fixture, 0, GDK_KEY_Return, 0));
  assert_passages (fixture, "0-9 Tantangan|");
  g_assert_cmpuint (strlen (fixture->tagged->str), ==, 37);
  g_assert_nonnull (g_strrstr (fixture->tagged->str, telaah_test_get_id (
    telaah_session_get_passages (fixture->session, fixture->project.sources[0]), 0)));
  until (!is_open (fixture));
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (fixture->window)) == fixture->parent);

  /* What it has already it does not get again. */
  open (fixture, 0, 9);
  type (fixture, 0, "tant");
  {
    guint before = count_verbs (fixture);

    g_assert_true (press (fixture, 0, GDK_KEY_KP_Enter, 0));
    g_assert_cmpuint (count_verbs (fixture), ==, before);
  }
  until (!is_open (fixture));
}

static void
test_arrows (Fixture       *fixture,
             gconstpointer  data)
{
  open (fixture, 0, 9);

  /* With nothing typed they go through all themes. */
  g_assert_true (press (fixture, 0, GDK_KEY_Down, 0));
  assert_rows (fixture, "Tantangan*|Manfaat|Manfaat › Ekonomi");
  press (fixture, 0, GDK_KEY_Down, 0);
  press (fixture, 0, GDK_KEY_Down, 0);
  press (fixture, 0, GDK_KEY_Down, 0);
  assert_rows (fixture, "Tantangan|Manfaat|Manfaat › Ekonomi*");
  press (fixture, 0, GDK_KEY_Up, 0);
  assert_rows (fixture, "Tantangan|Manfaat*|Manfaat › Ekonomi");

  type (fixture, 0, "an");
  assert_rows (fixture, "Tantangan*|Manfaat|Manfaat › Ekonomi|New theme “an”");
  type (fixture, 0, "");
  assert_rows (fixture, "");

  type (fixture, 0, "man");
  assert_rows (fixture, "Manfaat*|Manfaat › Ekonomi|New theme “man”");
  press (fixture, 0, GDK_KEY_Down, 0);
  press (fixture, 0, GDK_KEY_Return, 0);
  assert_passages (fixture, "0-9 Ekonomi|");
}

static void
test_new_theme (Fixture       *fixture,
                gconstpointer  data)
{
  GListModel *themes = telaah_session_get_themes (fixture->session);
  TelaahTheme *made;

  open (fixture, 0, 9);
  type (fixture, 0, "xyz");
  assert_rows (fixture, "New theme “xyz”*");
  press (fixture, 0, GDK_KEY_Return, 0);
  assert_passages (fixture, "0-9 xyz|");
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 4);

  /* One that is there is not made again, whatever its case. */
  open (fixture, 0, 9);
  type (fixture, 0, "XYZ");
  assert_rows (fixture, "xyz*");

  /* Below others, those that are missing too. */
  type (fixture, 0, "manfaat > Hemat/Waktu");
  assert_rows (fixture, "New theme “manfaat › Hemat › Waktu”*");
  press (fixture, 0, GDK_KEY_Return, 0);
  assert_passages (fixture, "0-9 xyz Waktu|");
  g_assert_cmpuint (g_list_model_get_n_items (themes), ==, 6);
  made = telaah_session_find_theme (fixture->session, telaah_test_get_id (themes, 4));
  g_assert_cmpstr (telaah_theme_fields (made)->name, ==, "Waktu");
  made = telaah_session_find_theme (fixture->session, telaah_theme_fields (made)->parent);
  g_assert_cmpstr (telaah_theme_fields (made)->name, ==, "Hemat");
  g_assert_cmpstr (telaah_theme_fields (made)->parent, ==, fixture->project.themes[1]);
}

static void
test_digits (Fixture       *fixture,
             gconstpointer  data)
{
  set_digit (fixture, 2, "7");

  open (fixture, 0, 9);
  g_assert_false (press (fixture, 0, GDK_KEY_5, 0));   /* nobody's: it is typed */
  type (fixture, 0, "2");
  g_assert_false (press (fixture, 0, GDK_KEY_7, 0));   /* part of a word */
  type (fixture, 0, "");
  g_assert_false (press (fixture, 0, GDK_KEY_7, GDK_ALT_MASK));
  assert_passages (fixture, "");

  g_assert_true (press (fixture, 0, GDK_KEY_7, 0));
  assert_passages (fixture, "0-9 Ekonomi|");
  until (!is_open (fixture));

  open (fixture, 10, 17);
  g_assert_true (press (fixture, 0, GDK_KEY_KP_7, 0));
  assert_passages (fixture, "0-9 Ekonomi|10-17 Ekonomi|");
}

static void
test_note (Fixture       *fixture,
           gconstpointer  data)
{
  guint before = count_verbs (fixture);
  GtkWidget *focus;

  /* With a theme: one verb. */
  open (fixture, 0, 9);
  type (fixture, 0, "tant");
  g_assert_true (press (fixture, 0, GDK_KEY_Tab, 0));
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (gtk_widget_is_ancestor (focus, GTK_WIDGET (get_entry (fixture, 1))));
  type (fixture, 1, " Siapa? ");
  g_assert_true (press (fixture, 1, GDK_KEY_Return, 0));
  assert_passages (fixture, "0-9 Tantangan “Siapa?”|");
  g_assert_cmpuint (count_verbs (fixture), ==, before + 1);
  until (!is_open (fixture));

  /* Alone: on the same passage, and on another, which has no theme then. */
  open (fixture, 0, 9);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 1)), ==, "");
  type (fixture, 1, "Kapan?");
  press (fixture, 1, GDK_KEY_Return, 0);
  open (fixture, 10, 17);
  telaah_tag_popover_focus_note (fixture->popover);
  type (fixture, 1, "Di mana?");
  press (fixture, 1, GDK_KEY_Return, 0);
  assert_passages (fixture, "0-9 Tantangan “Kapan?” “Siapa?”|10-17 “Di mana?”|");
  g_assert_cmpuint (count_verbs (fixture), ==, before + 3);

  /* With neither it closes. */
  open (fixture, 20, 25);
  press (fixture, 1, GDK_KEY_Return, 0);
  until (!is_open (fixture));
  g_assert_cmpuint (count_verbs (fixture), ==, before + 3);
}

/* A click beside the palette is no reason to lose a note. */
static void
test_keeps_note (Fixture       *fixture,
                 gconstpointer  data)
{
  open (fixture, 0, 9);
  type (fixture, 1, "Siapa");
  gtk_popover_popdown (GTK_POPOVER (fixture->popover));
  until (!is_open (fixture));

  open (fixture, 0, 9);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 1)), ==, "Siapa");
  open (fixture, 0, 10);
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 1)), ==, "");
}

static void
test_stays (Fixture       *fixture,
            gconstpointer  data)
{
  open (fixture, 0, 9);
  type (fixture, 0, "tant");
  g_assert_true (press (fixture, 0, GDK_KEY_Return, GDK_CONTROL_MASK));
  g_assert_true (is_open (fixture));
  g_assert_cmpstr (gtk_editable_get_text (get_entry (fixture, 0)), ==, "");
  assert_chips (fixture, "+Tantangan|Manfaat");

  type (fixture, 0, "ekon");
  press (fixture, 0, GDK_KEY_Return, 0);
  assert_passages (fixture, "0-9 Tantangan Ekonomi|");
  until (!is_open (fixture));
}

static void
test_chips (Fixture       *fixture,
            gconstpointer  data)
{
  /* Those with a digit, those used last, the first of the tree. */
  open (fixture, 0, 9);
  assert_chips (fixture, "Tantangan|Manfaat");
  set_digit (fixture, 0, "9");
  assert_chips (fixture, "Manfaat|Tantangan");
  set_digit (fixture, 0, NULL);
  type (fixture, 0, "ekon");
  press (fixture, 0, GDK_KEY_Return, 0);

  open (fixture, 10, 17);
  assert_chips (fixture, "Manfaat|Manfaat › Ekonomi|Tantangan");
  click_chip (fixture, 1);
  until (!is_open (fixture));
  assert_passages (fixture, "0-9 Ekonomi|10-17 Ekonomi|");

  /* What the passage has is pressed, and is taken off by a click. */
  open (fixture, 10, 17);
  assert_chips (fixture, "+Manfaat › Ekonomi|Manfaat|Tantangan");
  click_chip (fixture, 0);
  g_assert_true (is_open (fixture));
  assert_passages (fixture, "0-9 Ekonomi|");
  assert_chips (fixture, "Manfaat|Manfaat › Ekonomi|Tantangan");
}

static void
test_recent (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *folder = g_test_build_filename (G_TEST_BUILT, "..", "data", NULL);
  g_autoptr(GSettingsSchemaSource) source = g_settings_schema_source_new_from_directory (folder, NULL, TRUE, NULL);
  g_autoptr(GSettingsSchema) schema = source != NULL
                                        ? g_settings_schema_source_lookup (source, "org.telaah.Telaah", FALSE) : NULL;
  g_autoptr(GSettings) settings = NULL;
  g_auto(GStrv) recent = NULL;
  const char *before[] = { "of-another-project", fixture->project.themes[2], NULL };

  if (schema == NULL)
    {
      g_test_skip ("the settings schema has not been compiled");
      return;
    }

  settings = g_settings_new_full (schema, NULL, NULL);
  g_settings_set_strv (settings, "recent-themes", before);
  telaah_tag_popover_set_settings (fixture->popover, settings);
  open (fixture, 0, 9);
  assert_chips (fixture, "Tantangan|Manfaat|Manfaat › Ekonomi");

  type (fixture, 0, "tant");
  press (fixture, 0, GDK_KEY_Return, 0);
  recent = g_settings_get_strv (settings, "recent-themes");
  g_assert_cmpuint (g_strv_length (recent), ==, 3);
  g_assert_cmpstr (recent[0], ==, fixture->project.themes[0]);
  g_assert_cmpstr (recent[1], ==, "of-another-project");
}

/* A passage of the same words by another coder is another passage. */
static void
test_coders (Fixture       *fixture,
             gconstpointer  data)
{
  open (fixture, 0, 9);
  type (fixture, 0, "tant");
  press (fixture, 0, GDK_KEY_Return, 0);

  telaah_session_set_coder (fixture->session, "wibowo");
  open (fixture, 0, 9);
  assert_chips (fixture, "Tantangan|Manfaat");
  type (fixture, 0, "ekon");
  press (fixture, 0, GDK_KEY_Return, 0);
  g_assert_cmpuint (telaah_session_count (fixture->session, NULL, NULL), ==, 2);
}

/* Themes that others make, and sources that they take away, while it is open. */
static void
test_follows_others (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (fixture->session);

  open (fixture, 0, 9);
  type (fixture, 0, "tan");
  assert_rows (fixture, "Tantangan*|New theme “tan”");
  g_free (telaah_session_add_theme (other, "Tanah air", NULL, NULL, NULL, NULL));
  g_assert_true (telaah_session_catch_up (fixture->session, NULL));
  assert_rows (fixture, "Tantangan*|Tanah air|New theme “tan”");
  assert_chips (fixture, "Tantangan|Manfaat|Tanah air");

  telaah_test_does (other, telaah_session_remove_source (other, fixture->project.sources[0], &fault));
  g_assert_true (telaah_session_catch_up (fixture->session, NULL));
  until (!is_open (fixture));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) chips = NULL;

  open (fixture, 0, 9);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (fixture, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Theme");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_entry (fixture, 1)), GTK_ACCESSIBLE_PROPERTY_LABEL, "Note");
  chips = find_all (fixture, GTK_TYPE_TOGGLE_BUTTON);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (chips->pdata[0]), GTK_ACCESSIBLE_PROPERTY_LABEL, "Tantangan");
}

#define test(name, func) g_test_add ("/app/tag-popover/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("telaah-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  test ("enter-tags", test_enter_tags);
  test ("arrows", test_arrows);
  test ("new-theme", test_new_theme);
  test ("digits", test_digits);
  test ("note", test_note);
  test ("keeps-note", test_keeps_note);
  test ("stays", test_stays);
  test ("chips", test_chips);
  test ("recent", test_recent);
  test ("coders", test_coders);
  test ("follows-others", test_follows_others);
  test ("names", test_names);

  result = g_test_run ();
  clear_folder ();
  g_rmdir (folder);

  return result;
}
