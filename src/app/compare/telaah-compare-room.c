/* Where the parts of the view Compare stand: the bar on top, the page below it, the pane beside or over that.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-private.h"

/* How wide the pane is, and below what width of the whole it lies over the grid; in sizes of the font. */
#define PANE_WIDTH   23
#define LEAST_WIDTH  54

/* What is off for want of width comes back with it. */
static void
set_narrow (TelaahCompare *self,
            gboolean       narrow)
{
  if (self->narrow == narrow)
    return;

  self->narrow = narrow;

  if (narrow)
    {
      self->visible_when_wide = self->pane_visible;
      gtk_widget_add_css_class (GTK_WIDGET (self->pane), "over");
      telaah_compare_set_pane_visible (self, FALSE);
    }
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->pane), "over");
      telaah_compare_set_pane_visible (self, self->visible_when_wide || self->pane_visible);
    }
}

/* Pixels of so many sizes of the font. */
static int
get_ems (TelaahCompare *self,
         int            ems)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));

  return ems * pango_font_description_get_size (pango_context_get_font_description (context)) / PANGO_SCALE;
}

/* The measure() of the widget. */
void
telaah_compare_measure (GtkWidget      *widget,
                        GtkOrientation  orientation,
                        int             for_size,
                        int            *minimum,
                        int            *natural,
                        int            *minimum_baseline,
                        int            *natural_baseline)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  int pane_minimum, pane_natural, bar_minimum, bar_natural;

  gtk_widget_measure (self->bar, orientation, -1, &bar_minimum, &bar_natural, NULL, NULL);
  gtk_widget_measure (self->stack, orientation, -1, minimum, natural, NULL, NULL);
  gtk_widget_measure (GTK_WIDGET (self->pane), orientation, -1, &pane_minimum, &pane_natural, NULL, NULL);

  *minimum = MAX (*minimum, pane_minimum);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MAX (*minimum, bar_minimum);
      *natural = MAX (*natural + get_ems (self, PANE_WIDTH), bar_natural);
    }
  else
    {
      *minimum += bar_minimum;
      *natural = MAX (*natural + bar_natural, *minimum);
    }
}

/* The size_allocate() of the widget. */
void
telaah_compare_size_allocate (GtkWidget *widget,
                              int        width,
                              int        height,
                              int        baseline)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int rest = width, pane, top = 0;

  if (gtk_widget_should_layout (self->bar))
    {
      gtk_widget_measure (self->bar, GTK_ORIENTATION_VERTICAL, -1, NULL, &top, NULL, NULL);
      gtk_widget_size_allocate (self->bar, &(GtkAllocation) { 0, 0, width, top }, -1);
    }

  height -= top;
  set_narrow (self, width < get_ems (self, LEAST_WIDTH));

  if (gtk_widget_should_layout (GTK_WIDGET (self->pane)))
    {
      gtk_widget_measure (GTK_WIDGET (self->pane), GTK_ORIENTATION_HORIZONTAL, -1, &pane, NULL, NULL, NULL);
      pane = MIN (MAX (pane, get_ems (self, PANE_WIDTH)), width);
      gtk_widget_size_allocate (GTK_WIDGET (self->pane),
                                &(GtkAllocation) { mirrored ? 0 : width - pane, top, pane, height }, -1);
      rest = self->narrow ? width : width - pane;
    }

  gtk_widget_size_allocate (self->stack, &(GtkAllocation) { mirrored ? width - rest : 0, top, rest, height }, -1);
  gtk_popover_present (GTK_POPOVER (self->menu));
}
