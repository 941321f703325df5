/* Concordance, frequencies and key words of a project: what is counted and what is not, at once and in a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-word-lists.h"
#include "support/telaah-test-session.h"

#define SEA    "Laut biru dan ikan. Ikan besar di laut.\n"
#define MARKET "Pasar ikan ramai. Laut sepi dan laut luas.\n"

typedef struct
{
  TelaahSession *session;
  char          *sources[2];
  char          *themes[2];      /* Alam, Alam → Laut */
} Project;

static void
set_up (Project       *p,
        gconstpointer  data)
{
  static const char *const names[] = { "Alam", "Laut" };
  g_autoptr(GError) error = NULL;

  p->session = telaah_test_project_new ("words.telaah", SEA, MARKET, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (p->sources); i++)
    p->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (p->session), i));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      p->themes[i] = telaah_session_add_theme (p->session, names[i], i == 1 ? p->themes[0] : NULL, NULL, NULL, &error);
      g_assert_no_error (error);
    }
}

static void
tear_down (Project       *p,
           gconstpointer  data)
{
  telaah_test_let_go (p->session);
  for (guint i = 0; i < G_N_ELEMENTS (p->sources); i++)
    g_free (p->sources[i]);
  for (guint i = 0; i < G_N_ELEMENTS (p->themes); i++)
    g_free (p->themes[i]);
}

static void
tag (Project    *p,
     guint       source,
     guint       start,
     guint       end,
     guint       theme)
{
  g_autofree char *id = telaah_test_tag (p->session, p->sources[source], start, end, p->themes[theme], NULL);
}

/* ---- Frequencies ---- */

static char *
describe_frequencies (GPtrArray *list)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++)
    {
      const TelaahFrequency *frequency = list->pdata[i];

      g_string_append_printf (all, "%s%s %u %u", i > 0 ? ", " : "", frequency->word, frequency->count,
                              frequency->n_sources);
    }

  return g_string_free (all, FALSE);
}

static void
assert_frequencies (Project                      *p,
                    const TelaahFrequencyRequest *request,
                    const char                   *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = telaah_session_dup_frequencies (p->session, request, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe_frequencies (list);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_frequencies (Project       *p,
                  gconstpointer  data)
{
  TelaahFrequencyRequest request = { .stop_words = TRUE };
  g_autoptr(GPtrArray) list = NULL;

  assert_frequencies (p, &request, "laut 4 2, ikan 3 2, dan 2 2, besar 1 1, biru 1 1, di 1 1, luas 1 1, pasar 1 1, "
                      "ramai 1 1, sepi 1 1");
  request.source = p->sources[1];
  assert_frequencies (p, &request, "laut 2 1, dan 1 1, ikan 1 1, luas 1 1, pasar 1 1, ramai 1 1, sepi 1 1");
  list = telaah_session_dup_frequencies (p->session, &request, NULL);
  g_assert_cmpfloat_with_epsilon (((TelaahFrequency *) list->pdata[0])->per_thousand, 250, 1e-9);
}

/* What nobody has said of a source is what the project says. */
static void
test_language (Project       *p,
               gconstpointer  data)
{
  TelaahFrequencyRequest request = { 0 };

  telaah_test_does (p->session, telaah_session_set_project (p->session, "language", "id", &fault));
  assert_frequencies (p, &request, "laut 4 2, ikan 3 2, besar 1 1, biru 1 1, luas 1 1, pasar 1 1, ramai 1 1, sepi 1 1");
  telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[1], "language", "en", &fault));
  assert_frequencies (p, &request, "laut 4 2, ikan 3 2, besar 1 1, biru 1 1, dan 1 1, luas 1 1, pasar 1 1, ramai 1 1, "
                      "sepi 1 1");
}

/* Headings are body; clutter is not, until somebody says so. */
static void
test_marks (Project       *p,
            gconstpointer  data)
{
  TelaahFrequencyRequest request = { .source = p->sources[0], .stop_words = TRUE };
  g_autofree char *clutter = NULL, *heading = NULL;
  g_autoptr(GError) error = NULL;

  clutter = telaah_session_add_mark (p->session, request.source, (TelaahSpan) { 0, 19 }, TELAAH_MARK_CLUTTER, 0, &error);
  g_assert_no_error (error);
  heading = telaah_session_add_mark (p->session, request.source, (TelaahSpan) { 20, 39 }, TELAAH_MARK_HEADING, 1, &error);
  g_assert_no_error (error);
  assert_frequencies (p, &request, "besar 1 1, di 1 1, ikan 1 1, laut 1 1");

  telaah_test_does (p->session, telaah_session_remove_mark (p->session, clutter, &fault));
  assert_frequencies (p, &request, "ikan 2 1, laut 2 1, besar 1 1, biru 1 1, dan 1 1, di 1 1");
}

