/* The sources of a project, as the upper part of the sidebar.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-list-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-source-row.h"

G_DEFINE_FINAL_TYPE (TelaahSourceList, telaah_source_list, GTK_TYPE_WIDGET)

enum { SOURCE_SELECTED, SOURCE_ACTIVATED, REMOVED, FAILED, SOURCE_OPENED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return telaah_source_fields (item)->id;
}

static GtkListBoxRow *
create_row (gpointer user_data)
{
  return GTK_LIST_BOX_ROW (telaah_source_row_new ());
}

static void
bind_row (GtkListBoxRow *row,
          gpointer       item,
          gpointer       user_data)
{
  telaah_source_row_set_source (TELAAH_SOURCE_ROW (row), item);
}

typedef struct
{
  TelaahShare  share;
  const char  *name;
} Part;

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  return (int) ((const Part *) b)->share.n - (int) ((const Part *) a)->share.n;
}

/* What is tagged below a theme counts for the top of its tree. The list is depth first, so a top-level theme is
 * followed by all that is below it. */
static GArray *
dup_parts (TelaahSourceList *self,
           const char       *source)
{
  GListModel *themes = telaah_session_get_themes (self->session);
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      if (f->depth == 0 || parts->len == 0)
        {
          Part part = { { *telaah_colors_get (self->colors, f->id), 0 }, f->name };

          g_array_append_val (parts, part);
        }
      g_array_index (parts, Part, parts->len - 1).share.n += telaah_session_count (self->session, f->id, source);
    }

  for (guint i = parts->len; i > 0; i--)
    if (g_array_index (parts, Part, i - 1).share.n == 0)
      g_array_remove_index (parts, i - 1);
  g_array_sort (parts, compare_parts);

  return parts;
}

/* The bars can be held against each other: the source with the most passages fills its own. */
static void
refresh_row (GtkListBoxRow *row,
             gpointer       item,
             gpointer       user_data)
{
  TelaahSourceList *self = user_data;
  g_autoptr(GArray) parts = dup_parts (self, get_id (item));
  g_autofree TelaahShare *shares = g_new (TelaahShare, parts->len);
  g_autoptr(GString) words = g_string_new (NULL);
  guint n = telaah_session_count (self->session, NULL, get_id (item));

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      shares[i] = part->share;
      g_string_append (words, i > 0 ? " · " : "");
      /* Translators: a theme and how often it is tagged. */
      g_string_append_printf (words, _("%s %u"), part->name, part->share.n);
    }

  telaah_source_row_set_counts (TELAAH_SOURCE_ROW (row), n, shares, parts->len, (double) n / MAX (self->most, 1),
                                words->str);
}

static void
color_cb (const char *theme,
          GdkRGBA    *color,
          gpointer    user_data)
{
  TelaahSourceList *self = user_data;
  AdwStyleManager *style = adw_style_manager_get_default ();

  telaah_color_for_style (telaah_session_get_color (self->session, theme), adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), color);
}

static void
recount (TelaahSourceList *self)
{
  GListModel *sources = self->session != NULL ? telaah_session_get_sources (self->session) : NULL;
  guint n = sources != NULL ? g_list_model_get_n_items (sources) : 0;
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  gtk_label_set_text (self->count, count);

  self->most = 0;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      self->most = MAX (self->most, telaah_session_count (self->session, NULL, get_id (source)));
    }
  telaah_live_rows_invalidate (self->rows);
}

static void
style_changed_cb (TelaahSourceList *self)
{
  telaah_colors_forget (self->colors);
  telaah_live_rows_invalidate (self->rows);
}

static void
changed_cb (TelaahSession    *session,
            guint             changes,
            TelaahSourceList *self)
{
  if (changes & TELAAH_CHANGE_THEMES)
    telaah_colors_forget (self->colors);
  if (changes & TELAAH_CHANGE_SOURCES)
    telaah_live_rows_sync (self->rows, telaah_session_get_sources (session));
  if (changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES))
    recount (self);
}

static void
row_selected_cb (TelaahSourceList *self,
                 GtkListBoxRow    *row)
{
  if (!self->quiet)
    g_signal_emit (self, signals[SOURCE_SELECTED], 0, telaah_source_list_get_selected (self));
}

