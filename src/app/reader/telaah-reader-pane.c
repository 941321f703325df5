/* Sources that are open in tabs, one of them on show: all of the Read view's middle, or one side of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-reader-pane.h"

#include <glib/gi18n.h>

#include "app/telaah-focus.h"

struct _TelaahReaderPane
{
  GtkWidget     parent_instance;

  AdwTabBar    *bar;
  AdwTabView   *view;
  AdwTabPage   *menu_page;   /* weak; that its tab's menu is about */
};

G_DEFINE_FINAL_TYPE (TelaahReaderPane, telaah_reader_pane, GTK_TYPE_WIDGET)

enum { ACTIVE, PAGE_CHANGED, PAGE_ATTACHED, TEAR, N_SIGNALS };

static guint signals[N_SIGNALS];

static TelaahSourcePage *
get_child (AdwTabPage *page)
{
  return page != NULL ? TELAAH_SOURCE_PAGE (adw_tab_page_get_child (page)) : NULL;
}

/* NULL: there is none. */
TelaahSourcePage *
telaah_reader_pane_get_page (TelaahReaderPane *self)
{
  return get_child (adw_tab_view_get_selected_page (self->view));
}

void
telaah_reader_pane_set_page (TelaahReaderPane *self,
                             TelaahSourcePage *page)
{
  adw_tab_view_set_selected_page (self->view, adw_tab_view_get_page (self->view, GTK_WIDGET (page)));
}

guint
telaah_reader_pane_get_n_pages (TelaahReaderPane *self)
{
  return adw_tab_view_get_n_pages (self->view);
}

TelaahSourcePage *
telaah_reader_pane_get_nth_page (TelaahReaderPane *self,
                                 guint             i)
{
  return get_child (adw_tab_view_get_nth_page (self->view, i));
}

/* The page of this source, NULL: none. */
TelaahSourcePage *
telaah_reader_pane_find_source (TelaahReaderPane *self,
                                const char       *source)
{
  for (guint i = 0; i < telaah_reader_pane_get_n_pages (self); i++)
    {
      TelaahSourcePage *page = telaah_reader_pane_get_nth_page (self, i);

      if (g_strcmp0 (telaah_source_page_get_source (page), source) == 0)
        return page;
    }

  return NULL;
}

gboolean
telaah_reader_pane_has_page (TelaahReaderPane *self,
                             TelaahSourcePage *page)
{
  return gtk_widget_is_ancestor (GTK_WIDGET (page), GTK_WIDGET (self->view));
}

/* A tab is being dragged, and may come down in either pane. */
gboolean
telaah_reader_pane_is_moving (TelaahReaderPane *self)
{
  return adw_tab_view_get_is_transferring_page (self->view);
}

/* After the one on show; which it does not replace by itself, unless there was none. */
void
telaah_reader_pane_add_page (TelaahReaderPane *self,
                             TelaahSourcePage *page)
{
  AdwTabPage *at = adw_tab_view_get_selected_page (self->view);

  adw_tab_view_insert (self->view, GTK_WIDGET (page),
                       at != NULL ? adw_tab_view_get_page_position (self->view, at) + 1 : 0);
}

/* As the last. */
void
telaah_reader_pane_append_page (TelaahReaderPane *self,
                                TelaahSourcePage *page)
{
  adw_tab_view_append (self->view, GTK_WIDGET (page));
}

/* To the end of the other pane. */
void
telaah_reader_pane_move_page (TelaahReaderPane *self,
                              TelaahSourcePage *page,
                              TelaahReaderPane *to)
{
  adw_tab_view_transfer_page (self->view, adw_tab_view_get_page (self->view, GTK_WIDGET (page)), to->view,
                              adw_tab_view_get_n_pages (to->view));
}

void
telaah_reader_pane_close_page (TelaahReaderPane *self,
                               TelaahSourcePage *page)
{
  adw_tab_view_close_page (self->view, adw_tab_view_get_page (self->view, GTK_WIDGET (page)));
}

/* To the next or previous tab, and round again at the end. */
void
telaah_reader_pane_step (TelaahReaderPane *self,
                         gboolean          forward)
{
  int n = adw_tab_view_get_n_pages (self->view);
  int at = n > 0 ? adw_tab_view_get_page_position (self->view, adw_tab_view_get_selected_page (self->view)) : 0;

  if (n > 1)
    adw_tab_view_set_selected_page (self->view, adw_tab_view_get_nth_page (self->view,
                                                                           (at + (forward ? 1 : n - 1)) % n));
}

void
telaah_reader_pane_set_title (TelaahReaderPane *self,
                              TelaahSourcePage *page,
                              const char       *title)
{
  g_autofree char *tooltip = g_markup_escape_text (title, -1);
  AdwTabPage *tab = adw_tab_view_get_page (self->view, GTK_WIDGET (page));

  adw_tab_page_set_title (tab, title);
  adw_tab_page_set_tooltip (tab, tooltip);
}

/* What a command of the tabs' menu is about: the tab that was clicked, else the one on show. */
TelaahSourcePage *
telaah_reader_pane_get_menu_page (TelaahReaderPane *self)
{
  return self->menu_page != NULL ? get_child (self->menu_page) : telaah_reader_pane_get_page (self);
}

/**
 * telaah_reader_pane_set_look:
 * @tabs: whether there may be tabs at all
 * @alone: there is no other pane; then one tab is none
 * @active: this is the one that is read
 */
