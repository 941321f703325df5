/* A concordance: every place of a word or a query in its line, with the word in the middle.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-concordance-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "app/words/telaah-concordance-row.h"
#include "app/words/telaah-word-asking.h"
#include "app/words/telaah-word-choice.h"
#include "app/words/telaah-word-items.h"

struct _TelaahConcordanceView
{
  GtkWidget           parent_instance;

  TelaahSession      *session;
  TelaahWordAsking    asking;
  TelaahWordItems    *lines;
  GtkSingleSelection *selection;
  GPtrArray          *rows;         /* those that there are now; borrowed */
  gboolean            narrow;
  gboolean            filling;      /* not asked by a person */

  /* From the template. */
  GtkOrientable      *bar;
  GtkEditable        *entry;
  GtkToggleButton    *forms;
  GtkDropDown        *order;
  GtkDropDown        *source;
  GtkStack           *stack;
  GtkScrolledWindow  *scroller;
  GtkListView        *view;
  AdwStatusPage      *failure;
  GtkLabel           *count;
  GtkSpinner         *spinner;
};

G_DEFINE_FINAL_TYPE (TelaahConcordanceView, telaah_concordance_view, GTK_TYPE_WIDGET)

enum { OPEN_HIT, ANSWERED, N_SIGNALS };

static guint signals[N_SIGNALS];

/* Characters on either side: more than a wide screen has room for. */
#define CONTEXT 160

/* Before what is being typed is looked for. */
#define TYPING_MS 150

/* Before what has changed is looked at. */
#define CHANGED_MS 300

/* ---- What it shows ---- */

/* Of a concordance two lines are the same where they are in the same place and read the same. */
static gboolean
is_same (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const TelaahConcordanceLine *first = a, *second = b;

  return telaah_span_compare (first->hit->span, second->hit->span) == 0 &&
         strcmp (first->hit->source, second->hit->source) == 0 && strcmp (first->words, second->words) == 0 &&
         strcmp (first->before, second->before) == 0 && strcmp (first->after, second->after) == 0;
}

static guint
count_sources (GPtrArray *lines)
{
  g_autoptr(GHashTable) sources = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < lines->len; i++)
    g_hash_table_add (sources, ((TelaahConcordanceLine *) lines->pdata[i])->hit->source);

  return g_hash_table_size (sources);
}

/* "37 places · 4 sources" */
static void
show_count (TelaahConcordanceView *self)
{
  GPtrArray *lines = telaah_concordance_view_get_lines (self);
  guint n_sources = count_sources (lines);
  g_autofree char *places = NULL, *sources = NULL, *count = NULL;

  if (lines->len >= TELAAH_CONCORDANCE_VIEW_MOST)
    places = g_strdup_printf (ngettext ("The first %'u place", "The first %'u places", lines->len), lines->len);
  else
    places = g_strdup_printf (ngettext ("%'u place", "%'u places", lines->len), lines->len);
  sources = g_strdup_printf (ngettext ("%'u source", "%'u sources", n_sources), n_sources);
  count = g_strdup_printf ("%s · %s", places, sources);
  gtk_label_set_text (self->count, lines->len > 0 ? count : "");
}

static void
show (TelaahConcordanceView *self,
      GPtrArray             *lines,
      const char            *page)
{
  gboolean anew = telaah_word_asking_end (&self->asking);

  if (anew)
    gtk_single_selection_set_selected (self->selection, GTK_INVALID_LIST_POSITION);
  telaah_word_items_set (self->lines, lines, lines, anew);
  if (anew)
    gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scroller), 0);
  gtk_stack_set_visible_child_name (self->stack, page);
  show_count (self);
  g_signal_emit (self, signals[ANSWERED], 0);
}

static void
show_nothing (TelaahConcordanceView *self,
              const char            *page)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  show (self, none, page);
}

/* ---- Asking ---- */

static void
answered_cb (GObject      *session,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr(TelaahConcordanceView) self = user_data;
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) lines = telaah_session_word_list_finish (TELAAH_SESSION (session), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (lines != NULL)
    {
      show (self, lines, lines->len > 0 ? "list" : "not-found");
      return;
    }

  adw_status_page_set_description (self->failure, error->message);
  show_nothing (self, "failed");
}

static void
ask (GtkWidget    *widget,
     GCancellable *cancellable)
{
  TelaahConcordanceView *self = TELAAH_CONCORDANCE_VIEW (widget);
  g_autofree char *words = g_strstrip (g_strdup (gtk_editable_get_text (self->entry)));
  gboolean forms = gtk_toggle_button_get_active (self->forms);
  TelaahSearchRequest request = {
    .words = words, .flags = TELAAH_SEARCH_FOLD | (forms ? TELAAH_SEARCH_STEM : 0), .scope = TELAAH_SCOPE_TEXT,
    .source = telaah_word_choice_get (self->source), .limit = TELAAH_CONCORDANCE_VIEW_MOST,
  };

  if (g_list_model_get_n_items (telaah_session_get_sources (self->session)) == 0)
    show_nothing (self, "no-texts");
  else if (*words == '\0')
    show_nothing (self, "start");
  else
    telaah_session_concordance_async (self->session, &request, gtk_drop_down_get_selected (self->order), CONTEXT,
                                      cancellable, answered_cb, g_object_ref (self));
}

