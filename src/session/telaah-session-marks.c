/* Headings and clutter: which stretches of a source are not its body, and the sentences that are.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"
#include "text/telaah-body.h"
#include "text/telaah-sentences.h"
#include "text/telaah-structure.h"

#define MAX_LEVEL 6

/* ---- The live lists ---- */

/**
 * telaah_session_load_marks:
 *
 * Reads the marks of a source, unless they are read already. telaah_session_get_marks() does so too, and has an empty
 * list where it fails.
 */
gboolean
telaah_session_load_marks (TelaahSession  *self,
                           const char     *source,
                           GError        **error)
{
  if (g_hash_table_contains (self->marks, source))
    return TRUE;

  g_hash_table_insert (self->marks, g_strdup (source), telaah_list_new (TELAAH_TYPE_MARK));

  return telaah_session_refresh_marks (self, source, error);
}

GListModel *
telaah_session_get_marks (TelaahSession *self,
                          const char    *source)
{
  g_autoptr(GError) error = NULL;

  if (!telaah_session_load_marks (self, source, &error))
    g_debug ("marks of %s: %s", source, error->message);

  return G_LIST_MODEL (g_hash_table_lookup (self->marks, source));
}

gboolean
telaah_session_refresh_marks (TelaahSession  *self,
                              const char     *source,
                              GError        **error)
{
  TelaahList *list = g_hash_table_lookup (self->marks, source);
  g_autoptr(GPtrArray) marks = NULL;

  g_hash_table_remove (self->sections, source);
  if (list == NULL)
    return TRUE;
  if ((marks = telaah_store_dup_marks (self->store, source, error)) == NULL)
    return FALSE;

  telaah_list_update (list, marks, telaah_mark_equal);
  telaah_list_flush (list);
  return TRUE;
}

/* For a thread: as they are now, in text order, the refused too. */
GPtrArray *
telaah_session_dup_marks (TelaahSession *self,
                          const char    *source)
{
  GListModel *list = telaah_session_get_marks (self, source);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    g_ptr_array_add (marks, g_list_model_get_item (list, i));

  return marks;
}

GArray *
telaah_session_dup_sentences (TelaahSession  *self,
                              const char     *source,
                              GError        **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (self, source, error);
  g_autoptr(GPtrArray) marks = NULL;
  g_autoptr(GArray) apart = NULL;

  if (text == NULL || !telaah_session_load_marks (self, source, error))
    return NULL;

  marks = telaah_session_dup_marks (self, source);
  apart = telaah_body_dup_apart (marks, text);
  return telaah_text_find_sentences (text, telaah_session_get_reading_language (self, source), apart);
}

GArray *
telaah_session_dup_paragraphs (TelaahSession  *self,
                               const char     *source,
                               GError        **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (self, source, error);
  g_autoptr(GPtrArray) marks = NULL;
  g_autoptr(GArray) apart = NULL;

  if (text == NULL || !telaah_session_load_marks (self, source, error))
    return NULL;

  marks = telaah_session_dup_marks (self, source);
  apart = telaah_body_dup_apart (marks, text);

  return telaah_text_find_paragraphs (text, apart);
}

/* ---- Writing, inside a verb ---- */

static char *
insert_mark (TelaahSession           *self,
             const TelaahMarkFields  *mark,
             GError                 **error)
{
  g_autofree char *id = telaah_id_new ();

  if (!telaah_store_run (self->store, error, "INSERT INTO mark (id, source, start, end, kind, level, reason, state)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)", "ssiisiss", id, mark->source,
                         (gint64) mark->span.start, (gint64) mark->span.end, telaah_mark_kind_to_string (mark->kind),
                         (gint64) mark->level, mark->reason, telaah_mark_state_to_string (mark->state)))
    return NULL;

  return g_steal_pointer (&id);
}

static gboolean
delete_mark (TelaahSession  *self,
             const char     *id,
             GError        **error)
{
  return telaah_store_run (self->store, error, "DELETE FROM mark WHERE id = ?1", "s", id);
}

static gboolean
place_mark (TelaahSession  *self,
            const char     *id,
            TelaahSpan      span,
            GError        **error)
{
  return telaah_store_run (self->store, error, "UPDATE mark SET start = ?1, end = ?2 WHERE id = ?3", "iis",
                           (gint64) span.start, (gint64) span.end, id);
}

