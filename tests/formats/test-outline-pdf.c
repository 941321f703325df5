/* The outline and its handouts as PDF, opened by programs that are not ours.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>

#include "formats/pdf-fixture.h"
#include "support/telaah-test.h"

/* ---- Foreign programs ---- */

/* What a program says of a file, which stands for "PDF" in the @command; NULL, and the test is skipped, where it is not
 * installed. */
static char *
dup_answer (GBytes     *pdf,
            const char *command)
{
  g_auto(GStrv) arguments = g_strsplit (command, " ", -1);
  g_autofree char *program = g_find_program_in_path (arguments[0]), *answer = NULL, *complaint = NULL;
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "outline.pdf", NULL);
  g_autoptr(GError) error = NULL;
  int status = 0;

  if (program == NULL)
    {
      g_autofree char *reason = g_strdup_printf ("%s is not installed", arguments[0]);

      g_test_skip (reason);
      return NULL;
    }

  for (guint i = 0; arguments[i] != NULL; i++)
    if (strcmp (arguments[i], "PDF") == 0)
      {
        g_free (arguments[i]);
        arguments[i] = g_strdup (path);
      }
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (pdf, NULL), g_bytes_get_size (pdf), &error));
  g_assert_true (g_spawn_sync (NULL, arguments, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, &answer, &complaint, &status,
                               &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpstr (complaint, ==, "");
  g_assert_cmpint (g_unlink (path), ==, 0);

  return g_steal_pointer (&answer);
}

/* The words of all pages in one line, with one blank between them. */
static char *
dup_words (GBytes *pdf)
{
  g_autofree char *answer = dup_answer (pdf, "pdftotext -q PDF -");
  g_auto(GStrv) parts = answer != NULL ? g_strsplit_set (answer, " \n\f", -1) : NULL;
  GString *words;

  if (parts == NULL)
    return NULL;

  words = g_string_new (NULL);
  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] != '\0')
      g_string_append_printf (words, "%s%s", words->len > 0 ? " " : "", parts[i]);

  return g_string_free (words, FALSE);
}

static guint
get_number (const char *answer,
            const char *key)
{
  const char *at = strstr (answer, key);

  g_assert_nonnull (at);

  return g_ascii_strtoull (at + strlen (key), NULL, 10);
}

/* One behind the other. */
static void
assert_order (const char        *words,
              const char *const *parts)
{
  const char *at = words;

  for (guint i = 0; parts[i] != NULL; i++)
    {
      const char *found = strstr (at, parts[i]);

      if (found == NULL)
        g_test_message ("not found: %s, in: %s", parts[i], at);
      g_assert_nonnull (found);
      at = found + strlen (parts[i]);
    }
}

static GBytes *
make_pdf (TelaahOutline *outline,
          double         width,
          double         height)
{
  g_autoptr(GError) error = NULL;
  GBytes *pdf = telaah_outline_to_pdf (outline, width, height, &error);

  g_assert_no_error (error);
  g_assert_nonnull (pdf);
  g_assert_true (g_str_has_prefix (g_bytes_get_data (pdf, NULL), "%PDF-"));

  return pdf;
}

static GBytes *
make_handout (TelaahOutline *outline,
              gboolean       filled)
{
  g_autoptr(GError) error = NULL;
  GBytes *pdf = telaah_outline_to_handout (outline, filled, 0, 0, &error);

  g_assert_no_error (error);

  return pdf;
}

/* ---- The outline ---- */

