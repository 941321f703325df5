/* What one can do in the view Compare to the selected point or cell, by key and by menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-point-move.h"

gboolean
telaah_compare_has_point (TelaahCompare *self)
{
  return telaah_grid_get_point (self->grid) != NULL && telaah_grid_get_source (self->grid) == NULL;
}

gboolean
telaah_compare_has_cell (TelaahCompare *self)
{
  const char *source = telaah_grid_get_source (self->grid);

  return telaah_grid_get_point (self->grid) != NULL && source != NULL && *source != '\0';
}

static void
fail (TelaahCompare *self,
      GError        *error)
{
  telaah_compare_fail (self, error);
}

/* To write at what is selected: in its cell, or where that can not be, in the pane. */
void
telaah_compare_edit (TelaahCompare *self)
{
  if (telaah_grid_edit (self->grid, FALSE))
    return;

  telaah_compare_set_pane_visible (self, TRUE);
  telaah_cell_pane_edit (self->pane, FALSE);
}

/* Adds a point after all others, named by an entry, and selects it. */
static gboolean
add_point (TelaahCompare *self,
           GtkEntry      *entry)
{
  const char *title = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autoptr(GError) error = NULL;
  g_autofree char *point = NULL;

  if (self->session == NULL || *title == '\0')
    return FALSE;

  point = telaah_session_add_point (self->session, title, NULL, NULL, TRUE, &error);
  if (point == NULL)
    {
      fail (self, error);
      return FALSE;
    }

  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  telaah_grid_select (self->grid, point, NULL);

  return TRUE;
}

void
telaah_compare_add_cb (TelaahCompare *self)
{
  if (add_point (self, self->add_entry))
    {
      gtk_menu_button_popdown (self->add_button);
      gtk_widget_grab_focus (GTK_WIDGET (self->grid));
    }
}

void
telaah_compare_add_first_cb (TelaahCompare *self)
{
  if (add_point (self, self->first_entry))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

void
telaah_compare_add_closed_cb (TelaahCompare *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->add_entry), "");
}

static void
rename_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  telaah_compare_edit (TELAAH_COMPARE (widget));
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autofree char *id = g_strdup (telaah_grid_get_point (self->grid));
  TelaahPoint *point = telaah_session_find_point (self->session, id);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  if (point == NULL)
    return;

  message = g_strdup_printf (_("“%s” removed"), telaah_point_fields (point)->title);

  if (telaah_session_remove_point (self->session, id, &error))
    telaah_compare_tell_removed (self, message);
  else
    fail (self, error);
}

static void
move_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  static const char *const names[] = { "compare.move-up", "compare.move-down", "compare.nest", "compare.lift", NULL };
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autofree char *point = g_strdup (telaah_grid_get_point (self->grid));
  TelaahPointMove move = TELAAH_POINT_MOVE_UP;
  const char *parent, *before;
  g_autoptr(GError) error = NULL;

  while (names[move] != NULL && !g_str_equal (names[move], name))
    move++;

  if (!telaah_point_find_place (telaah_session_get_points (self->session), point, move, &parent, &before))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  if (telaah_session_move_point (self->session, point, parent, before, &error))
    telaah_grid_select (self->grid, point, NULL);
  else
    fail (self, error);
}

/* Every cell of the block. */
static void
mark_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autoptr(GPtrArray) points = telaah_grid_dup_points (self->grid);
  g_autoptr(GPtrArray) sources = telaah_grid_dup_sources (self->grid);
  g_autoptr(GError) error = NULL;
  TelaahStatus status;

  if (!telaah_status_from_string (g_variant_get_string (parameter, NULL), &status))
    return;

  if (!telaah_session_set_cells (self->session, (const char *const *) points->pdata,
                                 (const char *const *) sources->pdata, &status, NULL, &error))
    fail (self, error);
}

