/* Replacing a text: passages, marks and notes go with their words, and what lost them waits in review.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

#define BEFORE "Bandara baru dibuka di pesisir utara. Nelayan kehilangan dermaga lama mereka." \
               " Pemerintah berjanji mengganti."

static char *
import (Project    *p,
        const char *body)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;

  g_ptr_array_add (documents, telaah_test_document_new ("edited.txt", body));
  ids = telaah_session_import (p->session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  return g_strdup (ids->pdata[0]);
}

/* Tags the first place where @words stand. */
static char *
tag_words (Project    *p,
           const char *source,
           const char *body,
           const char *words)
{
  const char *at = strstr (body, words);
  guint start;

  g_assert_nonnull (at);
  start = g_utf8_pointer_to_offset (body, at);
  return telaah_test_tag (p->session, source, start, start + g_utf8_strlen (words, -1), p->themes[0], NULL);
}

static TelaahReplaced
replace (Project     *p,
         const char  *source,
         const char  *body,
         TelaahEdits *edits)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  TelaahReplaced replaced = { 0 };

  telaah_test_does (p->session, telaah_session_replace_text (p->session, source, text, edits, &replaced, &fault));
  g_clear_pointer (&edits, telaah_edits_free);

  return replaced;
}

static void
assert_quote (Project    *p,
              const char *passage,
              const char *expected)
{
  TelaahPassage *item = telaah_session_find_passage (p->session, passage);
  g_autoptr(GPtrArray) faults = telaah_session_check (p->session, NULL);

  g_assert_nonnull (item);
  g_assert_cmpstr (telaah_passage_fields (item)->quote, ==, expected);
  g_assert_cmpuint (faults->len, ==, 0);
}

static gboolean
is_lost (Project    *p,
         const char *passage)
{
  return telaah_passage_fields (telaah_session_find_passage (p->session, passage))->lost != NULL;
}

static void
test_moves (Project       *p,
            gconstpointer  data)
{
  g_autofree char *source = import (p, BEFORE);
  g_autofree char *same = tag_words (p, source, BEFORE, "Bandara baru");
  g_autofree char *mended = tag_words (p, source, BEFORE, "Nelayan kehilangan dermaga lama mereka.");
  g_autofree char *later = tag_words (p, source, BEFORE, "Pemerintah berjanji");
  g_autofree char *note = NULL;
  TelaahReplaced replaced;

  telaah_test_does (p->session, (note = telaah_session_add_note (p->session, later, "kapan?", &fault)) != NULL);
  replaced = replace (p, source, "Bandara baru dibuka di pesisir utara. Para nelayan kehilangan dermaga tua mereka."
                      " Pemerintah berjanji mengganti.", NULL);
  g_assert_cmpuint (replaced.unchanged, ==, 1);
  g_assert_cmpuint (replaced.moved, ==, 2);
  g_assert_cmpuint (replaced.review->len, ==, 0);
  telaah_replaced_clear (&replaced);

  assert_quote (p, same, "Bandara baru");
  assert_quote (p, later, "Pemerintah berjanji");
  g_assert_false (is_lost (p, mended));

  /* One step back, and all is where it was. */
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_quote (p, mended, "Nelayan kehilangan dermaga lama mereka.");
  telaah_test_does (p->session, telaah_session_redo (p->session, &fault));
  assert_quote (p, later, "Pemerintah berjanji");
}

static void
test_review (Project       *p,
             gconstpointer  data)
{
  g_autofree char *source = import (p, BEFORE);
  g_autofree char *gone = tag_words (p, source, BEFORE, "Nelayan kehilangan dermaga lama mereka.");
  g_autofree char *dropped = tag_words (p, source, BEFORE, "dermaga lama");
  g_autofree char *stays = tag_words (p, source, BEFORE, "Bandara baru");
  GListModel *review = telaah_session_get_review (p->session);
  g_autoptr(TelaahTestWatch) watch = telaah_test_watch_new (review);
  TelaahReplaced replaced = replace (p, source, "Bandara baru dibuka di pesisir utara. Pemerintah berjanji mengganti.",
                                     NULL);
  guint before = telaah_session_count (p->session, p->themes[0], NULL);

  g_assert_cmpuint (replaced.review->len, ==, 2);
  telaah_replaced_clear (&replaced);
  telaah_test_watch_check (watch);

  /* They are evidence of nothing while they wait, but keep their words. */
  g_assert_cmpuint (before, ==, 1);
  g_assert_cmpuint (telaah_session_count (p->session, NULL, NULL), ==, 1);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_passages (p->session, source)), ==, 1);
  g_assert_cmpuint (telaah_session_count_cells (p->session, gone), ==, 0);
  assert_quote (p, gone, "Nelayan kehilangan dermaga lama mereka.");
  assert_quote (p, stays, "Bandara baru");

  /* The same words may be tagged anew, and a lost one placed by hand. */
  telaah_test_does (p->session, telaah_session_move_passage (p->session, gone, (TelaahSpan) { 38, 57 }, &fault));
  assert_quote (p, gone, "Pemerintah berjanji");
  g_assert_false (is_lost (p, gone));
  telaah_test_does (p->session, telaah_session_untag (p->session, dropped, NULL, &fault));
  g_assert_cmpuint (g_list_model_get_n_items (review), ==, 0);
  telaah_test_watch_check (watch);

  for (guint i = 0; i < 3; i++)
    telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  telaah_test_watch_check (watch);
  g_assert_cmpuint (g_list_model_get_n_items (review), ==, 0);
  assert_quote (p, dropped, "dermaga lama");
}

