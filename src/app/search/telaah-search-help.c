/* How to ask in a search, by examples: on the empty panel, and in a popover once something is asked.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-help.h"

#include <glib/gi18n.h>

static const struct
{
  const char *query;
  const char *words;
} examples[] = {
  { N_("open data"), N_("both words, in one sentence") },
  { N_("\"open data\""), N_("one after the other") },
  { N_("risk OR cost"), N_("either of them") },
  { N_("data NOT public"), N_("the one without the other") },
  { N_("trust NEAR/5 media"), N_("at most five words between them") },
  { N_("(risk OR cost) data"), N_("brackets group") },
  { N_("diplo*"), N_("words that begin so") },
};

static void
add (GtkGrid    *grid,
     int         row,
     const char *query,
     const char *words)
{
  GtkWidget *example = gtk_label_new (query), *meaning = gtk_label_new (words);

  gtk_label_set_xalign (GTK_LABEL (example), 0);
  gtk_widget_set_valign (example, GTK_ALIGN_BASELINE);
  gtk_widget_add_css_class (example, "monospace");
  gtk_label_set_xalign (GTK_LABEL (meaning), 0);
  gtk_widget_set_valign (meaning, GTK_ALIGN_BASELINE);
  gtk_label_set_wrap (GTK_LABEL (meaning), TRUE);
  gtk_label_set_width_chars (GTK_LABEL (meaning), 12);
  gtk_label_set_max_width_chars (GTK_LABEL (meaning), 34);
  gtk_widget_set_hexpand (meaning, TRUE);
  gtk_widget_add_css_class (meaning, "dim-label");
  gtk_grid_attach (grid, example, 0, row, 1, 1);
  gtk_grid_attach (grid, meaning, 1, row, 1, 1);
}

GtkWidget *
telaah_search_help_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *title = gtk_label_new (_("How to ask"));
  GtkWidget *grid = gtk_grid_new ();

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_grid_set_column_spacing (GTK_GRID (grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (grid), 6);
  for (guint i = 0; i < G_N_ELEMENTS (examples); i++)
    add (GTK_GRID (grid), i, _(examples[i].query), _(examples[i].words));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), grid);
  gtk_widget_add_css_class (box, "search-help");

  return box;
}
