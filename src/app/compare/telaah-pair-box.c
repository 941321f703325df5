/* Two things side by side where there is room for both, else one below the other.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-pair-box.h"

/* The least width of one of them beside the other, in sizes of the font; pixels between them. */
#define LEAST_EMS 17
#define SPACING   9

struct _TelaahPairLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TelaahPairLayout, telaah_pair_layout, GTK_TYPE_LAYOUT_MANAGER)

struct _TelaahPairBox
{
  GtkWidget parent_instance;
};

static void buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahPairBox, telaah_pair_box, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, buildable_init))

static GtkBuildableIface *parent_buildable;

/* ---- The layout ---- */

static guint
count (GtkWidget *widget)
{
  guint n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += gtk_widget_should_layout (child);

  return n;
}

static gboolean
is_wide (GtkWidget *widget,
         int        width)
{
  PangoContext *context = gtk_widget_get_pango_context (widget);
  int em = pango_font_description_get_size (pango_context_get_font_description (context)) / PANGO_SCALE;
  guint n = count (widget);

  return n > 1 && width >= (int) n * LEAST_EMS * em;
}

static GtkSizeRequestMode
telaah_pair_layout_get_request_mode (GtkLayoutManager *layout,
                                     GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
telaah_pair_layout_measure (GtkLayoutManager *layout,
                            GtkWidget        *widget,
                            GtkOrientation    orientation,
                            int               for_size,
                            int              *minimum,
                            int              *natural,
                            int              *minimum_baseline,
                            int              *natural_baseline)
{
  gboolean wide = orientation == GTK_ORIENTATION_VERTICAL && is_wide (widget, for_size);
  guint n = count (widget);
  int each = wide ? (for_size - SPACING * ((int) n - 1)) / (int) n : for_size;
  gboolean first = TRUE;

  *minimum = *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, orientation == GTK_ORIENTATION_VERTICAL ? each : -1,
                          &child_minimum, &child_natural, NULL, NULL);
      if (wide || orientation == GTK_ORIENTATION_HORIZONTAL)
        {
          *minimum = MAX (*minimum, child_minimum);
          *natural = MAX (*natural, child_natural);
        }
      else
        {
          *minimum += child_minimum + (first ? 0 : SPACING);
          *natural += child_natural + (first ? 0 : SPACING);
        }
      first = FALSE;
    }
}

static void
telaah_pair_layout_allocate (GtkLayoutManager *layout,
                             GtkWidget        *widget,
                             int               width,
                             int               height,
                             int               baseline)
{
  gboolean wide = is_wide (widget, width), mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  guint n = MAX (1, count (widget)), i = 0;
  int each = wide ? (width - SPACING * ((int) n - 1)) / (int) n : width, y = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_height = height, x = 0;

      if (!gtk_widget_should_layout (child))
        continue;

      if (wide)
        x = (mirrored ? n - 1 - i : i) * (each + SPACING);
      else
        gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, each, NULL, &child_height, NULL, NULL);

      gtk_widget_size_allocate (child, &(GtkAllocation) { x, y, each, child_height }, -1);
      y += wide ? 0 : child_height + SPACING;
      i++;
    }
}

static void
telaah_pair_layout_class_init (TelaahPairLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = telaah_pair_layout_get_request_mode;
  layout_class->measure = telaah_pair_layout_measure;
  layout_class->allocate = telaah_pair_layout_allocate;
}

static void
telaah_pair_layout_init (TelaahPairLayout *self)
{
}

/* ---- The widget ---- */

static void
add_child (GtkBuildable *buildable,
           GtkBuilder   *builder,
           GObject      *child,
           const char   *type)
{
  if (GTK_IS_WIDGET (child))
    gtk_widget_set_parent (GTK_WIDGET (child), GTK_WIDGET (buildable));
  else
    parent_buildable->add_child (buildable, builder, child, type);
}

static void
buildable_init (GtkBuildableIface *iface)
{
  parent_buildable = g_type_interface_peek_parent (iface);
  iface->add_child = add_child;
}

static void
telaah_pair_box_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_pair_box_parent_class)->dispose (object);
}

static void
telaah_pair_box_class_init (TelaahPairBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = telaah_pair_box_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), TELAAH_TYPE_PAIR_LAYOUT);
}

static void
telaah_pair_box_init (TelaahPairBox *self)
{
}
