/* The side of the comparison: the selected cell's status, summary and evidence, or the selected point's words.
 *
 * What is typed belongs to the cell it was typed for: it is saved before another one is shown.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-cell-pane.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-evidence-list.h"
#include "app/compare/telaah-status-mark.h"
#include "app/telaah-text-editor.h"

struct _TelaahCellPane
{
  AdwBin         parent_instance;

  TelaahSession *session;
  char          *point;
  char          *source;       /* NULL: the point itself, "": what it compares */
  TelaahCell    *cell;         /* as it is shown; NULL where a point is */
  char          *title;        /* of the point, as the project has it */
  gboolean       loading;

  /* From the template. */
  GtkScrolledWindow  *scroller;
  GtkLabel           *heading;
  GtkWidget          *cell_box;
  GtkBox             *statuses;
  GtkWidget          *stale_box;
  TelaahTextEditor   *summary;
  TelaahEvidenceList *evidence;
  GtkWidget          *point_box;
  GtkWidget          *title_entry;
  TelaahTextEditor   *similarities;
  TelaahTextEditor   *differences;

  GtkToggleButton    *status_buttons[TELAAH_N_STATUSES];
};

G_DEFINE_FINAL_TYPE (TelaahCellPane, telaah_cell_pane, ADW_TYPE_BIN)

enum { OPEN_PASSAGE, OPEN_SOURCE, FAILED, LEAVE, N_SIGNALS };

static guint signals[N_SIGNALS];

static gboolean
shows_cell (TelaahCellPane *self)
{
  return self->point != NULL && self->source != NULL && *self->source != '\0';
}

/* Passes on what a verb said; returns whether it was done. */
static gboolean
tell (TelaahCellPane *self,
      gboolean        done,
      GError         *error)
{
  if (!done)
    g_signal_emit (self, signals[FAILED], 0, error->message);

  return done;
}

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

/* ---- Showing what the project has ---- */

/* @again: words that are not saved yet stand. Otherwise they were for another cell, which would not have them. */
static void
put (TelaahTextEditor *editor,
     const char       *text,
     gboolean          again)
{
  if (!again)
    {
      g_autofree char *unsaved = telaah_text_editor_dup_text (editor);

      telaah_text_editor_set_text (editor, unsaved);
    }

  telaah_text_editor_set_text (editor, text);
}

static void
show_cell (TelaahCellPane *self,
           gboolean        again)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, self->point, self->source);
  const TelaahCellFields *fields = telaah_cell_fields (cell);

  g_set_object (&self->cell, cell);
  gtk_widget_set_visible (self->stale_box, telaah_cell_is_stale (cell));
  gtk_toggle_button_set_active (self->status_buttons[fields->status], TRUE);

  put (self->summary, fields->summary, again);

  telaah_evidence_list_show (self->evidence, self->session, cell);
}

static void
show_point (TelaahCellPane          *self,
            const TelaahPointFields *fields,
            gboolean                 again)
{
  gboolean typed = again && self->title != NULL &&
                   g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->title_entry)), self->title) != 0;

  put (self->similarities, fields->similarities, again);
  put (self->differences, fields->differences, again);
  gtk_widget_set_visible (self->title_entry, self->source == NULL);

  g_free (self->title);
  self->title = g_strdup (fields->title);

  if (!typed)
    gtk_editable_set_text (GTK_EDITABLE (self->title_entry), self->title);
}

static char *
dup_heading (TelaahCellPane          *self,
             const TelaahPointFields *point,
             TelaahSource            *source)
{
  if (source != NULL)
    return g_strdup_printf ("%s · %s", point->title, telaah_source_get_name (source));

  return self->source == NULL ? g_strdup (_("Point")) : g_strdup (point->title);
}

/* @again: the same place as before, so that what is being typed there stays. */
static void
show (TelaahCellPane *self,
      gboolean        again)
{
  TelaahPoint *point = self->point != NULL ? telaah_session_find_point (self->session, self->point) : NULL;
  TelaahSource *source = shows_cell (self) ? telaah_session_find_source (self->session, self->source) : NULL;
  gboolean is_cell = point != NULL && source != NULL;
  gboolean is_point = point != NULL && !shows_cell (self);
  g_autofree char *heading = is_cell || is_point ? dup_heading (self, telaah_point_fields (point), source) : NULL;

  self->loading = TRUE;
  gtk_label_set_label (self->heading, heading != NULL ? heading : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->heading), heading);
  gtk_widget_set_visible (self->cell_box, is_cell);
  gtk_widget_set_visible (self->point_box, is_point);

  if (is_cell)
    show_cell (self, again);
  else
    {
      telaah_evidence_list_show (self->evidence, NULL, NULL);
      g_clear_object (&self->cell);
    }

  if (is_point)
    show_point (self, telaah_point_fields (point), again);

  self->loading = FALSE;
}

