/* The hits of a search in a list: to go through and to fold.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-list-private.h"

#include <glib/gi18n.h>

#include "app/search/telaah-search-row.h"
#include "app/telaah-focus.h"

/* What is beside the words of a row, in pixels; how wide a letter is, in sizes of the font; how much is shown at least and
 * at most, in code points. */
#define BESIDE     66
#define LETTER     0.55
#define LEAST_ROOM 40
#define MOST_ROOM  200

G_DEFINE_FINAL_TYPE (TelaahSearchList, telaah_search_list, GTK_TYPE_WIDGET)

enum { SELECTED, ACTIVATED, CHOSEN_CHANGED, LEFT, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static const char *
get_id (gpointer item)
{
  return ((const TelaahSearchItem *) item)->id;
}

TelaahSearchItem *
telaah_search_list_get_item (TelaahSearchList *self,
                             const char       *id)
{
  return telaah_row_view_get_item (self->view, id);
}

static gboolean
is_hit (const TelaahSearchItem *item)
{
  return item != NULL && item->kind == TELAAH_SEARCH_ITEM_HIT;
}

static void
toggled_cb (TelaahSearchRow  *row,
            gboolean          chosen,
            TelaahSearchList *self)
{
  const char *id = telaah_search_row_get_id (row);

  if (id != NULL && chosen != g_hash_table_contains (self->chosen, id))
    telaah_search_list_toggle (self, id);
}

static GtkWidget *
create_row (gpointer user_data)
{
  GtkWidget *row = telaah_search_row_new ();

  g_signal_connect_object (row, "toggled", G_CALLBACK (toggled_cb), user_data, 0);

  return row;
}

/* About how many code points two lines of a hit take. */
static guint
get_room (TelaahSearchList *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  const PangoFontDescription *font = pango_context_get_font_description (context);
  double letter = LETTER * pango_font_description_get_size (font) / PANGO_SCALE;

  if (!pango_font_description_get_size_is_absolute (font))
    letter *= pango_cairo_context_get_resolution (context) / 72;

  return CLAMP ((self->width - BESIDE) / MAX (letter, 1) * 2, LEAST_ROOM, MOST_ROOM);
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  TelaahSearchList *self = user_data;

  if (item == NULL || self->texts == NULL)
    return;

  telaah_search_row_show (TELAAH_SEARCH_ROW (row), self->texts, item, get_room (self));
  telaah_search_row_set_chosen (TELAAH_SEARCH_ROW (row), g_hash_table_contains (self->chosen, get_id (item)));
}

static void
show (TelaahSearchList *self)
{
  g_autoptr(GPtrArray) items = telaah_search_rows_dup_items (self->rows);

  telaah_row_view_set_items (self->view, items);
}

/* ---- Groups ---- */

void
telaah_search_list_fold (TelaahSearchList *self,
                         const char       *id,
                         gboolean          folded)
{
  g_autofree char *kept = g_strdup (id);

  telaah_search_rows_fold (self->rows, kept, folded);
  show (self);
}

/* The group of what is selected; NULL: nothing is. */
TelaahSearchItem *
telaah_search_list_get_group (TelaahSearchList *self)
{
  TelaahSearchItem *item = telaah_search_list_get_item (self, telaah_row_view_get_selected (self->view));

  if (is_hit (item))
    return telaah_search_rows_get_group (self->rows, telaah_search_rows_find (self->rows, item->id));

  return item != NULL && item->kind == TELAAH_SEARCH_ITEM_GROUP ? item : NULL;
}

/* ---- Going through them ---- */

static void
selected_cb (TelaahSearchList *self,
             const char       *id)
{
  TelaahSearchItem *item = telaah_search_list_get_item (self, id);

  if (is_hit (item))
    g_signal_emit (self, signals[SELECTED], 0, item->hit);
}

static void
activated_cb (TelaahSearchList *self,
              const char       *id)
{
  TelaahSearchItem *item = telaah_search_list_get_item (self, id);

  if (is_hit (item))
    g_signal_emit (self, signals[ACTIVATED], 0, item->hit);
  else if (item != NULL && item->kind == TELAAH_SEARCH_ITEM_GROUP)
    telaah_search_list_fold (self, id, !item->folded);
}

/* The hit, in sight, even where its group was folded. */
static const char *
unfold (TelaahSearchList *self,
        guint             hit)
{
  TelaahSearchItem *item = telaah_search_rows_get_nth (self->rows, hit);
  TelaahSearchItem *group = telaah_search_rows_get_group (self->rows, hit);

  if (group != NULL && group->folded)
    telaah_search_list_fold (self, group->id, FALSE);

  return item != NULL ? item->id : NULL;
}

const TelaahHit *
telaah_search_list_get_selected (TelaahSearchList *self)
{
  TelaahSearchItem *item = telaah_search_list_get_item (self, telaah_row_view_get_selected (self->view));

  return is_hit (item) ? item->hit : NULL;
}

/* The number of the hit that is selected; G_MAXUINT: none is. */
guint
telaah_search_list_get_position (TelaahSearchList *self)
{
  return telaah_search_rows_find (self->rows, telaah_row_view_get_selected (self->view));
}

/* Selects it and says nothing of it. */
void
telaah_search_list_set_position (TelaahSearchList *self,
                                 guint             hit)
{
  telaah_row_view_set_selected (self->view, unfold (self, hit));
}

/* Of the row with the selection, the first hit below it, or the last one above. */
static guint
find_beside (TelaahSearchList *self,
             gboolean          forward)
{
  guint n = telaah_row_view_get_n (self->view), at;

  at = telaah_row_view_find (self->view, telaah_row_view_get_selected (self->view));
  for (guint i = at; i < n; forward ? i++ : i--)
    {
      guint hit = telaah_search_rows_find (self->rows, telaah_row_view_get_id (self->view, i));

      if (hit != G_MAXUINT)
        return hit;
    }

  return G_MAXUINT;
}

/**
 * telaah_search_list_step:
 *
 * Selects the next hit, or the one before, and goes round at the end. The focus stays where it is.
 *
 * Returns: %FALSE where there are none
 */
gboolean
telaah_search_list_step (TelaahSearchList *self,
                         gboolean          forward)
{
  GPtrArray *hits = telaah_search_rows_get_hits (self->rows);
  guint n = hits != NULL ? hits->len : 0, at = telaah_search_list_get_position (self), to;
  g_autofree char *id = NULL;

  while (n > 0 && telaah_search_rows_get_nth (self->rows, n - 1) == NULL)
    n--;
  if (n == 0)
    return FALSE;

  if (at != G_MAXUINT)
    to = (at + (forward ? 1 : n - 1)) % n;
  else
    to = find_beside (self, forward);
  if (to == G_MAXUINT)
    to = forward ? 0 : n - 1;

  id = g_strdup (unfold (self, to));
  if (n == 1 || g_strcmp0 (id, telaah_row_view_get_selected (self->view)) == 0)
    telaah_row_view_set_selected (self->view, NULL);    /* it is shown once more all the same */
  telaah_row_view_choose (self->view, id);

  return TRUE;
}

/* The one that is selected, else the first. */
gboolean
telaah_search_list_focus_hit (TelaahSearchList *self)
{
  guint at = telaah_search_list_get_position (self);

  if (at == G_MAXUINT && !telaah_search_list_step (self, TRUE))
    return FALSE;

  telaah_row_view_focus_row (self->view, telaah_row_view_get_selected (self->view));

  return TRUE;
}

/* ---- The widget ---- */

static void
telaah_search_list_dispose (GObject *object)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (object);

