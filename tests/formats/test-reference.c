/* Reading references: BibTeX, RIS and CSL-JSON as programs write them, as people break them, and as nobody does.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "formats/reference-fixture.h"

/* ---- What is read ---- */

static const struct
{
  const char *name;
  const char *words;
  const char *expected;     /* several references are parted by "--\n" */
} references[] = {
  { "bibtex/article",
    "@article{rahma2021,\n  author = {Rahma, Siti and Budi Santoso},\n  title = \"Kabel {Laut} dan Kata\",\n"
    "  journal = {Jurnal Bahari},\n  year = 2021,\n  month = mar,\n  volume = 5,\n  number = {2},\n"
    "  pages = {12--34},\n  doi = {https://doi.org/10.1000/jb.5.2},\n  url = {https://jb.example/a_b},\n"
    "  issn = {1234-5678}\n}\n",
    "title: Kabel Laut dan Kata\nauthor: Rahma, Siti; Santoso, Budi\ndate: 2021-03\nurl: https://jb.example/a_b\n"
    "medium: article-journal\ncontainer: Jurnal Bahari\nvolume: 5\nissue: 2\npages: 12–34\ndoi: 10.1000/jb.5.2\n" },
  { "bibtex/names",
    "@book{a, author = {Ludwig van Beethoven AND de la Cruz, Juana Inés and King, Jr., Martin Luther and\n"
    " {Kementerian Luar Negeri} and {Barnes and Noble, Inc.} and Sukarno and Jean-Luc\tPicard and "
    "Charles Louis Xavier Joseph de la Vall{\\'e}e Poussin and others}}",
    "author: van Beethoven, Ludwig; de la Cruz, Juana Inés; King, Martin Luther, Jr.; Kementerian Luar Negeri; "
    "{Barnes and Noble, Inc.}; Sukarno; Picard, Jean-Luc; de la Vallée Poussin, Charles Louis Xavier Joseph; et al.\n"
    "medium: book\n" },
  { "bibtex/latex",
    "@misc{a, title = {{\\'E}tude \\'{e} \\`a \\^o \\~n \\\"u {\\\"O} \\c{c} \\c c \\v{s} \\H{o} \\k{a} \\r a \\'\\i{} "
    "\\u{\\i} \\ss{} \\o{} {\\L}{\\'o}d{\\'z} \\ae\\ \\& 5\\% \\$3 \\#1 a\\_b \\textit{Homo \\emph{sapiens}} J.~K. "
    "1914--1918 x---y ``so'' `it' \\textendash{} H$_2$O $\\alpha$ \\LaTeX{} \\unknown{kept} \\href{http://x}{link} "
    "\\'\\^{e} \\~{}}}",
    "title: Étude é à ô ñ ü Ö ç ç š ő ą å í ĭ ß ø Łódź æ & 5% $3 #1 a_b Homo sapiens J. K. 1914–1918 x—y “so” ‘it' – "
    "H2O α LaTeX kept link ế ~\n" },
  { "bibtex/strings",
    "@string{jb = {Jurnal }} @STRING(bahari = jb # \"Bahari\")\n@comment{ @article{no, title={No}} }\n"
    "@preamble{ \"\\newcommand{\\x}{y}\" # {z} }\nWrite to a@b.example for {more}.\n"
    "@article(k:1/2, journal = bahari, year = \"20\" # 21, month = 4 , title = jb # \"--- \" # {satu}, note = nowhere,)",
    "title: Jurnal — satu\ndate: 2021-04\nmedium: article-journal\ncontainer: Jurnal Bahari\n" },
  { "bibtex/biblatex",
    "@Article{x, Author={Lestari, Dewi}, Date={2021-03-04/2021-03-09}, JournalTitle={Media}, Title={Satu},\n"
    "Subtitle={Dua}, EntrySubtype={newspaper}, Location={Jakarta}, URL={https://m.example/~dewi/a\\%20b--c},\n"
    "URLDate={2022-01-02}, LangID={indonesian}, EID={e7}}",
    "title: Satu: Dua\nauthor: Lestari, Dewi\ndate: 2021-03-04\nurl: https://m.example/~dewi/a%20b--c\nlanguage: id\n"
    "medium: article-newspaper\ncontainer: Media\npages: e7\naccessed: 2022-01-02\n" },
  { "bibtex/quoted-accent",
    "@book{g, title = \"G\\\"odel and {\\\"U}ber\", author = \"G\\\"odel, Kurt\", publisher=\"A {\"}B{\"}\"}",
    "title: Gödel and Über\nauthor: Gödel, Kurt\npublisher: A \"B\"\nmedium: book\n" },
  { "bibtex/eprint",
    "@misc{v, title={Attention}, eprint={1706.03762}, archivePrefix={arXiv}, year={2017}, primaryClass={cs.CL}}",
    "title: Attention\npublisher: arXiv\ndate: 2017\nurl: https://arxiv.org/abs/1706.03762\n" },
  { "bibtex/howpublished",
    "@misc{v, title={Page}, howpublished={\\url{https://a.example/x_y}}} @misc{w, howpublished={In print}}",
    "title: Page\nurl: https://a.example/x_y\n--\n" },
  { "bibtex/kinds",
    "@phdthesis{a, school={UI}} @inproceedings{b, booktitle={Proc}, number={3}} @techreport{c, institution={BPS},"
    "number={7}} @online{d, organization={Situs}, publisher={Kantor}} @INCOLLECTION{e, booktitle={B}, booksubtitle={C}}",
    "publisher: UI\nmedium: thesis\n--\nmedium: paper-conference\ncontainer: Proc\n--\n"
    "publisher: BPS\nmedium: report\nissue: 7\n--\npublisher: Kantor\nmedium: webpage\ncontainer: Situs\n--\n"
    "medium: chapter\ncontainer: B: C\n" },
  { "bibtex/day", "@book{a, year=2021, month=\"4~\" # mar} @book{b, year={2020}, month={mar # 4}, day={5}}"
    "@book{c, year={2020}, month=3, day=5} @book{d, year={in press}} @book{e, year={2019a}} @book{f, year={c. 1900}}",
    "date: 2021-03-04\nmedium: book\n--\ndate: 2020\nmedium: book\n--\ndate: 2020-03-05\nmedium: book\n--\n"
    "medium: book\n--\ndate: 2019\nmedium: book\n--\nmedium: book\n" },
  { "bibtex/first-wins-and-empty", "@book{a, title={One}, title={Two}, author={}, publisher={ }, doi={none}, year={}}",
    "title: One\nmedium: book\n" },
  { "bibtex/no-key", "@book{title={One}}", "title: One\nmedium: book\n" },
  { "bibtex/crlf-and-bom", "\xef\xbb\xbf@book{a,\r\n title = {One\r\n  two},\r\n}\r\n", "title: One two\nmedium: book\n" },
  { "bibtex/latin1", "@book{a, title = {Caf\xe9 na\xefve au lait}}", "title: Café naïve au lait\nmedium: book\n" },

  { "ris/journal",
    "TY  - JOUR\nAU  - Rahma, Siti\nA1  - King, Martin Luther, Jr.\nAU  - World Health Organization\nTI  - Kabel Laut\n"
    "T2  - Jurnal Bahari\nJO  - J. Bahari\nPY  - 2021\nDA  - 2021/03/04/\nVL  - 5\nIS  - 2\nSP  - 12\nEP  - 34\n"
    "SN  - 1234-5678\nUR  - https://jb.example/a\nL1  - internal-pdf://1/a.pdf\nDO  - 10.1000/jb\nLA  - Indonesian\n"
    "AB  - No.\nY2  - 2022/01/02/\nER  - \n",
    "title: Kabel Laut\nauthor: Rahma, Siti; King, Martin Luther, Jr.; World Health Organization\ndate: 2021-03-04\n"
    "url: https://jb.example/a\nlanguage: id\nmedium: article-journal\ncontainer: Jurnal Bahari\nvolume: 5\nissue: 2\n"
    "pages: 12–34\ndoi: 10.1000/jb\naccessed: 2022-01-02\n" },
  { "ris/several",
    "Provider: somebody\n\nTY  - BOOK\r\nT1  - A long\r\n   title\r\nT2  - A series\r\nPB  - Penerbit\r\nY1  - 2019//\r\n"
    "ER  - \r\n\r\n  TY - NEWS\n  JF - Harian\n  PY - 2020/05//Spring\n  SP - A1-A3\n  ER -",
    "title: A long title\npublisher: Penerbit\ndate: 2019\nmedium: book\n--\n"
    "date: 2020-05\nmedium: article-newspaper\ncontainer: Harian\npages: A1–A3\n" },
  { "ris/links", "TY  - GEN\nUR  - https://dx.doi.org/10.5/x\nL2  - https://a.example/pdf\nER  - \n"
    "TY  - XXXX\nL1  - file:///home/a.pdf\nL2  - https://a.example/pdf\nDA  - 2020\nPY  - 2019\nER  - ",
    "doi: 10.5/x\n--\ndate: 2019\nurl: https://a.example/pdf\n" },

  { "csl/array",
    "[{\"id\":\"a\",\"type\":\"chapter\",\"title\":\"A <i>fine</i> <span class=\\\"nocase\\\">DNA</span> &lt;3 < 4\","
    "\"author\":[{\"family\":\"Beethoven\",\"given\":\"Ludwig\",\"non-dropping-particle\":\"van\"},"
    "{\"family\":\"Fontaine\",\"given\":\"Jean\",\"dropping-particle\":\"de\",\"non-dropping-particle\":\"La\"},"
    "{\"literal\":\"Dinas Pendidikan, Jakarta\"},{\"family\":\"King\",\"given\":\"M.\",\"suffix\":\"Jr.\"}],"
    "\"issued\":{\"date-parts\":[[\"2021\",3,4]]},\"container-title\":\"Book\",\"publisher\":\"Press\",\"volume\":2,"
    "\"page\":\"12-34\",\"language\":\"en_GB\",\"DOI\":\"10.1/2\",\"URL\":\"https://a.example/\","
    "\"accessed\":{\"raw\":\"2 Jan 2022\"}},{\"title\":\"Zwei\",\"issued\":{\"literal\":\"Maret 2020\"}}]",
    "title: A fine DNA &lt;3 < 4\nauthor: van Beethoven, Ludwig; La Fontaine, Jean de; {Dinas Pendidikan, Jakarta}; "
    "King, M., Jr.\npublisher: Press\ndate: 2021-03-04\nurl: https://a.example/\nlanguage: en-GB\nmedium: chapter\n"
    "container: Book\nvolume: 2\npages: 12–34\ndoi: 10.1/2\naccessed: 2022-01-02\n--\ntitle: Zwei\ndate: 2020-03\n" },
  { "csl/crossref",
    " {\"type\":\"journal-article\",\"title\":[\"One\",\"Two\"],\"container-title\":[],\"author\":[{\"name\":\"WHO\"},"
    "{\"given\":\"Ani\",\"family\":\"B\",\"sequence\":\"first\"},7],\"issued\":{\"date-parts\":[[null]]},\"page\":7}",
    "title: One\nauthor: WHO; B, Ani\nmedium: article-journal\npages: 7\n" },
  { "csl/odd", "{\"title\":null,\"type\":\"Not a type!\",\"author\":\"Someone\",\"issued\":\"2020-01\",\"volume\":{},"
    "\"accessed\":{\"date-parts\":[[2020]],\"circa\":true}}", "date: 2020-01\n" },
};

