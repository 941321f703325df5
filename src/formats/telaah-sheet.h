/* A sheet of a workbook of Excel, written row by row.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-xml.h"

G_BEGIN_DECLS

/* How deep the titles of points are set in at most. */
#define TELAAH_SHEET_LEVELS 8

typedef enum
{
  TELAAH_SHEET_PLAIN,
  TELAAH_SHEET_HEAD,
  TELAAH_SHEET_WORDS,
  TELAAH_SHEET_UNREAD,       /* these four in the order of TelaahStatus */
  TELAAH_SHEET_TREATED,
  TELAAH_SHEET_IMPLICIT,
  TELAAH_SHEET_SILENT,
  TELAAH_SHEET_NUMBER,
  TELAAH_SHEET_POINT,        /* and as many more as there are levels */
} TelaahSheetLook;

typedef struct _TelaahSheet TelaahSheet;

/* @widths: in characters, for each column, the last for all after it too; ended by 0 */
TelaahSheet *telaah_sheet_new        (const double    *widths,
                                      guint            n_columns,
                                      gboolean         first_column);   /* stays in sight */
void         telaah_sheet_free       (TelaahSheet     *self);
void         telaah_sheet_begin_row  (TelaahSheet     *self);
void         telaah_sheet_put        (TelaahSheet     *self,
                                      TelaahSheetLook  look,
                                      const char      *text);
void         telaah_sheet_put_number (TelaahSheet     *self,
                                      double           number);
char        *telaah_sheet_dup_name   (guint            column,
                                      guint            row);
gboolean     telaah_sheet_add_to     (TelaahSheet     *self,
                                      TelaahZip       *zip,
                                      const char      *name,
                                      GError         **error);
gboolean     telaah_sheet_add_looks  (TelaahZip       *zip,
                                      const char      *name,
                                      GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSheet, telaah_sheet_free)

G_END_DECLS
