/* What can be done with a theme of the tree, by key and from its menu.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-tree-private.h"

#include <glib/gi18n.h>

typedef void (*Command) (TelaahThemeTree *self,
                         const char      *theme);

/* ---- Naming and adding ---- */

/**
 * telaah_theme_tree_name_row:
 *
 * Returns: whether the theme of @row, or the one that it is to become, bears @name now
 */
gboolean
telaah_theme_tree_name_row (TelaahThemeTree *self,
                            const char      *name,
                            TelaahThemeRow  *row)
{
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (row == self->draft)
    {
      g_free (self->added);
      self->added = telaah_session_add_theme (self->session, name, self->draft_parent, NULL, NULL, &error);
      done = self->added != NULL;
    }
  else
    {
      g_autofree char *theme = g_strdup (telaah_theme_fields (telaah_theme_row_get_theme (row))->id);

      done = telaah_session_set_theme (self->session, theme, "name", name, &error);
    }

  if (!done)
    telaah_theme_tree_fail (self, error);

  return done;
}

/* A draft goes when it has been named, or given up; the new theme takes its place. */
void
telaah_theme_tree_end_naming (TelaahThemeTree *self,
                              TelaahThemeRow  *row)
{
  g_autofree char *added = NULL;
  gboolean focused;
  GtkWidget *next;

  if (row != self->draft)
    return;

  added = g_steal_pointer (&self->added);
  focused = gtk_widget_get_focus_child (GTK_WIDGET (self->list)) == GTK_WIDGET (row);
  self->draft = NULL;
  if (added != NULL)
    telaah_theme_tree_set_selected (self, added);

  next = GTK_WIDGET (gtk_list_box_get_selected_row (self->list));
  if (focused && next != NULL)
    gtk_widget_grab_focus (next);
  telaah_live_rows_set_guest (self->rows, NULL, NULL);
}

/* The row that a new child of @parent comes after: the last one below it. Borrowed. */
static const char *
find_last_below (TelaahThemeTree *self,
                 const char      *parent)
{
  GListModel *themes = telaah_session_get_themes (self->session);
  guint n_below = telaah_theme_count_below (themes, parent);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      g_autoptr(TelaahTheme) last = g_list_model_get_item (themes, i + n_below);

      if (g_str_equal (telaah_theme_fields (theme)->id, parent))
        return telaah_theme_fields (last)->id;
    }

  return NULL;
}

/**
 * telaah_theme_tree_begin_add:
 * @parent: (nullable): below which theme, %NULL for the top
 *
 * Opens an entry where the new theme will be; Enter makes it, Escape gives it up.
 */
void
telaah_theme_tree_begin_add (TelaahThemeTree *self,
                             const char      *parent)
{
  TelaahTheme *above;
  GtkWidget *row;

  g_return_if_fail (TELAAH_IS_THEME_TREE (self));

  if (self->session == NULL)
    return;

  above = telaah_session_find_theme (self->session, parent);
  if (above != NULL)
    telaah_theme_tree_fold (self, parent, FALSE);

  row = telaah_theme_row_new ();
  g_signal_connect_swapped (row, "named", G_CALLBACK (telaah_theme_tree_name_row), self);
  g_signal_connect_swapped (row, "naming-ended", G_CALLBACK (telaah_theme_tree_end_naming), self);
  telaah_theme_row_set_depth (TELAAH_THEME_ROW (row), above != NULL ? telaah_theme_fields (above)->depth + 1 : 0);

  self->draft = NULL;
  telaah_live_rows_set_guest (self->rows, GTK_LIST_BOX_ROW (row),
                              above != NULL ? find_last_below (self, parent) : NULL);
  self->draft = TELAAH_THEME_ROW (row);
  g_free (self->draft_parent);
  self->draft_parent = above != NULL ? g_strdup (parent) : NULL;
  telaah_theme_row_set_fold (self->draft, telaah_theme_tree_has_levels (self) ? TELAAH_FOLD_LEAF : TELAAH_FOLD_NONE);
  telaah_theme_row_begin_name (self->draft);
}

static void
rename_theme (TelaahThemeTree *self,
              const char      *theme)
{
  telaah_theme_row_begin_name (telaah_theme_tree_get_current (self));
}

/* ---- Changing, moving, removing ---- */

void
telaah_theme_tree_set_key (TelaahThemeTree *self,
                           const char      *key,
                           const char      *value)
{
  g_autofree char *theme = g_strdup (telaah_theme_tree_get_current_id (self));
  g_autoptr(GError) error = NULL;

  if (theme != NULL && !telaah_session_set_theme (self->session, theme, key, value, &error))
    telaah_theme_tree_fail (self, error);
}

