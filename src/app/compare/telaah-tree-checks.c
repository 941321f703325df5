/* A list of themes or points to check some of: the tree as paths, with a search over it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-tree-checks.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-fold.h"
#include "app/reader/telaah-theme-dot.h"

/* A step of the tree, in pixels. */
#define STEP 18

typedef struct
{
  char      *id;
  char      *folded;    /* its name, to search in */
  GtkWidget *check;     /* borrowed */
} Entry;

struct _TelaahTreeChecks
{
  GtkBox      parent_instance;

  GPtrArray  *entries;  /* Entry */
  char      **query;
  GtkWidget  *search;
  GtkWidget  *list;
};

G_DEFINE_FINAL_TYPE (TelaahTreeChecks, telaah_tree_checks, GTK_TYPE_BOX)

enum { CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

static void
entry_free (gpointer data)
{
  Entry *entry = data;

  g_free (entry->id);
  g_free (entry->folded);
  g_free (entry);
}

static void
toggled_cb (TelaahTreeChecks *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
row_activated_cb (TelaahTreeChecks *self,
                  GtkListBoxRow    *row)
{
  Entry *entry = self->entries->pdata[gtk_list_box_row_get_index (row)];

  if (gtk_widget_get_sensitive (entry->check))
    gtk_check_button_set_active (GTK_CHECK_BUTTON (entry->check),
                                 !gtk_check_button_get_active (GTK_CHECK_BUTTON (entry->check)));
}

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  TelaahTreeChecks *self = user_data;
  Entry *entry = self->entries->pdata[gtk_list_box_row_get_index (row)];

  return self->query == NULL || telaah_fold_matches (entry->folded, self->query);
}

static void
search_cb (TelaahTreeChecks *self)
{
  g_strfreev (self->query);
  self->query = telaah_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (GTK_LIST_BOX (self->list));
}

/* ---- Filling ---- */

static void
add (TelaahTreeChecks *self,
     const char       *id,
     const char       *name,
     const char       *color,
     guint             depth)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new (), *label = gtk_label_new (name);
  Entry *entry = g_new0 (Entry, 1);

  entry->id = g_strdup (id);
  entry->folded = telaah_fold (name);
  entry->check = check;
  g_ptr_array_add (self->entries, entry);

  gtk_widget_set_focusable (check, FALSE);
  gtk_widget_set_margin_start (box, MIN (depth, 6) * STEP);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), check);

  if (color != NULL)
    {
      GtkWidget *dot = telaah_theme_dot_new (color);

      gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
      gtk_box_append (GTK_BOX (box), dot);
    }

  gtk_box_append (GTK_BOX (box), label);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (toggled_cb), self);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

void
telaah_tree_checks_show_themes (TelaahTreeChecks *self,
                                TelaahSession    *session)
{
  GListModel *themes = telaah_session_get_themes (session);

  g_return_if_fail (TELAAH_IS_TREE_CHECKS (self));

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *fields = telaah_theme_fields (theme);
      guint depth = 0;

      for (const char *parent = fields->parent; parent != NULL; depth++)
        {
          TelaahTheme *above = telaah_session_find_theme (session, parent);

          parent = above != NULL ? telaah_theme_fields (above)->parent : NULL;
        }

      add (self, fields->id, fields->name, telaah_session_get_color (session, fields->id), depth);
    }
}

void
telaah_tree_checks_show_points (TelaahTreeChecks *self,
                                TelaahSession    *session)
{
  GListModel *points = telaah_session_get_points (session);

  g_return_if_fail (TELAAH_IS_TREE_CHECKS (self));

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *fields = telaah_point_fields (point);

      add (self, fields->id, fields->title, NULL, fields->depth);
    }
}

/* @ids: (nullable): those of them that are to be checked */
void
telaah_tree_checks_check (TelaahTreeChecks  *self,
                          const char *const *ids)
{
  g_return_if_fail (TELAAH_IS_TREE_CHECKS (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      gtk_check_button_set_active (GTK_CHECK_BUTTON (entry->check), ids != NULL && g_strv_contains (ids, entry->id));
    }
}

/* Whether it can be checked; what can not does not count as checked. */
void
telaah_tree_checks_allow (TelaahTreeChecks *self,
                          const char       *id,
                          gboolean          allowed)
{
  g_return_if_fail (TELAAH_IS_TREE_CHECKS (self));

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (g_str_equal (entry->id, id))
        gtk_widget_set_sensitive (entry->check, allowed);
    }
}

/* Returns: (transfer full): ids, in the order of the tree, %NULL at the end */
GPtrArray *
telaah_tree_checks_dup_checked (TelaahTreeChecks *self)
{
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (TELAAH_IS_TREE_CHECKS (self), ids);

  for (guint i = 0; i < self->entries->len; i++)
    {
      Entry *entry = self->entries->pdata[i];

      if (gtk_check_button_get_active (GTK_CHECK_BUTTON (entry->check)) && gtk_widget_get_sensitive (entry->check))
        g_ptr_array_add (ids, g_strdup (entry->id));
    }
  g_ptr_array_add (ids, NULL);

  return ids;
}

/* For those who hear it. */
void
telaah_tree_checks_set_label (TelaahTreeChecks *self,
                              const char       *label)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
}

/* ---- The widget ---- */

static void
telaah_tree_checks_dispose (GObject *object)
{
  TelaahTreeChecks *self = TELAAH_TREE_CHECKS (object);

  if (self->list != NULL)
    gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), NULL, NULL, NULL);
  self->list = NULL;

  G_OBJECT_CLASS (telaah_tree_checks_parent_class)->dispose (object);
}

static void
telaah_tree_checks_finalize (GObject *object)
{
  TelaahTreeChecks *self = TELAAH_TREE_CHECKS (object);

  g_ptr_array_unref (self->entries);
  g_strfreev (self->query);

  G_OBJECT_CLASS (telaah_tree_checks_parent_class)->finalize (object);
}

static gboolean
telaah_tree_checks_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (TELAAH_TREE_CHECKS (widget)->search);
}

static void
telaah_tree_checks_class_init (TelaahTreeChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = telaah_tree_checks_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_tree_checks_finalize;
  GTK_WIDGET_CLASS (klass)->grab_focus = telaah_tree_checks_grab_focus;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
telaah_tree_checks_init (TelaahTreeChecks *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();

  self->entries = g_ptr_array_new_with_free_func (entry_free);
  self->search = gtk_search_entry_new ();
  self->list = gtk_list_box_new ();

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 6);
  g_object_set (self->search, "placeholder-text", _("Search"), NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search"), -1);
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_cb), self);

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_list_box_set_filter_func (GTK_LIST_BOX (self->list), filter_cb, self, NULL);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_has_frame (GTK_SCROLLED_WINDOW (scroller), TRUE);
  gtk_scrolled_window_set_min_content_height (GTK_SCROLLED_WINDOW (scroller), 120);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), self->list);
  gtk_widget_set_vexpand (scroller, TRUE);
  gtk_widget_add_css_class (scroller, "theme-checks");

  gtk_box_append (GTK_BOX (self), self->search);
  gtk_box_append (GTK_BOX (self), scroller);
}
