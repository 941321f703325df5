/* Markdown shown simply, as the markup of a label: emphasis, headings, lists, quotes, code and links. Whatever is
 * written, what comes of it is valid markup.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-markdown.h"

#include <cmark.h>
#include <string.h>

/* Lists and quotes within each other: deeper ones stand no further in. */
#define MOST_LEVELS 6

typedef struct
{
  GString  *out;
  gboolean  plain;       /* words alone */
  guint     strong;      /* within how many: markup is not nested in itself */
  guint     emphasis;
  guint     links;
  guint     quotes;
  guint     lists;
  gboolean  item;        /* an item has just begun: what follows goes on its line */
} Writer;

/* ---- Words and tags ---- */

static void
add_text (Writer     *writer,
          const char *text)
{
  g_autofree char *escaped = NULL;

  if (text == NULL)
    return;

  escaped = writer->plain ? g_strdup (text) : g_markup_escape_text (text, -1);
  g_string_append (writer->out, escaped);
}

static void
add_tag (Writer     *writer,
         const char *tag)
{
  if (!writer->plain)
    g_string_append (writer->out, tag);
}

/* The outermost only. */
static void
add_pair (Writer     *writer,
          gboolean    entering,
          guint      *depth,
          const char *open,
          const char *close)
{
  if (entering && (*depth)++ == 0)
    add_tag (writer, open);
  else if (!entering && --*depth == 0)
    add_tag (writer, close);
}

/* The mark of an item stands in the line of what is around its list. */
static void
indent (Writer   *writer,
        gboolean  item)
{
  guint levels = writer->quotes + writer->lists - (item && writer->lists > 0);

  for (guint i = 0; i < MIN (levels, MOST_LEVELS); i++)
    g_string_append (writer->out, "\342\200\203");   /* em space */
}

/* ---- Blocks ---- */

static gboolean
is_tight (cmark_node *node)
{
  cmark_node *parent = cmark_node_parent (node);
  cmark_node *list = parent != NULL ? cmark_node_parent (parent) : NULL;

  return list != NULL && cmark_node_get_type (list) == CMARK_NODE_LIST && cmark_node_get_list_tight (list);
}

/* On a line of its own; between blocks that are not parts of a tight list, with room above. */
static void
begin_block (Writer     *writer,
             cmark_node *node)
{
  gboolean close = cmark_node_get_type (node) == CMARK_NODE_ITEM
                     ? cmark_node_get_list_tight (cmark_node_parent (node)) &&
                       (cmark_node_previous (node) != NULL || writer->lists > 1)
                     : is_tight (node);

  if (writer->item && cmark_node_get_type (node) != CMARK_NODE_ITEM)
    {
      writer->item = FALSE;
      return;
    }

  if (writer->out->len > 0)
    g_string_append (writer->out, close ? "\n" : "\n\n");
  writer->item = FALSE;
  indent (writer, cmark_node_get_type (node) == CMARK_NODE_ITEM);
}

static void
add_item (Writer     *writer,
          cmark_node *node)
{
  cmark_node *list = cmark_node_parent (node);

  begin_block (writer, node);
  if (cmark_node_get_list_type (list) == CMARK_ORDERED_LIST)
    {
      int n = cmark_node_get_list_start (list);

      for (cmark_node *item = cmark_node_previous (node); item != NULL; item = cmark_node_previous (item))
        n++;
      g_string_append_printf (writer->out, "%d.\302\240", n);
    }
  else
    g_string_append (writer->out, "•\302\240");
  writer->item = TRUE;
}

/* As it stands, but for the line break at its end. */
static void
add_code_block (Writer     *writer,
                cmark_node *node)
{
  const char *literal = cmark_node_get_literal (node);
  g_autofree char *code = g_strdup (literal != NULL ? literal : "");

  begin_block (writer, node);
  if (g_str_has_suffix (code, "\n"))
    code[strlen (code) - 1] = '\0';
  add_tag (writer, "<tt>");
  add_text (writer, code);
  add_tag (writer, "</tt>");
}

static void
add_heading (Writer     *writer,
             cmark_node *node,
             gboolean    entering)
{
  int level = cmark_node_get_heading_level (node);

  if (entering)
    begin_block (writer, node);
  add_tag (writer, !entering ? "</span>" : level == 1 ? "<span size=\"130%\" weight=\"bold\">"
                                         : level == 2 ? "<span size=\"115%\" weight=\"bold\">"
                                                      : "<span weight=\"bold\">");
}

