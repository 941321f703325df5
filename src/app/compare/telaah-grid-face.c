/* What one field of the comparison shows and says: words only, no drawing.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/compare/telaah-grid-face.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/compare/telaah-status-mark.h"
#include "formats/telaah-outline-words.h"

/* More than a cell can ever show; what lies beyond need not be laid out. */
#define MOST_CHARACTERS 600

/* And of a quote that is shown whole. */
#define MOST_OF_QUOTE 1200

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

/* As one more sentence, whether or not the last one ends with a full stop of its own. */
static void
add_sentence (GString    *name,
              const char *lead,
              const char *words)
{
  gboolean ended = name->len > 0 && strchr (".?!", name->str[name->len - 1]) != NULL;

  g_string_append (name, ended ? " " : ". ");
  if (lead != NULL)
    g_string_append_printf (name, "%s: ", lead);
  g_string_append (name, words);
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
 * @colors: (nullable): of the themes that it stands for, with blanks between
 * @flat: it stands over a column: neither indented nor to be folded there
 */
TelaahGridFace *
telaah_grid_face_new_point (TelaahPoint    *point,
                            const char     *colors,
                            TelaahGridFold  fold,
                            gboolean        flat)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_POINT, fields->title);

  self->body = dup_first_line (has_words (fields->question) ? fields->question : fields->similarities);
  self->note = telaah_point_dup_condition (point);
  self->name = self->note != NULL ? g_strdup_printf ("%s, %s", fields->title, self->note) : g_strdup (fields->title);
  self->colors = has_words (colors) ? g_strdup (colors) : NULL;
  self->fold = flat ? TELAAH_GRID_FOLD_NONE : fold;
  self->depth = flat ? 0 : fields->depth;
  self->flat = flat;
  self->hushed = TRUE;

  return self;
}

/* ---- Cells ---- */

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

/* @part: (transfer full): of @n, which may be none */
static void
take_part (GString *words,
           guint    n,
           char    *part)
{
  if (n > 0)
    g_string_append_printf (words, "%s%s", words->len > 0 ? ", " : "", part);

  g_free (part);
}

static char *
dup_stale (const TelaahGridLook *look)
{
  g_autoptr(GString) parts = g_string_new (NULL);
  guint came = look->n_came, changed = look->n_changed, went = look->n_went;

  /* Translators: passages under a summary that have come, changed or gone since it was written */
  take_part (parts, came, g_strdup_printf (ngettext ("%u new", "%u new", came), came));
  take_part (parts, changed, g_strdup_printf (ngettext ("%u changed", "%u changed", changed), changed));
  take_part (parts, went, g_strdup_printf (ngettext ("%u gone", "%u gone", went), went));

  /* Translators: a summary that was written before the passages under it changed; %s says how, such as "2 new" */
  return parts->len > 0 ? g_strdup_printf (_("stale: %s"), parts->str) : g_strdup (_("stale"));
}

static char *
dup_alert (TelaahCell           *cell,
           const TelaahGridLook *look)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  g_autofree char *proposal = NULL, *stale = NULL;

  if (fields->proposes)
    /* Translators: %s is a status that the passages suggest, such as "Treated" */
    proposal = g_strdup_printf (_("%s?"), telaah_status_get_word (fields->proposal));

  if (telaah_cell_is_stale (cell))
    stale = dup_stale (look);

  if (proposal != NULL && stale != NULL)
    return g_strdup_printf ("%s · %s", proposal, stale);

  return proposal != NULL ? g_steal_pointer (&proposal) : g_steal_pointer (&stale);
}

static char *
dup_cell_name (const TelaahGridFace *self,
               const TelaahGridLook *look,
               guint                 n_passages)
{
  /* Translators: the name of a cell for a screen reader: point, source and status; more of it follows. */
  g_autofree char *lead = g_strdup_printf (_("%s, %s: %s"), look->point, look->source, self->title);
  GString *name = g_string_new (lead);

  if (self->alert != NULL)
    g_string_append_printf (name, ", %s", self->alert);

  if (n_passages > 0)
    {
      g_autofree char *passages = dup_passages (n_passages);

      g_string_append_printf (name, ", %s", passages);
    }

  if (self->body != NULL && !self->hushed)
    add_sentence (name, NULL, self->body);

  if (self->second_body != NULL)
    g_string_append_printf (name, " — %s", self->second_body);

  for (guint i = 0; self->quotes != NULL && i < self->quotes->len; i++)
    {
      const TelaahGridQuote *quote = self->quotes->pdata[i];

      g_string_append_printf (name, ". %u: “%s” %s", i + 1, quote->quote, quote->reference);
    }

  return g_string_free (name, FALSE);
}

static guint
count_evidence (TelaahCell             *cell,
                const TelaahGridFilter *filter)
{
  GPtrArray *evidence = telaah_cell_get_evidence (cell);
  guint n = 0;

  for (guint i = 0; i < evidence->len; i++)
    n += telaah_grid_filter_has_passage (filter, evidence->pdata[i]);

  return n;
}

TelaahGridFace *
telaah_grid_face_new_cell (TelaahCell           *cell,
                           const TelaahGridLook *look)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_CELL, telaah_status_get_word (fields->status));
  guint n = count_evidence (cell, look->filter);

  self->status = fields->status;
  self->body = dup_flat (fields->summary);
  self->hushed = self->body == NULL;
  self->faint = !telaah_grid_filter_has_cell (look->filter, cell);
  self->alert = dup_alert (cell, look);

  if (self->hushed)
    self->body = dup_remark (fields, n);

  if (look->translated)
    self->second_body = dup_flat (fields->translation);

  if (n > 0 && !(self->hushed && fields->status == TELAAH_STATUS_UNREAD))
    /* Translators: the number of passages, as short as can be. */
    self->count = g_strdup_printf (_("%u ¶"), n);

  self->name = dup_cell_name (self, look, n);

  return self;
}

