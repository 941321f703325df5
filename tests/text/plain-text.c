/* Random queries, and random texts that have what they ask for, or nearly.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "plain-matcher.h"

/* ---- Queries ---- */

static const char *const asked[] = { "aman", "keamanan", "data", "Data", "manfaat", "siber",
                                     "desinformasi", "informasi", "kemanan", "dáta" };
static const char *const gaps[] = { " ", " ", "-", ", " };

static PlainNode *
make_words (void)
{
  PlainNode *self = g_new0 (PlainNode, 1);
  guint n = g_test_rand_int_range (0, 3) == 0 ? g_test_rand_int_range (2, 4) : 1;

  self->words = g_new0 (char *, n + 1);
  self->gaps = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->words[i] = g_strdup (asked[g_test_rand_int_range (0, G_N_ELEMENTS (asked))]);
      self->gaps[i] = g_strdup (gaps[g_test_rand_int_range (0, G_N_ELEMENTS (gaps))]);
    }
  self->beginning = g_test_rand_int_range (0, 6) == 0;

  return self;
}

PlainNode *
plain_node_new_random (guint depth)
{
  PlainNode *self;

  if (depth == 0 || g_test_rand_int_range (0, 3) == 0)
    return make_words ();

  self = g_new0 (PlainNode, 1);
  self->kind = PLAIN_ALL + g_test_rand_int_range (0, 3);
  self->distance = g_test_rand_int_range (0, 5);
  self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) plain_node_free);
  for (int n = self->kind == PLAIN_NEAR ? 2 : g_test_rand_int_range (2, 4); n > 0; n--)
    g_ptr_array_add (self->children, plain_node_new_random (depth - 1));
  if (self->kind == PLAIN_ALL && g_test_rand_bit ())
    ((PlainNode *) g_ptr_array_index (self->children, self->children->len - 1))->negated = TRUE;

  return self;
}

void
plain_node_free (PlainNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_strfreev (self->words);
  g_strfreev (self->gaps);
  g_free (self);
}

static void
append_words (const PlainNode *self,
              GString         *words)
{
  if (self->negated)
    g_string_append (words, "NOT ");

  if (self->kind == PLAIN_WORDS)
    {
      g_string_append_c (words, '"');
      for (guint i = 0; self->words[i] != NULL; i++)
        g_string_append_printf (words, "%s%s", i > 0 ? self->gaps[i] : "", self->words[i]);
      g_string_append (words, self->beginning ? "*\"" : "\"");
      return;
    }

  g_string_append_c (words, '(');
  for (guint i = 0; i < self->children->len; i++)
    {
      if (i > 0 && self->kind == PLAIN_NEAR)
        g_string_append_printf (words, " NEAR/%u ", self->distance);
      else if (i > 0)
        g_string_append (words, self->kind == PLAIN_ANY ? " OR " : " ");
      append_words (g_ptr_array_index (self->children, i), words);
    }
  g_string_append_c (words, ')');
}

char *
plain_node_dup_words (const PlainNode *self)
{
  GString *words = g_string_new (NULL);

  append_words (self, words);
  return g_string_free (words, FALSE);
}

/* ---- Texts ---- */

static const char *const met[] = { "aman", "keamanan", "Keamanan", "data", "Data", "dáta", "datanya",
                                   "manfaat", "memanfaatkan", "siber", "kea-\nmanan",
                                   "des\n\ninformasi", "desinformasi", "informasi", "kemanan", "dan" };
static const char *const between[] = { " ", " ", " ", "  ", "\n", ", ", ". ", "-", "- ", " “",
                                       "\302\240", ".\n\n" };

static void
add_span (GArray *spans,
          guint   start,
          guint   end)
{
  TelaahSpan span = { start, end };

  g_array_append_val (spans, span);
}

PlainText *
plain_text_new_random (TelaahLexicon *lexicon,
                       guint          n_words)
{
  PlainText *self = g_new0 (PlainText, 1);
  g_autoptr(GString) body = g_string_new (NULL);
  guint start = 0, from = G_MAXUINT;
  TelaahSpan all = { 0, 0 };

  self->lexicon = lexicon;
  self->sentences = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  self->apart = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < n_words; i++)
    {
      /* A sentence may end within a word that the page has broken. */
      if (g_test_rand_int_range (0, 30) == 0)
        {
          g_string_append (body, "kea");
          add_span (self->sentences, start, g_utf8_strlen (body->str, -1));
          g_string_append (body, "-\n");
          start = g_utf8_strlen (body->str, -1);
          g_string_append (body, "manan");
        }
      else
        g_string_append (body, met[g_test_rand_int_range (0, G_N_ELEMENTS (met))]);

      /* Sentences that end behind a word, and some stretches that are of none. */
      if (g_test_rand_int_range (0, 6) == 0)
        {
          guint end = g_utf8_strlen (body->str, -1);

          if (g_test_rand_int_range (0, 4) > 0)
            add_span (self->sentences, start, end);
          start = end + 1;
        }
      g_string_append (body, between[g_test_rand_int_range (0, G_N_ELEMENTS (between))]);

      if (from != G_MAXUINT && g_test_rand_bit ())
        {
          add_span (self->apart, from, g_utf8_strlen (body->str, -1));
          from = G_MAXUINT;
        }
      else if (from == G_MAXUINT && g_test_rand_int_range (0, 30) == 0)
        from = g_utf8_strlen (body->str, -1);
    }

  self->text = telaah_text_new (g_strdup (body->str));
  all.end = telaah_text_get_characters (self->text);
  self->words = telaah_words_split (self->text, all, lexicon);

  return self;
}

void
plain_text_free (PlainText *self)
{
  telaah_text_unref (self->text);
  g_array_unref (self->sentences);
  g_array_unref (self->apart);
  g_array_unref (self->words);
  g_free (self);
}

