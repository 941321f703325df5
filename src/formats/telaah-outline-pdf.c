/* Writes the comparative outline as PDF, as the skeleton of a paper: title, contents, points, sources.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-format.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "formats/telaah-labels.h"
#include "formats/telaah-outline-pdf-private.h"
#include "formats/telaah-outline-words.h"
#include "formats/telaah-reference-cite.h"

#define A4_WIDTH 595.276
#define A4_HEIGHT 841.89

/* An outline of so many pages is seen through without a list of its points. */
#define PAGES_WITHOUT_CONTENTS 4

/* How deep the contents go, and how many lines they may have to go deeper. */
#define CONTENTS_DEPTH 2
#define CONTENTS_LINES 32

/* Of a page, what is worth beginning the points on. */
#define ROOM_BELOW_CONTENTS 0.4

#define SOURCES_PLACE "sources"

static gboolean
has_text (const char *text)
{
  return text != NULL && *text != '\0';
}

/* ---- Title ---- */

/* "3 February 2024 · 5 sources · 12 points": the date is that of the last change. */
static char *
dup_facts (TelaahOutline *outline)
{
  const char *date = outline->modified != NULL ? outline->modified : outline->created;
  guint n_sources = outline->sources->len, n_points = telaah_outline_count_points (outline);
  g_autofree char *day = NULL, *sources = NULL, *points = NULL;

  if (has_text (date))
    day = telaah_cite_dup_day (date, C_("a day in a sentence, as strftime", "%B %-e, %Y"),
                               C_("a month in a sentence, as strftime", "%B %Y"));
  sources = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u source", "%u sources", n_sources), n_sources);
  points = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u point", "%u points", n_points), n_points);

  return day != NULL ? g_strdup_printf ("%s · %s · %s", day, sources, points)
                     : g_strdup_printf ("%s · %s", sources, points);
}

static void
add_words (TelaahOutlinePages *self,
           TelaahPageStyle     style,
           const char         *text,
           double              gap)
{
  if (has_text (text))
    telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
      .set = telaah_page_fonts_set (self->fonts, style, text, self->width, 0), .gap = gap, .keep = TRUE,
    });
}

static void
add_title (TelaahOutlinePages *self)
{
  g_autofree char *title = telaah_outline_dup_title (self->outline), *facts = dup_facts (self->outline);

  add_words (self, TELAAH_PAGE_TITLE, title, 0);
  add_words (self, TELAAH_PAGE_LEAD, self->outline->question, 0.7 * self->em);
  add_words (self, TELAAH_PAGE_META, facts, 0.8 * self->em);
  telaah_page_writer_skip (self->writer, 2.2 * self->em);
}

/* ---- Contents ---- */

static guint
count_entries (GPtrArray *points,
               guint      depth)
{
  guint n = 0;

  for (guint i = 0; i < points->len; i++)
    n += 1 + (depth > 1 ? count_entries (((TelaahOutlinePoint *) points->pdata[i])->points, depth - 1) : 0);

  return n;
}

static void
add_entry (TelaahOutlinePages *self,
           const char         *number,
           const char         *title,
           const char         *place,
           guint               depth)
{
  TelaahPageStyle style = depth == 0 ? TELAAH_PAGE_CONTENTS_1 : TELAAH_PAGE_CONTENTS_2;
  TelaahPageWords *words = telaah_page_words_new (self->fonts, style);
  g_autofree char *target = g_strconcat ("#", place, NULL);
  double indent = depth * 1.6 * self->em;

  if (number != NULL)
    {
      telaah_page_words_put (words, style, number);
      telaah_page_words_put (words, style, "\u2002");
    }
  telaah_page_words_put (words, style, title);
  telaah_page_words_link (words, 0, words->text->len, target);

  /* Room for the number of the page, and never a line that ends beside it. */
  telaah_page_writer_add (self->writer, &(TelaahPageBlock) {
    .set = telaah_page_words_set (words, &(TelaahPageSetting) { .width = self->width - indent - 4 * self->em,
                                                                .hang = 1.6 * self->em }),
    .indent = indent, .gap = depth == 0 ? 0.5 * self->em : 0, .page_of = place,
  });
}

static void
add_entries (TelaahOutlinePages *self,
             GPtrArray          *points,
             const char         *above,
             guint               depth,
             guint               most)
{
  for (guint i = 0; i < points->len; i++)
    {
      TelaahOutlinePoint *node = points->pdata[i];
      g_autofree char *number = g_strdup_printf ("%s%s%u", above, depth > 0 ? "." : "", i + 1);
      g_autofree char *place = g_strconcat ("p", number, NULL);

      add_entry (self, number, telaah_outline_get_point_title (self->outline, node->point), place, depth);
      if (depth + 1 < most)
        add_entries (self, node->points, number, depth + 1, most);
    }
}

