/* Queries against texts: what is found, by which level, and where.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher.h"

#include <string.h>

#include "text/telaah-sentences.h"

#define EXACT   0
#define FOLD    TELAAH_SEARCH_FOLD
#define STEM    (TELAAH_SEARCH_FOLD | TELAAH_SEARCH_STEM)
#define FUZZY   (STEM | TELAAH_SEARCH_FUZZY)
#define PARTS   (FOLD | TELAAH_SEARCH_PARTS)
#define REGEX   TELAAH_SEARCH_REGEX
#define GROUPS  (STEM | TELAAH_SEARCH_SYNONYMS)

/* @expected: each hit as "start:quote/level", parted by '|'. Where a hit has gaps or is in
 * several sentences is tested elsewhere. */
typedef struct
{
  const char        *name;
  TelaahSearchFlags  flags;
  const char        *query;
  const char        *body;
  const char        *expected;
} Case;

static const char *const benefits[] = { "kelebihan", "keunggulan", "manfaat", "nilai tambah", NULL };
static const char *const works[] = { "kerja sama", "kolaborasi", NULL };
static const char *const *const groups[] = { benefits, works, NULL };

/* ---- What all hits must be ---- */

static void
assert_hit (const TelaahText *text,
            const TelaahHit  *hit)
{
  g_autofree char *slice = telaah_text_dup_slice (text, hit->span);
  guint last = hit->span.start;

  g_assert_cmpstr (hit->quote, ==, slice);
  g_assert_cmpuint (hit->span.start, <, hit->span.end);
  g_assert_cmpuint (hit->span.end, <=, telaah_text_get_characters (text));
  g_assert_cmpuint (hit->sentence.start, <=, hit->span.start);
  g_assert_cmpuint (hit->sentence.end, >=, hit->span.end);
  g_assert_cmpuint (hit->place, ==, TELAAH_PLACE_TEXT);
  g_assert_null (hit->source);
  g_assert_null (hit->target);

  g_assert_cmpuint (hit->n_parts, >, 0);
  g_assert_cmpuint (hit->parts[0].start, ==, hit->span.start);
  for (guint i = 0; i < hit->n_parts; i++)
    {
      g_assert_cmpuint (hit->parts[i].start, >=, last);
      g_assert_cmpuint (hit->parts[i].end, >, hit->parts[i].start);
      last = hit->parts[i].end;
    }
  g_assert_cmpuint (last, ==, hit->span.end);
}

static TelaahQuery *
read_query (const char        *words,
            TelaahSearchFlags  flags)
{
  g_autoptr(GError) error = NULL;
  TelaahQuery *query = telaah_query_new (words, flags, (char ***) groups, &error);

  g_assert_no_error (error);
  g_assert_nonnull (query);
  return query;
}

static GPtrArray *
find_in (const TelaahText  *text,
         const char        *words,
         TelaahSearchFlags  flags,
         const GArray      *sentences,
         const GArray      *apart)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  g_autoptr(TelaahQuery) query = read_query (words, flags);
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new ("id");
  g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
  TelaahSpan all = { 0, telaah_text_get_characters (text) };
  g_autoptr(GError) error = NULL;
  gboolean done;

  done = telaah_matcher_find (matcher, text, all, sentences, apart, hits, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (done);
  for (guint i = 0; i < hits->len; i++)
    assert_hit (text, g_ptr_array_index (hits, i));

  return hits;
}

static char *
dup_told (GPtrArray *hits)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      TelaahHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (told, "%s%u:%s/%s", i > 0 ? "|" : "", hit->span.start, hit->quote,
                              telaah_level_to_string (hit->level));
    }

  return g_string_free (told, FALSE);
}

static void
test_case (gconstpointer data)
{
  const Case *expected = data;
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (expected->body));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, "id", NULL);
  g_autoptr(GPtrArray) hits = find_in (text, expected->query, expected->flags, sentences, NULL);
  g_autofree char *told = dup_told (hits);

  g_assert_cmpstr (told, ==, expected->expected);
}

