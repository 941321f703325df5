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
#include "model/telaah-mark.h"
#include "model/telaah-outline.h"
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
const char    *telaah_session_get_coder     (TelaahSession        *self);   /* never NULL */
void           telaah_session_set_coder     (TelaahSession        *self,
                                             const char           *coder);  /* NULL: the login name */
void           telaah_session_set_user      (TelaahSession        *self,    /* whose verbs undo takes back */
                                             const char           *user);   /* NULL: the login name */
gboolean       telaah_session_set_project   (TelaahSession        *self,
                                             const char           *key,     /* title, question, language */
                                             const char           *value,
                                             GError              **error);

/* ---- Live lists ---- */

GListModel    *telaah_session_get_sources   (TelaahSession        *self);   /* TelaahSource, in the order of import */
GListModel    *telaah_session_get_themes    (TelaahSession        *self);   /* TelaahTheme, the tree depth first */
GListModel    *telaah_session_get_points    (TelaahSession        *self);   /* TelaahPoint, the tree depth first */
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
GPtrArray     *telaah_session_dup_attributes (TelaahSession       *self,    /* char *: name, value, name, value, … */
                                             const char           *source); /* NULL: the names alone, of all sources */
guint          telaah_session_count         (TelaahSession        *self,    /* passages; NULL: any */
                                             const char           *theme,
                                             const char           *source);
TelaahCell    *telaah_session_dup_cell      (TelaahSession        *self,
                                             const char           *point,
                                             const char           *source);
guint          telaah_session_count_cells   (TelaahSession        *self,    /* in which it is evidence */
                                             const char           *passage);
TelaahOutline *telaah_session_dup_outline   (TelaahSession        *self);

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

/* Where no point has been made, the points are the theme tree. @keep: they become points of their own before
 * the new one joins them; without it the new one stands alone. */
char          *telaah_session_add_point     (TelaahSession        *self,     /* its id, to free */
                                             const char           *title,
                                             const char           *theme,
                                             const char           *parent,
                                             gboolean              keep,
                                             GError              **error);
gboolean       telaah_session_set_point     (TelaahSession        *self,
                                             const char           *point,
                                             const char           *key,      /* title similarities differences */
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
gboolean       telaah_session_confirm_cell  (TelaahSession        *self,     /* the summary is still true */
                                             const char           *point,
                                             const char           *source,
                                             GError              **error);
gboolean       telaah_session_import_outline (TelaahSession       *self,
                                             TelaahOutline        *outline,
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
