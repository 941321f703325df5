/* What the search panel says: how many hits there are, what is wrong with the question, what could be tried.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/search/telaah-search-panel-private.h"

/* ---- How many ---- */

/* "34 hits in 5 sources" */
static char *
dup_count (TelaahSearchPanel *self)
{
  TelaahSearchRows *rows = telaah_search_list_get_rows (self->list);
  guint n = telaah_search_panel_get_n_hits (self);
  guint n_sources = telaah_search_rows_count_groups (rows, TELAAH_PLACE_TEXT);
  g_autofree char *hits = NULL, *sources = NULL;

  if (n >= TELAAH_SEARCH_PANEL_MOST)
    hits = g_strdup_printf (_("The first %'u hits"), n);
  else
    hits = g_strdup_printf (ngettext ("%'u hit", "%'u hits", n), n);
  if (n_sources == 0)
    return g_steal_pointer (&hits);

  sources = g_strdup_printf (ngettext ("%'u source", "%'u sources", n_sources), n_sources);

  /* Translators: how many hits, in how many sources: "34 hits in 5 sources" */
  return g_strdup_printf (_("%s in %s"), hits, sources);
}

/* ---- What could be tried ---- */

static const struct
{
  const char *key;
  gboolean    value;      /* what it becomes */
  gboolean    with_regex; /* also for a regular expression */
  const char *label;
} offers[] = {
  { "search-exact", FALSE, TRUE, N_("Ignore Case and Accents") },
  { "search-stem", TRUE, FALSE, N_("Look for Other Forms") },
  { "search-fuzzy", TRUE, FALSE, N_("Look for Misspellings") },
  { "search-parts", TRUE, FALSE, N_("Look Inside Words") },
  { "search-clutter", TRUE, TRUE, N_("Look in Clutter") },
};

static void
offer_cb (GtkWidget         *button,
          TelaahSearchPanel *self)
{
  guint offer = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "offer"));

  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
  g_settings_set_boolean (self->settings, offers[offer].key, offers[offer].value);
}

static gboolean
is_useful (TelaahSearchPanel *self,
           guint              offer)
{
  gboolean regex = g_settings_get_boolean (self->settings, "search-regex");
  gboolean exact = g_settings_get_boolean (self->settings, "search-exact");
  const char *key = offers[offer].key;

  if (regex && !offers[offer].with_regex)
    return FALSE;
  if (exact && (g_str_equal (key, "search-stem") || g_str_equal (key, "search-fuzzy")))
    return FALSE;

  return g_settings_get_boolean (self->settings, key) != offers[offer].value;
}

static void
show_offers (TelaahSearchPanel *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->offers))) != NULL)
    gtk_box_remove (self->offers, child);

  for (guint i = 0; i < G_N_ELEMENTS (offers); i++)
    {
      GtkWidget *button;

      if (!is_useful (self, i))
        continue;
      button = gtk_button_new_with_label (_(offers[i].label));
      g_object_set_data (G_OBJECT (button), "offer", GUINT_TO_POINTER (i));
      g_signal_connect_object (button, "clicked", G_CALLBACK (offer_cb), self, 0);
      gtk_box_append (self->offers, button);
    }
}

/* ---- All of it ---- */

static gboolean
has_words (TelaahSearchPanel *self)
{
  const char *words = gtk_editable_get_text (self->entry);

  for (; *words != '\0'; words = g_utf8_next_char (words))
    if (!g_unichar_isspace (g_utf8_get_char (words)))
      return TRUE;

  return FALSE;
}

static gboolean
has_scope (TelaahSearchPanel *self)
{
  return g_settings_get_boolean (self->settings, "search-texts") ||
         g_settings_get_boolean (self->settings, "search-notes") ||
         g_settings_get_boolean (self->settings, "search-summaries");
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
say (TelaahSearchPanel *self,
     const char        *words,
     gboolean           wrong)
{
  if (g_strcmp0 (gtk_label_get_text (self->status), words) != 0)
    gtk_label_set_text (self->status, words);
  set_class (GTK_WIDGET (self->status), "error", wrong);
  set_class (GTK_WIDGET (self->entry), "error", wrong);
  gtk_widget_set_visible (self->status_line, *words != '\0');
}

void
telaah_search_panel_update_chosen (TelaahSearchPanel *self)
{
  g_autoptr(GPtrArray) hits = telaah_search_panel_dup_chosen (self);
  guint n_chosen = telaah_search_list_count_chosen (self->list);
  g_autofree char *chosen = g_strdup_printf (ngettext ("%'u chosen", "%'u chosen", n_chosen), n_chosen);
  g_autofree char *tag = NULL;

  if (n_chosen > 0)
    tag = g_strdup_printf (ngettext ("_Tag %'u Hit…", "_Tag %'u Hits…", hits->len), hits->len);
  gtk_label_set_text (self->chosen, chosen);
  gtk_widget_set_visible (GTK_WIDGET (self->chosen), n_chosen > 0);
  gtk_widget_set_visible (self->choose_none, n_chosen > 0);
  gtk_button_set_label (self->tag_button, tag != NULL ? tag : _("_Tag All…"));
  gtk_widget_set_visible (self->tag_line, hits->len > 0 || n_chosen > 0);
  gtk_widget_set_visible (GTK_WIDGET (self->tag_button), hits->len > 0);
}

/* While a search goes on that has found nothing yet, what was said before stays. */
void
telaah_search_panel_update_status (TelaahSearchPanel *self)
{
  gboolean busy = self->search != NULL && telaah_search_is_busy (self->search);
  const char *message = self->search != NULL ? telaah_search_get_message (self->search) : NULL;
  gboolean has = has_words (self) && has_scope (self) && self->search != NULL;
  guint n = telaah_search_panel_get_n_hits (self);
  g_autofree char *count = n > 0 ? dup_count (self) : NULL;

  gtk_widget_set_visible (self->steps, n > 0);
  telaah_search_panel_update_chosen (self);
  if (!has)
    {
      say (self, has_words (self) ? _("Choose in the menu where to look.") : "", FALSE);
      gtk_stack_set_visible_child_name (self->stack, "start");
    }
  else if (message != NULL && !busy)
    {
      say (self, message, TRUE);
      if (n == 0)
        gtk_stack_set_visible_child_name (self->stack, "start");
      else
        gtk_stack_set_visible_child_name (self->stack, "hits");
    }
  else if (n > 0)
    {
      say (self, count, FALSE);
      gtk_stack_set_visible_child_name (self->stack, "hits");
    }
  else if (!busy)
    {
      say (self, "", FALSE);
      show_offers (self);
      gtk_stack_set_visible_child_name (self->stack, "nothing");
    }
  else if (self->wait_source == 0)
    {
      say (self, _("Searching…"), FALSE);
      gtk_stack_set_visible_child_name (self->stack, "hits");
    }
}
