/* A seminar on a small project, by its keys: what is to be seen at each step, and what is not.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gstdio.h>
#include <string.h>

#include "app/seminar/telaah-seminar-private.h"
#include "app/seminar/telaah-seminar-quote.h"
#include "support/telaah-test-session.h"

/* Two sources; Tantangan, Manfaat with Ekonomi below it. */
typedef struct
{
  TelaahTestProject  project;
  TelaahSession     *session;
  char              *points[3];
  char              *passage;     /* of the first source, under Tantangan */
  TelaahSeminar     *seminar;
} Fixture;

/* What was asked for is drawn. */
static void
settle (Fixture *f)
{
  telaah_test_spin (20);
  if (f->seminar != NULL && gtk_widget_get_mapped (GTK_WIDGET (f->seminar)))
    for (guint i = 0; i < 2; i++)
      gtk_test_widget_wait_for_draw (GTK_WIDGET (f->seminar));
}

#define does(call)                        \
  G_STMT_START                            \
  {                                       \
    g_autoptr(GError) error = NULL;       \
    gboolean did = (call) != 0;           \
    g_assert_no_error (error);            \
    g_assert_true (did);                  \
  }                                       \
  G_STMT_END

static void
set_cell (Fixture    *f,
          guint       source,
          const char *summary)
{
  const TelaahStatus treated = TELAAH_STATUS_TREATED;

  does (telaah_session_set_cell (f->session, f->points[0], f->project.sources[source], &treated, summary, &error));
}

static void
open_seminar (Fixture *f,
              int      width,
              int      height)
{
  f->seminar = telaah_seminar_new (f->session);
  g_object_add_weak_pointer (G_OBJECT (f->seminar), (gpointer *) &f->seminar);
  gtk_window_set_default_size (GTK_WINDOW (f->seminar), width, height);
  gtk_window_present (GTK_WINDOW (f->seminar));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (f->seminar));
  settle (f);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  telaah_test_project_set_up (&f->project, NULL);
  f->session = f->project.session;
  for (guint i = 0; i < G_N_ELEMENTS (f->points); i++)
    f->points[i] = g_strdup (telaah_test_get_id (telaah_session_get_points (f->session), i));
  f->passage = telaah_test_tag (f->session, f->project.sources[0], 0, 36, f->project.themes[0], NULL);
  does (telaah_session_set_source (f->session, f->project.sources[0], "title", "Kabel laut", &error));
  does (telaah_session_set_source (f->session, f->project.sources[0], "author", "Larasati Handoyo", &error));
  does (telaah_session_set_source (f->session, f->project.sources[1], "title", "Gawai murah", &error));
  set_cell (f, 0, "Menurut Handoyo ruangnya baru.");
  set_cell (f, 1, "Warga sudah duduk di meja.");
  does (telaah_session_set_point (f->session, f->points[0], "question", "Apa yang mengancam?\nDan siapa?", &error));
  does (telaah_session_set_point (f->session, f->points[0], "similarities", "Keduanya penuh harap.", &error));
  does (telaah_session_set_point (f->session, f->points[0], "differences", "Yang satu takut.", &error));
  open_seminar (f, 1100, 700);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  static const char *const suffixes[] = { "", "-wal", "-shm" };
  g_autofree char *path = g_strdup (f->project.path);

  if (f->seminar != NULL)
    gtk_window_destroy (GTK_WINDOW (f->seminar));
  settle (f);
  g_assert_null (f->seminar);

  for (guint i = 0; i < G_N_ELEMENTS (f->points); i++)
    g_free (f->points[i]);
  g_free (f->passage);
  telaah_test_project_tear_down (&f->project, NULL);

  /* The next test makes one of the same name. */
  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      g_autofree char *file = g_strconcat (path, suffixes[i], NULL);

      g_remove (file);
    }
}

/* ---- Looking ---- */

static void
press (Fixture *f,
       guint    key)
{
  g_assert_true (telaah_seminar_press (f->seminar, key, 0));
  settle (f);
}

