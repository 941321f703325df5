/* What a cell rests on: its passages as cards, or what to do where there are none.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-evidence-list.h"

#include "analysis/telaah-evidence.h"
#include "app/compare/telaah-evidence-card.h"

/* How many cards are made at once, and then in each idle moment: a cell may rest on hundreds of passages. */
#define CARDS_AT_ONCE 16

struct _TelaahEvidenceList
{
  GtkBox         parent_instance;

  TelaahSession *session;
  TelaahCell    *cell;
  gboolean       behind;       /* the cards are those of another cell: to be made anew once somebody sees them */
  guint          n_cards;
  guint          more_cards;   /* idle source, 0: all are there */

  /* From the template. */
  GtkLabel      *count;
  GtkListBox    *list;
  GtkWidget     *empty_box;
};

G_DEFINE_FINAL_TYPE (TelaahEvidenceList, telaah_evidence_list, GTK_TYPE_BOX)

enum { OPEN_PASSAGE, OPEN_SOURCE, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
card_open_cb (TelaahEvidenceCard *card,
              TelaahEvidenceList *self)
{
  const TelaahPassageFields *fields = telaah_passage_fields (telaah_evidence_card_get_passage (card));

  g_signal_emit (self, signals[OPEN_PASSAGE], 0, fields->source, fields->id);
}

static void
row_activated_cb (TelaahEvidenceList *self,
                  GtkListBoxRow      *row)
{
  card_open_cb (TELAAH_EVIDENCE_CARD (gtk_list_box_row_get_child (row)), self);
}

static void
read_clicked_cb (TelaahEvidenceList *self)
{
  g_signal_emit (self, signals[OPEN_SOURCE], 0);
}

/* The theme under which a passage is shown here: the point's own where it has that. */
static const char *
choose_theme (TelaahEvidenceList *self,
              TelaahPassage      *passage)
{
  TelaahPoint *point = telaah_session_find_point (self->session, telaah_cell_fields (self->cell)->point);
  const char *theme = point != NULL ? telaah_point_fields (point)->theme : NULL;

  if (theme != NULL && telaah_passage_has_theme (passage, theme))
    return theme;

  return telaah_passage_fields (passage)->themes[0];
}

static void
add_card (TelaahEvidenceList *self,
          TelaahPassage      *passage)
{
  const char *seen = telaah_cell_fields (self->cell)->seen, *id = choose_theme (self, passage);
  TelaahTheme *theme = id != NULL ? telaah_session_find_theme (self->session, id) : NULL;
  gboolean is_new = telaah_cell_is_stale (self->cell) && !telaah_evidence_has_seen (seen, passage);
  GtkWidget *row = gtk_list_box_row_new (), *card;

  card = telaah_evidence_card_new (passage, theme != NULL ? telaah_theme_fields (theme)->name : NULL,
                                   id != NULL ? telaah_session_get_color (self->session, id) : NULL, is_new);
  g_signal_connect (card, "open", G_CALLBACK (card_open_cb), self);

  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), card);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  telaah_passage_fields (passage)->quote, -1);
  gtk_list_box_append (self->list, row);
  self->n_cards++;
}

static gboolean
more_cards_cb (gpointer user_data)
{
  TelaahEvidenceList *self = TELAAH_EVIDENCE_LIST (user_data);
  GPtrArray *evidence = telaah_cell_get_evidence (self->cell);

  for (guint i = 0; i < CARDS_AT_ONCE && self->n_cards < evidence->len; i++)
    add_card (self, g_ptr_array_index (evidence, self->n_cards));

  if (self->n_cards < evidence->len)
    return G_SOURCE_CONTINUE;

  self->more_cards = 0;

  return G_SOURCE_REMOVE;
}

static void
clear (TelaahEvidenceList *self)
{
  GtkWidget *row;

  g_clear_handle_id (&self->more_cards, g_source_remove);
  self->n_cards = 0;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
}

/* Whether the cards would look the same for both; passages are never changed, only replaced. */
static gboolean
looks_same (TelaahCell *a,
            TelaahCell *b)
{
  const TelaahCellFields *first = telaah_cell_fields (a), *second = telaah_cell_fields (b);
  GPtrArray *evidence = telaah_cell_get_evidence (a), *other = telaah_cell_get_evidence (b);

  if (g_strcmp0 (first->point, second->point) != 0 || g_strcmp0 (first->source, second->source) != 0 ||
      g_strcmp0 (first->seen, second->seen) != 0 || telaah_cell_is_stale (a) != telaah_cell_is_stale (b) ||
      evidence->len != other->len)
    return FALSE;

  for (guint i = 0; i < evidence->len; i++)
    if (g_ptr_array_index (evidence, i) != g_ptr_array_index (other, i))
      return FALSE;

  return TRUE;
}

static void
make_cards (TelaahEvidenceList *self)
{
  guint n = self->cell != NULL ? telaah_cell_get_evidence (self->cell)->len : 0;

  self->behind = FALSE;
  clear (self);
  if (n > 0 && more_cards_cb (self) == G_SOURCE_CONTINUE)
    self->more_cards = g_idle_add (more_cards_cb, self);
}

static void
telaah_evidence_list_map (GtkWidget *widget)
{
  TelaahEvidenceList *self = TELAAH_EVIDENCE_LIST (widget);

  GTK_WIDGET_CLASS (telaah_evidence_list_parent_class)->map (widget);

  if (self->behind)
    make_cards (self);
}

static void
telaah_evidence_list_dispose (GObject *object)
{
  TelaahEvidenceList *self = TELAAH_EVIDENCE_LIST (object);

  g_clear_handle_id (&self->more_cards, g_source_remove);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_EVIDENCE_LIST);
  g_clear_object (&self->cell);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_evidence_list_parent_class)->dispose (object);
}

static void
telaah_evidence_list_class_init (TelaahEvidenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_evidence_list_dispose;
  widget_class->map = telaah_evidence_list_map;

  signals[OPEN_PASSAGE] =
    g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_SOURCE] =
    g_signal_new ("open-source", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, empty_box);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
}

static void
telaah_evidence_list_init (TelaahEvidenceList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * telaah_evidence_list_show:
 * @session: (nullable): for the themes
 * @cell: (nullable): %NULL for nothing
 *
 * What looks the same stays as it is, with its focus and selection.
 */
void
telaah_evidence_list_show (TelaahEvidenceList *self,
                           TelaahSession      *session,
                           TelaahCell         *cell)
{
  guint n = cell != NULL ? telaah_cell_get_evidence (cell)->len : 0;
  gboolean same;
  g_autofree char *count = g_strdup_printf ("%u", n);

  g_return_if_fail (TELAAH_IS_EVIDENCE_LIST (self));

  same = cell != NULL && self->cell != NULL && looks_same (self->cell, cell);
  g_set_object (&self->session, session);
  g_set_object (&self->cell, cell);

  if (same)
    return;

  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->empty_box, n == 0);

  if (cell == NULL || gtk_widget_get_mapped (GTK_WIDGET (self)))
    make_cards (self);
  else
    {
      g_clear_handle_id (&self->more_cards, g_source_remove);
      self->behind = TRUE;
    }
}
