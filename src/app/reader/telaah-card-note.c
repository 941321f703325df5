/* A note on a card. It is a label until it is to be edited: of hundreds of cards one has editors.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-note.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-markdown.h"
#include "app/telaah-text-editor.h"

/* From line to line, as the style has it for the label. */
#define LEADING 1.15

struct _TelaahCardNote
{
  GtkWidget  parent_instance;

  char      *id;       /* NULL: a note that is yet to be written */
  char      *text;
  char      *name;         /* for screen readers; NULL: that it is a note */
  char      *placeholder;  /* for want of words; NULL: nothing, or where one can write, that one can */

  GtkWidget *label;    /* one of the two is there */
  GtkWidget *editor;
  GtkWidget *byline;   /* whose it is, or NULL */
};

G_DEFINE_FINAL_TYPE (TelaahCardNote, telaah_card_note, GTK_TYPE_WIDGET)

enum { COMMIT, DONE, WANTED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
commit_cb (TelaahCardNote *self,
           const char     *text)
{
  g_signal_emit (self, signals[COMMIT], 0, text);
}

static void
done_cb (TelaahCardNote *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

/* A link takes its click itself. */
static void
pressed_cb (TelaahCardNote *self)
{
  if (self->editor == NULL && gtk_label_get_current_uri (GTK_LABEL (self->label)) == NULL)
    g_signal_emit (self, signals[WANTED], 0);
}

static void
show_text (TelaahCardNote *self)
{
  g_autofree char *markup = telaah_markdown_dup_markup (self->text);
  gboolean empty = self->placeholder != NULL && *markup == '\0';

  gtk_label_set_markup (GTK_LABEL (self->label), markup);
  if (empty)
    {
      gtk_label_set_text (GTK_LABEL (self->label), self->placeholder);
      gtk_widget_add_css_class (self->label, "dim-label");
    }
  else
    gtk_widget_remove_css_class (self->label, "dim-label");
}

static void
make_label (TelaahCardNote *self)
{
  self->label = gtk_label_new (NULL);
  show_text (self);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_insert_after (self->label, GTK_WIDGET (self), NULL);
}

static void
name_editor (TelaahCardNote *self)
{
  TelaahTextEditor *editor = TELAAH_TEXT_EDITOR (self->editor);

  telaah_text_editor_set_label (editor, self->name != NULL ? self->name : self->id != NULL ? _("Note") : _("New note"));
  telaah_text_editor_set_placeholder (editor, self->placeholder != NULL ? self->placeholder
                                                                        : self->id != NULL ? NULL : _("Add a note…"));
}

static void
make_editor (TelaahCardNote *self)
{
  self->editor = telaah_text_editor_new ();
  telaah_text_editor_set_leading (TELAAH_TEXT_EDITOR (self->editor), LEADING);
  telaah_text_editor_set_text (TELAAH_TEXT_EDITOR (self->editor), self->text);
  name_editor (self);
  g_signal_connect_swapped (self->editor, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (self->editor, "done", G_CALLBACK (done_cb), self);
  gtk_widget_insert_after (self->editor, GTK_WIDGET (self), NULL);
}

static void
telaah_card_note_dispose (GObject *object)
{
  TelaahCardNote *self = TELAAH_CARD_NOTE (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->editor, gtk_widget_unparent);
  g_clear_pointer (&self->byline, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_card_note_parent_class)->dispose (object);
}

static void
telaah_card_note_finalize (GObject *object)
{
  TelaahCardNote *self = TELAAH_CARD_NOTE (object);

  g_free (self->id);
  g_free (self->text);
  g_free (self->name);
  g_free (self->placeholder);

  G_OBJECT_CLASS (telaah_card_note_parent_class)->finalize (object);
}

static void
telaah_card_note_class_init (TelaahCardNoteClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_card_note_dispose;
  object_class->finalize = telaah_card_note_finalize;

  signals[COMMIT] =
    g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WANTED] =
    g_signal_new ("wanted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_css_name (widget_class, "cardnote");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_card_note_init (TelaahCardNote *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkGesture *press = gtk_gesture_click_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (press), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (press, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (press));

  self->text = g_strdup ("");
  make_label (self);
}

/**
 * telaah_card_note_new:
 * @note: (nullable): its id; %NULL for a note that is yet to be written
 */
GtkWidget *
telaah_card_note_new (const char *note)
{
  TelaahCardNote *self = g_object_new (TELAAH_TYPE_CARD_NOTE, NULL);

  telaah_card_note_set_id (self, note);

  return GTK_WIDGET (self);
}

const char *
telaah_card_note_get_id (TelaahCardNote *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_NOTE (self), NULL);

  return self->id;
}

/* Once it has been written. */
void
telaah_card_note_set_id (TelaahCardNote *self,
                         const char     *note)
{
  g_return_if_fail (TELAAH_IS_CARD_NOTE (self));

  g_free (self->id);
  self->id = g_strdup (note);
  if (self->editor != NULL)
    name_editor (self);
}

/* Where it is not a note but other words of the same kind. */
void
telaah_card_note_set_names (TelaahCardNote *self,
                            const char     *name,
                            const char     *placeholder)
{
  g_return_if_fail (TELAAH_IS_CARD_NOTE (self));

  g_free (self->name);
  g_free (self->placeholder);
  self->name = g_strdup (name);
  self->placeholder = g_strdup (placeholder);
  if (self->editor != NULL)
    name_editor (self);
  else
    show_text (self);
}

/* @byline: (nullable): whose it is. Words that are being typed stay. */
void
telaah_card_note_set_text (TelaahCardNote *self,
                           const char     *text,
                           const char     *byline)
{
  g_return_if_fail (TELAAH_IS_CARD_NOTE (self));

  g_free (self->text);
  self->text = g_strdup (text);
  if (self->editor != NULL)
    telaah_text_editor_set_text (TELAAH_TEXT_EDITOR (self->editor), text);
  else
    show_text (self);

  if (byline == NULL)
    {
      g_clear_pointer (&self->byline, gtk_widget_unparent);
      return;
    }

  if (self->byline == NULL)
    {
      self->byline = gtk_label_new (NULL);
      gtk_label_set_xalign (GTK_LABEL (self->byline), 0);
      gtk_label_set_ellipsize (GTK_LABEL (self->byline), PANGO_ELLIPSIZE_END);
      gtk_widget_add_css_class (self->byline, "footer");
      gtk_widget_add_css_class (self->byline, "dim-label");
      gtk_widget_insert_before (self->byline, GTK_WIDGET (self), NULL);
    }
  gtk_label_set_text (GTK_LABEL (self->byline), byline);
}

/* Words that could not be saved keep their editor. */
void
telaah_card_note_set_editing (TelaahCardNote *self,
                              gboolean        editing)
{
  g_return_if_fail (TELAAH_IS_CARD_NOTE (self));

  if (editing == (self->editor != NULL) || (!editing && !telaah_card_note_flush (self)))
    return;

  if (editing)
    {
      g_clear_pointer (&self->label, gtk_widget_unparent);
      make_editor (self);
    }
  else
    {
      g_clear_pointer (&self->editor, gtk_widget_unparent);
      make_label (self);
    }
}

/* Puts the caret there. */
void
telaah_card_note_edit (TelaahCardNote *self)
{
  g_return_if_fail (TELAAH_IS_CARD_NOTE (self));

  telaah_card_note_set_editing (self, TRUE);
  telaah_text_editor_edit (TELAAH_TEXT_EDITOR (self->editor), FALSE);
}

/* Returns: whether all is saved */
gboolean
telaah_card_note_flush (TelaahCardNote *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_NOTE (self), FALSE);

  return self->editor == NULL || telaah_text_editor_flush (TELAAH_TEXT_EDITOR (self->editor));
}

void
telaah_card_note_reject (TelaahCardNote *self)
{
  g_return_if_fail (TELAAH_IS_CARD_NOTE (self));

  if (self->editor != NULL)
    telaah_text_editor_reject (TELAAH_TEXT_EDITOR (self->editor));
}
