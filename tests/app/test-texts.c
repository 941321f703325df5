/* The texts themselves in the Read view: editing and replacing them, the review tray, contents, clutter.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "app/reader/telaah-clutter-bar.h"
#include "app/reader/telaah-mark-popover.h"
#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-pick-bar.h"
#include "app/reader/telaah-reader-private.h"
#include "app/reader/telaah-review-card.h"
#include "app/reader/telaah-review.h"
#include "app/reader/telaah-text-edit.h"
#include "app/telaah-application.h"
#include "app/telaah-window-private.h"
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

static GtkApplication *application;

static const char article[] =
  "Pelabuhan yang Belajar Bicara\n\n"
  "ADVERTISEMENT\n\n"
  "1. Dermaga Lama\n\n"
  "Kapal kayu menurunkan kopi sebelum fajar menyentuh dermaga. Pedagang menawar dengan isyarat tangan. "
  "Harga jarang ditulis di kertas.\n\n"
  "2. Dermaga Baru\n\n"
  "Layar sentuh kini memanggil truk satu per satu. Antrean yang dulu berjam-jam hilang dari gerbang. "
  "Sopir menunggu kabar dari telepon genggam.\n\n"
  "ADVERTISEMENT\n\n"
  "3. Yang Tertinggal\n\n"
  "Buruh panggul mencari kerja di pasar malam. Serikat meminta pelatihan yang tidak pernah datang.\n\n"
  "Leave a Reply\n\n"
  "Your email address will not be published. Required fields are marked *\n";

typedef struct
{
  TelaahTestProject  project;
  TelaahSession     *session;   /* of the project */
  char              *source;    /* the article */
  TelaahWindow      *window;
  TelaahReader      *reader;    /* of the window */
  GString           *said;      /* what the reader says, each with a bar behind */
} Fixture;

static void
settle (Fixture *f)
{
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_queue_draw (GTK_WIDGET (f->window));
      gtk_test_widget_wait_for_draw (GTK_WIDGET (f->window));
      while (g_main_context_iteration (NULL, FALSE));
    }
}

/* GTK finds nothing in isolated folders, so it is one folder, emptied after each test. */
static void
empty_folder (const char *path)
{
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *child = g_build_filename (path, name, NULL);

      empty_folder (child);
      g_remove (child);
    }
}

static char *
add_text (Fixture    *f,
          const char *name,
          const char *body)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (documents, telaah_test_document_new (name, body));
  ids = telaah_session_import (f->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (ids->pdata[0]);
}

static void
said_cb (Fixture    *f,
         const char *what)
{
  g_string_append_printf (f->said, "%s|", what);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_settings_reset (telaah_application_get_settings (), "places");
  telaah_test_project_set_up (&f->project, data);
  f->session = f->project.session;
  f->source = add_text (f, "pelabuhan.txt", article);
  f->said = g_string_new (NULL);

  f->window = TELAAH_WINDOW (telaah_window_new (application));
  f->reader = f->window->reader;
  gtk_window_set_default_size (GTK_WINDOW (f->window), 1280, 700);
  telaah_window_set_session (f->window, f->session);
  telaah_reader_open_source (f->reader, f->source);
  g_signal_connect_swapped (f->reader, "removed", G_CALLBACK (said_cb), f);
  g_signal_connect_swapped (f->reader, "review", G_CALLBACK (said_cb), f);
  g_signal_connect_swapped (f->reader, "failed", G_CALLBACK (said_cb), f);
  gtk_window_present (GTK_WINDOW (f->window));
  settle (f);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gpointer reader = f->reader;

  g_object_add_weak_pointer (reader, &reader);
  telaah_window_set_session (f->window, NULL);
  gtk_window_destroy (GTK_WINDOW (f->window));
  until (reader == NULL);
  while (g_main_context_iteration (NULL, FALSE));
  g_string_free (f->said, TRUE);
  g_free (f->source);
  telaah_test_project_tear_down (&f->project, data);
  empty_folder (g_get_user_data_dir ());
}

/* ---- Finding and doing ---- */

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

static gboolean
says (Fixture    *f,
      const char *text)
{
  return find (f->window, GTK_TYPE_LABEL, text) != NULL;
}

static void
assert_said (Fixture    *f,
             const char *expected)
{
  g_assert_cmpstr (f->said->str, ==, expected);
  g_string_truncate (f->said, 0);
}

static void
act (Fixture    *f,
     const char *action)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, NULL);
  settle (f);
}

/* An action of the part that is on the screen. */
static void
act_on (Fixture    *f,
        GType       type,
        const char *action)
{
  GtkWidget *widget = find (f->window, type, NULL);

  g_assert_nonnull (widget);
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
  settle (f);
}