/* What is left of a stretch once the blanks at its ends are taken off; empty where nothing is. */
static TelaahSpan
strip (TelaahText *text,
       TelaahSpan  span)
{
  const char *body = telaah_text_get_body (text);
  const char *start = body + telaah_text_get_byte (text, span.start);
  const char *end = body + telaah_text_get_byte (text, span.end);

  for (; start < end && g_unichar_isspace (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    span.start++;
  for (; start < end && g_unichar_isspace (g_utf8_get_char (g_utf8_prev_char (end))); end = g_utf8_prev_char (end))
    span.end--;

  return span;
}

/**
 * telaah_session_write_proposals:
 * @proposals: (element-type TelaahProposal): sorted
 * @edits: (nullable): what became of the source's text; then only what is new in it is proposed
 *
 * Adds, inside a verb, those that no mark touches that is there already: who has refused one is not asked again.
 */
gboolean
telaah_session_write_proposals (TelaahSession      *self,
                                const char         *source,
                                const GArray       *proposals,
                                const TelaahEdits  *edits,
                                GError            **error)
{
  g_autoptr(GPtrArray) marks = telaah_store_dup_marks (self->store, source, error);
  guint next = 0, reach = 0;   /* the marks before @next begin before the proposal, and reach that far */

  if (marks == NULL)
    return FALSE;

  for (guint i = 0; i < proposals->len; i++)
    {
      const TelaahProposal *proposal = &g_array_index (proposals, TelaahProposal, i);
      TelaahMarkFields mark = {
        .source = source, .reason = proposal->reason, .span = proposal->span, .kind = proposal->kind,
        .state = TELAAH_MARK_PROPOSED, .level = proposal->level,
      };
      g_autofree char *id = NULL;

      for (; next < marks->len && telaah_mark_fields (marks->pdata[next])->span.start < mark.span.end; next++)
        reach = MAX (reach, telaah_mark_fields (marks->pdata[next])->span.end);

      if (reach > mark.span.start || (edits != NULL && !telaah_edits_is_new (edits, mark.span)))
        continue;
      if ((id = insert_mark (self, &mark, error)) == NULL)
        return FALSE;
    }

  return TRUE;
}

/* Inside a verb: the marks go with their words, and those whose words are gone go with them. */
gboolean
telaah_session_move_marks (TelaahSession      *self,
                           const char         *source,
                           const TelaahEdits  *edits,
                           GError            **error)
{
  g_autoptr(GPtrArray) marks = telaah_store_dup_marks (self->store, source, error);
  gboolean done = marks != NULL;

  for (guint i = 0; done && i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);
      TelaahSpan span;

      if (!telaah_edits_map_span (edits, f->span, &span, NULL))
        done = delete_mark (self, f->id, error);
      else if (span.start != f->span.start || span.end != f->span.end)
        done = place_mark (self, f->id, span, error);
    }

  return done;
}

/* Takes @span out of a mark: it may leave one part, or two, or nothing. */
static gboolean
cut_mark (TelaahSession           *self,
          TelaahText              *text,
          const TelaahMarkFields  *mark,
          TelaahSpan               span,
          GError                 **error)
{
  TelaahSpan before = { mark->span.start, MAX (mark->span.start, MIN (span.start, mark->span.end)) };
  TelaahSpan after = { MIN (mark->span.end, MAX (span.end, mark->span.start)), mark->span.end };
  TelaahMarkFields rest = *mark;

  before = strip (text, before);
  after = strip (text, after);
  if (before.start == before.end && after.start == after.end)
    return delete_mark (self, mark->id, error);

  if (before.start < before.end && after.start < after.end)
    {
      g_autofree char *id = NULL;

      rest.span = after;
      if ((id = insert_mark (self, &rest, error)) == NULL)
        return FALSE;
    }

  return place_mark (self, mark->id, before.start < before.end ? before : after, error);
}

/* Makes room for a mark: clutter is cut, a heading goes as a whole. */
static gboolean
clear_way (TelaahSession  *self,
           TelaahText     *text,
           const char     *source,
           TelaahSpan      span,
           GError        **error)
{
  g_autoptr(GPtrArray) marks = telaah_store_dup_marks (self->store, source, error);
  gboolean done = marks != NULL;

  for (guint i = 0; done && i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);

      if (!telaah_span_overlaps (f->span, span))
        continue;
      done = f->kind == TELAAH_MARK_HEADING || f->state == TELAAH_MARK_REFUSED
               ? delete_mark (self, f->id, error) : cut_mark (self, text, f, span, error);
    }

  return done;
}

/* ---- Verbs ---- */

/* The level of the heading before; the first one after the title stands below it. */
static guint
guess_level (TelaahSession *self,
             const char    *source,
             guint          offset)
{
  GListModel *marks = telaah_session_get_marks (self, source);
  guint level = 0;

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (telaah_list_peek (TELAAH_LIST (marks), i));

      if (f->span.start >= offset)
        break;
      if (f->kind == TELAAH_MARK_HEADING && f->state != TELAAH_MARK_REFUSED)
        level = level == 0 && f->level == 1 ? 2 : f->level;
    }

  return MAX (level, 1);
}

char *
telaah_session_add_mark (TelaahSession   *self,
                         const char      *source,
                         TelaahSpan       span,
                         TelaahMarkKind   kind,
                         guint            level,
                         GError         **error)
{
  TelaahMarkFields mark = { .source = source, .kind = kind, .state = TELAAH_MARK_ACCEPTED };
  g_autoptr(TelaahText) text = NULL;
  g_autofree char *id = NULL;

  if (!telaah_session_begin (self, error))
    return NULL;

  if (telaah_session_check_span (self, source, span, &text, error))
    {
      mark.span = strip (text, span);
      if (kind == TELAAH_MARK_HEADING)
        mark.level = MIN (level > 0 ? level : guess_level (self, source, span.start), MAX_LEVEL);

      if (mark.span.start == mark.span.end)
        g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                             _("There are only blanks there. Select words to mark."));
      else if (clear_way (self, text, source, mark.span, error))
        id = insert_mark (self, &mark, error);
    }

  return telaah_session_end (self, id != NULL, "add-mark", NULL, error) ? g_steal_pointer (&id) : NULL;
}