static const Case cases[] = {
  { "words/exact", EXACT, "peran", "Peran itu peran. Perang peran",
    "10:peran/exact|24:peran/exact" },
  { "words/fold", FOLD, "peran", "Peran itu peran. Perang PERAN",
    "0:Peran/fold|10:peran/exact|24:PERAN/fold" },
  { "words/accents", FOLD, "cafe", "Café cafe cafés", "0:Café/fold|5:cafe/exact" },
  { "words/accents-asked", FOLD, "Café", "Café cafe", "0:Café/exact|5:cafe/fold" },
  { "words/beginning", FOLD, "diplo*", "Diplomasi, diplomat; indiplo",
    "0:Diplomasi/fold|11:diplomat/exact" },
  { "words/beginning-exact", EXACT, "diplo*", "Diplomasi, diplomat", "11:diplomat/exact" },
  { "words/parts", PARTS, "aman", "Keamanan AMAN taman",
    "0:Keamanan/exact|9:AMAN/fold|14:taman/exact" },
  { "words/parts-exact", TELAAH_SEARCH_PARTS, "aman", "AMANAT keamanan", "7:keamanan/exact" },
  { "words/beyond-ascii", EXACT, "peran", "😀𝒳 peran 🇮🇩 peran", "3:peran/exact|12:peran/exact" },
  { "words/right-to-left", FOLD, "السلام", "قال: السلام عليكم. والسلام", "5:السلام/exact" },
  { "words/no-blanks", FOLD, "外交", "数字外交政策。外交", "2:外交/exact|7:外交/exact" },
  { "words/apostrophe", FOLD, "Jum'at", "hari Jum’at", "5:Jum’at/fold" },

  { "phrases/blank", EXACT, "\"ruang publik\"", "ruang publik ruang  publik ruang\npublik",
    "0:ruang publik/exact" },
  { "phrases/blanks", FOLD, "\"ruang publik\"",
    "ruang publik ruang  publik ruang\302\240publik Ruang\n publik",
    "0:ruang publik/exact|13:ruang  publik/fold|27:ruang\302\240publik/fold|40:Ruang\n publik/fold" },
  { "phrases/curly", FOLD, "“ruang publik”", "di ruang publik", "3:ruang publik/exact" },
  { "phrases/unclosed", FOLD, "\"ruang publik", "publik ruang publik", "7:ruang publik/exact" },
  { "phrases/quotes", FOLD, "\"ruang publik\"", "ruang “publik” itu", "0:ruang “publik/fold" },
  { "phrases/comma", FOLD, "\"ruang publik\"", "ruang, publik. ruang. Publik", "" },
  { "phrases/comma-asked", FOLD, "\"ruang, publik\"", "ruang, publik ruang publik ruang; publik",
    "0:ruang, publik/exact|14:ruang publik/fold|27:ruang; publik/fold" },
  { "phrases/doubled", FOLD, "negara-negara", "negara-negara negara- negara negara negara negara",
    "0:negara-negara/exact|14:negara- negara/fold|29:negara negara/fold" },
  { "phrases/doubled-exact", EXACT, "negara-negara", "negara-negara negara- negara",
    "0:negara-negara/exact" },
  { "phrases/overlapping", FOLD, "\"a b a\"", "a b a b a b a", "0:a b a/exact|8:a b a/exact" },

  { "windows/one-sentence", FOLD, "siber keamanan",
    "Keamanan siber penting. Keamanan perlu. Siber.",
    "0:Keamanan siber/fold" },
  { "windows/two-pairs", FOLD, "a b", "a x b y b z a.", "0:a x b/exact|8:b z a/exact" },
  { "windows/smallest", FOLD, "a b c", "a a b x c y a b.", "2:a b x c/exact" },
  { "windows/and", FOLD, "a AND b", "b a", "0:b a/exact" },
  { "windows/or", FOLD, "a OR b", "a b c a", "0:a/exact|2:b/exact|6:a/exact" },
  { "windows/bar", FOLD, "a | c", "a b c", "0:a/exact|4:c/exact" },
  { "windows/or-once", FOLD, "a OR A OR \"a b\" OR b", "a b c b", "0:a b/exact|6:b/exact" },
  { "windows/or-in-all", FOLD, "(a OR b) c", "a b c", "2:b c/exact" },
  { "windows/not", FOLD, "keamanan NOT negara", "Keamanan negara itu. Keamanan data itu.",
    "21:Keamanan/fold" },
  { "windows/minus", FOLD, "-negara keamanan", "Keamanan negara itu. Keamanan data itu.",
    "21:Keamanan/fold" },
  { "windows/not-phrase", FOLD, "siber -\"data kita\"",
    "Siber dan data milik kita. Siber, data kita. Kita siber.",
    "0:Siber/fold|50:siber/exact" },
  { "windows/not-brackets", FOLD, "siber NOT (data kita)",
    "Siber dan data. Siber kita. Kita punya data siber.",
    "0:Siber/fold|16:Siber/fold" },
  { "windows/small-or", FOLD, "a or b", "a or b", "0:a or b/exact" },

  { "near/border", FOLD, "a NEAR/2 b", "a x y b z a x y w b", "0:a x y b/exact" },
  { "near/none-between", FOLD, "a NEAR/0 b", "a b x a y b", "0:a b/exact" },
  { "near/too-far", FOLD, "a NEAR/2 b", "a x y z b", "" },
  { "near/over-sentences", FOLD, "siber NEAR/3 data", "Ini keamanan siber. Lalu ada data.",
    "13:siber. Lalu ada data/exact" },
  { "near/sentences-too-far", FOLD, "siber NEAR/1 data", "Ini keamanan siber. Lalu ada data.", "" },
  { "near/default", FOLD, "a NEAR b", "a 1 2 3 4 5 6 7 8 9 10 b 1 2 3 4 5 6 7 8 9 10 11 a",
    "0:a 1 2 3 4 5 6 7 8 9 10 b/exact" },
  { "near/chain", FOLD, "a NEAR/0 b NEAR/0 c", "b a b c", "2:a b c/exact" },
  { "near/itself", FOLD, "a NEAR/1 a", "a x a x x a", "0:a x a/exact" },
  { "near/unfinished", FOLD, "a NEAR/", "x a", "2:a/exact" },

  { "broken/blank-lines", FOLD, "desinformasi", "tentang des\n\n informasi itu",
    "8:des\n\n informasi/fold" },
  { "broken/hyphen", FOLD, "keamanan siber", "kea-\nmanan siber", "0:kea-\nmanan siber/fold" },
  { "broken/exact", EXACT, "keamanan", "kea-\nmanan siber", "" },
  { "broken/phrase", FOLD, "\"soal keamanan siber\"", "soal kea-\nmanan siber",
    "0:soal kea-\nmanan siber/fold" },

  { "regex/plain", REGEX, "ke\\w+an", "Keamanan keamanan dan kekuatan",
    "9:keamanan/regex|22:kekuatan/regex" },
  { "regex/case", REGEX | FOLD, "^ke\\w+an$", "Keamanan\nkeamanan x\nKEKUATAN",
    "0:Keamanan/regex|20:KEKUATAN/regex" },
  { "regex/empty", REGEX, "x*", "a xx b", "2:xx/regex" },
  { "regex/beyond-ascii", REGEX, "\\w+", "😀 é 𝒳", "2:é/regex|4:𝒳/regex" },
  { "regex/over-lines", REGEX, "a\\s+b", "a\n\nb", "0:a\n\nb/regex" },
  { "regex/verbs", REGEX, "(*UTF)(*UCP)ab", "ab", "0:ab/regex" },
  { "regex/no-jit", REGEX, "(*NO_JIT)a+", "baab", "1:aa/regex" },
};

