/* Verbs on cells: what is said, what it rests on, and whether that has changed since.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-id.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* The point that a theme stands for in an outline that mirrors the themes. Kept until the test ends. */
static const char *
point_of (const char *theme)
{
  g_autofree char *id = telaah_id_derive (theme, "point");

  return g_intern_string (id);
}

static void
assert_cell (Project      *p,
             const char   *point,
             TelaahStatus  status,
             const char   *summary,
             gboolean      stale,
             guint         n_new)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (p->session, point, p->sources[0]);

  g_assert_cmpint (telaah_cell_fields (cell)->status, ==, status);
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, summary);
  g_assert_cmpint (telaah_cell_is_stale (cell), ==, stale);
  g_assert_cmpuint (telaah_cell_get_n_new (cell), ==, n_new);
}

/* The quotes, in order. */
static void
assert_evidence (Project    *p,
                 const char *point,
                 const char *expected)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (p->session, point, p->sources[0]);
  g_autoptr(GString) quotes = g_string_new (NULL);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);

  for (guint i = 0; i < evidence->len; i++)
    g_string_append_printf (quotes, "%s%s", i > 0 ? "|" : "", telaah_passage_fields (evidence->pdata[i])->quote);
  g_assert_cmpstr (quotes->str, ==, expected);
}

static void
set_summary (Project    *p,
             const char *point,
             const char *summary)
{
  telaah_test_does (p->session,
                    telaah_session_set_cell (p->session, point, p->sources[0], NULL, summary, &fault));
}

static void
set_status (Project      *p,
            const char   *point,
            TelaahStatus  status)
{
  telaah_test_does (p->session,
                    telaah_session_set_cell (p->session, point, p->sources[0], &status, NULL, &fault));
}

/* ---- Saying ---- */

static void
test_set (Project       *p,
          gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  TelaahStatus implicit = TELAAH_STATUS_IMPLICIT;

  assert_cell (p, point, TELAAH_STATUS_UNREAD, NULL, FALSE, 0);
  set_status (p, point, TELAAH_STATUS_SILENT);
  assert_cell (p, point, TELAAH_STATUS_SILENT, NULL, FALSE, 0);
  g_assert_cmpstr (telaah_session_get_undo (p->session), ==, "set-status");

  set_summary (p, point, "Tidak disebut.");
  assert_cell (p, point, TELAAH_STATUS_SILENT, "Tidak disebut.", FALSE, 0);
  g_assert_cmpstr (telaah_session_get_undo (p->session), ==, "set-summary");

  telaah_test_does (p->session,
                    telaah_session_set_cell (p->session, point, p->sources[0], &implicit, "Tersirat.", &fault));
  assert_cell (p, point, TELAAH_STATUS_IMPLICIT, "Tersirat.", FALSE, 0);

  set_summary (p, point, "");
  assert_cell (p, point, TELAAH_STATUS_IMPLICIT, NULL, FALSE, 0);

  /* Nothing of it in the other source, or on another point. */
  {
    g_autoptr(TelaahCell) other = telaah_session_dup_cell (p->session, point, p->sources[1]);

    g_assert_cmpint (telaah_cell_fields (other)->status, ==, TELAAH_STATUS_UNREAD);
    assert_cell (p, point_of (p->themes[1]), TELAAH_STATUS_UNREAD, NULL, FALSE, 0);
  }
}

/* A block is one step; where one of its cells is not there, none is written. */
static void
test_set_block (Project       *p,
                gconstpointer  data)
{
  const char *const points[] = { point_of (p->themes[0]), point_of (p->themes[2]), NULL };
  const char *const some[] = { point_of (p->themes[0]), "tidak-ada", NULL };
  const char *const sources[] = { p->sources[0], p->sources[1], NULL };
  TelaahStatus silent = TELAAH_STATUS_SILENT;

  telaah_test_does (p->session, telaah_session_set_cells (p->session, points, sources, &silent, "Diam.", &fault));
  assert_cell (p, points[0], TELAAH_STATUS_SILENT, "Diam.", FALSE, 0);
  assert_cell (p, points[1], TELAAH_STATUS_SILENT, "Diam.", FALSE, 0);
  assert_cell (p, point_of (p->themes[1]), TELAAH_STATUS_UNREAD, NULL, FALSE, 0);
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_cells (p->session, some, sources, NULL, "", &refusal));
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_cell (p, points[1], TELAAH_STATUS_UNREAD, NULL, FALSE, 0);
}

