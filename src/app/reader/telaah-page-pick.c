/* Words to be picked on a page.
 * SPDX-License-Identifier: GPL-3.0-or-later */

#include "app/reader/telaah-page-texts-private.h"

gboolean
telaah_source_page_is_picking (TelaahSourcePage *self)
{
  return self->texts->pick_func != NULL;
}

static void
answer (TelaahPageTexts *self,
        TelaahSpan       span)
{
  TelaahPickFunc func = g_steal_pointer (&self->pick_func);

  telaah_page_texts_arrange (self);
  if (func != NULL)
    func (span, self->pick_data);
}

static void
picked_cb (TelaahPageTexts *self)
{
  TelaahSpan span = { 0, 0 };

  telaah_text_view_get_selection (self->page->text_view, &span);
  telaah_page_texts_let_go (self->page, span);
  answer (self, span);
}

static void
cancelled_cb (TelaahPageTexts *self)
{
  answer (self, (TelaahSpan) { 0, 0 });
}

void
telaah_page_texts_update_pick (TelaahPageTexts *self)
{
  TelaahSpan span;

  if (telaah_source_page_is_picking (self->page))
    telaah_pick_bar_set_ready (self->pick, telaah_text_view_get_selection (self->page->text_view, &span));
}

/* On the way down to the text: Enter and Escape are answers as long as something is being asked. */
gboolean
telaah_page_texts_key_cb (TelaahPageTexts *self,
                          guint            keyval,
                          guint            keycode,
                          GdkModifierType  state)
{
  if (!telaah_source_page_is_picking (self->page) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      !gtk_widget_has_focus (GTK_WIDGET (self->page->text_view)))
    return GDK_EVENT_PROPAGATE;

  if (keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter)
    {
      telaah_page_texts_update_pick (self);
      telaah_pick_bar_pick (self->pick);
      return GDK_EVENT_STOP;
    }
  if (keyval == GDK_KEY_Escape)
    {
      telaah_pick_bar_cancel (self->pick);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

/**
 * telaah_source_page_pick:
 * @words: what is asked
 * @func: called once, with an empty span where the answer is no
 *
 * Asks for words in the text to be selected; until then a selection is no tagging.
 */
void
telaah_source_page_pick (TelaahSourcePage *self,
                         const char       *words,
                         TelaahPickFunc    func,
                         gpointer          user_data)
{
  TelaahPageTexts *texts = self->texts;

  telaah_source_page_stop_picking (self);
  if (!telaah_source_page_load (self) || telaah_source_page_is_editing (self))
    {
      func ((TelaahSpan) { 0, 0 }, user_data);
      return;
    }

  if (texts->pick == NULL)
    {
      texts->pick = TELAAH_PICK_BAR (telaah_pick_bar_new ());
      gtk_box_append (GTK_BOX (texts->bars), GTK_WIDGET (texts->pick));
      g_signal_connect_swapped (texts->pick, "picked", G_CALLBACK (picked_cb), texts);
      g_signal_connect_swapped (texts->pick, "cancelled", G_CALLBACK (cancelled_cb), texts);
    }

  texts->pick_func = func;
  texts->pick_data = user_data;
  telaah_pick_bar_ask (texts->pick, words);
  telaah_page_texts_arrange (texts);
  telaah_page_texts_update_pick (texts);
  gtk_widget_grab_focus (GTK_WIDGET (self->text_view));
}

void
telaah_source_page_stop_picking (TelaahSourcePage *self)
{
  if (telaah_source_page_is_picking (self))
    telaah_pick_bar_cancel (self->texts->pick);
}
