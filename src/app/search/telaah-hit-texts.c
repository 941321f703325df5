/* The words around a hit, and what is known of its place: of the texts that rows in sight are of. A few of them are kept
 * at hand, however large the project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/search/telaah-hit-texts.h"

#include <glib/gi18n.h>

#include "app/reader/telaah-highlights.h"

/* Texts kept; as many as may be in sight at once. */
#define MOST_KEPT 12

/* More of a sentence than its lines can show, before the hit and behind it, in code points. */
#define MOST_AROUND 300

typedef struct
{
  TelaahText       *text;
  TelaahHighlights *passages;
} Kept;

struct _TelaahHitTexts
{
  TelaahSession *session;
  GHashTable    *texts;     /* id of a source -> Kept */
  GHashTable    *notes;     /* id -> TelaahNote; NULL: not made yet */
  GArray        *indices;   /* scratch: guint, of highlights */
};

static void
free_kept (gpointer data)
{
  Kept *kept = data;

  telaah_text_unref (kept->text);
  telaah_highlights_free (kept->passages);
  g_free (kept);
}

static void
passages_changed_cb (TelaahSpan span,
                     gpointer   user_data)
{
  /* They are asked for anew whenever a row is shown. */
}

TelaahHitTexts *
telaah_hit_texts_new (TelaahSession *session)
{
  TelaahHitTexts *self = g_new0 (TelaahHitTexts, 1);

  self->session = g_object_ref (session);
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_kept);
  self->indices = g_array_new (FALSE, FALSE, sizeof (guint));

  return self;
}

void
telaah_hit_texts_free (TelaahHitTexts *self)
{
  telaah_hit_texts_forget (self);
  g_hash_table_unref (self->texts);
  g_array_unref (self->indices);
  g_object_unref (self->session);
  g_free (self);
}

/* Texts or notes are others now. */
void
telaah_hit_texts_forget (TelaahHitTexts *self)
{
  g_hash_table_remove_all (self->texts);
  g_clear_pointer (&self->notes, g_hash_table_unref);
}

TelaahSession *
telaah_hit_texts_get_session (TelaahHitTexts *self)
{
  return self->session;
}

/* NULL: it cannot be read. */
static Kept *
need_text (TelaahHitTexts *self,
           const char     *source)
{
  Kept *kept = source != NULL ? g_hash_table_lookup (self->texts, source) : NULL;
  g_autoptr(TelaahText) text = NULL;

  if (kept != NULL || source == NULL || telaah_session_find_source (self->session, source) == NULL)
    return kept;

  text = telaah_session_dup_text (self->session, source, NULL);
  if (text == NULL)
    return NULL;

  if (g_hash_table_size (self->texts) >= MOST_KEPT)
    g_hash_table_remove_all (self->texts);
  kept = g_new (Kept, 1);
  kept->text = g_steal_pointer (&text);
  kept->passages = telaah_highlights_new (passages_changed_cb, NULL);
  telaah_highlights_set_model (kept->passages, telaah_session_get_passages (self->session, source));
  g_hash_table_insert (self->texts, g_strdup (source), kept);

  return kept;
}

/* Borrowed until notes change; NULL: it is gone. */
TelaahNote *
telaah_hit_texts_find_note (TelaahHitTexts *self,
                            const char     *note)
{
  if (self->notes == NULL)
    {
      GListModel *notes = telaah_session_get_notes (self->session);

      self->notes = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_object_unref);
      for (guint i = 0; i < g_list_model_get_n_items (notes); i++)
        {
          TelaahNote *item = g_list_model_get_item (notes, i);

          g_hash_table_insert (self->notes, (gpointer) telaah_note_fields (item)->id, item);
        }
    }

  return note != NULL ? g_hash_table_lookup (self->notes, note) : NULL;
}

/* ---- The words ---- */

static TelaahSpan
get_window (const TelaahHit *hit,
            guint            n)    /* code points in all */
{
  TelaahSpan window = { MIN (hit->sentence.start, hit->span.start), MAX (hit->sentence.end, hit->span.end) };

  if (hit->span.start > window.start + MOST_AROUND)
    window.start = hit->span.start - MOST_AROUND;
  window.end = MIN (window.end, n);
  window.start = MIN (window.start, window.end);

  return window;
}

static char *
dup_window (const char      *words,
            const TelaahHit *hit,
            TelaahSpan      *span)
{
  glong n = g_utf8_strlen (words, -1);

  *span = get_window (hit, n);

  return g_utf8_substring (words, span->start, span->end);
}

/**
 * telaah_hit_texts_dup_sentence:
 * @span: (out): of what is returned
 *
 * Returns: (transfer full): the sentence that the hit is in, or of a very long one the better part; where its text is gone
 *   the hit alone
 */
