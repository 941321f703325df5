/* What the parts of the seminar's window share.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#pragma once

#include "app/seminar/telaah-seminar-canvas.h"
#include "app/seminar/telaah-seminar-plan.h"
#include "app/seminar/telaah-seminar-reading.h"
#include "app/seminar/telaah-seminar-timer.h"
#include "app/seminar/telaah-seminar.h"

G_BEGIN_DECLS

struct _TelaahSeminar
{
  GtkWindow             parent_instance;

  TelaahSession        *session;
  GPtrArray            *points;         /* char *: ids, those that are shown */
  guint                 index;          /* of the point at hand; their number: the end */
  char                 *point;          /* its id; NULL at the end */
  TelaahSeminarContent *content;        /* of that point, as the next two; NULL at the end */
  TelaahSeminarPlan    *plan;           /* NULL as long as there is no size */
  char                **names;          /* that a blind seminar must not read */
  guint                 at;             /* step of the plan */
  int                   width;          /* of the whole, in pixels */
  int                   height;

  gboolean              windowed;       /* not on the whole screen, by wish */
  gboolean              quotes;
  gboolean              blind;
  guint32               seed;
  TelaahSeminarTimer    timer;
  gboolean              timer_hidden;
  GString              *digits;         /* typed: a point, or minutes */
  char                 *read;           /* the passage that is read in its text, or NULL */

  /* Sources of the main loop, 0 where there is none. */
  guint                 clock;
  guint                 rest;           /* until pointer and footer go */
  guint                 forget;         /* until typed digits do */

  /* The screen that is built: what it was built from, and its cards. */
  TelaahSeminarSheets  *sheets;
  guint                 screen;
  GPtrArray            *cards;          /* GtkWidget, of the boxes on it; borrowed, as the next */
  GPtrArray            *boxes;          /* TelaahSeminarBox */

  /* From the template. */
  GtkStack             *stack;
  TelaahSeminarCanvas  *stage;
  TelaahSeminarReading *reading;
  GtkWidget            *end_page;
  GtkLabel             *end_kicker;
  GtkLabel             *end_title;
  GtkLabel             *end_question;
  GtkWidget            *handouts;
  GtkWidget            *footer;
  GtkLabel             *hints;
  GtkLabel             *typed;
  GtkLabel             *clock_label;
  GtkWidget            *black;
  GtkWidget            *keys;
  GtkGrid              *keys_grid;
};

/* telaah-seminar.c */
void     telaah_seminar_go            (TelaahSeminar *self,
                                       guint          index,
                                       gboolean       last);
void     telaah_seminar_step          (TelaahSeminar *self,
                                       int            by);
void     telaah_seminar_replan        (TelaahSeminar *self);
void     telaah_seminar_show          (TelaahSeminar *self);
gboolean telaah_seminar_is_named      (TelaahSeminar *self,
                                       guint          card);

/* telaah-seminar-screen.c */
void     telaah_seminar_show_screen   (TelaahSeminar *self);
void     telaah_seminar_forget_screen (TelaahSeminar *self);

/* telaah-seminar-pages.c */
void     telaah_seminar_show_end      (TelaahSeminar *self);
void     telaah_seminar_read          (TelaahSeminar *self,
                                       const char    *passage);
void     telaah_seminar_blank_clicked_cb (TelaahSeminar *self);
void     telaah_seminar_filled_clicked_cb (TelaahSeminar *self);

/* telaah-seminar-footer.c */
double   telaah_seminar_get_text_scale (TelaahSeminar *self);
void     telaah_seminar_init_footer   (TelaahSeminar *self);
void     telaah_seminar_update_footer (TelaahSeminar *self);
void     telaah_seminar_update_clock  (TelaahSeminar *self);
void     telaah_seminar_size_footer   (TelaahSeminar *self);
void     telaah_seminar_wake          (TelaahSeminar *self);
void     telaah_seminar_show_keys     (TelaahSeminar *self);

/* telaah-seminar-keys.c */
void     telaah_seminar_init_keys     (TelaahSeminar *self);
gboolean telaah_seminar_press         (TelaahSeminar   *self,
                                       guint            key,
                                       GdkModifierType  state);

G_END_DECLS
