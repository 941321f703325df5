/* Regular expressions, with an eye on the clock: PCRE2 calls back before every item of the pattern,
 * so that none can hang the program, whatever it is and whatever it is held against.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-matcher-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Microseconds for one match, and for all that a matcher ever looks for. */
#define MATCH_LIMIT (2 * G_USEC_PER_SEC)
#define RUN_LIMIT   (20 * G_USEC_PER_SEC)

/* Callbacks from one look at the clock to the next: not many where each may be for all of a long
 * line. */
#define MIN_STRIDE 8
#define MAX_STRIDE 1024
#define STRIDE_BYTES (1 << 24)

/* Kilobytes. */
#define HEAP_LIMIT      (64 * 1024)
#define JIT_STACK_LIMIT (1024 * 1024)

/* Of one text: what matches more often was not meant so, and nobody reads it. */
#define MOST_HITS 100000

/* How many bytes a match may go on for behind the span. */
#define MAX_BEYOND (64 * 1024)

typedef struct
{
  gint64        deadline;
  GCancellable *cancellable;
  guint         stride;
  guint         n;
} Clock;

/* A search at work in one text. */
typedef struct
{
  TelaahMatcher    *matcher;
  const TelaahText *text;
  TelaahSpan        span;
  const GArray     *sentences;
  const GArray     *apart;
  GPtrArray        *hits;
  GCancellable     *cancellable;

  gsize             last;        /* a byte of the body, up to which code points are counted */
  guint             offset;      /* its offset in code points */
} Search;

static int
look_at_clock_cb (pcre2_callout_block *block,
                  gpointer             user_data)
{
  Clock *clock = user_data;

  if (++clock->n < clock->stride)
    return 0;

  clock->n = 0;
  if (g_get_monotonic_time () > clock->deadline || g_cancellable_is_cancelled (clock->cancellable))
    return PCRE2_ERROR_CALLOUT;

  return 0;
}

void
telaah_matcher_prepare_regex (TelaahMatcher *self)
{
  self->match = pcre2_match_data_create (1, NULL);
  self->context = pcre2_match_context_create (NULL);
  pcre2_set_match_limit (self->context, G_MAXUINT32);
  pcre2_set_heap_limit (self->context, HEAP_LIMIT);

  self->stack = pcre2_jit_stack_create (32 * 1024, JIT_STACK_LIMIT, NULL);
  if (self->stack != NULL)
    pcre2_jit_stack_assign (self->context, NULL, self->stack);
}

void
telaah_matcher_clear_regex (TelaahMatcher *self)
{
  g_clear_pointer (&self->match, pcre2_match_data_free);
  g_clear_pointer (&self->context, pcre2_match_context_free);
  g_clear_pointer (&self->stack, pcre2_jit_stack_free);
}

/* The next match from the byte @at on: 1, or 0 where there is none, or below that what PCRE2
 * says. */
static int
match_next (Search  *self,
            gsize    at,
            gsize    end,
            guint32  options)
{
  TelaahMatcher *matcher = self->matcher;
  gint64 now = g_get_monotonic_time ();
  guint stride = CLAMP (STRIDE_BYTES / (end - at), MIN_STRIDE, MAX_STRIDE);
  gint64 deadline = now + MIN (MATCH_LIMIT, RUN_LIMIT - matcher->spent);
  Clock clock = { deadline, self->cancellable, stride, 0 };
  const pcre2_code *regex = matcher->query->regex;
  PCRE2_SPTR body = (PCRE2_SPTR) telaah_text_get_body (self->text);
  int n;

  pcre2_set_callout (matcher->context, look_at_clock_cb, &clock);
  options |= PCRE2_NO_UTF_CHECK | PCRE2_NOTEMPTY;

  n = pcre2_match (regex, body, end, at, options, matcher->match, matcher->context);
  if (n == PCRE2_ERROR_JIT_STACKLIMIT)
    n = pcre2_match (regex, body, end, at, options | PCRE2_NO_JIT, matcher->match,
                     matcher->context);

  matcher->spent += g_get_monotonic_time () - now;
  return n >= 0 ? 1 : n == PCRE2_ERROR_NOMATCH ? 0 : n;
}

