/* What a seminar works out without a display: where words stand, what comes after what, who stands where, the clock.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "app/seminar/telaah-seminar-layout.h"
#include "app/seminar/telaah-seminar-steps.h"
#include "app/seminar/telaah-seminar-timer.h"

/* ---- Layout ---- */

#define LINE 1.25

/* A typewriter: every letter is half as wide as its size, and words are parted anywhere. */
static guint
count_letters (int    width,
               double size)
{
  return (guint) MAX (1, width / (size / 2));
}

static int
measure_cb (TelaahSeminarBlock *block,
            gsize               start,
            gsize               end,
            int                 width,
            double              size,
            gpointer            data)
{
  guint each = count_letters (width, size);

  return (int) (MAX (1, (end - start + each - 1) / each) * LINE * size);
}

static gsize
cut_cb (TelaahSeminarBlock *block,
        gsize               start,
        int                 width,
        int                 height,
        double              size,
        gpointer            data)
{
  guint lines = (guint) (height / (LINE * size));

  return MIN (strlen (block->text), start + lines * count_letters (width, size));
}

/* One that thinks everything smaller than it is. */
static int
hope_cb (TelaahSeminarBlock *block,
         gsize               start,
         gsize               end,
         int                 width,
         double              size,
         gpointer            data)
{
  return (int) (0.97 * measure_cb (block, start, end, width, size, data));
}

static const TelaahSeminarMetric metric = { { measure_cb, cut_cb }, { measure_cb, cut_cb }, NULL };
static const TelaahSeminarMetric hopeful = { { measure_cb, cut_cb }, { hope_cb, cut_cb }, NULL };
static const TelaahSeminarRoom wall = { 1140, 690, 18, 27 };

static void
add_block (TelaahSeminarCard *card,
           TelaahSeminarKind  kind,
           guint              letters)
{
  g_autofree char *text = g_strnfill (MAX (letters, 1), 'a');

  g_ptr_array_add (card, telaah_seminar_block_new (kind, text));
}

static TelaahSeminarCard *
make_head (void)
{
  TelaahSeminarCard *head = telaah_seminar_card_new ();

  add_block (head, TELAAH_SEMINAR_KIND_KICKER, 20);
  add_block (head, TELAAH_SEMINAR_KIND_HEADING, 40);

  return head;
}

static GPtrArray *
make_cards (guint n,
            guint letters)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < n; i++)
    {
      TelaahSeminarCard *card = telaah_seminar_card_new ();

      add_block (card, TELAAH_SEMINAR_KIND_NAME, 24);
      add_block (card, TELAAH_SEMINAR_KIND_SUMMARY, letters);
      g_ptr_array_add (cards, card);
    }

  return cards;
}

static TelaahSeminarBlock *
get_block (GPtrArray *cards,
           guint      card,
           guint      block)
{
  TelaahSeminarCard *blocks = cards->pdata[card];

  return blocks->pdata[block];
}

/* Everything is there once, in order, on the wall, and nothing lies over anything else. */
static void
check (const TelaahSeminarLayout *layout,
       GPtrArray                 *cards,
       const TelaahSeminarRoom   *room)
{
  guint card = 0, block = 0;
  gsize byte = 0;

  g_assert_cmpfloat (layout->size, >=, room->smallest);
  g_assert_cmpfloat (layout->size, <=, room->largest);

  for (guint i = 0; i < layout->boxes->len; i++)
    {
      const TelaahSeminarBox *box = layout->boxes->pdata[i];
      int bottom = 0;

      g_assert_cmpint (box->x, >=, 0);
      g_assert_cmpint (box->y, >=, 0);
      g_assert_cmpint (box->x + box->width, <=, room->width);
      g_assert_cmpint (box->y + box->height, <=, room->height);
      g_assert_cmpuint (box->screen, <, layout->n_screens);

      for (guint k = 0; k < i; k++)
        {
          const TelaahSeminarBox *other = layout->boxes->pdata[k];

          g_assert_true (other->screen != box->screen || other->x + other->width < box->x ||
                         box->x + box->width < other->x || other->y + other->height < box->y ||
                         box->y + box->height < other->y);
        }

      for (guint k = 0; k < box->pieces->len; k++)
        {
          const TelaahSeminarPiece *piece = &g_array_index (box->pieces, TelaahSeminarPiece, k);

          /* On to the next block, or the next card. */
          if (byte == strlen (get_block (cards, card, block)->text))
            {
              byte = 0;
              if (++block == ((TelaahSeminarCard *) cards->pdata[card])->len)
                {
                  block = 0;
                  card++;
                }
            }
          g_assert_cmpuint (box->card, ==, card);
          g_assert_cmpuint (piece->block, ==, block);
          g_assert_cmpuint (piece->start, ==, byte);
          g_assert_cmpuint (piece->end, >, byte);
          g_assert_cmpuint (piece->end, <=, strlen (get_block (cards, card, block)->text));
          byte = piece->end;

          g_assert_cmpint (piece->x + piece->width, <=, box->width);
          g_assert_cmpint (piece->y + piece->height, <=, box->height);
          g_assert_cmpint (piece->height, ==, measure_cb (get_block (cards, card, block), piece->start, piece->end,
                                                          piece->width, layout->size, NULL));
          g_assert_true (piece->y >= bottom || piece->x > 0);
          bottom = piece->y + piece->height;
        }
    }

  g_assert_cmpuint (card + 1, ==, cards->len);
  g_assert_cmpuint (byte, ==, strlen (get_block (cards, card, block)->text));
}

