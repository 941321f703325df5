/* An open project: its verbs, its live lists, its background jobs. No GTK.
 *
 * One way round: a verb is one transaction, journalled; the lists then follow the journal, whoever wrote it
 * (this session, an undo, another window, telaah-cli), and "changed" is emitted. Verbs return FALSE or NULL with
 * an error that is one sentence for a person, and then nothing has changed.
 * Ids are borrowed strings; offsets are code points, half-open.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "formats/telaah-import.h"
#include "analysis/telaah-open-end.h"
#include "model/telaah-link.h"
#include "model/telaah-mark.h"
#include "model/telaah-matrix.h"
#include "model/telaah-outline-entry.h"
#include "model/telaah-outline.h"
#include "model/telaah-portrait.h"
#include "model/telaah-refusal.h"
#include "model/telaah-synonyms.h"
#include "store/telaah-journal.h"
#include "text/telaah-edits.h"
#include "text/telaah-text.h"

G_BEGIN_DECLS

#define TELAAH_SESSION_ERROR (telaah_session_error_quark ())

typedef enum
{
  TELAAH_SESSION_ERROR_INVALID,     /* what was asked for does not fit the project */
  TELAAH_SESSION_ERROR_NOT_FOUND,   /* no such source, theme, passage, … */
  TELAAH_SESSION_ERROR_CONFLICT,    /* a later change stands in the way of an undo */
  TELAAH_SESSION_ERROR_NOTHING,     /* nothing to undo or redo */
  TELAAH_SESSION_ERROR_DUPLICATE,   /* the same text is there already */
} TelaahSessionError;

GQuark telaah_session_error_quark (void);

/* What a "changed" was about; several may be set. */
typedef enum
{
  TELAAH_CHANGE_PROJECT  = 1 << 0,
  TELAAH_CHANGE_SOURCES  = 1 << 1,
  TELAAH_CHANGE_THEMES   = 1 << 2,
  TELAAH_CHANGE_PASSAGES = 1 << 3,   /* passages, codings and notes on them */
  TELAAH_CHANGE_POINTS   = 1 << 4,
  TELAAH_CHANGE_CELLS    = 1 << 5,
  TELAAH_CHANGE_HISTORY  = 1 << 6,   /* what can be undone and redone; with every change */
  TELAAH_CHANGE_NOTES    = 1 << 7,   /* notes on anything */
  TELAAH_CHANGE_MARKS    = 1 << 8,   /* headings and clutter */
  TELAAH_CHANGE_REVIEW   = 1 << 9,   /* passages that have lost their words, or found them again */
  TELAAH_CHANGE_OUTLINES = 1 << 10,  /* which outlines there are, their titles, which is at hand */
  TELAAH_CHANGE_SYNONYMS = 1 << 11,
  TELAAH_CHANGE_REFUSED  = 1 << 12,  /* candidates that are not to be offered again */
} TelaahChange;

#define TELAAH_TYPE_SESSION (telaah_session_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSession, telaah_session, TELAAH, SESSION, GObject)

/* Signals: "changed" (TelaahChange flags), after the lists have been brought up to date. */

/* ---- Opening ---- */

TelaahSession *telaah_session_create        (const char           *path,
                                             const char           *title,
                                             const char           *question,
                                             const char           *language,
                                             GError              **error);
TelaahSession *telaah_session_open          (const char           *path,
                                             GError              **error);