/* All that can be read on the wall, a line a label. */
static void
read_wall (GtkWidget *widget,
           GString   *words)
{
  if (!gtk_widget_get_mapped (widget))
    return;
  if (GTK_IS_LABEL (widget))
    g_string_append_printf (words, "%s\n", gtk_label_get_text (GTK_LABEL (widget)));
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    read_wall (child, words);
}

static char *
dup_wall (Fixture *f)
{
  GString *words = g_string_new (NULL);

  read_wall (GTK_WIDGET (f->seminar->stack), words);

  return g_string_free (words, FALSE);
}

static void
assert_wall (Fixture    *f,
             const char *there,
             const char *not_there)
{
  g_autofree char *words = dup_wall (f);

  if (there != NULL && strstr (words, there) == NULL)
    g_test_message ("not to be read: %s, but: %s", there, words);
  g_assert_true (there == NULL || strstr (words, there) != NULL);
  if (not_there != NULL && strstr (words, not_there) != NULL)
    g_test_message ("to be read: %s in: %s", not_there, words);
  g_assert_true (not_there == NULL || strstr (words, not_there) == NULL);
}

/* No letter is cut off: what is shown has the room that it wants, in what holds it. */
static void
assert_whole (GtkWidget *widget)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  if (GTK_IS_LABEL (widget))
    {
      PangoLayout *layout = gtk_label_get_layout (GTK_LABEL (widget));
      GtkWidget *parent = gtk_widget_get_parent (widget);
      graphene_rect_t bounds;
      int width, height;

      pango_layout_get_pixel_size (layout, &width, &height);
      g_assert_cmpint (height, <=, gtk_widget_get_height (widget));
      g_assert_cmpint (width, <=, gtk_widget_get_width (widget));
      g_assert_true (gtk_widget_compute_bounds (widget, parent, &bounds));
      g_assert_cmpfloat (bounds.origin.y + bounds.size.height, <=, gtk_widget_get_height (parent));
      g_assert_cmpfloat (bounds.origin.x + bounds.size.width, <=, gtk_widget_get_width (parent));
    }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    assert_whole (child);
}

static TelaahSeminarQuote *
find_quote (GtkWidget *widget)
{
  TelaahSeminarQuote *found = NULL;

  if (!gtk_widget_get_mapped (widget))
    return NULL;
  if (TELAAH_IS_SEMINAR_QUOTE (widget))
    return TELAAH_SEMINAR_QUOTE (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL && found == NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_quote (child);

  return found;
}

/* ---- Steps ---- */

static void
test_steps (Fixture       *f,
            gconstpointer  data)
{
  assert_wall (f, "1 of 3 · Tantangan", "Kabel laut");
  assert_wall (f, "Apa yang mengancam?", "ruangnya baru");
  assert_wall (f, "Dan siapa?", NULL);
  assert_wall (f, "Similarities and differences", NULL);

  press (f, GDK_KEY_Right);
  assert_wall (f, "Kabel laut · Larasati", "“Diplomasi digital");
  assert_wall (f, "Menurut Handoyo ruangnya baru.", "Warga sudah");
  press (f, GDK_KEY_space);
  assert_wall (f, "“Diplomasi digital membuka ruang baru", NULL);
  press (f, GDK_KEY_Page_Down);
  assert_wall (f, "Warga sudah duduk di meja.", "Keduanya");
  press (f, GDK_KEY_Return);
  assert_wall (f, "Keduanya penuh harap.", "Yang satu takut.");
  press (f, GDK_KEY_Right);
  assert_wall (f, "Yang satu takut.", NULL);

  /* On to the next point, and back to the end of this one. */
  press (f, GDK_KEY_Right);
  assert_wall (f, "2 of 3", "mengancam");
  press (f, GDK_KEY_Left);
  assert_wall (f, "Yang satu takut.", NULL);
  press (f, GDK_KEY_Page_Up);
  assert_wall (f, "Keduanya penuh harap.", "Yang satu takut.");
}

static void
test_points (Fixture       *f,
             gconstpointer  data)
{
  press (f, GDK_KEY_End);
  g_assert_cmpstr (telaah_seminar_get_point (f->seminar), ==, f->points[2]);
  press (f, GDK_KEY_Down);
  g_assert_null (telaah_seminar_get_point (f->seminar));
  assert_wall (f, "3 points · 2 sources", NULL);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Up);
  press (f, GDK_KEY_Up);
  g_assert_cmpstr (telaah_seminar_get_point (f->seminar), ==, f->points[1]);
  press (f, GDK_KEY_Home);
  g_assert_cmpstr (telaah_seminar_get_point (f->seminar), ==, f->points[0]);

  press (f, GDK_KEY_3);
  press (f, GDK_KEY_KP_Enter);
  g_assert_cmpstr (telaah_seminar_get_point (f->seminar), ==, f->points[2]);
  press (f, GDK_KEY_9);
  press (f, GDK_KEY_Return);
  g_assert_cmpstr (telaah_seminar_get_point (f->seminar), ==, f->points[2]);

  telaah_seminar_set_point (f->seminar, f->points[1]);
  g_assert_cmpstr (telaah_seminar_get_point (f->seminar), ==, f->points[1]);
}

