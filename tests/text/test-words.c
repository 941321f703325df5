/* Texts as rows of words: where they part, what is between them, what the page has broken.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "text/telaah-stemmer.h"
#include "text/telaah-words.h"

/* How gaps are written in what is expected. */
static const char *const gaps[] = { "", " ", "_", "-", "'", ",", "." };

static char *
write_words (const TelaahText *text,
             TelaahSpan        span,
             TelaahLexicon    *lexicon)
{
  g_autoptr(GArray) words = telaah_words_split (text, span, lexicon);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < words->len; i++)
    {
      const TelaahWord *word = &g_array_index (words, TelaahWord, i);

      g_string_append_printf (found, "%s[%s", gaps[word->before], telaah_lexicon_get_folded (lexicon, word->form));
      if (word->whole != 0)
        g_string_append_printf (found, "+%s", telaah_lexicon_get_folded (lexicon, word->whole));
      g_string_append_c (found, ']');
    }

  return g_string_free (found, FALSE);
}

static TelaahSpan
get_whole (const TelaahText *text)
{
  return (TelaahSpan) { 0, telaah_text_get_characters (text) };
}

/* ---- Words and gaps ---- */

static const struct
{
  const char *name;
  const char *body;
  const char *words;
} splits[] = {
  { "nothing", "", "" },
  { "no-words", " \n-- \314\201 😀 …", "" },
  { "plain", "Peran negara", ".[peran] [negara]" },
  { "blanks", "a b  c\td\302\240e\nf\r\ng\n\nh\342\200\213i", ".[a] [b]_[c]_[d]_[e]_[f]_[g]_[h]_[i]" },
  { "stops", "a. b! c? d: e… f。g", ".[a].[b].[c].[d].[e].[f].[g]" },
  { "clauses", "a, b; c – d—e / f & g", ".[a],[b],[c],[d],[e],[f],[g]" },
  { "quotes", "\"a\" “b” (c) **d** _e_ ‘f’ «g»", ".[a]'[b]'[c]'[d]'[e]'[f]'[g]" },
  { "strongest", "a.\" (b", ".[a].[b]" },
  { "hyphens", "negara-negara negara- negara a -b a\342\200\220b a\342\200\221b",
    ".[negara]-[negara] [negara]-[negara] [a]-[b] [a]-[b] [a]-[b]" },
  { "apostrophes", "Jum'at Jum’at Maʼruf don't 'a' a' b", ".[jum'at] [jum'at] [ma'ruf] [don't]'[a]'[a]'[b]" },
  { "numbers", "1.000 3,5 2020. 5.b 1,a 10:30 G20 2,x",
    ".[1.000] [3,5] [2020].[5].[b] [1],[a] [10].[30] [g20] [2],[x]" },
  { "glued", "politik.Salah satu.Dua,tiga", ".[politik].[salah] [satu].[dua],[tiga]" },
  { "underscores", "kata_kata __a__", ".[kata]'[kata]'[a]" },
  { "footnotes", "politik¹ dan²,", ".[politik]'[dan]" },
  { "no-width", "in\302\255for\302\255masi ka\342\200\214ta a\342\200\215b", ".[informasi] [kata] [ab]" },
  { "marks", "e\314\201le\314\200ve हिन्दी", ".[eleve] [हिन्दी]" },
  { "right-to-left", "שלום, עולם! السلام عليكم", ".[שלום],[עולם].[السلام] [عليكم]" },
  { "han", "数字外交。外交部", ".[数字][外交].[外交部]" },
  { "kana", "デジタル外交のテスト", ".[デジタル][外交][の][テスト]" },
  { "thai", "ภาษาไทย ประเทศไทย", ".[ภาษา][ไทย] [ประเทศไทย]" },
  { "mixed-scripts", "AI技術 G20ภาษา", ".[ai][技術] [g20][ภาษา]" },
  { "hangul", "디지털 외교", ".[디지털] [외교]" },
  { "astral", "𝐀𝐁 😀kata 𐐀𐐁", ".[ab],[kata] [𐐨𐐩]" },
};

static void
test_split (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (splits[i].body));
  g_autofree char *words = write_words (text, get_whole (text), lexicon);

  g_assert_cmpstr (words, ==, splits[i].words);
}

