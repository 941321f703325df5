/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture.h"

#include <gio/gio.h>
#include <libxml/parser.h>
#include <libxml/xpath.h>
#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

static const TelaahPalette paper = { FALSE, FALSE };

#define HOSTILE "Small \"states\" & <big>, doors\x01 | \u05e9\u05dc\u05d5\u05dd e\u0301"

/* ---- What is drawn ---- */

static TelaahMatrix *
make_heatmap (void)
{
  TelaahMatrix *matrix = telaah_matrix_new ();

  telaah_matrix_add_row (matrix, "p1", "Challenges", "#bb5500", 0);
  telaah_matrix_add_row (matrix, "p2", "Security", NULL, 1);
  telaah_matrix_add_row (matrix, "p3", HOSTILE, "nonsense", 0);
  telaah_matrix_add_column (matrix, "s1", "Rahma 2021", NULL, 0);
  telaah_matrix_add_column (matrix, "s2", "Sari, 2020", NULL, 0);
  telaah_matrix_make (matrix);
  *telaah_matrix_at (matrix, 0, 0) = (TelaahMatrixCount) { 12, 3400 };
  *telaah_matrix_at (matrix, 1, 1) = (TelaahMatrixCount) { 1, 1 };
  *telaah_matrix_at (matrix, 2, 0) = (TelaahMatrixCount) { 3, 170 };

  return matrix;
}

static TelaahMatrix *
make_cooccurrence (void)
{
  TelaahMatrix *matrix = telaah_matrix_new ();
  static const char *const names[] = { "Challenges", "Benefits", "Role" };

  matrix->symmetric = TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      telaah_matrix_add_row (matrix, names[i], names[i], "#0066bb", 0);
      telaah_matrix_add_column (matrix, names[i], names[i], "#0066bb", 0);
    }
  telaah_matrix_make (matrix);
  *telaah_matrix_at (matrix, 0, 0) = (TelaahMatrixCount) { 900, 90000 };
  *telaah_matrix_at (matrix, 0, 1) = *telaah_matrix_at (matrix, 1, 0) = (TelaahMatrixCount) { 4, 120 };

  return matrix;
}

static void
add_span (TelaahPortraitLane *lane,
          guint               start,
          guint               end)
{
  TelaahSpan span = { start, end };

  g_array_append_val (lane->spans, span);
  lane->passages++;
  lane->characters += end - start;
}

static GPtrArray *
make_portraits (void)
{
  GPtrArray *portraits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_portrait_free);
  TelaahPortrait *portrait = telaah_portrait_new ("s1", "Rahma 2021", 1000);
  TelaahPortraitLane *lane = telaah_portrait_add_lane (portrait, "t1", "Challenges", "#bb5500");
  const guint headings[] = { 0, 500 };

  g_array_append_vals (portrait->headings, headings, 2);
  add_span (lane, 0, 100);
  add_span (lane, 341, 360);
  lane = telaah_portrait_add_lane (portrait, "t2", "Benefits", "#00775a");
  add_span (lane, 900, 1000);
  g_ptr_array_add (portraits, portrait);
  g_ptr_array_add (portraits, telaah_portrait_new ("s2", "Nothing, yet", 0));

  return portraits;
}

static TelaahPicture *
make_picture (guint kind)
{
  switch (kind)
    {
    case TELAAH_PICTURE_HEATMAP:
      return telaah_picture_new_heatmap (make_heatmap (), TELAAH_MEASURE_PASSAGES);

    case TELAAH_PICTURE_COOCCURRENCE:
      return telaah_picture_new_cooccurrence (make_cooccurrence (), TELAAH_MEASURE_PASSAGES);

    default:
      return telaah_picture_new_portraits (make_portraits ());
    }
}

/* ---- Places ---- */

