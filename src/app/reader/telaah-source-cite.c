/* A reference to a source, put on the clipboard: as reference lists show it, or for other programs.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-source-cite.h"

#include <string.h>

#include "formats/telaah-reference.h"

static const struct
{
  const char *form;
  char     *(*write) (GPtrArray *sources);
} writers[] = {
  { "bibtex", telaah_references_to_bibtex },
  { "ris", telaah_references_to_ris },
  { "csl", telaah_references_to_csl },
};

/* Word processors take the one with italics, and everything else the plain one. */
static void
copy_styled (GtkWidget                *widget,
             const TelaahSourceFields *fields,
             TelaahReferenceStyle      style)
{
  g_autofree char *plain = telaah_reference_format (fields, style);
  g_autofree char *markup = telaah_reference_format_markup (fields, style);
  g_autofree char *html = g_strdup_printf ("<meta charset=\"utf-8\">%s", markup);
  g_autoptr(GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *providers[2];
  g_autoptr(GdkContentProvider) both = NULL;

  providers[0] = gdk_content_provider_new_for_bytes ("text/html", bytes);
  providers[1] = gdk_content_provider_new_typed (G_TYPE_STRING, plain);
  both = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), both);
}

/**
 * telaah_source_copy_reference_as:
 * @widget: on whose clipboard
 * @form: apa, chicago, bibtex, ris or csl
 *
 * Returns: whether there is such a form
 */
gboolean
telaah_source_copy_reference_as (GtkWidget                *widget,
                                 const TelaahSourceFields *fields,
                                 const char               *form)
{
  if (strcmp (form, "apa") == 0 || strcmp (form, "chicago") == 0)
    {
      copy_styled (widget, fields, *form == 'a' ? TELAAH_STYLE_APA : TELAAH_STYLE_CHICAGO);
      return TRUE;
    }

  for (guint i = 0; i < G_N_ELEMENTS (writers); i++)
    if (strcmp (form, writers[i].form) == 0)
      {
        g_autoptr(GPtrArray) sources = g_ptr_array_new_with_free_func (g_object_unref);
        g_autofree char *words = NULL;

        g_ptr_array_add (sources, telaah_source_new (fields));
        words = writers[i].write (sources);
        gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), words);
        return TRUE;
      }

  return FALSE;
}

/**
 * telaah_source_copy_reference:
 *
 * Puts the reference to @source on the clipboard of @widget, in APA style.
 */
void
telaah_source_copy_reference (GtkWidget    *widget,
                              TelaahSource *source)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (TELAAH_IS_SOURCE (source));

  telaah_source_copy_reference_as (widget, telaah_source_fields (source), "apa");
}