/* These want the dictionary. */
static const Case dictionary_cases[] = {
  { "stems/found", STEM, "manfaat", "Memanfaatkan manfaat pemanfaatan",
    "0:Memanfaatkan/stem|13:manfaat/exact|21:pemanfaatan/stem" },
  { "stems/off", FOLD, "manfaat", "Memanfaatkan manfaat", "13:manfaat/exact" },
  { "stems/not-others", STEM, "peran", "perang dan peran", "11:peran/exact" },
  { "stems/not-stop-words", STEM, "kelebihan", "lebih banyak kelebihan", "13:kelebihan/exact" },
  { "stems/of-stop-words", STEM, "lebih", "kelebihan yang lebih besar", "15:lebih/exact" },
  { "stems/phrase", STEM, "\"manfaat teknologi\"", "memanfaatkan teknologi",
    "0:memanfaatkan teknologi/stem" },
  { "fuzzy/there", FUZZY, "keamanan", "soal kemanan itu", "5:kemanan/fuzzy" },
  { "fuzzy/asked", FUZZY, "kemanan", "soal keamanan itu", "5:keamanan/fuzzy" },
  { "fuzzy/off", STEM, "kemanan", "soal keamanan itu", "" },
  { "synonyms/word", GROUPS, "kelebihan", "manfaat, keunggulan dan kelebihan",
    "0:manfaat/synonym|9:keunggulan/synonym|24:kelebihan/exact" },
  { "synonyms/off", STEM, "keunggulan", "manfaat dan keunggulan", "12:keunggulan/exact" },
  { "synonyms/stem", GROUPS, "keunggulan", "memanfaatkan Nilai tambah",
    "0:memanfaatkan/synonym|13:Nilai tambah/synonym" },
  { "synonyms/phrase-asked", GROUPS, "\"kerja sama\"", "kolaborasi atau kerja sama",
    "0:kolaborasi/synonym|16:kerja sama/exact" },
  { "synonyms/phrase-unquoted", GROUPS, "data kerja sama",
    "kolaborasi data. Data kerja yang sama. Kerja sama.",
    "0:kolaborasi data/synonym|17:Data kerja yang sama/fold" },
  { "synonyms/in-phrase", GROUPS, "\"banyak manfaat itu\"", "banyak nilai tambah itu",
    "0:banyak nilai tambah itu/synonym" },
};

