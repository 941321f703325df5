/* What the words of a printed source are: those of the text with the numbers of its passages, what is known of it,
 * the legend, the margin notes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-type-private.h"

#include <glib/gi18n.h>

/* ---- Attributes ---- */

static void
add (PangoAttrList  *attributes,
     PangoAttribute *attribute,
     guint           start,
     guint           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (attributes, attribute);
}

static void
add_ink (PangoAttrList *attributes,
         const GdkRGBA *ink,
         guint          start,
         guint          end)
{
  add (attributes, pango_attr_foreground_new (ink->red * 65535, ink->green * 65535, ink->blue * 65535), start, end);
}

static void
add_grey (PangoAttrList *attributes,
          guint          start,
          guint          end)
{
  add (attributes, pango_attr_foreground_new (TELAAH_PRINT_GREY, TELAAH_PRINT_GREY, TELAAH_PRINT_GREY), start, end);
}

/* In another style, within one of its line's. */
static void
add_style (TelaahPrintType *self,
           PangoAttrList   *attributes,
           TelaahPrintStyle style,
           guint            start,
           guint            end)
{
  if (end > start)
    add (attributes, pango_attr_font_desc_new (self->fonts[style]), start, end);
}

/* ---- Words of the source, with the numbers of its passages ---- */

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  const TelaahPrintNumber *x = a, *y = b;

  if (x->at != y->at)
    return x->at < y->at ? -1 : 1;

  return x->passage < y->passage ? -1 : x->passage > y->passage;
}

/* Those whose last word is in the block. What ends where it begins has had its number before. */
static void
collect_numbers (TelaahPrintType        *self,
                 const TelaahPrintBlock *block,
                 GArray                 *numbers)
{
  telaah_highlights_query (self->content->highlights, block->span, self->indices);

  for (guint i = 0; i < self->indices->len; i++)
    {
      guint index = g_array_index (self->indices, guint, i);
      gsize at = g_array_index (self->content->passages, TelaahPrintPassage, index).number_at;

      if (at > block->start && at <= block->end)
        g_array_append_vals (numbers, &(TelaahPrintNumber) { at, 0, index }, 1);
    }

  g_array_sort (numbers, compare_numbers);
}

static void
put_number (TelaahPrintType   *self,
            GString           *words,
            PangoAttrList     *attributes,
            TelaahPrintNumber *number,
            gboolean           follows)
{
  const TelaahPrintPassage *passage =
    &g_array_index (self->content->passages, TelaahPrintPassage, number->passage);
  guint start = words->len, before = start;
  double size = self->frame.size;

  g_string_append_printf (words, "%s%u", follows ? "," : "", number->passage + 1);
  number->length = words->len - start;

  add_style (self, attributes, TELAAH_PRINT_STYLE_NUMBER, start, words->len);
  add (attributes, pango_attr_size_new_absolute (size * 0.6 * PANGO_SCALE), start, words->len);
  add (attributes, pango_attr_rise_new (size * 0.36 * PANGO_SCALE), start, words->len);
  if (passage->n_themes > 0)
    add_ink (attributes, &g_array_index (self->content->themes, TelaahPrintTheme, passage->themes[0]).ink, start,
             words->len);
  else
    add_grey (attributes, start, words->len);

  /* It stays with the word that it is of. */
  if (before > 0)
    before = g_utf8_prev_char (words->str + before) - words->str;
  add (attributes, pango_attr_allow_breaks_new (FALSE), before, words->len);
}

static void
add_marks (TelaahPrintType        *self,
           const TelaahPrintBlock *block,
           const TelaahPrintSet   *map,
           PangoAttrList          *attributes)
{
  g_autoptr(GArray) marks = telaah_print_content_dup_marks (self->content, block->start, block->end);

  for (guint i = 0; i < marks->len; i++)
    {
      const TelaahPrintMark *mark = &g_array_index (marks, TelaahPrintMark, i);
      guint start = telaah_print_set_to_layout (map, MAX (mark->start, block->start), TRUE);
      guint end = telaah_print_set_to_layout (map, MIN (mark->end, block->end), FALSE);

      if (mark->kind == TELAAH_MARK_HEADING)
        {
          PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

          bold->start_index = start;
          bold->end_index = end;
          pango_attr_list_insert_before (attributes, bold);
        }
      else if (block->kind != TELAAH_PRINT_CLUTTER)
        {
          PangoAttribute *small = pango_attr_scale_new (TELAAH_PRINT_CLUTTER_SIZE);

          add_grey (attributes, start, end);
          small->start_index = start;
          small->end_index = end;
          pango_attr_list_insert_before (attributes, small);
        }
    }
}

