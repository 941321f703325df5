/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <gtk/gtk.h>

#include "app/reader/telaah-row-view.h"

#define MANY 10000

/* ---- Rows that say their id, some of them in several lines ---- */

typedef struct
{
  GtkWidget     *window;
  TelaahRowView *view;
  guint          n_made;
  guint          n_bound;
  GString       *told;
} Fixture;

static const char *
get_id (gpointer item)
{
  return item;
}

static GtkWidget *
create_row (gpointer user_data)
{
  ((Fixture *) user_data)->n_made++;

  return gtk_label_new (NULL);
}

static void
bind_row (GtkWidget *row,
          gpointer   item,
          gpointer   user_data)
{
  const char *id = item;
  g_autofree char *text = id == NULL ? g_strdup ("") : g_strdup_printf (atoi (id) % 3 == 0 ? "%s\n\n." : "%s", id);

  gtk_label_set_text (GTK_LABEL (row), text);
  ((Fixture *) user_data)->n_bound += item != NULL;
  telaah_row_set_label (row, id != NULL ? id : "");
}

static void
selected_cb (Fixture    *fixture,
             const char *id)
{
  g_string_append_printf (fixture->told, "selected %s\n", id);
}

static void
activated_cb (Fixture    *fixture,
              const char *id)
{
  g_string_append_printf (fixture->told, "activated %s\n", id);
}

static void
settle (Fixture *fixture)
{
  gtk_widget_queue_draw (fixture->window);
  gtk_test_widget_wait_for_draw (fixture->window);
  while (g_main_context_iteration (NULL, FALSE));
}

/* Those of 0 … @end that @step goes through. */
static void
set_items (Fixture *fixture,
           guint    end,
           guint    step)
{
  g_autoptr(GPtrArray) items = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < end; i += step)
    g_ptr_array_add (items, g_strdup_printf ("%u", i));
  telaah_row_view_set_items (fixture->view, items);
  settle (fixture);
}

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  static const TelaahRowFuncs funcs = { get_id, create_row, bind_row };
  GtkWidget *scroller = gtk_scrolled_window_new ();

  fixture->told = g_string_new (NULL);
  fixture->view = TELAAH_ROW_VIEW (telaah_row_view_new ());
  telaah_row_view_set_funcs (fixture->view, &funcs, fixture);
  g_signal_connect_swapped (fixture->view, "selected", G_CALLBACK (selected_cb), fixture);
  g_signal_connect_swapped (fixture->view, "activated", G_CALLBACK (activated_cb), fixture);

  fixture->window = gtk_window_new ();
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (fixture->view));
  gtk_window_set_child (GTK_WINDOW (fixture->window), scroller);
  gtk_window_set_default_size (GTK_WINDOW (fixture->window), 300, 400);
  gtk_window_present (GTK_WINDOW (fixture->window));
  set_items (fixture, MANY, 1);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
  g_string_free (fixture->told, TRUE);
}

static void
press (Fixture *fixture,
       guint    keyval)
{
  g_autoptr(GtkShortcutTrigger) wanted = gtk_keyval_trigger_new (keyval, 0);
  g_autoptr(GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->view));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr(GtkEventController) controller = g_list_model_get_item (controllers, i);

      for (guint k = 0; GTK_IS_SHORTCUT_CONTROLLER (controller) &&
                        k < g_list_model_get_n_items (G_LIST_MODEL (controller)); k++)
        {
          g_autoptr(GtkShortcut) shortcut = g_list_model_get_item (G_LIST_MODEL (controller), k);

          if (!gtk_shortcut_trigger_equal (gtk_shortcut_get_trigger (shortcut), wanted))
            continue;
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut), 0, GTK_WIDGET (fixture->view),
                                        gtk_shortcut_get_arguments (shortcut));
          settle (fixture);
          return;
        }
    }

  g_error ("no such key");
}

static gboolean
is_in_sight (Fixture    *fixture,
             const char *id)
{
  GtkWidget *content = telaah_row_view_get_content (fixture->view, id);
  graphene_rect_t bounds;

  return content != NULL && gtk_widget_get_mapped (content) &&
         gtk_widget_compute_bounds (content, GTK_WIDGET (fixture->view), &bounds) && bounds.origin.y >= 0 &&
         bounds.origin.y + bounds.size.height <= gtk_widget_get_height (GTK_WIDGET (fixture->view));
}

