/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-decode.h"

#include <string.h>

#define BYTES(literal) literal, sizeof (literal) - 1

static const struct
{
  const char *name;
  const char *bytes;
  gsize       length;
  const char *text;
  const char *encoding;
} texts[] = {
  { "ascii",              BYTES ("Telaah"), "Telaah", "UTF-8" },
  { "utf-8",              BYTES ("na\xc3\xafve \xe2\x82\xac"), "na\u00efve \u20ac", "UTF-8" },
  { "utf-8-bom",          BYTES ("\xef\xbb\xbfText"), "Text", "UTF-8" },
  { "utf-8-inner-bom",    BYTES ("a\xef\xbb\xbf" "b"), "a\ufeff" "b", "UTF-8" },
  { "utf-8-upper-controls", BYTES ("\xc2\x85 a \xc2\x93 b"), "\xc2\x85 a \xc2\x93 b", "UTF-8" },
  { "crlf",               BYTES ("a\r\nb\r\n"), "a\nb\n", "UTF-8" },
  { "lone-cr",            BYTES ("a\rb\r"), "a\rb\r", "UTF-8" },
  { "cr-cr-lf",           BYTES ("a\r\r\nb"), "a\r\nb", "UTF-8" },
  { "kept",               BYTES ("a\tb\fc\vd \xc2\xa0 e\n\n\n"), "a\tb\fc\vd \u00a0 e\n\n\n", "UTF-8" },
  { "two-strays",         BYTES ("page one\x01 page two\x02"), "page one\x01 page two\x02", "UTF-8" },
  { "utf-16le-bom",       BYTES ("\xff\xfeH\0i\0 \0\xac\x20"), "Hi \u20ac", "UTF-16LE" },
  { "utf-16be-bom",       BYTES ("\xfe\xff\0H\0i\0 \x20\xac"), "Hi \u20ac", "UTF-16BE" },
  { "utf-16le-crlf",      BYTES ("\xff\xfe" "a\0\r\0\n\0b\0"), "a\nb", "UTF-16LE" },
  { "utf-16le-pair",      BYTES ("\xff\xfe\x3d\xd8\x00\xde"), "\U0001f600", "UTF-16LE" },
  { "utf-16le-han-bom",   BYTES ("\xff\xfe\x00\x4e\x2d\x4e"), "\u4e00\u4e2d", "UTF-16LE" },
  { "utf-16le-bare",      BYTES ("s\0a\0t\0u\0 \0d\0u\0a\0"), "satu dua", "UTF-16LE" },
  { "utf-16be-bare",      BYTES ("\0s\0a\0t\0u\0 \0d\0u\0a"), "satu dua", "UTF-16BE" },
  { "utf-16le-cyrillic",  BYTES ("\x34\x04\x30\x04 \0\x3d\x04\x35\x04\x42\x04"),
    "\u0434\u0430 \u043d\u0435\u0442", "UTF-16LE" },
  { "windows-1252",       BYTES ("caf\xe9 \x93quote\x94 \x80"), "caf\u00e9 \u201cquote\u201d \u20ac",
    "windows-1252" },
  { "windows-1252-y",     BYTES ("\xff\xfe as letters"), "\u00ff\u00fe as letters", "windows-1252" },
  { "iso-8859-1",         BYTES ("caf\xe9 \x81 and more"), "caf\u00e9 \xc2\x81 and more", "ISO-8859-1" },
  { "cut-utf-8",          BYTES ("na\xc3\xafve \xe2\x82"), "na\u00c3\u00afve \u00e2\u201a", "windows-1252" },
};

