/* Searching a project: the same with an index, without one, and with one that is behind; live, overtaken, and where the
 * index is not what it should be.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gstdio.h>

#include "session/telaah-search.h"
#include "store/telaah-index.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* ---- What was found ---- */

static GPtrArray *
search (TelaahSession             *session,
        const TelaahSearchRequest *request)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *hits = telaah_session_search (session, request, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

static GPtrArray *
look_for (TelaahSession     *session,
          const char        *words,
          TelaahSearchFlags  flags)
{
  TelaahSearchRequest request = { words, flags, TELAAH_SCOPE_TEXT, NULL, 0 };

  return search (session, &request);
}

/* A line a hit. */
static char *
describe (GPtrArray *hits)
{
  GString *all = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      const TelaahHit *hit = hits->pdata[i];

      g_string_append_printf (all, "%s %s %s %u-%u of %u-%u %s \"%s\"", telaah_place_to_string (hit->place),
                              hit->source != NULL ? hit->source : "-", hit->target != NULL ? hit->target : "-",
                              hit->span.start, hit->span.end, hit->sentence.start, hit->sentence.end,
                              telaah_level_to_string (hit->level), hit->quote);
      for (guint k = 0; k < hit->n_parts; k++)
        g_string_append_printf (all, " %u-%u", hit->parts[k].start, hit->parts[k].end);
      g_string_append_c (all, '\n');
    }

  return g_string_free (all, FALSE);
}

/* What it quotes stands there, and all of it lies in order. */
static void
check_hits (TelaahSession *session,
            GPtrArray     *hits)
{
  for (guint i = 0; i < hits->len; i++)
    {
      const TelaahHit *hit = hits->pdata[i];
      g_autoptr(TelaahText) text = NULL;
      g_autofree char *quote = NULL;

      g_assert_cmpuint (hit->n_parts, >, 0);
      g_assert_cmpuint (hit->parts[0].start, ==, hit->span.start);
      g_assert_cmpuint (hit->sentence.start, <=, hit->span.start);
      g_assert_cmpuint (hit->sentence.end, >=, hit->span.end);
      if (hit->place != TELAAH_PLACE_TEXT)
        continue;

      text = telaah_session_dup_text (session, hit->source, NULL);
      quote = telaah_text_dup_slice (text, hit->span);
      g_assert_cmpstr (hit->quote, ==, quote);
    }
}

static char *
dup_index_path (TelaahSession *session)
{
  return telaah_index_dup_path (telaah_session_get_path (session));
}

static void
make_index (TelaahSession *session,
            gboolean       anew)
{
  g_autoptr(GError) error = NULL;

  telaah_session_index (session, anew, &error);
  g_assert_no_error (error);
  g_assert_true (telaah_session_is_indexed (session));
}

/* ---- Texts and questions at random ---- */

static const char *const forms[] = {
  "manfaat", "memanfaatkan", "Manfaat", "pemanfaatan", "keamanan", "kemanan", "aman", "negara", "negara-negara",
  "negara- negara", "diplomasi", "dïplomasi", "DIPLOMASI", "digital", "data", "warga", "perang", "peran", "privasi",
  "yang", "di", "dan", "kea-\nmanan", "diplo\n\nmasi", "Jum’at", "juru\u00a0bahasa", "kelebihan", "keunggulan", "kabel",
  "laut", "sidang", "juru", "bahasa", "“terbuka”", "pelabuhan", "2024", "3,5",
};

static const char *const asked[] = {
  "manfaat", "memanfaatkan", "keamanan", "kemanan", "negara", "\"negara negara\"", "diplomasi", "digital", "diplo*",
  "data", "peran", "\"juru bahasa\"", "\"yang di\"", "kelebihan", "laut", "\"keamanan digital\"", "zzz", "warga",
};