static void
changed_cb (TelaahCellPane *self,
            TelaahChange    changes)
{
  /* The cards show the themes' names and colours. */
  if (changes & TELAAH_CHANGE_THEMES)
    telaah_evidence_list_show (self->evidence, NULL, NULL);

  if (changes & ~(TELAAH_CHANGE_HISTORY | TELAAH_CHANGE_PROJECT))
    show (self, TRUE);
}

/* ---- Verbs ---- */

static void
status_toggled_cb (GtkToggleButton *button,
                   TelaahCellPane  *self)
{
  TelaahStatus status = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "status"));
  g_autoptr(GError) error = NULL;

  if (self->loading || !gtk_toggle_button_get_active (button) || !shows_cell (self))
    return;

  if (!tell (self, telaah_session_set_cell (self->session, self->point, self->source, &status, NULL, &error), error))
    show (self, TRUE);
}

static void
summary_commit_cb (TelaahCellPane *self,
                   const char     *text)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;
  g_autoptr(GError) error = NULL;
  gboolean first;

  if (self->session == NULL || !shows_cell (self) || self->cell == NULL)
    {
      telaah_text_editor_reject (self->summary);
      return;
    }

  /* Whoever writes what a source says has read it. */
  first = telaah_cell_fields (self->cell)->status == TELAAH_STATUS_UNREAD && *text != '\0';

  if (!tell (self, telaah_session_set_cell (self->session, self->point, self->source,
                                            first ? &treated : NULL, text, &error), error))
    telaah_text_editor_reject (self->summary);
}

static gboolean
save_point (TelaahCellPane *self,
            const char     *key,
            const char     *text)
{
  g_autoptr(GError) error = NULL;

  if (self->session == NULL || self->point == NULL)
    return FALSE;

  return tell (self, telaah_session_set_point (self->session, self->point, key, text, &error), error);
}

static void
similarities_commit_cb (TelaahCellPane *self,
                        const char     *text)
{
  if (!save_point (self, "similarities", text))
    telaah_text_editor_reject (self->similarities);
}

static void
differences_commit_cb (TelaahCellPane *self,
                       const char     *text)
{
  if (!save_point (self, "differences", text))
    telaah_text_editor_reject (self->differences);
}

/* A point is never without a title: an empty one is taken back. */
static gboolean
save_title (TelaahCellPane *self)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->title_entry))));

  if (self->session == NULL || self->point == NULL || self->source != NULL || self->title == NULL ||
      g_str_equal (text, self->title))
    return TRUE;

  if (*text != '\0' && save_point (self, "title", text))
    return TRUE;

  gtk_editable_set_text (GTK_EDITABLE (self->title_entry), self->title);

  return *text == '\0';
}

static void
title_leave_cb (TelaahCellPane *self)
{
  save_title (self);
}

static void
done_cb (TelaahCellPane *self)
{
  g_signal_emit (self, signals[LEAVE], 0);
}

static void
title_activate_cb (TelaahCellPane *self)
{
  if (save_title (self))
    done_cb (self);
}

static void
confirm_clicked_cb (TelaahCellPane *self)
{
  g_autoptr(GError) error = NULL;

  /* Words that are being typed are a rewrite, and that is an answer too. */
  if (telaah_text_editor_flush (self->summary) && telaah_cell_is_stale (self->cell))
    tell (self, telaah_session_confirm_cell (self->session, self->point, self->source, &error), error);

  gtk_widget_grab_focus (GTK_WIDGET (self->summary));
}

static void
rewrite_clicked_cb (TelaahCellPane *self)
{
  telaah_text_editor_edit (self->summary, TRUE);
}

/* ---- The widget ---- */

