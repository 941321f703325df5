/* The words of a source: UTF-8 with an index, so that code points are found quickly.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-text.h"

#include <string.h>

/* Every so many code points the index keeps where in the body they are: dense enough that a
 * look-up walks a few hundred bytes, sparse enough that it costs a thirtieth of the text. */
#define STRIDE 256

struct _TelaahText
{
  gatomicrefcount  ref_count;

  char            *body;
  gsize            n_bytes;
  guint            characters;
  gsize           *index;      /* byte of every STRIDEth code point; NULL where all is ASCII */
};

static guint
count_characters (const char *body,
                  gsize       n_bytes)
{
  guint n = 0;

  for (gsize i = 0; i < n_bytes; i++)
    n += ((guchar) body[i] & 0xc0) != 0x80;

  return n;
}

static gsize *
build_index (const char *body,
             guint       characters)
{
  gsize *index = g_new (gsize, characters / STRIDE + 1);
  const char *p = body;

  for (guint i = 0; i < characters; i++, p = g_utf8_next_char (p))
    if (i % STRIDE == 0)
      index[i / STRIDE] = p - body;

  /* The end, where it falls on a step. */
  if (characters % STRIDE == 0)
    index[characters / STRIDE] = p - body;

  return index;
}

/**
 * telaah_text_new:
 * @body: (transfer full): valid UTF-8
 *
 * Returns: (transfer full): the text, which never changes
 */
TelaahText *
telaah_text_new (char *body)
{
  TelaahText *self;

  g_return_val_if_fail (body != NULL, NULL);

  self = g_new0 (TelaahText, 1);
  g_atomic_ref_count_init (&self->ref_count);
  self->body = body;
  self->n_bytes = strlen (body);
  self->characters = count_characters (body, self->n_bytes);
  if (self->characters != self->n_bytes)
    self->index = build_index (body, self->characters);

  return self;
}

TelaahText *
telaah_text_ref (TelaahText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
telaah_text_unref (TelaahText *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_free (self->body);
  g_free (self->index);
  g_free (self);
}

const char *
telaah_text_get_body (const TelaahText *self)
{
  return self->body;
}

gsize
telaah_text_get_n_bytes (const TelaahText *self)
{
  return self->n_bytes;
}

guint
telaah_text_get_characters (const TelaahText *self)
{
  return self->characters;
}

static gboolean
is_joiner (gunichar c)
{
  return c == '\'' || c == '-' || c == 0x2019 || c == 0x2010 || c == 0x2011;
}

/* What stands within a word without being a letter: marks, the soft hyphen, the zero-width
 * joiners. */
static gboolean
is_silent (gunichar c)
{
  return c >= 0xad && (g_unichar_ismark (c) || c == 0xad || c == 0x200c || c == 0x200d);
}

/**
 * telaah_text_count_words:
 *
 * A run of letters and digits counts one, with its marks and with single apostrophes and hyphens
 * inside it.
 */
guint
telaah_text_count_words (const TelaahText *self)
{
  enum { OUTSIDE, INSIDE, JOINED } state = OUTSIDE;
  guint n = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (const char *p = self->body; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = (guchar) *p < 0x80 ? (guchar) *p : g_utf8_get_char (p);

      if (c < 0x80 ? g_ascii_isalnum (c) : g_unichar_isalnum (c))
        {
          n += state == OUTSIDE;
          state = INSIDE;
        }
      else if (state == INSIDE && is_joiner (c))
        state = JOINED;
      else if (state == OUTSIDE || !is_silent (c))
        state = OUTSIDE;
    }

  return n;
}

/**
 * telaah_text_dup_sha256:
 *
 * Returns: (transfer full): the digest of the body, in 64 lower-case hexadecimal digits
 */
char *
telaah_text_dup_sha256 (const TelaahText *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_compute_checksum_for_string (G_CHECKSUM_SHA256, self->body, self->n_bytes);
}

/**
 * telaah_text_get_byte:
 * @offset: in code points; beyond the end means the end
 *
 * Returns: where in the body it is, in bytes
 */
gsize
telaah_text_get_byte (const TelaahText *self,
                      guint             offset)
{
  const char *p;

  g_return_val_if_fail (self != NULL, 0);

  if (offset >= self->characters)
    return self->n_bytes;

  if (self->index == NULL)
    return offset;

  p = self->body + self->index[offset / STRIDE];
  for (guint i = offset % STRIDE; i > 0; i--)
    p = g_utf8_next_char (p);

  return p - self->body;
}

/**
 * telaah_text_dup_slice:
 * @span: in code points; what lies beyond the end is left out
 *
 * Returns: (transfer full): the words there, never %NULL
 */
char *
telaah_text_dup_slice (const TelaahText *self,
                       TelaahSpan        span)
{
  gsize start, end;

  g_return_val_if_fail (self != NULL, NULL);

  start = telaah_text_get_byte (self, span.start);
  end = telaah_text_get_byte (self, MAX (span.start, span.end));

  return g_strndup (self->body + start, end - start);
}

/**
 * telaah_text_dup_start:
 * @words: UTF-8
 * @characters: how many code points at most
 *
 * Returns: (transfer full): the beginning of @words, with … where something is left out
 */
char *
telaah_text_dup_start (const char *words,
                       guint       characters)
{
  g_autofree char *start = NULL;

  if (g_utf8_strlen (words, -1) <= characters)
    return g_strdup (words);

  start = g_utf8_substring (words, 0, characters);
  return g_strconcat (start, "…", NULL);
}
