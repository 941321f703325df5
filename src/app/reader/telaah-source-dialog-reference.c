/* References that are pasted or dropped on the dialog of a source, and fill its fields.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-dialog-private.h"

#include <glib/gi18n.h>
#include <string.h>

/* The most that a file of references may hold, in bytes. */
#define MAX_FILE (32 * 1024 * 1024)

/* ---- The notice ---- */

static void
show_notice (TelaahSourceDialog *self,
             const char         *message,
             gboolean            error)
{
  gtk_label_set_text (self->notice_label, message);
  gtk_widget_set_visible (self->take_back_button, !error);
  if (error)
    gtk_widget_add_css_class (GTK_WIDGET (self->notice_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->notice_label), "error");

  gtk_widget_set_visible (self->notice, TRUE);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
hide_notice (TelaahSourceDialog *self)
{
  gtk_widget_set_visible (self->notice, FALSE);
  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    gtk_widget_remove_css_class (self->rows[i], "success");
}

/* ---- Filling ---- */

static void
remember (TelaahSourceDialog *self)
{
  for (guint i = 0; i < TELAAH_N_SOURCE_FIELDS; i++)
    {
      g_free (self->unfilled[i]);
      self->unfilled[i] = telaah_source_dialog_dup_value (self, i);
    }
}

static void
fill (TelaahSourceDialog    *self,
      const TelaahReference *reference)
{
  const char *values[TELAAH_N_SOURCE_FIELDS] = { NULL };
  g_autoptr(GString) filled = g_string_new (NULL);
  g_autofree char *message = NULL;

  hide_notice (self);
  remember (self);
  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    if (reference->values[i] != NULL && strcmp (reference->values[i], self->unfilled[i]) != 0)
      {
        const char *name = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self->rows[i]));

        values[i] = reference->values[i];
        g_string_append_printf (filled, "%s%s", filled->len > 0 ? " · " : "", name);
      }
  telaah_source_dialog_set_values (self, values);

  if (filled->len == 0)
    {
      show_notice (self, _("The reference says nothing that is not here already."), FALSE);
      gtk_widget_set_visible (self->take_back_button, FALSE);
      return;
    }

  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    if (values[i] != NULL)
      gtk_widget_add_css_class (self->rows[i], "success");
  /* Translators: %s is a list of fields, such as "Title · Date" */
  message = g_strdup_printf (_("Filled from the reference: %s"), filled->str);
  show_notice (self, message, FALSE);
}

void
telaah_source_dialog_take_back (TelaahSourceDialog *self)
{
  telaah_source_dialog_set_values (self, (const char *const *) self->unfilled);
  hide_notice (self);
  gtk_widget_grab_focus (self->rows[TELAAH_REFERENCE_TITLE]);
}

/* ---- One of several ---- */

static void
show_page (TelaahSourceDialog *self,
           gboolean            details)
{
  gtk_stack_set_visible_child_name (self->stack, details ? "details" : "choose");
  gtk_widget_set_visible (self->cancel_button, details);
  gtk_widget_set_visible (self->apply_button, details);
  gtk_widget_set_visible (self->bar, details);
  gtk_widget_set_visible (self->back_button, !details);
  /* What was hidden is not what Enter does any longer. */
  if (details)
    gtk_window_set_default_widget (GTK_WINDOW (self), self->apply_button);
  adw_window_title_set_title (self->window_title, details ? _("Source Details") : _("Choose a Reference"));
}

void
telaah_source_dialog_show_details (TelaahSourceDialog *self)
{
  g_clear_pointer (&self->references, g_ptr_array_unref);
  show_page (self, TRUE);
  gtk_widget_grab_focus (self->rows[TELAAH_REFERENCE_TITLE]);
}

void
telaah_source_dialog_choose (TelaahSourceDialog *self,
                             guint               position)
{
  g_autoptr(GPtrArray) references = g_steal_pointer (&self->references);

  if (references == NULL || position >= references->len)
    return;

  telaah_source_dialog_show_details (self);
  fill (self, references->pdata[position]);
}

/* One fills the fields; of several, one is asked for. */
static void
take (TelaahSourceDialog *self,
      GPtrArray          *references)
{
  g_autofree char *title = NULL;

  if (references->len == 1)
    {
      if (self->references != NULL)
        telaah_source_dialog_show_details (self);
      fill (self, references->pdata[0]);
      return;
    }

  g_clear_pointer (&self->references, g_ptr_array_unref);
  self->references = g_ptr_array_ref (references);
  title = telaah_source_dialog_dup_value (self, TELAAH_REFERENCE_TITLE);
  show_page (self, FALSE);
  telaah_reference_chooser_fill (self->chooser, references, title);
}

/**
 * telaah_source_dialog_fill_from:
 * @words: what may be a reference, or several
 * @length: in bytes, or -1
 *
 * Fills the fields, or says above them why not.
 *
 * Returns: whether there was a reference
 */
gboolean
telaah_source_dialog_fill_from (TelaahSourceDialog *self,
                                const char         *words,
                                gssize              length)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) references = telaah_references_parse (words, length, &error);

  if (references != NULL)
    take (self, references);
  else
    show_notice (self, error->message, TRUE);

  return references != NULL;
}

/* ---- The clipboard ---- */

