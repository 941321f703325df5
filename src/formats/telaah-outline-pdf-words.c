/* Words of an outline on paper with what they rest on: numbers of quotes, sources that are cited, links to both.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-pdf-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-words.h"

/* Of a bar whose theme has no colour. */
#define PLAIN_INK 0x9a9a9a

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* ---- Numbers of quotes ---- */

static char *
dup_key (TelaahPoint *point,
         const char  *passage)
{
  return g_strconcat (telaah_point_fields (point)->id, "\n", passage, NULL);
}

/* On the point itself, else wherever it is quoted first; 0 where it is not. */
guint
telaah_outline_pages_get_number (TelaahOutlinePages *self,
                                 TelaahPoint        *point,
                                 const char         *passage)
{
  g_autofree char *key = dup_key (point, passage);
  guint number = GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, key));

  return number != 0 ? number : GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, passage));
}

static void
number_points (TelaahOutlinePages *self,
               GPtrArray          *points,
               guint              *last)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      for (guint k = 0; k < node->cells->len; k++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[k]);

          for (guint e = 0; e < evidence->len; e++)
            {
              const char *id = telaah_passage_fields (evidence->pdata[e])->id;
              gpointer number = GUINT_TO_POINTER (++*last);

              g_hash_table_insert (self->numbers, dup_key (node->point, id), number);
              if (!g_hash_table_contains (self->numbers, id))
                g_hash_table_insert (self->numbers, g_strdup (id), number);
            }
        }
      number_points (self, node->points, last);
    }
}

static void
note_cited (TelaahOutlinePages *self,
            GPtrArray          *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      for (guint k = 0; k < node->links->len; k++)
        {
          const char *passage = telaah_link_fields (node->links->pdata[k])->passage;

          if (passage != NULL)
            g_hash_table_add (self->cited, GUINT_TO_POINTER (telaah_outline_pages_get_number (self, node->point, passage)));
        }
      note_cited (self, node->points);
    }
}

/* All quotes have a number, in their order, by which words refer to them. */
void
telaah_outline_pages_number (TelaahOutlinePages *self)
{
  guint last = 0;

  self->numbers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->cited = g_hash_table_new (NULL, NULL);
  number_points (self, self->outline->points, &last);
  note_cited (self, self->outline->points);
}

/* ---- Words with what they rest on ---- */

/* What stands behind words that were linked. */
typedef struct
{
  guint  start, end;    /* of the words, in code points */
  guint  number;        /* of a quote, or 0 */
  char  *citation;      /* of a source, or NULL */
  char  *target;
  gsize  length;        /* in bytes, of what was put behind them */
} Marker;

static void
clear_marker (gpointer data)
{
  g_free (((Marker *) data)->citation);
  g_free (((Marker *) data)->target);
}

static int
compare_markers (gconstpointer a,
                 gconstpointer b)
{
  const Marker *x = a, *y = b;

  if (x->end != y->end)
    return x->end < y->end ? -1 : 1;

  if ((x->number == 0) != (y->number == 0))
    return x->number == 0 ? 1 : -1;

  return x->number < y->number ? -1 : x->number > y->number;
}

/* A cell of which nothing but its status is known. */
gboolean
telaah_outline_pages_is_bare (TelaahCell *cell)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);

  return !has_text (f->summary) && !has_text (f->translation) && telaah_cell_get_evidence (cell)->len == 0;
}

/* Where the cell of a source stands: on its own, or among those of which there is nothing to say. */
static char *
dup_cell_target (TelaahOutlinePages *self,
                 TelaahOutlinePoint *node,
                 const char         *number,
                 const char         *source)
{
  for (guint i = 0; i < node->cells->len && i < self->outline->sources->len; i++)
    if (g_strcmp0 (telaah_source_fields (self->outline->sources->pdata[i])->id, source) == 0)
      return telaah_outline_pages_is_bare (node->cells->pdata[i]) ? g_strdup_printf ("#p%s", number)
                                             : g_strdup_printf ("#c%s/%u", number, i);

  return g_strdup_printf ("#p%s", number);
}