/* ---- Sentences ---- */

static void
add_span (GArray *spans,
          guint   start,
          guint   end)
{
  TelaahSpan span = { start, end };

  g_array_append_val (spans, span);
}

static void
assert_sentence (GPtrArray *hits,
                 guint      index,
                 guint      start,
                 guint      end)
{
  TelaahHit *hit = g_ptr_array_index (hits, index);

  g_assert_cmpuint (hit->sentence.start, ==, start);
  g_assert_cmpuint (hit->sentence.end, ==, end);
}

static void
test_sentences (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("  Kepala a \n\nSatu a. Dua b.\nEkor a  "));
  g_autoptr(GArray) sentences = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GPtrArray) wide = NULL;
  g_autoptr(GPtrArray) none = NULL;

  add_span (sentences, 13, 20);
  add_span (sentences, 21, 27);

  hits = find_in (text, "a", FOLD, sentences, NULL);
  g_assert_cmpuint (hits->len, ==, 3);
  assert_sentence (hits, 0, 2, 10);
  assert_sentence (hits, 1, 13, 20);
  assert_sentence (hits, 2, 28, 34);

  wide = find_in (text, "satu NEAR/3 b", FOLD, sentences, NULL);
  g_assert_cmpuint (wide->len, ==, 1);
  assert_sentence (wide, 0, 13, 27);
  g_assert_cmpuint (((TelaahHit *) g_ptr_array_index (wide, 0))->n_parts, ==, 2);

  none = find_in (text, "kepala satu", FOLD, sentences, NULL);
  g_assert_cmpuint (none->len, ==, 0);
}

