/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/outline-fixture.h"

static TelaahOutline *
read_json (const char *json)
{
  g_autoptr(GError) error = NULL;
  TelaahOutline *outline = telaah_outline_from_json (json, -1, &error);

  g_assert_no_error (error);
  g_assert_nonnull (outline);

  return outline;
}

static void
test_round_trip (void)
{
  g_autofree char *first = fixture_json ();
  g_autoptr(TelaahOutline) outline = read_json (first);
  g_autofree char *second = telaah_outline_to_json (outline);

  g_assert_cmpstr (first, ==, second);
}

static void
test_empty (void)
{
  static const char *const expected =
    "{\n"
    "  \"format\" : \"telaah-outline\",\n"
    "  \"version\" : 1,\n"
    "  \"id\" : null,\n"
    "  \"name\" : null,\n"
    "  \"title\" : null,\n"
    "  \"question\" : null,\n"
    "  \"language\" : null,\n"
    "  \"secondLanguage\" : null,\n"
    "  \"created\" : null,\n"
    "  \"modified\" : null,\n"
    "  \"generator\" : \"telaah " TELAAH_VERSION "\",\n"
    "  \"sources\" : [],\n"
    "  \"themes\" : [],\n"
    "  \"points\" : []\n"
    "}\n";
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  g_autofree char *json = telaah_outline_to_json (outline);
  g_autoptr(TelaahOutline) again = read_json (json);

  g_assert_cmpstr (json, ==, expected);
  g_assert_null (again->title);
  g_assert_cmpuint (again->points->len, ==, 0);
}

/* What is not ASCII is written as it is. */
static void
test_unescaped (void)
{
  g_autofree char *json = fixture_json ();

  g_assert_nonnull (strstr (json, "\"\u201ckesenjangan\u201d akses\""));
  g_assert_nonnull (strstr (json, "\U0001f30f"));
  g_assert_nonnull (strstr (json, "https://example.org/a?b=1&c=2"));
  g_assert_null (strstr (json, "\\u"));
  g_assert_nonnull (strstr (json, "Hambatan,\\n\\tbukan \\\"risiko\\\""));
}

static void
test_values (void)
{
  g_autofree char *json = fixture_json ();
  g_autoptr(TelaahOutline) outline = read_json (json);
  TelaahOutlinePoint *top = outline->points->pdata[0], *sub = top->points->pdata[0];
  TelaahCell *cell = top->cells->pdata[0];
  const TelaahPassageFields *passage =
    telaah_passage_fields (telaah_cell_get_evidence (cell)->pdata[0]);
  GPtrArray *notes = telaah_passage_get_notes (telaah_cell_get_evidence (cell)->pdata[0]);
  const char *themes[] = { THEME_SUB, THEME_TOP, NULL };

  g_assert_cmpuint (telaah_theme_fields (outline->themes->pdata[1])->depth, ==, 1);
  g_assert_cmpstr (telaah_point_fields (sub->point)->parent, ==, ID ("c1"));
  g_assert_cmpuint (telaah_point_fields (sub->point)->depth, ==, 1);
  g_assert_null (telaah_point_fields (sub->point)->title);

  g_assert_cmpstr (telaah_cell_fields (cell)->point, ==, ID ("c1"));
  g_assert_true (telaah_cell_is_stale (cell));
  g_assert_cmpuint (telaah_cell_get_n_new (cell), ==, 0);
  g_assert_null (telaah_cell_fields (cell)->seen);
  g_assert_cmpstr (telaah_cell_fields (top->cells->pdata[1])->summary, ==, "");
  g_assert_null (telaah_cell_fields (top->cells->pdata[2])->summary);
  g_assert_cmpint (telaah_cell_fields (top->cells->pdata[2])->status, ==, TELAAH_STATUS_SILENT);

  g_assert_cmpstr (passage->source, ==, SOURCE_A);
  g_assert_cmpuint (passage->span.start, ==, 29);
  g_assert_cmpuint (passage->span.end, ==, 48);
  g_assert_cmpstr (passage->prefix, ==, "Diplomasi digital menghadapi ");
  g_assert_cmpstr (passage->created, ==, outline->created);
  g_assert_cmpstrv (passage->themes, themes);
  g_assert_cmpuint (notes->len, ==, 1);
  g_assert_cmpstr (telaah_note_fields (notes->pdata[0])->text, ==, "siapa?\nkapan?");
  g_assert_cmpstr (telaah_note_fields (notes->pdata[0])->target, ==, ID ("d1"));
}

