/* A window with the codebook of a project: what its themes mean and how much they are used, with the commands on them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-codebook.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-codebook-lines.h"
#include "app/reader/telaah-codebook-row.h"
#include "app/reader/telaah-note-index.h"
#include "app/reader/telaah-row-view.h"
#include "app/reader/telaah-theme-places.h"

struct _TelaahCodebook
{
  AdwWindow            parent_instance;

  TelaahSession       *session;
  GPtrArray           *lines;        /* TelaahCodebookLine, all */
  GPtrArray           *shown;        /* of these */
  TelaahCodebookOrder  order;
  gboolean             reverse;
  gboolean             narrow;       /* no room for all columns */

  /* From the template. */
  AdwWindowTitle      *title;
  GtkToggleButton     *unused;
  GtkEditable         *search;
  GtkWidget           *columns[TELAAH_CODEBOOK_NOTES + 1];   /* the headings; none for the tree */
  GtkStack            *stack;
  TelaahRowView       *view;
  GMenuModel          *row_menu;
  AdwToastOverlay     *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahCodebook, telaah_codebook, ADW_TYPE_WINDOW)

/* In pixels at the usual size of text: from here on there is room for all columns. */
#define WIDE 680

/* ---- What is shown ---- */

static void
update_columns (TelaahCodebook *self)
{
  for (guint i = TELAAH_CODEBOOK_NAME; i <= TELAAH_CODEBOOK_NOTES; i++)
    {
      GtkWidget *box = gtk_button_get_child (GTK_BUTTON (self->columns[i]));
      GtkWidget *arrow = i == TELAAH_CODEBOOK_NAME ? gtk_widget_get_last_child (box) : gtk_widget_get_first_child (box);
      gboolean up = self->reverse != (i == TELAAH_CODEBOOK_NAME);

      gtk_widget_set_opacity (arrow, self->order == i ? 1 : 0);
      gtk_image_set_from_icon_name (GTK_IMAGE (arrow), up ? "pan-up-symbolic" : "pan-down-symbolic");
      gtk_accessible_update_property (GTK_ACCESSIBLE (self->columns[i]), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                      self->order == i ? _("The order of the list") : "", -1);
    }
}

static void
show (TelaahCodebook *self)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->shown);

  self->shown = telaah_codebook_arrange (self->lines, gtk_editable_get_text (self->search),
                                         gtk_toggle_button_get_active (self->unused), self->order, self->reverse);
  telaah_row_view_set_items (self->view, self->shown);
  gtk_stack_set_visible_child_name (self->stack, self->shown->len > 0 ? "list"
                                                 : self->lines->len > 0 ? "not-found" : "empty");
  update_columns (self);
}

static void
filter_cb (TelaahCodebook *self)
{
  if (self->session == NULL)
    return;

  show (self);
  telaah_row_view_go_to_top (self->view);
}

/* Again: the other way round; once more: as the tree has them. */
static void
column_cb (TelaahCodebook *self,
           GtkWidget      *button)
{
  TelaahCodebookOrder order = TELAAH_CODEBOOK_NAME;

  while (self->columns[order] != button)
    order++;

  if (self->order != order)
    {
      self->order = order;
      self->reverse = FALSE;
    }
  else if (!self->reverse)
    self->reverse = TRUE;
  else
    {
      self->order = TELAAH_CODEBOOK_TREE;
      self->reverse = FALSE;
    }
  filter_cb (self);
}

static void
reload (TelaahCodebook *self)
{
  g_autoptr(GPtrArray) before = g_steal_pointer (&self->lines);
  guint n_unused = 0;
  g_autofree char *counts = NULL, *themes = NULL, *unused = NULL;

  self->lines = telaah_codebook_dup_lines (self->session);
  for (guint i = 0; i < self->lines->len; i++)
    n_unused += ((TelaahCodebookLine *) self->lines->pdata[i])->unused;
  show (self);

  themes = g_strdup_printf (ngettext ("%u theme", "%u themes", self->lines->len), self->lines->len);
  unused = g_strdup_printf (ngettext ("%u unused", "%u unused", n_unused), n_unused);
  counts = n_unused > 0 ? g_strjoin (" · ", themes, unused, NULL) : g_strdup (themes);
  adw_window_title_set_subtitle (self->title, counts);
}

static void
changed_cb (TelaahCodebook *self,
            TelaahChange    changes)
{
  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_NOTES | TELAAH_CHANGE_SOURCES))
    reload (self);
}

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return telaah_theme_fields (((TelaahCodebookLine *) item)->theme)->id;
}

static void
change_cb (TelaahCodebook *self,
           const char     *theme,
           const char     *key,
           const char     *value)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_set_theme (self->session, theme, key, value, &error))
    telaah_codebook_tell (self, error->message);
}

