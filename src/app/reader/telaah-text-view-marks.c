/* Marks on the text: clutter is dimmed, headings stand out. By text tags, since there are few, and what they change is
 * how the words are laid out.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-text-view-private.h"

#include <adwaita.h>
#include <math.h>

#define LEVELS 3    /* of headings that look different */

/* Grey that still has 4.5:1 on the page of its style, in high contrast 7:1. */
#define DIM_LIGHT      ((GdkRGBA) { 0.44, 0.44, 0.44, 1 })
#define DIM_DARK       ((GdkRGBA) { 0.60, 0.60, 0.60, 1 })
#define DIM_LIGHT_HIGH ((GdkRGBA) { 0.32, 0.32, 0.32, 1 })
#define DIM_DARK_HIGH  ((GdkRGBA) { 0.76, 0.76, 0.76, 1 })

struct _TelaahMarkTags
{
  GListModel      *model;       /* or NULL */
  GPtrArray       *items;       /* TelaahMark, what the model holds */

  GtkTextTagTable *table;
  GtkTextTag      *clutter;
  GtkTextTag      *headings[LEVELS];
  GtkTextTag      *run_in;      /* of a heading that body text follows in the same paragraph */
  GtkTextTag      *broken;      /* the parts of a long paragraph but the last */
};

static GtkTextTag *
add_tag (TelaahMarkTags *marks,
         const char     *property,
         ...)
{
  g_autoptr(GtkTextTag) tag = gtk_text_tag_new (NULL);
  va_list args;

  va_start (args, property);
  g_object_set_valist (G_OBJECT (tag), property, args);
  va_end (args);
  gtk_text_tag_table_add (marks->table, tag);

  return tag;
}

void
telaah_text_view_init_marks (TelaahTextView *self)
{
  static const double scales[LEVELS] = { 1.28, 1.14, 1.04 };
  TelaahMarkTags *marks = g_new0 (TelaahMarkTags, 1);

  self->marks = marks;
  marks->items = g_ptr_array_new_with_free_func (g_object_unref);
  marks->table = gtk_text_tag_table_new ();
  marks->clutter = add_tag (marks, "family", "sans-serif", "scale", 0.82, NULL);
  marks->run_in = add_tag (marks, "weight", PANGO_WEIGHT_BOLD, NULL);
  for (guint i = 0; i < LEVELS; i++)
    marks->headings[i] = add_tag (marks, "weight", PANGO_WEIGHT_BOLD, "scale", scales[i], NULL);
  marks->broken = add_tag (marks, "pixels-below-lines", 0, NULL);
}

void
telaah_text_view_free_marks (TelaahTextView *self)
{
  TelaahMarkTags *marks = g_steal_pointer (&self->marks);

  g_clear_object (&marks->model);
  g_ptr_array_unref (marks->items);
  g_object_unref (marks->table);
  g_free (marks);
}

GtkTextTagTable *
telaah_text_view_get_tags (TelaahTextView *self)
{
  return self->marks->table;
}

/* The style or the size of the font is another. */
void
telaah_text_view_style_marks (TelaahTextView *self)
{
  TelaahMarkTags *marks = self->marks;
  AdwStyleManager *style = adw_style_manager_get_default ();
  gboolean dark = adw_style_manager_get_dark (style), high_contrast = adw_style_manager_get_high_contrast (style);
  GdkRGBA dim = dark ? (high_contrast ? DIM_DARK_HIGH : DIM_DARK) : (high_contrast ? DIM_LIGHT_HIGH : DIM_LIGHT);

  g_object_set (marks->clutter, "foreground-rgba", &dim, NULL);
  g_object_set (marks->broken, "pixels-below-lines", self->line_gap, NULL);
  for (guint i = 0; i < LEVELS; i++)
    g_object_set (marks->headings[i], "pixels-above-lines", self->spaced ? 2 : self->line_gap + 2 * (LEVELS - (int) i),
                  NULL);
}

/* ---- Tagging ---- */

static gboolean
is_shown (const TelaahMarkFields *f)
{
  return f->state != TELAAH_MARK_REFUSED;
}

/* White space, and what Markdown writes around a heading. */
static gboolean
is_nothing (gunichar letter)
{
  return g_unichar_isspace (letter) || letter == '#' || letter == '*' || letter == '_';
}

