/* The comparative outline in every format that it leaves in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-export.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-format.h"

#define COLUMNS 100

static const struct
{
  const char *string, *name, *extension, *mime_type;
} formats[TELAAH_N_OUTLINE_FORMATS] = {
  [TELAAH_OUTLINE_JSON]     = { "json", N_("Outline with Evidence (JSON)"), "json", "application/json" },
  [TELAAH_OUTLINE_TEXT]     = { "text", N_("Plain Text"), "txt", "text/plain" },
  [TELAAH_OUTLINE_MARKDOWN] = { "markdown", N_("Markdown"), "md", "text/markdown" },
  [TELAAH_OUTLINE_HTML]     = { "html", N_("Web Page (HTML)"), "html", "text/html" },
  [TELAAH_OUTLINE_ODT]      = { "odt", N_("OpenDocument Text (ODT)"), "odt",
                                "application/vnd.oasis.opendocument.text" },
  [TELAAH_OUTLINE_DOCX]     = { "docx", N_("Word Document (DOCX)"), "docx",
                                "application/vnd.openxmlformats-officedocument.wordprocessingml.document" },
  [TELAAH_OUTLINE_PDF]      = { "pdf", N_("PDF"), "pdf", "application/pdf" },
  [TELAAH_OUTLINE_OPML]     = { "opml", N_("Outline of Points (OPML)"), "opml", "text/x-opml" },
  [TELAAH_OUTLINE_CSV]      = { "csv", N_("Table (CSV)"), "csv", "text/csv" },
  [TELAAH_OUTLINE_XLSX]     = { "xlsx", N_("Excel Workbook (XLSX)"), "xlsx",
                                "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" },
  [TELAAH_OUTLINE_TEMPLATE] = { "template", N_("Template of Points and Questions (JSON)"), "json",
                                "application/json" },
};

/* As the command line and files of settings name it. */
const char *
telaah_outline_format_to_string (TelaahOutlineFormat format)
{
  g_return_val_if_fail (format < TELAAH_N_OUTLINE_FORMATS, NULL);

  return formats[format].string;
}

/* @format is only set where @string names one. */
gboolean
telaah_outline_format_from_string (const char          *string,
                                   TelaahOutlineFormat *format)
{
  for (guint i = 0; string != NULL && i < TELAAH_N_OUTLINE_FORMATS; i++)
    if (strcmp (string, formats[i].string) == 0)
      {
        *format = i;
        return TRUE;
      }

  return FALSE;
}

const char *
telaah_outline_format_get_name (TelaahOutlineFormat format)
{
  g_return_val_if_fail (format < TELAAH_N_OUTLINE_FORMATS, NULL);

  return _(formats[format].name);
}

const char *
telaah_outline_format_get_extension (TelaahOutlineFormat format)
{
  g_return_val_if_fail (format < TELAAH_N_OUTLINE_FORMATS, NULL);

  return formats[format].extension;
}

const char *
telaah_outline_format_get_mime_type (TelaahOutlineFormat format)
{
  g_return_val_if_fail (format < TELAAH_N_OUTLINE_FORMATS, NULL);

  return formats[format].mime_type;
}

/* Takes @text. */
static GBytes *
take (char *text)
{
  return text != NULL ? g_bytes_new_take (text, strlen (text)) : NULL;
}

static GBytes *
export_pdf (TelaahOutline              *outline,
            const TelaahOutlineExport  *options,
            GError                    **error)
{
  if (options->handout == TELAAH_HANDOUT_NONE)
    return telaah_outline_to_pdf (outline, options->width, options->height, error);

  return telaah_outline_to_handout (outline, options->handout == TELAAH_HANDOUT_FILLED,
                                    options->width, options->height, error);
}

/**
 * telaah_outline_export:
 *
 * Returns: (transfer full) (nullable): the outline as what a file of that format holds
 */
GBytes *
telaah_outline_export (TelaahOutline              *outline,
                       TelaahOutlineFormat         format,
                       const TelaahOutlineExport  *options,
                       GError                    **error)
{
  static const TelaahOutlineExport usual = { .columns = COLUMNS };

  g_return_val_if_fail (outline != NULL, NULL);

  if (options == NULL)
    options = &usual;

  switch (format)
    {
    case TELAAH_OUTLINE_JSON:
      return take (telaah_outline_to_json (outline));
    case TELAAH_OUTLINE_TEXT:
      return take (telaah_outline_to_text (outline, options->columns > 0 ? options->columns : COLUMNS));
    case TELAAH_OUTLINE_MARKDOWN:
      return take (telaah_outline_to_markdown (outline));
    case TELAAH_OUTLINE_HTML:
      return take (telaah_outline_to_html (outline));
    case TELAAH_OUTLINE_ODT:
      return telaah_outline_to_odt (outline, error);
    case TELAAH_OUTLINE_DOCX:
      return telaah_outline_to_docx (outline, error);
    case TELAAH_OUTLINE_PDF:
      return export_pdf (outline, options, error);
    case TELAAH_OUTLINE_OPML:
      return take (telaah_outline_to_opml (outline));
    case TELAAH_OUTLINE_CSV:
      return take (telaah_outline_to_csv (outline));
    case TELAAH_OUTLINE_XLSX:
      return telaah_outline_to_xlsx (outline, error);
    case TELAAH_OUTLINE_TEMPLATE:
      return take (telaah_outline_to_template (outline));
    default:
      g_return_val_if_reached (NULL);
    }
}
