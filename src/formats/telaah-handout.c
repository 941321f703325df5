/* Writes a handout for a seminar as PDF: for each point a table of the sources, to be filled by hand or filled.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "formats/telaah-handout-private.h"
#include "formats/telaah-labels.h"
#include "formats/telaah-outline-words.h"

/* So many sources have room beside each other on a sheet that lies. */
#define MOST_ACROSS 4

/* The points and those below them have a table; what is below that is named. */
#define TABLE_DEPTH 2

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

static void
add_words (TelaahHandoutPages *self,
           TelaahPageStyle     style,
           const char         *text,
           double              gap)
{
  if (has_text (text))
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_page_fonts_set (self->fonts, style, text, self->width, 0), .gap = gap * self->em, .keep = TRUE,
    });
}

static void
add_title (TelaahHandoutPages *self)
{
  g_autofree char *title = telaah_outline_dup_title (self->outline);

  add_words (self, TELAAH_PAGE_TITLE, title, 0);
  add_words (self, TELAAH_PAGE_LEAD, self->outline->question, 0.4);
  telaah_page_writer_skip (self->writer, 1.8 * self->em);
}

/* ---- Points ---- */

/* "1.2.1 Outer islands · 1.2.2 …": the points below that have no table of their own. */
static void
gather_deeper (TelaahHandoutPages *self,
               GPtrArray          *points,
               const char         *above,
               GString            *names)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      g_autofree char *number = g_strdup_printf ("%s.%u", above, i + 1);

      g_string_append_printf (names, "%s%s\u00a0%s", names->len > 0 ? " · " : "", number,
                              telaah_outline_get_point_title (self->outline, node->point));
      gather_deeper (self, node->points, number, names);
    }
}

static void
add_point (TelaahHandoutPages *self,
           TelaahOutlinePoint *node,
           const char         *number,
           guint               depth)
{
  const TelaahPointFields *f = telaah_point_fields (node->point);
  const char *title = telaah_outline_get_point_title (self->outline, node->point);
  g_autofree char *heading = g_strdup_printf ("%s\u2002%s", number, title);
  g_autofree char *bookmark = g_strdup_printf ("%s %s", number, title);
  g_autofree char *condition = telaah_point_dup_condition (node->point);
  g_autoptr(GString) deeper = g_string_new (NULL);

  /* A sheet a point, to be handed round and handed in; what is filled may be read in one go. */
  if (!self->filled && telaah_page_writer_get_section (self->writer,
                                                       telaah_page_writer_get_n_pages (self->writer) - 1) != NULL)
    telaah_page_writer_turn (self->writer);
  else
    telaah_page_writer_skip (self->writer, 2.4 * self->em);

  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_page_fonts_set (self->fonts, depth == 0 ? TELAAH_PAGE_HEADING_1 : TELAAH_PAGE_HEADING_2, heading,
                                  self->width, 0),
    .keep = TRUE, .heading = bookmark, .level = depth,
  });
  add_words (self, TELAAH_PAGE_LEAD, f->question, 0.1);
  add_words (self, TELAAH_PAGE_META, condition, 0.2);
  if (depth + 1 >= TABLE_DEPTH)
    gather_deeper (self, node->points, number, deeper);
  if (deeper->len > 0)
    {
      /* Translators: on a handout: the points below the one whose table follows */
      g_autofree char *also = g_strdup_printf (_("Think also of: %s"), deeper->str);

      add_words (self, TELAAH_PAGE_QUESTION, also, 0.3);
    }

  telaah_page_writer_skip (self->writer, 0.8 * self->em);
  self->node = node;
  self->title = heading;
  telaah_handout_add_table (self);
}

static void
add_points (TelaahHandoutPages *self,
            GPtrArray          *points,
            const char         *above,
            guint               depth)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      g_autofree char *number = g_strdup_printf ("%s%s%u", above, depth > 0 ? "." : "", i + 1);

      add_point (self, node, number, depth);
      if (depth + 1 < TABLE_DEPTH)
        add_points (self, node->points, number, depth + 1);
    }
}

/* ---- Head and foot ---- */

static double
put_words (TelaahHandoutPages *self,
           guint               page,
           const char         *text,
           double              x,
           double              width,
           double              y)
{
  TelaahPageSet *set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_HEAD, text, width, 1);
  const TelaahSetLine *line = &g_array_index (set->lines, TelaahSetLine, 0);

  telaah_page_writer_put (self->writer, page, &(TelaahPageItem) {
    TELAAH_PAGE_LINES, .set = set, .n = 1, .y = y - line->baseline, .x = x - line->x,
  });

  return line->width;
}

