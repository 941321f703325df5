/* The gap finder at the side of Compare: what it offers a thin cell, the answers to that, and what it leaves alone.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/compare/telaah-candidate-card.h"
#include "app/compare/telaah-candidate-private.h"
#include "app/compare/telaah-cell-pane.h"
#include "support/telaah-test-session.h"

/* How many are on show at first. */
#define STEP 6

static const char read_text[] =
  "Serangan siber mengancam data warga. Biaya jaringan terlalu mahal bagi desa. Serangan itu merusak jaringan negara. "
  "Warga senang bertanya kepada duta besar. Pasar pagi ramai oleh pembeli.";

static const char gap_text[] =
  "Serangan datang setiap malam. Nelayan pulang membawa ikan. Jaringan negara rusak karena serangan. "
  "Anak-anak bermain di tepi sungai. Biaya jaringan naik lagi. Hujan turun sejak sore. Data warga dijual oleh pencuri. "
  "Kebun kopi berbunga putih. Guru menulis di papan.";

#define N_SENTENCES 9

/* Challenges and Benefits; of the first text three sentences are under the first, of the second none. */
typedef struct
{
  TelaahSession       *session;
  char                *path;
  char                *sources[2];
  char                *themes[2];
  char                *points[2];
  GtkWidget           *window;
  TelaahCellPane      *pane;
  TelaahCandidateList *list;
  GString             *told;
} Fixture;

/* ---- Finding and waiting ---- */

static GtkWidget *
find (GtkWidget *widget,
      GType      type)
{
  GtkWidget *found = NULL;

  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find (child, type);

  return found;
}

static void
settle (void)
{
  for (guint i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static gboolean
is_busy (Fixture *f)
{
  return f->list->wait != 0 || f->list->job != NULL;
}

/* Until what was asked for is there. */
static void
wait_for_list (Fixture *f)
{
  gint64 end = g_get_monotonic_time () + 20 * G_USEC_PER_SEC;

  settle ();
  while (is_busy (f) && g_get_monotonic_time () < end)
    g_main_context_iteration (NULL, TRUE);
  g_assert_false (is_busy (f));
  settle ();
}

static TelaahCandidateCard *
get_card (Fixture *f,
          guint    position)
{
  return (TelaahCandidateCard *) gtk_list_box_get_row_at_index (f->list->cards, position);
}

static guint
count_cards (Fixture *f)
{
  guint n = 0;

  while (get_card (f, n) != NULL)
    n++;

  return n;
}

static TelaahSpan
get_span (Fixture *f,
          guint    position)
{
  return telaah_candidate_card_get_candidate (get_card (f, position))->span;
}

#define assert_span(f, position, expected) \
  G_STMT_START { TelaahSpan span_ = get_span (f, position); \
                 g_assert_cmpuint (span_.start, ==, (expected).start); \
                 g_assert_cmpuint (span_.end, ==, (expected).end); } G_STMT_END

static const char *
get_sentence (Fixture *f)
{
  return gtk_widget_get_visible (GTK_WIDGET (f->list->sentence)) ? gtk_label_get_text (f->list->sentence) : NULL;
}

static guint
count_evidence (Fixture *f)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (f->session, f->points[0], f->sources[1]);

  return telaah_cell_get_evidence (cell)->len;
}

static gboolean
has_focus (Fixture   *f,
           GtkWidget *widget)
{
  return gtk_window_get_focus (GTK_WINDOW (f->window)) == widget;
}

/* What a key does that @widget has bound. */
static void
press (GtkWidget *widget,
       guint      key)
{
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (widget);
  g_autoptr(GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (key, 0);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GObject) controller = g_list_model_get_item (controllers, i);
      guint n = GTK_IS_SHORTCUT_CONTROLLER (controller) ? g_list_model_get_n_items (G_LIST_MODEL (controller)) : 0;

      for (guint k = 0; k < n; k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            {
              g_assert_true (gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, widget,
                                                           gtk_shortcut_get_arguments (shortcut)));
              return;
            }
        }
    }

  g_error ("there is no key %s", gdk_keyval_name (key));
}

