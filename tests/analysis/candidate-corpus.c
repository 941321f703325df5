/* Reads coded texts: those of coding.json, where a folder has them, and the articles of the sample project.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/candidate-corpus.h"

#include <string.h>

#include <json-glib/json-glib.h>

#include "model/telaah-mark.h"
#include "text/telaah-body.h"
#include "text/telaah-decode.h"
#include "text/telaah-sentences.h"
#include "text/telaah-structure.h"

/* The folder of the texts of coding.json; else shared/seeds beside the source tree, where there is one. */
#define SEEDS_VARIABLE "TELAAH_SEEDS"

/* ---- Texts and themes ---- */

static Corpus *
corpus_new (const char *language)
{
  Corpus *self = g_new (Corpus, 1);

  self->terms = telaah_terms_new ();
  self->lexicon = telaah_lexicon_new (language);
  self->readings = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_reading_free);
  self->themes = g_ptr_array_new ();

  return self;
}

void
corpus_free (Corpus *self)
{
  for (guint i = 0; i < self->themes->len; i++)
    {
      CorpusTheme *theme = self->themes->pdata[i];

      g_free (theme->key);
      g_ptr_array_unref (theme->labels);
      g_array_unref (theme->words.name);
      g_array_unref (theme->words.description);
      g_array_unref (theme->keywords);
      g_free (theme);
    }
  g_ptr_array_unref (self->themes);
  g_ptr_array_unref (self->readings);
  telaah_lexicon_free (self->lexicon);
  telaah_terms_free (self->terms);
  g_free (self);
}

guint
corpus_count (const Corpus      *self,
              const CorpusTheme *theme,
              guint              text)
{
  const guint8 *labels = theme->labels->pdata[text];
  guint n = 0;

  for (guint i = 0; i < telaah_reading_get_n_units (self->readings->pdata[text]); i++)
    n += labels[i] == TELAAH_LABEL_YES;

  return n;
}

static GPtrArray *
dup_marks (const TelaahText *text,
           const char       *language)
{
  g_autoptr(GArray) proposals = telaah_text_propose_marks (text, language);
  GPtrArray *marks = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < proposals->len; i++)
    {
      const TelaahProposal *p = &g_array_index (proposals, TelaahProposal, i);
      TelaahMarkFields f = { .id = "m", .source = "s", .span = p->span, .kind = p->kind, .level = p->level };

      g_ptr_array_add (marks, telaah_mark_new (&f));
    }

  return marks;
}

/* @sentences: NULL: as Telaah finds them */
static void
add_text (Corpus           *self,
          const TelaahText *text,
          const char       *language,
          GArray           *sentences)
{
  g_autoptr(GPtrArray) marks = dup_marks (text, language);
  g_autoptr(GArray) apart = telaah_body_dup_apart (marks, text);
  g_autoptr(GArray) found = sentences != NULL ? g_array_ref (sentences)
                                              : telaah_text_find_sentences (text, language, apart);

  g_ptr_array_add (self->readings, telaah_reading_new (text, found, marks, self->lexicon, self->terms));
}

static void
add_keywords (GArray *keywords,
              GArray *terms)
{
  for (guint i = 0; i < terms->len; i++)
    {
      guint term = g_array_index (terms, guint, i);
      gboolean there = FALSE;

      for (guint j = 0; j < keywords->len; j++)
        there |= g_array_index (keywords, guint, j) == term;
      if (!there)
        g_array_append_val (keywords, term);
    }
}

