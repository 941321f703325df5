/* A picture of the comparison on the screen. What is in sight is drawn with cairo and kept as one render node; the place
 * that one has gone to has a child of its own for the focus and the screen reader.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-picture-canvas-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahPictureCanvas, telaah_picture_canvas, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };
enum { ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_picture_canvas_redraw (TelaahPictureCanvas *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* ---- Size ---- */

/* Of text, in pixels. */
static double
get_size (TelaahPictureCanvas *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  PangoFontDescription *font = pango_context_get_font_description (context);
  double size = (double) pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    size *= pango_cairo_context_get_resolution (context) / 72;

  return MAX (size, 6);
}

static void
lay_out (TelaahPictureCanvas *self,
         int                  width)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  if (self->laid_out_width == width)
    return;

  telaah_picture_lay_out (self->picture, width,
                          pango_font_description_get_family (pango_context_get_font_description (context)),
                          get_size (self));
  self->laid_out_width = width;
  telaah_picture_canvas_redraw (self);
}

static void
telaah_picture_canvas_measure (GtkWidget      *widget,
                               GtkOrientation  orientation,
                               int             for_size,
                               int            *minimum,
                               int            *natural,
                               int            *minimum_baseline,
                               int            *natural_baseline)
{
  double size = get_size (TELAAH_PICTURE_CANVAS (widget));

  *minimum = 6 * size;
  *natural = (orientation == GTK_ORIENTATION_HORIZONTAL ? 50 : 30) * size;
}

static void
allocate_ring (TelaahPictureCanvas *self)
{
  GdkRectangle bounds;

  telaah_picture_canvas_get_bounds (self, self->place, &bounds);
  gtk_widget_measure (self->rings[self->ring], GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->rings[self->ring], &bounds, -1);
}

static void
telaah_picture_canvas_size_allocate (GtkWidget *widget,
                                     int        width,
                                     int        height,
                                     int        baseline)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (widget);
  double across, down;

  if (self->picture == NULL)
    return;

  lay_out (self, width);
  telaah_picture_measure (self->picture, &across, &down);

  telaah_picture_canvas_configure (self, across, down);

  telaah_picture_canvas_redraw (self);
  if (self->has_place)
    allocate_ring (self);
}

/* ---- Drawing ---- */

static void
draw (TelaahPictureCanvas *self,
      cairo_t             *cr,
      int                  width,
      int                  height)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  const TelaahPalette palette = { adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style) };

  telaah_picture_draw (self->picture, cr, palette,
                       floor (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_HORIZONTAL])),
                       floor (gtk_adjustment_get_value (self->adjustments[GTK_ORIENTATION_VERTICAL])), width, height);
}

static void
telaah_picture_canvas_snapshot (GtkWidget   *widget,
                                GtkSnapshot *snapshot)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (widget);
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  double left, top;

  if (self->picture == NULL || self->laid_out_width == 0)
    return;

  if (self->node == NULL)
    {
      cairo_t *cr;

      self->node = gsk_cairo_node_new (&GRAPHENE_RECT_INIT (0, 0, width, height));
      cr = gsk_cairo_node_get_draw_context (self->node);
      draw (self, cr, width, height);
      cairo_destroy (cr);
    }
  gtk_snapshot_append_node (snapshot, self->node);

  if (!self->has_place)
    return;

  telaah_picture_get_heads (self->picture, &left, &top);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (left, top, MAX (width - left, 0), MAX (height - top, 0)));
  gtk_widget_snapshot_child (widget, self->rings[self->ring], snapshot);
  gtk_snapshot_pop (snapshot);
}

static void
telaah_picture_canvas_css_changed (GtkWidget         *widget,
                                   GtkCssStyleChange *change)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (widget);
  guint serial;

  GTK_WIDGET_CLASS (telaah_picture_canvas_parent_class)->css_changed (widget, change);

  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (serial != self->font_serial)
    {
      self->font_serial = serial;
      self->laid_out_width = 0;
      gtk_widget_queue_resize (widget);
    }
}