static void
show (Fixture *f,
      guint    point,
      guint    source)
{
  telaah_cell_pane_show (f->pane, f->points[point], f->sources[source]);
}

static void
tag (Fixture    *f,
     guint       source,
     guint       start,
     guint       end,
     const char *theme)
{
  g_free (telaah_test_tag (f->session, f->sources[source], start, end, theme, NULL));
}

/* ---- The fixture ---- */

static void
acted_cb (Fixture    *f,
          const char *message)
{
  g_string_append_printf (f->told, "%s\n", message);
}

static void
open_place_cb (Fixture    *f,
               const char *source,
               guint       offset)
{
  g_assert_cmpstr (source, ==, f->sources[1]);
  g_string_append_printf (f->told, "%u\n", offset);
}

static void
failed_cb (Fixture    *f,
           const char *message)
{
  g_error ("%s", message);
}

static char *
add_theme (Fixture    *f,
           const char *name)
{
  g_autoptr(GError) error = NULL;
  char *id = telaah_session_add_theme (f->session, name, NULL, NULL, NULL, &error);

  g_assert_no_error (error);

  return id;
}

static void
make_project (Fixture *f)
{
  f->session = telaah_test_project_new ("candidates.telaah", read_text, gap_text, NULL);
  f->path = g_strdup (telaah_session_get_path (f->session));
  f->themes[0] = add_theme (f, "Tantangan");
  f->themes[1] = add_theme (f, "Manfaat");

  for (guint i = 0; i < 2; i++)
    {
      f->sources[i] = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), i));
      f->points[i] = g_strdup (telaah_test_get_id (telaah_session_get_points (f->session), i));
    }

  tag (f, 0, 0, 36, f->themes[0]);
  tag (f, 0, 37, 76, f->themes[0]);
  tag (f, 0, 77, 114, f->themes[0]);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  make_project (f);
  f->told = g_string_new (NULL);
  f->window = gtk_window_new ();
  f->pane = g_object_new (TELAAH_TYPE_CELL_PANE, NULL);
  f->list = TELAAH_CANDIDATE_LIST (find (GTK_WIDGET (f->pane), TELAAH_TYPE_CANDIDATE_LIST));
  g_signal_connect_swapped (f->pane, "acted", G_CALLBACK (acted_cb), f);
  g_signal_connect_swapped (f->pane, "open-place", G_CALLBACK (open_place_cb), f);
  g_signal_connect_swapped (f->pane, "failed", G_CALLBACK (failed_cb), f);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->pane));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 340, 420);
  gtk_window_present (GTK_WINDOW (f->window));
  telaah_cell_pane_set_session (f->pane, f->session);
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gpointer pane = f->pane;

  g_object_add_weak_pointer (pane, &pane);
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_assert_null (pane);

  for (guint i = 0; i < 2; i++)
    {
      g_free (f->sources[i]);
      g_free (f->themes[i]);
      g_free (f->points[i]);
    }
  g_string_free (f->told, TRUE);
  telaah_test_let_go (f->session);
  g_remove (f->path);
  g_free (f->path);
}

/* ---- What is offered ---- */

static void
test_thin_cell_is_offered_some (Fixture       *f,
                                gconstpointer  data)
{
  const TelaahCandidate *first;

  show (f, 0, 1);
  g_assert_true (gtk_expander_get_expanded (f->list->expander));
  wait_for_list (f);

  g_assert_cmpuint (count_cards (f), ==, STEP);
  g_assert_null (get_sentence (f));
  g_assert_false (gtk_widget_get_visible (f->list->refused_box));
  for (guint i = 0; i < STEP; i++)
    g_assert_cmpstr (telaah_candidate_card_get_candidate (get_card (f, i))->source, ==, f->sources[1]);

  first = telaah_candidate_card_get_candidate (get_card (f, 0));
  g_assert_cmpuint (first->n_reasons, >, 0);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->list->cards), GTK_ACCESSIBLE_ROLE_LIST);
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (get_card (f, 0)), GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (get_card (f, 0)), GTK_ACCESSIBLE_PROPERTY_LABEL, first->quote);

  g_signal_emit_by_name (f->list->more_button, "clicked");
  g_assert_cmpuint (count_cards (f), ==, N_SENTENCES);
  g_assert_false (gtk_widget_get_visible (f->list->more_button));
  g_assert_true (has_focus (f, GTK_WIDGET (get_card (f, STEP))));
}

