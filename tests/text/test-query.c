/* How queries are read, finished or not, and what is said of those that cannot be.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-query-private.h"

#include <string.h>

static void
tell (const TelaahNode *node,
      GString          *told)
{
  static const char *const kinds[] = { "words", "all", "any", "near" };

  if (node->negated)
    g_string_append_c (told, '!');
  if (node->kind == TELAAH_NODE_WORDS)
    {
      g_string_append_printf (told, "<%s>", node->words);
      return;
    }

  g_string_append (told, kinds[node->kind]);
  if (node->kind == TELAAH_NODE_NEAR)
    g_string_append_printf (told, "%u", node->distance);
  g_string_append_c (told, '(');
  for (guint i = 0; i < node->children->len; i++)
    {
      if (i > 0)
        g_string_append_c (told, ' ');
      tell (g_ptr_array_index (node->children, i), told);
    }
  g_string_append_c (told, ')');
}

static const struct
{
  const char *words;
  const char *expected;
} trees[] = {
  { "keamanan siber", "all(<keamanan> <siber>)" },
  { "  keamanan\t\302\240siber\n", "all(<keamanan> <siber>)" },
  { "\"keamanan siber\"", "<keamanan siber>" },
  { "“keamanan siber” data", "all(<keamanan siber> <data>)" },
  { "«keamanan siber»", "<keamanan siber>" },
  { "„keamanan siber“", "<keamanan siber>" },
  { "keamanan OR privasi", "any(<keamanan> <privasi>)" },
  { "keamanan | privasi", "any(<keamanan> <privasi>)" },
  { "a b OR c d", "any(all(<a> <b>) all(<c> <d>))" },
  { "keamanan AND siber", "all(<keamanan> <siber>)" },
  { "keamanan and siber or not near", "all(<keamanan> <and> <siber> <or> <not> <near>)" },
  { "keamanan NOT negara", "all(<keamanan> !<negara>)" },
  { "keamanan -negara", "all(<keamanan> !<negara>)" },
  { "-negara keamanan", "all(!<negara> <keamanan>)" },
  { "a -\"b c\" -(d e)", "all(<a> !<b c> !all(<d> <e>))" },
  { "a NOT NOT b", "all(<a> !<b>)" },
  { "keamanan - negara", "all(<keamanan> <negara>)" },
  { "keamanan -- negara", "all(<keamanan> <negara>)" },
  { "--negara", "<--negara>" },
  { "negara-negara", "<negara-negara>" },
  { "a NEAR/5 b", "near5(<a> <b>)" },
  { "a NEAR b", "near10(<a> <b>)" },
  { "a NEAR/0 b NEAR/3 c", "near3(near0(<a> <b>) <c>)" },
  { "a NEAR/5 b c", "all(near5(<a> <b>) <c>)" },
  { "a NEAR/five b", "all(<a> <NEAR/five> <b>)" },
  { "(a OR b) c", "all(any(<a> <b>) <c>)" },
  { "(a OR b) NEAR/2 (c OR d)", "near2(any(<a> <b>) any(<c> <d>))" },
  { "((a) (b c))", "all(<a> <b> <c>)" },
  { "a (NOT b)", "all(<a> !<b>)" },
  { "diplo*", "<diplo*>" },
  { "(ruang)publik", "all(<ruang> <publik>)" },
  { "“OR” \"NOT\"", "all(<OR> <NOT>)" },

  /* not finished, or not well */
  { "\"keamanan sib", "<keamanan sib>" },
  { "“keamanan", "<keamanan>" },
  { "(a OR (b", "any(<a> <b>)" },
  { "a OR", "<a>" },
  { "a OR OR b", "any(<a> <b>)" },
  { "OR a", "<a>" },
  { "a NOT", "<a>" },
  { "a -", "<a>" },
  { "a NEAR", "<a>" },
  { "a NEAR/", "<a>" },
  { "a NEAR/5", "<a>" },
  { "a NEAR NEAR b", "near10(<a> <b>)" },
  { "NEAR a", "<a>" },
  { "a NEAR OR b", "any(<a> <b>)" },
  { "a NEAR NOT b", "all(<a> !<b>)" },
  { "a) b", "all(<a> <b>)" },
  { "() a", "<a>" },
  { "\"\" a", "<a>" },
  { "a … – b!", "all(<a> <b!>)" },
  { "a \"", "<a>" },
  { "AND a AND", "<a>" },
};

