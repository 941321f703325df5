/* Writing in a cell of the grid where it stands: an editor that lies over it for as long as somebody types.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-private.h"

static gboolean
is_point (TelaahGrid *self)
{
  return telaah_grid_get_kind_at (self, &self->last) == TELAAH_GRID_KIND_POINT;
}

gboolean
telaah_grid_is_writing (TelaahGrid *self)
{
  return self->written_point != NULL;
}

/* ---- Saving ---- */

static gboolean
save_title (TelaahGrid  *self,
            const char  *text,
            GError     **error)
{
  g_autofree char *title = g_strstrip (g_strdelimit (g_strdup (text), "\n\t", ' '));

  return telaah_session_set_point (self->session, self->written_point, "title", title, error);
}

/* Whoever writes what a source says has read it. */
static gboolean
save_summary (TelaahGrid  *self,
              const char  *text,
              GError     **error)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, self->written_point, self->written_source);
  gboolean first = cell != NULL && telaah_cell_fields (cell)->status == TELAAH_STATUS_UNREAD && *text != '\0';

  return telaah_session_set_cell (self->session, self->written_point, self->written_source,
                                  first ? &treated : NULL, text, error);
}

static void
commit_cb (TelaahGrid *self,
           const char *text)
{
  g_autoptr(GError) error = NULL;
  gboolean saved;

  if (self->session == NULL || !telaah_grid_is_writing (self))
    {
      telaah_text_editor_reject (self->editor);
      return;
    }

  saved = self->written_source == NULL ? save_title (self, text, &error) : save_summary (self, text, &error);

  if (saved)
    self->n_saved++;
  else
    {
      telaah_text_editor_reject (self->editor);
      g_signal_emit_by_name (self, "failed", error->message);
    }
}

/* ---- Beginning and ending ---- */

