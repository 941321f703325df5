/* A window with all notes of a project: to read, filter, search, edit, and to go from to what they are on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-notes-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-words.h"

#define MOST_OF_TARGET 60

G_DEFINE_FINAL_TYPE (TelaahNotes, telaah_notes, ADW_TYPE_WINDOW)

enum { OPEN_TARGET, N_SIGNALS };

static guint signals[N_SIGNALS];

/* In the order of the drop-down. */
static const char *const kinds[] = { NULL, "passage", "source", "theme", "point", "cell", "project" };

/* ---- What is shown ---- */

/* The draft comes first, whatever is searched for; what it has become is not shown beside it. */
static GPtrArray *
dup_items (TelaahNotes *self)
{
  guint kind = gtk_drop_down_get_selected (self->kind), coder = gtk_drop_down_get_selected (self->coder);
  TelaahNoteQuery query = {
    .words = gtk_editable_get_text (self->search),
    .kind = kind < G_N_ELEMENTS (kinds) ? kinds[kind] : NULL,
    .target = self->target,
    .coder = coder > 0 && coder <= self->coders->len ? self->coders->pdata[coder - 1] : NULL,
    .oldest = gtk_toggle_button_get_active (self->oldest),
  };
  g_autoptr(GPtrArray) found = telaah_note_index_find (self->index, &query);
  GPtrArray *items = g_ptr_array_new_full (found->len + 1, g_object_unref);

  if (self->draft != NULL)
    g_ptr_array_add (items, g_object_ref (self->draft));
  for (guint i = 0; i < found->len; i++)
    if (g_strcmp0 (telaah_note_fields (found->pdata[i])->id, self->draft_id) != 0)
      g_ptr_array_add (items, g_object_ref (found->pdata[i]));

  return items;
}

static void
update_title (TelaahNotes *self,
              guint        n_shown)
{
  guint n = telaah_note_index_get_n (self->index);
  g_autofree char *count = n_shown < n ? g_strdup_printf (_("%'u of %'u"), n_shown, n)
                                       : g_strdup_printf (ngettext ("%'u note", "%'u notes", n), n);

  adw_window_title_set_subtitle (self->title, count);
  gtk_stack_set_visible_child_name (self->stack, n_shown > 0 ? "list" : n > 0 ? "not-found" : "empty");
}

void
telaah_notes_show (TelaahNotes *self)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->shown);

  self->shown = dup_items (self);
  telaah_row_view_set_items (self->view, self->shown);
  update_title (self, self->shown->len);
}

static void
filter_cb (TelaahNotes *self)
{
  if (self->session == NULL || self->filling)
    return;

  telaah_notes_show (self);
  telaah_row_view_go_to_top (self->view);
}

/* Who has written any; of one there is nothing to choose. */
static void
fill_coders (TelaahNotes *self)
{
  g_autoptr(GPtrArray) coders = telaah_note_index_dup_coders (self->index);
  const char *everyone[] = { _("Everyone"), NULL };
  g_autoptr(GtkStringList) names = gtk_string_list_new (everyone);
  guint selected = gtk_drop_down_get_selected (self->coder);
  g_autofree char *before = selected > 0 && selected <= self->coders->len
                              ? g_strdup (self->coders->pdata[selected - 1]) : NULL;
  gboolean same = coders->len == self->coders->len;

  for (guint i = 0; i < coders->len && same; i++)
    same = strcmp (coders->pdata[i], self->coders->pdata[i]) == 0;
  if (same)
    return;

  selected = 0;
  for (guint i = 0; i < coders->len; i++)
    {
      gtk_string_list_append (names, coders->pdata[i]);
      if (g_strcmp0 (coders->pdata[i], before) == 0)
        selected = i + 1;
    }

  g_ptr_array_unref (self->coders);
  self->coders = g_steal_pointer (&coders);
  self->filling = TRUE;
  gtk_drop_down_set_model (self->coder, G_LIST_MODEL (names));
  gtk_drop_down_set_selected (self->coder, selected);
  self->filling = FALSE;
  gtk_widget_set_visible (GTK_WIDGET (self->coder), self->coders->len > 1);
}

static void
show_target (TelaahNotes *self,
             const char  *kind)
{
  g_autofree char *words = NULL, *line = NULL, *text = NULL;

  gtk_widget_set_visible (self->target_bar, self->target != NULL);
  if (self->target == NULL || kind == NULL)
    return;

  words = telaah_note_dup_target_words (self->session, kind, self->target);
  line = telaah_card_dup_line (words, MOST_OF_TARGET);
  text = g_strdup_printf (_("On “%s”"), line);
  gtk_label_set_text (self->target_name, text);
}

static void
clear_target_cb (TelaahNotes *self)
{
  g_clear_pointer (&self->target, g_free);
  show_target (self, NULL);
  filter_cb (self);
}

