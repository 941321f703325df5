/* What a cell rests on: its passages as cards, those that were left out folded below them, or what to do where there
 * are none. Tens of thousands are fine: a card is made when it comes into sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-evidence-private.h"

#include <glib/gi18n.h>

#include "analysis/telaah-evidence.h"
#include "app/compare/telaah-evidence-card.h"
#include "app/reader/telaah-row.h"
#include "app/telaah-picker.h"

G_DEFINE_FINAL_TYPE (TelaahEvidenceList, telaah_evidence_list, GTK_TYPE_BOX)

enum { OPEN_PASSAGE, OPEN_SOURCE, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* The item that folds those below it; how much of these is to be seen, in pixels. */
static const char fold_item[] = "hidden";
#define UNFOLDED 200

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return item == fold_item ? fold_item : telaah_passage_fields (item)->id;
}

/* One row shows a passage now and the fold then. */
static GtkWidget *
create_row (gpointer user_data)
{
  TelaahEvidenceList *self = user_data;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), *card = telaah_evidence_card_new ();
  GtkWidget *fold = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  gtk_box_append (GTK_BOX (fold), gtk_image_new ());
  gtk_box_append (GTK_BOX (fold), gtk_label_new (NULL));
  gtk_widget_add_css_class (fold, "fold");

  gtk_box_append (GTK_BOX (box), card);
  gtk_box_append (GTK_BOX (box), fold);
  gtk_widget_add_css_class (box, "evidence-row");
  telaah_evidence_list_add_drag (self, card);

  return box;
}

/* The theme under which a passage is shown here: one of the point's own where it has that. */
static const char *
choose_theme (TelaahEvidenceList *self,
              TelaahPassage      *passage)
{
  TelaahPoint *point = telaah_session_find_point (self->session, telaah_cell_fields (self->cell)->point);
  g_auto(GStrv) themes = point != NULL ? telaah_point_dup_themes (point) : NULL;
  const char *const *of_passage = telaah_passage_fields (passage)->themes;

  for (const char *const *theme = of_passage; themes != NULL && *theme != NULL; theme++)
    if (g_strv_contains ((const char *const *) themes, *theme))
      return *theme;

  return of_passage[0];
}

/* Then its name says nothing that the title of the point does not. */
static gboolean
is_only_theme (TelaahEvidenceList *self,
               const char         *theme)
{
  TelaahPoint *point = telaah_session_find_point (self->session, telaah_cell_fields (self->cell)->point);
  const TelaahPointFields *f = point != NULL ? telaah_point_fields (point) : NULL;

  return f != NULL && f->more == NULL && g_strcmp0 (f->theme, theme) == 0;
}

static gboolean
is_new (TelaahEvidenceList        *self,
        const TelaahPassageFields *f)
{
  const char *print = self->prints != NULL ? g_hash_table_lookup (self->prints, f->id) : NULL;

  return self->prints != NULL && (print == NULL || !telaah_evidence_fits_print (print, f->quote));
}

static void
show_passage (TelaahEvidenceList *self,
              GtkWidget          *card,
              TelaahPassage      *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  const char *point = telaah_cell_fields (self->cell)->point;
  g_autofree char *place = NULL;
  TelaahEvidenceLook look = { .theme = choose_theme (self, passage) };

  place = telaah_place_words_dup (self->session, passage);
  look.place = place;
  look.own_theme = is_only_theme (self, look.theme);
  look.hidden = g_hash_table_contains (self->left_out, f->id);
  look.is_new = !look.hidden && is_new (self, f);
  look.pinned = !look.hidden && telaah_session_is_pinned (self->session, point, f->id);
  telaah_evidence_card_show (TELAAH_EVIDENCE_CARD (card), self->session, passage, &look);
}

