/* What is asked before an outline is exported: the format, the paper, and whether what is hidden goes along.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "formats/telaah-outline-export.h"

G_BEGIN_DECLS

typedef struct
{
  TelaahOutlineFormat format;
  TelaahOutlineExport options;
  gboolean            visible;    /* only what is not hidden from the comparison */
} TelaahExportChoice;

#define TELAAH_TYPE_EXPORT_DIALOG (telaah_export_dialog_get_type ())
G_DECLARE_FINAL_TYPE (TelaahExportDialog, telaah_export_dialog, TELAAH, EXPORT_DIALOG, AdwWindow)

/* Signals: "chosen", after which it closes. */

TelaahExportDialog *telaah_export_dialog_new        (GtkWindow                *parent,
                                                     const TelaahExportChoice *choice,
                                                     gboolean                  has_hidden);
void                telaah_export_dialog_get_choice (TelaahExportDialog       *self,
                                                     TelaahExportChoice       *choice);
void                telaah_export_choice_init       (TelaahExportChoice       *choice);

G_END_DECLS