static void
test_text (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  const char *encoding = NULL;
  /* On the heap and no longer than it is, so that reading past the end is seen. */
  g_autofree char *bytes = g_memdup2 (texts[row].bytes, texts[row].length);
  g_autofree char *text = telaah_decode (bytes, texts[row].length, &encoding, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (text, ==, texts[row].text);
  g_assert_cmpstr (encoding, ==, texts[row].encoding);
  g_assert_true (g_utf8_validate (text, -1, NULL));
}

static const struct
{
  const char *name;
  const char *bytes;
  gsize       length;
  int         code;
} faults[] = {
  { "nothing",            BYTES (""), TELAAH_DECODE_ERROR_EMPTY },
  { "utf-8-bom-only",     BYTES ("\xef\xbb\xbf"), TELAAH_DECODE_ERROR_EMPTY },
  { "utf-16le-bom-only",  BYTES ("\xff\xfe"), TELAAH_DECODE_ERROR_EMPTY },
  { "utf-16be-bom-only",  BYTES ("\xfe\xff"), TELAAH_DECODE_ERROR_EMPTY },
  { "white-space",        BYTES (" \t\r\n\f\n"), TELAAH_DECODE_ERROR_EMPTY },
  { "no-break-space",     BYTES ("\xc2\xa0\xe2\x80\x8b\n"), TELAAH_DECODE_ERROR_EMPTY },
  { "utf-16-white-space", BYTES ("\xff\xfe \0\n\0"), TELAAH_DECODE_ERROR_EMPTY },
  { "pdf",                BYTES ("%PDF-1.7\n1 0 obj"), TELAAH_DECODE_ERROR_BINARY },
  { "rtf",                BYTES ("{\\rtf1\\ansi}"), TELAAH_DECODE_ERROR_BINARY },
  { "zip",                BYTES ("PK\x03\x04" "docx"), TELAAH_DECODE_ERROR_BINARY },
  { "empty-zip",          BYTES ("PK\x05\x06"), TELAAH_DECODE_ERROR_BINARY },
  { "png",                BYTES ("\x89PNG\r\n\x1a\n"), TELAAH_DECODE_ERROR_BINARY },
  { "jpeg",               BYTES ("\xff\xd8\xff\xe0 JFIF"), TELAAH_DECODE_ERROR_BINARY },
  { "gzip",               BYTES ("\x1f\x8b\x08"), TELAAH_DECODE_ERROR_BINARY },
  { "ole",                BYTES ("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), TELAAH_DECODE_ERROR_BINARY },
  { "elf",                BYTES ("\x7f" "ELF\x02\x01"), TELAAH_DECODE_ERROR_BINARY },
  { "sqlite",             BYTES ("SQLite format 3\0"), TELAAH_DECODE_ERROR_BINARY },
  { "one-zero",           BYTES ("hello wo\0rld, all of you"), TELAAH_DECODE_ERROR_BINARY },
  { "short-zero",         BYTES ("ab\0d"), TELAAH_DECODE_ERROR_BINARY },
  { "zero-at-end",        BYTES ("hello\0"), TELAAH_DECODE_ERROR_BINARY },
  { "integers",           BYTES ("\x01\0\0\0\x02\0\0\0\x03\0\0\0"), TELAAH_DECODE_ERROR_BINARY },
  { "samples",            BYTES ("\x01\0\x02\0\x03\0\x04\0\x05\0"), TELAAH_DECODE_ERROR_BINARY },
  { "lone-surrogate",     BYTES ("\xff\xfe" "a\0\x3d\xd8" "b\0"), TELAAH_DECODE_ERROR_BINARY },
  { "odd-utf-16",         BYTES ("\xff\xfe" "a\0b"), TELAAH_DECODE_ERROR_BINARY },
  { "utf-32",             BYTES ("\xff\xfe\0\0a\0\0\0"), TELAAH_DECODE_ERROR_BINARY },
  { "controls",           BYTES ("a\x01\x02" "b\x03\x04" "c\x05\x06"), TELAAH_DECODE_ERROR_BINARY },
  { "only-control",       BYTES ("\x01"), TELAAH_DECODE_ERROR_BINARY },
  { "upper-controls",     BYTES ("\x81\x8d\x8f\x90\x9d\x81 not a text"), TELAAH_DECODE_ERROR_BINARY },
};

static void
test_fault (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GError) error = NULL;
  const char *encoding = NULL;
  g_autofree char *bytes = g_memdup2 (faults[row].bytes, faults[row].length);

  g_assert_null (telaah_decode (bytes, faults[row].length, &encoding, &error));
  g_assert_error (error, TELAAH_DECODE_ERROR, faults[row].code);
  g_assert_true (g_str_has_suffix (error->message, "."));
  g_assert_null (encoding);
}

/* A sentence again and again, in each encoding that says so itself, comes out the same. */
static void
test_long (void)
{
  GString *text = g_string_new (NULL);
  static const struct { const char *name, *bom; gsize bom_length; } wide[] = {
    { "UTF-16LE", "\xff\xfe", 2 }, { "UTF-16BE", "\xfe\xff", 2 },
  };

  while (text->len < 1024 * 1024)
    g_string_append (text, "Penelaah menandai \u201ckata\u201d na\u00efve seharga 5\u00a0\u20ac.\n");

  for (gsize i = 0; i < G_N_ELEMENTS (wide); i++)
    for (int with_bom = 0; with_bom < 2; with_bom++)
      {
        g_autoptr(GError) error = NULL;
        g_autoptr(GByteArray) bytes = g_byte_array_new ();
        gsize written;
        const char *encoding;
        g_autofree char *units = g_convert (text->str, text->len, wide[i].name, "UTF-8",
                                            NULL, &written, &error);
        g_autofree char *decoded = NULL;

        g_assert_no_error (error);
        g_byte_array_append (bytes, (const guint8 *) wide[i].bom, with_bom ? wide[i].bom_length : 0);
        g_byte_array_append (bytes, (const guint8 *) units, written);
        decoded = telaah_decode ((const char *) bytes->data, bytes->len, &encoding, &error);
        g_assert_no_error (error);
        g_assert_cmpstr (encoding, ==, wide[i].name);
        g_assert_true (strcmp (decoded, text->str) == 0);
      }

  g_string_free (text, TRUE);
}

/* Whatever the bytes, either a text that is valid or an error. */
static void
test_random (void)
{
  g_autoptr(GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      gsize length = g_rand_int_range (random, 0, 40);
      g_autofree char *bytes = g_malloc (length);
      g_autofree char *text = NULL;
      g_autoptr(GError) error = NULL;
      guint reach = g_rand_boolean (random) ? 256 : 130;

      for (gsize j = 0; j < length; j++)
        bytes[j] = g_rand_boolean (random) ? g_rand_int_range (random, 0, reach)
                                           : "a \r\n\xff\xfe\xef"[g_rand_int_range (random, 0, 8)];

      text = telaah_decode (bytes, length, NULL, &error);
      g_assert_true ((text == NULL) == (error != NULL));
      g_assert_true (text == NULL || g_utf8_validate (text, -1, NULL));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/decode/text/%s", texts[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_text);
    }

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autofree char *path = g_strdup_printf ("/text/decode/fault/%s", faults[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_fault);
    }

  g_test_add_func ("/text/decode/long", test_long);
  g_test_add_func ("/text/decode/random", test_random);

  return g_test_run ();
}
