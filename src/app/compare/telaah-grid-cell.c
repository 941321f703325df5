/* One field of the comparison: a light widget that draws its words itself and is used again for another field.
 *
 * Ground, borders, padding and the focus ring are the style sheet's; the words are a few Pango layouts, kept with
 * the render node that they made until words, width, font or colour change.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-cell.h"

#include "app/compare/telaah-grid-painting.h"

struct _TelaahGridCell
{
  GtkWidget           parent_instance;

  TelaahGridKind      kind;
  TelaahGridPlace     place;
  TelaahGridFace     *face;
  gboolean            block;
  guint               quote;     /* that the keys are at, from 1 */

  /* Made from the face. */
  TelaahGridPainting  painting;
  GskRenderNode      *node;

  /* What they were made with. */
  guint               font_serial;
  GdkRGBA             color;
};

G_DEFINE_FINAL_TYPE (TelaahGridCell, telaah_grid_cell, GTK_TYPE_WIDGET)

static const char *const kind_classes[TELAAH_N_GRID_KINDS] = { "topic", "source", "point", "cell", "comparison" };

static void
drop_node (TelaahGridCell *self)
{
  g_clear_pointer (&self->node, gsk_render_node_unref);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop_painting (TelaahGridCell *self)
{
  telaah_grid_painting_clear (&self->painting);
  drop_node (self);
}

static void
lay_out (TelaahGridCell *self,
         int             width)
{
  if (self->face != NULL && width > 0 &&
      telaah_grid_painting_lay_out (&self->painting, GTK_WIDGET (self), self->face, width))
    g_clear_pointer (&self->node, gsk_render_node_unref);
}

static void
telaah_grid_cell_dispose (GObject *object)
{
  TelaahGridCell *self = TELAAH_GRID_CELL (object);

  drop_painting (self);
  g_clear_pointer (&self->face, telaah_grid_face_free);

  G_OBJECT_CLASS (telaah_grid_cell_parent_class)->dispose (object);
}

static GtkSizeRequestMode
telaah_grid_cell_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
telaah_grid_cell_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  TelaahGridCell *self = TELAAH_GRID_CELL (widget);

  *minimum = *natural = 0;

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    {
      lay_out (self, for_size);
      *natural = self->painting.height;
    }
}

static void
telaah_grid_cell_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  lay_out (TELAAH_GRID_CELL (widget), width);
}

static void
telaah_grid_cell_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TelaahGridCell *self = TELAAH_GRID_CELL (widget);

  if (self->face == NULL || self->painting.width <= 0)
    return;

  if (self->node == NULL)
    self->node = telaah_grid_painting_draw (&self->painting, widget, self->face, &self->color);

  if (self->node != NULL)
    gtk_snapshot_append_node (snapshot, self->node);

  if (self->quote > 0)
    telaah_grid_painting_draw_ring (&self->painting, widget, snapshot, self->quote);
}

/* Most changes of style are a pointer passing over: those keep what is drawn. */
static void
telaah_grid_cell_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  TelaahGridCell *self = TELAAH_GRID_CELL (widget);
  guint serial;
  GdkRGBA color;

  GTK_WIDGET_CLASS (telaah_grid_cell_parent_class)->css_changed (widget, change);

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));

  if (serial != self->font_serial)
    {
      self->font_serial = serial;
      drop_painting (self);
      gtk_widget_queue_resize (widget);
    }

  if (!gdk_rgba_equal (&color, &self->color))
    {
      self->color = color;
      drop_node (self);
    }
}

static void
telaah_grid_cell_direction_changed (GtkWidget        *widget,
                                    GtkTextDirection  previous)
{
  GTK_WIDGET_CLASS (telaah_grid_cell_parent_class)->direction_changed (widget, previous);

  drop_painting (TELAAH_GRID_CELL (widget));
  gtk_widget_queue_resize (widget);
}

static void
telaah_grid_cell_class_init (TelaahGridCellClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_grid_cell_dispose;

  widget_class->get_request_mode = telaah_grid_cell_get_request_mode;
  widget_class->measure = telaah_grid_cell_measure;
  widget_class->size_allocate = telaah_grid_cell_size_allocate;
  widget_class->snapshot = telaah_grid_cell_snapshot;
  widget_class->css_changed = telaah_grid_cell_css_changed;
  widget_class->direction_changed = telaah_grid_cell_direction_changed;

  gtk_widget_class_set_css_name (widget_class, "comparecell");
}

static void
telaah_grid_cell_init (TelaahGridCell *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/* @transposed: the sources stand before the rows and the points over the columns */
GtkWidget *
telaah_grid_cell_new (TelaahGridKind kind,
                      gboolean       transposed)
{
  static const GtkAccessibleRole roles[TELAAH_N_GRID_KINDS] = {
    GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, GTK_ACCESSIBLE_ROLE_ROW_HEADER,
    GTK_ACCESSIBLE_ROLE_GRID_CELL, GTK_ACCESSIBLE_ROLE_GRID_CELL,
  };
  GtkAccessibleRole role = roles[kind];
  TelaahGridCell *self;

  if (transposed && role != GTK_ACCESSIBLE_ROLE_GRID_CELL)
    role = kind == TELAAH_GRID_KIND_POINT ? GTK_ACCESSIBLE_ROLE_COLUMN_HEADER : GTK_ACCESSIBLE_ROLE_ROW_HEADER;

  self = g_object_new (TELAAH_TYPE_GRID_CELL, "accessible-role", role, "focusable", TRUE, NULL);

  self->kind = kind;
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, FALSE, -1);
  gtk_widget_add_css_class (GTK_WIDGET (self), kind_classes[kind]);

  return GTK_WIDGET (self);
}