/* What lies under a theme or one below it: each word once, whole words only. */
static void
test_theme (Project       *p,
            gconstpointer  data)
{
  TelaahFrequencyRequest request = { .theme = p->themes[0], .stop_words = TRUE };

  assert_frequencies (p, &request, "");

  tag (p, 0, 0, 9, 0);       /* Laut biru */
  tag (p, 0, 5, 13, 1);      /* biru dan */
  tag (p, 0, 5, 16, 0);      /* biru dan ik */
  tag (p, 1, 18, 27, 1);     /* Laut sepi */
  assert_frequencies (p, &request, "laut 2 2, biru 1 1, dan 1 1, sepi 1 1");
  request.theme = p->themes[1];
  assert_frequencies (p, &request, "biru 1 1, dan 1 1, laut 1 1, sepi 1 1");
  request.source = p->sources[1];
  assert_frequencies (p, &request, "laut 1 1, sepi 1 1");
}

/* A passage that has lost its words has no place. */
static void
test_lost (Project       *p,
           gconstpointer  data)
{
  TelaahFrequencyRequest request = { .theme = p->themes[0], .stop_words = TRUE };
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Kota tua. Jalan ramai dan panas sekali.\n"));

  tag (p, 0, 0, 9, 0);
  telaah_test_does (p->session, telaah_session_replace_text (p->session, p->sources[0], text, NULL, NULL, &fault));
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_review (p->session)), ==, 1);
  assert_frequencies (p, &request, "");
}

/* Longer than what is split at once, with sentences and without. */
static void
test_long (Project       *p,
           gconstpointer  data)
{
  static const char *const patterns[] = { "Laut biru. ", "laut biru ", "laut-biru-", "laut biru, " };

  for (guint i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      GString *body = g_string_new ("Satu. ");
      g_autoptr(TelaahText) text = NULL;
      TelaahFrequencyRequest request = { .source = p->sources[0], .stop_words = TRUE };

      for (guint k = 0; k < 30000; k++)
        g_string_append (body, patterns[i]);
      text = telaah_text_new (g_string_free (body, FALSE));
      telaah_test_does (p->session, telaah_session_replace_text (p->session, p->sources[0], text, NULL, NULL, &fault));
      if (i != 2)
        {
          assert_frequencies (p, &request, "biru 30000 1, laut 30000 1, satu 1 1");
          continue;
        }

      /* One endless word has to be cut somewhere, but nowhere else. */
      {
        g_autoptr(GPtrArray) list = telaah_session_dup_frequencies (p->session, &request, NULL);

        g_assert_cmpuint (((TelaahFrequency *) list->pdata[0])->count, >=, 29990);
        g_assert_cmpuint (list->len, <=, 20);
      }
    }
}

/* ---- Key words ---- */

static void
test_key_words (Project       *p,
                gconstpointer  data)
{
  TelaahFrequencyRequest request = { .theme = p->themes[0], .stop_words = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) none = telaah_session_dup_key_words (p->session, &request, &error);
  g_autoptr(GPtrArray) words = NULL;
  guint in_theme = 0, in_rest = 0;

  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);

  tag (p, 0, 0, 18, 1);     /* Laut biru dan ikan */
  words = telaah_session_dup_key_words (p->session, &request, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, 10);
  for (guint i = 0; i < words->len; i++)
    {
      const TelaahKeyWord *word = words->pdata[i];

      in_theme += word->count;
      in_rest += word->rest;
      g_assert_cmpfloat (word->likelihood, ==, telaah_key_word_get_likelihood (word->count, word->rest, 4, 12));
      g_assert_cmpfloat (word->ratio, ==, telaah_key_word_get_ratio (word->count, word->rest, 4, 12));
      if (i > 0)
        g_assert_cmpfloat (word->likelihood, <=, ((TelaahKeyWord *) words->pdata[i - 1])->likelihood);
    }
  g_assert_cmpuint (in_theme, ==, 4);
  g_assert_cmpuint (in_rest, ==, 12);
  g_assert_cmpstr (((TelaahKeyWord *) words->pdata[0])->word, ==, "biru");
}

/* ---- Concordance ---- */

/* "before[words]after" a line. */
static char *
describe_lines (GPtrArray *lines)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++)
    {
      const TelaahConcordanceLine *line = lines->pdata[i];

      g_string_append_printf (all, "%s%s[%s]%s", i > 0 ? " | " : "", line->before, line->words, line->after);
    }

  return g_string_free (all, FALSE);
}

static void
assert_lines (Project                   *p,
              const TelaahSearchRequest *request,
              TelaahConcordanceOrder     order,
              const char                *expected)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = telaah_session_dup_concordance (p->session, request, order, 10, &error);
  g_autofree char *found = NULL;

  g_assert_no_error (error);
  found = describe_lines (lines);
  g_assert_cmpstr (found, ==, expected);
}