static GArray *
collect_markers (TelaahOutlinePages *self,
                 TelaahOutlinePoint *node,
                 const char         *number,
                 const char         *source,
                 TelaahLinkKind      kind,
                 glong               characters)
{
  g_autoptr(GPtrArray) links = telaah_outline_point_dup_links (node, source, kind);
  GArray *markers = g_array_new (FALSE, FALSE, sizeof (Marker));

  g_array_set_clear_func (markers, clear_marker);
  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);
      gboolean all = f->span.end <= f->span.start;
      Marker marker = {
        .start = all ? 0 : MIN (f->span.start, characters),
        .end = all ? characters : MIN (f->span.end, characters),
      };

      if (f->passage != NULL)
        marker.number = telaah_outline_pages_get_number (self, node->point, f->passage);
      if (marker.number != 0)
        marker.target = g_strdup_printf ("#q%u", marker.number);
      else if (f->cited != NULL)
        {
          marker.citation = telaah_outline_dup_reference (self->outline, f->cited, NULL);
          marker.target = dup_cell_target (self, node, number, f->cited);
        }
      if (marker.target != NULL)
        g_array_append_val (markers, marker);
    }
  g_array_sort (markers, compare_markers);

  return markers;
}

/* "⁴,⁵ (Rahma 2021; Wibowo 2019)": one of those that end at the same place. */
static void
put_marker (TelaahPageWords *words,
            GArray          *markers,
            guint            index)
{
  Marker *marker = &g_array_index (markers, Marker, index);
  const Marker *before = index > 0 ? marker - 1 : NULL, *after = index + 1 < markers->len ? marker + 1 : NULL;
  gsize start = words->text->len, label;

  if (before != NULL && before->end != marker->end)
    before = NULL;
  if (after != NULL && after->end != marker->end)
    after = NULL;

  if (marker->number != 0)
    {
      g_autofree char *number = g_strdup_printf ("%u", marker->number);

      telaah_page_words_put (words, TELAAH_PAGE_MARKER, before != NULL ? "," : "");
      label = words->text->len;
      telaah_page_words_put (words, TELAAH_PAGE_MARKER, number);
      telaah_page_words_link (words, label, words->text->len, marker->target);
    }
  else
    {
      telaah_page_words_put (words, TELAAH_PAGE_REFERENCE,
                             before != NULL && before->number == 0 ? "; " : " (");
      label = words->text->len;
      telaah_page_words_put (words, TELAAH_PAGE_REFERENCE, marker->citation);
      telaah_page_words_link (words, label, words->text->len, marker->target);
      telaah_page_words_put (words, TELAAH_PAGE_REFERENCE, after != NULL ? "" : ")");
    }
  marker->length = words->text->len - start;
}

/* Under the words themselves, as far as they are not all of the text. Bytes move by what was put between them. */
static void
underline (TelaahPageWords *words,
           const char      *text,
           glong            characters,
           GArray          *markers)
{
  for (guint i = 0; i < markers->len; i++)
    {
      const Marker *marker = &g_array_index (markers, Marker, i);
      gsize start = g_utf8_offset_to_pointer (text, marker->start) - text;
      gsize end = g_utf8_offset_to_pointer (text, marker->end) - text;

      if (end <= start || (marker->start == 0 && marker->end == characters))
        continue;
      for (guint k = 0; k < markers->len; k++)
        {
          const Marker *other = &g_array_index (markers, Marker, k);

          start += other->end <= marker->start ? other->length : 0;
          end += other->end < marker->end ? other->length : 0;
        }
      telaah_page_words_underline (words, start, end);
    }
}

/* What was written of @kind, with the numbers of the quotes and the sources that it rests on. @number: of the point;
 * @source: whose cell, or NULL for the point's own words */
