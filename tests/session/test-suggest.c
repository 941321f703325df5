/* The gap finder of a project: what it offers, what it leaves out, what it learns from a refusal, and that it keeps up.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/telaah-candidates.h"
#include "support/telaah-test-session.h"

/* Of each text sentences 0 and 3 are on fish, the others are not. */
#define ONE \
  "Nelayan menangkap ikan tongkol di laut. Kereta tiba pukul tujuh pagi. Gedung sekolah dicat putih. " \
  "Ikan laut dijual nelayan di pasar. Hujan turun sepanjang malam."
#define TWO \
  "Para nelayan mencari ikan sampai ke laut lepas. Jalan raya diperbaiki tahun ini. Murid belajar menghitung. " \
  "Di laut itu ikan makin jarang. Kantor pos tutup lebih awal."
#define THREE \
  "# Kabar pelabuhan\n\nADVERTISEMENT\n\nBupati membuka jembatan baru. Nelayan pulang dengan ikan dari laut. " \
  "Rapat ditunda sampai besok.\n"

static const char *const texts[] = { ONE, TWO, THREE };

typedef struct
{
  TelaahSession *session;
  char          *sources[3];
  char          *fish;         /* theme */
  char          *market;       /* below it */
} Harbour;

static TelaahSpan
find (guint       text,
      const char *words)
{
  const char *place = strstr (texts[text], words);
  guint start;

  g_assert_nonnull (place);
  start = g_utf8_strlen (texts[text], place - texts[text]);

  return (TelaahSpan) { start, start + g_utf8_strlen (words, -1) };
}

