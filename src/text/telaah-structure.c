/* What of a text is not its body: headings, and the clutter of the page it was taken from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "text/telaah-structure.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "text/telaah-clutter.h"
#include "text/telaah-headings.h"
#include "text/telaah-line-shape.h"

static const struct
{
  const char *reason;
  const char *label;
} labels[] = {
  { "advertisement", N_("Advertisement") },
  { "byline",        N_("Author and date") },
  { "caption",       N_("Picture") },
  { "comment",       N_("Comment") },
  { "contents",      N_("Table of contents") },
  { "cookie-notice", N_("Cookie notice") },
  { "copyright",     N_("Copyright") },
  { "disclaimer",    N_("Disclaimer") },
  { "follow-link",   N_("Invitation to follow") },
  { "heading",       N_("Heading") },
  { "menu",          N_("Menu") },
  { "newsletter",    N_("Newsletter") },
  { "page-header",   N_("Header or footer of a page") },
  { "pagination",    N_("Page links") },
  { "reader-count",  N_("Reader count") },
  { "related-link",  N_("Link to another article") },
  { "reply-form",    N_("Reply form") },
  { "report-link",   N_("Report link") },
  { "share-link",    N_("Share link") },
  { "tags",          N_("Tags") },
  { "title",         N_("Title") },
};

/**
 * telaah_mark_reason_get_label:
 * @reason: (nullable): a key
 *
 * Returns: (nullable): a short phrase for people, to stand alone; @reason itself where it is not known
 */
const char *
telaah_mark_reason_get_label (const char *reason)
{
  for (guint i = 0; reason != NULL && i < G_N_ELEMENTS (labels); i++)
    if (strcmp (labels[i].reason, reason) == 0)
      return _(labels[i].label);

  return reason;
}

/* From bytes to code points, in one walk along the text. */
typedef struct
{
  const char *p;
  guint       offset;
} Walk;

static guint
walk_to (Walk       *walk,
         const char *place)
{
  for (; walk->p < place; walk->p++)
    walk->offset += ((guchar) *walk->p & 0xc0) != 0x80;

  return walk->offset;
}

/* A run of lines of one kind is one mark. */
static void
add_lines (const TelaahPage *page,
           GArray           *proposals)
{
  const TelaahPageLine *open = NULL;

  for (guint i = 0; i < page->lines->len; i++)
    {
      const TelaahPageLine *line = telaah_page_get_line (page, i);
      TelaahProposal made = {
        { line->offset, line->offset + line->characters }, TELAAH_MARK_CLUTTER, 0, line->reason,
      };

      if (line->clutter != TELAAH_DOUBT_SURE)
        {
          open = NULL;
          continue;
        }

      if (open != NULL && strcmp (open->reason, line->reason) == 0)
        g_array_index (proposals, TelaahProposal, proposals->len - 1).span.end = made.span.end;
      else
        g_array_append_val (proposals, made);
      open = line;
    }
}

/* Whatever was taken from around the words, a blank may be left. */
static void
trim (const char **start,
      const char **end)
{
  while (*start < *end && telaah_line_shape_is_blank (g_utf8_get_char (*start)))
    *start = g_utf8_next_char (*start);
  while (*end > *start && telaah_line_shape_is_blank (g_utf8_get_char (g_utf8_prev_char (*end))))
    *end = g_utf8_prev_char (*end);
}

static void
add_headings (const TelaahPage *page,
              GArray           *headings,
              GArray           *proposals)
{
  for (guint i = 0; i < headings->len; i++)
    {
      const TelaahHeading *heading = &g_array_index (headings, TelaahHeading, i);
      const TelaahPageLine *line = telaah_page_get_line (page, heading->line);
      const char *start = heading->start;
      const char *end = heading->end;
      Walk walk = { line->start, line->offset };
      TelaahProposal made = { .kind = TELAAH_MARK_HEADING, .level = heading->level };

      trim (&start, &end);
      made.reason = heading->style == TELAAH_STYLE_TITLE ? "title" : "heading";
      made.span.start = walk_to (&walk, start);
      made.span.end = walk_to (&walk, end);
      if (made.span.end > made.span.start)
        g_array_append_val (proposals, made);
    }
}

static void
add_pieces (const TelaahPage *page,
            GArray           *proposals)
{
  g_autoptr(GArray) pieces = telaah_clutter_find_pieces (page);
  const char *body = telaah_text_get_body (page->text);
  Walk walk = { body, 0 };

  for (guint i = 0; i < pieces->len; i++)
    {
      const TelaahClutterPiece *piece = &g_array_index (pieces, TelaahClutterPiece, i);
      TelaahProposal made = { .kind = TELAAH_MARK_CLUTTER, .reason = piece->reason };

      made.span.start = walk_to (&walk, body + piece->start);
      made.span.end = walk_to (&walk, body + piece->end);
      g_array_append_val (proposals, made);
    }
}

static int
compare_proposals (gconstpointer a,
                   gconstpointer b)
{
  return telaah_span_compare (((const TelaahProposal *) a)->span, ((const TelaahProposal *) b)->span);
}

/* A link glued into a heading goes without a mark of its own. */
static void
drop_overlaps (GArray *proposals)
{
  guint kept = 0;

  for (guint i = 0; i < proposals->len; i++)
    {
      TelaahProposal proposal = g_array_index (proposals, TelaahProposal, i);

      if (kept == 0 || g_array_index (proposals, TelaahProposal, kept - 1).span.end <= proposal.span.start)
        g_array_index (proposals, TelaahProposal, kept++) = proposal;
    }

  g_array_set_size (proposals, kept);
}

/**
 * telaah_text_propose_marks:
 * @language: (nullable): of the text. Pages mix languages, so the wording of Indonesian and of English is looked for
 *   whatever it is
 *
 * Finds the headings of a text as it was pasted or saved, and the lines of the page around it that are not part of it.
 * What is in doubt is left to the body.
 *
 * Returns: (transfer full): of TelaahProposal, in the order of the text, none overlapping
 */
GArray *
telaah_text_propose_marks (const TelaahText *self,
                           const char       *language G_GNUC_UNUSED)
{
  GArray *proposals = g_array_new (FALSE, FALSE, sizeof (TelaahProposal));
  g_autoptr(TelaahPage) page = NULL;
  g_autoptr(GArray) headings = NULL;

  g_return_val_if_fail (self != NULL, proposals);

  page = telaah_page_new (self);
  telaah_clutter_find (page);
  headings = telaah_headings_find (page);

  add_lines (page, proposals);
  add_headings (page, headings, proposals);
  add_pieces (page, proposals);
  g_array_sort (proposals, compare_proposals);
  drop_overlaps (proposals);

  return proposals;
}
