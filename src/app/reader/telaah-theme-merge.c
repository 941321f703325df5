/* A dialog that makes one theme of several, and says before what will become of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-merge.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-fold.h"
#include "app/reader/telaah-theme-dot.h"
#include "app/reader/telaah-theme-match.h"

struct _TelaahThemeMerge
{
  AdwWindow        parent_instance;

  TelaahSession   *session;
  GPtrArray       *ids;            /* char *, of all themes, depth first */
  GPtrArray       *checks;         /* GtkCheckButton, of these; borrowed */
  GPtrArray       *folded;         /* char *, their paths to search in */
  char           **query;

  /* From the template. */
  GtkWidget       *merge_button;
  GtkDropDown     *into;
  GtkSearchEntry  *search;
  GtkListBox      *list;
  GtkLabel        *outcome;
  AdwToastOverlay *toasts;
};

G_DEFINE_FINAL_TYPE (TelaahThemeMerge, telaah_theme_merge, ADW_TYPE_WINDOW)

enum { DONE, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- What is chosen ---- */

static const char *
get_into (TelaahThemeMerge *self)
{
  guint i = gtk_drop_down_get_selected (self->into);

  /* The first is none of them. */
  return i > 0 && i <= self->ids->len ? self->ids->pdata[i - 1] : NULL;
}

static gboolean
is_checked (TelaahThemeMerge *self,
            guint             i)
{
  return gtk_check_button_get_active (self->checks->pdata[i]) && gtk_widget_get_sensitive (self->checks->pdata[i]);
}

/* NULL-terminated; the ids are borrowed. */
static GPtrArray *
dup_gone (TelaahThemeMerge *self)
{
  GPtrArray *gone = g_ptr_array_new ();

  for (guint i = 0; i < self->ids->len; i++)
    if (is_checked (self, i))
      g_ptr_array_add (gone, self->ids->pdata[i]);
  g_ptr_array_add (gone, NULL);

  return gone;
}

static const TelaahThemeFields *
get_fields (TelaahThemeMerge *self,
            const char       *theme)
{
  return telaah_theme_fields (telaah_session_find_theme (self->session, theme));
}

/* A theme can not go into itself, nor into one that stands below it. */
static gboolean
can_go (TelaahThemeMerge *self,
        const char       *theme,
        const char       *into)
{
  for (const char *id = into; id != NULL; id = get_fields (self, id)->parent)
    if (strcmp (id, theme) == 0)
      return FALSE;

  return TRUE;
}

/* ---- What will happen ---- */

static gboolean
has_any (TelaahPassage *passage,
         GPtrArray     *themes)
{
  for (guint i = 0; i + 1 < themes->len; i++)
    if (telaah_passage_has_theme (passage, themes->pdata[i]))
      return TRUE;

  return FALSE;
}

typedef struct
{
  guint n_moved;       /* passages that change their theme */
  guint n_after;       /* that the kept theme has then */
  guint n_below;       /* themes that go below it */
  guint n_described;   /* of those that go */
} Outcome;

static Outcome
count_outcome (TelaahThemeMerge *self,
               const char       *into,
               GPtrArray        *gone)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  Outcome outcome = { 0 };

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      GListModel *passages = telaah_session_get_passages (self->session, telaah_source_fields (source)->id);

      for (guint k = 0; k < g_list_model_get_n_items (passages); k++)
        {
          g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, k);
          gboolean moves = has_any (passage, gone);

          outcome.n_moved += moves;
          outcome.n_after += moves || telaah_passage_has_theme (passage, into);
        }
    }

  for (guint i = 0; i < self->ids->len; i++)
    {
      const TelaahThemeFields *f = get_fields (self, self->ids->pdata[i]);

      outcome.n_described += is_checked (self, i) && f->description != NULL;
      for (guint k = 0; k + 1 < gone->len && !is_checked (self, i); k++)
        outcome.n_below += f->parent != NULL && strcmp (f->parent, gone->pdata[k]) == 0;
    }

  return outcome;
}

