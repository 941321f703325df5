/* One of many pieces of text to choose, by looking and by typing; for a popover.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define TELAAH_TYPE_PICKER (telaah_picker_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPicker, telaah_picker, TELAAH, PICKER, GtkWidget)

/* Signals: "picked" (id), by a click or Enter. */

typedef struct
{
  char *id;
  char *words;
  char *place;     /* where they are from, or NULL */
  char *folded;    /* to search in; made when somebody types */
} TelaahPickerItem;

TelaahPickerItem *telaah_picker_item_new  (const char       *id,
                                           const char       *words,
                                           const char       *place);
void              telaah_picker_item_free (TelaahPickerItem *self);

GtkWidget        *telaah_picker_new       (const char       *placeholder);
void              telaah_picker_set_items (TelaahPicker     *self,
                                           GPtrArray        *items,
                                           const char       *nothing);

G_END_DECLS
