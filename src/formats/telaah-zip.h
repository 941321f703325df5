/* Packages as ZIP: what office documents are on disk.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef struct _TelaahZip TelaahZip;

TelaahZip *telaah_zip_new    (void);
void       telaah_zip_free   (TelaahZip   *self);
gboolean   telaah_zip_add    (TelaahZip   *self,
                              const char  *name,
                              GBytes      *content,
                              gboolean     stored,     /* as it is, not compressed */
                              GError     **error);
GBytes    *telaah_zip_finish (TelaahZip   *self,
                              GError     **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (TelaahZip, telaah_zip_free)

G_END_DECLS
