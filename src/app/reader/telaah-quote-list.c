/* Quotes grouped by their sources, to look through, search and choose among. Tens of thousands of them are fine: a row
 * is made when it comes into sight.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-quote-list.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-quote-row.h"
#include "app/reader/telaah-row-view.h"
#include "app/telaah-focus.h"

struct _TelaahQuoteList
{
  GtkWidget      parent_instance;

  TelaahSession *session;
  gboolean       checkable;
  char          *query;
  GPtrArray     *quotes;      /* TelaahQuoteItem, all of them */
  GPtrArray     *headings;    /* TelaahQuoteItem, of those that are shown */
  GPtrArray     *shown;       /* of both, borrowed */

  GtkWidget     *scroller;
  TelaahRowView *view;
};

G_DEFINE_FINAL_TYPE (TelaahQuoteList, telaah_quote_list, GTK_TYPE_WIDGET)

enum { SELECTED, ACTIVATED, CHECKS_CHANGED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Checks ---- */

/* The quotes below @heading that are shown: from @first, up to but not including @end. */
static void
get_range (TelaahQuoteList       *self,
           const TelaahQuoteItem *heading,
           guint                 *first,
           guint                 *end)
{
  guint i = 0;

  while (i < self->shown->len && self->shown->pdata[i] != heading)
    i++;
  *first = MIN (i + 1, self->shown->len);
  *end = MIN (*first + heading->n, self->shown->len);
}

static TelaahCheck
get_check (TelaahQuoteList       *self,
           const TelaahQuoteItem *quote,
           gboolean              *sensitive)
{
  guint first, end, n_checked = 0, n_free = 0;

  if (!quote->heading)
    {
      *sensitive = !quote->fixed;
      return quote->checked ? TELAAH_CHECK_ON : TELAAH_CHECK_OFF;
    }

  get_range (self, quote, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const TelaahQuoteItem *each = self->shown->pdata[i];

      n_free += !each->fixed;
      n_checked += each->checked;
    }

  *sensitive = n_free > 0;
  return n_checked == 0 ? TELAAH_CHECK_OFF : n_checked == n_free ? TELAAH_CHECK_ON : TELAAH_CHECK_SOME;
}

static void
check_range (TelaahQuoteList *self,
             guint            first,
             guint            end,
             gboolean         checked)
{
  for (guint i = first; i < end; i++)
    {
      TelaahQuoteItem *quote = self->shown->pdata[i];

      if (!quote->heading && !quote->fixed)
        quote->checked = checked;
    }

  telaah_row_view_refresh (self->view);
  g_signal_emit (self, signals[CHECKS_CHANGED], 0);
}

static void
check (TelaahQuoteList *self,
       TelaahQuoteItem *quote,
       gboolean         checked)
{
  guint first, end;

  if (quote->heading)
    {
      get_range (self, quote, &first, &end);
      check_range (self, first, end, checked);
    }
  else if (!quote->fixed)
    {
      quote->checked = checked;
      telaah_row_view_refresh (self->view);
      g_signal_emit (self, signals[CHECKS_CHANGED], 0);
    }
}

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return ((const TelaahQuoteItem *) item)->id;
}

static void
toggled_cb (TelaahQuoteRow  *row,
            gboolean         checked,
            TelaahQuoteList *self)
{
  TelaahQuoteItem *quote = telaah_row_view_get_item (self->view, g_object_get_data (G_OBJECT (row), "quote"));

  if (quote != NULL)
    check (self, quote, checked);
}

static GtkWidget *
create_row (gpointer user_data)
{
  TelaahQuoteList *self = user_data;
  GtkWidget *row = telaah_quote_row_new (self->checkable);

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), self, 0);

  return row;
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  TelaahQuoteList *self = user_data;
  gboolean sensitive;
  TelaahCheck state;

  if (item == NULL)
    return;

  g_object_set_data_full (G_OBJECT (row), "quote", g_strdup (get_id (item)), g_free);
  telaah_quote_row_show (TELAAH_QUOTE_ROW (row), self->session, item);
  if (self->checkable)
    {
      state = get_check (self, item, &sensitive);
      telaah_quote_row_set_check (TELAAH_QUOTE_ROW (row), state, sensitive);
    }
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  TelaahQuoteList *self = TELAAH_QUOTE_LIST (widget);
  TelaahQuoteItem *quote = telaah_row_view_get_item (self->view, telaah_row_view_get_selected (self->view));
  gboolean sensitive;

  if (!self->checkable || quote == NULL)
    return FALSE;

  check (self, quote, get_check (self, quote, &sensitive) != TELAAH_CHECK_ON);
  return TRUE;
}

static void
tell (TelaahQuoteList *self,
      guint            signal,
      const char      *id)
{
  TelaahQuoteItem *quote = telaah_row_view_get_item (self->view, id);

  if (quote != NULL && !quote->heading)
    g_signal_emit (self, signals[signal], 0, id);
}

static void
selected_cb (TelaahQuoteList *self,
             const char      *id)
{
  tell (self, SELECTED, id);
}

static void
activated_cb (TelaahQuoteList *self,
              const char      *id)
{
  tell (self, ACTIVATED, id);
}

/* ---- The widget ---- */

