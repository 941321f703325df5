/* Random queries in random texts: found is what trying everything finds, in parts of a text as in
 * all of it, and no chunk with a hit is kept from the search.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "plain-matcher.h"

#define N_ROUNDS 4000
#define BEYOND   32

static char *
dup_told (const PlainText *text,
          GArray          *places)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < places->len; i++)
    {
      PlainPlace place = g_array_index (places, PlainPlace, i);

      g_string_append_printf (told, "%u-%u ",
                              g_array_index (text->words, TelaahWord, place.first).start,
                              g_array_index (text->words, TelaahWord, place.last).end);
    }

  return g_string_free (told, FALSE);
}

static char *
dup_told_hits (GPtrArray *hits)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      TelaahHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (told, "%u-%u ", hit->span.start, hit->span.end);
    }

  return g_string_free (told, FALSE);
}

static void
find (const PlainText *text,
      TelaahMatcher   *matcher,
      TelaahSpan       span,
      GPtrArray       *hits)
{
  g_autoptr(GError) error = NULL;
  gboolean done = telaah_matcher_find (matcher, text->text, span, text->sentences, text->apart, hits,
                                       NULL, &error);

  g_assert_no_error (error);
  g_assert_true (done);
}

/* ---- The expression, evaluated ---- */

typedef struct
{
  const char *at;
  GPtrArray  *terms;       /* GHashTable: the terms of each word of a chunk */
} Reader;

static gboolean read_or (Reader *self);

static gboolean
stands_at (Reader *self,
           char  **positions,
           guint   word)
{
  for (guint i = 0; positions[i] != NULL; i++)
    {
      g_auto(GStrv) either = g_strsplit (positions[i], "|", -1);
      gboolean any = FALSE;

      for (guint j = 0; word + i < self->terms->len && either[j] != NULL; j++)
        any |= g_hash_table_contains (g_ptr_array_index (self->terms, word + i), either[j]);
      if (!any)
        return FALSE;
    }

  return TRUE;
}

static gboolean
read_string (Reader *self)
{
  const char *end = strchr (self->at + 1, '"');
  g_autofree char *string = g_strndup (self->at + 1, end - self->at - 1);
  g_auto(GStrv) positions = g_strsplit (string, " ", -1);

  self->at = end + 1;
  for (guint i = 0; i < self->terms->len; i++)
    if (stands_at (self, positions, i))
      return TRUE;

  return FALSE;
}

static gboolean
read_one (Reader *self)
{
  gboolean found;

  if (*self->at == '"')
    return read_string (self);

  g_assert_cmpint (*self->at, ==, '(');
  self->at++;
  found = read_or (self);
  g_assert_cmpint (*self->at, ==, ')');
  self->at++;

  return found;
}

static gboolean
read_and (Reader *self)
{
  gboolean found = read_one (self);

  while (g_str_has_prefix (self->at, " AND "))
    {
      self->at += strlen (" AND ");
      found &= read_one (self);
    }

  return found;
}

static gboolean
read_or (Reader *self)
{
  gboolean found = read_and (self);

  while (g_str_has_prefix (self->at, " OR "))
    {
      self->at += strlen (" OR ");
      found |= read_and (self);
    }

  return found;
}

static GHashTable *
list_terms (const PlainText *text,
            guint            word)
{
  g_autoptr(GPtrArray) terms = g_ptr_array_new ();
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  telaah_words_add_terms (text->words, word, text->lexicon, terms);
  for (guint i = 0; i < terms->len; i++)
    g_hash_table_add (set, g_ptr_array_index (terms, i));

  return set;
}

/* The terms of the words from where a span begins to some words behind its end. */
static GPtrArray *
list_chunk (const PlainText *text,
            TelaahSpan       span)
{
  GPtrArray *chunk = g_ptr_array_new_with_free_func ((GDestroyNotify) g_hash_table_unref);
  guint n = 0;

  for (guint i = 0; i < text->words->len && n < BEYOND; i++)
    {
      TelaahWord word = g_array_index (text->words, TelaahWord, i);

      if (word.start >= span.start)
        g_ptr_array_add (chunk, list_terms (text, i));
      n += word.start >= span.end;
    }

  return chunk;
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(char *const *) a, *(char *const *) b);
}

static GPtrArray *
list_vocabulary (const PlainText *text)
{
  g_autoptr(GHashTable) all = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *vocabulary = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < text->words->len; i++)
    {
      g_autoptr(GHashTable) terms = list_terms (text, i);
      GHashTableIter iter;
      gpointer term;

      g_hash_table_iter_init (&iter, terms);
      while (g_hash_table_iter_next (&iter, &term, NULL))
        if (!g_hash_table_contains (all, term))
          {
            char *copy = g_strdup (term);

            g_hash_table_add (all, copy);
            g_ptr_array_add (vocabulary, copy);
          }
    }
  g_ptr_array_sort (vocabulary, compare_strings);

  return vocabulary;
}

/* A span that ends where a unit does, or anyhow where no sentence goes on. */
static TelaahSpan
choose_chunk (const PlainText *text)
{
  guint n = text->sentences->len;
  guint first, last;

  if (n == 0)
    return (TelaahSpan) { 0, telaah_text_get_characters (text->text) };

  first = g_test_rand_int_range (0, n);
  last = g_test_rand_int_range (first, n);
  return (TelaahSpan) { g_array_index (text->sentences, TelaahSpan, first).start,
                        g_array_index (text->sentences, TelaahSpan, last).end };
}

