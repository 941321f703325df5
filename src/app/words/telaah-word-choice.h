/* A drop-down of the sources or of the themes of a project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_WORD_CHOICE_SOURCES,
  TELAAH_WORD_CHOICE_THEMES,
} TelaahWordChoiceKind;

void        telaah_word_choice_init (GtkDropDown          *dropdown);
gboolean    telaah_word_choice_fill (GtkDropDown          *dropdown,   /* TRUE: what was chosen is there no more */
                                     TelaahSession        *session,
                                     TelaahWordChoiceKind  kind,
                                     const char           *all);       /* "All Sources", which is no id; NULL: none */
const char *telaah_word_choice_get  (GtkDropDown          *dropdown);  /* id, borrowed; NULL: all */
void        telaah_word_choice_set  (GtkDropDown          *dropdown,
                                     const char           *id);

G_END_DECLS
