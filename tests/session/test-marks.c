/* Headings and clutter of a source, and the sentences that are left when they are set apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-mark.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

#define HEAD   "Peluang Baru"
#define FIRST  "Diplomasi kini berlangsung di layar."
#define BANNER "IKLAN"
#define SECOND "Warga ikut bersuara."
#define BODY   HEAD "\n\n" FIRST "\n\n" BANNER "\n\n" SECOND "\n"

static char *
import (Project    *p,
        const char *body,
        GArray     *proposals)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) ids = NULL;
  TelaahDocument *document = telaah_test_document_new ("marked.txt", body);

  document->proposals = proposals;
  g_ptr_array_add (documents, document);
  ids = telaah_session_import (p->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (ids->pdata[0]);
}

static TelaahSpan
find (const char *body,
      const char *words)
{
  const char *at = strstr (body, words);
  guint start;

  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (body, at);
  return (TelaahSpan) { start, start + g_utf8_strlen (words, -1) };
}

/* A heading and an advertisement, as if they had been found. */
static char *
import_marked (Project *p)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (TelaahProposal));
  TelaahProposal heading = { find (BODY, HEAD), TELAAH_MARK_HEADING, 1, "title" };
  TelaahProposal banner = { find (BODY, BANNER), TELAAH_MARK_CLUTTER, 0, "advertisement" };

  g_array_append_val (proposals, heading);
  g_array_append_val (proposals, banner);

  return import (p, BODY, proposals);
}

/* "heading1? Peluang Baru | clutter? IKLAN": ? is proposed, ! accepted, - refused. */
static char *
dup_marks (Project    *p,
           const char *source)
{
  static const char states[] = "?!-";
  GListModel *marks = telaah_session_get_marks (p->session, source);
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, source, NULL);
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);
      g_autofree char *words = telaah_text_dup_slice (text, f->span);

      g_string_append_printf (all, "%s%s", i > 0 ? " | " : "", telaah_mark_kind_to_string (f->kind));
      if (f->kind == TELAAH_MARK_HEADING)
        g_string_append_printf (all, "%u", f->level);
      g_string_append_printf (all, "%c %s", states[f->state], words);
    }

  return g_string_free (all, FALSE);
}

static void
assert_marks (Project    *p,
              const char *source,
              const char *expected)
{
  g_autofree char *marks = dup_marks (p, source);

  g_assert_cmpstr (marks, ==, expected);
  telaah_test_assert_live (p->session);
}

static void
assert_sentences (Project    *p,
                  const char *source,
                  const char *expected)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, source, NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(GArray) spans = telaah_session_dup_sentences (p->session, source, &error);
  g_autoptr(GString) all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < spans->len; i++)
    {
      g_autofree char *words = telaah_text_dup_slice (text, g_array_index (spans, TelaahSpan, i));

      g_string_append_printf (all, "%s%s", i > 0 ? " | " : "", words);
    }
  g_assert_cmpstr (all->str, ==, expected);
}

static const char *
get_mark (Project    *p,
          const char *source,
          guint       position)
{
  g_autoptr(TelaahMark) mark = g_list_model_get_item (telaah_session_get_marks (p->session, source), position);

  return telaah_mark_fields (mark)->id;
}

/* ---- Tests ---- */

static void
test_proposals (Project       *p,
                gconstpointer  data)
{
  g_autofree char *source = import_marked (p);
  const char *marks[] = { NULL, NULL };

  assert_marks (p, source, "heading1? " HEAD " | clutter? " BANNER);
  assert_sentences (p, source, FIRST " | " SECOND);

  /* Refused, it is body again; accepted, it is not. */
  marks[0] = get_mark (p, source, 1);
  telaah_test_does (p->session, telaah_session_judge_marks (p->session, marks, TELAAH_MARK_REFUSED, &fault));
  assert_marks (p, source, "heading1? " HEAD " | clutter- " BANNER);
  assert_sentences (p, source, FIRST " | " BANNER " | " SECOND);

  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  marks[0] = get_mark (p, source, 1);
  telaah_test_does (p->session, telaah_session_judge_marks (p->session, marks, TELAAH_MARK_ACCEPTED, &fault));
  assert_marks (p, source, "heading1? " HEAD " | clutter! " BANNER);
  assert_sentences (p, source, FIRST " | " SECOND);
}