static void
test_mock (void)
{
  g_autoptr(GPtrArray) head = make_head (), cards = make_cards (6, 40);
  g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_layout_grid (head, cards, FALSE, &wall, &metric);
  const TelaahSeminarBox *first = layout->boxes->pdata[0], *second = layout->boxes->pdata[1];

  check (layout, cards, &wall);
  g_assert_cmpuint (layout->n_screens, ==, 1);
  g_assert_cmpuint (layout->columns, ==, 3);
  g_assert_cmpfloat (layout->size, ==, wall.largest);
  g_assert_cmpint (first->y, ==, second->y);
  g_assert_cmpint (first->height, ==, ((TelaahSeminarBox *) layout->boxes->pdata[5])->height);
}

/* The more there is to say the smaller it is said, then on more screens. */
static void
test_shrinks (void)
{
  g_autoptr(GPtrArray) head = make_head ();
  double size = G_MAXDOUBLE;
  guint n_screens = 1;

  for (guint letters = 20; letters < 3000; letters = letters * 5 / 4)
    {
      g_autoptr(GPtrArray) cards = make_cards (5, letters);
      g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_layout_grid (head, cards, TRUE, &wall, &metric);

      check (layout, cards, &wall);
      g_assert_cmpuint (layout->n_screens, >=, n_screens);
      if (layout->n_screens == n_screens)
        g_assert_cmpfloat (layout->size, <=, size * 1.12);
      if (n_screens == 1 && layout->n_screens > 1)
        g_assert_cmpfloat (size, <, 1.12 * wall.smallest);
      size = layout->size;
      n_screens = layout->n_screens;
    }
  g_assert_cmpuint (n_screens, >, 1);
}

/* No more than one takes in, and no screen with a single card left over. */
static void
test_many (void)
{
  g_autoptr(GPtrArray) head = make_head (), cards = make_cards (13, 10);
  g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_layout_grid (head, cards, FALSE, &wall, &metric);
  guint n = 0;

  check (layout, cards, &wall);
  g_assert_cmpuint (layout->n_screens, ==, 2);
  for (guint i = 0; i < layout->boxes->len; i++)
    n += ((TelaahSeminarBox *) layout->boxes->pdata[i])->screen == 0;
  g_assert_cmpuint (n, >=, 7);
  g_assert_cmpuint (n, <=, 12);
}

/* What is last, and no source's, has the rest of its row. */
static void
test_wide (void)
{
  g_autoptr(GPtrArray) head = make_head (), cards = make_cards (5, 60);
  g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_layout_grid (head, cards, TRUE, &wall, &metric);
  const TelaahSeminarBox *last = layout->boxes->pdata[4];

  check (layout, cards, &wall);
  g_assert_cmpint (wall.width - last->x - last->width, <, 6);
}

/* One card on screens of its own goes on where the one before ended. */
static void
test_sheets (void)
{
  g_autoptr(GPtrArray) head = make_head (), cards = make_cards (1, 9000);
  g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_layout_sheet (head, cards->pdata[0], &wall, &metric);

  check (layout, cards, &wall);
  g_assert_cmpuint (layout->n_screens, ==, 3);
  g_assert_cmpuint (layout->boxes->len, ==, layout->n_screens);
}