static TelaahPrintSet *
set_source_words (TelaahPrintType        *self,
                  const TelaahPrintBlock *block,
                  TelaahPrintStyle        style)
{
  const char *body = telaah_text_get_body (self->content->text);
  g_autoptr(GString) words = g_string_sized_new (block->end - block->start + 16);
  PangoAttrList *attributes = pango_attr_list_new ();
  GArray *numbers = g_array_new (FALSE, FALSE, sizeof (TelaahPrintNumber));
  TelaahPrintSet map = { .numbers = numbers, .start = block->start };
  PangoDirection direction = PANGO_DIRECTION_NEUTRAL;
  gsize at = block->start;
  TelaahPrintSet *set;

  collect_numbers (self, block, numbers);
  for (guint i = 0; i < numbers->len; i++)
    {
      TelaahPrintNumber *number = &g_array_index (numbers, TelaahPrintNumber, i);

      g_string_append_len (words, body + at, number->at - at);
      put_number (self, words, attributes, number, i > 0 && number->at == at);
      at = number->at;
    }
  g_string_append_len (words, body + at, block->end - at);
  add_marks (self, block, &map, attributes);

  /* The direction is that of the whole paragraph, which may not show from a part of it. */
  if (!block->opens)
    direction = block->rtl ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;
  set = telaah_print_type_set (self, style, words, attributes, self->frame.text_width, direction);
  set->start = block->start;
  g_array_unref (set->numbers);
  set->numbers = numbers;
  pango_attr_list_unref (attributes);

  return set;
}

/* ---- Words about the source ---- */

static void
append_part (GString    *line,
             const char *part)
{
  if (part == NULL || *part == '\0')
    return;
  if (line->len > 0)
    g_string_append (line, " · ");
  g_string_append (line, part);
}

static char *
dup_meta (TelaahPrintContent *content)
{
  const TelaahSourceFields *f = telaah_source_fields (content->source);
  guint n_passages = content->passages->len, n_themes = content->themes->len, n_words = f->words;
  g_autoptr(GString) origin = g_string_new (NULL);
  g_autoptr(GString) counts = g_string_new (NULL);
  g_autofree char *words = g_strdup_printf (ngettext ("%'u word", "%'u words", n_words), n_words);
  g_autofree char *passages = g_strdup_printf (ngettext ("%'u passage", "%'u passages", n_passages), n_passages);
  g_autofree char *themes = g_strdup_printf (ngettext ("%'u theme", "%'u themes", n_themes), n_themes);
  g_autofree char *notes = g_strdup_printf (ngettext ("%'u note", "%'u notes", content->n_notes), content->n_notes);

  append_part (origin, f->author);
  append_part (origin, f->container);
  append_part (origin, f->publisher);
  append_part (origin, f->date);
  append_part (counts, words);
  append_part (counts, passages);
  append_part (counts, n_themes > 0 ? themes : NULL);
  append_part (counts, content->n_notes > 0 ? notes : NULL);

  return origin->len > 0 ? g_strjoin ("\n", origin->str, counts->str, NULL) : g_strdup (counts->str);
}

static void
append_theme (TelaahPrintType        *self,
              GString                *words,
              PangoAttrList          *attributes,
              const TelaahPrintTheme *theme,
              TelaahPrintStyle        style)
{
  guint start = words->len;

  g_string_append (words, "●\u00a0");
  add_style (self, attributes, style, start, words->len);
  add_ink (attributes, &theme->ink, start, words->len);
  start = words->len;
  g_string_append (words, theme->name);
  add_style (self, attributes, style, start, words->len);
}

static TelaahPrintSet *
set_legend_row (TelaahPrintType *self,
                guint            row)
{
  const TelaahPrintTheme *theme = &g_array_index (self->content->themes, TelaahPrintTheme, row);
  g_autoptr(GString) words = g_string_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  TelaahPrintSet *set;
  guint start;

  append_theme (self, words, attributes, theme, TELAAH_PRINT_STYLE_LEGEND);
  start = words->len;
  g_string_append (words, "  ");
  g_string_append_printf (words, ngettext ("%'u passage", "%'u passages", theme->count), theme->count);
  add_grey (attributes, start, words->len);
  set = telaah_print_type_set (self, TELAAH_PRINT_STYLE_LEGEND, words, attributes, self->frame.text_width,
                               PANGO_DIRECTION_NEUTRAL);
  pango_attr_list_unref (attributes);

  return set;
}

static TelaahPrintSet *
set_plain (TelaahPrintType  *self,
           TelaahPrintStyle  style,
           const char       *text,
           double            width)
{
  g_autoptr(GString) words = g_string_new (text);
  PangoAttrList *attributes = pango_attr_list_new ();
  TelaahPrintSet *set = telaah_print_type_set (self, style, words, attributes, width, PANGO_DIRECTION_NEUTRAL);

  pango_attr_list_unref (attributes);

  return set;
}

/**
 * telaah_print_type_set_block:
 *
 * Returns: (transfer full): always the same lines for the same block
 */