static void
check_expression (const PlainText *text,
                  TelaahMatcher   *matcher,
                  const char      *words)
{
  g_autoptr(GPtrArray) vocabulary = list_vocabulary (text);
  g_autofree char *expression = telaah_matcher_dup_expression (matcher, vocabulary);
  g_autofree char *blind = telaah_matcher_dup_expression (matcher, NULL);

  for (guint i = 0; i < 4; i++)
    {
      TelaahSpan span = choose_chunk (text);
      g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
      g_autoptr(GPtrArray) chunk = list_chunk (text, span);
      Reader reader = { expression, chunk };

      find (text, matcher, span, hits);
      if (hits->len == 0)
        continue;

      if (expression != NULL && !read_or (&reader))
        g_error ("«%s» [%u, %u) has hits that «%s» does not know: «%s»", words, span.start,
                 span.end, expression, telaah_text_get_body (text->text));
      reader.at = blind;
      if (blind != NULL && !read_or (&reader))
        g_error ("«%s» [%u, %u) has hits that «%s» does not know: «%s»", words, span.start,
                 span.end, blind, telaah_text_get_body (text->text));
    }
}

/* ---- Rounds ---- */

static void
check_parts (const PlainText *text,
             TelaahMatcher   *matcher,
             const char      *words,
             const char      *expected)
{
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  guint n = telaah_text_get_characters (text->text);
  g_autofree char *told = NULL;

  for (guint start = 0; start < n;)
    {
      guint end = MIN (start + g_test_rand_int_range (1, 120), n);

      find (text, matcher, (TelaahSpan) { start, end }, hits);
      start = end;
    }

  told = dup_told_hits (hits);
  if (!g_str_equal (told, expected))
    g_error ("«%s» in parts: %s, not %s: «%s»", words, told, expected,
             telaah_text_get_body (text->text));
}

static void
check_levels (GArray    *places,
              GPtrArray *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      TelaahHit *hit = g_ptr_array_index (hits, i);

      g_assert_cmpuint (hit->level, ==, g_array_index (places, PlainPlace, i).level);
    }
}

/* How many hits there were. */
static guint
play (TelaahLexicon *lexicon,
      guint          n_words,
      guint          depth)
{
  static const TelaahSearchFlags flags[] = { 0, TELAAH_SEARCH_FOLD, TELAAH_SEARCH_DEFAULT,
                                             TELAAH_SEARCH_STEM,
                                             TELAAH_SEARCH_FOLD | TELAAH_SEARCH_PARTS,
                                             TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_FUZZY };
  g_autoptr(PlainText) text = plain_text_new_random (lexicon, n_words);
  g_autoptr(PlainNode) node = plain_node_new_random (depth);
  g_autofree char *words = plain_node_dup_words (node);
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  g_autoptr(TelaahQuery) query = NULL;
  g_autoptr(TelaahMatcher) matcher = NULL;
  g_autoptr(GArray) places = NULL;
  g_autofree char *expected = NULL;
  g_autofree char *told = NULL;
  g_autoptr(GError) error = NULL;

  text->flags = flags[g_test_rand_int_range (0, G_N_ELEMENTS (flags))];
  query = telaah_query_new (words, text->flags, NULL, &error);
  g_assert_no_error (error);
  matcher = telaah_matcher_new (query, lexicon);

  find (text, matcher, (TelaahSpan) { 0, telaah_text_get_characters (text->text) }, hits);
  places = plain_text_find (text, node);
  told = dup_told_hits (hits);
  expected = dup_told (text, places);
  if (!g_str_equal (told, expected))
    g_error ("«%s» (%x): %s, not %s: «%s»", words, text->flags, told, expected,
             telaah_text_get_body (text->text));
  if (node->kind == PLAIN_WORDS)
    check_levels (places, hits);

  check_parts (text, matcher, words, told);
  check_expression (text, matcher, words);
  return hits->len;
}

static void
test_random (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new ("id");
  guint hits[4] = { 0 };

  for (guint i = 0; i < N_ROUNDS; i++)
    hits[i % 4] += play (lexicon, g_test_rand_int_range (1, 40), i % 4);

  for (guint i = 0; i < G_N_ELEMENTS (hits); i++)
    g_assert_cmpuint (hits[i], >, N_ROUNDS / 4);
}

/* Synonyms, of which only that is checked that does not depend on what they find. */
static void
test_synonyms (void)
{
  static const char *const group[] = { "aman", "siber data", "informasi", NULL };
  static const char *const phrases[] = { "data siber", "memanfaatkan", "keamanan data", NULL };
  static const char *const *const groups[] = { group, phrases, NULL };
  TelaahSearchFlags flags = TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_SYNONYMS;
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new ("id");
  guint n = 0;

  for (guint i = 0; i < N_ROUNDS / 4; i++)
    {
      g_autoptr(PlainText) text = plain_text_new_random (lexicon, g_test_rand_int_range (1, 40));
      g_autoptr(PlainNode) node = plain_node_new_random (i % 4);
      g_autofree char *words = plain_node_dup_words (node);
      g_autoptr(TelaahQuery) query = telaah_query_new (words, flags, (char ***) groups, NULL);
      g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
      g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
      g_autofree char *told = NULL;

      find (text, matcher, (TelaahSpan) { 0, telaah_text_get_characters (text->text) }, hits);
      told = dup_told_hits (hits);
      check_parts (text, matcher, words, told);
      check_expression (text, matcher, words);
      for (guint j = 0; j < hits->len; j++)
        n += ((TelaahHit *) g_ptr_array_index (hits, j))->level == TELAAH_LEVEL_SYNONYM;
    }
  g_assert_cmpuint (n, >, N_ROUNDS / 8);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matcher/random", test_random);
  g_test_add_func ("/matcher/random/synonyms", test_synonyms);

  return g_test_run ();
}
