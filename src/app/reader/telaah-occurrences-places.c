/* Where the same words stand in a source, as quotes: the words themselves, or the sentences that they stand in.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-occurrences-places.h"

#include "session/telaah-cover.h"
#include "text/telaah-find.h"

/* On either side, in code points. */
#define CONTEXT 40

static TelaahQuoteItem *
quote_new (TelaahText *text,
           const char *source,
           TelaahSpan  span)
{
  guint length = telaah_text_get_characters (text);
  g_autofree char *words = telaah_text_dup_slice (text, span);
  TelaahQuoteItem *quote = telaah_quote_item_new (source, span, words);

  quote->id = g_strdup_printf ("%s:%u-%u", source, span.start, span.end);
  quote->before = telaah_text_dup_slice (text, (TelaahSpan) { span.start - MIN (span.start, CONTEXT), span.start });
  quote->after = telaah_text_dup_slice (text, (TelaahSpan) { span.end, MIN (span.end + CONTEXT, length) });
  quote->checked = TRUE;

  return quote;
}

/* The sentence that @span begins in; itself, where it stands in none, such as in a heading. @i goes on from call to
 * call. */
static TelaahSpan
find_sentence (GArray     *sentences,
               TelaahSpan  span,
               guint      *i)
{
  while (*i < sentences->len && g_array_index (sentences, TelaahSpan, *i).end <= span.start)
    ++*i;

  if (*i < sentences->len && g_array_index (sentences, TelaahSpan, *i).start <= span.start)
    {
      TelaahSpan sentence = g_array_index (sentences, TelaahSpan, *i);

      sentence.end = MAX (sentence.end, span.end);
      return sentence;
    }

  return span;
}

/**
 * telaah_occurrences_add:
 * @sentences: the sentences that the words stand in, each once
 * @quotes: (element-type TelaahQuoteItem): what is found is added to it, checked
 */
gboolean
telaah_occurrences_add (TelaahSession  *session,
                        const char     *source,
                        const char     *words,
                        gboolean        sentences,
                        GPtrArray      *quotes,
                        GError        **error)
{
  g_autoptr(TelaahText) text = telaah_session_dup_text (session, source, error);
  g_autoptr(GArray) spans = NULL, borders = NULL;
  TelaahSpan last = { 0, 0 };
  guint at = 0;

  if (text == NULL)
    return FALSE;

  spans = telaah_text_find_words (text, words);
  if (spans->len > 0 && sentences && (borders = telaah_session_dup_sentences (session, source, error)) == NULL)
    return FALSE;

  for (guint i = 0; i < spans->len; i++)
    {
      TelaahSpan span = g_array_index (spans, TelaahSpan, i);

      if (sentences)
        span = find_sentence (borders, span, &at);
      if (span.start == last.start && span.end == last.end)
        continue;

      g_ptr_array_add (quotes, quote_new (text, source, span));
      last = span;
    }

  return TRUE;
}

/**
 * telaah_occurrences_mark:
 * @quotes: as telaah_occurrences_add() found them, source by source
 * @theme: (nullable)
 *
 * Those that stand within a passage of @theme have it already: they are fixed, and not checked. What was fixed and is
 * no longer is checked again.
 */
void
telaah_occurrences_mark (TelaahSession *session,
                         GPtrArray     *quotes,
                         const char    *theme)
{
  const char *source = NULL;
  TelaahCover cover = { NULL };

  for (guint i = 0; i < quotes->len; i++)
    {
      TelaahQuoteItem *quote = quotes->pdata[i];
      gboolean fixed;

      if (g_strcmp0 (source, quote->source) != 0)
        telaah_cover_init (&cover, session, quote->source, theme);
      source = quote->source;

      fixed = telaah_cover_has (&cover, quote->span);
      if (fixed != quote->fixed)
        quote->checked = !fixed;
      quote->fixed = fixed;
    }
}
