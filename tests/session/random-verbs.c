/* Verbs at random: most of them fit the project as it is, a few do not.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/random-verbs.h"

#include "formats/telaah-outline-format.h"
#include "support/telaah-test-session.h"

/* One time in so many. */
gboolean
telaah_random_seldom (GRand *rand,
                      guint  n)
{
  return g_rand_int_range (rand, 0, n) == 0;
}

/* An id out of a list, to free; now and then NULL or one that is not there. */
char *
telaah_random_pick (GListModel *list,
                    GRand      *rand)
{
  guint n = g_list_model_get_n_items (list);

  if (n == 0 || telaah_random_seldom (rand, 40))
    return g_strdup ("00000000-0000-4000-8000-000000000000");

  return g_strdup (telaah_test_get_id (list, g_rand_int_range (rand, 0, n)));
}

static char *
pick_source (TelaahSession *session,
             GRand         *rand)
{
  return telaah_random_pick (telaah_session_get_sources (session), rand);
}

static char *
pick_theme (TelaahSession *session,
            GRand         *rand)
{
  return telaah_random_pick (telaah_session_get_themes (session), rand);
}

static char *
pick_point (TelaahSession *session,
            GRand         *rand)
{
  return telaah_random_pick (telaah_session_get_points (session), rand);
}

static char *
pick_passage (TelaahSession *session,
              GRand         *rand)
{
  g_autofree char *source = pick_source (session, rand);

  return telaah_random_pick (telaah_session_get_passages (session, source), rand);
}

char *
telaah_random_word (GRand *rand)
{
  static const char *const words[] = {
    "", "Peran", "Tantangan", "Manfaat", "naïf", "😀", "kata lain", "Ḿ̃", "titik “koma”", "tab\tulasi",
  };

  return g_strdup_printf ("%s %u", words[g_rand_int_range (rand, 0, G_N_ELEMENTS (words))],
                          g_rand_int_range (rand, 0, 20));
}

/* Mostly inside the text, sometimes on a passage that is there, sometimes out of bounds. */
static TelaahSpan
pick_span (TelaahSession *session,
           const char    *source,
           GRand         *rand)
{
  TelaahSource *item = telaah_session_find_source (session, source);
  guint length = item != NULL ? telaah_source_fields (item)->characters : 10;
  guint start = g_rand_int_range (rand, 0, length + 1);

  return (TelaahSpan) { start, start + g_rand_int_range (rand, 0, 6) };
}

static gboolean
tag (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);
  g_autofree char *first = pick_theme (session, rand);
  g_autofree char *second = pick_theme (session, rand);
  g_autofree char *note = telaah_random_seldom (rand, 4) ? telaah_random_word (rand) : NULL;
  const char *const themes[] = { first, telaah_random_seldom (rand, 3) ? second : NULL, NULL };
  const char *coder = telaah_random_seldom (rand, 3) ? "Sari" : NULL;
  TelaahTagging taggings[] = {
    { source, pick_span (session, source, rand), themes, note, coder },
    { source, pick_span (session, source, rand), themes, NULL, NULL },
  };
  g_autoptr(GPtrArray) ids = telaah_session_tag_all (session, taggings, telaah_random_seldom (rand, 4) ? 2 : 1, error);

  return ids != NULL;
}

static gboolean
untag (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *passage = pick_passage (session, rand);
  TelaahPassage *item = telaah_session_find_passage (session, passage);
  g_autofree char *theme = item != NULL ? g_strdup (telaah_passage_fields (item)->themes[0]) : NULL;
  const char *const themes[] = { theme, NULL };

  return telaah_session_untag (session, passage, theme != NULL && !telaah_random_seldom (rand, 3) ? themes : NULL, error);
}

static gboolean
move_passage (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);
  g_autofree char *passage = telaah_random_pick (telaah_session_get_passages (session, source), rand);

  return telaah_session_move_passage (session, passage, pick_span (session, source, rand), error);
}

static gboolean
add_note (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *passage = pick_passage (session, rand);
  g_autofree char *name = telaah_random_word (rand);
  g_autofree char *text = g_strconcat (name, "\nbaris kedua", NULL);
  g_autofree char *id = telaah_session_add_note (session, passage, text, error);

  return id != NULL;
}

