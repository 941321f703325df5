/* A text as the text view can draw it: with line breaks wherever a paragraph is long. Layout of a paragraph costs its
 * whole length on every look at it, and from about 300 KB on it is not drawn at all. A break takes the place of a
 * blank where there is one, so that offsets stay as they are; else it is added, and offsets are converted.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-display-text.h"

#include <pango/pango.h>
#include <string.h>

/* No part is made shorter than this for the sake of a sentence's end. */
#define SHORTEST (TELAAH_DISPLAY_TEXT_LONGEST / 4)

/* Where nothing parts a stretch it is cut into shorter ones: Pango wraps a word that is longer than a line letter by
 * letter, and shapes what is left of it anew for each line. */
#define CUT 1024

/* Bytes behind a place that say whether it lies within a cluster. */
#define BEHIND 64

struct _TelaahDisplayText
{
  const char *body;       /* as it is stored; borrowed */
  gsize       n_bytes;
  GString    *shown;      /* NULL: as it is stored */
  GArray     *breaks;     /* guint, where they are in what is shown */
  GArray     *added;      /* guint, of those that took no blank's place: the character of the text behind each */
};

/* While it is made. */
typedef struct
{
  TelaahDisplayText *text;
  const char        *copied;     /* of the body, all before this */
  const char        *counted;    /* likewise */
  guint              characters; /* before that */
} Writer;

/* Whether a sentence may end before @place: a stop, behind it at most closing quotes and brackets. */
static gboolean
ends_sentence (const char *start,
               const char *place)
{
  const char *p = place;

  while ((p = g_utf8_find_prev_char (start, p)) != NULL)
    {
      gunichar c = g_utf8_get_char (p);

      if (strchr (".!?", c < 128 ? (int) c : 'x') != NULL || c == 0x2026)
        return TRUE;
      if (c != '"' && c != '\'' && c != ')' && c != ']' && c != 0x201d && c != 0x2019 && c != 0xbb)
        return FALSE;
    }

  return FALSE;
}

/* The blank to break at, so that the first part of the paragraph is not too long; NULL: it has none. */
static const char *
find_blank (const char *start)
{
  const char *space = NULL;

  for (const char *p = start + TELAAH_DISPLAY_TEXT_LONGEST; p > start + SHORTEST; p--)
    if (*p == ' ')
      {
        if (ends_sentence (start, p))
          return p;
        if (space == NULL)
          space = p;
      }

  return space;
}

/* A character that never joins a neighbour of its kind to one cluster: ASCII, kana, ideographs, hangul. */
static gboolean
is_plain (gunichar c)
{
  return (c >= 0x20 && c < 0x7f) || (c >= 0x3041 && c <= 0x3096) || (c >= 0x30a1 && c <= 0x30fa)
         || (c >= 0x4e00 && c <= 0x9fff) || (c >= 0xac00 && c <= 0xd7a3);
}

/* Where a writing without blanks may be parted: behind a stop, or what is white without being a blank. */
static gboolean
is_good_behind (gunichar c)
{
  return c == 0x3002 || c == 0xff01 || c == 0xff1f || c == 0xff0c || c == 0x3001 || c == 0x0964 || c == 0x0965
         || (g_unichar_isspace (c) && c != 0xa0 && c != 0x202f);
}

static const char *
char_start (const char *p)
{
  while (((guchar) *p & 0xc0) == 0x80)
    p--;

  return p;
}

/* The last place within reach that cuts no cluster. What is costly to ask of Pango is asked only where the
 * neighbours are not plain. */
static const char *
find_cluster (const char *start,
              const char *end)
{
  const char *limit = char_start (start + CUT);
  const char *stop = char_start (MIN (limit + BEHIND, end)), *p = limit;
  g_autofree PangoLogAttr *attrs = NULL;
  int n, i;

  if (is_plain (g_utf8_get_char (g_utf8_prev_char (limit))) && is_plain (g_utf8_get_char (limit)))
    return limit;

  n = g_utf8_strlen (start, stop - start);
  i = g_utf8_strlen (start, limit - start);
  attrs = g_new0 (PangoLogAttr, n + 1);
  pango_get_log_attrs (start, stop - start, -1, pango_language_get_default (), attrs, n + 1);
  for (; p > start; p = g_utf8_prev_char (p), i--)
    if (attrs[i].is_cursor_position)
      return p;

  return limit;    /* a thousand marks on one letter */
}

