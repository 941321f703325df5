/* One screen of a seminar: the head, and the cards as far as they have been turned over.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include <string.h>

#include <glib/gi18n.h>

#include "app/seminar/telaah-seminar-private.h"
#include "app/seminar/telaah-seminar-quote.h"
#include "app/seminar/telaah-seminar-type.h"

/* Of the numbers on cards that have not been turned over, by the size of the body type. */
#define NUMBER_SIZE 2.6

/* One with more letters may reach the other side. */
#define SHORT_KICKER 60

/* What is known of a widget that shows a piece. */
typedef struct
{
  TelaahSeminarBlock *block;
  TelaahSeminarPiece  piece;
} Shown;

static GQuark
get_shown_quark (void)
{
  return g_quark_from_static_string ("telaah-seminar-shown");
}

void
telaah_seminar_forget_screen (TelaahSeminar *self)
{
  telaah_seminar_canvas_clear (self->stage);
  g_ptr_array_set_size (self->cards, 0);
  g_ptr_array_set_size (self->boxes, 0);
  self->sheets = NULL;
}

/* ---- Building ---- */

static guint
get_card (TelaahSeminar          *self,
          const TelaahSeminarBox *box)
{
  const TelaahSeminarStep *step = &g_array_index (self->plan->steps, TelaahSeminarStep, self->at);

  return step->sheet ? step->card : box->card;
}

/* NULL for what is no source's. */
static TelaahSeminarVoice *
get_voice (TelaahSeminar          *self,
           const TelaahSeminarBox *box)
{
  guint card = get_card (self, box);

  return self->sheets != self->plan->question && card < self->plan->n_cards
         ? self->content->voices->pdata[g_array_index (self->plan->order, guint, card)] : NULL;
}

static void
activated_cb (TelaahSeminar      *self,
              TelaahSeminarQuote *quote)
{
  telaah_seminar_read (self, telaah_seminar_quote_get_passage (quote));
}

static GtkWidget *
make_piece (TelaahSeminar            *self,
            TelaahSeminarVoice       *voice,
            TelaahSeminarBlock       *block,
            const TelaahSeminarPiece *piece)
{
  Shown shown = { block, *piece };
  GtkWidget *widget;

  if (block->kind == TELAAH_SEMINAR_KIND_QUOTE && voice != NULL)
    {
      TelaahSeminarQuotation *quotation = voice->quotes->pdata[block->quote];

      widget = telaah_seminar_quote_new (quotation->passage, quotation->color);
      g_signal_connect_object (widget, "activated", G_CALLBACK (activated_cb), self, G_CONNECT_SWAPPED);
    }
  else
    widget = telaah_seminar_type_label_new (block->kind);
  g_object_set_qdata_full (G_OBJECT (widget), get_shown_quark (), g_memdup2 (&shown, sizeof (shown)), g_free);

  return widget;
}

/* In the middle of a card, as long as it has not been turned over. */
static GtkWidget *
make_number (TelaahSeminar          *self,
             const TelaahSeminarBox *box,
             double                  size)
{
  gboolean voice = box->card < self->plan->n_cards;
  g_autofree char *text = voice ? g_strdup_printf ("%u", box->card + 1) : g_strdup (_("Similarities and differences"));
  GtkWidget *label = telaah_seminar_type_label_new (TELAAH_SEMINAR_KIND_SUBTITLE);

  telaah_seminar_type_set (label, TELAAH_SEMINAR_KIND_SUBTITLE, text, 0, voice ? NUMBER_SIZE * size : size);
  gtk_widget_add_css_class (label, "number");
  gtk_label_set_xalign (GTK_LABEL (label), 0.5);
  gtk_label_set_yalign (GTK_LABEL (label), 0.5);
  gtk_label_set_justify (GTK_LABEL (label), GTK_JUSTIFY_CENTER);

  return label;
}

