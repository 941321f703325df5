/* How the text that is read looks: its font, size, spacing and the length of its lines.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-typography.h"

#include <glib/gi18n.h>

/* The system's own; an empty name is the serif one. */
#define SANS "Sans"

struct _TelaahTypography
{
  GtkPopover       parent_instance;

  GSettings       *settings;
  GtkWidget       *dialog;     /* weak; NULL: not open */

  /* From the template. */
  GtkToggleButton *serif;
  GtkToggleButton *sans;
  GtkToggleButton *other;
  GtkLabel        *other_label;
  GtkSpinButton   *size;
  GtkSpinButton   *spacing;
  GtkSpinButton   *width;
};

G_DEFINE_FINAL_TYPE (TelaahTypography, telaah_typography, GTK_TYPE_POPOVER)

static const char *const keys[] = { "reader-font", "reader-size", "reader-spacing", "reader-width" };

/* ---- The font ---- */

static void
font_changed_cb (TelaahTypography *self)
{
  g_autofree char *font = g_settings_get_string (self->settings, "reader-font");
  gboolean serif = *font == '\0', sans = g_str_equal (font, SANS);
  gboolean other = !serif && !sans;

  gtk_label_set_text (self->other_label, other ? font : _("Other…"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->other), other ? font : NULL);
  gtk_toggle_button_set_active (serif ? self->serif : sans ? self->sans : self->other, TRUE);
}

static void
serif_cb (TelaahTypography *self)
{
  g_settings_reset (self->settings, "reader-font");
}

static void
sans_cb (TelaahTypography *self)
{
  g_settings_set_string (self->settings, "reader-font", SANS);
}

static void
response_cb (GtkDialog        *dialog,
             int               response,
             TelaahTypography *self)
{
  PangoFontFamily *family = NULL;

  if (response == GTK_RESPONSE_OK && self->settings != NULL)
    family = gtk_font_chooser_get_font_family (GTK_FONT_CHOOSER (dialog));
  if (family != NULL)
    g_settings_set_string (self->settings, "reader-font", pango_font_family_get_name (family));

  gtk_window_destroy (GTK_WINDOW (dialog));
}

/* The button says what is in the settings, not what may come. GtkFontDialog is not in Debian 12. */
static void
other_cb (TelaahTypography *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  g_autofree char *font = g_settings_get_string (self->settings, "reader-font");

  font_changed_cb (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  if (self->dialog != NULL)
    {
      gtk_window_present (GTK_WINDOW (self->dialog));
      return;
    }

  g_set_weak_pointer (&self->dialog, gtk_font_chooser_dialog_new (_("Font of the Text"),
                                                                  GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL));
  gtk_font_chooser_set_level (GTK_FONT_CHOOSER (self->dialog), GTK_FONT_CHOOSER_LEVEL_FAMILY);
  gtk_font_chooser_set_font (GTK_FONT_CHOOSER (self->dialog), *font != '\0' ? font : "Serif");
  gtk_window_set_modal (GTK_WINDOW (self->dialog), TRUE);
  g_signal_connect_object (self->dialog, "response", G_CALLBACK (response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (self->dialog));
}

static void
reset_cb (TelaahTypography *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_settings_reset (self->settings, keys[i]);
}

/* ---- The widget ---- */

static void
telaah_typography_dispose (GObject *object)
{
  TelaahTypography *self = TELAAH_TYPOGRAPHY (object);

  if (self->dialog != NULL)
    gtk_window_destroy (GTK_WINDOW (self->dialog));
  g_clear_weak_pointer (&self->dialog);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_TYPOGRAPHY);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (telaah_typography_parent_class)->dispose (object);
}

static void
telaah_typography_class_init (TelaahTypographyClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_typography_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-typography.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, serif);
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, sans);
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, other);
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, other_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, size);
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, spacing);
  gtk_widget_class_bind_template_child (widget_class, TelaahTypography, width);
  gtk_widget_class_bind_template_callback (widget_class, serif_cb);
  gtk_widget_class_bind_template_callback (widget_class, sans_cb);
  gtk_widget_class_bind_template_callback (widget_class, other_cb);
  gtk_widget_class_bind_template_callback (widget_class, reset_cb);
}

static void
telaah_typography_init (TelaahTypography *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @settings: of the schema org.telaah.Telaah; once. */
void
telaah_typography_set_settings (TelaahTypography *self,
                                GSettings        *settings)
{
  g_return_if_fail (TELAAH_IS_TYPOGRAPHY (self) && self->settings == NULL);

  self->settings = g_object_ref (settings);
  g_settings_bind (settings, "reader-size", self->size, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-spacing", self->spacing, "value", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "reader-width", self->width, "value", G_SETTINGS_BIND_DEFAULT);
  g_signal_connect_object (settings, "changed::reader-font", G_CALLBACK (font_changed_cb), self, G_CONNECT_SWAPPED);
  font_changed_cb (self);
}
