/* Themes of the tree that are dragged: onto another, between two, or to the heading.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-tree-private.h"

#include "app/reader/telaah-swatch.h"

/* The part of a row, from either end, where what is dragged goes beside it and not into it. */
#define EDGE 0.28

/**
 * telaah_theme_tree_drop:
 * @target: (nullable): the theme that @theme is dropped at; %NULL: the top of the tree, its beginning or its end
 *
 * Returns: whether it has gone there
 */
gboolean
telaah_theme_tree_drop (TelaahThemeTree *self,
                        const char      *theme,
                        const char      *target,
                        TelaahThemeZone  zone)
{
  gboolean folded = target != NULL && g_hash_table_contains (self->folded, target);
  TelaahThemePlace place;

  return self->session != NULL &&
         telaah_theme_place_drop (telaah_session_get_themes (self->session), theme, target, zone, folded, &place) &&
         telaah_theme_tree_place (self, theme, &place);
}

/* ---- Where ---- */

static GtkListBoxRow *
find_last_row (TelaahThemeTree *self)
{
  GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  while (row != NULL && (!gtk_widget_get_visible (row) || !TELAAH_IS_THEME_ROW (row) ||
                         telaah_live_rows_get_item (GTK_LIST_BOX_ROW (row)) == NULL))
    row = gtk_widget_get_prev_sibling (row);

  return GTK_LIST_BOX_ROW (row);
}

/* @row: (out) (nullable): what is under the point, %NULL on the heading and below the last */
static TelaahThemeZone
locate (TelaahThemeTree  *self,
        double            x,
        double            y,
        GtkListBoxRow   **row)
{
  graphene_point_t at;
  graphene_rect_t bounds;
  double part;

  *row = NULL;
  if (!gtk_widget_compute_point (GTK_WIDGET (self), GTK_WIDGET (self->list), &GRAPHENE_POINT_INIT (x, y), &at) ||
      at.y < 0)
    return TELAAH_THEME_ZONE_BEFORE;

  *row = gtk_list_box_get_row_at_y (self->list, at.y);
  if (telaah_live_rows_get_item (*row) == NULL)
    *row = NULL;
  if (*row == NULL || !gtk_widget_compute_bounds (GTK_WIDGET (*row), GTK_WIDGET (self->list), &bounds))
    return TELAAH_THEME_ZONE_AFTER;

  part = (at.y - bounds.origin.y) / MAX (bounds.size.height, 1);

  return part < EDGE ? TELAAH_THEME_ZONE_BEFORE : part > 1 - EDGE ? TELAAH_THEME_ZONE_AFTER : TELAAH_THEME_ZONE_INTO;
}

static void
show_zone (TelaahThemeTree *self,
           GtkListBoxRow   *row,
           TelaahThemeZone  zone)
{
  if (self->zone_row != NULL)
    telaah_theme_row_set_zone (self->zone_row, -1);
  g_set_weak_pointer (&self->zone_row, TELAAH_THEME_ROW (row));
  if (row != NULL)
    telaah_theme_row_set_zone (self->zone_row, zone);
}

/* The line is drawn where the theme will be: at the depth that it will have. */
static void
show_place (TelaahThemeTree        *self,
            GtkListBoxRow          *row,
            TelaahThemeZone         zone,
            const TelaahThemePlace *place)
{
  GtkListBoxRow *before = telaah_live_rows_find (self->rows, place->before);

  if (row != NULL && zone == TELAAH_THEME_ZONE_INTO)
    show_zone (self, row, zone);
  else if (before != NULL && gtk_widget_get_visible (GTK_WIDGET (before)))
    show_zone (self, before, TELAAH_THEME_ZONE_BEFORE);
  else
    show_zone (self, row != NULL ? row : find_last_row (self), TELAAH_THEME_ZONE_AFTER);
}

/* ---- Taking in ---- */

