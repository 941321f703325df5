/* Writing in the window of notes: a new one as a draft above all others, and what is typed on those there are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-notes-private.h"

#include <glib/gi18n.h>
#include <string.h>

static void
tell (TelaahNotes *self,
      const char  *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}

static TelaahNote *
draft_new (TelaahNotes *self,
           const char  *kind,
           const char  *target,
           const char  *text)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *created = g_date_time_format_iso8601 (now);
  TelaahNoteFields fields = {
    .id = TELAAH_NOTES_DRAFT, .kind = kind, .target = target, .text = text,
    .coder = telaah_session_get_coder (self->session), .created = created,
  };

  return telaah_note_new (&fields);
}

/* What has been written so far, so that showing it again does not take it away. */
static void
update_draft (TelaahNotes *self,
              const char  *text)
{
  const TelaahNoteFields *f = telaah_note_fields (self->draft);
  g_autoptr(TelaahNote) before = g_steal_pointer (&self->draft);

  self->draft = draft_new (self, f->kind, f->target, text);
}

static gboolean
write_draft (TelaahNotes  *self,
             const char   *text,
             GError      **error)
{
  g_autofree char *kind = g_strdup (telaah_note_fields (self->draft)->kind);
  g_autofree char *target = g_strdup (telaah_note_fields (self->draft)->target);

  update_draft (self, text);
  self->draft_id = telaah_session_add_note_on (self->session, kind, strcmp (kind, "project") == 0 ? NULL : target,
                                               text, error);
  telaah_notes_show (self);

  return self->draft_id != NULL;
}

void
telaah_notes_commit (TelaahNotes   *self,
                     const char    *id,
                     const char    *text,
                     TelaahNoteRow *row)
{
  gboolean draft = strcmp (id, TELAAH_NOTES_DRAFT) == 0;
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autofree char *note = g_strdup (draft ? self->draft_id : id);
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (note == NULL && (*words == '\0' || self->draft == NULL))
    return;

  if (draft && note != NULL)
    update_draft (self, text);
  done = note != NULL ? telaah_session_set_note (self->session, note, *words != '\0' ? text : "", &error)
                      : write_draft (self, text, &error);
  if (done)
    {
      if (draft && *words == '\0')
        g_clear_pointer (&self->draft_id, g_free);
      return;
    }

  telaah_note_row_reject (row);
  tell (self, error->message);
}

/* The draft gives its place to the note that it has become. */
void
telaah_notes_done (TelaahNotes *self,
                   const char  *id)
{
  g_autofree char *note = NULL;

  if (strcmp (id, TELAAH_NOTES_DRAFT) != 0 || self->draft == NULL)
    return;

  note = g_steal_pointer (&self->draft_id);
  g_clear_object (&self->draft);
  telaah_notes_show (self);
  telaah_row_view_set_selected (self->view, note);
}

void
telaah_notes_remove (TelaahNotes *self,
                     const char  *id)
{
  g_autofree char *note = g_strdup (strcmp (id, TELAAH_NOTES_DRAFT) == 0 ? self->draft_id : id);
  AdwToast *toast;
  g_autoptr(GError) error = NULL;

  if (strcmp (id, TELAAH_NOTES_DRAFT) == 0)
    {
      g_clear_object (&self->draft);
      g_clear_pointer (&self->draft_id, g_free);
      telaah_notes_show (self);
    }
  if (note == NULL)
    return;

  if (!telaah_session_set_note (self->session, note, "", &error))
    {
      tell (self, error->message);
      return;
    }

  toast = adw_toast_new (_("Note removed"));
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* Until the list has been laid out there is no row. */
static gboolean
edit_draft_cb (GtkWidget     *widget,
               GdkFrameClock *clock,
               gpointer       user_data)
{
  TelaahNotes *self = TELAAH_NOTES (widget);
  GtkWidget *row = telaah_row_view_get_content (self->view, TELAAH_NOTES_DRAFT);

  if (self->draft == NULL)
    return G_SOURCE_REMOVE;
  if (row == NULL || !gtk_widget_get_mapped (row))
    return G_SOURCE_CONTINUE;

  telaah_note_row_edit (TELAAH_NOTE_ROW (row));
  return G_SOURCE_REMOVE;
}

/* ---- The window ---- */

/* Writes what is being typed. */
gboolean
telaah_notes_flush (TelaahNotes *self)
{
  GtkWidget *row;

  g_return_val_if_fail (TELAAH_IS_NOTES (self), TRUE);

  row = telaah_row_view_get_content (self->view, self->draft != NULL
                                       ? TELAAH_NOTES_DRAFT : telaah_row_view_get_selected (self->view));

  return row == NULL || telaah_note_row_flush (TELAAH_NOTE_ROW (row));
}

/**
 * telaah_notes_write:
 * @target: (nullable): its id; %NULL for the project
 *
 * Opens an editor for a new one, above all others.
 */
void
telaah_notes_write (TelaahNotes *self,
                    const char  *kind,
                    const char  *target)
{
  g_return_if_fail (TELAAH_IS_NOTES (self));

  telaah_notes_flush (self);
  if (self->draft != NULL)
    telaah_notes_done (self, TELAAH_NOTES_DRAFT);

  self->draft = draft_new (self, kind, target != NULL ? target : "project", "");
  telaah_notes_show (self);
  telaah_row_view_set_selected (self->view, TELAAH_NOTES_DRAFT);
  telaah_row_view_go_to_top (self->view);
  gtk_widget_add_tick_callback (GTK_WIDGET (self), edit_draft_cb, NULL, NULL);
}
