/* From what a search has found to what is tagged: words, sentences, paragraphs, each once.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include "session/hits-fixture.h"
#include "session/telaah-hit-spans.h"
#include "support/telaah-test-session.h"

#define HEAD "Kabel di laut"
#define BANNER "IKLAN kabel murah"
#define PLAIN "Kabel itu putus lagi. Siapa yang menjaga kabel, dan kabel mana? Tiada yang tahu."
#define QUOTED "“Kabel tua ini\nmasih dipakai,” kata seorang penjaga yang sudah lama bekerja di sana.\nIa diam."
#define BODY HEAD "\n\n" PLAIN "\n\n" BANNER "\n\n" QUOTED "\n"

typedef struct
{
  TelaahSession *session;
  char          *source;
  char          *other;
  char          *theme;
} Fixture;

static guint
find (const char *body,
      const char *words)
{
  return g_utf8_pointer_to_offset (body, strstr (body, words));
}

static void
mark (Fixture        *f,
      const char     *words,
      TelaahMarkKind  kind)
{
  guint start = find (BODY, words);
  TelaahSpan span = { start, start + g_utf8_strlen (words, -1) };
  g_autofree char *id = NULL;

  telaah_test_does (f->session, (id = telaah_session_add_mark (f->session, f->source, span, kind, 0, &fault)) != NULL);
}

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  f->session = telaah_test_project_new ("hits.telaah", BODY, "Kabel lain di kota ini sudah tua.", NULL);
  f->source = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), 0));
  f->other = g_strdup (telaah_test_get_id (telaah_session_get_sources (f->session), 1));
  f->theme = telaah_session_add_theme (f->session, "Sarana", NULL, NULL, NULL, NULL);
  mark (f, HEAD, TELAAH_MARK_HEADING);
  mark (f, BANNER, TELAAH_MARK_CLUTTER);
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  telaah_test_let_go (f->session);
  g_free (f->source);
  g_free (f->other);
  g_free (f->theme);
}

static GPtrArray *
dup_hits (Fixture    *f,
          const char *words)
{
  GPtrArray *hits = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_hit_free);

  add_hits (f->session, f->other, words, hits);
  add_hits (f->session, f->source, words, hits);

  return hits;
}

/* "words/parts", with # of a heading, ! where they are tagged, and the words around them in brackets, where there are
 * some. */
static char *
describe (Fixture    *f,
          GPtrArray  *hits,
          TelaahUnit  unit,
          const char *theme)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) spans = telaah_session_dup_hit_spans (f->session, hits, unit, theme, &error);
  GString *all = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < spans->len; i++)
    {
      const TelaahHitSpan *span = spans->pdata[i];
      g_autoptr(TelaahText) text = telaah_session_dup_text (f->session, span->source, NULL);
      g_autofree char *words = telaah_text_dup_slice (text, span->span);
      g_autofree char *around = telaah_text_dup_slice (text, span->around);

      g_string_append_printf (all, "%s%s%s/%u%s", i > 0 ? " | " : "", span->heading ? "#" : "",
                              words, span->n_parts, span->tagged ? "!" : "");
      if (g_strcmp0 (words, around) != 0)
        g_string_append_printf (all, " (%s)", around);
    }

  return g_string_free (all, FALSE);
}

static void
assert_spans (Fixture    *f,
              GPtrArray  *hits,
              TelaahUnit  unit,
              const char *theme,
              const char *expected)
{
  g_autofree char *all = describe (f, hits, unit, theme);

  telaah_test_assert_text (all, expected);
}

#define FIRST "Kabel itu putus lagi."
#define SECOND "Siapa yang menjaga kabel, dan kabel mana?"
#define THIRD "“Kabel tua ini\nmasih dipakai,” kata seorang penjaga yang sudah lama bekerja di sana."
#define OTHER "Kabel lain di kota ini sudah tua."

static void
test_units (Fixture       *f,
            gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = dup_hits (f, "kabel");

  g_assert_cmpuint (hits->len, ==, 7);
  assert_spans (f, hits, TELAAH_UNIT_HIT, NULL,
                "Kabel/1 (" HEAD ") | Kabel/1 (" FIRST ") | kabel/1 (" SECOND ") | kabel/1 (" SECOND ") | Kabel/1 ("
                THIRD ") | Kabel/1 (" OTHER ")");
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, NULL,
                "#" HEAD "/1 | " FIRST "/1 | " SECOND "/2 | " THIRD "/1 | " OTHER "/1");
  assert_spans (f, hits, TELAAH_UNIT_PARAGRAPH, NULL, "#" HEAD "/1 | " PLAIN "/3 | " THIRD "/1 | " OTHER "/1");
}

