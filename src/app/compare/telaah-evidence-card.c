/* One piece of evidence: the quote within its context, what was noted on it, and the way to its text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-evidence-card.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-ink.h"

/* Pixels: the edge that shows the theme, and the corners of a card in libadwaita's style. */
#define EDGE   4
#define RADIUS 12

/* Lines of one quote; a whole chapter may be tagged. */
#define MOST_LINES 14

struct _TelaahEvidenceCard
{
  GtkWidget      parent_instance;

  TelaahPassage *passage;
  char          *color;    /* #rrggbb */
};

G_DEFINE_FINAL_TYPE (TelaahEvidenceCard, telaah_evidence_card, GTK_TYPE_WIDGET)

enum { OPEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Context ---- */

/**
 * telaah_context_dup_before:
 * @prefix: (nullable): the code points before a quote, as many as are kept
 *
 * Returns: (transfer full): the whole words of them that stand in the same paragraph, after "…" where there are more
 */
char *
telaah_context_dup_before (const char *prefix)
{
  const char *line = prefix != NULL ? strrchr (prefix, '\n') : NULL;
  const char *start = line != NULL ? line + 1 : prefix;
  gboolean cut = prefix != NULL && line == NULL && g_utf8_strlen (prefix, -1) >= TELAAH_PASSAGE_CONTEXT;

  if (start == NULL)
    return g_strdup ("");

  /* The first word may be cut in two. */
  while (cut && *start != '\0' && !g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  while (*start != '\0' && g_unichar_isspace (g_utf8_get_char (start)))
    start = g_utf8_next_char (start);

  return cut ? g_strconcat ("…\u00a0", start, NULL) : g_strdup (start);
}

/* The same for what comes after. */
char *
telaah_context_dup_after (const char *suffix)
{
  const char *line = suffix != NULL ? strchr (suffix, '\n') : NULL;
  const char *end;

  if (suffix == NULL || *suffix == '\0' || line == suffix)
    return g_strdup ("");

  if (line != NULL)
    return g_strndup (suffix, line - suffix);

  if (g_utf8_strlen (suffix, -1) < TELAAH_PASSAGE_CONTEXT)
    return g_strdup (suffix);

  end = suffix + strlen (suffix);
  while (end > suffix && !g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);
  while (end > suffix && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strdup_printf ("%.*s\u00a0…", (int) (end - suffix), suffix);
}

static GtkWidget *
quote_new (const TelaahPassageFields *fields)
{
  g_autofree char *before = telaah_context_dup_before (fields->prefix);
  g_autofree char *after = telaah_context_dup_after (fields->suffix);
  g_autofree char *text = g_strconcat (before, fields->quote, after, NULL);
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GdkRGBA dim_ink = { 0, 0, 0, 1 };
  const guint ends[2][2] = { { 0, strlen (before) }, { strlen (text) - strlen (after), strlen (text) } };
  GtkWidget *label = gtk_label_new (text);

  telaah_ink_dim (&dim_ink);

  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      PangoAttribute *dim = pango_attr_foreground_alpha_new (dim_ink.alpha * G_MAXUINT16);

      dim->start_index = ends[i][0];
      dim->end_index = ends[i][1];
      pango_attr_list_insert (attributes, dim);
    }

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_lines (GTK_LABEL (label), MOST_LINES);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "quote");

  return label;
}

static GtkWidget *
note_new (TelaahNote *note)
{
  GtkWidget *label = gtk_label_new (telaah_note_fields (note)->text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, "note");

  return label;
}

static void
clicked_cb (TelaahEvidenceCard *self)
{
  g_signal_emit (self, signals[OPEN], 0);
}

/* Under the quote: the theme and the coder, and the button. */
static GtkWidget *
foot_new (TelaahEvidenceCard *self,
          const char         *theme)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_label (_("Open in Text"));
  const char *coder = telaah_passage_fields (self->passage)->coder;
  g_autofree char *words = theme != NULL ? g_strdup_printf ("%s · %s", theme, coder) : g_strdup (coder);
  GtkWidget *label = gtk_label_new (words);

  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "dim-label");
  gtk_widget_set_tooltip_text (label, words);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "caption");
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (clicked_cb), self);

  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), button);
  gtk_widget_add_css_class (box, "foot");

  return box;
}

static void
telaah_evidence_card_snapshot (GtkWidget   *widget,
                               GtkSnapshot *snapshot)
{
  int width = gtk_widget_get_width (widget), height = gtk_widget_get_height (widget);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  GskRoundedRect outline;
  GdkRGBA ink;

  gsk_rounded_rect_init_from_rect (&outline, &GRAPHENE_RECT_INIT (0, 0, width, height), RADIUS);
  telaah_ink_from_color (TELAAH_EVIDENCE_CARD (widget)->color, &ink);

  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &ink, &GRAPHENE_RECT_INIT (mirrored ? width - EDGE : 0, 0, EDGE, height));
  gtk_snapshot_pop (snapshot);

  GTK_WIDGET_CLASS (telaah_evidence_card_parent_class)->snapshot (widget, snapshot);
}

static void
telaah_evidence_card_dispose (GObject *object)
{
  TelaahEvidenceCard *self = TELAAH_EVIDENCE_CARD (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  g_clear_object (&self->passage);

  G_OBJECT_CLASS (telaah_evidence_card_parent_class)->dispose (object);
}

static void
telaah_evidence_card_finalize (GObject *object)
{
  g_free (TELAAH_EVIDENCE_CARD (object)->color);

  G_OBJECT_CLASS (telaah_evidence_card_parent_class)->finalize (object);
}

static void
telaah_evidence_card_class_init (TelaahEvidenceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_evidence_card_dispose;
  object_class->finalize = telaah_evidence_card_finalize;
  widget_class->snapshot = telaah_evidence_card_snapshot;

  signals[OPEN] =
    g_signal_new ("open", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "evidencecard");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_evidence_card_init (TelaahEvidenceCard *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (gtk_widget_queue_draw), self, G_CONNECT_SWAPPED);
}

/**
 * telaah_evidence_card_new:
 * @theme: (nullable): the name of the theme that makes it evidence
 * @color: of that theme, `#rrggbb`
 * @is_new: whether it came after the summary was written
 */
GtkWidget *
telaah_evidence_card_new (TelaahPassage *passage,
                          const char    *theme,
                          const char    *color,
                          gboolean       is_new)
{
  TelaahEvidenceCard *self = g_object_new (TELAAH_TYPE_EVIDENCE_CARD, NULL);
  GPtrArray *notes = telaah_passage_get_notes (passage);

  self->passage = g_object_ref (passage);
  self->color = g_strdup (color);

  if (is_new)
    {
      GtkWidget *badge = gtk_label_new (C_("passage", "new"));

      gtk_widget_set_halign (badge, GTK_ALIGN_START);
      gtk_widget_add_css_class (badge, "badge");
      gtk_widget_set_parent (badge, GTK_WIDGET (self));
    }

  gtk_widget_set_parent (quote_new (telaah_passage_fields (passage)), GTK_WIDGET (self));

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    gtk_widget_set_parent (note_new (g_ptr_array_index (notes, i)), GTK_WIDGET (self));

  gtk_widget_set_parent (foot_new (self, theme), GTK_WIDGET (self));

  return GTK_WIDGET (self);
}

TelaahPassage *
telaah_evidence_card_get_passage (TelaahEvidenceCard *self)
{
  g_return_val_if_fail (TELAAH_IS_EVIDENCE_CARD (self), NULL);

  return self->passage;
}
