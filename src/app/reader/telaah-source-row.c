/* One source as a row of the sidebar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-row.h"

#include <glib/gi18n.h>

struct _TelaahSourceRow
{
  GtkListBoxRow   parent_instance;

  TelaahSource   *source;
  guint           n_passages;

  GtkLabel       *name;           /* from the template */
  GtkLabel       *origin;
  GtkLabel       *count;
  TelaahShareBar *bar;
};

G_DEFINE_FINAL_TYPE (TelaahSourceRow, telaah_source_row, GTK_TYPE_LIST_BOX_ROW)

/* Who and when, as in a reference. */
static char *
dup_origin (TelaahSource *source)
{
  g_autofree char *origin = telaah_source_dup_origin (source);

  if (origin == NULL)
    /* Translators: "no date", as in a reference. */
    return g_strdup (C_("reference", "n.d."));

  if (telaah_source_fields (source)->date == NULL)
    /* Translators: %s is an author; "n.d." is "no date", as in a reference. */
    return g_strdup_printf (C_("reference", "%s, n.d."), origin);

  return g_steal_pointer (&origin);
}

static void
describe (TelaahSourceRow *self,
          const char      *in_words)
{
  const char *name = telaah_source_get_name (self->source), *origin = gtk_label_get_text (self->origin);
  g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", self->n_passages),
                                               self->n_passages);
  g_autofree char *counts = *in_words != '\0' ? g_strdup_printf ("%s: %s", passages, in_words) : g_strdup (passages);
  g_autofree char *tip = g_strdup_printf ("%s\n%s\n%s", name, origin, counts);
  g_autofree char *description = g_strdup_printf ("%s, %s", origin, counts);

  if (g_strcmp0 (gtk_widget_get_tooltip_text (GTK_WIDGET (self)), tip) != 0)    /* it asks the display for the pointer */
    gtk_widget_set_tooltip_text (GTK_WIDGET (self), tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
telaah_source_row_dispose (GObject *object)
{
  TelaahSourceRow *self = TELAAH_SOURCE_ROW (object);

  /* First, or the row would keep a pointer to the child that goes with the template. */
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SOURCE_ROW);
  g_clear_object (&self->source);

  G_OBJECT_CLASS (telaah_source_row_parent_class)->dispose (object);
}

static void
telaah_source_row_class_init (TelaahSourceRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_source_row_dispose;

  g_type_ensure (TELAAH_TYPE_SHARE_BAR);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-source-row.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceRow, name);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceRow, origin);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceRow, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceRow, bar);
}

static void
telaah_source_row_init (TelaahSourceRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_source_row_new (void)
{
  return g_object_new (TELAAH_TYPE_SOURCE_ROW, NULL);
}

/* Borrowed; NULL before it has one. */
TelaahSource *
telaah_source_row_get_source (TelaahSourceRow *self)
{
  g_return_val_if_fail (TELAAH_IS_SOURCE_ROW (self), NULL);

  return self->source;
}

void
telaah_source_row_set_source (TelaahSourceRow *self,
                              TelaahSource    *source)
{
  g_autofree char *origin = NULL;

  g_return_if_fail (TELAAH_IS_SOURCE_ROW (self));
  g_return_if_fail (TELAAH_IS_SOURCE (source));

  g_set_object (&self->source, source);
  origin = dup_origin (source);
  gtk_label_set_text (self->name, telaah_source_get_name (source));
  gtk_label_set_text (self->origin, origin);
  describe (self, "");

  /* The name of a file is a makeshift, and looks it. */
  if (telaah_source_fields (source)->title == NULL)
    gtk_widget_add_css_class (GTK_WIDGET (self->name), "makeshift");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->name), "makeshift");
}

/**
 * telaah_source_row_set_counts:
 * @shares: (array length=n_shares): what the bar shows
 * @filled: how much of the bar they take up, 0 to 1
 * @in_words: the same in words, for those who do not see the colours
 */
void
telaah_source_row_set_counts (TelaahSourceRow   *self,
                              guint              n_passages,
                              const TelaahShare *shares,
                              guint              n_shares,
                              double             filled,
                              const char        *in_words)
{
  g_autofree char *count = g_strdup_printf ("%u", n_passages);

  g_return_if_fail (TELAAH_IS_SOURCE_ROW (self));

  self->n_passages = n_passages;
  gtk_label_set_text (self->count, count);
  telaah_share_bar_set (self->bar, shares, n_shares, filled);
  describe (self, in_words);
}
