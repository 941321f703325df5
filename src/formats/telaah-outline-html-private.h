/* What the files that write an outline as HTML share: its numbers, and text that may be anything.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-outline.h"

G_BEGIN_DECLS

/* A passage on the page: it has one number wherever it is quoted. */
typedef struct
{
  guint          number;    /* from 1, in the order in which they are met */
  TelaahPassage *passage;
  GPtrArray     *uses;      /* TelaahHtmlUse: the cells that quote it */
} TelaahHtmlQuote;

typedef struct
{
  TelaahOutlinePoint *node;
  const char         *source;
  guint               nth;    /* of the uses of its passage, from 1 */
} TelaahHtmlUse;

typedef struct
{
  TelaahOutline *outline;
  GString       *out;
  GHashTable    *numbers;     /* TelaahOutlinePoint → "1.2" */
  GHashTable    *quotes;      /* passage id → TelaahHtmlQuote, owned */
  GHashTable    *sources;     /* source id → GPtrArray of its TelaahHtmlQuote */
} TelaahHtml;

extern const char telaah_html_style[];

/* ---- Numbers ---- */

TelaahHtml          *telaah_html_new            (TelaahOutline      *outline);
char                *telaah_html_free           (TelaahHtml         *self);
const char          *telaah_html_get_number     (TelaahHtml         *self,
                                                 TelaahOutlinePoint *node);
TelaahHtmlQuote     *telaah_html_get_quote      (TelaahHtml         *self,
                                                 const char         *passage);
GPtrArray           *telaah_html_get_quotes     (TelaahHtml         *self,
                                                 const char         *source);
const TelaahHtmlUse *telaah_html_find_use       (TelaahHtmlQuote    *quote,
                                                 TelaahOutlinePoint *node,
                                                 const char         *source);

/* ---- Text ---- */

void  telaah_html_put_text    (TelaahHtml          *self,
                               const char          *text);
void  telaah_html_put_inside  (TelaahHtml          *self,
                               const char          *open,
                               const char          *text,
                               const char          *close);
void  telaah_html_put_lang    (TelaahHtml          *self,
                               const char          *language);
void  telaah_html_put_cell_id (TelaahHtml          *self,
                               TelaahOutlinePoint  *node,
                               const char          *source);
void  telaah_html_put_use_id  (TelaahHtml          *self,
                               TelaahHtmlQuote     *quote,
                               const TelaahHtmlUse *use);
void  telaah_html_put_linked  (TelaahHtml          *self,
                               TelaahOutlinePoint  *node,
                               const char          *source,
                               TelaahLinkKind       kind,
                               const char          *text);

/* ---- Parts of the page ---- */

void  telaah_html_put_table   (TelaahHtml          *self);
void  telaah_html_put_sources (TelaahHtml          *self);

G_END_DECLS
