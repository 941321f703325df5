/* The text of a source, to be corrected. Each change is noted as it is made, so that passages and marks can go with
 * their words; Done hands all of it to the session as one step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-edit-private.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-notice-layout.h"
#include "app/telaah-dialogs.h"
#include "app/telaah-focus.h"

/* In bytes: a longer paragraph would not be drawn, and here nothing may be put in to break it. */
#define LONGEST_PARAGRAPH (300 * 1024)

/* For how long nothing is typed before it is said what would become of the passages, in milliseconds. */
#define PAUSE 250

G_DEFINE_FINAL_TYPE (TelaahTextEdit, telaah_text_edit, GTK_TYPE_WIDGET)

enum { EDITED, CLOSED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Borrowed. */
GtkTextBuffer *
telaah_text_edit_get_buffer (TelaahTextEdit *self)
{
  return gtk_text_view_get_buffer (self->view);
}

static char *
dup_words (TelaahTextEdit *self)
{
  GtkTextBuffer *buffer = telaah_text_edit_get_buffer (self);
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);

  return gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
}

/* ---- What will happen, in words ---- */

/* How many passages would have words left; the others would wait for review, unless their words turn up elsewhere. */
static guint
count_kept (TelaahTextEdit *self,
            guint          *n)
{
  GListModel *passages = telaah_session_get_passages (self->session, self->source);
  const TelaahEdits *edits = telaah_edit_log_get_edits (self->log);
  guint kept = 0;

  *n = g_list_model_get_n_items (passages);
  for (guint i = 0; i < *n; i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);

      kept += telaah_edits_map_span (edits, telaah_passage_fields (passage)->span, NULL, NULL);
    }

  return kept;
}

static void
update_outlook (TelaahTextEdit *self)
{
  guint n, kept = count_kept (self, &n);
  g_autofree char *goes = g_strdup_printf (ngettext ("%u passage goes with its words",
                                                     "%u passages go with their words", kept), kept);
  g_autofree char *waits = g_strdup_printf (ngettext ("%u is left without words", "%u are left without words",
                                                      n - kept), n - kept);
  g_autofree char *both = g_strdup_printf ("%s · %s", goes, waits);

  if (n == 0)
    gtk_label_set_text (self->outlook, _("Nothing is tagged here yet"));
  else
    gtk_label_set_text (self->outlook, kept == n ? goes : kept == 0 ? waits : both);
}

static gboolean
outlook_cb (gpointer user_data)
{
  TelaahTextEdit *self = user_data;

  self->outlook_source = 0;
  update_outlook (self);

  return G_SOURCE_REMOVE;
}

void
telaah_text_edit_queue_outlook (TelaahTextEdit *self)
{
  g_clear_handle_id (&self->outlook_source, g_source_remove);
  self->outlook_source = g_timeout_add (PAUSE, outlook_cb, self);
}

/**
 * telaah_text_edit_describe:
 *
 * Returns: (transfer full): a sentence on what became of the passages
 */
char *
telaah_text_edit_describe (const TelaahReplaced *replaced)
{
  g_autofree char *moved = g_strdup_printf (ngettext ("%u passage moved", "%u passages moved", replaced->moved),
                                            replaced->moved);
  g_autofree char *waits = g_strdup_printf (ngettext ("%u waits for review", "%u wait for review",
                                                      replaced->review->len), replaced->review->len);

  if (replaced->moved > 0 && replaced->review->len > 0)
    /* Translators: “3 passages moved”, “2 wait for review”. */
    return g_strdup_printf (_("Text changed. %s, %s"), moved, waits);
  if (replaced->moved > 0)
    return g_strdup_printf (_("Text changed. %s"), moved);
  if (replaced->review->len > 0)
    return g_strdup_printf (ngettext ("Text changed. %u passage waits for review",
                                      "Text changed. %u passages wait for review", replaced->review->len),
                            replaced->review->len);

  return g_strdup (_("Text changed"));
}

/* ---- Beginning and ending ---- */

static gboolean
check_paragraphs (const char  *body,
                  GError     **error)
{
  gsize length;

  for (; *body != '\0'; body += length + (body[length] != '\0'))
    {
      length = strcspn (body, "\n");
      if (length <= LONGEST_PARAGRAPH)
        continue;

      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("This text has a paragraph of more than 300 KB, which cannot be edited here. Correct its "
                             "file in a text editor, then choose “Replace with New Version”."));
      return FALSE;
    }

  return TRUE;
}

static void
forget (TelaahTextEdit *self)
{
  g_autoptr(GtkTextBuffer) buffer = g_object_ref (telaah_text_edit_get_buffer (self));

  g_signal_handlers_disconnect_by_data (buffer, self);
  g_clear_handle_id (&self->outlook_source, g_source_remove);
  g_clear_handle_id (&self->look_source, g_source_remove);
  telaah_text_edit_release (self);
  telaah_text_edit_set_look (self, NULL);
  g_clear_object (&self->session);
  g_clear_pointer (&self->source, g_free);
  g_clear_pointer (&self->before, telaah_text_unref);
  g_clear_pointer (&self->sha256, g_free);
  g_clear_pointer (&self->log, telaah_edit_log_free);
}

