/* The side of Compare: what it asks and is told about a cell, its evidence in the researcher's order, links and
 * citations, and a list far longer than its window.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>

#include "app/compare/telaah-cell-pane.h"
#include "app/compare/telaah-cite-line.h"
#include "app/compare/telaah-evidence-card.h"
#include "app/compare/telaah-headed-rows.h"
#include "app/compare/telaah-row-end.h"
#include "app/compare/telaah-stale-notes.h"
#include "app/compare/telaah-summary-card.h"
#include "support/telaah-test-session.h"

typedef struct
{
  TelaahTestProject  project;
  TelaahSession     *session;
  GtkWidget         *window;
  TelaahCellPane    *pane;
  TelaahRowView     *view;
  char              *point;       /* that of the first theme */
  const char        *source;      /* the first */
  char              *passages[3]; /* of both, in text order */
  GString           *told;
} Fixture;

/* ---- Finding ---- */

static GtkWidget *
find (GtkWidget *widget,
      GType      type,
      guint     *skip)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (widget, type) && (*skip)-- == 0)
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find (child, type, skip);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gpointer
need (Fixture *f,
      GType    type,
      guint    number)
{
  GtkWidget *found = find (GTK_WIDGET (f->pane), type, &number);

  g_assert_nonnull (found);

  return found;
}

/* The button in @widget that says @label. */
static GtkWidget *
find_button (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_BUTTON (widget) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0 &&
      gtk_widget_get_mapped (widget))
    return widget;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_button (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
settle (void)
{
  for (guint i = 0; i < 20 || g_main_context_pending (NULL); i++)
    g_main_context_iteration (NULL, FALSE);
}

static void
click (Fixture    *f,
       const char *label)
{
  GtkWidget *button;

  settle ();
  button = find_button (GTK_WIDGET (f->pane), label);
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  settle ();
}

static void
act (Fixture    *f,
     const char *action,
     const char *passage)
{
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), action, "s", passage));
  settle ();
}

static const TelaahCellFields *
dup_cell (Fixture     *f,
          TelaahCell **cell)
{
  *cell = telaah_session_dup_cell (f->session, f->point, f->source);

  return telaah_cell_fields (*cell);
}

/* The numbers of the passages that are rows, in their order; the fold is "-". */
static char *
dup_rows (Fixture *f)
{
  GString *rows = g_string_new (NULL);

  settle ();
  for (guint i = 0; i < telaah_row_view_get_n (f->view); i++)
    {
      const char *id = telaah_row_view_get_id (f->view, i);
      guint k = 0;

      while (k < 3 && g_strcmp0 (f->passages[k], id) != 0)
        k++;
      g_string_append_c (rows, k < 3 ? '0' + k : '-');
    }

  return g_string_free (rows, FALSE);
}

#define assert_rows(f, expected) \
  G_STMT_START { g_autofree char *rows_ = dup_rows (f); g_assert_cmpstr (rows_, ==, expected); } G_STMT_END

/* ---- The fixture ---- */

static void
tell_cb (Fixture    *f,
         const char *first,
         const char *second)
{
  g_string_append_printf (f->told, "%s\n", second);
}

