/* What the readers and writers of references share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "formats/telaah-reference.h"

G_BEGIN_DECLS

/* A person, or a body that is all family. */
typedef struct
{
  char *family;
  char *given;      /* or NULL, as the suffix */
  char *suffix;
} TelaahName;

/* A name that stands for all those left out. */
#define TELAAH_NAME_OTHERS "et al."

GPtrArray *telaah_names_split           (const char         *authors);
void       telaah_names_append          (GString            *authors,
                                         const char         *family,
                                         const char         *given,
                                         const char         *suffix);
void       telaah_names_append_body     (GString            *authors,
                                         const char         *name);
char      *telaah_name_dup_initials     (const char         *given);
gboolean   telaah_name_is_others        (const TelaahName   *name);

void       telaah_reference_set         (TelaahReference    *self,
                                         TelaahReferenceKey  key,
                                         const char         *value);
char      *telaah_latex_to_text         (const char         *latex);
char      *telaah_latex_to_address      (const char         *latex);
char      *telaah_latex_from_text       (const char         *text);

/* @words: UTF-8 with LF and no zero byte in it. */
GPtrArray *telaah_references_from_bibtex (const char  *words,
                                          GError     **error);
GPtrArray *telaah_references_from_ris    (const char  *words,
                                          GError     **error);
GPtrArray *telaah_references_from_csl    (const char  *words,
                                          GError     **error);
const char *telaah_medium_of_ris         (const char  *type);
const char *telaah_medium_to_ris         (const char  *medium);

/* An entry of BibTeX, its braces and commands as they stand. */
typedef struct
{
  char       *type;       /* in lower case */
  GHashTable *fields;     /* name in lower case → value */
} TelaahBibtexEntry;

TelaahReference *telaah_reference_from_bibtex (const TelaahBibtexEntry *entry);

G_END_DECLS
