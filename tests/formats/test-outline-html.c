/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gio/gio.h>
#include <glib/gstdio.h>

#include "formats/office-fixture.h"
#include "formats/outline-fixture.h"

/* Writes @html to a file of its own. */
static char *
save (const char *html)
{
  g_autoptr(GError) error = NULL;
  char *file = g_build_filename (g_get_user_data_dir (), "outline.html", NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (file, html, -1, &error);
  g_assert_no_error (error);

  return file;
}

/* Runs @argv and gives its exit status. Our tests are strict with our criticals, not with those of others. */
static int
run (const char *const *argv)
{
  g_auto(GStrv) environment = g_environ_unsetenv (g_get_environ (), "G_DEBUG");
  g_autofree char *out = NULL, *err = NULL;
  g_autoptr(GError) error = NULL;
  int status = 0;

  g_spawn_sync (NULL, (char **) argv, environment, G_SPAWN_SEARCH_PATH, NULL, NULL, &out, &err, &status, &error);
  g_assert_no_error (error);
  g_test_message ("%s%s", out, err);

  return g_spawn_check_wait_status (status, &error) ? 0 : error->code;
}

/* @words: of the page, ended by NULL; FALSE where there is no Python to check it. */
static gboolean
check (const char        *html,
       const char *const *words,
       int                expected)
{
  g_autofree char *script = g_test_build_filename (G_TEST_DIST, "formats", "check-html.py", NULL);
  g_autofree char *file = save (html);
  g_autoptr(GPtrArray) argv = g_ptr_array_new ();
  const char *python = g_getenv ("TELAAH_TEST_PYTHON");

  if (python == NULL || *python == '\0')
    {
      g_test_skip ("python3 is not installed");
      return FALSE;
    }

  g_ptr_array_add (argv, (gpointer) python);
  g_ptr_array_add (argv, script);
  g_ptr_array_add (argv, file);
  for (; words != NULL && *words != NULL; words++)
    g_ptr_array_add (argv, (gpointer) *words);
  g_ptr_array_add (argv, NULL);
  g_assert_cmpint (run ((const char *const *) argv->pdata), ==, expected);

  return TRUE;
}

static void
assert_has (const char *html,
            const char *words)
{
  if (strstr (html, words) == NULL)
    g_test_message ("no %s in %s", words, strstr (html, "<main>") != NULL ? strstr (html, "<main>") : html);
  g_assert_nonnull (strstr (html, words));
}

/* ---- What is said ---- */

static const char *const fixture_words[] = {
  "Diplomasi digital: Seminar “I”",
  "Apa yang “baru”?",
  "Siapa yang <tertinggal>?",
  "Akses tidak merata1; *mah2al*. Dan rapuh.",
  "Access is uneven & dear.",
  "The evidence has changed since this was written.",
  "Sari Dewi 2021, § Harga <yang> dibayar",
  "Small states | big doors 2020, § Doors",
  "Note: siapa? kapan?",
  "Tagged by ayu · Genre: opini",
  "○ Silent c.txt",
  "2 Quoted in: 1 Tantangan # utama · 1.1 Keamanan",
  "Sari Dewi. (2021). Kesenjangan & akses. Jurnal Selat, 5(2), 12–34. https://doi.org/10.1234/js.5.2",
  "Genre opini",
  NULL
};

static void
test_page (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *without = telaah_outline_to_html (outline);
  g_autofree char *with = NULL, *broken = NULL;

  fixture_add_contexts (outline);
  with = telaah_outline_to_html (outline);
  if (!check (with, fixture_words, 0))
    return;

  check (without, NULL, 0);

  /* What the check is worth. */
  broken = fixture_replace (with, "id=\"q2\"", "id=\"q99\"");
  check (broken, NULL, 1);
}

static void
test_scripts (void)
{
  static const char *const words[] = {
    "الدبلوماسية الرقمية", "数字外交面临新的挑战。", "=1+1 is no formula.", "王 2018b",
    "Rahma 2021a, § Harga yang dibayar", "Rahma 2021b", "Wibowo & Lestari 2019a, § Modal dan beban", NULL
  };
  g_autoptr(TelaahOutline) outline = office_outline (12);
  g_autofree char *html = telaah_outline_to_html (outline);

  check (html, words, 0);
}

static void
test_nothing (void)
{
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autofree char *html = telaah_outline_to_html (outline);

  check (html, (const char *const[]) { "Untitled outline", "There are no points to compare yet.", NULL }, 0);
}

/* ---- Links ---- */

/* Words of two links are the first's; what is not on the page is no link. */
static void
test_links (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *html = telaah_outline_to_html (outline);

  assert_has (html, "<a href=\"#q1\">Akses tidak merata<sup>1</sup></a>"
                    "<a href=\"#q2\">; *mah<sup>2</sup></a>al*.\nDan rapuh.</p>");
  assert_has (html, "lang=\"en\">Access is uneven &amp; dear. <a href=\"#q2\"><sup>2</sup></a></p>");
  assert_has (html, ">Both <a href=\"#c1-3\">see a gap <small>(c.txt)</small></a>.</dd>");
  assert_has (html, ">1. <a href=\"#q2\">Only one<sup>2</sup></a> names money.\n- So it is.</dd>");
  assert_has (html, "<figure id=\"q2-2\">");
}

/* A link within the words of another has its mark after them; one beyond the end of the words stands after them. */
static void
test_nested_links (void)
{
  static const TelaahSpan spans[] = { { 0, 10 }, { 2, 5 }, { 20, 30 } };
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  TelaahOutlinePoint *node = outline->points->pdata[0];
  g_autofree char *html = NULL;

  g_ptr_array_set_size (node->links, 0);
  for (gsize i = 0; i < G_N_ELEMENTS (spans); i++)
    g_ptr_array_add (node->links, telaah_link_new (&(TelaahLinkFields) {
      .id = ID ("e0"), .point = ID ("c1"), .passage = i == 1 ? ID ("d1") : ID ("d2"),
      .kind = TELAAH_LINK_SIMILARITIES, .span = spans[i],
    }));
  html = telaah_outline_to_html (outline);

  assert_has (html, "<a href=\"#q2\">Both see a<sup>2</sup></a> <a href=\"#q1\"><sup>1</sup></a> gap."
                    "<a href=\"#q2\"><sup>2</sup></a></dd>");
  check (html, NULL, 0);
}

/* A paragraph stands there once, with all that is quoted of it, also where it overlaps. */
static void
test_context (void)
{
  static const struct { const char *id; TelaahSpan span; const char *before, *quote, *after; } passages[] = {
    { ID ("71"), { 10, 17 }, "",         "one two",        " three four." },
    { ID ("72"), { 14, 23 }, "one ",     "two three",      " four." },
    { ID ("73"), { 24, 29 }, "one two three ", "four.",    "" },
    { ID ("74"), { 30, 34 }, "",         "five",           "." },
  };
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  TelaahOutlinePoint *last = outline->points->pdata[1];
  GPtrArray *evidence = telaah_cell_get_evidence (last->cells->pdata[0]);
  static const char *const themes[] = { NULL };
  g_autofree char *html = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (passages); i++)
    {
      g_ptr_array_add (evidence, telaah_passage_new (&(TelaahPassageFields) {
        .id = passages[i].id, .source = SOURCE_A, .span = passages[i].span, .quote = passages[i].quote,
        .themes = themes,
      }, NULL));
      telaah_outline_add_context (outline, passages[i].id, NULL, passages[i].before, passages[i].after);
    }
  html = telaah_outline_to_html (outline);

  assert_has (html, "<span id=\"x4\"><mark>one </mark></span>"
                    "<span id=\"x5\"><mark>two</mark></span><sup><a href=\"#q4\">4</a></sup>"
                    "<mark> three</mark><sup><a href=\"#q5\">5</a></sup> <span id=\"x6\"><mark>four.</mark></span>"
                    "<sup><a href=\"#q6\">6</a></sup></p>");
  assert_has (html, ">" "<span id=\"x7\"><mark>five</mark></span><sup><a href=\"#q7\">7</a></sup>.</p>");
  check (html, NULL, 0);
}

