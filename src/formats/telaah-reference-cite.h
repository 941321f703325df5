/* A reference while it is written out, and what the styles ask of a source.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-reference-private.h"

G_BEGIN_DECLS

typedef struct
{
  GString  *out;
  gboolean  markup;     /* with <i>, and escaped */
  char      last;       /* byte that is seen last; '\0' at the beginning */
  gboolean  ended;      /* whether a sentence ends there */
} TelaahCite;

/* In the fields that the following get, what is not known is NULL and never "". */
void         telaah_cite_apa            (TelaahCite               *self,
                                         const TelaahSourceFields *f);
void         telaah_cite_chicago        (TelaahCite               *self,
                                         const TelaahSourceFields *f);

void         telaah_cite_put            (TelaahCite               *self,
                                         const char               *words);
void         telaah_cite_put_f          (TelaahCite               *self,
                                         const char               *format,
                                         ...) G_GNUC_PRINTF (2, 3);
void         telaah_cite_put_title      (TelaahCite               *self,
                                         const char               *words,
                                         gboolean                  italic);
void         telaah_cite_put_sentence   (TelaahCite               *self,
                                         const char               *words);
void         telaah_cite_begin          (TelaahCite               *self);
void         telaah_cite_stop           (TelaahCite               *self);
gboolean     telaah_cite_is_ended       (const char               *words);

void         telaah_cite_put_name       (TelaahCite               *self,
                                         const TelaahSourceFields *f,
                                         gboolean                  italic);
void         telaah_cite_put_place      (TelaahCite               *self,
                                         const TelaahSourceFields *f);
void         telaah_cite_put_address    (TelaahCite               *self,
                                         const TelaahSourceFields *f);

/* @media: types of CSL, parted by blanks */
gboolean     telaah_cite_is_medium      (const TelaahSourceFields *f,
                                         const char               *media);
gboolean     telaah_cite_is_chapter     (const TelaahSourceFields *f);
gboolean     telaah_cite_is_article     (const TelaahSourceFields *f);
gboolean     telaah_cite_is_daily       (const TelaahSourceFields *f);
const char  *telaah_cite_get_container  (const TelaahSourceFields *f);
char        *telaah_cite_dup_day        (const char               *date,
                                         const char               *of_day,
                                         const char               *of_month);

G_END_DECLS
