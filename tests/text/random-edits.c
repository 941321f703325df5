/* A text whose characters know where they come from, however it is edited.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/random-edits.h"

/* Few, so that they stand in many places; with marks, flags, wide characters, line breaks. */
static const char *few[] = {
  "dan", "di", "a", "itu", "negara-negara", "e\u0301", "\U0001f1ee\U0001f1e9",
  "\U0001f469\u200d\U0001f52c", "\u5916\u4ea4", ".", ",", ".\n", "\n\n", "\u00a0",
  "\u0928\u093f", "digital",
};

static const char *blanks[] = { " ", " ", " ", "  ", "\n" };

void
random_words_few (RandomText *self,
                  GString    *words,
                  guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      g_string_append (words, few[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (few))]);
      g_string_append (words, blanks[g_rand_int_range (self->rand, 0, G_N_ELEMENTS (blanks))]);
    }
}

/* Each word once, and hardly alike: what a large odd number makes of how many there were. */
void
random_words_unique (RandomText *self,
                     GString    *words,
                     guint       n)
{
  for (guint i = 0; i < n; i++)
    {
      guint64 number = ++self->serial * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);

      for (guint k = 0; k < 8; k++, number /= 26)
        g_string_append_c (words, 'a' + number % 26);
      g_string_append (words, g_rand_int_range (self->rand, 0, 12) == 0 ? ". " : " ");
      if (g_rand_int_range (self->rand, 0, 40) == 0)
        words->str[words->len - 1] = '\n';
    }
}

static void
insert_letters (RandomText *self,
                guint       offset,
                const char *words,
                gboolean    original)
{
  g_autoptr(GArray) letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  gint64 origin = 0;

  for (const char *p = words; *p != '\0'; p = g_utf8_next_char (p))
    g_array_append_vals (letters, &(Letter) { g_utf8_get_char (p), original ? origin++ : -1 }, 1);
  if (letters->len > 0)
    g_array_insert_vals (self->letters, offset, letters->data, letters->len);
}

RandomText *
random_text_new (guint32     seed,
                 RandomWords words,
                 guint       n_words)
{
  RandomText *self = g_new0 (RandomText, 1);
  GString *body = g_string_new (NULL);

  self->rand = g_rand_new_with_seed (seed);
  self->letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  words (self, body, n_words);
  insert_letters (self, 0, body->str, TRUE);
  self->n_before = self->letters->len;
  self->edits = telaah_edits_new (self->n_before);
  self->body = g_string_free (body, FALSE);

  return self;
}

void
random_text_free (RandomText *self)
{
  g_rand_free (self->rand);
  g_array_unref (self->letters);
  telaah_edits_free (self->edits);
  g_free (self->body);
  g_free (self);
}

void
random_text_insert (RandomText *self,
                    guint       offset,
                    const char *words)
{
  insert_letters (self, offset, words, FALSE);
  telaah_edits_insert (self->edits, offset, g_utf8_strlen (words, -1));
}

void
random_text_delete (RandomText *self,
                    guint       start,
                    guint       end)
{
  if (start < end)
    g_array_remove_range (self->letters, start, end - start);
  telaah_edits_delete (self->edits, (TelaahSpan) { start, end });
}

char *
random_text_dup_body (const RandomText *self)
{
  GString *body = g_string_new (NULL);

  for (guint i = 0; i < self->letters->len; i++)
    g_string_append_unichar (body, g_array_index (self->letters, Letter, i).c);

  return g_string_free (body, FALSE);
}

/* As telaah_edits_map_span(), by looking at every character. */
gboolean
random_text_map (const RandomText *self,
                 TelaahSpan        before,
                 TelaahSpan       *after,
                 guint            *kept)
{
  *after = (TelaahSpan) { 0, 0 };
  *kept = 0;

  for (guint i = 0; i < self->letters->len; i++)
    {
      gint64 origin = g_array_index (self->letters, Letter, i).origin;

      if (origin < before.start || origin >= before.end)
        continue;
      if ((*kept)++ == 0)
        after->start = i;
      after->end = i + 1;
    }

  return *kept > 0;
}

/* Where the next word begins, at @offset or later; the end where there is none. */
guint
random_text_find (RandomText *self,
                  guint       offset)
{
  guint i = MIN (offset, self->letters->len);

  for (; i < self->letters->len; i++)
    {
      gunichar here = g_array_index (self->letters, Letter, i).c;
      gunichar before = i > 0 ? g_array_index (self->letters, Letter, i - 1).c : ' ';

      if (!g_unichar_isspace (here) && g_unichar_isspace (before))
        break;
    }

  return i;
}
