/* The pages of a printed source, made in steps: head, text, legend, and the margin notes that are left.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-layout-private.h"

static void
page_free (gpointer data)
{
  TelaahPrintPage *page = data;

  g_array_unref (page->pieces);
  g_array_unref (page->lines);
  g_array_unref (page->notes);
  g_array_unref (page->brackets);
  g_free (page);
}

static void
clear_entry (gpointer data)
{
  g_free (((TelaahPrintEntry *) data)->title);
}

static void
clear_held (gpointer data)
{
  telaah_print_set_free (((TelaahPrintHeld *) data)->set);
}

/* The page before is to be closed. */
void
telaah_print_layout_new_page (TelaahPrintLayout *self)
{
  TelaahPrintPage *page = g_new0 (TelaahPrintPage, 1);

  page->pieces = g_array_new (FALSE, FALSE, sizeof (TelaahPrintPiece));
  page->lines = g_array_new (FALSE, FALSE, sizeof (TelaahPrintTextLine));
  page->notes = g_array_new (FALSE, FALSE, sizeof (TelaahPrintNote));
  page->brackets = g_array_new (FALSE, FALSE, sizeof (TelaahPrintBracket));
  g_ptr_array_add (self->pages, page);

  self->page = page;
  self->y = self->frame.top;
}

/**
 * telaah_print_layout_new:
 * @content: (transfer full):
 *
 * To be taken step by step with telaah_print_layout_step().
 */
TelaahPrintLayout *
telaah_print_layout_new (TelaahPrintContent     *content,
                         const TelaahPrintPaper *paper)
{
  TelaahPrintLayout *self = g_new0 (TelaahPrintLayout, 1);

  self->content = content;
  self->type = telaah_print_type_new (content, paper);
  self->frame = *telaah_print_type_get_frame (self->type);
  self->pages = g_ptr_array_new_with_free_func (page_free);
  self->blocks = g_array_new (FALSE, FALSE, sizeof (TelaahPrintBlock));
  self->entries = g_array_new (FALSE, FALSE, sizeof (TelaahPrintEntry));
  self->held = g_array_new (FALSE, FALSE, sizeof (TelaahPrintHeld));
  self->waiting = g_array_new (FALSE, FALSE, sizeof (TelaahPrintWaiting));
  self->columns = g_new0 (guint8, content->passages->len + 1);
  g_array_set_clear_func (self->entries, clear_entry);
  g_array_set_clear_func (self->held, clear_held);
  telaah_print_layout_new_page (self);

  return self;
}

void
telaah_print_layout_free (TelaahPrintLayout *self)
{
  g_array_unref (self->held);
  g_array_unref (self->waiting);
  g_array_unref (self->entries);
  g_array_unref (self->blocks);
  g_ptr_array_unref (self->pages);
  g_free (self->columns);
  telaah_print_type_free (self->type);
  telaah_print_content_free (self->content);
  g_free (self);
}

/* Words that are not the source's. */
static void
place_own (TelaahPrintLayout *self,
           TelaahPrintKind    kind,
           guint              row,
           double             gap)
{
  TelaahPrintBlock block = { .kind = kind, .row = row, .opens = TRUE, .closes = TRUE };
  TelaahPrintSet *set = telaah_print_type_set_block (self->type, &block);

  telaah_print_blocks_place (self, set, &block, set->lines->len, gap);
}

static void
step_legend (TelaahPrintLayout *self)
{
  if (self->content->themes->len > 0)
    place_own (self, TELAAH_PRINT_LEGEND_TITLE, 0, 2.2 * self->frame.size);
  for (guint i = 0; i < self->content->themes->len; i++)
    place_own (self, TELAAH_PRINT_LEGEND, i, 0);
  telaah_print_blocks_flush (self);

  /* What stands behind the last word. */
  while (self->next_passage < self->content->passages->len)
    telaah_print_margin_add (self, self->next_passage++, self->y);
  telaah_print_margin_close (self);
}

/**
 * telaah_print_layout_step:
 *
 * Sets a few kilobytes of the text.
 *
 * Returns: whether there is more to do
 */
gboolean
telaah_print_layout_step (TelaahPrintLayout *self)
{
  switch (self->phase)
    {
    case TELAAH_PRINT_PHASE_HEAD:
    case TELAAH_PRINT_PHASE_TEXT:
      if (!telaah_print_paragraphs_step (self))
        self->phase = TELAAH_PRINT_PHASE_LEGEND;
      break;

    case TELAAH_PRINT_PHASE_LEGEND:
      step_legend (self);
      self->phase = TELAAH_PRINT_PHASE_NOTES;
      break;

    case TELAAH_PRINT_PHASE_NOTES:
      if (self->waiting->len > 0)
        {
          telaah_print_layout_new_page (self);
          telaah_print_margin_fill (self);
        }
      else
        self->phase = TELAAH_PRINT_PHASE_DONE;
      break;

    case TELAAH_PRINT_PHASE_DONE:
    default:
      break;
    }

  return self->phase != TELAAH_PRINT_PHASE_DONE;
}

TelaahPrintContent *
telaah_print_layout_get_content (TelaahPrintLayout *self)
{
  return self->content;
}

TelaahPrintType *
telaah_print_layout_get_type (TelaahPrintLayout *self)
{
  return self->type;
}

/* So far. */
guint
telaah_print_layout_get_n_pages (TelaahPrintLayout *self)
{
  return self->pages->len;
}

const TelaahPrintPage *
telaah_print_layout_get_page (TelaahPrintLayout *self,
                              guint              page)
{
  g_return_val_if_fail (page < self->pages->len, NULL);

  return self->pages->pdata[page];
}

const TelaahPrintBlock *
telaah_print_layout_get_block (TelaahPrintLayout *self,
                               guint              block)
{
  g_return_val_if_fail (block < self->blocks->len, NULL);

  return &g_array_index (self->blocks, TelaahPrintBlock, block);
}

/* (element-type TelaahPrintEntry): the headings, in the order of the text. */
const GArray *
telaah_print_layout_get_entries (TelaahPrintLayout *self)
{
  return self->entries;
}
