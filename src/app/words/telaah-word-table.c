/* A table of words and numbers, sorted by any of its columns: what a spreadsheet would show, and as quick to go through.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-table.h"

#include <glib/gi18n.h>

#include "app/words/telaah-word-items.h"

struct _TelaahWordTable
{
  GtkWidget               parent_instance;

  const TelaahWordColumn *columns;
  guint                   n_columns;
  TelaahWordFilter        filter;
  guint                   sorted_by;
  gboolean                reverse;
  guint                   asked;          /* of the sorters, which one is first; see get_order() */

  GPtrArray              *rows;
  TelaahWordItems        *shown;
  GtkSingleSelection     *selection;
  GtkScrolledWindow      *scroller;
  GtkColumnView          *view;
  GCancellable           *cancellable;    /* of what is being arranged; NULL: all is done */
  gboolean                anew;
};

G_DEFINE_FINAL_TYPE (TelaahWordTable, telaah_word_table, GTK_TYPE_WIDGET)

enum { ACTIVATED, ARRANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Cells ---- */

static gboolean
is_same (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  TelaahWordTable *self = user_data;

  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].get_word != NULL ? g_strcmp0 (self->columns[i].get_word (a), self->columns[i].get_word (b)) != 0
                                          : self->columns[i].get_number (a) != self->columns[i].get_number (b))
      return FALSE;

  return TRUE;
}

static char *
dup_number (const TelaahWordColumn *column,
            gconstpointer           row)
{
  double number = column->get_number (row);

  return column->sign ? g_strdup_printf ("%+'.*f", (int) column->digits, number)
                      : g_strdup_printf ("%'.*f", (int) column->digits, number);
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item,
          const TelaahWordColumn   *column)
{
  GtkWidget *label = gtk_label_new (NULL);

  if (column->get_word != NULL)
    {
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
    }
  else
    {
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "numeric");
    }
  gtk_list_item_set_child (item, label);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item,
         const TelaahWordColumn   *column)
{
  gconstpointer row = telaah_word_item_get_row (gtk_list_item_get_item (item));
  GtkLabel *label = GTK_LABEL (gtk_list_item_get_child (item));
  g_autofree char *number = column->get_word == NULL ? dup_number (column, row) : NULL;

  gtk_label_set_text (label, number != NULL ? number : column->get_word (row));
}

/* ---- What is shown ---- */

static void
arranged_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahWordTable) self = user_data;
  g_autoptr(GPtrArray) shown = telaah_word_arranging_finish (result, NULL);
  gboolean anew = self->anew;

  /* Only what has been overtaken fails. */
  if (shown == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->anew = FALSE;
  telaah_word_items_set (self->shown, shown, self->rows, anew);
  if (anew)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  g_signal_emit (self, signals[ARRANGED], 0);
}

static void
arrange (TelaahWordTable *self,
         gboolean         anew)
{
  if (self->rows == NULL)
    return;

  self->anew = self->anew || anew;
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  telaah_word_arranging_async (self->rows, self->columns, &self->filter, self->sorted_by, self->reverse,
                               self->cancellable, arranged_cb, g_object_ref (self));
}

/* ---- Sorting ---- */

/* A column view does not tell which of its columns it is sorted by, before GTK 4.10; its sorter asks that column's first. */
static int
asked_cb (gconstpointer a,
          gconstpointer b,
          gpointer      data)
{
  guint *asked = data;

  *asked = 1;

  return -1;
}

static gboolean
get_order (TelaahWordTable *self,
           guint           *column,
           gboolean        *reverse)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkOrdering order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self, self->view);

  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autoptr(GtkColumnViewColumn) item = g_list_model_get_item (columns, i);
      guint *asked = g_object_get_data (G_OBJECT (item), "asked");

      if (*asked && order != GTK_ORDERING_EQUAL)
        {
          *column = i;
          *reverse = order == GTK_ORDERING_LARGER;
        }
      *asked = 0;
    }

  return order != GTK_ORDERING_EQUAL;
}

static void
sorter_changed_cb (TelaahWordTable *self)
{
  guint column = 0;
  gboolean reverse = FALSE;

  if (!get_order (self, &column, &reverse) || (column == self->sorted_by && reverse == self->reverse))
    return;

  self->sorted_by = column;
  self->reverse = reverse;
  arrange (self, TRUE);
}