static void
failed_cb (Fixture    *f,
           const char *message)
{
  g_error ("%s", message);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  telaah_test_project_set_up (&f->project, NULL);
  f->session = f->project.session;
  f->source = f->project.sources[0];
  f->point = g_strdup (telaah_test_get_id (telaah_session_get_points (f->session), 0));
  f->passages[0] = telaah_test_tag (f->session, f->source, 0, 17, f->project.themes[0], NULL);
  f->passages[1] = telaah_test_tag (f->session, f->source, 38, 55, f->project.themes[0], NULL);
  f->passages[2] = telaah_test_tag (f->session, f->source, 57, 65, f->project.themes[1], NULL);
  f->told = g_string_new (NULL);

  f->window = gtk_window_new ();
  f->pane = g_object_new (TELAAH_TYPE_CELL_PANE, NULL);
  g_signal_connect_swapped (f->pane, "open-passage", G_CALLBACK (tell_cb), f);
  g_signal_connect_swapped (f->pane, "show-cell", G_CALLBACK (tell_cb), f);
  g_signal_connect_swapped (f->pane, "failed", G_CALLBACK (failed_cb), f);
  gtk_window_set_child (GTK_WINDOW (f->window), GTK_WIDGET (f->pane));
  gtk_window_set_default_size (GTK_WINDOW (f->window), 340, 760);
  gtk_window_present (GTK_WINDOW (f->window));
  telaah_cell_pane_set_session (f->pane, f->session);
  telaah_cell_pane_show (f->pane, f->point, f->source);
  f->view = telaah_headed_rows_get_view (need (f, TELAAH_TYPE_HEADED_ROWS, 0));
  gtk_test_widget_wait_for_draw (f->window);
  settle ();
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  gpointer pane = f->pane;
  g_autofree char *path = g_strdup (f->project.path);

  g_object_add_weak_pointer (pane, &pane);
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_assert_null (pane);

  for (guint i = 0; i < 3; i++)
    g_free (f->passages[i]);
  g_free (f->point);
  g_string_free (f->told, TRUE);
  telaah_test_project_tear_down (&f->project, NULL);
  g_remove (path);
}

/* ---- Status and summary ---- */

static void
test_proposal_is_asked (Fixture       *f,
                        gconstpointer  data)
{
  g_autoptr(TelaahCell) before = NULL, after = NULL;

  g_assert_true (dup_cell (f, &before)->proposes);
  g_assert_cmpint (telaah_cell_fields (before)->status, ==, TELAAH_STATUS_UNREAD);

  click (f, "Set to “Treated”");
  g_assert_cmpint (dup_cell (f, &after)->status, ==, TELAAH_STATUS_TREATED);
  g_assert_null (find_button (GTK_WIDGET (f->pane), "Set to “Treated”"));
}

static void
test_proposal_is_declined (Fixture       *f,
                           gconstpointer  data)
{
  g_autoptr(TelaahCell) cell = NULL;

  click (f, "Leave as It Is");
  g_assert_cmpint (dup_cell (f, &cell)->status, ==, TELAAH_STATUS_UNREAD);
  g_assert_null (find_button (GTK_WIDGET (f->pane), "Leave as It Is"));
}

static void
write_summary (Fixture    *f,
               const char *words)
{
  telaah_test_does (f->session, telaah_session_set_cell (f->session, f->point, f->source, NULL, words, &fault));
}

static void
test_stale_is_judged (Fixture       *f,
                      gconstpointer  data)
{
  g_autofree char *more = NULL;
  g_autoptr(TelaahCell) stale = NULL, fresh = NULL;
  TelaahStaleNotes *notes = need (f, TELAAH_TYPE_STALE_NOTES, 0);

  write_summary (f, "What it says");
  settle ();
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (notes)));

  more = telaah_test_tag (f->session, f->source, 66, 75, f->project.themes[0], NULL);
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (notes)));
  g_assert_true (gtk_widget_get_visible (find_button (GTK_WIDGET (notes), "Still _True")));
  dup_cell (f, &stale);
  g_assert_true (telaah_cell_is_stale (stale));

  click (f, "Still _True");
  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (notes)));
  dup_cell (f, &fresh);
  g_assert_false (telaah_cell_is_stale (fresh));
}

static void
test_translation_where_there_is_a_second_language (Fixture       *f,
                                                   gconstpointer  data)
{
  TelaahSummaryCard *card = need (f, TELAAH_TYPE_SUMMARY_CARD, 0);
  TelaahTextEditor *editor = telaah_summary_card_get_translation (card);
  g_autoptr(TelaahCell) cell = NULL;

  g_assert_false (gtk_widget_get_mapped (GTK_WIDGET (editor)));
  telaah_test_does (f->session, telaah_session_set_project (f->session, "second-language", "de", &fault));
  settle ();
  g_assert_true (gtk_widget_get_mapped (GTK_WIDGET (editor)));

  telaah_text_editor_edit (editor, FALSE);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_widget_get_first_child (
                                      GTK_WIDGET (editor)))), "Was sie sagt", -1);
  g_assert_true (telaah_cell_pane_flush (f->pane));
  g_assert_cmpstr (dup_cell (f, &cell)->translation, ==, "Was sie sagt");
}

