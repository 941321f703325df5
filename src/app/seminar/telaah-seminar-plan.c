/* How one point is brought to the wall: its screens, their type, and the steps through them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-plan.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/telaah-labels.h"

/* A question with more letters is a text to read, not a headline. */
#define LONGEST_QUESTION 260

/* A summary with more letters is not said once more over its quotes. */
#define LONGEST_SUMMARY 320

/* A card that has the screen for itself may speak up. */
#define SHEET_LARGEST 1.3

/* ---- Blocks ---- */

static TelaahSeminarBlock *
add_block (TelaahSeminarCard *card,
           TelaahSeminarKind  kind,
           const char        *text)
{
  TelaahSeminarBlock *block = telaah_seminar_block_new (kind, text);

  g_ptr_array_add (card, block);

  return block;
}

/* Each paragraph a block of its own. */
static void
add_paragraphs (TelaahSeminarCard         *card,
                TelaahSeminarKind          kind,
                const char                *text,
                const TelaahSeminarWishes *wishes)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      TelaahSeminarBlock *block;

      g_strstrip (lines[i]);
      if (*lines[i] == '\0')
        continue;
      block = add_block (card, kind, lines[i]);
      if (wishes->blind)
        block->mask = telaah_seminar_blot (block->text, wishes->names);
    }
}

static void
add_name (TelaahSeminarCard         *card,
          const TelaahSeminarVoice  *voice,
          guint                      position,
          const TelaahSeminarWishes *wishes)
{
  g_autofree char *name = voice->origin != NULL ? g_strdup_printf ("%s · %s", voice->name, voice->origin)
                                                : g_strdup (voice->name);
  TelaahSeminarBlock *block = add_block (card, TELAAH_SEMINAR_KIND_NAME, name);

  block->aside = voice->origin != NULL ? strlen (voice->name) : 0;
  if (wishes->blind)
    {
      g_autofree char *letter = telaah_seminar_dup_letter (position);

      /* Translators: instead of its title, while the seminar guesses; %s is a letter */
      block->mask = g_strdup_printf (_("Source %s · who says this?"), letter);
    }
}

/* What is there instead of a summary, or before it where there is more to say than that it is treated. */
static void
add_status (TelaahSeminarCard        *card,
            const TelaahSeminarVoice *voice)
{
  if (voice->status == TELAAH_STATUS_SILENT && voice->summary == NULL)
    add_block (card, TELAAH_SEMINAR_KIND_STATUS, _("Silent: says nothing on this"));
  else if (voice->status != TELAAH_STATUS_TREATED)
    add_block (card, TELAAH_SEMINAR_KIND_STATUS, telaah_status_get_label (voice->status));
  else if (voice->summary == NULL)
    add_block (card, TELAAH_SEMINAR_KIND_STATUS, _("Treated, without a summary"));
}

static void
add_quotes (TelaahSeminarCard         *card,
            const TelaahSeminarVoice  *voice,
            const TelaahSeminarWishes *wishes)
{
  for (guint i = 0; i < voice->quotes->len; i++)
    {
      const TelaahSeminarQuotation *quotation = voice->quotes->pdata[i];
      /* Translators: a quotation, in the quotation marks of the language */
      g_autofree char *quoted = g_strdup_printf (_("“%s”"), quotation->words);
      g_autofree char *all = quotation->section != NULL ? g_strdup_printf ("%s\u2002§\u00a0%s", quoted, quotation->section)
                                                        : g_strdup (quoted);
      TelaahSeminarBlock *block = add_block (card, TELAAH_SEMINAR_KIND_QUOTE, all);

      block->aside = quotation->section != NULL ? strlen (quoted) : 0;
      block->quote = i;
      if (wishes->blind)
        block->mask = telaah_seminar_blot (quoted, wishes->names);
    }
}

static void
add_summary (TelaahSeminarCard         *card,
             const TelaahSeminarVoice  *voice,
             const TelaahSeminarWishes *wishes)
{
  add_status (card, voice);
  if (voice->summary != NULL)
    add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, voice->summary, wishes);
  if (voice->translation != NULL)
    add_paragraphs (card, TELAAH_SEMINAR_KIND_TRANSLATION, voice->translation, wishes);
}

static TelaahSeminarCard *
make_card (const TelaahSeminarVoice  *voice,
           guint                      position,
           const TelaahSeminarWishes *wishes,
           gboolean                   quotes)
{
  TelaahSeminarCard *card = telaah_seminar_card_new ();

  add_name (card, voice, position, wishes);
  add_summary (card, voice, wishes);
  if (quotes)
    add_quotes (card, voice, wishes);

  return card;
}

/* For the screens that the quotes have for themselves. */
static TelaahSeminarCard *
make_quotes (const TelaahSeminarVoice  *voice,
             guint                      position,
             const TelaahSeminarWishes *wishes)
{
  TelaahSeminarCard *card = telaah_seminar_card_new ();

  add_name (card, voice, position, wishes);
  if (voice->summary == NULL || g_utf8_strlen (voice->summary, -1) <= LONGEST_SUMMARY)
    add_summary (card, voice, wishes);
  add_quotes (card, voice, wishes);

  return card;
}

