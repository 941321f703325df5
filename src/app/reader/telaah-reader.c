/* The Read view: sources and themes, one text with its passages, and their cards.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-reader-private.h"

G_DEFINE_FINAL_TYPE (TelaahReader, telaah_reader, GTK_TYPE_WIDGET)

enum { REMOVED, FAILED, SOURCE_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_reader_emit_failed (TelaahReader *self,
                           const char   *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

/* @label: what it was called, such as “Challenges”. */
void
telaah_reader_emit_removed (TelaahReader *self,
                            const char   *label)
{
  /* Translators: %s is a theme, a source or "Passage". */
  g_autofree char *message = g_strdup_printf (_("%s removed"), label);

  g_signal_emit (self, signals[REMOVED], 0, message);
}

/* ---- What the parts ask ---- */

static void
get_color (const char *theme,
           GdkRGBA    *color,
           gpointer    user_data)
{
  TelaahReader *self = user_data;
  AdwStyleManager *style = adw_style_manager_get_default ();

  telaah_color_for_style (telaah_session_get_color (self->session, theme), adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), color);
}

static const char *
get_name (const char *theme,
          gpointer    user_data)
{
  TelaahReader *self = user_data;
  TelaahTheme *item = telaah_session_find_theme (self->session, theme);

  return item != NULL ? telaah_theme_fields (item)->name : NULL;
}

/* The strip has a row for each theme at the top of the tree, as far as they go. */
static guint
get_row (const char *theme,
         gpointer    user_data)
{
  TelaahReader *self = user_data;
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
style_changed_cb (TelaahReader *self)
{
  telaah_text_view_colors_changed (self->text_view);
  telaah_strip_colors_changed (self->strip);
}

static void
update_head (TelaahReader *self)
{
  TelaahSource *source = telaah_session_find_source (self->session, self->source);

  if (source != NULL)
    telaah_reading_head_show (self->head, source, telaah_session_count (self->session, NULL, self->source));
}

/* ---- Showing a source ---- */

static void
show_nothing (TelaahReader *self)
{
  g_clear_pointer (&self->source, g_free);
  telaah_text_view_set_passages (self->text_view, NULL);
  telaah_strip_set_passages (self->strip, NULL);
  telaah_card_list_set_source (self->cards, NULL);
  gtk_stack_set_visible_child_name (self->stack, "empty");
}

const char *
telaah_reader_get_source (TelaahReader *self)
{
  return self->source;
}

void
telaah_reader_open_source (TelaahReader *self,
                           const char   *source)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahText) text = NULL;
  g_autofree char *id = g_strdup (source);
  GListModel *passages;

  if (self->session == NULL || g_strcmp0 (self->source, source) == 0)
    return;

  if ((text = telaah_session_dup_text (self->session, id, &error)) == NULL)
    {
      telaah_reader_emit_failed (self, error->message);
      return;
    }

  telaah_card_list_flush (self->cards);
  g_free (self->source);
  self->source = g_steal_pointer (&id);
  passages = telaah_session_get_passages (self->session, self->source);

  update_head (self);
  telaah_text_view_set_selected (self->text_view, NULL);
  telaah_text_view_set_passages (self->text_view, NULL);
  telaah_text_view_set_text (self->text_view, text);
  telaah_text_view_set_passages (self->text_view, passages);
  telaah_strip_set_length (self->strip, telaah_text_get_characters (text));
  telaah_strip_set_passages (self->strip, passages);
  telaah_card_list_set_source (self->cards, self->source);
  telaah_source_list_set_selected (telaah_sidebar_get_source_list (self->sidebar), self->source);
  telaah_theme_tree_set_source (telaah_sidebar_get_theme_tree (self->sidebar), self->source);
  telaah_text_view_set_top (self->text_view, 0);
  gtk_stack_set_visible_child_name (self->stack, "text");

  g_signal_emit (self, signals[SOURCE_CHANGED], 0);
}

