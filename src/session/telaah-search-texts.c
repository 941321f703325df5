/* The texts of a project as a search wants them; sentences come from the index where it has them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "session/telaah-search-texts.h"

#include <string.h>

#include "text/telaah-body.h"
#include "text/telaah-sentences.h"

/* How much is kept, in bytes. */
#define KEPT (64 * 1024 * 1024)

/* What is known of a source without its text. */
typedef struct
{
  char   *digest;     /* of the marks in force */
  GArray *clutter;
  GArray *open;       /* guint: rows of the index, see find_open(); NULL: not looked at */
  gint64  first;      /* the index's rows that this is about */
} Known;

typedef struct
{
  TelaahReadText  read;
  char           *key;
  gsize           size;
} Kept;

struct _TelaahSearchTexts
{
  TelaahStore *store;
  guint        marks;
  GHashTable  *known;       /* source id -> Known */
  GHashTable  *texts;       /* key -> its link in the queue */
  GQueue       recent;      /* Kept, the last one used first */
  gsize        size;
};

static void
known_free (gpointer data)
{
  Known *known = data;

  g_free (known->digest);
  g_array_unref (known->clutter);
  g_clear_pointer (&known->open, g_array_unref);
  g_free (known);
}

static void
kept_free (gpointer data)
{
  Kept *kept = data;

  telaah_text_unref (kept->read.text);
  g_array_unref (kept->read.sentences);
  g_array_unref (kept->read.clutter);
  g_free (kept->key);
  g_free (kept);
}

TelaahSearchTexts *
telaah_search_texts_new (TelaahStore *store)
{
  TelaahSearchTexts *self = g_new0 (TelaahSearchTexts, 1);

  self->store = g_object_ref (store);
  self->known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, known_free);
  self->texts = g_hash_table_new (g_str_hash, g_str_equal);

  return self;
}

void
telaah_search_texts_free (TelaahSearchTexts *self)
{
  g_hash_table_unref (self->texts);
  g_queue_clear_full (&self->recent, kept_free);
  g_hash_table_unref (self->known);
  g_object_unref (self->store);
  g_free (self);
}

void
telaah_search_texts_follow (TelaahSearchTexts *self,
                            guint              marks)
{
  if (self->marks == marks)
    return;

  self->marks = marks;
  g_hash_table_remove_all (self->known);
}

/* ---- Marks ---- */

static char *
dup_digest (GPtrArray *marks)
{
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (marks->pdata[i]);
      guint32 of_mark[] = { GUINT32_TO_LE (f->span.start), GUINT32_TO_LE (f->span.end), GUINT32_TO_LE (f->kind) };

      if (f->state != TELAAH_MARK_REFUSED)
        g_array_append_vals (numbers, of_mark, G_N_ELEMENTS (of_mark));
    }

  return g_compute_checksum_for_data (G_CHECKSUM_SHA1, (const guchar *) numbers->data,
                                      numbers->len * sizeof (guint32));
}

static Known *
need_known (TelaahSearchTexts        *self,
            const TelaahSceneSource  *source,
            GError                  **error)
{
  Known *known = g_hash_table_lookup (self->known, source->id);
  g_autoptr(GPtrArray) marks = NULL;

  if (known != NULL)
    return known;
  if ((marks = telaah_store_dup_marks (self->store, source->id, error)) == NULL)
    return NULL;

  known = g_new0 (Known, 1);
  known->digest = dup_digest (marks);
  known->clutter = telaah_body_dup_clutter (marks);
  g_hash_table_insert (self->known, g_strdup (source->id), known);
  return known;
}

/* Another program may have put another text in its place, and moved the marks, a moment ago: what does not fit is left
 * out, and the search that follows the news puts it right. */
static GArray *
find_sentences (TelaahSearchTexts        *self,
                const TelaahSceneSource  *source,
                TelaahText               *text,
                GError                  **error)
{
  g_autoptr(GPtrArray) marks = telaah_store_dup_marks (self->store, source->id, error);
  g_autoptr(GArray) apart = NULL;

  if (marks == NULL)
    return NULL;

  for (guint i = marks->len; i > 0; i--)
    if (telaah_mark_fields (marks->pdata[i - 1])->span.end > telaah_text_get_characters (text))
      g_ptr_array_remove_index (marks, i - 1);

  apart = telaah_body_dup_apart (marks, text);
  return telaah_text_find_sentences (text, source->language, apart);
}

static GArray *
dup_clutter_within (const GArray *clutter,
                    guint         characters)
{
  GArray *within = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < clutter->len; i++)
    {
      TelaahSpan span = g_array_index (clutter, TelaahSpan, i);

      span.end = MIN (span.end, characters);
      if (span.start < span.end)
        g_array_append_val (within, span);
    }

  return within;
}

/* ---- Texts ---- */

static void
keep (TelaahSearchTexts *self,
      Kept              *kept)
{
  g_queue_push_head (&self->recent, kept);
  g_hash_table_insert (self->texts, kept->key, self->recent.head);
  self->size += kept->size;

  while (self->size > KEPT && self->recent.length > 1)
    {
      Kept *last = g_queue_pop_tail (&self->recent);

      g_hash_table_remove (self->texts, last->key);
      self->size -= last->size;
      kept_free (last);
    }
}

