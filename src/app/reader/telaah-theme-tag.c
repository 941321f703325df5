/* A theme on a card: dot, name in its colour, and a button that takes it away.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-tag.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-theme-dot.h"
#include "app/telaah-color.h"

struct _TelaahThemeTag
{
  GtkWidget  parent_instance;

  char      *theme;    /* id; NULL: a word for "none", without a button */
  char      *color;    /* #rrggbb */

  GtkWidget *dot;
  GtkWidget *label;
  GtkWidget *button;
};

G_DEFINE_FINAL_TYPE (TelaahThemeTag, telaah_theme_tag, GTK_TYPE_WIDGET)

enum { UNTAG, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
color_changed_cb (TelaahThemeTag *self)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  AdwStyleManager *style = adw_style_manager_get_default ();
  GdkRGBA color;

  if (self->color != NULL)
    {
      telaah_color_for_style (self->color, adw_style_manager_get_dark (style),
                              adw_style_manager_get_high_contrast (style), &color);
      pango_attr_list_insert (attributes, pango_attr_foreground_new (color.red * 65535, color.green * 65535,
                                                                     color.blue * 65535));
      pango_attr_list_insert (attributes, pango_attr_foreground_alpha_new (65535));   /* text is thinned elsewhere */
    }
  gtk_label_set_attributes (GTK_LABEL (self->label), attributes);
}

static void
clicked_cb (TelaahThemeTag *self)
{
  g_signal_emit (self, signals[UNTAG], 0);
}

static void
telaah_theme_tag_dispose (GObject *object)
{
  TelaahThemeTag *self = TELAAH_THEME_TAG (object);

  g_clear_pointer (&self->dot, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_theme_tag_parent_class)->dispose (object);
}

static void
telaah_theme_tag_finalize (GObject *object)
{
  TelaahThemeTag *self = TELAAH_THEME_TAG (object);

  g_free (self->theme);
  g_free (self->color);

  G_OBJECT_CLASS (telaah_theme_tag_parent_class)->finalize (object);
}

static void
telaah_theme_tag_class_init (TelaahThemeTagClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_theme_tag_dispose;
  object_class->finalize = telaah_theme_tag_finalize;

  signals[UNTAG] =
    g_signal_new ("untag", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "themetag");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_theme_tag_init (TelaahThemeTag *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self))), 5);

  self->dot = telaah_theme_dot_new (NULL);
  gtk_widget_set_parent (self->dot, GTK_WIDGET (self));

  self->label = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->button = gtk_button_new_from_icon_name ("window-close-symbolic");
  gtk_widget_set_valign (self->button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->button, "flat");
  gtk_widget_add_css_class (self->button, "circular");
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));

  g_signal_connect_object (style, "notify::dark", G_CALLBACK (color_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (color_changed_cb), self, G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_theme_tag_new (void)
{
  return g_object_new (TELAAH_TYPE_THEME_TAG, NULL);
}

const char *
telaah_theme_tag_get_theme (TelaahThemeTag *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_TAG (self), NULL);

  return self->theme;
}

const char *
telaah_theme_tag_get_name (TelaahThemeTag *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_TAG (self), NULL);

  return gtk_label_get_text (GTK_LABEL (self->label));
}

/**
 * telaah_theme_tag_set_theme:
 * @theme: (nullable): its id; %NULL: there is none, and @name says so
 * @color: (nullable): of the theme, #rrggbb
 */
void
telaah_theme_tag_set_theme (TelaahThemeTag *self,
                            const char     *theme,
                            const char     *name,
                            const char     *color)
{
  g_return_if_fail (TELAAH_IS_THEME_TAG (self));

  if (self->theme != NULL && g_strcmp0 (self->theme, theme) == 0 && g_strcmp0 (self->color, color) == 0 &&
      g_strcmp0 (telaah_theme_tag_get_name (self), name) == 0)
    return;

  g_free (self->theme);
  g_free (self->color);
  self->theme = g_strdup (theme);
  self->color = g_strdup (color);

  gtk_label_set_text (GTK_LABEL (self->label), name);
  telaah_theme_dot_set_color (TELAAH_THEME_DOT (self->dot), color);
  gtk_widget_set_visible (self->button, theme != NULL);
  if (theme != NULL)
    {
      g_autofree char *tooltip = g_strdup_printf (_("Untag %s"), name);

      gtk_widget_set_tooltip_text (self->button, tooltip);
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip, -1);
    }
  if (theme == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self), "none");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "none");

  color_changed_cb (self);
}
