/* What lies at the foot of a seminar's screen and over it: keys, clock, what is being typed; it goes when nobody moves.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/seminar/telaah-seminar-private.h"
#include "app/seminar/telaah-seminar-type.h"

/* In seconds: until pointer and footer go. */
#define REST 3

/* The first time, somebody has to read them. */
#define FIRST_REST 8

/* By the height of the screen, and the least of it in pixels. */
#define FOOTER_SIZE  0.0175
#define FOOTER_LEAST 13
#define KEYS_SIZE    0.022

/* ---- Hints ---- */

static const char *
get_next_label (TelaahSeminar *self)
{
  if (self->plan == NULL || self->at + 1 >= self->plan->steps->len)
    return self->index + 1 < self->points->len ? _("next point") : _("end");

  switch (g_array_index (self->plan->steps, TelaahSeminarStep, self->at + 1).kind)
    {
    case TELAAH_SEMINAR_STEP_SUMMARY:
      return _("next source");
    case TELAAH_SEMINAR_STEP_QUOTES:
      return _("quotes");
    case TELAAH_SEMINAR_STEP_REVEAL:
      return _("who says it");
    case TELAAH_SEMINAR_STEP_SIMILARITIES:
      return self->content->similarities == NULL ? _("similarities and differences") : _("similarities");
    case TELAAH_SEMINAR_STEP_DIFFERENCES:
      return _("differences");
    case TELAAH_SEMINAR_STEP_QUESTION:
    default:
      return _("continue");
    }
}

static char *
dup_hints (TelaahSeminar *self)
{
  if (self->read != NULL)
    return g_strdup (_("Esc back   O open in Read"));
  if (self->point == NULL)
    return g_strdup (_("← back   Home first point   Esc leave"));

  /* Translators: keys and what they do; the first is an arrow and what comes next */
  return g_strdup_printf (_("%s %s   Q quotes   B blind   T timer   ? keys   Esc leave"),
                          gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? "←" : "→",
                          get_next_label (self));
}

static void
set_text (GtkLabel   *label,
          const char *text)
{
  if (g_strcmp0 (gtk_label_get_text (label), text) != 0)
    gtk_label_set_text (label, text);
}

void
telaah_seminar_update_footer (TelaahSeminar *self)
{
  g_autofree char *hints = dup_hints (self), *typed = NULL;

  if (self->digits->len > 0)
    /* Translators: %s is a number that is being typed */
    typed = g_strdup_printf (_("%s   Enter go to this point   T minutes"), self->digits->str);
  set_text (self->hints, hints);
  set_text (self->typed, typed != NULL ? typed : "");
  gtk_widget_set_visible (GTK_WIDGET (self->typed), typed != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->hints), typed == NULL);
}

/* ---- The clock ---- */

static gboolean
clock_cb (gpointer widget)
{
  TelaahSeminar *self = TELAAH_SEMINAR (widget);

  self->clock = 0;
  telaah_seminar_update_clock (self);

  return G_SOURCE_REMOVE;
}

void
telaah_seminar_update_clock (TelaahSeminar *self)
{
  gint64 now = g_get_monotonic_time ();
  gboolean over = telaah_seminar_timer_is_over (&self->timer, now);
  gboolean shown = self->timer.begun && !self->timer_hidden;
  g_autofree char *time = telaah_seminar_timer_dup_time (&self->timer, now), *text = NULL;

  g_clear_handle_id (&self->clock, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self->clock_label), shown);
  if (!shown)
    return;

  if (over)
    /* Translators: %s is by how much, such as 1:05 */
    text = g_strdup_printf (_("Time is up · %s over"), time);
  else if (!self->timer.running)
    /* Translators: %s is a time, such as 1:05 */
    text = g_strdup_printf (_("%s · paused"), time);
  set_text (self->clock_label, text != NULL ? text : time);
  if (over)
    gtk_widget_add_css_class (GTK_WIDGET (self->clock_label), "over");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->clock_label), "over");

  if (self->timer.running)
    self->clock = g_timeout_add ((guint) (telaah_seminar_timer_get_wait (&self->timer, now) / 1000) + 1, clock_cb,
                                 self);
}

/* ---- Size ---- */

/* 1 at the usual size of text. */
double
telaah_seminar_get_text_scale (TelaahSeminar *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1;
}