/* An estimate that is too small is not believed. */
static void
test_hope (void)
{
  g_autoptr(GPtrArray) head = make_head ();

  for (guint letters = 100; letters < 700; letters += 7)
    {
      g_autoptr(GPtrArray) cards = make_cards (6, letters);
      g_autoptr(TelaahSeminarLayout) layout = telaah_seminar_layout_grid (head, cards, TRUE, &wall, &hopeful);

      check (layout, cards, &wall);
    }
}

static void
test_any (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr(GPtrArray) head = make_head (), cards = make_cards (1 + g_rand_int_range (rand, 0, 17), 10);
      TelaahSeminarRoom room = { g_rand_int_range (rand, 500, 2000), g_rand_int_range (rand, 420, 1200), 15, 36 };
      g_autoptr(TelaahSeminarLayout) grid = NULL, sheet = NULL;

      for (guint i = 0; i < cards->len; i++)
        for (int k = g_rand_int_range (rand, 0, 5); k > 0; k--)
          add_block (cards->pdata[i], k % 2 ? TELAAH_SEMINAR_KIND_QUOTE : TELAAH_SEMINAR_KIND_LABEL,
                     (guint) g_rand_int_range (rand, 1, round % 7 == 0 ? 4000 : 200));

      grid = telaah_seminar_layout_grid (head, cards, g_rand_boolean (rand), &room, &metric);
      check (grid, cards, &room);
      sheet = telaah_seminar_layout_sheet (head, cards->pdata[0], &room, &metric);
      g_ptr_array_set_size (cards, 1);
      check (sheet, cards, &room);
    }
}

/* ---- Steps ---- */

static char *
describe (GArray *steps)
{
  static const char *const kinds[] = { "ask", "say", "quote", "who", "alike", "differ" };
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < steps->len; i++)
    {
      const TelaahSeminarStep *step = &g_array_index (steps, TelaahSeminarStep, i);

      g_string_append_printf (text, "%s%s%u%s%u", i > 0 ? " " : "", kinds[step->kind], step->card,
                              step->sheet ? "+" : ".", step->screen);
    }

  return g_string_free (text, FALSE);
}

static const TelaahSeminarShape plain[] = { { 0, 1, TRUE, 0 }, { 0, 1, FALSE, 0 } };
static const TelaahSeminarShape apart[] = { { 0, 1, TRUE, 2 }, { 1, 2, TRUE, 1 } };

static const struct
{
  const char        *name;
  TelaahSeminarPlot  plot;
  const char        *steps;
} plots[] = {
  { "quotes-in-place", { 0, plain, 2, { 0, 1, FALSE, 0 }, TRUE, TRUE, TRUE, FALSE },
    "ask0.0 say0.0 quote0.0 say1.0 alike2.0 differ2.0" },
  { "without-quotes", { 0, plain, 2, { 0, 1, FALSE, 0 }, TRUE, FALSE, FALSE, FALSE },
    "ask0.0 say0.0 say1.0 alike2.0" },
  { "nothing-written", { 0, plain, 2, { 0, 1, FALSE, 0 }, FALSE, FALSE, FALSE, FALSE },
    "ask0.0 say0.0 say1.0 alike2.0" },
  { "differences-alone", { 0, plain, 2, { 0, 1, FALSE, 0 }, FALSE, TRUE, FALSE, FALSE },
    "ask0.0 say0.0 say1.0 differ2.0" },
  { "blind", { 0, plain, 2, { 0, 1, FALSE, 0 }, TRUE, TRUE, TRUE, TRUE },
    "ask0.0 say0.0 quote0.0 say1.0 who0.0 who1.0 alike2.0 differ2.0" },
  { "screens", { 2, apart, 2, { 0, 1, FALSE, 1 }, TRUE, TRUE, TRUE, FALSE },
    "ask0+0 ask0+1 say0.0 quote0+0 quote0+1 say1.1 say1.2 quote1+0 alike2+0 differ2+0" },
  { "long-comparison", { 0, plain, 2, { 0, 1, FALSE, 2 }, TRUE, TRUE, FALSE, FALSE },
    "ask0.0 say0.0 say1.0 differ2+0 differ2+1" },
  { "no-sources", { 0, NULL, 0, { 0, 1, FALSE, 0 }, FALSE, FALSE, TRUE, TRUE }, "ask0.0 alike0.0" },
};

