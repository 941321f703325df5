/* What each source says on the point of a block: a widget for each that has something to show, the others by name.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-outline-block-private.h"

#include <glib/gi18n.h>

/* How many are made at once: each has text views, and a point may have a hundred. */
#define AT_ONCE 6

/* A cell that nobody has read, and that nothing is tagged for, has nothing to show. */
static gboolean
is_blank (TelaahCell *cell)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);

  return fields->status == TELAAH_STATUS_UNREAD && (fields->summary == NULL || *fields->summary == '\0') &&
         telaah_cell_get_evidence (cell)->len == 0;
}

TelaahOutlineCell *
telaah_outline_block_find_cell (TelaahOutlineBlock *self,
                                const char         *source)
{
  GtkWidget *cell = gtk_widget_get_first_child (self->cells);

  while (cell != NULL && g_strcmp0 (telaah_outline_cell_get_source (TELAAH_OUTLINE_CELL (cell)), source) != 0)
    cell = gtk_widget_get_next_sibling (cell);

  return (TelaahOutlineCell *) cell;
}

static void
show_unread (TelaahOutlineBlock *self,
             const char         *names)
{
  gtk_widget_set_visible (self->unread, *names != '\0');
  if (*names != '\0')
    {
      /* Translators: followed by the names of sources */
      g_autofree char *markup = g_strdup_printf (_("Not yet read: %s"), names);

      gtk_label_set_markup (GTK_LABEL (self->unread), markup);
    }
}

/* Into its place among the others, after @last. */
static TelaahOutlineCell *
put (TelaahOutlineBlock *self,
     TelaahOutlineCell  *shown,
     const char         *source,
     GtkWidget          *last)
{
  if (shown == NULL)
    {
      shown = TELAAH_OUTLINE_CELL (telaah_outline_cell_new (self->session, self->point, source));
      gtk_box_insert_child_after (GTK_BOX (self->cells), GTK_WIDGET (shown), last);
    }
  else
    gtk_box_reorder_child_after (GTK_BOX (self->cells), GTK_WIDGET (shown), last);

  return shown;
}

/* Those of before are kept, since one may be written in. */
void
telaah_outline_block_show_cells (TelaahOutlineBlock *self)
{
  GListModel *sources = telaah_session_get_sources (self->session);
  guint n = g_list_model_get_n_items (sources), n_shown = 0;
  g_autoptr(GString) unread = g_string_new (NULL);
  GtkWidget *last = NULL, *child;

  self->complete = TRUE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, self->point, id);
      TelaahOutlineCell *shown = telaah_outline_block_find_cell (self, id);

      if (is_blank (cell) && (shown == NULL || !telaah_outline_cell_is_kept (shown)))
        {
          g_autofree char *link = g_markup_printf_escaped ("<a href=\"%s\">%s</a>", id,
                                                           telaah_source_get_name (source));

          g_string_append_printf (unread, unread->len > 0 ? ", %s" : "%s", link);
          continue;
        }

      if (shown == NULL && n_shown >= self->room)
        {
          self->complete = FALSE;
          continue;
        }

      shown = put (self, shown, id, last);
      telaah_outline_cell_show (shown, cell);
      last = GTK_WIDGET (shown);
      n_shown++;
    }

  /* What is behind the last one has no source, or nothing to show, any more. */
  while ((child = last != NULL ? gtk_widget_get_next_sibling (last)
                               : gtk_widget_get_first_child (self->cells)) != NULL)
    gtk_box_remove (GTK_BOX (self->cells), child);

  show_unread (self, unread->str);
}

gboolean
telaah_outline_block_is_complete (TelaahOutlineBlock *self)
{
  g_return_val_if_fail (TELAAH_IS_OUTLINE_BLOCK (self), FALSE);

  return self->built && (self->complete || self->folded);
}

/* Some more cells. */
void
telaah_outline_block_build_more (TelaahOutlineBlock *self)
{
  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  if (!self->built || self->complete)
    return;

  self->room += AT_ONCE;
  telaah_outline_block_show_cells (self);
}

/* @source: (nullable): what is stale or not yet read of it gets the focus; %NULL: the title. */
void
telaah_outline_block_focus (TelaahOutlineBlock *self,
                            const char         *source)
{
  TelaahOutlineCell *cell;

  g_return_if_fail (TELAAH_IS_OUTLINE_BLOCK (self));

  telaah_outline_block_build (self);
  while (source != NULL && telaah_outline_block_find_cell (self, source) == NULL && !self->complete)
    telaah_outline_block_build_more (self);
  cell = source != NULL ? telaah_outline_block_find_cell (self, source) : NULL;

  if (cell != NULL && (telaah_outline_cell_focus_stale (cell) ||
                       gtk_widget_child_focus (GTK_WIDGET (cell), GTK_DIR_TAB_FORWARD)))
    return;
  if (source != NULL && gtk_widget_get_visible (self->unread) && gtk_widget_grab_focus (self->unread))
    return;

  gtk_widget_grab_focus (GTK_WIDGET (self->title));
}