void
telaah_reader_pane_set_look (TelaahReaderPane *self,
                             gboolean          tabs,
                             gboolean          alone,
                             gboolean          active)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bar), tabs);
  adw_tab_bar_set_autohide (self->bar, alone);

  if (alone || active)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "inactive");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "inactive");
  if (!alone && active)
    gtk_widget_add_css_class (GTK_WIDGET (self), "active");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "active");
}

/* ---- From the tabs ---- */

static void
selected_cb (TelaahReaderPane *self)
{
  g_signal_emit (self, signals[PAGE_CHANGED], 0);
}

/* GTK 4.8 loses sight of the actions of a widget that has moved: its buttons would stay insensitive. */
static void
renew_actions (GtkWidget *widget)
{
  GtkWidget *child;

  if (GTK_IS_ACTIONABLE (widget))
    {
      GtkActionable *actionable = GTK_ACTIONABLE (widget);
      g_autofree char *name = g_strdup (gtk_actionable_get_action_name (actionable));

      gtk_actionable_set_action_name (actionable, NULL);
      gtk_actionable_set_action_name (actionable, name);
    }

  for (child = gtk_widget_get_first_child (widget); child != NULL; child = gtk_widget_get_next_sibling (child))
    renew_actions (child);
}

static void
attached_cb (TelaahReaderPane *self,
             AdwTabPage       *page)
{
  if (telaah_reader_pane_is_moving (self))
    renew_actions (adw_tab_page_get_child (page));
  g_signal_emit (self, signals[PAGE_ATTACHED], 0, adw_tab_page_get_child (page));
}

static void
detached_cb (TelaahReaderPane *self,
             AdwTabPage       *page)
{
  if (self->menu_page == page)
    g_clear_weak_pointer (&self->menu_page);

  /* Closed, not moved: it follows nothing any more, whoever still holds it. */
  if (!telaah_reader_pane_is_moving (self))
    telaah_source_page_set_session (get_child (page), NULL);
}

/* NULL once the menu has gone. */
static void
setup_menu_cb (TelaahReaderPane *self,
               AdwTabPage       *page)
{
  g_set_weak_pointer (&self->menu_page, page);
  if (page != NULL)
    g_signal_emit (self, signals[ACTIVE], 0);
}

static AdwTabView *
create_window_cb (TelaahReaderPane *self)
{
  TelaahReaderPane *taker = NULL;

  g_signal_emit (self, signals[TEAR], 0, &taker);

  return taker != NULL ? taker->view : self->view;
}

static void
active_cb (TelaahReaderPane *self)
{
  g_signal_emit (self, signals[ACTIVE], 0);
}

/* ---- The widget ---- */

static void
telaah_reader_pane_dispose (GObject *object)
{
  TelaahReaderPane *self = TELAAH_READER_PANE (object);
  GtkWidget *child;

  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  g_clear_weak_pointer (&self->menu_page);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->view = NULL;

  G_OBJECT_CLASS (telaah_reader_pane_parent_class)->dispose (object);
}

static gboolean
telaah_reader_pane_grab_focus (GtkWidget *widget)
{
  TelaahSourcePage *page = telaah_reader_pane_get_page (TELAAH_READER_PANE (widget));

  return page != NULL && gtk_widget_grab_focus (GTK_WIDGET (page));
}

static void
telaah_reader_pane_class_init (TelaahReaderPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_reader_pane_dispose;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_reader_pane_grab_focus;

  signals[ACTIVE] = g_signal_new ("active", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAGE_CHANGED] = g_signal_new ("page-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[PAGE_ATTACHED] = g_signal_new ("page-attached", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, TELAAH_TYPE_SOURCE_PAGE);
  signals[TEAR] = g_signal_new ("tear", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                TELAAH_TYPE_READER_PANE, 0);

  gtk_widget_class_set_css_name (widget_class, "readerpane");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

/* Of a tab, and of what is on show. */
static GMenuModel *
make_menu (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) close = g_menu_new ();

  g_menu_append (menu, _("Open _Beside"), "tab.beside");
  g_menu_append (close, _("Close _Other Tabs"), "tab.close-others");
  g_menu_append (close, _("_Close"), "tab.close");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (close));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

static void
telaah_reader_pane_init (TelaahReaderPane *self)
{
  g_autoptr(GMenuModel) menu = make_menu ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->view = adw_tab_view_new ();
  self->bar = adw_tab_bar_new ();
  adw_tab_bar_set_view (self->bar, self->view);
  /* Those of two panes would be in each other's way: the window has actions for them. */
  adw_tab_view_set_shortcuts (self->view, ADW_TAB_VIEW_SHORTCUT_NONE);
  adw_tab_view_set_menu_model (self->view, menu);
  gtk_widget_set_vexpand (GTK_WIDGET (self->view), TRUE);
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->view), GTK_WIDGET (self));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->bar), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Open sources"), -1);

  g_signal_connect_swapped (self->view, "notify::selected-page", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "notify::is-transferring-page", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "page-attached", G_CALLBACK (attached_cb), self);
  g_signal_connect_swapped (self->view, "page-detached", G_CALLBACK (detached_cb), self);
  g_signal_connect_swapped (self->view, "setup-menu", G_CALLBACK (setup_menu_cb), self);
  g_signal_connect_swapped (self->view, "create-window", G_CALLBACK (create_window_cb), self);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (active_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (active_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

GtkWidget *
telaah_reader_pane_new (void)
{
  return g_object_new (TELAAH_TYPE_READER_PANE, NULL);
}