static char *
finish_reading (GObject      *clipboard,
                GAsyncResult *result)
{
  return gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
paste_read_cb (GObject      *clipboard,
               GAsyncResult *result,
               gpointer      user_data)
{
  g_autoptr(TelaahSourceDialog) self = user_data;
  g_autofree char *words = finish_reading (clipboard, result);

  if (self->session == NULL)
    return;

  if (words == NULL || *words == '\0')
    show_notice (self, _("There is no text on the clipboard. Copy a reference as BibTeX, RIS or CSL-JSON first."), TRUE);
  else
    telaah_source_dialog_fill_from (self, words, -1);
}

/* Reads the clipboard, and fills the fields from it. */
void
telaah_source_dialog_paste (TelaahSourceDialog *self)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, paste_read_cb, g_object_ref (self));
}

/* In a field, all that is no reference goes where it always goes. */
static void
key_paste_read_cb (GObject      *clipboard,
                   GAsyncResult *result,
                   gpointer      user_data)
{
  g_autoptr(TelaahSourceDialog) self = user_data;
  g_autofree char *words = finish_reading (clipboard, result);
  GtkWidget *focus = self->session != NULL ? gtk_window_get_focus (GTK_WINDOW (self)) : NULL;

  if (self->session == NULL)
    return;

  if (words != NULL && telaah_references_recognise (words, -1))
    telaah_source_dialog_fill_from (self, words, -1);
  else if (focus != NULL && GTK_IS_EDITABLE (focus))
    gtk_widget_activate_action (focus, "clipboard.paste", NULL);
  else if (words != NULL && *words != '\0')
    telaah_source_dialog_fill_from (self, words, -1);
}

static gboolean
key_cb (TelaahSourceDialog *self,
        guint               key,
        guint               code,
        GdkModifierType     state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (self->references != NULL || modifiers != GDK_CONTROL_MASK || (key != GDK_KEY_v && key != GDK_KEY_V))
    return GDK_EVENT_PROPAGATE;

  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (GTK_WIDGET (self)), NULL, key_paste_read_cb,
                                 g_object_ref (self));
  return GDK_EVENT_STOP;
}

/* ---- Dropping ---- */

static void
read_worker (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  g_autofree char *name = g_file_get_basename (task_data);
  g_autofree char *shown = g_filename_display_name (name), *bytes = g_malloc (MAX_FILE + 1);
  GError *error = NULL;
  g_autoptr(GFileInputStream) stream = g_file_read (task_data, cancellable, &error);
  GPtrArray *references = NULL;
  gsize length;

  if (stream != NULL && g_input_stream_read_all (G_INPUT_STREAM (stream), bytes, MAX_FILE + 1, &length, cancellable,
                                                 &error))
    {
      if (length > MAX_FILE)
        g_set_error (&error, G_IO_ERROR, G_IO_ERROR_FAILED, _("%s is too large for a file of references."), shown);
      else
        references = telaah_references_parse (bytes, length, &error);
    }

  if (references != NULL)
    g_task_return_pointer (task, references, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, error);
}

static void
file_read_cb (GObject      *object,
              GAsyncResult *result,
              gpointer      user_data)
{
  TelaahSourceDialog *self = TELAAH_SOURCE_DIALOG (object);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) references = g_task_propagate_pointer (G_TASK (result), &error);

  if (self->session == NULL)
    return;

  if (references != NULL)
    take (self, references);
  else
    show_notice (self, error->message, TRUE);
}

static gboolean
drop_file (TelaahSourceDialog *self,
           GSList             *files)
{
  g_autoptr(GTask) task = NULL;

  if (files == NULL)
    return FALSE;

  task = g_task_new (self, NULL, file_read_cb, NULL);
  g_task_set_source_tag (task, drop_file);
  g_task_set_task_data (task, g_object_ref (files->data), g_object_unref);
  g_task_run_in_thread (task, read_worker);

  return TRUE;
}

/* Words that are no reference go into the field that they were dropped on. */
static gboolean
drop_words (TelaahSourceDialog *self,
            const char         *words,
            double              x,
            double              y)
{
  GtkWidget *target = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  int end = -1;

  if (!telaah_references_recognise (words, -1))
    for (; target != NULL; target = gtk_widget_get_parent (target))
      if (GTK_IS_EDITABLE (target))
        {
          gtk_editable_insert_text (GTK_EDITABLE (target), words, -1, &end);
          return TRUE;
        }

  return telaah_source_dialog_fill_from (self, words, -1);
}

static gboolean
drop_cb (GtkDropTarget      *target,
         const GValue       *value,
         double              x,
         double              y,
         TelaahSourceDialog *self)
{
  if (G_VALUE_HOLDS (value, GDK_TYPE_FILE_LIST))
    {
      g_autoptr(GSList) files = gdk_file_list_get_files (g_value_get_boxed (value));

      return drop_file (self, files);
    }

  return G_VALUE_HOLDS_STRING (value) && drop_words (self, g_value_get_string (value), x, y);
}

/* Keys and drops, before the fields get them. */
void
telaah_source_dialog_listen (TelaahSourceDialog *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkDropTarget *target = gtk_drop_target_new (G_TYPE_INVALID, GDK_ACTION_COPY);
  GType types[] = { GDK_TYPE_FILE_LIST, G_TYPE_STRING };

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  gtk_drop_target_set_gtypes (target, types, G_N_ELEMENTS (types));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (target), GTK_PHASE_CAPTURE);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, 0);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}
