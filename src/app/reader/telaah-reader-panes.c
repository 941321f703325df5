/* The panes of the Read view: their tabs, one or two of them, and which is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-reader-private.h"

/* ---- Which pane ---- */

/* The pane that is not read. */
TelaahReaderPane *
telaah_reader_get_other (TelaahReader *self)
{
  return self->active == self->start ? self->end : self->start;
}

/* NULL: its tab is being dragged. */
TelaahReaderPane *
telaah_reader_find_pane (TelaahReader     *self,
                         TelaahSourcePage *page)
{
  if (telaah_reader_pane_has_page (self->start, page))
    return self->start;

  return telaah_reader_pane_has_page (self->end, page) ? self->end : NULL;
}

guint
telaah_reader_get_n_tabs (TelaahReader *self)
{
  return telaah_reader_pane_get_n_pages (self->start) + telaah_reader_pane_get_n_pages (self->end);
}

void
telaah_reader_activate_pane (TelaahReader     *self,
                             TelaahReaderPane *pane)
{
  if (pane == self->active || !self->split)
    return;

  self->active = pane;
  telaah_reader_update_layout (self);
  telaah_reader_show_page (self);
}

void
telaah_reader_go_to_other_pane (TelaahReader *self)
{
  if (!self->split)
    return;

  telaah_reader_activate_pane (self, telaah_reader_get_other (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->active));
}

/* ---- What is on show ---- */

static void
set_pane_focus_mode (TelaahReader     *self,
                     TelaahReaderPane *pane)
{
  for (guint i = 0; i < telaah_reader_pane_get_n_pages (pane); i++)
    telaah_source_page_set_bare (telaah_reader_pane_get_nth_page (pane, i), self->focus_mode);
}

void
telaah_reader_update_layout (TelaahReader *self)
{
  gboolean both = self->split && !self->narrow && !self->focus_mode;

  gtk_widget_set_visible (self->sidebar_pane, self->sidebar_shown && !self->focus_mode);
  gtk_widget_set_visible (self->cards_pane, self->cards_shown && !self->focus_mode);
  gtk_widget_set_visible (GTK_WIDGET (self->start), both || self->active == self->start);
  gtk_widget_set_visible (GTK_WIDGET (self->end), both || self->active == self->end);
  telaah_reader_pane_set_look (self->start, !self->focus_mode, !self->split, self->active == self->start);
  telaah_reader_pane_set_look (self->end, !self->focus_mode, !self->split, self->active == self->end);
  set_pane_focus_mode (self, self->start);
  set_pane_focus_mode (self, self->end);
}

/* No room for two panes: only the one that is read is on show. */
void
telaah_reader_set_narrow (TelaahReader *self,
                          gboolean      narrow)
{
  self->narrow = narrow;
  telaah_reader_update_layout (self);
}

void
telaah_reader_set_focus_mode (TelaahReader *self,
                              gboolean      focus_mode)
{
  self->focus_mode = focus_mode;
  telaah_reader_update_layout (self);
}

/* ---- Two panes ---- */

gboolean
telaah_reader_get_split (TelaahReader *self)
{
  return self->split;
}

static void
split (TelaahReader *self)
{
  self->split = TRUE;
  self->place_split = TRUE;
  telaah_reader_update_layout (self);
  telaah_reader_emit_split (self);
}

/* Before pages go or move. GTK 4.8 loses a reference to what has the focus where it is hidden twice in one frame.
 * Returns whether the focus was here. */
static gboolean
let_go_of_focus (TelaahReader *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, GTK_WIDGET (self->paned)))
    return FALSE;

  gtk_root_set_focus (root, NULL);

  return TRUE;
}

