/* What there is room for in a window: sidebar, cards, one text or two, and a wide header or a narrow one.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/telaah-window-private.h"

/* Below this width, at the usual size of text, the cards give their room to the text. */
#define NARROW 1040

/* And below this, with two texts side by side. */
#define NARROW_SPLIT 1400

/* What the sidebar and the cards take, and what one text and two want. Half of the sidebar grows with the text. */
#define SIDEBAR   262
#define CARDS     299
#define ONE_TEXT  300
#define TWO_TEXTS 700

/* And the outline with its own sidebar, beside the search. */
#define OUTLINE   720

/* What a header takes whose views have their icons beside their names: buttons, and words. */
#define HEADER_BUTTONS 540
#define HEADER_WORDS   300

/* 1 at the usual size of text. */
static double
get_text_scale (TelaahWindow *self)
{
  int dpi = 0;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);
  return dpi > 0 ? dpi / (96.0 * 1024.0) : 1;
}

/* Pixels beside the search. */
static int
get_width (TelaahWindow *self)
{
  return MAX (self->width - telaah_window_get_search_width (self), 0);
}

/* Whether the sidebar has to give its room to the text, or to the search; to two texts only if that is enough for them.
 * @beside: in pixels, what the cards leave */
static gboolean
get_sidebar_yield (TelaahWindow *self,
                   int           beside)
{
  double scale = get_text_scale (self), room = beside - SIDEBAR * (1 + scale) / 2, both = TWO_TEXTS * scale;

  if (telaah_window_get_search_width (self) > 0)
    return TRUE;

  return self->width > 0 && (room < ONE_TEXT * scale ||
                             (telaah_reader_get_split (self->reader) && room < both && beside >= both));
}

void
telaah_window_update_panes (TelaahWindow *self)
{
  gboolean wanted = g_settings_get_boolean (self->settings, "sidebar-visible"), sidebar, yield;
  gboolean cards = g_settings_get_boolean (self->settings, "cards-visible") &&
                   (!self->cards_yield || self->cards_asked);
  int beside = get_width (self) - (cards ? CARDS : 0);
  double scale = get_text_scale (self), room;

  yield = get_sidebar_yield (self, beside);
  if (yield != self->sidebar_yield)
    self->sidebar_asked = FALSE;
  self->sidebar_yield = yield;
  sidebar = wanted && (!yield || self->sidebar_asked);
  self->outline_yield = telaah_window_get_search_width (self) > 0 && get_width (self) < OUTLINE * scale;
  room = beside - (sidebar ? SIDEBAR * (1 + scale) / 2 : 0);

  telaah_reader_set_panes (self->reader, sidebar, cards);
  telaah_reader_set_narrow (self->reader, self->width > 0 && room < TWO_TEXTS * scale);
  telaah_outline_page_set_sidebar_visible (self->outline, wanted && (!self->outline_yield || self->sidebar_asked));
}

/* In a narrow header the names of the views go below their icons, so that the window can be narrow too.
 * @width: in pixels */
static void
update_switcher (TelaahWindow *self,
                 int           width)
{
  gboolean wide = width >= HEADER_BUTTONS + HEADER_WORDS * get_text_scale (self);

  adw_view_switcher_set_policy (self->switcher, wide ? ADW_VIEW_SWITCHER_POLICY_WIDE : ADW_VIEW_SWITCHER_POLICY_NARROW);
}

/* Before the first layout: a window that asks for more than the screen has would be cut off by it. */
void
telaah_window_init_room (TelaahWindow *self)
{
  GListModel *monitors = gdk_display_get_monitors (gtk_widget_get_display (GTK_WIDGET (self)));
  int width = g_settings_get_int (self->settings, "window-width"), widest = 0;

  for (guint i = 0; i < g_list_model_get_n_items (monitors); i++)
    {
      g_autoptr(GdkMonitor) monitor = g_list_model_get_item (monitors, i);
      GdkRectangle geometry;

      gdk_monitor_get_geometry (monitor, &geometry);
      widest = MAX (widest, geometry.width);
    }

  update_switcher (self, widest > 0 ? MIN (width, widest) : width);
}

/* What there is room for. */
void
telaah_window_update_room (TelaahWindow *self)
{
  double scale = get_text_scale (self);
  double least = (telaah_reader_get_split (self->reader) ? NARROW_SPLIT : NARROW) * scale;
  gboolean yield;
  int searched;

  /* The search is where the sidebar would be. */
  telaah_window_place_search (self);
  searched = MAX (telaah_window_get_search_width (self) - SIDEBAR * (1 + scale) / 2, 0);
  yield = self->width > 0 && self->width - searched < least;
  self->narrow = self->width > 0 && self->width < NARROW * scale;
  gtk_widget_set_visible (GTK_WIDGET (self->state), !self->narrow && self->session != NULL);
  if (yield != self->cards_yield)
    self->cards_asked = FALSE;
  self->cards_yield = yield;
  if (self->width > 0)
    update_switcher (self, self->width);
  telaah_window_update_panes (self);
}

/* After each layout. */
void
telaah_window_set_width (TelaahWindow *self,
                         int           width)
{
  if (width == self->width)
    return;

  self->width = width;
  telaah_window_update_room (self);
}