/* What is left out is not found, and nothing goes over it. */
static void
test_apart (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("satu dua IKLAN satu tiga dua"));
  g_autoptr(GArray) apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  const Case rows[] = {
    { "", FOLD, "iklan", NULL, "" },
    { "", FOLD, "satu dua", NULL, "0:satu dua/exact|15:satu tiga dua/exact" },
    { "", FOLD, "dua NEAR/1 satu", NULL, "0:satu dua/exact|15:satu tiga dua/exact" },
    { "", FOLD, "dua NEAR/0 satu", NULL, "0:satu dua/exact" },
    { "", FOLD, "\"dua satu\"", NULL, "" },
    { "", FOLD, "satu NOT iklan", NULL, "0:satu/exact|15:satu/exact" },
    { "", REGEX, "dua.*", NULL, "5:dua /regex|25:dua/regex" },
    { "", REGEX, "dua\\s$|IKLAN|dua$", NULL, "25:dua/regex" },
  };

  add_span (apart, 9, 14);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(GPtrArray) hits = find_in (text, rows[i].query, rows[i].flags, NULL, apart);
      g_autofree char *told = dup_told (hits);

      g_assert_cmpstr (told, ==, rows[i].expected);
    }
}

/* ---- What the index is asked ---- */

static void
test_expressions (void)
{
  const char *terms[] = { "=datum", "data", "datar", "dataran", "siber" };
  const Case rows[] = {
    { "", FOLD, "Siber", NULL, "\"siber\"" },
    { "", FOLD, "siber data", NULL, "(\"siber\" AND \"data\")" },
    { "", FOLD, "\"siber data\"", NULL, "\"siber data\"" },
    { "", FOLD, "siber OR lain", NULL, "(\"siber\" OR \"lain\")" },
    { "", FOLD, "siber NOT data", NULL, "\"siber\"" },
    { "", FOLD, "siber NEAR/28 data", NULL, "(\"siber\" AND \"data\")" },
    { "", FOLD, "siber NEAR/29 data", NULL, "(\"siber\" OR \"data\")" },
    { "", FOLD, "siber NEAR/5 (data lain)", NULL, "(\"siber\" OR (\"data\" AND \"lain\"))" },
    { "", FOLD, "data*", NULL, "\"data|datar|dataran\"" },
    { "", PARTS, "tar", NULL, "\"tar|datar|dataran\"" },
    { "", EXACT, "a\"b", NULL, "(\"a\" AND \"b\")" },
    { "", REGEX, "siber", NULL, NULL },
  };
  g_autoptr(GPtrArray) vocabulary = g_ptr_array_new ();
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (terms); i++)
    g_ptr_array_add (vocabulary, (char *) terms[i]);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(TelaahQuery) query = read_query (rows[i].query, rows[i].flags);
      g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
      g_autofree char *expression = telaah_matcher_dup_expression (matcher, vocabulary);

      g_assert_cmpstr (expression, ==, rows[i].expected);
    }
}

/* ---- Much ---- */

static char *
dup_repeated (const char *words,
              guint       n)
{
  GString *string = g_string_new (NULL);

  while (n-- > 0)
    g_string_append (string, words);
  return g_string_free (string, FALSE);
}

/* Sentences of any length: what is found in one of a megabyte is what is found in its parts. */
static void
test_long_sentence (void)
{
  g_autofree char *row = dup_repeated ("satu dua, tiga dua satu empat ", 1 << 15);
  g_autoptr(TelaahText) text = telaah_text_new (g_steal_pointer (&row));
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  g_autoptr(GPtrArray) hits = find_in (text, "satu tiga NOT enam", FOLD, NULL, NULL);
  g_autoptr(TelaahQuery) query = read_query ("satu tiga NOT enam", FOLD);
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
  guint n = telaah_text_get_characters (text);
  g_autofree char *told = dup_told (hits);
  g_autofree char *told_parts = NULL;

  for (guint start = 0; start < n; start += 7919)
    {
      TelaahSpan span = { start, MIN (start + 7919, n) };

      g_assert_true (telaah_matcher_find (matcher, text, span, NULL, NULL, parts, NULL, NULL));
    }
  told_parts = dup_told (parts);

  g_assert_cmpuint (hits->len, >, 1 << 14);
  g_assert_cmpstr (told_parts, ==, told);
}

