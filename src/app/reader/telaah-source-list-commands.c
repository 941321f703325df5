/* What can be done with a source of the list: by menu, by key, by action, by a click.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-list-private.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-source-dialog.h"

static const char *
get_id (GtkListBoxRow *row)
{
  return telaah_source_fields (telaah_live_rows_get_item (row))->id;
}

/* What a command is about: the row with the focus, else the selected one. */
static GtkListBoxRow *
get_current (TelaahSourceList *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));

  return focus != NULL ? GTK_LIST_BOX_ROW (focus) : gtk_list_box_get_selected_row (self->list);
}

static void
details_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TelaahSourceList *self = TELAAH_SOURCE_LIST (widget);
  GtkListBoxRow *row = get_current (self);
  GtkRoot *root = gtk_widget_get_root (widget);

  if (row != NULL)
    gtk_window_present (GTK_WINDOW (telaah_source_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                                              self->session, get_id (row))));
}

static void
remove_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TelaahSourceList *self = TELAAH_SOURCE_LIST (widget);
  GtkListBoxRow *row = get_current (self);
  g_autoptr(TelaahSource) source = NULL;
  g_autofree char *label = NULL;
  g_autoptr(GError) error = NULL;

  if (row == NULL)
    return;

  source = g_object_ref (telaah_live_rows_get_item (row));
  /* Translators: a name in quotes. */
  label = g_strdup_printf (_("“%s”"), telaah_source_get_name (source));
  if (telaah_session_remove_source (self->session, telaah_source_fields (source)->id, &error))
    telaah_source_list_emit_removed (self, label);
  else
    telaah_source_list_emit_failed (self, error->message);
}

static void
open_current (TelaahSourceList *self,
              gboolean          beside)
{
  GtkListBoxRow *row = get_current (self);

  if (row != NULL)
    telaah_source_list_emit_opened (self, get_id (row), beside);
}

static void
open_tab_action_cb (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  open_current (TELAAH_SOURCE_LIST (widget), FALSE);
}

static void
open_beside_action_cb (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  open_current (TELAAH_SOURCE_LIST (widget), TRUE);
}

/* Before the list, which would select the row for a click with any modifier. */
static void
tab_pressed_cb (GtkGestureClick  *gesture,
                int               n_press,
                double            x,
                double            y,
                TelaahSourceList *self)
{
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  gboolean wanted = button == GDK_BUTTON_MIDDLE || (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK));

  if (!wanted || row == NULL)
    {
      gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  telaah_source_list_emit_opened (self, get_id (row), FALSE);
}

/* ---- Menu ---- */

static void
append (GMenu      *menu,
        const char *label,
        const char *action,
        const char *accel)
{
  g_autoptr(GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

/* The focus goes back to where it came from. */
static void
menu_closed_cb (TelaahSourceList *self)
{
  GtkWidget *row = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));

  if (row == NULL)
    return;

  gtk_widget_set_has_tooltip (row, TRUE);
  gtk_widget_grab_focus (row);
}

static void
show_menu (TelaahSourceList   *self,
           GtkWidget          *row,
           const GdkRectangle *at)
{
  if (self->menu == NULL)
    {
      g_autoptr(GMenu) model = g_menu_new ();
      g_autoptr(GMenu) opening = g_menu_new ();
      g_autoptr(GMenu) details = g_menu_new ();
      g_autoptr(GMenu) removal = g_menu_new ();

      append (opening, _("Open in New _Tab"), "source.open-tab", "<Ctrl>Return");
      append (opening, _("Open _Beside"), "source.open-beside", "<Ctrl><Shift>Return");
      append (details, _("_Details…"), "source.details", "F2");
      append (details, _("Write _Note…"), "source.note", NULL);
      append (details, _("_Edit Text"), "win.edit-text", "<Ctrl><Shift>e");
      append (details, _("Replace with Ne_w Version…"), "win.replace-text", NULL);
      append (details, _("_Copy Reference"), "win.cite", NULL);
      append (removal, _("_Remove"), "source.remove", "Delete");
      g_menu_append_section (model, NULL, G_MENU_MODEL (opening));
      g_menu_append_section (model, NULL, G_MENU_MODEL (details));
      g_menu_append_section (model, NULL, G_MENU_MODEL (removal));
      self->menu = gtk_popover_menu_new_from_model (G_MENU_MODEL (model));
      gtk_widget_set_parent (self->menu, GTK_WIDGET (self));
      gtk_widget_set_halign (self->menu, GTK_ALIGN_START);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
      g_signal_connect_object (self->menu, "closed", G_CALLBACK (menu_closed_cb), self, G_CONNECT_SWAPPED);
    }

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (row);
  gtk_widget_set_has_tooltip (row, FALSE);   /* it would lie on the menu */
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), at);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
menu_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahSourceList *self = TELAAH_SOURCE_LIST (widget);
  GtkListBoxRow *row = get_current (self);
  graphene_rect_t bounds;

  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), widget, &bounds))
    show_menu (self, GTK_WIDGET (row), &(GdkRectangle) { bounds.origin.x + 24, bounds.origin.y, 1,
                                                         bounds.size.height });
}

static void
note_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  GtkListBoxRow *row = get_current (TELAAH_SOURCE_LIST (widget));

  if (row != NULL)
    gtk_widget_activate_action (widget, "win.write-note", "(ss)", "source", get_id (row));
}

static void
menu_pressed_cb (GtkGestureClick  *gesture,
                 int               n_press,
                 double            x,
                 double            y,
                 TelaahSourceList *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  graphene_point_t at;

  if (row == NULL || !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self),
                                                &GRAPHENE_POINT_INIT (x, y), &at))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  show_menu (self, GTK_WIDGET (row), &(GdkRectangle) { at.x, at.y, 1, 1 });
}

/* ---- Keys and clicks ---- */

/* After its template has been set. */
void
telaah_source_list_install_commands (GtkWidgetClass *klass)
{
  gtk_widget_class_bind_template_callback (klass, menu_pressed_cb);
  gtk_widget_class_bind_template_callback (klass, tab_pressed_cb);

  gtk_widget_class_install_action (klass, "source.open-tab", NULL, open_tab_action_cb);
  gtk_widget_class_install_action (klass, "source.open-beside", NULL, open_beside_action_cb);
  gtk_widget_class_install_action (klass, "source.details", NULL, details_action_cb);
  gtk_widget_class_install_action (klass, "source.remove", NULL, remove_action_cb);
  gtk_widget_class_install_action (klass, "source.menu", NULL, menu_action_cb);
  gtk_widget_class_install_action (klass, "source.note", NULL, note_action_cb);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK, "source.open-tab", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, "source.open-tab", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "source.open-beside", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F2, 0, "source.details", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, GDK_ALT_MASK, "source.details", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Delete, 0, "source.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Delete, 0, "source.remove", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "source.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "source.menu", NULL);
}
