/* Evidence: which passages a cell rests on, and whether they have changed since.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-evidence.h"

#include <string.h>

#include "model/telaah-id.h"
#include "model/telaah-point.h"
#include "model/telaah-theme.h"

static GHashTable *
map_new (void)
{
  return g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_ptr_array_unref);
}

static void
map_add (GHashTable *map,
         const char *key,
         const char *value)
{
  GPtrArray *values = g_hash_table_lookup (map, key);

  if (values == NULL)
    {
      values = g_ptr_array_new_with_free_func (g_free);
      g_hash_table_insert (map, g_strdup (key), values);
    }
  g_ptr_array_add (values, g_strdup (value));
}

static void
add_themes (TelaahPoint *point,
            GHashTable  *set)
{
  g_auto(GStrv) themes = telaah_point_dup_themes (point);

  for (char **theme = themes; *theme != NULL; theme++)
    g_hash_table_add (set, g_strdup (*theme));
}

/* The themes that have a point of their own somewhere below the point at @position. One under a condition does not take
 * them away: it shows a part of what stands above it. */
static GHashTable *
themes_further_down (GListModel *points,
                     guint       position,
                     guint       depth)
{
  GHashTable *set = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = position + 1; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *f = telaah_point_fields (point);

      if (f->depth <= depth)
        break;
      if (f->coder == NULL && f->attribute == NULL)
        add_themes (point, set);
    }

  return set;
}

/* One of the themes of a point, with those below it. */
static void
map_theme (TelaahEvidenceMap *self,
           const char        *point,
           const char        *theme_id,
           GHashTable        *taken,
           GHashTable        *mapped,
           GListModel        *themes)
{
  int top = -1;       /* depth of the point's theme, once it was met */
  int skip = -1;      /* depth of a theme that has its own point, while below it */

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);
      int depth = f->depth;

      if (top < 0)
        {
          if (strcmp (f->id, theme_id) != 0)
            continue;
          top = depth;
        }
      else if (depth <= top)
        break;

      if (skip >= 0 && depth > skip)
        continue;
      skip = depth > top && g_hash_table_contains (taken, f->id) ? depth : -1;
      if (skip >= 0)
        continue;

      if (!g_hash_table_add (mapped, g_strdup (f->id)))
        continue;
      map_add (self->themes, point, f->id);
      map_add (self->points, f->id, point);
    }
}

/**
 * telaah_evidence_map_new:
 * @themes: (element-type TelaahTheme): the tree, depth first
 * @points: (element-type TelaahPoint): the tree, depth first
 *
 * A passage is evidence for a point when it is under a theme of the point, or under a theme below such a one which has
 * no point of its own further down the outline. Conditions of points are not looked at here.
 */
TelaahEvidenceMap *
telaah_evidence_map_new (GListModel *themes,
                         GListModel *points)
{
  TelaahEvidenceMap *self = g_new0 (TelaahEvidenceMap, 1);

  self->themes = map_new ();
  self->points = map_new ();

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);
      const TelaahPointFields *f = telaah_point_fields (point);
      g_auto(GStrv) of_point = telaah_point_dup_themes (point);
      g_autoptr(GHashTable) taken = NULL, mapped = NULL;

      if (of_point[0] == NULL)
        continue;
      taken = themes_further_down (points, i, f->depth);
      mapped = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
      for (char **theme = of_point; *theme != NULL; theme++)
        map_theme (self, f->id, *theme, taken, mapped, themes);
    }

  return self;
}

void
telaah_evidence_map_free (TelaahEvidenceMap *self)
{
  g_hash_table_unref (self->themes);
  g_hash_table_unref (self->points);
  g_free (self);
}

/* A passage as a fingerprint has it: its id, and eight digits of the SHA-256 of its words, since a moved border
 * changes the evidence and a corrected text elsewhere does not. */
static char *
dup_print (TelaahPassage *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, f->quote, -1);

  return g_strdup_printf ("%s=%.8s", f->id, sum);
}

