/* Takes an exported outline back in: themes, points, cells, summaries and evidence, for the texts that are here.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "model/telaah-id.h"
#include "session/telaah-session-private.h"

/* What the ids of the file are called in this project. */
typedef struct
{
  TelaahSession *session;
  GHashTable    *sources;
  GHashTable    *themes;
  GHashTable    *passages;
} Merge;

static GHashTable *
map_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
}

static void
merge_clear (Merge *merge)
{
  g_hash_table_unref (merge->sources);
  g_hash_table_unref (merge->themes);
  g_hash_table_unref (merge->passages);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Merge, merge_clear)

/* Sources are known by their text. */
static gboolean
merge_sources (Merge          *merge,
               TelaahOutline  *outline,
               GError        **error)
{
  GListModel *own = telaah_session_get_sources (merge->session);

  for (guint i = 0; i < outline->sources->len; i++)
    {
      const TelaahSourceFields *f = telaah_source_fields (outline->sources->pdata[i]);
      const char *id = NULL;

      for (guint k = 0; k < g_list_model_get_n_items (own) && id == NULL; k++)
        {
          g_autoptr(TelaahSource) source = g_list_model_get_item (own, k);

          if (g_strcmp0 (telaah_source_fields (source)->sha256, f->sha256) == 0)
            id = telaah_source_fields (source)->id;
        }

      if (id == NULL)
        {
          g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                       _("The text of “%s” is not in this project. Import it first, then the outline."),
                       telaah_source_get_name (outline->sources->pdata[i]));
          return FALSE;
        }
      g_hash_table_insert (merge->sources, g_strdup (f->id), g_strdup (id));
    }

  return TRUE;
}

static const char *
find_theme_named (TelaahSession *self,
                  const char    *name,
                  const char    *parent)
{
  GListModel *themes = telaah_session_get_themes (self);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      if (strcmp (f->name, name) == 0 && g_strcmp0 (f->parent, parent) == 0)
        return f->id;
    }

  return NULL;
}

/* Themes are known by id, else by name in the same place; what is not here yet is made. */
static gboolean
merge_themes (Merge          *merge,
              TelaahOutline  *outline,
              GError        **error)
{
  for (guint i = 0; i < outline->themes->len; i++)
    {
      const TelaahThemeFields *f = telaah_theme_fields (outline->themes->pdata[i]);
      const char *parent = f->parent != NULL ? g_hash_table_lookup (merge->themes, f->parent) : NULL;
      g_autofree char *id = NULL;

      if (telaah_session_find_theme (merge->session, f->id) != NULL)
        id = g_strdup (f->id);
      else
        id = g_strdup (find_theme_named (merge->session, f->name, parent));

      if (id == NULL)
        id = telaah_session_write_theme (merge->session, f->id, f->name, parent, f->color, f->description, error);
      if (id == NULL)
        return FALSE;

      g_hash_table_insert (merge->themes, g_strdup (f->id), g_steal_pointer (&id));
    }

  return TRUE;
}

static gboolean
merge_passage (Merge          *merge,
               TelaahPassage  *passage,
               const char     *source,
               GError        **error)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  gboolean known = telaah_session_find_passage (merge->session, f->id) != NULL;
  g_autoptr(GPtrArray) themes = g_ptr_array_new_null_terminated (2, NULL, TRUE);
  GPtrArray *notes = telaah_passage_get_notes (passage);
  g_autoptr(TelaahText) text = telaah_session_dup_text (merge->session, source, error);
  g_autofree char *words = text != NULL ? telaah_text_dup_slice (text, f->span) : NULL;
  TelaahTagging tagging = { .source = source, .span = f->span, .coder = f->coder };
  g_autofree char *id = NULL;

  if (text == NULL || g_hash_table_contains (merge->passages, f->id))
    return text != NULL;

  if (strcmp (words, f->quote) != 0)
    {
      g_autofree char *quote = telaah_text_dup_start (f->quote, 60);

      g_set_error (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_INVALID,
                   _("Passage %s: %u to %u of its source does not read “%s”. Export the outline again."),
                   f->id, f->span.start, f->span.end, quote);
      return FALSE;
    }

  for (guint i = 0; f->themes[i] != NULL; i++)
    {
      const char *theme = g_hash_table_lookup (merge->themes, f->themes[i]);

      if (theme != NULL)
        g_ptr_array_add (themes, (gpointer) theme);
    }
  tagging.themes = (const char *const *) themes->pdata;

  /* Notes come with a passage that is new; one that is here has its own. */
  if (notes != NULL && !known)
    tagging.note = telaah_note_fields (notes->pdata[0])->text;

  id = known ? g_strdup (f->id) : telaah_session_write_passage (merge->session, &tagging, f->id, error);
  for (guint i = 1; id != NULL && !known && notes != NULL && i < notes->len; i++)
    {
      tagging.note = telaah_note_fields (notes->pdata[i])->text;
      g_free (id);
      id = telaah_session_write_passage (merge->session, &tagging, NULL, error);
    }

  if (id != NULL)
    g_hash_table_insert (merge->passages, g_strdup (f->id), g_strdup (id));
  return id != NULL;
}

