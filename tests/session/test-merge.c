/* An exported outline taken into another project with the same texts: the same points, cells and evidence.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/telaah-outline-format.h"
#include "model/telaah-id.h"
#include "support/telaah-test-session.h"

typedef TelaahTestProject Project;

/* ---- What an outline says, whatever its ids are ---- */

static const char *
find_theme_name (TelaahOutline *outline,
                 const char    *id)
{
  for (guint i = 0; id != NULL && i < outline->themes->len; i++)
    if (strcmp (telaah_theme_fields (outline->themes->pdata[i])->id, id) == 0)
      return telaah_theme_fields (outline->themes->pdata[i])->name;

  return "-";
}

static const char *
find_digest (TelaahOutline *outline,
             const char    *source)
{
  for (guint i = 0; i < outline->sources->len; i++)
    if (strcmp (telaah_source_fields (outline->sources->pdata[i])->id, source) == 0)
      return telaah_source_fields (outline->sources->pdata[i])->sha256;

  g_assert_not_reached ();
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Those of one second are in no order. */
static void
append_notes (GString   *text,
              GPtrArray *notes)
{
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_ptr_array_add (words, (gpointer) telaah_note_fields (notes->pdata[i])->text);
  g_ptr_array_sort (words, compare_strings);
  for (guint i = 0; i < words->len; i++)
    g_string_append_printf (text, " (%s)", (const char *) words->pdata[i]);
  g_string_append_c (text, '\n');
}

static char *
dup_cell (TelaahOutline *outline,
          TelaahCell    *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  GString *text = g_string_new (find_digest (outline, f->source));

  g_string_append_printf (text, " %s [%s]%s\n", telaah_status_to_string (f->status),
                          f->summary != NULL ? f->summary : "-", telaah_cell_is_stale (cell) ? " stale" : "");
  for (guint i = 0; i < evidence->len; i++)
    {
      const TelaahPassageFields *p = telaah_passage_fields (evidence->pdata[i]);

      g_string_append_printf (text, "  %u to %u [%s][%s][%s] %s", p->span.start, p->span.end, p->quote, p->prefix,
                              p->suffix, p->coder);
      for (guint k = 0; p->themes[k] != NULL; k++)
        g_string_append_printf (text, " %s", find_theme_name (outline, p->themes[k]));
      append_notes (text, telaah_passage_get_notes (evidence->pdata[i]));
    }

  return g_string_free (text, FALSE);
}

static void
append_points (TelaahOutline *outline,
               GPtrArray     *points,
               guint          depth,
               GString       *text)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *point = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (point->point);
      g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_free);

      g_string_append_printf (text, "%.*s%s = %s [%s] [%s]\n", depth, "....", f->title,
                              find_theme_name (outline, f->theme), f->similarities != NULL ? f->similarities : "-",
                              f->differences != NULL ? f->differences : "-");

      /* The columns of the other project may stand in another order. */
      for (guint k = 0; k < point->cells->len; k++)
        g_ptr_array_add (cells, dup_cell (outline, point->cells->pdata[k]));
      g_ptr_array_sort (cells, compare_strings);
      for (guint k = 0; k < cells->len; k++)
        g_string_append (text, cells->pdata[k]);
      append_points (outline, point->points, depth + 1, text);
    }
}

static char *
dup_saying (TelaahSession *session)
{
  g_autoptr(TelaahOutline) outline = telaah_session_dup_outline (session);
  GString *text = g_string_new (NULL);

  append_points (outline, outline->points, 0, text);
  return g_string_free (text, FALSE);
}

/* ---- Two projects ---- */

static char *
dup_export (TelaahSession *session)
{
  g_autoptr(TelaahOutline) outline = telaah_session_dup_outline (session);

  return telaah_outline_to_json (outline);
}

static TelaahOutline *
read_outline (const char *json)
{
  g_autoptr(GError) error = NULL;
  TelaahOutline *outline = telaah_outline_from_json (json, -1, &error);

  g_assert_no_error (error);
  return outline;
}