static gboolean
set_note (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *passage = pick_passage (session, rand);
  TelaahPassage *item = telaah_session_find_passage (session, passage);
  GPtrArray *notes = item != NULL ? telaah_passage_get_notes (item) : NULL;
  g_autofree char *note = notes != NULL ? g_strdup (telaah_note_fields (notes->pdata[0])->id) : g_strdup ("none");
  g_autofree char *text = telaah_random_seldom (rand, 2) ? g_strdup ("") : telaah_random_word (rand);

  return telaah_session_set_note (session, note, text, error);
}

static gboolean
add_theme (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *parent = telaah_random_seldom (rand, 2) ? pick_theme (session, rand) : NULL;
  g_autofree char *name = telaah_random_word (rand);
  const char *color = telaah_random_seldom (rand, 5) ? "#123456" : NULL;
  g_autofree char *id = telaah_session_add_theme (session, name, parent, color, NULL, error);

  return id != NULL;
}

static gboolean
set_theme (TelaahSession *session, GRand *rand, GError **error)
{
  static const char *const keys[] = { "name", "color", "description", "digit" };
  g_autofree char *theme = pick_theme (session, rand);
  g_autofree char *value = telaah_random_word (rand);
  guint key = g_rand_int_range (rand, 0, G_N_ELEMENTS (keys));

  return telaah_session_set_theme (session, theme, keys[key], key == 1 ? NULL : key == 3 ? "3" : value, error);
}

static gboolean
move_theme (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *theme = pick_theme (session, rand);
  g_autofree char *parent = telaah_random_seldom (rand, 2) ? pick_theme (session, rand) : NULL;
  g_autofree char *before = telaah_random_seldom (rand, 2) ? pick_theme (session, rand) : NULL;

  return telaah_session_move_theme (session, theme, parent, before, error);
}

static gboolean
remove_theme (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *theme = pick_theme (session, rand);

  return telaah_session_remove_theme (session, theme, error);
}

static gboolean
add_point (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *title = telaah_random_word (rand);
  g_autofree char *theme = telaah_random_seldom (rand, 2) ? pick_theme (session, rand) : NULL;
  g_autofree char *parent = telaah_random_seldom (rand, 2) ? pick_point (session, rand) : NULL;
  g_autofree char *id = telaah_session_add_point (session, title, theme, parent, !telaah_random_seldom (rand, 3), error);

  return id != NULL;
}

static gboolean
set_point (TelaahSession *session, GRand *rand, GError **error)
{
  static const char *const keys[] = { "title", "similarities", "differences" };
  g_autofree char *point = pick_point (session, rand);
  g_autofree char *value = telaah_random_word (rand);

  return telaah_session_set_point (session, point, keys[g_rand_int_range (rand, 0, 3)], value, error);
}

static gboolean
move_point (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = pick_point (session, rand);
  g_autofree char *parent = telaah_random_seldom (rand, 2) ? pick_point (session, rand) : NULL;
  g_autofree char *before = telaah_random_seldom (rand, 2) ? pick_point (session, rand) : NULL;

  return telaah_session_move_point (session, point, parent, before, error);
}

static gboolean
remove_point (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = pick_point (session, rand);

  return telaah_session_remove_point (session, point, error);
}

static gboolean
set_cell (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = pick_point (session, rand);
  g_autofree char *source = pick_source (session, rand);
  g_autofree char *summary = telaah_random_seldom (rand, 2) ? telaah_random_word (rand) : NULL;
  TelaahStatus status = g_rand_int_range (rand, 0, TELAAH_N_STATUSES);

  return telaah_session_set_cell (session, point, source, telaah_random_seldom (rand, 2) ? &status : NULL, summary, error);
}

static gboolean
confirm_cell (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *point = pick_point (session, rand);
  g_autofree char *source = pick_source (session, rand);

  return telaah_session_confirm_cell (session, point, source, error);
}

