/* The colours that a theme can take.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-palette.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-swatch.h"
#include "app/telaah-color.h"

#define N_COLUMNS 4

/* In the order in which the session gives them to new themes. */
static const struct
{
  const char *color;
  const char *name;
} colors[] = {
  { "#C04F00", N_("Orange") }, { "#00795A", N_("Green") }, { "#0B63A8", N_("Blue") }, { "#571D11", N_("Brown") },
  { "#54077D", N_("Purple") }, { "#980330", N_("Crimson") }, { "#004A73", N_("Petrol") }, { "#AC00A8", N_("Magenta") },
  { "#56616E", N_("Slate") }, { "#791D59", N_("Plum") }, { "#092D64", N_("Navy") }, { "#AA428F", N_("Pink") },
  { "#5B7923", N_("Olive") }, { "#700AA0", N_("Violet") }, { "#782600", N_("Chestnut") }, { "#9B3A23", N_("Rust") },
};

struct _TelaahPalette
{
  GtkWidget  parent_instance;

  GtkGrid   *grid;       /* from the template */
  GtkButton *above;
  GtkEntry  *other;
};

G_DEFINE_FINAL_TYPE (TelaahPalette, telaah_palette, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* @i: from 0. Returns: #RRGGBB, or %NULL past the last */
const char *
telaah_palette_get_color (guint        i,
                          const char **name)
{
  if (i >= G_N_ELEMENTS (colors))
    return NULL;

  if (name != NULL)
    *name = _(colors[i].name);
  return colors[i].color;
}

static GtkWidget *
swatch_new (const char *color,
            gboolean    ring)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkWidget *swatch = telaah_swatch_new ();
  GdkRGBA shown;

  telaah_color_for_style (color, adw_style_manager_get_dark (style), adw_style_manager_get_high_contrast (style),
                          &shown);
  telaah_swatch_set (TELAAH_SWATCH (swatch), &shown, ring);
  gtk_widget_set_halign (swatch, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (swatch, GTK_ALIGN_CENTER);

  return swatch;
}

static void
color_clicked_cb (GtkWidget     *button,
                  TelaahPalette *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, g_object_get_data (G_OBJECT (button), "color"));
}

static void
above_clicked_cb (TelaahPalette *self)
{
  g_signal_emit (self, signals[CHOSEN], 0, NULL);
}

/* "#c04f00", "c04f00" or "#c40", as people type and paste them. Returns NULL where it is none of them. */
static char *
dup_typed (TelaahPalette *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->other))));
  g_autofree char *hex = g_strconcat ("#", *typed == '#' ? typed + 1 : typed, NULL);
  GdkRGBA color;

  for (const char *p = hex + 1; *p != '\0'; p++)
    if (!g_ascii_isxdigit (*p))
      return NULL;

  if ((strlen (hex) != 4 && strlen (hex) != 7) || !gdk_rgba_parse (&color, hex))
    return NULL;

  return g_strdup_printf ("#%02X%02X%02X", (guint) (color.red * 255 + 0.5), (guint) (color.green * 255 + 0.5),
                          (guint) (color.blue * 255 + 0.5));
}

static void
other_activate_cb (TelaahPalette *self)
{
  g_autofree char *color = dup_typed (self);

  if (color != NULL)
    g_signal_emit (self, signals[CHOSEN], 0, color);
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->other), "error");
      gtk_widget_error_bell (GTK_WIDGET (self));
    }
}

static void
other_changed_cb (TelaahPalette *self)
{
  gtk_widget_remove_css_class (GTK_WIDGET (self->other), "error");
}

static void
fill (TelaahPalette *self,
      const char    *color)
{
  GtkToggleButton *first = NULL;
  gboolean known = color == NULL;

  for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
    {
      GtkWidget *button = gtk_toggle_button_new ();
      gboolean current = color != NULL && g_ascii_strcasecmp (color, colors[i].color) == 0;

      gtk_button_set_child (GTK_BUTTON (button), swatch_new (colors[i].color, FALSE));
      gtk_widget_set_tooltip_text (button, _(colors[i].name));
      gtk_widget_add_css_class (button, "flat");
      gtk_widget_add_css_class (button, "circular");
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, _(colors[i].name), -1);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), first);
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), current);
      g_object_set_data (G_OBJECT (button), "color", (gpointer) colors[i].color);
      g_signal_connect (button, "clicked", G_CALLBACK (color_clicked_cb), self);
      gtk_grid_attach (self->grid, button, i % N_COLUMNS, i / N_COLUMNS, 1, 1);

      first = first != NULL ? first : GTK_TOGGLE_BUTTON (button);
      known = known || current;
    }

  if (!known)
    gtk_editable_set_text (GTK_EDITABLE (self->other), color);
}

static void
offer_above (TelaahPalette *self,
             const char    *above,
             const char    *above_color)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  /* Translators: the colour of the theme above in the tree; %s is its name. */
  g_autofree char *words = g_strdup_printf (_("Same as “%s”"), above);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 18);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_box_append (GTK_BOX (box), swatch_new (above_color, TRUE));
  gtk_box_append (GTK_BOX (box), label);
  gtk_button_set_child (self->above, box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->above), GTK_ACCESSIBLE_PROPERTY_LABEL, words, -1);
  gtk_widget_set_visible (GTK_WIDGET (self->above), TRUE);
}

static void
telaah_palette_dispose (GObject *object)
{
  GtkWidget *child;

  gtk_widget_dispose_template (GTK_WIDGET (object), TELAAH_TYPE_PALETTE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_palette_parent_class)->dispose (object);
}

static void
telaah_palette_class_init (TelaahPaletteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_palette_dispose;

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "palette");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-palette.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahPalette, grid);
  gtk_widget_class_bind_template_child (widget_class, TelaahPalette, above);
  gtk_widget_class_bind_template_child (widget_class, TelaahPalette, other);
  gtk_widget_class_bind_template_callback (widget_class, above_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_changed_cb);
}

static void
telaah_palette_init (TelaahPalette *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * telaah_palette_new:
 * @color: (nullable): the theme's own, #rrggbb
 * @above: (nullable): the name of the theme above it
 * @above_color: (nullable): and what it would have from there
 */
GtkWidget *
telaah_palette_new (const char *color,
                    const char *above,
                    const char *above_color)
{
  TelaahPalette *self = g_object_new (TELAAH_TYPE_PALETTE, NULL);

  fill (self, color);
  if (above != NULL)
    offer_above (self, above, above_color);

  return GTK_WIDGET (self);
}
