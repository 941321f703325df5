/* What is known of one source, in a dialog: one verb for all that has been changed in it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-dialog.h"

#include <glib/gi18n.h>
#include <string.h>

enum { TITLE, AUTHOR, PUBLISHER, DATE, URL, LANGUAGE, N_ENTRIES };

static const char *const keys[N_ENTRIES] = { "title", "author", "publisher", "date", "url", "language" };

struct _TelaahSourceDialog
{
  AdwWindow        parent_instance;

  TelaahSession   *session;
  char            *source;
  char            *before[N_ENTRIES];     /* as it was when the dialog opened; never NULL */

  GtkEditable     *entries[N_ENTRIES];    /* from the template */
  GtkWidget       *date_hint;
  GtkWidget       *apply_button;
  GtkLabel        *file_name;
  GtkLabel        *characters;
  GtkLabel        *words;
  GtkLabel        *sha256;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahSourceDialog, telaah_source_dialog, ADW_TYPE_WINDOW)

/**
 * telaah_source_date_is_valid:
 *
 * Returns: whether @date is unknown (empty) or a date of the kind 2021, 2021-03 or 2021-03-04
 */
gboolean
telaah_source_date_is_valid (const char *date)
{
  static const char pattern[] = "0000-00-00";
  gsize length = strlen (date);
  guint year, month, day;

  if (length == 0)
    return TRUE;
  if (length != 4 && length != 7 && length != 10)
    return FALSE;

  for (gsize i = 0; i < length; i++)
    if (pattern[i] == '0' ? !g_ascii_isdigit (date[i]) : date[i] != pattern[i])
      return FALSE;

  year = atoi (date);
  month = length > 4 ? atoi (date + 5) : 1;
  day = length > 7 ? atoi (date + 8) : 1;

  return g_date_valid_dmy (day, month, year);
}

static char *
dup_entry (TelaahSourceDialog *self,
           guint               i)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->entries[i])));
}

/* key, value, …, NULL: what is not as it was. */
static GStrv
dup_changes (TelaahSourceDialog *self)
{
  g_autoptr(GStrvBuilder) pairs = g_strv_builder_new ();

  for (guint i = 0; i < N_ENTRIES; i++)
    {
      g_autofree char *now = dup_entry (self, i);

      if (strcmp (now, self->before[i]) != 0)
        g_strv_builder_add_many (pairs, keys[i], now, NULL);
    }

  return g_strv_builder_end (pairs);
}

static void
changed_cb (TelaahSourceDialog *self)
{
  g_autofree char *date = dup_entry (self, DATE);
  g_auto(GStrv) changes = dup_changes (self);
  gboolean valid = telaah_source_date_is_valid (date);

  if (valid)
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self->entries[DATE]), "error");
      gtk_accessible_reset_state (GTK_ACCESSIBLE (self->entries[DATE]), GTK_ACCESSIBLE_STATE_INVALID);
    }
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->entries[DATE]), "error");
      gtk_accessible_update_state (GTK_ACCESSIBLE (self->entries[DATE]), GTK_ACCESSIBLE_STATE_INVALID,
                                   GTK_ACCESSIBLE_INVALID_TRUE, -1);
    }

  gtk_widget_set_visible (self->date_hint, !valid);
  gtk_widget_set_sensitive (self->apply_button, valid && changes[0] != NULL);
}

static void
apply_cb (TelaahSourceDialog *self)
{
  g_auto(GStrv) changes = dup_changes (self);
  g_autoptr(GError) error = NULL;

  if (telaah_session_describe_source (self->session, self->source, (const char *const *) changes, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
fill (TelaahSourceDialog *self)
{
  TelaahSource *source = telaah_session_find_source (self->session, self->source);
  const TelaahSourceFields *f = telaah_source_fields (source);
  const char *const values[N_ENTRIES] = { f->title, f->author, f->publisher, f->date, f->url, f->language };
  g_autofree char *characters = g_strdup_printf ("%'u", f->characters);
  g_autofree char *words = g_strdup_printf ("%'u", f->words);

  /* All of them before the first entry says that it has changed. */
  for (guint i = 0; i < N_ENTRIES; i++)
    self->before[i] = g_strdup (values[i] != NULL ? values[i] : "");
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_editable_set_text (self->entries[i], self->before[i]);

  gtk_label_set_text (self->file_name, f->file_name != NULL ? f->file_name : _("unknown"));
  gtk_label_set_text (self->characters, characters);
  gtk_label_set_text (self->words, words);
  gtk_label_set_text (self->sha256, f->sha256);
  changed_cb (self);
}

static void
telaah_source_dialog_dispose (GObject *object)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (object);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SOURCE_DIALOG);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_source_dialog_parent_class)->dispose (object);
}

static void
telaah_source_dialog_finalize (GObject *object)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (object);

  for (guint i = 0; i < N_ENTRIES; i++)
    g_free (self->before[i]);
  g_free (self->source);

  G_OBJECT_CLASS (telaah_source_dialog_parent_class)->finalize (object);
}

static void
telaah_source_dialog_class_init (TelaahSourceDialogClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_source_dialog_dispose;
  object_class->finalize = telaah_source_dialog_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-source-dialog.ui");
  for (guint i = 0; i < N_ENTRIES; i++)
    gtk_widget_class_bind_template_child_full (widget_class, keys[i], FALSE,
                                               G_STRUCT_OFFSET (TelaahSourceDialog, entries[i]));
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, date_hint);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, apply_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, file_name);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, characters);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, words);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, sha256);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceDialog, toasts);
  gtk_widget_class_bind_template_callback (widget_class, changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, apply_cb);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
telaah_source_dialog_init (TelaahSourceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * telaah_source_dialog_new:
 * @parent: (nullable): the window that has to wait
 * @source: its id; it has to be there
 */
GtkWidget *
telaah_source_dialog_new (GtkWindow     *parent,
                          TelaahSession *session,
                          const char    *source)
{
  TelaahSourceDialog *self;

  g_return_val_if_fail (TELAAH_IS_SESSION (session), NULL);
  g_return_val_if_fail (telaah_session_find_source (session, source) != NULL, NULL);

  self = g_object_new (TELAAH_TYPE_SOURCE_DIALOG, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->source = g_strdup (source);
  fill (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entries[TITLE]));

  return GTK_WIDGET (self);
}
