/* Notes, on passages, sources, themes, points and the project: the list of all, and the verbs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

/* The target of what is written on the project itself. */
#define PROJECT "project"

/* ---- The live list ---- */

static int
compare_notes (gconstpointer a,
               gconstpointer b)
{
  const TelaahNoteFields *f = telaah_note_fields ((TelaahNote *) a);
  const TelaahNoteFields *g = telaah_note_fields ((TelaahNote *) b);
  int order = strcmp (f->created, g->created);

  return order != 0 ? order : strcmp (f->id, g->id);
}

static TelaahNote *
find_note (TelaahSession *self,
           const char    *id)
{
  for (guint i = 0; i < telaah_list_get_length (self->notes); i++)
    if (strcmp (telaah_note_fields (telaah_list_peek (self->notes, i))->id, id) == 0)
      return telaah_list_peek (self->notes, i);

  return NULL;
}

GListModel *
telaah_session_get_notes (TelaahSession *self)
{
  g_autoptr(GPtrArray) notes = NULL;
  g_autoptr(GError) error = NULL;

  if (self->notes != NULL)
    return G_LIST_MODEL (self->notes);

  self->notes = telaah_list_new (TELAAH_TYPE_NOTE);
  notes = telaah_store_dup_notes (self->store, NULL, &error);
  if (notes == NULL)
    g_debug ("notes: %s", error->message);
  for (guint i = 0; notes != NULL && i < notes->len; i++)
    telaah_list_append_quiet (self->notes, notes->pdata[i]);

  return G_LIST_MODEL (self->notes);
}

gboolean
telaah_session_refresh_note (TelaahSession  *self,
                             const char     *id,
                             GError        **error)
{
  g_autoptr(GPtrArray) now = NULL;
  TelaahNote *old;

  if (self->notes == NULL)
    return TRUE;
  if ((now = telaah_store_dup_notes (self->store, id, error)) == NULL)
    return FALSE;

  old = find_note (self, id);
  if (old != NULL && now->len > 0 && telaah_note_equal (old, now->pdata[0]))
    return TRUE;
  if (old != NULL)
    telaah_list_remove (self->notes, old, compare_notes);
  if (now->len > 0)
    telaah_list_insert (self->notes, now->pdata[0], compare_notes);

  return TRUE;
}

/* ---- Verbs ---- */

/* Inside a verb. Returns the note's id, to free. */
char *
telaah_session_write_note (TelaahSession  *self,
                           const char     *kind,
                           const char     *target,
                           const char     *text,
                           const char     *coder,
                           GError        **error)
{
  g_autofree char *id = telaah_id_new ();
  g_autofree char *now = telaah_time_exact ();

  if (!telaah_store_run (self->store, error, "INSERT INTO note (id, kind, target, text, coder, created)"
                         " VALUES (?1, ?2, ?3, ?4, ?5, ?6)", "ssssss", id, kind, target, text, coder, now))
    return NULL;

  return g_steal_pointer (&id);
}

static gboolean
check_target (TelaahSession  *self,
              const char     *kind,
              const char     *target,
              GError        **error)
{
  if (strcmp (kind, "passage") == 0)
    return telaah_session_need (telaah_session_find_passage (self, target), N_("passage"), error);
  if (strcmp (kind, "source") == 0)
    return telaah_session_need (telaah_session_find_source (self, target), N_("source"), error);
  if (strcmp (kind, "theme") == 0)
    return telaah_session_need (telaah_session_find_theme (self, target), N_("theme"), error);
  if (strcmp (kind, "point") == 0)
    return telaah_session_need (telaah_session_find_point (self, target), N_("point"), error);
  if (strcmp (kind, PROJECT) == 0)
    return TRUE;

  g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
               _("A note can not be on a “%s”. Write it on a passage, a source, a theme, a point or the project."), kind);
  return FALSE;
}

static gboolean
is_blank (const char *text)
{
  return text[strspn (text, " \t\r\n")] == '\0';
}

/**
 * telaah_session_add_note_on:
 * @kind: what it is on: passage, source, theme, point or project
 * @target: (nullable): the id of that
 *
 * Returns: (transfer full): the note's id, or %NULL with @error set
 */
char *
telaah_session_add_note_on (TelaahSession  *self,
                            const char     *kind,
                            const char     *target,
                            const char     *text,
                            GError        **error)
{
  g_autofree char *id = NULL;

  if (text == NULL || is_blank (text) || !g_utf8_validate (text, -1, NULL))
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                           _("A note needs words. Write some."));
      return NULL;
    }

  if (!telaah_session_begin (self, error))
    return NULL;

  if (check_target (self, kind, target, error))
    id = telaah_session_write_note (self, kind, strcmp (kind, PROJECT) == 0 ? PROJECT : target, text, self->coder,
                                    error);

  return telaah_session_end (self, id != NULL, "add-note", NULL, error) ? g_steal_pointer (&id) : NULL;
}

char *
telaah_session_add_note (TelaahSession  *self,
                         const char     *passage,
                         const char     *text,
                         GError        **error)
{
  return telaah_session_add_note_on (self, "passage", passage, text, error);
}

/* A passage that is left with neither theme nor note goes with its last note. */
gboolean
telaah_session_set_note (TelaahSession  *self,
                         const char     *note,
                         const char     *text,
                         GError        **error)
{
  g_autofree char *passage = NULL, *kind = NULL;
  gboolean empty = text == NULL || *text == '\0';
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  kind = telaah_store_dup_value (self->store, "SELECT kind FROM note WHERE id = ?1", "s", note);
  passage = telaah_store_dup_value (self->store, "SELECT target FROM note WHERE id = ?1 AND kind = 'passage'",
                                    "s", note);
  done = telaah_session_need (kind, N_("note"), error);
  if (done && empty)
    done = telaah_store_run (self->store, error, "DELETE FROM note WHERE id = ?1", "s", note) &&
           (passage == NULL || telaah_session_drop_if_bare (self, passage, error));
  else if (done)
    done = telaah_store_run (self->store, error, "UPDATE note SET text = ?1 WHERE id = ?2", "ss", text, note);

  return telaah_session_end (self, done, empty ? "remove-note" : "set-note", NULL, error);
}