static void
set_up (Harbour       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->session = telaah_test_project_new ("pelabuhan.telaah", ONE, TWO, THREE, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    self->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (self->session), i));
  g_free (telaah_session_add_mark (self->session, self->sources[2], find (2, "Kabar pelabuhan"), TELAAH_MARK_HEADING, 1,
                                   &error));
  g_assert_no_error (error);
  g_free (telaah_session_add_mark (self->session, self->sources[2], find (2, "ADVERTISEMENT"), TELAAH_MARK_CLUTTER, 0,
                                   &error));
  g_assert_no_error (error);
  self->fish = telaah_session_add_theme (self->session, "Ekonomi bahari", NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  self->market = telaah_session_add_theme (self->session, "Lelang", self->fish, NULL, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Harbour       *self,
           gconstpointer  data)
{
  telaah_test_let_go (self->session);
  for (guint i = 0; i < G_N_ELEMENTS (self->sources); i++)
    g_free (self->sources[i]);
  g_free (self->fish);
  g_free (self->market);
}

static void
tag (Harbour    *self,
     guint       text,
     const char *words,
     const char *theme)
{
  TelaahSpan span = find (text, words);

  g_free (telaah_test_tag (self->session, self->sources[text], span.start, span.end, theme, NULL));
}

static void
tag_fish (Harbour *self)
{
  tag (self, 0, "Nelayan menangkap ikan tongkol di laut.", self->fish);
  tag (self, 0, "Ikan laut dijual nelayan di pasar.", self->fish);
}

static void
refuse (Harbour    *self,
        guint       text,
        const char *words,
        gboolean    refused)
{
  const char *const themes[] = { self->fish, NULL };
  g_autoptr(GError) error = NULL;

  telaah_session_refuse (self->session, themes, self->sources[text], find (text, words), refused, &error);
  g_assert_no_error (error);
}

/* @text: -1: of all. Each is checked to be what it says it is. */
static GPtrArray *
suggest (Harbour    *self,
         const char *theme,
         int         text,
         guint       limit)
{
  const char *const themes[] = { theme, NULL };
  g_autoptr(GError) error = NULL;
  GPtrArray *found =
    telaah_session_suggest (self->session, themes, text < 0 ? NULL : self->sources[text], limit, &error);
  double last = 1;

  g_assert_no_error (error);
  for (guint i = 0; i < found->len; i++)
    {
      const TelaahCandidate *candidate = found->pdata[i];
      g_autoptr(TelaahText) body = telaah_session_dup_text (self->session, candidate->source, NULL);
      g_autofree char *quote = telaah_text_dup_slice (body, candidate->span);

      g_assert_cmpstr (candidate->quote, ==, quote);
      g_assert_cmpfloat (candidate->score, <=, last);
      last = candidate->score;
      g_assert_cmpint (candidate->n_reasons, <=, 4);
      for (guint j = 0; j < candidate->n_reasons; j++)
        {
          g_assert_cmpint (candidate->reasons[j].start, >=, candidate->span.start);
          g_assert_cmpint (candidate->reasons[j].end, <=, candidate->span.end);
        }
    }
  g_assert_cmpfloat (last, >=, 0);

  return found;
}

static int
find_offered (GPtrArray  *found,
              const char *words)
{
  for (guint i = 0; i < found->len; i++)
    if (strstr (((TelaahCandidate *) found->pdata[i])->quote, words) != NULL)
      return i;

  return -1;
}

/* ---- Tests ---- */

static void
nothing (Harbour       *self,
         gconstpointer  data)
{
  g_autoptr(GPtrArray) found = suggest (self, self->fish, -1, 0);

  /* Neither tagged, nor words of its name in any text. */
  g_assert_cmpint (found->len, ==, 0);
}

/* A name that the texts know, and the first sentence of the description; the second says what it is not. */
static void
cold_start (Harbour       *self,
            gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *theme = telaah_session_add_theme (self->session, "Ikan", NULL, NULL,
                                                     "Nelayan di laut. Bukan untuk kantor pos.", &error);
  g_autoptr(GPtrArray) found = NULL;

  g_assert_no_error (error);
  found = suggest (self, theme, -1, 0);
  g_assert_cmpint (found->len, >=, 5);
  for (guint i = 0; i < 5; i++)
    g_assert_nonnull (strstr (((TelaahCandidate *) found->pdata[i])->quote, "ikan") != NULL
                      ? "ikan" : strstr (((TelaahCandidate *) found->pdata[i])->quote, "Ikan"));
  g_assert_cmpint (find_offered (found, "Gedung sekolah"), ==, -1);
}

static void
learnt (Harbour       *self,
        gconstpointer  data)
{
  g_autoptr(GPtrArray) found = NULL, two = NULL, one = NULL;
  const TelaahCandidate *first;
  g_autofree char *word = NULL;

  tag_fish (self);
  found = suggest (self, self->fish, -1, 0);

  /* All sentences but the tagged ones: 3 + 5 + 3, no heading and no clutter. */
  g_assert_cmpint (found->len, ==, 11);
  g_assert_cmpint (find_offered (found, "menangkap"), ==, -1);
  g_assert_cmpint (find_offered (found, "Kabar"), ==, -1);
  g_assert_cmpint (find_offered (found, "ADVERTISEMENT"), ==, -1);

  /* Those on fish before the others, with a word that they share with what was tagged. */
  two = suggest (self, self->fish, 1, 0);
  g_assert_cmpint (two->len, ==, 5);
  g_assert_cmpint (find_offered (two, "lepas") + find_offered (two, "makin jarang"), ==, 1);
  first = two->pdata[0];
  g_assert_cmpstr (first->source, ==, self->sources[1]);
  g_assert_cmpint (first->n_reasons, >=, 1);
  word = g_utf8_substring (TWO, first->reasons[0].start, first->reasons[0].end);
  g_assert_true (g_str_equal (word, "nelayan") || g_str_equal (word, "ikan") || g_str_equal (word, "laut"));

  one = suggest (self, self->fish, -1, 1);
  g_assert_cmpint (one->len, ==, 1);
  g_assert_cmpstr (((TelaahCandidate *) one->pdata[0])->quote, ==, ((TelaahCandidate *) found->pdata[0])->quote);
}

/* What is tagged below a theme is tagged with it; not the other way round. */
static void
below (Harbour       *self,
       gconstpointer  data)
{
  g_autoptr(GPtrArray) above = NULL, own = NULL;

  tag (self, 0, "Ikan laut dijual", self->market);
  tag (self, 0, "menangkap ikan", self->fish);
  above = suggest (self, self->fish, 0, 0);
  own = suggest (self, self->market, 0, 0);
  g_assert_cmpint (above->len, ==, 3);
  g_assert_cmpint (own->len, ==, 4);
  g_assert_cmpint (find_offered (own, "menangkap"), >=, 0);
}

static double
get_score (Harbour    *self,
           int         text,
           const char *words)
{
  g_autoptr(GPtrArray) found = suggest (self, self->fish, text, 0);
  int place = find_offered (found, words);

  g_assert_cmpint (place, >=, 0);

  return ((TelaahCandidate *) found->pdata[place])->score;
}

static void
refused (Harbour       *self,
         gconstpointer  data)
{
  g_autoptr(GPtrArray) found = NULL, again = NULL;
  double before, after;

  tag_fish (self);
  before = get_score (self, 2, "Nelayan pulang");
  refuse (self, 1, "Para nelayan mencari ikan sampai ke laut lepas.", TRUE);

  /* Neither in its source nor among all, and one of the same words is less likely now. */
  found = suggest (self, self->fish, -1, 0);
  g_assert_cmpint (find_offered (found, "lepas"), ==, -1);
  after = get_score (self, 2, "Nelayan pulang");
  g_assert_cmpfloat (after, <, before);

  /* A refusal is about the theme, not the one below it. */
  tag (self, 0, "Ikan laut dijual nelayan di pasar.", self->market);
  again = suggest (self, self->market, 1, 0);
  g_assert_cmpint (find_offered (again, "lepas"), >=, 0);

  refuse (self, 1, "Para nelayan mencari ikan sampai ke laut lepas.", FALSE);
  g_assert_cmpfloat (get_score (self, 1, "lepas"), >, 0);
}

/* Before anything is tagged, too. */
static void
refused_first (Harbour       *self,
               gconstpointer  data)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) before = NULL, after = NULL;
  const TelaahCandidate *first;

  g_assert_true (telaah_session_set_theme (self->session, self->fish, "name", "Ikan di laut", &error));
  g_assert_no_error (error);
  before = suggest (self, self->fish, -1, 0);
  g_assert_cmpint (before->len, >=, 5);
  first = before->pdata[0];
  {
    const char *const themes[] = { self->fish, NULL };

    telaah_session_refuse (self->session, themes, first->source, first->span, TRUE, &error);
    g_assert_no_error (error);
  }

  after = suggest (self, self->fish, -1, 0);
  g_assert_cmpint (after->len, ==, before->len - 1);
  g_assert_cmpint (find_offered (after, first->quote), ==, -1);
}

