/* The bar over the comparison: its pages, its filter, and what pictures ask for.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-private.h"

#include <glib/gi18n.h>

/* ---- The filter ---- */

static void
filter_changed_cb (TelaahCompare *self)
{
  g_autoptr(TelaahGridFilter) filter = telaah_compare_filter_dup_filter (self->filter);

  telaah_compare_set_filter (self, filter);
}

static void
filter_shown_cb (TelaahCompare *self)
{
  telaah_compare_filter_set_filter (self->filter, telaah_grid_get_filter (self->grid));
}

/* ---- What a picture asks for ---- */

/* The first point that stands for a theme. */
static char *
dup_point_of (TelaahCompare *self,
              const char    *theme)
{
  GListModel *points = telaah_session_get_points (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      g_auto(GStrv) themes = telaah_point_dup_themes (point);

      if (themes != NULL && g_strv_contains ((const char *const *) themes, theme))
        return g_strdup (telaah_point_fields (point)->id);
    }

  return NULL;
}

/* Its passages stand with their words on the page of quotes, where there is a point for it; else in the text. */
static void
theme_wanted_cb (TelaahCompare *self,
                 const char    *theme,
                 const char    *source)
{
  g_autofree char *point = dup_point_of (self, theme);

  if (point == NULL || !telaah_compare_set_place (self, point, source))
    {
      g_signal_emit_by_name (self, "open-source", source);
      return;
    }

  telaah_compare_set_page (self, "quotes");
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

static void
place_activated_cb (TelaahCompare *self,
                    const char    *source,
                    guint          offset)
{
  /* Whoever does not care for the place opens the source. */
  if (g_signal_has_handler_pending (self, g_signal_lookup ("open-place", TELAAH_TYPE_COMPARE), 0, FALSE))
    g_signal_emit_by_name (self, "open-place", source, offset);
  else
    g_signal_emit_by_name (self, "open-source", source);
}

/* Of two themes the first that is a point. */
static void
pair_activated_cb (TelaahCompare *self,
                   const char    *first,
                   const char    *second)
{
  g_autofree char *point = dup_point_of (self, first);

  if (point == NULL)
    point = dup_point_of (self, second);

  if (point != NULL && telaah_compare_set_place (self, point, NULL))
    {
      telaah_compare_set_page (self, "quotes");
      gtk_widget_grab_focus (GTK_WIDGET (self->grid));
    }
}

static void
saved_cb (TelaahCompare *self,
          const char    *message)
{
  gboolean heard = g_signal_has_handler_pending (self, g_signal_lookup ("told", TELAAH_TYPE_COMPARE), 0, FALSE);

  g_signal_emit_by_name (self, heard ? "told" : "failed", message);
}

/* ---- The bar ---- */

void
telaah_compare_bind_bar (GtkWidgetClass *widget_class)
{
  g_type_ensure (TELAAH_TYPE_COMPARE_SWITCH);
  g_type_ensure (TELAAH_TYPE_COMPARE_HIDDEN);
  g_type_ensure (TELAAH_TYPE_COMPARE_FILTER);
  g_type_ensure (TELAAH_TYPE_OUTLINE_CHOOSER);
  g_type_ensure (TELAAH_TYPE_PICTURE_VIEW);

  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, switch_);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, chip);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, chip_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, hidden);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, chooser);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, filter);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, filter_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, transpose_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, picture);

  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, theme_wanted_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, pair_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, saved_cb);
}

void
telaah_compare_set_up_bar (TelaahCompare *self)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Comparison"), -1);
}
