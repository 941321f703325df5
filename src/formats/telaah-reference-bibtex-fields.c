/* What the fields of a BibTeX or BibLaTeX entry say.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <string.h>

static const char *
get (const TelaahBibtexEntry *entry,
     const char              *name)
{
  const char *value = g_hash_table_lookup (entry->fields, name);

  return value != NULL && *value != '\0' ? value : NULL;
}

/* ---- Names ---- */

/* Where @mark next stands outside of braces, or the end. */
static const char *
find_outside (const char *p,
              const char *marks)
{
  int depth = 0;

  for (; *p != '\0' && !(depth == 0 && strchr (marks, *p) != NULL); p++)
    depth += *p == '{' ? 1 : *p == '}' ? -1 : 0;

  return p;
}

/* The words of a name, as they stand; what is in braces is one. */
static GPtrArray *
split_words (const char *name)
{
  GPtrArray *words = g_ptr_array_new_with_free_func (g_free);

  while (*(name += strspn (name, " \t\n~")) != '\0')
    {
      const char *end = find_outside (name, " \t\n~");

      g_ptr_array_add (words, g_strndup (name, end - name));
      name = end;
    }

  return words;
}

/* "van", "de la": a word in lower case. What is in braces, but for accents, has no case. */
static gboolean
is_particle (const char *word)
{
  g_autofree char *text = NULL;

  if (*word == '{' && word[1] != '\\')
    return FALSE;

  text = telaah_latex_to_text (word);
  return g_unichar_islower (g_utf8_get_char (text));
}

static char *
join_words (GPtrArray *words,
            guint      from,
            guint      to)
{
  g_autoptr(GString) joined = g_string_new (NULL);

  for (guint i = from; i < to; i++)
    g_string_append_printf (joined, "%s%s", i > from ? " " : "", (char *) words->pdata[i]);

  return telaah_latex_to_text (joined->str);
}

/* Given van Family: the family begins at the first particle, or is the last word. */
static void
append_unparted (GString    *authors,
                 const char *name)
{
  g_autoptr(GPtrArray) words = split_words (name);
  g_autofree char *family = NULL, *given = NULL;
  guint from = 0;

  if (words->len == 0)
    return;

  while (from < words->len - 1 && !is_particle (words->pdata[from]))
    from++;

  family = join_words (words, from, words->len);
  given = join_words (words, 0, from);
  telaah_names_append (authors, family, given, NULL);
}

static gboolean
is_all_in_braces (const char *name)
{
  return *name == '{' && name[1] != '\\' && *find_outside (name + 1, "}") == '}' &&
         find_outside (name + 1, "}")[1] == '\0';
}

static void
append_name (GString    *authors,
             const char *words,
             gsize       length)
{
  g_autofree char *name = g_strstrip (g_strndup (words, length));
  const char *comma = find_outside (name, ","), *second;
  g_autofree char *a = NULL, *b = NULL, *c = NULL;

  if (g_ascii_strcasecmp (name, "others") == 0)
    {
      if (authors->len > 0)
        g_string_append (authors, "; " TELAAH_NAME_OTHERS);
      return;
    }

  if (is_all_in_braces (name))
    {
      a = telaah_latex_to_text (name);
      telaah_names_append_body (authors, a);
      return;
    }

  if (*comma == '\0')
    {
      append_unparted (authors, name);
      return;
    }

  /* Family, Given or Family, Jr., Given */
  second = find_outside (comma + 1, ",");
  name[comma - name] = '\0';
  a = telaah_latex_to_text (name);
  if (*second == '\0')
    {
      b = telaah_latex_to_text (comma + 1);
      telaah_names_append (authors, a, b, NULL);
      return;
    }

  name[second - name] = '\0';
  b = telaah_latex_to_text (comma + 1);
  c = telaah_latex_to_text (second + 1);
  telaah_names_append (authors, a, c, b);
}

/* Whether " and " stands at @p. */
static gboolean
is_and (const char *p)
{
  return strchr (" \t\n", *p) != NULL && g_ascii_strncasecmp (p + 1, "and", 3) == 0 && p[4] != '\0' &&
         strchr (" \t\n", p[4]) != NULL;
}

static char *
dup_authors (const char *value)
{
  GString *authors = g_string_new (NULL);
  const char *name = value;

  for (const char *p = value; *(p = find_outside (p, " \t\n")) != '\0';)
    {
      if (!is_and (p))
        {
          p++;
          continue;
        }
      append_name (authors, name, p - name);
      name = p + 4;
      p = name;
    }
  append_name (authors, name, strlen (name));

  return g_string_free (authors, FALSE);
}

