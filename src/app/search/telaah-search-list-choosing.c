/* Choosing among the hits of a search, by keys, clicks and checks.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-list-private.h"
#include "app/search/telaah-search-row.h"

/* ---- Those that are chosen ---- */

static void
chosen_changed (TelaahSearchList *self)
{
  if (g_hash_table_size (self->chosen) > 0)
    gtk_widget_add_css_class (GTK_WIDGET (self), "choosing");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "choosing");
  telaah_row_view_refresh (self->view);
  g_signal_emit_by_name (self, "chosen-changed");
}

static void
set_chosen (TelaahSearchList *self,
            const char       *id,
            gboolean          chosen)
{
  if (chosen)
    g_hash_table_add (self->chosen, g_strdup (id));
  else
    g_hash_table_remove (self->chosen, id);
}

static gboolean
is_hit (const TelaahSearchItem *item)
{
  return item != NULL && item->kind == TELAAH_SEARCH_ITEM_HIT;
}

void
telaah_search_list_toggle (TelaahSearchList *self,
                           const char       *id)
{
  g_autofree char *kept = g_strdup (id);

  if (!is_hit (telaah_search_list_get_item (self, kept)))
    return;

  set_chosen (self, kept, !g_hash_table_contains (self->chosen, kept));
  g_free (self->chosen_last);
  self->chosen_last = g_steal_pointer (&kept);
  chosen_changed (self);
}

/* All from the last that was chosen, or is selected, to @id. */
static void
choose_to (TelaahSearchList *self,
           const char       *id)
{
  const char *from = self->chosen_last != NULL ? self->chosen_last : telaah_row_view_get_selected (self->view);
  guint a = telaah_search_rows_find (self->rows, from), b = telaah_search_rows_find (self->rows, id);

  if (b == G_MAXUINT)
    return;
  if (a == G_MAXUINT)
    a = b;
  for (guint i = MIN (a, b); i <= MAX (a, b); i++)
    set_chosen (self, telaah_search_rows_get_nth (self->rows, i)->id, TRUE);
  if (self->chosen_last == NULL)
    self->chosen_last = g_strdup (from != NULL ? from : id);
  chosen_changed (self);
}

guint
telaah_search_list_count_chosen (TelaahSearchList *self)
{
  return g_hash_table_size (self->chosen);
}

/* Returns: (transfer full) (element-type TelaahHit): those in texts that are chosen; all, where none is. Borrowed of what
 * is shown */
GPtrArray *
telaah_search_list_dup_chosen (TelaahSearchList *self)
{
  gboolean all = g_hash_table_size (self->chosen) == 0;
  GPtrArray *hits = g_ptr_array_new ();
  const TelaahSearchItem *item, *before = NULL;

  for (guint i = 0; (item = telaah_search_rows_get_nth (self->rows, i)) != NULL; i++, before = item)
    if (item != before && item->place == TELAAH_PLACE_TEXT && (all || g_hash_table_contains (self->chosen, item->id)))
      g_ptr_array_add (hits, (gpointer) item->hit);

  return hits;
}

void
telaah_search_list_choose_none (TelaahSearchList *self)
{
  g_clear_pointer (&self->chosen_last, g_free);
  if (g_hash_table_size (self->chosen) == 0)
    return;

  g_hash_table_remove_all (self->chosen);
  chosen_changed (self);
}

static gboolean
is_gone (gpointer id,
         gpointer value,
         gpointer rows)
{
  return telaah_search_rows_find (rows, id) == G_MAXUINT;
}

/* What is no longer found is no longer chosen. */
void
telaah_search_list_tidy_chosen (TelaahSearchList *self)
{
  if (g_hash_table_foreach_remove (self->chosen, is_gone, self->rows) > 0)
    chosen_changed (self);
}

/* ---- Keys and clicks ---- */

static gboolean
fold_cb (GtkWidget *widget,
         GVariant  *arguments,
         gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  TelaahSearchItem *group = telaah_search_list_get_group (self);
  g_autofree char *id = group != NULL ? g_strdup (group->id) : NULL;
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL, left;

  g_variant_get (arguments, "(b)", &left);
  if (id == NULL)
    return FALSE;

  telaah_search_list_fold (self, id, left != rtl);
  telaah_row_view_focus_row (self->view, id);

  return TRUE;
}

static gboolean
space_cb (GtkWidget *widget,
          GVariant  *arguments,
          gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  TelaahSearchItem *item = telaah_search_list_get_item (self, telaah_row_view_get_selected (self->view));

  if (item == NULL)
    return FALSE;

  if (is_hit (item))
    telaah_search_list_toggle (self, item->id);
  else
    telaah_search_list_fold (self, item->id, !item->folded);

  return TRUE;
}

