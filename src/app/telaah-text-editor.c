/* Words edited where they stand: a paragraph that is a text view without looking like one. It asks
 * for the height of its text at its width, saves in every pause, and never loses what is being
 * typed to a change that comes from elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-text-editor-private.h"

#include <string.h>

#include "app/telaah-focus.h"

/* How long a pause is, in milliseconds. */
#define PAUSE 1000

G_DEFINE_FINAL_TYPE (TelaahTextEditor, telaah_text_editor, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_TEXT, PROP_PLACEHOLDER, N_PROPS };
enum { COMMIT, DONE, MOVED, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

GtkTextBuffer *
telaah_text_editor_get_buffer (TelaahTextEditor *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static void
replace (TelaahTextEditor *self,
         const char       *text)
{
  GtkTextBuffer *buffer = telaah_text_editor_get_buffer (self);

  /* What was typed before belongs to another text and can't be undone into this one. */
  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (buffer);
  gtk_text_buffer_set_text (buffer, text, -1);
  gtk_text_buffer_end_irreversible_action (buffer);
  self->loading = FALSE;
}

/* ---- Size ---- */

static void
telaah_text_editor_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (widget);
  GtkAllocation all = { 0, 0, width, height };

  gtk_widget_size_allocate (self->view, &all, -1);
  if (gtk_widget_get_visible (self->placeholder))
    gtk_widget_size_allocate (self->placeholder, &all, -1);
  if (self->hint != NULL)
    gtk_popover_present (GTK_POPOVER (self->hint));
  for (guint i = 0; i < self->popovers->len; i++)
    gtk_popover_present (self->popovers->pdata[i]);
}

static GtkSizeRequestMode
telaah_text_editor_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
telaah_text_editor_css_changed (GtkWidget         *widget,
                                GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (telaah_text_editor_parent_class)->css_changed (widget, change);

  telaah_text_editor_space_lines (TELAAH_TEXT_EDITOR (widget));
  telaah_text_editor_ink_links (TELAAH_TEXT_EDITOR (widget));
  TELAAH_TEXT_EDITOR (widget)->width = -1;   /* the font may be another; the parent asks again where it is */
}

static void
telaah_text_editor_system_setting_changed (GtkWidget        *widget,
                                           GtkSystemSetting  setting)
{
  GTK_WIDGET_CLASS (telaah_text_editor_parent_class)->system_setting_changed (widget, setting);

  if (setting == GTK_SYSTEM_SETTING_DPI || setting == GTK_SYSTEM_SETTING_FONT_NAME ||
      setting == GTK_SYSTEM_SETTING_FONT_CONFIG)
    {
      telaah_text_editor_space_lines (TELAAH_TEXT_EDITOR (widget));
      telaah_text_editor_forget_size (TELAAH_TEXT_EDITOR (widget));
    }
}

/* ---- Saving ---- */

static gboolean
pause_cb (gpointer user_data)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (user_data);

  self->timeout = 0;
  telaah_text_editor_flush (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (TelaahTextEditor *self)
{
  gtk_widget_set_visible (self->placeholder,
                          gtk_text_buffer_get_char_count (telaah_text_editor_get_buffer (self)) == 0);
  telaah_text_editor_forget_size (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TEXT]);

  if (self->loading)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, pause_cb, self);
}

static void
moved_cb (TelaahTextEditor *self)
{
  if (!self->loading)
    g_signal_emit (self, signals[MOVED], 0);
}

static void
leave_cb (TelaahTextEditor *self)
{
  telaah_text_editor_hide_hint (self);
  telaah_text_editor_flush (self);
}

