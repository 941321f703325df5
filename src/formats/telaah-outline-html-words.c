/* Writes words of an outline as HTML: whatever is in them, and linked to what they rest on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-html-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-words.h"

/* What stands for it in HTML: an entity, nothing where it is a control, and NULL for itself. */
static const char *
find_entity (gunichar c)
{
  switch (c)
    {
    case '&':
      return "&amp;";

    case '<':
      return "&lt;";

    case '>':
      return "&gt;";

    case '"':
      return "&quot;";

    default:
      return g_unichar_iscntrl (c) && c != '\n' && c != '\t' ? "" : NULL;
    }
}

static void
put_slice (TelaahHtml *self,
           const char *text,
           const char *end)
{
  const char *plain = text;

  for (const char *p = text, *next; p < end; p = next)
    {
      const char *entity = find_entity (g_utf8_get_char (p));

      next = g_utf8_next_char (p);
      if (entity == NULL)
        continue;

      g_string_append_len (self->out, plain, p - plain);
      g_string_append (self->out, entity);
      plain = next;
    }

  g_string_append_len (self->out, plain, end - plain);
}

/* Good within elements and within attributes. */
void
telaah_html_put_text (TelaahHtml *self,
                      const char *text)
{
  put_slice (self, text, text + strlen (text));
}

/* @text escaped, @open and @close as they are. */
void
telaah_html_put_inside (TelaahHtml *self,
                        const char *open,
                        const char *text,
                        const char *close)
{
  g_string_append (self->out, open);
  telaah_html_put_text (self, text);
  g_string_append (self->out, close);
}

/* The attribute, where it is a tag of BCP 47 as far as one can see. */
void
telaah_html_put_lang (TelaahHtml *self,
                      const char *language)
{
  static const char letters[] = G_CSET_A_2_Z G_CSET_a_2_z G_CSET_DIGITS "-";

  if (language != NULL && *language != '\0' && language[strspn (language, letters)] == '\0')
    g_string_append_printf (self->out, " lang=\"%s\"", language);
}

/* ---- Links ---- */

void
telaah_html_put_cell_id (TelaahHtml         *self,
                         TelaahOutlinePoint *node,
                         const char         *source)
{
  guint place = 0;

  while (place < self->outline->sources->len &&
         g_strcmp0 (telaah_source_fields (self->outline->sources->pdata[place])->id, source) != 0)
    place++;

  g_string_append_printf (self->out, "c%s-%u", telaah_html_get_number (self, node), place + 1);
}

void
telaah_html_put_use_id (TelaahHtml          *self,
                        TelaahHtmlQuote     *quote,
                        const TelaahHtmlUse *use)
{
  g_string_append_printf (self->out, "q%u", quote->number);
  if (use->nth > 1)
    g_string_append_printf (self->out, "-%u", use->nth);
}

static gboolean
has_cell (TelaahOutlinePoint *node,
          const char         *source)
{
  for (guint i = 0; i < node->cells->len; i++)
    if (g_strcmp0 (telaah_cell_fields (node->cells->pdata[i])->source, source) == 0)
      return TRUE;

  return FALSE;
}

/* FALSE where what it rests on is not on the page. */
static gboolean
open_link (TelaahHtml             *self,
           TelaahOutlinePoint     *node,
           const TelaahLinkFields *f)
{
  TelaahHtmlQuote *quote = f->passage != NULL ? telaah_html_get_quote (self, f->passage) : NULL;

  if (quote == NULL && (f->cited == NULL || !has_cell (node, f->cited)))
    return FALSE;

  g_string_append (self->out, "<a href=\"#");
  if (quote != NULL)
    telaah_html_put_use_id (self, quote, telaah_html_find_use (quote, node, f->source));
  else
    telaah_html_put_cell_id (self, node, f->cited);
  g_string_append (self->out, "\">");

  return TRUE;
}

/* The number of the quote, or whose cell it is: what leads there on paper. */
static void
close_link (TelaahHtml             *self,
            const TelaahLinkFields *f,
            gboolean                alone)
{
  TelaahHtmlQuote *quote = f->passage != NULL ? telaah_html_get_quote (self, f->passage) : NULL;
  g_autofree char *reference = NULL;

  if (quote != NULL)
    g_string_append_printf (self->out, "<sup>%u</sup></a>", quote->number);
  else
    {
      reference = telaah_outline_dup_reference (self->outline, f->cited, NULL);
      g_string_append (self->out, alone ? "<small>(" : " <small>(");
      telaah_html_put_text (self, reference);
      g_string_append (self->out, ")</small></a>");
    }
}

/* What has no words of its own, since it rests on all of them or others have them already. */
static void
put_alone (TelaahHtml             *self,
           TelaahOutlinePoint     *node,
           const TelaahLinkFields *f)
{
  gsize before = self->out->len;

  g_string_append_c (self->out, ' ');
  if (open_link (self, node, f))
    close_link (self, f, TRUE);
  else
    g_string_truncate (self->out, before);
}

/* An offset in code points, as far as there are any. */
static const char *
find_offset (const char *text,
             guint       offset)
{
  while (offset > 0 && *text != '\0')
    {
      text = g_utf8_next_char (text);
      offset--;
    }

  return text;
}

/**
 * telaah_html_put_linked:
 * @source: (nullable): whose cell the words are in; %NULL for those of the point
 *
 * Words of two links go to the one that begins first; the other has its mark after them, since links do not nest.
 */
void
telaah_html_put_linked (TelaahHtml         *self,
                        TelaahOutlinePoint *node,
                        const char         *source,
                        TelaahLinkKind      kind,
                        const char         *text)
{
  g_autoptr(GPtrArray) links = telaah_outline_point_dup_links (node, source, kind);
  const char *at = text;

  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);
      const char *start = find_offset (text, f->span.start), *end = find_offset (text, f->span.end);

      if (f->span.start == f->span.end)
        continue;

      if (end <= at)
        {
          put_alone (self, node, f);
          continue;
        }

      put_slice (self, at, MAX (at, start));
      at = MAX (at, start);
      if (!open_link (self, node, f))
        continue;

      put_slice (self, at, end);
      close_link (self, f, FALSE);
      at = end;
    }

  telaah_html_put_text (self, at);
  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);

      if (f->span.start == f->span.end)
        put_alone (self, node, f);
    }
}
