/* A window: the welcome page, or one project in its three views.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/telaah-application.h"
#include "app/telaah-window-private.h"

G_DEFINE_FINAL_TYPE (TelaahWindow, telaah_window, ADW_TYPE_APPLICATION_WINDOW)

/* Longer than a toast takes to come in. */
#define TOAST_MS 400

TelaahSession *
telaah_window_get_session (TelaahWindow *self)
{
  return self->session;
}

/* ---- Telling ---- */

/* One sentence, in passing. */
void
telaah_window_tell (TelaahWindow *self,
                    const char   *message)
{
  AdwToast *toast = adw_toast_new ("");
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_set_title (toast, escaped);
  adw_toast_set_timeout (toast, 6);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* What was removed, in a sentence, with Undo beside it. */
static void
removed_cb (TelaahWindow *self,
            const char   *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  g_set_weak_pointer (&self->removed, toast);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

void
telaah_window_show_progress (TelaahWindow *self,
                             const char   *what)
{
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  gtk_progress_bar_set_text (self->progress, what);
  gtk_progress_bar_set_fraction (self->progress, 0);
  gtk_revealer_set_reveal_child (self->progress_revealer, TRUE);
}

void
telaah_window_hide_progress (TelaahWindow *self)
{
  gtk_revealer_set_reveal_child (self->progress_revealer, FALSE);
}

static void
cancel_cb (TelaahWindow *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
failed_cb (TelaahWindow *self,
           const char   *message)
{
  telaah_window_tell (self, message);
}

/* ---- Views ---- */

void
telaah_window_set_view (TelaahWindow *self,
                        const char   *view)
{
  /* Where Back leads to from a passage that a seminar has shown. */
  if (g_str_equal (view, "seminar"))
    telaah_window_resume_seminar (self);
  else
    adw_view_stack_set_visible_child_name (self->views, view);
}

/* From a claim to its words; Back returns to the claim. */
void
telaah_window_go_to_reader (TelaahWindow *self)
{
  const char *from = adw_view_stack_get_visible_child_name (self->views);

  if (g_strcmp0 (from, "read") != 0)
    {
      g_free (self->back_view);
      self->back_view = g_strdup (from);
    }
  telaah_window_set_view (self, "read");
  telaah_window_update_actions (self);
}

static void
open_passage_cb (TelaahWindow *self,
                 const char   *source,
                 const char   *passage)
{
  g_autofree char *source_id = g_strdup (source), *passage_id = g_strdup (passage);

  telaah_window_go_to_reader (self);
  telaah_reader_open_passage (self->reader, source_id, passage_id);
}

static void
open_source_cb (TelaahWindow *self,
                const char   *source)
{
  g_autofree char *source_id = g_strdup (source);

  telaah_window_go_to_reader (self);
  telaah_reader_open_source (self->reader, source_id);
  gtk_widget_grab_focus (GTK_WIDGET (self->reader));
}

static void
open_place_cb (TelaahWindow *self,
               const char   *source,
               guint         offset)
{
  open_source_cb (self, source);
  if (telaah_reader_get_page (self->reader) != NULL)
    telaah_source_page_go_to (telaah_reader_get_page (self->reader), offset);
}

gboolean
telaah_window_is_reading (TelaahWindow *self)
{
  return self->session != NULL && g_strcmp0 (adw_view_stack_get_visible_child_name (self->views), "read") == 0;
}

static void
view_changed_cb (TelaahWindow *self)
{
  const char *view = adw_view_stack_get_visible_child_name (self->views);

  /* What is being typed in the view that is left. */
  if (self->session != NULL)
    telaah_window_flush (self);

  if (g_strcmp0 (view, "read") != 0)
    {
      g_clear_pointer (&self->back_view, g_free);
      telaah_window_set_focus_mode (self, FALSE);
    }
  telaah_window_update_actions (self);

  /* The keys go where the eyes are. */
  if (self->session != NULL && !self->keep_focus)
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
}

static void
source_changed_cb (TelaahWindow *self)
{
  telaah_window_update_actions (self);
}

static void
split_changed_cb (TelaahWindow *self)
{
  telaah_window_update_room (self);
  telaah_window_update_actions (self);
}

/* ---- The project ---- */

static void
update_title (TelaahWindow *self)
{
  g_autofree char *name = NULL, *title = NULL, *tooltip = NULL;

  if (self->session == NULL)
    {
      gtk_window_set_title (GTK_WINDOW (self), "Telaah");
      return;
    }

  name = g_path_get_basename (telaah_session_get_path (self->session));
  if (telaah_session_get_title (self->session) != NULL)
    {
      g_free (name);
      name = g_strdup (telaah_session_get_title (self->session));
    }

  title = g_strdup_printf ("%s — Telaah", name);
  gtk_label_set_text (self->title, name);
  tooltip = g_strdup_printf ("%s\n%s", name, telaah_session_get_path (self->session));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->title), tooltip);
  gtk_window_set_title (GTK_WINDOW (self), title);
}

static gboolean
dismiss_cb (gpointer toast)
{
  adw_toast_dismiss (toast);
  return G_SOURCE_REMOVE;
}

/* libadwaita 1.2 frees the animation that is still bringing a toast in when that is dismissed: it goes once it is there. */
void
telaah_window_dismiss (AdwToast *toast)
{
  adw_toast_set_button_label (toast, NULL);
  g_timeout_add_full (G_PRIORITY_DEFAULT, TOAST_MS, dismiss_cb, g_object_ref (toast), g_object_unref);
}

static void
session_changed_cb (TelaahWindow *self,
                    TelaahChange  changes)
{
  if (changes & TELAAH_CHANGE_PROJECT)
    update_title (self);
  telaah_window_update_actions (self);
  telaah_window_update_seminar (self);

  /* Its Undo would take back something else now. */
  if (self->removed != NULL && (changes & TELAAH_CHANGE_HISTORY))
    telaah_window_dismiss (self->removed);
}

/* Writes what is being typed anywhere. */
void
telaah_window_flush (TelaahWindow *self)
{
  telaah_reader_flush (self->reader);
  telaah_compare_flush (self->compare);
  telaah_outline_page_flush (self->outline);
  telaah_window_flush_notes (self);
}

static void
show_session (TelaahWindow *self)
{
  gboolean has = self->session != NULL;

  gtk_widget_set_visible (self->project_tools, has);
  gtk_widget_set_visible (self->history_tools, has);
  gtk_widget_set_visible (GTK_WIDGET (self->switcher), has);
  gtk_widget_set_visible (GTK_WIDGET (self->state), has && !self->narrow);
  gtk_stack_set_visible_child_name (self->stack, has ? "project" : "welcome");
  if (!has)
    telaah_welcome_refresh (self->welcome);
}

/* The end of the way from a file to its words: what tests/bench measures, with G_MESSAGES_DEBUG=telaah-app. */
static void
painted_cb (GdkFrameClock *clock,
            TelaahWindow  *self)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, self);
  g_debug ("first frame");
}

