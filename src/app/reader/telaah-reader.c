/* The Read view: sources and themes, the texts that are open, and the cards of the one that is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-reader-private.h"
#include "app/telaah-focus.h"

G_DEFINE_FINAL_TYPE (TelaahReader, telaah_reader, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, SOURCE_CHANGED, SPLIT_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_reader_emit_split (TelaahReader *self)
{
  g_signal_emit (self, signals[SPLIT_CHANGED], 0);
}

/* ---- The page that is read ---- */

/* Borrowed; it is there also where it shows nothing. While the only tab of a pane is being dragged, it is the other
 * pane's. */
TelaahSourcePage *
telaah_reader_get_page (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_pane_get_page (self->active);

  return page != NULL ? page : telaah_reader_pane_get_page (telaah_reader_get_other (self));
}

/* The source that is read; NULL: none. */
const char *
telaah_reader_get_source (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);

  return page != NULL ? telaah_source_page_get_source (page) : NULL;
}

/* Brings the lists in step with the page. */
void
telaah_reader_show_page (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);
  const char *source = telaah_reader_get_source (self);

  if (page == NULL || (page == self->shown && g_strcmp0 (source, self->shown_source) == 0))
    return;

  g_set_weak_pointer (&self->shown, page);
  g_free (self->shown_source);
  self->shown_source = g_strdup (source);

  telaah_card_list_flush (self->cards);
  telaah_card_list_set_source (self->cards, source);
  telaah_card_list_set_selected (self->cards, telaah_source_page_get_passage (page));
  gtk_stack_set_visible_child_name (self->stack, source != NULL ? "text" : "empty");
  if (source != NULL)
    {
      telaah_source_list_set_selected (telaah_sidebar_get_source_list (self->sidebar), source);
      telaah_theme_tree_set_source (telaah_sidebar_get_theme_tree (self->sidebar), source);
    }
  g_signal_emit (self, signals[SOURCE_CHANGED], 0);
}

/* In the tab that it has in the active pane, else in place of what is read. */
void
telaah_reader_open_source (TelaahReader *self,
                           const char   *source)
{
  TelaahSourcePage *page = telaah_reader_pane_find_source (self->active, source);

  if (page != NULL)
    telaah_reader_pane_set_page (self->active, page);
  else if ((page = telaah_reader_get_page (self)) != NULL)
    telaah_source_page_open_source (page, source);
}

/* Where it is open in the other pane alone, that one is read. */
void
telaah_reader_activate_source (TelaahReader *self,
                               const char   *source)
{
  TelaahReaderPane *other = telaah_reader_get_other (self);

  if (self->split && telaah_reader_pane_find_source (self->active, source) == NULL &&
      telaah_reader_pane_find_source (other, source) != NULL)
    telaah_reader_activate_pane (self, other);
}

void
telaah_reader_open_passage (TelaahReader *self,
                            const char   *source,
                            const char   *passage)
{
  telaah_reader_activate_source (self, source);
  telaah_reader_open_source (self, source);
  telaah_source_page_select (telaah_reader_get_page (self), passage, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

guint
telaah_reader_get_top (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);

  return page != NULL ? telaah_source_page_get_top (page) : 0;
}

void
telaah_reader_set_top (TelaahReader *self,
                       guint         offset)
{
  telaah_source_page_set_top (telaah_reader_get_page (self), offset);
}

/* ---- What is around it ---- */

void
telaah_reader_set_panes (TelaahReader *self,
                         gboolean      sidebar,
                         gboolean      cards)
{
  self->sidebar_shown = sidebar;
  self->cards_shown = cards;
  telaah_reader_update_layout (self);
}

void
telaah_reader_add_side (TelaahReader *self,
                        const char   *name,
                        GtkWidget    *widget)
{
  gtk_stack_add_named (self->sides, widget, name);
}

const char *
telaah_reader_get_side (TelaahReader *self)
{
  return gtk_stack_get_visible_child_name (self->sides);
}

void
telaah_reader_set_side (TelaahReader *self,
                        const char   *name)
{
  gtk_stack_set_visible_child_name (self->sides, name);
}

/* Writes what is being typed. */
void
telaah_reader_flush (TelaahReader *self)
{
  telaah_card_list_flush (self->cards);
}

/* ---- Pages ---- */

/* What the tab says. */
void
telaah_reader_update_title (TelaahReader     *self,
                            TelaahSourcePage *page)
{
  TelaahReaderPane *pane = telaah_reader_find_pane (self, page);
  TelaahSource *source = self->session != NULL ?
                         telaah_session_find_source (self->session, telaah_source_page_get_source (page)) : NULL;

  if (pane != NULL)
    telaah_reader_pane_set_title (pane, page, source != NULL ? telaah_source_get_name (source) : "");
}

static void
source_changed_cb (TelaahSourcePage *page,
                   TelaahReader     *self)
{
  telaah_reader_update_title (self, page);
  telaah_reader_show_hits_on (self, page);
  if (page == telaah_reader_get_page (self))
    telaah_reader_show_page (self);
}

static void
passage_selected_cb (TelaahSourcePage *page,
                     const char       *passage,
                     TelaahReader     *self)
{
  if (page == telaah_reader_get_page (self))
    telaah_card_list_set_selected (self->cards, passage);
}

static void
edit_note_cb (TelaahSourcePage *page,
              const char       *passage,
              TelaahReader     *self)
{
  gtk_widget_set_visible (self->cards_pane, TRUE);
  telaah_reader_set_side (self, "cards");
  telaah_card_list_edit_note (self->cards, passage);
  self->from_text = TRUE;
}

/* Back to where the note was asked for, so that coding goes on there. */
static void
note_done_cb (TelaahReader *self)
{
  if (!self->from_text)
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self));
  telaah_reader_update_layout (self);
}

