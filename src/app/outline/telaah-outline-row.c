/* A point in the list beside the document: it folds, and is dragged to another place, before or
 * after another one or into it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-row.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-points.h"

/* How far points are set in for each level, in pixels. */
#define INDENT 16

struct _TelaahOutlineRow
{
  GtkListBoxRow  parent_instance;

  TelaahSession *session;
  TelaahPoint   *point;
  guint          order;        /* in the list */
  gboolean       has_points;
  gboolean       folded;

  GtkWidget     *box;
  GtkWidget     *fold_button;
  GtkWidget     *label;
};

G_DEFINE_FINAL_TYPE (TelaahOutlineRow, telaah_outline_row, GTK_TYPE_LIST_BOX_ROW)

enum { FOLD, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *const drop_classes[] = {
  [TELAAH_POINT_DROP_ABOVE] = "drop-above",
  [TELAAH_POINT_DROP_BELOW] = "drop-below",
  [TELAAH_POINT_DROP_FIRST] = "drop-below",
  [TELAAH_POINT_DROP_INTO] = "drop-into",
};

static void
fold_clicked_cb (TelaahOutlineRow *self)
{
  g_signal_emit (self, signals[FOLD], 0);
}

/* The whole title, where it does not fit. */
static gboolean
tooltip_cb (GtkLabel   *label,
            int         x,
            int         y,
            gboolean    keyboard,
            GtkTooltip *tooltip)
{
  gtk_tooltip_set_text (tooltip, gtk_label_get_text (label));

  return pango_layout_is_ellipsized (gtk_label_get_layout (label));
}

/* ---- Dragging ---- */

static GdkContentProvider *
drag_prepare_cb (TelaahOutlineRow *self)
{
  return gdk_content_provider_new_typed (TELAAH_TYPE_POINT, self->point);
}

static void
drag_begin_cb (TelaahOutlineRow *self,
               GdkDrag          *drag,
               GtkDragSource    *source)
{
  g_autoptr(GdkPaintable) picture = gtk_widget_paintable_new (GTK_WIDGET (self));

  gtk_drag_source_set_icon (source, picture, 12, 12);
  gtk_widget_add_css_class (GTK_WIDGET (self), "dragged");
}

static void
drag_end_cb (TelaahOutlineRow *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self), "dragged");
}

static void
show_drop (TelaahOutlineRow *self,
           const char       *css_class)
{
  for (guint i = 0; i < G_N_ELEMENTS (drop_classes); i++)
    if (g_strcmp0 (drop_classes[i], css_class) != 0)
      gtk_widget_remove_css_class (GTK_WIDGET (self), drop_classes[i]);
  if (css_class != NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), css_class);
}

/* Where it would go if it were dropped at @y. */
static gboolean
find_drop (TelaahOutlineRow  *self,
           const GValue      *value,
           double             y,
           TelaahPointDrop   *drop,
           const char       **parent,
           const char       **before)
{
  TelaahPoint *dragged = value != NULL && G_VALUE_HOLDS (value, TELAAH_TYPE_POINT) ? g_value_get_object (value) : NULL;
  double part = y / MAX (1, gtk_widget_get_height (GTK_WIDGET (self)));

  if (dragged == NULL)
    return FALSE;

  *drop = part < 0.3 ? TELAAH_POINT_DROP_ABOVE
        : part < 0.7 ? TELAAH_POINT_DROP_INTO
        : self->has_points && !self->folded ? TELAAH_POINT_DROP_FIRST
        : TELAAH_POINT_DROP_BELOW;

  return telaah_point_find_drop (telaah_session_get_points (self->session), telaah_point_fields (dragged)->id,
                                 telaah_point_fields (self->point)->id, *drop, parent, before);
}

static GdkDragAction
drop_motion_cb (TelaahOutlineRow *self,
                double            x,
                double            y,
                GtkDropTarget    *target)
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
drop_leave_cb (TelaahOutlineRow *self)
{
  show_drop (self, NULL);
}

