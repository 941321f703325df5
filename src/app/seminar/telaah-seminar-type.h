/* The type of a seminar: how large and in which cut each kind of text is, and how much room it takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/seminar/telaah-seminar-layout.h"

G_BEGIN_DECLS

/* What is left of a quote for the line at its side. */
#define TELAAH_SEMINAR_QUOTE_EDGE 0.75

GtkWidget           *telaah_seminar_type_label_new (TelaahSeminarKind   kind);
void                 telaah_seminar_type_set       (GtkWidget          *label,
                                                    TelaahSeminarKind   kind,
                                                    const char         *text,
                                                    gsize               aside,
                                                    double              size);
TelaahSeminarMetric  telaah_seminar_type_get_metric (GtkWidget         *widget);
void                 telaah_seminar_type_get_room  (int                 width,
                                                    int                 height,
                                                    double              scale,
                                                    TelaahSeminarRoom  *room,
                                                    double             *comfortable);

G_END_DECLS
