/* References: which format a text is in, and the fields that all formats fill.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/telaah-decode.h"

G_DEFINE_QUARK (telaah-reference-error-quark, telaah_reference_error)

typedef enum { NONE, BIBTEX, RIS, CSL } Format;

static const struct
{
  const char *name;
  gsize       offset;
} keys[TELAAH_N_REFERENCE_KEYS] = {
#define KEY(NAME, field) [TELAAH_REFERENCE_##NAME] = { #field, offsetof (TelaahSourceFields, field) }
  KEY (TITLE, title), KEY (AUTHOR, author), KEY (PUBLISHER, publisher), KEY (DATE, date), KEY (URL, url),
  KEY (LANGUAGE, language), KEY (MEDIUM, medium), KEY (CONTAINER, container), KEY (VOLUME, volume),
  KEY (ISSUE, issue), KEY (PAGES, pages), KEY (DOI, doi), KEY (ACCESSED, accessed),
#undef KEY
};

const char *
telaah_reference_key_to_string (TelaahReferenceKey key)
{
  g_return_val_if_fail (key < TELAAH_N_REFERENCE_KEYS, NULL);

  return keys[key].name;
}

void
telaah_reference_free (TelaahReference *self)
{
  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    g_free (self->values[i]);
  g_free (self);
}

TelaahSourceFields
telaah_reference_as_fields (const TelaahReference *self)
{
  TelaahSourceFields fields = { .id = NULL };

  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    G_STRUCT_MEMBER (const char *, &fields, keys[i].offset) = self->values[i];

  return fields;
}

TelaahReference *
telaah_reference_new_for_fields (const TelaahSourceFields *fields)
{
  TelaahReference *self = g_new0 (TelaahReference, 1);

  for (guint i = 0; i < TELAAH_N_REFERENCE_KEYS; i++)
    telaah_reference_set (self, i, G_STRUCT_MEMBER (const char *, fields, keys[i].offset));

  return self;
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || g_unichar_iscntrl (c);
}

/* Every run of blanks and control characters one space, and none at the ends. */
static char *
dup_in_one_line (const char *words)
{
  GString *line = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (is_blank (c) && c != 0xa0 && c != 0x202f)
        {
          blank = line->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (line, ' ');
      g_string_append_unichar (line, c);
      blank = FALSE;
    }

  return g_string_free (line, FALSE);
}

/* Sets what is not known yet: what comes first is what is kept. Dates and the like are read; what says nothing of the
 * kind leaves the field unknown. */
void
telaah_reference_set (TelaahReference    *self,
                      TelaahReferenceKey  key,
                      const char         *value)
{
  g_autofree char *line = NULL;
  char *kept;

  if (value == NULL || self->values[key] != NULL)
    return;

  line = dup_in_one_line (value);
  switch (key)
    {
    case TELAAH_REFERENCE_DATE:
    case TELAAH_REFERENCE_ACCESSED:
      kept = telaah_reference_dup_date (line);
      break;

    case TELAAH_REFERENCE_DOI:
      kept = telaah_reference_dup_doi (line);
      break;

    case TELAAH_REFERENCE_PAGES:
      kept = telaah_reference_dup_pages (line);
      break;

    case TELAAH_REFERENCE_LANGUAGE:
      kept = telaah_reference_dup_language (line);
      break;

    default:
      kept = *line != '\0' ? g_steal_pointer (&line) : NULL;
      break;
    }

  self->values[key] = kept;
}

/* ---- Which format ---- */

static const char *
skip_blanks (const char *p)
{
  return p + strspn (p, " \t\n");
}

/* @article{ or @string( and the like. */
static gboolean
is_entry (const char *p)
{
  const char *name = p + 1;
  gsize length = strspn (name, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ");

  p = skip_blanks (name + length);
  return length > 0 && (*p == '{' || *p == '(');
}

/* TY  - , at the beginning of a line. */
static gboolean
is_ris (const char *line)
{
  if (!g_str_has_prefix (line, "TY"))
    return FALSE;

  line += 2;
  if (*line != ' ')
    return FALSE;

  line += strspn (line, " ");
  return *line == '-' && strchr (" \n", line[1]) != NULL;
}

/* Which begins first: before and between the entries of BibTeX and RIS, anything may stand. */
static Format
recognise (const char *words)
{
  const char *p = skip_blanks (words);

  if (*p == '{' || *p == '[')
    return CSL;

  for (gboolean begins = TRUE; *p != '\0'; p++)
    {
      if (begins && is_ris (p + strspn (p, " \t")))
        return RIS;
      if (*p == '@' && is_entry (p))
        return BIBTEX;
      begins = *p == '\n';
    }

  return NONE;
}

static char *
decode (const char *words,
        gssize      length)
{
  return telaah_decode (words, length >= 0 ? (gsize) length : strlen (words), NULL, NULL);
}

/**
 * telaah_references_recognise:
 * @length: in bytes, or -1 where @words ends with a zero byte
 *
 * Returns: whether it looks like BibTeX, RIS or CSL-JSON; it may be broken all the same
 */
gboolean
telaah_references_recognise (const char *words,
                             gssize      length)
{
  g_autofree char *decoded = decode (words, length);

  return decoded != NULL && recognise (decoded) != NONE;
}

/**
 * telaah_references_parse:
 * @words: BibTeX, RIS or CSL-JSON; in any encoding that Telaah reads
 * @length: in bytes, or -1 where @words ends with a zero byte
 *
 * Returns: (transfer full) (element-type TelaahReference): at least one, in their order, or %NULL with @error set to
 *   one sentence that says what is wrong and in which line
 */
GPtrArray *
telaah_references_parse (const char  *words,
                         gssize       length,
                         GError     **error)
{
  g_autofree char *decoded = decode (words, length);

  switch (decoded != NULL ? recognise (decoded) : NONE)
    {
    case BIBTEX:
      return telaah_references_from_bibtex (decoded, error);

    case RIS:
      return telaah_references_from_ris (decoded, error);

    case CSL:
      return telaah_references_from_csl (decoded, error);

    case NONE:
    default:
      g_set_error_literal (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_UNKNOWN,
                           _("This is no reference in BibTeX, RIS or CSL-JSON."));
      return NULL;
    }
}