static void
row_activated_cb (TelaahSourceList *self,
                  GtkListBoxRow    *row)
{
  g_signal_emit (self, signals[SOURCE_ACTIVATED], 0, get_id (telaah_live_rows_get_item (row)));
}

/* ---- What the commands say ---- */

void
telaah_source_list_emit_removed (TelaahSourceList *self,
                                 const char       *label)
{
  g_signal_emit (self, signals[REMOVED], 0, label);
}

void
telaah_source_list_emit_failed (TelaahSourceList *self,
                                const char       *message)
{
  g_signal_emit (self, signals[FAILED], 0, message);
}

void
telaah_source_list_emit_opened (TelaahSourceList *self,
                                const char       *source,
                                gboolean          beside)
{
  g_signal_emit (self, signals[SOURCE_OPENED], 0, source, beside);
}

/* ---- The widget ---- */

static void
telaah_source_list_dispose (GObject *object)
{
  TelaahSourceList *self = TELAAH_SOURCE_LIST (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  self->quiet = TRUE;
  g_clear_pointer (&self->rows, telaah_live_rows_free);
  g_clear_pointer (&self->menu, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SOURCE_LIST);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->colors, telaah_colors_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_source_list_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  static const char *const names[] = {
    [SOURCE_SELECTED] = "source-selected", [SOURCE_ACTIVATED] = "source-activated",
    [REMOVED] = "removed", [FAILED] = "failed",
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[SOURCE_OPENED] = g_signal_new ("source-opened", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                         2, G_TYPE_STRING, G_TYPE_BOOLEAN);
}

static void
telaah_source_list_class_init (TelaahSourceListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_source_list_dispose;

  add_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "sourcelist");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-source-list.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceList, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahSourceList, count);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  telaah_source_list_install_commands (widget_class);
}

static void
telaah_source_list_init (TelaahSourceList *self)
{
  static const TelaahLiveRowsFuncs funcs = { get_id, create_row, bind_row, refresh_row };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->colors = telaah_colors_new ();
  telaah_colors_set_func (self->colors, color_cb, self, NULL);
  self->rows = telaah_live_rows_new (self->list, &funcs, self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_source_list_new (void)
{
  return g_object_new (TELAAH_TYPE_SOURCE_LIST, NULL);
}

/* @session: (nullable): none is selected then */
void
telaah_source_list_set_session (TelaahSourceList *self,
                                TelaahSession    *session)
{
  g_return_if_fail (TELAAH_IS_SOURCE_LIST (self));

  if (self->session == session)
    return;

  self->quiet = TRUE;
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  telaah_live_rows_sync (self->rows, NULL);
  telaah_colors_forget (self->colors);

  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect (session, "changed", G_CALLBACK (changed_cb), self);
      telaah_live_rows_sync (self->rows, telaah_session_get_sources (session));
    }
  recount (self);
  self->quiet = FALSE;
}

/* Borrowed until the next change; NULL: none. */
const char *
telaah_source_list_get_selected (TelaahSourceList *self)
{
  gpointer item;

  g_return_val_if_fail (TELAAH_IS_SOURCE_LIST (self), NULL);

  item = telaah_live_rows_get_item (gtk_list_box_get_selected_row (self->list));

  return item != NULL ? get_id (item) : NULL;
}

/**
 * telaah_source_list_set_selected:
 * @source: (nullable): an id, %NULL for none
 *
 * For those who have shown the source already: "source-selected" is not emitted.
 */
void
telaah_source_list_set_selected (TelaahSourceList *self,
                                 const char       *source)
{
  g_return_if_fail (TELAAH_IS_SOURCE_LIST (self));

  self->quiet = TRUE;
  gtk_list_box_select_row (self->list, telaah_live_rows_find (self->rows, source));
  self->quiet = FALSE;
}

/* Borrowed; for who moves the focus from list to list. */
GtkListBox *
telaah_source_list_get_box (TelaahSourceList *self)
{
  g_return_val_if_fail (TELAAH_IS_SOURCE_LIST (self), NULL);

  return self->list;
}
