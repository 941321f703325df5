/* One passage as a card. It shows what the session has, and changes nothing but through the session's verbs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-passage-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-note.h"
#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-flow-layout.h"
#include "app/reader/telaah-theme-tag.h"

/* More of a quote than four lines can show, in code points; a whole chapter may be tagged. */
#define MOST_OF_QUOTE 600

/* What a screen reader says of it. */
#define MOST_OF_NAME 80

struct _TelaahPassageCard
{
  GtkWidget      parent_instance;

  TelaahSession *session;
  TelaahPassage *passage;
  gboolean       selected;
  gboolean       adding;    /* a note is on its way into the session */
  char          *wanted;    /* id of the note that a click asks to edit */

  GPtrArray     *tags;      /* TelaahThemeTag, the first ones on show; owned by the box */
  GPtrArray     *notes;     /* TelaahCardNote, in order; owned by the box */
  GtkWidget     *new_note;  /* TelaahCardNote, below them; or NULL */

  /* from the template */
  GtkBox        *theme_box;
  GtkLabel      *quote;
  GtkBox        *note_box;
  GtkLabel      *footer;
};

G_DEFINE_FINAL_TYPE (TelaahPassageCard, telaah_passage_card, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, NOTE_DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void update_notes (TelaahPassageCard *self);

static const TelaahPassageFields *
get_fields (TelaahPassageCard *self)
{
  return telaah_passage_fields (self->passage);
}

static guint
count_notes (TelaahPassageCard *self)
{
  GPtrArray *notes = telaah_passage_get_notes (self->passage);

  return notes != NULL ? notes->len : 0;
}

static void
fail (TelaahPassageCard *self,
      const GError      *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

/* ---- Themes ---- */

static void
untag_cb (TelaahPassageCard *self,
          TelaahThemeTag    *tag)
{
  const char *const themes[] = { telaah_theme_tag_get_theme (tag), NULL };
  gboolean last = get_fields (self)->themes[1] == NULL && count_notes (self) == 0;
  g_autofree char *label = last ? g_strdup (_("Passage"))
                                : g_strdup_printf (_("Tag “%s”"), telaah_theme_tag_get_name (tag));
  g_autoptr(TelaahPassageCard) kept = g_object_ref (self);
  g_autoptr(GError) error = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self));   /* the button goes */
  if (telaah_session_untag (self->session, get_fields (self)->id, themes, &error))
    g_signal_emit (self, signals[REMOVED], 0, label);
  else
    fail (self, error);
}

static TelaahThemeTag *
need_tag (TelaahPassageCard *self,
          guint              i)
{
  if (i == self->tags->len)
    {
      GtkWidget *tag = telaah_theme_tag_new ();

      g_signal_connect_object (tag, "untag", G_CALLBACK (untag_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->theme_box, tag);
      g_ptr_array_add (self->tags, tag);
    }

  gtk_widget_set_visible (self->tags->pdata[i], TRUE);
  return self->tags->pdata[i];
}

static void
update_themes (TelaahPassageCard *self)
{
  guint n = 0;

  for (const char *const *id = get_fields (self)->themes; *id != NULL; id++)
    {
      TelaahTheme *theme = telaah_session_find_theme (self->session, *id);

      if (theme != NULL)
        telaah_theme_tag_set_theme (need_tag (self, n++), *id, telaah_theme_fields (theme)->name,
                                    telaah_session_get_color (self->session, *id));
    }

  if (n == 0)
    telaah_theme_tag_set_theme (need_tag (self, n++), NULL, _("No theme"), NULL);

  for (; n < self->tags->len; n++)
    gtk_widget_set_visible (self->tags->pdata[n], FALSE);
}

/* ---- Notes ---- */

static void
write_new (TelaahPassageCard *self,
           TelaahCardNote    *note,
           const char        *text)
{
  g_autoptr(GError) error = NULL;
  g_autofree char *id = NULL;

  /* The session tells of the new note before it is known that this is its editor, where the writer may go on. */
  self->adding = TRUE;
  id = telaah_session_add_note (self->session, get_fields (self)->id, text, &error);
  self->adding = FALSE;

  if (id == NULL)
    {
      telaah_card_note_reject (note);
      fail (self, error);
      return;
    }

  telaah_card_note_set_id (note, id);
  g_ptr_array_add (self->notes, note);
  self->new_note = NULL;
  update_notes (self);
}

/* A note that somebody else has removed meanwhile is written anew: what was typed is not lost. */
static gboolean
write_again (TelaahPassageCard *self,
             const char        *text,
             const GError      *error)
{
  g_autofree char *id = NULL;

  if (!g_error_matches (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND) || *text == '\0')
    return FALSE;

  id = telaah_session_add_note (self->session, get_fields (self)->id, text, NULL);

  return id != NULL;
}

static void
commit_cb (TelaahPassageCard *self,
           const char        *text,
           TelaahCardNote    *note)
{
  g_autoptr(TelaahPassageCard) kept = g_object_ref (self);
  g_autofree char *words = g_strstrip (g_strdup (text));
  g_autoptr(GError) error = NULL;

  if (self->passage == NULL || (*words == '\0' && telaah_card_note_get_id (note) == NULL))
    return;

  if (telaah_card_note_get_id (note) == NULL)
    {
      write_new (self, note, text);
      return;
    }

  if (!telaah_session_set_note (self->session, telaah_card_note_get_id (note), *words != '\0' ? text : "", &error))
    {
      if (write_again (self, words, error))
        return;

      telaah_card_note_reject (note);
      fail (self, error);
    }
  else if (*words == '\0')
    g_signal_emit (self, signals[REMOVED], 0, _("Note"));
}

static void
done_cb (TelaahPassageCard *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self));
  g_signal_emit (self, signals[NOTE_DONE], 0);
}

