/* What the Read view has for the texts themselves: the review tray beside them, and their contents in the sidebar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-reader-private.h"
#include "app/reader/telaah-review.h"

#define SIDE "review"

static TelaahReview *
get_review (TelaahReader *self)
{
  return TELAAH_REVIEW (gtk_stack_get_child_by_name (self->sides, SIDE));
}

static TelaahContents *
get_contents (TelaahReader *self)
{
  return telaah_sidebar_get_contents (self->sidebar);
}

/* Whoever tells what was done, or not: the window says it, the first one with Undo. */
static void
done_cb (TelaahReader *self,
         const char   *message)
{
  g_signal_emit_by_name (self, "removed", message);
}

static void
failed_cb (TelaahReader *self,
           const char   *message)
{
  g_signal_emit_by_name (self, "failed", message);
}

static void
review_cb (TelaahReader *self,
           const char   *message)
{
  g_signal_emit_by_name (self, "review", message);
}

/* ---- The review tray ---- */

void
telaah_reader_show_review (TelaahReader *self)
{
  gtk_widget_set_visible (self->cards_pane, TRUE);
  telaah_reader_set_side (self, SIDE);
  gtk_widget_grab_focus (GTK_WIDGET (get_review (self)));
}

static void
close_review (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);

  if (g_strcmp0 (telaah_reader_get_side (self), SIDE) != 0)
    return;

  if (page != NULL)
    telaah_source_page_stop_picking (page);
  telaah_reader_set_side (self, "cards");
}

static void
closed_cb (TelaahReader *self)
{
  close_review (self);
  gtk_widget_grab_focus (GTK_WIDGET (self));
}

/* The page of a source that something is to be shown in. */
static TelaahSourcePage *
need_page (TelaahReader *self,
           const char   *source)
{
  g_autofree char *id = g_strdup (source);

  telaah_reader_open_source (self, id);

  return telaah_reader_get_page (self);
}

static void
show_candidate_cb (TelaahReader *self,
                   const char   *source,
                   guint         start,
                   guint         end)
{
  TelaahSourcePage *page = need_page (self, source);

  if (page != NULL && start < end)
    telaah_source_page_show_span (page, (TelaahSpan) { start, end });
}

static void
picked_cb (TelaahSpan span,
           gpointer   user_data)
{
  TelaahReader *self = user_data;
  g_autofree char *passage = g_steal_pointer (&self->placing);

  if (span.start < span.end)
    telaah_review_place (get_review (self), passage, span);
  if (g_strcmp0 (telaah_reader_get_side (self), SIDE) == 0)
    gtk_widget_grab_focus (GTK_WIDGET (get_review (self)));
}

static void
place_cb (TelaahReader *self,
          const char   *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self->session, passage);
  g_autofree char *id = g_strdup (passage);
  TelaahSourcePage *page = item != NULL ? need_page (self, telaah_passage_fields (item)->source) : NULL;

  if (page == NULL)
    return;

  telaah_source_page_stop_picking (page);
  self->placing = g_steal_pointer (&id);
  telaah_source_page_pick (page, _("Select the words that the passage is to stand on"), picked_cb, self);
}

static void
changed_cb (TelaahReader *self,
            TelaahChange  changes)
{
  if ((changes & TELAAH_CHANGE_REVIEW) && g_list_model_get_n_items (telaah_session_get_review (self->session)) == 0)
    close_review (self);
}

/* ---- The contents ---- */

/* With the headings open, the keys go there. */
void
telaah_reader_show_contents (TelaahReader *self)
{
  TelaahContents *contents = get_contents (self);

  gtk_widget_set_visible (self->sidebar_pane, TRUE);
  telaah_contents_set_open (contents, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (contents));
}

/* ---- Going there by key, and back ---- */

