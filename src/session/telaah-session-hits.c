/* What is to be tagged of what a search has found: hits become words, sentences or paragraphs, each once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-hit-spans.h"

#include <string.h>

#include "session/telaah-cover.h"
#include "session/telaah-session-private.h"
#include "text/telaah-body.h"

static const char *const units[TELAAH_N_UNITS] = { "hit", "sentence", "paragraph" };

const char *
telaah_unit_to_string (TelaahUnit unit)
{
  return units[unit];
}

/* FALSE where it is none of them; then @unit stays as it was. */
gboolean
telaah_unit_from_string (const char *string,
                         TelaahUnit *unit)
{
  for (guint i = 0; i < TELAAH_N_UNITS; i++)
    if (g_strcmp0 (string, units[i]) == 0)
      {
        *unit = i;
        return TRUE;
      }

  return FALSE;
}

void
telaah_hit_span_free (TelaahHitSpan *self)
{
  g_free (self->source);
  g_free (self->parts);
  g_free (self);
}

/* ---- The source that is looked through ---- */

/* The hits come in text order, so each list is gone through once. */
typedef struct
{
  const GArray *spans;     /* TelaahSpan, in order, none overlapping; NULL: none */
  guint         next;
} Walk;

/* The first one that ends behind @offset; NULL where there is none. */
static const TelaahSpan *
walk_to (Walk  *walk,
         guint  offset)
{
  while (walk->spans != NULL && walk->next < walk->spans->len &&
         g_array_index (walk->spans, TelaahSpan, walk->next).end <= offset)
    walk->next++;

  return walk->spans != NULL && walk->next < walk->spans->len
           ? &g_array_index (walk->spans, TelaahSpan, walk->next) : NULL;
}

typedef struct
{
  TelaahText *text;
  TelaahUnit  unit;
  GArray     *clutter;
  GArray     *headings;
  GArray     *paragraphs;     /* NULL unless they are the unit */
  Walk        in_clutter;
  Walk        in_headings;
  Walk        in_paragraphs;
} Place;

static void
place_clear (Place *place)
{
  g_clear_pointer (&place->text, telaah_text_unref);
  g_clear_pointer (&place->clutter, g_array_unref);
  g_clear_pointer (&place->headings, g_array_unref);
  g_clear_pointer (&place->paragraphs, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)

static GArray *
dup_headings (GPtrArray *marks)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);

      if (f->state != TELAAH_MARK_REFUSED && f->kind == TELAAH_MARK_HEADING)
        g_array_append_val (spans, f->span);
    }

  return spans;
}

static gboolean
place_read (Place          *place,
            TelaahSession  *session,
            const char     *source,
            TelaahUnit      unit,
            GError        **error)
{
  g_autoptr(GPtrArray) marks = NULL;

  if ((place->text = telaah_session_dup_text (session, source, error)) == NULL ||
      !telaah_session_load_marks (session, source, error) ||
      (unit == TELAAH_UNIT_PARAGRAPH &&
       (place->paragraphs = telaah_session_dup_paragraphs (session, source, error)) == NULL))
    return FALSE;

  marks = telaah_session_dup_marks (session, source);
  place->unit = unit;
  place->clutter = telaah_body_dup_clutter (marks);
  place->headings = dup_headings (marks);
  place->in_clutter.spans = place->clutter;
  place->in_headings.spans = place->headings;
  place->in_paragraphs.spans = place->paragraphs;

  return TRUE;
}

/* ---- From hits to spans ---- */

typedef gboolean (*IsRim) (gunichar c);

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c);
}

static gboolean
is_mark (gunichar c)
{
  return !g_unichar_isalnum (c) && !g_unichar_ismark (c);
}

/* What is left of @span once its rim is taken off; itself, where nothing is. */
static TelaahSpan
trim (const TelaahText *text,
      TelaahSpan        span,
      IsRim             is_rim)
{
  const char *body = telaah_text_get_body (text);
  const char *start = body + telaah_text_get_byte (text, span.start);
  const char *end = body + telaah_text_get_byte (text, span.end);
  TelaahSpan left = span;

  for (; start < end && is_rim (g_utf8_get_char (start)); start = g_utf8_next_char (start))
    left.start++;
  for (; start < end && is_rim (g_utf8_get_char (g_utf8_prev_char (end))); end = g_utf8_prev_char (end))
    left.end--;

  return left.start < left.end ? left : span;
}

/* The text may be another since it was searched. */
static gboolean
is_there (const Place     *place,
          const TelaahHit *hit)
{
  g_autofree char *words = NULL;

  if (hit->span.start >= hit->span.end || hit->span.end > telaah_text_get_characters (place->text))
    return FALSE;

  words = telaah_text_dup_slice (place->text, hit->span);
  return strcmp (words, hit->quote) == 0;
}

static TelaahSpan
unite (TelaahSpan a,
       TelaahSpan b)
{
  return (TelaahSpan) { MIN (a.start, b.start), MAX (a.end, b.end) };
}

/* Its sentence, or the heading that it stands in. */
static TelaahSpan
find_sentence (Place           *place,
               const TelaahHit *hit,
               gboolean        *heading)
{
  const TelaahSpan *found = walk_to (&place->in_headings, hit->span.start);
  TelaahSpan sentence = hit->sentence;

  *heading = found != NULL && telaah_span_overlaps (*found, hit->span);
  if (*heading)
    return unite (*found, hit->span);

  sentence.end = MIN (sentence.end, telaah_text_get_characters (place->text));
  return trim (place->text, unite (sentence, hit->span), is_blank);
}

