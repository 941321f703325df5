/* A popover to say what of the comparison is wanted: by status, by coder, by an attribute of the sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/compare/telaah-grid-filter.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_COMPARE_FILTER (telaah_compare_filter_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCompareFilter, telaah_compare_filter, TELAAH, COMPARE_FILTER, GtkPopover)

/* Signals: "changed", by hand. */

void              telaah_compare_filter_set_session (TelaahCompareFilter    *self,
                                                     TelaahSession          *session);
TelaahGridFilter *telaah_compare_filter_dup_filter  (TelaahCompareFilter    *self);
void              telaah_compare_filter_set_filter  (TelaahCompareFilter    *self,
                                                     const TelaahGridFilter *filter);

G_END_DECLS
