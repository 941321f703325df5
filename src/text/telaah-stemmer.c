/* Finds stems, and remembers them for all threads.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-stemmer.h"

#include <string.h>
#include <unicode/uchar.h>

#include "text/telaah-affixes.h"
#include "text/telaah-dictionary.h"
#include "text/telaah-fold.h"
#include "text/telaah-snowball.h"

/* Changes when the same dictionary would give other stems, or the same letters fold otherwise. */
#define RULES "1"

/* Longer ones are no words, and slow to look up. */
#define LONGEST 48

/* Acronyms may be this long; of longer words a dictionary has none in capitals. */
#define LONGEST_ACRONYM 6

#define MAX_SUGGESTIONS 6

struct _TelaahStemmer
{
  GMutex             mutex;         /* for all below it */
  TelaahDictionary  *dictionary;
  TelaahSnowball    *snowball;
  GHashTable        *stemmed;       /* spelling → TelaahStemmed; kept for good */
  GHashTable        *suggestions;   /* spelling → GStrv */
  GStringChunk      *strings;

  const char        *method;        /* these do not change */
  char              *stamp;
  gboolean           has_affixes;      /* that a dictionary does not know all of */
  gboolean           keeps_prefixes;   /* what a prefix makes is another word */
  gboolean           elides;           /* l'état, dell'arte */
};

static const TelaahStemmed known_itself = { NULL, TRUE };
static const TelaahStemmed itself = { NULL, FALSE };

static gboolean
is_language (const char *language,
             const char *bare)
{
  gsize n = strlen (bare);

  return g_ascii_strncasecmp (language, bare, n) == 0 && !g_ascii_isalpha (language[n]);
}

static TelaahStemmer *
new_stemmer (const char           *language,
             TelaahStemmerMethods  allowed)
{
  TelaahStemmer *self = g_new0 (TelaahStemmer, 1);
  g_autofree char *facts = NULL;

  g_mutex_init (&self->mutex);
  self->has_affixes = is_language (language, "id") || is_language (language, "ms");
  self->keeps_prefixes = is_language (language, "en");
  self->elides = is_language (language, "fr") || is_language (language, "it") || is_language (language, "ca");
  if (allowed & TELAAH_STEMMER_HUNSPELL)
    self->dictionary = telaah_dictionary_find (language);

  /* What Snowball makes of Indonesian is no help to a dictionary. */
  if ((allowed & TELAAH_STEMMER_SNOWBALL) && !(self->dictionary != NULL && self->has_affixes))
    self->snowball = telaah_snowball_new (language);

  self->method = self->dictionary != NULL ? "hunspell" : self->snowball != NULL ? "snowball" : NULL;
  self->stemmed = g_hash_table_new (g_str_hash, g_str_equal);
  self->suggestions = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) g_strfreev);
  self->strings = g_string_chunk_new (4096);

  facts = g_strdup_printf ("%s unicode-%s %s %s %s %s", RULES, U_UNICODE_VERSION, language,
                           self->method != NULL ? self->method : "none",
                           self->snowball != NULL ? "snowball" : "",
                           self->dictionary != NULL ? telaah_dictionary_get_stamp (self->dictionary) : "");
  self->stamp = g_compute_checksum_for_string (G_CHECKSUM_SHA256, facts, -1);

  return self;
}

/**
 * telaah_stemmer_get:
 * @language: BCP 47; "" for one without stems
 *
 * Returns: (transfer none): lives as long as the program
 */
TelaahStemmer *
telaah_stemmer_get (const char           *language,
                    TelaahStemmerMethods  allowed)
{
  static GMutex mutex;
  static GHashTable *stemmers;
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&mutex);
  g_autofree char *key = g_strdup_printf ("%d %s", allowed, language);
  TelaahStemmer *self;

  if (stemmers == NULL)
    stemmers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  self = g_hash_table_lookup (stemmers, key);
  if (self == NULL)
    {
      self = new_stemmer (language, allowed);
      g_hash_table_insert (stemmers, g_steal_pointer (&key), self);
    }

  return self;
}

const char *
telaah_stemmer_get_method (const TelaahStemmer *self)
{
  return self->method;
}

const char *
telaah_stemmer_get_stamp (const TelaahStemmer *self)
{
  return self->stamp;
}

static gboolean
is_worth_asking (const char *spelling)
{
  gsize n = 0;

  for (const char *p = spelling; *p != '\0'; p = g_utf8_next_char (p), n++)
    if (g_unichar_isdigit (g_utf8_get_char (p)))
      return FALSE;

  return n > 0 && n <= LONGEST;
}

