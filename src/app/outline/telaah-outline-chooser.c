/* Which outline is at hand: a flat menu button with its title, which switches, makes, renames and deletes outlines.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-chooser.h"

#include <glib/gi18n.h>

/* What the page with the entry is for. */
typedef enum
{
  EDIT_NEW,
  EDIT_RENAME,
} Edit;

struct _TelaahOutlineChooser
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  Edit            edit;
  gboolean        showing;      /* not by the user */

  GtkMenuButton  *button;       /* from the template, as all below */
  GtkLabel       *title;
  GtkPopover     *popover;
  GtkStack       *pages;
  GtkListBox     *list;
  GtkCheckButton *follows;
  GtkWidget      *delete_button;
  GtkLabel       *heading;
  GtkEntry       *entry;
  GtkWidget      *kinds;
  GtkCheckButton *from_themes;
  GtkButton      *apply_button;
};

G_DEFINE_FINAL_TYPE (TelaahOutlineChooser, telaah_outline_chooser, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/**
 * telaah_outline_entry_get_label:
 *
 * Returns: (transfer none): its title, or a word for one that has none
 */
const char *
telaah_outline_entry_get_label (TelaahOutlineEntry *entry)
{
  const char *title = telaah_outline_entry_fields (entry)->title;

  return title != NULL && *title != '\0' ? title : _("Outline");
}

/* Returns: (transfer full) (nullable): the one at hand */
static TelaahOutlineEntry *
dup_current (TelaahOutlineChooser *self)
{
  GListModel *outlines = self->session != NULL ? telaah_session_get_outlines (self->session) : NULL;
  const char *current = self->session != NULL ? telaah_session_get_outline (self->session) : NULL;

  for (guint i = 0; outlines != NULL && i < g_list_model_get_n_items (outlines); i++)
    {
      g_autoptr(TelaahOutlineEntry) entry = g_list_model_get_item (outlines, i);

      if (g_strcmp0 (telaah_outline_entry_fields (entry)->id, current) == 0)
        return g_steal_pointer (&entry);
    }

  return NULL;
}

static void
fail (TelaahOutlineChooser *self,
      const GError         *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* ---- Showing ---- */

static void
add_row (TelaahOutlineChooser *self,
         TelaahOutlineEntry   *entry,
         gboolean              current)
{
  const char *title = telaah_outline_entry_get_label (entry);
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (title);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_set_opacity (check, current ? 1 : 0);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), check);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  g_object_set_data_full (G_OBJECT (row), "outline", g_strdup (telaah_outline_entry_fields (entry)->id), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_CHECKED,
                               current ? GTK_ACCESSIBLE_TRISTATE_TRUE : GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_list_box_append (self->list, row);
}

/* Brings the open popover up to what there is now. */
static void
show_list (TelaahOutlineChooser *self)
{
  GListModel *outlines = telaah_session_get_outlines (self->session);
  const char *current = telaah_session_get_outline (self->session);
  g_autoptr(TelaahOutlineEntry) at_hand = dup_current (self);
  GtkListBoxRow *row;

  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  for (guint i = 0; i < g_list_model_get_n_items (outlines); i++)
    {
      g_autoptr(TelaahOutlineEntry) entry = g_list_model_get_item (outlines, i);

      add_row (self, entry, g_strcmp0 (telaah_outline_entry_fields (entry)->id, current) == 0);
    }

  self->showing = TRUE;
  gtk_check_button_set_active (self->follows, at_hand != NULL && telaah_outline_entry_fields (at_hand)->follows);
  self->showing = FALSE;
  gtk_widget_set_sensitive (self->delete_button, g_strcmp0 (current, TELAAH_FIRST_OUTLINE) != 0);
}

static void
show_title (TelaahOutlineChooser *self)
{
  g_autoptr(TelaahOutlineEntry) at_hand = dup_current (self);
  const char *title = at_hand != NULL ? telaah_outline_entry_get_label (at_hand) : _("Outline");
  /* Translators: for a screen reader; %s is the title of the outline that is shown */
  g_autofree char *label = g_strdup_printf (_("Outline: %s"), title);

  gtk_label_set_label (self->title, title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
changed_cb (TelaahOutlineChooser *self,
            TelaahChange          changes)
{
  if (!(changes & TELAAH_CHANGE_OUTLINES))
    return;

  show_title (self);
  if (gtk_widget_get_visible (GTK_WIDGET (self->popover)))
    show_list (self);
}

static void
show_cb (TelaahOutlineChooser *self)
{
  GtkListBoxRow *row;

  if (self->session == NULL)
    return;

  show_list (self);
  row = gtk_list_box_get_row_at_index (self->list, 0);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}

static void
closed_cb (TelaahOutlineChooser *self)
{
  gtk_stack_set_visible_child_name (self->pages, "list");
}

/* ---- Verbs ---- */

static void
set_outline (TelaahOutlineChooser *self,
             const char           *outline)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_set_outline (self->session, outline, &error))
    fail (self, error);
}

static void
row_activated_cb (TelaahOutlineChooser *self,
                  GtkListBoxRow        *row)
{
  g_autofree char *outline = g_strdup (g_object_get_data (G_OBJECT (row), "outline"));

  gtk_popover_popdown (self->popover);
  set_outline (self, outline);
}

static void
follows_toggled_cb (TelaahOutlineChooser *self)
{
  g_autoptr(GError) error = NULL;

  if (self->showing || self->session == NULL)
    return;

  if (!telaah_session_set_follows (self->session, telaah_session_get_outline (self->session),
                                   gtk_check_button_get_active (self->follows), &error))
    {
      fail (self, error);
      show_list (self);
    }
}

static void
open_edit (TelaahOutlineChooser *self,
           Edit                  edit,
           const char           *title)
{
  self->edit = edit;
  gtk_label_set_label (self->heading, edit == EDIT_NEW ? _("New Outline") : _("Rename Outline"));
  gtk_button_set_label (self->apply_button, edit == EDIT_NEW ? _("C_reate") : _("Re_name"));
  gtk_widget_set_visible (self->kinds, edit == EDIT_NEW);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), title);
  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), *title != '\0');
  gtk_stack_set_visible_child_name (self->pages, "edit");
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

