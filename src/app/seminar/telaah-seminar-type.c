/* The type of a seminar: how large and in which cut each kind of text is, and how much room it takes.
 *
 * What is measured is what is shown: a label and its measure have the same attributes and the same width.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/seminar/telaah-seminar-type.h"

#include <math.h>
#include <string.h>

/* By the height of the room. Two and a quarter in a hundred are read from the last row of a seminar, three and a half
 * leave room for something else beside them. */
#define SMALLEST    0.0225
#define COMFORTABLE 0.025
#define LARGEST     0.034

/* In pixels, at the usual size of text: what can be read on a desk. */
#define LEGIBLE     15

/* Of what is said in passing. */
#define ASIDE_SIZE  0.82
#define ASIDE_ALPHA 0.72

/* By the size of the body type. */
static const struct
{
  const char *style_class;
  double      size;
  double      leading;
  gboolean    bold;
  gboolean    serif;
} kinds[] = {
  [TELAAH_SEMINAR_KIND_KICKER]      = { "passing", 0.8, 1.0, FALSE, FALSE },
  [TELAAH_SEMINAR_KIND_HEADING]     = { "heading", 2.1, 1.05, TRUE, FALSE },
  [TELAAH_SEMINAR_KIND_SUBTITLE]    = { "passing", 0.85, 1.1, FALSE, FALSE },
  [TELAAH_SEMINAR_KIND_NAME]        = { "passing", 0.74, 1.05, TRUE, FALSE },
  [TELAAH_SEMINAR_KIND_STATUS]      = { "passing", 0.82, 1.05, FALSE, FALSE },
  [TELAAH_SEMINAR_KIND_SUMMARY]     = { "summary", 1.0, 1.14, FALSE, FALSE },
  [TELAAH_SEMINAR_KIND_TRANSLATION] = { "passing", 0.85, 1.12, FALSE, FALSE },
  [TELAAH_SEMINAR_KIND_QUOTE]       = { "words", 0.88, 1.14, FALSE, TRUE },
  [TELAAH_SEMINAR_KIND_LABEL]       = { "passing", 0.8, 1.05, TRUE, FALSE },
};

/* A headline of many words is a smaller one. */
static double
get_size (TelaahSeminarKind  kind,
          const char        *text,
          double             size)
{
  glong letters;

  if (kind != TELAAH_SEMINAR_KIND_HEADING)
    return kinds[kind].size * size;

  letters = g_utf8_strlen (text, -1);

  return size * (letters <= 60 ? kinds[kind].size : letters <= 110 ? 1.6 : 1.25);
}

static void
add (PangoAttrList  *attributes,
     PangoAttribute *attribute,
     gsize           start)
{
  attribute->start_index = (guint) start;
  pango_attr_list_insert (attributes, attribute);
}

static PangoAttrList *
make_attributes (TelaahSeminarKind  kind,
                 double             size,
                 gsize              aside)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  add (attributes, pango_attr_size_new_absolute ((int) round (size * PANGO_SCALE)), 0);
  add (attributes, pango_attr_line_height_new (kinds[kind].leading), 0);
  if (kinds[kind].bold)
    add (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD), 0);
  if (kinds[kind].serif)
    add (attributes, pango_attr_family_new ("serif"), 0);
  if (aside > 0)
    {
      if (kind == TELAAH_SEMINAR_KIND_QUOTE)
        {
          add (attributes, pango_attr_foreground_alpha_new ((guint16) (ASIDE_ALPHA * G_MAXUINT16)), aside);
          add (attributes, pango_attr_size_new_absolute ((int) round (ASIDE_SIZE * size * PANGO_SCALE)), aside);
          add (attributes, pango_attr_family_new ("sans"), aside);
        }
      else
        add (attributes, pango_attr_weight_new (PANGO_WEIGHT_NORMAL), aside);
    }

  return attributes;
}

/**
 * telaah_seminar_type_label_new:
 *
 * Returns: (transfer floating): for telaah_seminar_type_set()
 */
GtkWidget *
telaah_seminar_type_label_new (TelaahSeminarKind kind)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_yalign (GTK_LABEL (label), 0);
  gtk_widget_add_css_class (label, kinds[kind].style_class);

  return label;
}

/* @aside: byte from which on it is said in passing, or 0; @size: of the body type */
void
telaah_seminar_type_set (GtkWidget         *label,
                         TelaahSeminarKind  kind,
                         const char        *text,
                         gsize              aside,
                         double             size)
{
  g_autoptr(PangoAttrList) attributes = make_attributes (kind, get_size (kind, text, size), aside);

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_label_set_attributes (GTK_LABEL (label), attributes);
}

/* ---- Measuring ---- */