static void
test_quotes (Fixture       *f,
             gconstpointer  data)
{
  press (f, GDK_KEY_q);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Right);
  assert_wall (f, "Warga sudah", "“Diplomasi digital");
  press (f, GDK_KEY_q);
  assert_wall (f, "“Diplomasi digital", NULL);
}

/* ---- Blind ---- */

static void
assert_nobody (Fixture *f)
{
  static const char *const names[] = { "Kabel laut", "Gawai murah", "Handoyo", "Larasati" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    assert_wall (f, NULL, names[i]);
}

static void
test_blind (Fixture       *f,
            gconstpointer  data)
{
  guint n_guesses = 0;

  press (f, GDK_KEY_b);
  while (g_array_index (f->seminar->plan->steps, TelaahSeminarStep, f->seminar->at).kind != TELAAH_SEMINAR_STEP_REVEAL)
    {
      assert_nobody (f);
      g_assert_cmpuint (n_guesses++, <, 6);
      press (f, GDK_KEY_Right);
    }
  g_assert_cmpuint (n_guesses, ==, 4);

  /* One is named, the other not yet. */
  assert_wall (f, "Source B · who says this?", "Source A");
  press (f, GDK_KEY_Right);
  assert_wall (f, "Kabel laut · Larasati", "Source");
  assert_wall (f, "Menurut Handoyo ruangnya baru.", NULL);
  assert_wall (f, "Gawai murah", "Keduanya");

  press (f, GDK_KEY_Left);
  press (f, GDK_KEY_Left);
  assert_nobody (f);
  press (f, GDK_KEY_b);
  assert_wall (f, "Kabel laut · Larasati", "Source");
}

/* Nor by what a quote is read in. */
static void
test_blind_reading (Fixture       *f,
                    gconstpointer  data)
{
  press (f, GDK_KEY_b);
  for (guint i = 0; i < 4 && find_quote (GTK_WIDGET (f->seminar->stage)) == NULL; i++)
    press (f, GDK_KEY_Right);
  telaah_seminar_quote_activate (find_quote (GTK_WIDGET (f->seminar->stage)));
  settle (f);
  assert_wall (f, "Tantangannya besar", NULL);
  assert_nobody (f);
}

/* ---- In the text ---- */

static void
opened_cb (TelaahSeminar *seminar,
           const char    *source,
           const char    *passage,
           char         **said)
{
  g_free (*said);
  *said = g_strdup_printf ("%s %s", source, passage);
}

static void
test_reading (Fixture       *f,
              gconstpointer  data)
{
  g_autofree char *said = NULL, *expected = g_strdup_printf ("%s %s", f->project.sources[0], f->passage);
  TelaahSeminarQuote *quote;

  g_signal_connect (f->seminar, "open-passage", G_CALLBACK (opened_cb), &said);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Right);
  quote = find_quote (GTK_WIDGET (f->seminar->stage));
  g_assert_nonnull (quote);
  gtk_widget_grab_focus (GTK_WIDGET (quote));

  press (f, GDK_KEY_j);
  assert_wall (f, "Tantangannya besar: jaringan belum merata", "Apa yang mengancam?");
  press (f, GDK_KEY_End);
  press (f, GDK_KEY_Escape);
  assert_wall (f, "Apa yang mengancam?", "Tantangannya besar");
  g_assert_cmpuint (f->seminar->at, ==, 2);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->seminar)) == GTK_WIDGET (quote));

  press (f, GDK_KEY_Return);
  assert_wall (f, "Tantangannya besar", NULL);
  g_assert_null (said);
  press (f, GDK_KEY_o);
  g_assert_cmpstr (said, ==, expected);
  assert_wall (f, "Apa yang mengancam?", "Tantangannya besar");
}