/* ---- What comes from anywhere ---- */

static void
test_hostile (void)
{
  static const char *const words[] = { "</style><script>alert(1)</script> \"&lt; ok", NULL };
  static const char *const hostile = "</style><script>alert(1)</script>\x1b\x01 \"&lt;\xc2\x85 ok";
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *html = NULL;

  g_free (outline->title);
  outline->title = g_strdup (hostile);
  g_free (outline->language);
  outline->language = g_strdup ("\" onload=\"alert(1)");
  g_ptr_array_set_size (outline->themes, 0);
  g_ptr_array_add (outline->themes, telaah_theme_new (&(TelaahThemeFields) {
    .id = THEME_TOP, .name = hostile, .color = "red; background: url(x)" }));
  g_ptr_array_remove_index (outline->sources, 0);
  g_ptr_array_insert (outline->sources, 0, telaah_source_new (&(TelaahSourceFields) {
    .id = SOURCE_A, .title = hostile, .author = hostile, .language = "x\">", .url = "javascript:alert(1)" }));

  html = telaah_outline_to_html (outline);
  g_assert_null (strstr (html, "<script"));
  g_assert_null (strstr (html, "onload=\""));
  g_assert_null (strstr (html, "url(x)"));
  g_assert_null (strstr (html, "href=\"javascript"));
  check (html, words, 0);
}

