/* What one can do in the view Compare to points in a dialog: describe, merge, make of themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-point-dialog.h"
#include "app/compare/telaah-point-merge.h"
#include "app/compare/telaah-point-themes.h"

static GtkWindow *
get_window (TelaahCompare *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  return GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
}

static void
details_action (GtkWidget  *widget,
                const char *name,
                GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  const char *point = telaah_grid_get_point (self->grid);

  if (point != NULL && telaah_compare_flush (self))
    gtk_window_present (GTK_WINDOW (telaah_point_dialog_new (get_window (self), self->session, point)));
}

static void
merge_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autoptr(GPtrArray) points = telaah_grid_dup_points (self->grid);
  TelaahPointMerge *dialog;

  if (!telaah_compare_flush (self))
    return;

  g_ptr_array_add (points, NULL);
  dialog = telaah_point_merge_new (get_window (self), self->session, (const char *const *) points->pdata);
  g_signal_connect_object (dialog, "done", G_CALLBACK (telaah_compare_tell_removed), self, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
themes_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  const char *parent = telaah_compare_has_point (self) ? telaah_grid_get_point (self->grid) : NULL;

  gtk_window_present (GTK_WINDOW (telaah_point_themes_new (get_window (self), self->session, parent)));
}

void
telaah_compare_add_point_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.point-details", NULL, details_action);
  gtk_widget_class_install_action (widget_class, "compare.merge", NULL, merge_action);
  gtk_widget_class_install_action (widget_class, "compare.add-points-of-themes", NULL, themes_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_ALT_MASK, "compare.point-details", NULL);
}

void
telaah_compare_enable_point_actions (TelaahCompare *self)
{
  GListModel *points = self->session != NULL ? telaah_session_get_points (self->session) : NULL;
  GListModel *themes = self->session != NULL ? telaah_session_get_themes (self->session) : NULL;
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "compare.point-details", telaah_grid_get_point (self->grid) != NULL);
  gtk_widget_action_set_enabled (widget, "compare.merge",
                                 points != NULL && g_list_model_get_n_items (points) > 1);
  gtk_widget_action_set_enabled (widget, "compare.add-points-of-themes",
                                 themes != NULL && g_list_model_get_n_items (themes) > 0);
}
