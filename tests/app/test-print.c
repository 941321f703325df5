/* SPDX-License-Identifier: GPL-3.0-or-later */

#include <math.h>
#include <string.h>

#include <glib/gstdio.h>

#include "app/reader/telaah-print-layout.h"
#include "app/reader/telaah-print-type-private.h"
#include "app/reader/telaah-print.h"
#include "support/telaah-test-session.h"

/* ---- What is printed ---- */

typedef struct
{
  GString    *body;
  GListStore *passages;
  GListStore *marks;
  GListStore *themes;
} Sheet;

static Sheet *
sheet_new (const char *body)
{
  static const char *const names[] = { "Challenges", "Security", "Benefits" };
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->body = g_string_new (body);
  sheet->passages = g_list_store_new (TELAAH_TYPE_PASSAGE);
  sheet->marks = g_list_store_new (TELAAH_TYPE_MARK);
  sheet->themes = g_list_store_new (TELAAH_TYPE_THEME);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *id = g_strdup_printf ("t%u", i);
      TelaahThemeFields fields = { .id = id, .name = names[i], .depth = i == 1 };
      g_autoptr(TelaahTheme) theme = telaah_theme_new (&fields);

      g_list_store_append (sheet->themes, theme);
    }

  return sheet;
}

static void
sheet_free (Sheet *sheet)
{
  g_string_free (sheet->body, TRUE);
  g_object_unref (sheet->passages);
  g_object_unref (sheet->marks);
  g_object_unref (sheet->themes);
  g_free (sheet);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

static void
add_passage (Sheet      *sheet,
             guint       start,
             guint       end,
             guint       n_themes,
             const char *words)
{
  static const char *const ids[] = { "t0", "t1", "t2" };
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sheet->passages));
  g_autofree char *id = g_strdup_printf ("p%u", n);
  const char *themes[] = { n_themes > 0 ? ids[n % 3] : NULL, n_themes > 1 ? ids[(n + 1) % 3] : NULL, NULL };
  TelaahPassageFields fields = {
    .id = id, .source = "s", .span = { start, end }, .quote = "", .coder = "ana", .created = "2024",
    .themes = themes,
  };
  g_autoptr(GPtrArray) notes = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(TelaahPassage) passage = NULL;

  if (words != NULL)
    {
      TelaahNoteFields note = {
        .id = id, .kind = "passage", .target = id, .text = words, .coder = "ana", .created = "2024",
      };

      g_ptr_array_add (notes, telaah_note_new (&note));
    }
  passage = telaah_passage_new (&fields, notes);
  g_list_store_append (sheet->passages, passage);
}

static void
add_mark (Sheet           *sheet,
          guint            start,
          guint            end,
          TelaahMarkKind   kind,
          TelaahMarkState  state)
{
  TelaahMarkFields fields = {
    .id = "m", .source = "s", .span = { start, end }, .kind = kind, .state = state, .level = 1,
  };
  g_autoptr(TelaahMark) mark = telaah_mark_new (&fields);

  g_list_store_append (sheet->marks, mark);
}

static const char *
color_cb (gpointer    user_data,
          const char *theme)
{
  return theme[1] == '0' ? "#c64600" : "#0a7d55";
}

static TelaahPrintLayout *
lay_out (Sheet      *sheet,
         const char *title)
{
  const TelaahPrintPaper paper = TELAAH_PRINT_A4;
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (sheet->body->str));
  TelaahSourceFields fields = { .id = "s", .title = title, .author = "Ana", .date = "2021" };
  g_autoptr(TelaahSource) source = telaah_source_new (&fields);
  TelaahPrintContent *content =
    telaah_print_content_new (text, source, G_LIST_MODEL (sheet->passages), G_LIST_MODEL (sheet->marks),
                              G_LIST_MODEL (sheet->themes), color_cb, NULL);
  TelaahPrintLayout *layout = telaah_print_layout_new (content, &paper);

  while (telaah_print_layout_step (layout));

  return layout;
}

