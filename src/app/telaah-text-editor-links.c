/* Linked words of an editor: underlined softly, they say what they rest on and lead there. Their places go along with
 * what is typed; what the project makes of them is told to us after each commit.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-text-editor-private.h"

#include <glib/gi18n.h>

/* How long the caret rests on a link before it says what that leads to, in milliseconds. */
#define REST 350

/* How much of it the hint is wide, in characters. */
#define HINT_WIDTH 44

enum { LINK_WANTED, LINK_ACTIVATED, LINK_REMOVED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Finding ---- */

static gboolean
get_bounds (TelaahTextEditor *self,
            guint             i,
            GtkTextIter      *start,
            GtkTextIter      *end)
{
  GtkTextBuffer *buffer = telaah_text_editor_get_buffer (self);

  gtk_text_buffer_get_iter_at_mark (buffer, start, self->marks->pdata[2 * i]);
  gtk_text_buffer_get_iter_at_mark (buffer, end, self->marks->pdata[2 * i + 1]);

  return gtk_text_iter_compare (start, end) < 0;
}

/* Its number; G_MAXUINT: none. @at_end: right behind its last word counts. */
static guint
find (TelaahTextEditor  *self,
      const GtkTextIter *at,
      gboolean           at_end)
{
  GtkTextIter start, end;

  for (guint i = 0; i < self->links->len; i++)
    if (get_bounds (self, i, &start, &end) && gtk_text_iter_compare (&start, at) <= 0 &&
        gtk_text_iter_compare (at, &end) < (at_end ? 1 : 0))
      return i;

  return G_MAXUINT;
}

static guint
find_at_caret (TelaahTextEditor *self)
{
  GtkTextIter caret;

  telaah_text_editor_get_caret (self, &caret);

  return find (self, &caret, TRUE);
}

static gboolean
find_iter (TelaahTextEditor *self,
           double            x,
           double            y,
           GtkTextIter      *iter)
{
  int buffer_x, buffer_y;

  gtk_text_view_window_to_buffer_coords (GTK_TEXT_VIEW (self->view), GTK_TEXT_WINDOW_WIDGET, x, y,
                                         &buffer_x, &buffer_y);

  return gtk_text_view_get_iter_at_location (GTK_TEXT_VIEW (self->view), iter, buffer_x, buffer_y);
}

static guint
find_at_point (TelaahTextEditor *self,
               double            x,
               double            y)
{
  GtkTextIter iter;

  return find_iter (self, x, y, &iter) ? find (self, &iter, FALSE) : G_MAXUINT;
}

/* ---- What a link leads to ---- */

static char *
dup_words (TelaahTextEditor *self,
           guint             i)
{
  return self->words != NULL ? self->words (self->links->pdata[i], self->words_data) : NULL;
}

void
telaah_text_editor_hide_hint (TelaahTextEditor *self)
{
  g_clear_handle_id (&self->hint_timeout, g_source_remove);
  if (self->hint != NULL)
    gtk_popover_popdown (GTK_POPOVER (self->hint));
}

static GtkWidget *
hint_new (TelaahTextEditor *self)
{
  GtkWidget *hint = gtk_popover_new (), *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), HINT_WIDTH);
  gtk_label_set_lines (GTK_LABEL (label), 5);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);

  gtk_popover_set_child (GTK_POPOVER (hint), label);
  gtk_popover_set_autohide (GTK_POPOVER (hint), FALSE);
  gtk_widget_set_can_focus (hint, FALSE);
  gtk_widget_set_can_target (hint, FALSE);
  gtk_widget_add_css_class (hint, "link-hint");
  gtk_widget_set_parent (hint, GTK_WIDGET (self));

  return hint;
}

