/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-when.h"

/* As seen on Wednesday, 8 May 2024, half past nine in the morning, seven hours east of Greenwich. */
static const struct
{
  const char *name;
  const char *time;
  const char *expected;
} cases[] = {
  { "today", "2024-05-08T01:14:00Z", "today 08:14" },
  { "today-began-in-local-time", "2024-05-07T17:00:00Z", "today 00:00" },
  { "yesterday", "2024-05-07T16:59:59Z", "yesterday 23:59" },
  { "this-week", "2024-05-06T03:00:00Z", "Mon 10:00" },
  { "six-days", "2024-05-02T03:00:00Z", "Thu 10:00" },
  { "seven-days", "2024-05-01T03:00:00Z", "1 May" },
  { "this-year", "2024-01-02T00:00:00Z", "2 Jan" },
  { "another-year", "2023-11-02T00:00:00Z", "2 Nov 2023" },
  { "a-clock-ahead-by-minutes", "2024-05-08T02:40:00Z", "today 09:40" },
  { "a-clock-ahead-by-days", "2024-05-10T02:40:00Z", "10 May" },
  { "with-an-offset", "2024-05-08T08:14:00+07:00", "today 08:14" },
  { "no-time", "soon", "soon" },
};

static void
test_label (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GTimeZone) zone = g_time_zone_new_offset (7 * 3600);
  g_autoptr(GDateTime) now = g_date_time_new (zone, 2024, 5, 8, 9, 30, 0);
  g_autofree char *label = telaah_when_dup_label (cases[i].time, now);

  g_assert_cmpstr (label, ==, cases[i].expected);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/when/%s", cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_label);
    }

  return g_test_run ();
}
