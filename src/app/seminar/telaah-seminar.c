/* The seminar: one point at a time on a wall, step by step.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <adwaita.h>
#include <glib/gi18n.h>

#include "app/seminar/telaah-seminar-private.h"
#include "app/seminar/telaah-seminar-type.h"

/* In a window, before somebody has said otherwise. */
#define WIDTH  1280
#define HEIGHT 800

/* Changes of what is on the wall. */
#define SHOWN (TELAAH_CHANGE_PROJECT | TELAAH_CHANGE_SOURCES | TELAAH_CHANGE_THEMES | TELAAH_CHANGE_PASSAGES |  \
               TELAAH_CHANGE_POINTS | TELAAH_CHANGE_CELLS | TELAAH_CHANGE_MARKS | TELAAH_CHANGE_OUTLINES)

G_DEFINE_FINAL_TYPE (TelaahSeminar, telaah_seminar, GTK_TYPE_WINDOW)

enum
{
  OPEN_PASSAGE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* Whether it is known who speaks in a card. */
gboolean
telaah_seminar_is_named (TelaahSeminar *self,
                         guint          card)
{
  return !self->blind ||
         telaah_seminar_steps_shows (self->plan->steps, self->at, TELAAH_SEMINAR_STEP_REVEAL, card, G_MAXUINT);
}

/* ---- The plan ---- */

static void
drop_plan (TelaahSeminar *self)
{
  telaah_seminar_forget_screen (self);
  g_clear_pointer (&self->plan, telaah_seminar_plan_free);
}

static void
make_plan (TelaahSeminar *self)
{
  TelaahSeminarWishes wishes = { self->quotes, self->blind, self->seed, (const char *const *) self->names };
  TelaahSeminarMetric metric = telaah_seminar_type_get_metric (GTK_WIDGET (self->stage));
  /* Translators: which point of how many */
  g_autofree char *place = g_strdup_printf (_("%u of %u"), self->index + 1, self->points->len);
  g_autofree char *kicker = self->content->path != NULL ? g_strdup_printf ("%s · %s", place, self->content->path)
                                                        : g_strdup (place);

  telaah_seminar_type_get_room (self->width, self->height, telaah_seminar_get_text_scale (self),
                                &wishes.room, &wishes.comfortable);
  self->plan = telaah_seminar_plan_new (self->content, kicker, &wishes, &metric);
}

/* ---- Showing ---- */

/* What is at hand now. */
void
telaah_seminar_show (TelaahSeminar *self)
{
  if (self->width > 0)
    {
      if (self->point == NULL)
        telaah_seminar_show_end (self);
      else
        {
          if (self->plan == NULL)
            make_plan (self);
          self->at = MIN (self->at, self->plan->steps->len - 1);
          gtk_stack_set_visible_child_name (self->stack, "point");
          telaah_seminar_show_screen (self);
        }
    }
  telaah_seminar_update_footer (self);
}

static TelaahSeminarStep
get_step (TelaahSeminar *self)
{
  if (self->plan == NULL)
    return (TelaahSeminarStep) { 0 };

  return g_array_index (self->plan->steps, TelaahSeminarStep, self->at);
}

/* A step of a plan that was, in the one that is to be made. */
static void
show_step (TelaahSeminar           *self,
           const TelaahSeminarStep *step)
{
  if (self->point != NULL && self->width > 0)
    {
      make_plan (self);
      self->at = telaah_seminar_steps_find (self->plan->steps, step);
    }
  if (self->read == NULL)
    telaah_seminar_show (self);
}

/* With other screens, the same step. */
void
telaah_seminar_replan (TelaahSeminar *self)
{
  TelaahSeminarStep step = get_step (self);

  drop_plan (self);
  show_step (self, &step);
}

static void
resized_cb (TelaahSeminar *self,
            int            width,
            int            height)
{
  self->width = width;
  self->height = height;
  telaah_seminar_size_footer (self);
  telaah_seminar_reading_fit (self->reading, width, height, telaah_seminar_get_text_scale (self));
  telaah_seminar_replan (self);
}

/* ---- Going ---- */

static void
load (TelaahSeminar *self)
{
  drop_plan (self);
  g_clear_pointer (&self->content, telaah_seminar_content_free);
  g_clear_pointer (&self->names, g_strfreev);
  g_clear_pointer (&self->point, g_free);
  if (self->index >= self->points->len)
    return;

  self->point = g_strdup (self->points->pdata[self->index]);
  self->content = telaah_seminar_content_new (self->session, self->point);
  self->names = telaah_seminar_content_dup_names (self->content, self->session);
}

/* @index: of a point; their number is the end. @last: to its last step */
void
telaah_seminar_go (TelaahSeminar *self,
                   guint          index,
                   gboolean       last)
{
  self->index = MIN (index, self->points->len);
  self->at = last ? G_MAXUINT : 0;
  load (self);
  telaah_seminar_show (self);
}

/* From the last step of a point to the first of the next; and back. */
void
telaah_seminar_step (TelaahSeminar *self,
                     int            by)
{
  guint n_steps = self->plan != NULL ? self->plan->steps->len : 1;

  if (by > 0 && self->point != NULL && self->at + 1 < n_steps)
    self->at++;
  else if (by < 0 && self->point != NULL && self->at > 0)
    self->at--;
  else
    {
      if (by > 0 && self->index < self->points->len)
        telaah_seminar_go (self, self->index + 1, FALSE);
      else if (by < 0 && self->index > 0)
        telaah_seminar_go (self, self->index - 1, TRUE);
      return;
    }
  telaah_seminar_show (self);
}

/* ---- The session ---- */

static guint
find_point (TelaahSeminar *self,
            const char    *point)
{
  guint index;

  if (point == NULL || !g_ptr_array_find_with_equal_func (self->points, point, g_str_equal, &index))
    return G_MAXUINT;

  return index;
}

/* Whether the point at hand is where it was, and says what it said. */
static gboolean
is_same (TelaahSeminar *self,
         guint          index,
         guint          n_points)
{
  g_autoptr(TelaahSeminarContent) content = NULL;

  if (self->point == NULL || index != self->index || n_points != self->points->len)
    return FALSE;
  content = telaah_seminar_content_new (self->session, self->point);

  return telaah_seminar_content_equal (content, self->content);
}

/* What others write, and another window of this project, is there at once; and one stays at the same step. */
static void
session_changed_cb (TelaahSeminar *self,
                    TelaahChange   changes)
{
  TelaahSeminarStep step = get_step (self);
  guint n_points = self->points->len, index;

  if (!(changes & SHOWN))
    return;

  g_ptr_array_unref (self->points);
  self->points = telaah_seminar_dup_points (self->session);
  index = self->point != NULL ? find_point (self, self->point) : self->points->len;
  if (index == G_MAXUINT)
    {
      /* It is gone: the one that has come to its place. */
      g_clear_pointer (&self->read, g_free);
      telaah_seminar_go (self, self->index, FALSE);
    }
  else if (!is_same (self, index, n_points))
    {
      self->index = index;
      load (self);
      show_step (self, &step);
    }
}

/* ---- The window ---- */

static void
telaah_seminar_dispose (GObject *object)
{
  TelaahSeminar *self = TELAAH_SEMINAR (object);

  if (self->session != NULL)
    g_signal_handlers_disconnect_by_data (self->session, self);
  g_clear_handle_id (&self->clock, g_source_remove);
  g_clear_handle_id (&self->rest, g_source_remove);
  g_clear_handle_id (&self->forget, g_source_remove);
  if (self->stage != NULL)
    drop_plan (self);
  self->stage = NULL;
  gtk_widget_dispose_template (GTK_WIDGET (self), TELAAH_TYPE_SEMINAR);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (telaah_seminar_parent_class)->dispose (object);
}

static void
telaah_seminar_finalize (GObject *object)
{
  TelaahSeminar *self = TELAAH_SEMINAR (object);

  g_clear_pointer (&self->points, g_ptr_array_unref);
  g_clear_pointer (&self->content, telaah_seminar_content_free);
  g_strfreev (self->names);
  g_free (self->point);
  g_free (self->read);
  g_string_free (self->digits, TRUE);
  g_ptr_array_unref (self->cards);
  g_ptr_array_unref (self->boxes);

  G_OBJECT_CLASS (telaah_seminar_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, stack);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, stage);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, reading);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, end_page);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, end_kicker);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, end_title);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, end_question);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, handouts);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, footer);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, hints);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, typed);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, clock_label);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, black);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, keys);
  gtk_widget_class_bind_template_child (widget_class, TelaahSeminar, keys_grid);
}

