/* A comparative outline as one value.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-outline.h"

TelaahOutline *
telaah_outline_new (void)
{
  TelaahOutline *self = g_new0 (TelaahOutline, 1);

  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_ptr_array_new_with_free_func (g_object_unref);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_outline_point_free);

  return self;
}

void
telaah_outline_free (TelaahOutline *self)
{
  g_free (self->title);
  g_free (self->question);
  g_free (self->language);
  g_free (self->created);
  g_free (self->modified);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->points);
  g_free (self);
}

/* With no cells and no points below it yet; takes a reference on @point. */
TelaahOutlinePoint *
telaah_outline_point_new (TelaahPoint *point)
{
  TelaahOutlinePoint *self = g_new0 (TelaahOutlinePoint, 1);

  self->point = g_object_ref (point);
  self->cells = g_ptr_array_new_with_free_func (g_object_unref);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_outline_point_free);

  return self;
}

void
telaah_outline_point_free (TelaahOutlinePoint *self)
{
  g_clear_object (&self->point);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->points);
  g_free (self);
}
