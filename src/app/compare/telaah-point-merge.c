/* A dialog that makes one point of several, and says before what will become of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-point-merge.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-tree-checks.h"

struct _TelaahPointMerge
{
  AdwWindow         parent_instance;

  TelaahSession    *session;
  GPtrArray        *ids;          /* char *, of all points, depth first */

  /* From the template. */
  GtkWidget        *merge_button;
  GtkDropDown      *into;
  TelaahTreeChecks *points;
  GtkLabel         *outcome;
  AdwToastOverlay  *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahPointMerge, telaah_point_merge, ADW_TYPE_WINDOW)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

static const char *
get_into (TelaahPointMerge *self)
{
  guint i = gtk_drop_down_get_selected (self->into);

  return i < self->ids->len ? self->ids->pdata[i] : NULL;
}

static const TelaahPointFields *
get_fields (TelaahPointMerge *self,
            const char       *point)
{
  TelaahPoint *item = telaah_session_find_point (self->session, point);

  return item != NULL ? telaah_point_fields (item) : NULL;
}

/* A point can not go into itself, nor into one that stands below it. */
static gboolean
can_go (TelaahPointMerge *self,
        const char       *point,
        const char       *into)
{
  while (into != NULL)
    {
      const TelaahPointFields *fields = get_fields (self, into);

      if (g_str_equal (into, point))
        return FALSE;

      into = fields != NULL ? fields->parent : NULL;
    }

  return TRUE;
}

/* How many summaries are in rows that go, where the row that stays has one as well. */
static guint
count_joined (TelaahPointMerge *self,
              const char       *into,
              GPtrArray        *gone)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;
      guint written = 0;

      for (guint k = 0; k < gone->len; k++)
        {
          const char *point = gone->pdata[k] != NULL ? gone->pdata[k] : into;
          g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, point, id);

          written += cell != NULL && telaah_cell_fields (cell)->summary != NULL;
        }

      n += written > 1;
    }

  return n;
}

static char *
dup_outcome (TelaahPointMerge *self,
             const char       *into,
             GPtrArray        *gone)
{
  guint n = gone->len - 1, joined = count_joined (self, into, gone);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%u point goes into “%s”, with its themes and the points below it.",
                                           "%u points go into “%s”, with their themes and the points below them.",
                                           n), n, get_fields (self, into)->title);

  if (joined > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("In %u source summaries are put one after the other.",
                                               "In %u sources summaries are put one after the other.", joined), joined);
    }

  g_string_append_c (words, ' ');
  g_string_append (words, _("Undo brings everything back."));

  return g_string_free (words, FALSE);
}

static void
update_cb (TelaahPointMerge *self)
{
  const char *into = get_into (self);
  g_autoptr(GPtrArray) gone = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    telaah_tree_checks_allow (self->points, self->ids->pdata[i],
                              into == NULL || can_go (self, self->ids->pdata[i], into));

  gone = telaah_tree_checks_dup_checked (self->points);
  words = into == NULL ? g_strdup (_("Choose the point that stays."))
          : gone->len > 1 ? dup_outcome (self, into, gone)
          : g_strdup (_("Choose the points that become one with it."));
  gtk_label_set_text (self->outcome, words);
  gtk_widget_set_sensitive (self->merge_button, into != NULL && gone->len > 1);
}

/* What it says is no longer so. */
static void
changed_cb (TelaahPointMerge *self,
            TelaahChange      changes)
{
  if (changes & (TELAAH_CHANGE_POINTS | TELAAH_CHANGE_OUTLINES | TELAAH_CHANGE_THEMES))
    gtk_window_close (GTK_WINDOW (self));
}

static void
merge_cb (TelaahPointMerge *self)
{
  g_autoptr(GPtrArray) gone = telaah_tree_checks_dup_checked (self->points);
  const char *into = get_into (self);
  guint n = gone->len - 1;
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (!gtk_widget_get_sensitive (self->merge_button))
    return;

  message = g_strdup_printf (ngettext ("%u point merged into “%s”", "%u points merged into “%s”", n), n,
                             get_fields (self, into)->title);
  g_signal_handlers_block_by_func (self->session, changed_cb, self);
  done = telaah_session_merge_points (self->session, into, (const char *const *) gone->pdata, &error);
  g_signal_handlers_unblock_by_func (self->session, changed_cb, self);

  if (!done)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  g_signal_emit (self, signals[DONE], 0, message);
  gtk_window_close (GTK_WINDOW (self));
}

static void
telaah_point_merge_dispose (GObject *object)
{
  TelaahPointMerge *self = TELAAH_POINT_MERGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_POINT_MERGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_point_merge_parent_class)->dispose (object);
}

static void
telaah_point_merge_finalize (GObject *object)
{
  g_ptr_array_unref (TELAAH_POINT_MERGE (object)->ids);

  G_OBJECT_CLASS (telaah_point_merge_parent_class)->finalize (object);
}

static void
telaah_point_merge_class_init (TelaahPointMergeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_point_merge_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_point_merge_finalize;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (TELAAH_TYPE_TREE_CHECKS);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-point-merge.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahPointMerge, merge_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointMerge, into);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointMerge, points);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointMerge, outcome);
  gtk_widget_class_bind_template_child (widget_class, TelaahPointMerge, toasts);
  gtk_widget_class_bind_template_callback (widget_class, update_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
}

static void
telaah_point_merge_init (TelaahPointMerge *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* @points: of several the first stays and the others are checked; of one nothing is known yet */
TelaahPointMerge *
telaah_point_merge_new (GtkWindow         *parent,
                        TelaahSession     *session,
                        const char *const *points)
{
  TelaahPointMerge *self = g_object_new (TELAAH_TYPE_POINT_MERGE, "transient-for", parent, NULL);
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");
  GListModel *list = telaah_session_get_points (session);
  g_autoptr(GtkStringList) titles = gtk_string_list_new (NULL);
  gboolean several = points[0] != NULL && points[1] != NULL;
  guint stays = GTK_INVALID_LIST_POSITION;

  self->session = g_object_ref (session);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (list, i);

      g_ptr_array_add (self->ids, g_strdup (telaah_point_fields (point)->id));
      gtk_string_list_append (titles, telaah_point_fields (point)->title);
      if (several && g_str_equal (telaah_point_fields (point)->id, points[0]))
        stays = i;
    }

  telaah_tree_checks_show_points (self->points, session);
  telaah_tree_checks_set_label (self->points, _("Points that become one with it"));
  telaah_tree_checks_check (self->points, several ? points + 1 : NULL);
  gtk_drop_down_set_expression (self->into, name);
  gtk_drop_down_set_model (self->into, G_LIST_MODEL (titles));
  gtk_drop_down_set_selected (self->into, stays);
  g_signal_connect_swapped (self->into, "notify::selected", G_CALLBACK (update_cb), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->into));

  return self;
}
