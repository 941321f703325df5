/* Searching a project: the same with an index, without one, and with one that is behind.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "session/search-fixture.h"

/* ---- At random ---- */

static const char *const asked[] = {
  "manfaat", "memanfaatkan", "keamanan", "kemanan", "negara", "\"negara negara\"", "diplomasi", "digital", "diplo*",
  "data", "peran", "\"juru bahasa\"", "\"yang di\"", "kelebihan", "laut", "\"keamanan digital\"", "zzz", "warga",
};

static char *
make_question (GRand *rand,
               guint  depth)
{
  const char *word = asked[g_rand_int_range (rand, 0, G_N_ELEMENTS (asked))];
  g_autofree char *one = NULL, *other = NULL;

  if (depth == 0 || g_rand_int_range (rand, 0, 3) == 0)
    return g_strdup (word);

  one = make_question (rand, depth - 1);
  other = make_question (rand, depth - 1);
  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return g_strdup_printf ("%s OR %s", one, other);

    case 1:
      return g_strdup_printf ("(%s) NOT %s", one, word);

    case 2:
      return g_strdup_printf ("%s NEAR/%d %s", word, g_rand_int_range (rand, 0, 120),
                              asked[g_rand_int_range (rand, 0, G_N_ELEMENTS (asked))]);

    case 3:
      return g_strdup_printf ("(%s NEAR/%d %s) NEAR/20 (%s OR %s)", word,
                              g_rand_int_range (rand, 0, 30), telaah_test_forms[0],
                              asked[g_rand_int_range (rand, 0, G_N_ELEMENTS (asked))], telaah_test_forms[1]);

    default:
      return g_strdup_printf ("(%s) (%s)", one, other);
    }
}

static TelaahSearchFlags
make_flags (GRand *rand)
{
  static const TelaahSearchFlags flags[] = {
    0, TELAAH_SEARCH_FOLD, TELAAH_SEARCH_DEFAULT, TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_FUZZY,
    TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_PARTS, TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_SYNONYMS,
    TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_CLUTTER,
  };

  return flags[g_rand_int_range (rand, 0, G_N_ELEMENTS (flags))];
}

/* Some of the marks are made before the index is, others after. */
static void
change_something (TelaahSession *session,
                  GRand         *rand)
{
  GListModel *sources = telaah_session_get_sources (session);
  g_autofree char *source = g_strdup (
    telaah_test_get_id (sources, g_rand_int_range (rand, 0, g_list_model_get_n_items (sources))));
  guint characters = telaah_source_fields (telaah_session_find_source (session, source))->characters;
  guint start = g_rand_int_range (rand, 0, characters - 1);
  TelaahSpan span = { start, MIN (start + g_rand_int_range (rand, 1, 400), characters) };
  g_autoptr(GError) error = NULL;

  switch (g_rand_int_range (rand, 0, 12))
    {
    case 0:
      {
        g_autofree char *body = telaah_test_make_text (rand, g_rand_int_range (rand, 1, 6000));
        g_autoptr(TelaahText) text = telaah_text_new (g_steal_pointer (&body));

        telaah_session_replace_text (session, source, text, NULL, NULL, &error);
        g_assert_no_error (error);
        break;
      }

    case 1:
      telaah_session_undo (session, NULL);
      break;

    case 2:
      if (g_list_model_get_n_items (sources) > 2)
        telaah_session_remove_source (session, source, NULL);
      break;

    default:
      /* Blanks alone can not be marked. */
      g_free (telaah_session_add_mark (session, source, span, g_rand_int_range (rand, 0, 3) == 0 ? TELAAH_MARK_HEADING
                                                                                              : TELAAH_MARK_CLUTTER,
                                       0, NULL));
    }
}

/* With the index out of the way. */
static char *
describe_without (TelaahSession             *session,
                  const TelaahSearchRequest *request)
{
  g_autofree char *path = telaah_test_dup_index_path (session);
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  g_autoptr(GPtrArray) hits = NULL;

  g_rename (path, away);
  hits = telaah_test_search (session, request);
  g_rename (away, path);

  return telaah_test_describe_hits (hits);
}

