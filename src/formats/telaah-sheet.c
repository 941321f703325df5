/* Writes a sheet of a workbook of Excel, and how its cells look.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-sheet.h"

#include <string.h>

#include "model/telaah-cell.h"

#define SPREADSHEET "http://schemas.openxmlformats.org/spreadsheetml/2006/main"

/* What Excel takes in one cell, in units of UTF-16. */
#define MOST 32767

/* Of a row, in points. */
#define LINE_HEIGHT 13.5
#define MOST_HEIGHT 409

struct _TelaahSheet
{
  TelaahXml *xml;
  TelaahXml *cells;           /* of the row that is being written */
  double    *widths;
  guint      n_columns;
  guint      row, column;     /* from 1 on; 0: none yet */
  guint      lines;           /* that the highest cell of the row takes */
};

/* "B12" */
char *
telaah_sheet_dup_name (guint column,
                       guint row)
{
  char letters[8];
  guint at = sizeof letters;

  for (letters[--at] = '\0'; column > 0; column = (column - 1) / 26)
    letters[--at] = 'A' + (column - 1) % 26;

  return g_strdup_printf ("%s%u", letters + at, row);
}

/* ---- Beginning and end ---- */

static void
put_view (TelaahSheet *self,
          gboolean     first_column)
{
  telaah_xml_start (self->xml, "sheetViews", NULL);
  telaah_xml_start (self->xml, "sheetView", "workbookViewId", "0", NULL);
  telaah_xml_empty (self->xml, "pane", "xSplit", first_column ? "1" : NULL, "ySplit", "1",
                    "topLeftCell", first_column ? "B2" : "A2",
                    "activePane", first_column ? "bottomRight" : "bottomLeft", "state", "frozen", NULL);
  telaah_xml_end (self->xml);
  telaah_xml_end (self->xml);
}

static void
put_columns (TelaahSheet *self)
{
  telaah_xml_start (self->xml, "cols", NULL);
  for (guint i = 0; i < self->n_columns; i++)
    {
      g_autofree char *index = g_strdup_printf ("%u", i + 1);
      g_autofree char *width = telaah_xml_dup_number (self->widths[i]);

      telaah_xml_empty (self->xml, "col", "min", index, "max", index, "width", width, "customWidth", "1", NULL);
    }
  telaah_xml_end (self->xml);
}

TelaahSheet *
telaah_sheet_new (const double *widths,
                  guint         n_columns,
                  gboolean      first_column)
{
  TelaahSheet *self = g_new0 (TelaahSheet, 1);

  self->xml = telaah_xml_new (TRUE);
  self->n_columns = n_columns;
  self->widths = g_new (double, n_columns);
  for (guint i = 0; i < n_columns; i++)
    {
      self->widths[i] = *widths;
      if (widths[1] > 0)
        widths++;
    }

  telaah_xml_start (self->xml, "worksheet", "xmlns", SPREADSHEET, NULL);
  telaah_xml_start (self->xml, "sheetPr", NULL);
  telaah_xml_empty (self->xml, "pageSetUpPr", "fitToPage", "1", NULL);
  telaah_xml_end (self->xml);
  put_view (self, first_column);
  put_columns (self);
  telaah_xml_start (self->xml, "sheetData", NULL);

  return self;
}

void
telaah_sheet_free (TelaahSheet *self)
{
  telaah_xml_free (self->xml);
  g_clear_pointer (&self->cells, telaah_xml_free);
  g_free (self->widths);
  g_free (self);
}

/* Its height is given, since LibreOffice does not find it; not as one that somebody has chosen, so that it is found
 * anew when the words change. */
static void
end_row (TelaahSheet *self)
{
  g_autofree char *number = g_strdup_printf ("%u", self->row);
  g_autofree char *height = telaah_xml_dup_number (MIN (self->lines * LINE_HEIGHT + 3, MOST_HEIGHT));

  if (self->row == 0)
    return;

  telaah_xml_start (self->xml, "row", "r", number, "ht", height, NULL);
  telaah_xml_piece (self->xml, self->cells);
  telaah_xml_end (self->xml);
}

/* Ends it, with room for a filter in its head, on sheets laid across that are as wide as it is. */
gboolean
telaah_sheet_add_to (TelaahSheet  *self,
                     TelaahZip    *zip,
                     const char   *name,
                     GError      **error)
{
  g_autofree char *last = telaah_sheet_dup_name (self->n_columns, MAX (self->row, 1));
  g_autofree char *all = g_strconcat ("A1:", last, NULL);

  end_row (self);
  telaah_xml_end (self->xml);
  telaah_xml_empty (self->xml, "autoFilter", "ref", all, NULL);
  telaah_xml_empty (self->xml, "pageMargins", "left", "0.6", "right", "0.6", "top", "0.7", "bottom", "0.7",
                    "header", "0.3", "footer", "0.3", NULL);
  telaah_xml_empty (self->xml, "pageSetup", "paperSize", "9", "orientation", "landscape", "fitToWidth", "1",
                    "fitToHeight", "0", NULL);

  return telaah_xml_add_to (self->xml, zip, name, error);
}

