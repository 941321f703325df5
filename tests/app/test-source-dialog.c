/* The dialog of a source: fields, references that fill them, and one verb for all that has been changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-source-cite.h"
#include "app/reader/telaah-source-dialog-private.h"
#include "support/telaah-test-session.h"

#define BIBTEX \
  "@article{r, author = {Siti Rahma and Santoso, Budi}, title = {Kabel Laut}, journal = {Jurnal Bahari}, year = 2021,\n" \
  "month = mar, volume = 5, number = 2, pages = {12--34}, doi = {10.1000/jb}}"

typedef struct
{
  TelaahSession      *session;
  GtkWidget          *window;
  TelaahSourceDialog *dialog;
  char               *source;
  guint               n_verbs;      /* as the dialog opened */
} Fixture;

static const TelaahSourceFields *
get_fields (Fixture *f)
{
  return telaah_source_fields (telaah_session_find_source (f->session, f->source));
}

static guint
count_verbs (Fixture *f)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) history = telaah_session_dup_history (f->session, &error);

  g_assert_no_error (error);
  return history->len;
}

static void
open_dialog (Fixture *f)
{
  f->dialog = TELAAH_SOURCE_DIALOG (telaah_source_dialog_new (GTK_WINDOW (f->window), f->session, f->source));
  g_object_add_weak_pointer (G_OBJECT (f->dialog), (gpointer *) &f->dialog);
  gtk_window_present (GTK_WINDOW (f->dialog));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->dialog));
  f->n_verbs = count_verbs (f);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  const char *const pairs[] = {
    "title", "Old", "publisher", "Penerbit", "medium", "musical_score", "attribute:Region", "Java", NULL,
  };
  g_autoptr(GError) error = NULL;

  f->session = telaah_test_project_new ("dialog.telaah", "Laut memisahkan.", "Kabel menyatukan.", NULL);
  f->source = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), 0));
  telaah_session_describe_source (f->session, f->source, pairs, &error);
  g_assert_no_error (error);
  telaah_session_set_source (f->session, telaah_test_get_id (telaah_session_get_sources (f->session), 1),
                             "attribute:My_Genre", "opinion", &error);
  g_assert_no_error (error);

  f->window = gtk_window_new ();
  gtk_window_present (GTK_WINDOW (f->window));
  open_dialog (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *path = g_strdup (telaah_session_get_path (f->session));

  if (f->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (f->dialog));
  gtk_window_destroy (GTK_WINDOW (f->window));
  telaah_test_spin (50);
  g_assert_null (f->dialog);
  telaah_test_let_go (f->session);
  g_remove (path);
  g_free (f->source);
}

static void
type (Fixture    *f,
      guint       field,
      const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (f->dialog->rows[field]), text);
}

static void
assert_value (Fixture    *f,
              guint       field,
              const char *expected)
{
  g_autofree char *value = telaah_source_dialog_dup_value (f->dialog, field);

  g_assert_cmpstr (value, ==, expected);
}

/* In the title. A button that is activated so shows it for a moment before it is clicked. */
static void
press_enter (Fixture *f)
{
  GtkEditable *title = GTK_EDITABLE (f->dialog->rows[TELAAH_REFERENCE_TITLE]);

  g_signal_emit_by_name (gtk_editable_get_delegate (title), "activate");
  telaah_test_spin (500);
}

static gboolean
can_save (Fixture *f)
{
  return gtk_widget_get_sensitive (f->dialog->apply_button);
}

/* One verb, and the dialog has gone. */
static void
save (Fixture *f)
{
  g_assert_true (can_save (f));
  g_signal_emit_by_name (f->dialog->apply_button, "clicked");
  telaah_test_spin (50);
  g_assert_null (f->dialog);
  g_assert_cmpuint (count_verbs (f), ==, f->n_verbs + 1);
  g_assert_cmpstr (telaah_session_get_undo (f->session), ==, "set-source");
}

static const char *
get_notice (Fixture *f)
{
  return gtk_widget_get_visible (f->dialog->notice) ? gtk_label_get_text (f->dialog->notice_label) : NULL;
}

/* ---- Fields ---- */

static void
test_opens_as_it_is (Fixture       *f,
                     gconstpointer  data)
{
  g_assert_false (can_save (f));
  assert_value (f, TELAAH_REFERENCE_TITLE, "Old");
  assert_value (f, TELAAH_REFERENCE_AUTHOR, "");
  assert_value (f, TELAAH_REFERENCE_MEDIUM, "musical_score");
  assert_value (f, TELAAH_SOURCE_READING, "");
  g_assert_null (get_notice (f));
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->dialog)),
                                         f->dialog->rows[TELAAH_REFERENCE_TITLE]));
}

