/* One part of a package in XML, written from its beginning to its end.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-zip.h"

G_BEGIN_DECLS

typedef struct _TelaahXml TelaahXml;

TelaahXml  *telaah_xml_new      (gboolean     whole);        /* a document of its own, not a piece of one */
void        telaah_xml_free     (TelaahXml   *self);

/* Attributes follow as name and value, ended by NULL; one without a value is left out. */
void        telaah_xml_start    (TelaahXml   *self,
                                 const char  *name,
                                 ...) G_GNUC_NULL_TERMINATED;
void        telaah_xml_empty    (TelaahXml   *self,
                                 const char  *name,
                                 ...) G_GNUC_NULL_TERMINATED;
void        telaah_xml_attributes (TelaahXml *self,         /* more of the element that was started last */
                                 ...) G_GNUC_NULL_TERMINATED;
void        telaah_xml_end      (TelaahXml   *self);
void        telaah_xml_text     (TelaahXml   *self,
                                 const char  *text);
void        telaah_xml_text_n   (TelaahXml   *self,
                                 const char  *text,
                                 gsize        length);
void        telaah_xml_element  (TelaahXml   *self,
                                 const char  *name,
                                 const char  *text);         /* nothing where that is NULL or "" */
void        telaah_xml_piece    (TelaahXml   *self,
                                 TelaahXml   *piece);
gboolean    telaah_xml_add_to   (TelaahXml   *self,
                                 TelaahZip   *zip,
                                 const char  *name,
                                 GError     **error);

char       *telaah_xml_dup_number (double     value);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahXml, telaah_xml_free)

G_END_DECLS
