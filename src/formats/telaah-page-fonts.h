/* Sets words in type for printed pages: which font, how large, where each line falls. Lengths are points of 1/72 inch.
 * Belongs to one thread, with a font map of its own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  TELAAH_PAGE_BODY,
  TELAAH_PAGE_TITLE,
  TELAAH_PAGE_LEAD,            /* what the whole is about, under the title */
  TELAAH_PAGE_META,
  TELAAH_PAGE_HEADING_1,
  TELAAH_PAGE_HEADING_2,
  TELAAH_PAGE_HEADING_3,
  TELAAH_PAGE_QUESTION,
  TELAAH_PAGE_NAME,
  TELAAH_PAGE_ORIGIN,
  TELAAH_PAGE_STATUS,
  TELAAH_PAGE_STALE,
  TELAAH_PAGE_TRANSLATION,
  TELAAH_PAGE_QUOTE,
  TELAAH_PAGE_REFERENCE,
  TELAAH_PAGE_LABEL,
  TELAAH_PAGE_NUMBER,          /* of a quote, beside it */
  TELAAH_PAGE_MARKER,          /* the same, raised behind the words that rest on it */
  TELAAH_PAGE_CONTENTS_1,
  TELAAH_PAGE_CONTENTS_2,
  TELAAH_PAGE_ENTRY,           /* of the list of sources */
  TELAAH_PAGE_HEAD,            /* running head and foot */
  TELAAH_PAGE_CELL,            /* in a table, with the next */
  TELAAH_PAGE_CELL_QUOTE,
  TELAAH_N_PAGE_STYLES
} TelaahPageStyle;

typedef struct _TelaahPageFonts TelaahPageFonts;

typedef struct
{
  guint    start, end;         /* bytes of the layout's text */
  double   x, width;
  double   gap;                /* above it, unless it begins a page */
  double   height;             /* with the gap */
  double   baseline;           /* below the gap */
  gboolean opens;              /* a paragraph */
} TelaahSetLine;

/* Bytes of the layout's text that lead somewhere: "#name" to a place of the pages, anything else is an address. */
typedef struct
{
  guint start, end;
  char *target;
} TelaahPageLink;

/* Words set in lines; never changed. */
typedef struct
{
  int          references;
  PangoLayout *layout;
  GArray      *lines;          /* TelaahSetLine, at least one */
  GArray      *links;          /* TelaahPageLink */
  double       height;
  gboolean     rtl;            /* its first paragraph runs from right to left */
} TelaahPageSet;

/* Words that are still being gathered. */
typedef struct
{
  TelaahPageFonts *fonts;      /* borrowed */
  TelaahPageStyle  style;      /* gives the lines their height */
  GString         *text;
  PangoAttrList   *attributes;
  GArray          *links;
} TelaahPageWords;

typedef struct
{
  double width;
  guint  max_lines;            /* shortened after so many; 0: as many as there are */
  double hang;                 /* how far in the second line and those after it begin */
  double paragraph_gap;
} TelaahPageSetting;

TelaahPageFonts *telaah_page_fonts_new        (double                   size,
                                               const char              *language);
void             telaah_page_fonts_free       (TelaahPageFonts         *self);
double           telaah_page_fonts_pitch      (TelaahPageFonts         *self,
                                               TelaahPageStyle          style);

TelaahPageWords *telaah_page_words_new        (TelaahPageFonts         *fonts,
                                               TelaahPageStyle          style);
void             telaah_page_words_free       (TelaahPageWords         *self);
void             telaah_page_words_put        (TelaahPageWords         *self,
                                               TelaahPageStyle          style,
                                               const char              *text);
void             telaah_page_words_put_markup (TelaahPageWords         *self,
                                               const char              *markup);
void             telaah_page_words_link       (TelaahPageWords         *self,
                                               guint                    start,
                                               guint                    end,
                                               const char              *target);
void             telaah_page_words_underline  (TelaahPageWords         *self,
                                               guint                    start,
                                               guint                    end);
TelaahPageSet   *telaah_page_words_set        (TelaahPageWords         *self,
                                               const TelaahPageSetting *setting);
TelaahPageSet   *telaah_page_fonts_set        (TelaahPageFonts         *self,
                                               TelaahPageStyle          style,
                                               const char              *text,
                                               double                   width,
                                               guint                    max_lines);

TelaahPageSet   *telaah_page_set_ref          (TelaahPageSet           *self);
void             telaah_page_set_unref        (TelaahPageSet           *self);
double           telaah_page_set_get_width    (TelaahPageSet           *self);
guint            telaah_page_set_count        (TelaahPageSet           *self,
                                               guint                    first,
                                               double                   room);
double           telaah_page_set_measure      (TelaahPageSet           *self,
                                               guint                    first,
                                               guint                    n);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPageWords, telaah_page_words_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPageSet, telaah_page_set_unref)

G_END_DECLS