/* The click goes on to select the card, which puts the caret into the note. */
static void
wanted_cb (TelaahPassageCard *self,
           TelaahCardNote    *note)
{
  g_free (self->wanted);
  self->wanted = g_strdup (telaah_card_note_get_id (note));
}

static GtkWidget *
make_note (TelaahPassageCard *self,
           const char        *id)
{
  GtkWidget *note = telaah_card_note_new (id);

  g_signal_connect_object (note, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (note, "done", G_CALLBACK (done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (note, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);
  telaah_card_note_set_editing (TELAAH_CARD_NOTE (note), self->selected);

  return note;
}

static GtkWidget *
find_note (TelaahPassageCard *self,
           const char        *id)
{
  for (guint i = 0; i < self->notes->len; i++)
    if (g_strcmp0 (telaah_card_note_get_id (self->notes->pdata[i]), id) == 0)
      return self->notes->pdata[i];

  return NULL;
}

/* A note keeps its widget, and an editor its caret, for as long as it is there. */
static void
update_notes (TelaahPassageCard *self)
{
  GPtrArray *notes = telaah_passage_get_notes (self->passage);
  GPtrArray *old = self->notes;
  g_autoptr(GPtrArray) now = g_ptr_array_new ();
  GtkWidget *last = NULL;

  if (self->adding)
    return;

  for (guint i = 0; i < count_notes (self); i++)
    {
      const TelaahNoteFields *f = telaah_note_fields (notes->pdata[i]);
      const char *byline = g_strcmp0 (f->coder, get_fields (self)->coder) != 0 ? f->coder : NULL;
      GtkWidget *note = find_note (self, f->id);

      if (note == NULL)
        gtk_box_append (self->note_box, note = make_note (self, f->id));

      gtk_box_reorder_child_after (self->note_box, note, last);
      telaah_card_note_set_editing (TELAAH_CARD_NOTE (note), self->selected);
      telaah_card_note_set_text (TELAAH_CARD_NOTE (note), f->text, byline);
      g_ptr_array_add (now, last = note);
    }

  self->notes = g_steal_pointer (&now);
  for (guint i = 0; i < old->len; i++)
    if (!g_ptr_array_find (self->notes, old->pdata[i], NULL))
      gtk_box_remove (self->note_box, old->pdata[i]);
  g_ptr_array_unref (old);

  if (self->selected && self->new_note == NULL)
    {
      self->new_note = make_note (self, NULL);
      gtk_widget_add_css_class (self->new_note, "new");
      gtk_box_append (self->note_box, self->new_note);
    }
  else if (!self->selected && self->new_note != NULL)
    gtk_box_remove (self->note_box, g_steal_pointer (&self->new_note));

  for (guint i = 0; i < self->notes->len; i++)
    gtk_widget_remove_css_class (self->notes->pdata[i], "new");
  gtk_widget_set_visible (GTK_WIDGET (self->note_box), self->notes->len > 0 || self->new_note != NULL);
}

/* ---- Words ---- */

static void
update_footer (TelaahPassageCard *self)
{
  const TelaahPassageFields *f = get_fields (self);
  g_autofree char *footer = telaah_card_dup_footer (f, telaah_session_count_cells (self->session, f->id));

  gtk_label_set_text (self->footer, footer);
}

static void
update_name (TelaahPassageCard *self)
{
  g_autofree char *quote = telaah_card_dup_line (get_fields (self)->quote, MOST_OF_NAME);
  g_autoptr(GString) name = g_string_new (NULL);

  for (guint i = 0; i < self->tags->len; i++)
    if (gtk_widget_get_visible (self->tags->pdata[i]))
      g_string_append_printf (name, "%s%s", i > 0 ? ", " : "", telaah_theme_tag_get_name (self->tags->pdata[i]));
  g_string_append_printf (name, ": %s", quote);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name->str, -1);
}

/* ---- Focus ---- */

/* The card itself comes first, so that arrow keys go from card to card; Tab goes on to what it holds. */
static gboolean
telaah_passage_card_focus (GtkWidget        *widget,
                           GtkDirectionType  direction)
{
  gboolean backward = direction == GTK_DIR_TAB_BACKWARD;
  GtkWidget *at = gtk_widget_get_focus_child (widget);

  if (gtk_widget_is_focus (widget))
    at = NULL;
  else if (at == NULL)
    return gtk_widget_grab_focus (widget);
  else if (gtk_widget_child_focus (at, direction))
    return TRUE;

  if (direction != GTK_DIR_TAB_FORWARD && !backward)
    return FALSE;
  if (backward && at == NULL)
    return FALSE;

  at = at == NULL ? gtk_widget_get_first_child (widget)
                  : backward ? gtk_widget_get_prev_sibling (at) : gtk_widget_get_next_sibling (at);
  for (; at != NULL; at = backward ? gtk_widget_get_prev_sibling (at) : gtk_widget_get_next_sibling (at))
    if (gtk_widget_child_focus (at, direction))
      return TRUE;

  return backward && gtk_widget_grab_focus (widget);
}

/* The view gives the card the focus after a click: into the note that was clicked, if it was one. */
static gboolean
telaah_passage_card_grab_focus (GtkWidget *widget)
{
  TelaahPassageCard *self = TELAAH_PASSAGE_CARD (widget);
  g_autofree char *wanted = g_steal_pointer (&self->wanted);
  GtkWidget *note = wanted != NULL ? find_note (self, wanted) : NULL;

  if (note == NULL)
    return GTK_WIDGET_CLASS (telaah_passage_card_parent_class)->grab_focus (widget);

  telaah_card_note_edit (TELAAH_CARD_NOTE (note));
  return TRUE;
}

/* ---- The object ---- */

static void
telaah_passage_card_dispose (GObject *object)
{
  TelaahPassageCard *self = TELAAH_PASSAGE_CARD (object);
  GtkWidget *child;

  g_ptr_array_set_size (self->tags, 0);
  g_ptr_array_set_size (self->notes, 0);
  self->new_note = NULL;
  g_clear_object (&self->passage);

  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_PASSAGE_CARD);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_passage_card_parent_class)->dispose (object);
}

