/* One theme as a row of the sidebar's tree; a row without a theme is one that is being named.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "app/reader/telaah-theme-places.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_THEME_ROW (telaah_theme_row_get_type ())
G_DECLARE_FINAL_TYPE (TelaahThemeRow, telaah_theme_row, TELAAH, THEME_ROW, GtkListBoxRow)

typedef enum
{
  TELAAH_FOLD_NONE,       /* no theme has one below it: no room is kept for triangles */
  TELAAH_FOLD_LEAF,
  TELAAH_FOLD_OPEN,
  TELAAH_FOLD_FOLDED,
} TelaahFold;

/* Signals:
 *   "named" (const char *name) -> gboolean   the name has been typed; whether it will do
 *   "naming-ended"                           with or without a new name
 *   "fold-clicked", "dot-clicked" */

GtkWidget   *telaah_theme_row_new         (void);
TelaahTheme *telaah_theme_row_get_theme   (TelaahThemeRow  *self);
void         telaah_theme_row_set_theme   (TelaahThemeRow  *self,
                                           TelaahTheme     *theme);
void         telaah_theme_row_set_depth   (TelaahThemeRow  *self,
                                           guint            depth);
void         telaah_theme_row_set_fold    (TelaahThemeRow  *self,
                                           TelaahFold       fold);
void         telaah_theme_row_set_color   (TelaahThemeRow  *self,
                                           const GdkRGBA   *color);
void         telaah_theme_row_set_counts  (TelaahThemeRow  *self,
                                           guint            n_passages,
                                           const char      *in_source);
void         telaah_theme_row_set_zone    (TelaahThemeRow  *self,
                                           int              zone);
void         telaah_theme_row_begin_name  (TelaahThemeRow  *self);
gboolean     telaah_theme_row_is_naming   (TelaahThemeRow  *self);
GtkWidget   *telaah_theme_row_get_dot     (TelaahThemeRow  *self);

G_END_DECLS
