/* Writing references: as reference lists show them, and for other programs and back.
 *
 * Most of the expected lines are examples that the publishers of the styles print, with what Telaah has no field for
 * left out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/reference-fixture.h"

#define MANY \
  "Kalnay, E.; Kanamitsu, M.; Kistler, R.; Collins, W.; Deaven, D.; Gandin, L.; Iredell, M.; Saha, S.; White, G.; "  \
  "Woollen, J.; Zhu, Y.; Chelliah, M.; Ebisuzaki, W.; Higgins, W.; Janowiak, J.; Mo, K. C.; Ropelewski, C.; Wang, J.; " \
  "Leetmaa, A.; Reynolds, R."

static const struct
{
  const char         *name;
  TelaahSourceFields  fields;
  const char         *apa;
  const char         *chicago;      /* NULL: not asked for */
} works[] = {
  { "journal",
    { .author = "Grady, Jean S.; Her, M.; Moreno, G.; Perez, C.; Yelinek, J.", .date = "2019", .volume = "8",
      .title = "Emotions in storybooks: A comparison", .container = "Psychology of Popular Media Culture", .issue = "3",
      .pages = "207–217", .doi = "10.1037/ppm0000185", .medium = "article-journal", .url = "https://a.example" },
    "Grady, J. S., Her, M., Moreno, G., Perez, C., &amp; Yelinek, J. (2019). Emotions in storybooks: A comparison. "
    "<i>Psychology of Popular Media Culture</i>, <i>8</i>(3), 207–217. https://doi.org/10.1037/ppm0000185",
    "Grady, Jean S., M. Her, G. Moreno, C. Perez, and J. Yelinek. 2019. “Emotions in storybooks: A comparison.” "
    "<i>Psychology of Popular Media Culture</i> 8 (3): 207–217. https://doi.org/10.1037/ppm0000185." },
  { "article-number",
    { .author = "Jerrentrup, Andreas; Schaefer, Jürgen-Robert", .date = "2018-03-13", .volume = "13", .issue = "3",
      .title = "Teaching medicine with the help of “Dr. House.”", .container = "PLoS ONE", .pages = "e0193972",
      .medium = "article-journal" },
    "Jerrentrup, A., &amp; Schaefer, J.-R. (2018). Teaching medicine with the help of “Dr. House.” <i>PLoS ONE</i>, "
    "<i>13</i>(3), Article e0193972.", NULL },
  { "twenty-one",
    { .author = MANY "; Jenne, R.; Joseph, D.", .date = "1996", .title = "The NCEP/NCAR 40-year reanalysis project",
      .container = "Bulletin of the American Meteorological Society", .volume = "77", .issue = "3", .pages = "437–471",
      .medium = "article-journal" },
    "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., Saha, S., White, G., "
    "Woollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., Janowiak, J., Mo, K. C., Ropelewski, C., Wang, J., "
    "Leetmaa, A., . . . Joseph, D. (1996). The NCEP/NCAR 40-year reanalysis project. <i>Bulletin of the American "
    "Meteorological Society</i>, <i>77</i>(3), 437–471.",
    "Kalnay, E., M. Kanamitsu, R. Kistler, W. Collins, D. Deaven, L. Gandin, M. Iredell, et al. 1996. “The NCEP/NCAR "
    "40-year reanalysis project.” <i>Bulletin of the American Meteorological Society</i> 77 (3): 437–471." },
  { "twenty",
    { .author = MANY, .title = "T" },
    "Kalnay, E., Kanamitsu, M., Kistler, R., Collins, W., Deaven, D., Gandin, L., Iredell, M., Saha, S., White, G., "
    "Woollen, J., Zhu, Y., Chelliah, M., Ebisuzaki, W., Higgins, W., Janowiak, J., Mo, K. C., Ropelewski, C., Wang, J., "
    "Leetmaa, A., &amp; Reynolds, R. (n.d.). <i>T</i>.", NULL },
  { "book",
    { .author = "Sapolsky, Robert M.", .date = "2017", .title = "Behave: The biology of humans at our best and worst",
      .publisher = "Penguin Books", .medium = "book" },
    "Sapolsky, R. M. (2017). <i>Behave: The biology of humans at our best and worst</i>. Penguin Books.",
    "Sapolsky, Robert M. 2017. <i>Behave: The biology of humans at our best and worst</i>. Penguin Books." },
  { "book-volume",
    { .author = "Harris, K.; Graham, S.", .date = "2012", .title = "Handbook", .volume = "2", .publisher = "APA Books",
      .medium = "book" },
    "Harris, K., &amp; Graham, S. (2012). <i>Handbook</i> (Vol. 2). APA Books.",
    "Harris, K., and S. Graham. 2012. <i>Handbook</i>. Vol. 2. APA Books." },
  { "newspaper",
    { .author = "Carey, Benedict", .date = "2019-03-22", .title = "Can we get better at forgetting?",
      .container = "The New York Times", .url = "https://nyt.example/a_b", .medium = "article-newspaper" },
    "Carey, B. (2019, March 22). Can we get better at forgetting? <i>The New York Times</i>. https://nyt.example/a_b",
    "Carey, Benedict. 2019. “Can we get better at forgetting?” <i>The New York Times</i>, March 22, 2019. "
    "https://nyt.example/a_b." },
  { "newspaper-of-a-publisher",
    { .author = "Harlan, C.", .date = "2013-04", .title = "North Korea vows", .publisher = "The Washington Post",
      .pages = "A1, A4", .medium = "article-newspaper" },
    "Harlan, C. (2013, April). North Korea vows. <i>The Washington Post</i>, A1, A4.", NULL },
  { "magazine",
    { .author = "Schaefer, N. K.; Shapiro, B.", .date = "2019-09-06", .container = "Science", .volume = "365",
      .title = "New middle chapter in the story of human evolution", .issue = "6457", .pages = "981–982",
      .doi = "10.1126/science.aay3550", .medium = "article-magazine" },
    "Schaefer, N. K., &amp; Shapiro, B. (2019, September 6). New middle chapter in the story of human evolution. "
    "<i>Science</i>, <i>365</i>(6457), 981–982. https://doi.org/10.1126/science.aay3550", NULL },
  { "chapter",
    { .author = "Aron, L.; Botella, M.; Lubart, T.", .date = "2019", .title = "Culinary arts",
      .container = "The psychology of high performance", .publisher = "American Psychological Association",
      .pages = "345–359", .medium = "chapter", .doi = "10.1037/0000120-016" },
    "Aron, L., Botella, M., &amp; Lubart, T. (2019). Culinary arts. In <i>The psychology of high performance</i> "
    "(pp. 345–359). American Psychological Association. https://doi.org/10.1037/0000120-016",
    "Aron, L., M. Botella, and T. Lubart. 2019. “Culinary arts.” In <i>The psychology of high performance</i>, 345–359. "
    "American Psychological Association. https://doi.org/10.1037/0000120-016." },
  { "chapter-of-a-page",
    { .author = "Ani", .title = "One", .container = "All", .volume = "3", .pages = "7", .medium = "paper-conference" },
    "Ani. (n.d.). One. In <i>All</i> (Vol. 3, p. 7).", "Ani. n.d. “One.” In <i>All</i>, 7." },
  { "report",
    { .author = "National Cancer Institute", .date = "2019-01-02", .title = "Taking time", .issue = "18-2059",
      .publisher = "U.S. Department of Health", .medium = "report", .url = "https://nci.example/t.pdf" },
    "National Cancer Institute. (2019). <i>Taking time</i> (No. 18-2059). U.S. Department of Health. "
    "https://nci.example/t.pdf", NULL },
  { "page-of-its-author",
    { .author = "World Health Organization", .date = "2018-05-24", .title = "The top 10 causes of death",
      .container = "World Health Organization", .url = "https://who.example/top", .medium = "webpage" },
    "World Health Organization. (2018, May 24). <i>The top 10 causes of death</i>. https://who.example/top", NULL },
  { "page-that-changes",
    { .author = "U.S. Census Bureau", .title = "U.S. and world population clock",
      .publisher = "U.S. Department of Commerce", .accessed = "2020-01-09",
      .url = "https://www.census.gov/popclock/", .medium = "webpage" },
    "U.S. Census Bureau. (n.d.). <i>U.S. and world population clock</i>. U.S. Department of Commerce. "
    "Retrieved January 9, 2020, from https://www.census.gov/popclock/", NULL },
  { "thesis",
    { .author = "Harris, Lamar", .date = "2014", .title = "Instructional leadership", .publisher = "University of Virginia",
      .medium = "thesis" },
    "Harris, L. (2014). <i>Instructional leadership</i> [Thesis, University of Virginia].",
    "Harris, Lamar. 2014. “Instructional leadership.” Thesis. University of Virginia." },
  { "no-author",
    { .date = "2020", .title = "Who asks?", .container = "Harian", .medium = "article-newspaper" },
    "Who asks? (2020). <i>Harian</i>.", "“Who asks?” 2020. <i>Harian</i>." },
  { "no-title", { .author = "Ani; et al.", .date = "2020" }, "Ani, et al. (2020). [Untitled].",
    "Ani, et al. 2020. [Untitled]." },
  { "nothing", { .id = NULL }, "[Untitled]. (n.d.).", "[Untitled]. n.d." },
  { "empty-is-nothing", { .author = "", .title = "", .date = "", .url = "" }, "[Untitled]. (n.d.).", NULL },
  { "unknown-kind",
    { .author = "King, Martin Luther, Jr.; van Beethoven, Ludwig; Rahma, JRR; O'Neill, E.G.; bin Ali, Abu bakar; "
                "hooks, bell",
      .title = "A & B <C>", .container = "D", .volume = "1", .date = "2020-03-04" },
    "King, M. L., Jr., van Beethoven, L., Rahma, J. R. R., O&apos;Neill, E. G., bin Ali, A. bakar, &amp; hooks, b. (2020). "
    "A &amp; B &lt;C&gt;. <i>D</i>, <i>1</i>.", NULL },
  { "body-with-a-comma",
    { .author = "{Kementerian Pendidikan, Riset, dan Teknologi}; Ömer, Ünal; Rahma", .title = "E" },
    "Kementerian Pendidikan, Riset, dan Teknologi, Ömer, Ü., &amp; Rahma. (n.d.). <i>E</i>.", NULL },
};

