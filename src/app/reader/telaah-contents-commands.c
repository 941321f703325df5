/* What can be done with a heading in the list of contents, by key and by menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-contents-private.h"

#include <glib/gi18n.h>

/* ---- Commands ---- */

/* Reffed; what a command is about. NULL: none. */
static TelaahMark *
ref_current (TelaahContents *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gpointer item = telaah_live_rows_get_item (focus != NULL ? GTK_LIST_BOX_ROW (focus)
                                                           : gtk_list_box_get_selected_row (self->list));

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
change_level (GtkWidget *widget,
              int        by)
{
  TelaahContents *self = TELAAH_CONTENTS (widget);
  g_autoptr(TelaahMark) mark = ref_current (self);
  g_autoptr(GError) error = NULL;
  int level;

  if (mark == NULL)
    return;

  level = (int) telaah_mark_fields (mark)->level + by;
  if (level < 1 || level > TELAAH_CONTENTS_MAX_LEVEL)
    gtk_widget_error_bell (widget);
  else if (!telaah_session_set_level (self->session, telaah_mark_fields (mark)->id, level, &error))
    telaah_contents_emit_failed (self, error->message);
}

static void
promote_cb (GtkWidget  *widget,
            const char *action_name,
            GVariant   *parameter)
{
  change_level (widget, -1);
}

static void
demote_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  change_level (widget, 1);
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TelaahContents *self = TELAAH_CONTENTS (widget);
  g_autoptr(TelaahMark) mark = ref_current (self);
  g_autofree char *title = mark != NULL ? telaah_contents_dup_title (self, mark) : NULL;
  /* Translators: %s are the words of what was a heading. */
  g_autofree char *message = mark != NULL ? g_strdup_printf (_("“%s” is no heading now"), title) : NULL;
  g_autoptr(GError) error = NULL;

  if (mark == NULL)
    return;

  if (telaah_session_remove_mark (self->session, telaah_mark_fields (mark)->id, &error))
    telaah_contents_emit_done (self, message);
  else
    telaah_contents_emit_failed (self, error->message);
}

/* ---- Menu ---- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
show_menu (TelaahContents     *self,
           GtkWidget          *row,
           const GdkRectangle *at)
{
  if (self->menu == NULL)
    {
      g_autoptr(GMenu) model = g_menu_new ();
      g_autoptr(GMenu) removal = g_menu_new ();

      append (model, _("A Level _Up"), "contents.promote", "<Alt>Left");
      append (model, _("A Level _Down"), "contents.demote", "<Alt>Right");
      append (removal, _("_Not a Heading"), "contents.remove", "Delete");
      g_menu_append_section (model, NULL, G_MENU_MODEL (removal));
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
    }

  /* The text stays where it is. */
  self->quiet = TRUE;
  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  self->quiet = FALSE;
  gtk_widget_grab_focus (row);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahContents *self = TELAAH_CONTENTS (widget);
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (row, widget, &bounds))
    show_menu (self, row, &(GdkRectangle) { bounds.origin.x + 24, bounds.origin.y, 1, bounds.size.height });
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 TelaahContents  *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  graphene_point_t at;

  if (row == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self),
                                                &GRAPHENE_POINT_INIT (x, y), &at))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, GTK_WIDGET (row), &(GdkRectangle) { at.x, at.y, 1, 1 });
}

void
telaah_contents_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);
  gtk_widget_class_install_action (widget_class, "contents.promote", NULL, promote_cb);
  gtk_widget_class_install_action (widget_class, "contents.demote", NULL, demote_cb);
  gtk_widget_class_install_action (widget_class, "contents.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "contents.menu", NULL, menu_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Left, GDK_ALT_MASK, "contents.promote", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Right, GDK_ALT_MASK, "contents.demote", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "contents.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "contents.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Menu, 0, "contents.menu", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "contents.menu", NULL);
}
