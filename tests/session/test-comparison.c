/* Evidence arranged by hand, proposals, what has changed, links, figures, open ends.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "analysis/telaah-evidence.h"
#include "model/telaah-id.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

static const char *
point_of (const char *theme)
{
  g_autofree char *id = telaah_id_derive (theme, "point");

  return g_intern_string (id);
}

/* Starts of the passages, in order. */
static void
assert_starts (GPtrArray  *passages,
               const char *expected)
{
  g_autoptr(GString) starts = g_string_new (NULL);

  for (guint i = 0; i < passages->len; i++)
    g_string_append_printf (starts, "%s%u", i > 0 ? " " : "", telaah_passage_fields (passages->pdata[i])->span.start);
  g_assert_cmpstr (starts->str, ==, expected);
}

static void
assert_evidence (Project    *p,
                 const char *point,
                 const char *expected)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (p->session, point, p->sources[0]);

  assert_starts (telaah_cell_get_evidence (cell), expected);
}

/* ---- By hand ---- */

static void
test_by_hand (Project       *p,
              gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autofree char *a = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *b = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL);
  g_autofree char *c = telaah_test_tag (p->session, p->sources[0], 18, 25, p->themes[1], NULL);
  g_autoptr(GPtrArray) hidden = NULL;

  telaah_test_does (p->session, telaah_session_set_evidence (p->session, point, c, TELAAH_EVIDENCE_PINNED, &fault));
  assert_evidence (p, point, "0 10 18");
  g_assert_true (telaah_session_is_pinned (p->session, point, c));
  telaah_test_does (p->session, telaah_session_move_evidence (p->session, point, c, a, &fault));
  assert_evidence (p, point, "18 0 10");
  telaah_test_does (p->session, telaah_session_move_evidence (p->session, point, c, NULL, &fault));
  assert_evidence (p, point, "0 10 18");
  telaah_test_does (p->session, telaah_session_move_evidence (p->session, point, b, a, &fault));
  telaah_test_does (p->session, telaah_session_set_evidence (p->session, point, a, TELAAH_EVIDENCE_HIDDEN, &fault));
  assert_evidence (p, point, "10 18");
  hidden = telaah_session_dup_hidden_evidence (p->session, point, p->sources[0]);
  assert_starts (hidden, "0");
  telaah_test_does (p->session, telaah_session_set_evidence (p->session, point, a, TELAAH_EVIDENCE_USUAL, &fault));
  assert_evidence (p, point, "10 0 18");
  telaah_test_does (p->session, telaah_session_sort_evidence (p->session, point, p->sources[0], &fault));
  assert_evidence (p, point, "0 10 18");
  telaah_test_does (p->session, telaah_session_set_evidence (p->session, point, c, TELAAH_EVIDENCE_USUAL, &fault));
  assert_evidence (p, point, "0 10");
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_move_evidence (p->session, point, c, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_set_evidence (p->session, point, "tidak-ada",
                                                                           TELAAH_EVIDENCE_PINNED, &refusal));
}

/* ---- Proposals ---- */

static void
assert_proposal (Project    *p,
                 const char *expected)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (p->session, point_of (p->themes[0]), p->sources[0]);
  const TelaahCellFields *f = telaah_cell_fields (cell);

  g_assert_cmpstr (f->proposes ? telaah_status_to_string (f->proposal) : "none", ==, expected);
}

static void
test_proposals (Project       *p,
                gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  TelaahStatus silent = TELAAH_STATUS_SILENT;
  g_autofree char *a = NULL, *b = NULL;

  assert_proposal (p, "none");
  a = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  assert_proposal (p, "treated");
  telaah_test_does (p->session, telaah_session_judge_proposal (p->session, point, p->sources[0], FALSE, &fault));
  assert_proposal (p, "none");
  b = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL);
  assert_proposal (p, "treated");
  telaah_test_does (p->session, telaah_session_judge_proposal (p->session, point, p->sources[0], TRUE, &fault));
  assert_proposal (p, "none");

  telaah_test_does (p->session, telaah_session_untag (p->session, a, NULL, &fault));
  assert_proposal (p, "none");
  telaah_test_does (p->session, telaah_session_untag (p->session, b, NULL, &fault));
  assert_proposal (p, "unread");
  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], &silent, NULL, &fault));
  assert_proposal (p, "none");
  g_free (telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL));
  assert_proposal (p, "treated");
}

