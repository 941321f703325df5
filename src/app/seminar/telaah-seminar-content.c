/* What there is to say on one point, as a seminar shows it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-content.h"

#include <string.h>

#include <glib/gi18n.h>

static void
free_quotation (gpointer data)
{
  TelaahSeminarQuotation *self = data;

  g_free (self->passage);
  g_free (self->words);
  g_free (self->section);
  g_free (self->color);
  g_free (self);
}

static void
free_voice (gpointer data)
{
  TelaahSeminarVoice *self = data;

  g_free (self->source);
  g_free (self->name);
  g_free (self->origin);
  g_free (self->summary);
  g_free (self->translation);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

void
telaah_seminar_content_free (TelaahSeminarContent *self)
{
  g_free (self->point);
  g_free (self->path);
  g_free (self->question);
  g_free (self->more);
  g_free (self->similarities);
  g_free (self->differences);
  g_ptr_array_unref (self->voices);
  g_free (self);
}

/* ---- Words ---- */

/* NULL where there is nothing but blanks. */
static char *
dup_written (const char *text)
{
  g_autofree char *words = text != NULL ? g_strstrip (g_strdup (text)) : NULL;

  return words != NULL && *words != '\0' ? g_steal_pointer (&words) : NULL;
}

/* Breaks of lines are those of the page that the text came from. */
static char *
dup_line (const char *text)
{
  GString *line = g_string_new (NULL);
  gboolean blank = FALSE;

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isspace (*p) || c == 0x2028 || c == 0x2029)
        {
          blank = line->len > 0;
          continue;
        }
      if (blank)
        g_string_append_c (line, ' ');
      blank = FALSE;
      g_string_append_unichar (line, c);
    }

  return g_string_free (line, FALSE);
}

static const char *
get_title (TelaahSession *session,
           TelaahPoint   *point)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  TelaahTheme *theme;

  if (fields->title != NULL && *fields->title != '\0')
    return fields->title;
  theme = fields->theme != NULL ? telaah_session_find_theme (session, fields->theme) : NULL;

  return theme != NULL ? telaah_theme_fields (theme)->name : _("Untitled point");
}

static TelaahPoint *
get_parent (TelaahSession *session,
            TelaahPoint   *point)
{
  const char *parent = telaah_point_fields (point)->parent;

  return parent != NULL ? telaah_session_find_point (session, parent) : NULL;
}

/* Its title after those of the points above it, or only theirs. Returns: NULL where that is nothing */
static char *
dup_path (TelaahSession *session,
          TelaahPoint   *point,
          gboolean       own)
{
  GString *path = g_string_new (NULL);

  for (TelaahPoint *up = own ? point : get_parent (session, point); up != NULL; up = get_parent (session, up))
    {
      g_string_prepend (path, path->len > 0 ? " › " : "");
      g_string_prepend (path, get_title (session, up));
    }

  return g_string_free (path, path->len == 0);
}

/* The first line is what is asked, the others explain it. */
static void
take_question (TelaahSeminarContent *self,
               const char           *question,
               const char           *title)
{
  g_autofree char *words = dup_written (question);
  char *line = words != NULL ? strchr (words, '\n') : NULL;

  if (line != NULL)
    {
      *line = '\0';
      self->more = dup_written (line + 1);
    }
  self->question = words != NULL ? dup_written (words) : g_strdup (title);
}

/* ---- Sources ---- */

/* The theme that the point is about, where the passage has it: else its first. */
static const char *
choose_theme (TelaahPassage *passage,
              TelaahPoint   *point)
{
  const TelaahPassageFields *fields = telaah_passage_fields (passage);
  const char *theme = telaah_point_fields (point)->theme;

  return theme != NULL && telaah_passage_has_theme (passage, theme) ? theme : fields->themes[0];
}

static TelaahSeminarQuotation *
make_quotation (TelaahSession *session,
                TelaahPoint   *point,
                TelaahPassage *passage)
{
  const TelaahPassageFields *fields = telaah_passage_fields (passage);
  TelaahSeminarQuotation *self = g_new0 (TelaahSeminarQuotation, 1);

  self->passage = g_strdup (fields->id);
  self->words = dup_line (fields->quote);
  if (fields->lost == NULL)
    self->section = g_strdup (telaah_session_get_section (session, fields->source, fields->span.start));
  self->color = g_strdup (telaah_session_get_color (session, choose_theme (passage, point)));

  return self;
}

/* The year does not stand in a line alone. */
static char *
dup_origin (TelaahSource *source)
{
  g_autofree char *origin = telaah_source_dup_origin (source);
  g_auto(GStrv) parts = origin != NULL ? g_strsplit (origin, ", ", -1) : NULL;

  return parts != NULL ? g_strjoinv (",\u00a0", parts) : NULL;
}

static TelaahSeminarVoice *
make_voice (TelaahSession *session,
            TelaahPoint   *point,
            TelaahSource  *source)
{
  TelaahSeminarVoice *self = g_new0 (TelaahSeminarVoice, 1);
  const char *id = telaah_source_fields (source)->id;
  g_autoptr(TelaahCell) cell = telaah_session_dup_cell (session, telaah_point_fields (point)->id, id);
  GPtrArray *evidence = cell != NULL ? telaah_cell_get_evidence (cell) : NULL;

  self->source = g_strdup (id);
  self->name = g_strdup (telaah_source_get_name (source));
  self->origin = dup_origin (source);
  self->quotes = g_ptr_array_new_with_free_func (free_quotation);
  if (cell == NULL)
    return self;

  self->status = telaah_cell_fields (cell)->status;
  self->summary = dup_written (telaah_cell_fields (cell)->summary);
  self->translation = dup_written (telaah_cell_fields (cell)->translation);
  for (guint i = 0; evidence != NULL && i < evidence->len; i++)
    g_ptr_array_add (self->quotes, make_quotation (session, point, evidence->pdata[i]));

  return self;
}

