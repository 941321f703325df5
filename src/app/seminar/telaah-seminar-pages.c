/* What a seminar shows besides its points: a passage in its text, and the end.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <glib/gi18n.h>

#include "app/seminar/telaah-seminar-private.h"

/* Of the end, by the height of the screen. */
#define END_SIZE 0.03

/* ---- The end ---- */

static void
set_end_size (GtkLabel *label,
              double    size,
              gboolean  bold)
{
  g_autoptr(PangoAttrList) attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_size_new_absolute ((int) (size * PANGO_SCALE)));
  if (bold)
    pango_attr_list_insert (attributes, pango_attr_weight_new (PANGO_WEIGHT_BOLD));
  gtk_label_set_attributes (label, attributes);
}

/* The end goes back to what was asked at the very beginning. */
void
telaah_seminar_show_end (TelaahSeminar *self)
{
  guint n_points = self->points->len, n_sources = telaah_seminar_count_sources (self->session);
  g_autofree char *points = g_strdup_printf (ngettext ("%u point", "%u points", n_points), n_points);
  g_autofree char *sources = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  g_autofree char *kicker = g_strdup_printf ("%s · %s", points, sources);
  const char *title = telaah_session_get_title (self->session), *question = telaah_session_get_question (self->session);
  double size = MAX (END_SIZE * MIN (self->height, 0.75 * self->width), 15);

  gtk_label_set_text (self->end_kicker, kicker);
  gtk_label_set_text (self->end_title, title != NULL ? title : _("The end"));
  gtk_label_set_text (self->end_question, question != NULL ? question : "");
  gtk_widget_set_visible (GTK_WIDGET (self->end_question), question != NULL);
  set_end_size (self->end_kicker, 0.8 * size, FALSE);
  set_end_size (self->end_title, 1.75 * size, TRUE);
  set_end_size (self->end_question, size, FALSE);
  gtk_box_set_spacing (GTK_BOX (self->end_page), (int) size);
  gtk_widget_set_margin_start (self->end_page, (int) (0.055 * self->width));
  gtk_widget_set_margin_end (self->end_page, (int) (0.055 * self->width));
  gtk_stack_set_visible_child_name (self->stack, "end");
  gtk_widget_grab_focus (self->end_page);
}

/* What they ask where to save comes over the window below. */
static void
handout (TelaahSeminar *self,
         const char    *kind)
{
  GtkWindow *window = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (window == NULL)
    return;
  gtk_widget_activate_action (GTK_WIDGET (window), "win.export-handout", "s", kind);
  gtk_window_close (GTK_WINDOW (self));
}

void
telaah_seminar_blank_clicked_cb (TelaahSeminar *self)
{
  handout (self, "blank");
}

void
telaah_seminar_filled_clicked_cb (TelaahSeminar *self)
{
  handout (self, "filled");
}

/* ---- In the text ---- */

static const char *
get_color (TelaahSeminar *self,
           const char    *passage,
           guint         *card)
{
  for (guint i = 0; i < self->plan->n_cards; i++)
    {
      TelaahSeminarVoice *voice = self->content->voices->pdata[g_array_index (self->plan->order, guint, i)];

      for (guint k = 0; k < voice->quotes->len; k++)
        {
          TelaahSeminarQuotation *quotation = voice->quotes->pdata[k];

          *card = i;
          if (g_strcmp0 (quotation->passage, passage) == 0)
            return quotation->color;
        }
    }

  return NULL;
}

/* The quote that has the focus again, when one comes back from its text. */
static GtkWidget *
find_focus (GtkWidget *root,
            GtkWidget *wanted)
{
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL; child = gtk_widget_get_next_sibling (child))
    if (child == wanted || find_focus (child, wanted) != NULL)
      return wanted;

  return NULL;
}

static void
stop_reading (TelaahSeminar *self)
{
  GtkWidget *focus = g_object_get_data (G_OBJECT (self->reading), "back");

  g_clear_pointer (&self->read, g_free);
  telaah_seminar_show (self);
  if (focus != NULL && find_focus (GTK_WIDGET (self->stage), focus) != NULL)
    gtk_widget_grab_focus (focus);
}

/* Shows a passage in its text. @passage: NULL: back to the step at hand */
void
telaah_seminar_read (TelaahSeminar *self,
                     const char    *passage)
{
  g_autoptr(TelaahSeminarPlace) place = NULL;
  const char *color;
  guint card = 0;

  if (passage == NULL)
    {
      stop_reading (self);
      return;
    }

  place = telaah_seminar_place_new (self->session, passage);
  if (place == NULL || self->plan == NULL)
    return;

  color = get_color (self, passage, &card);
  g_free (self->read);
  self->read = g_strdup (passage);
  g_object_set_data (G_OBJECT (self->reading), "back", gtk_window_get_focus (GTK_WINDOW (self)));
  telaah_seminar_reading_show (self->reading, place, color, telaah_seminar_is_named (self, card));
  telaah_seminar_reading_fit (self->reading, self->width, self->height, telaah_seminar_get_text_scale (self));
  gtk_stack_set_visible_child_name (self->stack, "reading");
  gtk_widget_child_focus (GTK_WIDGET (self->reading), GTK_DIR_TAB_FORWARD);
  telaah_seminar_wake (self);
  telaah_seminar_update_footer (self);
}
