/* "Insert quote": a popover at the caret of an editor with the evidence that its words may rest on; the one that is
 * chosen is written there, with its reference, as a link to its passage.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-quote-insert.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/outline/telaah-references.h"
#include "app/telaah-picker.h"

typedef struct
{
  TelaahTextEditor *editor;     /* which owns us */
  TelaahLinkKind    kind;
  TelaahSession    *session;
  char             *point;
  char             *source;     /* of the cell; NULL: the words are the point's */

  GtkWidget        *popover;    /* NULL until it is asked for */
  GtkWidget        *picker;
  guint             at;         /* where it goes, in code points */
} Insert;

#define KEY "telaah-quote-insert"

/* ---- What there is to quote ---- */

static void
add_source (Insert     *self,
            GPtrArray  *items,
            const char *source)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, self->point, source);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);

  for (guint i = 0; i < evidence->len; i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (evidence->pdata[i]);

      g_ptr_array_add (items, telaah_picker_item_new (f->id, f->quote,
                                                      telaah_references_get (self->session, evidence->pdata[i])));
    }
}

static GPtrArray *
dup_items (Insert *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_picker_item_free);
  GListModel *sources = telaah_session_get_sources (self->session);

  if (self->source != NULL)
    {
      add_source (self, items, self->source);
      return items;
    }

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      add_source (self, items, telaah_source_fields (source)->id);
    }

  return items;
}

/* ---- Writing it ---- */

/* In one line, in the quotation marks of the language, with its reference. */
static char *
dup_citation (Insert        *self,
              TelaahPassage *passage)
{
  g_auto(GStrv) words = g_strsplit_set (telaah_passage_fields (passage)->quote, " \t\n", -1);
  g_autoptr(GString) flat = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (flat, flat->len > 0 ? " %s" : "%s", words[i]);

  /* Translators: a quotation and where it is from, as written into a text: “It costs too much.” (Rahma 2021) */
  return g_strdup_printf (_("“%s” (%s)"), flat->str, telaah_references_get (self->session, passage));
}

/* Set off by a blank from the word before it. */
static char *
dup_set_off (Insert     *self,
             const char *citation)
{
  g_autofree char *text = telaah_text_editor_dup_text (self->editor);
  const char *at = g_utf8_offset_to_pointer (text, MIN ((glong) self->at, g_utf8_strlen (text, -1)));
  const char *before = at > text ? g_utf8_prev_char (at) : NULL;

  if (before == NULL || g_unichar_isspace (g_utf8_get_char (before)) || strchr ("([", *before) != NULL)
    return g_strdup (citation);

  return g_strconcat (" ", citation, NULL);
}

static void
picked_cb (Insert     *self,
           const char *id)
{
  TelaahPassage *passage = telaah_session_find_passage (self->session, id);
  g_autofree char *passage_id = g_strdup (id), *citation = NULL, *written = NULL;
  g_autoptr(GError) error = NULL;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (passage == NULL)
    return;

  citation = dup_citation (self, passage);
  written = dup_set_off (self, citation);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  if (telaah_session_insert_quote (self->session, self->point, self->source, self->kind, self->at, written,
                                   passage_id, &error))
    telaah_text_editor_set_cursor (self->editor, self->at + g_utf8_strlen (written, -1));
  else
    gtk_widget_activate_action (GTK_WIDGET (self->editor), "outline.fail", "s", error->message);
}

/* ---- The popover ---- */

/* A closed popover keeps no quotes. */
static void
closed_cb (Insert *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  telaah_picker_set_items (TELAAH_PICKER (self->picker), none, "");
}

static void
need_popover (Insert *self)
{
  if (self->popover != NULL)
    return;

  self->picker = telaah_picker_new (_("Find a quote"));
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), self->picker);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Insert quote"), -1);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  telaah_text_editor_add_popover (self->editor, self->popover);
}

/* At the caret; what has been typed is saved first, so that the place is of what the project has. */
void
telaah_quote_insert_open (TelaahTextEditor *editor)
{
  Insert *self = g_object_get_data (G_OBJECT (editor), KEY);
  g_autoptr(GPtrArray) items = NULL;
  GdkRectangle place;

  g_return_if_fail (self != NULL);

  if (!telaah_text_editor_flush (editor))
    return;

  need_popover (self);
  self->at = telaah_text_editor_get_cursor (editor);
  items = dup_items (self);
  telaah_picker_set_items (TELAAH_PICKER (self->picker), items,
                           items->len > 0 ? _("Nothing found") : _("No passages are tagged for this yet."));
  telaah_text_editor_get_place (editor, (TelaahSpan) { self->at, self->at }, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->picker);
}

static gboolean
key_cb (GtkWidget *widget,
        GVariant  *args,
        gpointer   user_data)
{
  telaah_quote_insert_open (TELAAH_TEXT_EDITOR (widget));

  return TRUE;
}

/* ---- The controller ---- */

static void
insert_free (gpointer data)
{
  Insert *self = data;

  g_object_unref (self->session);
  g_free (self->point);
  g_free (self->source);
  g_free (self);
}

/**
 * telaah_quote_insert_attach:
 * @kind: which text of a cell, or of a point, it edits
 * @source: (nullable): of the cell; %NULL: the words are the point's, and any source may be quoted
 */
void
telaah_quote_insert_attach (TelaahTextEditor *editor,
                            TelaahLinkKind    kind,
                            TelaahSession    *session,
                            const char       *point,
                            const char       *source)
{
  static const char *const keys[] = { "<Ctrl>j", "<Ctrl>apostrophe" };
  GtkEventController *controller = gtk_shortcut_controller_new ();
  Insert *self = g_new0 (Insert, 1);

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (editor));

  self->editor = editor;
  self->kind = kind;
  self->session = g_object_ref (session);
  self->point = g_strdup (point);
  self->source = g_strdup (source);
  g_object_set_data_full (G_OBJECT (editor), KEY, self, insert_free);

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_shortcut_trigger_parse_string (keys[i]),
                                                            gtk_callback_action_new (key_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (editor), controller);
}
