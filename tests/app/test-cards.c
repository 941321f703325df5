/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/reader/telaah-card-list.h"
#include "app/reader/telaah-card-note.h"
#include "app/reader/telaah-passage-card.h"
#include "app/reader/telaah-theme-tag.h"
#include "app/telaah-text-editor.h"
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
  TelaahCardList    *list;
  GString           *said;       /* what the list's signals said, each with a bar behind */
} Fixture;

static void
said_cb (Fixture    *fixture,
         const char *what)
{
  g_string_append_printf (fixture->said, "%s|", what);
}

static void
settle (Fixture *fixture)
{
  for (guint i = 0; i < 3; i++)
    {
      gtk_widget_queue_draw (fixture->window);
      gtk_test_widget_wait_for_draw (fixture->window);
      while (g_main_context_iteration (NULL, FALSE));
    }
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

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  telaah_test_project_set_up (&fixture->project, data);
  fixture->session = fixture->project.session;
  fixture->said = g_string_new (NULL);
  fixture->list = TELAAH_CARD_LIST (telaah_card_list_new ());
  g_signal_connect_swapped (fixture->list, "removed", G_CALLBACK (said_cb), fixture);
  g_signal_connect_swapped (fixture->list, "failed", G_CALLBACK (said_cb), fixture);
  g_signal_connect_swapped (fixture->list, "passage-selected", G_CALLBACK (said_cb), fixture);

  fixture->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 600);
  gtk_window_set_child (GTK_WINDOW (fixture->window), GTK_WIDGET (fixture->list));
  telaah_card_list_set_session (fixture->list, fixture->session);
  telaah_card_list_set_source (fixture->list, fixture->project.sources[0]);
  gtk_window_present (GTK_WINDOW (fixture->window));
  settle (fixture);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gpointer list = fixture->list;

  g_object_add_weak_pointer (list, &list);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  until (list == NULL);
  g_string_free (fixture->said, TRUE);
  telaah_test_project_tear_down (&fixture->project, data);
  clear_folder ();
}

/* ---- Finding ---- */

static gboolean
shows (GtkWidget  *widget,
       const char *text)
{
  if (GTK_IS_LABEL (widget))
    return g_strcmp0 (gtk_label_get_text (GTK_LABEL (widget)), text) == 0;

  return g_strcmp0 (gtk_widget_get_tooltip_text (widget), text) == 0;
}

/* The first mapped widget of the type that shows @text, in itself or its tooltip; NULL: any. */
static GtkWidget *
find (gpointer    root,
      GType       type,
      const char *text)
{
  if (!gtk_widget_get_mapped (root))
    return NULL;
  if (g_type_is_a (G_OBJECT_TYPE (root), type) && (text == NULL || shows (root, text)))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, text);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static guint
count (gpointer root,
       GType    type)
{
  guint n = g_type_is_a (G_OBJECT_TYPE (root), type);

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    n += count (child, type);

  return n;
}

static guint
count_verbs (Fixture *fixture)
{
  g_autoptr(GPtrArray) history = telaah_session_dup_history (fixture->session, NULL);

  return history->len;
}

static char *
tag (Fixture    *fixture,
     guint       start,
     guint       end,
     const char *theme,
     const char *note)
{
  const char *const themes[] = { theme, NULL };
  TelaahTagging tagging = {
    .source = fixture->project.sources[0], .span = { start, end }, .themes = themes, .note = note,
  };
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_tag (fixture->session, &tagging, &error);

  g_assert_no_error (error);
  return id;
}

static const char *
get_note (Fixture    *fixture,
          const char *passage)
{
  GPtrArray *notes = telaah_passage_get_notes (telaah_session_find_passage (fixture->session, passage));

  return notes != NULL && notes->len > 0 ? telaah_note_fields (notes->pdata[0])->text : NULL;
}

static TelaahTextEditor *
find_editor (Fixture *fixture)
{
  return TELAAH_TEXT_EDITOR (find (fixture->list, TELAAH_TYPE_TEXT_EDITOR, NULL));
}

/* As a writer does: into the buffer, at its end. */
static void
type (TelaahTextEditor *editor,
      const char       *text)
{
  GtkWidget *view = find (editor, GTK_TYPE_TEXT_VIEW, NULL);
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (view));
  GtkTextIter end;

  gtk_text_buffer_get_end_iter (buffer, &end);
  gtk_text_buffer_insert (buffer, &end, text, -1);
}

/* ---- Tests ---- */

