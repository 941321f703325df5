/* Writes what every package of Office Open XML has.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-opc.h"

#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"

static void
put_override (TelaahXml  *xml,
              const char *folder,
              const char *part,
              const char *of_all,
              const char *type)
{
  g_autofree char *name = g_strdup_printf ("/%s/%s", folder, part);
  g_autofree char *content_type = g_strconcat (of_all, type, NULL);

  telaah_xml_empty (xml, "Override", "PartName", name, "ContentType", content_type, NULL);
}

static gboolean
add_types (const TelaahOpc  *self,
           TelaahZip        *zip,
           GError          **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "Types", "xmlns", PACKAGE "content-types", NULL);
  telaah_xml_empty (xml, "Default", "Extension", "rels",
                    "ContentType", "application/vnd.openxmlformats-package.relationships+xml", NULL);
  telaah_xml_empty (xml, "Default", "Extension", "xml", "ContentType", "application/xml", NULL);
  put_override (xml, self->folder, self->main, self->content_type, self->main_type);
  for (guint i = 0; i < self->n_parts; i++)
    put_override (xml, self->folder, self->parts[i].target, self->content_type, self->parts[i].content_type);
  put_override (xml, "docProps", "core.xml", "application/vnd.openxmlformats-package.", "core-properties+xml");
  put_override (xml, "docProps", "app.xml", "application/vnd.openxmlformats-officedocument.",
                "extended-properties+xml");

  return telaah_xml_add_to (xml, zip, "[Content_Types].xml", error);
}

static void
put_relationship (TelaahXml  *xml,
                  const char *id,
                  const char *of_all,
                  const char *type,
                  const char *target)
{
  g_autofree char *whole = g_strconcat (of_all, type, NULL);

  telaah_xml_empty (xml, "Relationship", "Id", id, "Type", whole, "Target", target, NULL);
}

static gboolean
add_relationships (const TelaahOpc  *self,
                   TelaahZip        *zip,
                   GError          **error)
{
  g_autoptr(TelaahXml) package = telaah_xml_new (TRUE), main = telaah_xml_new (TRUE);
  g_autofree char *target = g_strdup_printf ("%s/%s", self->folder, self->main);
  g_autofree char *name = g_strdup_printf ("%s/_rels/%s.rels", self->folder, self->main);

  telaah_xml_start (package, "Relationships", "xmlns", PACKAGE "relationships", NULL);
  put_relationship (package, "rId1", OFFICE "relationships/", "officeDocument", target);
  put_relationship (package, "rId2", PACKAGE "relationships/metadata/", "core-properties", "docProps/core.xml");
  put_relationship (package, "rId3", OFFICE "relationships/", "extended-properties", "docProps/app.xml");

  telaah_xml_start (main, "Relationships", "xmlns", PACKAGE "relationships", NULL);
  for (guint i = 0; i < self->n_parts; i++)
    put_relationship (main, self->parts[i].id, OFFICE "relationships/", self->parts[i].type, self->parts[i].target);

  return telaah_xml_add_to (package, zip, "_rels/.rels", error) && telaah_xml_add_to (main, zip, name, error);
}

static void
put_time (TelaahXml  *xml,
          const char *name,
          const char *time)
{
  if (time == NULL)
    return;

  telaah_xml_start (xml, name, "xsi:type", "dcterms:W3CDTF", NULL);
  telaah_xml_text (xml, time);
  telaah_xml_end (xml);
}

static gboolean
add_properties (const TelaahReport  *report,
                TelaahZip           *zip,
                GError             **error)
{
  g_autoptr(TelaahXml) core = telaah_xml_new (TRUE), app = telaah_xml_new (TRUE);

  telaah_xml_start (core, "cp:coreProperties", "xmlns:cp", PACKAGE "metadata/core-properties",
                    "xmlns:dc", "http://purl.org/dc/elements/1.1/", "xmlns:dcterms", "http://purl.org/dc/terms/",
                    "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance", NULL);
  telaah_xml_element (core, "dc:title", report->title);
  telaah_xml_element (core, "dc:creator", report->creators);
  telaah_xml_element (core, "dc:description", report->description);
  telaah_xml_element (core, "dc:language", report->language);
  put_time (core, "dcterms:created", report->created);
  put_time (core, "dcterms:modified", report->modified);

  telaah_xml_start (app, "Properties", "xmlns", OFFICE "extended-properties", NULL);
  telaah_xml_element (app, "Application", "Telaah");

  return telaah_xml_add_to (core, zip, "docProps/core.xml", error) &&
         telaah_xml_add_to (app, zip, "docProps/app.xml", error);
}

/* Adds all but the parts themselves; @report: for its properties. */
gboolean
telaah_opc_add (const TelaahOpc     *self,
                const TelaahReport  *report,
                TelaahZip           *zip,
                GError             **error)
{
  return add_types (self, zip, error) &&
         add_relationships (self, zip, error) &&
         add_properties (report, zip, error);
}
