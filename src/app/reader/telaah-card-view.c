/* Cards below each other. A list view of GTK keeps two hundred rows, of which ten are seen; here a card is made when it
 * comes into sight. A card stays with its passage, by id, so that nothing that is typed on it is ever interrupted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-view-private.h"

G_DEFINE_FINAL_TYPE_WITH_CODE (TelaahCardView, telaah_card_view, GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, NULL))

enum { PROP_0, PROP_HADJUSTMENT, PROP_VADJUSTMENT, PROP_HSCROLL_POLICY, PROP_VSCROLL_POLICY };
enum { SETUP, SELECTED, ACTIVATED, N_SIGNALS };

static guint signals[N_SIGNALS];

void
telaah_card_view_emit_activated (TelaahCardView *self,
                                 const char     *passage)
{
  g_signal_emit (self, signals[ACTIVATED], 0, passage);
}

static void follow (TelaahCardView *self,
                    GListModel     *source);

/* ---- The widget ---- */

static void
telaah_card_view_measure (GtkWidget      *widget,
                          GtkOrientation  orientation,
                          int             for_size,
                          int            *minimum,
                          int            *natural,
                          int            *minimum_baseline,
                          int            *natural_baseline)
{
  *minimum = orientation == GTK_ORIENTATION_HORIZONTAL ? 160 : 0;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? 300 : 400;
}

static void
telaah_card_view_size_allocate (GtkWidget *widget,
                                int        width,
                                int        height,
                                int        baseline)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (widget);

  if (self->width != width)
    telaah_card_view_forget (self);
  self->width = width;
  self->height = height;

  telaah_card_view_place (self);
  telaah_card_view_allocate (self);
}

static void
telaah_card_view_css_changed (GtkWidget         *widget,
                              GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (telaah_card_view_parent_class)->css_changed (widget, change);

  telaah_card_view_forget (TELAAH_CARD_VIEW (widget));
}

static void
set_adjustment (TelaahCardView *self,
                GtkOrientation  orientation,
                GtkAdjustment  *adjustment)
{
  GtkAdjustment **slot = &self->adjustments[orientation];

  if (*slot != NULL)
    g_signal_handlers_disconnect_by_data (*slot, self);
  g_set_object (slot, adjustment);

  if (adjustment != NULL && orientation == GTK_ORIENTATION_VERTICAL)
    g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (telaah_card_view_follow_value), self);
}

static void
telaah_card_view_get_property (GObject    *object,
                               guint       prop_id,
                               GValue     *value,
                               GParamSpec *pspec)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
      break;

    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_HORIZONTAL]);
      break;

    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->policies[GTK_ORIENTATION_VERTICAL]);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_card_view_set_property (GObject      *object,
                               guint         prop_id,
                               const GValue *value,
                               GParamSpec   *pspec)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (object);

  switch (prop_id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, g_value_get_object (value));
      break;

    case PROP_VADJUSTMENT:
      set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
      break;

    case PROP_HSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_HORIZONTAL] = g_value_get_enum (value);
      break;

    case PROP_VSCROLL_POLICY:
      self->policies[GTK_ORIENTATION_VERTICAL] = g_value_get_enum (value);
      break;

    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
telaah_card_view_dispose (GObject *object)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (object);
  GtkWidget *child;

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_hash_table_remove_all (self->cards);
  g_ptr_array_set_size (self->spare, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);

  follow (self, NULL);
  g_ptr_array_set_size (self->passages, 0);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_card_view_parent_class)->dispose (object);
}

static void
telaah_card_view_finalize (GObject *object)
{
  TelaahCardView *self = TELAAH_CARD_VIEW (object);

  g_hash_table_unref (self->cards);
  g_ptr_array_unref (self->spare);
  g_ptr_array_unref (self->passages);
  g_array_unref (self->heights);
  g_free (self->selected);
  g_free (self->bring);
  g_free (self->gone);

  G_OBJECT_CLASS (telaah_card_view_parent_class)->finalize (object);
}

