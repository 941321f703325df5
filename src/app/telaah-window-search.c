/* The search over the whole project, beside whatever view is open: its commands, what is shown of its hits, and the index
 * that it is fast by.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-hits-tag.h"
#include "app/search/telaah-search-spans.h"
#include "app/search/telaah-synonyms-dialog.h"
#include "app/telaah-window-private.h"
#include "session/telaah-search.h"

/* How long an index may be made before anybody is told; how long it waits for further changes. */
#define TELL_US    (2 * G_USEC_PER_SEC)
#define SETTLE_MS  1000

/* What a text wants beside it, in pixels. */
#define LEAST_TEXT 420

/* ---- The index ---- */

static void
index_progress_cb (goffset  done,
                   goffset  all,
                   gpointer user_data)
{
  TelaahWindow *self = user_data;

  if (self->index_cancellable != NULL && !g_cancellable_is_cancelled (self->index_cancellable) && all > 0 &&
      g_get_monotonic_time () - self->index_begun > TELL_US)
    telaah_search_panel_set_progress (self->search, (double) done / all);
}

static void
indexed_cb (GObject      *session,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(TelaahWindow) self = user_data;
  g_autoptr(GError) error = NULL;

  if (!telaah_session_index_finish (TELAAH_SESSION (session), result, &error) &&
      !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    g_debug ("No index: %s", error->message);

  /* Another one may have been begun meanwhile. */
  if (self->session == TELAAH_SESSION (session) && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    telaah_search_panel_set_progress (self->search, -1);
}

static void
stop_index (TelaahWindow *self)
{
  g_clear_handle_id (&self->index_source, g_source_remove);
  g_cancellable_cancel (self->index_cancellable);
  g_clear_object (&self->index_cancellable);
}

static void
make_index (TelaahWindow *self)
{
  stop_index (self);
  if (self->session == NULL || telaah_session_is_indexed (self->session))
    return;

  self->index_cancellable = g_cancellable_new ();
  self->index_begun = g_get_monotonic_time ();
  telaah_session_index_async (self->session, FALSE, index_progress_cb, self, self->index_cancellable, indexed_cb,
                              g_object_ref (self));
}

static gboolean
index_cb (gpointer user_data)
{
  TelaahWindow *self = user_data;

  self->index_source = 0;
  make_index (self);

  return G_SOURCE_REMOVE;
}

static void
queue_index (TelaahWindow *self)
{
  if (self->index_source == 0)
    self->index_source = g_timeout_add_full (G_PRIORITY_LOW, SETTLE_MS, index_cb, self, NULL);
}

static void
changed_cb (TelaahWindow *self,
            TelaahChange  changes)
{
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_MARKS))
    queue_index (self);
}

/* ---- Showing a hit ---- */

static void
open_text_hit (TelaahWindow    *self,
               const TelaahHit *hit)
{
  g_autoptr(GArray) words = telaah_search_spans_of_hit (hit);

  telaah_window_go_to_reader (self);
  telaah_reader_open_hit (self->reader, hit->source, hit->span, words);
}

/* What it is on; windows of their own open only when they are asked for. */
static void
open_note_hit (TelaahWindow    *self,
               const TelaahHit *hit,
               gboolean         enter)
{
  GListModel *notes = telaah_session_get_notes (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(TelaahNote) note = g_list_model_get_item (notes, i);
      const TelaahNoteFields *f = telaah_note_fields (note);
      gboolean in_view;

      if (g_strcmp0 (f->id, hit->target) != 0)
        continue;

      in_view = g_str_equal (f->kind, "passage") || g_str_equal (f->kind, "source") || g_str_equal (f->kind, "point");
      if (in_view)
        telaah_window_open_target (self, f->kind, f->target);
      else if (enter)
        g_action_group_activate_action (G_ACTION_GROUP (self), "notes-on",
                                        g_variant_new ("(ss)", f->kind, f->target != NULL ? f->target : ""));
      break;
    }
}

