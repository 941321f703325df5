/* The dot that stands for a theme, in its colour as it can be seen in the style of the moment. Its size is the style's.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-dot.h"

#include <adwaita.h>

#include "app/telaah-color.h"

struct _TelaahThemeDot
{
  GtkWidget  parent_instance;

  char      *color;   /* #rrggbb; NULL: none, a ring */
};

G_DEFINE_FINAL_TYPE (TelaahThemeDot, telaah_theme_dot, GTK_TYPE_WIDGET)

static void
telaah_theme_dot_snapshot (GtkWidget   *widget,
                           GtkSnapshot *snapshot)
{
  TelaahThemeDot *self = TELAAH_THEME_DOT (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  float width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  float size = MIN (width, height);
  GskRoundedRect circle;
  GdkRGBA color;

  gsk_rounded_rect_init_from_rect (&circle, &GRAPHENE_RECT_INIT ((width - size) / 2, (height - size) / 2, size, size),
                                   size / 2);
  if (self->color == NULL)
    {
      gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
      gtk_snapshot_append_border (snapshot, &circle, (float[4]) { 1.5, 1.5, 1.5, 1.5 },
                                  (GdkRGBA[4]) { color, color, color, color });
      return;
    }

  telaah_color_for_style (self->color, adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), &color);
  gtk_snapshot_push_rounded_clip (snapshot, &circle);
  gtk_snapshot_append_color (snapshot, &color, &circle.bounds);
  gtk_snapshot_pop (snapshot);
}

static void
telaah_theme_dot_finalize (GObject *object)
{
  g_free (TELAAH_THEME_DOT (object)->color);

  G_OBJECT_CLASS (telaah_theme_dot_parent_class)->finalize (object);
}

static void
telaah_theme_dot_class_init (TelaahThemeDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = telaah_theme_dot_finalize;
  widget_class->snapshot = telaah_theme_dot_snapshot;

  gtk_widget_class_set_css_name (widget_class, "themedot");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
telaah_theme_dot_init (TelaahThemeDot *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (gtk_widget_queue_draw), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_theme_dot_new (const char *color)
{
  TelaahThemeDot *self = g_object_new (TELAAH_TYPE_THEME_DOT, NULL);

  telaah_theme_dot_set_color (self, color);

  return GTK_WIDGET (self);
}

/* #rrggbb as the theme has it; NULL draws a ring: no theme. */
void
telaah_theme_dot_set_color (TelaahThemeDot *self,
                            const char     *color)
{
  g_return_if_fail (TELAAH_IS_THEME_DOT (self));

  if (g_strcmp0 (self->color, color) == 0)
    return;

  g_free (self->color);
  self->color = g_strdup (color);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
