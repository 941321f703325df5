/* Ids, and the times that go with them.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-id.h"

#include <string.h>

char *
telaah_id_new (void)
{
  return g_uuid_string_random ();
}

gboolean
telaah_id_is_valid (const char *id)
{
  if (id == NULL || !g_uuid_string_is_valid (id))
    return FALSE;

  for (; *id != '\0'; id++)
    if (g_ascii_isupper (*id))
      return FALSE;

  return TRUE;
}

/**
 * telaah_id_derive:
 * @id: the id it comes from
 * @purpose: what the new one is for
 *
 * The same two always give the same id (RFC 4122, version 5: SHA-1 of a namespace and a name), so a
 * thing that is implied by another has its id before it is stored.
 *
 * Returns: (transfer full): a GUID
 */
char *
telaah_id_derive (const char *id,
                  const char *purpose)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA1);
  guint8 d[20];
  gsize length = sizeof d;

  g_checksum_update (checksum, (const guchar *) id, -1);
  g_checksum_update (checksum, (const guchar *) purpose, -1);
  g_checksum_get_digest (checksum, d, &length);
  d[6] = (d[6] & 0x0f) | 0x50;
  d[8] = (d[8] & 0x3f) | 0x80;

  return g_strdup_printf ("%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x",
                          d[0], d[1], d[2], d[3], d[4], d[5], d[6], d[7],
                          d[8], d[9], d[10], d[11], d[12], d[13], d[14], d[15]);
}

/**
 * telaah_time_now:
 *
 * Returns: (transfer full): now in UTC, to the second, as RFC 3339 writes it
 */
char *
telaah_time_now (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
}

/**
 * telaah_time_exact:
 *
 * For what is put in order by its time, and may come twice in a second.
 *
 * Returns: (transfer full): now in UTC, to the microsecond, as RFC 3339 writes it
 */
char *
telaah_time_exact (void)
{
  g_autoptr(GDateTime) now = g_date_time_new_now_utc ();

  return g_date_time_format (now, "%Y-%m-%dT%H:%M:%S.%fZ");
}
