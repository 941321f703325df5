/* What is left to do in the outline, counted in idle time.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-open-ends.h"

/* How long a turn takes at most, in microseconds. */
#define TURN 3000

/* For how long changes are gathered, in milliseconds. */
#define DELAY 80

/* A cell (point and source) or a passage (source and passage). */
typedef struct
{
  char *first;
  char *second;
} Place;

struct _TelaahOpenEnds
{
  TelaahSession      *session;
  TelaahOpenEndsFunc  counted;
  gpointer            user_data;

  GArray             *places[TELAAH_N_OPEN_ENDS];    /* Place; what was counted last */
  guint               next[TELAAH_N_OPEN_ENDS];      /* where to go from there */

  GArray             *counting[TELAAH_N_OPEN_ENDS];  /* of the count that is going on, or NULL */
  guint               point, cell;                   /* how far it is: first the cells, */
  guint               source, passage;               /* then the passages */
  guint               idle;
};

static void
clear_place (gpointer data)
{
  Place *place = data;

  g_free (place->first);
  g_free (place->second);
}

static GArray *
new_places (void)
{
  GArray *places = g_array_new (FALSE, FALSE, sizeof (Place));

  g_array_set_clear_func (places, clear_place);

  return places;
}

static void
add (TelaahOpenEnds *self,
     TelaahOpenEnd   kind,
     const char     *first,
     const char     *second)
{
  Place place = { g_strdup (first), g_strdup (second) };

  g_array_append_val (self->counting[kind], place);
}

/* One cell; FALSE where there are no more. */
static gboolean
count_cell (TelaahOpenEnds *self)
{
  g_autoptr(TelaahPoint) point = g_list_model_get_item (telaah_session_get_points (self->session), self->point);
  g_autoptr(TelaahSource) source = g_list_model_get_item (telaah_session_get_sources (self->session), self->cell);
  g_autoptr(TelaahCell) cell = NULL;
  const char *point_id, *source_id;

  if (point == NULL)
    return FALSE;
  if (source == NULL)
    {
      self->point++;
      self->cell = 0;
      return TRUE;
    }

  self->cell++;
  point_id = telaah_point_fields (point)->id;
  source_id = telaah_source_fields (source)->id;
  cell = telaah_session_dup_cell (self->session, point_id, source_id);
  if (telaah_cell_fields (cell)->status == TELAAH_STATUS_UNREAD)
    add (self, TELAAH_OPEN_END_UNREAD, point_id, source_id);
  if (telaah_cell_is_stale (cell))
    add (self, TELAAH_OPEN_END_STALE, point_id, source_id);

  return TRUE;
}

static gboolean
count_passage (TelaahOpenEnds *self)
{
  g_autoptr(TelaahSource) source = g_list_model_get_item (telaah_session_get_sources (self->session), self->source);
  g_autoptr(TelaahPassage) passage = NULL;
  const char *source_id, *passage_id;

  if (source == NULL)
    return FALSE;

  source_id = telaah_source_fields (source)->id;
  passage = g_list_model_get_item (telaah_session_get_passages (self->session, source_id), self->passage);
  if (passage == NULL)
    {
      self->source++;
      self->passage = 0;
      return TRUE;
    }

  self->passage++;
  passage_id = telaah_passage_fields (passage)->id;
  if (telaah_session_count_cells (self->session, passage_id) == 0)
    add (self, TELAAH_OPEN_END_LOOSE, source_id, passage_id);

  return TRUE;
}

static void
finish (TelaahOpenEnds *self)
{
  for (guint i = 0; i < TELAAH_N_OPEN_ENDS; i++)
    {
      g_clear_pointer (&self->places[i], g_array_unref);
      self->places[i] = g_steal_pointer (&self->counting[i]);
    }

  if (self->counted != NULL)
    self->counted (self, self->user_data);
}

static gboolean
turn_cb (gpointer user_data)
{
  TelaahOpenEnds *self = user_data;
  gint64 end = g_get_monotonic_time () + TURN;

  do
    if (!count_cell (self) && !count_passage (self))
      {
        self->idle = 0;
        finish (self);
        return G_SOURCE_REMOVE;
      }
  while (g_get_monotonic_time () < end);

  return G_SOURCE_CONTINUE;
}

static gboolean
begin_cb (gpointer user_data)
{
  TelaahOpenEnds *self = user_data;

  self->idle = g_idle_add_full (G_PRIORITY_LOW, turn_cb, self, NULL);

  return G_SOURCE_REMOVE;
}

/**
 * telaah_open_ends_new:
 * @counted: called after each count, from the main loop
 */
TelaahOpenEnds *
telaah_open_ends_new (TelaahSession      *session,
                      TelaahOpenEndsFunc  counted,
                      gpointer            user_data)
{
  TelaahOpenEnds *self = g_new0 (TelaahOpenEnds, 1);

  self->session = g_object_ref (session);
  self->counted = counted;
  self->user_data = user_data;
  for (guint i = 0; i < TELAAH_N_OPEN_ENDS; i++)
    self->places[i] = new_places ();
  telaah_open_ends_restart (self);

  return self;
}

void
telaah_open_ends_free (TelaahOpenEnds *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < TELAAH_N_OPEN_ENDS; i++)
    {
      g_array_unref (self->places[i]);
      g_clear_pointer (&self->counting[i], g_array_unref);
    }
  g_object_unref (self->session);
  g_free (self);
}

/* The project has changed. Until they are counted again, the places of before are answered. */
void
telaah_open_ends_restart (TelaahOpenEnds *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  for (guint i = 0; i < TELAAH_N_OPEN_ENDS; i++)
    {
      g_clear_pointer (&self->counting[i], g_array_unref);
      self->counting[i] = new_places ();
    }

  self->point = self->cell = self->source = self->passage = 0;
  self->idle = g_timeout_add_full (G_PRIORITY_LOW, DELAY, begin_cb, self, NULL);
}

guint
telaah_open_ends_get_count (TelaahOpenEnds *self,
                            TelaahOpenEnd   kind)
{
  return self->places[kind]->len;
}

/**
 * telaah_open_ends_next:
 * @first: (out): the point, or the source of a loose passage
 * @second: (out): the source, or the loose passage
 *
 * One after the other, from the first again after the last.
 *
 * Returns: %FALSE where there is none
 */
gboolean
telaah_open_ends_next (TelaahOpenEnds  *self,
                       TelaahOpenEnd    kind,
                       char           **first,
                       char           **second)
{
  GArray *places = self->places[kind];
  Place *place;

  if (places->len == 0)
    return FALSE;

  place = &g_array_index (places, Place, self->next[kind] % places->len);
  self->next[kind] = self->next[kind] % places->len + 1;
  *first = g_strdup (place->first);
  *second = g_strdup (place->second);

  return TRUE;
}
