/* A dialog that edits the words that count as one in a search: a group a line, written when it is left.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-synonyms-dialog.h"

#include <glib/gi18n.h>

#include "app/search/telaah-synonyms-row.h"

struct _TelaahSynonymsDialog
{
  AdwWindow        parent_instance;

  TelaahSession   *session;
  GtkWidget       *fresh;      /* the row at the end, to add a group */
  AdwToast        *toast;      /* offers to take back what was removed; NULL: gone */
  gboolean         writing;
  gboolean         warned;     /* closing it has shown what could not be written */

  /* From the template. */
  GtkListBox      *list;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahSynonymsDialog, telaah_synonyms_dialog, ADW_TYPE_WINDOW)

static void commit_cb (TelaahSynonymsDialog *self,
                       gboolean              go_on,
                       TelaahSynonymsRow    *row);
static void remove_cb (TelaahSynonymsDialog *self,
                       TelaahSynonymsRow    *row);

/* ---- The rows ---- */

/* With the row that adds one. */
static GPtrArray *
dup_rows (TelaahSynonymsDialog *self)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->list, i)) != NULL; i++)
    g_ptr_array_add (rows, g_object_ref (row));

  return rows;
}

static TelaahSynonymsRow *
add_row (TelaahSynonymsDialog *self,
         int                   position)
{
  GtkWidget *row = telaah_synonyms_row_new ();

  g_signal_connect_object (row, "commit", G_CALLBACK (commit_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (remove_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_insert (self->list, row, position);

  return TELAAH_SYNONYMS_ROW (row);
}

static void
need_fresh_row (TelaahSynonymsDialog *self)
{
  if (self->fresh == NULL)
    self->fresh = GTK_WIDGET (add_row (self, -1));
}

static TelaahSynonymsRow *
find_row (GPtrArray  *rows,
          const char *group)
{
  for (guint i = 0; i < rows->len; i++)
    if (g_strcmp0 (telaah_synonyms_row_get_group (rows->pdata[i]), group) == 0)
      return rows->pdata[i];

  return NULL;
}

/* A row whose group has gone goes too, unless somebody is writing in it: then it is a new one. */
static void
drop_row (TelaahSynonymsDialog *self,
          TelaahSynonymsRow    *row)
{
  if (!telaah_synonyms_row_is_edited (row))
    gtk_list_box_remove (self->list, GTK_WIDGET (row));
  else
    telaah_synonyms_row_set_group (row, NULL);
}

/* As the project has them; what is being typed stays, and so does the focus. */
static void
show_groups (TelaahSynonymsDialog *self)
{
  GListModel *groups = telaah_session_get_synonyms (self->session);
  g_autoptr(GPtrArray) rows = dup_rows (self);
  g_autoptr(GHashTable) kept = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (groups); i++)
    {
      g_autoptr(TelaahSynonyms) group = g_list_model_get_item (groups, i);
      const TelaahSynonymsFields *f = telaah_synonyms_fields (group);
      TelaahSynonymsRow *row = find_row (rows, f->id);

      if (row == NULL)
        row = add_row (self, i);
      telaah_synonyms_row_set_group (row, f->id);
      telaah_synonyms_row_set_words (row, f->words);
      g_hash_table_add (kept, row);
    }

  for (guint i = 0; i < rows->len; i++)
    if (telaah_synonyms_row_get_group (rows->pdata[i]) != NULL && !g_hash_table_contains (kept, rows->pdata[i]))
      drop_row (self, rows->pdata[i]);
  need_fresh_row (self);
}

/* ---- Writing ---- */

static void
dismiss (TelaahSynonymsDialog *self)
{
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
}

static gboolean
write_words (TelaahSynonymsDialog  *self,
             TelaahSynonymsRow     *row,
             const char            *words,
             GError               **error)
{
  g_autofree char *group = g_strdup (telaah_synonyms_row_get_group (row)), *id = NULL;

  dismiss (self);
  self->writing = TRUE;
  id = telaah_session_set_synonyms (self->session, group, words, error);
  self->writing = FALSE;
  if (id == NULL)
    return FALSE;

  telaah_synonyms_row_take (row);
  telaah_synonyms_row_set_group (row, id);
  if (GTK_WIDGET (row) == self->fresh)
    self->fresh = NULL;
  show_groups (self);

  return TRUE;
}

/* TRUE where nothing is left to write; else the row says why. */
static gboolean
commit (TelaahSynonymsDialog *self,
        TelaahSynonymsRow    *row)
{
  g_autofree char *words = telaah_synonyms_row_dup_words (row);
  guint n = telaah_synonyms_row_count (row);
  g_autoptr(GError) error = NULL;

  if (!telaah_synonyms_row_is_edited (row) || (n == 0 && telaah_synonyms_row_get_group (row) == NULL))
    return TRUE;

  /* The session would take the group away; whoever wants that empties the line. */
  if (n == 1)
    {
      telaah_synonyms_row_set_fault (row, _("One word alone has no other to count as. "
                                            "Add another, or empty the line."));
      return FALSE;
    }

  if (!write_words (self, row, words, &error))
    {
      telaah_synonyms_row_set_fault (row, error->message);
      return FALSE;
    }

  return TRUE;
}

static void
focus_next (TelaahSynonymsDialog *self,
            int                   position)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->list, position);

  gtk_widget_grab_focus (row != NULL ? GTK_WIDGET (row) : self->fresh);
}

