/* Reads references in CSL-JSON, as citation managers and Crossref write it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <glib/gi18n-lib.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "formats/telaah-json-scan.h"

/* How many brackets may be open at once. */
#define MAX_DEPTH 128

/* Members of a reference that tell it from any other object. */
static const char *const marks[] = { "title", "author", "issued", "DOI", "URL", "container-title", "publisher", NULL };

/* ---- Values ---- */

/* Titles may hold a little HTML: <i>, <sub>, <span class="nocase">. */
static char *
dup_without_tags (const char *words)
{
  static const char *const tags[] = { "i", "b", "sub", "sup", "sc", "em", "strong", "span", NULL };
  GString *text = g_string_new (NULL);

  for (const char *p = words; *p != '\0'; p++)
    {
      const char *name = p + 1 + (p[0] == '<' && p[1] == '/');
      gsize length = *p == '<' ? strspn (name, "abcdefghijklmnopqrstuvwxyz") : 0;
      g_autofree char *tag = g_strndup (name, length);
      const char *end = g_strv_contains (tags, tag) ? strchr (name, '>') : NULL;

      if (end != NULL)
        p = end;
      else
        g_string_append_c (text, *p);
    }

  return g_string_free (text, FALSE);
}

static char *
dup_value (JsonNode *node)
{
  /* Crossref makes lists of titles; the first is the one. */
  if (node != NULL && JSON_NODE_HOLDS_ARRAY (node) && json_array_get_length (json_node_get_array (node)) > 0)
    node = json_array_get_element (json_node_get_array (node), 0);

  if (node == NULL || !JSON_NODE_HOLDS_VALUE (node))
    return NULL;
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return dup_without_tags (json_node_get_string (node));
  if (json_node_get_value_type (node) == G_TYPE_INT64)
    return g_strdup_printf ("%" G_GINT64_FORMAT, json_node_get_int (node));

  return NULL;
}

static char *
dup_member (JsonObject *object,
            const char *member)
{
  return dup_value (json_object_get_member (object, member));
}

static void
set (TelaahReference    *reference,
     TelaahReferenceKey  key,
     JsonObject         *object,
     const char         *member)
{
  g_autofree char *value = dup_member (object, member);

  telaah_reference_set (reference, key, value);
}

/* ---- Dates ---- */

static char *
dup_date_parts (JsonObject *date)
{
  JsonNode *node = json_object_get_member (date, "date-parts");
  GString *words;
  JsonArray *parts;

  if (node == NULL || !JSON_NODE_HOLDS_ARRAY (node) || json_array_get_length (json_node_get_array (node)) == 0)
    return NULL;

  node = json_array_get_element (json_node_get_array (node), 0);
  if (!JSON_NODE_HOLDS_ARRAY (node))
    return NULL;

  words = g_string_new (NULL);
  parts = json_node_get_array (node);
  for (guint i = 0; i < MIN (json_array_get_length (parts), 3); i++)
    {
      g_autofree char *part = dup_value (json_array_get_element (parts, i));

      if (part == NULL)
        break;
      g_string_append_printf (words, "%s%s", i > 0 ? "-" : "", part);
    }

  return g_string_free (words, FALSE);
}

static void
set_date (TelaahReference    *reference,
          TelaahReferenceKey  key,
          JsonObject         *object,
          const char         *member)
{
  JsonNode *node = json_object_get_member (object, member);
  g_autofree char *parts = NULL;
  JsonNode *circa;
  JsonObject *date;

  if (node == NULL || !JSON_NODE_HOLDS_OBJECT (node))
    {
      set (reference, key, object, member);
      return;
    }

  date = json_node_get_object (node);
  circa = json_object_get_member (date, "circa");
  if (circa != NULL && !(json_node_get_value_type (circa) == G_TYPE_BOOLEAN && !json_node_get_boolean (circa)))
    return;     /* about then is not then */

  parts = dup_date_parts (date);
  telaah_reference_set (reference, key, parts);
  set (reference, key, date, "raw");
  set (reference, key, date, "literal");
}

/* ---- Names ---- */

static void
add_name (GString    *authors,
          JsonObject *name)
{
  g_autofree char *family = dup_member (name, "family"), *given = dup_member (name, "given");
  g_autofree char *before = dup_member (name, "non-dropping-particle"), *suffix = dup_member (name, "suffix");
  g_autofree char *dropping = dup_member (name, "dropping-particle");
  g_autofree char *literal = dup_member (name, "literal"), *of_crossref = dup_member (name, "name");
  g_autofree char *whole = NULL, *all_given = NULL;

  if (family == NULL)
    {
      const char *body = literal != NULL ? literal : of_crossref != NULL ? of_crossref : given;

      if (body != NULL)
        telaah_names_append_body (authors, body);
      return;
    }

  whole = before != NULL ? g_strconcat (before, " ", family, NULL) : g_strdup (family);
  all_given = dropping != NULL && given != NULL ? g_strconcat (given, " ", dropping, NULL) : g_strdup (given);
  telaah_names_append (authors, whole, all_given, suffix);
}

