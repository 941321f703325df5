/* From the bytes of a file to text: which encoding it is, and whether it is text at all.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-decode.h"

#include <glib/gi18n-lib.h>
#include <string.h>

G_DEFINE_QUARK (telaah-decode-error-quark, telaah_decode_error)

#define UTF8_BOM "\xef\xbb\xbf"

/* Of the pairs of bytes, how many are looked at to tell UTF-16 that does not say so. */
#define SAMPLE_PAIRS (32 * 1024)

/* Control characters that happen to a text that was scanned or converted: a stray few, or one in
 * so many. */
#define CONTROL_STRAY 2
#define CONTROL_RATIO 32

static const struct
{
  const char *magic;
  gsize       length;
  const char *what;
} signatures[] = {
  { "%PDF-",                            5,  N_("This is a PDF document, not text.") },
  { "{\\rtf",                           5,  N_("This is an RTF document, not plain text.") },
  { "PK\x03\x04",                       4,  N_("This is an archive or office document, not text.") },
  { "PK\x05\x06",                       4,  N_("This is a ZIP archive, not text.") },
  { "\x89PNG\r\n\x1a\n",                8,  N_("This is a PNG picture, not text.") },
  { "\xff\xd8\xff",                     3,  N_("This is a JPEG picture, not text.") },
  { "\x1f\x8b",                         2,  N_("This is a GZIP archive, not text.") },
  { "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8,  N_("This is an old office document, not text.") },
  { "\x7f" "ELF",                       4,  N_("This is a program, not text.") },
  { "SQLite format 3",                  16, N_("This is a database, not text.") },
};

/* What windows-1252 puts where ISO-8859-1 has control characters; 0 where it puts nothing. */
static const gunichar windows_1252[32] = {
  0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
  0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
  0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
  0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178,
};

static gboolean
has_prefix (const char *bytes,
            gsize       length,
            const char *prefix,
            gsize       prefix_length)
{
  return length >= prefix_length && memcmp (bytes, prefix, prefix_length) == 0;
}

static gboolean
check_signature (const char  *bytes,
                 gsize        length,
                 GError     **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (has_prefix (bytes, length, signatures[i].magic, signatures[i].length))
      {
        g_set_error_literal (error, TELAAH_DECODE_ERROR, TELAAH_DECODE_ERROR_BINARY,
                             _(signatures[i].what));
        return FALSE;
      }

  return TRUE;
}

/* Without a mark at the start, UTF-16 shows in its zero bytes: they are the high halves of the
 * commonest letters, and the other high halves are low too in every alphabet. A data file has
 * them anywhere. */
static const char *
guess_utf16 (const char *bytes,
             gsize       length)
{
  const guchar *b = (const guchar *) bytes;
  gsize pairs = MIN (length / 2, SAMPLE_PAIRS);
  gsize zero[2] = { 0, 0 }, low[2] = { 0, 0 };

  if (length % 2 != 0)
    return NULL;

  for (gsize i = 0; i < pairs * 2; i++)
    {
      zero[i % 2] += b[i] == 0;
      low[i % 2] += b[i] < 0x21;
    }

  for (int high = 0; high < 2; high++)
    if (zero[high] > zero[1 - high] * 4 && zero[high] >= (pairs + 9) / 10 &&
        low[high] * 4 >= pairs * 3)
      return high == 0 ? "UTF-16BE" : "UTF-16LE";

  return NULL;
}

/* Returns NULL where it is not well-formed, or holds the character zero, which no text does. */
static char *
convert_utf16 (const char *bytes,
               gsize       length,
               const char *from,
               gsize      *written)
{
  g_autofree char *text = NULL;

  if (length % 2 != 0)
    return NULL;

  text = g_convert (bytes, length, "UTF-8", from, NULL, written, NULL);
  if (text == NULL || memchr (text, '\0', *written) != NULL)
    return NULL;

  return g_steal_pointer (&text);
}

static char *
convert_8bit (const char  *bytes,
              gsize        length,
              gsize       *written,
              const char **encoding)
{
  GString *text = g_string_sized_new (length + length / 8 + 16);
  gboolean windows = TRUE;

  for (gsize i = 0; i < length && windows; i++)
    {
      guchar b = bytes[i];

      windows = b < 0x80 || b > 0x9f || windows_1252[b - 0x80] != 0;
    }

  for (gsize i = 0; i < length; i++)
    {
      guchar b = bytes[i];

      if (b < 0x80)
        g_string_append_c (text, b);
      else if (windows && b <= 0x9f)
        g_string_append_unichar (text, windows_1252[b - 0x80]);
      else
        g_string_append_unichar (text, b);
    }

  *encoding = windows ? "windows-1252" : "ISO-8859-1";
  *written = text->len;

  return g_string_free (text, FALSE);
}

static char *
convert (const char  *bytes,
         gsize        length,
         gsize       *written,
         const char **encoding)
{
  char *text = NULL;

  if (has_prefix (bytes, length, UTF8_BOM, strlen (UTF8_BOM)))
    {
      bytes += strlen (UTF8_BOM);
      length -= strlen (UTF8_BOM);
    }
  else if (has_prefix (bytes, length, "\xff\xfe", 2) || has_prefix (bytes, length, "\xfe\xff", 2))
    {
      *encoding = bytes[0] == '\xff' ? "UTF-16LE" : "UTF-16BE";
      text = convert_utf16 (bytes + 2, length - 2, *encoding, written);
      if (text != NULL)
        return text;
    }

  if (memchr (bytes, '\0', length) != NULL)
    {
      *encoding = guess_utf16 (bytes, length);
      return *encoding != NULL ? convert_utf16 (bytes, length, *encoding, written) : NULL;
    }

  if (g_utf8_validate_len (bytes, length, NULL))
    {
      *encoding = "UTF-8";
      *written = length;
      return g_strndup (bytes, length);
    }

  return convert_8bit (bytes, length, written, encoding);
}

/* Only what was read as single bytes can have the upper control characters by mistake. */
static gboolean
looks_binary (const char *text,
              gsize       length,
              gboolean    single_bytes)
{
  gsize n = 0, characters = 0;

  for (gsize i = 0; i < length; i++)
    {
      guchar b = text[i];

      characters += (b & 0xc0) != 0x80;
      n += (b < 0x20 && (b < '\t' || b > '\r')) || b == 0x7f;
      if (single_bytes && b == 0xc2 && (guchar) text[i + 1] < 0xa0)
        n++;
    }

  return n > MAX (CONTROL_STRAY, characters / CONTROL_RATIO) || (n > 0 && n * 2 >= characters);
}

static gboolean
is_blank (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (!g_unichar_isspace (c) && c != 0x200b && c != 0xfeff)
        return FALSE;
    }

  return TRUE;
}

