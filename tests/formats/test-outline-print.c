/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/outline-fixture.h"
#include "formats/telaah-labels.h"
#include "formats/telaah-wrap.h"

static const struct
{
  const char *name;
  const char *text;
  guint       width, max_lines;
  const char *lines;      /* with a bar between them */
} wraps[] = {
  { "nothing",     "",                     10, 0, "" },
  { "blank",       " \n\t ",               10, 0, "" },
  { "fits",        "two words",            10, 0, "two words" },
  { "exactly",     "two words",            9,  0, "two words" },
  { "breaks",      "two words",            8,  0, "two|words" },
  { "squeezes",    "  a \n\n b\tc  ",      10, 0, "a b c" },
  { "line-feed",   "two\nwords",           8,  0, "two|words" },
  { "squeezed-fits", "ab     cd",          5,  0, "ab cd" },
  { "long-word",   "abcdefgh ij",          3,  0, "abc|def|gh|ij" },
  { "no-break",    "a\u00a0b c",           3,  0, "a\u00a0b|c" },
  { "wide",        "\u5916\u4ea4 \u6570",  4,  0, "\u5916\u4ea4|\u6570" },
  { "wide-odd",    "\u5916\u4ea4",         3,  0, "\u5916|\u4ea4" },
  { "marks",       "e\u0301e\u0301e\u0301", 2, 0, "e\u0301e\u0301|e\u0301" },
  { "cut",         "one two three four",   7,  2, "one two|three\u2026" },
  { "cut-full",    "abcd efgh ijkl",       4,  2, "abcd|efg\u2026" },
  { "not-cut",     "one two",              3,  2, "one|two" },
  { "controls",    "a\x1b[31mb",           10, 0, "a[31mb" },
};

static void
test_wrap (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *joined = NULL;

  telaah_wrap_into (lines, wraps[row].text, wraps[row].width, wraps[row].max_lines);
  for (guint i = 0; i < lines->len; i++)
    g_assert_cmpuint (telaah_wrap_width (lines->pdata[i]), <=, wraps[row].width);

  g_ptr_array_add (lines, NULL);
  joined = g_strjoinv ("|", (char **) lines->pdata);
  g_assert_cmpstr (joined, ==, wraps[row].lines);
}

static const char *const table_80 =
  "Diplomasi digital: Seminar \u201cI\u201d\n"
  "\n"
  "Apa yang \u201cbaru\u201d?\n"
  "\n"
  "┌───────────────────┬───────────────────┬───────────────────┬──────────────────┐\n"
  "│ Point             │ Kesenjangan &     │ Small states |    │ c.txt            │\n"
  "│                   │ akses             │ big doors         │                  │\n"
  "│                   │ (Sari Dewi, 2021) │ (2020)            │                  │\n"
  "├───────────────────┼───────────────────┼───────────────────┼──────────────────┤\n"
  "│ Tantangan # utama │ Treated           │ Implicit          │ Silent           │\n"
  "│ Siapa yang        │ Akses tidak       │ 1 passage         │                  │\n"
  "│ <tertinggal>?     │ merata; *mahal*.  │                   │                  │\n"
  "│                   │ Dan rapuh.        │                   │                  │\n"
  "│                   │ (Access is uneven │                   │                  │\n"
  "│                   │ & dear.)          │                   │                  │\n"
  "│                   │ Evidence has      │                   │                  │\n"
  "│                   │ changed           │                   │                  │\n"
  "│                   │ 2 passages        │                   │                  │\n"
  "├───────────────────┴───────────────────┴───────────────────┴──────────────────┤\n"
  "│ Similarities: Both see a gap. (c.txt)                                        │\n"
  "├──────────────────────────────────────────────────────────────────────────────┤\n"
  "│ Differences: 1. Only one names money. - So it is. (Sari Dewi 2021)           │\n"
  "├───────────────────┬───────────────────┬───────────────────┬──────────────────┤\n"
  "│   Keamanan        │ Treated           │ Not yet read      │ Silent           │\n"
  "│                   │ 1 passage         │                   │ Read twice.      │\n"
  "├───────────────────┼───────────────────┼───────────────────┼──────────────────┤\n"
  "│ Manfaat           │ Not yet read      │ Not yet read      │ Not yet read     │\n"
  "│ (Tagged by ayu ·  │                   │                   │                  │\n"
  "│ Genre: opini)     │                   │                   │                  │\n"
  "└───────────────────┴───────────────────┴───────────────────┴──────────────────┘\n";

