/* The end of a row: similarities and differences, written; who treats the point and who is silent, worked out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-row-end.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/compare/telaah-cite-line.h"
#include "app/compare/telaah-row-words.h"
#include "app/compare/telaah-status-mark.h"
#include "app/telaah-linking.h"

/* Similarities and differences. */
#define N_TEXTS 2

struct _TelaahRowEnd
{
  GtkWidget         parent_instance;

  TelaahSession    *session;
  char             *point;

  TelaahTextEditor *editors[N_TEXTS];
  TelaahCiteLine   *cites[N_TEXTS];
  GtkWidget        *only;      /* that one source alone makes the point */
  GtkWidget        *grid;      /* a line a status */
  GtkWidget        *sum;
};

G_DEFINE_FINAL_TYPE (TelaahRowEnd, telaah_row_end, GTK_TYPE_WIDGET)

enum { SHOW_CELL, LINK_ACTIVATED, FAILED, DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static const struct
{
  TelaahLinkKind  kind;
  const char     *key;
  const char     *title;
  const char     *placeholder;
} texts[N_TEXTS] = {
  { TELAAH_LINK_SIMILARITIES, "similarities", N_("Similarities"), N_("Where do the sources agree?") },
  { TELAAH_LINK_DIFFERENCES, "differences", N_("Differences"), N_("Where do they part, and why?") },
};

/* ---- Writing ---- */

static void
commit_cb (TelaahTextEditor *editor,
           const char       *text,
           TelaahRowEnd     *self)
{
  guint i = editor == self->editors[0] ? 0 : 1;
  g_autofree char *words = g_strdup (text);
  g_autoptr(GError) error = NULL;

  if (self->session == NULL || self->point == NULL)
    telaah_text_editor_reject (editor);
  else if (!telaah_session_set_point (self->session, self->point, texts[i].key, words, &error))
    {
      telaah_text_editor_reject (editor);
      g_signal_emit (self, signals[FAILED], 0, error->message);
    }
}

static void
done_cb (TelaahRowEnd *self)
{
  g_signal_emit (self, signals[DONE], 0);
}

static void
linking_failed (gpointer    user_data,
                const char *message)
{
  g_signal_emit (user_data, signals[FAILED], 0, message);
}

static void
failed_cb (TelaahRowEnd *self,
           const char   *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
show_cell_cb (TelaahRowEnd *self,
              const char   *source)
{
  g_signal_emit (self, signals[SHOW_CELL], 0, source);
}

static void
link_activated_cb (TelaahRowEnd *self,
                   TelaahLink   *link)
{
  g_signal_emit (self, signals[LINK_ACTIVATED], 0, link);
}

static gboolean
name_activated_cb (TelaahRowEnd *self,
                   const char   *source)
{
  g_autofree char *kept = g_strdup (source);

  g_signal_emit (self, signals[SHOW_CELL], 0, kept);

  return TRUE;
}

/* ---- Facts ---- */

static GtkWidget *
label_new (const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, css_class);

  return label;
}

static void
add_line (TelaahRowEnd        *self,
          const TelaahRowLine *line,
          int                  row)
{
  GtkWidget *word = label_new ("word"), *names = label_new ("names"), *mark = telaah_status_mark_new (line->status);

  gtk_label_set_text (GTK_LABEL (word), telaah_status_get_word (line->status));
  gtk_label_set_yalign (GTK_LABEL (word), 0);
  gtk_label_set_markup (GTK_LABEL (names), line->markup);
  gtk_widget_set_hexpand (names, TRUE);
  gtk_widget_set_valign (mark, GTK_ALIGN_START);
  gtk_widget_add_css_class (mark, "mark");
  gtk_widget_set_valign (word, GTK_ALIGN_START);
  g_signal_connect_swapped (names, "activate-link", G_CALLBACK (name_activated_cb), self);

  gtk_grid_attach (GTK_GRID (self->grid), mark, 0, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), word, 1, row, 1, 1);
  gtk_grid_attach (GTK_GRID (self->grid), names, 1, row + 1, 1, 1);
}

static void
show_facts (TelaahRowEnd *self)
{
  g_autoptr(TelaahRowFacts) facts = telaah_row_words_dup_facts (self->session, self->point);
  g_autoptr(GPtrArray) lines = telaah_row_words_dup_lines (self->session, facts);
  g_autofree char *only = telaah_row_words_dup_only (self->session, facts);
  g_autofree char *sum = g_strdup_printf (ngettext ("%u passage in all", "%u passages in all", facts->n_passages),
                                          facts->n_passages);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->grid)) != NULL)
    gtk_grid_remove (GTK_GRID (self->grid), child);

  for (guint i = 0; i < lines->len; i++)
    add_line (self, lines->pdata[i], 2 * i);

  gtk_label_set_text (GTK_LABEL (self->only), only != NULL ? only : "");
  gtk_widget_set_visible (self->only, only != NULL);
  gtk_label_set_text (GTK_LABEL (self->sum), sum);
}

/* ---- The widget ---- */

static GtkWidget *
heading_new (const char *title)
{
  GtkWidget *heading = g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_HEADING,
                                     "label", title, "xalign", 0.0, NULL);

  gtk_widget_add_css_class (heading, "pane-heading");
  gtk_widget_add_css_class (heading, "section");

  return heading;
}

