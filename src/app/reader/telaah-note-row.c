/* One note in the list of all: what it is on, what it says, whose it is.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-note-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-note.h"
#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-markdown.h"
#include "app/reader/telaah-row.h"
#include "app/reader/telaah-theme-dot.h"
#include "app/reader/telaah-theme-match.h"
#include "app/reader/telaah-when.h"

/* More of a quote than two lines can show, in code points. */
#define MOST_OF_QUOTE 300

/* What a screen reader says of it. */
#define MOST_OF_NAME 120

struct _TelaahNoteRow
{
  GtkWidget   parent_instance;

  char       *id;         /* of the note; NULL: none */
  GtkWidget  *note;       /* TelaahCardNote */

  /* From the template. */
  GtkButton  *place;
  GtkBox     *dots;
  GtkImage   *icon;
  GtkLabel   *name;
  GtkLabel   *quote;
  GtkBox     *note_slot;
  GtkLabel   *footer;
  GtkWidget  *edit;
  GtkWidget  *remove;
};

G_DEFINE_FINAL_TYPE (TelaahNoteRow, telaah_note_row, GTK_TYPE_WIDGET)

enum { OPEN, COMMIT, DONE, REMOVE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- What it is on ---- */

static void
add_dot (TelaahNoteRow *self,
         const char    *color)
{
  GtkWidget *dot = telaah_theme_dot_new (color);

  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_box_append (self->dots, dot);
}

static void
clear_dots (TelaahNoteRow *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->dots))) != NULL)
    gtk_box_remove (self->dots, child);
}

static void
show_place (TelaahNoteRow *self,
            const char    *icon,
            const char    *name,
            const char    *quote)
{
  gtk_widget_set_visible (GTK_WIDGET (self->dots), icon == NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->icon), icon != NULL);
  gtk_image_set_from_icon_name (self->icon, icon);
  gtk_label_set_text (self->name, name);
  gtk_widget_set_visible (GTK_WIDGET (self->quote), quote != NULL);
  gtk_label_set_text (self->quote, quote != NULL ? quote : "");
}

/* "Challenges, Benefits · Kabel laut dan kata-kata", and the quote below. */
static void
show_passage (TelaahNoteRow *self,
              TelaahSession *session,
              TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahSource *source = telaah_session_find_source (session, f->source);
  g_autofree char *line = telaah_card_dup_line (f->quote, MOST_OF_QUOTE);
  g_autofree char *quote = g_str_has_prefix (line, "“") ? g_strdup (line) : g_strdup_printf (_("“%s”"), line);
  g_autoptr(GString) name = g_string_new (NULL);

  for (const char *const *id = f->themes; *id != NULL; id++)
    {
      TelaahTheme *theme = telaah_session_find_theme (session, *id);

      if (theme == NULL)
        continue;
      add_dot (self, telaah_session_get_color (session, *id));
      g_string_append_printf (name, "%s%s", name->len > 0 ? ", " : "", telaah_theme_fields (theme)->name);
    }
  if (source != NULL)
    g_string_append_printf (name, "%s%s", name->len > 0 ? " · " : "", telaah_source_get_name (source));

  show_place (self, NULL, name->str, quote);
}

static void
show_cell (TelaahNoteRow *self,
           TelaahSession *session)
{
  show_place (self, "view-grid-symbolic", _("A cell of the comparison"), NULL);
}

static void
show_target (TelaahNoteRow          *self,
             TelaahSession          *session,
             const TelaahNoteFields *f)
{
  TelaahPassage *passage = telaah_session_find_passage (session, f->target);
  TelaahSource *source = telaah_session_find_source (session, f->target);
  TelaahPoint *point = telaah_session_find_point (session, f->target);
  const char *title = telaah_session_get_title (session);

  clear_dots (self);
  if (strcmp (f->kind, "passage") == 0 && passage != NULL)
    show_passage (self, session, passage);
  else if (strcmp (f->kind, "source") == 0 && source != NULL)
    show_place (self, "x-office-document-symbolic", telaah_source_get_name (source), NULL);
  else if (strcmp (f->kind, "theme") == 0)
    {
      g_autofree char *path = telaah_theme_dup_path (telaah_session_get_themes (session), f->target);

      if (path != NULL)
        add_dot (self, telaah_session_get_color (session, f->target));
      show_place (self, NULL, path != NULL ? path : "", NULL);
    }
  else if (strcmp (f->kind, "point") == 0 && point != NULL)
    show_place (self, "view-list-symbolic", telaah_point_fields (point)->title, NULL);
  else if (strcmp (f->kind, "project") == 0)
    show_place (self, "folder-symbolic", title != NULL ? title : _("The project"), NULL);
  else
    show_cell (self, session);
}

/* ---- What it says ---- */

static void
commit_cb (TelaahNoteRow *self,
           const char    *text)
{
  if (self->id != NULL)
    g_signal_emit (self, signals[COMMIT], 0, self->id, text);
}

static void
end_editing (TelaahNoteRow *self)
{
  g_autofree char *id = g_strdup (self->id);

  telaah_card_note_set_editing (TELAAH_CARD_NOTE (self->note), FALSE);
  gtk_widget_set_visible (self->edit, TRUE);
  if (id != NULL)
    g_signal_emit (self, signals[DONE], 0, id);
}