static const struct
{
  guint       kind;
  int         row, column;
  const char *words;
  const char *row_id, *column_id;
} places[] = {
  { TELAAH_PICTURE_HEATMAP, 0, 0, "Challenges · Rahma 2021: 12 passages, 3400 characters", "p1", "s1" },
  { TELAAH_PICTURE_HEATMAP, 1, 1, "Security · Sari, 2020: 1 passage, 1 character", "p2", "s2" },
  { TELAAH_PICTURE_HEATMAP, 0, 1, "Challenges · Sari, 2020: no passages", "p1", "s2" },
  { TELAAH_PICTURE_HEATMAP, 1, -1, "Security", "p2", NULL },
  { TELAAH_PICTURE_HEATMAP, -1, 0, "Rahma 2021", NULL, "s1" },
  { TELAAH_PICTURE_COOCCURRENCE, 0, 1, "Challenges · Benefits: 4 places in common, 120 characters",
    "Challenges", "Benefits" },
  { TELAAH_PICTURE_COOCCURRENCE, 2, 1, "Role · Benefits: never on the same words", "Role", "Benefits" },
  { TELAAH_PICTURE_COOCCURRENCE, 2, 2, "Role", "Role", "Role" },
  { TELAAH_PICTURE_PORTRAITS, 0, -1, "Challenges · Rahma 2021: 2 passages, 119 characters", "t1", "s1" },
  { TELAAH_PICTURE_PORTRAITS, 0, 1, "Challenges · Rahma 2021: from 34.1 % to 36.0 % of the text, 19 characters",
    "t1", "s1" },
  { TELAAH_PICTURE_PORTRAITS, 1, 0, "Benefits · Rahma 2021: from 90.0 % to 100.0 % of the text, 100 characters",
    "t2", "s1" },
};

static void
test_words (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahPicture) picture = make_picture (places[i].kind);
  TelaahPicturePlace place = { places[i].row, places[i].column };
  g_autofree char *words = telaah_picture_dup_words (picture, place);

  g_assert_cmpstr (words, ==, places[i].words);
  g_assert_cmpstr (telaah_picture_get_row (picture, place), ==, places[i].row_id);
  g_assert_cmpstr (telaah_picture_get_column (picture, place), ==, places[i].column_id);
}

static void
check_found (TelaahPicture      *picture,
             TelaahPicturePlace  place,
             double              x,
             double              y)
{
  TelaahPicturePlace found;

  g_assert_true (telaah_picture_find (picture, x, y, &found));
  g_assert_cmpint (found.row, ==, place.row);
  g_assert_cmpint (found.column, ==, place.column);
}

/* Whatever the width: a place is found in the middle of where it is said to be, heads too, and nowhere else. */
static void
test_places (gconstpointer data)
{
  g_autoptr(TelaahPicture) picture = make_picture (GPOINTER_TO_UINT (data));
  TelaahPicturePlace found;
  TelaahPictureArea area;
  double width, height;

  for (guint wide = 100; wide <= 1500; wide += 350)
    {
      int first = telaah_picture_get_kind (picture) == TELAAH_PICTURE_PORTRAITS ? 0 : -1;

      telaah_picture_lay_out (picture, wide, "sans-serif", 14);
      telaah_picture_measure (picture, &width, &height);

      for (int row = first; row < telaah_picture_get_n_rows (picture); row++)
        for (int column = -1; column < telaah_picture_get_n_columns (picture, MAX (row, 0)); column++)
          if (row >= 0 || column >= 0)
            {
              TelaahPicturePlace place = { row, column };

              g_assert_true (telaah_picture_locate (picture, place, &area));
              g_assert_cmpfloat (area.x + area.width, <=, width + 0.01);
              g_assert_cmpfloat (area.y + area.height, <=, height + 0.01);
              check_found (picture, place, area.x + (column < 0 ? 8 : area.width / 2), area.y + area.height / 2);
            }

      g_assert_false (telaah_picture_find (picture, width + 1, height / 2, &found));
      g_assert_false (telaah_picture_find (picture, 1, 1, &found));
      g_assert_false (telaah_picture_locate (picture, (TelaahPicturePlace) { 99, 0 }, &area));
      g_assert_false (telaah_picture_locate (picture, (TelaahPicturePlace) { 0, 99 }, &area));
    }
}

