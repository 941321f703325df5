/* What the styles of references share: writing sentences, and what is known of a source.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-cite.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

/* ---- Writing ---- */

/* Whether a sentence ends there, be it within quotation marks. */
gboolean
telaah_cite_is_ended (const char *words)
{
  gsize length = strlen (words);

  while (length > 0)
    {
      if (words[length - 1] == '"' || words[length - 1] == '\'')
        length--;
      else if (length >= 3 && (strncmp (words + length - 3, "”", 3) == 0 || strncmp (words + length - 3, "’", 3) == 0))
        length -= 3;
      else
        break;
    }

  return length > 0 && strchr (".?!", words[length - 1]) != NULL;
}

void
telaah_cite_put (TelaahCite *self,
                 const char *words)
{
  gsize length = strlen (words);

  if (length == 0)
    return;

  self->ended = telaah_cite_is_ended (words);
  if (self->markup)
    {
      g_autofree char *escaped = g_markup_escape_text (words, length);

      g_string_append (self->out, escaped);
    }
  else
    g_string_append (self->out, words);
  self->last = words[length - 1];
}

void
telaah_cite_put_title (TelaahCite *self,
                       const char *words,
                       gboolean    italic)
{
  if (self->markup && italic)
    g_string_append (self->out, "<i>");
  telaah_cite_put (self, words);
  if (self->markup && italic)
    g_string_append (self->out, "</i>");
}

void
telaah_cite_put_f (TelaahCite *self,
                   const char *format,
                   ...)
{
  g_autofree char *words = NULL;
  va_list args;

  va_start (args, format);
  words = g_strdup_vprintf (format, args);
  va_end (args);
  telaah_cite_put (self, words);
}

/* The end of a sentence, unless it has one. */
void
telaah_cite_stop (TelaahCite *self)
{
  if (self->last != '\0' && !self->ended)
    telaah_cite_put (self, ".");
}

void
telaah_cite_begin (TelaahCite *self)
{
  if (self->last != '\0')
    telaah_cite_put (self, " ");
}

/* ---- What is known ---- */

gboolean
telaah_cite_is_medium (const TelaahSourceFields *f,
                       const char               *media)
{
  g_auto(GStrv) names = g_strsplit (media, " ", -1);

  return f->medium != NULL && g_strv_contains ((const char *const *) names, f->medium);
}

gboolean
telaah_cite_is_chapter (const TelaahSourceFields *f)
{
  return f->container != NULL &&
         telaah_cite_is_medium (f, "chapter paper-conference entry entry-encyclopedia entry-dictionary");
}

gboolean
telaah_cite_is_article (const TelaahSourceFields *f)
{
  return (f->medium == NULL && f->container != NULL) ||
         telaah_cite_is_medium (f, "article-journal article-newspaper article-magazine");
}

/* Who publishes what one has written oneself is not said twice. */
static gboolean
is_author (const TelaahSourceFields *f,
           const char               *name)
{
  return f->author != NULL && strcmp (f->author, name) == 0;
}

/* Where an article stands; one whose journal is not known stands with its publisher. */
const char *
telaah_cite_get_container (const TelaahSourceFields *f)
{
  if (f->container != NULL)
    return f->container;

  return f->publisher != NULL && !is_author (f, f->publisher) ? f->publisher : NULL;
}

/* What comes out by the day, and so is cited by the day. */
gboolean
telaah_cite_is_daily (const TelaahSourceFields *f)
{
  if (f->medium == NULL)
    return f->volume == NULL && f->issue == NULL && f->doi == NULL;

  return telaah_cite_is_medium (f, "article-newspaper article-magazine webpage post post-weblog speech interview"
                                   " broadcast");
}

