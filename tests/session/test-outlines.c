/* Several outlines, and how their points go along with the themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/telaah-outline-format.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* Titles of the outline at hand, indented by depth. */
static void
assert_points (Project    *p,
               const char *expected)
{
  GListModel *points = telaah_session_get_points (p->session);
  g_autoptr(GString) titles = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *f = telaah_point_fields (point);

      g_string_append_printf (titles, "%s%.*s%s", i > 0 ? "|" : "", (int) f->depth, "....", f->title);
    }
  g_assert_cmpstr (titles->str, ==, expected);
}

static char *
get_point (Project    *p,
           const char *title)
{
  GListModel *points = telaah_session_get_points (p->session);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);

      if (strcmp (telaah_point_fields (point)->title, title) == 0)
        return g_strdup (telaah_point_fields (point)->id);
    }

  g_assert_not_reached ();
}

static char *
add_outline (Project    *p,
             const char *title,
             gboolean    follows)
{
  char *id = NULL;

  telaah_test_does (p->session, id = telaah_session_add_outline (p->session, title, follows, &fault));
  telaah_test_does (p->session, telaah_session_set_outline (p->session, id, &fault));
  g_assert_cmpstr (telaah_session_get_outline (p->session), ==, id);

  return id;
}

/* ---- Which there are ---- */

static void
test_first (Project       *p,
            gconstpointer  data)
{
  GListModel *outlines = telaah_session_get_outlines (p->session);
  g_autoptr(TelaahOutlineEntry) first = g_list_model_get_item (outlines, 0);

  g_assert_cmpuint (g_list_model_get_n_items (outlines), ==, 1);
  g_assert_cmpstr (telaah_outline_entry_fields (first)->id, ==, TELAAH_FIRST_OUTLINE);
  g_assert_null (telaah_outline_entry_fields (first)->title);
  g_assert_cmpstr (telaah_session_get_outline (p->session), ==, TELAAH_FIRST_OUTLINE);
  assert_points (p, "Tantangan|Manfaat|.Ekonomi");

  telaah_test_refuses (p->session, INVALID,
                       telaah_session_remove_outline (p->session, TELAAH_FIRST_OUTLINE, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_set_outline (p->session, "tidak ada", &refusal));
  telaah_test_refuses (p->session, INVALID,
                       telaah_session_set_outline_title (p->session, TELAAH_FIRST_OUTLINE, "  ", &refusal));
}

/* What is written in one is not in the other; removed, it comes back whole by undo. */
static void
test_apart (Project       *p,
            gconstpointer  data)
{
  TelaahStatus silent = TELAAH_STATUS_SILENT;
  g_autofree char *outline = add_outline (p, " Kedua ", TRUE);
  g_autofree char *point = get_point (p, "Manfaat");
  g_autoptr(TelaahCell) cell = NULL, first = NULL;
  g_autofree char *of_first = NULL;

  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], &silent, "Diam.", &fault));
  telaah_test_does (p->session, telaah_session_set_outline (p->session, TELAAH_FIRST_OUTLINE, &fault));
  of_first = get_point (p, "Manfaat");
  g_assert_cmpstr (of_first, !=, point);
  first = telaah_session_dup_cell (p->session, of_first, p->sources[0]);
  g_assert_null (telaah_cell_fields (first)->summary);

  telaah_test_does (p->session, telaah_session_remove_outline (p->session, outline, &fault));
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_outlines (p->session)), ==, 1);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  telaah_test_does (p->session, telaah_session_set_outline (p->session, outline, &fault));
  cell = telaah_session_dup_cell (p->session, point, p->sources[0]);
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "Diam.");
}