static void
assert_same_points (GPtrArray *a,
                    GPtrArray *b)
{
  g_assert_cmpuint (a->len, ==, b->len);
  for (guint i = 0; i < a->len; i++)
    {
      TelaahOutlinePoint *one = a->pdata[i], *other = b->pdata[i];

      g_assert_true (telaah_point_equal (one->point, other->point));
      g_assert_cmpuint (one->links->len, ==, other->links->len);
      for (guint j = 0; j < one->links->len; j++)
        g_assert_true (telaah_link_equal (one->links->pdata[j], other->links->pdata[j]));
      for (guint j = 0; j < one->cells->len; j++)
        g_assert_cmpstr (telaah_cell_fields (one->cells->pdata[j])->translation, ==,
                         telaah_cell_fields (other->cells->pdata[j])->translation);
      assert_same_points (one->points, other->points);
    }
}

/* Not only the same bytes, but the same values: nothing is written that reads as something else. */
static void
test_same (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *json = telaah_outline_to_json (outline);
  g_autoptr(TelaahOutline) again = read_json (json);

  g_assert_cmpstr (again->id, ==, outline->id);
  g_assert_cmpstr (again->name, ==, outline->name);
  g_assert_cmpstr (again->second_language, ==, outline->second_language);
  g_assert_cmpuint (again->sources->len, ==, outline->sources->len);
  for (guint i = 0; i < outline->sources->len; i++)
    {
      g_assert_true (telaah_source_equal (again->sources->pdata[i], outline->sources->pdata[i]));
      g_assert_cmpstrv (telaah_outline_get_attributes (again, fixture_sources[i]),
                        telaah_outline_get_attributes (outline, fixture_sources[i]));
    }
  assert_same_points (again->points, outline->points);
}

/* As it was before points had several themes, and words links. */
static void
test_older (void)
{
  static const char *const json =
    "{\"format\":\"telaah-outline\",\"version\":1,"
    "\"themes\":[{\"id\":\"" THEME_TOP "\",\"name\":\"a\"}],"
    "\"points\":[{\"id\":\"" ID ("c1") "\",\"theme\":\"" THEME_TOP "\"}]}";
  g_autoptr(TelaahOutline) outline = read_json (json);
  TelaahOutlinePoint *node = outline->points->pdata[0];
  const TelaahPointFields *f = telaah_point_fields (node->point);

  g_assert_cmpstr (f->theme, ==, THEME_TOP);
  g_assert_null (f->more);
  g_assert_null (f->coder);
  g_assert_false (f->hidden);
  g_assert_cmpuint (node->links->len, ==, 0);
}

static void
test_template (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();
  g_autofree char *json = telaah_outline_to_template (outline);
  g_autoptr(TelaahOutline) template = read_json (json);
  g_autofree char *again = telaah_outline_to_template (template);
  TelaahOutlinePoint *top = template->points->pdata[0], *sub = top->points->pdata[0];

  g_assert_cmpstr (again, ==, json);
  g_assert_cmpuint (template->sources->len, ==, 0);
  g_assert_cmpuint (template->themes->len, ==, 0);
  g_assert_cmpuint (top->cells->len, ==, 0);
  g_assert_cmpuint (top->links->len, ==, 0);
  g_assert_cmpstr (telaah_point_fields (top->point)->question, ==, "Siapa yang <tertinggal>?");
  g_assert_null (telaah_point_fields (top->point)->similarities);
  g_assert_cmpstr (telaah_point_fields (sub->point)->title, ==, "Keamanan");
  g_assert_cmpuint (telaah_point_fields (sub->point)->depth, ==, 1);
  g_assert_cmpuint (telaah_outline_count_points (template), ==, 3);
  g_assert_null (strstr (json, SOURCE_A));
  g_assert_null (strstr (json, THEME_TOP));
}

