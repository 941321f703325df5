/* File choosers and questions: the one place that holds the choice between GTK's old and new dialogs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef enum
{
  TELAAH_FILES_PROJECTS,
  TELAAH_FILES_TEXTS,
  TELAAH_FILES_OUTLINES,
  TELAAH_FILES_PDF,
  TELAAH_FILES_SVG,
  TELAAH_FILES_PNG,
  TELAAH_FILES_CSV,
} TelaahFileKind;

/* What was chosen; not called when nothing was. */
typedef void (*TelaahFilesFunc) (GListModel *files,
                                 gpointer    user_data);
typedef void (*TelaahFileFunc)  (GFile      *file,
                                 gpointer    user_data);
typedef void (*TelaahAnswerFunc) (gpointer   user_data);

/* @owner: nothing is called once it has gone. */
void telaah_dialogs_open_files (GtkWindow        *parent,
                                const char       *title,
                                TelaahFileKind    kind,
                                gboolean          several,
                                TelaahFilesFunc   func,
                                GObject          *owner);
void telaah_dialogs_save_file  (GtkWindow        *parent,
                                const char       *title,
                                const char       *name,
                                TelaahFileKind    kind,
                                TelaahFileFunc    func,
                                GObject          *owner);
void telaah_dialogs_ask        (GtkWindow        *parent,
                                const char       *heading,
                                const char       *body,
                                const char       *no,
                                const char       *yes,
                                TelaahAnswerFunc  func,
                                gpointer          user_data,
                                GDestroyNotify    destroy);
void telaah_dialogs_tell       (GtkWindow        *parent,
                                const char       *heading,
                                const char       *body);

G_END_DECLS