static void
test_candidates (Project       *p,
                 gconstpointer  data)
{
  static const char after[] = "Pemerintah berjanji mengganti. Kini para nelayan itu telah hilang dermaga lamanya semua."
                              " Bandara baru dibuka di pesisir utara.";
  g_autofree char *source = import (p, BEFORE);
  g_autofree char *gone = tag_words (p, source, BEFORE, "Nelayan kehilangan dermaga lama mereka.");
  const char *const ids[] = { gone, NULL };
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (after));
  TelaahEdits *edits = telaah_edits_new (g_utf8_strlen (BEFORE, -1));
  const TelaahPassageFields *f;
  TelaahReplaced replaced;

  /* Everything was typed anew. */
  telaah_edits_delete (edits, (TelaahSpan) { 0, g_utf8_strlen (BEFORE, -1) });
  telaah_edits_insert (edits, 0, g_utf8_strlen (after, -1));
  replaced = replace (p, source, after, edits);
  g_assert_cmpuint (replaced.review->len, ==, 1);
  telaah_replaced_clear (&replaced);

  f = telaah_passage_fields (telaah_session_find_passage (p->session, gone));
  g_assert_nonnull (f->lost);
  if (f->candidate.start < f->candidate.end)
    {
      g_autofree char *words = telaah_text_dup_slice (text, f->candidate);

      g_assert_nonnull (strstr (words, "nelayan"));
      telaah_test_does (p->session, telaah_session_accept_candidates (p->session, ids, &fault));
      assert_quote (p, gone, words);
    }

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_accept_candidates (p->session, ids, &refusal));
}

/* Two that come to stand on the very same words: the second waits. */
static void
test_collision (Project       *p,
                gconstpointer  data)
{
  g_autofree char *source = import (p, "alfa beta gama delta");
  g_autofree char *one = tag_words (p, source, "alfa beta gama delta", "beta");
  g_autofree char *two = tag_words (p, source, "alfa beta gama delta", "beta ");
  TelaahEdits *edits = telaah_edits_new (20);
  TelaahReplaced replaced;

  telaah_edits_delete (edits, (TelaahSpan) { 9, 10 });
  replaced = replace (p, source, "alfa betagama delta", edits);
  g_assert_cmpuint (replaced.review->len, ==, 1);
  telaah_replaced_clear (&replaced);
  g_assert_cmpint (is_lost (p, one) + is_lost (p, two), ==, 1);
}

/* The text does not go back while somebody else's passage rests on what is new in it. */
static void
test_undo_of_others (Project       *p,
                     gconstpointer  data)
{
  g_autofree char *source = import (p, BEFORE);
  g_autofree char *before = tag_words (p, source, BEFORE, "Pemerintah berjanji");
  g_autoptr(TelaahSession) other = telaah_test_reopen (p->session);
  TelaahReplaced replaced = replace (p, source, "Kemarin " BEFORE, NULL);
  g_autofree char *theirs = NULL;

  telaah_replaced_clear (&replaced);
  telaah_session_set_user (other, "budi");
  telaah_test_does (other, telaah_session_catch_up (other, &fault));
  theirs = telaah_test_tag (other, source, 0, 7, p->themes[1], NULL);
  telaah_test_does (p->session, telaah_session_catch_up (p->session, &fault));

  telaah_test_refuses (p->session, CONFLICT, telaah_session_undo (p->session, &refusal));
  telaah_test_does (other, telaah_session_undo (other, &fault));
  telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
  assert_quote (p, before, "Pemerintah berjanji");
}

