/* Links from words of summaries, similarities and differences to what they rest on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

gboolean
telaah_session_load_links (TelaahSession  *self,
                           GError        **error)
{
  g_autoptr(GPtrArray) links = telaah_store_dup_links (self->store, error);

  if (links == NULL)
    return FALSE;

  g_hash_table_remove_all (self->links);
  for (guint i = 0; i < links->len; i++)
    {
      const char *point = telaah_link_fields (links->pdata[i])->point;
      GPtrArray *of_point = g_hash_table_lookup (self->links, point);

      if (of_point == NULL)
        {
          of_point = g_ptr_array_new_with_free_func (g_object_unref);
          g_hash_table_insert (self->links, g_strdup (point), of_point);
        }
      g_ptr_array_add (of_point, g_object_ref (links->pdata[i]));
    }
  self->all_touched = TRUE;

  return TRUE;
}

GPtrArray *
telaah_session_dup_links (TelaahSession *self,
                          const char    *point,
                          const char    *source)
{
  GPtrArray *of_point = g_hash_table_lookup (self->links, point);
  GPtrArray *links = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; of_point != NULL && i < of_point->len; i++)
    if (g_strcmp0 (telaah_link_fields (of_point->pdata[i])->source, source) == 0)
      g_ptr_array_add (links, g_object_ref (of_point->pdata[i]));

  return links;
}

/* What is written there now, or NULL; borrowed from @cell, or from the point. */
static const char *
get_words (TelaahSession  *self,
           const char     *point,
           TelaahLinkKind  kind,
           TelaahCell     *cell)
{
  TelaahPoint *item = telaah_session_find_point (self, point);

  switch (kind)
    {
    case TELAAH_LINK_SUMMARY:
      return cell != NULL ? telaah_cell_fields (cell)->summary : NULL;
    case TELAAH_LINK_TRANSLATION:
      return cell != NULL ? telaah_cell_fields (cell)->translation : NULL;
    case TELAAH_LINK_SIMILARITIES:
      return item != NULL ? telaah_point_fields (item)->similarities : NULL;
    case TELAAH_LINK_DIFFERENCES:
    default:
      return item != NULL ? telaah_point_fields (item)->differences : NULL;
    }
}

static gboolean
write_span (TelaahSession     *self,
            TelaahLink        *link,
            const TelaahEdits *edits,
            GError           **error)
{
  const TelaahLinkFields *f = telaah_link_fields (link);
  TelaahSpan after;
  guint kept = 0;

  if (f->span.start == f->span.end)
    return TRUE;

  if (!telaah_edits_map_span (edits, f->span, &after, &kept) || kept == 0)
    return telaah_store_run (self->store, error, "DELETE FROM link WHERE id = ?1", "s", f->id);

  if (after.start == f->span.start && after.end == f->span.end)
    return TRUE;

  return telaah_store_run (self->store, error, "UPDATE link SET start = ?1, end = ?2 WHERE id = ?3", "iis",
                           (gint64) after.start, (gint64) after.end, f->id);
}

/**
 * telaah_session_move_links:
 * @before: (nullable): what was written
 * @after: (nullable): what is written now
 *
 * Inside a verb: links stay on their words; one whose words have gone goes with them.
 */
gboolean
telaah_session_move_links (TelaahSession   *self,
                           const char      *point,
                           const char      *source,
                           TelaahLinkKind   kind,
                           const char      *before,
                           const char      *after,
                           GError         **error)
{
  g_autoptr(GPtrArray) links = telaah_session_dup_links (self, point, source);
  g_autoptr(TelaahText) from = NULL, to = NULL;
  g_autoptr(TelaahEdits) edits = NULL;

  for (guint i = 0; i < links->len; i++)
    {
      if (telaah_link_fields (links->pdata[i])->kind != kind)
        continue;

      if (edits == NULL)
        {
          from = telaah_text_new (g_strdup (before != NULL ? before : ""));
          to = telaah_text_new (g_strdup (after != NULL ? after : ""));
          edits = telaah_edits_compare (from, to);
        }
      if (!write_span (self, links->pdata[i], edits, error))
        return FALSE;
    }

  return TRUE;
}

/* Inside a verb. Returns: (transfer full): the id */
static char *
write_link (TelaahSession           *self,
            const TelaahLinkFields  *f,
            GError                 **error)
{
  g_autofree char *id = telaah_id_new ();

  return telaah_store_run (self->store, error, "INSERT INTO link (id, point, source, kind, start, end, passage, cited)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", "ssssiiss", id, f->point, f->source,
                           telaah_link_kind_to_string (f->kind), (gint64) f->span.start, (gint64) f->span.end,
                           f->passage, f->cited) ? g_steal_pointer (&id) : NULL;
}

static gboolean
check_target (TelaahSession           *self,
              const TelaahLinkFields  *f,
              GError                 **error)
{
  gboolean of_cell = f->kind == TELAAH_LINK_SUMMARY || f->kind == TELAAH_LINK_TRANSLATION;

  if (!telaah_session_need (telaah_session_find_point (self, f->point), N_("point"), error) ||
      (of_cell && !telaah_session_need (telaah_session_find_source (self, f->source), N_("source"), error)) ||
      (f->passage != NULL && !telaah_session_need (telaah_session_find_passage (self, f->passage), N_("passage"), error)) ||
      (f->cited != NULL && !telaah_session_need (telaah_session_find_source (self, f->cited), N_("source"), error)))
    return FALSE;

  if (of_cell == (f->source != NULL) && (f->passage != NULL) != (f->cited != NULL))
    return TRUE;

  g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("A link leads to one passage or to one source. Choose one."));
  return FALSE;
}

