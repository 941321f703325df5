/* Verbs on passages and their notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-id.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

static const TelaahPassageFields *
get_passage (Project    *p,
             const char *id)
{
  TelaahPassage *passage = telaah_session_find_passage (p->session, id);

  g_assert_nonnull (passage);
  return telaah_passage_fields (passage);
}

static guint
count_notes (Project    *p,
             const char *id)
{
  GPtrArray *notes = telaah_passage_get_notes (telaah_session_find_passage (p->session, id));

  return notes != NULL ? notes->len : 0;
}

/* ---- Tagging ---- */

/* The words of a passage are those of the text, also behind characters of four bytes and at its borders. */
static void
test_words (Project       *p,
            gconstpointer  data)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[0], NULL);
  const char *body = telaah_text_get_body (text);
  guint length = g_utf8_strlen (body, -1);

  for (guint start = 0; start < length; start += 7)
    for (guint end = start + 1; end <= length; end += 13)
      {
        g_autofree char *id = telaah_test_tag (p->session, p->sources[0], start, end, p->themes[0], NULL);
        const TelaahPassageFields *f = get_passage (p, id);
        g_autofree char *quote = g_utf8_substring (body, start, end);
        g_autofree char *prefix = g_utf8_substring (body, start > 32 ? start - 32 : 0, start);
        g_autofree char *suffix = g_utf8_substring (body, end, MIN (end + 32, length));

        g_assert_cmpstr (f->quote, ==, quote);
        g_assert_cmpstr (f->prefix, ==, prefix);
        g_assert_cmpstr (f->suffix, ==, suffix);
      }
}

static void
test_tag (Project       *p,
          gconstpointer  data)
{
  const char *const themes[] = { p->themes[2], p->themes[0], NULL };
  TelaahTagging tagging = { p->sources[0], { 0, 9 }, themes, "catatan", "Sari" };
  g_autofree char *id = NULL;
  const TelaahPassageFields *f;
  GPtrArray *notes;

  telaah_test_does (p->session, (id = telaah_session_tag (p->session, &tagging, &fault)));
  g_assert_true (telaah_id_is_valid (id));
  f = get_passage (p, id);
  g_assert_cmpstr (f->source, ==, p->sources[0]);
  g_assert_cmpuint (f->span.start, ==, 0);
  g_assert_cmpuint (f->span.end, ==, 9);
  g_assert_cmpstr (f->quote, ==, "Diplomasi");
  g_assert_cmpstr (f->coder, ==, "Sari");

  /* In the order of coding. */
  g_assert_cmpstr (f->themes[0], ==, p->themes[2]);
  g_assert_cmpstr (f->themes[1], ==, p->themes[0]);
  g_assert_null (f->themes[2]);

  notes = telaah_passage_get_notes (telaah_session_find_passage (p->session, id));
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (telaah_note_fields (notes->pdata[0])->text, ==, "catatan");
  g_assert_cmpstr (telaah_note_fields (notes->pdata[0])->coder, ==, "Sari");
}

/* The history says in whose name, also where it is not the session's. */
static void
test_history_names_coder (Project       *p,
                          gconstpointer  data)
{
  const char *const themes[] = { p->themes[0], NULL };
  TelaahTagging taggings[] = {
    { p->sources[0], { 0, 9 }, themes, NULL, "Sari" }, { p->sources[0], { 1, 9 }, themes, NULL, "Budi" },
  };
  g_autoptr(GPtrArray) one = telaah_session_tag_all (p->session, taggings, 1, NULL);
  g_autoptr(GPtrArray) two = telaah_session_tag_all (p->session, taggings, 2, NULL);
  g_autoptr(GPtrArray) history = telaah_session_dup_history (p->session, NULL);

  g_assert_cmpstr (((TelaahJournalEntry *) history->pdata[history->len - 2])->coder, ==, "Sari");
  g_assert_cmpstr (((TelaahJournalEntry *) history->pdata[history->len - 1])->coder, ==, g_get_user_name ());
  g_assert_cmpstr (one->pdata[0], ==, two->pdata[0]);
}

