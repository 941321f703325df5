/* The themes that match what is typed. The entry keeps the focus; the selected row is what Enter takes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-results.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-theme-dot.h"
#include "app/reader/telaah-theme-match.h"
#include "app/reader/telaah-theme-steps.h"

#define MOST 8

/* In characters; a row takes what room there is. */
#define WIDTH 20

struct _TelaahThemeResults
{
  GtkWidget          parent_instance;

  GtkScrolledWindow *scroller;
  GtkListBox        *list;
};

G_DEFINE_FINAL_TYPE (TelaahThemeResults, telaah_theme_results, GTK_TYPE_WIDGET)

enum { CHOSEN, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static void
emphasize (PangoAttrList        *attributes,
           PangoAttribute       *attribute,
           guint                 start,
           guint                 end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

/* What was matched is bold, those above are dim. */
static GtkWidget *
make_path (const TelaahThemeMatch *match)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();
  GtkWidget *label = gtk_label_new (match->path);

  emphasize (attributes, pango_attr_foreground_alpha_new (0.65 * G_MAXUINT16), 0, match->name);
  for (guint i = 0; i < match->spans->len; i++)
    {
      TelaahSpan *span = &g_array_index (match->spans, TelaahSpan, i);

      emphasize (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), span->start, span->end);
    }

  gtk_label_set_attributes (GTK_LABEL (label), attributes);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);

  return label;
}

static GtkWidget *
make_row (TelaahThemeResults *self,
          GtkWidget          *mark,
          GtkWidget          *label,
          GtkWidget          *end,
          const char         *theme,
          const char         *name)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);

  gtk_box_append (GTK_BOX (box), mark);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), end);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_widget_set_focusable (row, FALSE);
  g_object_set_data_full (G_OBJECT (row), "theme", g_strdup (theme), g_free);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_list_box_append (self->list, row);

  return row;
}

static GtkWidget *
make_hint (void)
{
  GtkWidget *hint = gtk_label_new (C_("key", "Enter"));

  gtk_widget_add_css_class (hint, "hint");
  gtk_widget_add_css_class (hint, "dim-label");

  return hint;
}

static void
add_match (TelaahThemeResults     *self,
           TelaahSession          *session,
           const TelaahThemeMatch *match,
           TelaahPassage          *passage)
{
  GtkWidget *dot = telaah_theme_dot_new (telaah_session_get_color (session, match->theme));
  GtkWidget *end = make_hint ();

  if (passage != NULL && telaah_passage_has_theme (passage, match->theme))
    {
      g_object_unref (g_object_ref_sink (end));
      end = gtk_image_new_from_icon_name ("object-select-symbolic");
      gtk_widget_set_tooltip_text (end, _("The passage has this theme"));
    }

  make_row (self, dot, make_path (match), end, match->theme, match->path);
}

/* The last row: what was typed can become a theme, unless it is one. */
static void
add_new (TelaahThemeResults *self,
         TelaahSession      *session,
         const char         *query)
{
  g_auto(GStrv) steps = telaah_theme_dup_steps (query);
  guint n_steps = g_strv_length (steps), n_found;
  g_autofree char *path = g_strjoinv (TELAAH_THEME_PATH_SEPARATOR, steps);
  g_autofree char *text = g_strdup_printf (_("New theme “%s”"), path);
  GtkWidget *label, *row, *mark;

  telaah_theme_find_steps (telaah_session_get_themes (session), (const char *const *) steps, &n_found);
  if (n_steps == 0 || n_found == n_steps)
    return;

  label = gtk_label_new (text);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), WIDTH);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  mark = gtk_image_new_from_icon_name ("list-add-symbolic");
  row = make_row (self, mark, label, make_hint (), NULL, text);
  gtk_widget_add_css_class (row, "new");
}

static void
show (TelaahThemeResults *self,
      TelaahSession      *session,
      const char         *query,
      guint               most,
      TelaahPassage      *passage)
{
  g_autoptr(GPtrArray) matches = telaah_theme_match_all (telaah_session_get_themes (session), query, most);
  GtkListBoxRow *first;

  telaah_theme_results_clear (self);
  for (guint i = 0; i < matches->len; i++)
    add_match (self, session, matches->pdata[i], passage);
  add_new (self, session, query);

  first = gtk_list_box_get_row_at_index (self->list, 0);
  gtk_list_box_select_row (self->list, first);
  gtk_widget_set_visible (GTK_WIDGET (self), first != NULL);

  /* A scroll bar takes the room of two rows, even where there is one and nothing to scroll. */
  gtk_scrolled_window_set_policy (self->scroller, GTK_POLICY_NEVER,
                                  matches->len > MOST ? GTK_POLICY_AUTOMATIC : GTK_POLICY_NEVER);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
}