static void
test_shows (Fixture       *fixture,
            gconstpointer  data)
{
  g_autofree char *id = NULL;
  GtkWidget *card;

  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "Select words in the text to tag them."));

  id = tag (fixture, 0, 17, fixture->project.themes[0], "Siapa yang membayar?");
  settle (fixture);
  card = find (fixture->list, TELAAH_TYPE_PASSAGE_CARD, NULL);
  g_assert_nonnull (card);
  g_assert_nonnull (find (card, GTK_TYPE_LABEL, "Tantangan"));
  g_assert_nonnull (find (card, GTK_TYPE_LABEL, "Diplomasi digital"));
  g_assert_nonnull (find (card, GTK_TYPE_LABEL, "Siapa yang membayar?"));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "1"));
  g_assert_null (find (fixture->list, GTK_TYPE_LABEL, "Select words in the text to tag them."));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Tantangan: Diplomasi digital");

  telaah_card_list_set_source (fixture->list, NULL);
  settle (fixture);
  g_assert_null (find (fixture->list, TELAAH_TYPE_PASSAGE_CARD, NULL));
  g_assert_null (find (fixture->list, GTK_TYPE_LABEL, "Select words in the text to tag them."));
}

static void
test_theme_changes (Fixture       *fixture,
                    gconstpointer  data)
{
  g_autofree char *id = tag (fixture, 0, 17, fixture->project.themes[0], NULL);

  settle (fixture);
  telaah_test_does (fixture->session, telaah_session_set_theme (fixture->session, fixture->project.themes[0], "name",
                                                                "Rintangan", &fault));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "Rintangan"));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_BUTTON, "Untag Rintangan"));
}

static void
test_edits_note (Fixture       *fixture,
                 gconstpointer  data)
{
  g_autofree char *id = tag (fixture, 0, 17, fixture->project.themes[0], "Siapa");
  g_autofree char *text = NULL;
  TelaahTextEditor *editor;
  guint before;

  settle (fixture);
  g_assert_null (find_editor (fixture));
  telaah_card_list_set_selected (fixture->list, id);
  settle (fixture);
  editor = find_editor (fixture);
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_TEXT_EDITOR), ==, 2);   /* the note, and a new one */

  before = count_verbs (fixture);
  type (editor, " yang");
  type (editor, " membayar?");
  telaah_card_list_flush (fixture->list);
  g_assert_cmpstr (get_note (fixture, id), ==, "Siapa yang membayar?");
  g_assert_cmpuint (count_verbs (fixture), ==, before + 1);
  telaah_card_list_flush (fixture->list);
  g_assert_cmpuint (count_verbs (fixture), ==, before + 1);

  telaah_test_does (fixture->session, telaah_session_undo (fixture->session, &fault));
  g_assert_true (find_editor (fixture) == editor);
  text = telaah_text_editor_dup_text (editor);
  g_assert_cmpstr (text, ==, "Siapa");

  /* Without words it goes. */
  g_clear_pointer (&text, g_free);
  g_object_set (editor, "text", "", NULL);
  type (editor, "  ");
  telaah_card_list_flush (fixture->list);
  g_assert_null (get_note (fixture, id));
  g_assert_cmpstr (fixture->said->str, ==, "Note|");
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_TEXT_EDITOR), ==, 1);
}

static void
test_adds_note (Fixture       *fixture,
                gconstpointer  data)
{
  g_autofree char *id = tag (fixture, 0, 17, fixture->project.themes[0], NULL);
  TelaahTextEditor *editor;
  guint before;

  settle (fixture);
  telaah_card_list_edit_note (fixture->list, id);
  until (gtk_window_get_focus (GTK_WINDOW (fixture->window)) != NULL &&
         GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  editor = find_editor (fixture);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (editor)));

  before = count_verbs (fixture);
  type (editor, "Satu");
  telaah_card_list_flush (fixture->list);
  g_assert_cmpstr (get_note (fixture, id), ==, "Satu");
  settle (fixture);

  /* The writer goes on in the same place, which is the note now; another can be added below. */
  g_assert_true (find_editor (fixture) == editor);
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (GTK_WINDOW (fixture->window)), GTK_WIDGET (editor)));
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_TEXT_EDITOR), ==, 2);
  type (editor, " dua");
  telaah_card_list_flush (fixture->list);
  g_assert_cmpstr (get_note (fixture, id), ==, "Satu dua");
  g_assert_cmpuint (telaah_passage_get_notes (telaah_session_find_passage (fixture->session, id))->len, ==, 1);
  g_assert_cmpuint (count_verbs (fixture), ==, before + 2);

  telaah_card_list_set_selected (fixture->list, NULL);
  settle (fixture);
  g_assert_null (find_editor (fixture));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "Satu dua"));
  g_assert_cmpuint (count_verbs (fixture), ==, before + 2);
}

