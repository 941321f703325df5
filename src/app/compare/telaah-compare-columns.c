/* What one can do in the view Compare to its rows and columns: hide, order, filter, turn, copy.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-source-order.h"

/* ---- Hiding ---- */

static void
hide (TelaahCompare *self,
      GPtrArray     *ids)
{
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;
  guint n = ids->len;

  if (n == 0)
    return;

  g_ptr_array_add (ids, NULL);
  message = g_strdup_printf (ngettext ("%u hidden", "%u hidden", n), n);

  if (telaah_session_set_hidden (self->session, (const char *const *) ids->pdata, TRUE, &error))
    telaah_compare_tell_removed (self, message);
  else
    telaah_compare_fail (self, error);
}

/* Of the block: where it is of points these, else the sources. */
static void
hide_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  gboolean points = g_str_equal (name, "compare.hide-point") ||
                    (g_str_equal (name, "compare.hide") && telaah_compare_has_point (self));
  g_autoptr(GPtrArray) ids = points ? telaah_grid_dup_points (self->grid) : telaah_grid_dup_sources (self->grid);

  hide (self, ids);
}

static void
show_all_action (GtkWidget  *widget,
                 const char *name,
                 GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  g_autoptr(GPtrArray) ids = telaah_compare_dup_hidden (self->session);
  g_autoptr(GError) error = NULL;

  if (ids->len == 0)
    return;

  g_ptr_array_add (ids, NULL);
  if (!telaah_session_set_hidden (self->session, (const char *const *) ids->pdata, FALSE, &error))
    telaah_compare_fail (self, error);
}

/* ---- Order ---- */

static void
set_order (TelaahCompare *self,
           GPtrArray     *ids)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_order_sources (self->session, (const char *const *) ids->pdata, &error))
    telaah_compare_fail (self, error);
}

static void
order_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  TelaahSourceOrder order;

  if (self->session != NULL && telaah_source_order_from_string (g_variant_get_string (parameter, NULL), &order))
    {
      g_autoptr(GPtrArray) ids = telaah_source_order_sort (self->session, order);

      set_order (self, ids);
    }
}

/* The source that @steps places on is on show, from @source; sources that are not are gone round. */
static gboolean
find_neighbour (TelaahCompare *self,
                const char    *source,
                int            step,
                char         **before)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  guint place = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) item = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (item)->id;

      if (telaah_session_is_hidden (self->session, id))
        continue;

      if (g_str_equal (id, source))
        place = shown->len;
      g_ptr_array_add (shown, g_strdup (id));
    }

  if (place == G_MAXUINT || (step < 0 && place == 0) || (step > 0 && place + 1 >= shown->len))
    return FALSE;

  if (step < 0)
    *before = g_strdup (shown->pdata[place - 1]);
  else
    *before = place + 2 < shown->len ? g_strdup (shown->pdata[place + 2]) : NULL;

  return TRUE;
}

static void
shift_action (GtkWidget  *widget,
              const char *name,
              GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);
  const char *source = telaah_grid_get_source (self->grid);
  g_autofree char *before = NULL;
  g_autoptr(GPtrArray) ids = NULL;

  if (source == NULL || *source == '\0' ||
      !find_neighbour (self, source, g_variant_get_int32 (parameter), &before))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  ids = telaah_source_order_move (self->session, source, before);
  set_order (self, ids);
  telaah_grid_select (self->grid, telaah_grid_get_point (self->grid), telaah_grid_get_source (self->grid));
}

/* ---- Filter ---- */

/* @filter: (nullable): %NULL: none */
void
telaah_compare_set_filter (TelaahCompare          *self,
                           const TelaahGridFilter *filter)
{
  g_autofree char *words = NULL, *label = NULL;
  gboolean on;

  telaah_grid_set_filter (self->grid, filter);
  on = telaah_grid_filter_is_on (telaah_grid_get_filter (self->grid));
  words = telaah_grid_filter_dup_words (telaah_grid_get_filter (self->grid));
  /* Translators: the name of a button for a screen reader; %s is what the filter lets pass */
  label = g_strdup_printf (_("Clear the filter: %s"), words);

  gtk_label_set_text (self->chip_label, words);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->chip), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_widget_set_visible (self->chip, on);
  telaah_compare_choose_page (self);
  telaah_compare_enable_actions (self);
}

static void
clear_filter_action (GtkWidget  *widget,
                     const char *name,
                     GVariant   *parameter)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);

  gtk_popover_popdown (GTK_POPOVER (self->filter));
  telaah_compare_set_filter (self, NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
filter_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  gtk_menu_button_popup (GTK_MENU_BUTTON (TELAAH_COMPARE (widget)->filter_button));
}

static void
show_everything_action (GtkWidget  *widget,
                        const char *name,
                        GVariant   *parameter)
{
  show_all_action (widget, name, NULL);
  clear_filter_action (widget, name, NULL);
}

/* ---- Copy ---- */

static void
copy_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  telaah_grid_copy (TELAAH_COMPARE (widget)->grid);
}

void
telaah_compare_add_column_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_property_action (widget_class, "compare.page", "page");
  gtk_widget_class_install_property_action (widget_class, "compare.transpose", "transposed");
  gtk_widget_class_install_property_action (widget_class, "compare.pane", "pane-visible");
  gtk_widget_class_install_action (widget_class, "compare.hide", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "compare.hide-point", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "compare.hide-source", NULL, hide_action);
  gtk_widget_class_install_action (widget_class, "compare.show-all", NULL, show_all_action);
  gtk_widget_class_install_action (widget_class, "compare.show-everything", NULL, show_everything_action);
  gtk_widget_class_install_action (widget_class, "compare.order-sources", "s", order_action);
  gtk_widget_class_install_action (widget_class, "compare.shift-source", "i", shift_action);
  gtk_widget_class_install_action (widget_class, "compare.filter", NULL, filter_action);
  gtk_widget_class_install_action (widget_class, "compare.clear-filter", NULL, clear_filter_action);
  gtk_widget_class_install_action (widget_class, "compare.copy", NULL, copy_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_t, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "compare.transpose", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_l, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "compare.filter", NULL);
}

void
telaah_compare_enable_column_actions (TelaahCompare *self)
{
  const char *point = telaah_grid_get_point (self->grid), *source = telaah_grid_get_source (self->grid);
  g_autoptr(GPtrArray) hidden = telaah_compare_dup_hidden (self->session);
  gboolean has_source = source != NULL && *source != '\0';
  gboolean grid = g_str_equal (self->page, "grid") || g_str_equal (self->page, "quotes");
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_widget_action_set_enabled (widget, "compare.hide", grid && (has_source || (point != NULL && source == NULL)));
  gtk_widget_action_set_enabled (widget, "compare.hide-point", grid && point != NULL);
  gtk_widget_action_set_enabled (widget, "compare.hide-source", grid && has_source);
  gtk_widget_action_set_enabled (widget, "compare.show-all", hidden->len > 0);
  gtk_widget_action_set_enabled (widget, "compare.order-sources", self->session != NULL);
  gtk_widget_action_set_enabled (widget, "compare.shift-source", grid && has_source);
  gtk_widget_action_set_enabled (widget, "compare.filter", grid && self->session != NULL);
  gtk_widget_action_set_enabled (widget, "compare.transpose", grid);
  gtk_widget_action_set_enabled (widget, "compare.copy", grid && (point != NULL || source != NULL));
  gtk_widget_set_sensitive (self->filter_button, grid);
}
