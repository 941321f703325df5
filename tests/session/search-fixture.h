/* What tests of searching share: what was found as one text, texts at random, a small project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-search.h"
#include "support/telaah-test-session.h"

G_BEGIN_DECLS

#define BODY_ONE "Pelabuhan lama ditutup. Warga menulis surat kepada kepala desa.\n"
#define BODY_TWO "IKLAN pelabuhan murah\n\nKapal datang dari pelabuhan timur. Surat itu tidak dijawab.\n"

extern const char *const telaah_test_forms[];

GPtrArray     *telaah_test_search         (TelaahSession             *session,
                                           const TelaahSearchRequest *request);
GPtrArray     *telaah_test_look_for       (TelaahSession             *session,
                                           const char                *words,
                                           TelaahSearchFlags          flags);
char          *telaah_test_describe_hits  (GPtrArray                 *hits);
void           telaah_test_check_hits     (TelaahSession             *session,
                                           GPtrArray                 *hits);
char          *telaah_test_dup_index_path (TelaahSession             *session);
void           telaah_test_make_index     (TelaahSession             *session,
                                           gboolean                   anew);
char          *telaah_test_make_text      (GRand                     *rand,
                                           guint                      n_words);
TelaahSession *telaah_test_open_harbour   (void);

G_END_DECLS
