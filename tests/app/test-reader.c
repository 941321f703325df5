/* The Read view in its window: tabs, two panes, their place, the text's style, focus mode.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>

#include "app/reader/telaah-reader-private.h"
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

/* Room for two texts, the sidebar and the cards. */
#define WIDE 1280

/* What a window's border may take of its size. */
#define BORDER 20

static GtkApplication *application;

typedef struct
{
  TelaahTestProject  project;
  TelaahSession     *session;      /* of the project */
  char              *sources[4];   /* two short ones, two long ones */
  TelaahWindow      *window;
  TelaahReader      *reader;       /* of the window */
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

static char *
add_long_text (Fixture    *f,
               const char *name,
               const char *word)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (body, "Paragraf %03u tentang %s yang cukup panjang untuk satu baris di layar.\n\n", i, word);
  g_ptr_array_add (documents, telaah_test_document_new (name, body->str));
  ids = telaah_session_import (f->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (ids->pdata[0]);
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

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  GSettings *settings = telaah_application_get_settings ();
  static const char *const keys[] = {
    "places", "reader-font", "reader-size", "reader-width", "reader-spacing", "reader-split", "sidebar-visible",
    "cards-visible",
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (settings, keys[i]);

  telaah_test_project_set_up (&f->project, data);
  f->session = f->project.session;
  f->sources[0] = g_strdup (f->project.sources[0]);
  f->sources[1] = g_strdup (f->project.sources[1]);
  f->sources[2] = add_long_text (f, "pasar.txt", "pasar");
  f->sources[3] = add_long_text (f, "hutan.txt", "hutan");

  f->window = TELAAH_WINDOW (telaah_window_new (application));
  f->reader = f->window->reader;
  gtk_window_set_default_size (GTK_WINDOW (f->window), WIDE, 700);
  telaah_window_set_session (f->window, f->session);
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
  settle (f);
  gtk_window_destroy (GTK_WINDOW (f->window));
  until (reader == NULL);
  for (guint i = 0; i < G_N_ELEMENTS (f->sources); i++)
    g_free (f->sources[i]);
  telaah_test_project_tear_down (&f->project, data);
  empty_folder (g_get_user_data_dir ());
}

/* ---- What it shows ---- */

static void
act (Fixture    *f,
     const char *action,
     GVariant   *parameter)
{
  g_assert_true (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), action));
  g_action_group_activate_action (G_ACTION_GROUP (f->window), action, parameter);
  settle (f);
}

static void
open_tab (Fixture *f,
          guint    i)
{
  act (f, "open-tab", g_variant_new_string (f->sources[i]));
}

static gboolean
get_state (Fixture    *f,
           const char *action)
{
  g_autoptr(GVariant) state = g_action_group_get_action_state (G_ACTION_GROUP (f->window), action);

  return g_variant_get_boolean (state);
}

/* "02|1*": a pane with a tab each for the first and third source, and one for the second, that is read. */
static char *
describe (Fixture *f)
{
  TelaahReaderPane *panes[] = { f->reader->start, f->reader->end };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < 2; i++)
    {
      if (i == 1 && f->reader->split)
        g_string_append_c (text, '|');
      for (guint j = 0; j < telaah_reader_pane_get_n_pages (panes[i]); j++)
        {
          TelaahSourcePage *page = telaah_reader_pane_get_nth_page (panes[i], j);
          const char *source = telaah_source_page_get_source (page);

          for (guint k = 0; k < G_N_ELEMENTS (f->sources); k++)
            if (g_strcmp0 (source, f->sources[k]) == 0)
              g_string_append_printf (text, "%u", k);
          if (source == NULL)
            g_string_append_c (text, '-');
          if (page == telaah_reader_get_page (f->reader))
            g_string_append_c (text, '*');
        }
    }

  return g_string_free (text, FALSE);
}

#define assert_tabs(f, expected) \
  G_STMT_START { \
    g_autofree char *tabs_ = describe (f); \
    g_assert_cmpstr (tabs_, ==, expected); \
  } G_STMT_END