static void
words_changed_cb (TelaahConcordanceView *self)
{
  if (self->session != NULL && !self->filling)
    telaah_word_asking_ask (&self->asking, TRUE, TYPING_MS);
}

static void
question_changed_cb (TelaahConcordanceView *self)
{
  if (self->session != NULL && !self->filling)
    telaah_word_asking_ask (&self->asking, TRUE, 0);
}

/* ---- Rows ---- */

static TelaahConcordancePlace
get_place (TelaahConcordanceView *self)
{
  if (telaah_word_choice_get (self->source) != NULL)
    return TELAAH_CONCORDANCE_NOWHERE;

  return self->narrow ? TELAAH_CONCORDANCE_ABOVE : TELAAH_CONCORDANCE_BESIDE;
}

static void
place_rows (TelaahConcordanceView *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    telaah_concordance_row_set_place (self->rows->pdata[i], get_place (self));
}

static void
source_changed_cb (TelaahConcordanceView *self)
{
  question_changed_cb (self);
  place_rows (self);
}

/* A list item may let its row go without a "teardown" that still has it. */
static void
row_gone_cb (gpointer  user_data,
             GObject  *row)
{
  g_ptr_array_remove_fast (TELAAH_CONCORDANCE_VIEW (user_data)->rows, row);
}

static void
setup_cb (TelaahConcordanceView *self,
          GtkListItem           *item)
{
  GtkWidget *row = telaah_concordance_row_new ();

  telaah_concordance_row_set_place (TELAAH_CONCORDANCE_ROW (row), get_place (self));
  gtk_list_item_set_child (item, row);
  g_ptr_array_add (self->rows, row);
  g_object_weak_ref (G_OBJECT (row), row_gone_cb, self);
}

static void
bind_cb (TelaahConcordanceView *self,
         GtkListItem           *item)
{
  const TelaahConcordanceLine *line = telaah_word_item_get_row (gtk_list_item_get_item (item));
  TelaahSource *source = telaah_session_find_source (self->session, line->hit->source);

  telaah_concordance_row_show (TELAAH_CONCORDANCE_ROW (gtk_list_item_get_child (item)), line,
                               source != NULL ? telaah_source_get_name (source) : "");
}

static void
tell_hit (TelaahConcordanceView *self,
          guint                  position,
          gboolean               enter)
{
  GPtrArray *lines = telaah_concordance_view_get_lines (self);

  if (position < lines->len)
    {
      g_autoptr(TelaahHit) hit = telaah_hit_copy (((TelaahConcordanceLine *) lines->pdata[position])->hit);

      g_signal_emit (self, signals[OPEN_HIT], 0, hit, enter);
    }
}

static void
activate_cb (TelaahConcordanceView *self,
             guint                  position)
{
  tell_hit (self, position, TRUE);
}

static void
selected_cb (TelaahConcordanceView *self)
{
  tell_hit (self, gtk_single_selection_get_selected (self->selection), FALSE);
}

/* ---- Following the project ---- */

/* Returns: whether the one that was chosen has gone */
static gboolean
fill_sources (TelaahConcordanceView *self)
{
  gboolean gone;

  self->filling = TRUE;
  gone = telaah_word_choice_fill (self->source, self->session, TELAAH_WORD_CHOICE_SOURCES, _("All Sources"));
  self->filling = FALSE;

  return gone;
}

static void
changed_cb (TelaahConcordanceView *self,
            TelaahChange           changes)
{
  gboolean gone;

  if (!(changes & (TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_MARKS)))
    return;

  gone = fill_sources (self);
  place_rows (self);
  telaah_word_asking_ask (&self->asking, gone, CHANGED_MS);
}

/* ---- Keys ---- */

static void
stop_search_cb (TelaahConcordanceView *self)
{
  if (!telaah_concordance_view_clear (self))
    gtk_widget_activate_action (GTK_WIDGET (self), "window.close", NULL);
}

static void
go_to_list_cb (TelaahConcordanceView *self)
{
  if (telaah_concordance_view_get_lines (self)->len > 0)
    gtk_widget_child_focus (GTK_WIDGET (self->view), GTK_DIR_TAB_FORWARD);
}

/* ---- The widget ---- */

