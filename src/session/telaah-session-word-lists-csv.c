/* Concordances, frequencies and key words as tables for a spreadsheet.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n-lib.h>

#include "formats/telaah-csv.h"
#include "session/telaah-word-lists.h"

/* Returns: (transfer full): a row a line; offsets are code points of the text */
char *
telaah_concordance_dup_csv (TelaahSession *session,
                            GPtrArray     *lines)
{
  static const char *const heads[] = {
    N_("Source"), N_("Start"), N_("End"), N_("Before"), N_("Word"), N_("After"), N_("Level"), NULL,
  };
  GString *out = telaah_csv_new ();

  telaah_csv_put_heads (out, heads);
  for (guint i = 0; i < lines->len; i++)
    {
      const TelaahConcordanceLine *line = lines->pdata[i];
      TelaahSource *source = telaah_session_find_source (session, line->hit->source);

      telaah_csv_put (out, source != NULL ? telaah_source_get_name (source) : line->hit->source);
      telaah_csv_put_number (out, line->hit->span.start);
      telaah_csv_put_number (out, line->hit->span.end);
      telaah_csv_put (out, line->before);
      telaah_csv_put (out, line->words);
      telaah_csv_put (out, line->after);
      telaah_csv_put (out, telaah_level_to_string (line->hit->level));
      telaah_csv_end_row (out);
    }

  return g_string_free (out, FALSE);
}

char *
telaah_frequencies_dup_csv (GPtrArray *frequencies)
{
  static const char *const heads[] = { N_("Word"), N_("Count"), N_("Sources"), N_("Per Thousand Words"), NULL };
  GString *out = telaah_csv_new ();

  telaah_csv_put_heads (out, heads);
  for (guint i = 0; i < frequencies->len; i++)
    {
      const TelaahFrequency *frequency = frequencies->pdata[i];

      telaah_csv_put (out, frequency->word);
      telaah_csv_put_number (out, frequency->count);
      telaah_csv_put_number (out, frequency->n_sources);
      telaah_csv_put_real (out, frequency->per_thousand, 3);
      telaah_csv_end_row (out);
    }

  return g_string_free (out, FALSE);
}

char *
telaah_key_words_dup_csv (GPtrArray *words)
{
  static const char *const heads[] = {
    N_("Word"), N_("Count in Theme"), N_("Count in Rest"), N_("Log-Likelihood"), N_("Log Ratio"), NULL,
  };
  GString *out = telaah_csv_new ();

  telaah_csv_put_heads (out, heads);
  for (guint i = 0; i < words->len; i++)
    {
      const TelaahKeyWord *word = words->pdata[i];

      telaah_csv_put (out, word->word);
      telaah_csv_put_number (out, word->count);
      telaah_csv_put_number (out, word->rest);
      telaah_csv_put_real (out, word->likelihood, 3);
      telaah_csv_put_real (out, word->ratio, 3);
      telaah_csv_end_row (out);
    }

  return g_string_free (out, FALSE);
}
