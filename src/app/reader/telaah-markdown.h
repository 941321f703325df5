/* Markdown shown simply, as the markup of a label.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

char *telaah_markdown_dup_markup (const char *markdown);
char *telaah_markdown_dup_plain  (const char *markdown);

G_END_DECLS