/* What is saved are the changed fields, and of no other field the journal says anything. */
static void
test_saves_changes (Fixture       *f,
                    gconstpointer  data)
{
  g_autoptr(GPtrArray) attributes = NULL;
  g_autofree char *volume = NULL;

  type (f, TELAAH_REFERENCE_AUTHOR, " Rahma, Siti ");
  type (f, TELAAH_REFERENCE_VOLUME, "5");
  type (f, TELAAH_REFERENCE_PAGES, "12-34");
  type (f, TELAAH_REFERENCE_DOI, "https://doi.org/10.1000/182");
  type (f, TELAAH_REFERENCE_PUBLISHER, "");
  adw_combo_row_set_selected (ADW_COMBO_ROW (f->dialog->rows[TELAAH_SOURCE_READING]), 2);
  adw_combo_row_set_selected (ADW_COMBO_ROW (f->dialog->rows[TELAAH_REFERENCE_MEDIUM]), 0);
  save (f);

  g_assert_cmpstr (get_fields (f)->title, ==, "Old");
  g_assert_cmpstr (get_fields (f)->author, ==, "Rahma, Siti");
  g_assert_cmpstr (get_fields (f)->volume, ==, "5");
  g_assert_cmpstr (get_fields (f)->pages, ==, "12–34");
  g_assert_cmpstr (get_fields (f)->doi, ==, "10.1000/182");
  g_assert_cmpstr (get_fields (f)->reading, ==, "read");
  g_assert_null (get_fields (f)->publisher);
  g_assert_null (get_fields (f)->medium);
  g_assert_null (get_fields (f)->date);
  attributes = telaah_session_dup_attributes (f->session, f->source);
  g_assert_cmpuint (attributes->len, ==, 2);

  /* One step takes it back. */
  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  g_assert_null (get_fields (f)->author);
  g_assert_cmpstr (get_fields (f)->publisher, ==, "Penerbit");
  g_assert_cmpstr (get_fields (f)->medium, ==, "musical_score");
}

/* Somebody else's change to another field stays. */
static void
test_leaves_the_rest (Fixture       *f,
                      gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  telaah_session_set_source (f->session, f->source, "publisher", "Other", &error);
  g_assert_no_error (error);
  f->n_verbs++;
  type (f, TELAAH_REFERENCE_TITLE, "New");
  save (f);
  g_assert_cmpstr (get_fields (f)->title, ==, "New");
  g_assert_cmpstr (get_fields (f)->publisher, ==, "Other");
}

static void
test_all_can_be_unknown (Fixture       *f,
                         gconstpointer  data)
{
  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    if (GTK_IS_EDITABLE (f->dialog->rows[i]))
      type (f, i, "  ");
  save (f);
  g_assert_null (get_fields (f)->title);
  g_assert_null (get_fields (f)->publisher);
}

static void
test_cancel_changes_nothing (Fixture       *f,
                             gconstpointer  data)
{
  type (f, TELAAH_REFERENCE_TITLE, "New");
  gtk_widget_activate_action (GTK_WIDGET (f->dialog), "details.back", NULL);
  telaah_test_spin (50);
  g_assert_null (f->dialog);
  g_assert_cmpuint (count_verbs (f), ==, f->n_verbs);
}

static void
check_refused (Fixture    *f,
               guint       field,
               GtkWidget  *hint,
               const char *bad,
               const char *good)
{
  type (f, field, bad);
  g_assert_false (can_save (f));
  g_assert_true (gtk_widget_get_mapped (hint));
  g_assert_true (gtk_widget_has_css_class (f->dialog->rows[field], "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (f->dialog->rows[field]), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);

  type (f, field, good);
  g_assert_true (can_save (f));
  g_assert_false (gtk_widget_get_mapped (hint));
  g_assert_false (gtk_widget_has_css_class (f->dialog->rows[field], "error"));
}

static void
test_refuses (Fixture       *f,
              gconstpointer  data)
{
  check_refused (f, TELAAH_REFERENCE_DATE, f->dialog->date_hint, "4 March", "2021-03-04");
  check_refused (f, TELAAH_REFERENCE_ACCESSED, f->dialog->accessed_hint, "2021-13", "2021");
  check_refused (f, TELAAH_REFERENCE_DOI, f->dialog->doi_hint, "none", "doi:10.1/2");
  check_refused (f, TELAAH_REFERENCE_LANGUAGE, f->dialog->language_hint, "english", "en");

  /* Enter in a field does not get past it. */
  type (f, TELAAH_REFERENCE_DATE, "yesterday");
  press_enter (f);
  g_assert_nonnull (f->dialog);
  g_assert_cmpuint (count_verbs (f), ==, f->n_verbs);
}

/* What was written before the rules were made is no reason to refuse the rest. */
static void
test_forgives_what_was_there (Fixture       *f,
                              gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  gtk_window_destroy (GTK_WINDOW (f->dialog));
  telaah_session_set_source (f->session, f->source, "language", "bahasa", &error);
  g_assert_no_error (error);
  open_dialog (f);
  type (f, TELAAH_REFERENCE_TITLE, "New");
  save (f);
  g_assert_cmpstr (get_fields (f)->language, ==, "bahasa");
}

/* ---- Attributes ---- */

static GtkWidget *
find_row (GtkWidget  *widget,
          const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (widget) &&
      g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)), title) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static GtkWidget *