static void
telaah_concordance_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (telaah_concordance_view_parent_class)->map (widget);

  telaah_word_asking_mapped (&TELAAH_CONCORDANCE_VIEW (widget)->asking);
}

static gboolean
telaah_concordance_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (TELAAH_CONCORDANCE_VIEW (widget)->entry));
}

static void
telaah_concordance_view_dispose (GObject *object)
{
  TelaahConcordanceView *self = TELAAH_CONCORDANCE_VIEW (object);
  GtkWidget *child;

  telaah_word_asking_stop (&self->asking);
  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  if (self->selection != NULL)
    g_signal_handlers_disconnect_by_data (self->selection, self);
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_CONCORDANCE_VIEW);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->selection);
  g_clear_object (&self->lines);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_concordance_view_parent_class)->dispose (object);
}

static void
telaah_concordance_view_finalize (GObject *object)
{
  TelaahConcordanceView *self = TELAAH_CONCORDANCE_VIEW (object);

  for (guint i = 0; i < self->rows->len; i++)
    g_object_weak_unref (self->rows->pdata[i], row_gone_cb, self);
  g_ptr_array_unref (self->rows);

  G_OBJECT_CLASS (telaah_concordance_view_parent_class)->finalize (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-concordance-view.ui");
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, bar);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, entry);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, forms);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, order);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, source);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, scroller);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, view);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, failure);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, count);
  gtk_widget_class_bind_template_child (widget_class, TelaahConcordanceView, spinner);
  gtk_widget_class_bind_template_callback (widget_class, words_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, question_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, source_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, go_to_list_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
telaah_concordance_view_class_init (TelaahConcordanceViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_concordance_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_concordance_view_finalize;
  widget_class->map = telaah_concordance_view_map;
  widget_class->grab_focus = telaah_concordance_view_grab_focus;

  signals[OPEN_HIT] = g_signal_new ("open-hit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 2, G_TYPE_POINTER, G_TYPE_BOOLEAN);
  signals[ANSWERED] = g_signal_new ("answered", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 0);

  bind_template (widget_class);
  gtk_widget_class_set_css_name (widget_class, "concordanceview");
}

static void
telaah_concordance_view_init (TelaahConcordanceView *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  self->rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  telaah_word_asking_init (&self->asking, GTK_WIDGET (self), self->spinner, ask);
  telaah_word_choice_init (self->source);

  self->lines = telaah_word_items_new (is_same, NULL);
  self->selection = gtk_single_selection_new (g_object_ref (G_LIST_MODEL (self->lines)));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  g_signal_connect_swapped (self->selection, "selection-changed", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect_swapped (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->view, factory);
  gtk_list_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
}

void
telaah_concordance_view_set_session (TelaahConcordanceView *self,
                                     TelaahSession         *session)
{
  g_return_if_fail (TELAAH_IS_CONCORDANCE_VIEW (self) && self->session == NULL);

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  fill_sources (self);
  telaah_word_asking_ask (&self->asking, TRUE, 0);
}

void
telaah_concordance_view_ask_for (TelaahConcordanceView *self,
                                 const char            *words,
                                 gboolean               forms,
                                 const char            *source)
{
  g_return_if_fail (TELAAH_IS_CONCORDANCE_VIEW (self));

  self->filling = TRUE;
  gtk_editable_set_text (self->entry, words);
  gtk_editable_set_position (self->entry, -1);
  gtk_toggle_button_set_active (self->forms, forms);
  telaah_word_choice_set (self->source, source);
  self->filling = FALSE;
  place_rows (self);
  telaah_word_asking_ask (&self->asking, TRUE, 0);
}

const char *
telaah_concordance_view_get_words (TelaahConcordanceView *self)
{
  g_return_val_if_fail (TELAAH_IS_CONCORDANCE_VIEW (self), NULL);

  return gtk_editable_get_text (self->entry);
}

GPtrArray *
telaah_concordance_view_get_lines (TelaahConcordanceView *self)
{
  g_return_val_if_fail (TELAAH_IS_CONCORDANCE_VIEW (self), NULL);

  return telaah_word_items_get_rows (self->lines);
}

void
telaah_concordance_view_set_narrow (TelaahConcordanceView *self,
                                    gboolean               narrow)
{
  g_return_if_fail (TELAAH_IS_CONCORDANCE_VIEW (self));

  if (self->narrow == narrow)
    return;

  self->narrow = narrow;
  gtk_orientable_set_orientation (self->bar, narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  place_rows (self);
}

/* Returns: whether anything was asked */
gboolean
telaah_concordance_view_clear (TelaahConcordanceView *self)
{
  g_return_val_if_fail (TELAAH_IS_CONCORDANCE_VIEW (self), FALSE);

  if (*gtk_editable_get_text (self->entry) == '\0')
    return FALSE;

  gtk_editable_set_text (self->entry, "");

  return TRUE;
}
