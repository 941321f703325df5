/* What is asked of a cell of the document: whether a summary is still true, and whether a status is another now.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-judging.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-card-words.h"
#include "formats/telaah-labels.h"

/* Of each: so many quotes, and so much of one, in code points. */
#define MOST_QUOTES 3
#define MOST_OF_QUOTE 90

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 42);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
add_quotes (GtkWidget  *box,
            const char *heading,
            GPtrArray  *passages)
{
  if (passages->len == 0)
    return;

  add_label (box, heading, "outline-label");
  for (guint i = 0; i < MIN (passages->len, MOST_QUOTES); i++)
    {
      g_autofree char *line = telaah_card_dup_line (telaah_passage_fields (passages->pdata[i])->quote, MOST_OF_QUOTE);
      g_autofree char *quote = g_strdup_printf (_("“%s”"), line);

      add_label (box, quote, "outline-judged");
    }
  if (passages->len > MOST_QUOTES)
    {
      guint rest = passages->len - MOST_QUOTES;
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rest), rest);

      add_label (box, more, "outline-description");
    }
}

static GtkWidget *
box_new (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);

  return box;
}

static GtkWidget *
button_new (const char *label,
            const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);

  return button;
}

static GtkWidget *
popover_new (GtkWidget *box)
{
  GtkWidget *popover = gtk_popover_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), box);

  return popover;
}

GtkWidget *
telaah_outline_stale_popover_new (TelaahSession *session,
                                  const char    *point,
                                  const char    *source)
{
  TelaahCellChanges *changes = telaah_session_dup_changes (session, point, source, NULL);
  GtkWidget *box = box_new (), *button = button_new (_("Still _True"), "cell.confirm");

  add_label (box, _("The quotes have changed since this summary was written. "
                    "Write it anew, or say that it still holds."), NULL);
  if (changes != NULL)
    {
      add_quotes (box, _("New"), changes->came);
      add_quotes (box, _("Changed"), changes->changed);
      add_quotes (box, _("Gone"), changes->went);
      telaah_cell_changes_free (changes);
    }
  gtk_widget_set_halign (button, GTK_ALIGN_START);
  gtk_widget_set_margin_top (button, 6);
  gtk_box_append (GTK_BOX (box), button);

  return popover_new (box);
}

GtkWidget *
telaah_outline_proposal_popover_new (TelaahCell *cell)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  gboolean has_evidence = telaah_cell_get_evidence (cell)->len > 0;
  GtkWidget *box = box_new (), *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  g_autofree char *label = g_strdup_printf (has_evidence
                                            ? _("It is “%s”, but passages are tagged here now.")
                                            : _("It is “%s”, but no passage is tagged here any more."),
                                            telaah_status_get_label (fields->status));
  g_autofree char *accept = g_strdup_printf (_("Make It “%s”"), telaah_status_get_label (fields->proposal));

  add_label (box, label, NULL);
  gtk_box_append (GTK_BOX (buttons), button_new (accept, "cell.accept"));
  gtk_box_append (GTK_BOX (buttons), button_new (_("_Leave It"), "cell.decline"));
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (box), buttons);

  return popover_new (box);
}
