/* Lays out a matrix: names down and across, a tinted cell with its number for each pair, and in the corner the scale.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define ROW         2.2
#define LEAST_CELL  2.6
#define MOST_CELL   9.0
#define LEAST_NAMES 12.0
#define MOST_NAMES  22.0
#define LEAST_LEVEL 3.6     /* names over narrower columns run upwards */
#define MOST_TURNED 9.5
#define LINE        1.3
#define INDENT      1.1
#define PAD         0.6
#define MARGIN      2.0     /* round it on paper */

#define HEAD_PAD    0.3
#define HEAD_LINES  3
#define TURNED_LINES 2
#define SWATCHES    5

static const TelaahWordsStyle name_style = { 1 }, top_style = { 0.92 }, number_style = { 0.92, FALSE, TELAAH_WORDS_MIDDLE };
static const TelaahWordsStyle scale_title = { 0.85, TRUE }, scale_style = { 0.85 };
static const TelaahWordsStyle swatch_style = { 0.85, FALSE, TELAAH_WORDS_MIDDLE };

/* What is worked on. */
typedef struct
{
  TelaahPicture       *picture;
  TelaahMatrix        *matrix;
  TelaahPictureLayout *layout;
  TelaahDrawing       *drawing;
  double               em;
  double               left;     /* edge of the whole */
  gboolean             turned;   /* names over columns run upwards */
} Sheet;

/* How much of the way from one to the most @count is: the tint grows with the root, or most cells would be pale beside
 * one that is rich. */
static double
share_of (Sheet *sheet,
          guint  count)
{
  guint most = sheet->picture->most;

  return most > 1 ? (sqrt (count) - 1) / (sqrt (most) - 1) : 0.5;
}

/* The other way round. */
static double
count_of (Sheet  *sheet,
          double  share)
{
  double root = 1 + share * (sqrt (sheet->picture->most) - 1);

  return root * root;
}

/* ---- Sizes ---- */

static double
get_name_x (Sheet                  *sheet,
            const TelaahMatrixLine *line)
{
  return sheet->em * (PAD + INDENT * line->depth + (line->color != NULL ? 1.2 : 0));
}

static double
size_names (Sheet  *sheet,
            double  width)
{
  double widest = 0, most = CLAMP (0.38 * width, LEAST_NAMES * sheet->em, MOST_NAMES * sheet->em);

  for (guint i = 0; i < sheet->matrix->rows->len && widest < most; i++)
    {
      const TelaahMatrixLine *line = sheet->matrix->rows->pdata[i];

      widest = MAX (widest, get_name_x (sheet, line) +
                            telaah_drawing_width_of (sheet->drawing, line->name, &name_style) + PAD * sheet->em);
    }

  return CLAMP (widest, LEAST_NAMES * sheet->em, most);
}

static double
width_of_number (Sheet                  *sheet,
                 guint                   number,
                 const TelaahWordsStyle *style)
{
  g_autofree char *text = telaah_picture_dup_number (number);

  return telaah_drawing_width_of (sheet->drawing, text, style);
}

static double
size_columns (Sheet  *sheet,
              double  width)
{
  double least = MAX (LEAST_CELL * sheet->em, width_of_number (sheet, sheet->picture->most, &number_style) +
                                              1.2 * sheet->em);

  return floor (CLAMP (width / MAX (sheet->matrix->columns->len, 1), least, MAX (least, MOST_CELL * sheet->em)));
}

/* How wide the widest word of a name is, up to @enough. */
static double
width_of_words (Sheet      *sheet,
                const char *name,
                double      enough)
{
  g_auto(GStrv) words = g_strsplit_set (name, " -/", -1);
  double widest = 0;

  for (guint i = 0; words[i] != NULL && widest <= enough; i++)
    widest = MAX (widest, telaah_drawing_width_of (sheet->drawing, words[i], &top_style));

  return widest;
}

/* Whether names over columns must run upwards: where words would be broken. */
static gboolean
find_turned (Sheet *sheet)
{
  double room = sheet->layout->column_width - 2 * HEAD_PAD * sheet->em;

  if (sheet->layout->column_width < LEAST_LEVEL * sheet->em)
    return TRUE;

  for (guint i = 0; i < sheet->matrix->columns->len; i++)
    {
      const TelaahMatrixLine *line = sheet->matrix->columns->pdata[i];

      if (width_of_words (sheet, line->name, room) > room && sheet->layout->column_width < MOST_CELL * sheet->em)
        return TRUE;
    }

  return FALSE;
}

static double
size_head (Sheet *sheet)
{
  double least = sheet->em * (3 * LINE + 2 * PAD), most = 0;

  if (!sheet->turned)
    return MAX (least, sheet->em * (HEAD_LINES * LINE * top_style.scale + 2 * PAD));

  for (guint i = 0; i < sheet->matrix->columns->len; i++)
    {
      const TelaahMatrixLine *line = sheet->matrix->columns->pdata[i];

      most = MAX (most, telaah_drawing_width_of (sheet->drawing, line->name, &top_style));
    }

  return MAX (least, MIN (most, MOST_TURNED * sheet->em) + 1.2 * sheet->em);
}