/* The first line that only one of them has. */
static void
tell_difference (const char        *words,
                 TelaahSearchFlags  flags,
                 const char        *with,
                 const char        *without)
{
  g_auto(GStrv) one = g_strsplit (with, "\n", -1), other = g_strsplit (without, "\n", -1);
  guint i = 0;

  while (g_strcmp0 (one[i], other[i]) == 0)
    i++;
  g_error ("asked: %s, flags %x, line %u of %u and %u\nwith    %s\nwithout %s", words, flags, i, g_strv_length (one),
           g_strv_length (other), one[i], other[i]);
}

static void
check_random_question (TelaahSession *session,
                       GRand         *rand,
                       guint         *n_found)
{
  g_autofree char *words = make_question (rand, 2);
  TelaahSearchRequest request = { words, make_flags (rand), TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GPtrArray) hits = telaah_test_search (session, &request);
  g_autofree char *with = telaah_test_describe_hits (hits);
  g_autofree char *without = describe_without (session, &request);

  if (strcmp (with, without) != 0)
    tell_difference (words, request.flags, with, without);
  telaah_test_check_hits (session, hits);
  *n_found += hits->len > 0;
}

static void
test_alike (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *one = telaah_test_make_text (rand, 9000), *two = telaah_test_make_text (rand, 3000);
  g_autofree char *three = telaah_test_make_text (rand, 100);
  g_autoptr(TelaahSession) session = telaah_test_project_new ("alike.telaah", one, two, three, NULL);
  g_autofree char *group = telaah_session_set_synonyms (session, NULL, "kelebihan, keunggulan, juru bahasa", NULL);
  guint n_found = 0;

  g_test_message ("seed %u", seed);
  g_assert_nonnull (group);
  for (guint round = 0; round < 10; round++)
    {
      for (guint i = 0; i < 4; i++)
        change_something (session, rand);
      if (round % 3 != 2)
        telaah_test_make_index (session, round == 4);
      for (guint i = 0; i < 2; i++)
        change_something (session, rand);
      for (guint i = 0; i < 15; i++)
        check_random_question (session, rand, &n_found);
    }

  g_assert_cmpuint (n_found, >, 50);
}