static gboolean
drop_cb (TelaahOutlineRow *self,
         const GValue     *value,
         double            x,
         double            y)
{
  TelaahPointDrop drop;
  const char *parent, *before;
  g_autofree char *dragged = NULL;
  g_autoptr(GError) error = NULL;

  show_drop (self, NULL);
  if (!find_drop (self, value, y, &drop, &parent, &before))
    return FALSE;

  /* What is dropped into it is to be seen. */
  if (drop == TELAAH_POINT_DROP_INTO && self->folded)
    g_signal_emit (self, signals[FOLD], 0);

  dragged = g_strdup (telaah_point_fields (g_value_get_object (value))->id);
  if (telaah_session_move_point (self->session, dragged, parent, before, &error))
    return TRUE;

  gtk_widget_activate_action (GTK_WIDGET (self), "outline.fail", "s", error->message);

  return FALSE;
}

static void
add_dragging (TelaahOutlineRow *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TELAAH_TYPE_POINT, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (drag_prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (source, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (source));

  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "enter", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (drop_motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (drop_leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/* ---- The object ---- */

static void
telaah_outline_row_dispose (GObject *object)
{
  TelaahOutlineRow *self = TELAAH_OUTLINE_ROW (object);

  g_clear_object (&self->point);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_outline_row_parent_class)->dispose (object);
}

static void
telaah_outline_row_class_init (TelaahOutlineRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = telaah_outline_row_dispose;

  signals[FOLD] =
    g_signal_new ("fold", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
telaah_outline_row_init (TelaahOutlineRow *self)
{
  self->fold_button = gtk_button_new_from_icon_name ("pan-down-symbolic");
  gtk_widget_set_focusable (self->fold_button, FALSE);   /* the keyboard folds with the arrows */
  gtk_widget_set_valign (self->fold_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->fold_button, "flat");
  gtk_widget_add_css_class (self->fold_button, "outline-fold");
  g_signal_connect_swapped (self->fold_button, "clicked", G_CALLBACK (fold_clicked_cb), self);

  self->label = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (self->label, TRUE);
  gtk_widget_set_has_tooltip (self->label, TRUE);
  g_signal_connect (self->label, "query-tooltip", G_CALLBACK (tooltip_cb), NULL);

  self->box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_box_append (GTK_BOX (self->box), self->fold_button);
  gtk_box_append (GTK_BOX (self->box), self->label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), self->box);

  add_dragging (self);
}

GtkWidget *
telaah_outline_row_new (TelaahSession *session)
{
  TelaahOutlineRow *self = g_object_new (TELAAH_TYPE_OUTLINE_ROW, NULL);

  self->session = g_object_ref (session);

  return GTK_WIDGET (self);
}

/* @order: its place among all points */
void
telaah_outline_row_set_point (TelaahOutlineRow *self,
                              TelaahPoint      *point,
                              guint             order)
{
  const char *label;

  g_return_if_fail (TELAAH_IS_OUTLINE_ROW (self));

  g_set_object (&self->point, point);
  self->order = order;

  label = telaah_point_get_label (self->session, point);
  gtk_label_set_label (GTK_LABEL (self->label), label);
  gtk_widget_set_margin_start (self->box, telaah_point_fields (point)->depth * INDENT);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) telaah_point_fields (point)->depth + 1, -1);
}

void
telaah_outline_row_set_fold (TelaahOutlineRow *self,
                             gboolean          has_points,
                             gboolean          folded)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_ROW (self));

  self->has_points = has_points;
  self->folded = folded;

  gtk_widget_set_opacity (self->fold_button, has_points ? 1 : 0);
  gtk_widget_set_sensitive (self->fold_button, has_points);
  gtk_button_set_icon_name (GTK_BUTTON (self->fold_button), folded ? "pan-end-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->fold_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, folded ? _("Unfold") : _("Fold"), -1);
  if (has_points)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, !folded, -1);
  else
    gtk_accessible_reset_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED);
}

const char *
telaah_outline_row_get_point (TelaahOutlineRow *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_ROW (self), NULL);

  return telaah_point_fields (self->point)->id;
}

guint
telaah_outline_row_get_depth (TelaahOutlineRow *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_ROW (self), 0);

  return telaah_point_fields (self->point)->depth;
}

guint
telaah_outline_row_get_order (TelaahOutlineRow *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_ROW (self), 0);

  return self->order;
}

/* Whether it can be folded, or unfolded, now. */
gboolean
telaah_outline_row_can_fold (TelaahOutlineRow *self,
                             gboolean          fold)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_ROW (self), FALSE);

  return self->has_points && self->folded != fold;
}