/* To say the same again is no change. */
static void
test_set_same (Project       *p,
               gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autofree char *before = NULL, *after = NULL;

  set_status (p, point, TELAAH_STATUS_TREATED);
  set_summary (p, point, "Ada.");
  before = telaah_test_dump_all (p->path);
  set_status (p, point, TELAAH_STATUS_TREATED);
  set_summary (p, point, "Ada.");
  telaah_test_does (p->session, telaah_session_confirm_cell (p->session, point, p->sources[0], &fault));
  after = telaah_test_dump_all (p->path);
  telaah_test_assert_text (after, before);
}

static void
test_refused (Project       *p,
              gconstpointer  data)
{
  TelaahStatus status = TELAAH_STATUS_TREATED;
  const char *point = point_of (p->themes[0]);

  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_cell (p->session, p->themes[0], p->sources[0], &status, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_set_cell (p->session, point, p->themes[0], &status, "x", &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_confirm_cell (p->session, p->themes[0], p->sources[0], &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_confirm_cell (p->session, point, p->themes[0], &refusal));
}

/* ---- Resting on passages ---- */

static void
test_evidence (Project       *p,
               gconstpointer  data)
{
  g_autofree char *late = telaah_test_tag (p->session, p->sources[0], 18, 25, p->themes[1], NULL);
  g_autofree char *early = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[1], NULL);
  g_autofree char *below = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[2], NULL);
  g_autofree char *both = telaah_test_tag (p->session, p->sources[0], 26, 31, p->themes[1], p->themes[2], NULL);
  g_autofree char *elsewhere = telaah_test_tag (p->session, p->sources[1], 0, 5, p->themes[1], NULL);
  g_autofree char *point = NULL;

  /* Each theme has its own point, so that nothing comes up from below; what is under both is under both. */
  assert_evidence (p, point_of (p->themes[0]), "");
  assert_evidence (p, point_of (p->themes[1]), "Diplomasi|membuka|ruang");
  assert_evidence (p, point_of (p->themes[2]), "digital|ruang");
  g_assert_cmpuint (telaah_session_count_cells (p->session, both), ==, 2);
  g_assert_cmpuint (telaah_session_count_cells (p->session, early), ==, 1);
  g_assert_cmpuint (telaah_session_count_cells (p->session, "none"), ==, 0);

  /* Where the theme below has none, its passages count above, once. */
  point = telaah_session_add_point (p->session, "Untung", p->themes[1], NULL, FALSE, NULL);
  assert_evidence (p, point, "Diplomasi|digital|membuka|ruang");
  g_assert_cmpuint (telaah_session_count_cells (p->session, both), ==, 1);
}

/* A point further down, not beside, takes its theme away from the one above. */
static void
test_evidence_goes_down (Project       *p,
                         gconstpointer  data)
{
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[2], NULL);
  g_autofree char *above = telaah_session_add_point (p->session, "Atas", p->themes[1], NULL, FALSE, NULL);
  g_autofree char *beside = telaah_session_add_point (p->session, "Samping", p->themes[2], NULL, FALSE, NULL);

  assert_evidence (p, above, "Diplomasi");
  assert_evidence (p, beside, "Diplomasi");

  telaah_test_does (p->session, telaah_session_move_point (p->session, beside, above, NULL, &fault));
  assert_evidence (p, above, "");
  assert_evidence (p, beside, "Diplomasi");

  telaah_test_does (p->session, telaah_session_remove_point (p->session, beside, &fault));
  assert_evidence (p, above, "Diplomasi");
}

/* ---- Stale ---- */