static void
take_in (TelaahSession *session,
         const char    *json)
{
  g_autoptr(TelaahOutline) outline = read_outline (json);

  telaah_test_does (session, telaah_session_import_outline (session, outline, &fault));
}

static TelaahDocument *
document_of (Project *p,
             guint    i)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (p->session, p->sources[i], NULL);

  return telaah_test_document_new (i == 0 ? "satu.md" : "dua.md", telaah_text_get_body (text));
}

/* The same texts, the other way round and with a third among them. */
static TelaahSession *
other_project_new (Project *p)
{
  g_autofree char *path = telaah_test_dup_path ("lain.telaah");
  g_autoptr(GPtrArray) documents = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_document_free);
  g_autoptr(GPtrArray) ids = NULL;
  g_autoptr(GError) error = NULL;
  TelaahSession *session = telaah_session_create (path, NULL, NULL, NULL, &error);

  g_ptr_array_add (documents, document_of (p, 1));
  g_ptr_array_add (documents, document_of (p, 0));
  ids = telaah_session_import (session, documents, FALSE, NULL, &error);
  g_assert_no_error (error);

  return session;
}

/* Something of everything that an outline can say. */
static void
fill (Project *p)
{
  g_autofree char *point = telaah_id_derive (p->themes[0], "point");
  g_autofree char *below = telaah_id_derive (p->themes[2], "point");
  TelaahStatus treated = TELAAH_STATUS_TREATED, silent = TELAAH_STATUS_SILENT;
  g_autofree char *first = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], p->themes[2], NULL);
  g_autofree char *second = telaah_test_tag (p->session, p->sources[0], 80, 98, p->themes[0], NULL);
  g_autofree char *third = telaah_test_tag (p->session, p->sources[1], 0, 5, p->themes[2], NULL);
  g_autofree char *note = telaah_session_add_note (p->session, first, "satu", NULL);
  g_autofree char *another = telaah_session_add_note (p->session, first, "dua", NULL);
  g_autofree char *own = NULL, *hers = NULL, *late = NULL;

  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], &treated, "Ada.", &fault));
  telaah_test_does (p->session, telaah_session_set_cell (p->session, below, p->sources[1], &treated, "Basi.", &fault));
  telaah_test_does (p->session, telaah_session_set_cell (p->session, below, p->sources[0], &silent, NULL, &fault));
  telaah_test_does (p->session, telaah_session_set_point (p->session, point, "similarities", "Sama.", &fault));
  telaah_test_does (p->session, (own = telaah_session_add_point (p->session, "Peran", NULL, point, TRUE, &fault)));
  telaah_test_does (p->session, telaah_session_set_point (p->session, own, "differences", "Beda.", &fault));

  telaah_session_set_coder (p->session, "Sari");
  hers = telaah_test_tag (p->session, p->sources[0], 18, 25, p->themes[0], NULL);
  late = telaah_test_tag (p->session, p->sources[1], 6, 11, p->themes[2], NULL);
  telaah_session_set_coder (p->session, NULL);
  telaah_test_does (p->session, telaah_session_confirm_cell (p->session, point, p->sources[0], &fault));
}

/* ---- Round trips ---- */

static void
test_round_trip (Project       *p,
                 gconstpointer  data)
{
  g_autoptr(TelaahSession) other = other_project_new (p);
  g_autofree char *json = NULL, *here = NULL, *there = NULL, *after = NULL, *again = NULL;

  fill (p);
  json = dup_export (p->session);
  here = dup_saying (p->session);
  g_assert_nonnull (strstr (here, "stale"));

  take_in (other, json);
  there = dup_saying (other);
  telaah_test_assert_text (there, here);
  g_assert_cmpuint (telaah_session_count (other, NULL, NULL), ==, 5);

  /* A second time changes nothing, and is no step to undo. */
  after = telaah_test_dump_all (telaah_session_get_path (other));
  take_in (other, json);
  again = telaah_test_dump_all (telaah_session_get_path (other));
  telaah_test_assert_text (again, after);

  /* One step takes it all out. */
  telaah_test_does (other, telaah_session_undo (other, &fault));
  g_assert_cmpuint (telaah_session_count (other, NULL, NULL), ==, 0);
  g_assert_cmpuint (g_list_model_get_n_items (telaah_session_get_themes (other)), ==, 0);
}

