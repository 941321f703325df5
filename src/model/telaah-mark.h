/* A mark: what a stretch of a text is, where it is not its body: a heading, or clutter of the page it came from.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"
#include "model/telaah-span.h"

G_BEGIN_DECLS

typedef enum
{
  TELAAH_MARK_CLUTTER,     /* advertisement, menu, byline, …: dimmed and left out, never deleted */
  TELAAH_MARK_HEADING,
} TelaahMarkKind;

typedef enum
{
  TELAAH_MARK_PROPOSED,    /* found by Telaah, in force until somebody refuses it */
  TELAAH_MARK_ACCEPTED,    /* by the researcher, or made by hand */
  TELAAH_MARK_REFUSED,     /* not so: kept, so that it is not proposed again */
} TelaahMarkState;

const char *telaah_mark_kind_to_string    (TelaahMarkKind   kind);
gboolean    telaah_mark_kind_from_string  (const char      *string,
                                           TelaahMarkKind  *kind);
const char *telaah_mark_state_to_string   (TelaahMarkState  state);
gboolean    telaah_mark_state_from_string (const char      *string,
                                           TelaahMarkState *state);

typedef struct
{
  const char      *id;
  const char      *source;
  const char      *reason;   /* key of why it was proposed, see telaah_mark_reason_get_label(); NULL: by hand */
  TelaahSpan       span;     /* without blanks at either end; of a heading its own words only */
  TelaahMarkKind   kind;
  TelaahMarkState  state;
  guint            level;    /* of a heading, from 1; 0 for clutter */
} TelaahMarkFields;

#define TELAAH_TYPE_MARK (telaah_mark_get_type ())
TELAAH_DECLARE_ITEM (TelaahMark, telaah_mark, MARK)

G_END_DECLS
