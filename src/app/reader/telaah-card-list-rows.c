/* The cards of the list, as rows of a view: what it asks of a passage, and of the card that shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-card-list-private.h"

static const char *
get_id (gpointer item)
{
  return telaah_passage_fields (item)->id;
}

static GtkWidget *
create_card (gpointer user_data)
{
  GtkWidget *card = telaah_passage_card_new ();

  g_signal_connect_object (card, "failed", G_CALLBACK (telaah_card_list_emit_failed), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "removed", G_CALLBACK (telaah_card_list_emit_removed), user_data, G_CONNECT_SWAPPED);
  g_signal_connect_object (card, "note-done", G_CALLBACK (telaah_card_list_emit_note_done), user_data,
                           G_CONNECT_SWAPPED);

  return card;
}

static void
bind_card (GtkWidget *card,
           gpointer   item,
           gpointer   user_data)
{
  if (item != NULL)
    telaah_passage_card_set_session (TELAAH_PASSAGE_CARD (card), TELAAH_CARD_LIST (user_data)->session);
  telaah_passage_card_set_passage (TELAAH_PASSAGE_CARD (card), item);
}

static void
select_card (GtkWidget *card,
             gboolean   selected,
             gpointer   user_data)
{
  telaah_passage_card_set_selected (TELAAH_PASSAGE_CARD (card), selected);
}

/* They stand in text order. */
static guint
find_card (GPtrArray  *passages,
           const char *id,
           gpointer    user_data)
{
  TelaahPassage *item = telaah_session_find_passage (TELAAH_CARD_LIST (user_data)->session, id);
  guint low = 0, high = passages->len;

  while (item != NULL && low < high)
    {
      guint middle = low + (high - low) / 2;

      if (telaah_passage_compare (passages->pdata[middle], item) < 0)
        low = middle + 1;
      else
        high = middle;
    }

  return item != NULL && low < passages->len && g_str_equal (get_id (passages->pdata[low]), id) ? low : G_MAXUINT;
}

/* The first that starts at @offset or after; their number where there is none. */
guint
telaah_card_list_find_offset (TelaahCardList *self,
                              guint           offset)
{
  GListModel *passages;
  guint low = 0, high;

  if (self->source == NULL)
    return 0;

  passages = telaah_session_get_passages (self->session, self->source);
  high = g_list_model_get_n_items (passages);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      g_autoptr(TelaahPassage) item = g_list_model_get_item (passages, middle);

      if (telaah_passage_fields (item)->span.start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

static void
refresh_cb (gpointer card,
            gpointer user_data)
{
  telaah_passage_card_refresh (card);
}

/* After a change of themes, points or cells, which a passage knows nothing of. */
void
telaah_card_list_refresh_cards (TelaahCardList *self)
{
  telaah_row_view_foreach (self->view, refresh_cb, NULL);
}

/* NULL: none, or not in sight. */
TelaahPassageCard *
telaah_card_list_get_selected_card (TelaahCardList *self)
{
  GtkWidget *card = telaah_row_view_get_content (self->view, telaah_row_view_get_selected (self->view));

  return card != NULL ? TELAAH_PASSAGE_CARD (card) : NULL;
}

void
telaah_card_list_init_rows (TelaahCardList *self)
{
  static const TelaahRowFuncs funcs = { get_id, create_card, bind_card, select_card, find_card };

  telaah_row_view_set_funcs (self->view, &funcs, self);
}