static gboolean
rest_cb (gpointer user_data)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (user_data);
  guint i = find_at_caret (self);
  g_autofree char *words = i != G_MAXUINT ? dup_words (self, i) : NULL;
  GtkTextIter start, end;
  GdkRectangle place;

  self->hint_timeout = 0;
  if (words == NULL || !gtk_widget_has_focus (self->view))
    return G_SOURCE_REMOVE;

  if (self->hint == NULL)
    self->hint = hint_new (self);

  get_bounds (self, i, &start, &end);
  telaah_text_editor_get_place (self, (TelaahSpan) { gtk_text_iter_get_offset (&start),
                                                     gtk_text_iter_get_offset (&end) }, &place);
  gtk_label_set_text (GTK_LABEL (gtk_popover_get_child (GTK_POPOVER (self->hint))), words);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->hint), &place);
  gtk_popover_popup (GTK_POPOVER (self->hint));

  return G_SOURCE_REMOVE;
}

static void
enable (TelaahTextEditor *self,
        gboolean          on_link)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.link", self->linkable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.follow-link", on_link);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "editor.remove-link", on_link);
}

/* Who hears the text hears at a link what it leads to. */
static void
caret_moved_cb (TelaahTextEditor *self)
{
  guint i = self->links->len > 0 ? find_at_caret (self) : G_MAXUINT;
  g_autofree char *words = i != G_MAXUINT ? dup_words (self, i) : NULL;

  enable (self, i != G_MAXUINT);
  telaah_text_editor_hide_hint (self);

  if (!self->linkable)
    return;

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  words != NULL ? words : "", -1);
  if (words != NULL && !self->loading && gtk_widget_has_focus (self->view))
    self->hint_timeout = g_timeout_add (REST, rest_cb, self);
}

static gboolean
tooltip_cb (GtkWidget        *view,
            int               x,
            int               y,
            gboolean          keyboard,
            GtkTooltip       *tooltip,
            TelaahTextEditor *self)
{
  guint i = keyboard ? find_at_caret (self) : find_at_point (self, x, y);
  gboolean hinted = self->hint != NULL && gtk_widget_get_visible (self->hint) && i == find_at_caret (self);
  g_autofree char *words = i != G_MAXUINT && !hinted ? dup_words (self, i) : NULL;

  if (words == NULL)
    return FALSE;

  gtk_tooltip_set_text (tooltip, words);

  return TRUE;
}

/* ---- Commands ---- */

/* The selected words, those of the link at the caret, or the word there. */
static gboolean
choose_words (TelaahTextEditor *self,
              GtkTextIter      *start,
              GtkTextIter      *end)
{
  guint i = find_at_caret (self);

  if (gtk_text_buffer_get_selection_bounds (telaah_text_editor_get_buffer (self), start, end))
    return TRUE;

  if (i != G_MAXUINT)
    return get_bounds (self, i, start, end);

  telaah_text_editor_get_caret (self, start);
  *end = *start;
  if (!gtk_text_iter_inside_word (start) && !gtk_text_iter_ends_word (start))
    return FALSE;

  if (!gtk_text_iter_starts_word (start))
    gtk_text_iter_backward_word_start (start);
  if (!gtk_text_iter_ends_word (end))
    gtk_text_iter_forward_word_end (end);

  return TRUE;
}

static void
link_action (GtkWidget  *widget,
             const char *name,
             GVariant   *parameter)
{
  TelaahTextEditor *self = TELAAH_TEXT_EDITOR (widget);
  GtkTextIter start, end;
  guint from, to;

  if (!choose_words (self, &start, &end))
    {
      gtk_widget_error_bell (widget);
      return;
    }

  from = gtk_text_iter_get_offset (&start);
  to = gtk_text_iter_get_offset (&end);
  telaah_text_editor_hide_hint (self);

  if (telaah_text_editor_flush (self))
    g_signal_emit (self, signals[LINK_WANTED], 0, from, to);
}

static void
act_on_link (TelaahTextEditor *self,
             guint             i,
             guint             signal)
{
  g_autoptr(TelaahLink) link = i != G_MAXUINT ? g_object_ref (self->links->pdata[i]) : NULL;

  telaah_text_editor_hide_hint (self);
  if (link != NULL && telaah_text_editor_flush (self))
    g_signal_emit (self, signals[signal], 0, link);
}

