/* What the files of a drawing share: its shapes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

#include "formats/telaah-drawing.h"

G_BEGIN_DECLS

/* Words in a style: laid out when first drawn or measured, and once however often they stand there. */
typedef struct
{
  char        *text;
  double       scale;
  gboolean     bold;
  PangoLayout *layout;   /* NULL until then */
  char        *cut;      /* as they were last made to fit, or NULL, */
  double       room;     /* into this width */
} TelaahWords;

typedef enum
{
  TELAAH_SHAPE_BOX,
  TELAAH_SHAPE_WORDS,
  TELAAH_SHAPE_OPEN,     /* of a group, which the words name */
  TELAAH_SHAPE_CLOSE,
} TelaahShapeKind;

typedef struct
{
  TelaahShapeKind   kind;
  TelaahPane        pane;
  TelaahInk         ink;
  TelaahWords      *words;
  TelaahWordsAlign  align;
  gboolean          turned;
  double            x, y;           /* of words: where the baseline begins, has its middle or ends */
  double            width, height;
  double            radius;
} TelaahShape;

struct _TelaahDrawing
{
  char         *family;
  double        size;
  PangoContext *context;
  GHashTable   *words;      /* set of TelaahWords */
  GStringChunk *colors;
  GArray       *shapes;     /* TelaahShape, the lowest first */
};

TelaahTone telaah_drawing_resolve (TelaahInk     ink,
                                   TelaahPalette palette);

G_END_DECLS
