/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/office-fixture.h"
#include "formats/telaah-outline-export.h"
#include "formats/telaah-report.h"

/* ---- The list of formats ---- */

static const struct
{
  const char          *string;
  TelaahOutlineFormat  format;
  const char          *extension, *beginning;
} formats[] = {
  { "json",     TELAAH_OUTLINE_JSON,     "json", "{" },
  { "text",     TELAAH_OUTLINE_TEXT,     "txt",  "Diplomasi" },
  { "markdown", TELAAH_OUTLINE_MARKDOWN, "md",   "# Diplomasi" },
  { "html",     TELAAH_OUTLINE_HTML,     "html", "<!" },
  { "odt",      TELAAH_OUTLINE_ODT,      "odt",  "PK" },
  { "docx",     TELAAH_OUTLINE_DOCX,     "docx", "PK" },
  { "pdf",      TELAAH_OUTLINE_PDF,      "pdf",  "%PDF-" },
  { "opml",     TELAAH_OUTLINE_OPML,     "opml", "<?xml" },
  { "csv",      TELAAH_OUTLINE_CSV,      "csv",  "\xef\xbb\xbfPoint," },
  { "xlsx",     TELAAH_OUTLINE_XLSX,     "xlsx", "PK" },
  { "template", TELAAH_OUTLINE_TEMPLATE, "json", "{" },
};

static void
test_format (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  TelaahOutlineFormat format = TELAAH_N_OUTLINE_FORMATS;
  g_autoptr(TelaahOutline) outline = office_outline (3);
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;
  const char *beginning = formats[row].beginning;

  g_assert_true (telaah_outline_format_from_string (formats[row].string, &format));
  g_assert_cmpint (format, ==, formats[row].format);
  g_assert_cmpstr (telaah_outline_format_to_string (format), ==, formats[row].string);
  g_assert_cmpstr (telaah_outline_format_get_extension (format), ==, formats[row].extension);
  g_assert_nonnull (strchr (telaah_outline_format_get_mime_type (format), '/'));
  g_assert_cmpstr (telaah_outline_format_get_name (format), !=, "");

  bytes = telaah_outline_export (outline, format, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), >, 100);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), strlen (beginning), beginning, strlen (beginning));
}

static void
test_formats (void)
{
  TelaahOutlineFormat format = TELAAH_OUTLINE_PDF;

  g_assert_cmpuint (G_N_ELEMENTS (formats), ==, TELAAH_N_OUTLINE_FORMATS);
  g_assert_false (telaah_outline_format_from_string ("doc", &format));
  g_assert_false (telaah_outline_format_from_string (NULL, &format));
  g_assert_cmpint (format, ==, TELAAH_OUTLINE_PDF);
}

/* A handout is another document than the outline, and filled another than blank. */
static void
test_handouts (void)
{
  static const TelaahOutlineExport options[] = {
    { .handout = TELAAH_HANDOUT_NONE }, { .handout = TELAAH_HANDOUT_BLANK }, { .handout = TELAAH_HANDOUT_FILLED },
  };
  g_autoptr(TelaahOutline) outline = office_outline (3);
  gsize sizes[G_N_ELEMENTS (options)];

  for (guint i = 0; i < G_N_ELEMENTS (options); i++)
    {
      g_autoptr(GError) error = NULL;
      g_autoptr(GBytes) bytes = telaah_outline_export (outline, TELAAH_OUTLINE_PDF, &options[i], &error);

      g_assert_no_error (error);
      g_assert_cmpmem (g_bytes_get_data (bytes, NULL), 5, "%PDF-", 5);
      sizes[i] = g_bytes_get_size (bytes);
    }

  g_assert_cmpuint (sizes[0], !=, sizes[1]);
  g_assert_cmpuint (sizes[1], !=, sizes[2]);
}

/* ---- What a document says ---- */