static void
telaah_passage_card_finalize (GObject *object)
{
  TelaahPassageCard *self = TELAAH_PASSAGE_CARD (object);

  g_ptr_array_unref (self->tags);
  g_ptr_array_unref (self->notes);
  g_free (self->wanted);

  G_OBJECT_CLASS (telaah_passage_card_parent_class)->finalize (object);
}

static void
telaah_passage_card_class_init (TelaahPassageCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_passage_card_dispose;
  object_class->finalize = telaah_passage_card_finalize;

  widget_class->focus = telaah_passage_card_focus;
  widget_class->grab_focus = telaah_passage_card_grab_focus;

  signals[REMOVED] =
    g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[NOTE_DONE] =
    g_signal_new ("note-done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_FLOW_LAYOUT);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-passage-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahPassageCard, theme_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahPassageCard, quote);
  gtk_widget_class_bind_template_child (widget_class, TelaahPassageCard, note_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahPassageCard, footer);
  gtk_widget_class_set_css_name (widget_class, "passagecard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_passage_card_init (TelaahPassageCard *self)
{
  self->tags = g_ptr_array_new ();
  self->notes = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_passage_card_new (void)
{
  return g_object_new (TELAAH_TYPE_PASSAGE_CARD, NULL);
}

/* Before its first passage. */
void
telaah_passage_card_set_session (TelaahPassageCard *self,
                                 TelaahSession     *session)
{
  g_return_if_fail (TELAAH_IS_PASSAGE_CARD (self));

  g_set_object (&self->session, session);
}

TelaahPassage *
telaah_passage_card_get_passage (TelaahPassageCard *self)
{
  g_return_val_if_fail (TELAAH_IS_PASSAGE_CARD (self), NULL);

  return self->passage;
}

/* @passage: (nullable): %NULL: none for now. What it shows of the same passage changes in place. */
void
telaah_passage_card_set_passage (TelaahPassageCard *self,
                                 TelaahPassage     *passage)
{
  g_return_if_fail (TELAAH_IS_PASSAGE_CARD (self));

  if (self->passage != NULL && (passage == NULL || strcmp (telaah_passage_fields (passage)->id,
                                                           get_fields (self)->id) != 0))
    {
      telaah_passage_card_flush (self);
      telaah_passage_card_set_selected (self, FALSE);
      g_clear_pointer (&self->wanted, g_free);
    }

  if (!g_set_object (&self->passage, passage) || passage == NULL)
    return;

  {
    g_autofree char *quote = telaah_card_dup_line (get_fields (self)->quote, MOST_OF_QUOTE);

    gtk_label_set_text (self->quote, quote);
  }
  update_notes (self);
  telaah_passage_card_refresh (self);
}

/* Selected, its notes can be edited and another one written. */
void
telaah_passage_card_set_selected (TelaahPassageCard *self,
                                  gboolean           selected)
{
  g_return_if_fail (TELAAH_IS_PASSAGE_CARD (self));

  if (self->selected == selected)
    return;

  self->selected = selected;
  if (selected)
    gtk_widget_add_css_class (GTK_WIDGET (self), "selected");
  else
    {
      gtk_widget_remove_css_class (GTK_WIDGET (self), "selected");
      telaah_passage_card_flush (self);
    }

  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED, selected, -1);
  if (self->passage != NULL)
    update_notes (self);
}

/* After a change of themes, points or cells, which a passage knows nothing of. */
void
telaah_passage_card_refresh (TelaahPassageCard *self)
{
  g_return_if_fail (TELAAH_IS_PASSAGE_CARD (self));

  if (self->passage == NULL)
    return;

  update_themes (self);
  update_footer (self);
  update_name (self);
}

/* Puts the caret into the first note, or into a new one; the card must be selected. */
void
telaah_passage_card_edit_note (TelaahPassageCard *self)
{
  GtkWidget *note;

  g_return_if_fail (TELAAH_IS_PASSAGE_CARD (self));

  note = self->notes->len > 0 ? self->notes->pdata[0] : self->new_note;
  if (note != NULL)
    telaah_card_note_edit (TELAAH_CARD_NOTE (note));
}

/* Saves what is being typed. */
void
telaah_passage_card_flush (TelaahPassageCard *self)
{
  g_autoptr(GPtrArray) notes = NULL;

  g_return_if_fail (TELAAH_IS_PASSAGE_CARD (self));

  notes = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < self->notes->len; i++)
    g_ptr_array_add (notes, g_object_ref (self->notes->pdata[i]));
  if (self->new_note != NULL)
    g_ptr_array_add (notes, g_object_ref (self->new_note));

  for (guint i = 0; i < notes->len; i++)
    telaah_card_note_flush (notes->pdata[i]);
}
