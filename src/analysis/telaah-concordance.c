/* Concordance: each place of a word in its line, with what stands around it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-concordance.h"

/* How far an end of a line is drawn in so that no word is cut; a longer one is. */
#define LONGEST_CUT 24

/* Blank pages are not read through for every word beside them. */
#define MOST_STEPS(context) (16 * (gsize) (context) + 256)

/* A place in a text that goes either way, past what lies apart. */
typedef struct
{
  const TelaahText *text;
  const GArray     *apart;    /* TelaahSpan, in text order, apart from each other; or NULL */
  const char       *at;
  guint             offset;
  guint             next;     /* of @apart the first that lies after it */
  guint             limit;    /* where the stretch before or after it ends */
} Cursor;

typedef gunichar (*Step) (Cursor *cursor);

static const TelaahSpan *
get_apart (const Cursor *cursor,
           guint         index)
{
  return cursor->apart != NULL && index < cursor->apart->len ? &g_array_index (cursor->apart, TelaahSpan, index) : NULL;
}

static void
move_to (Cursor *cursor,
         guint   offset)
{
  cursor->offset = offset;
  cursor->at = telaah_text_get_body (cursor->text) + telaah_text_get_byte (cursor->text, offset);
}

static void
find_limit_before (Cursor *cursor)
{
  const TelaahSpan *span = cursor->next > 0 ? get_apart (cursor, cursor->next - 1) : NULL;

  cursor->limit = span != NULL ? MIN (span->end, cursor->offset) : 0;
}

static void
find_limit_after (Cursor *cursor)
{
  const TelaahSpan *span = get_apart (cursor, cursor->next);

  cursor->limit = span != NULL ? MAX (span->start, cursor->offset) : telaah_text_get_characters (cursor->text);
}

static void
cursor_init (Cursor           *cursor,
             const TelaahText *text,
             const GArray     *apart,
             guint             offset)
{
  guint low = 0, high = apart != NULL ? apart->len : 0;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (apart, TelaahSpan, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  *cursor = (Cursor) { .text = text, .apart = apart, .next = low };
  move_to (cursor, offset);
}

/* Goes over one character, and over all that lies apart as if it were a blank; 0 at the end. */
static gunichar
step_back (Cursor *cursor)
{
  if (cursor->offset == cursor->limit)
    {
      if (cursor->next == 0 || cursor->apart == NULL)
        return 0;

      move_to (cursor, get_apart (cursor, --cursor->next)->start);
      find_limit_before (cursor);
      return ' ';
    }

  if (cursor->at == telaah_text_get_body (cursor->text))
    return 0;

  cursor->offset--;
  cursor->at = g_utf8_prev_char (cursor->at);
  return g_utf8_get_char (cursor->at);
}

static gunichar
step_on (Cursor *cursor)
{
  gunichar c;

  if (cursor->offset == cursor->limit)
    {
      const TelaahSpan *span = get_apart (cursor, cursor->next);

      if (span == NULL)
        return 0;

      cursor->next++;
      move_to (cursor, span->end);
      find_limit_after (cursor);
      return ' ';
    }

  if ((c = g_utf8_get_char (cursor->at)) == 0)
    return 0;

  cursor->offset++;
  cursor->at = g_utf8_next_char (cursor->at);
  return c;
}

/* The words' own control characters would move a terminal's cursor. */
static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c) || c == 0xfeff;
}

/* The far end of a stretch that goes on: no word is cut, and no blank is left there. */
static guint
draw_in (const gunichar *chars,
         guint           n)
{
  if (chars[n] != ' ')
    for (guint i = n; i > 0 && n - i < LONGEST_CUT; i--)
      if (chars[i - 1] == ' ')
        return i;

  return n;
}

static void
reverse (gunichar *chars,
         guint     n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      gunichar c = chars[i];

      chars[i] = chars[n - 1 - i];
      chars[n - 1 - i] = c;
    }
}

/* From the cursor on, at most @context characters and one blank for many. */
static char *
gather (Cursor   *cursor,
        Step      step,
        guint     context,
        gboolean  backwards)
{
  g_autofree gunichar *chars = g_new (gunichar, (gsize) context + 1);
  gsize left = MOST_STEPS (context);
  guint n = 0;
  gunichar c;

  /* One more than wanted, to see whether a word goes on there. */
  while (n <= context && left-- > 0 && (c = step (cursor)) != 0)
    if (!is_blank (c))
      chars[n++] = c;
    else if (n == 0 || chars[n - 1] != ' ')
      chars[n++] = ' ';

  if (n > context)
    n = draw_in (chars, context);
  while (n > 0 && chars[n - 1] == ' ')
    n--;
  if (backwards)
    reverse (chars, n);

  return g_ucs4_to_utf8 (chars, n, NULL, NULL, NULL);
}

/* The words themselves in one line, all of them; an advertisement in their midst is one blank, too. */
static char *
gather_words (const TelaahText *text,
              const GArray     *apart,
              TelaahSpan        span)
{
  GString *words = g_string_new (NULL);
  Cursor cursor;
  gunichar c;

  cursor_init (&cursor, text, apart, span.start);
  find_limit_after (&cursor);
  while (cursor.offset < span.end && (c = step_on (&cursor)) != 0)
    if (!is_blank (c))
      g_string_append_unichar (words, c);
    else if (words->len > 0 && words->str[words->len - 1] != ' ')
      g_string_append_c (words, ' ');

  return g_strchomp (g_string_free (words, FALSE));
}

/**
 * telaah_concordance_line_new:
 * @hit: (transfer full): of a text
 * @apart: (nullable) (element-type TelaahSpan): what is passed over, in text order, apart from each other
 * @context: characters either side, at most; words at the far ends are left out rather than cut
 * @number: of the line, in the order of the texts
 *
 * Returns: (transfer full): its line
 */
TelaahConcordanceLine *
telaah_concordance_line_new (TelaahHit        *hit,
                             const TelaahText *text,
                             const GArray     *apart,
                             guint             context,
                             guint             number)
{
  TelaahConcordanceLine *self = g_new (TelaahConcordanceLine, 1);
  Cursor cursor;

  self->hit = hit;
  self->number = number;
  self->words = gather_words (text, apart, hit->span);

  cursor_init (&cursor, text, apart, hit->span.start);
  find_limit_before (&cursor);
  self->before = gather (&cursor, step_back, context, TRUE);

  cursor_init (&cursor, text, apart, hit->span.end);
  find_limit_after (&cursor);
  self->after = gather (&cursor, step_on, context, FALSE);

  return self;
}

void
telaah_concordance_line_free (TelaahConcordanceLine *self)
{
  telaah_hit_free (self->hit);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self);
}
