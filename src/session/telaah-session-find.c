/* What search and candidates rest on: languages, words that count as one, and what is not to be offered again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

/**
 * telaah_session_get_reading_language:
 *
 * What to read a source with: its language, else the project's, else what its words look like, which is for search and
 * statistics alone and stored nowhere.
 *
 * Returns: (nullable) (transfer none): BCP 47, until the next change
 */
const char *
telaah_session_get_reading_language (TelaahSession *self,
                                     const char    *source)
{
  TelaahSource *item = telaah_session_find_source (self, source);
  const char *language = item != NULL ? telaah_source_fields (item)->language : NULL;
  const char *sha256;
  gpointer guess;

  if (language != NULL || (language = telaah_session_get_language (self)) != NULL || item == NULL)
    return language;

  sha256 = telaah_source_fields (item)->sha256;
  if (!g_hash_table_lookup_extended (self->guesses, sha256, NULL, &guess))
    {
      guess = (gpointer) telaah_store_guess_language (self->store, sha256);
      g_hash_table_insert (self->guesses, g_strdup (sha256), guess);
    }

  return guess;
}

/* ---- Synonyms ---- */

gboolean
telaah_session_load_synonyms (TelaahSession  *self,
                              GError        **error)
{
  g_autoptr(GPtrArray) groups = telaah_store_dup_synonyms (self->store, error);

  if (groups == NULL)
    return FALSE;

  telaah_list_update (self->synonyms, groups, telaah_synonyms_equal);
  telaah_list_flush (self->synonyms);
  return TRUE;
}

GListModel *
telaah_session_get_synonyms (TelaahSession *self)
{
  return G_LIST_MODEL (self->synonyms);
}

static gboolean
has_word (GPtrArray  *words,
          const char *word)
{
  g_autofree char *folded = g_utf8_casefold (word, -1);

  for (guint i = 0; i < words->len; i++)
    {
      g_autofree char *other = g_utf8_casefold (words->pdata[i], -1);

      if (strcmp (folded, other) == 0)
        return TRUE;
    }

  return FALSE;
}

/* One a line, or commas between; each once, without blanks around it. */
static GPtrArray *
split_words (const char *words)
{
  g_auto(GStrv) pieces = g_strsplit_set (words, "\n,;", -1);
  GPtrArray *split = g_ptr_array_new_with_free_func (g_free);

  for (char **piece = pieces; *piece != NULL; piece++)
    {
      g_strstrip (*piece);
      if (**piece != '\0' && !has_word (split, *piece))
        g_ptr_array_add (split, g_strdup (*piece));
    }

  return split;
}

/* A word of two groups would make one of them, unseen. */
static gboolean
check_words (TelaahSession  *self,
             const char     *group,
             GPtrArray      *words,
             GError        **error)
{
  for (guint i = 0; i < telaah_list_get_length (self->synonyms); i++)
    {
      const TelaahSynonymsFields *f = telaah_synonyms_fields (telaah_list_peek (self->synonyms, i));
      g_autoptr(GPtrArray) others = split_words (f->words);

      for (guint j = 0; j < words->len && g_strcmp0 (f->id, group) != 0; j++)
        if (has_word (others, words->pdata[j]))
          {
            g_auto(GStrv) lines = g_strsplit (f->words, "\n", -1);
            g_autofree char *line = g_strjoinv (", ", lines);

            g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                         _("“%s” is in another group already: %s. Take it out there, or add to that group."),
                         (const char *) words->pdata[j], line);
            return FALSE;
          }
    }

  return TRUE;
}

static gboolean
write_synonyms (TelaahSession  *self,
                const char     *id,
                gboolean        is_new,
                GPtrArray      *words,
                GError        **error)
{
  g_autofree char *lines = NULL;

  if (words->len < 2)
    return telaah_store_run (self->store, error, "DELETE FROM synonyms WHERE id = ?1", "s", id);

  g_ptr_array_add (words, NULL);
  lines = g_strjoinv ("\n", (char **) words->pdata);
  if (!is_new)
    return telaah_store_run (self->store, error, "UPDATE synonyms SET words = ?1 WHERE id = ?2", "ss", lines, id);

  return telaah_store_run (self->store, error, "INSERT INTO synonyms (id, position, words) VALUES (?1,"
                           " (SELECT coalesce (max (position), 0) + 1 FROM synonyms), ?2)", "ss", id, lines);
}