/* Ctrl+Enter: the keys go back to the row. */
static void
done_cb (TelaahNoteRow *self)
{
  gtk_widget_grab_focus (gtk_widget_get_parent (GTK_WIDGET (self)));
}

static gboolean
leave_idle_cb (gpointer user_data)
{
  TelaahNoteRow *self = user_data;
  GtkWidget *focus = gtk_widget_get_root (GTK_WIDGET (self)) != NULL
                       ? gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))) : NULL;

  /* Another window does not end it; and the caret may have come back. */
  if (self->id != NULL && (focus == NULL || !gtk_widget_is_ancestor (focus, self->note)))
    end_editing (self);

  return G_SOURCE_REMOVE;
}

static void
leave_cb (TelaahNoteRow *self)
{
  g_idle_add_full (G_PRIORITY_DEFAULT, leave_idle_cb, g_object_ref (self), g_object_unref);
}

static void
edit_cb (TelaahNoteRow *self)
{
  telaah_note_row_edit (self);
}

static void
open_cb (TelaahNoteRow *self)
{
  g_signal_emit (self, signals[OPEN], 0, self->id);
}

static void
remove_cb (TelaahNoteRow *self)
{
  g_signal_emit (self, signals[REMOVE], 0, self->id);
}

static void
show_words (TelaahNoteRow          *self,
            const TelaahNoteFields *f)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *when = telaah_when_dup_label (f->created, now);
  g_autofree char *footer = g_strdup_printf ("%s · %s", f->coder, when);
  g_autofree char *plain = telaah_markdown_dup_plain (f->text);
  g_autofree char *line = telaah_card_dup_line (plain, MOST_OF_NAME);
  g_autofree char *label = g_strdup_printf ("%s: %s", gtk_label_get_text (self->name), line);
  g_autofree char *edit = g_strdup_printf (_("Edit “%s”"), line);
  g_autofree char *remove = g_strdup_printf (_("Remove “%s”"), line);
  g_autofree char *open = g_strdup_printf (_("Go to %s"), gtk_label_get_text (self->name));

  telaah_card_note_set_text (TELAAH_CARD_NOTE (self->note), f->text, NULL);
  gtk_label_set_text (self->footer, footer);
  telaah_row_set_label (GTK_WIDGET (self), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->edit), GTK_ACCESSIBLE_PROPERTY_LABEL, edit, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->remove), GTK_ACCESSIBLE_PROPERTY_LABEL, remove, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->place), GTK_ACCESSIBLE_PROPERTY_LABEL, open, -1);
}

/* ---- The widget ---- */

static void
telaah_note_row_dispose (GObject *object)
{
  TelaahNoteRow *self = TELAAH_NOTE_ROW (object);
  GtkWidget *child;

  g_clear_pointer (&self->id, g_free);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_NOTE_ROW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_note_row_parent_class)->dispose (object);
}

static void
telaah_note_row_class_init (TelaahNoteRowClass *klass)
{
  static const char *const names[] = { [OPEN] = "open", [DONE] = "done", [REMOVE] = "remove" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_note_row_dispose;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    if (names[i] != NULL)
      signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[COMMIT] = g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "noterow");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-note-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, place);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, dots);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, icon);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, name);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, quote);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, note_slot);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, footer);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, edit);
  gtk_widget_class_bind_template_child (widget_class, TelaahNoteRow, remove);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, remove_cb);
}

static void
telaah_note_row_init (TelaahNoteRow *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));

  self->note = telaah_card_note_new (NULL);
  gtk_box_append (self->note_slot, self->note);
  g_signal_connect_swapped (self->note, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (self->note, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->note, focus);
}

GtkWidget *
telaah_note_row_new (void)
{
  return g_object_new (TELAAH_TYPE_NOTE_ROW, NULL);
}

/* @note: (nullable): what is being typed in the same note stays */
void
telaah_note_row_show (TelaahNoteRow *self,
                      TelaahSession *session,
                      TelaahNote    *note)
{
  const char *id = note != NULL ? telaah_note_fields (note)->id : NULL;

  g_return_if_fail (TELAAH_IS_NOTE_ROW (self));

  if (self->id != NULL && g_strcmp0 (self->id, id) != 0)
    end_editing (self);
  if (id == NULL)
    {
      g_clear_pointer (&self->id, g_free);
      return;
    }

  if (g_strcmp0 (self->id, id) != 0)
    {
      g_free (self->id);
      self->id = g_strdup (id);
      telaah_card_note_set_id (TELAAH_CARD_NOTE (self->note), id);
    }
  show_target (self, session, telaah_note_fields (note));
  show_words (self, telaah_note_fields (note));
}

/* Puts the caret into it. */
void
telaah_note_row_edit (TelaahNoteRow *self)
{
  g_return_if_fail (TELAAH_IS_NOTE_ROW (self));

  gtk_widget_set_visible (self->edit, FALSE);
  telaah_card_note_edit (TELAAH_CARD_NOTE (self->note));
}

gboolean
telaah_note_row_flush (TelaahNoteRow *self)
{
  return telaah_card_note_flush (TELAAH_CARD_NOTE (self->note));
}

void
telaah_note_row_reject (TelaahNoteRow *self)
{
  telaah_card_note_reject (TELAAH_CARD_NOTE (self->note));
}
