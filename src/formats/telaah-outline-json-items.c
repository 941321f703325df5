/* Reads the things an outline in JSON is made of: sources, themes, passages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-json-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "model/telaah-id.h"

static gboolean
get_string (TelaahOutlineReader  *reader,
            JsonObject           *object,
            const char           *member,
            gboolean              required,
            const char          **value)
{
  return telaah_json_cursor_get_string (&reader->at, object, member, required, value);
}

/* An array that is not there is as good as an empty one. */
gboolean
telaah_outline_read_items (TelaahOutlineReader   *reader,
                           JsonObject            *object,
                           const char            *member,
                           TelaahOutlineReadItem  read_item,
                           gpointer               data)
{
  JsonArray *array;

  if (!telaah_json_cursor_get_array (&reader->at, object, member, &array))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize mark = telaah_json_cursor_enter (&reader->at, member, i);
      JsonObject *item = telaah_json_cursor_get_object (&reader->at, array, i);

      if (item == NULL || !read_item (reader, item, data))
        return FALSE;

      telaah_json_cursor_leave (&reader->at, mark);
    }

  return TRUE;
}

/* Its own id, which must not be in @taken yet. */
gboolean
telaah_outline_read_id (TelaahOutlineReader  *reader,
                        JsonObject           *object,
                        const char           *member,
                        GHashTable           *taken,
                        const char          **id)
{
  if (!get_string (reader, object, member, TRUE, id))
    return FALSE;

  if (!telaah_id_is_valid (*id))
    return telaah_json_cursor_fail (&reader->at, member, _("is not a GUID in lower case"));

  if (taken != NULL && g_hash_table_contains (taken, *id))
    return telaah_json_cursor_fail (&reader->at, member, _("is there twice"));

  return TRUE;
}

static gboolean
consists_of (const char *string,
             const char *digits,
             gsize       length)
{
  return strlen (string) == length && strspn (string, digits) == length;
}

/* An object of names and values. */
static gboolean
read_attributes (TelaahOutlineReader *reader,
                 JsonObject          *object,
                 const char          *source)
{
  g_autoptr(GPtrArray) pairs = g_ptr_array_new ();
  g_autoptr(GList) names = NULL;
  JsonObject *attributes;
  gsize mark;

  if (!telaah_json_cursor_get_map (&reader->at, object, "attributes", &attributes))
    return FALSE;

  mark = telaah_json_cursor_enter_member (&reader->at, "attributes");
  names = attributes != NULL ? json_object_get_members (attributes) : NULL;
  for (GList *l = names; l != NULL; l = l->next)
    {
      const char *value;

      if (!get_string (reader, attributes, l->data, TRUE, &value))
        return FALSE;

      g_ptr_array_add (pairs, l->data);
      g_ptr_array_add (pairs, (char *) value);
    }
  telaah_json_cursor_leave (&reader->at, mark);

  if (pairs->len > 0)
    {
      g_ptr_array_add (pairs, NULL);
      telaah_outline_add_attributes (reader->outline, source, (const char *const *) pairs->pdata);
    }

  return TRUE;
}

static gboolean
read_bibliography (TelaahOutlineReader *reader,
                   JsonObject          *object,
                   TelaahSourceFields  *f)
{
  return get_string (reader, object, "title", FALSE, &f->title) &&
         get_string (reader, object, "author", FALSE, &f->author) &&
         get_string (reader, object, "publisher", FALSE, &f->publisher) &&
         get_string (reader, object, "date", FALSE, &f->date) &&
         get_string (reader, object, "url", FALSE, &f->url) &&
         get_string (reader, object, "language", FALSE, &f->language) &&
         get_string (reader, object, "medium", FALSE, &f->medium) &&
         get_string (reader, object, "container", FALSE, &f->container) &&
         get_string (reader, object, "volume", FALSE, &f->volume) &&
         get_string (reader, object, "issue", FALSE, &f->issue) &&
         get_string (reader, object, "pages", FALSE, &f->pages) &&
         get_string (reader, object, "doi", FALSE, &f->doi) &&
         get_string (reader, object, "accessed", FALSE, &f->accessed);
}

