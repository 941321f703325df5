/* One row of a TelaahRowView: the focus goes to the row first, then to what it holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-row.h"

struct _TelaahRow
{
  GtkWidget  parent_instance;

  GtkWidget *content;
};

G_DEFINE_FINAL_TYPE (TelaahRow, telaah_row, GTK_TYPE_WIDGET)

/* The row itself comes first, so that arrow keys go from row to row; Tab goes on to what it holds, and then out. */
static gboolean
telaah_row_focus (GtkWidget        *widget,
                  GtkDirectionType  direction)
{
  TelaahRow *self = TELAAH_ROW (widget);
  gboolean inside = gtk_widget_get_focus_child (widget) != NULL;
  gboolean tab = direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD;

  if (gtk_widget_is_focus (widget))
    return direction == GTK_DIR_TAB_FORWARD && gtk_widget_child_focus (self->content, direction);
  if (!inside)
    return gtk_widget_grab_focus (widget);
  if (gtk_widget_child_focus (self->content, direction))
    return TRUE;

  return tab && direction == GTK_DIR_TAB_BACKWARD && gtk_widget_grab_focus (widget);
}

static void
telaah_row_dispose (GObject *object)
{
  g_clear_pointer (&TELAAH_ROW (object)->content, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_row_parent_class)->dispose (object);
}

static void
telaah_row_class_init (TelaahRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_row_dispose;
  widget_class->focus = telaah_row_focus;

  gtk_widget_class_set_css_name (widget_class, "lazyrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_row_init (TelaahRow *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
}

GtkWidget *
telaah_row_new (GtkWidget *content)
{
  TelaahRow *self = g_object_new (TELAAH_TYPE_ROW, NULL);

  self->content = content;
  gtk_widget_set_parent (content, GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

GtkWidget *
telaah_row_get_content (TelaahRow *self)
{
  return self->content;
}

void
telaah_row_set_selected (TelaahRow *self,
                         gboolean   selected)
{
  if (selected)
    gtk_widget_set_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED, FALSE);
  else
    gtk_widget_unset_state_flags (GTK_WIDGET (self), GTK_STATE_FLAG_SELECTED);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
}

/* What a screen reader calls the row that holds @content. */
void
telaah_row_set_label (GtkWidget  *content,
                      const char *label)
{
  GtkWidget *row = gtk_widget_get_parent (content);

  if (TELAAH_IS_ROW (row))
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}
