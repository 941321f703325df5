/* Finds the Hunspell dictionary of a language among those installed, and asks it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-dictionary.h"

#ifdef TELAAH_HAVE_HUNSPELL

#include <glib/gstdio.h>
#include <hunspell/hunspell.h>
#include <string.h>
#include <unicode/uloc.h>
#include <unistd.h>

struct _TelaahDictionary
{
  char      *path;         /* without .aff and .dic */
  char      *stamp;

  Hunhandle *handle;       /* NULL until asked */
  GIConv     encode;       /* from UTF-8; (GIConv) -1 where the dictionary is in UTF-8 */
  GIConv     decode;
};

static void
add_folders (GPtrArray  *folders,
             const char *data)
{
  g_ptr_array_add (folders, g_build_filename (data, "hunspell", NULL));
  g_ptr_array_add (folders, g_build_filename (data, "myspell", "dicts", NULL));
  g_ptr_array_add (folders, g_build_filename (data, "myspell", NULL));
}

/* Where dictionaries may be, in the order in which they count. */
static GPtrArray *
dup_folders (void)
{
  GPtrArray *folders = g_ptr_array_new_with_free_func (g_free);
  g_auto(GStrv) own = g_strsplit (g_getenv ("DICPATH") != NULL ? g_getenv ("DICPATH") : "",
                                  G_SEARCHPATH_SEPARATOR_S, -1);

  for (guint i = 0; own[i] != NULL; i++)
    if (own[i][0] != '\0')
      g_ptr_array_add (folders, g_strdup (own[i]));

  add_folders (folders, g_get_user_data_dir ());
  for (const char *const *data = g_get_system_data_dirs (); *data != NULL; data++)
    add_folders (folders, *data);
  add_folders (folders, "/usr/local/share");
  add_folders (folders, "/usr/share");

  return folders;
}

static gboolean
is_dictionary (const char *path)
{
  g_autofree char *aff = g_strconcat (path, ".aff", NULL);
  g_autofree char *dic = g_strconcat (path, ".dic", NULL);

  return g_access (aff, R_OK) == 0 && g_access (dic, R_OK) == 0;
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/* Paths of all dictionaries in a folder whose names begin so, by name. */
static GPtrArray *
dup_variants (const char *folder,
              const char *prefix)
{
  GPtrArray *paths = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *stem = NULL;

      if (!g_str_has_prefix (name, prefix) || !g_str_has_suffix (name, ".aff"))
        continue;

      stem = g_strndup (name, strlen (name) - strlen (".aff"));
      g_ptr_array_add (paths, g_build_filename (folder, stem, NULL));
    }
  g_ptr_array_sort (paths, compare_names);

  return paths;
}

/* In all folders @name itself before anything that only begins so. */
static char *
find_named (const GPtrArray *folders,
            const char      *name)
{
  g_autofree char *prefix = g_strconcat (name, "_", NULL);

  for (guint i = 0; i < folders->len; i++)
    {
      g_autofree char *path = g_build_filename (folders->pdata[i], name, NULL);

      if (is_dictionary (path))
        return g_steal_pointer (&path);
    }

  for (guint i = 0; i < folders->len; i++)
    {
      g_autoptr(GPtrArray) paths = dup_variants (folders->pdata[i], prefix);

      for (guint j = 0; j < paths->len; j++)
        if (is_dictionary (paths->pdata[j]))
          return g_strdup (paths->pdata[j]);
    }

  return NULL;
}

/* "en-GB" is en_GB; "en" is en_US, as most who do not say have it, else any English. */
static char *
find_path (const char *language)
{
  g_autoptr(GPtrArray) folders = NULL;
  char bare[ULOC_LANG_CAPACITY], region[ULOC_COUNTRY_CAPACITY], likely[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  char *path = NULL;

  uloc_getLanguage (language, bare, sizeof bare, &status);
  uloc_getCountry (language, region, sizeof region, &status);
  uloc_addLikelySubtags (bare, likely, sizeof likely, &status);
  if (U_FAILURE (status) || status == U_STRING_NOT_TERMINATED_WARNING || bare[0] == '\0')
    return NULL;

  folders = dup_folders ();
  if (region[0] != '\0')
    {
      g_autofree char *name = g_strdup_printf ("%s_%s", bare, region);

      path = find_named (folders, name);
    }

  uloc_getCountry (likely, region, sizeof region, &status);
  if (path == NULL && U_SUCCESS (status) && region[0] != '\0')
    {
      g_autofree char *name = g_strdup_printf ("%s_%s", bare, region);

      path = find_named (folders, name);
    }

  return path != NULL ? path : find_named (folders, bare);
}

static char *
stamp_file (const char *path,
            const char *suffix)
{
  g_autofree char *file = g_strconcat (path, suffix, NULL);
  g_autofree char *name = g_path_get_basename (file);
  GStatBuf info = { 0 };

  g_stat (file, &info);

  return g_strdup_printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT, name, (gint64) info.st_size,
                          (gint64) info.st_mtime);
}

