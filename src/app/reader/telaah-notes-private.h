/* What the parts of TelaahNotes share: the window, and how a note is written in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/reader/telaah-note-index.h"
#include "app/reader/telaah-note-row.h"
#include "app/reader/telaah-notes.h"
#include "app/reader/telaah-row-view.h"

G_BEGIN_DECLS

/* The id of a note that is being written for the first time, also after it has been saved: its row stays as it is
 * until the writer has gone. */
#define TELAAH_NOTES_DRAFT "draft"

struct _TelaahNotes
{
  AdwWindow        parent_instance;

  TelaahSession   *session;
  TelaahNoteIndex *index;
  TelaahNote      *draft;          /* NULL: none is being written */
  char            *draft_id;       /* of the note that it has become, or NULL */
  char            *target;         /* NULL: notes on anything */
  GPtrArray       *coders;         /* char *, those of the drop-down after "Everyone" */
  gboolean         filling;        /* the drop-down of coders is */
  GPtrArray       *shown;          /* TelaahNote */

  /* From the template. */
  AdwWindowTitle  *title;
  GtkToggleButton *oldest;
  GtkEditable     *search;
  GtkDropDown     *kind;
  GtkDropDown     *coder;
  GtkWidget       *target_bar;
  GtkLabel        *target_name;
  GtkStack        *stack;
  TelaahRowView   *view;
  AdwToastOverlay *toasts;
};

void telaah_notes_show   (TelaahNotes   *self);

/* ---- Writing ---- */

void telaah_notes_commit (TelaahNotes   *self,
                          const char    *id,
                          const char    *text,
                          TelaahNoteRow *row);
void telaah_notes_done   (TelaahNotes   *self,
                          const char    *id);
void telaah_notes_remove (TelaahNotes   *self,
                          const char    *id);

G_END_DECLS