static void
commit_cb (TelaahSynonymsDialog *self,
           gboolean              go_on,
           TelaahSynonymsRow    *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));

  if (self->session == NULL || self->writing)
    return;

  g_object_ref (row);
  if (commit (self, row) && go_on)
    focus_next (self, gtk_widget_get_parent (GTK_WIDGET (row)) != NULL ? position + 1 : position);
  g_object_unref (row);
}

static void
undo_cb (TelaahSynonymsDialog *self)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_undo (self->session, &error))
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
}

static void
dismissed_cb (TelaahSynonymsDialog *self)
{
  self->toast = NULL;
}

static void
remove_cb (TelaahSynonymsDialog *self,
           TelaahSynonymsRow    *row)
{
  int position = gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row));
  g_autofree char *group = g_strdup (telaah_synonyms_row_get_group (row));
  g_autofree char *id = NULL;
  g_autoptr(GError) error = NULL;

  dismiss (self);
  telaah_synonyms_row_take (row);
  focus_next (self, position + 1);
  id = telaah_session_set_synonyms (self->session, group, "", &error);
  if (id == NULL)
    {
      telaah_synonyms_row_set_fault (row, error->message);
      return;
    }

  self->toast = adw_toast_new (_("Group removed"));
  adw_toast_set_button_label (self->toast, _("_Undo"));
  g_signal_connect_object (self->toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->toast, "dismissed", G_CALLBACK (dismissed_cb), self, G_CONNECT_SWAPPED);
  adw_toast_overlay_add_toast (self->toasts, self->toast);
}

/* What an Undo would take back is then another thing than the toast says. */
static void
changed_cb (TelaahSynonymsDialog *self,
            TelaahChange          changes)
{
  if (self->writing)
    return;

  dismiss (self);
  if (changes & TELAAH_CHANGE_SYNONYMS)
    show_groups (self);
}

/* ---- The widget ---- */

/* What is typed is written; what can not be is shown once, and given up the second time. */
static gboolean
telaah_synonyms_dialog_close_request (GtkWindow *window)
{
  TelaahSynonymsDialog *self = TELAAH_SYNONYMS_DIALOG (window);
  g_autoptr(GPtrArray) rows = dup_rows (self);

  for (guint i = 0; i < rows->len; i++)
    if (!commit (self, rows->pdata[i]) && !self->warned)
      {
        self->warned = TRUE;
        gtk_widget_grab_focus (rows->pdata[i]);
        return TRUE;
      }

  return GTK_WINDOW_CLASS (telaah_synonyms_dialog_parent_class)->close_request (window);
}

static void
telaah_synonyms_dialog_dispose (GObject *object)
{
  TelaahSynonymsDialog *self = TELAAH_SYNONYMS_DIALOG (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SYNONYMS_DIALOG);

  G_OBJECT_CLASS (telaah_synonyms_dialog_parent_class)->dispose (object);
}

static void
telaah_synonyms_dialog_class_init (TelaahSynonymsDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_synonyms_dialog_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = telaah_synonyms_dialog_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-synonyms-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahSynonymsDialog, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahSynonymsDialog, toasts);
}

static void
telaah_synonyms_dialog_init (TelaahSynonymsDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
telaah_synonyms_dialog_new (TelaahSession *session)
{
  TelaahSynonymsDialog *self = g_object_new (TELAAH_TYPE_SYNONYMS_DIALOG, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  show_groups (self);
  focus_next (self, G_MAXINT);

  return GTK_WIDGET (self);
}
