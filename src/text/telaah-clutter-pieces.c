/* Which pieces of a line are clutter, and why: links that were glued into the text.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#define _GNU_SOURCE

#include "text/telaah-clutter.h"

#include <string.h>

#include "text/telaah-line-shape.h"

#define LONGEST_PIECE 200

typedef struct
{
  const char *words;
  const char *close;     /* what ends it; NULL where the words are all of it */
  const char *reason;
} Piece;

/* Longer ones first. */
static const Piece pieces[] = {
  { "ADVERTISEMENT SCROLL TO CONTINUE WITH CONTENT", NULL, "advertisement" },
  { "ADVERTISEMENTSCROLL TO CONTINUE WITH CONTENT",  NULL, "advertisement" },
  { "SCROLL TO CONTINUE WITH CONTENT",               NULL, "advertisement" },
  { "SCROLL TO RESUME CONTENT",                      NULL, "advertisement" },
  { "ADVERTISEMENT",                                 NULL, "advertisement" },
  { "[Gambas:",                                      "]",  "related-link" },
  { "(Baca juga:",                                   ")",  "related-link" },
  { "(Baca Juga:",                                   ")",  "related-link" },
  { "(BACA JUGA:",                                   ")",  "related-link" },
  { "[Baca juga:",                                   "]",  "related-link" },
  { "[Baca Juga:",                                   "]",  "related-link" },
  { "(Read also:",                                   ")",  "related-link" },
  { "(Read more:",                                   ")",  "related-link" },
  { "[Read more:",                                   "]",  "related-link" },
  { "(adsbygoogle",                                  "});", "advertisement" },
};

static gboolean
is_capitalised (const char *p,
                const char *end)
{
  gunichar c;

  while (p < end && strchr (" \t\"'(", *p) != NULL)
    p++;
  if (p >= end)
    return TRUE;

  c = g_utf8_get_char (p);
  if (c == 0x201c || c == 0x2018 || c == 0xa0)
    return is_capitalised (g_utf8_next_char (p), end);

  return g_unichar_isupper (c) && g_unichar_islower (g_utf8_get_char (g_utf8_next_char (p)));
}

/* Words in capitals are glued in only where a sentence ends before them and another begins behind them. */
static gboolean
stands_between (const TelaahPageLine *line,
                const char           *start,
                const char           *end)
{
  const char *p = start;

  while (p > line->start && strchr (" \t\"')", p[-1]) != NULL)
    p--;
  if (p == line->start || strchr (".!?", p[-1]) == NULL)
    {
      if (p < line->start + 3 || strncmp (p - 3, "”", 3) != 0)
        return FALSE;
    }

  return is_capitalised (end, line->start + line->n_bytes);
}

/* A citation in brackets may begin with the same words; it has a year. */
static gboolean
is_citation (const char *start,
             const char *end)
{
  for (const char *p = start; p + 4 <= end; p++)
    if (g_ascii_isdigit (p[0]) && g_ascii_isdigit (p[1]) && g_ascii_isdigit (p[2]) && g_ascii_isdigit (p[3]))
      return TRUE;

  return FALSE;
}

static const Piece *
match_piece (const TelaahPageLine *line,
             const char           *start,
             const char          **end)
{
  const char *line_end = line->start + line->n_bytes;

  /* Capitals and brackets are everywhere: the second letter rules most of them out. */
  if (start + 1 >= line_end || strchr (*start == 'A' ? "D" : *start == 'S' ? "C" : "GBRa", start[1]) == NULL)
    return NULL;

  for (guint i = 0; i < G_N_ELEMENTS (pieces); i++)
    {
      const Piece *piece = &pieces[i];
      gsize length = strlen (piece->words);

      if ((gsize) (line_end - start) < length || memcmp (start, piece->words, length) != 0)
        continue;

      *end = start + length;
      if (piece->close == NULL)
        return stands_between (line, start, *end) ? piece : NULL;

      *end = memmem (*end, MIN (line_end - *end, LONGEST_PIECE), piece->close, strlen (piece->close));
      if (*end == NULL || is_citation (start, *end))
        return NULL;

      *end += strlen (piece->close);
      return piece;
    }

  return NULL;
}

static void
find_in_line (const TelaahPageLine *line,
              const char           *body,
              GArray               *found)
{
  const char *end = line->start + line->n_bytes;
  const char *p = line->start;

  while (p < end && (p += strcspn (p, "A[(S\n")) < end)
    {
      const char *after = NULL;
      const Piece *piece = match_piece (line, p, &after);

      if (piece != NULL && (p > line->start || after < end))
        {
          TelaahClutterPiece made = { p - body, after - body, piece->reason };

          g_array_append_val (found, made);
          p = after;
        }
      else
        {
          p++;
        }
    }

  if (line->edit_link > 0)
    {
      const char *open = strchr (end, '[');
      TelaahClutterPiece made = { open - body, open - body + line->edit_link, "menu" };

      g_array_append_val (found, made);
    }
}

/**
 * telaah_clutter_find_pieces:
 *
 * Returns: (transfer full): of TelaahClutterPiece in the order of the text, in lines that are not clutter themselves
 */
GArray *
telaah_clutter_find_pieces (const TelaahPage *page)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TelaahClutterPiece));
  const char *body = telaah_text_get_body (page->text);

  for (guint i = 0; i < page->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);

      if (line->clutter != TELAAH_DOUBT_SURE && !line->code)
        find_in_line (line, body, found);
    }

  return found;
}
