/* An outline of some pages, for the tests of what is printed: several scripts, nested points, quotes and links.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-outline-format.h"

#define PDF_ID(n) "00000000-0000-4000-8000-0000000000" n

static const TelaahSourceFields pdf_sources[] = {
  { .id = PDF_ID ("a1"), .title = "Kabel laut dan kata-kata", .author = "Rahma, Siti", .publisher = "Jurnal Bahari",
    .date = "2021", .language = "id", .medium = "article-journal", .container = "Jurnal Bahari", .volume = "12",
    .issue = "3", .pages = "41–58", .doi = "10.1234/bahari.2021.041" },
  { .id = PDF_ID ("a2"), .title = "Forum kawasan, suara bersama: kesenjangan di dalam negeri dan di antara negara",
    .author = "Wibowo, Adi; Lestari, Made", .date = "2019-05-20", .url = "https://forum.example/suara-bersama",
    .language = "id", .publisher = "Forum Kawasan" },
  { .id = PDF_ID ("a3"), .title = "Duta besar di layar kecil", .author = "Teuku Alamsyah", .date = "2023-11-02",
    .publisher = "Harian Selat", .language = "id" },
  { .id = PDF_ID ("a4"), .title = "الدبلوماسية الرقمية في الجنوب", .author = "ليلى حداد", .date = "2022", .language = "ar" },
  { .id = PDF_ID ("a5"), .title = "数字外交的边界", .author = "王小明", .date = "2020", .language = "zh" },
};

static const struct
{
  const char *id, *name, *color;
} pdf_themes[] = {
  { PDF_ID ("b1"), "Tantangan", "#d55e00" },
  { PDF_ID ("b2"), "Keamanan siber", "#0072b2" },
  { PDF_ID ("b3"), "Manfaat", "#009e73" },
};

/* What a source says on a point. */
typedef struct
{
  TelaahStatus  status;
  const char   *summary;
  const char   *translation;
  gboolean      stale;
  const char   *quotes[4];      /* their ids are the point's, the source's and their place */
  const char   *section;        /* in which the first of them stands */
} PdfCell;

typedef struct
{
  guint       depth;
  const char *title, *question, *similarities, *differences;
  guint       theme;
  PdfCell     cells[G_N_ELEMENTS (pdf_sources)];
} PdfPoint;