static void
add_contents (TelaahOutlinePages *self)
{
  const TelaahPageFrame *frame;
  guint depth = CONTENTS_DEPTH;

  while (depth > 1 && count_entries (self->outline->points, depth) > 2 * CONTENTS_LINES)
    depth--;
  if (count_entries (self->outline->points, depth + 1) <= CONTENTS_LINES)
    depth++;

  add_words (self, TELAAH_PAGE_LABEL, _("Contents"), 0);
  add_entries (self, self->outline->points, "", 0, depth);
  if (self->outline->sources->len > 0)
    add_entry (self, NULL, _("Sources"), SOURCES_PLACE, 0);

  frame = telaah_page_writer_get_frame (self->writer);
  if (telaah_page_writer_get_room (self->writer) < (frame->bottom - frame->top) * ROOM_BELOW_CONTENTS)
    telaah_page_writer_turn (self->writer);
  else
    telaah_page_writer_skip (self->writer, 2.8 * self->em);
}

/* ---- Sources ---- */

static void
link_address (TelaahPageWords *words)
{
  const char *at = words->text->str, *start;

  while ((start = strstr (at, "http")) != NULL)
    {
      gsize length = strcspn (start, " \n");

      if (g_str_has_prefix (start, "http://") || g_str_has_prefix (start, "https://"))
        {
          g_autofree char *target = g_strndup (start, length);

          telaah_page_words_link (words, start - words->text->str, start - words->text->str + length, target);
        }
      at = start + length;
    }
}

static int
compare_entries (gconstpointer a,
                 gconstpointer b)
{
  g_autofree char *x = telaah_reference_format (telaah_source_fields (*(TelaahSource **) a), TELAAH_STYLE_APA);
  g_autofree char *y = telaah_reference_format (telaah_source_fields (*(TelaahSource **) b), TELAAH_STYLE_APA);

  return g_utf8_collate (x, y);
}

/* The reference list, in APA style; its lines after the first hang. */
void
telaah_outline_pages_add_sources (TelaahPageWriter *writer,
                                  TelaahOutline    *outline)
{
  const TelaahPageFrame *frame = telaah_page_writer_get_frame (writer);
  TelaahPageFonts *fonts = telaah_page_writer_get_fonts (writer);
  g_autoptr(GPtrArray) sources = g_ptr_array_copy (outline->sources, (GCopyFunc) (void (*) (void)) g_object_ref, NULL);
  double width = frame->right - frame->left, em = telaah_page_fonts_pitch (fonts, TELAAH_PAGE_BODY) / 1.42;

  if (sources->len == 0)
    return;

  g_ptr_array_sort (sources, compare_entries);
  telaah_page_writer_skip (writer, 2.4 * em);
  telaah_page_writer_add (writer, &(TelaahPageBlock) {
    .set = telaah_page_fonts_set (fonts, TELAAH_PAGE_HEADING_1, _("Sources"), width, 0),
    .keep = TRUE, .name = SOURCES_PLACE, .heading = _("Sources"),
  });
  for (guint i = 0; i < sources->len; i++)
    {
      g_autofree char *markup = telaah_reference_format_markup (telaah_source_fields (sources->pdata[i]),
                                                                TELAAH_STYLE_APA);
      TelaahPageWords *words = telaah_page_words_new (fonts, TELAAH_PAGE_ENTRY);

      telaah_page_words_put_markup (words, markup);
      link_address (words);
      telaah_page_writer_add (writer, &(TelaahPageBlock) {
        .set = telaah_page_words_set (words, &(TelaahPageSetting) { .width = width, .hang = 1.8 * em }),
        .gap = (i == 0 ? 0.8 : 0.45) * em,
      });
    }
}

/* ---- Running head and foot ---- */

static void
put_words (TelaahOutlinePages *self,
           guint               page,
           const char         *text,
           double              align,
           double              width,
           double              y)
{
  const TelaahPageFrame *frame = telaah_page_writer_get_frame (self->writer);
  TelaahPageSet *set = telaah_page_fonts_set (self->fonts, TELAAH_PAGE_HEAD, text, width, 1);
  const TelaahSetLine *line = &g_array_index (set->lines, TelaahSetLine, 0);

  telaah_page_writer_put (self->writer, page, &(TelaahPageItem) {
    TELAAH_PAGE_LINES, .set = set, .n = 1, .y = y - line->baseline,
    .x = frame->left + (self->width - line->width) * align - line->x,
  });
}