static TelaahTheme *
get_dragged (GtkDropTarget *target)
{
  const GValue *value = gtk_drop_target_get_value (target);

  return value != NULL && G_VALUE_HOLDS (value, TELAAH_TYPE_THEME) ? g_value_get_object (value) : NULL;
}

static GdkDragAction
motion_cb (TelaahThemeTree *self,
           double           x,
           double           y,
           GtkDropTarget   *target)
{
  TelaahTheme *theme = get_dragged (target);
  GtkListBoxRow *row;
  TelaahThemeZone zone = locate (self, x, y, &row);
  gpointer item = telaah_live_rows_get_item (row);
  const char *id = item != NULL ? telaah_theme_fields (item)->id : NULL;
  TelaahThemePlace place;

  if (theme == NULL || self->session == NULL ||
      !telaah_theme_place_drop (telaah_session_get_themes (self->session), telaah_theme_fields (theme)->id, id, zone,
                                id != NULL && g_hash_table_contains (self->folded, id), &place))
    {
      show_zone (self, NULL, zone);
      return 0;
    }

  show_place (self, row, zone, &place);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (TelaahThemeTree *self)
{
  show_zone (self, NULL, TELAAH_THEME_ZONE_INTO);
}

static gboolean
drop_cb (TelaahThemeTree *self,
         const GValue    *value,
         double           x,
         double           y)
{
  g_autoptr(TelaahTheme) theme = g_value_dup_object (value);
  GtkListBoxRow *row;
  TelaahThemeZone zone = locate (self, x, y, &row);
  gpointer item = telaah_live_rows_get_item (row);
  g_autofree char *id = item != NULL ? g_strdup (telaah_theme_fields (item)->id) : NULL;

  leave_cb (self);

  return telaah_theme_tree_drop (self, telaah_theme_fields (theme)->id, id, zone);
}

/* ---- Giving out ---- */

static GdkContentProvider *
prepare_cb (TelaahThemeTree *self,
            double           x,
            double           y)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  gpointer item = telaah_live_rows_get_item (row);

  if (item == NULL || telaah_theme_row_is_naming (TELAAH_THEME_ROW (row)))
    return NULL;

  return gdk_content_provider_new_typed (TELAAH_TYPE_THEME, item);
}

/* A card with the dot and the name goes with the pointer. */
static void
drag_begin_cb (TelaahThemeTree *self,
               GdkDrag         *drag)
{
  GdkContentProvider *content = gdk_drag_get_content (drag);
  g_auto(GValue) value = G_VALUE_INIT;
  TelaahTheme *theme;
  GtkWidget *box, *swatch;

  g_value_init (&value, TELAAH_TYPE_THEME);
  if (!gdk_content_provider_get_value (content, &value, NULL))
    return;

  theme = g_value_get_object (&value);
  box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  swatch = telaah_swatch_new ();
  telaah_swatch_set (TELAAH_SWATCH (swatch), telaah_colors_get (self->colors, telaah_theme_fields (theme)->id), FALSE);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), swatch);
  gtk_box_append (GTK_BOX (box), gtk_label_new (telaah_theme_fields (theme)->name));
  gtk_widget_add_css_class (box, "dragged-theme");
  gtk_drag_icon_set_child (GTK_DRAG_ICON (gtk_drag_icon_get_for_drag (drag)), box);
}

void
telaah_theme_tree_init_drag (TelaahThemeTree *self)
{
  GtkDragSource *source = gtk_drag_source_new ();
  GtkDropTarget *target = gtk_drop_target_new (TELAAH_TYPE_THEME, GDK_ACTION_MOVE);

  gtk_drag_source_set_actions (source, GDK_ACTION_MOVE | GDK_ACTION_COPY);
  g_signal_connect_swapped (source, "prepare", G_CALLBACK (prepare_cb), self);
  g_signal_connect_swapped (source, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->list), GTK_EVENT_CONTROLLER (source));

  /* What is dragged has to be known while it hovers: it can't go below itself. */
  gtk_drop_target_set_preload (target, TRUE);
  g_signal_connect_swapped (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
