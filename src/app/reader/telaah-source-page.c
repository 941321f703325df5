/* One source to read and to tag: its text below its head, its bars, its strip, and what keeps them in step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>

#include "app/reader/telaah-note-index.h"
#include "app/reader/telaah-source-page-private.h"
#include "app/telaah-focus.h"

G_DEFINE_FINAL_TYPE (TelaahSourcePage, telaah_source_page, GTK_TYPE_WIDGET)

enum { ACTIVE, SOURCE_CHANGED, PASSAGE_SELECTED, EDIT_NOTE, TAGGED, VISIBLE_CHANGED, REMOVED, DONE, REVIEW,
       FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_source_page_emit_failed (TelaahSourcePage *self,
                                const char       *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* @label: what it was called. */
void
telaah_source_page_emit_removed (TelaahSourcePage *self,
                                 const char       *label)
{
  g_signal_emit (self, signals[REMOVED], 0, label);
}

void
telaah_source_page_emit_source_changed (TelaahSourcePage *self)
{
  g_signal_emit (self, signals[SOURCE_CHANGED], 0);
}

/* NULL: none. */
void
telaah_source_page_emit_selected (TelaahSourcePage *self,
                                  const char       *passage)
{
  g_signal_emit (self, signals[PASSAGE_SELECTED], 0, passage);
}

void
telaah_source_page_emit_edit_note (TelaahSourcePage *self,
                                   const char       *passage)
{
  g_signal_emit (self, signals[EDIT_NOTE], 0, passage);
}

void
telaah_source_page_emit_tagged (TelaahSourcePage *self,
                                const char       *passage)
{
  g_signal_emit (self, signals[TAGGED], 0, passage);
}

/* @message: on something that an undo takes back. */
void
telaah_source_page_emit_done (TelaahSourcePage *self,
                              const char       *message)
{
  g_signal_emit (self, signals[DONE], 0, message);
}

/* @message: the same, where passages have lost their words. */
void
telaah_source_page_emit_review (TelaahSourcePage *self,
                                const char       *message)
{
  g_signal_emit (self, signals[REVIEW], 0, message);
}

/* ---- What the parts ask ---- */

static void
get_color (const char *theme,
           GdkRGBA    *color,
           gpointer    user_data)
{
  TelaahSourcePage *self = user_data;
  AdwStyleManager *style = adw_style_manager_get_default ();

  telaah_color_for_style (telaah_session_get_color (self->session, theme), adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), color);
}

static const char *
get_name (const char *theme,
          gpointer    user_data)
{
  TelaahSourcePage *self = user_data;
  TelaahTheme *item = telaah_session_find_theme (self->session, theme);

  return item != NULL ? telaah_theme_fields (item)->name : NULL;
}

/* The strip has a row for each theme at the top of the tree, as far as they go. */
static guint
get_row (const char *theme,
         gpointer    user_data)
{
  TelaahSourcePage *self = user_data;
  GListModel *themes = telaah_session_get_themes (self->session);
  guint row = 0;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) item = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (item);

      if (f->depth == 0 && i > 0)
        row++;
      if (g_str_equal (f->id, theme))
        break;
    }

  return MIN (row, TELAAH_STRIP_ROWS - 1);
}

static void
style_changed_cb (TelaahSourcePage *self)
{
  telaah_text_view_colors_changed (self->text_view);
  telaah_strip_colors_changed (self->strip);
}

void
telaah_source_page_update_head (TelaahSourcePage *self)
{
  TelaahSource *source = self->loaded ? telaah_session_find_source (self->session, self->source) : NULL;

  if (source != NULL)
    telaah_reading_head_show (self->head, source, telaah_session_count (self->session, NULL, self->source),
                              telaah_note_count_on (self->session, self->source));
}

/* ---- Parts ---- */

/* Borrowed. It is empty until the page has been on the screen. */
TelaahTextView *
telaah_source_page_get_text_view (TelaahSourcePage *self)
{
  return self->text_view;
}

/* Above the text, below the bars that are there already. It shows and hides itself. */
void
telaah_source_page_add_bar (TelaahSourcePage *self,
                            GtkWidget        *bar)
{
  gtk_box_append (self->bars, bar);
}

/* Something in the place of the text and its strip, such as a text to edit; "read" is the text itself. */
void
telaah_source_page_add_mode (TelaahSourcePage *self,
                             const char       *name,
                             GtkWidget        *widget)
{
  gtk_stack_add_named (self->modes, widget, name);
}

const char *
telaah_source_page_get_mode (TelaahSourcePage *self)
{
  return gtk_stack_get_visible_child_name (self->modes);
}

