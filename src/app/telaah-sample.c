/* The sample project: a copy of one's own, to try everything on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-sample.h"

#include <glib/gi18n.h>

/* As it was installed; TELAAH_SAMPLE says where it is while the program runs from its build folder. */
static char *
dup_original (void)
{
  const char *given = g_getenv ("TELAAH_SAMPLE");

  return given != NULL ? g_strdup (given) : g_build_filename (TELAAH_DATA_DIR, "sample.telaah", NULL);
}

/**
 * telaah_sample_prepare:
 *
 * The installed sample is for everybody and can not be written to, so the first call makes a copy among the user's
 * data. Later calls give that one, with what has been done in it.
 *
 * Returns: (transfer full): the copy, or %NULL with @error set
 */
GFile *
telaah_sample_prepare (GError **error)
{
  g_autofree char *original = dup_original ();
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "telaah", NULL);
  g_autofree char *path = g_build_filename (folder, "sample.telaah", NULL);
  g_autoptr(GFile) from = g_file_new_for_path (original);
  g_autoptr(GFile) to = g_file_new_for_path (path);

  if (g_file_test (path, G_FILE_TEST_EXISTS))
    return g_steal_pointer (&to);

  if (!g_file_test (original, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("The sample project is not installed (%s). Install Telaah again."), original);
      return NULL;
    }

  g_mkdir_with_parents (folder, 0700);
  if (!g_file_copy (from, to, G_FILE_COPY_NONE, NULL, NULL, NULL, error))
    return NULL;

  return g_steal_pointer (&to);
}
