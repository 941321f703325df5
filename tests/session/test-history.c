/* Undo and redo: of every verb, after a restart, and where somebody else has been since.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-id.h"
#include "support/telaah-test-session.h"

/* A project on which every verb has something to do. */
typedef struct
{
  TelaahTestProject  base;
  TelaahSession     *session;     /* of the base */
  char              *passages[2]; /* under the first theme, with a note; under the other two */
  char              *note;
  char              *points[2];   /* of the first two themes */
} Rich;

static char *
tag (Rich       *r,
     guint       start,
     guint       end,
     const char *theme)
{
  return telaah_test_tag (r->session, r->base.sources[0], start, end, theme, NULL);
}

static void
rich_set_up (Rich          *r,
             gconstpointer  data)
{
  g_autofree char *late = NULL;

  telaah_test_project_set_up (&r->base, NULL);
  r->session = r->base.session;
  r->passages[0] = tag (r, 0, 9, r->base.themes[0]);
  r->passages[1] = telaah_test_tag (r->session, r->base.sources[1], 0, 5, r->base.themes[1], r->base.themes[2], NULL);
  r->note = telaah_session_add_note (r->session, r->passages[0], "catatan", NULL);
  for (guint i = 0; i < 2; i++)
    r->points[i] = telaah_id_derive (r->base.themes[i], "point");

  /* A summary that is stale. */
  g_assert_true (telaah_session_set_cell (r->session, r->points[0], r->base.sources[0], NULL, "Isi.", NULL));
  late = tag (r, 10, 17, r->base.themes[0]);
}

static void
rich_tear_down (Rich          *r,
                gconstpointer  data)
{
  g_free (r->passages[0]);
  g_free (r->passages[1]);
  g_free (r->note);
  g_free (r->points[0]);
  g_free (r->points[1]);
  telaah_test_project_tear_down (&r->base, NULL);
}

/* ---- One of each verb ---- */

static void
do_set_project (Rich *r, GError **error)
{
  telaah_session_set_project (r->session, "title", "Lain", error);
}

static void
do_import (Rich *r, GError **error)
{
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) ids = NULL;

  g_ptr_array_add (documents, telaah_test_document_new ("a.txt", "Teks ketiga."));
  g_ptr_array_add (documents, telaah_test_document_new ("b.txt", "Teks keempat."));
  ids = telaah_session_import (r->session, documents, FALSE, NULL, error);
}

static void
do_set_source (Rich *r, GError **error)
{
  static const char *const pairs[] = { "title", "Judul", "date", "2021", NULL };

  telaah_session_describe_source (r->session, r->base.sources[0], pairs, error);
}

static void
do_remove_source (Rich *r, GError **error)
{
  telaah_session_remove_source (r->session, r->base.sources[0], error);
}

static void
do_add_theme (Rich *r, GError **error)
{
  g_free (telaah_session_add_theme (r->session, "Peran", r->base.themes[1], NULL, "bila", error));
}

static void
do_set_theme (Rich *r, GError **error)
{
  telaah_session_set_theme (r->session, r->base.themes[0], "name", "Hambatan", error);
}

static void
do_set_digit (Rich *r, GError **error)
{
  telaah_session_set_theme (r->session, r->base.themes[2], "digit", "1", error);
}

static void
do_move_theme (Rich *r, GError **error)
{
  telaah_session_move_theme (r->session, r->base.themes[1], r->base.themes[0], NULL, error);
}

static void
do_remove_theme (Rich *r, GError **error)
{
  telaah_session_remove_theme (r->session, r->base.themes[0], error);
}

static void
do_remove_branch (Rich *r, GError **error)
{
  telaah_session_remove_theme (r->session, r->base.themes[1], error);
}

static void
do_tag (Rich *r, GError **error)
{
  const char *const themes[] = { r->base.themes[1], NULL };
  TelaahTagging tagging = { r->base.sources[0], { 26, 31 }, themes, "lihat", "Sari" };

  g_free (telaah_session_tag (r->session, &tagging, error));
}

static void
do_tag_more (Rich *r, GError **error)
{
  g_free (tag (r, 0, 9, r->base.themes[2]));
}

static void
do_untag (Rich *r, GError **error)
{
  const char *const themes[] = { r->base.themes[1], NULL };

  telaah_session_untag (r->session, r->passages[1], themes, error);
}

static void
do_untag_whole (Rich *r, GError **error)
{
  telaah_session_untag (r->session, r->passages[0], NULL, error);
}

static void
do_move_passage (Rich *r, GError **error)
{
  telaah_session_move_passage (r->session, r->passages[0], (TelaahSpan) { 80, 98 }, error);
}

static void
do_add_note (Rich *r, GError **error)
{
  g_free (telaah_session_add_note (r->session, r->passages[1], "baru", error));
}