static void
test_formats (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *apa = telaah_reference_format_markup (&works[row].fields, TELAAH_STYLE_APA);
  g_autofree char *chicago = telaah_reference_format_markup (&works[row].fields, TELAAH_STYLE_CHICAGO);

  g_assert_cmpstr (apa, ==, works[row].apa);
  if (works[row].chicago != NULL)
    g_assert_cmpstr (chicago, ==, works[row].chicago);
}

/* The plain text is the markup without it. */
static void
test_plain (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    for (guint style = TELAAH_STYLE_APA; style <= TELAAH_STYLE_CHICAGO; style++)
      {
        g_autofree char *markup = telaah_reference_format_markup (&works[i].fields, style);
        g_autofree char *plain = telaah_reference_format (&works[i].fields, style);
        g_autoptr(GString) text = g_string_new (markup);

        g_string_replace (text, "<i>", "", 0);
        g_string_replace (text, "</i>", "", 0);
        g_string_replace (text, "&lt;", "<", 0);
        g_string_replace (text, "&gt;", ">", 0);
        g_string_replace (text, "&apos;", "'", 0);
        g_string_replace (text, "&amp;", "&", 0);
        g_assert_cmpstr (text->str, ==, plain);
        g_assert_true (g_utf8_validate (plain, -1, NULL));
      }
}