/* And from there back to where it came from. */
static void
test_back_again (Project       *p,
                 gconstpointer  data)
{
  g_autoptr(TelaahSession) other = other_project_new (p);
  g_autofree char *out = NULL, *back = NULL, *before = NULL, *after = NULL;

  fill (p);
  out = dup_export (p->session);
  take_in (other, out);
  back = dup_export (other);

  before = telaah_test_dump_all (p->path);
  take_in (p->session, back);
  after = telaah_test_dump_all (p->path);
  telaah_test_assert_text (after, before);
}

/* An outline that was never written down arrives just so. */
static void
test_implied (Project       *p,
              gconstpointer  data)
{
  g_autoptr(TelaahSession) other = other_project_new (p);
  g_autofree char *passage = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *json = dup_export (p->session);
  g_autofree char *here = dup_saying (p->session);
  g_autofree char *there = NULL;

  take_in (other, json);
  there = dup_saying (other);
  telaah_test_assert_text (there, here);
}

/* Evidence that was put in and ordered by hand. */
static void
test_pinned (Project       *p,
             gconstpointer  data)
{
  g_autofree char *point = telaah_id_derive (p->themes[0], "point");
  g_autofree char *sql = NULL, *json = NULL, *here = NULL, *there = NULL;
  g_autofree char *first = telaah_test_tag (p->session, p->sources[0], 0, 9, p->themes[0], NULL);
  g_autofree char *second = telaah_test_tag (p->session, p->sources[0], 18, 25, p->themes[0], NULL);
  g_autofree char *strange = telaah_test_tag (p->session, p->sources[0], 26, 31, p->themes[2], NULL);
  g_autoptr(TelaahSession) other = other_project_new (p);

  telaah_test_does (p->session, telaah_session_set_cell (p->session, point, p->sources[0], NULL, "Isi.", &fault));
  sql = g_strdup_printf ("INSERT INTO pin VALUES ('%s', '%s', 'pinned', 1),"
                         " ('%s', '%s', NULL, 2), ('%s', '%s', NULL, 3)",
                         point, strange, point, second, point, first);
  telaah_test_run_sql (p->path, sql);
  g_assert_finalize_object (p->session);
  p->session = telaah_session_open (p->path, NULL);

  json = dup_export (p->session);
  here = dup_saying (p->session);
  take_in (other, json);
  there = dup_saying (other);
  telaah_test_assert_text (there, here);
  g_assert_true (strstr (here, "[ruang]") < strstr (here, "[membuka]"));
}

/* What was fresh is fresh there, and grows stale as it would have here. */
static void
test_stale_there (Project       *p,
                  gconstpointer  data)
{
  g_autoptr(TelaahSession) other = other_project_new (p);
  g_autofree char *point = telaah_id_derive (p->themes[0], "point");
  g_autofree char *json = NULL;
  const char *source;
  guint n = 0;

  fill (p);
  json = dup_export (p->session);
  take_in (other, json);
  source = telaah_test_get_id (telaah_session_get_sources (other), 1);
  for (guint i = 0; i < 2; i++)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (other, point, source);

      g_assert_cmpint (telaah_cell_is_stale (cell), ==, i == 1);
      n = telaah_cell_get_n_new (cell);
      g_free (telaah_test_tag (other, source, 50, 60, p->themes[0], NULL));
    }
  g_assert_cmpuint (n, ==, 1);
}

/* ---- Meeting what is there ---- */

