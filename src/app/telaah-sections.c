/* Under which heading of its source a passage stands: the headings of one text, read once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-sections.h"

#include <glib/gi18n.h>
#include <string.h>

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

/* A text that can't be read has none. */
TelaahSections *
telaah_sections_new (TelaahSession *session,
                     const char    *source)
{
  TelaahSections *self = g_new0 (TelaahSections, 1);
  g_autoptr(TelaahText) text = telaah_session_dup_text (session, source, NULL);
  GListModel *marks = text != NULL ? telaah_session_get_marks (session, source) : NULL;

  self->starts = g_array_new (FALSE, FALSE, sizeof (guint));
  self->words = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; marks != NULL && i < g_list_model_get_n_items (marks); i++)
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
  if (self == NULL)
    return;

  g_array_unref (self->starts);
  g_ptr_array_unref (self->words);
  g_free (self);
}

/* Borrowed; NULL: there is none above @offset. */
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

/* "§ Costs"; NULL likewise. */
char *
telaah_sections_dup_place (const TelaahSections *self,
                           guint                 offset)
{
  const char *words = telaah_sections_find (self, offset);

  /* Translators: the heading of the section that a passage stands in */
  return words != NULL && *words != '\0' ? g_strdup_printf (_("§ %s"), words) : NULL;
}