void
telaah_reader_open_passage (TelaahReader *self,
                            const char   *source,
                            const char   *passage)
{
  telaah_reader_open_source (self, source);
  telaah_reader_select (self, passage, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* NULL: none. */
void
telaah_reader_select (TelaahReader *self,
                      const char   *passage,
                      gboolean      scroll)
{
  TelaahPassage *item = telaah_session_find_passage (self->session, passage);

  telaah_text_view_set_selected (self->text_view, item != NULL ? passage : NULL);
  telaah_card_list_set_selected (self->cards, item != NULL ? passage : NULL);
  if (item != NULL && scroll)
    telaah_text_view_scroll_to (self->text_view, telaah_passage_fields (item)->span);
}

guint
telaah_reader_get_top (TelaahReader *self)
{
  return telaah_text_view_get_top (self->text_view);
}

void
telaah_reader_set_top (TelaahReader *self,
                       guint         offset)
{
  telaah_text_view_set_top (self->text_view, offset);
}

void
telaah_reader_set_panes (TelaahReader *self,
                         gboolean      sidebar,
                         gboolean      cards)
{
  gtk_widget_set_visible (self->sidebar_pane, sidebar);
  gtk_widget_set_visible (self->cards_pane, cards);
}

void
telaah_reader_flush (TelaahReader *self)
{
  telaah_card_list_flush (self->cards);
}

/* ---- Following the session ---- */

static void
changed_cb (TelaahReader *self,
            TelaahChange  changes)
{
  GListModel *sources = telaah_session_get_sources (self->session);

  if (changes & TELAAH_CHANGE_SOURCES)
    {
      gboolean gone = self->source != NULL && telaah_session_find_source (self->session, self->source) == NULL;

      if (gone)
        g_clear_pointer (&self->source, g_free);
      if (g_list_model_get_n_items (sources) == 0)
        show_nothing (self);
      else if (self->source == NULL)
        {
          g_autoptr(TelaahSource) first = g_list_model_get_item (sources, 0);

          telaah_reader_open_source (self, telaah_source_fields (first)->id);
        }
    }

  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_PASSAGES))
    update_head (self);
  if (changes & TELAAH_CHANGE_THEMES)
    style_changed_cb (self);
}

void
telaah_reader_set_session (TelaahReader  *self,
                           TelaahSession *session)
{
  if (self->session != NULL)
    {
      show_nothing (self);
      g_signal_handlers_disconnect_by_data (self->session, self);
    }

  g_set_object (&self->session, session);
  telaah_sidebar_set_session (self->sidebar, session);
  telaah_card_list_set_session (self->cards, session);
  telaah_tag_popover_set_session (self->popover, session);
  if (session == NULL)
    return;

  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  changed_cb (self, TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES);
}

static void
typography_changed_cb (TelaahReader *self)
{
  g_autofree char *font = g_settings_get_string (self->settings, "reader-font");

  telaah_text_view_set_typography (self->text_view, *font != '\0' ? font : NULL,
                                   g_settings_get_int (self->settings, "reader-size"),
                                   g_settings_get_int (self->settings, "reader-width"));
}

void
telaah_reader_set_settings (TelaahReader *self,
                            GSettings    *settings)
{
  g_set_object (&self->settings, settings);
  telaah_tag_popover_set_settings (self->popover, settings);
  g_signal_connect_object (settings, "changed::reader-font", G_CALLBACK (typography_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reader-size", G_CALLBACK (typography_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (settings, "changed::reader-width", G_CALLBACK (typography_changed_cb), self,
                           G_CONNECT_SWAPPED);
  typography_changed_cb (self);
}

/* ---- From the parts ---- */

static void
failed_cb (TelaahReader *self,
           const char   *message)
{
  telaah_reader_emit_failed (self, message);
}

static void
removed_cb (TelaahReader *self,
            const char   *label)
{
  telaah_reader_emit_removed (self, label);
}

static void
source_selected_cb (TelaahReader *self,
                    const char   *source)
{
  if (source != NULL)
    telaah_reader_open_source (self, source);
}

static void
source_activated_cb (TelaahReader *self,
                     const char   *source)
{
  source_selected_cb (self, source);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

/* With words selected it tags them; without, it goes to the theme's next passage, and round again at the end. */
static void
theme_activated_cb (TelaahReader *self,
                    const char   *theme)
{
  const char *at = telaah_text_view_get_selected (self->text_view);
  GListModel *passages;
  const char *first = NULL, *next = NULL;
  gboolean past = at == NULL;
  TelaahSpan span;

  if (self->source == NULL)
    return;

  if (telaah_text_view_get_selection (self->text_view, &span))
    {
      telaah_reader_tag_with (self, theme);
      return;
    }

  passages = telaah_session_get_passages (self->session, self->source);
  for (guint i = 0; i < g_list_model_get_n_items (passages) && next == NULL; i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const char *id = telaah_passage_fields (passage)->id;

      if (telaah_passage_has_theme (passage, theme))
        {
          first = first != NULL ? first : id;
          next = past ? id : NULL;
        }
      past = past || g_str_equal (id, at);
    }

  if (first != NULL)
    telaah_reader_select (self, next != NULL ? next : first, TRUE);
}

static void
passage_clicked_cb (TelaahReader *self,
                    const char   *passage)
{
  telaah_card_list_set_selected (self->cards, passage);
}

static void
card_selected_cb (TelaahReader *self,
                  const char   *passage)
{
  telaah_reader_select (self, passage, TRUE);
}

static void
card_activated_cb (TelaahReader *self,
                   const char   *passage)
{
  telaah_reader_select (self, passage, TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
retag_cb (TelaahReader *self,
          const char   *passage)
{
  TelaahPassage *item = telaah_session_find_passage (self->session, passage);

  if (item == NULL)
    return;

  telaah_text_view_select_span (self->text_view, telaah_passage_fields (item)->span);
  telaah_reader_open_palette (self);
}

/* With the mouse the selection is done when the button is let go; with keys it may go on, and T opens the palette. */
static void
selection_changed_cb (TelaahReader *self,
                      gboolean      has)
{
  if (has && self->by_pointer)
    telaah_reader_open_palette (self);
}

static void
visible_changed_cb (TelaahReader *self)
{
  TelaahSpan visible;

  telaah_text_view_get_visible_span (self->text_view, &visible);
  telaah_strip_set_visible (self->strip, visible);
  telaah_card_list_scroll_to_offset (self->cards, visible.start);
}

static void
go_cb (TelaahReader *self,
       guint         offset)
{
  telaah_text_view_set_top (self->text_view, offset);
}

static void
tagged_cb (TelaahReader *self,
           const char   *passage)
{
  telaah_reader_finish_tagging (self, passage);
}

/* ---- The widget ---- */

static void
telaah_reader_dispose (GObject *object)
{
  TelaahReader *self = TELAAH_READER (object);
  GtkWidget *child;

  if (self->popover != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->popover)));
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_READER);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);
  g_clear_object (&self->settings);
  g_clear_pointer (&self->source, g_free);

  G_OBJECT_CLASS (telaah_reader_parent_class)->dispose (object);
}