/* With more than one, where the words stand in several. */
static TelaahSpan
find_paragraph (Place      *place,
                TelaahSpan  sentence)
{
  TelaahSpan span = sentence;

  if (walk_to (&place->in_paragraphs, sentence.start) == NULL)
    return span;

  for (guint i = place->in_paragraphs.next; i < place->paragraphs->len; i++)
    {
      TelaahSpan paragraph = g_array_index (place->paragraphs, TelaahSpan, i);

      if (!telaah_span_overlaps (paragraph, sentence))
        break;
      span = unite (span, paragraph);
    }

  return span;
}

static int
compare_parts (gconstpointer a,
               gconstpointer b)
{
  return telaah_span_compare (*(const TelaahSpan *) a, *(const TelaahSpan *) b);
}

/* In order, none twice, none in another. */
static void
set_parts (TelaahHitSpan *span,
           GArray        *parts)
{
  g_array_sort (parts, compare_parts);
  span->parts = g_new (TelaahSpan, parts->len);
  for (guint i = 0; i < parts->len; i++)
    {
      TelaahSpan part = g_array_index (parts, TelaahSpan, i);

      if (span->n_parts == 0 || part.start >= span->parts[span->n_parts - 1].end)
        span->parts[span->n_parts++] = part;
    }
  g_array_set_size (parts, 0);
}

static void
finish (const Place   *place,
        TelaahHitSpan *span,
        GArray        *parts)
{
  if (span == NULL)
    return;

  set_parts (span, parts);
  span->core = trim (place->text, span->span, is_mark);
  if (place->unit != TELAAH_UNIT_HIT)
    span->around = span->span;
}

/* @hits: of one source, in text order */
static void
add_spans (Place      *place,
           const char *source,
           GPtrArray  *hits,
           GPtrArray  *spans)
{
  g_autoptr(GArray) parts = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  TelaahHitSpan *last = NULL;

  for (guint i = 0; i < hits->len; i++)
    {
      const TelaahHit *hit = hits->pdata[i];
      const TelaahSpan *clutter = walk_to (&place->in_clutter, hit->span.start);
      gboolean heading;
      TelaahSpan sentence, span;

      if (!is_there (place, hit) || (clutter != NULL && telaah_span_overlaps (*clutter, hit->span)))
        continue;

      sentence = find_sentence (place, hit, &heading);
      span = place->unit == TELAAH_UNIT_HIT ? hit->span
             : place->unit == TELAAH_UNIT_SENTENCE || heading ? sentence : find_paragraph (place, sentence);
      if (last == NULL || span.start >= last->span.end)
        {
          finish (place, last, parts);
          last = g_new0 (TelaahHitSpan, 1);
          last->source = g_strdup (source);
          last->span = span;
          last->around = sentence;
          last->heading = heading && place->unit != TELAAH_UNIT_HIT;
          g_ptr_array_add (spans, last);
        }

      last->span = unite (last->span, span);
      last->around = unite (last->around, sentence);
      g_array_append_vals (parts, hit->parts, hit->n_parts);
    }

  finish (place, last, parts);
}

/* ---- A project's ---- */

static int
compare_hits (gconstpointer a,
              gconstpointer b)
{
  const TelaahHit *x = *(const TelaahHit *const *) a, *y = *(const TelaahHit *const *) b;

  return telaah_span_compare (x->span, y->span);
}

/* Source id -> GPtrArray of TelaahHit, in text order; all borrowed of @hits. */
static GHashTable *
group_hits (GPtrArray *hits)
{
  GHashTable *groups = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  GHashTableIter iter;
  gpointer group;

  for (guint i = 0; i < hits->len; i++)
    {
      TelaahHit *hit = hits->pdata[i];

      if (hit->place != TELAAH_PLACE_TEXT || hit->source == NULL)
        continue;
      if ((group = g_hash_table_lookup (groups, hit->source)) == NULL)
        g_hash_table_insert (groups, hit->source, group = g_ptr_array_new ());
      g_ptr_array_add (group, hit);
    }

  g_hash_table_iter_init (&iter, groups);
  while (g_hash_table_iter_next (&iter, NULL, &group))
    g_ptr_array_sort (group, compare_hits);

  return groups;
}

GPtrArray *
telaah_session_dup_hit_spans (TelaahSession  *self,
                              GPtrArray      *hits,
                              TelaahUnit      unit,
                              const char     *theme,
                              GError        **error)
{
  g_autoptr(GPtrArray) spans = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_span_free);
  g_autoptr(GHashTable) groups = group_hits (hits);
  GListModel *sources = telaah_session_get_sources (self);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);
      const char *id = telaah_source_fields (source)->id;
      GPtrArray *group = g_hash_table_lookup (groups, id);
      g_auto(Place) place = { NULL };

      if (group == NULL)
        continue;
      if (!place_read (&place, self, id, unit, error))
        return NULL;
      add_spans (&place, id, group, spans);
    }

  telaah_session_mark_tagged (self, spans, theme);
  return g_steal_pointer (&spans);
}

/**
 * telaah_session_mark_tagged:
 * @spans: (element-type TelaahHitSpan): in their order, of any number of sources
 * @theme: (nullable)
 *
 * Sets of each whether it has the theme.
 */
void
telaah_session_mark_tagged (TelaahSession *self,
                            GPtrArray     *spans,
                            const char    *theme)
{
  TelaahCover cover = { NULL };
  const char *source = NULL;

  for (guint i = 0; i < spans->len; i++)
    {
      TelaahHitSpan *span = spans->pdata[i];

      if (g_strcmp0 (source, span->source) != 0)
        telaah_cover_init (&cover, self, span->source, theme);
      source = span->source;
      span->tagged = telaah_cover_has (&cover, span->core);
    }
}
