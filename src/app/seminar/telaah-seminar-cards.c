/* What is said of a point, as paragraphs on cards.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-cards.h"

#include <string.h>

#include <glib/gi18n.h>

#include "formats/telaah-labels.h"

/* Up to how many letters a heading is kept in one line. */
#define UNBROKEN 28

/* A summary with more letters is not said once more over its quotes. */
#define LONGEST_SUMMARY 320

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

/* What is short stays in one line. */
static char *
dup_unbroken (const char *words)
{
  g_auto(GStrv) parts = g_strsplit (words, " ", -1);

  return g_utf8_strlen (words, -1) <= UNBROKEN ? g_strjoinv ("\u00a0", parts) : g_strdup (words);
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
      g_autofree char *section = quotation->section != NULL ? dup_unbroken (quotation->section) : NULL;
      g_autofree char *all = section != NULL ? g_strdup_printf ("%s\u2002§\u00a0%s", quoted, section)
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

TelaahSeminarCard *
telaah_seminar_card_new_voice (const TelaahSeminarVoice  *voice,
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
TelaahSeminarCard *
telaah_seminar_card_new_quotes (const TelaahSeminarVoice  *voice,
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
TelaahSeminarCard *
telaah_seminar_card_new_comparison (const TelaahSeminarContent *content,
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

TelaahSeminarCard *
telaah_seminar_card_new_head (const char *kicker,
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

static int
compare_length (gconstpointer a,
                gconstpointer b)
{
  return (int) strlen (*(char *const *) b) - (int) strlen (*(char *const *) a);
}

static TelaahSeminarBlock *
get_name (GPtrArray *cards,
          guint      card)
{
  TelaahSeminarCard *blocks = cards->pdata[card];

  return blocks->pdata[0];
}

/* All names take the room of the tallest, which is one of the longest: it must not say which one is below. */
void
telaah_seminar_cards_share_names (GPtrArray *cards)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < cards->len; i++)
    g_ptr_array_add (names, g_strdup (get_name (cards, i)->text));
  g_ptr_array_sort (names, compare_length);
  g_ptr_array_set_size (names, (int) MIN (names->len, 2));
  for (guint i = 0; i < cards->len; i++)
    get_name (cards, i)->peers = g_ptr_array_ref (names);
}

/* Whether a block of a comparison is of the differences. */
gboolean
telaah_seminar_card_is_difference (TelaahSeminarCard *card,
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

/* A question that is a text: its lines. */
TelaahSeminarCard *
telaah_seminar_card_new_question (const TelaahSeminarContent *content)
{
  const TelaahSeminarWishes open = { 0 };
  TelaahSeminarCard *card = telaah_seminar_card_new ();

  add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, content->question, &open);
  if (content->more != NULL)
    add_paragraphs (card, TELAAH_SEMINAR_KIND_SUMMARY, content->more, &open);

  return card;
}
