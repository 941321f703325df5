/* A cell: what one source says on one point.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "model/telaah-cell.h"

struct _TelaahCell
{
  GObject           parent_instance;

  TelaahCellFields  fields;
  char             *pack;
  GPtrArray        *evidence;   /* TelaahPassage */
  guint             n_new;
  gboolean          stale;
};

G_DEFINE_FINAL_TYPE (TelaahCell, telaah_cell, G_TYPE_OBJECT)

static const char *const status_names[TELAAH_N_STATUSES] = { "unread", "treated", "implicit", "silent" };

const char *
telaah_status_to_string (TelaahStatus status)
{
  return status_names[status];
}

/* FALSE where it is none of the four; then @status stays as it was. */
gboolean
telaah_status_from_string (const char   *string,
                           TelaahStatus *status)
{
  for (guint i = 0; i < TELAAH_N_STATUSES; i++)
    if (g_strcmp0 (string, status_names[i]) == 0)
      {
        *status = i;
        return TRUE;
      }

  return FALSE;
}

static void
telaah_cell_finalize (GObject *object)
{
  TelaahCell *self = TELAAH_CELL (object);

  g_free (self->pack);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);

  G_OBJECT_CLASS (telaah_cell_parent_class)->finalize (object);
}

static void
telaah_cell_class_init (TelaahCellClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = telaah_cell_finalize;
}

static void
telaah_cell_init (TelaahCell *self)
{
}

/**
 * telaah_cell_new:
 * @fields: copied, with its strings
 * @evidence: (transfer none) (element-type TelaahPassage): in the order to show
 * @n_new: how many of them came after the summary was written
 * @stale: whether the evidence has changed since then
 */
TelaahCell *
telaah_cell_new (const TelaahCellFields *fields,
                 GPtrArray              *evidence,
                 guint                   n_new,
                 gboolean                stale)
{
  static const gsize strings[] = {
    offsetof (TelaahCellFields, point), offsetof (TelaahCellFields, source),
    offsetof (TelaahCellFields, summary), offsetof (TelaahCellFields, translation),
    offsetof (TelaahCellFields, seen), offsetof (TelaahCellFields, judged),
  };
  TelaahCell *self = g_object_new (TELAAH_TYPE_CELL, NULL);

  self->fields = *fields;
  self->pack = telaah_fields_pack (&self->fields, strings, G_N_ELEMENTS (strings));
  self->evidence = g_ptr_array_ref (evidence);
  self->n_new = n_new;
  self->stale = stale;

  return self;
}

const TelaahCellFields *
telaah_cell_fields (TelaahCell *self)
{
  return &self->fields;
}

/**
 * telaah_cell_get_evidence:
 *
 * Returns: (transfer none) (element-type TelaahPassage): in the order to show, never %NULL
 */
GPtrArray *
telaah_cell_get_evidence (TelaahCell *self)
{
  g_return_val_if_fail (TELAAH_IS_CELL (self), NULL);

  return self->evidence;
}

gboolean
telaah_cell_is_stale (TelaahCell *self)
{
  return self->stale;
}

guint
telaah_cell_get_n_new (TelaahCell *self)
{
  return self->n_new;
}
