/* Keeps a project's locks while other parts of this process look at its files.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _TelaahGuard TelaahGuard;

TelaahGuard *telaah_guard_enter  (const char  *path);
void         telaah_guard_lock   (TelaahGuard *self,
                                  const char  *path);
void         telaah_guard_unlock (TelaahGuard *self);
void         telaah_guard_leave  (TelaahGuard *self);

G_END_DECLS
