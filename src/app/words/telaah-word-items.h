/* Any number of rows as a list model, with an object for each only while it is looked at.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_WORD_ITEM (telaah_word_item_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWordItem, telaah_word_item, TELAAH, WORD_ITEM, GObject)

gconstpointer    telaah_word_item_get_row   (TelaahWordItem    *self);

/* Whether two rows show the same. */
typedef gboolean (*TelaahWordSameFunc) (gconstpointer a,
                                        gconstpointer b,
                                        gpointer      user_data);

#define TELAAH_TYPE_WORD_ITEMS (telaah_word_items_get_type ())
G_DECLARE_FINAL_TYPE (TelaahWordItems, telaah_word_items, TELAAH, WORD_ITEMS, GObject)

TelaahWordItems *telaah_word_items_new      (TelaahWordSameFunc same,
                                             gpointer           user_data);    /* must outlive it */
void             telaah_word_items_set      (TelaahWordItems   *self,
                                             GPtrArray         *rows,     /* kept, as what they are borrowed of; */
                                             GPtrArray         *owner,    /* the same array where it owns them */
                                             gboolean           anew);
GPtrArray       *telaah_word_items_get_rows (TelaahWordItems   *self);     /* borrowed; never NULL */

G_END_DECLS
