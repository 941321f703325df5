/* A dialog that makes two themes of one: which passages go to the new one. All of it is one verb.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-split.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-quote-list.h"

struct _TelaahThemeSplit
{
  AdwWindow        parent_instance;

  TelaahSession   *session;
  char            *theme;
  TelaahQuoteList *list;

  /* From the template. */
  AdwWindowTitle  *title;
  GtkWidget       *split_button;
  GtkEditable     *name;
  GtkEditable     *search;
  GtkLabel        *count;
  AdwBin          *list_slot;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahThemeSplit, telaah_theme_split, ADW_TYPE_WINDOW)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static char *
dup_name (TelaahThemeSplit *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (self->name)));
}

static void
update (TelaahThemeSplit *self)
{
  guint n = telaah_quote_list_count (self->list, TRUE), all = telaah_quote_list_get_quotes (self->list)->len;
  g_autofree char *name = dup_name (self);
  /* Translators: how many passages are chosen, of how many. */
  g_autofree char *count = g_strdup_printf (_("%u of %u go to the new theme"), n, all);

  gtk_label_set_text (self->count, count);
  gtk_widget_set_sensitive (self->split_button, n > 0 && *name != '\0');
}

static void
search_cb (TelaahThemeSplit *self)
{
  telaah_quote_list_search (self->list, gtk_editable_get_text (self->search));
}

static void
go_to_list_cb (TelaahThemeSplit *self)
{
  telaah_quote_list_focus_list (self->list);
}

static void
all_cb (TelaahThemeSplit *self)
{
  telaah_quote_list_check_shown (self->list, TRUE);
}

static void
none_cb (TelaahThemeSplit *self)
{
  telaah_quote_list_check_shown (self->list, FALSE);
}

static void
split_cb (TelaahThemeSplit *self)
{
  GPtrArray *quotes = telaah_quote_list_get_quotes (self->list);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *name = dup_name (self), *id = NULL, *message = NULL;
  g_autoptr(GError) error = NULL;

  if (!gtk_widget_get_sensitive (self->split_button))
    return;

  for (guint i = 0; i < quotes->len; i++)
    if (((TelaahQuoteItem *) quotes->pdata[i])->checked)
      g_ptr_array_add (ids, g_strdup (((TelaahQuoteItem *) quotes->pdata[i])->id));
  message = g_strdup_printf (ngettext ("%u passage moved to “%s”", "%u passages moved to “%s”", ids->len), ids->len,
                             name);
  g_ptr_array_add (ids, NULL);

  id = telaah_session_split_theme (self->session, self->theme, name, (const char *const *) ids->pdata, &error);
  if (id == NULL)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  g_signal_emit (self, signals[DONE], 0, message);
  gtk_window_close (GTK_WINDOW (self));
}

/* What was chosen stays so. */
static void
load (TelaahThemeSplit *self)
{
  g_autoptr(GPtrArray) quotes = telaah_quotes_of_theme (self->session, self->theme, FALSE);
  GPtrArray *before = telaah_quote_list_get_quotes (self->list);
  g_autoptr(GHashTable) chosen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < before->len; i++)
    if (((TelaahQuoteItem *) before->pdata[i])->checked)
      g_hash_table_add (chosen, ((TelaahQuoteItem *) before->pdata[i])->id);
  for (guint i = 0; i < quotes->len; i++)
    ((TelaahQuoteItem *) quotes->pdata[i])->checked =
      g_hash_table_contains (chosen, ((TelaahQuoteItem *) quotes->pdata[i])->id);

  telaah_quote_list_set (self->list, self->session, quotes);
  update (self);
}

static void
changed_cb (TelaahThemeSplit *self,
            TelaahChange      changes)
{
  if (telaah_session_find_theme (self->session, self->theme) == NULL)
    gtk_window_close (GTK_WINDOW (self));
  else if (changes & (TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_SOURCES))
    load (self);
}

/* Escape first clears the search, then closes. */
static void
stop_search_cb (TelaahThemeSplit *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
telaah_theme_split_dispose (GObject *object)
{
  TelaahThemeSplit *self = TELAAH_THEME_SPLIT (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_THEME_SPLIT);
  g_clear_object (&self->session);
  g_clear_pointer (&self->theme, g_free);

  G_OBJECT_CLASS (telaah_theme_split_parent_class)->dispose (object);
}

static void
telaah_theme_split_class_init (TelaahThemeSplitClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_theme_split_dispose;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-theme-split.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, split_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, name);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, search);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, list_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeSplit, toasts);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, split_cb);
}

static void
telaah_theme_split_init (TelaahThemeSplit *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->list = TELAAH_QUOTE_LIST (telaah_quote_list_new (TRUE));
  adw_bin_set_child (self->list_slot, GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->list, "checks-changed", G_CALLBACK (update), self);
}

TelaahThemeSplit *
telaah_theme_split_new (GtkWindow     *parent,
                        TelaahSession *session,
                        const char    *theme)
{
  TelaahThemeSplit *self = g_object_new (TELAAH_TYPE_THEME_SPLIT, "transient-for", parent, NULL);

  self->session = g_object_ref (session);
  self->theme = g_strdup (theme);
  adw_window_title_set_subtitle (self->title, telaah_theme_fields (telaah_session_find_theme (session, theme))->name);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  load (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->name));

  return self;
}