static TelaahSourcePage *
get_page (Fixture *f)
{
  return telaah_reader_get_page (f->reader);
}

static void
select_words (Fixture    *f,
              TelaahSpan  span)
{
  telaah_text_view_select_span (telaah_source_page_get_text_view (get_page (f)), span);
}

static TelaahSpan
find_words (Fixture    *f,
            const char *words)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (f->session, f->source, NULL);
  const char *at = strstr (telaah_text_get_body (text), words);
  guint start;

  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (telaah_text_get_body (text), at);

  return (TelaahSpan) { start, start + g_utf8_strlen (words, -1) };
}

static char *
tag (Fixture    *f,
     const char *words)
{
  TelaahSpan span = find_words (f, words);

  return telaah_test_tag (f->session, f->source, span.start, span.end, f->project.themes[0], NULL);
}

/* What the passage stands on, in the text as it is. */
static char *
dup_stands_on (Fixture    *f,
               const char *passage)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (f->session, f->source, NULL);
  TelaahPassage *item = telaah_session_find_passage (f->session, passage);

  g_assert_nonnull (item);
  return telaah_text_dup_slice (text, telaah_passage_fields (item)->span);
}

#define assert_stands_on(f, passage, words) \
  G_STMT_START { \
    g_autofree char *stands_on_ = dup_stands_on (f, passage); \
    g_assert_cmpstr (stands_on_, ==, words); \
    g_assert_null (telaah_passage_fields (telaah_session_find_passage ((f)->session, passage))->lost); \
  } G_STMT_END

static guint
count_review (Fixture *f)
{
  return g_list_model_get_n_items (telaah_session_get_review (f->session));
}

static TelaahTextEdit *
get_edit (Fixture *f)
{
  return TELAAH_TEXT_EDIT (find (f->window, TELAAH_TYPE_TEXT_EDIT, NULL));
}

static TelaahTextEdit *
begin_edit (Fixture *f)
{
  act (f, "edit-text");
  g_assert_cmpstr (telaah_source_page_get_mode (get_page (f)), ==, "edit");

  return get_edit (f);
}

static gboolean
is_reading (Fixture *f)
{
  return g_strcmp0 (telaah_source_page_get_mode (get_page (f)), "read") == 0 && get_edit (f) == NULL;
}

/* As a writer does, in the buffer. */
static void
type_at (TelaahTextEdit *edit,
         guint           offset,
         const char     *words)
{
  GtkTextBuffer *buffer = telaah_text_edit_get_buffer (edit);
  GtkTextIter iter;

  gtk_text_buffer_get_iter_at_offset (buffer, &iter, offset);
  gtk_text_buffer_place_cursor (buffer, &iter);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, words, -1, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static void
erase (TelaahTextEdit *edit,
       TelaahSpan      span)
{
  GtkTextBuffer *buffer = telaah_text_edit_get_buffer (edit);
  GtkTextIter start, end;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_interactive (buffer, &start, &end, TRUE);
  gtk_text_buffer_end_user_action (buffer);
}

static gboolean
text_holds (Fixture    *f,
            const char *words)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (f->session, f->source, NULL);

  return strstr (telaah_text_get_body (text), words) != NULL;
}

static guint
count_verbs (Fixture *f)
{
  g_autoptr(GPtrArray) history = telaah_session_dup_history (f->session, NULL);

  return history->len;
}

/* Passages lose their words: "Harga …" for good, "Pedagang …" to others much like them. */
static void
lose_two (Fixture  *f,
          char    **gone,
          char    **like)
{
  TelaahTextEdit *edit;
  TelaahSpan span;

  *gone = tag (f, "Harga jarang ditulis di kertas.");
  *like = tag (f, "Pedagang menawar dengan isyarat tangan.");
  edit = begin_edit (f);
  span = find_words (f, "Pedagang menawar dengan isyarat tangan. Harga jarang ditulis di kertas.");
  erase (edit, span);
  type_at (edit, span.start, "Pedagang kopi menawar dengan isyarat jari tangan.");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (edit), "edit.done", NULL));
  settle (f);
  g_assert_true (is_reading (f));
  g_assert_cmpuint (count_review (f), ==, 2);
}

/* ---- Editing ---- */

