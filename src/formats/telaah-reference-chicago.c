/* A source as a reference list in Chicago style, 17th edition, with author and date, shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference-cite.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Of more authors than MOST, the first FIRST are listed. */
#define MOST  10
#define FIRST 7

static void
put_authors (TelaahCite *self,
             GPtrArray  *names)
{
  guint shown = names->len > MOST ? FIRST : names->len;

  for (guint i = 0; i < shown; i++)
    {
      const TelaahName *name = names->pdata[i];
      gboolean last = i == names->len - 1;

      /* Translators: before the last of several authors, with the blanks around it */
      if (i > 0)
        telaah_cite_put (self, last && !telaah_name_is_others (name) ? _(", and ") : ", ");

      if (i == 0 || name->given == NULL)
        telaah_cite_put_f (self, name->given != NULL ? "%s, %s" : "%s", name->family, name->given);
      else
        telaah_cite_put_f (self, "%s %s", name->given, name->family);
      if (name->suffix != NULL)
        telaah_cite_put_f (self, i == 0 ? ", %s" : " %s", name->suffix);
    }

  if (shown < names->len)
    telaah_cite_put (self, ", " TELAAH_NAME_OTHERS);
}

/* Journal 5 (2): 12–34. */
static void
put_article (TelaahCite               *self,
             const TelaahSourceFields *f)
{
  telaah_cite_begin (self);
  telaah_cite_put_title (self, telaah_cite_get_container (f), TRUE);
  if (telaah_cite_is_daily (f) && f->date != NULL && strlen (f->date) > 4)
    {
      g_autofree char *day = telaah_cite_dup_day (f->date, C_("a day in a sentence, as strftime", "%B %-e, %Y"),
                                                  C_("a month in a sentence, as strftime", "%B %Y"));

      telaah_cite_put_f (self, ", %s", day);
    }
  else
    {
      if (f->volume != NULL)
        telaah_cite_put_f (self, " %s", f->volume);
      if (f->issue != NULL)
        telaah_cite_put_f (self, f->volume != NULL ? " (%s)" : ", no. %s", f->issue);
      if (f->pages != NULL)
        telaah_cite_put_f (self, f->volume != NULL || f->issue != NULL ? ": %s" : ", %s", f->pages);
    }
  telaah_cite_stop (self);
}

static void
put_title (TelaahCite               *self,
           const TelaahSourceFields *f)
{
  gboolean whole = telaah_cite_is_medium (f, "book report pamphlet motion_picture dataset software map") ||
                   (f->medium == NULL && f->container == NULL);

  telaah_cite_begin (self);
  if (whole || f->title == NULL)
    {
      telaah_cite_put_name (self, f, TRUE);
      telaah_cite_stop (self);
    }
  else
    {
      /* Translators: a title in quotation marks; the full stop is inside of them in American English */
      telaah_cite_put_f (self, telaah_cite_is_ended (f->title) ? _("“%s”") : _("“%s.”"), f->title);
    }

  if (whole && f->volume != NULL)
    {
      telaah_cite_begin (self);
      telaah_cite_put_f (self, _("Vol. %s"), f->volume);
      telaah_cite_stop (self);
    }
}

void
telaah_cite_chicago (TelaahCite               *self,
                     const TelaahSourceFields *f)
{
  g_autoptr(GPtrArray) names = telaah_names_split (f->author);

  if (names->len > 0)
    {
      put_authors (self, names);
      telaah_cite_stop (self);
    }
  else
    put_title (self, f);

  telaah_cite_begin (self);
  if (f->date != NULL)
    telaah_cite_put_f (self, "%.4s", f->date);
  else
    telaah_cite_put (self, _("n.d."));
  telaah_cite_stop (self);
  if (names->len > 0)
    put_title (self, f);

  if (telaah_cite_is_article (f) && telaah_cite_get_container (f) != NULL)
    put_article (self, f);
  else if (telaah_cite_is_chapter (f))
    {
      telaah_cite_begin (self);
      telaah_cite_put_f (self, "%s ", _("In"));
      telaah_cite_put_title (self, f->container, TRUE);
      if (f->pages != NULL)
        telaah_cite_put_f (self, ", %s", f->pages);
      telaah_cite_stop (self);
      if (f->publisher != NULL)
        telaah_cite_put_sentence (self, f->publisher);
    }
  else
    {
      if (telaah_cite_is_medium (f, "thesis"))
        telaah_cite_put_sentence (self, _("Thesis"));
      if (telaah_cite_is_medium (f, "thesis") && f->publisher != NULL)
        telaah_cite_put_sentence (self, f->publisher);
      telaah_cite_put_place (self, f);
    }

  telaah_cite_put_address (self, f);
  if (f->doi != NULL || f->url != NULL)
    telaah_cite_put (self, ".");
}