static void
remove_theme (TelaahThemeTree *self,
              const char      *theme)
{
  const char *name = telaah_theme_fields (telaah_session_find_theme (self->session, theme))->name;
  guint n = telaah_theme_count_below (telaah_session_get_themes (self->session), theme);
  /* Translators: what has been removed: %s is a theme's name, %u how many themes were below it. */
  g_autofree char *label = n > 0 ? g_strdup_printf (ngettext ("“%s” and %u theme below it",
                                                              "“%s” and %u themes below it", n), name, n)
                                 : g_strdup_printf (_("“%s”"), name);
  g_autoptr(GError) error = NULL;

  if (telaah_session_remove_theme (self->session, theme, &error))
    telaah_theme_tree_tell_removed (self, label);
  else
    telaah_theme_tree_fail (self, error);
}

/* Puts it there; what it has gone below is unfolded, so that it stays in sight. */
gboolean
telaah_theme_tree_place (TelaahThemeTree        *self,
                         const char             *theme,
                         const TelaahThemePlace *place)
{
  g_autofree char *id = g_strdup (theme), *parent = g_strdup (place->parent), *before = g_strdup (place->before);
  g_autoptr(GError) error = NULL;

  if (!telaah_session_move_theme (self->session, id, parent, before, &error))
    {
      telaah_theme_tree_fail (self, error);
      return FALSE;
    }

  if (parent != NULL)
    telaah_theme_tree_fold (self, parent, FALSE);
  telaah_theme_tree_set_selected (self, id);

  return TRUE;
}

static void
step (TelaahThemeTree *self,
      TelaahThemeStep  direction)
{
  const char *theme = telaah_theme_tree_get_current_id (self);
  TelaahThemePlace place;

  if (theme == NULL)
    return;

  if (telaah_theme_place_step (telaah_session_get_themes (self->session), theme, direction, &place))
    telaah_theme_tree_place (self, theme, &place);
  else
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
move_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  static const struct { const char *name; TelaahThemeStep direction; } directions[] = {
    { "up", TELAAH_THEME_STEP_UP }, { "down", TELAAH_THEME_STEP_DOWN },
    { "in", TELAAH_THEME_STEP_IN }, { "out", TELAAH_THEME_STEP_OUT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    if (g_str_equal (g_variant_get_string (parameter, NULL), directions[i].name))
      step (TELAAH_THEME_TREE (widget), directions[i].direction);
}

/* ---- Folding ---- */

static void
go_to (TelaahThemeTree *self,
       const char      *theme)
{
  telaah_theme_tree_set_selected (self, theme);
  gtk_widget_grab_focus (GTK_WIDGET (telaah_live_rows_find (self->rows, theme)));
}

/* On a theme that has nothing to fold the key goes up to the one above, as in any tree. */
static void
fold_theme (TelaahThemeTree *self,
            const char      *theme)
{
  GListModel *themes = telaah_session_get_themes (self->session);
  const char *parent = telaah_theme_fields (telaah_session_find_theme (self->session, theme))->parent;

  if (telaah_theme_count_below (themes, theme) > 0 && !g_hash_table_contains (self->folded, theme))
    telaah_theme_tree_fold (self, theme, TRUE);
  else if (parent != NULL)
    go_to (self, parent);
}

/* And on one that is open, down to the first below it. */
static void
unfold_theme (TelaahThemeTree *self,
              const char      *theme)
{
  GListModel *themes = telaah_session_get_themes (self->session);

  if (g_hash_table_contains (self->folded, theme))
    {
      telaah_theme_tree_fold (self, theme, FALSE);
      return;
    }

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) item = g_list_model_get_item (themes, i);

      if (g_strcmp0 (telaah_theme_fields (item)->parent, theme) == 0)
        {
          go_to (self, telaah_theme_fields (item)->id);
          return;
        }
    }
}

static gboolean
fold_key_cb (GtkWidget *widget,
             GVariant  *args,
             gpointer   user_data)
{
  TelaahThemeTree *self = TELAAH_THEME_TREE (widget);
  g_autofree char *theme = g_strdup (telaah_theme_tree_get_current_id (self));
  gboolean fold = g_variant_get_boolean (args);

  if (theme == NULL || telaah_theme_row_is_naming (telaah_theme_tree_get_current (self)))
    return GDK_EVENT_PROPAGATE;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    fold = !fold;
  if (fold)
    fold_theme (self, theme);
  else
    unfold_theme (self, theme);

  return GDK_EVENT_STOP;
}

/* ---- Actions ---- */