/* Body text of @n sentences, a few to a paragraph, with a number in each, so that no two are alike. */
static void
write_sentences (GString *body,
                 guint    n,
                 guint    each)
{
  for (guint i = 0; i < n; i++)
    g_string_append_printf (body, "The cable number %u carries words and blame alike.%s", i,
                            (i + 1) % each == 0 ? "\n\n" : " ");
}

/* Passages of every kind: nested, crossing, coinciding, over several pages, with blanks at their end. */
static Sheet *
make_mixed_sheet (void)
{
  Sheet *sheet = sheet_new ("");
  g_autoptr(GRand) rand = g_rand_new_with_seed (11);
  guint length;

  write_sentences (sheet->body, 600, 5);
  length = sheet->body->len;
  for (guint i = 0; i < 150; i++)
    {
      guint start = g_rand_int_range (rand, 0, length - 400);
      guint end = start + (i % 40 == 0 ? 9000 : g_rand_int_range (rand, 1, 350));
      g_autofree char *note = g_strdup_printf ("Remark w%u asks: who pays for it, and who is asked?", i);
      g_autoptr(GString) long_note = g_string_new (note);

      for (guint more = 0; i % 9 == 0 && more < 60; more++)
        g_string_append_printf (long_note, " Argument %u-%u goes on and on.", i, more);
      add_passage (sheet, start, MIN (end, length), i % 3, i % 4 == 0 ? NULL : long_note->str);
      if (i % 30 == 7)
        add_passage (sheet, start, MIN (end, length), 1, "The same words again.");
    }

  return sheet;
}

/* ---- What stands on the pages ---- */

static const TelaahPrintLine *
get_line (const TelaahPrintSet *set,
          guint                 index)
{
  return &g_array_index (set->lines, TelaahPrintLine, index);
}

static char *
dup_lines (const TelaahPrintSet *set,
           guint                 first,
           guint                 n)
{
  guint start = get_line (set, first)->start, end = get_line (set, first + n - 1)->end;

  return g_strndup (pango_layout_get_text (set->layout) + start, end - start);
}

static void
append_words (GString    *words,
              const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (!g_unichar_isspace (g_utf8_get_char (p)))
      g_string_append_unichar (words, g_utf8_get_char (p));
}

typedef void (*PieceFunc) (const TelaahPrintBlock *block,
                           const TelaahPrintSet   *set,
                           const TelaahPrintPiece *piece,
                           gpointer                user_data);

static void
for_each_piece (TelaahPrintLayout *layout,
                PieceFunc          func,
                gpointer           user_data)
{
  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);

      for (guint i = 0; i < page->pieces->len; i++)
        {
          const TelaahPrintPiece *piece = &g_array_index (page->pieces, TelaahPrintPiece, i);
          const TelaahPrintBlock *block = telaah_print_layout_get_block (layout, piece->block);
          g_autoptr(TelaahPrintSet) set = telaah_print_type_set_block (telaah_print_layout_get_type (layout), block);

          func (block, set, piece, user_data);
        }
    }
}

/* The words of the source as printed, without the numbers, and how often each number was met. */
typedef struct
{
  GString *words;
  guint   *met;
} Printed;

