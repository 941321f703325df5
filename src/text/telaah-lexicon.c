/* Keeps word forms.
 *
 * All strings, the words as they stand in texts and folded ones, are kept once, in one hash table with open addressing: a
 * text is split at the speed of looking its words up here.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-lexicon.h"

#include <string.h>

#include "text/telaah-fold.h"
#include "text/telaah-misspelling.h"
#include "text/telaah-stemmer.h"
#include "text/telaah-stop-words.h"

/* Forms are kept in pages that never move: what they borrow out is lent for good. */
#define PAGE 512

#define FIRST_SLOTS 1024

/* Suggestions beyond these are far from what was meant. */
#define BEST_SUGGESTIONS 3

typedef struct
{
  const char *bytes;      /* in the lexicon's strings */
  guint       n_bytes;
  guint       hash;
  guint       form;       /* 0: not met as a word */
} Spelling;

typedef struct
{
  const char          *folded;
  const char          *end;        /* NULL: with `folded` the stems of a word that is its own */
  const char          *spelling;   /* in small letters, with accents */
  const TelaahStemmed *stemmed;    /* NULL: not looked up */
  gboolean             is_stop;
} Form;

struct _TelaahLexicon
{
  char          *language;     /* nullable */
  TelaahStemmer *stemmer;
  GHashTable    *stop_words;   /* nullable */

  GStringChunk  *strings;
  GArray        *spellings;    /* Spelling; number 0 stands for none */
  guint         *slots;        /* numbers by hash, 0 where free */
  guint          n_slots;      /* a power of two */
  GPtrArray     *pages;        /* Form[PAGE] */
  guint          n_forms;

  char          *asked;        /* the word that suggestions were last asked for */
  char         **suggested;
};

/**
 * telaah_lexicon_new_with:
 * @language: (nullable): BCP 47
 */
TelaahLexicon *
telaah_lexicon_new_with (const char           *language,
                         TelaahStemmerMethods  allowed)
{
  TelaahLexicon *self = g_new0 (TelaahLexicon, 1);

  self->language = g_strdup (language);
  self->stemmer = telaah_stemmer_get (language != NULL ? language : "", allowed);
  self->stop_words = telaah_stop_words_get (language);
  self->strings = g_string_chunk_new (1 << 14);
  self->spellings = g_array_new (FALSE, TRUE, sizeof (Spelling));
  g_array_set_size (self->spellings, 1);
  self->n_slots = FIRST_SLOTS;
  self->slots = g_new0 (guint, self->n_slots);
  self->pages = g_ptr_array_new_with_free_func (g_free);

  return self;
}

/**
 * telaah_lexicon_new:
 * @language: (nullable): BCP 47; without one, or without a stemmer for it, each word is its own stem
 */
TelaahLexicon *
telaah_lexicon_new (const char *language)
{
  /* What Indonesian was called until 1989, and still is by older systems. */
  if (g_strcmp0 (language, "in") == 0 || (language != NULL && g_str_has_prefix (language, "in-")))
    language = "id";

  return telaah_lexicon_new_with (language, TELAAH_STEMMER_ANY);
}

void
telaah_lexicon_free (TelaahLexicon *self)
{
  if (self == NULL)
    return;

  g_free (self->language);
  g_string_chunk_free (self->strings);
  g_array_unref (self->spellings);
  g_free (self->slots);
  g_ptr_array_unref (self->pages);
  g_free (self->asked);
  g_strfreev (self->suggested);
  g_free (self);
}

const char *
telaah_lexicon_get_method (TelaahLexicon *self)
{
  return telaah_stemmer_get_method (self->stemmer);
}

const char *
telaah_lexicon_get_stamp (TelaahLexicon *self)
{
  return telaah_stemmer_get_stamp (self->stemmer);
}

/* ---- Spellings ---- */

/* Eight bytes at a time; most words are done in one or two. */
static guint
hash_bytes (const char *bytes,
            gsize       n_bytes)
{
  guint64 hash = n_bytes * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  guint64 piece;

  for (; n_bytes >= 8; bytes += 8, n_bytes -= 8)
    {
      memcpy (&piece, bytes, 8);
      hash = (hash ^ piece) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);
      hash ^= hash >> 32;
    }

  piece = 0;
  for (gsize i = 0; i < n_bytes; i++)
    piece = piece << 8 | (guchar) bytes[i];
  hash = (hash ^ piece) * G_GUINT64_CONSTANT (0xff51afd7ed558ccd);

  return (guint) (hash >> 32);
}

static guint *
find_slot (TelaahLexicon *self,
           const char    *bytes,
           gsize          n_bytes,
           guint          hash)
{
  const Spelling *spellings = (const Spelling *) (gpointer) self->spellings->data;

  for (guint i = hash & (self->n_slots - 1);; i = (i + 1) & (self->n_slots - 1))
    {
      const Spelling *spelling = &spellings[self->slots[i]];

      if (self->slots[i] == 0 || (spelling->hash == hash && spelling->n_bytes == n_bytes &&
                                  memcmp (spelling->bytes, bytes, n_bytes) == 0))
        return &self->slots[i];
    }
}

static void
grow (TelaahLexicon *self)
{
  g_free (self->slots);
  self->n_slots *= 4;
  self->slots = g_new0 (guint, self->n_slots);

  for (guint i = 1; i < self->spellings->len; i++)
    {
      const Spelling *spelling = &g_array_index (self->spellings, Spelling, i);

      *find_slot (self, spelling->bytes, spelling->n_bytes, spelling->hash) = i;
    }
}