/* As a click on the widget does, in its middle. */
static void
click (GtkWidget  *on,
       const char *signal,
       GtkWidget  *widget)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (on);
  double x, y;

  g_assert_true (gtk_widget_translate_coordinates (widget, on, gtk_widget_get_width (widget) / 2.0,
                                                   gtk_widget_get_height (widget) / 2.0, &x, &y));
  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_CLICK (controller))
        g_signal_emit_by_name (controller, signal, 1, x, y);
    }
}

/* A click on a note chooses its card and puts the caret there. */
static void
test_clicks_note (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *one = tag (fixture, 0, 9, fixture->project.themes[0], "Siapa");
  g_autofree char *two = tag (fixture, 10, 17, fixture->project.themes[0], NULL);
  g_autofree char *said = g_strdup_printf ("%s|", one);
  GtkWidget *note, *view, *focus;

  settle (fixture);
  telaah_card_list_edit_note (fixture->list, two);
  until (GTK_IS_TEXT_VIEW (gtk_window_get_focus (GTK_WINDOW (fixture->window))));
  type (find_editor (fixture), "Ingat");
  note = find (fixture->list, TELAAH_TYPE_CARD_NOTE, NULL);
  view = gtk_widget_get_parent (gtk_widget_get_ancestor (note, TELAAH_TYPE_PASSAGE_CARD));
  click (note, "pressed", note);
  click (view, "released", note);
  settle (fixture);

  g_assert_cmpstr (telaah_card_list_get_selected (fixture->list), ==, one);
  g_assert_cmpstr (fixture->said->str, ==, said);
  g_assert_cmpstr (get_note (fixture, two), ==, "Ingat");
  focus = gtk_window_get_focus (GTK_WINDOW (fixture->window));
  g_assert_true (GTK_IS_TEXT_VIEW (focus) && gtk_widget_is_ancestor (focus, note));
}

/* Deselecting saves what was being typed. */
static void
test_keeps_words (Fixture       *fixture,
                  gconstpointer  data)
{
  g_autofree char *one = tag (fixture, 0, 17, fixture->project.themes[0], NULL);
  g_autofree char *two = tag (fixture, 3, 20, fixture->project.themes[0], NULL);

  settle (fixture);
  telaah_card_list_set_selected (fixture->list, one);
  settle (fixture);
  type (find_editor (fixture), "Ingat");
  telaah_card_list_set_selected (fixture->list, two);
  g_assert_cmpstr (get_note (fixture, one), ==, "Ingat");
  g_assert_cmpstr (telaah_card_list_get_selected (fixture->list), ==, two);

  settle (fixture);
  type (find_editor (fixture), "Lagi");
  telaah_card_list_set_source (fixture->list, fixture->project.sources[1]);
  g_assert_cmpstr (get_note (fixture, two), ==, "Lagi");
  g_assert_null (telaah_card_list_get_selected (fixture->list));
  g_assert_cmpstr (fixture->said->str, ==, "");
}

static void
test_untags (Fixture       *fixture,
             gconstpointer  data)
{
  g_autofree char *id = tag (fixture, 0, 17, fixture->project.themes[0], NULL);
  GtkWidget *button;

  g_free (tag (fixture, 0, 17, fixture->project.themes[2], NULL));
  settle (fixture);
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "Ekonomi"));

  button = find (fixture->list, GTK_TYPE_BUTTON, "Untag Tantangan");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, "Untag Tantangan");
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (telaah_passage_has_theme (telaah_session_find_passage (fixture->session, id),
                                            fixture->project.themes[0]));
  settle (fixture);
  g_assert_null (find (fixture->list, GTK_TYPE_BUTTON, "Untag Tantangan"));
  g_assert_cmpstr (fixture->said->str, ==, "Tag “Tantangan”|");

  /* With the last one goes the passage. */
  g_signal_emit_by_name (find (fixture->list, GTK_TYPE_BUTTON, "Untag Ekonomi"), "clicked");
  g_assert_null (telaah_session_find_passage (fixture->session, id));
  settle (fixture);
  g_assert_null (find (fixture->list, TELAAH_TYPE_PASSAGE_CARD, NULL));
  g_assert_cmpstr (fixture->said->str, ==, "Tag “Tantangan”|Passage|");
}