/* ---- Links ---- */

/* What a browser or a mail program opens; a file, or a script, is nothing that a note should start. */
static gboolean
is_safe (const char *url)
{
  static const char *const schemes[] = { "http://", "https://", "mailto:", "doi:" };

  for (guint i = 0; url != NULL && i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strncasecmp (url, schemes[i], strlen (schemes[i])) == 0)
      return url[strlen (schemes[i])] != '\0';

  return FALSE;
}

static void
add_link (Writer     *writer,
          cmark_node *node,
          gboolean    entering)
{
  const char *url = cmark_node_get_url (node);
  g_autofree char *resolved = NULL, *escaped = NULL;

  if (!is_safe (url))
    return;

  if (!entering)
    {
      if (--writer->links == 0)
        add_tag (writer, "</a>");
      return;
    }
  if (writer->links++ > 0)
    return;

  resolved = g_ascii_strncasecmp (url, "doi:", 4) == 0 ? g_strconcat ("https://doi.org/", url + 4, NULL)
                                                       : g_strdup (url);
  escaped = g_markup_escape_text (resolved, -1);
  add_tag (writer, "<a href=\"");
  add_tag (writer, escaped);
  add_tag (writer, "\">");
}

/* ---- Nodes ---- */

static void
write_leaf (Writer     *writer,
            cmark_node *node)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_TEXT:
    case CMARK_NODE_HTML_INLINE:
      add_text (writer, cmark_node_get_literal (node));
      break;

    case CMARK_NODE_CODE:
      add_tag (writer, "<tt>");
      add_text (writer, cmark_node_get_literal (node));
      add_tag (writer, "</tt>");
      break;

    /* Who breaks a line in a note means it. */
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
      g_string_append_c (writer->out, '\n');
      indent (writer, FALSE);
      break;

    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_HTML_BLOCK:
      add_code_block (writer, node);
      break;

    case CMARK_NODE_THEMATIC_BREAK:
      begin_block (writer, node);
      g_string_append (writer->out, "———");
      break;

    default:
      break;
    }
}

static void
write_node (Writer     *writer,
            cmark_node *node,
            gboolean    entering)
{
  switch (cmark_node_get_type (node))
    {
    case CMARK_NODE_PARAGRAPH:
      if (entering)
        begin_block (writer, node);
      break;

    case CMARK_NODE_HEADING:
      add_heading (writer, node, entering);
      break;

    case CMARK_NODE_BLOCK_QUOTE:
      writer->quotes += entering ? 1 : -1;
      break;

    case CMARK_NODE_LIST:
      writer->lists += entering ? 1 : -1;
      break;

    case CMARK_NODE_ITEM:
      if (entering)
        add_item (writer, node);
      else
        writer->item = FALSE;
      break;

    case CMARK_NODE_STRONG:
      add_pair (writer, entering, &writer->strong, "<b>", "</b>");
      break;

    case CMARK_NODE_EMPH:
      add_pair (writer, entering, &writer->emphasis, "<i>", "</i>");
      break;

    case CMARK_NODE_LINK:
      add_link (writer, node, entering);
      break;

    default:
      if (entering)
        write_leaf (writer, node);
    }
}

static char *
write_all (const char *markdown,
           gboolean    plain)
{
  cmark_node *document = cmark_parse_document (markdown, strlen (markdown), CMARK_OPT_VALIDATE_UTF8);
  cmark_iter *iter = cmark_iter_new (document);
  Writer writer = { .out = g_string_new (NULL), .plain = plain };
  cmark_event_type event;

  while ((event = cmark_iter_next (iter)) != CMARK_EVENT_DONE)
    write_node (&writer, cmark_iter_get_node (iter), event == CMARK_EVENT_ENTER);

  cmark_iter_free (iter);
  cmark_node_free (document);

  return g_string_free (writer.out, FALSE);
}

/**
 * telaah_markdown_dup_markup:
 *
 * Returns: (transfer full): markup for gtk_label_set_markup(), valid for any bytes
 */
char *
telaah_markdown_dup_markup (const char *markdown)
{
  return write_all (markdown, FALSE);
}

/* The same words without any markup, for who does not see it. */
char *
telaah_markdown_dup_plain (const char *markdown)
{
  return write_all (markdown, TRUE);
}
