/* How one point is brought to the wall: its screens, their type, and the steps through them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-plan.h"

/* A question with more letters is a text to read, not a headline. */
#define LONGEST_QUESTION 260

/* A card that has the screen for itself may speak up. */
#define SHEET_LARGEST 1.3

/* ---- Sheets ---- */

static void
free_sheets (TelaahSeminarSheets *self)
{
  g_ptr_array_unref (self->head);
  g_ptr_array_unref (self->cards);
  telaah_seminar_layout_free (self->layout);
  g_free (self);
}

static TelaahSeminarSheets *
make_sheets (TelaahSeminarCard         *head,
             GPtrArray                 *cards,
             gboolean                   grid,
             gboolean                   wide,
             const TelaahSeminarWishes *wishes,
             const TelaahSeminarMetric *metric)
{
  TelaahSeminarSheets *self = g_new0 (TelaahSeminarSheets, 1);

  self->head = head;
  self->cards = cards;
  self->layout = grid ? telaah_seminar_layout_grid (head, cards, wide, &wishes->room, metric)
                      : telaah_seminar_layout_sheet (head, cards->pdata[0], &wishes->room, metric);

  return self;
}

/* ---- The plan ---- */

typedef struct
{
  const TelaahSeminarContent *content;
  const char                 *kicker;
  const TelaahSeminarWishes  *wishes;
  const TelaahSeminarMetric  *metric;
} Given;

static gboolean
is_text (const TelaahSeminarContent *content)
{
  return g_utf8_strlen (content->question, -1) + (content->more != NULL ? g_utf8_strlen (content->more, -1) : 0) >
         LONGEST_QUESTION;
}

/* A card on screens of its own; @question: over it, or NULL */
static TelaahSeminarSheets *
make_sheet (const Given       *given,
            const char        *question,
            TelaahSeminarCard *card)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  TelaahSeminarWishes loud = *given->wishes;

  loud.room.largest *= SHEET_LARGEST;
  g_ptr_array_add (cards, card);

  return make_sheets (telaah_seminar_card_new_head (given->kicker, NULL, question), cards, FALSE, FALSE, &loud,
                      given->metric);
}

static const TelaahSeminarVoice *
get_voice (const TelaahSeminarPlan *self,
           const Given             *given,
           guint                    card)
{
  return given->content->voices->pdata[g_array_index (self->order, guint, card)];
}

static TelaahSeminarSheets *
make_grid (TelaahSeminarPlan *self,
           const Given       *given,
           gboolean           quotes,
           gboolean           comparison)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const TelaahSeminarContent *content = given->content;
  gboolean text = is_text (content);
  TelaahSeminarCard *head = telaah_seminar_card_new_head (given->kicker, text ? NULL : content->question,
                                                          text ? NULL : content->more);

  for (guint i = 0; i < self->n_cards; i++)
    g_ptr_array_add (cards, telaah_seminar_card_new_voice (get_voice (self, given, i), i, given->wishes, quotes));
  if (given->wishes->blind)
    telaah_seminar_cards_share_names (cards);
  if (comparison)
    g_ptr_array_add (cards, telaah_seminar_card_new_comparison (content, given->wishes));

  return make_sheets (head, cards, TRUE, comparison, given->wishes, given->metric);
}

static gboolean
is_comfortable (TelaahSeminarSheets       *sheets,
                const TelaahSeminarWishes *wishes)
{
  return sheets->layout->n_screens == 1 && sheets->layout->size >= wishes->comfortable;
}

/* Everything on one screen; else the quotes on screens of their own; else the comparison, too. Returns: how much of it
 * is in the grid */
static void
choose_grid (TelaahSeminarPlan *self,
             const Given       *given,
             gboolean          *quotes,
             gboolean          *comparison)
{
  *comparison = TRUE;
  self->grid = make_grid (self, given, *quotes, TRUE);
  if (*quotes && !is_comfortable (self->grid, given->wishes))
    {
      free_sheets (self->grid);
      *quotes = FALSE;
      self->grid = make_grid (self, given, FALSE, TRUE);
    }

  /* To see it beside what it compares is worth a smaller type. */
  if (self->grid->layout->n_screens == 1 ||
      (given->content->similarities == NULL && given->content->differences == NULL))
    return;

  free_sheets (self->grid);
  *comparison = FALSE;
  self->grid = make_grid (self, given, FALSE, FALSE);
}

static void
make_other_sheets (TelaahSeminarPlan *self,
                   const Given       *given,
                   gboolean           quotes,
                   gboolean           comparison)
{
  const char *question = is_text (given->content) ? NULL : given->content->question;

  for (guint i = 0; i < self->n_cards; i++)
    {
      const TelaahSeminarVoice *voice = get_voice (self, given, i);

      g_ptr_array_add (self->sheets, !quotes || voice->quotes->len == 0 ? NULL :
                       make_sheet (given, question, telaah_seminar_card_new_quotes (voice, i, given->wishes)));
    }
  g_ptr_array_add (self->sheets, !comparison ? NULL :
                   make_sheet (given, question, telaah_seminar_card_new_comparison (given->content, given->wishes)));

  if (question == NULL)
    self->question = make_sheet (given, NULL, telaah_seminar_card_new_question (given->content));
}

