/* Asking, and showing what comes in: with every key, and once more after what has changed. What was found before stays on
 * the screen until the answer comes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app/search/telaah-search-panel-private.h"

/* How long what was found before may stay while nothing new has come; how long what comes in waits for more. */
#define WAIT_MS 250
#define MORE_MS 60

static const struct
{
  const char        *key;
  TelaahSearchFlags  flag;
} switches[] = {
  { "search-exact", 0 },
  { "search-stem", TELAAH_SEARCH_STEM },
  { "search-synonyms", TELAAH_SEARCH_SYNONYMS },
  { "search-fuzzy", TELAAH_SEARCH_FUZZY },
  { "search-parts", TELAAH_SEARCH_PARTS },
  { "search-regex", TELAAH_SEARCH_REGEX },
  { "search-clutter", TELAAH_SEARCH_CLUTTER },
};

static const struct
{
  const char        *key;
  TelaahSearchScope  scope;
} scopes[] = {
  { "search-texts", TELAAH_SCOPE_TEXT },
  { "search-notes", TELAAH_SCOPE_NOTES },
  { "search-summaries", TELAAH_SCOPE_SUMMARIES },
};

static gboolean
is_on (TelaahSearchPanel *self,
       const char        *key)
{
  return g_settings_get_boolean (self->settings, key);
}

/* ---- Showing what comes in ---- */

void
telaah_search_panel_stop_sources (TelaahSearchPanel *self)
{
  g_clear_handle_id (&self->run_source, g_source_remove);
  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->wait_source, g_source_remove);
}

void
telaah_search_panel_empty (TelaahSearchPanel *self)
{
  self->fresh = TRUE;
  self->n_shown = 0;
  telaah_search_list_clear (self->list);
  g_signal_emit_by_name (self, "hits-changed");
}

static void
show_hits (TelaahSearchPanel *self)
{
  GPtrArray *hits = telaah_search_get_hits (self->search);
  gboolean first = !self->fresh;

  g_clear_handle_id (&self->show_source, g_source_remove);
  g_clear_handle_id (&self->wait_source, g_source_remove);
  self->fresh = TRUE;
  self->n_shown = hits->len;
  telaah_search_list_update (self->list, hits);
  if (first && self->anew)
    {
      telaah_search_list_choose_none (self->list);
      telaah_search_list_go_to_top (self->list);
    }
  g_signal_emit_by_name (self, "hits-changed");
}

static gboolean
show_cb (gpointer user_data)
{
  TelaahSearchPanel *self = user_data;

  self->show_source = 0;
  show_hits (self);
  telaah_search_panel_update_status (self);

  return G_SOURCE_REMOVE;
}

static gboolean
wait_cb (gpointer user_data)
{
  TelaahSearchPanel *self = user_data;

  self->wait_source = 0;
  telaah_search_panel_empty (self);
  telaah_search_panel_update_status (self);

  return G_SOURCE_REMOVE;
}

/* ---- From the search ---- */

static void
restarted_cb (TelaahSearchPanel *self)
{
  g_clear_handle_id (&self->show_source, g_source_remove);
  self->fresh = FALSE;
  if (self->wait_source == 0)
    self->wait_source = g_timeout_add (WAIT_MS, wait_cb, self);
}

/* The first ones at once; then each time that there are as many again, so that to show them costs less than to find
 * them. */
static void
added_cb (TelaahSearchPanel *self,
          guint              first,
          guint              n)
{
  if (!self->fresh || first + n >= 2 * self->n_shown)
    show_cb (self);
  else if (self->show_source == 0)
    self->show_source = g_timeout_add (MORE_MS, show_cb, self);
}

/* The same question once more: where the words have moved, the hit in the same place of the list is the same one. */
static void
select_again (TelaahSearchPanel *self)
{
  guint n = telaah_search_panel_get_n_hits (self);

  if (!self->anew && self->position != G_MAXUINT && n > 0 &&
      telaah_search_list_get_position (self->list) == G_MAXUINT)
    telaah_search_list_set_position (self->list, MIN (self->position, n - 1));
  self->position = G_MAXUINT;
}

static void
done_cb (TelaahSearchPanel *self)
{
  GPtrArray *hits = telaah_search_get_hits (self->search);

  g_clear_handle_id (&self->wait_source, g_source_remove);
  if (hits->len == 0)
    telaah_search_panel_empty (self);
  else if (!self->fresh || self->n_shown != hits->len)
    show_hits (self);

  telaah_search_list_tidy_chosen (self->list);
  select_again (self);
  telaah_search_panel_update_status (self);
}

/* ---- Asking ---- */