/* @share: of the height of the screen. In pixels */
static double
get_size (TelaahSeminar *self,
          double         share)
{
  return MAX (share * MIN (self->height, 0.75 * self->width), FOOTER_LEAST * telaah_seminar_get_text_scale (self));
}

/* @size: in pixels */
static void
set_size (GtkLabel *label,
          double    size)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));

  /* A clock that does not jump. */
  pango_attr_list_insert (attributes, pango_attr_font_features_new ("tnum"));
  gtk_label_set_attributes (label, attributes);
}

/* With the screen, as everything on it. */
void
telaah_seminar_size_footer (TelaahSeminar *self)
{
  GtkLabel *const labels[] = { self->hints, self->typed, self->clock_label };
  double size = get_size (self, FOOTER_SIZE);
  int side = (int) (0.055 * self->width);

  for (guint i = 0; i < G_N_ELEMENTS (labels); i++)
    set_size (labels[i], labels[i] == self->clock_label ? 1.25 * size : size);
  gtk_widget_set_margin_start (self->footer, side);
  gtk_widget_set_margin_end (self->footer, side);
  gtk_widget_set_margin_bottom (self->footer, (int) (0.022 * self->height));
}

/* ---- Coming and going ---- */

static gboolean
rest_cb (gpointer widget)
{
  TelaahSeminar *self = TELAAH_SEMINAR (widget);

  self->rest = 0;
  gtk_widget_add_css_class (GTK_WIDGET (self->hints), "faded");
  if (!gtk_widget_get_visible (self->keys) && self->point != NULL)
    {
      gtk_widget_set_cursor_from_name (GTK_WIDGET (self), "none");
      gtk_widget_add_css_class (GTK_WIDGET (self), "resting");
    }

  return G_SOURCE_REMOVE;
}

/* Somebody is there. */
void
telaah_seminar_wake (TelaahSeminar *self)
{
  g_clear_handle_id (&self->rest, g_source_remove);
  self->rest = g_timeout_add_seconds (REST, rest_cb, self);
  gtk_widget_remove_css_class (GTK_WIDGET (self->hints), "faded");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "resting");
  gtk_widget_set_cursor (GTK_WIDGET (self), NULL);
}

void
telaah_seminar_init_footer (TelaahSeminar *self)
{
  self->rest = g_timeout_add_seconds (FIRST_REST, rest_cb, self);
}

/* ---- All keys ---- */

static const struct
{
  const char *keys;
  const char *label;
} all_keys[] = {
  { N_("→  Space  Page Down  Enter"), N_("Next step") },
  { N_("←  Backspace  Page Up"), N_("Previous step") },
  { N_("↑  ↓  Home  End"), N_("Points") },
  { N_("Number, then Enter"), N_("Go to that point") },
  { N_("Q"), N_("Quotes") },
  { N_("Tab, then J or Enter"), N_("Show a quote in its text") },
  { N_("B"), N_("Blind: who says this?") },
  { N_("T"), N_("Timer: start, pause, go on") },
  { N_("Number, then T"), N_("Count down from so many minutes") },
  { N_("Shift+T"), N_("Hide the timer") },
  { N_("."), N_("Black screen") },
  { N_("F11"), N_("Full screen") },
  { N_("M"), N_("Next monitor") },
  { N_("Esc"), N_("Leave") },
};

static void
add_key (TelaahSeminar *self,
         const char    *text,
         const char    *style_class,
         int            column,
         int            row)
{
  GtkWidget *label = gtk_grid_get_child_at (self->keys_grid, column, row);

  if (label == NULL)
    {
      label = gtk_label_new (text);
      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_widget_add_css_class (label, style_class);
      gtk_grid_attach (self->keys_grid, label, column, row, 1, 1);
    }
  set_size (GTK_LABEL (label), get_size (self, KEYS_SIZE));
}

void
telaah_seminar_show_keys (TelaahSeminar *self)
{
  for (guint i = 0; i < G_N_ELEMENTS (all_keys); i++)
    {
      add_key (self, _(all_keys[i].keys), "seminar-key", 0, (int) i);
      add_key (self, _(all_keys[i].label), "seminar-use", 1, (int) i);
    }

  gtk_widget_set_visible (self->keys, TRUE);
  gtk_widget_grab_focus (self->keys);
}
