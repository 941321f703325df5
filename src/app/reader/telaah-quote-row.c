/* A quote in its context, or the name of a source above its quotes: what a row of a list of quotes holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-quote-row.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-markdown.h"
#include "app/reader/telaah-row.h"
#include "app/reader/telaah-when.h"

/* What a screen reader says of it. */
#define MOST_OF_NAME 80

/* More of a note than its lines can show, in code points. */
#define MOST_OF_NOTE 300

struct _TelaahQuoteRow
{
  GtkWidget  parent_instance;

  GtkWidget *check;     /* NULL: nothing to check */
  GtkWidget *words;
  GtkWidget *note;
  GtkWidget *footer;
  GtkWidget *count;     /* of a heading */
  gboolean   quiet;     /* a check is being set, not made */
};

G_DEFINE_FINAL_TYPE (TelaahQuoteRow, telaah_quote_row, GTK_TYPE_WIDGET)

enum { TOGGLED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
toggled_cb (TelaahQuoteRow *self)
{
  if (!self->quiet)
    g_signal_emit (self, signals[TOGGLED], 0, gtk_check_button_get_active (GTK_CHECK_BUTTON (self->check)));
}

static void
telaah_quote_row_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_quote_row_parent_class)->dispose (object);
}

static void
telaah_quote_row_class_init (TelaahQuoteRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_quote_row_dispose;

  signals[TOGGLED] = g_signal_new ("toggled", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  gtk_widget_class_set_css_name (widget_class, "quoterow");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *css_class,
           int         lines)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), lines);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);

  return label;
}

static void
telaah_quote_row_init (TelaahQuoteRow *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->words = add_label (box, "words", 4);
  self->note = add_label (box, "note", 3);
  self->footer = add_label (box, "footer", 1);
  gtk_widget_add_css_class (self->footer, "dim-label");
  gtk_widget_set_hexpand (box, TRUE);
  gtk_widget_set_parent (box, GTK_WIDGET (self));

  self->count = gtk_label_new (NULL);
  gtk_widget_add_css_class (self->count, "numeric");
  gtk_widget_add_css_class (self->count, "dim-label");
  gtk_widget_set_parent (self->count, GTK_WIDGET (self));
}

GtkWidget *
telaah_quote_row_new (gboolean checkable)
{
  TelaahQuoteRow *self = g_object_new (TELAAH_TYPE_QUOTE_ROW, NULL);

  if (checkable)
    {
      self->check = gtk_check_button_new ();
      gtk_widget_set_valign (self->check, GTK_ALIGN_START);
      gtk_widget_insert_after (self->check, GTK_WIDGET (self), NULL);
      g_signal_connect_swapped (self->check, "toggled", G_CALLBACK (toggled_cb), self);
    }

  return GTK_WIDGET (self);
}

