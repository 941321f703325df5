/* An outline with what an office document has to stand: many sources, scripts, links, translations, quotes in sections.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-outline-format.h"

#define OFFICE_ID(kind, n) "0ff1ce00-0000-4000-8000-0000000000" kind n

static const TelaahSourceFields office_sources[] = {
  { .id = OFFICE_ID ("a", "0"), .title = "Kabel laut dan kata-kata", .author = "Rahma, Siti",
    .date = "2021-03-04", .container = "Jurnal Selat", .volume = "4", .issue = "2", .pages = "11–29",
    .medium = "article-journal", .url = "https://example.org/kabel?a=1&b=2", .language = "id" },
  { .id = OFFICE_ID ("a", "1"), .title = "Forum kawasan, suara bersama", .author = "Wibowo, Agus; Lestari, Dian",
    .date = "2019", .publisher = "Penerbit Nusa", .medium = "book", .language = "id" },
  { .id = OFFICE_ID ("a", "2"), .title = "Small states & <big> doors", .author = "Okafor, Ngozi",
    .date = "2020", .publisher = "Harbour Press", .medium = "book", .language = "en-GB" },
  { .id = OFFICE_ID ("a", "3"), .title = "الدبلوماسية الرقمية", .author = "حسن, ليلى", .date = "2022",
    .language = "ar" },
  { .id = OFFICE_ID ("a", "4"), .title = "数字外交的挑战", .author = "王, 伟", .date = "2018", .language = "zh-CN" },
  { .id = OFFICE_ID ("a", "5"), .file_name = "=cmd.txt", .date = "2023" },
};

#define OFFICE_SOURCES G_N_ELEMENTS (office_sources)

/* What a source says on a point: a status, a summary, and quotes parted by "|". */
typedef struct
{
  TelaahStatus  status;
  const char   *summary, *translation, *quotes, *section, *note;
  gboolean      stale;
} OfficeCell;

typedef struct
{
  TelaahPointFields fields;
  OfficeCell        cells[OFFICE_SOURCES];
} OfficePoint;

static const OfficePoint office_points[] = {
  {
    { .id = OFFICE_ID ("c", "0"), .title = "Tantangan", .question = "Apa yang mengancam, menghambat atau timpang?",
      .similarities = "Semua melihat keamanan sebagai urusan bersama. Tak seorang pun menyebut siapa yang membayar.",
      .differences = "Rahma takut pada penyusup dari luar; Wibowo pada jurang di dalam." },
    {
      { TELAAH_STATUS_TREATED, "Setiap saluran baru membuka pintu bagi penyusup; biaya pengamanan tak dibahas.",
        "Every new channel opens a door to intruders; what securing it costs is not discussed.",
        "Namun setiap saluran baru adalah pintu baru bagi penyusup.|Harga  sebuah kabel\nditanggung bersama.",
        "Harga yang dibayar", "Siapa yang menanggung?\nPeriksa catatan kaki 7.", FALSE },
      { TELAAH_STATUS_TREATED, "Kesenjangan di dalam negeri lebih berat daripada serangan.", NULL,
        "Separuh pulau kita masih menunggu sinyal pertama.", "Modal dan beban", NULL, TRUE },
      { TELAAH_STATUS_IMPLICIT, NULL, NULL, "Doors open for those who can pay & wait.", NULL, NULL, FALSE },
      { TELAAH_STATUS_TREATED, "Bahasa menjadi batas.", NULL, "تفتح الأدوات الرقمية أبوابا جديدة للدول الصغيرة.", "مقدمة",
        NULL, FALSE },
      { TELAAH_STATUS_TREATED, "=1+1 is no formula.", NULL, "数字外交面临新的挑战。", NULL, NULL, FALSE },
      { TELAAH_STATUS_UNREAD },
    },
  },
  {
    { .id = OFFICE_ID ("c", "1"), .parent = OFFICE_ID ("c", "0"), .title = "Keamanan siber", .depth = 1 },
    {
      { TELAAH_STATUS_TREATED, "Pertahanan dibangun sendiri-sendiri.", NULL,
        "Namun setiap saluran baru adalah pintu baru bagi penyusup.", "Harga yang dibayar", NULL, FALSE },
      { TELAAH_STATUS_SILENT, "Dibaca dua kali: tidak ada.", NULL, NULL, NULL, NULL, FALSE },
      { TELAAH_STATUS_SILENT },
      { TELAAH_STATUS_SILENT },
      { TELAAH_STATUS_UNREAD },
      { TELAAH_STATUS_UNREAD },
    },
  },
  {
    { .id = OFFICE_ID ("c", "2"), .title = "-Manfaat", .coder = "ayu" },
    {
      { TELAAH_STATUS_UNREAD },
      { TELAAH_STATUS_TREATED, "@suara kecil terdengar.", NULL,
        "Di layar, kursi terjauh pun duduk di meja yang sama.", "Suara", NULL, FALSE },
    },
  },
};