/* That the lists follow the page. */
static void
assert_in_step (Fixture *f)
{
  const char *source = telaah_reader_get_source (f->reader);
  TelaahSourcePage *page = telaah_reader_get_page (f->reader);

  g_assert_cmpstr (telaah_source_list_get_selected (telaah_sidebar_get_source_list (f->reader->sidebar)), ==, source);
  g_assert_cmpstr (telaah_card_list_get_selected (f->reader->cards), ==, telaah_source_page_get_passage (page));
}

static guint
count_characters (TelaahSourcePage *page)
{
  GtkTextView *view = GTK_TEXT_VIEW (telaah_source_page_get_text_view (page));

  return gtk_text_buffer_get_char_count (gtk_text_view_get_buffer (view));
}

static void
tag (Fixture    *f,
     guint       source,
     guint       start,
     guint       end,
     guint       theme,
     char      **id)
{
  *id = telaah_test_tag (f->session, f->sources[source], start, end, f->project.themes[theme], NULL);
}

static void
select_words (Fixture *f,
              guint    start,
              guint    end)
{
  telaah_text_view_select_span (telaah_source_page_get_text_view (telaah_reader_get_page (f->reader)),
                                (TelaahSpan) { start, end });
}

/* ---- Tabs ---- */

static void
test_tabs (Fixture       *f,
           gconstpointer  data)
{
  assert_tabs (f, "0*");
  open_tab (f, 2);
  open_tab (f, 3);
  assert_tabs (f, "023*");
  assert_in_step (f);

  /* One that is open already is gone to, any other takes the place of what is read. */
  act (f, "show-source", g_variant_new_string (f->sources[0]));
  assert_tabs (f, "0*23");
  act (f, "show-source", g_variant_new_string (f->sources[1]));
  assert_tabs (f, "1*23");
  open_tab (f, 3);
  assert_tabs (f, "123*");
  assert_in_step (f);

  act (f, "next-tab", NULL);
  assert_tabs (f, "1*23");
  act (f, "previous-tab", NULL);
  assert_tabs (f, "123*");
  act (f, "previous-tab", NULL);
  assert_tabs (f, "12*3");
  assert_in_step (f);

  act (f, "close-tab", NULL);
  g_assert_cmpuint (telaah_reader_get_n_tabs (f->reader), ==, 2);
  assert_in_step (f);
  act (f, "close-tab", NULL);
  g_assert_cmpuint (telaah_reader_get_n_tabs (f->reader), ==, 1);
  assert_in_step (f);
  g_assert_false (telaah_reader_close_tab (f->reader));
}

/* Each tab has its own place and passage. */
static void
test_own_place (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *first = NULL, *second = NULL;

  tag (f, 2, 3000, 3020, 0, &first);
  tag (f, 3, 9000, 9020, 1, &second);
  open_tab (f, 2);
  telaah_source_page_select (telaah_reader_get_page (f->reader), first, FALSE);
  telaah_reader_set_top (f->reader, 7000);
  settle (f);
  open_tab (f, 3);
  g_assert_null (telaah_card_list_get_selected (f->reader->cards));
  telaah_source_page_select (telaah_reader_get_page (f->reader), second, TRUE);
  settle (f);
  assert_in_step (f);

  act (f, "previous-tab", NULL);
  assert_in_step (f);
  g_assert_cmpstr (telaah_source_page_get_passage (telaah_reader_get_page (f->reader)), ==, first);
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - 7000), <, 150);
  act (f, "next-tab", NULL);
  g_assert_cmpstr (telaah_source_page_get_passage (telaah_reader_get_page (f->reader)), ==, second);
}

/* What is not on the screen costs nothing: its text is set when it first is. */
static void
test_lazy (Fixture       *f,
           gconstpointer  data)
{
  GVariant *place = g_variant_new_parsed ("(uint32 0, [(uint32 1, [(%s, uint32 0, ''), (%s, 5000, '')])])",
                                          f->sources[2], f->sources[3]);
  g_autoptr(GVariant) held = g_variant_ref_sink (place);
  TelaahSourcePage *hidden;

  telaah_reader_set_place (f->reader, held);
  settle (f);
  assert_tabs (f, "23*");
  hidden = telaah_reader_pane_get_nth_page (f->reader->start, 0);
  g_assert_cmpuint (count_characters (telaah_reader_get_page (f->reader)), >, 10000);
  g_assert_cmpuint (count_characters (hidden), ==, 0);

  /* It is the same as if it had been there. */
  g_assert_cmpstr (telaah_source_page_get_source (hidden), ==, f->sources[2]);
  telaah_source_page_set_top (hidden, 4000);
  g_assert_cmpuint (telaah_source_page_get_top (hidden), ==, 4000);
  act (f, "previous-tab", NULL);
  g_assert_cmpuint (count_characters (hidden), >, 10000);
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - 4000), <, 150);
}

