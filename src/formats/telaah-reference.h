/* References as other programs write them (BibTeX, RIS, CSL-JSON), and as people cite them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-source.h"

G_BEGIN_DECLS

#define TELAAH_REFERENCE_ERROR (telaah_reference_error_quark ())

typedef enum
{
  TELAAH_REFERENCE_ERROR_UNKNOWN,     /* neither BibTeX nor RIS nor CSL-JSON */
  TELAAH_REFERENCE_ERROR_INVALID,     /* one of them, but broken */
} TelaahReferenceError;

GQuark telaah_reference_error_quark (void);

/* What is kept of a reference; the keys are those of telaah_session_describe_source(). */
typedef enum
{
  TELAAH_REFERENCE_TITLE,
  TELAAH_REFERENCE_AUTHOR,        /* "Family, Given; Family, Given"; a body stands as it is, in braces if it has a comma */
  TELAAH_REFERENCE_PUBLISHER,
  TELAAH_REFERENCE_DATE,          /* 2021, 2021-03 or 2021-03-04 */
  TELAAH_REFERENCE_URL,
  TELAAH_REFERENCE_LANGUAGE,      /* BCP 47 */
  TELAAH_REFERENCE_MEDIUM,        /* a type of CSL */
  TELAAH_REFERENCE_CONTAINER,
  TELAAH_REFERENCE_VOLUME,
  TELAAH_REFERENCE_ISSUE,
  TELAAH_REFERENCE_PAGES,
  TELAAH_REFERENCE_DOI,           /* 10.… */
  TELAAH_REFERENCE_ACCESSED,      /* as the date */
  TELAAH_N_REFERENCE_KEYS
} TelaahReferenceKey;

/* One reference; unknown is NULL, never guessed. */
typedef struct
{
  char *values[TELAAH_N_REFERENCE_KEYS];
} TelaahReference;

const char         *telaah_reference_key_to_string  (TelaahReferenceKey     key);
void                telaah_reference_free           (TelaahReference       *self);
TelaahSourceFields  telaah_reference_as_fields      (const TelaahReference *self);   /* borrows the values */
TelaahReference    *telaah_reference_new_for_fields (const TelaahSourceFields *fields);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahReference, telaah_reference_free)

/* ---- In ---- */

gboolean            telaah_references_recognise     (const char            *words,
                                                     gssize                 length);
GPtrArray          *telaah_references_parse         (const char            *words,
                                                     gssize                 length,
                                                     GError               **error);

/* What people write in a field, as it is kept; NULL where it says nothing of the kind. */
char               *telaah_reference_dup_date       (const char            *words);
char               *telaah_reference_dup_doi        (const char            *words);
char               *telaah_reference_dup_pages      (const char            *words);
char               *telaah_reference_dup_language   (const char            *words);

/* ---- Out ---- */

typedef enum
{
  TELAAH_STYLE_APA,         /* APA, 7th edition */
  TELAAH_STYLE_CHICAGO,     /* Chicago 17, author and date */
} TelaahReferenceStyle;

char               *telaah_reference_format         (const TelaahSourceFields *fields,
                                                     TelaahReferenceStyle      style);
char               *telaah_reference_format_markup  (const TelaahSourceFields *fields,
                                                     TelaahReferenceStyle      style);

/* @sources: (element-type TelaahSource) */
char               *telaah_references_to_bibtex     (GPtrArray             *sources);
char               *telaah_references_to_ris        (GPtrArray             *sources);
char               *telaah_references_to_csl        (GPtrArray             *sources);

/* ---- Media ---- */

/* The commoner types of CSL, ended by NULL, and what people call them. */
const char *const  *telaah_media_get_all            (void);
const char         *telaah_medium_get_label         (const char            *medium);

G_END_DECLS