/* All tabs come to the first pane; of two for the same source the one that is read stays. */
void
telaah_reader_unsplit (TelaahReader *self)
{
  TelaahSourcePage *read = telaah_reader_pane_get_page (self->active);
  gboolean focused = let_go_of_focus (self);

  while (telaah_reader_pane_get_n_pages (self->end) > 0)
    {
      TelaahSourcePage *page = telaah_reader_pane_get_nth_page (self->end, 0);
      TelaahSourcePage *twin = telaah_reader_pane_find_source (self->start, telaah_source_page_get_source (page));

      if (twin != NULL && page != read)
        telaah_reader_pane_close_page (self->end, page);
      else
        {
          telaah_reader_pane_move_page (self->end, page, self->start);
          if (twin != NULL)
            telaah_reader_pane_close_page (self->start, twin);
        }
    }

  self->active = self->start;
  self->split = FALSE;
  if (read != NULL && telaah_reader_pane_has_page (self->start, read))
    telaah_reader_pane_set_page (self->start, read);
  telaah_reader_update_layout (self);
  telaah_reader_show_page (self);
  telaah_reader_emit_split (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* One empty page is left. */
void
telaah_reader_close_all (TelaahReader *self)
{
  let_go_of_focus (self);
  if (self->split)
    telaah_reader_unsplit (self);
  while (telaah_reader_pane_get_n_pages (self->start) > 0)
    telaah_reader_pane_close_page (self->start, telaah_reader_pane_get_nth_page (self->start, 0));
  telaah_reader_pane_add_page (self->start, telaah_reader_make_page (self));
  telaah_reader_show_page (self);
}

/* The other pane begins with what is read, at the same place. */
void
telaah_reader_set_split (TelaahReader *self,
                         gboolean      is_split)
{
  const char *source = telaah_reader_get_source (self);

  if (is_split == self->split)
    return;

  if (!is_split)
    telaah_reader_unsplit (self);
  else if (source != NULL)
    telaah_reader_open_beside (self, source);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The panes have what they need: a pane without tabs is none, and one without any source has an empty page. */
void
telaah_reader_tidy (TelaahReader *self)
{
  if (telaah_reader_pane_is_moving (self->start) || telaah_reader_pane_is_moving (self->end))
    return;

  if (self->split && (telaah_reader_pane_get_n_pages (self->start) == 0 ||
                      telaah_reader_pane_get_n_pages (self->end) == 0))
    telaah_reader_unsplit (self);
  if (telaah_reader_get_n_tabs (self) == 0)
    telaah_reader_pane_add_page (self->start, telaah_reader_make_page (self));
}

/* After tabs have been put into the panes: the empty page has served. */
void
telaah_reader_settle (TelaahReader     *self,
                      TelaahReaderPane *active)
{
  TelaahSourcePage *empty = telaah_reader_pane_find_source (self->start, NULL);

  if (telaah_reader_pane_get_n_pages (self->end) > 0)
    {
      self->split = self->place_split = TRUE;
      self->active = active;
    }
  if (empty != NULL && telaah_reader_get_n_tabs (self) > 1)
    telaah_reader_pane_close_page (self->start, empty);

  telaah_reader_tidy (self);
  telaah_reader_need_source (self);
  telaah_reader_update_layout (self);
  telaah_reader_show_page (self);
  telaah_reader_emit_split (self);
}

static gboolean
tidy_cb (gpointer user_data)
{
  TelaahReader *self = user_data;

  self->tidy_source = 0;
  telaah_reader_tidy (self);

  return G_SOURCE_REMOVE;
}

/* Not while a tab is being dragged, nor from within what takes it away. */
void
telaah_reader_queue_tidy (TelaahReader *self)
{
  if (self->tidy_source == 0)
    self->tidy_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, tidy_cb, self, NULL);
}

/* ---- The handle between them ---- */

/* When the paned has a width: first to where the handle was, then on to where it is put. */
static void
handle_cb (TelaahReader *self)
{
  int most, position = gtk_paned_get_position (self->paned);

  g_object_get (self->paned, "max-position", &most, NULL);
  if (!self->split || self->settings == NULL || most <= 0 || most == G_MAXINT)
    return;

  if (self->place_split)
    {
      int width = gtk_widget_get_width (GTK_WIDGET (self->paned));

      if (width <= 0 || !gtk_widget_get_visible (GTK_WIDGET (self->end)))
        return;
      self->place_split = FALSE;
      gtk_paned_set_position (self->paned, width * g_settings_get_double (self->settings, "reader-split"));
    }
  else if (gtk_widget_get_width (GTK_WIDGET (self->paned)) > 0)
    g_settings_set_double (self->settings, "reader-split",
                           CLAMP ((double) position / gtk_widget_get_width (GTK_WIDGET (self->paned)), 0.1, 0.9));
}

/* ---- Tabs ---- */

/* In a tab of its own, or the one that it has. */
static TelaahSourcePage *
open_in (TelaahReader     *self,
         TelaahReaderPane *pane,
         const char       *source)
{
  TelaahSourcePage *page = telaah_reader_pane_find_source (pane, source);

  if (page == NULL)
    {
      page = telaah_reader_make_page (self);
      telaah_source_page_open_source (page, source);
      telaah_reader_pane_add_page (pane, page);
    }
  telaah_reader_pane_set_page (pane, page);

  return page;
}

void
telaah_reader_open_tab (TelaahReader *self,
                        const char   *source)
{
  g_return_if_fail (TELAAH_IS_READER (self) && source != NULL);

  open_in (self, self->active, source);
}

/* In the pane that is not read, which then is. */
void
telaah_reader_open_beside (TelaahReader *self,
                           const char   *source)
{
  TelaahReaderPane *pane = telaah_reader_get_other (self);
  gboolean same = g_strcmp0 (source, telaah_reader_get_source (self)) == 0;
  gboolean there;
  guint top = telaah_reader_get_top (self);
  TelaahSourcePage *page;

  g_return_if_fail (TELAAH_IS_READER (self) && source != NULL);

  there = telaah_reader_pane_find_source (pane, source) != NULL;
  page = open_in (self, pane, source);
  if (same && !there)
    telaah_source_page_set_top (page, top);
  if (!self->split)
    split (self);
  telaah_reader_activate_pane (self, pane);
}

static void
close_page (TelaahReader     *self,
            TelaahSourcePage *page)
{
  gboolean focused = let_go_of_focus (self);

  telaah_reader_pane_close_page (telaah_reader_find_pane (self, page), page);
  telaah_reader_tidy (self);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* FALSE: it is the only one, and stays. */
gboolean
telaah_reader_close_tab (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);

  if (telaah_reader_get_n_tabs (self) < 2 || telaah_reader_find_pane (self, page) == NULL)
    return FALSE;

  close_page (self, page);
  gtk_widget_grab_focus (GTK_WIDGET (self));

  return TRUE;
}

void
telaah_reader_step_tab (TelaahReader *self,
                        gboolean      forward)
{
  telaah_reader_pane_step (self->active, forward);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* ---- The menu of a tab ---- */

static void
beside_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TelaahReader *self = TELAAH_READER (widget);
  TelaahSourcePage *page = telaah_reader_pane_get_menu_page (self->active);

  if (page != NULL && telaah_source_page_get_source (page) != NULL)
    telaah_reader_open_beside (self, telaah_source_page_get_source (page));
}

static void
close_action_cb (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  TelaahReader *self = TELAAH_READER (widget);
  TelaahSourcePage *page = telaah_reader_pane_get_menu_page (self->active);

  if (page != NULL && telaah_reader_get_n_tabs (self) > 1)
    close_page (self, page);
}

static void
close_others_action_cb (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  TelaahReader *self = TELAAH_READER (widget);
  TelaahSourcePage *page = telaah_reader_pane_get_menu_page (self->active);

  for (guint i = telaah_reader_pane_get_n_pages (self->active); page != NULL && i > 0; i--)
    if (telaah_reader_pane_get_nth_page (self->active, i - 1) != page)
      telaah_reader_pane_close_page (self->active, telaah_reader_pane_get_nth_page (self->active, i - 1));
}

void
telaah_reader_install_tab_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "tab.beside", NULL, beside_action_cb);
  gtk_widget_class_install_action (widget_class, "tab.close", NULL, close_action_cb);
  gtk_widget_class_install_action (widget_class, "tab.close-others", NULL, close_others_action_cb);
}