/* The first paragraph of that style, as words; footnotes are [in brackets]. */
static char *
dup_words (const TelaahReport *report,
           TelaahReportStyle   style,
           const char         *beginning)
{
  for (guint i = 0; i < report->blocks->len; i++)
    {
      const TelaahReportParagraph *paragraph = ((TelaahReportBlock *) report->blocks->pdata[i])->paragraph;
      GString *words = g_string_new (NULL);

      for (guint j = 0; paragraph != NULL && j < paragraph->runs->len; j++)
        {
          const TelaahReportRun *r = paragraph->runs->pdata[j];

          if (r->text != NULL)
            g_string_append (words, r->text);
          for (guint k = 0; r->footnote != NULL && k < r->footnote->runs->len; k++)
            g_string_append_printf (words, "%s%s%s", k == 0 ? "[" : "",
                                    ((TelaahReportRun *) r->footnote->runs->pdata[k])->text,
                                    k + 1 == r->footnote->runs->len ? "]" : "");
        }

      if (paragraph != NULL && paragraph->style == style && g_str_has_prefix (words->str, beginning))
        return g_string_free (words, FALSE);

      g_string_free (words, TRUE);
    }

  return NULL;
}

/* What is linked says where it is from: passages in footnotes, the first of a source in full; cells in brackets, within
 * the sentence. */
static void
test_links (void)
{
  g_autoptr(TelaahOutline) outline = office_outline (6);
  g_autoptr(TelaahReport) report = telaah_report_new_for_outline (outline);
  g_autofree char *summary = dup_words (report, TELAAH_REPORT_BODY, "Setiap");
  g_autofree char *similar = dup_words (report, TELAAH_REPORT_SYNTHESIS, "Similarities");
  g_autofree char *different = dup_words (report, TELAAH_REPORT_SYNTHESIS, "Differences");
  g_autofree char *quote = dup_words (report, TELAAH_REPORT_QUOTE, "Namun");

  g_assert_cmpstr (summary, ==,
                   "Setiap saluran baru membuka pintu bagi penyusup"
                   "[“Namun setiap saluran baru adalah pintu baru bagi penyusup.” Rahma, S. (2021). Kabel laut dan "
                   "kata-kata. Jurnal Selat, 4(2), 11–29. https://example.org/kabel?a=1&b=2 § Harga yang dibayar.]"
                   "; biaya pengamanan tak dibahas.");
  g_assert_cmpstr (quote, ==, "Namun setiap saluran baru adalah pintu baru bagi penyusup."
                              "[Rahma 2021, § Harga yang dibayar.]");
  g_assert_cmpstr (similar, ==,
                   "Similarities\nSemua melihat keamanan sebagai urusan bersama (Rahma 2021; Wibowo & Lestari 2019). "
                   "Tak seorang pun menyebut siapa yang membayar.");
  g_assert_cmpstr (different, ==,
                   "Differences\nRahma takut pada penyusup dari luar (Rahma 2021); Wibowo pada jurang di dalam "
                   "(Wibowo & Lestari 2019).");
}

/* Two that are cited alike have their letters in the list of sources, too. */
static void
test_letters (void)
{
  g_autoptr(TelaahOutline) outline = office_outline (8);
  g_autoptr(TelaahReport) report = telaah_report_new_for_outline (outline);
  g_autofree char *first = dup_words (report, TELAAH_REPORT_REFERENCE, "Rahma, S. (2021a)");
  g_autofree char *second = dup_words (report, TELAAH_REPORT_REFERENCE, "Rahma, S. (2021b)");
  g_autofree char *other = dup_words (report, TELAAH_REPORT_REFERENCE, "Okafor, N. (2020).");

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  g_assert_nonnull (other);
}

static void
test_directions (void)
{
  static const struct { const char *words; gboolean rtl; } rows[] = {
    { "plain", FALSE }, { "", FALSE }, { "12 – مرحبا", TRUE }, { "“שלום” and more", TRUE },
    { "a مرحبا", FALSE }, { "数字", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(TelaahReport) report = telaah_report_new ();
      TelaahReportParagraph *paragraph = telaah_report_paragraph_new (TELAAH_REPORT_BODY, NULL);

      telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, rows[i].words);
      telaah_report_add (report, paragraph);
      g_assert_cmpint (telaah_report_is_rtl (paragraph), ==, rows[i].rtl);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/outline-export/%s", formats[i].string);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_format);
    }

  g_test_add_func ("/formats/outline-export/list", test_formats);
  g_test_add_func ("/formats/outline-export/handouts", test_handouts);
  g_test_add_func ("/formats/report/links", test_links);
  g_test_add_func ("/formats/report/letters", test_letters);
  g_test_add_func ("/formats/report/directions", test_directions);

  return g_test_run ();
}
