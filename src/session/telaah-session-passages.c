/* Verbs on passages and their notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

/* ---- Writing, inside a verb ---- */

/* That @span is a stretch of the source; @text is that, to be let go. */
gboolean
telaah_session_check_span (TelaahSession  *self,
                           const char     *source,
                           TelaahSpan      span,
                           TelaahText    **text,
                           GError        **error)
{
  if ((*text = telaah_session_dup_text (self, source, error)) == NULL)
    return FALSE;

  if (span.start < span.end && span.end <= telaah_text_get_characters (*text))
    return TRUE;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("%u to %u is not a passage of “%s”, which has %u characters. "
                 "Give a start before the end, both inside."),
               span.start, span.end, telaah_source_get_name (telaah_session_find_source (self, source)),
               telaah_text_get_characters (*text));
  g_clear_pointer (text, telaah_text_unref);
  return FALSE;
}

typedef struct
{
  char *quote;
  char *prefix;
  char *suffix;
} Words;

static Words
dup_words (TelaahText *text,
           TelaahSpan  span)
{
  guint before = span.start > TELAAH_PASSAGE_CONTEXT ? span.start - TELAAH_PASSAGE_CONTEXT : 0;
  guint after = MIN (span.end + TELAAH_PASSAGE_CONTEXT, telaah_text_get_characters (text));

  return (Words) {
    .quote = telaah_text_dup_slice (text, span),
    .prefix = telaah_text_dup_slice (text, (TelaahSpan) { before, span.start }),
    .suffix = telaah_text_dup_slice (text, (TelaahSpan) { span.end, after }),
  };
}

static void
words_clear (Words *words)
{
  g_free (words->quote);
  g_free (words->prefix);
  g_free (words->suffix);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Words, words_clear)

/* In the lists, or among those that this verb has written before; NULL where it is new. */
static char *
find_same (TelaahSession       *self,
           const TelaahTagging *tagging,
           const char          *coder)
{
  return telaah_store_dup_value (self->store, "SELECT id FROM passage WHERE source = ?1 AND start = ?2 AND end = ?3"
                                 " AND coder = ?4 AND lost IS NULL", "siis", tagging->source, (gint64) tagging->span.start,
                                 (gint64) tagging->span.end, coder);
}

static gboolean
insert_passage (TelaahSession        *self,
                const TelaahTagging  *tagging,
                const char           *coder,
                const char           *id,
                GError              **error)
{
  g_autoptr(TelaahText) text = NULL;
  g_autofree char *now = telaah_time_now ();
  g_auto(Words) words = { NULL };

  if (!telaah_session_check_span (self, tagging->source, tagging->span, &text, error))
    return FALSE;

  words = dup_words (text, tagging->span);
  return telaah_store_run (self->store, error,
                           "INSERT INTO passage (id, source, start, end, quote, prefix, suffix, coder, created)"
                           " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)", "ssiisssss", id, tagging->source,
                           (gint64) tagging->span.start, (gint64) tagging->span.end,
                           words.quote, words.prefix, words.suffix, coder, now);
}

/**
 * telaah_session_write_passage:
 * @id: (nullable): for a new passage, %NULL to make one
 *
 * Tags, inside a verb.
 *
 * Returns: (transfer full): the passage's id, of the one that was there where span and coder are the same
 */