static void
get_place (Fixture          *f,
           TelaahTextEditor *editor,
           graphene_rect_t  *place)
{
  g_assert_true (gtk_widget_compute_bounds (GTK_WIDGET (editor), GTK_WIDGET (f->pane), place));
}

/* Twice: what has been laid out may ask to be scrolled. */
static void
draw (GtkWidget *window)
{
  for (guint i = 0; i < 2; i++)
    {
      gtk_widget_queue_draw (window);
      gtk_test_widget_wait_for_draw (window);
      settle ();
    }
}

static void
test_translation_stands_beside_where_there_is_room (Fixture       *f,
                                                    gconstpointer  data)
{
  TelaahSummaryCard *card = need (f, TELAAH_TYPE_SUMMARY_CARD, 0);
  graphene_rect_t first, second;

  telaah_test_does (f->session, telaah_session_set_project (f->session, "second-language", "de", &fault));
  draw (f->window);
  get_place (f, telaah_summary_card_get_summary (card), &first);
  get_place (f, telaah_summary_card_get_translation (card), &second);
  g_assert_cmpfloat (second.origin.y, >=, first.origin.y + first.size.height);
  g_assert_cmpfloat (second.origin.x, ==, first.origin.x);

  gtk_widget_set_size_request (GTK_WIDGET (f->pane), 900, -1);
  draw (f->window);
  get_place (f, telaah_summary_card_get_summary (card), &first);
  get_place (f, telaah_summary_card_get_translation (card), &second);
  g_assert_cmpfloat (second.origin.y, ==, first.origin.y);
  g_assert_cmpfloat (second.origin.x, >=, first.origin.x + first.size.width);
}

/* However long the summary is, and wherever one writes in it. */
static void
test_caret_stays_in_sight (Fixture       *f,
                           gconstpointer  data)
{
  TelaahTextEditor *editor = telaah_summary_card_get_summary (need (f, TELAAH_TYPE_SUMMARY_CARD, 0));
  GString *words = g_string_new (NULL);
  graphene_rect_t bounds;
  GdkRectangle place;

  for (guint i = 0; i < 200; i++)
    g_string_append (words, "A line of a long summary.\n");
  write_summary (f, words->str);
  g_string_free (words, TRUE);
  draw (f->window);

  telaah_text_editor_edit (editor, FALSE);
  draw (f->window);
  telaah_text_editor_get_place (editor, (TelaahSpan) { 5200, 5200 }, &place);
  get_place (f, editor, &bounds);
  g_assert_cmpfloat (bounds.origin.y, <, -2000);
  g_assert_cmpfloat (bounds.origin.y + place.y + place.height, <=, gtk_widget_get_height (GTK_WIDGET (f->pane)));

  telaah_text_editor_set_cursor (editor, 0);
  draw (f->window);
  get_place (f, editor, &bounds);
  g_assert_cmpfloat (bounds.origin.y, >, -20);
}

/* ---- Evidence ---- */

static void
test_evidence_is_ordered (Fixture       *f,
                          gconstpointer  data)
{
  assert_rows (f, "01");
  act (f, "evidence.down", f->passages[0]);
  assert_rows (f, "10");
  g_assert_true (gtk_widget_activate_action (GTK_WIDGET (f->view), "evidence.sort", NULL));
  assert_rows (f, "01");
  act (f, "evidence.up", f->passages[1]);
  assert_rows (f, "10");
  telaah_test_does (f->session, telaah_session_undo (f->session, &fault));
  assert_rows (f, "01");
}

static void
test_evidence_is_hidden (Fixture       *f,
                         gconstpointer  data)
{
  act (f, "evidence.hide", f->passages[0]);
  assert_rows (f, "1-");

  g_signal_emit_by_name (f->view, "activated", "hidden");
  assert_rows (f, "1-0");
  act (f, "evidence.show", f->passages[0]);
  assert_rows (f, "01");
}

