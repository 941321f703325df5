/* The kinds of works that CSL tells apart, and what people call them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-reference.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const media[] = {
  "article-journal", "article-newspaper", "article-magazine", "webpage", "post-weblog", "post", "book", "chapter",
  "entry-encyclopedia", "report", "thesis", "paper-conference", "speech", "interview", "manuscript", "pamphlet",
  "legislation", "legal_case", "treaty", "dataset", "software", "motion_picture", "broadcast", "map", NULL,
};

/* In the order of the above. */
static const char *const labels[] = {
  N_("Journal article"), N_("Newspaper article"), N_("Magazine article"), N_("Web page"), N_("Blog post"),
  N_("Post on social media"), N_("Book"), N_("Chapter"), N_("Encyclopedia entry"), N_("Report"), N_("Thesis"),
  N_("Conference paper"), N_("Speech"), N_("Interview"), N_("Manuscript"), N_("Pamphlet"), N_("Law"),
  N_("Court case"), N_("Treaty"), N_("Data set"), N_("Software"), N_("Film"), N_("Broadcast"), N_("Map"),
};

G_STATIC_ASSERT (G_N_ELEMENTS (media) == G_N_ELEMENTS (labels) + 1);

const char *const *
telaah_media_get_all (void)
{
  return media;
}

/**
 * telaah_medium_get_label:
 * @medium: a type of CSL
 *
 * Returns: its name in the language of the interface; @medium itself where it has none
 */
const char *
telaah_medium_get_label (const char *medium)
{
  for (guint i = 0; media[i] != NULL; i++)
    if (strcmp (media[i], medium) == 0)
      return _(labels[i]);

  return medium;
}
