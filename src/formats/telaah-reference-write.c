/* Writes references as BibTeX, RIS and CSL-JSON.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-private.h"

#include <json-glib/json-glib.h>
#include <stdio.h>
#include <string.h>

static gboolean
is_known (const char *value)
{
  return value != NULL && *value != '\0';
}

static char *
dup_line (const char *value)
{
  return g_strdelimit (g_strdup (value), "\r\n\t", ' ');
}

/* ---- BibTeX ---- */

static const char *
get_bibtex_type (const char *medium)
{
  static const struct { const char *medium; const char *type; } types[] = {
    { "article-journal", "article" }, { "article-newspaper", "article" }, { "article-magazine", "article" },
    { "book", "book" }, { "chapter", "incollection" }, { "entry-encyclopedia", "inreference" },
    { "paper-conference", "inproceedings" }, { "report", "techreport" }, { "thesis", "phdthesis" },
    { "webpage", "online" }, { "manuscript", "unpublished" }, { "pamphlet", "booklet" }, { "dataset", "dataset" },
    { "software", "software" }, { "patent", "patent" }, { "motion_picture", "video" }, { "song", "audio" },
    { "legislation", "legislation" }, { "legal_case", "jurisdiction" }, { "personal_communication", "letter" },
    { "periodical", "periodical" },
  };

  for (guint i = 0; medium != NULL && i < G_N_ELEMENTS (types); i++)
    if (strcmp (medium, types[i].medium) == 0)
      return types[i].type;

  return "misc";
}

/* The letters of @words, in ASCII and lower case, up to the first blank. */
static void
append_key (GString    *key,
            const char *words)
{
  g_autofree char *ascii = g_str_to_ascii (words, "C");

  for (const char *p = ascii; *p != '\0' && *p != ' '; p++)
    if (g_ascii_isalnum (*p))
      g_string_append_c (key, g_ascii_tolower (*p));
}

/* rahma2021kabel, and rahma2021kabela for a second one. */
static char *
dup_key (const TelaahSourceFields *f,
         GPtrArray                *names,
         GHashTable               *keys)
{
  GString *key = g_string_new (NULL);
  gsize length;

  if (names->len > 0)
    append_key (key, ((TelaahName *) names->pdata[0])->family);
  if (is_known (f->date))
    g_string_append_printf (key, "%.4s", f->date);
  if (is_known (f->title))
    append_key (key, f->title);
  if (key->len == 0)
    g_string_append (key, "source");

  length = key->len;
  for (guint i = 1; !g_hash_table_add (keys, g_strdup (key->str)); i++)
    {
      g_string_truncate (key, length);
      g_string_append_printf (key, "-%u", i + 1);
    }

  return g_string_free (key, FALSE);
}

static void
put_field (GString    *out,
           const char *name,
           const char *value)
{
  if (is_known (value))
    g_string_append_printf (out, ",\n  %s = {%s}", name, value);
}

static void
put_text (GString    *out,
          const char *name,
          const char *value)
{
  g_autofree char *line = is_known (value) ? dup_line (value) : NULL;
  g_autofree char *latex = line != NULL ? telaah_latex_from_text (line) : NULL;

  put_field (out, name, latex);
}

/* "and" within a name must not part it: in braces it does not. */
static void
put_authors (GString   *out,
             GPtrArray *names)
{
  g_autoptr(GString) authors = g_string_new (NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const TelaahName *name = names->pdata[i];
      g_autofree char *family = telaah_latex_from_text (name->family);
      g_autofree char *given = name->given != NULL ? telaah_latex_from_text (name->given) : NULL;
      g_autofree char *suffix = name->suffix != NULL ? telaah_latex_from_text (name->suffix) : NULL;

      g_string_append (authors, i > 0 ? " and " : "");
      if (telaah_name_is_others (name))
        g_string_append (authors, "others");
      else if (given == NULL)
        g_string_append_printf (authors, "{%s}", family);
      else if (suffix != NULL)
        g_string_append_printf (authors, "%s, %s, %s", family, suffix, given);
      else
        g_string_append_printf (authors, "%s, %s", family, given);
    }

  put_field (out, "author", authors->str);
}

