/* Links of an editor's words: a popover to choose what they rest on, and the verbs of the session behind it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-linking.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-row-words.h"
#include "app/reader/telaah-card-words.h"
#include "app/telaah-picker.h"
#include "app/telaah-place-words.h"

/* Of a quote, for who points at a link; in code points. */
#define MOST_OF_QUOTE 280

typedef struct
{
  TelaahTextEditor    *editor;     /* which owns us */
  TelaahLinkKind       kind;
  TelaahLinkingFailed  failed;
  gpointer             user_data;

  TelaahSession       *session;
  char                *point;
  char                *source;     /* of the cell; NULL: the words are the point's */
  GPtrArray           *links;      /* TelaahLink, of these words */

  GtkWidget           *popover;
  GtkWidget           *picker;
  GtkWidget           *linked;     /* box over the picker: what the words are linked to already */
  GtkWidget           *linked_to;
  TelaahSpan           span;       /* what is being linked */
  TelaahLink          *old;        /* the link that is there already, or NULL */
} Linking;

/* Ids of items that stand for the cell of a source begin with this. */
#define CELL "cell "

/* ---- Words ---- */

static char *
dup_link_words (TelaahLink *link,
                gpointer    user_data)
{
  Linking *self = user_data;
  const TelaahLinkFields *f = telaah_link_fields (link);
  TelaahPassage *passage = f->passage != NULL ? telaah_session_find_passage (self->session, f->passage) : NULL;
  g_autofree char *quote = NULL, *mention = NULL;

  if (f->cited != NULL)
    {
      mention = telaah_row_words_dup_mention (self->session, f->cited);
      /* Translators: what linked words lead to: what a source says on this point; %s is such as "Rahma 2021" */
      return g_strdup_printf (_("What %s says here"), mention);
    }

  if (passage == NULL)
    return g_strdup (_("The passage is gone"));

  quote = telaah_card_dup_line (telaah_passage_fields (passage)->quote, MOST_OF_QUOTE);
  if (self->source != NULL && g_strcmp0 (telaah_passage_fields (passage)->source, self->source) == 0)
    return g_strdup_printf (_("“%s”"), quote);

  mention = telaah_row_words_dup_mention (self->session, telaah_passage_fields (passage)->source);

  /* Translators: a quote, and the source it is from, such as "Rahma 2021" */
  return g_strdup_printf (_("“%s” (%s)"), quote, mention);
}

/* ---- What can be linked to ---- */

static void
add_passages (Linking    *self,
              GPtrArray  *items,
              const char *source,
              gboolean    named)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, self->point, source);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  g_autofree char *mention = named ? telaah_row_words_dup_mention (self->session, source) : NULL;

  for (guint i = 0; i < evidence->len; i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (evidence->pdata[i]);
      g_autofree char *section = telaah_place_words_dup (self->session, evidence->pdata[i]);
      g_autofree char *place = mention != NULL && section != NULL ? g_strdup_printf ("%s, %s", mention, section)
                                                                  : g_strdup (mention != NULL ? mention : section);

      g_ptr_array_add (items, telaah_picker_item_new (f->id, f->quote, place));
    }
}

/* For the words of a point first its cells, then what these rest on. */
static GPtrArray *
dup_items (Linking *self)
{
  GPtrArray *items = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_picker_item_free);
  GListModel *sources = telaah_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources);

  if (self->source != NULL)
    {
      add_passages (self, items, self->source, FALSE);
      return items;
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;
      g_autofree char *item = g_strconcat (CELL, id, NULL);
      g_autofree char *mention = telaah_row_words_dup_mention (self->session, id);

      g_ptr_array_add (items, telaah_picker_item_new (item, mention, telaah_source_get_name (source)));
    }

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      add_passages (self, items, telaah_source_fields (source)->id, TRUE);
    }

  return items;
}

/* ---- Making and removing ---- */

static gboolean
tell (Linking  *self,
      gboolean  done,
      GError   *error)
{
  if (!done && self->failed != NULL)
    self->failed (self->user_data, error->message);

  return done;
}

static void
remove_link (Linking    *self,
             TelaahLink *link)
{
  g_autoptr(GError) error = NULL;

  tell (self, telaah_session_remove_link (self->session, telaah_link_fields (link)->id, &error), error);
}

static gboolean
same_span (TelaahLink *link,
           TelaahSpan  span)
{
  TelaahSpan other = telaah_link_fields (link)->span;

  return other.start == span.start && other.end == span.end;
}

