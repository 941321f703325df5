/* Verbs at random on the comparison: outlines, points, evidence, links.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/random-verbs.h"

#include "support/telaah-test-session.h"

/* The id of an outline entry: telaah_test_get_id() knows the other kinds. */
static char *
pick_outline (TelaahSession *session,
              GRand         *rand)
{
  GListModel *outlines = telaah_session_get_outlines (session);
  g_autoptr(TelaahOutlineEntry) entry =
    g_list_model_get_item (outlines, g_rand_int_range (rand, 0, g_list_model_get_n_items (outlines)));

  return g_strdup (telaah_random_seldom (rand, 40) ? "tidak ada" : telaah_outline_entry_fields (entry)->id);
}

gboolean
telaah_random_outline (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *outline = pick_outline (session, rand);
  g_autofree char *title = telaah_random_word (rand);
  g_autofree char *id = NULL;

  switch (g_rand_int_range (rand, 0, 5))
    {
    case 0:
      id = telaah_session_add_outline (session, title, telaah_random_seldom (rand, 2), error);
      return id != NULL;
    case 1:
      return telaah_session_set_outline_title (session, outline, title, error);
    case 2:
      return telaah_session_set_follows (session, outline, telaah_random_seldom (rand, 2), error);
    case 3:
      if (telaah_random_seldom (rand, 3))
        return telaah_session_remove_outline (session, outline, error);
      G_GNUC_FALLTHROUGH;
    default:
      return telaah_session_set_outline (session, outline, error);
    }
}

gboolean
telaah_random_points (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = telaah_random_pick (telaah_session_get_points (session), rand);
  g_autofree char *other = telaah_random_pick (telaah_session_get_points (session), rand);
  g_autofree char *first = telaah_random_pick (telaah_session_get_themes (session), rand);
  g_autofree char *second = telaah_random_pick (telaah_session_get_themes (session), rand);
  g_autofree char *both = g_strconcat (first, " ", second, NULL);
  g_autofree char *question = telaah_random_word (rand);
  const char *const points[] = { other, NULL };
  const char *const themes[] = { first, NULL };
  const char *const pairs[] = { "themes", both, "question", question, "coder", telaah_random_seldom (rand, 3) ? "Sari" : "",
                                NULL };

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return telaah_session_merge_points (session, point, points, error);
    case 1:
      return telaah_session_add_points_of_themes (session, themes, telaah_random_seldom (rand, 2) ? point : NULL, error);
    default:
      return telaah_session_describe_point (session, point, pairs, error);
    }
}

gboolean
telaah_random_hide (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = telaah_random_pick (telaah_session_get_points (session), rand);
  g_autofree char *source = telaah_random_pick (telaah_session_get_sources (session), rand);
  const char *const targets[] = { telaah_random_seldom (rand, 2) ? point : source, NULL };

  return telaah_session_set_hidden (session, targets, !telaah_random_seldom (rand, 3), error);
}

gboolean
telaah_random_evidence (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = telaah_random_pick (telaah_session_get_points (session), rand);
  g_autofree char *source = telaah_random_pick (telaah_session_get_sources (session), rand);
  g_autofree char *passage = telaah_random_pick (telaah_session_get_passages (session, source), rand);
  g_autofree char *before = telaah_random_pick (telaah_session_get_passages (session, source), rand);

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return telaah_session_move_evidence (session, point, passage, before, error);
    case 1:
      return telaah_session_sort_evidence (session, point, source, error);
    default:
      return telaah_session_set_evidence (session, point, passage, g_rand_int_range (rand, 0, 3), error);
    }
}

gboolean
telaah_random_link (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = telaah_random_pick (telaah_session_get_points (session), rand);
  g_autofree char *source = telaah_random_pick (telaah_session_get_sources (session), rand);
  g_autofree char *passage = telaah_random_pick (telaah_session_get_passages (session, source), rand);
  g_autofree char *word = telaah_random_word (rand);
  g_autofree char *id = NULL;
  guint start = g_rand_int_range (rand, 0, 4);
  TelaahLinkFields link = { .point = point, .source = source, .passage = passage, .kind = TELAAH_LINK_SUMMARY,
                            .span = { start, start + g_rand_int_range (rand, 0, 4) } };
  g_autoptr(GPtrArray) links = telaah_session_dup_links (session, point, source);

  if (links->len > 0 && telaah_random_seldom (rand, 4))
    return telaah_session_remove_link (session, telaah_link_fields (links->pdata[0])->id, error);
  if (telaah_random_seldom (rand, 3))
    return telaah_session_insert_quote (session, point, source, TELAAH_LINK_SUMMARY, start, word, passage, error);
  if (telaah_random_seldom (rand, 3))
    link = (TelaahLinkFields) { .point = point, .cited = source, .kind = TELAAH_LINK_SIMILARITIES };

  id = telaah_session_add_link (session, &link, error);
  return id != NULL;
}

gboolean
telaah_random_judge (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = telaah_random_pick (telaah_session_get_points (session), rand);
  g_autofree char *source = telaah_random_pick (telaah_session_get_sources (session), rand);
  g_autofree char *word = telaah_random_word (rand);

  if (telaah_random_seldom (rand, 2))
    return telaah_session_set_translation (session, point, source, word, error);

  return telaah_session_judge_proposal (session, point, source, telaah_random_seldom (rand, 2), error);
}

gboolean
telaah_random_find (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *theme = telaah_random_pick (telaah_session_get_themes (session), rand);
  g_autofree char *source = telaah_random_pick (telaah_session_get_sources (session), rand);
  g_autofree char *group = telaah_random_pick (telaah_session_get_synonyms (session), rand);
  g_autofree char *word = telaah_random_word (rand), *other = telaah_random_word (rand);
  g_autofree char *words = g_strjoin (",", word, other, NULL), *id = NULL;
  const char *const themes[] = { theme, NULL };
  guint start = g_rand_int_range (rand, 0, 9);

  switch (g_rand_int_range (rand, 0, 6))
    {
    case 0:
      return telaah_session_offer_again (session, themes, source, error);
    case 1:
    case 2:
      id = telaah_session_set_synonyms (session, telaah_random_seldom (rand, 2) ? NULL : group, words, error);
      return id != NULL;
    default:
      return telaah_session_refuse (session, themes, source, (TelaahSpan) { start, start + 3 },
                                    !telaah_random_seldom (rand, 3), error);
    }
}
