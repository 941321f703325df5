/* Lines that say when something was published, and perhaps by whom.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "text/telaah-line-shape.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_DATELINE_NONE,
  TELAAH_DATELINE_DATE,        /* a day, and nothing else */
  TELAAH_DATELINE_STAMP,       /* a day with the time of day, or a word such as "Published" */
  TELAAH_DATELINE_BYLINE,      /* a day beside names */
} TelaahDateline;

TelaahDateline telaah_dateline_recognize (const TelaahPageLine  *line,
                                          const TelaahLineWords *words);

G_END_DECLS
