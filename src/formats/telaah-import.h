/* Reading files in: what a file holds, before the project knows of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "text/telaah-structure.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

#define TELAAH_IMPORT_ERROR (telaah_import_error_quark ())

typedef enum
{
  TELAAH_IMPORT_ERROR_UNREADABLE,
  TELAAH_IMPORT_ERROR_EMPTY,
  TELAAH_IMPORT_ERROR_BINARY,
  TELAAH_IMPORT_ERROR_TOO_LARGE,
} TelaahImportError;

GQuark telaah_import_error_quark (void);

/* The most that one file may hold, in bytes. */
#define TELAAH_IMPORT_MAX (64 * 1024 * 1024)

/* One text as it was read, not yet part of any project. */
typedef struct
{
  char       *file_name;    /* without the folder */
  TelaahText *text;
  char       *sha256;
  char       *encoding;     /* as recognised, e.g. UTF-8 or windows-1252 */
  GArray     *proposals;    /* TelaahProposal: what does not seem to be its body; or NULL */
} TelaahDocument;

void            telaah_document_free  (TelaahDocument  *self);
TelaahDocument *telaah_document_read  (GFile           *file,
                                       GCancellable    *cancellable,
                                       GError         **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahDocument, telaah_document_free)

G_END_DECLS
