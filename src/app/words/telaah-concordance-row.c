/* A line of a concordance: the word in the middle, and what stands around it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-concordance-row.h"

#include "app/words/telaah-word-context.h"

/* In characters. */
#define SOURCE_CHARS 16
#define MOST_WORDS   40

struct _TelaahConcordanceRow
{
  GtkWidget  parent_instance;

  GtkWidget *source;     /* a label */
  GtkWidget *line;
  GtkWidget *before;
  GtkWidget *words;      /* a label */
  GtkWidget *after;
};

G_DEFINE_FINAL_TYPE (TelaahConcordanceRow, telaah_concordance_row, GTK_TYPE_WIDGET)

/* ---- What it shows ---- */

/* Words that are read from right to left have what stands before them on their right. */
static void
update_direction (TelaahConcordanceRow *self)
{
  GtkWidget *const parts[] = { self->line, self->before, self->words, self->after };
  gboolean rtl = pango_layout_get_direction (gtk_label_get_layout (GTK_LABEL (self->words)), 0) == PANGO_DIRECTION_RTL;

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    gtk_widget_set_direction (parts[i], rtl ? GTK_TEXT_DIR_RTL : GTK_TEXT_DIR_LTR);
}

/* The row itself is the list's. */
static void
name_row (TelaahConcordanceRow        *self,
          const TelaahConcordanceLine *line,
          const char                  *source)
{
  GtkWidget *row = gtk_widget_get_parent (GTK_WIDGET (self));
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", source, line->before, line->words, line->after);

  if (row != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
telaah_concordance_row_show (TelaahConcordanceRow        *self,
                             const TelaahConcordanceLine *line,
                             const char                  *source)
{
  gboolean shortened;

  g_return_if_fail (TELAAH_IS_CONCORDANCE_ROW (self));

  shortened = gtk_widget_get_has_tooltip (self->source);
  gtk_label_set_text (GTK_LABEL (self->source), source);
  gtk_widget_set_tooltip_text (self->source, source);
  gtk_widget_set_has_tooltip (self->source, shortened);
  telaah_word_context_set_text (TELAAH_WORD_CONTEXT (self->before), line->before);
  gtk_label_set_text (GTK_LABEL (self->words), line->words);
  telaah_word_context_set_text (TELAAH_WORD_CONTEXT (self->after), line->after);
  update_direction (self);
  name_row (self, line, source);
}

void
telaah_concordance_row_set_place (TelaahConcordanceRow   *self,
                                  TelaahConcordancePlace  place)
{
  gboolean above = place == TELAAH_CONCORDANCE_ABOVE;
  GtkLayoutManager *layout;

  g_return_if_fail (TELAAH_IS_CONCORDANCE_ROW (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout),
                                  above ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_set_has_tooltip (self->source, !above);
  gtk_widget_set_visible (self->source, place != TELAAH_CONCORDANCE_NOWHERE);
  gtk_label_set_width_chars (GTK_LABEL (self->source), above ? -1 : SOURCE_CHARS);
  gtk_label_set_max_width_chars (GTK_LABEL (self->source), above ? -1 : SOURCE_CHARS);
}

/* ---- The widget ---- */

static void
telaah_concordance_row_dispose (GObject *object)
{
  TelaahConcordanceRow *self = TELAAH_CONCORDANCE_ROW (object);

  g_clear_pointer (&self->source, gtk_widget_unparent);
  g_clear_pointer (&self->line, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_concordance_row_parent_class)->dispose (object);
}

static void
telaah_concordance_row_class_init (TelaahConcordanceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_concordance_row_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "concordancerow");
}

static void
telaah_concordance_row_init (TelaahConcordanceRow *self)
{
  self->source = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->source), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (self->source), 0);
  gtk_widget_add_css_class (self->source, "source");
  gtk_widget_add_css_class (self->source, "dim-label");
  gtk_widget_set_parent (self->source, GTK_WIDGET (self));

  self->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_widget_set_parent (self->line, GTK_WIDGET (self));

  self->before = telaah_word_context_new (TRUE);
  self->after = telaah_word_context_new (FALSE);
  self->words = gtk_label_new (NULL);
  gtk_label_set_ellipsize (GTK_LABEL (self->words), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (self->words), MOST_WORDS);
  gtk_label_set_single_line_mode (GTK_LABEL (self->words), TRUE);
  gtk_widget_add_css_class (self->words, "words");
  gtk_box_append (GTK_BOX (self->line), self->before);
  gtk_box_append (GTK_BOX (self->line), self->words);
  gtk_box_append (GTK_BOX (self->line), self->after);
}

GtkWidget *
telaah_concordance_row_new (void)
{
  return g_object_new (TELAAH_TYPE_CONCORDANCE_ROW, NULL);
}
