/* Writes the sources of an outline's page in HTML: the reference of each, and what was quoted in its context.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "formats/telaah-outline-html-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "formats/telaah-outline-words.h"

/* A stretch of a text with all passages in it that are quoted. */
typedef struct
{
  const char *section;    /* or NULL */
  char       *words;
  TelaahSpan  span;       /* of the source's text */
  gboolean    cut;        /* no whole paragraph, but the little that is kept with each passage */
  GPtrArray  *quotes;     /* TelaahHtmlQuote, in text order */
} Stretch;

static void
stretch_free (Stretch *self)
{
  g_free (self->words);
  g_ptr_array_unref (self->quotes);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Stretch, stretch_free)

static const char *
get_or_empty (const char *words)
{
  return words != NULL ? words : "";
}

/* Where the context is not known there are still the words that are kept with every passage. */
static Stretch *
stretch_new (TelaahHtml      *self,
             TelaahHtmlQuote *quote)
{
  const TelaahPassageFields *f = telaah_passage_fields (quote->passage);
  const TelaahContext *context = telaah_outline_get_context (self->outline, f->id);
  const char *before = get_or_empty (context != NULL ? context->before : f->prefix);
  const char *after = get_or_empty (context != NULL ? context->after : f->suffix);
  Stretch *stretch = g_new0 (Stretch, 1);

  stretch->section = context != NULL ? context->section : NULL;
  stretch->words = g_strconcat (before, f->quote, after, NULL);
  stretch->span.start = f->span.start - MIN (f->span.start, g_utf8_strlen (before, -1));
  stretch->span.end = stretch->span.start + g_utf8_strlen (stretch->words, -1);
  stretch->cut = context == NULL;
  stretch->quotes = g_ptr_array_new ();
  g_ptr_array_add (stretch->quotes, quote);

  return stretch;
}

/* A paragraph stands there once, however much of it is quoted. */
static gboolean
is_same (Stretch *a,
         Stretch *b)
{
  return a != NULL && !a->cut && !b->cut && telaah_span_compare (a->span, b->span) == 0 &&
         strcmp (a->words, b->words) == 0;
}

static int
compare_numbers (gconstpointer a,
                 gconstpointer b)
{
  return *(const guint *) a < *(const guint *) b ? -1 : *(const guint *) a > *(const guint *) b;
}

/* Where passages begin and end, in text order, each place once. */
static GArray *
dup_borders (Stretch *stretch)
{
  GArray *borders = g_array_new (FALSE, FALSE, sizeof (guint));

  g_array_append_val (borders, stretch->span.start);
  g_array_append_val (borders, stretch->span.end);
  for (guint i = 0; i < stretch->quotes->len; i++)
    {
      TelaahSpan span = telaah_passage_fields (((TelaahHtmlQuote *) stretch->quotes->pdata[i])->passage)->span;

      g_array_append_val (borders, span.start);
      g_array_append_val (borders, span.end);
    }
  g_array_sort (borders, compare_numbers);
  for (guint i = borders->len - 1; i > 0; i--)
    if (g_array_index (borders, guint, i) == g_array_index (borders, guint, i - 1))
      g_array_remove_index (borders, i);

  return borders;
}

/* The numbers of those that end there lead back to where they are quoted first. */
static void
put_numbers (TelaahHtml *self,
             Stretch    *stretch,
             guint       end)
{
  guint n = 0;

  for (guint i = 0; i < stretch->quotes->len; i++)
    {
      TelaahHtmlQuote *quote = stretch->quotes->pdata[i];

      if (telaah_passage_fields (quote->passage)->span.end == end)
        g_string_append_printf (self->out, "%s<a href=\"#q%u\">%u</a>", n++ == 0 ? "<sup>" : ", ",
                                quote->number, quote->number);
    }

  g_string_append (self->out, n > 0 ? "</sup>" : "");
}

/* The words from @from to @to, which no border parts; passages that begin there can be gone to. */
static void
put_piece (TelaahHtml *self,
           Stretch    *stretch,
           const char *words,
           guint       from,
           guint       to)
{
  g_autofree char *piece = g_strndup (words, g_utf8_offset_to_pointer (words, to - from) - words);
  gboolean marked = FALSE;

  for (guint i = 0; i < stretch->quotes->len; i++)
    {
      TelaahHtmlQuote *quote = stretch->quotes->pdata[i];
      TelaahSpan span = telaah_passage_fields (quote->passage)->span;

      if (span.start == from)
        g_string_append_printf (self->out, "<span id=\"x%u\">", quote->number);
      marked = marked || (span.start <= from && span.end >= to);
    }

  telaah_html_put_inside (self, marked && from < to ? "<mark>" : "", piece, marked && from < to ? "</mark>" : "");
  for (guint i = 0; i < stretch->quotes->len; i++)
    if (telaah_passage_fields (((TelaahHtmlQuote *) stretch->quotes->pdata[i])->passage)->span.start == from)
      g_string_append (self->out, "</span>");
}

