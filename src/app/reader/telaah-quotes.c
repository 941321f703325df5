/* Words of texts as a list to look through, grouped by their sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-quotes.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-fold.h"

/* More of a quote than its lines can show, in code points. */
#define MOST_OF_QUOTE 600

/* @words: as they stand in the text */
TelaahQuoteItem *
telaah_quote_item_new (const char *source,
                  TelaahSpan  span,
                  const char *words)
{
  TelaahQuoteItem *self = g_new0 (TelaahQuoteItem, 1);

  self->source = g_strdup (source);
  self->span = span;
  self->words = telaah_card_dup_line (words, MOST_OF_QUOTE);

  return self;
}

void
telaah_quote_item_free (TelaahQuoteItem *self)
{
  g_free (self->id);
  g_free (self->source);
  g_free (self->before);
  g_free (self->words);
  g_free (self->after);
  g_free (self->markup);
  g_free (self->remark);
  g_free (self->folded);
  g_clear_object (&self->passage);
  g_free (self);
}

static TelaahQuoteItem *
quote_from_passage (TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahQuoteItem *self = telaah_quote_item_new (f->source, f->span, f->quote);
  GPtrArray *notes = telaah_passage_get_notes (passage);
  g_autoptr(GString) words = g_string_new (f->quote);

  self->id = g_strdup (f->id);
  self->passage = g_object_ref (passage);
  self->before = g_strdup (f->prefix);
  self->after = g_strdup (f->suffix);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    g_string_append_printf (words, "\n%s", telaah_note_fields (notes->pdata[i])->text);
  self->folded = telaah_fold (words->str);

  return self;
}

/* @theme and, where they are wanted, all that stand below it; the tree is depth first. */
static GHashTable *
find_themes (TelaahSession *session,
             const char    *theme,
             gboolean       below)
{
  GListModel *themes = telaah_session_get_themes (session);
  GHashTable *found = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  guint depth = G_MAXUINT;

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) item = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (item);

      if (strcmp (f->id, theme) == 0)
        depth = f->depth;
      else if (f->depth <= depth)
        {
          if (depth != G_MAXUINT)
            break;
          continue;
        }
      g_hash_table_add (found, g_strdup (f->id));
      if (!below)
        break;
    }

  return found;
}

static gboolean
has_any (TelaahPassage *passage,
         GHashTable    *themes)
{
  for (const char *const *id = telaah_passage_fields (passage)->themes; *id != NULL; id++)
    if (g_hash_table_contains (themes, *id))
      return TRUE;

  return FALSE;
}

/**
 * telaah_quotes_of_theme:
 * @below: with those of the themes below it
 *
 * Returns: (transfer full) (element-type TelaahQuoteItem): its passages, source by source, in text order
 */
GPtrArray *
telaah_quotes_of_theme (TelaahSession *session,
                        const char    *theme,
                        gboolean       below)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_quote_item_free);
  GListModel *sources = telaah_session_get_sources (session);
  g_autoptr(GHashTable) themes = find_themes (session, theme, below);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      GListModel *passages = telaah_session_get_passages (session, telaah_source_fields (source)->id);

      for (guint k = 0; k < g_list_model_get_n_items (passages); k++)
        {
          g_autoptr(TelaahPassage) passage = g_list_model_get_item (passages, k);

          if (has_any (passage, themes))
            g_ptr_array_add (quotes, quote_from_passage (passage));
        }
    }

  return quotes;
}

static TelaahQuoteItem *
heading_new (const char *source)
{
  TelaahQuoteItem *self = g_new0 (TelaahQuoteItem, 1);

  self->heading = TRUE;
  self->source = g_strdup (source);
  self->id = g_strconcat ("source:", source, NULL);

  return self;
}

/**
 * telaah_quotes_filter:
 * @quotes: (element-type TelaahQuoteItem): those of a source together
 * @headings: (out): what owns the headings among what is returned
 *
 * Returns: (transfer container): those in which all words of @query stand, with a heading before those of each source
 */
