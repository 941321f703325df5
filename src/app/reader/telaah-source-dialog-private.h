/* What the parts of the dialog of a source share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-attribute-group.h"
#include "app/reader/telaah-reference-chooser.h"
#include "app/reader/telaah-source-dialog.h"
#include "formats/telaah-reference.h"

G_BEGIN_DECLS

/* The fields that a reference fills, and one that it does not. */
#define TELAAH_SOURCE_READING  TELAAH_N_REFERENCE_KEYS
#define TELAAH_N_SOURCE_FIELDS (TELAAH_N_REFERENCE_KEYS + 1)

struct _TelaahSourceDialog
{
  AdwWindow               parent_instance;

  TelaahSession          *session;
  char                   *source;
  char                   *before[TELAAH_N_SOURCE_FIELDS];      /* as the dialog opened; never NULL, as the next */
  char                   *unfilled[TELAAH_N_SOURCE_FIELDS];    /* as it was before the last reference filled it */
  GPtrArray              *media;                               /* char *: of each row of the list, the type of CSL */
  GPtrArray              *references;                          /* from which one is to be chosen; or NULL */
  gboolean                setting;                             /* several fields, one after the other */

  GtkWidget              *rows[TELAAH_N_SOURCE_FIELDS];        /* from the template */
  GtkWidget              *date_hint;
  GtkWidget              *accessed_hint;
  GtkWidget              *doi_hint;
  GtkWidget              *language_hint;
  TelaahAttributeGroup   *attributes;
  GtkWidget              *apply_button;
  GtkStack               *stack;
  GtkWidget              *back_button;
  GtkWidget              *cancel_button;
  AdwWindowTitle         *window_title;
  GtkWidget              *bar;
  GtkWidget              *copy_button;
  GtkScrolledWindow      *scroller;
  TelaahReferenceChooser *chooser;
  GtkWidget              *notice;
  GtkLabel               *notice_label;
  GtkWidget              *take_back_button;
  GtkLabel               *file_name;
  GtkLabel               *characters;
  GtkLabel               *words;
  GtkLabel               *sha256;
  AdwToastOverlay        *toasts;
};

const char *telaah_source_dialog_get_key        (guint               field);
char       *telaah_source_dialog_dup_value      (TelaahSourceDialog *self,
                                                 guint               field);
void        telaah_source_dialog_set_values     (TelaahSourceDialog *self,
                                                 const char *const  *values);
void        telaah_source_dialog_tell           (TelaahSourceDialog *self,
                                                 const char         *message);

void        telaah_source_dialog_listen         (TelaahSourceDialog *self);
void        telaah_source_dialog_paste          (TelaahSourceDialog *self);
gboolean    telaah_source_dialog_fill_from      (TelaahSourceDialog *self,
                                                 const char         *words,
                                                 gssize              length);
void        telaah_source_dialog_choose         (TelaahSourceDialog *self,
                                                 guint               position);
void        telaah_source_dialog_show_details   (TelaahSourceDialog *self);
void        telaah_source_dialog_take_back      (TelaahSourceDialog *self);

G_END_DECLS