/* Where one goes on typing, or going through the list. */
static void
give_focus_back (TelaahWindow *self,
                 GtkWidget    *focus)
{
  if (gtk_window_get_focus (GTK_WINDOW (self)) == focus || !gtk_widget_get_mapped (focus))
    return;

  if (GTK_IS_TEXT (focus))
    gtk_text_grab_focus_without_selecting (GTK_TEXT (focus));
  else
    gtk_widget_grab_focus (focus);
}

static void
open_hit_cb (TelaahWindow *self,
             gpointer      data,
             gboolean      enter)
{
  const TelaahHit *hit = data;
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  g_autoptr(GtkWidget) kept = NULL;

  if (self->session == NULL)
    return;

  if (focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search)))
    kept = g_object_ref (focus);

  self->keep_focus = !enter && kept != NULL;
  if (hit->place != TELAAH_PLACE_TEXT)
    telaah_reader_leave_hit (self->reader);
  if (hit->place == TELAAH_PLACE_TEXT)
    open_text_hit (self, hit);
  else if (hit->place == TELAAH_PLACE_NOTE)
    open_note_hit (self, hit, enter);
  else if (hit->source != NULL)
    telaah_window_open_cell (self, hit->target, hit->source);
  self->keep_focus = FALSE;

  if (!enter && kept != NULL)
    give_focus_back (self, kept);
  else if (enter && hit->place != TELAAH_PLACE_NOTE)
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));
}

static void
hits_changed_cb (TelaahWindow *self)
{
  g_autoptr(GHashTable) spans = NULL;

  telaah_window_update_search (self);
  if (self->session == NULL)
    return;

  if (self->search_open)
    spans = telaah_search_panel_dup_spans (self->search);
  telaah_reader_set_hits (self->reader, spans);
}

/* ---- Opening and closing ---- */

/* In focus mode there is nothing but the text. */
void
telaah_window_show_search (TelaahWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->search), self->search_open && !self->focus_mode);
}

static void
set_open (TelaahWindow *self,
          gboolean      open)
{
  GAction *action = g_action_map_lookup_action (G_ACTION_MAP (self), "search");
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  gboolean inside = focus != NULL && gtk_widget_is_ancestor (focus, GTK_WIDGET (self->search));

  if (open == self->search_open)
    return;

  if (open)
    {
      g_set_weak_pointer (&self->before_search, focus);
      self->asked_before = self->sidebar_asked;
    }
  self->sidebar_asked = !open && self->asked_before;
  self->search_open = open;
  g_simple_action_set_state (G_SIMPLE_ACTION (action), g_variant_new_boolean (open));

  /* Before what has the focus is hidden. */
  if (!open && inside && (self->before_search == NULL || !gtk_widget_get_mapped (self->before_search) ||
                          !gtk_widget_grab_focus (self->before_search)))
    gtk_widget_grab_focus (adw_view_stack_get_visible_child (self->views));

  telaah_window_show_search (self);
  telaah_window_update_room (self);
  telaah_search_panel_set_active (self->search, open);
  hits_changed_cb (self);
}

static void
closed_cb (TelaahWindow *self)
{
  set_open (self, FALSE);
}

static void
change_search_cb (GSimpleAction *action,
                  GVariant      *value,
                  gpointer       widget)
{
  TelaahWindow *self = widget;

  if (self->session == NULL)
    return;

  set_open (self, g_variant_get_boolean (value));
  if (self->search_open)
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

/* The words that are selected in the text become what is asked. */
static void
find_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  TelaahWindow *self = widget;
  TelaahSourcePage *page = telaah_window_is_reading (self) ? telaah_reader_get_page (self->reader) : NULL;
  g_autofree char *words = page != NULL ? telaah_source_page_dup_selection (page) : NULL;

  telaah_window_set_focus_mode (self, FALSE);
  set_open (self, TRUE);
  if (words != NULL)
    telaah_search_panel_ask_for (self->search, words);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
step (TelaahWindow *self,
      gboolean      forward)
{
  set_open (self, TRUE);
  if (!telaah_search_panel_step (self->search, forward) && *telaah_search_panel_get_words (self->search) == '\0')
    gtk_widget_grab_focus (GTK_WIDGET (self->search));
}

static void
next_hit_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  step (widget, TRUE);
}