static void
test_removed_source (Fixture       *f,
                     gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  open_tab (f, 2);
  act (f, "open-beside", g_variant_new_string (f->sources[2]));
  assert_tabs (f, "02|2*");

  /* Its tabs go, and with the last of them the pane. */
  telaah_test_does (f->session, telaah_session_remove_source (f->session, f->sources[2], &fault));
  settle (f);
  assert_tabs (f, "0*");
  g_assert_false (telaah_reader_get_split (f->reader));
  assert_in_step (f);

  /* The last tab goes on to another source, as long as there is one. */
  telaah_test_does (f->session, telaah_session_remove_source (f->session, f->sources[0], &fault));
  settle (f);
  assert_tabs (f, "1*");
  assert_in_step (f);
  telaah_test_does (f->session, telaah_session_remove_source (f->session, f->sources[1], &fault));
  telaah_test_does (f->session, telaah_session_remove_source (f->session, f->sources[3], &fault));
  settle (f);
  assert_tabs (f, "-*");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->reader->stack), ==, "empty");

  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  settle (f);
  assert_tabs (f, "3*");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (f->reader->stack), ==, "text");
}

static void
test_keys (Fixture       *f,
           gconstpointer  data)
{
  static const char *const keys[][2] = {
    { "<Ctrl>w", "win.close-tab" }, { "<Ctrl>Tab", "win.next-tab" }, { "<Ctrl><Shift>Tab", "win.previous-tab" },
    { "<Ctrl>Page_Down", "win.next-tab" }, { "<Ctrl>Page_Up", "win.previous-tab" }, { "<Ctrl>backslash", "win.split" },
    { "F6", "win.other-pane" }, { "F11", "win.focus-mode" },
  };
  TelaahSourceList *list = telaah_sidebar_get_source_list (f->reader->sidebar);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      g_auto(GStrv) actions = gtk_application_get_actions_for_accel (application, keys[i][0]);

      g_assert_true (g_strv_contains ((const char *const *) actions, keys[i][1]));
    }

  /* From the list of sources: on the row that is selected. */
  open_tab (f, 3);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "source.open-beside", NULL));
  settle (f);
  assert_tabs (f, "03|3*");
  act (f, "show-source", g_variant_new_string (f->sources[1]));
  telaah_source_list_set_selected (list, f->sources[2]);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (list), "source.open-tab", NULL));
  settle (f);
  assert_tabs (f, "03|12*");

  /* Of a tab's menu; without one it is about the tab on show. */
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->reader), "tab.close-others", NULL));
  settle (f);
  assert_tabs (f, "03|2*");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->reader), "tab.beside", NULL));
  settle (f);
  assert_tabs (f, "032*|2");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->reader), "tab.close", NULL));
  settle (f);
  assert_tabs (f, "03*|2");
}

/* ---- Two panes ---- */

