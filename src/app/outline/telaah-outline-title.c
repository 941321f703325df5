/* The title of a point in the document: a heading that turns into an entry in its place, by click,
 * Enter or F2.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-title.h"

#include <glib/gi18n.h>

struct _TelaahOutlineTitle
{
  GtkWidget  parent_instance;

  GtkWidget *label;
  GtkWidget *text;       /* shown in place of the label while it is edited */
};

G_DEFINE_FINAL_TYPE (TelaahOutlineTitle, telaah_outline_title, GTK_TYPE_WIDGET)

enum { RENAME, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_editing (TelaahOutlineTitle *self)
{
  return gtk_widget_get_visible (self->text);
}

/* Back to the heading; the focus is not lost to nowhere. */
static void
stop (TelaahOutlineTitle *self)
{
  gboolean focused = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  gtk_widget_set_visible (self->label, TRUE);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self));
  gtk_widget_set_visible (self->text, FALSE);
}

static void
commit (TelaahOutlineTitle *self)
{
  g_autofree char *title = NULL;

  if (!is_editing (self))
    return;

  title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->text))));
  stop (self);
  if (*title != '\0' && g_strcmp0 (title, gtk_label_get_text (GTK_LABEL (self->label))) != 0)
    g_signal_emit (self, signals[RENAME], 0, title);
}

static gboolean
key_pressed_cb (TelaahOutlineTitle *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  if (keyval != GDK_KEY_Escape || !is_editing (self))
    return GDK_EVENT_PROPAGATE;

  stop (self);

  return GDK_EVENT_STOP;
}

static void
clicked_cb (TelaahOutlineTitle *self,
            int                 n_press,
            double              x,
            double              y,
            GtkGesture         *gesture)
{
  if (is_editing (self))
    return;

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  telaah_outline_title_edit (self);
}

static gboolean
edit_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  if (is_editing (TELAAH_OUTLINE_TITLE (widget)))
    return GDK_EVENT_PROPAGATE;

  telaah_outline_title_edit (TELAAH_OUTLINE_TITLE (widget));

  return GDK_EVENT_STOP;
}

/* Keys of the heading that mean something else in the entry. */
static gboolean
activate_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  if (is_editing (TELAAH_OUTLINE_TITLE (widget)))
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_activate_action_variant (widget, g_variant_get_string (args, NULL), NULL);
}

static void
telaah_outline_title_unmap (GtkWidget *widget)
{
  commit (TELAAH_OUTLINE_TITLE (widget));

  GTK_WIDGET_CLASS (telaah_outline_title_parent_class)->unmap (widget);
}

static void
telaah_outline_title_dispose (GObject *object)
{
  TelaahOutlineTitle *self = TELAAH_OUTLINE_TITLE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_outline_title_parent_class)->dispose (object);
}

static void
add_keys (GtkWidgetClass *widget_class)
{
  static const struct { guint keyval; GdkModifierType modifiers; const char *action; } keys[] = {
    { GDK_KEY_Up, GDK_ALT_MASK, "point.move-up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "point.move-down" },
    { GDK_KEY_Right, GDK_ALT_MASK, "point.nest" },
    { GDK_KEY_Left, GDK_ALT_MASK, "point.lift" },
    { GDK_KEY_Left, 0, "point.fold-away" },
    { GDK_KEY_Right, 0, "point.unfold" },
    { GDK_KEY_KP_Delete, 0, "point.remove" },
    { GDK_KEY_Delete, 0, "point.remove" },   /* the menu shows the last */
  };

  gtk_widget_class_add_binding (widget_class, GDK_KEY_F2, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, 0, edit_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, 0, edit_cb, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding (widget_class, keys[i].keyval, keys[i].modifiers, activate_cb, "s", keys[i].action);
}

static void
telaah_outline_title_class_init (TelaahOutlineTitleClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_outline_title_dispose;
  widget_class->unmap = telaah_outline_title_unmap;

  signals[RENAME] =
    g_signal_new ("rename", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "outline-title");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_HEADING);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_outline_title_init (TelaahOutlineTitle *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->text = gtk_text_new ();
  gtk_widget_set_visible (self->text, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->text),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Title of the point"), -1);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "text");

  g_signal_connect_swapped (self->text, "activate", G_CALLBACK (commit), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (commit), self);
  gtk_widget_add_controller (self->text, focus);
  g_signal_connect_swapped (click, "released", G_CALLBACK (clicked_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));
}

GtkWidget *
telaah_outline_title_new (void)
{
  return g_object_new (TELAAH_TYPE_OUTLINE_TITLE, NULL);
}

/* What is being written in its place stays. */
void
telaah_outline_title_set_title (TelaahOutlineTitle *self,
                                const char         *title)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_TITLE (self));

  gtk_label_set_text (GTK_LABEL (self->label), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
}

/* As it is shown, not as it is being written. */
char *
telaah_outline_title_dup_title (TelaahOutlineTitle *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_TITLE (self), NULL);

  return g_strdup (gtk_label_get_text (GTK_LABEL (self->label)));
}

/* 1 for a heading at the top. */
void
telaah_outline_title_set_level (TelaahOutlineTitle *self,
                                guint               level)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_TITLE (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LEVEL, (int) level, -1);
}

void
telaah_outline_title_edit (TelaahOutlineTitle *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_TITLE (self));

  if (!is_editing (self))
    {
      gtk_editable_set_text (GTK_EDITABLE (self->text), gtk_label_get_text (GTK_LABEL (self->label)));
      gtk_widget_set_visible (self->text, TRUE);
      gtk_widget_set_visible (self->label, FALSE);
      gtk_widget_set_focusable (GTK_WIDGET (self), FALSE);
    }

  gtk_widget_grab_focus (self->text);   /* which selects all of it */
}

/* What has been written so far becomes the title. */
void
telaah_outline_title_flush (TelaahOutlineTitle *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_TITLE (self));

  commit (self);
}