static gboolean
import (TelaahSession *session, GRand *rand, GError **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autofree char *body = g_strdup_printf ("Teks %u 😀 é, yang pendek saja.", g_rand_int_range (rand, 0, 8));
  g_autoptr(GPtrArray) ids = NULL;

  g_ptr_array_add (documents, telaah_test_document_new ("acak.txt", body));
  ids = telaah_session_import (session, documents, telaah_random_seldom (rand, 4), NULL, error);

  return ids != NULL;
}

static gboolean
set_source (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);
  g_autofree char *title = telaah_random_word (rand);
  const char *const pairs[] = { "title", title, "date", telaah_random_seldom (rand, 2) ? "2021" : "", "attribute:Wilayah",
                                telaah_random_seldom (rand, 2) ? title : "", NULL };

  return telaah_session_describe_source (session, source, pairs, error);
}

static gboolean
remove_source (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);

  return telaah_session_remove_source (session, source, error);
}

static gboolean
set_project (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *title = telaah_random_word (rand);

  return telaah_session_set_project (session, "title", title, error);
}

/* The outline as it is, through its file: what was only implied is written down. */
static gboolean
import_outline (TelaahSession *session, GRand *rand, GError **error)
{
  g_autoptr(TelaahOutline) outline = telaah_session_dup_outline (session);
  g_autofree char *json = telaah_outline_to_json (outline);
  g_autoptr(TelaahOutline) read = telaah_outline_from_json (json, -1, error);

  return read != NULL && telaah_session_import_outline (session, read, error);
}

static gboolean
merge_themes (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *into = pick_theme (session, rand);
  g_autofree char *first = pick_theme (session, rand);
  g_autofree char *second = pick_theme (session, rand);
  const char *const themes[] = { first, telaah_random_seldom (rand, 2) ? second : NULL, NULL };

  return telaah_session_merge_themes (session, into, themes, error);
}

static gboolean
split_theme (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *passage = pick_passage (session, rand);
  TelaahPassage *item = telaah_session_find_passage (session, passage);
  g_autofree char *theme = item != NULL ? g_strdup (telaah_passage_fields (item)->themes[0]) : pick_theme (session, rand);
  const char *const passages[] = { passage, NULL };
  g_autofree char *name = telaah_random_word (rand);
  g_autofree char *id = telaah_session_split_theme (session, theme != NULL ? theme : "", name, passages, error);

  return id != NULL;
}

static gboolean
note_on (TelaahSession *session, GRand *rand, GError **error)
{
  static const char *const kinds[] = { "source", "theme", "point", "project" };
  guint kind = g_rand_int_range (rand, 0, G_N_ELEMENTS (kinds));
  g_autofree char *target = kind == 0 ? pick_source (session, rand)
                          : kind == 1 ? pick_theme (session, rand) : pick_point (session, rand);
  g_autofree char *text = telaah_random_word (rand);
  g_autofree char *id = telaah_session_add_note_on (session, kinds[kind], target, text, error);

  return id != NULL;
}

static gboolean
add_mark (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);
  TelaahMarkKind kind = g_rand_int_range (rand, 0, 2);
  g_autofree char *id = telaah_session_add_mark (session, source, pick_span (session, source, rand), kind, 0, error);

  return id != NULL;
}

static gboolean
change_mark (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);
  GListModel *marks = telaah_session_get_marks (session, source);
  guint n = g_list_model_get_n_items (marks);
  g_autoptr(TelaahMark) mark = n > 0 ? g_list_model_get_item (marks, g_rand_int_range (rand, 0, n)) : NULL;
  g_autofree char *id = g_strdup (mark != NULL ? telaah_mark_fields (mark)->id : "none");
  const char *const ids[] = { id, NULL };

  switch (g_rand_int_range (rand, 0, 4))
    {
    case 0:
      return telaah_session_judge_marks (session, ids, g_rand_int_range (rand, 0, 3), error);
    case 1:
      return telaah_session_set_level (session, id, g_rand_int_range (rand, 0, 7), error);
    case 2:
      return telaah_session_remove_mark (session, id, error);
    default:
      return telaah_session_clear_marks (session, source, pick_span (session, source, rand), NULL, error);
    }
}