static void
test_words (void)
{
  static const char *const parts[] = {
    "Diplomasi digital: lima bacaan", "Tantangan dan manfaat apa", "February 3, 2024 · 5 sources · 6 points",
    "1 Tantangan", "Apa yang mengancam", "Kabel laut dan kata-kata Rahma 2021", "pintu bagi penyusup;",
    "Every new channel", "“Namun setiap saluran baru adalah pintu baru bagi penyusup.”", "§ Harga yang dibayar",
    "Evidence has changed", "“Separuh pulau kita masih menunggu sinyal pertama.”", "Silent",
    "Diam tentang keamanan", "Similarities", "(Wibowo & Lestari 2019)", "Differences", "Rahma (Rahma 2021) dan",
    "1.1 Keamanan siber", "Silent Teuku Alamsyah 2023", "Not yet read Wibowo", "1.2 Kesenjangan digital",
    "1.2.1 Pulau terluar", "2 Manfaat", "3 Peran Indonesia", "Sources", "Jurnal Bahari, 12(3), 41–58.",
    "https://doi.org/", "10.1234/bahari.2021.041", NULL,
  };
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *words = dup_words (pdf);

  if (words != NULL)
    assert_order (words, parts);
}

/* Letters that are joined, written from the right, or made of several characters. */
static void
test_scripts (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *words = dup_words (pdf), *composed = NULL;

  if (words == NULL)
    return;

  composed = g_utf8_normalize (words, -1, G_NORMALIZE_NFKC);
  g_assert_nonnull (strstr (composed, "Ngũgé, Šimun."));
  g_assert_nonnull (strstr (composed, "للمتسللين"));
}

/* Where no font has the letters of a script, there is nothing to be found. */
static void
test_chinese (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *fonts = dup_answer (pdf, "fc-list :charset=6570 family"), *words = NULL;

  if (fonts == NULL)
    return;
  if (*fonts == '\0')
    {
      g_test_skip ("no font has Chinese letters");
      return;
    }

  words = dup_words (pdf);
  if (words != NULL)
    g_assert_nonnull (strstr (words, "每一条新的渠道都是一扇新的门"));
}

static const struct
{
  const char *name;
  double      width, height;
  guint       expected_width, expected_height;
} sheets[] = {
  { "a4",        0,      0,      595, 841 },
  { "letter",    612,    792,    612, 792 },
  { "a5",        419.53, 595.28, 419, 595 },
  { "lying",     841.89, 595.28, 841, 595 },
  { "a3",        841.89, 1190.55, 841, 1190 },
  { "smallest",  140,    140,    140, 140 },
};

static void
test_sheet (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, sheets[row].width, sheets[row].height);
  g_autofree char *info = dup_answer (pdf, "pdfinfo -isodates PDF"), *words = NULL;
  const char *size;

  if (info == NULL)
    return;

  size = strstr (info, "Page size:") + strlen ("Page size:");
  g_assert_cmpuint (g_ascii_strtod (size, NULL), ==, sheets[row].expected_width);
  g_assert_cmpuint (g_ascii_strtod (strstr (size, " x ") + 3, NULL), ==, sheets[row].expected_height);

  /* Nothing is lost on small sheets. */
  words = dup_words (pdf);
  if (words != NULL)
    assert_order (words, (const char *const []) { "Tantangan", "Keamanan", "Pulau", "Manfaat", "Sources", NULL });
}

static void
test_refused_sheet (void)
{
  static const double sizes[][2] = { { 10, 10 }, { -595, 842 }, { 595, 1e9 }, { NAN, 842 }, { 595, INFINITY } };
  g_autoptr(TelaahOutline) outline = pdf_outline (1);

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr(GError) error = NULL;

      g_assert_null (telaah_outline_to_pdf (outline, sizes[i][0], sizes[i][1], &error));
      g_assert_error (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_INVALID);
      telaah_test_assert_sentence (error);
      g_clear_error (&error);
      g_assert_null (telaah_outline_to_handout (outline, FALSE, sizes[i][0], sizes[i][1], &error));
      g_assert_error (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_INVALID);
    }
}

static void
test_info (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *info = dup_answer (pdf, "pdfinfo -isodates PDF");

  if (info == NULL)
    return;

  g_assert_nonnull (strstr (info, "Diplomasi digital: lima bacaan"));
  g_assert_nonnull (strstr (info, "2024-02-03T04:05:06"));
  g_assert_null (strstr (info, "Author:"));
}

