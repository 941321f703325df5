/* A picture of the comparison: heat map, co-occurrence of themes, portraits of sources; to look at, to point at, to
 * write as SVG and PNG, and its numbers as CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>

#include "formats/telaah-tone.h"
#include "model/telaah-matrix.h"
#include "model/telaah-portrait.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_PICTURE_HEATMAP,        /* points and sources */
  TELAAH_PICTURE_COOCCURRENCE,   /* themes and themes */
  TELAAH_PICTURE_PORTRAITS,      /* where in each source each theme falls */
} TelaahPictureKind;

#define TELAAH_N_PICTURE_KINDS (TELAAH_PICTURE_PORTRAITS + 1)

typedef enum
{
  TELAAH_MEASURE_PASSAGES,
  TELAAH_MEASURE_CHARACTERS,
} TelaahMeasure;

/* A place in it. Of a matrix: row and column. Of portraits: the row is a theme of a source, counted through all
 * sources; the column one of its stretches. -1: the head of a row or a column, its name. */
typedef struct
{
  int row;
  int column;
} TelaahPicturePlace;

typedef struct
{
  double x, y, width, height;
} TelaahPictureArea;

typedef struct _TelaahPicture TelaahPicture;

TelaahPicture    *telaah_picture_new_heatmap      (TelaahMatrix             *matrix,
                                                   TelaahMeasure             measure);
TelaahPicture    *telaah_picture_new_cooccurrence (TelaahMatrix             *matrix,
                                                   TelaahMeasure             measure);
TelaahPicture    *telaah_picture_new_portraits    (GPtrArray                *portraits);
void              telaah_picture_free             (TelaahPicture            *self);
void              telaah_picture_set_title        (TelaahPicture            *self,
                                                   const char               *title,
                                                   const char               *date);
TelaahPictureKind telaah_picture_get_kind         (TelaahPicture            *self);
gboolean          telaah_picture_is_empty         (TelaahPicture            *self);
const char       *telaah_picture_get_subject      (TelaahPicture            *self);   /* what it shows */
const char       *telaah_picture_get_scale        (TelaahPicture            *self);   /* how to read it */

/* On the screen: to be laid out first. Pixels, from the top left. */
void              telaah_picture_lay_out          (TelaahPicture            *self,
                                                   double                    width,
                                                   const char               *family,
                                                   double                    size);
void              telaah_picture_measure          (TelaahPicture            *self,
                                                   double                   *width,
                                                   double                   *height);
void              telaah_picture_get_heads        (TelaahPicture            *self,
                                                   double                   *width,
                                                   double                   *height);
void              telaah_picture_draw             (TelaahPicture            *self,
                                                   cairo_t                  *cr,
                                                   TelaahPalette             palette,
                                                   double                    x,
                                                   double                    y,
                                                   double                    width,
                                                   double                    height);
gboolean          telaah_picture_find             (TelaahPicture            *self,
                                                   double                    x,
                                                   double                    y,
                                                   TelaahPicturePlace       *place);
gboolean          telaah_picture_locate           (TelaahPicture            *self,
                                                   TelaahPicturePlace        place,
                                                   TelaahPictureArea        *area);

/* What is at a place; laid out or not. */
int               telaah_picture_get_n_rows       (TelaahPicture            *self);
int               telaah_picture_get_n_columns    (TelaahPicture            *self,
                                                   int                       row);
const char       *telaah_picture_get_row          (TelaahPicture            *self,
                                                   TelaahPicturePlace        place);
const char       *telaah_picture_get_column       (TelaahPicture            *self,
                                                   TelaahPicturePlace        place);
TelaahSpan        telaah_picture_get_span         (TelaahPicture            *self,
                                                   TelaahPicturePlace        place);
char             *telaah_picture_dup_words        (TelaahPicture            *self,
                                                   TelaahPicturePlace        place);

/* Out of the program. */
GBytes           *telaah_picture_to_svg           (TelaahPicture            *self);
GBytes           *telaah_picture_to_png           (TelaahPicture            *self,
                                                   double                    scale);
GBytes           *telaah_picture_to_csv           (TelaahPicture            *self);
GBytes           *telaah_matrix_to_csv            (TelaahMatrix             *matrix,
                                                   TelaahMeasure             measure);
GBytes           *telaah_portraits_to_csv         (GPtrArray                *portraits);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPicture, telaah_picture_free)

G_END_DECLS
