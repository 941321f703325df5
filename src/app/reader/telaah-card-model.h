/* The passages of a source for a list of cards: an item stays the same for as long as its passage is there.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-passage.h"

G_BEGIN_DECLS

/* A place in the list. Its property "passage" is another object whenever the passage has changed. */
#define TELAAH_TYPE_CARD_ITEM (telaah_card_item_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCardItem, telaah_card_item, TELAAH, CARD_ITEM, GObject)

TelaahPassage *telaah_card_item_get_passage (TelaahCardItem *self);

#define TELAAH_TYPE_CARD_MODEL (telaah_card_model_get_type ())
G_DECLARE_FINAL_TYPE (TelaahCardModel, telaah_card_model, TELAAH, CARD_MODEL, GObject)

TelaahCardModel *telaah_card_model_new          (void);
void             telaah_card_model_set_passages (TelaahCardModel *self,
                                                 GListModel      *passages);
void             telaah_card_model_sync         (TelaahCardModel *self);
const char      *telaah_card_model_get_id       (TelaahCardModel *self,
                                                 guint            position);
guint            telaah_card_model_find         (TelaahCardModel *self,
                                                 const char      *passage);
guint            telaah_card_model_find_offset  (TelaahCardModel *self,
                                                 guint            offset);

G_END_DECLS
