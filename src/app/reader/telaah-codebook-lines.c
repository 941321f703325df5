/* The codebook as lines: what each theme means and how much it is used; and as text to take along.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-codebook-lines.h"

#include <glib/gi18n.h>
#include <string.h>

#include "app/reader/telaah-card-words.h"
#include "app/reader/telaah-fold.h"
#include "app/reader/telaah-note-index.h"
#include "app/reader/telaah-theme-match.h"

static void
line_free (gpointer data)
{
  TelaahCodebookLine *self = data;

  g_object_unref (self->theme);
  g_free (self->path);
  g_free (self->folded);
  g_free (self);
}

static TelaahCodebookLine *
line_new (TelaahSession *session,
          TelaahTheme   *theme,
          guint          position)
{
  TelaahCodebookLine *self = g_new0 (TelaahCodebookLine, 1);
  const TelaahThemeFields *f = telaah_theme_fields (theme);
  GListModel *sources = telaah_session_get_sources (session);
  g_autofree char *words = NULL;

  self->theme = g_object_ref (theme);
  self->position = position;
  self->path = telaah_theme_dup_path (telaah_session_get_themes (session), f->id);
  words = g_strjoin ("\n", self->path, f->description, NULL);
  self->folded = telaah_fold (words);
  self->n_passages = telaah_session_count (session, f->id, NULL);
  self->n_notes = telaah_note_count_on (session, f->id);
  self->unused = self->n_passages == 0;
  for (guint i = 0; self->n_passages > 0 && i < g_list_model_get_n_items (sources); i++)
    {
      g_autoptr(TelaahSource) source = g_list_model_get_item (sources, i);

      self->n_sources += telaah_session_count (session, f->id, telaah_source_fields (source)->id) > 0;
    }

  return self;
}

/* Returns: (transfer full) (element-type TelaahCodebookLine): in the order of the tree */
GPtrArray *
telaah_codebook_dup_lines (TelaahSession *session)
{
  GListModel *themes = telaah_session_get_themes (session);
  GPtrArray *lines = g_ptr_array_new_with_free_func (line_free);

  for (guint i = 0; i < g_list_model_get_n_items (themes); i++)
    {
      g_autoptr(TelaahTheme) theme = g_list_model_get_item (themes, i);

      g_ptr_array_add (lines, line_new (session, theme, i));
    }

  /* From the leaves up: what stands above a theme that is used has a use. */
  for (guint i = lines->len; i > 0; i--)
    {
      const TelaahCodebookLine *line = lines->pdata[i - 1];
      const char *parent = telaah_theme_fields (line->theme)->parent;

      for (guint k = i - 1; parent != NULL && !line->unused && k > 0; k--)
        if (strcmp (telaah_theme_fields (((TelaahCodebookLine *) lines->pdata[k - 1])->theme)->id, parent) == 0)
          {
            ((TelaahCodebookLine *) lines->pdata[k - 1])->unused = FALSE;
            break;
          }
    }

  return lines;
}

/* ---- Order ---- */

typedef struct
{
  TelaahCodebookOrder order;
  gboolean            reverse;
} Arrangement;

static int
compare_counts (guint a,
                guint b)
{
  return a < b ? 1 : a > b ? -1 : 0;
}

static int
compare (gconstpointer a,
         gconstpointer b,
         gpointer      user_data)
{
  const TelaahCodebookLine *x = *(TelaahCodebookLine *const *) a, *y = *(TelaahCodebookLine *const *) b;
  const Arrangement *arrangement = user_data;
  int result = 0;

  switch (arrangement->order)
    {
    case TELAAH_CODEBOOK_NAME:
      result = g_utf8_collate (telaah_theme_fields (x->theme)->name, telaah_theme_fields (y->theme)->name);
      break;

    case TELAAH_CODEBOOK_PASSAGES:
      result = compare_counts (x->n_passages, y->n_passages);
      break;

    case TELAAH_CODEBOOK_SOURCES:
      result = compare_counts (x->n_sources, y->n_sources);
      break;

    case TELAAH_CODEBOOK_NOTES:
      result = compare_counts (x->n_notes, y->n_notes);
      break;

    case TELAAH_CODEBOOK_TREE:
    default:
      break;
    }

  if (result == 0)
    return x->position < y->position ? -1 : 1;

  return arrangement->reverse ? -result : result;
}