static char *
describe (GPtrArray *all)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < all->len; i++)
    {
      g_autofree char *one = describe_reference (all->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "--\n" : "", one);
    }

  return g_string_free (text, FALSE);
}

static void
test_reads (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = telaah_references_parse (references[row].words, -1, &error);
  g_autofree char *text = NULL;

  g_assert_no_error (error);
  text = describe (all);
  g_assert_cmpstr (text, ==, references[row].expected);
  g_assert_true (telaah_references_recognise (references[row].words, -1));
}

/* ---- What is refused ---- */

static const struct
{
  const char *name;
  const char *words;
  const char *message;
} faults[] = {
  { "prose", "Rahma wrote to siti@laut.example in 2021.", "This is no reference in BibTeX, RIS or CSL-JSON." },
  { "empty", "", "This is no reference in BibTeX, RIS or CSL-JSON." },
  { "binary", "\x01\x02\x03\x04", "This is no reference in BibTeX, RIS or CSL-JSON." },
  { "brace", "@book{a,\n title = {One,\n year = 2020\n",
    "This BibTeX cannot be read: in line 2, a brace opens that is never closed." },
  { "quote", "\n\n@book{a, title = \"One }",
    "This BibTeX cannot be read: in line 3, a brace is closed that was never opened." },
  { "open-quote", "@book{a, title = \"One",
    "This BibTeX cannot be read: in line 1, a quotation mark opens that is never closed." },
  { "no-value", "@book{a,\n title = ,\n}", "This BibTeX cannot be read: in line 2, a value is missing." },
  { "no-name", "@book{a,\n = {One}}", "This BibTeX cannot be read: in line 2, “name = value” is expected." },
  { "no-comma", "@book{a,\n title = {One}\n year = 2020}",
    "This BibTeX cannot be read: in line 3, a comma is missing after a value." },
  { "truncated", "@book{a,\n title = {One},\n",
    "This BibTeX cannot be read: in line 3, the text ends within an entry." },
  { "key", "@book{a", "This BibTeX cannot be read: in line 1, the key of an entry does not end." },
  { "strings-only", "@string{a = {b}}", "This BibTeX has strings or comments, but no reference." },
  { "no-end", "\nTY  - BOOK\nTI  - One\n",
    "This RIS cannot be read: in line 2, a reference begins (TY) that never ends (ER)." },
  { "twice", "TY  - BOOK\nTI  - One\nTY  - BOOK\nER  - \n",
    "This RIS cannot be read: in line 3, a reference begins (TY) before the last one has ended (ER)." },
  { "outside", "TY  - BOOK\nER  - \nTI  - One\n",
    "This RIS cannot be read: in line 3, something stands before the beginning (TY) of a reference." },
  { "json", "[{\"title\":\n\"One\" \"Two\"}]",
    "This CSL-JSON cannot be read: in line 2, a comma, a colon or a value is amiss." },
  { "json-end", "[{\"title\": \"One\"}", "This CSL-JSON cannot be read: in line 1, it ends in the middle." },
  { "json-else", "[{\"title\": \"One\"}, {\"format\": 1}]",
    "This is JSON, but item 2 of it is no reference of CSL-JSON." },
  { "json-values", "[1]", "This is JSON, but item 1 of it is no reference of CSL-JSON." },
  { "json-none", "[]", "This CSL-JSON has no reference in it." },
};

