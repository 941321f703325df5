/* What of the comparison is wanted: sources of a kind, cells of a status, the passages of a coder.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-filter.h"

#include <glib/gi18n.h>

#include "app/compare/telaah-status-mark.h"

static char *
dup_some (const char *text)
{
  return text != NULL && *text != '\0' ? g_strdup (text) : NULL;
}

/* "" is as good as NULL. */
TelaahGridFilter *
telaah_grid_filter_new (const char *attribute,
                        const char *value,
                        const char *coder,
                        guint       statuses)
{
  TelaahGridFilter *self = g_new0 (TelaahGridFilter, 1);

  self->attribute = dup_some (attribute);
  self->value = self->attribute != NULL ? dup_some (value) : NULL;
  self->coder = dup_some (coder);
  self->statuses = statuses;

  return self;
}

/* Of %NULL: one that wants everything. */
TelaahGridFilter *
telaah_grid_filter_copy (const TelaahGridFilter *self)
{
  return self != NULL ? telaah_grid_filter_new (self->attribute, self->value, self->coder, self->statuses)
                      : g_new0 (TelaahGridFilter, 1);
}

void
telaah_grid_filter_free (TelaahGridFilter *self)
{
  g_free (self->attribute);
  g_free (self->value);
  g_free (self->coder);
  g_free (self);
}

gboolean
telaah_grid_filter_is_on (const TelaahGridFilter *self)
{
  return self->attribute != NULL || telaah_grid_filter_asks_cells (self);
}

/* Whether each cell must be looked at to tell. */
gboolean
telaah_grid_filter_asks_cells (const TelaahGridFilter *self)
{
  return self->coder != NULL || self->statuses != 0;
}

gboolean
telaah_grid_filter_has_source (const TelaahGridFilter *self,
                               TelaahSession          *session,
                               const char             *source)
{
  const char *value;

  if (self->attribute == NULL)
    return TRUE;

  value = telaah_session_get_attribute (session, source, self->attribute);

  return value != NULL && (self->value == NULL || g_str_equal (value, self->value));
}

gboolean
telaah_grid_filter_has_passage (const TelaahGridFilter *self,
                                TelaahPassage          *passage)
{
  return self->coder == NULL || g_strcmp0 (telaah_passage_fields (passage)->coder, self->coder) == 0;
}

gboolean
telaah_grid_filter_has_cell (const TelaahGridFilter *self,
                             TelaahCell             *cell)
{
  GPtrArray *evidence = telaah_cell_get_evidence (cell);

  if (self->statuses != 0 && (self->statuses & 1 << telaah_cell_fields (cell)->status) == 0)
    return FALSE;

  for (guint i = 0; self->coder != NULL && i < evidence->len; i++)
    if (telaah_grid_filter_has_passage (self, evidence->pdata[i]))
      return TRUE;

  return self->coder == NULL;
}

static void
add_part (GString    *words,
          const char *part)
{
  g_string_append_printf (words, "%s%s", words->len > 0 ? " · " : "", part);
}

/**
 * telaah_grid_filter_dup_words:
 *
 * Returns: (transfer full): "Medium: Press · Silent · Rahma", as a chip has it; "" where it wants everything
 */
char *
telaah_grid_filter_dup_words (const TelaahGridFilter *self)
{
  GString *words = g_string_new (NULL);

  if (self->value != NULL)
    {
      /* Translators: an attribute of sources and its value, such as "Medium: Press" */
      g_autofree char *part = g_strdup_printf (_("%s: %s"), self->attribute, self->value);

      add_part (words, part);
    }
  else if (self->attribute != NULL)
    add_part (words, self->attribute);

  for (guint status = 0; status < TELAAH_N_STATUSES; status++)
    if (self->statuses & 1 << status)
      add_part (words, telaah_status_get_word (status));

  if (self->coder != NULL)
    {
      /* Translators: of a filter; %s is a person who has tagged passages */
      g_autofree char *part = g_strdup_printf (_("tagged by %s"), self->coder);

      add_part (words, part);
    }

  return g_string_free (words, FALSE);
}
