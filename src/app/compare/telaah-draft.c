/* Words being written: a text that saves itself in every pause, and never loses any.
 *
 * "save" comes one second after the last key, on leaving, on Ctrl+Enter, on hiding and whenever the owner flushes;
 * several keys are one save, so one step of undo.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-draft.h"

/* How long a pause is, in milliseconds. */
#define PAUSE 1000

/* Pixels around the words, and how many lines there is always room for. */
#define MARGIN 12
#define LEAST_LINES 3

struct _TelaahDraft
{
  GtkWidget    parent_instance;

  GtkWidget   *view;
  GtkWidget   *placeholder;

  char        *saved;       /* what the project has */
  guint        timeout;     /* until the next save, 0: none due */
  gboolean     loading;     /* the buffer is not changed by the writer */
};

G_DEFINE_FINAL_TYPE (TelaahDraft, telaah_draft, GTK_TYPE_WIDGET)

enum { PROP_0, PROP_LABEL, PROP_PLACEHOLDER, N_PROPS };
enum { SAVE, DONE, N_SIGNALS };

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (TelaahDraft *self)
{
  return gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view));
}

static gboolean
has_unsaved (TelaahDraft *self)
{
  g_autofree char *text = telaah_draft_dup_text (self);

  return g_strcmp0 (text, self->saved) != 0;
}

static gboolean
pause_cb (gpointer user_data)
{
  TelaahDraft *self = TELAAH_DRAFT (user_data);

  self->timeout = 0;
  telaah_draft_flush (self);

  return G_SOURCE_REMOVE;
}

static void
changed_cb (TelaahDraft *self)
{
  gtk_widget_set_visible (self->placeholder, gtk_text_buffer_get_char_count (get_buffer (self)) == 0);
  gtk_widget_queue_resize (GTK_WIDGET (self));

  if (self->loading)
    return;

  g_clear_handle_id (&self->timeout, g_source_remove);
  self->timeout = g_timeout_add (PAUSE, pause_cb, self);
}

static void
leave_cb (TelaahDraft *self)
{
  telaah_draft_flush (self);
}

static gboolean
done_cb (GtkWidget *widget,
         GVariant  *args,
         gpointer   user_data)
{
  if (telaah_draft_flush (TELAAH_DRAFT (widget)))
    g_signal_emit (widget, signals[DONE], 0);

  return TRUE;
}

static GtkSizeRequestMode
telaah_draft_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

/* A text view knows its height only for the width that it has had; ours must be right from the first frame on. */
static int
measure_words (TelaahDraft *self,
               int          width)
{
  g_autofree char *text = telaah_draft_dup_text (self);
  g_autoptr(PangoLayout) layout = gtk_widget_create_pango_layout (self->view, text);
  int height, line;

  pango_layout_set_width (layout, MAX (width - 2 * MARGIN, 1) * PANGO_SCALE);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_get_pixel_size (layout, NULL, &height);

  pango_layout_set_text (layout, "", 0);
  pango_layout_get_pixel_size (layout, NULL, &line);

  return MAX (height, LEAST_LINES * line) + 2 * MARGIN;
}

static void
telaah_draft_measure (GtkWidget      *widget,
                      GtkOrientation  orientation,
                      int             for_size,
                      int            *minimum,
                      int            *natural,
                      int            *minimum_baseline,
                      int            *natural_baseline)
{
  TelaahDraft *self = TELAAH_DRAFT (widget);
  int label = 0;

  *minimum = *natural = 6 * MARGIN;

  if (gtk_widget_should_layout (self->placeholder))
    gtk_widget_measure (self->placeholder, orientation, for_size, &label, NULL, NULL, NULL);

  if (orientation == GTK_ORIENTATION_VERTICAL && for_size > 0)
    *minimum = *natural = MAX (measure_words (self, for_size), label);
  else if (orientation == GTK_ORIENTATION_HORIZONTAL)
    *minimum = *natural = MAX (*natural, label);
}