/* ---- Cells ---- */

void
telaah_sheet_begin_row (TelaahSheet *self)
{
  end_row (self);
  g_clear_pointer (&self->cells, telaah_xml_free);
  self->cells = telaah_xml_new (FALSE);
  self->row++;
  self->column = 0;
  self->lines = 1;
}

/* How many lines @text takes in so many letters' width, about: words are not cut in the middle. */
static guint
count_lines (const char *text,
             double      width)
{
  double used = 0;
  guint lines = 1;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      used += g_unichar_iszerowidth (c) ? 0 : g_unichar_iswide (c) ? 2 : 0.97;
      if (c != '\n' && used <= width - 1)
        continue;

      lines++;
      used = 0;
    }

  return lines;
}

/* Whether Excel would read a character into what begins at @p, as in "_x0041_". */
static gboolean
is_escape (const char *p)
{
  return p[0] == '_' && p[1] == 'x' && g_ascii_isxdigit (p[2]) && g_ascii_isxdigit (p[3]) &&
         g_ascii_isxdigit (p[4]) && g_ascii_isxdigit (p[5]) && p[6] == '_';
}

/* @text as Excel takes it: at most so long, with LF, and with nothing that it would read as an escape. */
static char *
dup_taken (const char *text)
{
  GString *out = g_string_sized_new (strlen (text));
  guint units = 0;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      units += g_utf8_get_char (p) > 0xffff ? 2 : 1;
      if (units >= MOST && *g_utf8_next_char (p) != '\0')
        {
          g_string_append (out, "…");
          break;
        }

      if (is_escape (p))
        g_string_append (out, "_x005F");
      if (*p != '\r')
        g_string_append_len (out, p, g_utf8_next_char (p) - p);
    }

  return g_string_free (out, FALSE);
}

/* Always text, whatever it begins with. */
void
telaah_sheet_put (TelaahSheet     *self,
                  TelaahSheetLook  look,
                  const char      *text)
{
  g_autofree char *name = telaah_sheet_dup_name (++self->column, self->row);
  g_autofree char *style = g_strdup_printf ("%d", look);
  g_autofree char *taken = dup_taken (text != NULL ? text : "");

  self->lines = MAX (self->lines, count_lines (taken, self->widths[MIN (self->column, self->n_columns) - 1]));
  telaah_xml_start (self->cells, "c", "r", name, "s", style, "t", *taken != '\0' ? "inlineStr" : NULL, NULL);
  if (*taken != '\0')
    {
      telaah_xml_start (self->cells, "is", NULL);
      telaah_xml_start (self->cells, "t", "xml:space", "preserve", NULL);
      telaah_xml_text (self->cells, taken);
      telaah_xml_end (self->cells);
      telaah_xml_end (self->cells);
    }
  telaah_xml_end (self->cells);
}

void
telaah_sheet_put_number (TelaahSheet *self,
                         double       number)
{
  g_autofree char *name = telaah_sheet_dup_name (++self->column, self->row);
  g_autofree char *style = g_strdup_printf ("%d", TELAAH_SHEET_NUMBER);
  g_autofree char *value = g_strdup_printf ("%.0f", number);

  telaah_xml_start (self->cells, "c", "r", name, "s", style, NULL);
  telaah_xml_element (self->cells, "v", value);
  telaah_xml_end (self->cells);
}

/* ---- Looks ---- */

/* Of a cell: numbers of a font and a fill, how words stand in it. */
static const struct
{
  const char *font, *fill, *horizontal, *vertical;
  gboolean    wraps;
} looks[] = {
  [TELAAH_SHEET_PLAIN]    = { "0", "0", NULL,    NULL,     FALSE },
  [TELAAH_SHEET_HEAD]     = { "1", "2", NULL,    "center", TRUE },
  [TELAAH_SHEET_WORDS]    = { "0", "0", NULL,    "top",    TRUE },
  [TELAAH_SHEET_UNREAD]   = { "2", "0", NULL,    "top",    TRUE },
  [TELAAH_SHEET_TREATED]  = { "0", "3", NULL,    "top",    TRUE },
  [TELAAH_SHEET_IMPLICIT] = { "0", "4", NULL,    "top",    TRUE },
  [TELAAH_SHEET_SILENT]   = { "0", "5", NULL,    "top",    TRUE },
  [TELAAH_SHEET_NUMBER]   = { "0", "0", "right", "top",    FALSE },
};

/* The first two are Excel's own. */
static const char *const fills[] = { NULL, NULL, "FFEBEBED", "FFC9DEF5", "FFE6EFFA", "FFF4E9DC" };