/* Up and Down with Shift. */
static gboolean
extend_cb (GtkWidget *widget,
           GVariant  *arguments,
           gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  guint at = telaah_search_list_get_position (self);
  gboolean forward;

  g_variant_get (arguments, "(b)", &forward);
  if (at == G_MAXUINT || (forward ? telaah_search_rows_get_nth (self->rows, at + 1) == NULL : at == 0))
    return TRUE;

  choose_to (self, telaah_row_view_get_selected (self->view));
  telaah_search_list_step (self, forward);
  telaah_row_view_focus_row (self->view, telaah_row_view_get_selected (self->view));
  choose_to (self, telaah_row_view_get_selected (self->view));

  return TRUE;
}

static gboolean
choose_all_cb (GtkWidget *widget,
               GVariant  *arguments,
               gpointer   user_data)
{
  TelaahSearchList *self = TELAAH_SEARCH_LIST (widget);
  const TelaahSearchItem *item;

  for (guint i = 0; (item = telaah_search_rows_get_nth (self->rows, i)) != NULL; i++)
    set_chosen (self, item->id, TRUE);
  chosen_changed (self);

  return TRUE;
}

static gboolean
up_cb (GtkWidget *widget,
       GVariant  *arguments,
       gpointer   user_data)
{
  g_signal_emit_by_name (widget, "left");

  return TRUE;
}

static const char *
get_id_at (TelaahSearchList *self,
           double            x,
           double            y)
{
  GtkWidget *widget = gtk_widget_pick (GTK_WIDGET (self), x, y, GTK_PICK_DEFAULT);
  GtkWidget *row = widget != NULL ? gtk_widget_get_ancestor (widget, TELAAH_TYPE_SEARCH_ROW) : NULL;

  /* The padding of the row itself. */
  if (row == NULL && widget != NULL && TELAAH_IS_ROW (widget))
    row = telaah_row_get_content (TELAAH_ROW (widget));

  return TELAAH_IS_SEARCH_ROW (row) ? telaah_search_row_get_id (TELAAH_SEARCH_ROW (row)) : NULL;
}

/* With Ctrl or Shift a click chooses, and on a group it folds; else it is the view's. */
static void
pressed_cb (TelaahSearchList *self,
            int               n_press,
            double            x,
            double            y,
            GtkGesture       *gesture)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  g_autofree char *id = g_strdup (get_id_at (self, x, y));
  TelaahSearchItem *item = telaah_search_list_get_item (self, id);

  if (item == NULL || (item->kind != TELAAH_SEARCH_ITEM_GROUP && !(state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))))
    {
      gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_DENIED);
      return;
    }

  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
  if (item->kind == TELAAH_SEARCH_ITEM_GROUP)
    {
      telaah_search_list_fold (self, id, !item->folded);
      telaah_row_view_focus_row (self->view, id);
    }
  else if (state & GDK_SHIFT_MASK)
    choose_to (self, id);
  else
    telaah_search_list_toggle (self, id);
}

void
telaah_search_list_install_keys (GtkWidgetClass *widget_class)
{
  static const struct
  {
    guint            keys[2];
    GdkModifierType  modifiers;
    GtkShortcutFunc  func;
    gboolean         value;
  } all[] = {
    { { GDK_KEY_space, GDK_KEY_KP_Space }, 0, space_cb },
    { { GDK_KEY_space, GDK_KEY_KP_Space }, GDK_CONTROL_MASK, space_cb },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, 0, up_cb },
    { { GDK_KEY_Up, GDK_KEY_KP_Up }, GDK_SHIFT_MASK, extend_cb, FALSE },
    { { GDK_KEY_Down, GDK_KEY_KP_Down }, GDK_SHIFT_MASK, extend_cb, TRUE },
    { { GDK_KEY_Left, GDK_KEY_KP_Left }, 0, fold_cb, TRUE },
    { { GDK_KEY_Right, GDK_KEY_KP_Right }, 0, fold_cb, FALSE },
    { { GDK_KEY_a, GDK_KEY_A }, GDK_CONTROL_MASK, choose_all_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++)
    for (guint k = 0; k < 2; k++)
      gtk_widget_class_add_binding (widget_class, all[i].keys[k], all[i].modifiers, all[i].func, "(b)", all[i].value);
}

/* What is typed on a row is more of the question. */
static gboolean
typed_cb (TelaahSearchList      *self,
          guint                  keyval,
          guint                  keycode,
          GdkModifierType        state,
          GtkEventControllerKey *controller)
{
  gunichar c = gdk_keyval_to_unicode (keyval);

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) || self->capture == NULL ||
      ((c <= ' ' || c == 0x7f) && keyval != GDK_KEY_BackSpace))
    return GDK_EVENT_PROPAGATE;

  gtk_text_grab_focus_without_selecting (self->capture);
  gtk_editable_set_position (GTK_EDITABLE (self->capture), -1);

  return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->capture));
}

/* @text: (nullable): where what is typed on the rows goes */
void
telaah_search_list_set_capture (TelaahSearchList *self,
                                GtkText          *text)
{
  self->capture = text;
}

void
telaah_search_list_init_clicks (TelaahSearchList *self)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *typed = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (click));

  g_signal_connect_swapped (typed, "key-pressed", G_CALLBACK (typed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), typed);
}
