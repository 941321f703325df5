/* Where the same words stand elsewhere in a text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-find.h"

static void
assert_found (const char *body,
              const char *words,
              const char *expected)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  g_autoptr(GArray) spans = telaah_text_find_words (text, words);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);
      g_autofree char *slice = telaah_text_dup_slice (text, span);

      g_string_append_printf (found, "%s%u:%s", i > 0 ? "|" : "", span.start, slice);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_words (void)
{
  assert_found ("Peran negara. Perang bukan peran.", "peran", "0:Peran|27:peran");
  assert_found ("ruang  publik, Ruang\nPublik dan ruang\302\240publik", " ruang publik ",
                "0:ruang  publik|15:Ruang\nPublik|32:ruang\302\240publik");
  assert_found ("😀 é, É dan é.", "é", "2:é|5:É|11:é");
  assert_found ("a.b axb A.B", "a.b", "0:a.b|8:A.B");
  assert_found ("(satu) dua (satu)", "(satu)", "0:(satu)|11:(satu)");
  assert_found ("外交 数字外交", "外交", "0:外交");
  assert_found ("aa aa aa", "aa aa", "0:aa aa");
}

static void
test_nothing (void)
{
  assert_found ("kata", "", "");
  assert_found ("kata", " \n\t", "");
  assert_found ("", "kata", "");
  assert_found ("kata", "kata-kata", "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find/words", test_words);
  g_test_add_func ("/find/nothing", test_nothing);

  return g_test_run ();
}