static void
do_set_note (Rich *r, GError **error)
{
  telaah_session_set_note (r->session, r->note, "lain", error);
}

static void
do_remove_note (Rich *r, GError **error)
{
  telaah_session_set_note (r->session, r->note, "", error);
}

static void
do_add_point (Rich *r, GError **error)
{
  g_free (telaah_session_add_point (r->session, "Baru", r->base.themes[0], r->points[0], TRUE, error));
}

static void
do_set_point (Rich *r, GError **error)
{
  telaah_session_set_point (r->session, r->points[0], "differences", "beda", error);
}

static void
do_move_point (Rich *r, GError **error)
{
  telaah_session_move_point (r->session, r->points[1], NULL, r->points[0], error);
}

static void
do_remove_point (Rich *r, GError **error)
{
  telaah_session_remove_point (r->session, r->points[0], error);
}

static void
do_set_status (Rich *r, GError **error)
{
  TelaahStatus status = TELAAH_STATUS_SILENT;

  telaah_session_set_cell (r->session, r->points[1], r->base.sources[1], &status, NULL, error);
}

static void
do_set_summary (Rich *r, GError **error)
{
  telaah_session_set_cell (r->session, r->points[0], r->base.sources[0], NULL, "Isi yang lain.", error);
}

static void
do_confirm_cell (Rich *r, GError **error)
{
  telaah_session_confirm_cell (r->session, r->points[0], r->base.sources[0], error);
}

/* Where what was exported was taken apart since. */
static void
do_import_outline (Rich *r, GError **error)
{
  g_autoptr(TelaahOutline) outline = telaah_session_dup_outline (r->session);

  g_assert_true (telaah_session_remove_theme (r->session, r->base.themes[0], NULL));
  telaah_session_import_outline (r->session, outline, error);
}

static const struct
{
  const char  *name;
  const char  *verb;
  void       (*run) (Rich *r, GError **error);
} verbs[] = {
  { "set-project",    "set-project",    do_set_project },
  { "import",         "import",         do_import },
  { "set-source",     "set-source",     do_set_source },
  { "remove-source",  "remove-source",  do_remove_source },
  { "add-theme",      "add-theme",      do_add_theme },
  { "set-theme",      "set-theme",      do_set_theme },
  { "set-digit",      "set-theme",      do_set_digit },
  { "move-theme",     "move-theme",     do_move_theme },
  { "remove-theme",   "remove-theme",   do_remove_theme },
  { "remove-branch",  "remove-theme",   do_remove_branch },
  { "tag",            "tag",            do_tag },
  { "tag-more",       "tag",            do_tag_more },
  { "untag",          "untag",          do_untag },
  { "untag-whole",    "untag",          do_untag_whole },
  { "move-passage",   "move-passage",   do_move_passage },
  { "add-note",       "add-note",       do_add_note },
  { "set-note",       "set-note",       do_set_note },
  { "remove-note",    "remove-note",    do_remove_note },
  { "add-point",      "add-point",      do_add_point },
  { "set-point",      "set-point",      do_set_point },
  { "move-point",     "move-point",     do_move_point },
  { "remove-point",   "remove-point",   do_remove_point },
  { "set-status",     "set-status",     do_set_status },
  { "set-summary",    "set-summary",    do_set_summary },
  { "confirm-cell",   "confirm-cell",   do_confirm_cell },
  { "import-outline", "import-outline", do_import_outline },
};

static void
run_verb (Rich  *r,
          guint  row)
{
  g_autoptr(GError) error = NULL;

  verbs[row].run (r, &error);
  g_assert_no_error (error);
}

/* One step back is as it was, to the byte; one forward is as it was then. */
static void
test_verb (Rich          *r,
           gconstpointer  data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *before = telaah_test_dump (r->base.path);
  g_autofree char *after = NULL, *undone = NULL, *redone = NULL, *again = NULL;
  const char *last = NULL;

  run_verb (r, row);
  after = telaah_test_dump (r->base.path);
  g_assert_cmpstr (after, !=, before);
  g_assert_cmpstr (telaah_session_get_undo (r->session), ==, verbs[row].verb);
  g_assert_cmpstr (telaah_verb_get_label (verbs[row].verb), !=, verbs[row].verb);
  telaah_test_assert_live (r->session);

  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  g_assert_cmpstr (telaah_session_get_redo (r->session), ==, verbs[row].verb);
  undone = telaah_test_dump (r->base.path);
  if (verbs[row].run != do_import_outline)
    telaah_test_assert_text (undone, before);

  telaah_test_does (r->session, telaah_session_redo (r->session, &fault));
  last = telaah_session_get_redo (r->session);
  g_assert_null (last);
  redone = telaah_test_dump (r->base.path);
  telaah_test_assert_text (redone, after);

  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  again = telaah_test_dump (r->base.path);
  telaah_test_assert_text (again, undone);
}

