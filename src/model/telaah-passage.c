/* A passage: a span of one source, under its themes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-passage.h"

#include <string.h>

struct _TelaahPassage
{
  GObject              parent_instance;

  TelaahPassageFields  fields;
  char                *pack;
  char               **themes;   /* and their strings, in one block */
  GPtrArray           *notes;    /* TelaahNote, oldest first; NULL where there are none */
};

G_DEFINE_FINAL_TYPE (TelaahPassage, telaah_passage, G_TYPE_OBJECT)

static void
telaah_passage_finalize (GObject *object)
{
  TelaahPassage *self = TELAAH_PASSAGE (object);

  g_free (self->pack);
  g_free (self->themes);
  g_clear_pointer (&self->notes, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_passage_parent_class)->finalize (object);
}

static void
telaah_passage_class_init (TelaahPassageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_passage_finalize;
}

static void
telaah_passage_init (TelaahPassage *self)
{
}

/* As g_strdupv(), but to be freed as one. */
static char **
pack_themes (const char *const *themes)
{
  gsize n = 0, size = sizeof (char *);
  char **copy, *end;

  for (; themes != NULL && themes[n] != NULL; n++)
    size += sizeof (char *) + strlen (themes[n]) + 1;

  copy = g_malloc (size);
  end = (char *) (copy + n + 1);
  for (gsize i = 0; i < n; i++)
    {
      copy[i] = end;
      end = g_stpcpy (end, themes[i]) + 1;
    }
  copy[n] = NULL;

  return copy;
}

/**
 * telaah_passage_new:
 * @fields: copied, with its strings
 * @notes: (nullable) (transfer none) (element-type TelaahNote): oldest first
 */
TelaahPassage *
telaah_passage_new (const TelaahPassageFields *fields,
                    GPtrArray                 *notes)
{
  static const gsize strings[] = {
    offsetof (TelaahPassageFields, id), offsetof (TelaahPassageFields, source),
    offsetof (TelaahPassageFields, quote), offsetof (TelaahPassageFields, prefix),
    offsetof (TelaahPassageFields, suffix), offsetof (TelaahPassageFields, coder),
    offsetof (TelaahPassageFields, created), offsetof (TelaahPassageFields, lost),
  };
  TelaahPassage *self = g_object_new (TELAAH_TYPE_PASSAGE, NULL);

  self->fields = *fields;
  self->pack = telaah_fields_pack (&self->fields, strings, G_N_ELEMENTS (strings));
  self->themes = pack_themes (fields->themes);
  self->fields.themes = (const char *const *) self->themes;
  self->notes = notes != NULL && notes->len > 0 ? g_ptr_array_ref (notes) : NULL;

  return self;
}

const TelaahPassageFields *
telaah_passage_fields (TelaahPassage *self)
{
  return &self->fields;
}

/**
 * telaah_passage_get_notes:
 *
 * Returns: (nullable) (transfer none) (element-type TelaahNote): oldest first, %NULL where there are none
 */
GPtrArray *
telaah_passage_get_notes (TelaahPassage *self)
{
  g_return_val_if_fail (TELAAH_IS_PASSAGE (self), NULL);

  return self->notes;
}

gboolean
telaah_passage_has_theme (TelaahPassage *self,
                          const char    *theme)
{
  return g_strv_contains (self->fields.themes, theme);
}

/* Text order, the same whenever it is asked: coinciding passages go by age, then by id. */
int
telaah_passage_compare (TelaahPassage *a,
                        TelaahPassage *b)
{
  int order = telaah_span_compare (a->fields.span, b->fields.span);

  if (order == 0)
    order = strcmp (a->fields.created, b->fields.created);

  return order != 0 ? order : strcmp (a->fields.id, b->fields.id);
}
