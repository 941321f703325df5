/* Verbs on themes: the tree, its colours and digits, and what goes with a theme that is removed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

static const TelaahThemeFields *
get_theme (Project    *p,
           const char *id)
{
  TelaahTheme *theme = telaah_session_find_theme (p->session, id);

  g_assert_nonnull (theme);
  return telaah_theme_fields (theme);
}

static char *
add_theme (Project    *p,
           const char *name,
           const char *parent)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_theme (p->session, name, parent, NULL, NULL, &error);

  g_assert_no_error (error);
  return id;
}

/* The tree in one line, a dot a level. */
static char *
dup_tree (Project *p)
{
  GListModel *themes = telaah_session_get_themes (p->session);
  GString *tree = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      g_string_append_printf (tree, "%s%.*s%s", i > 0 ? " " : "", f->depth, "....", f->name);
    }

  return g_string_free (tree, FALSE);
}

static void
assert_tree (Project    *p,
             const char *expected)
{
  g_autofree char *tree = dup_tree (p);

  g_assert_cmpstr (tree, ==, expected);
  telaah_test_assert_live (p->session);
}

/* ---- Adding ---- */

static void
test_add (Project       *p,
          gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = telaah_session_add_theme (p->session, "  Peran Indonesia ", NULL, "#aB12cd", "bila …", &error);
  g_autofree char *below = add_theme (p, "Tantangan", p->themes[2]);

  g_assert_no_error (error);
  g_assert_cmpstr (get_theme (p, id)->name, ==, "Peran Indonesia");
  g_assert_cmpstr (get_theme (p, id)->color, ==, "#aB12cd");
  g_assert_cmpstr (get_theme (p, id)->description, ==, "bila …");
  g_assert_null (get_theme (p, id)->parent);
  g_assert_cmpstr (get_theme (p, below)->parent, ==, p->themes[2]);
  assert_tree (p, "Tantangan Manfaat .Ekonomi ..Tantangan Peran Indonesia");
}

static void
test_colors (Project       *p,
             gconstpointer  data)
{
  g_autoptr(GHashTable) seen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < 3; i++)
    g_assert_true (g_hash_table_add (seen, g_strdup (get_theme (p, p->themes[i])->color)));

  /* The palette is used up before a colour comes twice. */
  for (guint i = 3; i < 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tema %u", i);
      g_autofree char *id = add_theme (p, name, NULL);

      g_assert_true (g_hash_table_add (seen, g_strdup (get_theme (p, id)->color)));
    }
}

static void
test_color_inherited (Project       *p,
                      gconstpointer  data)
{
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[1], "color", "#123456", &fault));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[2], "color", NULL, &fault));
  g_assert_cmpstr (telaah_session_get_color (p->session, p->themes[1]), ==, "#123456");
  g_assert_cmpstr (telaah_session_get_color (p->session, p->themes[2]), ==, "#123456");

  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[1], "color", NULL, &fault));
  g_assert_cmpuint (strlen (telaah_session_get_color (p->session, p->themes[2])), ==, 7);
  g_assert_cmpuint (strlen (telaah_session_get_color (p->session, "none")), ==, 7);
}

static void
test_add_refused (Project       *p,
                  gconstpointer  data)
{
  static const char *const names[] = { NULL, "", "  \t", "Tantangan", " Tantangan " };
  static const char *const colors[] = { "", "red", "#12345", "#1234567", "#12345g", "123456#" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    telaah_test_refuses (p->session, INVALID,
                         telaah_session_add_theme (p->session, names[i], NULL, NULL, NULL, &refusal));
  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    telaah_test_refuses (p->session, INVALID,
                         telaah_session_add_theme (p->session, "Baru", NULL, colors[i], NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_add_theme (p->session, "Baru", p->sources[0], NULL, NULL, &refusal));
}

/* ---- Changing ---- */

static void
test_set (Project       *p,
          gconstpointer  data)
{
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "name", " Hambatan ", &fault));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "description", "bila", &fault));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "color", "#00ff00", &fault));
  g_assert_cmpstr (get_theme (p, p->themes[0])->name, ==, "Hambatan");
  g_assert_cmpstr (get_theme (p, p->themes[0])->description, ==, "bila");
  g_assert_cmpstr (get_theme (p, p->themes[0])->color, ==, "#00ff00");

  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "description", "", &fault));
  g_assert_null (get_theme (p, p->themes[0])->description);

  /* To the name it has already. */
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[0], "name", "Hambatan", &fault));
}

