/* What the files of the session share among themselves.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "analysis/telaah-evidence.h"
#include "session/telaah-list.h"
#include "session/telaah-session.h"
#include "store/telaah-journal.h"

G_BEGIN_DECLS

struct _TelaahSession
{
  GObject            parent_instance;

  TelaahStore       *store;
  char              *path;
  char              *user;            /* whose verbs undo takes back: the login name */
  char              *coder;

  /* The live lists, and the ways into them. */
  GHashTable        *project;         /* key -> value */
  TelaahList        *sources;
  TelaahList        *themes;
  TelaahList        *points;
  gboolean           points_implied;  /* no point has been made: they are the theme tree */
  GHashTable        *by_id;           /* of sources, themes and points -> the item; the ids are its own */
  GHashTable        *passages;        /* source id -> TelaahList, in text order */
  GHashTable        *passages_by_id;  /* with those in review */
  TelaahList        *review;          /* passages that have lost their words */
  GHashTable        *marks;           /* source id -> TelaahList; made when asked for */
  GHashTable        *sections;        /* source id -> the headings of its text; made when asked for */
  TelaahList        *notes;           /* on anything; made when asked for */
  GHashTable        *counts;          /* source id -> (theme id -> guint, number of passages) */
  TelaahList        *synonyms;
  GHashTable        *guesses;         /* digest of a text of unknown language -> tag, or NULL; static */
  TelaahList        *outlines;
  char              *outline;         /* id of the one at hand */
  GHashTable        *hidden;          /* set of ids that it does not show */
  GHashTable        *attributes;      /* source id -> (name -> value) */
  GHashTable        *links;           /* point id -> GPtrArray of TelaahLink, of every outline */
  GHashTable        *cells;           /* "point source" -> TelaahCell without evidence */
  GHashTable        *pins;            /* "point passage" -> TelaahPin */
  GHashTable        *pins_of_point;   /* point id -> GPtrArray of its TelaahPins */
  GHashTable        *pins_of_passage; /* passage id -> likewise */
  GHashTable        *touched;         /* set of "point source", since the last "changed" */
  gboolean           all_touched;
  TelaahEvidenceMap *map;             /* made when asked for; dropped when themes or points change */
  GHashTable        *by_theme;        /* source id -> (theme id -> GPtrArray of passages); made when asked for */

  GQueue             texts;           /* the last few, most recent first: Text */
  char              *undo;
  char              *redo;

  TelaahNews         news;            /* how far the journal has been followed */
  TelaahChange       pending;         /* to be announced */
  GFileMonitor      *monitor;
  guint              poll_id;
};

gboolean  telaah_session_load         (TelaahSession   *self,
                                       GError         **error);
gboolean  telaah_session_pull         (TelaahSession   *self,
                                       GError         **error);
void      telaah_session_announce     (TelaahSession   *self);
void      telaah_session_drop_text    (gpointer         data);
void      telaah_session_drop_sections (gpointer        data);
gboolean  telaah_session_load_trees    (TelaahSession  *self,
                                        GError        **error);
gboolean  telaah_session_move_mirrored_points (TelaahSession *self,
                                        const char     *theme,
                                        const char     *parent,
                                        const char     *before,
                                        GError        **error);
gboolean  telaah_session_drop_mirrored_points (TelaahSession *self,
                                        const char     *theme,
                                        GError        **error);
char     *telaah_session_write_outline (TelaahSession  *self,
                                        const char     *title,
                                        gboolean        follows,
                                        GError        **error);
gboolean  telaah_session_load_outlines (TelaahSession  *self,
                                        GError        **error);
gboolean  telaah_session_load_cells    (TelaahSession  *self,
                                        GError        **error);
gboolean  telaah_session_load_synonyms (TelaahSession  *self,
                                        GError        **error);
gboolean  telaah_session_refresh_cell  (TelaahSession  *self,
                                        const char     *key,
                                        GError        **error);
gboolean  telaah_session_load_links    (TelaahSession  *self,
                                        GError        **error);
void      telaah_session_touch         (TelaahSession  *self,
                                        TelaahPassage  *passage);
TelaahEvidenceMap *telaah_session_need_map (TelaahSession *self);
GPtrArray *telaah_session_dup_evidence (TelaahSession  *self,
                                        const char     *point,
                                        const char     *source);
