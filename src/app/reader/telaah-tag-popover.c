/* The palette under selected words. What it does to a passage is one verb of the session each time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app/reader/telaah-tag-popover-private.h"
#include "app/reader/telaah-theme-steps.h"

/* In ems: 308 pixels at a text scale of 1. */
#define WIDTH 21

G_DEFINE_FINAL_TYPE (TelaahTagPopover, telaah_tag_popover, GTK_TYPE_POPOVER)

enum { TAGGED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
fail (TelaahTagPopover *self,
      const GError     *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* ---- What it shows ---- */

/* The passage that tagging would add to: the same words by the same coder. NULL: none yet. */
static TelaahPassage *
find_passage (TelaahTagPopover *self)
{
  GListModel *passages = telaah_session_get_passages (self->session, self->source);
  const char *coder = telaah_session_get_coder (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (passages); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *f = telaah_passage_fields (passage);

      if (f->span.start > self->span.start)
        break;
      if (f->span.start == self->span.start && f->span.end == self->span.end && strcmp (f->coder, coder) == 0)
        return passage;   /* the session keeps it */
    }

  return NULL;
}

/* As wide as so many letters are high, whatever the size of the text. */
static void
set_width (TelaahTagPopover *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  int em = pango_font_description_get_size (pango_context_get_font_description (context));
  int width = PANGO_PIXELS (WIDTH * em);

  gtk_widget_set_size_request (self->box, width, -1);
  telaah_theme_chips_set_width (self->chips, width);
}

/* A popover takes another size when its parent says so; not every parent knows. */
static void
fit (TelaahTagPopover *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_popover_present (GTK_POPOVER (self));
}

static void
update_chips (TelaahTagPopover *self)
{
  telaah_theme_chips_update (self->chips, self->session, telaah_recent_themes_get (self->recent),
                             find_passage (self));
  fit (self);
}

/* All themes. */
void
telaah_tag_popover_browse (TelaahTagPopover *self)
{
  telaah_theme_results_browse (self->results, self->session, find_passage (self));
  fit (self);
}

static void
update_results (TelaahTagPopover *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->theme_entry));
  g_autofree char *words = g_strstrip (g_strdup (query));

  if (self->session == NULL || self->source == NULL || *words == '\0')
    telaah_theme_results_clear (self->results);
  else
    telaah_theme_results_search (self->results, self->session, words, find_passage (self));
  fit (self);
}

static void
changed_cb (TelaahTagPopover *self,
            TelaahChange      changes)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) ||
      !(changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_SOURCES)))
    return;

  if (telaah_session_find_source (self->session, self->source) == NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  update_chips (self);
  update_results (self);
}

/* ---- Tagging ---- */

static void
finish (TelaahTagPopover *self,
        const char       *passage,
        gboolean          stay)
{
  gtk_editable_set_text (GTK_EDITABLE (self->theme_entry), "");
  gtk_editable_set_text (GTK_EDITABLE (self->note_entry), "");

  if (stay)
    {
      update_chips (self);
      gtk_widget_grab_focus (GTK_WIDGET (self->theme_entry));
    }
  else
    gtk_popover_popdown (GTK_POPOVER (self));

  g_signal_emit (self, signals[TAGGED], 0, passage);
}

/* With the note, if there is one. @theme: NULL: with the note alone. */
static void
tag (TelaahTagPopover *self,
     const char       *theme,
     gboolean          stay)
{
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_entry))));
  const char *const themes[] = { theme, NULL };
  TelaahTagging tagging = {
    .source = self->source, .span = self->span, .themes = themes, .note = *note != '\0' ? note : NULL,
  };
  TelaahPassage *same = find_passage (self);
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (same != NULL && theme != NULL && tagging.note == NULL && telaah_passage_has_theme (same, theme))
    id = g_strdup (telaah_passage_fields (same)->id);   /* as it is already */
  else
    id = telaah_session_tag (self->session, &tagging, &error);

  if (id == NULL)
    {
      fail (self, error);
      return;
    }

  if (theme != NULL)
    telaah_recent_themes_add (self->recent, theme);
  finish (self, id, stay);
}

