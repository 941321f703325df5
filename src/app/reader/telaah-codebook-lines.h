/* The codebook as lines: what each theme means and how much it is used.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  TelaahTheme *theme;
  char        *path;          /* "Challenges › Cyber security" */
  char        *folded;        /* path and description, to search in */
  guint        n_passages;
  guint        n_sources;
  guint        n_notes;
  gboolean     unused;        /* neither it nor any theme below it has a passage */
  guint        position;      /* in the tree, depth first */
} TelaahCodebookLine;

typedef enum
{
  TELAAH_CODEBOOK_TREE,
  TELAAH_CODEBOOK_NAME,
  TELAAH_CODEBOOK_PASSAGES,
  TELAAH_CODEBOOK_SOURCES,
  TELAAH_CODEBOOK_NOTES,
} TelaahCodebookOrder;

GPtrArray *telaah_codebook_dup_lines    (TelaahSession        *session);
GPtrArray *telaah_codebook_arrange      (GPtrArray            *lines,
                                         const char           *query,
                                         gboolean              unused,
                                         TelaahCodebookOrder   order,
                                         gboolean              reverse);
char      *telaah_codebook_dup_markdown (TelaahSession        *session,
                                         GPtrArray            *lines);
char      *telaah_codebook_dup_table    (TelaahSession        *session,
                                         GPtrArray            *lines);

G_END_DECLS
