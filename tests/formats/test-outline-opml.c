/* The outline as OPML: to other outliners, from them, and what is refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gstdio.h>
#include <string.h>

#include "formats/pdf-fixture.h"
#include "model/telaah-id.h"
#include "support/telaah-test.h"

/* ---- There and back ---- */

/* "Title (question) [ points below ]". */
static void
describe (GPtrArray *points,
          GString   *words)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);

      g_string_append_printf (words, "%s%s", i > 0 ? ", " : "", f->title != NULL ? f->title : "-");
      if (f->question != NULL)
        g_string_append_printf (words, " (%s)", f->question);
      if (node->points->len > 0)
        {
          g_string_append (words, " [");
          describe (node->points, words);
          g_string_append (words, "]");
        }
    }
}

static void
assert_same_points (GPtrArray *a,
                    GPtrArray *b)
{
  g_autoptr(GString) x = g_string_new (NULL), y = g_string_new (NULL);

  describe (a, x);
  describe (b, y);
  g_assert_cmpstr (x->str, ==, y->str);
}

/* That their ids are new, and those of their parents; with their depths. */
static void
assert_tree (GPtrArray  *points,
             const char *parent,
             guint       depth,
             GHashTable *ids)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);

      g_assert_true (telaah_id_is_valid (f->id));
      g_assert_true (g_hash_table_add (ids, g_strdup (f->id)));
      g_assert_cmpstr (f->parent, ==, parent);
      g_assert_cmpuint (f->depth, ==, depth);
      g_assert_cmpuint (node->cells->len, ==, 0);
      assert_tree (node->points, f->id, depth + 1, ids);
    }
}

static void
test_round_trip (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (2), back = NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GError) error = NULL;
  g_autofree char *opml = telaah_outline_to_opml (outline), *again = telaah_outline_to_opml (outline);

  g_assert_cmpstr (opml, ==, again);
  back = telaah_outline_from_opml (opml, -1, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (back->title, ==, outline->title);
  g_assert_cmpstr (back->question, ==, outline->question);
  g_assert_cmpuint (back->sources->len, ==, 0);
  g_assert_cmpuint (telaah_outline_count_points (back), ==, telaah_outline_count_points (outline));
  assert_same_points (back->points, outline->points);
  assert_tree (back->points, NULL, 0, ids);
}

static void
test_said (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (1);
  g_autofree char *opml = telaah_outline_to_opml (outline);

  g_assert_nonnull (strstr (opml, "<dateModified>Sat, 03 Feb 2024 04:05:06 GMT</dateModified>"));
  g_assert_nonnull (strstr (opml, "text=\"Duta besar di layar kecil (Teuku Alamsyah, 2023): Silent\" "
                                  "_note=\"Diam tentang keamanan; bicara tentang salah kutip.\" type=\"telaah-cell\""));
  g_assert_nonnull (strstr (opml, "text=\"Similarities\" _note=\"Semua melihat"));
  g_assert_nonnull (strstr (opml, "urusan negara.&#10;Sandi"));
}

/* Words that look like markup, and characters that XML can not hold. */
static void
test_exact_words (void)
{
  g_autoptr(TelaahOutline) outline = telaah_outline_new (), back = NULL;
  g_autoptr(TelaahPoint) point = telaah_point_new (&(TelaahPointFields) {
    .id = PDF_ID ("c1"), .title = "a < b &amp; <b>c</b> \"d\" 'e'", .question = "one\n\ttwo\x01 \xef\xbf\xbf<br>three ",
  });
  g_autoptr(GError) error = NULL;
  g_autofree char *opml = NULL;
  const TelaahPointFields *f;

  g_ptr_array_add (outline->points, telaah_outline_point_new (point));
  opml = telaah_outline_to_opml (outline);
  back = telaah_outline_from_opml (opml, strlen (opml), &error);
  g_assert_no_error (error);
  f = telaah_point_fields (((TelaahOutlinePoint *) back->points->pdata[0])->point);
  g_assert_cmpstr (f->title, ==, "a < b &amp; <b>c</b> \"d\" 'e'");
  g_assert_cmpstr (f->question, ==, "one\n\ttwo <br>three ");
}

static void
test_lint (void)
{
  g_autoptr(TelaahOutline) outline = pdf_outline (2);
  g_autofree char *program = g_find_program_in_path ("xmllint"), *opml = telaah_outline_to_opml (outline);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "outline.opml", NULL), *answer = NULL;
  const char *arguments[] = { program, "--nonet", "--xpath", "count(//outline[@text and @type='telaah-point'])", path,
                              NULL };
  g_autoptr(GError) error = NULL;
  int status = 0;

  if (program == NULL)
    {
      g_test_skip ("xmllint is not installed");
      return;
    }

  g_assert_true (g_file_set_contents (path, opml, -1, &error));
  g_assert_true (g_spawn_sync (NULL, (char **) arguments, NULL, G_SPAWN_DEFAULT, NULL, NULL, &answer, NULL, &status,
                               &error));
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);
  g_assert_cmpuint (g_ascii_strtoull (answer, NULL, 10), ==, telaah_outline_count_points (outline));
  g_assert_cmpint (g_unlink (path), ==, 0);
}

/* ---- From other outliners ---- */

#define BODY(words) "<opml version=\"2.0\"><head/><body>" words "</body></opml>"

