/* What is printed of a source, taken from the session at one moment: places as bytes, themes with a colour for paper.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-print-content.h"

#include <glib/gi18n.h>

#include "app/telaah-color.h"

static void
clear_theme (gpointer data)
{
  g_free (((TelaahPrintTheme *) data)->name);
}

static void
clear_passage (gpointer data)
{
  g_free (((TelaahPrintPassage *) data)->themes);
}

/* What is printed does not change: there is nothing to redraw. */
static void
ignore_change (TelaahSpan span,
               gpointer   user_data)
{
}

static int
compare_marks (gconstpointer a,
               gconstpointer b)
{
  const TelaahPrintMark *x = a, *y = b;

  return x->start != y->start ? (x->start < y->start ? -1 : 1) : 0;
}

/* ---- Passages ---- */

/* A copy of the list, which later changes of the session's leave alone. */
static void
take_passages (TelaahPrintContent *self,
               GListModel         *passages)
{
  guint n = g_list_model_get_n_items (passages);
  g_autoptr(GPtrArray) items = g_ptr_array_new_full (n, g_object_unref);
  g_autoptr(GListStore) copy = g_list_store_new (TELAAH_TYPE_PASSAGE);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (items, g_list_model_get_item (passages, i));
  g_list_store_splice (copy, 0, 0, items->pdata, items->len);

  self->highlights = telaah_highlights_new (ignore_change, NULL);
  telaah_highlights_set_model (self->highlights, G_LIST_MODEL (copy));
}

/* Blanks at the end of a passage do not take its number away from its last word. */
static gsize
find_number_place (const char *body,
                   gsize       start,
                   gsize       end)
{
  const char *p = body + end;

  while (p > body + start)
    {
      const char *before = g_utf8_prev_char (p);

      if (!g_unichar_isspace (g_utf8_get_char (before)))
        break;
      p = before;
    }

  return p > body + start ? (gsize) (p - body) : end;
}

static void
place_passages (TelaahPrintContent *self,
                GHashTable         *indices)
{
  const char *body = telaah_text_get_body (self->text);
  const char *coder = NULL;

  for (guint i = 0; i < telaah_highlights_get_n (self->highlights); i++)
    {
      const TelaahHighlight *highlight = telaah_highlights_get (self->highlights, i);
      const TelaahPassageFields *f = telaah_passage_fields (highlight->passage);
      GPtrArray *notes = telaah_passage_get_notes (highlight->passage);
      TelaahPrintPassage passage = {
        .start = telaah_text_get_byte (self->text, f->span.start),
        .end = telaah_text_get_byte (self->text, f->span.end),
        .themes = g_new (guint, g_strv_length ((char **) f->themes) + 1),
      };

      passage.number_at = find_number_place (body, passage.start, passage.end);
      for (guint t = 0; f->themes[t] != NULL; t++)
        {
          gpointer index;

          if (g_hash_table_lookup_extended (indices, f->themes[t], NULL, &index))
            {
              passage.themes[passage.n_themes++] = GPOINTER_TO_UINT (index);
              g_array_index (self->themes, TelaahPrintTheme, GPOINTER_TO_UINT (index)).count += 1;
            }
        }
      g_array_append_val (self->passages, passage);

      self->n_notes += notes != NULL ? notes->len : 0;
      self->several_coders |= coder != NULL && g_strcmp0 (coder, f->coder) != 0;
      coder = f->coder;
    }
}

/* ---- Themes ---- */

static GHashTable *
collect_used_themes (TelaahPrintContent *self)
{
  GHashTable *used = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < telaah_highlights_get_n (self->highlights); i++)
    {
      const TelaahHighlight *highlight = telaah_highlights_get (self->highlights, i);

      for (const char *const *theme = telaah_passage_fields (highlight->passage)->themes; *theme != NULL; theme++)
        g_hash_table_add (used, (gpointer) *theme);
    }

  return used;
}

/* Those that the passages name, in the order of the tree. Returns: id -> index, which borrows the ids of @themes. */
static GHashTable *
take_themes (TelaahPrintContent   *self,
             GListModel           *themes,
             TelaahPrintColorFunc  color,
             gpointer              color_data)
{
  g_autoptr(GHashTable) used = collect_used_themes (self);
  g_autoptr(GPtrArray) path = g_ptr_array_new ();
  GHashTable *indices = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);
      const TelaahThemeFields *f = telaah_theme_fields (theme);
      TelaahPrintTheme printed = { 0 };

      g_ptr_array_set_size (path, f->depth);
      g_ptr_array_add (path, (gpointer) f->name);
      if (!g_hash_table_contains (used, f->id))
        continue;

      for (guint depth = 0; depth < path->len; depth++)
        if (path->pdata[depth] != NULL)
          {
            char *longer = g_strconcat (printed.name != NULL ? printed.name : "", printed.name != NULL ? " › " : "",
                                        path->pdata[depth], NULL);

            g_free (printed.name);
            printed.name = longer;
          }
      telaah_color_for_style (color (color_data, f->id), FALSE, FALSE, &printed.ink);
      g_hash_table_insert (indices, (gpointer) f->id, GUINT_TO_POINTER (self->themes->len));
      g_array_append_val (self->themes, printed);
    }

  return indices;
}