static void
add_text (TelaahRowEnd *self,
          guint         i)
{
  GtkWidget *card = adw_bin_new (), *editor = telaah_text_editor_new ();
  GtkWidget *cite = telaah_cite_line_new (texts[i].kind);

  self->editors[i] = TELAAH_TEXT_EDITOR (editor);
  self->cites[i] = TELAAH_CITE_LINE (cite);
  telaah_text_editor_set_label (self->editors[i], _(texts[i].title));
  telaah_text_editor_set_placeholder (self->editors[i], _(texts[i].placeholder));
  telaah_linking_attach (self->editors[i], texts[i].kind, linking_failed, self);
  g_signal_connect (editor, "commit", G_CALLBACK (commit_cb), self);
  g_signal_connect_swapped (editor, "done", G_CALLBACK (done_cb), self);
  g_signal_connect_swapped (editor, "link-activated", G_CALLBACK (link_activated_cb), self);
  g_signal_connect_swapped (cite, "show-cell", G_CALLBACK (show_cell_cb), self);
  g_signal_connect_swapped (cite, "failed", G_CALLBACK (failed_cb), self);

  gtk_widget_add_css_class (card, "card");
  gtk_widget_set_overflow (card, GTK_OVERFLOW_HIDDEN);
  adw_bin_set_child (ADW_BIN (card), editor);

  gtk_widget_set_parent (heading_new (_(texts[i].title)), GTK_WIDGET (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
  gtk_widget_set_parent (cite, GTK_WIDGET (self));
}

static void
add_facts (TelaahRowEnd *self)
{
  GtkWidget *card = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->only = label_new ("heading");
  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 6);
  self->sum = label_new ("sum");
  gtk_widget_add_css_class (self->sum, "dim-label");

  gtk_box_append (GTK_BOX (card), self->only);
  gtk_box_append (GTK_BOX (card), self->grid);
  gtk_box_append (GTK_BOX (card), self->sum);
  gtk_widget_add_css_class (card, "card");
  gtk_widget_add_css_class (card, "facts");

  gtk_widget_set_parent (heading_new (_("Worked Out")), GTK_WIDGET (self));
  gtk_widget_set_parent (card, GTK_WIDGET (self));
}

static void
telaah_row_end_dispose (GObject *object)
{
  TelaahRowEnd *self = TELAAH_ROW_END (object);
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_row_end_parent_class)->dispose (object);
}

static void
telaah_row_end_finalize (GObject *object)
{
  g_free (TELAAH_ROW_END (object)->point);

  G_OBJECT_CLASS (telaah_row_end_parent_class)->finalize (object);
}

static void
telaah_row_end_class_init (TelaahRowEndClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_row_end_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_row_end_finalize;

  signals[SHOW_CELL] = g_signal_new ("show-cell", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, TELAAH_TYPE_LINK);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "rowend");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_row_end_init (TelaahRowEnd *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);

  for (guint i = 0; i < N_TEXTS; i++)
    add_text (self, i);
  add_facts (self);
}

GtkWidget *
telaah_row_end_new (void)
{
  return g_object_new (TELAAH_TYPE_ROW_END, NULL);
}

/**
 * telaah_row_end_show:
 * @session: (nullable): %NULL: nothing
 *
 * What is being typed for another point is to be flushed before; for the same one it stands.
 */
void
telaah_row_end_show (TelaahRowEnd  *self,
                     TelaahSession *session,
                     const char    *point)
{
  TelaahPoint *item = session != NULL ? telaah_session_find_point (session, point) : NULL;
  const TelaahPointFields *f = item != NULL ? telaah_point_fields (item) : NULL;
  gboolean again = g_strcmp0 (self->point, point) == 0;
  char *before;

  g_return_if_fail (TELAAH_IS_ROW_END (self));

  session = item != NULL ? session : NULL;
  g_set_object (&self->session, session);
  before = g_steal_pointer (&self->point);
  self->point = g_strdup (item != NULL ? point : NULL);
  g_free (before);

  for (guint i = 0; i < N_TEXTS; i++)
    {
      if (!again)
        telaah_text_editor_forget (self->editors[i]);
      telaah_text_editor_set_text (self->editors[i], f == NULL ? NULL : i == 0 ? f->similarities : f->differences);
      telaah_linking_show (self->editors[i], self->session, self->point, NULL);
      telaah_cite_line_show (self->cites[i], self->session, self->point);
    }

  if (item != NULL)
    show_facts (self);
}

/* Saves what is being typed. Returns: whether all of it is saved */
gboolean
telaah_row_end_flush (TelaahRowEnd *self)
{
  gboolean saved = TRUE;

  g_return_val_if_fail (TELAAH_IS_ROW_END (self), FALSE);

  for (guint i = 0; i < N_TEXTS; i++)
    saved &= telaah_text_editor_flush (self->editors[i]);

  return saved;
}

TelaahTextEditor *
telaah_row_end_get_editor (TelaahRowEnd   *self,
                           TelaahLinkKind  kind)
{
  g_return_val_if_fail (TELAAH_IS_ROW_END (self), NULL);

  return self->editors[kind == TELAAH_LINK_SIMILARITIES ? 0 : 1];
}