TelaahPageSet *
telaah_outline_pages_set (TelaahOutlinePages *self,
                          TelaahOutlinePoint *node,
                          const char         *number,
                          const char         *source,
                          TelaahLinkKind      kind,
                          TelaahPageStyle     style,
                          const char         *text)
{
  TelaahPageWords *words = telaah_page_words_new (self->fonts, style);
  glong characters = g_utf8_strlen (text, -1), at = 0;
  g_autoptr(GArray) markers = collect_markers (self, node, number, source, kind, characters);
  const char *rest = text;

  for (guint i = 0; i < markers->len; i++)
    {
      const char *end = g_utf8_offset_to_pointer (rest, g_array_index (markers, Marker, i).end - at);
      g_autofree char *part = g_strndup (rest, end - rest);

      telaah_page_words_put (words, style, part);
      put_marker (words, markers, i);
      at = g_array_index (markers, Marker, i).end;
      rest = end;
    }
  telaah_page_words_put (words, style, rest);
  underline (words, text, characters, markers);

  return telaah_page_words_set (words, &(TelaahPageSetting) { .width = self->width,
                                                              .paragraph_gap = 0.4 * self->em });
}

/* ---- Quotes ---- */

/* Without blank lines, nor blanks at the ends of lines. */
static char *
dup_paragraphs (const char *text)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  GString *paragraphs = g_string_new (NULL);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_strstrip (lines[i]);
      if (*lines[i] != '\0')
        g_string_append_printf (paragraphs, "%s%s", paragraphs->len > 0 ? "\n" : "", lines[i]);
    }

  return g_string_free (paragraphs, FALSE);
}

static const char *
find_color (TelaahOutline *outline,
            const char    *theme)
{
  for (guint i = 0; theme != NULL && i < outline->themes->len; i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (outline->themes->pdata[i]);

      if (g_strcmp0 (f->id, theme) == 0)
        return f->color != NULL ? f->color : find_color (outline, f->parent);
    }

  return NULL;
}

/* The colour of the theme that brings a passage to a point, else of its first, as 0xrrggbb. */
guint
telaah_outline_get_ink (TelaahOutline *outline,
                        TelaahPoint   *point,
                        TelaahPassage *passage)
{
  const char *of_point = telaah_point_fields (point)->theme;
  const char *theme = of_point != NULL && telaah_passage_has_theme (passage, of_point)
                      ? of_point : telaah_passage_fields (passage)->themes[0];
  const char *color = find_color (outline, theme);
  guint ink = color != NULL && *color == '#' ? g_ascii_strtoull (color + 1, NULL, 16) & 0xffffff : PLAIN_INK;

  return ink != 0 ? ink : 0x000001;
}

/* In quotation marks unless it has them, and with where it is from. */
void
telaah_outline_put_quote (TelaahPageWords *words,
                          TelaahPageStyle  style,
                          TelaahOutline   *outline,
                          TelaahPassage   *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autofree char *reference = telaah_outline_dup_reference (outline, f->source, f->id);
  g_autofree char *whole = telaah_passage_dup_quote (passage), *quote = dup_paragraphs (whole);
  gboolean marked = g_str_has_prefix (quote, "“") && g_str_has_suffix (quote, "”");
  g_autofree char *quoted = marked ? g_steal_pointer (&quote) : g_strdup_printf (_("“%s”"), quote);
  char *section = strstr (reference, "§ ");

  telaah_page_words_put (words, style, quoted);
  telaah_page_words_put (words, TELAAH_PAGE_REFERENCE, "\u2002");

  /* The sign stays with what follows it. */
  if (section != NULL)
    {
      *section = '\0';
      telaah_page_words_put (words, TELAAH_PAGE_REFERENCE, reference);
      telaah_page_words_put (words, TELAAH_PAGE_REFERENCE, "§\u00a0");
      section += strlen ("§ ");
    }
  telaah_page_words_put (words, TELAAH_PAGE_REFERENCE, section != NULL ? section : reference);
}
