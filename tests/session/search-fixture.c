/* What tests of searching share: what was found as one text, texts at random, a small project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/search-fixture.h"

#include "store/telaah-index.h"

GPtrArray *
telaah_test_search (TelaahSession             *session,
                    const TelaahSearchRequest *request)
{
  g_autoptr(GError) error = NULL;
  GPtrArray *hits = telaah_session_search (session, request, NULL, &error);

  g_assert_no_error (error);
  return hits;
}

GPtrArray *
telaah_test_look_for (TelaahSession     *session,
                      const char        *words,
                      TelaahSearchFlags  flags)
{
  TelaahSearchRequest request = { words, flags, TELAAH_SCOPE_TEXT, NULL, 0 };

  return telaah_test_search (session, &request);
}

/* A line a hit. */
char *
telaah_test_describe_hits (GPtrArray *hits)
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
void
telaah_test_check_hits (TelaahSession *session,
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

char *
telaah_test_dup_index_path (TelaahSession *session)
{
  return telaah_index_dup_path (telaah_session_get_path (session));
}

void
telaah_test_make_index (TelaahSession *session,
                        gboolean       anew)
{
  g_autoptr(GError) error = NULL;

  telaah_session_index (session, anew, &error);
  g_assert_no_error (error);
  g_assert_true (telaah_session_is_indexed (session));
}

/* ---- Texts ---- */

const char *const telaah_test_forms[] = {
  "manfaat", "memanfaatkan", "Manfaat", "pemanfaatan", "keamanan", "kemanan", "aman", "negara", "negara-negara",
  "negara- negara", "diplomasi", "dïplomasi", "DIPLOMASI", "digital", "data", "warga", "perang", "peran", "privasi",
  "yang", "di", "dan", "kea-\nmanan", "diplo\n\nmasi", "Jum’at", "juru\u00a0bahasa", "kelebihan", "keunggulan", "kabel",
  "laut", "sidang", "juru", "bahasa", "“terbuka”", "pelabuhan", "2024", "3,5", NULL
};

/* Sentences, headings and lists; now and then a stretch without any end. */
char *
telaah_test_make_text (GRand *rand,
                       guint  n_words)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_words; i++)
    {
      const char *after = " ";
      guint kind = g_rand_int_range (rand, 0, 100);
      gboolean endless = i % 6000 > 4500;

      g_string_append (text, telaah_test_forms[g_rand_int_range (rand, 0, G_N_ELEMENTS (telaah_test_forms) - 1)]);
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

TelaahSession *
telaah_test_open_harbour (void)
{
  return telaah_test_project_new ("harbour.telaah", BODY_ONE, BODY_TWO, NULL);
}