static const struct
{
  const char *key;
  const char *value;
} bad_values[] = {
  { "name", "" }, { "name", NULL }, { "name", "   " }, { "name", "Manfaat" },
  { "color", "" }, { "color", "hijau" }, { "color", "#12345" },
  { "digit", "10" }, { "digit", "-1" }, { "digit", "x" }, { "digit", "1x" }, { "digit", " " }, { "digit", "١" },
  { "parent", "x" }, { "", "x" },
};

static void
test_set_refused (Project       *p,
                  gconstpointer  data)
{
  for (guint i = 0; i < G_N_ELEMENTS (bad_values); i++)
    {
      g_test_message ("%s=%s", bad_values[i].key, bad_values[i].value != NULL ? bad_values[i].value : "NULL");
      telaah_test_refuses (p->session, INVALID,
                           telaah_session_set_theme (p->session, p->themes[0], bad_values[i].key, bad_values[i].value,
                                                     &refusal));
    }
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_theme (p->session, p->sources[0], "name", "x", &refusal));
}

/* Shortcuts go to the top of the tree, as long as there are any. */
static void
test_digits_given (Project       *p,
                   gconstpointer  data)
{
  g_assert_cmpuint (get_theme (p, p->themes[0])->digit, ==, 1);
  g_assert_cmpuint (get_theme (p, p->themes[1])->digit, ==, 2);
  g_assert_cmpuint (get_theme (p, p->themes[2])->digit, ==, 0);

  for (guint i = 3; i <= 10; i++)
    {
      g_autofree char *name = g_strdup_printf ("Tema %u", i);
      g_autofree char *id = add_theme (p, name, NULL);

      g_assert_cmpuint (get_theme (p, id)->digit, ==, i <= 9 ? i : 0);
    }

  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[0], &fault));
  {
    g_autofree char *id = add_theme (p, "Yang baru", NULL);

    g_assert_cmpuint (get_theme (p, id)->digit, ==, 1);
  }
}

/* One digit, one theme. */
static void
test_digits_taken (Project       *p,
                   gconstpointer  data)
{
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[2], "digit", "1", &fault));
  g_assert_cmpuint (get_theme (p, p->themes[2])->digit, ==, 1);
  g_assert_cmpuint (get_theme (p, p->themes[0])->digit, ==, 0);
  g_assert_cmpuint (get_theme (p, p->themes[1])->digit, ==, 2);

  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[2], "digit", "", &fault));
  telaah_test_does (p->session, telaah_session_set_theme (p->session, p->themes[1], "digit", NULL, &fault));
  g_assert_cmpuint (get_theme (p, p->themes[2])->digit, ==, 0);
  g_assert_cmpuint (get_theme (p, p->themes[1])->digit, ==, 0);
}

/* ---- Moving ---- */

static void
test_move (Project       *p,
           gconstpointer  data)
{
  g_autofree char *role = add_theme (p, "Peran", NULL);

  telaah_test_does (p->session, telaah_session_move_theme (p->session, role, NULL, p->themes[0], &fault));
  assert_tree (p, "Peran Tantangan Manfaat .Ekonomi");
  telaah_test_does (p->session, telaah_session_move_theme (p->session, role, NULL, p->themes[1], &fault));
  assert_tree (p, "Tantangan Peran Manfaat .Ekonomi");
  telaah_test_does (p->session, telaah_session_move_theme (p->session, p->themes[0], NULL, NULL, &fault));
  assert_tree (p, "Peran Manfaat .Ekonomi Tantangan");
  telaah_test_does (p->session,
                    telaah_session_move_theme (p->session, p->themes[0], p->themes[1], p->themes[2], &fault));
  assert_tree (p, "Peran Manfaat .Tantangan .Ekonomi");

  /* With what is below it. */
  telaah_test_does (p->session, telaah_session_move_theme (p->session, p->themes[1], role, NULL, &fault));
  assert_tree (p, "Peran .Manfaat ..Tantangan ..Ekonomi");
  telaah_test_does (p->session, telaah_session_move_theme (p->session, p->themes[2], NULL, NULL, &fault));
  assert_tree (p, "Peran .Manfaat ..Tantangan Ekonomi");
}

