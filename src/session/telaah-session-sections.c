/* Under which heading of its source a place stands; the headings of each text are read once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "analysis/telaah-sections.h"
#include "session/telaah-session-private.h"

typedef struct
{
  char           *sha256;      /* of the text that they are of */
  TelaahSections *sections;
} Kept;

void
telaah_session_drop_sections (gpointer data)
{
  Kept *kept = data;

  g_free (kept->sha256);
  telaah_sections_free (kept->sections);
  g_free (kept);
}

static Kept *
read_sections (TelaahSession *self,
               const char    *source,
               const char    *sha256)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (self, source, NULL);
  Kept *kept;

  if (text == NULL)
    return NULL;

  kept = g_new (Kept, 1);
  kept->sha256 = g_strdup (sha256);
  kept->sections = telaah_sections_new (telaah_session_get_marks (self, source), text);
  g_hash_table_insert (self->sections, g_strdup (source), kept);

  return kept;
}

const char *
telaah_session_get_section (TelaahSession *self,
                            const char    *source,
                            guint          offset)
{
  TelaahSource *item = telaah_session_find_source (self, source);
  const char *sha256 = item != NULL ? telaah_source_fields (item)->sha256 : NULL;
  Kept *kept = g_hash_table_lookup (self->sections, source);

  if (sha256 == NULL)
    return NULL;
  if (kept == NULL || strcmp (kept->sha256, sha256) != 0)
    kept = read_sections (self, source, sha256);

  return kept != NULL ? telaah_sections_find (kept->sections, offset) : NULL;
}
