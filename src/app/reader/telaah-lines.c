/* The lines that a paragraph is wrapped into on the screen, asked of the view once and then known; and where on them a
 * stretch of its words stands, which is in several pieces where two directions of writing meet.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-lines.h"

typedef struct
{
  TelaahLine line;
  int        x0, x1;         /* where all is written from left to right; x1 G_MININT: not asked yet */
  gboolean   cut;            /* it was wrapped where there is no blank */
} Line;

struct _TelaahLines
{
  GtkTextView *view;
  GtkTextIter  paragraph;
  guint        offset;       /* of the paragraph, in code points of the text */
  GArray      *lines;        /* Line */
  guint8      *levels;       /* of each character, odd from right to left; NULL: all from left to right */
  guint        n_levels;
  GArray      *ranges;       /* TelaahRange, answered last */
  GArray      *places;       /* Place, asked before */
};

/* Where a character begins. */
typedef struct
{
  guint offset;
  int   x;
} Place;

TelaahLines *
telaah_lines_new (void)
{
  TelaahLines *self = g_new0 (TelaahLines, 1);

  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->ranges = g_array_new (FALSE, FALSE, sizeof (TelaahRange));
  self->places = g_array_new (FALSE, FALSE, sizeof (Place));

  return self;
}

void
telaah_lines_free (TelaahLines *self)
{
  g_array_unref (self->lines);
  g_array_unref (self->ranges);
  g_array_unref (self->places);
  g_free (self->levels);
  g_free (self);
}

/* Whether some of it may be written from right to left. */
static gboolean
may_go_left (const char *words,
             gsize       n_bytes)
{
  for (const char *p = words; p < words + n_bytes; p++)
    if ((guchar) *p >= 0xd6)    /* what begins U+0580 and all that is above */
      {
        gunichar c = g_utf8_get_char (p);

        if ((c >= 0x590 && c <= 0x8ff) || c == 0x200f || c == 0x202b || c == 0x202e || c == 0x2067
            || (c >= 0xfb1d && c <= 0xfeff) || (c >= 0x10800 && c <= 0x10fff) || (c >= 0x1e800 && c <= 0x1efff))
          return TRUE;
      }

  return FALSE;
}

/* Moves @iter to the beginning of the next line; FALSE: this was the last of the paragraph. How far it goes is asked
 * only where somebody needs it. */
static gboolean
measure_line (TelaahLines *self,
              int          paragraph_y,
              GtkTextIter *iter)
{
  GdkRectangle area;
  Line line = { .line.start = self->offset + gtk_text_iter_get_line_offset (iter), .x1 = G_MININT };
  gboolean last;

  gtk_text_view_get_iter_location (self->view, iter, &area);
  line.line.y = area.y - paragraph_y;
  line.line.height = area.height;
  line.x0 = area.x;

  /* The end of a wrapped line is said to be before its last character: a space, which takes no room, or where there was
   * none to wrap at one that does. */
  if (!gtk_text_iter_ends_line (iter))
    gtk_text_view_forward_display_line_end (self->view, iter);
  last = gtk_text_iter_ends_line (iter);
  line.cut = !last && !g_unichar_isspace (gtk_text_iter_get_char (iter));
  if (line.cut)
    gtk_text_iter_forward_cursor_position (iter);
  line.line.end = self->offset + gtk_text_iter_get_line_offset (iter);
  if (!last && !line.cut)
    gtk_text_iter_forward_char (iter);
  g_array_append_val (self->lines, line);

  return !last;
}

/**
 * telaah_lines_measure:
 * @paragraph: its beginning
 * @paragraph_y: where that is in the buffer
 * @offset: where that is in the text
 * @words: what the paragraph says, @n_bytes of it
 */
