/* Writes the comparative outline as JSON, as data/outline.schema.json describes it: the same
 * outline always gives the same bytes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include "formats/telaah-outline-json-private.h"

G_DEFINE_QUARK (telaah-outline-error-quark, telaah_outline_error)

/* @value: (nullable): */
void
telaah_outline_write_string (JsonBuilder *builder,
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
write_flag (JsonBuilder *builder,
            const char  *name,
            gboolean     value)
{
  json_builder_set_member_name (builder, name);
  json_builder_add_boolean_value (builder, value);
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

/* @pairs: name, value, …, NULL. */
static void
write_attributes (JsonBuilder       *builder,
                  const char *const *pairs)
{
  json_builder_set_member_name (builder, "attributes");
  json_builder_begin_object (builder);
  for (; pairs[0] != NULL && pairs[1] != NULL; pairs += 2)
    telaah_outline_write_string (builder, pairs[0], pairs[1]);
  json_builder_end_object (builder);
}

static void
write_source (JsonBuilder   *builder,
              TelaahOutline *outline,
              TelaahSource  *source)
{
  const TelaahSourceFields *f = telaah_source_fields (source);

  json_builder_begin_object (builder);
  telaah_outline_write_string (builder, "id", f->id);
  telaah_outline_write_string (builder, "title", f->title);
  telaah_outline_write_string (builder, "author", f->author);
  telaah_outline_write_string (builder, "publisher", f->publisher);
  telaah_outline_write_string (builder, "date", f->date);
  telaah_outline_write_string (builder, "url", f->url);
  telaah_outline_write_string (builder, "language", f->language);
  telaah_outline_write_string (builder, "medium", f->medium);
  telaah_outline_write_string (builder, "container", f->container);
  telaah_outline_write_string (builder, "volume", f->volume);
  telaah_outline_write_string (builder, "issue", f->issue);
  telaah_outline_write_string (builder, "pages", f->pages);
  telaah_outline_write_string (builder, "doi", f->doi);
  telaah_outline_write_string (builder, "accessed", f->accessed);
  telaah_outline_write_string (builder, "fileName", f->file_name);
  telaah_outline_write_string (builder, "sha256", f->sha256);
  write_int (builder, "characters", f->characters);
  write_attributes (builder, telaah_outline_get_attributes (outline, f->id));
  json_builder_end_object (builder);
}

static void
write_theme (JsonBuilder *builder,
             TelaahTheme *theme)
{
  const TelaahThemeFields *f = telaah_theme_fields (theme);

  json_builder_begin_object (builder);
  telaah_outline_write_string (builder, "id", f->id);
  telaah_outline_write_string (builder, "name", f->name);
  telaah_outline_write_string (builder, "color", f->color);
  telaah_outline_write_string (builder, "description", f->description);
  telaah_outline_write_string (builder, "parent", f->parent);
  json_builder_end_object (builder);
}

static void
write_passage (JsonBuilder   *builder,
               TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  GPtrArray *notes = telaah_passage_get_notes (passage);

  json_builder_begin_object (builder);
  telaah_outline_write_string (builder, "passage", f->id);
  write_int (builder, "start", f->span.start);
  write_int (builder, "end", f->span.end);
  telaah_outline_write_string (builder, "quote", f->quote);
  telaah_outline_write_string (builder, "prefix", f->prefix != NULL ? f->prefix : "");
  telaah_outline_write_string (builder, "suffix", f->suffix != NULL ? f->suffix : "");

  begin_array (builder, "themes");
  for (gsize i = 0; f->themes[i] != NULL; i++)
    json_builder_add_string_value (builder, f->themes[i]);
  json_builder_end_array (builder);

  telaah_outline_write_string (builder, "coder", f->coder);

  begin_array (builder, "notes");
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    json_builder_add_string_value (builder, telaah_note_fields (notes->pdata[i])->text);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

/* Those of one kind of the words of a cell, or of the point where @source is NULL. */
static void
write_links (JsonBuilder    *builder,
             GPtrArray      *links,
             const char     *source,
             TelaahLinkKind  kind)
{
  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);

      if (f->kind != kind || g_strcmp0 (f->source, source) != 0)
        continue;

      json_builder_begin_object (builder);
      telaah_outline_write_string (builder, "id", f->id);
      telaah_outline_write_string (builder, "kind", telaah_link_kind_to_string (f->kind));
      write_int (builder, "start", f->span.start);
      write_int (builder, "end", f->span.end);
      telaah_outline_write_string (builder, "passage", f->passage);
      if (source == NULL)
        telaah_outline_write_string (builder, "source", f->cited);
      json_builder_end_object (builder);
    }
}

static void
write_cell (JsonBuilder *builder,
            GPtrArray   *links,
            TelaahCell  *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);

  json_builder_begin_object (builder);
  telaah_outline_write_string (builder, "source", f->source);
  telaah_outline_write_string (builder, "status", telaah_status_to_string (f->status));
  telaah_outline_write_string (builder, "summary", f->summary);
  telaah_outline_write_string (builder, "translation", f->translation);
  write_flag (builder, "stale", telaah_cell_is_stale (cell));

  begin_array (builder, "evidence");
  for (guint i = 0; i < evidence->len; i++)
    write_passage (builder, evidence->pdata[i]);
  json_builder_end_array (builder);

  begin_array (builder, "links");
  write_links (builder, links, f->source, TELAAH_LINK_SUMMARY);
  write_links (builder, links, f->source, TELAAH_LINK_TRANSLATION);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
write_condition (JsonBuilder             *builder,
                 const TelaahPointFields *f)
{
  if (f->coder == NULL && f->attribute == NULL)
    {
      telaah_outline_write_string (builder, "condition", NULL);
      return;
    }

  json_builder_set_member_name (builder, "condition");
  json_builder_begin_object (builder);
  telaah_outline_write_string (builder, "coder", f->coder);
  telaah_outline_write_string (builder, "attribute", f->attribute);
  telaah_outline_write_string (builder, "value", f->attribute != NULL && f->value == NULL ? "" : f->value);
  json_builder_end_object (builder);
}

/* What it says of itself, without its row and what is below it. */
static void
write_point (JsonBuilder        *builder,
             TelaahOutlinePoint *node)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  g_auto(GStrv) themes = telaah_point_dup_themes (node->point);

  telaah_outline_write_string (builder, "id", f->id);
  telaah_outline_write_string (builder, "title", f->title);
  telaah_outline_write_string (builder, "question", f->question);
  telaah_outline_write_string (builder, "theme", themes[0]);

  begin_array (builder, "themes");
  for (char **theme = themes; *theme != NULL; theme++)
    json_builder_add_string_value (builder, *theme);
  json_builder_end_array (builder);

  write_condition (builder, f);
  write_flag (builder, "hidden", f->hidden);
  telaah_outline_write_string (builder, "similarities", f->similarities);
  telaah_outline_write_string (builder, "differences", f->differences);

  begin_array (builder, "links");
  write_links (builder, node->links, NULL, TELAAH_LINK_SIMILARITIES);
  write_links (builder, node->links, NULL, TELAAH_LINK_DIFFERENCES);
  json_builder_end_array (builder);
}

