/* The facts of a row in words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-row-words.h"

#include <glib/gi18n.h>

#include "formats/telaah-outline-words.h"

/* Hidden columns count: to hide one is to look elsewhere, not to unsay it. Returns: (transfer full) */
TelaahRowFacts *
telaah_row_words_dup_facts (TelaahSession *session,
                            const char    *point)
{
  GListModel *sources = telaah_session_get_sources (session);
  g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      g_ptr_array_add (cells, telaah_session_dup_cell (session, point, telaah_source_fields (source)->id));
    }

  return telaah_row_facts_new (cells);
}

/* A reference as the exports have it needs to know all sources: two may be cited alike. */
static TelaahOutline *
outline_new_of_sources (TelaahSession *session)
{
  TelaahOutline *outline = telaah_outline_new ();
  GListModel *sources = telaah_session_get_sources (session);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    g_ptr_array_add (outline->sources, g_list_model_get_item (sources, i));

  return outline;
}

/* "Rahma 2021", as the exports cite it. */
char *
telaah_row_words_dup_mention (TelaahSession *session,
                              const char    *source)
{
  g_autoptr(TelaahOutline) outline = outline_new_of_sources (session);

  return telaah_outline_dup_reference (outline, source, NULL);
}

static void
add_part (GString    *words,
          const char *part)
{
  if (words->len > 0)
    g_string_append (words, " · ");

  g_string_append (words, part);
}

/**
 * telaah_row_words_dup_short:
 *
 * Returns: (transfer full): "3 of 5 treat it · 1 implicit · 1 silent", for a narrow column
 */
char *
telaah_row_words_dup_short (const TelaahRowFacts *facts)
{
  GString *words = g_string_new (NULL);
  guint treated = facts->n[TELAAH_STATUS_TREATED], all = facts->facts->len;
  g_autofree char *treat = NULL;

  if (all == 0)
    return g_string_free (words, FALSE);

  /* Translators: how many of the sources say something on a point, of how many; the first decides the plural. */
  treat = g_strdup_printf (ngettext ("%u of %u treats it", "%u of %u treat it", treated), treated, all);
  add_part (words, treat);

  if (facts->n[TELAAH_STATUS_IMPLICIT] > 0)
    {
      guint n = facts->n[TELAAH_STATUS_IMPLICIT];
      g_autofree char *part = g_strdup_printf (ngettext ("%u implicit", "%u implicit", n), n);

      add_part (words, part);
    }

  if (facts->n[TELAAH_STATUS_SILENT] > 0)
    {
      guint n = facts->n[TELAAH_STATUS_SILENT];
      g_autofree char *part = g_strdup_printf (ngettext ("%u silent", "%u silent", n), n);

      add_part (words, part);
    }

  if (facts->n[TELAAH_STATUS_UNREAD] > 0)
    {
      guint n = facts->n[TELAAH_STATUS_UNREAD];
      g_autofree char *part = g_strdup_printf (ngettext ("%u not yet read", "%u not yet read", n), n);

      add_part (words, part);
    }

  return g_string_free (words, FALSE);
}

/* Returns: (transfer full) (nullable): that one source alone makes the point */
char *
telaah_row_words_dup_only (TelaahSession        *session,
                           const TelaahRowFacts *facts)
{
  g_autofree char *mention = NULL;

  if (facts->only == NULL)
    return NULL;

  mention = telaah_row_words_dup_mention (session, facts->only);

  /* Translators: %s is a source, such as "Rahma 2021" */
  return facts->settled ? g_strdup_printf (_("Only %s makes this point"), mention)
                        : g_strdup_printf (_("So far only %s makes this point"), mention);
}

static void
append_escaped (GString    *markup,
                const char *words)
{
  g_autofree char *escaped = g_markup_escape_text (words, -1);

  g_string_append (markup, escaped);
}

static TelaahRowLine *
line_new (TelaahOutline        *outline,
          const TelaahRowFacts *facts,
          TelaahStatus          status)
{
  TelaahRowLine *line = g_new0 (TelaahRowLine, 1);
  GString *words = g_string_new (NULL), *markup = g_string_new (NULL);

  for (guint i = 0; i < facts->facts->len; i++)
    {
      const TelaahRowFact *fact = facts->facts->pdata[i];
      g_autofree char *mention = NULL, *number = NULL;

      if (fact->status != status)
        continue;

      mention = telaah_outline_dup_reference (outline, fact->source, NULL);
      number = fact->n_passages > 0 ? g_strdup_printf ("\u00a0(%u)", fact->n_passages) : g_strdup ("");
      g_string_append_printf (words, "%s%s%s", words->len > 0 ? ", " : "", mention, number);

      g_string_append (markup, markup->len > 0 ? ", " : "");
      g_string_append_printf (markup, "<a href=\"%s\">", fact->source);
      append_escaped (markup, mention);
      g_string_append_printf (markup, "</a>%s", number);
    }

  line->status = status;
  line->sources = g_string_free (words, FALSE);
  line->markup = g_string_free (markup, FALSE);

  return line;
}

static void
line_free (gpointer line)
{
  g_free (((TelaahRowLine *) line)->sources);
  g_free (((TelaahRowLine *) line)->markup);
  g_free (line);
}

/**
 * telaah_row_words_dup_lines:
 *
 * Returns: (transfer full) (element-type TelaahRowLine): for each status that a source has, which these are and, in
 *   brackets, how many passages they have
 */
GPtrArray *
telaah_row_words_dup_lines (TelaahSession        *session,
                            const TelaahRowFacts *facts)
{
  static const TelaahStatus order[] = {
    TELAAH_STATUS_TREATED, TELAAH_STATUS_IMPLICIT, TELAAH_STATUS_SILENT, TELAAH_STATUS_UNREAD,
  };
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);
  g_autoptr(TelaahOutline) outline = outline_new_of_sources (session);

  for (guint i = 0; i < G_N_ELEMENTS (order); i++)
    if (facts->n[order[i]] > 0)
      g_ptr_array_add (lines, line_new (outline, facts, order[i]));

  return lines;
}