static void
wanted_cb (TelaahCodebook *self,
           const char     *theme)
{
  telaah_row_view_set_selected (self->view, theme);
}

static GtkWidget *
create_row (gpointer user_data)
{
  TelaahCodebook *self = user_data;
  GtkWidget *row = telaah_codebook_row_new (self->row_menu);

  g_signal_connect_object (row, "change", G_CALLBACK (change_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "wanted", G_CALLBACK (wanted_cb), self, G_CONNECT_SWAPPED);

  return row;
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  TelaahCodebook *self = user_data;

  telaah_codebook_row_show (TELAAH_CODEBOOK_ROW (row), self->session, item, self->order == TELAAH_CODEBOOK_TREE);
  telaah_codebook_row_set_narrow (TELAAH_CODEBOOK_ROW (row), self->narrow);
}

static TelaahCodebookRow *
get_row (TelaahCodebook *self)
{
  GtkWidget *row = telaah_row_view_get_content (self->view, telaah_row_view_get_selected (self->view));

  return row != NULL ? TELAAH_CODEBOOK_ROW (row) : NULL;
}

/* ---- Commands ---- */

static void
row_action_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  static const struct { const char *name; void (*command) (TelaahCodebookRow *); } commands[] = {
    { "codebook.rename", telaah_codebook_row_rename }, { "codebook.describe", telaah_codebook_row_describe },
    { "codebook.recolor", telaah_codebook_row_recolor }, { "codebook.menu", telaah_codebook_row_popup },
  };
  TelaahCodebookRow *row = get_row (TELAAH_CODEBOOK (widget));

  for (guint i = 0; row != NULL && i < G_N_ELEMENTS (commands); i++)
    if (g_str_equal (action_name, commands[i].name))
      commands[i].command (row);
}

/* What the main window does with a theme. */
static void
window_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  static const char *const actions[][2] = {
    { "codebook.passages", "win.theme-passages" }, { "codebook.merge", "win.merge-theme" },
    { "codebook.split", "win.split-theme" },
  };
  g_autofree char *theme = g_strdup (telaah_row_view_get_selected (TELAAH_CODEBOOK (widget)->view));

  for (guint i = 0; theme != NULL && i < G_N_ELEMENTS (actions); i++)
    if (g_str_equal (action_name, actions[i][0]))
      gtk_widget_activate_action (widget, actions[i][1], "s", theme);
}

static void
note_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  const char *theme = telaah_row_view_get_selected (TELAAH_CODEBOOK (widget)->view);
  gboolean write = g_str_equal (action_name, "codebook.note");

  if (theme != NULL)
    gtk_widget_activate_action (widget, write ? "win.write-note" : "win.notes-on", "(ss)", "theme", theme);
}

static void
activated_cb (TelaahCodebook *self,
              const char     *theme)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.theme-passages", "s", theme);
}

/* Something that an undo takes back. */
void
telaah_codebook_tell_undo (TelaahCodebook *self,
                           const char     *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
remove_action_cb (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  TelaahCodebook *self = TELAAH_CODEBOOK (widget);
  g_autofree char *theme = g_strdup (telaah_row_view_get_selected (self->view));
  TelaahTheme *item = telaah_session_find_theme (self->session, theme);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;
  guint n;

  if (item == NULL)
    return;

  n = telaah_theme_count_below (telaah_session_get_themes (self->session), theme);
  message = n > 0 ? g_strdup_printf (ngettext ("“%s” and %u theme below it removed",
                                               "“%s” and %u themes below it removed", n),
                                     telaah_theme_fields (item)->name, n)
                  : g_strdup_printf (_("“%s” removed"), telaah_theme_fields (item)->name);
  if (telaah_session_remove_theme (self->session, theme, &error))
    telaah_codebook_tell_undo (self, message);
  else
    telaah_codebook_tell (self, error->message);
}

static void
copy_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  TelaahCodebook *self = TELAAH_CODEBOOK (widget);
  g_autofree char *text = g_str_equal (action_name, "codebook.copy-markdown")
                            ? telaah_codebook_dup_markdown (self->session, self->lines)
                            : telaah_codebook_dup_table (self->session, self->lines);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
  telaah_codebook_tell (self, _("Codebook copied"));
}

static void
find_action_cb (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (TELAAH_CODEBOOK (widget)->search));
}

