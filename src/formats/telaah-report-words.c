/* What a report says in passing: whom it cites, and the footnotes that say where words are from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-report-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-reference.h"

/* The most code points of a quote that is said again in a footnote. */
#define QUOTE_CHARACTERS 120

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_passages (TelaahReportMaker *self,
              GPtrArray         *points)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      for (guint j = 0; j < node->cells->len; j++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[j]);

          for (guint k = 0; k < evidence->len; k++)
            g_hash_table_insert (self->passages, (char *) telaah_passage_fields (evidence->pdata[k])->id,
                                 evidence->pdata[k]);
        }
      add_passages (self, node->points);
    }
}

/* "Rahma 2021", for a source of the outline. */
const char *
telaah_report_maker_get_citation (TelaahReportMaker *self,
                                  TelaahSource      *source)
{
  return g_hash_table_lookup (self->citations, source);
}

/* Its title and how it is cited; a source without an author is cited by its title already. */
char *
telaah_report_maker_dup_label (TelaahReportMaker *self,
                               TelaahSource      *source)
{
  if (!has_text (telaah_source_fields (source)->author))
    return telaah_source_dup_label (source);

  return g_strdup_printf ("%s (%s)", telaah_source_get_name (source),
                          telaah_report_maker_get_citation (self, source));
}

/* The letter that tells it from others of the same author and year: "a" of "Rahma 2021a"; or 0. */
static char
find_letter (TelaahReportMaker *self,
             TelaahSource      *source)
{
  const char *date = telaah_source_fields (source)->date;
  const char *citation = telaah_report_maker_get_citation (self, source);
  gsize length = strlen (citation);

  return has_text (date) && length > 5 && g_ascii_islower (citation[length - 1]) &&
         strncmp (citation + length - 5, date, 4) == 0 ? citation[length - 1] : 0;
}

/* As markup; never empty. */
char *
telaah_report_maker_dup_reference (TelaahReportMaker *self,
                                   TelaahSource      *source)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  char letter = find_letter (self, source);
  g_autofree char *reference = NULL, *year = NULL;
  const char *at;

  if (!has_text (f->title) && !has_text (f->author))
    return g_markup_escape_text (telaah_source_get_name (source), -1);

  reference = telaah_reference_format_markup (f, TELAAH_STYLE_APA);
  if (letter == 0)
    return g_steal_pointer (&reference);

  year = g_strdup_printf ("(%.4s", f->date);
  at = strstr (reference, year);
  if (at == NULL)
    return g_steal_pointer (&reference);

  return g_strdup_printf ("%.*s%s%c%s", (int) (at - reference), reference, year, letter, at + strlen (year));
}

static void
append_creators (TelaahReportMaker *self,
                 GPtrArray         *points,
                 GHashTable        *seen,
                 GString           *names)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];

      for (guint j = 0; j < node->cells->len; j++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[j]);

          for (guint k = 0; k < evidence->len; k++)
            {
              const char *coder = telaah_passage_fields (evidence->pdata[k])->coder;

              if (has_text (coder) && g_hash_table_add (seen, (char *) coder))
                g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", coder);
            }
        }
      append_creators (self, node->points, seen, names);
    }
}

/* Returns: (nullable): those who tagged what it rests on */
static char *
dup_creators (TelaahReportMaker *self)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);
  GString *names = g_string_new (NULL);

  append_creators (self, self->outline->points, seen, names);

  return g_string_free (names, names->len == 0);
}

static void
describe (TelaahReportMaker *self)
{
  TelaahReport *report = self->report;

  report->title = telaah_outline_dup_title (self->outline);
  report->description = has_text (self->outline->question) ? g_strdup (self->outline->question) : NULL;
  report->language = telaah_report_dup_language (self->outline->language);
  report->creators = dup_creators (self);
  report->created = g_strdup (self->outline->created);
  report->modified = g_strdup (self->outline->modified);
}

