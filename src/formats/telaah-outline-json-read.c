/* Reads the comparative outline from JSON that may come from anywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-json-scan.h"
#include "formats/telaah-outline-json-private.h"
#include "model/telaah-id.h"

/* Points within points. A point is two brackets deep, its evidence a few more; the rest is room for
 * members that a later version adds. */
#define MAX_LEVELS 64
#define MAX_DEPTH  512

/* A point's cells while they are read. */
typedef struct
{
  const char *point;
  GPtrArray  *cells;      /* one place a source, NULL until its cell is read */
  GPtrArray  *links;      /* of the point */
} Row;

/* The points below one while they are read. */
typedef struct
{
  const char *parent;
  guint       depth;
  GPtrArray  *points;
} Branch;

static gboolean
read_status (TelaahOutlineReader *reader,
             JsonObject          *object,
             TelaahStatus        *status)
{
  const char *string;

  if (!telaah_json_cursor_get_string (&reader->at, object, "status", TRUE, &string))
    return FALSE;

  return telaah_status_from_string (string, status) ||
         telaah_json_cursor_fail (&reader->at, "status",
                                  _("is none of unread, treated, implicit and silent"));
}

/* The source of the cell and its @place among them, counted from 1. */
static gboolean
read_place (TelaahOutlineReader  *reader,
            JsonObject           *object,
            Row                  *row,
            const char          **source,
            guint                *place)
{
  if (!telaah_json_cursor_get_string (&reader->at, object, "source", TRUE, source))
    return FALSE;

  *place = GPOINTER_TO_UINT (g_hash_table_lookup (reader->sources, *source));
  if (*place == 0)
    return telaah_json_cursor_fail (&reader->at, "source", _("is an id that no source has"));

  return row->cells->pdata[*place - 1] == NULL ||
         telaah_json_cursor_fail (&reader->at, "source", _("is there twice"));
}

static gboolean
read_cell (TelaahOutlineReader *reader,
           JsonObject          *object,
           gpointer             data)
{
  Row *row = data;
  g_autoptr(GPtrArray) passages = g_ptr_array_new_with_free_func (g_object_unref);
  TelaahCellFields f = { .point = row->point };
  TelaahOutlineEvidence evidence = { NULL, passages };
  TelaahOutlineWords words = { row->point, .links = row->links };
  gboolean stale;
  guint place;

  if (!read_place (reader, object, row, &f.source, &place) ||
      !read_status (reader, object, &f.status) ||
      !telaah_json_cursor_get_string (&reader->at, object, "summary", FALSE, &f.summary) ||
      !telaah_json_cursor_get_string (&reader->at, object, "translation", FALSE, &f.translation) ||
      !telaah_json_cursor_get_flag (&reader->at, object, "stale", &stale))
    return FALSE;

  evidence.source = words.source = f.source;
  words.texts[TELAAH_LINK_SUMMARY] = f.summary;
  words.texts[TELAAH_LINK_TRANSLATION] = f.translation;
  if (!telaah_outline_read_items (reader, object, "links", telaah_outline_read_link, &words) ||
      !telaah_outline_read_items (reader, object, "evidence", telaah_outline_read_passage,
                                  &evidence))
    return FALSE;

  row->cells->pdata[place - 1] = telaah_cell_new (&f, passages, 0, stale);

  return TRUE;
}

/* What the file does not say of a source has not been read. */
static void
fill_row (TelaahOutlineReader *reader,
          Row                 *row)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < row->cells->len; i++)
    if (row->cells->pdata[i] == NULL)
      row->cells->pdata[i] = telaah_cell_new (&(TelaahCellFields) {
        .point = row->point,
        .source = telaah_source_fields (reader->outline->sources->pdata[i])->id,
        .status = TELAAH_STATUS_UNREAD,
      }, none, 0, FALSE);
}

static void
clear_cell (gpointer cell)
{
  g_clear_object (&cell);
}