/* As deep as a file may go, the levels of headings still say it. */
static void
test_deep (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  GPtrArray *points = outline->points;
  g_autofree char *html = NULL;

  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *id = g_strdup_printf ("00000000-0000-4000-8000-0000000001%02u", i);
      TelaahOutlinePoint *node = fixture_point (points, &(TelaahPointFields) { .id = id, .title = "Deep", .depth = i });

      points = node->points;
    }
  html = telaah_outline_to_html (outline);
  assert_has (html, "<h6 id=\"p3.1.1.1.1.1\" aria-level=\"7\">");
  check (html, NULL, 0);
}

/* ---- Another program ---- */

static void
test_office (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *office = g_find_program_in_path ("soffice");
  g_autofree char *html = NULL, *file = NULL, *profile = NULL, *home = NULL, *text = NULL;
  g_autoptr(GError) error = NULL;

  if (office == NULL)
    {
      g_test_skip ("LibreOffice is not installed");
      return;
    }

  fixture_add_contexts (outline);
  html = telaah_outline_to_html (outline);
  file = save (html);
  home = g_filename_to_uri (g_get_user_cache_dir (), NULL, &error);
  g_assert_no_error (error);
  profile = g_strdup_printf ("-env:UserInstallation=%s", home);
  g_assert_cmpint (run ((const char *const[]) { office, "--headless", profile,
                                                "--convert-to", "txt:Text (encoded):UTF8",
                                                "--outdir", g_get_user_data_dir (), file, NULL }), ==, 0);

  strcpy (strrchr (file, '.'), ".txt");
  g_file_get_contents (file, &text, NULL, &error);
  g_assert_no_error (error);
  assert_has (text, "Diplomasi digital: Seminar “I”");
  assert_has (text, "“kesenjangan” akses");
  assert_has (text, "Small states | big doors 2020, § Doors");
  assert_has (text, "https://doi.org/10.1234/js.5.2");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/outline-html/page", test_page);
  g_test_add_func ("/formats/outline-html/scripts", test_scripts);
  g_test_add_func ("/formats/outline-html/nothing", test_nothing);
  g_test_add_func ("/formats/outline-html/links", test_links);
  g_test_add_func ("/formats/outline-html/links/nested", test_nested_links);
  g_test_add_func ("/formats/outline-html/context", test_context);
  g_test_add_func ("/formats/outline-html/hostile", test_hostile);
  g_test_add_func ("/formats/outline-html/deep", test_deep);
  g_test_add_func ("/formats/outline-html/office", test_office);

  return g_test_run ();
}