/* @top: what is to be at the top of the page now; G_MAXUINT: what was there before */
static void
close_edit (TelaahTextEdit *self,
            guint           top)
{
  g_autoptr(GtkTextBuffer) empty = gtk_text_buffer_new (NULL);

  forget (self);
  g_signal_emit (self, signals[CLOSED], 0, top);
  gtk_text_view_set_buffer (self->view, empty);   /* without any, the view's own idle work would stumble */
}

/**
 * telaah_text_edit_begin:
 * @look: the view that it is read in: typography, place and selection are taken from there
 *
 * Returns: %FALSE where this text cannot be edited
 */
gboolean
telaah_text_edit_begin (TelaahTextEdit  *self,
                        TelaahSession   *session,
                        const char      *source,
                        TelaahTextView  *look,
                        GError         **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (session, source, error);
  g_autoptr(GtkTextBuffer) buffer = NULL;
  g_autofree char *title = NULL;
  TelaahSource *item = telaah_session_find_source (session, source);
  guint top = telaah_text_view_get_top (look);
  TelaahSpan selection = { top, top };

  if (text == NULL || !check_paragraphs (telaah_text_get_body (text), error))
    return FALSE;

  forget (self);
  self->session = g_object_ref (session);
  self->source = g_strdup (source);
  self->before = g_steal_pointer (&text);
  self->sha256 = g_strdup (telaah_source_fields (item)->sha256);
  self->log = telaah_edit_log_new (telaah_text_get_characters (self->before));
  telaah_text_edit_set_look (self, look);

  buffer = telaah_text_edit_make_buffer (self);
  gtk_text_view_set_buffer (self->view, buffer);
  telaah_text_view_get_selection (look, &selection);
  telaah_text_edit_scroll_to (self, top, selection.start);

  /* Translators: %s is the title of a text. */
  title = g_strdup_printf (_("Editing “%s”"), telaah_source_get_name (item));
  gtk_label_set_text (self->title, title);
  gtk_widget_set_visible (self->conflict, FALSE);
  update_outlook (self);

  return TRUE;
}

/* Borrowed; NULL: nothing is being edited. */
const char *
telaah_text_edit_get_source (TelaahTextEdit *self)
{
  return self->source;
}

gboolean
telaah_text_edit_is_changed (TelaahTextEdit *self)
{
  g_autofree char *words = NULL;

  if (self->log == NULL || telaah_edit_log_is_empty (self->log))
    return FALSE;

  words = dup_words (self);
  return strcmp (words, telaah_text_get_body (self->before)) != 0;
}

static gboolean
commit (TelaahTextEdit  *self,
        TelaahReplaced  *replaced,
        GError         **error)
{
  TelaahSource *item = telaah_session_find_source (self->session, self->source);
  g_autoptr(TelaahText) text = telaah_text_new (dup_words (self));

  if (item != NULL && g_strcmp0 (telaah_source_fields (item)->sha256, self->sha256) != 0)
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_CONFLICT,
                           _("This text was changed elsewhere while you edited it. Copy what you have, "
                             "then cancel to see how it reads now."));
      return FALSE;
    }

  return telaah_session_replace_text (self->session, self->source, text, telaah_edit_log_get_edits (self->log),
                                      replaced, error);
}

/* Returns: FALSE where the session refused: then it has been said why, and the words are still there */
gboolean
telaah_text_edit_done (TelaahTextEdit *self)
{
  TelaahReplaced replaced = { 0 };
  g_autoptr(GError) error = NULL;
  g_autofree char *message = NULL;

  if (self->log == NULL)
    return TRUE;

  if (!telaah_text_edit_is_changed (self))
    {
      close_edit (self, G_MAXUINT);
      return TRUE;
    }

  if (!commit (self, &replaced, &error))
    {
      gtk_label_set_text (self->conflict_words, error->message);
      gtk_widget_set_visible (self->conflict, TRUE);
      return FALSE;
    }

  message = telaah_text_edit_describe (&replaced);
  close_edit (self, telaah_text_edit_get_top (self));
  g_signal_emit (self, signals[EDITED], 0, message, replaced.review->len);
  telaah_replaced_clear (&replaced);

  return TRUE;
}

/* To the clipboard, so that nothing is lost that cannot be kept. */
static void
copy_all (TelaahTextEdit *self)
{
  g_autofree char *words = dup_words (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), words);
}

/* Its source is being left in some other way than by Done or Cancel: what was done is kept. */
void
telaah_text_edit_leave (TelaahTextEdit *self)
{
  if (self->log == NULL || telaah_text_edit_done (self))
    return;

  copy_all (self);
  close_edit (self, G_MAXUINT);
  g_signal_emit (self, signals[FAILED], 0, _("The edited text could not be kept. It is on the clipboard now."));
}