/* Before the text view, which would take Ctrl+Enter for a new line. */
static gboolean
key_pressed_cb (TelaahTextEditor *self,
                guint             keyval,
                guint             keycode,
                GdkModifierType   state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter || keyval == GDK_KEY_ISO_Enter;

  if (enter && modifiers == GDK_CONTROL_MASK)
    {
      if (telaah_text_editor_flush (self))
        g_signal_emit (self, signals[DONE], 0);
      return GDK_EVENT_STOP;
    }

  /* Where there is nothing to take back, Escape is for who is around us. */
  if (keyval == GDK_KEY_Escape && modifiers == 0 && telaah_text_editor_is_dirty (self))
    {
      g_clear_handle_id (&self->timeout, g_source_remove);
      replace (self, self->saved);
      telaah_text_editor_restore_links (self);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
telaah_text_editor_unmap (GtkWidget *widget)
{
  telaah_text_editor_hide_hint (TELAAH_TEXT_EDITOR (widget));
  telaah_text_editor_flush (TELAAH_TEXT_EDITOR (widget));

  GTK_WIDGET_CLASS (telaah_text_editor_parent_class)->unmap (widget);
}

/* ---- The object ---- */

static gboolean
telaah_text_editor_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TELAAH_TEXT_EDITOR (widget)->view);
}

static void
telaah_text_editor_get_property (GObject    *object,
                                 guint       prop_id,
                                 GValue     *value,
                                 GParamSpec *pspec)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      g_value_take_string (value, telaah_text_editor_dup_text (self));
      break;

    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->placeholder)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_text_editor_set_property (GObject      *object,
                                 guint         prop_id,
                                 const GValue *value,
                                 GParamSpec   *pspec)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (object);

  switch (prop_id)
    {
    case PROP_TEXT:
      telaah_text_editor_set_text (self, g_value_get_string (value));
      break;

    case PROP_PLACEHOLDER:
      telaah_text_editor_set_placeholder (self, g_value_get_string (value));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_text_editor_dispose (GObject *object)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  if (self->view != NULL)
    {
      g_signal_handlers_disconnect_by_data (telaah_text_editor_get_buffer (self), self);
      telaah_text_editor_dispose_links (self);
    }
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->placeholder, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_text_editor_parent_class)->dispose (object);
}

static void
telaah_text_editor_finalize (GObject *object)
{
  g_free (TELAAH_TEXT_EDITOR (object)->saved);

  G_OBJECT_CLASS (telaah_text_editor_parent_class)->finalize (object);
}