/* ---- What has changed ---- */

static void
test_changes (Project       *p,
              gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  const char *const theme[] = { p->themes[0], NULL };
  g_autofree char *deleted = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *moved = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL);
  g_autofree char *untagged = telaah_test_tag (p->session, p->sources[0], 18, 25, p->themes[0], p->themes[1], NULL);
  g_autofree char *came = NULL;
  g_autofree char *words = g_strdup (telaah_passage_fields (telaah_session_find_passage (p->session, deleted))->quote);
  g_autofree char *before = g_strdup (telaah_passage_fields (telaah_session_find_passage (p->session, moved))->quote);
  TelaahCellChanges *changes;
  TelaahEvidenceChanges counted;
  g_autoptr(TelaahCell) cell = NULL;

  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], NULL, "Ringkas.", &fault));
  changes = telaah_session_dup_changes (p->session, point, p->sources[0], NULL);
  g_assert_cmpuint (changes->came->len + changes->changed->len + changes->went->len, ==, 0);
  telaah_cell_changes_free (changes);

  telaah_test_does (p->session, telaah_session_untag (p->session, deleted, NULL, &fault));
  telaah_test_does (p->session, telaah_session_move_passage (p->session, moved, (TelaahSpan) { 10, 16 }, &fault));
  telaah_test_does (p->session, telaah_session_untag (p->session, untagged, theme, &fault));
  came = telaah_test_tag (p->session, p->sources[0], 26, 31, p->themes[0], NULL);

  changes = telaah_session_dup_changes (p->session, point, p->sources[0], NULL);
  assert_starts (changes->came, "26");
  assert_starts (changes->changed, "10");
  g_assert_cmpstr (telaah_passage_fields (changes->before->pdata[0])->quote, ==, before);
  assert_starts (changes->went, "0 18");
  cell = telaah_session_dup_cell (p->session, point, p->sources[0]);
  counted = telaah_evidence_count_changes (telaah_cell_fields (cell)->seen, telaah_cell_get_evidence (cell));
  g_assert_cmpuint (counted.came, ==, changes->came->len);
  g_assert_cmpuint (counted.changed, ==, changes->changed->len);
  g_assert_cmpuint (counted.went, ==, changes->went->len);
  g_assert_cmpstr (telaah_passage_fields (changes->went->pdata[0])->quote, ==, words);
  telaah_cell_changes_free (changes);

  telaah_test_does (p->session, telaah_session_confirm_cell (p->session, point, p->sources[0], &fault));
  changes = telaah_session_dup_changes (p->session, point, p->sources[0], NULL);
  g_assert_cmpuint (changes->came->len + changes->changed->len + changes->went->len, ==, 0);
  telaah_cell_changes_free (changes);
}

/* The heading above a place, without what dresses it; one that is refused is none. */
static void
test_section (Project       *p,
              gconstpointer  data)
{
  const char *ids[2] = { NULL, NULL };
  g_autofree char *mark = NULL;

  g_assert_null (telaah_session_get_section (p->session, p->sources[0], 20));
  telaah_test_does (p->session, mark = telaah_session_add_mark (p->session, p->sources[0], (TelaahSpan) { 0, 17 },
                                                                TELAAH_MARK_HEADING, 1, &fault));
  g_assert_cmpstr (telaah_session_get_section (p->session, p->sources[0], 20), ==, "Diplomasi digital");
  g_assert_cmpstr (telaah_session_get_section (p->session, p->sources[0], 0), ==, "Diplomasi digital");
  g_assert_null (telaah_session_get_section (p->session, p->sources[1], 20));
  ids[0] = mark;
  telaah_test_does (p->session, telaah_session_judge_marks (p->session, ids, TELAAH_MARK_REFUSED, &fault));
  g_assert_null (telaah_session_get_section (p->session, p->sources[0], 20));
}

/* A change says which cells it touches. */
static void
note_touched_cb (TelaahSession *session,
                 guint          changes,
                 Project       *p)
{
  g_assert_true (telaah_session_touches (session, point_of (p->themes[0]), p->sources[0]));
  g_assert_false (telaah_session_touches (session, point_of (p->themes[0]), p->sources[1]));
  g_assert_false (telaah_session_touches (session, point_of (p->themes[1]), p->sources[0]));
}