/* The fingerprint of a cell's evidence as the file has it, under the ids of this project. */
static char *
dup_seen (Merge      *merge,
          TelaahCell *cell)
{
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  g_autoptr(GPtrArray) mapped = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < evidence->len; i++)
    {
      TelaahPassageFields fields = *telaah_passage_fields (evidence->pdata[i]);

      fields.id = g_hash_table_lookup (merge->passages, fields.id);
      g_ptr_array_add (mapped, telaah_passage_new (&fields, NULL));
    }

  return telaah_evidence_fingerprint (mapped);
}

/* What was stale stays so: no evidence has such a fingerprint. One that says here what it was keeps it. */
static char *
dup_stale (Merge      *merge,
           const char *point,
           const char *source,
           const char *summary)
{
  g_autoptr(TelaahCell) own = telaah_session_dup_cell (merge->session, point, source);
  const TelaahCellFields *f = telaah_cell_fields (own);

  return g_strdup (telaah_cell_is_stale (own) && g_strcmp0 (f->summary, summary) == 0 ? f->seen : "stale");
}

/* A status that the file has, and no proposal declined there, was set in sight of the evidence that it brings. */
static gboolean
write_cell (Merge          *merge,
            const char     *point,
            const char     *source,
            TelaahCell     *cell,
            const char     *seen,
            GError        **error)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  g_autofree char *judged = f->status != TELAAH_STATUS_UNREAD ? dup_seen (merge, cell) : NULL;

  return telaah_session_write_cell (merge->session, point, source, f->status, f->summary, seen, error) &&
         telaah_store_run (merge->session->store, error, "UPDATE cell SET translation = ?1, judged = coalesce (judged, ?2)"
                           " WHERE point = ?3 AND source = ?4", "ssss", f->translation, judged, point, source);
}

static gboolean
merge_cell (Merge          *merge,
            const char     *point,
            TelaahCell     *cell,
            GError        **error)
{
  const TelaahCellFields *f = telaah_cell_fields (cell);
  const char *source = g_hash_table_lookup (merge->sources, f->source);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  g_autofree char *seen = NULL;

  for (guint i = 0; i < evidence->len; i++)
    if (!merge_passage (merge, evidence->pdata[i], source, error))
      return FALSE;

  if (f->status == TELAAH_STATUS_UNREAD && f->summary == NULL && f->translation == NULL)
    return TRUE;

  if (f->summary != NULL)
    seen = telaah_cell_is_stale (cell) ? dup_stale (merge, point, source, f->summary) : dup_seen (merge, cell);

  return write_cell (merge, point, source, cell, seen, error);
}

/* What a link leads to must be here: a passage is where it is evidence of a cell of the file. */
static gboolean
merge_links (Merge               *merge,
             TelaahOutlinePoint  *point,
             GError             **error)
{
  const char *id = telaah_point_fields (point->point)->id;

  for (guint i = 0; i < point->links->len; i++)
    {
      const TelaahLinkFields *f = telaah_link_fields (point->links->pdata[i]);
      const char *source = f->source != NULL ? g_hash_table_lookup (merge->sources, f->source) : NULL;
      const char *cited = f->cited != NULL ? g_hash_table_lookup (merge->sources, f->cited) : NULL;
      const char *passage = f->passage != NULL ? g_hash_table_lookup (merge->passages, f->passage) : NULL;

      if ((cited == NULL && passage == NULL) || (f->source != NULL && source == NULL))
        continue;

      if (!telaah_store_run (merge->session->store, error,
                             "INSERT INTO link (id, point, source, kind, start, end, passage, cited)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8) ON CONFLICT (id) DO UPDATE SET"
                             " start = excluded.start, end = excluded.end", "ssssiiss", f->id, id, source,
                             telaah_link_kind_to_string (f->kind), (gint64) f->span.start, (gint64) f->span.end, passage,
                             cited))
        return FALSE;
    }

  return TRUE;
}

/* The themes that a point stands for beside its first. */
static gboolean
merge_more_themes (Merge               *merge,
                   TelaahOutlinePoint  *point,
                   GError             **error)
{
  g_auto(GStrv) themes = telaah_point_dup_themes (point->point);

  for (guint i = 1; themes[0] != NULL && themes[i] != NULL; i++)
    {
      const char *theme = g_hash_table_lookup (merge->themes, themes[i]);

      if (theme != NULL &&
          !telaah_store_run (merge->session->store, error, "INSERT INTO stands_for (point, theme) VALUES (?1, ?2)"
                             " ON CONFLICT DO NOTHING", "ss", telaah_point_fields (point->point)->id, theme))
        return FALSE;
    }

  return TRUE;
}

