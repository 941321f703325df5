/* What is left to do in the outline, and how many words it has: found in idle time and kept in step with the project.
 * Only cells that a change touches are looked at again.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/outline/telaah-open-ends.h"

/* How long a turn takes at most, in microseconds. */
#define TURN 3000

/* For how long changes are gathered, in milliseconds. */
#define DELAY 80

/* What was found in a cell; a bit each. */
enum
{
  CELL_KNOWN   = 1 << 0,
  CELL_UNREAD  = 1 << 1,
  CELL_STALE   = 1 << 2,
  CELL_SILENT  = 1 << 3,    /* with evidence all the same */
  CELL_SPEAKS  = 1 << 4,    /* the source says something on the point */
};

typedef struct
{
  guint8  found;            /* bits; 0: to be looked at */
  guint   written;          /* words of the summary, */
  guint   quoted;           /* and of the evidence */
} Cell;

struct _TelaahOpenEnds
{
  TelaahSession      *session;
  TelaahOpenEndsFunc  counted;
  gpointer            user_data;

  GPtrArray          *points;       /* char *, ids as they were when the cells were laid out */
  GPtrArray          *sources;
  Cell               *cells;        /* points x sources */

  GPtrArray          *places[TELAAH_N_OPEN_END_KINDS];   /* what was found last */

  GPtrArray          *loose;        /* of the passages that are being gone through */
  guint               next;         /* the cell that is looked at next, */
  guint               source;       /* then the passages, source by source */
  guint               passage;
  guint               idle;
  gboolean            due;          /* something has changed since the last count */
  gboolean            active;
};

static void
place_free (gpointer data)
{
  TelaahOpenPlace *place = data;

  g_free (place->id);
  g_free (place->point);
  g_free (place->source);
  g_free (place->passage);
  g_free (place->theme);
  g_free (place);
}

static GPtrArray *
new_places (void)
{
  return g_ptr_array_new_with_free_func (place_free);
}

static TelaahOpenPlace *
add (GPtrArray         *places,
     TelaahOpenEndKind  kind,
     char              *id,
     const char        *point,
     const char        *source)
{
  TelaahOpenPlace *place = g_new0 (TelaahOpenPlace, 1);

  place->kind = kind;
  place->id = id;
  place->point = g_strdup (point);
  place->source = g_strdup (source);
  g_ptr_array_add (places, place);

  return place;
}

/* ---- Which cells there are ---- */

static const char *
get_point_id (gpointer item)
{
  return telaah_point_fields (item)->id;
}

static const char *
get_source_id (gpointer item)
{
  return telaah_source_fields (item)->id;
}

static gboolean
is_same (GPtrArray   *ids,
         GListModel  *list,
         const char *(*get_id) (gpointer item))
{
  if (ids->len != g_list_model_get_n_items (list))
    return FALSE;

  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);

      if (g_strcmp0 (ids->pdata[i], get_id (item)) != 0)
        return FALSE;
    }

  return TRUE;
}

static void
take_ids (GPtrArray   *ids,
          GListModel  *list,
          const char *(*get_id) (gpointer item))
{
  g_ptr_array_set_size (ids, 0);
  for (guint i = 0; i < g_list_model_get_n_items (list); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (list, i);

      g_ptr_array_add (ids, g_strdup (get_id (item)));
    }
}

/* All of them are to be looked at. */
static void
lay_out (TelaahOpenEnds *self)
{
  take_ids (self->points, telaah_session_get_points (self->session), get_point_id);
  take_ids (self->sources, telaah_session_get_sources (self->session), get_source_id);
  g_free (self->cells);
  self->cells = g_new0 (Cell, MAX (1, (gsize) self->points->len * self->sources->len));
}

/* ---- Looking ---- */

static guint
count_words (const char *string)
{
  g_autoptr(TelaahText) text = NULL;

  if (string == NULL || *string == '\0')
    return 0;

  text = telaah_text_new (g_strdup (string));

  return telaah_text_count_words (text);
}

/* Where passages are tagged, the source speaks, whether or not somebody has said so yet. */
static guint8
judge (TelaahCell *cell)
{
  guint8 found = telaah_cell_is_stale (cell) ? CELL_KNOWN | CELL_STALE : CELL_KNOWN;

  switch (telaah_cell_fields (cell)->status)
    {
    case TELAAH_STATUS_UNREAD:
      found |= CELL_UNREAD;
      return telaah_cell_get_evidence (cell)->len > 0 ? found | CELL_SPEAKS : found;

    case TELAAH_STATUS_SILENT:
      return telaah_cell_get_evidence (cell)->len > 0 ? found | CELL_SILENT : found;

    case TELAAH_STATUS_TREATED:
    case TELAAH_STATUS_IMPLICIT:
    default:
      return found | CELL_SPEAKS;
    }
}

