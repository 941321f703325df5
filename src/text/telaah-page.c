/* The lines of a text as they stand on the page it was taken from, and what each looks like.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-page.h"

#include <string.h>

#include "text/telaah-line-shape.h"

/* A paragraph on one line is longer than any page is wide. */
#define WIDEST_PAGE 160

#define LONGEST_FIELD 100

TelaahPageLine *
telaah_page_get_line (const TelaahPage *self,
                      guint             index)
{
  return &g_array_index (self->lines, TelaahPageLine, index);
}

/* The next line that is not clutter; the number of lines where there is none. */
guint
telaah_page_get_next (const TelaahPage *self,
                      guint             index)
{
  do
    index++;
  while (index < self->lines->len &&
         telaah_page_get_line (self, index)->clutter == TELAAH_DOUBT_SURE);

  return index;
}

/* Short enough for a heading, a link or a name. */
gboolean
telaah_page_line_is_short (const TelaahPageLine *line)
{
  return line->characters <= 140 && line->n_words <= 20 && !line->prose;
}

/* Written as a title is: Each Word of Weight with a Capital. */
gboolean
telaah_page_line_is_titled (const TelaahPageLine *line)
{
  return line->n_content > 0 && line->n_capitals * 10 >= line->n_content * 7;
}

static gboolean
has_value (const TelaahPageLine *line)
{
  const char *colon = memchr (line->start, ':', line->n_bytes);

  return colon != NULL && colon + 1 < line->start + line->n_bytes && line->characters <= LONGEST_FIELD &&
         telaah_line_shape_is_blank (g_utf8_get_char (colon + 1));
}

/* "Name: value" among others of its kind is a form, or what people say in turn. */
gboolean
telaah_page_is_field (const TelaahPage *page,
                      guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);

  if (!has_value (line))
    return FALSE;

  return (index > 0 && line->gap == 0 && has_value (line - 1)) ||
         (index + 1 < page->lines->len && line[1].gap == 0 && has_value (line + 1));
}

static void
split_lines (TelaahPage *self)
{
  const char *body = telaah_text_get_body (self->text);
  const char *end = body + telaah_text_get_n_bytes (self->text);
  guint offset = 0;
  guint gap = 0;

  for (const char *p = body; p < end;)
    {
      const char *newline = memchr (p, '\n', end - p);
      const char *stop = newline != NULL ? newline : end;
      TelaahPageLine line;

      offset = telaah_line_shape_measure (&line, p, stop, offset);
      if (line.n_bytes == 0)
        {
          gap++;
        }
      else
        {
          line.gap = gap;
          gap = 0;
          g_array_append_val (self->lines, line);
        }

      p = stop + 1;
      offset++;
    }
}

static int
compare_lengths (gconstpointer a,
                 gconstpointer b)
{
  guint x = *(const guint *) a;
  guint y = *(const guint *) b;

  return x < y ? -1 : x > y;
}

/* Lines were broken to a width where sentences go on in lower case on the next line, again and again. */
static void
find_width (TelaahPage *self)
{
  g_autoptr(GArray) lengths = g_array_new (FALSE, FALSE, sizeof (guint));
  guint pairs = 0;
  guint broken = 0;
  guint gaps = 0;

  for (guint i = 0; i < self->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (self, i);
      const TelaahPageLine *next = i + 1 < self->lines->len ? line + 1 : NULL;

      gaps += line->gap > 0;
      g_array_append_val (lengths, line->characters);
      if (next == NULL || next->gap > 0 || line->characters < 30 || line->characters > WIDEST_PAGE)
        continue;

      pairs++;
      broken += !line->ends && g_unichar_islower (next->first);
    }

  self->spaced = gaps * 4 >= self->lines->len;
  if (broken < 3 || broken * 5 < pairs)
    return;

  g_array_sort (lengths, compare_lengths);
  self->width = g_array_index (lengths, guint, lengths->len * 9 / 10);
  if (self->width > WIDEST_PAGE)
    self->width = 0;
}

static gboolean
is_prose (const TelaahPageLine *line)
{
  if (line->characters >= 180)
    return TRUE;
  if (line->inner_stop && line->characters >= 100)
    return TRUE;
  if (!line->ends || g_unichar_isdigit (line->first) || line->bullet)
    return line->ends && line->n_words >= 12;
  if (line->stop == '?' || line->stop == '!')
    return line->n_words >= 15;
  if (line->stop >= 0x3000)
    return line->characters >= 20;

  return line->n_words >= 6 && !line->capitals;
}

/* Where the page has a width, a line that fills it runs on, and so does what follows until a sentence ends. */
static void
find_prose (TelaahPage *self)
{
  gboolean open = FALSE;

  for (guint i = 0; i < self->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (self, i);

      line->prose = is_prose (line);
      if (self->width == 0)
        continue;

      line->joined = open && line->gap == 0;
      if (!line->joined && line->characters * 10 >= self->width * 7)
        {
          const TelaahPageLine *next = i + 1 < self->lines->len ? line + 1 : NULL;

          line->prose |= next != NULL && next->gap == 0 && !line->ends && !line->capitals &&
                         g_unichar_islower (next->first);
        }
      line->prose |= line->joined;
      open = line->prose && !line->ends && line->characters * 10 >= self->width * 6;
    }
}

/* Front matter stands between lines of --- before everything else. */
static void
find_front (TelaahPage *self)
{
  for (guint i = 0; i < MIN (self->lines->len, 40); i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (self, i);
      gboolean rule = line->n_bytes == 3 && memcmp (line->start, "---", 3) == 0;

      if (i == 0 && !rule)
        return;
      if (i > 0 && rule)
        {
          self->n_front = i + 1;
          return;
        }
    }
}

/* The head lies before the first running text that is not clutter, the tail after the last. */
void
telaah_page_find_zones (TelaahPage *self)
{
  guint n = self->lines->len;
  guint first = n;
  guint last = n;

  for (guint i = 0; i < n; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (self, i);

      if (!line->prose || line->clutter == TELAAH_DOUBT_SURE)
        continue;

      if (first == n)
        first = i;
      last = i;
    }

  /* Without running text there is nothing to stand before or after. */
  self->head_end = first == n ? 0 : first;
  self->tail = first == n ? n : last + 1;
}

TelaahPage *
telaah_page_new (const TelaahText *text)
{
  TelaahPage *self = g_new0 (TelaahPage, 1);

  self->text = text;
  self->lines = g_array_new (FALSE, FALSE, sizeof (TelaahPageLine));
  self->title = TELAAH_NO_LINE;
  split_lines (self);
  find_width (self);
  find_prose (self);
  find_front (self);
  telaah_page_find_zones (self);

  return self;
}

void
telaah_page_free (TelaahPage *self)
{
  g_array_unref (self->lines);
  g_free (self);
}
