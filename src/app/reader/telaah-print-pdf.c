/* Writes a printed source as PDF, with its title and a table of contents: in a thread, no printer wanted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print.h"

#include <cairo-pdf.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-print-layout.h"

/* How deep headings may be nested. */
#define LEVELS 9

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

static void
describe (cairo_surface_t   *surface,
          TelaahPrintLayout *layout)
{
  TelaahSource *source = telaah_print_layout_get_content (layout)->source;
  const TelaahSourceFields *f = telaah_source_fields (source);
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *date = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, telaah_source_get_name (source));
  if (f->author != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, f->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Telaah " TELAAH_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
}

/* Each heading below the last one that is higher. */
static void
add_contents (cairo_surface_t   *surface,
              TelaahPrintLayout *layout)
{
  const GArray *entries = telaah_print_layout_get_entries (layout);
  double left = telaah_print_type_get_frame (telaah_print_layout_get_type (layout))->left;
  int parents[LEVELS + 1] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < entries->len; i++)
    {
      const TelaahPrintEntry *entry = &g_array_index (entries, TelaahPrintEntry, i);
      guint level = CLAMP (entry->level, 1, LEVELS);
      char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *link = g_strdup_printf ("page=%u pos=[%s %s]", entry->page + 1,
                                               g_ascii_formatd (x, sizeof x, "%.2f", left),
                                               g_ascii_formatd (y, sizeof y, "%.2f", entry->y));
      int id = cairo_pdf_surface_add_outline (surface, parents[level - 1], entry->title, link,
                                              CAIRO_PDF_OUTLINE_FLAG_OPEN);

      for (guint below = level; below <= LEVELS; below++)
        parents[below] = id;
    }
}

/* Returns: (transfer full): the file's bytes; NULL with @error when it was cancelled */
static GByteArray *
make_pdf (TelaahPrintLayout       *layout,
          const TelaahPrintPaper  *paper,
          GCancellable            *cancellable,
          GError                 **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface;
  cairo_t *cr;
  gboolean stopped = FALSE;
  cairo_status_t status;

  while (!stopped && telaah_print_layout_step (layout))
    stopped = g_cancellable_is_cancelled (cancellable);

  surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, paper->width, paper->height);
  cr = cairo_create (surface);
  describe (surface, layout);
  for (guint page = 0; !stopped && page < telaah_print_layout_get_n_pages (layout); page++)
    {
      telaah_print_layout_draw_page (layout, cr, page);
      cairo_show_page (cr);
      stopped = g_cancellable_is_cancelled (cancellable);
    }
  if (!stopped)
    add_contents (surface, layout);

  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_steal_pointer (&bytes);
}

/* What the thread is given; the content is its own from there on. */
typedef struct
{
  TelaahPrintContent *content;
  GFile              *file;
  guint               n_pages;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;

  g_clear_pointer (&job->content, telaah_print_content_free);
  g_object_unref (job->file);
  g_free (job);
}

static void
run_job (GTask        *task,
         gpointer      source_object,
         gpointer      task_data,
         GCancellable *cancellable)
{
  Job *job = task_data;
  const TelaahPrintPaper paper = TELAAH_PRINT_A4;
  g_autoptr(TelaahPrintLayout) layout = telaah_print_layout_new (g_steal_pointer (&job->content), &paper);
  g_autoptr(GByteArray) bytes = NULL;
  GError *error = NULL;

  bytes = make_pdf (layout, &paper, cancellable, &error);
  job->n_pages = telaah_print_layout_get_n_pages (layout);

  /* Whole or not at all. */
  if (bytes == NULL
      || !g_file_replace_contents (job->file, (const char *) bytes->data, bytes->len, NULL, FALSE, G_FILE_CREATE_NONE,
                                   NULL, cancellable, &error))
    g_task_return_error (task, error);
  else
    g_task_return_boolean (task, TRUE);
}

/**
 * telaah_print_source_to_pdf:
 * @source: its id
 * @file: (transfer none): is replaced where it is there
 *
 * On A4, as the source is at the moment of the call.
 */
void
telaah_print_source_to_pdf (TelaahSession       *session,
                            const char          *source,
                            GFile               *file,
                            GCancellable        *cancellable,
                            GAsyncReadyCallback  callback,
                            gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (session, cancellable, callback, user_data);
  TelaahPrintContent *content;
  GError *error = NULL;
  Job *job;

  g_task_set_source_tag (task, telaah_print_source_to_pdf);
  content = telaah_print_content_new_source (session, source, &error);
  if (content == NULL)
    {
      g_task_return_error (task, error);
      return;
    }

  job = g_new0 (Job, 1);
  job->content = content;
  job->file = g_object_ref (file);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, run_job);
}

/**
 * telaah_print_source_to_pdf_finish:
 * @n_pages: (out) (optional): how many there are
 */
gboolean
telaah_print_source_to_pdf_finish (TelaahSession  *session,
                                   GAsyncResult   *result,
                                   guint          *n_pages,
                                   GError        **error)
{
  Job *job = g_task_get_task_data (G_TASK (result));

  g_return_val_if_fail (g_task_is_valid (result, session), FALSE);

  if (n_pages != NULL)
    *n_pages = job != NULL ? job->n_pages : 0;

  return g_task_propagate_boolean (G_TASK (result), error);
}

/**
 * telaah_print_dup_pdf_name:
 *
 * Returns: (transfer full): what to call the file: the source's name, without what a file's can not have
 */
char *
telaah_print_dup_pdf_name (TelaahSession *session,
                           const char    *source)
{
  TelaahSource *item = telaah_session_find_source (session, source);
  g_autofree char *name = g_strdup (item != NULL ? telaah_source_get_name (item) : _("Source"));

  g_strdelimit (name, "/\\:*?\"<>|\n\t", ' ');
  g_strstrip (name);
  if (g_str_has_suffix (name, ".txt") || g_str_has_suffix (name, ".md"))
    *strrchr (name, '.') = '\0';

  return g_strconcat (*name != '\0' ? name : _("Source"), ".pdf", NULL);
}
