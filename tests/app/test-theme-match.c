/* SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-theme-match.h"
#include "app/reader/telaah-theme-steps.h"

/* Name, depth; the id is the name of the theme, made unique by its place. */
static const struct
{
  const char *name;
  guint       depth;
} tree[] = {
  { "Challenges", 0 },
  { "Cyber security", 1 },
  { "Phishing", 2 },
  { "Digital divide", 1 },
  { "Benefits", 0 },
  { "Security", 0 },
  { "Insecurity of data", 0 },
  { "Économie", 0 },
  { "Straße", 0 },
  { "Kedaulatan e\xcc\x81lite", 0 },   /* an accent of its own */
};

static GListModel *
make_themes (void)
{
  GListStore *themes = g_list_store_new (TELAAH_TYPE_THEME);
  const char *above[4] = { NULL };

  for (guint i = 0; i < G_N_ELEMENTS (tree); i++)
    {
      TelaahThemeFields fields = {
        .id = tree[i].name, .name = tree[i].name, .depth = tree[i].depth,
        .parent = tree[i].depth > 0 ? above[tree[i].depth - 1] : NULL,
      };
      g_autoptr(TelaahTheme) theme = telaah_theme_new (&fields);

      above[tree[i].depth] = tree[i].name;
      g_list_store_append (themes, theme);
    }

  return G_LIST_MODEL (themes);
}

/* The path with what was matched in brackets. */
static char *
dup_marked (const TelaahThemeMatch *match)
{
  GString *marked = g_string_new (match->path);

  for (guint i = match->spans->len; i > 0; i--)
    {
      TelaahSpan *span = &g_array_index (match->spans, TelaahSpan, i - 1);

      g_string_insert_c (marked, span->end, ']');
      g_string_insert_c (marked, span->start, '[');
    }

  return g_string_free (marked, FALSE);
}

typedef struct
{
  const char *name;
  const char *query;
  const char *expected;   /* the matches in order, marked, with bars between */
} Case;

static const Case cases[] = {
  { "prefix-of-name-then-of-path", "chal",
    "[Chal]lenges|[Chal]lenges › Cyber security|[Chal]lenges › Cyber security › Phishing|"
    "[Chal]lenges › Digital divide" },
  { "exact-name-first", "security",
    "[Security]|Challenges › Cyber [security]|Challenges › Cyber [security] › Phishing|In[security] of data" },
  { "word-before-middle", "secur",
    "[Secur]ity|Challenges › Cyber [secur]ity|Challenges › Cyber [secur]ity › Phishing|In[secur]ity of data" },
  { "letters", "cysc", "Challenges › [Cy]ber [s]e[c]urity|Challenges › [Cy]ber [s]e[c]urity › Phishing" },
  { "two-words", "div dig", "Challenges › [Dig]ital [div]ide" },
  { "path-typed-with-slash", "chal/cy", "[Chal]lenges › [Cy]ber security|[Chal]lenges › [Cy]ber security › Phishing" },
  { "path-typed-with-arrow", "chal > phi", "[Chal]lenges › Cyber security › [Phi]shing" },
  { "case", "BENE", "[Bene]fits" },
  { "accent-in-name", "econ", "[Écon]omie" },
  { "accent-in-query", "bénè", "[Bene]fits" },
  { "sharp-s", "strasse", "[Straße]" },
  { "accent-of-its-own", "elite", "Kedaulatan [e\xcc\x81lite]" },
  { "no-match", "xyz", "" },
  { "middle-of-a-word", "enefits ", "B[enefits]" },
  { "letters-not-within-a-word", "nfts", "" },
};

static void
test_match (gconstpointer data)
{
  const Case *c = data;
  g_autoptr(GListModel) themes = make_themes ();
  g_autoptr(GPtrArray) matches = telaah_theme_match_all (themes, c->query, 8);
  g_autoptr(GString) found = g_string_new (NULL);

  for (guint i = 0; i < matches->len; i++)
    {
      g_autofree char *marked = dup_marked (matches->pdata[i]);

      g_string_append_printf (found, "%s%s", i > 0 ? "|" : "", marked);
    }

  g_assert_cmpstr (found->str, ==, c->expected);
}