  g_clear_handle_id (&self->refresh_source, g_source_remove);
  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_pointer (&self->rows, telaah_search_rows_free);
  g_clear_pointer (&self->texts, telaah_hit_texts_free);
  g_clear_pointer (&self->chosen, g_hash_table_unref);
  g_clear_pointer (&self->chosen_last, g_free);

  G_OBJECT_CLASS (telaah_search_list_parent_class)->dispose (object);
}

static void
telaah_search_list_measure (GtkWidget      *widget,
                            GtkOrientation  orientation,
                            int             for_size,
                            int            *minimum,
                            int            *natural,
                            int            *minimum_baseline,
                            int            *natural_baseline)
{
  gtk_widget_measure (TELAAH_SEARCH_LIST (widget)->scroller, orientation, for_size, minimum, natural, NULL, NULL);
}

static gboolean
refresh_cb (gpointer user_data)
{
  TelaahSearchList *self = user_data;

  self->refresh_source = 0;
  telaah_row_view_refresh (self->view);

  return G_SOURCE_REMOVE;
}

/* Where there is more room, the rows say more. */
static void
telaah_search_list_size_allocate (GtkWidget *widget,
                                  int        width,
                                  int        height,
                                  int        baseline)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);

  if (self->width != width && self->refresh_source == 0)
    self->refresh_source = g_idle_add (refresh_cb, self);
  self->width = width;
  gtk_widget_size_allocate (self->scroller, &(GtkAllocation) { 0, 0, width, height }, baseline);
}