static void
test_span (void)
{
  g_autoptr(TelaahPicture) picture = make_picture (TELAAH_PICTURE_PORTRAITS);
  TelaahSpan span = telaah_picture_get_span (picture, (TelaahPicturePlace) { 0, 1 });

  g_assert_cmpuint (span.start, ==, 341);
  g_assert_cmpuint (span.end, ==, 360);
}

/* ---- SVG ---- */

static xmlDoc *
parse (GBytes *svg)
{
  gsize size;
  const char *data = g_bytes_get_data (svg, &size);
  xmlDoc *doc = xmlReadMemory (data, size, NULL, NULL, XML_PARSE_NONET);

  g_assert_nonnull (doc);

  return doc;
}

static guint
count_nodes (xmlDoc     *doc,
             const char *path)
{
  xmlXPathContext *context = xmlXPathNewContext (doc);
  xmlXPathObject *found;
  guint n;

  xmlXPathRegisterNs (context, BAD_CAST "s", BAD_CAST "http://www.w3.org/2000/svg");
  found = xmlXPathEvalExpression (BAD_CAST path, context);
  g_assert_nonnull (found);
  n = found->nodesetval != NULL ? found->nodesetval->nodeNr : 0;
  xmlXPathFreeObject (found);
  xmlXPathFreeContext (context);

  return n;
}

static void
test_svg_heatmap (void)
{
  g_autoptr(TelaahPicture) picture = make_picture (TELAAH_PICTURE_HEATMAP);
  g_autoptr(GBytes) svg = NULL;
  xmlDoc *doc;

  telaah_picture_set_title (picture, "Digital & diplomacy", "1 May 2026");
  svg = telaah_picture_to_svg (picture);
  doc = parse (svg);

  g_assert_cmpuint (count_nodes (doc, "/s:svg/s:title[. = 'Digital & diplomacy']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "/s:svg/s:text[. = 'Digital & diplomacy']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "/s:svg/s:text[. = '1 May 2026']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = 'Challenges']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = 'Passages']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//s:g[s:title = 'Challenges · Rahma 2021: 12 passages, 3400 characters']"
                                      "[s:rect]/s:text[. = '12']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = '0']"), ==, 3);
  g_assert_cmpuint (count_nodes (doc, "//s:title[starts-with (., 'Small \"states\" & <big>, doors | ')]"), ==, 2);
  g_assert_cmpuint (count_nodes (doc, "//s:path | //s:use | //s:image"), ==, 0);
  xmlFreeDoc (doc);
}

static void
test_svg_cooccurrence (void)
{
  g_autoptr(TelaahPicture) picture = make_picture (TELAAH_PICTURE_COOCCURRENCE);
  g_autoptr(GBytes) svg = telaah_picture_to_svg (picture);
  xmlDoc *doc = parse (svg);

  g_assert_cmpuint (count_nodes (doc, "//s:text[. = 'Benefits']"), ==, 2);
  /* On either side of the diagonal, and in the scale; what is on it counts for nothing. */
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = '4']"), ==, 3);
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = '900']"), ==, 0);
  xmlFreeDoc (doc);
}

static void
test_svg_portraits (void)
{
  g_autoptr(TelaahPicture) picture = make_picture (TELAAH_PICTURE_PORTRAITS);
  g_autoptr(GBytes) svg = telaah_picture_to_svg (picture);
  xmlDoc *doc = parse (svg);

  g_assert_cmpuint (count_nodes (doc, "//s:text[. = 'Nothing, yet']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = 'No passages']"), ==, 1);
  g_assert_cmpuint (count_nodes (doc, "//s:text[. = '50 %']"), ==, 1);
  /* Its dot and two stretches. */
  g_assert_cmpuint (count_nodes (doc, "//s:rect[@fill = '#bb5500']"), ==, 3);
  xmlFreeDoc (doc);
}

