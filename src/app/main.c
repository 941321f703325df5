/* telaah: the window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <locale.h>

#include <glib/gi18n.h>

#include "app/telaah-application.h"

/* Without a GPU, GTK would still bring up GL on software rendering: half of the time to the first frame. Taken back
 * after GTK has started, so that programs started from here don't inherit it. */
static gboolean
spare_gl (void)
{
  if (g_file_test ("/dev/dri", G_FILE_TEST_EXISTS) || g_getenv ("GSK_RENDERER") != NULL ||
      g_getenv ("GDK_DEBUG") != NULL)
    return FALSE;

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  g_setenv ("GDK_DEBUG", "gl-disable", TRUE);
  return TRUE;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GtkApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, TELAAH_LOCALE_DIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);

  if (spare_gl ())
    {
      gtk_init_check ();
      g_unsetenv ("GSK_RENDERER");
      g_unsetenv ("GDK_DEBUG");
    }

  application = telaah_application_new (G_APPLICATION_HANDLES_OPEN);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