static const char *const blocks_40 =
  "Diplomasi digital: Seminar \u201cI\u201d\n"
  "\n"
  "Apa yang \u201cbaru\u201d?\n"
  "\n"
  "Tantangan # utama\n"
  "Siapa yang <tertinggal>?\n"
  "  Kesenjangan & akses (Sari Dewi,\n"
  "    2021): Treated · 2 passages ·\n"
  "    Evidence has changed · Akses tidak\n"
  "    merata; *mahal*. Dan rapuh. (Access…\n"
  "  Small states | big doors (2020):\n"
  "    Implicit · 1 passage\n"
  "  c.txt: Silent\n"
  "  Similarities: Both see a gap.\n"
  "    (c.txt)\n"
  "  Differences: 1. Only one names\n"
  "    money. - So it is. (Sari Dewi 2021)\n"
  "\n"
  "  Keamanan\n"
  "    Kesenjangan & akses (Sari Dewi,\n"
  "      2021): Treated · 1 passage\n"
  "    Small states | big doors (2020):\n"
  "      Not yet read\n"
  "    c.txt: Silent · Read twice.\n"
  "\n"
  "Manfaat\n"
  "Tagged by ayu · Genre: opini\n"
  "  Kesenjangan & akses (Sari Dewi,\n"
  "    2021): Not yet read\n"
  "  Small states | big doors (2020): Not\n"
  "    yet read\n"
  "  c.txt: Not yet read\n";

static void
test_table (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *text = telaah_outline_to_text (outline, 80);

  g_assert_cmpstr (text, ==, table_80);
}

static void
test_blocks (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *text = telaah_outline_to_text (outline, 40);
  g_autofree char *narrower = telaah_outline_to_text (outline, 0);

  g_assert_cmpstr (text, ==, blocks_40);
  g_assert_cmpstr (narrower, ==, blocks_40);
}

/* Whatever the width and the script, no line is too long and those of the table are all as long. */
static void
test_widths (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autoptr(TelaahPoint) point = telaah_point_new (&(TelaahPointFields) {
    .id = ID ("c9"), .title = "\u6570\u5b57\u5916\u4ea4\u7684\u6311\u6218\u4e0e\u673a\u9047\u4e0e\u98ce\u9669",
    .similarities = "\u6570\u5b57 e\u0301 Anticonstitutionnellementanticonstitutionnellement-anticonstitutionnellement",
    .depth = 40,
  });
  TelaahOutlinePoint *node = telaah_outline_point_new (point);

  g_ptr_array_add (outline->points, node);
  fixture_add_cell (node, TELAAH_STATUS_TREATED,
                    "\u6570\u5b57\u5916\u4ea4\u7684\u6311\u6218 a\u0300b", TRUE, NULL, NULL);

  for (guint columns = 40; columns < 260; columns++)
    {
      g_autofree char *text = telaah_outline_to_text (outline, columns);
      g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
      guint width = 0;

      for (guint i = 0; lines[i] != NULL; i++)
        {
          gunichar first = g_utf8_get_char (lines[i]);

          g_assert_cmpuint (telaah_wrap_width (lines[i]), <=, columns);
          if (first < 0x2500 || first > 0x257f)
            continue;

          if (width == 0)
            width = telaah_wrap_width (lines[i]);
          g_assert_cmpuint (telaah_wrap_width (lines[i]), ==, width);
        }

      g_assert_true (columns < 80 || width > 0);
    }
}

