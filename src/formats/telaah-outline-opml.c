/* Writes the comparative outline as OPML 2.0, for outliners: a point is an outline element, its question the note.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <libxml/xmlwriter.h>

#include "formats/telaah-labels.h"
#include "formats/telaah-outline-opml-private.h"
#include "formats/telaah-outline-words.h"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* XML has no place for most control characters. */
static char *
dup_allowed (const char *text)
{
  GString *allowed = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (c == '\t' || c == '\n' || (c >= 0x20 && c != 0xfffe && c != 0xffff))
        g_string_append_unichar (allowed, c);
    }

  return g_string_free (allowed, FALSE);
}

static void
write_attribute (xmlTextWriter *writer,
                 const char    *name,
                 const char    *text)
{
  g_autofree char *allowed = dup_allowed (text);

  xmlTextWriterWriteAttribute (writer, BAD_CAST name, BAD_CAST allowed);
}

/* The type tells the reader of OPML what is a point and what is said on it; other programs pass it over. */
static void
begin_outline (xmlTextWriter *writer,
               const char    *type,
               const char    *text,
               const char    *note)
{
  xmlTextWriterStartElement (writer, BAD_CAST "outline");
  write_attribute (writer, "text", text);
  if (has_text (note))
    write_attribute (writer, "_note", note);
  write_attribute (writer, "type", type);
}

static void
write_said (xmlTextWriter *writer,
            const char    *type,
            const char    *label,
            const char    *text)
{
  if (!has_text (text))
    return;

  begin_outline (writer, type, label, text);
  xmlTextWriterEndElement (writer);
}

static void
write_cells (xmlTextWriter      *writer,
             TelaahOutline      *outline,
             TelaahOutlinePoint *node)
{
  for (guint i = 0; i < node->cells->len && i < outline->sources->len; i++)
    {
      const TelaahCellFields *f = telaah_cell_fields (node->cells->pdata[i]);
      g_autofree char *source = telaah_source_dup_label (outline->sources->pdata[i]);
      /* Translators: a source, and how far it treats a point */
      g_autofree char *label = g_strdup_printf (_("%s: %s"), source, telaah_status_get_label (f->status));

      if (f->status == TELAAH_STATUS_UNREAD && !has_text (f->summary))
        continue;
      begin_outline (writer, TELAAH_OPML_CELL, label, f->summary);
      xmlTextWriterEndElement (writer);
    }
}

static void
write_points (xmlTextWriter *writer,
              TelaahOutline *outline,
              GPtrArray     *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (node->point);

      begin_outline (writer, TELAAH_OPML_POINT, telaah_outline_get_point_title (outline, node->point), f->question);
      write_cells (writer, outline, node);
      write_said (writer, TELAAH_OPML_SIMILARITIES, _("Similarities"), f->similarities);
      write_said (writer, TELAAH_OPML_DIFFERENCES, _("Differences"), f->differences);
      write_points (writer, outline, node->points);
      xmlTextWriterEndElement (writer);
    }
}

/* As in a letter's head, which is what OPML asks for; in English whatever the locale. */
static void
write_time (xmlTextWriter *writer,
            const char    *name,
            const char    *when)
{
  static const char *const days[] = { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" };
  static const char *const months[] = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  };
  g_autoptr(GDateTime) time = when != NULL ? g_date_time_new_from_iso8601 (when, NULL) : NULL;
  g_autoptr(GDateTime) utc = time != NULL ? g_date_time_to_utc (time) : NULL;
  g_autofree char *text = NULL;

  if (utc == NULL)
    return;

  text = g_strdup_printf ("%s, %02d %s %d %02d:%02d:%02d GMT", days[g_date_time_get_day_of_week (utc) - 1],
                          g_date_time_get_day_of_month (utc), months[g_date_time_get_month (utc) - 1],
                          g_date_time_get_year (utc), g_date_time_get_hour (utc), g_date_time_get_minute (utc),
                          g_date_time_get_second (utc));
  xmlTextWriterWriteElement (writer, BAD_CAST name, BAD_CAST text);
}

static void
write_head (xmlTextWriter *writer,
            TelaahOutline *outline)
{
  g_autofree char *title = telaah_outline_dup_title (outline), *allowed = dup_allowed (title);

  xmlTextWriterStartElement (writer, BAD_CAST "head");
  xmlTextWriterWriteElement (writer, BAD_CAST "title", BAD_CAST allowed);
  write_time (writer, "dateCreated", outline->created);
  write_time (writer, "dateModified", outline->modified);
  if (has_text (outline->question))
    {
      g_autofree char *question = dup_allowed (outline->question);

      xmlTextWriterWriteElementNS (writer, BAD_CAST "telaah", BAD_CAST "question", BAD_CAST TELAAH_OPML_NAMESPACE,
                                   BAD_CAST question);
    }
  xmlTextWriterEndElement (writer);
}

/**
 * telaah_outline_to_opml:
 *
 * Returns: (transfer full): points, and below each what is said on it, which is not read back as points
 */
char *
telaah_outline_to_opml (TelaahOutline *outline)
{
  xmlBuffer *buffer = xmlBufferCreate ();
  xmlTextWriter *writer = xmlNewTextWriterMemory (buffer, 0);
  char *opml;

  xmlTextWriterSetIndent (writer, 1);
  xmlTextWriterSetIndentString (writer, BAD_CAST "  ");
  xmlTextWriterStartDocument (writer, NULL, "UTF-8", NULL);
  xmlTextWriterStartElement (writer, BAD_CAST "opml");
  xmlTextWriterWriteAttribute (writer, BAD_CAST "version", BAD_CAST "2.0");
  write_head (writer, outline);
  xmlTextWriterStartElement (writer, BAD_CAST "body");
  write_points (writer, outline, outline->points);
  xmlTextWriterEndDocument (writer);
  xmlFreeTextWriter (writer);

  opml = g_strdup ((const char *) xmlBufferContent (buffer));
  xmlBufferFree (buffer);

  return opml;
}
