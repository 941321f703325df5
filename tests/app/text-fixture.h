/* A window with a text view in it, for the tests of its parts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>
#include <string.h>

#include "app/reader/telaah-text-view-private.h"
#include "model/telaah-passage.h"

/* Runs the main loop until it holds; a test that waits in vain fails by the clock. */
#define until(condition) \
  G_STMT_START { \
    gint64 end_ = g_get_monotonic_time () + 10 * G_USEC_PER_SEC; \
    while (!(condition)) \
      { \
        if (g_get_monotonic_time () > end_) \
          g_error ("%s:%d: not in ten seconds: %s", __FILE__, __LINE__, #condition); \
        g_main_context_iteration (NULL, TRUE); \
      } \
  } G_STMT_END

/* A window with a view on @body in it, drawn. */
typedef struct
{
  GtkWidget      *window;
  GtkWidget      *scroller;
  TelaahTextView *view;
  TelaahText     *text;
  GListStore     *passages;
  GString        *clicked;     /* ids, each with a space behind */
  GString        *selected;    /* what "selection-changed" said, likewise */
  guint           n_visible;
} Fixture;

static void
clicked_cb (Fixture    *fixture,
            const char *id)
{
  g_string_append_printf (fixture->clicked, "%s ", id);
}

static void
selection_changed_cb (Fixture  *fixture,
                      gboolean  has)
{
  g_string_append (fixture->selected, has ? "yes " : "no ");
}

static void
visible_changed_cb (Fixture *fixture)
{
  fixture->n_visible += 1;
}

static void
color_cb (const char *theme,
          GdkRGBA    *color,
          gpointer    user_data)
{
  *color = (GdkRGBA) { 0, theme[0] == 'a' ? 1 : 0.5, 0.5, 1 };
}

/* Lets the view be drawn with all that was asked of it until now. */
G_GNUC_UNUSED static void
draw (Fixture *fixture)
{
  gtk_test_widget_wait_for_draw (fixture->window);
  while (g_main_context_pending (NULL))
    g_main_context_iteration (NULL, FALSE);
  gtk_widget_queue_draw (GTK_WIDGET (fixture->view));
  gtk_test_widget_wait_for_draw (fixture->window);
}

static Fixture *
fixture_new (char *body)    /* takes it */
{
  Fixture *fixture = g_new0 (Fixture, 1);

  fixture->clicked = g_string_new (NULL);
  fixture->selected = g_string_new (NULL);
  fixture->text = telaah_text_new (body);
  fixture->passages = g_list_store_new (TELAAH_TYPE_PASSAGE);
  fixture->view = TELAAH_TEXT_VIEW (telaah_text_view_new ());
  fixture->scroller = gtk_scrolled_window_new ();
  fixture->window = gtk_window_new ();

  telaah_text_view_set_color_func (fixture->view, color_cb, NULL, NULL);
  telaah_text_view_set_text (fixture->view, fixture->text);
  telaah_text_view_set_passages (fixture->view, G_LIST_MODEL (fixture->passages));
  g_signal_connect_swapped (fixture->view, "passage-clicked", G_CALLBACK (clicked_cb), fixture);
  g_signal_connect_swapped (fixture->view, "selection-changed", G_CALLBACK (selection_changed_cb), fixture);
  g_signal_connect_swapped (fixture->view, "visible-changed", G_CALLBACK (visible_changed_cb), fixture);

  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (fixture->scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), fixture->scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 700, 500);
  gtk_window_present (GTK_WINDOW (fixture->window));
  draw (fixture);

  return fixture;
}

static void
fixture_free (Fixture *fixture)
{
  GtkWidget *view = GTK_WIDGET (fixture->view);

  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  until (view == NULL);

  g_clear_object (&fixture->passages);
  telaah_text_unref (fixture->text);
  g_string_free (fixture->clicked, TRUE);
  g_string_free (fixture->selected, TRUE);
  g_free (fixture);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Fixture, fixture_free)

G_GNUC_UNUSED static void
add_passage (Fixture    *fixture,
             const char *id,
             guint       start,
             guint       end)
{
  static const char *const themes[] = { "a", "b", NULL };
  TelaahPassageFields fields = {
    .id = id, .source = "s", .span = { start, end }, .quote = "", .prefix = "", .suffix = "",
    .coder = "c", .created = "2024-01-01T00:00:00Z", .themes = themes,
  };
  g_autoptr(TelaahPassage) passage = telaah_passage_new (&fields, NULL);

  g_list_store_append (fixture->passages, passage);
}

/* Sentences end with a stop before a space or the end. */
G_GNUC_UNUSED static void
set_sentences (Fixture *fixture)
{
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  const char *body = telaah_text_get_body (fixture->text);
  guint offset = 0;
  TelaahSpan span = { G_MAXUINT, 0 };

  for (const char *p = body; *p != '\0'; p = g_utf8_next_char (p), offset++)
    {
      if (span.start == G_MAXUINT && !g_ascii_isspace (*p))
        span.start = offset;
      if ((*p == '.' || *p == '?') && (p[1] == '\0' || g_ascii_isspace (p[1])))
        {
          span.end = offset + 1;
          g_array_append_val (spans, span);
          span.start = G_MAXUINT;
        }
    }

  telaah_text_view_set_sentences (fixture->view, spans);
}

/* What a key press does: the first shortcut for it that says it did something. */
G_GNUC_UNUSED static gboolean
press_key (Fixture         *fixture,
           guint            key,
           GdkModifierType  modifiers)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller)
                        && k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);
          GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

          if (GTK_IS_KEYVAL_TRIGGER (trigger)
              && gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == key
              && gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == modifiers
              && gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->view),
                                               gtk_shortcut_get_arguments (shortcut)))
            return TRUE;
        }
    }

  return FALSE;
}

/* Keys as gtk_accelerator_parse() reads them, with spaces between. */
G_GNUC_UNUSED static void
press_keys (Fixture    *fixture,
            const char *keys)
{
  g_auto(GStrv) words = g_strsplit (keys, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint key;
      GdkModifierType modifiers;

      if (*words[i] == '\0')
        continue;
      g_assert_true (gtk_accelerator_parse (words[i], &key, &modifiers));
      press_key (fixture, key, modifiers);
    }
}

/* The selected words; "" where there are none. */
G_GNUC_UNUSED static char *
dup_selected (Fixture *fixture)
{
  TelaahSpan span = { 0, 0 };

  telaah_text_view_get_selection (fixture->view, &span);

  return telaah_text_dup_slice (fixture->text, span);
}