/* ---- From the panes ---- */

static void
active_cb (TelaahReader     *self,
           TelaahReaderPane *pane)
{
  self->from_text = FALSE;
  g_clear_pointer (&self->browsed_from, g_free);
  telaah_reader_activate_pane (self, pane);
}

/* A tab of another window: its source is not of this project. */
static gboolean
is_foreign (TelaahReader     *self,
            TelaahSourcePage *page)
{
  return page != NULL && telaah_source_page_get_owner (page) != GTK_WIDGET (self);
}

typedef struct
{
  TelaahReader     *reader;
  TelaahSourcePage *page;
} Guest;

static void
guest_free (gpointer data)
{
  Guest *guest = data;

  g_object_unref (guest->reader);
  g_object_unref (guest->page);
  g_free (guest);
}

static gboolean
send_home_cb (gpointer user_data)
{
  Guest *guest = user_data;
  GtkWidget *owner = telaah_source_page_get_owner (guest->page);
  TelaahReaderPane *pane = telaah_reader_find_pane (guest->reader, guest->page);

  if (pane == NULL)
    return G_SOURCE_REMOVE;

  if (owner != NULL)
    telaah_reader_pane_move_page (pane, guest->page, TELAAH_READER (owner)->active);
  else
    telaah_reader_pane_close_page (pane, guest->page);

  return G_SOURCE_REMOVE;
}

