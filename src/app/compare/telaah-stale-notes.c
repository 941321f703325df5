/* What has happened to a cell's evidence since its summary was written, and the two answers to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-stale-notes.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-word-changes.h"
#include "app/telaah-focus.h"

/* How many of a kind are shown until one asks for more, and then; of hundreds none reads all. */
#define FEW  2
#define MANY 50

/* Of a quote, in code points: for two lines, and for the words that differ. */
#define MOST_OF_LINE  160
#define MOST_OF_WORDS 700

struct _TelaahStaleNotes
{
  GtkWidget          parent_instance;

  TelaahCellChanges *changes;
  gboolean           all;         /* more than a few */

  GtkWidget         *list;
  GtkWidget         *more;
};

G_DEFINE_FINAL_TYPE (TelaahStaleNotes, telaah_stale_notes, GTK_TYPE_WIDGET)

enum { OPEN_PASSAGE, CONFIRM, REWRITE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- One of them ---- */

static GtkWidget *
label_new (const char *words,
           const char *css_class,
           int         lines)
{
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  if (lines > 0)
    {
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
      gtk_label_set_lines (GTK_LABEL (label), lines);
    }

  return label;
}

static void
clicked_cb (GtkWidget        *button,
            TelaahStaleNotes *self)
{
  TelaahPassage *passage = g_object_get_data (G_OBJECT (button), "passage");
  const TelaahPassageFields *f = telaah_passage_fields (passage);

  g_signal_emit (self, signals[OPEN_PASSAGE], 0, f->source, f->id);
}

/* @child: a button around it leads to the passage. */
static void
add_button (TelaahStaleNotes *self,
            GtkWidget        *child,
            TelaahPassage    *passage,
            const char       *name)
{
  GtkWidget *button = gtk_button_new ();

  gtk_button_set_child (GTK_BUTTON (button), child);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "change");
  gtk_widget_set_tooltip_text (button, _("Open in Text"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "passage", g_object_ref (passage), g_object_unref);
  g_signal_connect (button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_box_append (GTK_BOX (self->list), button);
}

static void
add_came (TelaahStaleNotes *self,
          GPtrArray        *passages,
          guint             i)
{
  g_autofree char *words = telaah_card_dup_line (telaah_passage_fields (passages->pdata[i])->quote, MOST_OF_LINE);
  g_autofree char *name = g_strdup_printf ("%s: %s", C_("passage", "new"), words);

  add_button (self, label_new (words, "quote", 2), passages->pdata[i], name);
}

static void
add_changed (TelaahStaleNotes *self,
             GPtrArray        *passages,
             guint             i)
{
  TelaahPassage *before = self->changes->before->pdata[i];
  g_autofree char *was = telaah_card_dup_line (telaah_passage_fields (before)->quote, MOST_OF_WORDS);
  g_autofree char *is = telaah_card_dup_line (telaah_passage_fields (passages->pdata[i])->quote, MOST_OF_WORDS);
  g_autofree char *was_markup = NULL, *is_markup = NULL, *name = NULL;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3), *first, *second;

  telaah_word_changes (was, is, &was_markup, &is_markup);
  first = label_new (NULL, "quote", 6);
  gtk_widget_add_css_class (first, "before");
  gtk_label_set_markup (GTK_LABEL (first), was_markup);
  second = label_new (NULL, "quote", 6);
  gtk_label_set_markup (GTK_LABEL (second), is_markup);
  gtk_box_append (GTK_BOX (box), first);
  gtk_box_append (GTK_BOX (box), second);

  /* Translators: a quote as it was, and as it is now, for a screen reader */
  name = g_strdup_printf (_("before: %s; now: %s"), was, is);
  add_button (self, box, passages->pdata[i], name);
}

/* It may be deleted, so there is nowhere to go. */
static void
add_went (TelaahStaleNotes *self,
          GPtrArray        *passages,
          guint             i)
{
  g_autofree char *words = telaah_card_dup_line (telaah_passage_fields (passages->pdata[i])->quote, MOST_OF_LINE);
  g_autofree char *escaped = g_markup_escape_text (words, -1);
  g_autofree char *markup = g_strdup_printf ("<s>%s</s>", escaped);
  GtkWidget *label = label_new (NULL, "quote", 2);

  gtk_label_set_markup (GTK_LABEL (label), markup);
  gtk_widget_add_css_class (label, "went");
  gtk_box_append (GTK_BOX (self->list), label);
}

/* ---- All of them ---- */

/* Returns: how many are not shown */
static guint
add_kind (TelaahStaleNotes *self,
          GPtrArray        *passages,
          const char       *heading,
          void            (*add) (TelaahStaleNotes *, GPtrArray *, guint))
{
  guint n = MIN (passages->len, self->all ? MANY : FEW);

  if (n == 0)
    return 0;

  gtk_box_append (GTK_BOX (self->list), label_new (heading, "caption-heading", 0));
  for (guint i = 0; i < n; i++)
    add (self, passages, i);

  return passages->len - n;
}

static void
fill (TelaahStaleNotes *self)
{
  TelaahCellChanges *c = self->changes;
  g_autofree char *came = g_strdup_printf (ngettext ("%u passage is new", "%u passages are new", c->came->len),
                                           c->came->len);
  g_autofree char *changed = g_strdup_printf (ngettext ("%u passage reads otherwise now",
                                                        "%u passages read otherwise now", c->changed->len),
                                              c->changed->len);
  g_autofree char *went = g_strdup_printf (ngettext ("%u passage is no longer here",
                                                     "%u passages are no longer here", c->went->len), c->went->len);
  g_autofree char *more = NULL;
  GtkWidget *child;
  guint rest = 0;

  while ((child = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_box_remove (GTK_BOX (self->list), child);

  rest += add_kind (self, c->came, came, add_came);
  rest += add_kind (self, c->changed, changed, add_changed);
  rest += add_kind (self, c->went, went, add_went);

  more = g_strdup_printf (ngettext ("%u More", "%u More", rest), rest);
  gtk_button_set_label (GTK_BUTTON (self->more), more);
  gtk_widget_set_visible (self->more, rest > 0 && !self->all);
  gtk_widget_set_visible (self->list, gtk_widget_get_first_child (self->list) != NULL);
}

static void
more_clicked_cb (TelaahStaleNotes *self)
{
  self->all = TRUE;
  fill (self);
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

static void
confirm_clicked_cb (TelaahStaleNotes *self)
{
  g_signal_emit (self, signals[CONFIRM], 0);
}

static void
rewrite_clicked_cb (TelaahStaleNotes *self)
{
  g_signal_emit (self, signals[REWRITE], 0);
}

/* ---- The widget ---- */

static void
telaah_stale_notes_dispose (GObject *object)
{
  TelaahStaleNotes *self = TELAAH_STALE_NOTES (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_pointer (&self->changes, telaah_cell_changes_free);

  G_OBJECT_CLASS (telaah_stale_notes_parent_class)->dispose (object);
}

static void
telaah_stale_notes_class_init (TelaahStaleNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_stale_notes_dispose;

  signals[OPEN_PASSAGE] =
    g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[CONFIRM] =
    g_signal_new ("confirm", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[REWRITE] =
    g_signal_new ("rewrite", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "stalenotes");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
button_new (TelaahStaleNotes *self,
            const char       *label,
            GCallback         clicked)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  g_signal_connect_swapped (button, "clicked", clicked, self);

  return button;
}

static void
telaah_stale_notes_init (TelaahStaleNotes *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  GtkWidget *title = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *words;
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  words = label_new (_("Evidence has changed since this was written"), "caption-heading", 0);
  gtk_widget_set_hexpand (words, TRUE);
  gtk_widget_set_valign (image, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (title), image);
  gtk_box_append (GTK_BOX (title), words);
  gtk_widget_add_css_class (title, "title");
  gtk_widget_set_parent (title, GTK_WIDGET (self));

  self->list = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  gtk_widget_set_parent (self->list, GTK_WIDGET (self));

  self->more = button_new (self, "", G_CALLBACK (more_clicked_cb));
  gtk_widget_add_css_class (self->more, "flat");
  gtk_widget_set_halign (self->more, GTK_ALIGN_START);
  gtk_widget_set_parent (self->more, GTK_WIDGET (self));

  gtk_box_append (GTK_BOX (buttons), button_new (self, _("Still _True"), G_CALLBACK (confirm_clicked_cb)));
  gtk_box_append (GTK_BOX (buttons), button_new (self, _("Re_write"), G_CALLBACK (rewrite_clicked_cb)));
  gtk_widget_add_css_class (buttons, "answers");
  gtk_widget_set_parent (buttons, GTK_WIDGET (self));
}

GtkWidget *
telaah_stale_notes_new (void)
{
  return g_object_new (TELAAH_TYPE_STALE_NOTES, NULL);
}

/* @changes: (transfer full) */
void
telaah_stale_notes_show (TelaahStaleNotes  *self,
                         TelaahCellChanges *changes)
{
  g_return_if_fail (TELAAH_IS_STALE_NOTES (self));

  g_clear_pointer (&self->changes, telaah_cell_changes_free);
  self->changes = changes;
  self->all = FALSE;
  fill (self);
}
