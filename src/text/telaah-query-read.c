/* Reads a query as it is typed: what is not finished yet is taken as if it ended there.
 *
 *   any  = all { OR all }
 *   all  = { [NOT] near }
 *   near = unit { NEAR/n unit }
 *   unit = words | "words" | ( any )
 *
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-query-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/telaah-words.h"

/* Brackets within brackets; what goes deeper is read as if it had none. */
#define MAX_DEPTH 32

typedef enum
{
  TOKEN_END,
  TOKEN_WORDS,
  TOKEN_OPEN,
  TOKEN_CLOSE,
  TOKEN_AND,
  TOKEN_OR,
  TOKEN_NOT,
  TOKEN_NEAR,
} Token;

typedef struct
{
  const char    *at;
  gboolean       fresh;       /* a blank, a bracket or nothing stands before @at */
  TelaahLexicon *lexicon;
  guint          depth;

  Token          token;       /* the next one */
  char          *words;       /* of TOKEN_WORDS */
  guint          distance;    /* of TOKEN_NEAR */

  guint          n_words;
  guint          n_leaves;
  guint          farthest;    /* that a NEAR asked for */
} Reader;

TelaahNode *
telaah_node_new (TelaahNodeKind kind)
{
  TelaahNode *self = g_new0 (TelaahNode, 1);

  self->kind = kind;
  if (kind != TELAAH_NODE_WORDS)
    self->children = g_ptr_array_new_with_free_func ((GDestroyNotify) telaah_node_free);

  return self;
}

void
telaah_node_free (TelaahNode *self)
{
  g_clear_pointer (&self->children, g_ptr_array_unref);
  g_free (self->words);
  g_free (self);
}

static gboolean
is_blank (gunichar c)
{
  return g_unichar_isspace (c) || c == 0x200b || c == 0xfeff;
}

static gboolean
is_quote (gunichar c)
{
  return c == '"' || (c >= 0x201c && c <= 0x201f) || c == 0xab || c == 0xbb || c == 0xff02;
}

static guint
count_words (Reader     *self,
             const char *words)
{
  g_autoptr(TelaahText) text = telaah_text_new (g_strdup (words));
  TelaahSpan all = { 0, telaah_text_get_characters (text) };
  g_autoptr(GArray) row = telaah_words_split (text, all, self->lexicon);

  return row->len;
}

/* NEAR, NEAR/ and NEAR/5, but not NEAR/five. */
static gboolean
is_near (const char *words,
         guint      *distance)
{
  const char *number = words + strlen ("NEAR/");
  guint64 n = 0;

  *distance = TELAAH_QUERY_NEAR;
  if (g_str_equal (words, "NEAR") || g_str_equal (words, "NEAR/"))
    return TRUE;
  if (!g_str_has_prefix (words, "NEAR/") ||
      !g_ascii_string_to_unsigned (number, 10, 0, G_MAXUINT, &n, NULL))
    return FALSE;

  *distance = n;
  return TRUE;
}

/* What stands at @at up to a blank, a bracket or a quotation mark. */
static Token
read_bare (Reader *self)
{
  const char *start = self->at;

  while (*self->at != '\0')
    {
      gunichar c = g_utf8_get_char (self->at);

      if (is_blank (c) || is_quote (c) || c == '(' || c == ')')
        break;
      self->at = g_utf8_next_char (self->at);
    }

  self->fresh = FALSE;
  g_free (self->words);
  self->words = g_strndup (start, self->at - start);

  if (g_str_equal (self->words, "AND"))
    return TOKEN_AND;
  if (g_str_equal (self->words, "OR") || g_str_equal (self->words, "|"))
    return TOKEN_OR;
  if (g_str_equal (self->words, "NOT"))
    return TOKEN_NOT;
  if (is_near (self->words, &self->distance))
    {
      self->farthest = MAX (self->farthest, self->distance);
      return TOKEN_NEAR;
    }

  return TOKEN_WORDS;
}

