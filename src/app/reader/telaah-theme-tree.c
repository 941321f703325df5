/* The tree of themes, as the lower part of the sidebar: its rows, in step with the session.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-tree-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/reader/telaah-note-index.h"

G_DEFINE_FINAL_TYPE (TelaahThemeTree, telaah_theme_tree, GTK_TYPE_WIDGET)

enum { THEME_ACTIVATED, REMOVED, FAILED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return telaah_theme_fields (item)->id;
}

static void
fold_clicked_cb (TelaahThemeTree *self,
                 TelaahThemeRow  *row)
{
  const char *id = get_id (telaah_theme_row_get_theme (row));

  telaah_theme_tree_fold (self, id, !g_hash_table_contains (self->folded, id));
}

static void
dot_clicked_cb (TelaahThemeTree *self,
                TelaahThemeRow  *row)
{
  if (telaah_theme_row_get_theme (row) == NULL)
    return;

  gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
  gtk_widget_grab_focus (GTK_WIDGET (row));
  telaah_theme_tree_show_palette (self);
}

static GtkListBoxRow *
create_row (gpointer user_data)
{
  GtkWidget *row = telaah_theme_row_new ();

  g_signal_connect_swapped (row, "fold-clicked", G_CALLBACK (fold_clicked_cb), user_data);
  g_signal_connect_swapped (row, "dot-clicked", G_CALLBACK (dot_clicked_cb), user_data);
  g_signal_connect_swapped (row, "named", G_CALLBACK (telaah_theme_tree_name_row), user_data);
  g_signal_connect_swapped (row, "naming-ended", G_CALLBACK (telaah_theme_tree_end_naming), user_data);

  return GTK_LIST_BOX_ROW (row);
}

static void
bind_row (GtkListBoxRow *row,
          gpointer       item,
          gpointer       user_data)
{
  telaah_theme_row_set_theme (TELAAH_THEME_ROW (row), item);
}

static void
refresh_row (GtkListBoxRow *row,
             gpointer       item,
             gpointer       user_data)
{
  TelaahThemeTree *self = user_data;
  guint n_notes = telaah_note_count_on (self->session, get_id (item));
  g_autofree char *in_source = NULL;

  if (self->source != NULL)
    {
      guint n = telaah_session_count (self->session, get_id (item), self->source);

      in_source = g_strdup_printf (ngettext ("%u in this source", "%u in this source", n), n);
    }

  telaah_theme_row_set_color (TELAAH_THEME_ROW (row), telaah_colors_get (self->colors, get_id (item)));
  if (n_notes > 0)
    {
      g_autofree char *notes = g_strdup_printf (ngettext ("%u note", "%u notes", n_notes), n_notes);
      g_autofree char *counted = g_steal_pointer (&in_source);

      in_source = counted != NULL ? g_strjoin (", ", counted, notes, NULL) : g_strdup (notes);
    }

  telaah_theme_row_set_counts (TELAAH_THEME_ROW (row), telaah_session_count (self->session, get_id (item), NULL),
                               in_source);
}

/* Whether any theme is below another. */
gboolean
telaah_theme_tree_has_levels (TelaahThemeTree *self)
{
  GListModel *themes = telaah_session_get_themes (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      if (telaah_theme_fields (theme)->depth > 0)
        return TRUE;
    }

  return FALSE;
}

/* What is below a folded theme is out of sight; the triangles say what there is to fold. */
static void
update_folds (TelaahThemeTree *self)
{
  GListModel *themes = telaah_session_get_themes (self->session);
  guint n = g_list_model_get_n_items (themes), hidden_below = G_MAXUINT;
  gboolean levels = telaah_theme_tree_has_levels (self);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      g_autoptr(TelaahTheme) next = g_list_model_get_item (themes, i + 1);
      const TelaahThemeFields *f = telaah_theme_fields (theme);
      GtkListBoxRow *row = telaah_live_rows_find (self->rows, f->id);
      gboolean parent = next != NULL && telaah_theme_fields (next)->depth > f->depth;
      gboolean folded = parent && g_hash_table_contains (self->folded, f->id);

      if (f->depth <= hidden_below)
        hidden_below = folded ? f->depth : G_MAXUINT;
      gtk_widget_set_visible (GTK_WIDGET (row), f->depth <= hidden_below);
      telaah_theme_row_set_fold (TELAAH_THEME_ROW (row), !levels ? TELAAH_FOLD_NONE : !parent ? TELAAH_FOLD_LEAF
                                                         : folded ? TELAAH_FOLD_FOLDED : TELAAH_FOLD_OPEN);
    }
}

