/* One source's text to read: a GtkTextView with a centred column, a header that scrolls with it, and the passages
 * drawn under the words. The page, the drawing, the places, the marks, and what pointer and keys do have files of
 * their own.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "text/telaah-structure.h"

G_DEFINE_FINAL_TYPE (TelaahTextView, telaah_text_view, GTK_TYPE_TEXT_VIEW)

enum
{
  PASSAGE_CLICKED, PASSAGE_LEFT, SELECTION_CHANGED, VISIBLE_CHANGED, BORDER_MOVED, MARK_ACTIVATED, N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
telaah_text_view_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  const PangoFontDescription *font;

  GTK_WIDGET_CLASS (telaah_text_view_parent_class)->css_changed (widget, change);

  font = pango_context_get_font_description (gtk_widget_get_pango_context (widget));
  if (self->font != NULL && pango_font_description_equal (self->font, font))
    return;

  g_clear_pointer (&self->font, pango_font_description_free);
  self->font = pango_font_description_copy (font);
  telaah_text_view_measure_font (self);
}

/* The view asks for no more than it can do with; how long the text is, the adjustment says. */
static void
telaah_text_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  const int margins = TELAAH_TEXT_VIEW_LEFT + TELAAH_TEXT_VIEW_RIGHT;

  GTK_WIDGET_CLASS (telaah_text_view_parent_class)->measure (widget, orientation, for_size, minimum, natural,
                                                             minimum_baseline, natural_baseline);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = margins + TELAAH_TEXT_VIEW_LEAST;
      *natural = margins + MAX (self->column, TELAAH_TEXT_VIEW_LEAST);
    }
}

static void
telaah_text_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  guint top = self->width > 0 && width != self->width ? telaah_text_view_get_top (self) : 0;

  telaah_text_view_update_margins (self, width, height);
  GTK_WIDGET_CLASS (telaah_text_view_parent_class)->size_allocate (widget, width, height, baseline);
  self->width = width;
  self->height = height;

  /* The lines are others now: the same words are to be at the top. */
  if (top > 0)
    telaah_text_view_hold (self, top, 0);
  telaah_text_view_allocate_header (self);
  telaah_text_view_queue_visible (self);
}

/* GtkTextView asks where the caret is, before it has a width: wrapped, its paragraph would be laid out letter by
 * letter. */
static void
telaah_text_view_realize (GtkWidget *widget)
{
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (widget), GTK_WRAP_NONE);
  GTK_WIDGET_CLASS (telaah_text_view_parent_class)->realize (widget);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (widget), GTK_WRAP_WORD_CHAR);

  telaah_text_view_own_primary (TELAAH_TEXT_VIEW (widget), TRUE);
}

static void
telaah_text_view_unrealize (GtkWidget *widget)
{
  telaah_text_view_own_primary (TELAAH_TEXT_VIEW (widget), FALSE);

  GTK_WIDGET_CLASS (telaah_text_view_parent_class)->unrealize (widget);
}

static void
telaah_text_view_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);

  GTK_WIDGET_CLASS (telaah_text_view_parent_class)->snapshot (widget, snapshot);

  if (self->header != NULL)
    gtk_widget_snapshot_child (widget, self->header, snapshot);
}

static void
scrolled_cb (TelaahTextView *self)
{
  self->pressed_at = G_MAXUINT;    /* what was pressed to pan was not clicked */
  telaah_text_view_allocate_header (self);
  telaah_text_view_queue_visible (self);
}

static void
notify_vadjustment_cb (TelaahTextView *self)
{
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);

  g_set_object (&self->vadjustment, gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (self)));
  if (self->vadjustment != NULL)
    {
      g_signal_connect_swapped (self->vadjustment, "value-changed", G_CALLBACK (scrolled_cb), self);
      g_signal_connect_swapped (self->vadjustment, "changed",
                                G_CALLBACK (telaah_text_view_queue_visible), self);
    }
}