static void
test_edit (Fixture       *f,
           gconstpointer  data)
{
  g_autofree char *id = tag (f, "Layar sentuh kini memanggil truk satu per satu.");
  TelaahTextEdit *edit;
  guint n;

  settle (f);
  edit = begin_edit (f);
  g_assert_true (says (f, "Editing “pelabuhan.txt”"));
  g_assert_true (says (f, "1 passage goes with its words"));
  g_assert_false (telaah_text_edit_is_changed (edit));
  g_assert_null (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL));

  n = count_verbs (f);
  type_at (edit, 0, "Catatan: ");
  type_at (edit, find_words (f, "truk satu").start + strlen ("Catatan: "), "semua ");
  g_assert_true (telaah_text_edit_is_changed (edit));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (edit), "edit.done", NULL));
  settle (f);

  g_assert_true (is_reading (f));
  g_assert_cmpuint (count_verbs (f), ==, n + 1);
  assert_stands_on (f, id, "Layar sentuh kini memanggil semua truk satu per satu.");
  assert_said (f, "Text changed. 1 passage moved|");
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (telaah_source_page_get_text_view (get_page (f)))));

  act (f, "undo");
  assert_stands_on (f, id, "Layar sentuh kini memanggil truk satu per satu.");
  g_assert_false (text_holds (f, "Catatan"));
}

/* What is undone while editing has not happened: the words are the same ones, with all that was on them. */
static void
test_undo_inside (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *id = tag (f, "Layar sentuh kini memanggil truk satu per satu.");
  g_autoptr(GError) error = NULL;
  g_autofree char *mark = telaah_session_add_mark (f->session, f->source, find_words (f, "2. Dermaga Baru"),
                                                   TELAAH_MARK_HEADING, 3, &error);
  TelaahTextEdit *edit = begin_edit (f);
  GtkTextBuffer *buffer = telaah_text_edit_get_buffer (edit);
  TelaahSpan span = { find_words (f, "2. Dermaga Baru").start, find_words (f, " Antrean yang").start };

  type_at (edit, 0, "X");
  erase (edit, (TelaahSpan) { span.start + 1, span.end + 1 });
  until (says (f, "1 is left without words"));
  gtk_text_buffer_undo (buffer);
  until (says (f, "1 passage goes with its words"));
  g_assert_true (telaah_text_edit_is_changed (edit));
  gtk_text_buffer_undo (buffer);
  g_assert_false (telaah_text_edit_is_changed (edit));
  gtk_text_buffer_redo (buffer);

  g_assert_true (telaah_text_edit_done (edit));
  settle (f);
  assert_stands_on (f, id, "Layar sentuh kini memanggil truk satu per satu.");
  g_assert_nonnull (telaah_mark_find (f->session, f->source, mark));
  g_assert_cmpuint (telaah_mark_fields (telaah_mark_find (f->session, f->source, mark))->span.start, ==,
                    span.start + 1);
}

static void
test_cancel (Fixture       *f,
             gconstpointer  data)
{
  guint n = count_verbs (f);
  TelaahTextEdit *edit = begin_edit (f);
  GtkWidget *dialog = NULL;

  /* Nothing was done: nothing is asked, and nothing is kept. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (edit), "edit.cancel", NULL));
  settle (f);
  g_assert_true (is_reading (f));

  begin_edit (f);
  g_assert_true (telaah_text_edit_done (edit));
  settle (f);
  g_assert_true (is_reading (f));

  begin_edit (f);
  type_at (edit, 0, "X");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (edit), "edit.cancel", NULL));
  settle (f);
  g_assert_false (is_reading (f));
  for (GList *l = gtk_window_list_toplevels (), *next; l != NULL; l = next)
    {
      next = l->next;
      if (ADW_IS_MESSAGE_DIALOG (l->data))
        dialog = l->data;
      l = g_list_delete_link (l, l);
    }
  g_assert_nonnull (dialog);
  adw_message_dialog_response (ADW_MESSAGE_DIALOG (dialog), "yes");
  gtk_window_destroy (GTK_WINDOW (dialog));
  settle (f);
  g_assert_true (is_reading (f));
  g_assert_cmpuint (count_verbs (f), ==, n);
  g_assert_true (text_holds (f, "Pelabuhan yang Belajar Bicara\n"));
}

/* Somebody else was faster. What was written here is not thrown away, and does not throw away theirs. */
static void
test_conflict (Fixture       *f,
               gconstpointer  data)
{
  TelaahTextEdit *edit = begin_edit (f);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Lain sama sekali."));
  g_autoptr(GError) error = NULL;

  type_at (edit, 0, "Milik saya. ");
  telaah_test_does (f->session, telaah_session_replace_text (f->session, f->source, text, NULL, NULL, &fault));
  g_assert_false (telaah_text_edit_done (edit));
  settle (f);
  g_assert_true (get_edit (f) == edit);
  g_assert_nonnull (find (edit, GTK_TYPE_BUTTON, NULL));
  g_assert_true (says (f, "This text was changed elsewhere while you edited it. Copy what you have, then cancel to see "
                          "how it reads now."));
  g_assert_true (text_holds (f, "Lain sama sekali."));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (edit), "edit.copy-all", NULL));
  telaah_text_edit_leave (edit);
  settle (f);
  g_assert_true (is_reading (f));
  g_assert_true (text_holds (f, "Lain sama sekali."));
  assert_said (f, "The edited text could not be kept. It is on the clipboard now.|");
}

