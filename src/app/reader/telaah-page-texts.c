/* What a page has for its text itself: editing it, and what asks to be looked at. All of it is made when it is first
 * wanted: there may be many pages.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-page-texts-private.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-notice-layout.h"
#include "app/telaah-dialogs.h"

void
telaah_page_texts_done_cb (TelaahPageTexts *self,
                           const char      *message)
{
  telaah_source_page_emit_done (self->page, message);
}

void
telaah_page_texts_failed_cb (TelaahPageTexts *self,
                             const char      *message)
{
  telaah_source_page_emit_failed (self->page, message);
}

/* ---- Editing ---- */

gboolean
telaah_source_page_is_editing (TelaahSourcePage *self)
{
  return self->texts->edit != NULL && telaah_text_edit_get_source (self->texts->edit) != NULL;
}

static void
edited_cb (TelaahPageTexts *self,
           const char      *message,
           guint            n_review)
{
  if (n_review > 0)
    telaah_source_page_emit_review (self->page, message);
  else
    telaah_source_page_emit_done (self->page, message);
}

static void
closed_cb (TelaahPageTexts *self,
           guint            top)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self->page)) != NULL;

  telaah_source_page_set_mode (self->page, "read");
  gtk_widget_set_visible (self->bars, TRUE);
  if (top != G_MAXUINT && g_strcmp0 (self->edited, self->page->source) == 0)
    telaah_source_page_set_top (self->page, top);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->page));
}

static void
need_edit (TelaahPageTexts *self)
{
  if (self->edit != NULL)
    return;

  self->edit = TELAAH_TEXT_EDIT (telaah_text_edit_new ());
  telaah_source_page_add_mode (self->page, "edit", GTK_WIDGET (self->edit));
  g_signal_connect_swapped (self->edit, "edited", G_CALLBACK (edited_cb), self);
  g_signal_connect_swapped (self->edit, "closed", G_CALLBACK (closed_cb), self);
  g_signal_connect_swapped (self->edit, "failed", G_CALLBACK (telaah_page_texts_failed_cb), self);
}

/* It is read again once that is done. */
void
telaah_source_page_edit_text (TelaahSourcePage *self)
{
  TelaahPageTexts *texts = self->texts;
  g_autoptr(GError) error = NULL;

  if (telaah_source_page_is_editing (self))
    {
      gtk_widget_grab_focus (GTK_WIDGET (texts->edit));
      return;
    }
  if (!telaah_source_page_load (self))
    return;

  telaah_source_page_stop_picking (self);
  need_edit (texts);
  if (!telaah_text_edit_begin (texts->edit, self->session, self->source, self->text_view, &error))
    {
      GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

      telaah_dialogs_tell (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("This Text Is Not Edited Here"),
                           error->message);
      return;
    }

  g_free (texts->edited);
  texts->edited = g_strdup (self->source);
  gtk_widget_set_visible (texts->bars, FALSE);
  telaah_source_page_set_mode (self, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (texts->edit));
}

/* ---- Passages that wait for review ---- */

static guint
count_lost (TelaahSourcePage *self)
{
  GListModel *review = telaah_session_get_review (self->session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (review, i);

      n += g_strcmp0 (telaah_passage_fields (passage)->source, self->source) == 0;
    }

  return n;
}

static void
make_review (TelaahPageTexts *self)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Review"));

  self->review = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->review, telaah_notice_layout_new ());
  gtk_widget_add_css_class (self->review, "telaah-notice");
  self->review_words = GTK_LABEL (gtk_label_new (NULL));
  gtk_label_set_wrap (self->review_words, TRUE);
  gtk_label_set_xalign (self->review_words, 0);
  gtk_widget_set_hexpand (GTK_WIDGET (self->review_words), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.review");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (self->review), GTK_WIDGET (self->review_words));
  gtk_box_append (GTK_BOX (self->review), button);
  gtk_box_prepend (GTK_BOX (self->bars), self->review);
}

static void
update_review (TelaahPageTexts *self)
{
  TelaahSourcePage *page = self->page;
  g_autofree char *words = NULL;

  self->n_lost = page->session != NULL && page->source != NULL ? count_lost (page) : 0;
  if (self->review == NULL && self->n_lost == 0)
    return;
  if (self->review == NULL)
    make_review (self);

  words = g_strdup_printf (ngettext ("%u passage of this text has lost its words",
                                     "%u passages of this text have lost their words", self->n_lost), self->n_lost);
  gtk_label_set_text (self->review_words, words);
  telaah_page_texts_arrange (self);
}

