/* What one field of the comparison shows and says: words only, no drawing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-face.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-status-mark.h"

/* More than a cell can ever show; what lies beyond need not be laid out. */
#define MOST_CHARACTERS 600

static gboolean
has_words (const char *text)
{
  return text != NULL && *text != '\0';
}

/* One paragraph of @text, not longer than is worth laying out; NULL where it has no words. */
static char *
dup_flat (const char *text)
{
  g_autofree char *head = NULL;
  const char *end;

  if (!has_words (text))
    return NULL;

  end = g_utf8_strlen (text, -1) > MOST_CHARACTERS ? g_utf8_offset_to_pointer (text, MOST_CHARACTERS) : NULL;
  head = end != NULL ? g_strndup (text, end - text) : g_strdup (text);
  g_strstrip (g_strdelimit (head, "\n\t", ' '));

  return *head != '\0' ? g_steal_pointer (&head) : NULL;
}

static char *
dup_first_line (const char *text)
{
  g_autofree char *line = NULL;

  if (!has_words (text))
    return NULL;

  line = g_strstrip (g_strndup (text, strcspn (text, "\n")));

  return dup_flat (line);
}

static TelaahGridFace *
face_new (TelaahGridKind  kind,
          const char     *title)
{
  TelaahGridFace *self = g_new0 (TelaahGridFace, 1);

  self->kind = kind;
  self->title = dup_flat (title);

  return self;
}

TelaahGridFace *
telaah_grid_face_new_heading (const char *title)
{
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_HEADING, title);

  self->name = g_strdup (title);

  return self;
}

TelaahGridFace *
telaah_grid_face_new_source (TelaahSource *source)
{
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_SOURCE, telaah_source_get_name (source));

  self->body = telaah_source_dup_origin (source);
  self->name = self->body != NULL ? g_strdup_printf ("%s, %s", telaah_source_get_name (source), self->body)
                                  : g_strdup (telaah_source_get_name (source));

  return self;
}

/**
 * telaah_grid_face_new_point:
 * @color: (nullable): of the theme that it stands for
 */
TelaahGridFace *
telaah_grid_face_new_point (TelaahPoint    *point,
                            const char     *color,
                            TelaahGridFold  fold)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_POINT, fields->title);

  self->body = dup_first_line (fields->similarities);
  self->name = g_strdup (fields->title);
  self->color = g_strdup (color);
  self->fold = fold;
  self->depth = fields->depth;
  self->hushed = TRUE;

  return self;
}

static char *
dup_passages (guint n)
{
  return g_strdup_printf (ngettext ("%u passage", "%u passages", n), n);
}

/* What stands where the summary would. */
static char *
dup_remark (const TelaahCellFields *fields,
            guint                   n_passages)
{
  if (fields->status == TELAAH_STATUS_UNREAD)
    return n_passages > 0 ? dup_passages (n_passages) : NULL;

  return fields->status != TELAAH_STATUS_SILENT ? g_strdup (_("No summary yet")) : NULL;
}

static char *
dup_cell_name (const TelaahGridFace *self,
               const char           *point,
               const char           *source,
               guint                 n_passages)
{
  /* Translators: the name of a cell for a screen reader: point, source and status; more of it follows. */
  g_autofree char *lead = g_strdup_printf (_("%s, %s: %s"), point, source, self->title);
  GString *name = g_string_new (lead);

  if (self->alert != NULL)
    g_string_append_printf (name, ", %s", self->alert);

  if (n_passages > 0)
    {
      g_autofree char *passages = dup_passages (n_passages);

      g_string_append_printf (name, ", %s", passages);
    }

  if (self->body != NULL && !self->hushed)
    g_string_append_printf (name, ". %s", self->body);

  return g_string_free (name, FALSE);
}

TelaahGridFace *
telaah_grid_face_new_cell (TelaahCell *cell,
                           const char *point,
                           const char *source)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_CELL, telaah_status_get_word (fields->status));
  guint n = telaah_cell_get_evidence (cell)->len;
  guint n_new = telaah_cell_get_n_new (cell);

  self->status = fields->status;
  self->body = dup_flat (fields->summary);
  self->hushed = self->body == NULL;

  if (self->hushed)
    self->body = dup_remark (fields, n);

  if (telaah_cell_is_stale (cell))
    /* Translators: a summary that was written before the passages under it changed; %u of them are new. */
    self->alert = n_new > 0 ? g_strdup_printf (ngettext ("stale: %u new", "stale: %u new", n_new), n_new)
                            : g_strdup (_("stale"));

  if (n > 0 && !(self->hushed && fields->status == TELAAH_STATUS_UNREAD))
    /* Translators: the number of passages, as short as can be. */
    self->count = g_strdup_printf (_("%u ¶"), n);

  self->name = dup_cell_name (self, point, source, n);

  return self;
}

TelaahGridFace *
telaah_grid_face_new_comparison (TelaahPoint *point)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_COMPARISON, NULL);
  GString *name = g_string_new (NULL);

  self->body = dup_flat (fields->similarities);
  self->second_body = dup_flat (fields->differences);

  if (self->body != NULL)
    self->title = g_strdup (_("Similar"));

  if (self->second_body != NULL)
    self->second_title = g_strdup (_("Different"));

  g_string_append_printf (name, _("%s, similarities and differences"), fields->title);

  if (self->body != NULL)
    g_string_append_printf (name, ". %s: %s", self->title, self->body);

  if (self->second_body != NULL)
    g_string_append_printf (name, ". %s: %s", self->second_title, self->second_body);

  self->name = g_string_free (name, FALSE);

  return self;
}

void
telaah_grid_face_free (TelaahGridFace *self)
{
  g_free (self->title);
  g_free (self->alert);
  g_free (self->count);
  g_free (self->body);
  g_free (self->second_title);
  g_free (self->second_body);
  g_free (self->name);
  g_free (self->color);
  g_free (self);
}

/* Whether they look and sound the same; the accessible name says nearly all that is seen. */
gboolean
telaah_grid_face_equal (const TelaahGridFace *a,
                        const TelaahGridFace *b)
{
  return a->kind == b->kind && a->status == b->status && a->fold == b->fold && a->depth == b->depth &&
         a->hushed == b->hushed && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->body, b->body) == 0 &&
         g_strcmp0 (a->second_body, b->second_body) == 0 && g_strcmp0 (a->count, b->count) == 0 &&
         g_strcmp0 (a->color, b->color) == 0;
}