/* Whatever is not saved by now is gone. */
static void
close_editor (TelaahGrid *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  g_clear_pointer (&self->written_point, g_free);
  g_clear_pointer (&self->written_source, g_free);

  if (focus == self->frame)
    gtk_widget_grab_focus (GTK_WIDGET (self));

  gtk_widget_set_child_visible (self->frame, FALSE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

/* Returns: whether all words are saved; else the editor stays */
gboolean
telaah_grid_stop_writing (TelaahGrid *self)
{
  if (!telaah_grid_is_writing (self))
    return TRUE;

  if (!telaah_text_editor_flush (self->editor))
    return FALSE;

  close_editor (self);

  return TRUE;
}

/* Where there is nothing more to write on. */
void
telaah_grid_drop_writing (TelaahGrid *self)
{
  if (telaah_grid_is_writing (self))
    close_editor (self);
}

/* As if nobody had written: what a pause has saved is taken back. */
static void
cancel_writing (TelaahGrid *self)
{
  guint n = self->n_saved;

  telaah_text_editor_set_text (self->editor, NULL);
  close_editor (self);

  for (; n > 0; n--)
    {
      g_autoptr(GError) error = NULL;

      if (!telaah_session_undo (self->session, &error))
        {
          g_signal_emit_by_name (self, "failed", error->message);
          return;
        }
    }
}

static char *
dup_words (TelaahGrid *self)
{
  g_autoptr(TelaahCell) cell = NULL;

  if (is_point (self))
    return g_strdup (telaah_point_fields (telaah_grid_get_point_at (self, &self->last))->title);

  cell = telaah_session_dup_cell (self->session, self->point, self->source);

  return cell != NULL ? g_strdup (telaah_cell_fields (cell)->summary) : NULL;
}

/**
 * telaah_grid_edit:
 * @anew: from nothing, instead of from what is there
 *
 * Begins to write in the cell at the cursor.
 *
 * Returns: whether that can be written in place
 */
gboolean
telaah_grid_edit (TelaahGrid *self,
                  gboolean    anew)
{
  TelaahGridKind kind;
  g_autofree char *words = NULL;

  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  if (self->session == NULL || self->point == NULL || !telaah_grid_stop_writing (self))
    return FALSE;

  kind = telaah_grid_get_kind_at (self, &self->last);
  if (kind != TELAAH_GRID_KIND_POINT && (kind != TELAAH_GRID_KIND_CELL || self->content == TELAAH_GRID_QUOTES))
    return FALSE;

  telaah_grid_collapse (self);
  self->reveal = TRUE;
  telaah_grid_update (self);

  words = anew ? NULL : dup_words (self);
  self->written_point = g_strdup (self->point);
  self->written_source = g_strdup (self->source);
  self->n_saved = 0;

  telaah_text_editor_set_text (self->editor, words);
  telaah_text_editor_set_label (self->editor,
                                telaah_grid_cell_get_face (telaah_grid_get_cursor_cell (self))->name);
  gtk_widget_set_child_visible (self->frame, TRUE);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  telaah_text_editor_edit (self->editor, kind == TELAAH_GRID_KIND_POINT && !anew);

  return TRUE;
}

/* Saves what is being written. Returns: whether all of it is saved */
gboolean
telaah_grid_flush (TelaahGrid *self)
{
  g_return_val_if_fail (TELAAH_IS_GRID (self), FALSE);

  return !telaah_grid_is_writing (self) || telaah_text_editor_flush (self->editor);
}

/* ---- Keys while writing ---- */

static gboolean
key_cb (GtkEventControllerKey *controller,
        guint                  keyval,
        guint                  keycode,
        GdkModifierType        state,
        TelaahGrid            *self)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (!telaah_grid_is_writing (self))
    return FALSE;

  if (keyval == GDK_KEY_Escape && modifiers == 0)
    {
      cancel_writing (self);
      return TRUE;
    }

  if (enter && (modifiers == 0 || modifiers == GDK_CONTROL_MASK))
    {
      if (telaah_grid_stop_writing (self) && modifiers == 0)
        telaah_grid_move_on (self);
      return TRUE;
    }

  if (keyval == GDK_KEY_Tab || keyval == GDK_KEY_ISO_Left_Tab)
    {
      if (telaah_grid_stop_writing (self))
        telaah_grid_step (self, keyval == GDK_KEY_ISO_Left_Tab || (modifiers & GDK_SHIFT_MASK) ? -1 : 1);
      return TRUE;
    }

  return FALSE;
}

/* Somebody has clicked elsewhere; a menu of the editor's own is not elsewhere. */
static void
leave_cb (TelaahGrid *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;

  if (focus == NULL || !gtk_widget_is_ancestor (focus, self->frame))
    telaah_grid_stop_writing (self);
}

/* ---- Where it lies ---- */

/* Over its cell, higher where there is more to read, and never out of sight. */
void
telaah_grid_place_editor (TelaahGrid *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self)), wanted;
  GdkRectangle box;

  if (!telaah_grid_is_writing (self) || !telaah_grid_get_bounds (self, &box))
    return;

  gtk_widget_measure (self->frame, GTK_ORIENTATION_HORIZONTAL, -1, &wanted, NULL, NULL, NULL);
  box.width = MAX (box.width, wanted);
  gtk_widget_measure (self->frame, GTK_ORIENTATION_VERTICAL, box.width, NULL, &wanted, NULL, NULL);
  box.height = MIN (MAX (box.height, wanted), MAX (height - self->header_height, self->line * 3));

  if (self->last.row != TELAAH_NO_ROW)
    box.y = MAX (MIN (box.y, height - box.height), self->header_height);

  gtk_widget_size_allocate (self->frame, &box, -1);
}

void
telaah_grid_add_editor (TelaahGrid *self)
{
  GtkEventController *keys = gtk_event_controller_key_new (), *focus = gtk_event_controller_focus_new ();

  self->editor = TELAAH_TEXT_EDITOR (telaah_text_editor_new ());
  self->frame = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->frame), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->frame), TRUE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->frame), GTK_WIDGET (self->editor));
  gtk_widget_add_css_class (self->frame, "cell-editor");
  gtk_widget_set_child_visible (self->frame, FALSE);
  gtk_widget_set_parent (self->frame, GTK_WIDGET (self));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (self->frame, keys);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (self->frame, focus);
  g_signal_connect_object (self->editor, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
}