static void
test_removes (Fixture       *fixture,
              gconstpointer  data)
{
  g_autofree char *one = tag (fixture, 0, 9, fixture->project.themes[0], NULL);
  g_autofree char *two = tag (fixture, 10, 17, fixture->project.themes[0], NULL);
  g_autofree char *said = g_strdup_printf ("%s|Passage|Passage|", two);

  settle (fixture);
  telaah_card_list_set_selected (fixture->list, one);
  g_assert_cmpstr (fixture->said->str, ==, "");   /* not by the reader's hand */

  /* The next one is selected then. */
  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "cards.remove", NULL);
  g_assert_null (telaah_session_find_passage (fixture->session, one));
  g_assert_cmpstr (telaah_card_list_get_selected (fixture->list), ==, two);

  gtk_widget_activate_action (GTK_WIDGET (fixture->list), "cards.remove", NULL);
  g_assert_null (telaah_session_find_passage (fixture->session, two));
  g_assert_null (telaah_card_list_get_selected (fixture->list));
  g_assert_cmpstr (fixture->said->str, ==, said);
}

static void
test_follows_others (Fixture       *fixture,
                     gconstpointer  data)
{
  g_autofree char *id = tag (fixture, 10, 17, fixture->project.themes[0], "Siapa");
  g_autoptr(TelaahSession) other = telaah_test_reopen (fixture->session);
  g_autofree char *text = NULL;
  g_autofree char *theirs = NULL;
  TelaahTextEditor *editor;

  settle (fixture);
  telaah_card_list_set_selected (fixture->list, id);
  settle (fixture);
  editor = find_editor (fixture);
  type (editor, " yang");

  /* A passage before it, a theme on it: its card stays the same, with the words that are being typed. */
  theirs = telaah_test_tag (other, fixture->project.sources[0], 0, 9, fixture->project.themes[1], NULL);
  g_free (telaah_test_tag (other, fixture->project.sources[0], 10, 17, fixture->project.themes[2], NULL));
  g_assert_true (telaah_session_catch_up (fixture->session, NULL));
  settle (fixture);

  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "2"));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "Manfaat"));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "Ekonomi"));
  g_assert_cmpstr (telaah_card_list_get_selected (fixture->list), ==, id);
  g_assert_true (find_editor (fixture) == editor);
  text = telaah_text_editor_dup_text (editor);
  g_assert_cmpstr (text, ==, "Siapa yang");

  /* It moves before the other one. */
  telaah_test_does (other, telaah_session_move_passage (other, id, (TelaahSpan) { 0, 20 }, &fault));
  g_assert_true (telaah_session_catch_up (fixture->session, NULL));
  settle (fixture);
  g_assert_cmpstr (telaah_card_list_get_selected (fixture->list), ==, id);
  telaah_card_list_flush (fixture->list);
  g_assert_cmpstr (get_note (fixture, id), ==, "Siapa yang");
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_PASSAGE_CARD), >=, 2);
  g_assert_nonnull (find (find (fixture->list, TELAAH_TYPE_PASSAGE_CARD, NULL), TELAAH_TYPE_TEXT_EDITOR, NULL));

  /* The note goes while somebody writes on it: the words stay, as a note. */
  type (find_editor (fixture), " membayar");
  telaah_test_does (other, telaah_session_catch_up (other, &fault));
  telaah_test_does (other, telaah_session_set_note (
    other, telaah_note_fields (telaah_passage_get_notes (telaah_session_find_passage (other, id))->pdata[0])->id, "",
    &fault));
  g_assert_true (telaah_session_catch_up (fixture->session, NULL));
  settle (fixture);
  g_assert_cmpstr (get_note (fixture, id), ==, "Siapa yang membayar");
  g_assert_cmpuint (telaah_passage_get_notes (telaah_session_find_passage (fixture->session, id))->len, ==, 1);
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_TEXT_EDITOR), ==, 2);

  /* It goes. */
  telaah_test_does (other, telaah_session_untag (other, id, NULL, &fault));
  g_assert_true (telaah_session_catch_up (fixture->session, NULL));
  settle (fixture);
  g_assert_null (telaah_card_list_get_selected (fixture->list));
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "1"));
  g_assert_cmpstr (fixture->said->str, ==, "");
}

