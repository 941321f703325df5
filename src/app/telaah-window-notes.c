/* The windows beside the main one, with its notes, codebook and passages of a theme; and what is done to themes in
 * dialogs. Each window is one of a project, and goes with it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-codebook.h"
#include "app/reader/telaah-notes.h"
#include "app/reader/telaah-theme-merge.h"
#include "app/reader/telaah-theme-passages.h"
#include "app/reader/telaah-theme-split.h"
#include "app/telaah-window-private.h"

/* ---- Windows ---- */

/* Its actions are those of the main window too, for Undo and to go from one to the other. It is not one of the
 * application's, or this window's keys would be its. */
void
telaah_window_adopt (TelaahWindow *self,
                     GtkWidget    *window,
                     gpointer     *slot)
{
  gtk_widget_insert_action_group (window, "win", G_ACTION_GROUP (self));
  if (TELAAH_DEVELOPMENT)
    gtk_widget_add_css_class (window, "devel");
  g_set_weak_pointer (slot, window);
}

static void
open_passage_cb (TelaahWindow *self,
                 const char   *source,
                 const char   *passage)
{
  g_signal_emit_by_name (self->outline, "open-passage", source, passage);
  gtk_window_present (GTK_WINDOW (self));
}

static void
show_theme_passages (TelaahWindow *self,
                     const char   *theme)
{
  if (telaah_session_find_theme (self->session, theme) == NULL)
    return;

  if (self->theme_passages == NULL)
    {
      TelaahThemePassages *window = telaah_theme_passages_new (self->session);

      telaah_window_adopt (self, GTK_WIDGET (window), (gpointer *) &self->theme_passages);
      g_signal_connect_object (window, "open-passage", G_CALLBACK (open_passage_cb), self, G_CONNECT_SWAPPED);
    }

  telaah_theme_passages_set_theme (TELAAH_THEME_PASSAGES (self->theme_passages), theme);
  gtk_window_present (GTK_WINDOW (self->theme_passages));
}

/* From a note to what it is on. */
void
telaah_window_open_target (TelaahWindow *self,
                           const char   *kind,
                           const char   *target)
{
  TelaahPassage *passage = telaah_session_find_passage (self->session, target);

  if (g_str_equal (kind, "theme"))
    {
      show_theme_passages (self, target);
      return;
    }

  if (passage != NULL)
    g_signal_emit_by_name (self->outline, "open-passage", telaah_passage_fields (passage)->source, target);
  else if (telaah_session_find_source (self->session, target) != NULL)
    g_signal_emit_by_name (self->outline, "open-source", target);
  else if (telaah_session_find_point (self->session, target) != NULL)
    {
      telaah_outline_page_set_place (self->outline, target);
      telaah_window_set_view (self, "outline");
    }
  gtk_window_present (GTK_WINDOW (self));
}

static TelaahNotes *
need_notes (TelaahWindow *self)
{
  if (self->notes == NULL)
    {
      TelaahNotes *notes = telaah_notes_new (self->session);

      telaah_window_adopt (self, GTK_WIDGET (notes), (gpointer *) &self->notes);
      g_signal_connect_object (notes, "open-target", G_CALLBACK (telaah_window_open_target), self, G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->notes));

  return TELAAH_NOTES (self->notes);
}

/* ---- Dialogs ---- */

/* Over the codebook, where it was asked for there. */
static GtkWindow *
get_parent (TelaahWindow *self)
{
  return self->codebook != NULL && gtk_window_is_active (GTK_WINDOW (self->codebook)) ? GTK_WINDOW (self->codebook)
                                                                                     : GTK_WINDOW (self);
}

static void
done_cb (GtkWindow    *dialog,
         const char   *message,
         TelaahWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (dialog);

  if (TELAAH_IS_CODEBOOK (parent))
    telaah_codebook_tell_undo (TELAAH_CODEBOOK (parent), message);
  else
    g_signal_emit_by_name (self->reader, "removed", message);
}

