/* A button that says how many points and sources are hidden, and brings them back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-hidden.h"

#include <glib/gi18n.h>

struct _TelaahCompareHidden
{
  AdwBin         parent_instance;

  TelaahSession *session;
  GtkWidget     *button;     /* GtkMenuButton */
  GtkWidget     *list;       /* GtkListBox */
  GPtrArray     *ids;        /* char *, of its rows */
};

G_DEFINE_FINAL_TYPE (TelaahCompareHidden, telaah_compare_hidden, ADW_TYPE_BIN)

/**
 * telaah_compare_dup_hidden:
 * @session: (nullable):
 *
 * Returns: (transfer full) (element-type utf8): ids of sources, then of points, that are hidden
 */
GPtrArray *
telaah_compare_dup_hidden (TelaahSession *session)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);
  GListModel *sources = session != NULL ? telaah_session_get_sources (session) : NULL;
  GListModel *points = session != NULL ? telaah_session_get_points (session) : NULL;

  for (guint i = 0; sources != NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;

      if (telaah_session_is_hidden (session, id))
        g_ptr_array_add (ids, g_strdup (id));
    }

  for (guint i = 0; points != NULL && i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const char *id = telaah_point_fields (point)->id;

      if (telaah_session_is_hidden (session, id))
        g_ptr_array_add (ids, g_strdup (id));
    }

  return ids;
}

static void
show_targets (TelaahCompareHidden *self,
              const char *const   *ids)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_set_hidden (self->session, ids, FALSE, &error))
    g_signal_emit_by_name (self, "failed", error->message);
}

static void
activated_cb (TelaahCompareHidden *self,
              GtkListBoxRow       *row)
{
  guint i = gtk_list_box_row_get_index (row);
  g_autofree char *id = i < self->ids->len ? g_strdup (self->ids->pdata[i]) : NULL;

  if (id != NULL)
    show_targets (self, (const char *const []) { id, NULL });
}

static GtkWidget *
row_new (TelaahCompareHidden *self,
         const char          *id)
{
  TelaahSource *source = telaah_session_find_source (self->session, id);
  TelaahPoint *point = source == NULL ? telaah_session_find_point (self->session, id) : NULL;
  const char *name = source != NULL ? telaah_source_get_name (source)
                                    : point != NULL ? telaah_point_fields (point)->title : "";
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *kind = gtk_label_new (source != NULL ? _("Source") : _("Point"));
  /* Translators: a button that brings a hidden point or source back; %s is its name */
  g_autofree char *spoken = g_strdup_printf (_("Show %s"), name);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 36);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (kind, "dim-label");
  gtk_widget_add_css_class (kind, "caption");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), kind);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken, -1);

  return row;
}

static void
fill (TelaahCompareHidden *self)
{
  GtkWidget *child;
  g_autofree char *label = NULL;

  g_ptr_array_unref (self->ids);
  self->ids = telaah_compare_dup_hidden (self->session);

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), child);

  for (guint i = 0; i < self->ids->len; i++)
    gtk_list_box_append (GTK_LIST_BOX (self->list), row_new (self, self->ids->pdata[i]));

  /* Translators: how many points and sources are not shown */
  label = g_strdup_printf (_("Hidden: %u"), self->ids->len);
  gtk_menu_button_set_label (GTK_MENU_BUTTON (self->button), label);

  if (self->ids->len == 0)
    gtk_menu_button_popdown (GTK_MENU_BUTTON (self->button));
  gtk_widget_set_visible (GTK_WIDGET (self), self->ids->len > 0);
}

static void
changed_cb (TelaahCompareHidden *self,
            TelaahChange         changes)
{
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_POINTS | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_OUTLINES))
    fill (self);
}

static void
telaah_compare_hidden_dispose (GObject *object)
{
  TelaahCompareHidden *self = TELAAH_COMPARE_HIDDEN (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_compare_hidden_parent_class)->dispose (object);
}

static void
telaah_compare_hidden_finalize (GObject *object)
{
  g_ptr_array_unref (TELAAH_COMPARE_HIDDEN (object)->ids);

  G_OBJECT_CLASS (telaah_compare_hidden_parent_class)->finalize (object);
}

static void
telaah_compare_hidden_class_init (TelaahCompareHiddenClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = telaah_compare_hidden_dispose;
  object_class->finalize = telaah_compare_hidden_finalize;

  g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static GtkWidget *
popover_new (TelaahCompareHidden *self)
{
  GtkWidget *popover = gtk_popover_new (), *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *all = gtk_button_new_with_mnemonic (_("Show _All"));

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "hidden-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _("Hidden points and sources"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_propagate_natural_width (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "compare.show-all");
  gtk_box_append (GTK_BOX (box), scroller);
  gtk_box_append (GTK_BOX (box), all);
  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

static void
telaah_compare_hidden_init (TelaahCompareHidden *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->button = gtk_menu_button_new ();
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (self->button), popover_new (self));
  gtk_widget_set_tooltip_text (self->button, _("Bring Back What Is Hidden"));
  gtk_widget_add_css_class (self->button, "flat");
  adw_bin_set_child (ADW_BIN (self), self->button);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* @session: (nullable): */
void
telaah_compare_hidden_set_session (TelaahCompareHidden *self,
                                   TelaahSession       *session)
{
  g_return_if_fail (TELAAH_IS_COMPARE_HIDDEN (self));

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  fill (self);
}