/* Whatever way one leaves, what was written is kept, as everything else is. */
static void
test_leave (Fixture       *f,
            gconstpointer  data)
{
  TelaahTextEdit *edit = begin_edit (f);
  gboolean stopped;

  type_at (edit, 0, "Satu. ");
  telaah_reader_open_source (f->reader, f->project.sources[0]);
  settle (f);
  g_assert_true (is_reading (f));
  g_assert_true (text_holds (f, "Satu. Pelabuhan"));
  assert_said (f, "Text changed|");

  telaah_reader_open_source (f->reader, f->source);
  settle (f);
  edit = begin_edit (f);
  type_at (edit, 0, "Dua. ");
  g_object_ref (f->session);
  telaah_window_set_session (f->window, NULL);
  settle (f);
  g_assert_true (text_holds (f, "Dua. Satu. Pelabuhan"));
  telaah_window_set_session (f->window, f->session);
  g_object_unref (f->session);
  telaah_reader_open_source (f->reader, f->source);
  settle (f);

  edit = begin_edit (f);
  type_at (edit, 0, "Tiga. ");
  g_signal_emit_by_name (f->window, "close-request", &stopped);
  g_assert_false (stopped);
  g_assert_true (text_holds (f, "Tiga. Dua. Satu. Pelabuhan"));
}

/* Editing begins where one was reading, however much stands above. */
static void
test_edit_place (Fixture       *f,
                 gconstpointer  data)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree char *id = NULL;
  guint top;

  for (guint i = 0; i < 600; i++)
    g_string_append_printf (body, "Kapal %u membawa kopi%s.\n\n", i, i % 3 != 0 ? " dan teh" :
                            ", sementara pasar menunggu di balik dermaga yang sudah lama tidak disapu oleh siapa pun");
  id = add_text (f, "panjang.txt", body->str);
  telaah_reader_open_source (f->reader, id);
  settle (f);
  telaah_reader_set_top (f->reader, 20000);
  settle (f);
  top = telaah_reader_get_top (f->reader);
  g_assert_cmpint (ABS ((int) top - 20000), <, 200);

  begin_edit (f);
  until (ABS ((int) telaah_text_edit_get_top (get_edit (f)) - (int) top) < 200);
  settle (f);
  g_assert_cmpint (ABS ((int) telaah_text_edit_get_top (get_edit (f)) - (int) top), <, 200);
}

static void
test_line_ends (Fixture       *f,
                gconstpointer  data)
{
  TelaahTextEdit *edit = begin_edit (f);

  type_at (edit, 0, "Satu\r\nDua\rTiga ");
  g_assert_true (telaah_text_edit_done (edit));
  settle (f);
  g_assert_true (text_holds (f, "Satu\nDua\nTiga Pelabuhan"));
}

static void
test_sizes (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(GString) body = g_string_new (NULL);
  g_autofree char *large = NULL, *broad = NULL;
  g_autoptr(GtkWidget) edit = g_object_ref_sink (telaah_text_edit_new ());
  TelaahTextView *view = telaah_source_page_get_text_view (get_page (f));
  g_autoptr(GError) error = NULL;

  while (body->len < 1024 * 1024)
    g_string_append (body, "Kapal kayu menurunkan kopi sebelum fajar menyentuh dermaga.\n");
  large = add_text (f, "besar.txt", body->str);
  g_assert_true (telaah_text_edit_begin (TELAAH_TEXT_EDIT (edit), f->session, large, view, &error));
  g_assert_no_error (error);
  g_assert_cmpint (gtk_text_buffer_get_char_count (telaah_text_edit_get_buffer (TELAAH_TEXT_EDIT (edit))), ==,
                   body->len);

  g_strdelimit (body->str, "\n", ' ');
  g_string_truncate (body, 300 * 1024 + 1);
  broad = add_text (f, "panjang.txt", body->str);
  g_assert_false (telaah_text_edit_begin (TELAAH_TEXT_EDIT (edit), f->session, broad, view, &error));
  g_assert_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID);
  /* What is being edited already goes on. */
  g_assert_cmpstr (telaah_text_edit_get_source (TELAAH_TEXT_EDIT (edit)), ==, large);
}

