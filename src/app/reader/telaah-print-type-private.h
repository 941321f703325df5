/* What the typesetter's parts share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-print-type.h"

G_BEGIN_DECLS

/* Of all that is less than the text, 16 bits a colour: 5:1 on white. */
#define TELAAH_PRINT_GREY 0x6e6e

/* Clutter, in parts of the body's size. */
#define TELAAH_PRINT_CLUTTER_SIZE 0.76

typedef enum
{
  TELAAH_PRINT_STYLE_BODY,
  TELAAH_PRINT_STYLE_HEADING_1,
  TELAAH_PRINT_STYLE_HEADING_2,
  TELAAH_PRINT_STYLE_HEADING_3,
  TELAAH_PRINT_STYLE_TITLE,
  TELAAH_PRINT_STYLE_META,
  TELAAH_PRINT_STYLE_CLUTTER,
  TELAAH_PRINT_STYLE_LEGEND_TITLE,
  TELAAH_PRINT_STYLE_LEGEND,
  TELAAH_PRINT_STYLE_NOTE,
  TELAAH_PRINT_STYLE_HEAD,
  TELAAH_PRINT_STYLE_NUMBER,
  TELAAH_PRINT_STYLE_REST,
  TELAAH_PRINT_STYLES,
} TelaahPrintStyle;

struct _TelaahPrintType
{
  TelaahPrintContent   *content;       /* borrowed */
  PangoFontMap         *font_map;
  PangoContext         *contexts[2];   /* left to right, right to left */
  TelaahPrintFrame      frame;

  PangoFontDescription *fonts[TELAAH_PRINT_STYLES];
  double                ascents[TELAAH_PRINT_STYLES];
  double                descents[TELAAH_PRINT_STYLES];

  GArray               *indices;       /* guint, scratch */
};

/* A number that was put between the words. */
typedef struct
{
  gsize at;        /* byte of the text */
  guint length;    /* bytes of the layout's text */
  guint passage;
} TelaahPrintNumber;

TelaahPrintSet *telaah_print_type_set     (TelaahPrintType  *self,
                                           TelaahPrintStyle  style,
                                           const GString    *words,
                                           PangoAttrList    *attributes,
                                           double            width,
                                           PangoDirection    direction);
void            telaah_print_type_measure (TelaahPrintType  *self,
                                           TelaahPrintSet   *set,
                                           TelaahPrintStyle  style);

G_END_DECLS
