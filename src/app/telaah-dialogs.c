/* File choosers and questions, with what Debian 12 and 13 both have.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-dialogs.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "formats/telaah-outline-export.h"

/* ---- Files ---- */

typedef struct
{
  TelaahFilesFunc  files_func;
  TelaahFileFunc   file_func;
  GWeakRef         owner;
} Choice;

static void
choice_free (gpointer data,
             GClosure *closure)
{
  Choice *choice = data;

  g_weak_ref_clear (&choice->owner);
  g_free (choice);
}

static void
add_filter (GtkFileChooser *chooser,
            TelaahFileKind  kind)
{
  g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
  g_autoptr(GtkFileFilter) all = gtk_file_filter_new ();

  switch (kind)
    {
    case TELAAH_FILES_PROJECTS:
      gtk_file_filter_set_name (filter, _("Telaah projects"));
      gtk_file_filter_add_suffix (filter, "telaah");
      break;

    case TELAAH_FILES_TEXTS:
      gtk_file_filter_set_name (filter, _("Texts"));
      gtk_file_filter_add_mime_type (filter, "text/plain");
      gtk_file_filter_add_mime_type (filter, "text/markdown");
      gtk_file_filter_add_suffix (filter, "txt");
      gtk_file_filter_add_suffix (filter, "md");
      break;

    case TELAAH_FILES_OUTLINES:
      gtk_file_filter_set_name (filter, _("Outlines"));
      for (guint i = 0; i < TELAAH_N_OUTLINE_FORMATS; i++)
        gtk_file_filter_add_suffix (filter, telaah_outline_format_get_extension (i));
      break;

    case TELAAH_FILES_PDF:
      gtk_file_filter_set_name (filter, _("PDF documents"));
      gtk_file_filter_add_mime_type (filter, "application/pdf");
      break;

    case TELAAH_FILES_SVG:
      gtk_file_filter_set_name (filter, _("SVG pictures"));
      gtk_file_filter_add_mime_type (filter, "image/svg+xml");
      break;

    case TELAAH_FILES_PNG:
      gtk_file_filter_set_name (filter, _("PNG pictures"));
      gtk_file_filter_add_mime_type (filter, "image/png");
      break;

    case TELAAH_FILES_CSV:
      gtk_file_filter_set_name (filter, _("CSV tables"));
      gtk_file_filter_add_mime_type (filter, "text/csv");
      break;

    default:
      g_assert_not_reached ();
    }

  gtk_file_filter_set_name (all, _("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, filter);
  gtk_file_chooser_add_filter (chooser, all);
}

static void
chooser_response_cb (GtkNativeDialog *dialog,
                     int              response,
                     Choice          *choice)
{
  g_autoptr(GObject) owner = g_weak_ref_get (&choice->owner);

  if (response == GTK_RESPONSE_ACCEPT && owner != NULL)
    {
      if (choice->files_func != NULL)
        {
          g_autoptr(GListModel) files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));

          choice->files_func (files, owner);
        }
      else
        {
          g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

          choice->file_func (file, owner);
        }
    }

  g_object_unref (dialog);
}

/* Held by itself until it is answered. */
static void
show_chooser (GtkFileChooserNative *chooser,
              TelaahFilesFunc       files_func,
              TelaahFileFunc        file_func,
              GObject              *owner)
{
  Choice *choice = g_new0 (Choice, 1);

  choice->files_func = files_func;
  choice->file_func = file_func;
  g_weak_ref_init (&choice->owner, owner);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_signal_connect_data (chooser, "response", G_CALLBACK (chooser_response_cb), choice, choice_free, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

void
telaah_dialogs_open_files (GtkWindow       *parent,
                           const char      *title,
                           TelaahFileKind   kind,
                           gboolean         several,
                           TelaahFilesFunc  func,
                           GObject         *owner)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_OPEN,
                                                               _("_Open"), _("_Cancel"));

  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (chooser), several);
  add_filter (GTK_FILE_CHOOSER (chooser), kind);
  show_chooser (chooser, func, NULL, owner);
}

void
telaah_dialogs_save_file (GtkWindow      *parent,
                          const char     *title,
                          const char     *name,
                          TelaahFileKind  kind,
                          TelaahFileFunc  func,
                          GObject        *owner)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (title, parent, GTK_FILE_CHOOSER_ACTION_SAVE,
                                                               _("_Save"), _("_Cancel"));

  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  add_filter (GTK_FILE_CHOOSER (chooser), kind);
  show_chooser (chooser, NULL, func, owner);
}

/* ---- Questions ---- */

typedef struct
{
  TelaahAnswerFunc  func;
  gpointer          user_data;
  GDestroyNotify    destroy;
} Question;

static void
question_free (gpointer  data,
               GClosure *closure)
{
  Question *question = data;

  if (question->destroy != NULL)
    question->destroy (question->user_data);
  g_free (question);
}

static void
answered_cb (AdwMessageDialog *dialog,
             const char       *response,
             Question         *question)
{
  if (g_str_equal (response, "yes"))
    question->func (question->user_data);
}

/* @func is called when the answer is @yes. */
void
telaah_dialogs_ask (GtkWindow        *parent,
                    const char       *heading,
                    const char       *body,
                    const char       *no,
                    const char       *yes,
                    TelaahAnswerFunc  func,
                    gpointer          user_data,
                    GDestroyNotify    destroy)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));
  Question *question = g_new (Question, 1);

  *question = (Question) { func, user_data, destroy };
  adw_message_dialog_add_response (dialog, "no", no);
  adw_message_dialog_add_response (dialog, "yes", yes);
  adw_message_dialog_set_response_appearance (dialog, "yes", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "yes");
  adw_message_dialog_set_close_response (dialog, "no");
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question, question_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
telaah_dialogs_tell (GtkWindow  *parent,
                     const char *heading,
                     const char *body)
{
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (adw_message_dialog_new (parent, heading, body));

  adw_message_dialog_add_response (dialog, "close", _("_Close"));
  adw_message_dialog_set_default_response (dialog, "close");
  gtk_window_present (GTK_WINDOW (dialog));
}