static const PdfPoint pdf_points[] = {
  { 0, "Tantangan", "Apa yang mengancam, menghambat atau timpang?",
    "Semua melihat keamanan sebagai urusan bersama; tak seorang pun menyebut siapa yang membayar.",
    "Rahma dan Haddad takut pada penyusup dari luar, Wibowo pada jurang di dalam negeri.", 0,
    { { TELAAH_STATUS_TREATED, "Setiap saluran baru membuka pintu bagi penyusup; biaya pengamanan tak dibahas.",
        "Every new channel opens a door to intruders; what it costs to guard it is not discussed.", FALSE,
        { "Namun setiap saluran baru adalah pintu baru bagi penyusup.",
          "Kabel yang menghubungkan dua pulau menghubungkan pula dua kecurigaan." }, "Harga yang dibayar" },
      { TELAAH_STATUS_TREATED, "Kesenjangan di dalam negeri lebih berat daripada serangan.", NULL, TRUE,
        { "Separuh pulau kita masih menunggu sinyal pertama." }, "Modal dan beban" },
      { TELAAH_STATUS_SILENT, "Diam tentang keamanan; bicara tentang salah kutip.", NULL, FALSE, { NULL }, NULL },
      { TELAAH_STATUS_TREATED, "تفتح كل قناة جديدة باباً للمتسللين، ولا يذكر أحد من يدفع الثمن.", NULL, FALSE,
        { "إن كل قناة جديدة هي باب جديد للمتسللين، وقد تعلمت الوزارات الصغيرة ذلك قبل غيرها." }, NULL },
      { TELAAH_STATUS_IMPLICIT, NULL, NULL, FALSE, { "每一条新的渠道都是一扇新的门。" }, "边界" } } },
  { 1, "Keamanan siber", "Siapa yang harus menjaga, dan dengan alat apa?", NULL,
    "Hanya satu tulisan menyebut sandi diplomatik.", 1,
    { { TELAAH_STATUS_TREATED, "Pengamanan dipandang sebagai urusan negara.\n"
        "Sandi diplomatik disebut sekali saja, dan tanpa contoh.", NULL, FALSE,
        { "Sandi yang dipakai kedutaan sama tuanya dengan kabelnya." }, "Harga yang dibayar" },
      { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_SILENT }, { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_SILENT } } },
  { 1, "Kesenjangan digital", NULL, NULL, NULL, 0,
    { { TELAAH_STATUS_SILENT },
      { TELAAH_STATUS_TREATED, "Jurang antara kota dan pulau terluar.", NULL, FALSE,
        { "Di kota orang menawar kecepatan; di pulau orang menawar arah angin.",
          "Yang tidak terhubung tidak pernah diundang, dan yang tidak diundang tidak pernah dikutip." },
        "Modal dan beban" },
      { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD } } },
  { 2, "Pulau terluar", "Apakah pulau-pulau terluar disebut dengan nama?", NULL, NULL, 0,
    { { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_TREATED, "Disebut tiga kali, tanpa nama.", NULL, FALSE,
        { "Pulau terluar itu, kata seorang nelayan, hanya luar bagi yang duduk di dalam." }, NULL },
      { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD } } },
  { 0, "Manfaat", "Siapa yang diuntungkan, dan seberapa nyata?", "Kecepatan dipuji oleh semua.", NULL, 2,
    { { TELAAH_STATUS_TREATED, "Jarak mengecil bagi yang terhubung.", NULL, FALSE,
        { "Surat yang dahulu menyeberang tiga minggu kini sampai sebelum kopi dingin." }, "Yang diperoleh" },
      { TELAAH_STATUS_IMPLICIT, "Suara bersama terdengar lebih jauh.", NULL, FALSE, { NULL }, NULL },
      { TELAAH_STATUS_TREATED, "Warga dapat menyapa duta besarnya; nama dengan tanda: Ngu\u0303ge\u0301, S\u030cimun.", NULL,
        FALSE, { "Seorang duta besar yang menjawab pada malam hari menghemat satu nota protes.",
                 "Layar kecil itu jendela, tetapi jendela pun punya bingkai." }, "Malam di kedutaan" },
      { TELAAH_STATUS_UNREAD },
      { TELAAH_STATUS_TREATED, "数字外交降低了小国发声的成本。", "It lowers the cost of a small state's voice.", FALSE,
        { "小国第一次可以与大国同时发言。" }, NULL } } },
  { 0, "Peran Indonesia", NULL, NULL, NULL, 0,
    { { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD }, { TELAAH_STATUS_UNREAD },
      { TELAAH_STATUS_UNREAD } } },
};

static inline TelaahCell *
pdf_cell (TelaahOutline *outline,
          const PdfCell *cell,
          const char    *point,
          const char    *theme,
          guint          round,
          guint          place,
          guint          source)
{
  g_autoptr(GPtrArray) evidence = g_ptr_array_new_with_free_func (g_object_unref);
  const char *themes[] = { theme, NULL };

  for (guint i = 0; cell->quotes[i] != NULL; i++)
    {
      g_autofree char *id = g_strdup_printf ("%08x-0000-4000-8000-0000000%02x%02x%u", round, place, source, i);

      g_ptr_array_add (evidence, telaah_passage_new (&(TelaahPassageFields) {
        .id = id, .source = pdf_sources[source].id, .span = { 10 * i, 10 * i + 5 }, .quote = cell->quotes[i],
        .created = "2024-05-06T07:08:09Z", .themes = themes,
      }, NULL));
      if (cell->section != NULL)
        telaah_outline_add_context (outline, id, cell->section, "", "");
    }

  return telaah_cell_new (&(TelaahCellFields) {
    .point = point, .source = pdf_sources[source].id, .status = cell->status, .summary = cell->summary,
    .translation = cell->translation,
  }, evidence, 0, cell->stale);
}

