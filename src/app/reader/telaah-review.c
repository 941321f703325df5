/* The review tray: passages that have lost their words, each with the best place found for it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-review.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-live-rows.h"
#include "app/reader/telaah-review-card.h"
#include "app/telaah-focus.h"

struct _TelaahReview
{
  GtkWidget       parent_instance;

  TelaahSession  *session;
  TelaahLiveRows *rows;
  TelaahText     *text;          /* of the card that was filled last, and of which source */
  char           *text_source;

  /* From the template. */
  GtkLabel       *count;
  GtkWidget      *accept_all;
  GtkListBox     *list;
};

G_DEFINE_FINAL_TYPE (TelaahReview, telaah_review, GTK_TYPE_WIDGET)

enum { SHOW_SPAN, PLACE, DONE, FAILED, CLOSED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* ---- Rows ---- */

static const TelaahPassageFields *
get_fields (gpointer item)
{
  return telaah_passage_fields (item);
}

static const char *
get_id (gpointer item)
{
  return get_fields (item)->id;
}

static gboolean
has_candidate (const TelaahPassageFields *f)
{
  return f->candidate.start < f->candidate.end;
}

static void
forget_text (TelaahReview *self)
{
  g_clear_pointer (&self->text, telaah_text_unref);
  g_clear_pointer (&self->text_source, g_free);
}

/* Borrowed. Most of them are of one source, so the last one is kept. */
static TelaahText *
get_text (TelaahReview *self,
          const char   *source)
{
  if (g_strcmp0 (self->text_source, source) != 0)
    {
      forget_text (self);
      self->text = telaah_session_dup_text (self->session, source, NULL);
      self->text_source = g_strdup (source);
    }

  return self->text;
}

static GtkListBoxRow *
create_row (gpointer user_data)
{
  return GTK_LIST_BOX_ROW (telaah_review_card_new ());
}

static void
bind_row (GtkListBoxRow *row,
          gpointer       item,
          gpointer       user_data)
{
}

static void
refresh_row (GtkListBoxRow *row,
             gpointer       item,
             gpointer       user_data)
{
  TelaahReview *self = user_data;

  telaah_review_card_show (TELAAH_REVIEW_CARD (row), self->session, item, get_text (self, get_fields (item)->source));
}

static const TelaahLiveRowsFuncs funcs = { get_id, create_row, bind_row, refresh_row };

/* Ids of those that have a candidate; they are the list's own. */
static GPtrArray *
dup_acceptable (TelaahReview *self)
{
  GListModel *review = telaah_session_get_review (self->session);
  GPtrArray *ids = g_ptr_array_new ();

  for (guint i = 0; i < g_list_model_get_n_items (review); i++)
    {
      g_autoptr(TelaahPassage) passage = g_list_model_get_item (review, i);

      if (has_candidate (get_fields (passage)))
        g_ptr_array_add (ids, (gpointer) get_id (passage));
    }

  return ids;
}

static void
update (TelaahReview *self)
{
  GListModel *review = self->session != NULL ? telaah_session_get_review (self->session) : NULL;
  guint n = review != NULL ? g_list_model_get_n_items (review) : 0;
  g_autoptr(GPtrArray) acceptable = n > 0 ? dup_acceptable (self) : g_ptr_array_new ();
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *label = g_strdup_printf (_("Accept All %u Places"), acceptable->len);

  gtk_label_set_text (self->count, n > 0 ? count : "");
  gtk_button_set_label (GTK_BUTTON (self->accept_all), label);
  gtk_widget_set_visible (self->accept_all, acceptable->len > 1);
}

static void
changed_cb (TelaahReview *self,
            TelaahChange  changes)
{
  if (changes & TELAAH_CHANGE_SOURCES)
    forget_text (self);
  if (changes & (TELAAH_CHANGE_REVIEW | TELAAH_CHANGE_PASSAGES | TELAAH_CHANGE_SOURCES))
    {
      telaah_live_rows_sync (self->rows, telaah_session_get_review (self->session));
      update (self);
    }
  if (changes & (TELAAH_CHANGE_THEMES | TELAAH_CHANGE_SOURCES))
    telaah_live_rows_invalidate (self->rows);
}

/* ---- Verbs ---- */

static gboolean
tell (TelaahReview *self,
      gboolean      done,
      GError       *error,
      const char   *message)
{
  if (done)
    g_signal_emit (self, signals[DONE], 0, message);
  else
    g_signal_emit (self, signals[FAILED], 0, error->message);

  return done;
}

static void
accept_one (TelaahReview              *self,
            const TelaahPassageFields *f)
{
  const char *const ids[] = { f->id, NULL };
  g_autoptr(GError) error = NULL;

  tell (self, telaah_session_accept_candidates (self->session, ids, &error), error, _("Passage placed"));
}

static void
drop (TelaahReview              *self,
      const TelaahPassageFields *f)
{
  g_autoptr(GError) error = NULL;

  tell (self, telaah_session_untag (self->session, f->id, NULL, &error), error, _("Passage removed"));
}

/* On words that were selected by hand. */
void
telaah_review_place (TelaahReview *self,
                     const char   *passage,
                     TelaahSpan    span)
{
  g_autoptr(GError) error = NULL;

  g_return_if_fail (TELAAH_IS_REVIEW (self) && self->session != NULL);

  tell (self, telaah_session_move_passage (self->session, passage, span, &error), error, _("Passage placed"));
}

/* ---- Actions ---- */

/* The card that a command is about: the one with the focus in it, else the selected one. Reffed; NULL: none. */
static TelaahPassage *
ref_current (TelaahReview *self)
{
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self->list));
  gpointer item = telaah_live_rows_get_item (focus != NULL ? GTK_LIST_BOX_ROW (focus)
                                                           : gtk_list_box_get_selected_row (self->list));

  return item != NULL ? g_object_ref (item) : NULL;
}