/* ---- Tests ---- */

static void
test_few_widgets (Fixture       *fixture,
                  gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  guint before;

  g_assert_cmpuint (telaah_row_view_get_n (fixture->view), ==, MANY);
  g_assert_cmpuint (fixture->n_made, <, 60);
  g_assert_true (is_in_sight (fixture, "0"));

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  settle (fixture);
  g_assert_true (is_in_sight (fixture, "9999"));
  g_assert_null (telaah_row_view_get_content (fixture->view, "0"));

  /* A search binds what is in sight alone. */
  before = fixture->n_bound;
  set_items (fixture, MANY, 7);
  telaah_row_view_go_to_top (fixture->view);
  settle (fixture);
  g_assert_cmpuint (fixture->n_bound - before, <, 120);
  g_assert_cmpuint (fixture->n_made, <, 60);
  g_assert_true (is_in_sight (fixture, "7"));
}

static void
test_keys (Fixture       *fixture,
           gconstpointer  data)
{
  gtk_widget_grab_focus (GTK_WIDGET (fixture->view));
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Down);
  press (fixture, GDK_KEY_Up);
  press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (fixture->told->str, ==, "selected 1\nselected 2\nselected 1\nactivated 1\n");

  press (fixture, GDK_KEY_End);
  g_assert_cmpstr (telaah_row_view_get_selected (fixture->view), ==, "9999");
  g_assert_true (is_in_sight (fixture, "9999"));
  press (fixture, GDK_KEY_Page_Up);
  g_assert_false (is_in_sight (fixture, "9999") && is_in_sight (fixture, "9950"));
  press (fixture, GDK_KEY_Home);
  g_assert_true (is_in_sight (fixture, "0"));
}

/* A row stays with its item, and what is in sight stays where it is. */
static void
test_rows_stay (Fixture       *fixture,
                gconstpointer  data)
{
  GtkWidget *content;

  telaah_row_view_focus_row (fixture->view, "500");
  settle (fixture);
  content = telaah_row_view_get_content (fixture->view, "500");
  g_assert_true (is_in_sight (fixture, "500"));

  set_items (fixture, MANY, 2);
  g_assert_true (telaah_row_view_get_content (fixture->view, "500") == content);
  g_assert_true (is_in_sight (fixture, "500"));
  g_assert_cmpstr (telaah_row_view_get_selected (fixture->view), ==, "500");

  /* It has gone: the focus goes to what stands in its place. */
  set_items (fixture, MANY, 7);
  g_assert_null (telaah_row_view_get_content (fixture->view, "500"));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->view)));
  g_assert_nonnull (telaah_row_view_get_selected (fixture->view));

  set_items (fixture, 0, 1);
  g_assert_null (telaah_row_view_get_selected (fixture->view));
  set_items (fixture, 3, 1);
  g_assert_true (is_in_sight (fixture, "2"));
}

static void
test_names (Fixture       *fixture,
            gconstpointer  data)
{
  GtkWidget *row = gtk_widget_get_parent (telaah_row_view_get_content (fixture->view, "1"));

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, "1");
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_POS_IN_SET, 2);
  gtk_test_accessible_assert_relation (row, GTK_ACCESSIBLE_RELATION_SET_SIZE, MANY);

  telaah_row_view_set_selected (fixture->view, "1");
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, TRUE);
  telaah_row_view_set_selected (fixture->view, NULL);
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_SELECTED, FALSE);
}

/* ---- A list that tells where it changes ---- */

static const char *
get_string_id (gpointer item)
{
  return gtk_string_object_get_string (item);
}

static void
bind_string (GtkWidget *row,
             gpointer   item,
             gpointer   user_data)
{
  bind_row (row, item != NULL ? (gpointer) get_string_id (item) : NULL, user_data);
}