static void
telaah_draft_size_allocate (GtkWidget *widget,
                            int        width,
                            int        height,
                            int        baseline)
{
  TelaahDraft *self = TELAAH_DRAFT (widget);
  int least;

  gtk_widget_measure (self->view, GTK_ORIENTATION_VERTICAL, width, &least, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->view, &(GtkAllocation) { 0, 0, width, MAX (height, least) }, -1);

  if (gtk_widget_should_layout (self->placeholder))
    gtk_widget_size_allocate (self->placeholder, &(GtkAllocation) { 0, 0, width, height }, -1);
}

static void
telaah_draft_unmap (GtkWidget *widget)
{
  telaah_draft_flush (TELAAH_DRAFT (widget));

  GTK_WIDGET_CLASS (telaah_draft_parent_class)->unmap (widget);
}

static gboolean
telaah_draft_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TELAAH_DRAFT (widget)->view);
}

static void
telaah_draft_get_property (GObject    *object,
                           guint       prop_id,
                           GValue     *value,
                           GParamSpec *pspec)
{
  TelaahDraft *self = TELAAH_DRAFT (object);

  switch (prop_id)
    {
    case PROP_PLACEHOLDER:
      g_value_set_string (value, gtk_label_get_label (GTK_LABEL (self->placeholder)));
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_draft_set_property (GObject      *object,
                           guint         prop_id,
                           const GValue *value,
                           GParamSpec   *pspec)
{
  TelaahDraft *self = TELAAH_DRAFT (object);

  switch (prop_id)
    {
    case PROP_LABEL:
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      g_value_get_string (value), -1);
      break;

    case PROP_PLACEHOLDER:
      gtk_label_set_label (GTK_LABEL (self->placeholder), g_value_get_string (value));
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_PLACEHOLDER,
                                      g_value_get_string (value), -1);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_draft_dispose (GObject *object)
{
  TelaahDraft *self = TELAAH_DRAFT (object);

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_clear_pointer (&self->view, gtk_widget_unparent);
  g_clear_pointer (&self->placeholder, gtk_widget_unparent);

  G_OBJECT_CLASS (telaah_draft_parent_class)->dispose (object);
}

static void
telaah_draft_finalize (GObject *object)
{
  g_free (TELAAH_DRAFT (object)->saved);

  G_OBJECT_CLASS (telaah_draft_parent_class)->finalize (object);
}

static void
telaah_draft_class_init (TelaahDraftClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = telaah_draft_get_property;
  object_class->set_property = telaah_draft_set_property;
  object_class->dispose = telaah_draft_dispose;
  object_class->finalize = telaah_draft_finalize;

  widget_class->get_request_mode = telaah_draft_get_request_mode;
  widget_class->measure = telaah_draft_measure;
  widget_class->size_allocate = telaah_draft_size_allocate;
  widget_class->unmap = telaah_draft_unmap;
  widget_class->grab_focus = telaah_draft_grab_focus;

  properties[PROP_LABEL] =
    g_param_spec_string ("label", NULL, NULL, NULL, G_PARAM_WRITABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_PLACEHOLDER] =
    g_param_spec_string ("placeholder", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SAVE] =
    g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  g_signal_accumulator_true_handled, NULL, NULL, G_TYPE_BOOLEAN, 1, G_TYPE_STRING);
  signals[DONE] =
    g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, done_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Enter, GDK_CONTROL_MASK, done_cb, NULL);

  gtk_widget_class_set_css_name (widget_class, "draft");
}