/* Where to add a break to a part that has no blank. */
static const char *
find_cut (const char *start,
          const char *end)
{
  const char *p = char_start (start + TELAAH_DISPLAY_TEXT_LONGEST);

  for (; p > start + SHORTEST; p = g_utf8_prev_char (p))
    if (is_good_behind (g_utf8_get_char (g_utf8_prev_char (p))) && !g_unichar_ismark (g_utf8_get_char (p)))
      return p;

  return find_cluster (start, end);
}

static void
write_break (Writer     *writer,
             const char *at,
             gboolean    added)
{
  TelaahDisplayText *text = writer->text;
  guint shown;

  if (text->shown == NULL)
    text->shown = g_string_sized_new (text->n_bytes + text->n_bytes / SHORTEST + 1);

  writer->characters += g_utf8_strlen (writer->counted, at - writer->counted);
  writer->counted = at;
  shown = writer->characters + text->added->len;
  g_array_append_val (text->breaks, shown);
  if (added)
    g_array_append_val (text->added, writer->characters);

  g_string_append_len (text->shown, writer->copied, at - writer->copied);
  g_string_append_c (text->shown, '\n');
  writer->copied = added ? at : at + 1;
}

static void
write_paragraph (Writer     *writer,
                 const char *start,
                 const char *stop)
{
  while (stop - start > TELAAH_DISPLAY_TEXT_LONGEST)
    {
      const char *blank = find_blank (start);
      const char *cut = blank == NULL ? find_cut (start, stop) : NULL;

      write_break (writer, blank != NULL ? blank : cut, blank == NULL);
      start = blank != NULL ? blank + 1 : cut;
    }
}

/**
 * telaah_display_text_new:
 * @body: valid UTF-8; to be kept until this is freed
 *
 * Returns: (transfer full): @body with its long paragraphs broken
 */
TelaahDisplayText *
telaah_display_text_new (const char *body,
                         gsize       n_bytes)
{
  TelaahDisplayText *self = g_new0 (TelaahDisplayText, 1);
  Writer writer = { .text = self, .copied = body, .counted = body };
  const char *paragraph = body, *end = body + n_bytes;

  self->body = body;
  self->n_bytes = n_bytes;
  self->breaks = g_array_new (FALSE, FALSE, sizeof (guint));
  self->added = g_array_new (FALSE, FALSE, sizeof (guint));

  while (paragraph < end)
    {
      const char *newline = memchr (paragraph, '\n', end - paragraph);
      const char *stop = newline != NULL ? newline : end;

      write_paragraph (&writer, paragraph, stop);
      paragraph = stop + 1;
    }

  if (self->shown != NULL)
    g_string_append_len (self->shown, writer.copied, end - writer.copied);

  return self;
}

void
telaah_display_text_free (TelaahDisplayText *self)
{
  if (self->shown != NULL)
    g_string_free (self->shown, TRUE);
  g_array_unref (self->breaks);
  g_array_unref (self->added);
  g_free (self);
}

/* What is to be shown; where nothing was broken, the stored text itself. */
const char *
telaah_display_text_get_body (const TelaahDisplayText *self)
{
  return self->shown != NULL ? self->shown->str : self->body;
}

gsize
telaah_display_text_get_n_bytes (const TelaahDisplayText *self)
{
  return self->shown != NULL ? self->shown->len : self->n_bytes;
}

/**
 * telaah_display_text_get_breaks:
 *
 * Returns: (transfer none) (element-type guint): the line breaks that the text has not, by their place in what is shown
 */
const GArray *
telaah_display_text_get_breaks (const TelaahDisplayText *self)
{
  return self->breaks;
}

/* How many breaks were added before or, with @here, at @offset of the text. */
static guint
count_added (const TelaahDisplayText *self,
             guint                    offset,
             gboolean                 here)
{
  guint low = 0, high = self->added->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2, place = g_array_index (self->added, guint, middle);

      if (place < offset || (here && place == offset))
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

guint
telaah_display_text_to_shown (const TelaahDisplayText *self,
                              guint                    offset)
{
  return offset + count_added (self, offset, TRUE);
}

guint
telaah_display_text_end_to_shown (const TelaahDisplayText *self,
                                  guint                    offset)
{
  return offset + count_added (self, offset, FALSE);
}

guint
telaah_display_text_from_shown (const TelaahDisplayText *self,
                                guint                    shown)
{
  guint low = 0, high = self->added->len;

  /* The break before the character at place p is shown at p + how many came before it. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->added, guint, middle) + middle < shown)
        low = middle + 1;
      else
        high = middle;
    }

  return shown - low;
}