static void
test_same (gconstpointer data)
{
  g_autoptr(TelaahPicture) first = make_picture (GPOINTER_TO_UINT (data));
  g_autoptr(TelaahPicture) second = make_picture (GPOINTER_TO_UINT (data));
  g_autoptr(GBytes) first_svg = NULL, second_svg = telaah_picture_to_svg (second);
  g_autoptr(GBytes) first_png = NULL, second_png = telaah_picture_to_png (second, 1);

  /* What is on the screen has no part in it. */
  telaah_picture_lay_out (first, 300, "serif", 30);
  first_svg = telaah_picture_to_svg (first);
  first_png = telaah_picture_to_png (first, 1);
  g_assert_true (g_bytes_equal (first_svg, second_svg));
  g_assert_true (g_bytes_equal (first_png, second_png));
}

/* Gives the picture as a file to another program, and returns what that says. */
static char *
ask_program (const char *program,
             const char *option,
             GBytes     *bytes,
             const char *suffix)
{
  g_autofree char *path = g_find_program_in_path (program);
  g_autofree char *name = g_strconcat ("picture", suffix, NULL);
  g_autofree char *file = g_build_filename (g_get_user_cache_dir (), name, NULL);
  g_autoptr(GError) error = NULL;
  char *said = NULL;
  int status;

  if (path == NULL)
    return NULL;

  g_mkdir_with_parents (g_get_user_cache_dir (), 0700);
  g_file_set_contents (file, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_spawn_sync (NULL, (char *[]) { path, (char *) option, file, NULL }, NULL, 0, NULL, NULL, &said, NULL, &status,
                &error);
  g_assert_no_error (error);
  g_assert_cmpint (status, ==, 0);

  return said;
}

static void
test_programs (gconstpointer data)
{
  g_autoptr(TelaahPicture) picture = make_picture (GPOINTER_TO_UINT (data));
  g_autoptr(GBytes) svg = telaah_picture_to_svg (picture), png = telaah_picture_to_png (picture, 1);
  g_autofree char *from_svg = ask_program ("rsvg-convert", "--format=png", svg, ".svg");
  g_autofree char *from_png = ask_program ("identify", "-quiet", png, ".png");

  if (from_svg == NULL && from_png == NULL)
    {
      g_test_skip ("neither rsvg-convert nor identify is here");
      return;
    }

  if (from_svg != NULL)
    g_assert_true (g_str_has_prefix (from_svg, "\x89PNG"));
  if (from_png != NULL)
    g_assert_nonnull (strstr (from_png, " PNG "));
}

/* ---- PNG ---- */

static cairo_status_t
read_cb (void          *closure,
         unsigned char *data,
         unsigned int   length)
{
  return g_input_stream_read_all (closure, data, length, NULL, NULL, NULL) ? CAIRO_STATUS_SUCCESS
                                                                           : CAIRO_STATUS_READ_ERROR;
}

/* But for how they were rounded. */
static gboolean
is_tone (guint32           pixel,
         const TelaahTone *tone)
{
  return fabs ((pixel >> 16 & 0xff) - tone->red * 255) <= 1 && fabs ((pixel >> 8 & 0xff) - tone->green * 255) <= 1 &&
         fabs ((pixel & 0xff) - tone->blue * 255) <= 1;
}

/* The most is on the strongest tint, which is to be seen in the file. */
static void
test_png (void)
{
  g_autoptr(TelaahPicture) picture = make_picture (TELAAH_PICTURE_HEATMAP);
  g_autoptr(GBytes) one = telaah_picture_to_png (picture, 1), two = telaah_picture_to_png (picture, 2);
  g_autoptr(GInputStream) stream = g_memory_input_stream_new_from_bytes (two);
  g_autoptr(GInputStream) half = g_memory_input_stream_new_from_bytes (one);
  cairo_surface_t *surface = cairo_image_surface_create_from_png_stream (read_cb, stream);
  cairo_surface_t *small = cairo_image_surface_create_from_png_stream (read_cb, half);
  int width = cairo_image_surface_get_width (surface), height = cairo_image_surface_get_height (surface);
  TelaahTone tone = telaah_tone_tint (paper, 1);
  guint n = 0;

  g_assert_cmpint (cairo_surface_status (surface), ==, CAIRO_STATUS_SUCCESS);
  g_assert_cmpint (ABS (width - 2 * cairo_image_surface_get_width (small)), <=, 1);

  for (int y = 0; y < height; y++)
    {
      const guint32 *row = (gpointer) (cairo_image_surface_get_data (surface) +
                                       y * cairo_image_surface_get_stride (surface));

      for (int x = 0; x < width; x++)
        n += is_tone (row[x], &tone);
    }

  g_assert_cmpuint (n, >, 1000);
  cairo_surface_destroy (surface);
  cairo_surface_destroy (small);
}

/* ---- CSV ---- */

static void
check_bytes (GBytes     *bytes,
             const char *wanted)
{
  g_autofree char *text = g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  g_assert_cmpstr (text, ==, wanted);
}

static void
test_csv_matrix (void)
{
  g_autoptr(TelaahMatrix) matrix = make_heatmap ();
  g_autoptr(GBytes) passages = telaah_matrix_to_csv (matrix, TELAAH_MEASURE_PASSAGES);
  g_autoptr(GBytes) characters = telaah_matrix_to_csv (matrix, TELAAH_MEASURE_CHARACTERS);

  check_bytes (passages,
               "\ufeffPoint,Rahma 2021,\"Sari, 2020\"\r\n"
               "Challenges,12,0\r\n"
               "Challenges › Security,0,1\r\n"
               "\"Small \"\"states\"\" & <big>, doors\x01 | \u05e9\u05dc\u05d5\u05dd e\u0301\",3,0\r\n");
  check_bytes (characters,
               "\ufeffPoint,Rahma 2021,\"Sari, 2020\"\r\n"
               "Challenges,3400,0\r\n"
               "Challenges › Security,0,1\r\n"
               "\"Small \"\"states\"\" & <big>, doors\x01 | \u05e9\u05dc\u05d5\u05dd e\u0301\",170,0\r\n");
}

static void
test_csv_portraits (void)
{
  g_autoptr(TelaahPicture) picture = make_picture (TELAAH_PICTURE_PORTRAITS);
  g_autoptr(GBytes) bytes = telaah_picture_to_csv (picture);

  check_bytes (bytes,
               "\ufeffSource,Theme,Start,End,Characters,Start in Per Cent,End in Per Cent\r\n"
               "Rahma 2021,Challenges,0,100,100,0.00,10.00\r\n"
               "Rahma 2021,Challenges,341,360,19,34.10,36.00\r\n"
               "Rahma 2021,Benefits,900,1000,100,90.00,100.00\r\n");
}

/* ---- Extremes ---- */

static void
test_empty (void)
{
  TelaahMatrix *matrix = telaah_matrix_new ();
  g_autoptr(TelaahPicture) picture = NULL;
  g_autoptr(TelaahPicture) none = telaah_picture_new_portraits (g_ptr_array_new ());
  g_autoptr(GBytes) svg = NULL, png = NULL;
  TelaahPicturePlace place;
  xmlDoc *doc;

  telaah_matrix_make (matrix);
  picture = telaah_picture_new_heatmap (matrix, TELAAH_MEASURE_CHARACTERS);
  g_assert_true (telaah_picture_is_empty (picture));
  g_assert_true (telaah_picture_is_empty (none));
  telaah_picture_lay_out (picture, 0, "sans-serif", 14);
  telaah_picture_lay_out (none, 0, "sans-serif", 14);
  g_assert_false (telaah_picture_find (picture, 5, 5, &place));
  g_assert_false (telaah_picture_find (none, 5, 5, &place));
  svg = telaah_picture_to_svg (picture);
  png = telaah_picture_to_png (none, 1);
  doc = parse (svg);
  xmlFreeDoc (doc);
  g_assert_cmpuint (g_bytes_get_size (png), >, 100);
}

static TelaahPicture *
make_large (guint n_rows,
            guint n_columns)
{
  TelaahMatrix *matrix = telaah_matrix_new ();

  for (guint i = 0; i < n_rows; i++)
    telaah_matrix_add_row (matrix, "p", "A point with a name that is rather long, as names are", "#bb5500", i % 4);
  for (guint i = 0; i < n_columns; i++)
    telaah_matrix_add_column (matrix, "s", "A source with a name that is long as well", NULL, 0);
  telaah_matrix_make (matrix);
  for (guint i = 0; i < n_rows * n_columns; i++)
    matrix->counts[i] = (TelaahMatrixCount) { i * 7 % 23, i * 131 % 99991 };

  return telaah_picture_new_heatmap (matrix, TELAAH_MEASURE_PASSAGES);
}

/* How long a screenful takes, of a picture that has been drawn before: microseconds. */
static gint64
time_screenful (TelaahPicture *picture)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 1000, 700);
  cairo_t *cr = cairo_create (surface);
  gint64 best = G_MAXINT64;

  for (guint i = 0; i < 6; i++)
    {
      gint64 start = g_get_monotonic_time ();

      telaah_picture_draw (picture, cr, paper, 0, 0, 1000, 700);
      best = MIN (best, g_get_monotonic_time () - start);
    }
  cairo_destroy (cr);
  cairo_surface_destroy (surface);

  return best;
}

