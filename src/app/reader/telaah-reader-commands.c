/* The commands of the Read view, and the keys that give them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/reader/telaah-reader-private.h"

/* What a command is about: the words that are selected, else the passage that is. */
static gboolean
get_span (TelaahReader *self,
          TelaahSpan   *span)
{
  TelaahPassage *passage;

  if (self->source == NULL)
    return FALSE;

  if (telaah_text_view_get_selection (self->text_view, span))
    return TRUE;

  passage = telaah_session_find_passage (self->session, telaah_text_view_get_selected (self->text_view));
  if (passage == NULL)
    return FALSE;

  *span = telaah_passage_fields (passage)->span;
  return TRUE;
}

/* The passage is what remains of the selection; a caret at its start lets reading go on from there. */
void
telaah_reader_finish_tagging (TelaahReader *self,
                              const char   *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self->session, passage);

  if (item != NULL)
    {
      guint start = telaah_passage_fields (item)->span.start;

      telaah_text_view_select_span (self->text_view, (TelaahSpan) { start, start });
    }
  telaah_reader_select (self, passage, FALSE);
}

void
telaah_reader_tag_with (TelaahReader *self,
                        const char   *theme)
{
  const char *const themes[] = { theme, NULL };
  TelaahTagging tagging = { .source = self->source, .themes = themes };
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  if (!get_span (self, &tagging.span))
    return;

  id = telaah_session_tag (self->session, &tagging, &error);
  if (id == NULL)
    {
      telaah_reader_emit_failed (self, error->message);
      return;
    }

  telaah_reader_finish_tagging (self, id);
}

void
telaah_reader_tag_with_digit (TelaahReader *self,
                              guint         digit)
{
  GListModel *themes;

  if (self->session == NULL)
    return;

  themes = telaah_session_get_themes (self->session);
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (telaah_theme_fields (theme)->digit == digit)
        {
          g_autofree char *id = g_strdup (telaah_theme_fields (theme)->id);

          telaah_reader_tag_with (self, id);
          return;
        }
    }
}

void
telaah_reader_open_palette (TelaahReader *self)
{
  GdkRectangle area;
  TelaahSpan span;

  if (!get_span (self, &span))
    return;

  telaah_text_view_get_span_area (self->text_view, span, &area);
  telaah_tag_popover_open (self->popover, self->source, span, &area);
}

/* On the selected passage. Words that are not tagged yet get their note in the palette. */
void
telaah_reader_write_note (TelaahReader *self)
{
  const char *passage = telaah_text_view_get_selected (self->text_view);
  TelaahSpan span;

  if (self->source == NULL)
    return;

  if (telaah_text_view_get_selection (self->text_view, &span) || passage == NULL)
    {
      telaah_reader_open_palette (self);
      telaah_tag_popover_focus_note (self->popover);
      return;
    }

  gtk_widget_set_visible (self->cards_pane, TRUE);
  telaah_card_list_edit_note (self->cards, passage);
}

void
telaah_reader_untag (TelaahReader *self)
{
  const char *passage = telaah_text_view_get_selected (self->text_view);
  g_autofree char *id = g_strdup (passage);
  g_autoptr(GError) error = NULL;

  if (self->session == NULL || telaah_session_find_passage (self->session, id) == NULL)
    return;

  if (!telaah_session_untag (self->session, id, NULL, &error))
    {
      telaah_reader_emit_failed (self, error->message);
      return;
    }

  telaah_reader_select (self, NULL, FALSE);
  telaah_reader_emit_removed (self, _("Passage"));
}

/* To the next or previous passage. */
void
telaah_reader_step (TelaahReader *self,
                    gboolean      forward)
{
  const char *passage;

  if (self->source == NULL)
    return;

  passage = telaah_text_view_get_neighbour (self->text_view, forward);
  if (passage != NULL)
    telaah_reader_select (self, passage, TRUE);
  else
    gtk_widget_error_bell (GTK_WIDGET (self->text_view));
}

/* ---- Keys ---- */

static gboolean
key_pressed_cb (TelaahReader          *self,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();

  self->by_pointer = FALSE;

  if (modifiers == GDK_ALT_MASK && (keyval == GDK_KEY_Up || keyval == GDK_KEY_Down))
    {
      telaah_reader_step (self, keyval == GDK_KEY_Down);
      return GDK_EVENT_STOP;
    }

  if (modifiers != 0)
    return GDK_EVENT_PROPAGATE;

  if (keyval >= GDK_KEY_KP_1 && keyval <= GDK_KEY_KP_9)
    keyval = keyval - GDK_KEY_KP_1 + GDK_KEY_1;
  if (keyval >= GDK_KEY_1 && keyval <= GDK_KEY_9)
    telaah_reader_tag_with_digit (self, keyval - GDK_KEY_0);
  else if (keyval == GDK_KEY_t || keyval == GDK_KEY_Return)
    telaah_reader_open_palette (self);
  else if (keyval == GDK_KEY_n)
    telaah_reader_write_note (self);
  else if (keyval == GDK_KEY_Delete)
    telaah_reader_untag (self);
  else if (keyval == GDK_KEY_Escape && telaah_text_view_get_selected (self->text_view) != NULL)
    telaah_reader_select (self, NULL, FALSE);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
pressed_cb (TelaahReader *self)
{
  self->by_pointer = TRUE;
}

void
telaah_reader_init_keys (TelaahReader *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *press = gtk_gesture_click_new ();

  /* Before the text view's own bindings. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), keys);

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->text_view), GTK_EVENT_CONTROLLER (press));
}