static char *
dup_titled (const char *spelling)
{
  gunichar first = g_utf8_get_char (spelling);
  char letter[7] = "";

  g_unichar_to_utf8 (g_unichar_totitle (first), letter);

  return g_strconcat (letter, g_utf8_next_char (spelling), NULL);
}

/* The word as the dictionary has it: "Paris" and "NATO" are not known in small letters. */
static char *
dup_known (TelaahStemmer *self,
           const char    *spelling)
{
  g_autofree char *titled = NULL;

  if (telaah_dictionary_has (self->dictionary, spelling))
    return g_strdup (spelling);

  titled = dup_titled (spelling);
  if (telaah_dictionary_has (self->dictionary, titled))
    return g_steal_pointer (&titled);

  if (g_utf8_strlen (spelling, -1) <= LONGEST_ACRONYM)
    {
      g_autofree char *capitals = g_utf8_strup (spelling, -1);

      if (telaah_dictionary_has (self->dictionary, capitals))
        return g_steal_pointer (&capitals);
    }

  return NULL;
}

/* ---- Stems ---- */

/* Takes a stem of any spelling; not one twice. */
static void
add_stem (GPtrArray  *stems,
          const char *stem)
{
  g_autofree char *folded = telaah_fold_dup (stem, -1);

  if (folded[0] == '\0' || strpbrk (folded, " -") != NULL || stems->len == TELAAH_MAX_STEMS ||
      g_ptr_array_find_with_equal_func (stems, folded, g_str_equal, NULL))
    return;

  g_ptr_array_add (stems, g_steal_pointer (&folded));
}

static void
add_dictionary_stems (TelaahStemmer *self,
                      const char    *known,
                      GPtrArray     *stems)
{
  g_auto(GStrv) found = telaah_dictionary_dup_stems (self->dictionary, known);

  for (guint i = 0; found[i] != NULL; i++)
    add_stem (stems, found[i]);
}

/* "information" for "disinformation". */
static gboolean
has_lost_prefix (const char *folded,
                 const char *stem)
{
  gsize n = strlen (stem);
  g_autofree char *start = g_strndup (stem, n > 4 ? n - 2 : n);   /* its last letters may change: "unhappiness" */
  const char *found = strstr (folded, start);

  return n > 2 && found != NULL && found != folded;
}

static char *
dup_snowball_stem (TelaahStemmer *self,
                   const char    *spelling)
{
  const char *rest = self->elides ? strchr (spelling, '\'') : NULL;

  return telaah_snowball_dup_stem (self->snowball, rest != NULL && strlen (rest) > 2 ? rest + 1 : spelling);
}

/* Dictionaries that have inflected forms as entries give only these back: "running". What Snowball makes of them counts
 * where it is a word, too; but not of "news", for the dictionary would know a plural. */
static void
add_snowball_stem (TelaahStemmer *self,
                   const char    *spelling,
                   GPtrArray     *stems)
{
  g_autofree char *stem = dup_snowball_stem (self, spelling);
  gsize n = strlen (stem);

  if (stems->len == 0)
    add_stem (stems, stem);
  else if (stems->len == 1 && n >= 3 && n + 2 <= strlen (spelling) && telaah_dictionary_has (self->dictionary, stem))
    add_stem (stems, stem);
}

static void
add_stems_of_known (TelaahStemmer *self,
                    const char    *spelling,
                    const char    *known,
                    const char    *folded,
                    GPtrArray     *stems)
{
  add_dictionary_stems (self, known, stems);
  for (guint i = stems->len; self->keeps_prefixes && i > 0; i--)
    if (has_lost_prefix (folded, stems->pdata[i - 1]))
      g_ptr_array_remove_index (stems, i - 1);

  if (self->snowball != NULL && (stems->len == 0 || strcmp (stems->pdata[0], folded) == 0))
    add_snowball_stem (self, spelling, stems);
}

/* Whether something known is left without affixes. */
static gboolean
add_stems_of_rest (TelaahStemmer *self,
                   const char    *spelling,
                   GPtrArray     *stems)
{
  g_autoptr(GPtrArray) rests = telaah_affixes_dup_rests (spelling);
  g_autofree char *bare = NULL;

  for (guint i = 0; i < rests->len; i++)
    if (telaah_dictionary_has (self->dictionary, rests->pdata[i]))
      {
        add_dictionary_stems (self, rests->pdata[i], stems);
        if (stems->len == 0)
          add_stem (stems, rests->pdata[i]);
        return TRUE;
      }

  bare = telaah_affixes_dup_without_nya (spelling);
  if (bare != NULL)
    add_stem (stems, bare);

  return FALSE;
}