static void
test_refusals (Project       *p,
               gconstpointer  data)
{
  g_autoptr(TelaahText) empty = telaah_text_new (g_strdup (""));
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("kata"));
  const char *const none[] = { "none", NULL };

  telaah_test_refuses (p->session, INVALID, telaah_session_replace_text (p->session, p->sources[0], empty, NULL, NULL,
                                                                         &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_replace_text (p->session, "none", text, NULL, NULL, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_accept_candidates (p->session, none, &refusal));
}

/* ---- Property: whatever is edited, what stands is what a character-by-character account says ---- */

#define N_ROUNDS 24

/* The text as an array of characters, each with the place that it had, or -1 for one that was typed. */
typedef struct
{
  gunichar letter;
  int      origin;
} Character;

static char *
dup_words (GArray *text,
           guint   from,
           guint   to)
{
  GString *words = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_unichar (words, g_array_index (text, Character, i).letter);

  return g_string_free (words, FALSE);
}

static void
type_at (GArray      *text,
         TelaahEdits *edits,
         guint        offset)
{
  static const gunichar letters[] = { 'x', 'y', ' ', 0x1F600, 0x00E9 };
  guint n = g_test_rand_int_range (1, 6);

  for (guint i = 0; i < n; i++)
    {
      Character typed = { letters[g_test_rand_int_range (0, G_N_ELEMENTS (letters))], -1 };

      g_array_insert_val (text, offset + i, typed);
    }
  telaah_edits_insert (edits, offset, n);
}

static void
assert_oracle (Project    *p,
               const char *passage,
               TelaahSpan  span,
               GArray     *text)
{
  guint first = G_MAXUINT, last = 0;
  g_autofree char *words = NULL;

  for (guint i = 0; i < text->len; i++)
    {
      int origin = g_array_index (text, Character, i).origin;

      if (origin >= (int) span.start && origin < (int) span.end)
        {
          first = MIN (first, i);
          last = i + 1;
        }
    }

  if (first == G_MAXUINT)
    {
      g_assert_true (is_lost (p, passage));
      return;
    }
  if (is_lost (p, passage))
    return;

  words = dup_words (text, first, last);
  g_assert_cmpstr (telaah_passage_fields (telaah_session_find_passage (p->session, passage))->quote, ==, words);
  g_assert_cmpuint (telaah_passage_fields (telaah_session_find_passage (p->session, passage))->span.start, ==, first);
}

static void
test_random (Project       *p,
             gconstpointer  data)
{
  g_autofree char *source = import (p, BEFORE);
  guint length = g_utf8_strlen (BEFORE, -1);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      g_autoptr(GArray) text = g_array_new (FALSE, FALSE, sizeof (Character));
      TelaahEdits *edits = telaah_edits_new (length);
      TelaahSpan spans[6];
      char *passages[6];
      g_autofree char *body = NULL;
      TelaahReplaced replaced;

      for (guint i = 0; i < length; i++)
        {
          Character letter = { BEFORE[i], i };

          g_array_append_val (text, letter);
        }
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          spans[i].start = g_test_rand_int_range (0, length - 30) + i;
          spans[i].end = spans[i].start + g_test_rand_int_range (1, 24);
          passages[i] = telaah_test_tag (p->session, source, spans[i].start, spans[i].end, p->themes[i % 3], NULL);
        }

      for (guint i = g_test_rand_int_range (1, 8); i > 0; i--)
        {
          guint at = g_test_rand_int_range (0, text->len);
          guint drawn = g_test_rand_int_range (1, 30), n = MIN (text->len - at, drawn);

          if (g_test_rand_bit () || text->len < 60)
            type_at (text, edits, at);
          else
            {
              g_array_remove_range (text, at, n);
              telaah_edits_delete (edits, (TelaahSpan) { at, at + n });
            }
        }

      body = dup_words (text, 0, text->len);
      replaced = replace (p, source, body, edits);
      telaah_replaced_clear (&replaced);
      for (guint i = 0; i < G_N_ELEMENTS (spans); i++)
        {
          assert_oracle (p, passages[i], spans[i], text);
          g_free (passages[i]);
        }

      for (guint i = 0; i <= G_N_ELEMENTS (spans); i++)
        telaah_test_does (p->session, telaah_session_undo (p->session, &fault));
    }
}

#define ADD(name, function) \
  g_test_add (name, Project, NULL, telaah_test_project_set_up, function, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/replace/moves", test_moves);
  ADD ("/replace/review", test_review);
  ADD ("/replace/candidates", test_candidates);
  ADD ("/replace/collision", test_collision);
  ADD ("/replace/refusals", test_refusals);
  ADD ("/replace/undo-of-others", test_undo_of_others);
  ADD ("/replace/random", test_random);

  return g_test_run ();
}