static void
test_refuses (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;

  g_assert_null (telaah_references_parse (faults[row].words, -1, &error));
  g_assert_nonnull (error);
  g_assert_true (error->domain == TELAAH_REFERENCE_ERROR);
  g_assert_cmpstr (error->message, ==, faults[row].message);
}

/* Strings made of strings, each twice as long as the last. */
static void
test_bounds (void)
{
  g_autoptr(GString) words = g_string_new ("@string{s0 = {xxxxxxxxxxxxxxxx}}\n");
  g_autoptr(GError) error = NULL;

  for (guint i = 1; i < 60; i++)
    g_string_append_printf (words, "@string{s%u = s%u # s%u}\n", i, i - 1, i - 1);
  g_assert_null (telaah_references_parse (words->str, words->len, &error));
  g_assert_cmpstr (error->message, ==, "This BibTeX cannot be read: in line 18, a value is too long.");
}

/* ---- Values ---- */

static const struct
{
  char       *(*read) (const char *words);
  const char *words;
  const char *expected;
} values[] = {
  { telaah_reference_dup_date, "2021", "2021" }, { telaah_reference_dup_date, " 2021-03-04T10:00:00Z ", "2021-03-04" },
  { telaah_reference_dup_date, "2021/3/4", "2021-03-04" }, { telaah_reference_dup_date, "4 March 2021", "2021-03-04" },
  { telaah_reference_dup_date, "March 4th, 2021", "2021-03-04" }, { telaah_reference_dup_date, "2021 Mar 4", "2021-03-04" },
  { telaah_reference_dup_date, "4 Agustus 2021", "2021-08-04" }, { telaah_reference_dup_date, "Sept. 2021", "2021-09" },
  { telaah_reference_dup_date, "Spring 2021", "2021" }, { telaah_reference_dup_date, "03/04/2021", "2021" },
  { telaah_reference_dup_date, "2021-2022", "2021" }, { telaah_reference_dup_date, "3–5 May 2021", "2021-05-03" },
  { telaah_reference_dup_date, "28 May – 2 June 2021", "2021-05" }, { telaah_reference_dup_date, "2021-02-30", "2021-02" },
  { telaah_reference_dup_date, "2021-13", "2021" }, { telaah_reference_dup_date, "circa 2021", NULL },
  { telaah_reference_dup_date, "2021?", NULL }, { telaah_reference_dup_date, "n.d.", NULL },
  { telaah_reference_dup_date, "in press", NULL }, { telaah_reference_dup_date, "20210304", NULL },
  { telaah_reference_dup_date, "0000", NULL }, { telaah_reference_dup_date, "", NULL },

  { telaah_reference_dup_doi, "10.1000/182", "10.1000/182" }, { telaah_reference_dup_doi, "doi: 10.1000/a", "10.1000/a" },
  { telaah_reference_dup_doi, "https://doi.org/10.1000/A(1)2", "10.1000/A(1)2" },
  { telaah_reference_dup_doi, "http://dx.doi.org/10.1000/1", "10.1000/1" }, { telaah_reference_dup_doi, "PMC1", NULL },
  { telaah_reference_dup_doi, "https://a.example/10.1/2", NULL }, { telaah_reference_dup_doi, "10.1000", NULL },

  { telaah_reference_dup_pages, "12-34", "12–34" }, { telaah_reference_dup_pages, "12 -- 34", "12–34" },
  { telaah_reference_dup_pages, "12 – 34, 40", "12–34, 40" }, { telaah_reference_dup_pages, "A-12", "A-12" },
  { telaah_reference_dup_pages, "xi-xv", "xi-xv" }, { telaah_reference_dup_pages, "e7", "e7" },
  { telaah_reference_dup_pages, "", NULL },

  { telaah_reference_dup_language, "id", "id" }, { telaah_reference_dup_language, "en_US", "en-US" },
  { telaah_reference_dup_language, "Bahasa Indonesia", "id" }, { telaah_reference_dup_language, "ngerman", "de" },
  { telaah_reference_dup_language, "zh-Hant-TW", "zh-Hant-TW" }, { telaah_reference_dup_language, "Klingon", NULL },
  { telaah_reference_dup_language, "e", NULL }, { telaah_reference_dup_language, "en-", NULL },
  { telaah_reference_dup_language, "", NULL }, { telaah_reference_dup_doi, "", NULL },
};

