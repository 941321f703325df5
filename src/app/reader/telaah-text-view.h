/* One source's text to read and to code, with its passages and marks drawn on it.
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
 *   "passage-left" ()                     the selected passage no longer is, since the sentence cursor went on from it
 *   "selection-changed" (gboolean has)    words were selected, or no longer are; once that has settled
 *   "visible-changed"                     another part is in sight, or may be; at most once a frame
 *   "border-moved" (const char *id,       a border of a passage was moved, by pointer or keys: it is to cover
 *                   guint start,          [start, end). The view goes on drawing what the list of passages says
 *                   guint end)
 *   "mark-activated" (const char *id,     a mark was asked for its choices, by the second button, a long press, the
 *                     GdkRectangle *area) menu key or its margin; @area, in the widget, is where a popover may point
 *
 * Keys, where sentences were set (Left and Right are turned round in what is written from right to left):
 *   Down, Right / Up, Left                        to the next / previous sentence
 *   with Shift                                    widens or narrows the selection by a sentence
 *   Ctrl+Right / Ctrl+Left                        to the next / previous word; in a sentence its first / last
 *   with Shift                                    widens or narrows the selection by a word
 *   Home / End                                    first / last sentence of the paragraph; with Ctrl of the text
 *   Escape                                        leaves the sentence
 *   Alt+Shift+Left / Alt+Shift+Right              the end of the selected passage by a word
 *   Alt+Shift+Up / Alt+Shift+Down                 the same by a sentence
 *   [ / {  and  ] / }                             its start by a word out / in, its end by a word out / in
 *   with Ctrl                                     the same by a sentence
 */

/* Answers the name of a theme; NULL where it has none. */
typedef const char *(*TelaahNameFunc) (const char *theme,
                                       gpointer    user_data);

GtkWidget   *telaah_text_view_new              (void);

/* ---- What it shows ---- */

void         telaah_text_view_set_text         (TelaahTextView   *self,
                                                TelaahText       *text);
void         telaah_text_view_set_passages     (TelaahTextView   *self,
                                                GListModel       *passages);
void         telaah_text_view_set_marks        (TelaahTextView   *self,
                                                GListModel       *marks);
void         telaah_text_view_set_sentences    (TelaahTextView   *self,
                                                GArray           *spans);
void         telaah_text_view_set_header       (TelaahTextView   *self,
                                                GtkWidget        *header);
void         telaah_text_view_set_color_func   (TelaahTextView   *self,
                                                TelaahColorFunc   func,
                                                gpointer          user_data,
                                                GDestroyNotify    destroy);
void         telaah_text_view_colors_changed   (TelaahTextView   *self);
void         telaah_text_view_set_name_func    (TelaahTextView   *self,
                                                TelaahNameFunc    func,
                                                gpointer          user_data,
                                                GDestroyNotify    destroy);
void         telaah_text_view_set_typography   (TelaahTextView   *self,
                                                const char       *family,
                                                int               px,
                                                int               characters);
void         telaah_text_view_set_spacing      (TelaahTextView   *self,
                                                double            spacing);

/* ---- What a search has found ---- */

void         telaah_text_view_set_hits         (TelaahTextView   *self,
                                                GArray           *hits);
void         telaah_text_view_set_current_hit  (TelaahTextView   *self,
                                                GArray           *words);

/* ---- Passages ---- */

const char  *telaah_text_view_get_selected     (TelaahTextView   *self);
void         telaah_text_view_set_selected     (TelaahTextView   *self,
                                                const char       *passage);
const char  *telaah_text_view_get_neighbour    (TelaahTextView   *self,
                                                gboolean          forward);
const char  *telaah_text_view_get_neighbour_of (TelaahTextView   *self,
                                                gboolean          forward,
                                                const char       *theme);
gboolean     telaah_text_view_move_border      (TelaahTextView   *self,
                                                gboolean          end,
                                                gboolean          forward,
                                                gboolean          by_sentence);

/* ---- The selection of words ---- */

gboolean     telaah_text_view_is_all_coded     (TelaahTextView   *self);
gboolean     telaah_text_view_step_sentence    (TelaahTextView   *self,
                                                gboolean          forward,
                                                gboolean          uncoded);
gboolean     telaah_text_view_get_selection    (TelaahTextView   *self,
                                                TelaahSpan       *span);
void         telaah_text_view_select_span      (TelaahTextView   *self,
                                                TelaahSpan        span);
void         telaah_text_view_get_span_area    (TelaahTextView   *self,
                                                TelaahSpan        span,
                                                GdkRectangle     *area);

/* ---- Where one is ---- */

void         telaah_text_view_scroll_to        (TelaahTextView   *self,
                                                TelaahSpan        span);
void         telaah_text_view_get_visible_span (TelaahTextView   *self,
                                                TelaahSpan       *span);
guint        telaah_text_view_get_top          (TelaahTextView   *self);
void         telaah_text_view_set_top          (TelaahTextView   *self,
                                                guint             offset);

G_END_DECLS
