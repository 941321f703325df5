/* The wording of what is not an article: how patterns are found in a line.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-phrases.h"

#include <string.h>

#define MOST_WORDS_OF_A_LINK     24
#define MOST_WORDS_OF_A_SENTENCE 70

typedef struct
{
  const TelaahPhrase *phrase;
  char             ***words;      /* the alternatives of each word */
  gboolean            anywhere;
} Pattern;

typedef struct
{
  const TelaahLineWords *words;
  guint                  from, to;   /* what the first * stands for */
} Match;

/* First word of a pattern -> GPtrArray of Pattern. Made once, kept for good. */
static GHashTable *
build_patterns (void)
{
  GHashTable *patterns = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < telaah_n_phrases; i++)
    {
      Pattern *pattern = g_new0 (Pattern, 1);
      const char *source = telaah_phrases[i].words;
      g_auto(GStrv) words = NULL;
      guint n;

      pattern->phrase = &telaah_phrases[i];
      pattern->anywhere = g_str_has_prefix (source, "... ");
      words = g_strsplit (source + (pattern->anywhere ? 4 : 0), " ", -1);
      n = g_strv_length (words);
      pattern->words = g_new0 (char **, n + 1);
      for (guint j = 0; j < n; j++)
        pattern->words[j] = g_strsplit (words[j], "|", -1);

      for (char **first = pattern->words[0]; *first != NULL; first++)
        {
          GPtrArray *list = g_hash_table_lookup (patterns, *first);

          if (list == NULL)
            g_hash_table_insert (patterns, *first, list = g_ptr_array_new ());
          g_ptr_array_add (list, pattern);
        }
    }

  return patterns;
}

static GHashTable *
get_patterns (void)
{
  static gsize patterns;

  if (g_once_init_enter (&patterns))
    g_once_init_leave (&patterns, (gsize) build_patterns ());

  return (GHashTable *) patterns;
}

static gboolean
match_word (char                 **alternatives,
            const TelaahLineWords *words,
            guint                  at)
{
  for (; *alternatives != NULL; alternatives++)
    if (**alternatives == '#' ? words->numbers[at]
                              : **alternatives == *words->words[at] && strcmp (*alternatives, words->words[at]) == 0)
      return TRUE;

  return FALSE;
}

/* From the word @at on, to the line's end. Only the last * needs another try, so that the time is
 * bounded by the product of the lengths. */
static gboolean
match_words (const Pattern *pattern,
             Match         *match,
             guint          at)
{
  char ***word = pattern->words;
  char ***star = NULL;
  guint star_at = 0;

  match->from = match->to = 0;
  while (at < match->words->n)
    {
      if (*word != NULL && ***word == '*')
        {
          if (star == NULL)
            match->from = at;
          star = ++word;
          star_at = at;
          if (*star == NULL)
            {
              match->to = MAX (match->to, match->words->n);
              return TRUE;
            }
        }
      else if (*word != NULL && match_word (*word, match->words, at))
        {
          word++;
          at++;
        }
      else if (star != NULL)
        {
          word = star;
          at = ++star_at;
        }
      else
        {
          return FALSE;
        }
    }

  while (*word != NULL && ***word == '*')
    word++;

  return *word == NULL;
}

/* Names and titles: each word with a capital, but for the small ones. */
static gboolean
are_names (const TelaahLineWords *words,
           guint                  from,
           guint                  to)
{
  guint names = 0;

  for (guint i = from; i < to; i++)
    {
      if (words->numbers[i])
        return FALSE;

      names += words->capitals[i];
      if (!words->capitals[i] && *words->words[i] != ':' && strchr (words->words[i], '.') == NULL &&
          strchr (words->words[i], '@') == NULL &&
          !telaah_line_shape_is_small (words->words[i], strlen (words->words[i])))
        return FALSE;
    }

  return names > 0 && to - from <= 14;
}

static gboolean
is_titled (const TelaahLineWords *words,
           guint                  from,
           guint                  to)
{
  guint content = 0;
  guint capitals = 0;

  for (guint i = from; i < to; i++)
    if (words->capitals[i] || !telaah_line_shape_is_small (words->words[i], strlen (words->words[i])))
      {
        content += !words->numbers[i] && *words->words[i] != ':';
        capitals += words->capitals[i];
      }

  return content > 0 && capitals * 10 >= content * 6;
}

