/* When a list of words is asked for: one time at once, only while somebody can see it, and again when the project changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*TelaahWordAskFunc) (GtkWidget    *widget,
                                   GCancellable *cancellable);

/* Part of a page; no more than a struct. */
typedef struct
{
  GtkWidget         *widget;         /* the page; borrowed */
  GtkSpinner        *spinner;        /* borrowed */
  TelaahWordAskFunc  func;
  GCancellable      *cancellable;    /* of what was asked last; NULL: it has been answered */
  guint              source;         /* will ask */
  guint              spinner_source;
  gboolean           due;            /* once it is seen */
  gboolean           anew;           /* another question, not the same once more */
} TelaahWordAsking;

void     telaah_word_asking_init   (TelaahWordAsking  *self,
                                    GtkWidget         *widget,
                                    GtkSpinner        *spinner,
                                    TelaahWordAskFunc  func);
void     telaah_word_asking_ask    (TelaahWordAsking  *self,
                                    gboolean           anew,
                                    guint              delay);      /* milliseconds */
void     telaah_word_asking_mapped (TelaahWordAsking  *self);
gboolean telaah_word_asking_end    (TelaahWordAsking  *self);
void     telaah_word_asking_stop   (TelaahWordAsking  *self);

G_END_DECLS
