/* The word forms of a language, each met once: how it is folded, which stems it has, whether the dictionary knows it.
 *
 * Folded: as Unicode's NFKC_Casefold, without accents, curly apostrophes made straight. Stems come from the Hunspell
 * dictionary of the language where one is installed, else from Snowball, else each word is its own; they are folded too. A
 * lexicon belongs to one thread.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TelaahLexicon TelaahLexicon;

/* What a stem is written as among terms, so that it is never taken for a word. */
#define TELAAH_STEM_MARK '='

TelaahLexicon     *telaah_lexicon_new               (const char    *language);   /* BCP 47; nullable */
void               telaah_lexicon_free              (TelaahLexicon *self);
const char        *telaah_lexicon_get_method        (TelaahLexicon *self);       /* "hunspell", "snowball" or NULL */
const char        *telaah_lexicon_get_stamp         (TelaahLexicon *self);       /* changes with rules and dictionaries: what
                                                                                  * was made of other ones is to be made anew */

/* A form is a word as it is spelt, byte for byte. Its number stands for it as long as the lexicon lives; from 1. Borrowed
 * strings live as long; folded ones that are equal are the same pointer. */
guint              telaah_lexicon_learn             (TelaahLexicon *self,
                                                     const char    *word,        /* as it stands in a text */
                                                     gssize         n_bytes);
guint              telaah_lexicon_get_n_forms       (TelaahLexicon *self);
const char        *telaah_lexicon_get_folded        (TelaahLexicon *self,
                                                     guint          form);
const char *const *telaah_lexicon_get_stems         (TelaahLexicon *self,        /* NULL-terminated, the best first; the word */
                                                     guint          form);       /* itself where it is its own stem */
gboolean           telaah_lexicon_is_known          (TelaahLexicon *self,        /* to the dictionary, or where there is none */
                                                     guint          form);       /* FALSE */
gboolean           telaah_lexicon_is_stop_word      (TelaahLexicon *self,        /* says little: and, the, yang */
                                                     guint          form);
char             **telaah_lexicon_dup_suggestions   (TelaahLexicon *self,        /* folded; what a misspelt word may have */
                                                     const char    *word);       /* been meant to be, the best first */
gboolean           telaah_lexicon_may_be_misspelt   (TelaahLexicon *self,        /* whether one may be the other misspelt: */
                                                     const char    *word,        /* both folded; near in letters, and not */
                                                     const char    *other);      /* both known to the dictionary */

char              *telaah_fold_dup                  (const char    *words,
                                                     gssize         n_bytes);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahLexicon, telaah_lexicon_free)

G_END_DECLS
