/* Finds what a person names: by id, by unique name, or by a unique beginning of either.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cli/telaah-cli.h"

/* The best match so far: an id is better than a whole name, and that than a beginning. */
typedef struct
{
  GObject *item;
  guint    rank;
  guint    n;
} Match;

static guint
rank_name (const char *name,
           const char *asked)
{
  if (name == NULL)
    return 0;
  if (strcmp (name, asked) == 0)
    return 2;

  return g_str_has_prefix (name, asked) ? 1 : 0;
}

static void
offer (Match      *match,
       gpointer    item,
       guint       rank)
{
  if (rank == 0 || rank < match->rank)
    return;

  match->n = rank > match->rank ? 1 : match->n + 1;
  match->rank = rank;
  match->item = item;
}

static guint
rank_item (GObject    *item,
           const char *asked)
{
  const char *id, *name, *other = NULL;

  if (TELAAH_IS_SOURCE (item))
    {
      const TelaahSourceFields *f = telaah_source_fields (TELAAH_SOURCE (item));

      id = f->id, name = f->title, other = f->file_name;
    }
  else if (TELAAH_IS_THEME (item))
    id = telaah_theme_fields (TELAAH_THEME (item))->id, name = telaah_theme_fields (TELAAH_THEME (item))->name;
  else if (TELAAH_IS_POINT (item))
    id = telaah_point_fields (TELAAH_POINT (item))->id, name = telaah_point_fields (TELAAH_POINT (item))->title;
  else if (TELAAH_IS_OUTLINE_ENTRY (item))
    {
      const TelaahOutlineEntryFields *f = telaah_outline_entry_fields (TELAAH_OUTLINE_ENTRY (item));

      id = f->id, name = f->title;
    }
  else
    id = telaah_passage_fields (TELAAH_PASSAGE (item))->id, name = NULL;

  if (strcmp (id, asked) == 0)
    return 3;

  return MAX (MAX (rank_name (name, asked), rank_name (other, asked)), rank_name (id, asked) > 0);
}

static void
search (GListModel *list,
        const char *asked,
        Match      *match)
{
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);

      offer (match, item, rank_item (item, asked));
    }
}

/* Borrowed: the lists hold the items. @what is a plural, for a sentence. */
static gpointer
decide (const Match  *match,
        const char   *asked,
        const char   *what,
        GError      **error)
{
  if (*asked == '\0' || match->n == 0)
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                 _("“%s” is none of the %s of this project."), asked, what);
  else if (match->n > 1)
    g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                 _("“%s” fits %u of the %s. Write more of it, or the id."), asked, match->n, what);
  else
    return match->item;

  return NULL;
}

TelaahSource *
telaah_cli_find_source (TelaahCli   *cli,
                        const char  *name,
                        GError     **error)
{
  Match match = { NULL };

  search (telaah_session_get_sources (cli->session), name, &match);
  return decide (&match, name, _("sources"), error);
}

TelaahTheme *
telaah_cli_find_theme (TelaahCli   *cli,
                       const char  *name,
                       GError     **error)
{
  Match match = { NULL };

  search (telaah_session_get_themes (cli->session), name, &match);
  return decide (&match, name, _("themes"), error);
}

TelaahPoint *
telaah_cli_find_point (TelaahCli   *cli,
                       const char  *name,
                       GError     **error)
{
  Match match = { NULL };

  search (telaah_session_get_points (cli->session), name, &match);
  return decide (&match, name, _("points"), error);
}

TelaahPassage *
telaah_cli_find_passage (TelaahCli   *cli,
                         const char  *name,
                         GError     **error)
{
  GListModel *sources = telaah_session_get_sources (cli->session);
  TelaahPassage *passage = telaah_session_find_passage (cli->session, name);
  Match match = { NULL };

  for (guint i = 0; passage == NULL && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      search (telaah_session_get_passages (cli->session, telaah_source_fields (source)->id), name, &match);
    }
  if (passage == NULL)
    search (telaah_session_get_review (cli->session), name, &match);

  return passage != NULL ? passage : decide (&match, name, _("passages"), error);
}

gboolean
telaah_cli_read_offset (const char  *string,
                        guint       *offset,
                        GError     **error)
{
  guint64 value;

  if (!g_ascii_string_to_unsigned (string, 10, 0, G_MAXUINT, &value, NULL))
    {
      g_set_error (error, TELAAH_USAGE_ERROR, 0, _("“%s” is not an offset. Give a number of characters."), string);
      return FALSE;
    }

  *offset = value;
  return TRUE;
}

/* Ids of the themes; they are the project's, and live as long as it does not change. */
GPtrArray *
telaah_cli_find_themes (TelaahCli          *cli,
                        const char *const  *names,
                        guint               n_names,
                        GError            **error)
{
  g_autoptr(GPtrArray) ids = g_ptr_array_new_null_terminated (n_names, g_free, TRUE);

  for (guint i = 0; i < n_names; i++)
    {
      TelaahTheme *theme = telaah_cli_find_theme (cli, names[i], error);

      if (theme == NULL)
        return NULL;
      g_ptr_array_add (ids, g_strdup (telaah_theme_fields (theme)->id));
    }

  return g_steal_pointer (&ids);
}

GPtrArray *
telaah_cli_dup_sources (TelaahCli  *cli,
                        GError    **error)
{
  GListModel *sources = telaah_session_get_sources (cli->session);
  g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);
  TelaahSource *only = NULL;

  if (cli->options.source != NULL && (only = telaah_cli_find_source (cli, cli->options.source, error)) == NULL)
    return NULL;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      if (only == NULL || only == source)
        g_ptr_array_add (ids, g_strdup (telaah_source_fields (source)->id));
    }

  return g_steal_pointer (&ids);
}

/* Borrowed: an id, the title, or a beginning of it that no other has. */
const char *
telaah_cli_find_outline (TelaahCli   *cli,
                         const char  *name,
                         GError     **error)
{
  Match match = { NULL, 0, 0 };

  search (telaah_session_get_outlines (cli->session), name, &match);
  if (decide (&match, name, _("outlines"), error) == NULL)
    return NULL;

  return telaah_outline_entry_fields (TELAAH_OUTLINE_ENTRY (match.item))->id;
}
