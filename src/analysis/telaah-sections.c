/* Under which heading a place of a text stands: its headings, read once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-sections.h"

#include <string.h>

#include "model/telaah-mark.h"

struct _TelaahSections
{
  GArray    *starts;   /* guint: where each heading begins, ascending */
  GPtrArray *words;    /* char *: what it says, without what dresses it */
};

/* Without the number signs and stars of Markdown. */
static char *
dup_bare (const char *heading)
{
  char *bare = g_strdup (heading), *start = bare;
  char *line = strchr (bare, '\n');

  if (line != NULL)
    *line = '\0';
  start += strspn (start, "#* \t");
  for (char *end = start + strlen (start); end > start && strchr ("#* \t", end[-1]) != NULL; )
    *--end = '\0';
  memmove (bare, start, strlen (start) + 1);

  return bare;
}

/**
 * telaah_sections_new:
 * @marks: (element-type TelaahMark): of @text, in its order
 */
TelaahSections *
telaah_sections_new (GListModel       *marks,
                     const TelaahText *text)
{
  TelaahSections *self = g_new0 (TelaahSections, 1);

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);
      g_autofree char *heading = NULL;
      guint start = f->span.start;

      if (f->kind != TELAAH_MARK_HEADING || f->state == TELAAH_MARK_REFUSED ||
          f->span.end > telaah_text_get_characters (text))
        continue;

      heading = telaah_text_dup_slice (text, f->span);
      g_array_append_val (self->starts, start);
      g_ptr_array_add (self->words, dup_bare (heading));
    }

  return self;
}

void
telaah_sections_free (TelaahSections *self)
{
  g_array_unref (self->starts);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* The words of the last heading that begins at @offset or before it; borrowed, NULL: there is none. */
const char *
telaah_sections_find (const TelaahSections *self,
                      guint                 offset)
{
  guint low = 0, high = self->starts->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->starts, guint, middle) <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? self->words->pdata[low - 1] : NULL;
}