find_button (GtkWidget  *widget,
             const char *tooltip)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_widget_get_tooltip_text (widget), tooltip) == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, tooltip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_attributes (Fixture       *f,
                 gconstpointer  data)
{
  GtkWidget *group = GTK_WIDGET (f->dialog->attributes), *region = find_row (group, "Region");
  GtkWidget *new_row = find_row (group, "New Attribute");
  g_autoptr(GPtrArray) pairs = NULL;

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (region)), ==, "Java");
  g_signal_emit_by_name (find_button (region, "Remove “Region”"), "clicked");
  g_assert_null (find_row (group, "Region"));
  g_assert_true (can_save (f));

  /* A name of one's own, by Enter; one from another source, from the list; and neither twice. */
  gtk_editable_set_text (GTK_EDITABLE (new_row), " <Kind> & so ");
  g_signal_emit_by_name (new_row, "entry-activated");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (f->dialog)), find_row (group, "<Kind> & so")));
  gtk_editable_set_text (GTK_EDITABLE (find_row (group, "<Kind> & so")), "essay");
  gtk_widget_activate_action (group, "attribute.add", "s", "My_Genre");
  gtk_editable_set_text (GTK_EDITABLE (find_row (group, "My_Genre")), "column");
  telaah_attribute_group_add (f->dialog->attributes, "My_Genre");
  telaah_attribute_group_add (f->dialog->attributes, "Empty");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (new_row)), ==, "");
  save (f);

  pairs = telaah_session_dup_attributes (f->session, f->source);
  g_assert_cmpuint (pairs->len, ==, 4);
  g_assert_cmpstr (pairs->pdata[0], ==, "<Kind> & so");
  g_assert_cmpstr (pairs->pdata[1], ==, "essay");
  g_assert_cmpstr (pairs->pdata[2], ==, "My_Genre");
  g_assert_cmpstr (pairs->pdata[3], ==, "column");
}

/* ---- References ---- */

static void
copy (Fixture    *f,
      const char *words)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (f->dialog)), words);
}

static void
test_paste_fills (Fixture       *f,
                  gconstpointer  data)
{
  copy (f, BIBTEX);
  gtk_widget_activate_action (GTK_WIDGET (f->dialog), "reference.paste", NULL);
  telaah_test_spin (100);

  assert_value (f, TELAAH_REFERENCE_TITLE, "Kabel Laut");
  assert_value (f, TELAAH_REFERENCE_AUTHOR, "Rahma, Siti; Santoso, Budi");
  assert_value (f, TELAAH_REFERENCE_PUBLISHER, "Penerbit");
  assert_value (f, TELAAH_REFERENCE_MEDIUM, "article-journal");
  g_assert_cmpstr (get_notice (f), ==, "Filled from the reference: Title · Authors · Date · Kind · "
                   "Journal, Newspaper, Site or Book · Volume · Issue · Pages · DOI");
  g_assert_true (gtk_widget_has_css_class (f->dialog->rows[TELAAH_REFERENCE_TITLE], "success"));
  g_assert_cmpuint (count_verbs (f), ==, f->n_verbs);

  save (f);
  g_assert_cmpstr (get_fields (f)->date, ==, "2021-03");
  g_assert_cmpstr (get_fields (f)->container, ==, "Jurnal Bahari");
  g_assert_cmpstr (get_fields (f)->pages, ==, "12–34");
  g_assert_null (get_fields (f)->url);
}

