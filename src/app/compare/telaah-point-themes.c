/* A dialog that makes points of themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-point-themes.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-tree-checks.h"

struct _TelaahPointThemes
{
  AdwWindow         parent_instance;

  TelaahSession    *session;
  char             *point;      /* below which they may go; or NULL */

  /* From the template. */
  TelaahTreeChecks *themes;
  GtkWidget        *add_button;
  GtkCheckButton   *below;
  AdwToastOverlay  *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahPointThemes, telaah_point_themes, ADW_TYPE_WINDOW)

static void
changed_cb (TelaahPointThemes *self)
{
  g_autoptr(GPtrArray) ids = telaah_tree_checks_dup_checked (self->themes);

  gtk_widget_set_sensitive (self->add_button, ids->len > 1);
}

static void
add_cb (TelaahPointThemes *self)
{
  g_autoptr(GPtrArray) ids = telaah_tree_checks_dup_checked (self->themes);
  const char *parent = gtk_check_button_get_active (self->below) ? self->point : NULL;
  g_autoptr(GError) error = NULL;

  if (ids->len < 2)
    return;

  if (telaah_session_add_points_of_themes (self->session, (const char *const *) ids->pdata, parent, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
telaah_point_themes_dispose (GObject *object)
{
  TelaahPointThemes *self = TELAAH_POINT_THEMES (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_POINT_THEMES);
  g_clear_object (&self->session);
  g_clear_pointer (&self->point, g_free);

  G_OBJECT_CLASS (telaah_point_themes_parent_class)->dispose (object);
}

static void
telaah_point_themes_class_init (TelaahPointThemesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_point_themes_dispose;

  g_type_ensure (TELAAH_TYPE_TREE_CHECKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-point-themes.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahPointThemes, themes);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointThemes, add_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointThemes, below);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointThemes, toasts);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_cb);
}

static void
telaah_point_themes_init (TelaahPointThemes *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @point: (nullable): one that the new ones may go below */
TelaahPointThemes *
telaah_point_themes_new (GtkWindow     *parent,
                         TelaahSession *session,
                         const char    *point)
{
  TelaahPointThemes *self = g_object_new (TELAAH_TYPE_POINT_THEMES, "transient-for", parent, NULL);
  TelaahPoint *item = telaah_session_find_point (session, point);

  self->session = g_object_ref (session);
  self->point = g_strdup (point);
  telaah_tree_checks_show_themes (self->themes, session);
  telaah_tree_checks_set_label (self->themes, _("Themes"));

  if (item != NULL)
    {
      /* Translators: %s is the title of a point */
      g_autofree char *label = g_strdup_printf (_("Below “%s”"), telaah_point_fields (item)->title);

      gtk_check_button_set_label (self->below, label);
    }

  gtk_widget_set_visible (GTK_WIDGET (self->below), item != NULL);
  changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->themes));

  return self;
}