/* NULL: back to the welcome page. */
void
telaah_window_set_session (TelaahWindow  *self,
                           TelaahSession *session)
{
  g_autofree char *coder = g_settings_get_string (self->settings, "coder");

  if (self->session != NULL)
    {
      telaah_window_flush (self);
      telaah_window_keep_place (self);
      telaah_window_close_notes (self);
      telaah_window_close_seminar (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }

  telaah_window_set_focus_mode (self, FALSE);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      telaah_session_set_coder (session, coder);
      telaah_session_follow (session);
    }

  telaah_reader_set_session (self->reader, session);
  telaah_compare_set_session (self->compare, session);
  telaah_outline_page_set_session (self->outline, session);
  telaah_window_search_session (self);
  g_clear_pointer (&self->back_view, g_free);
  show_session (self);
  update_title (self);
  telaah_window_update_actions (self);
  telaah_window_update_seminar (self);

  g_settings_set_string (self->settings, "last-project",
                         session != NULL ? telaah_session_get_path (session) : "");
  if (session == NULL)
    return;

  /* After the views: what they show is there when the actions are brought up to date. */
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  telaah_welcome_remember (telaah_session_get_path (session), telaah_session_get_title (session));
  telaah_window_restore_place (self);
  gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
  if (gtk_widget_get_realized (GTK_WIDGET (self)))
    g_signal_connect_object (gtk_widget_get_frame_clock (GTK_WIDGET (self)), "after-paint",
                             G_CALLBACK (painted_cb), self, 0);
}

