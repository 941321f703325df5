/* What there is to say on one point, as a seminar shows it: taken from the session, and kept. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "session/telaah-session.h"

G_BEGIN_DECLS

typedef struct
{
  char *passage;
  char *words;              /* in one line */
  char *section;            /* the heading it stands under, or NULL */
  char *color;              /* #rrggbb of its theme */
} TelaahSeminarQuotation;

/* What one source says. */
typedef struct
{
  char         *source;
  char         *name;
  char         *origin;     /* author and year, or NULL */
  TelaahStatus  status;
  char         *summary;    /* or NULL, as the next */
  char         *translation;
  GPtrArray    *quotes;     /* TelaahSeminarQuotation */
} TelaahSeminarVoice;

typedef struct
{
  char      *point;
  char      *path;          /* titles: of the points above it, and its own where that is not the question; or NULL */
  char      *question;      /* else its title */
  char      *more;          /* further lines of the question, or NULL */
  GPtrArray *voices;        /* TelaahSeminarVoice, of the sources that are not hidden */
  char      *similarities;  /* or NULL, as the next */
  char      *differences;
} TelaahSeminarContent;

TelaahSeminarContent *telaah_seminar_content_new   (TelaahSession              *session,
                                                    const char                 *point);
void                  telaah_seminar_content_free  (TelaahSeminarContent       *self);
gboolean              telaah_seminar_content_equal (const TelaahSeminarContent *a,
                                                    const TelaahSeminarContent *b);
char                **telaah_seminar_content_dup_names (const TelaahSeminarContent *self,
                                                    TelaahSession              *session);

GPtrArray            *telaah_seminar_dup_points    (TelaahSession              *session);
guint                 telaah_seminar_count_sources (TelaahSession              *session);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahSeminarContent, telaah_seminar_content_free)

G_END_DECLS
