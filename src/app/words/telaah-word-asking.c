/* When a list of words is asked for: one time at once, only while somebody can see it, and again when the project changes.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/words/telaah-word-asking.h"

/* How long an answer may take before anything says that it is on its way. */
#define SPINNER_MS 400

void
telaah_word_asking_init (TelaahWordAsking  *self,
                         GtkWidget         *widget,
                         GtkSpinner        *spinner,
                         TelaahWordAskFunc  func)
{
  *self = (TelaahWordAsking) { .widget = widget, .spinner = spinner, .func = func };
}

static gboolean
spinner_cb (gpointer user_data)
{
  TelaahWordAsking *self = user_data;

  self->spinner_source = 0;
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  gtk_spinner_start (self->spinner);

  return G_SOURCE_REMOVE;
}

/* A spinner that is not seen would cost time as well. */
static void
stop_spinner (TelaahWordAsking *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_stop (self->spinner);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static void
cancel (TelaahWordAsking *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
}

static void
ask_now (TelaahWordAsking *self)
{
  cancel (self);
  self->due = !gtk_widget_get_mapped (self->widget);
  if (self->due)
    return;

  self->cancellable = g_cancellable_new ();
  if (self->spinner_source == 0)
    self->spinner_source = g_timeout_add (SPINNER_MS, spinner_cb, self);
  self->func (self->widget, self->cancellable);
}

static gboolean
ask_cb (gpointer user_data)
{
  TelaahWordAsking *self = user_data;

  self->source = 0;
  ask_now (self);

  return G_SOURCE_REMOVE;
}

/* The last question is the one that is answered. A page that is going still hears from its parts; then there is none. */
void
telaah_word_asking_ask (TelaahWordAsking *self,
                        gboolean          anew,
                        guint             delay)
{
  if (self->widget == NULL)
    return;

  self->anew = self->anew || anew;
  g_clear_handle_id (&self->source, g_source_remove);
  if (delay > 0)
    self->source = g_timeout_add (delay, ask_cb, self);
  else
    ask_now (self);
}

void
telaah_word_asking_mapped (TelaahWordAsking *self)
{
  if (self->due)
    ask_now (self);
}

/* What was asked last has been answered. Returns: whether it was another question than the one before */
gboolean
telaah_word_asking_end (TelaahWordAsking *self)
{
  gboolean anew = self->anew;

  if (self->widget != NULL)
    stop_spinner (self);
  g_clear_object (&self->cancellable);
  self->anew = FALSE;

  return anew;
}

/* For good: the page goes. */
void
telaah_word_asking_stop (TelaahWordAsking *self)
{
  if (self->widget == NULL)
    return;

  cancel (self);
  stop_spinner (self);
  self->widget = NULL;
}
