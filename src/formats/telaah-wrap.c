/* Text in columns of a terminal.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-wrap.h"

#include <string.h>

static guint
width_of (gunichar c)
{
  if (g_unichar_iszerowidth (c) || g_unichar_iscntrl (c))
    return 0;

  return g_unichar_iswide (c) ? 2 : 1;
}

/**
 * telaah_wrap_width:
 *
 * Returns: how many columns @text takes: two for a wide character, none for a mark
 */
guint
telaah_wrap_width (const char *text)
{
  guint width = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    width += width_of (g_utf8_get_char (text));

  return width;
}

/* A no-break space is a letter here. */
static gboolean
is_break (const char *p)
{
  gunichar c = g_utf8_get_char (p);

  return g_unichar_isspace (c) && c != 0xa0 && c != 0x202f;
}

static const char *
skip_breaks (const char *p)
{
  while (*p != '\0' && is_break (p))
    p = g_utf8_next_char (p);

  return p;
}

/* From @start, where a line of @width ends: after a word, or within one that alone is too wide. */
static const char *
find_end (const char *start,
          guint       width)
{
  const char *word_end = NULL;
  guint used = 0;
  const char *p;

  for (p = start; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint w = width_of (g_utf8_get_char (p));

      /* Whatever the white space, a run of it is written as one space. */
      if (is_break (p))
        {
          w = p == start || !is_break (g_utf8_prev_char (p));
          if (w > 0)
            word_end = p;
        }

      if (used + w > width && p > start)
        return word_end != NULL ? word_end : p;

      used += w;
    }

  return p;
}

/* One line of @start to @end: white space of any kind as one space, nothing that moves the
 * cursor. */
static char *
make_line (const char *start,
           const char *end)
{
  GString *line = g_string_sized_new (end - start + 1);

  for (const char *p = start; p < end; p = g_utf8_next_char (p))
    {
      if (is_break (p))
        {
          g_string_append_c (line, ' ');
          p = g_utf8_prev_char (skip_breaks (p));
        }
      else if (!g_unichar_iscntrl (g_utf8_get_char (p)))
        g_string_append_len (line, p, g_utf8_next_char (p) - p);
    }

  return g_strchomp (g_string_free (line, FALSE));
}

static char *
add_ellipsis (char  *line,
              guint  width)
{
  g_autofree char *owned = line;
  g_autofree char *shorter = NULL;

  if (telaah_wrap_width (owned) < width)
    return g_strconcat (owned, "…", NULL);

  shorter = make_line (owned, find_end (owned, MAX (width, 2) - 1));

  return g_strconcat (shorter, "…", NULL);
}

/**
 * telaah_wrap_into:
 * @lines: (element-type utf8): what the lines are appended to
 * @width: in columns, at least 2
 * @max_lines: how many lines it may take, 0 for any number; what is left out shows as an ellipsis
 */
void
telaah_wrap_into (GPtrArray  *lines,
                  const char *text,
                  guint       width,
                  guint       max_lines)
{
  guint n = 0;

  g_return_if_fail (width >= 2);

  for (const char *p = skip_breaks (text); *p != '\0';)
    {
      const char *end = find_end (p, width);
      char *line = make_line (p, end);

      p = skip_breaks (end);
      n++;
      if (n == max_lines && *p != '\0')
        {
          g_ptr_array_add (lines, add_ellipsis (line, width));
          return;
        }

      g_ptr_array_add (lines, line);
    }
}

/* Appends @text, which is at most @width wide, and spaces up to there. */
void
telaah_wrap_pad (GString    *line,
                 const char *text,
                 guint       width)
{
  guint used = telaah_wrap_width (text);

  g_string_append (line, text);
  for (; used < width; used++)
    g_string_append_c (line, ' ');
}