/* The one at hand is removed by somebody else: the first is at hand. */
static void
test_removed_outside (Project       *p,
                      gconstpointer  data)
{
  g_autofree char *outline = add_outline (p, "Kedua", TRUE);
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);

  telaah_test_does (other, telaah_session_remove_outline (other, outline, &fault));
  telaah_test_does (p->session, telaah_session_catch_up (p->session, &fault));
  g_assert_cmpstr (telaah_session_get_outline (p->session), ==, TELAAH_FIRST_OUTLINE);
  assert_points (p, "Tantangan|Manfaat|.Ekonomi");
}

/* ---- In step with the themes ---- */

static void
test_follows (Project       *p,
              gconstpointer  data)
{
  g_autofree char *outline = add_outline (p, "Kedua", TRUE);
  g_autofree char *theme = NULL;

  assert_points (p, "Tantangan|Manfaat|.Ekonomi");
  telaah_test_does (p->session, theme = telaah_session_add_theme (p->session, "Pasar", p->themes[2], NULL, NULL, &fault));
  assert_points (p, "Tantangan|Manfaat|.Ekonomi|..Pasar");
  telaah_test_does (p->session, telaah_session_move_theme (p->session, theme, NULL, p->themes[0], &fault));
  assert_points (p, "Pasar|Tantangan|Manfaat|.Ekonomi");
  telaah_test_does (p->session, telaah_session_set_theme (p->session, theme, "name", "Dagang", &fault));
  assert_points (p, "Dagang|Tantangan|Manfaat|.Ekonomi");
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, theme, &fault));
  assert_points (p, "Tantangan|Manfaat|.Ekonomi");

  /* Detached, it stays as it is; in step again, it gets what it lacks. */
  telaah_test_does (p->session, telaah_session_set_follows (p->session, outline, FALSE, &fault));
  g_free (telaah_session_add_theme (p->session, "Hukum", NULL, NULL, NULL, NULL));
  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[2], &fault));
  assert_points (p, "Tantangan|Manfaat|.Ekonomi");
  telaah_test_does (p->session, telaah_session_set_follows (p->session, outline, TRUE, &fault));
  assert_points (p, "Tantangan|Manfaat|.Ekonomi|Hukum");
}

/* The first one, whose points were only implied, keeps them when it is detached. */
static void
test_detach_first (Project       *p,
                   gconstpointer  data)
{
  telaah_test_does (p->session, telaah_session_set_follows (p->session, TELAAH_FIRST_OUTLINE, FALSE, &fault));
  g_free (telaah_session_add_theme (p->session, "Hukum", NULL, NULL, NULL, NULL));
  assert_points (p, "Tantangan|Manfaat|.Ekonomi");
}

static void
test_free (Project       *p,
           gconstpointer  data)
{
  const char *const themes[] = { p->themes[1], NULL };
  g_autofree char *outline = add_outline (p, "Bebas", FALSE);
  g_autofree char *point = NULL;

  assert_points (p, "");
  telaah_test_does (p->session, point = telaah_session_add_point (p->session, "Apa?", NULL, NULL, FALSE, &fault));
  telaah_test_does (p->session, telaah_session_add_points_of_themes (p->session, themes, point, &fault));
  assert_points (p, "Apa?|.Manfaat|..Ekonomi");
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_points (p, "Apa?");
}

/* ---- Points ---- */

static void
assert_evidence (Project    *p,
                 const char *point,
                 guint       source,
                 guint       n)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (p->session, point, p->sources[source]);

  g_assert_cmpuint (telaah_cell_get_evidence (cell)->len, ==, n);
}