/* "Name ________": up to @end. */
static void
put_blank (TelaahHandoutPages *self,
           guint               page,
           const char         *label,
           double              x,
           double              end,
           double              y)
{
  double from = x + put_words (self, page, label, x, (end - x) * 0.7, y) + 4;

  telaah_page_writer_put (self->writer, page, &(TelaahPageItem) {
    TELAAH_PAGE_STROKE, .x = from, .width = end - from, .y = y + 1.5, .pen = 0.5, .color = 0x666666,
  });
}

/* Sheets get apart: each says what it is of and whose. */
static void
dress (TelaahHandoutPages *self)
{
  const TelaahPageFrame *frame = telaah_page_writer_get_frame (self->writer);
  g_autofree char *title = telaah_outline_dup_title (self->outline);
  guint n_pages = telaah_page_writer_get_n_pages (self->writer);
  double head = frame->top - 2.6 * self->em, foot = frame->bottom + (frame->height - frame->bottom) * 0.6;

  for (guint page = 0; page < n_pages; page++)
    {
      /* Translators: the number of a page, and how many there are */
      g_autofree char *number = g_strdup_printf (_("%u / %u"), page + 1, n_pages);

      if (page > 0)
        put_words (self, page, title, frame->left, self->width * 0.36, head);
      /* Translators: on a sheet of paper, before the line for the name of who fills it in */
      put_blank (self, page, C_("on a handout", "Name"), frame->left + self->width * 0.42,
                 frame->left + self->width * 0.76, head);
      /* Translators: on a sheet of paper, before the line for the day */
      put_blank (self, page, C_("on a handout", "Date"), frame->left + self->width * 0.79, frame->right, head);
      put_words (self, page, number, frame->left + self->width / 2 - self->em, self->width / 4, foot);
    }
}

/* ---- The whole ---- */

static void
make_writer (TelaahHandoutPages *self,
             double              width,
             double              height)
{
  double size = CLAMP (sqrt (width * height) / 70, 7, 14), side = MIN (width * 0.085, 52);
  double top = MIN (height * 0.11, 72), bottom = MIN (height * 0.07, 46);
  TelaahPageFrame frame = {
    .width = width, .height = height, .left = side, .right = width - side, .top = top, .bottom = height - bottom,
  };

  self->em = size;
  self->width = frame.right - frame.left;
  self->writer = telaah_page_writer_new (&frame, size, self->outline->language);
  self->fonts = telaah_page_writer_get_fonts (self->writer);
}

/**
 * telaah_outline_to_handout:
 * @filled: with status, summary and the first quotes; else with lines to write on
 * @width: of a sheet, in points of 1/72 inch; 0 for A4
 * @height: likewise; the sheet is turned so that the sources have room
 *
 * Returns: (transfer full): the same outline always gives the same bytes
 */
GBytes *
telaah_outline_to_handout (TelaahOutline  *outline,
                           gboolean        filled,
                           double          width,
                           double          height,
                           GError        **error)
{
  TelaahHandoutPages self = { .outline = outline, .filled = filled };
  g_autofree char *title = telaah_outline_dup_title (outline);
  guint n_rows;
  GBytes *bytes;

  if (!telaah_outline_check_sheet (&width, &height, error))
    return NULL;

  n_rows = telaah_handout_count_rows (&self);
  self.across = n_rows > 1 && n_rows <= MOST_ACROSS;
  make_writer (&self, self.across ? MAX (width, height) : MIN (width, height),
               self.across ? MIN (width, height) : MAX (width, height));

  add_title (&self);
  if (outline->points->len == 0)
    add_words (&self, TELAAH_PAGE_BODY, _("There are no points to compare yet."), 0);
  add_points (&self, outline->points, "", 0);
  telaah_outline_pages_add_sources (self.writer, outline);
  dress (&self);

  bytes = telaah_page_writer_to_pdf (self.writer, &(TelaahPageInfo) {
    .title = title, .subject = outline->question,
    .created = outline->modified != NULL ? outline->modified : outline->created,
  }, error);
  telaah_page_writer_free (self.writer);

  return bytes;
}