/* The number of these bytes among the spellings. */
static guint
intern (TelaahLexicon *self,
        const char    *bytes,
        gsize          n_bytes)
{
  guint hash = hash_bytes (bytes, n_bytes);
  guint *slot = find_slot (self, bytes, n_bytes, hash);
  guint number = *slot;
  Spelling spelling;

  if (number != 0)
    return number;

  number = *slot = self->spellings->len;
  spelling = (Spelling) { g_string_chunk_insert_len (self->strings, bytes, n_bytes), n_bytes, hash, 0 };
  g_array_append_val (self->spellings, spelling);
  if (self->spellings->len > self->n_slots / 2)
    grow (self);

  return number;
}

static Spelling *
get_spelling (TelaahLexicon *self,
              guint          number)
{
  return &g_array_index (self->spellings, Spelling, number);
}

/* ---- Forms ---- */

static Form *
get_form (TelaahLexicon *self,
          guint          form)
{
  return (Form *) self->pages->pdata[(form - 1) / PAGE] + (form - 1) % PAGE;
}

/* Takes the string. */
static const char *
keep (TelaahLexicon *self,
      char          *string)
{
  guint number = intern (self, string, strlen (string));

  g_free (string);

  return get_spelling (self, number)->bytes;
}

/* A word of nothing but marks folds to nothing, but must not be nothing. */
static const char *
fold (TelaahLexicon *self,
      const char    *word)
{
  char *folded = telaah_fold_dup (word, -1);

  if (folded[0] != '\0')
    return keep (self, folded);

  g_free (folded);

  return word;
}

static guint
add_form (TelaahLexicon *self,
          const char    *word)
{
  Form *form;

  if (self->n_forms % PAGE == 0)
    g_ptr_array_add (self->pages, g_new0 (Form, PAGE));
  self->n_forms++;

  form = get_form (self, self->n_forms);
  form->spelling = keep (self, telaah_spelling_dup (word, -1, self->language));
  form->folded = fold (self, word);
  form->is_stop = self->stop_words != NULL && g_hash_table_contains (self->stop_words, form->folded);

  return self->n_forms;
}

/**
 * telaah_lexicon_learn:
 * @n_bytes: -1: up to the end
 *
 * Returns: the number of the form: the same for the same bytes, another for all others
 */
guint
telaah_lexicon_learn (TelaahLexicon *self,
                      const char    *word,
                      gssize         n_bytes)
{
  guint number = intern (self, word, n_bytes < 0 ? strlen (word) : (gsize) n_bytes);
  guint form = get_spelling (self, number)->form;

  if (G_UNLIKELY (form == 0))
    {
      form = add_form (self, get_spelling (self, number)->bytes);
      get_spelling (self, number)->form = form;
    }

  return form;
}

guint
telaah_lexicon_get_n_forms (TelaahLexicon *self)
{
  return self->n_forms;
}

const char *
telaah_lexicon_get_folded (TelaahLexicon *self,
                           guint          form)
{
  return get_form (self, form)->folded;
}

static const TelaahStemmed *
look_up (TelaahLexicon *self,
         Form          *form)
{
  if (form->stemmed == NULL)
    form->stemmed = telaah_stemmer_look_up (self->stemmer, form->spelling);

  return form->stemmed;
}

const char *const *
telaah_lexicon_get_stems (TelaahLexicon *self,
                          guint          form)
{
  Form *found = get_form (self, form);
  const TelaahStemmed *stemmed = look_up (self, found);

  return stemmed->stems != NULL ? stemmed->stems : (const char *const *) &found->folded;
}

gboolean
telaah_lexicon_is_known (TelaahLexicon *self,
                         guint          form)
{
  return look_up (self, get_form (self, form))->known;
}

gboolean
telaah_lexicon_is_stop_word (TelaahLexicon *self,
                             guint          form)
{
  return get_form (self, form)->is_stop;
}

/* ---- Misspellings ---- */

char **
telaah_lexicon_dup_suggestions (TelaahLexicon *self,
                                const char    *word)
{
  g_autofree char *plain = telaah_spelling_dup (word, -1, self->language);

  return telaah_stemmer_dup_suggestions (self->stemmer, plain);
}

/* One word is compared with a whole vocabulary. */
static gboolean
is_suggested (TelaahLexicon *self,
              const char    *word,
              const char    *other)
{
  if (g_strcmp0 (self->asked, word) != 0)
    {
      g_free (self->asked);
      self->asked = g_strdup (word);
      g_strfreev (self->suggested);
      self->suggested = telaah_lexicon_dup_suggestions (self, word);
    }

  for (guint i = 0; i < BEST_SUGGESTIONS && self->suggested[i] != NULL; i++)
    if (strcmp (self->suggested[i], other) == 0)
      return telaah_words_are_near_enough (word, other);

  return FALSE;
}

/**
 * telaah_lexicon_may_be_misspelt:
 * @word: of it suggestions are asked, which is slow once and then kept: the same for many of @other
 */
gboolean
telaah_lexicon_may_be_misspelt (TelaahLexicon *self,
                                const char    *word,
                                const char    *other)
{
  if (telaah_words_are_near (word, other))
    return !(telaah_lexicon_is_known (self, telaah_lexicon_learn (self, word, -1)) &&
             telaah_lexicon_is_known (self, telaah_lexicon_learn (self, other, -1)));

  return is_suggested (self, word, other);
}