/* What another program may leave out, add, or put in another order. */
static void
test_tolerant (void)
{
  static const char *const json =
    "\xef\xbb\xbf{\"version\":1,\"format\":\"telaah-outline\",\"more\":{\"a\":[1,2.5e3,true]},"
    "\"sources\":[{\"id\":\"" SOURCE_A "\",\"characters\":5},{\"id\":\"" SOURCE_B "\",\"characters\":0}],"
    "\"points\":[{\"id\":\"" ID ("c1") "\",\"x\":\"{[\\\"\\ud83c\\udf0f\","
    "\"cells\":[{\"source\":\"" SOURCE_B "\",\"status\":\"silent\"}]}]}";
  g_autoptr(TelaahOutline) outline = read_json (json);
  TelaahOutlinePoint *node = outline->points->pdata[0];

  g_assert_cmpuint (node->cells->len, ==, 2);
  g_assert_cmpstr (telaah_cell_fields (node->cells->pdata[0])->source, ==, SOURCE_A);
  g_assert_cmpint (telaah_cell_fields (node->cells->pdata[0])->status, ==, TELAAH_STATUS_UNREAD);
  g_assert_cmpint (telaah_cell_fields (node->cells->pdata[1])->status, ==, TELAAH_STATUS_SILENT);
}

#define BAD(code) TELAAH_OUTLINE_ERROR_##code