void
telaah_source_page_set_mode (TelaahSourcePage *self,
                             const char       *name)
{
  gtk_stack_set_visible_child_name (self->modes, name);
}

/* Nothing but the words. */
void
telaah_source_page_set_bare (TelaahSourcePage *self,
                             gboolean          bare)
{
  gtk_widget_set_visible (GTK_WIDGET (self->bars), !bare);
  gtk_widget_set_visible (GTK_WIDGET (self->strip), !bare);
}

/* For who makes pages, to know them again. */
void
telaah_source_page_set_owner (TelaahSourcePage *self,
                              GtkWidget        *owner)
{
  g_set_weak_pointer (&self->owner, owner);
}

/* Borrowed; NULL: none, or no longer. */
GtkWidget *
telaah_source_page_get_owner (TelaahSourcePage *self)
{
  return self->owner;
}

/* ---- Following the session and the settings ---- */

static gboolean
has_text_of (TelaahSourcePage *self,
             const char       *source)
{
  return g_strcmp0 (telaah_source_fields (telaah_session_find_source (self->session, source))->sha256,
                    self->sha256) == 0;
}

static void
changed_cb (TelaahSourcePage *self,
            TelaahChange      changes)
{
  if (self->source == NULL)
    return;

  if ((changes & TELAAH_CHANGE_SOURCES) && telaah_session_find_source (self->session, self->source) == NULL)
    {
      telaah_source_page_show_nothing (self);
      return;
    }

  if ((changes & TELAAH_CHANGE_SOURCES) && self->loaded && !has_text_of (self, self->source))
    telaah_source_page_reload (self);
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_NOTES))
    telaah_source_page_update_head (self);
  if ((changes & TELAAH_CHANGE_MARKS) && self->loaded)
    telaah_source_page_marks_changed (self);
  if (changes & TELAAH_CHANGE_THEMES)
    style_changed_cb (self);
}

void
telaah_source_page_set_session (TelaahSourcePage *self,
                                TelaahSession    *session)
{
  if (self->session != NULL)
    {
      telaah_source_page_show_nothing (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }

  g_set_object (&self->session, session);
  if (self->popover != NULL)
    telaah_tag_popover_set_session (self->popover, session);
  if (session != NULL)
    g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
}

static void
typeset (TelaahSourcePage *self)
{
  g_autofree char *font = NULL;
  guint top = telaah_source_page_get_top (self);

  if (self->settings == NULL || self->typeset)
    return;

  self->typeset = TRUE;
  font = g_settings_get_string (self->settings, "reader-font");
  telaah_text_view_set_typography (self->text_view, *font != '\0' ? font : NULL,
                                   g_settings_get_int (self->settings, "reader-size"),
                                   g_settings_get_int (self->settings, "reader-width"));
  telaah_text_view_set_spacing (self->text_view, g_settings_get_double (self->settings, "reader-spacing"));
  telaah_source_page_set_top (self, top);
}

/* A page that is not on the screen waits. */
static void
typography_changed_cb (TelaahSourcePage *self)
{
  self->typeset = FALSE;
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    typeset (self);
}

void
telaah_source_page_set_settings (TelaahSourcePage *self,
                                 GSettings        *settings)
{
  static const char *const keys[] = {
    "changed::reader-font", "changed::reader-size", "changed::reader-width", "changed::reader-spacing",
  };

  g_set_object (&self->settings, settings);
  if (self->popover != NULL)
    telaah_tag_popover_set_settings (self->popover, settings);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    g_signal_connect_object (settings, keys[i], G_CALLBACK (typography_changed_cb), self, G_CONNECT_SWAPPED);
  typography_changed_cb (self);
}

/* ---- From the parts ---- */

static void
failed_cb (TelaahSourcePage *self,
           const char       *message)
{
  telaah_source_page_emit_failed (self, message);
}

static void
passage_clicked_cb (TelaahSourcePage *self,
                    const char       *passage)
{
  g_signal_emit (self, signals[PASSAGE_SELECTED], 0, passage);
}

/* With the mouse the selection is done when the button is let go; with keys it may go on, and T opens the palette. */
static void
selection_changed_cb (TelaahSourcePage *self,
                      gboolean          has)
{
  if (has && self->by_pointer && !telaah_source_page_is_picking (self))
    telaah_source_page_open_palette (self);
}

static void
visible_changed_cb (TelaahSourcePage *self)
{
  TelaahSpan visible;

  telaah_text_view_get_visible_span (self->text_view, &visible);
  telaah_strip_set_visible (self->strip, visible);
  g_signal_emit (self, signals[VISIBLE_CHANGED], 0);
}

static void
go_cb (TelaahSourcePage *self,
       guint             offset)
{
  telaah_text_view_set_top (self->text_view, offset);
}

static void
tagged_cb (TelaahSourcePage *self,
           const char       *passage)
{
  telaah_source_page_finish_tagging (self, passage);
}

/* Made when it is first wanted: most pages are only read. */
TelaahTagPopover *
telaah_source_page_get_popover (TelaahSourcePage *self)
{
  if (self->popover != NULL)
    return self->popover;

  self->popover = TELAAH_TAG_POPOVER (telaah_tag_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->text_view));
  telaah_tag_popover_set_session (self->popover, self->session);
  if (self->settings != NULL)
    telaah_tag_popover_set_settings (self->popover, self->settings);
  g_signal_connect_swapped (self->popover, "tagged", G_CALLBACK (tagged_cb), self);
  g_signal_connect_swapped (self->popover, "failed", G_CALLBACK (failed_cb), self);

  return self->popover;
}