static void
discard_cb (gpointer user_data)
{
  TelaahTextEdit *self = user_data;

  if (self->log != NULL)
    close_edit (self, G_MAXUINT);
}

/* Asks where something would be lost. */
void
telaah_text_edit_cancel (TelaahTextEdit *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->log == NULL)
    return;

  if (telaah_text_edit_is_changed (self))
    telaah_dialogs_ask (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, _("Discard Your Changes?"),
                        _("The text goes back to what it was before you edited it."), _("_Keep Editing"),
                        _("_Discard"), discard_cb, g_object_ref (self), g_object_unref);
  else
    close_edit (self, G_MAXUINT);
}

/* ---- Actions ---- */

static void
done_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  telaah_text_edit_done (TELAAH_TEXT_EDIT (widget));
}

static void
cancel_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  telaah_text_edit_cancel (TELAAH_TEXT_EDIT (widget));
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  copy_all (TELAAH_TEXT_EDIT (widget));
}

/* What there is to undo here comes first; the project's own history has to wait till this is done. */
static gboolean
hold_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  gtk_widget_error_bell (widget);

  return TRUE;
}

/* ---- The widget ---- */

/* Closing the window is no way to lose words. */
static gboolean
close_request_cb (TelaahTextEdit *self)
{
  return !telaah_text_edit_done (self);
}

static void
telaah_text_edit_root (GtkWidget *widget)
{
  TelaahTextEdit *self = TELAAH_TEXT_EDIT (widget);
  GtkRoot *root;

  GTK_WIDGET_CLASS (telaah_text_edit_parent_class)->root (widget);

  root = gtk_widget_get_root (widget);
  if (GTK_IS_WINDOW (root))
    {
      self->window = GTK_WINDOW (root);
      g_signal_connect_swapped (root, "close-request", G_CALLBACK (close_request_cb), self);
    }
}

static void
telaah_text_edit_unroot (GtkWidget *widget)
{
  TelaahTextEdit *self = TELAAH_TEXT_EDIT (widget);

  if (self->window != NULL)
    g_signal_handlers_disconnect_by_data (self->window, self);
  self->window = NULL;

  GTK_WIDGET_CLASS (telaah_text_edit_parent_class)->unroot (widget);
}

static gboolean
telaah_text_edit_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_TEXT_EDIT (widget)->view));
}

static void
telaah_text_edit_dispose (GObject *object)
{
  TelaahTextEdit *self = TELAAH_TEXT_EDIT (object);
  GtkWidget *child;

  if (self->view != NULL)
    {
      telaah_text_edit_leave (self);
      forget (self);
    }
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_TEXT_EDIT);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (telaah_text_edit_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-text-edit.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahTextEdit, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahTextEdit, outlook);
  gtk_widget_class_bind_template_child (widget_class, TelaahTextEdit, conflict);
  gtk_widget_class_bind_template_child (widget_class, TelaahTextEdit, conflict_words);
  gtk_widget_class_bind_template_child (widget_class, TelaahTextEdit, clamp);
  gtk_widget_class_bind_template_child (widget_class, TelaahTextEdit, view);
}

static void
telaah_text_edit_class_init (TelaahTextEditClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_text_edit_dispose;
  widget_class->root = telaah_text_edit_root;
  widget_class->unroot = telaah_text_edit_unroot;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_text_edit_grab_focus;

  signals[EDITED] = g_signal_new ("edited", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  2, G_TYPE_STRING, G_TYPE_UINT);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);

  g_type_ensure (ADW_TYPE_CLAMP_SCROLLABLE);
  g_type_ensure (TELAAH_TYPE_NOTICE_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "textedit");
  bind_template (widget_class);

  gtk_widget_class_install_action (widget_class, "edit.done", NULL, done_action_cb);
  gtk_widget_class_install_action (widget_class, "edit.cancel", NULL, cancel_action_cb);
  gtk_widget_class_install_action (widget_class, "edit.copy-all", NULL, copy_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "edit.cancel", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, hold_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, hold_key_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_y, GDK_CONTROL_MASK, hold_key_cb, NULL);
}

/* Before the text view makes a line break of it. */
static void
init_done_key (TelaahTextEdit *self)
{
  static const guint keys[] = { GDK_KEY_Return, GDK_KEY_KP_Enter };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller),
                                          gtk_shortcut_new (gtk_keyval_trigger_new (keys[i], GDK_CONTROL_MASK),
                                                            gtk_named_action_new ("edit.done")));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
telaah_text_edit_init (TelaahTextEdit *self)
{
  const int top = 36, side = 39;   /* together as wide as those of the text that is read */

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_text_view_set_left_margin (self->view, side);
  gtk_text_view_set_right_margin (self->view, side);
  gtk_text_view_set_top_margin (self->view, top);
  gtk_text_view_set_bottom_margin (self->view, 2 * top);
  init_done_key (self);
}

GtkWidget *
telaah_text_edit_new (void)
{
  return g_object_new (TELAAH_TYPE_TEXT_EDIT, NULL);
}
