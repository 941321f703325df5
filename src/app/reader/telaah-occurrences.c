/* Every place where the same words stand, to tag at once: beside the text, which shows each place as one goes through.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-occurrences.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-occurrences-places.h"
#include "app/reader/telaah-quote-list.h"
#include "app/reader/telaah-theme-chooser.h"

/* What the heading shows of the words. */
#define MOST_OF_WORDS 80

struct _TelaahOccurrences
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *source;        /* the one that was read */
  char               *words;
  GPtrArray          *quotes;        /* TelaahQuoteItem, found so far */
  guint               next;          /* position of the source to search next */
  guint               search;        /* an idle source, 0: all is found */
  gboolean            tagging;

  TelaahQuoteList    *list;
  TelaahThemeChooser *chooser;

  /* From the template. */
  GtkLabel           *title;
  GtkWidget          *this_source;
  GtkWidget          *all_sources;
  GtkWidget          *only_words;
  GtkWidget          *sentences;
  GtkBox             *chooser_slot;
  GtkBox             *list_slot;
  GtkLabel           *count;
  GtkButton          *tag_button;
};

G_DEFINE_FINAL_TYPE (TelaahOccurrences, telaah_occurrences, GTK_TYPE_WIDGET)

enum { SHOW_SPAN, DONE, FAILED, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
is_on (GtkWidget *toggle)
{
  return gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle));
}

/* ---- What it says ---- */

static void
update (TelaahOccurrences *self)
{
  guint n = telaah_quote_list_count (self->list, TRUE), all = self->quotes->len;
  g_autofree char *label = g_strdup_printf (ngettext ("_Tag %'u Place", "_Tag %'u Places", n), n);
  /* Translators: how many places are chosen, of how many. */
  g_autofree char *count = g_strdup_printf (_("%'u of %'u"), n, all);

  gtk_label_set_text (self->count, count);
  gtk_button_set_label (self->tag_button, label);
  gtk_widget_set_sensitive (GTK_WIDGET (self->tag_button),
                            n > 0 && self->search == 0 && telaah_theme_chooser_has_choice (self->chooser));
}

static void
show (TelaahOccurrences *self)
{
  telaah_occurrences_mark (self->session, self->quotes, telaah_theme_chooser_get_theme (self->chooser));
  telaah_quote_list_set (self->list, self->session, self->quotes);
  update (self);
}

/* ---- Finding ---- */

/* One source at a time, so that the window goes on living with hundreds of them. */
static gboolean
search_cb (gpointer user_data)
{
  TelaahOccurrences *self = user_data;
  GListModel *sources = telaah_session_get_sources (self->session);
  g_autoptr(TelaahSource) source = g_list_model_get_item (sources, self->next++);
  g_autoptr(GError) error = NULL;
  const char *id = source != NULL ? telaah_source_fields (source)->id : NULL;
  guint before = self->quotes->len;

  if (id != NULL && (is_on (self->all_sources) || g_strcmp0 (id, self->source) == 0) &&
      !telaah_occurrences_add (self->session, id, self->words, is_on (self->sentences), self->quotes, &error))
    g_signal_emit (self, signals[FAILED], 0, error->message);

  if (source == NULL)
    self->search = 0;
  if (source == NULL || self->quotes->len != before)
    show (self);

  return self->search != 0 ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static void
stop (TelaahOccurrences *self)
{
  g_clear_handle_id (&self->search, g_source_remove);
}

static void
search (TelaahOccurrences *self)
{
  stop (self);
  if (self->session == NULL || self->words == NULL)
    return;

  g_ptr_array_unref (self->quotes);
  self->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_quote_item_free);
  self->next = 0;
  self->search = g_idle_add (search_cb, self);
  show (self);
}

/* One of a pair of toggles goes on, the other off: one search. */
static void
scope_cb (TelaahOccurrences *self,
          GtkWidget         *toggle)
{
  if (is_on (toggle))
    search (self);
}

/* ---- Tagging ---- */

static void
theme_cb (TelaahOccurrences *self)
{
  if (self->session == NULL || self->tagging)
    return;

  telaah_occurrences_mark (self->session, self->quotes, telaah_theme_chooser_get_theme (self->chooser));
  telaah_quote_list_refresh (self->list);
  update (self);
}

static void
tag_cb (TelaahOccurrences *self)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *theme = NULL, *message = NULL;
  gboolean done;
  guint n = 0;

  if (!gtk_widget_get_sensitive (GTK_WIDGET (self->tag_button)))
    return;

  self->tagging = TRUE;
  theme = telaah_theme_chooser_need_theme (self->chooser, &error);
  done = theme != NULL && telaah_quotes_tag (self->session, self->quotes, theme, NULL, &n, &error);
  self->tagging = FALSE;
  if (!done)
    {
      theme_cb (self);
      g_signal_emit (self, signals[FAILED], 0, error->message);
      return;
    }

  message = g_strdup_printf (ngettext ("%u place tagged", "%u places tagged", n), n);
  g_signal_emit (self, signals[DONE], 0, message);
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
tag_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  tag_cb (TELAAH_OCCURRENCES (widget));
}