/* ---- Marks ---- */

static void
take_marks (TelaahPrintContent *self,
            GListModel         *marks)
{
  for (guint i = 0; i < g_list_model_get_n_items (marks); i++)
    {
      g_autoptr(TelaahMark) mark = g_list_model_get_item (marks, i);
      const TelaahMarkFields *f = telaah_mark_fields (mark);
      TelaahPrintMark printed;

      if (f->state == TELAAH_MARK_REFUSED || f->span.start >= f->span.end)
        continue;

      printed = (TelaahPrintMark) {
        telaah_text_get_byte (self->text, f->span.start), telaah_text_get_byte (self->text, f->span.end),
        f->kind, f->level,
      };
      self->longest_mark = MAX (self->longest_mark, printed.end - printed.start);
      g_array_append_val (self->marks, printed);
    }

  g_array_sort (self->marks, compare_marks);
}

/**
 * telaah_print_content_dup_marks:
 *
 * Returns: (element-type TelaahPrintMark): those that touch the bytes from @start to @end
 */
GArray *
telaah_print_content_dup_marks (TelaahPrintContent *self,
                                gsize               start,
                                gsize               end)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (TelaahPrintMark));
  gsize from = start > self->longest_mark ? start - self->longest_mark : 0;
  guint low = 0, high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->marks, TelaahPrintMark, middle).start < from)
        low = middle + 1;
      else
        high = middle;
    }

  for (guint i = low; i < self->marks->len; i++)
    {
      const TelaahPrintMark *mark = &g_array_index (self->marks, TelaahPrintMark, i);

      if (mark->start >= end)
        break;
      if (mark->end > start)
        g_array_append_vals (found, mark, 1);
    }

  return found;
}

/* ---- The whole ---- */

/**
 * telaah_print_content_new:
 * @passages: of TelaahPassage, that have their words
 * @marks: of TelaahMark, the refused too
 * @themes: of TelaahTheme, the tree depth first
 * @color: asked at once, and no more later
 */
TelaahPrintContent *
telaah_print_content_new (TelaahText           *text,
                          TelaahSource         *source,
                          GListModel           *passages,
                          GListModel           *marks,
                          GListModel           *themes,
                          TelaahPrintColorFunc  color,
                          gpointer              color_data)
{
  TelaahPrintContent *self = g_new0 (TelaahPrintContent, 1);
  g_autoptr(GHashTable) indices = NULL;

  self->text = telaah_text_ref (text);
  self->source = g_object_ref (source);
  self->passages = g_array_new (FALSE, FALSE, sizeof (TelaahPrintPassage));
  self->themes = g_array_new (FALSE, FALSE, sizeof (TelaahPrintTheme));
  self->marks = g_array_new (FALSE, FALSE, sizeof (TelaahPrintMark));
  g_array_set_clear_func (self->passages, clear_passage);
  g_array_set_clear_func (self->themes, clear_theme);

  take_passages (self, passages);
  indices = take_themes (self, themes, color, color_data);
  place_passages (self, indices);
  take_marks (self, marks);

  return self;
}

/* As it is in the session now; NULL with @error where the source or its text is not there. */
TelaahPrintContent *
telaah_print_content_new_source (TelaahSession  *session,
                                 const char     *source,
                                 GError        **error)
{
  TelaahSource *item = telaah_session_find_source (session, source);
  g_autoptr(TelaahText) text = NULL;

  if (item == NULL)
    {
      g_set_error_literal (error, TELAAH_SESSION_ERROR, TELAAH_SESSION_ERROR_NOT_FOUND,
                           _("The source is no longer in the project."));
      return NULL;
    }

  text = telaah_session_dup_text (session, source, error);
  if (text == NULL)
    return NULL;

  return telaah_print_content_new (text, item, telaah_session_get_passages (session, source),
                                   telaah_session_get_marks (session, source), telaah_session_get_themes (session),
                                   (TelaahPrintColorFunc) telaah_session_get_color, session);
}

void
telaah_print_content_free (TelaahPrintContent *self)
{
  telaah_highlights_free (self->highlights);
  telaah_text_unref (self->text);
  g_object_unref (self->source);
  g_array_unref (self->passages);
  g_array_unref (self->marks);
  g_array_unref (self->themes);
  g_free (self);
}
