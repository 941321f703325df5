/* Writes the points and questions of an outline alone, as JSON: what a teacher gives to students.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include "formats/telaah-labels.h"
#include "formats/telaah-outline-json-private.h"

/* A point that takes its title from a theme takes it along, as themes stay behind. */
static void
write_points (JsonBuilder   *builder,
              TelaahOutline *outline,
              GPtrArray     *points)
{
  json_builder_set_member_name (builder, "points");
  json_builder_begin_array (builder);
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);
      gboolean named = f->theme != NULL && (f->title == NULL || *f->title == '\0');
      const char *title = named ? telaah_outline_get_point_title (outline, node->point) : f->title;

      json_builder_begin_object (builder);
      telaah_outline_write_string (builder, "id", f->id);
      telaah_outline_write_string (builder, "title", title);
      telaah_outline_write_string (builder, "question", f->question);
      write_points (builder, outline, node->points);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * telaah_outline_to_template:
 *
 * The points keep their ids, so that what several people make of it can be merged again.
 *
 * Returns: (transfer full): JSON that telaah_outline_from_json() reads, ending in a line feed
 */
char *
telaah_outline_to_template (TelaahOutline *outline)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  g_return_val_if_fail (outline != NULL, NULL);

  json_builder_begin_object (builder);
  telaah_outline_write_header (builder);
  json_builder_set_member_name (builder, "template");
  json_builder_add_boolean_value (builder, TRUE);
  telaah_outline_write_string (builder, "name", outline->name);
  telaah_outline_write_string (builder, "title", outline->title);
  telaah_outline_write_string (builder, "question", outline->question);
  telaah_outline_write_string (builder, "language", outline->language);
  telaah_outline_write_string (builder, "generator", "telaah " TELAAH_VERSION);
  write_points (builder, outline, outline->points);
  json_builder_end_object (builder);

  return telaah_outline_generate (builder);
}
