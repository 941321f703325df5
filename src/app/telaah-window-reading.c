/* The commands of the Read view, as actions of the window: on the text that is read, and on the tabs around it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-window-private.h"

static TelaahReader *
get_reader (gpointer window)
{
  return TELAAH_WINDOW (window)->reader;
}

/* ---- Tagging ---- */

static void
tag_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       widget)
{
  telaah_reader_open_palette (get_reader (widget));
}

static void
tag_digit_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       widget)
{
  telaah_reader_tag_with_digit (get_reader (widget), g_variant_get_int32 (parameter));
}

static void
repeat_tag_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       widget)
{
  telaah_reader_repeat_tag (get_reader (widget));
}

static void
note_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       widget)
{
  telaah_reader_write_note (get_reader (widget));
}

static void
untag_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       widget)
{
  telaah_reader_untag (get_reader (widget));
}

/* ---- Going through the text ---- */

static void
next_passage_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_reader_step (get_reader (widget), TRUE);
}

static void
previous_passage_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       widget)
{
  telaah_reader_step (get_reader (widget), FALSE);
}

static void
next_uncoded_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_reader_step_uncoded (get_reader (widget), TRUE);
}

static void
previous_uncoded_cb (GSimpleAction *action,
                     GVariant      *parameter,
                     gpointer       widget)
{
  telaah_reader_step_uncoded (get_reader (widget), FALSE);
}

static void
next_of_theme_cb (GSimpleAction *action,
                  GVariant      *parameter,
                  gpointer       widget)
{
  telaah_reader_step_of_theme (get_reader (widget), TRUE);
}

static void
previous_of_theme_cb (GSimpleAction *action,
                      GVariant      *parameter,
                      gpointer       widget)
{
  telaah_reader_step_of_theme (get_reader (widget), FALSE);
}

/* ---- Tabs and panes ---- */

static void
show_source_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  telaah_window_set_view (widget, "read");
  telaah_reader_open_source (get_reader (widget), g_variant_get_string (parameter, NULL));
}

static void
open_tab_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  telaah_window_set_view (widget, "read");
  telaah_reader_open_tab (get_reader (widget), g_variant_get_string (parameter, NULL));
}

static void
open_beside_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  telaah_window_set_view (widget, "read");
  telaah_reader_open_beside (get_reader (widget), g_variant_get_string (parameter, NULL));
}

/* The last tab stays; then it is the window that closes, as where there are no tabs. */
static void
close_tab_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       widget)
{
  TelaahWindow *self = widget;

  if (self->session == NULL || !telaah_window_is_reading (self) || !telaah_reader_close_tab (self->reader))
    gtk_window_close (GTK_WINDOW (self));
}

static void
next_tab_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  telaah_reader_step_tab (get_reader (widget), TRUE);
}

static void
previous_tab_cb (GSimpleAction *action,
                 GVariant      *parameter,
                 gpointer       widget)
{
  telaah_reader_step_tab (get_reader (widget), FALSE);
}

static void
other_pane_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       widget)
{
  telaah_reader_go_to_other_pane (get_reader (widget));
}

static void
sources_cb (GSimpleAction *action,
            GVariant      *parameter,
            gpointer       widget)
{
  telaah_window_set_view (widget, "read");
  telaah_window_set_focus_mode (widget, FALSE);
  telaah_reader_show_sources (get_reader (widget));
}

static void
change_split_cb (GSimpleAction *action,
                 GVariant      *value,
                 gpointer       widget)
{
  telaah_reader_set_split (get_reader (widget), g_variant_get_boolean (value));
}

static void
change_focus_mode_cb (GSimpleAction *action,
                      GVariant      *value,
                      gpointer       widget)
{
  telaah_window_set_focus_mode (widget, g_variant_get_boolean (value));
}

/* ---- All of them ---- */

static const GActionEntry of_window[] = {
  { "close-tab", close_tab_cb },
};

static const GActionEntry of_project[] = {
  { "sources", sources_cb },
  { "show-source", show_source_cb, "s" },
  { "open-tab", open_tab_cb, "s" },
  { "open-beside", open_beside_cb, "s" },
};

/* On the text that is read */
static const GActionEntry of_text[] = {
  { "tag", tag_cb },
  { "tag-digit", tag_digit_cb, "i" },
  { "repeat-tag", repeat_tag_cb },
  { "note", note_cb },
  { "untag", untag_cb },
  { "next-passage", next_passage_cb },
  { "previous-passage", previous_passage_cb },
  { "next-uncoded", next_uncoded_cb },
  { "previous-uncoded", previous_uncoded_cb },
  { "next-of-theme", next_of_theme_cb },
  { "previous-of-theme", previous_of_theme_cb },
  { "next-tab", next_tab_cb },
  { "previous-tab", previous_tab_cb },
  { "other-pane", other_pane_cb },
  { "split", NULL, NULL, "false", change_split_cb },
  { "focus-mode", NULL, NULL, "false", change_focus_mode_cb },
};

void
telaah_window_init_reading (TelaahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_window, G_N_ELEMENTS (of_window), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_project, G_N_ELEMENTS (of_project), self);
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_text, G_N_ELEMENTS (of_text), self);
}

static GSimpleAction *
get_action (TelaahWindow *self,
            const char   *name)
{
  return G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), name));
}

void
telaah_window_update_reading (TelaahWindow *self)
{
  gboolean project = self->session != NULL;
  gboolean text = telaah_window_is_reading (self) && telaah_reader_get_source (self->reader) != NULL;
  gboolean split = telaah_reader_get_split (self->reader);

  for (guint i = 0; i < G_N_ELEMENTS (of_project); i++)
    g_simple_action_set_enabled (get_action (self, of_project[i].name), project);
  for (guint i = 0; i < G_N_ELEMENTS (of_text); i++)
    g_simple_action_set_enabled (get_action (self, of_text[i].name), text);

  g_simple_action_set_enabled (get_action (self, "other-pane"), text && split);
  g_simple_action_set_state (get_action (self, "split"), g_variant_new_boolean (split));
  gtk_widget_set_visible (GTK_WIDGET (self->text_style_button), text);
}
