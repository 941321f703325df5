/* Finding themes by a few letters: case and accents don't matter, the start of a word counts more than its middle.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-match.h"

#include <string.h>

#include "app/reader/telaah-theme-steps.h"

/* A letter as it is compared, and where it comes from. */
typedef struct
{
  gunichar c;
  guint    start;     /* bytes of the text that it stands for */
  guint    end;
  gboolean at_word;   /* it begins a word */
  gboolean matched;
} Letter;

/* More letters than a path has. */
#define MOST_SLACK 10000

#define letter(letters, i) (&g_array_index (letters, Letter, i))

static gboolean
is_accent (gunichar c)
{
  return g_unichar_type (c) == G_UNICODE_NON_SPACING_MARK;
}

static void
fold_character (const char *p,
                const char *next,
                Letter      template,
                GArray     *letters)
{
  g_autofree char *lower = g_utf8_casefold (p, next - p);
  g_autofree char *plain = g_utf8_normalize (lower, -1, G_NORMALIZE_ALL);

  for (const char *q = plain; q != NULL && *q != '\0'; q = g_utf8_next_char (q))
    if (!is_accent (g_utf8_get_char (q)))
      {
        template.c = g_utf8_get_char (q);
        g_array_append_val (letters, template);
        template.at_word = FALSE;
      }
}

/* Case-folded, decomposed and without accents. An accent that stands alone goes with the letter before it. */
static GArray *
fold (const char *text)
{
  GArray *letters = g_array_new (FALSE, FALSE, sizeof (Letter));
  gboolean in_word = FALSE;

  for (const char *p = text, *next; *p != '\0'; p = next)
    {
      gunichar c = g_utf8_get_char (p);

      next = g_utf8_next_char (p);
      if (is_accent (c))
        {
          if (letters->len > 0)
            letter (letters, letters->len - 1)->end = next - text;
          continue;
        }

      fold_character (p, next, (Letter) { .start = p - text, .end = next - text,
                                          .at_word = g_unichar_isalnum (c) && !in_word }, letters);
      in_word = g_unichar_isalnum (c);
    }

  return letters;
}

/* ---- One word of the query ---- */

/* Where @word stands in @letters between @from and @to, as a whole; G_MAXUINT: nowhere. */
static guint
find_whole (GArray   *letters,
            guint     from,
            guint     to,
            GArray   *word,
            gboolean  at_word)
{
  for (guint i = from; i + word->len <= to; i++)
    {
      guint n = 0;

      if (at_word && !letter (letters, i)->at_word)
        continue;
      while (n < word->len && letter (letters, i + n)->c == letter (word, n)->c)
        n++;
      if (n == word->len)
        return i;
    }

  return G_MAXUINT;
}

static gboolean
may_stand (GArray *letters,
           guint   i,
           GArray *word,
           guint   n)
{
  return letter (letters, i)->c == letter (word, n)->c && (n > 0 || letter (letters, i)->at_word);
}

/* The letters one after the other, the first where a word begins; their places go into @places. */
static gboolean
find_letters (GArray *letters,
              guint   from,
              guint   to,
              GArray *word,
              guint  *places)
{
  guint n = 0;

  for (guint i = from; i < to && n < word->len; i++)
    if (may_stand (letters, i, word, n))
      places[n++] = i;

  if (n < word->len)
    return FALSE;

  /* The same back from the end: as close together as they can be there. */
  for (guint i = places[n - 1] + 1; n > 0; i--)
    if (may_stand (letters, i - 1, word, n - 1))
      places[--n] = i - 1;

  return TRUE;
}

static void
mark (GArray *letters,
      guint   start,
      guint   n)
{
  for (guint i = start; i < start + n; i++)
    letter (letters, i)->matched = TRUE;
}

/* @name: where in @letters the name begins. Marks what was matched. */
static TelaahThemeMatchRank
match_word (GArray *letters,
            guint   name,
            GArray *word,
            guint  *slack)
{
  static const struct
  {
    TelaahThemeMatchRank rank;
    gboolean             in_name;
    gboolean             at_word;
  } ways[] = {
    { TELAAH_THEME_MATCH_WORD, TRUE, TRUE },
    { TELAAH_THEME_MATCH_PATH_WORD, FALSE, TRUE },
    { TELAAH_THEME_MATCH_PART, TRUE, FALSE },
    { TELAAH_THEME_MATCH_PATH_PART, FALSE, FALSE },
  };
  g_autofree guint *places = g_new (guint, word->len);

  for (guint i = 0; i < G_N_ELEMENTS (ways); i++)
    {
      guint at = find_whole (letters, ways[i].in_name ? name : 0, letters->len, word, ways[i].at_word);

      if (at == G_MAXUINT)
        continue;

      mark (letters, at, word->len);
      if (ways[i].rank == TELAAH_THEME_MATCH_WORD && at == name)
        {
          *slack += letters->len - name > word->len;
          return TELAAH_THEME_MATCH_NAME;
        }
      return ways[i].rank;
    }

  for (int in_name = 1; in_name >= 0; in_name--)
    if (find_letters (letters, in_name ? name : 0, letters->len, word, places))
      {
        for (guint i = 0; i < word->len; i++)
          mark (letters, places[i], 1);
        *slack += places[word->len - 1] - places[0] + 1 - word->len;
        return in_name ? TELAAH_THEME_MATCH_LETTERS : TELAAH_THEME_MATCH_PATH_LETTERS;
      }

  return TELAAH_THEME_MATCH_NONE;
}

/* ---- One theme ---- */