static Cell
look_at_cell (TelaahOpenEnds *self,
              const char     *point,
              const char     *source)
{
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (self->session, point, source);
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  Cell found = { judge (cell), count_words (telaah_cell_fields (cell)->summary), 0 };

  for (guint i = 0; i < evidence->len; i++)
    found.quoted += count_words (telaah_passage_fields (evidence->pdata[i])->quote);

  return found;
}

/* FALSE where there are no more cells. */
static gboolean
step_cell (TelaahOpenEnds *self)
{
  guint n = self->points->len * self->sources->len;

  while (self->next < n && self->cells[self->next].found != 0)
    self->next++;
  if (self->next >= n)
    return FALSE;

  self->cells[self->next] = look_at_cell (self, self->points->pdata[self->next / self->sources->len],
                                          self->sources->pdata[self->next % self->sources->len]);

  return TRUE;
}

static gboolean
step_passage (TelaahOpenEnds *self)
{
  g_autoptr(TelaahPassage) passage = NULL;
  const char *source, *id;

  if (self->source >= self->sources->len)
    return FALSE;

  source = self->sources->pdata[self->source];
  passage = g_list_model_get_item (telaah_session_get_passages (self->session, source), self->passage);
  if (passage == NULL)
    {
      self->source++;
      self->passage = 0;
      return TRUE;
    }

  self->passage++;
  id = telaah_passage_fields (passage)->id;
  if (telaah_session_count_cells (self->session, id) == 0)
    add (self->loose, TELAAH_OPEN_END_UNPLACED_PASSAGE, g_strdup (id), NULL, source)->passage = g_strdup (id);

  return TRUE;
}

/* ---- What was found ---- */

static void
add_cell (TelaahOpenEnds    *self,
          TelaahOpenEndKind  kind,
          guint              point,
          guint              source)
{
  const char *point_id = self->points->pdata[point], *source_id = self->sources->pdata[source];

  add (self->places[kind], kind, g_strconcat (point_id, " ", source_id, NULL), point_id, source_id);
}

static void
gather_row (TelaahOpenEnds *self,
            guint           point,
            const gboolean *hidden)
{
  guint n_sources = 0, n_speak = 0, speaker = 0;

  for (guint i = 0; i < self->sources->len; i++)
    {
      guint8 found = hidden[i] ? 0 : self->cells[point * self->sources->len + i].found;

      n_sources += !hidden[i];
      if (found & CELL_UNREAD)
        add_cell (self, TELAAH_OPEN_END_UNREAD, point, i);
      if (found & CELL_STALE)
        add_cell (self, TELAAH_OPEN_END_STALE, point, i);
      if (found & CELL_SILENT)
        add_cell (self, TELAAH_OPEN_END_SILENT_WITH_EVIDENCE, point, i);
      if (found & CELL_SPEAKS)
        {
          n_speak++;
          speaker = i;
        }
    }

  /* With one source in all there is nothing to compare yet. */
  if (n_speak == 1 && n_sources > 1)
    add_cell (self, TELAAH_OPEN_END_SINGLE_SOURCE, point, speaker);
}

/* What is put aside by being hidden is not open. */
static void
gather_cells (TelaahOpenEnds *self)
{
  g_autofree gboolean *hidden = g_new0 (gboolean, self->sources->len + 1);

  for (guint i = 0; i < self->sources->len; i++)
    hidden[i] = telaah_session_is_hidden (self->session, self->sources->pdata[i]);
  for (guint i = 0; i < self->points->len; i++)
    if (!telaah_session_is_hidden (self->session, self->points->pdata[i]))
      gather_row (self, i, hidden);
}

/* Neither it nor a theme below it has a passage. */
static gboolean
is_unused (TelaahOpenEnds *self,
           GListModel     *themes,
           guint           position)
{
  guint depth = 0;

  for (guint i = position; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);

      if (i == position)
        depth = f->depth;
      else if (f->depth <= depth)
        break;
      if (telaah_session_count (self->session, f->id, NULL) > 0)
        return FALSE;
    }

  return TRUE;
}

static void
gather_themes (TelaahOpenEnds *self)
{
  GListModel *themes = telaah_session_get_themes (self->session);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    if (is_unused (self, themes, i))
      {
        g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
        const char *id = telaah_theme_fields (theme)->id;

        add (self->places[TELAAH_OPEN_END_UNUSED_THEME], TELAAH_OPEN_END_UNUSED_THEME, g_strdup (id), NULL, NULL)
          ->theme = g_strdup (id);
      }
}

