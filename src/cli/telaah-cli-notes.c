/* The verbs of telaah-cli on notes, and the one that makes several themes one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

#define QUOTED 80

static const char *const kinds[] = { "passage", "source", "theme", "point", "cell", "project", NULL };

static void
print_note (TelaahCli  *cli,
            TelaahNote *note)
{
  const TelaahNoteFields *f = telaah_note_fields (note);
  JsonObject *object;

  if (!cli->options.json)
    {
      g_autofree char *line = telaah_cli_dup_line (f->text, QUOTED);

      g_print ("%s\t%s\t%s\t%s\t%s\n", f->id, f->kind, f->target, f->coder, line);
      return;
    }

  object = json_object_new ();
  telaah_cli_set (object, "id", f->id);
  telaah_cli_set (object, "kind", f->kind);
  telaah_cli_set (object, "target", strcmp (f->kind, "project") != 0 ? f->target : NULL);
  telaah_cli_set (object, "text", f->text);
  telaah_cli_set (object, "coder", f->coder);
  telaah_cli_set (object, "created", f->created);
  json_array_add_object_element (cli->results, object);
}

/* @kind: NULL for any */
gboolean
telaah_cli_notes (TelaahCli  *cli,
                  GError    **error)
{
  GListModel *notes = telaah_session_get_notes (cli->session);
  const char *kind = cli->options.kind;

  if (kind != NULL && !g_strv_contains (kinds, kind))
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0, _("A note is not on a “%s”. It is on a passage, source, theme, point, "
                                                   "cell or project."), kind);
      return FALSE;
    }

  for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
    {
      g_autoptr(TelaahNote) note = g_list_model_get_item (notes, i);

      if (kind == NULL || strcmp (telaah_note_fields (note)->kind, kind) == 0)
        print_note (cli, note);
    }

  return TRUE;
}

/* ---- What a note is on ---- */

/* The id of what @name names among things of one kind; NULL with @error where there is no such thing. */
static char *
find_of_kind (TelaahCli   *cli,
              const char  *kind,
              const char  *name,
              GError     **error)
{
  gpointer item = NULL;

  if (strcmp (kind, "source") == 0)
    return (item = telaah_cli_find_source (cli, name, error)) ? g_strdup (telaah_source_fields (item)->id) : NULL;
  if (strcmp (kind, "theme") == 0)
    return (item = telaah_cli_find_theme (cli, name, error)) ? g_strdup (telaah_theme_fields (item)->id) : NULL;
  if (strcmp (kind, "point") == 0)
    return (item = telaah_cli_find_point (cli, name, error)) ? g_strdup (telaah_point_fields (item)->id) : NULL;

  return (item = telaah_cli_find_passage (cli, name, error)) ? g_strdup (telaah_passage_fields (item)->id) : NULL;
}

/* A point that only stands for a theme is that theme, for who names it by its name. */
static char *
find_target (TelaahCli    *cli,
             const char   *name,
             const char  **kind,
             GError      **error)
{
  static const char *const searched[] = { "source", "theme", "point", "passage" };
  const char *colon = strchr (name, ':');
  g_autofree char *prefix = colon != NULL ? g_strndup (name, colon - name) : NULL;
  g_autofree char *target = NULL;

  for (guint i = 0; prefix != NULL && i < G_N_ELEMENTS (searched); i++)
    if (strcmp (prefix, searched[i]) == 0)
      {
        *kind = searched[i];
        return find_of_kind (cli, *kind, colon + 1, error);
      }

  for (guint i = 0; i < G_N_ELEMENTS (searched); i++)
    {
      g_autofree char *found = find_of_kind (cli, searched[i], name, NULL);

      if (found == NULL || (target != NULL && strcmp (searched[i], "point") == 0 && strcmp (*kind, "theme") == 0))
        continue;
      if (target != NULL)
        {
          g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                       _("“%s” names a %s and a %s. Write %s:%s or %s:%s."), name, *kind, searched[i],
                       *kind, name, searched[i], name);
          return NULL;
        }
      target = g_steal_pointer (&found);
      *kind = searched[i];
    }

  if (target == NULL)
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                 _("“%s” is neither a passage nor a source, theme or point of this project, nor the word project."), name);
  return g_steal_pointer (&target);
}

gboolean
telaah_cli_note (TelaahCli  *cli,
                 GError    **error)
{
  const char *kind = "project";
  gboolean project = strcmp (cli->args[0], kind) == 0;
  g_autofree char *target = project ? NULL : find_target (cli, cli->args[0], &kind, error);
  g_autofree char *id = NULL;
  GListModel *notes;

  if ((!project && target == NULL) ||
      (id = telaah_session_add_note_on (cli->session, kind, target, cli->args[1], error)) == NULL)
    return FALSE;

  if (!cli->options.json)
    {
      g_print ("%s\n", id);
      return TRUE;
    }

  notes = telaah_session_get_notes (cli->session);
  for (guint i = g_list_model_get_n_items (notes); i > 0; i--)
    {
      g_autoptr(TelaahNote) note = g_list_model_get_item (notes, i - 1);

      if (strcmp (telaah_note_fields (note)->id, id) == 0)
        print_note (cli, note);
    }

  return TRUE;
}

/* ---- merge-themes ---- */

gboolean
telaah_cli_merge_themes (TelaahCli  *cli,
                         GError    **error)
{
  TelaahTheme *into = telaah_cli_find_theme (cli, cli->args[0], error);
  g_autofree char *id = into != NULL ? g_strdup (telaah_theme_fields (into)->id) : NULL;
  g_autoptr(GPtrArray) themes = NULL;

  if (id == NULL ||
      (themes = telaah_cli_find_themes (cli, (const char *const *) cli->args + 1, cli->n_args - 1, error)) == NULL ||
      !telaah_session_merge_themes (cli->session, id, (const char *const *) themes->pdata, error))
    return FALSE;

  if (cli->options.json)
    telaah_cli_print_theme (cli, telaah_session_find_theme (cli->session, id), NULL);
  return TRUE;
}