static void
test_rich_cell_waits_to_be_asked (Fixture       *f,
                                  gconstpointer  data)
{
  show (f, 0, 0);
  settle ();
  g_assert_false (gtk_expander_get_expanded (f->list->expander));
  g_assert_false (is_busy (f));

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->list), "pane.candidates", NULL));
  wait_for_list (f);
  g_assert_true (gtk_expander_get_expanded (f->list->expander));
  g_assert_cmpuint (count_cards (f), ==, 2);
}

static void
test_silence_is_no_gap (Fixture       *f,
                        gconstpointer  data)
{
  const TelaahStatus silent = TELAAH_STATUS_SILENT;

  telaah_test_does (f->session, telaah_session_set_cell (f->session, f->points[0], f->sources[1], &silent, NULL,
                                                         &fault));
  show (f, 0, 1);
  settle ();
  g_assert_false (gtk_expander_get_expanded (f->list->expander));
  g_assert_false (is_busy (f));
}

static void
test_it_says_why_there_are_none (Fixture       *f,
                                 gconstpointer  data)
{
  /* Nothing is tagged with the theme, which nobody has described. */
  show (f, 1, 1);
  wait_for_list (f);
  g_assert_cmpuint (count_cards (f), ==, 0);
  g_assert_true (g_str_has_prefix (get_sentence (f), "Nothing to go by yet."));

  /* Its description speaks of what stands in the text. */
  telaah_test_does (f->session, telaah_session_set_theme (f->session, f->themes[1], "description",
                                                          "Kebun kopi dan ikan.", &fault));
  wait_for_list (f);
  g_assert_cmpuint (count_cards (f), >, 0);
  g_assert_cmpuint (count_cards (f), <, STEP);
  g_assert_true (g_str_has_prefix (get_sentence (f), "Nothing is tagged with this theme yet"));

  /* All of the text is tagged. */
  show (f, 0, 1);
  wait_for_list (f);
  tag (f, 1, 0, g_utf8_strlen (gap_text, -1), f->themes[0]);
  wait_for_list (f);
  g_assert_cmpuint (count_cards (f), ==, 0);
  g_assert_cmpstr (get_sentence (f), ==, "No candidates are left in this source.");
}

static void
test_conditions_are_heeded (Fixture       *f,
                            gconstpointer  data)
{
  telaah_test_does (f->session, telaah_session_set_point (f->session, f->points[0], "coder", "rahma", &fault));
  show (f, 0, 1);
  wait_for_list (f);
  g_assert_cmpstr (get_sentence (f), ==, "Only what rahma tags counts on this point.");
  g_assert_cmpuint (count_cards (f), ==, 0);

  telaah_test_does (f->session, telaah_session_set_point (f->session, f->points[0], "coder", NULL, &fault));
  wait_for_list (f);
  g_assert_null (get_sentence (f));
  g_assert_cmpuint (count_cards (f), ==, STEP);
}

static void
test_point_without_theme_says_so (Fixture       *f,
                                  gconstpointer  data)
{
  g_autofree char *point = NULL;

  telaah_test_does (f->session, point = telaah_session_add_point (f->session, "Lainnya", NULL, NULL, TRUE, &fault));
  telaah_cell_pane_show (f->pane, point, f->sources[1]);
  wait_for_list (f);
  g_assert_true (g_str_has_prefix (get_sentence (f), "This point stands for no theme."));
  g_assert_cmpuint (count_cards (f), ==, 0);
}