static void
visible_changed_cb (TelaahSourcePage *page,
                    TelaahReader     *self)
{
  TelaahSpan visible;

  if (page != telaah_reader_get_page (self))
    return;

  telaah_source_page_get_visible_span (page, &visible);
  telaah_card_list_scroll_to_offset (self->cards, visible.start);
}

static void
tagged_cb (TelaahSourcePage *page,
           const char       *passage,
           TelaahReader     *self)
{
  telaah_reader_remember_tag (self, passage);
}

static void
failed_cb (TelaahReader *self,
           const char   *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* @label: what it was called, such as “Challenges”. */
static void
removed_cb (TelaahReader *self,
            const char   *label)
{
  /* Translators: %s is a theme, a source or "Passage". */
  g_autofree char *message = g_strdup_printf (_("%s removed"), label);

  g_signal_emit (self, signals[REMOVED], 0, message);
}

/* For no source yet, and in no pane. */
TelaahSourcePage *
telaah_reader_make_page (TelaahReader *self)
{
  TelaahSourcePage *page = TELAAH_SOURCE_PAGE (telaah_source_page_new ());

  telaah_source_page_set_owner (page, GTK_WIDGET (self));
  telaah_source_page_set_session (page, self->session);
  if (self->settings != NULL)
    telaah_source_page_set_settings (page, self->settings);
  g_signal_connect_object (page, "source-changed", G_CALLBACK (source_changed_cb), self, 0);
  g_signal_connect_object (page, "passage-selected", G_CALLBACK (passage_selected_cb), self, 0);
  g_signal_connect_object (page, "edit-note", G_CALLBACK (edit_note_cb), self, 0);
  g_signal_connect_object (page, "visible-changed", G_CALLBACK (visible_changed_cb), self, 0);
  g_signal_connect_object (page, "tagged", G_CALLBACK (tagged_cb), self, 0);
  g_signal_connect_object (page, "removed", G_CALLBACK (removed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);
  telaah_reader_connect_texts (self, page);

  return page;
}

/* ---- Following the session ---- */

static gboolean
is_gone (TelaahReader     *self,
         TelaahSourcePage *page)
{
  return telaah_session_find_source (self->session, telaah_source_page_get_source (page)) == NULL;
}

/* A source that is gone takes its tab with it, unless that is the last one. */
static void
update_pages (TelaahReader     *self,
              TelaahReaderPane *pane)
{
  for (guint i = telaah_reader_pane_get_n_pages (pane); i > 0; i--)
    {
      TelaahSourcePage *page = telaah_reader_pane_get_nth_page (pane, i - 1);

      if (is_gone (self, page) && telaah_reader_get_n_tabs (self) > 1)
        telaah_reader_pane_close_page (pane, page);
      else
        telaah_reader_update_title (self, page);
    }
}

/* Where nothing is read, the first source is. */
void
telaah_reader_need_source (TelaahReader *self)
{
  GListModel *sources = telaah_session_get_sources (self->session);

  if (is_gone (self, telaah_reader_get_page (self)) && g_list_model_get_n_items (sources) > 0)
    {
      g_autoptr(TelaahSource) first = g_list_model_get_item (sources, 0);

      telaah_reader_open_source (self, telaah_source_fields (first)->id);
    }
}

static void
changed_cb (TelaahReader *self,
            TelaahChange  changes)
{
  if (!(changes & TELAAH_CHANGE_SOURCES))
    return;

  update_pages (self, self->start);
  update_pages (self, self->end);
  telaah_reader_tidy (self);
  telaah_reader_need_source (self);
}

/* @session: (nullable) */
void
telaah_reader_set_session (TelaahReader  *self,
                           TelaahSession *session)
{
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_clear_pointer (&self->last_themes, g_strfreev);
  g_clear_pointer (&self->browsed_from, g_free);
  g_set_object (&self->session, session);
  telaah_reader_close_all (self);
  telaah_sidebar_set_session (self->sidebar, session);
  telaah_card_list_set_session (self->cards, session);
  telaah_reader_set_texts_session (self, session);
  telaah_reader_set_occurrences_session (self, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, TELAAH_CHANGE_SOURCES);
}

void
telaah_reader_set_settings (TelaahReader *self,
                            GSettings    *settings)
{
  g_set_object (&self->settings, settings);
  for (guint i = 0; i < telaah_reader_pane_get_n_pages (self->start); i++)
    telaah_source_page_set_settings (telaah_reader_pane_get_nth_page (self->start, i), settings);
}

/* ---- From the lists ---- */

/* The list goes on to a neighbour when a source is removed; here its tab goes, if there is another. */
static void
source_selected_cb (TelaahReader *self,
                    const char   *source)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);
  gboolean gone = telaah_source_page_get_source (page) != NULL && is_gone (self, page);

  if (source == NULL || (gone && telaah_reader_get_n_tabs (self) > 1))
    return;

  if (self->browsed_from == NULL)
    self->browsed_from = g_strdup (telaah_source_page_get_source (page));
  telaah_reader_open_source (self, source);
}