/* In the fixture @from becomes @to, and the message says @says. */
static const struct
{
  const char *name, *from, *to;
  int         code;
  const char *says;
} faults[] = {
  { "format",        "\"telaah-outline\"", "\"opml\"", BAD (NOT_OUTLINE), "format" },
  { "format-type",   "\"telaah-outline\"", "7", BAD (NOT_OUTLINE), "format" },
  { "no-format",     "\"format\"", "\"kind\"", BAD (NOT_OUTLINE), "format" },
  { "too-new",       "\"version\" : 1", "\"version\" : 2", BAD (TOO_NEW), "version 2" },
  { "version-zero",  "\"version\" : 1", "\"version\" : 0", BAD (INVALID), "version is" },
  { "version-type",  "\"version\" : 1", "\"version\" : \"1\"", BAD (INVALID), "version is not" },
  { "no-version",    "\"version\" : 1,", "", BAD (INVALID), "version is missing" },
  { "title-type",    "\"Diplomasi digital\"", "[]", BAD (INVALID), "title is not a string" },
  { "sources-type",  "\"sources\" : [", "\"sources\" : {}, \"x\" : [", BAD (INVALID), "sources is not an array" },
  { "source-type",   "\"sources\" : [", "\"sources\" : [ 3,", BAD (INVALID), "sources[0] is not an object" },
  { "source-id",     SOURCE_B "\"", "zwei\"", BAD (INVALID), "sources[1].id is not a GUID" },
  { "source-twice",  SOURCE_B "\"", SOURCE_A "\"", BAD (INVALID), "sources[1].id is there twice" },
  { "characters",    "\"characters\" : ", "\"characters\" : -", BAD (INVALID), "sources[0].characters is" },
  { "sha256",        "\"sha256\" : \"", "\"sha256\" : \"x", BAD (INVALID), "sources[0].sha256 is not" },
  { "theme-name",    "\"Tantangan\"", "null", BAD (INVALID), "themes[0].name is missing" },
  { "color",         "#0072b2", "blue", BAD (INVALID), "themes[0].color is not" },
  { "theme-parent",  "\"parent\" : \"" THEME_TOP, "\"parent\" : \"" THEME_SUB, BAD (INVALID), "themes[1].parent" },
  { "point-theme",   "\"theme\" : \"" THEME_TOP, "\"theme\" : \"" SOURCE_A, BAD (INVALID), "points[0].theme" },
  { "point-twice",   "\"id\" : \"" ID ("c2"), "\"id\" : \"" ID ("c1"), BAD (INVALID),
    "points[0].points[0].id is there twice" },
  { "status",        "\"status\" : \"implicit\"", "\"status\" : \"done\"", BAD (INVALID),
    "points[0].cells[1].status is none of" },
  { "no-status",     "\"status\" : \"implicit\",", "", BAD (INVALID), "points[0].cells[1].status is missing" },
  { "cell-source",   "\"source\" : \"" SOURCE_B, "\"source\" : \"" THEME_TOP, BAD (INVALID),
    "points[0].cells[1].source" },
  { "cell-twice",    "\"source\" : \"" SOURCE_B, "\"source\" : \"" SOURCE_A, BAD (INVALID),
    "points[0].cells[1].source is there twice" },
  { "stale",         "\"stale\" : true", "\"stale\" : 1", BAD (INVALID), "points[0].cells[0].stale" },
  { "start-type",    "\"start\" : 29", "\"start\" : 29.5", BAD (INVALID),
    "points[0].cells[0].evidence[0].start is not a whole number" },
  { "start-less",    "\"start\" : 29", "\"start\" : -29", BAD (INVALID), "evidence[0].start is" },
  { "start-large",   "\"start\" : 29", "\"start\" : 4294967325", BAD (INVALID), "evidence[0].start is too large" },
  { "start-huge",    "\"start\" : 29", "\"start\" : 99999999999999999999999999", BAD (INVALID),
    "evidence[0].start is" },
  { "start-infinite", "\"start\" : 29", "\"start\" : 1e999", BAD (INVALID), "evidence[0].start is" },
  { "end-before",    "\"end\" : 48", "\"end\" : 3", BAD (INVALID), "evidence[0].end is before" },
  { "end-beyond",    "\"end\" : 48", "\"end\" : 4800", BAD (INVALID), "evidence[0].end is beyond" },
  { "quote-length",  "\"end\" : 48", "\"end\" : 49", BAD (INVALID), "evidence[0].quote is not as long" },
  { "quote-null",    "\"quote\" : \"", "\"quote\" : null, \"x\" : \"", BAD (INVALID), "evidence[0].quote is missing" },
  { "passage-twice", "\"passage\" : \"" ID ("d1"), "\"passage\" : \"" ID ("d2"), BAD (INVALID),
    "points[0].cells[0].evidence[1].passage" },
  { "passage-other", "\"passage\" : \"" ID ("d3"), "\"passage\" : \"" ID ("d2"), BAD (INVALID),
    "points[0].cells[1].evidence[0].passage" },
  { "theme-of-it",   "\"themes\" : [\n                \"" THEME_SUB, "\"themes\" : [\n \"" SOURCE_A,
    BAD (INVALID), "points[0].cells[0].evidence[0].themes[0]" },
  { "note-type",     "\"siapa?\\nkapan?\"", "{}", BAD (INVALID), "points[0].cells[0].evidence[0].notes[0]" },
  { "outline-id",    "\"id\" : \"" ID ("f1"), "\"id\" : \"F1", BAD (INVALID), "id is not a GUID" },
  { "template",      "\"version\" : 1,", "\"version\" : 1, \"template\" : \"yes\",", BAD (INVALID),
    "template is neither" },
  { "attributes",    "\"attributes\" : {", "\"attributes\" : [], \"x\" : {", BAD (INVALID),
    "sources[0].attributes is not an object" },
  { "attribute",     "\"opini\"", "7", BAD (INVALID), "sources[0].attributes.Genre is not a string" },
  { "themes-first",  "\"themes\" : [\n        \"" THEME_TOP, "\"themes\" : [\n        \"" THEME_SUB,
    BAD (INVALID), "points[0].theme is not the first" },
  { "themes-twice",  "\"themes\" : [\n            \"" THEME_SUB "\",\n            \"" THEME_TOP,
    "\"themes\" : [\n            \"" THEME_SUB "\",\n            \"" THEME_SUB,
    BAD (INVALID), "points[0].points[0].themes[1] is there twice" },
  { "themes-known",  "\"themes\" : [\n        \"" THEME_TOP, "\"themes\" : [\n        \"" SOURCE_A,
    BAD (INVALID), "points[0].themes[0] is an id that" },
  { "condition",     "\"condition\" : {", "\"condition\" : 1, \"x\" : {", BAD (INVALID),
    "points[1].condition is not an object" },
  { "condition-value", "\"value\" : \"opini\"", "\"value\" : null", BAD (INVALID),
    "points[1].condition.value is missing" },
  { "condition-name", "\"attribute\" : \"Genre\"", "\"attribute\" : null", BAD (INVALID),
    "points[1].condition.attribute is missing" },
  { "hidden",        "\"hidden\" : true", "\"hidden\" : \"no\"", BAD (INVALID), "points[1].hidden is neither" },
  { "translation",   "\"Access is uneven & dear.\"", "[]", BAD (INVALID),
    "points[0].cells[0].translation is not a string" },
  { "link-kind",     "\"kind\" : \"summary\"", "\"kind\" : \"differences\"", BAD (INVALID),
    "points[0].cells[0].links[0].kind is neither" },
  { "link-kind-of-point", "\"kind\" : \"similarities\"", "\"kind\" : \"translation\"", BAD (INVALID),
    "points[0].links[0].kind is neither" },
  { "link-id",       "\"id\" : \"" ID ("e1"), "\"id\" : \"e1", BAD (INVALID),
    "points[0].cells[0].links[0].id is not a GUID" },
  { "link-twice",    "\"id\" : \"" ID ("e2"), "\"id\" : \"" ID ("e1"), BAD (INVALID),
    "points[0].cells[0].links[1].id is there twice" },
  { "link-end",      "\"end\" : 24", "\"end\" : 2400", BAD (INVALID),
    "points[0].cells[0].links[1].end is beyond" },
  { "link-before",   "\"end\" : 24", "\"end\" : 5", BAD (INVALID),
    "points[0].cells[0].links[1].end is before" },
  { "link-passage",  "\"passage\" : \"" ID ("dd"), "\"passage\" : \"dd", BAD (INVALID),
    "points[0].links[2].passage is not a GUID" },
  { "link-nowhere",  "\"passage\" : \"" ID ("dd") "\"", "\"passage\" : null", BAD (INVALID),
    "points[0].links[2].passage is missing" },
  { "link-source",   "\"source\" : \"" SOURCE_C "\"\n        },", "\"source\" : \"" ID ("dd") "\"},", BAD (INVALID),
    "points[0].links[0].source is an id that" },
  { "link-both",     "\"passage\" : null", "\"passage\" : \"" ID ("dd") "\"", BAD (INVALID),
    "points[0].links[0].source is there beside" },
  { "bad-escape",    "siapa?", "\\ud83c", BAD (NOT_OUTLINE), "line " },
  { "low-escape",    "siapa?", "\\udf0f", BAD (NOT_OUTLINE), "line " },
  { "zero-escape",   "siapa?", "\\u0000", BAD (NOT_OUTLINE), "line " },
  { "odd-escape",    "siapa?", "\\x41", BAD (NOT_OUTLINE), "line " },
  { "cut-escape",    "siapa?", "\\u12", BAD (NOT_OUTLINE), "line " },
  { "not-utf-8",     "siapa?", "\xff", BAD (NOT_OUTLINE), "line " },
  { "raw-control",   "siapa?", "\x01", BAD (NOT_OUTLINE), "line " },
  { "number",        "\"start\" : 29", "\"start\" : 029", BAD (NOT_OUTLINE), "line " },
  { "word",          "\"version\" : 1", "\"version\" : one", BAD (NOT_OUTLINE), "line 3" },
  { "comma",         "\"version\" : 1,", "\"version\" : 1", BAD (NOT_OUTLINE), "line " },
  { "colon",         "\"version\" :", "\"version\"", BAD (NOT_OUTLINE), "line 3" },
  { "comment",       "\"version\"", "/* */ \"version\"", BAD (NOT_OUTLINE), "line 3" },
};