static void
test_fill_is_taken_back (Fixture       *f,
                         gconstpointer  data)
{
  type (f, TELAAH_REFERENCE_TITLE, "Mine");
  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX, -1));
  assert_value (f, TELAAH_REFERENCE_TITLE, "Kabel Laut");
  g_signal_emit_by_name (f->dialog->take_back_button, "clicked");
  assert_value (f, TELAAH_REFERENCE_TITLE, "Mine");
  assert_value (f, TELAAH_REFERENCE_MEDIUM, "musical_score");
  assert_value (f, TELAAH_REFERENCE_DOI, "");
  g_assert_null (get_notice (f));
  g_assert_false (gtk_widget_has_css_class (f->dialog->rows[TELAAH_REFERENCE_TITLE], "success"));

  /* The same again says nothing new. */
  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX, -1));
  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX, -1));
  g_assert_cmpstr (get_notice (f), ==, "The reference says nothing that is not here already.");
  g_assert_false (gtk_widget_get_visible (f->dialog->take_back_button));
}

static void
test_says_why_not (Fixture       *f,
                   gconstpointer  data)
{
  g_assert_false (telaah_source_dialog_fill_from (f->dialog, "@book{a,\ntitle=}", -1));
  g_assert_cmpstr (get_notice (f), ==, "This BibTeX cannot be read: in line 2, a value is missing.");
  assert_value (f, TELAAH_REFERENCE_TITLE, "Old");
  g_assert_false (can_save (f));
}

/* As a key is pressed, before the fields see it. */
static gboolean
press (Fixture         *f,
       guint            key,
       GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->dialog));
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller))
        g_signal_emit_by_name (controller, "key-pressed", key, 0, modifiers, &handled);
    }

  return handled;
}

static void
test_pastes_by_key (Fixture       *f,
                    gconstpointer  data)
{
  GtkEditable *title = GTK_EDITABLE (f->dialog->rows[TELAAH_REFERENCE_TITLE]);

  /* With the focus in the title, which words that are no reference go into. */
  gtk_editable_select_region (title, 0, -1);
  copy (f, "Some words");
  g_assert_true (press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  telaah_test_spin (100);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "Some words");
  g_assert_null (get_notice (f));

  copy (f, "TY  - BOOK\nTI  - A book\nER  - \n");
  g_assert_true (press (f, GDK_KEY_v, GDK_CONTROL_MASK));
  telaah_test_spin (100);
  g_assert_cmpstr (gtk_editable_get_text (title), ==, "A book");
  assert_value (f, TELAAH_REFERENCE_MEDIUM, "book");
  g_assert_false (press (f, GDK_KEY_v, 0));
}

static void
test_one_of_several (Fixture       *f,
                     gconstpointer  data)
{
  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX "@book{b, title={Second}} @book{c, title={OLD}}", -1));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->dialog->stack), ==, "choose");
  g_assert_false (gtk_widget_get_visible (f->dialog->apply_button));
  assert_value (f, TELAAH_REFERENCE_TITLE, "Old");

  /* Back, and nothing is filled. */
  gtk_widget_activate_action (GTK_WIDGET (f->dialog), "details.back", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->dialog->stack), ==, "details");
  g_assert_false (can_save (f));

  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX "@book{b, title={Second}}", -1));
  telaah_test_spin (400);
  g_signal_emit_by_name (f->dialog->chooser, "chosen", 1);
  telaah_test_spin (400);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->dialog->stack), ==, "details");
  assert_value (f, TELAAH_REFERENCE_TITLE, "Second");
  assert_value (f, TELAAH_REFERENCE_DOI, "");

  /* Enter in a field saves, as before. */
  g_assert_true (gtk_window_get_default_widget (GTK_WINDOW (f->dialog)) == f->dialog->apply_button);
  press_enter (f);
  g_assert_null (f->dialog);
  g_assert_cmpstr (get_fields (f)->title, ==, "Second");
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      wanted)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), wanted))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, wanted);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_searches_several (Fixture       *f,
                       gconstpointer  data)
{
  GtkWidget *search = find_type (GTK_WIDGET (f->dialog->chooser), GTK_TYPE_SEARCH_ENTRY);

  /* The one that is probably meant is selected; Enter takes it. */
  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX "@article{b, title={Second}, author={Lestari}}"
                                                 "@book{c, title={OLD}}", -1));
  g_signal_emit_by_name (search, "activate");
  assert_value (f, TELAAH_REFERENCE_TITLE, "OLD");

  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX "@article{b, title={Second}, author={Lestari}}", -1));
  gtk_editable_set_text (GTK_EDITABLE (search), "LEST");
  g_signal_emit_by_name (search, "activate");
  assert_value (f, TELAAH_REFERENCE_TITLE, "Second");

  /* Where nothing is found, nothing is taken. */
  g_assert_true (telaah_source_dialog_fill_from (f->dialog, BIBTEX BIBTEX, -1));
  gtk_editable_set_text (GTK_EDITABLE (search), "nobody");
  g_signal_emit_by_name (search, "activate");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->dialog->stack), ==, "choose");
  g_signal_emit_by_name (search, "stop-search");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->dialog->stack), ==, "details");
}