char *
telaah_session_write_passage (TelaahSession        *self,
                              const TelaahTagging  *tagging,
                              const char           *id,
                              GError              **error)
{
  const char *coder = tagging->coder != NULL ? tagging->coder : self->coder;
  g_autofree char *passage = find_same (self, tagging, coder);
  g_autofree char *now = telaah_time_now ();

  if (passage == NULL)
    {
      passage = id != NULL ? g_strdup (id) : telaah_id_new ();
      if (!insert_passage (self, tagging, coder, passage, error))
        return NULL;
    }

  for (const char *const *theme = tagging->themes; theme != NULL && *theme != NULL; theme++)
    if (!telaah_store_run (self->store, error,
                           "INSERT INTO coding (passage, theme, position, coder, created) VALUES (?1, ?2,"
                           " (SELECT coalesce (max (position), 0) + 1 FROM coding WHERE passage = ?1), ?3, ?4)"
                           " ON CONFLICT DO NOTHING", "ssss", passage, *theme, coder, now))
      return NULL;

  if (tagging->note != NULL && *tagging->note != '\0')
    {
      g_autofree char *note = telaah_session_write_note (self, "passage", passage, tagging->note, coder, error);

      if (note == NULL)
        return NULL;
    }

  return g_steal_pointer (&passage);
}

/* Inside a verb: it stands there, in @text, which is its source's; lost or not before. */
gboolean
telaah_session_write_place (TelaahSession  *self,
                            const char     *passage,
                            TelaahText     *text,
                            TelaahSpan      span,
                            GError        **error)
{
  g_auto(Words) words = dup_words (text, span);

  return telaah_store_run (self->store, error,
                           "UPDATE passage SET start = ?1, end = ?2, quote = ?3, prefix = ?4, suffix = ?5,"
                           " lost = NULL, candidate_start = NULL, candidate_end = NULL WHERE id = ?6", "iissss",
                           (gint64) span.start, (gint64) span.end, words.quote, words.prefix, words.suffix, passage);
}

gboolean
telaah_session_drop_passage (TelaahSession  *self,
                             const char     *passage,
                             GError        **error)
{
  return telaah_store_run (self->store, error, "DELETE FROM coding WHERE passage = ?1", "s", passage) &&
         telaah_store_run (self->store, error, "DELETE FROM note WHERE kind = 'passage' AND target = ?1",
                           "s", passage) &&
         telaah_store_run (self->store, error, "DELETE FROM pin WHERE passage = ?1", "s", passage) &&
         telaah_store_run (self->store, error, "DELETE FROM link WHERE passage = ?1", "s", passage) &&
         telaah_store_run (self->store, error, "DELETE FROM passage WHERE id = ?1", "s", passage);
}

/* A passage with neither theme nor note left says nothing. */
gboolean
telaah_session_drop_if_bare (TelaahSession  *self,
                             const char     *passage,
                             GError        **error)
{
  g_autofree char *holds =
    telaah_store_dup_value (self->store, "SELECT 1 WHERE EXISTS (SELECT 1 FROM coding WHERE passage = ?1)"
                            " OR EXISTS (SELECT 1 FROM note WHERE kind = 'passage' AND target = ?1)", "s", passage);

  return holds != NULL || telaah_session_drop_passage (self, passage, error);
}

/* ---- Verbs ---- */

static gboolean
check_tagging (TelaahSession        *self,
               const TelaahTagging  *tagging,
               GError              **error)
{
  for (const char *const *theme = tagging->themes; theme != NULL && *theme != NULL; theme++)
    if (!telaah_session_need (telaah_session_find_theme (self, *theme), N_("theme"), error))
      return FALSE;

  if ((tagging->themes != NULL && tagging->themes[0] != NULL) || (tagging->note != NULL && *tagging->note != '\0'))
    return TRUE;

  g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("A passage needs a theme or a note. Name one."));
  return FALSE;
}

/**
 * telaah_session_check_tagging:
 *
 * For who reads many, and wants to say where the one is that does not fit.
 */
gboolean
telaah_session_check_tagging (TelaahSession        *self,
                              const TelaahTagging  *tagging,
                              GError              **error)
{
  g_autoptr(TelaahText) text = NULL;

  return check_tagging (self, tagging, error) &&
         telaah_session_check_span (self, tagging->source, tagging->span, &text, error);
}