static gboolean
telaah_search_list_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_SEARCH_LIST (widget)->view));
}

static void
telaah_search_list_class_init (TelaahSearchListClass *klass)
{
  static const char *const of_hit[] = { [SELECTED] = "selected", [ACTIVATED] = "activated" };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_search_list_dispose;
  widget_class->measure = telaah_search_list_measure;
  widget_class->size_allocate = telaah_search_list_size_allocate;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_search_list_grab_focus;

  for (guint i = 0; i < G_N_ELEMENTS (of_hit); i++)
    signals[i] = g_signal_new (of_hit[i], type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CHOSEN_CHANGED] = g_signal_new ("chosen-changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                          G_TYPE_NONE, 0);
  signals[LEFT] = g_signal_new ("left", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  telaah_search_list_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "searchlist");
}

static void
telaah_search_list_init (TelaahSearchList *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };

  self->rows = telaah_search_rows_new ();
  self->chosen = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->view = TELAAH_ROW_VIEW (telaah_row_view_new ());
  telaah_row_view_set_funcs (self->view, &funcs, self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Hits"), -1);
  g_signal_connect_swapped (self->view, "selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (self->view, "activated", G_CALLBACK (activated_cb), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), GTK_WIDGET (self->view));
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));

  telaah_search_list_init_clicks (self);
}

GtkWidget *
telaah_search_list_new (void)
{
  return g_object_new (TELAAH_TYPE_SEARCH_LIST, NULL);
}

/* ---- What it shows ---- */

/* @session: (nullable) */
void
telaah_search_list_set_session (TelaahSearchList *self,
                                TelaahSession    *session)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));

  telaah_search_list_clear (self);
  g_clear_pointer (&self->texts, telaah_hit_texts_free);
  if (session != NULL)
    self->texts = telaah_hit_texts_new (session);
}

/* @hits: see telaah_search_rows_update() */
void
telaah_search_list_update (TelaahSearchList *self,
                           GPtrArray        *hits)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));
  g_return_if_fail (self->texts != NULL);

  if (telaah_search_rows_update (self->rows, telaah_hit_texts_get_session (self->texts), hits))
    show (self);
}

void
telaah_search_list_clear (TelaahSearchList *self)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));

  telaah_search_rows_clear (self->rows);
  show (self);
  telaah_search_list_choose_none (self);
}

/* What the rows say has changed. @texts: it may be their words */
void
telaah_search_list_refresh (TelaahSearchList *self,
                            gboolean          texts)
{
  g_return_if_fail (TELAAH_IS_SEARCH_LIST (self));

  if (texts && self->texts != NULL)
    telaah_hit_texts_forget (self->texts);
  telaah_row_view_refresh (self->view);
}

/* Borrowed. */
TelaahSearchRows *
telaah_search_list_get_rows (TelaahSearchList *self)
{
  return self->rows;
}

void
telaah_search_list_go_to_top (TelaahSearchList *self)
{
  telaah_row_view_go_to_top (self->view);
}