static void
test_empty_query_is_the_tree (void)
{
  g_autoptr(GListModel) themes = make_themes ();
  g_autoptr(GPtrArray) all = telaah_theme_match_all (themes, " / ", G_MAXUINT);
  g_autoptr(GPtrArray) some = telaah_theme_match_all (themes, "", 3);

  g_assert_cmpuint (all->len, ==, G_N_ELEMENTS (tree));
  for (guint i = 0; i < all->len; i++)
    g_assert_cmpstr (((TelaahThemeMatch *) all->pdata[i])->theme, ==, tree[i].name);

  g_assert_cmpuint (some->len, ==, 3);
  g_assert_cmpstr (((TelaahThemeMatch *) some->pdata[2])->path, ==, "Challenges › Cyber security › Phishing");
}

static void
test_path (void)
{
  g_autoptr(GListModel) themes = make_themes ();
  g_autofree char *deep = telaah_theme_dup_path (themes, "Phishing");
  g_autofree char *top = telaah_theme_dup_path (themes, "Benefits");

  g_assert_cmpstr (deep, ==, "Challenges › Cyber security › Phishing");
  g_assert_cmpstr (top, ==, "Benefits");
  g_assert_null (telaah_theme_dup_path (themes, "Nobody"));
}

static void
test_name_begins (void)
{
  g_autoptr(GListModel) themes = make_themes ();
  g_autoptr(GPtrArray) matches = telaah_theme_match_all (themes, "phish", 8);
  TelaahThemeMatch *match = matches->pdata[0];

  g_assert_cmpuint (matches->len, ==, 1);
  g_assert_cmpstr (match->path + match->name, ==, "Phishing");
  g_assert_cmpint (match->rank, ==, TELAAH_THEME_MATCH_NAME);
}

/* ---- A theme to make ---- */

static const struct
{
  const char *name;
  const char *text;
  const char *steps;
  const char *found;      /* the theme that is there already, or NULL */
  guint       n_found;
} step_cases[] = {
  { "new-at-the-top", "Trust", "Trust", NULL, 0 },
  { "is-there", "benefits", "benefits", "Benefits", 1 },
  { "accents-make-another-name", "Economie", "Economie", NULL, 0 },
  { "slash", "Challenges/Trust", "Challenges|Trust", "Challenges", 1 },
  { "arrow-and-spaces", "  challenges  >  Cyber security > New ",
    "challenges|Cyber security|New", "Cyber security", 2 },
  { "nested-name-alone-is-new-at-the-top", "Phishing", "Phishing", NULL, 0 },
  { "first-of-several-is-found-at-any-depth", "Phishing › By phone", "Phishing|By phone", "Phishing", 1 },
  { "empty-steps", " / > ", "", NULL, 0 },
  { "all-is-there", "Challenges/Digital divide/", "Challenges|Digital divide", "Digital divide", 2 },
  { "both-new", "A/B", "A|B", NULL, 0 },
};

static void
test_steps (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr(GListModel) themes = make_themes ();
  g_auto(GStrv) steps = telaah_theme_dup_steps (step_cases[i].text);
  g_autofree char *joined = g_strjoinv ("|", steps);
  guint n_found;
  TelaahTheme *found = telaah_theme_find_steps (themes, (const char *const *) steps, &n_found);

  g_assert_cmpstr (joined, ==, step_cases[i].steps);
  g_assert_cmpuint (n_found, ==, step_cases[i].n_found);
  g_assert_cmpstr (found != NULL ? telaah_theme_fields (found)->name : NULL, ==, step_cases[i].found);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/theme-match/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_match);
    }
  for (guint i = 0; i < G_N_ELEMENTS (step_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/app/theme-match/steps/%s", step_cases[i].name);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_steps);
    }
  g_test_add_func ("/app/theme-match/empty-query-is-the-tree", test_empty_query_is_the_tree);
  g_test_add_func ("/app/theme-match/path", test_path);
  g_test_add_func ("/app/theme-match/name-begins", test_name_begins);

  return g_test_run ();
}
