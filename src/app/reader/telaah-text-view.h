/* One source's text to read, with its passages drawn on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/telaah-color.h"
#include "model/telaah-span.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_TEXT_VIEW (telaah_text_view_get_type ())
G_DECLARE_FINAL_TYPE (TelaahTextView, telaah_text_view, TELAAH, TEXT_VIEW, GtkTextView)

/* All offsets are code points of the stored text. Signals:
 *   "passage-clicked" (const char *id)    a passage, or its bracket, was clicked; it is selected by then. Clicking
 *                                         on the same place goes through all that cover it, the shortest first
 *   "selection-changed" (gboolean has)    words were selected, or no longer are; once that has settled
 *   "visible-changed"                     another part is in sight, or may be; at most once a frame
 */

/* Answers the name of a theme; NULL where it has none. */
typedef const char *(*TelaahNameFunc) (const char *theme,
                                       gpointer    user_data);

GtkWidget   *telaah_text_view_new              (void);

/* ---- What it shows ---- */

void         telaah_text_view_set_text         (TelaahTextView  *self,
                                                TelaahText      *text);
void         telaah_text_view_set_passages     (TelaahTextView  *self,
                                                GListModel      *passages);
void         telaah_text_view_set_header       (TelaahTextView  *self,
                                                GtkWidget       *header);
void         telaah_text_view_set_color_func   (TelaahTextView  *self,
                                                TelaahColorFunc  func,
                                                gpointer         user_data,
                                                GDestroyNotify   destroy);
void         telaah_text_view_colors_changed   (TelaahTextView  *self);
void         telaah_text_view_set_name_func    (TelaahTextView  *self,
                                                TelaahNameFunc   func,
                                                gpointer         user_data,
                                                GDestroyNotify   destroy);
void         telaah_text_view_set_typography   (TelaahTextView  *self,
                                                const char      *family,
                                                int              px,
                                                int              characters);

/* ---- Passages ---- */

const char  *telaah_text_view_get_selected     (TelaahTextView  *self);
void         telaah_text_view_set_selected     (TelaahTextView  *self,
                                                const char      *passage);
const char  *telaah_text_view_get_neighbour    (TelaahTextView  *self,
                                                gboolean         forward);

/* ---- The selection of words ---- */

gboolean     telaah_text_view_get_selection    (TelaahTextView  *self,
                                                TelaahSpan      *span);
void         telaah_text_view_select_span      (TelaahTextView  *self,
                                                TelaahSpan       span);
void         telaah_text_view_get_span_area    (TelaahTextView  *self,
                                                TelaahSpan       span,
                                                GdkRectangle    *area);

/* ---- Where one is ---- */

void         telaah_text_view_scroll_to        (TelaahTextView  *self,
                                                TelaahSpan       span);
void         telaah_text_view_get_visible_span (TelaahTextView  *self,
                                                TelaahSpan      *span);
guint        telaah_text_view_get_top          (TelaahTextView  *self);
void         telaah_text_view_set_top          (TelaahTextView  *self,
                                                guint            offset);

G_END_DECLS