/* A hit that stands in two sentences takes both, and whatever touches them is one with it. */
static void
test_overlaps (Fixture       *f,
               gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = dup_hits (f, "putus");
  guint start = find (BODY, "putus"), end = find (BODY, "menjaga") + 7;
  TelaahSpan parts[] = { { start, start + 5 }, { end - 7, end } };
  TelaahSpan first = { find (BODY, FIRST), find (BODY, SECOND) + g_utf8_strlen (SECOND, -1) };
  g_autoptr(TelaahText) text = telaah_session_dup_text (f->session, f->source, NULL);
  g_autofree char *quote = telaah_text_dup_slice (text, (TelaahSpan) { start, end });
  TelaahHit both = {
    .place = TELAAH_PLACE_TEXT, .source = f->source, .span = { start, end }, .sentence = first,
    .quote = quote, .n_parts = 2, .parts = parts,
  };

  g_ptr_array_add (hits, telaah_hit_copy (&both));
  add_hits (f->session, f->source, "mana", hits);
  assert_spans (f, hits, TELAAH_UNIT_HIT, NULL,
                "putus lagi. Siapa yang menjaga/2 (" FIRST " " SECOND ") | mana/1 (" SECOND ")");
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, NULL, FIRST " " SECOND "/3");
  assert_spans (f, hits, TELAAH_UNIT_PARAGRAPH, NULL, PLAIN "/3");
}

static void
tag (Fixture    *f,
     const char *words)
{
  guint start = find (BODY, words);
  g_autofree char *id =
    telaah_test_tag (f->session, f->source, start, start + g_utf8_strlen (words, -1), f->theme, NULL);

  g_assert_nonnull (id);
}

/* It has the theme where it stands in a passage of it, quotation marks and stops aside. */
static void
test_tagged (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = dup_hits (f, "kabel");
  g_autofree char *lain = telaah_session_add_theme (f->session, "Lain", NULL, NULL, NULL, NULL);

  tag (f, "Siapa yang menjaga kabel, dan kabel mana");
  tag (f, "Kabel itu putus");
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, f->theme,
                "#" HEAD "/1 | " FIRST "/1 | " SECOND "/2! | " THIRD "/1 | " OTHER "/1");
  assert_spans (f, hits, TELAAH_UNIT_HIT, f->theme,
                "Kabel/1 (" HEAD ") | Kabel/1! (" FIRST ") | kabel/1! (" SECOND ") | kabel/1! (" SECOND ") | Kabel/1 ("
                THIRD ") | Kabel/1 (" OTHER ")");
  assert_spans (f, hits, TELAAH_UNIT_PARAGRAPH, f->theme, "#" HEAD "/1 | " PLAIN "/3 | " THIRD "/1 | " OTHER "/1");
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, lain,
                "#" HEAD "/1 | " FIRST "/1 | " SECOND "/2 | " THIRD "/1 | " OTHER "/1");
}

/* Words that stand elsewhere now are not taken for those that were found. */
static void
test_changed (Fixture       *f,
              gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = dup_hits (f, "kabel");
  g_autofree char *body = g_strconcat ("Baru. ", PLAIN, NULL);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (body));

  telaah_test_does (f->session, telaah_session_replace_text (f->session, f->source, text, NULL, NULL, &fault));
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, NULL, OTHER "/1");

  telaah_test_does (f->session, telaah_session_remove_source (f->session, f->other, &fault));
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, NULL, "");
}

/* What is found in notes and summaries has no place in a text. */
static void
test_places (Fixture       *f,
             gconstpointer  data)
{
  g_autoptr(GPtrArray) hits = dup_hits (f, "kabel");

  for (guint i = 1; i < hits->len; i++)
    ((TelaahHit *) hits->pdata[i])->place = i % 2 ? TELAAH_PLACE_NOTE : TELAAH_PLACE_SUMMARY;
  assert_spans (f, hits, TELAAH_UNIT_SENTENCE, NULL, OTHER "/1");
}

static void
test_names (void)
{
  TelaahUnit unit = TELAAH_UNIT_HIT;

  for (guint i = 0; i < TELAAH_N_UNITS; i++)
    {
      g_assert_true (telaah_unit_from_string (telaah_unit_to_string (i), &unit));
      g_assert_cmpint (unit, ==, i);
    }
  g_assert_false (telaah_unit_from_string ("word", &unit));
  g_assert_false (telaah_unit_from_string (NULL, &unit));
  g_assert_cmpint (unit, ==, TELAAH_UNIT_PARAGRAPH);
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  ADD ("/hits/units", test_units);
  ADD ("/hits/overlaps", test_overlaps);
  ADD ("/hits/tagged", test_tagged);
  ADD ("/hits/changed", test_changed);
  ADD ("/hits/places", test_places);
  g_test_add_func ("/hits/names", test_names);

  return g_test_run ();
}