static void
test_by_hand (Project       *p,
              gconstpointer  data)
{
  g_autofree char *source = import (p, BODY, NULL);
  TelaahSpan banner = find (BODY, BANNER);
  TelaahSpan wide = { banner.start - 2, banner.end + 1 };
  g_autofree char *id = NULL;
  g_autofree char *heading = NULL;

  assert_marks (p, source, "");

  /* Blanks at the ends are none of it. */
  telaah_test_does (p->session, (id = telaah_session_add_mark (p->session, source, wide, TELAAH_MARK_CLUTTER, 0,
                                                                &fault)) != NULL);
  telaah_test_does (p->session, (heading = telaah_session_add_mark (p->session, source, find (BODY, HEAD),
                                                                    TELAAH_MARK_HEADING, 0, &fault)) != NULL);
  assert_marks (p, source, "heading1! " HEAD " | clutter! " BANNER);

  telaah_test_does (p->session, telaah_session_set_level (p->session, heading, 3, &fault));
  assert_marks (p, source, "heading3! " HEAD " | clutter! " BANNER);

  /* What was made by hand goes without a trace. */
  telaah_test_does (p->session, telaah_session_remove_mark (p->session, id, &fault));
  assert_marks (p, source, "heading3! " HEAD);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_marks (p, source, "heading3! " HEAD " | clutter! " BANNER);

  telaah_test_refuses (p->session, INVALID, telaah_session_set_level (p->session, heading, 7, &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_set_level (p->session, id, 1, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_remove_mark (p->session, "none", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_add_mark (p->session, source, (TelaahSpan) { 12, 14 },
                                                                     TELAAH_MARK_CLUTTER, 0, &refusal) != NULL);
  telaah_test_refuses (p->session, INVALID, telaah_session_add_mark (p->session, source, (TelaahSpan) { 5, 5000 },
                                                                     TELAAH_MARK_CLUTTER, 0, &refusal) != NULL);
}

static void
test_room (Project       *p,
           gconstpointer  data)
{
  g_autofree char *source = import (p, "satu dua tiga empat lima", NULL);
  g_autofree char *all = NULL, *middle = NULL;

  telaah_test_does (p->session, (all = telaah_session_add_mark (p->session, source, (TelaahSpan) { 0, 24 },
                                                                 TELAAH_MARK_CLUTTER, 0, &fault)) != NULL);
  telaah_test_does (p->session, (middle = telaah_session_add_mark (p->session, source, (TelaahSpan) { 9, 13 },
                                                                    TELAAH_MARK_HEADING, 2, &fault)) != NULL);
  assert_marks (p, source, "clutter! satu dua | heading2! tiga | clutter! empat lima");

  telaah_test_does (p->session, telaah_session_clear_marks (p->session, source, (TelaahSpan) { 5, 19 }, NULL, &fault));
  assert_marks (p, source, "clutter! satu | clutter! lima");
  assert_sentences (p, source, "dua tiga empat");

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_clear_marks (p->session, source, (TelaahSpan) { 6, 18 },
                                                                          NULL, &refusal));
}

/* What was refused is not asked again. */
static void
test_propose_again (Project       *p,
                    gconstpointer  data)
{
  static const char body[] = "ADVERTISEMENT\n\n" FIRST " " SECOND " Negara belajar mendengar lebih banyak lagi.\n";
  g_autofree char *source = import (p, body, NULL);

  telaah_test_does (p->session, telaah_session_propose_marks (p->session, source, &fault));
  assert_marks (p, source, "clutter? ADVERTISEMENT");
  telaah_test_does (p->session, telaah_session_remove_mark (p->session, get_mark (p, source, 0), &fault));
  assert_marks (p, source, "clutter- ADVERTISEMENT");
  telaah_test_does (p->session, telaah_session_propose_marks (p->session, source, &fault));
  assert_marks (p, source, "clutter- ADVERTISEMENT");
}

static void
test_removed_source (Project       *p,
                     gconstpointer  data)
{
  g_autofree char *source = import_marked (p);

  telaah_test_does (p->session, telaah_session_set_source (p->session, source, "attribute:Wilayah", "Jawa", &fault));
  telaah_test_does (p->session, telaah_session_remove_source (p->session, source, &fault));
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_marks (p, source, "heading1? " HEAD " | clutter? " BANNER);
}

/* Another session's marks come by themselves, one change at a time. */
static void
test_other_session (Project       *p,
                    gconstpointer  data)
{
  g_autofree char *source = import_marked (p);
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (telaah_session_get_marks (other, source));

  telaah_test_does (p->session, telaah_session_set_level (p->session, get_mark (p, source, 0), 2, &fault));
  telaah_test_does (other, telaah_session_catch_up (other, &fault));
  telaah_test_watch_check (watch);
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  telaah_test_does (other, telaah_session_catch_up (other, &fault));
  telaah_test_watch_check (watch);
}

#define ADD(name, function) \
  g_test_add (name, Project, NULL, telaah_test_project_set_up, function, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/marks/proposals", test_proposals);
  ADD ("/marks/by-hand", test_by_hand);
  ADD ("/marks/room", test_room);
  ADD ("/marks/propose-again", test_propose_again);
  ADD ("/marks/removed-source", test_removed_source);
  ADD ("/marks/other-session", test_other_session);

  return g_test_run ();
}