/* The selection and the focus may not stay out of sight. */
static void
leave_folded (TelaahThemeTree *self)
{
  GtkListBoxRow *selected = gtk_list_box_get_selected_row (self->list);
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gpointer item = telaah_live_rows_get_item (selected);

  if (selected == NULL || gtk_widget_get_visible (GTK_WIDGET (selected)))
    return;

  while (item != NULL && !gtk_widget_get_visible (GTK_WIDGET (telaah_live_rows_find (self->rows, get_id (item)))))
    item = telaah_session_find_theme (self->session, telaah_theme_fields (item)->parent);
  if (item == NULL)
    return;

  telaah_theme_tree_set_selected (self, get_id (item));
  if (focus != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (telaah_live_rows_find (self->rows, get_id (item))));
}

void
telaah_theme_tree_fold (TelaahThemeTree *self,
                        const char      *theme,
                        gboolean         folded)
{
  if (folded)
    g_hash_table_add (self->folded, g_strdup (theme));
  else
    g_hash_table_remove (self->folded, theme);

  update_folds (self);
  leave_folded (self);
  telaah_live_rows_invalidate (self->rows);
}

static void
follow (TelaahThemeTree *self)
{
  GListModel *themes = self->session != NULL ? telaah_session_get_themes (self->session) : NULL;
  guint n = themes != NULL ? g_list_model_get_n_items (themes) : 0;
  g_autofree char *count = n > 0 ? g_strdup_printf ("%u", n) : g_strdup ("");

  telaah_colors_forget (self->colors);
  telaah_live_rows_sync (self->rows, themes);
  if (themes != NULL)
    update_folds (self);
  gtk_label_set_text (self->count, count);
}

static void
color_cb (const char *theme,
          GdkRGBA    *color,
          gpointer    user_data)
{
  TelaahThemeTree *self = user_data;
  AdwStyleManager *style = adw_style_manager_get_default ();

  telaah_color_for_style (telaah_session_get_color (self->session, theme), adw_style_manager_get_dark (style),
                          adw_style_manager_get_high_contrast (style), color);
}

static void
style_changed_cb (TelaahThemeTree *self)
{
  telaah_colors_forget (self->colors);
  telaah_live_rows_invalidate (self->rows);
}

static void
changed_cb (TelaahSession   *session,
            guint            changes,
            TelaahThemeTree *self)
{
  if (changes & TELAAH_CHANGE_THEMES)
    follow (self);
  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_NOTES))
    telaah_live_rows_invalidate (self->rows);
}

static void
row_activated_cb (TelaahThemeTree *self,
                  GtkListBoxRow   *row)
{
  gpointer item = telaah_live_rows_get_item (row);

  if (item != NULL && !telaah_theme_row_is_naming (TELAAH_THEME_ROW (row)))
    g_signal_emit (self, signals[THEME_ACTIVATED], 0, get_id (item));
}

static void
menu_pressed_cb (GtkGestureClick *gesture,
                 int              n_press,
                 double           x,
                 double           y,
                 TelaahThemeTree *self)
{
  GtkListBoxRow *row = gtk_list_box_get_row_at_y (self->list, y);
  graphene_point_t at;

  if (telaah_live_rows_get_item (row) == NULL ||
      !gtk_widget_compute_point (GTK_WIDGET (self->list), GTK_WIDGET (self), &GRAPHENE_POINT_INIT (x, y), &at))
    return;

  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  gtk_list_box_select_row (self->list, row);
  gtk_widget_grab_focus (GTK_WIDGET (row));
  telaah_theme_tree_show_menu (self, &(GdkRectangle) { at.x, at.y, 1, 1 });
}

/* ---- For the other files of the tree ---- */

TelaahThemeRow *
telaah_theme_tree_get_current (TelaahThemeTree *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  GtkListBoxRow *row = focus != NULL ? GTK_LIST_BOX_ROW (focus) : gtk_list_box_get_selected_row (self->list);

  return telaah_live_rows_get_item (row) != NULL ? TELAAH_THEME_ROW (row) : NULL;
}

const char *
telaah_theme_tree_get_current_id (TelaahThemeTree *self)
{
  TelaahThemeRow *row = telaah_theme_tree_get_current (self);

  return row != NULL ? get_id (telaah_theme_row_get_theme (row)) : NULL;
}

