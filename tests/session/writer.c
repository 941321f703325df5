/* A program that tags one passage after another and says which are done, for tests that kill it or start several.
 *
 * session-writer PROJECT SOURCE THEME CODER N
 *
 * Prints the id of a passage when the verb has returned, so that whoever reads it may rely on it. N is 0 for ever.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <stdio.h>
#include <stdlib.h>

#include "session/telaah-session.h"

int
main (int   argc,
      char *argv[])
{
  g_autoptr(GError) error = NULL;
  g_autoptr(TelaahSession) session = NULL;
  const char *themes[] = { NULL, NULL };
  guint n, length;

  g_assert (argc == 6);
  session = telaah_session_open (argv[1], &error);
  g_assert_no_error (error);

  themes[0] = argv[3];
  n = g_ascii_strtoull (argv[5], NULL, 10);
  length = telaah_source_fields (telaah_session_find_source (session, argv[2]))->characters;

  for (guint i = 0; n == 0 || i < n; i++)
    {
      guint start = n == 0 ? g_random_int_range (0, length - 10) : i;
      const char *note = i % 5 == 0 ? "catatan" : NULL;
      TelaahTagging tagging = { argv[2], { start, start + 1 + start % 9 }, themes, note, argv[4] };
      g_autofree char *id = telaah_session_tag (session, &tagging, &error);

      g_assert_no_error (error);
      printf ("%s\n", id);
      fflush (stdout);
    }

  return EXIT_SUCCESS;
}