static void
all_cb (TelaahOccurrences *self)
{
  telaah_quote_list_check_shown (self->list, TRUE);
}

static void
none_cb (TelaahOccurrences *self)
{
  telaah_quote_list_check_shown (self->list, FALSE);
}

static void
selected_cb (TelaahOccurrences *self,
             const char        *id)
{
  TelaahQuoteItem *quote = telaah_quote_list_find (self->list, id);

  if (quote != NULL)
    g_signal_emit (self, signals[SHOW_SPAN], 0, quote->source, quote->span.start, quote->span.end);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  stop (TELAAH_OCCURRENCES (widget));
  g_signal_emit (widget, signals[CLOSED], 0);
}

static void
changed_cb (TelaahOccurrences *self,
            TelaahChange       changes)
{
  if (self->words == NULL || self->tagging || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  /* Another text: the places are others. */
  if (changes & TELAAH_CHANGE_SOURCES)
    search (self);
  else if (changes & (TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_THEMES))
    theme_cb (self);
}

/* ---- The widget ---- */

static gboolean
telaah_occurrences_grab_focus (GtkWidget *widget)
{
  TelaahOccurrences *self = TELAAH_OCCURRENCES (widget);

  return telaah_theme_chooser_has_choice (self->chooser) && self->quotes->len > 0
           ? telaah_quote_list_focus_list (self->list) : gtk_widget_grab_focus (GTK_WIDGET (self->chooser));
}

static void
telaah_occurrences_dispose (GObject *object)
{
  TelaahOccurrences *self = TELAAH_OCCURRENCES (object);
  GtkWidget *child;

  stop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_OCCURRENCES);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->words, g_free);

  G_OBJECT_CLASS (telaah_occurrences_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  signals[SHOW_SPAN] = g_signal_new ("show-span", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
telaah_occurrences_class_init (TelaahOccurrencesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_occurrences_dispose;
  widget_class->grab_focus = telaah_occurrences_grab_focus;
  add_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "occurrences");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-occurrences.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, this_source);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, all_sources);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, only_words);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, sentences);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, chooser_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, list_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahOccurrences, tag_button);
  gtk_widget_class_bind_template_callback (widget_class, scope_cb);
  gtk_widget_class_bind_template_callback (widget_class, all_cb);
  gtk_widget_class_bind_template_callback (widget_class, none_cb);
  gtk_widget_class_bind_template_callback (widget_class, tag_cb);

  gtk_widget_class_install_action (widget_class, "occurrences.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "occurrences.close", NULL);
  gtk_widget_class_install_action (widget_class, "occurrences.tag", NULL, tag_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "occurrences.tag", NULL);
}

static void
telaah_occurrences_init (TelaahOccurrences *self)
{
  self->quotes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  self->chooser = TELAAH_THEME_CHOOSER (telaah_theme_chooser_new ());
  gtk_box_append (self->chooser_slot, GTK_WIDGET (self->chooser));
  g_signal_connect_swapped (self->chooser, "changed", G_CALLBACK (theme_cb), self);
  g_signal_connect_swapped (self->chooser, "activated", G_CALLBACK (tag_cb), self);

  self->list = TELAAH_QUOTE_LIST (telaah_quote_list_new (TRUE));
  gtk_widget_set_vexpand (GTK_WIDGET (self->list), TRUE);
  gtk_box_append (self->list_slot, GTK_WIDGET (self->list));
  g_signal_connect_swapped (self->list, "checks-changed", G_CALLBACK (update), self);
  g_signal_connect_swapped (self->list, "selected", G_CALLBACK (selected_cb), self);
}

GtkWidget *
telaah_occurrences_new (void)
{
  return g_object_new (TELAAH_TYPE_OCCURRENCES, NULL);
}

/* @session: (nullable) */
void
telaah_occurrences_set_session (TelaahOccurrences *self,
                                TelaahSession     *session)
{
  g_return_if_fail (TELAAH_IS_OCCURRENCES (self));

  if (self->session == session)
    return;

  stop (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->words, g_free);
  g_ptr_array_unref (self->quotes);
  self->quotes = g_ptr_array_new ();
  telaah_quote_list_set (self->list, session, self->quotes);

  g_set_object (&self->session, session);
  telaah_theme_chooser_set_session (self->chooser, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * telaah_occurrences_find:
 * @source: the one that is read
 * @theme: (nullable): what they may be tagged with
 */
void
telaah_occurrences_find (TelaahOccurrences *self,
                         const char        *source,
                         const char        *words,
                         const char        *theme)
{
  g_autofree char *line = telaah_card_dup_line (words, MOST_OF_WORDS);
  g_autofree char *title = g_strdup_printf (_("“%s”"), line);

  g_return_if_fail (TELAAH_IS_OCCURRENCES (self));
  g_return_if_fail (self->session != NULL);

  g_free (self->source);
  g_free (self->words);
  self->source = g_strdup (source);
  self->words = g_strdup (words);
  gtk_label_set_text (self->title, title);
  telaah_theme_chooser_set_theme (self->chooser, theme);
  search (self);
}