static void
read_piece_cb (const TelaahPrintBlock *block,
               const TelaahPrintSet   *set,
               const TelaahPrintPiece *piece,
               gpointer                user_data)
{
  Printed *printed = user_data;
  const char *text = pango_layout_get_text (set->layout);
  guint at = get_line (set, piece->first_line)->start, put = 0;
  guint end = get_line (set, piece->first_line + piece->n_lines - 1)->end;

  if (block->start == block->end)
    return;

  /* No number is cut off from its word. */
  for (guint i = piece->first_line; i < piece->first_line + piece->n_lines; i++)
    {
      gboolean within;

      telaah_print_set_to_source (set, get_line (set, i)->start, &within);
      g_assert_false (within);
    }

  for (guint i = 0; i < set->numbers->len; i++)
    {
      const TelaahPrintNumber *number = &g_array_index (set->numbers, TelaahPrintNumber, i);
      guint start = number->at - block->start + put;
      g_autofree char *shown = g_strndup (text + start, number->length);
      g_autofree char *expected = g_strdup_printf ("%u", number->passage + 1);
      g_autofree char *before = NULL;

      put += number->length;
      g_assert_cmpstr (*shown == ',' ? shown + 1 : shown, ==, expected);
      if (start < at || start >= end)
        continue;

      g_assert_cmpuint (start + number->length, <=, end);
      before = g_strndup (text + at, start - at);
      append_words (printed->words, before);
      printed->met[number->passage] += 1;
      at = start + number->length;
    }

  if (at < end)
    {
      g_autofree char *rest = g_strndup (text + at, end - at);

      append_words (printed->words, rest);
    }
}

static void
assert_all_words (TelaahPrintLayout *layout,
                  Sheet             *sheet)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (sheet->passages));
  g_autofree guint *met = g_new0 (guint, n + 1);
  g_autoptr(GString) words = g_string_new (NULL);
  g_autoptr(GString) expected = g_string_new (NULL);
  Printed printed = { words, met };

  for_each_piece (layout, read_piece_cb, &printed);
  append_words (expected, sheet->body->str);
  telaah_test_assert_text (words->str, expected->str);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (met[i], ==, 1);
}

/* Every line of every note stands on some page, once, in its order. */
static void
assert_all_notes (TelaahPrintLayout *layout)
{
  TelaahPrintContent *content = telaah_print_layout_get_content (layout);
  guint n = content->passages->len;
  g_autofree guint *next = g_new0 (guint, n + 1);
  g_autoptr(GPtrArray) shown = g_ptr_array_new_with_free_func (g_free);
  guint last = 0;

  g_ptr_array_set_size (shown, n);
  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);

      for (guint i = 0; i < page->notes->len; i++)
        {
          const TelaahPrintNote *note = &g_array_index (page->notes, TelaahPrintNote, i);
          g_autoptr(TelaahPrintSet) set = telaah_print_type_set_note (telaah_print_layout_get_type (layout),
                                                                      note->passage);
          g_autofree char *lines = dup_lines (set, note->first_line, note->n_lines);
          char *before = shown->pdata[note->passage];

          g_assert_cmpuint (note->first_line, ==, next[note->passage]);
          g_assert_cmpuint (note->passage, >=, last);
          next[note->passage] += note->n_lines;
          last = note->passage;
          shown->pdata[note->passage] = g_strconcat (before != NULL ? before : "", lines, " ", NULL);
          g_free (before);
        }
    }

  for (guint i = 0; i < n; i++)
    {
      GPtrArray *notes = telaah_passage_get_notes (telaah_highlights_get (content->highlights, i)->passage);
      g_autoptr(TelaahPrintSet) set = telaah_print_type_set_note (telaah_print_layout_get_type (layout), i);

      g_assert_cmpuint (next[i], ==, set->lines->len);
      if (notes != NULL)
        {
          g_autoptr(GString) words = g_string_new (NULL), expected = g_string_new (NULL);

          append_words (words, shown->pdata[i]);
          append_words (expected, telaah_note_fields (notes->pdata[0])->text);
          g_assert_true (g_str_has_suffix (words->str, expected->str));
        }
    }
}

static void
assert_geometry (TelaahPrintLayout *layout)
{
  const TelaahPrintFrame *frame = telaah_print_type_get_frame (telaah_print_layout_get_type (layout));

  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);
      double y = frame->top, x = 0;

      for (guint i = 0; i < page->pieces->len; i++)
        {
          const TelaahPrintPiece *piece = &g_array_index (page->pieces, TelaahPrintPiece, i);

          g_assert_cmpfloat (piece->y, >=, y - 0.01);
          y = piece->y + piece->height;
          g_assert_cmpfloat (y, <=, frame->bottom + 0.02);
        }

      for (guint i = 0; i < page->notes->len; i++)
        {
          const TelaahPrintNote *note = &g_array_index (page->notes, TelaahPrintNote, i);

          if (i == 0 || note->x > x)
            y = frame->top;
          x = note->x;
          g_assert_cmpfloat (note->y, >=, y - 0.01);
          y = note->y + note->height;
          g_assert_cmpfloat (y, <=, frame->bottom + 0.02);
          g_assert_cmpfloat (x + frame->number_width + frame->note_width, <=, frame->right + 0.01);
          g_assert_true (page->pieces->len == 0 || x >= frame->left + frame->text_width);
        }
    }
}

