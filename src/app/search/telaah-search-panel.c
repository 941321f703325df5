/* One search over the whole project: what is asked, how, and what was found.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-flow-layout.h"
#include "app/search/telaah-search-help.h"
#include "app/search/telaah-search-panel-private.h"
#include "app/search/telaah-search-spans.h"
#include "app/telaah-focus.h"

G_DEFINE_FINAL_TYPE (TelaahSearchPanel, telaah_search_panel, GTK_TYPE_WIDGET)

/* Of a text that is to be looked for, in code points. */
#define MOST_WORDS 200

enum { OPEN_HIT, HITS_CHANGED, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Commands ---- */

static void
words_changed_cb (TelaahSearchPanel *self)
{
  telaah_search_panel_run (self, TRUE);
}

static void
next_cb (TelaahSearchPanel *self)
{
  telaah_search_panel_step (self, TRUE);
}

static void
stop_cb (TelaahSearchPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static void
action_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TelaahSearchPanel *self = TELAAH_SEARCH_PANEL (widget);

  if (g_str_equal (action_name, "search.next"))
    telaah_search_panel_step (self, TRUE);
  else if (g_str_equal (action_name, "search.previous"))
    telaah_search_panel_step (self, FALSE);
  else if (g_str_equal (action_name, "search.choose-none"))
    telaah_search_list_choose_none (self->list);
  else if (g_str_equal (action_name, "search.close"))
    g_signal_emit (self, signals[CLOSED], 0);
  else
    gtk_popover_popup (GTK_POPOVER (self->help));
}

static void
tell_hit (TelaahSearchPanel *self,
          gpointer           hit,
          gboolean           enter)
{
  g_autoptr(TelaahHit) copy = telaah_hit_copy (hit);

  g_signal_emit (self, signals[OPEN_HIT], 0, copy, enter);
}

static void
selected_cb (TelaahSearchPanel *self,
             gpointer           hit)
{
  tell_hit (self, hit, FALSE);
}

static void
activated_cb (TelaahSearchPanel *self,
              gpointer           hit)
{
  tell_hit (self, hit, TRUE);
}

static void
chosen_changed_cb (TelaahSearchPanel *self)
{
  telaah_search_panel_update_chosen (self);
}

static void
left_cb (TelaahSearchPanel *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_set_position (self->entry, -1);
}

/* From the entry on to what was found; and to the hit before with Shift and Enter. */
static gboolean
entry_key_cb (TelaahSearchPanel *self,
              guint              keyval,
              guint              keycode,
              GdkModifierType    state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  if (modifiers == 0 && (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down))
    return telaah_search_list_focus_hit (self->list) || GDK_EVENT_STOP;
  if (modifiers == 0 && (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up))
    return GDK_EVENT_STOP;
  if (modifiers == GDK_SHIFT_MASK && (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter))
    {
      telaah_search_panel_step (self, FALSE);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* ---- The widget ---- */

static void
disconnect_session (TelaahSearchPanel *self)
{
  telaah_search_panel_stop_sources (self);
  if (self->search != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->search, self);
      telaah_search_stop (self->search);
    }
  g_clear_object (&self->search);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
}

static gboolean
telaah_search_panel_grab_focus (GtkWidget *widget)
{
  TelaahSearchPanel *self = TELAAH_SEARCH_PANEL (widget);
  gboolean focused = gtk_widget_grab_focus (GTK_WIDGET (self->entry));

  /* What is typed now is another question. */
  gtk_editable_select_region (self->entry, 0, -1);

  return focused;
}

static void
telaah_search_panel_dispose (GObject *object)
{
  TelaahSearchPanel *self = TELAAH_SEARCH_PANEL (object);
  GtkWidget *child;

  disconnect_session (self);
  if (self->settings != NULL)
    g_signal_handlers_disconnect_by_data (self->settings, self);
  g_clear_pointer (&self->help, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SEARCH_PANEL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (telaah_search_panel_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, menu_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, levels);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, status);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, status_line);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, steps);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, progress_line);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, progress_words);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, progress);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, start);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, offers);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, tag_line);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, chosen);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, choose_none);
  gtk_widget_class_bind_template_child (widget_class, TelaahSearchPanel, tag_button);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, chosen_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, left_cb);
}

static void
telaah_search_panel_class_init (TelaahSearchPanelClass *klass)
{
  static const char *const actions[] = {
    "search.next", "search.previous", "search.choose-none", "search.close", "search.help",
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_search_panel_dispose;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_search_panel_grab_focus;

  signals[OPEN_HIT] = g_signal_new ("open-hit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[HITS_CHANGED] = g_signal_new ("hits-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_FLOW_LAYOUT);
  g_type_ensure (TELAAH_TYPE_SEARCH_LIST);

  gtk_widget_class_set_css_name (widget_class, "searchpanel");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-search-panel.ui");
  bind_children (widget_class);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i], NULL, action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "search.close", NULL);
}

static void
telaah_search_panel_init (TelaahSearchPanel *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->position = G_MAXUINT;
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_box_append (self->start, telaah_search_help_new ());

  self->help = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->help), telaah_search_help_new ());
  gtk_widget_set_parent (self->help, GTK_WIDGET (self->menu_button));

  telaah_search_list_set_capture (self->list, GTK_TEXT (gtk_editable_get_delegate (self->entry)));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (entry_key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
}