static void
test_same_bytes (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (2);
  g_autoptr(GBytes) one = make_pdf (outline, 0, 0), other = make_pdf (outline, 0, 0);

  g_assert_true (g_bytes_equal (one, other));
}

/* A long outline has contents, with the pages that its points are on. */
static void
test_contents (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (5);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *info = dup_answer (pdf, "pdfinfo -isodates PDF"), *words = dup_words (pdf), *head = NULL;
  guint n_pages;

  if (info == NULL || words == NULL)
    return;

  n_pages = get_number (info, "Pages:");
  g_assert_cmpuint (n_pages, >, 10);
  assert_order (words, (const char *const []) { "Contents", "1 Tantangan", "15 Peran Indonesia", "Sources",
                                                "1 Tantangan", "Kabel laut", "15 Peran Indonesia", "Sources", NULL });

  /* A short one has none. */
  g_clear_pointer (&outline, telaah_outline_free);
  g_clear_pointer (&pdf, g_bytes_unref);
  outline = pdf_outline (1);
  pdf = make_pdf (outline, 0, 0);
  head = dup_words (pdf);
  g_assert_null (strstr (head, "Contents"));
}

/* What a viewer lists beside the pages. */
static void
test_bookmarks (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *answer = dup_answer (pdf, "pdftohtml -xml -i -stdout -q PDF");

  if (answer == NULL)
    return;

  assert_order (strstr (answer, "<outline>"), (const char *const []) {
    "<item page=\"1\">1 Tantangan</item>", "<outline>", ">1.1 Keamanan siber</item>", ">1.2 Kesenjangan digital</item>",
    "<outline>", ">1.2.1 Pulau terluar</item>", "</outline>", "</outline>", ">2 Manfaat</item>",
    ">3 Peran Indonesia</item>", ">Sources</item>", NULL });
}

/* Numbers behind words lead to the quote that they rest on, references to their cells. */
static void
test_links (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);
  g_autofree char *answer = dup_answer (pdf, "pdftohtml -xml -i -stdout -q PDF");
  g_autoptr(GString) plain = g_string_new (answer);

  if (answer == NULL)
    return;

  /* Which words are bold depends on the fonts that there are. */
  g_string_replace (plain, "<b>", "", 0);
  g_string_replace (plain, "</b>", "", 0);
  assert_order (plain->str, (const char *const []) {
    "Setiap saluran baru", "#1\">1</a>", "#1\"> (Wibowo &amp; Lestari 2019)</a>", "#1\"> (Rahma 2021)</a>",
    "\"https://doi.org/10.1234/bahari.2021.041\"", "\"https://forum.example/suara-bersama\"", NULL });
}

/* Whatever the sheet, a heading is never the last of a page. */
static void
test_headings_stay (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (3);

  for (double height = 500; height < 700; height += 60)
    {
      g_autoptr(GBytes) pdf = make_pdf (outline, 500, height);
      g_autofree char *answer = dup_answer (pdf, "pdftotext -q -layout PDF -");
      g_auto(GStrv) pages = NULL;

      if (answer == NULL)
        return;

      /* The last line is the number of the page; the one before ends what it is of. The contents have no text. */
      pages = g_strsplit (answer, "\f", -1);
      for (guint i = 2; pages[i] != NULL && *g_strchomp (pages[i]) != '\0'; i++)
        {
          g_auto(GStrv) lines = g_strsplit (pages[i], "\n", -1);
          guint last = g_strv_length (lines) - 1;

          while (last > 0 && *g_strstrip (lines[--last]) == '\0')
            ;
          g_test_message ("page %u ends: %s", i + 1, lines[last]);
          g_assert_false (g_str_has_suffix (lines[last], "Treated"));
          g_assert_false (g_str_has_suffix (lines[last], "?"));
          g_assert_false (g_regex_match_simple ("^[0-9.]+\\s+(Tant|Keam|Kese|Pulau|Manf|Peran)", lines[last], 0, 0));
          g_assert_cmpstr (lines[last], !=, "Similarities");
          g_assert_cmpstr (lines[last], !=, "Differences");
          g_assert_cmpstr (lines[last], !=, "Sources");
        }
    }
}

