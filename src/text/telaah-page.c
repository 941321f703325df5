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

  return (index > 0 && line->gap == 0 && line[-1].clutter != TELAAH_DOUBT_SURE && has_value (line - 1)) ||
         (index + 1 < page->lines->len && line[1].gap == 0 && line[1].clutter != TELAAH_DOUBT_SURE &&
          has_value (line + 1));
}

/* Does the line go on with a title that its page broke in two? */
gboolean
telaah_page_is_rest_of_title (const TelaahPage *page,
                              guint             index)
{
  for (guint i = 1; i <= MIN (index, 3); i++)
    if (telaah_page_get_line (page, index - i)->wrapped >= i)
      return TRUE;

  return FALSE;
}

/* A wiki's link to edit may stand below the heading that it belongs to. */
static void
take_edit_link (TelaahPage     *self,
                TelaahPageLine *line)
{
  if (!line->edited || line->edit_link > 0)
    return;

  line->edited = FALSE;
  line->clutter = TELAAH_DOUBT_SURE;
  line->reason = "menu";
  if (self->lines->len > 0)
    telaah_page_get_line (self, self->lines->len - 1)->edited = TRUE;
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
          take_edit_link (self, &line);
          g_array_append_val (self->lines, line);
        }

      p = stop + 1;
      offset++;
    }
}

/* A sign or an emoji with a blank behind it. */
static gboolean
begins_with_sign (const TelaahPageLine *line)
{
  const char *p = g_utf8_next_char (line->start);
  gunichar c = line->first;

  if (!((c >= 0x2300 && c <= 0x23ff) || (c >= 0x2600 && c <= 0x27bf) || (c >= 0x2b00 && c <= 0x2bff) ||
        (c >= 0x1f300 && c <= 0x1faff)))
    return FALSE;

  if (g_utf8_get_char (p) == 0xfe0f)
    p = g_utf8_next_char (p);

  return telaah_line_shape_is_blank (g_utf8_get_char (p));
}

/* Any sign is the mark of a list where the next line has one too. */
static void
find_bullets (TelaahPage *self)
{
  for (guint i = 0; i + 1 < self->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (self, i);

      if (begins_with_sign (line) && begins_with_sign (line + 1))
        line->bullet = line[1].bullet = TRUE;
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

/* An address below a line goes on with no sentence. */
static gboolean
is_address (const TelaahPageLine *line)
{
  return line->address && line->n_words <= 3;
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

      line->joined = open && line->gap == 0 && !is_address (line);
      if (!line->joined && line->characters * 10 >= self->width * 7)
        {
          const TelaahPageLine *next = i + 1 < self->lines->len ? line + 1 : NULL;

          line->prose |= next != NULL && next->gap == 0 && !line->ends && !line->capitals &&
                         g_unichar_islower (next->first) && !is_address (next);
        }
      line->prose |= line->joined;
      open = line->prose && !line->ends && line->characters * 10 >= self->width * 6;
    }
}

static gboolean
ends_in_small_word (const TelaahPageLine *line)
{
  const char *end = line->start + line->n_bytes;
  const char *word = end;

  while (word > line->start && !g_ascii_isspace (word[-1]))
    word--;

  return telaah_line_shape_is_small (word, end - word);
}

/* Does the line below go on with a title that was too long for one? */
static gboolean
goes_on_below (const TelaahPage *self,
               guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (self, index);
  const TelaahPageLine *below = line + 1;

  if (index + 1 >= self->lines->len || below->gap > 0 || line->ends || line->inner_stop || below->inner_stop ||
      below->bullet || line->address || below->address || line->n_words < 3 || line->code || below->n_words < 2 ||
      line->stop == ',' || below->stop == ',' || below->characters > WIDEST_PAGE || telaah_page_is_field (self, index))
    return FALSE;

  return line->stop == ':' || below->first == '(' || g_unichar_islower (below->first) || ends_in_small_word (line);
}

/* The title of a paper is often broken in two, a space below it. */
static void
find_wrapped_title (TelaahPage *self)
{
  guint n = MIN (self->lines->len, 25);

  for (guint i = 0; i < n; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (self, i);
      TelaahPageLine *last = line;
      guint content = line->n_content, capitals = line->n_capitals;

      while (last - line < 3 && goes_on_below (self, i + (last - line)))
        {
          last++;
          content += last->n_content;
          capitals += last->n_capitals;
        }

      if (last > line && line->characters >= 25 && !g_unichar_islower (line->first) &&
          (last->stop == '?' || !last->ends) && (guint) (last + 1 - line) + i < self->lines->len &&
          last[1].gap > 0 &&
          (capitals * 10 >= content * 6 || (self->width > 0 && line->characters * 10 >= self->width * 6)))
        {
          line->wrapped = last - line;
          for (; line <= last; line++)
            line->prose = line->joined = FALSE;
          return;
        }
      if (line->prose && last == line)
        return;
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

/* Below a line that sums the article up there may be who wrote it, and when: the text begins behind them. */
static guint
skip_standfirst (const TelaahPage *self,
                 guint             first)
{
  gboolean dated = FALSE;

  if (first >= self->lines->len || telaah_page_get_line (self, first)->n_words > 40)
    return first;

  for (guint i = first + 1; i < MIN (first + 8, self->lines->len); i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (self, i);

      if (line->prose && line->clutter != TELAAH_DOUBT_SURE)
        return dated ? i : first;

      dated |= i <= first + 4 && line->clutter != TELAAH_DOUBT_NONE && line->n_numbers > 0 &&
               strcmp (line->reason, "byline") == 0;
    }

  return first;
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

  first = skip_standfirst (self, first);

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
  find_bullets (self);
  find_width (self);
  find_prose (self);
  find_wrapped_title (self);
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