static void
telaah_card_view_class_init (TelaahCardViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = telaah_card_view_dispose;
  object_class->finalize = telaah_card_view_finalize;
  object_class->get_property = telaah_card_view_get_property;
  object_class->set_property = telaah_card_view_set_property;

  widget_class->measure = telaah_card_view_measure;
  widget_class->size_allocate = telaah_card_view_size_allocate;
  widget_class->css_changed = telaah_card_view_css_changed;
  widget_class->focus = telaah_card_view_focus;
  widget_class->grab_focus = telaah_card_view_grab_focus;

  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  signals[SETUP] = g_signal_new ("setup", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                 NULL, NULL, NULL, G_TYPE_NONE, 1, TELAAH_TYPE_PASSAGE_CARD);
  signals[SELECTED] = g_signal_new ("selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  telaah_card_view_install_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "cardview");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_LIST);
}

static void
telaah_card_view_init (TelaahCardView *self)
{
  self->passages = g_ptr_array_new_with_free_func (g_object_unref);
  self->heights = g_array_new (FALSE, TRUE, sizeof (int));
  self->cards = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->spare = g_ptr_array_new ();
  self->changed = G_MAXUINT;
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  telaah_card_view_init_clicks (self);
}

GtkWidget *
telaah_card_view_new (void)
{
  return g_object_new (TELAAH_TYPE_CARD_VIEW, NULL);
}

/* ---- What it shows ---- */

/* The list tells where it changes, so that one passage more costs no look at the others. What is shown of it waits for
 * telaah_card_view_sync(): the rest of the session may not be up to date yet. */
static void
items_changed_cb (GListModel *source,
                  guint       position,
                  guint       removed,
                  guint       added,
                  gpointer    user_data)
{
  TelaahCardView *self = user_data;
  g_autofree int *unknown = g_new0 (int, MAX (added, 1));

  if (removed == 1)
    {
      g_free (self->gone);
      self->gone = g_strdup (telaah_card_view_get_id (self, position));
      self->gone_height = g_array_index (self->heights, int, position);
    }
  if (removed > 0)
    {
      g_ptr_array_remove_range (self->passages, position, removed);
      g_array_remove_range (self->heights, position, removed);
    }

  for (guint i = 0; i < added; i++)
    g_ptr_array_insert (self->passages, position + i, g_list_model_get_item (source, position + i));
  g_array_insert_vals (self->heights, position, unknown, added);

  /* A passage that is replaced, as every change does it, keeps its height until it is seen. */
  if (added == 1 && g_strcmp0 (telaah_card_view_get_id (self, position), self->gone) == 0)
    g_array_index (self->heights, int, position) = self->gone_height;

  if (position < self->anchor)
    self->anchor = MAX (self->anchor, position + removed) - removed + added;
  self->changed = MIN (self->changed, position);
}

/* All of them; their heights are not known yet. */
static void
take_passages (TelaahCardView *self)
{
  guint n = self->source != NULL ? g_list_model_get_n_items (self->source) : 0;

  g_ptr_array_set_size (self->passages, 0);
  for (guint i = 0; i < n; i++)
    g_ptr_array_add (self->passages, g_list_model_get_item (self->source, i));
  g_array_set_size (self->heights, 0);
  g_array_set_size (self->heights, n);
}

static void
follow (TelaahCardView *self,
        GListModel     *source)
{
  if (self->source != NULL)
    g_signal_handlers_disconnect_by_func (self->source, items_changed_cb, self);
  g_set_object (&self->source, source);
  if (source != NULL)
    g_signal_connect_object (source, "items-changed", G_CALLBACK (items_changed_cb), self, 0);
}

static void
release_all (TelaahCardView *self)
{
  g_autoptr(GList) cards = g_hash_table_get_values (self->cards);

  for (GList *link = cards; link != NULL; link = link->next)
    telaah_card_view_release (self, link->data);
}

/**
 * telaah_card_view_set_passages:
 * @session: (nullable): that they are of
 * @passages: (nullable): of TelaahPassage, in text order; later changes are taken in by telaah_card_view_sync()
 *
 * From the first one on; none is selected.
 */
void
telaah_card_view_set_passages (TelaahCardView *self,
                               TelaahSession  *session,
                               GListModel     *passages)
{
  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  release_all (self);
  g_clear_pointer (&self->selected, g_free);
  g_set_object (&self->session, session);
  follow (self, passages);
  take_passages (self);
  telaah_card_view_forget (self);
  self->anchor = 0;
  self->anchor_y = 0;
  telaah_card_view_place (self);
}

/* Each card shows its passage as it is now; those whose passage is gone are let go. */
static void
update_cards (TelaahCardView *self)
{
  g_autoptr(GList) cards = g_hash_table_get_values (self->cards);

  for (GList *link = cards; link != NULL; link = link->next)
    {
      TelaahPassageCard *card = link->data;
      TelaahPassage *shown = telaah_passage_card_get_passage (card);
      guint position = shown != NULL ? telaah_card_view_find (self, telaah_passage_fields (shown)->id) : G_MAXUINT;

      if (position != G_MAXUINT)
        telaah_passage_card_set_passage (card, self->passages->pdata[position]);
      else if (shown != NULL)
        telaah_card_view_release (self, GTK_WIDGET (card));
    }
}

/* Shows what the list of passages has become. */
void
telaah_card_view_sync (TelaahCardView *self)
{
  gboolean had_focus;
  guint changed;

  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;
  changed = self->changed;
  self->changed = G_MAXUINT;
  self->anchor = MIN (self->anchor, MAX (self->passages->len, 1) - 1);
  if (telaah_card_view_find (self, self->selected) == G_MAXUINT)
    g_clear_pointer (&self->selected, g_free);

  update_cards (self);
  telaah_card_view_place (self);

  /* The card with the focus is gone: on to the one that stands in its place. */
  if (had_focus && gtk_widget_get_focus_child (GTK_WIDGET (self)) == NULL && self->passages->len > 0)
    gtk_widget_grab_focus (telaah_card_view_need_card (self, MIN (changed, self->passages->len - 1)));
}

/* After a change of themes, points or cells. */
void
telaah_card_view_refresh (TelaahCardView *self)
{
  GHashTableIter iter;
  gpointer card;

  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  g_hash_table_iter_init (&iter, self->cards);
  while (g_hash_table_iter_next (&iter, NULL, &card))
    telaah_passage_card_refresh (card);
}

guint
telaah_card_view_get_n (TelaahCardView *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_VIEW (self), 0);

  return self->passages->len;
}

