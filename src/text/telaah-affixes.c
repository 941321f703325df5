/* Takes affixes off Indonesian and Malay words. A dictionary has those of a word's entry only, but the language has them
 * for any word: "diprediksi", "memverifikasi". Which of the rests are words the dictionary must say.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-affixes.h"

#include <string.h>

/* Bytes; what is left of shorter ones could be any word. */
#define SHORTEST_REST 4

static const char *const clitics[] = { "nya", "lah", "kah", "pun", "ku", "mu" };
static const char *const suffixes[] = { "", "kan", "an", "i" };

/* After a nasal the first letter of the root may have gone. */
static const struct
{
  const char *prefix;
  const char *letter;
} prefixes[] = {
  { "", "" },      { "di", "" },    { "ke", "" },    { "se", "" },    { "ber", "" },   { "be", "" },
  { "ter", "" },   { "per", "" },   { "me", "" },    { "mem", "" },   { "mem", "p" },  { "men", "" },
  { "men", "t" },  { "meng", "" },  { "meng", "k" }, { "menge", "" }, { "meny", "s" }, { "pe", "" },
  { "pem", "" },   { "pem", "p" },  { "pen", "" },   { "pen", "t" },  { "peng", "" },  { "peng", "k" },
  { "peny", "s" }, { "non", "" },   { "antar", "" }, { "pasca", "" }, { "multi", "" },
  { "diper", "" },  { "diper", "memper" }, { "memper", "" }, { "ketidak", "" },
};

/* A rest goes in its place: the longest first. */
static void
add_rest (GPtrArray *rests,
          char      *rest)
{
  guint at = 0;

  if (strlen (rest) < SHORTEST_REST || g_ptr_array_find_with_equal_func (rests, rest, g_str_equal, NULL))
    {
      g_free (rest);
      return;
    }

  while (at < rests->len && strlen (rests->pdata[at]) >= strlen (rest))
    at++;
  g_ptr_array_insert (rests, at, rest);
}

static void
add_without_affixes (GPtrArray  *rests,
                     const char *word)
{
  gsize n = strlen (word);

  for (guint i = 0; i < G_N_ELEMENTS (suffixes); i++)
    {
      gsize n_suffix = strlen (suffixes[i]);

      if (!g_str_has_suffix (word, suffixes[i]))
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (prefixes); j++)
        {
          gsize n_prefix = strlen (prefixes[j].prefix);

          if (n_prefix + n_suffix > 0 && n > n_prefix + n_suffix && g_str_has_prefix (word, prefixes[j].prefix))
            add_rest (rests, g_strdup_printf ("%s%.*s", prefixes[j].letter, (int) (n - n_prefix - n_suffix),
                                              word + n_prefix));
        }
    }
}

/* The word without its last clitic, NULL where there is none. */
static char *
dup_without_clitic (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (clitics); i++)
    if (g_str_has_suffix (word, clitics[i]))
      return g_strndup (word, strlen (word) - strlen (clitics[i]));

  return NULL;
}

/**
 * telaah_affixes_dup_rests:
 *
 * Returns: (transfer full): what may be left of the word without one or more affixes, the longest first
 */
GPtrArray *
telaah_affixes_dup_rests (const char *word)
{
  GPtrArray *rests = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *base = dup_without_clitic (word);
  g_autofree char *last = base != NULL ? dup_without_clitic (base) : NULL;

  add_without_affixes (rests, word);
  for (guint i = 0; i < 2; i++)
    {
      const char *less = i == 0 ? base : last;

      if (less == NULL)
        break;
      add_rest (rests, g_strdup (less));
      add_without_affixes (rests, less);
    }

  return rests;
}

/**
 * telaah_affixes_dup_without_nya:
 *
 * Returns: (nullable) (transfer full): the word without its "-nya", which hardly anything else ends with
 */
char *
telaah_affixes_dup_without_nya (const char *word)
{
  gsize n = strlen (word);

  return n >= SHORTEST_REST + 3 && g_str_has_suffix (word, "nya") ? g_strndup (word, n - 3) : NULL;
}
