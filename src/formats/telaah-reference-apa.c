/* A source as a reference list in APA style, 7th edition, shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-cite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The most authors that are listed; of more, the first nineteen and the last. */
#define MOST 20

/* "3", "3–4": one page or several. */
static gboolean
is_several (const char *pages)
{
  return strstr (pages, "–") != NULL || strpbrk (pages, ",-") != NULL;
}

/* "e0193972", which is no page. */
static gboolean
is_article_number (const char *pages)
{
  return *pages == 'e' && pages[1] != '\0' && pages[1 + strspn (pages + 1, "0123456789")] == '\0';
}

static void
put_name (TelaahCite       *self,
          const TelaahName *name)
{
  telaah_cite_put (self, name->family);
  if (name->given != NULL)
    {
      g_autofree char *initials = telaah_name_dup_initials (name->given);

      /* A given name without a letter stands as it is. */
      telaah_cite_put_f (self, ", %s", *initials != '\0' ? initials : name->given);
    }
  if (name->suffix != NULL)
    telaah_cite_put_f (self, ", %s", name->suffix);
}

static void
put_authors (TelaahCite *self,
             GPtrArray  *names)
{
  for (guint i = 0; i < names->len; i++)
    {
      const TelaahName *name = names->pdata[i];
      gboolean last = i == names->len - 1;

      if (names->len > MOST && i == MOST - 1)
        {
          telaah_cite_put (self, ", . . . ");
          name = names->pdata[i = names->len - 1];
        }
      else if (i > 0)
        telaah_cite_put (self, last && !telaah_name_is_others (name) ? ", & " : ", ");

      put_name (self, name);
    }
}

static void
put_date (TelaahCite               *self,
          const TelaahSourceFields *f)
{
  g_autofree char *date = NULL;

  if (f->date == NULL)
    {
      /* Translators: no date */
      telaah_cite_put_f (self, "(%s).", _("n.d."));
      return;
    }

  if (telaah_cite_is_daily (f))
    date = telaah_cite_dup_day (f->date, C_("a day in a reference, as strftime", "%Y, %B %-e"),
                                C_("a month in a reference, as strftime", "%Y, %B"));
  else
    date = g_strndup (f->date, 4);
  telaah_cite_put_f (self, "(%s).", date);
}

/* The kind of a work that its title does not show, in brackets. */
static char *
dup_kind (const TelaahSourceFields *f)
{
  if (telaah_cite_is_medium (f, "thesis"))
    return g_strjoin (", ", _("Thesis"), f->publisher, NULL);
  if (telaah_cite_is_medium (f, "dataset"))
    return g_strdup (_("Data set"));
  if (telaah_cite_is_medium (f, "software"))
    return g_strdup (C_("a kind of work in a reference", "Computer software"));
  if (telaah_cite_is_medium (f, "motion_picture"))
    return g_strdup (_("Film"));

  return NULL;
}

static void
put_title (TelaahCite               *self,
           const TelaahSourceFields *f)
{
  gboolean part = telaah_cite_is_chapter (f) || (telaah_cite_is_article (f) && telaah_cite_get_container (f) != NULL);
  g_autofree char *kind = dup_kind (f);

  telaah_cite_put_name (self, f, !part);
  if (!part && f->volume != NULL)
    /* Translators: the volume of a book in a reference */
    telaah_cite_put_f (self, _(" (Vol. %s)"), f->volume);
  if (!part && f->issue != NULL)
    /* Translators: the number of a report in a reference */
    telaah_cite_put_f (self, _(" (No. %s)"), f->issue);
  if (kind != NULL)
    telaah_cite_put_f (self, " [%s]", kind);
  telaah_cite_stop (self);
}

/* Journal, 5(2), 12–34. */
static void
put_article (TelaahCite               *self,
             const TelaahSourceFields *f)
{
  telaah_cite_begin (self);
  telaah_cite_put_title (self, telaah_cite_get_container (f), TRUE);
  if (f->volume != NULL)
    {
      telaah_cite_put (self, ", ");
      telaah_cite_put_title (self, f->volume, TRUE);
    }
  if (f->issue != NULL)
    telaah_cite_put_f (self, f->volume != NULL ? "(%s)" : ", (%s)", f->issue);
  if (f->pages != NULL && is_article_number (f->pages))
    {
      telaah_cite_put (self, ", ");
      /* Translators: the number of an article in a journal without pages */
      telaah_cite_put_f (self, _("Article %s"), f->pages);
    }
  else if (f->pages != NULL)
    telaah_cite_put_f (self, ", %s", f->pages);
  telaah_cite_stop (self);
}

/* In Book (Vol. 2, pp. 12–34). */
static void
put_chapter (TelaahCite               *self,
             const TelaahSourceFields *f)
{
  telaah_cite_begin (self);
  /* Translators: what stands before the title of the book that a chapter is in */
  telaah_cite_put_f (self, "%s ", _("In"));
  telaah_cite_put_title (self, f->container, TRUE);

  if (f->volume != NULL || f->pages != NULL)
    telaah_cite_put (self, " (");
  if (f->volume != NULL)
    telaah_cite_put_f (self, _("Vol. %s"), f->volume);
  if (f->volume != NULL && f->pages != NULL)
    telaah_cite_put (self, ", ");
  if (f->pages != NULL)
    telaah_cite_put_f (self, is_several (f->pages) ? _("pp. %s") : _("p. %s"), f->pages);
  if (f->volume != NULL || f->pages != NULL)
    telaah_cite_put (self, ")");
  telaah_cite_stop (self);
}

void
telaah_cite_apa (TelaahCite               *self,
                 const TelaahSourceFields *f)
{
  g_autoptr(GPtrArray) names = telaah_names_split (f->author);

  if (names->len > 0)
    {
      put_authors (self, names);
      telaah_cite_stop (self);
      telaah_cite_begin (self);
      put_date (self, f);
      telaah_cite_begin (self);
      put_title (self, f);
    }
  else
    {
      put_title (self, f);
      telaah_cite_begin (self);
      put_date (self, f);
    }

  if (telaah_cite_is_chapter (f))
    {
      put_chapter (self, f);
      if (f->publisher != NULL)
        telaah_cite_put_sentence (self, f->publisher);
    }
  else if (!telaah_cite_is_article (f))
    telaah_cite_put_place (self, f);
  else if (telaah_cite_get_container (f) != NULL)
    put_article (self, f);

  telaah_cite_put_address (self, f);
}