static void
telaah_text_editor_class_init (TelaahTextEditorClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_text_editor_get_property;
  object_class->set_property = telaah_text_editor_set_property;
  object_class->dispose = telaah_text_editor_dispose;
  object_class->finalize = telaah_text_editor_finalize;

  widget_class->measure = telaah_text_editor_measure;
  widget_class->size_allocate = telaah_text_editor_size_allocate;
  widget_class->get_request_mode = telaah_text_editor_get_request_mode;
  widget_class->css_changed = telaah_text_editor_css_changed;
  widget_class->system_setting_changed = telaah_text_editor_system_setting_changed;
  widget_class->unmap = telaah_text_editor_unmap;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_text_editor_grab_focus;

  properties[PROP_TEXT] =
    g_param_spec_string ("text", NULL, NULL, "",
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[COMMIT] =
    g_signal_new ("commit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  signals[MOVED] =
    g_signal_new ("moved", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  telaah_text_editor_install_links (widget_class);
  gtk_widget_class_set_css_name (widget_class, "telaah-editor");
}

static void
telaah_text_editor_init (TelaahTextEditor *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->saved = g_strdup ("");
  self->leading = 1.3;
  self->width = -1;

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  self->placeholder = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_label_set_yalign (GTK_LABEL (self->placeholder), 0);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_add_css_class (self->placeholder, "placeholder");
  gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));

  g_signal_connect_swapped (telaah_text_editor_get_buffer (self), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (telaah_text_editor_get_buffer (self), "notify::cursor-position", G_CALLBACK (moved_cb),
                            self);
  telaah_text_editor_init_links (self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

GtkWidget *
telaah_text_editor_new (void)
{
  return g_object_new (TELAAH_TYPE_TEXT_EDITOR, NULL);
}

/* What the project has now. The caret stays where the text is the same; words that are not saved
 * yet stand. */
void
telaah_text_editor_set_text (TelaahTextEditor *self,
                             const char       *text)
{
  g_autofree char *now = NULL;
  gboolean dirty;

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  dirty = telaah_text_editor_is_dirty (self);
  g_free (self->saved);
  self->saved = g_strdup (text != NULL ? text : "");

  now = telaah_text_editor_dup_text (self);
  if (!dirty && strcmp (now, self->saved) != 0)
    replace (self, self->saved);
}

/* Returns: (transfer full): the words as they stand, saved or not */
char *
telaah_text_editor_dup_text (TelaahTextEditor *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TELAAH_IS_TEXT_EDITOR (self), NULL);

  gtk_text_buffer_get_bounds (telaah_text_editor_get_buffer (self), &start, &end);

  return gtk_text_buffer_get_text (telaah_text_editor_get_buffer (self), &start, &end, TRUE);
}

void
telaah_text_editor_set_placeholder (TelaahTextEditor *self,
                                    const char       *placeholder)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  gtk_label_set_label (GTK_LABEL (self->placeholder), placeholder != NULL ? placeholder : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                  placeholder != NULL ? placeholder : "", -1);
  telaah_text_editor_forget_size (self);
}

/* Its name for a screen reader. */
void
telaah_text_editor_set_label (TelaahTextEditor *self,
                              const char       *label)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* From line to line, in heights of a line; 1.3 unless told. */
void
telaah_text_editor_set_leading (TelaahTextEditor *self,
                                double            leading)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  self->leading = leading;
  telaah_text_editor_space_lines (self);
  telaah_text_editor_forget_size (self);
}

/* Puts the caret there: at the end, or around all of it, so that the next key replaces it. */
void
telaah_text_editor_edit (TelaahTextEditor *self,
                         gboolean          select_all)
{
  GtkTextIter start, end;

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  gtk_text_buffer_get_bounds (telaah_text_editor_get_buffer (self), &start, &end);
  gtk_text_buffer_select_range (telaah_text_editor_get_buffer (self), &end, select_all ? &start : &end);
  gtk_widget_grab_focus (self->view);
}

/* Whether there are words that have not been committed. */
gboolean
telaah_text_editor_is_dirty (TelaahTextEditor *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (TELAAH_IS_TEXT_EDITOR (self), FALSE);

  text = telaah_text_editor_dup_text (self);

  return strcmp (text, self->saved) != 0;
}

/**
 * telaah_text_editor_flush:
 *
 * Commits at once what has not been committed.
 *
 * Returns: whether all of it is committed now
 */
gboolean
telaah_text_editor_flush (TelaahTextEditor *self)
{
  g_autoptr(TelaahTextEditor) kept = NULL;
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;

  g_return_val_if_fail (TELAAH_IS_TEXT_EDITOR (self), FALSE);

  kept = g_object_ref (self);   /* a handler may do away with it */
  g_clear_handle_id (&self->timeout, g_source_remove);
  text = telaah_text_editor_dup_text (self);
  if (strcmp (text, self->saved) == 0)
    return TRUE;

  /* Before the signal, because the project answers it by telling us what it has. */
  before = g_steal_pointer (&self->saved);
  self->saved = g_strdup (text);
  self->rejected = FALSE;
  g_signal_emit (self, signals[COMMIT], 0, text);

  if (self->rejected)
    {
      g_free (self->saved);
      self->saved = g_steal_pointer (&before);
    }

  return !self->rejected;
}

/* From a handler of "commit" that could not save the words: they stay, as not committed. */
void
telaah_text_editor_reject (TelaahTextEditor *self)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  self->rejected = TRUE;
}

/* What could not be saved: the editor is for another text from here on, which would not have these words. */
void
telaah_text_editor_forget (TelaahTextEditor *self)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->saved);
  self->saved = telaah_text_editor_dup_text (self);
}
