/* A page with a picture of the comparison: what is counted, the picture itself, and its way out as a file.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <gtk/gtk.h>

#include "formats/telaah-picture.h"
#include "session/telaah-session.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_PICTURE_VIEW (telaah_picture_view_get_type ())
G_DECLARE_FINAL_TYPE (TelaahPictureView, telaah_picture_view, TELAAH, PICTURE_VIEW, GtkWidget)

/* Signals:
 *   "cell-activated" (point, source)     of the heat map
 *   "pair-activated" (theme, theme)      of co-occurrence
 *   "passages-wanted" (theme, source)    of portraits: the name of a lane
 *   "place-activated" (source, offset)   of portraits: a stretch of the text; code points
 *   "saved" (message)                    it has been written to a file
 *   "failed" (message)                   it has not
 *
 * The action picture.export, which takes "svg", "png" or "csv", asks for a file.
 *
 * It follows the session, and makes its picture only while it is on show. */

GtkWidget         *telaah_picture_view_new         (void);
void               telaah_picture_view_set_session (TelaahPictureView *self,
                                                    TelaahSession     *session);
void               telaah_picture_view_set_kind    (TelaahPictureView *self,
                                                    TelaahPictureKind  kind);
TelaahPictureKind  telaah_picture_view_get_kind    (TelaahPictureView *self);
void               telaah_picture_view_save        (TelaahPictureView *self,
                                                    const char        *format,
                                                    GFile             *file);

G_END_DECLS