/* An outline of one point, whose first cell says @summary. */
static TelaahOutline *
outline_that_says (const char *summary)
{
  TelaahOutline *outline = pdf_outline (1);
  TelaahOutlinePoint *node = outline->points->pdata[0];
  g_autoptr(GPtrArray) nothing = g_ptr_array_new ();

  g_ptr_array_set_size (outline->points, 1);
  g_ptr_array_set_size (node->points, 0);
  g_ptr_array_remove_index (node->cells, 0);
  g_ptr_array_insert (node->cells, 0, telaah_cell_new (&(TelaahCellFields) {
    .point = telaah_point_fields (node->point)->id, .source = pdf_sources[0].id, .status = TELAAH_STATUS_TREATED,
    .summary = summary,
  }, nothing, 0, FALSE));

  return outline;
}

static char *
dup_long_words (guint n)
{
  GString *summary = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (summary, "panjang%u ", i);

  return g_string_free (summary, FALSE);
}

/* Paragraphs that are longer than a page, and words longer than a line. */
static void
test_long_words (void)
{
  g_autofree char *many = dup_long_words (3000), *word = g_strnfill (300, 'w'), *words = NULL, *info = NULL;
  g_autofree char *summary = g_strconcat (many, word, NULL);
  g_autoptr(TelaahOutline) outline = outline_that_says (summary);
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0);

  words = dup_words (pdf);
  info = dup_answer (pdf, "pdfinfo -isodates PDF");
  if (words == NULL || info == NULL)
    return;

  g_assert_cmpuint (get_number (info, "Pages:"), >, 9);
  for (guint i = 0; i < 3000; i++)
    {
      g_autofree char *one = g_strdup_printf ("panjang%u ", i);

      g_assert_nonnull (strstr (words, one));
    }
}

/* A paragraph leaves no single line on a page. */
static void
test_single_lines (void)
{
  for (guint n = 100; n < 200; n += 8)
    {
      g_autofree char *summary = dup_long_words (n), *answer = NULL;
      g_autoptr(TelaahOutline) outline = outline_that_says (summary);
      g_autoptr(GBytes) pdf = make_pdf (outline, 420, 420);
      g_auto(GStrv) pages = NULL;

      answer = dup_answer (pdf, "pdftotext -q -layout PDF -");
      if (answer == NULL)
        return;

      pages = g_strsplit (answer, "\f", -1);
      for (guint i = 0; pages[i] != NULL; i++)
        {
          g_auto(GStrv) lines = g_strsplit (pages[i], "\n", -1);
          guint found = 0;

          for (guint k = 0; lines[k] != NULL; k++)
            found += strstr (lines[k], "panjang") != NULL;
          g_assert_cmpuint (found, !=, 1);
        }
    }
}

/* Nothing to show is no reason to fail. */
static void
test_empty (void)
{
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autoptr(GBytes) pdf = make_pdf (outline, 0, 0), blank = make_handout (outline, FALSE);
  g_autofree char *words = dup_words (pdf), *blanks = dup_words (blank);

  if (words == NULL || blanks == NULL)
    return;

  g_assert_nonnull (strstr (words, "There are no points to compare yet."));
  g_assert_nonnull (strstr (blanks, "There are no points to compare yet."));
}

/* ---- Handouts ---- */