static void
dress (TelaahOutlinePages *self)
{
  const TelaahPageFrame *frame = telaah_page_writer_get_frame (self->writer);
  g_autofree char *title = telaah_outline_dup_title (self->outline);
  guint n_pages = telaah_page_writer_get_n_pages (self->writer);

  for (guint page = 0; page < n_pages; page++)
    {
      const char *section = telaah_page_writer_get_section (self->writer, page);
      /* Translators: the number of a page, and how many there are */
      g_autofree char *number = g_strdup_printf (_("%u / %u"), page + 1, n_pages);

      put_words (self, page, number, 0.5, self->width, frame->height - (frame->height - frame->bottom) * 0.45);
      if (page == 0)
        continue;
      put_words (self, page, title, 0, self->width * (has_text (section) ? 0.55 : 1), frame->top * 0.62);
      if (has_text (section))
        put_words (self, page, section, 1, self->width * 0.4, frame->top * 0.62);
    }
}

/* ---- The whole ---- */

/**
 * telaah_outline_check_sheet:
 * @width: (inout): 0 becomes that of A4
 * @height: (inout): likewise
 *
 * Returns: whether pages can be made of such sheets
 */
gboolean
telaah_outline_check_sheet (double  *width,
                            double  *height,
                            GError **error)
{
  if (*width == 0)
    *width = A4_WIDTH;
  if (*height == 0)
    *height = A4_HEIGHT;

  /* So that what is not a number is refused, too. */
  if (*width >= TELAAH_SHEET_LEAST && *width <= TELAAH_SHEET_MOST &&
      *height >= TELAAH_SHEET_LEAST && *height <= TELAAH_SHEET_MOST)
    return TRUE;

  /* Translators: width and height of paper, in points */
  g_set_error (error, TELAAH_OUTLINE_ERROR, TELAAH_OUTLINE_ERROR_INVALID,
               _("Pages of %g × %g points can not be made: each side has at least %d and at most %d."),
               *width, *height, TELAAH_SHEET_LEAST, TELAAH_SHEET_MOST);

  return FALSE;
}

/* Large enough to be read and a line not too long for it: about 70 letters on A4. */
static TelaahPageWriter *
make_writer (TelaahOutline *outline,
             double         width,
             double         height,
             double        *em)
{
  double size = CLAMP (sqrt (width * height) / 63, 7, 16);
  double line = MIN (width * 0.69, 46 * size);
  TelaahPageFrame frame = {
    .width = width, .height = height, .left = (width - line) / 2, .right = (width + line) / 2,
    .top = height * 0.1, .bottom = height * 0.905,
  };

  *em = size;

  return telaah_page_writer_new (&frame, size, outline->language);
}

static void
write_all (TelaahOutlinePages *self,
           double              width,
           double              height,
           gboolean            contents)
{
  const TelaahPageFrame *frame;

  self->writer = make_writer (self->outline, width, height, &self->em);
  self->fonts = telaah_page_writer_get_fonts (self->writer);
  frame = telaah_page_writer_get_frame (self->writer);
  self->width = frame->right - frame->left;

  add_title (self);
  if (contents)
    add_contents (self);
  if (self->outline->points->len == 0)
    add_words (self, TELAAH_PAGE_BODY, _("There are no points to compare yet."), 0);
  telaah_outline_pages_add_points (self, self->outline->points, "", 0);
  telaah_outline_pages_add_sources (self->writer, self->outline);
}

/**
 * telaah_outline_to_pdf:
 * @width: of a sheet, in points of 1/72 inch; 0 for A4
 *
 * Returns: (transfer full): the outline as a paper's skeleton; the same outline always gives the same bytes
 */
GBytes *
telaah_outline_to_pdf (TelaahOutline  *outline,
                       double          width,
                       double          height,
                       GError        **error)
{
  TelaahOutlinePages self = { .outline = outline };
  g_autofree char *title = telaah_outline_dup_title (outline);
  GBytes *bytes;

  if (!telaah_outline_check_sheet (&width, &height, error))
    return NULL;

  telaah_outline_pages_number (&self);
  self.most_pages = PAGES_WITHOUT_CONTENTS;
  write_all (&self, width, height, FALSE);
  if (telaah_page_writer_get_n_pages (self.writer) > PAGES_WITHOUT_CONTENTS)
    {
      telaah_page_writer_free (self.writer);
      self.most_pages = 0;
      write_all (&self, width, height, TRUE);
    }
  dress (&self);

  bytes = telaah_page_writer_to_pdf (self.writer, &(TelaahPageInfo) {
    .title = title, .subject = outline->question,
    .created = outline->modified != NULL ? outline->modified : outline->created,
  }, error);
  telaah_page_writer_free (self.writer);
  g_hash_table_unref (self.numbers);
  g_hash_table_unref (self.cited);

  return bytes;
}
