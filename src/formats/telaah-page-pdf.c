/* Draws written pages as PDF: words, frames and marks, with bookmarks, links, and what it is about.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-page-writer-private.h"

#include <cairo-pdf.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

/* How deep headings may be nested. */
#define LEVELS 12

typedef struct
{
  TelaahPageWriter *writer;
  cairo_t          *cr;
} Drawing;

static void
set_color (cairo_t *cr,
           guint    color)
{
  cairo_set_source_rgb (cr, (color >> 16 & 0xff) / 255.0, (color >> 8 & 0xff) / 255.0, (color & 0xff) / 255.0);
}

/* ---- Links ---- */

static void
append_number (GString *string,
               double   value)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_string_append (string, g_ascii_formatd (buffer, sizeof buffer, "%.2f", value));
  g_string_append_c (string, ' ');
}

/* In quotes, as cairo reads attributes. */
static void
append_quoted (GString    *string,
               const char *text)
{
  g_string_append_c (string, '\'');
  for (; *text != '\0'; text++)
    {
      if (*text == '\'' || *text == '\\')
        g_string_append_c (string, '\\');
      g_string_append_c (string, *text);
    }
  g_string_append (string, "' ");
}

/* What is not there can not be led to, and cairo takes ASCII alone for an address. */
static gboolean
append_target (TelaahPageWriter *writer,
               GString          *attributes,
               const char       *target)
{
  if (*target == '#')
    {
      if (!g_hash_table_contains (writer->places, target + 1))
        return FALSE;
      g_string_append (attributes, "dest=");
      append_quoted (attributes, target + 1);
      return TRUE;
    }

  if (!g_str_is_ascii (target))
    return FALSE;
  g_string_append (attributes, "uri=");
  append_quoted (attributes, target);

  return TRUE;
}

static void
draw_link (Drawing              *self,
           const TelaahPageLink *link,
           PangoLayoutLine      *line,
           double                x,
           double                y,
           double                height)
{
  g_autoptr(GString) attributes = g_string_new (NULL);
  g_autofree int *ranges = NULL;
  int n = 0;

  if (!append_target (self->writer, attributes, link->target))
    return;

  pango_layout_line_get_x_ranges (line, link->start, link->end, &ranges, &n);
  g_string_append (attributes, "rect=[");
  for (int i = 0; i < n; i++)
    {
      double from = pango_units_to_double (ranges[2 * i]), to = pango_units_to_double (ranges[2 * i + 1]);

      append_number (attributes, x + from);
      append_number (attributes, y);
      append_number (attributes, to - from);
      append_number (attributes, height);
    }
  g_string_append (attributes, "]");
  if (n == 0)
    return;

  cairo_tag_begin (self->cr, CAIRO_TAG_LINK, attributes->str);
  cairo_tag_end (self->cr, CAIRO_TAG_LINK);
}

typedef struct
{
  const char            *name;
  const TelaahPagePlace *place;
} NamedPlace;

static int
compare_places (gconstpointer a,
                gconstpointer b)
{
  const NamedPlace *x = a, *y = b;

  if (x->place->page != y->place->page)
    return x->place->page < y->place->page ? -1 : 1;

  return strcmp (x->name, y->name);
}

/* By pages, and in an order of their own, so that the same outline gives the same bytes. */
static GArray *
sort_places (TelaahPageWriter *writer)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (NamedPlace));
  GHashTableIter iter;
  gpointer name, place;

  g_hash_table_iter_init (&iter, writer->places);
  while (g_hash_table_iter_next (&iter, &name, &place))
    {
      NamedPlace named = { name, place };

      g_array_append_val (places, named);
    }
  g_array_sort (places, compare_places);

  return places;
}

static void
draw_place (Drawing          *self,
            const NamedPlace *named)
{
  const TelaahPagePlace *place = named->place;
  g_autoptr(GString) attributes = g_string_new ("name=");

  append_quoted (attributes, named->name);
  g_string_append (attributes, "x=");
  append_number (attributes, place->x);
  g_string_append (attributes, "y=");
  append_number (attributes, MAX (place->y - 6, 0));
  g_string_append (attributes, "internal");
  cairo_tag_begin (self->cr, CAIRO_TAG_DEST, attributes->str);
  cairo_tag_end (self->cr, CAIRO_TAG_DEST);
}