gboolean
telaah_outline_read_source (TelaahOutlineReader *reader,
                            JsonObject          *object,
                            gpointer             data)
{
  TelaahSourceFields f = { NULL };

  if (!telaah_outline_read_id (reader, object, "id", reader->sources, &f.id) ||
      !read_bibliography (reader, object, &f) ||
      !get_string (reader, object, "fileName", FALSE, &f.file_name) ||
      !get_string (reader, object, "sha256", FALSE, &f.sha256) ||
      !telaah_json_cursor_get_count (&reader->at, object, "characters", &f.characters))
    return FALSE;

  if (f.sha256 != NULL && !consists_of (f.sha256, "0123456789abcdef", 64))
    return telaah_json_cursor_fail (&reader->at, "sha256",
                                    _("is not 64 hexadecimal digits in lower case"));

  g_ptr_array_add (reader->outline->sources, telaah_source_new (&f));
  g_hash_table_insert (reader->sources, g_strdup (f.id),
                       GUINT_TO_POINTER (reader->outline->sources->len));

  return read_attributes (reader, object, f.id);
}

/* The tree comes depth first, so a theme's parent has been read; that also rules circles out. */
gboolean
telaah_outline_read_theme (TelaahOutlineReader *reader,
                           JsonObject          *object,
                           gpointer             data)
{
  TelaahThemeFields f = { NULL };
  TelaahTheme *theme;

  if (!telaah_outline_read_id (reader, object, "id", reader->themes, &f.id) ||
      !get_string (reader, object, "name", TRUE, &f.name) ||
      !get_string (reader, object, "color", FALSE, &f.color) ||
      !get_string (reader, object, "description", FALSE, &f.description) ||
      !get_string (reader, object, "parent", FALSE, &f.parent))
    return FALSE;

  if (f.color != NULL &&
      (f.color[0] != '#' || !consists_of (f.color + 1, "0123456789abcdefABCDEF", 6)))
    return telaah_json_cursor_fail (&reader->at, "color", _("is not a colour such as #0072b2"));

  if (f.parent != NULL)
    {
      theme = g_hash_table_lookup (reader->themes, f.parent);
      if (theme == NULL)
        return telaah_json_cursor_fail (&reader->at, "parent", _("is not a theme before this one"));

      f.depth = telaah_theme_fields (theme)->depth + 1;
    }

  theme = telaah_theme_new (&f);
  g_ptr_array_add (reader->outline->themes, theme);
  g_hash_table_insert (reader->themes, g_strdup (f.id), theme);

  return TRUE;
}

/* @known: (nullable): that have each of them as a key. */
gboolean
telaah_outline_read_strings (TelaahOutlineReader *reader,
                             JsonObject          *object,
                             const char          *member,
                             GPtrArray           *strings,
                             GHashTable          *known)
{
  JsonArray *array;

  if (!telaah_json_cursor_get_array (&reader->at, object, member, &array))
    return FALSE;

  for (guint i = 0; array != NULL && i < json_array_get_length (array); i++)
    {
      gsize mark = telaah_json_cursor_enter (&reader->at, member, i);
      const char *string = telaah_json_cursor_get_text (&reader->at, array, i);

      if (string == NULL)
        return FALSE;

      if (known != NULL && !g_hash_table_contains (known, string))
        return telaah_json_cursor_fail (&reader->at, NULL, _("is an id that nothing has"));

      g_ptr_array_add (strings, (char *) string);
      telaah_json_cursor_leave (&reader->at, mark);
    }

  return TRUE;
}