static void
test_steps (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GArray) steps = telaah_seminar_steps_new (&plots[i].plot);
  g_autofree char *text = describe (steps);

  g_assert_cmpstr (text, ==, plots[i].steps);

  /* Each is found again, and shows itself and not what follows. */
  for (guint k = 0; k < steps->len; k++)
    {
      const TelaahSeminarStep *step = &g_array_index (steps, TelaahSeminarStep, k);

      g_assert_cmpuint (telaah_seminar_steps_find (steps, step), ==, k);
      g_assert_true (telaah_seminar_steps_shows (steps, k, step->kind, step->card, step->screen));
      if (k > 0 && step->kind != TELAAH_SEMINAR_STEP_QUESTION)
        g_assert_true (step->sheet ||
                       !telaah_seminar_steps_shows (steps, k - 1, step->kind, step->card, step->screen));
    }
}

/* Where one is when quotes are taken away, names are hidden, or the screen is another. */
static void
test_same_step (void)
{
  TelaahSeminarPlot with = plots[5].plot, without = plots[5].plot, blind = plots[4].plot;
  g_autoptr(GArray) all = telaah_seminar_steps_new (&with), guess = telaah_seminar_steps_new (&blind), few = NULL;

  without.quotes = FALSE;
  few = telaah_seminar_steps_new (&without);

  /* ask ask say0 say1.1 say1.2 alike differ */
  g_assert_cmpuint (telaah_seminar_steps_find (few, &g_array_index (all, TelaahSeminarStep, 4)), ==, 2);
  g_assert_cmpuint (telaah_seminar_steps_find (few, &g_array_index (all, TelaahSeminarStep, 7)), ==, 4);
  g_assert_cmpuint (telaah_seminar_steps_find (few, &g_array_index (all, TelaahSeminarStep, 9)), ==, 6);

  /* From who says it to where all has been said. */
  g_assert_cmpuint (telaah_seminar_steps_find (few, &g_array_index (guess, TelaahSeminarStep, 5)), ==, 4);
}

/* ---- Blind ---- */

static void
test_order (void)
{
  static const char *const sources[] = { "s1", "s2", "s3", "s4", "s5", "s6", NULL };
  static const char *const fewer[] = { "s1", "s2", "s4", "s5", "s6", NULL };
  guint same = 0, straight = 0;

  for (guint32 seed = 0; seed < 200; seed++)
    {
      g_autoptr(GArray) plain_order = telaah_seminar_order (sources, "p", seed, FALSE);
      g_autoptr(GArray) order = telaah_seminar_order (sources, "p", seed, TRUE);
      g_autoptr(GArray) again = telaah_seminar_order (sources, "p", seed, TRUE);
      g_autoptr(GArray) elsewhere = telaah_seminar_order (sources, "q", seed, TRUE);
      g_autoptr(GArray) less = telaah_seminar_order (fewer, "p", seed, TRUE);
      guint seen = 0, at = 0;

      g_assert_cmpuint (order->len, ==, 6);
      for (guint i = 0; i < 6; i++)
        {
          guint source = g_array_index (order, guint, i);

          g_assert_cmpuint (g_array_index (plain_order, guint, i), ==, i);
          g_assert_cmpuint (g_array_index (again, guint, i), ==, source);
          seen |= 1u << source;

          /* Who goes does not move the others. */
          if (source != 2)
            g_assert_cmpstr (fewer[g_array_index (less, guint, at++)], ==, sources[source]);
        }
      g_assert_cmpuint (seen, ==, 63);
      same += memcmp (order->data, elsewhere->data, 6 * sizeof (guint)) == 0;
      straight += memcmp (order->data, plain_order->data, 6 * sizeof (guint)) == 0;
    }

  /* One in 720 would be. */
  g_assert_cmpuint (same, <, 5);
  g_assert_cmpuint (straight, <, 5);
}

