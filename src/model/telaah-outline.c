/* A comparative outline as one value.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-outline.h"

static void
context_free (gpointer data)
{
  TelaahContext *context = data;

  g_free (context->section);
  g_free (context->before);
  g_free (context->after);
  g_free (context);
}

TelaahOutline *
telaah_outline_new (void)
{
  TelaahOutline *self = g_new0 (TelaahOutline, 1);

  self->sources = g_ptr_array_new_with_free_func (g_object_unref);
  self->themes = g_ptr_array_new_with_free_func (g_object_unref);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_outline_point_free);
  self->contexts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, context_free);
  self->attributes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);

  return self;
}

void
telaah_outline_free (TelaahOutline *self)
{
  g_free (self->id);
  g_free (self->name);
  g_free (self->second_language);
  g_free (self->title);
  g_free (self->question);
  g_free (self->language);
  g_free (self->created);
  g_free (self->modified);
  g_ptr_array_unref (self->sources);
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->points);
  g_hash_table_unref (self->contexts);
  g_hash_table_unref (self->attributes);
  g_free (self);
}

/* With no cells and no points below it yet; takes a reference on @point. */
TelaahOutlinePoint *
telaah_outline_point_new (TelaahPoint *point)
{
  TelaahOutlinePoint *self = g_new0 (TelaahOutlinePoint, 1);

  self->point = g_object_ref (point);
  self->cells = g_ptr_array_new_with_free_func (g_object_unref);
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->points = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_outline_point_free);

  return self;
}

void
telaah_outline_point_free (TelaahOutlinePoint *self)
{
  g_clear_object (&self->point);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->links);
  g_ptr_array_unref (self->points);
  g_free (self);
}

/* NULL where it was not asked for, or is not known. */
const TelaahContext *
telaah_outline_get_context (TelaahOutline *self,
                            const char    *passage)
{
  return g_hash_table_lookup (self->contexts, passage);
}

void
telaah_outline_add_context (TelaahOutline *self,
                            const char    *passage,
                            const char    *section,
                            const char    *before,
                            const char    *after)
{
  TelaahContext *context = g_new0 (TelaahContext, 1);

  context->section = g_strdup (section);
  context->before = g_strdup (before);
  context->after = g_strdup (after);
  g_hash_table_insert (self->contexts, g_strdup (passage), context);
}

/**
 * telaah_outline_get_attributes:
 *
 * Returns: (transfer none): name, value, name, value, …, %NULL; never %NULL itself
 */
const char *const *
telaah_outline_get_attributes (TelaahOutline *self,
                               const char    *source)
{
  static const char *const none[] = { NULL };
  const char *const *pairs = g_hash_table_lookup (self->attributes, source);

  return pairs != NULL ? pairs : none;
}

void
telaah_outline_add_attributes (TelaahOutline     *self,
                               const char        *source,
                               const char *const *pairs)
{
  g_hash_table_insert (self->attributes, g_strdup (source), g_strdupv ((char **) pairs));
}

static guint
count_points (GPtrArray *points)
{
  guint n = points->len;

  for (guint i = 0; i < points->len; i++)
    n += count_points (((TelaahOutlinePoint *) points->pdata[i])->points);

  return n;
}

/* At all levels. */
guint
telaah_outline_count_points (TelaahOutline *self)
{
  return count_points (self->points);
}