static void
write_points (JsonBuilder *builder,
              GPtrArray   *points)
{
  begin_array (builder, "points");
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      json_builder_begin_object (builder);
      write_point (builder, node);

      begin_array (builder, "cells");
      for (guint j = 0; j < node->cells->len; j++)
        write_cell (builder, node->links, node->cells->pdata[j]);
      json_builder_end_array (builder);

      write_points (builder, node->points);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* The members by which any outline is known; within an object. */
void
telaah_outline_write_header (JsonBuilder *builder)
{
  telaah_outline_write_string (builder, "format", TELAAH_OUTLINE_FORMAT_NAME);
  write_int (builder, "version", TELAAH_OUTLINE_VERSION);
}

/* What has been built, indented, ending in a line feed. */
char *
telaah_outline_generate (JsonBuilder *builder)
{
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = json_builder_get_root (builder);
  GString *json = g_string_new (NULL);

  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);
  json_generator_set_indent (generator, 2);
  json_generator_to_gstring (generator, json);
  g_string_append_c (json, '\n');

  return g_string_free (json, FALSE);
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

  g_return_val_if_fail (outline != NULL, NULL);

  json_builder_begin_object (builder);
  telaah_outline_write_header (builder);
  telaah_outline_write_string (builder, "id", outline->id);
  telaah_outline_write_string (builder, "name", outline->name);
  telaah_outline_write_string (builder, "title", outline->title);
  telaah_outline_write_string (builder, "question", outline->question);
  telaah_outline_write_string (builder, "language", outline->language);
  telaah_outline_write_string (builder, "secondLanguage", outline->second_language);
  telaah_outline_write_string (builder, "created", outline->created);
  telaah_outline_write_string (builder, "modified", outline->modified);
  telaah_outline_write_string (builder, "generator", "telaah " TELAAH_VERSION);

  begin_array (builder, "sources");
  for (guint i = 0; i < outline->sources->len; i++)
    write_source (builder, outline, outline->sources->pdata[i]);
  json_builder_end_array (builder);

  begin_array (builder, "themes");
  for (guint i = 0; i < outline->themes->len; i++)
    write_theme (builder, outline->themes->pdata[i]);
  json_builder_end_array (builder);

  write_points (builder, outline->points);
  json_builder_end_object (builder);

  return telaah_outline_generate (builder);
}