void
telaah_theme_tree_fail (TelaahThemeTree *self,
                        const GError    *error)
{
  g_signal_emit (self, signals[FAILED], 0, error->message);
}

void
telaah_theme_tree_tell_removed (TelaahThemeTree *self,
                                const char      *label)
{
  g_signal_emit (self, signals[REMOVED], 0, label);
}

/* ---- The widget ---- */

static void
telaah_theme_tree_dispose (GObject *object)
{
  TelaahThemeTree *self = TELAAH_THEME_TREE (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->rows, telaah_live_rows_free);
  self->draft = NULL;
  g_clear_weak_pointer (&self->zone_row);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_THEME_TREE);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);
  g_clear_pointer (&self->colors, telaah_colors_free);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_theme_tree_parent_class)->dispose (object);
}

static void
telaah_theme_tree_finalize (GObject *object)
{
  TelaahThemeTree *self = TELAAH_THEME_TREE (object);

  g_hash_table_unref (self->folded);
  g_free (self->draft_parent);
  g_free (self->added);
  g_free (self->source);

  G_OBJECT_CLASS (telaah_theme_tree_parent_class)->finalize (object);
}

static void
telaah_theme_tree_class_init (TelaahThemeTreeClass *klass)
{
  static const char *const names[] = {
    [THEME_ACTIVATED] = "theme-activated", [REMOVED] = "removed", [FAILED] = "failed",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_theme_tree_dispose;
  object_class->finalize = telaah_theme_tree_finalize;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_css_name (widget_class, "themetree");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-theme-tree.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeTree, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeTree, count);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, menu_pressed_cb);

  telaah_theme_tree_install_commands (widget_class);
}

static void
telaah_theme_tree_init (TelaahThemeTree *self)
{
  static const TelaahLiveRowsFuncs funcs = { get_id, create_row, bind_row, refresh_row };

  gtk_widget_init_template (GTK_WIDGET (self));

  self->folded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->colors = telaah_colors_new ();
  telaah_colors_set_func (self->colors, color_cb, self, NULL);
  self->rows = telaah_live_rows_new (self->list, &funcs, self);
  telaah_theme_tree_init_commands (self);
  telaah_theme_tree_init_drag (self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark", G_CALLBACK (style_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::high-contrast", G_CALLBACK (style_changed_cb),
                           self, G_CONNECT_SWAPPED);
}

GtkWidget *
telaah_theme_tree_new (void)
{
  return g_object_new (TELAAH_TYPE_THEME_TREE, NULL);
}

void
telaah_theme_tree_set_session (TelaahThemeTree *self,
                               TelaahSession   *session)
{
  g_return_if_fail (TELAAH_IS_THEME_TREE (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  telaah_live_rows_set_guest (self->rows, NULL, NULL);
  self->draft = NULL;
  telaah_live_rows_sync (self->rows, NULL);
  g_hash_table_remove_all (self->folded);

  g_set_object (&self->session, session);
  if (session != NULL)
    g_signal_connect (session, "changed", G_CALLBACK (changed_cb), self);
  follow (self);
}

/**
 * telaah_theme_tree_set_source:
 * @source: (nullable): the source that is open; rows say in their tooltips how many passages it has
 */
void
telaah_theme_tree_set_source (TelaahThemeTree *self,
                              const char      *source)
{
  g_return_if_fail (TELAAH_IS_THEME_TREE (self));

  if (g_strcmp0 (self->source, source) == 0)
    return;

  g_free (self->source);
  self->source = g_strdup (source);
  telaah_live_rows_invalidate (self->rows);
}

/* Borrowed until the next change; NULL: none. */
const char *
telaah_theme_tree_get_selected (TelaahThemeTree *self)
{
  gpointer item;

  g_return_val_if_fail (TELAAH_IS_THEME_TREE (self), NULL);

  item = telaah_live_rows_get_item (gtk_list_box_get_selected_row (self->list));

  return item != NULL ? get_id (item) : NULL;
}

/* @theme: (nullable): an id, %NULL for none */
void
telaah_theme_tree_set_selected (TelaahThemeTree *self,
                                const char      *theme)
{
  g_return_if_fail (TELAAH_IS_THEME_TREE (self));

  gtk_list_box_select_row (self->list, telaah_live_rows_find (self->rows, theme));
}

/* Borrowed; for who moves the focus from list to list. */
GtkListBox *
telaah_theme_tree_get_box (TelaahThemeTree *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_TREE (self), NULL);

  return self->list;
}
