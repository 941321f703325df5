/* A window with all passages of a theme, across the sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-passages.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-quote-list.h"
#include "app/reader/telaah-theme-match.h"

struct _TelaahThemePassages
{
  AdwWindow        parent_instance;

  TelaahSession   *session;
  char            *theme;
  TelaahQuoteList *list;

  /* From the template. */
  AdwWindowTitle  *title;
  GtkWidget       *below_button;
  GtkEditable     *search;
  GtkStack        *stack;
  AdwBin          *list_slot;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahThemePassages, telaah_theme_passages, ADW_TYPE_WINDOW)

enum { OPEN_PASSAGE, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
has_below (TelaahThemePassages *self)
{
  GListModel *themes = telaah_session_get_themes (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (g_strcmp0 (telaah_theme_fields (theme)->parent, self->theme) == 0)
        return TRUE;
    }

  return FALSE;
}

/* "12 passages in 3 sources" */
static void
update_title (TelaahThemePassages *self)
{
  GPtrArray *quotes = telaah_quote_list_get_quotes (self->list);
  g_autofree char *path = telaah_theme_dup_path (telaah_session_get_themes (self->session), self->theme);
  g_autofree char *passages = NULL, *sources = NULL, *counts = NULL;
  guint n_sources = 0;

  for (guint i = 0; i < quotes->len; i++)
    n_sources += i == 0 || g_strcmp0 (((TelaahQuoteItem *) quotes->pdata[i - 1])->source,
                                      ((TelaahQuoteItem *) quotes->pdata[i])->source) != 0;
  passages = g_strdup_printf (ngettext ("%'u passage", "%'u passages", quotes->len), quotes->len);
  sources = g_strdup_printf (ngettext ("%'u source", "%'u sources", n_sources), n_sources);
  counts = g_strdup_printf ("%s · %s", passages, sources);

  adw_window_title_set_title (self->title, path != NULL ? path : "");
  adw_window_title_set_subtitle (self->title, counts);
  gtk_window_set_title (GTK_WINDOW (self), path != NULL ? path : "");
  gtk_widget_set_visible (self->below_button, has_below (self));
}

static void
update_stack (TelaahThemePassages *self)
{
  gboolean any = telaah_quote_list_get_quotes (self->list)->len > 0;
  gboolean found = telaah_quote_list_get_n_shown (self->list) > 0;

  gtk_stack_set_visible_child_name (self->stack, found ? "list" : any ? "not-found" : "empty");
}

static void
update (TelaahThemePassages *self)
{
  g_autoptr(GPtrArray) quotes =
    telaah_quotes_of_theme (self->session, self->theme,
                            gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (self->below_button)));

  telaah_quote_list_set (self->list, self->session, quotes);
  update_title (self);
  update_stack (self);
}

static void
changed_cb (TelaahThemePassages *self,
            TelaahChange         changes)
{
  if (self->theme == NULL)
    return;

  if (telaah_session_find_theme (self->session, self->theme) == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else if (changes & (TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_SOURCES))
    update (self);
}

static void
search_cb (TelaahThemePassages *self)
{
  telaah_quote_list_search (self->list, gtk_editable_get_text (self->search));
  update_stack (self);
}

static void
search_activate_cb (TelaahThemePassages *self)
{
  telaah_quote_list_focus_list (self->list);
}

static void
activated_cb (TelaahThemePassages *self,
              const char          *id)
{
  TelaahQuoteItem *quote = telaah_quote_list_find (self->list, id);

  g_signal_emit (self, signals[OPEN_PASSAGE], 0, quote->source, id);
}

static void
copy_cb (TelaahThemePassages *self)
{
  g_autofree char *text = telaah_quotes_dup_text (self->session, adw_window_title_get_title (self->title),
                                                  telaah_quote_list_get_quotes (self->list));

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Passages copied")));
}

/* Escape first clears the search, then closes. */
static void
stop_search_cb (TelaahThemePassages *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
telaah_theme_passages_dispose (GObject *object)
{
  TelaahThemePassages *self = TELAAH_THEME_PASSAGES (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_THEME_PASSAGES);
  g_clear_object (&self->session);
  g_clear_pointer (&self->theme, g_free);

  G_OBJECT_CLASS (telaah_theme_passages_parent_class)->dispose (object);
}

static void
telaah_theme_passages_class_init (TelaahThemePassagesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_theme_passages_dispose;

  signals[OPEN_PASSAGE] = g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-theme-passages.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahThemePassages, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemePassages, below_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemePassages, search);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemePassages, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemePassages, list_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemePassages, toasts);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
}

static void
telaah_theme_passages_init (TelaahThemePassages *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = TELAAH_QUOTE_LIST (telaah_quote_list_new (FALSE));
  adw_bin_set_child (self->list_slot, GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->list, "activated", G_CALLBACK (activated_cb), self);
}

TelaahThemePassages *
telaah_theme_passages_new (TelaahSession *session)
{
  TelaahThemePassages *self = g_object_new (TELAAH_TYPE_THEME_PASSAGES, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return self;
}

void
telaah_theme_passages_set_theme (TelaahThemePassages *self,
                                 const char          *theme)
{
  g_return_if_fail (TELAAH_IS_THEME_PASSAGES (self));

  g_free (self->theme);
  self->theme = g_strdup (theme);
  gtk_editable_set_text (self->search, "");
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));
}