/* Whether nothing is in its paragraph beside it. */
static gboolean
is_alone (const GtkTextIter *start,
          const GtkTextIter *end)
{
  GtkTextIter iter = *start;

  while (!gtk_text_iter_starts_line (&iter))
    {
      gtk_text_iter_backward_char (&iter);
      if (!is_nothing (gtk_text_iter_get_char (&iter)))
        return FALSE;
    }

  for (iter = *end; !gtk_text_iter_ends_line (&iter); gtk_text_iter_forward_char (&iter))
    if (!is_nothing (gtk_text_iter_get_char (&iter)))
      return FALSE;

  return TRUE;
}

static void
get_bounds (TelaahTextView *self,
            GtkTextBuffer  *buffer,
            TelaahSpan      span,
            GtkTextIter    *start,
            GtkTextIter    *end)
{
  guint from = MIN (span.start, G_MAXINT / 2), to = MIN (span.end, G_MAXINT / 2);

  if (self->display != NULL)
    {
      from = telaah_display_text_to_shown (self->display, from);
      to = telaah_display_text_end_to_shown (self->display, to);
    }
  gtk_text_buffer_get_iter_at_offset (buffer, start, from);
  gtk_text_buffer_get_iter_at_offset (buffer, end, to);
}

static void
apply (TelaahTextView *self,
       GtkTextBuffer  *buffer,
       TelaahMark     *mark)
{
  const TelaahMarkFields *f = telaah_mark_fields (mark);
  TelaahMarkTags *marks = self->marks;
  GtkTextIter start, end;
  GtkTextTag *tag = marks->clutter;

  if (!is_shown (f))
    return;

  get_bounds (self, buffer, f->span, &start, &end);
  if (f->kind == TELAAH_MARK_HEADING)
    tag = is_alone (&start, &end) ? marks->headings[CLAMP (f->level, 1, LEVELS) - 1] : marks->run_in;
  gtk_text_buffer_apply_tag (buffer, tag, &start, &end);
}

static void
withdraw (TelaahTextView *self,
          GtkTextBuffer  *buffer,
          TelaahSpan      span)
{
  TelaahMarkTags *marks = self->marks;
  GtkTextIter start, end;

  get_bounds (self, buffer, span, &start, &end);
  gtk_text_buffer_remove_tag (buffer, marks->clutter, &start, &end);
  gtk_text_buffer_remove_tag (buffer, marks->run_in, &start, &end);
  for (guint i = 0; i < LEVELS; i++)
    gtk_text_buffer_remove_tag (buffer, marks->headings[i], &start, &end);
}

/* To a buffer that has none of them yet. */
void
telaah_text_view_apply_marks (TelaahTextView *self,
                              GtkTextBuffer  *buffer)
{
  const GArray *breaks = self->display != NULL ? telaah_display_text_get_breaks (self->display) : NULL;

  for (guint i = 0; breaks != NULL && i < breaks->len; i++)
    {
      GtkTextIter start, end;

      gtk_text_buffer_get_iter_at_offset (buffer, &end, g_array_index (breaks, guint, i));
      start = end;
      gtk_text_iter_set_line_offset (&start, 0);
      gtk_text_iter_forward_char (&end);
      gtk_text_buffer_apply_tag (buffer, self->marks->broken, &start, &end);
    }

  for (guint i = 0; i < self->marks->items->len; i++)
    apply (self, buffer, self->marks->items->pdata[i]);
}

static void
changed_cb (TelaahTextView *self,
            guint           position,
            guint           removed,
            guint           added)
{
  TelaahMarkTags *marks = self->marks;
  GtkTextBuffer *buffer = telaah_text_view_buffer (self);
  g_autoptr(GArray) spans = g_array_new (FALSE, FALSE, sizeof (TelaahSpan));

  for (guint i = position; i < position + removed; i++)
    {
      TelaahSpan span = telaah_mark_fields (marks->items->pdata[i])->span;

      g_array_append_val (spans, span);
      withdraw (self, buffer, span);
      telaah_text_view_forget_span (self, span);
    }
  if (removed > 0)
    g_ptr_array_remove_range (marks->items, position, removed);

  for (guint i = 0; i < added; i++)
    {
      TelaahMark *mark = g_list_model_get_item (marks->model, position + i);

      g_ptr_array_insert (marks->items, position + i, mark);
      apply (self, buffer, mark);
      telaah_text_view_forget_span (self, telaah_mark_fields (mark)->span);
    }

  /* What went took the tags of those it overlapped with it. */
  for (guint i = 0; spans->len > 0 && i < marks->items->len; i++)
    for (guint k = 0; k < spans->len; k++)
      if (telaah_span_overlaps (telaah_mark_fields (marks->items->pdata[i])->span,
                                g_array_index (spans, TelaahSpan, k)))
        {
          apply (self, buffer, marks->items->pdata[i]);
          break;
        }
}