/* ---- Names ---- */

static void
put_rows (Sheet *sheet)
{
  TelaahPictureLayout *layout = sheet->layout;

  for (guint i = 0; i < sheet->matrix->rows->len; i++)
    {
      const TelaahMatrixLine *line = sheet->matrix->rows->pdata[i];
      double x = sheet->left + get_name_x (sheet, line), middle = layout->top + (i + 0.5) * layout->row_height;
      g_autofree char *name = telaah_drawing_fit (sheet->drawing, line->name, &name_style,
                                                  MAX (layout->left - x - PAD * sheet->em, 2 * sheet->em));

      telaah_picture_open_place (sheet->picture, layout, (TelaahPicturePlace) { i, -1 });
      if (line->color != NULL)
        telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_LEFT, x - 1.2 * sheet->em, middle - 0.35 * sheet->em,
                                0.7 * sheet->em, 0.7 * sheet->em, sheet->em, TELAAH_INK_OF (line->color));
      telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_LEFT, x, middle + 0.35 * sheet->em, name, &name_style,
                                TELAAH_INK (TEXT));
      telaah_picture_close_place (layout);
    }
}

/* Upwards from what it heads; the lines beside each other. */
static void
put_turned (Sheet      *sheet,
            const char *name,
            double      middle)
{
  TelaahWordsStyle style = top_style;
  double line = LINE * style.scale * sheet->em, bottom = sheet->layout->top - 0.6 * sheet->em;
  g_auto(GStrv) lines = telaah_drawing_wrap (sheet->drawing, name, &style,
                                             bottom - sheet->layout->head_top - 0.4 * sheet->em, TURNED_LINES);
  guint n = g_strv_length (lines);

  style.turned = TRUE;
  for (guint i = 0; i < n; i++)
    telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_TOP,
                              middle + 0.33 * sheet->em + (i - (n - 1) / 2.0) * line, bottom, lines[i], &style,
                              TELAAH_INK (TEXT));
}

/* At the bottom, next to what it heads. */
static void
put_level (Sheet      *sheet,
           const char *name,
           double      middle)
{
  TelaahWordsStyle style = top_style;
  double line = LINE * style.scale * sheet->em;
  g_auto(GStrv) lines = telaah_drawing_wrap (sheet->drawing, name, &style,
                                             sheet->layout->column_width - 2 * HEAD_PAD * sheet->em, HEAD_LINES);
  guint n = g_strv_length (lines);

  style.align = TELAAH_WORDS_MIDDLE;
  for (guint i = 0; i < n; i++)
    telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_TOP, middle,
                              sheet->layout->top - 0.8 * sheet->em - (n - 1 - i) * line, lines[i], &style,
                              TELAAH_INK (TEXT));
}

static void
put_columns (Sheet *sheet)
{
  TelaahPictureLayout *layout = sheet->layout;

  for (guint i = 0; i < sheet->matrix->columns->len; i++)
    {
      const TelaahMatrixLine *line = sheet->matrix->columns->pdata[i];
      double middle = layout->left + (i + 0.5) * layout->column_width;

      telaah_picture_open_place (sheet->picture, layout, (TelaahPicturePlace) { -1, i });
      if (sheet->turned)
        put_turned (sheet, line->name, middle);
      else
        put_level (sheet, line->name, middle);
      telaah_picture_close_place (layout);
    }
}

/* ---- Cells ---- */

static void
put_number (Sheet      *sheet,
            TelaahPane  pane,
            double      middle,
            double      baseline,
            guint       count,
            TelaahInk   ink)
{
  g_autofree char *text = telaah_picture_dup_number (count);

  telaah_drawing_add_words (sheet->drawing, pane, middle, baseline, text, &number_style, ink);
}

static void
put_cell (Sheet *sheet,
          guint  row,
          guint  column)
{
  TelaahPictureLayout *layout = sheet->layout;
  guint count = telaah_picture_get_count (sheet->picture, row, column);
  double x = layout->left + column * layout->column_width, y = layout->top + row * layout->row_height;
  double middle = x + layout->column_width / 2, baseline = y + layout->row_height / 2 + 0.33 * sheet->em;

  if (telaah_picture_is_diagonal (sheet->picture, row, column))
    {
      telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, middle - 0.35 * sheet->em,
                              y + layout->row_height / 2 - 0.5, 0.7 * sheet->em, 1, 0, TELAAH_INK (QUIET));
      return;
    }

  if (count == 0)
    {
      put_number (sheet, TELAAH_PANE_BODY, middle, baseline, 0, TELAAH_INK (QUIET));
      return;
    }

  telaah_picture_open_place (sheet->picture, layout, (TelaahPicturePlace) { row, column });
  telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, x + 1, y + 1, layout->column_width - 2,
                          layout->row_height - 2, 3, TELAAH_INK_AT (share_of (sheet, count)));
  put_number (sheet, TELAAH_PANE_BODY, middle, baseline, count, TELAAH_INK_UPON (share_of (sheet, count)));
  telaah_picture_close_place (layout);
}