static void
test_offsets (void)
{
  static const char body[] = "😀 é e\314\201x (ภาษาไทย) 𐐀a in\302\255fo\302\255\ntamat";
  static const char *const slices[] = { "é", "e\314\201x", "ภาษา", "ไทย", "𐐀a", "in\302\255fo", "tamat" };
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  g_autoptr(GArray) words = telaah_words_split (text, get_whole (text), lexicon);

  g_assert_cmpuint (words->len, ==, G_N_ELEMENTS (slices));
  for (guint i = 0; i < words->len; i++)
    {
      const TelaahWord *word = &g_array_index (words, TelaahWord, i);
      g_autofree char *slice = telaah_text_dup_slice (text, (TelaahSpan) { word->start, word->end });

      g_assert_cmpstr (slice, ==, slices[i]);
    }
  g_assert_cmpuint (g_array_index (words, TelaahWord, 0).start, ==, 2);
}

static void
test_span (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("ééé satu dua tiga"));
  g_autofree char *middle = write_words (text, (TelaahSpan) { 4, 12 }, lexicon);
  g_autofree char *cut = write_words (text, (TelaahSpan) { 6, 10 }, lexicon);
  g_autofree char *beyond = write_words (text, (TelaahSpan) { 13, 900 }, lexicon);
  g_autofree char *nothing = write_words (text, (TelaahSpan) { 5, 5 }, lexicon);

  g_assert_cmpstr (middle, ==, ".[satu] [dua]");
  g_assert_cmpstr (cut, ==, ".[tu] [d]");
  g_assert_cmpstr (beyond, ==, ".[tiga]");
  g_assert_cmpstr (nothing, ==, "");
}

/* ---- Broken words ---- */

static const struct
{
  const char *name;
  const char *language;    /* NULL: without a dictionary */
  const char *body;
  const char *words;
} breaks[] = {
  { "hyphen", NULL, "kerja-\nsama", ".[kerja+kerjasama]-[sama]" },
  { "hyphen-blanks", NULL, "kerja- \r\n\t sama", ".[kerja+kerjasama]-[sama]" },
  { "hyphen-page", NULL, "kerja\342\200\220\n\n\fsama", ".[kerja+kerjasama]-[sama]" },
  { "soft-hyphen", NULL, "infor\302\255\nmasi", ".[infor+informasi]-[masi]" },
  { "doubled", NULL, "negara-\nNegara", ".[negara]-[negara]" },
  { "same-line", NULL, "kerja- sama", ".[kerja]-[sama]" },
  { "dash", NULL, "kerja -\nsama kerja--\nsama", ".[kerja]-[sama] [kerja]-[sama]" },
  { "number", NULL, "covid-\n19 19-\ncovid", ".[covid]-[19] [19]-[covid]" },
  { "chain", NULL, "a-\nb-\nc", ".[a+ab]-[b+bc]-[c]" },
  { "bare-fragment", NULL, "des\n\ninformasi", ".[des+desinformasi]_[informasi]" },
  { "bare-words", NULL, "ekonomi\n\npolitik", ".[ekonomi]_[politik]" },
  { "blank-lines", "id", "keru\n\n \302\240\nsakan", ".[keru+kerusakan]_[sakan]" },
  { "nearly-known", "id", "des\n\n \n\ninformasi", ".[des+desinformasi]_[informasi]" },
  { "one-line", "id", "keru\nsakan", ".[keru]_[sakan]" },
  { "stopped", "id", "keru.\n\nsakan", ".[keru].[sakan]" },
  { "capital", "id", "keru\n\nSakan", ".[keru]_[sakan]" },
  { "words", "id", "ekonomi\n\npolitik", ".[ekonomi]_[politik]" },
  { "after-a-name", "id", "Qwxyz\n\nmengatakan", ".[qwxyz]_[mengatakan]" },
};

static void
test_break (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (breaks[i].language);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (breaks[i].body));
  g_autofree char *words = NULL;

  if (breaks[i].language != NULL && g_strcmp0 (telaah_lexicon_get_method (lexicon), "hunspell") != 0)
    {
      g_test_skip ("no Hunspell dictionary of this language is installed");
      return;
    }

  words = write_words (text, get_whole (text), lexicon);
  g_assert_cmpstr (words, ==, breaks[i].words);
}

/* ---- Terms ---- */

static char *
write_terms (TelaahLexicon *lexicon,
             const char    *body,
             guint          index)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));
  g_autoptr(GArray) words = telaah_words_split (text, get_whole (text), lexicon);
  g_autoptr(GPtrArray) terms = g_ptr_array_new_with_free_func (g_free);

  telaah_words_add_terms (words, index, lexicon, terms);
  g_ptr_array_add (terms, NULL);

  return g_strjoinv (" ", (char **) terms->pdata);
}

