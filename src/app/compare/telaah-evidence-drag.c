/* Passages of a cell put into another order by dragging their cards.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-evidence-private.h"

#include "app/compare/telaah-evidence-card.h"

/* Pixels: how near to an edge the list scrolls along; milliseconds a step, and pixels at most. */
#define EDGE      48
#define STEP_TIME 30
#define MOST_STEP 18

/* ---- Where it would go ---- */

static void
mark (TelaahEvidenceList *self,
      GtkWidget          *card,
      gboolean            after)
{
  if (self->drop_card == card && self->drop_after == after)
    return;

  if (self->drop_card != NULL)
    {
      gtk_widget_remove_css_class (self->drop_card, "drop-before");
      gtk_widget_remove_css_class (self->drop_card, "drop-after");
      g_clear_weak_pointer (&self->drop_card);
    }

  g_set_weak_pointer (&self->drop_card, card);
  self->drop_after = after;
  if (card != NULL)
    gtk_widget_add_css_class (card, after ? "drop-after" : "drop-before");
}

/* Only among those that are evidence: what is hidden has no order. */
static GtkWidget *
find_card (TelaahEvidenceList *self,
           double              x,
           double              y,
           gboolean           *after)
{
  GtkWidget *view = GTK_WIDGET (self->view), *picked = gtk_widget_pick (view, x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TELAAH_TYPE_ROW) : NULL;
  GtkWidget *card = row != NULL ? gtk_widget_get_first_child (telaah_row_get_content (TELAAH_ROW (row))) : NULL;
  TelaahPassage *passage = card != NULL && gtk_widget_get_visible (card)
                             ? telaah_evidence_card_get_passage (TELAAH_EVIDENCE_CARD (card)) : NULL;
  double top;

  if (passage == NULL || g_hash_table_contains (self->left_out, telaah_passage_fields (passage)->id))
    return NULL;

  gtk_widget_translate_coordinates (card, view, 0, 0, NULL, &top);
  *after = y > top + gtk_widget_get_height (card) / 2.0;

  return card;
}

/* ---- Scrolling along ---- */

static gboolean
scroll_cb (gpointer user_data)
{
  TelaahEvidenceList *self = TELAAH_EVIDENCE_LIST (user_data);
  GtkAdjustment *adjustment = NULL;

  g_object_get (self->rows, "vadjustment", &adjustment, NULL);
  if (adjustment != NULL)
    gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + self->drag_speed);
  g_clear_object (&adjustment);

  return G_SOURCE_CONTINUE;
}

static void
scroll_at (TelaahEvidenceList *self,
           double              x,
           double              y)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->rows));
  double here_x, here_y;

  gtk_widget_translate_coordinates (GTK_WIDGET (self->view), GTK_WIDGET (self->rows), x, y, &here_x, &here_y);
  self->drag_speed = here_y < EDGE ? -MOST_STEP * (1 - MAX (0, here_y) / EDGE)
                   : here_y > height - EDGE ? MOST_STEP * (1 - MAX (0, height - here_y) / EDGE) : 0;

  if (self->drag_speed == 0)
    g_clear_handle_id (&self->drag_scroll, g_source_remove);
  else if (self->drag_scroll == 0)
    self->drag_scroll = g_timeout_add (STEP_TIME, scroll_cb, self);
}

void
telaah_evidence_list_end_drag (TelaahEvidenceList *self)
{
  g_clear_handle_id (&self->drag_scroll, g_source_remove);
  mark (self, NULL, FALSE);
}

/* ---- Dropping ---- */

static GdkDragAction
motion_cb (TelaahEvidenceList *self,
           double              x,
           double              y)
{
  gboolean after = FALSE;
  GtkWidget *card = find_card (self, x, y, &after);

  mark (self, card, after);
  scroll_at (self, x, y);

  return card != NULL ? GDK_ACTION_MOVE : 0;
}

static gboolean
drop_cb (TelaahEvidenceList *self,
         const GValue       *value,
         double              x,
         double              y)
{
  TelaahPassage *passage = g_value_get_object (value);
  GPtrArray *evidence = self->cell != NULL ? telaah_cell_get_evidence (self->cell) : NULL;
  gboolean after = FALSE;
  GtkWidget *card = find_card (self, x, y, &after);
  TelaahPassage *target = card != NULL ? telaah_evidence_card_get_passage (TELAAH_EVIDENCE_CARD (card)) : NULL;
  g_autofree char *id = NULL, *before = NULL;
  guint at, from;

  telaah_evidence_list_end_drag (self);
  if (passage == NULL || target == NULL || evidence == NULL || !g_ptr_array_find (evidence, passage, &from) ||
      !g_ptr_array_find (evidence, target, &at))
    return FALSE;

  at += after;
  if (at == from || at == from + 1)
    return TRUE;

  id = g_strdup (telaah_passage_fields (passage)->id);
  before = at < evidence->len ? g_strdup (telaah_passage_fields (evidence->pdata[at])->id) : NULL;

  return telaah_evidence_list_move (self, id, before);
}

void
telaah_evidence_list_add_drop (TelaahEvidenceList *self)
{
  GtkDropTarget *target = gtk_drop_target_new (TELAAH_TYPE_PASSAGE, GDK_ACTION_MOVE);

  g_signal_connect_object (target, "motion", G_CALLBACK (motion_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "leave", G_CALLBACK (telaah_evidence_list_end_drag), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (target, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (target));
}

/* ---- Dragging ---- */

static GdkContentProvider *
prepare_cb (GtkDragSource      *drag,
            double              x,
            double              y,
            TelaahEvidenceList *self)
{
  GtkWidget *card = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (drag));
  TelaahPassage *passage = telaah_evidence_card_get_passage (TELAAH_EVIDENCE_CARD (card));
  g_autoptr(GdkPaintable) picture = NULL;

  if (passage == NULL || g_hash_table_contains (self->left_out, telaah_passage_fields (passage)->id))
    return NULL;

  picture = gtk_widget_paintable_new (card);
  gtk_drag_source_set_icon (drag, picture, x, y);

  return gdk_content_provider_new_typed (TELAAH_TYPE_PASSAGE, passage);
}

void
telaah_evidence_list_add_drag (TelaahEvidenceList *self,
                               GtkWidget          *card)
{
  GtkDragSource *drag = gtk_drag_source_new ();

  gtk_drag_source_set_actions (drag, GDK_ACTION_MOVE);
  g_signal_connect_object (drag, "prepare", G_CALLBACK (prepare_cb), self, 0);
  gtk_widget_add_controller (card, GTK_EVENT_CONTROLLER (drag));
}
