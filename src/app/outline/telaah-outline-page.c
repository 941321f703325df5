/* The view Outline: the points as a document to read and write, with their list and what is left to
 * do beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-page-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/outline/telaah-references.h"
#include "app/telaah-focus.h"

G_DEFINE_FINAL_TYPE (TelaahOutlinePage, telaah_outline_page, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_SIDEBAR_VISIBLE, N_PROPS };

static GParamSpec *properties[N_PROPS];
static guint signals[TELAAH_N_OUTLINE_SIGNALS];

void
telaah_outline_page_emit (TelaahOutlinePage   *self,
                          TelaahOutlineSignal  what,
                          const char          *first,
                          const char          *second)
{
  if (what == TELAAH_OUTLINE_OPEN_PASSAGE || what == TELAAH_OUTLINE_OPEN_CELL)
    g_signal_emit (self, signals[what], 0, first, second);
  else
    g_signal_emit (self, signals[what], 0, first);
}

/* The point at hand, in the list too. */
void
telaah_outline_page_set_point (TelaahOutlinePage *self,
                               const char        *point)
{
  if (g_strcmp0 (self->point, point) != 0)
    {
      g_free (self->point);
      self->point = g_strdup (point);
    }
  telaah_outline_tree_select (self->tree, point);
  telaah_outline_page_update_words (self);
}

/* ---- Following the project ---- */

static void
show_head (TelaahOutlinePage *self)
{
  const char *question = telaah_session_get_question (self->session);
  const char *title = telaah_session_get_title (self->session);

  gtk_label_set_label (self->question, question != NULL ? question : title != NULL ? title : "");
}

/* Shows what has changed, where we are shown. */
void
telaah_outline_page_update (TelaahOutlinePage *self)
{
  TelaahChange changes = self->pending;
  gboolean empty;

  if (self->session == NULL || changes == 0)
    return;

  self->pending = 0;
  telaah_outline_tree_set_session (self->tree, self->session);
  telaah_outline_column_set_session (self->column, self->session);
  if (self->ends == NULL)
    self->ends = telaah_open_ends_new (self->session, telaah_outline_page_counted, self);

  empty = g_list_model_get_n_items (telaah_session_get_points (self->session)) == 0;

  if (changes & TELAAH_CHANGE_PROJECT)
    show_head (self);
  if (changes & (TELAAH_CHANGE_POINTS | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_OUTLINES))
    telaah_outline_tree_refresh (self->tree);
  telaah_outline_column_refresh (self->column, changes);
  telaah_outline_page_update_focus (self);

  if (telaah_session_find_point (self->session, self->point) == NULL)
    {
      const char *heir = telaah_outline_tree_get_selected (self->tree);
      g_autoptr(TelaahPoint) first =
        g_list_model_get_item (telaah_session_get_points (self->session), 0);

      telaah_outline_column_scroll_to (self->column, heir);
      if (heir == NULL && first != NULL)
        heir = telaah_point_fields (first)->id;
      telaah_outline_page_set_point (self, heir);
    }
  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "outline");
}

static void
changed_cb (TelaahOutlinePage *self,
            TelaahChange       changes)
{
  self->pending |= changes;
  telaah_references_update (self->session, changes);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    telaah_outline_page_update (self);
}

static void
place_changed_cb (TelaahOutlinePage *self)
{
  telaah_outline_page_set_point (self, telaah_outline_column_get_place (self->column));
}

static void
selected_cb (TelaahOutlinePage *self,
             const char        *point)
{
  telaah_outline_page_show_document (self);
  telaah_outline_column_scroll_to (self->column, point);
  telaah_outline_page_set_point (self, point);
}

static void
chooser_removed_cb (TelaahOutlinePage *self,
                    const char        *message)
{
  telaah_outline_page_emit (self, TELAAH_OUTLINE_REMOVED, message, NULL);
}

static void
chooser_failed_cb (TelaahOutlinePage *self,
                   const char        *message)
{
  telaah_outline_page_emit (self, TELAAH_OUTLINE_FAILED, message, NULL);
}

static void
end_activated_cb (TelaahOutlinePage *self,
                  GtkListBoxRow     *row)
{
  telaah_outline_page_show_ends (self, gtk_list_box_row_get_index (row));
}

/* ---- The object ---- */

static void
telaah_outline_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_outline_page_parent_class)->map (widget);

  telaah_outline_page_update (TELAAH_OUTLINE_PAGE (widget));
  if (TELAAH_OUTLINE_PAGE (widget)->ends != NULL)
    telaah_open_ends_set_active (TELAAH_OUTLINE_PAGE (widget)->ends, TRUE);
}

static void
telaah_outline_page_unmap (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_outline_page_parent_class)->unmap (widget);

  if (TELAAH_OUTLINE_PAGE (widget)->ends != NULL)
    telaah_open_ends_set_active (TELAAH_OUTLINE_PAGE (widget)->ends, FALSE);
}

static gboolean
telaah_outline_page_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_OUTLINE_PAGE (widget)->tree));
}

