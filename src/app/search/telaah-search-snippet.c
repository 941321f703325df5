/* A hit in two lines: its words in bold, and as much of its sentence around them as finds room. What is left out is left
 * out between words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-search-snippet.h"

#include <string.h>

/* Kept at either side of what is left out between two words that were found, at least; in code points. */
#define LEAST_BESIDE 4

/* What may come before the first of several. */
#define BEFORE_SEVERAL 12

typedef struct
{
  gunichar *characters;   /* of the sentence */
  guint     n;
  GString  *line;
  gboolean  space;        /* one is due before the next letter */
} Snippet;

/* White space of any kind is one space, and none at the beginning. */
static void
append (Snippet    *self,
        TelaahSpan  span)
{
  for (guint i = span.start; i < MIN (span.end, self->n); i++)
    {
      if (g_unichar_isspace (self->characters[i]))
        {
          self->space = self->line->len > 0;
          continue;
        }

      if (self->space)
        g_string_append_c (self->line, ' ');
      self->space = FALSE;
      g_string_append_unichar (self->line, self->characters[i]);
    }
}

static void
append_ellipsis (Snippet *self)
{
  if (self->line->len > 0)
    g_string_append_c (self->line, ' ');
  g_string_append (self->line, "…");
  self->space = TRUE;
}

/* The beginning of the word at or after @offset, at most @most. */
static guint
next_word (const Snippet *self,
           guint          offset,
           guint          most)
{
  guint i = offset;

  if (i == 0 || g_unichar_isspace (self->characters[i - 1]))
    return i;
  while (i < most && !g_unichar_isspace (self->characters[i]))
    i++;
  if (i == most)
    return offset;    /* one long word, or a script without blanks */
  while (i < most && g_unichar_isspace (self->characters[i]))
    i++;

  return i;
}

/* The end of the word before @offset, at least @least. */
static guint
previous_end (const Snippet *self,
              guint          offset,
              guint          least)
{
  guint i = offset;

  while (i > least && !g_unichar_isspace (self->characters[i - 1]))
    i--;
  if (i == least)
    return offset;
  while (i > least && g_unichar_isspace (self->characters[i - 1]))
    i--;

  return i;
}

/* @beside: how much of it may be kept at either end */
static void
append_between (Snippet    *self,
                TelaahSpan  between,
                guint       beside)
{
  guint end, start;

  if (between.end - between.start <= 2 * beside + 3)
    {
      append (self, between);
      return;
    }

  end = previous_end (self, between.start + beside, between.start);
  start = next_word (self, between.end - beside, between.end);
  append (self, (TelaahSpan) { between.start, end });
  append_ellipsis (self);
  append (self, (TelaahSpan) { start, between.end });
}

static void
append_part (Snippet       *self,
             TelaahSpan     part,
             PangoAttrList *attributes)
{
  guint before = self->line->len + (self->space ? 1 : 0);
  PangoAttribute *bold;

  append (self, part);
  bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  bold->start_index = MIN (before, self->line->len);
  bold->end_index = self->line->len;
  pango_attr_list_insert (attributes, bold);
}

static Snippet
begin (const char *words)
{
  glong n;
  Snippet self = { .line = g_string_new (NULL) };

  self.characters = g_utf8_to_ucs4_fast (words, -1, &n);
  self.n = n;

  return self;
}

/* What may come before the first word, and what at either side of what is left out between two, for the last to find room
 * too. */
static void
share_room (const TelaahSpan *parts,
            guint             n_parts,
            guint             room,
            guint            *before,
            guint            *beside)
{
  guint taken = 0;

  *before = room / 3;
  *beside = room;
  if (n_parts < 2)
    return;

  *before = MIN (parts[0].start, BEFORE_SEVERAL);
  for (guint i = 0; i < n_parts; i++)
    taken += parts[i].end - parts[i].start;
  taken += *before;
  if (parts[n_parts - 1].end > room)
    *beside = MAX (room > taken ? (room - taken) / (n_parts - 1) / 2 : 0, LEAST_BESIDE);
}

/**
 * telaah_search_snippet_dup:
 * @words: the sentence
 * @parts: what was found in it, in code points from its beginning, in order
 * @room: about how many code points find room; a longer sentence begins shortly before the first part
 * @attributes: (out): for the label
 *
 * Returns: (transfer full): one line; its end may be more than there is room for
 */
char *
telaah_search_snippet_dup (const char        *words,
                           const TelaahSpan  *parts,
                           guint              n_parts,
                           guint              room,
                           PangoAttrList    **attributes)
{
  Snippet self = begin (words);
  guint at = 0, before, beside;

  *attributes = pango_attr_list_new ();
  share_room (parts, n_parts, room, &before, &beside);
  if (n_parts > 0 && self.n > room && parts[n_parts - 1].end > room / 2 && parts[0].start > before)
    {
      at = next_word (&self, MIN (parts[0].start, self.n) - before, MIN (parts[0].start, self.n));
      g_string_append (self.line, "…");
    }

  for (guint i = 0; i < n_parts; i++)
    {
      TelaahSpan part = { CLAMP (parts[i].start, at, self.n), CLAMP (parts[i].end, at, self.n) };

      if (i == 0)
        append (&self, (TelaahSpan) { at, part.start });
      else
        append_between (&self, (TelaahSpan) { at, part.start }, beside);
      append_part (&self, part, *attributes);
      at = part.end;
    }
  append (&self, (TelaahSpan) { at, MIN (self.n, at + 3 * room) });
  g_free (self.characters);

  return g_string_free (self.line, FALSE);
}
