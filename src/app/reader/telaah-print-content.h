/* What is printed of a source: its text, passages, notes, marks and themes, as they are at one moment. No GTK, and
 * nothing that changes: it may go to a thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

#include "app/reader/telaah-highlights.h"
#include "model/telaah-mark.h"
#include "model/telaah-source.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  char    *name;        /* with those above it: Benefits › Economy */
  GdkRGBA  ink;         /* its colour, dark enough to be read on paper */
  guint    count;       /* passages of this source */
} TelaahPrintTheme;

/* Bytes of the text. The passage of the same index in the highlights; its number is the index and one. */
typedef struct
{
  gsize    start;
  gsize    end;
  gsize    number_at;   /* behind its last word: where the number stands */
  guint   *themes;      /* indices */
  guint    n_themes;
} TelaahPrintPassage;

/* A heading or clutter, never a refused one. Bytes of the text. */
typedef struct
{
  gsize           start;
  gsize           end;
  TelaahMarkKind  kind;
  guint           level;
} TelaahPrintMark;

/* Answers the colour of a theme, #rrggbb. */
typedef const char *(*TelaahPrintColorFunc) (gpointer    user_data,
                                             const char *theme);

typedef struct
{
  TelaahText       *text;
  TelaahSource     *source;
  TelaahHighlights *highlights;        /* the passages and their lanes */
  GArray           *passages;          /* TelaahPrintPassage */
  GArray           *marks;             /* TelaahPrintMark, by start */
  GArray           *themes;            /* TelaahPrintTheme: those used here, in the order of the tree */
  gsize             longest_mark;
  guint             n_notes;
  gboolean          several_coders;
} TelaahPrintContent;

TelaahPrintContent *telaah_print_content_new        (TelaahText            *text,
                                                     TelaahSource          *source,
                                                     GListModel            *passages,
                                                     GListModel            *marks,
                                                     GListModel            *themes,
                                                     TelaahPrintColorFunc   color,
                                                     gpointer               color_data);
TelaahPrintContent *telaah_print_content_new_source (TelaahSession         *session,
                                                     const char            *source,
                                                     GError               **error);
void                telaah_print_content_free       (TelaahPrintContent    *self);
GArray             *telaah_print_content_dup_marks  (TelaahPrintContent    *self,
                                                     gsize                  start,
                                                     gsize                  end);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahPrintContent, telaah_print_content_free)

G_END_DECLS