static void
test_new_version (Fixture       *f,
                  gconstpointer  data)
{
  g_autofree char *id = tag (f, "Sopir menunggu kabar dari telepon genggam.");
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "baru.txt", NULL);
  g_autofree char *words = g_strconcat ("Edisi kedua\n\n", article, NULL);
  g_autoptr(GFile) file = g_file_new_for_path (path);
  guint n;

  g_assert_true (g_file_set_contents (path, words, -1, NULL));
  telaah_window_replace_text (f->window, f->source, file);
  until (f->said->len > 0);
  assert_said (f, "Text changed. 1 passage moved|");
  assert_stands_on (f, id, "Sopir menunggu kabar dari telepon genggam.");
  g_assert_true (text_holds (f, "Edisi kedua"));

  /* The same again is no change. */
  n = count_verbs (f);
  telaah_window_replace_text (f->window, f->source, file);
  until (says (f, "The file holds the text as it is. Nothing was changed."));
  g_assert_cmpuint (count_verbs (f), ==, n);
  g_remove (path);
}

/* ---- Review ---- */

static void
test_review (Fixture       *f,
             gconstpointer  data)
{
  g_autofree char *gone = NULL, *like = NULL;
  GtkWidget *take;
  TelaahSpan span;

  lose_two (f, &gone, &like);
  assert_said (f, "Text changed. 2 passages wait for review|");
  g_assert_true (says (f, "2 passages of this text have lost their words"));

  act (f, "review");
  g_assert_cmpstr (telaah_reader_get_side (f->reader), ==, "review");
  g_assert_nonnull (find (f->window, TELAAH_TYPE_REVIEW_CARD, NULL));
  g_assert_true (says (f, "Tantangan"));

  /* Dropped, and taken back. */
  act_on (f, TELAAH_TYPE_REVIEW, "review.drop");
  g_assert_cmpuint (count_review (f), ==, 1);
  assert_said (f, "Passage removed|");
  act (f, "undo");
  g_assert_cmpuint (count_review (f), ==, 2);

  /* Placed by hand: the selection is no tagging meanwhile. */
  gtk_list_box_select_row (GTK_LIST_BOX (gtk_widget_get_parent (find (f->window, TELAAH_TYPE_REVIEW_CARD, NULL))),
                           GTK_LIST_BOX_ROW (find (f->window, TELAAH_TYPE_REVIEW_CARD, NULL)));
  act_on (f, TELAAH_TYPE_REVIEW, "review.place");
  g_assert_true (telaah_source_page_is_picking (get_page (f)));
  g_assert_true (says (f, "Select the words that the passage is to stand on"));
  span = find_words (f, "Kapal kayu menurunkan kopi");
  take = find (f->window, GTK_TYPE_BUTTON, "It stands on the selected words (Enter)");
  select_words (f, (TelaahSpan) { 0, 0 });
  until (!gtk_widget_is_sensitive (take));
  select_words (f, span);
  until (gtk_widget_is_sensitive (take));
  act_on (f, TELAAH_TYPE_PICK_BAR, "pick.take");
  g_assert_false (telaah_source_page_is_picking (get_page (f)));
  assert_said (f, "Passage placed|");
  g_assert_cmpuint (count_review (f), ==, 1);

  /* Asked, and left alone. */
  act_on (f, TELAAH_TYPE_REVIEW, "review.place");
  act_on (f, TELAAH_TYPE_PICK_BAR, "pick.cancel");
  g_assert_cmpuint (count_review (f), ==, 1);
  act_on (f, TELAAH_TYPE_REVIEW, "review.drop");
  g_assert_cmpuint (count_review (f), ==, 0);

  /* With nothing left the tray goes. */
  g_assert_cmpstr (telaah_reader_get_side (f->reader), ==, "cards");
  g_assert_false (says (f, "1 passage of this text has lost its words"));
}

