/* The view Compare: points and sources as a grid or a picture, and at its side what is selected there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-compare-private.h"

#include <glib/gi18n.h>

#include "app/telaah-focus.h"

G_DEFINE_FINAL_TYPE (TelaahCompare, telaah_compare, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_PANE_VISIBLE, PROP_PAGE, PROP_TRANSPOSED, N_PROPS };
enum { OPEN_PASSAGE, OPEN_SOURCE, OPEN_PLACE, REMOVED, FAILED, TOLD, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* ---- What is on show ---- */

static gboolean
shows_pane (TelaahCompare *self)
{
  return self->pane_visible &&
         (telaah_grid_get_point (self->grid) != NULL || telaah_grid_get_source (self->grid) != NULL) &&
         g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "grid") == 0;
}

static void
show_pane (TelaahCompare *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->pane), shows_pane (self));
}

static gboolean
is_picture (TelaahCompare     *self,
            TelaahPictureKind *kind)
{
  static const struct { const char *page; TelaahPictureKind kind; } kinds[] = {
    { "heatmap", TELAAH_PICTURE_HEATMAP }, { "portraits", TELAAH_PICTURE_PORTRAITS },
    { "cooccurrence", TELAAH_PICTURE_COOCCURRENCE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    if (g_str_equal (self->page, kinds[i].page))
      {
        *kind = kinds[i].kind;
        return TRUE;
      }

  return FALSE;
}

/* What there is to be shown of the page that is asked for. */
void
telaah_compare_choose_page (TelaahCompare *self)
{
  GListModel *sources = self->session != NULL ? telaah_session_get_sources (self->session) : NULL;
  GListModel *points = self->session != NULL ? telaah_session_get_points (self->session) : NULL;
  const char *page = "grid";
  TelaahPictureKind kind;

  if (sources == NULL || g_list_model_get_n_items (sources) == 0)
    page = "no-sources";
  else if (is_picture (self, &kind))
    {
      telaah_picture_view_set_kind (self->picture, kind);
      page = "picture";
    }
  else if (g_list_model_get_n_items (points) == 0)
    page = "no-points";
  else if (telaah_grid_is_empty (self->grid))
    page = "nothing";

  gtk_widget_set_visible (self->bar, g_strcmp0 (page, "no-sources") != 0);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), page);
  show_pane (self);
}

static void
changed_cb (TelaahCompare *self,
            TelaahChange   changes)
{
  telaah_compare_choose_page (self);
  telaah_compare_enable_actions (self);
}

/* Of a page that is known. */
void
telaah_compare_set_page (TelaahCompare *self,
                         const char    *page)
{
  if (g_strcmp0 (self->page, page) == 0 || !telaah_compare_is_page (page))
    return;

  telaah_grid_flush (self->grid);
  self->page = g_intern_string (page);
  telaah_compare_switch_set_page (self->switch_, page);
  telaah_grid_set_content (self->grid, g_str_equal (page, "quotes") ? TELAAH_GRID_QUOTES : TELAAH_GRID_SUMMARIES);
  telaah_compare_choose_page (self);
  telaah_compare_enable_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

void
telaah_compare_fail (TelaahCompare *self,
                     GError        *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* @message: a sentence for a toast with Undo */
void
telaah_compare_tell_removed (TelaahCompare *self,
                             const char    *message)
{
  g_signal_emit (self, signals[REMOVED], 0, message);
}

static void
cell_selected_cb (TelaahCompare *self,
                  const char    *point,
                  const char    *source)
{
  /* A source alone has nothing to be said there; what is there stays, and with it the width of the grid. */
  if (point != NULL || source == NULL)
    telaah_cell_pane_show (self->pane, point, source);

  telaah_compare_enable_actions (self);
  show_pane (self);
}

static void
block_changed_cb (TelaahCompare *self)
{
  telaah_compare_enable_actions (self);
}

static void
cell_activated_cb (TelaahCompare *self,
                   const char    *point,
                   const char    *source)
{
  if (point != NULL)
    telaah_compare_edit (self);
  else if (source != NULL && *source != '\0')
    g_signal_emit (self, signals[OPEN_SOURCE], 0, source);
}

static void
leave_cb (TelaahCompare *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->grid));

  if (self->narrow)
    telaah_compare_set_pane_visible (self, FALSE);
}

static void
menu_cb (TelaahCompare *self,
         double         x,
         double         y)
{
  GdkRectangle at = { 0, 0, 1, 1 };
  GMenuModel *model = telaah_grid_get_point (self->grid) == NULL ? self->source_menu
                      : telaah_compare_has_point (self) ? self->point_menu : self->cell_menu;
  double here_x, here_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->grid), GTK_WIDGET (self), x, y, &here_x, &here_y);
  at.x = here_x;
  at.y = here_y;

  telaah_compare_enable_actions (self);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* ---- Passing on ---- */

