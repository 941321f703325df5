/* Ids, values and list items.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "model/telaah-cell.h"
#include "model/telaah-id.h"
#include "model/telaah-link.h"
#include "model/telaah-passage.h"
#include "model/telaah-point.h"
#include "model/telaah-source.h"
#include "model/telaah-theme.h"

#define AN_ID "6ba7b810-9dad-41d1-80b4-00c04fd430c8"

/* ---- Ids ---- */

static const struct
{
  const char *name;
  const char *id;
  gboolean    valid;
} ids[] = {
  { "good",       AN_ID,                                    TRUE  },
  { "null",       NULL,                                     FALSE },
  { "empty",      "",                                       FALSE },
  { "upper-case", "6BA7B810-9DAD-41D1-80B4-00C04FD430C8",   FALSE },
  { "one-upper",  "6ba7b810-9dad-41d1-80b4-00c04fd430cA",   FALSE },
  { "short",      "6ba7b810-9dad-41d1-80b4-00c04fd430c",    FALSE },
  { "long",       AN_ID "8",                                FALSE },
  { "braces",     "{" AN_ID "}",                            FALSE },
  { "no-hyphens", "6ba7b8109dad41d180b400c04fd430c8",       FALSE },
  { "not-hex",    "6ba7b810-9dad-41d1-80b4-00c04fd430cg",   FALSE },
};

static void
test_id_valid (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);

  g_assert_cmpint (telaah_id_is_valid (ids[row].id), ==, ids[row].valid);
}

static void
test_id_new (void)
{
  g_autofree char *a = telaah_id_new ();
  g_autofree char *b = telaah_id_new ();

  g_assert_true (telaah_id_is_valid (a));
  g_assert_cmpstr (a, !=, b);
}

/* Files that are out there hold derived ids: that they never change is part of the format. */
static void
test_id_derive (void)
{
  g_autofree char *point = telaah_id_derive (AN_ID, "point");
  g_autofree char *again = telaah_id_derive (AN_ID, "point");
  g_autofree char *other = telaah_id_derive (AN_ID, "cell");
  g_autofree char *below = telaah_id_derive (point, "point");

  g_assert_true (telaah_id_is_valid (point));
  g_assert_cmpint (point[14], ==, '5');
  g_assert_nonnull (strchr ("89ab", point[19]));
  g_assert_cmpstr (point, ==, again);
  g_assert_cmpstr (point, ==, "2830264c-fb55-5a57-af53-d9f259a45e86");
  g_assert_cmpstr (point, !=, AN_ID);
  g_assert_cmpstr (point, !=, other);
  g_assert_cmpstr (point, !=, below);
}

static void
test_time_now (void)
{
  g_autofree char *now = telaah_time_now ();
  g_autoptr(GDateTime) time = g_date_time_new_from_iso8601 (now, NULL);
  g_autoptr(GDateTime) clock = g_date_time_new_now_utc ();

  g_assert_nonnull (time);
  g_assert_cmpuint (strlen (now), ==, strlen ("2021-03-04T05:06:07Z"));
  g_assert_true (g_str_has_suffix (now, "Z"));
  g_assert_cmpint (ABS (g_date_time_difference (clock, time)), <, 5 * G_TIME_SPAN_SECOND);
}

/* ---- Fields ---- */

static const TelaahPointFields a_point = {
  .id = AN_ID, .parent = NULL, .theme = "t", .title = "Manfaat", .similarities = "s", .differences = "d", .depth = 1,
};

static const struct
{
  const char        *name;
  TelaahPointFields  fields;
  gboolean           equal;
} points[] = {
  { "same", { .id = AN_ID, .theme = "t", .title = "Manfaat", .similarities = "s", .differences = "d", .depth = 1 }, TRUE },
  { "id", { .id = "x", .theme = "t", .title = "Manfaat", .similarities = "s", .differences = "d", .depth = 1 }, FALSE },
  { "null-to-text", { .id = AN_ID, .parent = "p", .theme = "t", .title = "Manfaat",
    .similarities = "s", .differences = "d", .depth = 1 }, FALSE },
  { "text-to-null", { .id = AN_ID, .title = "Manfaat", .similarities = "s", .differences = "d", .depth = 1 }, FALSE },
  { "text", { .id = AN_ID, .theme = "t", .title = "Peran", .similarities = "s", .differences = "d", .depth = 1 }, FALSE },
  { "empty-text", { .id = AN_ID, .theme = "t", .title = "Manfaat",
    .similarities = "", .differences = "d", .depth = 1 }, FALSE },
  { "last-text", { .id = AN_ID, .theme = "t", .title = "Manfaat",
    .similarities = "s", .differences = "e", .depth = 1 }, FALSE },
  { "number", { .id = AN_ID, .theme = "t", .title = "Manfaat",
    .similarities = "s", .differences = "d", .depth = 2 }, FALSE },
};