/* A sentence that has no end, and words far apart in it: no row of the index has both. */
static void
test_endless (void)
{
  g_autoptr(GString) body = g_string_new ("Awal pelabuhan ");
  g_autoptr(TelaahSession) session = NULL;
  g_autoptr(GPtrArray) hits = NULL, near = NULL;

  for (guint i = 0; i < 5000; i++)
    g_string_append (body, i == 2000 ? "kapal " : i == 150 ? "tali " : "angin, ");
  g_string_append (body, "dermaga");
  session = telaah_test_project_new ("endless.telaah", body->str, NULL);
  telaah_test_make_index (session, FALSE);

  hits = telaah_test_look_for (session, "pelabuhan kapal", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (hits->len, ==, 1);
  near = telaah_test_look_for (session, "tali NEAR/200 pelabuhan", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (near->len, ==, 1);
}

/* ---- Scopes ---- */

static void
test_order_and_limits (void)
{
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  const char *second = telaah_test_get_id (telaah_session_get_sources (session), 1);
  TelaahSearchRequest request = { "pelabuhan", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GPtrArray) all = telaah_test_search (session, &request), some = NULL, of_second = NULL;

  g_assert_cmpuint (all->len, ==, 3);
  telaah_test_check_hits (session, all);
  g_assert_cmpint (((TelaahHit *) all->pdata[0])->level, ==, TELAAH_LEVEL_FOLD);
  g_assert_cmpint (((TelaahHit *) all->pdata[2])->level, ==, TELAAH_LEVEL_EXACT);
  g_assert_cmpstr (((TelaahHit *) all->pdata[2])->source, ==, second);

  request.limit = 2;
  some = telaah_test_search (session, &request);
  g_assert_cmpuint (some->len, ==, 2);

  request = (TelaahSearchRequest) { "pelabuhan", 0, TELAAH_SCOPE_TEXT, second, 0 };
  of_second = telaah_test_search (session, &request);
  g_assert_cmpuint (of_second->len, ==, 2);
}

static void
test_clutter (void)
{
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  const char *second = telaah_test_get_id (telaah_session_get_sources (session), 1);
  g_autofree char *mark = telaah_session_add_mark (session, second, (TelaahSpan) { 0, 21 }, TELAAH_MARK_CLUTTER, 0, NULL);
  g_autoptr(GPtrArray) usual = telaah_test_look_for (session, "pelabuhan", TELAAH_SEARCH_DEFAULT);
  g_autoptr(GPtrArray) all = telaah_test_look_for (session, "pelabuhan", TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_CLUTTER);

  g_assert_nonnull (mark);
  g_assert_cmpuint (usual->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (((TelaahHit *) usual->pdata[1])->span.start, >, 21);
}

static void
test_notes_and_summaries (void)
{
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  const char *first = telaah_test_get_id (telaah_session_get_sources (session), 0);
  g_autofree char *theme = telaah_session_add_theme (session, "Laut", NULL, NULL, NULL, NULL);
  g_autofree char *passage = telaah_test_tag (session, first, 0, 9, theme, NULL);
  g_autofree char *on_passage = telaah_session_add_note (session, passage, "Suratnya di mana?", NULL);
  g_autofree char *on_project = telaah_session_add_note_on (session, "project", NULL, "Cari surat lain.", NULL);
  const char *point = telaah_test_get_id (telaah_session_get_points (session), 0);
  TelaahSearchRequest request = { "surat", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_ALL, NULL, 0 };
  g_autoptr(GPtrArray) all = NULL, of_first = NULL;
  const TelaahHit *hit;

  g_assert_true (telaah_session_set_cell (session, point, first, NULL, "Warga bersurat. 😀 Surat mereka sampai.", NULL));
  all = telaah_test_search (session, &request);
  telaah_test_check_hits (session, all);
  g_assert_cmpuint (all->len, ==, 6);

  hit = all->pdata[2];
  g_assert_cmpint (hit->place, ==, TELAAH_PLACE_NOTE);
  g_assert_cmpstr (hit->source, ==, first);
  g_assert_cmpstr (hit->target, ==, on_passage);
  g_assert_cmpstr (hit->quote, ==, "Suratnya");
  hit = all->pdata[3];
  g_assert_null (hit->source);
  g_assert_cmpstr (hit->target, ==, on_project);
  hit = all->pdata[5];
  g_assert_cmpint (hit->place, ==, TELAAH_PLACE_SUMMARY);
  g_assert_cmpstr (hit->target, ==, point);
  g_assert_cmpuint (hit->span.start, ==, 18);

  request.source = first;
  of_first = telaah_test_search (session, &request);
  g_assert_cmpuint (of_first->len, ==, 4);
}

/* ---- What goes wrong ---- */

static void
test_wrong_requests (void)
{
  static const struct
  {
    const char        *words;
    TelaahSearchFlags  flags;
    const char        *source;
    gboolean           no_source;
  } cases[] = {
    { "(", TELAAH_SEARCH_REGEX },
    { "", 0 },
    { "NOT negara", TELAAH_SEARCH_DEFAULT },
    { "\xff", 0 },
    { "surat", 0, "none", TRUE },
  };
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      TelaahSearchRequest request = { cases[i].words, cases[i].flags, TELAAH_SCOPE_TEXT, cases[i].source, 0 };
      g_autoptr(GError) error = NULL;

      g_assert_null (telaah_session_search (session, &request, NULL, &error));
      if (cases[i].no_source)
        g_assert_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND);
      else
        g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT);
      telaah_test_assert_sentence (error);
    }
}

static void
test_cancelled (void)
{
  g_autoptr(TelaahSession) session = telaah_test_open_harbour ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  TelaahSearchRequest request = { "surat", 0, TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (telaah_session_search (session, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/session/search/alike", test_alike);
  g_test_add_func ("/session/search/endless", test_endless);
  g_test_add_func ("/session/search/order-and-limits", test_order_and_limits);
  g_test_add_func ("/session/search/clutter", test_clutter);
  g_test_add_func ("/session/search/notes-and-summaries", test_notes_and_summaries);
  g_test_add_func ("/session/search/wrong-requests", test_wrong_requests);
  g_test_add_func ("/session/search/cancelled", test_cancelled);

  return g_test_run ();
}