/* Going through the list by key has shown the source in the place of what was read: that comes back, now that the
 * source is to have a place of its own. */
static void
end_browsing (TelaahReader *self,
              const char   *source)
{
  g_autofree char *before = g_steal_pointer (&self->browsed_from);
  TelaahSourcePage *page = telaah_reader_get_page (self), *kept;

  if (telaah_session_find_source (self->session, before) == NULL || g_str_equal (before, source) ||
      g_strcmp0 (telaah_source_page_get_source (page), source) != 0)
    return;

  kept = telaah_reader_pane_find_source (self->active, before);
  if (kept != NULL)
    telaah_reader_pane_set_page (self->active, kept);
  else
    telaah_source_page_open_source (page, before);
}

static void
source_activated_cb (TelaahReader *self,
                     const char   *source)
{
  source_selected_cb (self, source);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
source_opened_cb (TelaahReader *self,
                  const char   *source,
                  gboolean      beside)
{
  g_autofree char *id = g_strdup (source);

  end_browsing (self, id);
  if (beside)
    telaah_reader_open_beside (self, id);
  else
    telaah_reader_open_tab (self, id);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
theme_activated_cb (TelaahReader *self,
                    const char   *theme)
{
  telaah_source_page_activate_theme (telaah_reader_get_page (self), theme);
}

static void
card_selected_cb (TelaahReader *self,
                  const char   *passage)
{
  telaah_source_page_select (telaah_reader_get_page (self), passage, TRUE);
}

static void
card_activated_cb (TelaahReader *self,
                   const char   *passage)
{
  telaah_source_page_select (telaah_reader_get_page (self), passage, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

static void
retag_cb (TelaahReader *self,
          const char   *passage)
{
  telaah_source_page_retag (telaah_reader_get_page (self), passage);
}

/* ---- The widget ---- */

static void
telaah_reader_dispose (GObject *object)
{
  TelaahReader *self = TELAAH_READER (object);
  GtkWidget *child;

  telaah_reader_stop_panes (self);
  g_clear_weak_pointer (&self->shown);
  g_clear_pointer (&self->shown_source, g_free);
  g_clear_pointer (&self->last_themes, g_strfreev);
  g_clear_pointer (&self->browsed_from, g_free);
  g_clear_pointer (&self->hits, g_hash_table_unref);
  g_clear_pointer (&self->hit_source, g_free);
  g_clear_pointer (&self->hit, g_array_unref);
  g_clear_pointer (&self->placing, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_READER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (telaah_reader_parent_class)->dispose (object);
}

static gboolean
telaah_reader_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_READER (widget)->active));
}

static void
telaah_reader_class_init (TelaahReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_reader_dispose;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_reader_grab_focus;

  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SOURCE_CHANGED] = g_signal_new ("source-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SPLIT_CHANGED] = g_signal_new ("split-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_SIDEBAR);
  g_type_ensure (TELAAH_TYPE_READER_PANE);
  g_type_ensure (TELAAH_TYPE_CARD_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, paned);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, start);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, end);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, cards_pane);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, sides);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, cards);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retag_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  telaah_reader_install_tab_actions (widget_class);
  telaah_reader_install_texts (widget_class);
}

static void
connect_sidebar (TelaahReader *self)
{
  TelaahSourceList *sources = telaah_sidebar_get_source_list (self->sidebar);
  TelaahThemeTree *themes = telaah_sidebar_get_theme_tree (self->sidebar);

  g_signal_connect_swapped (sources, "source-selected", G_CALLBACK (source_selected_cb), self);
  g_signal_connect_swapped (sources, "source-activated", G_CALLBACK (source_activated_cb), self);
  g_signal_connect_swapped (sources, "source-opened", G_CALLBACK (source_opened_cb), self);
  g_signal_connect_swapped (sources, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (sources, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (themes, "theme-activated", G_CALLBACK (theme_activated_cb), self);
  g_signal_connect_swapped (themes, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (themes, "failed", G_CALLBACK (failed_cb), self);
}

static void
telaah_reader_init (TelaahReader *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->sidebar_shown = self->cards_shown = TRUE;
  telaah_reader_init_panes (self);
  connect_sidebar (self);
  g_signal_connect_swapped (self->cards, "note-done", G_CALLBACK (note_done_cb), self);
  telaah_reader_init_texts (self);
  telaah_reader_init_occurrences (self);
}
