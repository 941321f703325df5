/* From the window to the seminar, and back.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar.h"
#include "app/telaah-window-private.h"

/* The point that is looked at in the view on show, or NULL. */
static char *
dup_point (TelaahWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);
  g_autofree char *source = NULL;
  char *point = NULL;

  if (g_strcmp0 (view, "outline") == 0)
    return telaah_outline_page_get_place (self->outline);
  if (g_strcmp0 (view, "compare") == 0)
    telaah_compare_get_place (self->compare, &point, &source);

  return point;
}

/* A passage of it in Read; Back returns to the same step. */
static void
open_passage_cb (TelaahWindow *self,
                 const char   *source,
                 const char   *passage)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  gtk_widget_set_visible (self->seminar, FALSE);
  g_object_set_data_full (G_OBJECT (self->seminar), "view", g_strdup (view), g_free);
  g_signal_emit_by_name (self->outline, "open-passage", source, passage);
  g_free (self->back_view);
  self->back_view = g_strdup ("seminar");
  telaah_window_update_actions (self);
  gtk_window_present (GTK_WINDOW (self));
}

/* What was talked about last is what is looked at in the window then. */
static gboolean
close_request_cb (TelaahWindow *self)
{
  const char *point = telaah_seminar_get_point (TELAAH_SEMINAR (self->seminar));
  g_autofree char *before = NULL, *source = NULL;

  if (self->session == NULL || point == NULL || telaah_session_find_point (self->session, point) == NULL)
    return GDK_EVENT_PROPAGATE;

  telaah_outline_page_set_place (self->outline, point);
  telaah_compare_get_place (self->compare, &before, &source);
  telaah_compare_set_place (self->compare, point, source);

  return GDK_EVENT_PROPAGATE;
}

static void
begin (TelaahWindow *self)
{
  g_autofree char *point = dup_point (self);
  TelaahSeminar *seminar;

  telaah_window_flush (self);
  seminar = telaah_seminar_new (self->session);
  g_set_weak_pointer (&self->seminar, GTK_WIDGET (seminar));
  if (TELAAH_DEVELOPMENT)
    gtk_widget_add_css_class (self->seminar, "devel");
  g_signal_connect_object (seminar, "open-passage", G_CALLBACK (open_passage_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (seminar, "close-request", G_CALLBACK (close_request_cb), self, G_CONNECT_SWAPPED);
  if (point != NULL)
    telaah_seminar_set_point (seminar, point);
  telaah_seminar_begin (seminar, GTK_WINDOW (self));
}

/* One that was left for Read goes on where it was, over the view it was begun in. */
void
telaah_window_resume_seminar (TelaahWindow *self)
{
  g_autofree char *view = NULL;

  if (self->seminar == NULL)
    {
      begin (self);
      return;
    }

  view = g_object_steal_data (G_OBJECT (self->seminar), "view");
  if (view != NULL)
    telaah_window_set_view (self, view);
  telaah_window_update_actions (self);
  telaah_seminar_begin (TELAAH_SEMINAR (self->seminar), GTK_WINDOW (self));
}

static void
seminar_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       widget)
{
  telaah_window_resume_seminar (TELAAH_WINDOW (widget));
}

static const GActionEntry of_project[] = {
  { "seminar", seminar_cb },
};

void
telaah_window_init_seminar (TelaahWindow *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (self), of_project, G_N_ELEMENTS (of_project), self);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("F5"),
                                                          gtk_named_action_new ("win.seminar")));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

/* There is one only where there is something to compare. */
void
telaah_window_update_seminar (TelaahWindow *self)
{
  gboolean can = self->session != NULL &&
                 g_list_model_get_n_items (telaah_session_get_sources (self->session)) > 0 &&
                 g_list_model_get_n_items (telaah_session_get_points (self->session)) > 0;

  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "seminar")), can);
  gtk_widget_set_visible (self->seminar_button, can);
}

void
telaah_window_close_seminar (TelaahWindow *self)
{
  GtkWidget *seminar = self->seminar;

  g_clear_weak_pointer (&self->seminar);
  if (seminar != NULL)
    gtk_window_destroy (GTK_WINDOW (seminar));
}