GPtrArray *
telaah_quotes_filter (GPtrArray   *quotes,
                      const char  *query,
                      GPtrArray  **headings)
{
  GPtrArray *found = g_ptr_array_sized_new (quotes->len + 8);
  g_auto(GStrv) words = telaah_fold_words (query);
  TelaahQuoteItem *heading = NULL;

  *headings = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_quote_item_free);
  for (guint i = 0; i < quotes->len; i++)
    {
      TelaahQuoteItem *quote = quotes->pdata[i];

      if (words != NULL && quote->folded == NULL)
        quote->folded = telaah_fold (quote->words);
      if (words != NULL && !telaah_fold_matches (quote->folded, words))
        continue;

      if (heading == NULL || strcmp (heading->source, quote->source) != 0)
        {
          heading = heading_new (quote->source);
          g_ptr_array_add (*headings, heading);
          g_ptr_array_add (found, heading);
        }
      heading->n++;
      g_ptr_array_add (found, quote);
    }

  return found;
}

/* ---- To take along ---- */

/* "Rahma, 2021", else the title. */
static char *
dup_reference (TelaahSource *source)
{
  g_autofree char *origin = telaah_source_dup_origin (source);

  return origin != NULL ? g_strdup_printf ("%s, %s", origin, telaah_source_get_name (source))
                        : g_strdup (telaah_source_get_name (source));
}

/* Each with where it stands; a reference manager's or a word processor's own format is the formats' business. */
char *
telaah_quotes_dup_text (TelaahSession *session,
                        const char    *title,
                        GPtrArray     *quotes)
{
  GString *text = g_string_new (title);

  g_string_append_c (text, '\n');
  for (guint i = 0; i < quotes->len; i++)
    {
      const TelaahQuoteItem *quote = quotes->pdata[i];
      TelaahSource *source = telaah_session_find_source (session, quote->source);
      g_autofree char *reference = source != NULL ? dup_reference (source) : g_strdup ("");
      GPtrArray *notes = quote->passage != NULL ? telaah_passage_get_notes (quote->passage) : NULL;
      g_autofree char *words = quote->passage != NULL
                                 ? telaah_card_dup_line (telaah_passage_fields (quote->passage)->quote, G_MAXUINT)
                                 : g_strdup (quote->words);

      if (quote->heading)
        continue;

      g_string_append_c (text, '\n');
      g_string_append_printf (text, _("“%s”"), words);
      g_string_append_printf (text, " (%s, %u–%u)\n", reference, quote->span.start, quote->span.end);
      for (guint k = 0; notes != NULL && k < notes->len; k++)
        g_string_append_printf (text, "    %s\n", telaah_note_fields (notes->pdata[k])->text);
    }

  return g_string_free (text, FALSE);
}

/**
 * telaah_quotes_tag:
 * @note: (nullable): on each
 * @n: (out): how many
 *
 * Tags those that are checked, as one step.
 */
gboolean
telaah_quotes_tag (TelaahSession  *session,
                   GPtrArray      *quotes,
                   const char     *theme,
                   const char     *note,
                   guint          *n,
                   GError        **error)
{
  const char *const themes[] = { theme, NULL };
  g_autoptr(GArray) taggings = g_array_new (FALSE, TRUE, sizeof (TelaahTagging));
  g_autoptr(GPtrArray) ids = NULL;

  for (guint i = 0; i < quotes->len; i++)
    {
      const TelaahQuoteItem *quote = quotes->pdata[i];
      TelaahTagging tagging = { .source = quote->source, .span = quote->span, .themes = themes, .note = note };

      if (quote->checked)
        g_array_append_val (taggings, tagging);
    }

  *n = taggings->len;
  ids = telaah_session_tag_all (session, (const TelaahTagging *) taggings->data, taggings->len, error);

  return ids != NULL;
}
