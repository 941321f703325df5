/* Words with buttons behind them, or below them where there is little room.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-notice-layout.h"

/* Pixels. */
#define GAP   6
#define LEAST 170   /* of longer words, before the buttons make way */

struct _TelaahNoticeLayout
{
  GtkLayoutManager parent_instance;
};

G_DEFINE_FINAL_TYPE (TelaahNoticeLayout, telaah_notice_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_shown (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);

  return child;
}

#define each_button(child, widget) \
  (GtkWidget *child = next_shown (gtk_widget_get_next_sibling (gtk_widget_get_first_child (widget))); \
   child != NULL; child = next_shown (gtk_widget_get_next_sibling (child)))

static void
measure_words (GtkWidget *widget,
               int       *least,
               int       *natural)
{
  GtkWidget *words = gtk_widget_get_first_child (widget);
  int minimum;

  gtk_widget_measure (words, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, natural, NULL, NULL);
  *least = MAX (minimum, MIN (*natural, LEAST));
}

/* Returns: how wide the buttons are together; @height: the highest of them */
static int
measure_buttons (GtkWidget *widget,
                 int       *height)
{
  int width = 0;

  *height = 0;
  for each_button (child, widget)
    {
      int w, h;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &w, NULL, NULL);
      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, w, NULL, &h, NULL, NULL);
      width += (width > 0 ? GAP : 0) + w;
      *height = MAX (*height, h);
    }

  return width;
}

static int
measure_height (GtkWidget *widget,
                int        width)
{
  int least, natural, height, buttons_height;
  int buttons = measure_buttons (widget, &buttons_height);
  gboolean beside;

  measure_words (widget, &least, &natural);
  beside = width < 0 || width - buttons - GAP >= least;
  gtk_widget_measure (gtk_widget_get_first_child (widget), GTK_ORIENTATION_VERTICAL,
                      width < 0 ? -1 : beside ? width - buttons - GAP : MAX (width, least), &height, NULL, NULL, NULL);

  return beside ? MAX (height, buttons_height) : height + GAP + buttons_height;
}

static void
telaah_notice_layout_measure (GtkLayoutManager *manager,
                              GtkWidget        *widget,
                              GtkOrientation    orientation,
                              int               for_size,
                              int              *minimum,
                              int              *natural,
                              int              *minimum_baseline,
                              int              *natural_baseline)
{
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int least, words, height;
      int buttons = measure_buttons (widget, &height);

      measure_words (widget, &least, &words);
      *minimum = MAX (least, buttons);
      *natural = words + GAP + buttons;
    }
  else
    *minimum = *natural = measure_height (widget, for_size);
}

static void
place (GtkWidget     *widget,
       GtkWidget     *child,
       GtkAllocation  at,
       int            width)
{
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    at.x = width - at.x - at.width;

  gtk_widget_size_allocate (child, &at, -1);
}

static void
telaah_notice_layout_allocate (GtkLayoutManager *manager,
                               GtkWidget        *widget,
                               int               width,
                               int               height,
                               int               baseline)
{
  GtkWidget *words = gtk_widget_get_first_child (widget);
  int least, natural, row;
  int buttons = measure_buttons (widget, &row);
  int x = width - buttons;
  gboolean beside;

  measure_words (widget, &least, &natural);
  beside = x - GAP >= least;
  if (beside)
    place (widget, words, (GtkAllocation) { 0, 0, x - GAP, height }, width);
  else
    place (widget, words, (GtkAllocation) { 0, 0, width, height - row - GAP }, width);

  for each_button (child, widget)
    {
      int w;

      gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &w, NULL, NULL);
      place (widget, child, (GtkAllocation) { x, beside ? 0 : height - row, w, beside ? height : row }, width);
      x += w + GAP;
    }
}

static GtkSizeRequestMode
telaah_notice_layout_get_request_mode (GtkLayoutManager *manager,
                                       GtkWidget        *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
telaah_notice_layout_class_init (TelaahNoticeLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->measure = telaah_notice_layout_measure;
  layout_class->allocate = telaah_notice_layout_allocate;
  layout_class->get_request_mode = telaah_notice_layout_get_request_mode;
}

static void
telaah_notice_layout_init (TelaahNoticeLayout *self)
{
}

GtkLayoutManager *
telaah_notice_layout_new (void)
{
  return g_object_new (TELAAH_TYPE_NOTICE_LAYOUT, NULL);
}
