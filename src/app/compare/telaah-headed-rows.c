/* A long list of rows with whatever stands over and under it, scrolled as one: as a viewport would, but with only as
 * many rows as are in sight. The list is as high as we are; it slides up below the head, scrolls once the head is gone,
 * and slides on when the foot comes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-headed-rows-private.h"

#include <math.h>

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahHeadedRows, telaah_headed_rows, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_HEAD, PROP_FOOT, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };

/* ---- Places ---- */

static double
get_value (TelaahHeadedRows *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int height = 0;

  if (widget != NULL && gtk_widget_should_layout (widget))
    gtk_widget_measure (widget, GTK_ORIENTATION_VERTICAL, width, &height, NULL, NULL, NULL);

  return height;
}

/* How far up the list has slid beyond what it can scroll, when one is at @value. */
static double
get_excess (TelaahHeadedRows *self,
            double            value)
{
  double room = MAX (0, telaah_row_view_get_extent (self->view) - gtk_widget_get_height (GTK_WIDGET (self)));

  return MAX (0, value - self->head_height - room);
}

static void
telaah_headed_rows_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (widget);
  GtkWidget *const parts[] = { GTK_WIDGET (self->view), self->head, self->foot };

  *minimum = *natural = 0;
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      int part_minimum = 0, part_natural = 0;

      if (parts[i] != NULL)
        gtk_widget_measure (parts[i], orientation, i > 0 ? for_size : -1, &part_minimum, &part_natural, NULL, NULL);
      *minimum = MAX (*minimum, part_minimum);
      *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? MAX (*natural, part_natural) : *natural + part_natural;
    }

  if (orientation == GTK_ORIENTATION_VERTICAL)
    *minimum = 0;
}

static void
configure (TelaahHeadedRows *self,
           GtkOrientation    orientation,
           double            value,
           double            upper,
           double            page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment == NULL)
    return;

  self->configuring = TRUE;
  gtk_adjustment_configure (adjustment, value, 0, MAX (upper, page), page * 0.1, page * 0.9, page);
  self->configuring = FALSE;
}

/* Returns: @value, where rows that came into sight turned out to be of other heights than had been guessed */
static double
set_inner (TelaahHeadedRows *self,
           double            value)
{
  double excess = get_excess (self, value);

  self->configuring = TRUE;
  gtk_adjustment_set_value (self->inner, MAX (0, value - excess - self->head_height));
  self->configuring = FALSE;

  return value > self->head_height ? self->head_height + gtk_adjustment_get_value (self->inner) + excess : value;
}

/* What is in sight of the list stays there when the head grows above it; so does the foot while one works there. */
static double
keep_place (TelaahHeadedRows *self,
            double            value,
            int               head_before)
{
  double before = head_before + self->extent, after = self->head_height + telaah_row_view_get_extent (self->view);

  if (self->foot != NULL && gtk_widget_get_focus_child (GTK_WIDGET (self)) == self->foot && before > 0)
    return value + after - before;

  return value > head_before ? value + self->head_height - head_before : value;
}

static void
allocate_part (GtkWidget *part,
               double     y,
               int        width,
               int        height)
{
  if (part != NULL && gtk_widget_should_layout (part))
    gtk_widget_size_allocate (part, &(GtkAllocation) { 0, y, width, height }, -1);
}

static void
telaah_headed_rows_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (widget);
  int before = self->head_height;
  double value, foot;

  self->head_height = measure_height (self->head, width);
  self->foot_height = measure_height (self->foot, width);

  /* The list first: how high it is shows only then, and with it how far down one can be. */
  allocate_part (GTK_WIDGET (self->view), 0, width, height);
  value = keep_place (self, get_value (self), before);
  foot = self->head_height + telaah_row_view_get_extent (self->view);
  value = round (CLAMP (value, 0, MAX (0, foot + self->foot_height - height)));
  value = set_inner (self, value);
  self->extent = telaah_row_view_get_extent (self->view);
  foot = self->head_height + self->extent;

  allocate_part (self->head, -value, width, self->head_height);
  allocate_part (GTK_WIDGET (self->view), MAX (0, self->head_height - value) - get_excess (self, value), width, height);
  allocate_part (self->foot, foot - value, width, self->foot_height);

  configure (self, GTK_ORIENTATION_HORIZONTAL, 0, width, width);
  configure (self, GTK_ORIENTATION_VERTICAL, value, foot + self->foot_height, height);
}