static void
telaah_seminar_class_init (TelaahSeminarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = telaah_seminar_dispose;
  G_OBJECT_CLASS (klass)->finalize = telaah_seminar_finalize;

  signals[OPEN_PASSAGE] = g_signal_new ("open-passage", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                        NULL, G_TYPE_NONE, 2, G_TYPE_STRING, G_TYPE_STRING);

  g_type_ensure (TELAAH_TYPE_SEMINAR_CANVAS);
  g_type_ensure (TELAAH_TYPE_SEMINAR_READING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/telaah/Telaah/telaah-seminar.ui");
  bind_children (widget_class);
  gtk_widget_class_bind_template_callback (widget_class, resized_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_seminar_blank_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, telaah_seminar_filled_clicked_cb);
}

static void
telaah_seminar_init (TelaahSeminar *self)
{
  self->quotes = TRUE;
  self->seed = g_random_int ();
  self->digits = g_string_new (NULL);
  self->cards = g_ptr_array_new ();
  self->boxes = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_window_set_default_size (GTK_WINDOW (self), WIDTH, HEIGHT);
  telaah_seminar_init_keys (self);
  telaah_seminar_init_footer (self);
}

TelaahSeminar *
telaah_seminar_new (TelaahSession *session)
{
  TelaahSeminar *self = g_object_new (TELAAH_TYPE_SEMINAR, NULL);

  self->session = g_object_ref (session);
  self->points = telaah_seminar_dup_points (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  load (self);

  return self;
}

/* Where there are two, the wall is the one that @window is not on. */
static GdkMonitor *
find_monitor (GtkWindow *window)
{
  GdkDisplay *display = gtk_widget_get_display (GTK_WIDGET (window));
  GListModel *monitors = gdk_display_get_monitors (display);
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (window));
  GdkMonitor *own = surface != NULL ? gdk_display_get_monitor_at_surface (display, surface) : NULL;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);

      if (monitor != own)
        return monitor;
    }

  return own;
}

