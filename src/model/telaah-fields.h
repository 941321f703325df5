/* What the list items of the model share: structs of plain fields, copied once and never changed.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

char     *telaah_fields_pack  (gpointer       fields,
                               const gsize   *strings,
                               gsize          n_strings);
gboolean  telaah_fields_equal (gconstpointer  a,
                               gconstpointer  b,
                               gsize          size,
                               const gsize   *strings,
                               gsize          n_strings);

/* Declares TelaahNoun, a final GObject that carries one TelaahNounFields:
 *   telaah_noun_new (&fields)      copies the fields and their strings
 *   telaah_noun_fields (self)      borrows them, for as long as the object lives
 *   telaah_noun_equal (a, b)       whether they say the same */
#define TELAAH_DECLARE_ITEM(TypeName, type_name, NOUN)                                      \
  G_DECLARE_FINAL_TYPE (TypeName, type_name, TELAAH, NOUN, GObject)                         \
  TypeName *type_name##_new (const TypeName##Fields *fields);                               \
  const TypeName##Fields *type_name##_fields (TypeName *self);                              \
  gboolean type_name##_equal (gconstpointer a, gconstpointer b);

/* Defines it; @last is the last of the fields (what pads the struct after it says nothing), and what follows are
 * offsetof()s of the fields that are strings. */
#define TELAAH_DEFINE_ITEM(TypeName, type_name, last, ...)                                  \
  struct _##TypeName { GObject parent_instance; TypeName##Fields fields; char *pack; };     \
  G_DEFINE_FINAL_TYPE (TypeName, type_name, G_TYPE_OBJECT)                                  \
  static void type_name##_finalize (GObject *object)                                        \
  {                                                                                         \
    g_free (((TypeName *) object)->pack);                                                   \
    G_OBJECT_CLASS (type_name##_parent_class)->finalize (object);                           \
  }                                                                                         \
  static void type_name##_class_init (TypeName##Class *klass)                               \
  {                                                                                         \
    G_OBJECT_CLASS (klass)->finalize = type_name##_finalize;                                \
  }                                                                                         \
  static void type_name##_init (TypeName *self) { }                                         \
  static const gsize type_name##_strings[] = { __VA_ARGS__ };                               \
  TypeName *type_name##_new (const TypeName##Fields *fields)                                \
  {                                                                                         \
    TypeName *self = g_object_new (type_name##_get_type (), NULL);                          \
    self->fields = *fields;                                                                 \
    self->pack = telaah_fields_pack (&self->fields, type_name##_strings,                    \
                                     G_N_ELEMENTS (type_name##_strings));                   \
    return self;                                                                            \
  }                                                                                         \
  const TypeName##Fields *type_name##_fields (TypeName *self)                               \
  {                                                                                         \
    return &self->fields;                                                                   \
  }                                                                                         \
  gboolean type_name##_equal (gconstpointer a, gconstpointer b)                             \
  {                                                                                         \
    return telaah_fields_equal (&((const TypeName *) a)->fields,                            \
                                &((const TypeName *) b)->fields,                            \
                                offsetof (TypeName##Fields, last) +                         \
                                sizeof (((TypeName##Fields *) NULL)->last),                 \
                                type_name##_strings, G_N_ELEMENTS (type_name##_strings));   \
  }

G_END_DECLS