static void
new_clicked_cb (TelaahOutlineChooser *self)
{
  open_edit (self, EDIT_NEW, "");
}

static void
rename_clicked_cb (TelaahOutlineChooser *self)
{
  g_autoptr(TelaahOutlineEntry) at_hand = dup_current (self);

  if (at_hand != NULL)
    open_edit (self, EDIT_RENAME, telaah_outline_entry_get_label (at_hand));
}

static char *
dup_written (TelaahOutlineChooser *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
}

static void
entry_changed_cb (TelaahOutlineChooser *self)
{
  g_autofree char *title = dup_written (self);

  gtk_widget_set_sensitive (GTK_WIDGET (self->apply_button), *title != '\0');
}

static void
apply_cb (TelaahOutlineChooser *self)
{
  g_autofree char *title = dup_written (self), *outline = NULL;
  g_autoptr(GError) error = NULL;

  if (*title == '\0' || self->session == NULL)
    return;

  gtk_popover_popdown (self->popover);
  if (self->edit == EDIT_RENAME)
    {
      if (!telaah_session_set_outline_title (self->session, telaah_session_get_outline (self->session), title, &error))
        fail (self, error);
      return;
    }

  outline = telaah_session_add_outline (self->session, title, gtk_check_button_get_active (self->from_themes), &error);
  if (outline == NULL)
    fail (self, error);
  else
    set_outline (self, outline);
}

static void
cancel_cb (TelaahOutlineChooser *self)
{
  gtk_stack_set_visible_child_name (self->pages, "list");
  gtk_widget_child_focus (GTK_WIDGET (self->list), GTK_DIR_TAB_FORWARD);
}

static void
delete_clicked_cb (TelaahOutlineChooser *self)
{
  g_autoptr(TelaahOutlineEntry) at_hand = dup_current (self);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (self->popover);
  if (at_hand == NULL)
    return;

  message = g_strdup_printf (_("“%s” deleted"), telaah_outline_entry_get_label (at_hand));
  if (telaah_session_remove_outline (self->session, telaah_outline_entry_fields (at_hand)->id, &error))
    g_signal_emit (self, signals[REMOVED], 0, message);
  else
    fail (self, error);
}

/* ---- The object ---- */

static gboolean
telaah_outline_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_OUTLINE_CHOOSER (widget)->button));
}

static void
telaah_outline_chooser_dispose (GObject *object)
{
  TelaahOutlineChooser *self = TELAAH_OUTLINE_CHOOSER (object);
  GtkWidget *child;

  telaah_outline_chooser_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_OUTLINE_CHOOSER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_outline_chooser_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-outline-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, button);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, popover);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, pages);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, follows);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, delete_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, heading);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, kinds);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, from_themes);
  gtk_widget_class_bind_template_child (widget_class, TelaahOutlineChooser, apply_button);
  gtk_widget_class_bind_template_callback (widget_class, show_cb);
  gtk_widget_class_bind_template_callback (widget_class, closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, follows_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, new_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rename_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, delete_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);
  gtk_widget_class_bind_template_callback (widget_class, cancel_cb);
}

static void
telaah_outline_chooser_class_init (TelaahOutlineChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_outline_chooser_dispose;
  widget_class->grab_focus = telaah_outline_chooser_grab_focus;

  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "outline-chooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_outline_chooser_init (TelaahOutlineChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_outline_chooser_new (void)
{
  return g_object_new (TELAAH_TYPE_OUTLINE_CHOOSER, NULL);
}

/* @session: (nullable) */
void
telaah_outline_chooser_set_session (TelaahOutlineChooser *self,
                                    TelaahSession        *session)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_CHOOSER (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  if (session == NULL)
    return;

  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  show_title (self);
}

void
telaah_outline_chooser_popup (TelaahOutlineChooser *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_CHOOSER (self));

  gtk_menu_button_popup (self->button);
}