static char *
dup_outcome (TelaahThemeMerge *self,
             const char       *into,
             GPtrArray        *gone)
{
  Outcome outcome = count_outcome (self, into, gone);
  const TelaahThemeFields *f = get_fields (self, into);
  GString *words = g_string_new (NULL);

  g_string_append_printf (words, ngettext ("%'u passage goes to “%s”, which has %'u then.",
                                           "%'u passages go to “%s”, which has %'u then.", outcome.n_moved),
                          outcome.n_moved, f->name, outcome.n_after);
  if (outcome.n_below > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append_printf (words, ngettext ("%u theme below goes along.", "%u themes below go along.",
                                               outcome.n_below), outcome.n_below);
    }
  if (outcome.n_described > 0)
    {
      g_string_append_c (words, ' ');
      g_string_append (words, f->description != NULL
                                ? _("Descriptions are put one after the other.") : _("The description goes along."));
    }
  g_string_append_c (words, ' ');
  g_string_append (words, _("Notes and what the outline says of them are kept, and Undo brings everything back."));

  return g_string_free (words, FALSE);
}

static void
update (TelaahThemeMerge *self)
{
  const char *into = get_into (self);
  g_autoptr(GPtrArray) gone = NULL;
  g_autofree char *words = NULL;

  for (guint i = 0; i < self->ids->len; i++)
    gtk_widget_set_sensitive (self->checks->pdata[i], into == NULL || can_go (self, self->ids->pdata[i], into));

  gone = dup_gone (self);
  words = into == NULL ? g_strdup (_("Choose the theme that stays."))
          : gone->len > 1 ? dup_outcome (self, into, gone)
          : g_strdup (_("Choose the themes that become one with it."));
  gtk_label_set_text (self->outcome, words);
  gtk_widget_set_sensitive (self->merge_button, into != NULL && gone->len > 1);
}

/* What it says is no longer so. */
static void
changed_cb (TelaahThemeMerge *self,
            TelaahChange      changes)
{
  if (changes & TELAAH_CHANGE_THEMES)
    gtk_window_close (GTK_WINDOW (self));
  else if (changes & TELAAH_CHANGE_PASSAGES)
    update (self);
}

static void
merge_cb (TelaahThemeMerge *self)
{
  g_autoptr(GPtrArray) gone = dup_gone (self);
  guint n = gone->len - 1;
  const char *into = get_into (self);
  g_autofree char *message = NULL;
  g_autoptr(GError) error = NULL;
  gboolean done;

  if (!gtk_widget_get_sensitive (self->merge_button))
    return;

  message = n == 1 ? g_strdup_printf (_("“%s” merged into “%s”"), get_fields (self, gone->pdata[0])->name,
                                      get_fields (self, into)->name)
                   : g_strdup_printf (ngettext ("%u theme merged into “%s”", "%u themes merged into “%s”", n), n,
                                      get_fields (self, into)->name);
  g_signal_handlers_block_by_func (self->session, changed_cb, self);
  done = telaah_session_merge_themes (self->session, into, (const char *const *) gone->pdata, &error);
  g_signal_handlers_unblock_by_func (self->session, changed_cb, self);
  if (!done)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (error->message));
      return;
    }

  g_signal_emit (self, signals[DONE], 0, message);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- The lists ---- */

static gboolean
filter_cb (GtkListBoxRow *row,
           gpointer       user_data)
{
  TelaahThemeMerge *self = user_data;
  int i = gtk_list_box_row_get_index (row);

  return self->query == NULL || telaah_fold_matches (self->folded->pdata[i], self->query);
}

static void
search_cb (TelaahThemeMerge *self)
{
  g_strfreev (self->query);
  self->query = telaah_fold_words (gtk_editable_get_text (GTK_EDITABLE (self->search)));
  gtk_list_box_invalidate_filter (self->list);
}

static void
row_activated_cb (TelaahThemeMerge *self,
                  GtkListBoxRow    *row)
{
  GtkWidget *check = self->checks->pdata[gtk_list_box_row_get_index (row)];

  if (gtk_widget_get_sensitive (check))
    gtk_widget_activate (check);
}

