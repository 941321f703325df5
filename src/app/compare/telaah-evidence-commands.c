/* What one can do with the passages of a cell, by key and by menu: order, hide, pin, open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-evidence-private.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-evidence-card.h"
#include "app/telaah-picker.h"

static void
tell (TelaahEvidenceList *self,
      gboolean            done,
      GError             *error)
{
  if (!done)
    g_signal_emit_by_name (self, "failed", error->message);
}

static guint
find (TelaahEvidenceList *self,
      const char         *passage)
{
  GPtrArray *evidence = self->cell != NULL ? telaah_cell_get_evidence (self->cell) : NULL;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    if (g_strcmp0 (telaah_passage_fields (evidence->pdata[i])->id, passage) == 0)
      return i;

  return G_MAXUINT;
}

/* ---- Verbs ---- */

/* @before: (nullable): %NULL: the end */
gboolean
telaah_evidence_list_move (TelaahEvidenceList *self,
                           const char         *passage,
                           const char         *before)
{
  g_autofree char *kept = g_strdup (passage);
  g_autoptr(GError) error = NULL;
  gboolean done = telaah_session_move_evidence (self->session, telaah_cell_fields (self->cell)->point, kept, before,
                                                &error);

  tell (self, done, error);
  if (done)
    telaah_row_view_set_selected (self->view, kept);

  return done;
}

static void
move_by (TelaahEvidenceList *self,
         const char         *passage,
         int                 by)
{
  GPtrArray *evidence = self->cell != NULL ? telaah_cell_get_evidence (self->cell) : NULL;
  guint at = find (self, passage), before;
  g_autofree char *next = NULL;

  if (at == G_MAXUINT || (by < 0 && at == 0) || (by > 0 && at + 1 == evidence->len))
    {
      gtk_widget_error_bell (GTK_WIDGET (self->view));
      return;
    }

  before = by < 0 ? at - 1 : at + 2;
  next = before < evidence->len ? g_strdup (telaah_passage_fields (evidence->pdata[before])->id) : NULL;
  telaah_evidence_list_move (self, passage, next);
}

void
telaah_evidence_list_set_state (TelaahEvidenceList  *self,
                                const char          *passage,
                                TelaahEvidenceState  state)
{
  g_autofree char *kept = g_strdup (passage);
  g_autoptr(GError) error = NULL;

  if (self->cell != NULL)
    tell (self, telaah_session_set_evidence (self->session, telaah_cell_fields (self->cell)->point, kept, state,
                                             &error), error);
}

static void
open_passage (TelaahEvidenceList *self,
              const char         *passage)
{
  g_signal_emit_by_name (self, "open-passage", telaah_cell_fields (self->cell)->source, passage);
}

/* One that a theme brings would come again: it is left out. One that was put in is only taken out. */
static void
toggle_hidden (TelaahEvidenceList *self,
               const char         *passage)
{
  const char *point = telaah_cell_fields (self->cell)->point;
  gboolean back = g_hash_table_contains (self->left_out, passage);
  gboolean pinned = !back && telaah_session_is_pinned (self->session, point, passage);

  telaah_evidence_list_set_state (self, passage, back || pinned ? TELAAH_EVIDENCE_USUAL : TELAAH_EVIDENCE_HIDDEN);
}

/* ---- Actions ---- */

static void
passage_action (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       user_data)
{
  TelaahEvidenceList *self = user_data;
  const char *name = g_action_get_name (G_ACTION (action));
  g_autofree char *passage = g_variant_dup_string (parameter, NULL);

  if (self->cell == NULL)
    return;

  if (g_str_equal (name, "open"))
    open_passage (self, passage);
  else if (g_str_equal (name, "up") || g_str_equal (name, "down"))
    move_by (self, passage, *name == 'u' ? -1 : 1);
  else
    telaah_evidence_list_set_state (self, passage, g_str_equal (name, "hide") ? TELAAH_EVIDENCE_HIDDEN
                                                                             : TELAAH_EVIDENCE_USUAL);
}

