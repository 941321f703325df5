/* What a cell may rest on besides its evidence: a section that folds, for one cell after another.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-candidate-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-candidate-scope.h"

G_DEFINE_FINAL_TYPE (TelaahCandidateList, telaah_candidate_list, GTK_TYPE_BOX)

enum { OPEN_PLACE, ACTED, FILLED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- What one does ---- */

/* Enter, or a double click. */
static void
row_activated_cb (TelaahCandidateList *self,
                  GtkListBoxRow       *row)
{
  telaah_candidate_list_open (self, TELAAH_CANDIDATE_CARD (row));
}

/* Beyond the first and the last card. */
static gboolean
keynav_failed_cb (TelaahCandidateList *self,
                  GtkDirectionType     direction)
{
  if (direction == GTK_DIR_UP)
    return gtk_widget_grab_focus (GTK_WIDGET (self->expander));

  return direction == GTK_DIR_DOWN && gtk_widget_get_visible (self->more_button) &&
         gtk_widget_grab_focus (self->more_button);
}

/* Its button goes, and the focus with it. */
static void
again_clicked_cb (TelaahCandidateList *self)
{
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->cards));
  g_autoptr(GError) error = NULL;

  gtk_widget_grab_focus (last != NULL ? last : GTK_WIDGET (self->expander));
  if (telaah_session_offer_again (self->session, (const char *const *) self->themes, self->source, &error))
    g_signal_emit (self, signals[ACTED], 0, _("All are offered again"));
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);
}

static void
expanded_cb (TelaahCandidateList *self)
{
  if (self->showing)
    return;

  self->wants_sight = gtk_expander_get_expanded (self->expander);
  if (!self->wants_sight)
    telaah_candidate_list_cancel (self);
  else if (self->due)
    telaah_candidate_list_renew (self);
  else
    telaah_candidate_list_tell_filled (self);
}

static void
changed_cb (TelaahCandidateList *self,
            TelaahChange         changes)
{
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_POINTS |
                 TELAAH_CHANGE_MARKS | TELAAH_CHANGE_REFUSED))
    telaah_candidate_list_renew (self);
}

/* ---- The widget ---- */

static void
telaah_candidate_list_map (GtkWidget *widget)
{
  TelaahCandidateList *self = TELAAH_CANDIDATE_LIST (widget);

  GTK_WIDGET_CLASS (telaah_candidate_list_parent_class)->map (widget);
  if (self->due)
    telaah_candidate_list_renew (self);
}

static void
telaah_candidate_list_unmap (GtkWidget *widget)
{
  telaah_candidate_list_cancel (TELAAH_CANDIDATE_LIST (widget));

  GTK_WIDGET_CLASS (telaah_candidate_list_parent_class)->unmap (widget);
}

static void
set_session (TelaahCandidateList *self,
             TelaahSession       *session)
{
  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
telaah_candidate_list_dispose (GObject *object)
{
  TelaahCandidateList *self = TELAAH_CANDIDATE_LIST (object);

  if (self->spinner != NULL)
    telaah_candidate_list_cancel (self);
  set_session (self, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CANDIDATE_LIST);

  G_OBJECT_CLASS (telaah_candidate_list_parent_class)->dispose (object);
}

static void
telaah_candidate_list_finalize (GObject *object)
{
  TelaahCandidateList *self = TELAAH_CANDIDATE_LIST (object);

  g_free (self->point);
  g_free (self->source);
  g_free (self->sha256);
  g_strfreev (self->themes);
  g_ptr_array_unref (self->queue);
  g_array_unref (self->gone);

  G_OBJECT_CLASS (telaah_candidate_list_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-candidate-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, expander);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, spinner);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, sentence);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, cards);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, more_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, refused_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCandidateList, refused_label);
  gtk_widget_class_bind_template_callback (widget_class, expanded_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, keynav_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_candidate_list_show_more);
  gtk_widget_class_bind_template_callback (widget_class, again_clicked_cb);
}

static void
telaah_candidate_list_class_init (TelaahCandidateListClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = telaah_candidate_list_dispose;
  object_class->finalize = telaah_candidate_list_finalize;
  widget_class->map = telaah_candidate_list_map;
  widget_class->unmap = telaah_candidate_list_unmap;

  signals[OPEN_PLACE] = g_signal_new ("open-place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                      G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_UINT);
  signals[ACTED] = g_signal_new ("acted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                 G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FILLED] = g_signal_new ("filled", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, G_TYPE_STRING);

  bind_template (widget_class);
}

static void
telaah_candidate_list_init (TelaahCandidateList *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_candidate_list_init_cards (self);
}

/* Whether what is on show was for this. */
static gboolean
is_same (TelaahCandidateList    *self,
         const TelaahCellFields *cell,
         const char             *sha256,
         const char *const      *themes)
{
  return self->themes != NULL && g_strcmp0 (self->point, cell->point) == 0 &&
         g_strcmp0 (self->source, cell->source) == 0 && g_strcmp0 (self->sha256, sha256) == 0 &&
         g_strv_equal ((const char *const *) self->themes, themes);
}

static void
take_cell (TelaahCandidateList *self,
           TelaahCell          *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  TelaahSource *source = telaah_session_find_source (self->session, f->source);
  const char *sha256 = source != NULL ? telaah_source_fields (source)->sha256 : NULL;
  g_auto(GStrv) themes = telaah_candidate_dup_themes (self->session, f->point);
  gboolean other = g_strcmp0 (self->point, f->point) != 0 || g_strcmp0 (self->source, f->source) != 0;

  if (is_same (self, f, sha256, (const char *const *) themes))
    return;

  g_free (self->point);
  g_free (self->source);
  g_free (self->sha256);
  g_strfreev (self->themes);
  self->point = g_strdup (f->point);
  self->source = g_strdup (f->source);
  self->sha256 = g_strdup (sha256);
  self->themes = g_steal_pointer (&themes);

  telaah_candidate_list_clear (self);
  if (other)
    gtk_expander_set_expanded (self->expander, telaah_cell_is_thin (cell));
  telaah_candidate_list_renew (self);
}

/**
 * telaah_candidate_list_show:
 * @session: (nullable): whose cell it is
 * @cell: (nullable): %NULL for nothing
 *
 * Once it is folded or unfolded it stays so until another cell is shown, however many passages come.
 */
void
telaah_candidate_list_show (TelaahCandidateList *self,
                            TelaahSession       *session,
                            TelaahCell          *cell)
{
  g_return_if_fail (TELAAH_IS_CANDIDATE_LIST (self));

  self->showing = TRUE;
  if (cell == NULL)
    {
      telaah_candidate_list_cancel (self);
      telaah_candidate_list_clear (self);
      g_clear_pointer (&self->point, g_free);
      g_clear_pointer (&self->source, g_free);
      g_clear_pointer (&self->themes, g_strfreev);
    }
  set_session (self, session);
  if (cell != NULL)
    take_cell (self, cell);
  gtk_widget_set_visible (GTK_WIDGET (self), cell != NULL);
  self->showing = FALSE;
}

/* Opens it where it is closed, and takes one there once there is something to be seen. */
void
telaah_candidate_list_unfold (TelaahCandidateList *self)
{
  g_return_if_fail (TELAAH_IS_CANDIDATE_LIST (self));

  gtk_widget_grab_focus (GTK_WIDGET (self->expander));
  gtk_expander_set_expanded (self->expander, TRUE);
  self->wants_sight = TRUE;
  if (!self->due && self->wait == 0 && self->job == NULL)
    telaah_candidate_list_tell_filled (self);
}