static void
test_split (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *passage = NULL;

  tag (f, 3, 100, 120, 0, &passage);
  open_tab (f, 2);
  telaah_reader_set_top (f->reader, 6000);
  settle (f);
  g_assert_false (get_state (f, "split"));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), "other-pane"));

  /* The same text at the same place, and there one goes on. */
  act (f, "split", NULL);
  g_assert_true (get_state (f, "split"));
  assert_tabs (f, "02|2*");
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - 6000), <, 200);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->start)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->end)));
  act (f, "show-source", g_variant_new_string (f->sources[3]));
  telaah_source_page_select (telaah_reader_get_page (f->reader), passage, TRUE);
  settle (f);
  assert_tabs (f, "02|3*");
  assert_in_step (f);

  act (f, "other-pane", NULL);
  assert_tabs (f, "02*|3");
  assert_in_step (f);
  act (f, "other-pane", NULL);
  assert_tabs (f, "02|3*");
  assert_in_step (f);

  /* A passage is shown in the pane that has its source. */
  act (f, "other-pane", NULL);
  telaah_reader_open_passage (f->reader, f->sources[3], passage);
  settle (f);
  assert_tabs (f, "02|3*");

  /* Back in one: no source twice. */
  act (f, "open-tab", g_variant_new_string (f->sources[0]));
  assert_tabs (f, "02|30*");
  act (f, "split", NULL);
  assert_tabs (f, "230*");
  g_assert_false (get_state (f, "split"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->reader->end)));
  assert_in_step (f);

  /* The last tab of a pane takes the pane with it. */
  act (f, "open-beside", g_variant_new_string (f->sources[1]));
  assert_tabs (f, "230|1*");
  act (f, "close-tab", NULL);
  assert_tabs (f, "230*");
  g_assert_false (telaah_reader_get_split (f->reader));
}

/* As by a drag: the tab that is left takes over, an empty pane goes. */
static void
test_moved_tabs (Fixture       *f,
                 gconstpointer  data)
{
  TelaahReader *reader = f->reader;

  open_tab (f, 2);
  act (f, "open-beside", g_variant_new_string (f->sources[3]));
  telaah_reader_pane_move_page (reader->start, telaah_reader_pane_get_nth_page (reader->start, 0), reader->end);
  settle (f);
  assert_tabs (f, "2|30*");
  assert_in_step (f);
  telaah_reader_pane_move_page (reader->start, telaah_reader_pane_get_nth_page (reader->start, 0), reader->end);
  settle (f);
  g_assert_false (telaah_reader_get_split (reader));
  g_assert_cmpuint (telaah_reader_pane_get_n_pages (reader->start), ==, 3);
  assert_in_step (f);
}

static void
resize (Fixture *f,
        int      width)
{
  gtk_window_set_default_size (GTK_WINDOW (f->window), width, 650);
  until (ABS (gtk_widget_get_width (GTK_WIDGET (f->window)) - width) <= BORDER);
  settle (f);
}

/* Where there is no room for two, the one that is read is on show. */
static void
test_narrow (Fixture       *f,
             gconstpointer  data)
{
  resize (f, WIDE);
  g_assert_true (gtk_widget_get_visible (f->reader->cards_pane));
  act (f, "open-beside", g_variant_new_string (f->sources[2]));
  g_assert_false (gtk_widget_get_visible (f->reader->cards_pane));
  act (f, "cards", NULL);
  g_assert_true (gtk_widget_get_visible (f->reader->cards_pane));

  resize (f, 900);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->reader->start)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->end)));
  act (f, "other-pane", NULL);
  assert_tabs (f, "0*|2");
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->start)));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->reader->end)));

  /* Without the cards there is, if the sidebar goes too; which comes back when it is asked for. */
  act (f, "cards", NULL);
  g_assert_false (gtk_widget_get_visible (f->reader->sidebar_pane));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->start)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->end)));
  act (f, "sidebar", NULL);
  g_assert_true (gtk_widget_get_visible (f->reader->sidebar_pane));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->reader->end)));

  resize (f, WIDE);
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->start)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (f->reader->end)));
}

/* ---- Places ---- */

