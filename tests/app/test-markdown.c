/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-markdown.h"

static const struct
{
  const char *name;
  const char *markdown;
  const char *markup;
  const char *plain;
} cases[] = {
  { "nothing", "", "", "" },
  { "words", "Dua kata.", "Dua kata.", "Dua kata." },
  { "emphasis", "**tebal** *miring* `kode`", "<b>tebal</b> <i>miring</i> <tt>kode</tt>", "tebal miring kode" },
  { "emphasis-in-itself", "***a** b*", "<i><b>a</b> b</i>", "a b" },
  { "bold-in-bold", "**a **b** c**", "<b>a b c</b>", "a b c" },
  { "line-breaks-stay", "satu\ndua", "satu\ndua", "satu\ndua" },
  { "paragraphs", "satu\n\n\ndua", "satu\n\ndua", "satu\n\ndua" },
  { "headings", "# A\n## B\n#### C",
    "<span size=\"130%\" weight=\"bold\">A</span>\n\n<span size=\"115%\" weight=\"bold\">B</span>\n\n"
    "<span weight=\"bold\">C</span>", "A\n\nB\n\nC" },
  { "list", "- a\n- b", "•\302\240a\n•\302\240b", "•\302\240a\n•\302\240b" },
  { "list-in-a-list", "- a\n  - b\n- c", "•\302\240a\n\342\200\203•\302\240b\n•\302\240c",
    "•\302\240a\n\342\200\203•\302\240b\n•\302\240c" },
  { "numbers", "3. a\n4. b", "3.\302\240a\n4.\302\240b", "3.\302\240a\n4.\302\240b" },
  { "loose-list", "- a\n\n  b", "•\302\240a\n\n\342\200\203b", "•\302\240a\n\n\342\200\203b" },
  { "quote", "> a\n> b", "\342\200\203a\n\342\200\203b", "\342\200\203a\n\342\200\203b" },
  { "code", "```\n<a>  b\n```", "<tt>&lt;a&gt;  b</tt>", "<a>  b" },
  { "rule", "a\n\n---\n\nb", "a\n\n———\n\nb", "a\n\n———\n\nb" },
  { "markup-is-words", "<b>a</b> & <img>", "&lt;b&gt;a&lt;/b&gt; &amp; &lt;img&gt;", "<b>a</b> & <img>" },
  { "link", "[a](https://x.org/?b&c=\"d\")",
    "<a href=\"https://x.org/?b&amp;c=&quot;d&quot;\">a</a>", "a" },
  { "bare-link", "<https://x.org>", "<a href=\"https://x.org\">https://x.org</a>", "https://x.org" },
  { "link-in-a-link", "[a <https://y.org>](https://x.org)", "<a href=\"https://x.org\">a https://y.org</a>",
    "a https://y.org" },
  { "doi", "[a](doi:10.1/2)", "<a href=\"https://doi.org/10.1/2\">a</a>", "a" },
  { "nothing-that-runs", "[a](javascript:b) [c](file:///etc) [d](#e) [f](http://)", "a c d f", "a c d f" },
  { "picture", "![kapal](https://x.org/a.png)", "kapal", "kapal" },
};

static void
test_case (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *markup = telaah_markdown_dup_markup (cases[i].markdown);
  g_autofree char *plain = telaah_markdown_dup_plain (cases[i].markdown);

  g_assert_cmpstr (plain, ==, cases[i].plain);
  g_assert_cmpstr (markup, ==, cases[i].markup);
}

/* What a label takes is what GMarkup takes, with these tags. */
static void
start_element_cb (GMarkupParseContext  *context,
                  const char           *name,
                  const char          **names,
                  const char          **values,
                  gpointer              user_data,
                  GError              **error)
{
  static const char *const tags[] = { "markup", "b", "i", "tt", "span", "a", NULL };

  g_assert_true (g_strv_contains (tags, name));
  if (g_str_equal (name, "a"))
    *(int *) user_data += 1;
  g_assert_cmpint (*(int *) user_data, <=, 1);   /* no link in a link */
}

static void
end_element_cb (GMarkupParseContext  *context,
                const char           *name,
                gpointer              user_data,
                GError              **error)
{
  if (g_str_equal (name, "a"))
    *(int *) user_data -= 1;
}

static void
assert_markup (const char *markup)
{
  static const GMarkupParser parser = { start_element_cb, end_element_cb, NULL, NULL, NULL };
  g_autofree char *wrapped = g_strconcat ("<markup>", markup, "</markup>", NULL);
  int n_links = 0;
  g_autoptr(GMarkupParseContext) context = g_markup_parse_context_new (&parser, 0, &n_links, NULL);
  g_autoptr(GError) error = NULL;

  g_assert_true (g_utf8_validate (markup, -1, NULL));
  g_assert_true (g_markup_parse_context_parse (context, wrapped, -1, &error) &&
                 g_markup_parse_context_end_parse (context, &error));
  g_assert_no_error (error);
}

static void
test_anything (void)
{
  static const char *const pieces[] = {
    "*", "**", "_", "`", "```", "[", "](", "http://a", "<http://b>", ")", "<", ">", "&", "#", " ", "\n", "\n\n", "- ",
    "1. ", "> ", "a", "é", "\xff", "\x01", "\"", "'", "\t", "!", "&amp;", "&#0;", "<b>", "</markup>", "\\", "    ",
  };

  for (guint n = 0; n < 20000; n++)
    {
      g_autoptr(GString) markdown = g_string_new (NULL);
      g_autofree char *markup = NULL, *plain = NULL;

      for (int i = g_test_rand_int_range (0, 40); i > 0; i--)
        g_string_append (markdown, pieces[g_test_rand_int_range (0, G_N_ELEMENTS (pieces))]);
      markup = telaah_markdown_dup_markup (markdown->str);
      plain = telaah_markdown_dup_plain (markdown->str);
      assert_markup (markup);
      g_assert_true (g_utf8_validate (plain, -1, NULL));
    }
}

/* Thousands of levels cost no more than thousands of letters. */
static void
test_deep (void)
{
  static const char *const pieces[] = { "> ", "- ", "**", "[", "*a ", "`" };

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      g_autoptr(GString) markdown = g_string_new (NULL);
      g_autofree char *markup = NULL;

      for (guint n = 0; n < 5000; n++)
        g_string_append (markdown, pieces[i]);
      markup = telaah_markdown_dup_markup (markdown->str);
      assert_markup (markup);
      g_assert_cmpuint (strlen (markup), <, 20 * markdown->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/markdown/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_case);
    }
  g_test_add_func ("/app/markdown/anything-is-valid", test_anything);
  g_test_add_func ("/app/markdown/deep", test_deep);

  return g_test_run ();
}