static void
telaah_quote_list_dispose (GObject *object)
{
  TelaahQuoteList *self = TELAAH_QUOTE_LIST (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->shown, g_ptr_array_unref);
  g_clear_pointer (&self->headings, g_ptr_array_unref);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_clear_object (&self->session);
  g_clear_pointer (&self->query, g_free);

  G_OBJECT_CLASS (telaah_quote_list_parent_class)->dispose (object);
}

static gboolean
telaah_quote_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_QUOTE_LIST (widget)->view));
}

static void
telaah_quote_list_class_init (TelaahQuoteListClass *klass)
{
  static const char *const names[] = { [SELECTED] = "selected", [ACTIVATED] = "activated" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_quote_list_dispose;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_quote_list_grab_focus;

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[CHECKS_CHANGED] = g_signal_new ("checks-changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_add_binding (widget_class, GDK_KEY_space, 0, space_cb, NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_KP_Space, 0, space_cb, NULL);
  gtk_widget_class_set_css_name (widget_class, "quotelist");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
telaah_quote_list_init (TelaahQuoteList *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };

  self->quotes = g_ptr_array_new ();
  self->headings = g_ptr_array_new ();
  self->shown = g_ptr_array_new ();
  self->view = TELAAH_ROW_VIEW (telaah_row_view_new ());
  telaah_row_view_set_funcs (self->view, &funcs, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Passages"), -1);
  g_signal_connect_swapped (self->view, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

/* @checkable: each has a check; else one click activates */
GtkWidget *
telaah_quote_list_new (gboolean checkable)
{
  TelaahQuoteList *self = g_object_new (TELAAH_TYPE_QUOTE_LIST, NULL);

  self->checkable = checkable;
  g_object_set (self->view, "single-click", !checkable, NULL);

  return GTK_WIDGET (self);
}

/* ---- What it shows ---- */

static void
show (TelaahQuoteList *self)
{
  GPtrArray *headings;
  GPtrArray *shown = telaah_quotes_filter (self->quotes, self->query != NULL ? self->query : "", &headings);
  g_autoptr(GPtrArray) old_shown = g_steal_pointer (&self->shown);
  g_autoptr(GPtrArray) old_headings = g_steal_pointer (&self->headings);

  self->shown = shown;
  self->headings = headings;
  telaah_row_view_set_items (self->view, shown);
}

/**
 * telaah_quote_list_set:
 * @quotes: (element-type TelaahQuoteItem): kept
 *
 * Checks are the quotes' own: who sets others carries them over.
 */
void
telaah_quote_list_set (TelaahQuoteList *self,
                       TelaahSession   *session,
                       GPtrArray       *quotes)
{
  g_autoptr(GPtrArray) before = NULL;

  g_return_if_fail (TELAAH_IS_QUOTE_LIST (self));

  before = g_steal_pointer (&self->quotes);
  g_set_object (&self->session, session);
  self->quotes = g_ptr_array_ref (quotes);
  show (self);
}

void
telaah_quote_list_search (TelaahQuoteList *self,
                          const char      *query)
{
  g_return_if_fail (TELAAH_IS_QUOTE_LIST (self));

  g_free (self->query);
  self->query = g_strdup (query);
  show (self);
  telaah_row_view_go_to_top (self->view);
}

/* What the quotes say, or their themes, has changed. */
void
telaah_quote_list_refresh (TelaahQuoteList *self)
{
  g_return_if_fail (TELAAH_IS_QUOTE_LIST (self));

  telaah_row_view_refresh (self->view);
}

/* Borrowed. */
GPtrArray *
telaah_quote_list_get_quotes (TelaahQuoteList *self)
{
  return self->quotes;
}

/* Without the headings. */
guint
telaah_quote_list_get_n_shown (TelaahQuoteList *self)
{
  return self->shown->len - self->headings->len;
}

TelaahQuoteItem *
telaah_quote_list_find (TelaahQuoteList *self,
                        const char      *id)
{
  return telaah_row_view_get_item (self->view, id);
}

const char *
telaah_quote_list_get_selected (TelaahQuoteList *self)
{
  return telaah_row_view_get_selected (self->view);
}

void
telaah_quote_list_set_selected (TelaahQuoteList *self,
                                const char      *id)
{
  telaah_row_view_set_selected (self->view, id);
}

/* All that the search has left over. */
void
telaah_quote_list_check_shown (TelaahQuoteList *self,
                               gboolean         checked)
{
  check_range (self, 0, self->shown->len, checked);
}

/* How many are checked; or, else, how many could be. */
guint
telaah_quote_list_count (TelaahQuoteList *self,
                         gboolean         checked)
{
  guint n = 0;

  for (guint i = 0; i < self->quotes->len; i++)
    {
      const TelaahQuoteItem *quote = self->quotes->pdata[i];

      n += checked ? quote->checked : !quote->fixed;
    }

  return n;
}

/* The first quote, where none is selected. */
gboolean
telaah_quote_list_focus_list (TelaahQuoteList *self)
{
  if (telaah_row_view_get_selected (self->view) == NULL && self->shown->len > 1)
    telaah_row_view_focus_row (self->view, get_id (self->shown->pdata[1]));

  return gtk_widget_grab_focus (GTK_WIDGET (self->view));
}