static void
accept_cb (GtkWidget  *widget,
           const char *action_name,
           GVariant   *parameter)
{
  g_autoptr(TelaahPassage) passage = ref_current (TELAAH_REVIEW (widget));

  if (passage != NULL)
    accept_one (TELAAH_REVIEW (widget), get_fields (passage));
}

static void
place_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_autoptr(TelaahPassage) passage = ref_current (TELAAH_REVIEW (widget));

  if (passage != NULL)
    g_signal_emit (widget, signals[PLACE], 0, get_id (passage));
}

static void
drop_cb (GtkWidget  *widget,
         const char *action_name,
         GVariant   *parameter)
{
  g_autoptr(TelaahPassage) passage = ref_current (TELAAH_REVIEW (widget));

  if (passage != NULL)
    drop (TELAAH_REVIEW (widget), get_fields (passage));
}

static void
accept_all_cb (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  TelaahReview *self = TELAAH_REVIEW (widget);
  g_autoptr(GPtrArray) ids = dup_acceptable (self);
  g_autofree char *message = g_strdup_printf (ngettext ("%u passage placed", "%u passages placed", ids->len), ids->len);
  g_autoptr(GError) error = NULL;

  if (ids->len == 0)
    return;

  g_ptr_array_add (ids, NULL);
  tell (self, telaah_session_accept_candidates (self->session, (const char *const *) ids->pdata, &error), error,
        message);
}

static void
close_cb (GtkWidget  *widget,
          const char *action_name,
          GVariant   *parameter)
{
  g_signal_emit (widget, signals[CLOSED], 0);
}

/* ---- From the list ---- */

static void
row_selected_cb (TelaahReview  *self,
                 GtkListBoxRow *row)
{
  TelaahPassage *passage = telaah_live_rows_get_item (row);

  if (passage != NULL && gtk_widget_get_mapped (GTK_WIDGET (self)))
    g_signal_emit (self, signals[SHOW_SPAN], 0, get_fields (passage)->source, get_fields (passage)->candidate.start,
                   get_fields (passage)->candidate.end);
}

