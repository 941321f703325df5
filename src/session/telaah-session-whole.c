/* The outline at hand as one value, with where its passages stand.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/telaah-session-private.h"

static void
copy_items (TelaahList *list,
            GPtrArray  *items)
{
  for (guint i = 0; i < telaah_list_get_length (list); i++)
    g_ptr_array_add (items, g_object_ref (telaah_list_peek (list, i)));
}

static GPtrArray *
dup_all_links (TelaahSession *self,
               const char    *point)
{
  GPtrArray *of_point = g_hash_table_lookup (self->links, point);

  return of_point != NULL ? g_ptr_array_copy (of_point, (GCopyFunc) g_object_ref, NULL)
                          : g_ptr_array_new_with_free_func (g_object_unref);
}

static TelaahOutlinePoint *
make_point (TelaahSession *self,
            TelaahPoint   *point)
{
  TelaahOutlinePoint *made = telaah_outline_point_new (point);

  for (guint i = 0; i < telaah_list_get_length (self->sources); i++)
    {
      TelaahSource *source = telaah_list_peek (self->sources, i);

      g_ptr_array_add (made->cells, telaah_session_dup_cell (self, telaah_point_fields (point)->id,
                                                             telaah_source_fields (source)->id));
    }

  g_ptr_array_extend_and_steal (made->links, dup_all_links (self, telaah_point_fields (point)->id));

  return made;
}

static void
copy_attributes (TelaahSession *self,
                 TelaahOutline *outline)
{
  for (guint i = 0; i < outline->sources->len; i++)
    {
      const char *source = telaah_source_fields (outline->sources->pdata[i])->id;
      g_autoptr(GPtrArray) pairs = telaah_session_dup_attributes (self, source);

      if (pairs == NULL || pairs->len == 0)
        continue;
      g_ptr_array_add (pairs, NULL);
      telaah_outline_add_attributes (outline, source, (const char *const *) pairs->pdata);
    }
}

/**
 * telaah_session_dup_outline:
 *
 * Returns: (transfer full): the comparative outline at hand as it is now
 */
TelaahOutline *
telaah_session_dup_outline (TelaahSession *self)
{
  TelaahOutline *outline = telaah_outline_new ();
  g_autoptr(GPtrArray) open = g_ptr_array_new ();   /* the branch down to the last point */

  g_autoptr(TelaahOutlineEntry) entry = telaah_session_dup_entry (self, self->outline);

  outline->id = g_strdup (self->outline);
  outline->name = entry != NULL ? g_strdup (telaah_outline_entry_fields (entry)->title) : NULL;
  outline->second_language = g_strdup (telaah_session_get_second_language (self));
  outline->title = g_strdup (telaah_session_get_title (self));
  outline->question = g_strdup (telaah_session_get_question (self));
  outline->language = g_strdup (telaah_session_get_language (self));
  outline->created = g_strdup (g_hash_table_lookup (self->project, "created"));
  outline->modified = telaah_journal_dup_time (self->store);
  if (outline->modified == NULL)
    outline->modified = g_strdup (outline->created);

  copy_items (self->sources, outline->sources);
  copy_items (self->themes, outline->themes);
  copy_attributes (self, outline);

  for (guint i = 0; i < telaah_list_get_length (self->points); i++)
    {
      TelaahPoint *point = telaah_list_peek (self->points, i);
      TelaahOutlinePoint *made = make_point (self, point);
      guint depth = MIN (telaah_point_fields (point)->depth, open->len);

      g_ptr_array_set_size (open, depth);
      g_ptr_array_add (depth > 0 ? ((TelaahOutlinePoint *) open->pdata[depth - 1])->points : outline->points, made);
      g_ptr_array_add (open, made);
    }

  return outline;
}

/* ---- Contexts ---- */

/* How much of a paragraph is told on either side of a passage, in code points. */
#define MOST_CONTEXT 600

/* What stands before a passage in its paragraph; where it is cut, from a blank on. */
static char *
dup_before (TelaahText *text,
            guint       start)
{
  guint from = start - MIN (start, MOST_CONTEXT);
  g_autofree char *words = telaah_text_dup_slice (text, (TelaahSpan) { from, start });
  const char *line = strrchr (words, '\n');
  const char *blank = strchr (words, ' ');

  if (line != NULL)
    return g_strdup (line + 1);

  return from > 0 && blank != NULL ? g_strconcat ("… ", blank + 1, NULL) : g_strdup (words);
}

static char *
dup_after (TelaahText *text,
           guint       end)
{
  guint to = MIN (end + MOST_CONTEXT, telaah_text_get_characters (text));
  g_autofree char *words = telaah_text_dup_slice (text, (TelaahSpan) { end, to });
  gsize line = strcspn (words, "\n");
  char *blank;

  if (words[line] != '\0' || to == telaah_text_get_characters (text))
    return g_strndup (words, line);

  blank = strrchr (words, ' ');
  return blank != NULL ? g_strdup_printf ("%.*s …", (int) (blank - words), words) : g_strdup (words);
}

static void
add_context (TelaahSession *self,
             TelaahOutline *outline,
             TelaahPassage *passage,
             TelaahText    *text)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autofree char *before = dup_before (text, f->span.start);
  g_autofree char *after = dup_after (text, f->span.end);

  telaah_outline_add_context (outline, f->id, telaah_session_get_section (self, f->source, f->span.start), before,
                              after);
}

static gboolean
add_contexts_of_source (TelaahSession  *self,
                        TelaahOutline  *outline,
                        GHashTable     *passages,
                        const char     *source,
                        GError        **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (self, source, error);
  GHashTableIter iter;
  gpointer passage;

  if (text == NULL)
    return FALSE;

  g_hash_table_iter_init (&iter, passages);
  while (g_hash_table_iter_next (&iter, &passage, NULL))
    add_context (self, outline, passage, text);

  return TRUE;
}

static void
gather (GPtrArray  *points,
        GHashTable *of_source)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *point = points->pdata[i];

      for (guint k = 0; k < point->cells->len; k++)
        {
          const char *source = telaah_cell_fields (point->cells->pdata[k])->source;
          GPtrArray *evidence = telaah_cell_get_evidence (point->cells->pdata[k]);
          GHashTable *passages = g_hash_table_lookup (of_source, source);

          if (passages == NULL)
            {
              passages = g_hash_table_new (NULL, NULL);
              g_hash_table_insert (of_source, g_strdup (source), passages);
            }
          for (guint e = 0; e < evidence->len; e++)
            g_hash_table_add (passages, evidence->pdata[e]);
        }

      gather (point->points, of_source);
    }
}

/**
 * telaah_session_add_contexts:
 *
 * Tells of each passage of the outline under which heading of its source it stands and what its paragraph says around
 * it. Reads the texts, one after the other.
 */
gboolean
telaah_session_add_contexts (TelaahSession  *self,
                             TelaahOutline  *outline,
                             GError        **error)
{
  g_autoptr(GHashTable) of_source =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_hash_table_unref);
  GHashTableIter iter;
  gpointer source, passages;

  gather (outline->points, of_source);
  g_hash_table_iter_init (&iter, of_source);
  while (g_hash_table_iter_next (&iter, &source, &passages))
    if (g_hash_table_size (passages) > 0 && !add_contexts_of_source (self, outline, passages, source, error))
      return FALSE;

  return TRUE;
}