void
telaah_grid_quote_free (gpointer quote)
{
  TelaahGridQuote *self = quote;

  g_free (self->passage);
  g_free (self->quote);
  g_free (self->reference);
  g_free (self);
}

/* Very long quotes are cut; the tooltip has what is cut off. */
static void
shorten_quotes (TelaahGridFace *self)
{
  for (guint i = 0; i < self->quotes->len; i++)
    {
      TelaahGridQuote *quote = self->quotes->pdata[i];
      g_autofree char *whole = NULL;
      const char *end;

      if (g_utf8_strlen (quote->quote, -1) <= MOST_OF_QUOTE)
        continue;

      whole = g_steal_pointer (&quote->quote);
      end = g_utf8_offset_to_pointer (whole, MOST_OF_QUOTE);
      quote->quote = g_strdup_printf ("%.*s…", (int) (end - whole), whole);
      g_free (self->rest);
      self->rest = g_strdup_printf ("…%s", end);
    }
}

/**
 * telaah_grid_face_new_quotes:
 * @quotes: (transfer full) (element-type TelaahGridQuote): in the researcher's order
 */
TelaahGridFace *
telaah_grid_face_new_quotes (TelaahCell           *cell,
                             const TelaahGridLook *look,
                             GPtrArray            *quotes)
{
  const TelaahCellFields *fields = telaah_cell_fields (cell);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_CELL, telaah_status_get_word (fields->status));

  self->status = fields->status;
  self->quotes = quotes;
  self->hushed = TRUE;
  self->faint = !telaah_grid_filter_has_cell (look->filter, cell);
  shorten_quotes (self);
  self->name = dup_cell_name (self, look, quotes->len);

  /* The words speak for themselves. */
  if (quotes->len > 0)
    g_clear_pointer (&self->title, g_free);

  return self;
}

/* ---- What is compared ---- */

/**
 * telaah_grid_face_new_comparison:
 * @cites: (nullable): sources that the similarities cite
 * @second_cites: (nullable): and those of the differences
 * @facts: (nullable): what can be counted
 */
TelaahGridFace *
telaah_grid_face_new_comparison (TelaahPoint *point,
                                 const char  *cites,
                                 const char  *second_cites,
                                 const char  *facts)
{
  const TelaahPointFields *fields = telaah_point_fields (point);
  TelaahGridFace *self = face_new (TELAAH_GRID_KIND_COMPARISON, NULL);
  GString *name = g_string_new (NULL);

  self->body = dup_flat (fields->similarities);
  self->second_body = dup_flat (fields->differences);
  self->note = has_words (facts) ? g_strdup (facts) : NULL;

  if (self->body != NULL)
    {
      self->title = g_strdup (_("Similar"));
      self->cites = has_words (cites) ? g_strdup (cites) : NULL;
    }

  if (self->second_body != NULL)
    {
      self->second_title = g_strdup (_("Different"));
      self->second_cites = has_words (second_cites) ? g_strdup (second_cites) : NULL;
    }

  g_string_append_printf (name, _("%s, similarities and differences"), fields->title);

  if (self->body != NULL)
    add_sentence (name, self->title, self->body);

  if (self->second_body != NULL)
    add_sentence (name, self->second_title, self->second_body);

  if (self->note != NULL)
    add_sentence (name, NULL, self->note);

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
  g_free (self->cites);
  g_free (self->second_title);
  g_free (self->second_body);
  g_free (self->second_cites);
  g_free (self->note);
  g_free (self->name);
  g_free (self->rest);
  g_free (self->colors);
  g_clear_pointer (&self->quotes, g_ptr_array_unref);
  g_free (self);
}

static gboolean
quotes_equal (GPtrArray *a,
              GPtrArray *b)
{
  if (a == NULL || b == NULL)
    return a == b;

  if (a->len != b->len)
    return FALSE;

  for (guint i = 0; i < a->len; i++)
    {
      const TelaahGridQuote *first = a->pdata[i], *second = b->pdata[i];

      if (g_strcmp0 (first->passage, second->passage) != 0 || g_strcmp0 (first->quote, second->quote) != 0 ||
          g_strcmp0 (first->reference, second->reference) != 0)
        return FALSE;
    }

  return TRUE;
}

/* Whether they look and sound the same; the accessible name says nearly all that is seen. */
gboolean
telaah_grid_face_equal (const TelaahGridFace *a,
                        const TelaahGridFace *b)
{
  return a->kind == b->kind && a->status == b->status && a->fold == b->fold && a->depth == b->depth &&
         a->hushed == b->hushed && a->faint == b->faint && g_strcmp0 (a->name, b->name) == 0 &&
         g_strcmp0 (a->title, b->title) == 0 && g_strcmp0 (a->body, b->body) == 0 &&
         g_strcmp0 (a->second_body, b->second_body) == 0 && g_strcmp0 (a->count, b->count) == 0 &&
         g_strcmp0 (a->cites, b->cites) == 0 && g_strcmp0 (a->second_cites, b->second_cites) == 0 &&
         g_strcmp0 (a->colors, b->colors) == 0 && quotes_equal (a->quotes, b->quotes);
}