static void
changed_cb (TelaahNotes  *self,
            TelaahChange  changes)
{
  gboolean names = (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_POINTS |
                               TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_PROJECT)) != 0;

  if (!names && !(changes & TELAAH_CHANGE_NOTES))
    return;

  telaah_note_index_sync (self->index, self->session, names);
  fill_coders (self);
  telaah_notes_show (self);
}

/* ---- Commands ---- */

static void
new_cb (GtkWidget  *widget,
        const char *action_name,
        GVariant   *parameter)
{
  telaah_notes_write (TELAAH_NOTES (widget), "project", NULL);
}

static void
edit_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  TelaahNotes *self = TELAAH_NOTES (widget);
  GtkWidget *row = telaah_row_view_get_content (self->view, telaah_row_view_get_selected (self->view));

  if (row != NULL)
    telaah_note_row_edit (TELAAH_NOTE_ROW (row));
}

static void
remove_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  TelaahNotes *self = TELAAH_NOTES (widget);
  const char *id = telaah_row_view_get_selected (self->view);

  if (id != NULL)
    telaah_notes_remove (self, id);
}

static void
find_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TELAAH_NOTES (widget)->search));
}

static void
go_to_list_cb (TelaahNotes *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return telaah_note_fields (item)->id;
}

static void
open_cb (TelaahNotes *self,
         const char  *id)
{
  TelaahNote *note = telaah_row_view_get_item (self->view, id);
  g_autofree char *kind = NULL, *target = NULL;

  if (note == NULL)
    return;

  kind = g_strdup (telaah_note_fields (note)->kind);
  target = g_strdup (telaah_note_fields (note)->target);
  g_signal_emit (self, signals[OPEN_TARGET], 0, kind, target);
}

static GtkWidget *
create_row (gpointer user_data)
{
  GtkWidget *row = telaah_note_row_new ();

  g_signal_connect_object (row, "open", G_CALLBACK (open_cb), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "commit", G_CALLBACK (telaah_notes_commit), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "done", G_CALLBACK (telaah_notes_done), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "remove", G_CALLBACK (telaah_notes_remove), user_data, G_CONNECT_SWAPPED);

  return row;
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  telaah_note_row_show (TELAAH_NOTE_ROW (row), TELAAH_NOTES (user_data)->session, item);
}

/* ---- The widget ---- */

static gboolean
telaah_notes_close_request (GtkWindow *window)
{
  telaah_notes_flush (TELAAH_NOTES (window));

  return GTK_WINDOW_CLASS (telaah_notes_parent_class)->close_request (window);
}

/* Escape first clears the search, then closes. */
static void
stop_search_cb (TelaahNotes *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
telaah_notes_dispose (GObject *object)
{
  TelaahNotes *self = TELAAH_NOTES (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_NOTES);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->index, telaah_note_index_free);
  g_clear_object (&self->draft);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_notes_parent_class)->dispose (object);
}

static void
telaah_notes_finalize (GObject *object)
{
  TelaahNotes *self = TELAAH_NOTES (object);

  g_ptr_array_unref (self->coders);
  g_free (self->draft_id);
  g_free (self->target);

  G_OBJECT_CLASS (telaah_notes_parent_class)->finalize (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "notes.new", NULL, new_cb);
  gtk_widget_class_install_action (widget_class, "notes.edit", NULL, edit_cb);
  gtk_widget_class_install_action (widget_class, "notes.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "notes.find", NULL, find_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK, "notes.new", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK, "notes.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F2, 0, "notes.edit", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "notes.remove", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "notes.remove", NULL);
}

static void
telaah_notes_class_init (TelaahNotesClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_notes_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_notes_finalize;
  GTK_WINDOW_CLASS (klass)->close_request = telaah_notes_close_request;

  signals[OPEN_TARGET] = g_signal_new ("open-target", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (TELAAH_TYPE_ROW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-notes.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, oldest);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, search);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, kind);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, coder);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, target_bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, target_name);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, view);
  gtk_widget_class_bind_template_child (widget_class, TelaahNotes, toasts);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_target_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, open_cb);
  install_actions (widget_class);
}

static void
telaah_notes_init (TelaahNotes *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };

  self->index = telaah_note_index_new ();
  self->coders = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_row_view_set_funcs (self->view, &funcs, self);
}

TelaahNotes *
telaah_notes_new (TelaahSession *session)
{
  TelaahNotes *self = g_object_new (TELAAH_TYPE_NOTES, NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, TELAAH_CHANGE_NOTES);
  gtk_widget_grab_focus (GTK_WIDGET (self->search));

  return self;
}

/* Those on one thing alone. */
void
telaah_notes_show_on (TelaahNotes *self,
                      const char  *kind,
                      const char  *target)
{
  g_return_if_fail (TELAAH_IS_NOTES (self));

  g_free (self->target);
  self->target = g_strdup (target);
  self->filling = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->kind, 0);
  gtk_drop_down_set_selected (self->coder, 0);
  self->filling = FALSE;
  show_target (self, kind);
  filter_cb (self);
}