/* Sentences, headings and lists; now and then a stretch without any end. */
static char *
make_text (GRand *rand,
           guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      const char *after = " ";
      guint kind = g_rand_int_range (rand, 0, 100);
      gboolean endless = i % 6000 > 4500;

      g_string_append (text, forms[g_rand_int_range (rand, 0, G_N_ELEMENTS (forms))]);
      if (!endless && kind < 7)
        after = kind < 5 ? ". " : ".\n\n";
      else if (kind < 12)
        after = kind < 11 ? ", " : "; ";
      else if (!endless && kind < 15)
        after = kind < 13 ? "\n\n" : kind < 14 ? "\n- " : "?\n";
      else if (kind < 17)
        after = "  ";
      g_string_append (text, after);
    }

  return g_string_free (text, FALSE);
}

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
      return g_strdup_printf ("(%s NEAR/%d %s) NEAR/20 (%s OR %s)", word, g_rand_int_range (rand, 0, 30), forms[0],
                              asked[g_rand_int_range (rand, 0, G_N_ELEMENTS (asked))], forms[1]);

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
        g_autofree char *body = make_text (rand, g_rand_int_range (rand, 1, 6000));
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
  g_autofree char *path = dup_index_path (session);
  g_autofree char *away = g_strconcat (path, ".away", NULL);
  g_autoptr(GPtrArray) hits = NULL;

  g_rename (path, away);
  hits = search (session, request);
  g_rename (away, path);

  return describe (hits);
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
  g_autoptr(GPtrArray) hits = search (session, &request);
  g_autofree char *with = describe (hits);
  g_autofree char *without = describe_without (session, &request);

  if (strcmp (with, without) != 0)
    tell_difference (words, request.flags, with, without);
  check_hits (session, hits);
  *n_found += hits->len > 0;
}