/* By point: the words of its quotes and summaries begin there. */
static const TelaahLinkFields office_links[] = {
  { .id = OFFICE_ID ("e", "0"), .point = OFFICE_ID ("c", "0"), .source = OFFICE_ID ("a", "0"),
    .passage = OFFICE_ID ("0", "0"), .kind = TELAAH_LINK_SUMMARY, .span = { 0, 47 } },
  { .id = OFFICE_ID ("e", "1"), .point = OFFICE_ID ("c", "0"), .cited = OFFICE_ID ("a", "0"),
    .kind = TELAAH_LINK_SIMILARITIES, .span = { 0, 46 } },
  { .id = OFFICE_ID ("e", "2"), .point = OFFICE_ID ("c", "0"), .cited = OFFICE_ID ("a", "1"),
    .kind = TELAAH_LINK_SIMILARITIES, .span = { 0, 46 } },
  { .id = OFFICE_ID ("e", "3"), .point = OFFICE_ID ("c", "0"), .cited = OFFICE_ID ("a", "0"),
    .kind = TELAAH_LINK_DIFFERENCES, .span = { 0, 35 } },
  { .id = OFFICE_ID ("e", "4"), .point = OFFICE_ID ("c", "0"), .cited = OFFICE_ID ("a", "1"),
    .kind = TELAAH_LINK_DIFFERENCES },
};

static inline void
office_add_quotes (TelaahOutline    *outline,
                   GPtrArray        *evidence,
                   const OfficeCell *cell,
                   guint             source,
                   guint            *n_passages)
{
  static const char *const themes[] = { OFFICE_ID ("b", "0"), OFFICE_ID ("b", "1"), NULL };
  g_auto(GStrv) quotes = g_strsplit (cell->quotes != NULL ? cell->quotes : "", "|", -1);

  for (guint i = 0; quotes[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("0ff1ce00-0000-4000-8000-%012x", *n_passages);
      g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
      guint start = 100 * ++*n_passages;

      if (cell->note != NULL && i == 0)
        g_ptr_array_add (notes, telaah_note_new (&(TelaahNoteFields) {
          .id = OFFICE_ID ("f", "0"), .kind = "passage", .target = id, .text = cell->note, .coder = "ayu",
        }));
      if (cell->section != NULL)
        telaah_outline_add_context (outline, id, cell->section, "", "");

      g_ptr_array_add (evidence, telaah_passage_new (&(TelaahPassageFields) {
        .id = id, .source = telaah_source_fields (outline->sources->pdata[source])->id,
        .span = { start, start + g_utf8_strlen (quotes[i], -1) },
        .quote = quotes[i], .prefix = "", .suffix = "", .coder = source % 2 == 0 ? "ayu" : "budi",
        .themes = themes,
      }, notes));
    }
}

static inline TelaahOutlinePoint *
office_node (TelaahOutline     *outline,
             const OfficePoint *values,
             guint             *n_passages)
{
  g_autoptr(TelaahPoint) point = telaah_point_new (&values->fields);
  TelaahOutlinePoint *node = telaah_outline_point_new (point);

  for (guint i = 0; i < outline->sources->len; i++)
    {
      const OfficeCell *cell = &values->cells[i % OFFICE_SOURCES];
      g_autoptr(GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);

      office_add_quotes (outline, evidence, cell, i, n_passages);
      g_ptr_array_add (node->cells, telaah_cell_new (&(TelaahCellFields) {
        .point = values->fields.id, .source = telaah_source_fields (outline->sources->pdata[i])->id,
        .status = cell->status, .summary = cell->summary, .translation = cell->translation,
      }, evidence, 0, cell->stale));
    }

  for (guint i = 0; i < G_N_ELEMENTS (office_links); i++)
    if (g_strcmp0 (office_links[i].point, values->fields.id) == 0)
      g_ptr_array_add (node->links, telaah_link_new (&office_links[i]));

  return node;
}

/* With so many sources; from the seventh on they repeat. */
static inline TelaahOutline *
office_outline (guint n_sources)
{
  TelaahOutline *outline = telaah_outline_new ();
  TelaahOutlinePoint *top = NULL;
  guint n_passages = 0;

  outline->title = g_strdup ("Diplomasi digital & kawan");
  outline->question = g_strdup ("Apa yang “baru” dalam diplomasi digital?");
  outline->language = g_strdup ("id");
  outline->second_language = g_strdup ("en");
  outline->created = g_strdup ("2024-01-02T03:04:05Z");
  outline->modified = g_strdup ("2024-02-03T04:05:06Z");
  g_ptr_array_add (outline->themes, telaah_theme_new (&(TelaahThemeFields) {
    .id = OFFICE_ID ("b", "0"), .name = "Tantangan", .color = "#0072b2" }));
  g_ptr_array_add (outline->themes, telaah_theme_new (&(TelaahThemeFields) {
    .id = OFFICE_ID ("b", "1"), .name = "Keamanan", .parent = OFFICE_ID ("b", "0"), .depth = 1 }));

  for (guint i = 0; i < n_sources; i++)
    {
      TelaahSourceFields fields = office_sources[i % OFFICE_SOURCES];
      g_autofree char *id = g_strdup_printf ("%s%u", fields.id, i / (guint) OFFICE_SOURCES);

      fields.id = i < OFFICE_SOURCES ? fields.id : id;
      g_ptr_array_add (outline->sources, telaah_source_new (&fields));
    }

  for (guint i = 0; i < G_N_ELEMENTS (office_points); i++)
    {
      TelaahOutlinePoint *node = office_node (outline, &office_points[i], &n_passages);

      if (office_points[i].fields.depth == 0)
        top = node;
      g_ptr_array_add (office_points[i].fields.depth == 0 ? outline->points : top->points, node);
    }

  return outline;
}
