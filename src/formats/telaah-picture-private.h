/* What the files of a picture share: what it shows, and where it has put it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-drawing.h"
#include "formats/telaah-picture.h"

G_BEGIN_DECLS

/* One theme of one source in portraits. */
typedef struct
{
  TelaahPortrait     *portrait;
  TelaahPortraitLane *lane;
} TelaahPictureLane;

struct _TelaahPicture
{
  TelaahPictureKind  kind;
  TelaahMeasure      measure;
  TelaahMatrix      *matrix;      /* or NULL */
  GPtrArray         *portraits;   /* or NULL */
  GArray            *lanes;       /* TelaahPictureLane; or NULL */
  guint              most;        /* in a cell */
  char              *title;
  char              *date;
  struct _TelaahPictureLayout *layout;   /* on the screen; or NULL */
};

/* Where everything is. Pixels. */
typedef struct _TelaahPictureLayout
{
  TelaahDrawing *drawing;
  gboolean       paper;           /* for a file: with title, and the words of each place in it */
  double         width, height;
  double         left, top;       /* where the rows and columns begin, after their heads */
  double         head_top;        /* where the heads begin, after the title on paper */
  double         row_height;
  double         column_width;    /* of portraits: how wide a whole text is */
  double        *row_y;           /* of portraits: of each lane */
} TelaahPictureLayout;

/* telaah-picture-layout.c */
void                 telaah_picture_layout_free   (TelaahPictureLayout *self);
TelaahPictureLayout *telaah_picture_layout_new    (TelaahPicture       *picture,
                                                   double               width,
                                                   TelaahDrawing       *drawing,
                                                   gboolean             paper);
double               telaah_picture_put_title     (TelaahPicture       *picture,
                                                   TelaahPictureLayout *layout,
                                                   double               x,
                                                   double               width);
void                 telaah_picture_open_place    (TelaahPicture       *picture,
                                                   TelaahPictureLayout *layout,
                                                   TelaahPicturePlace   place);
void                 telaah_picture_close_place   (TelaahPictureLayout *layout);

/* telaah-picture-matrix.c */
void                 telaah_picture_put_matrix    (TelaahPicture       *picture,
                                                   TelaahPictureLayout *layout,
                                                   double               width);

/* telaah-picture-portraits.c */
void                 telaah_picture_put_portraits (TelaahPicture       *picture,
                                                   TelaahPictureLayout *layout,
                                                   double               width);

/* telaah-picture-words.c */
guint                telaah_picture_get_count     (TelaahPicture       *picture,
                                                   guint                row,
                                                   guint                column);
gboolean             telaah_picture_is_diagonal   (TelaahPicture       *picture,
                                                   guint                row,
                                                   guint                column);
const char          *telaah_picture_get_measured  (TelaahPicture       *picture);
char                *telaah_picture_dup_number    (guint                number);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPictureLayout, telaah_picture_layout_free)

G_END_DECLS