static void
test_no_points (void)
{
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autofree char *text = telaah_outline_to_text (outline, 80);
  g_autofree char *markdown = telaah_outline_to_markdown (outline);

  g_assert_cmpstr (text, ==, "There are no points to compare yet.\n");
  g_assert_cmpstr (markdown, ==, "# Untitled outline\n\n");
}

static const char *const document =
  "# Diplomasi digital: Seminar \u201cI\u201d\n"
  "\n"
  "**Question:** Apa yang \u201cbaru\u201d?\n"
  "\n"
  "## Tantangan \\# utama\n"
  "\n"
  "*Siapa yang \\<tertinggal\\>?*\n"
  "\n"
  "**Kesenjangan \\& akses** (Sari Dewi, 2021): Akses tidak merata; \\*mahal\\*.\n"
  "Dan rapuh. *(The evidence has changed since this was written.)*\n"
  "\n"
  "**Translation:** Access is uneven \\& dear.\n"
  "\n"
  "> \u201ckesenjangan\u201d akses\n"
  ">\n"
  "> *Note:* siapa?\n"
  "> kapan?\n"
  "\n"
  "> Keamanan siber \U0001f30f masih rapuh.\n"
  "\n"
  "**Small states \\| big doors** (2020): *Implicit.*\n"
  "\n"
  "> \u00a0Digital tools open doors\n"
  "\n"
  "**c.txt**: *Silent.*\n"
  "\n"
  "**Similarities:** Both see a gap. (c.txt)\n"
  "\n"
  "**Differences:** 1\\. Only one names money.\n"
  "\\- So it is. (Sari Dewi 2021)\n"
  "\n"
  "### Keamanan\n"
  "\n"
  "**Kesenjangan \\& akses** (Sari Dewi, 2021): *Treated.*\n"
  "\n"
  "> Keamanan siber \U0001f30f masih rapuh.\n"
  "\n"
  "**Small states \\| big doors** (2020): *Not yet read.*\n"
  "\n"
  "**c.txt**: *Silent.* Read twice.\n"
  "\n"
  "## Manfaat\n"
  "\n"
  "*Tagged by ayu · Genre: opini*\n"
  "\n"
  "**Kesenjangan \\& akses** (Sari Dewi, 2021): *Not yet read.*\n"
  "\n"
  "**Small states \\| big doors** (2020): *Not yet read.*\n"
  "\n"
  "**c.txt**: *Not yet read.*\n"
  "\n"
  "## Sources\n"
  "\n"
  "- Sari Dewi. (2021). Kesenjangan \\& akses. *Jurnal Selat*, *5*(2), 12–34. <https://doi.org/10.1234/js.5.2>\n"
  "- *Small states \\| big doors*. (2020).\n"
  "- *c.txt*. (n.d.).\n";

static void
test_markdown (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *markdown = telaah_outline_to_markdown (outline);

  g_assert_cmpstr (markdown, ==, document);
}

/* Where it is known where a passage stands, the quote says so. */
static void
test_contexts (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *markdown = NULL;

  fixture_add_contexts (outline);
  markdown = telaah_outline_to_markdown (outline);

  g_assert_nonnull (strstr (markdown, "> \u201ckesenjangan\u201d akses\n"
                                      ">\n"
                                      "> \u2014 Sari Dewi 2021, § Harga \\<yang\\> dibayar\n"
                                      ">\n"
                                      "> *Note:* siapa?\n"));
  g_assert_nonnull (strstr (markdown, "> \u2014 Small states \\| big doors 2020, § Doors\n"));
  g_assert_nonnull (strstr (markdown, "\\- So it is. (Sari Dewi 2021)\n"));
}