TelaahPrintSet *
telaah_print_type_set_block (TelaahPrintType        *self,
                             const TelaahPrintBlock *block)
{
  g_autofree char *meta = NULL;

  switch (block->kind)
    {
    case TELAAH_PRINT_BODY:
      return set_source_words (self, block, TELAAH_PRINT_STYLE_BODY);

    case TELAAH_PRINT_HEADING:
      return set_source_words (self, block, TELAAH_PRINT_STYLE_HEADING_1 + MIN (MAX (block->level, 1), 3) - 1);

    case TELAAH_PRINT_CLUTTER:
      return set_source_words (self, block, TELAAH_PRINT_STYLE_CLUTTER);

    case TELAAH_PRINT_TITLE:
      if (block->end > block->start)
        return set_source_words (self, block, TELAAH_PRINT_STYLE_TITLE);
      return set_plain (self, TELAAH_PRINT_STYLE_TITLE, telaah_source_get_name (self->content->source),
                        self->frame.text_width);

    case TELAAH_PRINT_META:
      meta = dup_meta (self->content);
      return set_plain (self, TELAAH_PRINT_STYLE_META, meta, self->frame.text_width);

    case TELAAH_PRINT_LEGEND_TITLE:
      return set_plain (self, TELAAH_PRINT_STYLE_LEGEND_TITLE, _("Themes"), self->frame.text_width);

    case TELAAH_PRINT_LEGEND:
      return set_legend_row (self, block->row);

    default:
      g_assert_not_reached ();
    }
}

/* ---- Margin notes ---- */

static void
append_coder (TelaahPrintType *self,
              GString         *words,
              PangoAttrList   *attributes,
              const char      *coder)
{
  guint start = words->len;

  if (coder == NULL)
    return;

  g_string_append_printf (words, "%s%s", start > 0 ? "  " : "", coder);
  add_style (self, attributes, TELAAH_PRINT_STYLE_REST, start, words->len);
  add_grey (attributes, start, words->len);
}

/* "● Challenges  ● Benefits", the coder if there are several, and what is noted, each note a paragraph. */
TelaahPrintSet *
telaah_print_type_set_note (TelaahPrintType *self,
                            guint            passage)
{
  const TelaahPrintPassage *item = &g_array_index (self->content->passages, TelaahPrintPassage, passage);
  TelaahPassage *tagged = telaah_highlights_get (self->content->highlights, passage)->passage;
  const char *coder = telaah_passage_fields (tagged)->coder;
  GPtrArray *notes = telaah_passage_get_notes (tagged);
  g_autoptr(GString) words = g_string_new (NULL);
  PangoAttrList *attributes = pango_attr_list_new ();
  TelaahPrintSet *set;

  for (guint i = 0; i < item->n_themes; i++)
    {
      g_string_append (words, i > 0 ? "  " : "");
      append_theme (self, words, attributes,
                    &g_array_index (self->content->themes, TelaahPrintTheme, item->themes[i]),
                    TELAAH_PRINT_STYLE_NUMBER);
    }
  if (self->content->several_coders)
    append_coder (self, words, attributes, coder);

  for (guint i = 0; notes != NULL && i < notes->len; i++)
    {
      const TelaahNoteFields *note = telaah_note_fields (notes->pdata[i]);

      g_string_append_printf (words, "%s%s", words->len > 0 ? "\n" : "", note->text);
      if (g_strcmp0 (note->coder, coder) != 0)
        append_coder (self, words, attributes, note->coder);
    }

  if (words->len == 0)
    {
      g_string_append (words, _("no theme"));
      add_style (self, attributes, TELAAH_PRINT_STYLE_REST, 0, words->len);
      add_grey (attributes, 0, words->len);
    }

  set = telaah_print_type_set (self, TELAAH_PRINT_STYLE_NOTE, words, attributes, self->frame.note_width,
                               PANGO_DIRECTION_NEUTRAL);
  pango_attr_list_unref (attributes);

  return set;
}

/**
 * telaah_print_type_set_words:
 *
 * Returns: (transfer full): one line, shortened where it is wider than @width
 */
TelaahPrintSet *
telaah_print_type_set_words (TelaahPrintType  *self,
                             TelaahPrintWords  words,
                             const char       *text,
                             double            width)
{
  static const TelaahPrintStyle of_words[] = {
    TELAAH_PRINT_STYLE_HEAD, TELAAH_PRINT_STYLE_NUMBER, TELAAH_PRINT_STYLE_REST,
  };
  TelaahPrintSet *set = set_plain (self, of_words[words], text, width);

  pango_layout_set_ellipsize (set->layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_single_paragraph_mode (set->layout, TRUE);
  g_array_set_size (set->lines, 0);
  telaah_print_type_measure (self, set, of_words[words]);

  return set;
}