static void
page_attached_cb (TelaahReader     *self,
                  TelaahSourcePage *page,
                  TelaahReaderPane *pane)
{
  if (is_foreign (self, page))
    {
      Guest *guest = g_new (Guest, 1);

      *guest = (Guest) { g_object_ref (self), g_object_ref (page) };
      g_idle_add_full (G_PRIORITY_HIGH_IDLE, send_home_cb, guest, guest_free);
      return;
    }

  telaah_source_page_set_bare (page, self->focus_mode);
  telaah_reader_update_title (self, page);
  if (telaah_reader_pane_is_moving (pane))
    telaah_reader_activate_pane (self, pane);
}

static void
page_changed_cb (TelaahReader     *self,
                 TelaahReaderPane *pane)
{
  if (pane == self->active && !is_foreign (self, telaah_reader_pane_get_page (pane)))
    telaah_reader_show_page (self);
  telaah_reader_queue_tidy (self);
}

/* A tab that is dragged out of the tabs opens beside. */
static TelaahReaderPane *
tear_cb (TelaahReader     *self,
         TelaahReaderPane *pane)
{
  if (!self->split)
    split (self);

  return pane == self->start ? self->end : self->start;
}

static void
init_pane (TelaahReader     *self,
           TelaahReaderPane *pane)
{
  g_signal_connect_object (pane, "active", G_CALLBACK (active_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "page-changed", G_CALLBACK (page_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "page-attached", G_CALLBACK (page_attached_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pane, "tear", G_CALLBACK (tear_cb), self, G_CONNECT_SWAPPED);
}

void
telaah_reader_init_panes (TelaahReader *self)
{
  self->active = self->start;
  init_pane (self, self->start);
  init_pane (self, self->end);
  g_signal_connect_object (self->paned, "notify::position", G_CALLBACK (handle_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->paned, "notify::max-position", G_CALLBACK (handle_cb), self, G_CONNECT_SWAPPED);
  telaah_reader_pane_add_page (self->start, telaah_reader_make_page (self));
  telaah_reader_update_layout (self);
}

void
telaah_reader_stop_panes (TelaahReader *self)
{
  g_signal_handlers_disconnect_by_data (self->start, self);
  g_signal_handlers_disconnect_by_data (self->end, self);
  g_signal_handlers_disconnect_by_data (self->paned, self);
  if (self->tidy_source != 0)
    g_source_remove (self->tidy_source);
  self->tidy_source = 0;
}