/* A review or a list of films has "Penulis:" among its facts. */
static gboolean
is_in_grid (const TelaahPage *page,
            guint             index)
{
  static const char *const facts[] = {
    "judul", "penerbit", "tebal", "isbn", "tahun", "genre", "sutradara", "title", "publisher", "pages", "year",
    "director", "cetakan", "halaman", "pemain", "durasi",
  };

  for (guint i = index > 3 ? index - 3 : 0; i <= index + 3 && i < page->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);

      if (i == index || line->prose)
        continue;

      for (guint j = 0; j < G_N_ELEMENTS (facts); j++)
        {
          gsize length = strlen (facts[j]);

          if (line->n_bytes > length + 1 && g_ascii_strncasecmp (line->start, facts[j], length) == 0 &&
              strspn (line->start + length, " \t:") > 0 && memchr (line->start + length, ':', 4) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/* A sentence is running text itself as long as nobody knows better, so its own line counts as around it. */
static gboolean
is_in_zone (const TelaahPage  *page,
            guint              index,
            TelaahPhraseFlags  flags)
{
  gboolean sentence = (flags & TELAAH_PHRASE_SENTENCE) != 0;
  gboolean head = sentence ? index <= page->head_end : index < page->head_end;
  gboolean tail = sentence ? index + 1 >= page->tail : index >= page->tail;

  if (flags & TELAAH_PHRASE_HEAD)
    return head;

  return !(flags & TELAAH_PHRASE_AROUND) || head || tail;
}

static gboolean
is_allowed (const TelaahPage   *page,
            guint               index,
            const Pattern      *pattern,
            const Match        *match)
{
  const TelaahPageLine *line = telaah_page_get_line (page, index);
  const TelaahPhrase *phrase = pattern->phrase;
  guint most = phrase->most;

  if (most == 0)
    most = (phrase->flags & TELAAH_PHRASE_SENTENCE) ? MOST_WORDS_OF_A_SENTENCE : MOST_WORDS_OF_A_LINK;
  if (match->words->n > most || match->words->more)
    return FALSE;

  if (!(phrase->flags & TELAAH_PHRASE_SENTENCE) &&
      (strchr ("\"{<`", (int) *line->start) != NULL || line->prose || line->inner_stop ||
       (line->ends && line->stop == '.' && match->words->n > 3) ||
       (line->stop == ',' && match->words->n > 2)))
    return FALSE;
  if (!is_in_zone (page, index, phrase->flags))
    return FALSE;
  if ((phrase->flags & TELAAH_PHRASE_NAMES) && !are_names (match->words, match->from, match->words->n))
    return FALSE;
  if ((phrase->flags & TELAAH_PHRASE_TITLED) && !is_titled (match->words, match->from, match->words->n))
    return FALSE;

  return !(phrase->flags & TELAAH_PHRASE_GRID) || !is_in_grid (page, index);
}

/**
 * telaah_phrases_match:
 * @words: of the line @index
 *
 * Returns: (nullable): the surest phrase that says that the line is clutter
 */
const TelaahPhrase *
telaah_phrases_match (const TelaahPage      *page,
                      guint                  index,
                      const TelaahLineWords *words)
{
  GHashTable *patterns = get_patterns ();
  const TelaahPhrase *weak = NULL;
  Match match = { .words = words };

  for (guint at = 0; at < words->n; at++)
    {
      const char *key = words->numbers[at] ? "#" : words->words[at];
      GPtrArray *list = g_hash_table_lookup (patterns, key);

      for (guint i = 0; list != NULL && i < list->len; i++)
        {
          const Pattern *pattern = list->pdata[i];

          if ((at > 0 && !pattern->anywhere) || !match_words (pattern, &match, at) ||
              !is_allowed (page, index, pattern, &match))
            continue;

          if (!(pattern->phrase->flags & TELAAH_PHRASE_WEAK))
            return pattern->phrase;
          if (weak == NULL)
            weak = pattern->phrase;
        }
    }

  return weak;
}