/**
 * telaah_dictionary_find:
 * @language: BCP 47
 *
 * Returns: (nullable) (transfer full): its dictionary, where one is installed
 */
TelaahDictionary *
telaah_dictionary_find (const char *language)
{
  g_autofree char *path = find_path (language);
  g_autofree char *aff = NULL;
  g_autofree char *dic = NULL;
  TelaahDictionary *self;

  if (path == NULL)
    return NULL;

  aff = stamp_file (path, ".aff");
  dic = stamp_file (path, ".dic");

  self = g_new0 (TelaahDictionary, 1);
  self->path = g_steal_pointer (&path);
  self->stamp = g_strdup_printf ("%s %s", aff, dic);
  self->encode = self->decode = (GIConv) -1;

  return self;
}

void
telaah_dictionary_free (TelaahDictionary *self)
{
  if (self == NULL)
    return;

  if (self->handle != NULL)
    Hunspell_destroy (self->handle);
  if (self->encode != (GIConv) -1)
    g_iconv_close (self->encode);
  if (self->decode != (GIConv) -1)
    g_iconv_close (self->decode);
  g_free (self->path);
  g_free (self->stamp);
  g_free (self);
}

const char *
telaah_dictionary_get_stamp (TelaahDictionary *self)
{
  return self->stamp;
}

static void
load (TelaahDictionary *self)
{
  g_autofree char *aff = g_strconcat (self->path, ".aff", NULL);
  g_autofree char *dic = g_strconcat (self->path, ".dic", NULL);
  const char *encoding;

  if (self->handle != NULL)
    return;

  self->handle = Hunspell_create (aff, dic);
  encoding = Hunspell_get_dic_encoding (self->handle);
  if (g_ascii_strcasecmp (encoding, "UTF-8") == 0)
    return;

  if (g_ascii_strncasecmp (encoding, "microsoft-", 10) == 0)
    encoding += 10;
  else if (g_ascii_strcasecmp (encoding, "TIS620-2533") == 0)
    encoding = "TIS-620";
  self->encode = g_iconv_open (encoding, "UTF-8");
  self->decode = g_iconv_open ("UTF-8", encoding);
}

/* NULL: a word that cannot be written in the dictionary's encoding. */
static char *
encode (TelaahDictionary *self,
        const char       *word)
{
  load (self);

  return self->encode != (GIConv) -1 ? g_convert_with_iconv (word, -1, self->encode, NULL, NULL, NULL)
                                     : g_strdup (word);
}

static char **
take_list (TelaahDictionary  *self,
           char             **list,
           int                n)
{
  GPtrArray *words = g_ptr_array_new ();

  for (int i = 0; i < n; i++)
    {
      char *word = self->decode != (GIConv) -1
                     ? g_convert_with_iconv (list[i], -1, self->decode, NULL, NULL, NULL)
                     : g_utf8_make_valid (list[i], -1);

      if (word != NULL)
        g_ptr_array_add (words, word);
    }
  if (list != NULL)
    Hunspell_free_list (self->handle, &list, n);
  g_ptr_array_add (words, NULL);

  return (char **) g_ptr_array_free (words, FALSE);
}

gboolean
telaah_dictionary_has (TelaahDictionary *self,
                       const char       *word)
{
  g_autofree char *encoded = encode (self, word);

  return encoded != NULL && Hunspell_spell (self->handle, encoded) != 0;
}

char **
telaah_dictionary_dup_stems (TelaahDictionary *self,
                             const char       *word)
{
  g_autofree char *encoded = encode (self, word);
  char **list = NULL;
  int n = encoded != NULL ? Hunspell_stem (self->handle, &list, encoded) : 0;

  return take_list (self, list, n);
}

char **
telaah_dictionary_dup_suggestions (TelaahDictionary *self,
                                   const char       *word)
{
  g_autofree char *encoded = encode (self, word);
  char **list = NULL;
  int n = encoded != NULL ? Hunspell_suggest (self->handle, &list, encoded) : 0;

  return take_list (self, list, n);
}

#else /* without Hunspell no language has a dictionary */

TelaahDictionary *
telaah_dictionary_find (const char *language)
{
  return NULL;
}

void
telaah_dictionary_free (TelaahDictionary *self)
{
}

const char *
telaah_dictionary_get_stamp (TelaahDictionary *self)
{
  return "";
}

gboolean
telaah_dictionary_has (TelaahDictionary *self,
                       const char       *word)
{
  return FALSE;
}

char **
telaah_dictionary_dup_stems (TelaahDictionary *self,
                             const char       *word)
{
  return g_new0 (char *, 1);
}

char **
telaah_dictionary_dup_suggestions (TelaahDictionary *self,
                                   const char       *word)
{
  return g_new0 (char *, 1);
}

#endif