void           telaah_session_open_async    (const char           *path,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
TelaahSession *telaah_session_open_finish   (GAsyncResult         *result,
                                             GError              **error);
void           telaah_session_follow        (TelaahSession        *self);
gboolean       telaah_session_catch_up      (TelaahSession        *self,
                                             GError              **error);

/* ---- The project ---- */

const char    *telaah_session_get_path      (TelaahSession        *self);
const char    *telaah_session_get_title     (TelaahSession        *self);   /* nullable, as the next three */
const char    *telaah_session_get_question  (TelaahSession        *self);
const char    *telaah_session_get_language  (TelaahSession        *self);
const char    *telaah_session_get_second_language (TelaahSession  *self);   /* of translations of summaries; nullable */
const char    *telaah_session_get_coder     (TelaahSession        *self);   /* never NULL */
void           telaah_session_set_coder     (TelaahSession        *self,
                                             const char           *coder);  /* NULL: the login name */
void           telaah_session_set_user      (TelaahSession        *self,    /* whose verbs undo takes back */
                                             const char           *user);   /* NULL: the login name */
gboolean       telaah_session_set_project   (TelaahSession        *self,
                                             const char           *key,     /* title, question, language, second-language */
                                             const char           *value,
                                             GError              **error);

/* ---- Live lists ---- */

GListModel    *telaah_session_get_sources   (TelaahSession        *self);   /* TelaahSource, in the order of import */
GListModel    *telaah_session_get_themes    (TelaahSession        *self);   /* TelaahTheme, the tree depth first */
GListModel    *telaah_session_get_outlines  (TelaahSession        *self);   /* TelaahOutlineEntry, the first one first */
GListModel    *telaah_session_get_points    (TelaahSession        *self);   /* TelaahPoint, those of the outline at hand,
                                                                             * the tree depth first */
GListModel    *telaah_session_get_passages  (TelaahSession        *self,    /* TelaahPassage, in text order */
                                             const char           *source);

GListModel    *telaah_session_get_marks     (TelaahSession        *self,    /* TelaahMark, in text order, the refused too */
                                             const char           *source);
gboolean       telaah_session_load_marks    (TelaahSession        *self,
                                             const char           *source,
                                             GError              **error);
GListModel    *telaah_session_get_notes     (TelaahSession        *self);   /* TelaahNote, on anything, oldest first */
GListModel    *telaah_session_get_review    (TelaahSession        *self);   /* TelaahPassage that have lost their words */

/* Borrowed, valid until the next change; NULL where there is none. */
TelaahSource  *telaah_session_find_source   (TelaahSession        *self, const char *id);
TelaahTheme   *telaah_session_find_theme    (TelaahSession        *self, const char *id);
TelaahPassage *telaah_session_find_passage  (TelaahSession        *self, const char *id);
TelaahPoint   *telaah_session_find_point    (TelaahSession        *self, const char *id);
const char    *telaah_session_get_color     (TelaahSession        *self,    /* #rrggbb, inherited; never NULL */
                                             const char           *theme);

TelaahText    *telaah_session_dup_text      (TelaahSession        *self,
                                             const char           *source,
                                             GError              **error);
GArray        *telaah_session_dup_sentences (TelaahSession        *self,    /* TelaahSpan: of the body, without headings */
                                             const char           *source,  /* and clutter */
                                             GError              **error);
GArray        *telaah_session_dup_paragraphs (TelaahSession       *self,    /* the same, of its paragraphs */
                                             const char           *source,
                                             GError              **error);
const char    *telaah_session_get_section   (TelaahSession        *self,    /* the words of the heading above @offset; NULL: */
                                             const char           *source,  /* none. Borrowed until marks or texts change */
                                             guint                 offset);
GPtrArray     *telaah_session_dup_attributes (TelaahSession       *self,    /* char *: name, value, name, value, … */
                                             const char           *source); /* NULL: the names alone, of all sources */
const char    *telaah_session_get_attribute (TelaahSession        *self,    /* NULL: it has none of that name */
                                             const char           *source,
                                             const char           *name);
char         **telaah_session_dup_coders    (TelaahSession        *self);   /* who has tagged, by name */
guint          telaah_session_count         (TelaahSession        *self,    /* passages; NULL: any */
                                             const char           *theme,
                                             const char           *source);
TelaahCell    *telaah_session_dup_cell      (TelaahSession        *self,
                                             const char           *point,
                                             const char           *source);
guint          telaah_session_count_cells   (TelaahSession        *self,    /* in which it is evidence */
                                             const char           *passage);
TelaahOutline *telaah_session_dup_outline   (TelaahSession        *self);   /* the one at hand, without contexts */
gboolean       telaah_session_add_contexts  (TelaahSession        *self,    /* where each of its passages stands */
                                             TelaahOutline        *outline,
                                             GError              **error);

/* ---- The comparison ---- */

/* The outline at hand is a matter of this session; the lists and verbs below are about its points. */
const char    *telaah_session_get_outline   (TelaahSession        *self);   /* its id */
gboolean       telaah_session_set_outline   (TelaahSession        *self,
                                             const char           *outline,
                                             GError              **error);
gboolean       telaah_session_is_hidden     (TelaahSession        *self,    /* from the comparison */
                                             const char           *target); /* a point or a source */
gboolean       telaah_session_touches       (TelaahSession        *self,    /* while "changed" is told: whether what the */
                                             const char           *point,   /* cell shows may have changed */
                                             const char           *source);
GPtrArray     *telaah_session_dup_links     (TelaahSession        *self,    /* TelaahLink, by kind and place: of a cell, */
                                             const char           *point,   /* or (@source NULL) of the point itself */
                                             const char           *source);

/* What has happened to a cell's evidence since its summary was written. A passage is given as it was in @went, as it
 * is in the others; @before goes along with @changed. */
typedef struct
{
  GPtrArray *came;      /* TelaahPassage, as all of these */
  GPtrArray *changed;   /* its words are others now */
  GPtrArray *before;
  GPtrArray *went;      /* no longer tagged so, hidden, or deleted */
} TelaahCellChanges;

TelaahCellChanges *telaah_session_dup_changes (TelaahSession      *self,
                                             const char           *point,
                                             const char           *source,
                                             GError              **error);
void           telaah_cell_changes_free     (TelaahCellChanges    *self);
GPtrArray     *telaah_session_dup_hidden_evidence (TelaahSession  *self,    /* TelaahPassage, left out by hand */
                                             const char           *point,
                                             const char           *source);
gboolean       telaah_session_is_pinned     (TelaahSession        *self,    /* put in by hand */
                                             const char           *point,
                                             const char           *passage);
TelaahMatrix  *telaah_session_dup_counts    (TelaahSession        *self);   /* points x sources */
TelaahMatrix  *telaah_session_dup_cooccurrence (TelaahSession     *self);   /* themes x themes, symmetric: places where both
                                                                             * lie, and their characters; the diagonal
                                                                             * has a theme's own passages */
GPtrArray     *telaah_session_dup_portraits (TelaahSession        *self,    /* TelaahPortrait */
                                             const char           *source); /* NULL: of each */
GPtrArray     *telaah_session_dup_open_ends (TelaahSession        *self);   /* TelaahOpenEnd, by kind */

/* ---- Verbs: texts ---- */

/* Takes in all or none. A text that the project has already is left out and named in @doubles
 * (file names, nullable out) unless @twice. */
GPtrArray     *telaah_session_import        (TelaahSession        *self,     /* ids (char *) of the new sources */
                                             GPtrArray            *documents, /* TelaahDocument */
                                             gboolean              twice,
                                             GPtrArray           **doubles,
                                             GError              **error);
void           telaah_session_import_async  (TelaahSession        *self,     /* reads the files in a thread */
                                             GListModel           *files,    /* GFile */
                                             gboolean              twice,
                                             GFileProgressCallback progress, /* files done, files in all; in the main context */
                                             gpointer              progress_data,
                                             GCancellable         *cancellable,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
GPtrArray     *telaah_session_import_finish (TelaahSession        *self,     /* ids of the new sources, in order */
                                             GAsyncResult         *result,
                                             GPtrArray           **doubles,  /* nullable: char *, file names left out */
                                             GPtrArray           **faults,   /* nullable: char *, a sentence a file */
                                             GError              **error);
gboolean       telaah_session_set_source    (TelaahSession        *self,
                                             const char           *source,
                                             const char           *key,      /* see telaah_session_describe_source() */
                                             const char           *value,    /* NULL or "": unknown */
                                             GError              **error);
gboolean       telaah_session_describe_source (TelaahSession      *self,
                                             const char           *source,
                                             const char *const    *pairs,    /* key, value, …, NULL: one verb */
                                             GError              **error);
gboolean       telaah_session_remove_source (TelaahSession        *self,
                                             const char           *source,
                                             GError              **error);

/* What became of a source's passages when its text was replaced. */
typedef struct
{
  guint      unchanged;   /* the same place, the same words */
  guint      moved;       /* another place, or mended words */
  GPtrArray *review;      /* char *, ids: those that lost their words and wait in the review tray */
} TelaahReplaced;

void           telaah_replaced_clear        (TelaahReplaced       *self);
gboolean       telaah_session_replace_text  (TelaahSession        *self,     /* a corrected, or a newer, text */
                                             const char           *source,
                                             TelaahText           *text,
                                             const TelaahEdits    *edits,    /* as they were made; NULL: by comparison */
                                             TelaahReplaced       *replaced, /* (out), nullable */
                                             GError              **error);
gboolean       telaah_session_accept_candidates (TelaahSession    *self,     /* of passages in the review tray */
                                             const char *const    *passages, /* ids */
                                             GError              **error);

/* ---- Verbs: headings and clutter ---- */

/* A hand-made mark takes the place of those of its kind that it touches. */
char          *telaah_session_add_mark      (TelaahSession        *self,     /* its id, to free; accepted at once */
                                             const char           *source,
                                             TelaahSpan            span,
                                             TelaahMarkKind        kind,
                                             guint                 level,    /* of a heading, from 1; 0: as those around it */
                                             GError              **error);
gboolean       telaah_session_judge_marks   (TelaahSession        *self,
                                             const char *const    *marks,    /* ids */
                                             TelaahMarkState       state,
                                             GError              **error);
gboolean       telaah_session_set_level     (TelaahSession        *self,
                                             const char           *mark,     /* a heading */
                                             guint                 level,    /* 1 to 6 */
                                             GError              **error);
gboolean       telaah_session_remove_mark   (TelaahSession        *self,     /* one that was proposed is refused */
                                             const char           *mark,
                                             GError              **error);
gboolean       telaah_session_clear_marks   (TelaahSession        *self,     /* what lies there is body again */
                                             const char           *source,
                                             TelaahSpan            span,
                                             const TelaahMarkKind *kind,     /* NULL: any */
                                             GError              **error);
gboolean       telaah_session_propose_marks (TelaahSession        *self,     /* once more: what is not marked yet */
                                             const char           *source,
                                             GError              **error);

/* ---- Verbs: themes ---- */

char          *telaah_session_add_theme     (TelaahSession        *self,     /* its id, to free */
                                             const char           *name,
                                             const char           *parent,
                                             const char           *color,    /* NULL: the next free one of the palette */
                                             const char           *description,
                                             GError              **error);
gboolean       telaah_session_set_theme     (TelaahSession        *self,
                                             const char           *theme,
                                             const char           *key,      /* name color description digit */
                                             const char           *value,
                                             GError              **error);
gboolean       telaah_session_move_theme    (TelaahSession        *self,
                                             const char           *theme,
                                             const char           *parent,   /* NULL: the top */
                                             const char           *before,   /* a sibling there, NULL: the end */
                                             GError              **error);
gboolean       telaah_session_remove_theme  (TelaahSession        *self,     /* with those below it */
                                             const char           *theme,
                                             GError              **error);

gboolean       telaah_session_merge_themes  (TelaahSession        *self,
                                             const char           *into,
                                             const char *const    *themes,   /* ids of those that go */
                                             GError              **error);
char          *telaah_session_split_theme   (TelaahSession        *self,     /* the new theme's id, to free */
                                             const char           *theme,
                                             const char           *name,
                                             const char *const    *passages, /* ids of those that go to the new one */
                                             GError              **error);

/* ---- Verbs: passages ---- */

typedef struct
{
  const char        *source;
  TelaahSpan         span;
  const char *const *themes;    /* ids */
  const char        *note;      /* or NULL */
  const char        *coder;     /* NULL: the session's */
} TelaahTagging;

/* The same span by the same coder is the same passage, and then gains the themes. */
gboolean       telaah_session_check_tagging (TelaahSession        *self,     /* as tagging would; changes nothing */
                                             const TelaahTagging  *tagging,
                                             GError              **error);
char          *telaah_session_tag           (TelaahSession        *self,     /* the passage's id, to free */
                                             const TelaahTagging  *tagging,
                                             GError              **error);
GPtrArray     *telaah_session_tag_all       (TelaahSession        *self,     /* the ids; all or nothing */
                                             const TelaahTagging  *taggings,
                                             gsize                 n_taggings,
                                             GError              **error);
gboolean       telaah_session_untag         (TelaahSession        *self,
                                             const char           *passage,
                                             const char *const    *themes,   /* NULL: the whole passage */
                                             GError              **error);
gboolean       telaah_session_move_passage  (TelaahSession        *self,     /* places one that was lost, too */
                                             const char           *passage,
                                             TelaahSpan            span,
                                             GError              **error);
char          *telaah_session_add_note      (TelaahSession        *self,     /* the note's id, to free */
                                             const char           *passage,
                                             const char           *text,
                                             GError              **error);
char          *telaah_session_add_note_on   (TelaahSession        *self,     /* the note's id, to free */
                                             const char           *kind,     /* passage source theme point project */
                                             const char           *target,   /* its id; NULL for the project */
                                             const char           *text,     /* Markdown */
                                             GError              **error);
gboolean       telaah_session_set_note      (TelaahSession        *self,
                                             const char           *note,
                                             const char           *text,     /* "" removes it */
                                             GError              **error);

/* ---- Verbs: the outline ---- */

char          *telaah_session_add_outline   (TelaahSession        *self,     /* its id, to free; not yet the one at hand */
                                             const char           *title,
                                             gboolean              follows,  /* made of the themes, and kept in step */
                                             GError              **error);
gboolean       telaah_session_set_outline_title (TelaahSession    *self,
                                             const char           *outline,
                                             const char           *title,
                                             GError              **error);
gboolean       telaah_session_set_follows   (TelaahSession        *self,     /* TRUE also adds the themes that have no */
                                             const char           *outline,  /* point yet */
                                             gboolean              follows,
                                             GError              **error);
gboolean       telaah_session_remove_outline (TelaahSession       *self,     /* not the first */
                                             const char           *outline,
                                             GError              **error);
gboolean       telaah_session_add_points_of_themes (TelaahSession *self,     /* with those below them, as they stand */
                                             const char *const    *themes,
                                             const char           *parent,   /* a point; NULL: the top */
                                             GError              **error);
gboolean       telaah_session_set_hidden    (TelaahSession        *self,     /* from the comparison */
                                             const char *const    *targets,  /* points and sources */
                                             gboolean              hidden,
                                             GError              **error);
gboolean       telaah_session_order_sources (TelaahSession        *self,     /* here and in every list */
                                             const char *const    *sources,  /* all of them */
                                             GError              **error);

/* Where no point has been made, the points of the first outline are the theme tree. @keep: they become points of their own before
 * the new one joins them; without it the new one stands alone. */
char          *telaah_session_add_point     (TelaahSession        *self,     /* its id, to free */
                                             const char           *title,
                                             const char           *theme,
                                             const char           *parent,
                                             gboolean              keep,
                                             GError              **error);
gboolean       telaah_session_set_point     (TelaahSession        *self,
                                             const char           *point,
                                             const char           *key,      /* title question similarities differences
                                                                              * themes (ids, blanks between) coder
                                                                              * attribute value */
                                             const char           *value,
                                             GError              **error);
gboolean       telaah_session_describe_point (TelaahSession       *self,
                                             const char           *point,
                                             const char *const    *pairs,    /* key, value, …, NULL: one verb */
                                             GError              **error);
gboolean       telaah_session_move_point    (TelaahSession        *self,
                                             const char           *point,
                                             const char           *parent,
                                             const char           *before,
                                             GError              **error);
gboolean       telaah_session_remove_point  (TelaahSession        *self,     /* with those below it */
                                             const char           *point,
                                             GError              **error);
gboolean       telaah_session_set_cell      (TelaahSession        *self,
                                             const char           *point,
                                             const char           *source,
                                             const TelaahStatus   *status,   /* NULL: as it is */
                                             const char           *summary,  /* NULL: as it is, "": none */
                                             GError              **error);
gboolean       telaah_session_set_cells     (TelaahSession        *self,     /* a block of them */
                                             const char *const    *points,
                                             const char *const    *sources,
                                             const TelaahStatus   *status,
                                             const char           *summary,
                                             GError              **error);
gboolean       telaah_session_merge_points  (TelaahSession        *self,     /* what is written in them is put together */
                                             const char           *into,
                                             const char *const    *points,   /* ids of those that go */
                                             GError              **error);
gboolean       telaah_session_set_translation (TelaahSession      *self,     /* of a summary */
                                             const char           *point,
                                             const char           *source,
                                             const char           *text,
                                             GError              **error);
gboolean       telaah_session_judge_proposal (TelaahSession       *self,     /* of a status */
                                             const char           *point,
                                             const char           *source,
                                             gboolean              accept,
                                             GError              **error);

typedef enum
{
  TELAAH_EVIDENCE_USUAL,    /* where the themes bring it */
  TELAAH_EVIDENCE_PINNED,   /* put in by hand */
  TELAAH_EVIDENCE_HIDDEN,   /* left out by hand */
} TelaahEvidenceState;

gboolean       telaah_session_set_evidence  (TelaahSession        *self,
                                             const char           *point,
                                             const char           *passage,
                                             TelaahEvidenceState   state,
                                             GError              **error);
gboolean       telaah_session_move_evidence (TelaahSession        *self,
                                             const char           *point,
                                             const char           *passage,
                                             const char           *before,   /* another of the same cell; NULL: the end */
                                             GError              **error);
gboolean       telaah_session_sort_evidence (TelaahSession        *self,     /* in text order again */
                                             const char           *point,
                                             const char           *source,
                                             GError              **error);

/* @link's id is made; its span is of the words as they are now, and goes with them when they are edited. */
char          *telaah_session_add_link      (TelaahSession        *self,     /* its id, to free */
                                             const TelaahLinkFields *link,
                                             GError              **error);
gboolean       telaah_session_remove_link   (TelaahSession        *self,
                                             const char           *link,
                                             GError              **error);
/* A quotation put into what is written, with a link to the passage, as one verb. @at: code points. */
gboolean       telaah_session_insert_quote  (TelaahSession        *self,
                                             const char           *point,
                                             const char           *source,   /* of the cell; NULL: the point's own words */
                                             TelaahLinkKind        kind,
                                             guint                 at,
                                             const char           *quote,    /* as it is to be written */
                                             const char           *passage,
                                             GError              **error);
gboolean       telaah_session_confirm_cell  (TelaahSession        *self,     /* the summary is still true */
                                             const char           *point,
                                             const char           *source,
                                             GError              **error);
gboolean       telaah_session_import_outline (TelaahSession       *self,     /* into the outline at hand */
                                             TelaahOutline        *outline,
                                             GError              **error);
char          *telaah_session_import_points (TelaahSession        *self,     /* points, questions and themes alone, into a */
                                             TelaahOutline        *outline,  /* new outline, or an empty one at hand;
                                                                              * its id, to free */
                                             const char           *title,    /* NULL: the file's own */
                                             GError              **error);

/* ---- Find: see also telaah-search.h and telaah-candidates.h ---- */

const char    *telaah_session_get_reading_language (TelaahSession *self,     /* BCP 47, guessed where nobody has said it; */
                                             const char           *source);  /* nullable */
GListModel    *telaah_session_get_synonyms  (TelaahSession        *self);    /* TelaahSynonyms, in their order */
char          *telaah_session_set_synonyms  (TelaahSession        *self,     /* its id, to free */
                                             const char           *group,    /* id; NULL: a new one */
                                             const char           *words,    /* one a line, or commas between; fewer than */
                                             GError              **error);   /* two: the group goes. A word that is in
                                                                              * another group is an error */
GPtrArray     *telaah_session_dup_refused   (TelaahSession        *self,     /* TelaahRefusal, newest first */
                                             const char           *theme,    /* NULL, as the next: any */
                                             const char           *source,
                                             GError              **error);
gboolean       telaah_session_refuse        (TelaahSession        *self,     /* "not this", or not refused any more */
                                             const char *const    *themes,
                                             const char           *source,
                                             TelaahSpan            span,     /* of the sentence */
                                             gboolean              refused,
                                             GError              **error);
gboolean       telaah_session_offer_again   (TelaahSession        *self,     /* all that were refused for them in a source */
                                             const char *const    *themes,
                                             const char           *source,   /* NULL: in all */
                                             GError              **error);

/* ---- History ---- */

const char    *telaah_session_get_undo      (TelaahSession        *self);    /* key of the verb it would take back, or NULL */
const char    *telaah_session_get_redo      (TelaahSession        *self);
gboolean       telaah_session_undo          (TelaahSession        *self,
                                             GError              **error);
gboolean       telaah_session_redo          (TelaahSession        *self,
                                             GError              **error);
GPtrArray     *telaah_session_dup_history   (TelaahSession        *self,     /* TelaahJournalEntry, oldest first */
                                             GError              **error);
GPtrArray     *telaah_session_check         (TelaahSession        *self,     /* char *, a line a fault */
                                             GError              **error);

/* "Tag passage", translated, for a menu or a toast. */
const char    *telaah_verb_get_label        (const char           *verb);

G_END_DECLS
