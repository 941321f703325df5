/* The lines of a concordance: what stands around a word, and their order by the words that are nearest.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-concordance.h"

#include <string.h>

static TelaahHit *
hit_new (guint start,
         guint end)
{
  TelaahHit *hit = g_new0 (TelaahHit, 1);

  hit->span = hit->sentence = (TelaahSpan) { start, end };

  return hit;
}

/* ---- Lines ---- */

/* [ and ] around the words, { and } around what lies apart; neither are of the text. */
static const struct
{
  const char *name;
  const char *text;
  guint       context;
  const char *line;      /* with [ and ], too */
} lines[] = {
  { "whole", "di [laut] biru", 60, "di [laut] biru" },
  { "alone", "[laut]", 60, "[laut]" },
  { "start", "[laut] biru", 60, "[laut] biru" },
  { "end", "di [laut]", 60, "di [laut]" },
  { "no-blank", "(“[laut]”)", 60, "(“[laut]”)" },
  { "blanks", "di\n\n \t[laut \n biru]\u00a0 itu", 60, "di [laut biru] itu" },
  { "outer-blanks", "  di [laut] \n", 60, "di [laut]" },
  { "controls", "di\x01 [laut]\x1b itu", 60, "di [laut] itu" },
  { "short", "kapal di [laut] biru itu", 6, "di [laut] biru" },
  { "just", "kapal di [laut] biru itu", 9, "kapal di [laut] biru itu" },
  { "one-short", "kapal di [laut] biru itu", 8, "di [laut] biru" },
  { "none", "kapal di [laut] biru itu", 0, "[laut]" },
  { "long-word", "abcdefghijklmnopqrstuvwxyzabcdefghij[laut]abcdefghijklmnopqrstuvwxyzabcdefghij", 30,
    "ghijklmnopqrstuvwxyzabcdefghij[laut]abcdefghijklmnopqrstuvwxyzabcd" },
  { "blanks-count-once", "di      atas      [laut]      biru      itu", 8, "di atas [laut] biru" },
  { "letters", "é😀日 [laut] é😀日", 4, "é😀日 [laut] é😀日" },
  { "apart", "kapal {IKLAN besar} di [laut] biru {IKLAN} itu", 60, "kapal di [laut] biru itu" },
  { "apart-beside", "kapal {IKLAN}[laut]{IKLAN} itu", 60, "kapal [laut] itu" },
  { "apart-at-ends", "{IKLAN} di [laut] itu {IKLAN}", 60, "di [laut] itu" },
  { "apart-all", "{IKLAN}{BARU}[laut]{IKLAN}{LAMA}", 60, "[laut]" },
  { "apart-within", "di [laut {IKLAN} biru] itu", 60, "di [laut biru] itu" },
};

static void
test_line (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GString) body = g_string_new (NULL);
  g_autoptr(GArray) apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(TelaahText) text = NULL;
  g_autoptr(TelaahConcordanceLine) line = NULL;
  g_autofree char *written = NULL;
  guint start = 0, end = 0, from = 0, offset = 0;

  for (const char *p = lines[row].text; *p != '\0'; p = g_utf8_next_char (p))
    switch (*p)
      {
      case '[':
        start = offset;
        break;

      case ']':
        end = offset;
        break;

      case '{':
        from = offset;
        break;

      case '}':
        g_array_append_val (apart, ((TelaahSpan) { from, offset }));
        break;

      default:
        g_string_append_unichar (body, g_utf8_get_char (p));
        offset++;
      }

  text = telaah_text_new (g_strdup (body->str));
  line = telaah_concordance_line_new (hit_new (start, end), text, apart->len > 0 ? apart : NULL, lines[row].context, 7);
  written = g_strconcat (line->before, "[", line->words, "]", line->after, NULL);
  g_assert_cmpstr (written, ==, lines[row].line);
  g_assert_cmpuint (line->number, ==, 7);
  g_assert_cmpuint (line->hit->span.start, ==, start);
}

/* Blank pages beside each of many words take no time. */
static void
test_blank_pages (void)
{
  g_autofree char *blank = g_strnfill (4 << 20, '\n');
  g_autoptr(TelaahText) text = telaah_text_new (g_strconcat ("x", blank, "laut", blank, "y", NULL));
  gint64 start = g_get_monotonic_time ();

  for (guint i = 0; i < 1000; i++)
    {
      g_autoptr(TelaahConcordanceLine) line =
        telaah_concordance_line_new (hit_new (1 + (4 << 20), 5 + (4 << 20)), text, NULL, 60, i);

      g_assert_cmpstr (line->words, ==, "laut");
      g_assert_cmpstr (line->before, ==, "");
      g_assert_cmpstr (line->after, ==, "");
    }
  g_assert_cmpint (g_get_monotonic_time () - start, <, 5 * G_USEC_PER_SEC);
}

/* ---- Order ---- */

