/* The side of the comparison: the selected cell's status, summary, evidence and candidates, or the
 * selected point's words.
 *
 * What is typed belongs to the cell it was typed for: it is saved before another one is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-cell-pane.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-candidate-list.h"
#include "app/compare/telaah-evidence-list.h"
#include "app/compare/telaah-headed-rows.h"
#include "app/compare/telaah-point-words.h"
#include "app/compare/telaah-row-end.h"
#include "app/compare/telaah-summary-card.h"

struct _TelaahCellPane
{
  AdwBin         parent_instance;

  TelaahSession *session;
  char          *point;
  char          *source;       /* NULL: the point itself, "": what it compares */

  /* From the template. */
  TelaahHeadedRows    *rows;
  GtkLabel            *heading;
  GtkWidget           *cell_box;
  TelaahSummaryCard   *summary;
  TelaahEvidenceList  *evidence;
  TelaahCandidateList *candidates;
  GtkWidget           *point_box;
  TelaahPointWords    *point_words;
  TelaahRowEnd        *row_end;
};

G_DEFINE_FINAL_TYPE (TelaahCellPane, telaah_cell_pane, ADW_TYPE_BIN)

enum { OPEN_PASSAGE, OPEN_SOURCE, OPEN_PLACE, SHOW_CELL, ACTED, FAILED, LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
shows_cell (TelaahCellPane *self)
{
  return self->point != NULL && self->source != NULL && *self->source != '\0';
}

/* ---- Passing on ---- */

static void
open_passage_cb (TelaahCellPane *self,
                 const char     *source,
                 const char     *passage)
{
  g_signal_emit (self, signals[OPEN_PASSAGE], 0, source, passage);
}

static void
open_source_cb (TelaahCellPane *self)
{
  g_signal_emit (self, signals[OPEN_SOURCE], 0, self->source);
}

static void
open_place_cb (TelaahCellPane *self,
               const char     *source,
               guint           offset)
{
  g_signal_emit (self, signals[OPEN_PLACE], 0, source, offset);
}

static void
acted_cb (TelaahCellPane *self,
          const char     *message)
{
  g_signal_emit (self, signals[ACTED], 0, message);
}

static void
show_cell_cb (TelaahCellPane *self,
              const char     *source)
{
  g_autofree char *point = g_strdup (self->point);

  g_signal_emit (self, signals[SHOW_CELL], 0, point, source);
}

static void
link_activated_cb (TelaahCellPane *self,
                   TelaahLink     *link)
{
  const TelaahLinkFields *f = telaah_link_fields (link);
  TelaahPassage *passage = f->passage != NULL ? telaah_session_find_passage (self->session, f->passage) : NULL;

  if (f->cited != NULL)
    show_cell_cb (self, f->cited);
  else if (passage != NULL)
    open_passage_cb (self, telaah_passage_fields (passage)->source, f->passage);
}

static void
failed_cb (TelaahCellPane *self,
           const char     *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

static void
done_cb (TelaahCellPane *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

/* ---- Showing what the project has ---- */

static char *
dup_heading (TelaahCellPane          *self,
             const TelaahPointFields *point,
             TelaahSource            *source)
{
  if (source != NULL)
    return g_strdup_printf ("%s · %s", point->title, telaah_source_get_name (source));

  return self->source == NULL ? g_strdup (_("Point")) : g_strdup (point->title);
}

static void
show (TelaahCellPane *self)
{
  TelaahPoint *point = self->point != NULL ? telaah_session_find_point (self->session, self->point) : NULL;
  TelaahSource *source = shows_cell (self) ? telaah_session_find_source (self->session, self->source) : NULL;
  gboolean is_cell = point != NULL && source != NULL;
  gboolean is_end = point != NULL && !shows_cell (self);
  gboolean is_point = is_end && self->source == NULL;
  g_autoptr(TelaahCell) cell = is_cell ? telaah_session_dup_cell (self->session, self->point, self->source) : NULL;
  g_autofree char *heading = is_cell || is_end ? dup_heading (self, telaah_point_fields (point), source) : NULL;

  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), heading);
  gtk_widget_set_visible (self->cell_box, is_cell);
  gtk_widget_set_visible (self->point_box, is_end);
  gtk_widget_set_visible (GTK_WIDGET (self->point_words), is_point);

  telaah_summary_card_show (self->summary, is_cell ? self->session : NULL, cell);
  telaah_evidence_list_show (self->evidence, is_cell ? self->session : NULL, cell);
  telaah_candidate_list_show (self->candidates, is_cell ? self->session : NULL, cell);
  telaah_point_words_show (self->point_words, is_point ? self->session : NULL, is_point ? self->point : NULL);
  telaah_row_end_show (self->row_end, is_end ? self->session : NULL, is_end ? self->point : NULL);
}

/* A cell has as many passages as its source may have: it is not read again for what happens elsewhere. */
static gboolean
concerns (TelaahCellPane *self,
          TelaahChange    changes)
{
  const TelaahChange all = TELAAH_CHANGE_PROJECT | TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES |
                           TELAAH_CHANGE_POINTS | TELAAH_CHANGE_NOTES | TELAAH_CHANGE_MARKS;

  if (shows_cell (self) && !(changes & all))
    return telaah_session_touches (self->session, self->point, self->source);

  return (changes & ~TELAAH_CHANGE_HISTORY) != 0;
}

static void
changed_cb (TelaahCellPane *self,
            TelaahChange    changes)
{
  if (self->point == NULL || !concerns (self, changes))
    return;

  show (self);
  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_MARKS | TELAAH_CHANGE_SOURCES))
    telaah_evidence_list_renew (self->evidence);
}

