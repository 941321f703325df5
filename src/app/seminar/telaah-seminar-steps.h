/* Step by step through one point: what comes after what, and in which order when nobody is to know who says it. No GTK.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  TELAAH_SEMINAR_STEP_QUESTION,
  TELAAH_SEMINAR_STEP_SUMMARY,      /* of a card */
  TELAAH_SEMINAR_STEP_QUOTES,
  TELAAH_SEMINAR_STEP_REVEAL,       /* blind: who says it */
  TELAAH_SEMINAR_STEP_SIMILARITIES,
  TELAAH_SEMINAR_STEP_DIFFERENCES,
} TelaahSeminarStepKind;

typedef struct
{
  TelaahSeminarStepKind kind;
  guint                 card;       /* of the last two it is the number of cards */
  gboolean              sheet;      /* on a screen that the card has for itself, not in the grid */
  guint                 screen;     /* which of those, or which of the grid's */
} TelaahSeminarStep;

/* Of a card, how it is shown. */
typedef struct
{
  guint    screen;                  /* of the grid, where it begins */
  guint    n_screens;               /* how far it goes, at least 1 */
  gboolean quotes;                  /* it has some */
  guint    n_sheets;                /* that its quotes have for themselves; 0: they stand in the grid */
} TelaahSeminarShape;

typedef struct
{
  guint                     n_questions;   /* sheets that the question has for itself; 0: it stands over the grid */
  const TelaahSeminarShape *cards;
  guint                     n_cards;
  TelaahSeminarShape        comparison;    /* similarities and differences; with sheets, or with none in the grid */
  gboolean                  similarities;
  gboolean                  differences;
  gboolean                  quotes;        /* are to be shown */
  gboolean                  blind;
} TelaahSeminarPlot;

GArray   *telaah_seminar_steps_new   (const TelaahSeminarPlot *plot);
gboolean  telaah_seminar_steps_shows (GArray                  *steps,
                                      guint                    at,
                                      TelaahSeminarStepKind    kind,
                                      guint                    card,
                                      guint                    screen);
guint     telaah_seminar_steps_find  (GArray                  *steps,
                                      const TelaahSeminarStep *step);

GArray   *telaah_seminar_order       (const char *const       *sources,
                                      const char              *point,
                                      guint32                  seed,
                                      gboolean                 blind);
char     *telaah_seminar_dup_letter  (guint                    position);
char     *telaah_seminar_blot        (const char              *text,
                                      const char *const       *names);

G_END_DECLS
