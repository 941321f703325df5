/* Reads what in an outline in JSON stands for something else of it: themes of a point, its condition, links.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/telaah-id.h"

static gboolean
get_string (TelaahOutlineReader  *reader,
            JsonObject           *object,
            const char           *member,
            const char          **value)
{
  return telaah_json_cursor_get_string (&reader->at, object, member, FALSE, value);
}

static gboolean
are_different (TelaahOutlineReader *reader,
               GPtrArray           *themes)
{
  for (guint i = 1; i < themes->len; i++)
    for (guint j = 0; j < i; j++)
      if (strcmp (themes->pdata[i], themes->pdata[j]) == 0)
        {
          telaah_json_cursor_enter (&reader->at, "themes", i);

          return telaah_json_cursor_fail (&reader->at, NULL, _("is there twice"));
        }

  return TRUE;
}

/**
 * telaah_outline_read_stands_for:
 * @more: (out) (transfer full) (nullable): what @fields borrows
 *
 * Its themes. A file may name one alone, as "theme".
 */
gboolean
telaah_outline_read_stands_for (TelaahOutlineReader  *reader,
                                JsonObject           *object,
                                TelaahPointFields    *fields,
                                char                **more)
{
  g_autoptr(GPtrArray) themes = g_ptr_array_new ();

  if (!get_string (reader, object, "theme", &fields->theme))
    return FALSE;

  if (fields->theme != NULL && !g_hash_table_contains (reader->themes, fields->theme))
    return telaah_json_cursor_fail (&reader->at, "theme", _("is an id that no theme has"));

  if (!telaah_outline_read_strings (reader, object, "themes", themes, reader->themes) ||
      !are_different (reader, themes))
    return FALSE;

  if (themes->len == 0)
    return TRUE;

  if (fields->theme != NULL && strcmp (fields->theme, themes->pdata[0]) != 0)
    return telaah_json_cursor_fail (&reader->at, "theme", _("is not the first of its themes"));

  g_ptr_array_add (themes, NULL);
  fields->theme = themes->pdata[0];
  if (themes->pdata[1] != NULL)
    fields->more = *more = g_strjoinv (" ", (char **) themes->pdata + 1);

  return TRUE;
}

/* Null, or what its evidence must fulfil. */
gboolean
telaah_outline_read_condition (TelaahOutlineReader *reader,
                               JsonObject          *object,
                               TelaahPointFields   *fields)
{
  JsonObject *condition;
  gsize mark;

  if (!telaah_json_cursor_get_map (&reader->at, object, "condition", &condition))
    return FALSE;

  if (condition == NULL)
    return TRUE;

  mark = telaah_json_cursor_enter_member (&reader->at, "condition");
  if (!get_string (reader, condition, "coder", &fields->coder) ||
      !get_string (reader, condition, "attribute", &fields->attribute) ||
      !get_string (reader, condition, "value", &fields->value))
    return FALSE;

  if ((fields->attribute == NULL) != (fields->value == NULL))
    return telaah_json_cursor_fail (&reader->at, fields->value == NULL ? "value" : "attribute",
                                    _("is missing"));
  telaah_json_cursor_leave (&reader->at, mark);

  return TRUE;
}

/* ---- Links ---- */

/* Those of a cell are in its summary and its translation, those of a point in the others. */
static gboolean
read_kind (TelaahOutlineReader *reader,
           JsonObject          *object,
           gboolean             of_cell,
           TelaahLinkKind      *kind)
{
  const char *string;

  if (!telaah_json_cursor_get_string (&reader->at, object, "kind", TRUE, &string))
    return FALSE;

  if (telaah_link_kind_from_string (string, kind) &&
      of_cell == (*kind == TELAAH_LINK_SUMMARY || *kind == TELAAH_LINK_TRANSLATION))
    return TRUE;

  return telaah_json_cursor_fail (&reader->at, "kind", of_cell ? _("is neither summary nor translation")
                                                               : _("is neither similarities nor differences"));
}

static gboolean
read_span (TelaahOutlineReader *reader,
           JsonObject          *object,
           const char          *text,
           TelaahSpan          *span)
{
  if (!telaah_json_cursor_get_count (&reader->at, object, "start", &span->start) ||
      !telaah_json_cursor_get_count (&reader->at, object, "end", &span->end))
    return FALSE;

  if (span->end < span->start)
    return telaah_json_cursor_fail (&reader->at, "end", _("is before its start"));

  return span->end <= (text != NULL ? g_utf8_strlen (text, -1) : 0) ||
         telaah_json_cursor_fail (&reader->at, "end", _("is beyond the end of what was written"));
}

/* A passage, of the evidence here or not, or else the cell of a source. */
static gboolean
read_target (TelaahOutlineReader *reader,
             JsonObject          *object,
             TelaahLinkFields    *f)
{
  if (!get_string (reader, object, "passage", &f->passage) ||
      (f->source == NULL && !get_string (reader, object, "source", &f->cited)))
    return FALSE;

  if (f->passage == NULL && f->cited == NULL)
    return telaah_json_cursor_fail (&reader->at, "passage", _("is missing"));

  if (f->passage != NULL && f->cited != NULL)
    return telaah_json_cursor_fail (&reader->at, "source", _("is there beside a passage"));

  if (f->passage != NULL && !telaah_id_is_valid (f->passage))
    return telaah_json_cursor_fail (&reader->at, "passage", _("is not a GUID in lower case"));

  return f->cited == NULL || g_hash_table_contains (reader->sources, f->cited) ||
         telaah_json_cursor_fail (&reader->at, "source", _("is an id that no source has"));
}

/* @data is the TelaahOutlineWords that it is in. */
gboolean
telaah_outline_read_link (TelaahOutlineReader *reader,
                          JsonObject          *object,
                          gpointer             data)
{
  TelaahOutlineWords *words = data;
  TelaahLinkFields f = { .point = words->point, .source = words->source };

  if (!telaah_outline_read_id (reader, object, "id", reader->links, &f.id) ||
      !read_kind (reader, object, words->source != NULL, &f.kind) ||
      !read_span (reader, object, words->texts[f.kind], &f.span) ||
      !read_target (reader, object, &f))
    return FALSE;

  g_ptr_array_add (words->links, telaah_link_new (&f));
  g_hash_table_add (reader->links, g_strdup (f.id));

  return TRUE;
}
