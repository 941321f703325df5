/* A report while it is made of an outline.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-outline-words.h"
#include "formats/telaah-report.h"

G_BEGIN_DECLS

typedef struct
{
  TelaahOutline *outline;
  TelaahReport  *report;
  GHashTable    *citations;   /* TelaahSource -> "Rahma 2021" */
  GHashTable    *sources;     /* id -> TelaahSource */
  GHashTable    *passages;    /* id -> TelaahPassage: all that are evidence */
  GHashTable    *cited;       /* TelaahSource: those that a footnote has named in full */
} TelaahReportMaker;

TelaahReportMaker *telaah_report_maker_new           (TelaahOutline         *outline);
void               telaah_report_maker_free          (TelaahReportMaker     *self);
const char        *telaah_report_maker_get_citation  (TelaahReportMaker     *self,
                                                      TelaahSource          *source);
char              *telaah_report_maker_dup_label     (TelaahReportMaker     *self,
                                                      TelaahSource          *source);
char              *telaah_report_maker_dup_reference (TelaahReportMaker     *self,
                                                      TelaahSource          *source);
char              *telaah_report_maker_dup_day       (const char            *date);
void               telaah_report_maker_put_source    (TelaahReportMaker     *self,
                                                      TelaahReportParagraph *paragraph,
                                                      TelaahPassage         *passage,
                                                      gboolean               quoted);
void               telaah_report_maker_put_linked    (TelaahReportMaker     *self,
                                                      TelaahReportParagraph *paragraph,
                                                      TelaahOutlinePoint    *node,
                                                      const char            *source,
                                                      TelaahLinkKind         kind,
                                                      const char            *text);
void               telaah_report_maker_add_overview  (TelaahReportMaker     *self);

G_END_DECLS
