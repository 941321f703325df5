/* Verbs at random on a session, for tests that look at what must hold whatever was done.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

const char *telaah_random_verb (TelaahSession  *session,
                                GRand          *rand,
                                gboolean       *done,
                                GError        **error);

/* For verbs in other files. */
typedef gboolean (*TelaahRandomVerb) (TelaahSession *session, GRand *rand, GError **error);

gboolean telaah_random_seldom   (GRand *rand, guint n);
char    *telaah_random_pick     (GListModel *list, GRand *rand);
char    *telaah_random_word     (GRand *rand);

gboolean telaah_random_outline  (TelaahSession *session, GRand *rand, GError **error);
gboolean telaah_random_points   (TelaahSession *session, GRand *rand, GError **error);
gboolean telaah_random_hide     (TelaahSession *session, GRand *rand, GError **error);
gboolean telaah_random_evidence (TelaahSession *session, GRand *rand, GError **error);
gboolean telaah_random_link     (TelaahSession *session, GRand *rand, GError **error);
gboolean telaah_random_find     (TelaahSession *session, GRand *rand, GError **error);
gboolean telaah_random_judge    (TelaahSession *session, GRand *rand, GError **error);

G_END_DECLS
