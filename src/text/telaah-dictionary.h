/* A Hunspell dictionary of the system. Loaded when it is first asked; not for two threads at once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TelaahDictionary TelaahDictionary;

TelaahDictionary  *telaah_dictionary_find            (const char       *language);
void               telaah_dictionary_free            (TelaahDictionary *self);
const char        *telaah_dictionary_get_stamp       (TelaahDictionary *self);
gboolean           telaah_dictionary_has             (TelaahDictionary *self,
                                                      const char       *word);
char             **telaah_dictionary_dup_stems       (TelaahDictionary *self,
                                                      const char       *word);
char             **telaah_dictionary_dup_suggestions (TelaahDictionary *self,
                                                      const char       *word);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahDictionary, telaah_dictionary_free)

G_END_DECLS
