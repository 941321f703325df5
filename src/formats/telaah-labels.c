/* What people read for what the model holds.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-labels.h"

#include <glib/gi18n-lib.h>

/**
 * telaah_status_get_label:
 *
 * Returns: the word for it in the language of the interface, to stand alone
 */
const char *
telaah_status_get_label (TelaahStatus status)
{
  static const char *const labels[TELAAH_N_STATUSES] = {
    [TELAAH_STATUS_UNREAD]   = N_("Not yet read"),
    [TELAAH_STATUS_TREATED]  = N_("Treated"),
    [TELAAH_STATUS_IMPLICIT] = N_("Implicit"),
    [TELAAH_STATUS_SILENT]   = N_("Silent"),
  };

  g_return_val_if_fail (status < TELAAH_N_STATUSES, "");

  return _(labels[status]);
}

/**
 * telaah_outline_get_point_title:
 *
 * Returns: (transfer none): its own title, else the name of its theme; never %NULL
 */
const char *
telaah_outline_get_point_title (TelaahOutline *outline,
                                TelaahPoint   *point)
{
  const TelaahPointFields *fields = telaah_point_fields (point);

  if (fields->title != NULL && *fields->title != '\0')
    return fields->title;

  for (guint i = 0; fields->theme != NULL && i < outline->themes->len; i++)
    {
      const TelaahThemeFields *theme = telaah_theme_fields (outline->themes->pdata[i]);

      if (g_strcmp0 (theme->id, fields->theme) == 0)
        return theme->name;
    }

  return _("Untitled point");
}

/**
 * telaah_source_dup_label:
 *
 * Returns: (transfer full): its name, with where it comes from in brackets where that is known
 */
char *
telaah_source_dup_label (TelaahSource *source)
{
  g_autofree char *origin = telaah_source_dup_origin (source);
  const char *name = telaah_source_get_name (source);

  return origin != NULL ? g_strdup_printf ("%s (%s)", name, origin) : g_strdup (name);
}
