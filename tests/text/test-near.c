/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-near.h"

/* The least distance by the book, of the pattern from any stretch of the text. */
static guint
measure (const gunichar *pattern,
         guint           n,
         const gunichar *text,
         guint           length)
{
  g_autofree guint *column = g_new (guint, n + 1);
  guint best = n;

  for (guint i = 0; i <= n; i++)
    column[i] = i;

  for (guint j = 0; j < length; j++)
    {
      guint diagonal = 0;

      for (guint i = 1; i <= n; i++)
        {
          guint left = column[i], least = diagonal + (pattern[i - 1] != text[j]);

          least = MIN (least, left + 1);
          column[i] = MIN (least, column[i - 1] + 1);
          diagonal = left;
        }
      best = MIN (best, column[n]);
    }

  return best;
}

/* From one end to the other. */
static guint
measure_whole (const gunichar *a,
               guint           n,
               const gunichar *b,
               guint           m)
{
  g_autofree guint *column = g_new (guint, n + 1);

  for (guint i = 0; i <= n; i++)
    column[i] = i;

  for (guint j = 0; j < m; j++)
    {
      guint diagonal = j;

      column[0] = j + 1;
      for (guint i = 1; i <= n; i++)
        {
          guint left = column[i], least = diagonal + (a[i - 1] != b[j]);

          least = MIN (least, left + 1);
          column[i] = MIN (least, column[i - 1] + 1);
          diagonal = left;
        }
    }

  return column[n];
}

/* In every size of pattern, so that blocks of bits begin and end everywhere. */
static void
test_random (void)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (3);

  for (guint round = 0; round < 1500; round++)
    {
      guint n = 1 + round % 200, length = g_rand_int_range (rand, 0, 300);
      guint letters = 2 + round % 5, errors;
      g_autofree gunichar *pattern = g_new (gunichar, n);
      g_autofree gunichar *text = g_new (gunichar, length + 1);
      g_autoptr(TelaahPattern) near = NULL;
      TelaahSpan found;

      for (guint i = 0; i < n; i++)
        pattern[i] = 0x4e00 + g_rand_int_range (rand, 0, letters);
      for (guint i = 0; i < length; i++)
        text[i] = 0x4e00 + g_rand_int_range (rand, 0, letters + round % 3);

      near = telaah_pattern_new (pattern, n);
      if (telaah_pattern_find (near, text, length, n, &found, &errors))
        g_assert_cmpuint (measure_whole (pattern, n, text + found.start, found.end - found.start),
                          ==, errors);
      g_assert_cmpuint (errors, ==, measure (pattern, n, text, length));
      g_assert_false (errors > 0
                      && telaah_pattern_find (near, text, length, errors - 1, &found, &errors));
    }
}

static const struct
{
  const char *name;
  const char *pattern;
  const char *text;
  guint       most;
  guint       errors;      /* more than most: not found */
  const char *found;
} rows[] = {
  { "exact", "siber", "keamanan siber itu", 0, 0, "siber" },
  { "typing-error", "kemanan", "soal keamanan itu", 3, 1, "keamanan" },
  { "first-of-two", "dan", "ini dan itu dan", 1, 0, "dan" },
  { "too-many-errors", "kemanan", "soal itu", 2, 3, NULL },
  { "no-text", "dan", "", 3, 4, NULL },
  { "wide", "\u6570\u5b57\u5916\u4ea4", "\u7684\u6570\u5b57\u7684\u5916\u4ea4", 2, 1,
    "\u6570\u5b57\u7684\u5916\u4ea4" },
};

static void
test_row (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data), errors;
  glong n, length;
  g_autofree gunichar *pattern = g_utf8_to_ucs4_fast (rows[row].pattern, -1, &n);
  g_autofree gunichar *text = g_utf8_to_ucs4_fast (rows[row].text, -1, &length);
  g_autoptr(TelaahPattern) near = telaah_pattern_new (pattern, n);
  g_autofree char *found = NULL;
  TelaahSpan span;

  g_assert_cmpint (telaah_pattern_find (near, text, length, rows[row].most, &span, &errors), ==,
                   rows[row].found != NULL);
  if (rows[row].found == NULL)
    return;

  found = g_utf8_substring (rows[row].text, span.start, span.end);
  g_assert_cmpstr (found, ==, rows[row].found);
  g_assert_cmpuint (errors, ==, rows[row].errors);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/near/%s", rows[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_row);
    }

  g_test_add_func ("/text/near/random", test_random);

  return g_test_run ();
}