static void
follow_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  act_on_link (TELAAH_TEXT_EDITOR (widget), find_at_caret (TELAAH_TEXT_EDITOR (widget)), LINK_ACTIVATED);
}

static void
remove_action (GtkWidget  *widget,
               const char *name,
               GVariant   *parameter)
{
  act_on_link (TELAAH_TEXT_EDITOR (widget), find_at_caret (TELAAH_TEXT_EDITOR (widget)), LINK_REMOVED);
}

/* Before the text view: a click with Ctrl goes to where a link leads, and the menu is for what is under the pointer. */
static void
pressed_cb (TelaahTextEditor *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  guint button = gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (gesture));
  guint i = find_at_point (self, x, y);
  GtkTextIter iter;

  if (button == GDK_BUTTON_PRIMARY && (state & GDK_CONTROL_MASK) != 0 && i != G_MAXUINT)
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
      act_on_link (self, i, LINK_ACTIVATED);
    }
  else if (button == GDK_BUTTON_SECONDARY && i != G_MAXUINT &&
           !gtk_text_buffer_get_has_selection (telaah_text_editor_get_buffer (self)) && find_iter (self, x, y, &iter))
    gtk_text_buffer_place_cursor (telaah_text_editor_get_buffer (self), &iter);
}

static GMenuModel *
menu_new (void)
{
  static const struct { const char *label, *action; } items[] = {
    { N_("_Link to a Passage…"), "editor.link" },
    { N_("_Go to What Is Linked"), "editor.follow-link" },
    { N_("_Remove Link"), "editor.remove-link" },
  };
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    {
      g_autoptr(GMenuItem) item = g_menu_item_new (_(items[i].label), items[i].action);

      g_menu_item_set_attribute (item, "hidden-when", "s", "action-disabled");
      g_menu_append_item (menu, item);
    }

  return G_MENU_MODEL (menu);
}

/* ---- Showing ---- */

/* As soft as the words around it allow, in every style. */
void
telaah_text_editor_ink_links (TelaahTextEditor *self)
{
  GdkRGBA ink;

  if (self->tag == NULL)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), &ink);
  ink.alpha *= 0.55;
  g_object_set (self->tag, "underline", PANGO_UNDERLINE_SINGLE, "underline-rgba", &ink, NULL);
}

static void
forget (TelaahTextEditor *self)
{
  GtkTextBuffer *buffer = telaah_text_editor_get_buffer (self);
  GtkTextIter start, end;

  for (guint i = 0; i < self->marks->len; i++)
    gtk_text_buffer_delete_mark (buffer, self->marks->pdata[i]);
  g_ptr_array_set_size (self->marks, 0);
  g_ptr_array_set_size (self->links, 0);

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  gtk_text_buffer_remove_tag (buffer, self->tag, &start, &end);
}

/* What is typed right before or behind a link is no part of it. */
static void
add (TelaahTextEditor *self,
     TelaahLink       *link)
{
  GtkTextBuffer *buffer = telaah_text_editor_get_buffer (self);
  TelaahSpan span = telaah_link_fields (link)->span;
  GtkTextIter start, end;

  if (span.start >= span.end)
    return;

  gtk_text_buffer_get_iter_at_offset (buffer, &start, span.start);
  gtk_text_buffer_get_iter_at_offset (buffer, &end, span.end);
  g_ptr_array_add (self->links, g_object_ref (link));
  g_ptr_array_add (self->marks, gtk_text_buffer_create_mark (buffer, NULL, &start, FALSE));
  g_ptr_array_add (self->marks, gtk_text_buffer_create_mark (buffer, NULL, &end, TRUE));
  gtk_text_buffer_apply_tag (buffer, self->tag, &start, &end);
}