static void
put_dates (GString    *out,
           const char *date)
{
  static const char *const months[] = {
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  };
  guint year = 0, month = 0, day = 0;
  int n = is_known (date) ? sscanf (date, "%4u-%2u-%2u", &year, &month, &day) : 0;

  if (n < 1)
    return;

  g_string_append_printf (out, ",\n  year = {%04u}", year);
  if (n > 1 && month >= 1 && month <= 12)
    g_string_append_printf (out, ",\n  month = %s", months[month - 1]);
  if (n > 2)
    g_string_append_printf (out, ",\n  day = {%u}", day);
}

static const char *
get_container_name (const char *type)
{
  if (strcmp (type, "article") == 0)
    return "journal";
  if (strcmp (type, "online") == 0)
    return "organization";

  return "booktitle";
}

/* Of DOIs and addresses, only what would close the field, or begin a command, is escaped. */
static void
put_address (GString    *out,
             const char *name,
             const char *value)
{
  g_autoptr(GString) escaped = g_string_new (NULL);

  for (const char *p = value != NULL ? value : ""; *p != '\0'; p++)
    if (strchr ("{}\\", *p) != NULL)
      g_string_append_printf (escaped, "%%%02X", (guint) *p);
    else
      g_string_append_c (escaped, *p);

  put_field (out, name, escaped->str);
}

static void
put_bibtex (GString                  *out,
            const TelaahSourceFields *f,
            GHashTable               *keys)
{
  g_autoptr(GPtrArray) names = telaah_names_split (f->author);
  g_autofree char *key = dup_key (f, names, keys);
  const char *type = get_bibtex_type (f->medium);
  gboolean numbered = strcmp (type, "article") == 0 || strcmp (type, "techreport") == 0;

  g_string_append_printf (out, "@%s{%s", type, key);
  if (g_strcmp0 (f->medium, "article-newspaper") == 0 || g_strcmp0 (f->medium, "article-magazine") == 0)
    put_field (out, "entrysubtype", f->medium + strlen ("article-"));
  put_authors (out, names);
  put_text (out, "title", f->title);
  put_text (out, get_container_name (type), f->container);
  put_text (out, strcmp (type, "techreport") == 0 ? "institution" : strcmp (type, "phdthesis") == 0 ? "school"
                                                                                                   : "publisher",
            f->publisher);
  put_dates (out, f->date);
  put_text (out, "volume", f->volume);
  put_text (out, numbered ? "number" : "issue", f->issue);
  put_text (out, "pages", f->pages);
  put_text (out, "language", f->language);
  put_address (out, "doi", f->doi);
  put_address (out, "url", f->url);
  put_field (out, "urldate", f->accessed);
  g_string_append (out, "\n}\n");
}

/* ---- RIS ---- */

static void
put_tag (GString    *out,
         const char *tag,
         const char *value)
{
  g_autofree char *line = is_known (value) ? dup_line (value) : NULL;

  if (line != NULL)
    g_string_append_printf (out, "%s  - %s\n", tag, line);
}

static void
put_ris_date (GString    *out,
              const char *tag,
              const char *date)
{
  g_autofree char *slashes = is_known (date) ? g_strdelimit (g_strdup (date), "-", '/') : NULL;

  put_tag (out, tag, slashes);
}

