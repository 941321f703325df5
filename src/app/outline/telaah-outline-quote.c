/* A passage quoted in the document: its words with an edge in the colour of its theme, the way to
 * its text, and what was noted on it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-quote.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/telaah-color.h"

/* In pixels. */
#define EDGE 3

/* Up to how many characters a reference is not broken. */
#define UNBROKEN 48

struct _TelaahOutlineQuote
{
  GtkWidget      parent_instance;

  TelaahPassage *passage;
  char          *reference;   /* who said it */
  char          *color;       /* #rrggbb of the theme */

  GtkWidget     *quote;
  GtkWidget     *notes;
};

G_DEFINE_FINAL_TYPE (TelaahOutlineQuote, telaah_outline_quote, GTK_TYPE_WIDGET)

/* A short reference stays in one line. */
static char *
dup_unbroken (const char *reference)
{
  g_auto(GStrv) words = g_strsplit (reference, " ", -1);

  return g_utf8_strlen (reference, -1) <= UNBROKEN ? g_strjoinv ("\u00a0", words) : g_strdup (reference);
}

/* The reference runs on after the words, so it is a link of the same label; not serif, as it is
 * not quoted. */
static void
show_quote (TelaahOutlineQuote *self)
{
  const TelaahPassageFields *fields = telaah_passage_fields (self->passage);
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const char *family = pango_font_description_get_family (pango_context_get_font_description (context));
  g_autofree char *words = g_strstrip (g_strdup (fields->quote));
  /* Translators: a quotation, in the quotation marks of the language */
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), words);
  g_autofree char *reference = dup_unbroken (self->reference);
  g_autofree char *markup =
    g_markup_printf_escaped ("%s\u2002<span font_family=\"%s\" size=\"90%%\"><a href=\"%s\">%s\u00a0↗</a></span>",
                             quoted, family != NULL ? family : "sans", fields->id, reference);

  gtk_label_set_markup (GTK_LABEL (self->quote), markup);
}

static void
show_notes (TelaahOutlineQuote *self)
{
  GPtrArray *notes = telaah_passage_get_notes (self->passage);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->notes)) != NULL)
    gtk_widget_unparent (child);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      GtkWidget *label = gtk_label_new (telaah_note_fields (notes->pdata[i])->text);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
      gtk_label_set_selectable (GTK_LABEL (label), FALSE);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (label, "outline-note");
      gtk_box_append (GTK_BOX (self->notes), label);
    }

  gtk_widget_set_visible (self->notes, notes != NULL && notes->len > 0);
}

static gboolean
activate_link_cb (TelaahOutlineQuote *self)
{
  const TelaahPassageFields *fields = telaah_passage_fields (self->passage);

  gtk_widget_activate_action (GTK_WIDGET (self), "outline.open-passage", "(ss)", fields->source, fields->id);

  return TRUE;
}

static void
telaah_outline_quote_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  TelaahOutlineQuote *self = TELAAH_OUTLINE_QUOTE (widget);
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean right = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GtkAllocation quote;
  GdkRGBA color;

  telaah_color_for_style (self->color, adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), &color);
  gtk_widget_get_allocation (self->quote, &quote);
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (right ? gtk_widget_get_width (widget) - EDGE : 0, 0,
                                                  EDGE, quote.y + quote.height));

  GTK_WIDGET_CLASS (telaah_outline_quote_parent_class)->snapshot (widget, snapshot);
}

static void
telaah_outline_quote_dispose (GObject *object)
{
  TelaahOutlineQuote *self = TELAAH_OUTLINE_QUOTE (object);

  g_clear_pointer (&self->quote, gtk_widget_unparent);
  g_clear_pointer (&self->notes, gtk_widget_unparent);
  g_clear_object (&self->passage);

  G_OBJECT_CLASS (telaah_outline_quote_parent_class)->dispose (object);
}

static void
telaah_outline_quote_finalize (GObject *object)
{
  TelaahOutlineQuote *self = TELAAH_OUTLINE_QUOTE (object);

  g_free (self->reference);
  g_free (self->color);

  G_OBJECT_CLASS (telaah_outline_quote_parent_class)->finalize (object);
}

static void
telaah_outline_quote_class_init (TelaahOutlineQuoteClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_outline_quote_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_outline_quote_finalize;
  widget_class->snapshot = telaah_outline_quote_snapshot;

  gtk_widget_class_set_css_name (widget_class, "outline-quote");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_outline_quote_init (TelaahOutlineQuote *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);

  self->quote = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->quote), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->quote), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (self->quote), 0);
  gtk_widget_add_css_class (self->quote, "quote");
  g_signal_connect_swapped (self->quote, "activate-link", G_CALLBACK (activate_link_cb), self);
  gtk_widget_set_parent (self->quote, GTK_WIDGET (self));

  self->notes = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_parent (self->notes, GTK_WIDGET (self));
}

GtkWidget *
telaah_outline_quote_new (void)
{
  return g_object_new (TELAAH_TYPE_OUTLINE_QUOTE, NULL);
}

/* @reference: who said it; @color: #rrggbb of the theme that it is quoted for. */
void
telaah_outline_quote_set_passage (TelaahOutlineQuote *self,
                                  TelaahPassage      *passage,
                                  const char         *reference,
                                  const char         *color)
{
  gboolean other;

  g_return_if_fail (TELAAH_IS_OUTLINE_QUOTE (self));

  if (g_strcmp0 (self->color, color) != 0)
    {
      g_free (self->color);
      self->color = g_strdup (color);
      gtk_widget_queue_draw (GTK_WIDGET (self));
    }

  /* A passage never changes: another one takes its place. */
  other = g_set_object (&self->passage, passage);
  if (!other && g_strcmp0 (self->reference, reference) == 0)
    return;

  g_free (self->reference);
  self->reference = g_strdup (reference);
  show_quote (self);
  if (other)
    show_notes (self);
}