static void
test_letters (void)
{
  static const struct { guint position; const char *letter; } letters[] = {
    { 0, "A" }, { 4, "E" }, { 25, "Z" }, { 26, "AA" }, { 53, "BB" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (letters); i++)
    {
      g_autofree char *letter = telaah_seminar_dup_letter (letters[i].position);

      g_assert_cmpstr (letter, ==, letters[i].letter);
    }
}

static const struct
{
  const char *name;
  const char *text;
  const char *blotted;
} blots[] = {
  { "surname", "Handoyo takut pada penyusup.", "··· takut pada penyusup." },
  { "case", "HANDOYO dan handoyo", "··· dan ···" },
  { "part-of-a-word", "Handoyoan tidak", "Handoyoan tidak" },
  { "possessive", "Lestari’s door, Lestari.", "···’s door, ···." },
  { "particle", "van der Berg said van", "van der ··· said van" },
  { "accents", "Ünalın sözü: Ünal", "Ünalın sözü: ···" },
  { "nothing", "Kabel laut", "Kabel laut" },
};

static void
test_blot (gconstpointer data)
{
  static const char *const names[] = { "Larasati Handoyo", "Lestari, N.", "Jan van der Berg", "Ünal", NULL };
  guint i = GPOINTER_TO_UINT (data);
  g_autofree char *text = telaah_seminar_blot (blots[i].text, names);

  g_assert_cmpstr (text, ==, blots[i].blotted);
}

/* ---- The clock ---- */

#define AT(seconds) ((gint64) ((seconds) * G_TIME_SPAN_SECOND) + 5 * G_TIME_SPAN_HOUR)

static void
assert_time (const TelaahSeminarTimer *timer,
             gint64                    now,
             const char               *expected)
{
  g_autofree char *time = telaah_seminar_timer_dup_time (timer, now);
  g_autofree char *before = NULL, *after = NULL;
  gint64 wait = telaah_seminar_timer_get_wait (timer, now);

  g_assert_cmpstr (time, ==, expected);

  /* It says when it will be another. */
  g_assert_cmpint (wait, >, 0);
  g_assert_cmpint (wait, <=, G_TIME_SPAN_SECOND);
  before = telaah_seminar_timer_dup_time (timer, now + wait - 1);
  g_assert_cmpstr (before, ==, expected);
}

static void
test_timer_up (void)
{
  TelaahSeminarTimer timer = { 0 };

  telaah_seminar_timer_toggle (&timer, AT (0));
  g_assert_true (timer.running);
  assert_time (&timer, AT (0), "0:00");
  assert_time (&timer, AT (59.9), "0:59");
  assert_time (&timer, AT (760), "12:40");
  assert_time (&timer, AT (3723), "1:02:03");
  g_assert_false (telaah_seminar_timer_is_over (&timer, AT (99999)));

  /* It rests, and goes on. */
  telaah_seminar_timer_toggle (&timer, AT (100));
  assert_time (&timer, AT (500), "1:40");
  telaah_seminar_timer_toggle (&timer, AT (600));
  assert_time (&timer, AT (605), "1:45");
}

static void
test_timer_down (void)
{
  TelaahSeminarTimer timer = { 0 };

  telaah_seminar_timer_set (&timer, 10, AT (0));
  assert_time (&timer, AT (0), "10:00");
  assert_time (&timer, AT (0.5), "10:00");
  assert_time (&timer, AT (1), "9:59");
  assert_time (&timer, AT (599), "0:01");
  g_assert_false (telaah_seminar_timer_is_over (&timer, AT (599.9)));
  g_assert_true (telaah_seminar_timer_is_over (&timer, AT (600)));
  assert_time (&timer, AT (600), "0:00");
  assert_time (&timer, AT (665), "1:05");

  /* Nothing typed but a zero: up again. */
  telaah_seminar_timer_set (&timer, 0, AT (700));
  g_assert_false (telaah_seminar_timer_is_over (&timer, AT (9000)));
  assert_time (&timer, AT (702), "0:02");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/app/seminar/layout/mock", test_mock);
  g_test_add_func ("/app/seminar/layout/shrinks", test_shrinks);
  g_test_add_func ("/app/seminar/layout/many", test_many);
  g_test_add_func ("/app/seminar/layout/wide", test_wide);
  g_test_add_func ("/app/seminar/layout/sheets", test_sheets);
  g_test_add_func ("/app/seminar/layout/hope", test_hope);
  g_test_add_func ("/app/seminar/layout/any", test_any);
  for (guint i = 0; i < G_N_ELEMENTS (plots); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/seminar/steps/%s", plots[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_steps);
    }
  g_test_add_func ("/app/seminar/steps/same-step", test_same_step);
  g_test_add_func ("/app/seminar/blind/order", test_order);
  g_test_add_func ("/app/seminar/blind/letters", test_letters);
  for (guint i = 0; i < G_N_ELEMENTS (blots); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/seminar/blot/%s", blots[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_blot);
    }
  g_test_add_func ("/app/seminar/timer/up", test_timer_up);
  g_test_add_func ("/app/seminar/timer/down", test_timer_down);

  return g_test_run ();
}