static void
assert_fault (const char *json,
              gssize      length,
              int         code,
              const char *says)
{
  g_autoptr(GError) error = NULL;

  g_assert_null (telaah_outline_from_json (json, length, &error));
  g_assert_error (error, TELAAH_OUTLINE_ERROR, code);
  g_test_message ("%s", error->message);
  g_assert_nonnull (strstr (error->message, says));
  g_assert_true (g_str_has_suffix (error->message, "."));
}

static void
test_fault (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autofree char *good = fixture_json ();
  g_autofree char *bad = fixture_replace (good, faults[row].from, faults[row].to);

  assert_fault (bad, -1, faults[row].code, faults[row].says);
}

static const struct
{
  const char *name, *json;
} strangers[] = {
  { "nothing",       "" },
  { "white-space",   " \n" },
  { "bom-only",      "\xef\xbb\xbf" },
  { "word",          "telaah" },
  { "comma-only",    "," },
  { "colon-only",    ":" },
  { "string",        "\"telaah-outline\"" },
  { "number",        "1" },
  { "null",          "null" },
  { "array",         "[]" },
  { "object",        "{}" },
  { "two",           "{} {}" },
  { "open",          "{" },
  { "closed",        "}" },
  { "crossed",       "{\"a\":[}]" },
  { "single-quotes", "{'format':'telaah-outline'}" },
  { "variable",      "var x = {};" },
  { "comma-at-end",  "{\"a\":1,}" },
  { "quote-only",    "\"" },
  { "backslash",     "\"\\" },
  { "minus",         "-" },
  { "sqlite",        "SQLite format 3" },
};