/* What is written in the block; its statuses stay. */
static void
clear_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autoptr(GPtrArray) points = telaah_grid_dup_points (self->grid);
  g_autoptr(GPtrArray) sources = telaah_grid_dup_sources (self->grid);
  g_autoptr(GError) error = NULL;

  if (telaah_session_set_cells (self->session, (const char *const *) points->pdata,
                                (const char *const *) sources->pdata, NULL, "", &error))
    telaah_compare_tell_removed (self, _("Summary cleared"));
  else
    fail (self, error);
}

static void
proposal_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autoptr(GError) error = NULL;

  if (!telaah_session_judge_proposal (self->session, telaah_grid_get_point (self->grid),
                                      telaah_grid_get_source (self->grid),
                                      g_str_equal (name, "compare.accept-proposal"), &error))
    fail (self, error);
}

static void
read_source_action (GtkWidget  *widget,
                    const char *name,
                    GVariant   *parameter)
{
  g_signal_emit_by_name (widget, "open-source", telaah_grid_get_source (TELAAH_COMPARE (widget)->grid));
}

static void
candidates_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  telaah_compare_show_candidates (TELAAH_COMPARE (widget));
}

void
telaah_compare_add_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "compare.rename", NULL, rename_action);
  gtk_widget_class_install_action (widget_class, "compare.remove", NULL, remove_action);
  gtk_widget_class_install_action (widget_class, "compare.move-up", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "compare.move-down", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "compare.nest", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "compare.lift", NULL, move_action);
  gtk_widget_class_install_action (widget_class, "compare.mark", "s", mark_action);
  gtk_widget_class_install_action (widget_class, "compare.clear", NULL, clear_action);
  gtk_widget_class_install_action (widget_class, "compare.accept-proposal", NULL, proposal_action);
  gtk_widget_class_install_action (widget_class, "compare.decline-proposal", NULL, proposal_action);
  gtk_widget_class_install_action (widget_class, "compare.read-source", NULL, read_source_action);
  gtk_widget_class_install_action (widget_class, "compare.candidates", NULL, candidates_action);
}

/* What can be done to the one cell at the cursor. */
static void
enable_of_cell (TelaahCompare *self,
                gboolean       single)
{
  g_autoptr(TelaahCell) cell = NULL;
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean proposes, summary;

  if (single && telaah_compare_has_cell (self))
    cell = telaah_session_dup_cell (self->session, telaah_grid_get_point (self->grid),
                                    telaah_grid_get_source (self->grid));

  proposes = cell != NULL && telaah_cell_fields (cell)->proposes;
  summary = cell != NULL && telaah_cell_fields (cell)->summary != NULL;
  gtk_widget_action_set_enabled (widget, "compare.accept-proposal", proposes);
  gtk_widget_action_set_enabled (widget, "compare.decline-proposal", proposes);
  gtk_widget_action_set_enabled (widget, "compare.clear", summary);
}

/* Those that do not fit what is selected leave their keys to others. */
void
telaah_compare_enable_actions (TelaahCompare *self)
{
  static const char *const of_point[] = {
    "compare.remove", "compare.move-up", "compare.move-down", "compare.nest", "compare.lift",
  };
  g_autoptr(GPtrArray) points = telaah_grid_dup_points (self->grid);
  g_autoptr(GPtrArray) sources = telaah_grid_dup_sources (self->grid);
  const char *source = telaah_grid_get_source (self->grid);
  gboolean single = points->len <= 1 && sources->len <= 1;
  GtkWidget *widget = GTK_WIDGET (self);

  for (guint i = 0; i < G_N_ELEMENTS (of_point); i++)
    gtk_widget_action_set_enabled (widget, of_point[i], single && telaah_compare_has_point (self));

  gtk_widget_action_set_enabled (widget, "compare.mark", telaah_compare_has_cell (self));
  gtk_widget_action_set_enabled (widget, "compare.candidates", single && telaah_compare_has_cell (self));
  gtk_widget_action_set_enabled (widget, "compare.read-source", single && source != NULL && *source != '\0');
  gtk_widget_action_set_enabled (widget, "compare.rename", single && telaah_grid_get_point (self->grid) != NULL);
  enable_of_cell (self, single);
  telaah_compare_enable_point_actions (self);
  telaah_compare_enable_column_actions (self);
}