/* ---- Tests ---- */

static void
test_nothing_lost (void)
{
  g_autoptr(Sheet) sheet = make_mixed_sheet ();
  g_autoptr(TelaahPrintLayout) layout = lay_out (sheet, "Cables");

  g_assert_cmpuint (telaah_print_layout_get_n_pages (layout), >, 12);
  assert_all_words (layout, sheet);
  assert_all_notes (layout);
  assert_geometry (layout);
}

/* Notes that can not keep up have pages of their own, and stay near. */
static void
test_crowded_margin (void)
{
  g_autoptr(Sheet) sheet = sheet_new ("");
  g_autoptr(TelaahPrintLayout) layout = NULL;
  g_autoptr(GString) note = g_string_new (NULL);
  guint furthest = 0;
  gboolean pages_between = FALSE;

  write_sentences (sheet->body, 400, 6);
  for (guint i = 0; i < 60; i++)
    g_string_append (note, "It does not say who paid. ");
  for (guint i = 0; i < 70; i++)
    add_passage (sheet, i * 250, i * 250 + 40, 1, note->str);
  layout = lay_out (sheet, "Crowded");
  assert_all_words (layout, sheet);
  assert_all_notes (layout);
  assert_geometry (layout);

  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);

      pages_between |= page->pieces->len == 0 && page->notes->len > 0;
      for (guint i = 0; i < page->brackets->len; i++)
        {
          const TelaahPrintBracket *bracket = &g_array_index (page->brackets, TelaahPrintBracket, i);

          for (guint q = p; bracket->opens && q < telaah_print_layout_get_n_pages (layout); q++)
            {
              const TelaahPrintPage *other = telaah_print_layout_get_page (layout, q);

              for (guint k = 0; k < other->notes->len; k++)
                if (g_array_index (other->notes, TelaahPrintNote, k).passage == bracket->passage
                    && g_array_index (other->notes, TelaahPrintNote, k).first_line == 0)
                  furthest = MAX (furthest, q - p);
            }
        }
    }
  g_assert_true (pages_between);
  g_assert_cmpuint (furthest, >, 0);
  g_assert_cmpuint (furthest, <, 16);
}

static void
test_passage_over_pages (void)
{
  g_autoptr(Sheet) sheet = sheet_new ("");
  g_autoptr(TelaahPrintLayout) layout = NULL;
  guint n_brackets = 0, n_opens = 0, n_closes = 0, column = G_MAXUINT;

  write_sentences (sheet->body, 300, 4);
  add_passage (sheet, 100, 160, 1, NULL);
  add_passage (sheet, 120, sheet->body->len - 400, 2, NULL);
  add_passage (sheet, 5000, 5100, 1, NULL);
  layout = lay_out (sheet, "Over pages");

  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);

      for (guint i = 0; i < page->brackets->len; i++)
        {
          const TelaahPrintBracket *bracket = &g_array_index (page->brackets, TelaahPrintBracket, i);

          if (bracket->passage != 1)
            {
              g_assert_true (bracket->opens && bracket->closes);
              g_assert_true (bracket->passage == 0 || bracket->column >= column + 2 || bracket->column < column);
              continue;
            }
          g_assert_cmpuint (bracket->width, ==, 2);
          g_assert_true (column == G_MAXUINT || bracket->column == column);
          g_assert_true (bracket->opens == (n_brackets == 0));
          column = bracket->column;
          n_brackets += 1;
          n_opens += bracket->opens;
          n_closes += bracket->closes;
        }
    }
  g_assert_cmpuint (n_brackets, >=, 4);
  g_assert_cmpuint (n_opens, ==, 1);
  g_assert_cmpuint (n_closes, ==, 1);
}