static void
put_words (TelaahHtml *self,
           Stretch    *stretch,
           const char *language)
{
  g_autoptr(GArray) borders = dup_borders (stretch);
  const char *words = stretch->words;
  guint from = stretch->span.start, kept = TELAAH_PASSAGE_CONTEXT;
  TelaahSpan first = telaah_passage_fields (((TelaahHtmlQuote *) stretch->quotes->pdata[0])->passage)->span;

  g_string_append (self->out, "<p class=\"context\" dir=\"auto\"");
  telaah_html_put_lang (self, language);
  g_string_append (self->out, stretch->cut && first.start - from == kept ? ">…" : ">");
  for (guint i = 1; i < borders->len; i++)
    {
      guint to = g_array_index (borders, guint, i);

      put_piece (self, stretch, words, from, to);
      put_numbers (self, stretch, to);
      words = g_utf8_offset_to_pointer (words, to - from);
      from = to;
    }
  put_piece (self, stretch, words, from, from);
  g_string_append (self->out, stretch->cut && stretch->span.end - first.end == kept ? "…</p>\n" : "</p>\n");
}

static void
put_uses (TelaahHtml      *self,
          TelaahHtmlQuote *quote)
{
  g_string_append_printf (self->out, "<li><span class=\"number\">%u</span> ", quote->number);
  telaah_html_put_text (self, _("Quoted in:"));
  for (guint i = 0; i < quote->uses->len; i++)
    {
      const TelaahHtmlUse *use = quote->uses->pdata[i];

      g_string_append (self->out, i > 0 ? " · <a href=\"#" : " <a href=\"#");
      telaah_html_put_use_id (self, quote, use);
      g_string_append_printf (self->out, "\">%s <span dir=\"auto\">", telaah_html_get_number (self, use->node));
      telaah_html_put_inside (self, "", telaah_outline_get_point_title (self->outline, use->node->point),
                              "</span></a>");
    }
  g_string_append (self->out, "</li>\n");
}

static void
put_stretch (TelaahHtml *self,
             Stretch    *stretch,
             const char *section,
             const char *language)
{
  if (stretch->section != NULL && g_strcmp0 (stretch->section, section) != 0)
    telaah_html_put_inside (self, "<p class=\"place\" dir=\"auto\">§ ", stretch->section, "</p>\n");

  g_string_append (self->out, "<div class=\"stretch\">\n");
  put_words (self, stretch, language);
  g_string_append (self->out, "<ul class=\"uses\">\n");
  for (guint i = 0; i < stretch->quotes->len; i++)
    put_uses (self, stretch->quotes->pdata[i]);
  g_string_append (self->out, "</ul>\n</div>\n");
}

static void
put_passages (TelaahHtml   *self,
              TelaahSource *source)
{
  const TelaahSourceFields *f = telaah_source_fields (source);
  GPtrArray *quotes = telaah_html_get_quotes (self, f->id);
  g_autoptr(Stretch) stretch = NULL;
  const char *section = NULL;

  for (guint i = 0; i < quotes->len; i++)
    {
      g_autoptr(Stretch) next = stretch_new (self, quotes->pdata[i]);

      if (is_same (stretch, next))
        {
          g_ptr_array_add (stretch->quotes, quotes->pdata[i]);
          continue;
        }

      if (stretch != NULL)
        {
          put_stretch (self, stretch, section, f->language);
          section = stretch->section;
          stretch_free (stretch);
        }
      stretch = g_steal_pointer (&next);
    }

  if (stretch != NULL)
    put_stretch (self, stretch, section, f->language);
}

/* Its address is a link where it is one of the web. */
static void
put_reference (TelaahHtml   *self,
               TelaahSource *source)
{
  g_autofree char *address = NULL;
  g_autofree char *markup = telaah_source_dup_full_reference (source, &address);

  g_string_append (self->out, "<p class=\"reference\" dir=\"auto\"");
  telaah_html_put_lang (self, telaah_source_fields (source)->language);
  g_string_append_printf (self->out, ">%s", markup);
  if (address != NULL && (g_str_has_prefix (address, "https://") || g_str_has_prefix (address, "http://")))
    {
      telaah_html_put_inside (self, " <a rel=\"noreferrer\" href=\"", address, "\">");
      telaah_html_put_inside (self, "", address, "</a>");
    }
  else if (address != NULL)
    telaah_html_put_inside (self, " ", address, "");
  g_string_append (self->out, "</p>\n");
}

static void
put_attributes (TelaahHtml *self,
                const char *source)
{
  const char *const *pairs = telaah_outline_get_attributes (self->outline, source);

  if (*pairs == NULL)
    return;

  g_string_append (self->out, "<dl class=\"attributes\">\n");
  for (; pairs[0] != NULL && pairs[1] != NULL; pairs += 2)
    {
      telaah_html_put_inside (self, "<div><dt dir=\"auto\">", pairs[0], "</dt>");
      telaah_html_put_inside (self, " <dd dir=\"auto\">", pairs[1], "</dd></div>\n");
    }
  g_string_append (self->out, "</dl>\n");
}

static void
put_source (TelaahHtml   *self,
            TelaahSource *source,
            guint         number)
{
  const char *id = telaah_source_fields (source)->id;
  g_autofree char *reference = telaah_outline_dup_reference (self->outline, id, NULL);

  g_string_append_printf (self->out, "<section class=\"source\">\n<h3 id=\"s%u\" dir=\"auto\">", number);
  telaah_html_put_inside (self, "", reference, "</h3>\n");
  put_reference (self, source);
  put_attributes (self, id);
  put_passages (self, source);
  g_string_append (self->out, "</section>\n");
}

void
telaah_html_put_sources (TelaahHtml *self)
{
  if (self->outline->sources->len == 0)
    return;

  telaah_html_put_inside (self, "<section>\n<h2 id=\"sources\">", _("Sources"), "</h2>\n");
  for (guint i = 0; i < self->outline->sources->len; i++)
    put_source (self, self->outline->sources->pdata[i], i + 1);
  g_string_append (self->out, "</section>\n");
}