static void
drop (Fixture      *f,
      const GValue *value)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (f->dialog));
  gboolean taken = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_DROP_TARGET (controller))
        g_signal_emit_by_name (controller, "drop", value, 5.0, 5.0, &taken);
    }
  g_assert_true (taken);
}

static void
test_drops (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *path = telaah_test_dup_path ("list.bib");
  g_autoptr(GFile) file = g_file_new_for_path (path);
  GValue words = G_VALUE_INIT, files = G_VALUE_INIT;
  g_autoptr(GError) error = NULL;

  g_value_init (&words, G_TYPE_STRING);
  g_value_set_static_string (&words, "[{\"title\": \"Dropped\"}]");
  drop (f, &words);
  assert_value (f, TELAAH_REFERENCE_TITLE, "Dropped");
  g_value_unset (&words);

  g_file_set_contents (path, BIBTEX, -1, &error);
  g_assert_no_error (error);
  g_value_init (&files, GDK_TYPE_FILE_LIST);
  g_value_take_boxed (&files, gdk_file_list_new_from_array (&file, 1));
  drop (f, &files);
  telaah_test_spin (300);
  assert_value (f, TELAAH_REFERENCE_TITLE, "Kabel Laut");

  /* One that cannot be read says so. */
  g_remove (path);
  drop (f, &files);
  telaah_test_spin (300);
  g_assert_nonnull (strstr (get_notice (f), "list.bib"));
  assert_value (f, TELAAH_REFERENCE_TITLE, "Kabel Laut");
  g_value_unset (&files);
}

/* ---- Citing ---- */

static void
text_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
assert_copied (Fixture    *f,
               const char *expected)
{
  g_autofree char *text = NULL;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (f->window), NULL, text_cb, &text);
  telaah_test_spin (100);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_copies (Fixture       *f,
             gconstpointer  data)
{
  /* What is typed counts, saved or not. */
  telaah_source_dialog_fill_from (f->dialog, BIBTEX, -1);
  gtk_widget_activate_action (GTK_WIDGET (f->dialog), "reference.copy", "s", "apa");
  assert_copied (f, "Rahma, S., & Santoso, B. (2021). Kabel Laut. Jurnal Bahari, 5(2), 12–34. https://doi.org/10.1000/jb");
  gtk_widget_activate_action (GTK_WIDGET (f->dialog), "reference.copy", "s", "ris");
  assert_copied (f, "TY  - JOUR\nAU  - Rahma, Siti\nAU  - Santoso, Budi\nTI  - Kabel Laut\n"
                 "JF  - Jurnal Bahari\nPB  - Penerbit\nPY  - 2021\nDA  - 2021/03\nVL  - 5\nIS  - 2\nSP  - 12\nEP  - 34\n"
                 "DO  - 10.1000/jb\nER  - \n");

  /* From a list of sources, as it is stored; with italics for who can show them. */
  telaah_source_copy_reference (f->window, telaah_session_find_source (f->session, f->source));
  assert_copied (f, "Old. (n.d.). Penerbit.");
  g_assert_true (gdk_content_formats_contain_mime_type (gdk_clipboard_get_formats (gtk_widget_get_clipboard (f->window)),
                                                        "text/html"));
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } cases[] = {
    { "opens-as-it-is", test_opens_as_it_is }, { "saves-changes", test_saves_changes },
    { "leaves-the-rest", test_leaves_the_rest }, { "all-can-be-unknown", test_all_can_be_unknown },
    { "cancel-changes-nothing", test_cancel_changes_nothing }, { "refuses", test_refuses },
    { "forgives-what-was-there", test_forgives_what_was_there }, { "attributes", test_attributes },
    { "paste-fills", test_paste_fills }, { "fill-is-taken-back", test_fill_is_taken_back },
    { "says-why-not", test_says_why_not }, { "pastes-by-key", test_pastes_by_key },
    { "one-of-several", test_one_of_several }, { "searches-several", test_searches_several },
    { "drops", test_drops }, { "copies", test_copies },
  };
  g_autofree char *folder = g_dir_make_tmp ("telaah-source-dialog-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/source-dialog/%s", cases[i].name);

      g_test_add (path, Fixture, NULL, set_up, cases[i].test, tear_down);
    }

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
