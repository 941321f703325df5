/* What a search needs to know of a project, as it was at one moment: made in the session's thread, then read anywhere.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-search.h"

G_BEGIN_DECLS

typedef struct
{
  char *id;
  char *sha256;
  char *language;    /* that it is read in; NULL: nobody knows */
} TelaahSceneSource;

/* A note, or what is written in a cell. */
typedef struct
{
  TelaahPlace  place;
  char        *source;    /* NULL: on something that is of no source */
  char        *target;
  char        *text;
  char        *language;  /* nullable */
} TelaahSceneNote;

typedef struct
{
  gatomicrefcount   ref_count;
  char             *path;         /* of the project */
  guint             marks;        /* another number when marks have changed */
  GPtrArray        *sources;      /* TelaahSceneSource, in the project's order */
  GPtrArray        *notes;        /* TelaahSceneNote; NULL where they are not looked at, as the next */
  GPtrArray        *summaries;
  GPtrArray        *synonyms;     /* char **, NULL-terminated groups; the array is, too */
} TelaahSearchScene;

TelaahSearchScene *telaah_session_get_search_scene (TelaahSession     *self,    /* a reference to keep */
                                                    TelaahSearchScope  scope);
TelaahSearchScene *telaah_search_scene_ref         (TelaahSearchScene *self);
void               telaah_search_scene_unref       (TelaahSearchScene *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSearchScene, telaah_search_scene_unref)

G_END_DECLS
