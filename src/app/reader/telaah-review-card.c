/* One passage that has lost its words, as a row of the review tray: what it was, and the place most like it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-review-card.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-flow-layout.h"
#include "app/reader/telaah-theme-dot.h"
#include "app/reader/telaah-word-changes.h"

/* More than the lines of a card can show, in code points. */
#define MOST_OF_QUOTE 600

/* How much is shown on either side of the place that was found. */
#define CONTEXT 48

/* What a screen reader says of it. */
#define MOST_OF_NAME 80

struct _TelaahReviewCard
{
  GtkListBoxRow  parent_instance;

  /* From the template. */
  GtkBox        *themes;
  GtkLabel      *quote;
  GtkLabel      *place;
  GtkLabel      *candidate;
  GtkWidget     *accept;
  GtkWidget     *place_button;
  GtkWidget     *drop;
};

G_DEFINE_FINAL_TYPE (TelaahReviewCard, telaah_review_card, GTK_TYPE_LIST_BOX_ROW)

static void
add_theme (TelaahReviewCard *self,
           const char       *name,
           const char       *color)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (name);

  if (color != NULL)
    {
      GtkWidget *dot = telaah_theme_dot_new (color);

      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), dot);
    }
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, color != NULL ? "theme" : "dim-label");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (self->themes, box);
}

static void
show_themes (TelaahReviewCard          *self,
             TelaahSession             *session,
             const TelaahPassageFields *f)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->themes))) != NULL)
    gtk_box_remove (self->themes, child);

  for (const char *const *id = f->themes; *id != NULL; id++)
    {
      TelaahTheme *theme = telaah_session_find_theme (session, *id);

      if (theme != NULL)
        add_theme (self, telaah_theme_fields (theme)->name, telaah_session_get_color (session, *id));
    }

  if (gtk_widget_get_first_child (GTK_WIDGET (self->themes)) == NULL)
    add_theme (self, _("No theme"), NULL);
}

/* As one line, since line breaks are no words; a blank at either end stays. */
static char *
dup_line (TelaahText *text,
          TelaahSpan  span)
{
  g_autofree char *words = telaah_text_dup_slice (text, span);
  g_autofree char *line = telaah_card_dup_line (words, MOST_OF_QUOTE);
  gsize length = strlen (words);
  gboolean before = length > 0 && g_unichar_isspace (g_utf8_get_char (words));
  gboolean after = length > 0 && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (words + length)));

  return g_strconcat (before ? " " : "", line, after && *line != '\0' ? " " : "", NULL);
}

static gboolean
is_space (TelaahText *text,
          guint       offset)
{
  return g_unichar_isspace (g_utf8_get_char (telaah_text_get_body (text) + telaah_text_get_byte (text, offset)));
}

/* Some of the text on either side, in whole words. */
static TelaahSpan
find_around (TelaahText *text,
             TelaahSpan  span)
{
  guint end = telaah_text_get_characters (text);
  TelaahSpan around = { span.start - MIN (span.start, CONTEXT), MIN (span.end + CONTEXT, end) };

  while (around.start > 0 && around.start < span.start && !is_space (text, around.start - 1))
    around.start++;
  while (around.end < end && around.end > span.end && !is_space (text, around.end))
    around.end--;

  return around;
}

static void
show_candidate (TelaahReviewCard          *self,
                const TelaahPassageFields *f,
                TelaahText                *text)
{
  guint end = telaah_text_get_characters (text);
  TelaahSpan around = find_around (text, f->candidate);
  g_autofree char *quote = telaah_card_dup_line (f->quote, MOST_OF_QUOTE);
  g_autofree char *before = dup_line (text, (TelaahSpan) { around.start, f->candidate.start });
  g_autofree char *words = dup_line (text, f->candidate);
  g_autofree char *after = dup_line (text, (TelaahSpan) { f->candidate.end, around.end });
  g_autofree char *escaped_before = g_markup_escape_text (before, -1);
  g_autofree char *escaped_after = g_markup_escape_text (after, -1);
  g_autofree char *quote_markup = NULL, *words_markup = NULL, *old = NULL, *new = NULL;

  telaah_word_changes (quote, words, &quote_markup, &words_markup);
  old = g_strdup_printf (_("“%s”"), quote_markup);
  new = g_strdup_printf ("<span alpha=\"60%%\">%s%s</span>%s<span alpha=\"60%%\">%s%s</span>",
                         around.start > 0 ? "… " : "", escaped_before, words_markup, escaped_after,
                         around.end < end ? " …" : "");
  gtk_label_set_markup (self->quote, old);
  gtk_label_set_markup (self->candidate, new);
}

/* Two buttons of two cards are not the same to who does not see the cards. */
static void
name_button (GtkWidget  *button,
             const char *format,
             const char *quote)
{
  g_autofree char *name = NULL;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  name = g_strdup_printf (format, quote);
#pragma GCC diagnostic pop
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_all (TelaahReviewCard *self,
          const char       *words)
{
  g_autofree char *quote = telaah_card_dup_line (words, MOST_OF_NAME);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, quote, -1);
  name_button (self->accept, _("Accept the place for “%s”"), quote);
  name_button (self->place_button, _("Place “%s” by hand"), quote);
  name_button (self->drop, _("Drop “%s”"), quote);
}

/* @text: (nullable): of its source */
void
telaah_review_card_show (TelaahReviewCard *self,
                         TelaahSession    *session,
                         TelaahPassage    *passage,
                         TelaahText       *text)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahSource *source = telaah_session_find_source (session, f->source);
  const char *name = source != NULL ? telaah_source_get_name (source) : "";
  gboolean found = text != NULL && f->candidate.start < f->candidate.end &&
                   f->candidate.end <= telaah_text_get_characters (text);
  g_autofree char *quote = telaah_card_dup_line (f->quote, MOST_OF_QUOTE);
  g_autofree char *quoted = g_strdup_printf (_("“%s”"), quote);
  /* Translators: %s is the title of a text. */
  g_autofree char *place = found ? g_strdup_printf (_("Most like it in “%s”:"), name)
                                 : g_strdup_printf (_("Nothing like it in “%s”"), name);

  show_themes (self, session, f);
  gtk_label_set_text (self->place, place);
  if (found)
    show_candidate (self, f, text);
  else
    gtk_label_set_text (self->quote, quoted);
  gtk_widget_set_visible (GTK_WIDGET (self->candidate), found);
  gtk_widget_set_visible (self->accept, found);
  name_all (self, f->quote);
}

static void
telaah_review_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), TELAAH_TYPE_REVIEW_CARD);

  G_OBJECT_CLASS (telaah_review_card_parent_class)->dispose (object);
}

static void
telaah_review_card_class_init (TelaahReviewCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_review_card_dispose;

  g_type_ensure (TELAAH_TYPE_FLOW_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-review-card.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, themes);
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, quote);
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, place);
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, candidate);
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, accept);
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, place_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahReviewCard, drop);
}

static void
telaah_review_card_init (TelaahReviewCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_review_card_new (void)
{
  return g_object_new (TELAAH_TYPE_REVIEW_CARD, NULL);
}
