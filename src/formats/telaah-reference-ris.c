/* Reads references in RIS: lines of a tag and a value.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The first of a medium is what is written for it. */
static const struct
{
  const char *type;
  const char *medium;
} media[] = {
  { "JOUR", "article-journal" }, { "EJOUR", "article-journal" }, { "JFULL", "article-journal" },
  { "INPR", "article-journal" }, { "ABST", "article-journal" }, { "MGZN", "article-magazine" },
  { "NEWS", "article-newspaper" }, { "ELEC", "webpage" }, { "WEB", "webpage" }, { "BLOG", "post-weblog" },
  { "BOOK", "book" }, { "EBOOK", "book" }, { "EDBOOK", "book" }, { "CHAP", "chapter" }, { "ECHAP", "chapter" },
  { "CPAPER", "paper-conference" }, { "CONF", "paper-conference" }, { "RPRT", "report" }, { "GOVDOC", "report" },
  { "THES", "thesis" }, { "UNPB", "manuscript" }, { "MANSCPT", "manuscript" }, { "PAMP", "pamphlet" },
  { "DATA", "dataset" }, { "COMP", "software" }, { "PAT", "patent" }, { "CASE", "legal_case" },
  { "STAT", "legislation" }, { "BILL", "bill" }, { "HEAR", "hearing" }, { "MPCT", "motion_picture" },
  { "VIDEO", "motion_picture" }, { "SOUND", "song" }, { "MUSIC", "song" }, { "ART", "graphic" },
  { "FIGURE", "figure" }, { "MAP", "map" }, { "ENCYC", "entry-encyclopedia" }, { "DICT", "entry-dictionary" },
  { "PCOMM", "personal_communication" }, { "SLIDE", "speech" }, { "STAND", "standard" },
};

const char *
telaah_medium_of_ris (const char *type)
{
  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    if (strcmp (type, media[i].type) == 0)
      return media[i].medium;

  return NULL;
}

const char *
telaah_medium_to_ris (const char *medium)
{
  for (guint i = 0; medium != NULL && i < G_N_ELEMENTS (media); i++)
    if (strcmp (medium, media[i].medium) == 0)
      return media[i].type;

  return "GEN";
}

/* One reference while it is read: what each tag said, the first time that it stood there. */
typedef struct
{
  guint       line;       /* of its TY; 0: none is open */
  GHashTable *tags;       /* tag → GString */
  GString    *authors;
  GString    *last;       /* to which a line without a tag is added; NULL: to nothing */
} Record;

static void
free_string (gpointer string)
{
  g_string_free (string, TRUE);
}

static const char *
get (Record     *record,
     const char *tag)
{
  GString *value = g_hash_table_lookup (record->tags, tag);

  return value != NULL && value->len > 0 ? value->str : NULL;
}

/* The first of @tags that says something to the field's taste. */
static void
set (TelaahReference    *reference,
     TelaahReferenceKey  key,
     Record             *record,
     const char         *tags)
{
  g_auto(GStrv) names = g_strsplit (tags, " ", -1);

  for (guint i = 0; names[i] != NULL; i++)
    telaah_reference_set (reference, key, get (record, names[i]));
}

/* PY tells the year and DA often more; but DA of another year is not this date. */
static void
set_date (TelaahReference *reference,
          Record          *record)
{
  static const char *const tags[] = { "PY", "Y1", "DA" };
  g_autofree char *best = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autofree char *date = get (record, tags[i]) != NULL ? telaah_reference_dup_date (get (record, tags[i])) : NULL;

      if (date != NULL && (best == NULL || (strlen (date) > strlen (best) && strncmp (date, best, 4) == 0)))
        {
          g_free (best);
          best = g_steal_pointer (&date);
        }
    }

  telaah_reference_set (reference, TELAAH_REFERENCE_DATE, best);
}

static void
set_pages (TelaahReference *reference,
           Record          *record)
{
  const char *start = get (record, "SP"), *end = get (record, "EP");
  g_autofree char *pages = NULL;

  if (start == NULL || end == NULL || strcmp (start, end) == 0 || strpbrk (start, "-–") != NULL)
    {
      set (reference, TELAAH_REFERENCE_PAGES, record, "SP EP C7");
      return;
    }

  pages = g_strdup_printf ("%s–%s", start, end);
  telaah_reference_set (reference, TELAAH_REFERENCE_PAGES, pages);
}

/* Links to files lie on the disk of who wrote them, more often than not. */
static void
set_url (TelaahReference *reference,
         Record          *record)
{
  static const char *const tags[] = { "UR", "LK", "L2", "L1" };

  for (guint i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      const char *url = get (record, tags[i]);
      g_autofree char *doi = NULL;

      if (url == NULL || (i > 0 && !g_str_has_prefix (url, "http")))
        continue;

      /* An address that is but the DOI says nothing more. */
      doi = strstr (url, "doi.org/") != NULL ? telaah_reference_dup_doi (url) : NULL;
      if (doi != NULL)
        telaah_reference_set (reference, TELAAH_REFERENCE_DOI, doi);
      if (doi == NULL || g_strcmp0 (doi, reference->values[TELAAH_REFERENCE_DOI]) != 0)
        telaah_reference_set (reference, TELAAH_REFERENCE_URL, url);
      return;
    }
}

