/* A layout like words in a line. (libadwaita has one from 1.7 on.)
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-flow-layout.h"

struct _TelaahFlowLayout
{
  GtkLayoutManager parent_instance;

  int              column_spacing;
  int              row_spacing;
  int              natural_width;   /* 0: all in one line */
};

G_DEFINE_FINAL_TYPE (TelaahFlowLayout, telaah_flow_layout, GTK_TYPE_LAYOUT_MANAGER)

enum { PROP_0, PROP_COLUMN_SPACING, PROP_ROW_SPACING, PROP_NATURAL_WIDTH, N_PROPS };

static GParamSpec *properties[N_PROPS];

static int
measure_child (GtkWidget      *child,
               GtkOrientation  orientation,
               int             for_size,
               int            *minimum)
{
  int natural = 0;

  gtk_widget_measure (child, orientation, for_size, minimum, &natural, NULL, NULL);

  return natural;
}

/* The children from @first on that share a line of @width, with the height they take. */
static guint
fill_line (TelaahFlowLayout *self,
           GtkWidget        *first,
           int               width,
           int              *height,
           GtkWidget       **next)
{
  int x = 0;
  guint n = 0;

  *height = 0;
  *next = NULL;
  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;

      wanted = MIN (measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL), width);
      if (n > 0 && x + self->column_spacing + wanted > width)
        {
          *next = child;
          return n;
        }

      x += wanted + (n > 0 ? self->column_spacing : 0);
      *height = MAX (*height, measure_child (child, GTK_ORIENTATION_VERTICAL, wanted, NULL));
      n++;
    }

  return n;
}

static void
measure_width (TelaahFlowLayout *self,
               GtkWidget        *widget,
               int              *minimum,
               int              *natural)
{
  guint n = 0;

  *minimum = *natural = 0;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int least = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      *natural += measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &least);
      *natural += n++ > 0 ? self->column_spacing : 0;
      *minimum = MAX (*minimum, least);
    }

  if (self->natural_width > 0)
    *natural = CLAMP (*natural, *minimum, MAX (*minimum, self->natural_width));
}

static void
telaah_flow_layout_measure (GtkLayoutManager *manager,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  TelaahFlowLayout *self = TELAAH_FLOW_LAYOUT (manager);
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int total = 0, height;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_width (self, widget, minimum, natural);
      return;
    }

  if (for_size < 0)
    for_size = G_MAXINT / 2;
  if (self->natural_width > 0)
    for_size = MIN (for_size, self->natural_width);

  while (child != NULL && fill_line (self, child, for_size, &height, &child) > 0)
    total += height + (total > 0 ? self->row_spacing : 0);

  *minimum = *natural = total;
}

static void
telaah_flow_layout_allocate (GtkLayoutManager *manager,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  TelaahFlowLayout *self = TELAAH_FLOW_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkWidget *child = gtk_widget_get_first_child (widget), *next;
  int y = 0, line;

  for (; child != NULL && fill_line (self, child, width, &line, &next) > 0; child = next)
    {
      int x = 0;

      for (; child != next; child = gtk_widget_get_next_sibling (child))
        {
          int least, wanted;

          if (!gtk_widget_should_layout (child))
            continue;

          wanted = measure_child (child, GTK_ORIENTATION_HORIZONTAL, -1, &least);
          wanted = MAX (MIN (wanted, width), least);
          gtk_widget_size_allocate (child, &(GtkAllocation) { mirrored ? width - x - wanted : x, y, wanted, line }, -1);
          x += wanted + self->column_spacing;
        }
      y += line + self->row_spacing;
    }
}

static GtkSizeRequestMode
telaah_flow_layout_get_request_mode (GtkLayoutManager *manager,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
telaah_flow_layout_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TelaahFlowLayout *self = TELAAH_FLOW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_COLUMN_SPACING:
      g_value_set_int (value, self->column_spacing);
      break;

    case PROP_ROW_SPACING:
      g_value_set_int (value, self->row_spacing);
      break;

    case PROP_NATURAL_WIDTH:
      g_value_set_int (value, self->natural_width);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_flow_layout_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TelaahFlowLayout *self = TELAAH_FLOW_LAYOUT (object);

  switch (prop_id)
    {
    case PROP_COLUMN_SPACING:
      self->column_spacing = g_value_get_int (value);
      break;

    case PROP_ROW_SPACING:
      self->row_spacing = g_value_get_int (value);
      break;

    case PROP_NATURAL_WIDTH:
      self->natural_width = g_value_get_int (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (self));
}

static void
telaah_flow_layout_class_init (TelaahFlowLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = telaah_flow_layout_get_property;
  object_class->set_property = telaah_flow_layout_set_property;

  manager_class->get_request_mode = telaah_flow_layout_get_request_mode;
  manager_class->measure = telaah_flow_layout_measure;
  manager_class->allocate = telaah_flow_layout_allocate;

  properties[PROP_COLUMN_SPACING] =
    g_param_spec_int ("column-spacing", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROW_SPACING] =
    g_param_spec_int ("row-spacing", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);
  properties[PROP_NATURAL_WIDTH] =
    g_param_spec_int ("natural-width", NULL, NULL, 0, G_MAXINT16, 0, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
telaah_flow_layout_init (TelaahFlowLayout *self)
{
}
