/* A link: words of what a researcher has written, and the passage or the cell that they rest on.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-link.h"

static const char *const kinds[TELAAH_N_LINK_KINDS] = { "summary", "translation", "similarities", "differences" };

TELAAH_DEFINE_ITEM (TelaahLink, telaah_link, span,
                    offsetof (TelaahLinkFields, id), offsetof (TelaahLinkFields, point),
                    offsetof (TelaahLinkFields, source), offsetof (TelaahLinkFields, passage),
                    offsetof (TelaahLinkFields, cited))

const char *
telaah_link_kind_to_string (TelaahLinkKind kind)
{
  return kinds[kind];
}

/* FALSE where it is none of them; then @kind stays as it was. */
gboolean
telaah_link_kind_from_string (const char     *string,
                              TelaahLinkKind *kind)
{
  for (guint i = 0; i < TELAAH_N_LINK_KINDS; i++)
    if (g_strcmp0 (string, kinds[i]) == 0)
      {
        *kind = i;
        return TRUE;
      }

  return FALSE;
}