static void
test_candidates (Fixture       *f,
                 gconstpointer  data)
{
  g_autofree char *gone = NULL, *like = NULL;
  TelaahSpan candidate, selected;
  GtkWidget *tray;

  lose_two (f, &gone, &like);
  candidate = telaah_passage_fields (telaah_session_find_passage (f->session, like))->candidate;
  g_assert_cmpuint (candidate.start, <, candidate.end);

  /* The card that is selected is seen in the text. */
  act (f, "review");
  tray = find (f->window, TELAAH_TYPE_REVIEW, NULL);
  for (guint i = 0; i < 2 && g_strcmp0 (telaah_review_get_selected (TELAAH_REVIEW (tray)), like) != 0; i++)
    {
      GtkWidget *list = gtk_widget_get_parent (find (tray, TELAAH_TYPE_REVIEW_CARD, NULL));

      gtk_list_box_select_row (GTK_LIST_BOX (list), gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i));
      gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), i)));
    }
  g_assert_cmpstr (telaah_review_get_selected (TELAAH_REVIEW (tray)), ==, like);
  g_assert_true (telaah_text_view_get_selection (telaah_source_page_get_text_view (get_page (f)), &selected));
  g_assert_cmpuint (selected.start, ==, candidate.start);
  g_assert_cmpuint (selected.end, ==, candidate.end);

  act_on (f, TELAAH_TYPE_REVIEW, "review.accept");
  assert_said (f, "Text changed. 2 passages wait for review|Passage placed|");
  g_assert_null (telaah_passage_fields (telaah_session_find_passage (f->session, like))->lost);
  g_assert_cmpuint (telaah_passage_fields (telaah_session_find_passage (f->session, like))->span.start, ==,
                    candidate.start);
  g_assert_cmpuint (count_review (f), ==, 1);
  act (f, "undo");
  g_assert_cmpuint (count_review (f), ==, 2);
}

/* ---- Contents ---- */

static const TelaahMarkFields *
find_heading (Fixture    *f,
              const char *words)
{
  TelaahMark *mark = telaah_mark_find_at (f->session, f->source, find_words (f, words).start);

  return mark != NULL && telaah_mark_fields (mark)->kind == TELAAH_MARK_HEADING ? telaah_mark_fields (mark) : NULL;
}

static void
mark_heading (Fixture    *f,
              const char *words)
{
  select_words (f, find_words (f, words));
  act (f, "mark-heading");
  g_assert_nonnull (find_heading (f, words));
}

static void
test_contents (Fixture       *f,
               gconstpointer  data)
{
  TelaahContents *contents = telaah_sidebar_get_contents (f->reader->sidebar);
  GtkListBox *list = telaah_contents_get_box (contents);
  TelaahSpan visible, selection;

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (contents)));
  mark_heading (f, "Pelabuhan yang Belajar Bicara");
  mark_heading (f, "1. Dermaga Lama");
  mark_heading (f, "2. Dermaga Baru");
  g_assert_false (telaah_text_view_get_selection (telaah_source_page_get_text_view (get_page (f)), &selection));
  g_assert_cmpuint (find_heading (f, "2. Dermaga Baru")->level, ==, 2);

  /* Folded it says where one is; open, it lists them. */
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (contents)));
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
  act (f, "contents");
  g_assert_true (telaah_contents_get_open (contents));
  g_assert_nonnull (find (contents, GTK_TYPE_LABEL, "2. Dermaga Baru"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 3));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (gtk_list_box_get_row_at_index (list, 1)),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, "1. Dermaga Lama");

  /* By key, on the one that has the focus. */
  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 2)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (contents), "contents.demote", NULL));
  g_assert_cmpuint (find_heading (f, "2. Dermaga Baru")->level, ==, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (contents), "contents.promote", NULL));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (contents), "contents.promote", NULL));
  g_assert_cmpuint (find_heading (f, "2. Dermaga Baru")->level, ==, 1);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (contents), "contents.promote", NULL));
  g_assert_cmpuint (find_heading (f, "2. Dermaga Baru")->level, ==, 1);
  act (f, "undo");
  g_assert_cmpuint (find_heading (f, "2. Dermaga Baru")->level, ==, 2);

  gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (list, 2)));
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (contents), "contents.remove", NULL));
  settle (f);
  assert_said (f, "“2. Dermaga Baru” is no heading now|");
  g_assert_null (find_heading (f, "2. Dermaga Baru"));
  g_assert_null (gtk_list_box_get_row_at_index (list, 2));
  act (f, "undo");
  g_assert_nonnull (gtk_list_box_get_row_at_index (list, 2));

  /* A click goes there, and the section is the one that one is in. */
  g_signal_emit_by_name (list, "row-activated", gtk_list_box_get_row_at_index (list, 1));
  settle (f);
  g_assert_true (gtk_widget_has_focus (GTK_WIDGET (telaah_source_page_get_text_view (get_page (f)))));
  telaah_source_page_get_visible_span (get_page (f), &visible);
  g_assert_cmpuint (visible.start, <=, find_heading (f, "1. Dermaga Lama")->span.start);
  g_assert_cmpuint (visible.end, >, find_heading (f, "1. Dermaga Lama")->span.start);
}