/* The points, once more for each @round, so that an outline gets as long as one likes. */
static inline void
pdf_add_points (TelaahOutline *outline,
                guint          round)
{
  GPtrArray *levels[4] = { outline->points };
  char *parents[4] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (pdf_points); i++)
    {
      const PdfPoint *p = &pdf_points[i];
      g_autofree char *id = g_strdup_printf ("%08x-0000-4000-8000-0000000000%02x", round, i);
      g_autoptr(TelaahPoint) point = telaah_point_new (&(TelaahPointFields) {
        .id = id, .parent = parents[p->depth], .theme = pdf_themes[p->theme].id, .title = p->title, .depth = p->depth,
        .question = p->question, .similarities = p->similarities, .differences = p->differences,
      });
      TelaahOutlinePoint *node = telaah_outline_point_new (point);

      for (guint k = 0; k < G_N_ELEMENTS (pdf_sources); k++)
        g_ptr_array_add (node->cells, pdf_cell (outline, &p->cells[k], id, pdf_themes[p->theme].id, round, i, k));
      g_ptr_array_add (levels[p->depth], node);
      levels[p->depth + 1] = node->points;
      g_free (parents[p->depth + 1]);
      parents[p->depth + 1] = g_steal_pointer (&id);
    }

  for (guint i = 0; i < G_N_ELEMENTS (parents); i++)
    g_free (parents[i]);
}

/* On the first point: words of a summary that rest on a quote, and of the differences that cite two cells. */
static inline void
pdf_add_links (TelaahOutline *outline)
{
  TelaahOutlinePoint *node = outline->points->pdata[0];
  const char *point = telaah_point_fields (node->point)->id;
  const TelaahLinkFields links[] = {
    { .id = PDF_ID ("e1"), .point = point, .source = pdf_sources[0].id, .kind = TELAAH_LINK_SUMMARY,
      .passage = "00000000-0000-4000-8000-000000000000", .span = { 0, 48 } },
    { .id = PDF_ID ("e2"), .point = point, .kind = TELAAH_LINK_DIFFERENCES, .cited = pdf_sources[0].id,
      .span = { 0, 5 } },
    { .id = PDF_ID ("e3"), .point = point, .kind = TELAAH_LINK_DIFFERENCES, .cited = pdf_sources[3].id,
      .span = { 10, 16 } },
    { .id = PDF_ID ("e4"), .point = point, .kind = TELAAH_LINK_SIMILARITIES, .cited = pdf_sources[1].id },
    { .id = PDF_ID ("e5"), .point = point, .kind = TELAAH_LINK_SIMILARITIES, .passage = "gone" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (links); i++)
    g_ptr_array_add (node->links, telaah_link_new (&links[i]));
}

/* With @n_sources of the five, at most. */
static inline TelaahOutline *
pdf_outline_of (guint n_rounds,
                guint n_sources)
{
  TelaahOutline *outline = telaah_outline_new ();

  outline->title = g_strdup ("Diplomasi digital: lima bacaan");
  outline->question = g_strdup ("Tantangan dan manfaat apa yang dilihat kelima tulisan dalam diplomasi digital, dan di "
                                "mana mereka menempatkan Indonesia?");
  outline->language = g_strdup ("id");
  outline->second_language = g_strdup ("en");
  outline->created = g_strdup ("2024-01-02T03:04:05Z");
  outline->modified = g_strdup ("2024-02-03T04:05:06Z");
  for (guint i = 0; i < n_sources; i++)
    g_ptr_array_add (outline->sources, telaah_source_new (&pdf_sources[i]));
  for (guint i = 0; i < G_N_ELEMENTS (pdf_themes); i++)
    g_ptr_array_add (outline->themes, telaah_theme_new (&(TelaahThemeFields) {
      .id = pdf_themes[i].id, .name = pdf_themes[i].name, .color = pdf_themes[i].color,
    }));
  for (guint round = 0; round < n_rounds; round++)
    pdf_add_points (outline, round);
  if (n_rounds > 0)
    pdf_add_links (outline);

  return outline;
}

static inline TelaahOutline *
pdf_outline (guint n_rounds)
{
  return pdf_outline_of (n_rounds, G_N_ELEMENTS (pdf_sources));
}
