/* What is known of the sentences of a text: tagged, passed over, refused.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-candidates.h"

/* The first unit that ends behind @offset. */
static guint
find_unit (const TelaahReading *reading,
           guint                offset)
{
  guint low = 0, high = telaah_reading_get_n_units (reading);

  while (low < high)
    {
      guint middle = (low + high) / 2;

      if (telaah_reading_get_unit (reading, middle)->span.end <= offset)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

/* A sentence is tagged where a passage lies within it, or passages cover half of it. */
static void
label_passage (const TelaahReading *reading,
               TelaahSpan           passage,
               guint               *covered,
               guint8              *labels)
{
  for (guint i = find_unit (reading, passage.start); i < telaah_reading_get_n_units (reading); i++)
    {
      TelaahSpan unit = telaah_reading_get_unit (reading, i)->span;
      gboolean inside = passage.start >= unit.start && passage.end <= unit.end;

      if (!telaah_span_overlaps (passage, unit))
        break;

      covered[i] += MIN (passage.end, unit.end) - MAX (passage.start, unit.start);
      labels[i] = labels[i] == TELAAH_LABEL_YES || inside || covered[i] >= (unit.end - unit.start + 1) / 2
                    ? TELAAH_LABEL_YES : TELAAH_LABEL_PARTLY;
    }
}

static void
label_refused (const TelaahReading *reading,
               GHashTable          *refused,
               const TelaahText    *text,
               guint8              *labels)
{
  for (guint i = 0; i < telaah_reading_get_n_units (reading); i++)
    {
      g_autofree char *quote = NULL;

      if (labels[i] != TELAAH_LABEL_NO && labels[i] != TELAAH_LABEL_UNREAD)
        continue;

      quote = telaah_text_dup_slice (text, telaah_reading_get_unit (reading, i)->span);
      if (g_hash_table_contains (refused, quote))
        labels[i] = TELAAH_LABEL_REFUSED;
    }
}

guint8 *
telaah_candidates_dup_labels (const TelaahReading *reading,
                              const GArray        *spans,
                              GHashTable          *refused,
                              const TelaahText    *text)
{
  guint n = telaah_reading_get_n_units (reading);
  guint8 *labels = g_new (guint8, n + 1);
  g_autofree guint *covered = g_new0 (guint, n + 1);

  for (guint i = 0; i < n; i++)
    labels[i] = spans != NULL && spans->len > 0 ? TELAAH_LABEL_NO : TELAAH_LABEL_UNREAD;
  for (guint i = 0; spans != NULL && i < spans->len; i++)
    label_passage (reading, g_array_index (spans, TelaahSpan, i), covered, labels);
  if (refused != NULL)
    label_refused (reading, refused, text, labels);

  return labels;
}