/* Down from the last source lead the contents and the themes. */
void
telaah_reader_show_sources (TelaahReader *self)
{
  GtkListBox *list = telaah_source_list_get_box (telaah_sidebar_get_source_list (self->sidebar));
  GtkListBoxRow *row = gtk_list_box_get_selected_row (list);

  gtk_widget_set_visible (self->sidebar_pane, TRUE);
  if (row == NULL || !gtk_widget_grab_focus (GTK_WIDGET (row)))
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

/* In the sidebar. */
void
telaah_reader_show_theme (TelaahReader *self,
                          const char   *theme)
{
  TelaahThemeTree *tree = telaah_sidebar_get_theme_tree (self->sidebar);

  gtk_widget_set_visible (self->sidebar_pane, TRUE);
  telaah_theme_tree_set_selected (tree, theme);
  gtk_widget_grab_focus (GTK_WIDGET (tree));
}

/* From what is around the text, into it. */
static gboolean
escape_cb (GtkWidget *widget,
           GVariant  *args,
           gpointer   user_data)
{
  TelaahReader *self = TELAAH_READER (widget);

  if (gtk_widget_get_focus_child (widget) == GTK_WIDGET (self->stack) || !gtk_widget_grab_focus (widget))
    return FALSE;

  telaah_reader_update_layout (self);

  return TRUE;
}

/* The page that is read need not say that there is something to review while the tray is open. */
static void
side_changed_cb (TelaahReader *self)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);

  if (page != NULL)
    telaah_source_page_set_reviewing (page, g_strcmp0 (telaah_reader_get_side (self), SIDE) == 0);
}

static void
source_changed_cb (TelaahReader *self)
{
  side_changed_cb (self);
  telaah_contents_set_source (get_contents (self), self->session, telaah_reader_get_source (self));
  telaah_contents_set_visible (get_contents (self), telaah_reader_get_top (self));
}

static void
visible_changed_cb (TelaahReader     *self,
                    TelaahSourcePage *page)
{
  TelaahSpan visible;

  if (page != telaah_reader_get_page (self))
    return;

  telaah_source_page_get_visible_span (page, &visible);
  telaah_contents_set_visible (get_contents (self), visible.start);
}

static void
go_cb (TelaahReader *self,
       guint         start,
       guint         end,
       gboolean      read)
{
  TelaahSourcePage *page = telaah_reader_get_page (self);

  if (page == NULL)
    return;

  if (!read)
    {
      telaah_source_page_set_top (page, start);
      return;
    }

  telaah_source_page_go_to (page, start);
  gtk_widget_grab_focus (GTK_WIDGET (page));
}

/* ---- Putting it together ---- */

/* For each page that is made. */
void
telaah_reader_connect_texts (TelaahReader     *self,
                             TelaahSourcePage *page)
{
  g_signal_connect_object (page, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "review", G_CALLBACK (review_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "visible-changed", G_CALLBACK (visible_changed_cb), self, G_CONNECT_SWAPPED);
}

void
telaah_reader_set_texts_session (TelaahReader  *self,
                                 TelaahSession *session)
{
  telaah_review_set_session (get_review (self), session);
  telaah_contents_set_source (get_contents (self), session, NULL);
  telaah_reader_set_side (self, "cards");
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* "review" (const char *message): a text is another, and passages have lost their words. */
void
telaah_reader_install_texts (GtkWidgetClass *widget_class)
{
  g_signal_new ("review", G_TYPE_FROM_CLASS (widget_class), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                1, G_TYPE_STRING);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}

void
telaah_reader_init_texts (TelaahReader *self)
{
  GtkWidget *review = telaah_review_new ();
  TelaahContents *contents = get_contents (self);

  telaah_reader_add_side (self, SIDE, review);
  g_signal_connect_swapped (review, "show-span", G_CALLBACK (show_candidate_cb), self);
  g_signal_connect_swapped (review, "place", G_CALLBACK (place_cb), self);
  g_signal_connect_swapped (review, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (review, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (review, "failed", G_CALLBACK (failed_cb), self);

  g_signal_connect_object (self->sides, "notify::visible-child-name", G_CALLBACK (side_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_swapped (contents, "go", G_CALLBACK (go_cb), self);
  g_signal_connect_swapped (contents, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (contents, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect (self, "source-changed", G_CALLBACK (source_changed_cb), NULL);
}