/* The same span by the same coder is the same passage, and gains the themes. */
static void
test_tag_same (Project       *p,
               gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *again = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], p->themes[1], NULL);
  g_autofree char *longer = telaah_test_tag (p->session, p->sources[0], 0, 10, p->themes[0], NULL);
  g_autofree char *elsewhere = telaah_test_tag (p->session, p->sources[1], 0, 9, p->themes[0], NULL);
  g_autofree char *others = NULL;

  telaah_session_set_coder (p->session, "Sari");
  others = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);

  g_assert_cmpstr (again, ==, id);
  g_assert_cmpstr (longer, !=, id);
  g_assert_cmpstr (elsewhere, !=, id);
  g_assert_cmpstr (others, !=, id);
  g_assert_cmpuint (telaah_session_count (p->session, NULL, NULL), ==, 4);
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[0], NULL), ==, 4);
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[0], p->sources[0]), ==, 3);
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[1], p->sources[0]), ==, 1);
}

static void
test_note_alone (Project       *p,
                 gconstpointer  data)
{
  TelaahTagging tagging = { .source = p->sources[0], .span = { 0, 9 }, .note = "hanya catatan" };
  g_autofree char *id = NULL;

  telaah_test_does (p->session, (id = telaah_session_tag (p->session, &tagging, &fault)));
  g_assert_null (get_passage (p, id)->themes[0]);
  g_assert_cmpuint (count_notes (p, id), ==, 1);
}

static void
test_tag_refused (Project       *p,
                  gconstpointer  data)
{
  static const TelaahSpan bad[] = {
    { 0, 0 }, { 5, 5 }, { 9, 3 }, { 0, 99 }, { 98, 99 }, { 200, 300 }, { 0, G_MAXUINT }, { G_MAXUINT, 0 },
  };
  const char *const good_themes[] = { p->themes[0], NULL };
  const char *const bad_themes[] = { p->themes[0], p->sources[0], NULL };
  const char *const no_themes[] = { NULL };
  TelaahTagging tagging = { .source = p->sources[0], .themes = good_themes };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      tagging.span = bad[i];
      telaah_test_refuses (p->session, INVALID, telaah_session_tag (p->session, &tagging, &refusal));
    }

  tagging = (TelaahTagging) { .source = p->sources[0], .span = { 0, 9 }, .themes = bad_themes };
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_tag (p->session, &tagging, &refusal));
  tagging.themes = no_themes;
  telaah_test_refuses (p->session, INVALID, telaah_session_tag (p->session, &tagging, &refusal));
  tagging.themes = NULL;
  tagging.note = "";
  telaah_test_refuses (p->session, INVALID, telaah_session_tag (p->session, &tagging, &refusal));
  tagging = (TelaahTagging) { .source = "none", .span = { 0, 9 }, .themes = good_themes };
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_tag (p->session, &tagging, &refusal));
}

static void
test_tag_all (Project       *p,
              gconstpointer  data)
{
  const char *const themes[] = { p->themes[0], NULL };
  TelaahTagging taggings[] = {
    { p->sources[1], { 0, 5 }, themes },
    { p->sources[0], { 0, 9 }, themes },
    { p->sources[1], { 0, 5 }, themes },    /* the first again */
    { p->sources[0], { 5, 999 }, themes },  /* too long */
  };
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  telaah_test_refuses (p->session, INVALID,
                       telaah_session_tag_all (p->session, taggings, G_N_ELEMENTS (taggings), &refusal));
  g_assert_null (telaah_session_tag_all (p->session, taggings, G_N_ELEMENTS (taggings), &error));
  g_assert_nonnull (strstr (error->message, "4"));

  telaah_test_does (p->session, (ids = telaah_session_tag_all (p->session, taggings, 3, &fault)));
  g_assert_cmpuint (ids->len, ==, 3);
  g_assert_cmpstr (ids->pdata[0], ==, ids->pdata[2]);
  g_assert_cmpuint (telaah_session_count (p->session, NULL, NULL), ==, 2);

  /* One step back takes all of it. */
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  g_assert_cmpuint (telaah_session_count (p->session, NULL, NULL), ==, 0);
}