static void
add_card (TelaahSeminar          *self,
          const TelaahSeminarBox *box,
          int                     x,
          int                     y)
{
  TelaahSeminarVoice *voice = get_voice (self, box);
  GPtrArray *blocks = self->sheets->cards->pdata[box->card];
  double size = self->sheets->layout->size;
  GtkWidget *card = telaah_seminar_canvas_new (GTK_ACCESSIBLE_ROLE_GROUP);
  GtkWidget *number = make_number (self, box, size);
  int padding = telaah_seminar_get_padding (size);

  gtk_widget_add_css_class (card, "seminar-card");
  if (voice != NULL && voice->status == TELAAH_STATUS_SILENT)
    gtk_widget_add_css_class (card, "silent");
  gtk_widget_set_focusable (card, TRUE);
  telaah_seminar_canvas_put (TELAAH_SEMINAR_CANVAS (card), number,
                             &(GdkRectangle) { padding, 0, MAX (1, box->width - 2 * padding), box->height });
  for (guint i = 0; i < box->pieces->len; i++)
    {
      const TelaahSeminarPiece *piece = &g_array_index (box->pieces, TelaahSeminarPiece, i);

      telaah_seminar_canvas_put (TELAAH_SEMINAR_CANVAS (card),
                                 make_piece (self, voice, blocks->pdata[piece->block], piece),
                                 &(GdkRectangle) { piece->x, piece->y, piece->width, piece->height });
    }

  telaah_seminar_canvas_put (self->stage, card, &(GdkRectangle) { x + box->x, y + box->y, box->width, box->height });
  g_ptr_array_add (self->cards, card);
  g_ptr_array_add (self->boxes, (gpointer) box);
}

/* "continued 2/3", in the corner: beside the kicker, or over it. */
static void
add_page_number (TelaahSeminar *self,
                 int            x,
                 int            y)
{
  TelaahSeminarLayout *layout = self->sheets->layout;
  TelaahSeminarBlock *kicker = self->sheets->head->pdata[0];
  GtkWidget *label = telaah_seminar_type_label_new (TELAAH_SEMINAR_KIND_KICKER);
  int height = (int) (1.4 * layout->size), width = (int) (0.89 * self->width);
  /* Translators: %u/%u is which screen of how many */
  g_autofree char *text = self->screen > 0 ? g_strdup_printf (_("continued %u/%u"), self->screen + 1, layout->n_screens)
                                           : g_strdup_printf ("%u/%u", self->screen + 1, layout->n_screens);

  telaah_seminar_type_set (label, TELAAH_SEMINAR_KIND_KICKER, text, 0, layout->size);
  gtk_label_set_xalign (GTK_LABEL (label), 1);
  if (g_utf8_strlen (kicker->text, -1) > SHORT_KICKER)
    y = MAX (0, y - height);
  telaah_seminar_canvas_put (self->stage, label, &(GdkRectangle) { x, y, width, height });
}

static void
build_screen (TelaahSeminar       *self,
              TelaahSeminarSheets *sheets,
              guint                screen)
{
  int x = (int) (0.055 * self->width), y = (int) (0.06 * self->height);

  telaah_seminar_forget_screen (self);
  self->sheets = sheets;
  self->screen = screen;

  for (guint i = 0; i < sheets->layout->head->len; i++)
    {
      const TelaahSeminarPiece *piece = &g_array_index (sheets->layout->head, TelaahSeminarPiece, i);
      TelaahSeminarBlock *block = sheets->head->pdata[i];
      GtkWidget *label = telaah_seminar_type_label_new (block->kind);

      telaah_seminar_type_set (label, block->kind, block->text, block->aside, sheets->layout->size);
      telaah_seminar_canvas_put (self->stage, label,
                                 &(GdkRectangle) { x + piece->x, y + piece->y, piece->width, piece->height });
    }
  if (sheets->layout->n_screens > 1)
    add_page_number (self, x, y);

  for (guint i = 0; i < sheets->layout->boxes->len; i++)
    {
      const TelaahSeminarBox *box = sheets->layout->boxes->pdata[i];

      if (box->screen == screen)
        add_card (self, box, x, y);
    }
}

/* ---- Turning over ---- */

/* As much of a block as stands here; where its source is not to be known, without what tells it. */
static char *
dup_words (TelaahSeminar *self,
           const Shown   *shown,
           gboolean       named,
           gsize         *aside)
{
  const TelaahSeminarBlock *block = shown->block;
  const TelaahSeminarPiece *piece = &shown->piece;
  gsize end = piece->end;
  g_autofree char *words = NULL;

  *aside = 0;
  if (named || block->mask == NULL)
    {
      *aside = block->aside > piece->start && block->aside < piece->end ? block->aside - piece->start : 0;
      return g_strndup (block->text + piece->start, piece->end - piece->start);
    }
  if (piece->start == 0 && piece->end == strlen (block->text))
    return g_strdup (block->mask);

  if (block->aside > 0)
    end = MIN (end, MAX (block->aside, piece->start));
  words = g_strndup (block->text + piece->start, end - piece->start);

  return telaah_seminar_blot (words, (const char *const *) self->names);
}

