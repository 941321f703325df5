/* Reads the syntax of BibTeX: entries, strings and comments; what the fields mean is read elsewhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most that one value may come to, in bytes: strings may be made of strings, each twice as long as the last. */
#define MAX_VALUE (1024 * 1024)

typedef struct
{
  const char  *start;
  const char  *p;
  GHashTable  *strings;     /* name in lower case → value */
  GError     **error;
} Bibtex;

static gboolean
fail (Bibtex     *self,
      const char *at,
      const char *what)
{
  guint line = 1;

  for (const char *p = self->start; p < at; p++)
    line += *p == '\n';

  g_set_error (self->error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
               _("This BibTeX cannot be read: in line %u, %s."), line, what);
  return FALSE;
}

static void
skip_blanks (Bibtex *self)
{
  self->p += strspn (self->p, " \t\n");
}

static gboolean
take (Bibtex *self,
      char    c)
{
  skip_blanks (self);
  if (*self->p != c || c == '\0')
    return FALSE;

  self->p++;
  return TRUE;
}

/* A name or a key, in lower case; NULL where there is none. */
static char *
take_name (Bibtex *self)
{
  const char *start;

  skip_blanks (self);
  start = self->p;
  while (*self->p != '\0' && strchr (" \t\n\"#%'(),={}@\\", *self->p) == NULL)
    self->p++;

  return self->p > start ? g_ascii_strdown (start, self->p - start) : NULL;
}

/* A quotation mark within a quoted value: an accent (\"o), or the value's end after all. */
static gboolean
is_accent (const char *p)
{
  return p[-1] == '\\' && (g_ascii_isalpha (p[1]) || p[1] == '{' || p[1] == '\\');
}

/* Up to the brace or the quotation mark that closes it. */
static gboolean
take_delimited (Bibtex  *self,
                char     close,
                GString *value)
{
  const char *start = self->p;
  guint depth = 0;

  for (self->p++; *self->p != '\0'; self->p++)
    {
      char c = *self->p;

      if (c == close && depth == 0 && (c != '"' || !is_accent (self->p)))
        {
          g_string_append_len (value, start + 1, self->p - start - 1);
          self->p++;
          return TRUE;
        }
      if (c == '}' && depth == 0)
        return fail (self, self->p, _("a brace is closed that was never opened"));
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
    }

  return fail (self, start, close == '"' ? _("a quotation mark opens that is never closed")
                                         : _("a brace opens that is never closed"));
}

static const char *
find_month (const char *name)
{
  static const char *const months[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
  };

  for (guint i = 0; i < G_N_ELEMENTS (months); i++)
    if (strcmp (name, months[i]) == 0)
      return months[i];

  return NULL;
}

/* A piece of a value: in braces or quotation marks, a number, or the name of a string. A string that nobody has defined
 * is nothing, as in BibTeX itself. */
static gboolean
take_piece (Bibtex  *self,
            GString *value)
{
  g_autofree char *name = NULL;
  const char *start, *string;

  skip_blanks (self);
  start = self->p;
  if (*start == '{' || *start == '"')
    return take_delimited (self, *start == '{' ? '}' : '"', value);

  name = take_name (self);
  if (name == NULL)
    return fail (self, start, _("a value is missing"));

  string = g_hash_table_lookup (self->strings, name);
  if (string == NULL)
    string = find_month (name);
  if (string == NULL && strspn (name, "0123456789") == strlen (name))
    string = name;
  if (string != NULL)
    g_string_append (value, string);

  return TRUE;
}

static char *
take_value (Bibtex *self)
{
  g_autoptr(GString) value = g_string_new (NULL);

  do
    {
      const char *start = self->p;

      if (!take_piece (self, value))
        return NULL;
      if (value->len > MAX_VALUE)
        {
          fail (self, start, _("a value is too long"));
          return NULL;
        }
    }
  while (take (self, '#'));

  return g_strdup (value->str);
}