static gboolean
is_one_of (const char        *medium,
           const char *const *media_of_it)
{
  return medium != NULL && g_strv_contains (media_of_it, medium);
}

static TelaahReference *
make_reference (Record *record)
{
  /* Of these, T2 is the name of a series. */
  static const char *const whole[] = { "book", "report", "thesis", "pamphlet", NULL };
  TelaahReference *reference = g_new0 (TelaahReference, 1);
  const char *medium = telaah_medium_of_ris (get (record, "TY") != NULL ? get (record, "TY") : "");
  gboolean is_whole = is_one_of (medium, whole);

  telaah_reference_set (reference, TELAAH_REFERENCE_MEDIUM, medium);
  set (reference, TELAAH_REFERENCE_TITLE, record, is_whole ? "TI T1 BT CT" : "TI T1 CT");
  if (record->authors->len > 0)
    telaah_reference_set (reference, TELAAH_REFERENCE_AUTHOR, record->authors->str);
  set (reference, TELAAH_REFERENCE_PUBLISHER, record, "PB");
  set_date (reference, record);
  set (reference, TELAAH_REFERENCE_DOI, record, "DO DI M3");
  set_url (reference, record);
  set (reference, TELAAH_REFERENCE_LANGUAGE, record, "LA");
  set (reference, TELAAH_REFERENCE_CONTAINER, record, is_whole ? "JF JO" : "JF T2 JO BT JA J2 J1");
  set (reference, TELAAH_REFERENCE_VOLUME, record, "VL");
  set (reference, TELAAH_REFERENCE_ISSUE, record, "IS");
  set_pages (reference, record);
  set (reference, TELAAH_REFERENCE_ACCESSED, record, "Y2");

  return reference;
}

/* ---- Lines ---- */

static gboolean
fail (guint        line,
      GError     **error,
      const char  *what)
{
  g_set_error (error, TELAAH_REFERENCE_ERROR, TELAAH_REFERENCE_ERROR_INVALID,
               _("This RIS cannot be read: in line %u, %s."), line, what);
  return FALSE;
}

/* "AU  - Family, Given": the tag and where its value begins; NULL where it is no such line. */
static const char *
find_value (const char *line,
            char        tag[3])
{
  const char *p = line + 2;

  if (!g_ascii_isupper (line[0]) || !(g_ascii_isupper (line[1]) || g_ascii_isdigit (line[1])))
    return NULL;

  p += strspn (p, " ");
  if (p == line + 2 || *p != '-' || (p[1] != '\0' && p[1] != ' '))
    return NULL;

  memcpy (tag, line, 2);
  tag[2] = '\0';
  return p + 1 + strspn (p + 1, " ");
}

static void
add_author (Record     *record,
            const char *value)
{
  g_auto(GStrv) parts = g_strsplit (value, ",", 3);

  for (guint i = 0; parts[i] != NULL; i++)
    g_strstrip (parts[i]);

  if (parts[0] == NULL)
    return;
  if (parts[1] == NULL)
    telaah_names_append_body (record->authors, value);
  else
    telaah_names_append (record->authors, parts[0], parts[1], parts[2]);
}

static void
add_tag (Record     *record,
         const char *tag,
         const char *value)
{
  record->last = NULL;
  if (strcmp (tag, "AU") == 0 || strcmp (tag, "A1") == 0)
    add_author (record, value);
  else if (!g_hash_table_contains (record->tags, tag))
    {
      record->last = g_string_new (value);
      g_hash_table_insert (record->tags, g_strdup (tag), record->last);
    }
}

static gboolean
take_line (Record      *record,
           const char  *line,
           guint        number,
           GPtrArray   *references,
           GError     **error)
{
  char tag[3];
  const char *value = find_value (line, tag);

  if (value == NULL)
    {
      if (record->line > 0 && record->last != NULL && *line != '\0')
        g_string_append_printf (record->last, " %s", line);
      return TRUE;
    }

  if (strcmp (tag, "TY") == 0)
    {
      if (record->line > 0)
        return fail (number, error, _("a reference begins (TY) before the last one has ended (ER)"));
      record->line = number;
      add_tag (record, tag, value);
      return TRUE;
    }

  if (record->line == 0)
    return fail (number, error, _("something stands before the beginning (TY) of a reference"));

  if (strcmp (tag, "ER") != 0)
    {
      add_tag (record, tag, value);
      return TRUE;
    }

  g_ptr_array_add (references, make_reference (record));
  g_hash_table_remove_all (record->tags);
  g_string_truncate (record->authors, 0);
  record->line = 0;
  record->last = NULL;

  return TRUE;
}

GPtrArray *
telaah_references_from_ris (const char  *words,
                            GError     **error)
{
  g_autoptr(GPtrArray) references = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_reference_free);
  g_autoptr(GHashTable) tags = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, free_string);
  g_autoptr(GString) authors = g_string_new (NULL);
  Record record = { 0, tags, authors, NULL };
  guint number = 0;

  for (const char *p = words; *p != '\0';)
    {
      gsize length = strcspn (p, "\n");
      g_autofree char *line = g_strstrip (g_strndup (p, length));

      if (!take_line (&record, line, ++number, references, error))
        return NULL;
      p += length + (p[length] == '\n');
    }

  if (record.line == 0)
    return g_steal_pointer (&references);

  fail (record.line, error, _("a reference begins (TY) that never ends (ER)"));
  return NULL;
}
