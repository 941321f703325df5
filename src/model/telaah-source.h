/* A text that is read and compared, with what is known of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

/* Unknown is NULL, never guessed. */
typedef struct
{
  const char *id;
  const char *sha256;       /* of the text, UTF-8 with LF */
  guint       characters;   /* code points */
  guint       words;
  const char *title;
  const char *author;
  const char *publisher;
  const char *date;         /* 2021, 2021-03 or 2021-03-04 */
  const char *url;
  const char *language;     /* BCP 47 */
  const char *file_name;    /* as it was imported, without the folder */
  const char *medium;       /* a type of CSL, such as article-newspaper */
  const char *reading;      /* how far the reading has come: reading or read; NULL: not begun */
  const char *container;    /* the journal, newspaper, site or book that it is part of */
  const char *volume;
  const char *issue;
  const char *pages;
  const char *doi;
  const char *accessed;     /* as date */
} TelaahSourceFields;

#define TELAAH_TYPE_SOURCE (telaah_source_get_type ())
TELAAH_DECLARE_ITEM (TelaahSource, telaah_source, SOURCE)

const char *telaah_source_get_name   (TelaahSource *self);
char       *telaah_source_dup_origin (TelaahSource *self);

G_END_DECLS
