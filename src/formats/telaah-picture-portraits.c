/* Lays out portraits: for each source a band, in it a lane a theme, and where in the text its passages lie.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture-private.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* In em. */
#define LANE        1.7
#define BAR         1.0
#define TITLE       2.4
#define GAP         1.2     /* between sources */
#define SCALE       2.4
#define LEAST_NAMES 8.0
#define MOST_NAMES  16.0
#define COUNT       4.0
#define LEAST_TRACK 16.0
#define PAD         0.6
#define MARGIN      2.0     /* round it on paper */
#define LEAST_BAR   2.0     /* in pixels: what is less could not be seen */

static const TelaahWordsStyle title_style = { 1, TRUE }, name_style = { 0.92 }, small_style = { 0.85 };
static const TelaahWordsStyle count_style = { 0.92, FALSE, TELAAH_WORDS_END };

/* What is worked on. */
typedef struct
{
  TelaahPicture       *picture;
  TelaahPictureLayout *layout;
  TelaahDrawing       *drawing;
  double               em;
  double               left, right;    /* edges of the whole */
  double               track_right;
} Sheet;

static double
size_names (Sheet  *sheet,
            double  width)
{
  double widest = 0;

  for (guint i = 0; i < sheet->picture->lanes->len; i++)
    widest = MAX (widest, telaah_drawing_width_of (sheet->drawing,
                                                   g_array_index (sheet->picture->lanes, TelaahPictureLane, i).lane->name,
                                                   &name_style));

  return CLAMP (widest + (1.9 + 2 * PAD) * sheet->em, LEAST_NAMES * sheet->em,
                CLAMP (0.3 * width, LEAST_NAMES * sheet->em, MOST_NAMES * sheet->em));
}

/* Per cent of a text, and lines down from them. */
static void
put_scale (Sheet  *sheet,
           double  bottom)
{
  TelaahPictureLayout *layout = sheet->layout;
  double y = layout->head_top + SCALE * sheet->em;

  telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_TOP, sheet->left + PAD * sheet->em, y - 0.8 * sheet->em,
                            telaah_picture_get_measured (sheet->picture), &small_style, TELAAH_INK (QUIET));

  for (guint i = 0; i <= 4; i++)
    {
      TelaahWordsStyle style = { 0.85, FALSE, i == 4 ? TELAAH_WORDS_END : i > 0 ? TELAAH_WORDS_MIDDLE
                                                                                : TELAAH_WORDS_START };
      double x = layout->left + layout->column_width * i / 4;
      /* Translators: a place in a text. */
      g_autofree char *label = g_strdup_printf (_("%u %%"), 25 * i);

      telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_TOP, x, y - 0.8 * sheet->em, label, &style,
                                TELAAH_INK (QUIET));
      telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_TOP, x - 0.5, y - 0.4 * sheet->em, 1, 0.4 * sheet->em, 0,
                              TELAAH_INK (LINE));
    }

  telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_TOP, sheet->left, y - 1, sheet->right - sheet->left, 1, 0,
                          TELAAH_INK (LINE));
}

static void
put_spans (Sheet                *sheet,
           const TelaahPortrait *portrait,
           guint                 index,
           double                middle)
{
  const TelaahPictureLane *at = &g_array_index (sheet->picture->lanes, TelaahPictureLane, index);
  double pixel = sheet->layout->column_width / MAX (portrait->characters, 1), high = BAR * sheet->em;

  for (guint i = 0; i < at->lane->spans->len; i++)
    {
      TelaahSpan span = g_array_index (at->lane->spans, TelaahSpan, i);
      double x = sheet->layout->left + span.start * pixel, width = MAX ((span.end - span.start) * pixel, LEAST_BAR);

      telaah_picture_open_place (sheet->picture, sheet->layout, (TelaahPicturePlace) { index, i });
      telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, MIN (x, sheet->track_right - width),
                              middle - high / 2, width, high, 2, TELAAH_INK_OF (at->lane->color));
      telaah_picture_close_place (sheet->layout);
    }
}