static void
test_blank_handout (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_handout (outline, FALSE), again = make_handout (outline, FALSE);
  g_autofree char *words = dup_words (pdf), *info = dup_answer (pdf, "pdfinfo -isodates PDF");

  g_assert_true (g_bytes_equal (pdf, again));
  if (words == NULL || info == NULL)
    return;

  assert_order (words, (const char *const []) {
    "Name", "Date", "Diplomasi digital: lima bacaan", "1 Tantangan", "Apa yang mengancam", "Kabel laut dan kata-kata",
    "Rahma 2021", "Similarities", "Differences", "1.1 Keamanan siber", "1.2 Kesenjangan digital",
    "Think also of: 1.2.1 Pulau terluar", "2 Manfaat", "3 Peran Indonesia", "Sources", NULL });

  /* A page a point, and the sources. */
  g_assert_cmpuint (get_number (info, "Pages:"), ==, 6);
  g_assert_null (strstr (words, "penyusup"));
  g_assert_null (strstr (words, "Semua melihat"));
  g_assert_null (strstr (words, "“"));
}

static void
test_filled_handout (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = make_handout (outline, TRUE);
  g_autofree char *words = dup_words (pdf);

  if (words == NULL)
    return;

  assert_order (words, (const char *const []) {
    "1 Tantangan", "Setiap saluran baru membuka pintu bagi penyusup", "“Namun setiap saluran baru", "Semua melihat",
    "1.1 Keamanan siber", "2 Manfaat", "Warga dapat menyapa", NULL });
}

/* Few sources stand beside each other on a sheet that lies, many below each other on one that stands. */
static void
test_turned_handout (void)
{
  for (guint n = 0; n <= 5; n++)
    {
      g_autoptr(TelaahOutline) outline = pdf_outline_of (1, n);
      g_autoptr(GBytes) pdf = make_handout (outline, FALSE);
      g_autofree char *info = dup_answer (pdf, "pdfinfo -isodates PDF");
      double width;

      if (info == NULL)
        return;
      width = g_ascii_strtod (strstr (info, "Page size:") + strlen ("Page size:"), NULL);
      g_assert_cmpuint (width, ==, n == 1 || n == 5 ? 595 : 841);
    }
}

/* Every source has its row, over as many pages as it takes. */
static void
test_many_sources (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autoptr(GBytes) pdf = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_autofree char *title = g_strdup_printf ("Bacaan nomor %u", i);

      g_ptr_array_add (outline->sources, telaah_source_new (&(TelaahSourceFields) { .id = title, .title = title }));
    }
  pdf = make_handout (outline, FALSE);
  words = dup_words (pdf);
  if (words == NULL)
    return;

  assert_order (words, (const char *const []) { "1 Tantangan", "Bacaan nomor 0", "1 Tantangan (continued)",
                                                "Bacaan nomor 39", "Similarities", "1.1 Keamanan siber", NULL });
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/pdf/words", test_words);
  g_test_add_func ("/formats/pdf/scripts", test_scripts);
  g_test_add_func ("/formats/pdf/chinese", test_chinese);
  for (guint i = 0; i < G_N_ELEMENTS (sheets); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/pdf/sheet/", sheets[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_sheet);
    }
  g_test_add_func ("/formats/pdf/refused-sheet", test_refused_sheet);
  g_test_add_func ("/formats/pdf/info", test_info);
  g_test_add_func ("/formats/pdf/same-bytes", test_same_bytes);
  g_test_add_func ("/formats/pdf/contents", test_contents);
  g_test_add_func ("/formats/pdf/bookmarks", test_bookmarks);
  g_test_add_func ("/formats/pdf/links", test_links);
  g_test_add_func ("/formats/pdf/headings-stay", test_headings_stay);
  g_test_add_func ("/formats/pdf/long-words", test_long_words);
  g_test_add_func ("/formats/pdf/single-lines", test_single_lines);
  g_test_add_func ("/formats/pdf/empty", test_empty);
  g_test_add_func ("/formats/handout/blank", test_blank_handout);
  g_test_add_func ("/formats/handout/filled", test_filled_handout);
  g_test_add_func ("/formats/handout/turned", test_turned_handout);
  g_test_add_func ("/formats/handout/many-sources", test_many_sources);

  return g_test_run ();
}