static void
test_place (Fixture       *f,
            gconstpointer  data)
{
  g_autofree char *passage = NULL;

  tag (f, 3, 8000, 8020, 0, &passage);
  open_tab (f, 2);
  open_tab (f, 3);
  telaah_source_page_select (telaah_reader_get_page (f->reader), passage, TRUE);
  telaah_reader_set_top (f->reader, 7900);
  settle (f);
  act (f, "open-beside", g_variant_new_string (f->sources[2]));
  telaah_reader_set_top (f->reader, 12000);
  settle (f);
  act (f, "other-pane", NULL);
  assert_tabs (f, "023*|2");

  telaah_window_set_session (f->window, NULL);
  settle (f);
  assert_tabs (f, "-*");
  telaah_window_set_session (f->window, f->session);
  settle (f);
  assert_tabs (f, "023*|2");
  assert_in_step (f);
  g_assert_true (get_state (f, "split"));
  g_assert_cmpstr (telaah_source_page_get_passage (telaah_reader_get_page (f->reader)), ==, passage);
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - 7900), <, 200);
  act (f, "other-pane", NULL);
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - 12000), <, 200);

  /* What has gone meanwhile is passed over. */
  telaah_window_set_session (f->window, NULL);
  telaah_test_does (f->session, telaah_session_remove_source (f->session, f->sources[2], &fault));
  telaah_window_set_session (f->window, f->session);
  settle (f);
  assert_tabs (f, "03*");
  g_assert_false (get_state (f, "split"));
}

/* What another version wrote, or nobody. */
static void
test_odd_places (Fixture       *f,
                 gconstpointer  data)
{
  static const char *const places[] = {
    "(uint32 7, @a(ua(sus)) [])",
    "(uint32 1, [(uint32 9, [('no-such-source', uint32 4, 'x')])])",
    "(uint32 1, [(uint32 9, @a(sus) []), (3, [('', 4, 'x')]), (0, [])])",
    "'something else'",
    "(uint32 1, ['?'])",
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autoptr(GVariant) place = g_variant_ref_sink (g_variant_new_parsed (places[i]));

      telaah_reader_set_place (f->reader, place);
      settle (f);
      assert_tabs (f, "0*");
      assert_in_step (f);
    }
}

/* ---- Commands ---- */

static void
test_repeats (Fixture       *f,
              gconstpointer  data)
{
  GListModel *passages;
  g_autoptr(TelaahPassage) last = NULL;
  g_autofree char *first = NULL;

  act (f, "show-source", g_variant_new_string (f->sources[2]));
  passages = telaah_session_get_passages (f->session, f->sources[2]);
  telaah_test_does (f->session, telaah_session_set_theme (f->session, f->project.themes[1], "digit", "2", &fault));

  select_words (f, 10, 20);
  act (f, "repeat-tag", NULL);   /* nothing to repeat */
  g_assert_cmpuint (g_list_model_get_n_items (passages), ==, 0);
  act (f, "tag-digit", g_variant_new_int32 (2));
  g_assert_cmpuint (g_list_model_get_n_items (passages), ==, 1);

  /* In whatever tab. */
  open_tab (f, 3);
  select_words (f, 30, 44);
  act (f, "repeat-tag", NULL);
  passages = telaah_session_get_passages (f->session, f->sources[3]);
  g_assert_cmpuint (g_list_model_get_n_items (passages), ==, 1);
  last = g_list_model_get_item (passages, 0);
  g_assert_cmpuint (telaah_passage_fields (last)->span.start, ==, 30);
  g_assert_true (telaah_passage_has_theme (last, f->project.themes[1]));
  assert_in_step (f);
}

static void
test_steps_of_theme (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *a = NULL, *b = NULL, *c = NULL;
  TelaahSourcePage *page;

  tag (f, 2, 100, 110, 0, &a);
  tag (f, 2, 200, 210, 1, &b);
  tag (f, 2, 300, 310, 0, &c);
  act (f, "show-source", g_variant_new_string (f->sources[2]));
  page = telaah_reader_get_page (f->reader);
  telaah_source_page_select (page, a, FALSE);

  act (f, "next-of-theme", NULL);
  g_assert_cmpstr (telaah_source_page_get_passage (page), ==, c);
  act (f, "next-of-theme", NULL);   /* it is the last */
  g_assert_cmpstr (telaah_source_page_get_passage (page), ==, c);
  act (f, "previous-passage", NULL);
  g_assert_cmpstr (telaah_source_page_get_passage (page), ==, b);
  act (f, "previous-of-theme", NULL);   /* it is the only one */
  g_assert_cmpstr (telaah_source_page_get_passage (page), ==, b);
  telaah_source_page_select (page, c, FALSE);
  act (f, "previous-of-theme", NULL);
  g_assert_cmpstr (telaah_source_page_get_passage (page), ==, a);
  assert_in_step (f);
}