static void
test_point_equal (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahPoint) a = telaah_point_new (&a_point);
  g_autoptr(TelaahPoint) b = telaah_point_new (&points[row].fields);

  g_assert_cmpint (telaah_point_equal (a, b), ==, points[row].equal);
  g_assert_cmpint (telaah_point_equal (b, a), ==, points[row].equal);
}

static void
fill_link (TelaahLinkFields *fields,
           int               dirt)
{
  memset (fields, dirt, sizeof *fields);
  fields->id = AN_ID;
  fields->point = "p";
  fields->source = fields->passage = fields->cited = NULL;
  fields->kind = TELAAH_LINK_DIFFERENCES;
  fields->span = (TelaahSpan) { 3, 7 };
}

/* What lies in the gaps of a struct on the stack says nothing of the item. */
static void
test_equal_in_gaps (void)
{
  TelaahLinkFields clean, dirty;
  g_autoptr(TelaahLink) a = NULL;
  g_autoptr(TelaahLink) b = NULL;

  fill_link (&clean, 0x00);
  fill_link (&dirty, 0xa5);
  a = telaah_link_new (&clean);
  b = telaah_link_new (&dirty);
  g_assert_true (telaah_link_equal (a, b));
}

/* An item has its own copy of everything. */
static void
test_fields_are_copied (void)
{
  char *title = g_strdup ("Tantangan"), *url = g_strdup ("");
  TelaahSourceFields fields = { .id = AN_ID, .characters = 7, .words = 2, .title = title, .url = url };
  g_autoptr(TelaahSource) source = telaah_source_new (&fields);
  const TelaahSourceFields *f = telaah_source_fields (source);

  memset (title, 'x', strlen (title));
  g_free (title);
  g_free (url);

  g_assert_cmpstr (f->title, ==, "Tantangan");
  g_assert_cmpstr (f->url, ==, "");
  g_assert_cmpstr (f->id, ==, AN_ID);
  g_assert_null (f->author);
  g_assert_cmpuint (f->characters, ==, 7);
  g_assert_cmpuint (f->words, ==, 2);
}

static void
test_themes_differ_by_number (void)
{
  TelaahThemeFields fields = { .id = AN_ID, .name = "Peran", .digit = 1, .depth = 0 };
  g_autoptr(TelaahTheme) a = telaah_theme_new (&fields);
  g_autoptr(TelaahTheme) b = NULL;
  g_autoptr(TelaahTheme) c = NULL;

  fields.digit = 2;
  b = telaah_theme_new (&fields);
  fields.digit = 1;
  fields.depth = 1;
  c = telaah_theme_new (&fields);

  g_assert_true (telaah_theme_equal (a, a));
  g_assert_false (telaah_theme_equal (a, b));
  g_assert_false (telaah_theme_equal (a, c));
}

/* ---- Sources ---- */

static const struct
{
  const char *name;
  const char *title, *file_name, *author, *publisher, *date;
  const char *shown, *origin;
} sources[] = {
  { "all",          "Judul", "a.txt", "Ani", "Kompas", "2021-03-04", "Judul", "Ani, 2021" },
  { "no-title",     NULL, "a.txt", NULL, "Kompas", "2021-03",        "a.txt", "Kompas, 2021" },
  { "empty-title",  "", "a.txt", "Ani", NULL, NULL,                  "a.txt", "Ani" },
  { "only-year",    "Judul", NULL, NULL, NULL, "2021",               "Judul", "2021" },
  { "only-a-day",   "Judul", NULL, NULL, NULL, "2021-03-04",         "Judul", "2021" },
  { "publisher",    "Judul", NULL, NULL, "Kompas", NULL,             "Judul", "Kompas" },
  { "nothing",      NULL, NULL, NULL, NULL, NULL,                    AN_ID,   NULL },
};

static void
test_source_name (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  TelaahSourceFields fields = {
    .id = AN_ID, .title = sources[row].title, .file_name = sources[row].file_name, .author = sources[row].author,
    .publisher = sources[row].publisher, .date = sources[row].date,
  };
  g_autoptr(TelaahSource) source = telaah_source_new (&fields);
  g_autofree char *origin = telaah_source_dup_origin (source);

  g_assert_cmpstr (telaah_source_get_name (source), ==, sources[row].shown);
  g_assert_cmpstr (origin, ==, sources[row].origin);
}

/* ---- Passages ---- */

typedef struct
{
  TelaahSpan  span;
  const char *created;
  const char *id;
} Place;

/* The first comes before the second, whichever way one asks. */
static const struct
{
  const char *name;
  Place       before, after;
} orders[] = {
  { "start",      { { 3, 9 }, "2021", "b" },   { { 4, 5 }, "2020", "a" } },
  { "longer",     { { 3, 9 }, "2021", "b" },   { { 3, 8 }, "2020", "a" } },
  { "age",        { { 3, 9 }, "2020", "b" },   { { 3, 9 }, "2021", "a" } },
  { "id",         { { 3, 9 }, "2020", "a" },   { { 3, 9 }, "2020", "b" } },
  { "from-zero",  { { 0, 1 }, "2021", "b" },   { { 1, 2 }, "2020", "a" } },
};