/* A few characters typed, a few taken out; watched, or found by comparison. */
static gboolean
replace_text (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *source = pick_source (session, rand);
  g_autoptr(TelaahText) before = telaah_session_dup_text (session, source, error);
  g_autoptr(TelaahEdits) edits = NULL;
  g_autoptr(TelaahText) after = NULL;
  g_autoptr(GString) body = NULL;
  TelaahSpan cut;

  if (before == NULL)
    return FALSE;

  cut = pick_span (session, source, rand);
  cut.end = MIN (cut.end, telaah_text_get_characters (before));
  edits = telaah_edits_new (telaah_text_get_characters (before));
  telaah_edits_delete (edits, cut);
  body = g_string_new_len (telaah_text_get_body (before), telaah_text_get_byte (before, cut.start));
  if (telaah_random_seldom (rand, 2))
    {
      g_autofree char *typed = telaah_random_word (rand);

      g_string_append (body, typed);
      telaah_edits_insert (edits, cut.start, g_utf8_strlen (typed, -1));
    }
  g_string_append (body, telaah_text_get_body (before) + telaah_text_get_byte (before, cut.end));
  after = telaah_text_new (g_strdup (body->str));

  return telaah_session_replace_text (session, source, after, telaah_random_seldom (rand, 3) ? NULL : edits, NULL, error);
}

static gboolean
place_lost (TelaahSession *session, GRand *rand, GError **error)
{
  g_autofree char *passage = telaah_random_pick (telaah_session_get_review (session), rand);
  TelaahPassage *item = telaah_session_find_passage (session, passage);
  const char *const passages[] = { passage, NULL };

  if (item == NULL || telaah_random_seldom (rand, 2))
    return telaah_session_accept_candidates (session, passages, error);

  return telaah_session_move_passage (session, passage,
                                      pick_span (session, telaah_passage_fields (item)->source, rand), error);
}

static const struct
{
  const char       *name;
  TelaahRandomVerb  run;
  guint             weight;
} verbs[] = {
  { "tag", tag, 30 }, { "untag", untag, 8 }, { "move-passage", move_passage, 6 }, { "add-note", add_note, 6 },
  { "set-note", set_note, 4 }, { "add-theme", add_theme, 10 }, { "set-theme", set_theme, 6 },
  { "move-theme", move_theme, 6 }, { "remove-theme", remove_theme, 3 }, { "add-point", add_point, 4 },
  { "set-point", set_point, 4 }, { "move-point", move_point, 4 }, { "remove-point", remove_point, 2 },
  { "set-cell", set_cell, 10 }, { "confirm-cell", confirm_cell, 4 }, { "import", import, 4 },
  { "set-source", set_source, 3 }, { "remove-source", remove_source, 1 }, { "set-project", set_project, 1 },
  { "import-outline", import_outline, 2 }, { "merge-themes", merge_themes, 2 }, { "split-theme", split_theme, 2 },
  { "find", telaah_random_find, 4 }, { "note-on", note_on, 4 },
  { "add-mark", add_mark, 6 }, { "change-mark", change_mark, 6 },
  { "replace-text", replace_text, 6 }, { "place-lost", place_lost, 4 },
  { "outline", telaah_random_outline, 5 }, { "points", telaah_random_points, 6 }, { "hide", telaah_random_hide, 3 },
  { "evidence", telaah_random_evidence, 10 }, { "link", telaah_random_link, 8 }, { "judge", telaah_random_judge, 4 },
};

/**
 * telaah_random_verb:
 * @done: (out): whether the project took it
 *
 * Returns: which it was
 */
const char *
telaah_random_verb (TelaahSession  *session,
                    GRand          *rand,
                    gboolean       *done,
                    GError        **error)
{
  guint all = 0, at, i = 0;

  for (guint k = 0; k < G_N_ELEMENTS (verbs); k++)
    all += verbs[k].weight;
  for (at = g_rand_int_range (rand, 0, all); at >= verbs[i].weight; i++)
    at -= verbs[i].weight;

  *done = verbs[i].run (session, rand, error);
  return verbs[i].name;
}
