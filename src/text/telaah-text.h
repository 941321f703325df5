/* The words of a source: UTF-8 with an index, so that code points are found quickly.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-span.h"

G_BEGIN_DECLS

typedef struct _TelaahText TelaahText;

TelaahText *telaah_text_new            (char             *body);
TelaahText *telaah_text_ref            (TelaahText       *self);
void        telaah_text_unref          (TelaahText       *self);
const char *telaah_text_get_body       (const TelaahText *self);
gsize       telaah_text_get_n_bytes    (const TelaahText *self);
guint       telaah_text_get_characters (const TelaahText *self);
guint       telaah_text_count_words    (const TelaahText *self);
char       *telaah_text_dup_sha256     (const TelaahText *self);
gsize       telaah_text_get_byte       (const TelaahText *self,
                                        guint             offset);
char       *telaah_text_dup_start      (const char       *words,
                                        guint             characters);
char       *telaah_text_dup_slice      (const TelaahText *self,
                                        TelaahSpan        span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahText, telaah_text_unref)

G_END_DECLS
