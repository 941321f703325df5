/* An open project: making and opening it, its own details, and following what other programs do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* ---- Making and opening ---- */

static void
test_create (void)
{
  g_autofree char *path = telaah_test_dup_path ("p.telaah");
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_create (path, "Judul", "Mengapa?", "id", &error);
  g_autofree char *created = telaah_test_dup_value (path, "SELECT value FROM project WHERE key = 'created'");

  g_assert_no_error (error);
  g_assert_cmpstr (telaah_session_get_path (session), ==, path);
  g_assert_cmpstr (telaah_session_get_title (session), ==, "Judul");
  g_assert_cmpstr (telaah_session_get_question (session), ==, "Mengapa?");
  g_assert_cmpstr (telaah_session_get_language (session), ==, "id");
  g_assert_cmpstr (telaah_session_get_coder (session), ==, g_get_user_name ());
  g_assert_nonnull (created);
  telaah_test_assert_live (session);

  /* There is nothing before the project to go back to. */
  g_assert_null (telaah_session_get_undo (session));
  telaah_test_refuses (session, NOTHING, telaah_session_undo (session, &refusal));
}

static void
test_create_bare (void)
{
  g_autofree char *path = telaah_test_dup_path ("p.telaah");
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = telaah_session_create (path, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_null (telaah_session_get_title (session));
  g_assert_null (telaah_session_get_question (session));
  g_assert_null (telaah_session_get_language (session));
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_sources (session)), ==, 0);
  telaah_test_assert_live (session);
}

static void
keep_result_cb (GObject      *object,
                GAsyncResult *result,
                gpointer      user_data)
{
  g_set_object ((GAsyncResult **) user_data, result);
}

static TelaahSession *
open_async (const char  *path,
            GError     **error)
{
  g_autoptr(GAsyncResult) result = NULL;

  telaah_session_open_async (path, NULL, keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return telaah_session_open_finish (result, error);
}

static void
test_open_async (Project       *p,
                 gconstpointer  data)
{
  g_autofree char *missing = telaah_test_dup_path ("none.telaah");
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *shown = telaah_test_describe (p->session);
  g_autofree char *opened = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = open_async (p->path, &error);

  g_assert_no_error (error);
  opened = telaah_test_describe (session);
  telaah_test_assert_text (opened, shown);

  g_assert_null (open_async (missing, &error));
  telaah_test_assert_sentence (error);
}

/* ---- The project itself ---- */

static void
test_set_project (Project       *p,
                  gconstpointer  data)
{
  telaah_test_does (p->session, telaah_session_set_project (p->session, "title", "Judul baru", &fault));
  telaah_test_does (p->session, telaah_session_set_project (p->session, "question", "Apa?", &fault));
  g_assert_cmpstr (telaah_session_get_title (p->session), ==, "Judul baru");
  g_assert_cmpstr (telaah_session_get_question (p->session), ==, "Apa?");
  g_assert_cmpstr (telaah_session_get_undo (p->session), ==, "set-project");

  telaah_test_does (p->session, telaah_session_set_project (p->session, "question", "", &fault));
  telaah_test_does (p->session, telaah_session_set_project (p->session, "language", NULL, &fault));
  g_assert_null (telaah_session_get_question (p->session));
  g_assert_null (telaah_session_get_language (p->session));

  telaah_test_refuses (p->session, INVALID, telaah_session_set_project (p->session, "created", "1066", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_set_project (p->session, "", "x", &refusal));
}

static void
test_coder (Project       *p,
            gconstpointer  data)
{
  g_autofree char *id = NULL;

  telaah_session_set_coder (p->session, "Sari");
  g_assert_cmpstr (telaah_session_get_coder (p->session), ==, "Sari");
  id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_assert_cmpstr (telaah_passage_fields (telaah_session_find_passage (p->session, id))->coder, ==, "Sari");

  telaah_session_set_coder (p->session, "");
  g_assert_cmpstr (telaah_session_get_coder (p->session), ==, g_get_user_name ());
  telaah_session_set_coder (p->session, NULL);
  g_assert_cmpstr (telaah_session_get_coder (p->session), ==, g_get_user_name ());
}

/* What is not there is NULL, and what is of another kind is not there. */
static void
test_find (Project       *p,
           gconstpointer  data)
{
  g_assert_nonnull (telaah_session_find_source (p->session, p->sources[0]));
  g_assert_null (telaah_session_find_theme (p->session, p->sources[0]));
  g_assert_null (telaah_session_find_point (p->session, p->sources[0]));
  g_assert_null (telaah_session_find_passage (p->session, p->sources[0]));
  g_assert_null (telaah_session_find_source (p->session, p->themes[0]));
  g_assert_null (telaah_session_find_source (p->session, NULL));
  g_assert_null (telaah_session_find_theme (p->session, NULL));
  g_assert_null (telaah_session_find_point (p->session, ""));
  g_assert_null (telaah_session_find_passage (p->session, NULL));
}

static void
test_texts (Project       *p,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[0], &error);
  g_autoptr(TelaahText) again = telaah_session_dup_text (p->session, p->sources[0], &error);

  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (telaah_text_get_body (text), "Diplomasi digital"));
  g_assert_true (text == again);

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_dup_text (p->session, p->themes[0], &refusal));
}

