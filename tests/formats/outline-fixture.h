/* An outline with something of everything, for the tests of its formats.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <string.h>

#include "formats/telaah-outline-format.h"
#include "text/telaah-text.h"

#define ID(n) "00000000-0000-4000-8000-0000000000" n

#define SOURCE_A ID ("a1")
#define SOURCE_B ID ("a2")
#define SOURCE_C ID ("a3")
#define THEME_TOP ID ("b1")
#define THEME_SUB ID ("b2")

static const char *const fixture_texts[] = {
  "Diplomasi digital menghadapi \u201ckesenjangan\u201d akses.\nKeamanan siber \U0001f30f masih rapuh.\n",
  "\u00a0Digital tools open doors for small states, *if* they [can] pay.\n",
  "Nothing here speaks of it.\n",
};

static const char *const fixture_sources[] = { SOURCE_A, SOURCE_B, SOURCE_C };

static inline void
fixture_add_sources (TelaahOutline *outline)
{
  static const TelaahSourceFields fields[] = {
    { .title = "Kesenjangan & akses", .author = "Sari Dewi", .publisher = "Jurnal Selat",
      .date = "2021-03-04", .url = "https://example.org/a?b=1&c=2", .language = "id",
      .file_name = "kesenjangan.txt", .medium = "article-journal", .container = "Jurnal Selat", .volume = "5",
      .issue = "2", .pages = "12\u201334", .doi = "10.1234/js.5.2", .accessed = "2024-01" },
    { .title = "Small states | big doors", .date = "2020", .file_name = "doors.md" },
    { .file_name = "c.txt" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      g_autoptr(TelaahText) text = telaah_text_new (g_strdup (fixture_texts[i]));
      g_autofree char *digest = telaah_text_dup_sha256 (text);
      TelaahSourceFields f = fields[i];

      f.id = fixture_sources[i];
      f.sha256 = digest;
      f.characters = telaah_text_get_characters (text);
      g_ptr_array_add (outline->sources, telaah_source_new (&f));
    }
}

static inline void
fixture_add_attributes (TelaahOutline *outline)
{
  static const char *const pairs[] = { "Genre", "opini", "Asal \"kota\"", "", NULL };

  telaah_outline_add_attributes (outline, SOURCE_A, pairs);
}

/* Where the passages stand, which the outline has only where it was asked for. */
static inline void
fixture_add_contexts (TelaahOutline *outline)
{
  telaah_outline_add_context (outline, ID ("d1"), "Harga <yang> dibayar", "Diplomasi digital menghadapi ", ".");
  telaah_outline_add_context (outline, ID ("d2"), NULL, "", "");
  telaah_outline_add_context (outline, ID ("d3"), "Doors", "", " for small states, *if* they [can] pay.");
}

static inline void
fixture_add_themes (TelaahOutline *outline)
{
  g_ptr_array_add (outline->themes, telaah_theme_new (&(TelaahThemeFields) {
    .id = THEME_TOP, .name = "Tantangan", .color = "#0072b2",
    .description = "Hambatan,\n\tbukan \"risiko\"",
  }));
  g_ptr_array_add (outline->themes, telaah_theme_new (&(TelaahThemeFields) {
    .id = THEME_SUB, .parent = THEME_TOP, .name = "Keamanan", .depth = 1,
  }));
}

/* The passage of source number @source that is @quote, with a note where there is one. */
static inline TelaahPassage *
fixture_passage (const char *id,
                 guint       source,
                 const char *quote,
                 const char *note)
{
  static const char *const themes[] = { THEME_SUB, THEME_TOP, NULL };
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (fixture_texts[source]));
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *prefix = NULL, *suffix = NULL;
  const char *at = strstr (fixture_texts[source], quote);
  guint start = g_utf8_pointer_to_offset (fixture_texts[source], at);
  guint end = start + g_utf8_strlen (quote, -1);

  prefix = telaah_text_dup_slice (text, (TelaahSpan) { start > 32 ? start - 32 : 0, start });
  suffix = telaah_text_dup_slice (text, (TelaahSpan) { end, end + 32 });
  if (note != NULL)
    g_ptr_array_add (notes, telaah_note_new (&(TelaahNoteFields) {
      .id = ID ("ff"), .kind = "passage", .target = id, .text = note, .coder = "ayu",
    }));

  return telaah_passage_new (&(TelaahPassageFields) {
    .id = id, .source = fixture_sources[source], .span = { start, end }, .quote = quote,
    .prefix = prefix, .suffix = suffix, .coder = source == 0 ? "ayu" : NULL,
    .created = "2024-05-06T07:08:09Z", .themes = themes,
  }, notes);
}

static inline void
fixture_add_translated (TelaahOutlinePoint *node,
                        TelaahStatus        status,
                        const char         *summary,
                        const char         *translation,
                        gboolean            stale,
                        TelaahPassage      *first,
                        TelaahPassage      *second)
{
  g_autoptr(GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);

  if (first != NULL)
    g_ptr_array_add (evidence, first);
  if (second != NULL)
    g_ptr_array_add (evidence, second);

  g_ptr_array_add (node->cells, telaah_cell_new (&(TelaahCellFields) {
    .point = telaah_point_fields (node->point)->id,
    .source = fixture_sources[node->cells->len], .status = status, .summary = summary,
    .translation = translation,
  }, evidence, 0, stale));
}

static inline void
fixture_add_cell (TelaahOutlinePoint *node,
                  TelaahStatus        status,
                  const char         *summary,
                  gboolean            stale,
                  TelaahPassage      *first,
                  TelaahPassage      *second)
{
  fixture_add_translated (node, status, summary, NULL, stale, first, second);
}