static char *
dup_source_of_mark (TelaahSession  *self,
                    const char     *mark,
                    GError        **error)
{
  char *source = telaah_store_dup_value (self->store, "SELECT source FROM mark WHERE id = ?1", "s", mark);

  telaah_session_need (source, N_("mark"), error);
  return source;
}

gboolean
telaah_session_judge_marks (TelaahSession      *self,
                            const char *const  *marks,
                            TelaahMarkState     state,
                            GError            **error)
{
  gboolean done = TRUE;

  if (!telaah_session_begin (self, error))
    return FALSE;

  for (; done && *marks != NULL; marks++)
    {
      g_autofree char *source = dup_source_of_mark (self, *marks, error);

      done = source != NULL && telaah_store_run (self->store, error, "UPDATE mark SET state = ?1 WHERE id = ?2", "ss",
                                                 telaah_mark_state_to_string (state), *marks);
    }

  return telaah_session_end (self, done, "judge-marks", NULL, error);
}

gboolean
telaah_session_set_level (TelaahSession  *self,
                          const char     *mark,
                          guint           level,
                          GError        **error)
{
  g_autofree char *kind = NULL;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  kind = telaah_store_dup_value (self->store, "SELECT kind FROM mark WHERE id = ?1", "s", mark);
  done = telaah_session_need (kind, N_("mark"), error);
  if (done && (level < 1 || level > MAX_LEVEL || strcmp (kind, "heading") != 0))
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("Only a heading has a level, from 1 to %u. Choose a heading and a level."), MAX_LEVEL);
      done = FALSE;
    }

  /* Who says how deep it stands says that it is one. */
  done = done && telaah_store_run (self->store, error, "UPDATE mark SET level = ?1, state = 'accepted' WHERE id = ?2",
                                   "is", (gint64) level, mark);

  return telaah_session_end (self, done, "set-level", NULL, error);
}

gboolean
telaah_session_remove_mark (TelaahSession  *self,
                            const char     *mark,
                            GError        **error)
{
  g_autofree char *source = NULL;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  source = dup_source_of_mark (self, mark, error);
  done = source != NULL &&
         telaah_store_run (self->store, error, "UPDATE mark SET state = 'refused' WHERE id = ?1 AND reason IS NOT NULL",
                           "s", mark) &&
         telaah_store_run (self->store, error, "DELETE FROM mark WHERE id = ?1 AND reason IS NULL", "s", mark);

  return telaah_session_end (self, done, "remove-mark", NULL, error);
}

/**
 * telaah_session_clear_marks:
 * @kind: (nullable): only of this kind, %NULL for any
 *
 * What is marked in @span is body again: a proposal that lies in it is refused, one that goes beyond it is cut.
 */
gboolean
telaah_session_clear_marks (TelaahSession         *self,
                            const char            *source,
                            TelaahSpan             span,
                            const TelaahMarkKind  *kind,
                            GError               **error)
{
  g_autoptr(TelaahText) text = NULL;
  g_autoptr(GPtrArray) marks = NULL;
  guint n_found = 0;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  done = telaah_session_check_span (self, source, span, &text, error) &&
         (marks = telaah_store_dup_marks (self->store, source, error)) != NULL;
  for (guint i = 0; done && i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);
      gboolean within = f->span.start >= span.start && f->span.end <= span.end;

      if (f->state == TELAAH_MARK_REFUSED || !telaah_span_overlaps (f->span, span) ||
          (kind != NULL && f->kind != *kind))
        continue;

      n_found++;
      if ((within || f->kind == TELAAH_MARK_HEADING) && f->reason != NULL)
        done = telaah_store_run (self->store, error, "UPDATE mark SET state = 'refused' WHERE id = ?1", "s", f->id);
      else if (f->kind == TELAAH_MARK_HEADING)
        done = delete_mark (self, f->id, error);
      else
        done = cut_mark (self, text, f, span, error);
    }

  if (done && n_found == 0)
    {
      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                   _("Nothing is marked from %u to %u. Look at the list of marks."), span.start, span.end);
      done = FALSE;
    }

  return telaah_session_end (self, done, "remove-mark", NULL, error);
}

gboolean
telaah_session_propose_marks (TelaahSession  *self,
                              const char     *source,
                              GError        **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (self, source, error);
  g_autoptr(GArray) proposals = NULL;

  if (text == NULL)
    return FALSE;

  proposals = telaah_text_propose_marks (text, telaah_session_get_language (self));
  if (!telaah_session_begin (self, error))
    return FALSE;

  return telaah_session_end (self, telaah_session_need (telaah_session_find_source (self, source), N_("source"), error) &&
                             telaah_session_write_proposals (self, source, proposals, NULL, error),
                             "propose-marks", NULL, error);
}
