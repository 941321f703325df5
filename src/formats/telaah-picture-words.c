/* What a picture says: of a place, to those who point at it or hear it, and of itself.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-picture-private.h"

#include <glib/gi18n-lib.h>

/* What is counted in a cell. */
guint
telaah_picture_get_count (TelaahPicture *self,
                          guint          row,
                          guint          column)
{
  const TelaahMatrixCount *count = telaah_matrix_at (self->matrix, row, column);

  return self->measure == TELAAH_MEASURE_PASSAGES ? count->passages : count->characters;
}

/* A theme and itself. */
gboolean
telaah_picture_is_diagonal (TelaahPicture *self,
                            guint          row,
                            guint          column)
{
  return self->matrix->symmetric && row == column;
}

/* What the numbers are, in a few words over the scale. */
const char *
telaah_picture_get_measured (TelaahPicture *self)
{
  gboolean passages = self->measure == TELAAH_MEASURE_PASSAGES;

  switch (self->kind)
    {
    case TELAAH_PICTURE_HEATMAP:
      return passages ? _("Passages") : _("Characters");

    case TELAAH_PICTURE_COOCCURRENCE:
      return passages ? _("Places in common") : _("Characters in common");

    case TELAAH_PICTURE_PORTRAITS:
      return _("Place in the text");

    default:
      g_return_val_if_reached ("");
    }
}

/* What the picture shows, in a sentence without a full stop. */
const char *
telaah_picture_get_subject (TelaahPicture *self)
{
  gboolean passages = self->measure == TELAAH_MEASURE_PASSAGES;

  switch (self->kind)
    {
    case TELAAH_PICTURE_HEATMAP:
      return passages ? _("Heat map: passages of each source on each point")
                      : _("Heat map: characters in passages of each source on each point");

    case TELAAH_PICTURE_COOCCURRENCE:
      return passages ? _("Co-occurrence: places where two themes lie on the same words")
                      : _("Co-occurrence: characters on which two themes lie together");

    case TELAAH_PICTURE_PORTRAITS:
      return _("Portraits: where in each source each theme falls");

    default:
      g_return_val_if_reached ("");
    }
}

static gboolean
has_headings (TelaahPicture *self)
{
  for (guint i = 0; i < self->portraits->len; i++)
    if (((TelaahPortrait *) self->portraits->pdata[i])->headings->len > 0)
      return TRUE;

  return FALSE;
}

/* How to read it. */
const char *
telaah_picture_get_scale (TelaahPicture *self)
{
  if (self->kind == TELAAH_PICTURE_PORTRAITS)
    return has_headings (self) ? _("Each source from its beginning, 0 %, to its end, 100 %; thin lines are headings.")
                               : _("Each source from its beginning, 0 %, to its end, 100 %.");

  return _("The tint grows with the square root of the number.");
}

/* With the separators of the language. */
char *
telaah_picture_dup_number (guint number)
{
  return g_strdup_printf ("%'u", number);
}

static char *
dup_passages (guint number)
{
  g_autofree char *digits = telaah_picture_dup_number (number);

  /* Translators: %s is a number, as in the next messages. */
  return g_strdup_printf (ngettext ("%s passage", "%s passages", number), digits);
}

static char *
dup_characters (guint number)
{
  g_autofree char *digits = telaah_picture_dup_number (number);

  return g_strdup_printf (ngettext ("%s character", "%s characters", number), digits);
}

/* "12 passages, 3,400 characters" */
static char *
dup_counts (guint passages,
            guint characters)
{
  g_autofree char *first = dup_passages (passages);
  g_autofree char *second = dup_characters (characters);

  /* Translators: "12 passages, 3,400 characters" */
  return g_strdup_printf (_("%s, %s"), first, second);
}

static char *
dup_places (const TelaahMatrixCount *count)
{
  g_autofree char *digits = telaah_picture_dup_number (count->passages);
  g_autofree char *places = g_strdup_printf (ngettext ("%s place in common", "%s places in common", count->passages),
                                             digits);
  g_autofree char *characters = dup_characters (count->characters);

  return g_strdup_printf (_("%s, %s"), places, characters);
}

static char *
dup_cell_words (TelaahPicture *self,
                guint          row,
                guint          column)
{
  const TelaahMatrixLine *first = self->matrix->rows->pdata[row];
  const TelaahMatrixLine *second = self->matrix->columns->pdata[column];
  const TelaahMatrixCount *count = telaah_matrix_at (self->matrix, row, column);
  g_autofree char *counts = NULL;

  if (telaah_picture_is_diagonal (self, row, column))
    {
      counts = dup_counts (count->passages, count->characters);
      return count->passages > 0 ? g_strdup_printf (_("%s: %s"), first->name, counts) : g_strdup (first->name);
    }

  if (count->passages == 0)
    counts = g_strdup (self->matrix->symmetric ? _("never on the same words") : _("no passages"));
  else if (self->matrix->symmetric)
    counts = dup_places (count);
  else
    counts = dup_counts (count->passages, count->characters);

  /* Translators: "Challenges · Rahma 2021: 12 passages, 3,400 characters" */
  return g_strdup_printf (_("%s · %s: %s"), first->name, second->name, counts);
}

static char *
dup_lane_words (TelaahPicture      *self,
                TelaahPicturePlace  place)
{
  const TelaahPictureLane *at = &g_array_index (self->lanes, TelaahPictureLane, place.row);
  g_autofree char *counts = dup_counts (at->lane->passages, at->lane->characters);
  TelaahSpan span;
  double length = MAX (at->portrait->characters, 1);

  if (place.column < 0)
    return g_strdup_printf (_("%s · %s: %s"), at->lane->name, at->portrait->name, counts);

  span = g_array_index (at->lane->spans, TelaahSpan, place.column);
  g_clear_pointer (&counts, g_free);
  counts = dup_characters (span.end - span.start);

  /* Translators: "Challenges · Rahma 2021: from 34.1 % to 36.0 % of the text, 340 characters" */
  return g_strdup_printf (_("%s · %s: from %.1f %% to %.1f %% of the text, %s"), at->lane->name, at->portrait->name,
                          100 * span.start / length, 100 * span.end / length, counts);
}

/**
 * telaah_picture_dup_words:
 *
 * Returns: (transfer full): what is at @place, to be read or heard
 */
char *
telaah_picture_dup_words (TelaahPicture      *self,
                          TelaahPicturePlace  place)
{
  const TelaahMatrixLine *line;

  if (self->lanes != NULL)
    return dup_lane_words (self, place);

  if (place.row >= 0 && place.column >= 0)
    return dup_cell_words (self, place.row, place.column);

  line = place.row >= 0 ? self->matrix->rows->pdata[place.row] : self->matrix->columns->pdata[place.column];

  return g_strdup (line->name);
}