static void
test_evidence_is_pinned (Fixture       *f,
                         gconstpointer  data)
{
  telaah_test_does (f->session, telaah_session_set_evidence (f->session, f->point, f->passages[2],
                                                             TELAAH_EVIDENCE_PINNED, &fault));
  assert_rows (f, "012");
  act (f, "evidence.unpin", f->passages[2]);
  assert_rows (f, "01");
}

static void
test_evidence_opens (Fixture       *f,
                     gconstpointer  data)
{
  g_autofree char *expected = g_strdup_printf ("%s\n%s\n", f->passages[1], f->passages[0]);

  act (f, "evidence.open", f->passages[1]);
  g_signal_emit_by_name (f->view, "activated", f->passages[0]);
  g_assert_cmpstr (f->told->str, ==, expected);
}

/* ---- Row ends ---- */

static void
test_row_end_cites (Fixture       *f,
                    gconstpointer  data)
{
  TelaahLinkFields link = { .point = f->point, .cited = f->project.sources[1], .kind = TELAAH_LINK_DIFFERENCES };
  g_autofree char *expected = g_strdup_printf ("%s\n", f->project.sources[1]);
  g_autofree char *id = NULL;
  GtkWidget *line;

  telaah_cell_pane_show (f->pane, f->point, "");
  line = GTK_WIDGET (need (f, TELAAH_TYPE_CITE_LINE, 1));
  g_assert_true (GTK_IS_MENU_BUTTON (gtk_widget_get_first_child (line)));

  telaah_test_does (f->session, id = telaah_session_add_link (f->session, &link, &fault));
  settle ();
  g_assert_true (GTK_IS_BUTTON (gtk_widget_get_first_child (line)));
  g_signal_emit_by_name (gtk_widget_get_first_child (line), "clicked");
  g_assert_cmpstr (f->told->str, ==, expected);

  telaah_test_does (f->session, telaah_session_remove_link (f->session, id, &fault));
  settle ();
  g_assert_true (GTK_IS_MENU_BUTTON (gtk_widget_get_first_child (line)));
}

/* What is typed goes where it was typed, and its links with it. */
static void
test_links_follow_the_summary (Fixture       *f,
                               gconstpointer  data)
{
  TelaahTextEditor *editor = telaah_summary_card_get_summary (need (f, TELAAH_TYPE_SUMMARY_CARD, 0));
  TelaahLinkFields link = { .point = f->point, .source = f->source, .passage = f->passages[0],
                            .kind = TELAAH_LINK_SUMMARY, .span = { 5, 7 } };
  g_autofree char *id = NULL, *text = NULL;

  write_summary (f, "What it says");
  telaah_test_does (f->session, id = telaah_session_add_link (f->session, &link, &fault));
  settle ();
  telaah_text_editor_set_cursor (editor, 6);
  g_assert_nonnull (telaah_text_editor_get_link (editor));

  telaah_text_editor_set_cursor (editor, 0);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (GTK_TEXT_VIEW (gtk_widget_get_first_child (
                                      GTK_WIDGET (editor)))), "Now: ", -1);
  g_assert_true (telaah_cell_pane_flush (f->pane));
  telaah_text_editor_set_cursor (editor, 11);
  g_assert_nonnull (telaah_text_editor_get_link (editor));
  telaah_text_editor_set_cursor (editor, 6);
  g_assert_null (telaah_text_editor_get_link (editor));
  text = telaah_text_editor_dup_text (editor);
  g_assert_cmpstr (text, ==, "Now: What it says");
}

/* ---- A long list ---- */

#define MANY 20000

static const char *
get_id (gpointer item)
{
  return item;
}

static GtkWidget *
create_row (gpointer user_data)
{
  *(guint *) user_data += 1;

  return gtk_label_new (NULL);
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  gtk_label_set_text (GTK_LABEL (row), item);
}

static double
get_top (GtkWidget     *rows,
         TelaahRowView *view,
         const char    *id)
{
  GtkWidget *content = telaah_row_view_get_content (view, id);
  double x, y;

  g_assert_nonnull (content);
  g_assert_true (gtk_widget_translate_coordinates (content, rows, 0, 0, &x, &y));

  return y;
}