static void
untag (TelaahTagPopover *self,
       TelaahPassage    *passage,
       const char       *theme)
{
  const char *const themes[] = { theme, NULL };
  g_autoptr(GError) error = NULL;

  if (!telaah_session_untag (self->session, telaah_passage_fields (passage)->id, themes, &error))
    fail (self, error);
  update_chips (self);
}

/* Makes what is missing of "Parent / Child". NULL: it could not. */
static char *
make_theme (TelaahTagPopover *self,
            const char       *text)
{
  g_auto(GStrv) steps = telaah_theme_dup_steps (text);
  guint n_found;
  TelaahTheme *found = telaah_theme_find_steps (telaah_session_get_themes (self->session),
                                                (const char *const *) steps, &n_found);
  g_autofree char *theme = found != NULL ? g_strdup (telaah_theme_fields (found)->id) : NULL;
  g_autoptr(GError) error = NULL;

  for (char **step = steps + n_found; *step != NULL; step++)
    {
      char *child = telaah_session_add_theme (self->session, *step, theme, NULL, NULL, &error);

      if (child == NULL)
        {
          fail (self, error);
          return NULL;
        }

      g_free (theme);
      theme = child;
    }

  return g_steal_pointer (&theme);
}

/* Enter: what is selected, with the note; without a theme the note alone; without either, never mind. */
void
telaah_tag_popover_take (TelaahTagPopover *self,
                         gboolean          stay)
{
  g_autofree char *theme = NULL;
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->theme_entry)));
  g_autofree char *note = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->note_entry))));

  if (!telaah_theme_results_has_choice (self->results))
    {
      if (*note != '\0')
        tag (self, NULL, stay);
      else if (!stay)
        gtk_popover_popdown (GTK_POPOVER (self));
      return;
    }

  theme = g_strdup (telaah_theme_results_get_theme (self->results));
  if (theme == NULL)
    theme = make_theme (self, text);
  if (theme != NULL)
    tag (self, theme, stay);
}

static void
chosen_cb (TelaahTagPopover *self)
{
  telaah_tag_popover_take (self, FALSE);
}

static gboolean
control_is_held (TelaahTagPopover *self)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (self));
  GdkSeat *seat = gdk_display_get_default_seat (display);
  GdkDevice *keyboard = seat != NULL ? gdk_seat_get_keyboard (seat) : NULL;

  return keyboard != NULL && (gdk_device_get_modifier_state (keyboard) & GDK_CONTROL_MASK) != 0;
}

static void
toggled_cb (TelaahTagPopover *self,
            const char       *theme)
{
  TelaahPassage *passage = find_passage (self);

  if (passage != NULL && telaah_passage_has_theme (passage, theme))
    untag (self, passage, theme);
  else
    tag (self, theme, control_is_held (self));
}

/* FALSE: no theme has it. */
gboolean
telaah_tag_popover_tag_with_digit (TelaahTagPopover *self,
                                   guint             digit,
                                   gboolean          stay)
{
  GListModel *themes = telaah_session_get_themes (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (telaah_theme_fields (theme)->digit == digit)
        {
          tag (self, telaah_theme_fields (theme)->id, stay);
          return TRUE;
        }
    }

  return FALSE;
}

/* ---- The object ---- */

static void
telaah_tag_popover_closed (GtkPopover *popover)
{
  GtkWidget *parent = gtk_widget_get_parent (GTK_WIDGET (popover));

  if (parent != NULL)
    gtk_widget_grab_focus (parent);
}

static void
telaah_tag_popover_dispose (GObject *object)
{
  TelaahTagPopover *self = TELAAH_TAG_POPOVER (object);

  telaah_tag_popover_set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_TAG_POPOVER);

  G_OBJECT_CLASS (telaah_tag_popover_parent_class)->dispose (object);
}