static void
test_stranger (gconstpointer data)
{
  const char *json = strangers[GPOINTER_TO_UINT (data)].json;

  assert_fault (json, -1, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "This is");
}

static void
test_length (void)
{
  g_autofree char *json = fixture_json ();
  g_autofree char *longer = g_strconcat (json, "trailing", NULL);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahOutline) outline = telaah_outline_from_json (longer, strlen (json), &error);

  g_assert_no_error (error);
  g_assert_nonnull (outline);
  assert_fault (json, 0, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "empty");
  assert_fault ("{\0}", 3, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "UTF-8");
}

static char *
nest (const char *open,
      const char *middle,
      const char *close,
      guint       times)
{
  GString *json = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (json, open);
  g_string_append (json, middle);
  for (guint i = 0; i < times; i++)
    g_string_append (json, close);

  return g_string_free (json, FALSE);
}

static void
test_deep_brackets (void)
{
  g_autofree char *open = nest ("[", "", "", 100000);
  g_autofree char *closed = nest ("[", "", "]", 100000);
  g_autofree char *objects = nest ("{\"a\":", "1", "}", 100000);

  assert_fault (open, -1, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "deep");
  assert_fault (closed, -1, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "deep");
  assert_fault (objects, -1, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, "deep");
}

/* @levels points, each in the one before. */
static char *
nest_points (guint levels)
{
  GString *json = g_string_new ("{\"format\":\"telaah-outline\",\"version\":1");

  for (guint i = 0; i < levels; i++)
    g_string_append_printf (json, ",\"points\":[{\"id\":\"00000000-0000-4000-8000-%012u\"", i);
  for (guint i = 0; i < levels; i++)
    g_string_append (json, "}]");
  g_string_append_c (json, '}');

  return g_string_free (json, FALSE);
}