static const struct
{
  const char *name, *opml, *points;
} foreign[] = {
  { "plain", BODY ("<outline text='A'><outline text='B'/></outline><outline text='C'/>"), "A [B], C" },
  { "version-1", "<?xml version='1.0' encoding='ISO-8859-1'?><opml version='1.0'><body><outline text='A'/></body></opml>",
    "A" },
  { "note", BODY ("<outline text='A' _note='Why?&#10;And who?'/>"), "A (Why?\nAnd who?)" },
  { "markup", BODY ("<outline text='&lt;b&gt;Bold&lt;/b&gt; &amp;amp; &lt;a href=\"x\"&gt;link&lt;/a&gt;'/>"),
    "Bold & link" },
  { "markup-note", BODY ("<outline text='A' _note='&lt;p&gt;one&lt;/p&gt;&lt;p&gt;two&lt;br/&gt;three&lt;/p&gt;'/>"),
    "A (one\ntwo\nthree)" },
  { "entities", BODY ("<outline text='caf&amp;eacute; &amp;#233; &amp;#xe9; &amp;quot;q&amp;quot; &amp;apos;'/>"),
    "café é é \"q\" '" },
  { "no-markup", BODY ("<outline text='a &lt; b, AT&amp;T, &lt;title&gt;, &amp;nothing; &amp;'/>"),
    "a < b, AT&T, <title>, &nothing; &" },
  { "blanks", BODY ("<outline text='  A&#10;  b  '/>"), "A b" },
  { "empty-line", BODY ("<outline text=''/><outline text='A'/>"), "A" },
  { "empty-with-points", BODY ("<outline text=''><outline text='A'/></outline>"), "- [A]" },
  { "comments", BODY ("<!-- x --><outline text='A'><!-- y --><x/>words</outline>"), "A" },
  { "bom", "\xef\xbb\xbf" BODY ("<outline text='A'/>"), "A" },
  { "bare-doctype", "<!DOCTYPE opml SYSTEM 'http://localhost:1/opml.dtd'>" BODY ("<outline text='A'/>"), "A" },
  { "nothing", BODY (""), "" },
  { "ours", BODY ("<outline type='telaah-point' text='A'><outline type='telaah-cell' text='B'/>"
                  "<outline type='telaah-similarities' text='C'><outline text='D'/></outline></outline>"), "A" },
};

static void
test_foreign (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahOutline) outline = telaah_outline_from_opml (foreign[row].opml, -1, &error);

  g_assert_no_error (error);
  describe (outline->points, words);
  g_assert_cmpstr (words->str, ==, foreign[row].points);
}

/* ---- What is refused ---- */

static const struct
{
  const char *name, *opml;
  int         code;
  const char *says;      /* a part of the sentence */
} bad[] = {
  { "empty", "", TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "line 1" },
  { "words", "Just words.", TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "line 1" },
  { "json", "{\"format\": \"telaah-outline\"}", TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "line 1" },
  { "unclosed", "<opml>\n<body>\n<outline text='a'>\n</body>\n</opml>", TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "line 4" },
  { "bad-utf8", "<opml><body>\n<outline text='\xff'/></body></opml>", TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "line 2" },
  { "root", "<html><body/></html>", TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "“html”" },
  { "no-body", "<opml><head/></opml>", TELAAH_OUTLINE_ERROR_INVALID, "no body" },
  { "no-text", "<opml>\n<body>\n<outline text='a'/>\n<outline title='b'/></body></opml>", TELAAH_OUTLINE_ERROR_INVALID,
    "line 4" },
  { "file", "<!DOCTYPE opml [<!ENTITY f SYSTEM 'file:///etc/hostname'>]><opml><body><outline text='a'>&f;</outline>"
    "</body></opml>", TELAAH_OUTLINE_ERROR_INVALID, "entities" },
  { "laughs", "<!DOCTYPE opml [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;'>]>"
    "<opml><body><outline text='&b;'/></body></opml>", TELAAH_OUTLINE_ERROR_INVALID, "entities" },
};

static void
test_bad (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;

  g_assert_null (telaah_outline_from_opml (bad[row].opml, -1, &error));
  g_assert_error (error, TELAAH_OUTLINE_ERROR, bad[row].code);
  telaah_test_assert_sentence (error);
  g_assert_nonnull (strstr (error->message, bad[row].says));

  /* Nobody has to ask why. */
  g_assert_null (telaah_outline_from_opml (bad[row].opml, -1, NULL));
}

/* @n nested points, each in a line of its own. */
static char *
dup_nested (guint n)
{
  GString *opml = g_string_new ("<opml><body>\n");

  for (guint i = 0; i < n; i++)
    g_string_append (opml, "<outline text='a'>\n");
  for (guint i = 0; i < n; i++)
    g_string_append (opml, "</outline>");
  g_string_append (opml, "</body></opml>");

  return g_string_free (opml, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = dup_nested (64), *deeper = dup_nested (65), *bottomless = dup_nested (100000);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahOutline) outline = telaah_outline_from_opml (deepest, -1, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (telaah_outline_count_points (outline), ==, 64);

  g_assert_null (telaah_outline_from_opml (deeper, -1, &error));
  g_assert_error (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_INVALID);
  telaah_test_assert_sentence (error);
  g_assert_nonnull (strstr (error->message, "line 66"));
  g_clear_error (&error);

  g_assert_null (telaah_outline_from_opml (bottomless, -1, &error));
  g_assert_nonnull (error);
  telaah_test_assert_sentence (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/opml/round-trip", test_round_trip);
  g_test_add_func ("/formats/opml/what-is-said", test_said);
  g_test_add_func ("/formats/opml/exact-words", test_exact_words);
  g_test_add_func ("/formats/opml/lint", test_lint);
  for (guint i = 0; i < G_N_ELEMENTS (foreign); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/opml/foreign/", foreign[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_foreign);
    }
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *path = g_strconcat ("/formats/opml/refused/", bad[i].name, NULL);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_bad);
    }
  g_test_add_func ("/formats/opml/depth", test_depth);

  return g_test_run ();
}