static void
sort_action (GSimpleAction *action,
             GVariant      *parameter,
             gpointer       user_data)
{
  TelaahEvidenceList *self = user_data;
  g_autoptr(GError) error = NULL;

  if (self->cell != NULL)
    tell (self, telaah_session_sort_evidence (self->session, telaah_cell_fields (self->cell)->point,
                                              telaah_cell_fields (self->cell)->source, &error), error);
}

/* ---- Keys ---- */

static gboolean
key_pressed_cb (TelaahEvidenceList *self,
                guint               key,
                guint               code,
                GdkModifierType     state)
{
  GdkModifierType modifiers = state & gtk_accelerator_get_default_mod_mask ();
  g_autofree char *id = g_strdup (telaah_row_view_get_selected (self->view));
  GtkWidget *content = telaah_row_view_get_content (self->view, id);
  GtkWidget *card = content != NULL ? gtk_widget_get_first_child (content) : NULL;
  gboolean passage = card != NULL && gtk_widget_get_visible (card);

  if (!passage)
    return GDK_EVENT_PROPAGATE;

  if (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Up || key == GDK_KEY_KP_Up))
    move_by (self, id, -1);
  else if (modifiers == GDK_ALT_MASK && (key == GDK_KEY_Down || key == GDK_KEY_KP_Down))
    move_by (self, id, 1);
  else if (modifiers == 0 && (key == GDK_KEY_h || key == GDK_KEY_H || key == GDK_KEY_Delete))
    toggle_hidden (self, id);
  else if ((modifiers == 0 && key == GDK_KEY_Menu) || (modifiers == GDK_SHIFT_MASK && key == GDK_KEY_F10))
    telaah_evidence_card_popup (TELAAH_EVIDENCE_CARD (card));
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
menu_clicked_cb (TelaahEvidenceList *self,
                 int                 n_press,
                 double              x,
                 double              y)
{
  GtkWidget *picked = gtk_widget_pick (GTK_WIDGET (self->view), x, y, GTK_PICK_DEFAULT);
  GtkWidget *card = picked != NULL ? gtk_widget_get_ancestor (picked, TELAAH_TYPE_EVIDENCE_CARD) : NULL;

  if (card != NULL)
    telaah_evidence_card_popup (TELAAH_EVIDENCE_CARD (card));
}

void
telaah_evidence_list_add_actions (TelaahEvidenceList *self)
{
  static const GActionEntry entries[] = {
    { "open", passage_action, "s" }, { "up", passage_action, "s" }, { "down", passage_action, "s" },
    { "hide", passage_action, "s" }, { "show", passage_action, "s" }, { "unpin", passage_action, "s" },
    { "sort", sort_action },
  };
  g_autoptr(GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self->rows), "evidence", G_ACTION_GROUP (group));

  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect_object (click, "pressed", G_CALLBACK (menu_clicked_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
}

/* ---- Adding ---- */

/* The passages of the source that are not here yet. */
void
telaah_evidence_list_fill_picker (TelaahEvidenceList *self,
                                  GtkWidget          *picker)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_picker_item_free);
  g_autoptr(GHashTable) there = g_hash_table_new (g_str_hash, g_str_equal);
  const char *source = self->cell != NULL ? telaah_cell_fields (self->cell)->source : NULL;
  GPtrArray *evidence = self->cell != NULL ? telaah_cell_get_evidence (self->cell) : NULL;
  GListModel *passages = source != NULL ? telaah_session_get_passages (self->session, source) : NULL;
  guint n = passages != NULL ? g_list_model_get_n_items (passages) : 0;

  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    g_hash_table_add (there, (gpointer) telaah_passage_fields (evidence->pdata[i])->id);

  for (guint i = 0; i < n; i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, i);
      const TelaahPassageFields *f = telaah_passage_fields (passage);
      g_autofree char *place = NULL;

      if (g_hash_table_contains (there, f->id))
        continue;

      place = telaah_place_words_dup (self->session, passage);
      g_ptr_array_add (items, telaah_picker_item_new (f->id, f->quote, place));
    }

  telaah_picker_set_items (TELAAH_PICKER (picker), items,
                           items->len > 0 ? _("Nothing found") : _("This source has no other passages."));
}