/* ---- The widget ---- */

/* Before an editor takes Escape for going back on its last words: here it means that one is done. */
static gboolean
key_pressed_cb (TelaahCellPane  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  /* In a popover Escape closes that. */
  if (focus != NULL && gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL)
    return GDK_EVENT_PROPAGATE;

  telaah_cell_pane_flush (self);
  done_cb (self);

  return GDK_EVENT_STOP;
}

/* A summary may be longer than the pane: the caret stays in sight. */
static void
moved_cb (TelaahTextEditor *editor,
          TelaahCellPane   *self)
{
  guint at = telaah_text_editor_get_cursor (editor);
  GdkRectangle place;

  if (!gtk_widget_get_mapped (GTK_WIDGET (editor)) || gtk_widget_get_focus_child (GTK_WIDGET (editor)) == NULL)
    return;

  telaah_text_editor_get_place (editor, (TelaahSpan) { at, at }, &place);
  telaah_headed_rows_reveal (self->rows, GTK_WIDGET (editor), &place);
}

/* From their heading on, as much of the candidates as there is room for. */
static void
filled_cb (TelaahCellPane *self)
{
  telaah_headed_rows_reveal (self->rows, GTK_WIDGET (self->candidates), &(GdkRectangle) { 0, 0, 1, G_MAXSHORT });
}

static void
candidates_action (GtkWidget  *widget,
                   const char *name,
                   GVariant   *parameter)
{
  telaah_cell_pane_show_candidates (TELAAH_CELL_PANE (widget));
}

static void
telaah_cell_pane_unmap (GtkWidget *widget)
{
  telaah_cell_pane_flush (TELAAH_CELL_PANE (widget));

  GTK_WIDGET_CLASS (telaah_cell_pane_parent_class)->unmap (widget);
}

static void
telaah_cell_pane_dispose (GObject *object)
{
  TelaahCellPane *self = TELAAH_CELL_PANE (object);

  if (self->heading != NULL)
    telaah_cell_pane_set_session (self, NULL);

  /* AdwBin would take it away once more. */
  adw_bin_set_child (ADW_BIN (self), NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CELL_PANE);

  G_OBJECT_CLASS (telaah_cell_pane_parent_class)->dispose (object);
}