static CorpusTheme *
add_theme (Corpus     *self,
           const char *key,
           const char *name,
           const char *description,
           const char *language)
{
  CorpusTheme *theme = g_new (CorpusTheme, 1);
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (description));
  g_autoptr(GArray) nothing = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));
  g_autoptr(GArray) sentences = telaah_text_find_sentences (text, language, nothing);
  g_autofree char *first = telaah_text_dup_slice (text, g_array_index (sentences, TelaahSpan, 0));
  g_autoptr(GArray) whole = g_array_new (FALSE, FALSE, sizeof (guint));

  theme->key = g_strdup (key);
  theme->labels = g_ptr_array_new_with_free_func (g_free);
  theme->words.name = g_array_new (FALSE, FALSE, sizeof (guint));
  theme->words.description = g_array_new (FALSE, FALSE, sizeof (guint));
  theme->keywords = g_array_new (FALSE, FALSE, sizeof (guint));
  telaah_terms_add (self->terms, name, self->lexicon, theme->words.name);
  telaah_terms_add (self->terms, first, self->lexicon, theme->words.description);
  telaah_terms_add (self->terms, description, self->lexicon, whole);
  add_keywords (theme->keywords, theme->words.name);
  add_keywords (theme->keywords, whole);
  g_ptr_array_add (self->themes, theme);

  return theme;
}

/* ---- coding.json ---- */

static char *
dup_folder (void)
{
  const char *given = g_getenv (SEEDS_VARIABLE);

  return given != NULL ? g_strdup (given) : g_test_build_filename (G_TEST_DIST, "..", "..", "shared", "seeds", NULL);
}

/* The text files of the folder, by their digests as sources. */
static GHashTable *
read_folder (void)
{
  g_autofree char *path = dup_folder ();
  g_autoptr(GDir) folder = g_dir_open (path, 0, NULL);
  GHashTable *texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, (GDestroyNotify) telaah_text_unref);
  const char *name;

  while (folder != NULL && (name = g_dir_read_name (folder)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      g_autofree char *bytes = NULL;
      const char *encoding;
      gsize n_bytes;
      char *body;

      if (!g_str_has_suffix (name, ".txt") || !g_file_get_contents (file, &bytes, &n_bytes, NULL) ||
          (body = telaah_decode (bytes, n_bytes, &encoding, NULL)) == NULL)
        continue;

      {
        TelaahText *text = telaah_text_new (body);

        g_hash_table_insert (texts, telaah_text_dup_sha256 (text), text);
      }
    }

  return texts;
}

static guint8 *
dup_coded (JsonArray *numbers,
           guint      n_sentences)
{
  guint8 *labels = g_malloc (n_sentences + 1);

  memset (labels, TELAAH_LABEL_NO, n_sentences);
  for (guint i = 0; i < json_array_get_length (numbers); i++)
    {
      g_assert_cmpint (json_array_get_int_element (numbers, i), <, n_sentences);
      labels[json_array_get_int_element (numbers, i)] = TELAAH_LABEL_YES;
    }

  return labels;
}

static gboolean
add_coded_text (Corpus     *self,
                JsonObject *source,
                GHashTable *texts)
{
  JsonArray *sentences = json_object_get_array_member (source, "sentences");
  JsonObject *coded = json_object_get_object_member (source, "coded");
  TelaahText *text = g_hash_table_lookup (texts, json_object_get_string_member (source, "sha256"));
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  if (text == NULL)
    return FALSE;

  for (guint i = 0; i < json_array_get_length (sentences); i++)
    {
      JsonArray *pair = json_array_get_array_element (sentences, i);
      TelaahSpan span = { json_array_get_int_element (pair, 0), json_array_get_int_element (pair, 1) };

      g_array_append_val (spans, span);
    }

  add_text (self, text, json_object_get_string_member (source, "language"), spans);
  for (guint i = 0; i < self->themes->len; i++)
    {
      CorpusTheme *theme = self->themes->pdata[i];

      g_ptr_array_add (theme->labels, dup_coded (json_object_get_array_member (coded, theme->key), spans->len));
    }

  return TRUE;
}

Corpus *
corpus_load_coding (void)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "analysis", "coding.json", NULL);
  g_autoptr(GHashTable) texts = read_folder ();
  g_autoptr(JsonParser) parser = json_parser_new ();
  g_autoptr(Corpus) self = corpus_new ("id");
  g_autoptr(GError) error = NULL;
  JsonArray *array;
  JsonObject *root;

  json_parser_load_from_file (parser, path, &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));

  array = json_object_get_array_member (root, "themes");
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *theme = json_array_get_object_element (array, i);

      add_theme (self, json_object_get_string_member (theme, "key"), json_object_get_string_member (theme, "name"),
                 json_object_get_string_member (theme, "description"), "id");
    }

  array = json_object_get_array_member (root, "sources");
  for (guint i = 0; i < json_array_get_length (array); i++)
    if (!add_coded_text (self, json_array_get_object_element (array, i), texts))
      return NULL;

  return g_steal_pointer (&self);
}

