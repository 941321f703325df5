/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>
#include <string.h>

#include "formats/office-fixture.h"
#include "formats/telaah-outline-words.h"
#include "formats/telaah-sheet.h"
#include "formats/telaah-zip.h"

typedef GBytes *(*Export) (TelaahOutline  *outline,
                           GError        **error);

static const struct
{
  const char *ending;
  Export      export;
} packages[] = {
  { "odt",  telaah_outline_to_odt },
  { "docx", telaah_outline_to_docx },
  { "xlsx", telaah_outline_to_xlsx },
};

/* ---- Files for other programs ---- */

static char *
save (const char *name,
      const char *content,
      gssize      length)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);
  g_autoptr(GError) error = NULL;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, content, length, &error);
  g_assert_no_error (error);

  return g_steal_pointer (&path);
}

/* Saves @outline as @name in the first @n of them, and gives their paths to @argv. */
static void
save_packages (TelaahOutline *outline,
               const char    *name,
               guint          n,
               GPtrArray     *argv)
{
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = packages[i].export (outline, &error);
      g_autofree char *file = g_strdup_printf ("%s.%s", name, packages[i].ending);

      g_assert_no_error (error);
      g_ptr_array_add (argv, save (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes)));
    }
}

static void
append_references (TelaahOutline *outline,
                   GPtrArray     *points,
                   GString       *lines)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      for (guint j = 0; j < node->cells->len; j++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[j]);

          for (guint k = 0; k < evidence->len; k++)
            {
              const TelaahPassageFields *f = telaah_passage_fields (evidence->pdata[k]);
              g_autofree char *reference = telaah_outline_dup_reference (outline, f->source, f->id);

              g_string_append_printf (lines, "%s\n", reference);
            }
        }
      append_references (outline, node->points, lines);
    }
}

/* Runs @script with @argv, which it takes. Returns its exit status. */
static int
run (const char *script,
     GPtrArray  *argv)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "formats", script, NULL);
  g_autofree char *out = NULL;
  g_autoptr(GPtrArray) owned = argv;
  g_autoptr(GError) error = NULL;
  int status = 0;

  g_ptr_array_insert (argv, 0, g_strdup (path));
  g_ptr_array_insert (argv, 0, g_strdup (g_getenv ("TELAAH_TEST_PYTHON")));
  g_ptr_array_add (argv, NULL);
  g_spawn_sync (NULL, (char **) argv->pdata, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, NULL, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s", out);

  return g_spawn_check_wait_status (status, &error) ? 0 : error->code;
}

static gboolean
skip_without_python (void)
{
  const char *python = g_getenv ("TELAAH_TEST_PYTHON");

  if (python != NULL && *python != '\0')
    return FALSE;

  g_test_skip ("python3 is not installed");

  return TRUE;
}

/* Whether they hold together: as an office document of so many sources. */
static void
test_packages (gconstpointer data)
{
  g_autoptr(TelaahOutline) outline = office_outline (GPOINTER_TO_UINT (data));
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);

  if (!skip_without_python ())
    {
      save_packages (outline, "whole", G_N_ELEMENTS (packages), argv);
      g_assert_cmpint (run ("check-office-packages.py", argv), ==, 0);
    }
  else
    g_ptr_array_unref (argv);
}

/* What LibreOffice reads from @outline in the first @n packages, against the JSON of @other. */
static int
open_files (TelaahOutline *outline,
            TelaahOutline *other,
            guint          n)
{
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *json = telaah_outline_to_json (other);
  g_autofree char *csv = telaah_outline_to_csv (outline);
  g_autoptr(GString) references = g_string_new (NULL);

  append_references (outline, outline->points, references);
  g_ptr_array_add (argv, save ("outline.json", json, -1));
  g_ptr_array_add (argv, save ("references.txt", references->str, -1));
  save_packages (outline, "opened", n, argv);
  if (n == G_N_ELEMENTS (packages))
    g_ptr_array_add (argv, save ("table.csv", csv, -1));

  return run ("check-office-opened.py", argv);
}

static void
test_opened (gconstpointer data)
{
  g_autoptr(TelaahOutline) outline = office_outline (GPOINTER_TO_UINT (data));
  int status;

  if (skip_without_python ())
    return;

  status = open_files (outline, outline, G_N_ELEMENTS (packages));
  if (status == 77)
    g_test_skip ("LibreOffice is not installed");
  else
    g_assert_cmpint (status, ==, 0);
}

/* The check sees what is not as it should be. */
static void
test_faults (void)
{
  g_autoptr(TelaahOutline) outline = office_outline (2), other = office_outline (2);
  TelaahOutlinePoint *first = other->points->pdata[0];
  GPtrArray *argv = g_ptr_array_new_with_free_func (g_free);
  int status;

  g_ptr_array_add (argv, save ("broken.docx", "PK\x03\x04 no package", -1));
  if (skip_without_python ())
    {
      g_ptr_array_unref (argv);
      return;
    }
  g_assert_cmpint (run ("check-office-packages.py", argv), ==, 1);

  g_ptr_array_remove_index (first->points, 0);
  status = open_files (outline, other, 1);
  if (status == 77)
    g_test_skip ("LibreOffice is not installed");
  else
    g_assert_cmpint (status, ==, 1);
}