static void
row_activated_cb (TelaahThemeResults *self,
                  GtkListBoxRow      *row)
{
  gtk_list_box_select_row (self->list, row);
  g_signal_emit (self, signals[CHOSEN], 0);
}

/* ---- The object ---- */

static void
telaah_theme_results_dispose (GObject *object)
{
  TelaahThemeResults *self = TELAAH_THEME_RESULTS (object);

  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->scroller)));
  self->list = NULL;

  G_OBJECT_CLASS (telaah_theme_results_parent_class)->dispose (object);
}

static void
telaah_theme_results_class_init (TelaahThemeResultsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_theme_results_dispose;

  signals[CHOSEN] =
    g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "themeresults");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_theme_results_init (TelaahThemeResults *self)
{
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_BROWSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Themes"), -1);
  g_signal_connect_swapped (self->list, "row-activated", G_CALLBACK (row_activated_cb), self);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_propagate_natural_height (self->scroller, TRUE);
  gtk_scrolled_window_set_max_content_height (self->scroller, 300);
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->list));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));

  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

GtkWidget *
telaah_theme_results_new (void)
{
  return g_object_new (TELAAH_TYPE_THEME_RESULTS, NULL);
}

/* @passage: (nullable): the themes that it has are marked */
void
telaah_theme_results_search (TelaahThemeResults *self,
                             TelaahSession      *session,
                             const char         *query,
                             TelaahPassage      *passage)
{
  g_return_if_fail (TELAAH_IS_THEME_RESULTS (self));

  show (self, session, query, MOST, passage);
}

/* All themes, as the tree has them. */
void
telaah_theme_results_browse (TelaahThemeResults *self,
                             TelaahSession      *session,
                             TelaahPassage      *passage)
{
  g_return_if_fail (TELAAH_IS_THEME_RESULTS (self));

  show (self, session, "", G_MAXUINT, passage);
}

void
telaah_theme_results_clear (TelaahThemeResults *self)
{
  GtkWidget *row;

  g_return_if_fail (TELAAH_IS_THEME_RESULTS (self));

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_list_box_remove (self->list, row);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

/* Returns: FALSE where there is no row to go to */
gboolean
telaah_theme_results_move (TelaahThemeResults *self,
                           int                 by)
{
  GtkAdjustment *adjustment;
  GtkListBoxRow *row;
  graphene_rect_t bounds;

  g_return_val_if_fail (TELAAH_IS_THEME_RESULTS (self), FALSE);

  row = gtk_list_box_get_selected_row (self->list);
  if (row == NULL)
    return FALSE;

  row = gtk_list_box_get_row_at_index (self->list, MAX (0, gtk_list_box_row_get_index (row) + by));
  if (row == NULL)
    return FALSE;

  gtk_list_box_select_row (self->list, row);
  adjustment = gtk_scrolled_window_get_vadjustment (self->scroller);
  if (gtk_widget_compute_bounds (GTK_WIDGET (row), GTK_WIDGET (self->list), &bounds))
    gtk_adjustment_clamp_page (adjustment, bounds.origin.y, bounds.origin.y + bounds.size.height);

  return TRUE;
}

gboolean
telaah_theme_results_has_choice (TelaahThemeResults *self)
{
  g_return_val_if_fail (TELAAH_IS_THEME_RESULTS (self), FALSE);

  return gtk_list_box_get_selected_row (self->list) != NULL;
}

/* Returns: (nullable): the id of the selected one; NULL: none, or the one that can be made */
const char *
telaah_theme_results_get_theme (TelaahThemeResults *self)
{
  GtkListBoxRow *row;

  g_return_val_if_fail (TELAAH_IS_THEME_RESULTS (self), NULL);

  row = gtk_list_box_get_selected_row (self->list);

  return row != NULL ? g_object_get_data (G_OBJECT (row), "theme") : NULL;
}