static void
go_to_list_cb (TelaahCodebook *self)
{
  gtk_widget_grab_focus (GTK_WIDGET (self->view));
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char                  *name;
    GtkWidgetActionActivateFunc  func;
    guint                        key;
    GdkModifierType              state;
  } actions[] = {
    { "codebook.rename", row_action_cb, GDK_KEY_F2, 0 },
    { "codebook.describe", row_action_cb, GDK_KEY_F2, GDK_SHIFT_MASK },
    { "codebook.recolor", row_action_cb, 0, 0 },
    { "codebook.menu", row_action_cb, GDK_KEY_Menu, 0 },
    { "codebook.passages", window_action_cb, 0, 0 },
    { "codebook.merge", window_action_cb, 0, 0 },
    { "codebook.split", window_action_cb, 0, 0 },
    { "codebook.note", note_action_cb, 0, 0 },
    { "codebook.notes", note_action_cb, 0, 0 },
    { "codebook.remove", remove_action_cb, GDK_KEY_Delete, 0 },
    { "codebook.copy-markdown", copy_action_cb, 0, 0 },
    { "codebook.copy-table", copy_action_cb, 0, 0 },
    { "codebook.find", find_action_cb, GDK_KEY_f, GDK_CONTROL_MASK },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      gtk_widget_class_install_action (widget_class, actions[i].name, NULL, actions[i].func);
      if (actions[i].key != 0)
        gtk_widget_class_add_binding_action (widget_class, actions[i].key, actions[i].state, actions[i].name, NULL);
    }
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F10, GDK_SHIFT_MASK, "codebook.menu", NULL);
}

/* ---- The widget ---- */

gboolean
telaah_codebook_flush (TelaahCodebook *self)
{
  TelaahCodebookRow *row;

  g_return_val_if_fail (TELAAH_IS_CODEBOOK (self), TRUE);

  row = get_row (self);

  return row == NULL || telaah_codebook_row_flush (row);
}

static gboolean
telaah_codebook_close_request (GtkWindow *window)
{
  telaah_codebook_flush (TELAAH_CODEBOOK (window));

  return GTK_WINDOW_CLASS (telaah_codebook_parent_class)->close_request (window);
}

/* The last columns go where there is little room, so that the descriptions can be read. */
static void
layout_cb (TelaahCodebook *self,
           int             width)
{
  int dpi = 0;
  gboolean narrow;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  narrow = width < WIDE * (dpi > 0 ? dpi / (96.0 * 1024.0) : 1);
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  gtk_widget_set_visible (self->columns[TELAAH_CODEBOOK_SOURCES], !narrow);
  gtk_widget_set_visible (self->columns[TELAAH_CODEBOOK_NOTES], !narrow);
  telaah_row_view_refresh (self->view);
}

static void
telaah_codebook_realize (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_codebook_parent_class)->realize (widget);

  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (widget)), "layout", G_CALLBACK (layout_cb), widget,
                           G_CONNECT_SWAPPED);
}

static void
style_changed_cb (TelaahCodebook *self)
{
  telaah_row_view_refresh (self->view);
}

/* Escape first clears the search, then closes. */
static void
stop_search_cb (TelaahCodebook *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
telaah_codebook_dispose (GObject *object)
{
  TelaahCodebook *self = TELAAH_CODEBOOK (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CODEBOOK);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_codebook_parent_class)->dispose (object);
}

static void
telaah_codebook_class_init (TelaahCodebookClass *klass)
{
  static const char *const columns[] = { "by_name", "by_passages", "by_sources", "by_notes" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_codebook_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = telaah_codebook_close_request;
  widget_class->realize = telaah_codebook_realize;

  g_type_ensure (TELAAH_TYPE_ROW_VIEW);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-codebook.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, title);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, unused);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, search);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    gtk_widget_class_bind_template_child_full (widget_class, columns[i], FALSE,
                                               G_STRUCT_OFFSET (TelaahCodebook, columns[TELAAH_CODEBOOK_NAME + i]));
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, view);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, row_menu);
  gtk_widget_class_bind_template_child (widget_class, TelaahCodebook, toasts);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, filter_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_list_cb);
  install_actions (widget_class);
}

static void
telaah_codebook_init (TelaahCodebook *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };
  AdwStyleManager *style = adw_style_manager_get_default ();

  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_row_view_set_funcs (self->view, &funcs, self);
  g_signal_connect_object (style, "notify::dark", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (style, "notify::high-contrast", G_CALLBACK (style_changed_cb), self, G_CONNECT_SWAPPED);
}

TelaahCodebook *
telaah_codebook_new (TelaahSession *session)
{
  TelaahCodebook *self = g_object_new (TELAAH_TYPE_CODEBOOK, NULL);

  self->session = g_object_ref (session);
  telaah_note_count_all (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  reload (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->view));

  return self;
}

void
telaah_codebook_tell (TelaahCodebook *self,
                      const char     *message)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);

  adw_toast_overlay_add_toast (self->toasts, adw_toast_new (escaped));
}
