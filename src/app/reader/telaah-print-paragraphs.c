/* The paragraphs of a printed source: what kind each is, and how a long one is set in parts.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-layout-private.h"

#include <string.h>

/* A paragraph is set by so many bytes at once: what a layout costs, and what it can hold, depends on its length. */
#define PART 4096

/* A line of less is not a paragraph of prose, so that the next stands close below it. */
#define SHORT 120

/* Words before a heading's own in its paragraph: a number, a sign of Markdown. */
#define LABEL 12

static gboolean
is_blank (const char *start,
          const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

static gboolean
has_word (const char *start,
          const char *end)
{
  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

/* Whether all of a paragraph is a heading or clutter; a heading that runs into its paragraph does not make it one. */
static void
find_kind (TelaahPrintLayout *self,
           gsize              start,
           gsize              end)
{
  const char *body = telaah_text_get_body (self->content->text);
  g_autoptr(GArray) marks = telaah_print_content_dup_marks (self->content, start, end);

  self->paragraph.kind = TELAAH_PRINT_BODY;
  self->paragraph.level = 0;

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahPrintMark *mark = &g_array_index (marks, TelaahPrintMark, i);
      gboolean whole = is_blank (body + start, body + MAX (mark->start, start))
                       && is_blank (body + MIN (mark->end, end), body + end);

      if (mark->kind == TELAAH_MARK_CLUTTER && whole)
        {
          self->paragraph.kind = TELAAH_PRINT_CLUTTER;
          return;
        }
      if (mark->kind == TELAAH_MARK_HEADING && mark->start < start + LABEL
          && !has_word (body + MIN (mark->end, end), body + end) && end - start <= PART)
        {
          self->paragraph.kind = TELAAH_PRINT_HEADING;
          self->paragraph.level = mark->level;
        }
    }
}

static double
find_gap (TelaahPrintLayout *self,
          gsize              length)
{
  double size = self->frame.size;

  if (self->paragraph.kind == TELAAH_PRINT_HEADING)
    return self->previous_kind == TELAAH_PRINT_HEADING ? 0.5 * size : 1.25 * size;
  if (self->previous_kind == TELAAH_PRINT_HEADING)
    return 0.35 * size;
  if (self->paragraph.kind == TELAAH_PRINT_CLUTTER && self->previous_kind == TELAAH_PRINT_CLUTTER)
    return 0.2 * size;
  if (self->n_breaks <= 1 && length < SHORT && self->previous_length < SHORT)
    return 0;

  return 0.75 * size;
}

/* Goes to the next paragraph that has words in it. */
static gboolean
next_paragraph (TelaahPrintLayout *self)
{
  const char *body = telaah_text_get_body (self->content->text);
  const char *end = body + telaah_text_get_n_bytes (self->content->text);
  const char *p = body + self->at;

  while (p < end)
    {
      const char *newline = memchr (p, '\n', end - p);
      const char *stop = newline != NULL ? newline : end;

      if (!is_blank (p, stop))
        {
          self->offset += g_utf8_strlen (body + self->at, p - (body + self->at));
          self->at = p - body;
          self->paragraph_end = stop - body;
          return TRUE;
        }

      self->n_breaks += 1;
      p = stop + 1;
    }

  return FALSE;
}

/* How many of the lines can stand: without the last, where the paragraph goes on behind it, since it does not hold
 * all that it could, and none that would begin with a number, which stays with its word. */
static guint
count_lines (const TelaahPrintSet *set,
             gboolean              closes)
{
  guint n = set->lines->len;
  gboolean within = TRUE;

  if (closes)
    return n;

  while (n > 1 && within)
    {
      n--;
      telaah_print_set_to_source (set, g_array_index (set->lines, TelaahPrintLine, n).start, &within);
    }

  return within ? 0 : n;
}

/* Sets the next lines of the paragraph. Line breaks do not depend on what follows, so that the parts join unseen. */
static void
place_part (TelaahPrintLayout *self,
            TelaahPrintBlock  *block,
            double             gap)
{
  const char *body = telaah_text_get_body (self->content->text);
  gsize length = PART, next;
  guint n_lines = 0;
  TelaahPrintSet *set = NULL;

  block->start = self->at;
  block->span.start = self->offset;

  while (n_lines == 0)
    {
      g_clear_pointer (&set, telaah_print_set_free);
      block->end = MIN (self->at + length, self->paragraph_end);
      while (block->end < self->paragraph_end && ((guchar) body[block->end] & 0xc0) == 0x80)
        block->end++;
      block->closes = block->end == self->paragraph_end;
      block->span.end = self->offset + g_utf8_strlen (body + self->at, block->end - self->at);
      set = telaah_print_type_set_block (self->type, block);
      n_lines = count_lines (set, block->closes);
      length *= 2;
    }

  next = block->closes ? block->end
                       : telaah_print_set_to_source (set, g_array_index (set->lines, TelaahPrintLine, n_lines).start,
                                                     NULL);
  self->offset += g_utf8_strlen (body + self->at, next - self->at);
  self->at = next;
  if (block->opens)
    self->paragraph.rtl = pango_layout_get_direction (set->layout, 0) == PANGO_DIRECTION_RTL;
  telaah_print_blocks_place (self, set, block, n_lines, gap);
}

/* A first line that says the title once more is set as the title. */
static void
place_head (TelaahPrintLayout *self)
{
  const char *title = telaah_source_get_name (self->content->source);
  const char *body = telaah_text_get_body (self->content->text);
  gboolean found = next_paragraph (self);
  g_autofree char *first = g_strstrip (g_strndup (body + self->at, found ? self->paragraph_end - self->at : 0));
  TelaahPrintBlock head = { .kind = TELAAH_PRINT_TITLE, .opens = TRUE, .closes = TRUE };
  TelaahPrintBlock meta = { .kind = TELAAH_PRINT_META, .opens = TRUE, .closes = TRUE };
  TelaahPrintSet *set;

  if (found && self->paragraph_end - self->at <= PART && strcmp (first, title) == 0)
    {
      place_part (self, &head, 0);
    }
  else
    {
      set = telaah_print_type_set_block (self->type, &head);
      telaah_print_blocks_place (self, set, &head, set->lines->len, 0);
    }

  set = telaah_print_type_set_block (self->type, &meta);
  telaah_print_blocks_place (self, set, &meta, set->lines->len, 0.5 * self->frame.size);
  self->previous_kind = TELAAH_PRINT_META;
}

/* Sets a paragraph, or a part of a long one. Returns: whether there are more. */
gboolean
telaah_print_paragraphs_step (TelaahPrintLayout *self)
{
  TelaahPrintBlock block;
  double gap = 0;

  if (self->phase == TELAAH_PRINT_PHASE_HEAD)
    {
      place_head (self);
      self->phase = TELAAH_PRINT_PHASE_TEXT;
      return TRUE;
    }

  block = self->paragraph;
  block.opens = self->at >= self->paragraph_end || self->previous_kind == TELAAH_PRINT_META;
  if (block.opens)
    {
      gsize length;

      self->n_breaks = 0;
      if (self->at >= self->paragraph_end && !next_paragraph (self))
        return FALSE;

      length = self->paragraph_end - self->at;
      find_kind (self, self->at, self->paragraph_end);
      gap = self->previous_kind == TELAAH_PRINT_META ? 2 * self->frame.size : find_gap (self, length);
      self->previous_kind = self->paragraph.kind;
      self->previous_length = length;
      block = self->paragraph;
      block.opens = TRUE;
    }

  place_part (self, &block, gap);

  return TRUE;
}