/* Before an editor takes Escape for going back on its last words: here it means that one is done. */
static gboolean
key_pressed_cb (TelaahCellPane  *self,
                guint            keyval,
                guint            keycode,
                GdkModifierType  state)
{
  if (keyval != GDK_KEY_Escape || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;

  telaah_cell_pane_flush (self);
  done_cb (self);

  return GDK_EVENT_STOP;
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
  g_free (self->title);

  G_OBJECT_CLASS (telaah_cell_pane_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-cell-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, heading);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, cell_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, statuses);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, stale_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, summary);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, evidence);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, point_box);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, title_entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, similarities);
  gtk_widget_class_bind_template_child (widget_class, TelaahCellPane, differences);

  gtk_widget_class_bind_template_callback (widget_class, summary_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, similarities_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, differences_commit_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, title_leave_cb);
  gtk_widget_class_bind_template_callback (widget_class, confirm_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, rewrite_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_passage_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_source_cb);
  gtk_widget_class_bind_template_callback (widget_class, done_cb);
}

static void
telaah_cell_pane_class_init (TelaahCellPaneClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_cell_pane_dispose;
  object_class->finalize = telaah_cell_pane_finalize;
  widget_class->unmap = telaah_cell_pane_unmap;

  signals[OPEN_PASSAGE] =
    g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);
  signals[OPEN_SOURCE] =
    g_signal_new ("open-source", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] =
    g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[LEAVE] =
    g_signal_new ("leave", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_TEXT_EDITOR);
  g_type_ensure (TELAAH_TYPE_EVIDENCE_LIST);
  bind_template (widget_class);
}

/* A mark over its word; four of them side by side in the pane's width. */
static GtkToggleButton *
status_button_new (TelaahCellPane *self,
                   TelaahStatus    status)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *word = gtk_label_new (telaah_status_get_word (status));

  gtk_label_set_wrap (GTK_LABEL (word), TRUE);
  gtk_label_set_justify (GTK_LABEL (word), GTK_JUSTIFY_CENTER);
  gtk_widget_add_css_class (word, "caption");

  gtk_box_append (GTK_BOX (box), telaah_status_mark_new (status));
  gtk_box_append (GTK_BOX (box), word);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  telaah_status_get_word (status), -1);

  g_object_set_data (G_OBJECT (button), "status", GUINT_TO_POINTER (status));
  g_signal_connect (button, "toggled", G_CALLBACK (status_toggled_cb), self);

  return GTK_TOGGLE_BUTTON (button);
}

static void
telaah_cell_pane_init (TelaahCellPane *self)
{
  /* From what is most often found to what is still to do. */
  const TelaahStatus order[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };

  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_text_editor_set_label (self->summary, _("Summary"));
  telaah_text_editor_set_label (self->similarities, _("Similarities"));
  telaah_text_editor_set_label (self->differences, _("Differences"));

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    {
      GtkToggleButton *button = status_button_new (self, order[i]);

      self->status_buttons[order[i]] = button;
      gtk_toggle_button_set_group (button, i > 0 ? self->status_buttons[order[0]] : NULL);
      gtk_box_append (self->statuses, GTK_WIDGET (button));
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
  gboolean again;

  g_return_if_fail (TELAAH_IS_CELL_PANE (self));

  again = g_strcmp0 (point, self->point) == 0 && g_strcmp0 (source, self->source) == 0;

  if (!again)
    {
      char *old_point, *old_source;

      telaah_cell_pane_flush (self);
      old_point = g_steal_pointer (&self->point);
      old_source = g_steal_pointer (&self->source);
      self->point = g_strdup (point);
      self->source = g_strdup (source);
      g_free (old_point);
      g_free (old_source);
      gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
    }

  show (self, again);
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
    return telaah_text_editor_flush (self->summary);

  saved = save_title (self);
  saved &= telaah_text_editor_flush (self->similarities);
  saved &= telaah_text_editor_flush (self->differences);

  return saved;
}

/* Puts the cursor into what one writes here first. */
void
telaah_cell_pane_edit (TelaahCellPane *self,
                       gboolean        select_all)
{
  g_return_if_fail (TELAAH_IS_CELL_PANE (self));

  if (shows_cell (self))
    telaah_text_editor_edit (self->summary, select_all);
  else if (self->source == NULL)
    gtk_widget_grab_focus (self->title_entry);
  else
    telaah_text_editor_edit (self->similarities, select_all);
}