static int
compare_prints (gconstpointer a,
                gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * telaah_evidence_fingerprint:
 * @evidence: (element-type TelaahPassage): in any order
 *
 * Returns: (transfer full): what to keep, to see later whether the evidence has changed
 */
char *
telaah_evidence_fingerprint (GPtrArray *evidence)
{
  g_autoptr(GPtrArray) prints = g_ptr_array_new_null_terminated (evidence->len + 1, g_free, TRUE);

  for (guint i = 0; i < evidence->len; i++)
    g_ptr_array_add (prints, dup_print (evidence->pdata[i]));
  g_ptr_array_sort (prints, compare_prints);

  return g_strjoinv (" ", (char **) prints->pdata);
}

/* Whether a passage, as it is now, was among the evidence of that fingerprint. */
gboolean
telaah_evidence_has_seen (const char    *fingerprint,
                          TelaahPassage *passage)
{
  g_autofree char *print = dup_print (passage);

  return strstr (fingerprint, print) != NULL;
}

/**
 * telaah_evidence_count_new:
 * @fingerprint: of the evidence when the summary was written
 * @evidence: (element-type TelaahPassage): as it is now
 * @changed: (out): whether anything has come, gone or changed
 *
 * Returns: how many passages have come or changed
 */
guint
telaah_evidence_count_new (const char *fingerprint,
                           GPtrArray  *evidence,
                           gboolean   *changed)
{
  g_autofree char *now = telaah_evidence_fingerprint (evidence);
  guint n = 0;

  *changed = strcmp (now, fingerprint) != 0;
  for (guint i = 0; *changed && i < evidence->len; i++)
    n += !telaah_evidence_has_seen (fingerprint, evidence->pdata[i]);

  return n;
}

/**
 * telaah_points_of_themes:
 * @themes: (element-type TelaahTheme): the tree, depth first
 *
 * Returns: (transfer full) (element-type TelaahPoint): the outline that the theme tree implies; the ids are the same
 * each time
 */
GPtrArray *
telaah_points_of_themes (GListModel *themes)
{
  GPtrArray *points = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);
      g_autofree char *id = telaah_id_derive (f->id, "point");
      g_autofree char *parent = f->parent != NULL ? telaah_id_derive (f->parent, "point") : NULL;
      TelaahPointFields point = {
        .id = id, .parent = parent, .theme = f->id, .title = f->name, .depth = f->depth,
      };

      g_ptr_array_add (points, telaah_point_new (&point));
    }

  return points;
}

/**
 * telaah_evidence_split_fingerprint:
 *
 * Returns: (transfer full): passage id -> the eight digits of its words, as they were
 */
GHashTable *
telaah_evidence_split_fingerprint (const char *fingerprint)
{
  GHashTable *prints = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_auto(GStrv) parts = g_strsplit (fingerprint, " ", -1);

  for (char **part = parts; *part != NULL; part++)
    {
      char *sign = strchr (*part, '=');

      if (sign != NULL)
        g_hash_table_insert (prints, g_strndup (*part, sign - *part), g_strdup (sign + 1));
    }

  return prints;
}

/* Whether these are the words that a fingerprint has @print of. */
gboolean
telaah_evidence_fits_print (const char *print,
                            const char *quote)
{
  g_autofree char *sum = g_compute_checksum_for_string (G_CHECKSUM_SHA256, quote, -1);

  return strncmp (sum, print, 8) == 0;
}

/**
 * telaah_evidence_propose_status:
 * @status: what the researcher has set
 * @judged: (nullable): the evidence when they did, or when they declined a proposal
 * @evidence: (element-type TelaahPassage): as it is now
 * @proposal: (out): another status that the evidence suggests
 *
 * A proposal comes where evidence appears under a cell that is unread or silent, or vanishes from one that rests on
 * some; "nothing tagged" is never "says nothing".
 */
gboolean
telaah_evidence_propose_status (TelaahStatus  status,
                                const char   *judged,
                                GPtrArray    *evidence,
                                TelaahStatus *proposal)
{
  gboolean speaks = status == TELAAH_STATUS_TREATED || status == TELAAH_STATUS_IMPLICIT;
  g_autofree char *now = NULL;

  if (speaks == (evidence->len > 0))
    return FALSE;

  if (speaks)
    {
      *proposal = TELAAH_STATUS_UNREAD;
      return judged != NULL && *judged != '\0';
    }

  now = judged != NULL ? telaah_evidence_fingerprint (evidence) : NULL;
  *proposal = TELAAH_STATUS_TREATED;
  return g_strcmp0 (judged, now) != 0 || judged == NULL;
}

/**
 * telaah_evidence_count_changes:
 * @fingerprint: of the evidence when the summary was written
 * @evidence: (element-type TelaahPassage): as it is now
 *
 * How many have come, have other words, and have gone since; for who need not know which.
 */
TelaahEvidenceChanges
telaah_evidence_count_changes (const char *fingerprint,
                               GPtrArray  *evidence)
{
  g_autoptr(GHashTable) seen = telaah_evidence_split_fingerprint (fingerprint);
  TelaahEvidenceChanges changes = { 0 };

  for (guint i = 0; i < evidence->len; i++)
    {
      const TelaahPassageFields *f = telaah_passage_fields (evidence->pdata[i]);
      const char *print = g_hash_table_lookup (seen, f->id);

      changes.came += print == NULL;
      changes.changed += print != NULL && !telaah_evidence_fits_print (print, f->quote);
      g_hash_table_remove (seen, f->id);
    }
  changes.went = g_hash_table_size (seen);

  return changes;
}