static void
value_changed_cb (TelaahHeadedRows *self)
{
  if (!self->configuring)
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* A key has gone to a row that the list had to scroll for. */
static void
inner_changed_cb (TelaahHeadedRows *self)
{
  double value = gtk_adjustment_get_value (self->inner), now = get_value (self);
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  if (self->configuring || adjustment == NULL || value == MAX (0, now - get_excess (self, now) - self->head_height))
    return;

  if (value > 0 || now > self->head_height)
    {
      double upper = self->head_height + telaah_row_view_get_extent (self->view) + self->foot_height;

      configure (self, GTK_ORIENTATION_VERTICAL, self->head_height + value, upper,
                 gtk_adjustment_get_page_size (adjustment));
    }
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* ---- The widget ---- */

static void
telaah_headed_rows_root (GtkWidget *widget)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (widget);

  GTK_WIDGET_CLASS (telaah_headed_rows_parent_class)->root (widget);

  self->root = gtk_widget_get_root (widget);
  g_signal_connect_swapped (self->root, "notify::focus-widget", G_CALLBACK (telaah_headed_rows_follow_focus), self);
}

static void
telaah_headed_rows_unroot (GtkWidget *widget)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (widget);

  g_signal_handlers_disconnect_by_func (self->root, telaah_headed_rows_follow_focus, self);
  self->root = NULL;

  GTK_WIDGET_CLASS (telaah_headed_rows_parent_class)->unroot (widget);
}

static void
set_adjustment (TelaahHeadedRows *self,
                GtkOrientation    orientation,
                GtkAdjustment    *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_func (*slot, value_changed_cb, self);
  g_set_object (slot, adjustment);

  if (adjustment != NULL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
}

static void
set_head (TelaahHeadedRows *self,
          GtkWidget        *head)
{
  g_clear_pointer (&self->head, gtk_widget_unparent);
  self->head = head;
  if (head != NULL)
    gtk_widget_insert_before (head, GTK_WIDGET (self), GTK_WIDGET (self->view));
}

static void
set_foot (TelaahHeadedRows *self,
          GtkWidget        *foot)
{
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  self->foot = foot;
  if (foot != NULL)
    gtk_widget_insert_after (foot, GTK_WIDGET (self), GTK_WIDGET (self->view));
}

static void
telaah_headed_rows_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (object);

  switch (prop_id)
    {
    case PROP_HEAD:
      g_value_set_object (value, self->head);
      break;

    case PROP_FOOT:
      g_value_set_object (value, self->foot);
      break;

    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_headed_rows_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (object);

  switch (prop_id)
    {
    case PROP_HEAD:
      set_head (self, g_value_get_object (value));
      break;

    case PROP_FOOT:
      set_foot (self, g_value_get_object (value));
      break;

    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_headed_rows_dispose (GObject *object)
{
  TelaahHeadedRows *self = TELAAH_HEADED_ROWS (object);

  telaah_headed_rows_forget_reveal (self);
  g_clear_weak_pointer (&self->revealed);
  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  if (self->inner != NULL)
    g_signal_handlers_disconnect_by_data (self->inner, self);
  g_clear_object (&self->inner);
  g_clear_pointer (&self->head, gtk_widget_unparent);
  g_clear_pointer (&self->foot, gtk_widget_unparent);
  if (self->view != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->view));
  self->view = NULL;

  G_OBJECT_CLASS (telaah_headed_rows_parent_class)->dispose (object);
}

static void
telaah_headed_rows_class_init (TelaahHeadedRowsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_headed_rows_get_property;
  object_class->set_property = telaah_headed_rows_set_property;
  object_class->dispose = telaah_headed_rows_dispose;

  widget_class->measure = telaah_headed_rows_measure;
  widget_class->size_allocate = telaah_headed_rows_size_allocate;
  widget_class->root = telaah_headed_rows_root;
  widget_class->unroot = telaah_headed_rows_unroot;

  g_object_class_install_property (object_class, PROP_HEAD,
                                   g_param_spec_object ("head", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_install_property (object_class, PROP_FOOT,
                                   g_param_spec_object ("foot", NULL, NULL, GTK_TYPE_WIDGET,
                                                        G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "headedrows");
}

static void
telaah_headed_rows_init (TelaahHeadedRows *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->view = TELAAH_ROW_VIEW (telaah_row_view_new ());
  self->inner = g_object_ref_sink (gtk_adjustment_new (0, 0, 0, 0, 0, 0));
  g_object_set (self->view, "vadjustment", self->inner, NULL);
  g_signal_connect_swapped (self->inner, "value-changed", G_CALLBACK (inner_changed_cb), self);
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
}

GtkWidget *
telaah_headed_rows_get_head (TelaahHeadedRows *self)
{
  g_return_val_if_fail (TELAAH_IS_HEADED_ROWS (self), NULL);

  return self->head;
}

/* Its items, funcs and signals are for who uses us. */
TelaahRowView *
telaah_headed_rows_get_view (TelaahHeadedRows *self)
{
  g_return_val_if_fail (TELAAH_IS_HEADED_ROWS (self), NULL);

  return self->view;
}

void
telaah_headed_rows_go_to_top (TelaahHeadedRows *self)
{
  g_return_if_fail (TELAAH_IS_HEADED_ROWS (self));

  telaah_headed_rows_forget_reveal (self);
  telaah_row_view_go_to_top (self->view);
  if (self->adjustments[GTK_ORIENTATION_VERTICAL] != NULL)
    gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL], 0);
}