static gboolean
read_cells (TelaahOutlineReader *reader,
            JsonObject          *object,
            TelaahOutlinePoint  *node)
{
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (clear_cell);
  Row row = { telaah_point_fields (node->point)->id, cells, node->links };

  g_ptr_array_set_size (cells, reader->outline->sources->len);
  if (!telaah_outline_read_items (reader, object, "cells", read_cell, &row))
    return FALSE;

  fill_row (reader, &row);
  g_ptr_array_extend (node->cells, cells, (GCopyFunc) g_object_ref, NULL);

  return TRUE;
}

static int
compare_kinds (gconstpointer a,
               gconstpointer b)
{
  return (int) telaah_link_fields (*(TelaahLink **) a)->kind - (int) telaah_link_fields (*(TelaahLink **) b)->kind;
}

/* Its own links come after those of its cells, as in any outline; the sort is stable. */
static gboolean
read_row (TelaahOutlineReader *reader,
          JsonObject          *object,
          TelaahOutlinePoint  *node)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  TelaahOutlineWords words = { f->id, .links = node->links };

  words.texts[TELAAH_LINK_SIMILARITIES] = f->similarities;
  words.texts[TELAAH_LINK_DIFFERENCES] = f->differences;
  if (!read_cells (reader, object, node) ||
      !telaah_outline_read_items (reader, object, "links", telaah_outline_read_link, &words))
    return FALSE;

  g_ptr_array_sort (node->links, compare_kinds);

  return TRUE;
}

static gboolean
read_point (TelaahOutlineReader *reader,
            JsonObject          *object,
            gpointer             data)
{
  Branch *branch = data;
  TelaahPointFields f = { .parent = branch->parent, .depth = branch->depth };
  g_autoptr(TelaahPoint) point = NULL;
  g_autofree char *more = NULL;
  TelaahOutlinePoint *node;

  if (branch->depth >= MAX_LEVELS)
    return telaah_json_cursor_fail (&reader->at, NULL, _("is more than %u levels deep"),
                                    MAX_LEVELS);

  if (!telaah_outline_read_id (reader, object, "id", reader->points, &f.id) ||
      !telaah_json_cursor_get_string (&reader->at, object, "title", FALSE, &f.title) ||
      !telaah_json_cursor_get_string (&reader->at, object, "question", FALSE, &f.question) ||
      !telaah_outline_read_stands_for (reader, object, &f, &more) ||
      !telaah_outline_read_condition (reader, object, &f) ||
      !telaah_json_cursor_get_flag (&reader->at, object, "hidden", &f.hidden) ||
      !telaah_json_cursor_get_string (&reader->at, object, "similarities", FALSE,
                                      &f.similarities) ||
      !telaah_json_cursor_get_string (&reader->at, object, "differences", FALSE,
                                      &f.differences))
    return FALSE;

  point = telaah_point_new (&f);
  node = telaah_outline_point_new (point);
  g_ptr_array_add (branch->points, node);
  g_hash_table_add (reader->points, g_strdup (f.id));

  return read_row (reader, object, node) &&
         telaah_outline_read_items (reader, object, "points", read_point,
                                    &(Branch) { f.id, branch->depth + 1, node->points });
}

static gboolean
read_string (TelaahOutlineReader  *reader,
             JsonObject           *object,
             const char           *member,
             char                **value)
{
  const char *string;

  if (!telaah_json_cursor_get_string (&reader->at, object, member, FALSE, &string))
    return FALSE;

  *value = g_strdup (string);

  return TRUE;
}

/* Its own as one of its project's, where it says so. */
static gboolean
read_outline_id (TelaahOutlineReader *reader,
                 JsonObject          *root)
{
  if (!read_string (reader, root, "id", &reader->outline->id))
    return FALSE;

  return reader->outline->id == NULL || telaah_id_is_valid (reader->outline->id) ||
         telaah_json_cursor_fail (&reader->at, "id", _("is not a GUID in lower case"));
}