static void
test_value (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *value = values[row].read (values[row].words);

  g_assert_cmpstr (value, ==, values[row].expected);
}

/* ---- Noise ---- */

/* That whatever comes out can be shown and stored; and that what does not has a reason in one line. */
static void
check_noise (const char *words,
             gsize       length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) all = telaah_references_parse (words, length, &error);

  g_assert_true ((all == NULL) == (error != NULL));
  if (all == NULL)
    {
      g_assert_null (strchr (error->message, '\n'));
      return;
    }

  g_assert_cmpuint (all->len, >, 0);
  for (guint i = 0; i < all->len; i++)
    {
      TelaahReference *reference = all->pdata[i];
      TelaahSourceFields fields = telaah_reference_as_fields (reference);
      g_autofree char *markup = telaah_reference_format_markup (&fields, i % 2);

      for (guint key = 0; key < TELAAH_N_REFERENCE_KEYS; key++)
        if (reference->values[key] != NULL)
          {
            g_assert_true (g_utf8_validate (reference->values[key], -1, NULL));
            g_assert_null (strpbrk (reference->values[key], "\n\t"));
            g_assert_cmpstr (reference->values[key], !=, "");
          }
      g_assert_true (g_utf8_validate (markup, -1, NULL));
    }
}

static void
test_noise (void)
{
  static const char letters[] = "@{}\"\\,=#~-'`$^_ \nTYERAU  - []:<i>&;12\xc3\xa9%";
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; i < 6000; i++)
    {
      g_string_assign (words, references[g_test_rand_int_range (0, G_N_ELEMENTS (references))].words);
      for (int n = g_test_rand_int_range (1, 12); n > 0 && words->len > 1; n--)
        {
          gsize at = g_test_rand_int_range (0, words->len);
          gsize few = g_test_rand_int_range (1, 9);
          char letter = letters[g_test_rand_int_range (0, sizeof letters - 1)];

          switch (g_test_rand_int_range (0, 4))
            {
            case 0:
              words->str[at] = g_test_rand_int_range (0, 256);
              break;

            case 1:
              g_string_insert_c (words, at, letter);
              break;

            case 2:
              g_string_erase (words, at, MIN (few, words->len - at));
              break;

            default:
              words->str[at] = letter;
              break;
            }
        }
      if (g_test_rand_bit ())
        g_string_truncate (words, g_test_rand_int_range (0, words->len + 1));
      check_noise (words->str, words->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (references); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/reference/reads/%s", references[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_reads);
    }
  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/reference/refuses/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_refuses);
    }
  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/reference/value/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_value);
    }
  g_test_add_func ("/formats/reference/bounds", test_bounds);
  g_test_add_func ("/formats/reference/noise", test_noise);

  return g_test_run ();
}