static void
set_authors (TelaahReference *reference,
             JsonObject      *object)
{
  JsonNode *node = json_object_get_member (object, "author");
  g_autoptr(GString) authors = g_string_new (NULL);

  for (guint i = 0; node != NULL && JSON_NODE_HOLDS_ARRAY (node) &&
                    i < json_array_get_length (json_node_get_array (node)); i++)
    {
      JsonNode *name = json_array_get_element (json_node_get_array (node), i);

      if (JSON_NODE_HOLDS_OBJECT (name))
        add_name (authors, json_node_get_object (name));
    }

  telaah_reference_set (reference, TELAAH_REFERENCE_AUTHOR, authors->str);
}

/* ---- References ---- */

/* The types of CSL, and those of Crossref where it has its own. */
static void
set_medium (TelaahReference *reference,
            JsonObject      *object)
{
  static const struct { const char *theirs; const char *medium; } types[] = {
    { "journal-article", "article-journal" }, { "book-chapter", "chapter" }, { "book-section", "chapter" },
    { "proceedings-article", "paper-conference" }, { "dissertation", "thesis" }, { "monograph", "book" },
    { "edited-book", "book" }, { "reference-book", "book" }, { "posted-content", NULL }, { "other", NULL },
    { "document", NULL },
  };
  g_autofree char *type = dup_member (object, "type");

  if (type == NULL || strspn (type, "abcdefghijklmnopqrstuvwxyz-_") != strlen (type))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (strcmp (type, types[i].theirs) == 0)
      {
        telaah_reference_set (reference, TELAAH_REFERENCE_MEDIUM, types[i].medium);
        return;
      }

  telaah_reference_set (reference, TELAAH_REFERENCE_MEDIUM, type);
}

static TelaahReference *
read_reference (JsonObject *object)
{
  TelaahReference *reference = g_new0 (TelaahReference, 1);

  set_medium (reference, object);
  set (reference, TELAAH_REFERENCE_TITLE, object, "title");
  set_authors (reference, object);
  set (reference, TELAAH_REFERENCE_PUBLISHER, object, "publisher");
  set_date (reference, TELAAH_REFERENCE_DATE, object, "issued");
  set (reference, TELAAH_REFERENCE_URL, object, "URL");
  set (reference, TELAAH_REFERENCE_LANGUAGE, object, "language");
  set (reference, TELAAH_REFERENCE_CONTAINER, object, "container-title");
  set (reference, TELAAH_REFERENCE_VOLUME, object, "volume");
  set (reference, TELAAH_REFERENCE_ISSUE, object, "issue");
  if (g_strcmp0 (reference->values[TELAAH_REFERENCE_MEDIUM], "report") == 0)
    set (reference, TELAAH_REFERENCE_ISSUE, object, "number");
  set (reference, TELAAH_REFERENCE_PAGES, object, "page");
  set (reference, TELAAH_REFERENCE_DOI, object, "DOI");
  set_date (reference, TELAAH_REFERENCE_ACCESSED, object, "accessed");

  return reference;
}

static gboolean
looks_like_reference (JsonNode *node)
{
  if (!JSON_NODE_HOLDS_OBJECT (node))
    return FALSE;

  for (guint i = 0; marks[i] != NULL; i++)
    if (json_object_has_member (json_node_get_object (node), marks[i]))
      return TRUE;

  return FALSE;
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
       GError     **error)
{
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autofree char *fault = NULL;
  guint line = 1;

  g_signal_connect (parser, "error", G_CALLBACK (parse_error_cb), &line);

  if (!telaah_json_scan (json, strlen (json), MAX_DEPTH, &line, &fault))
    g_set_error (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
                 _("This CSL-JSON cannot be read: in line %u, %s."), line, fault);
  else if (!json_parser_load_from_data (parser, json, -1, NULL))
    g_set_error (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
                 _("This CSL-JSON cannot be read: in line %u, a comma, a colon or a value is amiss."), line);
  else
    return g_steal_pointer (&parser);

  return NULL;
}

GPtrArray *
telaah_references_from_csl (const char  *words,
                            GError     **error)
{
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_reference_free);
  g_autoptr(JsonParser) parser = parse (words, error);
  g_autoptr(JsonArray) array = NULL;
  JsonNode *root;

  if (parser == NULL)
    return NULL;

  root = json_parser_get_root (parser);
  if (JSON_NODE_HOLDS_ARRAY (root))
    array = json_array_ref (json_node_get_array (root));
  else
    {
      array = json_array_new ();
      json_array_add_element (array, json_node_copy (root));
    }

  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (!looks_like_reference (node))
        {
          g_set_error (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
                       _("This is JSON, but item %u of it is no reference of CSL-JSON."), i + 1);
          return NULL;
        }
      g_ptr_array_add (references, read_reference (json_node_get_object (node)));
    }

  if (references->len > 0)
    return g_steal_pointer (&references);

  g_set_error_literal (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
                       _("This CSL-JSON has no reference in it."));
  return NULL;
}