/* ---- Kinds ---- */

static const struct
{
  const char *type;
  const char *medium;
} media[] = {
  { "article", "article-journal" }, { "suppperiodical", "article-journal" }, { "book", "book" },
  { "booklet", "pamphlet" }, { "mvbook", "book" }, { "collection", "book" }, { "mvcollection", "book" },
  { "reference", "book" }, { "mvreference", "book" }, { "proceedings", "book" }, { "mvproceedings", "book" },
  { "manual", "book" }, { "inbook", "chapter" }, { "incollection", "chapter" }, { "bookinbook", "chapter" },
  { "suppbook", "chapter" }, { "suppcollection", "chapter" }, { "inreference", "entry-encyclopedia" },
  { "inproceedings", "paper-conference" }, { "conference", "paper-conference" }, { "thesis", "thesis" },
  { "phdthesis", "thesis" }, { "mastersthesis", "thesis" }, { "techreport", "report" }, { "report", "report" },
  { "online", "webpage" }, { "electronic", "webpage" }, { "www", "webpage" }, { "unpublished", "manuscript" },
  { "dataset", "dataset" }, { "software", "software" }, { "patent", "patent" }, { "periodical", "periodical" },
  { "video", "motion_picture" }, { "movie", "motion_picture" }, { "audio", "song" }, { "music", "song" },
  { "letter", "personal_communication" }, { "legislation", "legislation" }, { "legal", "legislation" },
  { "jurisdiction", "legal_case" },
};

static const char *
find_medium (const TelaahBibtexEntry *entry)
{
  const char *subtype = get (entry, "entrysubtype");

  if (strcmp (entry->type, "article") == 0 && subtype != NULL)
    {
      if (g_ascii_strcasecmp (subtype, "newspaper") == 0)
        return "article-newspaper";
      if (g_ascii_strcasecmp (subtype, "magazine") == 0)
        return "article-magazine";
    }

  for (guint i = 0; i < G_N_ELEMENTS (media); i++)
    if (strcmp (entry->type, media[i].type) == 0)
      return media[i].medium;

  return NULL;
}

/* ---- The reference ---- */

static void
set (TelaahReference         *reference,
     TelaahReferenceKey       key,
     const TelaahBibtexEntry *entry,
     const char              *name)
{
  g_autofree char *text = get (entry, name) != NULL ? telaah_latex_to_text (get (entry, name)) : NULL;

  if (text != NULL)
    telaah_reference_set (reference, key, text);
}

static void
set_address (TelaahReference         *reference,
             TelaahReferenceKey       key,
             const TelaahBibtexEntry *entry,
             const char              *name)
{
  g_autofree char *text = get (entry, name) != NULL ? telaah_latex_to_address (get (entry, name)) : NULL;

  if (text != NULL)
    telaah_reference_set (reference, key, text);
}

/* A title and its subtitle. */
static void
set_title (TelaahReference         *reference,
           TelaahReferenceKey       key,
           const TelaahBibtexEntry *entry,
           const char              *name,
           const char              *subname)
{
  g_autofree char *title = NULL, *subtitle = NULL, *both = NULL;

  if (get (entry, name) == NULL || get (entry, subname) == NULL)
    {
      set (reference, key, entry, name);
      return;
    }

  title = telaah_latex_to_text (get (entry, name));
  subtitle = telaah_latex_to_text (get (entry, subname));
  both = g_strconcat (title, g_str_has_suffix (title, "?") || g_str_has_suffix (title, "!") ? " " : ": ", subtitle, NULL);
  telaah_reference_set (reference, key, both);
}

/* year = 2021, month = mar, day = 4, or a date of BibLaTeX. */
static void
set_date (TelaahReference         *reference,
          const TelaahBibtexEntry *entry)
{
  const char *day = get (entry, "day"), *month = get (entry, "month"), *year = get (entry, "year");
  g_autofree char *words = NULL, *date = NULL;
  const char *number;

  set (reference, TELAAH_REFERENCE_DATE, entry, "date");
  if (reference->values[TELAAH_REFERENCE_DATE] != NULL || year == NULL)
    return;

  /* A month of digits is a number, and else it is words, a day among them perhaps. */
  number = month != NULL ? month + strspn (month, " 0") : NULL;
  if (number != NULL && *number != '\0' && number[strspn (number, "0123456789 ")] == '\0')
    words = g_strdup_printf (day != NULL ? "%s-%s-%s" : "%s-%s", year, month, day);
  else
    words = g_strdup_printf ("%s %s %s", day != NULL ? day : "", month != NULL ? month : "", year);

  date = telaah_latex_to_text (words);
  telaah_reference_set (reference, TELAAH_REFERENCE_DATE, date);
  set (reference, TELAAH_REFERENCE_DATE, entry, "year");
}