/* The journal's coder: that of the taggings where they agree. */
static const char *
common_coder (const TelaahTagging *taggings,
              gsize                n_taggings)
{
  for (gsize i = 1; i < n_taggings; i++)
    if (g_strcmp0 (taggings[i].coder, taggings[0].coder) != 0)
      return NULL;

  return n_taggings > 0 ? taggings[0].coder : NULL;
}

/**
 * telaah_session_tag_all:
 *
 * All or nothing; an error says which one, counted from 1.
 *
 * Returns: (transfer full) (element-type utf8): the ids of the passages, in order
 */
GPtrArray *
telaah_session_tag_all (TelaahSession        *self,
                        const TelaahTagging  *taggings,
                        gsize                 n_taggings,
                        GError              **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  gboolean done = TRUE;

  if (!telaah_session_begin (self, error))
    return NULL;

  for (gsize i = 0; done && i < n_taggings; i++)
    {
      char *id = check_tagging (self, &taggings[i], error)
                   ? telaah_session_write_passage (self, &taggings[i], NULL, error) : NULL;

      done = id != NULL;
      if (done)
        g_ptr_array_add (ids, id);
      else if (n_taggings > 1)
        g_prefix_error (error, _("Passage %zu: "), i + 1);
    }

  if (!telaah_session_end (self, done, "tag", common_coder (taggings, n_taggings), error))
    return NULL;

  return g_steal_pointer (&ids);
}

char *
telaah_session_tag (TelaahSession        *self,
                    const TelaahTagging  *tagging,
                    GError              **error)
{
  g_autoptr(GPtrArray) ids = telaah_session_tag_all (self, tagging, 1, error);

  return ids != NULL ? g_strdup (ids->pdata[0]) : NULL;
}

gboolean
telaah_session_untag (TelaahSession      *self,
                      const char         *passage,
                      const char *const  *themes,
                      GError            **error)
{
  TelaahPassage *item;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  item = telaah_session_find_passage (self, passage);
  done = telaah_session_need (item, N_("passage"), error);
  if (done && themes == NULL)
    done = telaah_session_drop_passage (self, passage, error);
  else if (done)
    {
      for (; done && *themes != NULL; themes++)
        {
          TelaahTheme *theme = telaah_session_find_theme (self, *themes);

          done = telaah_session_need (theme, N_("theme"), error);
          if (done && !telaah_passage_has_theme (item, *themes))
            {
              g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                           _("The passage is not tagged with “%s”."), telaah_theme_fields (theme)->name);
              done = FALSE;
            }
          done = done && telaah_store_run (self->store, error, "DELETE FROM coding WHERE passage = ?1 AND theme = ?2",
                                           "ss", passage, *themes);
        }
      done = done && telaah_session_drop_if_bare (self, passage, error);
    }

  return telaah_session_end (self, done, "untag", NULL, error);
}

/* The same span by the same coder is one passage, and stays so. */
gboolean
telaah_session_check_place (TelaahSession  *self,
                            TelaahPassage  *passage,
                            TelaahSpan      span,
                            GError        **error)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  TelaahTagging there = { .source = f->source, .span = span };
  g_autofree char *same = find_same (self, &there, f->coder);

  if (same == NULL || strcmp (same, f->id) == 0)
    return TRUE;

  g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                       _("There is a passage of just these words already. Choose other borders, or tag that one."));
  return FALSE;
}

gboolean
telaah_session_move_passage (TelaahSession  *self,
                             const char     *passage,
                             TelaahSpan      span,
                             GError        **error)
{
  g_autoptr(TelaahText) text = NULL;
  TelaahPassage *item;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  item = telaah_session_find_passage (self, passage);
  done = telaah_session_need (item, N_("passage"), error) &&
         telaah_session_check_span (self, telaah_passage_fields (item)->source, span, &text, error) &&
         telaah_session_check_place (self, item, span, error) &&
         telaah_session_write_place (self, passage, text, span, error);

  return telaah_session_end (self, done, "move-passage", NULL, error);
}
