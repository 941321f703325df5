/* About the program, with what a bug report needs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-about.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>

#include "store/telaah-store.h"

static char *
dup_system (void)
{
  g_autofree char *name = g_get_os_info (G_OS_INFO_KEY_PRETTY_NAME);

  return g_strdup (name != NULL ? name : "?");
}

/* Versions as they run, beside those it was built with where they can differ. */
static char *
dup_debug_info (void)
{
  g_autofree char *os_name = dup_system ();
  GdkDisplay *display = gdk_display_get_default ();
  const char *const *languages = g_get_language_names ();

  return g_strdup_printf ("Telaah %s (%s)\n"
                          "GTK %u.%u.%u (built with %d.%d.%d)\n"
                          "libadwaita %u.%u.%u\n"
                          "GLib %u.%u.%u\n"
                          "json-glib %d.%d.%d\n"
                          "SQLite %s\n"
                          "%s\n"
                          "Display: %s, %s\n"
                          "Language: %s\n",
                          TELAAH_VERSION, TELAAH_APP_ID,
                          gtk_get_major_version (), gtk_get_minor_version (), gtk_get_micro_version (),
                          GTK_MAJOR_VERSION, GTK_MINOR_VERSION, GTK_MICRO_VERSION,
                          adw_get_major_version (), adw_get_minor_version (), adw_get_micro_version (),
                          glib_major_version, glib_minor_version, glib_micro_version,
                          JSON_MAJOR_VERSION, JSON_MINOR_VERSION, JSON_MICRO_VERSION,
                          telaah_store_get_library_version (), os_name,
                          G_OBJECT_TYPE_NAME (display), gdk_display_get_name (display), languages[0]);
}

void
telaah_about_show (GtkWindow *parent)
{
  static const char *const developers[] = { "The Telaah developers", NULL };
  g_autofree char *debug_info = dup_debug_info ();

  adw_show_about_window (parent,
                         "application-name", "Telaah",
                         "application-icon", TELAAH_APP_ID,
                         "version", TELAAH_VERSION,
                         "developer-name", _("The Telaah developers"),
                         "developers", developers,
                         "comments", _("Read closely, tag passages, and compare what several sources say on "
                                       "the same points."),
                         "license-type", GTK_LICENSE_GPL_3_0,
                         /* Translators: your name and address, one a line. */
                         "translator-credits", _("translator-credits"),
                         "debug-info", debug_info,
                         "debug-info-filename", "telaah-troubleshooting.txt",
                         NULL);
}