/* ---- Answers ---- */

static void
test_tagging (Fixture       *f,
              gconstpointer  data)
{
  TelaahSpan before[STEP];
  g_autoptr(TelaahCell) cell = NULL;
  const TelaahPassageFields *passage;

  show (f, 0, 1);
  wait_for_list (f);
  for (guint i = 0; i < STEP; i++)
    before[i] = get_span (f, i);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_card (f, 1)), "candidate.tag", "s", ""));
  g_assert_cmpstr (f->told->str, ==, "Tagged with “Tantangan”\n");
  cell = telaah_session_dup_cell (f->session, f->points[0], f->sources[1]);
  g_assert_cmpuint (telaah_cell_get_evidence (cell)->len, ==, 1);
  passage = telaah_passage_fields (telaah_cell_get_evidence (cell)->pdata[0]);
  g_assert_cmpuint (passage->span.start, ==, before[1].start);
  g_assert_cmpuint (passage->span.end, ==, before[1].end);
  g_assert_cmpstr (passage->themes[0], ==, f->themes[0]);
  g_assert_cmpstr (passage->coder, ==, telaah_session_get_coder (f->session));

  /* What was there stays where it was, before and after all has been weighed anew. */
  for (guint round = 0; round < 2; round++)
    {
      g_assert_cmpuint (count_cards (f), ==, STEP);
      assert_span (f, 0, before[0]);
      for (guint i = 2; i < STEP; i++)
        assert_span (f, i - 1, before[i]);
      wait_for_list (f);
    }

  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  wait_for_list (f);
  g_assert_cmpuint (count_evidence (f), ==, 0);
  for (guint i = 0; i < STEP; i++)
    assert_span (f, i, before[i]);
}

static void
test_refusing (Fixture       *f,
               gconstpointer  data)
{
  TelaahSpan refused;

  show (f, 0, 1);
  wait_for_list (f);
  refused = get_span (f, 2);

  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_card (f, 2)), "candidate.refuse", NULL));
  wait_for_list (f);
  g_assert_cmpstr (f->told->str, ==, "Will not be offered again\n");
  g_assert_cmpuint (count_evidence (f), ==, 0);
  g_assert_true (gtk_widget_get_visible (f->list->refused_box));
  g_assert_cmpstr (gtk_label_get_text (f->list->refused_label), ==, "1 refused");
  for (guint i = 0; i < count_cards (f); i++)
    g_assert_cmpuint (get_span (f, i).start, !=, refused.start);

  /* It stays so on the next visit. */
  show (f, 0, 0);
  show (f, 0, 1);
  wait_for_list (f);
  g_signal_emit_by_name (f->list->more_button, "clicked");
  g_assert_cmpuint (count_cards (f), ==, N_SENTENCES - 1);
  for (guint i = 0; i < count_cards (f); i++)
    g_assert_cmpuint (get_span (f, i).start, !=, refused.start);

  g_signal_emit_by_name (gtk_widget_get_last_child (f->list->refused_box), "clicked");
  wait_for_list (f);
  g_assert_cmpuint (count_cards (f), ==, N_SENTENCES);
  g_assert_false (gtk_widget_get_visible (f->list->refused_box));
}