/* A long paragraph is set in parts; they break where the whole would. */
static void
test_parts_join_unseen (void)
{
  g_autoptr(Sheet) sheet = sheet_new ("");
  g_autoptr(TelaahPrintLayout) layout = NULL;
  g_autoptr(TelaahPrintSet) whole = NULL;
  TelaahPrintBlock block = { .kind = TELAAH_PRINT_BODY, .opens = TRUE, .closes = TRUE };
  guint line = 0;

  write_sentences (sheet->body, 400, G_MAXUINT);
  for (guint i = 0; i < 200; i++)
    add_passage (sheet, i * 97, i * 97 + 60, 1, NULL);
  layout = lay_out (sheet, "Long");
  block.end = sheet->body->len;
  block.span.end = sheet->body->len;
  whole = telaah_print_type_set_block (telaah_print_layout_get_type (layout), &block);

  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);

      for (guint i = 0; i < page->lines->len; i++, line++)
        {
          const TelaahPrintTextLine *printed = &g_array_index (page->lines, TelaahPrintTextLine, i);

          g_assert_cmpuint (line, <, whole->lines->len);
          g_assert_cmpuint (printed->start, ==, telaah_print_set_to_source (whole, get_line (whole, line)->start, NULL));
        }
    }
  g_assert_cmpuint (line, ==, whole->lines->len);
}

/* Without a space, and in letters of several bytes. */
static void
test_huge_paragraphs (void)
{
  g_autoptr(Sheet) sheet = sheet_new ("");
  g_autoptr(TelaahPrintLayout) layout = NULL;
  guint letters;

  write_sentences (sheet->body, 2000, G_MAXUINT);
  g_string_append_c (sheet->body, '\n');
  letters = sheet->body->len;
  for (guint i = 0; i < 12000; i++)
    g_string_append (sheet->body, i % 7 == 3 ? "é" : "x");
  g_string_append (sheet->body, "\nThe end.");
  add_passage (sheet, 90000, 112000, 1, "Half of it.");
  add_passage (sheet, 50000, 50001, 1, "A letter.");
  for (guint i = 0; i < 2000; i++)
    add_passage (sheet, letters + i * 5, letters + i * 5 + 5, 1, NULL);
  layout = lay_out (sheet, "Huge");
  g_assert_cmpuint (sheet->body->len, >, 100 * 1024);
  assert_all_words (layout, sheet);
  assert_all_notes (layout);
  assert_geometry (layout);
}

static void
test_empty (void)
{
  static const char *const bodies[] = { "", "\n\n \n", " " };

  for (guint i = 0; i < G_N_ELEMENTS (bodies); i++)
    {
      g_autoptr(Sheet) sheet = sheet_new (bodies[i]);
      g_autoptr(TelaahPrintLayout) layout = lay_out (sheet, "Nothing");
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, 0);

      g_assert_cmpuint (telaah_print_layout_get_n_pages (layout), ==, 1);
      g_assert_cmpuint (page->pieces->len, ==, 2);
      g_assert_cmpuint (page->lines->len + page->notes->len + page->brackets->len, ==, 0);
    }
}

static void
check_right_cb (const TelaahPrintBlock *block,
                const TelaahPrintSet   *set,
                const TelaahPrintPiece *piece,
                gpointer                user_data)
{
  guint *n_continued = user_data;

  if (block->kind != TELAAH_PRINT_BODY)
    return;

  *n_continued += !block->opens;
  for (guint i = piece->first_line; i < piece->first_line + piece->n_lines; i++)
    {
      PangoRectangle extents;
      double width = pango_units_to_double (pango_layout_get_width (set->layout));

      pango_layout_line_get_extents (pango_layout_get_line_readonly (set->layout, i), NULL, &extents);
      g_assert_cmpfloat (fabs (get_line (set, i)->x + pango_units_to_double (extents.width) - width), <, 0.5);
    }
}