/* The section follows the offset, not the other way round. */
static void
test_section (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr(GtkWidget) widget = g_object_ref_sink (telaah_contents_new ());
  TelaahContents *contents = TELAAH_CONTENTS (widget);
  GtkListBox *list = telaah_contents_get_box (contents);

  mark_heading (f, "1. Dermaga Lama");
  mark_heading (f, "2. Dermaga Baru");
  telaah_contents_set_open (contents, TRUE);
  telaah_contents_set_source (contents, f->session, f->source);

  g_assert_null (gtk_list_box_get_selected_row (list));
  telaah_contents_set_visible (contents, find_words (f, "1. Dermaga Lama").start);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  telaah_contents_set_visible (contents, find_words (f, "2. Dermaga Baru").start - 1);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 0));
  telaah_contents_set_visible (contents, find_words (f, "Serikat meminta").start);
  g_assert_true (gtk_list_box_get_selected_row (list) == gtk_list_box_get_row_at_index (list, 1));
  telaah_contents_set_visible (contents, 0);
  g_assert_null (gtk_list_box_get_selected_row (list));
  telaah_contents_set_source (contents, f->session, NULL);
  g_assert_null (gtk_list_box_get_row_at_index (list, 0));
}

/* ---- Clutter ---- */

static guint
count_clutter (Fixture         *f,
               TelaahMarkState  state)
{
  GListModel *marks = telaah_session_get_marks (f->session, f->source);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *fields = telaah_mark_fields (mark);

      n += fields->kind == TELAAH_MARK_CLUTTER && fields->state == state;
    }

  return n;
}

static void
test_clutter (Fixture       *f,
              gconstpointer  data)
{
  TelaahSpan span, first;
  const char *current;
  guint n;

  g_assert_null (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL));
  act (f, "find-clutter");
  n = count_clutter (f, TELAAH_MARK_PROPOSED);
  g_assert_cmpuint (n, >=, 3);
  g_assert_nonnull (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL));

  /* One by one, from the first on; what is decided makes way for the next. */
  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.next");
  g_assert_true (telaah_text_view_get_selection (telaah_source_page_get_text_view (get_page (f)), &first));
  g_assert_cmpuint (first.start, ==, find_words (f, "ADVERTISEMENT").start);
  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.accept");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_ACCEPTED), ==, 1);
  g_assert_true (telaah_text_view_get_selection (telaah_source_page_get_text_view (get_page (f)), &span));
  g_assert_cmpuint (span.start, >, first.start);
  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.refuse");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_REFUSED), ==, 1);
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_PROPOSED), ==, n - 2);

  /* And round again. */
  current = telaah_clutter_bar_get_current (TELAAH_CLUTTER_BAR (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL)));
  g_assert_nonnull (current);
  telaah_text_view_get_selection (telaah_source_page_get_text_view (get_page (f)), &span);
  for (guint i = 0; i < n - 2; i++)
    act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.next");
  g_assert_true (telaah_text_view_get_selection (telaah_source_page_get_text_view (get_page (f)), &first));
  g_assert_cmpuint (first.start, ==, span.start);

  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.close");
  g_assert_null (telaah_clutter_bar_get_current (TELAAH_CLUTTER_BAR (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL))));
  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.close");
  g_assert_null (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL));

  /* It stays away until it is asked for. */
  telaah_reader_open_source (f->reader, f->project.sources[0]);
  settle (f);
  telaah_reader_open_source (f->reader, f->source);
  settle (f);
  g_assert_null (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL));
  act (f, "find-clutter");
  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.accept-all");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_PROPOSED), ==, 0);
  g_assert_null (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL));
  g_assert_nonnull (strstr (f->said->str, "left out as clutter|"));

  act (f, "undo");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_PROPOSED), ==, n - 2);
  act_on (f, TELAAH_TYPE_CLUTTER_BAR, "clutter.refuse-all");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_PROPOSED), ==, 0);
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_REFUSED), ==, n - 1);
}

/* Where there is little room, the words are not squeezed beside the buttons. */
static void
test_narrow_bar (Fixture       *f,
                 gconstpointer  data)
{
  GtkWidget *bar;
  int wide, narrow, least;

  act (f, "find-clutter");
  bar = find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_HORIZONTAL, -1, &least, NULL, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, 800, &wide, NULL, NULL, NULL);
  gtk_widget_measure (bar, GTK_ORIENTATION_VERTICAL, least, &narrow, NULL, NULL, NULL);
  g_assert_cmpint (least, <, 400);
  g_assert_cmpint (narrow, >, wide);
  g_assert_cmpint (narrow, <, 3 * wide);
}