static void
picked_cb (Linking    *self,
           const char *id)
{
  gboolean cell = g_str_has_prefix (id, CELL);
  TelaahLinkFields f = { .point = self->point, .source = self->source, .kind = self->kind, .span = self->span };
  g_autoptr(TelaahLink) old = g_steal_pointer (&self->old);
  g_autofree char *made = NULL;
  g_autoptr(GError) error = NULL;

  f.passage = cell ? NULL : id;
  f.cited = cell ? id + strlen (CELL) : NULL;
  gtk_popover_popdown (GTK_POPOVER (self->popover));

  made = telaah_session_add_link (self->session, &f, &error);
  if (tell (self, made != NULL, error) && old != NULL && same_span (old, self->span))
    remove_link (self, old);

  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
follow_clicked_cb (Linking *self)
{
  g_autoptr(TelaahLink) old = g_steal_pointer (&self->old);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (old != NULL)
    g_signal_emit_by_name (self->editor, "link-activated", old);
}

static void
remove_clicked_cb (Linking *self)
{
  g_autoptr(TelaahLink) old = g_steal_pointer (&self->old);

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (old != NULL)
    remove_link (self, old);

  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
}

static void
removed_cb (TelaahTextEditor *editor,
            TelaahLink       *link,
            Linking          *self)
{
  if (self->session != NULL)
    remove_link (self, link);
}

/* ---- The popover ---- */

static GtkWidget *
button_new (Linking    *self,
            const char *label,
            GCallback   clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
make_linked_box (Linking *self)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->linked_to = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->linked_to), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->linked_to), 40);
  gtk_label_set_lines (GTK_LABEL (self->linked_to), 3);
  gtk_label_set_ellipsize (GTK_LABEL (self->linked_to), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->linked_to), 0);

  gtk_box_append (GTK_BOX (buttons), button_new (self, _("_Go There"), G_CALLBACK (follow_clicked_cb)));
  gtk_box_append (GTK_BOX (buttons), button_new (self, _("_Remove Link"), G_CALLBACK (remove_clicked_cb)));

  self->linked = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->linked), self->linked_to);
  gtk_box_append (GTK_BOX (self->linked), buttons);
  gtk_box_append (GTK_BOX (self->linked), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
}

/* A closed popover keeps nothing of the session alive. */
static void
closed_cb (Linking *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  telaah_picker_set_items (TELAAH_PICKER (self->picker), none, "");
}

static void
need_popover (Linking *self)
{
  GtkWidget *box;

  if (self->popover != NULL)
    return;

  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  make_linked_box (self);
  self->picker = telaah_picker_new (_("Link to…"));
  g_signal_connect_swapped (self->picker, "picked", G_CALLBACK (picked_cb), self);
  gtk_box_append (GTK_BOX (box), self->linked);
  gtk_box_append (GTK_BOX (box), self->picker);

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  telaah_text_editor_add_popover (self->editor, self->popover);
}

static TelaahLink *
find_link (Linking    *self,
           TelaahSpan  span)
{
  for (guint i = 0; i < self->links->len; i++)
    {
      TelaahSpan other = telaah_link_fields (self->links->pdata[i])->span;

      if (other.start < other.end && other.start <= span.start && span.end <= other.end)
        return self->links->pdata[i];
    }

  return NULL;
}

static void
wanted_cb (TelaahTextEditor *editor,
           guint             start,
           guint             end,
           Linking          *self)
{
  g_autoptr(GPtrArray) items = NULL;
  g_autofree char *words = NULL;
  GdkRectangle place;
  TelaahLink *old;

  if (self->session == NULL || self->point == NULL)
    return;

  need_popover (self);
  self->span = (TelaahSpan) { start, end };
  old = find_link (self, self->span);
  g_set_object (&self->old, old);
  words = old != NULL ? dup_link_words (old, self) : NULL;
  gtk_label_set_text (GTK_LABEL (self->linked_to), words != NULL ? words : "");
  gtk_widget_set_visible (self->linked, old != NULL);

  items = dup_items (self);
  telaah_picker_set_items (TELAAH_PICKER (self->picker), items,
                           items->len > 0 ? _("Nothing found") : _("This cell has no passages to link to yet."));
  telaah_text_editor_get_place (editor, self->span, &place);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &place);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->picker);
}

/* ---- The controller ---- */

static void
linking_free (gpointer data)
{
  Linking *self = data;

  g_clear_object (&self->session);
  g_clear_object (&self->old);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_free (self->point);
  g_free (self->source);
  g_free (self);
}

/**
 * telaah_linking_attach:
 * @kind: which text of a cell, or of a point, it edits
 * @failed: (nullable): called with @user_data, which must live as long as the editor
 */
void
telaah_linking_attach (TelaahTextEditor    *editor,
                       TelaahLinkKind       kind,
                       TelaahLinkingFailed  failed,
                       gpointer             user_data)
{
  Linking *self = g_new0 (Linking, 1);

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (editor));

  self->editor = editor;
  self->kind = kind;
  self->failed = failed;
  self->user_data = user_data;
  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  g_object_set_data_full (G_OBJECT (editor), "linking", self, linking_free);

  telaah_text_editor_set_linkable (editor, dup_link_words, self);
  g_signal_connect (editor, "link-wanted", G_CALLBACK (wanted_cb), self);
  g_signal_connect (editor, "link-removed", G_CALLBACK (removed_cb), self);
}

/**
 * telaah_linking_show:
 * @session: (nullable): %NULL: nothing
 * @source: (nullable): of the cell; %NULL: the words are the point's
 *
 * The links as the project has them; to be called when the words were set, and after every change.
 */
void
telaah_linking_show (TelaahTextEditor *editor,
                     TelaahSession    *session,
                     const char       *point,
                     const char       *source)
{
  Linking *self = g_object_get_data (G_OBJECT (editor), "linking");
  g_autoptr(GPtrArray) links = session != NULL ? telaah_session_dup_links (session, point, source) : NULL;
  char *old_point, *old_source;

  g_return_if_fail (self != NULL);

  g_set_object (&self->session, session);
  old_point = g_steal_pointer (&self->point);
  old_source = g_steal_pointer (&self->source);
  self->point = g_strdup (point);
  self->source = g_strdup (source);
  g_free (old_point);
  g_free (old_source);

  g_ptr_array_set_size (self->links, 0);
  for (guint i = 0; links != NULL && i < links->len; i++)
    if (telaah_link_fields (links->pdata[i])->kind == self->kind)
      g_ptr_array_add (self->links, g_object_ref (links->pdata[i]));

  telaah_text_editor_set_links (editor, self->links);
}