/* Quiet lines between rows lead the eye from the name to the last cell. */
static void
put_lines (Sheet *sheet)
{
  TelaahPictureLayout *layout = sheet->layout;
  double right = layout->left + sheet->matrix->columns->len * layout->column_width;

  /* Under which cells go when they are scrolled. */
  if (!layout->paper)
    telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_LEFT, layout->left - 1, layout->top, 1,
                            sheet->matrix->rows->len * layout->row_height, 0, TELAAH_INK (LINE));

  for (guint i = 0; i <= sheet->matrix->rows->len; i++)
    {
      double y = layout->top + i * layout->row_height - 0.5;

      telaah_drawing_add_box (sheet->drawing, i == 0 ? TELAAH_PANE_TOP : TELAAH_PANE_BODY, layout->left,
                              i == 0 ? y - 0.5 : y, right - layout->left, 1, 0, TELAAH_INK (LINE));
      telaah_drawing_add_box (sheet->drawing, i == 0 ? TELAAH_PANE_CORNER : TELAAH_PANE_LEFT, sheet->left,
                              i == 0 ? y - 0.5 : y, layout->left - sheet->left, 1, 0, TELAAH_INK (LINE));
    }
}

/* ---- The scale ---- */

/* @number to two digits and noughts, so that a scale reads at a glance. */
static guint
round_off (double number)
{
  double unit = 1;

  while (number / unit >= 100)
    unit *= 10;

  return lround (number / unit) * unit;
}

/* In the corner: numbers on their tints, from the least to the most, at equal steps of tint. */
static void
put_scale (Sheet *sheet)
{
  TelaahPictureLayout *layout = sheet->layout;
  double em = sheet->em, x = sheet->left + PAD * em, y = layout->top - PAD * em - 1.7 * em;
  double width = MAX (width_of_number (sheet, sheet->picture->most, &swatch_style) + 0.7 * em, 1.8 * em);
  guint n = CLAMP ((layout->left - x - 0.4 * em) / width, 2, SWATCHES), last = 0;

  telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_CORNER, x, y - 0.6 * em,
                            telaah_picture_get_measured (sheet->picture), &scale_title, TELAAH_INK (TEXT));
  if (sheet->picture->most == 0)
    {
      telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_CORNER, x, y + em, _("None yet"), &scale_style,
                                TELAAH_INK (QUIET));
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      guint count = i + 1 == n ? sheet->picture->most : round_off (count_of (sheet, (double) i / (n - 1)));
      g_autofree char *text = telaah_picture_dup_number (count);

      if (count <= last)
        continue;

      telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_CORNER, x, y, width, 1.5 * em, 0,
                              TELAAH_INK_AT (share_of (sheet, count)));
      telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_CORNER, x + width / 2, y + 1.05 * em, text,
                                &swatch_style, TELAAH_INK_UPON (share_of (sheet, count)));
      x += width;
      last = count;
    }
}

void
telaah_picture_put_matrix (TelaahPicture       *picture,
                           TelaahPictureLayout *layout,
                           double               width)
{
  Sheet sheet = { picture, picture->matrix, layout, layout->drawing, telaah_drawing_get_size (layout->drawing), 0 };
  gboolean paper = layout->paper;
  double margin = paper ? MARGIN * sheet.em : 0, right = paper ? margin : PAD * sheet.em;

  sheet.left = margin;
  width -= margin + right;
  layout->left = ceil (sheet.left + size_names (&sheet, width));
  layout->column_width = size_columns (&sheet, width - (layout->left - sheet.left));
  sheet.turned = find_turned (&sheet);
  layout->row_height = ceil (ROW * sheet.em);
  layout->width = layout->left + layout->column_width * picture->matrix->columns->len + right;
  layout->width = MAX (layout->width, paper ? 40 * sheet.em : 0);
  layout->head_top = paper ? telaah_picture_put_title (picture, layout, sheet.left, layout->width - 2 * margin) : 0;
  layout->top = ceil (layout->head_top + size_head (&sheet));
  layout->height = layout->top + layout->row_height * picture->matrix->rows->len + (paper ? margin : PAD * sheet.em);

  put_lines (&sheet);
  put_rows (&sheet);
  put_columns (&sheet);
  put_scale (&sheet);
  for (guint row = 0; row < picture->matrix->rows->len; row++)
    for (guint column = 0; column < picture->matrix->columns->len; column++)
      put_cell (&sheet, row, column);
}