/* From right to left, also where a part of a paragraph begins with Latin letters. */
static void
test_right_to_left (void)
{
  g_autoptr(Sheet) sheet = sheet_new ("");
  g_autoptr(TelaahPrintLayout) layout = NULL;
  guint n_continued = 0;

  g_string_append (sheet->body, "الحوار الرقمي ");
  for (guint i = 0; i < 2000; i++)
    g_string_append (sheet->body, i < 600 && i % 3 == 0 ? "الحوار 2021 " : "digital ");
  add_passage (sheet, 20, 900, 1, "ملاحظة: من يدفع؟");
  add_passage (sheet, 500, 4000, 2, "A note from left to right 👩‍👩‍👧");
  layout = lay_out (sheet, "الحوار");
  assert_all_words (layout, sheet);
  assert_all_notes (layout);
  assert_geometry (layout);
  for_each_piece (layout, check_right_cb, &n_continued);
  g_assert_cmpuint (n_continued, >, 0);
}

static void
test_headings (void)
{
  g_autoptr(Sheet) sheet = sheet_new ("");
  g_autoptr(TelaahPrintLayout) layout = NULL;
  const GArray *entries;

  for (guint i = 0; i < 60; i++)
    {
      guint start = sheet->body->len;

      g_string_append_printf (sheet->body, "%u. Part %u", i, i);
      add_mark (sheet, start, sheet->body->len, TELAAH_MARK_HEADING,
                i == 30 ? TELAAH_MARK_REFUSED : TELAAH_MARK_PROPOSED);
      g_string_append_c (sheet->body, '\n');
      write_sentences (sheet->body, 3 + i % 11, G_MAXUINT);
      start = sheet->body->len;
      g_string_append (sheet->body, "\nSee also: other pages\n");
      add_mark (sheet, start + 1, sheet->body->len - 1, TELAAH_MARK_CLUTTER, TELAAH_MARK_ACCEPTED);
    }
  layout = lay_out (sheet, "Headings");
  assert_all_words (layout, sheet);

  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, p);
      guint block = g_array_index (page->pieces, TelaahPrintPiece, page->pieces->len - 1).block;

      g_assert_cmpint (telaah_print_layout_get_block (layout, block)->kind, !=, TELAAH_PRINT_HEADING);
    }

  entries = telaah_print_layout_get_entries (layout);
  g_assert_cmpuint (entries->len, ==, 59);
  for (guint i = 0; i < entries->len; i++)
    {
      const TelaahPrintEntry *entry = &g_array_index (entries, TelaahPrintEntry, i);
      guint number = i < 30 ? i : i + 1;
      g_autofree char *title = g_strdup_printf ("%u. Part %u", number, number);
      const TelaahPrintPage *page = telaah_print_layout_get_page (layout, entry->page);
      gboolean found = FALSE;

      g_assert_cmpstr (entry->title, ==, title);
      for (guint k = 0; k < page->pieces->len; k++)
        {
          const TelaahPrintPiece *piece = &g_array_index (page->pieces, TelaahPrintPiece, k);

          found |= fabs (piece->y - entry->y) < 0.01
                   && telaah_print_layout_get_block (layout, piece->block)->kind == TELAAH_PRINT_HEADING;
        }
      g_assert_true (found);
    }
}

static void
count_kind_cb (const TelaahPrintBlock *block,
               const TelaahPrintSet   *set,
               const TelaahPrintPiece *piece,
               gpointer                user_data)
{
  guint *counts = user_data;

  counts[block->kind] += 1;
}