/* ---- There and back ---- */

#define ALL \
  .author = "Rahma, Siti; King, Martin Luther, Jr.; WHO; van den Berg, Anna", .language = "id", .accessed = "2022-01-02", \
  .title = "50% of {a} & b_c: “x” ~ ^ \\ $5 #1 – é", .publisher = "Penerbit & Co", .container = "Jurnal -- `A''B", \
  .date = "2021-03-04", .url = "https://a.example/~x_y%20z?a=b&c=d#e", .doi = "10.1000/a_b(1)", .volume = "5", \
  .issue = "2a", .pages = "12–34"

static const TelaahSourceFields originals[] = {
  { ALL, .medium = "article-journal" }, { ALL, .medium = "article-newspaper" }, { ALL, .medium = "chapter" },
  { ALL, .medium = "paper-conference" }, { ALL, .medium = "webpage" }, { ALL, .medium = "article-magazine" },
  { ALL, .medium = "dataset" }, { ALL, .medium = "report" },
  { .title = "Alone" }, { .title = "A month", .date = "2021-03", .medium = "book" },
  { .author = "Solo", .date = "2021", .pages = "7", .medium = "thesis", .title = "T", .publisher = "UI" },
};

static void
check_back (char * (*write) (GPtrArray *sources))
{
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref), all = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (originals); i++)
    {
      TelaahSourceFields fields = originals[i];

      fields.id = fields.sha256 = "x";
      g_ptr_array_add (sources, telaah_source_new (&fields));
    }

  words = write (sources);
  all = telaah_references_parse (words, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (originals));

  for (guint i = 0; i < all->len; i++)
    {
      g_autoptr(TelaahReference) original = telaah_reference_new_for_fields (&originals[i]);
      g_autofree char *before = describe_reference (original), *after = describe_reference (all->pdata[i]);

      g_assert_cmpstr (after, ==, before);
    }
}