/* What is not written is left to those in the room. */
static TelaahSeminarCard *
make_comparison (const TelaahSeminarContent *content,
                 const TelaahSeminarWishes  *wishes)
{
  TelaahSeminarWishes open = *wishes;
  TelaahSeminarCard *card = telaah_seminar_card_new ();

  /* They come when everybody is known. */
  open.blind = FALSE;
  if (content->similarities != NULL)
    {
      add_block (card, TELAAH_SEMINAR_KIND_LABEL, _("Similarities"));
      add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, content->similarities, &open);
    }
  if (content->differences != NULL)
    {
      add_block (card, TELAAH_SEMINAR_KIND_LABEL, _("Differences"))->quote = 1;
      add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, content->differences, &open);
    }
  if (card->len == 0)
    {
      add_block (card, TELAAH_SEMINAR_KIND_LABEL, _("Similarities and differences"));
      add_block (card, TELAAH_SEMINAR_KIND_SUMMARY, _("What do they share? Where do they part?"));
    }

  return card;
}

static TelaahSeminarCard *
make_head (const char *kicker,
           const char *heading,
           const char *subtitle)
{
  TelaahSeminarCard *head = telaah_seminar_card_new ();

  add_block (head, TELAAH_SEMINAR_KIND_KICKER, kicker);
  if (heading != NULL)
    add_block (head, TELAAH_SEMINAR_KIND_HEADING, heading);
  if (subtitle != NULL)
    add_block (head, TELAAH_SEMINAR_KIND_SUBTITLE, subtitle);

  return head;
}

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

static TelaahSeminarSheets *
make_sheet (TelaahSeminarCard         *head,
            TelaahSeminarCard         *card,
            const TelaahSeminarWishes *wishes,
            const TelaahSeminarMetric *metric)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  TelaahSeminarWishes loud = *wishes;

  loud.room.largest *= SHEET_LARGEST;
  g_ptr_array_add (cards, card);

  return make_sheets (head, cards, FALSE, FALSE, &loud, metric);
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

static const TelaahSeminarVoice *
get_voice (const TelaahSeminarPlan *self,
           const Given             *given,
           guint                    card)
{
  return given->content->voices->pdata[g_array_index (self->order, guint, card)];
}

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  return (int) strlen (*(char *const *) b) - (int) strlen (*(char *const *) a);
}

/* All names take the room of the tallest, which is one of the longest: it must not say which one is below. */
static void
share_names (GPtrArray *cards)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (names, g_strdup (((TelaahSeminarBlock *) ((TelaahSeminarCard *) cards->pdata[i])->pdata[0])->text));
  g_ptr_array_sort (names, compare_length);
  g_ptr_array_set_size (names, (int) MIN (names->len, 2));
  for (guint i = 0; i < cards->len; i++)
    ((TelaahSeminarBlock *) ((TelaahSeminarCard *) cards->pdata[i])->pdata[0])->peers = g_ptr_array_ref (names);
}

static TelaahSeminarSheets *
make_grid (TelaahSeminarPlan *self,
           const Given       *given,
           gboolean           quotes,
           gboolean           comparison)
{
  GPtrArray *cards = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ptr_array_unref);
  const TelaahSeminarContent *content = given->content;
  TelaahSeminarCard *head = is_text (content) ? make_head (given->kicker, NULL, NULL)
                                              : make_head (given->kicker, content->question, content->more);

  for (guint i = 0; i < self->n_cards; i++)
    g_ptr_array_add (cards, make_card (get_voice (self, given, i), i, given->wishes, quotes));
  if (given->wishes->blind)
    share_names (cards);
  if (comparison)
    g_ptr_array_add (cards, make_comparison (content, given->wishes));

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
  const char *kicker = given->kicker, *question = is_text (given->content) ? NULL : given->content->question;

  for (guint i = 0; i < self->n_cards; i++)
    {
      const TelaahSeminarVoice *voice = get_voice (self, given, i);

      g_ptr_array_add (self->sheets, !quotes || voice->quotes->len == 0 ? NULL :
                       make_sheet (make_head (kicker, NULL, question), make_quotes (voice, i, given->wishes),
                                   given->wishes, given->metric));
    }
  g_ptr_array_add (self->sheets, !comparison ? NULL :
                   make_sheet (make_head (kicker, NULL, question), make_comparison (given->content, given->wishes),
                               given->wishes, given->metric));

  if (is_text (given->content))
    {
      TelaahSeminarCard *card = telaah_seminar_card_new ();
      TelaahSeminarWishes open = *given->wishes;

      open.blind = FALSE;
      add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, given->content->question, &open);
      if (given->content->more != NULL)
        add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, given->content->more, &open);
      self->question = make_sheet (make_head (kicker, NULL, NULL), card, given->wishes, given->metric);
    }
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

/* Whether a block of a comparison is of the differences. */
static gboolean
is_difference (TelaahSeminarCard *card,
               guint              block)
{
  for (guint i = 0; i <= block; i++)
    {
      const TelaahSeminarBlock *b = card->pdata[i];

      if (b->kind == TELAAH_SEMINAR_KIND_LABEL && b->quote == 1)
        return TRUE;
    }

  return FALSE;
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
    return !is_difference (blocks, block) ||
           telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_DIFFERENCES, card, G_MAXUINT);

  return b->kind != TELAAH_SEMINAR_KIND_QUOTE ||
         telaah_seminar_steps_shows (self->steps, at, TELAAH_SEMINAR_STEP_QUOTES, card, G_MAXUINT);
}