/**
 * telaah_codebook_arrange:
 * @query: all of its words stand in what is returned; "": anything
 * @unused: only those that have no passage
 * @reverse: counts from the least, names from Z
 *
 * Returns: (transfer container): some of @lines, in @order
 */
GPtrArray *
telaah_codebook_arrange (GPtrArray           *lines,
                         const char          *query,
                         gboolean             unused,
                         TelaahCodebookOrder  order,
                         gboolean             reverse)
{
  g_auto(GStrv) words = telaah_fold_words (query);
  GPtrArray *found = g_ptr_array_new ();
  Arrangement arrangement = { order, reverse };

  for (guint i = 0; i < lines->len; i++)
    {
      TelaahCodebookLine *line = lines->pdata[i];

      if ((!unused || line->unused) && telaah_fold_matches (line->folded, words))
        g_ptr_array_add (found, line);
    }
  g_ptr_array_sort_with_data (found, compare, &arrangement);

  return found;
}

/* ---- To take along ---- */

/* A heading a theme, as deep as it stands in the tree; Markdown has six levels. */
char *
telaah_codebook_dup_markdown (TelaahSession *session,
                              GPtrArray     *lines)
{
  const char *title = telaah_session_get_title (session);
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, title != NULL ? _("# Codebook: %s") : _("# Codebook"), title);
  g_string_append_c (text, '\n');
  for (guint i = 0; i < lines->len; i++)
    {
      const TelaahCodebookLine *line = lines->pdata[i];
      const TelaahThemeFields *f = telaah_theme_fields (line->theme);
      g_autofree char *passages = g_strdup_printf (ngettext ("%u passage", "%u passages", line->n_passages),
                                                   line->n_passages);
      g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", line->n_sources),
                                                  line->n_sources);

      g_string_append_c (text, '\n');
      for (guint level = 0; level < MIN (f->depth + 2, 6); level++)
        g_string_append_c (text, '#');
      g_string_append_printf (text, " %s\n\n", f->name);
      if (f->description != NULL)
        g_string_append_printf (text, "%s\n\n", f->description);
      g_string_append_printf (text, "*%s, %s*\n", passages, sources);
    }

  return g_string_free (text, FALSE);
}

/* For a spreadsheet: no tab nor line break within a cell. */
char *
telaah_codebook_dup_table (TelaahSession *session,
                           GPtrArray     *lines)
{
  GString *text = g_string_new (NULL);

  g_string_append_printf (text, "%s\t%s\t%s\t%s\t%s\t%s\t%s\n", _("Theme"), _("Description"), _("Colour"), _("Digit"),
                          _("Passages"), _("Sources"), _("Notes"));
  for (guint i = 0; i < lines->len; i++)
    {
      const TelaahCodebookLine *line = lines->pdata[i];
      const TelaahThemeFields *f = telaah_theme_fields (line->theme);
      g_autofree char *path = telaah_card_dup_line (line->path, G_MAXUINT);
      g_autofree char *description = telaah_card_dup_line (f->description != NULL ? f->description : "", G_MAXUINT);
      g_autofree char *digit = f->digit > 0 ? g_strdup_printf ("%u", f->digit) : g_strdup ("");

      g_string_append_printf (text, "%s\t%s\t%s\t%s\t%u\t%u\t%u\n", path, description,
                              telaah_session_get_color (session, f->id), digit, line->n_passages, line->n_sources,
                              line->n_notes);
    }

  return g_string_free (text, FALSE);
}