/* Its report has no blocks yet, but what it says of itself. */
TelaahReportMaker *
telaah_report_maker_new (TelaahOutline *outline)
{
  TelaahReportMaker *self = g_new0 (TelaahReportMaker, 1);

  self->outline = outline;
  self->report = telaah_report_new ();
  self->citations = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->sources = g_hash_table_new (g_str_hash, g_str_equal);
  self->passages = g_hash_table_new (g_str_hash, g_str_equal);
  self->cited = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < outline->sources->len; i++)
    {
      const char *id = telaah_source_fields (outline->sources->pdata[i])->id;

      g_hash_table_insert (self->sources, (char *) id, outline->sources->pdata[i]);
      g_hash_table_insert (self->citations, outline->sources->pdata[i],
                           telaah_outline_dup_reference (outline, id, NULL));
    }
  add_passages (self, outline->points);
  describe (self);

  return self;
}

/* The report is its maker's no more. */
void
telaah_report_maker_free (TelaahReportMaker *self)
{
  g_hash_table_unref (self->citations);
  g_hash_table_unref (self->sources);
  g_hash_table_unref (self->passages);
  g_hash_table_unref (self->cited);
  g_free (self);
}

/* Returns: (nullable): the day of @date, to be read */
char *
telaah_report_maker_dup_day (const char *date)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) time = date != NULL ? g_date_time_new_from_iso8601 (date, utc) : NULL;

  /* Translators: a day as people write it, see strftime: 3 February 2024 */
  return time != NULL ? g_date_time_format (time, _("%-d %B %Y")) : NULL;
}

/* ---- Footnotes ---- */

static char *
dup_beginning (TelaahPassage *passage)
{
  g_autofree char *quote = telaah_passage_dup_quote (passage);
  char *end;

  g_strdelimit (quote, "\n\t", ' ');
  if (g_utf8_strlen (quote, -1) <= QUOTE_CHARACTERS)
    return g_steal_pointer (&quote);

  end = g_utf8_offset_to_pointer (quote, QUOTE_CHARACTERS);
  while (end > quote && *end != ' ')
    end = g_utf8_prev_char (end);
  if (end == quote)
    end = g_utf8_offset_to_pointer (quote, QUOTE_CHARACTERS);

  return g_strdup_printf ("%.*s…", (int) (end - quote), quote);
}

/* The first footnote of a source gives its reference in full, as each in a paper does; those after it in short. */
static void
put_reference (TelaahReportMaker     *self,
               TelaahReportParagraph *note,
               TelaahSource          *source,
               const char            *section)
{
  if (g_hash_table_add (self->cited, source))
    {
      g_autofree char *reference = telaah_report_maker_dup_reference (self, source);

      telaah_report_put_markup (note, reference);
      if (has_text (section))
        {
          /* Translators: the section of a source that a quote stands in, after the reference of the source */
          g_autofree char *place = g_strdup_printf (_(" § %s."), section);

          telaah_report_put (note, TELAAH_REPORT_PLAIN, place);
        }
    }
  else
    {
      const char *citation = telaah_report_maker_get_citation (self, source);
      /* Translators: where a quote is from: author and year, and the heading of the section that it stands in */
      g_autofree char *place = has_text (section) ? g_strdup_printf (_("%s, § %s"), citation, section)
                                                  : g_strdup (citation);

      telaah_report_put (note, TELAAH_REPORT_PLAIN, place);
      telaah_report_put (note, TELAAH_REPORT_PLAIN, ".");
    }
}

/* A footnote that says where @passage is from; and, where it is not @quoted above, how it begins. */
void
telaah_report_maker_put_source (TelaahReportMaker     *self,
                                TelaahReportParagraph *paragraph,
                                TelaahPassage         *passage,
                                gboolean               quoted)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  const TelaahContext *context = telaah_outline_get_context (self->outline, f->id);
  TelaahSource *source = g_hash_table_lookup (self->sources, f->source);
  TelaahReportParagraph *note;

  if (source == NULL)
    return;

  note = telaah_report_paragraph_new (TELAAH_REPORT_FOOTNOTE, NULL);
  if (quoted)
    {
      g_autofree char *beginning = dup_beginning (passage);
      /* Translators: words in quotation marks, as the language has them */
      g_autofree char *words = g_strdup_printf (_("“%s”"), beginning);

      telaah_report_put (note, TELAAH_REPORT_PLAIN, words);
      telaah_report_put (note, TELAAH_REPORT_PLAIN, " ");
    }
  put_reference (self, note, source, context != NULL ? context->section : NULL);
  telaah_report_put_footnote (paragraph, note);
}