/* More texts than are kept at hand. */
static void
test_many_texts (void)
{
  g_autoptr(TelaahSession) session = telaah_test_project_new ("p.telaah", NULL);
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      g_autofree char *body = g_strdup_printf ("teks %u", i);

      g_ptr_array_add (documents, telaah_test_document_new ("t.txt", body));
    }
  ids = telaah_session_import (session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  for (guint round = 0; round < 3; round++)
    for (guint i = 0; i < ids->len; i++)
      {
        g_autofree char *body = g_strdup_printf ("teks %u", i);
        g_autoptr(TelaahText) text = telaah_session_dup_text (session, ids->pdata[i], &error);

        g_assert_no_error (error);
        g_assert_cmpstr (telaah_text_get_body (text), ==, body);
      }
}

/* ---- "changed" ---- */

typedef struct
{
  guint        n;
  TelaahChange changes;
} Heard;

static void
changed_cb (TelaahSession *session,
            guint          changes,
            gpointer       user_data)
{
  Heard *heard = user_data;

  heard->n++;
  heard->changes |= changes;

  /* Whoever hears of it may look: everything fits together by now. */
  telaah_test_assert_live (session);
}

static void
test_changed (Project       *p,
              gconstpointer  data)
{
  Heard heard = { 0 };
  g_autofree char *id = NULL;

  g_signal_connect (p->session, "changed", G_CALLBACK (changed_cb), &heard);

  id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.changes, ==, TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_HISTORY);

  heard = (Heard) { 0 };
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "name", "Hambatan", &fault));
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_cmpuint (heard.changes, ==, TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_HISTORY);

  /* What is refused, or changes nothing, is not announced. */
  heard = (Heard) { 0 };
  telaah_test_refuses (p->session, INVALID, telaah_session_set_theme (p->session, p->themes[0], "name", "", &refusal));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "name", "Hambatan", &fault));
  g_assert_cmpuint (heard.n, ==, 0);

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  g_assert_cmpuint (heard.n, ==, 1);
  g_assert_true (heard.changes & TELAAH_CHANGE_HISTORY);
}

/* Items that say the same afterwards are the same objects: a list on the screen keeps its place. */
static void
test_items_stay (Project       *p,
                 gconstpointer  data)
{
  g_autoptr(GObject) first = g_list_model_get_item (telaah_session_get_points (p->session), 0);
  g_autoptr(GObject) theme = g_list_model_get_item (telaah_session_get_themes (p->session), 1);
  g_autoptr(GObject) first_now = NULL, theme_now = NULL;

  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[2], "name", "Perdagangan", &fault));

  first_now = g_list_model_get_item (telaah_session_get_points (p->session), 0);
  theme_now = g_list_model_get_item (telaah_session_get_themes (p->session), 1);
  g_assert_true (first == first_now);
  g_assert_true (theme == theme_now);
}

/* ---- Other programs ---- */

static void
test_catch_up (Project       *p,
               gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  g_autofree char *id = telaah_test_tag (other, p->sources[0], 0, 9, p->themes[0], NULL);
  Heard heard = { 0 };

  g_signal_connect (p->session, "changed", G_CALLBACK (changed_cb), &heard);
  g_assert_null (telaah_session_find_passage (p->session, id));

  telaah_test_does (p->session, telaah_session_catch_up (p->session, &fault));
  g_assert_nonnull (telaah_session_find_passage (p->session, id));
  g_assert_cmpuint (heard.n, ==, 1);

  telaah_test_does (p->session, telaah_session_catch_up (p->session, &fault));
  g_assert_cmpuint (heard.n, ==, 1);
}