/* ---- Packages as bytes ---- */

static void
test_same (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahOutline) outline = office_outline (6), again = office_outline (6);
  g_autoptr(GBytes) one = packages[row].export (outline, NULL);
  g_autoptr(GBytes) other = packages[row].export (again, NULL);

  g_assert_true (g_bytes_equal (one, other));
}

/* An outline of nothing is a document, too. */
static void
test_empty (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) bytes = packages[row].export (outline, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 1000);
}

/* The first is stored as it is, the others are packed; check-office-packages.py reads whole packages and their sums. */
static void
test_zip (void)
{
  static const char *const names[] = { "first", "a/ünï.txt", "empty" };
  g_autofree char *many = g_strnfill (300000, 'x');
  const char *const contents[] = { "stored as it is", many, "" };
  g_autoptr(TelaahZip) zip = telaah_zip_new ();
  g_autoptr(GBytes) whole = NULL;
  g_autoptr(GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr(GBytes) bytes = g_bytes_new (contents[i], strlen (contents[i]));

      g_assert_true (telaah_zip_add (zip, names[i], bytes, i == 0, &error));
    }
  whole = telaah_zip_finish (zip, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (whole), <, 2000);
  g_assert_cmpmem ((const char *) g_bytes_get_data (whole, NULL) + 30, 20, "firststored as it is", 20);
}

/* ---- Cells ---- */

static const struct
{
  const char *name, *question, *cell;
} cells[] = {
  { "plain",       "Who pays?",        "Who pays?" },
  { "formula",     "=1+1",             "'=1+1" },
  { "plus",        "+1",               "'+1" },
  { "dash",        "- a list",         "'- a list" },
  { "at",          "@here",            "'@here" },
  { "full-width",  "＝1",              "'＝1" },
  { "tab",         "\t=1",             "\"'\t=1\"" },
  { "inside",      "a=1",              "a=1" },
  { "comma",       "a, b",             "\"a, b\"" },
  { "quotes",      "a \"b\"",          "\"a \"\"b\"\"\"" },
  { "both",        "=\"b\"",           "\"'=\"\"b\"\"\"" },
  { "lines",       "a\r\nb",           "\"a\nb\"" },
  { "blank",       " a",               "\" a\"" },
  { "script",      "数字 é 🌏",        "数字 é 🌏" },
};

static void
test_csv (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autoptr(TelaahPoint) point = telaah_point_new (&(TelaahPointFields) {
    .id = OFFICE_ID ("c", "9"), .title = "x", .question = cells[row].question });
  g_autofree char *expected = g_strdup_printf ("\xef\xbb\xbfPoint,Question,Similarities,Differences\r\nx,%s,,\r\n",
                                               cells[row].cell);
  g_autofree char *csv = NULL;

  g_ptr_array_add (outline->points, telaah_outline_point_new (point));
  csv = telaah_outline_to_csv (outline);
  g_assert_cmpstr (csv, ==, expected);
}

static void
test_names (void)
{
  static const struct { guint column, row; const char *name; } names[] = {
    { 1, 1, "A1" }, { 26, 2, "Z2" }, { 27, 3, "AA3" }, { 52, 4, "AZ4" }, { 53, 5, "BA5" }, { 702, 6, "ZZ6" },
    { 703, 7, "AAA7" }, { 16384, 1048576, "XFD1048576" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = telaah_sheet_dup_name (names[i].column, names[i].row);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

static void
add_rows (const char    *path,
          guint          n,
          GTestDataFunc  func,
          const char    *(*get_name) (guint))
{
  for (guint i = 0; i < n; i++)
    {
      g_autofree char *name = g_strdup_printf ("%s/%s", path, get_name (i));

      g_test_add_data_func (name, GUINT_TO_POINTER (i), func);
    }
}

static const char *
get_ending (guint i)
{
  return packages[i].ending;
}

static const char *
get_cell (guint i)
{
  return cells[i].name;
}

int
main (int   argc,
      char *argv[])
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/zip", test_zip);
  g_test_add_func ("/formats/sheet/names", test_names);
  add_rows ("/formats/outline-csv", G_N_ELEMENTS (cells), test_csv, get_cell);
  add_rows ("/formats/outline-office/same", G_N_ELEMENTS (packages), test_same, get_ending);
  add_rows ("/formats/outline-office/empty", G_N_ELEMENTS (packages), test_empty, get_ending);
  g_test_add_data_func ("/formats/outline-office/packages/few", GUINT_TO_POINTER (3), test_packages);
  g_test_add_data_func ("/formats/outline-office/packages/many", GUINT_TO_POINTER (20), test_packages);
  g_test_add_data_func ("/formats/outline-office/opened/few", GUINT_TO_POINTER (2), test_opened);
  g_test_add_data_func ("/formats/outline-office/opened/many", GUINT_TO_POINTER (20), test_opened);
  g_test_add_func ("/formats/outline-office/faults", test_faults);

  return g_test_run ();
}
