/* Where one is in the Read view: which sources are open, side by side or not, and how far each is read.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-reader-private.h"

/* Which pane is read; and of each pane, which tab is on show, and the tabs: source, offset at the top, selected
 * passage or "". */
#define PLACE "(ua(ua(sus)))"

static void
add_pane (GVariantBuilder  *panes,
          TelaahReaderPane *pane)
{
  GVariantBuilder tabs;
  guint shown = 0, n = 0;

  g_variant_builder_init (&tabs, G_VARIANT_TYPE ("a(sus)"));
  for (guint i = 0; i < telaah_reader_pane_get_n_pages (pane); i++)
    {
      TelaahSourcePage *page = telaah_reader_pane_get_nth_page (pane, i);
      const char *source = telaah_source_page_get_source (page);
      const char *passage = telaah_source_page_get_passage (page);

      if (source == NULL)
        continue;

      if (page == telaah_reader_pane_get_page (pane))
        shown = n;
      g_variant_builder_add (&tabs, "(sus)", source, telaah_source_page_get_top (page), passage != NULL ? passage : "");
      n++;
    }

  if (n > 0)
    g_variant_builder_add (panes, "(ua(sus))", shown, &tabs);
  else
    g_variant_builder_clear (&tabs);
}

/* Floating; for telaah_reader_set_place(). */
GVariant *
telaah_reader_get_place (TelaahReader *self)
{
  GVariantBuilder panes;

  g_variant_builder_init (&panes, G_VARIANT_TYPE ("a(ua(sus))"));
  add_pane (&panes, self->start);
  if (self->split)
    add_pane (&panes, self->end);

  return g_variant_new (PLACE, self->active == self->end ? 1 : 0, &panes);
}

/* Those sources that are still there. */
static void
restore_pane (TelaahReader     *self,
              TelaahReaderPane *pane,
              guint             shown,
              GVariantIter     *tabs)
{
  TelaahSourcePage *on_show = NULL;
  const char *source, *passage;
  guint top;

  for (guint i = 0; g_variant_iter_next (tabs, "(&su&s)", &source, &top, &passage); i++)
    {
      TelaahSourcePage *page;

      if (telaah_session_find_source (self->session, source) == NULL ||
          telaah_reader_pane_find_source (pane, source) != NULL)
        continue;

      page = telaah_reader_make_page (self);
      telaah_source_page_open_source (page, source);
      telaah_source_page_set_top (page, top);
      telaah_source_page_select (page, passage, FALSE);
      telaah_reader_pane_append_page (pane, page);
      if (i == shown)
        on_show = page;
    }

  if (on_show != NULL)
    telaah_reader_pane_set_page (pane, on_show);
}

/**
 * telaah_reader_set_place:
 * @place: from telaah_reader_get_place(), maybe of another version
 *
 * What is of no use in it is passed over.
 */
void
telaah_reader_set_place (TelaahReader *self,
                         GVariant     *place)
{
  TelaahReaderPane *panes[] = { self->start, self->end };
  g_autoptr(GVariantIter) all = NULL;
  GVariantIter *tabs;
  guint active, shown;

  g_return_if_fail (TELAAH_IS_READER (self) && place != NULL);

  if (self->session == NULL || !g_variant_is_of_type (place, G_VARIANT_TYPE (PLACE)))
    return;

  telaah_reader_close_all (self);
  g_variant_get (place, PLACE, &active, &all);
  for (guint i = 0; i < G_N_ELEMENTS (panes) && g_variant_iter_next (all, "(ua(sus))", &shown, &tabs); i++)
    {
      restore_pane (self, panes[i], shown, tabs);
      g_variant_iter_free (tabs);
    }

  telaah_reader_settle (self, active == 1 ? self->end : self->start);
}