/* Texts, marks and tags as they are now, whatever is kept. */
static void
kept_up (Harbour       *self,
         gconstpointer  data)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Ikan laut tiba bersama nelayan. Kapal selam karam."));
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) before = NULL, replaced = NULL, marked = NULL, tagged = NULL;

  tag_fish (self);
  before = suggest (self, self->fish, 2, 0);
  g_assert_cmpint (before->len, ==, 3);

  g_assert_true (telaah_session_replace_text (self->session, self->sources[2], text, NULL, NULL, &error));
  g_assert_no_error (error);
  replaced = suggest (self, self->fish, 2, 0);
  g_assert_cmpint (replaced->len, ==, 2);
  g_assert_cmpint (find_offered (replaced, "tiba bersama"), ==, 0);

  g_free (telaah_session_add_mark (self->session, self->sources[2], (TelaahSpan) { 32, 50 }, TELAAH_MARK_CLUTTER, 0,
                                   &error));
  g_assert_no_error (error);
  marked = suggest (self, self->fish, 2, 0);
  g_assert_cmpint (marked->len, ==, 1);

  g_free (telaah_test_tag (self->session, self->sources[2], 0, 31, self->fish, NULL));
  tagged = suggest (self, self->fish, 2, 0);
  g_assert_cmpint (tagged->len, ==, 0);
}

static void
no_such (Harbour       *self,
         gconstpointer  data)
{
  const char *const nobody[] = { "nobody", NULL }, *const fish[] = { self->fish, NULL };
  g_autoptr(GError) theme = NULL, source = NULL;

  g_assert_null (telaah_session_suggest (self->session, nobody, NULL, 0, &theme));
  g_assert_error (theme, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND);
  g_assert_null (telaah_session_suggest (self->session, fish, "nobody", 0, &source));
  g_assert_error (source, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND);
}

typedef struct
{
  GPtrArray *found;
  GError    *error;
  gboolean   done;
} Answer;

static void
suggested_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  Answer *answer = user_data;

  answer->found = telaah_session_suggest_finish (TELAAH_SESSION (object), result, &answer->error);
  answer->done = TRUE;
}

/* Several at once, one of them not wanted any more; the same as at once. */
static void
in_threads (Harbour       *self,
            gconstpointer  data)
{
  const char *const themes[] = { self->fish, NULL };
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  g_autoptr(GPtrArray) expected = NULL;
  Answer answers[4] = { 0 };

  tag_fish (self);
  for (guint i = 0; i < 4; i++)
    telaah_session_suggest_async (self->session, themes, NULL, 0, i == 3 ? cancellable : NULL, suggested_cb,
                                  &answers[i]);
  g_cancellable_cancel (cancellable);
  while (!answers[0].done || !answers[1].done || !answers[2].done || !answers[3].done)
    g_main_context_iteration (NULL, TRUE);

  expected = suggest (self, self->fish, -1, 0);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_no_error (answers[i].error);
      g_assert_cmpint (answers[i].found->len, ==, expected->len);
      for (guint j = 0; j < expected->len; j++)
        g_assert_cmpstr (((TelaahCandidate *) answers[i].found->pdata[j])->quote, ==,
                         ((TelaahCandidate *) expected->pdata[j])->quote);
      g_ptr_array_unref (answers[i].found);
    }
  g_assert_error (answers[3].error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_error_free (answers[3].error);
}

int
main (int   argc,
      char *argv[])
{
  static const struct
  {
    const char *path;
    void      (*test) (Harbour *self, gconstpointer data);
  } tests[] = {
    { "/session/suggest/nothing", nothing },
    { "/session/suggest/cold-start", cold_start },
    { "/session/suggest/learnt", learnt },
    { "/session/suggest/below", below },
    { "/session/suggest/refused", refused },
    { "/session/suggest/refused-first", refused_first },
    { "/session/suggest/kept-up", kept_up },
    { "/session/suggest/no-such", no_such },
    { "/session/suggest/in-threads", in_threads },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add (tests[i].path, Harbour, NULL, set_up, tests[i].test, tear_down);

  return g_test_run ();
}