static void
test_kinds (void)
{
  static const char *const titles[] = { "Sea cables", "Another title" };

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      g_autoptr(Sheet) sheet = sheet_new ("Sea cables\n\nEthics: a run-in heading.\nADVERTISEMENT\nThe end.");
      g_autoptr(TelaahPrintLayout) layout = NULL;
      guint counts[TELAAH_PRINT_LEGEND + 1] = { 0 };

      add_mark (sheet, 12, 19, TELAAH_MARK_HEADING, TELAAH_MARK_PROPOSED);
      add_mark (sheet, 38, 51, TELAAH_MARK_CLUTTER, TELAAH_MARK_PROPOSED);
      add_mark (sheet, 52, 60, TELAAH_MARK_CLUTTER, TELAAH_MARK_REFUSED);
      add_passage (sheet, 0, 10, 1, NULL);
      add_passage (sheet, 12, 18, 2, NULL);
      layout = lay_out (sheet, titles[i]);
      assert_all_words (layout, sheet);
      for_each_piece (layout, count_kind_cb, counts);

      /* The text's first line stands for the title where it says the same. */
      g_assert_cmpuint (counts[TELAAH_PRINT_TITLE], ==, 1);
      g_assert_cmpuint (counts[TELAAH_PRINT_META], ==, 1);
      g_assert_cmpuint (counts[TELAAH_PRINT_BODY], ==, i == 0 ? 2 : 3);
      g_assert_cmpuint (counts[TELAAH_PRINT_HEADING], ==, 0);
      g_assert_cmpuint (counts[TELAAH_PRINT_CLUTTER], ==, 1);
      g_assert_cmpuint (counts[TELAAH_PRINT_LEGEND], ==, 3);
      g_assert_cmpuint (telaah_print_layout_get_entries (layout)->len, ==, 1);
    }
}

/* ---- As PDF ---- */

typedef struct
{
  gboolean  done;
  gboolean  saved;
  guint     n_pages;
  GError   *error;
} Answer;

static void
saved_cb (GObject      *object,
          GAsyncResult *result,
          gpointer      user_data)
{
  Answer *answer = user_data;

  answer->saved = telaah_print_source_to_pdf_finish (TELAAH_SESSION (object), result, &answer->n_pages, &answer->error);
  answer->done = TRUE;
}

static Answer
save (TelaahSession *session,
      const char    *source,
      const char    *path,
      GCancellable  *cancellable)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  Answer answer = { 0 };

  telaah_print_source_to_pdf (session, source, file, cancellable, saved_cb, &answer);
  while (!answer.done)
    g_main_context_iteration (NULL, TRUE);

  return answer;
}

/* Where pdftotext is there, it finds the words. */
static void
assert_pdf_says (const char *path,
                 const char *words)
{
  g_autofree char *program = g_find_program_in_path ("pdftotext");
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  const char *argv[] = { program, "-raw", path, "-", NULL };

  if (program == NULL)
    {
      g_test_message ("pdftotext is not installed: the words of the PDF are not looked at");
      return;
    }

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_DEFAULT, NULL, NULL, &text, NULL, NULL, &error);
  g_assert_no_error (error);
  if (strstr (text, words) == NULL)
    g_error ("“%s” is not in the PDF, which says: %s", words, text);
}

static void
test_pdf (TelaahTestProject *project,
          gconstpointer      data)
{
  g_autofree char *path = telaah_test_dup_path ("source.pdf");
  g_autofree char *passage = telaah_test_tag (project->session, project->sources[0], 0, 16, project->themes[0], NULL);
  g_autofree char *note = NULL, *bytes = NULL, *name = NULL;
  g_autoptr(GError) error = NULL;
  Answer answer;
  gsize n_bytes;

  note = telaah_session_add_note (project->session, passage, "Siapa membayar?", &error);
  g_assert_no_error (error);
  g_assert_true (telaah_session_set_source (project->session, project->sources[0], "title", "Kabel / laut", &error));
  g_assert_no_error (error);
  name = telaah_print_dup_pdf_name (project->session, project->sources[0]);
  g_assert_cmpstr (name, ==, "Kabel   laut.pdf");

  answer = save (project->session, project->sources[0], path, NULL);
  g_assert_no_error (answer.error);
  g_assert_true (answer.saved);
  g_assert_cmpuint (answer.n_pages, ==, 1);

  g_file_get_contents (path, &bytes, &n_bytes, &error);
  g_assert_no_error (error);
  g_assert_true (g_str_has_prefix (bytes, "%PDF-"));
  g_assert_nonnull (g_strstr_len (bytes + n_bytes - 10, 10, "%%EOF"));
  assert_pdf_says (path, "Siapa membayar?");
  assert_pdf_says (path, "jaringan belum merata");
  g_remove (path);
}

