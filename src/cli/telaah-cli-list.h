/* Lists that the command line tells people, programs and spreadsheets alike: text, JSON, CSV.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "cli/telaah-cli.h"

G_BEGIN_DECLS

/* How a list is told; each is transfer full. */
typedef struct
{
  void  (*add)      (gconstpointer item, JsonObject *object);
  char *(*dup_csv)  (TelaahCli *cli, GPtrArray *list);
  char *(*dup_text) (TelaahCli *cli, GPtrArray *list);
} TelaahCliListKind;

gboolean telaah_cli_check_list (TelaahCli                *cli,      /* --format and --limit, before there is a list */
                                GError                  **error);
gboolean telaah_cli_write_list (TelaahCli                *cli,      /* as --format, -o and --limit say */
                                GPtrArray                *list,
                                const TelaahCliListKind  *kind,
                                GError                  **error);

G_END_DECLS