/* ---- Words that rest on something ---- */

typedef struct
{
  guint                   end;
  const TelaahLinkFields *link;
} Mark;

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  guint x = ((const Mark *) a)->end, y = ((const Mark *) b)->end;

  return (x > y) - (x < y);
}

/* Where in the text something is cited; the end of words that are the last is that of the text. */
static GArray *
find_marks (TelaahOutlinePoint *node,
            const char         *source,
            TelaahLinkKind      kind,
            guint               length)
{
  g_autoptr(GPtrArray) links = telaah_outline_point_dup_links (node, source, kind);
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (Mark));

  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);
      gboolean whole = f->span.start >= f->span.end;
      Mark mark = { whole ? length : MIN (f->span.end, length), f };

      g_array_append_val (marks, mark);
    }
  g_array_sort (marks, compare_marks);

  return marks;
}

/* "Rahma 2021; Wibowo 2019", or NULL. */
static char *
dup_cited (TelaahReportMaker *self,
           const Mark        *marks,
           guint              n)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    {
      TelaahSource *source = marks[i].link->cited != NULL
                             ? g_hash_table_lookup (self->sources, marks[i].link->cited) : NULL;

      if (source != NULL)
        g_string_append_printf (names, "%s%s", names->len > 0 ? "; " : "",
                                telaah_report_maker_get_citation (self, source));
    }

  return g_string_free (names, names->len == 0);
}

/* A sentence ends, and a blank follows, after whom it cites. */
static const char *
find_place (const char *from,
            const char *to)
{
  while (to > from && g_ascii_isspace (to[-1]))
    to--;

  return to > from && to[-1] == '.' ? to - 1 : to;
}

static void
put_marks (TelaahReportMaker     *self,
           TelaahReportParagraph *paragraph,
           const char            *from,
           const char            *to,
           const Mark            *marks,
           guint                  n)
{
  g_autofree char *cited = dup_cited (self, marks, n);
  const char *place = cited != NULL ? find_place (from, to) : to;

  telaah_report_put_n (paragraph, TELAAH_REPORT_PLAIN, from, place - from);
  if (cited != NULL)
    {
      g_autofree char *words = g_strdup_printf (" (%s)", cited);

      telaah_report_put (paragraph, TELAAH_REPORT_QUIET, words);
    }
  telaah_report_put_n (paragraph, TELAAH_REPORT_PLAIN, place, to - place);

  for (guint i = 0; i < n; i++)
    {
      TelaahPassage *passage = marks[i].link->passage != NULL
                               ? g_hash_table_lookup (self->passages, marks[i].link->passage) : NULL;

      if (passage != NULL)
        telaah_report_maker_put_source (self, paragraph, passage, TRUE);
    }
}

/* @text with what its words rest on: cells named in brackets, passages in footnotes. */
void
telaah_report_maker_put_linked (TelaahReportMaker     *self,
                                TelaahReportParagraph *paragraph,
                                TelaahOutlinePoint    *node,
                                const char            *source,
                                TelaahLinkKind         kind,
                                const char            *text)
{
  g_autofree char *words = g_strchomp (g_strdup (text));
  g_autoptr(GArray) marks = find_marks (node, source, kind, g_utf8_strlen (words, -1));
  const char *from = words;
  guint offset = 0;

  for (guint i = 0, n; i < marks->len; i += n)
    {
      const Mark *mark = &g_array_index (marks, Mark, i);
      const char *to = g_utf8_offset_to_pointer (from, mark->end - offset);

      for (n = 1; i + n < marks->len && mark[n].end == mark->end; n++)
        ;
      put_marks (self, paragraph, from, to, mark, n);
      from = to;
      offset = mark->end;
    }

  telaah_report_put (paragraph, TELAAH_REPORT_PLAIN, from);
}