static void
test_terms (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autofree char *plain = write_terms (lexicon, "Élan vital", 0);
  g_autofree char *first = write_terms (lexicon, "kerja-\nsama itu", 0);
  g_autofree char *second = write_terms (lexicon, "kerja-\nsama itu", 1);
  g_autofree char *third = write_terms (lexicon, "kerja-\nsama itu", 2);

  g_assert_cmpstr (plain, ==, "elan =elan");
  g_assert_cmpstr (first, ==, "kerja =kerja +kerjasama +=kerjasama");
  g_assert_cmpstr (second, ==, "sama =sama +kerjasama +=kerjasama");
  g_assert_cmpstr (third, ==, "itu =itu");
}

static void
test_stem_terms (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new_with ("en", TELAAH_STEMMER_SNOWBALL);
  g_autofree char *terms = NULL;

  if (telaah_lexicon_get_method (lexicon) == NULL)
    {
      g_test_skip ("built without Snowball");
      return;
    }

  terms = write_terms (lexicon, "run-\nning", 0);
  g_assert_cmpstr (terms, ==, "run =run +running +=run");
}

/* ---- Anything at all ---- */

/* More of what splitting looks at than chance would bring. */
static gunichar
get_random_character (void)
{
  static const gunichar likely[] = { ' ', '\n', '\r', '-', '.', ',', '\'', '1', 'a', 'B', 0xad, 0xa0, 0x301, 0x200b,
                                     0x200d, 0x2019, 0x2bc, 0x640, 0x651, 0xe01, 0xe34, 0xe49, 0x4e00, 0x30ab, 0x115f,
                                     0x1f600, 0x10400, 0xfe0f, 0x130, 0xfb01, 0xe0001 };
  gunichar c;

  if (g_test_rand_int_range (0, 3) > 0)
    return likely[g_test_rand_int_range (0, G_N_ELEMENTS (likely))];

  do
    c = g_test_rand_int_range (1, g_test_rand_bit () ? 0x3000 : 0x110000);
  while (!g_unichar_validate (c));

  return c;
}

static void
assert_in_order (const TelaahText *text,
                 const GArray     *words,
                 TelaahLexicon    *lexicon)
{
  guint last = 0;

  for (guint i = 0; i < words->len; i++)
    {
      const TelaahWord *word = &g_array_index (words, TelaahWord, i);
      g_autofree char *slice = telaah_text_dup_slice (text, (TelaahSpan) { word->start, word->end });

      g_assert_cmpuint (word->start, >=, last);
      g_assert_cmpuint (word->end, >, word->start);
      g_assert_cmpuint (word->end, <=, telaah_text_get_characters (text));
      g_assert_cmpuint (g_utf8_strlen (slice, -1), ==, word->end - word->start);
      g_assert_cmpuint (telaah_lexicon_learn (lexicon, slice, -1), ==, word->form);
      g_assert_cmpstr (telaah_lexicon_get_folded (lexicon, word->form), !=, "");
      g_assert_true (g_utf8_validate (telaah_lexicon_get_folded (lexicon, word->form), -1, NULL));
      g_assert_cmpuint (word->before, <=, TELAAH_GAP_SENTENCE);
      g_assert_true (word->before != TELAAH_GAP_BLANK || word->start == last + 1);
      last = word->end;
    }
}

static void
test_random (void)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new ("id");

  for (guint round = 0; round < 2000; round++)
    {
      GString *body = g_string_new (NULL);
      g_autoptr(TelaahText) text = NULL;
      g_autoptr(GArray) words = NULL;

      for (int i = g_test_rand_int_range (0, 60); i > 0; i--)
        g_string_append_unichar (body, get_random_character ());
      text = telaah_text_new (g_string_free (body, FALSE));
      words = telaah_words_split (text, get_whole (text), lexicon);
      assert_in_order (text, words, lexicon);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (splits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/words/split/%s", splits[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_split);
    }
  g_test_add_func ("/words/offsets", test_offsets);
  g_test_add_func ("/words/span", test_span);
  for (guint i = 0; i < G_N_ELEMENTS (breaks); i++)
    {
      g_autofree char *path = g_strdup_printf ("/words/broken/%s", breaks[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_break);
    }
  g_test_add_func ("/words/terms", test_terms);
  g_test_add_func ("/words/stem-terms", test_stem_terms);
  g_test_add_func ("/words/random", test_random);

  return g_test_run ();
}