/* Cells shrink to a floor where numbers can still be read; drawing what is in sight costs little more than the same
 * of a small picture. */
static void
test_large (void)
{
  g_autoptr(TelaahPicture) large = make_large (200, 100), small = make_large (21, 17);
  TelaahPictureArea area;
  double width, height;

  telaah_picture_lay_out (large, 1000, "sans-serif", 14);
  telaah_picture_lay_out (small, 1000, "sans-serif", 14);
  telaah_picture_measure (large, &width, &height);
  telaah_picture_locate (large, (TelaahPicturePlace) { 199, 99 }, &area);
  g_assert_cmpfloat (area.width, >=, 30);
  g_assert_cmpfloat (area.width, <=, 50);
  g_assert_cmpfloat (width, >, 3000);
  g_assert_cmpfloat (height, >, 5000);
  check_found (large, (TelaahPicturePlace) { 199, 99 }, area.x + 5, area.y + 5);
  g_assert_cmpint (time_screenful (large), <, 12 * time_screenful (small) + 2000);
}

/* What cairo could not hold comes out smaller, not broken. */
static void
test_huge_png (void)
{
  g_autoptr(TelaahPicture) picture = make_large (1200, 3);
  g_autoptr(GBytes) bytes = telaah_picture_to_png (picture, 4);
  const guint8 *data = g_bytes_get_data (bytes, NULL);
  guint height = data[20] << 24 | data[21] << 16 | data[22] << 8 | data[23];

  g_assert_cmpuint (height, >, 10000);
  g_assert_cmpuint (height, <=, 32000);
}

