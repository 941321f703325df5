/* The stems of a language's words: by its Hunspell dictionary, else by Snowball.
 *
 * One for each language lives as long as the program and serves all threads: a dictionary is slow to load and to ask,
 * so every answer is kept.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-lexicon.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_STEMMER_HUNSPELL = 1 << 0,
  TELAAH_STEMMER_SNOWBALL = 1 << 1,
  TELAAH_STEMMER_ANY      = TELAAH_STEMMER_HUNSPELL | TELAAH_STEMMER_SNOWBALL,
} TelaahStemmerMethods;

typedef struct
{
  const char *const *stems;   /* folded, NULL-terminated, the best first; NULL: the word is its own */
  gboolean           known;   /* to the dictionary */
} TelaahStemmed;

typedef struct _TelaahStemmer TelaahStemmer;

/* The most stems that a word has. */
#define TELAAH_MAX_STEMS 3

TelaahStemmer       *telaah_stemmer_get             (const char           *language,
                                                     TelaahStemmerMethods  allowed);
const char          *telaah_stemmer_get_method      (const TelaahStemmer  *self);
const char          *telaah_stemmer_get_stamp       (const TelaahStemmer  *self);
const TelaahStemmed *telaah_stemmer_look_up         (TelaahStemmer        *self,
                                                     const char           *spelling);
char               **telaah_stemmer_dup_suggestions (TelaahStemmer        *self,
                                                     const char           *spelling);

/* A lexicon that uses one of these methods only. */
TelaahLexicon       *telaah_lexicon_new_with        (const char           *language,
                                                     TelaahStemmerMethods  allowed);

G_END_DECLS