/**
 * telaah_text_view_set_marks:
 * @marks: (nullable) (transfer none): of TelaahMark, those of the text; followed from here on
 */
void
telaah_text_view_set_marks (TelaahTextView *self,
                            GListModel     *marks)
{
  guint before;

  g_return_if_fail (TELAAH_IS_TEXT_VIEW (self));

  if (self->marks->model == marks)
    return;

  before = self->marks->items->len;
  if (self->marks->model != NULL)
    g_signal_handlers_disconnect_by_data (self->marks->model, self);
  g_set_object (&self->marks->model, marks);
  if (marks != NULL)
    g_signal_connect_swapped (marks, "items-changed", G_CALLBACK (changed_cb), self);

  changed_cb (self, 0, before, marks != NULL ? g_list_model_get_n_items (marks) : 0);
}

/* ---- Which mark is where ---- */

gboolean
telaah_text_view_has_marks (TelaahTextView *self)
{
  return self->marks->items->len > 0;
}

/**
 * telaah_text_view_get_mark_at:
 *
 * Returns: (transfer none) (nullable): the mark in force on the character at @offset, the shortest of several
 */
TelaahMark *
telaah_text_view_get_mark_at (TelaahTextView *self,
                              guint           offset)
{
  TelaahMark *found = NULL;
  guint shortest = G_MAXUINT;

  for (guint i = 0; i < self->marks->items->len; i++)
    {
      const TelaahMarkFields *f = telaah_mark_fields (self->marks->items->pdata[i]);

      if (is_shown (f) && offset >= f->span.start && offset < f->span.end && f->span.end - f->span.start < shortest)
        {
          found = self->marks->items->pdata[i];
          shortest = f->span.end - f->span.start;
        }
    }

  return found;
}

/**
 * telaah_text_view_get_mark:
 * @x: in the coordinates of the widget
 *
 * Returns: (transfer none) (nullable): the mark there, also in the margin beside it if it is a proposal
 */
TelaahMark *
telaah_text_view_get_mark (TelaahTextView *self,
                           double          x,
                           double          y)
{
  GtkTextView *view = GTK_TEXT_VIEW (self);
  int margin = gtk_text_view_get_left_margin (view), left, top;
  gboolean in_text;
  TelaahMark *mark;
  GtkTextIter iter;

  if (!telaah_text_view_has_marks (self))
    return NULL;

  gtk_text_view_window_to_buffer_coords (view, GTK_TEXT_WINDOW_WIDGET, x, y, &left, &top);
  if (left < margin - TELAAH_TEXT_VIEW_BRACKET_GAP || top < 0)
    return NULL;

  in_text = gtk_text_view_get_iter_at_location (view, &iter, MAX (left, margin), top);
  mark = telaah_text_view_get_mark_at (self, telaah_text_view_get_offset (self, &iter));
  if (mark == NULL || (left >= margin && !in_text)
      || (left < margin && telaah_mark_fields (mark)->state != TELAAH_MARK_PROPOSED))
    return NULL;

  return mark;
}

/**
 * telaah_text_view_has_proposal:
 * @from: (inout): 0 at first; which to look at next
 * @proposal: (out): what one that was proposed takes of @span
 *
 * Returns: whether there is another
 */
gboolean
telaah_text_view_has_proposal (TelaahTextView *self,
                               TelaahSpan      span,
                               guint          *from,
                               TelaahSpan     *proposal)
{
  while (*from < self->marks->items->len)
    {
      const TelaahMarkFields *f = telaah_mark_fields (self->marks->items->pdata[(*from)++]);

      if (f->state == TELAAH_MARK_PROPOSED && telaah_span_overlaps (f->span, span))
        {
          *proposal = (TelaahSpan) { MAX (f->span.start, span.start), MIN (f->span.end, span.end) };
          return TRUE;
        }
    }

  return FALSE;
}

/* Asks for its choices. FALSE: @mark is NULL. */
gboolean
telaah_text_view_activate_mark (TelaahTextView *self,
                                TelaahMark     *mark)
{
  g_autofree char *id = NULL;
  GdkRectangle area;

  if (mark == NULL)
    return FALSE;

  id = g_strdup (telaah_mark_fields (mark)->id);
  telaah_text_view_get_span_area (self, telaah_mark_fields (mark)->span, &area);
  telaah_text_view_emit_mark (self, id, &area);

  return TRUE;
}