/* ---- The sample ---- */

static const char *const articles[] = { "kabel-laut", "duta-layar", "forum-kawasan", "gerbang-siber", "catatan-addis" };

/* As in data/sample/build.sh; what is tagged with those below a theme is tagged with it. */
static const struct
{
  const char *name;
  const char *description;
  const char *below[2];
} sample_themes[] = {
  { "Tantangan", "Apa yang mengancam, menghambat, atau timpang. Bukan untuk keluhan tentang diplomasi pada umumnya.",
    { "Keamanan siber", "Kesenjangan digital" } },
  { "Manfaat", "Apa yang menjadi lebih baik karena alat digital, juga bila penulis meragukannya kemudian.",
    { "Partisipasi", "Efisiensi" } },
  { "Peran Indonesia", "Apa yang dilakukan atau diharapkan dari Indonesia, juga bila negara itu tidak disebut namanya.",
    { NULL, NULL } },
};

static gboolean
is_of (JsonArray *names,
       guint      theme)
{
  for (guint i = 0; i < json_array_get_length (names); i++)
    {
      const char *name = json_array_get_string_element (names, i);

      if (strcmp (name, sample_themes[theme].name) == 0 || g_strcmp0 (name, sample_themes[theme].below[0]) == 0 ||
          g_strcmp0 (name, sample_themes[theme].below[1]) == 0)
        return TRUE;
    }

  return FALSE;
}

static GArray *
dup_passages (char       **lines,
              const char  *article,
              guint        theme)
{
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (; *lines != NULL; lines++)
    {
      g_autoptr(JsonNode) node = json_from_string (*lines, NULL);
      JsonObject *passage = node != NULL ? json_node_get_object (node) : NULL;

      if (passage != NULL && strcmp (json_object_get_string_member (passage, "source"), article) == 0 &&
          is_of (json_object_get_array_member (passage, "themes"), theme))
        {
          TelaahSpan span = { json_object_get_int_member (passage, "start"),
                              json_object_get_int_member (passage, "end") };

          g_array_append_val (spans, span);
        }
    }

  return spans;
}

static char *
read_sample_file (const char *name)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "data", "sample", name, NULL);
  g_autoptr(GError) error = NULL;
  char *contents = NULL;

  g_file_get_contents (path, &contents, NULL, &error);
  g_assert_no_error (error);

  return contents;
}

Corpus *
corpus_load_sample (void)
{
  g_autofree char *passages = read_sample_file ("passages.jsonl");
  g_auto(GStrv) lines = g_strsplit (passages, "\n", -1);
  Corpus *self = corpus_new ("id");

  for (guint i = 0; i < G_N_ELEMENTS (sample_themes); i++)
    add_theme (self, sample_themes[i].name, sample_themes[i].name, sample_themes[i].description, "id");

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autofree char *name = g_strconcat (articles[i], ".txt", NULL);
      g_autoptr(TelaahText) text = telaah_text_new (read_sample_file (name));

      add_text (self, text, "id", NULL);
      for (guint j = 0; j < self->themes->len; j++)
        {
          CorpusTheme *theme = self->themes->pdata[j];
          g_autoptr(GArray) spans = dup_passages (lines, articles[i], j);
          guint8 *labels = telaah_candidates_dup_labels (self->readings->pdata[i], spans, NULL, NULL);

          for (guint k = 0; k < telaah_reading_get_n_units (self->readings->pdata[i]); k++)
            if (labels[k] != TELAAH_LABEL_YES)
              labels[k] = TELAAH_LABEL_NO;
          g_ptr_array_add (theme->labels, labels);
        }
    }

  return self;
}
