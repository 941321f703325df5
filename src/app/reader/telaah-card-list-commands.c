/* What can be done with the selected card: by menu, by key, by action.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-card-list-private.h"

static void
write_note_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);

  telaah_card_list_edit_note (self, telaah_card_list_get_selected (self));
}

static void
change_themes_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  const char *passage = telaah_card_list_get_selected (self);

  if (passage != NULL)
    telaah_card_list_emit_retag (self, passage);
}

static void
copy_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  const char *passage = telaah_card_list_get_selected (self);

  if (passage != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (widget),
                            telaah_passage_fields (telaah_session_find_passage (self->session, passage))->quote);
}

/* The next card is selected then, so that one can go on. */
static void
remove_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  g_autofree char *passage = g_strdup (telaah_card_list_get_selected (self));
  guint position = telaah_row_view_find (self->view, passage);
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  g_autoptr(GError) error = NULL;

  if (passage == NULL)
    return;

  if (!telaah_session_untag (self->session, passage, NULL, &error))
    {
      telaah_card_list_emit_failed (self, error->message);
      return;
    }

  if (telaah_row_view_get_n (self->view) > 0)
    {
      position = MIN (position, telaah_row_view_get_n (self->view) - 1);
      telaah_row_view_choose (self->view, telaah_row_view_get_id (self->view, position));
      if (had_focus)
        gtk_widget_grab_focus (GTK_WIDGET (self->view));
    }

  telaah_card_list_emit_removed (self, _("Passage"));
}

static void
show_menu (TelaahCardList     *self,
           const GdkRectangle *at)
{
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

/* From the keyboard: under the selected card. */
static void
menu_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  TelaahCardList *self = TELAAH_CARD_LIST (widget);
  TelaahPassageCard *card = telaah_card_list_get_selected_card (self);
  graphene_rect_t bounds;

  if (card != NULL && gtk_widget_compute_bounds (GTK_WIDGET (card), widget, &bounds))
    show_menu (self, &(GdkRectangle) { bounds.origin.x, bounds.origin.y, bounds.size.width,
                                       MIN (bounds.size.height, gtk_widget_get_height (widget) - bounds.origin.y) });
}

static void
secondary_pressed_cb (TelaahCardList *self,
                      int             n_press,
                      double          x,
                      double          y,
                      GtkGesture     *gesture)
{
  GtkWidget *card = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);

  /* An editor has a menu of its own. */
  if (card != NULL && (GTK_IS_TEXT_VIEW (card) || gtk_widget_get_ancestor (card, GTK_TYPE_TEXT_VIEW) != NULL))
    return;
  if (card != NULL && !TELAAH_IS_PASSAGE_CARD (card))
    card = gtk_widget_get_ancestor (card, TELAAH_TYPE_PASSAGE_CARD);
  if (card == NULL)
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  telaah_row_view_choose (self->view, telaah_passage_fields (
    telaah_passage_card_get_passage (TELAAH_PASSAGE_CARD (card)))->id);
  gtk_widget_grab_focus (card);
  show_menu (self, &(GdkRectangle) { x, y, 1, 1 });
}

void
telaah_card_list_init_menu (TelaahCardList *self)
{
  g_autoptr(GMenu) menu = g_menu_new ();
  g_autoptr(GMenu) write = g_menu_new (), copy = g_menu_new (), take = g_menu_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  g_menu_append (write, _("Write _Note"), "cards.write-note");
  g_menu_append (write, _("Change _Themes…"), "cards.change-themes");
  g_menu_append (copy, _("_Copy Quote"), "cards.copy-quote");
  g_menu_append (take, _("_Remove"), "cards.remove");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (write));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (copy));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (take));

  self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (press), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (secondary_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));
}

void
telaah_card_list_install_commands (GtkWidgetClass *klass)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  activate;
  } actions[] = {
    { "cards.write-note", write_note_cb },
    { "cards.change-themes", change_themes_cb },
    { "cards.copy-quote", copy_cb },
    { "cards.remove", remove_cb },
    { "cards.menu", menu_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (klass, actions[i].name, NULL, actions[i].activate);

  /* The menu shows the last one. */
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Delete, 0, "cards.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "cards.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_n, 0, "cards.write-note", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_t, 0, "cards.change-themes", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_c, GDK_CONTROL_MASK, "cards.copy-quote", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "cards.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "cards.menu", NULL);
}
