/* Writes the comparative outline as JSON, as data/outline.schema.json describes it: the same
 * outline always gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <json-glib/json-glib.h>

G_DEFINE_QUARK (telaah-outline-error-quark, telaah_outline_error)

static void
write_string (JsonBuilder *builder,
              const char  *name,
              const char  *value)
{
  json_builder_set_member_name (builder, name);
  if (value != NULL)
    json_builder_add_string_value (builder, value);
  else
    json_builder_add_null_value (builder);
}

static void
write_int (JsonBuilder *builder,
           const char  *name,
           gint64       value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_int_value (builder, value);
}

static void
begin_array (JsonBuilder *builder,
             const char  *name)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_array (builder);
}

static void
write_source (JsonBuilder  *builder,
              TelaahSource *source)
{
  const TelaahSourceFields *f = telaah_source_fields (source);

  json_builder_begin_object (builder);
  write_string (builder, "id", f->id);
  write_string (builder, "title", f->title);
  write_string (builder, "author", f->author);
  write_string (builder, "publisher", f->publisher);
  write_string (builder, "date", f->date);
  write_string (builder, "url", f->url);
  write_string (builder, "language", f->language);
  write_string (builder, "fileName", f->file_name);
  write_string (builder, "sha256", f->sha256);
  write_int (builder, "characters", f->characters);
  json_builder_end_object (builder);
}

static void
write_theme (JsonBuilder *builder,
             TelaahTheme *theme)
{
  const TelaahThemeFields *f = telaah_theme_fields (theme);

  json_builder_begin_object (builder);
  write_string (builder, "id", f->id);
  write_string (builder, "name", f->name);
  write_string (builder, "color", f->color);
  write_string (builder, "description", f->description);
  write_string (builder, "parent", f->parent);
  json_builder_end_object (builder);
}

static void
write_passage (JsonBuilder   *builder,
               TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  GPtrArray *notes = telaah_passage_get_notes (passage);

  json_builder_begin_object (builder);
  write_string (builder, "passage", f->id);
  write_int (builder, "start", f->span.start);
  write_int (builder, "end", f->span.end);
  write_string (builder, "quote", f->quote);
  write_string (builder, "prefix", f->prefix != NULL ? f->prefix : "");
  write_string (builder, "suffix", f->suffix != NULL ? f->suffix : "");

  begin_array (builder, "themes");
  for (gsize i = 0; f->themes[i] != NULL; i++)
    json_builder_add_string_value (builder, f->themes[i]);
  json_builder_end_array (builder);

  write_string (builder, "coder", f->coder);

  begin_array (builder, "notes");
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    json_builder_add_string_value (builder, telaah_note_fields (notes->pdata[i])->text);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
write_cell (JsonBuilder *builder,
            TelaahCell  *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);

  json_builder_begin_object (builder);
  write_string (builder, "source", f->source);
  write_string (builder, "status", telaah_status_to_string (f->status));
  write_string (builder, "summary", f->summary);
  json_builder_set_member_name (builder, "stale");
  json_builder_add_boolean_value (builder, telaah_cell_is_stale (cell));

  begin_array (builder, "evidence");
  for (guint i = 0; i < evidence->len; i++)
    write_passage (builder, evidence->pdata[i]);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
write_points (JsonBuilder *builder,
              GPtrArray   *points)
{
  begin_array (builder, "points");
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);

      json_builder_begin_object (builder);
      write_string (builder, "id", f->id);
      write_string (builder, "title", f->title);
      write_string (builder, "theme", f->theme);
      write_string (builder, "similarities", f->similarities);
      write_string (builder, "differences", f->differences);

      begin_array (builder, "cells");
      for (guint j = 0; j < node->cells->len; j++)
        write_cell (builder, node->cells->pdata[j]);
      json_builder_end_array (builder);

      write_points (builder, node->points);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/**
 * telaah_outline_to_json:
 *
 * Returns: (transfer full): the whole outline with its evidence, ending in a line feed
 */
char *
telaah_outline_to_json (TelaahOutline *outline)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;
  GString *json = g_string_new (NULL);

  g_return_val_if_fail (outline != NULL, g_string_free (json, FALSE));

  json_builder_begin_object (builder);
  write_string (builder, "format", "telaah-outline");
  write_int (builder, "version", 1);
  write_string (builder, "title", outline->title);
  write_string (builder, "question", outline->question);
  write_string (builder, "language", outline->language);
  write_string (builder, "created", outline->created);
  write_string (builder, "modified", outline->modified);
  write_string (builder, "generator", "telaah " TELAAH_VERSION);

  begin_array (builder, "sources");
  for (guint i = 0; i < outline->sources->len; i++)
    write_source (builder, outline->sources->pdata[i]);
  json_builder_end_array (builder);

  begin_array (builder, "themes");
  for (guint i = 0; i < outline->themes->len; i++)
    write_theme (builder, outline->themes->pdata[i]);
  json_builder_end_array (builder);

  write_points (builder, outline->points);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_to_gstring (generator, json);
  g_string_append_c (json, '\n');

  return g_string_free (json, FALSE);
}
