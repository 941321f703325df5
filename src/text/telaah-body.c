/* What of a text is body, and what its marks set apart.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "text/telaah-body.h"

/* Of @text from @offset, how many characters belong to the dress of a Markdown heading: number signs and stars with the
 * blanks between them, and the line below it of nothing but dashes. */
static guint
count_dress_after (const TelaahText *text,
                   guint             offset)
{
  const char *start = telaah_text_get_body (text) + telaah_text_get_byte (text, offset);
  const char *end = start + strspn (start, " \t#*_:");

  if (*end == '\n' && (end[1] == '=' || end[1] == '-'))
    {
      const char *line = end + 1;

      line += strspn (line, *line == '=' ? "=" : "-");
      line += strspn (line, " \t");
      if (*line == '\n' || *line == '\0')
        end = line;
    }

  if (*end == '\n' || *end == '\0')
    return end - start;

  /* A label that its paragraph goes on behind: the colon is of neither. */
  end = start + strspn (start, " \t*_");
  if ((*end != ':' && *end != '.') || strchr (" \t*_", end[1]) == NULL)
    return 0;

  return end + 1 + strspn (end + 1, " \t*_") - start;
}

static guint
count_dress_before (const TelaahText *text,
                    guint             offset)
{
  const char *body = telaah_text_get_body (text);
  const char *end = body + telaah_text_get_byte (text, offset), *start = end;

  while (start > body && strchr (" \t#*_", start[-1]) != NULL)
    start--;

  return start == body || start[-1] == '\n' ? end - start : 0;
}

/* To a row of spans that neither touch nor overlap. */
static void
add_span (GArray     *spans,
          TelaahSpan  span)
{
  TelaahSpan *last = spans->len > 0 ? &g_array_index (spans, TelaahSpan, spans->len - 1) : NULL;

  if (last != NULL && span.start <= last->end)
    last->end = MAX (last->end, span.end);
  else
    g_array_append_val (spans, span);
}

/**
 * telaah_body_dup_apart:
 * @marks: (element-type TelaahMark): of the text, in text order
 *
 * Returns: (transfer full) (element-type TelaahSpan): what the marks in force take up, headings with their dress of
 *   Markdown; in order, neither touching nor overlapping
 */
GArray *
telaah_body_dup_apart (GPtrArray        *marks,
                       const TelaahText *text)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);
      TelaahSpan span = f->span;

      if (f->state == TELAAH_MARK_REFUSED)
        continue;
      if (f->kind == TELAAH_MARK_HEADING)
        {
          span.start -= count_dress_before (text, span.start);
          span.end += count_dress_after (text, span.end);
        }
      add_span (spans, span);
    }

  return spans;
}

/**
 * telaah_body_dup_clutter:
 * @marks: (element-type TelaahMark): of a text, in text order
 *
 * Returns: (transfer full) (element-type TelaahSpan): the clutter in force, in order, neither touching nor overlapping
 */
GArray *
telaah_body_dup_clutter (GPtrArray *marks)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);

      if (f->state != TELAAH_MARK_REFUSED && f->kind == TELAAH_MARK_CLUTTER)
        add_span (spans, f->span);
    }

  return spans;
}
