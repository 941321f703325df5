/* What the parts of TelaahTextView share: the widget, its drawing, and its places.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-display-text.h"
#include "app/reader/telaah-highlights.h"
#include "app/reader/telaah-lines.h"
#include "app/reader/telaah-text-view.h"
#include "model/telaah-mark.h"

G_BEGIN_DECLS

typedef struct _TelaahTextDrawing TelaahTextDrawing;
typedef struct _TelaahMarkTags TelaahMarkTags;
typedef struct _TelaahBorderDrag TelaahBorderDrag;

/* The sentence cursor: it is the buffer's selection, from the sentence or word that it began on to the edge. */
typedef struct
{
  gboolean   active;
  gboolean   moving;       /* the selection is being set by it */
  gboolean   backward;     /* the edge is the start of what is selected */
  gboolean   unseen;       /* it has not been drawn where it is: the view may still be on its way there */
  TelaahSpan anchor;
  guint      edge;
} TelaahCursor;

/* A border of a passage. */
typedef struct
{
  TelaahPassage *passage;
  gboolean       end;
  gboolean       in_text;  /* the handle at the words, not the bracket */
  float          x;        /* of the passage's innermost bracket, in the buffer */
} TelaahBorder;

struct _TelaahTextView
{
  GtkTextView       parent_instance;

  TelaahText        *text;            /* as it is stored */
  TelaahDisplayText *display;         /* as it is in the buffer, which breaks its long paragraphs; NULL: no text */
  GArray            *sentences;       /* TelaahSpan, or NULL */
  TelaahHighlights  *highlights;
  TelaahMarkTags    *marks;
  TelaahCursor       cursor;
  TelaahBorderDrag  *drag;            /* or NULL: no border is being dragged */
  char              *selected;        /* id of a passage, or NULL */
  GArray            *hits;            /* TelaahSpan, in text order, or NULL */
  GArray            *current_hit;     /* the same, of the words of the one that is looked at */
  GtkWidget         *header;          /* or NULL */

  TelaahColors     *colors;
  TelaahNameFunc    name_func;
  gpointer          name_data;
  GDestroyNotify    name_destroy;

  GtkCssProvider       *css;          /* NULL: the family and size of the style sheet */
  char                 *css_class;    /* that it is for */
  PangoFontDescription *font;         /* that the following were measured with */
  int                   characters;   /* wanted in a line */
  double                spacing;      /* from line to line, in sizes of the font; 0: as usual */
  int                   column;       /* that many, in pixels */
  int                   line_gap;     /* between two lines of a paragraph */
  int                   header_height;
  int                   width;        /* last allocated, with the height */
  int                   height;
  gboolean              spaced;       /* the text has blank lines between its paragraphs */

  TelaahTextDrawing    *drawing;