/* ---- The widget ---- */

static gboolean
telaah_window_close_request (GtkWindow *window)
{
  TelaahWindow *self = TELAAH_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_boolean (self->settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_int (self->settings, "window-width", width);
  g_settings_set_int (self->settings, "window-height", height);

  if (self->session != NULL)
    {
      telaah_window_flush (self);
      telaah_window_keep_place (self);
    }
  g_cancellable_cancel (self->cancellable);

  return GTK_WINDOW_CLASS (telaah_window_parent_class)->close_request (window);
}

static void
telaah_window_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_window_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout",
                           G_CALLBACK (telaah_window_set_width), widget, G_CONNECT_SWAPPED);
}

static void
telaah_window_dispose (GObject *object)
{
  TelaahWindow *self = TELAAH_WINDOW (object);

  telaah_window_close_notes (self);
  telaah_window_close_seminar (self);
  telaah_window_close_search (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);

  /* It holds the views, and GTK holds on to the actions of a window that was on the bus. */
  g_action_map_remove_action (G_ACTION_MAP (self), "view");
  g_clear_object (&self->settings);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->waiting);
  telaah_window_close_outline (self);
  g_clear_pointer (&self->back_view, g_free);
  g_clear_weak_pointer (&self->removed);
  g_clear_weak_pointer (&self->focus_toast);

  G_OBJECT_CLASS (telaah_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, welcome);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, search_paned);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, search);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, views);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, reader);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, compare);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, outline);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, project_tools);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, switcher);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, state);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, back_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, history_tools);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, seminar_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, text_style_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, typography);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, header_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, header);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, header_peek);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, progress_revealer);
  gtk_widget_class_bind_template_child (widget_class, TelaahWindow, progress);
}

static void
telaah_window_class_init (TelaahWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = telaah_window_close_request;
  widget_class->realize = telaah_window_realize;

  g_type_ensure (TELAAH_TYPE_WELCOME);
  g_type_ensure (TELAAH_TYPE_READER);
  g_type_ensure (TELAAH_TYPE_TYPOGRAPHY);
  g_type_ensure (TELAAH_TYPE_SEARCH_PANEL);
  g_type_ensure (TELAAH_TYPE_COMPARE);
  g_type_ensure (TELAAH_TYPE_OUTLINE_PAGE);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-window.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_window_open_cell);
  gtk_widget_class_bind_template_callback (widget_class, telaah_window_open_theme);
  gtk_widget_class_bind_template_callback (widget_class, view_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
}

static void
telaah_window_init (TelaahWindow *self)
{
  self->settings = g_object_ref (telaah_application_get_settings ());

  gtk_widget_init_template (GTK_WIDGET (self));
  if (TELAAH_DEVELOPMENT)
    gtk_widget_add_css_class (GTK_WIDGET (self), "devel");

  telaah_reader_set_settings (self->reader, self->settings);
  telaah_typography_set_settings (self->typography, self->settings);
  telaah_window_init_actions (self);
  telaah_window_init_seminar (self);
  telaah_window_init_keys (self);
  telaah_window_init_drop (self);
  telaah_window_init_focus (self);
  telaah_window_init_room (self);
  telaah_window_update_panes (self);
  show_session (self);
  telaah_window_update_actions (self);
  telaah_window_update_seminar (self);
}

GtkWidget *
telaah_window_new (GtkApplication *application)
{
  GSettings *settings = telaah_application_get_settings ();
  GtkWidget *window = g_object_new (TELAAH_TYPE_WINDOW,
                                    "application", application,
                                    "default-width", g_settings_get_int (settings, "window-width"),
                                    "default-height", g_settings_get_int (settings, "window-height"),
                                    NULL);

  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (window));
  gtk_widget_grab_focus (GTK_WIDGET (TELAAH_WINDOW (window)->welcome));

  return window;
}