static void
test_move_refused (Project       *p,
                   gconstpointer  data)
{
  g_autofree char *same = add_theme (p, "Tantangan", p->themes[1]);
  const char *missing = p->sources[0];

  telaah_test_refuses (p->session, INVALID,
                       telaah_session_move_theme (p->session, p->themes[1], p->themes[1], NULL, &refusal));
  telaah_test_refuses (p->session, INVALID,
                       telaah_session_move_theme (p->session, p->themes[1], p->themes[2], NULL, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_move_theme (p->session, same, NULL, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_move_theme (p->session, missing, NULL, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_move_theme (p->session, p->themes[0], missing, NULL, &refusal));
}

/* Between the same two neighbours, over and over, as a fraction halves. */
static void
test_move_often (Project       *p,
                 gconstpointer  data)
{
  g_autofree char *third = add_theme (p, "Peran", NULL);
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < 120; i++)
    {
      gboolean even = i % 2 == 0;
      g_autofree char *tree = NULL;

      telaah_session_move_theme (p->session, even ? third : p->themes[1], NULL, even ? p->themes[1] : third, &error);
      g_assert_no_error (error);
      tree = dup_tree (p);
      g_assert_cmpstr (tree, ==, even ? "Tantangan Peran Manfaat .Ekonomi" : "Tantangan Manfaat .Ekonomi Peran");
    }
}

/* ---- Removing ---- */

static void
test_remove (Project       *p,
             gconstpointer  data)
{
  g_autofree char *bare = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *noted = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL);
  g_autofree char *other = telaah_test_tag (p->session, p->sources[1], 0, 5, p->themes[0], p->themes[1], NULL);
  g_autofree char *note = NULL;

  telaah_test_does (p->session, (note = telaah_session_add_note (p->session, noted, "lihat lagi", &fault)));
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[0], &fault));

  assert_tree (p, "Manfaat .Ekonomi");
  g_assert_null (telaah_session_find_passage (p->session, bare));
  g_assert_nonnull (telaah_session_find_passage (p->session, noted));
  g_assert_null (telaah_passage_fields (telaah_session_find_passage (p->session, noted))->themes[0]);
  g_assert_true (telaah_passage_has_theme (telaah_session_find_passage (p->session, other), p->themes[1]));
  g_assert_false (telaah_passage_has_theme (telaah_session_find_passage (p->session, other), p->themes[0]));
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[0], NULL), ==, 0);

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_remove_theme (p->session, p->themes[0], &refusal));
}

static void
test_remove_branch (Project       *p,
                    gconstpointer  data)
{
  g_autofree char *deep = add_theme (p, "Dagang", p->themes[2]);
  g_autofree char *above = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[1], NULL);
  g_autofree char *below = telaah_test_tag (p->session, p->sources[0], 10, 17, deep, p->themes[2], NULL);
  g_autofree char *apart = telaah_test_tag (p->session, p->sources[0], 18, 25, deep, p->themes[0], NULL);
  g_autofree char *before = telaah_test_dump (p->path);
  g_autofree char *after = NULL;

  assert_tree (p, "Tantangan Manfaat .Ekonomi ..Dagang");
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[1], &fault));
  assert_tree (p, "Tantangan");
  g_assert_null (telaah_session_find_passage (p->session, above));
  g_assert_null (telaah_session_find_passage (p->session, below));
  g_assert_nonnull (telaah_session_find_passage (p->session, apart));

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  after = telaah_test_dump (p->path);
  telaah_test_assert_text (after, before);
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/theme/add", test_add);
  ADD ("/session/theme/add-refused", test_add_refused);
  ADD ("/session/theme/colors", test_colors);
  ADD ("/session/theme/color-inherited", test_color_inherited);
  ADD ("/session/theme/set", test_set);
  ADD ("/session/theme/set-refused", test_set_refused);
  ADD ("/session/theme/digits-given", test_digits_given);
  ADD ("/session/theme/digits-taken", test_digits_taken);
  ADD ("/session/theme/move", test_move);
  ADD ("/session/theme/move-refused", test_move_refused);
  ADD ("/session/theme/move-often", test_move_often);
  ADD ("/session/theme/remove", test_remove);
  ADD ("/session/theme/remove-branch", test_remove_branch);

  return g_test_run ();
}