static void
test_concordance (Project       *p,
                  gconstpointer  data)
{
  TelaahSearchRequest request = { .words = "laut", .flags = TELAAH_SEARCH_FOLD, .scope = TELAAH_SCOPE_ALL };
  g_autofree char *note = telaah_session_add_note_on (p->session, "source", p->sources[0], "Catatan tentang laut.", NULL);

  assert_lines (p, &request, TELAAH_CONCORDANCE_TEXT,
                "[Laut] biru dan | besar di [laut]. | ramai. [Laut] sepi dan | sepi dan [laut] luas.");
  assert_lines (p, &request, TELAAH_CONCORDANCE_RIGHT,
                "besar di [laut]. | [Laut] biru dan | sepi dan [laut] luas. | ramai. [Laut] sepi dan");
  assert_lines (p, &request, TELAAH_CONCORDANCE_LEFT,
                "[Laut] biru dan | sepi dan [laut] luas. | besar di [laut]. | ramai. [Laut] sepi dan");
  request.source = p->sources[0];
  assert_lines (p, &request, TELAAH_CONCORDANCE_TEXT, "[Laut] biru dan | besar di [laut].");
  request.flags = 0;
  assert_lines (p, &request, TELAAH_CONCORDANCE_TEXT, "besar di [laut].");
  request.words = "tidakada";
  assert_lines (p, &request, TELAAH_CONCORDANCE_TEXT, "");
}

/* What is clutter is neither found nor read over, unless it is asked for. */
static void
test_concordance_clutter (Project       *p,
                          gconstpointer  data)
{
  TelaahSearchRequest request = { .words = "dan OR pasar", .flags = TELAAH_SEARCH_FOLD };
  g_autoptr(GError) error = NULL;
  g_autofree char *mark = telaah_session_add_mark (p->session, p->sources[1], (TelaahSpan) { 0, 22 }, TELAAH_MARK_CLUTTER,
                                                   0, &error);

  g_assert_no_error (error);
  assert_lines (p, &request, TELAAH_CONCORDANCE_TEXT, "Laut biru [dan] ikan. | sepi [dan] laut");
  request.flags |= TELAAH_SEARCH_CLUTTER;
  assert_lines (p, &request, TELAAH_CONCORDANCE_TEXT,
                "Laut biru [dan] ikan. | [Pasar] ikan | Laut sepi [dan] laut");
}

/* ---- In a thread ---- */

static void
ready_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static GPtrArray *
wait_for (Project       *p,
          GAsyncResult **result,
          GError       **error)
{
  g_autoptr(GAsyncResult) done = NULL;

  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
  done = *result;

  return telaah_session_word_list_finish (p->session, done, error);
}

static void
test_async (Project       *p,
            gconstpointer  data)
{
  TelaahFrequencyRequest request = { .stop_words = TRUE };
  GAsyncResult *first = NULL, *second = NULL;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) list = NULL, words = NULL, expected = NULL;
  g_autofree char *found = NULL, *at_once = NULL;

  tag (p, 0, 0, 18, 1);
  telaah_session_frequencies_async (p->session, &request, NULL, ready_cb, &first);
  request.theme = p->themes[0];
  telaah_session_key_words_async (p->session, &request, NULL, ready_cb, &second);
  request = (TelaahFrequencyRequest) { .stop_words = TRUE };

  list = wait_for (p, &first, &error);
  g_assert_no_error (error);
  words = wait_for (p, &second, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (words->len, ==, 10);
  expected = telaah_session_dup_frequencies (p->session, &request, NULL);
  found = describe_frequencies (list);
  at_once = describe_frequencies (expected);
  g_assert_cmpstr (found, ==, at_once);
}