static void
test_touches (Project       *p,
              gconstpointer  data)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (p->session, point_of (p->themes[0]), p->sources[0]);
  gulong handler = g_signal_connect (p->session, "changed", G_CALLBACK (note_touched_cb), p);

  g_free (telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL));
  g_signal_handler_disconnect (p->session, handler);
}

/* ---- Links ---- */

static void
assert_link (Project    *p,
             const char *point,
             guint       start,
             guint       end)
{
  g_autoptr(GPtrArray) links = telaah_session_dup_links (p->session, point, p->sources[0]);

  if (start == end)
    {
      g_assert_cmpuint (links->len, ==, 0);
      return;
    }

  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpuint (telaah_link_fields (links->pdata[0])->span.start, ==, start);
  g_assert_cmpuint (telaah_link_fields (links->pdata[0])->span.end, ==, end);
}

static void
write_summary (Project    *p,
               const char *summary)
{
  telaah_test_does (p->session, telaah_session_set_cell (p->session, point_of (p->themes[0]), p->sources[0], NULL, summary,
                                                         &fault));
}

static void
test_links (Project       *p,
            gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  TelaahLinkFields link = { .point = point, .source = p->sources[0], .passage = passage, .span = { 5, 10 } };
  TelaahLinkFields two = link;
  g_autofree char *id = NULL;

  telaah_test_refuses (p->session, INVALID, telaah_session_add_link (p->session, &link, &refusal));
  write_summary (p, "Kata jarak lagi.");
  telaah_test_does (p->session, id = telaah_session_add_link (p->session, &link, &fault));
  assert_link (p, point, 5, 10);
  write_summary (p, "Sebuah kata jarak lagi.");
  assert_link (p, point, 12, 17);
  write_summary (p, "Sebuah kata lagi.");
  assert_link (p, point, 0, 0);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_link (p, point, 12, 17);
  telaah_test_does (p->session, telaah_session_remove_link (p->session, id, &fault));
  assert_link (p, point, 0, 0);

  two.cited = p->sources[1];
  telaah_test_refuses (p->session, INVALID, telaah_session_add_link (p->session, &two, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_remove_link (p->session, "tidak-ada", &refusal));
}

static void
test_citations (Project       *p,
                gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  TelaahLinkFields link = { .point = point, .cited = p->sources[1], .kind = TELAAH_LINK_DIFFERENCES };
  g_autofree char *id = NULL;
  g_autoptr(GPtrArray) links = NULL;

  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "differences", "Lain.", &fault));
  telaah_test_does (p->session, id = telaah_session_add_link (p->session, &link, &fault));
  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "differences", "Sama sekali.", &fault));
  links = telaah_session_dup_links (p->session, point, NULL);
  g_assert_cmpuint (links->len, ==, 1);
  g_assert_cmpstr (telaah_link_fields (links->pdata[0])->cited, ==, p->sources[1]);

  telaah_test_does (p->session, telaah_session_remove_source (p->session, p->sources[1], &fault));
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
}

static void
test_insert_quote (Project       *p,
                   gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autoptr(TelaahCell) cell = NULL;

  write_summary (p, "Awal akhir.");
  telaah_test_does (p->session, telaah_session_insert_quote (p->session, point, p->sources[0], TELAAH_LINK_SUMMARY, 5,
                                                             "“kutipan” ", passage, &fault));
  cell = telaah_session_dup_cell (p->session, point, p->sources[0]);
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "Awal “kutipan” akhir.");
  g_assert_false (telaah_cell_is_stale (cell));
  assert_link (p, point, 5, 15);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_link (p, point, 0, 0);
}

static void
test_translation (Project       *p,
                  gconstpointer  data)
{
  const char *point = point_of (p->themes[0]);
  g_autoptr(TelaahCell) cell = NULL;

  telaah_test_does (p->session, telaah_session_set_project (p->session, "second-language", "en", &fault));
  g_assert_cmpstr (telaah_session_get_second_language (p->session), ==, "en");
  telaah_test_does (p->session, telaah_session_set_translation (p->session, point, p->sources[0], "A gap.", &fault));
  write_summary (p, "Jarak.");
  cell = telaah_session_dup_cell (p->session, point, p->sources[0]);
  g_assert_cmpstr (telaah_cell_fields (cell)->translation, ==, "A gap.");
  g_assert_cmpstr (telaah_cell_fields (cell)->summary, ==, "Jarak.");
}

/* ---- Figures ---- */