/* One without a title has the name of its theme, which may have come with it. */
static char *
dup_title (Merge       *merge,
           TelaahPoint *point)
{
  const TelaahPointFields *f = telaah_point_fields (point);
  const char *theme = f->theme != NULL ? g_hash_table_lookup (merge->themes, f->theme) : NULL;
  char *name = NULL;

  if (f->title != NULL)
    return g_strdup (f->title);

  if (theme != NULL)
    name = telaah_store_dup_value (merge->session->store, "SELECT name FROM theme WHERE id = ?1", "s", theme);
  return name != NULL ? name : g_strdup (_("Untitled point"));
}

/* A point that is here keeps its theme, its outline and its place. */
static gboolean
merge_point (Merge               *merge,
             TelaahOutlinePoint  *point,
             const char          *parent,
             GError             **error)
{
  TelaahSession *self = merge->session;
  const TelaahPointFields *f = telaah_point_fields (point->point);
  const char *theme = f->theme != NULL ? g_hash_table_lookup (merge->themes, f->theme) : NULL;
  g_autofree char *title = dup_title (merge, point->point);

  return telaah_store_run (self->store, error,
                           "INSERT INTO point (id, parent, position, theme, title, similarities, differences, question,"
                           " coder, attribute, value, outline) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11,"
                           " nullif (?12, '" TELAAH_FIRST_OUTLINE "')) ON CONFLICT (id) DO UPDATE SET"
                           " title = excluded.title, similarities = excluded.similarities,"
                           " differences = excluded.differences, question = excluded.question,"
                           " coder = excluded.coder, attribute = excluded.attribute, value = excluded.value,"
                           " theme = coalesce (point.theme, excluded.theme)",
                           "ssdsssssssss", f->id, parent,
                           telaah_store_find_position (self->store, "point", parent, NULL), theme, title,
                           f->similarities, f->differences, f->question, f->coder, f->attribute, f->value, self->outline) &&
         merge_more_themes (merge, point, error);
}

static gboolean
merge_points (Merge          *merge,
              GPtrArray      *points,
              const char     *parent,
              GError        **error)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *point = points->pdata[i];
      const char *id = telaah_point_fields (point->point)->id;

      if (!merge_point (merge, point, parent, error))
        return FALSE;

      for (guint k = 0; k < point->cells->len; k++)
        if (!merge_cell (merge, id, point->cells->pdata[k], error))
          return FALSE;

      if (!merge_links (merge, point, error) || !merge_points (merge, point->points, id, error))
        return FALSE;
    }

  return TRUE;
}

static void
flatten (GPtrArray  *points,
         GListStore *flat)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *point = points->pdata[i];

      g_list_store_append (flat, point->point);
      flatten (point->points, flat);
    }
}

/* Which themes stand behind which points, in the file. */
static TelaahEvidenceMap *
map_outline (TelaahOutline *outline)
{
  g_autoptr(GListStore) points = g_list_store_new (TELAAH_TYPE_POINT);
  g_autoptr(GListStore) themes = g_list_store_new (TELAAH_TYPE_THEME);

  flatten (outline->points, points);
  g_list_store_splice (themes, 0, 0, outline->themes->pdata, outline->themes->len);

  return telaah_evidence_map_new (G_LIST_MODEL (themes), G_LIST_MODEL (points));
}

static gboolean
is_in_text_order (GPtrArray *evidence)
{
  for (guint i = 1; i < evidence->len; i++)
    if (telaah_span_compare (telaah_passage_fields (evidence->pdata[i - 1])->span,
                             telaah_passage_fields (evidence->pdata[i])->span) > 0)
      return FALSE;

  return TRUE;
}

