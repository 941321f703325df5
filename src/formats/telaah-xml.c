/* Writes a part of a package in XML by libxml2.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-xml.h"

#include <libxml/xmlwriter.h>
#include <string.h>

struct _TelaahXml
{
  xmlBufferPtr     buffer;
  xmlTextWriterPtr writer;
};

TelaahXml *
telaah_xml_new (gboolean whole)
{
  TelaahXml *self = g_new0 (TelaahXml, 1);

  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  if (whole)
    xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", "yes");

  return self;
}

void
telaah_xml_free (TelaahXml *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_clear_pointer (&self->buffer, xmlBufferFree);
  g_free (self);
}

/* Whether XML has a way to write it. */
static gboolean
is_writable (gunichar c)
{
  return (c >= 0x20 || c == '\t' || c == '\n' || c == '\r') && c != 0xfffe && c != 0xffff;
}

/* @text without the control characters that no XML may hold, not even as a reference. */
static char *
dup_writable (const char *text,
              gsize       length)
{
  GString *out = g_string_sized_new (length);

  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (is_writable (g_utf8_get_char (p)))
      g_string_append_len (out, p, g_utf8_next_char (p) - p);

  return g_string_free (out, FALSE);
}

static void
put_attributes (TelaahXml *self,
                va_list    list)
{
  const char *name;

  while ((name = va_arg (list, const char *)) != NULL)
    {
      const char *value = va_arg (list, const char *);
      g_autofree char *writable = value != NULL ? dup_writable (value, strlen (value)) : NULL;

      if (writable != NULL)
        xmlTextWriterWriteAttribute (self->writer, BAD_CAST name, BAD_CAST writable);
    }
}

void
telaah_xml_start (TelaahXml  *self,
                  const char *name,
                  ...)
{
  va_list list;

  xmlTextWriterStartElement (self->writer, BAD_CAST name);
  va_start (list, name);
  put_attributes (self, list);
  va_end (list);
}

void
telaah_xml_empty (TelaahXml  *self,
                  const char *name,
                  ...)
{
  va_list list;

  xmlTextWriterStartElement (self->writer, BAD_CAST name);
  va_start (list, name);
  put_attributes (self, list);
  va_end (list);
  xmlTextWriterEndElement (self->writer);
}

void
telaah_xml_attributes (TelaahXml *self,
                       ...)
{
  va_list list;

  va_start (list, self);
  put_attributes (self, list);
  va_end (list);
}

void
telaah_xml_end (TelaahXml *self)
{
  xmlTextWriterEndElement (self->writer);
}

void
telaah_xml_text_n (TelaahXml  *self,
                   const char *text,
                   gsize       length)
{
  g_autofree char *writable = dup_writable (text, length);

  xmlTextWriterWriteString (self->writer, BAD_CAST writable);
}

void
telaah_xml_text (TelaahXml  *self,
                 const char *text)
{
  telaah_xml_text_n (self, text, strlen (text));
}

void
telaah_xml_element (TelaahXml  *self,
                    const char *name,
                    const char *text)
{
  if (text == NULL || *text == '\0')
    return;

  telaah_xml_start (self, name, NULL);
  telaah_xml_text (self, text);
  telaah_xml_end (self);
}

/* What @piece has so far; it can go on after that. */
void
telaah_xml_piece (TelaahXml *self,
                  TelaahXml *piece)
{
  xmlTextWriterFlush (piece->writer);
  xmlTextWriterWriteRaw (self->writer, xmlBufferContent (piece->buffer));
}

/* Ends it and puts it into @zip as @name. */
gboolean
telaah_xml_add_to (TelaahXml   *self,
                   TelaahZip   *zip,
                   const char  *name,
                   GError     **error)
{
  g_autoptr(GBytes) bytes = NULL;

  xmlTextWriterEndDocument (self->writer);
  xmlTextWriterFlush (self->writer);
  bytes = g_bytes_new (xmlBufferContent (self->buffer), xmlBufferLength (self->buffer));

  return telaah_zip_add (zip, name, bytes, FALSE, error);
}

/* With a point, whatever the locale has. */
char *
telaah_xml_dup_number (double value)
{
  char number[G_ASCII_DTOSTR_BUF_SIZE];

  return g_strdup (g_ascii_formatd (number, sizeof number, "%.6g", value));
}