static void
show_fold (TelaahEvidenceList *self,
           GtkWidget          *fold)
{
  GtkWidget *arrow = gtk_widget_get_first_child (fold), *label = gtk_widget_get_last_child (fold);
  guint n = self->hidden->len;
  g_autofree char *words = g_strdup_printf (ngettext ("%u hidden", "%u hidden", n), n);

  gtk_image_set_from_icon_name (GTK_IMAGE (arrow), self->unfolded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_label_set_text (GTK_LABEL (label), words);
  gtk_accessible_update_state (GTK_ACCESSIBLE (gtk_widget_get_ancestor (fold, TELAAH_TYPE_ROW)),
                               GTK_ACCESSIBLE_STATE_EXPANDED, self->unfolded, -1);
  telaah_row_set_label (gtk_widget_get_parent (fold), words);
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  TelaahEvidenceList *self = user_data;
  GtkWidget *card = gtk_widget_get_first_child (row), *fold = gtk_widget_get_next_sibling (card);

  if (item == NULL || self->cell == NULL)
    return;

  gtk_widget_set_visible (card, item != fold_item);
  gtk_widget_set_visible (fold, item == fold_item);
  if (item == fold_item)
    show_fold (self, fold);
  else
    show_passage (self, card, item);
}

/* ---- What it shows ---- */

static gboolean
is_in_text_order (GPtrArray *evidence)
{
  for (guint i = 1; i < evidence->len; i++)
    if (telaah_passage_compare (evidence->pdata[i - 1], evidence->pdata[i]) > 0)
      return FALSE;

  return TRUE;
}

/* Only once all of it is up to date may the rows be made. */
static void
set_items (TelaahEvidenceList *self)
{
  GPtrArray *evidence = self->cell != NULL ? telaah_cell_get_evidence (self->cell) : NULL;
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->items);
  guint n = evidence != NULL ? evidence->len : 0;
  g_autofree char *count = g_strdup_printf ("%'u", n);

  self->items = g_ptr_array_new ();
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->items, evidence->pdata[i]);

  if (self->hidden->len > 0)
    g_ptr_array_add (self->items, (gpointer) fold_item);
  for (guint i = 0; self->unfolded && i < self->hidden->len; i++)
    g_ptr_array_add (self->items, self->hidden->pdata[i]);

  telaah_row_view_set_items (self->view, self->items);
  gtk_widget_set_visible (GTK_WIDGET (self->view), self->items->len > 0);
  gtk_label_set_label (self->count, count);
  gtk_widget_set_visible (self->empty_box, n == 0);
  gtk_widget_set_visible (self->sort_button, n > 1 && !is_in_text_order (evidence));
  gtk_widget_queue_resize (GTK_WIDGET (self->rows));
}

static void
take_cell (TelaahEvidenceList *self,
           TelaahCell         *cell)
{
  const TelaahCellFields *f = cell != NULL ? telaah_cell_fields (cell) : NULL;
  gboolean stale = cell != NULL && telaah_cell_is_stale (cell);

  g_set_object (&self->cell, cell);
  g_clear_pointer (&self->hidden, g_ptr_array_unref);
  g_clear_pointer (&self->prints, g_hash_table_unref);
  g_hash_table_remove_all (self->left_out);

  self->prints = stale && f->seen != NULL ? telaah_evidence_split_fingerprint (f->seen) : NULL;
  self->hidden = cell != NULL ? telaah_session_dup_hidden_evidence (self->session, f->point, f->source)
                              : g_ptr_array_new ();
  for (guint i = 0; i < self->hidden->len; i++)
    g_hash_table_add (self->left_out, g_strdup (telaah_passage_fields (self->hidden->pdata[i])->id));
}

static gboolean
is_same_place (TelaahCell *a,
               TelaahCell *b)
{
  return a != NULL && b != NULL &&
         g_strcmp0 (telaah_cell_fields (a)->point, telaah_cell_fields (b)->point) == 0 &&
         g_strcmp0 (telaah_cell_fields (a)->source, telaah_cell_fields (b)->source) == 0;
}

/* ---- Signals of the rows ---- */

/* At the end of the list what comes out of the fold would be out of sight. */
static void
toggle_fold (TelaahEvidenceList *self)
{
  GtkWidget *content;

  self->unfolded = !self->unfolded;
  set_items (self);
  telaah_row_view_refresh (self->view);

  content = telaah_row_view_get_content (self->view, fold_item);
  if (self->unfolded && content != NULL)
    telaah_headed_rows_reveal (self->rows, content, &(GdkRectangle) { 0, 0, 1, UNFOLDED });
}

static void
row_activated_cb (TelaahEvidenceList *self,
                  const char         *id)
{
  gpointer item = telaah_row_view_get_item (self->view, id);

  if (item == fold_item)
    toggle_fold (self);
  else if (item != NULL)
    g_signal_emit (self, signals[OPEN_PASSAGE], 0, telaah_passage_fields (item)->source, id);
}

/* One click is enough for what folds. */
static void
row_selected_cb (TelaahEvidenceList *self,
                 int                 n_press,
                 double              x,
                 double              y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = picked != NULL ? gtk_widget_get_ancestor (picked, TELAAH_TYPE_ROW) : NULL;

  if (n_press == 1 && row != NULL && telaah_row_view_get_content (self->view, fold_item) != NULL &&
      telaah_row_get_content (TELAAH_ROW (row)) == telaah_row_view_get_content (self->view, fold_item))
    toggle_fold (self);
}

static void
read_clicked_cb (TelaahEvidenceList *self)
{
  g_signal_emit (self, signals[OPEN_SOURCE], 0);
}

/* ---- Adding ---- */

