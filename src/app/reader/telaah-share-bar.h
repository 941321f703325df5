/* A thin bar that says at a glance how much of a source is under which themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct
{
  GdkRGBA color;
  guint   n;
} TelaahShare;

#define TELAAH_TYPE_SHARE_BAR (telaah_share_bar_get_type ())
G_DECLARE_FINAL_TYPE (TelaahShareBar, telaah_share_bar, TELAAH, SHARE_BAR, GtkWidget)

void telaah_share_bar_set (TelaahShareBar    *self,
                           const TelaahShare *shares,
                           guint              n_shares,
                           double             filled);

G_END_DECLS