void
telaah_lines_measure (TelaahLines       *self,
                      GtkTextView       *view,
                      const GtkTextIter *paragraph,
                      int                paragraph_y,
                      guint              offset,
                      const char        *words,
                      gsize              n_bytes)
{
  GtkTextIter iter = *paragraph;

  self->view = view;
  self->paragraph = *paragraph;
  self->offset = offset;
  g_clear_pointer (&self->levels, g_free);
  if (may_go_left (words, n_bytes))
    {
      PangoDirection base = PANGO_DIRECTION_NEUTRAL;

      self->levels = pango_log2vis_get_embedding_levels (words, n_bytes, &base);
      self->n_levels = g_utf8_strlen (words, n_bytes);
    }

  g_array_set_size (self->lines, 0);
  g_array_set_size (self->places, 0);
  while (measure_line (self, paragraph_y, &iter));
}

guint
telaah_lines_get_n (const TelaahLines *self)
{
  return self->lines->len;
}

const TelaahLine *
telaah_lines_get (const TelaahLines *self,
                  guint              index)
{
  return &g_array_index (self->lines, Line, index).line;
}

/* Returns: the index of the line that @offset is in */
guint
telaah_lines_find (const TelaahLines *self,
                   guint              offset)
{
  guint low = 0, high = self->lines->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (telaah_lines_get (self, middle)->start <= offset)
        low = middle;
      else
        high = middle;
    }

  return low;
}

static void
get_area (TelaahLines  *self,
          guint         offset,
          GdkRectangle *area)
{
  GtkTextIter iter = self->paragraph;

  gtk_text_iter_set_line_offset (&iter, offset - self->offset);
  gtk_text_view_get_iter_location (self->view, &iter, area);
}

/* Tints and underlines of passages ask for the same places. */
static int
get_x (TelaahLines *self,
       guint        offset)
{
  GdkRectangle area;
  Place place;

  for (guint i = self->places->len; i > 0; i--)
    if (g_array_index (self->places, Place, i - 1).offset == offset)
      return g_array_index (self->places, Place, i - 1).x;

  get_area (self, offset, &area);
  place = (Place) { offset, area.x };
  g_array_append_val (self->places, place);

  return area.x;
}

static void
add_range (TelaahLines *self,
           int          from,
           int          to)
{
  TelaahRange range = { MIN (from, to), ABS (to - from) };

  if (range.width > 0)
    g_array_append_val (self->ranges, range);
}

static guint
get_level (TelaahLines *self,
           guint        offset)
{
  guint index = offset - self->offset;

  return index < self->n_levels ? self->levels[index] : 0;
}

/* Characters of one level stand in one piece, from the leading edge of the first to the trailing edge of the last. */
static void
add_runs (TelaahLines *self,
          guint        start,
          guint        end)
{
  while (start < end)
    {
      GdkRectangle first, last;
      guint stop = start + 1;

      while (stop < end && get_level (self, stop) == get_level (self, start))
        stop++;

      get_area (self, start, &first);
      get_area (self, stop - 1, &last);
      add_range (self, first.x, last.x + last.width);
      start = stop;
    }
}

static int
get_right (TelaahLines *self,
           Line        *line)
{
  GdkRectangle area;

  if (line->x1 == G_MININT)
    {
      get_area (self, line->line.end - line->cut, &area);
      line->x1 = area.x + (line->cut ? area.width : 0);
    }

  return line->x1;
}

/**
 * telaah_lines_get_ranges:
 *
 * Returns: (transfer none) (element-type TelaahRange): what the characters [@start, @end) take of the line, in writing
 *   order; until the next call
 */
const GArray *
telaah_lines_get_ranges (TelaahLines *self,
                         guint        index,
                         guint        start,
                         guint        end)
{
  Line *line = &g_array_index (self->lines, Line, index);

  g_array_set_size (self->ranges, 0);
  start = MAX (start, line->line.start);
  end = MIN (end, line->line.end);

  if (self->levels != NULL)
    add_runs (self, start, end);
  else if (start < end)
    add_range (self, start > line->line.start ? get_x (self, start) : line->x0,
               end < line->line.end ? get_x (self, end) : get_right (self, line));

  return self->ranges;
}