static void
finish (TelaahOpenEnds *self)
{
  self->due = FALSE;
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    {
      g_ptr_array_unref (self->places[i]);
      self->places[i] = i == TELAAH_OPEN_END_UNPLACED_PASSAGE ? g_steal_pointer (&self->loose) : new_places ();
    }
  gather_cells (self);
  gather_themes (self);

  if (self->counted != NULL)
    self->counted (self, self->user_data);
}

/* ---- In idle time ---- */

static gboolean
turn_cb (gpointer user_data)
{
  TelaahOpenEnds *self = user_data;
  gint64 end = g_get_monotonic_time () + TURN;

  do
    if (!step_cell (self) && !step_passage (self))
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

static void
restart (TelaahOpenEnds *self)
{
  self->due = TRUE;
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->loose, g_ptr_array_unref);
  self->next = self->source = self->passage = 0;
  if (!self->active)
    return;

  self->loose = new_places ();
  self->idle = g_timeout_add_full (G_PRIORITY_LOW, DELAY, begin_cb, self, NULL);
}

static void
changed_cb (TelaahOpenEnds *self,
            TelaahChange    changes)
{
  if (!(changes & ~(TELAAH_CHANGE_HISTORY | TELAAH_CHANGE_PROJECT | TELAAH_CHANGE_NOTES | TELAAH_CHANGE_MARKS |
                    TELAAH_CHANGE_REVIEW)))
    return;

  if (!is_same (self->points, telaah_session_get_points (self->session), get_point_id) ||
      !is_same (self->sources, telaah_session_get_sources (self->session), get_source_id))
    lay_out (self);
  else
    for (guint i = 0; i < self->points->len; i++)
      for (guint k = 0; k < self->sources->len; k++)
        if (telaah_session_touches (self->session, self->points->pdata[i], self->sources->pdata[k]))
          self->cells[i * self->sources->len + k].found = 0;

  restart (self);
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
  self->active = TRUE;
  self->points = g_ptr_array_new_with_free_func (g_free);
  self->sources = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    self->places[i] = new_places ();
  g_signal_connect_swapped (session, "changed", G_CALLBACK (changed_cb), self);
  lay_out (self);
  restart (self);

  return self;
}

void
telaah_open_ends_free (TelaahOpenEnds *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_signal_handlers_disconnect_by_func (self->session, changed_cb, self);
  for (guint i = 0; i < TELAAH_N_OPEN_END_KINDS; i++)
    g_ptr_array_unref (self->places[i]);
  g_clear_pointer (&self->loose, g_ptr_array_unref);
  g_ptr_array_unref (self->points);
  g_ptr_array_unref (self->sources);
  g_free (self->cells);
  g_object_unref (self->session);
  g_free (self);
}

/* While nobody sees them they are not counted; what has changed by then is made up for. */
void
telaah_open_ends_set_active (TelaahOpenEnds *self,
                             gboolean        active)
{
  if (self->active == active)
    return;

  self->active = active;
  if (self->due)
    restart (self);
}

guint
telaah_open_ends_get_count (TelaahOpenEnds    *self,
                            TelaahOpenEndKind  kind)
{
  return self->places[kind]->len;
}

GPtrArray *
telaah_open_ends_get (TelaahOpenEnds    *self,
                      TelaahOpenEndKind  kind)
{
  return self->places[kind];
}

/* What the researcher has written on the point itself. */
static guint
count_point (TelaahPoint *point)
{
  const TelaahPointFields *f = telaah_point_fields (point);

  return count_words (f->question) + count_words (f->similarities) + count_words (f->differences);
}

/**
 * telaah_open_ends_count_words:
 * @point: (nullable): with those below it; %NULL for all
 * @written: (out): words that were written
 * @quoted: (out): words of the quotes that they rest on
 *
 * As of the last count.
 */
void
telaah_open_ends_count_words (TelaahOpenEnds *self,
                              const char     *point,
                              guint          *written,
                              guint          *quoted)
{
  GListModel *points = telaah_session_get_points (self->session);
  guint within = point == NULL ? 0 : G_MAXUINT;   /* below which depth we are, or how deep it is at least */

  *written = *quoted = 0;
  for (guint i = 0; i < g_list_model_get_n_items (points) && i < self->points->len; i++)
    {
      g_autoptr(TelaahPoint) item = g_list_model_get_item (points, i);
      const TelaahPointFields *f = telaah_point_fields (item);

      if (point != NULL && g_str_equal (f->id, point))
        within = f->depth + 1;
      else if (within == G_MAXUINT)
        continue;
      else if (point != NULL && f->depth < within)
        break;

      *written += count_point (item);
      for (guint k = 0; k < self->sources->len; k++)
        {
          *written += self->cells[i * self->sources->len + k].written;
          *quoted += self->cells[i * self->sources->len + k].quoted;
        }
    }
}