static void
previous_hit_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  step (widget, FALSE);
}

/* ---- What is done with hits ---- */

static void
tagged_cb (TelaahWindow *self,
           const char   *message)
{
  telaah_search_panel_choose_none (self->search);
  g_signal_emit_by_name (self->reader, "removed", message);
}

static void
show_dialog (TelaahWindow *self,
             GtkWidget    *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (self));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
tag_hits_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  TelaahWindow *self = widget;
  g_autoptr(GPtrArray) hits = telaah_search_panel_dup_chosen (self->search);
  GtkWidget *dialog;

  if (hits->len == 0)
    return;

  dialog = telaah_hits_tag_new (self->session, hits, telaah_search_panel_get_words (self->search));
  g_signal_connect_object (dialog, "done", G_CALLBACK (tagged_cb), self, G_CONNECT_SWAPPED);
  show_dialog (self, dialog);
}

static void
synonyms_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  TelaahWindow *self = widget;

  show_dialog (self, telaah_synonyms_dialog_new (self->session));
}

/* ---- Actions ---- */

static const GActionEntry of_project[] = {
  { "search", NULL, NULL, "false", change_search_cb },
  { "find", find_cb },
  { "next-hit", next_hit_cb },
  { "previous-hit", previous_hit_cb },
  { "tag-hits", tag_hits_cb },
  { "synonyms", synonyms_cb },
};

/* ---- How wide it is ---- */

/* Beside a grid or an outline it takes less, where nobody has said otherwise; and beside a text that would have too
 * little. */
void
telaah_window_place_search (TelaahWindow *self)
{
  gboolean room = self->width == 0 || self->width - g_settings_get_int (self->settings, "search-width") >= LEAST_TEXT;
  const char *key = telaah_window_is_reading (self) && room ? "search-width" : "search-width-beside";

  if (g_strcmp0 (key, self->search_key) == 0)
    return;

  self->search_key = NULL;
  gtk_paned_set_position (self->search_paned, g_settings_get_int (self->settings, key));
  self->search_key = key;
}

/* By hand; a window that is too narrow for it says nothing. */
static void
position_cb (TelaahWindow *self)
{
  int position = gtk_paned_get_position (self->search_paned), most;

  g_object_get (self->search_paned, "max-position", &most, NULL);
  if (self->search_key == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self->search)))
    return;

  if (position < most)
    g_settings_set_int (self->settings, self->search_key, position);
  telaah_window_update_room (self);
}

/* ---- All of it ---- */

void
telaah_window_init_search (TelaahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_project, G_N_ELEMENTS (of_project), self);

  telaah_window_place_search (self);
  g_signal_connect_swapped (self->search_paned, "notify::position", G_CALLBACK (position_cb), self);
  telaah_search_panel_set_settings (self->search, self->settings);
  g_signal_connect_swapped (self->search, "open-hit", G_CALLBACK (open_hit_cb), self);
  g_signal_connect_swapped (self->search, "hits-changed", G_CALLBACK (hits_changed_cb), self);
  g_signal_connect_swapped (self->search, "closed", G_CALLBACK (closed_cb), self);
}

/* What can be done now. */
void
telaah_window_update_search (TelaahWindow *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (of_project); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), of_project[i].name)),
                                 self->session != NULL);
  telaah_window_place_search (self);
}

/* Pixels that it takes; 0: it is not there. */
int
telaah_window_get_search_width (TelaahWindow *self)
{
  return self->search_open && !self->focus_mode ? gtk_paned_get_position (self->search_paned) : 0;
}

/* For the session of the window, once that has one, or none any more. */
void
telaah_window_search_session (TelaahWindow *self)
{
  stop_index (self);
  set_open (self, FALSE);
  telaah_search_panel_set_session (self->search, self->session);
  telaah_reader_set_hits (self->reader, NULL);
  if (self->session == NULL)
    return;

  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  queue_index (self);
}

void
telaah_window_close_search (TelaahWindow *self)
{
  stop_index (self);
  g_clear_weak_pointer (&self->before_search);
}
