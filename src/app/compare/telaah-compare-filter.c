/* A popover to say what of the comparison is wanted: by status, by coder, by an attribute of the sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-filter.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-status-mark.h"

struct _TelaahCompareFilter
{
  GtkPopover     parent_instance;

  TelaahSession *session;
  gboolean       loading;      /* it is not by hand what changes */

  GtkWidget     *statuses[TELAAH_N_STATUSES];
  GtkWidget     *coder;        /* GtkDropDown, the first of which means any, as in the next two */
  GtkWidget     *attribute;
  GtkWidget     *value;
};

G_DEFINE_FINAL_TYPE (TelaahCompareFilter, telaah_compare_filter, GTK_TYPE_POPOVER)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static const TelaahStatus order[TELAAH_N_STATUSES] = {
  TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
};

/* ---- Choices ---- */

/* NULL: any */
static const char *
get_choice (GtkWidget *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (GTK_DROP_DOWN (drop_down));

  return item != NULL && gtk_drop_down_get_selected (GTK_DROP_DOWN (drop_down)) > 0
         ? gtk_string_object_get_string (item) : NULL;
}

/* @any: what the first one says, which means none of the others */
static void
set_choices (GtkWidget         *drop_down,
             const char        *any,
             const char *const *choices,
             const char        *chosen)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new ((const char *const []) { any, NULL });
  guint selected = 0;

  for (guint i = 0; choices != NULL && choices[i] != NULL; i++)
    {
      gtk_string_list_append (list, choices[i]);
      if (g_strcmp0 (choices[i], chosen) == 0)
        selected = i + 1;
    }

  gtk_drop_down_set_model (GTK_DROP_DOWN (drop_down), G_LIST_MODEL (list));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (drop_down), selected);
  gtk_widget_set_sensitive (drop_down, choices != NULL && choices[0] != NULL);
}

static int
compare_strings (gconstpointer a,
                 gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* Of all sources, each once. */
static GPtrArray *
dup_values (TelaahCompareFilter *self,
            const char          *attribute)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  GPtrArray *values = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; attribute != NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *value = telaah_session_get_attribute (self->session, telaah_source_fields (source)->id, attribute);

      if (value != NULL && !g_ptr_array_find_with_equal_func (values, value, g_str_equal, NULL))
        g_ptr_array_add (values, g_strdup (value));
    }

  g_ptr_array_sort (values, compare_strings);
  g_ptr_array_add (values, NULL);

  return values;
}

static void
load_values (TelaahCompareFilter *self,
             const char          *attribute,
             const char          *value)
{
  g_autoptr(GPtrArray) values = dup_values (self, attribute);

  set_choices (self->value, _("Any value"), (const char *const *) values->pdata, value);
}

/**
 * telaah_compare_filter_set_filter:
 *
 * Shows @filter, with what there is to choose from in the project now.
 */
void
telaah_compare_filter_set_filter (TelaahCompareFilter    *self,
                                  const TelaahGridFilter *filter)
{
  g_auto(GStrv) coders = NULL;
  g_autoptr(GPtrArray) names = NULL;

  g_return_if_fail (TELAAH_IS_COMPARE_FILTER (self));

  if (self->session == NULL)
    return;

  self->loading = TRUE;
  coders = telaah_session_dup_coders (self->session);
  names = telaah_session_dup_attributes (self->session, NULL);
  g_ptr_array_add (names, NULL);

  for (guint i = 0; i < TELAAH_N_STATUSES; i++)
    gtk_check_button_set_active (GTK_CHECK_BUTTON (self->statuses[i]), filter->statuses & 1 << order[i]);

  set_choices (self->coder, _("Anyone"), (const char *const *) coders, filter->coder);
  set_choices (self->attribute, _("Any source"), (const char *const *) names->pdata, filter->attribute);
  load_values (self, filter->attribute, filter->value);
  self->loading = FALSE;
}

