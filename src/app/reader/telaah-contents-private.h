/* What the parts of TelaahContents share: the list, and its commands.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-contents.h"
#include "app/reader/telaah-live-rows.h"

G_BEGIN_DECLS

#define TELAAH_CONTENTS_MAX_LEVEL 6

struct _TelaahContents
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  char           *source;
  TelaahText     *text;       /* its text, and of which digest */
  char           *sha256;
  GListStore     *headings;   /* of TelaahMark, those in force */
  GArray         *depths;     /* guint of each */
  TelaahLiveRows *rows;
  guint           visible;    /* the first character in sight */
  guint           section_source;
  gint64          held;       /* when scrolling may speak again */
  gboolean        quiet;      /* a selection is being set, not made */
  GtkWidget      *menu;       /* a popover, made when asked for */

  /* From the template. */
  GtkToggleButton *toggle;
  GtkLabel        *section;
  GtkImage        *arrow;
  GtkWidget       *scroller;
  GtkListBox      *list;
};

char *telaah_contents_dup_title       (TelaahContents *self,
                                       TelaahMark     *heading);
void  telaah_contents_emit_done       (TelaahContents *self,
                                       const char     *message);
void  telaah_contents_emit_failed     (TelaahContents *self,
                                       const char     *message);
void  telaah_contents_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS
