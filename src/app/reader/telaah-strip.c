/* The coding strip: rows of coloured segments where passages fall, and a frame round the part in sight that can be
 * moved by pointer and keys. The segments are one render node, found in a bucket per pixel, so that a hundred
 * thousand passages cost as much to draw as a hundred.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-strip-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define FRAME_OUTSET  3     /* of the frame round the track */
#define LEAST_FRAME   10
#define HEIGHT        34
#define TICKS_BELOW   2     /* the track */

G_DEFINE_FINAL_TYPE (TelaahStrip, telaah_strip, GTK_TYPE_WIDGET)

enum { GO, N_SIGNALS };

static guint signals[N_SIGNALS];

int
telaah_strip_get_track_width (TelaahStrip *self)
{
  return MAX (gtk_widget_get_width (GTK_WIDGET (self)) - 2 * TELAAH_STRIP_SIDE_MARGIN, 1);
}

static void
forget_segments (TelaahStrip *self)
{
  g_clear_pointer (&self->segments, gsk_render_node_unref);
  g_clear_pointer (&self->buckets, g_free);
  self->drawn_width = 0;
  telaah_strip_forget_ticks (self);
}

static void
passages_changed_cb (TelaahSpan span,
                     gpointer   user_data)
{
  TelaahStrip *self = TELAAH_STRIP (user_data);
  gboolean first = self->changed.start >= self->changed.end;

  self->changed = (TelaahSpan) {
    first ? span.start : MIN (span.start, self->changed.start), MAX (span.end, self->changed.end),
  };
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
telaah_strip_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  TelaahStrip *self = TELAAH_STRIP (widget);
  int top = (gtk_widget_get_height (widget) - TELAAH_STRIP_TRACK_HEIGHT) / 2;

  if (self->drawn_width != telaah_strip_get_track_width (self) || self->changed.start < self->changed.end)
    {
      g_clear_pointer (&self->segments, gsk_render_node_unref);
      self->segments = telaah_strip_draw_segments (self);
      self->drawn_width = telaah_strip_get_track_width (self);
    }

  gtk_widget_snapshot_child (widget, self->track, snapshot);
  if (self->segments != NULL)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (TELAAH_STRIP_SIDE_MARGIN, top));
      gtk_snapshot_append_node (snapshot, self->segments);
      gtk_snapshot_restore (snapshot);
    }
  gtk_widget_snapshot_child (widget, self->frame, snapshot);
  telaah_strip_snapshot_ticks (self, snapshot, top + TELAAH_STRIP_TRACK_HEIGHT + TICKS_BELOW);
}

static void
telaah_strip_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  *minimum = *natural = orientation == GTK_ORIENTATION_VERTICAL ? HEIGHT : 2 * TELAAH_STRIP_SIDE_MARGIN + 60;
}

/* The frame on the track: its left edge and its width. */
static void
place_frame (TelaahStrip *self,
             double      *left,
             double      *width)
{
  int track = telaah_strip_get_track_width (self);
  double scale = (double) track / MAX (self->length, 1);

  *width = MIN (MAX ((self->visible.end - self->visible.start) * scale, LEAST_FRAME), track);
  *left = CLAMP (self->visible.start * scale, 0, track - *width);
}

static void
allocate_child (GtkWidget *child,
                int        x,
                int        y,
                int        width,
                int        height)
{
  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, width, height }, -1);
}

static void
telaah_strip_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TelaahStrip *self = TELAAH_STRIP (widget);
  int side = TELAAH_STRIP_SIDE_MARGIN, high = TELAAH_STRIP_TRACK_HEIGHT, top = (height - high) / 2;
  double left, across;

  place_frame (self, &left, &across);
  allocate_child (self->track, side, top, telaah_strip_get_track_width (self), high);
  allocate_child (self->frame, side + round (left) - 1, top - FRAME_OUTSET, round (across) + 2,
                  high + 2 * FRAME_OUTSET);
}

