/* A point of the outline: what the sources are compared on; a node of the outline's tree.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "model/telaah-fields.h"

G_BEGIN_DECLS

typedef struct
{
  const char *id;
  const char *parent;         /* NULL at the top */
  const char *theme;          /* the theme it stands for, or NULL */
  const char *more;           /* ids of further themes that it stands for, with blanks between; or NULL */
  const char *title;
  const char *question;       /* what is asked of the sources here; or NULL, as all that follow */
  const char *similarities;
  const char *differences;
  const char *coder;          /* its evidence is what this coder has tagged */
  const char *attribute;      /* its evidence is of sources that have, under this name, */
  const char *value;          /* this value */
  gboolean    hidden;         /* from the comparison */
  guint       depth;          /* 0 at the top */
} TelaahPointFields;

#define TELAAH_TYPE_POINT (telaah_point_get_type ())
TELAAH_DECLARE_ITEM (TelaahPoint, telaah_point, POINT)

char **telaah_point_dup_themes (TelaahPoint *self);

G_END_DECLS