/* The list is in text order, however the passages came. */
static void
test_order (Project       *p,
            gconstpointer  data)
{
  static const TelaahSpan spans_in[] = { { 10, 20 }, { 0, 5 }, { 10, 30 }, { 90, 95 }, { 0, 2 }, { 11, 12 } };
  static const TelaahSpan spans_out[] = { { 0, 5 }, { 0, 2 }, { 10, 30 }, { 10, 20 }, { 11, 12 }, { 90, 95 } };
  GListModel *list = telaah_session_get_passages (p->session, p->sources[0]);
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (list);

  for (guint i = 0; i < G_N_ELEMENTS (spans_in); i++)
    g_free (telaah_test_tag (p->session, p->sources[0], spans_in[i].start, spans_in[i].end, p->themes[0], NULL));

  telaah_test_watch_check (watch);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, G_N_ELEMENTS (spans_out));
  for (guint i = 0; i < G_N_ELEMENTS (spans_out); i++)
    {
      const TelaahPassageFields *f = get_passage (p, telaah_test_get_id (list, i));

      g_assert_cmpuint (f->span.start, ==, spans_out[i].start);
      g_assert_cmpuint (f->span.end, ==, spans_out[i].end);
    }
}

/* ---- Untagging ---- */

static void
test_untag (Project       *p,
            gconstpointer  data)
{
  const char *const first[] = { p->themes[0], NULL };
  const char *const others[] = { p->themes[1], p->themes[2], NULL };
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], p->themes[1], p->themes[2],
                                         NULL);

  telaah_test_does (p->session, telaah_session_untag (p->session, id, first, &fault));
  g_assert_cmpstr (get_passage (p, id)->themes[0], ==, p->themes[1]);
  g_assert_cmpuint (telaah_session_count (p->session, p->themes[0], NULL), ==, 0);

  /* With its last theme goes a passage on which nothing is written. */
  telaah_test_does (p->session, telaah_session_untag (p->session, id, others, &fault));
  g_assert_null (telaah_session_find_passage (p->session, id));
  g_assert_cmpuint (telaah_session_count (p->session, NULL, p->sources[0]), ==, 0);
}

static void
test_untag_noted (Project       *p,
                  gconstpointer  data)
{
  const char *const first[] = { p->themes[0], NULL };
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *note = NULL;

  telaah_test_does (p->session, (note = telaah_session_add_note (p->session, id, "catatan", &fault)));
  telaah_test_does (p->session, telaah_session_untag (p->session, id, first, &fault));
  g_assert_cmpuint (count_notes (p, id), ==, 1);
  g_assert_null (get_passage (p, id)->themes[0]);

  /* And then, with its last note. */
  telaah_test_does (p->session, telaah_session_set_note (p->session, note, "", &fault));
  g_assert_null (telaah_session_find_passage (p->session, id));
}

static void
test_untag_whole (Project       *p,
                  gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], p->themes[1], NULL);
  g_autofree char *note = NULL, *left = NULL;

  telaah_test_does (p->session, (note = telaah_session_add_note (p->session, id, "catatan", &fault)));
  telaah_test_does (p->session, telaah_session_untag (p->session, id, NULL, &fault));
  g_assert_null (telaah_session_find_passage (p->session, id));
  left = telaah_test_dup_value (p->path, "SELECT (SELECT count(*) FROM note) || (SELECT count(*) FROM coding)"
                                " || (SELECT count(*) FROM passage)");
  g_assert_cmpstr (left, ==, "000");
}

