/* Reads the points of an outline from OPML, as outliners write it: with markup in the words, or without.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

#include "formats/telaah-outline-opml-private.h"
#include "model/telaah-id.h"

/* How deep points may be nested. */
#define MAX_DEPTH 64

typedef struct
{
  TelaahOutline  *outline;
  GError        **error;
} Reader;

static gboolean
fail (Reader     *reader,
      int         code,
      const char *format,
      ...) G_GNUC_PRINTF (3, 4);

static gboolean
fail (Reader     *reader,
      int         code,
      const char *format,
      ...)
{
  va_list args;

  va_start (args, format);
  if (reader->error != NULL)
    *reader->error = g_error_new_valist (TELAAH_OUTLINE_ERROR, code, format, args);
  va_end (args);

  return FALSE;
}

/* ---- Words with markup ---- */

/* After some of them another line begins; "<title>" and the like are words of a plain outline. */
static const struct
{
  const char *name;
  gboolean    breaks;
} tags[] = {
  { "a", FALSE }, { "abbr", FALSE }, { "b", FALSE }, { "big", FALSE }, { "blockquote", TRUE }, { "br", TRUE },
  { "cite", FALSE }, { "code", FALSE }, { "del", FALSE }, { "div", TRUE }, { "em", FALSE }, { "font", FALSE },
  { "h1", TRUE }, { "h2", TRUE }, { "h3", TRUE }, { "h4", TRUE }, { "h5", TRUE }, { "h6", TRUE }, { "hr", TRUE },
  { "i", FALSE }, { "img", FALSE }, { "ins", FALSE }, { "li", TRUE }, { "mark", FALSE }, { "mention", FALSE },
  { "ol", TRUE }, { "p", TRUE }, { "pre", TRUE }, { "s", FALSE }, { "small", FALSE }, { "span", FALSE },
  { "strike", FALSE }, { "strong", FALSE }, { "sub", FALSE }, { "sup", FALSE }, { "time", FALSE }, { "tt", FALSE },
  { "u", FALSE }, { "ul", TRUE }, { "wbr", FALSE },
};

/* Where a tag that begins at @at ends, or NULL where it is none. */
static const char *
skip_tag (const char *at,
          gboolean   *breaks)
{
  const char *name = at + 1 + (at[1] == '/'), *end = name;

  while (g_ascii_isalnum (*end))
    end++;
  if (end == name || (*end != '>' && *end != '/' && !g_ascii_isspace (*end)))
    return NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    if (strlen (tags[i].name) == (gsize) (end - name) && g_ascii_strncasecmp (tags[i].name, name, end - name) == 0)
      {
        const char *close = strchr (end, '>');

        *breaks = tags[i].breaks;
        return close != NULL ? close + 1 : NULL;
      }

  return NULL;
}

/* The character that is written as "&…;" at @at, or 0 where there is none. */
static gunichar
read_entity (const char  *at,
             const char **end)
{
  const char *close = at + 1;
  g_autofree char *name = NULL;
  gunichar c = 0;

  while (g_ascii_isalnum (*close) || *close == '#')
    close++;
  if (*close != ';' || close - at > 12)
    return 0;

  name = g_strndup (at + 1, close - at - 1);
  if (*name == '#')
    {
      gboolean hex = g_ascii_tolower (name[1]) == 'x';
      guint64 value = g_ascii_strtoull (name + 1 + hex, NULL, hex ? 16 : 10);

      c = value <= 0x10ffff && g_unichar_validate (value) && (value >= 0x20 || value == '\n') ? value : 0;
    }
  else if (strcmp (name, "apos") == 0)
    c = '\'';
  else
    {
      const htmlEntityDesc *entity = htmlEntityLookup (BAD_CAST name);

      c = entity != NULL ? entity->value : 0;
    }

  *end = close + 1;

  return c;
}

/* Without the markup that many outliners put into their words. */
static char *
strip_markup (const char *text)
{
  GString *plain = g_string_new (NULL);

  while (*text != '\0')
    {
      gboolean breaks = FALSE;
      const char *end = NULL;
      gunichar c = 0;

      if (*text == '<' && (end = skip_tag (text, &breaks)) != NULL)
        {
          if (breaks && plain->len > 0 && plain->str[plain->len - 1] != '\n')
            g_string_append_c (plain, '\n');
          text = end;
        }
      else if (*text == '&' && (c = read_entity (text, &end)) != 0)
        {
          g_string_append_unichar (plain, c);
          text = end;
        }
      else
        g_string_append_c (plain, *text++);
    }

  return g_strstrip (g_string_free (plain, FALSE));
}