static void
show_heading (TelaahQuoteRow  *self,
              TelaahSession   *session,
              TelaahQuoteItem *quote)
{
  TelaahSource *source = telaah_session_find_source (session, quote->source);
  const char *name = source != NULL ? telaah_source_get_name (source) : "";
  g_autofree char *count = g_strdup_printf ("%'u", quote->n);
  g_autofree char *label = g_strdup_printf (ngettext ("%s, %u passage", "%s, %u passages", quote->n), name, quote->n);

  gtk_label_set_text (GTK_LABEL (self->words), name);
  gtk_label_set_text (GTK_LABEL (self->count), count);
  telaah_row_set_label (GTK_WIDGET (self), label);
  if (self->check != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/* Its first note; and how many there are. */
static void
show_note (TelaahQuoteRow *self,
           TelaahPassage  *passage)
{
  GPtrArray *notes = passage != NULL ? telaah_passage_get_notes (passage) : NULL;
  gboolean has = notes != NULL && notes->len > 0;

  gtk_widget_set_visible (self->note, has);
  if (has)
    {
      g_autofree char *start = telaah_text_dup_start (telaah_note_fields (notes->pdata[0])->text, MOST_OF_NOTE);
      g_autofree char *markup = telaah_markdown_dup_markup (start);

      gtk_label_set_markup (GTK_LABEL (self->note), markup);
    }
}

static char *
dup_footer (TelaahSession   *session,
            TelaahQuoteItem *quote)
{
  GString *footer = g_string_new (NULL);
  const TelaahPassageFields *f = quote->passage != NULL ? telaah_passage_fields (quote->passage) : NULL;

  for (const char *const *id = f != NULL ? f->themes : NULL; id != NULL && *id != NULL; id++)
    {
      TelaahTheme *theme = telaah_session_find_theme (session, *id);

      if (theme != NULL)
        g_string_append_printf (footer, "%s%s", footer->len > 0 ? ", " : "", telaah_theme_fields (theme)->name);
    }
  if (f != NULL)
    {
      g_autoptr(GDateTime) now = g_date_time_new_now_local ();
      g_autofree char *when = telaah_when_dup_label (f->created, now);

      g_string_append_printf (footer, "%s%s · %s", footer->len > 0 ? " · " : "", f->coder, when);
    }
  else if (quote->fixed)
    g_string_append (footer, _("Has this theme already"));
  else if (quote->remark != NULL)
    g_string_append (footer, quote->remark);

  return g_string_free (footer, FALSE);
}

/* @context, from the word after the one that it begins within, or to the one before; all of it where it is one word. */
static char *
dup_words (const char *context,
           gboolean    before)
{
  const char *p;

  if (before)
    {
      for (p = context; *p != '\0' && !g_unichar_isspace (g_utf8_get_char (p)); p = g_utf8_next_char (p));
      return g_strdup (*p != '\0' && *g_utf8_next_char (p) != '\0' ? g_utf8_next_char (p) : context);
    }

  p = context + strlen (context);
  while (p > context && !g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_prev_char (p);

  return p > context ? g_strndup (context, p - context) : g_strdup (context);
}

/* As markup, where white space of any kind is one space, also at the ends. */
static void
append_words (GString    *markup,
              const char *words)
{
  g_autoptr(GString) line = g_string_new (NULL);
  g_autofree char *escaped = NULL;
  gboolean blank = FALSE;

  for (const char *p = words; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    {
      gboolean space = g_unichar_isspace (g_utf8_get_char (p));

      if (space && !blank)
        g_string_append_c (line, ' ');
      else if (!space)
        g_string_append_unichar (line, g_utf8_get_char (p));
      blank = space;
    }

  escaped = g_markup_escape_text (line->str, line->len);
  g_string_append (markup, escaped);
}

static void
append_context (GString    *markup,
                const char *left,
                const char *words,
                const char *right)
{
  g_string_append_printf (markup, "<span alpha=\"60%%\">%s", left);
  append_words (markup, words);
  g_string_append_printf (markup, "%s</span>", right);
}

static char *
dup_markup (TelaahQuoteItem *quote)
{
  GString *markup = g_string_new (NULL);

  if (quote->before != NULL && *quote->before != '\0')
    {
      gboolean cut = g_utf8_strlen (quote->before, -1) < quote->span.start;
      g_autofree char *before = cut ? dup_words (quote->before, TRUE) : g_strdup (quote->before);

      append_context (markup, cut ? "…" : "", before, "");
    }
  append_words (markup, quote->words);
  if (quote->after != NULL && *quote->after != '\0')
    {
      g_autofree char *after = dup_words (quote->after, FALSE);

      append_context (markup, "", after, " …");
    }

  return g_string_free (markup, FALSE);
}

static void
show_words (TelaahQuoteRow  *self,
            TelaahSession   *session,
            TelaahQuoteItem *quote)
{
  g_autofree char *markup = quote->markup != NULL ? g_strdup (quote->markup) : dup_markup (quote);
  g_autofree char *footer = dup_footer (session, quote);
  g_autofree char *label = telaah_card_dup_line (quote->words, MOST_OF_NAME);

  gtk_label_set_markup (GTK_LABEL (self->words), markup);
  gtk_label_set_text (GTK_LABEL (self->footer), footer);
  gtk_widget_set_visible (self->footer, *footer != '\0');
  show_note (self, quote->passage);
  telaah_row_set_label (GTK_WIDGET (self), label);
  if (self->check != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

static void
set_class (GtkWidget  *widget,
           const char *css_class,
           gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

void
telaah_quote_row_show (TelaahQuoteRow  *self,
                       TelaahSession   *session,
                       TelaahQuoteItem *quote)
{
  g_return_if_fail (TELAAH_IS_QUOTE_ROW (self));

  set_class (GTK_WIDGET (self), "heading", quote->heading);
  set_class (gtk_widget_get_parent (GTK_WIDGET (self)), "heading", quote->heading);
  set_class (self->words, "fixed", quote->fixed);
  gtk_label_set_lines (GTK_LABEL (self->words), quote->heading ? 2 : 4);
  gtk_widget_set_visible (self->count, quote->heading);
  if (!quote->heading)
    {
      show_words (self, session, quote);
      return;
    }

  gtk_widget_set_visible (self->note, FALSE);
  gtk_widget_set_visible (self->footer, FALSE);
  show_heading (self, session, quote);
}

void
telaah_quote_row_set_check (TelaahQuoteRow *self,
                            TelaahCheck     check,
                            gboolean        sensitive)
{
  g_return_if_fail (TELAAH_IS_QUOTE_ROW (self));

  if (self->check == NULL)
    return;

  self->quiet = TRUE;
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (self->check), check == TELAAH_CHECK_SOME);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->check), check == TELAAH_CHECK_ON);
  gtk_widget_set_sensitive (self->check, sensitive);
  self->quiet = FALSE;
}