static void
test_alike (void)
{
  guint32 seed = g_test_rand_int ();
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
  g_autofree char *one = make_text (rand, 9000), *two = make_text (rand, 3000), *three = make_text (rand, 100);
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
        make_index (session, round == 4);
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
  make_index (session, FALSE);

  hits = look_for (session, "pelabuhan kapal", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (hits->len, ==, 1);
  near = look_for (session, "tali NEAR/200 pelabuhan", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (near->len, ==, 1);
}

/* ---- Scopes ---- */

#define BODY_ONE "Pelabuhan lama ditutup. Warga menulis surat kepada kepala desa.\n"
#define BODY_TWO "IKLAN pelabuhan murah\n\nKapal datang dari pelabuhan timur. Surat itu tidak dijawab.\n"

static TelaahSession *
open_harbour (void)
{
  return telaah_test_project_new ("harbour.telaah", BODY_ONE, BODY_TWO, NULL);
}

static void
test_order_and_limits (void)
{
  g_autoptr(TelaahSession) session = open_harbour ();
  const char *second = telaah_test_get_id (telaah_session_get_sources (session), 1);
  TelaahSearchRequest request = { "pelabuhan", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GPtrArray) all = search (session, &request), some = NULL, of_second = NULL;

  g_assert_cmpuint (all->len, ==, 3);
  check_hits (session, all);
  g_assert_cmpint (((TelaahHit *) all->pdata[0])->level, ==, TELAAH_LEVEL_FOLD);
  g_assert_cmpint (((TelaahHit *) all->pdata[2])->level, ==, TELAAH_LEVEL_EXACT);
  g_assert_cmpstr (((TelaahHit *) all->pdata[2])->source, ==, second);

  request.limit = 2;
  some = search (session, &request);
  g_assert_cmpuint (some->len, ==, 2);

  request = (TelaahSearchRequest) { "pelabuhan", 0, TELAAH_SCOPE_TEXT, second, 0 };
  of_second = search (session, &request);
  g_assert_cmpuint (of_second->len, ==, 2);
}

static void
test_clutter (void)
{
  g_autoptr(TelaahSession) session = open_harbour ();
  const char *second = telaah_test_get_id (telaah_session_get_sources (session), 1);
  g_autofree char *mark = telaah_session_add_mark (session, second, (TelaahSpan) { 0, 21 }, TELAAH_MARK_CLUTTER, 0, NULL);
  g_autoptr(GPtrArray) usual = look_for (session, "pelabuhan", TELAAH_SEARCH_DEFAULT);
  g_autoptr(GPtrArray) all = look_for (session, "pelabuhan", TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_CLUTTER);

  g_assert_nonnull (mark);
  g_assert_cmpuint (usual->len, ==, 2);
  g_assert_cmpuint (all->len, ==, 3);
  g_assert_cmpuint (((TelaahHit *) usual->pdata[1])->span.start, >, 21);
}

static void
test_notes_and_summaries (void)
{
  g_autoptr(TelaahSession) session = open_harbour ();
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
  all = search (session, &request);
  check_hits (session, all);
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
  of_first = search (session, &request);
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
  g_autoptr(TelaahSession) session = open_harbour ();

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
  g_autoptr(TelaahSession) session = open_harbour ();
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  TelaahSearchRequest request = { "surat", 0, TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_null (telaah_session_search (session, &request, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* The index is up to date after it was made, behind after a change of text, and knows the text again after an undo. */
static void
test_in_step (void)
{
  g_autoptr(TelaahSession) session = open_harbour ();
  const char *first = telaah_test_get_id (telaah_session_get_sources (session), 0);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Pelabuhan baru dibuka.\n"));
  g_autoptr(GPtrArray) before = NULL, after = NULL;

  g_assert_false (telaah_session_is_indexed (session));
  make_index (session, FALSE);
  telaah_test_does (session, telaah_session_replace_text (session, first, text, NULL, NULL, &fault));
  g_assert_false (telaah_session_is_indexed (session));
  before = look_for (session, "dibuka", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (before->len, ==, 1);

  make_index (session, FALSE);
  after = look_for (session, "dibuka", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (after->len, ==, 1);
  telaah_test_does (session, telaah_session_undo (session, &fault));
  g_assert_true (telaah_session_is_indexed (session));
  make_index (session, TRUE);
}

typedef void (*Damage) (const char *path);

static void
write_noise (const char *path)
{
  g_assert_true (g_file_set_contents (path, "Ini bukan basis data, melainkan sebaris tulisan.\n", -1, NULL));
}

static void
cut (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  g_assert_true (g_file_set_contents (path, contents, length / 2, NULL));
}

static void
empty (const char *path)
{
  g_assert_true (g_file_set_contents (path, "", 0, NULL));
}

static void
scratch (const char *path)
{
  g_autofree char *contents = NULL;
  gsize length;

  g_assert_true (g_file_get_contents (path, &contents, &length, NULL));
  for (gsize i = 8192; i < length; i++)
    contents[i] = 'x';
  g_assert_true (g_file_set_contents (path, contents, length, NULL));
}

static void
age (const char *path)
{
  telaah_test_run_sql (path, "PRAGMA user_version = 9999");
}

static void
other_rules (const char *path)
{
  telaah_test_run_sql (path, "UPDATE body SET stamp = 'of long ago'");
}

static void
test_damaged (gconstpointer data)
{
  Damage damage = (Damage) data;
  g_autoptr(TelaahSession) session = open_harbour ();
  g_autofree char *path = dup_index_path (session);
  g_autoptr(TelaahSession) later = NULL;
  g_autoptr(GPtrArray) before = look_for (session, "surat", TELAAH_SEARCH_DEFAULT), without = NULL, after = NULL;
  g_autofree char *is = describe (before), *still = NULL, *again = NULL;

  g_assert_cmpuint (before->len, ==, 2);
  make_index (session, FALSE);
  later = telaah_test_reopen (session);
  g_clear_object (&session);
  damage (path);

  without = look_for (later, "surat", TELAAH_SEARCH_DEFAULT);
  still = describe (without);
  telaah_test_assert_text (still, is);
  g_assert_false (telaah_session_is_indexed (later));

  make_index (later, FALSE);
  after = look_for (later, "surat", TELAAH_SEARCH_DEFAULT);
  again = describe (after);
  telaah_test_assert_text (again, is);
}

/* A file where the folder should be, which stops root as well. */
static void
test_no_cache (void)
{
  g_autoptr(TelaahSession) session = open_harbour ();
  g_autofree char *path = dup_index_path (session);
  g_autofree char *folder = g_path_get_dirname (path);
  g_autofree char *above = g_path_get_dirname (folder);
  g_autoptr(GPtrArray) hits = NULL;
  g_autoptr(GError) error = NULL;

  g_assert_cmpint (g_mkdir_with_parents (above, 0700), ==, 0);
  g_assert_true (g_file_set_contents (folder, "", 0, NULL));
  hits = look_for (session, "surat", TELAAH_SEARCH_DEFAULT);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_false (telaah_session_index (session, FALSE, &error));
  g_assert_error (error, TELAAH_INDEX_ERROR, TELAAH_INDEX_ERROR_FAILED);
  telaah_test_assert_sentence (error);
  g_assert_false (telaah_session_is_indexed (session));
}

/* ---- In a thread ---- */

typedef struct
{
  gint64   done;
  gint64   all;
  gboolean finished;
} Making;

static void
progress_cb (goffset  done,
             goffset  all,
             gpointer user_data)
{
  Making *making = user_data;

  g_assert_false (making->finished);
  g_assert_cmpint (done, >=, making->done);
  making->done = done;
  making->all = all;
}

static void
indexed_cb (GObject      *object,
            GAsyncResult *result,
            gpointer      user_data)
{
  Making *making = user_data;
  g_autoptr(GError) error = NULL;

  g_assert_true (telaah_session_index_finish (TELAAH_SESSION (object), result, &error));
  g_assert_no_error (error);
  making->finished = TRUE;
}

static void
test_index_async (void)
{
  TelaahSession *session = open_harbour ();
  Making making = { 0 };

  telaah_session_index_async (session, FALSE, progress_cb, &making, NULL, indexed_cb, &making);
  while (!making.finished)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (making.all, ==, strlen (BODY_ONE BODY_TWO));
  g_assert_cmpint (making.done, ==, making.all);
  g_assert_true (telaah_session_is_indexed (session));
  telaah_test_let_go (session);
}

/* What is found does not depend on how far the index is. */
static void
test_while_indexing (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  g_autofree char *one = make_text (rand, 25000), *two = make_text (rand, 25000), *three = make_text (rand, 25000);
  TelaahSession *session = telaah_test_project_new ("growing.telaah", one, two, three, NULL);
  g_autoptr(GPtrArray) before = look_for (session, "\"juru bahasa\" privasi", TELAAH_SEARCH_DEFAULT);
  g_autofree char *expected = describe (before);
  Making making = { 0 };
  guint n = 0;

  g_assert_cmpuint (before->len, >, 10);
  telaah_session_index_async (session, FALSE, NULL, NULL, NULL, indexed_cb, &making);
  for (; !making.finished; n++)
    {
      g_autoptr(GPtrArray) hits = look_for (session, "\"juru bahasa\" privasi", TELAAH_SEARCH_DEFAULT);
      g_autofree char *found = describe (hits);

      telaah_test_assert_text (found, expected);
      g_main_context_iteration (NULL, FALSE);
    }

  g_assert_cmpuint (n, >, 1);
  telaah_test_let_go (session);
}

static void
cancelled_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr(GError) error = NULL;

  g_assert_false (telaah_session_index_finish (TELAAH_SESSION (object), result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  *(gboolean *) user_data = TRUE;
}

static void
test_indexing_cancelled (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (12);
  g_autofree char *body = make_text (rand, 80000);
  TelaahSession *session = telaah_test_project_new ("cancelled.telaah", body, BODY_ONE, NULL);
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  gboolean finished = FALSE;

  telaah_session_index_async (session, FALSE, NULL, NULL, cancellable, cancelled_cb, &finished);
  telaah_test_spin (10);
  g_cancellable_cancel (cancellable);
  while (!finished)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (telaah_session_is_indexed (session));
  make_index (session, FALSE);
  telaah_test_let_go (session);
}

typedef struct
{
  guint n_restarted;
  guint n_added;
  guint n_done;
} Heard;

static void
restarted_cb (TelaahSearch *live,
              Heard        *heard)
{
  g_assert_cmpuint (telaah_search_get_hits (live)->len, ==, 0);
  *heard = (Heard) { heard->n_restarted + 1, 0, 0 };
}

static void
added_cb (TelaahSearch *live,
          guint         first,
          guint         n,
          Heard        *heard)
{
  g_assert_cmpuint (heard->n_done, ==, 0);
  g_assert_cmpuint (first, ==, heard->n_added);
  g_assert_cmpuint (n, >, 0);
  heard->n_added += n;
  g_assert_cmpuint (telaah_search_get_hits (live)->len, ==, heard->n_added);
}

static void
done_cb (TelaahSearch *live,
         Heard        *heard)
{
  g_assert_false (telaah_search_is_busy (live));
  heard->n_done++;
}

static TelaahSearch *
make_live (TelaahSession *session,
           Heard         *heard)
{
  TelaahSearch *live = telaah_search_new (session);

  g_signal_connect (live, "restarted", G_CALLBACK (restarted_cb), heard);
  g_signal_connect (live, "added", G_CALLBACK (added_cb), heard);
  g_signal_connect (live, "done", G_CALLBACK (done_cb), heard);

  return live;
}

static void
wait_for (Heard *heard)
{
  while (heard->n_done == 0)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_live (void)
{
  TelaahSession *session = open_harbour ();
  Heard heard = { 0 };
  g_autoptr(TelaahSearch) live = make_live (session, &heard);
  TelaahSearchRequest request = { "surat", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };
  g_autoptr(GPtrArray) at_once = search (session, &request), kept = NULL;
  g_autofree char *expected = describe (at_once), *found = NULL;

  telaah_search_run (live, &request);
  g_assert_true (telaah_search_is_busy (live));
  wait_for (&heard);
  found = describe (telaah_search_get_hits (live));
  telaah_test_assert_text (found, expected);
  g_assert_null (telaah_search_get_message (live));

  /* Whoever has kept the hits keeps them. */
  kept = g_ptr_array_ref (telaah_search_get_hits (live));
  request.words = "tiada";
  telaah_search_run (live, &request);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 0);
  g_assert_cmpuint (kept->len, ==, 2);

  request.words = "(";
  request.flags = TELAAH_SEARCH_REGEX;
  telaah_search_run (live, &request);
  g_assert_cmpuint (heard.n_done, ==, 1);
  g_assert_nonnull (telaah_search_get_message (live));
  g_assert_false (telaah_search_is_busy (live));

  g_clear_object (&live);
  telaah_test_let_go (session);
}

/* A text that takes a while, asked for again and again: the last question alone is answered, and soon. */
static void
test_overtaken (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (5);
  g_autofree char *body = make_text (rand, 200000);
  TelaahSession *session = telaah_test_project_new ("long.telaah", body, BODY_ONE, NULL);
  const char *second = telaah_test_get_id (telaah_session_get_sources (session), 1);
  TelaahSearchRequest slow = { "manfaat", TELAAH_SEARCH_DEFAULT | TELAAH_SEARCH_FUZZY, TELAAH_SCOPE_TEXT, NULL, 0 };
  TelaahSearchRequest quick = { "desa", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, second, 0 };
  Heard heard = { 0 };
  TelaahSearch *live = make_live (session, &heard);

  for (guint i = 0; i < 20; i++)
    {
      telaah_search_run (live, &slow);
      telaah_test_spin (g_test_rand_int_range (0, 30));
    }
  g_assert_cmpuint (heard.n_restarted, ==, 20);

  telaah_search_run (live, &quick);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 1);
  telaah_test_spin (50);
  g_assert_cmpuint (telaah_search_get_hits (live)->len, ==, 1);
  g_assert_cmpuint (heard.n_done, ==, 1);

  /* Stopped, it says nothing more; let go of in the middle of its work, it goes. */
  telaah_search_run (live, &slow);
  telaah_search_stop (live);
  telaah_test_spin (100);
  g_assert_cmpuint (heard.n_done, ==, 0);
  g_assert_false (telaah_search_is_busy (live));
  telaah_search_run (live, &slow);
  telaah_test_spin (20);
  g_object_unref (live);
  telaah_test_let_go (session);
}

/* What has just been written is found, whoever wrote it. */
static void
test_follows (void)
{
  TelaahSession *session = open_harbour ();
  const char *first = telaah_test_get_id (telaah_session_get_sources (session), 0);
  g_autoptr(TelaahSession) other = telaah_test_reopen (session);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("Pelabuhan baru dibuka.\n"));
  TelaahSearchRequest request = { "dibuka", TELAAH_SEARCH_DEFAULT, TELAAH_SCOPE_TEXT, NULL, 0 };
  Heard heard = { 0 };
  g_autoptr(TelaahSearch) live = make_live (session, &heard);

  make_index (session, FALSE);
  telaah_search_run (live, &request);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 0);

  telaah_test_does (other, telaah_session_replace_text (other, first, text, NULL, NULL, &fault));
  telaah_test_does (session, telaah_session_catch_up (session, &fault));
  telaah_search_run (live, &request);
  wait_for (&heard);
  g_assert_cmpuint (heard.n_added, ==, 1);

  g_clear_object (&live);
  telaah_test_let_go (session);
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
  g_test_add_func ("/session/search/in-step", test_in_step);
  g_test_add_data_func ("/session/search/damaged/noise", write_noise, test_damaged);
  g_test_add_data_func ("/session/search/damaged/cut", cut, test_damaged);
  g_test_add_data_func ("/session/search/damaged/empty", empty, test_damaged);
  g_test_add_data_func ("/session/search/damaged/scratched", scratch, test_damaged);
  g_test_add_data_func ("/session/search/damaged/other-version", age, test_damaged);
  g_test_add_data_func ("/session/search/damaged/other-rules", other_rules, test_damaged);
  g_test_add_func ("/session/search/no-cache", test_no_cache);
  g_test_add_func ("/session/search/index-async", test_index_async);
  g_test_add_func ("/session/search/while-indexing", test_while_indexing);
  g_test_add_func ("/session/search/indexing-cancelled", test_indexing_cancelled);
  g_test_add_func ("/session/search/live", test_live);
  g_test_add_func ("/session/search/overtaken", test_overtaken);
  g_test_add_func ("/session/search/follows", test_follows);

  return g_test_run ();
}