/* Themes are known by their name in their place; a passage of the same words by the same coder is the same. */
static void
test_meets_own (Project       *p,
                gconstpointer  data)
{
  g_autoptr(TelaahSession) other = other_project_new (p);
  g_autofree char *benefit = telaah_session_add_theme (other, "Manfaat", NULL, NULL, "milik sendiri", NULL);
  g_autofree char *economy = telaah_session_add_theme (other, "Ekonomi", NULL, NULL, NULL, NULL);
  g_autofree char *own = telaah_test_tag (other, telaah_test_get_id (telaah_session_get_sources (other), 1), 0, 9,
                                          benefit, NULL);
  g_autofree char *json = NULL, *n_themes = NULL;
  TelaahPassage *passage;

  fill (p);
  json = dup_export (p->session);
  take_in (other, json);

  /* Ekonomi stands below Manfaat in the file: it is not the one at the top here. */
  n_themes = telaah_test_dup_value (telaah_session_get_path (other), "SELECT group_concat (name, ' ') FROM"
                                    " (SELECT name FROM theme ORDER BY name)");
  g_assert_cmpstr (n_themes, ==, "Ekonomi Ekonomi Manfaat Tantangan");
  g_assert_cmpstr (telaah_theme_fields (telaah_session_find_theme (other, benefit))->description, ==, "milik sendiri");
  g_assert_cmpuint (telaah_session_count (other, NULL, NULL), ==, 5);

  passage = telaah_session_find_passage (other, own);
  g_assert_true (telaah_passage_has_theme (passage, benefit));
  g_assert_true (telaah_passage_has_theme (passage, p->themes[0]));
  g_assert_true (telaah_passage_has_theme (passage, p->themes[2]));
  g_assert_cmpuint (telaah_passage_get_notes (passage)->len, ==, 2);

  /* All of it is there to see, those that were there before as well. */
  g_assert_nonnull (telaah_session_find_theme (other, economy));
}

/* ---- Refused ---- */

static void
test_text_missing (Project       *p,
                   gconstpointer  data)
{
  g_autoptr(TelaahSession) other = telaah_test_project_new ("lain.telaah", "Teks yang lain.", NULL);
  g_autoptr(TelaahOutline) outline = NULL;
  g_autofree char *json = NULL;
  g_autoptr(GError) error = NULL;

  fill (p);
  json = dup_export (p->session);
  outline = read_outline (json);
  telaah_test_refuses (other, NOT_FOUND, telaah_session_import_outline (other, outline, &refusal));
  g_assert_false (telaah_session_import_outline (other, outline, &error));
  g_assert_nonnull (strstr (error->message, "text-1.txt"));
}

/* The words are not those of the text: the file was changed by hand, or is of another text. */
static void
test_wrong_quote (Project       *p,
                  gconstpointer  data)
{
  g_autoptr(TelaahSession) other = other_project_new (p);
  g_autofree char *json = NULL, *changed = NULL;
  g_autoptr(TelaahOutline) outline = NULL;
  g_auto(GStrv) parts = NULL;

  fill (p);
  json = dup_export (p->session);
  parts = g_strsplit (json, "\"Gawai\"", -1);
  g_assert_cmpuint (g_strv_length (parts), >, 1);
  changed = g_strjoinv ("\"gawai\"", parts);

  outline = read_outline (changed);
  telaah_test_refuses (other, INVALID, telaah_session_import_outline (other, outline, &refusal));
}

#define ADD(path, test) \
  g_test_add (path, Project, NULL, telaah_test_project_set_up, test, telaah_test_project_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/session/import-outline/round-trip", test_round_trip);
  ADD ("/session/import-outline/back-again", test_back_again);
  ADD ("/session/import-outline/implied", test_implied);
  ADD ("/session/import-outline/pinned", test_pinned);
  ADD ("/session/import-outline/stale-there", test_stale_there);
  ADD ("/session/import-outline/meets-own", test_meets_own);
  ADD ("/session/import-outline/text-missing", test_text_missing);
  ADD ("/session/import-outline/wrong-quote", test_wrong_quote);

  return g_test_run ();
}
