/* An entry to choose one theme with: what is typed finds themes, or makes one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-chooser.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-theme-dot.h"
#include "app/reader/telaah-theme-match.h"
#include "app/reader/telaah-theme-results.h"
#include "app/reader/telaah-theme-steps.h"
#include "app/telaah-focus.h"

struct _TelaahThemeChooser
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  char               *theme;       /* id, or NULL */
  char               *fresh;       /* the name of one that is to be made, or NULL */
  gboolean            quiet;       /* the entry is being set, not typed into */

  GtkWidget          *dot;
  GtkEntry           *entry;
  TelaahThemeResults *results;
};

G_DEFINE_FINAL_TYPE (TelaahThemeChooser, telaah_theme_chooser, GTK_TYPE_WIDGET)

enum { CHANGED, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
show_choice (TelaahThemeChooser *self)
{
  g_autofree char *path = self->theme != NULL
                            ? telaah_theme_dup_path (telaah_session_get_themes (self->session), self->theme)
                            : g_strdup (self->fresh != NULL ? self->fresh : "");

  self->quiet = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), path);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->quiet = FALSE;
  telaah_theme_results_clear (self->results);
  telaah_theme_dot_set_color (TELAAH_THEME_DOT (self->dot),
                              self->theme != NULL ? telaah_session_get_color (self->session, self->theme) : NULL);
  gtk_widget_set_visible (self->dot, self->theme != NULL);
}

static void
choose (TelaahThemeChooser *self,
        const char         *theme,
        const char         *fresh)
{
  g_autofree char *kept_theme = g_strdup (theme), *kept_fresh = g_strdup (fresh);

  g_free (self->theme);
  g_free (self->fresh);
  self->theme = g_steal_pointer (&kept_theme);
  self->fresh = g_steal_pointer (&kept_fresh);
  show_choice (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

/* The row that is selected, which may be one to make. */
static void
take (TelaahThemeChooser *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  const char *theme = telaah_theme_results_get_theme (self->results);

  choose (self, theme, theme == NULL ? typed : NULL);
}

static void
typed_cb (TelaahThemeChooser *self)
{
  g_autofree char *typed = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  gboolean had = self->theme != NULL || self->fresh != NULL;

  if (self->quiet || self->session == NULL)
    return;

  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->fresh, g_free);
  gtk_widget_set_visible (self->dot, FALSE);
  if (*typed != '\0')
    telaah_theme_results_search (self->results, self->session, typed, NULL);
  else
    telaah_theme_results_clear (self->results);
  if (had)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
activate_cb (TelaahThemeChooser *self)
{
  if (telaah_theme_results_has_choice (self->results))
    take (self);
  else if (telaah_theme_chooser_has_choice (self))
    g_signal_emit (self, signals[ACTIVATED], 0);
}

static gboolean
key_pressed_cb (TelaahThemeChooser *self,
                guint               keyval,
                guint               keycode,
                GdkModifierType     state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 || self->session == NULL)
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    {
      if (telaah_theme_results_has_choice (self->results))
        telaah_theme_results_move (self->results, 1);
      else
        telaah_theme_results_browse (self->results, self->session, NULL);
      return GDK_EVENT_STOP;
    }

  if ((keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up) && telaah_theme_results_has_choice (self->results))
    {
      telaah_theme_results_move (self->results, -1);
      return GDK_EVENT_STOP;
    }

  if (keyval == GDK_KEY_Escape && telaah_theme_results_has_choice (self->results))
    {
      telaah_theme_results_clear (self->results);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/* Whoever leaves with a name typed means the row that is selected. */
static void
leave_cb (TelaahThemeChooser *self)
{
  if (!telaah_theme_chooser_has_choice (self) && telaah_theme_results_has_choice (self->results) &&
      *gtk_editable_get_text (GTK_EDITABLE (self->entry)) != '\0')
    take (self);
  else
    telaah_theme_results_clear (self->results);
}

static gboolean
telaah_theme_chooser_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_THEME_CHOOSER (widget)->entry));
}

static void
telaah_theme_chooser_dispose (GObject *object)
{
  TelaahThemeChooser *self = TELAAH_THEME_CHOOSER (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_pointer (&self->theme, g_free);
  g_clear_pointer (&self->fresh, g_free);

  G_OBJECT_CLASS (telaah_theme_chooser_parent_class)->dispose (object);
}

static void
telaah_theme_chooser_class_init (TelaahThemeChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_theme_chooser_dispose;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_theme_chooser_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "themechooser");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_theme_chooser_init (TelaahThemeChooser *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);

  self->dot = telaah_theme_dot_new (NULL);
  gtk_widget_set_valign (self->dot, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->dot, FALSE);
  self->entry = GTK_ENTRY (gtk_entry_new ());
  gtk_widget_set_hexpand (GTK_WIDGET (self->entry), TRUE);
  gtk_entry_set_placeholder_text (self->entry, _("Theme…"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Theme"), -1);
  gtk_box_append (GTK_BOX (line), self->dot);
  gtk_box_append (GTK_BOX (line), GTK_WIDGET (self->entry));
  gtk_widget_set_parent (line, GTK_WIDGET (self));

  self->results = TELAAH_THEME_RESULTS (telaah_theme_results_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->results), GTK_WIDGET (self));

  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (typed_cb), self);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (activate_cb), self);
  g_signal_connect_swapped (self->results, "chosen", G_CALLBACK (take), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->entry), keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

GtkWidget *
telaah_theme_chooser_new (void)
{
  return g_object_new (TELAAH_TYPE_THEME_CHOOSER, NULL);
}

/* @session: (nullable) */
void
telaah_theme_chooser_set_session (TelaahThemeChooser *self,
                                  TelaahSession      *session)
{
  g_return_if_fail (TELAAH_IS_THEME_CHOOSER (self));

  if (g_set_object (&self->session, session))
    choose (self, NULL, NULL);
}

/* Returns: (nullable): its id; %NULL also where it is yet to be made */
const char *
telaah_theme_chooser_get_theme (TelaahThemeChooser *self)
{
  return self->theme;
}

/* @theme: (nullable) */
void
telaah_theme_chooser_set_theme (TelaahThemeChooser *self,
                                const char         *theme)
{
  choose (self, telaah_session_find_theme (self->session, theme) != NULL ? theme : NULL, NULL);
}

gboolean
telaah_theme_chooser_has_choice (TelaahThemeChooser *self)
{
  return self->theme != NULL || self->fresh != NULL;
}

/* Makes what is missing of "Parent / Child". Returns: (transfer full): the id, or %NULL with @error set */
char *
telaah_theme_chooser_need_theme (TelaahThemeChooser  *self,
                                 GError             **error)
{
  g_auto(GStrv) steps = NULL;
  g_autofree char *theme = NULL;
  TelaahTheme *found;
  guint n_found;

  if (self->theme != NULL)
    return g_strdup (self->theme);

  steps = telaah_theme_dup_steps (self->fresh != NULL ? self->fresh : "");
  found = telaah_theme_find_steps (telaah_session_get_themes (self->session), (const char *const *) steps, &n_found);
  theme = found != NULL ? g_strdup (telaah_theme_fields (found)->id) : NULL;
  for (char **step = steps + n_found; *step != NULL; step++)
    {
      char *child = telaah_session_add_theme (self->session, *step, theme, NULL, NULL, error);

      if (child == NULL)
        return NULL;
      g_free (theme);
      theme = child;
    }

  if (theme != NULL)
    choose (self, theme, NULL);
  else
    g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID, _("Choose a theme first."));

  return g_steal_pointer (&theme);
}
