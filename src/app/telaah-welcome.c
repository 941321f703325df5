/* What a window shows while it has no project: the next sensible things to do.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-welcome.h"

#include <string.h>

#include <glib/gi18n.h>

#include "app/telaah-focus.h"

#define MIME_TYPE "application/x-telaah"
#define MAX_RECENT 5

struct _TelaahWelcome
{
  AdwBin         parent_instance;

  AdwStatusPage *page;
  GtkWidget     *sample_button;
  GtkWidget     *recent_box;
  GtkListBox    *recent_list;
};

G_DEFINE_FINAL_TYPE (TelaahWelcome, telaah_welcome, ADW_TYPE_BIN)

/* Among the desktop's recent files, where other programs find it too. */
void
telaah_welcome_remember (const char *path,
                         const char *title)
{
  g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
  GtkRecentData data = {
    .display_name = (char *) title,
    .mime_type = (char *) MIME_TYPE,
    .app_name = (char *) "Telaah",
    .app_exec = (char *) "telaah %u",
  };

  if (uri != NULL)
    gtk_recent_manager_add_full (gtk_recent_manager_get_default (), uri, &data);
}

static int
compare_visits (gconstpointer a,
                gconstpointer b)
{
  return g_date_time_compare (gtk_recent_info_get_visited ((GtkRecentInfo *) b),
                              gtk_recent_info_get_visited ((GtkRecentInfo *) a));
}

static void
add_row (TelaahWelcome *self,
         GtkRecentInfo *info)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *place = gtk_recent_info_get_uri_display (info);
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *subtitle = g_markup_escape_text (place != NULL ? place : "", -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_set_tooltip_text (row, place);
  g_object_set_data_full (G_OBJECT (row), "uri", g_strdup (gtk_recent_info_get_uri (info)), g_free);
  gtk_list_box_append (self->recent_list, row);
}

/* The projects that were opened last and are still there. */
void
telaah_welcome_refresh (TelaahWelcome *self)
{
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkListBoxRow *row;
  guint n = 0;

  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));

  infos = g_list_sort (infos, compare_visits);
  for (GList *link = infos; link != NULL && n < MAX_RECENT; link = link->next)
    {
      GtkRecentInfo *info = link->data;

      if (strcmp (gtk_recent_info_get_mime_type (info), MIME_TYPE) == 0 && gtk_recent_info_is_local (info) &&
          gtk_recent_info_exists (info))
        {
          add_row (self, info);
          n++;
        }
    }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);

  gtk_widget_set_visible (self->recent_box, n > 0);
}

static void
row_activated_cb (TelaahWelcome *self,
                  GtkListBoxRow *row)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "app.open", "s", g_object_get_data (G_OBJECT (row), "uri"));
}

static gboolean
telaah_welcome_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TELAAH_WELCOME (widget)->sample_button);
}

static void
telaah_welcome_class_init (TelaahWelcomeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_welcome_grab_focus;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-welcome.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahWelcome, sample_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahWelcome, page);
  gtk_widget_class_bind_template_child (widget_class, TelaahWelcome, recent_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahWelcome, recent_list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
telaah_welcome_init (TelaahWelcome *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  adw_status_page_set_icon_name (self->page, TELAAH_APP_ID);
  telaah_welcome_refresh (self);
}
