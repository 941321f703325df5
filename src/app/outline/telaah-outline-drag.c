/* Headings of the document are dragged to another place, also from and to the list beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-drag.h"

#include "app/outline/telaah-outline-points.h"

/* A block that takes drops, and the heading that it is dragged by. Goes with the block, or when it is built anew. */
typedef struct
{
  GtkWidget     *block;
  GtkWidget     *heading;     /* weak */
  TelaahSession *session;
  char          *point;
} Drag;

static const char *const drop_classes[] = {
  [TELAAH_POINT_DROP_ABOVE] = "drop-above",
  [TELAAH_POINT_DROP_BELOW] = "drop-below",
  [TELAAH_POINT_DROP_FIRST] = "drop-below",
  [TELAAH_POINT_DROP_INTO] = "drop-into",
};

static void
drag_free (gpointer data)
{
  Drag *self = data;

  g_clear_weak_pointer (&self->heading);
  g_object_unref (self->session);
  g_free (self->point);
  g_free (self);
}

/* ---- Away from here ---- */

/* Not while its title is being written: there the pointer selects words. */
static GdkContentProvider *
prepare_cb (GtkDragSource *source,
            double         x,
            double         y,
            Drag          *self)
{
  TelaahPoint *point = telaah_session_find_point (self->session, self->point);
  GtkRoot *root = gtk_widget_get_root (self->heading);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (point == NULL || (GTK_IS_TEXT (focus) && gtk_widget_is_ancestor (focus, self->heading)))
    return NULL;

  return gdk_content_provider_new_typed (TELAAH_TYPE_POINT, point);
}

static void
begin_cb (GtkDragSource *source,
          GdkDrag       *drag,
          Drag          *self)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (self->heading);

  gtk_drag_source_set_icon (source, picture, 12, 12);
  gtk_widget_add_css_class (self->block, "dragged");
}

static void
end_cb (GtkDragSource *source,
        GdkDrag       *drag,
        gboolean       delete_data,
        Drag          *self)
{
  gtk_widget_remove_css_class (self->block, "dragged");
}

/* ---- To here ---- */

static void
show_drop (Drag       *self,
           const char *css_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    if (g_strcmp0 (drop_classes[i], css_class) != 0)
      gtk_widget_remove_css_class (self->block, drop_classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (self->block, css_class);
}

static gboolean
has_points (Drag *self)
{
  GListModel *points = telaah_session_get_points (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);

      if (g_strcmp0 (telaah_point_fields (point)->parent, self->point) == 0)
        return TRUE;
    }

  return FALSE;
}

/* On the upper half of the heading it goes above, on the lower one into it, on what is written there below. */
static gboolean
find_drop (Drag             *self,
           const GValue     *value,
           double            y,
           TelaahPointDrop  *drop,
           const char      **parent,
           const char      **before)
{
  TelaahPoint *dragged = value != NULL && G_VALUE_HOLDS (value, TELAAH_TYPE_POINT) ? g_value_get_object (value) : NULL;
  graphene_rect_t heading;

  if (dragged == NULL || self->heading == NULL || !gtk_widget_compute_bounds (self->heading, self->block, &heading))
    return FALSE;

  if (y < heading.origin.y + heading.size.height / 2)
    *drop = TELAAH_POINT_DROP_ABOVE;
  else if (y < heading.origin.y + heading.size.height)
    *drop = TELAAH_POINT_DROP_INTO;
  else
    *drop = has_points (self) ? TELAAH_POINT_DROP_FIRST : TELAAH_POINT_DROP_BELOW;

  return telaah_point_find_drop (telaah_session_get_points (self->session), telaah_point_fields (dragged)->id,
                                 self->point, *drop, parent, before);
}

static GdkDragAction
motion_cb (GtkDropTarget *target,
           double         x,
           double         y,
           Drag          *self)
{
  TelaahPointDrop drop;
  const char *parent, *before;

  if (!find_drop (self, gtk_drop_target_get_value (target), y, &drop, &parent, &before))
    {
      show_drop (self, NULL);
      return 0;
    }

  show_drop (self, drop_classes[drop]);

  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target,
          Drag          *self)
{
  show_drop (self, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue  *value,
         double         x,
         double         y,
         Drag          *self)
{
  GtkWidget *block = self->block;
  TelaahPointDrop drop;
  const char *parent, *before;
  g_autofree char *dragged = NULL;
  g_autoptr(GError) error = NULL;

  show_drop (self, NULL);
  if (!find_drop (self, value, y, &drop, &parent, &before))
    return FALSE;

  dragged = g_strdup (telaah_point_fields (g_value_get_object (value))->id);
  if (telaah_session_move_point (self->session, dragged, parent, before, &error))
    return TRUE;

  gtk_widget_activate_action (block, "outline.fail", "s", error->message);

  return FALSE;
}

/* @block: where others are dropped; @heading: within it, what it is dragged by. The heading may go before the block. */
void
telaah_outline_drag_attach (GtkWidget     *block,
                            GtkWidget     *heading,
                            TelaahSession *session,
                            const char    *point)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TELAAH_TYPE_POINT, GDK_ACTION_MOVE);
  Drag *self = g_new0 (Drag, 1);
  GtkEventController *before = g_object_get_data (G_OBJECT (block), "telaah-drop");

  *self = (Drag) { block, NULL, g_object_ref (session), g_strdup (point) };
  g_set_weak_pointer (&self->heading, heading);
  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect (source, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (source, "drag-end", G_CALLBACK (end_cb), self);
  gtk_widget_add_controller (heading, GTK_EVENT_CONTROLLER (source));

  /* A block that is built once more has another heading. */
  if (before != NULL)
    gtk_widget_remove_controller (block, before);
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (block, GTK_EVENT_CONTROLLER (target));
  g_object_set_data (G_OBJECT (block), "telaah-drop", target);
  g_object_set_data_full (G_OBJECT (target), "telaah-drag", self, drag_free);
}