static char *
dup_names (TelaahTextView *self,
           TelaahPassage  *passage)
{
  g_autoptr(GString) names = g_string_new (NULL);

  for (const char *const *theme = telaah_passage_fields (passage)->themes; *theme != NULL; theme++)
    {
      const char *name = self->name_func (*theme, self->name_data);

      if (name != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
    }

  return names->len > 0 ? g_string_free (g_steal_pointer (&names), FALSE) : g_strdup (_("No theme"));
}

/* Why it stands out as it does. NULL: there is nothing to say. */
static const char *
get_reason (TelaahMark *mark)
{
  const TelaahMarkFields *f = mark != NULL ? telaah_mark_fields (mark) : NULL;

  if (f == NULL || f->reason == NULL
      || (f->kind == TELAAH_MARK_HEADING && f->state != TELAAH_MARK_PROPOSED))
    return NULL;

  return telaah_mark_reason_get_label (f->reason);
}

static gboolean
telaah_text_view_query_tooltip (GtkWidget  *widget,
                                int         x,
                                int         y,
                                gboolean    by_keyboard,
                                GtkTooltip *tooltip)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (widget);
  TelaahPassage *passage;
  g_autofree char *text = NULL;

  if (by_keyboard || self->drag != NULL)
    return FALSE;

  passage = telaah_text_view_get_bracket (self, x, y);
  if (passage != NULL && self->name_func != NULL)
    text = dup_names (self, passage);
  else
    text = g_strdup (get_reason (telaah_text_view_get_mark (self, x, y)));

  if (text != NULL)
    gtk_tooltip_set_text (tooltip, text);

  return text != NULL;
}

static void
passages_changed_cb (TelaahSpan span,
                     gpointer   user_data)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (user_data);

  if (span.end == G_MAXUINT)
    telaah_text_view_forget_drawing (self);
  else
    telaah_text_view_forget_span (self, span);
}

static void
telaah_text_view_dispose (GObject *object)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (object);

  telaah_text_view_stop_places (self);
  telaah_text_view_stop_selection (self);
  telaah_text_view_stop_clicks (self);
  telaah_text_view_stop_drag (self);
  telaah_text_view_set_marks (self, NULL);
  telaah_text_view_set_header (self, NULL);
  telaah_highlights_set_model (self->highlights, NULL);
  telaah_colors_set_func (self->colors, NULL, NULL, NULL);
  telaah_text_view_set_name_func (self, NULL, NULL, NULL);

  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->vadjustment);

  if (self->css != NULL)
    gtk_style_context_remove_provider_for_display (gtk_widget_get_display (GTK_WIDGET (self)),
                                                   GTK_STYLE_PROVIDER (self->css));
  g_clear_object (&self->css);

  G_OBJECT_CLASS (telaah_text_view_parent_class)->dispose (object);
}

static void
telaah_text_view_finalize (GObject *object)
{
  TelaahTextView *self = TELAAH_TEXT_VIEW (object);

  telaah_highlights_free (self->highlights);
  telaah_text_drawing_free (self->drawing);
  telaah_colors_free (self->colors);
  telaah_text_view_free_marks (self);
  g_clear_pointer (&self->sentences, g_array_unref);
  g_clear_pointer (&self->display, telaah_display_text_free);
  g_clear_pointer (&self->text, telaah_text_unref);
  g_clear_pointer (&self->font, pango_font_description_free);
  g_free (self->css_class);
  g_free (self->selected);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->current_hit, g_array_unref);

  G_OBJECT_CLASS (telaah_text_view_parent_class)->finalize (object);
}