/* Asks to begin at @offset, within what there is. */
static void
go (TelaahStrip *self,
    double       offset)
{
  guint shown = self->visible.end - self->visible.start;
  double last = self->length > shown ? self->length - shown : 0;

  g_signal_emit (self, signals[GO], 0, (guint) CLAMP (offset, 0, last));
}

static double
offset_at (TelaahStrip *self,
           double       x)    /* on the track */
{
  return x * self->length / telaah_strip_get_track_width (self);
}

/* On the frame the drag takes hold of it where it is; beside it, its middle comes under the pointer first. */
static void
drag_begin_cb (TelaahStrip *self,
               double       x,
               double       y)
{
  double left, width;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  place_frame (self, &left, &width);
  x -= TELAAH_STRIP_SIDE_MARGIN;

  if (x >= left && x < left + width)
    {
      self->grip = x - left;
      return;
    }

  self->grip = width / 2;
  go (self, offset_at (self, x - self->grip));
}

static void
drag_update_cb (TelaahStrip    *self,
                double          dx,
                double          dy,
                GtkGestureDrag *gesture)
{
  double x, y;

  gtk_gesture_drag_get_start_point (gesture, &x, &y);
  if (fabs (dx) >= 1)
    go (self, offset_at (self, x + dx - TELAAH_STRIP_SIDE_MARGIN - self->grip));
}

/* How far each key goes, in parts of what is in sight. */
static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  TelaahStrip *self = TELAAH_STRIP (widget);
  double shown = self->visible.end - self->visible.start;

  go (self, self->visible.start + g_variant_get_double (args) * shown);

  return TRUE;
}

static gboolean
home_or_end_cb (GtkWidget *widget,
                GVariant  *args,
                gpointer   user_data)
{
  TelaahStrip *self = TELAAH_STRIP (widget);

  go (self, g_variant_get_boolean (args) ? self->length : 0);

  return TRUE;
}

/* A screen reader hears of it as of a slider: how far into the source one is. */
static void
update_accessible (TelaahStrip *self)
{
  guint percent = self->length > 0 ? MIN ((guint64) self->visible.start * 100 / self->length, 100) : 0;
  g_autofree char *text = g_strdup_printf (_("%u %%"), percent);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MIN, 0.0,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_MAX, (double) self->length,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_NOW, (double) self->visible.start,
                                  GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT, text,
                                  -1);
}

static void
telaah_strip_dispose (GObject *object)
{
  TelaahStrip *self = TELAAH_STRIP (object);

  telaah_highlights_set_model (self->highlights, NULL);
  telaah_colors_set_func (self->colors, NULL, NULL, NULL);
  telaah_strip_set_row_func (self, NULL, NULL, NULL);
  g_clear_pointer (&self->track, gtk_widget_unparent);
  g_clear_pointer (&self->frame, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_strip_parent_class)->dispose (object);
}

static void
telaah_strip_finalize (GObject *object)
{
  TelaahStrip *self = TELAAH_STRIP (object);

  g_clear_pointer (&self->segments, gsk_render_node_unref);
  g_clear_pointer (&self->ticks, gsk_render_node_unref);
  g_clear_pointer (&self->hits, g_array_unref);
  g_free (self->buckets);
  g_array_unref (self->indices);
  telaah_highlights_free (self->highlights);
  telaah_colors_free (self->colors);

  G_OBJECT_CLASS (telaah_strip_parent_class)->finalize (object);
}

