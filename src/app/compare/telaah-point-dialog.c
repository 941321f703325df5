/* A dialog that says what a point is: its title, its question, the themes it stands for and under what condition.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-point-dialog.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-tree-checks.h"

struct _TelaahPointDialog
{
  AdwWindow         parent_instance;

  TelaahSession    *session;
  char             *point;

  /* From the template. */
  GtkWidget        *save_button;
  AdwEntryRow      *title_row;
  AdwEntryRow      *question_row;
  TelaahTreeChecks *themes;
  GtkDropDown      *coder;         /* the first means any, as in the next */
  GtkDropDown      *attribute;
  GtkEntry         *value;
  AdwToastOverlay  *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahPointDialog, telaah_point_dialog, ADW_TYPE_WINDOW)

/* "" where it is the first. */
static const char *
get_choice (GtkDropDown *drop_down)
{
  GtkStringObject *item = gtk_drop_down_get_selected_item (drop_down);

  return item != NULL && gtk_drop_down_get_selected (drop_down) > 0 ? gtk_string_object_get_string (item) : "";
}

/* What is chosen is among them, even where the project no longer has it. */
static void
set_choices (GtkDropDown       *drop_down,
             const char        *any,
             const char *const *choices,
             const char        *chosen)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new ((const char *const []) { any, NULL });
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  guint selected = 0, n = 0;

  for (; choices != NULL && choices[n] != NULL; n++)
    {
      gtk_string_list_append (list, choices[n]);
      if (g_strcmp0 (choices[n], chosen) == 0)
        selected = n + 1;
    }

  if (chosen != NULL && selected == 0)
    {
      gtk_string_list_append (list, chosen);
      selected = n + 1;
    }

  gtk_drop_down_set_expression (drop_down, name);
  gtk_drop_down_set_model (drop_down, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (drop_down, selected);
}

static void
update_cb (TelaahPointDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));

  gtk_widget_set_sensitive (self->save_button, *title != '\0');
  gtk_widget_set_sensitive (GTK_WIDGET (self->value), *get_choice (self->attribute) != '\0');
}

static void
save_cb (TelaahPointDialog *self)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_row))));
  g_autofree char *question = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->question_row))));
  g_autofree char *value = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->value))));
  g_autoptr(GPtrArray) ids = telaah_tree_checks_dup_checked (self->themes);
  g_autofree char *themes = g_strjoinv (" ", (char **) ids->pdata);
  const char *attribute = get_choice (self->attribute);
  const char *pairs[] = {
    "title", title, "question", question, "themes", themes, "coder", get_choice (self->coder),
    "attribute", attribute, "value", *attribute != '\0' ? value : "", NULL,
  };
  g_autoptr(GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->save_button))
    return;

  if (telaah_session_describe_point (self->session, self->point, pairs, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
telaah_point_dialog_dispose (GObject *object)
{
  TelaahPointDialog *self = TELAAH_POINT_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_POINT_DIALOG);
  g_clear_object (&self->session);
  g_clear_pointer (&self->point, g_free);

  G_OBJECT_CLASS (telaah_point_dialog_parent_class)->dispose (object);
}

static void
telaah_point_dialog_class_init (TelaahPointDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_point_dialog_dispose;

  g_type_ensure (TELAAH_TYPE_TREE_CHECKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-point-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, save_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, title_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, question_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, themes);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, coder);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, attribute);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, value);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_cb);
}

static void
telaah_point_dialog_init (TelaahPointDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

static void
load (TelaahPointDialog *self)
{
  TelaahPoint *point = telaah_session_find_point (self->session, self->point);
  const TelaahPointFields *fields = telaah_point_fields (point);
  g_auto(GStrv) themes = telaah_point_dup_themes (point);
  g_auto(GStrv) coders = telaah_session_dup_coders (self->session);
  g_autoptr(GPtrArray) names = telaah_session_dup_attributes (self->session, NULL);

  g_ptr_array_add (names, NULL);
  gtk_editable_set_text (GTK_EDITABLE (self->title_row), fields->title);
  gtk_editable_set_text (GTK_EDITABLE (self->question_row), fields->question != NULL ? fields->question : "");
  gtk_editable_set_text (GTK_EDITABLE (self->value), fields->value != NULL ? fields->value : "");
  telaah_tree_checks_show_themes (self->themes, self->session);
  telaah_tree_checks_set_label (self->themes, _("Themes"));
  telaah_tree_checks_check (self->themes, (const char *const *) themes);
  set_choices (self->coder, _("Anyone"), (const char *const *) coders, fields->coder);
  set_choices (self->attribute, _("Any source"), (const char *const *) names->pdata, fields->attribute);
}

TelaahPointDialog *
telaah_point_dialog_new (GtkWindow     *parent,
                         TelaahSession *session,
                         const char    *point)
{
  TelaahPointDialog *self;

  g_return_val_if_fail (telaah_session_find_point (session, point) != NULL, NULL);

  self = g_object_new (TELAAH_TYPE_POINT_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->point = g_strdup (point);
  load (self);
  g_signal_connect_swapped (self->attribute, "notify::selected", G_CALLBACK (update_cb), self);
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->title_row));

  return self;
}
