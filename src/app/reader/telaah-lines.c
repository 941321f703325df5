/* The lines that a paragraph is wrapped into on the screen, asked of the view once and then known.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-lines.h"

/**
 * telaah_lines_measure:
 * @lines: (element-type TelaahLine): emptied first
 * @paragraph: its beginning
 * @paragraph_y: where that is in the buffer
 */
void
telaah_lines_measure (GArray            *lines,
                      GtkTextView       *view,
                      const GtkTextIter *paragraph,
                      int                paragraph_y)
{
  GtkTextIter iter = *paragraph;
  int number = gtk_text_iter_get_line (&iter);

  g_array_set_size (lines, 0);
  do
    {
      GtkTextIter end = iter;
      GdkRectangle area;
      TelaahLine line = { .start = gtk_text_iter_get_offset (&iter) };

      gtk_text_view_get_iter_location (view, &iter, &area);
      line.y = area.y - paragraph_y;
      line.height = area.height;
      line.x0 = area.x;

      if (!gtk_text_iter_ends_line (&end))
        gtk_text_view_forward_display_line_end (view, &end);
      gtk_text_view_get_iter_location (view, &end, &area);
      line.end = gtk_text_iter_get_offset (&end);
      line.x1 = area.x;

      /* The end of a wrapped line is before its last character: before the space that was wrapped at, which takes
       * no room, or where there was none before one that does. */
      if (!gtk_text_iter_ends_line (&end) && !g_unichar_isspace (gtk_text_iter_get_char (&end)))
        {
          line.end += 1;
          line.x1 += area.width;
        }
      g_array_append_val (lines, line);
    }
  while (gtk_text_view_forward_display_line (view, &iter) && gtk_text_iter_get_line (&iter) == number);
}

/* Returns: the index of the line that @offset is in */
guint
telaah_lines_find (const GArray *lines,
                   guint         offset)
{
  guint low = 0, high = lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (lines, TelaahLine, middle).start <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}