static void
test_several_themes (Project       *p,
                     gconstpointer  data)
{
  g_autofree char *first = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *second = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[2], NULL);
  g_autofree char *both = telaah_test_tag (p->session, p->sources[0], 18, 25, p->themes[0], p->themes[2], NULL);
  g_autofree char *outline = add_outline (p, "Bebas", FALSE);
  g_autofree char *point = telaah_session_add_point (p->session, "Semua", NULL, NULL, FALSE, NULL);
  g_autofree char *themes = g_strjoin (" ", p->themes[0], p->themes[2], p->themes[0], NULL);
  g_auto(GStrv) standing = NULL;

  assert_evidence (p, point, 0, 0);
  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "themes", themes, &fault));
  assert_evidence (p, point, 0, 3);
  standing = telaah_point_dup_themes (telaah_session_find_point (p->session, point));
  g_assert_cmpuint (g_strv_length (standing), ==, 2);
  g_assert_cmpuint (telaah_session_count_cells (p->session, both), ==, 1);

  telaah_test_does (p->session, telaah_session_remove_theme (p->session, p->themes[0], &fault));
  assert_evidence (p, point, 0, 2);
  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "themes", "", &fault));
  assert_evidence (p, point, 0, 0);
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_point (p->session, point, "themes", "tidak-ada", &refusal));
}

static void
test_conditions (Project       *p,
                 gconstpointer  data)
{
  g_autofree char *mine = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *other = telaah_test_tag (p->session, p->sources[1], 0, 5, p->themes[0], NULL);
  g_autofree char *above = get_point (p, "Tantangan");
  g_autofree char *point = telaah_session_add_point (p->session, "Koran", p->themes[0], above, TRUE, NULL);
  const char *const coder[] = { "coder", "Sari", NULL };
  const char *const attribute[] = { "coder", "", "attribute", "jenis", "value", "koran", NULL };

  telaah_test_does (p->session, telaah_session_describe_point (p->session, point, coder, &fault));
  assert_evidence (p, point, 0, 0);
  telaah_test_does (p->session, telaah_session_describe_point (p->session, point, attribute, &fault));
  assert_evidence (p, point, 0, 0);
  telaah_test_does (p->session,
                    telaah_session_set_source (p->session, p->sources[1], "attribute:jenis", "koran", &fault));
  assert_evidence (p, point, 0, 0);
  assert_evidence (p, point, 1, 1);

  /* A part does not take from the whole. */
  assert_evidence (p, above, 0, 1);
  assert_evidence (p, above, 1, 1);
  g_assert_cmpuint (telaah_session_count_cells (p->session, mine), ==, 1);
  g_assert_cmpuint (telaah_session_count_cells (p->session, other), ==, 2);
}

static void
test_merge_points (Project       *p,
                   gconstpointer  data)
{
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *into = get_point (p, "Manfaat"), *gone = get_point (p, "Tantangan");
  const char *const points[] = { gone, NULL };
  TelaahStatus treated = TELAAH_STATUS_TREATED;
  TelaahLinkFields link = { .point = gone, .source = p->sources[0], .passage = passage, .span = { 0, 4 } };
  g_autofree char *id = NULL;
  g_autoptr(GPtrArray) links = NULL;
  g_autoptr(TelaahCell) cell = NULL;

  telaah_test_does (p->session, telaah_session_set_cell (p->session, into, p->sources[0], NULL, "Satu.", &fault));
  telaah_test_does (p->session, telaah_session_set_cell (p->session, gone, p->sources[0], &treated, "Dua tiga.", &fault));
  telaah_test_does (p->session, id = telaah_session_add_link (p->session, &link, &fault));
  telaah_test_refuses (p->session, INVALID, telaah_session_merge_points (p->session, gone, points, &refusal));
  telaah_test_does (p->session, telaah_session_merge_points (p->session, into, points, &fault));
  assert_points (p, "Manfaat|.Ekonomi");

  cell = telaah_session_dup_cell (p->session, into, p->sources[0]);
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "Satu.\n\nDua tiga.");
  g_assert_cmpint (telaah_cell_fields (cell)->status, ==, TELAAH_STATUS_TREATED);
  g_assert_cmpuint (telaah_cell_get_evidence (cell)->len, ==, 1);
  links = telaah_session_dup_links (p->session, into, p->sources[0]);
  g_assert_cmpuint (telaah_link_fields (links->pdata[0])->span.start, ==, 7);
  g_assert_cmpuint (telaah_link_fields (links->pdata[0])->span.end, ==, 11);

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_points (p, "Tantangan|Manfaat|.Ekonomi");
}