/* One line, with one blank wherever there was white space. */
static char *
squeeze (char *text)
{
  g_auto(GStrv) words = g_strsplit_set (text, " \t\n\r", -1);
  GString *line = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (line, "%s%s", line->len > 0 ? " " : "", words[i]);
  g_free (text);

  return g_string_free (line, FALSE);
}

/* ---- Outlines ---- */

static gboolean
is_named (const xmlNode *node,
          const char    *name)
{
  return node->type == XML_ELEMENT_NODE && node->ns == NULL && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static char *
dup_attribute (xmlNode    *node,
               const char *name)
{
  xmlChar *value = xmlGetNoNsProp (node, BAD_CAST name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/* What stands below a point in our own files and is not a point. */
static gboolean
is_said (const char *type)
{
  return g_strcmp0 (type, TELAAH_OPML_CELL) == 0 || g_strcmp0 (type, TELAAH_OPML_SIMILARITIES) == 0 ||
         g_strcmp0 (type, TELAAH_OPML_DIFFERENCES) == 0;
}

static gboolean
has_outlines (xmlNode *node)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    if (is_named (child, "outline"))
      return TRUE;

  return FALSE;
}

static gboolean
read_points (Reader     *reader,
             xmlNode    *parent,
             const char *id,
             guint       depth,
             GPtrArray  *points);

static gboolean
read_point (Reader     *reader,
            xmlNode    *node,
            const char *parent,
            guint       depth,
            GPtrArray  *points)
{
  g_autofree char *type = dup_attribute (node, "type"), *id = telaah_id_new ();
  g_autofree char *text = dup_attribute (node, "text"), *note = dup_attribute (node, "_note");
  g_autofree char *title = NULL, *question = NULL;
  g_autoptr(TelaahPoint) point = NULL;
  TelaahOutlinePoint *read;

  if (is_said (type))
    return TRUE;
  if (text == NULL)
    return fail (reader, TELAAH_OUTLINE_ERROR_INVALID,
                 _("The OPML has an outline element without a text in line %ld."), xmlGetLineNo (node));
  if (depth >= MAX_DEPTH)
    return fail (reader, TELAAH_OUTLINE_ERROR_INVALID,
                 _("The OPML is nested too deep in line %ld: at most %d levels can be read."), xmlGetLineNo (node),
                 MAX_DEPTH);

  /* Our own words are plain, whatever they look like. */
  if (g_strcmp0 (type, TELAAH_OPML_POINT) == 0)
    {
      title = g_steal_pointer (&text);
      question = g_steal_pointer (&note);
    }
  else
    {
      title = squeeze (strip_markup (text));
      question = note != NULL ? strip_markup (note) : NULL;
    }

  /* An empty line of an outliner is no point. */
  if (*title == '\0' && (question == NULL || *question == '\0') && !has_outlines (node))
    return TRUE;

  point = telaah_point_new (&(TelaahPointFields) {
    .id = id, .parent = parent, .depth = depth, .title = *title != '\0' ? title : NULL,
    .question = question != NULL && *question != '\0' ? question : NULL,
  });
  read = telaah_outline_point_new (point);
  g_ptr_array_add (points, read);

  return read_points (reader, node, id, depth + 1, read->points);
}

static gboolean
read_points (Reader     *reader,
             xmlNode    *parent,
             const char *id,
             guint       depth,
             GPtrArray  *points)
{
  for (xmlNode *child = parent->children; child != NULL; child = child->next)
    if (is_named (child, "outline") && !read_point (reader, child, id, depth, points))
      return FALSE;

  return TRUE;
}

static char *
dup_content (xmlNode *node)
{
  xmlChar *content = xmlNodeGetContent (node);
  char *copy = g_strstrip (g_strdup ((const char *) content));

  xmlFree (content);

  return copy;
}

static void
read_head (Reader  *reader,
           xmlNode *head)
{
  for (xmlNode *child = head->children; child != NULL; child = child->next)
    if (is_named (child, "title"))
      {
        g_clear_pointer (&reader->outline->title, g_free);
        reader->outline->title = dup_content (child);
      }
    else if (child->type == XML_ELEMENT_NODE && child->ns != NULL &&
             g_strcmp0 ((const char *) child->ns->href, TELAAH_OPML_NAMESPACE) == 0 &&
             g_strcmp0 ((const char *) child->name, "question") == 0)
      {
        g_clear_pointer (&reader->outline->question, g_free);
        reader->outline->question = dup_content (child);
      }
}

static gboolean
read_root (Reader  *reader,
           xmlNode *root)
{
  xmlNode *body = NULL;

  if (!is_named (root, "opml"))
    return fail (reader, TELAAH_OUTLINE_ERROR_NOT_OUTLINE,
                 _("This is not OPML: it begins with the element “%s”."), root->name);

  for (xmlNode *child = root->children; child != NULL; child = child->next)
    if (is_named (child, "head"))
      read_head (reader, child);
    else if (is_named (child, "body"))
      body = child;

  if (body == NULL)
    return fail (reader, TELAAH_OUTLINE_ERROR_INVALID, _("The OPML has no body, and so no outline."));

  return read_points (reader, body, NULL, 0, reader->outline->points);
}

/* ---- XML ---- */

#if LIBXML_VERSION >= 21200
typedef const xmlError *XmlError;
#else
typedef xmlError *XmlError;
#endif

/* What its callbacks leave behind of a document. */
typedef struct
{
  gboolean refused;
  int      line;       /* of the first error, which the others follow from; 0: there was none */
} Parse;

/* OPML has no entities of its own; what declares some wants to be larger than it is, or to read other files. */
static void
refuse_entity_cb (void          *data,
                  const xmlChar *name,
                  int            type,
                  const xmlChar *public_id,
                  const xmlChar *system_id,
                  xmlChar       *content)
{
  xmlParserCtxt *context = data;
  Parse *parse = context->_private;

  parse->refused = TRUE;
  xmlStopParser (context);
}

static void
error_cb (void     *data,
          XmlError  error)
{
  Parse *parse = ((xmlParserCtxt *) data)->_private;

  if (parse->line == 0 && error->level >= XML_ERR_ERROR)
    parse->line = MAX (error->line, 1);
}

static xmlDoc *
parse_xml (Reader     *reader,
           const char *opml,
           gsize       length)
{
  xmlParserCtxt *context = xmlNewParserCtxt ();
  Parse parse = { 0 };
  xmlDoc *document;

  context->_private = &parse;
  context->sax->entityDecl = refuse_entity_cb;
  context->sax->externalSubset = NULL;
  context->sax->serror = error_cb;

  /* What has been decoded already may still say otherwise of itself. */
  document = xmlCtxtReadMemory (context, opml, length, NULL, g_utf8_validate (opml, length, NULL) ? "UTF-8" : NULL,
                                XML_PARSE_NONET | XML_PARSE_NOCDATA | XML_PARSE_BIG_LINES);
  xmlFreeParserCtxt (context);

  if (parse.refused)
    {
      fail (reader, TELAAH_OUTLINE_ERROR_INVALID, _("The OPML declares entities, which is not read for safety."));
      g_clear_pointer (&document, xmlFreeDoc);
    }
  else if (document == NULL)
    fail (reader, TELAAH_OUTLINE_ERROR_NOT_OUTLINE, _("This is not OPML: it is not well-formed XML in line %d."),
          MAX (parse.line, 1));

  return document;
}

/**
 * telaah_outline_from_opml:
 * @length: in bytes; -1 if it ends with a NUL
 *
 * Returns: (transfer full): the points, with ids of their own and no sources; %NULL with @error, whose message is a
 *   sentence that names the line
 */
TelaahOutline *
telaah_outline_from_opml (const char  *opml,
                          gssize       length,
                          GError     **error)
{
  g_autoptr(TelaahOutline) outline = telaah_outline_new ();
  Reader reader = { outline, error };
  gsize size = length < 0 ? strlen (opml) : (gsize) length;
  xmlDoc *document;
  gboolean done;

  if (size > G_MAXINT)
    {
      fail (&reader, TELAAH_OUTLINE_ERROR_INVALID, _("The OPML is too large to be read."));
      return NULL;
    }

  document = parse_xml (&reader, opml, size);
  if (document == NULL)
    return NULL;

  done = read_root (&reader, xmlDocGetRootElement (document));
  xmlFreeDoc (document);

  return done ? g_steal_pointer (&outline) : NULL;
}
