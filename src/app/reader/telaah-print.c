/* Prints a source with the platform's print dialog. The pages are laid out between two frames, so that the window
 * goes on living while a long text is prepared.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-print-layout.h"
#include "app/telaah-dialogs.h"

/* How long laying out may hold up the main loop at once. */
#define STEP_USEC 6000

/* What the next print dialog of the same window begins with. */
#define SETTINGS_KEY "telaah-print-settings"
#define SETUP_KEY "telaah-print-setup"

typedef struct
{
  TelaahSession     *session;
  char              *source;
  TelaahPrintLayout *layout;    /* of this run; a preview and the printing after it have one each */
  GWeakRef           parent;
} Printing;

static void
printing_free (gpointer data)
{
  Printing *printing = data;

  g_clear_pointer (&printing->layout, telaah_print_layout_free);
  g_object_unref (printing->session);
  g_weak_ref_clear (&printing->parent);
  g_free (printing->source);
  g_free (printing);
}

static void
tell (Printing     *printing,
      const GError *error)
{
  g_autoptr(GtkWindow) parent = g_weak_ref_get (&printing->parent);

  if (parent != NULL)
    telaah_dialogs_tell (parent, _("The Source Was Not Printed"), error->message);
}

static TelaahPrintPaper
get_paper (GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  return (TelaahPrintPaper) {
    .width = gtk_print_context_get_width (context),
    .height = gtk_print_context_get_height (context),
    .left = gtk_page_setup_get_left_margin (setup, GTK_UNIT_POINTS),
    .top = gtk_page_setup_get_top_margin (setup, GTK_UNIT_POINTS),
    .right = gtk_page_setup_get_right_margin (setup, GTK_UNIT_POINTS),
    .bottom = gtk_page_setup_get_bottom_margin (setup, GTK_UNIT_POINTS),
  };
}

static void
begin_print_cb (GtkPrintOperation *operation,
                GtkPrintContext   *context,
                Printing          *printing)
{
  g_autoptr(GError) error = NULL;
  TelaahPrintContent *content = telaah_print_content_new_source (printing->session, printing->source, &error);
  TelaahPrintPaper paper = get_paper (context);

  if (content == NULL)
    {
      tell (printing, error);
      gtk_print_operation_cancel (operation);
      return;
    }

  g_clear_pointer (&printing->layout, telaah_print_layout_free);
  printing->layout = telaah_print_layout_new (content, &paper);
}

/* Called again and again, until it says that it is done. */
static gboolean
paginate_cb (GtkPrintOperation *operation,
             GtkPrintContext   *context,
             Printing          *printing)
{
  gint64 end = g_get_monotonic_time () + STEP_USEC;

  if (printing->layout == NULL)
    {
      gtk_print_operation_set_n_pages (operation, 1);
      return TRUE;
    }

  while (telaah_print_layout_step (printing->layout))
    if (g_get_monotonic_time () >= end)
      return FALSE;

  gtk_print_operation_set_n_pages (operation, telaah_print_layout_get_n_pages (printing->layout));

  return TRUE;
}

static void
draw_page_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              int                page,
              Printing          *printing)
{
  if (printing->layout != NULL)
    telaah_print_layout_draw_page (printing->layout, gtk_print_context_get_cairo_context (context), page);
}

static void
end_print_cb (GtkPrintOperation *operation,
              GtkPrintContext   *context,
              Printing          *printing)
{
  g_clear_pointer (&printing->layout, telaah_print_layout_free);
}

static void
done_cb (GtkPrintOperation       *operation,
         GtkPrintOperationResult  result,
         Printing                *printing)
{
  g_autoptr(GtkWindow) parent = g_weak_ref_get (&printing->parent);
  g_autoptr(GError) error = NULL;

  if (result == GTK_PRINT_OPERATION_RESULT_ERROR)
    {
      gtk_print_operation_get_error (operation, &error);
      if (error != NULL)
        tell (printing, error);
    }
  else if (result == GTK_PRINT_OPERATION_RESULT_APPLY && parent != NULL)
    {
      g_object_set_data_full (G_OBJECT (parent), SETTINGS_KEY,
                              g_object_ref (gtk_print_operation_get_print_settings (operation)), g_object_unref);
      g_object_set_data_full (G_OBJECT (parent), SETUP_KEY,
                              g_object_ref (gtk_print_operation_get_default_page_setup (operation)), g_object_unref);
    }
}

static void
set_up (GtkPrintOperation *operation,
        GtkWindow         *parent,
        TelaahSession     *session,
        const char        *source)
{
  TelaahSource *item = telaah_session_find_source (session, source);
  GtkPrintSettings *last = g_object_get_data (G_OBJECT (parent), SETTINGS_KEY);
  GtkPageSetup *last_setup = g_object_get_data (G_OBJECT (parent), SETUP_KEY);
  g_autoptr(GtkPrintSettings) settings = last != NULL ? gtk_print_settings_copy (last) : gtk_print_settings_new ();
  g_autoptr(GtkPageSetup) setup = last_setup != NULL ? gtk_page_setup_copy (last_setup) : gtk_page_setup_new ();
  g_autofree char *name = telaah_print_dup_pdf_name (session, source);

  if (last_setup == NULL)
    {
      GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

      gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
      gtk_paper_size_free (a4);
    }

  /* What a file is called that is printed to. */
  *strrchr (name, '.') = '\0';
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_URI, NULL);

  gtk_print_operation_set_job_name (operation, item != NULL ? telaah_source_get_name (item) : name);
  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_allow_async (operation, TRUE);
}

/**
 * telaah_print_source:
 * @source: its id
 *
 * Asks with the platform's dialog how to print it, and does so while the window goes on. What goes wrong is told to
 * the person at @parent.
 */
void
telaah_print_source (GtkWindow     *parent,
                     TelaahSession *session,
                     const char    *source)
{
  g_autoptr(GtkPrintOperation) operation = gtk_print_operation_new ();
  Printing *printing = g_new0 (Printing, 1);

  printing->session = g_object_ref (session);
  printing->source = g_strdup (source);
  g_weak_ref_init (&printing->parent, parent);
  g_object_set_data_full (G_OBJECT (operation), "telaah-printing", printing, printing_free);

  set_up (operation, parent, session, source);
  g_signal_connect (operation, "begin-print", G_CALLBACK (begin_print_cb), printing);
  g_signal_connect (operation, "paginate", G_CALLBACK (paginate_cb), printing);
  g_signal_connect (operation, "draw-page", G_CALLBACK (draw_page_cb), printing);
  g_signal_connect (operation, "end-print", G_CALLBACK (end_print_cb), printing);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), printing);

  /* It holds itself until it is done; its errors come with "done". */
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, parent, NULL);
}
