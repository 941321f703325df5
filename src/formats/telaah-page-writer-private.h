/* What the parts of the writer of pages share. SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-page-writer.h"

G_BEGIN_DECLS

/* Where a link may lead. */
typedef struct
{
  guint  page;
  double x, y;
} TelaahPagePlace;

typedef struct
{
  char  *title;
  guint  level;
  guint  page;
  double y;
} TelaahPageHeading;

struct _TelaahPageWriter
{
  TelaahPageFrame  frame;
  TelaahPageFonts *fonts;
  GPtrArray       *pages;       /* of GArrays of TelaahPageItem */
  GHashTable      *places;      /* name -> TelaahPagePlace */
  GArray          *headings;    /* TelaahPageHeading */

  GArray          *items;       /* of the page that is being filled: the last of pages */
  double           y;           /* how far it is */
  gboolean         empty;       /* nothing flows on it yet */
  double           gap;         /* wanted before what comes next */
  GArray          *held;        /* TelaahPageBlock: those that wait for what follows them */
  double           after;       /* wanted after these */
};

void telaah_page_writer_flush (TelaahPageWriter *self,
                               double            room);

G_END_DECLS