static void
test_pdf_refused (TelaahTestProject *project,
                  gconstpointer      data)
{
  g_autofree char *path = telaah_test_dup_path ("stopped.pdf");
  g_autofree char *nowhere = telaah_test_dup_path ("no-such-folder/source.pdf");
  g_autoptr(GCancellable) cancellable = g_cancellable_new ();
  Answer answer;

  g_cancellable_cancel (cancellable);
  answer = save (project->session, project->sources[0], path, cancellable);
  g_assert_false (answer.saved);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
  g_clear_error (&answer.error);

  answer = save (project->session, project->sources[0], nowhere, NULL);
  g_assert_false (answer.saved);
  g_assert_error (answer.error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&answer.error);

  answer = save (project->session, "00000000-0000-4000-8000-000000000000", path, NULL);
  g_assert_false (answer.saved);
  g_assert_error (answer.error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND);
  telaah_test_assert_sentence (answer.error);
  g_clear_error (&answer.error);
}

static void
tear_down (TelaahTestProject *project,
           gconstpointer      data)
{
  g_autofree char *path = g_strdup (project->path);

  telaah_test_project_tear_down (project, data);
  g_remove (path);
}

/* Every page is drawn, on a surface of whatever resolution, and is not left white. */
static void
test_drawn (void)
{
  g_autoptr(Sheet) sheet = make_mixed_sheet ();
  g_autoptr(TelaahPrintLayout) layout = lay_out (sheet, "Cables");

  for (guint p = 0; p < telaah_print_layout_get_n_pages (layout); p++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      telaah_print_layout_draw_page (layout, cr, p);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      g_assert_cmpfloat (x, >, 20);
      g_assert_cmpfloat (y, >, 20);
      g_assert_cmpfloat (x + width, <, 595 - 20);
      g_assert_cmpfloat (y + height, <, 842 - 20);
      g_assert_cmpfloat (width, >, 200);
      g_assert_cmpfloat (height, >, 100);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

int
main (int   argc,
      char *argv[])
{
  static const struct { const char *path; GTestFunc test; } tests[] = {
    { "/app/print/nothing-lost", test_nothing_lost },
    { "/app/print/crowded-margin", test_crowded_margin },
    { "/app/print/passage-over-pages", test_passage_over_pages },
    { "/app/print/parts-join-unseen", test_parts_join_unseen },
    { "/app/print/huge-paragraphs", test_huge_paragraphs },
    { "/app/print/empty", test_empty },
    { "/app/print/right-to-left", test_right_to_left },
    { "/app/print/headings", test_headings },
    { "/app/print/kinds", test_kinds },
    { "/app/print/drawn", test_drawn },
  };

  g_autofree char *folder = g_dir_make_tmp ("telaah-print-XXXXXX", NULL);
  int status;

  /* Not G_TEST_OPTION_ISOLATE_DIRS, which hides the system's fonts as well. */
  g_setenv ("XDG_DATA_HOME", folder, TRUE);
  gtk_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (tests); i++)
    g_test_add_func (tests[i].path, tests[i].test);
  g_test_add ("/app/print/pdf/saved", TelaahTestProject, NULL, telaah_test_project_set_up, test_pdf, tear_down);
  g_test_add ("/app/print/pdf/refused", TelaahTestProject, NULL, telaah_test_project_set_up, test_pdf_refused,
              tear_down);

  status = g_test_run ();
  g_rmdir (folder);

  return status;
}
