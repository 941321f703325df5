/* Words that the exports of an outline share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-reference-private.h"

/* The most code points of a title that stands for an author. */
#define TITLE_CHARACTERS 40

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* NULL where it has none of that id. */
TelaahSource *
telaah_outline_find_source (TelaahOutline *outline,
                            const char    *id)
{
  for (guint i = 0; i < outline->sources->len; i++)
    if (g_strcmp0 (telaah_source_fields (outline->sources->pdata[i])->id, id) == 0)
      return outline->sources->pdata[i];

  return NULL;
}

/**
 * telaah_outline_dup_title:
 *
 * Returns: (transfer full): of the project, and of the outline where it has its own; never empty
 */
char *
telaah_outline_dup_title (TelaahOutline *outline)
{
  const char *title = has_text (outline->title) ? outline->title : NULL;

  if (!has_text (outline->name) || g_strcmp0 (outline->name, title) == 0)
    return g_strdup (title != NULL ? title : _("Untitled outline"));

  /* Translators: the title of a project, and of one of its outlines */
  return title != NULL ? g_strdup_printf (_("%s: %s"), title, outline->name) : g_strdup (outline->name);
}

/* ---- Short references ---- */

/* Its first words. */
static char *
shorten (const char *title)
{
  const char *end = title, *blank = NULL;

  for (guint n = 0; *end != '\0' && n < TITLE_CHARACTERS; n++, end = g_utf8_next_char (end))
    if (*end == ' ')
      blank = end;

  if (*end == '\0')
    return g_strdup (title);

  if (blank == NULL || *end == ' ')
    blank = end;

  return g_strdup_printf ("%.*s…", (int) (blank - title), title);
}

/* One or two by name, of more the first. */
static char *
dup_who (TelaahSource *source)
{
  g_autoptr(GPtrArray) names = telaah_names_split (telaah_source_fields (source)->author);
  const TelaahName *first = names->len > 0 ? names->pdata[0] : NULL;
  const TelaahName *second = names->len > 1 ? names->pdata[1] : NULL;

  if (first == NULL)
    return shorten (telaah_source_get_name (source));

  if (second == NULL)
    return g_strdup (first->family);

  if (names->len > 2 || telaah_name_is_others (second))
    /* Translators: the first of several authors of a work */
    return g_strdup_printf (_("%s et al."), first->family);

  /* Translators: the two authors of a work, in a short reference */
  return g_strdup_printf (_("%s & %s"), first->family, second->family);
}

/* "Rahma 2021". */
static char *
dup_short (TelaahSource *source)
{
  const char *date = telaah_source_fields (source)->date;
  g_autofree char *who = dup_who (source);

  return has_text (date) ? g_strdup_printf ("%s %.4s", who, date) : g_steal_pointer (&who);
}

static gboolean
is_of_year (TelaahSource *source,
            const char   *date)
{
  const char *other = telaah_source_fields (source)->date;

  return has_text (other) == has_text (date) && (!has_text (date) || strncmp (other, date, 4) == 0);
}

/* What tells it from others of the outline that would be cited alike: a letter for each in their order. */
static char *
dup_citation (TelaahOutline *outline,
              TelaahSource  *source)
{
  const char *date = telaah_source_fields (source)->date;
  g_autofree char *citation = dup_short (source);
  guint alike = 0, place = 0;

  for (guint i = 0; i < outline->sources->len; i++)
    if (outline->sources->pdata[i] == source)
      place = alike++;
    else if (is_of_year (outline->sources->pdata[i], date))
      {
        g_autofree char *other = dup_short (outline->sources->pdata[i]);

        alike += strcmp (citation, other) == 0;
      }

  if (alike < 2 || place > 'z' - 'a')
    return g_steal_pointer (&citation);

  return g_strdup_printf (has_text (date) ? "%s%c" : "%s (%c)", citation, (char) ('a' + place));
}

/**
 * telaah_outline_dup_reference:
 * @source: the id of a source
 * @passage: (nullable): the id of one of its passages
 *
 * Returns: (transfer full): how a quote is cited in passing: "Rahma 2021, § Harga yang dibayar"; the section
 *   only where the outline has the passage's context
 */
char *
telaah_outline_dup_reference (TelaahOutline *outline,
                              const char    *source,
                              const char    *passage)
{
  TelaahSource *found = telaah_outline_find_source (outline, source);
  const TelaahContext *context = passage != NULL ? telaah_outline_get_context (outline, passage) : NULL;
  g_autofree char *citation = found != NULL ? dup_citation (outline, found) : g_strdup (_("Unknown source"));

  if (context == NULL || !has_text (context->section))
    return g_steal_pointer (&citation);

  /* Translators: where a quote is from: author and year, and the heading of the section that it stands in */
  return g_strdup_printf (_("%s, § %s"), citation, context->section);
}

/**
 * telaah_source_dup_full_reference:
 * @address: (out) (transfer full) (nullable): where it is on the web, which ends the reference
 *
 * Returns: (transfer full): the reference in APA style without its address, as escaped text with <i> in it; what has
 *   no title goes by its name
 */