/* name = value, name = value, up to the end of the entry; the first of two of one name is kept. */
static gboolean
take_fields (Bibtex     *self,
             char        close,
             GHashTable *fields)
{
  while (!take (self, close))
    {
      const char *start = self->p;
      char *name, *value;

      if (*start == '\0')
        return fail (self, start, _("the text ends within an entry"));
      if (take (self, ','))
        continue;

      name = take_name (self);
      if (name == NULL || !take (self, '='))
        {
          g_free (name);
          return fail (self, start, _("“name = value” is expected"));
        }

      value = take_value (self);
      if (value == NULL)
        {
          g_free (name);
          return FALSE;
        }

      skip_blanks (self);
      if (*self->p != ',' && *self->p != close)
        {
          g_free (name);
          g_free (value);
          return fail (self, self->p, *self->p == '\0' ? _("the text ends within an entry")
                                                       : _("a comma is missing after a value"));
        }

      if (g_hash_table_contains (fields, name))
        {
          g_free (name);
          g_free (value);
        }
      else
        g_hash_table_insert (fields, name, value);
    }

  return TRUE;
}

static gboolean
take_strings (Bibtex *self,
              char    close)
{
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  GHashTableIter iter;
  gpointer name, value;

  if (!take_fields (self, close, fields))
    return FALSE;

  g_hash_table_iter_init (&iter, fields);
  while (g_hash_table_iter_next (&iter, &name, &value))
    {
      g_hash_table_iter_steal (&iter);
      g_hash_table_insert (self->strings, name, value);
    }

  return TRUE;
}

static gboolean
take_reference (Bibtex     *self,
                char       *type,
                char        close,
                GPtrArray  *references)
{
  g_autoptr(GHashTable) fields = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  TelaahBibtexEntry entry = { type, fields };
  const char *start;

  /* Its key, which may be missing or look like anything. */
  skip_blanks (self);
  start = self->p;
  self->p += strcspn (self->p, ",={}\n");
  if (*self->p == '=')
    self->p = start;
  else if (*self->p != ',' && *self->p != close && *self->p != '\n')
    return fail (self, start, _("the key of an entry does not end"));

  if (!take_fields (self, close, fields))
    return FALSE;

  g_ptr_array_add (references, telaah_reference_from_bibtex (&entry));
  return TRUE;
}

/* After an "@". What is no entry is a remark, as everything between the entries is. */
static gboolean
take_entry (Bibtex    *self,
            GPtrArray *references)
{
  g_autoptr(GString) ignored = g_string_new (NULL);
  const char *at = self->p;
  g_autofree char *type = take_name (self);
  gboolean braces;

  if (type == NULL || (!take (self, '{') && !take (self, '(')))
    {
      self->p = at;
      return TRUE;
    }

  braces = self->p[-1] == '{';
  if (strcmp (type, "comment") == 0)
    {
      if (!braces)
        return TRUE;
      self->p--;
      return take_delimited (self, '}', ignored);
    }
  if (strcmp (type, "preamble") == 0)
    {
      g_autofree char *preamble = take_value (self);

      return preamble != NULL && (take (self, braces ? '}' : ')') ||
                                  fail (self, self->p, _("the preamble does not end")));
    }
  if (strcmp (type, "string") == 0)
    return take_strings (self, braces ? '}' : ')');

  return take_reference (self, type, braces ? '}' : ')', references);
}

GPtrArray *
telaah_references_from_bibtex (const char  *words,
                               GError     **error)
{
  g_autoptr(GHashTable) strings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_reference_free);
  Bibtex self = { words, words, strings, error };

  while ((self.p = strchr (self.p, '@')) != NULL)
    {
      self.p++;
      if (!take_entry (&self, references))
        return NULL;
    }

  if (references->len > 0)
    return g_steal_pointer (&references);

  g_set_error_literal (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
                       _("This BibTeX has strings or comments, but no reference."));
  return NULL;
}