/* The format keeps a note's words alone; its id follows from the passage and its place. */
static GPtrArray *
make_notes (const TelaahPassageFields *passage,
            GPtrArray                 *texts)
{
  GPtrArray *notes = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("note %u", i);
      g_autofree char *id = telaah_id_derive (passage->id, place);

      g_ptr_array_add (notes, telaah_note_new (&(TelaahNoteFields) {
        .id = id, .kind = "passage", .target = passage->id, .text = texts->pdata[i],
        .coder = passage->coder, .created = passage->created,
      }));
    }

  return notes;
}

/* The same passage may be evidence of many points; then it says the same everywhere. */
static gboolean
check_passage (TelaahOutlineReader       *reader,
               const TelaahPassageFields *f,
               GPtrArray                 *evidence)
{
  guint place = GPOINTER_TO_UINT (g_hash_table_lookup (reader->sources, f->source));
  guint characters = telaah_source_fields (reader->outline->sources->pdata[place - 1])->characters;
  TelaahPassage *other = g_hash_table_lookup (reader->passages, f->id);

  if (f->span.end < f->span.start)
    return telaah_json_cursor_fail (&reader->at, "end", _("is before its start"));

  if (f->span.end > characters)
    return telaah_json_cursor_fail (&reader->at, "end", _("is beyond the end of its source"));

  if (g_utf8_strlen (f->quote, -1) != f->span.end - f->span.start)
    return telaah_json_cursor_fail (&reader->at, "quote",
                                    _("is not as long as from its start to its end"));

  if (other == NULL)
    return TRUE;

  if (g_ptr_array_find (evidence, other, NULL))
    return telaah_json_cursor_fail (&reader->at, "passage", _("is there twice"));

  if (g_strcmp0 (telaah_passage_fields (other)->source, f->source) != 0 ||
      telaah_span_compare (telaah_passage_fields (other)->span, f->span) != 0 ||
      g_strcmp0 (telaah_passage_fields (other)->quote, f->quote) != 0)
    return telaah_json_cursor_fail (&reader->at, "passage", _("is another passage elsewhere"));

  return TRUE;
}

/* @data is the TelaahOutlineEvidence that it joins. */
gboolean
telaah_outline_read_passage (TelaahOutlineReader *reader,
                             JsonObject          *object,
                             gpointer             data)
{
  g_autoptr(GPtrArray) themes = g_ptr_array_new ();
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autoptr(GPtrArray) notes = NULL;
  TelaahOutlineEvidence *evidence = data;
  const char *created = reader->outline->created;
  TelaahPassageFields f = { .source = evidence->source, .created = created != NULL ? created : "" };
  TelaahPassage *passage;

  if (!telaah_outline_read_id (reader, object, "passage", NULL, &f.id) ||
      !telaah_json_cursor_get_count (&reader->at, object, "start", &f.span.start) ||
      !telaah_json_cursor_get_count (&reader->at, object, "end", &f.span.end) ||
      !get_string (reader, object, "quote", TRUE, &f.quote) ||
      !get_string (reader, object, "prefix", FALSE, &f.prefix) ||
      !get_string (reader, object, "suffix", FALSE, &f.suffix) ||
      !telaah_outline_read_strings (reader, object, "themes", themes, reader->themes) ||
      !get_string (reader, object, "coder", FALSE, &f.coder) ||
      !telaah_outline_read_strings (reader, object, "notes", texts, NULL))
    return FALSE;

  if (!check_passage (reader, &f, evidence->passages))
    return FALSE;

  g_ptr_array_add (themes, NULL);
  f.themes = (const char *const *) themes->pdata;
  f.prefix = f.prefix != NULL ? f.prefix : "";
  f.suffix = f.suffix != NULL ? f.suffix : "";
  notes = make_notes (&f, texts);
  passage = telaah_passage_new (&f, notes);
  g_ptr_array_add (evidence->passages, passage);
  g_hash_table_replace (reader->passages, g_strdup (f.id), passage);

  return TRUE;
}