char *
telaah_source_dup_full_reference (TelaahSource  *source,
                                  char         **address)
{
  TelaahSourceFields f = *telaah_source_fields (source);
  g_autofree char *markup = NULL, *web = NULL, *escaped = NULL;

  f.title = telaah_source_get_name (source);
  markup = telaah_reference_format_markup (&f, TELAAH_STYLE_APA);
  web = has_text (f.doi) ? g_strdup_printf ("https://doi.org/%s", f.doi) : g_strdup (has_text (f.url) ? f.url : NULL);
  escaped = web != NULL ? g_markup_escape_text (web, -1) : NULL;
  *address = NULL;
  if (escaped == NULL || !g_str_has_suffix (markup, escaped))
    return g_steal_pointer (&markup);

  *address = g_steal_pointer (&web);
  markup[strlen (markup) - strlen (escaped)] = '\0';

  return g_strchomp (g_steal_pointer (&markup));
}

/* ---- Points and cells ---- */

/**
 * telaah_point_dup_condition:
 *
 * Returns: (transfer full) (nullable): under which condition passages are its evidence, as in
 *   "Tagged by Ayu · Genre: report"; %NULL where there is none
 */
char *
telaah_point_dup_condition (TelaahPoint *point)
{
  const TelaahPointFields *f = telaah_point_fields (point);
  g_autofree char *coder = NULL, *attribute = NULL;

  if (has_text (f->coder))
    /* Translators: the name of a coder */
    coder = g_strdup_printf (_("Tagged by %s"), f->coder);
  if (has_text (f->attribute))
    /* Translators: the name of an attribute of a source, and its value */
    attribute = g_strdup_printf (_("%s: %s"), f->attribute, f->value != NULL ? f->value : "");

  if (coder != NULL && attribute != NULL)
    return g_strdup_printf ("%s · %s", coder, attribute);

  return coder != NULL ? g_steal_pointer (&coder) : g_steal_pointer (&attribute);
}

static int
compare_links (gconstpointer a,
               gconstpointer b)
{
  return telaah_span_compare (telaah_link_fields (*(TelaahLink **) a)->span,
                              telaah_link_fields (*(TelaahLink **) b)->span);
}

/**
 * telaah_outline_point_dup_links:
 * @source: (nullable): whose cell the words are in; %NULL for those of the point
 *
 * Returns: (transfer container) (element-type TelaahLink): those of one text, in its order
 */
GPtrArray *
telaah_outline_point_dup_links (TelaahOutlinePoint *node,
                                const char         *source,
                                TelaahLinkKind      kind)
{
  GPtrArray *links = g_ptr_array_new ();

  for (guint i = 0; i < node->links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (node->links->pdata[i]);

      if (f->kind == kind && g_strcmp0 (f->source, source) == 0)
        g_ptr_array_add (links, node->links->pdata[i]);
    }
  g_ptr_array_sort (links, compare_links);

  return links;
}

/* The id of the source that has it; NULL where no cell has it as evidence. */
static const char *
find_source_of (GPtrArray  *points,
                const char *passage)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      const char *source = find_source_of (node->points, passage);

      for (guint j = 0; source == NULL && j < node->cells->len; j++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[j]);

          for (guint k = 0; source == NULL && k < evidence->len; k++)
            if (strcmp (telaah_passage_fields (evidence->pdata[k])->id, passage) == 0)
              source = telaah_passage_fields (evidence->pdata[k])->source;
        }

      if (source != NULL)
        return source;
    }

  return NULL;
}

/**
 * telaah_outline_dup_citations:
 * @kind: similarities or differences
 *
 * Returns: (transfer full) (nullable): what the words of a point rest on, each once, in the order of the words:
 *   "Rahma 2021, § Harga yang dibayar; Wibowo 2019"
 */
char *
telaah_outline_dup_citations (TelaahOutline      *outline,
                              TelaahOutlinePoint *node,
                              TelaahLinkKind      kind)
{
  g_autoptr(GPtrArray) links = telaah_outline_point_dup_links (node, NULL, kind);
  g_autoptr(GPtrArray) citations = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (links->pdata[i]);
      const char *source = f->passage != NULL ? find_source_of (outline->points, f->passage) : f->cited;
      g_autofree char *reference = NULL;

      if (source == NULL)
        continue;

      reference = telaah_outline_dup_reference (outline, source, f->passage);
      if (!g_ptr_array_find_with_equal_func (citations, reference, g_str_equal, NULL))
        g_ptr_array_add (citations, g_steal_pointer (&reference));
    }

  if (citations->len == 0)
    return NULL;

  g_ptr_array_add (citations, NULL);

  return g_strjoinv ("; ", (char **) citations->pdata);
}

/* One sign, to stand beside the word for it and never alone. */
const char *
telaah_status_get_mark (TelaahStatus status)
{
  static const char *const marks[TELAAH_N_STATUSES] = {
    [TELAAH_STATUS_UNREAD]   = "◌",
    [TELAAH_STATUS_TREATED]  = "●",
    [TELAAH_STATUS_IMPLICIT] = "◐",
    [TELAAH_STATUS_SILENT]   = "○",
  };

  g_return_val_if_fail (status < TELAAH_N_STATUSES, "");

  return marks[status];
}

/* Without the white space around it. */
char *
telaah_passage_dup_quote (TelaahPassage *passage)
{
  const char *quote = telaah_passage_fields (passage)->quote, *end = quote + strlen (quote);

  while (quote < end && g_unichar_isspace (g_utf8_get_char (quote)))
    quote = g_utf8_next_char (quote);
  while (end > quote && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))))
    end = g_utf8_prev_char (end);

  return g_strndup (quote, end - quote);
}
