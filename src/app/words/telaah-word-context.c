/* What stands before or after a word, as many whole words as there is room for. A label would cut the words themselves, and
 * fill a column with its dots.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-context.h"

#include <string.h>

struct _TelaahWordContext
{
  GtkWidget    parent_instance;

  gboolean     before;
  char        *text;
  PangoLayout *layout;    /* of what of it fits */
  int          width;     /* that it was fitted to; -1: none */
};

G_DEFINE_FINAL_TYPE (TelaahWordContext, telaah_word_context, GTK_TYPE_WIDGET)

/* Where in the bytes of the text the room ends that is left beside the word. */
static const char *
find_end (TelaahWordContext *self,
          int                full,
          int                width)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, 0);
  gboolean from_left = self->before == (line->resolved_dir == PANGO_DIRECTION_RTL);
  int index = 0, trailing = 0;

  pango_layout_line_x_to_index (line, (from_left ? width : full - width) * PANGO_SCALE, &index, &trailing);

  return self->text + index;
}

/* Where there is no blank, as in Chinese, between any two letters. */
static void
fit (TelaahWordContext *self,
     int                width)
{
  const char *end, *blank;
  int full;

  if (self->width == width)
    return;

  self->width = width;
  pango_layout_set_text (self->layout, self->text, -1);
  pango_layout_get_pixel_size (self->layout, &full, NULL);
  if (full <= width)
    return;

  end = find_end (self, full, width);
  blank = self->before ? strchr (end, ' ') : g_strrstr_len (self->text, end - self->text, " ");
  if (self->before)
    pango_layout_set_text (self->layout, blank != NULL && blank[1] != '\0' ? blank + 1
                                         : *end != '\0' ? g_utf8_next_char (end) : end, -1);
  else
    pango_layout_set_text (self->layout, self->text, blank != NULL && blank > self->text ? blank - self->text
                                                                                         : end - self->text);
}

/* ---- The widget ---- */

static void
telaah_word_context_measure (GtkWidget      *widget,
                             GtkOrientation  orientation,
                             int             for_size,
                             int            *minimum,
                             int            *natural,
                             int            *minimum_baseline,
                             int            *natural_baseline)
{
  TelaahWordContext *self = TELAAH_WORD_CONTEXT (widget);
  int height = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL)
    {
      pango_layout_get_pixel_size (self->layout, NULL, &height);
      *minimum_baseline = *natural_baseline = PANGO_PIXELS (pango_layout_get_baseline (self->layout));
    }

  /* As wide as its neighbour on the other side, whatever they hold: the word stays in the middle. */
  *minimum = *natural = height;
}

static void
telaah_word_context_snapshot (GtkWidget   *widget,
                              GtkSnapshot *snapshot)
{
  TelaahWordContext *self = TELAAH_WORD_CONTEXT (widget);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int width, x, height;
  GdkRGBA color;

  fit (self, gtk_widget_get_width (widget));
  pango_layout_get_pixel_size (self->layout, &width, &height);
  x = self->before != rtl ? gtk_widget_get_width (widget) - width : 0;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);

  /* Letters may reach below their line, but never into the word. */
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, -height, gtk_widget_get_width (widget), 3 * height));
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (x, (gtk_widget_get_height (widget) - height) / 2));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
telaah_word_context_css_changed (GtkWidget         *widget,
                                 GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (telaah_word_context_parent_class)->css_changed (widget, change);

  TELAAH_WORD_CONTEXT (widget)->width = -1;
  gtk_widget_queue_resize (widget);
}

static void
telaah_word_context_finalize (GObject *object)
{
  TelaahWordContext *self = TELAAH_WORD_CONTEXT (object);

  g_object_unref (self->layout);
  g_free (self->text);

  G_OBJECT_CLASS (telaah_word_context_parent_class)->finalize (object);
}

static void
telaah_word_context_class_init (TelaahWordContextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = telaah_word_context_finalize;
  widget_class->measure = telaah_word_context_measure;
  widget_class->snapshot = telaah_word_context_snapshot;
  widget_class->css_changed = telaah_word_context_css_changed;

  gtk_widget_class_set_css_name (widget_class, "wordcontext");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
telaah_word_context_init (TelaahWordContext *self)
{
  self->text = g_strdup ("");
  self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  pango_layout_set_single_paragraph_mode (self->layout, TRUE);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
}

GtkWidget *
telaah_word_context_new (gboolean before)
{
  TelaahWordContext *self = g_object_new (TELAAH_TYPE_WORD_CONTEXT, NULL);

  self->before = before;

  return GTK_WIDGET (self);
}

void
telaah_word_context_set_text (TelaahWordContext *self,
                              const char        *text)
{
  g_return_if_fail (TELAAH_IS_WORD_CONTEXT (self));

  g_free (self->text);
  self->text = g_strdup (text);
  self->width = -1;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
