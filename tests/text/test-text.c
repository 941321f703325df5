/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-text.h"

#include <string.h>

/* One, two, three and four bytes a character, so that steps of the index fall everywhere. */
#define MIXED "a\u00e9\u20ac\U0001f600"

static char *
repeat (const char *unit,
        guint       times)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < times; i++)
    g_string_append (text, unit);

  return g_string_free (text, FALSE);
}

static const struct
{
  const char *name;
  const char *unit;
  guint       times;
} bodies[] = {
  { "empty",            "",          0   },
  { "ascii",            "diplomacy", 100 },
  { "short",            MIXED,       3   },
  { "one-step",         MIXED,       64  },
  { "before-step",      "\u00e9",    255 },
  { "after-step",       "\u00e9",    257 },
  { "many-steps",       MIXED,       1000 },
};

static void
test_offsets (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  char *body = repeat (bodies[row].unit, bodies[row].times);
  g_autoptr(TelaahText) text = telaah_text_new (body);
  glong characters = g_utf8_strlen (body, -1);

  g_assert_cmpuint (telaah_text_get_characters (text), ==, characters);
  g_assert_cmpuint (telaah_text_get_n_bytes (text), ==, strlen (body));
  g_assert_cmpstr (telaah_text_get_body (text), ==, body);

  for (glong i = 0; i <= characters; i++)
    g_assert_cmpuint (telaah_text_get_byte (text, i), ==, g_utf8_offset_to_pointer (body, i) - body);

  g_assert_cmpuint (telaah_text_get_byte (text, characters + 1), ==, strlen (body));
  g_assert_cmpuint (telaah_text_get_byte (text, G_MAXUINT), ==, strlen (body));
}

static const struct
{
  const char *name;
  TelaahSpan  span;
  const char *slice;
} slices[] = {
  { "start",     { 0, 2 },          "a\u00e9" },
  { "middle",    { 2, 4 },          "\u20ac\U0001f600" },
  { "all",       { 0, 4 },          MIXED },
  { "empty",     { 2, 2 },          "" },
  { "clamped",   { 3, 99 },         "\U0001f600" },
  { "beyond",    { 50, 99 },        "" },
  { "backwards", { 3, 1 },          "" },
  { "huge",      { 0, G_MAXUINT },  MIXED },
};

static void
test_slice (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (MIXED));
  g_autofree char *slice = telaah_text_dup_slice (text, slices[row].span);

  g_assert_cmpstr (slice, ==, slices[row].slice);
}

static const struct
{
  const char *name;
  const char *text;
  guint       words;
} counts[] = {
  { "none",          "",                                    0 },
  { "white-space",   " \t\n\u00a0",                         0 },
  { "plain",         "the quick fox",                       3 },
  { "punctuation",   "Ya, ya; (ya)!",                       3 },
  { "apostrophe",    "it's the states' don\u2019t",         4 },
  { "quoted",        "'so' \u2018it\u2019 is",              3 },
  { "hyphen",        "negara-negara di Asia-Afrika",        3 },
  { "dash",          "one--two \u2013 three - four",        4 },
  { "digits",        "in 2021, 3.5 of G20",                 6 },
  { "marks",         "cafe\u0301 nai\u0308ve",              2 },
  { "lone-mark",     "\u0301 \u0308",                       0 },
  { "soft-hyphen",   "diplo\u00admasi",                     1 },
  { "joiner",        "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645", 1 },
  { "no-break",      "Rp\u00a05",                           2 },
  { "cyrillic",      "\u0434\u0430 \u043d\u0435\u0442",     2 },
  { "underscore",    "snake_case",                          2 },
};

static void
test_words (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (counts[row].text));

  g_assert_cmpuint (telaah_text_count_words (text), ==, counts[row].words);
}

static void
test_sha256 (void)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup ("abc"));
  g_autofree char *digest = telaah_text_dup_sha256 (text);

  /* FIPS 180-2, appendix B.1 */
  g_assert_cmpstr (digest, ==, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

static gpointer
hold_and_release (gpointer data)
{
  for (guint i = 0; i < 100000; i++)
    telaah_text_unref (telaah_text_ref (data));

  return NULL;
}

static void
test_threads (void)
{
  TelaahText *text = telaah_text_new (g_strdup (MIXED));
  GThread *threads[4];

  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    threads[i] = g_thread_new ("holder", hold_and_release, text);
  for (guint i = 0; i < G_N_ELEMENTS (threads); i++)
    g_thread_join (threads[i]);

  /* Had a reference been lost, this would read freed memory. */
  g_assert_cmpstr (telaah_text_get_body (text), ==, MIXED);
  telaah_text_unref (text);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/text/offsets/%s", bodies[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_offsets);
    }

  for (guint i = 0; i < G_N_ELEMENTS (slices); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/text/slice/%s", slices[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_slice);
    }

  for (guint i = 0; i < G_N_ELEMENTS (counts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/text/words/%s", counts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_words);
    }

  g_test_add_func ("/text/text/sha256", test_sha256);
  g_test_add_func ("/text/text/threads", test_threads);

  return g_test_run ();
}
