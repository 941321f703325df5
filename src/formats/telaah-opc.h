/* What every package of Office Open XML has: the list of its parts, how they hang together, its properties.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-report.h"
#include "formats/telaah-xml.h"

G_BEGIN_DECLS

#define TELAAH_OPC_RELATIONSHIPS "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

/* One that the main part points at. */
typedef struct
{
  const char *id;
  const char *type;           /* of the relationship */
  const char *target;         /* in the main part's folder */
  const char *content_type;   /* after that of the package */
} TelaahOpcPart;

typedef struct
{
  const char          *folder;
  const char          *main;            /* the main part's file in it */
  const char          *content_type;    /* what all of its parts' types begin with */
  const char          *main_type;       /* and what the main part's goes on with */
  const TelaahOpcPart *parts;
  guint                n_parts;
} TelaahOpc;

gboolean telaah_opc_add (const TelaahOpc     *self,
                         const TelaahReport  *report,
                         TelaahZip           *zip,
                         GError             **error);

G_END_DECLS