/* One thing at a time: while words are being picked, nothing else is asked. */
void
telaah_page_texts_arrange (TelaahPageTexts *self)
{
  gboolean picking = telaah_source_page_is_picking (self->page);

  if (self->review != NULL)
    gtk_widget_set_visible (self->review, self->n_lost > 0 && !self->reviewing && !picking);
  if (self->clutter_slot != NULL)
    gtk_widget_set_visible (self->clutter_slot, !picking);
}

/* Whether the review tray is open beside it. */
void
telaah_source_page_set_reviewing (TelaahSourcePage *self,
                                  gboolean          reviewing)
{
  self->texts->reviewing = reviewing;
  telaah_page_texts_arrange (self->texts);
}

/* ---- Following the page ---- */

static void
changed_cb (TelaahSourcePage *page,
            TelaahChange      changes)
{
  if ((changes & (TELAAH_CHANGE_REVIEW | TELAAH_CHANGE_SOURCES)) && gtk_widget_get_mapped (GTK_WIDGET (page)))
    update_review (page->texts);
}

/* A page that is not on the screen asks nothing of the session. */
static void
update (TelaahPageTexts *self)
{
  if (!gtk_widget_get_mapped (GTK_WIDGET (self->page)))
    return;

  update_review (self);
  if (self->page->source != NULL || self->clutter != NULL)
    telaah_page_texts_need_clutter (self);
}

/* Whatever is under way on the source that is left comes to its end. */
static void
source_changed_cb (TelaahPageTexts *self)
{
  TelaahSession *session = self->page->session;

  if (self->edit != NULL)
    telaah_text_edit_leave (self->edit);
  telaah_source_page_stop_picking (self->page);

  if (session != NULL && g_signal_handler_find (session, G_SIGNAL_MATCH_FUNC | G_SIGNAL_MATCH_DATA, 0, 0, NULL,
                                                changed_cb, self->page) == 0)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self->page, G_CONNECT_SWAPPED);
  update (self);
}

/* Below GTK's own in the menu of the text. */
static GMenuModel *
make_menu (void)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) marks = g_menu_new ();

  g_menu_append (marks, _("Mark as _Heading"), "win.mark-heading");
  g_menu_append (marks, _("Mark as Page Cl_utter"), "win.mark-clutter");
  g_menu_append (marks, _("Mark as _Body Text"), "win.unmark");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (marks));

  return G_MENU_MODEL (g_steal_pointer (&menu));
}

/* Once, in its init. */
TelaahPageTexts *
telaah_page_texts_new (TelaahSourcePage *page)
{
  TelaahPageTexts *self = g_new0 (TelaahPageTexts, 1);
  GtkEventController *keys = gtk_event_controller_key_new ();
  g_autoptr(GMenuModel) menu = make_menu ();

  self->page = page;
  self->bars = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  telaah_source_page_add_bar (page, self->bars);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (telaah_page_texts_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (page), keys);
  g_signal_connect_swapped (page, "source-changed", G_CALLBACK (source_changed_cb), self);
  g_signal_connect_swapped (page, "map", G_CALLBACK (update), self);
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (page->text_view), menu);
  g_signal_connect_swapped (page->text_view, "selection-changed", G_CALLBACK (telaah_page_texts_update_pick), self);

  return self;
}

/* First in its dispose, while all of it is still there. */
void
telaah_page_texts_free (TelaahPageTexts *self)
{
  if (self->edit != NULL)
    telaah_text_edit_leave (self->edit);
  telaah_source_page_stop_picking (self->page);

  g_signal_handlers_disconnect_by_data (self->page, self);
  g_signal_handlers_disconnect_by_data (self->page->text_view, self);
  if (self->clutter != NULL)
    g_signal_handlers_disconnect_by_data (self->clutter, self);
  if (self->pick != NULL)
    g_signal_handlers_disconnect_by_data (self->pick, self);
  if (self->edit != NULL)
    g_signal_handlers_disconnect_by_data (self->edit, self);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->popover));
  g_free (self->edited);
  g_free (self);
}