char *
telaah_hit_texts_dup_sentence (TelaahHitTexts  *self,
                               const TelaahHit *hit,
                               TelaahSpan      *span)
{
  Kept *kept = hit->place == TELAAH_PLACE_TEXT ? need_text (self, hit->source) : NULL;
  TelaahNote *note = hit->place == TELAAH_PLACE_NOTE ? telaah_hit_texts_find_note (self, hit->target) : NULL;

  if (kept != NULL && hit->span.end <= telaah_text_get_characters (kept->text))
    {
      *span = get_window (hit, telaah_text_get_characters (kept->text));
      return telaah_text_dup_slice (kept->text, *span);
    }

  if (note != NULL)
    return dup_window (telaah_note_fields (note)->text, hit, span);

  if (hit->place == TELAAH_PLACE_SUMMARY && hit->source != NULL)
    {
      g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, hit->target, hit->source);

      if (cell != NULL && telaah_cell_fields (cell)->summary != NULL)
        return dup_window (telaah_cell_fields (cell)->summary, hit, span);
    }

  *span = hit->span;
  return g_strdup (hit->quote);
}

/* ---- The place ---- */

static const char *
get_source_name (TelaahHitTexts *self,
                 const char     *id)
{
  TelaahSource *source = telaah_session_find_source (self->session, id);

  return source != NULL ? telaah_source_get_name (source) : NULL;
}

static const char *
get_point_title (TelaahHitTexts *self,
                 const char     *id)
{
  TelaahPoint *point = telaah_session_find_point (self->session, id);

  return point != NULL ? telaah_point_fields (point)->title : NULL;
}

static const char *
get_theme_name (TelaahHitTexts *self,
                const char     *id)
{
  TelaahTheme *theme = telaah_session_find_theme (self->session, id);

  return theme != NULL ? telaah_theme_fields (theme)->name : NULL;
}

/* "Challenges, Benefits · Kabel laut" */
static char *
dup_passage_place (TelaahHitTexts *self,
                   TelaahPassage  *passage)
{
  const TelaahPassageFields *f = telaah_passage_fields (passage);
  const char *source = get_source_name (self, f->source);
  GString *place = g_string_new (NULL);

  for (const char *const *id = f->themes; *id != NULL; id++)
    if (get_theme_name (self, *id) != NULL)
      g_string_append_printf (place, "%s%s", place->len > 0 ? ", " : "", get_theme_name (self, *id));
  if (source != NULL)
    g_string_append_printf (place, "%s%s", place->len > 0 ? " · " : "", source);

  return g_string_free (place, FALSE);
}

static char *
dup_note_place (TelaahHitTexts         *self,
                const TelaahNoteFields *note)
{
  TelaahPassage *passage = telaah_session_find_passage (self->session, note->target);
  const char *title = telaah_session_get_title (self->session);
  const char *name = NULL;

  if (g_str_equal (note->kind, "passage") && passage != NULL)
    return dup_passage_place (self, passage);

  if (g_str_equal (note->kind, "source"))
    name = get_source_name (self, note->target);
  else if (g_str_equal (note->kind, "theme"))
    name = get_theme_name (self, note->target);
  else if (g_str_equal (note->kind, "point"))
    name = get_point_title (self, note->target);
  else if (g_str_equal (note->kind, "project"))
    name = title != NULL ? title : _("The project");

  return g_strdup (name);
}

/* What a note is on, or whose summary it is; NULL: nothing to be said. */
char *
telaah_hit_texts_dup_place (TelaahHitTexts  *self,
                            const TelaahHit *hit)
{
  if (hit->place == TELAAH_PLACE_NOTE)
    {
      TelaahNote *note = telaah_hit_texts_find_note (self, hit->target);

      return note != NULL ? dup_note_place (self, telaah_note_fields (note)) : NULL;
    }

  if (hit->place == TELAAH_PLACE_SUMMARY)
    {
      const char *source = get_source_name (self, hit->source), *point = get_point_title (self, hit->target);

      return point != NULL && source != NULL ? g_strdup_printf ("%s · %s", point, source)
                                             : g_strdup (point != NULL ? point : source);
    }

  return NULL;
}

/**
 * telaah_hit_texts_dup_themes:
 *
 * Returns: (transfer full) (element-type utf8): ids of those that its words are tagged with already, each once
 */
GPtrArray *
telaah_hit_texts_dup_themes (TelaahHitTexts  *self,
                             const TelaahHit *hit)
{
  GPtrArray *themes = g_ptr_array_new_with_free_func (g_free);
  Kept *kept = hit->place == TELAAH_PLACE_TEXT ? need_text (self, hit->source) : NULL;

  if (kept == NULL)
    return themes;

  telaah_highlights_query (kept->passages, hit->span, self->indices);
  for (guint i = 0; i < self->indices->len; i++)
    {
      const TelaahHighlight *highlight = telaah_highlights_get (kept->passages,
                                                                g_array_index (self->indices, guint, i));
      const char *const *ids = telaah_passage_fields (highlight->passage)->themes;

      for (; *ids != NULL; ids++)
        if (!g_ptr_array_find_with_equal_func (themes, *ids, g_str_equal, NULL))
          g_ptr_array_add (themes, g_strdup (*ids));
    }

  return themes;
}
