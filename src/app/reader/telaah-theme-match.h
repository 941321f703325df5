/* Finding themes by a few letters of their name or path.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

#include "model/telaah-span.h"

G_BEGIN_DECLS

/* What stands between a theme and the one above it, to read. */
#define TELAAH_THEME_PATH_SEPARATOR " › "

typedef enum
{
  TELAAH_THEME_MATCH_NAME,          /* the name begins with it */
  TELAAH_THEME_MATCH_WORD,          /* a word of the name does */
  TELAAH_THEME_MATCH_PATH_WORD,     /* a word of those above does */
  TELAAH_THEME_MATCH_PART,          /* it stands somewhere in the name */
  TELAAH_THEME_MATCH_PATH_PART,     /* or in those above */
  TELAAH_THEME_MATCH_LETTERS,       /* its letters stand there in this order, the first at the start of a word */
  TELAAH_THEME_MATCH_PATH_LETTERS,
  TELAAH_THEME_MATCH_NONE,
} TelaahThemeMatchRank;

typedef struct
{
  char                 *theme;    /* id */
  char                 *path;     /* "Challenges › Cyber security" */
  guint                 name;     /* where in it the theme's own name begins, in bytes */
  TelaahThemeMatchRank  rank;
  guint                 slack;    /* within a rank, the less the better */
  GArray               *spans;    /* TelaahSpan: what of the path was matched, in bytes */
} TelaahThemeMatch;

GPtrArray *telaah_theme_match_all (GListModel *themes,
                                   const char *query,
                                   guint       most);
char      *telaah_theme_dup_path  (GListModel *themes,
                                   const char *theme);

G_END_DECLS