static void
test_untag_refused (Project       *p,
                    gconstpointer  data)
{
  const char *const not_on_it[] = { p->themes[0], p->themes[1], NULL };
  const char *const no_theme[] = { p->themes[0], p->sources[0], NULL };
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_untag (p->session, id, not_on_it, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_untag (p->session, id, no_theme, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_untag (p->session, p->sources[0], NULL, &refusal));
}

/* ---- Borders ---- */

static void
test_move (Project       *p,
           gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *next = telaah_test_tag (p->session, p->sources[0], 20, 30, p->themes[0], NULL);
  GListModel *list = telaah_session_get_passages (p->session, p->sources[0]);

  telaah_test_does (p->session, telaah_session_move_passage (p->session, id, (TelaahSpan) { 83, 92 }, &fault));
  g_assert_cmpstr (get_passage (p, id)->quote, ==, "Indonesia");
  g_assert_cmpstr (get_passage (p, id)->suffix, ==, " ikut.");
  g_assert_true (g_str_has_suffix (get_passage (p, id)->prefix, "merata. 😀 "));
  g_assert_cmpstr (telaah_test_get_id (list, 0), ==, next);
  g_assert_cmpstr (telaah_test_get_id (list, 1), ==, id);
  g_assert_cmpstr (get_passage (p, id)->themes[0], ==, p->themes[0]);
}

static void
test_move_refused (Project       *p,
                   gconstpointer  data)
{
  static const TelaahSpan bad[] = { { 3, 3 }, { 5, 2 }, { 0, 99 }, { 98, 100 }, { 0, G_MAXUINT } };
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *other = telaah_test_tag (p->session, p->sources[0], 10, 17, p->themes[0], NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    telaah_test_refuses (p->session, INVALID, telaah_session_move_passage (p->session, id, bad[i], &refusal));
  telaah_test_refuses (p->session, NOT_FOUND,
                       telaah_session_move_passage (p->session, "none", (TelaahSpan) { 0, 1 }, &refusal));

  /* The same span by the same coder is one passage. */
  telaah_test_refuses (p->session, INVALID,
                       telaah_session_move_passage (p->session, id, (TelaahSpan) { 10, 17 }, &refusal));
}

/* ---- Notes ---- */

static void
test_notes (Project       *p,
            gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *first = NULL, *second = NULL;
  GPtrArray *notes;

  telaah_test_does (p->session, (first = telaah_session_add_note (p->session, id, "satu", &fault)));
  telaah_session_set_coder (p->session, "Sari");
  telaah_test_does (p->session, (second = telaah_session_add_note (p->session, id, "dua", &fault)));
  g_assert_cmpuint (count_notes (p, id), ==, 2);

  telaah_test_does (p->session, telaah_session_set_note (p->session, first, "satu, lagi", &fault));
  notes = telaah_passage_get_notes (telaah_session_find_passage (p->session, id));
  for (guint i = 0; i < notes->len; i++)
    {
      const TelaahNoteFields *n = telaah_note_fields (notes->pdata[i]);
      gboolean is_first = strcmp (n->id, first) == 0;

      g_assert_cmpstr (n->text, ==, is_first ? "satu, lagi" : "dua");
      g_assert_cmpstr (n->coder, ==, is_first ? g_get_user_name () : "Sari");
      g_assert_cmpstr (n->target, ==, id);
    }

  telaah_test_does (p->session, telaah_session_set_note (p->session, first, NULL, &fault));
  g_assert_cmpuint (count_notes (p, id), ==, 1);
  g_assert_nonnull (telaah_session_find_passage (p->session, id));
  g_assert_cmpstr (telaah_session_get_undo (p->session), ==, "remove-note");
}

static void
test_notes_refused (Project       *p,
                    gconstpointer  data)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_add_note (p->session, "none", "x", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_add_note (p->session, id, "", &refusal));
  telaah_test_refuses (p->session, INVALID, telaah_session_add_note (p->session, id, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_set_note (p->session, id, "x", &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_set_note (p->session, id, "", &refusal));
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/tag/words", test_words);
  ADD ("/session/tag/one", test_tag);
  ADD ("/session/tag/names-coder", test_history_names_coder);
  ADD ("/session/tag/same", test_tag_same);
  ADD ("/session/tag/note-alone", test_note_alone);
  ADD ("/session/tag/refused", test_tag_refused);
  ADD ("/session/tag/all-or-nothing", test_tag_all);
  ADD ("/session/tag/order", test_order);
  ADD ("/session/untag/themes", test_untag);
  ADD ("/session/untag/noted", test_untag_noted);
  ADD ("/session/untag/whole", test_untag_whole);
  ADD ("/session/untag/refused", test_untag_refused);
  ADD ("/session/move-passage", test_move);
  ADD ("/session/move-passage/refused", test_move_refused);
  ADD ("/session/note/write", test_notes);
  ADD ("/session/note/refused", test_notes_refused);

  return g_test_run ();
}