static void
telaah_strip_class_init (TelaahStripClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const struct { guint key, keypad; double parts; } keys[] = {
    { GDK_KEY_Left, GDK_KEY_KP_Left, -0.25 }, { GDK_KEY_Right, GDK_KEY_KP_Right, 0.25 },
    { GDK_KEY_Up, GDK_KEY_KP_Up, -0.25 }, { GDK_KEY_Down, GDK_KEY_KP_Down, 0.25 },
    { GDK_KEY_Page_Up, GDK_KEY_KP_Page_Up, -0.9 }, { GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down, 0.9 },
  };

  object_class->dispose = telaah_strip_dispose;
  object_class->finalize = telaah_strip_finalize;

  widget_class->measure = telaah_strip_measure;
  widget_class->size_allocate = telaah_strip_size_allocate;
  widget_class->snapshot = telaah_strip_snapshot;

  signals[GO] = g_signal_new ("go", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                              NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    {
      gtk_widget_class_add_binding (widget_class, keys[i].key, 0, key_cb, "d", keys[i].parts);
      gtk_widget_class_add_binding (widget_class, keys[i].keypad, 0, key_cb, "d", keys[i].parts);
    }
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Home, 0, home_or_end_cb, "b", FALSE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_End, 0, home_or_end_cb, "b", TRUE);

  gtk_widget_class_set_css_name (widget_class, "telaah-strip");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SLIDER);
}

static GtkWidget *
new_part (TelaahStrip *self,
          const char  *css_class)
{
  GtkWidget *part = g_object_new (GTK_TYPE_BOX, "css-name", css_class,
                                  "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION,
                                  "can-target", FALSE, NULL);

  gtk_widget_set_parent (part, GTK_WIDGET (self));

  return part;
}

static void
telaah_strip_init (TelaahStrip *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();

  self->colors = telaah_colors_new ();
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));
  self->highlights = telaah_highlights_new (passages_changed_cb, self);
  self->track = new_part (self, "track");
  self->frame = new_part (self, "frame");

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Place in the source"), -1);

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));

  g_signal_connect_object (style, "notify::dark",
                           G_CALLBACK (telaah_strip_colors_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast",
                           G_CALLBACK (telaah_strip_colors_changed), self, G_CONNECT_SWAPPED);

  update_accessible (self);
}

GtkWidget *
telaah_strip_new (void)
{
  return g_object_new (TELAAH_TYPE_STRIP, NULL);
}

void
telaah_strip_set_length (TelaahStrip *self,
                         guint        characters)
{
  g_return_if_fail (TELAAH_IS_STRIP (self));

  self->length = characters;
  update_accessible (self);
  forget_segments (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/**
 * telaah_strip_set_passages:
 * @passages: (nullable) (transfer none): of TelaahPassage; followed from here on
 */
void
telaah_strip_set_passages (TelaahStrip *self,
                           GListModel  *passages)
{
  g_return_if_fail (TELAAH_IS_STRIP (self));

  telaah_highlights_set_model (self->highlights, passages);
}

void
telaah_strip_set_visible (TelaahStrip *self,
                          TelaahSpan   visible)
{
  g_return_if_fail (TELAAH_IS_STRIP (self));

  if (visible.start == self->visible.start && visible.end == self->visible.end)
    return;

  self->visible = visible;
  update_accessible (self);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

void
telaah_strip_set_color_func (TelaahStrip     *self,
                             TelaahColorFunc  func,
                             gpointer         user_data,
                             GDestroyNotify   destroy)
{
  g_return_if_fail (TELAAH_IS_STRIP (self));

  telaah_colors_set_func (self->colors, func, user_data, destroy);
  forget_segments (self);
}

/* Without one a segment is in the lane of its passage. */
void
telaah_strip_set_row_func (TelaahStrip    *self,
                           TelaahRowFunc   func,
                           gpointer        user_data,
                           GDestroyNotify  destroy)
{
  g_return_if_fail (TELAAH_IS_STRIP (self));

  if (self->row_destroy != NULL)
    self->row_destroy (self->row_data);

  self->row_func = func;
  self->row_data = user_data;
  self->row_destroy = destroy;
  forget_segments (self);
}

/* The functions would answer otherwise now. A change of style needs no word of it. */
void
telaah_strip_colors_changed (TelaahStrip *self)
{
  g_return_if_fail (TELAAH_IS_STRIP (self));

  telaah_colors_forget (self->colors);
  forget_segments (self);
}