static void
join_line_ends (char  *text,
                gsize  length)
{
  char *end = text + length;
  char *to = memchr (text, '\r', length);

  if (to == NULL)
    return;

  for (const char *from = to; from < end; from++)
    if (*from != '\r' || from[1] != '\n')
      *to++ = *from;

  *to = '\0';
}

/**
 * telaah_decode:
 * @bytes: (array length=length): what a file holds
 * @encoding: (out) (optional): what it was recognised as, a static string
 *
 * A mark at the start is dropped and CRLF becomes LF; all else stays as it was.
 *
 * Returns: (transfer full): the text, or %NULL with @error set to one sentence that does not name
 *   the file
 */
char *
telaah_decode (const char  *bytes,
               gsize        length,
               const char **encoding,
               GError     **error)
{
  g_autofree char *text = NULL;
  const char *recognised = NULL;
  gsize written = 0;

  g_return_val_if_fail (bytes != NULL || length == 0, NULL);

  if (length == 0)
    {
      g_set_error_literal (error, TELAAH_DECODE_ERROR, TELAAH_DECODE_ERROR_EMPTY,
                           _("This is empty."));
      return NULL;
    }

  if (!check_signature (bytes, length, error))
    return NULL;

  text = convert (bytes, length, &written, &recognised);
  if (text == NULL || looks_binary (text, written, *recognised != 'U'))
    {
      g_set_error_literal (error, TELAAH_DECODE_ERROR, TELAAH_DECODE_ERROR_BINARY,
                           _("This is not text."));
      return NULL;
    }

  if (is_blank (text))
    {
      g_set_error_literal (error, TELAAH_DECODE_ERROR, TELAAH_DECODE_ERROR_EMPTY,
                           _("This holds no words."));
      return NULL;
    }

  join_line_ends (text, written);
  if (encoding != NULL)
    *encoding = recognised;

  return g_steal_pointer (&text);
}