static void
put_ris (GString                  *out,
         const TelaahSourceFields *f)
{
  g_autoptr(GPtrArray) names = telaah_names_split (f->author);
  g_autofree char *year = is_known (f->date) ? g_strndup (f->date, 4) : NULL;
  const char *dash = is_known (f->pages) ? strstr (f->pages, "–") : NULL;
  g_autofree char *start = dash != NULL ? g_strndup (f->pages, dash - f->pages) : g_strdup (f->pages);

  put_tag (out, "TY", telaah_medium_to_ris (f->medium));
  for (guint i = 0; i < names->len; i++)
    {
      const TelaahName *name = names->pdata[i];
      g_autofree char *whole = g_strjoin (", ", name->family, name->given, name->suffix, NULL);

      put_tag (out, "AU", whole);
    }
  put_tag (out, "TI", f->title);
  put_tag (out, "JF", f->container);
  put_tag (out, "PB", f->publisher);
  put_tag (out, "PY", year);
  if (is_known (f->date) && strlen (f->date) > 4)
    put_ris_date (out, "DA", f->date);
  put_tag (out, "VL", f->volume);
  put_tag (out, "IS", f->issue);
  put_tag (out, "SP", start);
  put_tag (out, "EP", dash != NULL ? dash + strlen ("–") : NULL);
  put_tag (out, "LA", f->language);
  put_tag (out, "DO", f->doi);
  put_tag (out, "UR", f->url);
  put_ris_date (out, "Y2", f->accessed);
  g_string_append (out, "ER  - \n");
}

/* ---- CSL-JSON ---- */

static void
put_member (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  if (!is_known (value))
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
put_csl_date (JsonBuilder *builder,
              const char  *member,
              const char  *date)
{
  guint parts[3];
  int n = is_known (date) ? sscanf (date, "%4u-%2u-%2u", &parts[0], &parts[1], &parts[2]) : 0;

  if (n < 1)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_begin_object (builder);
  json_builder_set_member_name (builder, "date-parts");
  json_builder_begin_array (builder);
  json_builder_begin_array (builder);
  for (int i = 0; i < n; i++)
    json_builder_add_int_value (builder, parts[i]);
  json_builder_end_array (builder);
  json_builder_end_array (builder);
  json_builder_end_object (builder);
}

static void
put_csl_authors (JsonBuilder *builder,
                 GPtrArray   *names)
{
  if (names->len == 0)
    return;

  json_builder_set_member_name (builder, "author");
  json_builder_begin_array (builder);
  for (guint i = 0; i < names->len; i++)
    {
      const TelaahName *name = names->pdata[i];

      json_builder_begin_object (builder);
      put_member (builder, name->given != NULL ? "family" : "literal", name->family);
      put_member (builder, "given", name->given);
      put_member (builder, "suffix", name->suffix);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

static void
put_csl (JsonBuilder              *builder,
         const TelaahSourceFields *f,
         GHashTable               *keys)
{
  g_autoptr(GPtrArray) names = telaah_names_split (f->author);
  g_autofree char *key = dup_key (f, names, keys);

  json_builder_begin_object (builder);
  put_member (builder, "id", key);
  put_member (builder, "type", is_known (f->medium) ? f->medium : "document");
  put_member (builder, "title", f->title);
  put_csl_authors (builder, names);
  put_csl_date (builder, "issued", f->date);
  put_member (builder, "container-title", f->container);
  put_member (builder, "publisher", f->publisher);
  put_member (builder, "volume", f->volume);
  put_member (builder, "issue", f->issue);
  put_member (builder, "page", f->pages);
  put_member (builder, "language", f->language);
  put_member (builder, "DOI", f->doi);
  put_member (builder, "URL", f->url);
  put_csl_date (builder, "accessed", f->accessed);
  json_builder_end_object (builder);
}

/* ---- All of them ---- */

char *
telaah_references_to_bibtex (GPtrArray *sources)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      g_string_append (out, i > 0 ? "\n" : "");
      put_bibtex (out, telaah_source_fields (sources->pdata[i]), keys);
    }

  return g_string_free (out, FALSE);
}

char *
telaah_references_to_ris (GPtrArray *sources)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < sources->len; i++)
    {
      g_string_append (out, i > 0 ? "\n" : "");
      put_ris (out, telaah_source_fields (sources->pdata[i]));
    }

  return g_string_free (out, FALSE);
}

char *
telaah_references_to_csl (GPtrArray *sources)
{
  g_autoptr(GHashTable) keys = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_array (builder);
  for (guint i = 0; i < sources->len; i++)
    put_csl (builder, telaah_source_fields (sources->pdata[i]), keys);
  json_builder_end_array (builder);
  root = json_builder_get_root (builder);

  return json_to_string (root, TRUE);
}