  GtkAdjustment    *vadjustment;      /* the one that is followed */
  guint             visible_source;
  guint             release_source;
  guint             settle_source;
  guint             click_source;
  gboolean          owns_primary;     /* it gives the selection to the primary clipboard, not the buffer */
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

/* Lanes that are drawn, both of underlines and of brackets; what lies deeper has its tint alone. */
#define TELAAH_TEXT_VIEW_LANES 6

#define TELAAH_TEXT_VIEW_BRACKET_GAP   14    /* between the brackets and the text */
#define TELAAH_TEXT_VIEW_BRACKET_WIDTH 3
#define TELAAH_TEXT_VIEW_BRACKET_STEP  6

TelaahTextDrawing *telaah_text_drawing_new      (void);
void           telaah_text_drawing_free         (TelaahTextDrawing    *self);
void           telaah_text_drawing_reset        (TelaahTextDrawing    *self,
                                                 guint                 n_paragraphs);
guint          telaah_text_drawing_get_n_drawn  (TelaahTextDrawing    *self);
void           telaah_text_view_forget_drawing  (TelaahTextView       *self);
void           telaah_text_view_forget_span     (TelaahTextView       *self,
                                                 TelaahSpan            span);
void           telaah_text_view_snapshot_layer  (GtkTextView          *view,
                                                 GtkTextViewLayer      layer,
                                                 GtkSnapshot          *snapshot);
TelaahPassage *telaah_text_view_get_bracket     (TelaahTextView       *self,
                                                 double                x,
                                                 double                y);
gboolean       telaah_text_view_get_bracket_end (TelaahTextView       *self,
                                                 double                x,
                                                 double                y,
                                                 TelaahBorder         *border);

/* ---- What a search has found ---- */

gboolean       telaah_text_view_has_hits        (TelaahTextView       *self,
                                                 TelaahSpan            span);
void           telaah_text_view_draw_hits       (TelaahTextView       *self,
                                                 TelaahLines          *lines,
                                                 TelaahSpan            paragraph,
                                                 GtkSnapshot          *snapshot);

/* ---- What is drawn over that, anew in each frame ---- */

void           telaah_text_view_draw_below      (TelaahTextView       *self,
                                                 GtkSnapshot          *snapshot);
void           telaah_text_view_draw_above      (TelaahTextView       *self,
                                                 GtkSnapshot          *snapshot);
gboolean       telaah_text_view_get_handle      (TelaahTextView       *self,
                                                 double                x,
                                                 double                y,
                                                 TelaahBorder         *border);

/* ---- Places ---- */

void           telaah_text_view_queue_visible   (TelaahTextView       *self);
void           telaah_text_view_hold            (TelaahTextView       *self,
                                                 guint                 offset,
                                                 double                align);
void           telaah_text_view_let_go          (TelaahTextView       *self);
void           telaah_text_view_bring           (TelaahTextView       *self,
                                                 TelaahSpan            span,
                                                 guint                 edge);
void           telaah_text_view_stop_places     (TelaahTextView       *self);

/* ---- The selection ---- */

void           telaah_text_view_follow_buffer   (TelaahTextView       *self);
void           telaah_text_view_queue_settle    (TelaahTextView       *self,
                                                 guint                 delay);
void           telaah_text_view_copy            (GtkTextView          *view);
void           telaah_text_view_stop_selection  (TelaahTextView       *self);

gboolean       telaah_text_view_snap            (TelaahTextView       *self,
                                                 TelaahSpan           *span);
gboolean       telaah_text_view_extend          (GtkTextView          *view,
                                                 GtkTextExtendSelection granularity,
                                                 const GtkTextIter    *location,
                                                 GtkTextIter          *start,
                                                 GtkTextIter          *end);

void           telaah_text_view_own_primary     (TelaahTextView       *self,
                                                 gboolean              own);
gboolean       telaah_text_view_is_own_drag     (TelaahTextView       *self,
                                                 double                x,
                                                 double                y);
GdkContentProvider *telaah_text_view_dup_content (TelaahTextView      *self);

/* ---- Words and sentences ---- */

guint          telaah_text_view_find_sentence   (TelaahTextView       *self,
                                                 guint                 offset);
gboolean       telaah_text_view_next_word       (TelaahTextView       *self,
                                                 guint                 from,
                                                 TelaahSpan           *word);
gboolean       telaah_text_view_previous_word   (TelaahTextView       *self,
                                                 guint                 before,
                                                 TelaahSpan           *word);
gboolean       telaah_text_view_move_edge       (TelaahTextView       *self,
                                                 gboolean              end,
                                                 gboolean              forward,
                                                 gboolean              by_sentence,
                                                 guint                *edge);
gboolean       telaah_text_view_goes_left       (TelaahTextView       *self,
                                                 guint                 offset);

/* ---- The sentence cursor ---- */

void           telaah_text_view_bind_cursor     (GListStore           *keys);
void           telaah_text_view_end_cursor      (TelaahTextView       *self);
void           telaah_text_view_leave_passage   (TelaahTextView       *self);
gboolean       telaah_text_view_get_cursor      (TelaahTextView       *self,
                                                 TelaahSpan           *span);

/* ---- Borders ---- */

void           telaah_text_view_bind_borders    (GListStore           *keys);
gboolean       telaah_text_view_get_border      (TelaahTextView       *self,
                                                 double                x,
                                                 double                y,
                                                 TelaahBorder         *border);
void           telaah_text_view_init_borders    (TelaahTextView       *self);
void           telaah_text_view_stop_drag       (TelaahTextView       *self);
TelaahPassage *telaah_text_view_get_dragged     (TelaahTextView       *self,
                                                 TelaahSpan           *span,
                                                 float                *x);

/* ---- Marks ---- */

void           telaah_text_view_init_marks      (TelaahTextView       *self);
void           telaah_text_view_free_marks      (TelaahTextView       *self);
GtkTextTagTable *telaah_text_view_get_tags      (TelaahTextView       *self);
void           telaah_text_view_style_marks     (TelaahTextView       *self);
void           telaah_text_view_apply_marks     (TelaahTextView       *self,
                                                 GtkTextBuffer        *buffer);
TelaahMark    *telaah_text_view_get_mark        (TelaahTextView       *self,
                                                 double                x,
                                                 double                y);
TelaahMark    *telaah_text_view_get_mark_at     (TelaahTextView       *self,
                                                 guint                 offset);
gboolean       telaah_text_view_has_marks       (TelaahTextView       *self);
gboolean       telaah_text_view_has_proposal    (TelaahTextView       *self,
                                                 TelaahSpan            span,
                                                 guint                *from,
                                                 TelaahSpan           *proposal);
gboolean       telaah_text_view_activate_mark   (TelaahTextView       *self,
                                                 TelaahMark           *mark);

/* ---- The menu ---- */

void           telaah_text_view_init_menu       (TelaahTextView       *self);
void           telaah_text_view_bind_menu       (GListStore           *keys);

/* ---- Keys ---- */

void           telaah_text_view_init_keys       (TelaahTextView       *self);
void           telaah_text_view_bind            (GListStore           *keys,
                                                 guint                 key,
                                                 GdkModifierType       modifiers,
                                                 GtkShortcutFunc       callback,
                                                 GVariant             *args);

/* ---- Clicks ---- */

void           telaah_text_view_init_clicks     (TelaahTextView       *self);
void           telaah_text_view_bind_clicks     (GListStore           *keys);
void           telaah_text_view_select_passage  (TelaahTextView       *self,
                                                 TelaahPassage        *passage);
void           telaah_text_view_click_at_offset (TelaahTextView       *self,
                                                 guint                 offset);
void           telaah_text_view_stop_clicks     (TelaahTextView       *self);

static inline GtkTextBuffer *
telaah_text_view_buffer (TelaahTextView *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self));
}

