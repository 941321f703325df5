/* The mark of a cell's status, ● ◐ ○ ◌, drawn, so that no font can lack it; and its word.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-status-mark.h"

#include <glib/gi18n.h>

/* Of the size of the type beside it; 12 pixels at the usual one. */
#define SHARE 0.82

struct _TelaahStatusMark
{
  GtkWidget    parent_instance;

  TelaahStatus status;
};

G_DEFINE_FINAL_TYPE (TelaahStatusMark, telaah_status_mark, GTK_TYPE_WIDGET)

static int
get_size (GtkWidget *widget)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  int type = pango_font_description_get_size (pango_context_get_font_description (context));

  return MAX (12, (int) (SHARE * type / PANGO_SCALE));
}

static void
telaah_status_mark_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  *minimum = *natural = get_size (widget);
}

static void
telaah_status_mark_snapshot (GtkWidget   *widget,
                             GtkSnapshot *snapshot)
{
  GdkRGBA color;
  int size = get_size (widget);
  float x = (gtk_widget_get_width (widget) - size) / 2.0;
  float y = (gtk_widget_get_height (widget) - size) / 2.0;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  telaah_status_mark_draw (snapshot, TELAAH_STATUS_MARK (widget)->status,
                           &GRAPHENE_RECT_INIT (x, y, size, size), &color);
}

static void
telaah_status_mark_class_init (TelaahStatusMarkClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = telaah_status_mark_measure;
  widget_class->snapshot = telaah_status_mark_snapshot;

  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
telaah_status_mark_init (TelaahStatusMark *self)
{
}

GtkWidget *
telaah_status_mark_new (TelaahStatus status)
{
  TelaahStatusMark *self = g_object_new (TELAAH_TYPE_STATUS_MARK, NULL);

  self->status = status;

  return GTK_WIDGET (self);
}

void
telaah_status_mark_draw (GtkSnapshot           *snapshot,
                         TelaahStatus           status,
                         const graphene_rect_t *box,
                         const GdkRGBA         *color)
{
  float stroke = MAX (1, box->size.width / 8);
  float radius = box->size.width / 2 - stroke;
  double dash = 2 * G_PI * radius / 16;
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, box);

  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, stroke);
  cairo_translate (cr, box->origin.x + box->size.width / 2, box->origin.y + box->size.height / 2);

  if (status == TELAAH_STATUS_UNREAD)
    cairo_set_dash (cr, &dash, 1, 0);

  /* The colour may be translucent: nothing is painted twice. */
  if (status == TELAAH_STATUS_TREATED)
    {
      cairo_arc (cr, 0, 0, radius + stroke / 2, 0, 2 * G_PI);
      cairo_fill (cr);
    }
  else
    {
      cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
      cairo_stroke (cr);
    }

  if (status == TELAAH_STATUS_IMPLICIT)
    {
      cairo_arc (cr, 0, 0, radius - stroke / 2, G_PI / 2, 3 * G_PI / 2);
      cairo_fill (cr);
    }

  cairo_destroy (cr);
}

/* Translated; with it no status is told by its mark or a colour alone. */
const char *
telaah_status_get_word (TelaahStatus status)
{
  switch (status)
    {
    case TELAAH_STATUS_TREATED:
      return _("Treated");

    case TELAAH_STATUS_IMPLICIT:
      return _("Implicit");

    case TELAAH_STATUS_SILENT:
      return _("Silent");

    case TELAAH_STATUS_UNREAD:
    default:
      return _("Not yet read");
    }
}