/* ---- The place ---- */

/* The same point and source, or theme, in another picture. */
static gboolean
find_again (TelaahPicture      *picture,
            const char         *row,
            const char         *column,
            TelaahPicturePlace *place)
{
  for (int i = 0; i < telaah_picture_get_n_rows (picture); i++)
    {
      TelaahPicturePlace at = { i, -1 };
      int n = telaah_picture_get_n_columns (picture, i);

      if (g_strcmp0 (telaah_picture_get_row (picture, at), row) != 0)
        continue;

      if (telaah_picture_get_kind (picture) == TELAAH_PICTURE_PORTRAITS)
        {
          if (g_strcmp0 (telaah_picture_get_column (picture, at), column) != 0)
            continue;

          *place = (TelaahPicturePlace) { i, MIN (place->column, n - 1) };
          return TRUE;
        }

      for (at.column = 0; at.column < n; at.column++)
        if (g_strcmp0 (telaah_picture_get_column (picture, at), column) == 0)
          {
            *place = at;
            return TRUE;
          }
    }

  return FALSE;
}

static gboolean
find_first (TelaahPicture      *picture,
            TelaahPicturePlace *place)
{
  gboolean portraits = telaah_picture_get_kind (picture) == TELAAH_PICTURE_PORTRAITS;

  *place = (TelaahPicturePlace) { 0, portraits ? -1 : 0 };

  return telaah_picture_get_n_rows (picture) > 0 && (portraits || telaah_picture_get_n_columns (picture, 0) > 0);
}

static void
tell_place (TelaahPictureCanvas *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (self->rings); i++)
    {
      gboolean on = self->has_place && i == self->ring;

      gtk_widget_set_visible (self->rings[i], on);
      gtk_widget_set_focusable (self->rings[i], on);
    }

  if (self->has_place)
    {
      g_autofree char *words = telaah_picture_dup_words (self->picture, self->place);

      gtk_accessible_update_property (GTK_ACCESSIBLE (self->rings[self->ring]),
                                      GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
    }

  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- The widget ---- */

static gboolean
telaah_picture_canvas_query_tooltip (GtkWidget  *widget,
                                     int         x,
                                     int         y,
                                     gboolean    keyboard,
                                     GtkTooltip *tooltip)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (widget);
  g_autofree char *words = NULL;
  TelaahPicturePlace place;
  GdkRectangle bounds;

  if (keyboard)
    place = self->place;
  if (keyboard ? !self->has_place : !telaah_picture_canvas_find (self, x, y, &place))
    return FALSE;

  words = telaah_picture_dup_words (self->picture, place);
  telaah_picture_canvas_get_bounds (self, place, &bounds);
  gtk_tooltip_set_text (tooltip, words);
  gtk_tooltip_set_tip_area (tooltip, &bounds);

  return TRUE;
}

static gboolean
telaah_picture_canvas_grab_focus (GtkWidget *widget)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (widget);

  return self->has_place && gtk_widget_grab_focus (self->rings[self->ring]);
}

static void
telaah_picture_canvas_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[prop_id - PROP_HADJUSTMENT]);
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[prop_id - PROP_HSCROLL_POLICY]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_picture_canvas_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
    case PROP_VADJUSTMENT:
      telaah_picture_canvas_set_adjustment (self, prop_id - PROP_HADJUSTMENT, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
    case PROP_VSCROLL_POLICY:
      self->policies[prop_id - PROP_HSCROLL_POLICY] = g_value_get_enum (value);
      gtk_widget_queue_resize (GTK_WIDGET (self));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_picture_canvas_dispose (GObject *object)
{
  TelaahPictureCanvas *self = TELAAH_PICTURE_CANVAS (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->rings); i++)
    g_clear_pointer (&self->rings[i], gtk_widget_unparent);
  for (guint i = 0; i < G_N_ELEMENTS (self->adjustments); i++)
    g_clear_object (&self->adjustments[i]);
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->picture, telaah_picture_free);
  self->has_place = FALSE;

  G_OBJECT_CLASS (telaah_picture_canvas_parent_class)->dispose (object);
}