/* A note alone. */
static void
test_no_theme (Fixture       *fixture,
               gconstpointer  data)
{
  g_autofree char *id = tag (fixture, 0, 9, NULL, "Bukan digital?");

  settle (fixture);
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "No theme"));
  telaah_card_list_set_selected (fixture->list, id);
  settle (fixture);
  g_object_set (find_editor (fixture), "text", "", NULL);
  type (find_editor (fixture), " ");
  telaah_card_list_flush (fixture->list);
  settle (fixture);
  g_assert_null (telaah_session_find_passage (fixture->session, id));
  g_assert_null (find (fixture->list, TELAAH_TYPE_PASSAGE_CARD, NULL));
}

/* ---- Many ---- */

#define MANY 5000

/* A source of its own, of MANY words of ten letters and a space, each of them a passage. */
static char *
import_many (Fixture *fixture)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree TelaahTagging *taggings = g_new0 (TelaahTagging, MANY);
  const char *const themes[] = { fixture->project.themes[0], NULL };
  g_autoptr(GPtrArray) sources = NULL, ids = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < MANY; i++)
    g_string_append_printf (body, "kata%06u ", i);
  g_ptr_array_add (documents, telaah_test_document_new ("many.txt", body->str));
  sources = telaah_session_import (fixture->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  for (guint i = 0; i < MANY; i++)
    taggings[i] = (TelaahTagging) {
      .source = sources->pdata[0], .span = { i * 11, i * 11 + 10 }, .themes = themes,
    };
  ids = telaah_session_tag_all (fixture->session, taggings, MANY, &error);
  g_assert_no_error (error);

  return g_strdup (sources->pdata[0]);
}

/* The card at the top of the list, or what is left of it. */
static guint
get_top (Fixture *fixture)
{
  GtkWidget *scroller = find (fixture->list, GTK_TYPE_SCROLLED_WINDOW, NULL);
  GtkWidget *at = gtk_widget_pick (scroller, 100, 30, GTK_PICK_DEFAULT);
  GtkWidget *card = at != NULL ? gtk_widget_get_ancestor (at, TELAAH_TYPE_PASSAGE_CARD) : NULL;

  g_assert_nonnull (card);
  return telaah_passage_fields (telaah_passage_card_get_passage (TELAAH_PASSAGE_CARD (card)))->span.start / 11;
}

static void
test_many (Fixture       *fixture,
           gconstpointer  data)
{
  g_autofree char *source = import_many (fixture);
  GListModel *passages = telaah_session_get_passages (fixture->session, source);

  telaah_card_list_set_source (fixture->list, source);
  settle (fixture);
  g_assert_cmpuint (g_list_model_get_n_items (passages), ==, MANY);
  g_assert_nonnull (find (fixture->list, GTK_TYPE_LABEL, "5000"));
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_PASSAGE_CARD), <, 20);
  g_assert_cmpuint (get_top (fixture), ==, 0);

  /* The text's scrolling brings the first card in sight to the top, forward and back. */
  for (guint i = 0; i < 4; i++)
    {
      const guint places[] = { 2500, 2501, 40, 4000 };

      telaah_card_list_scroll_to_offset (fixture->list, places[i] * 11 - 5);
      settle (fixture);
      g_assert_cmpuint (get_top (fixture), ==, places[i]);
    }
  g_assert_cmpuint (count (fixture->list, TELAAH_TYPE_PASSAGE_CARD), <, 20);

  /* A card that was chosen stays in sight. */
  telaah_card_list_set_selected (fixture->list, telaah_test_get_id (passages, 1000));
  telaah_card_list_scroll_to_offset (fixture->list, 4990 * 11);
  settle (fixture);
  g_assert_cmpuint (get_top (fixture), >, 990);
  g_assert_cmpuint (get_top (fixture), <, 1001);
}

#define test(name, func) g_test_add ("/app/cards/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("telaah-XXXXXX", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  test ("shows", test_shows);
  test ("theme-changes", test_theme_changes);
  test ("edits-note", test_edits_note);
  test ("adds-note", test_adds_note);
  test ("clicks-note", test_clicks_note);
  test ("keeps-words", test_keeps_words);
  test ("untags", test_untags);
  test ("removes", test_removes);
  test ("follows-others", test_follows_others);
  test ("no-theme", test_no_theme);
  test ("many", test_many);

  result = g_test_run ();
  clear_folder ();
  g_rmdir (folder);

  return result;
}