static PangoLayout *
make_layout (GtkWidget         *widget,
             TelaahSeminarKind  kind,
             const char        *whole,
             const char        *text,
             gsize              length,
             gsize              aside,
             int                width,
             double             size)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, NULL);
  g_autoptr(PangoAttrList) attributes = make_attributes (kind, get_size (kind, whole, size), aside);

  if (kind == TELAAH_SEMINAR_KIND_QUOTE)
    width -= (int) (TELAAH_SEMINAR_QUOTE_EDGE * size);
  pango_layout_set_text (layout, text, (int) length);
  pango_layout_set_attributes (layout, attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, MAX (1, width) * PANGO_SCALE);

  return layout;
}

static int
measure_text (GtkWidget         *widget,
              TelaahSeminarKind  kind,
              const char        *whole,
              const char        *text,
              gsize              length,
              gsize              aside,
              int                width,
              double             size)
{
  g_autoptr(PangoLayout) layout = make_layout (widget, kind, whole, text, length, aside, width, size);
  PangoRectangle extents;

  /* As a label rounds it. */
  pango_layout_get_extents (layout, NULL, &extents);

  return PANGO_PIXELS_CEIL (extents.y + extents.height);
}

static int
measure_cb (TelaahSeminarBlock *block,
            gsize               start,
            gsize               end,
            int                 width,
            double              size,
            gpointer            widget)
{
  gsize aside = block->aside > start ? block->aside - start : 0;
  int height = measure_text (widget, block->kind, block->text, block->text + start, end - start, aside, width, size);

  if (block->mask != NULL && start == 0)
    height = MAX (height, measure_text (widget, block->kind, block->mask, block->mask, strlen (block->mask), 0,
                                        width, size));
  for (guint i = 0; block->peers != NULL && i < block->peers->len; i++)
    height = MAX (height, measure_text (widget, block->kind, block->peers->pdata[i], block->peers->pdata[i],
                                        strlen (block->peers->pdata[i]), 0, width, size));

  return height;
}

/* After the last line that ends above @height. */
static gsize
cut_cb (TelaahSeminarBlock *block,
        gsize               start,
        int                 width,
        int                 height,
        double              size,
        gpointer            widget)
{
  gsize aside = block->aside > start ? block->aside - start : 0;
  g_autoptr(PangoLayout) layout = make_layout (widget, block->kind, block->text, block->text + start,
                                               strlen (block->text + start), aside, width, size);
  PangoLayoutIter *iter = pango_layout_get_iter (layout);
  gsize stop = start;

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;

      pango_layout_iter_get_line_extents (iter, NULL, &extents);
      if (PANGO_PIXELS_CEIL (extents.y + extents.height) > height)
        break;
      stop = start + (gsize) line->start_index + (gsize) line->length;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);

  return stop;
}

/* ---- Estimating ---- */

/* A text as words that have been measured once, at one size. Type grows evenly, but for what is rounded: and each other
 * size would have its fonts found and loaded. */
#define MODEL_SIZE 24

typedef struct
{
  gsize start;      /* byte */
  float from;       /* pixels, on one long line */
  float to;         /* without the blank at its end */
} Word;

typedef struct
{
  GArray *words;    /* Word: what can not be parted, or in need only */
  double  line;     /* height of one */
} Words;

static void
free_words (gpointer data)
{
  Words *self = data;

  g_array_unref (self->words);
  g_free (self);
}

/* Of each byte, where it begins on one long line, in pixels; read in the order of the text, not of the eyes. */
static float *
measure_bytes (PangoLayout *layout,
               gsize        length)
{
  float *at = g_new0 (float, length + 1), x = 0;
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      int byte = pango_layout_iter_get_index (iter);
      PangoRectangle extents;

      pango_layout_iter_get_cluster_extents (iter, NULL, &extents);
      if (byte >= 0 && (gsize) byte < length)
        at[byte] += (float) extents.width / PANGO_SCALE;
    }
  while (pango_layout_iter_next_cluster (iter));
  pango_layout_iter_free (iter);

  for (gsize i = 0; i <= length; i++)
    {
      float width = at[i];

      at[i] = x;
      x += width;
    }

  return at;
}

static void
add_word (Words       *self,
          const float *at,
          const char  *text,
          gsize        start,
          gsize        end)
{
  gsize trimmed = end;
  Word word;

  while (trimmed > start && text[trimmed - 1] == ' ')
    trimmed--;
  word = (Word) { start, at[start], at[trimmed] };
  g_array_append_val (self->words, word);
}

