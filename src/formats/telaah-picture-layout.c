/* Where everything in a picture is: what all kinds have in common.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture-private.h"

/* @drawing: (transfer full): an empty one */
TelaahPictureLayout *
telaah_picture_layout_new (TelaahPicture *picture,
                           double         width,
                           TelaahDrawing *drawing,
                           gboolean       paper)
{
  TelaahPictureLayout *self = g_new0 (TelaahPictureLayout, 1);

  self->drawing = drawing;
  self->paper = paper;
  if (picture->matrix != NULL)
    telaah_picture_put_matrix (picture, self, width);
  else
    telaah_picture_put_portraits (picture, self, width);

  return self;
}

void
telaah_picture_layout_free (TelaahPictureLayout *self)
{
  g_clear_pointer (&self->drawing, telaah_drawing_free);
  g_free (self->row_y);
  g_free (self);
}

static double
put_paragraph (TelaahPictureLayout    *layout,
               double                  x,
               double                  y,
               double                  width,
               const char             *text,
               const TelaahWordsStyle *style,
               TelaahInk               ink)
{
  double line = 1.4 * style->scale * telaah_drawing_get_size (layout->drawing);
  g_auto(GStrv) lines = telaah_drawing_wrap (layout->drawing, text, style, width, 4);

  for (guint i = 0; lines[i] != NULL; i++, y += line)
    telaah_drawing_add_words (layout->drawing, TELAAH_PANE_BODY, x, y + 0.75 * line, lines[i], style, ink);

  return y;
}

/* What stands over the picture on paper. Returns where it ends. */
double
telaah_picture_put_title (TelaahPicture       *picture,
                          TelaahPictureLayout *layout,
                          double               x,
                          double               width)
{
  const TelaahWordsStyle large = { 1.5, TRUE }, plain = { 1 }, small = { 0.9 };
  double em = telaah_drawing_get_size (layout->drawing), y = 1.6 * em;

  if (picture->title != NULL && *picture->title != '\0')
    y = put_paragraph (layout, x, y, width, picture->title, &large, TELAAH_INK (TEXT)) + 0.2 * em;

  y = put_paragraph (layout, x, y, width, telaah_picture_get_subject (picture), &plain, TELAAH_INK (TEXT));
  y = put_paragraph (layout, x, y, width, telaah_picture_get_scale (picture), &small, TELAAH_INK (QUIET));
  if (picture->date != NULL && *picture->date != '\0')
    y = put_paragraph (layout, x, y, width, picture->date, &small, TELAAH_INK (QUIET));

  return y + em;
}

/* What is put until telaah_picture_close_place() belongs to @place. On the screen the picture itself knows that. */
void
telaah_picture_open_place (TelaahPicture       *picture,
                           TelaahPictureLayout *layout,
                           TelaahPicturePlace   place)
{
  g_autofree char *words = NULL;

  if (!layout->paper)
    return;

  words = telaah_picture_dup_words (picture, place);
  telaah_drawing_open (layout->drawing, words);
}

void
telaah_picture_close_place (TelaahPictureLayout *layout)
{
  if (layout->paper)
    telaah_drawing_close (layout->drawing);
}
