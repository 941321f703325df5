/* Words of texts as a list to look through, grouped by their sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  char          *id;         /* the passage's; else made of the place */
  char          *source;
  TelaahSpan     span;
  char          *before;     /* a line of what is around it */
  char          *words;
  char          *after;
  char          *markup;     /* what is shown in place of these three; NULL: they are */
  TelaahPassage *passage;    /* NULL: no passage */
  char          *folded;     /* to search in */
  char          *remark;     /* on a quote that is no passage; NULL: none */
  gboolean       checked;
  gboolean       fixed;      /* its check can not be changed: it has the theme already */
  gboolean       heading;    /* not a quote, but the name of the source of those that follow */
  guint          n;          /* of a heading: how many these are */
} TelaahQuoteItem;

TelaahQuoteItem *telaah_quote_item_new  (const char       *source,
                                         TelaahSpan        span,
                                         const char       *words);
void             telaah_quote_item_free (TelaahQuoteItem  *self);
GPtrArray       *telaah_quotes_of_theme (TelaahSession    *session,
                                         const char       *theme,
                                         gboolean          below);
GPtrArray       *telaah_quotes_filter   (GPtrArray        *quotes,
                                         const char       *query,
                                         GPtrArray       **headings);
gboolean         telaah_quotes_tag      (TelaahSession    *session,
                                         GPtrArray        *quotes,
                                         const char       *theme,
                                         const char       *note,
                                         guint            *n,
                                         GError          **error);
char            *telaah_quotes_dup_text (TelaahSession    *session,
                                         const char       *title,
                                         GPtrArray        *quotes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahQuoteItem, telaah_quote_item_free)

G_END_DECLS
