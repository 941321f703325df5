/* Colours that can be read: a theme's colour as text, on the style in use.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-ink.h"

#include <adwaita.h>

#include "app/telaah-color.h"

/**
 * telaah_ink_from_color:
 * @color: `#rrggbb`, of a theme
 * @ink: (out): the same hue, as light or dark as it must be to be read
 */
void
telaah_ink_from_color (const char *color,
                       GdkRGBA    *ink)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  telaah_color_for_style (color, adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), ink);
}

/* From the colour of text to that of what is said in passing. */
void
telaah_ink_dim (GdkRGBA *ink)
{
  ink->alpha *= adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.9 : 0.65;
}