/* ---- Items ---- */

static void
draw_lines (Drawing              *self,
            const TelaahPageItem *item)
{
  GSList *line = g_slist_nth (pango_layout_get_lines_readonly (item->set->layout), item->first);
  double y = item->y;

  for (guint i = item->first; i < item->first + item->n; i++, line = line->next)
    {
      const TelaahSetLine *place = &g_array_index (item->set->lines, TelaahSetLine, i);
      double gap = i > item->first ? place->gap : 0;

      cairo_move_to (self->cr, item->x + place->x, y + gap + place->baseline);
      pango_cairo_show_layout_line (self->cr, line->data);
      for (guint k = 0; k < item->set->links->len; k++)
        {
          const TelaahPageLink *link = &g_array_index (item->set->links, TelaahPageLink, k);

          if (link->start < place->end && link->end > place->start)
            draw_link (self, link, line->data, item->x + place->x, y + gap, place->height - place->gap);
        }
      y += place->height - place->gap + gap;
    }
}

static void
draw_stroke (Drawing              *self,
             const TelaahPageItem *item)
{
  cairo_set_line_width (self->cr, item->pen);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_BUTT);
  if (item->width > 0 && item->height > 0)
    cairo_rectangle (self->cr, item->x, item->y, item->width, item->height);
  else
    {
      cairo_move_to (self->cr, item->x, item->y);
      cairo_line_to (self->cr, item->x + item->width, item->y + item->height);
    }
  cairo_stroke (self->cr);
}

/* Full where a source treats the point, half where only between the lines, a ring where it is silent, a broken ring
 * where nobody has looked yet. */
static void
draw_status_mark (Drawing              *self,
                  const TelaahPageItem *item)
{
  double radius = item->width / 2 - 0.4, x = item->x + item->width / 2, y = item->y + item->width / 2;
  const double dash = radius * G_PI / 5;

  cairo_save (self->cr);
  cairo_set_line_width (self->cr, 0.8);
  if (item->status == TELAAH_STATUS_UNREAD)
    cairo_set_dash (self->cr, &dash, 1, 0);
  cairo_new_sub_path (self->cr);
  cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  cairo_stroke (self->cr);

  cairo_set_dash (self->cr, NULL, 0, 0);
  if (item->status == TELAAH_STATUS_TREATED)
    cairo_arc (self->cr, x, y, radius, 0, 2 * G_PI);
  else if (item->status == TELAAH_STATUS_IMPLICIT)
    cairo_arc (self->cr, x, y, radius, G_PI / 2, G_PI * 3 / 2);
  cairo_fill (self->cr);
  cairo_restore (self->cr);
}