static GtkWidget *
row_new (TelaahThemeMerge *self,
         const char       *theme,
         const char       *path)
{
  GtkWidget *row = gtk_list_box_row_new (), *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_check_button_new ();
  GtkWidget *dot = telaah_theme_dot_new (telaah_session_get_color (self->session, theme));
  GtkWidget *label = gtk_label_new (path), *count;
  guint n = telaah_session_count (self->session, theme, NULL);
  g_autofree char *number = g_strdup_printf ("%'u", n);

  gtk_widget_set_valign (dot, GTK_ALIGN_CENTER);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  count = gtk_label_new (number);
  gtk_widget_add_css_class (count, "dim-label");
  gtk_widget_add_css_class (count, "numeric");
  gtk_widget_set_focusable (check, FALSE);
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), dot);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, path, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, path, -1);
  g_ptr_array_add (self->checks, check);
  g_signal_connect_swapped (check, "toggled", G_CALLBACK (update), self);

  return row;
}

static void
fill (TelaahThemeMerge *self,
      const char       *theme)
{
  GListModel *themes = telaah_session_get_themes (self->session);
  g_autoptr(GtkStringList) paths = gtk_string_list_new (NULL);
  guint chosen = GTK_INVALID_LIST_POSITION;

  gtk_string_list_append (paths, _("Choose a theme"));   /* nothing is merged by a mere Enter */
  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) item = g_list_model_get_item (themes, i);
      const char *id = telaah_theme_fields (item)->id;
      g_autofree char *path = telaah_theme_dup_path (themes, id);

      g_ptr_array_add (self->ids, g_strdup (id));
      g_ptr_array_add (self->folded, telaah_fold (path));
      gtk_string_list_append (paths, path);
      gtk_list_box_append (self->list, row_new (self, id, path));
      if (g_strcmp0 (id, theme) == 0)
        chosen = i;
    }

  if (chosen != GTK_INVALID_LIST_POSITION)
    gtk_check_button_set_active (self->checks->pdata[chosen], TRUE);
  gtk_drop_down_set_model (self->into, G_LIST_MODEL (paths));
}

/* ---- The widget ---- */

/* Escape first clears the search, then closes. */
static void
stop_search_cb (TelaahThemeMerge *self)
{
  if (*gtk_editable_get_text (GTK_EDITABLE (self->search)) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
telaah_theme_merge_dispose (GObject *object)
{
  TelaahThemeMerge *self = TELAAH_THEME_MERGE (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->list != NULL)
    gtk_list_box_set_filter_func (self->list, NULL, NULL, NULL);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_THEME_MERGE);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_theme_merge_parent_class)->dispose (object);
}

static void
telaah_theme_merge_finalize (GObject *object)
{
  TelaahThemeMerge *self = TELAAH_THEME_MERGE (object);

  g_ptr_array_unref (self->ids);
  g_ptr_array_unref (self->checks);
  g_ptr_array_unref (self->folded);
  g_strfreev (self->query);

  G_OBJECT_CLASS (telaah_theme_merge_parent_class)->finalize (object);
}

static void
telaah_theme_merge_class_init (TelaahThemeMergeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_theme_merge_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_theme_merge_finalize;

  signals[DONE] = g_signal_new ("done", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-theme-merge.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeMerge, merge_button);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeMerge, into);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeMerge, search);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeMerge, list);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeMerge, outcome);
  gtk_widget_class_bind_template_child (widget_class, TelaahThemeMerge, toasts);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, merge_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
telaah_theme_merge_init (TelaahThemeMerge *self)
{
  self->ids = g_ptr_array_new_with_free_func (g_free);
  self->folded = g_ptr_array_new_with_free_func (g_free);
  self->checks = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_filter_func (self->list, filter_cb, self, NULL);
}

/* @theme: (nullable): one that goes */
TelaahThemeMerge *
telaah_theme_merge_new (GtkWindow     *parent,
                        TelaahSession *session,
                        const char    *theme)
{
  TelaahThemeMerge *self = g_object_new (TELAAH_TYPE_THEME_MERGE, "transient-for", parent, NULL);
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  self->session = g_object_ref (session);
  gtk_drop_down_set_expression (self->into, name);
  fill (self, theme);
  g_signal_connect_swapped (self->into, "notify::selected", G_CALLBACK (update), self);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  update (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->into));

  return self;
}