/* Returns: (transfer full): as it is chosen */
TelaahGridFilter *
telaah_compare_filter_dup_filter (TelaahCompareFilter *self)
{
  guint statuses = 0;

  g_return_val_if_fail (TELAAH_IS_COMPARE_FILTER (self), NULL);

  for (guint i = 0; i < TELAAH_N_STATUSES; i++)
    if (gtk_check_button_get_active (GTK_CHECK_BUTTON (self->statuses[i])))
      statuses |= 1 << order[i];

  return telaah_grid_filter_new (get_choice (self->attribute), get_choice (self->value), get_choice (self->coder),
                                 statuses);
}

static void
chosen_cb (TelaahCompareFilter *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
attribute_cb (TelaahCompareFilter *self)
{
  if (self->loading)
    return;

  self->loading = TRUE;
  load_values (self, get_choice (self->attribute), NULL);
  self->loading = FALSE;
  chosen_cb (self);
}

/* ---- The widget ---- */

static GtkWidget *
heading_new (const char *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "heading");
  gtk_widget_set_margin_top (label, 6);

  return label;
}

static GtkWidget *
drop_down_new (TelaahCompareFilter *self,
               const char          *label,
               GCallback            callback)
{
  GtkWidget *drop_down = gtk_drop_down_new (NULL, gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (drop_down), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_swapped (drop_down, "notify::selected", callback, self);

  return drop_down;
}

static GtkWidget *
status_new (TelaahCompareFilter *self,
            TelaahStatus         status)
{
  GtkWidget *check = gtk_check_button_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  const char *word = telaah_status_get_word (status);

  gtk_box_append (GTK_BOX (box), telaah_status_mark_new (status));
  gtk_box_append (GTK_BOX (box), gtk_label_new (word));
  gtk_check_button_set_child (GTK_CHECK_BUTTON (check), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, word, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (chosen_cb), self);

  return check;
}

static void
telaah_compare_filter_dispose (GObject *object)
{
  g_clear_object (&TELAAH_COMPARE_FILTER (object)->session);

  G_OBJECT_CLASS (telaah_compare_filter_parent_class)->dispose (object);
}

static void
telaah_compare_filter_class_init (TelaahCompareFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = telaah_compare_filter_dispose;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
telaah_compare_filter_init (TelaahCompareFilter *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6), *scroller = gtk_scrolled_window_new ();
  GtkWidget *clear = gtk_button_new_with_mnemonic (_("_Show Everything"));

  self->coder = drop_down_new (self, _("Tagged By"), G_CALLBACK (chosen_cb));
  self->attribute = drop_down_new (self, _("Sources"), G_CALLBACK (attribute_cb));
  self->value = drop_down_new (self, _("Value"), G_CALLBACK (chosen_cb));

  gtk_box_append (GTK_BOX (box), heading_new (_("Cells")));
  for (guint i = 0; i < TELAAH_N_STATUSES; i++)
    gtk_box_append (GTK_BOX (box), self->statuses[i] = status_new (self, order[i]));

  gtk_box_append (GTK_BOX (box), heading_new (_("Tagged By")));
  gtk_box_append (GTK_BOX (box), self->coder);
  gtk_box_append (GTK_BOX (box), heading_new (_("Sources")));
  gtk_box_append (GTK_BOX (box), self->attribute);
  gtk_box_append (GTK_BOX (box), self->value);
  gtk_widget_set_margin_top (clear, 6);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "compare.clear-filter");
  gtk_box_append (GTK_BOX (box), clear);

  /* Higher than a small window with large type: then it scrolls. */
  gtk_widget_set_size_request (box, 220, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
  gtk_popover_set_child (GTK_POPOVER (self), scroller);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Filter"), -1);
}

/* @session: (nullable): */
void
telaah_compare_filter_set_session (TelaahCompareFilter *self,
                                   TelaahSession       *session)
{
  g_return_if_fail (TELAAH_IS_COMPARE_FILTER (self));

  g_set_object (&self->session, session);
}
