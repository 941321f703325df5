/* How often words come, over texts that are read one after the other, in stretches asked about and outside of them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-frequencies.h"

#include <string.h>

/* In place of a group: of forms not met yet, and of those that are not listed. */
#define NOT_MET 0
#define UNLISTED G_MAXUINT

/* A form of one lexicon, by its number there. */
typedef struct
{
  guint group;
  guint inside;
  guint outside;
} Form;

typedef struct
{
  TelaahTallied counts;         /* of stems the word is what they are grouped by, until there is a list */
  guint         last_source;    /* that had it inside */
} Group;

struct _TelaahTally
{
  gboolean       stems;
  gboolean       stop_words;

  GHashTable    *lexicons;      /* TelaahLexicon -> GArray of its Forms */
  GHashTable    *numbers;       /* folded form or stem, borrowed from a lexicon -> its group */
  GArray        *groups;        /* Group; the first is none */
  guint64        n_inside;
  guint64        n_outside;

  /* The source at hand. */
  TelaahLexicon *lexicon;
  GArray        *forms;
  const GArray  *inside;
  guint          next;          /* of its stretches the first that may not be over yet */
  guint          source;        /* from 1 */
};

TelaahTally *
telaah_tally_new (gboolean stems,
                  gboolean stop_words)
{
  TelaahTally *self = g_new0 (TelaahTally, 1);

  self->stems = stems;
  self->stop_words = stop_words;
  self->lexicons = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  self->numbers = g_hash_table_new (g_str_hash, g_str_equal);
  self->groups = g_array_new (FALSE, TRUE, sizeof (Group));
  g_array_set_size (self->groups, 1);

  return self;
}

void
telaah_tally_free (TelaahTally *self)
{
  g_hash_table_unref (self->lexicons);
  g_hash_table_unref (self->numbers);
  g_array_unref (self->groups);
  g_free (self);
}

void
telaah_tally_begin_source (TelaahTally   *self,
                           TelaahLexicon *lexicon,
                           const GArray  *inside)
{
  self->lexicon = lexicon;
  self->forms = g_hash_table_lookup (self->lexicons, lexicon);
  if (self->forms == NULL)
    {
      self->forms = g_array_new (FALSE, TRUE, sizeof (Form));
      g_hash_table_insert (self->lexicons, lexicon, self->forms);
    }

  self->inside = inside;
  self->next = 0;
  self->source++;
}

static guint
find_group (TelaahTally *self,
            guint        form)
{
  const char *key = telaah_lexicon_get_folded (self->lexicon, form);
  const char *const *stems;
  gpointer number;

  if (!self->stop_words && telaah_lexicon_is_stop_word (self->lexicon, form))
    return UNLISTED;

  if (self->stems && (stems = telaah_lexicon_get_stems (self->lexicon, form)) != NULL && *stems != NULL)
    key = *stems;

  if (!g_hash_table_lookup_extended (self->numbers, key, NULL, &number))
    {
      number = GUINT_TO_POINTER (self->groups->len);
      g_array_append_val (self->groups, ((Group) { .counts.word = key }));
      g_hash_table_insert (self->numbers, (gpointer) key, number);
    }

  return GPOINTER_TO_UINT (number);
}

static void
count (TelaahTally *self,
       guint        number,
       gboolean     inside)
{
  Form *form;
  Group *group;

  if (number >= self->forms->len)
    g_array_set_size (self->forms, MAX (number, telaah_lexicon_get_n_forms (self->lexicon)) + 1);

  form = &g_array_index (self->forms, Form, number);
  if (form->group == NOT_MET)
    form->group = find_group (self, number);

  *(inside ? &self->n_inside : &self->n_outside) += 1;
  if (form->group == UNLISTED)
    return;

  group = &g_array_index (self->groups, Group, form->group);
  if (!inside)
    {
      form->outside++;
      group->counts.outside++;
      return;
    }

  form->inside++;
  group->counts.inside++;
  group->counts.n_sources += group->last_source != self->source;
  group->last_source = self->source;
}

static gboolean
lies_inside (TelaahTally *self,
             guint        start,
             guint        end)
{
  const TelaahSpan *span;

  if (self->inside == NULL)
    return TRUE;

  while (self->next < self->inside->len && g_array_index (self->inside, TelaahSpan, self->next).end <= start)
    self->next++;
  if (self->next == self->inside->len)
    return FALSE;

  span = &g_array_index (self->inside, TelaahSpan, self->next);
  return span->start <= start && end <= span->end;
}

/* Whether the page has broken one word into these two: what they make together is a word, and they are not words of
 * their own, or a hyphen says that they are not. */
static gboolean
are_one (TelaahLexicon    *lexicon,
         const TelaahWord *word,
         const TelaahWord *next)
{
  return word->whole != 0 && telaah_lexicon_is_known (lexicon, word->whole) &&
         (next->before == TELAAH_GAP_HYPHEN || !telaah_lexicon_is_known (lexicon, word->form) ||
          !telaah_lexicon_is_known (lexicon, next->form));
}

/**
 * telaah_tally_add:
 * @words: (element-type TelaahWord): of the source at hand, in text order
 *
 * A word lies inside where all of it does. One that the page has broken is counted as what it was, where the
 * dictionary knows that.
 */
