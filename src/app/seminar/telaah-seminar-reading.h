/* A passage in its text, on the wall: large type, the passage lit, what is around it beside it.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include <adwaita.h>

#include "app/seminar/telaah-seminar-place.h"

G_BEGIN_DECLS

#define TELAAH_TYPE_SEMINAR_READING (telaah_seminar_reading_get_type ())
G_DECLARE_FINAL_TYPE (TelaahSeminarReading, telaah_seminar_reading, TELAAH, SEMINAR_READING, AdwBin)

void     telaah_seminar_reading_show   (TelaahSeminarReading     *self,
                                        const TelaahSeminarPlace *place,
                                        const char               *color,
                                        gboolean                  named);
void     telaah_seminar_reading_fit    (TelaahSeminarReading     *self,
                                        int                       width,
                                        int                       height,
                                        double                    scale);
void     telaah_seminar_reading_scroll (TelaahSeminarReading     *self,
                                        int                       pages);

G_END_DECLS