static TelaahSeminarShape
find_shape (TelaahSeminarPlan *self,
            guint              card,
            gboolean           quotes)
{
  TelaahSeminarSheets *sheets = self->sheets->pdata[card];
  TelaahSeminarShape shape = { 0, 1, quotes, sheets != NULL ? sheets->layout->n_screens : 0 };
  GPtrArray *boxes = self->grid->layout->boxes;
  gboolean found = FALSE;

  for (guint i = 0; i < boxes->len; i++)
    {
      const TelaahSeminarBox *box = boxes->pdata[i];

      if (box->card != card)
        continue;
      if (!found)
        shape.screen = box->screen;
      shape.n_screens = box->screen - shape.screen + 1;
      found = TRUE;
    }

  return shape;
}

static void
make_steps (TelaahSeminarPlan *self,
            const Given       *given)
{
  g_autofree TelaahSeminarShape *shapes = g_new0 (TelaahSeminarShape, self->n_cards + 1);
  TelaahSeminarPlot plot = { 0 };

  for (guint i = 0; i < self->n_cards; i++)
    shapes[i] = find_shape (self, i, get_voice (self, given, i)->quotes->len > 0);

  plot.cards = shapes;
  plot.n_cards = self->n_cards;
  plot.n_questions = self->question != NULL ? self->question->layout->n_screens : 0;
  plot.comparison = find_shape (self, self->n_cards, FALSE);
  plot.similarities = given->content->similarities != NULL;
  plot.differences = given->content->differences != NULL;
  plot.quotes = given->wishes->quotes;
  plot.blind = given->wishes->blind;
  self->steps = telaah_seminar_steps_new (&plot);
}

/**
 * telaah_seminar_plan_new:
 * @kicker: what stands over everything
 *
 * Returns: (transfer full): in words of its own
 */
TelaahSeminarPlan *
telaah_seminar_plan_new (const TelaahSeminarContent *content,
                         const char                 *kicker,
                         const TelaahSeminarWishes  *wishes,
                         const TelaahSeminarMetric  *metric)
{
  TelaahSeminarPlan *self = g_new0 (TelaahSeminarPlan, 1);
  Given given = { content, kicker, wishes, metric };
  g_autoptr(GPtrArray) ids = g_ptr_array_new_null_terminated (content->voices->len + 1, NULL, TRUE);
  gboolean quotes = wishes->quotes, comparison;

  for (guint i = 0; i < content->voices->len; i++)
    g_ptr_array_add (ids, ((TelaahSeminarVoice *) content->voices->pdata[i])->source);

  self->n_cards = content->voices->len;
  self->order = telaah_seminar_order ((const char *const *) ids->pdata, content->point, wishes->seed, wishes->blind);
  self->sheets = g_ptr_array_new ();
  choose_grid (self, &given, &quotes, &comparison);
  make_other_sheets (self, &given, wishes->quotes && !quotes, !comparison);
  make_steps (self, &given);

  return self;
}

void
telaah_seminar_plan_free (TelaahSeminarPlan *self)
{
  for (guint i = 0; i < self->sheets->len; i++)
    g_clear_pointer ((TelaahSeminarSheets **) &self->sheets->pdata[i], free_sheets);
  g_ptr_array_unref (self->sheets);
  g_clear_pointer (&self->question, free_sheets);
  free_sheets (self->grid);
  g_array_unref (self->order);
  g_array_unref (self->steps);
  g_free (self);
}

/* ---- On the way ---- */

static const TelaahSeminarStep *
get_step (TelaahSeminarPlan *self,
          guint              at)
{
  return &g_array_index (self->steps, TelaahSeminarStep, MIN (at, self->steps->len - 1));
}

/**
 * telaah_seminar_plan_get_sheets:
 * @at: which step
 *
 * Returns: (transfer none): what is on the wall then; its screen is that of the step
 */
TelaahSeminarSheets *
telaah_seminar_plan_get_sheets (TelaahSeminarPlan *self,
                                guint              at)
{
  const TelaahSeminarStep *step = get_step (self, at);

  if (!step->sheet)
    return self->grid;

  return step->kind == TELAAH_SEMINAR_STEP_QUESTION ? self->question : self->sheets->pdata[step->card];
}

/* Whether the card in @box, one of those on the wall, has been turned over. */
gboolean
telaah_seminar_plan_is_shown (TelaahSeminarPlan      *self,
                              guint                   at,
                              const TelaahSeminarBox *box)
{
  if (get_step (self, at)->sheet)
    return TRUE;
  if (box->card < self->n_cards)
    return telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_SUMMARY, box->card, box->screen);

  return telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_SIMILARITIES, box->card, box->screen) ||
         telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_DIFFERENCES, box->card, box->screen);
}

/* Whether a block of a card that has been turned over can be read already. */
gboolean
telaah_seminar_plan_has_come (TelaahSeminarPlan      *self,
                              guint                   at,
                              const TelaahSeminarBox *box,
                              guint                   block)
{
  const TelaahSeminarStep *step = get_step (self, at);
  TelaahSeminarSheets *sheets = telaah_seminar_plan_get_sheets (self, at);
  guint card = step->sheet ? step->card : box->card;
  TelaahSeminarCard *blocks = sheets->cards->pdata[step->sheet ? 0 : card];
  const TelaahSeminarBlock *b = blocks->pdata[block];

  if (step->kind == TELAAH_SEMINAR_STEP_QUESTION && step->sheet)
    return TRUE;
  if (card == self->n_cards)
    return !telaah_seminar_card_is_difference (blocks, block) ||
           telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_DIFFERENCES, card, G_MAXUINT);

  return b->kind != TELAAH_SEMINAR_KIND_QUOTE ||
         telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_QUOTES, card, G_MAXUINT);
}