static void
telaah_picture_canvas_class_init (TelaahPictureCanvasClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_picture_canvas_get_property;
  object_class->set_property = telaah_picture_canvas_set_property;
  object_class->dispose = telaah_picture_canvas_dispose;

  widget_class->measure = telaah_picture_canvas_measure;
  widget_class->size_allocate = telaah_picture_canvas_size_allocate;
  widget_class->snapshot = telaah_picture_canvas_snapshot;
  widget_class->css_changed = telaah_picture_canvas_css_changed;
  widget_class->query_tooltip = telaah_picture_canvas_query_tooltip;
  widget_class->grab_focus = telaah_picture_canvas_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  telaah_picture_canvas_add_keys (widget_class);
  gtk_widget_class_set_activate_signal (widget_class, signals[ACTIVATED]);
  gtk_widget_class_set_css_name (widget_class, "picturecanvas");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
}

static void
telaah_picture_canvas_init (TelaahPictureCanvas *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  for (guint i = 0; i < G_N_ELEMENTS (self->rings); i++)
    {
      self->rings[i] = g_object_new (ADW_TYPE_BIN, "css-name", "picturecell", "can-target", FALSE, "visible", FALSE,
                                     "accessible-role", GTK_ACCESSIBLE_ROLE_GRID_CELL, NULL);
      gtk_widget_set_parent (self->rings[i], GTK_WIDGET (self));
    }

  telaah_picture_canvas_set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  telaah_picture_canvas_set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  telaah_picture_canvas_add_pointer (self);

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (telaah_picture_canvas_redraw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (telaah_picture_canvas_redraw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_picture_canvas_new (void)
{
  return g_object_new (TELAAH_TYPE_PICTURE_CANVAS, NULL);
}

/**
 * telaah_picture_canvas_take:
 * @picture: (nullable) (transfer full):
 *
 * One stays at the same point and source, or theme, where the new picture has them.
 */
void
telaah_picture_canvas_take (TelaahPictureCanvas *self,
                            TelaahPicture       *picture)
{
  g_autoptr(TelaahPicture) old = self->picture;
  gboolean same = old != NULL && picture != NULL && self->has_place &&
                  telaah_picture_get_kind (old) == telaah_picture_get_kind (picture);

  g_return_if_fail (TELAAH_IS_PICTURE_CANVAS (self));

  self->picture = picture;
  self->laid_out_width = 0;
  if (same)
    same = find_again (picture, telaah_picture_get_row (old, self->place),
                       telaah_picture_get_column (old, self->place), &self->place);
  self->has_place = same || (picture != NULL && find_first (picture, &self->place));

  telaah_picture_canvas_redraw (self);
  tell_place (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/* Returns: (nullable) (transfer none): */
TelaahPicture *
telaah_picture_canvas_get_picture (TelaahPictureCanvas *self)
{
  return self->picture;
}

/* Returns: whether there is any place to be at */
gboolean
telaah_picture_canvas_get_place (TelaahPictureCanvas *self,
                                 TelaahPicturePlace  *place)
{
  *place = self->place;

  return self->has_place;
}

/* Goes to @place, which is brought into view; the focus goes along. */
void
telaah_picture_canvas_go (TelaahPictureCanvas *self,
                          TelaahPicturePlace   place)
{
  gboolean focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  TelaahPictureArea area;

  g_return_if_fail (TELAAH_IS_PICTURE_CANVAS (self));

  if (self->picture == NULL || self->laid_out_width == 0 ||
      !telaah_picture_locate (self->picture, place, &area))
    return;

  self->place = place;
  self->has_place = TRUE;
  self->reveal = TRUE;
  self->ring = 1 - self->ring;
  gtk_widget_set_visible (self->rings[self->ring], TRUE);
  gtk_widget_set_focusable (self->rings[self->ring], TRUE);
  if (focus)
    gtk_widget_grab_focus (self->rings[self->ring]);
  tell_place (self);
}
