/* The colours of themes on the screen: made legible on light and dark, and remembered.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* What a view of the text stands on, in the two styles of libadwaita. */
#define TELAAH_COLOR_PAGE_LIGHT ((GdkRGBA) { 1, 1, 1, 1 })
#define TELAAH_COLOR_PAGE_DARK  ((GdkRGBA) { 30 / 255.f, 30 / 255.f, 30 / 255.f, 1 })

gboolean       telaah_color_for_style (const char      *hex,
                                       gboolean         dark,
                                       gboolean         high_contrast,
                                       GdkRGBA         *out);
double         telaah_color_contrast  (const GdkRGBA   *a,
                                       const GdkRGBA   *b);

/* Answers the colour of a theme in the style of the moment. */
typedef void (*TelaahColorFunc) (const char *theme,
                                 GdkRGBA    *color,
                                 gpointer    user_data);

/* What a TelaahColorFunc said, kept until it is told to forget: drawing asks thousands of times. */
typedef struct _TelaahColors TelaahColors;

TelaahColors  *telaah_colors_new      (void);
void           telaah_colors_free     (TelaahColors    *self);
void           telaah_colors_set_func (TelaahColors    *self,
                                       TelaahColorFunc  func,
                                       gpointer         user_data,
                                       GDestroyNotify   destroy);
const GdkRGBA *telaah_colors_get      (TelaahColors    *self,
                                       const char      *theme);
void           telaah_colors_forget   (TelaahColors    *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahColors, telaah_colors_free)

G_END_DECLS
