/* Names of authors: taken apart, put together, and shortened to initials.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <string.h>

static void
name_free (gpointer data)
{
  TelaahName *name = data;

  g_free (name->family);
  g_free (name->given);
  g_free (name->suffix);
  g_free (name);
}

static char *
dup_or_null (const char *words,
             gsize       length)
{
  char *stripped = g_strstrip (g_strndup (words, length));

  if (*stripped != '\0')
    return stripped;

  g_free (stripped);
  return NULL;
}

/* Family, or Family, Given, or Family, Given, Suffix; in braces it is all one. */
static TelaahName *
read_name (const char *words,
           gsize       length)
{
  g_autofree char *whole = dup_or_null (words, length);
  TelaahName *name;
  const char *comma, *second;

  if (whole == NULL)
    return NULL;

  name = g_new0 (TelaahName, 1);
  if (*whole == '{' && strchr (whole, '}') == whole + strlen (whole) - 1)
    {
      name->family = dup_or_null (whole + 1, strlen (whole) - 2);
    }
  else if ((comma = strchr (whole, ',')) != NULL)
    {
      second = strchr (comma + 1, ',');
      name->family = dup_or_null (whole, comma - whole);
      name->given = dup_or_null (comma + 1, second != NULL ? (gsize) (second - comma - 1) : strlen (comma + 1));
      name->suffix = second != NULL ? dup_or_null (second + 1, strlen (second + 1)) : NULL;
    }
  else
    name->family = g_strdup (whole);

  if (name->family == NULL)
    name->family = g_steal_pointer (&name->given);
  if (name->family == NULL)
    g_clear_pointer (&name, name_free);

  return name;
}

/**
 * telaah_names_split:
 * @authors: (nullable): parted by semicolons
 *
 * Returns: (transfer full) (element-type TelaahName)
 */
GPtrArray *
telaah_names_split (const char *authors)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (name_free);

  while (authors != NULL)
    {
      const char *brace = authors + strspn (authors, " "), *end;
      const char *closed = *brace == '{' ? strchr (brace, '}') : NULL;
      TelaahName *name;

      end = strchr (closed != NULL ? closed : authors, ';');
      name = read_name (authors, end != NULL ? (gsize) (end - authors) : strlen (authors));
      if (name != NULL)
        g_ptr_array_add (names, name);
      authors = end != NULL ? end + 1 : NULL;
    }

  return names;
}

gboolean
telaah_name_is_others (const TelaahName *name)
{
  return name->given == NULL && strcmp (name->family, TELAAH_NAME_OTHERS) == 0;
}

/* What parts names and their parts can be no letter of them. */
static void
append_clean (GString    *authors,
              const char *words)
{
  for (; *words != '\0'; words++)
    if (strchr (",;{}", *words) == NULL)
      g_string_append_c (authors, *words);
}

/**
 * telaah_names_append:
 * @authors: to which a person is added
 * @given: (nullable):
 * @suffix: (nullable): Jr., III
 */
void
telaah_names_append (GString    *authors,
                     const char *family,
                     const char *given,
                     const char *suffix)
{
  g_autofree char *stripped = g_strstrip (g_strdup (family));

  if (*stripped == '\0')
    return;

  g_string_append (authors, authors->len > 0 ? "; " : "");
  append_clean (authors, stripped);
  if (given != NULL && *given != '\0')
    {
      g_string_append (authors, ", ");
      append_clean (authors, given);
      if (suffix != NULL && *suffix != '\0')
        {
          g_string_append (authors, ", ");
          append_clean (authors, suffix);
        }
    }
}

/**
 * telaah_names_append_body:
 * @name: of an office, a company or whoever has no family name
 *
 * In braces where it would be read as something else.
 */
void
telaah_names_append_body (GString    *authors,
                          const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));

  g_strdelimit (stripped, "{}", ' ');
  if (*stripped == '\0')
    return;

  g_string_append (authors, authors->len > 0 ? "; " : "");
  g_string_append_printf (authors, strpbrk (stripped, ",;") != NULL ? "{%s}" : "%s", stripped);
}

/* A word of capitals alone, as catalogues write initials: "JK", "JRR". */
static gboolean
is_run_of_initials (const char *word)
{
  if (g_utf8_strlen (word, -1) > 3)
    return FALSE;

  for (const char *p = word; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isupper (g_utf8_get_char (p)))
      return FALSE;

  return *word != '\0';
}

/* Of each part its first letter: "Jean-Luc" gives "J.-L.", "J.K." gives "J. K.". */
static void
append_word_initials (GString    *initials,
                      const char *word)
{
  gboolean run = is_run_of_initials (word), begins = TRUE, hyphen = FALSE;

  for (const char *p = word, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (c == '.' || c == '-' || c == 0x2010)
        {
          begins = TRUE;
          hyphen = c != '.' && initials->len > 0;
          continue;
        }
      if (!g_unichar_isalpha (c) || !(begins || run))
        continue;

      /* Marks stay with their letter. */
      while (g_unichar_ismark (g_utf8_get_char (next)))
        next = g_utf8_next_char (next);
      g_string_append (initials, hyphen ? "-" : initials->len > 0 ? " " : "");
      g_string_append_len (initials, p, next - p);
      g_string_append_c (initials, '.');
      begins = hyphen = FALSE;
    }
}

/**
 * telaah_name_dup_initials:
 *
 * Returns: (transfer full): "M. F." for "Mohammad Faisal"; particles ("van", "bin") stay whole
 */
char *
telaah_name_dup_initials (const char *given)
{
  g_auto(GStrv) words = g_strsplit (given, " ", -1);
  GString *initials = g_string_new (NULL);
  gboolean any = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (*words[i] == '\0')
        continue;

      if (any && g_unichar_islower (g_utf8_get_char (words[i])))
        g_string_append_printf (initials, " %s", words[i]);
      else
        append_word_initials (initials, words[i]);
      any = TRUE;
    }

  return g_string_free (initials, FALSE);
}