static void
show_menu (TelaahThemeTree *self,
           const char      *theme)
{
  GtkWidget *row = GTK_WIDGET (telaah_theme_tree_get_current (self));
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (row, GTK_WIDGET (self), &bounds))
    telaah_theme_tree_show_menu (self, &(GdkRectangle) { bounds.origin.x + 24, bounds.origin.y, 1,
                                                         bounds.size.height });
}

static void
show_palette (TelaahThemeTree *self,
              const char      *theme)
{
  telaah_theme_tree_show_palette (self);
}

static void
show_description (TelaahThemeTree *self,
                  const char      *theme)
{
  telaah_theme_tree_show_description (self);
}

/* ---- What the window does with a theme ---- */

static void
show_passages (TelaahThemeTree *self,
               const char      *theme)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.theme-passages", "s", theme);
}

static void
merge_theme (TelaahThemeTree *self,
             const char      *theme)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.merge-theme", "s", theme);
}

static void
split_theme (TelaahThemeTree *self,
             const char      *theme)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.split-theme", "s", theme);
}

static void
write_note (TelaahThemeTree *self,
            const char      *theme)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.write-note", "(ss)", "theme", theme);
}

static const struct
{
  const char *name;
  Command     command;
} commands[] = {
  { "theme.rename", rename_theme }, { "theme.add-below", telaah_theme_tree_begin_add },
  { "theme.remove", remove_theme }, { "theme.menu", show_menu }, { "theme.recolor", show_palette },
  { "theme.describe", show_description }, { "theme.passages", show_passages }, { "theme.merge", merge_theme },
  { "theme.split", split_theme }, { "theme.note", write_note },
};

/* While a name is typed the keys belong to it. */
static void
command_action_cb (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  TelaahThemeTree *self = TELAAH_THEME_TREE (widget);
  g_autofree char *theme = g_strdup (telaah_theme_tree_get_current_id (self));

  if (theme == NULL || telaah_theme_row_is_naming (telaah_theme_tree_get_current (self)))
    return;

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (action_name, commands[i].name))
      commands[i].command (self, theme);
}

static void
add_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  telaah_theme_tree_begin_add (TELAAH_THEME_TREE (widget), NULL);
}

static void
digit_activate_cb (GSimpleAction   *action,
                   GVariant        *parameter,
                   TelaahThemeTree *self)
{
  telaah_theme_tree_set_key (self, "digit", g_variant_get_string (parameter, NULL));
}

void
telaah_theme_tree_install_commands (GtkWidgetClass *widget_class)
{
  static const struct { guint keyval; GdkModifierType state; const char *action, *target; } keys[] = {
    { GDK_KEY_F2, 0, "theme.rename", NULL },
    { GDK_KEY_Delete, 0, "theme.remove", NULL },
    { GDK_KEY_KP_Delete, 0, "theme.remove", NULL },
    { GDK_KEY_P, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "theme.passages", NULL },
    { GDK_KEY_Menu, 0, "theme.menu", NULL },
    { GDK_KEY_F10, GDK_SHIFT_MASK, "theme.menu", NULL },
    { GDK_KEY_Up, GDK_ALT_MASK, "theme.move", "up" },
    { GDK_KEY_Down, GDK_ALT_MASK, "theme.move", "down" },
    { GDK_KEY_Right, GDK_ALT_MASK, "theme.move", "in" },
    { GDK_KEY_Left, GDK_ALT_MASK, "theme.move", "out" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (commands); i++)
    gtk_widget_class_install_action (widget_class, commands[i].name, NULL, command_action_cb);
  gtk_widget_class_install_action (widget_class, "theme.add", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "theme.move", "s", move_action_cb);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].keyval, keys[i].state, keys[i].action,
                                         keys[i].target != NULL ? "s" : NULL, keys[i].target);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, 0, fold_key_cb, "b", TRUE);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, 0, fold_key_cb, "b", FALSE);
}

void
telaah_theme_tree_init_commands (TelaahThemeTree *self)
{
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  g_autoptr(GSimpleAction) digit = g_simple_action_new_stateful ("digit", G_VARIANT_TYPE_STRING,
                                                                 g_variant_new_string (""));
  GtkEventController *anywhere = gtk_shortcut_controller_new ();

  g_signal_connect_object (digit, "activate", G_CALLBACK (digit_activate_cb), self, 0);
  g_action_map_add_action (G_ACTION_MAP (group), G_ACTION (digit));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "shortcut", G_ACTION_GROUP (group));
  self->digit = digit;

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (anywhere), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (anywhere),
                                        gtk_shortcut_new (gtk_shortcut_trigger_parse_string ("<Control><Shift>t"),
                                                          gtk_named_action_new ("theme.add")));
  gtk_widget_add_controller (GTK_WIDGET (self), anywhere);
}