GtkWidget *
telaah_search_panel_new (void)
{
  return g_object_new (TELAAH_TYPE_SEARCH_PANEL, NULL);
}

/* @session: (nullable) */
void
telaah_search_panel_set_session (TelaahSearchPanel *self,
                                 TelaahSession     *session)
{
  g_return_if_fail (TELAAH_IS_SEARCH_PANEL (self));

  disconnect_session (self);
  telaah_search_panel_empty (self);
  telaah_search_list_set_session (self->list, session);
  telaah_search_panel_set_progress (self, -1);
  if (session != NULL)
    {
      self->session = g_object_ref (session);
      self->search = telaah_search_new (session);
      telaah_search_panel_follow_search (self);
    }
  gtk_editable_set_text (self->entry, "");
  telaah_search_panel_update_status (self);
}

/* What is switched on, and where one looks, is kept there; to be called once, before there is a session. */
void
telaah_search_panel_set_settings (TelaahSearchPanel *self,
                                  GSettings         *settings)
{
  g_return_if_fail (TELAAH_IS_SEARCH_PANEL (self));
  g_return_if_fail (self->settings == NULL);

  self->settings = g_object_ref (settings);
  telaah_search_panel_follow_settings (self);
  telaah_search_panel_update_status (self);
}

/* @fraction: of the index that is being made; below 0: none is */
void
telaah_search_panel_set_progress (TelaahSearchPanel *self,
                                  double             fraction)
{
  g_autofree char *words = NULL;

  g_return_if_fail (TELAAH_IS_SEARCH_PANEL (self));

  gtk_widget_set_visible (self->progress_line, fraction >= 0);
  if (fraction < 0)
    return;

  words = g_strdup_printf (_("Indexing %d %%"), (int) (CLAMP (fraction, 0, 1) * 100));
  gtk_label_set_text (self->progress_words, words);
  gtk_progress_bar_set_fraction (self->progress, CLAMP (fraction, 0, 1));
}

/* ---- What is asked ---- */

/* Borrowed. */
const char *
telaah_search_panel_get_words (TelaahSearchPanel *self)
{
  return gtk_editable_get_text (self->entry);
}

void
telaah_search_panel_set_words (TelaahSearchPanel *self,
                               const char        *words)
{
  g_return_if_fail (TELAAH_IS_SEARCH_PANEL (self));

  if (strcmp (words, telaah_search_panel_get_words (self)) != 0)
    gtk_editable_set_text (self->entry, words);
}

/* Words of a text, as they stand there: they become what is asked. */
void
telaah_search_panel_ask_for (TelaahSearchPanel *self,
                             const char        *text)
{
  g_autoptr(GString) words = g_string_new (NULL);
  g_autofree char *asked = NULL;
  guint n = 0;

  for (const char *p = text; *p != '\0' && n < MOST_WORDS; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      gboolean blank = g_unichar_isspace (c) || c == '"' || c == 0x201c || c == 0x201d;

      if (blank && (words->len == 0 || words->str[words->len - 1] == ' '))
        continue;
      g_string_append_unichar (words, blank ? ' ' : c);
      n++;
    }
  g_strchomp (words->str);
  if (*words->str == '\0')
    return;

  if (g_settings_get_boolean (self->settings, "search-regex"))
    asked = g_regex_escape_string (words->str, -1);
  else if (strchr (words->str, ' ') != NULL)
    asked = g_strdup_printf ("\"%s\"", words->str);
  else
    asked = g_strdup (words->str);
  telaah_search_panel_set_words (self, asked);
}

/* Whether it is open. */
void
telaah_search_panel_set_active (TelaahSearchPanel *self,
                                gboolean           active)
{
  g_return_if_fail (TELAAH_IS_SEARCH_PANEL (self));

  self->active = active;
  if (active && self->due)
    telaah_search_panel_run (self, FALSE);
}

/* ---- What was found ---- */

guint
telaah_search_panel_get_n_hits (TelaahSearchPanel *self)
{
  GPtrArray *hits = telaah_search_rows_get_hits (telaah_search_list_get_rows (self->list));

  return hits != NULL ? MIN (hits->len, self->n_shown) : 0;
}

/**
 * telaah_search_panel_step:
 *
 * Shows the next hit, or the one before.
 *
 * Returns: %FALSE where there are none
 */
gboolean
telaah_search_panel_step (TelaahSearchPanel *self,
                          gboolean           forward)
{
  g_return_val_if_fail (TELAAH_IS_SEARCH_PANEL (self), FALSE);

  return telaah_search_list_step (self->list, forward);
}

/* Returns: (transfer full) (element-type TelaahHit): see telaah_search_list_dup_chosen() */
GPtrArray *
telaah_search_panel_dup_chosen (TelaahSearchPanel *self)
{
  return telaah_search_list_dup_chosen (self->list);
}

void
telaah_search_panel_choose_none (TelaahSearchPanel *self)
{
  telaah_search_list_choose_none (self->list);
}

/**
 * telaah_search_panel_dup_spans:
 *
 * Returns: (transfer full): of the words that were found in texts, for telaah_reader_set_hits()
 */
GHashTable *
telaah_search_panel_dup_spans (TelaahSearchPanel *self)
{
  GPtrArray *hits = telaah_search_rows_get_hits (telaah_search_list_get_rows (self->list));

  return telaah_search_spans_by_source (hits, telaah_search_panel_get_n_hits (self));
}
