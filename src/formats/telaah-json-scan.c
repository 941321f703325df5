/* Looks a JSON text over, word by word. json-glib 1.6 calls itself for every bracket and asserts
 * that escapes are whole, so a file could bring the program down: nesting, strings and numbers
 * are checked here first. What goes on between the words (commas, colons, what may follow what)
 * is left to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-json-scan.h"

#include <glib/gi18n-lib.h>
#include <string.h>

typedef struct
{
  const char *p;
  const char *end;
} Scan;

static gboolean
skip_hex4 (Scan     *scan,
           gunichar *unit)
{
  if (scan->end - scan->p < 4)
    return FALSE;

  *unit = 0;
  for (int i = 0; i < 4; i++, scan->p++)
    {
      if (!g_ascii_isxdigit (*scan->p))
        return FALSE;

      *unit = *unit * 16 + g_ascii_xdigit_value (*scan->p);
    }

  return TRUE;
}

/* After the backslash. A high surrogate must have its low one at once; the character zero would
 * end a C string. */
static gboolean
skip_escape (Scan *scan)
{
  gunichar unit, low;

  if (scan->p == scan->end || strchr ("\"\\/bfnrtu", *scan->p) == NULL || *scan->p == '\0')
    return FALSE;

  if (*scan->p++ != 'u')
    return TRUE;

  if (!skip_hex4 (scan, &unit) || unit == 0 || (unit >= 0xdc00 && unit <= 0xdfff))
    return FALSE;

  if (unit < 0xd800 || unit > 0xdbff)
    return TRUE;

  if (scan->end - scan->p < 2 || scan->p[0] != '\\' || scan->p[1] != 'u')
    return FALSE;

  scan->p += 2;
  return skip_hex4 (scan, &low) && low >= 0xdc00 && low <= 0xdfff;
}

static const char *
skip_string (Scan *scan)
{
  for (scan->p++; scan->p < scan->end && *scan->p != '"';)
    {
      if ((guchar) *scan->p < 0x20)
        return _("a string has a control character in it, or no end");

      if (*scan->p++ == '\\' && !skip_escape (scan))
        return _("a string has an escape that means nothing");
    }

  if (scan->p >= scan->end)
    return _("a string has no end");

  scan->p++;
  return NULL;
}

static gsize
skip_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;

  return scan->p - start;
}

static const char *
skip_number (Scan *scan)
{
  gboolean good;
  const char *start;

  scan->p += *scan->p == '-';
  start = scan->p;
  good = skip_digits (scan) > 0 && (*start != '0' || scan->p - start == 1);

  if (good && scan->p < scan->end && *scan->p == '.')
    {
      scan->p++;
      good = skip_digits (scan) > 0;
    }

  if (good && scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E'))
    {
      scan->p++;
      scan->p += scan->p < scan->end && (*scan->p == '+' || *scan->p == '-');
      good = skip_digits (scan) > 0;
    }

  return good ? NULL : _("a number is not written as one");
}

static const char *
skip_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isalnum (*scan->p))
    scan->p++;

  for (gsize i = 0; i < G_N_ELEMENTS (words); i++)
    if (strlen (words[i]) == scan->p - start && strncmp (words[i], start, scan->p - start) == 0)
      return NULL;

  return _("there is an unknown word or sign");
}

/* Skips one word; @depth follows the brackets. Returns what is wrong with it, or NULL. */
static const char *
skip_token (Scan  *scan,
            guint *depth,
            guint  max_depth)
{
  char c = *scan->p;

  if (c == '"')
    return skip_string (scan);

  if (c == '-' || g_ascii_isdigit (c))
    return skip_number (scan);

  if (c == '{' || c == '[')
    {
      if (++*depth > max_depth)
        return _("it is nested too deeply");
    }
  else if (c == '}' || c == ']')
    {
      if ((*depth)-- == 0)
        return _("a bracket is closed that was not opened");
    }
  else if (c == '\0' || strchr (" \t\r\n,:", c) == NULL)
    return skip_word (scan);

  scan->p++;
  return NULL;
}

/**
 * telaah_json_scan:
 * @json: (array length=length): what may be JSON
 * @max_depth: how many brackets may be open at once
 * @line: (out): where the fault is, counted from 1
 * @fault: (out): (transfer full): what is wrong there, a clause that starts in lower case
 *
 * Returns: whether its words are those of JSON
 */
gboolean
telaah_json_scan (const char *json,
                  gsize       length,
                  guint       max_depth,
                  guint      *line,
                  char      **fault)
{
  Scan scan = { json, json + length };
  const char *reason = NULL, *invalid;
  gboolean over = FALSE;
  guint depth = 0;

  if (!g_utf8_validate_len (json, length, &invalid))
    {
      scan.p = invalid;
      reason = _("it is not UTF-8");
    }

  while (scan.p < scan.end && reason == NULL)
    {
      gboolean space = strchr (" \t\r\n", *scan.p) != NULL;

      if (over && !space)
        reason = _("something follows after its end");
      else
        reason = skip_token (&scan, &depth, max_depth);

      over |= !space && depth == 0;
    }

  if (reason == NULL && depth > 0)
    reason = _("it ends in the middle");
  else if (reason == NULL && !over)
    reason = _("it is empty");

  if (reason == NULL)
    return TRUE;

  *line = 1;
  for (const char *p = json; p < scan.p; p++)
    *line += *p == '\n';
  *fault = g_strdup (reason);

  return FALSE;
}
