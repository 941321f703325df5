/* A drawing: boxes and words in place, that go to cairo or into an SVG file where text stays text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <cairo.h>
#include <glib.h>

#include "formats/telaah-tone.h"

G_BEGIN_DECLS

/* Parts that stay where they are while the body scrolls. On paper there is no difference. */
typedef enum
{
  TELAAH_PANE_BODY,
  TELAAH_PANE_TOP,
  TELAAH_PANE_LEFT,
  TELAAH_PANE_CORNER,
} TelaahPane;

#define TELAAH_N_PANES (TELAAH_PANE_CORNER + 1)

/* A colour by what it means; the palette says what it is. */
typedef enum
{
  TELAAH_INK_TEXT,
  TELAAH_INK_QUIET,     /* text said in passing */
  TELAAH_INK_LINE,
  TELAAH_INK_TINT,      /* of a share */
  TELAAH_INK_ON_TINT,   /* words on it */
  TELAAH_INK_THEME,     /* of a colour */
} TelaahInkKind;

typedef struct
{
  TelaahInkKind  kind;
  double         share;   /* 0 to 1 */
  const char    *color;   /* #rrggbb */
} TelaahInk;

#define TELAAH_INK(kind)       ((TelaahInk) { TELAAH_INK_##kind, 0, NULL })
#define TELAAH_INK_OF(color)   ((TelaahInk) { TELAAH_INK_THEME, 0, (color) })
#define TELAAH_INK_AT(share)   ((TelaahInk) { TELAAH_INK_TINT, (share), NULL })
#define TELAAH_INK_UPON(share) ((TelaahInk) { TELAAH_INK_ON_TINT, (share), NULL })

typedef enum
{
  TELAAH_WORDS_START,
  TELAAH_WORDS_MIDDLE,
  TELAAH_WORDS_END,
} TelaahWordsAlign;

/* How words are set. */
typedef struct
{
  double           scale;    /* of the size of the drawing */
  gboolean         bold;
  TelaahWordsAlign align;
  gboolean         turned;   /* a quarter to the left: they run upwards */
} TelaahWordsStyle;

typedef struct _TelaahDrawing TelaahDrawing;

TelaahDrawing *telaah_drawing_new       (const char             *family,
                                         double                  size);
void           telaah_drawing_free      (TelaahDrawing          *self);
gboolean       telaah_drawing_is_in     (TelaahDrawing          *self,
                                         const char             *family,
                                         double                  size);
void           telaah_drawing_clear     (TelaahDrawing          *self);
double         telaah_drawing_get_size  (TelaahDrawing          *self);

/* Measuring, in pixels. */
double         telaah_drawing_width_of  (TelaahDrawing          *self,
                                         const char             *text,
                                         const TelaahWordsStyle *style);
char          *telaah_drawing_fit       (TelaahDrawing          *self,
                                         const char             *text,
                                         const TelaahWordsStyle *style,
                                         double                  width);
char         **telaah_drawing_wrap      (TelaahDrawing          *self,
                                         const char             *text,
                                         const TelaahWordsStyle *style,
                                         double                  width,
                                         guint                   most_lines);

/* Adding. */
void           telaah_drawing_add_box   (TelaahDrawing          *self,
                                         TelaahPane              pane,
                                         double                  x,
                                         double                  y,
                                         double                  width,
                                         double                  height,
                                         double                  radius,
                                         TelaahInk               ink);
void           telaah_drawing_add_words (TelaahDrawing          *self,
                                         TelaahPane              pane,
                                         double                  x,
                                         double                  baseline,
                                         const char             *text,
                                         const TelaahWordsStyle *style,
                                         TelaahInk               ink);
void           telaah_drawing_open      (TelaahDrawing          *self,
                                         const char             *title);
void           telaah_drawing_close     (TelaahDrawing          *self);

/* Out it goes. */
void           telaah_drawing_paint     (TelaahDrawing          *self,
                                         cairo_t                *cr,
                                         TelaahPane              pane,
                                         TelaahPalette           palette);
GBytes        *telaah_drawing_to_svg    (TelaahDrawing          *self,
                                         double                  width,
                                         double                  height,
                                         const char             *title,
                                         const char             *description);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahDrawing, telaah_drawing_free)

G_END_DECLS
