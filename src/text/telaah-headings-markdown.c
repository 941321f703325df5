/* Headings that are marked as such: with # or a line below as in Markdown, or all in bold.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-headings.h"

#include <string.h>

#include "text/telaah-line-shape.h"

#define LONGEST_UNDERLINED 120

/* The words of a heading without the blanks and the signs for bold around them. */
static void
strip_marks (const char **start,
             const char **end)
{
  while (*start < *end && strchr (" \t*_", **start) != NULL)
    (*start)++;
  while (*end > *start && strchr (" \t*_", (*end)[-1]) != NULL)
    (*end)--;
}

static gboolean
has_words (const char *start,
           const char *end)
{
  for (; start < end; start = g_utf8_next_char (start))
    if (g_unichar_isalnum (g_utf8_get_char (start)))
      return TRUE;

  return FALSE;
}

/* "## Words ##" */
static gboolean
parse_hashes (const TelaahPageLine *line,
              TelaahHeading        *heading)
{
  gsize hashes = strspn (line->start, "#");
  const char *start = line->start + hashes;
  const char *end = line->start + line->n_bytes;
  const char *close = end;

  if (hashes == 0 || hashes > 6 || start >= end || (*start != ' ' && *start != '\t') || line->characters > 300)
    return FALSE;

  while (close > start && close[-1] == '#')
    close--;
  if (close[-1] == ' ' || close[-1] == '\t')
    end = close;

  strip_marks (&start, &end);
  heading->start = start;
  heading->end = end;
  heading->level = hashes;

  return has_words (start, end);
}

/* A line of = or - right below words. */
static guint
parse_underline (const TelaahPageLine *line)
{
  gsize signs = strspn (line->start, *line->start == '=' ? "=" : "-");

  if (signs != line->n_bytes || signs < 3 || line->gap > 0)
    return 0;

  return *line->start == '=' ? 1 : 2;
}

static gboolean
may_be_underlined (const TelaahPage *page,
                   guint             index)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const TelaahPageLine *above = index > 0 ? line - 1 : NULL;

  if (line->clutter == TELAAH_DOUBT_SURE || line->characters > LONGEST_UNDERLINED || line->n_words == 0 ||
      line->bullet || line->stop == '.' || *line->start == '#' || *line->start == '>' ||
      memchr (line->start, '|', line->n_bytes) != NULL)
    return FALSE;

  /* More lines above would make it the end of a paragraph over a rule. */
  return line->gap > 0 || above == NULL || above->heading > 0;
}

/* "**Words**" and nothing else, over a paragraph. */
static gboolean
parse_bold (const TelaahPage *page,
            guint             index,
            TelaahHeading    *heading)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const char *sign = g_str_has_prefix (line->start, "**") ? "**" : "__";
  const char *end = line->start + line->n_bytes;
  gboolean over_bold = index + 1 < page->lines->len && *line[1].start == '*';

  if (line->n_bytes < 6 || line->characters > LONGEST_UNDERLINED || line->stop == '.' ||
      strncmp (line->start, sign, 2) != 0 || strncmp (end - 2, sign, 2) != 0 ||
      g_strstr_len (line->start + 2, line->n_bytes - 4, sign) != NULL ||
      (!telaah_headings_has_body (page, index) && !over_bold))
    return FALSE;

  heading->start = line->start;
  heading->end = end;
  strip_marks (&heading->start, &heading->end);
  if (heading->end > heading->start && heading->end[-1] == ':')
    heading->end--;
  heading->style = TELAAH_STYLE_PLAIN;

  return has_words (heading->start, heading->end);
}

static void
add (TelaahPage    *page,
     GArray        *headings,
     guint          index,
     TelaahHeading *heading)
{
  TelaahPageLine *line = telaah_page_get_line (page, index);

  heading->line = index;
  heading->accepted = TRUE;
  g_array_append_val (headings, *heading);
  line->heading = headings->len;
}

/**
 * telaah_headings_find_markdown:
 *
 * Returns: whether the text marks its headings, so that others need not be looked for
 */
gboolean
telaah_headings_find_markdown (TelaahPage *page,
                               GArray     *headings)
{
  gboolean markdown = FALSE;

  for (guint i = page->n_front; i < page->lines->len; i++)
    {
      TelaahPageLine *line = telaah_page_get_line (page, i);
      TelaahHeading heading = { .style = TELAAH_STYLE_MARKDOWN };
      guint underline = 0;

      if (line->code || line->clutter == TELAAH_DOUBT_SURE)
        continue;

      if (i + 1 < page->lines->len && may_be_underlined (page, i))
        underline = parse_underline (line + 1);
      if (underline > 0)
        {
          heading.start = line->start;
          heading.end = line->start + line->n_bytes;
          heading.level = underline;
          strip_marks (&heading.start, &heading.end);
        }
      else if (!parse_hashes (line, &heading) && !parse_bold (page, i, &heading))
        {
          continue;
        }

      markdown |= heading.style == TELAAH_STYLE_MARKDOWN;
      add (page, headings, i, &heading);
    }

  return markdown;
}