static Words *
make_words (GtkWidget         *widget,
            TelaahSeminarKind  kind,
            const char        *text,
            gsize              aside)
{
  Words *self = g_new0 (Words, 1);
  gsize length = strlen (text), start = 0;
  g_autoptr(PangoLayout) layout = make_layout (widget, kind, text, text, length, aside, 0, MODEL_SIZE);
  g_autofree float *at = NULL;
  const PangoLogAttr *breaks;
  PangoRectangle extents;
  const char *p = text;
  int n;

  self->words = g_array_new (FALSE, FALSE, sizeof (Word));
  pango_layout_set_width (layout, -1);
  pango_layout_get_extents (layout, NULL, &extents);
  self->line = (double) extents.height / PANGO_SCALE;
  at = measure_bytes (layout, length);
  breaks = pango_layout_get_log_attrs_readonly (layout, &n);
  for (int i = 0; i < n && *p != '\0'; i++, p = g_utf8_next_char (p))
    if (breaks[i].is_line_break && p > text + start)
      {
        add_word (self, at, text, start, (gsize) (p - text));
        start = (gsize) (p - text);
      }
  add_word (self, at, text, start, length);

  return self;
}

/* Of a name that must take the room of others, those. */
static Words *
get_words (TelaahSeminarBlock *block,
           GtkWidget          *widget)
{
  const char *text = block->peers != NULL ? block->peers->pdata[0] : block->text;

  if (block->gauge == NULL)
    {
      block->gauge = make_words (widget, block->kind, text, block->aside);
      block->free_gauge = free_words;
    }

  return block->gauge;
}

/* Fills lines from @start on. Returns: how many; where @most are full, @stop is the byte that comes after them */
static guint
fill_lines (Words  *words,
            gsize   start,
            gsize   end,
            double  width,
            guint   most,
            gsize  *stop)
{
  guint n_lines = 0, i = 0;

  while (i < words->words->len && g_array_index (words->words, Word, i).start < start)
    i++;
  while (i < words->words->len && g_array_index (words->words, Word, i).start < end)
    {
      float from = g_array_index (words->words, Word, i).from;
      double length = g_array_index (words->words, Word, i).to - from;

      if (n_lines == most)
        {
          *stop = g_array_index (words->words, Word, i).start;
          return n_lines;
        }

      /* A word that is too long is parted anywhere. */
      n_lines += (guint) MAX (1, ceil (length / width));
      for (i++; i < words->words->len && g_array_index (words->words, Word, i).to - from <= width; i++)
        ;
    }
  *stop = end;

  return n_lines;
}

/* In pixels of the model. */
static double
get_model_width (TelaahSeminarKind kind,
                 int               width,
                 double            size)
{
  if (kind == TELAAH_SEMINAR_KIND_QUOTE)
    width -= (int) (TELAAH_SEMINAR_QUOTE_EDGE * size);

  return MAX (1, width) * MODEL_SIZE / size;
}

static int
estimate_cb (TelaahSeminarBlock *block,
             gsize               start,
             gsize               end,
             int                 width,
             double              size,
             gpointer            widget)
{
  Words *words = get_words (block, widget);
  gsize stop;
  guint n_lines = fill_lines (words, start, end, get_model_width (block->kind, width, size), G_MAXUINT, &stop);

  return (int) ceil (MAX (n_lines, 1) * words->line * size / MODEL_SIZE);
}

static gsize
estimate_cut_cb (TelaahSeminarBlock *block,
                 gsize               start,
                 int                 width,
                 int                 height,
                 double              size,
                 gpointer            widget)
{
  Words *words = get_words (block, widget);
  guint most = (guint) (height / (words->line * size / MODEL_SIZE));
  gsize stop;

  fill_lines (words, start, strlen (block->text), get_model_width (block->kind, width, size), most, &stop);

  return most > 0 ? stop : start;
}

/**
 * telaah_seminar_type_get_metric:
 * @widget: as which text is shown; must outlive the answer
 */
TelaahSeminarMetric
telaah_seminar_type_get_metric (GtkWidget *widget)
{
  return (TelaahSeminarMetric) { { measure_cb, cut_cb }, { estimate_cb, estimate_cut_cb }, widget };
}

/* @width, @height: of the whole screen; @scale: of text, 1 at the usual size. The room is what its margins leave. */
void
telaah_seminar_type_get_room (int                width,
                              int                height,
                              double             scale,
                              TelaahSeminarRoom *room,
                              double            *comfortable)
{
  /* On a tall and narrow screen it is the width that counts. */
  double by = MIN (height, width * 0.75);

  room->width = (int) (width * 0.89);
  room->height = (int) (height * 0.86);
  room->smallest = MAX (SMALLEST * by, MIN (LEGIBLE * scale, LARGEST * by));
  room->largest = MAX (LARGEST * by, room->smallest);
  *comfortable = CLAMP (COMFORTABLE * by, room->smallest, room->largest);
}