static void
test_figures (Project       *p,
              gconstpointer  data)
{
  g_autofree char *a = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *b = telaah_test_tag (p->session, p->sources[0], 5, 17, p->themes[0], p->themes[1], NULL);
  g_autofree char *c = telaah_test_tag (p->session, p->sources[0], 20, 25, p->themes[1], NULL);
  g_autoptr(TelaahMatrix) counts = telaah_session_dup_counts (p->session);
  g_autoptr(TelaahMatrix) together = telaah_session_dup_cooccurrence (p->session);
  g_autoptr(GPtrArray) portraits = telaah_session_dup_portraits (p->session, NULL);
  TelaahPortrait *portrait = portraits->pdata[0];
  TelaahPortraitLane *lane = portrait->lanes->pdata[0];

  g_assert_cmpuint (telaah_matrix_at (counts, 0, 0)->passages, ==, 2);
  g_assert_cmpuint (telaah_matrix_at (counts, 0, 0)->characters, ==, 17);
  g_assert_cmpuint (telaah_matrix_at (counts, 1, 0)->characters, ==, 17);
  g_assert_cmpuint (telaah_matrix_at (counts, 0, 1)->passages, ==, 0);

  g_assert_cmpuint (telaah_matrix_at (together, 0, 0)->passages, ==, 2);
  g_assert_cmpuint (telaah_matrix_at (together, 0, 0)->characters, ==, 17);
  g_assert_cmpuint (telaah_matrix_at (together, 0, 1)->passages, ==, 1);
  g_assert_cmpuint (telaah_matrix_at (together, 0, 1)->characters, ==, 12);
  g_assert_cmpuint (telaah_matrix_at (together, 1, 0)->characters, ==, 12);
  g_assert_cmpuint (telaah_matrix_at (together, 0, 2)->passages, ==, 0);

  g_assert_cmpuint (portraits->len, ==, 2);
  g_assert_cmpuint (portrait->lanes->len, ==, 2);
  g_assert_cmpuint (lane->spans->len, ==, 1);
  g_assert_cmpuint (lane->characters, ==, 17);
}

/* ---- Open ends ---- */

static guint
count_ends (Project           *p,
            TelaahOpenEndKind  kind)
{
  g_autoptr(GPtrArray) ends = telaah_session_dup_open_ends (p->session);
  guint n = 0;

  for (guint i = 0; i < ends->len; i++)
    n += ((TelaahOpenEnd *) ends->pdata[i])->kind == kind;

  return n;
}

static void
test_open_ends (Project       *p,
                gconstpointer  data)
{
  const char *point = point_of (p->themes[0]), *alone = NULL;
  const char *const hidden[] = { p->sources[1], NULL };
  TelaahStatus silent = TELAAH_STATUS_SILENT;

  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNREAD), ==, 6);
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNUSED_THEME), ==, 3);
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_SINGLE_SOURCE), ==, 0);

  g_free (telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[2], NULL));
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNUSED_THEME), ==, 1);
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_SINGLE_SOURCE), ==, 1);

  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], &silent, "Diam.", &fault));
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNREAD), ==, 5);
  g_free (telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL));
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_STALE), ==, 1);
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_SILENT_WITH_EVIDENCE), ==, 1);

  telaah_test_does (p->session, telaah_session_remove_point (p->session, point_of (p->themes[2]), &fault));
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNPLACED_PASSAGE), ==, 0);
  alone = point_of (p->themes[1]);
  telaah_test_does (p->session, telaah_session_remove_point (p->session, alone, &fault));
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNPLACED_PASSAGE), ==, 1);

  telaah_test_does (p->session, telaah_session_set_hidden (p->session, hidden, TRUE, &fault));
  g_assert_cmpuint (count_ends (p, TELAAH_OPEN_END_UNREAD), ==, 0);
}

#define ADD(path, test) \
  g_test_add ("/session/comparison/" path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("by-hand", test_by_hand);
  ADD ("proposals", test_proposals);
  ADD ("changes", test_changes);
  ADD ("section", test_section);
  ADD ("touches", test_touches);
  ADD ("links", test_links);
  ADD ("citations", test_citations);
  ADD ("insert-quote", test_insert_quote);
  ADD ("translation", test_translation);
  ADD ("figures", test_figures);
  ADD ("open-ends", test_open_ends);

  return g_test_run ();
}