static void
test_keys (Fixture       *f,
           gconstpointer  data)
{
  TelaahSpan before[STEP];

  show (f, 0, 1);
  wait_for_list (f);
  for (guint i = 0; i < STEP; i++)
    before[i] = get_span (f, i);

  gtk_widget_grab_focus (GTK_WIDGET (get_card (f, 0)));
  press (GTK_WIDGET (get_card (f, 0)), GDK_KEY_t);
  g_assert_cmpuint (count_evidence (f), ==, 1);
  assert_span (f, 0, before[1]);
  g_assert_true (has_focus (f, GTK_WIDGET (get_card (f, 0))));

  press (GTK_WIDGET (get_card (f, 0)), GDK_KEY_Delete);
  g_assert_cmpuint (count_evidence (f), ==, 1);
  assert_span (f, 0, before[2]);
  g_assert_true (has_focus (f, GTK_WIDGET (get_card (f, 0))));

  /* Neither is lost when what is on show is weighed anew. */
  wait_for_list (f);
  assert_span (f, 0, before[2]);
  g_assert_true (has_focus (f, GTK_WIDGET (get_card (f, 0))));

  g_string_truncate (f->told, 0);
  g_assert_true (gtk_widget_activate (GTK_WIDGET (get_card (f, 0))));
  g_assert_cmpuint (g_ascii_strtoull (f->told->str, NULL, 10), ==, before[2].start);
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (get_card (f, 1)), "candidate.open", NULL));
  g_assert_cmpuint (g_ascii_strtoull (strchr (f->told->str, '\n') + 1, NULL, 10), ==, before[3].start);
}

static double
get_top (Fixture *f,
         guint    position)
{
  graphene_rect_t bounds;

  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_queue_draw (f->window);
      gtk_test_widget_wait_for_draw (f->window);
      settle ();
    }
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (get_card (f, position)), GTK_WIDGET (f->pane), &bounds));

  return bounds.origin.y;
}

/* The evidence above grows; what one works at stays under the hand. */
static void
test_nothing_moves (Fixture       *f,
                    gconstpointer  data)
{
  double above, taken;

  show (f, 0, 1);
  wait_for_list (f);
  gtk_widget_grab_focus (GTK_WIDGET (get_card (f, 4)));
  above = get_top (f, 2);
  taken = get_top (f, 3);

  gtk_widget_grab_focus (GTK_WIDGET (get_card (f, 3)));
  g_assert_cmpfloat (get_top (f, 2), ==, above);
  press (GTK_WIDGET (get_card (f, 3)), GDK_KEY_t);
  g_assert_cmpuint (count_evidence (f), ==, 1);
  g_assert_cmpfloat (get_top (f, 2), ==, above);
  g_assert_cmpfloat (get_top (f, 3), ==, taken);

  wait_for_list (f);
  g_assert_cmpfloat (get_top (f, 2), ==, above);
}

static void
test_choice_of_themes (Fixture       *f,
                       gconstpointer  data)
{
  g_autofree char *both = g_strjoin (" ", f->themes[0], f->themes[1], NULL);
  g_autoptr(TelaahCell) cell = NULL;
  GtkWidget *split;

  show (f, 0, 1);
  wait_for_list (f);
  g_assert_null (find (GTK_WIDGET (f->list), ADW_TYPE_SPLIT_BUTTON));

  telaah_test_does (f->session, telaah_session_set_point (f->session, f->points[0], "themes", both, &fault));
  wait_for_list (f);
  split = find (GTK_WIDGET (f->list), ADW_TYPE_SPLIT_BUTTON);
  g_assert_nonnull (split);
  g_assert_cmpint (g_menu_model_get_n_items (adw_split_button_get_menu_model (ADW_SPLIT_BUTTON (split))), ==, 2);

  g_assert_true (gtk_widget_activate_action (split, "candidate.tag", "s", f->themes[1]));
  cell = telaah_session_dup_cell (f->session, f->points[0], f->sources[1]);
  g_assert_cmpuint (telaah_cell_get_evidence (cell)->len, ==, 1);
  g_assert_cmpstr (telaah_passage_fields (telaah_cell_get_evidence (cell)->pdata[0])->themes[0], ==, f->themes[1]);
  g_assert_cmpstr (f->told->str, ==, "Tagged with “Manfaat”\n");
  wait_for_list (f);
}

/* ---- Time ---- */