static void
test_trees (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (trees); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(TelaahQuery) query = telaah_query_new (trees[i].words, TELAAH_SEARCH_DEFAULT, NULL,
                                                       &error);
      g_autoptr(GString) told = g_string_new (NULL);

      g_assert_no_error (error);
      tell (query->root, told);
      g_assert_cmpstr (told->str, ==, trees[i].expected);
      g_assert_cmpuint (telaah_query_get_flags (query), ==, TELAAH_SEARCH_DEFAULT);
    }
}

static void
assert_refused (const char        *words,
                TelaahSearchFlags  flags,
                const char        *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahQuery) query = telaah_query_new (words, flags, NULL, &error);

  g_assert_null (query);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
  g_assert_cmpstr (error->message, ==, expected);
}

static void
test_refused (void)
{
  const char *nothing = "There is no word to look for: type at least one.";
  const char *only_not = "NOT leaves nothing to find: add a word that must be there.";
  const char *not_text = "The words to look for are not valid text (UTF-8): type them again.";
  const char *empty[] = { "", " ", "…!?", "\"\"", "(", "OR", "NOT", "-", "NEAR", "\"-\"" };
  const char *negated[] = { "NOT a", "-a", "a OR -b", "(NOT a) NEAR b", "a NOT (NOT b)", "-(a OR b)" };

  for (guint i = 0; i < G_N_ELEMENTS (empty); i++)
    assert_refused (empty[i], 0, nothing);
  for (guint i = 0; i < G_N_ELEMENTS (negated); i++)
    assert_refused (negated[i], 0, only_not);

  assert_refused ("a\xff", 0, not_text);
  assert_refused ("a\xff", TELAAH_SEARCH_REGEX, not_text);
  assert_refused ("a NEAR/201 b", 0, "NEAR looks no farther than 200 words: write NEAR/200 or less.");
}

static void
test_regex (void)
{
  g_autoptr(TelaahQuery) query = telaah_query_new ("(a|b)+\\s", TELAAH_SEARCH_REGEX, NULL, NULL);

  g_assert_nonnull (query);
  assert_refused ("é(a", TELAAH_SEARCH_REGEX,
                  "Correct the regular expression at character 4: missing terminating ).");
  assert_refused ("[z-a]", TELAAH_SEARCH_REGEX,
                  "Correct the regular expression at character 4: range out of order in character class.");
  assert_refused ("", TELAAH_SEARCH_REGEX, "Type something to look for.");
}

static void
test_many (void)
{
  const char *many = "That is too much to look for at once: leave it at 64 words.";
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GString) brackets = g_string_new (NULL);
  g_autoptr(TelaahQuery) query = NULL;
  g_autoptr(TelaahQuery) deep = NULL;

  for (guint i = 0; i < 64; i++)
    g_string_append (words, "kata ");
  query = telaah_query_new (words->str, 0, NULL, NULL);
  g_assert_nonnull (query);
  g_assert_cmpuint (query->n_leaves, ==, 64);

  g_string_append (words, "lagi");
  assert_refused (words->str, 0, many);
  g_string_prepend (words, "\"");
  assert_refused (words->str, 0, many);
  for (guint i = 0; i < 200000; i++)
    g_string_append (words, " kata\"");
  assert_refused (words->str, 0, many);

  for (guint i = 0; i < 200000; i++)
    g_string_append (brackets, "(NOT -");
  assert_refused (brackets->str, 0, "There is no word to look for: type at least one.");
  g_string_assign (brackets, "");
  for (guint i = 0; i < 200000; i++)
    g_string_append_c (brackets, '(');
  g_string_append (brackets, "kata");
  deep = telaah_query_new (brackets->str, 0, NULL, NULL);
  g_assert_nonnull (deep);
}

/* Whatever is typed, letter by letter, is read or refused in words. */
static void
test_random (void)
{
  static const char *const pieces[] = { "a", "b", " ", " ", "\"", "(", ")", "-", "OR", "NOT", "NEAR",
                                        "/", "5", "*", "|", "“", "”", "AND", ".", "é" };

  for (guint i = 0; i < 20000; i++)
    {
      g_autoptr(GString) words = g_string_new (NULL);
      g_autoptr(TelaahQuery) query = NULL;
      g_autoptr(GError) error = NULL;

      for (guint n = g_test_rand_int_range (1, 24); n > 0; n--)
        g_string_append (words, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      query = telaah_query_new (words->str, 0, NULL, &error);

      if (query == NULL)
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      else
        g_assert_no_error (error);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/query/trees", test_trees);
  g_test_add_func ("/query/refused", test_refused);
  g_test_add_func ("/query/regex", test_regex);
  g_test_add_func ("/query/many", test_many);
  g_test_add_func ("/query/random", test_random);

  return g_test_run ();
}
