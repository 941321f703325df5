/* Tables as CSV after RFC 4180, UTF-8, such that spreadsheets take words for words.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-csv.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Without it Excel takes UTF-8 for the letters of its country. */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

/* Returns: (transfer full): a table without rows */
GString *
telaah_csv_new (void)
{
  return g_string_new (BYTE_ORDER_MARK);
}

/* Whether a spreadsheet would work out what begins so, and could be made to do something by it. */
static gboolean
is_formula (const char *text)
{
  switch (g_utf8_get_char (text))
    {
    case '=': case '+': case '-': case '@': case '\t': case '\r': case '\n':
    case 0xff1d: case 0xff0b: case 0xff0d: case 0xff20:   /* the same, in full width */
      return TRUE;
    default:
      return FALSE;
    }
}

/* Words that begin as a formula does get an apostrophe before them, the sign by which spreadsheets know text. Here it
 * is one more letter, and to be seen: CSV itself has no way to say that a cell is text. */
void
telaah_csv_put (GString    *out,
                const char *text)
{
  const char *words = text != NULL ? text : "";
  gboolean formula = is_formula (words);
  gboolean quoted = strpbrk (words, ",;\"\r\n\t") != NULL || g_str_has_prefix (words, " ") ||
                    g_str_has_suffix (words, " ");

  if (quoted)
    g_string_append_c (out, '"');
  if (formula)
    g_string_append_c (out, '\'');
  for (const char *p = words; *p != '\0'; p++)
    if (*p != '\r')
      g_string_append_len (out, *p == '"' ? "\"\"" : p, *p == '"' ? 2 : 1);
  if (quoted)
    g_string_append_c (out, '"');
  g_string_append_c (out, ',');
}

void
telaah_csv_put_number (GString *out,
                       guint    number)
{
  g_string_append_printf (out, "%u,", number);
}

void
telaah_csv_put_real (GString *out,
                     double   number,
                     guint    digits)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *format = g_strdup_printf ("%%.%uf", digits);

  g_string_append (out, g_ascii_formatd (text, sizeof text, format, number));
  g_string_append_c (out, ',');
}

void
telaah_csv_put_heads (GString           *out,
                      const char *const *heads)
{
  for (; *heads != NULL; heads++)
    telaah_csv_put (out, _(*heads));
  telaah_csv_end_row (out);
}

/* In place of the comma after its last cell. */
void
telaah_csv_end_row (GString *out)
{
  g_string_truncate (out, out->len - 1);
  g_string_append (out, "\r\n");
}