/* Of a place in the text, that in the buffer: before the character at @offset. */
static inline void
telaah_text_view_get_iter (TelaahTextView *self,
                           guint           offset,
                           GtkTextIter    *iter)
{
  guint shown = MIN (offset, G_MAXINT / 2);

  if (self->display != NULL)
    shown = telaah_display_text_to_shown (self->display, shown);
  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (self), iter, shown);
}

/* Behind the character before @offset. */
static inline void
telaah_text_view_get_end_iter (TelaahTextView *self,
                               guint           offset,
                               GtkTextIter    *iter)
{
  guint shown = MIN (offset, G_MAXINT / 2);

  if (self->display != NULL)
    shown = telaah_display_text_end_to_shown (self->display, shown);
  gtk_text_buffer_get_iter_at_offset (telaah_text_view_buffer (self), iter, shown);
}

/* Of a place in the buffer, that in the text. */
static inline guint
telaah_text_view_get_offset (TelaahTextView    *self,
                             const GtkTextIter *iter)
{
  guint shown = gtk_text_iter_get_offset (iter);

  return self->display != NULL ? telaah_display_text_from_shown (self->display, shown) : shown;
}

/* The signals. */
void           telaah_text_view_emit_clicked    (TelaahTextView       *self,
                                                 const char           *passage);
void           telaah_text_view_emit_selection  (TelaahTextView       *self,
                                                 gboolean              has);
void           telaah_text_view_emit_visible    (TelaahTextView       *self);
void           telaah_text_view_emit_left       (TelaahTextView       *self);
void           telaah_text_view_emit_border     (TelaahTextView       *self,
                                                 const char           *passage,
                                                 TelaahSpan            span);
void           telaah_text_view_emit_mark       (TelaahTextView       *self,
                                                 const char           *mark,
                                                 GdkRectangle         *area);

/* The least margins: room for the brackets on the left, and a breath on the right. */
#define TELAAH_TEXT_VIEW_LEFT  54
#define TELAAH_TEXT_VIEW_RIGHT 24
#define TELAAH_TEXT_VIEW_LEAST 120   /* the narrowest column */

#define TELAAH_TEXT_VIEW_CHARACTERS 66

/* In bytes: fewer may fit on a screen. */
#define TELAAH_TEXT_VIEW_SHORT 6000

G_END_DECLS