static void
show_piece (TelaahSeminar *self,
            GtkWidget     *widget,
            const Shown   *shown,
            gboolean       named,
            GString       *said)
{
  double size = self->sheets->layout->size;
  gsize aside;
  g_autofree char *words = dup_words (self, shown, named, &aside);

  if (TELAAH_IS_SEMINAR_QUOTE (widget))
    telaah_seminar_quote_set_words (TELAAH_SEMINAR_QUOTE (widget), words, aside, size);
  else
    telaah_seminar_type_set (widget, shown->block->kind, words, aside, size);
  g_string_append_printf (said, "%s%s", said->len > 0 ? "\n" : "", words);
}

static void
toggle_class (GtkWidget  *widget,
              const char *style_class,
              gboolean    on)
{
  if (on)
    gtk_widget_add_css_class (widget, style_class);
  else
    gtk_widget_remove_css_class (widget, style_class);
}

/* What a screen reader says of it is what can be read. */
static void
show_card (TelaahSeminar          *self,
           GtkWidget              *card,
           const TelaahSeminarBox *box)
{
  gboolean shown = telaah_seminar_plan_is_shown (self->plan, self->at, box);
  gboolean named = telaah_seminar_is_named (self, get_card (self, box));
  g_autoptr(GString) said = g_string_new (NULL);

  toggle_class (card, "covered", !shown);
  for (GtkWidget *child = gtk_widget_get_first_child (card); child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      const Shown *piece = g_object_get_qdata (G_OBJECT (child), get_shown_quark ());
      gboolean here = piece == NULL
                      ? !shown
                      : shown && telaah_seminar_plan_has_come (self->plan, self->at, box, piece->piece.block);

      if (here && piece != NULL)
        show_piece (self, child, piece, named, said);
      gtk_widget_set_visible (child, here);
    }

  if (!shown && box->card < self->plan->n_cards)
    g_string_printf (said, _("Source %u, not shown yet"), box->card + 1);
  else if (!shown)
    g_string_assign (said, _("Similarities and differences, not shown yet"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (card), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
}

/* To the card that has just been turned over, so that it is read out. */
static void
focus_card (TelaahSeminar *self)
{
  const TelaahSeminarStep *step = &g_array_index (self->plan->steps, TelaahSeminarStep, self->at);
  GtkWidget *found = NULL;

  for (guint i = 0; i < self->cards->len; i++)
    {
      const TelaahSeminarBox *box = self->boxes->pdata[i];
      gboolean current = step->sheet || (step->kind != TELAAH_SEMINAR_STEP_QUESTION && box->card == step->card);

      toggle_class (self->cards->pdata[i], "current", current && !step->sheet);
      if (current)
        found = self->cards->pdata[i];
    }

  if (found != NULL && gtk_window_get_focus (GTK_WINDOW (self)) != found)
    gtk_widget_grab_focus (found);
  else if (found == NULL)
    gtk_widget_grab_focus (GTK_WIDGET (self->stage));
}

/* Says the question to a screen reader: the stage has the focus then. */
static void
name_stage (TelaahSeminar *self)
{
  g_autoptr(GString) said = g_string_new (NULL);

  for (guint i = 0; i < self->sheets->head->len; i++)
    g_string_append_printf (said, "%s%s", i > 0 ? "\n" : "",
                            ((TelaahSeminarBlock *) self->sheets->head->pdata[i])->text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->stage), GTK_ACCESSIBLE_PROPERTY_LABEL, said->str, -1);
}

/* The step at hand. */
void
telaah_seminar_show_screen (TelaahSeminar *self)
{
  const TelaahSeminarStep *step = &g_array_index (self->plan->steps, TelaahSeminarStep, self->at);
  TelaahSeminarSheets *sheets = telaah_seminar_plan_get_sheets (self->plan, self->at);

  if (self->sheets != sheets || self->screen != step->screen)
    build_screen (self, sheets, step->screen);

  for (guint i = 0; i < self->cards->len; i++)
    show_card (self, self->cards->pdata[i], self->boxes->pdata[i]);
  name_stage (self);
  focus_card (self);
}
