/* The window's commands that take a text out of the window: on paper, as a PDF, as a reference.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-print.h"
#include "app/reader/telaah-source-cite.h"
#include "app/telaah-dialogs.h"
#include "app/telaah-window-private.h"

static void
print_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       widget)
{
  TelaahWindow *self = widget;

  telaah_window_flush (self);
  telaah_print_source (GTK_WINDOW (self), self->session, telaah_reader_get_source (self->reader));
}

/* ---- As a PDF ---- */

static void
pdf_done_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahWindow) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;
  guint n_pages = 0;

  telaah_window_hide_progress (self);
  if (telaah_print_source_to_pdf_finish (TELAAH_SESSION (object), result, &n_pages, &error))
    message = g_strdup_printf (ngettext ("Saved as PDF: %u page", "Saved as PDF: %u pages", n_pages), n_pages);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    message = g_strdup (error->message);

  if (message != NULL)
    telaah_window_tell (self, message);
}

static void
pdf_chosen_cb (GFile    *file,
               gpointer  user_data)
{
  TelaahWindow *self = user_data;
  const char *source = self->session != NULL ? telaah_reader_get_source (self->reader) : NULL;

  if (source == NULL)
    return;

  telaah_window_flush (self);
  telaah_window_show_progress (self, _("Saving as PDF…"));
  telaah_print_source_to_pdf (self->session, source, file, self->cancellable, pdf_done_cb, g_object_ref (self));
}

static void
print_pdf_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       widget)
{
  TelaahWindow *self = widget;
  g_autofree char *name = telaah_print_dup_pdf_name (self->session, telaah_reader_get_source (self->reader));

  telaah_dialogs_save_file (GTK_WINDOW (self), _("Save as PDF"), name, TELAAH_FILES_PDF, pdf_chosen_cb, G_OBJECT (self));
}

/* ---- As a reference ---- */

static void
cite_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  TelaahWindow *self = widget;
  TelaahSource *source = telaah_session_find_source (self->session, telaah_reader_get_source (self->reader));

  if (source == NULL)
    return;

  telaah_source_copy_reference (GTK_WIDGET (self), source);
  telaah_window_tell (self, _("Reference copied"));
}

/* ---- All of them ---- */

static const GActionEntry of_text[] = {
  { "print", print_cb },
  { "print-pdf", print_pdf_cb },
  { "cite", cite_cb },
};

void
telaah_window_init_print (TelaahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_text, G_N_ELEMENTS (of_text), self);
}

void
telaah_window_update_print (TelaahWindow *self)
{
  gboolean text = telaah_window_is_reading (self) && telaah_reader_get_source (self->reader) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_text); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), of_text[i].name)),
                                 text);
}