static gboolean
ask_dictionary (TelaahStemmer *self,
                const char    *spelling,
                const char    *folded,
                GPtrArray     *stems)
{
  g_autofree char *known = dup_known (self, spelling);

  if (known != NULL)
    {
      add_stems_of_known (self, spelling, known, folded, stems);
      return TRUE;
    }

  if (self->has_affixes)
    return add_stems_of_rest (self, spelling, stems);

  if (self->snowball != NULL)
    add_snowball_stem (self, spelling, stems);

  return FALSE;
}

static const TelaahStemmed *
keep (TelaahStemmer   *self,
      const GPtrArray *stems,
      const char      *folded,
      gboolean         known)
{
  const char **kept;
  TelaahStemmed *stemmed;

  if (stems->len == 0 || (stems->len == 1 && strcmp (stems->pdata[0], folded) == 0))
    return known ? &known_itself : &itself;

  kept = g_new0 (const char *, stems->len + 1);
  for (guint i = 0; i < stems->len; i++)
    kept[i] = g_string_chunk_insert_const (self->strings, stems->pdata[i]);

  stemmed = g_new (TelaahStemmed, 1);
  *stemmed = (TelaahStemmed) { kept, known };

  return stemmed;
}

/**
 * telaah_stemmer_look_up:
 * @spelling: as telaah_spelling_dup() has it
 *
 * Returns: (transfer none): lives as long as the program
 */
const TelaahStemmed *
telaah_stemmer_look_up (TelaahStemmer *self,
                        const char    *spelling)
{
  g_autoptr(GMutexLocker) locker = NULL;
  g_autoptr(GPtrArray) stems = NULL;
  g_autofree char *folded = NULL;
  const TelaahStemmed *stemmed;
  gboolean known = FALSE;

  if (self->method == NULL || !is_worth_asking (spelling))
    return &itself;

  locker = g_mutex_locker_new (&self->mutex);
  stemmed = g_hash_table_lookup (self->stemmed, spelling);
  if (stemmed != NULL)
    return stemmed;

  folded = telaah_fold_dup (spelling, -1);
  stems = g_ptr_array_new_with_free_func (g_free);
  if (self->dictionary != NULL)
    {
      known = ask_dictionary (self, spelling, folded, stems);
    }
  else
    {
      g_autofree char *stem = dup_snowball_stem (self, spelling);

      add_stem (stems, stem);
    }

  stemmed = keep (self, stems, folded, known);
  g_hash_table_insert (self->stemmed, g_string_chunk_insert (self->strings, spelling), (gpointer) stemmed);

  return stemmed;
}

/* ---- Suggestions ---- */

static char **
find_suggestions (TelaahStemmer *self,
                  const char    *spelling)
{
  g_autoptr(GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) found = telaah_dictionary_dup_suggestions (self->dictionary, spelling);

  for (guint i = 0; found[i] != NULL && folded->len < MAX_SUGGESTIONS; i++)
    {
      g_autofree char *suggestion = telaah_fold_dup (found[i], -1);

      /* "in formasi" is never what was meant. */
      if (strpbrk (suggestion, " -") == NULL && strcmp (suggestion, spelling) != 0 &&
          !g_ptr_array_find_with_equal_func (folded, suggestion, g_str_equal, NULL))
        g_ptr_array_add (folded, g_steal_pointer (&suggestion));
    }
  g_ptr_array_add (folded, NULL);

  return (char **) g_ptr_array_steal (folded, NULL);
}

/**
 * telaah_stemmer_dup_suggestions:
 *
 * Returns: (transfer full): what a word that the dictionary does not know may be, folded, the best first; nothing for
 *   one that it knows, nor without a dictionary
 */
char **
telaah_stemmer_dup_suggestions (TelaahStemmer *self,
                                const char    *spelling)
{
  g_autoptr(GMutexLocker) locker = NULL;
  char **suggestions;

  if (self->dictionary == NULL || !is_worth_asking (spelling) ||
      telaah_stemmer_look_up (self, spelling)->known)
    return g_new0 (char *, 1);

  locker = g_mutex_locker_new (&self->mutex);
  suggestions = g_hash_table_lookup (self->suggestions, spelling);
  if (suggestions == NULL)
    {
      suggestions = find_suggestions (self, spelling);
      g_hash_table_insert (self->suggestions, g_strdup (spelling), suggestions);
    }

  return g_strdupv (suggestions);
}