/**
 * telaah_text_editor_set_links:
 * @links: (nullable) (element-type TelaahLink): of the words that were last set; those of all of it (an empty span) are
 *   not for the words to show
 *
 * Words that are not committed yet keep the links that they have: the project moves them with the commit, and then they
 * are set again.
 */
void
telaah_text_editor_set_links (TelaahTextEditor *self,
                              GPtrArray        *links)
{
  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  if (links != NULL && links->len > 0 && telaah_text_editor_is_dirty (self))
    return;
  if ((links == NULL || links->len == 0) && self->links->len == 0)
    return;

  forget (self);
  for (guint i = 0; links != NULL && i < links->len; i++)
    add (self, links->pdata[i]);

  enable (self, self->links->len > 0 && find_at_caret (self) != G_MAXUINT);
}

/* The words are once more those that the links were set for. */
void
telaah_text_editor_restore_links (TelaahTextEditor *self)
{
  g_autoptr(GPtrArray) links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->links->len; i++)
    g_ptr_array_add (links, g_object_ref (self->links->pdata[i]));

  telaah_text_editor_set_links (self, links);
}

TelaahLink *
telaah_text_editor_get_link (TelaahTextEditor *self)
{
  guint i;

  g_return_val_if_fail (TELAAH_IS_TEXT_EDITOR (self), NULL);

  i = find_at_caret (self);

  return i != G_MAXUINT ? self->links->pdata[i] : NULL;
}

/* From here on its words can be linked. @words: (nullable) */
void
telaah_text_editor_set_linkable (TelaahTextEditor *self,
                                 TelaahLinkWords   words,
                                 gpointer          user_data)
{
  g_autoptr(GMenuModel) menu = menu_new ();

  g_return_if_fail (TELAAH_IS_TEXT_EDITOR (self));

  self->linkable = TRUE;
  self->words = words;
  self->words_data = user_data;
  gtk_text_view_set_extra_menu (GTK_TEXT_VIEW (self->view), menu);
  gtk_widget_set_has_tooltip (self->view, TRUE);
  enable (self, FALSE);
}

/* ---- The widget ---- */

void
telaah_text_editor_install_links (GtkWidgetClass *widget_class)
{
  GType type = G_TYPE_FROM_CLASS (widget_class);

  signals[LINK_WANTED] = g_signal_new ("link-wanted", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                       G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[LINK_ACTIVATED] = g_signal_new ("link-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 1, TELAAH_TYPE_LINK);
  signals[LINK_REMOVED] = g_signal_new ("link-removed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, TELAAH_TYPE_LINK);

  gtk_widget_class_install_action (widget_class, "editor.link", NULL, link_action);
  gtk_widget_class_install_action (widget_class, "editor.follow-link", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "editor.remove-link", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_k, GDK_CONTROL_MASK, "editor.link", NULL);
}

void
telaah_text_editor_init_links (TelaahTextEditor *self)
{
  GtkTextBuffer *buffer = telaah_text_editor_get_buffer (self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->links = g_ptr_array_new_with_free_func (g_object_unref);
  self->marks = g_ptr_array_new ();
  self->popovers = g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_widget_unparent);
  self->tag = gtk_text_buffer_create_tag (buffer, NULL, NULL);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (self->view, GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (buffer, "notify::cursor-position", G_CALLBACK (caret_moved_cb), self);
  g_signal_connect (self->view, "query-tooltip", G_CALLBACK (tooltip_cb), self);
  enable (self, FALSE);
}

void
telaah_text_editor_dispose_links (TelaahTextEditor *self)
{
  g_clear_handle_id (&self->hint_timeout, g_source_remove);
  g_clear_pointer (&self->hint, gtk_widget_unparent);
  g_clear_pointer (&self->popovers, g_ptr_array_unref);
  g_clear_pointer (&self->links, g_ptr_array_unref);
  g_clear_pointer (&self->marks, g_ptr_array_unref);
}