static void
show_dialog (TelaahWindow *self,
             GtkWidget    *dialog)
{
  g_signal_connect_object (dialog, "done", G_CALLBACK (done_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- Actions ---- */

static void
notes_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       widget)
{
  need_notes (widget);
}

static void
write_note_cb (GSimpleAction *action,
               GVariant      *parameter,
               gpointer       widget)
{
  const char *kind, *target;

  g_variant_get (parameter, "(&s&s)", &kind, &target);
  telaah_notes_write (need_notes (widget), kind, *target != '\0' ? target : NULL);
}

static void
notes_on_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  const char *kind, *target;

  g_variant_get (parameter, "(&s&s)", &kind, &target);
  telaah_notes_show_on (need_notes (widget), kind, target);
}

static void
codebook_cb (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       widget)
{
  TelaahWindow *self = widget;

  if (self->codebook == NULL)
    telaah_window_adopt (self, GTK_WIDGET (telaah_codebook_new (self->session)), (gpointer *) &self->codebook);
  gtk_window_present (GTK_WINDOW (self->codebook));
}

static void
theme_passages_cb (GSimpleAction *action,
                   GVariant      *parameter,
                   gpointer       widget)
{
  show_theme_passages (widget, g_variant_get_string (parameter, NULL));
}

static void
merge_theme_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  TelaahWindow *self = widget;
  const char *theme = g_variant_get_string (parameter, NULL);

  show_dialog (self, GTK_WIDGET (telaah_theme_merge_new (get_parent (self), self->session,
                                                         *theme != '\0' ? theme : NULL)));
}

static void
split_theme_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       widget)
{
  TelaahWindow *self = widget;
  const char *theme = g_variant_get_string (parameter, NULL);

  if (telaah_session_find_theme (self->session, theme) != NULL)
    show_dialog (self, GTK_WIDGET (telaah_theme_split_new (get_parent (self), self->session, theme)));
}

static void
tag_occurrences_cb (GSimpleAction *action,
                    GVariant      *parameter,
                    gpointer       widget)
{
  telaah_reader_tag_occurrences (TELAAH_WINDOW (widget)->reader);
}

static const GActionEntry of_project[] = {
  { "notes", notes_cb },
  { "write-note", write_note_cb, "(ss)" },
  { "notes-on", notes_on_cb, "(ss)" },
  { "codebook", codebook_cb },
  { "theme-passages", theme_passages_cb, "s" },
  { "merge-theme", merge_theme_cb, "s" },
  { "split-theme", split_theme_cb, "s" },
  { "tag-occurrences", tag_occurrences_cb },
};

void
telaah_window_init_notes (TelaahWindow *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), of_project, G_N_ELEMENTS (of_project), self);
}

void
telaah_window_update_notes (TelaahWindow *self)
{
  gboolean reading = telaah_window_is_reading (self) && telaah_reader_get_source (self->reader) != NULL;

  for (guint i = 0; i < G_N_ELEMENTS (of_project); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), of_project[i].name)),
                                 self->session != NULL);
  g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (self), "tag-occurrences")),
                               reading);
}

/* Writes what is being typed there. */
void
telaah_window_flush_notes (TelaahWindow *self)
{
  if (self->notes != NULL)
    telaah_notes_flush (TELAAH_NOTES (self->notes));
  if (self->codebook != NULL)
    telaah_codebook_flush (TELAAH_CODEBOOK (self->codebook));
}

void
telaah_window_close_notes (TelaahWindow *self)
{
  GtkWidget **const slots[] = { &self->notes, &self->codebook, &self->theme_passages, &self->words };

  for (guint i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      GtkWidget *window = *slots[i];

      g_clear_weak_pointer (slots[i]);
      if (window == NULL)
        continue;
      gtk_widget_insert_action_group (window, "win", NULL);
      gtk_window_destroy (GTK_WINDOW (window));
    }
}
