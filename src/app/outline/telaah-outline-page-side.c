/* What is around the document: what is left to do, how many words there are, and which point is shown alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-page-private.h"

#include <glib/gi18n.h>

#include "app/outline/telaah-outline-points.h"

/* ---- Open ends ---- */

/* Which kind the page in place of the document is of, in the list too. */
static void
show_kind (TelaahOutlinePage *self)
{
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    {
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (self->ends_list, i);
      gboolean current = self->showing_ends && self->kind == i;

      if (current)
        gtk_widget_add_css_class (GTK_WIDGET (row), "current");
      else
        gtk_widget_remove_css_class (GTK_WIDGET (row), "current");
      gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_SELECTED, current, -1);
    }
}

void
telaah_outline_page_counted (TelaahOpenEnds *ends,
                             gpointer        user_data)
{
  TelaahOutlinePage *self = user_data;
  guint n_all = 0;

  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    {
      guint n = telaah_open_ends_get_count (ends, i);
      GtkWidget *row = gtk_widget_get_ancestor (GTK_WIDGET (self->counts[i]), GTK_TYPE_LIST_BOX_ROW);
      g_autofree char *label = g_strdup_printf ("%'u", n);

      gtk_label_set_label (self->counts[i], label);
      gtk_widget_set_visible (row, n > 0 || (self->showing_ends && self->kind == i));
      n_all += n;
    }
  gtk_widget_set_visible (self->no_ends, n_all == 0);

  if (self->showing_ends)
    telaah_open_ends_page_show (self->ends_page, self->session, ends, self->kind);
  telaah_outline_page_update_words (self);
}

static void
add_end (TelaahOutlinePage *self,
         TelaahOpenEndKind  kind)
{
  GtkWidget *row = gtk_list_box_row_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (telaah_open_end_kind_get_label (kind));
  GtkWidget *count = gtk_label_new ("0");

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_widget_add_css_class (count, "outline-count");
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), box);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, count, NULL, -1);
  gtk_widget_set_visible (row, FALSE);
  gtk_list_box_append (self->ends_list, row);
  self->counts[kind] = GTK_LABEL (count);
}

void
telaah_outline_page_init_ends (TelaahOutlinePage *self)
{
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    add_end (self, i);
}

/* As a list in place of the document. */
void
telaah_outline_page_show_ends (TelaahOutlinePage *self,
                               TelaahOpenEndKind  kind)
{
  if (self->ends == NULL)
    return;

  telaah_outline_page_flush (self);
  self->showing_ends = TRUE;
  self->kind = kind;
  telaah_open_ends_page_show (self->ends_page, self->session, self->ends, kind);
  gtk_stack_set_visible_child_name (self->pages, "ends");
  show_kind (self);
  telaah_outline_tree_select (self->tree, NULL);   /* what is shown is selected, in one of the lists */
  gtk_widget_grab_focus (GTK_WIDGET (self->ends_page));
}

void
telaah_outline_page_show_document (TelaahOutlinePage *self)
{
  gboolean focused = gtk_widget_get_state_flags (GTK_WIDGET (self->ends_page)) & GTK_STATE_FLAG_FOCUS_WITHIN;

  if (!self->showing_ends)
    return;

  self->showing_ends = FALSE;
  gtk_stack_set_visible_child_name (self->pages, "document");
  show_kind (self);
  telaah_outline_tree_select (self->tree, self->point);
  if (focused)
    gtk_widget_grab_focus (GTK_WIDGET (self->ends_list));
  if (self->ends != NULL)
    telaah_outline_page_counted (self->ends, self);
}

/* ---- Words ---- */

/* Of a title, in the line of the words; in code points. */
#define MOST_OF_TITLE 30

static char *
dup_words (guint written,
           guint quoted)
{
  g_autofree char *without = g_strdup_printf (ngettext ("%'u word", "%'u words", written), written);

  if (quoted == 0)
    return g_steal_pointer (&without);

  /* Translators: "120 words, 340 with quotes" */
  return g_strdup_printf (_("%s, %'u with quotes"), without, written + quoted);
}

void
telaah_outline_page_update_words (TelaahOutlinePage *self)
{
  TelaahPoint *point = self->session != NULL ? telaah_session_find_point (self->session, self->point) : NULL;
  g_autofree char *all = NULL, *here = NULL, *title = NULL, *line = NULL;
  guint written, quoted;

  if (self->session == NULL || self->ends == NULL)
    {
      gtk_label_set_label (self->words, "");
      return;
    }

  telaah_open_ends_count_words (self->ends, NULL, &written, &quoted);
  all = dup_words (written, quoted);
  if (point == NULL)
    {
      gtk_label_set_label (self->words, all);
      return;
    }

  telaah_open_ends_count_words (self->ends, self->point, &written, &quoted);
  here = dup_words (written, quoted);
  title = telaah_text_dup_start (telaah_point_get_label (self->session, point), MOST_OF_TITLE);
  /* Translators: the title of a point and its words, then those of the whole outline */
  line = g_strdup_printf (_("%s: %s  ·  Outline: %s"), title, here, all);
  gtk_label_set_label (self->words, line);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->words), line);
}

/* ---- One point alone ---- */

static GtkWidget *
crumb_new (const char *label,
           const char *point)
{
  GtkWidget *button = gtk_button_new_with_label (label);
  GtkWidget *child = gtk_button_get_child (GTK_BUTTON (button));

  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (button, "flat");
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "outline.focus-on");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", point);

  return button;
}

static void
prepend_crumb (TelaahOutlinePage *self,
               GtkWidget         *crumb)
{
  if (gtk_widget_get_first_child (self->focus_bar) != NULL)
    {
      GtkWidget *arrow = gtk_image_new_from_icon_name ("go-next-symbolic");

      gtk_widget_add_css_class (arrow, "dim-label");
      gtk_box_prepend (GTK_BOX (self->focus_bar), arrow);
    }
  gtk_box_prepend (GTK_BOX (self->focus_bar), crumb);
}

/* The way from the whole outline down to the point that is shown alone. */
void
telaah_outline_page_update_focus (TelaahOutlinePage *self)
{
  const char *root = telaah_outline_column_get_root (self->column);
  TelaahPoint *point = self->session != NULL && root != NULL ? telaah_session_find_point (self->session, root) : NULL;
  GtkWidget *child;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "outline.leave-focus", point != NULL);
  gtk_widget_set_visible (self->focus_bar, point != NULL);
  while ((child = gtk_widget_get_first_child (self->focus_bar)) != NULL)
    gtk_box_remove (GTK_BOX (self->focus_bar), child);
  if (point == NULL)
    return;

  child = gtk_label_new (telaah_point_get_label (self->session, point));
  gtk_label_set_ellipsize (GTK_LABEL (child), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (child, "heading");
  prepend_crumb (self, child);
  for (point = telaah_session_find_point (self->session, telaah_point_fields (point)->parent); point != NULL;
       point = telaah_session_find_point (self->session, telaah_point_fields (point)->parent))
    prepend_crumb (self, crumb_new (telaah_point_get_label (self->session, point), telaah_point_fields (point)->id));
  prepend_crumb (self, crumb_new (_("Whole Outline"), ""));
}