/* NULL: past the end. */
const char *
telaah_card_view_get_id (TelaahCardView *self,
                         guint           position)
{
  g_return_val_if_fail (TELAAH_IS_CARD_VIEW (self), NULL);

  return position < self->passages->len ? telaah_passage_fields (self->passages->pdata[position])->id : NULL;
}

/* G_MAXUINT: it is not there. */
guint
telaah_card_view_find (TelaahCardView *self,
                       const char     *passage)
{
  TelaahPassage *item;
  guint low = 0, high;

  g_return_val_if_fail (TELAAH_IS_CARD_VIEW (self), G_MAXUINT);

  item = self->session != NULL ? telaah_session_find_passage (self->session, passage) : NULL;
  high = self->passages->len;
  while (item != NULL && low < high)
    {
      guint middle = low + (high - low) / 2;

      if (telaah_passage_compare (self->passages->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return item != NULL && g_strcmp0 (telaah_card_view_get_id (self, low), passage) == 0 ? low : G_MAXUINT;
}

/* The first that starts at @offset or after; their number where there is none. */
guint
telaah_card_view_find_offset (TelaahCardView *self,
                              guint           offset)
{
  guint low = 0, high;

  g_return_val_if_fail (TELAAH_IS_CARD_VIEW (self), 0);

  high = self->passages->len;
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (telaah_passage_fields (self->passages->pdata[middle])->span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* NULL: it is not in sight. */
TelaahPassageCard *
telaah_card_view_get_card (TelaahCardView *self,
                           const char     *passage)
{
  g_return_val_if_fail (TELAAH_IS_CARD_VIEW (self), NULL);

  return passage != NULL ? g_hash_table_lookup (self->cards, passage) : NULL;
}

/* ---- Selecting and scrolling ---- */

const char *
telaah_card_view_get_selected (TelaahCardView *self)
{
  g_return_val_if_fail (TELAAH_IS_CARD_VIEW (self), NULL);

  return self->selected;
}

/* @passage: (nullable): its card comes into sight. %NULL: none */
void
telaah_card_view_set_selected (TelaahCardView *self,
                               const char     *passage)
{
  TelaahPassageCard *before, *now;
  g_autofree char *id = NULL;

  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  id = telaah_card_view_find (self, passage) != G_MAXUINT ? g_strdup (passage) : NULL;
  if (g_strcmp0 (self->selected, id) != 0)
    {
      before = telaah_card_view_get_card (self, self->selected);
      g_free (self->selected);
      self->selected = g_strdup (id);
      if (before != NULL)
        telaah_passage_card_set_selected (before, FALSE);
      now = telaah_card_view_get_card (self, id);
      if (now != NULL)
        telaah_passage_card_set_selected (now, TRUE);
    }

  telaah_card_view_bring (self, id);
}

/* The same by the reader's hand. */
void
telaah_card_view_choose (TelaahCardView *self,
                         const char     *passage)
{
  g_autofree char *id = g_strdup (passage);
  gboolean same;

  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  same = g_strcmp0 (self->selected, id) == 0;
  telaah_card_view_set_selected (self, id);
  if (!same && id != NULL)
    g_signal_emit (self, signals[SELECTED], 0, id);
}

/* Scrolls no further than it must. */
void
telaah_card_view_bring (TelaahCardView *self,
                        const char     *passage)
{
  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  g_free (self->bring);
  self->bring = g_strdup (passage);
  telaah_card_view_place (self);
}

void
telaah_card_view_bring_to_top (TelaahCardView *self,
                               guint           position)
{
  g_return_if_fail (TELAAH_IS_CARD_VIEW (self));

  self->anchor = position;
  self->anchor_y = 0;
  telaah_card_view_place (self);
}