/* @formats: for a day and for a month, as strftime. */
char *
telaah_cite_dup_day (const char *date,
                     const char *of_day,
                     const char *of_month)
{
  g_autoptr(GDateTime) time = NULL;
  guint year = 0, month = 1, day = 1;
  int n = sscanf (date, "%4u-%2u-%2u", &year, &month, &day);

  time = n > 1 ? g_date_time_new_utc (year, month, day, 0, 0, 0) : NULL;
  return time != NULL ? g_date_time_format (time, n > 2 ? of_day : of_month) : g_strdup (date);
}

void
telaah_cite_put_name (TelaahCite               *self,
                      const TelaahSourceFields *f,
                      gboolean                  italic)
{
  if (f->title != NULL)
    telaah_cite_put_title (self, f->title, italic);
  else
    /* Translators: stands for the title of a work that has none */
    telaah_cite_put_f (self, "[%s]", _("Untitled"));
}

void
telaah_cite_put_sentence (TelaahCite *self,
                          const char *words)
{
  telaah_cite_begin (self);
  telaah_cite_put (self, words);
  telaah_cite_stop (self);
}

/* On the web the site stands there, and elsewhere who published it. */
void
telaah_cite_put_place (TelaahCite               *self,
                       const TelaahSourceFields *f)
{
  const char *container = f->container, *publisher = f->publisher;
  gboolean web = f->medium == NULL || telaah_cite_is_medium (f, "webpage post post-weblog");

  if (telaah_cite_is_medium (f, "thesis") || (publisher != NULL && is_author (f, publisher)))
    publisher = NULL;
  if (container != NULL && is_author (f, container))
    container = NULL;

  if (container != NULL && (web || publisher == NULL))
    telaah_cite_put_sentence (self, container);
  else if (publisher != NULL)
    telaah_cite_put_sentence (self, publisher);
}

/* The DOI, or else the address; no full stop follows, which would be taken for a part of it. */
void
telaah_cite_put_address (TelaahCite               *self,
                         const TelaahSourceFields *f)
{
  g_autofree char *accessed = NULL;

  if (f->doi != NULL)
    {
      telaah_cite_begin (self);
      telaah_cite_put_f (self, "https://doi.org/%s", f->doi);
      return;
    }
  if (f->url == NULL)
    return;

  telaah_cite_begin (self);
  if (f->date == NULL && f->accessed != NULL)
    {
      /* What has no date may change: when it was seen belongs to it. */
      accessed = telaah_cite_dup_day (f->accessed, C_("a day in a sentence, as strftime", "%B %-e, %Y"),
                                      C_("a month in a sentence, as strftime", "%B %Y"));
      /* Translators: a date, and a web address */
      telaah_cite_put_f (self, _("Retrieved %s, from %s"), accessed, f->url);
    }
  else
    telaah_cite_put (self, f->url);
}

/* ---- The reference ---- */

static char *
format (const TelaahSourceFields *fields,
        TelaahReferenceStyle      style,
        gboolean                  markup)
{
  g_autoptr(TelaahReference) known = telaah_reference_new_for_fields (fields);
  TelaahSourceFields all = telaah_reference_as_fields (known);
  TelaahCite cite = { .out = g_string_new (NULL), .markup = markup };

  (style == TELAAH_STYLE_CHICAGO ? telaah_cite_chicago : telaah_cite_apa) (&cite, &all);

  return g_string_free (cite.out, FALSE);
}

/**
 * telaah_reference_format:
 *
 * What is not known is left out, or stands as the style has it ("n.d.").
 *
 * Returns: (transfer full): the reference in one line of plain text
 */
char *
telaah_reference_format (const TelaahSourceFields *fields,
                         TelaahReferenceStyle      style)
{
  return format (fields, style, FALSE);
}

/**
 * telaah_reference_format_markup:
 *
 * Returns: (transfer full): the same with <i> around what the style sets in italics; good for Pango and for HTML
 */
char *
telaah_reference_format_markup (const TelaahSourceFields *fields,
                                TelaahReferenceStyle      style)
{
  return format (fields, style, TRUE);
}