int
main (int    argc,
      char **argv)
{
  static const char *const kinds[TELAAH_N_PICTURE_KINDS] = { "heatmap", "cooccurrence", "portraits" };
  static const struct { const char *name; GTestDataFunc func; } of_kinds[] = {
    { "places", test_places }, { "same-again", test_same }, { "opened-by-others", test_programs },
  };

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *path = g_strdup_printf ("/formats/picture/words/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }

  for (guint i = 0; i < G_N_ELEMENTS (of_kinds); i++)
    for (guint kind = 0; kind < TELAAH_N_PICTURE_KINDS; kind++)
      {
        g_autofree char *path = g_strdup_printf ("/formats/picture/%s/%s", of_kinds[i].name, kinds[kind]);

        g_test_add_data_func (path, GUINT_TO_POINTER (kind), of_kinds[i].func);
      }

  g_test_add_func ("/formats/picture/span", test_span);
  g_test_add_func ("/formats/picture/svg/heatmap", test_svg_heatmap);
  g_test_add_func ("/formats/picture/svg/cooccurrence", test_svg_cooccurrence);
  g_test_add_func ("/formats/picture/svg/portraits", test_svg_portraits);
  g_test_add_func ("/formats/picture/png", test_png);
  g_test_add_func ("/formats/picture/png/huge", test_huge_png);
  g_test_add_func ("/formats/picture/csv/matrix", test_csv_matrix);
  g_test_add_func ("/formats/picture/csv/portraits", test_csv_portraits);
  g_test_add_func ("/formats/picture/empty", test_empty);
  g_test_add_func ("/formats/picture/large", test_large);

  return g_test_run ();
}