static guint
count_to (Search *self,
          gsize   byte)
{
  const char *body = telaah_text_get_body (self->text);

  self->offset += g_utf8_pointer_to_offset (body + self->last, body + byte);
  self->last = byte;

  return self->offset;
}

static void
add_hit (Search *self,
         gsize   start,
         gsize   end)
{
  TelaahSpan span, sentence;
  TelaahHit *hit;

  span.start = count_to (self, start);
  span.end = count_to (self, end);
  if (span.start < self->span.start || span.start >= self->span.end)
    return;

  sentence = telaah_find_sentences (self->text, span, self->sentences, self->apart);
  hit = telaah_hit_new_for_words (self->text, span, sentence, TELAAH_LEVEL_REGEX);
  hit->n_parts = 1;
  hit->parts = g_memdup2 (&span, sizeof span);
  g_ptr_array_add (self->hits, hit);
}

/* All matches between two bytes; of what stands before, lookbehinds see all. */
static gboolean
search_stretch (Search  *self,
                gsize    at,
                gsize    end,
                GError **error)
{
  const char *body = telaah_text_get_body (self->text);
  gsize *places = pcre2_get_ovector_pointer (self->matcher->match);
  guint32 options = body[end] == '\0' || body[end] == '\n' ? 0 : PCRE2_NOTEOL;
  gsize limit = MIN (end, telaah_text_get_byte (self->text, self->span.end));

  pcre2_set_offset_limit (self->matcher->context, limit);

  while (at < limit)
    {
      int n = match_next (self, at, end, options);

      if (n == 0)
        return TRUE;
      if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
        return FALSE;
      if (n < 0)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                               _("The regular expression takes too long: make it simpler."));
          return FALSE;
        }

      if (self->hits->len >= MOST_HITS)
        {
          g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT,
                               _("The regular expression matches nearly everything: make it narrower."));
          return FALSE;
        }

      if (places[0] >= at && places[0] < places[1])
        add_hit (self, places[0], places[1]);
      at = places[1] > at ? places[1] : (gsize) (g_utf8_next_char (body + at) - body);
    }

  return TRUE;
}

/**
 * telaah_matcher_find_regex:
 *
 * As telaah_matcher_find(). What is left out parts the text: no match goes over it.
 */
gboolean
telaah_matcher_find_regex (TelaahMatcher     *self,
                           const TelaahText  *text,
                           TelaahSpan         span,
                           const GArray      *sentences,
                           const GArray      *apart,
                           GPtrArray         *hits,
                           GCancellable      *cancellable,
                           GError           **error)
{
  Search search = { self, text, span, sentences, apart, hits, cancellable, 0, 0 };
  gsize at = telaah_text_get_byte (text, span.start);
  gsize limit = telaah_text_get_byte (text, span.end);
  gsize end = MIN (telaah_text_get_n_bytes (text), limit + MAX_BEYOND);
  guint characters = telaah_text_get_characters (text);

  search.last = at;
  search.offset = span.start;
  while ((telaah_text_get_body (text)[end] & 0xc0) == 0x80)
    end++;

  for (guint i = 0; apart != NULL && i < apart->len && at < limit; i++)
    {
      TelaahSpan out = g_array_index (apart, TelaahSpan, i);
      gsize start = telaah_text_get_byte (text, MIN (out.start, characters));

      if (out.end <= span.start)
        continue;
      if (start >= end)
        break;

      if (start > at && !search_stretch (&search, at, start, error))
        return FALSE;
      at = MAX (at, telaah_text_get_byte (text, MIN (out.end, characters)));
    }

  return at >= limit || search_stretch (&search, at, end, error);
}