static void
focused_cb (TelaahSourcePage *self)
{
  g_signal_emit (self, signals[ACTIVE], 0);
}

/* ---- The widget ---- */

static void
telaah_source_page_map (GtkWidget *widget)
{
  TelaahSourcePage *self = TELAAH_SOURCE_PAGE (widget);

  typeset (self);
  telaah_source_page_load (self);

  GTK_WIDGET_CLASS (telaah_source_page_parent_class)->map (widget);
  telaah_source_page_queue_sentences (self);
}

/* Into what stands in the place of the text, where something does. */
static gboolean
telaah_source_page_grab_focus (GtkWidget *widget)
{
  TelaahSourcePage *self = TELAAH_SOURCE_PAGE (widget);
  gboolean reading = g_strcmp0 (telaah_source_page_get_mode (self), "read") == 0;

  if (self->source == NULL)
    return FALSE;

  return gtk_widget_grab_focus (reading ? GTK_WIDGET (self->text_view) : gtk_stack_get_visible_child (self->modes));
}

static void
telaah_source_page_dispose (GObject *object)
{
  TelaahSourcePage *self = TELAAH_SOURCE_PAGE (object);
  GtkWidget *child;

  /* It still asks the page while it goes. */
  if (self->texts != NULL)
    telaah_page_texts_free (self->texts);
  self->texts = NULL;
  telaah_source_page_stop_sentences (self);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SOURCE_PAGE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_weak_pointer (&self->owner);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  telaah_source_page_forget (self);

  G_OBJECT_CLASS (telaah_source_page_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  static const struct
  {
    const char *name;
    gboolean    string;   /* it has one */
  } all[] = {
    [ACTIVE] = { "active" }, [SOURCE_CHANGED] = { "source-changed" }, [VISIBLE_CHANGED] = { "visible-changed" },
    [PASSAGE_SELECTED] = { "passage-selected", TRUE }, [EDIT_NOTE] = { "edit-note", TRUE },
    [TAGGED] = { "tagged", TRUE }, [REMOVED] = { "removed", TRUE }, [DONE] = { "done", TRUE },
    [REVIEW] = { "review", TRUE }, [FAILED] = { "failed", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    signals[i] = g_signal_new (all[i].name, type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                               all[i].string ? 1 : 0, G_TYPE_STRING);
}

static void
telaah_source_page_class_init (TelaahSourcePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_source_page_dispose;
  widget_class->map = telaah_source_page_map;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_source_page_grab_focus;

  add_signals (G_TYPE_FROM_CLASS (klass));

  g_type_ensure (TELAAH_TYPE_TEXT_VIEW);
  g_type_ensure (TELAAH_TYPE_STRIP);

  gtk_widget_class_set_css_name (widget_class, "sourcepage");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahSourcePage, bars);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourcePage, modes);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourcePage, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourcePage, text_view);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourcePage, strip);
  gtk_widget_class_bind_template_callback (widget_class, passage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
telaah_source_page_init (TelaahSourcePage *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))),
                                  GTK_ORIENTATION_VERTICAL);
  self->head = TELAAH_READING_HEAD (telaah_reading_head_new ());
  telaah_text_view_set_header (self->text_view, GTK_WIDGET (self->head));

  telaah_text_view_set_color_func (self->text_view, get_color, self, NULL);
  telaah_text_view_set_name_func (self->text_view, get_name, self, NULL);
  telaah_strip_set_color_func (self->strip, get_color, self, NULL);
  telaah_strip_set_row_func (self->strip, get_row, self, NULL);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);

  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focused_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), focus);
  telaah_source_page_init_view (self);
  telaah_source_page_init_keys (self);
  self->texts = telaah_page_texts_new (self);
}

GtkWidget *
telaah_source_page_new (void)
{
  return g_object_new (TELAAH_TYPE_SOURCE_PAGE, NULL);
}
