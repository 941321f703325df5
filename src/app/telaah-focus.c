/* Going by key through a widget that has other widgets in it, and gives one of them the focus that it is asked to take.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-focus.h"

static gboolean
is_backward (GtkWidget        *widget,
             GtkDirectionType  direction)
{
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;

  return direction == GTK_DIR_TAB_BACKWARD || direction == GTK_DIR_UP
         || direction == (rtl ? GTK_DIR_RIGHT : GTK_DIR_LEFT);
}

/* Whether the children lie that way. Arrows do not leave a column for its side. */
static gboolean
lies_along (GtkWidget        *widget,
            GtkDirectionType  direction)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (widget);
  gboolean upright = direction == GTK_DIR_UP || direction == GTK_DIR_DOWN;

  if (direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD)
    return TRUE;

  return GTK_IS_ORIENTABLE (layout)
         && upright == (gtk_orientable_get_orientation (GTK_ORIENTABLE (layout)) == GTK_ORIENTATION_VERTICAL);
}

/**
 * telaah_focus_through:
 *
 * For GtkWidgetClass.focus of every widget that is not focused itself and has a GtkWidgetClass.grab_focus: child after
 * child. GTK's own would ask the widget to take the focus before it goes in, and again when it comes out backwards;
 * what stands before the child that the widget gives it to could not be reached, and from there one could not go back.
 *
 * Returns: whether the focus is in it now
 */
gboolean
telaah_focus_through (GtkWidget        *widget,
                      GtkDirectionType  direction)
{
  gboolean backward = is_backward (widget, direction);
  GtkWidget *child = gtk_widget_get_focus_child (widget);

  if (child != NULL && gtk_widget_child_focus (child, direction))
    return TRUE;
  if (child != NULL && !lies_along (widget, direction))
    return FALSE;

  if (child == NULL)
    child = backward ? gtk_widget_get_last_child (widget) : gtk_widget_get_first_child (widget);
  else
    child = backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child);

  for (; child != NULL; child = backward ? gtk_widget_get_prev_sibling (child) : gtk_widget_get_next_sibling (child))
    if (gtk_widget_get_mapped (child) && gtk_widget_child_focus (child, direction))
      return TRUE;

  return FALSE;
}