/* A page that goes into the other pane keeps its commands. */
static void
test_moved_bar (Fixture       *f,
                gconstpointer  data)
{
  TelaahReader *reader = f->reader;

  act (f, "find-clutter");
  g_assert_true (gtk_widget_is_sensitive (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL)));
  telaah_reader_open_beside (reader, f->project.sources[0]);
  settle (f);
  telaah_reader_pane_move_page (reader->start, telaah_reader_pane_get_nth_page (reader->start, 0), reader->end);
  settle (f);
  g_assert_true (gtk_widget_is_sensitive (find (find (f->window, TELAAH_TYPE_CLUTTER_BAR, NULL), GTK_TYPE_BUTTON,
                                                "Go through them one by one")));
}

static void
test_marks_by_hand (Fixture       *f,
                    gconstpointer  data)
{
  TelaahSpan span = find_words (f, "Sopir menunggu kabar dari telepon genggam.");
  TelaahSpan heading = find_words (f, "2. Dermaga Baru");

  /* Nothing selected, nothing marked there. */
  select_words (f, (TelaahSpan) { span.start, span.start });
  act (f, "mark-clutter");
  assert_said (f, "Select words first|");

  select_words (f, span);
  act (f, "mark-clutter");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_ACCEPTED), ==, 1);
  select_words (f, (TelaahSpan) { span.start + 3, span.start + 3 });
  act (f, "unmark");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_ACCEPTED), ==, 0);
  assert_said (f, "It belongs to the text now|");

  select_words (f, heading);
  act (f, "mark-heading");
  g_assert_nonnull (find_heading (f, "2. Dermaga Baru"));
  /* From the one to the other, without selecting it again. */
  act (f, "mark-clutter");
  g_assert_null (find_heading (f, "2. Dermaga Baru"));
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_ACCEPTED), ==, 1);
}

static void
test_mark_popover (Fixture       *f,
                   gconstpointer  data)
{
  g_autofree char *id = NULL;

  mark_heading (f, "2. Dermaga Baru");
  id = g_strdup (find_heading (f, "2. Dermaga Baru")->id);
  telaah_source_page_open_mark (get_page (f), id);
  settle (f);
  g_assert_nonnull (find (f->window, TELAAH_TYPE_MARK_POPOVER, NULL));
  g_assert_true (says (f, "Heading"));
  g_assert_true (says (f, "Marked by hand"));
  act_on (f, TELAAH_TYPE_MARK_POPOVER, "mark.demote");
  g_assert_true (says (f, "Level 2"));
  g_assert_cmpuint (find_heading (f, "2. Dermaga Baru")->level, ==, 2);
  act_on (f, TELAAH_TYPE_MARK_POPOVER, "mark.refuse");
  g_assert_null (find_heading (f, "2. Dermaga Baru"));
  until (find (f->window, TELAAH_TYPE_MARK_POPOVER, NULL) == NULL);
  assert_said (f, "It belongs to the text now|");

  act (f, "find-clutter");
  g_free (id);
  id = g_strdup (telaah_mark_fields (telaah_mark_find_at (f->session, f->source,
                                                          find_words (f, "ADVERTISEMENT").start))->id);
  telaah_source_page_open_mark (get_page (f), id);
  settle (f);
  g_assert_true (says (f, "Page clutter"));
  act_on (f, TELAAH_TYPE_MARK_POPOVER, "mark.accept");
  g_assert_cmpuint (count_clutter (f, TELAAH_MARK_ACCEPTED), ==, 1);
}

#define test(name, func) g_test_add ("/app/texts/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_autofree char *folder = g_dir_make_tmp ("telaah-XXXXXX", NULL);
  g_autofree char *schemas = g_build_filename (g_getenv ("G_TEST_BUILDDIR"), "..", "data", NULL);
  int result;

  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  g_setenv ("GSETTINGS_SCHEMA_DIR", schemas, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();
  application = telaah_application_new (G_APPLICATION_NON_UNIQUE);
  g_assert_true (g_application_register (G_APPLICATION (application), NULL, NULL));

  test ("edit", test_edit);
  test ("undo-inside", test_undo_inside);
  test ("cancel", test_cancel);
  test ("conflict", test_conflict);
  test ("leave", test_leave);
  test ("edit-place", test_edit_place);
  test ("line-ends", test_line_ends);
  test ("sizes", test_sizes);
  test ("new-version", test_new_version);
  test ("review", test_review);
  test ("candidates", test_candidates);
  test ("contents", test_contents);
  test ("section", test_section);
  test ("clutter", test_clutter);
  test ("narrow-bar", test_narrow_bar);
  test ("moved-bar", test_moved_bar);
  test ("marks-by-hand", test_marks_by_hand);
  test ("mark-popover", test_mark_popover);

  result = g_test_run ();
  g_clear_object (&application);
  empty_folder (folder);
  g_rmdir (folder);

  return result;
}