/* On the first point: words of a summary and its translation, and of what is said of the sources together. */
static inline void
fixture_add_links (TelaahOutlinePoint *node)
{
  static const TelaahLinkFields fields[] = {
    { .id = ID ("e1"), .source = SOURCE_A, .passage = ID ("d1"), .kind = TELAAH_LINK_SUMMARY, .span = { 0, 18 } },
    { .id = ID ("e2"), .source = SOURCE_A, .passage = ID ("d2"), .kind = TELAAH_LINK_SUMMARY, .span = { 6, 24 } },
    { .id = ID ("e3"), .source = SOURCE_A, .passage = ID ("d2"), .kind = TELAAH_LINK_TRANSLATION },
    { .id = ID ("e4"), .cited = SOURCE_C, .kind = TELAAH_LINK_SIMILARITIES, .span = { 5, 14 } },
    { .id = ID ("e5"), .passage = ID ("d2"), .kind = TELAAH_LINK_DIFFERENCES, .span = { 3, 11 } },
    { .id = ID ("e6"), .passage = ID ("dd"), .kind = TELAAH_LINK_DIFFERENCES, .span = { 12, 17 } },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      TelaahLinkFields f = fields[i];

      f.point = telaah_point_fields (node->point)->id;
      g_ptr_array_add (node->links, telaah_link_new (&f));
    }
}

static inline TelaahOutlinePoint *
fixture_point (GPtrArray               *points,
               const TelaahPointFields *fields)
{
  g_autoptr(TelaahPoint) point = telaah_point_new (fields);
  TelaahOutlinePoint *node = telaah_outline_point_new (point);

  g_ptr_array_add (points, node);

  return node;
}

/* Two points, the first with one below it; all four statuses; one passage in two cells. */
static inline TelaahOutline *
fixture_outline (void)
{
  TelaahOutline *outline = telaah_outline_new ();
  TelaahOutlinePoint *top, *sub, *last;

  outline->id = g_strdup (ID ("f1"));
  outline->name = g_strdup ("Seminar \u201cI\u201d");
  outline->second_language = g_strdup ("en");
  outline->title = g_strdup ("Diplomasi digital");
  outline->question = g_strdup ("Apa yang \u201cbaru\u201d?");
  outline->language = g_strdup ("id");
  outline->created = g_strdup ("2024-01-02T03:04:05Z");
  outline->modified = g_strdup ("2024-02-03T04:05:06Z");
  fixture_add_sources (outline);
  fixture_add_attributes (outline);
  fixture_add_themes (outline);

  top = fixture_point (outline->points, &(TelaahPointFields) {
    .id = ID ("c1"), .theme = THEME_TOP, .title = "Tantangan # utama",
    .question = "Siapa yang <tertinggal>?",
    .similarities = "Both see a gap.", .differences = "1. Only one names money.\n- So it is.",
  });
  fixture_add_translated (top, TELAAH_STATUS_TREATED, "Akses tidak merata; *mahal*.\nDan rapuh.",
                          "Access is uneven & dear.", TRUE,
                          fixture_passage (ID ("d1"), 0, "\u201ckesenjangan\u201d akses", "siapa?\nkapan?"),
                          fixture_passage (ID ("d2"), 0, "Keamanan siber \U0001f30f masih rapuh.", NULL));
  fixture_add_cell (top, TELAAH_STATUS_IMPLICIT, "", FALSE,
                    fixture_passage (ID ("d3"), 1, "\u00a0Digital tools open doors", NULL), NULL);
  fixture_add_cell (top, TELAAH_STATUS_SILENT, NULL, FALSE, NULL, NULL);
  fixture_add_links (top);

  sub = fixture_point (top->points, &(TelaahPointFields) {
    .id = ID ("c2"), .parent = ID ("c1"), .theme = THEME_SUB, .more = THEME_TOP, .depth = 1,
  });
  fixture_add_cell (sub, TELAAH_STATUS_TREATED, NULL, FALSE,
                    fixture_passage (ID ("d2"), 0, "Keamanan siber \U0001f30f masih rapuh.", NULL), NULL);
  fixture_add_cell (sub, TELAAH_STATUS_UNREAD, NULL, FALSE, NULL, NULL);
  fixture_add_cell (sub, TELAAH_STATUS_SILENT, "Read twice.", FALSE, NULL, NULL);

  last = fixture_point (outline->points, &(TelaahPointFields) {
    .id = ID ("c3"), .title = "Manfaat", .similarities = "",
    .coder = "ayu", .attribute = "Genre", .value = "opini", .hidden = TRUE,
  });
  fixture_add_cell (last, TELAAH_STATUS_UNREAD, NULL, FALSE, NULL, NULL);
  fixture_add_cell (last, TELAAH_STATUS_UNREAD, NULL, FALSE, NULL, NULL);
  fixture_add_cell (last, TELAAH_STATUS_UNREAD, NULL, FALSE, NULL, NULL);

  return outline;
}

static inline char *
fixture_json (void)
{
  g_autoptr(TelaahOutline) outline = fixture_outline ();

  return telaah_outline_to_json (outline);
}

/* Its first @from becomes @to. */
static inline char *
fixture_replace (const char *json,
                 const char *from,
                 const char *to)
{
  const char *at = strstr (json, from);

  g_assert_nonnull (at);

  return g_strdup_printf ("%.*s%s%s", (int) (at - json), json, to, at + strlen (from));
}