/* Dots lead to the number. */
static void
draw_page_of (Drawing              *self,
              const TelaahPageItem *item)
{
  const TelaahPagePlace *place = g_hash_table_lookup (self->writer->places, item->name);
  static const double dots[] = { 0, 4 };
  gboolean rtl = item->first;
  double from = item->x + 6, to = item->x + item->width - 6;
  g_autoptr(TelaahPageSet) set = NULL;
  g_autofree char *number = NULL;
  const TelaahSetLine *line;

  if (place == NULL)
    return;

  number = g_strdup_printf ("%u", place->page + 1);
  set = telaah_page_fonts_set (self->writer->fonts, TELAAH_PAGE_META, number, item->width, 1);
  line = &g_array_index (set->lines, TelaahSetLine, 0);
  draw_lines (self, &(TelaahPageItem) {
    TELAAH_PAGE_LINES, .n = 1, .set = set, .y = item->y - line->baseline,
    .x = rtl ? item->x - line->x : item->x + item->width - line->width - line->x,
  });
  from += rtl ? line->width : 0;
  to -= rtl ? 0 : line->width;
  if (to - from < 8)
    return;

  cairo_save (self->cr);
  set_color (self->cr, item->color);
  cairo_set_line_width (self->cr, 0.8);
  cairo_set_line_cap (self->cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (self->cr, dots, 2, 0);
  /* The dots of all lines stand below each other. */
  cairo_move_to (self->cr, ceil (from / 4) * 4, item->y - 0.4);
  cairo_line_to (self->cr, to, item->y - 0.4);
  cairo_stroke (self->cr);
  cairo_restore (self->cr);
}

static void
draw_item (Drawing              *self,
           const TelaahPageItem *item)
{
  set_color (self->cr, item->color);
  switch (item->kind)
    {
    case TELAAH_PAGE_LINES:
      draw_lines (self, item);
      break;

    case TELAAH_PAGE_FILL:
      cairo_rectangle (self->cr, item->x, item->y, item->width, item->height);
      cairo_fill (self->cr);
      break;

    case TELAAH_PAGE_STROKE:
      draw_stroke (self, item);
      break;

    case TELAAH_PAGE_STATUS_MARK:
      draw_status_mark (self, item);
      break;

    case TELAAH_PAGE_PAGE_OF:
      draw_page_of (self, item);
      break;

    default:
      g_assert_not_reached ();
    }
}

/* ---- The file ---- */

static cairo_status_t
write_cb (void                *closure,
          const unsigned char *data,
          unsigned int         length)
{
  g_byte_array_append (closure, data, length);

  return CAIRO_STATUS_SUCCESS;
}

/* The time is that of the last change, not of the export: the same outline gives the same file. */
static void
describe (cairo_surface_t      *surface,
          const TelaahPageInfo *info)
{
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Telaah " TELAAH_VERSION);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE,
                                  info->created != NULL ? info->created : "1970-01-01T00:00:00Z");
  if (info->title != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  if (info->subject != NULL)
    cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
}

/* Each heading below the last one that is higher; those at the top are unfolded. */
static void
add_bookmarks (cairo_surface_t  *surface,
               TelaahPageWriter *writer)
{
  int parents[LEVELS + 2] = { CAIRO_PDF_OUTLINE_ROOT };

  for (guint i = 0; i < writer->headings->len; i++)
    {
      const TelaahPageHeading *heading = &g_array_index (writer->headings, TelaahPageHeading, i);
      guint level = MIN (heading->level, LEVELS);
      g_autoptr(GString) link = g_string_new (NULL);
      int id;

      g_string_append_printf (link, "page=%u pos=[", heading->page + 1);
      append_number (link, writer->frame.left);
      append_number (link, MAX (heading->y - 6, 0));
      g_string_append (link, "]");
      id = cairo_pdf_surface_add_outline (surface, parents[level], heading->title, link->str,
                                          level == 0 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint below = level + 1; below <= LEVELS + 1; below++)
        parents[below] = id;
    }
}

/**
 * telaah_page_writer_to_pdf:
 *
 * Draws all pages; nothing may be written after that.
 *
 * Returns: (transfer full): the file; %NULL with @error where cairo can not make it
 */
GBytes *
telaah_page_writer_to_pdf (TelaahPageWriter      *self,
                           const TelaahPageInfo  *info,
                           GError               **error)
{
  g_autoptr(GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, self->frame.width,
                                                                  self->frame.height);
  Drawing drawing = { self, cairo_create (surface) };
  g_autoptr(GArray) places = NULL;
  cairo_status_t status;
  guint next = 0;

  telaah_page_writer_flush (self, 0);
  places = sort_places (self);
  describe (surface, info);
  for (guint page = 0; page < self->pages->len; page++)
    {
      const GArray *items = self->pages->pdata[page];

      for (; next < places->len && g_array_index (places, NamedPlace, next).place->page == page; next++)
        draw_place (&drawing, &g_array_index (places, NamedPlace, next));
      for (guint i = 0; i < items->len; i++)
        draw_item (&drawing, &g_array_index (items, TelaahPageItem, i));
      cairo_show_page (drawing.cr);
    }
  add_bookmarks (surface, self);

  status = cairo_status (drawing.cr);
  cairo_destroy (drawing.cr);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("The PDF could not be drawn: %s"),
                   cairo_status_to_string (status));
      return NULL;
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