static void
test_hidden (Project       *p,
             gconstpointer  data)
{
  g_autofree char *point = get_point (p, "Manfaat");
  const char *const targets[] = { point, p->sources[1], NULL };
  g_autofree char *outline = NULL;

  telaah_test_does (p->session, telaah_session_set_hidden (p->session, targets, TRUE, &fault));
  g_assert_true (telaah_session_is_hidden (p->session, p->sources[1]));
  g_assert_true (telaah_point_fields (telaah_session_find_point (p->session, point))->hidden);
  outline = add_outline (p, "Kedua", TRUE);
  g_assert_false (telaah_session_is_hidden (p->session, p->sources[1]));
  telaah_test_does (p->session, telaah_session_set_outline (p->session, TELAAH_FIRST_OUTLINE, &fault));
  telaah_test_does (p->session, telaah_session_set_hidden (p->session, targets, FALSE, &fault));
  g_assert_false (telaah_session_is_hidden (p->session, p->sources[1]));
}

static void
test_order_sources (Project       *p,
                    gconstpointer  data)
{
  const char *const order[] = { p->sources[1], p->sources[0], NULL };
  const char *const some[] = { p->sources[1], NULL };

  telaah_test_does (p->session, telaah_session_order_sources (p->session, order, &fault));
  g_assert_cmpstr (telaah_test_get_id (telaah_session_get_sources (p->session), 0), ==, p->sources[1]);
  telaah_test_refuses (p->session, INVALID, telaah_session_order_sources (p->session, some, &refusal));
}

/* ---- Points alone ---- */

static void
test_import_points (Project       *p,
                    gconstpointer  data)
{
  static const char json[] = "{\"format\": \"telaah-outline\", \"version\": 1, \"title\": \"Kuliah\", \"points\": ["
    "{\"id\": \"11111111-1111-4111-8111-111111111111\", \"title\": \"Apa?\", \"question\": \"Apa yang dikatakan?\","
    " \"points\": [{\"id\": \"33333333-3333-4333-8333-333333333333\", \"title\": null},"
    " {\"id\": \"22222222-2222-4222-8222-222222222222\", \"title\": \"Siapa?\"}]}]}";
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahOutline) outline = telaah_outline_from_json (json, -1, &error);
  g_autofree char *id = NULL, *empty = NULL, *again = NULL, *point = NULL;

  g_assert_no_error (error);
  telaah_test_does (p->session, id = telaah_session_import_points (p->session, outline, NULL, &fault));
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_outlines (p->session)), ==, 2);
  telaah_test_does (p->session, telaah_session_set_outline (p->session, id, &fault));
  assert_points (p, "Apa?|.Untitled point|.Siapa?");
  point = get_point (p, "Apa?");
  g_assert_cmpstr (telaah_point_fields (telaah_session_find_point (p->session, point))->question, ==,
                   "Apa yang dikatakan?");

  /* An empty outline at hand takes them. */
  empty = add_outline (p, "Kosong", FALSE);
  telaah_test_does (p->session, again = telaah_session_import_points (p->session, outline, NULL, &fault));
  g_assert_cmpstr (again, ==, empty);
  assert_points (p, "Apa?|.Untitled point|.Siapa?");
}

#define ADD(path, test) \
  g_test_add ("/session/outlines/" path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("first", test_first);
  ADD ("apart", test_apart);
  ADD ("removed-outside", test_removed_outside);
  ADD ("follows", test_follows);
  ADD ("detach-first", test_detach_first);
  ADD ("free", test_free);
  ADD ("several-themes", test_several_themes);
  ADD ("conditions", test_conditions);
  ADD ("merge-points", test_merge_points);
  ADD ("hidden", test_hidden);
  ADD ("order-sources", test_order_sources);
  ADD ("import-points", test_import_points);

  return g_test_run ();
}
