/* What is to be tagged of what was found, as quotes in which the words that were found stand out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-hits-quotes.h"

#include <glib/gi18n.h>
#include <string.h>

/* Where the first word found is further in than this, the quote begins that far before it: it shall be seen. In code
 * points, as what follows. */
#define FURTHEST 220
#define BEFORE 60

/* More than the lines of a row can show. */
#define MOST 500

/* ---- Markup ---- */

/* How the characters at a place are set. */
typedef enum
{
  FACE_NONE,
  FACE_AROUND,
  FACE_UNIT,
  FACE_WORD,
} Face;

static const char *const opening[] = { "", "<span alpha=\"60%\">", "", "<b>" };
static const char *const closing[] = { "", "</span>", "", "</b>" };

static Face
get_face (const TelaahHitSpan *span,
          guint                offset,
          guint               *part)
{
  while (*part < span->n_parts && span->parts[*part].end <= offset)
    ++*part;

  if (*part < span->n_parts && span->parts[*part].start <= offset)
    return FACE_WORD;

  return offset >= span->span.start && offset < span->span.end ? FACE_UNIT : FACE_AROUND;
}

static void
append_escaped (GString  *markup,
                gunichar  c)
{
  const char *entity = c == '&' ? "&amp;" : c == '<' ? "&lt;" : c == '>' ? "&gt;" : NULL;

  if (entity != NULL)
    g_string_append (markup, entity);
  else if (!g_unichar_iscntrl (c))
    g_string_append_unichar (markup, c);
}

/* Where what is shown begins: with the unit and what is around it, or behind a blank shortly before the first word. */
static guint
find_start (const TelaahText    *text,
            const TelaahHitSpan *span)
{
  guint first = span->n_parts > 0 ? span->parts[0].start : span->span.start;
  guint start = span->around.start;
  const char *p;

  if (first < start + FURTHEST)
    return start;

  start = first - BEFORE;
  p = telaah_text_get_body (text) + telaah_text_get_byte (text, start);
  for (guint offset = start; offset < first; offset++, p = g_utf8_next_char (p))
    if (g_unichar_isspace (g_utf8_get_char (p)))
      return offset + 1;

  return start;
}

/* The unit in what is around it, in one line: that grey, the words that were found bold. */
char *
telaah_hits_dup_markup (const TelaahText    *text,
                        const TelaahHitSpan *span)
{
  GString *markup = g_string_new (NULL);
  guint start = find_start (text, span), end = MIN (span->around.end, start + MOST), part = 0;
  const char *p = telaah_text_get_body (text) + telaah_text_get_byte (text, start);
  gboolean blank = FALSE;
  Face face = FACE_NONE;

  if (start > span->around.start)
    g_string_append (markup, "…\u00a0");
  for (guint offset = start; offset < end; offset++, p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);
      Face next = get_face (span, offset, &part);

      if (next != face)
        g_string_append_printf (markup, "%s%s", closing[face], opening[next]);
      face = next;

      if (!g_unichar_isspace (c))
        append_escaped (markup, c);
      else if (!blank)
        g_string_append_c (markup, ' ');
      blank = g_unichar_isspace (c);
    }
  g_string_append (markup, closing[face]);
  if (end < span->around.end)
    g_string_append (markup, "…");

  return g_string_free (markup, FALSE);
}

/* ---- Quotes ---- */

static TelaahQuoteItem *
quote_new (const TelaahText    *text,
           const TelaahHitSpan *span)
{
  g_autofree char *words = telaah_text_dup_slice (text, span->span);
  TelaahQuoteItem *quote = telaah_quote_item_new (span->source, span->span, words);

  quote->id = g_strdup_printf ("%s:%u-%u", span->source, span->span.start, span->span.end);
  quote->markup = telaah_hits_dup_markup (text, span);
  quote->remark = span->heading ? g_strdup (_("Heading")) : NULL;

  return quote;
}

/**
 * telaah_hits_dup_quotes:
 * @spans: (element-type TelaahHitSpan): those of a source together
 *
 * Returns: (transfer full) (element-type TelaahQuoteItem): one for each, in the same order
 */
GPtrArray *
telaah_hits_dup_quotes (TelaahSession  *session,
                        GPtrArray      *spans,
                        GError        **error)
{
  g_autoptr(GPtrArray) quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_quote_item_free);
  g_autoptr(TelaahText) text = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      const TelaahHitSpan *span = spans->pdata[i];
      const TelaahHitSpan *before = i > 0 ? spans->pdata[i - 1] : NULL;

      if (before == NULL || strcmp (before->source, span->source) != 0)
        {
          g_clear_pointer (&text, telaah_text_unref);
          if ((text = telaah_session_dup_text (session, span->source, error)) == NULL)
            return NULL;
        }
      g_ptr_array_add (quotes, quote_new (text, span));
    }

  return g_steal_pointer (&quotes);
}
