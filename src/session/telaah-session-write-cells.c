/* Verbs on cells: status, summary, translation.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "session/telaah-session-private.h"

static gboolean
need_cell (TelaahSession  *self,
           const char     *point,
           const char     *source,
           GError        **error)
{
  return telaah_session_need (telaah_session_find_point (self, point), N_("point"), error) &&
         telaah_session_need (telaah_session_find_source (self, source), N_("source"), error);
}

/* Inside a verb. @seen: the evidence that the summary rests on, see telaah_evidence_fingerprint(). */
gboolean
telaah_session_write_cell (TelaahSession  *self,
                           const char     *point,
                           const char     *source,
                           TelaahStatus    status,
                           const char     *summary,
                           const char     *seen,
                           GError        **error)
{
  return telaah_store_run (self->store, error,
                           "INSERT INTO cell (point, source, status, summary, seen)"
                           " VALUES (?1, ?2, ?3, nullif (?4, ''), ?5) ON CONFLICT (point, source) DO UPDATE"
                           " SET status = excluded.status, summary = excluded.summary, seen = excluded.seen",
                           "sssss", point, source, telaah_status_to_string (status), summary, seen);
}

/* Inside a verb: the status was set, or left as it is, in sight of this evidence. */
static gboolean
write_judged (TelaahSession  *self,
              const char     *point,
              const char     *source,
              const char     *judged,
              GError        **error)
{
  return telaah_store_run (self->store, error,
                           "INSERT INTO cell (point, source, status, judged) VALUES (?1, ?2, 'unread', ?3)"
                           " ON CONFLICT (point, source) DO UPDATE SET judged = excluded.judged", "sss", point, source,
                           judged);
}

static gboolean
write_said (TelaahSession       *self,
            const char          *point,
            const char          *source,
            const TelaahStatus  *status,
            const char          *summary,
            GError             **error)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);
  const TelaahCellFields *f = telaah_cell_fields (cell);
  g_autofree char *now = telaah_evidence_fingerprint (telaah_cell_get_evidence (cell));

  return (summary == NULL || telaah_session_move_links (self, point, source, TELAAH_LINK_SUMMARY, f->summary, summary,
                                                        error)) &&
         telaah_session_write_cell (self, point, source, status != NULL ? *status : f->status,
                                    summary != NULL ? summary : f->summary,
                                    summary == NULL ? f->seen : *summary != '\0' ? now : NULL, error) &&
         (status == NULL || write_judged (self, point, source, now, error));
}

/* The same of every cell of a block, as one verb. */
gboolean
telaah_session_set_cells (TelaahSession       *self,
                          const char *const   *points,
                          const char *const   *sources,
                          const TelaahStatus  *status,
                          const char          *summary,
                          GError             **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_keep_points (self, error);
  for (guint i = 0; done && points[i] != NULL; i++)
    for (guint k = 0; done && sources[k] != NULL; k++)
      done = need_cell (self, points[i], sources[k], error) &&
             write_said (self, points[i], sources[k], status, summary, error);

  return telaah_session_end (self, done, summary != NULL ? "set-summary" : "set-status", NULL, error);
}

gboolean
telaah_session_set_cell (TelaahSession       *self,
                         const char          *point,
                         const char          *source,
                         const TelaahStatus  *status,
                         const char          *summary,
                         GError             **error)
{
  const char *const points[] = { point, NULL };
  const char *const sources[] = { source, NULL };

  return telaah_session_set_cells (self, points, sources, status, summary, error);
}

gboolean
telaah_session_confirm_cell (TelaahSession  *self,
                             const char     *point,
                             const char     *source,
                             GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_cell (self, point, source, error);
  if (done)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);
      const TelaahCellFields *f = telaah_cell_fields (cell);
      g_autofree char *now = telaah_evidence_fingerprint (telaah_cell_get_evidence (cell));

      if (f->summary != NULL)
        done = telaah_session_write_cell (self, point, source, f->status, f->summary, now, error);
    }

  return telaah_session_end (self, done, "confirm-cell", NULL, error);
}

gboolean
telaah_session_set_translation (TelaahSession  *self,
                                const char     *point,
                                const char     *source,
                                const char     *text,
                                GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_cell (self, point, source, error) && telaah_session_keep_points (self, error);
  if (done)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);

      done = telaah_session_move_links (self, point, source, TELAAH_LINK_TRANSLATION,
                                        telaah_cell_fields (cell)->translation, text, error) &&
             telaah_store_run (self->store, error,
                               "INSERT INTO cell (point, source, status, translation) VALUES (?1, ?2, 'unread',"
                               " nullif (?3, '')) ON CONFLICT (point, source) DO UPDATE"
                               " SET translation = excluded.translation", "sss", point, source, text);
    }

  return telaah_session_end (self, done, "set-translation", NULL, error);
}

/* A status that the evidence suggests is taken over, or declined: then it is not suggested again for this evidence. */
gboolean
telaah_session_judge_proposal (TelaahSession  *self,
                               const char     *point,
                               const char     *source,
                               gboolean        accept,
                               GError        **error)
{
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = need_cell (self, point, source, error) && telaah_session_keep_points (self, error);
  if (done)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self, point, source);
      const TelaahCellFields *f = telaah_cell_fields (cell);
      g_autofree char *now = telaah_evidence_fingerprint (telaah_cell_get_evidence (cell));

      done = telaah_session_write_cell (self, point, source, accept && f->proposes ? f->proposal : f->status, f->summary,
                                        f->seen, error) &&
             write_judged (self, point, source, now, error);
    }

  return telaah_session_end (self, done, accept ? "set-status" : "judge-proposal", NULL, error);
}