/* From sentence to sentence that no passage touches; and a passage whose border is dragged is moved. */
static void
test_sentences (Fixture       *f,
                gconstpointer  data)
{
  g_autofree char *passage = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) sentences = telaah_session_dup_sentences (f->session, f->sources[2], &error);
  TelaahSpan first = g_array_index (sentences, TelaahSpan, 0), second = g_array_index (sentences, TelaahSpan, 1);
  TelaahSpan third = g_array_index (sentences, TelaahSpan, 2), selection;
  TelaahTextView *view;

  g_assert_no_error (error);
  tag (f, 2, second.start, second.start + 5, 0, &passage);
  act (f, "show-source", g_variant_new_string (f->sources[2]));
  view = telaah_source_page_get_text_view (telaah_reader_get_page (f->reader));

  act (f, "next-uncoded", NULL);
  g_assert_true (telaah_text_view_get_selection (view, &selection));
  g_assert_cmpuint (selection.start, ==, first.start);
  act (f, "next-uncoded", NULL);
  g_assert_true (telaah_text_view_get_selection (view, &selection));
  g_assert_cmpuint (selection.start, ==, third.start);
  act (f, "previous-uncoded", NULL);
  g_assert_true (telaah_text_view_get_selection (view, &selection));
  g_assert_cmpuint (selection.start, ==, first.start);

  g_signal_emit_by_name (view, "border-moved", passage, second.start, second.start + 9);
  g_assert_cmpuint (telaah_passage_fields (telaah_session_find_passage (f->session, passage))->span.end, ==,
                    second.start + 9);
}

/* A corrected text comes at once, and the same words are at the top. */
static void
test_new_text (Fixture       *f,
               gconstpointer  data)
{
  TelaahSourcePage *page;
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahText) old = telaah_session_dup_text (f->session, f->sources[2], &error);
  g_autofree char *body = g_strconcat ("Sebuah pembuka yang baru.\n\n", telaah_text_get_body (old), NULL);
  g_autoptr(TelaahText) text = telaah_text_new (g_steal_pointer (&body));
  guint top;

  act (f, "show-source", g_variant_new_string (f->sources[2]));
  page = telaah_reader_get_page (f->reader);
  telaah_reader_set_top (f->reader, 9000);
  settle (f);
  top = telaah_reader_get_top (f->reader);

  telaah_test_does (f->session, telaah_session_replace_text (f->session, f->sources[2], text, NULL, NULL, &fault));
  settle (f);
  g_assert_cmpuint (count_characters (page), ==, telaah_text_get_characters (text));
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - (int) top - 27), <, 60);

  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  settle (f);
  g_assert_cmpuint (count_characters (page), ==, telaah_text_get_characters (old));
  g_assert_cmpint (ABS ((int) telaah_reader_get_top (f->reader) - (int) top), <, 60);
}

/* ---- The text's style ---- */

static char *
dup_family (Fixture *f)
{
  GtkWidget *view = GTK_WIDGET (telaah_source_page_get_text_view (telaah_reader_get_page (f->reader)));
  PangoContext *context = gtk_widget_get_pango_context (view);

  return g_strdup (pango_font_description_get_family (pango_context_get_font_description (context)));
}

static int
get_gap (Fixture *f)
{
  GtkWidget *view = GTK_WIDGET (telaah_source_page_get_text_view (telaah_reader_get_page (f->reader)));

  return gtk_text_view_get_pixels_inside_wrap (GTK_TEXT_VIEW (view));
}