/* Enter does what is next: takes the place that was found, or looks for one. */
static void
row_activated_cb (TelaahReview  *self,
                  GtkListBoxRow *row)
{
  g_autoptr(TelaahPassage) passage = g_object_ref (telaah_live_rows_get_item (row));

  if (has_candidate (get_fields (passage)))
    accept_one (self, get_fields (passage));
  else
    g_signal_emit (self, signals[PLACE], 0, get_id (passage));
}

/* ---- The widget ---- */

/* Whoever opens the tray sees the first of them in its text. */
static void
telaah_review_map (GtkWidget *widget)
{
  TelaahReview *self = TELAAH_REVIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  GTK_WIDGET_CLASS (telaah_review_parent_class)->map (widget);

  if (row != NULL)
    row_selected_cb (self, row);
  else if ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_select_row (self->list, row);
}

static gboolean
telaah_review_grab_focus (GtkWidget *widget)
{
  TelaahReview *self = TELAAH_REVIEW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);

  if (row == NULL)
    row = gtk_list_box_get_row_at_index (self->list, 0);

  return row != NULL ? gtk_widget_grab_focus (GTK_WIDGET (row)) : gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

static void
telaah_review_dispose (GObject *object)
{
  TelaahReview *self = TELAAH_REVIEW (object);
  GtkWidget *child;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_pointer (&self->rows, telaah_live_rows_free);
  forget_text (self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_REVIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_review_parent_class)->dispose (object);
}

static void
add_signals (GType type)
{
  signals[SHOW_SPAN] = g_signal_new ("show-span", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                     3, G_TYPE_STRING, G_TYPE_UINT, G_TYPE_UINT);
  signals[PLACE] = g_signal_new ("place", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[DONE] = g_signal_new ("done", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                  1, G_TYPE_STRING);
  signals[CLOSED] = g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
telaah_review_class_init (TelaahReviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_review_dispose;
  widget_class->map = telaah_review_map;
  widget_class->focus = telaah_focus_through;
  widget_class->grab_focus = telaah_review_grab_focus;
  add_signals (G_TYPE_FROM_CLASS (klass));

  gtk_widget_class_set_css_name (widget_class, "reviewtray");
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-review.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahReview, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahReview, accept_all);
  gtk_widget_class_bind_template_child (widget_class, TelaahReview, list);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);

  gtk_widget_class_install_action (widget_class, "review.accept", NULL, accept_cb);
  gtk_widget_class_install_action (widget_class, "review.place", NULL, place_cb);
  gtk_widget_class_install_action (widget_class, "review.drop", NULL, drop_cb);
  gtk_widget_class_install_action (widget_class, "review.accept-all", NULL, accept_all_cb);
  gtk_widget_class_install_action (widget_class, "review.close", NULL, close_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Delete, 0, "review.drop", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_KP_Delete, 0, "review.drop", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "review.close", NULL);
}

static void
telaah_review_init (TelaahReview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = telaah_live_rows_new (self->list, &funcs, self);
}

GtkWidget *
telaah_review_new (void)
{
  return g_object_new (TELAAH_TYPE_REVIEW, NULL);
}

/* @session: (nullable) */
void
telaah_review_set_session (TelaahReview  *self,
                           TelaahSession *session)
{
  g_return_if_fail (TELAAH_IS_REVIEW (self));

  if (self->session == session)
    return;

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  telaah_live_rows_sync (self->rows, NULL);
  forget_text (self);
  g_set_object (&self->session, session);
  if (session != NULL)
    {
      g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      telaah_live_rows_sync (self->rows, telaah_session_get_review (session));
    }
  update (self);
}

/* Borrowed: id of a passage; NULL: none. */
const char *
telaah_review_get_selected (TelaahReview *self)
{
  gpointer item = telaah_live_rows_get_item (gtk_list_box_get_selected_row (self->list));

  return item != NULL ? get_id (item) : NULL;
}