/* ---- What others do ---- */

static void
test_live (Fixture       *f,
           gconstpointer  data)
{
  press (f, GDK_KEY_Right);
  set_cell (f, 0, "Kini lain.");
  settle (f);
  assert_wall (f, "Kini lain.", "ruangnya baru");
  g_assert_cmpuint (f->seminar->at, ==, 1);

  /* The quote goes, and with it its step. */
  press (f, GDK_KEY_Right);
  does (telaah_session_untag (f->session, f->passage, NULL, &error));
  settle (f);
  assert_wall (f, "Kini lain.", "“Diplomasi");
  press (f, GDK_KEY_Right);
  assert_wall (f, "Warga sudah", NULL);

  does (telaah_session_remove_point (f->session, f->points[0], &error));
  settle (f);
  assert_wall (f, "1 of 2", "mengancam");
  press (f, GDK_KEY_Down);
  press (f, GDK_KEY_Down);
  assert_wall (f, "2 points", NULL);
}

static void
test_hidden (Fixture       *f,
             gconstpointer  data)
{
  const char *const hidden[] = { f->project.sources[1], f->points[1], NULL };

  does (telaah_session_set_hidden (f->session, hidden, TRUE, &error));
  settle (f);

  /* With Manfaat goes Ekonomi, which is below it. */
  assert_wall (f, "1 of 1", NULL);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Right);
  press (f, GDK_KEY_Right);
  assert_wall (f, "Keduanya penuh harap.", "Gawai murah");
}

/* ---- Over the wall ---- */

static void
test_timer (Fixture       *f,
            gconstpointer  data)
{
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->seminar->clock_label)));
  press (f, GDK_KEY_1);
  press (f, GDK_KEY_2);
  press (f, GDK_KEY_t);
  g_assert_cmpstr (gtk_label_get_text (f->seminar->clock_label), ==, "12:00");
  g_assert_cmpuint (f->seminar->index, ==, 0);

  f->seminar->timer.since -= 13 * G_TIME_SPAN_MINUTE;
  telaah_seminar_update_clock (f->seminar);
  g_assert_nonnull (strstr (gtk_label_get_text (f->seminar->clock_label), "Time is up"));
  press (f, GDK_KEY_t);
  press (f, GDK_KEY_T);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (f->seminar->clock_label)));
  press (f, GDK_KEY_T);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (f->seminar->clock_label)));

  /* Digits alone are nothing. */
  press (f, GDK_KEY_2);
  press (f, GDK_KEY_Escape);
  g_assert_nonnull (f->seminar);
  press (f, GDK_KEY_Return);
  g_assert_cmpuint (f->seminar->index, ==, 0);
  g_assert_cmpuint (f->seminar->at, ==, 1);
}