static void
telaah_outline_page_get_property (GObject    *object,
                                  guint       prop_id,
                                  GValue     *value,
                                  GParamSpec *pspec)
{
  if (prop_id == PROP_SIDEBAR_VISIBLE)
    g_value_set_boolean (value, TELAAH_OUTLINE_PAGE (object)->sidebar_visible);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
telaah_outline_page_set_property (GObject      *object,
                                  guint         prop_id,
                                  const GValue *value,
                                  GParamSpec   *pspec)
{
  if (prop_id == PROP_SIDEBAR_VISIBLE)
    telaah_outline_page_set_sidebar_visible (TELAAH_OUTLINE_PAGE (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
telaah_outline_page_dispose (GObject *object)
{
  TelaahOutlinePage *self = TELAAH_OUTLINE_PAGE (object);
  GtkWidget *child;

  if (self->session != NULL)
    telaah_outline_page_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_OUTLINE_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_outline_page_parent_class)->dispose (object);
}

static void
telaah_outline_page_finalize (GObject *object)
{
  g_free (TELAAH_OUTLINE_PAGE (object)->point);

  G_OBJECT_CLASS (telaah_outline_page_parent_class)->finalize (object);
}

static void
install_signals (GType type)
{
  signals[TELAAH_OUTLINE_OPEN_PASSAGE] =
    g_signal_new ("open-passage", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[TELAAH_OUTLINE_OPEN_CELL] =
    g_signal_new ("open-cell", type, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[TELAAH_OUTLINE_OPEN_THEME] =
    g_signal_new ("open-theme", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TELAAH_OUTLINE_OPEN_SOURCE] =
    g_signal_new ("open-source", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TELAAH_OUTLINE_REMOVED] =
    g_signal_new ("removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[TELAAH_OUTLINE_FAILED] =
    g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
telaah_outline_page_class_init (TelaahOutlinePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_outline_page_get_property;
  object_class->set_property = telaah_outline_page_set_property;
  object_class->dispose = telaah_outline_page_dispose;
  object_class->finalize = telaah_outline_page_finalize;

  widget_class->map = telaah_outline_page_map;
  widget_class->unmap = telaah_outline_page_unmap;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_outline_page_grab_focus;

  properties[PROP_SIDEBAR_VISIBLE] =
    g_param_spec_boolean ("sidebar-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  install_signals (G_TYPE_FROM_CLASS (klass));
  telaah_outline_page_install_actions (widget_class);

  g_type_ensure (TELAAH_TYPE_OPEN_ENDS_PAGE);
  g_type_ensure (TELAAH_TYPE_OUTLINE_CHOOSER);
  g_type_ensure (TELAAH_TYPE_OUTLINE_COLUMN);
  g_type_ensure (TELAAH_TYPE_OUTLINE_TREE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-outline-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, tree);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, ends_list);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, column);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, question);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, pages);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, ends_page);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, chooser);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, focus_bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, no_ends);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlinePage, words);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, place_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, end_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, chooser_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_outline_page_update_focus);

  gtk_widget_class_set_css_name (widget_class, "outline-page");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_outline_page_init (TelaahOutlinePage *self)
{
  self->sidebar_visible = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  telaah_outline_page_init_ends (self);
  telaah_outline_page_update_focus (self);
}

GtkWidget *
telaah_outline_page_new (void)
{
  return g_object_new (TELAAH_TYPE_OUTLINE_PAGE, NULL);
}

/* @session: (nullable): what was being written goes to the one before */
void
telaah_outline_page_set_session (TelaahOutlinePage *self,
                                 TelaahSession     *session)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_PAGE (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      telaah_outline_page_flush (self);
      g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
      g_clear_pointer (&self->ends, telaah_open_ends_free);
    }

  g_set_object (&self->session, session);
  g_clear_pointer (&self->point, g_free);
  telaah_outline_page_show_document (self);
  telaah_outline_tree_set_session (self->tree, NULL);
  telaah_outline_column_set_session (self->column, NULL);
  telaah_outline_chooser_set_session (self->chooser, session);
  telaah_open_ends_page_show (self->ends_page, NULL, NULL, self->kind);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  self->pending = TELAAH_CHANGE_PROJECT;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    telaah_outline_page_update (self);
}

/* Returns: (transfer full) (nullable): the id of the point at hand */
char *
telaah_outline_page_get_place (TelaahOutlinePage *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_PAGE (self), NULL);

  return g_strdup (self->point);
}

/* Returns: %FALSE where there is no such point */
gboolean
telaah_outline_page_set_place (TelaahOutlinePage *self,
                               const char        *point)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_PAGE (self), FALSE);

  telaah_outline_page_update (self);
  if (telaah_outline_column_scroll_to (self->column, point) == NULL)
    return FALSE;

  telaah_outline_page_show_document (self);
  telaah_outline_page_set_point (self, point);

  return TRUE;
}

/**
 * telaah_outline_page_flush:
 *
 * Saves at once what is being written.
 *
 * Returns: whether all of it is saved
 */
gboolean
telaah_outline_page_flush (TelaahOutlinePage *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_PAGE (self), FALSE);

  return telaah_outline_column_flush (self->column);
}

gboolean
telaah_outline_page_get_sidebar_visible (TelaahOutlinePage *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_PAGE (self), FALSE);

  return self->sidebar_visible;
}

void
telaah_outline_page_set_sidebar_visible (TelaahOutlinePage *self,
                                         gboolean           visible)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_PAGE (self));

  if (self->sidebar_visible == visible)
    return;

  self->sidebar_visible = visible;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR_VISIBLE]);
}
