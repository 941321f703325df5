/* A passage in its text, on the wall: large type, the passage lit, what is around it beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-reading.h"

#include <glib/gi18n.h>

#include "app/seminar/telaah-seminar-type.h"
#include "app/telaah-color.h"

/* How wide a column may be, by the size of its type: some seventy letters. */
#define COLUMN   33.0

/* Between paragraphs and around them, by the size of the type. */
#define BETWEEN  0.7

/* The least and the largest of its sizes, by those of a card. */
#define SMALLEST 1.0
#define LARGEST  1.25
#define SIZES    8

/* How strong the tint under the passage is. */
#define TINT     0.2

struct _TelaahSeminarReading
{
  AdwBin     parent_instance;

  char      *words;
  TelaahSpan span;        /* bytes of words */
  char      *color;       /* #rrggbb */
  double     size;
  int        height;

  GtkWidget *scroller;
  GtkWidget *column;
  GtkWidget *name;
  GtkWidget *before;
  GtkWidget *paragraph;
  GtkWidget *after;
};

G_DEFINE_FINAL_TYPE (TelaahSeminarReading, telaah_seminar_reading, ADW_TYPE_BIN)

static void
insert (PangoAttrList  *attributes,
        PangoAttribute *attribute,
        TelaahSpan      span)
{
  attribute->start_index = span.start;
  attribute->end_index = span.end;
  pango_attr_list_insert (attributes, attribute);
}

/* A tint, and a line for those who do not see it. */
static void
light_passage (TelaahSeminarReading *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  g_autoptr(PangoAttrList) attributes = pango_attr_list_copy (gtk_label_get_attributes (GTK_LABEL (self->paragraph)));
  GdkRGBA color;
  guint16 r, g, b;

  telaah_color_for_style (self->color, adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), &color);
  r = (guint16) (color.red * G_MAXUINT16);
  g = (guint16) (color.green * G_MAXUINT16);
  b = (guint16) (color.blue * G_MAXUINT16);
  insert (attributes, pango_attr_background_new (r, g, b), self->span);
  insert (attributes, pango_attr_background_alpha_new ((guint16) (TINT * G_MAXUINT16)), self->span);
  insert (attributes, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), self->span);
  insert (attributes, pango_attr_underline_color_new (r, g, b), self->span);
  gtk_label_set_attributes (GTK_LABEL (self->paragraph), attributes);
}

static void
set_size (TelaahSeminarReading *self,
          double                size,
          int                   width)
{
  GtkWidget *const labels[] = { self->name, self->before, self->paragraph, self->after };
  const TelaahSeminarKind kinds[] = { TELAAH_SEMINAR_KIND_NAME, TELAAH_SEMINAR_KIND_QUOTE, TELAAH_SEMINAR_KIND_QUOTE,
                                      TELAAH_SEMINAR_KIND_QUOTE };
  int gap = (int) (BETWEEN * size);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autofree char *text = g_strdup (gtk_label_get_text (GTK_LABEL (labels[i])));

      telaah_seminar_type_set (labels[i], kinds[i], text, 0, size / 0.88);
    }
  gtk_box_set_spacing (GTK_BOX (self->column), gap);
  gtk_widget_set_size_request (self->column, MIN (width, (int) (COLUMN * size)), -1);
  gtk_widget_set_margin_top (self->column, gap);
  gtk_widget_set_margin_bottom (self->column, gap);
  light_passage (self);
  self->size = size;
}

/* @width, @height: of the whole screen; @scale: of text. As large as it goes without scrolling. */
void
telaah_seminar_reading_fit (TelaahSeminarReading *self,
                            int                   width,
                            int                   height,
                            double                scale)
{
  TelaahSeminarRoom room;
  double comfortable;

  g_return_if_fail (TELAAH_IS_SEMINAR_READING (self));

  telaah_seminar_type_get_room (width, height, scale, &room, &comfortable);
  gtk_widget_set_margin_start (self->column, (width - room.width) / 2);
  gtk_widget_set_margin_end (self->column, (width - room.width) / 2);
  for (guint i = 0; i <= SIZES; i++)
    {
      double largest = LARGEST * room.largest, smallest = SMALLEST * room.smallest;
      int tall, wide;

      set_size (self, largest - i * (largest - smallest) / SIZES, room.width);
      wide = MIN (room.width, (int) (COLUMN * self->size));
      gtk_widget_measure (self->column, GTK_ORIENTATION_VERTICAL, wide + width - room.width, &tall, NULL, NULL, NULL);
      if (tall <= height * 0.92)
        break;
    }
}

/* Where it is longer than the wall: by so many screens. */
void
telaah_seminar_reading_scroll (TelaahSeminarReading *self,
                               int                   pages)
{
  GtkAdjustment *adjustment;

  g_return_if_fail (TELAAH_IS_SEMINAR_READING (self));

  adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) +
                            pages * 0.8 * gtk_adjustment_get_page_size (adjustment));
}

static void
show_text (GtkWidget  *label,
           const char *text)
{
  gtk_label_set_text (GTK_LABEL (label), text != NULL ? text : "");
  gtk_widget_set_visible (label, text != NULL);
}

/* @color: of the passage's theme; @named: whether to say whose text it is. Its telaah_seminar_reading_fit() is to
 * follow. */
void
telaah_seminar_reading_show (TelaahSeminarReading     *self,
                             const TelaahSeminarPlace *place,
                             const char               *color,
                             gboolean                  named)
{
  g_autofree char *name = NULL;

  g_return_if_fail (TELAAH_IS_SEMINAR_READING (self));

  if (place->lost)
    name = g_strdup (_("The text has these words no more"));
  else if (named)
    name = place->section != NULL ? g_strdup_printf ("%s · §\u00a0%s", place->name, place->section)
                                  : g_strdup (place->name);

  g_free (self->words);
  self->words = g_strdup (place->words);
  self->span = place->span;
  g_free (self->color);
  self->color = g_strdup (color);
  show_text (self->name, name);
  show_text (self->before, place->before);
  show_text (self->paragraph, place->words);
  show_text (self->after, place->after);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)), 0);
}

static void
telaah_seminar_reading_finalize (GObject *object)
{
  TelaahSeminarReading *self = TELAAH_SEMINAR_READING (object);

  g_free (self->words);
  g_free (self->color);

  G_OBJECT_CLASS (telaah_seminar_reading_parent_class)->finalize (object);
}

static void
telaah_seminar_reading_class_init (TelaahSeminarReadingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_seminar_reading_finalize;
  gtk_widget_class_set_css_name (GTK_WIDGET_CLASS (klass), "seminarreading");
}

static GtkWidget *
add_label (TelaahSeminarReading *self,
           TelaahSeminarKind     kind,
           const char           *style_class)
{
  GtkWidget *label = telaah_seminar_type_label_new (kind);

  if (style_class != NULL)
    gtk_widget_add_css_class (label, style_class);
  gtk_box_append (GTK_BOX (self->column), label);

  return label;
}

static void
telaah_seminar_reading_init (TelaahSeminarReading *self)
{
  self->column = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_halign (self->column, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (self->column, GTK_ALIGN_CENTER);
  self->name = add_label (self, TELAAH_SEMINAR_KIND_NAME, NULL);
  self->before = add_label (self, TELAAH_SEMINAR_KIND_QUOTE, "passing");
  self->paragraph = add_label (self, TELAAH_SEMINAR_KIND_QUOTE, NULL);
  self->after = add_label (self, TELAAH_SEMINAR_KIND_QUOTE, "passing");

  /* What a screen reader is to say first. */
  gtk_widget_set_focusable (self->paragraph, TRUE);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->column);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
}