static void
test_covers (Fixture       *f,
             gconstpointer  data)
{
  press (f, GDK_KEY_period);
  g_assert_true (gtk_widget_get_mapped (f->seminar->black));
  press (f, GDK_KEY_Right);
  g_assert_false (gtk_widget_get_mapped (f->seminar->black));
  g_assert_cmpuint (f->seminar->at, ==, 0);

  press (f, GDK_KEY_question);
  g_assert_true (gtk_widget_get_mapped (f->seminar->keys));
  assert_whole (f->seminar->keys);
  press (f, GDK_KEY_Escape);
  g_assert_false (gtk_widget_get_mapped (f->seminar->keys));
  press (f, GDK_KEY_Right);
  g_assert_cmpuint (f->seminar->at, ==, 1);

  g_assert_false (telaah_seminar_press (f->seminar, GDK_KEY_Tab, 0));
  g_assert_false (telaah_seminar_press (f->seminar, GDK_KEY_q, GDK_CONTROL_MASK));
  press (f, GDK_KEY_Escape);
  g_assert_null (f->seminar);
}

/* ---- For those who do not see ---- */

static void
test_accessible (Fixture       *f,
                 gconstpointer  data)
{
  GtkWidget *focus;

  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (f->seminar->cards->pdata[0]), GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->seminar->cards->pdata[0]), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Source 1, not shown yet");
  press (f, GDK_KEY_Right);
  focus = gtk_window_get_focus (GTK_WINDOW (f->seminar));
  g_assert_true (focus == f->seminar->cards->pdata[0]);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (focus), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Kabel laut · Larasati Handoyo\nMenurut Handoyo ruangnya baru.");
  press (f, GDK_KEY_Left);
  g_assert_true (gtk_window_get_focus (GTK_WINDOW (f->seminar)) == GTK_WIDGET (f->seminar->stage));
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (f->seminar->stage), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "1 of 3 · Tantangan\nApa yang mengancam?\nDan siapa?");
}

/* ---- Room ---- */

static const struct
{
  const char *name;
  int         width;
  int         height;
  guint       times;      /* how often a summary says the same */
} walls[] = {
  { "wide", 1270, 780, 1 },
  { "narrow", 900, 650, 8 },
  { "square", 700, 700, 30 },
  { "small", 560, 420, 12 },
  { "endless", 1000, 600, 160 },
};

/* Through the whole point nothing is cut off, and everything has been there. */
static void
test_room (Fixture       *f,
           gconstpointer  data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GString) summary = g_string_new (NULL), seen = g_string_new (NULL);

  gtk_window_destroy (GTK_WINDOW (f->seminar));
  settle (f);
  for (guint k = 0; k < walls[i].times; k++)
    g_string_append_printf (summary, "Kalimat ke-%u tentang jaringan yang belum merata. ", k + 1);
  set_cell (f, 1, summary->str);
  open_seminar (f, walls[i].width, walls[i].height);

  while (telaah_seminar_get_point (f->seminar) != NULL && f->seminar->index == 0)
    {
      assert_whole (GTK_WIDGET (f->seminar->stage));
      read_wall (GTK_WIDGET (f->seminar->stage), seen);
      press (f, GDK_KEY_Right);
    }

  for (guint k = 0; k < walls[i].times; k++)
    {
      g_autofree char *beginning = g_strdup_printf ("ke-%u", k + 1);

      g_assert_nonnull (strstr (seen->str, beginning));
    }
  g_assert_nonnull (strstr (seen->str, "Yang satu takut."));
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

#define add(path, func) g_test_add ("/app/seminar/window/" path, Fixture, NULL, set_up, func, tear_down)
  add ("steps", test_steps);
  add ("points", test_points);
  add ("quotes", test_quotes);
  add ("blind", test_blind);
  add ("blind-reading", test_blind_reading);
  add ("reading", test_reading);
  add ("live", test_live);
  add ("hidden", test_hidden);
  add ("timer", test_timer);
  add ("covers", test_covers);
  add ("accessible", test_accessible);

  for (guint i = 0; i < G_N_ELEMENTS (walls); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/seminar/room/%s", walls[i].name);

      g_test_add (path, Fixture, GUINT_TO_POINTER (i), set_up, test_room, tear_down);
    }

  return g_test_run ();
}