/* eprint = {2101.00001}, eprinttype = {arxiv} */
static void
set_eprint (TelaahReference         *reference,
            const TelaahBibtexEntry *entry)
{
  const char *kind = get (entry, "eprinttype") != NULL ? get (entry, "eprinttype") : get (entry, "archiveprefix");
  const char *prefix = NULL, *publisher = NULL;
  g_autofree char *id = NULL, *url = NULL;

  if (kind == NULL || get (entry, "eprint") == NULL)
    return;

  if (g_ascii_strcasecmp (kind, "arxiv") == 0)
    {
      prefix = "https://arxiv.org/abs/";
      publisher = "arXiv";
    }
  else if (g_ascii_strcasecmp (kind, "jstor") == 0)
    prefix = "https://www.jstor.org/stable/";
  else if (g_ascii_strcasecmp (kind, "hdl") == 0)
    prefix = "https://hdl.handle.net/";
  else
    return;

  id = telaah_latex_to_address (get (entry, "eprint"));
  url = g_strconcat (prefix, id, NULL);
  telaah_reference_set (reference, TELAAH_REFERENCE_URL, url);
  if (reference->values[TELAAH_REFERENCE_CONTAINER] == NULL)
    telaah_reference_set (reference, TELAAH_REFERENCE_PUBLISHER, publisher);
}

static void
set_place (TelaahReference         *reference,
           const TelaahBibtexEntry *entry,
           const char              *medium)
{
  static const char *const publishers[] = { "publisher", "institution", "school", "organization" };
  gboolean online = g_strcmp0 (medium, "webpage") == 0;

  set_title (reference, TELAAH_REFERENCE_CONTAINER, entry, "journaltitle", "journalsubtitle");
  set (reference, TELAAH_REFERENCE_CONTAINER, entry, "journal");
  set_title (reference, TELAAH_REFERENCE_CONTAINER, entry, "booktitle", "booksubtitle");
  if (online)
    set (reference, TELAAH_REFERENCE_CONTAINER, entry, "organization");

  for (guint i = 0; i < G_N_ELEMENTS (publishers); i++)
    if (!online || strcmp (publishers[i], "organization") != 0)
      set (reference, TELAAH_REFERENCE_PUBLISHER, entry, publishers[i]);
}

/**
 * telaah_reference_from_bibtex:
 * @entry: as it was written; a string for a date of three parts is put together here
 *
 * Returns: (transfer full): what it says
 */
TelaahReference *
telaah_reference_from_bibtex (const TelaahBibtexEntry *entry)
{
  TelaahReference *reference = g_new0 (TelaahReference, 1);
  const char *medium = find_medium (entry), *published = get (entry, "howpublished");
  gboolean numbered = medium != NULL && (g_str_has_prefix (medium, "article-") || strcmp (medium, "report") == 0);

  telaah_reference_set (reference, TELAAH_REFERENCE_MEDIUM, medium);
  set_title (reference, TELAAH_REFERENCE_TITLE, entry, "title", "subtitle");
  if (get (entry, "author") != NULL)
    {
      g_autofree char *authors = dup_authors (get (entry, "author"));

      telaah_reference_set (reference, TELAAH_REFERENCE_AUTHOR, authors);
    }

  set_place (reference, entry, medium);
  set_date (reference, entry);
  set (reference, TELAAH_REFERENCE_VOLUME, entry, "volume");
  if (numbered)
    set (reference, TELAAH_REFERENCE_ISSUE, entry, "number");
  set (reference, TELAAH_REFERENCE_ISSUE, entry, "issue");
  set (reference, TELAAH_REFERENCE_PAGES, entry, "pages");
  set (reference, TELAAH_REFERENCE_PAGES, entry, "eid");
  set (reference, TELAAH_REFERENCE_LANGUAGE, entry, "language");
  set (reference, TELAAH_REFERENCE_LANGUAGE, entry, "langid");
  set_address (reference, TELAAH_REFERENCE_DOI, entry, "doi");
  set_address (reference, TELAAH_REFERENCE_URL, entry, "url");
  if (published != NULL && (strstr (published, "http://") != NULL || strstr (published, "https://") != NULL) &&
      strchr (published, ' ') == NULL)
    set_address (reference, TELAAH_REFERENCE_URL, entry, "howpublished");
  set_eprint (reference, entry);
  set (reference, TELAAH_REFERENCE_ACCESSED, entry, "urldate");

  return reference;
}