static void
open_passage_cb (TelaahCompare *self,
                 const char    *source,
                 const char    *passage)
{
  g_signal_emit (self, signals[OPEN_PASSAGE], 0, source, passage);
}

static void
open_source_cb (TelaahCompare *self,
                const char    *source)
{
  g_signal_emit (self, signals[OPEN_SOURCE], 0, source);
}

static void
failed_cb (TelaahCompare *self,
           const char    *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
removed_cb (TelaahCompare *self,
            const char    *message)
{
  telaah_compare_tell_removed (self, message);
}

static void
go_to_cell_cb (TelaahCompare *self,
               const char    *point,
               const char    *source)
{
  telaah_compare_set_page (self, "grid");
  if (telaah_compare_set_place (self, point, source))
    gtk_widget_grab_focus (GTK_WIDGET (self->grid));
}

/* ---- The widget ---- */

static gboolean
telaah_compare_grab_focus (GtkWidget *widget)
{
  TelaahCompare *self = TELAAH_COMPARE (widget);

  GtkWidget *page = gtk_stack_get_visible_child (GTK_STACK (self->stack));

  return gtk_widget_grab_focus (GTK_WIDGET (self->grid)) || gtk_widget_child_focus (page, GTK_DIR_TAB_FORWARD) ||
         GTK_WIDGET_CLASS (telaah_compare_parent_class)->grab_focus (widget);
}

static void
set_transposed (TelaahCompare *self,
                gboolean       transposed)
{
  if (telaah_grid_get_transposed (self->grid) == transposed)
    return;

  telaah_grid_set_transposed (self->grid, transposed);
  gtk_label_set_text (self->corner_label, telaah_grid_get_transposed (self->grid) ? _("Source") : _("Point"));
  telaah_compare_enable_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TRANSPOSED]);
}

static void
telaah_compare_get_property (GObject    *object,
                             guint       prop_id,
                             GValue     *value,
                             GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PANE_VISIBLE:
      g_value_set_boolean (value, TELAAH_COMPARE (object)->pane_visible);
      break;

    case PROP_PAGE:
      g_value_set_string (value, TELAAH_COMPARE (object)->page);
      break;

    case PROP_TRANSPOSED:
      g_value_set_boolean (value, telaah_grid_get_transposed (TELAAH_COMPARE (object)->grid));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_compare_set_property (GObject      *object,
                             guint         prop_id,
                             const GValue *value,
                             GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PANE_VISIBLE:
      telaah_compare_set_pane_visible (TELAAH_COMPARE (object), g_value_get_boolean (value));
      break;

    case PROP_PAGE:
      telaah_compare_set_page (TELAAH_COMPARE (object), g_value_get_string (value));
      break;

    case PROP_TRANSPOSED:
      set_transposed (TELAAH_COMPARE (object), g_value_get_boolean (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_compare_dispose (GObject *object)
{
  TelaahCompare *self = TELAAH_COMPARE (object);
  GtkWidget *child;

  if (self->grid != NULL)
    telaah_compare_set_session (self, NULL);

  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_COMPARE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)   /* those without an id */
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_compare_parent_class)->dispose (object);
}

static void
add_signals (TelaahCompareClass *klass)
{
  signals[OPEN_PASSAGE] =
    g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_SOURCE] =
    g_signal_new ("open-source", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_PLACE] =
    g_signal_new ("open-place", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[TOLD] =
    g_signal_new ("told", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TELAAH_TYPE_GRID);
  g_type_ensure (TELAAH_TYPE_CELL_PANE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-compare.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, grid);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, pane);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, corner);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, corner_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, add_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, add_entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, first_entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, point_menu);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, cell_menu);
  gtk_widget_class_bind_template_child (widget_class, TelaahCompare, source_menu);

  gtk_widget_class_bind_template_callback (widget_class, telaah_compare_add_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_compare_add_first_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_compare_add_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, block_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_cell_cb);
  gtk_widget_class_bind_template_callback (widget_class, leave_cb);
  telaah_compare_bind_bar (widget_class);
}