static void
telaah_text_view_class_init (TelaahTextViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkTextViewClass *view_class = GTK_TEXT_VIEW_CLASS (klass);

  object_class->dispose = telaah_text_view_dispose;
  object_class->finalize = telaah_text_view_finalize;

  widget_class->css_changed = telaah_text_view_css_changed;
  widget_class->measure = telaah_text_view_measure;
  widget_class->size_allocate = telaah_text_view_size_allocate;
  widget_class->realize = telaah_text_view_realize;
  widget_class->unrealize = telaah_text_view_unrealize;
  widget_class->snapshot = telaah_text_view_snapshot;
  widget_class->query_tooltip = telaah_text_view_query_tooltip;

  view_class->snapshot_layer = telaah_text_view_snapshot_layer;
  view_class->copy_clipboard = telaah_text_view_copy;
  view_class->cut_clipboard = telaah_text_view_copy;
  view_class->extend_selection = telaah_text_view_extend;

  signals[PASSAGE_CLICKED] =
    g_signal_new ("passage-clicked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[PASSAGE_LEFT] =
    g_signal_new ("passage-left", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SELECTION_CHANGED] =
    g_signal_new ("selection-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
  signals[VISIBLE_CHANGED] =
    g_signal_new ("visible-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[BORDER_MOVED] =
    g_signal_new ("border-moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[MARK_ACTIVATED] =
    g_signal_new ("mark-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, GDK_TYPE_RECTANGLE);
}

static void
telaah_text_view_init (TelaahTextView *self)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr(GtkTextBuffer) buffer = NULL;

  telaah_text_view_init_marks (self);
  buffer = gtk_text_buffer_new (telaah_text_view_get_tags (self));
  gtk_text_view_set_buffer (view, buffer);
  self->characters = TELAAH_TEXT_VIEW_CHARACTERS;
  self->colors = telaah_colors_new ();
  self->drawing = telaah_text_drawing_new ();
  self->highlights = telaah_highlights_new (passages_changed_cb, self);

  gtk_text_view_set_editable (view, FALSE);
  gtk_text_view_set_accepts_tab (view, FALSE);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (GTK_WIDGET (self), "telaah-reading");
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text of the source"), -1);

  g_signal_connect (self, "notify::vadjustment", G_CALLBACK (notify_vadjustment_cb), NULL);
  g_signal_connect_object (style, "notify::dark",
                           G_CALLBACK (telaah_text_view_colors_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (telaah_text_view_colors_changed), self, G_CONNECT_SWAPPED);

  telaah_text_view_init_clicks (self);
  telaah_text_view_init_menu (self);
  telaah_text_view_init_borders (self);
  telaah_text_view_init_keys (self);
  telaah_text_view_follow_buffer (self);
}

GtkWidget *
telaah_text_view_new (void)
{
  return g_object_new (TELAAH_TYPE_TEXT_VIEW, NULL);
}

void
telaah_text_view_emit_clicked (TelaahTextView *self,
                               const char     *passage)
{
  g_signal_emit (self, signals[PASSAGE_CLICKED], 0, passage);
}

void
telaah_text_view_emit_selection (TelaahTextView *self,
                                 gboolean        has)
{
  g_signal_emit (self, signals[SELECTION_CHANGED], 0, has);
}

void
telaah_text_view_emit_visible (TelaahTextView *self)
{
  g_signal_emit (self, signals[VISIBLE_CHANGED], 0);
}

void
telaah_text_view_emit_left (TelaahTextView *self)
{
  g_signal_emit (self, signals[PASSAGE_LEFT], 0);
}

void
telaah_text_view_emit_border (TelaahTextView *self,
                              const char     *passage,
                              TelaahSpan      span)
{
  g_signal_emit (self, signals[BORDER_MOVED], 0, passage, span.start, span.end);
}

void
telaah_text_view_emit_mark (TelaahTextView *self,
                            const char     *mark,
                            GdkRectangle   *area)
{
  g_signal_emit (self, signals[MARK_ACTIVATED], 0, mark, area);
}

/* Whether blank lines part the paragraphs: then no further room is needed between them. */
static gboolean
has_blank_lines (const char *body)
{
  guint n = 0, n_blank = 0;

  for (const char *p = body; (p = strchr (p, '\n')) != NULL; p++, n++)
    {
      const char *next = p + 1;

      while (*next == ' ' || *next == '\t')
        next++;
      n_blank += *next == '\n';
    }

  return n_blank * 8 > n;
}

/**
 * telaah_text_view_set_text:
 * @text: (nullable) (transfer none)
 *
 * Shows @text from its beginning; passages and marks are those of before until they are set, and so are sentences.
 */
void
telaah_text_view_set_text (TelaahTextView *self,
                           TelaahText     *text)
{
  const char *body = text != NULL ? telaah_text_get_body (text) : "";
  gsize n_bytes = text != NULL ? telaah_text_get_n_bytes (text) : 0;
  g_autoptr(GtkTextBuffer) buffer = NULL;
  g_autoptr(GtkTextBuffer) nothing = NULL;
  GtkTextIter start;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_text_view_stop_drag (self);
  telaah_text_view_end_cursor (self);
  g_clear_pointer (&self->display, telaah_display_text_free);
  if (text != NULL)
    telaah_text_ref (text);
  g_clear_pointer (&self->text, telaah_text_unref);
  self->text = text;
  if (text != NULL)
    self->display = telaah_display_text_new (body, n_bytes);

  buffer = gtk_text_buffer_new (telaah_text_view_get_tags (self));
  gtk_text_buffer_set_enable_undo (buffer, FALSE);
  if (text != NULL)
    gtk_text_buffer_set_text (buffer, telaah_display_text_get_body (self->display),
                              telaah_display_text_get_n_bytes (self->display));
  gtk_text_buffer_get_start_iter (buffer, &start);
  gtk_text_buffer_place_cursor (buffer, &start);

  /* Before the view has the text: each of these lays out all that it has. Not without any buffer: a view that was
   * scrolled falls over it. */
  nothing = gtk_text_buffer_new (telaah_text_view_get_tags (self));
  telaah_text_view_own_primary (self, FALSE);
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), nothing);
  if (self->vadjustment != NULL)
    gtk_adjustment_set_value (self->vadjustment, 0);
  if (self->spaced != has_blank_lines (body))
    {
      self->spaced = !self->spaced;
      telaah_text_view_measure_font (self);
    }
  if (self->height > 0 && n_bytes >= TELAAH_TEXT_VIEW_SHORT)
    gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self), telaah_text_view_bottom_margin (self, self->height));

  telaah_text_view_apply_marks (self, buffer);
  telaah_text_drawing_reset (self->drawing, gtk_text_buffer_get_line_count (buffer));
  gtk_text_view_set_buffer (GTK_TEXT_VIEW (self), buffer);
  telaah_text_view_own_primary (self, TRUE);
  telaah_text_view_follow_buffer (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * telaah_text_view_set_passages:
 * @passages: (nullable) (transfer none): of TelaahPassage, those of the text; followed from here on
 */
void
telaah_text_view_set_passages (TelaahTextView *self,
                               GListModel     *passages)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_highlights_set_model (self->highlights, passages);
}

/**
 * telaah_text_view_set_header:
 * @header: (nullable): what stands above the text, as wide as its column, and scrolls with it
 */
void
telaah_text_view_set_header (TelaahTextView *self,
                             GtkWidget      *header)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  g_clear_pointer (&self->header, gtk_widget_unparent);
  self->header = header;
  if (header != NULL)
    gtk_widget_set_parent (header, GTK_WIDGET (self));
}

void
telaah_text_view_set_color_func (TelaahTextView  *self,
                                 TelaahColorFunc  func,
                                 gpointer         user_data,
                                 GDestroyNotify   destroy)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_colors_set_func (self->colors, func, user_data, destroy);
  telaah_text_view_forget_drawing (self);
}

/* The function would answer otherwise now. A change of style needs no word of it. */
void
telaah_text_view_colors_changed (TelaahTextView *self)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  telaah_colors_forget (self->colors);
  telaah_text_view_style_marks (self);
  telaah_text_view_forget_drawing (self);
}

void
telaah_text_view_set_name_func (TelaahTextView *self,
                                TelaahNameFunc  func,
                                gpointer        user_data,
                                GDestroyNotify  destroy)
{
  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (self->name_destroy != NULL)
    self->name_destroy (self->name_data);

  self->name_func = func;
  self->name_data = user_data;
  self->name_destroy = destroy;
}