/* ---- Several steps ---- */

static void
test_restart (Rich          *r,
              gconstpointer  data)
{
  g_autofree char *before = telaah_test_dump (r->base.path);
  g_autofree char *after = NULL;

  for (guint i = 0; i < 3; i++)
    g_free (tag (r, 20 + i, 30 + i, r->base.themes[0]));

  /* Each step in a program of its own. */
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(TelaahSession) next = telaah_test_reopen (r->session);

      g_assert_cmpstr (telaah_session_get_undo (next), ==, "tag");
      telaah_test_does (next, telaah_session_undo (next, &fault));
    }
  after = telaah_test_dump (r->base.path);
  telaah_test_assert_text (after, before);

  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(TelaahSession) next = telaah_test_reopen (r->session);

      g_assert_cmpstr (telaah_session_get_redo (next), ==, "tag");
      telaah_test_does (next, telaah_session_redo (next, &fault));
      g_assert_cmpuint (telaah_session_count (next, NULL, NULL), ==, 4 + i);
    }
  telaah_test_does (r->session, telaah_session_catch_up (r->session, &fault));
}

static void
test_redo_goes (Rich          *r,
                gconstpointer  data)
{
  g_autofree char *first = tag (r, 20, 30, r->base.themes[0]);
  g_autofree char *second = NULL;

  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  g_assert_cmpstr (telaah_session_get_redo (r->session), ==, "tag");

  second = tag (r, 21, 31, r->base.themes[0]);
  g_assert_null (telaah_session_get_redo (r->session));
  telaah_test_refuses (r->session, NOTHING, telaah_session_redo (r->session, &refusal));

  /* What was taken back before is passed over. */
  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  g_assert_null (telaah_session_find_passage (r->session, second));
  g_assert_cmpuint (telaah_session_count (r->session, NULL, NULL), ==, 3);
  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  g_assert_cmpuint (telaah_session_count (r->session, NULL, NULL), ==, 2);
}

/* To the very beginning, and not beyond. */
static void
test_all_the_way (Rich          *r,
                  gconstpointer  data)
{
  g_autofree char *after = telaah_test_dump (r->base.path);
  g_autofree char *redone = NULL;
  guint n = 0;

  for (; telaah_session_get_undo (r->session) != NULL; n++)
    telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  g_assert_cmpuint (n, ==, 9);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_sources (r->session)), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_themes (r->session)), ==, 0);
  telaah_test_refuses (r->session, NOTHING, telaah_session_undo (r->session, &refusal));

  for (; n > 0; n--)
    telaah_test_does (r->session, telaah_session_redo (r->session, &fault));
  telaah_test_refuses (r->session, NOTHING, telaah_session_redo (r->session, &refusal));
  redone = telaah_test_dump (r->base.path);
  telaah_test_assert_text (redone, after);
}

static void
test_list (Rich          *r,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) history = NULL;
  g_autoptr(GString) seen = g_string_new (NULL);

  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  history = telaah_session_dup_history (r->session, NULL);
  for (guint i = 0; i < history->len; i++)
    {
      TelaahJournalEntry *entry = history->pdata[i];

      g_string_append_printf (seen, "%s%s ", entry->verb, entry->undone ? "!" : "");
      g_assert_cmpstr (entry->coder, ==, g_get_user_name ());
      g_assert_cmpuint (strlen (entry->time), ==, 20);
    }
  g_assert_cmpstr (seen->str, ==, "import add-theme add-theme add-theme tag tag add-note set-summary tag! ");
}

/* ---- Two people ---- */

static TelaahSession *
join (Rich       *r,
      const char *user)
{
  TelaahSession *other = telaah_test_reopen (r->session);

  telaah_session_set_user (other, user);
  telaah_session_set_coder (other, user);

  return other;
}

static void
test_own_verbs (Rich          *r,
                gconstpointer  data)
{
  g_autoptr(TelaahSession) budi = join (r, "budi");
  g_autofree char *his = NULL, *mine = NULL;

  g_assert_null (telaah_session_get_undo (budi));
  telaah_test_refuses (budi, NOTHING, telaah_session_undo (budi, &refusal));

  his = telaah_test_tag (budi, r->base.sources[0], 26, 31, r->base.themes[0], NULL);
  mine = tag (r, 32, 36, r->base.themes[0]);
  g_assert_true (telaah_session_undo (budi, NULL));
  telaah_session_catch_up (r->session, NULL);
  g_assert_null (telaah_session_find_passage (r->session, his));
  g_assert_nonnull (telaah_session_find_passage (r->session, mine));
}

