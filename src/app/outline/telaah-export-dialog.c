/* What is asked before an outline is exported: the format, the paper, and whether what is hidden goes along.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-export-dialog.h"

#include <glib/gi18n.h>

struct _TelaahExportDialog
{
  AdwWindow    parent_instance;

  AdwComboRow *format_row;      /* from the template, as all below */
  AdwComboRow *content_row;
  AdwComboRow *paper_row;
  GtkWidget   *hidden_row;
  GtkSwitch   *hidden_switch;
  GtkLabel    *hint;
};

G_DEFINE_FINAL_TYPE (TelaahExportDialog, telaah_export_dialog, ADW_TYPE_WINDOW)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In points of 1/72 inch. */
static const struct
{
  const char *name;
  double      width, height;
} papers[] = {
  { "A4", 595.28, 841.89 },
  { "Letter", 612, 792 },
};

/* What each is good for. */
static const char *
get_hint (TelaahOutlineFormat format)
{
  switch (format)
    {
    case TELAAH_OUTLINE_JSON:
      return _("The whole outline with its evidence, to be taken into another copy of the project.");

    case TELAAH_OUTLINE_TEXT:
      return _("A table of plain letters, for a message or a terminal.");

    case TELAAH_OUTLINE_MARKDOWN:
      return _("Headings, positions and quotes, for a notebook or a wiki.");

    case TELAAH_OUTLINE_HTML:
      return _("One page for any browser, where each claim leads to its quote in context.");

    case TELAAH_OUTLINE_ODT:
    case TELAAH_OUTLINE_DOCX:
      return _("For a word processor, with real headings, a table, and references as footnotes.");

    case TELAAH_OUTLINE_PDF:
      return _("For paper, or to hand round.");

    case TELAAH_OUTLINE_OPML:
      return _("The points and questions, for other outliners.");

    case TELAAH_OUTLINE_CSV:
    case TELAAH_OUTLINE_XLSX:
      return _("Points and sources as a table, for a spreadsheet.");

    case TELAAH_OUTLINE_TEMPLATE:
    default:
      return _("Points and questions only, for others to fill with their own sources.");
    }
}

static void
update (TelaahExportDialog *self)
{
  TelaahOutlineFormat format = adw_combo_row_get_selected (self->format_row);

  if (format >= TELAAH_N_OUTLINE_FORMATS)
    return;

  gtk_widget_set_visible (GTK_WIDGET (self->content_row), format == TELAAH_OUTLINE_PDF);
  gtk_widget_set_visible (GTK_WIDGET (self->paper_row), format == TELAAH_OUTLINE_PDF);
  gtk_label_set_label (self->hint, get_hint (format));
}

static void
export_cb (TelaahExportDialog *self)
{
  g_signal_emit (self, signals[CHOSEN], 0);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- The list of formats, whose names are long ---- */

static void
show_check (GtkListItem *item)
{
  TelaahExportDialog *self = g_object_get_data (G_OBJECT (item), "dialog");
  GtkWidget *box = gtk_list_item_get_child (item);

  if (box != NULL)
    gtk_widget_set_opacity (gtk_widget_get_last_child (box),
                            gtk_list_item_get_position (item) == adw_combo_row_get_selected (self->format_row));
}

static void
setup_cb (TelaahExportDialog *self,
          GtkListItem        *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12), *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("object-select-symbolic"));
  gtk_list_item_set_child (item, box);
  g_object_set_data (G_OBJECT (item), "dialog", self);
  g_signal_connect_object (self->format_row, "notify::selected", G_CALLBACK (show_check), item, G_CONNECT_SWAPPED);
}

static void
bind_cb (TelaahExportDialog *self,
         GtkListItem        *item)
{
  GtkWidget *label = gtk_widget_get_first_child (gtk_list_item_get_child (item));

  gtk_label_set_label (GTK_LABEL (label), gtk_string_object_get_string (gtk_list_item_get_item (item)));
  show_check (item);
}

static void
init_formats (TelaahExportDialog *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkStringList) formats = gtk_string_list_new (NULL);

  for (guint i = 0; i < TELAAH_N_OUTLINE_FORMATS; i++)
    gtk_string_list_append (formats, telaah_outline_format_get_name (i));
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  adw_combo_row_set_list_factory (self->format_row, factory);
  adw_combo_row_set_model (self->format_row, G_LIST_MODEL (formats));
}

/* ---- The object ---- */

static void
telaah_export_dialog_class_init (TelaahExportDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-export-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahExportDialog, format_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahExportDialog, content_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahExportDialog, paper_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahExportDialog, hidden_row);
  gtk_widget_class_bind_template_child (widget_class, TelaahExportDialog, hidden_switch);
  gtk_widget_class_bind_template_child (widget_class, TelaahExportDialog, hint);
  gtk_widget_class_bind_template_callback (widget_class, update);
  gtk_widget_class_bind_template_callback (widget_class, export_cb);
}

static void
telaah_export_dialog_init (TelaahExportDialog *self)
{
  const char *const contents[] = { _("Outline"), _("Handout to fill in"), _("Handout, filled in"), NULL };
  g_autoptr(GtkStringList) content = gtk_string_list_new (contents);
  g_autoptr(GtkStringList) sheets = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    gtk_string_list_append (sheets, papers[i].name);
  adw_combo_row_set_model (self->content_row, G_LIST_MODEL (content));
  adw_combo_row_set_model (self->paper_row, G_LIST_MODEL (sheets));
  init_formats (self);
}

/* @choice: what is chosen at first; @has_hidden: whether anything could be left out */
TelaahExportDialog *
telaah_export_dialog_new (GtkWindow                *parent,
                          const TelaahExportChoice *choice,
                          gboolean                  has_hidden)
{
  TelaahExportDialog *self = g_object_new (TELAAH_TYPE_EXPORT_DIALOG, "transient-for", parent, NULL);
  guint paper = 0;

  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    if (papers[i].width == choice->options.width)
      paper = i;

  adw_combo_row_set_selected (self->format_row, choice->format);
  adw_combo_row_set_selected (self->content_row, choice->options.handout);
  adw_combo_row_set_selected (self->paper_row, paper);
  gtk_switch_set_active (self->hidden_switch, choice->visible);
  gtk_widget_set_visible (self->hidden_row, has_hidden);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->format_row));

  return self;
}

void
telaah_export_dialog_get_choice (TelaahExportDialog *self,
                                 TelaahExportChoice *choice)
{
  guint paper;

  g_return_if_fail (TELAAH_IS_EXPORT_DIALOG (self));

  paper = MIN (adw_combo_row_get_selected (self->paper_row), G_N_ELEMENTS (papers) - 1);
  telaah_export_choice_init (choice);
  choice->format = adw_combo_row_get_selected (self->format_row);
  if (choice->format == TELAAH_OUTLINE_PDF)
    choice->options.handout = adw_combo_row_get_selected (self->content_row);
  choice->options.width = papers[paper].width;
  choice->options.height = papers[paper].height;
  choice->visible = gtk_widget_get_visible (self->hidden_row) && gtk_switch_get_active (self->hidden_switch);
}

/* HTML, on the paper of the region. */
void
telaah_export_choice_init (TelaahExportChoice *choice)
{
  guint paper = g_str_has_prefix (gtk_paper_size_get_default (), "na_letter") ? 1 : 0;

  *choice = (TelaahExportChoice) { .format = TELAAH_OUTLINE_HTML };
  choice->options.width = papers[paper].width;
  choice->options.height = papers[paper].height;
}