static gboolean
telaah_reader_grab_focus (GtkWidget *widget)
{
  TelaahReader *self = TELAAH_READER (widget);

  return self->source != NULL && gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

static void
telaah_reader_class_init (TelaahReaderClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_reader_dispose;
  widget_class->grab_focus = telaah_reader_grab_focus;

  signals[REMOVED] = g_signal_new ("removed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                  NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SOURCE_CHANGED] = g_signal_new ("source-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (TELAAH_TYPE_SIDEBAR);
  g_type_ensure (TELAAH_TYPE_TEXT_VIEW);
  g_type_ensure (TELAAH_TYPE_STRIP);
  g_type_ensure (TELAAH_TYPE_CARD_LIST);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-reader.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, sidebar_pane);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, sidebar);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, text_view);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, strip);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, cards_pane);
  gtk_widget_class_bind_template_child (widget_class, TelaahReader, cards);
  gtk_widget_class_bind_template_callback (widget_class, failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, removed_cb);
  gtk_widget_class_bind_template_callback (widget_class, passage_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, selection_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, card_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, retag_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
connect_sidebar (TelaahReader *self)
{
  TelaahSourceList *sources = telaah_sidebar_get_source_list (self->sidebar);
  TelaahThemeTree *themes = telaah_sidebar_get_theme_tree (self->sidebar);

  g_signal_connect_swapped (sources, "source-selected", G_CALLBACK (source_selected_cb), self);
  g_signal_connect_swapped (sources, "source-activated", G_CALLBACK (source_activated_cb), self);
  g_signal_connect_swapped (sources, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (sources, "failed", G_CALLBACK (failed_cb), self);
  g_signal_connect_swapped (themes, "theme-activated", G_CALLBACK (theme_activated_cb), self);
  g_signal_connect_swapped (themes, "removed", G_CALLBACK (removed_cb), self);
  g_signal_connect_swapped (themes, "failed", G_CALLBACK (failed_cb), self);
}

static void
telaah_reader_init (TelaahReader *self)
{
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  self->head = TELAAH_READING_HEAD (telaah_reading_head_new ());
  telaah_text_view_set_header (self->text_view, GTK_WIDGET (self->head));

  self->popover = TELAAH_TAG_POPOVER (telaah_tag_popover_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->popover), GTK_WIDGET (self->text_view));
  g_signal_connect_swapped (self->popover, "tagged", G_CALLBACK (tagged_cb), self);
  g_signal_connect_swapped (self->popover, "failed", G_CALLBACK (failed_cb), self);

  telaah_text_view_set_color_func (self->text_view, get_color, self, NULL);
  telaah_text_view_set_name_func (self->text_view, get_name, self, NULL);
  telaah_strip_set_color_func (self->strip, get_color, self, NULL);
  telaah_strip_set_row_func (self->strip, get_row, self, NULL);
  connect_sidebar (self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  telaah_reader_init_keys (self);
}