static void
put_fonts (TelaahXml *xml)
{
  telaah_xml_start (xml, "fonts", "count", "3", NULL);
  for (guint i = 0; i < 3; i++)
    {
      telaah_xml_start (xml, "font", NULL);
      if (i == 1)
        telaah_xml_empty (xml, "b", NULL);
      telaah_xml_empty (xml, "sz", "val", "10", NULL);
      if (i == 2)
        telaah_xml_empty (xml, "color", "rgb", "FF5E5C64", NULL);
      telaah_xml_empty (xml, "family", "val", "2", NULL);
      telaah_xml_end (xml);
    }
  telaah_xml_end (xml);
}

static void
put_fills (TelaahXml *xml)
{
  g_autofree char *count = g_strdup_printf ("%d", (int) G_N_ELEMENTS (fills));

  telaah_xml_start (xml, "fills", "count", count, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (fills); i++)
    {
      telaah_xml_start (xml, "fill", NULL);
      telaah_xml_start (xml, "patternFill", "patternType", i == 0 ? "none" : i == 1 ? "gray125" : "solid", NULL);
      if (fills[i] != NULL)
        {
          telaah_xml_empty (xml, "fgColor", "rgb", fills[i], NULL);
          telaah_xml_empty (xml, "bgColor", "indexed", "64", NULL);
        }
      telaah_xml_end (xml);
      telaah_xml_end (xml);
    }
  telaah_xml_end (xml);
}

static void
put_borders (TelaahXml *xml)
{
  static const char *const sides[] = { "left", "right", "top", "bottom" };

  telaah_xml_start (xml, "borders", "count", "2", NULL);
  for (guint i = 0; i < 2; i++)
    {
      telaah_xml_start (xml, "border", NULL);
      for (guint j = 0; j < G_N_ELEMENTS (sides); j++)
        {
          telaah_xml_start (xml, sides[j], "style", i > 0 ? "thin" : NULL, NULL);
          if (i > 0)
            telaah_xml_empty (xml, "color", "rgb", "FFC0BFBC", NULL);
          telaah_xml_end (xml);
        }
      telaah_xml_empty (xml, "diagonal", NULL);
      telaah_xml_end (xml);
    }
  telaah_xml_end (xml);
}

static void
put_format (TelaahXml  *xml,
            const char *font,
            const char *fill,
            gboolean    bordered,
            const char *horizontal,
            const char *vertical,
            gboolean    wraps,
            guint       level)
{
  g_autofree char *indent = level > 0 ? g_strdup_printf ("%u", level) : NULL;

  telaah_xml_start (xml, "xf", "numFmtId", "0", "fontId", font, "fillId", fill, "borderId", bordered ? "1" : "0",
                    "xfId", "0", "applyFont", "1", "applyFill", "1", "applyBorder", "1", "applyAlignment", "1", NULL);
  telaah_xml_empty (xml, "alignment", "horizontal", level > 0 ? "left" : horizontal, "vertical", vertical,
                    "wrapText", wraps ? "1" : NULL, "indent", indent, NULL);
  telaah_xml_end (xml);
}

static void
put_formats (TelaahXml *xml)
{
  g_autofree char *count = g_strdup_printf ("%d", TELAAH_SHEET_POINT + TELAAH_SHEET_LEVELS + 1);

  telaah_xml_start (xml, "cellStyleXfs", "count", "1", NULL);
  telaah_xml_empty (xml, "xf", "numFmtId", "0", "fontId", "0", "fillId", "0", "borderId", "0", NULL);
  telaah_xml_end (xml);

  telaah_xml_start (xml, "cellXfs", "count", count, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (looks); i++)
    put_format (xml, looks[i].font, looks[i].fill, i != TELAAH_SHEET_PLAIN, looks[i].horizontal,
                looks[i].vertical, looks[i].wraps, 0);
  for (guint level = 0; level <= TELAAH_SHEET_LEVELS; level++)
    put_format (xml, level == 0 ? "1" : "0", "0", TRUE, NULL, "top", TRUE, level);
  telaah_xml_end (xml);

  telaah_xml_start (xml, "cellStyles", "count", "1", NULL);
  telaah_xml_empty (xml, "cellStyle", "name", "Normal", "xfId", "0", "builtinId", "0", NULL);
  telaah_xml_end (xml);
}

/* The styles that all sheets of a workbook share. */
gboolean
telaah_sheet_add_looks (TelaahZip   *zip,
                        const char  *name,
                        GError     **error)
{
  g_autoptr(TelaahXml) xml = telaah_xml_new (TRUE);

  telaah_xml_start (xml, "styleSheet", "xmlns", SPREADSHEET, NULL);
  put_fonts (xml);
  put_fills (xml);
  put_borders (xml);
  put_formats (xml);

  return telaah_xml_add_to (xml, zip, name, error);
}