void
telaah_word_table_sort (TelaahWordTable *self,
                        guint            column,
                        gboolean         reverse)
{
  g_autoptr(GtkColumnViewColumn) item = NULL;

  g_return_if_fail (TELAAH_IS_WORD_TABLE (self) && column < self->n_columns);

  item = g_list_model_get_item (gtk_column_view_get_columns (self->view), column);
  gtk_column_view_sort_by_column (self->view, item, reverse ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
}

/* ---- The widget ---- */

static void
activate_cb (TelaahWordTable *self,
             guint            position)
{
  GPtrArray *rows = telaah_word_items_get_rows (self->shown);

  if (position < rows->len)
    g_signal_emit (self, signals[ACTIVATED], 0, self->columns[0].get_word (rows->pdata[position]));
}

/* The heading of numbers stands above them; GTK has no word for that. */
static void
align_headings (TelaahWordTable *self)
{
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;

  for (guint i = 0; i < self->n_columns && heading != NULL; i++, heading = gtk_widget_get_next_sibling (heading))
    {
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (self->columns[i].get_word == NULL && GTK_IS_BOX (box))
        gtk_widget_set_halign (box, GTK_ALIGN_END);
    }
}

void
telaah_word_table_set_columns (TelaahWordTable        *self,
                               const TelaahWordColumn *columns,
                               guint                   n_columns,
                               guint                   sorted_by,
                               const char             *name)
{
  g_return_if_fail (TELAAH_IS_WORD_TABLE (self) && self->columns == NULL);

  self->columns = columns;
  self->n_columns = n_columns;
  self->sorted_by = sorted_by;
  for (guint i = 0; i < n_columns; i++)
    {
      GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
      GtkColumnViewColumn *column = gtk_column_view_column_new (_(columns[i].title), factory);
      guint *asked = g_new0 (guint, 1);
      g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (asked_cb, asked, g_free));

      g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) &columns[i]);
      g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) &columns[i]);
      g_object_set_data (G_OBJECT (column), "asked", asked);
      gtk_column_view_column_set_sorter (column, sorter);
      gtk_column_view_column_set_resizable (column, TRUE);
      gtk_column_view_column_set_expand (column, columns[i].get_word != NULL);
      gtk_column_view_append_column (self->view, column);
      g_object_unref (column);
    }

  telaah_word_table_sort (self, sorted_by, FALSE);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  align_headings (self);
}

void
telaah_word_table_set_rows (TelaahWordTable *self,
                            GPtrArray       *rows,
                            gboolean         anew)
{
  g_return_if_fail (TELAAH_IS_WORD_TABLE (self));

  g_ptr_array_ref (rows);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = rows;
  arrange (self, anew);
}

void
telaah_word_table_set_filter (TelaahWordTable        *self,
                              const TelaahWordFilter *filter)
{
  g_return_if_fail (TELAAH_IS_WORD_TABLE (self));

  self->filter = *filter;
  arrange (self, TRUE);
}

GPtrArray *
telaah_word_table_get_shown (TelaahWordTable *self)
{
  g_return_val_if_fail (TELAAH_IS_WORD_TABLE (self), NULL);

  return telaah_word_items_get_rows (self->shown);
}

gboolean
telaah_word_table_is_busy (TelaahWordTable *self)
{
  g_return_val_if_fail (TELAAH_IS_WORD_TABLE (self), FALSE);

  return self->cancellable != NULL;
}

static gboolean
telaah_word_table_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_WORD_TABLE (widget)->view));
}

static void
telaah_word_table_dispose (GObject *object)
{
  TelaahWordTable *self = TELAAH_WORD_TABLE (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->scroller != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->scroller));
  self->scroller = NULL;
  g_clear_object (&self->selection);
  g_clear_object (&self->shown);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_word_table_parent_class)->dispose (object);
}

static void
telaah_word_table_class_init (TelaahWordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_word_table_dispose;
  widget_class->grab_focus = telaah_word_table_grab_focus;

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ARRANGED] = g_signal_new ("arranged", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "wordtable");
}

static void
telaah_word_table_init (TelaahWordTable *self)
{
  self->shown = telaah_word_items_new (is_same, self);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->shown)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  self->view = GTK_COLUMN_VIEW (gtk_column_view_new (g_object_ref (GTK_SELECTION_MODEL (self->selection))));
  g_signal_connect_swapped (self->view, "activate", G_CALLBACK (activate_cb), self);

  self->scroller = GTK_SCROLLED_WINDOW (gtk_scrolled_window_new ());
  gtk_scrolled_window_set_child (self->scroller, GTK_WIDGET (self->view));
  gtk_widget_set_parent (GTK_WIDGET (self->scroller), GTK_WIDGET (self));
}

GtkWidget *
telaah_word_table_new (void)
{
  return g_object_new (TELAAH_TYPE_WORD_TABLE, NULL);
}
