/* What the parts of TelaahSourceList share: the widget and its commands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-live-rows.h"
#include "app/reader/telaah-source-list.h"
#include "app/telaah-color.h"

G_BEGIN_DECLS

struct _TelaahSourceList
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  TelaahLiveRows *rows;
  TelaahColors   *colors;
  guint           most;       /* passages in the source that has the most */
  gboolean        quiet;      /* a selection is being set, not made */

  GtkWidget      *menu;       /* a popover, made when asked for */

  GtkListBox     *list;       /* from the template */
  GtkLabel       *count;
};

void telaah_source_list_emit_removed     (TelaahSourceList *self,
                                          const char       *label);
void telaah_source_list_emit_failed      (TelaahSourceList *self,
                                          const char       *message);
void telaah_source_list_emit_opened      (TelaahSourceList *self,
                                          const char       *source,
                                          gboolean          beside);

/* ---- Commands ---- */

void telaah_source_list_install_commands (GtkWidgetClass   *klass);

G_END_DECLS
