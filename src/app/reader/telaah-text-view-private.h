/* What the parts of TelaahTextView share: the widget, its drawing, and its places.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-highlights.h"
#include "app/reader/telaah-text-view.h"

G_BEGIN_DECLS

typedef struct _TelaahDrawing TelaahDrawing;

struct _TelaahTextView
{
  GtkTextView       parent_instance;

  TelaahText       *text;             /* as it is stored; the buffer may break its long paragraphs */
  TelaahHighlights *highlights;
  char             *selected;         /* id of a passage, or NULL */
  GtkWidget        *header;           /* or NULL */

  TelaahColors     *colors;
  TelaahNameFunc    name_func;
  gpointer          name_data;
  GDestroyNotify    name_destroy;

  GtkCssProvider       *css;          /* NULL: the family and size of the style sheet */
  char                 *css_class;    /* that it is for */
  PangoFontDescription *font;         /* that the following were measured with */
  int                   characters;   /* wanted in a line */
  int                   column;       /* that many, in pixels */
  int                   line_gap;     /* between two lines of a paragraph */
  int                   header_height;
  int                   width;        /* last allocated, with the height */
  int                   height;
  gboolean              spaced;       /* the text has blank lines between its paragraphs */

  TelaahDrawing    *drawing;

  GtkAdjustment    *vadjustment;      /* the one that is followed */
  guint             visible_source;
  guint             release_source;
  guint             settle_source;
  guint             click_source;
  TelaahSpan        announced;        /* selection that was told of; empty: none */
  guint             pressed_at;       /* offset under the pointer, G_MAXUINT: none */
  guint             clicked_at;       /* the place that clicks go through, G_MAXUINT: none */
  guint             held;             /* offset that is kept in place while lines are laid out, G_MAXUINT: none */
  double            held_align;       /* where on the page, 0 to 1 */
  guint             kept;             /* the last that was held, until somebody scrolls; G_MAXUINT: none */
};

/* ---- The page ---- */

void           telaah_text_view_measure_font    (TelaahTextView       *self);
void           telaah_text_view_update_margins  (TelaahTextView       *self,
                                                 int                   width,
                                                 int                   height);
int            telaah_text_view_bottom_margin   (TelaahTextView       *self,
                                                 int                   height);
void           telaah_text_view_allocate_header (TelaahTextView       *self);

/* ---- Drawing ---- */

TelaahDrawing *telaah_drawing_new               (void);
void           telaah_drawing_free              (TelaahDrawing        *self);
void           telaah_drawing_reset             (TelaahDrawing        *self,
                                                 guint                 n_paragraphs);
guint          telaah_drawing_get_n_drawn       (TelaahDrawing        *self);
void           telaah_text_view_forget_drawing  (TelaahTextView       *self);
void           telaah_text_view_forget_span     (TelaahTextView       *self,
                                                 TelaahSpan            span);
void           telaah_text_view_snapshot_layer  (GtkTextView          *view,
                                                 GtkTextViewLayer      layer,
                                                 GtkSnapshot          *snapshot);
TelaahPassage *telaah_text_view_get_bracket     (TelaahTextView       *self,
                                                 double                x,
                                                 double                y);

/* ---- Places ---- */

void           telaah_text_view_queue_visible   (TelaahTextView       *self);
void           telaah_text_view_hold            (TelaahTextView       *self,
                                                 guint                 offset,
                                                 double                align);
void           telaah_text_view_let_go          (TelaahTextView       *self);
void           telaah_text_view_stop_places     (TelaahTextView       *self);

/* ---- The selection ---- */

void           telaah_text_view_follow_buffer   (TelaahTextView       *self);
void           telaah_text_view_queue_settle    (TelaahTextView       *self,
                                                 guint                 delay);
void           telaah_text_view_copy            (GtkTextView          *view);
void           telaah_text_view_stop_selection  (TelaahTextView       *self);

/* ---- Clicks ---- */

void           telaah_text_view_init_clicks     (TelaahTextView       *self);
void           telaah_text_view_click_at_offset (TelaahTextView       *self,
                                                 guint                 offset);
void           telaah_text_view_stop_clicks     (TelaahTextView       *self);

static inline GtkTextBuffer *
telaah_text_view_buffer (TelaahTextView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

static inline void
telaah_text_view_get_iter (TelaahTextView *self,
                           guint           offset,
                           GtkTextIter    *iter)
{
  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (self), iter, MIN (offset, G_MAXINT));
}

/* The signals. */
void           telaah_text_view_emit_clicked    (TelaahTextView       *self,
                                                 const char           *passage);
void           telaah_text_view_emit_selection  (TelaahTextView       *self,
                                                 gboolean              has);
void           telaah_text_view_emit_visible    (TelaahTextView       *self);

/* The least margins: room for the brackets on the left, and a breath on the right. */
#define TELAAH_TEXT_VIEW_LEFT  54
#define TELAAH_TEXT_VIEW_RIGHT 24
#define TELAAH_TEXT_VIEW_LEAST 120   /* the narrowest column */

#define TELAAH_TEXT_VIEW_CHARACTERS 66

/* In bytes: fewer may fit on a screen. */
#define TELAAH_TEXT_VIEW_SHORT 6000

G_END_DECLS