static void
test_many_rows_scroll_with_their_head (void)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };
  GtkWidget *window = gtk_window_new (), *scroller = gtk_scrolled_window_new ();
  GtkWidget *head = gtk_button_new_with_label ("Head");
  GtkWidget *rows = g_object_new (TELAAH_TYPE_HEADED_ROWS, "head", head, NULL);
  TelaahRowView *view = telaah_headed_rows_get_view (TELAAH_HEADED_ROWS (rows));
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);
  GtkAdjustment *down;
  guint n_made = 0;

  for (guint i = 0; i < MANY; i++)
    g_ptr_array_add (items, g_strdup_printf ("%u", i));

  gtk_widget_set_size_request (head, -1, 200);
  telaah_row_view_set_funcs (view, &funcs, &n_made);
  telaah_row_view_set_items (view, items);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), rows);
  gtk_window_set_child (GTK_WINDOW (window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (window), 300, 400);
  gtk_window_present (GTK_WINDOW (window));
  draw (window);
  down = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));

  g_assert_cmpuint (n_made, <, 60);
  g_assert_cmpfloat (gtk_adjustment_get_upper (down), >, MANY * 10);
  g_assert_cmpfloat (get_top (rows, view, "0"), ==, 200);

  /* The list slides up with the head, then goes on by itself. */
  gtk_adjustment_set_value (down, 150);
  draw (window);
  g_assert_cmpfloat (get_top (rows, view, "0"), ==, 50);
  gtk_adjustment_set_value (down, 210);
  draw (window);
  g_assert_cmpfloat (get_top (rows, view, "1"), <, 20);

  /* Where the focus goes is seen: at the end of the list, and in the head again. */
  telaah_row_view_focus_row (view, "19999");
  draw (window);
  g_assert_cmpfloat (get_top (rows, view, "19999"), <, 400);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), >, MANY * 10);
  gtk_widget_grab_focus (head);
  draw (window);
  g_assert_cmpfloat (gtk_adjustment_get_value (down), ==, 0);
  g_assert_cmpfloat (get_top (rows, view, "0"), ==, 200);
  g_assert_cmpuint (n_made, <, 80);

  /* What is in sight stays there when the head grows above it. */
  gtk_adjustment_set_value (down, 5000);
  draw (window);
  {
    const char *id = telaah_row_view_get_id (view, telaah_row_view_get_n (view) / 2);
    guint i = 0;
    double top;

    while (telaah_row_view_get_content (view, id = telaah_row_view_get_id (view, i)) == NULL ||
           get_top (rows, view, id) < 50)
      i++;
    top = get_top (rows, view, id);
    gtk_widget_set_size_request (head, -1, 320);
    draw (window);
    g_assert_cmpfloat (get_top (rows, view, id), ==, top);
  }

  gtk_window_destroy (GTK_WINDOW (window));
  settle ();
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *name; void (*test) (Fixture *, gconstpointer); } tests[] = {
    { "proposal/is-asked", test_proposal_is_asked },
    { "proposal/is-declined", test_proposal_is_declined },
    { "stale-is-judged", test_stale_is_judged },
    { "translation-where-there-is-a-second-language", test_translation_where_there_is_a_second_language },
    { "translation-stands-beside-where-there-is-room", test_translation_stands_beside_where_there_is_room },
    { "caret-stays-in-sight", test_caret_stays_in_sight },
    { "evidence/is-ordered", test_evidence_is_ordered },
    { "evidence/is-hidden", test_evidence_is_hidden },
    { "evidence/is-pinned", test_evidence_is_pinned },
    { "evidence/opens", test_evidence_opens },
    { "row-end-cites", test_row_end_cites },
    { "links-follow-the-summary", test_links_follow_the_summary },
  };
  g_autofree char *folder = g_dir_make_tmp ("telaah-cell-pane-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's icons and schemas as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    {
      g_autofree char *path = g_strconcat ("/app/cell-pane/", tests[i].name, NULL);

      g_test_add (path, Fixture, NULL, set_up, tests[i].test, tear_down);
    }
  g_test_add_func ("/app/cell-pane/many-rows-scroll-with-their-head", test_many_rows_scroll_with_their_head);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