static TelaahPassage *
passage_at (const Place *place)
{
  TelaahPassageFields fields = { .id = place->id, .span = place->span, .created = place->created };

  return telaah_passage_new (&fields, NULL);
}

static void
test_passage_order (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahPassage) before = passage_at (&orders[row].before);
  g_autoptr(TelaahPassage) after = passage_at (&orders[row].after);

  g_assert_cmpint (telaah_passage_compare (before, after), <, 0);
  g_assert_cmpint (telaah_passage_compare (after, before), >, 0);
  g_assert_cmpint (telaah_passage_compare (before, before), ==, 0);
}

static void
test_passage_themes (void)
{
  g_autofree char *theme = g_strdup ("satu");
  const char *const themes[] = { theme, "dua", NULL };
  TelaahPassageFields fields = { .id = AN_ID, .created = "2020", .themes = themes };
  g_autoptr(TelaahPassage) passage = telaah_passage_new (&fields, NULL);
  g_autoptr(TelaahPassage) bare = NULL;

  theme[0] = 'x';
  g_assert_true (telaah_passage_has_theme (passage, "satu"));
  g_assert_true (telaah_passage_has_theme (passage, "dua"));
  g_assert_false (telaah_passage_has_theme (passage, "sat"));

  fields.themes = NULL;
  bare = telaah_passage_new (&fields, NULL);
  g_assert_nonnull (telaah_passage_fields (bare)->themes);
  g_assert_null (telaah_passage_fields (bare)->themes[0]);
  g_assert_false (telaah_passage_has_theme (bare, "satu"));
}

static void
test_passage_notes (void)
{
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  TelaahPassageFields fields = { .id = AN_ID, .created = "2020" };
  TelaahNoteFields note = {
    .id = "n", .kind = "passage", .target = AN_ID, .text = "lihat", .coder = "c", .created = "t",
  };
  g_autoptr(TelaahPassage) none = telaah_passage_new (&fields, notes);
  g_autoptr(TelaahPassage) one = NULL;

  g_ptr_array_add (notes, telaah_note_new (&note));
  one = telaah_passage_new (&fields, notes);

  g_assert_null (telaah_passage_get_notes (none));
  g_assert_cmpuint (telaah_passage_get_notes (one)->len, ==, 1);
  g_assert_cmpstr (telaah_note_fields (telaah_passage_get_notes (one)->pdata[0])->text, ==, "lihat");
}

/* ---- Cells ---- */

/* The names are in files and in exports. */
static const char *const statuses[] = { "unread", "treated", "implicit", "silent" };

static void
test_status_names (void)
{
  TelaahStatus status;

  G_STATIC_ASSERT (G_N_ELEMENTS (statuses) == TELAAH_N_STATUSES);
  for (guint i = 0; i < TELAAH_N_STATUSES; i++)
    {
      status = TELAAH_N_STATUSES;
      g_assert_cmpstr (telaah_status_to_string (i), ==, statuses[i]);
      g_assert_true (telaah_status_from_string (statuses[i], &status));
      g_assert_cmpint (status, ==, i);
    }
}

static void
test_status_unknown (void)
{
  static const char *const unknown[] = { NULL, "", "Treated", "treat", "treated ", "1" };
  TelaahStatus status = TELAAH_STATUS_IMPLICIT;

  for (guint i = 0; i < G_N_ELEMENTS (unknown); i++)
    {
      g_assert_false (telaah_status_from_string (unknown[i], &status));
      g_assert_cmpint (status, ==, TELAAH_STATUS_IMPLICIT);
    }
}

#define ADD_ROWS(path, rows, test)                                            \
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)                             \
    {                                                                         \
      g_autofree char *name = g_strconcat (path "/", rows[i].name, NULL);     \
                                                                              \
      g_test_add_data_func (name, GUINT_TO_POINTER (i), test);                \
    }

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD_ROWS ("/model/id/is-valid", ids, test_id_valid);
  g_test_add_func ("/model/id/is-new-each-time", test_id_new);
  g_test_add_func ("/model/id/derives-the-same", test_id_derive);
  g_test_add_func ("/model/id/time-is-utc", test_time_now);
  ADD_ROWS ("/model/fields/equal", points, test_point_equal);
  g_test_add_func ("/model/fields/equal/gaps", test_equal_in_gaps);
  g_test_add_func ("/model/fields/are-copied", test_fields_are_copied);
  g_test_add_func ("/model/fields/numbers-count", test_themes_differ_by_number);
  ADD_ROWS ("/model/source/name-and-origin", sources, test_source_name);
  ADD_ROWS ("/model/passage/order", orders, test_passage_order);
  g_test_add_func ("/model/passage/themes", test_passage_themes);
  g_test_add_func ("/model/passage/notes", test_passage_notes);
  g_test_add_func ("/model/cell/status-names", test_status_names);
  g_test_add_func ("/model/cell/status-unknown", test_status_unknown);

  return g_test_run ();
}