/* By number. */
static guint
find_string (GPtrArray  *items,
             const char *id,
             gpointer    user_data)
{
  guint low = 0, high = items->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (atoi (get_string_id (items->pdata[middle])) < atoi (id))
        low = middle + 1;
      else
        high = middle;
    }

  return low < items->len && g_str_equal (get_string_id (items->pdata[low]), id) ? low : G_MAXUINT;
}

static void
splice (Fixture       *fixture,
        GtkStringList *list,
        guint          position,
        guint          n_removed,
        const char    *added)
{
  const char *const strings[] = { added, NULL };

  gtk_string_list_splice (list, position, n_removed, strings);
  telaah_row_view_sync (fixture->view);
  settle (fixture);
}

static void
test_model (Fixture       *fixture,
            gconstpointer  data)
{
  static const TelaahRowFuncs funcs = { get_string_id, create_row, bind_string, NULL, find_string };
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *content;
  guint before;

  for (guint i = 0; i < 1000; i++)
    {
      g_autofree char *id = g_strdup_printf ("%u", i * 2);

      gtk_string_list_append (list, id);
    }

  set_items (fixture, 0, 1);
  telaah_row_view_set_funcs (fixture->view, &funcs, fixture);
  telaah_row_view_set_model (fixture->view, G_LIST_MODEL (list));
  settle (fixture);
  g_assert_cmpuint (telaah_row_view_get_n (fixture->view), ==, 1000);
  telaah_row_view_focus_row (fixture->view, "1000");
  settle (fixture);
  content = telaah_row_view_get_content (fixture->view, "1000");
  g_assert_true (is_in_sight (fixture, "1000"));

  /* One more above, one that is replaced, one less below: the row stays, and nothing out of sight is asked for. */
  before = fixture->n_bound;
  splice (fixture, list, 1, 0, "1");
  splice (fixture, list, 501, 1, "1000");
  splice (fixture, list, 900, 1, NULL);
  g_assert_cmpuint (fixture->n_bound - before, <, 120);
  g_assert_true (telaah_row_view_get_content (fixture->view, "1000") == content);
  g_assert_true (is_in_sight (fixture, "1000"));
  g_assert_cmpstr (telaah_row_view_get_selected (fixture->view), ==, "1000");

  /* It has gone: the focus goes to what stands in its place, and nothing is selected by that. */
  splice (fixture, list, 501, 1, NULL);
  g_assert_null (telaah_row_view_get_selected (fixture->view));
  g_assert_nonnull (gtk_widget_get_focus_child (GTK_WIDGET (fixture->view)));
  press (fixture, GDK_KEY_Return);
  g_assert_cmpstr (fixture->told->str, ==, "selected 1002\nactivated 1002\n");

  telaah_row_view_set_model (fixture->view, NULL);
  g_assert_cmpuint (telaah_row_view_get_n (fixture->view), ==, 0);
  splice (fixture, list, 0, 1, NULL);
  g_assert_cmpuint (telaah_row_view_get_n (fixture->view), ==, 0);
}

/* Below the last row, there and where all of them are in sight. */
static void
test_room_below (Fixture       *fixture,
                 gconstpointer  data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->view));
  graphene_rect_t bounds;

  g_object_set (fixture->view, "room-below", 20, NULL);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  settle (fixture);
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment));
  settle (fixture);
  g_assert_true (gtk_widget_compute_bounds (telaah_row_view_get_content (fixture->view, "9999"),
                                            GTK_WIDGET (fixture->view), &bounds));
  g_assert_cmpfloat (bounds.origin.y + bounds.size.height, ==, gtk_widget_get_height (GTK_WIDGET (fixture->view)) - 20);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);

  g_test_add ("/app/row-view/few-widgets", Fixture, NULL, set_up, test_few_widgets, tear_down);
  g_test_add ("/app/row-view/keys", Fixture, NULL, set_up, test_keys, tear_down);
  g_test_add ("/app/row-view/rows-stay", Fixture, NULL, set_up, test_rows_stay, tear_down);
  g_test_add ("/app/row-view/names", Fixture, NULL, set_up, test_names, tear_down);
  g_test_add ("/app/row-view/model", Fixture, NULL, set_up, test_model, tear_down);
  g_test_add ("/app/row-view/room-below", Fixture, NULL, set_up, test_room_below, tear_down);

  return g_test_run ();
}
