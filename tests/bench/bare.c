/* The least that a libadwaita program can be: an empty window, which says when it is drawn. A yardstick for telaah.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  g_signal_handlers_disconnect_by_func (clock, painted_cb, user_data);
  g_debug ("first frame");
}

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
  g_signal_connect (gtk_widget_get_frame_clock (window), "after-paint", G_CALLBACK (painted_cb), NULL);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr(AdwApplication) application = adw_application_new ("org.telaah.Bare", G_APPLICATION_DEFAULT_FLAGS);

  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);

  return g_application_run (G_APPLICATION (application), argc, argv);
}