/* A question, which may have many lines, and what becomes of it. */
static const struct
{
  const char *name, *text, *markdown;
} escapes[] = {
  { "plain",        "Who pays, and why?",      "Who pays, and why?" },
  { "emphasis",     "*a* _b_ `c` ~d~",         "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~" },
  { "link",         "![a](b) <c>",             "!\\[a\\](b) \\<c\\>" },
  { "entity",       "&amp; AT&T",              "\\&amp; AT\\&T" },
  { "backslash",    "a\\b",                    "a\\\\b" },
  { "heading",      "a\n# b #\nC#",            "a\n\\# b \\#\nC#" },
  { "lists",        "- a\n+ b\n* c\n12. d\n3) e", "\\- a\n\\+ b\n\\* c\n12\\. d\n3\\) e" },
  { "not-lists",    "a - b\n2021 c\n3.5",      "a - b\n2021 c\n3\\.5" },
  { "rules",        "a\n===\n---",             "a\n\\===\n\\---" },
  { "quote",        "> a",                     "\\> a" },
  { "code",         "a\n\n    b\n\tc",         "a\n\nb\nc" },
  { "table",        "a | b",                   "a \\| b" },
  { "lone-cr",      "a\r# b",                  "a\n\\# b" },
  { "other-scripts", "\u6570 \u00e9 \U0001f30f", "\u6570 \u00e9 \U0001f30f" },
};

static void
test_escape (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autofree char *expected = g_strdup_printf ("# x\n\n**Question:** %s\n\n", escapes[row].markdown);
  g_autofree char *markdown = NULL;

  outline->title = g_strdup ("x");
  outline->question = g_strdup (escapes[row].text);
  markdown = telaah_outline_to_markdown (outline);
  g_assert_cmpstr (markdown, ==, expected);
}

/* Headings have six levels, and an address that could break out of its brackets is no link. */
static void
test_limits (void)
{
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  GPtrArray *points = outline->points;
  g_autofree char *markdown = NULL;

  for (guint i = 0; i < 8; i++)
    points = fixture_point (points, &(TelaahPointFields) {
      .id = ID ("c1"), .title = "deep", .depth = i,
    })->points;
  g_ptr_array_add (outline->sources, telaah_source_new (&(TelaahSourceFields) {
    .id = SOURCE_A, .title = "t", .url = "https://a b> *c*",
  }));

  markdown = telaah_outline_to_markdown (outline);
  g_assert_nonnull (strstr (markdown, "\n###### deep\n"));
  g_assert_null (strstr (markdown, "#######"));
  g_assert_nonnull (strstr (markdown, "https://a b\\> \\*c\\*"));
}

static void
test_labels (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  TelaahOutlinePoint *top = outline->points->pdata[0], *sub = top->points->pdata[0];
  g_autoptr(TelaahPoint) bare = telaah_point_new (&(TelaahPointFields) { .id = ID ("c8") });

  g_assert_cmpstr (telaah_status_get_label (TELAAH_STATUS_UNREAD), ==, "Not yet read");
  g_assert_cmpstr (telaah_status_get_label (TELAAH_STATUS_TREATED), ==, "Treated");
  g_assert_cmpstr (telaah_status_get_label (TELAAH_STATUS_IMPLICIT), ==, "Implicit");
  g_assert_cmpstr (telaah_status_get_label (TELAAH_STATUS_SILENT), ==, "Silent");
  g_assert_cmpstr (telaah_outline_get_point_title (outline, top->point), ==, "Tantangan # utama");
  g_assert_cmpstr (telaah_outline_get_point_title (outline, sub->point), ==, "Keamanan");
  g_assert_cmpstr (telaah_outline_get_point_title (outline, bare), ==, "Untitled point");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (wraps); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/wrap/%s", wraps[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_wrap);
    }

  for (guint i = 0; i < G_N_ELEMENTS (escapes); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/outline-markdown/escape/%s", escapes[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_escape);
    }

  g_test_add_func ("/formats/outline-text/table", test_table);
  g_test_add_func ("/formats/outline-text/blocks", test_blocks);
  g_test_add_func ("/formats/outline-text/widths", test_widths);
  g_test_add_func ("/formats/outline-text/no-points", test_no_points);
  g_test_add_func ("/formats/outline-markdown/document", test_markdown);
  g_test_add_func ("/formats/outline-markdown/contexts", test_contexts);
  g_test_add_func ("/formats/outline-markdown/limits", test_limits);
  g_test_add_func ("/formats/labels", test_labels);

  return g_test_run ();
}
