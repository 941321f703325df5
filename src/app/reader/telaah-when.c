/* When something was written, in few words: the nearer the day, the more exact.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-when.h"

#include <glib/gi18n.h>

static int
count_days (GDateTime *from,
            GDateTime *to)
{
  GDate a, b;

  g_date_clear (&a, 1);
  g_date_clear (&b, 1);
  g_date_set_dmy (&a, g_date_time_get_day_of_month (from), g_date_time_get_month (from), g_date_time_get_year (from));
  g_date_set_dmy (&b, g_date_time_get_day_of_month (to), g_date_time_get_month (to), g_date_time_get_year (to));

  return g_date_days_between (&a, &b);
}

/**
 * telaah_when_dup_label:
 * @time: as RFC 3339 writes it
 * @now: the time to look from, in the time zone to show
 *
 * Returns: (transfer full): "today 10:14", "2 Nov"; @time itself where it is none
 */
char *
telaah_when_dup_label (const char *time,
                       GDateTime  *now)
{
  g_autoptr(GTimeZone) utc = g_time_zone_new_utc ();
  g_autoptr(GDateTime) then = g_date_time_new_from_iso8601 (time, utc);
  g_autoptr(GDateTime) local = NULL;
  int days;

  if (then == NULL)
    return g_strdup (time);

  local = g_date_time_to_timezone (then, g_date_time_get_timezone (now));
  days = count_days (local, now);

  /* A clock that is ahead of ours gives a date and no "in the future". */
  if (days == 0)
    return g_date_time_format (local, C_("a time of this day, as strftime", "today %H:%M"));
  if (days == 1)
    return g_date_time_format (local, C_("a time of the day before, as strftime", "yesterday %H:%M"));
  if (days > 1 && days < 7)
    return g_date_time_format (local, C_("a time of these last days, as strftime", "%a %H:%M"));
  if (g_date_time_get_year (local) == g_date_time_get_year (now))
    return g_date_time_format (local, C_("a day of this year, as strftime", "%-e %b"));

  return g_date_time_format (local, C_("a day of another year, as strftime", "%-e %b %Y"));
}
