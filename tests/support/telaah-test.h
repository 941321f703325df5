/* What tests of the file need: a folder of their own, and a look past the store at what a project file holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char   *telaah_test_dup_path        (const char   *name);
char   *telaah_test_dump            (const char   *path);
char   *telaah_test_dump_all        (const char   *path);
void    telaah_test_run_sql         (const char   *path,
                                     const char   *sql);
char   *telaah_test_dup_value       (const char   *path,
                                     const char   *sql);
void    telaah_test_assert_text     (const char   *text,
                                     const char   *expected);
void    telaah_test_assert_sentence (const GError *error);

/* That a verb was refused, as it should be: the error, in a sentence, and the file as it was. */
#define telaah_test_assert_refused(path, before, error, domain, code)       \
  G_STMT_START                                                              \
  {                                                                         \
    g_autofree char *telaah_test_after = telaah_test_dump_all (path);       \
    g_assert_error (error, domain, code);                                   \
    telaah_test_assert_sentence (error);                                    \
    telaah_test_assert_text (telaah_test_after, before);                    \
  }                                                                         \
  G_STMT_END

G_END_DECLS