static TelaahSearchFlags
get_flags (TelaahSearchPanel *self)
{
  TelaahSearchFlags flags = is_on (self, "search-exact") ? 0 : TELAAH_SEARCH_FOLD;

  for (guint i = 0; i < G_N_ELEMENTS (switches); i++)
    if (is_on (self, switches[i].key))
      flags |= switches[i].flag;

  /* Letter by letter there are no other forms; and a regular expression says itself what it is after. */
  if (!(flags & TELAAH_SEARCH_FOLD))
    flags &= ~(TELAAH_SEARCH_STEM | TELAAH_SEARCH_SYNONYMS | TELAAH_SEARCH_FUZZY);
  if (flags & TELAAH_SEARCH_REGEX)
    flags &= TELAAH_SEARCH_REGEX | TELAAH_SEARCH_FOLD | TELAAH_SEARCH_CLUTTER;

  return flags;
}

static TelaahSearchScope
get_scope (TelaahSearchPanel *self)
{
  TelaahSearchScope scope = 0;

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    if (is_on (self, scopes[i].key))
      scope |= scopes[i].scope;

  return scope;
}

static void
update_levels (TelaahSearchPanel *self)
{
  gboolean exact = is_on (self, "search-exact"), regex = is_on (self, "search-regex");

  for (GtkWidget *child = gtk_widget_get_first_child (self->levels); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      const char *action = gtk_actionable_get_action_name (GTK_ACTIONABLE (child));

      gtk_widget_set_sensitive (child, !regex && (!exact || g_strcmp0 (action, "find.search-parts") == 0));
    }
}

/* @anew: another question, not the same once more */
void
telaah_search_panel_run (TelaahSearchPanel *self,
                         gboolean           anew)
{
  g_autofree char *words = g_strstrip (g_strdup (telaah_search_panel_get_words (self)));
  TelaahSearchRequest request = {
    .words = words, .flags = get_flags (self), .scope = get_scope (self), .limit = TELAAH_SEARCH_PANEL_MOST,
  };

  g_clear_handle_id (&self->run_source, g_source_remove);
  self->due = FALSE;
  if (self->search == NULL)
    return;

  /* What was asked before may not have been answered yet. */
  self->anew = anew || (self->anew && !self->fresh);
  if (self->position == G_MAXUINT)
    self->position = telaah_search_list_get_position (self->list);
  if (*words == '\0' || request.scope == 0)
    {
      telaah_search_stop (self->search);
      telaah_search_panel_stop_sources (self);
      telaah_search_panel_empty (self);
    }
  else
    telaah_search_run (self->search, &request);
  telaah_search_panel_update_status (self);
}

static gboolean
run_cb (gpointer user_data)
{
  TelaahSearchPanel *self = user_data;

  self->run_source = 0;
  telaah_search_panel_run (self, FALSE);

  return G_SOURCE_REMOVE;
}

static void
settings_changed_cb (TelaahSearchPanel *self,
                     const char        *key)
{
  if (!g_str_has_prefix (key, "search-") || g_str_has_prefix (key, "search-width"))
    return;

  update_levels (self);
  telaah_search_panel_run (self, TRUE);
}

/* What one has done itself may be a row of changes: they are looked for once. */
static void
changed_cb (TelaahSearchPanel *self,
            TelaahChange       changes)
{
  const TelaahChange words = TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_MARKS | TELAAH_CHANGE_NOTES | TELAAH_CHANGE_CELLS |
                             TELAAH_CHANGE_SYNONYMS | TELAAH_CHANGE_OUTLINES;
  const TelaahChange looks = TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS;

  if (changes & (words | looks))
    telaah_search_list_refresh (self->list, (changes & words) != 0);
  if (!(changes & words))
    return;

  if (!self->active)
    self->due = TRUE;
  else if (self->run_source == 0)
    self->run_source = g_idle_add (run_cb, self);
}

/* ---- Following ---- */

void
telaah_search_panel_follow_search (TelaahSearchPanel *self)
{
  g_signal_connect_swapped (self->search, "restarted", G_CALLBACK (restarted_cb), self);
  g_signal_connect_swapped (self->search, "added", G_CALLBACK (added_cb), self);
  g_signal_connect_swapped (self->search, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* What is switched on, as actions of the panel too. */
void
telaah_search_panel_follow_settings (TelaahSearchPanel *self)
{
  g_autoptr(GSimpleActionGroup) actions = g_simple_action_group_new ();

  for (guint i = 0; i < G_N_ELEMENTS (switches) + G_N_ELEMENTS (scopes); i++)
    {
      guint n = G_N_ELEMENTS (switches);
      g_autoptr(GAction) action = g_settings_create_action (self->settings, i < n ? switches[i].key : scopes[i - n].key);

      g_action_map_add_action (G_ACTION_MAP (actions), action);
    }
  gtk_widget_insert_action_group (GTK_WIDGET (self), "find", G_ACTION_GROUP (actions));
  g_signal_connect_object (self->settings, "changed", G_CALLBACK (settings_changed_cb), self, G_CONNECT_SWAPPED);
  update_levels (self);
}