static void
put_lane (Sheet  *sheet,
          guint   index,
          double  y)
{
  TelaahPictureLayout *layout = sheet->layout;
  const TelaahPictureLane *at = &g_array_index (sheet->picture->lanes, TelaahPictureLane, index);
  double em = sheet->em, middle = y + layout->row_height / 2, x = sheet->left + (PAD + 1.3) * em;
  g_autofree char *name = telaah_drawing_fit (sheet->drawing, at->lane->name, &name_style,
                                              layout->left - x - PAD * em);
  g_autofree char *count = telaah_picture_dup_number (at->lane->passages);

  layout->row_y[index] = y;
  telaah_picture_open_place (sheet->picture, layout, (TelaahPicturePlace) { index, -1 });
  telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, sheet->left + PAD * em, middle - 0.35 * em, 0.7 * em,
                          0.7 * em, em, TELAAH_INK_OF (at->lane->color));
  telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_BODY, x, middle + 0.33 * em, name, &name_style,
                            TELAAH_INK (TEXT));
  telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_BODY, sheet->right - PAD * em, middle + 0.33 * em, count,
                            &count_style, TELAAH_INK (QUIET));
  telaah_picture_close_place (layout);
  telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, layout->left, middle - 0.5, layout->column_width, 1, 0,
                          TELAAH_INK (LINE));
  put_spans (sheet, at->portrait, index, middle);
}

/* Thin lines through all lanes where sections begin; they stand under the bars. */
static void
put_headings (Sheet                *sheet,
              const TelaahPortrait *portrait,
              double                y,
              double                bottom)
{
  double pixel = sheet->layout->column_width / MAX (portrait->characters, 1);

  for (guint i = 0; i < portrait->headings->len; i++)
    {
      double x = sheet->layout->left + g_array_index (portrait->headings, guint, i) * pixel;

      telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, floor (x), y, 1, bottom - y, 0, TELAAH_INK (LINE));
      telaah_drawing_add_box (sheet->drawing, TELAAH_PANE_BODY, floor (x), y, 1, 0.4 * sheet->em, 0,
                              TELAAH_INK (QUIET));
    }
}

static double
put_portrait (Sheet                *sheet,
              const TelaahPortrait *portrait,
              guint                *index,
              double                y)
{
  double em = sheet->em, bottom = y + TITLE * em + MAX (portrait->lanes->len, 1) * sheet->layout->row_height;
  TelaahWordsStyle end = small_style;
  g_autofree char *number = telaah_picture_dup_number (portrait->characters);
  g_autofree char *length = g_strdup_printf (ngettext ("%s character", "%s characters", portrait->characters), number);
  double room = sheet->right - sheet->left - 2 * PAD * em - telaah_drawing_width_of (sheet->drawing, length, &end) - em;
  g_autofree char *name = telaah_drawing_fit (sheet->drawing, portrait->name, &title_style, MAX (room, 4 * em));

  end.align = TELAAH_WORDS_END;
  telaah_drawing_open (sheet->drawing, portrait->name);
  telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_BODY, sheet->left + PAD * em, y + 1.5 * em, name,
                            &title_style, TELAAH_INK (TEXT));
  telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_BODY, sheet->right - PAD * em, y + 1.5 * em, length, &end,
                            TELAAH_INK (QUIET));
  telaah_drawing_close (sheet->drawing);
  y += TITLE * em;
  put_headings (sheet, portrait, y - 0.4 * em, bottom);

  if (portrait->lanes->len == 0)
    telaah_drawing_add_words (sheet->drawing, TELAAH_PANE_BODY, sheet->left + PAD * em, y + 1.1 * em,
                              _("No passages"), &name_style, TELAAH_INK (QUIET));

  for (guint i = 0; i < portrait->lanes->len; i++, y += sheet->layout->row_height)
    put_lane (sheet, (*index)++, y);

  return bottom;
}

void
telaah_picture_put_portraits (TelaahPicture       *picture,
                              TelaahPictureLayout *layout,
                              double               width)
{
  Sheet sheet = { picture, layout, layout->drawing, telaah_drawing_get_size (layout->drawing) };
  double em = sheet.em, margin = layout->paper ? MARGIN * em : 0, y;
  guint index = 0;

  layout->row_y = g_new0 (double, MAX (picture->lanes->len, 1));
  layout->row_height = ceil (LANE * em);
  sheet.left = margin;
  layout->left = ceil (sheet.left + size_names (&sheet, width));
  sheet.track_right = MAX (width - margin - COUNT * em, layout->left + LEAST_TRACK * em);
  sheet.right = sheet.track_right + COUNT * em;
  layout->column_width = sheet.track_right - layout->left;
  layout->width = sheet.right + margin;
  layout->head_top = layout->paper ? telaah_picture_put_title (picture, layout, sheet.left, sheet.right - sheet.left) : 0;
  layout->top = ceil (layout->head_top + SCALE * em);

  y = layout->top;
  for (guint i = 0; i < picture->portraits->len; i++)
    y = put_portrait (&sheet, picture->portraits->pdata[i], &index, y) + GAP * em;

  put_scale (&sheet, y);
  layout->height = y + (layout->paper ? margin - GAP * em : 0);
}