static Kept *
read_text (TelaahSearchTexts        *self,
           const TelaahSceneSource  *source,
           const Known              *known,
           TelaahIndex              *index,
           GError                  **error)
{
  g_autoptr(TelaahText) text = telaah_store_dup_text (self->store, source->sha256, error);
  g_autoptr(GArray) sentences = NULL;
  Kept *kept;

  if (text == NULL)
    return NULL;
  if (index != NULL)
    sentences = telaah_index_dup_sentences (index, source->sha256, source->language, known->digest);
  if (sentences == NULL && (sentences = find_sentences (self, source, text, error)) == NULL)
    return NULL;

  kept = g_new0 (Kept, 1);
  kept->size = telaah_text_get_n_bytes (text) + sentences->len * sizeof (TelaahSpan);
  kept->read.clutter = dup_clutter_within (known->clutter, telaah_text_get_characters (text));
  kept->read.sentences = g_steal_pointer (&sentences);
  kept->read.text = g_steal_pointer (&text);

  return kept;
}

const TelaahReadText *
telaah_search_texts_read (TelaahSearchTexts        *self,
                          const TelaahSceneSource  *source,
                          TelaahIndex              *index,
                          GError                  **error)
{
  const Known *known = need_known (self, source, error);
  g_autofree char *key = NULL;
  GList *link;
  Kept *kept;

  if (known == NULL)
    return NULL;

  key = g_strconcat (source->sha256, " ", source->language != NULL ? source->language : "", " ", known->digest, NULL);
  link = g_hash_table_lookup (self->texts, key);
  if (link != NULL)
    {
      g_queue_unlink (&self->recent, link);
      g_queue_push_head_link (&self->recent, link);
      return &((Kept *) link->data)->read;
    }

  if ((kept = read_text (self, source, known, index, error)) == NULL)
    return NULL;

  kept->key = g_steal_pointer (&key);
  keep (self, kept);
  return &kept->read;
}

/* ---- Borders ---- */

/* Where the sentence, or the stretch between two of them, ends that @offset lies in; @offset where it begins one. */
static guint
find_unit_end (const GArray *sentences,
               guint         offset,
               guint         characters)
{
  guint low = 0, high = sentences->len;
  guint before = 0;

  /* The first sentence that begins at @offset or after it. */
  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (sentences, TelaahSpan, middle).start < offset)
        low = middle + 1;
      else
        high = middle;
    }

  if (low > 0)
    before = g_array_index (sentences, TelaahSpan, low - 1).end;
  if (before >= offset)
    return before;

  return low < sentences->len ? g_array_index (sentences, TelaahSpan, low).start : characters;
}

/* Rows of the index were cut where sentences ended as the marks were then. Where one goes on further now, its row may
 * lack words of it, and is to be searched whatever the index says. */
static GArray *
find_open (const TelaahIndexed *indexed,
           const GArray        *sentences)
{
  GArray *open = g_array_new (FALSE, FALSE, sizeof (guint));
  guint characters = indexed->starts[indexed->n];

  for (guint i = 0; i + 1 < indexed->n; i++)
    if (find_unit_end (sentences, indexed->starts[i + 1], characters) > indexed->safe_ends[i])
      g_array_append_val (open, i);

  return open;
}

/**
 * telaah_search_texts_find_open:
 *
 * Returns: (transfer none) (element-type guint): the rows of the text, counted from its first, that the index says too
 *   little of; or %NULL with @error set
 */
const GArray *
telaah_search_texts_find_open (TelaahSearchTexts        *self,
                               const TelaahSceneSource  *source,
                               TelaahIndex              *index,
                               const TelaahIndexed      *indexed,
                               GError                  **error)
{
  Known *known = need_known (self, source, error);
  g_autoptr(GArray) sentences = NULL;

  if (known == NULL)
    return NULL;
  if (known->open != NULL && known->first == indexed->first)
    return known->open;

  g_clear_pointer (&known->open, g_array_unref);
  known->first = indexed->first;
  sentences = telaah_index_dup_sentences (index, source->sha256, source->language, known->digest);
  if (sentences == NULL)
    {
      const TelaahReadText *read = telaah_search_texts_read (self, source, index, error);

      if (read == NULL)
        return NULL;
      sentences = g_array_ref (read->sentences);
    }

  known->open = find_open (indexed, sentences);
  return known->open;
}

/* ---- Into the index ---- */

/**
 * telaah_search_texts_is_in:
 *
 * Returns: whether the index has the text, and its sentences as they are now
 */
gboolean
telaah_search_texts_is_in (TelaahSearchTexts        *self,
                           const TelaahSceneSource  *source,
                           TelaahIndex              *index)
{
  const Known *known = need_known (self, source, NULL);
  g_autoptr(GArray) sentences = NULL;

  if (known == NULL || !telaah_index_has (index, source->sha256, source->language))
    return FALSE;

  sentences = telaah_index_dup_sentences (index, source->sha256, source->language, known->digest);
  return sentences != NULL;
}

/* What the index lacks of the text and its sentences. */
gboolean
telaah_search_texts_index (TelaahSearchTexts        *self,
                           const TelaahSceneSource  *source,
                           TelaahIndex              *index,
                           GCancellable             *cancellable,
                           GError                  **error)
{
  const Known *known = need_known (self, source, error);
  g_autoptr(TelaahText) text = NULL;
  g_autoptr(GArray) sentences = NULL;

  if (known == NULL)
    return FALSE;

  sentences = telaah_index_dup_sentences (index, source->sha256, source->language, known->digest);
  if (sentences != NULL && telaah_index_has (index, source->sha256, source->language))
    return TRUE;
  if ((text = telaah_store_dup_text (self->store, source->sha256, error)) == NULL)
    return FALSE;

  if (sentences == NULL &&
      ((sentences = find_sentences (self, source, text, error)) == NULL ||
       !telaah_index_put_sentences (index, source->sha256, source->language, known->digest, sentences, error)))
    return FALSE;

  return telaah_index_has (index, source->sha256, source->language) ||
         telaah_index_add (index, source->sha256, source->language, text, sentences, cancellable, error);
}
