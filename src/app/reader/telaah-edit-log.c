/* What was done to a text while it was edited, change by change. An undo gives back the words themselves, not new
 * ones that look like them: so it takes changes out of the log instead of adding to it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-edit-log.h"

typedef struct
{
  TelaahSpan span;      /* that came in, or that went; in the text of that moment */
  gboolean   deleted;
} Change;

struct _TelaahEditLog
{
  GArray      *changes;      /* of Change */
  guint        characters;   /* of the text as it was */
  TelaahEdits *edits;        /* what they come to; NULL: to be found out again */
};

TelaahEditLog *
telaah_edit_log_new (guint characters)
{
  TelaahEditLog *self = g_new (TelaahEditLog, 1);

  *self = (TelaahEditLog) { g_array_new (FALSE, FALSE, sizeof (Change)), characters, telaah_edits_new (characters) };

  return self;
}

void
telaah_edit_log_free (TelaahEditLog *self)
{
  g_array_unref (self->changes);
  g_clear_pointer (&self->edits, telaah_edits_free);
  g_free (self);
}

static Change *
get_change (TelaahEditLog *self,
            guint          i)
{
  return &g_array_index (self->changes, Change, i);
}

static void
apply (TelaahEdits  *edits,
       const Change *change)
{
  if (change->deleted)
    telaah_edits_delete (edits, change->span);
  else
    telaah_edits_insert (edits, change->span.start, change->span.end - change->span.start);
}

static void
add (TelaahEditLog *self,
     Change         change)
{
  g_array_append_val (self->changes, change);
  if (self->edits != NULL)
    apply (self->edits, &change);
}

/* How many of the last changes @undone takes back together: a single undo may take back many keystrokes. 0: not just
 * these.
 *
 * They are gone through backwards, and @reach grows by what each of them did, until it is what was undone. */
static guint
count_taken_back (TelaahEditLog *self,
                  Change         undone)
{
  guint length = undone.span.end - undone.span.start;
  TelaahSpan reach = { 0, 0 };

  for (guint i = self->changes->len; i > 0; i--)
    {
      const Change *change = get_change (self, i - 1);
      guint n = change->span.end - change->span.start;
      gboolean first = i == self->changes->len;

      if (change->deleted == undone.deleted)
        return 0;

      if (change->deleted)
        {
          /* It comes in again at its start. */
          if (!first && (change->span.start < reach.start || change->span.start > reach.end))
            return 0;
          reach.start = first ? change->span.start : reach.start;
          reach.end = first ? change->span.end : reach.end + n;
        }
      else
        {
          /* What came in before this ends where this begins, or where what came in here is gone. */
          if (!first && change->span.end != reach.start)
            return 0;
          reach = (TelaahSpan) { change->span.start, first ? change->span.end : reach.end };
        }

      if (reach.end - reach.start >= length)
        return reach.start == undone.span.start && reach.end == undone.span.end ? self->changes->len - i + 1 : 0;
    }

  return 0;
}

static void
record (TelaahEditLog *self,
        Change         change,
        gboolean       undo)
{
  guint n = undo ? count_taken_back (self, change) : 0;

  if (change.span.start == change.span.end)
    return;

  if (n == 0)
    {
      add (self, change);
      return;
    }

  g_array_set_size (self->changes, self->changes->len - n);
  g_clear_pointer (&self->edits, telaah_edits_free);
}

/* @undo: the words that are coming in are those that were deleted last. */
void
telaah_edit_log_insert (TelaahEditLog *self,
                        guint          offset,
                        guint          characters,
                        gboolean       undo)
{
  record (self, (Change) { { offset, offset + characters }, FALSE }, undo);
}

/* @undo: the words that are going are those that came in last. */
void
telaah_edit_log_delete (TelaahEditLog *self,
                        TelaahSpan     span,
                        gboolean       undo)
{
  record (self, (Change) { span, TRUE }, undo);
}

/* Whether nothing was done, or all of it undone. */
gboolean
telaah_edit_log_is_empty (TelaahEditLog *self)
{
  return self->changes->len == 0;
}

/* Borrowed, until the next change. */
const TelaahEdits *
telaah_edit_log_get_edits (TelaahEditLog *self)
{
  if (self->edits == NULL)
    {
      self->edits = telaah_edits_new (self->characters);
      for (guint i = 0; i < self->changes->len; i++)
        apply (self->edits, get_change (self, i));
    }

  return self->edits;
}