static gboolean
comes_by_itself (TelaahPassage *passage,
                 GPtrArray     *themes)
{
  for (guint i = 0; themes != NULL && i < themes->len; i++)
    if (telaah_passage_has_theme (passage, themes->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Evidence that its themes do not bring into a cell was put there by hand, and is again; so is its order. */
static gboolean
merge_pins (Merge              *merge,
            TelaahEvidenceMap  *map,
            GPtrArray          *points,
            GError            **error)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *point = points->pdata[i];
      const char *id = telaah_point_fields (point->point)->id;
      GPtrArray *themes = g_hash_table_lookup (map->themes, id);

      for (guint k = 0; k < point->cells->len; k++)
        {
          GPtrArray *evidence = telaah_cell_get_evidence (point->cells->pdata[k]);
          gboolean ordered = !is_in_text_order (evidence);

          for (guint e = 0; e < evidence->len; e++)
            {
              gboolean pinned = !comes_by_itself (evidence->pdata[e], themes);
              const char *passage = g_hash_table_lookup (merge->passages,
                                                         telaah_passage_fields (evidence->pdata[e])->id);

              if ((pinned || ordered) &&
                  !telaah_store_run (merge->session->store, error,
                                     "INSERT INTO pin (point, passage, state, position) VALUES (?1, ?2, ?3, ?4)"
                                     " ON CONFLICT (point, passage) DO UPDATE"
                                     " SET state = excluded.state, position = excluded.position", "sssd",
                                     id, passage, pinned ? "pinned" : NULL, ordered ? e + 1.0 : NAN))
                return FALSE;
            }
        }

      if (!merge_pins (merge, map, point->points, error))
        return FALSE;
    }

  return TRUE;
}

/* Translations need a language; one that the project has stays. */
static gboolean
take_second_language (TelaahSession  *self,
                      TelaahOutline  *outline,
                      GError        **error)
{
  return outline->second_language == NULL || telaah_session_get_second_language (self) != NULL ||
         telaah_store_run (self->store, error, "INSERT INTO project (key, value) VALUES ('second-language', ?1)"
                           " ON CONFLICT (key) DO UPDATE SET value = excluded.value", "s", outline->second_language);
}

/**
 * telaah_session_import_outline:
 * @outline: as it was read
 *
 * Its texts must be here already (known by SHA-256). Points, themes and passages that are here keep their ids;
 * what the outline says of points and cells holds afterwards.
 */
gboolean
telaah_session_import_outline (TelaahSession  *self,
                               TelaahOutline  *outline,
                               GError        **error)
{
  g_auto(Merge) merge = { self, map_new (), map_new (), map_new () };
  TelaahEvidenceMap *map;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return FALSE;

  map = map_outline (outline);
  done = merge_sources (&merge, outline, error) && merge_themes (&merge, outline, error) &&
         take_second_language (self, outline, error) && merge_points (&merge, outline->points, NULL, error) &&
         merge_pins (&merge, map, outline->points, error);
  telaah_evidence_map_free (map);

  return telaah_session_end (self, done, "import-outline", NULL, error);
}

/* ---- Points alone ---- */

/* With ids of their own: the file's points may be in another outline here. */
static gboolean
write_points (Merge          *merge,
              GPtrArray      *points,
              const char     *outline,
              const char     *parent,
              GError        **error)
{
  TelaahSession *self = merge->session;

  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *point = points->pdata[i];
      const TelaahPointFields *f = telaah_point_fields (point->point);
      const char *theme = f->theme != NULL ? g_hash_table_lookup (merge->themes, f->theme) : NULL;
      g_autofree char *id = telaah_id_new (), *title = dup_title (merge, point->point);

      if (!telaah_store_run (self->store, error,
                             "INSERT INTO point (id, parent, position, theme, title, question, outline)"
                             " VALUES (?1, ?2, ?3, ?4, ?5, ?6, nullif (?7, '" TELAAH_FIRST_OUTLINE "'))", "ssdssss", id,
                             parent,
                             telaah_store_find_position (self->store, "point", parent, NULL), theme, title,
                             f->question, outline) ||
          !write_points (merge, point->points, outline, id, error))
        return FALSE;
    }

  return TRUE;
}

/* The outline at hand, which has nothing in it, takes them. Returns: (transfer full): its id */
static char *
take_empty (TelaahSession  *self,
            const char     *title,
            GError        **error)
{
  return telaah_store_run (self->store, error, "UPDATE outline SET title = coalesce (title, ?1), follows = 0 WHERE id = ?2",
                           "ss", title, self->outline) ? g_strdup (self->outline) : NULL;
}

/* Returns: (transfer full): the id of the outline that has them: a new one, or the one at hand where that is empty */
char *
telaah_session_import_points (TelaahSession  *self,
                              TelaahOutline  *outline,
                              const char     *title,
                              GError        **error)
{
  g_auto(Merge) merge = { self, map_new (), map_new (), map_new () };
  const char *own = outline->name != NULL ? outline->name : outline->title;
  g_autofree char *id = NULL;
  gboolean done;

  if (!telaah_session_begin (self, error))
    return NULL;

  if (title == NULL)
    title = own != NULL ? own : _("Imported outline");
  id = telaah_list_get_length (self->points) == 0 ? take_empty (self, title, error)
                                                  : telaah_session_write_outline (self, title, FALSE, error);
  done = id != NULL && merge_themes (&merge, outline, error) && write_points (&merge, outline->points, id, NULL, error);

  return telaah_session_end (self, done, "import-outline", NULL, error) ? g_steal_pointer (&id) : NULL;
}
