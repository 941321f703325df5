/* What a search has found, in the texts that are open; and going to one of it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-page-texts.h"
#include "app/reader/telaah-reader-private.h"

/* ---- On the pages ---- */

/* To be called for a page that is for another source now. */
void
telaah_reader_show_hits_on (TelaahReader     *self,
                            TelaahSourcePage *page)
{
  const char *source = telaah_source_page_get_source (page);
  gboolean is_current = source != NULL && g_strcmp0 (source, self->hit_source) == 0;

  telaah_source_page_set_hits (page, source != NULL && self->hits != NULL ? g_hash_table_lookup (self->hits, source)
                                                                         : NULL,
                               is_current ? self->hit : NULL);
}

static void
show_hits (TelaahReader *self)
{
  TelaahReaderPane *panes[] = { self->start, self->end };

  for (guint i = 0; i < G_N_ELEMENTS (panes); i++)
    for (guint k = 0; k < telaah_reader_pane_get_n_pages (panes[i]); k++)
      telaah_reader_show_hits_on (self, telaah_reader_pane_get_nth_page (panes[i], k));
}

static void
set_hit (TelaahReader *self,
         const char   *source,
         GArray       *words)
{
  GArray *before = self->hit;

  g_free (self->hit_source);
  self->hit_source = g_strdup (source);
  self->hit = words != NULL ? g_array_ref (words) : NULL;
  g_clear_pointer (&before, g_array_unref);
}

/* Whether the words of the one that is looked at are found still. */
static gboolean
is_found (TelaahReader *self)
{
  const GArray *hits = self->hits != NULL && self->hit_source != NULL
                         ? g_hash_table_lookup (self->hits, self->hit_source) : NULL;
  TelaahSpan first;

  if (hits == NULL || self->hit == NULL || self->hit->len == 0)
    return FALSE;

  first = g_array_index (self->hit, TelaahSpan, 0);
  for (guint i = 0; i < hits->len; i++)
    {
      TelaahSpan span = g_array_index (hits, TelaahSpan, i);

      if (span.start <= first.start && first.end <= span.end)
        return TRUE;
    }

  return FALSE;
}

/**
 * telaah_reader_set_hits:
 * @hits: (nullable): id of a source -> GArray of TelaahSpan, in text order, none of which overlap; kept, and not to be
 *   changed after
 *
 * Marks them in the texts. The one that is looked at stays so if its words are still among them.
 */
void
telaah_reader_set_hits (TelaahReader *self,
                        GHashTable   *hits)
{
  g_return_if_fail (TELAAH_IS_READER (self));

  g_clear_pointer (&self->hits, g_hash_table_unref);
  self->hits = hits != NULL ? g_hash_table_ref (hits) : NULL;
  if (!is_found (self))
    set_hit (self, NULL, NULL);
  show_hits (self);
}

/* None is looked at. */
void
telaah_reader_leave_hit (TelaahReader *self)
{
  g_return_if_fail (TELAAH_IS_READER (self));

  set_hit (self, NULL, NULL);
  show_hits (self);
}

/* ---- Going there ---- */

/**
 * telaah_reader_open_hit:
 * @span: of all of it
 * @words: (element-type TelaahSpan): those that were found, in text order; kept
 *
 * Shows it; the focus stays where it is.
 */
void
telaah_reader_open_hit (TelaahReader *self,
                        const char   *source,
                        TelaahSpan    span,
                        GArray       *words)
{
  TelaahSourcePage *page;

  g_return_if_fail (TELAAH_IS_READER (self));

  telaah_reader_activate_source (self, source);
  telaah_reader_open_source (self, source);
  set_hit (self, source, words);
  show_hits (self);

  page = telaah_reader_get_page (self);
  if (page != NULL && g_strcmp0 (telaah_source_page_get_source (page), source) == 0 &&
      !telaah_source_page_is_editing (page))
    telaah_source_page_go_to_hit (page, span);
}