static void
test_cancelled (Project       *p,
                gconstpointer  data)
{
  TelaahFrequencyRequest request = { .stop_words = TRUE };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  telaah_session_frequencies_async (p->session, &request, cancellable, ready_cb, &result);
  g_assert_null (wait_for (p, &result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_not_there (Project       *p,
                gconstpointer  data)
{
  const TelaahFrequencyRequest source = { .source = p->themes[0] }, theme = { .theme = p->sources[0] }, neither = { 0 };

  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_dup_frequencies (p->session, &source, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_dup_frequencies (p->session, &theme, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_dup_key_words (p->session, &theme, &refusal));
  telaah_test_refuses (p->session, NOT_FOUND, telaah_session_dup_key_words (p->session, &neither, &refusal));
}

static void
test_concordance_async (Project       *p,
                        gconstpointer  data)
{
  TelaahSearchRequest request = { .words = "laut", .flags = TELAAH_SEARCH_FOLD };
  GAsyncResult *first = NULL, *second = NULL;
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = NULL, at_once = NULL;
  g_autofree char *found = NULL, *expected = NULL;

  g_cancellable_cancel (cancellable);
  telaah_session_concordance_async (p->session, &request, TELAAH_CONCORDANCE_LEFT, 10, NULL, ready_cb, &first);
  telaah_session_concordance_async (p->session, &request, TELAAH_CONCORDANCE_LEFT, 10, cancellable, ready_cb, &second);
  at_once = telaah_session_dup_concordance (p->session, &request, TELAAH_CONCORDANCE_LEFT, 10, &error);
  g_assert_no_error (error);
  lines = wait_for (p, &first, &error);
  g_assert_no_error (error);
  found = describe_lines (lines);
  expected = describe_lines (at_once);
  g_assert_cmpstr (found, ==, expected);
  g_assert_cmpuint (lines->len, ==, 4);

  g_assert_null (wait_for (p, &second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_concordance_wrong (Project       *p,
                        gconstpointer  data)
{
  TelaahSearchRequest request = { .words = "la(ut", .flags = TELAAH_SEARCH_REGEX };
  g_autoptr(GError) error = NULL;

  g_assert_null (telaah_session_dup_concordance (p->session, &request, TELAAH_CONCORDANCE_TEXT, 10, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
}

/* ---- CSV ---- */

static void
test_concordance_csv (Project       *p,
                      gconstpointer  data)
{
  TelaahSearchRequest request = { .words = "laut", .source = p->sources[1], .flags = TELAAH_SEARCH_FOLD };
  g_autoptr(GPtrArray) lines = NULL;
  g_autofree char *csv = NULL;

  telaah_test_does (p->session, telaah_session_set_source (p->session, p->sources[1], "title", "Pasar, \"ikan\"",
                                                           &fault));
  lines = telaah_session_dup_concordance (p->session, &request, TELAAH_CONCORDANCE_TEXT, 10, NULL);
  csv = telaah_concordance_dup_csv (p->session, lines);
  g_assert_cmpstr (csv, ==, "\xef\xbb\xbfSource,Start,End,Before,Word,After,Level\r\n"
                   "\"Pasar, \"\"ikan\"\"\",18,22,\"ramai. \",Laut,\" sepi dan\",fold\r\n"
                   "\"Pasar, \"\"ikan\"\"\",32,36,\"sepi dan \",laut,\" luas.\",exact\r\n");
}

static void
test_csv (Project       *p,
          gconstpointer  data)
{
  TelaahFrequencyRequest request = { .source = p->sources[1], .theme = p->themes[0] };
  g_autoptr(GPtrArray) list = NULL, words = NULL;
  g_autofree char *frequencies = NULL, *keys = NULL;

  tag (p, 1, 0, 10, 0);     /* Pasar ikan */
  list = telaah_session_dup_frequencies (p->session, &request, NULL);
  frequencies = telaah_frequencies_dup_csv (list);
  g_assert_cmpstr (frequencies, ==, "\xef\xbb\xbfWord,Count,Sources,Per Thousand Words\r\n"
                   "ikan,1,1,500.000\r\npasar,1,1,500.000\r\n");

  words = telaah_session_dup_key_words (p->session, &request, NULL);
  g_ptr_array_set_size (words, 2);
  keys = telaah_key_words_dup_csv (words);
  g_assert_cmpstr (keys, ==, "\xef\xbb\xbfWord,Count in Theme,Count in Rest,Log-Likelihood,Log Ratio\r\n"
                   "ikan,1,0,2.773,2.585\r\npasar,1,0,2.773,2.585\r\n");
}

int
main (int   argc,
      char *argv[])
{
#define ADD(path, function) g_test_add (path, Project, NULL, set_up, function, tear_down)

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/word-lists/frequencies", test_frequencies);
  ADD ("/session/word-lists/language", test_language);
  ADD ("/session/word-lists/marks", test_marks);
  ADD ("/session/word-lists/theme", test_theme);
  ADD ("/session/word-lists/lost", test_lost);
  ADD ("/session/word-lists/long", test_long);
  ADD ("/session/word-lists/key-words", test_key_words);
  ADD ("/session/word-lists/concordance", test_concordance);
  ADD ("/session/word-lists/concordance-clutter", test_concordance_clutter);
  ADD ("/session/word-lists/concordance-async", test_concordance_async);
  ADD ("/session/word-lists/concordance-wrong", test_concordance_wrong);
  ADD ("/session/word-lists/concordance-csv", test_concordance_csv);
  ADD ("/session/word-lists/async", test_async);
  ADD ("/session/word-lists/cancelled", test_cancelled);
  ADD ("/session/word-lists/not-there", test_not_there);
  ADD ("/session/word-lists/csv", test_csv);

  return g_test_run ();
}