static void
test_cells_that_are_left_are_dropped (Fixture       *f,
                                      gconstpointer  data)
{
  g_autoptr(GCancellable) job = NULL;

  /* On the way through the grid nothing is begun. */
  for (guint i = 0; i < 20; i++)
    {
      show (f, i % 2, 1);
      g_assert_null (f->list->job);
      g_assert_cmpuint (f->list->wait, >, 0);
    }

  while (f->list->job == NULL)
    g_main_context_iteration (NULL, TRUE);
  job = g_object_ref (f->list->job);
  show (f, 0, 1);
  g_assert_true (g_cancellable_is_cancelled (job));
  g_assert_null (f->list->job);
  wait_for_list (f);
  g_assert_cmpuint (count_cards (f), ==, STEP);

  telaah_cell_pane_show (f->pane, f->points[0], NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->list)));
  g_assert_cmpuint (count_cards (f), ==, 0);
}

/* ---- One card ---- */

static TelaahCandidate *
make_candidate (const char *quote,
                guint       n_reasons,
                TelaahSpan *reasons)
{
  TelaahCandidate *candidate = g_new0 (TelaahCandidate, 1);

  candidate->source = g_strdup ("");
  candidate->quote = g_strdup (quote);
  candidate->span = (TelaahSpan) { 100, 100 + g_utf8_strlen (quote, -1) };
  candidate->n_reasons = n_reasons;
  candidate->reasons = g_memdup2 (reasons, n_reasons * sizeof *reasons);

  return candidate;
}

/* Each once, in their order; what lies outside is left out. Offsets count characters, not bytes. */
static void
test_reasons (void)
{
  TelaahSpan reasons[] = { { 105, 109 }, { 100, 104 }, { 110, 114 }, { 90, 99 }, { 112, 120 } };
  g_autoptr(TelaahCandidate) candidate = make_candidate ("Café data DATA.", G_N_ELEMENTS (reasons), reasons);
  g_autoptr(TelaahCandidate) without = make_candidate ("Café.", 0, NULL);
  g_autofree char *words = telaah_candidate_dup_reasons (candidate);

  g_assert_cmpstr (words, ==, "data, Café");
  g_assert_null (telaah_candidate_dup_reasons (without));
}

static void
test_reasons_stand_out (Fixture       *f,
                        gconstpointer  data)
{
  TelaahSpan reason = { 105, 109 };
  const char *const themes[] = { f->themes[0], NULL };
  TelaahCandidate *candidate = make_candidate ("Café data.", 1, &reason);
  GtkWidget *card = g_object_ref_sink (telaah_candidate_card_new (f->session, candidate, themes));
  PangoAttrList *list = gtk_label_get_attributes (GTK_LABEL (find (card, GTK_TYPE_LABEL)));
  g_autoptr(PangoAttrIterator) iter = pango_attr_list_get_iterator (list);
  int start = 0, end = 0;

  while (pango_attr_iterator_get (iter, PANGO_ATTR_UNDERLINE) == NULL)
    g_assert_true (pango_attr_iterator_next (iter));
  pango_attr_iterator_range (iter, &start, &end);
  g_assert_cmpint (start, ==, strlen ("Café "));
  g_assert_cmpint (end, ==, strlen ("Café data"));
  g_assert_nonnull (pango_attr_iterator_get (iter, PANGO_ATTR_WEIGHT));
  g_object_unref (card);
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "thin-cell-is-offered-some", test_thin_cell_is_offered_some },
    { "rich-cell-waits-to-be-asked", test_rich_cell_waits_to_be_asked },
    { "silence-is-no-gap", test_silence_is_no_gap },
    { "it-says-why-there-are-none", test_it_says_why_there_are_none },
    { "conditions-are-heeded", test_conditions_are_heeded },
    { "point-without-theme-says-so", test_point_without_theme_says_so },
    { "tagging", test_tagging },
    { "refusing", test_refusing },
    { "keys", test_keys },
    { "nothing-moves", test_nothing_moves },
    { "choice-of-themes", test_choice_of_themes },
    { "cells-that-are-left-are-dropped", test_cells_that_are_left_are_dropped },
    { "reasons-stand-out", test_reasons_stand_out },
  };
  g_autofree char *folder = g_dir_make_tmp ("telaah-candidates-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/candidates/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/app/candidates/reasons", test_reasons);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
