/* The different words of a text: each has a number, and how much it says.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-tokens.h"

#include <string.h>

/* Words of a text that is too short to count them are this rare at least. */
#define UNSEEN 1024

typedef struct
{
  const char *word;       /* in the body that it was met in first */
  guint       n_bytes;
  guint       hash;
  guint       count;
  guint       most;       /* bits that a word of this length can tell */
} Entry;

struct _TelaahVocabulary
{
  GArray *entries;      /* of Entry; number 0 stands for none */
  guint  *slots;        /* numbers by hash, 0 where free */
  guint   n_slots;      /* a power of two */
  guint   total;
  gboolean loose;      /* case makes no other word, nor the form of a quotation mark or a dash another mark */
};

TelaahVocabulary *
telaah_vocabulary_new (void)
{
  TelaahVocabulary *self = g_new0 (TelaahVocabulary, 1);

  self->entries = g_array_new (FALSE, TRUE, sizeof (Entry));
  g_array_set_size (self->entries, 1);
  self->n_slots = 64;
  self->slots = g_new0 (guint, self->n_slots);

  return self;
}

/**
 * telaah_vocabulary_new_loose:
 *
 * Returns: (transfer full): one that takes a word for the same when its case was changed (of ASCII), and a quotation
 *   mark or a dash when it was dressed otherwise
 */
TelaahVocabulary *
telaah_vocabulary_new_loose (void)
{
  TelaahVocabulary *self = telaah_vocabulary_new ();

  self->loose = TRUE;

  return self;
}

void
telaah_vocabulary_free (TelaahVocabulary *self)
{
  if (self == NULL)
    return;

  g_array_unref (self->entries);
  g_free (self->slots);
  g_free (self);
}

/* One more than the greatest number in use. */
guint
telaah_vocabulary_get_size (const TelaahVocabulary *self)
{
  return self->entries->len;
}

static guint
hash_word (const TelaahVocabulary *self,
           const char             *word,
           guint                   n_bytes)
{
  guint hash = 2166136261u;

  for (guint i = 0; i < n_bytes; i++)
    hash = (hash ^ (guchar) (self->loose ? g_ascii_tolower (word[i]) : word[i])) * 16777619u;

  return hash ^ hash >> 15;
}

static gboolean
is_same (const TelaahVocabulary *self,
         const char             *a,
         const char             *b,
         guint                   n_bytes)
{
  return self->loose ? g_ascii_strncasecmp (a, b, n_bytes) == 0 : memcmp (a, b, n_bytes) == 0;
}

/* The plain form of a quotation mark or a dash; the word itself where it is none. */
static const char *
undress (const char *word,
         guint      *n_bytes)
{
  gunichar c = *n_bytes == 2 || *n_bytes == 3 ? g_utf8_get_char (word) : 0;
  const char *plain = NULL;

  if ((c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb)
    plain = "\"";
  else if (c >= 0x2018 && c <= 0x201b)
    plain = "'";
  else if (c >= 0x2010 && c <= 0x2015)
    plain = "-";
  if (plain == NULL || *n_bytes != (guint) g_unichar_to_utf8 (c, NULL))
    return word;

  *n_bytes = 1;

  return plain;
}

static guint *
find_slot (const TelaahVocabulary *self,
           const char             *word,
           guint                   n_bytes,
           guint                   hash)
{
  for (guint i = hash & (self->n_slots - 1); ; i = (i + 1) & (self->n_slots - 1))
    {
      const Entry *entry = &g_array_index (self->entries, Entry, self->slots[i]);

      if (self->slots[i] == 0
          || (entry->hash == hash && entry->n_bytes == n_bytes
              && is_same (self, entry->word, word, n_bytes)))
        return &self->slots[i];
    }
}

static void
grow (TelaahVocabulary *self)
{
  g_free (self->slots);
  self->n_slots *= 4;
  self->slots = g_new0 (guint, self->n_slots);

  for (guint i = 1; i < self->entries->len; i++)
    {
      const Entry *entry = &g_array_index (self->entries, Entry, i);

      *find_slot (self, entry->word, entry->n_bytes, entry->hash) = i;
    }
}

/* Two bits a letter, more for a character that is as good as a word; little for a mark. */
static guint
get_most_bits (const char *word,
               guint       n_bytes)
{
  gunichar c = g_utf8_get_char (word);

  if (c >= 0x2e80 || (c >= 0x2190 && !g_unichar_isalnum (c)))
    return 8;

  return telaah_is_word_character (c) ? 2 * g_utf8_strlen (word, n_bytes) : 3;
}

/**
 * telaah_vocabulary_learn:
 * @word: must stay as long as the vocabulary
 *
 * Returns: the number of the word, from 1
 */
guint
telaah_vocabulary_learn (TelaahVocabulary *self,
                         const char       *word,
                         guint             n_bytes)
{
  guint hash, symbol;
  guint *slot;

  if (self->loose)
    word = undress (word, &n_bytes);
  hash = hash_word (self, word, n_bytes);
  slot = find_slot (self, word, n_bytes, hash);
  symbol = *slot;

  self->total++;
  if (symbol != 0)
    {
      g_array_index (self->entries, Entry, symbol).count++;
      return symbol;
    }

  symbol = *slot = self->entries->len;
  g_array_append_vals (self->entries,
                       &(Entry) { word, n_bytes, hash, 1, get_most_bits (word, n_bytes) }, 1);
  if (self->entries->len > self->n_slots / 2)
    grow (self);

  return symbol;
}

/**
 * telaah_vocabulary_find:
 *
 * Returns: the number of the word, 0 where it was never learnt
 */
guint
telaah_vocabulary_find (const TelaahVocabulary *self,
                        const char             *word,
                        guint                   n_bytes)
{
  if (self->loose)
    word = undress (word, &n_bytes);

  return *find_slot (self, word, n_bytes, hash_word (self, word, n_bytes));
}

/**
 * telaah_vocabulary_get_bits:
 *
 * Returns: how much it says that this word stands in two places: about the logarithm of how many
 *   words one has to read until it comes
 */
guint
telaah_vocabulary_get_bits (const TelaahVocabulary *self,
                            guint                   symbol)
{
  const Entry *entry = &g_array_index (self->entries, Entry, symbol);

  if (symbol == 0)
    return 0;

  return MIN (entry->most, g_bit_storage ((self->total + UNSEEN) / entry->count) - 1);
}