static void
test_bibtex_back (void)
{
  check_back (telaah_references_to_bibtex);
}

static void
test_ris_back (void)
{
  check_back (telaah_references_to_ris);
}

static void
test_csl_back (void)
{
  check_back (telaah_references_to_csl);
}

static void
test_bibtex_looks (void)
{
  TelaahSourceFields one = { .id = "1", .sha256 = "x", .author = "Łukasz, Jan; {A, B and C}; et al.", .medium = "book",
                             .title = "Über alles", .date = "2020-05" };
  TelaahSourceFields two = { .id = "2", .sha256 = "y", .author = "Łukasz", .title = "Über", .date = "2020" };
  g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *words = NULL;

  g_ptr_array_add (sources, telaah_source_new (&one));
  g_ptr_array_add (sources, telaah_source_new (&two));
  words = telaah_references_to_bibtex (sources);
  g_assert_cmpstr (words, ==,
                   "@book{lukasz2020uber,\n  author = {Łukasz, Jan and {A, B and C} and others},\n"
                   "  title = {Über alles},\n  year = {2020},\n  month = may\n}\n\n"
                   "@misc{lukasz2020uber-2,\n  author = {{Łukasz}},\n  title = {Über},\n  year = {2020}\n}\n");
}

/* ---- Media ---- */

static void
test_media (void)
{
  const char *const *all = telaah_media_get_all ();

  for (guint i = 0; all[i] != NULL; i++)
    g_assert_cmpstr (telaah_medium_get_label (all[i]), !=, all[i]);
  g_assert_cmpstr (telaah_medium_get_label ("post-weblog"), ==, "Blog post");
  g_assert_cmpstr (telaah_medium_get_label ("map"), ==, "Map");
  g_assert_cmpstr (telaah_medium_get_label ("musical_score"), ==, "musical_score");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (works); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/reference-cite/formats/%s", works[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_formats);
    }
  g_test_add_func ("/formats/reference-cite/plain", test_plain);
  g_test_add_func ("/formats/reference-cite/bibtex-back", test_bibtex_back);
  g_test_add_func ("/formats/reference-cite/ris-back", test_ris_back);
  g_test_add_func ("/formats/reference-cite/csl-back", test_csl_back);
  g_test_add_func ("/formats/reference-cite/bibtex-looks", test_bibtex_looks);
  g_test_add_func ("/formats/reference-cite/media", test_media);

  return g_test_run ();
}