static void
test_deep_points (void)
{
  g_autofree char *enough = nest_points (64);
  g_autofree char *many = nest_points (65);
  g_autoptr(TelaahOutline) outline = read_json (enough);
  g_autofree char *json = telaah_outline_to_json (outline);
  g_autoptr(TelaahOutline) again = read_json (json);

  g_assert_nonnull (again);
  assert_fault (many, -1, TELAAH_OUTLINE_ERROR_INVALID, "levels");
}

/* Either an outline or an error, whatever happens to the bytes. */
static void
assert_survives (const char *json,
                 gsize       length)
{
  /* No longer than it is, so that reading past the end is seen. */
  g_autofree char *bytes = g_memdup2 (json, length);
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahOutline) outline = telaah_outline_from_json (bytes, length, &error);

  g_assert_true ((outline == NULL) == (error != NULL));
  if (error != NULL)
    {
      g_assert_cmpint (error->domain, ==, TELAAH_OUTLINE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  else
    {
      g_autofree char *written = telaah_outline_to_json (outline);
      g_autofree char *text = telaah_outline_to_text (outline, 80);
      g_autofree char *markdown = telaah_outline_to_markdown (outline);
      g_autofree char *html = telaah_outline_to_html (outline);
      g_autofree char *template = telaah_outline_to_template (outline);

      g_assert_true (g_utf8_validate (html, -1, NULL));
      g_assert_true (g_utf8_validate (template, -1, NULL));
      g_assert_true (g_utf8_validate (written, -1, NULL));
      g_assert_true (g_utf8_validate (text, -1, NULL));
      g_assert_true (g_utf8_validate (markdown, -1, NULL));
    }
}

static void
test_truncated (void)
{
  g_autofree char *json = fixture_json ();
  gsize length = strlen (json);

  for (gsize i = 0; i < length; i += 5)
    assert_survives (json, i);
}

static void
test_mutated (void)
{
  static const char *const pieces[] = {
    "{", "}", "[", "]", ",", ":", "\"", "\\", "\\u", "\\ud83c", "null", "true", "-1", "1e9", "0",
    "\xff", "\xc3", "\n", "/*", "'", "999999999999999999999", "\"id\" : ", SOURCE_A,
  };
  g_autoptr(GRand) random = g_rand_new_with_seed (20240506);
  g_autofree char *json = fixture_json ();
  gsize length = strlen (json);

  for (guint i = 0; i < 3000; i++)
    {
      g_autoptr(GString) mutant = g_string_new_len (json, length);

      for (int n = g_rand_int_range (random, 1, 4); n > 0; n--)
        {
          gsize at = g_rand_int_range (random, 0, mutant->len);
          gsize most = g_rand_int_range (random, 0, 30);

          if (g_rand_boolean (random))
            g_string_erase (mutant, at, MIN (most, mutant->len - at));
          else if (g_rand_boolean (random))
            g_string_insert (mutant, at, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
          else
            mutant->str[at] = g_rand_int_range (random, 1, 256);
        }

      assert_survives (mutant->str, mutant->len);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/formats/outline/round-trip", test_round_trip);
  g_test_add_func ("/formats/outline/same", test_same);
  g_test_add_func ("/formats/outline/older", test_older);
  g_test_add_func ("/formats/outline/template", test_template);
  g_test_add_func ("/formats/outline/empty", test_empty);
  g_test_add_func ("/formats/outline/unescaped", test_unescaped);
  g_test_add_func ("/formats/outline/values", test_values);
  g_test_add_func ("/formats/outline/tolerant", test_tolerant);
  g_test_add_func ("/formats/outline/length", test_length);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/outline/fault/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }

  for (guint i = 0; i < G_N_ELEMENTS (strangers); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/outline/stranger/%s", strangers[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_stranger);
    }

  g_test_add_func ("/formats/outline/deep/brackets", test_deep_brackets);
  g_test_add_func ("/formats/outline/deep/points", test_deep_points);
  g_test_add_func ("/formats/outline/truncated", test_truncated);
  g_test_add_func ("/formats/outline/mutated", test_mutated);

  return g_test_run ();
}