/**
 * telaah_seminar_content_new:
 *
 * Returns: (transfer full) (nullable): %NULL where there is no such point
 */
TelaahSeminarContent *
telaah_seminar_content_new (TelaahSession *session,
                            const char    *id)
{
  TelaahPoint *point = telaah_session_find_point (session, id);
  GListModel *sources = telaah_session_get_sources (session);
  TelaahSeminarContent *self;

  if (point == NULL)
    return NULL;

  self = g_new0 (TelaahSeminarContent, 1);
  self->point = g_strdup (id);
  take_question (self, telaah_point_fields (point)->question, get_title (session, point));
  self->path = dup_path (session, point, g_strcmp0 (self->question, get_title (session, point)) != 0);
  self->similarities = dup_written (telaah_point_fields (point)->similarities);
  self->differences = dup_written (telaah_point_fields (point)->differences);
  self->voices = g_ptr_array_new_with_free_func (free_voice);

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      if (!telaah_session_is_hidden (session, telaah_source_fields (source)->id))
        g_ptr_array_add (self->voices, make_voice (session, point, source));
    }

  return self;
}

/* ---- Comparing ---- */

static gboolean
equal_voices (const TelaahSeminarVoice *a,
              const TelaahSeminarVoice *b)
{
  if (g_strcmp0 (a->source, b->source) != 0 || g_strcmp0 (a->name, b->name) != 0 ||
      g_strcmp0 (a->origin, b->origin) != 0 || a->status != b->status || g_strcmp0 (a->summary, b->summary) != 0 ||
      g_strcmp0 (a->translation, b->translation) != 0 || a->quotes->len != b->quotes->len)
    return FALSE;

  for (guint i = 0; i < a->quotes->len; i++)
    {
      const TelaahSeminarQuotation *x = a->quotes->pdata[i], *y = b->quotes->pdata[i];

      if (g_strcmp0 (x->passage, y->passage) != 0 || g_strcmp0 (x->words, y->words) != 0 ||
          g_strcmp0 (x->section, y->section) != 0 || g_strcmp0 (x->color, y->color) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether both look the same on the wall. */
gboolean
telaah_seminar_content_equal (const TelaahSeminarContent *a,
                              const TelaahSeminarContent *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (g_strcmp0 (a->point, b->point) != 0 || g_strcmp0 (a->path, b->path) != 0 ||
      g_strcmp0 (a->question, b->question) != 0 || g_strcmp0 (a->more, b->more) != 0 ||
      g_strcmp0 (a->similarities, b->similarities) != 0 || g_strcmp0 (a->differences, b->differences) != 0 ||
      a->voices->len != b->voices->len)
    return FALSE;

  for (guint i = 0; i < a->voices->len; i++)
    if (!equal_voices (a->voices->pdata[i], b->voices->pdata[i]))
      return FALSE;

  return TRUE;
}

/**
 * telaah_seminar_content_dup_names:
 *
 * Returns: (transfer full): of all who must not be known while it is blind: titles and authors
 */
char **
telaah_seminar_content_dup_names (const TelaahSeminarContent *self,
                                  TelaahSession              *session)
{
  g_autoptr(GPtrArray) names = g_ptr_array_new_null_terminated (8, g_free, TRUE);

  for (guint i = 0; i < self->voices->len; i++)
    {
      const TelaahSeminarVoice *voice = self->voices->pdata[i];
      TelaahSource *source = telaah_session_find_source (session, voice->source);
      const char *author = source != NULL ? telaah_source_fields (source)->author : NULL;

      if (author != NULL && *author != '\0')
        g_ptr_array_add (names, g_strdup (author));
    }

  return (char **) g_ptr_array_steal (names, NULL);
}

/* ---- Points ---- */

static gboolean
is_left_out (TelaahSession *session,
             TelaahPoint   *point)
{
  for (; point != NULL; point = get_parent (session, point))
    if (telaah_point_fields (point)->hidden)
      return TRUE;

  return FALSE;
}

/**
 * telaah_seminar_dup_points:
 *
 * Returns: (transfer full) (element-type utf8): ids of those that are not hidden, nor below one that is
 */
GPtrArray *
telaah_seminar_dup_points (TelaahSession *session)
{
  GListModel *points = telaah_session_get_points (session);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < g_list_model_get_n_items (points); i++)
    {
      g_autoptr(TelaahPoint) point = g_list_model_get_item (points, i);

      if (!is_left_out (session, point))
        g_ptr_array_add (ids, g_strdup (telaah_point_fields (point)->id));
    }

  return ids;
}

guint
telaah_seminar_count_sources (TelaahSession *session)
{
  GListModel *sources = telaah_session_get_sources (session);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      n += !telaah_session_is_hidden (session, telaah_source_fields (source)->id);
    }

  return n;
}