static void
test_stale (Project       *p,
            gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  const char *const themes[] = { p->themes[0], NULL };
  g_autofree char *first = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *second = NULL, *note = NULL;

  set_summary (p, point, "Satu bukti.");
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Satu bukti.", FALSE, 0);

  /* Something came. */
  second = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL);
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Satu bukti.", TRUE, 1);
  telaah_test_does (p->session, telaah_session_confirm_cell (p->session, point, p->sources[0], &fault));
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Satu bukti.", FALSE, 0);

  /* A border moved. */
  telaah_test_does (p->session, telaah_session_move_passage (p->session, second, (TelaahSpan) { 10, 25 }, &fault));
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Satu bukti.", TRUE, 1);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Satu bukti.", FALSE, 0);

  /* Something went. */
  telaah_test_does (p->session, telaah_session_untag (p->session, first, themes, &fault));
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Satu bukti.", TRUE, 0);

  /* It is written anew. */
  set_summary (p, point, "Bukti yang lain.");
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Bukti yang lain.", FALSE, 0);

  /* A note is no evidence, nor is another theme or another source. */
  telaah_test_does (p->session, (note = telaah_session_add_note (p->session, second, "catatan", &fault)));
  g_free (telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[1], NULL));
  g_free (telaah_test_tag (p->session, p->sources[1], 0, 5, p->themes[0], NULL));
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Bukti yang lain.", FALSE, 0);
}

/* To set the status is not to look at the evidence again. */
static void
test_status_keeps_stale (Project       *p,
                         gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autofree char *before = NULL, *after = NULL, *passage = NULL;

  set_summary (p, point, "Belum ada bukti.");
  passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Belum ada bukti.", TRUE, 1);
  before = telaah_test_dup_value (p->path, "SELECT seen FROM cell");

  set_status (p, point, TELAAH_STATUS_TREATED);
  assert_cell (p, point, TELAAH_STATUS_TREATED, "Belum ada bukti.", TRUE, 1);
  after = telaah_test_dup_value (p->path, "SELECT seen FROM cell");
  g_assert_cmpstr (after, ==, before);
}

/* Without a summary there is nothing to be stale, and nothing to confirm. */
static void
test_never_stale (Project       *p,
                  gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autofree char *passage = NULL, *before = NULL, *after = NULL;

  set_status (p, point, TELAAH_STATUS_SILENT);
  passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  assert_cell (p, point, TELAAH_STATUS_SILENT, NULL, FALSE, 0);

  before = telaah_test_dump_all (p->path);
  telaah_test_does (p->session, telaah_session_confirm_cell (p->session, point, p->sources[0], &fault));
  after = telaah_test_dump_all (p->path);
  telaah_test_assert_text (after, before);
}

/* Another tagging, in another program, makes it stale here. */
static void
test_stale_from_outside (Project       *p,
                         gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autoptr(TelaahSession) other = NULL;

  set_summary (p, point, "Belum ada bukti.");
  other = telaah_test_reopen (p->session);
  g_free (telaah_test_tag (other, p->sources[0], 0, 9, p->themes[0], NULL));

  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Belum ada bukti.", FALSE, 0);
  telaah_test_does (p->session, telaah_session_catch_up (p->session, &fault));
  assert_cell (p, point, TELAAH_STATUS_UNREAD, "Belum ada bukti.", TRUE, 1);
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/cell/set", test_set);
  ADD ("/session/cell/set-block", test_set_block);
  ADD ("/session/cell/set-same", test_set_same);
  ADD ("/session/cell/refused", test_refused);
  ADD ("/session/cell/evidence", test_evidence);
  ADD ("/session/cell/evidence-goes-down", test_evidence_goes_down);
  ADD ("/session/cell/stale", test_stale);
  ADD ("/session/cell/status-keeps-stale", test_status_keeps_stale);
  ADD ("/session/cell/never-stale", test_never_stale);
  ADD ("/session/cell/stale-from-outside", test_stale_from_outside);

  return g_test_run ();
}
