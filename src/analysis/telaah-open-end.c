/* An open end: something of the comparison that is not finished, with where to mend it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "analysis/telaah-open-end.h"

#include <glib/gi18n-lib.h>

static const struct
{
  const char *string;
  const char *label;
} kinds[TELAAH_N_OPEN_END_KINDS] = {
  [TELAAH_OPEN_END_UNREAD]               = { "unread", N_("Not yet read") },
  [TELAAH_OPEN_END_STALE]                = { "stale", N_("Stale") },
  [TELAAH_OPEN_END_SILENT_WITH_EVIDENCE] = { "silent-with-evidence", N_("Silent, with passages") },
  [TELAAH_OPEN_END_SINGLE_SOURCE]        = { "single-source", N_("Points with one source") },
  [TELAAH_OPEN_END_UNPLACED_PASSAGE]     = { "unplaced-passage", N_("Passages in no point") },
  [TELAAH_OPEN_END_UNUSED_THEME]         = { "unused-theme", N_("Unused themes") },
};

const char *
telaah_open_end_kind_to_string (TelaahOpenEndKind kind)
{
  return kinds[kind].string;
}

const char *
telaah_open_end_kind_get_label (TelaahOpenEndKind kind)
{
  return _(kinds[kind].label);
}

TelaahOpenEnd *
telaah_open_end_new (TelaahOpenEndKind  kind,
                     const char        *point,
                     const char        *source,
                     const char        *passage,
                     const char        *theme,
                     char              *message)
{
  TelaahOpenEnd *self = g_new0 (TelaahOpenEnd, 1);

  self->kind = kind;
  self->point = g_strdup (point);
  self->source = g_strdup (source);
  self->passage = g_strdup (passage);
  self->theme = g_strdup (theme);
  self->message = message;

  return self;
}

void
telaah_open_end_free (TelaahOpenEnd *self)
{
  g_free (self->point);
  g_free (self->source);
  g_free (self->passage);
  g_free (self->theme);
  g_free (self->message);
  g_free (self);
}