void
telaah_tally_add (TelaahTally  *self,
                  const GArray *words)
{
  const TelaahWord *all = (const TelaahWord *) (gpointer) words->data;

  for (guint i = 0; i < words->len; i++)
    if (i + 1 < words->len && are_one (self->lexicon, &all[i], &all[i + 1]))
      {
        count (self, all[i].whole, lies_inside (self, all[i].start, all[i + 1].end));
        i++;
      }
    else
      {
        count (self, all[i].form, lies_inside (self, all[i].start, all[i].end));
      }
}

guint64
telaah_tally_get_inside (TelaahTally *self)
{
  return self->n_inside;
}

guint64
telaah_tally_get_outside (TelaahTally *self)
{
  return self->n_outside;
}

/* How a group may be shown. */
typedef struct
{
  guint       group;
  const char *word;
  guint       inside;
  guint       outside;
} Face;

static int
compare_faces (gconstpointer a,
               gconstpointer b)
{
  const Face *fa = a, *fb = b;

  if (fa->group != fb->group)
    return fa->group < fb->group ? -1 : 1;

  return strcmp (fa->word, fb->word);
}

/* Of all lexicons, in the order of the groups; forms that look the same, as of two languages or with other accents, are
 * one. */
static GArray *
dup_faces (TelaahTally *self)
{
  GArray *faces = g_array_new (FALSE, FALSE, sizeof (Face));
  GHashTableIter iter;
  gpointer lexicon, forms;
  guint n = 0;

  g_hash_table_iter_init (&iter, self->lexicons);
  while (g_hash_table_iter_next (&iter, &lexicon, &forms))
    for (guint i = 1; i < ((GArray *) forms)->len; i++)
      {
        const Form *form = &g_array_index ((GArray *) forms, Form, i);

        if (form->group != NOT_MET && form->group != UNLISTED)
          g_array_append_val (faces, ((Face) { form->group, telaah_lexicon_get_folded (lexicon, i), form->inside,
                                               form->outside }));
      }
  g_array_sort (faces, compare_faces);

  for (guint i = 0; i < faces->len; i++)
    {
      Face face = g_array_index (faces, Face, i);
      Face *last = n > 0 ? &g_array_index (faces, Face, n - 1) : NULL;

      if (last == NULL || compare_faces (last, &face) != 0)
        {
          g_array_index (faces, Face, n++) = face;
          continue;
        }
      last->inside += face.inside;
      last->outside += face.outside;
    }
  g_array_set_size (faces, n);

  return faces;
}

/* Each group is shown by its form that comes most often inside; where several do, outside; else the first one. */
static void
choose_words (TelaahTally *self)
{
  g_autoptr(GArray) faces = dup_faces (self);
  const Face *best = NULL;

  for (guint i = 0; i < faces->len; i++)
    {
      const Face *face = &g_array_index (faces, Face, i);

      if (best == NULL || face->group != best->group || face->inside > best->inside ||
          (face->inside == best->inside && face->outside > best->outside))
        best = face;
      g_array_index (self->groups, Group, best->group).counts.word = best->word;
    }
}

/* Returns: (transfer full) (element-type TelaahTallied): one each, as long as the lexicons live */
GArray *
telaah_tally_dup_words (TelaahTally *self)
{
  GArray *words = g_array_sized_new (FALSE, FALSE, sizeof (TelaahTallied), self->groups->len);

  if (self->stems)
    choose_words (self);
  for (guint i = 1; i < self->groups->len; i++)
    g_array_append_val (words, g_array_index (self->groups, Group, i).counts);

  return words;
}

/* ---- The list ---- */

void
telaah_frequency_free (TelaahFrequency *self)
{
  g_free (self->word);
  g_free (self);
}

/* Those that come as often stand by their letters: the same list everywhere, whatever the country. */
static int
compare_frequencies (gconstpointer a,
                     gconstpointer b)
{
  const TelaahFrequency *fa = *(const TelaahFrequency *const *) a, *fb = *(const TelaahFrequency *const *) b;

  if (fa->count != fb->count)
    return fa->count > fb->count ? -1 : 1;

  return strcmp (fa->word, fb->word);
}

/* Returns: (transfer full) (element-type TelaahFrequency): of what lies inside, the most frequent first */
GPtrArray *
telaah_frequencies_list (TelaahTally *self)
{
  g_autoptr(GArray) words = telaah_tally_dup_words (self);
  GPtrArray *list = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_frequency_free);

  for (guint i = 0; i < words->len; i++)
    {
      const TelaahTallied *word = &g_array_index (words, TelaahTallied, i);
      TelaahFrequency *frequency;

      if (word->inside == 0)
        continue;

      frequency = g_new (TelaahFrequency, 1);
      frequency->word = g_strdup (word->word);
      frequency->count = word->inside;
      frequency->n_sources = word->n_sources;
      frequency->per_thousand = 1000.0 * word->inside / self->n_inside;
      g_ptr_array_add (list, frequency);
    }
  g_ptr_array_sort (list, compare_frequencies);

  return list;
}