TelaahOutlineEntry *telaah_session_dup_entry (TelaahSession *self,
                                        const char     *outline);
char     *telaah_session_dup_point_id  (const char     *theme,
                                        const char     *outline);
gboolean  telaah_session_move_links    (TelaahSession  *self,
                                        const char     *point,
                                        const char     *source,
                                        TelaahLinkKind  kind,
                                        const char     *before,
                                        const char     *after,
                                        GError        **error);
void      telaah_session_index_passage (TelaahSession  *self,
                                        TelaahPassage  *passage,
                                        gboolean        comes);

void      telaah_session_forget_search_scene (TelaahSession *self,
                                       TelaahChange     changes);
GPtrArray *telaah_session_dup_marks   (TelaahSession   *self,
                                       const char      *source);
gboolean  telaah_session_refresh_marks (TelaahSession  *self,
                                        const char     *source,
                                        GError        **error);
gboolean  telaah_session_refresh_note  (TelaahSession  *self,
                                        const char     *id,
                                        GError        **error);

/* A verb: begin, write through the store while it goes well, end with how it went. */
gboolean  telaah_session_begin        (TelaahSession   *self,
                                       GError         **error);
gboolean  telaah_session_end          (TelaahSession   *self,
                                       gboolean         done,
                                       const char      *verb,
                                       const char      *coder,
                                       GError         **error);

gboolean  telaah_session_need         (gconstpointer    item,
                                       const char      *what,
                                       GError         **error);
gboolean  telaah_session_keep_points  (TelaahSession   *self,
                                       GError         **error);
gboolean  telaah_session_drop_passage (TelaahSession   *self,
                                       const char      *passage,
                                       GError         **error);
gboolean  telaah_session_drop_if_bare (TelaahSession   *self,
                                       const char      *passage,
                                       GError         **error);
gboolean  telaah_session_write_point_place (TelaahSession *self,
                                       const char      *point,
                                       const char      *parent,
                                       const char      *before,
                                       GError         **error);
gboolean  telaah_session_write_cell   (TelaahSession   *self,
                                       const char      *point,
                                       const char      *source,
                                       TelaahStatus     status,
                                       const char      *summary,
                                       const char      *seen,
                                       GError         **error);
char     *telaah_session_write_passage (TelaahSession       *self,
                                        const TelaahTagging *tagging,
                                        const char          *id,
                                        GError             **error);
gboolean  telaah_session_write_proposals (TelaahSession     *self,
                                        const char        *source,
                                        const GArray      *proposals,
                                        const TelaahEdits *edits,
                                        GError           **error);
gboolean  telaah_session_move_marks   (TelaahSession     *self,
                                       const char        *source,
                                       const TelaahEdits *edits,
                                       GError           **error);
gboolean  telaah_session_check_span   (TelaahSession   *self,
                                       const char      *source,
                                       TelaahSpan       span,
                                       TelaahText     **text,
                                       GError         **error);
gboolean  telaah_session_check_place  (TelaahSession   *self,
                                       TelaahPassage   *passage,
                                       TelaahSpan       span,
                                       GError         **error);
gboolean  telaah_session_write_place  (TelaahSession   *self,
                                       const char      *passage,
                                       TelaahText      *text,
                                       TelaahSpan       span,
                                       GError         **error);
char     *telaah_session_write_note   (TelaahSession   *self,
                                       const char      *kind,
                                       const char      *target,
                                       const char      *text,
                                       const char      *coder,
                                       GError         **error);
gboolean  telaah_session_add_mirrored_point (TelaahSession *self,
                                       const char      *theme,
                                       const char      *name,
                                       const char      *parent,
                                       GError         **error);
gboolean  telaah_session_check_theme_name (TelaahSession *self,
                                       const char      *name,
                                       const char      *parent,
                                       const char      *except,
                                       GError         **error);
gboolean  telaah_session_is_within    (TelaahSession   *self,
                                       const char      *theme,
                                       const char      *other);
char     *telaah_session_write_theme  (TelaahSession   *self,
                                       const char      *id,
                                       const char      *name,
                                       const char      *parent,
                                       const char      *color,
                                       const char      *description,
                                       GError         **error);

G_END_DECLS
