/* Numbers the points and passages of an outline for its page in HTML.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-html-private.h"

static void
quote_free (gpointer data)
{
  TelaahHtmlQuote *quote = data;

  g_ptr_array_unref (quote->uses);
  g_free (quote);
}

static void
add_use (TelaahHtml         *self,
         TelaahOutlinePoint *node,
         TelaahPassage      *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahHtmlQuote *quote = g_hash_table_lookup (self->quotes, f->id);
  TelaahHtmlUse *use = g_new0 (TelaahHtmlUse, 1);
  GPtrArray *of_source;

  if (quote == NULL)
    {
      quote = g_new0 (TelaahHtmlQuote, 1);
      quote->number = g_hash_table_size (self->quotes) + 1;
      quote->passage = passage;
      quote->uses = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (self->quotes, (char *) f->id, quote);

      of_source = g_hash_table_lookup (self->sources, f->source);
      if (of_source != NULL)
        g_ptr_array_add (of_source, quote);
    }

  use->node = node;
  use->source = f->source;
  use->nth = quote->uses->len + 1;
  g_ptr_array_add (quote->uses, use);
}

static void
number_points (TelaahHtml *self,
               GPtrArray  *points,
               const char *above)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      char *number = above != NULL ? g_strdup_printf ("%s.%u", above, i + 1) : g_strdup_printf ("%u", i + 1);

      g_hash_table_insert (self->numbers, node, number);
      for (guint j = 0; j < node->cells->len; j++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (node->cells->pdata[j]);

          for (guint k = 0; k < evidence->len; k++)
            add_use (self, node, evidence->pdata[k]);
        }
      number_points (self, node->points, number);
    }
}

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const TelaahHtmlQuote *one = *(TelaahHtmlQuote **) a, *other = *(TelaahHtmlQuote **) b;

  return telaah_span_compare (telaah_passage_fields (one->passage)->span,
                              telaah_passage_fields (other->passage)->span);
}

/* Borrows @outline; telaah_html_free() gives what was written meanwhile. */
TelaahHtml *
telaah_html_new (TelaahOutline *outline)
{
  TelaahHtml *self = g_new0 (TelaahHtml, 1);

  self->outline = outline;
  self->out = g_string_new (NULL);
  self->numbers = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  self->quotes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, quote_free);
  self->sources = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);

  for (guint i = 0; i < outline->sources->len; i++)
    g_hash_table_insert (self->sources, (char *) telaah_source_fields (outline->sources->pdata[i])->id,
                         g_ptr_array_new ());
  number_points (self, outline->points, NULL);
  for (guint i = 0; i < outline->sources->len; i++)
    g_ptr_array_sort (telaah_html_get_quotes (self, telaah_source_fields (outline->sources->pdata[i])->id),
                      compare_places);

  return self;
}

/* Returns: (transfer full): the page */
char *
telaah_html_free (TelaahHtml *self)
{
  char *html = g_string_free (self->out, FALSE);

  g_hash_table_unref (self->numbers);
  g_hash_table_unref (self->quotes);
  g_hash_table_unref (self->sources);
  g_free (self);

  return html;
}

/* "1.2" for the second point below the first. */
const char *
telaah_html_get_number (TelaahHtml         *self,
                        TelaahOutlinePoint *node)
{
  return g_hash_table_lookup (self->numbers, node);
}

/* NULL where no cell has it as evidence. */
TelaahHtmlQuote *
telaah_html_get_quote (TelaahHtml *self,
                       const char *passage)
{
  return g_hash_table_lookup (self->quotes, passage);
}

/* Those of one source, in text order. */
GPtrArray *
telaah_html_get_quotes (TelaahHtml *self,
                        const char *source)
{
  return g_hash_table_lookup (self->sources, source);
}

/* The nearest place where it is quoted: in that cell, else on that point, else the first. */
const TelaahHtmlUse *
telaah_html_find_use (TelaahHtmlQuote    *quote,
                      TelaahOutlinePoint *node,
                      const char         *source)
{
  const TelaahHtmlUse *near = NULL;

  for (guint i = 0; i < quote->uses->len; i++)
    {
      const TelaahHtmlUse *use = quote->uses->pdata[i];

      if (use->node != node)
        continue;
      if (g_strcmp0 (use->source, source) == 0)
        return use;
      if (near == NULL)
        near = use;
    }

  return near != NULL ? near : quote->uses->pdata[0];
}