static gboolean
check_words (TelaahSession           *self,
             const TelaahLinkFields  *f,
             GError                 **error)
{
  g_autoptr(TelaahCell) cell = f->source != NULL ? telaah_session_dup_cell (self, f->point, f->source) : NULL;
  const char *words = get_words (self, f->point, f->kind, cell);
  glong n = words != NULL ? g_utf8_strlen (words, -1) : 0;

  if (f->span.start <= f->span.end && (glong) f->span.end <= n)
    return TRUE;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("There are no words from %u to %u: what is written has %ld characters."), f->span.start, f->span.end, n);
  return FALSE;
}

char *
telaah_session_add_link (TelaahSession           *self,
                         const TelaahLinkFields  *link,
                         GError                 **error)
{
  g_autofree char *id = NULL;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return NULL;

  done = check_target (self, link, error) && check_words (self, link, error) &&
         telaah_session_keep_points (self, error) && (id = write_link (self, link, error)) != NULL;

  return telaah_session_end (self, done, "add-link", NULL, error) ? g_steal_pointer (&id) : NULL;
}

gboolean
telaah_session_remove_link (TelaahSession  *self,
                            const char     *link,
                            GError        **error)
{
  g_autofree char *there = NULL;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  there = telaah_store_dup_value (self->store, "SELECT id FROM link WHERE id = ?1", "s", link);
  done = telaah_session_need (there, N_("link"), error) &&
         telaah_store_run (self->store, error, "DELETE FROM link WHERE id = ?1", "s", link);

  return telaah_session_end (self, done, "remove-link", NULL, error);
}

/* ---- Quotations ---- */

static gboolean
write_words (TelaahSession  *self,
             const char     *point,
             const char     *source,
             TelaahLinkKind  kind,
             const char     *words,
             GError        **error)
{
  static const char *const columns[TELAAH_N_LINK_KINDS] = {
    [TELAAH_LINK_SUMMARY] = "INSERT INTO cell (point, source, status, summary) VALUES (?2, ?3, 'unread', ?1)"
                            " ON CONFLICT (point, source) DO UPDATE SET summary = excluded.summary",
    [TELAAH_LINK_TRANSLATION] = "INSERT INTO cell (point, source, status, translation) VALUES (?2, ?3, 'unread', ?1)"
                                " ON CONFLICT (point, source) DO UPDATE SET translation = excluded.translation",
    [TELAAH_LINK_SIMILARITIES] = "UPDATE point SET similarities = ?1 WHERE id = ?2",
    [TELAAH_LINK_DIFFERENCES] = "UPDATE point SET differences = ?1 WHERE id = ?2",
  };

  return source != NULL ? telaah_store_run (self->store, error, columns[kind], "sss", words, point, source)
                        : telaah_store_run (self->store, error, columns[kind], "ss", words, point);
}

/* A summary that was fresh, or was none, rests on the evidence as it is now. */
static gboolean
write_seen (TelaahSession  *self,
            const char     *point,
            const char     *source,
            TelaahCell     *cell,
            GError        **error)
{
  g_autofree char *now = telaah_evidence_fingerprint (telaah_cell_get_evidence (cell));

  return telaah_cell_is_stale (cell) ||
         telaah_store_run (self->store, error, "UPDATE cell SET seen = ?1 WHERE point = ?2 AND source = ?3", "sss", now,
                           point, source);
}

gboolean
telaah_session_insert_quote (TelaahSession   *self,
                             const char      *point,
                             const char      *source,
                             TelaahLinkKind   kind,
                             guint            at,
                             const char      *quote,
                             const char      *passage,
                             GError         **error)
{
  TelaahLinkFields link = { .point = point, .source = source, .passage = passage, .kind = kind };
  g_autoptr(TelaahCell) cell = NULL;
  const char *words;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = check_target (self, &link, error) && telaah_session_keep_points (self, error);
  if (done)
    {
      g_autoptr(GString) written = NULL;
      g_autofree char *id = NULL;

      cell = source != NULL ? telaah_session_dup_cell (self, point, source) : NULL;
      words = get_words (self, point, kind, cell);
      written = g_string_new (words);
      at = MIN (at, (guint) g_utf8_strlen (written->str, -1));
      g_string_insert (written, g_utf8_offset_to_pointer (written->str, at) - written->str, quote);
      link.span = (TelaahSpan) { at + strspn (quote, " "), at + g_utf8_strlen (quote, -1) };

      done = telaah_session_move_links (self, point, source, kind, words, written->str, error) &&
             write_words (self, point, source, kind, written->str, error) &&
             (kind != TELAAH_LINK_SUMMARY || write_seen (self, point, source, cell, error)) &&
             (id = write_link (self, &link, error)) != NULL;
    }

  return telaah_session_end (self, done, "insert-quote", NULL, error);
}