static void
add_shown_cb (TelaahEvidenceList *self)
{
  GtkWidget *picker = gtk_popover_get_child (GTK_POPOVER (self->add_popover));

  telaah_evidence_list_fill_picker (self, picker);
  gtk_widget_grab_focus (picker);
}

static void
add_closed_cb (TelaahEvidenceList *self)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  telaah_picker_set_items (TELAAH_PICKER (gtk_popover_get_child (GTK_POPOVER (self->add_popover))), none, "");
}

static void
added_cb (TelaahEvidenceList *self,
          const char         *id)
{
  g_autofree char *passage = g_strdup (id);

  gtk_popover_popdown (GTK_POPOVER (self->add_popover));
  telaah_evidence_list_set_state (self, passage, TELAAH_EVIDENCE_PINNED);
  telaah_row_view_focus_row (self->view, passage);
}

/* ---- The widget ---- */

static void
telaah_evidence_list_dispose (GObject *object)
{
  TelaahEvidenceList *self = TELAAH_EVIDENCE_LIST (object);

  telaah_evidence_list_end_drag (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_EVIDENCE_LIST);
  self->rows = NULL;
  g_clear_object (&self->cell);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_evidence_list_parent_class)->dispose (object);
}

static void
telaah_evidence_list_finalize (GObject *object)
{
  TelaahEvidenceList *self = TELAAH_EVIDENCE_LIST (object);

  g_ptr_array_unref (self->items);
  g_ptr_array_unref (self->hidden);
  g_hash_table_unref (self->left_out);
  g_clear_pointer (&self->prints, g_hash_table_unref);

  G_OBJECT_CLASS (telaah_evidence_list_parent_class)->finalize (object);
}

static void
telaah_evidence_list_class_init (TelaahEvidenceListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_evidence_list_dispose;
  object_class->finalize = telaah_evidence_list_finalize;

  signals[OPEN_PASSAGE] =
    g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_SOURCE] =
    g_signal_new ("open-source", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-evidence-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, sort_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, add_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, add_popover);
  gtk_widget_class_bind_template_child (widget_class, TelaahEvidenceList, empty_box);
  gtk_widget_class_bind_template_callback (widget_class, add_shown_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, read_clicked_cb);
}

static void
telaah_evidence_list_init (TelaahEvidenceList *self)
{
  GtkWidget *picker;

  self->items = g_ptr_array_new ();
  self->hidden = g_ptr_array_new ();
  self->left_out = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));

  picker = telaah_picker_new (_("Add a passage of this source…"));
  gtk_popover_set_child (GTK_POPOVER (self->add_popover), picker);
  g_signal_connect_swapped (picker, "picked", G_CALLBACK (added_cb), self);
}

/* Once, before anything is shown: @rows in whose head this is. */
void
telaah_evidence_list_set_rows (TelaahEvidenceList *self,
                               TelaahHeadedRows   *rows)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (TELAAH_IS_EVIDENCE_LIST (self));

  self->rows = rows;
  self->view = telaah_headed_rows_get_view (rows);
  telaah_row_view_set_funcs (self->view, &funcs, self);
  gtk_widget_add_css_class (GTK_WIDGET (self->view), "evidence");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Evidence"), -1);
  g_signal_connect_object (self->view, "activated", G_CALLBACK (row_activated_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (click, "released", G_CALLBACK (row_selected_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  telaah_evidence_list_add_actions (self);
  telaah_evidence_list_add_drop (self);
}

/**
 * telaah_evidence_list_show:
 * @session: (nullable): whose cell it is
 * @cell: (nullable): %NULL for nothing
 *
 * A card stays with its passage, with its focus and place.
 */
void
telaah_evidence_list_show (TelaahEvidenceList *self,
                           TelaahSession      *session,
                           TelaahCell         *cell)
{
  g_autoptr(TelaahCell) before = NULL;
  g_autoptr(GPtrArray) hidden = NULL;

  g_return_if_fail (TELAAH_IS_EVIDENCE_LIST (self));

  /* The rows borrow of both until they have others. */
  before = self->cell != NULL ? g_object_ref (self->cell) : NULL;
  hidden = g_ptr_array_ref (self->hidden);

  if (!is_same_place (before, cell))
    {
      self->unfolded = FALSE;
      telaah_row_view_set_selected (self->view, NULL);
    }
  g_set_object (&self->session, session);
  take_cell (self, cell);
  set_items (self);
}

/* The headings of the source, or what the themes are called, have changed. */
void
telaah_evidence_list_renew (TelaahEvidenceList *self)
{
  g_return_if_fail (TELAAH_IS_EVIDENCE_LIST (self));

  if (self->cell != NULL)
    telaah_row_view_refresh (self->view);
}
