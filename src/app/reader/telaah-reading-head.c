/* What stands above a text: its title, and a line of what is known of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-reading-head.h"

#include <glib/gi18n.h>

struct _TelaahReadingHead
{
  GtkWidget  parent_instance;

  GtkWidget *title;
  GtkWidget *meta;
  GtkWidget *notes;      /* a link to those on the source */
  char      *source;
};

G_DEFINE_FINAL_TYPE (TelaahReadingHead, telaah_reading_head, GTK_TYPE_WIDGET)

static void
append_part (GString    *meta,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (meta->len > 0)
    g_string_append (meta, " · ");
  g_string_append (meta, part);
}

static void
show_notes (TelaahReadingHead *self,
            guint              n)
{
  g_autofree char *words = g_strdup_printf (ngettext ("%'u note on this source", "%'u notes on this source", n), n);
  g_autofree char *markup = g_markup_printf_escaped ("<a href=\"notes:\">%s</a>", words);

  gtk_label_set_markup (GTK_LABEL (self->notes), markup);
  gtk_widget_set_visible (self->notes, n > 0);
}

static gboolean
open_notes_cb (TelaahReadingHead *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.notes-on", "(ss)", "source", self->source);

  return TRUE;
}

/* Unknown is left out. */
void
telaah_reading_head_show (TelaahReadingHead *self,
                          TelaahSource      *source,
                          guint              n_passages,
                          guint              n_notes)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  g_autoptr(GString) meta = g_string_new (NULL);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u word", "%'u words", f->words), f->words);
  g_autofree char *passages = g_strdup_printf (ngettext ("%'u passage", "%'u passages", n_passages), n_passages);

  append_part (meta, f->author);
  append_part (meta, f->publisher);
  append_part (meta, f->date);
  append_part (meta, words);
  append_part (meta, passages);

  gtk_label_set_text (GTK_LABEL (self->title), telaah_source_get_name (source));
  gtk_label_set_text (GTK_LABEL (self->meta), meta->str);
  g_free (self->source);
  self->source = g_strdup (f->id);
  show_notes (self, n_notes);
}

static void
telaah_reading_head_dispose (GObject *object)
{
  TelaahReadingHead *self = TELAAH_READING_HEAD (object);

  g_clear_pointer (&self->title, gtk_widget_unparent);
  g_clear_pointer (&self->meta, gtk_widget_unparent);
  g_clear_pointer (&self->notes, gtk_widget_unparent);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (telaah_reading_head_parent_class)->dispose (object);
}

static void
telaah_reading_head_class_init (TelaahReadingHeadClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = telaah_reading_head_dispose;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (TelaahReadingHead *self,
           const char        *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_widget_set_parent (label, GTK_WIDGET (self));

  return label;
}

static void
telaah_reading_head_init (TelaahReadingHead *self)
{
  GtkBoxLayout *layout = GTK_BOX_LAYOUT (gtk_widget_get_layout_manager (GTK_WIDGET (self)));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (layout, 4);
  self->title = add_label (self, "telaah-reading-title");
  self->meta = add_label (self, "telaah-reading-meta");
  gtk_widget_add_css_class (self->meta, "dim-label");
  self->notes = add_label (self, "telaah-reading-meta");
  gtk_widget_set_visible (self->notes, FALSE);
  g_signal_connect_swapped (self->notes, "activate-link", G_CALLBACK (open_notes_cb), self);
}

GtkWidget *
telaah_reading_head_new (void)
{
  return g_object_new (TELAAH_TYPE_READING_HEAD, NULL);
}
