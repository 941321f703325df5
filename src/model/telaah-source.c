/* A text that is read and compared.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-source.h"

TELAAH_DEFINE_ITEM (TelaahSource, telaah_source, accessed,
                    offsetof (TelaahSourceFields, id), offsetof (TelaahSourceFields, sha256),
                    offsetof (TelaahSourceFields, title), offsetof (TelaahSourceFields, author),
                    offsetof (TelaahSourceFields, publisher), offsetof (TelaahSourceFields, date),
                    offsetof (TelaahSourceFields, url), offsetof (TelaahSourceFields, language),
                    offsetof (TelaahSourceFields, file_name), offsetof (TelaahSourceFields, medium),
                    offsetof (TelaahSourceFields, reading), offsetof (TelaahSourceFields, container),
                    offsetof (TelaahSourceFields, volume), offsetof (TelaahSourceFields, issue),
                    offsetof (TelaahSourceFields, pages), offsetof (TelaahSourceFields, doi),
                    offsetof (TelaahSourceFields, accessed))

/**
 * telaah_source_get_name:
 *
 * Returns: what to call it in a list: its title, else the name of its file
 */
const char *
telaah_source_get_name (TelaahSource *self)
{
  if (self->fields.title != NULL && *self->fields.title != '\0')
    return self->fields.title;

  return self->fields.file_name != NULL ? self->fields.file_name : self->fields.id;
}

/**
 * telaah_source_dup_origin:
 *
 * Returns: (transfer full) (nullable): author (else publisher) and year, as one would cite it in passing
 */
char *
telaah_source_dup_origin (TelaahSource *self)
{
  const TelaahSourceFields *f = &self->fields;
  const char *who = f->author != NULL ? f->author : f->publisher;

  if (f->date == NULL)
    return g_strdup (who);

  return who != NULL ? g_strdup_printf ("%s, %.4s", who, f->date) : g_strndup (f->date, 4);
}