/* Without being asked, in the time that it takes to look from one window to the other. */
static void
test_follow (Project       *p,
             gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  g_autofree char *id = NULL;

  telaah_session_follow (p->session);
  telaah_session_follow (p->session);
  telaah_test_spin (50);

  id = telaah_test_tag (other, p->sources[0], 0, 9, p->themes[0], NULL);
  telaah_test_spin (1000);
  g_assert_nonnull (telaah_session_find_passage (p->session, id));
}

/* A verb decides on how things are, not on how they were when somebody last looked. */
static void
test_verbs_catch_up (Project       *p,
                     gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  g_autoptr(GError) error = NULL;
  const char *const themes[] = { p->themes[0], NULL };
  TelaahTagging tagging = { .source = p->sources[0], .span = { 0, 9 }, .themes = themes };

  telaah_test_does (other, telaah_session_remove_theme (other, p->themes[0], &fault));
  g_assert_nonnull (telaah_session_find_theme (p->session, p->themes[0]));

  g_assert_null (telaah_session_tag (p->session, &tagging, &error));
  g_assert_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND);
  telaah_test_assert_sentence (error);
  g_assert_null (telaah_session_find_theme (p->session, p->themes[0]));
}

/* ---- Check ---- */

static void
test_check_sound (Project       *p,
                  gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 80, 90, p->themes[0], NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) faults = telaah_session_check (p->session, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static const struct
{
  const char *name;
  const char *sql;
  const char *says;
} damages[] = {
  { "quote",      "UPDATE passage SET quote = 'diplomasi'",                          "quote" },
  { "span",       "UPDATE passage SET end = 9999",                                   "9999" },
  { "body",       "UPDATE text SET body = replace (body, 'ruang', 'ruing')",         "digest" },
  { "length",     "UPDATE text SET characters = characters + 1",                     "characters" },
  { "coding",     "DELETE FROM theme WHERE name = 'Tantangan'",                      "theme" },
  { "cell",       "INSERT INTO cell (point, source, status) SELECT 'gone', id, 'silent' FROM source LIMIT 1", "point" },
};

static void
test_check_damage (Project       *p,
                   gconstpointer  data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autoptr(TelaahSession) fresh = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(GError) error = NULL;

  telaah_test_run_sql (p->path, damages[row].sql);
  fresh = telaah_test_reopen (p->session);
  faults = telaah_session_check (fresh, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, >=, 1);
  g_assert_nonnull (strstr (faults->pdata[0], damages[row].says));
}

static void
clear_project (Project       *p,
               gconstpointer  data)
{
  g_assert_finalize_object (p->session);
  g_free (p->path);
  g_free (p->sources[0]);
  g_free (p->sources[1]);
  for (guint i = 0; i < G_N_ELEMENTS (p->themes); i++)
    g_free (p->themes[i]);
}

/* ---- Words for people ---- */

static void
test_labels (void)
{
  g_assert_cmpstr (telaah_verb_get_label ("tag"), ==, "Tag passage");
  g_assert_cmpstr (telaah_verb_get_label ("of-a-later-version"), ==, "of-a-later-version");
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/session/create/with-all", test_create);
  g_test_add_func ("/session/create/with-nothing", test_create_bare);
  ADD ("/session/open/async", test_open_async);
  ADD ("/session/project/set", test_set_project);
  ADD ("/session/project/coder", test_coder);
  ADD ("/session/find", test_find);
  ADD ("/session/text/is-kept", test_texts);
  g_test_add_func ("/session/text/many", test_many_texts);
  ADD ("/session/changed/once-a-verb", test_changed);
  ADD ("/session/changed/items-stay", test_items_stay);
  ADD ("/session/others/catch-up", test_catch_up);
  ADD ("/session/others/follow", test_follow);
  ADD ("/session/others/verbs-catch-up", test_verbs_catch_up);
  ADD ("/session/check/sound", test_check_sound);
  for (guint i = 0; i < G_N_ELEMENTS (damages); i++)
    {
      g_autofree char *name = g_strconcat ("/session/check/finds/", damages[i].name, NULL);

      g_test_add (name, Project, GUINT_TO_POINTER (i), telaah_test_project_set_up, test_check_damage, clear_project);
    }
  g_test_add_func ("/session/labels", test_labels);

  return g_test_run ();
}
