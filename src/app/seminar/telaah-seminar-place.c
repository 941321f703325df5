/* A passage in its text, with what stands before and after it, as a seminar reads it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-place.h"

#include <string.h>

#include "app/seminar/telaah-seminar-content.h"

/* In bytes: so much is read on either side, and whole paragraphs up to there. */
#define AROUND 320

void
telaah_seminar_place_free (TelaahSeminarPlace *self)
{
  g_free (self->source);
  g_free (self->name);
  g_free (self->section);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self);
}

/* Blank lines are not shown: paragraphs are set apart by the type. Returns: %NULL where nothing is left */
static char *
dup_paragraphs (const char *start,
                const char *end)
{
  g_autofree char *text = g_strndup (start, (gsize) (end - start));
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GPtrArray) kept = g_ptr_array_new_null_terminated (8, NULL, TRUE);

  for (guint i = 0; lines[i] != NULL; i++)
    if (*g_strstrip (lines[i]) != '\0')
      g_ptr_array_add (kept, lines[i]);

  return kept->len > 0 ? g_strjoinv ("\n", (char **) kept->pdata) : NULL;
}

/* The beginning of the line that @p is in. */
static const char *
find_line (const char *body,
           const char *p)
{
  while (p > body && p[-1] != '\n')
    p--;

  return p;
}

static const char *
find_line_end (const char *p)
{
  const char *end = strchr (p, '\n');

  return end != NULL ? end : p + strlen (p);
}

/* A beginning that is far away is not gone to. */
static char *
dup_before (const char *body,
            const char *end)
{
  const char *start = end, *cut;
  g_autofree char *all = NULL;

  while (start > body && end - start < AROUND)
    start = find_line (body, start - 1);
  all = dup_paragraphs (start, end);
  if (all == NULL || strlen (all) <= 2 * AROUND)
    return g_steal_pointer (&all);

  cut = strchr (g_utf8_find_next_char (all + strlen (all) - 2 * AROUND, NULL), ' ');

  return cut != NULL ? g_strconcat ("…", cut, NULL) : g_steal_pointer (&all);
}

static char *
dup_after (const char *start)
{
  const char *end = start;
  g_autofree char *all = NULL;
  char *cut;

  while (*end != '\0' && end - start < AROUND)
    end = find_line_end (end + 1);
  all = dup_paragraphs (start, end);
  if (all == NULL || strlen (all) <= 2 * AROUND)
    return g_steal_pointer (&all);

  cut = g_strrstr_len (all, 2 * AROUND, " ");
  if (cut == NULL)
    return g_steal_pointer (&all);
  *cut = '\0';

  return g_strconcat (all, " …", NULL);
}

/* The text with blank lines instead of what is not its body: headings, which are said elsewhere, and clutter. */
static char *
dup_body (TelaahSession    *session,
          const char       *source,
          const TelaahText *text,
          TelaahSpan        span)
{
  char *body = g_strndup (telaah_text_get_body (text), telaah_text_get_n_bytes (text));
  GListModel *marks = telaah_session_get_marks (session, source);

  for (guint i = 0; marks != NULL && i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *fields = telaah_mark_fields (mark);

      if (fields->state != TELAAH_MARK_REFUSED && !telaah_span_overlaps (fields->span, span) &&
          fields->span.end <= telaah_text_get_characters (text))
        {
          gsize start = telaah_text_get_byte (text, fields->span.start);

          memset (body + start, '\n', telaah_text_get_byte (text, fields->span.end) - start);
        }
    }

  return body;
}

static void
take_text (TelaahSeminarPlace *self,
           TelaahSession      *session,
           const TelaahText   *text,
           TelaahSpan          span)
{
  g_autofree char *body = dup_body (session, self->source, text, span);
  const char *from = body + telaah_text_get_byte (text, span.start), *to = body + telaah_text_get_byte (text, span.end);
  const char *start = find_line (body, from), *end = find_line_end (to > from && to[-1] == '\n' ? to - 1 : to);

  self->words = g_strndup (start, (gsize) (end - start));
  self->span = (TelaahSpan) { (guint) (from - start), (guint) (MIN (to, end) - start) };
  self->before = dup_before (body, start);
  self->after = dup_after (end);
}

/**
 * telaah_seminar_place_new:
 *
 * Returns: (transfer full) (nullable): %NULL where there is no such passage, or its text can't be had
 */
TelaahSeminarPlace *
telaah_seminar_place_new (TelaahSession *session,
                          const char    *id)
{
  TelaahPassage *passage = telaah_session_find_passage (session, id);
  const TelaahPassageFields *fields = passage != NULL ? telaah_passage_fields (passage) : NULL;
  TelaahSource *source = fields != NULL ? telaah_session_find_source (session, fields->source) : NULL;
  g_autoptr(TelaahSeminarPlace) self = NULL;
  g_autoptr(TelaahText) text = NULL;

  if (source == NULL)
    return NULL;

  self = g_new0 (TelaahSeminarPlace, 1);
  self->source = g_strdup (fields->source);
  self->name = g_strdup (telaah_source_get_name (source));
  self->lost = fields->lost != NULL;
  if (self->lost)
    {
      self->words = g_strdup (fields->quote);
      self->span.end = (guint) strlen (self->words);
      return g_steal_pointer (&self);
    }

  text = telaah_session_dup_text (session, fields->source, NULL);
  if (text == NULL || fields->span.end > telaah_text_get_characters (text))
    return NULL;
  self->section = g_strdup (telaah_session_get_section (session, fields->source, fields->span.start));
  take_text (self, session, text, fields->span);

  return g_steal_pointer (&self);
}