static void
telaah_cell_pane_finalize (GObject *object)
{
  TelaahCellPane *self = TELAAH_CELL_PANE (object);

  g_free (self->point);
  g_free (self->source);

  G_OBJECT_CLASS (telaah_cell_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (TELAAH_TYPE_HEADED_ROWS);
  g_type_ensure (TELAAH_TYPE_SUMMARY_CARD);
  g_type_ensure (TELAAH_TYPE_EVIDENCE_LIST);
  g_type_ensure (TELAAH_TYPE_CANDIDATE_LIST);
  g_type_ensure (TELAAH_TYPE_POINT_WORDS);
  g_type_ensure (TELAAH_TYPE_ROW_END);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-cell-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, rows);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, heading);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, cell_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, summary);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, candidates);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, point_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, point_words);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, row_end);

  gtk_widget_class_bind_template_callback (widget_class, open_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_place_cb);
  gtk_widget_class_bind_template_callback (widget_class, acted_cb);
  gtk_widget_class_bind_template_callback (widget_class, filled_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_cell_cb);
  gtk_widget_class_bind_template_callback (widget_class, link_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
telaah_cell_pane_class_init (TelaahCellPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = telaah_cell_pane_dispose;
  object_class->finalize = telaah_cell_pane_finalize;
  widget_class->unmap = telaah_cell_pane_unmap;

  signals[OPEN_PASSAGE] = g_signal_new ("open-passage", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_SOURCE] = g_signal_new ("open-source", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[OPEN_PLACE] = g_signal_new ("open-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SHOW_CELL] = g_signal_new ("show-cell", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] = g_signal_new ("leave", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "pane.candidates", NULL, candidates_action);
  bind_template (widget_class);
}

static void
telaah_cell_pane_init (TelaahCellPane *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_evidence_list_set_rows (self->evidence, self->rows);

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  {
    TelaahTextEditor *const editors[] = {
      telaah_summary_card_get_summary (self->summary),
      telaah_summary_card_get_translation (self->summary),
      telaah_point_words_get_question (self->point_words),
      telaah_row_end_get_editor (self->row_end, TELAAH_LINK_SIMILARITIES),
      telaah_row_end_get_editor (self->row_end, TELAAH_LINK_DIFFERENCES),
    };

    for (guint i = 0; i < G_N_ELEMENTS (editors); i++)
      g_signal_connect_object (editors[i], "moved", G_CALLBACK (moved_cb), self, 0);
  }
}

/**
 * telaah_cell_pane_set_session:
 * @session: (nullable):
 */
void
telaah_cell_pane_set_session (TelaahCellPane *self,
                              TelaahSession  *session)
{
  g_return_if_fail (TELAAH_IS_CELL_PANE (self));

  if (self->session == session)
    return;

  telaah_cell_pane_show (self, NULL, NULL);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);

  g_set_object (&self->session, session);

  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * telaah_cell_pane_show:
 * @point: (nullable): %NULL for nothing
 * @source: (nullable): as in TelaahGrid: %NULL for the point itself, "" for what it compares
 */
void
telaah_cell_pane_show (TelaahCellPane *self,
                       const char     *point,
                       const char     *source)
{
  g_return_if_fail (TELAAH_IS_CELL_PANE (self));

  if (g_strcmp0 (point, self->point) != 0 || g_strcmp0 (source, self->source) != 0)
    {
      char *old_point, *old_source;

      telaah_cell_pane_flush (self);
      old_point = g_steal_pointer (&self->point);
      old_source = g_steal_pointer (&self->source);
      self->point = g_strdup (point);
      self->source = g_strdup (source);
      g_free (old_point);
      g_free (old_source);
      telaah_headed_rows_go_to_top (self->rows);
    }

  show (self);
}

/* Saves what is being typed. Returns: whether all of it is saved */
gboolean
telaah_cell_pane_flush (TelaahCellPane *self)
{
  gboolean saved;

  g_return_val_if_fail (TELAAH_IS_CELL_PANE (self), FALSE);

  if (self->session == NULL || self->point == NULL)
    return TRUE;

  if (shows_cell (self))
    return telaah_summary_card_flush (self->summary);

  saved = telaah_point_words_flush (self->point_words);

  return telaah_row_end_flush (self->row_end) && saved;
}

/* Puts the cursor into what one writes here first. */
void
telaah_cell_pane_edit (TelaahCellPane *self,
                       gboolean        select_all)
{
  g_return_if_fail (TELAAH_IS_CELL_PANE (self));

  if (shows_cell (self))
    telaah_summary_card_edit (self->summary, select_all);
  else if (self->source == NULL)
    telaah_point_words_edit (self->point_words);
  else
    telaah_text_editor_edit (telaah_row_end_get_editor (self->row_end, TELAAH_LINK_SIMILARITIES), select_all);
}

/* Of the cell that is on show: unfolds them, and puts the focus there. */
void
telaah_cell_pane_show_candidates (TelaahCellPane *self)
{
  g_return_if_fail (TELAAH_IS_CELL_PANE (self));

  if (shows_cell (self))
    telaah_candidate_list_unfold (self->candidates);
}