/* The words of a query, folded. */
static GPtrArray *
split_query (const char *query)
{
  GPtrArray *words = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  const char *start = query;

  for (const char *p = query;; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c != '\0' && !g_unichar_isspace (c) && !telaah_theme_is_separator (c))
        continue;

      if (p > start)
        {
          g_autofree char *word = g_strndup (start, p - start);
          g_autoptr(GArray) folded = fold (word);

          if (folded->len > 0)
            g_ptr_array_add (words, g_steal_pointer (&folded));
        }

      if (c == '\0')
        return words;
      start = g_utf8_next_char (p);
    }
}

static GArray *
collect_spans (GArray *letters)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = 0; i < letters->len; i++)
    {
      Letter *l = letter (letters, i);
      TelaahSpan *last = spans->len > 0 ? &g_array_index (spans, TelaahSpan, spans->len - 1) : NULL;

      if (!l->matched)
        continue;
      if (last != NULL && last->end >= l->start)
        last->end = l->end;
      else
        {
          TelaahSpan span = { l->start, l->end };

          g_array_append_val (spans, span);
        }
    }

  return spans;
}

/* Every word of the query must be found; the worst one makes the rank. NULL: no match. */
static TelaahThemeMatch *
match_theme (const char *id,
             const char *path,
             guint       name_byte,
             GPtrArray  *words)
{
  g_autoptr(GArray) letters = fold (path);
  TelaahThemeMatchRank rank = TELAAH_THEME_MATCH_NAME;
  TelaahThemeMatch *match;
  guint name = 0, slack = 0;

  while (name < letters->len && letter (letters, name)->start < name_byte)
    name++;

  for (guint i = 0; i < words->len; i++)
    {
      TelaahThemeMatchRank of_word = match_word (letters, name, words->pdata[i], &slack);

      rank = MAX (rank, of_word);
      slack += of_word * MOST_SLACK;   /* of two with the same worst word, the better others count */
    }

  if (rank == TELAAH_THEME_MATCH_NONE)
    return NULL;

  match = g_new (TelaahThemeMatch, 1);
  *match = (TelaahThemeMatch) {
    .theme = g_strdup (id), .path = g_strdup (path), .name = name_byte,
    .rank = rank, .slack = slack, .spans = collect_spans (letters),
  };

  return match;
}

static void
match_free (gpointer data)
{
  TelaahThemeMatch *match = data;

  g_free (match->theme);
  g_free (match->path);
  g_array_unref (match->spans);
  g_free (match);
}

static int
compare_matches (gconstpointer a,
                 gconstpointer b)
{
  const TelaahThemeMatch *x = *(TelaahThemeMatch *const *) a, *y = *(TelaahThemeMatch *const *) b;

  if (x->rank != y->rank)
    return x->rank < y->rank ? -1 : 1;

  return x->slack < y->slack ? -1 : x->slack > y->slack;
}

/* ---- The tree ---- */

typedef void (*PathFunc) (const TelaahThemeFields *theme,
                          const char              *path,
                          guint                    name,
                          gpointer                 user_data);

/* The themes come depth first, so that the path so far is that of those above. */
static void
each_path (GListModel *themes,
           PathFunc    func,
           gpointer    user_data)
{
  g_autoptr(GString) path = g_string_new (NULL);
  g_autoptr(GArray) ends = g_array_new (FALSE, TRUE, sizeof (guint));   /* of the path, by depth */

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);
      guint depth = MIN (f->depth, ends->len), name;

      g_string_truncate (path, depth > 0 ? g_array_index (ends, guint, depth - 1) : 0);
      if (depth > 0)
        g_string_append (path, TELAAH_THEME_PATH_SEPARATOR);
      name = path->len;
      g_string_append (path, f->name);

      g_array_set_size (ends, depth);
      g_array_append_vals (ends, &(guint) { path->len }, 1);
      func (f, path->str, name, user_data);
    }
}

typedef struct
{
  GPtrArray  *words;
  GPtrArray  *matches;
  const char *wanted;
  char       *path;
} Search;

static void
search_cb (const TelaahThemeFields *theme,
           const char              *path,
           guint                    name,
           gpointer                 user_data)
{
  Search *search = user_data;
  TelaahThemeMatch *match = match_theme (theme->id, path, name, search->words);

  if (match != NULL)
    g_ptr_array_add (search->matches, match);
}

/**
 * telaah_theme_match_all:
 * @themes: of TelaahTheme, depth first
 * @query: what was typed; "" matches all, in the order of the tree
 * @most: how many to answer
 *
 * Returns: (transfer full) (element-type TelaahThemeMatch): the best first
 */
GPtrArray *
telaah_theme_match_all (GListModel *themes,
                        const char *query,
                        guint       most)
{
  g_autoptr(GPtrArray) words = split_query (query);
  Search search = { .words = words, .matches = g_ptr_array_new_with_free_func (match_free) };

  each_path (themes, search_cb, &search);
  if (words->len > 0)
    g_ptr_array_sort (search.matches, compare_matches);
  if (search.matches->len > most)
    g_ptr_array_set_size (search.matches, most);

  return search.matches;
}

static void
path_cb (const TelaahThemeFields *theme,
         const char              *path,
         guint                    name,
         gpointer                 user_data)
{
  Search *search = user_data;

  if (search->path == NULL && strcmp (theme->id, search->wanted) == 0)
    search->path = g_strdup (path);
}

/* Returns: (transfer full) (nullable): "Challenges › Cyber security" */
char *
telaah_theme_dup_path (GListModel *themes,
                       const char *theme)
{
  Search search = { .wanted = theme };

  each_path (themes, path_cb, &search);

  return search.path;
}