static void
test_cancelled (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (dup_repeated ("satu dua ", 1 << 12));
  TelaahSpan all = { 0, telaah_text_get_characters (text) };
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  TelaahSearchFlags flags[] = { FOLD, REGEX };

  g_cancellable_cancel (cancellable);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
      g_autoptr(TelaahQuery) query = read_query ("dua", flags[i]);
      g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
      g_autoptr(GError) error = NULL;

      g_assert_false (telaah_matcher_find (matcher, text, all, NULL, NULL, hits, cancellable,
                                           &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
      g_assert_cmpuint (hits->len, ==, 0);
    }
}

/* Spans and marks that go beyond the text are cut. */
static void
test_beyond (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("satu dua satu"));
  g_autoptr(GArray) sentences = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  TelaahSearchFlags flags[] = { FOLD, REGEX };

  add_span (sentences, 0, 8);
  add_span (sentences, 9, 40);
  add_span (sentences, 41, 50);
  add_span (apart, 9, 60);
  add_span (apart, 70, 80);
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++)
    {
      g_autoptr(GPtrArray) all = find_in (text, "satu", flags[i], sentences, NULL);
      g_autoptr(GPtrArray) some = find_in (text, "satu", flags[i], sentences, apart);

      g_assert_cmpuint (all->len, ==, 2);
      assert_sentence (all, 1, 9, 13);
      g_assert_cmpuint (some->len, ==, 1);
    }
}

/* Patterns that would go on for years, on one line of a megabyte: that they come back is all
 * that is asked. */
static void
test_patience (void)
{
  const char *patterns[] = { "(a+)+$", "(.*)*x", "(?<=(?<=(?<=a)a)a)(a*)*b", "(*NO_JIT)(a|a)*c",
                             "(*LIMIT_MATCH=1)a*b" };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr(TelaahText) text = telaah_text_new (dup_repeated ("aaaaaaaa", 1 << 17));
      g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
      g_autoptr(TelaahQuery) query = read_query (patterns[i], REGEX);
      g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
      g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
      TelaahSpan all = { 0, telaah_text_get_characters (text) };
      gint64 start = g_get_monotonic_time ();
      g_autoptr(GError) error = NULL;
      double seconds;

      if (telaah_matcher_find (matcher, text, all, NULL, NULL, hits, NULL, &error))
        g_assert_no_error (error);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
      seconds = (g_get_monotonic_time () - start) / 1e6;
      g_test_message ("%s: %.2f s, %u hits, %s", patterns[i], seconds, hits->len,
                      error != NULL ? error->message : "done");
      g_assert_cmpfloat (seconds, <, 60);
    }
}

/* What matches everywhere ends with what was found till then. */
static void
test_too_many (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (dup_repeated ("ab cd ef", 1 << 15));
  g_autoptr(GPtrArray) hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);
  g_autoptr(TelaahQuery) query = read_query (".", REGEX);
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  g_autoptr(TelaahMatcher) matcher = telaah_matcher_new (query, lexicon);
  TelaahSpan all = { 0, telaah_text_get_characters (text) };
  g_autoptr(GError) error = NULL;

  g_assert_false (telaah_matcher_find (matcher, text, all, NULL, NULL, hits, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT);
  g_assert_cmpuint (hits->len, ==, 100000);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(TelaahLexicon) lexicon = NULL;

  g_test_init (&argc, &argv, NULL);
  lexicon = telaah_lexicon_new ("id");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/matcher/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  for (guint i = 0; i < G_N_ELEMENTS (dictionary_cases); i++)
    {
      g_autofree char *path = g_strconcat ("/matcher/", dictionary_cases[i].name, NULL);

      if (g_strcmp0 (telaah_lexicon_get_method (lexicon), "hunspell") == 0)
        g_test_add_data_func (path, &dictionary_cases[i], test_case);
    }
  g_test_add_func ("/matcher/sentences", test_sentences);
  g_test_add_func ("/matcher/apart", test_apart);
  g_test_add_func ("/matcher/expressions", test_expressions);
  g_test_add_func ("/matcher/long-sentence", test_long_sentence);
  g_test_add_func ("/matcher/cancelled", test_cancelled);
  g_test_add_func ("/matcher/beyond", test_beyond);
  g_test_add_func ("/matcher/patience", test_patience);
  g_test_add_func ("/matcher/regex/too-many", test_too_many);

  return g_test_run ();
}