static void
telaah_compare_class_init (TelaahCompareClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_compare_get_property;
  object_class->set_property = telaah_compare_set_property;
  object_class->dispose = telaah_compare_dispose;

  widget_class->measure = telaah_compare_measure;
  widget_class->size_allocate = telaah_compare_size_allocate;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_compare_grab_focus;

  properties[PROP_PANE_VISIBLE] =
    g_param_spec_boolean ("pane-visible", NULL, NULL, TRUE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PAGE] =
    g_param_spec_string ("page", NULL, NULL, "grid",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_TRANSPOSED] =
    g_param_spec_boolean ("transposed", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  add_signals (klass);
  telaah_compare_add_actions (widget_class);
  telaah_compare_add_point_actions (widget_class);
  telaah_compare_add_column_actions (widget_class);
  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "compare");
}

static void
telaah_compare_init (TelaahCompare *self)
{
  self->pane_visible = TRUE;
  self->page = "grid";

  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_grid_set_corner (self->grid, self->corner);
  telaah_compare_set_up_bar (self);

  if (g_signal_lookup ("show-cell", TELAAH_TYPE_CELL_PANE) != 0)
    g_signal_connect_swapped (self->pane, "show-cell", G_CALLBACK (go_to_cell_cb), self);

  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  telaah_compare_choose_page (self);
  telaah_compare_enable_actions (self);
}

GtkWidget *
telaah_compare_new (void)
{
  return g_object_new (TELAAH_TYPE_COMPARE, NULL);
}

/**
 * telaah_compare_set_session:
 * @session: (nullable):
 */
void
telaah_compare_set_session (TelaahCompare *self,
                            TelaahSession *session)
{
  g_return_if_fail (TELAAH_IS_COMPARE (self));

  if (self->session == session)
    return;

  telaah_compare_flush (self);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);

  /* The pane first: selecting in the grid shows in it. */
  telaah_cell_pane_set_session (self->pane, session);
  telaah_grid_set_session (self->grid, session);

  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  telaah_compare_hidden_set_session (self->hidden, session);
  telaah_outline_chooser_set_session (self->chooser, session);
  telaah_picture_view_set_session (self->picture, session);
  telaah_compare_filter_set_session (self->filter, session);
  telaah_compare_set_filter (self, NULL);
}

/**
 * telaah_compare_get_place:
 * @point: (out) (transfer full) (nullable): of the selected cell; %NULL where there is nothing to select
 * @source: (out) (transfer full) (nullable): %NULL for the point itself, "" for what it compares
 */
void
telaah_compare_get_place (TelaahCompare  *self,
                          char          **point,
                          char          **source)
{
  g_return_if_fail (TELAAH_IS_COMPARE (self));

  *point = g_strdup (telaah_grid_get_point (self->grid));
  *source = g_strdup (telaah_grid_get_source (self->grid));
}

/* Selects a place that telaah_compare_get_place() gave; a filter that leaves it out is taken off.
 * Returns: whether it is still there */
gboolean
telaah_compare_set_place (TelaahCompare *self,
                          const char    *point,
                          const char    *source)
{
  g_return_val_if_fail (TELAAH_IS_COMPARE (self), FALSE);

  if (telaah_grid_select (self->grid, point, source))
    return TRUE;

  if (!telaah_grid_filter_is_on (telaah_grid_get_filter (self->grid)))
    return FALSE;

  telaah_compare_set_filter (self, NULL);

  return telaah_grid_select (self->grid, point, source);
}

/* Saves what is being typed; to be called before an undo or closing. Returns: whether all of it is saved */
gboolean
telaah_compare_flush (TelaahCompare *self)
{
  g_return_val_if_fail (TELAAH_IS_COMPARE (self), FALSE);

  gboolean grid = telaah_grid_flush (self->grid);

  return telaah_cell_pane_flush (self->pane) && grid;
}

gboolean
telaah_compare_get_pane_visible (TelaahCompare *self)
{
  g_return_val_if_fail (TELAAH_IS_COMPARE (self), FALSE);

  return self->pane_visible;
}

void
telaah_compare_set_pane_visible (TelaahCompare *self,
                                 gboolean       visible)
{
  g_return_if_fail (TELAAH_IS_COMPARE (self));

  if (self->pane_visible == visible)
    return;

  self->pane_visible = visible;
  show_pane (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PANE_VISIBLE]);
}

/* Of the selected cell; where the side is hidden for want of width it comes. */
void
telaah_compare_show_candidates (TelaahCompare *self)
{
  g_return_if_fail (TELAAH_IS_COMPARE (self));

  if (!telaah_compare_has_cell (self))
    return;

  if (g_strcmp0 (gtk_stack_get_visible_child_name (GTK_STACK (self->stack)), "grid") != 0)
    telaah_compare_set_page (self, "grid");
  telaah_compare_set_pane_visible (self, TRUE);
  telaah_cell_pane_show_candidates (self->pane);
}
