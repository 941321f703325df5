/* What was done to a text while it was edited, undone changes left out; and which words of two wordings differ.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app/reader/telaah-edit-log.h"
#include "app/reader/telaah-word-changes.h"

#define LENGTH 20

/* "ABC…", where a dot is a character that came in. */
static char *
describe (TelaahEditLog *log,
          guint          length)
{
  const TelaahEdits *edits = telaah_edit_log_get_edits (log);
  char *words = g_strnfill (length, '.');

  for (guint i = 0; i < LENGTH; i++)
    {
      TelaahSpan after;

      if (telaah_edits_map_span (edits, (TelaahSpan) { i, i + 1 }, &after, NULL))
        {
          g_assert_cmpuint (after.end, <=, length);
          words[after.start] = 'A' + i;
        }
    }

  return words;
}

#define assert_log(log, expected) \
  G_STMT_START { \
    g_autofree char *got_ = describe (log, strlen (expected)); \
    g_assert_cmpstr (got_, ==, expected); \
  } G_STMT_END

static void
test_changes (void)
{
  g_autoptr(TelaahEditLog) log = telaah_edit_log_new (LENGTH);

  g_assert_true (telaah_edit_log_is_empty (log));
  assert_log (log, "ABCDEFGHIJKLMNOPQRST");

  telaah_edit_log_insert (log, 2, 3, FALSE);
  assert_log (log, "AB...CDEFGHIJKLMNOPQRST");
  telaah_edit_log_delete (log, (TelaahSpan) { 4, 7 }, FALSE);
  assert_log (log, "AB..EFGHIJKLMNOPQRST");
  g_assert_false (telaah_edit_log_is_empty (log));

  /* Nothing at all is no change. */
  telaah_edit_log_insert (log, 0, 0, FALSE);
  telaah_edit_log_delete (log, (TelaahSpan) { 1, 1 }, FALSE);
  assert_log (log, "AB..EFGHIJKLMNOPQRST");
}

/* What comes in again is what went, not something new. */
static void
test_undo (void)
{
  g_autoptr(TelaahEditLog) log = telaah_edit_log_new (LENGTH);

  telaah_edit_log_delete (log, (TelaahSpan) { 5, 9 }, FALSE);
  assert_log (log, "ABCDEJKLMNOPQRST");
  telaah_edit_log_insert (log, 5, 4, TRUE);
  assert_log (log, "ABCDEFGHIJKLMNOPQRST");
  g_assert_true (telaah_edit_log_is_empty (log));

  /* The same without an undo is new: those words were typed. */
  telaah_edit_log_delete (log, (TelaahSpan) { 5, 9 }, FALSE);
  telaah_edit_log_insert (log, 5, 4, FALSE);
  assert_log (log, "ABCDE....JKLMNOPQRST");
}

/* One undo takes back a word that was typed letter by letter. */
static void
test_undo_of_typing (void)
{
  g_autoptr(TelaahEditLog) log = telaah_edit_log_new (LENGTH);

  telaah_edit_log_insert (log, 0, 1, FALSE);
  for (guint i = 0; i < 4; i++)
    telaah_edit_log_insert (log, 7 + i, 1, FALSE);
  assert_log (log, ".ABCDEF....GHIJKLMNOPQRST");
  telaah_edit_log_delete (log, (TelaahSpan) { 7, 11 }, TRUE);
  assert_log (log, ".ABCDEFGHIJKLMNOPQRST");
  telaah_edit_log_delete (log, (TelaahSpan) { 0, 1 }, TRUE);
  g_assert_true (telaah_edit_log_is_empty (log));
}

static void
test_undo_of_erasing (void)
{
  g_autoptr(TelaahEditLog) log = telaah_edit_log_new (LENGTH);

  /* Backwards from the tenth letter, then forwards. */
  for (guint i = 0; i < 3; i++)
    telaah_edit_log_delete (log, (TelaahSpan) { 9 - i, 10 - i }, FALSE);
  for (guint i = 0; i < 2; i++)
    telaah_edit_log_delete (log, (TelaahSpan) { 2, 3 }, FALSE);
  assert_log (log, "ABEFGKLMNOPQRST");
  telaah_edit_log_insert (log, 2, 2, TRUE);
  assert_log (log, "ABCDEFGKLMNOPQRST");
  telaah_edit_log_insert (log, 7, 3, TRUE);
  assert_log (log, "ABCDEFGHIJKLMNOPQRST");
  g_assert_true (telaah_edit_log_is_empty (log));
}

/* Where it is not known what an undo takes back, it is a change like any other. */
static void
test_odd_undo (void)
{
  g_autoptr(TelaahEditLog) log = telaah_edit_log_new (LENGTH);

  telaah_edit_log_insert (log, 3, 2, TRUE);
  assert_log (log, "ABC..DEFGHIJKLMNOPQRST");
  telaah_edit_log_delete (log, (TelaahSpan) { 4, 6 }, TRUE);
  assert_log (log, "ABC.EFGHIJKLMNOPQRST");
  telaah_edit_log_insert (log, 4, 5, TRUE);
  assert_log (log, "ABC......EFGHIJKLMNOPQRST");
  g_assert_false (telaah_edit_log_is_empty (log));
}

/* ---- Words ---- */

typedef struct
{
  const char *name;
  const char *before, *after;
  const char *before_markup, *after_markup;
} Wording;

static const Wording wordings[] = {
  { "same", "satu dua tiga", "satu dua tiga", "satu dua tiga", "satu dua tiga" },
  { "one-word", "satu dua tiga empat", "satu lain tiga empat", "satu <s>dua</s> tiga empat",
    "satu <b>lain</b> tiga empat" },
  { "added", "satu dua tiga", "satu dua baru tiga", "satu dua tiga", "satu dua <b>baru</b> tiga" },
  { "gone", "satu dua tiga", "satu tiga", "satu <s>dua</s> tiga", "satu tiga" },
  { "letter", "jaringan belum merata", "jaringam belum merata", "<s>jaringan</s> belum merata",
    "<b>jaringam</b> belum merata" },
  { "markup", "a & b < c", "a & b < d", "a &amp; b &lt; <s>c</s>", "a &amp; b &lt; <b>d</b>" },
  { "empty", "satu", "", "<s>satu</s>", "" },
};

static void
test_words (gconstpointer data)
{
  const Wording *w = data;
  g_autofree char *before = NULL, *after = NULL;

  telaah_word_changes (w->before, w->after, &before, &after);
  g_assert_cmpstr (before, ==, w->before_markup);
  g_assert_cmpstr (after, ==, w->after_markup);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/edit-log/changes", test_changes);
  g_test_add_func ("/app/edit-log/undo", test_undo);
  g_test_add_func ("/app/edit-log/undo-of-typing", test_undo_of_typing);
  g_test_add_func ("/app/edit-log/undo-of-erasing", test_undo_of_erasing);
  g_test_add_func ("/app/edit-log/odd-undo", test_odd_undo);

  for (guint i = 0; i < G_N_ELEMENTS (wordings); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/word-changes/%s", wordings[i].name);

      g_test_add_data_func (path, &wordings[i], test_words);
    }

  return g_test_run ();
}