static void
telaah_tag_popover_finalize (GObject *object)
{
  TelaahTagPopover *self = TELAAH_TAG_POPOVER (object);

  g_clear_pointer (&self->recent, telaah_recent_themes_free);
  g_free (self->source);

  G_OBJECT_CLASS (telaah_tag_popover_parent_class)->finalize (object);
}

static void
telaah_tag_popover_class_init (TelaahTagPopoverClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_tag_popover_dispose;
  object_class->finalize = telaah_tag_popover_finalize;
  GTK_POPOVER_CLASS (klass)->closed = telaah_tag_popover_closed;

  signals[TAGGED] =
    g_signal_new ("tagged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TELAAH_TYPE_THEME_CHIPS);
  g_type_ensure (TELAAH_TYPE_THEME_RESULTS);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-tag-popover.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahTagPopover, box);
  gtk_widget_class_bind_template_child (widget_class, TelaahTagPopover, theme_entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahTagPopover, results);
  gtk_widget_class_bind_template_child (widget_class, TelaahTagPopover, chips);
  gtk_widget_class_bind_template_child (widget_class, TelaahTagPopover, note_entry);
  gtk_widget_class_bind_template_callback (widget_class, update_results);
  gtk_widget_class_bind_template_callback (widget_class, chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, toggled_cb);
}

static void
telaah_tag_popover_init (TelaahTagPopover *self)
{
  self->recent = telaah_recent_themes_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_tag_popover_init_keys (self);
}

GtkWidget *
telaah_tag_popover_new (void)
{
  return g_object_new (TELAAH_TYPE_TAG_POPOVER, NULL);
}

/* @session: (nullable) */
void
telaah_tag_popover_set_session (TelaahTagPopover *self,
                                TelaahSession    *session)
{
  g_return_if_fail (TELAAH_IS_TAG_POPOVER (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
      g_clear_pointer (&self->source, g_free);
    }

  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/* @settings: (nullable): where the themes that were used last are remembered */
void
telaah_tag_popover_set_settings (TelaahTagPopover *self,
                                 GSettings        *settings)
{
  g_return_if_fail (TELAAH_IS_TAG_POPOVER (self));

  telaah_recent_themes_set_settings (self->recent, settings);
}

/**
 * telaah_tag_popover_open:
 * @span: the words to tag; where a passage of the coder has just them, it is that passage
 * @at: where they are, in the parent's coordinates
 */
void
telaah_tag_popover_open (TelaahTagPopover   *self,
                         const char         *source,
                         TelaahSpan          span,
                         const GdkRectangle *at)
{
  gboolean same;

  g_return_if_fail (TELAAH_IS_TAG_POPOVER (self));
  g_return_if_fail (self->session != NULL && source != NULL);
  g_return_if_fail (gtk_widget_get_parent (GTK_WIDGET (self)) != NULL);

  /* A note that was begun on the same words is still there, should a click beside the palette have closed it. */
  same = g_strcmp0 (self->source, source) == 0 && self->span.start == span.start && self->span.end == span.end;
  if (!same)
    {
      g_autofree char *id = g_strdup (source);

      g_free (self->source);
      self->source = g_steal_pointer (&id);
      self->span = span;
      gtk_editable_set_text (GTK_EDITABLE (self->note_entry), "");
    }

  set_width (self);
  gtk_editable_set_text (GTK_EDITABLE (self->theme_entry), "");
  update_results (self);
  update_chips (self);

  gtk_popover_set_pointing_to (GTK_POPOVER (self), at);
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->theme_entry));
}

/* For those who came to write. */
void
telaah_tag_popover_focus_note (TelaahTagPopover *self)
{
  g_return_if_fail (TELAAH_IS_TAG_POPOVER (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->note_entry));
}