static void
telaah_draft_init (TelaahDraft *self)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->saved = g_strdup ("");
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->view = gtk_text_view_new ();
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_text_view_set_left_margin (GTK_TEXT_VIEW (self->view), MARGIN);
  gtk_text_view_set_right_margin (GTK_TEXT_VIEW (self->view), MARGIN);
  gtk_text_view_set_top_margin (GTK_TEXT_VIEW (self->view), MARGIN);
  gtk_text_view_set_bottom_margin (GTK_TEXT_VIEW (self->view), MARGIN);
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  self->placeholder = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->placeholder), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->placeholder), 0);
  gtk_label_set_yalign (GTK_LABEL (self->placeholder), 0);
  gtk_widget_set_can_target (self->placeholder, FALSE);
  gtk_widget_set_margin_start (self->placeholder, MARGIN);
  gtk_widget_set_margin_end (self->placeholder, MARGIN);
  gtk_widget_set_margin_top (self->placeholder, MARGIN);
  gtk_widget_add_css_class (self->placeholder, "dim-label");
  gtk_widget_set_parent (self->placeholder, GTK_WIDGET (self));

  g_signal_connect_swapped (get_buffer (self), "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
}

/* What the project has now. Words that are not saved yet stand; they will be saved over it. */
void
telaah_draft_set_text (TelaahDraft *self,
                       const char  *text)
{
  g_return_if_fail (TELAAH_IS_DRAFT (self));

  if (!has_unsaved (self))
    telaah_draft_replace (self, text);
}

/**
 * telaah_draft_replace:
 * @text: (nullable): in place of what is there, saved or not
 *
 * What has been typed so far can no longer be undone by the text view: it belongs to another text.
 */
void
telaah_draft_replace (TelaahDraft *self,
                      const char  *text)
{
  g_autofree char *now = NULL;

  g_return_if_fail (TELAAH_IS_DRAFT (self));

  g_clear_handle_id (&self->timeout, g_source_remove);
  g_free (self->saved);
  self->saved = g_strdup (text != NULL ? text : "");

  now = telaah_draft_dup_text (self);
  if (g_str_equal (now, self->saved))
    return;

  self->loading = TRUE;
  gtk_text_buffer_begin_irreversible_action (get_buffer (self));
  gtk_text_buffer_set_text (get_buffer (self), self->saved, -1);
  gtk_text_buffer_end_irreversible_action (get_buffer (self));
  self->loading = FALSE;
}

/* Returns: (transfer full): the words as they stand, saved or not */
char *
telaah_draft_dup_text (TelaahDraft *self)
{
  GtkTextIter start, end;

  g_return_val_if_fail (TELAAH_IS_DRAFT (self), NULL);

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);

  return gtk_text_buffer_get_text (get_buffer (self), &start, &end, TRUE);
}

/**
 * telaah_draft_flush:
 *
 * Saves at once what is not saved yet.
 *
 * Returns: whether all of it is saved now
 */
gboolean
telaah_draft_flush (TelaahDraft *self)
{
  g_autofree char *text = NULL;
  g_autofree char *before = NULL;
  gboolean saved = FALSE;

  g_return_val_if_fail (TELAAH_IS_DRAFT (self), FALSE);

  g_clear_handle_id (&self->timeout, g_source_remove);
  text = telaah_draft_dup_text (self);

  if (g_strcmp0 (text, self->saved) == 0)
    return TRUE;

  /* Before the signal, because the project answers it by telling us what it has. */
  before = g_steal_pointer (&self->saved);
  self->saved = g_strdup (text);
  g_signal_emit (self, signals[SAVE], 0, text, &saved);

  if (!saved)
    {
      g_free (self->saved);
      self->saved = g_steal_pointer (&before);
    }

  return saved;
}

/* Puts the cursor there: at the end, or around all of it, so that the next key replaces it. */
void
telaah_draft_edit (TelaahDraft *self,
                   gboolean     select_all)
{
  GtkTextIter start, end;

  g_return_if_fail (TELAAH_IS_DRAFT (self));

  gtk_text_buffer_get_bounds (get_buffer (self), &start, &end);
  gtk_text_buffer_select_range (get_buffer (self), &end, select_all ? &start : &end);
  gtk_widget_grab_focus (self->view);
}