/* What Budi does with the passage that I tagged, so that I can not take it back without undoing his work. */
static void
budi_moves (TelaahSession *budi, const char *passage, const char *theme)
{
  g_assert_true (telaah_session_move_passage (budi, passage, (TelaahSpan) { 40, 50 }, NULL));
}

static void
budi_removes (TelaahSession *budi, const char *passage, const char *theme)
{
  g_assert_true (telaah_session_untag (budi, passage, NULL, NULL));
}

static void
budi_notes (TelaahSession *budi, const char *passage, const char *theme)
{
  g_autofree char *note = telaah_session_add_note (budi, passage, "Bukan begitu.", NULL);

  g_assert_nonnull (note);
}

/* In my name, or it would be another passage. */
static void
budi_tags (TelaahSession *budi, const char *passage, const char *theme)
{
  const char *const themes[] = { theme, NULL };
  const TelaahPassageFields *f = telaah_passage_fields (telaah_session_find_passage (budi, passage));
  TelaahTagging tagging = { f->source, f->span, themes, NULL, f->coder };
  g_autofree char *id = telaah_session_tag (budi, &tagging, NULL);

  g_assert_cmpstr (id, ==, passage);
}

static const struct
{
  const char  *name;
  void       (*act) (TelaahSession *budi, const char *passage, const char *theme);
} conflicts[] = {
  { "moved",   budi_moves },
  { "removed", budi_removes },
  { "noted",   budi_notes },
  { "tagged",  budi_tags },
};

static void
test_conflict (Rich          *r,
               gconstpointer  data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *mine = tag (r, 26, 31, r->base.themes[0]);
  g_autoptr(TelaahSession) citra = join (r, "citra");
  g_autoptr(TelaahSession) budi = NULL;
  g_autofree char *hers = NULL;
  g_autoptr(GError) error = NULL;

  /* Citra's work stands beside it, and is nobody's obstacle. */
  hers = telaah_test_tag (citra, r->base.sources[0], 60, 66, r->base.themes[0], NULL);
  budi = join (r, "budi");
  conflicts[row].act (budi, mine, r->base.themes[1]);
  telaah_session_catch_up (r->session, NULL);

  telaah_test_refuses (r->session, CONFLICT, telaah_session_undo (r->session, &refusal));
  g_assert_false (telaah_session_undo (r->session, &error));
  if (conflicts[row].act != budi_tags)
    g_assert_nonnull (strstr (error->message, "budi"));
  g_assert_null (strstr (error->message, "citra"));

  /* When he has taken his back, I can take back mine. */
  g_assert_true (telaah_session_undo (budi, NULL));
  telaah_session_catch_up (r->session, NULL);
  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  g_assert_null (telaah_session_find_passage (r->session, mine));
  g_assert_nonnull (telaah_session_find_passage (r->session, hers));
}

/* Done again, it would meet what another has done since. */
static void
test_redo_conflict (Rich          *r,
                    gconstpointer  data)
{
  g_autofree char *theme = telaah_session_add_theme (r->session, "Sementara", NULL, NULL, NULL, NULL);
  g_autoptr(TelaahSession) budi = NULL;
  g_autofree char *mine = tag (r, 26, 31, theme);
  g_autoptr(GError) error = NULL;

  telaah_test_does (r->session, telaah_session_undo (r->session, &fault));
  budi = join (r, "budi");
  g_assert_true (telaah_session_remove_theme (budi, theme, NULL));
  telaah_session_catch_up (r->session, NULL);

  telaah_test_refuses (r->session, CONFLICT, telaah_session_redo (r->session, &refusal));
  g_assert_false (telaah_session_redo (r->session, &error));
  g_assert_nonnull (strstr (error->message, "budi"));
}

#define ADD(path, test) g_test_add (path, Rich, NULL, rich_set_up, test, rich_tear_down)

#define ADD_ROWS(path, rows, test)                                                             \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                                              \
    {                                                                                          \
      g_autofree char *name = g_strconcat (path "/", rows[i].name, NULL);                      \
                                                                                               \
      g_test_add (name, Rich, GUINT_TO_POINTER (i), rich_set_up, test, rich_tear_down);        \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_ROWS ("/session/undo/verb", verbs, test_verb);
  ADD ("/session/undo/after-a-restart", test_restart);
  ADD ("/session/undo/redo-goes", test_redo_goes);
  ADD ("/session/undo/all-the-way", test_all_the_way);
  ADD ("/session/undo/history", test_list);
  ADD ("/session/undo/own-verbs", test_own_verbs);
  ADD_ROWS ("/session/undo/conflict", conflicts, test_conflict);
  ADD ("/session/undo/redo-conflict", test_redo_conflict);

  return g_test_run ();
}