/* On the whole screen, for @window, to which its handouts and what is to be read in Read go back; after it has been
 * hidden, once more. */
void
telaah_seminar_begin (TelaahSeminar *self,
                      GtkWindow     *window)
{
  GdkMonitor *monitor;

  g_return_if_fail (TELAAH_IS_SEMINAR (self));

  monitor = find_monitor (window);
  gtk_window_set_transient_for (GTK_WINDOW (self), window);
  gtk_widget_set_visible (self->handouts,
                          g_action_group_has_action (G_ACTION_GROUP (window), "export-handout"));
  if (!self->windowed && monitor != NULL)
    gtk_window_fullscreen_on_monitor (GTK_WINDOW (self), monitor);
  else if (!self->windowed)
    gtk_window_fullscreen (GTK_WINDOW (self));
  gtk_window_present (GTK_WINDOW (self));
}

/* Its question; of one that is not shown, the first point's. */
void
telaah_seminar_set_point (TelaahSeminar *self,
                          const char    *point)
{
  guint index;

  g_return_if_fail (TELAAH_IS_SEMINAR (self));

  index = find_point (self, point);
  telaah_seminar_go (self, index != G_MAXUINT ? index : 0, FALSE);
}

/* NULL at the end. */
const char *
telaah_seminar_get_point (TelaahSeminar *self)
{
  g_return_val_if_fail (TELAAH_IS_SEMINAR (self), NULL);

  return self->point;
}
