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
  GPtrArray              *items;          /* GtkColumnViewColumn, of the columns */
  GtkColumnViewColumn    *bars;           /* NULL: none */
  GCancellable           *cancellable;    /* of what is being arranged; NULL: all is done */
  gboolean                anew;
  double                  greatest;       /* number of what is shown as bars */
};

G_DEFINE_FINAL_TYPE (TelaahWordTable, telaah_word_table, GTK_TYPE_WIDGET)

/* The width of the column of words, in letters. */
#define WORD_CHARS 22

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

static const TelaahWordColumn *
get_bar_column (TelaahWordTable *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    if (self->columns[i].bar)
      return &self->columns[i];

  return NULL;
}

/* For the eyes alone: its number stands beside it. */
static void
setup_bar_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              TelaahWordTable          *self)
{
  GtkWidget *bar = g_object_new (GTK_TYPE_LEVEL_BAR, "accessible-role", GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_list_item_set_child (item, bar);
}

static void
bind_bar_cb (GtkSignalListItemFactory *factory,
             GtkListItem              *item,
             TelaahWordTable          *self)
{
  GtkLevelBar *bar = GTK_LEVEL_BAR (gtk_list_item_get_child (item));

  gtk_level_bar_set_max_value (bar, self->greatest);
  gtk_level_bar_set_value (bar, get_bar_column (self)->get_number (
                                  telaah_word_item_get_row (gtk_list_item_get_item (item))));
}

/* ---- What is shown ---- */

static double
get_greatest (TelaahWordTable *self,
              GPtrArray       *rows)
{
  const TelaahWordColumn *column = get_bar_column (self);
  double greatest = 0;

  for (guint i = 0; i < rows->len && column != NULL; i++)
    greatest = MAX (greatest, column->get_number (rows->pdata[i]));

  return greatest > 0 ? greatest : 1;
}

static void
arranged_cb (GObject      *object,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahWordTable) self = user_data;
  g_autoptr(GPtrArray) shown = telaah_word_arranging_finish (result, NULL);
  gboolean anew = self->anew;
  double greatest = self->greatest;

  /* Only what has been overtaken fails. */
  if (shown == NULL)
    return;

  g_clear_object (&self->cancellable);
  self->anew = FALSE;
  self->greatest = get_greatest (self, shown);
  telaah_word_items_set (self->shown, shown, self->rows, anew || self->greatest != greatest);
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

/* A column view does not tell which of its columns it is sorted by, before GTK 4.10; its sorter asks that column's
 * first. */
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
  GtkOrdering order = gtk_sorter_compare (gtk_column_view_get_sorter (self->view), self, self->view);

  for (guint i = 0; i < self->n_columns; i++)
    {
      guint *asked = g_object_get_data (self->items->pdata[i], "asked");

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
  g_return_if_fail (TELAAH_IS_WORD_TABLE (self) && column < self->n_columns);

  gtk_column_view_sort_by_column (self->view, self->items->pdata[column],
                                  reverse ? GTK_SORT_DESCENDING : GTK_SORT_ASCENDING);
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

/* The heading of numbers ends where they do, with its arrow before it; GTK has no word for that. */
static void
align_headings (TelaahWordTable *self)
{
  GListModel *columns = gtk_column_view_get_columns (self->view);
  GtkWidget *header = gtk_widget_get_first_child (GTK_WIDGET (self->view));
  GtkWidget *heading = header != NULL ? gtk_widget_get_first_child (header) : NULL;
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (guint i = 0; i < g_list_model_get_n_items (columns) && heading != NULL; i++)
    {
      g_autoptr(GtkColumnViewColumn) column = g_list_model_get_item (columns, i);
      GtkWidget *box = gtk_widget_get_first_child (heading);

      if (g_object_get_data (G_OBJECT (column), "number") != NULL && GTK_IS_BOX (box))
        {
          gtk_widget_add_css_class (heading, "number");
          gtk_widget_set_halign (box, GTK_ALIGN_END);
          gtk_widget_set_direction (box, rtl ? GTK_TEXT_DIR_LTR : GTK_TEXT_DIR_RTL);
        }
      heading = gtk_widget_get_next_sibling (heading);
    }
}

static void
append_bar (TelaahWordTable *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  self->bars = gtk_column_view_column_new (NULL, factory);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_bar_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_bar_cb), self);
  gtk_column_view_column_set_expand (self->bars, TRUE);
  gtk_column_view_append_column (self->view, self->bars);
}

static void
append_column (TelaahWordTable        *self,
               const TelaahWordColumn *column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkColumnViewColumn) item = gtk_column_view_column_new (_(column->title), factory);
  guint *asked = g_new0 (guint, 1);
  g_autoptr(GtkSorter) sorter = GTK_SORTER (gtk_custom_sorter_new (asked_cb, asked, g_free));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), (gpointer) column);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), (gpointer) column);
  g_object_set_data (G_OBJECT (item), "asked", asked);
  g_object_set_data (G_OBJECT (item), "number", (gpointer) column->get_number);
  gtk_column_view_column_set_sorter (item, sorter);
  gtk_column_view_column_set_resizable (item, TRUE);
  gtk_column_view_append_column (self->view, item);
  g_ptr_array_add (self->items, g_object_ref (item));
}

/* Wide enough for most words, and the same whichever words are in sight. */
static void
update_width (TelaahWordTable *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = WORD_CHARS * pango_font_metrics_get_approximate_char_width (metrics);

  gtk_column_view_column_set_fixed_width (self->items->pdata[0], PANGO_PIXELS (width));
  pango_font_metrics_unref (metrics);
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
      append_column (self, &columns[i]);
      if (i == 0 && get_bar_column (self) != NULL)
        append_bar (self);
    }

  telaah_word_table_sort (self, sorted_by, FALSE);
  g_signal_connect_object (gtk_column_view_get_sorter (self->view), "changed", G_CALLBACK (sorter_changed_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  align_headings (self);
  update_width (self);
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

void
telaah_word_table_set_narrow (TelaahWordTable *self,
                              gboolean         narrow)
{
  g_return_if_fail (TELAAH_IS_WORD_TABLE (self) && self->bars != NULL);

  gtk_column_view_column_set_visible (self->bars, !narrow);
  gtk_column_view_column_set_expand (self->items->pdata[0], narrow);
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

static void
telaah_word_table_css_changed (GtkWidget         *widget,
                               GtkCssStyleChange *change)
{
  TelaahWordTable *self = TELAAH_WORD_TABLE (widget);

  GTK_WIDGET_CLASS (telaah_word_table_parent_class)->css_changed (widget, change);

  if (self->items != NULL && self->items->len > 0)
    update_width (self);
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
  g_clear_pointer (&self->items, g_ptr_array_unref);
  g_clear_object (&self->bars);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_word_table_parent_class)->dispose (object);
}

static void
telaah_word_table_class_init (TelaahWordTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_word_table_dispose;
  widget_class->css_changed = telaah_word_table_css_changed;
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
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
  self->greatest = 1;
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
