/* What was asked for, read once and not changed afterwards.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What GLib says is wrong, which it says in the person's language, without its preface; else
 * PCRE2's own words. */
static char *
dup_complaint (const char *pattern,
               int         code)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GRegex) regex = g_regex_new (pattern, G_REGEX_MULTILINE, 0, &error);
  guchar words[256] = "";

  if (error != NULL)
    {
      const char *quoted = strstr (error->message, pattern);
      const char *colon = quoted != NULL ? strstr (quoted + strlen (pattern), ": ") : NULL;

      if (colon != NULL && colon[2] != '\0')
        return g_strdup (colon + 2);
    }

  pcre2_get_error_message (code, words, sizeof words);
  return g_strdup ((const char *) words);
}

/* Callouts before every item are where the matcher looks at the clock. */
static pcre2_code *
compile (const char         *pattern,
         TelaahSearchFlags   flags,
         GError            **error)
{
  guint32 options = PCRE2_UTF | PCRE2_UCP | PCRE2_MULTILINE | PCRE2_NEVER_BACKSLASH_C |
                    PCRE2_AUTO_CALLOUT | PCRE2_USE_OFFSET_LIMIT;
  g_autofree char *complaint = NULL;
  pcre2_code *code;
  gsize place = 0;
  int why = 0;

  if (flags & TELAAH_SEARCH_FOLD)
    options |= PCRE2_CASELESS;

  code = pcre2_compile ((PCRE2_SPTR) pattern, PCRE2_ZERO_TERMINATED, options, &why, &place, NULL);
  if (code != NULL)
    {
      pcre2_jit_compile (code, PCRE2_JIT_COMPLETE);
      return code;
    }

  complaint = dup_complaint (pattern, why);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
               /* Translators: %u is a place counted in characters, %s says what is wrong there. */
               _("Correct the regular expression at character %u: %s."),
               (guint) g_utf8_strlen (pattern, MIN (place, strlen (pattern))) + 1, complaint);
  return NULL;
}

static gboolean
read_words (TelaahQuery  *self,
            const char   *words,
            GError      **error)
{
  if (!g_utf8_validate (words, -1, NULL))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _("The words to look for are not valid text (UTF-8): type them again."));
  else if ((self->flags & TELAAH_SEARCH_REGEX) && *words == '\0')
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _("Type something to look for."));
  else if (self->flags & TELAAH_SEARCH_REGEX)
    self->regex = compile (words, self->flags, error);
  else
    self->root = telaah_node_read (words, &self->n_leaves, error);

  return self->regex != NULL || self->root != NULL;
}

TelaahQuery *
telaah_query_new (const char          *words,
                  TelaahSearchFlags    flags,
                  char              ***synonyms,
                  GError             **error)
{
  g_autoptr(TelaahQuery) self = g_new0 (TelaahQuery, 1);

  g_return_val_if_fail (words != NULL, NULL);

  g_atomic_ref_count_init (&self->ref_count);
  self->flags = flags;
  self->groups = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  if (!read_words (self, words, error))
    return NULL;

  if (flags & TELAAH_SEARCH_SYNONYMS)
    for (guint i = 0; synonyms != NULL && synonyms[i] != NULL; i++)
      g_ptr_array_add (self->groups, g_strdupv (synonyms[i]));
  if (self->root != NULL)
    telaah_node_offer_phrases (self->root, self->groups, &self->n_leaves);

  return g_steal_pointer (&self);
}

TelaahQuery *
telaah_query_ref (TelaahQuery *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->ref_count);

  return self;
}

void
telaah_query_unref (TelaahQuery *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->root, telaah_node_free);
  g_clear_pointer (&self->regex, pcre2_code_free);
  g_ptr_array_unref (self->groups);
  g_free (self);
}

TelaahSearchFlags
telaah_query_get_flags (TelaahQuery *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->flags;
}