TelaahGridKind
telaah_grid_cell_get_kind (TelaahGridCell *self)
{
  return self->kind;
}

/* Borrowed, to be read and written by the grid. */
TelaahGridPlace *
telaah_grid_cell_get_place (TelaahGridCell *self)
{
  return &self->place;
}

const TelaahGridFace *
telaah_grid_cell_get_face (TelaahGridCell *self)
{
  return self->face;
}

static void
set_class (TelaahGridCell *self,
           const char     *name,
           gboolean        on)
{
  if (on)
    gtk_widget_add_css_class (GTK_WIDGET (self), name);
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), name);
}

static void
tell_state (TelaahGridCell *self)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (self);

  gtk_accessible_update_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL, self->face->name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), self->face->rest);

  if (self->face->fold != TELAAH_GRID_FOLD_NONE)
    gtk_accessible_update_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED,
                                 self->face->fold == TELAAH_GRID_FOLD_OPEN, -1);
  else if (self->kind == TELAAH_GRID_KIND_POINT)
    gtk_accessible_reset_state (accessible, GTK_ACCESSIBLE_STATE_EXPANDED);
}

/**
 * telaah_grid_cell_take_face:
 * @face: (transfer full): of the kind that the cell was made for
 */
void
telaah_grid_cell_take_face (TelaahGridCell *self,
                            TelaahGridFace *face)
{
  GtkWidget *widget = GTK_WIDGET (self);

  g_return_if_fail (TELAAH_IS_GRID_CELL (self));
  g_return_if_fail (face->kind == self->kind);

  if (self->face != NULL && telaah_grid_face_equal (self->face, face))
    {
      telaah_grid_face_free (face);
      return;
    }

  g_clear_pointer (&self->face, telaah_grid_face_free);
  self->face = face;
  drop_painting (self);
  tell_state (self);

  set_class (self, "silent", face->kind == TELAAH_GRID_KIND_CELL && face->status == TELAAH_STATUS_SILENT);
  set_class (self, "faint", face->faint);
  gtk_widget_queue_resize (widget);
}

/**
 * telaah_grid_cell_set_chosen:
 * @cursor: it is where the keys are
 * @block: it is among those that are selected
 */
void
telaah_grid_cell_set_chosen (TelaahGridCell *self,
                             gboolean        cursor,
                             gboolean        block)
{
  if (cursor != gtk_widget_has_css_class (GTK_WIDGET (self), "chosen"))
    set_class (self, "chosen", cursor);

  if (block == self->block)
    return;

  self->block = block;
  set_class (self, "block", block);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, block, -1);
}

/* @number: of the quote that the keys are at, from 1; 0: none */
void
telaah_grid_cell_set_quote (TelaahGridCell *self,
                            guint           number)
{
  g_return_if_fail (TELAAH_IS_GRID_CELL (self));

  if (self->quote == number)
    return;

  self->quote = number;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* The number of the quote at a place (pixels, in the widget), from 1; 0: none is there. */
guint
telaah_grid_cell_find_quote (TelaahGridCell *self,
                             double          x,
                             double          y)
{
  g_return_val_if_fail (TELAAH_IS_GRID_CELL (self), 0);

  return telaah_grid_painting_find_quote (&self->painting, y);
}

/* Pixels, in the widget. */
gboolean
telaah_grid_cell_get_quote_box (TelaahGridCell *self,
                                guint           number,
                                GdkRectangle   *box)
{
  g_return_val_if_fail (TELAAH_IS_GRID_CELL (self), FALSE);

  return telaah_grid_painting_get_quote_box (&self->painting, number, box);
}

/* For those who hear it; both are counted from 1, the header and the first column among them. */
void
telaah_grid_cell_tell_place (TelaahGridCell *self)
{
  int row = self->place.row == G_MAXUINT ? 1 : (int) self->place.row + 2;

  g_return_if_fail (TELAAH_IS_GRID_CELL (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX, row,
                                  GTK_ACCESSIBLE_RELATION_COL_INDEX, (int) self->place.column + 1, -1);
}

/* Colours have changed that are not the widget's own. */
void
telaah_grid_cell_redraw (TelaahGridCell *self)
{
  g_return_if_fail (TELAAH_IS_GRID_CELL (self));

  drop_node (self);
}

/* Whether a point (pixels, in the widget) is on the arrow that folds, with some room for a hasty hand. */
gboolean
telaah_grid_cell_is_arrow (TelaahGridCell *self,
                           double          x,
                           double          y)
{
  const PangoRectangle *arrow = &self->painting.arrow;
  double inner;

  if (self->face == NULL || self->face->fold == TELAAH_GRID_FOLD_NONE)
    return FALSE;

  inner = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? self->painting.width - x : x;

  return inner >= arrow->x - arrow->width / 2.0 && inner <= arrow->x + arrow->width * 1.1 && y <= 2 * arrow->height;
}