static Token
read_quoted (Reader *self)
{
  const char *start = self->at = g_utf8_next_char (self->at);

  while (*self->at != '\0' && !is_quote (g_utf8_get_char (self->at)))
    self->at = g_utf8_next_char (self->at);

  g_free (self->words);
  self->words = g_strndup (start, self->at - start);
  if (*self->at != '\0')
    self->at = g_utf8_next_char (self->at);
  self->fresh = FALSE;

  return TOKEN_WORDS;
}

/* A hyphen before what it denies; between words, or on its own, it is only a mark. */
static gboolean
is_minus (Reader *self)
{
  gunichar next;

  if (!self->fresh || *self->at != '-')
    return FALSE;

  next = g_utf8_get_char (self->at + 1);
  return g_unichar_isalnum (next) || is_quote (next) || next == '(';
}

static Token
read_any_token (Reader *self)
{
  gunichar c;

  while (*self->at != '\0' && is_blank (g_utf8_get_char (self->at)))
    {
      self->at = g_utf8_next_char (self->at);
      self->fresh = TRUE;
    }

  c = g_utf8_get_char (self->at);
  if (c == '\0')
    return TOKEN_END;
  if (is_quote (c))
    return read_quoted (self);
  if (c != '(' && c != ')' && !is_minus (self))
    return read_bare (self);

  self->at++;
  self->fresh = c == '(';
  return c == '(' ? TOKEN_OPEN : c == ')' ? TOKEN_CLOSE : TOKEN_NOT;
}

/* Passes over what has no words in it, and over AND, which goes without saying. */
static void
advance (Reader *self)
{
  for (;;)
    {
      guint n;

      self->token = self->n_words > TELAAH_QUERY_MAX_WORDS ? TOKEN_END : read_any_token (self);
      if (self->token == TOKEN_AND)
        continue;
      if (self->token != TOKEN_WORDS)
        return;

      n = count_words (self, self->words);
      self->n_words += n;
      if (n > 0)
        return;
    }
}

static TelaahNode *read_any (Reader *self);

static TelaahNode *
read_unit (Reader *self)
{
  TelaahNode *node = NULL;

  if (self->token == TOKEN_WORDS)
    {
      node = telaah_node_new (TELAAH_NODE_WORDS);
      node->words = g_steal_pointer (&self->words);
      node->leaf = self->n_leaves++;
      advance (self);
    }
  else if (self->token == TOKEN_OPEN)
    {
      while (self->token == TOKEN_OPEN && self->depth >= MAX_DEPTH)
        advance (self);
      if (self->depth >= MAX_DEPTH)
        return read_unit (self);

      self->depth++;
      advance (self);
      node = read_any (self);
      self->depth--;
      if (self->token == TOKEN_CLOSE)
        advance (self);
    }

  return node;
}

/* A NEAR with nothing on one side says nothing. */
static TelaahNode *
read_near (Reader *self)
{
  TelaahNode *left = read_unit (self);

  while (self->token == TOKEN_NEAR)
    {
      guint distance = self->distance;
      TelaahNode *right, *near;

      advance (self);
      if (self->token != TOKEN_WORDS && self->token != TOKEN_OPEN)
        continue;

      right = read_unit (self);
      if (left == NULL || right == NULL)
        {
          left = left != NULL ? left : right;
          continue;
        }

      near = telaah_node_new (TELAAH_NODE_NEAR);
      near->distance = distance;
      g_ptr_array_add (near->children, left);
      g_ptr_array_add (near->children, right);
      left = near;
    }

  return left;
}

/* What brackets hold together with nothing but blanks between is of one piece with what stands
 * around them. */
static void
add_to_all (TelaahNode *all,
            TelaahNode *node)
{
  if (node->kind != TELAAH_NODE_ALL || node->negated)
    {
      g_ptr_array_add (all->children, node);
      return;
    }

  while (node->children->len > 0)
    g_ptr_array_add (all->children, g_ptr_array_steal_index (node->children, 0));
  telaah_node_free (node);
}