static gboolean
has_group (TelaahSession *self,
           const char    *group)
{
  for (guint i = 0; i < telaah_list_get_length (self->synonyms); i++)
    if (strcmp (telaah_synonyms_fields (telaah_list_peek (self->synonyms, i))->id, group) == 0)
      return TRUE;

  return FALSE;
}

/**
 * telaah_session_set_synonyms:
 *
 * Returns: (transfer full): the group's id, also of one that has gone; %NULL with @error set
 */
char *
telaah_session_set_synonyms (TelaahSession  *self,
                             const char     *group,
                             const char     *words,
                             GError        **error)
{
  g_autoptr(GPtrArray) split = split_words (words);
  g_autofree char *id = group != NULL ? g_strdup (group) : telaah_id_new ();
  gboolean done;

  if (group == NULL && split->len < 2)
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("Words that count as one must be two at least. Write them with commas between."));
      return NULL;
    }

  if (!telaah_session_begin (self, error))
    return NULL;

  done = telaah_session_need (group == NULL || has_group (self, group) ? self : NULL, N_("group of synonyms"), error) &&
         check_words (self, group, split, error) && write_synonyms (self, id, group == NULL, split, error);

  return telaah_session_end (self, done, "set-synonyms", NULL, error) ? g_steal_pointer (&id) : NULL;
}

/* ---- Refused candidates ---- */

GPtrArray *
telaah_session_dup_refused (TelaahSession  *self,
                            const char     *theme,
                            const char     *source,
                            GError        **error)
{
  return telaah_store_dup_refused (self->store, theme, source, error);
}

static gboolean
write_refusal (TelaahSession  *self,
               const char     *theme,
               const char     *source,
               const char     *quote,
               gboolean        refused,
               GError        **error)
{
  g_autofree char *now = telaah_time_now ();

  if (!telaah_session_need (telaah_session_find_theme (self, theme), N_("theme"), error))
    return FALSE;
  if (!refused)
    return telaah_store_run (self->store, error, "DELETE FROM refused WHERE theme = ?1 AND source = ?2 AND quote = ?3",
                             "sss", theme, source, quote);

  return telaah_store_run (self->store, error, "INSERT INTO refused (theme, source, quote, coder, created)"
                           " VALUES (?1, ?2, ?3, ?4, ?5) ON CONFLICT DO NOTHING", "sssss", theme, source, quote,
                           self->coder, now);
}

gboolean
telaah_session_refuse (TelaahSession      *self,
                       const char *const  *themes,
                       const char         *source,
                       TelaahSpan          span,
                       gboolean            refused,
                       GError            **error)
{
  g_autoptr(TelaahText) text = NULL;
  g_autofree char *quote = NULL;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  if ((done = telaah_session_check_span (self, source, span, &text, error)))
    quote = telaah_text_dup_slice (text, span);
  for (; done && *themes != NULL; themes++)
    done = write_refusal (self, *themes, source, quote, refused, error);

  return telaah_session_end (self, done, refused ? "refuse" : "offer-again", NULL, error);
}

gboolean
telaah_session_offer_again (TelaahSession      *self,
                            const char *const  *themes,
                            const char         *source,
                            GError            **error)
{
  gboolean done = TRUE;

  if (!telaah_session_begin (self, error))
    return FALSE;

  for (; done && *themes != NULL; themes++)
    done = telaah_session_need (telaah_session_find_theme (self, *themes), N_("theme"), error) &&
           telaah_store_run (self->store, error, "DELETE FROM refused WHERE theme = ?1 AND source = coalesce (?2, source)",
                             "ss", *themes, source);

  return telaah_session_end (self, done, "offer-again", NULL, error);
}