/* Lines "before|words|after", and in which order they come out. */
static const struct
{
  const char             *name;
  TelaahConcordanceOrder  order;
  const char             *lines[8];
  const char             *sorted;
} orders[] = {
  { "text", TELAAH_CONCORDANCE_TEXT, { "b|x|", "a|x|", "c|x|" }, "0 1 2" },
  { "left", TELAAH_CONCORDANCE_LEFT, { "a c |x|", "z a |x|", "m b |x|" }, "1 2 0" },
  { "left-second", TELAAH_CONCORDANCE_LEFT, { "z a |x|", "b a |x|", "a |x|" }, "2 1 0" },
  { "left-marks", TELAAH_CONCORDANCE_LEFT, { "a b, (|x|", "c a – “|x|" }, "1 0" },
  { "left-hyphen", TELAAH_CONCORDANCE_LEFT, { "z a-c |x|", "a b-b |x|" }, "1 0" },
  { "left-apostrophe", TELAAH_CONCORDANCE_LEFT, { "z qur’an |x|", "a an |x|" }, "1 0" },
  { "right", TELAAH_CONCORDANCE_RIGHT, { "|x| c a", "|x| a z", "|x| b m" }, "1 2 0" },
  { "right-second", TELAAH_CONCORDANCE_RIGHT, { "|x| a z", "|x|, a b", "|x| a" }, "2 1 0" },
  { "right-nothing", TELAAH_CONCORDANCE_RIGHT, { "|x| a", "|x|", "|x|." }, "1 2 0" },
  { "right-apostrophe", TELAAH_CONCORDANCE_RIGHT, { "|x| qur'an z", "|x| qur a" }, "1 0" },
  { "word", TELAAH_CONCORDANCE_WORD, { "|laut| b", "|ikan| z", "|laut| a" }, "1 2 0" },
  { "word-case", TELAAH_CONCORDANCE_WORD, { "|Laut| b", "|laut| a", "|LAUT| c" }, "1 0 2" },
  { "case", TELAAH_CONCORDANCE_RIGHT, { "|x| B", "|x| a", "|x| C", "|x| b" }, "1 0 3 2" },
  { "stable", TELAAH_CONCORDANCE_LEFT, { "a |x| z", "a |x| y", "A |x| x", "a |x| w" }, "0 1 2 3" },
  { "wide", TELAAH_CONCORDANCE_RIGHT, { "|x|日本", "|x|日中", "|x|日" }, "2 1 0" },
  { "far", TELAAH_CONCORDANCE_RIGHT, { "|x| a b c d e f z", "|x| a b c d e f y" }, "1 0" },
  { "numbers", TELAAH_CONCORDANCE_RIGHT, { "|x| 2021", "|x| 1999" }, "1 0" },
};

static TelaahConcordanceLine *
make_line (const char *description,
           guint       number)
{
  g_auto(GStrv) parts = g_strsplit (description, "|", -1);
  TelaahConcordanceLine *line = g_new (TelaahConcordanceLine, 1);

  g_assert_cmpuint (g_strv_length (parts), ==, 3);
  *line = (TelaahConcordanceLine) { hit_new (number, number + 1), g_strdup (parts[0]), g_strdup (parts[1]),
                                    g_strdup (parts[2]), number };

  return line;
}

static char *
describe_order (GPtrArray *sorted)
{
  GString *numbers = g_string_new (NULL);

  for (guint i = 0; i < sorted->len; i++)
    g_string_append_printf (numbers, "%s%u", i > 0 ? " " : "", ((TelaahConcordanceLine *) sorted->pdata[i])->number);

  return g_string_free (numbers, FALSE);
}

static void
test_order (gconstpointer data)
{
  guint row = GPOINTER_TO_UINT (data);
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_concordance_line_free);
  g_autofree char *sorted = NULL, *back = NULL;
  g_autoptr(GString) in_text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (orders[row].lines) && orders[row].lines[i] != NULL; i++)
    {
      g_ptr_array_add (all, make_line (orders[row].lines[i], i));
      g_string_append_printf (in_text, "%s%u", i > 0 ? " " : "", i);
    }

  telaah_concordance_sort (all, orders[row].order);
  sorted = describe_order (all);
  g_assert_cmpstr (sorted, ==, orders[row].sorted);

  telaah_concordance_sort (all, TELAAH_CONCORDANCE_TEXT);
  back = describe_order (all);
  g_assert_cmpstr (back, ==, in_text->str);
}

/* Sorted right, then left: those with the same words before them are in the order of those after. */
static void
test_twice (void)
{
  static const char *const descriptions[] = { "b |x| b", "a |x| b", "b |x| a", "a |x| a" };
  g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_concordance_line_free);
  g_autofree char *sorted = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (descriptions); i++)
    g_ptr_array_add (all, make_line (descriptions[i], i));
  telaah_concordance_sort (all, TELAAH_CONCORDANCE_RIGHT);
  telaah_concordance_sort (all, TELAAH_CONCORDANCE_LEFT);
  sorted = describe_order (all);
  g_assert_cmpstr (sorted, ==, "3 1 2 0");
}

static void
test_no_lines (void)
{
  g_autoptr(GPtrArray) none = g_ptr_array_new ();

  for (guint order = TELAAH_CONCORDANCE_TEXT; order <= TELAAH_CONCORDANCE_RIGHT; order++)
    telaah_concordance_sort (none, order);
  g_assert_cmpuint (none->len, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/concordance/line/%s", lines[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_line);
    }
  for (guint i = 0; i < G_N_ELEMENTS (orders); i++)
    {
      g_autofree char *path = g_strdup_printf ("/analysis/concordance/order/%s", orders[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_order);
    }
  g_test_add_func ("/analysis/concordance/blank-pages", test_blank_pages);
  g_test_add_func ("/analysis/concordance/twice", test_twice);
  g_test_add_func ("/analysis/concordance/no-lines", test_no_lines);

  return g_test_run ();
}