static void
test_typography (Fixture       *f,
                 gconstpointer  data)
{
  GSettings *settings = telaah_application_get_settings ();
  g_autofree char *serif = dup_family (f), *sans = NULL, *elsewhere = NULL, *again = NULL;
  int gap = get_gap (f), margin;
  GtkTextView *view;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->window->text_style_button)));
  open_tab (f, 2);
  g_settings_set_string (settings, "reader-font", "Sans");
  g_settings_set_double (settings, "reader-spacing", 2.2);
  settle (f);
  sans = dup_family (f);
  g_assert_cmpstr (sans, !=, serif);
  g_assert_cmpint (get_gap (f), >, gap);

  /* Also in a tab that was not on show, and one that is new. */
  act (f, "previous-tab", NULL);
  elsewhere = dup_family (f);
  g_assert_cmpstr (elsewhere, ==, sans);
  g_assert_cmpint (get_gap (f), >, gap);

  view = GTK_TEXT_VIEW (telaah_source_page_get_text_view (telaah_reader_get_page (f->reader)));
  margin = gtk_text_view_get_left_margin (view);
  g_settings_set_int (settings, "reader-width", 45);
  settle (f);
  g_assert_cmpint (gtk_text_view_get_left_margin (view), >, margin);

  g_settings_reset (settings, "reader-font");
  g_settings_reset (settings, "reader-spacing");
  settle (f);
  again = dup_family (f);
  g_assert_cmpstr (again, ==, serif);
  g_assert_cmpint (get_gap (f), ==, gap);

  /* Nothing to style outside of Read. */
  act (f, "view", g_variant_new_string ("compare"));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->window->text_style_button)));
}

/* ---- Focus mode ---- */

static void
test_focus_mode (Fixture       *f,
                 gconstpointer  data)
{
  TelaahReader *reader = f->reader;

  act (f, "open-beside", g_variant_new_string (f->sources[2]));
  resize (f, WIDE);
  act (f, "cards", NULL);
  g_assert_true (gtk_widget_get_visible (reader->cards_pane));

  act (f, "focus-mode", NULL);
  g_assert_true (get_state (f, "focus-mode"));
  g_assert_false (gtk_widget_get_visible (reader->sidebar_pane));
  g_assert_false (gtk_widget_get_visible (reader->cards_pane));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (reader->start)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (telaah_reader_get_page (reader))));
  g_assert_false (gtk_widget_get_mapped (f->window->header));

  /* The header comes where it is wanted. */
  telaah_window_peek_header (f->window, TRUE);
  settle (f);
  g_assert_true (gtk_widget_get_mapped (f->window->header));

  /* Tabs that are opened meanwhile are as bare. */
  act (f, "open-tab", g_variant_new_string (f->sources[3]));
  g_assert_false (gtk_widget_get_visible (reader->cards_pane));

  act (f, "focus-mode", NULL);
  g_assert_false (get_state (f, "focus-mode"));
  g_assert_true (gtk_widget_get_mapped (f->window->header));
  g_assert_true (gtk_widget_get_visible (reader->sidebar_pane));
  g_assert_true (gtk_widget_get_visible (reader->cards_pane));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (reader->start)));
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (reader->end)));
  assert_tabs (f, "0|23*");

  /* Another view, and no project, end it. */
  act (f, "focus-mode", NULL);
  act (f, "view", g_variant_new_string ("outline"));
  g_assert_false (f->window->focus_mode);
  g_assert_true (gtk_widget_get_mapped (f->window->header));
  g_assert_false (g_action_group_get_action_enabled (G_ACTION_GROUP (f->window), "focus-mode"));
  act (f, "view", g_variant_new_string ("read"));
  act (f, "focus-mode", NULL);
  telaah_window_set_session (f->window, NULL);
  g_assert_false (f->window->focus_mode);
  g_assert_true (gtk_widget_get_mapped (f->window->header));
}

#define test(name, func) g_test_add ("/app/reader/" name, Fixture, NULL, set_up, func, tear_down)

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

  test ("tabs", test_tabs);
  test ("own-place", test_own_place);
  test ("lazy", test_lazy);
  test ("removed-source", test_removed_source);
  test ("keys", test_keys);
  test ("split", test_split);
  test ("moved-tabs", test_moved_tabs);
  test ("narrow", test_narrow);
  test ("place", test_place);
  test ("odd-places", test_odd_places);
  test ("repeats", test_repeats);
  test ("steps-of-theme", test_steps_of_theme);
  test ("sentences", test_sentences);
  test ("new-text", test_new_text);
  test ("typography", test_typography);
  test ("focus-mode", test_focus_mode);

  result = g_test_run ();
  g_clear_object (&application);
  empty_folder (folder);
  g_rmdir (folder);

  return result;
}