/* One that is left alone needs nobody around it, unless it is what must not be. */
static TelaahNode *
unwrap (TelaahNode *node)
{
  TelaahNode *only;

  if (node->children->len > 1)
    return node;

  only = node->children->len == 1 ? g_ptr_array_index (node->children, 0) : NULL;
  if (only != NULL && only->negated)
    return node;

  if (only != NULL)
    g_ptr_array_steal_index (node->children, 0);
  telaah_node_free (node);
  return only;
}

static TelaahNode *
read_all (Reader *self)
{
  TelaahNode *all = telaah_node_new (TELAAH_NODE_ALL);

  while (self->token != TOKEN_END && self->token != TOKEN_OR &&
         !(self->token == TOKEN_CLOSE && self->depth > 0))
    {
      gboolean negated = FALSE;
      TelaahNode *node;

      if (self->token == TOKEN_CLOSE)
        {
          advance (self);
          continue;
        }

      for (; self->token == TOKEN_NOT; advance (self))
        negated = TRUE;

      node = read_near (self);
      if (node == NULL)
        continue;

      node->negated = negated;
      add_to_all (all, node);
    }

  return unwrap (all);
}

static TelaahNode *
read_any (Reader *self)
{
  TelaahNode *any = telaah_node_new (TELAAH_NODE_ANY);

  for (;;)
    {
      TelaahNode *node = read_all (self);

      if (node != NULL)
        g_ptr_array_add (any->children, node);
      if (self->token != TOKEN_OR)
        break;
      advance (self);
    }

  return unwrap (any);
}

/* Whether there is something to find wherever there is something that must not be. */
static gboolean
is_findable (const TelaahNode *node)
{
  gboolean any = node->kind != TELAAH_NODE_ALL;

  for (guint i = 0; node->children != NULL && i < node->children->len; i++)
    {
      const TelaahNode *child = g_ptr_array_index (node->children, i);

      if (!is_findable (child))
        return FALSE;
      any |= !child->negated;
    }

  return any;
}

static void
check (Reader      *self,
       TelaahNode  *root,
       GError     **error)
{
  if (self->n_words > TELAAH_QUERY_MAX_WORDS)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 ngettext ("That is too much to look for at once: leave it at %u word.",
                           "That is too much to look for at once: leave it at %u words.",
                           TELAAH_QUERY_MAX_WORDS),
                 TELAAH_QUERY_MAX_WORDS);
  else if (root == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         _("There is no word to look for: type at least one."));
  else if (self->farthest > TELAAH_QUERY_MAX_NEAR)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                 /* Translators: NEAR is to be typed so in every language. */
                 _("NEAR looks no farther than %u words: write NEAR/%u or less."),
                 TELAAH_QUERY_MAX_NEAR, TELAAH_QUERY_MAX_NEAR);
  else if (!is_findable (root))
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                         /* Translators: NOT is to be typed so in every language. */
                         _("NOT leaves nothing to find: add a word that must be there."));
}

/**
 * telaah_node_read:
 * @words: valid UTF-8
 * @n_leaves: (out): how many WORDS the tree has
 *
 * Returns: (transfer full) (nullable): the tree
 */
TelaahNode *
telaah_node_read (const char  *words,
                  guint       *n_leaves,
                  GError     **error)
{
  g_autoptr(TelaahLexicon) lexicon = telaah_lexicon_new (NULL);
  Reader reader = { .at = words, .fresh = TRUE, .lexicon = lexicon };
  g_autoptr(TelaahNode) root = NULL;
  GError *wrong = NULL;

  advance (&reader);
  root = read_any (&reader);
  check (&reader, root, &wrong);
  g_free (reader.words);
  *n_leaves = reader.n_leaves;

  if (wrong != NULL)
    {
      g_propagate_error (error, wrong);
      return NULL;
    }

  return g_steal_pointer (&root);
}