static gboolean
read_outline (TelaahOutlineReader *reader,
              JsonObject          *root)
{
  TelaahOutline *outline = reader->outline;
  Branch top = { NULL, 0, outline->points };
  gboolean template;

  /* A template has no more than points; were there more, it would do no harm. */
  return telaah_json_cursor_get_flag (&reader->at, root, "template", &template) &&
         read_outline_id (reader, root) &&
         read_string (reader, root, "name", &outline->name) &&
         read_string (reader, root, "title", &outline->title) &&
         read_string (reader, root, "question", &outline->question) &&
         read_string (reader, root, "language", &outline->language) &&
         read_string (reader, root, "secondLanguage", &outline->second_language) &&
         read_string (reader, root, "created", &outline->created) &&
         read_string (reader, root, "modified", &outline->modified) &&
         telaah_outline_read_items (reader, root, "sources", telaah_outline_read_source, NULL) &&
         telaah_outline_read_items (reader, root, "themes", telaah_outline_read_theme, NULL) &&
         telaah_outline_read_items (reader, root, "points", read_point, &top);
}

/* Before anything else is looked at: whether it is ours, and of a version that we know. */
static gboolean
check_header (TelaahOutlineReader *reader,
              JsonObject          *root)
{
  JsonNode *format = json_object_get_member (root, "format");
  guint version;

  if (format == NULL || !JSON_NODE_HOLDS_VALUE (format) ||
      g_strcmp0 (json_node_get_string (format), TELAAH_OUTLINE_FORMAT_NAME) != 0)
    {
      g_set_error_literal (reader->at.error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_NOT_OUTLINE,
                           _("This is JSON, but no outline: its format is not “telaah-outline”."));
      return FALSE;
    }

  if (!telaah_json_cursor_get_count (&reader->at, root, "version", &version))
    return FALSE;

  if (version > TELAAH_OUTLINE_VERSION)
    {
      g_set_error (reader->at.error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_TOO_NEW,
                   _("This outline is of version %u, but this Telaah reads no later than %u. "
                     "Update Telaah and try again."), version, TELAAH_OUTLINE_VERSION);
      return FALSE;
    }

  return version == TELAAH_OUTLINE_VERSION ||
         telaah_json_cursor_fail (&reader->at, "version", _("is not a version that ever was"));
}

static void
parse_error_cb (JsonParser *parser,
                GError     *error,
                guint      *line)
{
  *line = json_parser_get_current_line (parser);
}

static JsonParser *
parse (const char  *json,
       gsize        length,
       GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *fault = NULL;
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (parse_error_cb), &line);

  if (!telaah_json_scan (json, length, MAX_DEPTH, &line, &fault))
    g_set_error (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_NOT_OUTLINE,
                 _("This is not JSON from line %u on: %s."), line, fault);
  else if (!json_parser_load_from_data (parser, json, length, NULL))
    g_set_error (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_NOT_OUTLINE,
                 _("This is not JSON from line %u on: a comma, a colon or a value is amiss."),
                 line);
  else if (!JSON_NODE_HOLDS_OBJECT (json_parser_get_root (parser)))
    g_set_error_literal (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_NOT_OUTLINE,
                         _("This is JSON, but no outline: it is not an object."));
  else
    return g_steal_pointer (&parser);

  return NULL;
}

/**
 * telaah_outline_from_json:
 * @length: in bytes, or -1 where @json ends with a zero byte
 *
 * Unknown members are passed over, and so is an array that is not there.
 *
 * Returns: (transfer full): the outline, or %NULL with @error set to one sentence that says what is
 *   wrong and where
 */
TelaahOutline *
telaah_outline_from_json (const char  *json,
                          gssize       length,
                          GError     **error)
{
  g_autoptr(GHashTable) sources = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) themes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) points = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) links = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GHashTable) passages = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(GString) path = g_string_new (NULL);
  g_autoptr(JsonParser) parser = NULL;
  g_autoptr(TelaahOutline) outline = NULL;
  TelaahOutlineReader reader = {
    { path, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_INVALID, error },
    NULL, sources, themes, points, links, passages
  };
  gsize size = length >= 0 ? length : strlen (json);

  if (size >= 3 && memcmp (json, "\xef\xbb\xbf", 3) == 0)
    {
      json += 3;
      size -= 3;
    }

  parser = parse (json, size, error);
  if (parser == NULL)
    return NULL;

  reader.outline = outline = telaah_outline_new ();
  if (!check_header (&reader, json_node_get_object (json_parser_get_root (parser))) ||
      !read_outline (&reader, json_node_get_object (json_parser_get_root (parser))))
    return NULL;

  return g_steal_pointer (&outline);
}
